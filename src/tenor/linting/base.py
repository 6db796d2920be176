"""What every check of a writeup needs: the open records, the day of the writeup, and a way to report."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from tenor.ask.language.words import tokens
from tenor.ask.times.moments import Moment, Reader, Unclear
from tenor.dates import FOREVER, MONTHS, civil, parse_day
from tenor.linting import english
from tenor.store.read import Store

Document = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Edit:
    """Put ``text`` in place of ``[start, end)``."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Found:
    """At ``start`` of the text, this is wrong. ``edit`` is set where putting it right is mechanical."""

    code: str
    start: int
    message: str
    id: str = ""
    fix: str = ""
    edit: Edit | None = None


class Facts:
    """What the records say of ids, kept once looked up."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.resolve: Callable[[str], str | None] = lru_cache(maxsize=None)(self._resolve)
        self.record: Callable[[str], Document | None] = lru_cache(maxsize=None)(store.record)
        self.name: Callable[[str, str], str] = lru_cache(maxsize=None)(store.name)

    def _resolve(self, key: str) -> str | None:
        """The full id behind a citation key; BibTeX keys have ``:`` where ids have ``#``."""
        found = self.store.resolve(key)
        if found is None and "#" not in key and ":" in key:
            head, _, tail = key.rpartition(":")
            found = self.store.resolve(f"{head}#{tail}")
        return found

    def in_force(self, doc: Document, day: int) -> Document:
        """The version that took this one's place and holds on that day; the last one found where none does."""
        seen = {doc["clause"]}
        while doc["replaced_by"] and doc["replaced_by"] not in seen and over(doc, day):
            seen.add(doc["replaced_by"])
            later = self.record(doc["replaced_by"])
            if later is None or later.get("retracted") or (begin(later) or 0) > day:
                break
            doc = later
        return doc

    def open_dispute(self, doc: Document) -> Document | None:
        """A dispute about the clause that no rule settled."""
        return next((d for i in doc["disputes"] if (d := self.record(i)) and not d.get("prefers")), None)


def begin(doc: Document) -> int | None:
    """The first day on which the clause may have held."""
    day = doc["bounds"]["from"][0]
    return parse_day(day) if day else None


def over(doc: Document, day: int) -> bool:
    """True where the clause had surely ended on that day."""
    last = doc["bounds"]["to"][1]
    return bool(last) and parse_day(last) <= day


_MONTH = re.compile(rf"\b(?P<month>{'|'.join(MONTHS)})\b(?!\s+(?:\d|of\b))(?<!\d )(?<!\d\d )")


def moments(text: str, today: int) -> list[Moment]:
    """The times that a sentence names; none where one of them cannot be read. A month without a year is the last such month that has begun."""
    try:
        return Reader(tokens(_MONTH.sub(lambda m: _with_year(m, today), text)), today, lambda i: None, lambda: None, prose=True).read()
    except (Unclear, ValueError):
        return []


def _with_year(match: re.Match[str], today: int) -> str:
    year, month, _ = civil(today)
    number = MONTHS.index(match["month"]) + 1
    return f"{match['month']} {year if number <= month else year - 1}"


def placed_in_past(text: str, doc: Document, day: int) -> bool:
    """True where the sentence itself says that it speaks of the time in which the clause held, or that it is over."""
    start = begin(doc) or 0
    last = doc["bounds"]["to"][1]
    end = parse_day(last) if last else FOREVER
    for moment in moments(text, day):
        if moment.relation != "since" and moment.end <= day and moment.start < end and moment.end > start:
            return True
    return in_past(text)


def in_past(text: str) -> bool:
    """True where a sentence is in the past throughout."""
    return bool(english.PAST.search(text)) and not english.PRESENT.search(text)
