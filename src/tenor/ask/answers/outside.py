"""Days on which nothing that was asked about is recorded: what had ended by then did not hold, else there is no answer but what stands around them."""

from __future__ import annotations

from tenor.ask.answers.wording import date_words, gap_words, holder_words, inside, joined, span_words
from tenor.ask.language.english import NEGATIONS
from tenor.ask.language.roots import text_keys
from tenor.ask.language.words import tokens
from tenor.ask.reading import Refusal
from tenor.dates import DAWN, FOREVER, iso_or_none, long_date, parse_day

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from tenor.ask.reading import Reading
    from tenor.store.read import Store

    Document = dict[str, Any]

#: Others that held it then, told by name.
_MOST_OTHERS = 6
#: That ended together.
_MOST_ENDED = 4
#: Letters of a date that names a day.
_DAY = 8
#: Ends that somebody gave; an unknown one says nothing about the days behind it.
_KNOWN_ENDS = ("ended", "scheduled", "replaced")


def not_then(store: Store, reading: Reading, term: Document, known: int, checked: int, *, still: bool = False) -> list[Document]:
    """What surely ended last before the window, of the holder that is asked about; none where the record leaves it open.

    Of the days before its first version a record says nothing, unless it has others on them, or tells what one became: then that one had not come yet. Nor is there an answer
    where nobody is named and the term tells who holds it: that one holder had gone does not say that nobody came. Of clauses that words single out, it is
    only ``still`` that asks for what had ended, and only one that denies nothing says that it had.
    """
    plain = reading.kind == "state" and not (reading.exclusive or reading.denies or reading.inside or reading.amount) and (still or not reading.only)
    if not plain or reading.window is None or (reading.holder is None and term.get("answer") == "holder"):
        return []
    tells = reading.raw in ("what", "keyword", "value")  # what was so before is no answer to what was so then
    start, end = reading.window
    held = [d for x in reading.lineages for d in store.versions(x.n, known, term=reading.term) if d["state"] != "no" and d["status"] != "unstated"]
    if reading.holder is not None:
        held = [d for d in held if reading.holder in (d["holder"], *d["holders"])]
    over = [d for d in held if d["end"] in _KNOWN_ENDS and d["bounds"]["to"][1] and parse_day(d["bounds"]["to"][1]) <= min(start, checked + 1)]
    later = [d for d in held if d["bounds"]["from"][0] and parse_day(d["bounds"]["from"][0]) >= end]
    if len(over) + len(later) < len(held) or (tells and any(d["value"] for d in over)):
        return []
    if reading.only:
        over = [d for d in over if d["clause"] in reading.only]
        return over if len(over) == 1 and NEGATIONS.isdisjoint([t.low for t in tokens(str(over[0]["text"]))]) else []
    if over:
        last = max(str(d["bounds"]["to"][1]) for d in over)
        ended = [d for d in over if d["bounds"]["to"][1] == last]
        return [d for d in ended if d["status"] != "disputed"][:_MOST_ENDED] or ended[:1]
    if not later or reading.holder is None:
        return []
    first = min(later, key=lambda d: str(d["bounds"]["from"][0]))
    return [first] if _became(first, term) or (term.get("answer") == "holder" and _others(store, reading, known)) else []


def _became(doc: Document, term: Document) -> bool:
    """``A became B's president on that day``: so it was not before, where the text says it of all that the term is called."""
    became = str(doc["text"]).partition(" became ")[2] or str(doc["text"]).partition(" becomes ")[2]
    return bool(became) and doc["status"] == "confirmed" and text_keys(str(term.get("label") or "?")) <= text_keys(became)


def no_record(store: Store, reading: Reading, term: Document, known: int, today: int) -> Refusal:
    """That nothing is recorded, for whom and when, with who else held it then, and what is recorded right before and after."""
    label = str(term.get("label", reading.term))
    start, end = reading.window or (DAWN, FOREVER)
    named = "{subject}" in str(term.get("sentence") or "{subject}")  # an office that says itself of what it is has no other
    subject = f" for {store.name('party', reading.subject)}" if reading.subject and named else ""
    versions = [d for x in reading.lineages for d in store.versions(x.n, known, term=reading.term)]
    others = _others(store, reading, known)
    mine = [d for d in versions if reading.holder in (d["holder"], *d["holders"])] if reading.holder is not None else []
    if reading.holder is not None:  # what nobody else has then either, is not recorded of this party
        versions = mine or (versions if others else [])
    if not versions and reading.known is not None and (first := _first_known(store, reading)) is not None:
        other = f" with {store.name('party', reading.holder)}" if reading.holder and subject else ""
        return Refusal(
            "no-record",
            f"Nothing of this (“{label}”{subject}{other}) was public by {long_date(known)}: the record knows of it from {long_date(first)}.",
            terms=[reading.term or ""],
        )
    if not versions:
        other = f" with {store.name('party', reading.holder)}" if reading.holder and subject else ""
        fitting = " that fits the question" if subject and not other and store.lineages(reading.term, reading.subject) else ""
        return Refusal("no-record", f"Nothing{fitting} is recorded on {inside(label)}{subject}{other}.", terms=[reading.term or ""])
    where = gap_words(iso_or_none(start), iso_or_none(end))
    if others and reading.holder is not None:
        more = f" and {len(others) - _MOST_OTHERS} more" if len(others) > _MOST_OTHERS else ""
        who = f"{', '.join(others[:_MOST_OTHERS])}{more}" if more else joined(others)
        text = f"No record of {store.name('party', reading.holder)} in this (“{label}”){subject} {where}; recorded then: {who}."
        return Refusal("no-record", text + _around(store, versions, start, end, today, of=reading.holder if mine else ""), terms=[reading.term or ""])
    singled = [d for d in versions if d["clause"] in reading.only]
    fitting = " that fits the question" if 0 < len(singled) < len(versions) else ""  # the others may hold on these days
    versions = singled if fitting else versions
    text = f"No record: nothing{fitting} is recorded on “{label}”{subject} {where}."
    if reading.holder is None or term.get("answer") != "holder":
        return Refusal("no-record", text + _around(store, versions, start, end, today, on=fitting or " on it"), terms=[reading.term or ""])
    groups = {(x.subject, x.scope) for x in reading.lineages}
    everybodys = [d for x in store.lineages(reading.term) if (x.subject, x.scope) in groups for d in store.versions(x.n, known, term=reading.term)]
    own = _around(store, mine, start, end, today, of=reading.holder) if len(everybodys) > len(mine) else ""
    return Refusal("no-record", text + _around(store, everybodys, start, end, today) + own, terms=[reading.term or ""])


def _first_known(store: Store, reading: Reading) -> int | None:
    """The day from which the first of what is asked about is known; None where nothing is recorded at all."""
    numbers = [n for x in reading.lineages for (n,) in store.query("SELECT n FROM clause WHERE lineage = ?", x.n)]
    docs = [store.clause(n) for n in numbers]  # with what was taken back later
    days = [d["known_from"] for d in docs if reading.holder is None or reading.holder in (d["holder"], *d["holders"])]
    return min((parse_day(day) for day in days if day), default=None)


def _others(store: Store, reading: Reading, known: int) -> list[str]:
    """The holders of the same for the same, on these days, beside the one that is asked about."""
    start, end = reading.window or (DAWN, FOREVER)
    groups = {(x.subject, x.scope) for x in reading.lineages}
    found: dict[str, None] = {}
    for lineage in store.lineages(reading.term):
        if (lineage.subject, lineage.scope) in groups:
            docs = (store.document(row, known) for row in store.rows(lineage.n, start, end, known) if not row.gap)
            found.update(
                {holder_words(store, doc): None for doc in docs if doc["state"] != "no" and reading.holder not in (doc["holder"], *doc["holders"])}
            )
    return [name for name in found if name]


def _around(store: Store, versions: list[Document], start: int, end: int, today: int, *, of: str = "", on: str = " on it") -> str:
    """What is recorded right before these days and right after them, in words; ``of`` whom, and ``on`` what, where these are not all that there is."""
    before = [d for d in versions if d["bounds"]["to"][1] and parse_day(d["bounds"]["to"][1]) <= start]
    after = [d for d in versions if d["bounds"]["from"][0] and parse_day(d["bounds"]["from"][0]) >= end]
    last = max(before, key=lambda d: str(d["bounds"]["to"][1]), default=None)
    first = min(after, key=lambda d: str(d["bounds"]["from"][0]), default=None)
    if of and versions:
        told = [span_words(d, today) for d in sorted(versions, key=lambda d: str(d["bounds"]["from"][0]))]
        return f" Recorded of {store.name('party', of)}: {joined(told) if len(told) <= _MOST_OTHERS else f'{told[0]}, and {len(told) - 1} more'}."
    if last is not None and first is not None:
        return f" Before that: {_told(store, last, today)}; after that: {_told(store, first, today)}."
    if last is not None:
        who = holder_words(store, last)
        return f" The last clause{on}{f' ({who})' if who else ''} ran {span_words(last, today)}."
    if first is not None:
        day = date_words(first["from"])
        return f" The earliest clause{on} starts {'in' if len(first['from'] or '') < _DAY else 'on'} {day}."
    return ""


def _told(store: Store, doc: Document, today: int) -> str:
    who = "nobody" if doc["state"] == "no" else holder_words(store, doc) or str(doc["text"]).rstrip(".")
    return f"{who}, {span_words(doc, today)}"
