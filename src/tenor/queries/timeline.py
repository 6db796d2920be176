"""Instruments and events in order, and a lane for each lineage: ``tenor timeline``."""

from __future__ import annotations

import json

from tenor.dates import DAWN, FOREVER, Edtf, iso_or_none
from tenor.queries import names
from tenor.queries.base import document, focus_deals, known_day, known_text, lineages_of
from tenor.queries.options import option_span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from tenor.store.read import Row, Store

    Document = dict[str, Any]

#: How far each tier of source carries, strongest first; :mod:`tenor.evidence` without its imports.
_CARRIES = {"filing": "confirmed", "party": "confirmed", "court": "confirmed", "press": "reported", "commentary": "alleged"}
_STRONGEST = ("confirmed", "reported", "alleged")


def timeline(
    store: Store,
    deals: Iterable[str] = (),
    *,
    between: tuple[str, str] | None = None,
    known_at: str | None = None,
    today: int | None = None,
) -> Document:
    """The contract's ``timeline`` document of one or several deals; the deals of the focus party where none is named.

    Entries are the instruments of the deals and the events about them, or of the focus party where no deal is named, in order. An instrument's ``status``
    is the best that its sources carry. A lane is a lineage with a segment for each of its stretches and for each gap between them; a segment has the
    clause's own dates, and in ``stretch`` the first day and the first day after (null where open) of the stretch.

    Raises:
        UnknownName: no such deal.
        UsageError: a date that is none.
    """
    known = known_day(known_at, today)
    named = [names.deal(store, name, "DEAL") for name in deals]
    window = option_span(*between, today=today) if between is not None else (DAWN, FOREVER)
    chosen = list(dict.fromkeys(named)) or focus_deals(store)
    found = _instruments(store, chosen, window, known) + _events(store, chosen, None if named else store.meta["focus"], window, known)
    entries = [entry for _, entry in sorted(found, key=lambda e: (e[0], e[1]["id"]))]
    lanes = _lanes(store, chosen, window, known, cut=between is not None)
    return document(store, {"deals": chosen, "entries": entries, "lanes": lanes, "known_at": known_text(known)})


def _instruments(store: Store, deals: list[str], window: tuple[int, int], known: int) -> list[tuple[tuple[int, int], Document]]:
    marks = ", ".join("?" * len(deals))
    sql = (
        "SELECT i.announced, i.announced_last, i.kind, r.doc FROM instrument AS i JOIN record AS r ON r.id = i.id"
        f" WHERE (i.deal IN ({marks}) OR i.id IN (SELECT c.instrument FROM listed_in AS l JOIN clause AS c ON c.n = l.clause WHERE l.deal IN ({marks})))"
        " AND i.known_from <= ? AND i.announced < ? AND i.announced_last >= ?"
    )
    out = []
    for lo, hi, kind, doc in store.query(sql, *deals, *deals, known, window[1], window[0]):
        record = json.loads(doc)
        entry = {
            "date": record["announced"], "kind": "instrument", "id": record["id"], "title": record["title"],
            "status": _status(store, record, known), "type": kind, "deal": record["deal"],
        }  # fmt: skip
        out.append(((hi, lo), entry))
    return out


def _status(store: Store, record: Document, known: int) -> str | None:
    """The best status that the sources of an instrument carry, or those of its clauses where it names none."""
    marks = ", ".join("?" * len(record["sources"]))
    tiers = store.query(f"SELECT tier FROM source WHERE id IN ({marks}) AND known_from <= ?", *record["sources"], known)
    if not tiers:
        sql = "SELECT s.tier FROM clause AS c JOIN citation AS x ON x.record = c.id JOIN source AS s ON s.id = x.source WHERE c.instrument = ? AND s.known_from <= ?"
        tiers = store.query(sql, record["id"], known)
    return min((_CARRIES[row[0]] for row in tiers), key=_STRONGEST.index, default=None)


def _events(store: Store, deals: list[str], focus: str | None, window: tuple[int, int], known: int) -> list[tuple[tuple[int, int], Document]]:
    marks = ", ".join("?" * len(deals))
    about = (
        f"SELECT k.source FROM link AS k WHERE k.field = 'about' AND k.target IN ({marks})"
        f" UNION SELECT k.source FROM instrument AS i JOIN link AS k ON k.target = i.id WHERE k.field = 'about' AND i.deal IN ({marks})"
        " UNION SELECT k.source FROM listed_in AS l JOIN clause AS c ON c.n = l.clause JOIN link AS k ON k.target = c.id"
        f" WHERE k.field = 'about' AND l.deal IN ({marks})"
    )
    party = " OR EXISTS (SELECT 1 FROM json_each(r.doc, '$.parties') AS p WHERE p.value = ?)" if focus else ""
    sql = (
        "SELECT e.day, e.last_day, e.date, e.id, e.title, e.status, e.kind FROM event AS e JOIN record AS r ON r.id = 'event:' || e.id"
        f" WHERE (r.id IN ({about}){party}) AND e.known_from <= ? AND e.day < ? AND e.last_day >= ?"
    )
    values = [*deals, *deals, *deals, *([focus] if focus else []), known, window[1], window[0]]
    return [
        ((hi, lo), {"date": date, "kind": "event", "id": f"event:{id}", "title": title, "status": status, "type": kind or None, "deal": None})
        for lo, hi, date, id, title, status, kind in store.query(sql, *values)
    ]


def _lanes(store: Store, deals: list[str], window: tuple[int, int], known: int, *, cut: bool) -> list[Document]:
    where = f"s.lineage IN ({lineages_of(deals)}) AND s.valid_from < ? AND s.valid_to > ? AND s.known_from <= ? AND s.known_to > ?"
    rows: dict[int, list[Row]] = {}
    for row in store.stretches(where, *deals, window[1], window[0], known, known):
        rows.setdefault(row.lineage, []).append(row)
    places = {row[0]: row[1] for row in store.query("SELECT id, place FROM term")}
    lanes = []
    for lineage in sorted(store.lineages(), key=lambda x: (places.get(x.term, 0), x.n)):
        held = [r for r in rows.get(lineage.n, ()) if not r.gap]
        if not held:
            continue
        first, last = min(r.start for r in held), max(r.end for r in held)
        segments = []
        for row in rows[lineage.n]:
            if row.gap and not cut and not first < row.start < last:
                continue
            doc = store.document(row, known, term=lineage.term)
            doc["stretch"] = [iso_or_none(row.start), iso_or_none(row.end)]
            if row.gap:
                doc["subject"], doc["holder"], doc["scope"] = lineage.subject, None, lineage.scope
            elif cut and row.certainty == "certain" and window[0] > Edtf.parse(doc["checked_through"]).hi:
                doc["certainty"] = "as-last-agreed"
            segments.append(doc)
        lanes.append({"term": lineage.term, "subject": lineage.subject, "holder": lineage.holder, "scope": lineage.scope, "segments": segments})
    return lanes
