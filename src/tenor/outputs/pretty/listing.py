"""Lists and single records: ``clauses``, ``search`` and ``show``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from rich.text import Text

from tenor.outputs.look import Look
from tenor.outputs.marks import STATUS
from tenor.outputs.pretty.answer import Sources, segments
from tenor.outputs.pretty.page import Page, Piece
from tenor.outputs.rows import fields
from tenor.outputs.summary import asides, counted, span, summary
from tenor.store.read import Store

Document = dict[str, Any]
Options = Mapping[str, object]

#: Parts of a record's document that the page prints in another form.
_TOLD = ("citations", "bounds", "id", "clauses", "body")
_IN_SEGMENT = ("clause", "instrument", "from", "to", "end", "text", "status", "certainty", "disputes", "rests_on", "ends_when", "observed")
_MOST_CITED = 20


def clauses(doc: Document, store: Store, look: Look, today: int, options: Options) -> str:
    """A ``clauses`` document: by group and term, oldest first in each."""
    del today
    page = Page(look)
    found = doc["clauses"]
    asked = _asked(doc["query"], store)
    if not found:
        page.line("No clause matches.")
        page.blank()
        page.table([_left(f, first=n == 0) for n, f in enumerate(doc.get("filters", ()))])
        return page.render()
    total = doc.get("total", len(found))
    more = f" of {total:,}" if total > len(found) else ""
    page.line((f"{counted(len(found), 'clause')}{more}{asked}", "bold"), hang=2)
    if options.get("quiet"):
        return page.render()
    groups = {row[0]: (row[1], row[2]) for row in store.query("SELECT id, grp, place FROM term")}
    other = "Claims" if doc["query"]["speaker"] else "Other"
    places = {c["clause"]: groups.get(c["term"] or "", ("", 0)) for c in found}
    ordered = sorted(found, key=lambda c: places[c["clause"]][1])
    rows: list[tuple[Piece, ...]] = []
    for group in dict.fromkeys(places[c["clause"]][0] for c in ordered):
        rows.append(((group or other, "bold"),))
        rows += [_row(page, c, store) for c in ordered if places[c["clause"]][0] == group]
    page.table(rows)
    _legend(page, found)
    if doc.get("next_change"):
        page.line(f"Next change: {doc['next_change']['on']}, {counted(doc['next_change']['terms'], 'term')}.")
    return page.render()


def _asked(query: Document, store: Store) -> str:
    words = ""
    if query["on"]:
        words += f" on {query['on']}"
    elif query["from"]:
        words += f" from {query['from']} on, before {query['to']}"
    for name in ("party", "holder", "speaker"):
        if query[name]:
            words += f", {name} {store.name('party', query[name])}"
    for name in ("term", "scope", "type", "deal", "status"):
        if query[name]:
            words += f", {name} {query[name]}"
    return words + (f", as known on {query['known_at']}" if query["known_at"] else "")


def _left(found: Document, *, first: bool) -> tuple[str, str]:
    words = f"leaves {found['leaves']:,} of {found['of']:,}" if first else f"leaves {found['leaves']:,} of those"
    return f"{found['option']} {found['value']}", words + (f"; its first clause is {found['first']}" if found.get("first") else "")


def _row(page: Page, doc: Document, store: Store) -> tuple[Text, str, str]:
    words = "; ".join([summary(store, doc), *asides(doc)])
    if doc["term"] is None:
        return page.text(page.mark(doc["status"]), f" {doc['clause']}"), words, span(doc)
    subject = "" if doc["subject"] == store.meta["focus"] else f" ({store.name('party', doc['subject'])})"
    return page.text(page.mark(doc["status"]), " ", (doc["term"], "bold"), subject), words, span(doc)


def _legend(page: Page, docs: Iterable[Document]) -> None:
    """What the marks that were used mean."""
    used = {d["status"] for d in docs}
    pieces: list[Text] = []
    for status in STATUS:
        if status in used:
            pieces.append(page.text("  " if pieces else "", page.mark(status), f" {status}"))
    if any(d["ends_when"] for d in docs):
        pieces.append(page.text("  ◇ may end otherwise"))
    page.blank()
    page.line(*pieces)


def search(doc: Document, store: Store, look: Look, today: int, options: Options) -> str:
    """A ``search`` document: what was found, best first, with the words around it."""
    del store, today, options
    page = Page(look)
    if not doc["results"]:
        page.line(f"Nothing has the words “{doc['text']}”.")
        return page.render()
    total = doc.get("total", doc["count"])
    partly = "; no record has all the words" if doc.get("matched") == "some" else ""
    more = f"the first {doc['count']} of {total:,} records" if total > doc["count"] else counted(doc["count"], "record")
    page.line((f"{more} with “{doc['text']}”{partly}", "bold"), hang=2)
    for result in doc["results"]:
        page.blank()
        page.line((result["title"], "bold"), hang=2)
        page.line((f"{result['kind']}  ", "dim"), (result["id"], "cyan"), indent=2, hang=2)
        pieces = result["excerpt"].split("**")
        page.paragraph(*((piece, "reverse" if n % 2 else "") if look.color else piece for n, piece in enumerate(pieces)), indent=4)
    return page.render()


def _joined(pairs: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Pairs in which the elements of a plain list stand together."""
    out: list[tuple[str, str]] = []
    for name, value in pairs:
        if out and out[-1][0] == name and "." not in name:
            out[-1] = (name, f"{out[-1][1]}; {value}")
        else:
            out.append((name, value))
    return out


def show(doc: Document, store: Store, look: Look, today: int, options: Options) -> str:
    """A ``show`` document: the record as it was written, its clauses, its sources, and what rests on it."""
    del today
    page = Page(look)
    record, kind = doc["record"], doc["kind"]
    title = record.get("title") or record.get("name") or record.get("label") or record.get("text") or doc["id"]
    page.paragraph((str(title), "bold"))
    page.line((kind, "dim"), "  ", (doc["id"], "cyan"), hang=2)
    if options.get("quiet"):
        return page.render()
    numbers = Sources(page, store)
    if kind == "clause":
        segments(page, [record], numbers)
    page.blank()
    told = _TOLD + _IN_SEGMENT if kind == "clause" else _TOLD
    shown = [(name, value) for name, value in fields({k: v for k, v in record.items() if k not in told}) if value != title]
    page.table([((name.replace("_", " "), "dim"), value) for name, value in _joined(shown)])
    if record.get("body"):
        page.heading("Notes")
        for part in str(record["body"]).split("\n\n"):
            page.paragraph(part, indent=2)
            page.blank()
    others = [c for c in doc["clauses"] if c["clause"] != doc["id"]]
    if others:
        page.heading(f"{counted(len(others), 'other clause') if kind == 'clause' else counted(len(others), 'clause')}")
        page.table(
            [(page.text(page.mark(c["status"]), " ", (span(c), "bold")), page.text(summary(store, c), ("  " + c["clause"], "cyan"))) for c in others]
        )
    if kind != "clause":
        numbers.of({"citations": [{**c, "for": None} for c in doc.get("sources", ())]}, value=False)
    numbers.listed()
    if doc["cited_by"]:
        page.heading("Named by")
        for by in doc["cited_by"][:_MOST_CITED]:
            page.line((by, "cyan"), indent=2, hang=2)
        if len(doc["cited_by"]) > _MOST_CITED:
            page.line(f"and {len(doc['cited_by']) - _MOST_CITED} more (--json has all)", indent=2)
    page.blank()
    page.line((f"{doc['file']}:{doc['line']}", "dim"), hang=2)
    return page.render()
