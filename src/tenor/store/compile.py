"""Records in, SQLite file out: the same records and the same SQLite give the same bytes.

The file is written beside its place and moved in whole, so a reader sees the old one or the new one and never a half. Rows go in sorted,
indexes come last, and nothing of the clock or the machine goes in.
"""

from __future__ import annotations

import json
import os
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from sqlmodel import SQLModel

from tenor.ask.names.matters import matter_entries
from tenor.ask.names.texts import text_entries
from tenor.ask.names.vocabulary import patterns, phrases, spellings
from tenor.dates import DAWN, FOREVER, iso_or_none
from tenor.documents import Document, Documents, citations, plain
from tenor.errors import KnowledgeBaseError
from tenor.evidence import cites_known, source_known
from tenor.model import Cite, Clause, Commentary, Records
from tenor.store import schema
from tenor.timeline import LineageKey, Timeline

Row = tuple[Any, ...]


def compile_records(records: Records, digest: str, path: Path) -> None:
    """Write the database of these records to ``path``, whole or not at all.

    Raises:
        KnowledgeBaseError: the file cannot be written (no room, no permission); what was there stays.
    """
    beside: Path | None = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=".tenor-", suffix=".db", dir=path.parent)
        os.close(handle)
        beside = Path(name)
        _fill(records, digest, beside)
        with beside.open("rb") as written:
            os.fsync(written.fileno())
        beside.chmod(0o644)
        beside.replace(path)
    except (OSError, sqlite3.Error) as error:
        why = getattr(error, "strerror", None) or error
        raise KnowledgeBaseError(
            f"the database cannot be written: {why}",
            where=str(path),
            hint="make room, or choose another folder: XDG_CACHE_HOME, or 'tenor build -o FILE'",
        ) from error
    finally:
        if beside is not None:
            beside.unlink(missing_ok=True)


def _fill(records: Records, digest: str, path: Path) -> None:
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("PRAGMA page_size = 4096")
        connection.execute(f"PRAGMA user_version = {schema.SCHEMA_VERSION}")
        connection.execute("BEGIN")
        for statement in schema.table_statements():
            connection.execute(statement)
        for table, rows in Rows(records, digest).tables():
            _insert(connection, table, rows)
        for statement in schema.index_statements():
            connection.execute(statement)
        connection.execute(schema.SEARCH)
        connection.executemany("INSERT INTO search (id, kind, title, body) VALUES (?, ?, ?, ?)", _search_rows(records))
        connection.execute("INSERT INTO search (search) VALUES ('optimize')")
        for view in schema.VIEWS.values():
            connection.execute(view)
        connection.execute("ANALYZE")
        connection.execute("COMMIT")
    finally:
        connection.close()


def _insert(connection: sqlite3.Connection, table: type[SQLModel], rows: Iterable[Row]) -> None:
    marks = ", ".join("?" * len(schema.table(table).columns))
    connection.executemany(f"INSERT INTO {schema.table(table).name} VALUES ({marks})", rows)


def dump(document: object) -> str:
    """JSON as it is stored: compact, keys in their order, no escapes for letters."""
    return json.dumps(document, ensure_ascii=False, separators=(",", ":"))


class Rows:
    """The rows of every table, sorted."""

    def __init__(self, records: Records, digest: str) -> None:
        self.records = records
        self.digest = digest
        self.timeline = Timeline(records)
        self.documents = Documents(self.timeline)
        self.lineages: dict[LineageKey, int] = {
            key: n for n, key in enumerate(sorted(self.timeline.lineages, key=lambda k: (k.term, k.subject, k.holder or "", k.scope or "")), 1)
        }
        ordered = sorted(self.timeline.clauses.values(), key=lambda c: (_first_day(c), c.id))
        self.clauses: dict[str, int] = {c.id: n for n, c in enumerate(ordered, 1)}

    def tables(self) -> Iterator[tuple[type[SQLModel], Iterable[Row]]]:
        """Each table with its rows, in the order of the schema."""
        records = self.records
        yield schema.Meta, sorted(self._meta().items())
        yield schema.Record, sorted(self._records())
        yield schema.Alias, sorted(self._former())
        yield schema.Link, sorted(set(self._links()))
        yield schema.Party, sorted((p.id, p.name, p.kind) for p in records.parties.values())
        yield schema.Product, sorted((x.id, x.name, p.id) for p in records.parties.values() for x in p.products)
        yield schema.Term, sorted((t.id, t.label, t.group, t.answer, t.many, t.cuad, n) for n, t in enumerate(records.terms.values()))
        yield schema.Deal, sorted((d.id, d.title, d.kind) for d in records.deals.values())
        yield schema.Coverage, sorted(self._coverage())
        yield (
            schema.Instrument,
            sorted(
                (
                    i.id,
                    i.deal,
                    i.title,
                    i.kind,
                    i.announced.lo if i.announced else DAWN,
                    i.announced.hi if i.announced else FOREVER,
                    self.timeline.evidence.instrument_known(i),
                )
                for i in records.instruments.values()
            ),
        )
        yield schema.Lineage, sorted((n, k.term, k.subject, k.holder, k.scope) for k, n in self.lineages.items())
        yield schema.Clause, self._clauses()
        yield schema.Involves, sorted(set(self._involves()))
        yield schema.Pair, sorted({(c.term, c.subject, h) for c in self.timeline.clauses.values() for h in ((c.holder,) if c.holder else c.holders)})
        yield schema.ListedIn, sorted({(deal, self.clauses[c.id]) for c in self.timeline.clauses.values() for deal in (c.deal, *c.also_in)})
        yield schema.Segment, self._segments()
        yield schema.Source, sorted(self._sources())
        yield schema.Citation, sorted(self._citations())
        yield (
            schema.Event,
            sorted(
                (e.id, e.title, e.date.text, e.date.lo, e.date.hi, e.kind, e.status, cites_known(e.cites, records.sources))
                for e in records.events.values()
            ),
        )
        yield schema.Claim, sorted(self._claims())
        vocabulary = phrases(records)
        yield schema.Phrase, [(p.key, p.kind, p.target, p.place, p.said, p.extra) for p in vocabulary]
        yield schema.Pattern, patterns(vocabulary, records)
        yield schema.Spelling, spellings(vocabulary, records)
        told = text_entries(records)
        yield schema.Told, sorted([*told, *matter_entries(records, vocabulary, told)])

    def _meta(self) -> dict[str, str]:
        settings = self.records.settings
        return {
            "schema": str(schema.SCHEMA_VERSION),
            "digest": self.digest,
            "title": settings.title,
            "version": settings.version,
            "focus": settings.focus or "",
            "checked_through": settings.checked_through.text,
            "license": settings.license,
            "repository": settings.repository,
            "base_url": settings.base_url,
        }

    def _records(self) -> Iterator[Row]:
        records = self.records
        for kind, prefix, found in (
            ("party", "party:", records.parties),
            ("term", "term:", records.terms),
            ("deal", "", records.deals),
            ("instrument", "", records.instruments),
            ("clause", "", records.clauses),
            ("source", "source:", records.sources),
            ("event", "event:", records.events),
            ("dispute", "dispute:", records.disputes),
            ("observation", "observation:", records.observations),
            ("commentary", "commentary:", records.commentaries),
        ):
            for name, record in found.items():
                doc = self._record_document(kind, record)
                yield prefix + name, kind, name, _title(record), _record_day(record), record.origin.path, record.origin.line, dump(doc)
        for commentary in records.commentaries.values():
            for claim in commentary.claims:
                name = f"{commentary.id}#{claim.id}"
                origin = claim.origin
                yield (
                    f"commentary:{name}",
                    "claim",
                    name,
                    claim.says,
                    _record_day(commentary),
                    origin.path,
                    origin.line,
                    dump(self.documents.claim(commentary, claim)),
                )

    def _record_document(self, kind: str, record: Any) -> Document:
        if kind == "clause":
            document: Document = self.documents.clause(record)
            if record.id in self.timeline.evidence.withdrawn:
                document["retracted"] = True
            return document
        document = plain(record)
        if kind == "instrument":
            document["clauses"] = [c.id for c in record.clauses]
        if kind == "commentary":
            document["claims"] = [f"commentary:{record.id}#{c.id}" for c in record.claims]
        if kind in ("event", "observation"):
            document["citations"] = citations(record.cites, self.records)
        if kind == "dispute":
            document["positions"] = [
                {"says": p.says, "value": p.value or None, "citations": citations(p.cites, self.records)} for p in record.positions
            ]
            document["known_from"] = iso_or_none(max((cites_known(p.cites, self.records.sources) for p in record.positions), default=DAWN))
        document.pop("cites", None)
        return document

    def _former(self) -> Iterator[Row]:
        records = self.records
        for prefix, found in (
            ("party:", records.parties), ("term:", records.terms), ("", records.deals), ("", records.instruments), ("", records.clauses),
            ("source:", records.sources), ("event:", records.events), ("dispute:", records.disputes), ("observation:", records.observations),
        ):  # fmt: skip
            for name, record in found.items():
                for old in record.formerly:
                    yield old if old.startswith(prefix) else prefix + old, prefix + name

    def _links(self) -> Iterator[Row]:
        for term in self.records.terms.values():
            yield from ((f"term:{stronger}", f"term:{term.id}", "implied_by") for stronger in term.implied_by)
        for clause in self.records.clauses.values():
            for name in ("replaces", "from_clauses", "retracts"):
                for target in getattr(clause, name):
                    yield target, clause.id, name
            for name in ("adds_to", "part_of", "exception_to", "discloses", "last_stated", "ended_by"):
                if getattr(clause, name):
                    yield getattr(clause, name), clause.id, name
        for instrument in self.records.instruments.values():
            yield from ((target, instrument.id, "amends") for target in instrument.amends)
            yield from ((r.clause, instrument.id, "restates") for r in instrument.restates)
        for event in self.records.events.values():
            yield from ((self.full_id(t), f"event:{event.id}", "about") for t in event.about)
        for dispute in self.records.disputes.values():
            yield from ((self.full_id(t), f"dispute:{dispute.id}", "about") for t in dispute.about)
        for observation in self.records.observations.values():
            yield from ((self.full_id(t), f"observation:{observation.id}", "about") for t in observation.about)
        for commentary in self.records.commentaries.values():
            for claim in commentary.claims:
                for target in claim.about:
                    yield self.full_id(target), f"commentary:{commentary.id}#{claim.id}", "about"
                for target in claim.evidence:
                    yield self.full_id(target), f"commentary:{commentary.id}#{claim.id}", "evidence"
        for record_id, cite in self._cites():
            yield f"source:{cite.source}", record_id, "cites"

    def full_id(self, name: str) -> str:
        """The id with its kind, where a record left the kind out."""
        records = self.records
        if ":" in name or name in records.clauses or name in records.instruments or name in records.deals:
            return name
        for kind, found in (
            ("event", records.events),
            ("dispute", records.disputes),
            ("observation", records.observations),
            ("commentary", records.commentaries),
        ):
            if name.partition("#")[0] in found:
                return f"{kind}:{name}"
        return name

    def _coverage(self) -> Iterator[Row]:
        for deal in self.records.deals.values():
            for n, c in enumerate(deal.coverage):
                for term in c.terms or ("*",):
                    yield deal.id, term, n, c.start.lo if c.start else DAWN, c.checked_through.hi, c.gaps

    def _clauses(self) -> Iterator[Row]:
        terms = self.records.terms
        for place, (clause_id, n) in enumerate(self.clauses.items()):
            c = self.timeline.clauses[clause_id]
            cuad = terms[c.term].cuad if c.term in terms else ""
            yield (
                n, c.id, self.lineages[self.timeline.key(c)], c.instrument, c.deal, c.term, c.subject, c.holder, c.scope, c.state,
                {"yes": True, "no": False}.get(c.exclusive or ""), c.status, cuad, self.timeline.evidence.clause_known(c), place,
                dump(self.documents.clause(c)),
            )  # fmt: skip

    def _involves(self) -> Iterator[Row]:
        for clause_id, n in self.clauses.items():
            clause = self.timeline.clauses[clause_id]
            yield clause.subject, n, "subject"
            for holder in clause.all_holders:
                yield holder, n, "holder"
            instrument = self.records.instruments.get(clause.instrument)
            for party in instrument.parties if instrument else ():
                yield party, n, "party"

    def _segments(self) -> Iterator[Row]:
        rows: list[Row] = []
        for key, lineage in self.lineages.items():
            for known_from, known_to, s in self.timeline.bitemporal(key):
                clause = self.clauses[s.clause] if s.clause else 0
                rows.append((
                    lineage, s.start, known_from, clause, s.end, known_to, s.certainty, s.status, s.role, s.from_lo, s.from_hi, s.to_lo, s.to_hi, s.to,
                    s.end_kind, s.replaced_by, s.implied_by,
                ))  # fmt: skip
        rows.sort(key=lambda r: r[:5])
        return iter(rows)

    def _sources(self) -> Iterator[Row]:
        for s in self.records.sources.values():
            issued = s.issued.text if s.issued else None
            yield s.id, s.title, s.publisher, s.tier, issued, source_known(s), s.url or None, s.archive or None, s.read, dump(plain(s.csl))

    def _cites(self) -> Iterator[tuple[str, Cite]]:
        records = self.records
        for clause in records.clauses.values():
            yield from ((clause.id, c) for c in self.timeline.evidence.all_cites(clause))
            if clause.value:
                yield from ((clause.id, c) for c in clause.value.cites)
        for event in records.events.values():
            yield from ((f"event:{event.id}", c) for c in event.cites)
        for dispute in records.disputes.values():
            yield from ((f"dispute:{dispute.id}", c) for p in dispute.positions for c in p.cites)
        for observation in records.observations.values():
            yield from ((f"observation:{observation.id}", c) for c in observation.cites)
        for commentary in records.commentaries.values():
            yield f"commentary:{commentary.id}", Cite(commentary.source)
            for claim in commentary.claims:
                yield from ((f"commentary:{commentary.id}#{claim.id}", c) for c in claim.cites)

    def _citations(self) -> Iterator[Row]:
        counts: dict[str, int] = {}
        for record_id, cite in self._cites():
            if cite.source in self.records.sources:
                counts[record_id] = counts.get(record_id, 0) + 1
                yield record_id, counts[record_id], cite.source, cite.at, ",".join(cite.relayed_by), not cite.part

    def _claims(self) -> Iterator[Row]:
        place = 0
        for commentary in self.records.commentaries.values():
            for claim in commentary.claims:
                place += 1
                when = claim.on or commentary.published
                doc = dump(self.documents.claim(commentary, claim))
                name = f"commentary:{commentary.id}#{claim.id}"
                yield name, commentary.speaker, commentary.published.hi, when.lo, when.hi, claim.status, claim.verdict, place, doc


def _first_day(clause: Clause) -> int:
    if clause.start is not None:
        return clause.start.lo if clause.start.lo > DAWN else clause.start.hi
    return clause.observed[0].lo if clause.observed else DAWN


def _title(record: Any) -> str:
    for name in ("title", "label", "name", "says"):
        if getattr(record, name, ""):
            return str(getattr(record, name))
    return str(record.id)


def _record_day(record: Any) -> int | None:
    for name in ("announced", "date", "published", "issued", "start"):
        date = getattr(record, name, None)
        if date is not None:
            return int(date.lo) if date.lo > DAWN else None
    return None


def _search_rows(records: Records) -> Iterator[Row]:
    """One row a record for the full-text index, in id order."""
    rows: list[Row] = []
    for party in records.parties.values():
        rows.append(
            (f"party:{party.id}", "party", party.name, " ".join((party.full_name, *party.aliases, *(p.name for p in party.products), party.body)))
        )
    for term in records.terms.values():
        rows.append((f"term:{term.id}", "term", term.label, " ".join((*term.names, term.body))))
    for deal in records.deals.values():
        rows.append((deal.id, "deal", deal.title, f"{deal.summary} {deal.body}"))
    for instrument in records.instruments.values():
        rows.append((instrument.id, "instrument", instrument.title, " ".join((*instrument.names, instrument.body))))
    for clause in records.clauses.values():
        term_label = records.terms[clause.term].label if clause.term in records.terms else clause.term
        rows.append(
            (
                clause.id,
                "clause",
                f"{term_label}{f' ({clause.scope})' if clause.scope else ''}",
                " ".join((clause.says, clause.ends_when, clause.note, clause.label)),
            )
        )
    for source in records.sources.values():
        rows.append((f"source:{source.id}", "source", source.title, f"{source.publisher} {source.note}"))
    for event in records.events.values():
        rows.append((f"event:{event.id}", "event", event.title, " ".join((event.says, *event.names, event.note, event.body))))
    for dispute in records.disputes.values():
        rows.append(
            (
                f"dispute:{dispute.id}",
                "dispute",
                dispute.title,
                " ".join((*(p.says for p in dispute.positions), dispute.why, *dispute.names, dispute.body)),
            )
        )
    for observation in records.observations.values():
        rows.append(
            (
                f"observation:{observation.id}",
                "observation",
                observation.title,
                " ".join((observation.method, *(v.what for v in observation.values), observation.body)),
            )
        )
    for commentary in records.commentaries.values():
        rows.extend(_claim_search_rows(commentary))
    return iter(sorted(rows))


def _claim_search_rows(commentary: Commentary) -> Iterator[Row]:
    for claim in commentary.claims:
        yield f"commentary:{commentary.id}#{claim.id}", "claim", claim.says, " ".join((claim.our_note, *claim.names))
