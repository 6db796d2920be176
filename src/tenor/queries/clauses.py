"""The clauses that match: ``tenor clauses``."""

from __future__ import annotations

import json

from tenor.dates import DAWN, FOREVER, iso
from tenor.errors import UsageError
from tenor.queries import names
from tenor.queries.base import as_last_agreed, best_rows, document, known_day, known_text
from tenor.queries.options import option_span, option_window
from tenor.store.read import EVER

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from tenor.store.read import Store

    Document = dict[str, Any]

_TOUCHES = "s.valid_from < ? AND s.valid_to > ?"
_KNOWN = "s.known_from <= ? AND s.known_to > ?"
_MOST_FOR_NEXT = 500


class Filter:
    """One filter: the option, what was given, and the SQL condition on ``clause AS c`` with its values."""

    __slots__ = ("option", "sql", "value", "values")

    def __init__(self, option: str, value: str, sql: str, *values: object) -> None:
        self.option = option
        self.value = value
        self.sql = sql
        self.values = values


def clauses(
    store: Store,
    *,
    on: str | None = None,
    between: tuple[str, str] | None = None,
    party: str | None = None,
    holder: str | None = None,
    term: str | None = None,
    scope: str | None = None,
    type: str | None = None,
    deal: str | None = None,
    status: str | None = None,
    speaker: str | None = None,
    known_at: str | None = None,
    limit: int | None = None,
    today: int | None = None,
) -> Document:
    """The contract's ``clauses`` document, oldest clause first.

    With a date, the clauses that may have held in it (``certainty`` says how surely); without one every clause that could be known, those whose place
    a later disclosure took included (they have ``disclosed_by``). A term lists the clauses that imply it, too. ``speaker`` lists what somebody claims.
    ``count`` is what is listed, ``total`` what matches; where nothing does, ``filters`` says how many each filter left.

    Raises:
        UnknownName: a party, term, deal, scope, type, status or speaker that no record has; the hint names near ones.
        UsageError: a date that is none, both ``on`` and ``between``, or a limit below 1.
    """
    if on is not None and between is not None:
        raise UsageError("--on and --between exclude each other", hint="give one of them")
    if limit is not None and limit < 1:
        raise UsageError(f"a limit of {limit} lists nothing", where="--limit", hint="give 1 or more")
    known = known_day(known_at, today)
    window = None
    if on is not None:
        window = option_window(on, today=today, option="--on")
    elif between is not None:
        window = option_span(*between, today=today)
    query: Document = {
        "on": on, "from": iso(window[0]) if window else None, "to": iso(window[1]) if window else None, "party": None, "holder": None, "term": None,
        "scope": scope, "type": type, "deal": None, "status": status, "speaker": None, "known_at": known_text(known), "limit": limit,
    }  # fmt: skip
    filters: list[Filter] = []
    if party is not None:
        query["party"] = names.party(store, party)[0]
        filters.append(Filter("--party", party, "c.n IN (SELECT clause FROM involves WHERE party = ?)", query["party"]))
    if holder is not None:
        query["holder"] = names.party(store, holder, "--holder")[0]
        filters.append(Filter("--holder", holder, "c.n IN (SELECT clause FROM involves WHERE party = ? AND role = 'holder')", query["holder"]))
    if term is not None:
        query["term"] = names.term(store, term, "--term")
        filters.append(_term(term, query["term"], window, known))
    if scope is not None:
        query["scope"] = names.choice("scope", scope, _words(store, "scope"), "--scope")
        filters.append(Filter("--scope", scope, "c.scope = ?", query["scope"]))
    if type is not None:
        query["type"] = names.choice("type", type, _words(store, "cuad"), "--type")
        filters.append(Filter("--type", type, "c.cuad = ?", query["type"]))
    if deal is not None:
        query["deal"] = names.deal(store, deal)
        filters.append(Filter("--deal", deal, "c.n IN (SELECT clause FROM listed_in WHERE deal = ?)", query["deal"]))
    if status is not None:
        query["status"] = names.choice("status", status, names.STATUSES, "--status")
    shown = (on or "") if on is not None else " ".join(between or ())
    option = "--on" if on is not None else "--between"
    if speaker is not None:
        query["speaker"] = names.party(store, speaker, "--speaker")[0]
        return _claims(store, query, filters, window, known, Filter(option, shown, "") if window else None)
    if status is not None:
        filters.append(_status(query["status"], window, known))
    if window is not None:
        filters.insert(0, _window(option, shown, window, known, alone=not filters))
    return _listed(store, query, filters, window, known)


def _words(store: Store, column: str) -> list[str]:
    return [row[0] for row in store.query(f"SELECT DISTINCT {column} FROM clause WHERE {column} <> '' ORDER BY {column}")]


def _term(said: str, term: str, window: tuple[int, int] | None, known: int) -> Filter:
    """Of the term, or implying it; in a window, where it does so on a day of the window."""
    if window is None:
        sql = "SELECT i.clause FROM lineage AS l JOIN segment AS i ON i.lineage = l.n WHERE l.term = ? UNION SELECT n FROM clause WHERE term = ?"
        return Filter("--term", said, f"c.n IN ({sql})", term, term)
    sql = f"SELECT s.clause FROM lineage AS l JOIN segment AS s ON s.lineage = l.n WHERE l.term = ? AND {_TOUCHES} AND {_KNOWN}"
    return Filter("--term", said, f"c.n IN ({sql})", term, window[1], window[0], known, known)


def _window(option: str, shown: str, window: tuple[int, int], known: int, *, alone: bool) -> Filter:
    """Held in the window. With other filters it is looked up clause by clause, which is cheap for the few that are left; alone, by time."""
    held = f"{_TOUCHES} AND {_KNOWN}"
    sql = (
        f"c.n IN (SELECT s.clause FROM segment AS s WHERE {held})"
        if alone
        else f"EXISTS (SELECT 1 FROM segment AS s WHERE s.clause = c.n AND {held})"
    )
    return Filter(option, shown, sql, window[1], window[0], known, known)


def _status(status: str, window: tuple[int, int] | None, known: int) -> Filter:
    """Had that status on the known day; a clause whose place another took keeps its own."""
    start, end = window or (DAWN, FOREVER)
    sql = (
        f"coalesce((SELECT s.status = ? FROM segment AS s WHERE s.clause = c.n AND {_KNOWN} AND {_TOUCHES}"
        " ORDER BY s.implied_by IS NOT NULL, s.certainty LIMIT 1), c.status = ?)"
    )
    return Filter("--status", status, sql, status, known, known, end, start, status)


def _where(filters: list[Filter], known: int) -> tuple[str, list[object]]:
    sql = "".join(f" AND {f.sql}" for f in filters)
    return f" FROM clause AS c WHERE c.known_from <= ?{sql}", [known, *(v for f in filters for v in f.values)]


def _listed(store: Store, query: Document, filters: list[Filter], window: tuple[int, int] | None, known: int) -> Document:
    where, values = _where(filters, known)
    limit = query["limit"]
    found = [int(row[0]) for row in store.query(f"SELECT c.n{where} ORDER BY c.place LIMIT ?", *values, -1 if limit is None else limit)]
    total = len(found) if limit is None or len(found) < limit else int(store.query(f"SELECT count(*){where}", *values)[0][0])
    docs: list[Document] = []
    lineages: list[int] = []
    for number in found:
        doc, lineage = _clause(store, number, window, known, query["term"])
        docs.append(doc)
        lineages.append(lineage)
    out = {"query": query, "count": len(docs), "clauses": docs, "total": total}
    if not docs:
        out["filters"] = _removed(store, filters, known)
    elif window is not None and window[1] == window[0] + 1:
        out["next_change"] = _next_change(store, lineages, window[0], known)
    return document(store, out)


def _clause(store: Store, number: int, window: tuple[int, int] | None, known: int, term: str | None) -> tuple[Document, int]:
    """The document of a clause in the window, and the lineage it was found in."""
    start, end = window or (DAWN, FOREVER)
    rows = store.stretches(f"s.clause = ? AND {_TOUCHES} AND {_KNOWN}", number, end, start, known, known)
    if term is not None:
        own = {lineage.n for lineage in store.lineages(term)}
        rows = [row for row in rows if row.lineage in own] or rows
    best = best_rows(rows).get(number)
    if best is not None:
        doc = store.document(best, known, term=term)
        return (as_last_agreed(doc, start) if window else doc), best.lineage
    return _disclosed(store, number, known)


def _disclosed(store: Store, number: int, known: int) -> tuple[Document, int]:
    """A clause whose place a later disclosure took, as it stood before."""
    last = store.query("SELECT max(known_to) FROM segment WHERE clause = ? AND known_to <= ? AND implied_by IS NULL", number, known)[0][0]
    rows = store.stretches(f"s.clause = ? AND s.implied_by IS NULL AND {_KNOWN}", number, last - 1, last - 1) if last is not None else []
    best = best_rows(rows).get(number)
    doc = store.document(best, known) if best else store.clause(number)
    by = store.query("SELECT source FROM link WHERE target = ? AND field = 'discloses' ORDER BY source", doc["clause"])
    doc["disclosed_by"] = by[0][0] if by else None
    return doc, int(store.query("SELECT lineage FROM clause WHERE n = ?", number)[0][0])


def _removed(store: Store, filters: list[Filter], known: int) -> list[Document]:
    """How many clauses each filter left of those before it, and where it left none, the first clause it matches by itself."""
    out = []
    where, values = _where([], known)
    before = int(store.query(f"SELECT count(*){where}", *values)[0][0])
    for n, f in enumerate(filters):
        where, values = _where(filters[: n + 1], known)
        leaves = int(store.query(f"SELECT count(*){where}", *values)[0][0])
        first = None
        if before and not leaves:
            where, values = _where([f], known)
            alone = store.query(f"SELECT c.doc{where} ORDER BY c.place LIMIT 1", *values)
            first = json.loads(alone[0][0])["from"] if alone else None
        out.append({"option": f.option, "value": f.value, "of": before, "leaves": leaves, "first": first})
        before = leaves
    return out


def _next_change(store: Store, lineages: list[int], day: int, known: int) -> Document | None:
    """The next day on which one of these lineages changes, and in how many terms it does."""
    numbers = sorted(set(lineages))
    if not numbers or len(numbers) > _MOST_FOR_NEXT:
        return None
    marks = ", ".join("?" * len(numbers))
    sql = (
        "SELECT s.valid_from, count(DISTINCT l.term) FROM segment AS s JOIN lineage AS l ON l.n = s.lineage"
        f" WHERE s.lineage IN ({marks}) AND s.valid_from > ? AND {_KNOWN} GROUP BY s.valid_from ORDER BY s.valid_from LIMIT 1"
    )
    found = store.query(sql, *numbers, day, known, known)
    return {"on": iso(found[0][0]), "terms": found[0][1]} if found else None


def _claims(store: Store, query: Document, filters: list[Filter], window: tuple[int, int] | None, known: int, dated: Filter | None) -> Document:
    """What a speaker claims. Filters on clauses keep the claims that are about such a clause, or are decided by one."""
    own = [Filter("--speaker", query["speaker"], "k.speaker = ?", query["speaker"])]
    if window is not None and dated is not None:
        own.append(Filter(dated.option, dated.value, "k.day < ? AND k.last_day >= ?", window[1], window[0]))
    if query["status"]:
        own.append(Filter("--status", query["status"], "k.status = ?", query["status"]))
    for f in filters:
        named = f"SELECT x.source FROM clause AS c JOIN link AS x ON x.target = c.id AND x.field IN ('about', 'evidence') WHERE {f.sql}"
        own.append(Filter(f.option, f.value, f"k.id IN ({named})", *f.values))
    counts = []
    before = int(store.query("SELECT count(*) FROM claim AS k WHERE k.said <= ?", known)[0][0])
    sql, values = " FROM claim AS k WHERE k.said <= ?", [known]
    for f in own:
        sql += f" AND {f.sql}"
        values += f.values  # type: ignore[arg-type]
        leaves = int(store.query(f"SELECT count(*){sql}", *values)[0][0])
        counts.append({"option": f.option, "value": f.value, "of": before, "leaves": leaves, "first": None})
        before = leaves
    limit = query["limit"]
    docs = list(store.each(f"SELECT k.doc{sql} ORDER BY k.day, k.place LIMIT ?", *values, -1 if limit is None else limit))
    for doc in docs:
        if known < EVER:
            doc["citations"] = [c for c in doc["citations"] if c["known"] and c["known"] <= iso(known)]
    out = {"query": query, "count": len(docs), "clauses": docs, "total": before}
    if not docs:
        out["filters"] = counts
    return document(store, out)
