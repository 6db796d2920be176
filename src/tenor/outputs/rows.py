"""Documents as rows: what a pipe gets, tab-separated and without a header, and what ``--csv`` prints, with one."""

from __future__ import annotations

from tenor.outputs.marks import clean, to_ascii
from tenor.outputs.summary import sources, summary, yes_words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from tenor.store.read import Store

    Document = dict[str, Any]
    Row = list[str]

#: The columns of each answer. Scripts rely on their order.
COLUMNS = {
    "ask": ("from", "to", "status", "answer", "clause", "sources"),
    "clauses": ("from", "to", "status", "term", "subject", "answer", "clause", "sources"),
    "history": ("from", "to", "status", "change", "subject", "answer", "clause", "sources"),
    "diff": ("term", "subject", "change", "on", "was", "now", "was_clause", "now_clause", "set_by"),
    "timeline": ("date", "kind", "id", "title", "status"),
    "search": ("id", "kind", "title", "excerpt"),
    "show": ("field", "value"),
}


def rows(command: str, doc: Document, store: Store) -> list[Row]:
    """The rows of a command's document, in its columns; every cell is one line of printable text."""
    return [["" if cell is None else clean(cell) for cell in row] for row in _ROWS[command](doc, store)]


def _ask(doc: Document, store: Store) -> list[list[object]]:
    out: list[list[object]] = []
    for segment in doc["answers"]:
        yes = yes_words(segment)
        words = summary(store, segment)
        out.append([*_dates(segment), segment["status"], f"{yes}: {words}" if yes else words, segment["clause"], ",".join(sources(segment))])
    return out


def _clauses(doc: Document, store: Store) -> list[list[object]]:
    return [[*_dates(c), c["status"], c["term"], c["subject"], summary(store, c), c["clause"], ",".join(sources(c))] for c in doc["clauses"]]


def _history(doc: Document, store: Store) -> list[list[object]]:
    return [
        [*_dates(c), c["status"], c["change"], c["subject"], summary(store, c), c["clause"], ",".join(sources(c))]
        for lineage in doc["lineages"]
        for c in lineage["versions"]
    ]


def _diff(doc: Document, store: Store) -> list[list[object]]:
    out: list[list[object]] = []
    for change in doc["changes"]:
        was, now = change["was"], change["now"]
        out.append(
            [
                change["term"], change["subject"], change["change"], change["on"], was and summary(store, was), now and summary(store, now),
                was and was["clause"], now and now["clause"], change["set_by"],
            ]
        )  # fmt: skip
    return out


def _timeline(doc: Document, store: Store) -> list[list[object]]:
    del store
    return [[e["date"], e["kind"], e["id"], e["title"], e["status"]] for e in doc["entries"]]


def _search(doc: Document, store: Store) -> list[list[object]]:
    del store
    return [[r["id"], r["kind"], r["title"], r["excerpt"]] for r in doc["results"]]


def _show(doc: Document, store: Store) -> list[list[object]]:
    del store
    out: list[list[object]] = [["id", doc["id"]], ["kind", doc["kind"]], ["file", f"{doc['file']}:{doc['line']}"]]
    out += [list(pair) for pair in fields(doc["record"])]
    out += [["clauses", c["clause"]] for c in doc["clauses"] if c["clause"] != doc["id"]]
    return out + [["cited_by", by] for by in doc["cited_by"]]


def fields(record: Document, prefix: str = "") -> list[tuple[str, str]]:
    """A record's fields as pairs of dotted names and text; empty ones left out, a list as one pair an element."""
    out: list[tuple[str, str]] = []
    for name, value in record.items():
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, dict) and "source" in one and "locator" in one:
                out.append((prefix + name, ", ".join(str(x) for x in (one["source"], one["locator"]) if x)))
            elif isinstance(one, dict):
                out += fields(one, f"{prefix}{name}.")
            elif isinstance(one, list):
                out.append((prefix + name, " to ".join("unknown" if x is None else str(x) for x in one)))
            elif one is not None and one != "":
                out.append((prefix + name, {True: "yes", False: "no"}.get(one, str(one)) if isinstance(one, bool) else str(one)))
    return out


_ROWS = {"ask": _ask, "clauses": _clauses, "history": _history, "diff": _diff, "timeline": _timeline, "search": _search, "show": _show}


def _dates(doc: Document) -> tuple[object, object]:
    return doc["from"], doc["to"]


def tsv(found: list[Row], *, ascii: bool = False) -> str:
    """One record a line, cells between tabs, no header."""
    text = "".join("\t".join(row) + "\n" for row in found)
    return to_ascii(text) if ascii else text


def csv(header: tuple[str, ...], found: list[Row], *, ascii: bool = False) -> str:
    """RFC 4180 with a header; a cell that a spreadsheet would run as a formula starts with an apostrophe."""
    import csv as writer
    from io import StringIO

    out = StringIO()
    sheet = writer.writer(out, lineterminator="\r\n")
    sheet.writerow(header)
    sheet.writerows([f"'{cell}" if cell[:1] in ("=", "+", "-", "@") and cell[1:2] else cell for cell in row] for row in found)
    return to_ascii(out.getvalue()) if ascii else out.getvalue()
