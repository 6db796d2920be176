"""The records of all files, put together: each id once, and every id in the form that is printed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TypeVar

from tenor.findings import Finding, at
from tenor.frontmatter import Document, Node, Table
from tenor.model import (
    Change,
    Claim,
    Clause,
    Commentary,
    Deal,
    Dispute,
    Event,
    Instrument,
    Observation,
    Origin,
    Party,
    Records,
    Settings,
    Source,
    Term,
)  # fmt: skip
from tenor.reader import accounts, instruments, sources, vocabulary
from tenor.reader.fields import ID, Sheet, shape
from tenor.reader.index import Index, former_ids, prefixed

T = TypeVar("T")
Reader = Callable[[Sheet, Table, str, str], T | None]


class Collection:
    """Records as they come in, file by file, in the order of their paths."""

    def __init__(self) -> None:
        self.findings: list[Finding] = []
        self.sheets: list[Sheet] = []
        self.parties: dict[str, Party] = {}
        self.terms: dict[str, Term] = {}
        self.deals: dict[str, Deal] = {}
        self.instruments: dict[str, Instrument] = {}
        self.sources: dict[str, Source] = {}
        self.events: dict[str, Event] = {}
        self.disputes: dict[str, Dispute] = {}
        self.observations: dict[str, Observation] = {}
        self.commentaries: dict[str, Commentary] = {}
        self.changes: list[Change] = []

    def add(self, path: str, document: Document) -> None:
        """Take in one file. ``path`` is relative to the knowledge base and decides what kind of record it is."""
        sheet = Sheet(path)
        sheet.findings.extend(document.findings)
        self.sheets.append(sheet)
        folder, _, name = path.rpartition("/")
        stem = name.rpartition(".")[0]
        if folder == "sources" or path == "changes.yaml":
            self._yaml(sheet, document.node, stem, folder)
        elif folder == "parties":
            self._record(sheet, document, stem, f"party:{stem}", vocabulary.party, self.parties)
        elif folder == "terms":
            self._record(sheet, document, stem, f"term:{stem}", vocabulary.term, self.terms)
        elif folder == "events":
            self._record(sheet, document, stem, f"event:{stem}", accounts.event, self.events)
        elif folder == "disputes":
            self._record(sheet, document, stem, f"dispute:{stem}", accounts.dispute, self.disputes)
        elif folder == "observations":
            self._record(sheet, document, stem, f"observation:{stem}", accounts.observation, self.observations)
        elif folder == "commentary":
            self._record(sheet, document, stem, f"commentary:{stem}", accounts.commentary, self.commentaries)
        else:
            deal = folder.partition("/")[2]
            if name == "deal.md":
                self._record(sheet, document, deal, deal, instruments.deal, self.deals)
            else:
                self._record(sheet, document, f"{deal}/{stem}", f"{deal}/{stem}", instruments.instrument, self.instruments)

    def _record(self, sheet: Sheet, document: Document, id: str, public: str, read: Reader[T], into: dict[str, T]) -> None:
        if not all(ID.fullmatch(part) for part in id.split("/")):
            sheet.add("T008", f"the file name makes no id: `{id}`", 1, 1, fix="use lower-case letters, digits, dots and hyphens")
            sheet.broken.append(public)
            return
        found: T | None = None
        if isinstance(document.node, Table):
            found = read(sheet, document.node, id, document.body)
        elif document.node is not None:
            sheet.add("T005", f"the head is {shape(document.node)}, not a group of keys", document.node.line, document.node.column)
        if found is None:
            sheet.broken.append(public)
        else:
            into[id] = found

    def _yaml(self, sheet: Sheet, node: Node | None, stem: str, folder: str) -> None:
        if node is None:
            if sheet.findings and folder:
                sheet.broken.append(f"source:{stem}-*")
            return
        if not folder:
            self.changes.extend(sources.changes(sheet, node))
            return
        for source in sources.sources(sheet, node):
            first = self.sources.setdefault(source.id, source)
            if first is not source:
                where = f"{first.origin.path}, line {first.origin.line}"
                sheet.findings.append(
                    at(
                        source.origin,
                        "T007",
                        f"the source id `{source.id}` is taken ({where})",
                        key="id",
                        id=f"source:{source.id}",
                        fix="end it in -2, -3 …",
                    )
                )

    def records(self, settings: Settings) -> Records:
        """Everything that was read. Fields that can hold records of several kinds then have whole public ids."""
        clauses = {clause.id: clause for i in self.instruments.values() for clause in i.clauses}
        broken = frozenset(id for sheet in self.sheets for id in sheet.broken)
        raw = Records(
            settings, self.parties, self.terms, self.deals, self.instruments, clauses, self.sources, self.events, self.disputes,
            self.observations, self.commentaries, tuple(self.changes), broken,
        )  # fmt: skip
        whole = _whole(raw)
        self.findings = [finding for sheet in self.sheets for finding in sheet.findings]
        self.findings.extend(_collisions(whole))
        return whole


def _collisions(records: Records) -> Iterable[Finding]:
    """Old ids that are also the id of a living record, or of two."""
    live = Index(records).kinds
    taken: dict[str, str] = {}
    for old, new, origin in _formerly(records):
        if old in live or taken.get(old, new) != new:
            other = old if old in live else taken[old]
            yield at(
                origin, "T007", f"the old id `{old}` is also that of `{other}`", key="formerly", id=new, fix="drop the old id: ids are never reused"
            )
        taken.setdefault(old, new)


def _formerly(records: Records) -> Iterable[tuple[str, str, Origin]]:
    origins: dict[str, Origin] = {}
    for plain in (records.deals, records.instruments, records.clauses):
        origins.update((id, record.origin) for id, record in plain.items())
    for kind, found in prefixed(records):
        origins.update((f"{kind}:{id}", record.origin) for id, record in found.items())
    for commentary in records.commentaries.values():
        origins.update((f"commentary:{commentary.id}#{claim.id}", claim.origin) for claim in commentary.claims)
    for old, new in former_ids(records):
        yield old, new, origins[new]


def _whole(records: Records) -> Records:
    """The same records with every id written out: no bare names where several kinds can stand, and no old ids."""
    renamed = replace(
        records,
        instruments={id: _old_names(i) for id, i in records.instruments.items()},
    )
    renamed = replace(renamed, clauses={c.id: c for i in renamed.instruments.values() for c in i.clauses})
    index = Index(renamed)

    def one(text: str) -> str:
        found = (text,) if text in index.kinds else index.resolve(text)
        return found[0] if len(found) == 1 else text

    def each(texts: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(map(one, texts)) if texts else texts

    def maybe(text: str | None) -> str | None:
        return one(text) if text else text

    def clause(c: Clause) -> Clause:
        if not (c.from_clauses or c.replaces or c.adds_to or c.part_of or c.exception_to or c.discloses or c.retracts or c.last_stated or c.ended_by):
            return c
        return replace(
            c, from_clauses=each(c.from_clauses), replaces=each(c.replaces), adds_to=maybe(c.adds_to), part_of=maybe(c.part_of),
            exception_to=maybe(c.exception_to), discloses=maybe(c.discloses), retracts=each(c.retracts), last_stated=maybe(c.last_stated),
            ended_by=maybe(c.ended_by),
        )  # fmt: skip

    def claim(c: Claim) -> Claim:
        return replace(c, about=each(c.about), evidence=each(c.evidence))

    instruments_ = {
        id: replace(
            i, amends=each(i.amends), restates=tuple(replace(r, clause=one(r.clause)) for r in i.restates), clauses=tuple(map(clause, i.clauses))
        )
        for id, i in renamed.instruments.items()
    }
    return replace(
        renamed,
        instruments=instruments_,
        clauses={c.id: c for i in instruments_.values() for c in i.clauses},
        terms={id: replace(t, questions=tuple(replace(q, clauses=each(q.clauses)) for q in t.questions)) for id, t in records.terms.items()},
        events={id: replace(e, about=each(e.about)) for id, e in records.events.items()},
        disputes={id: replace(d, about=each(d.about)) for id, d in records.disputes.items()},
        observations={id: replace(o, about=each(o.about)) for id, o in records.observations.items()},
        commentaries={id: replace(c, claims=tuple(map(claim, c.claims))) for id, c in records.commentaries.items()},
        changes=tuple(replace(c, ids=each(c.ids)) for c in records.changes),
    )


def _old_names(instrument: Instrument) -> Instrument:
    """Old ids of instruments and clauses may be written short, as within their deal or document."""
    formerly = tuple(old if "/" in old else f"{instrument.deal}/{old}" for old in instrument.formerly)
    clauses = tuple(
        replace(c, formerly=tuple(old if "#" in old else f"{instrument.id}#{old}" for old in c.formerly)) if c.formerly else c
        for c in instrument.clauses
    )
    return replace(instrument, formerly=formerly, clauses=clauses)
