"""The commands that list, compare and show records: each asks one query and prints its document."""

from __future__ import annotations

from tenor.outputs import rows
from tenor.outputs.jsonout import dumps
from tenor.outputs.marks import clean
from tenor.outputs.out import note, page, write
from tenor.queries.options import current_day
from tenor.store.locate import open_store

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from tenor.options import Call
    from tenor.outputs.look import Look
    from tenor.store.read import Store

    Document = dict[str, Any]

_LISTED = 20


def run(call: Call, look: Look) -> int:
    """Ask the query that the call names, and print its document."""
    name = call.command.name
    if name == "timeline" and call.text("svg"):
        return _picture(call)
    today = current_day()
    store = open_store(call.text("kb"))
    doc, code = _QUERIES[name](store, call, today)
    _print(name, doc, store, call, look, today)
    return code


def _picture(call: Call) -> int:
    """The chart as an SVG file; ``-`` prints it."""
    from tenor.commands.site import svg
    from tenor.files import write_whole

    target = call.text("svg") or "-"
    picture = svg(call)
    if target == "-":
        write(picture)
    else:
        write_whole(target, [picture])
    return 0


def _clauses(store: Store, call: Call, today: int) -> tuple[Document, int]:
    from tenor.queries.clauses import clauses

    text = call.text
    limit = text("limit")
    doc = clauses(
        store, on=text("on"), between=call.pair("between"), party=text("party"), holder=text("holder"), term=text("term"), scope=text("scope"),
        type=text("type"), deal=text("deal"), status=text("status"), speaker=text("speaker"), known_at=text("known_at"),
        limit=int(limit) if limit else None, today=today,
    )  # fmt: skip
    return doc, 0 if doc["clauses"] else 1


def _history(store: Store, call: Call, today: int) -> tuple[Document, int]:
    from tenor.queries.history import history

    text = call.text
    doc = history(store, call.words[0], subject=text("subject"), holder=text("holder"), known_at=text("known_at"), today=today)
    return doc, 0 if doc["lineages"] else 1


def _diff(store: Store, call: Call, today: int) -> tuple[Document, int]:
    from tenor.queries.diff import diff

    text = call.text
    doc = diff(store, *call.words, deal=text("deal"), term=text("term"), known_at=text("known_at"), today=today)
    return doc, int(call.on("exit_code") and any(c["change"] != "kept" for c in doc["changes"]))


def _timeline(store: Store, call: Call, today: int) -> tuple[Document, int]:
    from tenor.queries.timeline import timeline

    doc = timeline(store, call.words, between=call.pair("between"), known_at=call.text("known_at"), today=today)
    return doc, 0 if doc["entries"] or doc["lanes"] else 1


def _show(store: Store, call: Call, today: int) -> tuple[Document, int]:
    from tenor.queries.show import show

    del today
    return show(store, call.words[0]), 0


def _search(store: Store, call: Call, today: int) -> tuple[Document, int]:
    from tenor.queries.search import search

    del today
    doc = search(store, " ".join(call.words), limit=int(call.text("limit") or _LISTED))
    return doc, 0 if doc["results"] else 1


_QUERIES = {
    "clauses": _clauses, "history": _history, "diff": _diff, "timeline": _timeline, "show": _show, "search": _search,
}  # fmt: skip


def _print(name: str, doc: Document, store: Store, call: Call, look: Look, today: int) -> None:
    if look.format == "json":
        write(dumps(doc, ascii=look.ascii) + "\n")
    elif look.format == "csv":
        write(rows.csv(rows.COLUMNS[name], rows.rows(name, doc, store), ascii=look.ascii))
    elif look.format == "plain":
        found = rows.rows(name, doc, store)
        write(rows.tsv(found, ascii=look.ascii))
        if not found:
            note(_nothing(name, doc, call))
    else:
        from tenor.outputs.pretty import PAGES

        text = PAGES[name](doc, store, look, today, call.options)
        page(text, look)


def _nothing(name: str, doc: Document, call: Call) -> str:
    if name == "search":
        return f"Nothing has the words {clean(doc['text'])!r}."
    if name == "clauses":
        return "No clause matches."
    if name == "diff":
        return "Nothing changed, and nothing holds."
    return f"Nothing is recorded on {clean(' '.join(call.words)) or 'this'}."
