"""Terms over time: ``history`` with a bar and its versions, ``timeline`` with a lane for each lineage and what happened, in order."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tenor.dates import civil
from tenor.outputs.look import Look
from tenor.outputs.pretty.chart import Scale, Stretch, day, legend
from tenor.outputs.pretty.page import Page
from tenor.outputs.summary import asides, counted, status_words, summary
from tenor.store.read import Store

Document = dict[str, Any]


def history(doc: Document, store: Store, look: Look, today: int, options: Mapping[str, object]) -> str:
    """A ``history`` document: for each lineage a bar to scale and its versions, oldest first."""
    page = Page(look)
    label = store.name("term", doc["term"])
    if not doc["lineages"]:
        page.line(f"Nothing is recorded on {label}.")
        return page.render()
    used: set[str] = set()
    for lineage in doc["lineages"]:
        page.blank()
        versions = lineage["versions"]
        names = [store.name("party", lineage["subject"])]
        names += [store.name("party", lineage["holder"])] if lineage["holder"] else []
        names += [lineage["scope"]] if lineage["scope"] else []
        first = versions[0]["from"] or "unknown"
        until = "to now" if any(not v["to"] for v in versions) else f"to {max(v['to'] for v in versions)}"
        page.line((f"{label} · {', '.join(names)} · {counted(len(versions), 'clause')} · {first} {until}", "bold"), hang=2)
        if options.get("quiet"):
            continue
        if not page.narrow:
            stretches = [Stretch.of(v) for v in versions if v.get("role") in (None, "version")]
            if stretches:
                scale = Scale(stretches, today, min(page.prose, page.width) - 4)
                page.blank()
                for drawn in (*scale.axis(), scale.bar(stretches, used, ascii=look.ascii)):
                    page.line(" " * 2 + drawn)
        page.blank()
        for version in versions:
            _version(page, version, store)
    if used:
        page.blank()
        page.line(legend(used, ascii=look.ascii), hang=2)
    return page.render()


def _version(page: Page, version: Document, store: Store) -> None:
    words = "; ".join([summary(store, version), *asides(version)])
    start = version["from"] or "unknown"
    wide = 26 if len(start) > 12 else 13
    page.item(page.text("  ", page.mark(version["status"]), " ", (f"{start:<{wide}}", "bold")), words, width=page.prose)
    title = (store.record(version["instrument"]) or {}).get("title")
    by = f"set by {title or version['instrument']}"
    fields = f"; changed: {', '.join(version['fields']).replace('_', ' ')}" if version["change"] == "changed" and version["fields"] else ""
    told = version["change"] if version["change"] in ("ended", "kept") else ""
    page.item(page.text(f"    {length(version):<{wide}}"), (f"{by}{fields}{'; ' + told if told else ''}", "dim"), width=page.prose)
    page.item(" " * (4 + wide), (str(version["clause"]), "cyan"), (f"  {status_words(version)}", "dim"), width=page.prose)


def length(doc: Document) -> str:
    """``5 y 6 m``: how long it held, or ``open``; nothing where the days are in doubt."""
    if not doc["to"]:
        return "open" if doc["end"] == "open" else ""
    (lo, hi), (end_lo, end_hi) = doc["bounds"]["from"], doc["bounds"]["to"]
    if not lo or not end_lo or lo != hi or end_lo != end_hi:
        return ""
    (y1, m1, d1), (y2, m2, d2) = civil(day(lo, 0)), civil(day(end_lo, 0))
    months = (y2 - y1) * 12 + m2 - m1 - (d2 < d1)
    if months < 1:
        return f"{day(end_lo, 0) - day(lo, 0)} d"
    years, months = divmod(months, 12)
    return " ".join(f"{n} {unit}" for n, unit in ((years, "y"), (months, "m")) if n)


def timeline(doc: Document, store: Store, look: Look, today: int, options: Mapping[str, object]) -> str:
    """A ``timeline`` document: the chart, as wide as the terminal, then instruments and events in order."""
    page = Page(look)
    titles = [str((store.record(d) or {}).get("title") or d) for d in doc["deals"]]
    shown = ", ".join(titles[:3]) + (f" and {len(titles) - 3} more deals" if len(titles) > 3 else "")
    counts = f"{counted(len(doc['entries']), 'entry', 'entries')}, {counted(len(doc['lanes']), 'lane')}"
    page.line((f"{shown} · {counts}" if shown else "Nothing is recorded on this.", "bold"), hang=2)
    if options.get("quiet"):
        return page.render()
    if doc["lanes"] and not page.narrow:
        _chart(page, doc["lanes"], store, today)
    if doc["entries"]:
        page.heading("In order")
        page.table(
            [
                (page.text(page.mark(e["status"]), " ", (e["date"] or "no date", "bold")), page.text(e["title"], ("  " + e["id"], "cyan")))
                for e in doc["entries"]
            ],
            gap=2,
        )
    return page.render()


def _chart(page: Page, lanes: list[Document], store: Store, today: int) -> None:
    labels = [_label(page, lane, lanes, store) for lane in lanes]
    wide = min(max(map(len, labels)), page.width * 2 // 5)
    drawn = [[Stretch.of(s) for s in lane["segments"]] for lane in lanes]
    held = [s for stretches in drawn for s in stretches if s.kind != "gap"]
    scale = Scale(held, today, page.width - wide - 4)
    used: set[str] = set()
    page.blank()
    for line in scale.axis():
        page.line(" " * (wide + 4) + line)
    for text, stretches in zip(labels, drawn, strict=True):
        cut = page.own("…")
        shown = text if len(text) <= wide else text[: wide - len(cut)] + cut
        page.line(f"  {shown:<{wide}}  {scale.bar(stretches, used, ascii=page.look.ascii)}")
    page.blank()
    page.line(legend(used, ascii=page.look.ascii), indent=2, hang=2)


def _label(page: Page, lane: Document, lanes: list[Document], store: Store) -> str:
    """A lane's name: its term, and what tells it from other lanes of the term."""
    same = [x for x in lanes if x["term"] == lane["term"]]
    words = [lane["term"]]
    if len({x["subject"] for x in same}) > 1 or lane["subject"] != store.meta["focus"]:
        words.append(store.name("party", lane["subject"]))
    if lane["holder"] and len({x["holder"] for x in same}) > 1:
        words.append(store.name("party", lane["holder"]))
    if lane["scope"]:
        words.append(lane["scope"])
    return page.own(", ".join(words))
