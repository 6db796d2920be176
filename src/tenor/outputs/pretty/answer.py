"""The answer to a question: the sentence first, then each stretch with its evidence, the sources, and how the question was read."""

from __future__ import annotations

from typing import Any

from rich.text import Text

from tenor.ask.answers.wording import value_words
from tenor.dates import iso, parse_day
from tenor.outputs.look import Look
from tenor.outputs.pretty.page import Page
from tenor.outputs.summary import asides, counted, span, status_words, tier_words, yes_words
from tenor.store.read import Store

Document = dict[str, Any]

_MOST_PREMISES = 4


def answer(doc: Document, store: Store, look: Look, today: int) -> str:
    """An ``ask`` document as a page."""
    page = Page(look)
    parts = doc.get("parts") or [doc]
    numbers = Sources(page, store)
    for part in parts:
        page.blank()
        page.paragraph(part["text"])
        segments(page, part["answers"], numbers)
    numbers.listed()
    page.blank()
    for part in parts:
        if part["read_as"]:
            page.line(f"Read as: {read_as(part['read_as'], store, today)}.", hang=2, width=page.prose)
    for fix in doc.get("corrections", ()):
        page.line(f"Took “{fix['typed']}” for “{fix['meant']}”.", width=page.prose)
    if doc["answers"]:
        later = any(s["certainty"] == "as-last-agreed" for s in doc["answers"]) or _reaches(doc, parts)
        through = f"Record checked through {doc['kb']['checked_through']}"
        page.line(through + ("; later days are as last agreed." if later else "."), width=page.prose)
    if doc["also"]:
        page.line(f"Also recorded: {'; '.join(a['text'] for a in doc['also'])}.", hang=2, width=page.prose)
    if doc.get("explain"):
        _explained(page, doc["explain"])
    return page.render()


def _reaches(doc: Document, parts: list[Document]) -> bool:
    """True where a part asks about days after those that were checked."""
    ends = [p["read_as"]["to"] for p in parts if p["read_as"] and p["read_as"]["to"]]
    checked = doc["kb"]["checked_through"]
    return any(iso(parse_day(end) - 1) > checked for end in ends)


def segments(page: Page, docs: list[Document], numbers: Sources) -> None:
    """Each stretch: dates and status, the clause's words, its id and sources, its value."""
    wide = max((len(page.own(span(d))) for d in docs), default=0)
    for doc in docs:
        page.blank()
        _head(page, doc, wide)
        if doc["status"] == "unrecorded":
            continue
        page.paragraph(str(doc["text"]), indent=6)
        for premise in doc["rests_on"][:_MOST_PREMISES]:
            page.line(("from ", "dim"), (premise, "dim"), indent=6, hang=2)
        if len(doc["rests_on"]) > _MOST_PREMISES:
            page.line((f"and {len(doc['rests_on']) - _MOST_PREMISES} more", "dim"), indent=6)
        page.line((str(doc["clause"]), "bold"), numbers.of(doc, value=False), indent=6, hang=2)
        if doc["ends_when"]:
            page.line("◇ ", f"may end otherwise: {doc['ends_when']}", indent=6, hang=2, width=page.prose)
        if doc["value"] and (words := value_words(doc["value"])):
            weaker = doc["value"]["status"]
            shown = page.text(
                "value  ", page.mark(weaker or doc["status"]), f" {words}", f", {weaker}" if weaker else "", numbers.of(doc, value=True)
            )
            page.line(shown, indent=6, hang=2, width=page.prose)
        for dispute in doc["disputes"]:
            page.line(page.mark("disputed"), f" sources disagree: {dispute}", indent=6, hang=2)


def _head(page: Page, doc: Document, wide: int) -> None:
    dates = page.own(span(doc))
    yes = yes_words(doc)
    words = "; ".join([status_words(doc), *asides(doc)])
    status = page.text((f"{yes}  ", "bold") if yes else "", page.mark(doc["status"]), f" {words}")
    if not dates:
        page.line(status, indent=2, hang=2)
    elif page.narrow or wide > page.width // 2:
        page.line((dates, "bold"), indent=2, hang=2)
        page.line(status, indent=4, hang=2)
    else:
        page.item(Text.assemble(page.text((dates, "bold")), " " * (wide - len(dates) + 3)), status, indent=2)


class Sources:
    """Numbers for the sources of an answer, in the order in which they are met, and the list of them."""

    def __init__(self, page: Page, store: Store) -> None:
        self.page = page
        self.store = store
        self.cited: dict[str, Document] = {}
        self.numbers: dict[str, int] = {}

    def of(self, doc: Document, *, value: bool) -> Text:
        """``  [1] [2]`` for the sources of a clause, or of its value where that has its own."""
        out = Text()
        own = [c for c in doc["citations"] if (c.get("for") == "value") == value]
        for cite in {c["source"]: c for c in own}.values():
            number = self.numbers.setdefault(cite["source"], len(self.numbers) + 1)
            self.cited.setdefault(cite["source"], cite)
            out.append(" " if out else "  ").append_text(self.page.text((f"[{number}]", "cyan"), link=cite["url"] or ""))
        return out

    def listed(self) -> None:
        """The heading and the sources, one an entry."""
        if not self.cited:
            return
        page = self.page
        page.heading("Sources")
        for source, number in self.numbers.items():
            cite = self.cited[source]
            lead = f"[{number}] "
            words = ", ".join(str(w) for w in (cite["publisher"], cite["published"] or "no date", tier_words(cite["tier"]), _as_read(cite)) if w)
            page.pairs(page.text((lead, "cyan"), page.text(words, link=cite["url"] or "")), (source, "dim"), indent=2)
            for relay in cite["relayed_by"]:
                page.line((f"as relayed by {self._publisher(relay)}", "dim"), indent=2 + len(lead), hang=2)

    def _publisher(self, source: str) -> str:
        record = self.store.record(f"source:{source}") or {}
        return f"{record['publisher']} ({source})" if record.get("publisher") else source


def _as_read(cite: Document) -> str:
    return {"excerpt": "read in part", "not-read": "not read by us"}.get(cite["read"] or "", "")


def read_as(reading: Document, store: Store, today: int) -> str:
    """``term primary-cloud, party OpenAI, 2026-01-01 to 2026-12-31``."""
    words = [str(reading["kind"])]
    if reading["term"]:
        words.append(f"term {reading['term']}")
    if reading["subject"]:
        words.append(f"party {store.name('party', reading['subject'])}")
    if reading.get("holder"):
        words.append(f"holder {store.name('party', reading['holder'])}")
    if reading.get("scope"):
        words.append(f"scope {reading['scope']}")
    words.append(window(reading["from"], reading["to"], today))
    if reading["known_at"]:
        words.append(f"as known on {reading['known_at']}")
    return ", ".join(words)


def window(start: str | None, end: str | None, today: int) -> str:
    """The days asked about, with the last day instead of the first after."""
    if start is None and end is None:
        return "the whole record"
    last = iso(parse_day(end) - 1) if end else None
    if start == last:
        return f"on {start}" + (" (today)" if start == iso(today) else "")
    if start is None:
        return f"to {last}"
    return f"{start} to {last}" if last else f"from {start} on"


def _explained(page: Page, told: Document) -> None:
    page.heading("How it was read")
    page.table([(t["typed"], f"as {t['form']}") for t in told["tokens"]])
    for moment in told["moments"]:
        page.line(f"date: {moment['from'] or '..'} to {moment['to'] or '..'} ({moment['relation']})", indent=2)
    for party in told["parties"]:
        page.line(f"party: {party['said']} is {party['party']}" + (f" through {party['product']}" if party["product"] else ""), indent=2)
    for candidate in told["candidates"]:
        what = candidate["term"] or " ".join(map(str, candidate["record"] or ()))
        left = f"; left over: {' '.join(candidate['left over'])}" if candidate["left over"] else ""
        page.line(f"reading: {what}, weight {candidate['score']}, {', '.join(map(str, candidate['because']))}{left}", indent=2, hang=2)
    page.heading(f"SQL ({counted(len(told['sql']), 'query', 'queries')})")
    for sql in told["sql"]:
        page.line(sql, indent=2, hang=2)
