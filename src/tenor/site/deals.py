"""Home, deals, deals on a day, and comparisons of two days."""

from __future__ import annotations

import difflib
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import Any

from tenor.ask.answering import ask
from tenor.ask.answers.wording import date_words
from tenor.dates import iso, long_date
from tenor.queries.diff import diff
from tenor.site.chart import drawing
from tenor.site.citebox import AUTHOR, cite, cite_metas
from tenor.site.data import Change, Document, Lane, slug
from tenor.site.days import announced
from tenor.site.pages import Page, address, asked, ld, unique
from tenor.site.views import Views

_MAIN, _NEAR, _HOME, _BESIDE = 18, 7, 20, 4


class DealPages:
    """Pages whose heart is the chart."""

    def __init__(self, views: Views, base_url: str) -> None:
        self.views = views
        self.site = views.site
        self.base_url = base_url
        self.lanes_of = cache(self._lanes_of)
        self._differences: dict[tuple[str, int, int], Document] = {}

    # -- which lanes ------------------------------------------------------------------------------

    def _lanes_of(self, deal: str) -> tuple[list[tuple[str, list[Lane]]], list[tuple[str, list[Lane]]], tuple[str, ...], str | None]:
        """Main lanes by heading with those of neighboring deals, further lanes, the deals with instruments to draw, and the main subject."""
        own = self.site.deal_lanes(deal)
        counts = Counter(lane.subject for lane in own)
        subject = counts.most_common(1)[0][0] if counts else None
        ranked = sorted(own, key=lambda x: (-x.score, x.n))
        main = [lane for n, lane in enumerate(ranked) if n < _MAIN and (n < 8 or lane.score >= 3.5)]
        groups = self.site.grouped(main)
        deals = [deal]
        near = self._near(deal, own, subject)
        for other, lanes in near:
            groups.append((self.site.title_of(other), lanes))
            deals.append(other)
        more = self.site.grouped([lane for lane in ranked if lane not in main])
        return groups, more, tuple(deals), subject

    def _near(self, deal: str, own: list[Lane], subject: str | None) -> list[tuple[str, list[Lane]]]:
        """The weightiest lanes of other deals about the same subject, for the deals of the party that the record is about."""
        if subject is None or subject != self.site.focus or len(own) < 8:
            return []
        taken = {lane.n for lane in own}
        found: dict[str, list[Lane]] = {}
        for other in self.site.of("deal"):
            if other != deal:
                found[other] = [
                    x for x in self.site.deal_lanes(other) if x.subject == subject and x.n not in taken and x.versions[0].doc["deal"] == other
                ]
        best = sorted((x for lanes in found.values() for x in lanes), key=lambda x: (-x.score, x.n))
        best = best[: max(2, _NEAR - max(0, len(own) - 36) // 6)]  # a page that is long by itself has room for fewer
        out = [(other, [x for x in best if x in lanes]) for other, lanes in found.items()]
        return sorted(((d, x) for d, x in out if x), key=lambda p: (-max(x.score for x in p[1]), p[0]))

    # -- pages ------------------------------------------------------------------------------------

    def home_lanes(self) -> list[Lane]:
        """The weightiest lanes of the party that the record is about; no more than four of one term, so that they show breadth."""
        focus = self.site.focus
        chosen: list[Lane] = []
        for lane in sorted((x for x in self.site.lanes if focus in (None, x.subject, x.holder)), key=lambda x: (-x.score, x.n)):
            beside = sum(v.role != "version" for v in lane.versions)  # versions that lie beside others take a row each
            if len(chosen) < _HOME and beside <= _BESIDE and sum(x.term == lane.term for x in chosen) < 4:
                chosen.append(lane)
        return chosen

    def home_deals(self, lanes: Sequence[Lane]) -> list[str]:
        """The deals whose instruments are drawn above some lanes."""
        return [deal for deal, _ in Counter(v.doc["deal"] for x in lanes for v in x.versions).most_common(3)]

    def home(self) -> Page:
        """The page at the root."""
        site = self.site
        focus = site.focus
        chosen = self.home_lanes()
        groups = site.grouped(chosen)
        deals = self.home_deals(chosen)
        about = site.party(focus) if focus else ""
        data = self._view(groups, [], deals, None, focus, site.checked, of=about or self.views.short)
        changes = [c for c in site.changes(site.lanes) if c.day <= site.checked]
        data["recent"] = [self._recent(c) for c in reversed(changes)][:5]
        data["deals"] = [
            {"title": d["title"], "address": address(k), "note": d["summary"], "kind": d["kind"]} for k, d in self._deals_by_weight()
        ]  # fmt: skip
        data["questions"] = self._questions(chosen)
        data["facts"] = self._facts(len(site.lanes), len(site.of("clause")), len(site.of("instrument")), deals=len(site.of("deal")))
        data["lead"] = (
            "What the public record says each party held, owed and could do, and when. Drag the date across the chart to read the record as it stood on any day."
        )
        data["cite"] = cite(site,
            site.title, "", site.checked, sentence=data["answer"], name=data["name"], command=data["command"], base_url=self.base_url, key=site.meta["version"]
        )  # fmt: skip
        described = f"{len(site.of('clause'))} dated, sourced clauses of {len(site.of('deal'))} deals, checked through {long_date(site.checked)}."
        return Page(
            "", "pages/home.html", site.title, described, section="home", data=data, scripts=("chart.js",),
            metas=cite_metas(site, site.title, "", self.base_url), alternates=[("application/json", "api/v1/index.json"), ("application/atom+xml", "feed.atom")],
            twins=[("JSON", "api/v1/index.json"), ("Atom", "feed.atom"), ("Calendar", "calendar.ics"), ("SQLite", "tenor.db")],
            jsonld=ld({
                "@type": "Dataset", "name": site.title, "description": described, "version": site.meta["version"], "isAccessibleForFree": True,
                "temporalCoverage": f"{data['chart']['first']}/..", "dateModified": iso(site.checked),
                **({"license": site.meta["license"]} if site.meta["license"] else {}), **({"url": self.base_url} if self.base_url else {}),
                "creator": {"@type": "Organization", "name": AUTHOR},
            }),
        )  # fmt: skip

    def deal(self, deal: str) -> Iterator[Page]:
        """A deal, the deal on each day that changed it, and its comparisons."""
        record = self.site.of("deal")[deal]
        own = self.site.deal_lanes(deal)
        changes = self.site.changes(own)
        past = [c for c in changes if c.day <= self.site.checked]
        if not own:
            yield self._empty(deal, record)
            return
        yield self._deal_page(deal, record, changes, self._last_day(own, past), None)
        for n, change in enumerate(past):
            yield self._deal_page(deal, record, changes, change.day, n)
        pairs = self.pairs(deal, past)
        yield self._compare_any(deal, record, pairs)
        for a, b in pairs:
            yield self._compare(deal, record, a, b)

    def _last_day(self, own: Sequence[Lane], past: Sequence[Change]) -> int:
        """The day that a deal's page opens on: that of the last check, or the last on which anything held, where all has ended before."""
        if not past or any(v.holds(self.site.checked) for lane in own for v in lane.versions):
            return self.site.checked
        return past[-1].day - 1

    def pairs(self, deal: str, past: Sequence[Change]) -> list[tuple[int, int]]:
        """The days that are compared: each change with the next, and each pair of weighty instruments."""
        days = [c.day for c in past]
        pairs = list(pairwise(days))
        weighty = sorted(
            (i for i in self.site.of("instrument").values() if i["deal"] == deal and len(i["clauses"]) >= 2 and i["binding"] != "no"),
            key=lambda i: (-len(i["clauses"]), i["id"]),
        )[:7]
        marks = sorted({d for i in weighty if (d := announced(i)) in days and d is not None})
        pairs += [(a, b) for n, a in enumerate(marks) for b in marks[n + 1 :]]
        return sorted(set(pairs))

    def _empty(self, deal: str, record: Document) -> Page:
        path = address(deal)
        data = {"lead": record["summary"], "instruments": self.views.instruments(deal, self.site.hues)}
        return Page(
            path,
            "pages/deal_empty.html",
            record["title"],
            record["summary"] or record["title"],
            section="deals",
            data=data,
            twins=[("JSON", f"{path}index.json")],
        )

    def _deal_page(self, deal: str, record: Document, changes: list[Change], on: int, place: int | None) -> Page:
        site, views = self.site, self.views
        groups, more, deals, subject = self.lanes_of(deal)
        base = address(deal)
        path = base if place is None else f"{base}on/{iso(on)}/"
        data = self._view(groups, more, deals, deal, subject, on, of=record["title"], base="" if place is None else "../../", changes=changes)
        own = site.deal_lanes(deal)
        only = set(site.listed.get(deal, ()))
        past = [c for c in changes if c.day <= site.checked]
        data["lead"] = record["summary"]
        if place is not None:
            data["of"] = (record["title"], base)
            data["lead"] = "The deal as it stood at the end of that day."
        data["facts"] = self._facts(len(own), len(only), sum(i["deal"] == deal for i in site.of("instrument").values()))
        data["instruments"] = views.instruments(deal, site.page_hues([x for _, g in groups for x in g]))
        data["dates"] = [
            (long_date(c.day), f"{base}on/{iso(c.day)}/", _count(len({x.n for x, _ in (*c.began, *c.ended)}), "term")) for c in past
        ]  # fmt: skip
        steps = []
        current = past[-1].day if place is None and past else on
        earlier = [c for c in past if c.day < current]
        later = [c for c in past if c.day > on]
        if place is None and past:
            steps.append(("Last change of this deal", long_date(current), f"{base}on/{iso(current)}/"))
        if earlier:
            if place is not None:
                steps.append(("Previous change", long_date(earlier[-1].day), f"{base}on/{iso(earlier[-1].day)}/"))
            steps.append(
                ("Compare", f"{long_date(earlier[-1].day)} and {long_date(current)}", f"{base}compare/{iso(earlier[-1].day)}..{iso(current)}/")
            )
        if later:
            steps.append(("Next change", long_date(later[0].day), f"{base}on/{iso(later[0].day)}/"))
        data["steps"] = steps
        title = f"{record['title']}: terms over time" if place is None else f"{record['title']} on {long_date(on)}"
        data["cite"] = cite(site,
            title, path, on, sentence=data["answer"], name=data["name"], command=f"tenor clauses --deal {deal} --on {iso(on)}", base_url=self.base_url,
            key=f"{deal}/{iso(on)}" if place is not None else deal,
        )  # fmt: skip
        if place is None:
            data["table"], data["table_count"] = views.table(own, deal, only), len(only)
            data["about"] = record["body"]
            data["related"] = self._related(deal, own)
            pairs = self.pairs(deal, past)
            far = [p for p in pairs if p not in set(zip([c.day for c in past], [c.day for c in past][1:], strict=False))]
            data["compares"] = [(f"{long_date(a)} and {long_date(b)}", f"{base}compare/{iso(a)}..{iso(b)}/") for a, b in far[-12:]]
            data["compares"].append(("any two days", f"{base}compare/"))
        twins = [("JSON", f"{path}index.json")]
        if place is None:
            twins += [("CSV", f"{path}index.csv"), ("Markdown", f"{path}index.md"), ("BibTeX", f"{path}refs.bib"), ("RIS", f"{path}refs.ris"),
                      ("CSL-JSON", f"{path}refs.csl.json"), ("Atom", f"{path}feed.atom"), ("Calendar", f"{path}calendar.ics"), ("SVG chart", f"{path}chart.svg")]  # fmt: skip
        described = record["summary"] or f"{len(only)} dated clauses, checked through {long_date(site.checked)}."
        if place is not None:
            described = f"{record['title']} as it stood on {long_date(on)}. {data['answer']}"
        return Page(
            path, "pages/deal.html", title, described[:300], section="deals", data=data, scripts=("chart.js",),
            metas=cite_metas(site, title, path, self.base_url), twins=twins,
            alternates=[("application/json", f"{path}index.json")] + ([("application/x-bibtex", f"{path}refs.bib"), ("application/atom+xml", f"{path}feed.atom")] if place is None else []),
            image=f"{base}card.png",
            jsonld=ld({
                "@type": "Dataset", "name": title, "description": described, "temporalCoverage": f"{data['chart']['first']}/{iso(on)}" if place is not None else f"{data['chart']['first']}/..",
                "isPartOf": {"@type": "Dataset", "name": site.title, "version": site.meta["version"]}, "dateModified": iso(site.checked),
                "creditText": f"{AUTHOR}, {site.title}, version {site.meta['version']}", **({"license": site.meta["license"]} if site.meta["license"] else {}),
                "creator": {"@type": "Organization", "name": AUTHOR},
            }),
        )  # fmt: skip

    def _view(
        self, groups: list[tuple[str, list[Lane]]], more: list[tuple[str, list[Lane]]], deals: Sequence[str], deal: str | None, subject: str | None,
        on: int, *, of: str, base: str = "", changes: list[Change] | None = None,
    ) -> dict[str, Any]:  # fmt: skip
        """Chart, answer, state and change for some lanes on a day."""
        views, site = self.views, self.site
        main = [x for _, found in groups for x in found]
        every = main + [x for _, found in more for x in found]
        site.qualify(every, subject)
        lead = views.lead([x for x in main if deal is None or any(v.doc["deal"] == deal for v in x.versions)] or main)
        groups = sorted(groups, key=lambda g: lead not in g[1])
        chart = {**views.chart(groups, more, deals, on, of=of, base=base), "deal": deal or ""}
        hues = site.page_hues(main)
        question, answer = views.answer(lead, on)
        state = views.state([*groups, *more], on, deal, hues, lead)
        merged: dict[str, dict[str, Any]] = {}
        for name, found in state:
            if name in merged:
                merged[name]["rows"] += found["rows"]
                merged[name]["any"] = merged[name]["any"] or found["any"]
            else:
                merged[name] = found
        holding = [v for v in (lead.versions if lead else []) if v.holds(on)]
        changed = views.changed(site.changes(every), on, len(every))
        name = holding[-1].id if holding else (deal or site.meta["version"])
        return {
            "chart": chart, "question": question, "answer": answer, "future": on > site.checked, "on_long": long_date(on), "on_iso": iso(on),
            "state": list(merged.items()), "any": any(f["any"] for f in merged.values()), "changed": changed, "steps": [],
            "state_title": "State of the deal" if deal else "State of the record", "name": name,
            "command": f"tenor clauses --on {iso(on)}" + (f" --party {subject}" if subject else ""),
        }  # fmt: skip

    def _questions(self, lanes: Sequence[Lane]) -> list[dict[str, str]]:
        """Three questions of the vocabulary about different terms, the weightiest first, with what the program answers."""
        found: list[dict[str, str]] = []
        lead = self.views.lead(lanes)
        for term in unique(x.term for x in sorted(lanes, key=lambda x: (x is not lead, -x.score, x.n))):
            for question in self.site.term(term).get("questions", ()):
                answered = ask(self.site.store, question["ask"], today=self.site.checked)
                if answered["status"] == "answered" and len(answered["text"]) <= 200:
                    words = question["ask"]
                    found.append({"ask": asked(words), "address": f"ask/{slug(words)[:80]}/", "answer": answered["text"]})
                    break
            if len(found) == 3:
                break
        return found

    def _facts(self, lanes: int, clauses: int, instruments: int, deals: int = 0) -> list[str]:
        return [
            _count(deals, "deal") if deals else _count(lanes, "term"), _count(clauses, "dated clause"), _count(instruments, "instrument"),
            f"Record checked through {long_date(self.site.checked)}",
        ]  # fmt: skip

    def _recent(self, change: Change) -> dict[str, Any]:
        rows = [(lane, v, "") for lane, v in change.began] + [(lane, v, " ended") for lane, v in change.ended]
        rows.sort(key=lambda r: -r[0].score)
        return {
            "day": long_date(change.day),
            "rows": [{"name": str(self.site.term(lane.term)["label"]), "text": self.site.told(v.doc) + ("" if not end else " (ended)"), "clause": v.id} for lane, v, end in rows[:3]],
            "more": max(0, len(rows) - 3),
        }  # fmt: skip

    def _deals_by_weight(self) -> list[tuple[str, Document]]:
        weight = {d: sum(x.score for x in self.site.deal_lanes(d)) for d in self.site.of("deal")}
        return sorted(self.site.of("deal").items(), key=lambda d: (-weight[d[0]], d[0]))

    def _related(self, deal: str, own: list[Lane]) -> list[tuple[str, str, str]]:
        ids = {v.id for x in own for v in x.versions} | {deal} | {i["id"] for i in self.site.of("instrument").values() if i["deal"] == deal}
        found: dict[str, tuple[str, str, str]] = {}
        for target in sorted(ids):
            for source, _ in self.site.links.get(target, ()):
                kind = source.partition(":")[0]
                record = source.partition("#")[0]
                if kind in ("event", "dispute", "observation", "commentary"):
                    found[record] = (self.site.title_of(record), address(record), kind)
        return sorted(found.values(), key=lambda r: (r[2], r[0]))

    # -- compare ----------------------------------------------------------------------------------

    def difference(self, deal: str, a: int, b: int) -> Document:
        """The contract's ``diff`` of two days of a deal."""
        key = (deal, a, b)
        if key not in self._differences:
            self._differences[key] = diff(self.site.store, iso(a), iso(b), deal=deal, today=self.site.checked)
        return self._differences[key]

    def markdown(self, deal: str, a: int, b: int) -> str:
        """The comparison as a table ready for a writeup."""
        head = f"{self.site.title_of(deal)}, {long_date(a)} and {long_date(b)}. {self.site.title}, version {self.site.meta['version']}, checked through {long_date(self.site.checked)}. Not legal advice."
        rows = [head, "", f"| Term | {iso(a)} | {iso(b)} | Set by |", "| --- | --- | --- | --- |"]
        for change in self.difference(deal, a, b)["changes"]:
            if change["change"] in _SAME:
                continue
            texts = [cell(f"{self.site.told(side)} [{side['clause']}]") if side else "–" for side in (change["was"], change["now"])]
            scope = f" ({change['scope']})" if change["scope"] else ""
            rows.append(f"| {cell(str(self.site.term(change['term'])['label']))}{scope} | {texts[0]} | {texts[1]} | {change['set_by'] or '–'} |")
        return "\n".join(rows) + "\n"

    def _compare_any(self, deal: str, record: Document, pairs: Sequence[tuple[int, int]]) -> Page:
        path = f"{address(deal)}compare/"
        intro = f"What changed in the deal of {record['title']} between the end of one day and the end of another."
        data = {
            "deal": deal, "deals": [], "intro": intro,
            "pairs": [(f"{long_date(a)} and {long_date(b)}", f"{path}{iso(a)}..{iso(b)}/") for a, b in pairs],
        }  # fmt: skip
        title = f"{record['title']}: compare two days"
        return Page(path, "pages/compare_any.html", title, intro, section="compare", data=data, scripts=("compare.js",))

    def _compare(self, deal: str, record: Document, a: int, b: int) -> Page:
        site = self.site
        hues = site.page_hues(site.deal_lanes(deal))
        groups: dict[str, list[dict[str, Any]]] = {"Changed": [], "New": [], "Ended": [], "Unchanged": []}
        for change in self.difference(deal, a, b)["changes"]:
            groups[_GROUPS[change["change"]]].append(self._pair(change, hues))
        base = address(deal)
        path = f"{base}compare/{iso(a)}..{iso(b)}/"
        title = f"{record['title']}: {long_date(a)} and {long_date(b)} compared"
        counts = {k: len(v) for k, v in groups.items()}
        said = f"{counts['Changed']} terms changed, {counts['New']} were new, {counts['Ended']} ended and {counts['Unchanged']} stayed."
        command = f"tenor diff {iso(a)} {iso(b)} --deal {deal}"
        key = f"{deal}/{iso(a)}..{iso(b)}"
        data = {
            "a": long_date(a), "b": long_date(b), "a_address": f"{base}on/{iso(a)}/", "b_address": f"{base}on/{iso(b)}/", "groups": groups, "counts": counts,
            "deal": record["title"], "deal_address": base, "markdown": self.markdown(deal, a, b),
            "cite": cite(site, title, path, b, sentence=said, name=key, command=command, base_url=self.base_url, key=key),
        }  # fmt: skip
        return Page(
            path, "pages/compare.html", title, said, section="compare", data=data, metas=cite_metas(site, title, path, self.base_url),
            twins=[("JSON", f"{path}index.json"), ("Markdown", f"{path}index.md")], alternates=[("application/json", f"{path}index.json")],
        )  # fmt: skip

    def _pair(self, change: Document, hues: dict[str, str]) -> dict[str, Any]:
        was, now = change["was"], change["now"]
        doc = now or was
        old, new = word_marks(was["text"], now["text"]) if was and now and was["clause"] != now["clause"] else ([], [])
        words = [self.site.party(change["holder"])] if change["holder"] else []
        return {
            "name": str(self.site.term(change["term"])["label"]), "qualifier": ", ".join([*words, *([change["scope"]] if change["scope"] else [])]),
            "term": change["term"], "hue": hues.get(doc["holder"] or "", "h0"),
            "classes": drawing(doc["end"], doc["status"], doc["certainty"], doc["exclusive"], doc["state"]), "was": was, "now": now, "old": old, "new": new,
            "was_when": self.views.when(was) if was else "", "now_when": self.views.when(now) if now else "", "source": next(iter(doc["citations"]), None),
            "set_by": change["set_by"], "instrument": self.site.title_of(change["set_by"]) if change["set_by"] else "", "on": words_of(change["on"]),
            "silent": change["change"] == "not-restated",
        }  # fmt: skip


_SAME = ("kept", "not-restated")
_GROUPS = {"changed": "Changed", "new": "New", "ended": "Ended", "kept": "Unchanged", "not-restated": "Unchanged"}


def word_marks(old: str, new: str) -> tuple[list[tuple[bool, str]], list[tuple[bool, str]]]:
    """Two texts as runs of words, True where the other has not the same; nothing where too little is the same for marks to help."""
    a, b = re.findall(r"\S+\s*", old), re.findall(r"\S+\s*", new)
    matcher = difflib.SequenceMatcher(a=[w.strip() for w in a], b=[w.strip() for w in b], autojunk=False)
    if matcher.ratio() < 0.5:
        return [], []
    left: list[tuple[bool, str]] = []
    right: list[tuple[bool, str]] = []
    for tag, i, j, k, m in matcher.get_opcodes():
        if j > i:
            left.append((tag != "equal", "".join(a[i:j])))
        if m > k:
            right.append((tag != "equal", "".join(b[k:m])))
    return left, right


def _count(n: int, word: str) -> str:
    return f"{n} {word}{'' if n == 1 else 's'}"


def words_of(day: str | None) -> str:
    """A date as written, in words."""
    return date_words(day)


def cell(text: str) -> str:
    """Text for a cell of a Markdown table."""
    return " ".join(text.split()).replace("|", "\\|")
