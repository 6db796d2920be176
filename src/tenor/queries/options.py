"""Dates as people write them in an option, and what "today" is.

An option is read like a question: ``2026-04-27``, ``27 Apr 2026``, ``April 2026``, ``2026``, ``today``. What can be read two ways or does not exist
is refused with the reason.
"""

from __future__ import annotations

import os
import time

from tenor.ask.language.words import tokens
from tenor.ask.times.moments import Reader, Unclear
from tenor.dates import DAWN, FOREVER, Edtf, EdtfError, day_number, parse_day
from tenor.errors import UsageError


def current_day() -> int:
    """The day that "today" means: ``TENOR_TODAY`` where it is set, else the clock's. Raises :class:`UsageError` where the variable is no day."""
    fixed = os.environ.get("TENOR_TODAY")
    if not fixed:
        now = time.localtime()
        return day_number(now.tm_year, now.tm_mon, now.tm_mday)
    try:
        return parse_day(fixed)
    except EdtfError as error:
        raise UsageError(str(error), where="TENOR_TODAY", hint="write it like TENOR_TODAY=2026-11-23") from error


def option_window(text: str, *, today: int | None = None, option: str = "") -> tuple[int, int]:
    """The days ``[first, first after)`` that a date in an option means: ``2026-04`` is the whole month.

    Raises:
        UsageError: it is no date, no day that exists, or a date that can be read two ways.
    """
    text = text.strip()
    try:
        date = Edtf.parse(text)
        window = date.lo, date.hi + 1
    except EdtfError as error:
        window = _in_words(text, current_day() if today is None else today, option, error)
    if window[0] <= DAWN or window[1] > FOREVER:
        raise UsageError(f"{text!r} has no {'first' if window[0] <= DAWN else 'last'} day", where=option, hint="write a day, a month or a year")
    return window


def option_day(text: str, *, today: int | None = None, option: str = "") -> int:
    """The last day of what is written: ``2026-04`` is 30 April. Raises :class:`UsageError`."""
    return option_window(text, today=today, option=option)[1] - 1


def option_span(first: str, last: str, *, today: int | None = None, option: str = "--between") -> tuple[int, int]:
    """From the first day of one date to the last day of the other. Raises :class:`UsageError`."""
    start = option_window(first, today=today, option=option)[0]
    end = option_window(last, today=today, option=option)[1]
    if start >= end:
        raise UsageError(f"{first} comes after {last}", where=option, hint=f"turn them round: {option} {last} {first}")
    return start, end


def _in_words(text: str, now: int, option: str, error: EdtfError) -> tuple[int, int]:
    words = tokens(text)
    try:
        found = Reader(words, now, lambda _: None, lambda: None).read()
    except Unclear as unclear:
        hint = f"write {' or '.join(unclear.choices)}" if unclear.choices else "write it like 2026-04-27"
        raise UsageError(unclear.reason, where=option, hint=hint) from None
    if len(found) != 1 or (found[0].first, found[0].last) != (0, len(words) - 1) or found[0].relation not in ("on", "in"):
        reason = str(error) if text[:4].isdigit() else f"{text!r} is not a date I can read"
        raise UsageError(reason, where=option, hint="write it like 2026-04-27, 27 Apr 2026, April 2026, 2026 or today")
    return found[0].start, found[0].end
