"""Days in a few letters, for bars, cells and lists."""

from __future__ import annotations

from typing import Any

from tenor.ask.answers.wording import date_words
from tenor.dates import DAWN, FOREVER, MONTHS, Edtf, civil, parse_day
from tenor.site.data import Version

Document = dict[str, Any]


def when_words(version: Version) -> str:
    """First and last day of a version, short: ``27 Apr 2026, no end stated``."""
    doc = version.doc
    first = short_day(doc["from"], version.sure_from if version.sure_from < version.sure_to else version.start)
    if doc["end"] in ("open", "unknown") or version.end >= FOREVER:
        return (
            f"{first}, {'last seen earlier' if doc['observed'] else 'no end stated'}"
            if not doc["observed"]
            else f"{first}, as seen on {len(doc['observed'])} days"
        )
    if doc["implied_by"] and version.end != day_bound(doc["bounds"]["to"][1]):
        return f"{first} to {short(version.end - 1)}"
    return f"{first} to {last_day(doc['to'], version.end)}"


def day_bound(text: str | None) -> int | None:
    """The day of an ISO bound."""
    return parse_day(text) if text else None


def short(day: int) -> str:
    """A day in a few letters: ``27 Apr 2026``."""
    year, month, dom = civil(day)
    return f"{dom} {MONTHS[month - 1][:3]} {year}"


def short_day(text: str | None, day: int) -> str:
    """An EDTF date in a few letters: ``27 Apr 2026``, ``Nov 2016``, ``2023``; words where it is more than that."""
    if not text:
        return short(day) if DAWN < day < FOREVER else "no date"
    if len(text) == 10 and text[4] == "-" and text[:4].isdigit():
        return short(day_bound(text) or day)
    words = date_words(text)
    return " ".join(w[:3] if w in MONTHS else w for w in words.split(" "))


def last_day(text: str | None, after: int) -> str:
    """The last day before an end: the day before an exact one, the words of a doubtful one."""
    if text and len(text) == 10 and text[:4].isdigit():
        return short((day_bound(text) or after) - 1)
    return short_day(text, after) if text else short(after - 1)


def announced(doc: Document) -> int | None:
    """The day of an instrument as it is drawn: the first possible one."""
    date = doc["announced"] or doc["effective"] or doc["signed"]
    if not date:
        return None
    edtf = Edtf.parse(date)
    return edtf.lo if edtf.lo > DAWN else edtf.hi
