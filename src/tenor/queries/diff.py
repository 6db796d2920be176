"""What changed between two days or two instruments: ``tenor diff``."""

from __future__ import annotations

from tenor.dates import FOREVER, Edtf, iso
from tenor.errors import UsageError
from tenor.queries import names
from tenor.queries.base import best_rows, differing, document, focus_deals, known_day, known_text, lineages_of
from tenor.queries.options import option_day

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Any

    from tenor.store.read import Lineage, Row, Store

    Document = dict[str, Any]
    #: The clauses that hold, by ``(term, subject, holder, scope)`` of their lineage.
    State = dict[tuple[str, str, str | None, str | None], frozenset[str]]

CHANGES = ("changed", "new", "ended", "not-restated", "kept")


class Side:
    """One end of a comparison: the end of ``day``, which is that on which an instrument took hold where one was named."""

    __slots__ = ("day", "instrument", "record")

    def __init__(self, day: int, instrument: str | None = None, record: Document | None = None) -> None:
        self.day = day
        self.instrument = instrument
        self.record = record or {}


def diff(
    store: Store, a: str, b: str, *, deal: str | None = None, term: str | None = None, known_at: str | None = None, today: int | None = None
) -> Document:
    """The contract's ``diff`` document: what held at the end of ``a``, and what of it held at the end of ``b``.

    ``a`` and ``b`` are dates (a month means its last day) or ids of instruments. An instrument means the end of the day on which it took hold: the later
    of the days on which it was announced and took effect. Two instruments are compared within their own deals, else the deals of the focus party are
    meant; ``deals`` names them. A lineage that a deal has a clause in is compared whole.

    A clause that holds on both is kept, or not-restated where ``b`` is an instrument of its deal that neither repeats nor replaces it. One in place of
    another is changed, with the ``fields`` that differ and ``steps``, the versions in between. ``on`` is the day as written.
    :func:`apply` turns the state of ``a`` into that of ``b`` by these changes alone.

    Raises:
        UnknownName: no such deal, term or instrument.
        UsageError: a date that is none, a record that is no instrument, or ``b`` before ``a``.
    """
    known = known_day(known_at, today)
    first, second = _side(store, a, "A", today), _side(store, b, "B", today)
    if first.day > second.day:
        raise UsageError(f"{a} comes after {b}", hint=f"turn them round: {b} {a}")
    term_id = names.term(store, term, "--term") if term is not None else None
    deals = _deals(store, deal, term_id, first, second)
    places = {row[0]: row[1] for row in store.query("SELECT id, place FROM term")}
    lineages = {lineage.n: lineage for lineage in store.lineages(term_id)}
    rows: dict[int, list[Row]] = {}
    for row in _rows(store, deals, first.day, second.day + 1, known):
        if row.lineage in lineages:
            rows.setdefault(row.lineage, []).append(row)
    changes: list[Document] = []
    for n in sorted(rows, key=lambda n: (places.get(lineages[n].term, 0), n)):
        changes += _compared(store, lineages[n], rows[n], first, second, known)
    counts = {name: sum(c["change"] == name for c in changes) for name in CHANGES}
    sides = {name: {"on": iso(side.day), "instrument": side.instrument} for name, side in (("a", first), ("b", second))}
    return document(store, {**sides, "counts": counts, "changes": changes, "deals": deals, "term": term_id, "known_at": known_text(known)})


def state(store: Store, day: int, deals: Iterable[str], *, known: int) -> State:
    """The ids of the clauses that may hold on a day, by lineage; lineages without one are left out."""
    lineages = {lineage.n: lineage for lineage in store.lineages()}
    found: dict[int, set[str]] = {}
    for row in _rows(store, list(deals), day, day + 1, known):
        if not row.gap:
            found.setdefault(row.lineage, set()).add(store.clause(row.clause)["clause"])
    return {_key(lineages[n]): frozenset(ids) for n, ids in found.items()}


def apply(held: State, changes: Iterable[Mapping[str, Any]]) -> State:
    """The state after these changes: what ``was`` goes, what is ``now`` comes."""
    after = {key: set(ids) for key, ids in held.items()}
    listed = list(changes)
    for side in ("was", "now"):
        for change in listed:
            if change[side] is not None:
                ids = after.setdefault((change["term"], change["subject"], change["holder"], change["scope"]), set())
                (ids.discard if side == "was" else ids.add)(change[side]["clause"])
    return {key: frozenset(ids) for key, ids in after.items() if ids}


def _key(lineage: Lineage) -> tuple[str, str, str | None, str | None]:
    return lineage.term, lineage.subject, lineage.holder, lineage.scope


def _side(store: Store, text: str, option: str, today: int | None) -> Side:
    found = store.resolve(text)
    if found is None or ("/" not in found and ":" not in found and text[:1].isdigit()):
        if "/" in text and not text.replace("/", "").isdigit():
            known = [row[0] for row in store.query("SELECT id FROM instrument ORDER BY id")]
            raise names.unknown("instrument", text, known, option)
        return Side(option_day(text, today=today, option=option))
    record = store.record(found) or {}
    if not store.query("SELECT 1 FROM instrument WHERE id = ?", found):
        raise UsageError(f"{found} is no instrument", where=option, hint="name a day, or an instrument like DEAL/2026-04-27")
    dates = [Edtf.parse(record[name]) for name in ("announced", "effective") if record[name]]
    dates = dates or [Edtf.parse(record[name]) for name in ("signed", "published") if record[name]]
    days = [date.hi for date in dates if date.hi < FOREVER]
    if not days:
        raise UsageError(f"{found} has no day", where=option, hint="name a day instead")
    return Side(max(days), found, record)


def _deals(store: Store, deal: str | None, term: str | None, *sides: Side) -> list[str]:
    if deal is not None:
        return [names.deal(store, deal)]
    if all(side.instrument for side in sides):
        return sorted({d for side in sides for d in (side.record["deal"], *side.record["also_in"])})
    deals = focus_deals(store)
    if term is not None and not store.query(f"SELECT 1 FROM lineage WHERE term = ? AND n IN ({lineages_of(deals)}) LIMIT 1", term, *deals):
        return [row[0] for row in store.query("SELECT DISTINCT deal FROM clause WHERE term = ? ORDER BY deal", term)]
    return deals


def _rows(store: Store, deals: list[str], start: int, end: int, known: int) -> list[Row]:
    where = f"s.lineage IN ({lineages_of(deals)}) AND s.valid_from < ? AND s.valid_to > ? AND s.known_from <= ? AND s.known_to > ? AND s.clause <> 0"
    return store.stretches(where, *deals, end, start, known, known)


def _compared(store: Store, lineage: Lineage, rows: list[Row], first: Side, second: Side, known: int) -> list[Document]:
    """The changes of one lineage; ``rows`` are its stretches that touch the days from the first to the second."""
    on_a = best_rows([r for r in rows if r.start <= first.day < r.end])
    on_b = best_rows([r for r in rows if r.start <= second.day < r.end])
    everything = best_rows(rows)
    docs = {n: store.document(row, known, term=lineage.term) for n, row in {**everything, **on_a, **on_b}.items()}
    was_docs = {n: store.document(row, known, term=lineage.term) for n, row in on_a.items()}
    numbers = {doc["clause"]: n for n, doc in docs.items()}
    between = [n for n in everything if n not in on_a and n not in on_b and everything[n].role == "version"]
    pairs = {n: later for n in on_a if (later := _successor(n, docs, numbers, set(on_b) - ({n} if n not in on_b else set())))}
    pairs = {n: later for n, later in pairs.items() if n not in on_b or later not in on_a}
    gone = [n for n in on_a if n not in on_b and n not in pairs]
    fresh = [n for n in on_b if n not in on_a and n not in pairs.values()]
    versions = [n for n in gone if on_a[n].role == "version"], [n for n in fresh if on_b[n].role == "version"]
    if len(versions[0]) == len(versions[1]) == 1:
        pairs[versions[0][0]] = versions[1][0]
        gone.remove(versions[0][0])
        fresh.remove(versions[1][0])

    def made(change: str, was: int | None, now: int | None) -> Document:
        old = was_docs[was] if was is not None else None
        new = docs[now] if now is not None else None
        shown: Document = new or old or {}
        changed = change in ("changed", "new", "ended")
        role = everything[now if now is not None else was or 0].role
        return {
            "term": lineage.term, "subject": lineage.subject, "holder": lineage.holder, "scope": lineage.scope, "change": change,
            "on": None if not changed else shown["from"] if new else shown["to"], "set_by": _set_by(shown, ended=new is None) if changed else None,
            "fields": differing(old, new) if change == "changed" and old and new else [], "was": old, "now": new,
            "steps": [docs[n]["clause"] for n in between] if changed and role == "version" else [],
        }  # fmt: skip

    out = [made("changed", was, now) for was, now in pairs.items()]
    out += [made("new", None, n) for n in fresh] + [made("ended", n, None) for n in gone]
    for n in on_a:
        if n in on_b and n not in pairs.values():
            out.append(made("not-restated" if _passed_over(store, docs[n], second) else "kept", n, n))
    return out


def _successor(n: int, docs: Mapping[int, Document], numbers: Mapping[str, int], held: set[int]) -> int | None:
    """The clause that stands in another's place at the second day, over any that came in between."""
    seen = {n}
    at: int | None = n
    while at is not None:
        at = numbers.get(docs[at]["replaced_by"] or "")
        if at is None or at in seen:
            return None
        if at in held:
            return at
        seen.add(at)
    return None


def _set_by(doc: Document, *, ended: bool) -> str | None:
    if not ended:
        return str(doc["instrument"])
    by = doc["replaced_by"] or doc.get("ended_by")
    return str(by).partition("#")[0] if by else None


def _passed_over(store: Store, doc: Document, side: Side) -> bool:
    """True where the second side is an instrument of the clause's deal that could have said the clause again and does not.

    What was not known yet, what denies a right and what is on record as unstated cannot be said again.
    """
    if side.instrument is None or doc["instrument"] == side.instrument or doc["deal"] not in (side.record["deal"], *side.record["also_in"]):
        return False
    if doc["state"] == "no" or doc["status"] == "unstated" or (doc["known_from"] or "9999") > iso(side.day):
        return False
    return not store.query("SELECT 1 FROM link WHERE target = ? AND source = ? AND field = 'restates'", doc["clause"], side.instrument)
