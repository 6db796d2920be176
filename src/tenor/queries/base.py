"""What several queries share: the head of a document, which days are meant, what differs between two versions, and which deals are the default."""

from __future__ import annotations

from tenor.dates import Edtf, iso
from tenor.queries.options import option_day
from tenor.store.read import EVER

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from tenor.store.read import Row, Store

    Document = dict[str, Any]

#: What two versions are compared by, in the order in which differences are named.
FIELDS = ("holder", "exclusive", "state", "value", "to", "ends_when", "status", "via", "scope", "text")


def document(store: Store, own: Document) -> Document:
    """A document of the contract: ``schema`` and ``kb``, then its own keys."""
    return {"schema": 1, "kb": store.kb(), **own}


def known_day(known_at: str | None, today: int | None) -> int:
    """The known day that an option names; the record as it stands where it is not given. Raises :class:`tenor.errors.UsageError`."""
    return EVER if known_at is None else option_day(known_at, today=today, option="--known-at")


def known_text(known: int) -> str | None:
    """The known day as ISO text, None for the record as it stands."""
    return iso(known) if known < EVER else None


def as_last_agreed(doc: Document, start: int) -> Document:
    """Mark a clause that holds in a window after the day through which it was checked."""
    if doc["certainty"] == "certain" and doc["checked_through"] and start > Edtf.parse(doc["checked_through"]).hi:
        doc["certainty"] = "as-last-agreed"
    return doc


def best_rows(rows: list[Row]) -> dict[int, Row]:
    """One stretch a clause, in the order of the rows: one that surely held before one in doubt, its own lineage before one that it implies."""
    found: dict[int, Row] = {}
    for row in rows:
        if row.gap:
            continue
        best = found.get(row.clause)
        if best is None or _rank(row) < _rank(best):
            found[row.clause] = row
    return found


def _rank(row: Row) -> tuple[bool, bool]:
    return row.implied_by is not None, row.certainty != "certain"


def differing(was: Document, now: Document) -> list[str]:
    """The names of the fields in which two versions differ. ``to`` is the end that each states of itself, not the day it was replaced."""
    return [name for name in FIELDS if _field(was, name) != _field(now, name)]


def _field(doc: Document, name: str) -> object:
    if name == "holder":
        return doc["holder"], sorted(doc["holders"])
    return doc.get("stated_to") if name == "to" else doc[name]


def focus_deals(store: Store) -> list[str]:
    """The deals of the focus party; all deals where the knowledge base has no focus."""
    focus = store.meta["focus"]
    if not focus:
        return [row[0] for row in store.query("SELECT id FROM deal ORDER BY id")]
    sql = "SELECT DISTINCT r.id FROM record AS r, json_each(r.doc, '$.parties') AS p WHERE r.kind = 'deal' AND p.value = ? ORDER BY r.id"
    return [row[0] for row in store.query(sql, focus)]


def lineages_of(deals: list[str]) -> str:
    """SQL for the numbers of all lineages in which a clause of these deals holds, implied ones included; its values are the deals."""
    marks = ", ".join("?" * len(deals))
    return f"SELECT t.lineage FROM listed_in AS d JOIN segment AS t ON t.clause = d.clause WHERE d.deal IN ({marks})"
