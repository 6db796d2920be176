"""Days, and dates that are known only in part.

A *day* is an integer: days since 1970-01-01, negative before it. Everything inside tenor compares integers; text appears only at
the edges. ``DAWN`` and ``FOREVER`` stand for "no first day" and "no last day" and sort before and after every real day.

An :class:`Edtf` is one date as a person wrote it (Extended Date/Time Format, ISO 8601-2), with the first and the last day on which it can lie.
The module imports next to nothing, so that a question can be answered without paying for ``datetime``.
"""

from __future__ import annotations

from functools import lru_cache

DAWN = -(1 << 40)
FOREVER = 1 << 40
#: 10000-01-01, which four digits of a year cannot say: the end of ``9999``.
_PAST_9999 = 2_932_897
_YEAR_0 = -719_528

_MONTH_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

#: EDTF level 2 sub-year groupings: code -> (first month, number of months, months it starts before the year).
_GROUPINGS = {
    21: (3, 3), 22: (6, 3), 23: (9, 3), 24: (12, 3),
    33: (1, 3), 34: (4, 3), 35: (7, 3), 36: (10, 3),
    40: (1, 6), 41: (7, 6),
}  # fmt: skip


class EdtfError(ValueError):
    """A text that is no date, with the reason in words a person can act on."""


def is_leap(year: int) -> bool:
    """True for a leap year of the proleptic Gregorian calendar."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def month_length(year: int, month: int) -> int:
    """Days in that month (28 to 31)."""
    return 29 if month == 2 and is_leap(year) else _MONTH_DAYS[month - 1]


def day_number(year: int, month: int, day: int) -> int:
    """Days since 1970-01-01 in the proleptic Gregorian calendar (H. Hinnant's days-from-civil)."""
    year -= month <= 2
    era = year // 400
    year_of_era = year - era * 400
    day_of_year = (153 * (month + (-3 if month > 2 else 9)) + 2) // 5 + day - 1
    day_of_era = year_of_era * 365 + year_of_era // 4 - year_of_era // 100 + day_of_year
    return era * 146097 + day_of_era - 719468


def civil(day: int) -> tuple[int, int, int]:
    """The inverse of :func:`day_number`: ``(year, month, day)``."""
    day += 719468
    era = day // 146097
    day_of_era = day - era * 146097
    year_of_era = (day_of_era - day_of_era // 1460 + day_of_era // 36524 - day_of_era // 146096) // 365
    day_of_year = day_of_era - (365 * year_of_era + year_of_era // 4 - year_of_era // 100)
    mp = (5 * day_of_year + 2) // 153
    month = mp + (3 if mp < 10 else -9)
    return year_of_era + era * 400 + (month <= 2), month, day_of_year - (153 * mp + 2) // 5 + 1


@lru_cache(8192)
def iso(day: int) -> str:
    """``2026-04-27``. ``DAWN``, ``FOREVER`` and days after the year 9999 have no ISO form and give ``..``."""
    if day <= DAWN or day >= _PAST_9999:
        return ".."
    year, month, dom = civil(day)
    return f"{year:04d}-{month:02d}-{dom:02d}"


@lru_cache(8192)
def iso_or_none(day: int) -> str | None:
    """ISO text, or None for an unbounded day."""
    return None if day <= DAWN or day >= _PAST_9999 else iso(day)


@lru_cache(8192)
def long_date(day: int) -> str:
    """``27 April 2026``."""
    year, month, dom = civil(day)
    return f"{dom} {MONTHS[month - 1]} {year}"


def parse_day(text: str) -> int:
    """A full ISO day. Raises :class:`EdtfError` for anything else, an impossible day included."""
    date = Edtf.parse(text)
    if date.precision != "day" or date.lo != date.hi:
        raise EdtfError(f"{text!r} is not one day; write it like 2026-04-27")
    return date.lo


class Edtf:
    """One date as written: ``text``, the days ``lo`` to ``hi`` on which it can lie (both inclusive), and ``precision`` (day, month, year, group or interval)."""

    __slots__ = ("hi", "lo", "precision", "text")

    def __init__(self, text: str, lo: int, hi: int, precision: str) -> None:
        self.text = text
        self.lo = lo
        self.hi = hi
        self.precision = precision

    def __repr__(self) -> str:
        return f"Edtf({self.text!r}, {iso(self.lo)}, {iso(self.hi)})"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Edtf) and (self.text, self.lo, self.hi) == (other.text, other.lo, other.hi)

    def __hash__(self) -> int:
        return hash((self.text, self.lo, self.hi))

    @property
    def exact(self) -> bool:
        """True where the day itself is known."""
        return self.lo == self.hi

    @classmethod
    def of_day(cls, day: int) -> Edtf:
        """That very day."""
        return cls(iso(day), day, day, "day")

    @classmethod
    def parse(cls, text: str) -> Edtf:
        """Read one EDTF date: level 0, ``~ ? %``, ``[a..b]`` sets, ``X`` digits, seasons, quarters and halves.

        Raises :class:`EdtfError` saying what is wrong and what would be right.
        """
        if known := _READ.get(text):
            return known
        date = _READ[text] = cls._read(text.strip())
        return date

    @classmethod
    def recordable(cls, text: str) -> Edtf:
        """The same for a date of a record, of which the day behind it can be written too: a year has four digits.

        Raises :class:`EdtfError`, as :meth:`parse` does.
        """
        date = cls.parse(text)
        if DAWN < date.lo < _YEAR_0 or _PAST_9999 - 1 <= date.hi < FOREVER:
            raise EdtfError(f"{text!r} reaches out of the years 0000 to 9999; leave out an end that nobody states")
        return date

    @classmethod
    def _read(cls, text: str) -> Edtf:
        if text.startswith("[") and text.endswith("]"):
            return cls._one_of(text)
        body = text.rstrip("~?%")
        marks = text[len(body) :]
        if len(marks) > 1:
            raise EdtfError(f"{text!r} has more than one of ~ ? %; use one")
        year, month, day, precision = _fields(body, text)
        lo, hi = _span(year, month, day, text)
        if marks:
            lo, hi = _widen(year, month, day, 2 if marks == "%" else 1)
        return cls(text, lo, hi, precision)

    @classmethod
    def _one_of(cls, text: str) -> Edtf:
        first, dots, last = text[1:-1].partition("..")
        if not dots or not (first.strip() or last.strip()):
            raise EdtfError(f"{text!r}: write [..2025-11-06], [2025-11-06..] or [2026-05..2026-09-18]")
        lo = cls.parse(first).lo if first.strip() else DAWN
        hi = cls.parse(last).hi if last.strip() else FOREVER
        if lo > hi:
            raise EdtfError(f"{text!r}: its first date is after its last")
        return cls(text, lo, hi, "interval")

    def end_of_period(self) -> Edtf:
        """The first day after the period, for ``through``: ``2032`` gives ``2033-01-01``. A ``~`` stays as doubt."""
        body = self.text.rstrip("~?%")
        if self.precision == "interval":
            return Edtf(f"[{_open(self.lo + 1)}..{_open(self.hi + 1)}]", _next(self.lo), _next(self.hi), "interval")
        year, month, day, _ = _fields(body, self.text)
        after = _span(year, month, day, self.text)[1] + 1
        if body == self.text:
            return Edtf.of_day(after)
        unit = self.text[-1]
        lo, hi = _widen(year, month, day, 2 if unit == "%" else 1)
        first = _after(lo, year, month, day)
        return Edtf(f"[{iso(first)}..{iso(hi + 1)}]", first, hi + 1, "interval")


#: Dates that were read before: a record repeats few of them many times.
_READ: dict[str, Edtf] = {}


def _open(day: int) -> str:
    return iso_or_none(day) or ""


def _next(day: int) -> int:
    return day + 1 if DAWN < day < FOREVER else day


def _digits(part: str, width: int, text: str) -> str:
    if len(part) != width or not all((c.isdigit() and c.isascii()) or c == "X" for c in part):
        raise EdtfError(f"{text!r} is not a date; write 2026, 2026-04 or 2026-04-27")
    return part


def _fields(body: str, text: str) -> tuple[str, str, str, str]:
    parts = body.split("-")
    if not 1 <= len(parts) <= 3 or not body:
        raise EdtfError(f"{text!r} is not a date; write 2026, 2026-04 or 2026-04-27")
    year = _digits(parts[0], 4, text)
    month = _digits(parts[1], 2, text) if len(parts) > 1 else ""
    day = _digits(parts[2], 2, text) if len(parts) > 2 else ""
    if "X" in year.rstrip("X"):
        raise EdtfError(f"{text!r}: X may stand only for the last digits of the year")
    precision = "day" if day else "month" if month else "year"
    if month and month != "XX" and "X" not in month and int(month) > 12:
        precision = "group"
        if int(month) not in _GROUPINGS or day:
            raise EdtfError(f"{text!r}: there is no month {month}")
    return year, month, day, precision


def _span(year: str, month: str, day: str, text: str) -> tuple[int, int]:
    first_year, last_year = int(year.replace("X", "0")), int(year.replace("X", "9"))
    if first_year == 0:
        raise EdtfError(f"{text!r}: years start at 0001")
    if not month or "X" in month or first_year != last_year:
        return day_number(first_year, 1, 1), day_number(last_year, 12, 31)
    number = int(month)
    if number > 12:
        start, length = _GROUPINGS[number]
        return _months(first_year, start, length)
    if number == 0:
        raise EdtfError(f"{text!r}: there is no month 00")
    if not day or "X" in day:
        return _months(first_year, number, 1)
    dom = int(day)
    if not 1 <= dom <= month_length(first_year, number):
        raise EdtfError(f"{text!r} does not exist: {MONTHS[number - 1]} {first_year} has {month_length(first_year, number)} days")
    number_of_day = day_number(first_year, number, dom)
    return number_of_day, number_of_day


def _months(year: int, month: int, count: int) -> tuple[int, int]:
    """First and last day of ``count`` months; ``month`` may lie outside 1..12."""
    start, end = year * 12 + month - 1, year * 12 + month - 1 + count
    return day_number(start // 12, start % 12 + 1, 1), day_number(end // 12, end % 12 + 1, 1) - 1


def _widen(year: str, month: str, day: str, units: int) -> tuple[int, int]:
    lo, hi = _span(year, month, day, f"{year}-{month}-{day}".strip("-"))
    if day and "X" not in day:
        return lo - units, hi + units
    if month and "X" not in month:
        length = _GROUPINGS[int(month)][1] if int(month) > 12 else 1
        y, m, _ = civil(lo)
        start = _months(y, m - units * length, 1)[0]
        return start, _months(y, m + units * length, length)[1]
    span = int(year.replace("X", "9")) - int(year.replace("X", "0")) + 1
    y0, y1 = int(year.replace("X", "0")), int(year.replace("X", "9"))
    return day_number(max(1, y0 - units * span), 1, 1), day_number(y1 + units * span, 12, 31)


def _after(start: int, year: str, month: str, day: str) -> int:
    """The first day after the period of that precision which starts on that day: months and years differ in length."""
    if day and "X" not in day:
        return start + 1
    y, m, _ = civil(start)
    if month and "X" not in month:
        return _months(y, m, _GROUPINGS[int(month)][1] if int(month) > 12 else 1)[1] + 1
    return day_number(y + int(year.replace("X", "9")) - int(year.replace("X", "0")) + 1, 1, 1)


def parse_period(text: str) -> tuple[int, int]:
    """``2026-Q2``, ``2026-34``, ``2025-07-01/2026-06-30`` or any EDTF date as ``(first day, first day after)``. Raises :class:`EdtfError`."""
    first, slash, last = text.partition("/")
    if slash:
        lo = DAWN if first in ("", "..") else Edtf.parse(first).lo
        hi = FOREVER if last in ("", "..") else Edtf.parse(last).hi + 1
        if lo >= hi:
            raise EdtfError(f"{text!r} ends before it starts")
        return lo, hi
    date = Edtf.parse(text)
    return date.lo, date.hi + 1 if date.hi < FOREVER else FOREVER
