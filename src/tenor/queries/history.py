"""A term's versions in order, and what each changed: ``tenor history``."""

from __future__ import annotations

from tenor.queries import names
from tenor.queries.base import differing, document, known_day

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from tenor.store.read import Store

    Document = dict[str, Any]


def history(
    store: Store, term: str, *, subject: str | None = None, holder: str | None = None, known_at: str | None = None, today: int | None = None
) -> Document:
    """The contract's ``history`` document: the lineages of a term, the focus party's first, each with its versions, oldest first.

    ``change`` is new (nothing held right before), changed, kept (a new text, the same in every field), or ended (the version that says no);
    ``fields`` names what differs from the version before. Parts, additions and exceptions stand beside a version and are new. A lineage that another
    term implies shows the implying clauses. ``restated_by`` has the instruments that said a version again.

    Raises:
        UnknownName: no such term or party.
        UsageError: a known day that is none.
    """
    known = known_day(known_at, today)
    term_id = names.term(store, term)
    subject_id = names.party(store, subject, "--subject")[0] if subject is not None else None
    holder_id = names.party(store, holder, "--holder")[0] if holder is not None else None
    focus = store.meta["focus"]
    lineages = []
    for lineage in sorted(store.lineages(term_id, subject_id), key=lambda x: (x.subject != focus, x.n)):
        versions = _changes(store.versions(lineage.n, known, term=term_id))
        if holder_id is not None:
            versions = [v for v in versions if holder_id in (v["holder"], *v["holders"])]
        for version in versions:
            version["restated_by"] = _restated(store, version["clause"], known)
        if versions:
            lineages.append({"holder": lineage.holder, "scope": lineage.scope, "versions": versions, "subject": lineage.subject})
    return document(store, {"term": term_id, "subject": subject_id, "lineages": lineages})


def _changes(versions: list[Document]) -> list[Document]:
    before: Document | None = None
    for version in versions:
        change, fields = "new", []
        if version["role"] == "version":
            if before is not None and not _gap(before, version):
                fields = differing(before, version)
                ends = version["state"] == "no" and before["state"] != "no"
                change = "ended" if ends else "changed" if fields else "kept"
            before = version
        version["change"], version["fields"] = change, fields
    return versions


def _gap(before: Document, version: Document) -> bool:
    """True where the older version had surely ended before the newer one could begin."""
    ended, began = before["bounds"]["to"][1], version["bounds"]["from"][0]
    return ended is not None and began is not None and str(ended) < str(began)


def _restated(store: Store, clause: str, known: int) -> list[str]:
    sql = (
        "SELECT i.id FROM link AS k JOIN instrument AS i ON i.id = k.source WHERE k.target = ? AND k.field = 'restates' AND i.known_from <= ?"
        " ORDER BY i.announced, i.id"
    )
    return [row[0] for row in store.query(sql, clause, known)]
