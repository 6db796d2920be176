"""The tables, as SQLModel models, and the views for people who open the file with other programs.

Days are integers since 1970-01-01; an open end is :data:`tenor.dates.FOREVER`, never NULL, so that one index answers every question about time.
Prose and sources stand in documents (JSON) beside the columns that are searched. The views speak ISO dates.
"""

from __future__ import annotations

from typing import cast

from sqlalchemy import Index, Table
from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable
from sqlmodel import Field, SQLModel

#: Raised by one whenever a table, a column or a document changes its meaning. A file with another number is compiled anew.
SCHEMA_VERSION = 9

_KEYED = {"sqlite_with_rowid": False}


class Meta(SQLModel, table=True):
    """Facts about the file: schema version, digest of the records, title, version, focus, checked-through day."""

    __table_args__ = _KEYED
    key: str = Field(primary_key=True)
    value: str


class Record(SQLModel, table=True):
    """Every record by its full id, with the document that ``tenor show`` prints."""

    __tablename__ = "record"
    __table_args__ = (Index("record_by_name", "name"), Index("record_by_kind", "kind", "day"))
    id: str = Field(primary_key=True)
    kind: str
    name: str
    title: str
    day: int | None
    path: str
    line: int
    doc: str


class Alias(SQLModel, table=True):
    """A former id and the record that has it now."""

    __tablename__ = "former_id"
    __table_args__ = _KEYED
    old: str = Field(primary_key=True)
    id: str


class Link(SQLModel, table=True):
    """One record names another, in that field."""

    __tablename__ = "link"
    __table_args__ = (_KEYED,)
    target: str = Field(primary_key=True)
    source: str = Field(primary_key=True)
    field: str = Field(primary_key=True)


class Party(SQLModel, table=True):
    """A party."""

    __table_args__ = _KEYED
    id: str = Field(primary_key=True)
    name: str
    kind: str


class Product(SQLModel, table=True):
    """A product or brand, and the party it belongs to."""

    __table_args__ = _KEYED
    id: str = Field(primary_key=True)
    name: str
    party: str


class Term(SQLModel, table=True):
    """A term of the vocabulary."""

    __table_args__ = _KEYED
    id: str = Field(primary_key=True)
    label: str
    grp: str
    answer: str
    many: bool
    cuad: str
    place: int


class Deal(SQLModel, table=True):
    """A line of instruments."""

    __table_args__ = _KEYED
    id: str = Field(primary_key=True)
    title: str
    kind: str


class Coverage(SQLModel, table=True):
    """From when to when a deal's record claims to be complete for a term (``*`` for all)."""

    __table_args__ = _KEYED
    deal: str = Field(primary_key=True)
    term: str = Field(primary_key=True)
    n: int = Field(primary_key=True)
    first: int
    checked: int
    gaps: str


class Instrument(SQLModel, table=True):
    """A dated document of a deal."""

    __table_args__ = (Index("instrument_by_deal", "deal", "announced"), _KEYED)
    id: str = Field(primary_key=True)
    deal: str
    title: str
    kind: str
    announced: int
    announced_last: int
    known_from: int


class Lineage(SQLModel, table=True):
    """The versions of one term for one subject."""

    __table_args__ = (Index("lineage_by_term", "term", "subject"), Index("lineage_by_subject", "subject"))
    n: int = Field(primary_key=True)
    term: str
    subject: str
    holder: str | None
    scope: str | None


class Clause(SQLModel, table=True):
    """One version of a term for a subject: what is searched, and its document."""

    __table_args__ = (
        Index("clause_by_lineage", "lineage"),
        Index("clause_by_term", "term", "subject"),
        Index("clause_by_deal", "deal"),
        Index("clause_by_instrument", "instrument"),
    )
    n: int = Field(primary_key=True)
    id: str = Field(unique=True)
    lineage: int
    instrument: str
    deal: str
    term: str
    subject: str
    holder: str | None
    scope: str | None
    state: str | None
    exclusive: bool | None
    status: str
    cuad: str
    known_from: int
    place: int
    doc: str


class Involves(SQLModel, table=True):
    """A party of a clause: its subject, a holder, or a party of its instrument (``role``)."""

    __table_args__ = (Index("involves_by_clause", "clause"), _KEYED)
    party: str = Field(primary_key=True)
    clause: int = Field(primary_key=True)
    role: str = Field(primary_key=True)


class Pair(SQLModel, table=True):
    """Subject and holder of a term in some clause, on whatever days."""

    __table_args__ = (Index("pair_by_holder", "holder"), _KEYED)
    term: str = Field(primary_key=True)
    subject: str = Field(primary_key=True)
    holder: str = Field(primary_key=True)


class ListedIn(SQLModel, table=True):
    """A deal that lists a clause: its own, and those it is also in."""

    __tablename__ = "listed_in"
    __table_args__ = (_KEYED,)
    deal: str = Field(primary_key=True)
    clause: int = Field(primary_key=True)


class Segment(SQLModel, table=True):
    """On the days ``[valid_from, valid_to)``, as known on the days ``[known_from, known_to)``, this clause held; ``clause`` 0 is a gap.

    For one lineage and one known day the rows leave no day of valid time out.
    """

    __table_args__ = (
        Index("segment_by_time", "valid_from", "valid_to", "lineage"),
        Index("segment_by_clause", "clause", "known_from"),
        _KEYED,
    )
    lineage: int = Field(primary_key=True)
    valid_from: int = Field(primary_key=True)
    known_from: int = Field(primary_key=True)
    clause: int = Field(primary_key=True)
    valid_to: int = Field(primary_key=True)
    known_to: int
    certainty: str
    status: str
    role: str
    from_lo: int
    from_hi: int
    to_lo: int
    to_hi: int
    to_text: str | None
    end_kind: str
    replaced_by: str | None
    implied_by: str | None


class Source(SQLModel, table=True):
    """A document that somebody published."""

    __table_args__ = _KEYED
    id: str = Field(primary_key=True)
    title: str
    publisher: str
    tier: str
    issued: str | None
    known_from: int
    url: str | None
    archive: str | None
    read: str
    csl: str


class Citation(SQLModel, table=True):
    """A clause, event, dispute, observation or claim rests on a source (``full`` 0 where the source says only a part)."""

    __table_args__ = (Index("citation_by_source", "source"), _KEYED)
    record: str = Field(primary_key=True)
    n: int = Field(primary_key=True)
    source: str
    locator: str
    relayed_by: str
    full: bool


class Event(SQLModel, table=True):
    """Something that happened and is no agreement."""

    __table_args__ = (Index("event_by_day", "day"), _KEYED)
    id: str = Field(primary_key=True)
    title: str
    date: str
    day: int
    last_day: int
    kind: str
    status: str
    known_from: int


class Claim(SQLModel, table=True):
    """Something a speaker said, with the verdict of the evidence."""

    __table_args__ = (Index("claim_by_speaker", "speaker", "place"), _KEYED)
    id: str = Field(primary_key=True)
    speaker: str
    said: int
    day: int
    last_day: int
    status: str
    verdict: str
    place: int
    doc: str


class Phrase(SQLModel, table=True):
    """Words that people use, in normal form, and what they mean: the vocabulary of questions."""

    __table_args__ = (_KEYED,)
    key: str = Field(primary_key=True)
    kind: str = Field(primary_key=True)
    target: str = Field(primary_key=True)
    place: int = Field(primary_key=True)
    said: str
    extra: str


class Pattern(SQLModel, table=True):
    """A word pattern of a term (``ask``) or a name of several words (``bag``), under the rarest of its ``words``: where that one is not, it cannot be.

    Every word of any of them has a row; that of a word which is never the rarest names no term. ``word`` rows say beside which terms a word may stand;
    ``start`` rows how many words (``place``) the longest phrase has that starts with a word, and which can come second.
    """

    __table_args__ = (_KEYED,)
    key: str = Field(primary_key=True)
    kind: str = Field(primary_key=True)
    term: str = Field(primary_key=True)
    place: int = Field(primary_key=True)
    words: str


class Spelling(SQLModel, table=True):
    """A word of the vocabulary with at most one letter left out, for finding it in spite of a slip (deletion neighborhood)."""

    __table_args__ = (_KEYED,)
    key: str = Field(primary_key=True)
    word: str = Field(primary_key=True)


class Told(SQLModel, table=True):
    """A word of a record's own text by its root, and how near that text is to what the record tells of (``field``); of a clause or a term, the term."""

    __table_args__ = (_KEYED,)
    key: str = Field(primary_key=True)
    kind: str = Field(primary_key=True)
    term: str = Field(primary_key=True)
    target: str = Field(primary_key=True)
    field: str = Field(primary_key=True)


TABLES: tuple[type[SQLModel], ...] = (
    Meta, Record, Alias, Link, Party, Product, Term, Deal, Coverage, Instrument, Lineage, Clause, Involves, Pair, ListedIn, Segment, Source,
    Citation, Event, Claim, Phrase, Pattern, Spelling, Told,
)  # fmt: skip

_DAY = "CASE WHEN {0} <= -1099511627776 THEN NULL WHEN {0} >= 1099511627776 THEN NULL ELSE date({0} * 86400, 'unixepoch') END"


def _day(column: str) -> str:
    return _DAY.format(column)


_LOW = "CASE WHEN {0} <= -1099511627776 THEN '0000-00-00' ELSE date({0} * 86400, 'unixepoch') END"
_HIGH = "CASE WHEN {0} >= 1099511627776 THEN '9999-12-31' ELSE date({0} * 86400, 'unixepoch') END"

VIEWS = {
    "history": f"""
CREATE VIEW history AS
SELECT l.term, l.subject, l.holder AS lineage_holder, l.scope, c.id AS clause, c.holder, c.exclusive, c.state,
       {_LOW.format("s.valid_from")} AS first_day, {_HIGH.format("s.valid_to")} AS end_day,
       {_LOW.format("s.known_from")} AS known_from, {_HIGH.format("s.known_to")} AS known_to,
       CASE WHEN s.clause = 0 THEN 'unrecorded' ELSE s.status END AS status, s.certainty, s.role, s.end_kind, s.replaced_by, s.implied_by,
       json_extract(c.doc, '$.text') AS says
FROM segment AS s JOIN lineage AS l ON l.n = s.lineage LEFT JOIN clause AS c ON c.n = s.clause""",
    "as_of": """
CREATE VIEW as_of AS
SELECT * FROM history WHERE known_to = '9999-12-31' AND clause IS NOT NULL""",
    "clause_dates": f"""
CREATE VIEW clause_dates AS
SELECT c.id, c.deal, c.instrument, c.term, c.subject, c.holder, c.scope, c.status, json_extract(c.doc, '$."from"') AS "from",
       json_extract(c.doc, '$."to"') AS "to", json_extract(c.doc, '$."end"') AS "end", {_day("c.known_from")} AS known_from,
       json_extract(c.doc, '$.text') AS says
FROM clause AS c""",
    "clause_sources": """
CREATE VIEW clause_sources AS
SELECT x.record AS clause, x.locator, x.relayed_by, x."full", s.id AS source, s.title, s.publisher, s.tier, s.issued, s.url, s.archive, s.read
FROM citation AS x JOIN source AS s ON s.id = x.source""",
}

SEARCH = "CREATE VIRTUAL TABLE search USING fts5(id UNINDEXED, kind UNINDEXED, title, body, tokenize = 'porter unicode61 remove_diacritics 2')"


def table(model: type[SQLModel]) -> Table:
    """The SQLAlchemy table behind a model."""
    return cast("Table", model.__table__)  # type: ignore[attr-defined]


def table_statements() -> list[str]:
    """``CREATE TABLE`` for every table, in the order in which they are filled."""
    return [str(CreateTable(table(model)).compile(dialect=sqlite.dialect())).strip() for model in TABLES]


def index_statements() -> list[str]:
    """``CREATE INDEX`` statements, made after the rows are in."""
    indexes = [index for model in TABLES for index in sorted(table(model).indexes, key=lambda i: str(i.name))]
    return [str(CreateIndex(index).compile(dialect=sqlite.dialect())).strip() for index in indexes]


def ddl() -> str:
    """The whole schema as one SQL script: what ``data/schema.sql`` must equal."""
    lines = [f"-- tenor, schema version {SCHEMA_VERSION}. Made by `tenor build --schema`; do not edit.", ""]
    for statement in [*table_statements(), *index_statements(), SEARCH, *(v.strip() for v in VIEWS.values())]:
        lines += ["\n".join(line.rstrip() for line in statement.splitlines()) + ";", ""]
    return "\n".join(lines)
