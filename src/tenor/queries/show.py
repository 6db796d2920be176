"""One record, whole, with its sources and what rests on it: ``tenor show``."""

from __future__ import annotations

import json

from tenor.errors import UnknownName
from tenor.queries import names
from tenor.queries.base import document

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from tenor.store.read import Store

    Document = dict[str, Any]

_FROM_CLAUSES = {
    "deal": "SELECT clause FROM listed_in WHERE deal = ?",
    "instrument": "SELECT n FROM clause WHERE instrument = ?",
    "party": "SELECT clause FROM involves WHERE party = ?",
    "term": "SELECT n FROM clause WHERE term = ?",
    "source": "SELECT x.n FROM citation AS k JOIN clause AS x ON x.id = k.record WHERE k.source = ?",
}
_NAMED_BY = "SELECT x.n FROM link AS k JOIN clause AS x ON x.id = k.source WHERE k.target = ?"
_NAMES = "SELECT x.n FROM link AS k JOIN clause AS x ON x.id = k.target WHERE k.source = ?"


def resolve(store: Store, name: str) -> str:
    """The full id of the record that a person meant: its id, a former one, its page's address, a citation key, or a name that only it has.

    Raises:
        UnknownName: no record has it, or several do; the hint names at most three.
    """
    for wanted in dict.fromkeys((name, name.strip().lower(), _from_address(name))):
        found = store.resolve(wanted)
        if found is None and "/" in wanted and ":" in wanted and "#" not in wanted:
            head, _, tail = wanted.rpartition(":")  # BibTeX keys cannot hold a number sign
            found = store.resolve(f"{head}#{tail}")
        if found is not None:
            return found
    same = [row[0] for row in store.query("SELECT id FROM record WHERE name = ? AND kind <> 'clause' ORDER BY id LIMIT 4", name)]
    if same:
        raise UnknownName(f"several records are named {name!r}", hint=f"say which: {', '.join(same)}", where="ID")
    records = dict(store.query("SELECT id, name FROM record ORDER BY id"))
    bare = names.near(name, records.values())
    close = names.near(name, records) or sorted((i for i, n in records.items() if n in bare), key=lambda i: bare.index(records[i]))[:3]
    raise names.unknown("record", name, close, "ID", similar=close)


def _from_address(name: str) -> str:
    """``/deals/x-y/2026-04-27/#primary`` and ``[@x-y/2026-04-27#primary]`` as an id."""
    text = name.strip().strip("[]").removeprefix("@")
    if "/deals/" in text:
        text = text.partition("/deals/")[2].replace("/#", "#").rstrip("/")
    return text


def show(store: Store, name: str) -> Document:
    """The contract's ``show`` document.

    ``clauses`` are those that belong to the record: of a deal, an instrument, a party, a term; resting on a source; naming a clause, or named by it; told of
    by an event, a dispute, an observation or a claim. ``cited_by`` are the ids of all records that name it, ``links`` says in which field.
    ``sources`` are its own.

    Raises:
        UnknownName: no record has this id.
    """
    record_id = resolve(store, name)
    kind, bare, doc, path, line = store.query("SELECT kind, name, doc, path, line FROM record WHERE id = ?", record_id)[0]
    record = json.loads(doc)
    links = store.query("SELECT source, field FROM link WHERE target = ? ORDER BY source, field", record_id)
    if kind in _FROM_CLAUSES:
        numbers, values = _FROM_CLAUSES[kind], [bare]
    else:
        numbers, values = f"{_NAMED_BY} UNION {_NAMES}", [record_id, record_id]
    clauses = list(store.each(f"SELECT c.doc FROM clause AS c WHERE c.n IN ({numbers}) ORDER BY c.place", *values))
    return document(store, {
        "kind": kind, "id": record_id, "record": record, "clauses": clauses, "cited_by": list(dict.fromkeys(source for source, _ in links)),
        "file": path, "line": line, "sources": _sources(store, kind, bare, record), "links": [{"id": source, "field": field} for source, field in links],
    })  # fmt: skip


def _sources(store: Store, kind: str, name: str, record: Document) -> list[Document]:
    """The record's own sources as citations, each once."""
    found = list(record.get("citations") or [c for p in record.get("positions", ()) for c in p["citations"]])
    ids = record.get("sources", []) if kind == "instrument" else [record["source"]] if kind == "commentary" else []
    if kind == "deal":
        ids = [
            row[0]
            for row in store.query(
                "SELECT DISTINCT j.value FROM instrument AS i JOIN record AS r ON r.id = i.id, json_each(r.doc, '$.sources') AS j WHERE i.deal = ? ORDER BY 1",
                name,
            )
        ]
    for source in ids:
        found.append(source_citation(store, source))
    return list({(c["source"], c["locator"]): c for c in found if c}.values())


def source_citation(store: Store, source: str) -> Document | None:
    """A source as the contract's ``Citation``, without a place in it; None where there is no such source."""
    record = store.record(f"source:{source}")
    if record is None:
        return None
    known = store.query("SELECT date(known_from * 86400, 'unixepoch') FROM source WHERE id = ?", source)[0][0]
    return {
        "source": source, "title": record["title"], "publisher": record["publisher"], "published": record["issued"], "url": record["url"] or None,
        "archive": record["archive"] or None, "locator": None, "tier": record["tier"], "by": record["by"], "relayed_by": [],
        "read": record["read"] or None, "known": known, "for": None,
    }  # fmt: skip
