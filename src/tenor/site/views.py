"""What several pages show: the chart, the state on a day, what a day changed, tables and grids of clauses and instruments."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from tenor.ask.answers.wording import span_words
from tenor.citing import FORMATS, gather
from tenor.dates import DAWN, FOREVER, Edtf, iso, long_date
from tenor.site.axis import Scale, axis, ticks
from tenor.site.chart import Drawer, Drawn, Pin, drawing
from tenor.site.data import Change, Document, Lane, Site, Version, iso_text
from tenor.site.days import announced, last_day, short_day
from tenor.site.pages import STATUS, address

_YEAR = 366

#: Lanes that a chart draws besides its main ones; a page has to stay small, and its list has them all.
_FURTHER = 12

_Groups = list[tuple[str, list[Lane]]]


@dataclass(frozen=True, slots=True)
class _Drawing:
    """What a chart shows whatever the day: the scale, lanes by heading, further ones, each deal's instruments, the legend, how many lanes are not drawn."""

    scale: Scale
    groups: list[tuple[str, list[Drawn]]]
    more: list[tuple[str, list[Drawn]]]
    pins: list[list[Pin]]
    legend: list[dict[str, str]]
    undrawn: int


class Views:
    """The views that several pages share."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self.short = site.title.partition(":")[0].strip() or site.title
        self._scales: dict[tuple[int, ...], Scale] = {}
        self._drawings: dict[str, _Drawing] = {}
        self._material = cache(lambda name: gather(site.store, name, site.checked, None))
        #: A citation by id and format, as `tenor cite` gives it.
        self.cited = cache(lambda name, form: FORMATS[form](self._material(name)))

    # -- words ------------------------------------------------------------------------------------

    def when(self, doc: Document) -> str:
        """From when to when a clause held, in words."""
        words = span_words(doc, self.site.checked)
        if not doc["to"] and not doc.get("observed") and doc["from"]:
            words += ", no end stated"
        return words[:1].upper() + words[1:]

    def holder(self, doc: Document) -> str:
        """The names of the holder or holders, or nothing."""
        return " and ".join(self.site.party(h) for h in ([doc["holder"]] if doc["holder"] else doc["holders"]) if h)

    def short_id(self, clause: str, deal: str | None) -> str:
        """The id without its deal where the page is that deal's."""
        return clause.removeprefix(f"{deal}/") if deal else clause

    def anchor(self, clause: str, term: str, deal: str | None, prefix: str = "") -> str:
        """The fragment of a clause in a list: ``2026-04-27.primary-cloud``; with the term where another one implies it."""
        name = self.short_id(clause, deal).replace("#", ".").replace("/", ".")
        doc = self.site.of("clause").get(clause)
        return prefix + name + (f".{term}" if doc and doc["term"] != term else "")

    # -- the chart --------------------------------------------------------------------------------

    def scale(self, lanes: Sequence[Lane]) -> Scale:
        """The axis of these lanes."""
        key = tuple(lane.n for lane in lanes)
        if key not in self._scales:
            versions = [v for lane in lanes for v in lane.versions]
            days = [_seen_from(v) for v in versions] + [v.end for v in versions if v.ends]
            first = min((v.start for v in versions if v.start > DAWN), default=self.site.checked)
            self._scales[key] = axis(days, [v.end for v in versions], self.site.checked, first)
        return self._scales[key]

    def chart(
        self, groups: _Groups, more: _Groups, deals: Sequence[str], on: int, *, of: str, base: str = "",
        names: Mapping[int, str] | None = None,
    ) -> dict[str, Any]:  # fmt: skip
        """Everything the chart's template draws; ``names`` are names of their own for lanes, by number."""
        drawing = self._drawing(groups, more, deals, names or {})
        scale = drawing.scale
        rows = [
            {"title": self.site.title_of(deal), "pins": pins, "address": address(deal), "n": n}
            for n, (deal, pins) in enumerate(zip(deals, drawing.pins, strict=True))
        ]  # fmt: skip
        further = sum(len(found) for _, found in drawing.more)
        count = further + sum(len(found) for _, found in drawing.groups)
        wide = scale.wide
        first, last = (_year(wide[0]), _year(wide[1] - 1)) if wide else (0, 0)
        note = ""
        if wide is not None:
            times = (scale.at(wide[1]) - scale.at(wide[0])) / (wide[1] - wide[0])
            other = (100 - scale.at(wide[1]) + scale.at(wide[0])) / max(1, scale.last - scale.first - wide[1] + wide[0])
            years = str(first) if first == last else f"{first} and {last}" if last == first + 1 else f"{first} to {last}"
            note = f"{years} {'is' if first == last else 'are'} drawn about {max(2, round(times / other))} times wider than other years."
        return {
            "stops": json.dumps([[iso(d), round(x, 2)] for d, x in scale.stops], separators=(",", ":")),
            "even": json.dumps([[iso(d), x] for d, x in scale.even().stops], separators=(",", ":")),
            "first": iso(scale.first), "last": iso(scale.last), "checked": iso(self.site.checked),
            "on": iso(on), "on_short": short_day(iso(on), on), "at": scale.at(on), "place": round(scale.at(on) * 2), "base": base,
            "wide": (scale.at(wide[0]), round(scale.at(wide[1]) - scale.at(wide[0]), 2), iso(wide[0]), iso(wide[1])) if wide else None,
            "near": [row["title"] for row in rows[1:]],
            "future": scale.at(self.site.checked), "ticks": ticks(scale), "rows": rows, "groups": drawing.groups, "more": drawing.more, "more_of": of,
            "more_count": further, "undrawn": drawing.undrawn, "scale_note": note, "legend": drawing.legend,
            "caption": f"{of}: {count} {'terms' if count != 1 else 'term'} from {_year(scale.first)} to {_year(scale.last - 1)}, one row a term.",
        }  # fmt: skip

    def _drawing(self, groups: _Groups, more: _Groups, deals: Sequence[str], names: Mapping[int, str]) -> _Drawing:
        """What a chart has on every day: a deal's pages draw the same lanes again and again."""
        shown = [(name, [(lane.n, lane.qualifier) for lane in found]) for name, found in (*groups, ("", []), *more)]
        key = repr((shown, deals, sorted(names.items())))
        if key not in self._drawings:
            self._drawings[key] = self._draw(groups, more, deals, names)
        return self._drawings[key]

    def _draw(self, groups: _Groups, more: _Groups, deals: Sequence[str], names: Mapping[int, str]) -> _Drawing:
        lanes = [lane for _, found in groups for lane in found]
        further = sorted((lane for _, found in more for lane in found), key=lambda x: (-x.score, x.n))
        kept = {lane.n for lane in further[:_FURTHER]}
        scale = self.scale(lanes)
        hues = self.site.page_hues(lanes)
        drawer = Drawer(self.site, scale, hues)
        drawn = [(name, [drawer.lane(lane, names.get(lane.n, "")) for lane in found]) for name, found in groups]
        rest = [(name, [drawer.lane(lane) for lane in found if lane.n in kept]) for name, found in more]
        rest = [(name, found) for name, found in rest if found]
        legend = self._legend([d for _, found in (*drawn, *rest) for d in found], hues)
        return _Drawing(scale, drawn, rest, [drawer.pins(deal) for deal in deals], legend, len(further) - len(kept))

    def _legend(self, drawn: list[Drawn], hues: dict[str, str]) -> list[dict[str, str]]:
        bars = [b for d in drawn for b in d.bars]
        classes = {c for b in bars for c in b.classes.split()}
        words = {
            "x": "Exclusive", "p": "Held; exclusivity not stated", "n": "Not exclusive", "no": "Ended or ruled out", "inferred": "Our reading of other clauses",
            "reported": "Reported, not confirmed", "alleged": "Alleged", "disputed": "Sources disagree", "unstated": "No public text says any more",
        }  # fmt: skip
        out = [{"kind": kind, "text": text} for kind, text in words.items() if kind in classes]
        if any(d.gaps for d in drawn):
            out.append({"kind": "gap", "text": "Nothing on record"})
        if any(b.condition for b in bars):
            out.append({"kind": "condition", "text": "May end on a condition"})
        if "e-open" in classes:
            out.append({"kind": "open", "text": "No end stated"})
        if any(b.seen for b in bars):
            out.append({"kind": "seen", "text": "Seen on these days only"})
        out.append({"kind": "future", "text": "After the last check: as last agreed"})
        used = [b.hue for b in bars]
        if len(hues) <= 6:
            out += [{"kind": hue, "text": self.site.party(party)} for party, hue in hues.items() if hue in used]
            if "h0" in used:
                out.append({"kind": "h0", "text": "Another party or none"})
        else:
            out.append({"kind": "h1", "text": "The color changes with the holder"})
        return out

    # -- the state on a day -----------------------------------------------------------------------

    def item(self, lane: Lane, version: Version, on: int, deal: str | None, hues: dict[str, str], *, lead: bool) -> dict[str, Any]:
        """One line of the state list."""
        doc = version.doc
        label = str(self.site.term(lane.term)["label"])
        out: dict[str, Any] = {
            "id": self.anchor(version.id, lane.term, deal, "s-"), "lane": lane.n, "start": iso_text(version.start), "end": iso_text(version.end),
            "sure_from": iso_text(version.sure_from) if version.sure_from != version.start else "",
            "sure_to": iso_text(version.sure_to) if version.sure_to != version.end else "",
            "was": self.anchor(version.was.id, lane.term, deal, "s-") if version.was else "", "ends": version.ends,
            "hue": hues.get(doc["holder"] or "", "h0"),
            "classes": drawing(doc["end"], doc["status"], doc["certainty"], doc["exclusive"], doc["state"]),
            "name": label, "qualifier": lane.qualifier, "text": doc["text"], "by": self.site.whose(doc), "status": doc["status"], "when": self.when(doc),
            "ends_when": doc["ends_when"], "dispute": next(iter(doc["disputes"]), ""), "clause": version.id, "short_id": self.short_id(version.id, deal), "on": version.holds(on),
            "maybe": version.holds(on) and not version.sure(on),
        }  # fmt: skip
        if doc["observed"]:  # between sightings everything is doubt: the list says so whenever the day is not one of them
            out["sure_from"], out["sure_to"] = "", ""
            out["maybe"] = False
        out["q"] = out["a"] = ""
        if lead and any(v is version for v in speaking(lane)):
            out["q"], out["a"] = self.site.question(lane, doc), self.site.says(doc, dated=True)
        return out

    def state(
        self, groups: list[tuple[str, list[Lane]]], on: int, deal: str | None, hues: dict[str, str], lead: Lane | None
    ) -> list[tuple[str, dict[str, Any]]]:
        """The state list, by heading: every clause, those that do not hold marked as hidden."""
        out = []
        for name, lanes in groups:
            rows = [
                self.item(lane, version, on, deal, hues, lead=lane is lead)
                for lane in lanes
                for version in lane.versions
                if version.doc["status"] != "opinion"
            ]
            out.append((name, {"rows": rows, "any": any(r["on"] for r in rows)}))
        return out

    def changed(self, changes: list[Change], on: int, total: int) -> dict[str, Any]:
        """The last change on or before a day: what was, what is now. The chart's script says the same of other days."""
        before = [c for c in changes if c.day <= on]
        if not before:
            return {"day": "no day", "summary": "Nothing on record had changed yet.", "rows": []}
        change = before[-1]
        rows = [
            {"name": self.lane_name(lane), "was": self.site.told(v.was.doc) if v.was else "", "now": self.site.told(v.doc)} for lane, v in change.began
        ] + [{"name": self.lane_name(lane), "was": self.site.told(v.doc), "now": ""} for lane, v in change.ended]  # fmt: skip
        count = len({lane.n for lane, _ in (*change.began, *change.ended)})
        tail = f", the latest change before {long_date(on)}." if change.day < on else "."
        return {
            "day": long_date(change.day), "summary": f"{count} of {total} terms {'was' if count == 1 else 'were'} set, replaced or ended{tail}",
            "rows": rows,
        }  # fmt: skip

    def lane_name(self, lane: Lane) -> str:
        """Term and qualifier."""
        return str(self.site.term(lane.term)["label"]) + (f": {lane.qualifier}" if lane.qualifier else "")

    def lead(self, lanes: Sequence[Lane]) -> Lane | None:
        """The lane whose answer stands above the chart: the weightiest that answers "who" and has a holder on the day of the last check."""
        ranked = sorted(lanes, key=lambda x: (-x.score, x.term, x.n))
        holding = [(x, [v for v in x.versions if v.holds(self.site.checked)]) for x in ranked]
        for lane, now in holding:
            if lane.scope is None and any(v.doc["holder"] for v in now) and self.site.question(lane, now[0].doc).startswith("Who "):
                return lane
        return next((lane for lane, now in holding if now), ranked[0] if ranked else None)

    def answer(self, lane: Lane | None, on: int) -> tuple[str, str]:
        """Question and answer of the lead lane on a day."""
        if lane is None:
            return "What is on record", "Nothing is on record."
        holding = [v for v in speaking(lane) if v.holds(on)]
        if not holding:
            return self.site.question(lane, None), "Nothing is on record for that day."
        sure = all(v.sure(on) for v in holding) or bool(holding[0].doc["observed"])
        text = (" " if sure else " Or: ").join(dict.fromkeys(self.site.says(v.doc, dated=True) for v in holding))
        return self.site.question(lane, holding[-1].doc), text if sure else f"Possibly: {text}"

    # -- tables and citations ---------------------------------------------------------------------

    def table(self, lanes: Sequence[Lane], deal: str, only: set[str]) -> list[tuple[str, list[dict[str, Any]]]]:
        """All clauses of a deal as rows, by term."""
        out: dict[str, list[dict[str, Any]]] = {}
        for lane in lanes:
            for version in lane.versions:
                doc = version.doc
                if doc["implied_by"] or version.id not in only:
                    continue
                out.setdefault(self.lane_name(lane), []).append(
                    {
                        "anchor": self.anchor(version.id, lane.term, deal), "start": doc["from"] or "", "end": doc["to"] or "open",
                        "condition": bool(doc["ends_when"]), "clause": version.id, "label": self.site.labels(lane, doc)[0],
                        "holder": self.holder(doc) or "–", "status": STATUS[doc["status"]],
                    }
                )  # fmt: skip
        return list(out.items())

    def instruments(self, deal: str, hues: dict[str, str]) -> list[dict[str, Any]]:
        """A deal's instruments in order, for the grid."""
        docs = sorted((i for i in self.site.of("instrument").values() if i["deal"] == deal), key=lambda i: (announced(i) or DAWN, i["id"]))
        out = []
        for doc in docs:
            parties = [p for p in doc["parties"] if p != self.site.focus and p in hues] or [p for p in doc["parties"] if p in hues]
            n = len(doc["clauses"])
            notes = ["Not binding"] if doc["binding"] == "no" else []
            notes.append(f"{n} {'clause' if n == 1 else 'clauses'}" if n else "no clauses of its own")
            out.append(
                {
                    "address": address(doc["id"]), "hue": hues[parties[0]] if parties else "h0", "binding": doc["binding"] != "no",
                    "day": short_day(doc["announced"], announced(doc) or 0) if doc["announced"] else "no date", "title": doc["title"],
                    "note": ", ".join(notes),
                }
            )  # fmt: skip
        return out

    def span_cell(self, doc: Document) -> tuple[str, str]:
        """From and to for a table: short dates."""
        start = short_day(doc["from"], DAWN) if doc["from"] else "no date"
        return start, last_day(doc["to"], FOREVER) if doc["to"] else "no end stated"


def _seen_from(version: Version) -> int:
    """The day on which a version's beginning counts for the scale: where that may be any day of a long time, the first on which it surely held."""
    seen = version.doc["observed"]
    sure = Edtf.parse(seen[0]).lo if seen else version.sure_from if version.sure_from < version.sure_to else version.start
    return version.start if sure - version.start <= _YEAR else sure


def speaking(lane: Lane) -> list[Version]:
    """The versions that answer for a lane: those that follow one another, and what is added to them only where nothing else is there."""
    return [v for v in lane.versions if v.role == "version"] or lane.versions


def _year(day: int) -> int:
    return int(iso(day)[:4])
