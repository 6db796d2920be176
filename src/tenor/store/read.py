"""Queries on a compiled knowledge base, read-only, with nothing but SQLite.

A question waits mostly for imports, so this module and those it needs import no more than they use.
"""

from __future__ import annotations

from tenor.dates import DAWN, FOREVER, iso, iso_or_none
from tenor.errors import KnowledgeBaseError
from tenor.store.native import DatabaseError, connect, loads

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from typing import Any, TypeVar

    Document = dict[str, Any]
    T = TypeVar("T")

#: The record as it stands: later than every known day. The same number as :data:`tenor.timeline.EVER`.
EVER = FOREVER - 1

#: The schema this program reads; :data:`tenor.store.schema.SCHEMA_VERSION` must equal it.
SCHEMA_VERSION = 9

#: How many rows, and things made of rows, stay in memory.
_MOST_KEPT = 200_000
_MOST_KEPT_OF_ONE = 20_000
#: How many rows are as large as a document.
_DOCUMENT = 30

#: Kinds whose ids carry the kind in front.
_PREFIXED = ("party", "term", "source", "event", "dispute", "observation", "commentary")

_SEGMENT = (
    "s.lineage, s.valid_from, s.valid_to, s.clause, s.certainty, s.status, s.role, s.from_lo, s.from_hi, s.to_lo, s.to_hi, s.to_text, s.end_kind,"
    " s.replaced_by, s.implied_by"
)


class Row:
    """One stretch of a lineage: on the days ``[start, end)`` the clause with that number holds; 0 is a gap."""

    __slots__ = (
        "certainty", "clause", "end", "end_kind", "from_hi", "from_lo", "gap", "implied_by", "lineage", "replaced_by", "role", "start", "status", "to_hi",
        "to_lo", "to_text",
    )  # fmt: skip

    def __init__(self, values: Sequence[Any]) -> None:
        self.lineage: int
        self.start: int
        self.end: int
        self.clause: int
        self.certainty: str
        self.status: str
        self.role: str
        self.from_lo: int
        self.from_hi: int
        self.to_lo: int
        self.to_hi: int
        self.to_text: str | None
        self.end_kind: str
        self.replaced_by: str | None
        self.implied_by: str | None
        (
            self.lineage, self.start, self.end, self.clause, self.certainty, self.status, self.role, self.from_lo, self.from_hi, self.to_lo, self.to_hi,
            self.to_text, self.end_kind, self.replaced_by, self.implied_by,
        ) = values  # fmt: skip
        #: True where nothing is recorded.
        self.gap = self.clause == 0


class Lineage:
    """The versions of one term for one subject, by number."""

    __slots__ = ("holder", "n", "scope", "subject", "term")

    def __init__(self, n: int, term: str, subject: str, holder: str | None, scope: str | None) -> None:
        self.n = n
        self.term = term
        self.subject = subject
        self.holder = holder
        self.scope = scope


def damaged(error: Exception, path: str) -> KnowledgeBaseError:
    """What to say of a file whose bytes are not those that were written."""
    why = "it holds no text" if isinstance(error, UnicodeDecodeError) else error
    return KnowledgeBaseError(f"the database is damaged: {why}", where=path, hint="run 'tenor build' to make it anew")


class Store:
    """A compiled knowledge base, open for reading.

    Raises:
        KnowledgeBaseError: the file is missing, damaged, or of another schema version.
    """

    def __init__(self, path: str) -> None:
        self.path = path
        try:
            with open(path, "rb") as file:  # sqlite3 would create a missing file, or call a folder "unable to open"
                head = file.read(16)
            if head != b"SQLite format 3\x00":
                raise KnowledgeBaseError(
                    "this file is no compiled knowledge base", where=path, hint="name a folder of records, or a .db made by 'tenor build'"
                )
            self.connection = connect(f"file:{_quoted(path)}?mode=ro&immutable=1", uri=True, check_same_thread=False)
            self.meta: dict[str, str] = dict(self.connection.execute("SELECT key, value FROM meta"))
        except FileNotFoundError as error:
            raise KnowledgeBaseError("no such knowledge base", where=path, hint="name a folder with tenor.toml, or a .db file") from error
        except OSError as error:
            raise KnowledgeBaseError(f"the knowledge base cannot be read: {error.strerror}", where=path) from error
        except (DatabaseError, UnicodeDecodeError) as error:
            raise damaged(error, path) from error
        if self.meta.get("schema") != str(SCHEMA_VERSION):
            raise KnowledgeBaseError("the database was made by another version of tenor", where=path, hint="run 'tenor build' to make it anew")
        #: The file does not change while it is open: what was read, or made of it, stays as good.
        self._kept: dict[Any, Any] = {}
        self._room = _MOST_KEPT
        #: The SQL that was run, for ``--explain``; None while nobody asked for it.
        self.log: list[str] | None = None

    def close(self) -> None:
        """Close the file."""
        self.connection.close()

    def query(self, sql: str, *values: object) -> Sequence[tuple[Any, ...]]:
        """All rows of a query, kept for the next who asks: leave the list as it is. Raises :class:`KnowledgeBaseError` where the file is damaged."""
        if self.log is not None:
            return self.fetch(sql, *values)
        name = (sql, values)
        kept: Sequence[tuple[Any, ...]] | None = self._kept.get(name)
        if kept is None:
            kept = self.fetch(sql, *values)
            self._keep(name, kept, 1 + len(kept))
        return kept

    def fetch(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        """The same, and nothing of it is kept."""
        if self.log is not None:
            self.log.append(f"{sql}  -- {', '.join(map(repr, values))}" if values else sql)
        try:
            return self.connection.execute(sql, values).fetchall()
        except UnicodeEncodeError:  # half letters, from bytes of a command line that are no UTF-8: no record has them, and SQLite takes none
            return self.fetch(sql, *map(_whole, values))
        except (DatabaseError, UnicodeDecodeError) as error:
            raise damaged(error, self.path) from error

    def once(self, name: tuple[object, ...], make: Callable[[], T], size: Callable[[T], int]) -> T:
        """What ``make`` gives, made once and kept by this name while there is room for it: ``size`` says how many rows' worth it takes.

        Nothing but the file and the name may go into it, and whoever gets it leaves it as it is. While the SQL is told (:attr:`log`) it is made anew;
        None is never kept.
        """
        kept: T | None = None if self.log is not None else self._kept.get(name)
        if kept is not None:
            return kept
        made = make()
        self._keep(name, made, 1 + size(made))
        return made

    def once_each(self, kind: str, names: Iterable[str], make: Callable[[list[str]], dict[str, T]]) -> dict[str, T]:
        """The same for several things of a kind: ``make`` gets the names of those that are not kept, and gives each of them."""
        asked = dict.fromkeys(names)
        if not asked:
            return {}
        known: dict[str, T] = {} if self.log is not None else self._kept.setdefault(("each", kind), {})
        missing = [name for name in asked if name not in known]
        if missing:
            known.update(make(missing))
            self._take_room(len(missing))
        return {name: known[name] for name in asked}

    def _keep(self, name: tuple[object, ...], value: object, room: int) -> None:
        """Keep a value; where there is no room for it, forget the others."""
        if room <= _MOST_KEPT_OF_ONE:
            self._take_room(room)
            self._kept[name] = value

    def _take_room(self, room: int) -> None:
        if room > self._room:
            self._kept.clear()
            self._room = _MOST_KEPT
        self._room -= room

    def kb(self) -> Document:
        """The contract's ``kb`` object."""
        return {"title": self.meta["title"], "version": self.meta["version"], "checked_through": self.meta["checked_through"]}

    # -- the algebra, read back -----------------------------------------------------------------

    def lineages(self, term: str | None = None, subject: str | None = None, holder: str | None = None) -> list[Lineage]:
        """Lineages by term, subject and holder, in the order of their names."""

        def read() -> list[Lineage]:
            where, values = _where(("term", term), ("subject", subject), ("holder", holder))
            return [Lineage(*row) for row in self.query(f"SELECT n, term, subject, holder, scope FROM lineage{where} ORDER BY n", *values)]

        found = self.once(("lineages", term, subject, holder), read, len)
        return list(found)

    def rows(self, lineage: int, start: int = DAWN, end: int = FOREVER, known: int = EVER) -> list[Row]:
        """Stretches and gaps of a lineage that touch the window, as known on that day, by start. They cover the window."""

        def read() -> list[tuple[Row, int, int]]:
            sql = f"SELECT s.known_from, s.known_to, {_SEGMENT} FROM segment AS s WHERE s.lineage = ?"
            found = [(Row(values), since, until) for since, until, *values in self.fetch(sql, lineage)]
            return sorted(found, key=lambda row: (row[0].start, row[0].clause, row[1]))  # SQLite sorts such wide rows slowly

        kept = self.once(("rows", lineage), read, len)
        return [row for row, since, until in kept if row.start < end and row.end > start and since <= known < until]

    def stretches(self, where: str, *values: object) -> list[Row]:
        """Stretches and gaps that meet an SQL condition on ``segment AS s``, by lineage and start."""
        sql = f"SELECT {_SEGMENT} FROM segment AS s WHERE {where} ORDER BY s.lineage, s.valid_from, s.clause"
        return list(map(Row, self.query(sql, *values)))

    def document(self, row: Row, known: int = EVER, *, term: str | None = None) -> Document:
        """The clause of a stretch as the contract's ``Clause``, as far as it was known on that day.

        ``term`` is the asked term, where another one implies it. A gap gives a document with ``status`` unrecorded and ``clause`` null.
        """
        if row.gap:
            return unrecorded(row.start, row.end, term)
        doc = self.clause(row.clause)
        doc["status"] = row.status
        doc["certainty"] = row.certainty
        doc["role"] = row.role
        doc["end"] = row.end_kind
        doc["replaced_by"] = row.replaced_by
        doc["to"] = row.to_text
        doc["bounds"] = {"from": [iso_or_none(row.from_lo), iso_or_none(row.from_hi)], "to": [iso_or_none(row.to_lo), iso_or_none(row.to_hi)]}
        if row.implied_by:
            doc["implied_by"] = row.implied_by
            doc["term"] = term or doc["term"]
        if known < EVER:
            self._hide_later(doc, iso(known), row)
        return doc

    def _hide_later(self, doc: Document, day: str, row: Row) -> None:
        doc["citations"] = [c for c in doc["citations"] if c["known"] and c["known"] <= day]
        doc["disputes"] = [d for d in doc["disputes"] if (self.record(d) or {}).get("known_from", "9999") <= day]
        if doc["value"] and (doc["value_known_from"] or "9999") > day:
            doc["value"] = None
        if doc["ended_by"] and row.end_kind not in ("ended", "scheduled"):
            doc["stated_to"] = doc["stated_through"] = doc["ended_by"] = None

    def clause(self, number: int) -> Document:
        """A clause by its number, as the record stands. Its fields may be set anew; what is in them is shared: leave that as it is."""
        return dict(self._document("SELECT doc FROM clause WHERE n = ?", number) or {})

    def _document(self, sql: str, name: object) -> Document | None:
        """The one document of a query, read once; None where there is none."""
        document: Document | None = None if self.log is not None else self._kept.get((sql, name))
        if document is None:
            found = self.fetch(sql, name)
            document = self._parsed(found[0][0]) if found else None
            self._keep((sql, name), document, 1 + _DOCUMENT)
        return document

    def _parsed(self, text: str) -> Document:
        try:
            return dict(loads(text))
        except (ValueError, TypeError) as error:
            raise damaged(error, self.path) from error

    def clause_number(self, clause_id: str) -> int | None:
        """The number of a clause, by id."""
        found = self.query("SELECT n FROM clause WHERE id = ?", clause_id)
        return int(found[0][0]) if found else None

    def versions(self, lineage: int, known: int = EVER, *, term: str | None = None) -> list[Document]:
        """Each clause of a lineage once, oldest first, as known on that day; implied ones included, gaps left out."""
        seen: dict[int, Row] = {}
        for row in self.rows(lineage, known=known):
            if not row.gap and (row.clause not in seen or row.certainty == "certain"):
                seen.setdefault(row.clause, row)
                if seen[row.clause].certainty != "certain" and row.certainty == "certain":
                    seen[row.clause] = row
        ordered = sorted(seen.values(), key=lambda r: (r.from_hi, r.from_lo, r.clause))
        return [self.document(row, known, term=term) for row in ordered]

    def clauses(self, lineage: int) -> frozenset[str]:
        """The clauses of a lineage, implied ones included, as the record stands."""

        def read() -> frozenset[str]:
            sql = "SELECT DISTINCT c.id FROM segment AS s JOIN clause AS c ON c.n = s.clause WHERE s.lineage = ? AND s.known_from <= ? AND s.known_to > ?"
            return frozenset(str(name) for (name,) in self.fetch(sql, lineage, EVER, EVER))

        return self.once(("clauses", lineage), read, len)

    # -- records by id --------------------------------------------------------------------------

    def resolve(self, name: str) -> str | None:
        """The full id that a person meant: the id itself, a former one, or a bare name that is unique."""
        for sql in (
            "SELECT id FROM record WHERE id = ?",
            "SELECT id FROM former_id WHERE old = ?",
            "SELECT id FROM record WHERE name = ? AND kind <> 'clause' LIMIT 2",
            "SELECT DISTINCT id FROM former_id WHERE old IN ({}) LIMIT 2".format(", ".join(f"'{kind}:' || ?1" for kind in _PREFIXED)),
        ):
            found = self.query(sql, name)
            if len(found) == 1:
                return str(found[0][0])
        return None

    def record(self, record_id: str) -> Document | None:
        """The document of a record by full id, or None. It is shared: leave it as it is."""
        return self._document("SELECT doc FROM record WHERE id = ?", record_id)

    def name(self, kind: str, record_id: str) -> str:
        """The name people read for a party, product or term; the id itself where there is none."""
        column = "label" if kind == "term" else "name"
        found = self.query(f"SELECT {column} FROM {kind} WHERE id = ?", record_id)
        return str(found[0][0]) if found else record_id

    def party_of(self, name: str) -> tuple[str, str | None] | None:
        """``(party, product)`` for the id of a party, a product, or a former id."""
        bare = name.removeprefix("party:")
        if self.query("SELECT 1 FROM party WHERE id = ?", bare):
            return bare, None
        found = self.query("SELECT party, id FROM product WHERE id = ?", bare)
        if found:
            return str(found[0][0]), str(found[0][1])
        former = self.query("SELECT id FROM former_id WHERE old = ?", f"party:{bare}")
        return (str(former[0][0]).removeprefix("party:"), None) if former else None

    def each(self, sql: str, *values: object) -> Iterator[Document]:
        """Documents in a query's first column."""
        for row in self.query(sql, *values):
            yield self._parsed(row[0])


def unrecorded(start: int, end: int, term: str | None) -> Document:
    """A stretch on which nothing is recorded, in the clause's shape."""
    doc: Document = dict.fromkeys(
        (
            "clause",
            "instrument",
            "deal",
            "term",
            "subject",
            "holder",
            "holders",
            "via",
            "scope",
            "exclusive",
            "state",
            "value",
            "from",
            "to",
            "bounds",
            "end",
            "ends_when",
            "text",
        )
    )
    doc.update(
        term=term, holders=[], text="Nothing is recorded.", end="unknown", status="unrecorded", certainty="certain", rests_on=[], implied_by=None,
        replaces=None, replaced_by=None, adds_to=None, part_of=None, known_from=None, checked_through=None, disputes=[], citations=[],
    )  # fmt: skip
    doc["from"], doc["to"] = iso_or_none(start), iso_or_none(end)
    doc["bounds"] = {"from": [doc["from"], doc["from"]], "to": [doc["to"], doc["to"]]}
    return doc


def _where(*pairs: tuple[str, object]) -> tuple[str, list[object]]:
    given = [(column, value) for column, value in pairs if value is not None]
    return (" WHERE " + " AND ".join(f"{c} = ?" for c, _ in given) if given else ""), [v for _, v in given]


def _whole(value: object) -> object:
    """A text with question marks for its half letters."""
    return value.encode("utf-8", "replace").decode() if isinstance(value, str) else value


def _quoted(path: str) -> str:
    return path.replace("%", "%25").replace("?", "%3f").replace("#", "%23")
