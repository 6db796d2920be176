"""What the pages show, read from a compiled knowledge base once.

Days, ends and statuses come from the store as they are; nothing here decides when a clause held. A :class:`Version` is a clause's whole stretch in a
lineage, so that its doubt at either end can be drawn as one bar.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from tenor.ask.answers.wording import holder_words, sentence, span_words, tensed, value_words, whose_word
from tenor.dates import DAWN, FOREVER, Edtf, iso_or_none
from tenor.site.colors import HUES
from tenor.store.read import EVER, Row, Store

Document = dict[str, Any]


@dataclass(slots=True)
class Version:
    """One clause in one lineage: held at most on ``[start, end)``, surely on ``[sure_from, sure_to)`` (empty where it never surely did)."""

    doc: Document
    start: int
    end: int
    sure_from: int
    sure_to: int
    role: str
    #: The version of the same lineage whose place it took.
    was: Version | None = None
    #: True where its end is an end, and no version of the lineage follows.
    ends: bool = False

    @property
    def id(self) -> str:
        """The clause's id."""
        return str(self.doc["clause"])

    def holds(self, day: int) -> bool:
        """True where the clause may have held on that day."""
        return self.start <= day < self.end

    def sure(self, day: int) -> bool:
        """True where it held on that day beyond doubt."""
        return self.sure_from <= day < self.sure_to


@dataclass(slots=True)
class Lane:
    """One lineage, ready to be drawn."""

    n: int
    term: str
    subject: str
    holder: str | None
    scope: str | None
    versions: list[Version]
    gaps: list[tuple[int, int]]
    score: float = 0.0
    #: Words beside the term that tell it from other lanes of the page.
    qualifier: str = ""

    @property
    def key(self) -> str:
        """A name for the lane that can be an address."""
        parts = (self.subject, self.holder, self.scope)
        return "-".join(slug(p) for p in parts if p)


@dataclass(slots=True)
class Change:
    """What one day changed in some lanes: versions that begin, each with the one before, and versions that end unreplaced."""

    day: int
    began: list[tuple[Lane, Version]] = field(default_factory=list)
    ended: list[tuple[Lane, Version]] = field(default_factory=list)


def slug(text: str) -> str:
    """Lower case letters, digits and single hyphens."""
    out = "".join(c if c.isalnum() and c.isascii() else "-" for c in text.lower())
    return "-".join(part for part in out.split("-") if part)


class Site:
    """Everything that pages are made of."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.meta = store.meta
        self.title = self.meta["title"]
        self.focus = self.meta["focus"] or None
        self.checked = Edtf.parse(self.meta["checked_through"]).hi
        self.records: dict[str, dict[str, Document]] = {}
        self.places: dict[str, tuple[str, int]] = {}
        self.names: dict[str, str] = {}
        for record_id, kind, title, path, line, doc in store.query("SELECT id, kind, title, path, line, doc FROM record ORDER BY id"):
            self.records.setdefault(kind, {})[record_id.partition(":")[2] if kind not in ("deal", "instrument", "clause") else record_id] = (
                json.loads(doc)
            )
            self.places[record_id] = (path, line)
            self.names[record_id] = title
        self.links: dict[str, list[tuple[str, str]]] = {}
        for target, source, name in store.query("SELECT target, source, field FROM link ORDER BY target, source, field"):
            self.links.setdefault(target, []).append((source, name))
        self.former: list[tuple[str, str]] = [(a, b) for a, b in store.query("SELECT old, id FROM former_id ORDER BY old")]
        self.lanes = self._lanes()
        self.lane_of: dict[str, Lane] = {}
        for lane in self.lanes:
            for version in lane.versions:
                if version.doc["implied_by"] is None:
                    self.lane_of.setdefault(version.id, lane)
        self.listed: dict[str, list[str]] = {}
        for deal, clause in store.query("SELECT l.deal, c.id FROM listed_in AS l JOIN clause AS c ON c.n = l.clause ORDER BY l.deal, c.place"):
            self.listed.setdefault(deal, []).append(clause)

    def of(self, kind: str) -> dict[str, Document]:
        """All records of a kind by bare id."""
        return self.records.get(kind, {})

    # -- lineages ---------------------------------------------------------------------------------

    def _lanes(self) -> list[Lane]:
        rows: dict[int, list[Row]] = {}
        columns = "s.lineage, s.valid_from, s.valid_to, s.clause, s.certainty, s.status, s.role, s.from_lo, s.from_hi, s.to_lo, s.to_hi, s.to_text, s.end_kind, s.replaced_by, s.implied_by"
        sql = f"SELECT {columns} FROM segment AS s WHERE s.known_from <= ? AND s.known_to > ? ORDER BY s.lineage, s.valid_from, s.clause"
        for values in self.store.query(sql, EVER, EVER):
            row = Row(values)
            rows.setdefault(row.lineage, []).append(row)
        lanes = []
        for lineage in self.store.lineages():
            found = rows.get(lineage.n, [])
            versions = self._versions(found, lineage.term)
            if not versions:
                continue
            first, last = min(v.start for v in versions), max(v.end for v in versions)
            gaps = [(r.start, r.end) for r in found if r.gap and r.start > first and r.end < last]
            lane = Lane(lineage.n, lineage.term, lineage.subject, lineage.holder, lineage.scope, versions, gaps)
            lane.score = self._score(lane)
            lanes.append(lane)
        return lanes

    def _versions(self, rows: Iterable[Row], term: str) -> list[Version]:
        found: list[Version] = []
        open_: dict[tuple[int, str | None], Version] = {}
        for row in rows:
            if row.gap:
                continue
            key = (row.clause, row.implied_by)
            version = open_.get(key)
            if version is None or version.end < row.start:
                version = Version(self.store.document(row, term=term), row.start, row.end, row.end, row.end, row.role)
                open_[key] = version
                found.append(version)
            version.end = max(version.end, row.end)
            if row.certainty == "certain":
                if version.sure_from >= version.sure_to:
                    version.sure_from = row.start
                version.sure_to = row.end
        for version in found:
            if version.sure_from >= version.sure_to:
                version.sure_from = version.sure_to = version.end
            version.doc["certainty"] = "possible" if version.doc["observed"] or version.sure_from == version.sure_to else "certain"
        found.sort(key=lambda v: (v.start, v.sure_from, v.id))
        for version in found:
            version.was = next((v for v in found if v.doc["replaced_by"] == version.id and v is not version), None)
            version.ends = version.end < FOREVER and not any(v.id == version.doc["replaced_by"] for v in found)
        return found

    def _score(self, lane: Lane) -> float:
        """How much there is to say about a lane: its versions first, then what refers to them."""
        ids = {v.id for v in lane.versions}
        own = [v for v in lane.versions if v.doc["implied_by"] is None]
        linked = sum(1 for i in ids for source, name in self.links.get(i, ()) if name in ("about", "evidence", "restates"))
        disputes = len({d for v in lane.versions for d in v.doc["disputes"]})
        main = sum(2.0 for v in own if v.role == "version" and not v.doc["observed"]) + 0.6 * sum(
            1 for v in own if v.role != "version" or v.doc["observed"]
        )
        plain = 1.5 if lane.scope is None else 0.0
        many = -1.0 if all(v.role != "version" for v in own) else 0.0
        holder = 1.5 if self.term(lane.term).get("answer") == "holder" else 0.0
        return main + min(linked, 8) * 0.35 + min(disputes, 4) * 0.4 + plain + many + holder + 0.5 * len({v.doc["exclusive"] for v in own})

    def deal_lanes(self, deal: str) -> list[Lane]:
        """Lanes with at least one clause listed in that deal, in the order of the vocabulary."""
        return list(self._deal_lanes.get(deal, ()))

    @cached_property
    def _deal_lanes(self) -> dict[str, list[Lane]]:
        places = {lane.n: n for n, lane in enumerate(self.lanes)}
        among: dict[str, dict[int, Lane]] = {}
        for lane in self.lanes:
            for version in lane.versions:
                if version.doc["implied_by"] is None:
                    among.setdefault(version.id, {})[places[lane.n]] = lane
        found = {deal: {n: x for i in ids for n, x in among.get(i, {}).items()} for deal, ids in self.listed.items()}
        return {deal: [lanes[n] for n in sorted(lanes)] for deal, lanes in found.items()}

    def grouped(self, lanes: Iterable[Lane]) -> list[tuple[str, list[Lane]]]:
        """Lanes under the headings of their terms, the weightiest heading first."""
        groups: dict[str, list[Lane]] = {}
        for lane in lanes:
            groups.setdefault(str(self.term(lane.term).get("group") or "Terms"), []).append(lane)
        for found in groups.values():
            best = {(x.term): max(y.score for y in found if y.term == x.term) for x in found}
            found.sort(key=lambda x: (-best[x.term], x.term, -x.score, x.n))
        return sorted(groups.items(), key=lambda g: (-max(x.score for x in g[1]), g[0]))

    def qualify(self, lanes: Iterable[Lane], subject: str | None) -> None:
        """Give each lane the words that tell it from others of its term, for a page mainly about one subject."""
        lanes = list(lanes)
        for lane in lanes:
            same = [x for x in lanes if x.term == lane.term]
            words = []
            if lane.subject != subject or len({x.subject for x in same}) > 1:
                words.append(self.party(lane.subject))
            if lane.holder and (len({(x.holder, x.subject) for x in same}) > 1 or lane.subject != subject):
                words.append(" and ".join(self.party(h) for h in lane.holder.split("+")))
            lane.qualifier = " → ".join(words) if len(words) > 1 else "".join(words)
            if lane.scope:
                lane.qualifier += (", " if lane.qualifier else "") + lane.scope

    # -- days -------------------------------------------------------------------------------------

    def changes(self, lanes: Iterable[Lane]) -> list[Change]:
        """Every day on which the clauses that hold in these lanes changed, oldest first."""
        found: dict[int, Change] = {}
        for lane in lanes:
            for version in lane.versions:
                if version.start > DAWN:
                    found.setdefault(version.start, Change(version.start)).began.append((lane, version))
                if version.ends:
                    found.setdefault(version.end, Change(version.end)).ended.append((lane, version))
        return [found[day] for day in sorted(found)]

    # -- names ------------------------------------------------------------------------------------

    def party(self, party: str | None) -> str:
        """A party's name."""
        return str(self.of("party").get(party or "", {}).get("name") or party or "")

    def term(self, term: str) -> Document:
        """A term's record."""
        return self.of("term").get(term, {"label": term, "answer": "text", "group": ""})

    def title_of(self, record_id: str) -> str:
        """What people call a record."""
        doc = self.of("clause").get(record_id)
        if doc:
            scope = f" ({doc['scope']})" if doc["scope"] else ""
            return f"{self.term(doc['term'])['label']}{scope}"
        return self.names.get(record_id, record_id)

    @cached_property
    def hues(self) -> dict[str, str]:
        """The parties that have a color of their own everywhere: those that hold most."""
        held: dict[str, float] = {}
        for lane in self.lanes:
            for doc in (v.doc for v in lane.versions):
                for holder in [doc["holder"]] if doc["holder"] else doc["holders"]:
                    held[holder] = held.get(holder, 0) + lane.score
        ranked = sorted(held, key=lambda p: (-held[p], p))
        if self.focus in held:  # the party that the knowledge base is about is seen everywhere, however little it holds
            ranked = [*ranked[:2], *([self.focus] if self.focus not in ranked[:2] else []), *(p for p in ranked[2:] if p != self.focus)]
        return {party: hue.name for party, hue in zip(ranked, HUES, strict=False)}

    def page_hues(self, lanes: Iterable[Lane]) -> dict[str, str]:
        """Colors for one chart: parties with a color of their own keep it; free colors go to the others; where there are far more holders, colors take turns."""
        order: list[str] = []
        for lane in lanes:
            for version in lane.versions:
                holder = version.doc["holder"]
                if holder and holder not in order:
                    order.append(holder)
        found = {p: h for p, h in self.hues.items() if p in order}
        rest = [p for p in order if p not in found]
        if len(order) > 2 * len(HUES):
            return {p: HUES[n % len(HUES)].name for n, p in enumerate(order)}
        free = [h.name for h in HUES if h.name not in found.values()]
        found.update(zip(rest, free, strict=False))
        return found

    # -- words ------------------------------------------------------------------------------------

    def labels(self, lane: Lane, doc: Document) -> tuple[str, ...]:
        """Names for a bar, the longest first; every other one is part of it."""
        if doc["clause"] is None:
            return ("Nothing on record", "Nothing")
        long = str(doc["label"] or self._made_label(lane, doc))
        found = {long}
        for mark in (", ", "; ", r" \(", " through ", " until ", " for ", r"(?<=[\d%]) of "):
            heads = {name: re.split(mark, name, maxsplit=1)[0].rstrip(",;") for name in found}
            found |= {head for name, head in heads.items() if 3 <= len(head) < len(name) and (mark == ", " or "," not in head)}
        holder = self.of("party").get(doc["holder"] or "", {})
        name = str(holder.get("name") or "")
        if name and re.match(rf"{re.escape(name)}(?![\w'’])", long):
            found |= {n for n in (name, *holder["aliases"]) if re.search(rf"(?<!\w){re.escape(n)}(?!\w)", name)}
        return tuple(sorted(found, key=lambda name: (-len(name), name)))

    def _made_label(self, lane: Lane, doc: Document) -> str:
        parts = []
        holder = holder_words(self.store, doc)
        if holder and (not lane.holder or not doc["value"]):
            parts.append(holder)
        if doc["value"]:
            words = value_words(doc["value"])
            parts.insert(0, words if len(words) <= 42 else words[:40].rpartition(" ")[0] + " …")
        if doc["exclusive"]:
            parts.append("exclusive")
        if doc["state"] == "no" and not (doc["value"] and doc["value"]["text"]):
            parts.append("ended" if any(v.id == doc["replaces"] for v in lane.versions) else "no")
        elif doc["state"] == "partly":
            parts.append("in part")
        elif not parts and doc["state"] == "yes":
            parts.append("yes")
        return ", ".join(parts) or ("unstated" if doc["status"] == "unstated" else str(self.term(doc["term"])["label"]))

    def whose(self, doc: Document) -> str:
        """Whose word a clause is, in a few words; empty where it may be said as plain fact."""
        return "" if doc["status"] in ("confirmed", "unstated") else whose_word(self.store, doc)

    def told(self, doc: Document) -> str:
        """The clause in its own words, for places that show no status: with whose word it is, unless it is confirmed."""
        text = str(doc["text"])
        return f"{text.rstrip('.')} ({by})." if (by := self.whose(doc)) else text

    def says(self, doc: Document, *, dated: bool = False) -> str:
        """The clause as the sentence of its term, in the tense of its end, with whose word it is; ``dated`` adds from when to when it holds."""
        term = self.term(doc["term"])
        past = bool(doc["to"]) and doc["end"] in ("replaced", "ended")
        words = sentence(self.store, doc, term, past=past)
        own = words == str(doc["text"]).rstrip(".")
        if not own and doc["exclusive"] is not None and doc["state"] != "no" and not re.search(r"exclusiv|only|alone", words):
            words += ", exclusively" if doc["exclusive"] else ", not exclusively"
        notes = [self._dates(doc)] if dated else []
        if doc["status"] not in ("confirmed", "unstated"):
            notes.append(whose_word(self.store, doc))
        return words[:1].upper() + words[1:] + (f" ({'; '.join(n for n in notes if n)})" if any(notes) else "") + "."

    def _dates(self, doc: Document) -> str:
        words = span_words(doc, self.checked)
        return f"{words}, no end stated" if not doc["to"] and not doc["observed"] and doc["from"] else words

    def question(self, lane: Lane, doc: Document | None) -> str:
        """What a lane answers, as a question that a day completes: "Who is …", or the term's name where its sentence gives no question."""
        term = self.term(lane.term)
        past = bool(doc) and bool(doc and doc["to"]) and (doc or {})["end"] in ("replaced", "ended")
        template = str(term.get("sentence") or "")
        if template.startswith("{holder} ") and "{value}" not in template and "{scope}" not in template and template.count("{holder}") == 1:
            rest = tensed(template.removeprefix("{holder} "), past=past)
            return f"Who {rest.replace('{subject}', self.party(lane.subject))}"
        return f"{term['label']}, {self.party(lane.subject)}: what {'held' if past else 'holds'}"


def stamped(site: Site, document: Document) -> Document:
    """A document with what every file of the site says: license, the day it speaks of, and that it is no legal advice."""
    return {
        **document,
        "generated": iso_or_none(site.checked),
        "license": site.meta["license"] or None,
        "notice": "A summary of public statements and reports. Not legal advice.",
    }


def iso_text(day: int) -> str:
    """ISO text, empty for an unbounded day."""
    return iso_or_none(day) or ""
