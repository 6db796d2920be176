"""Days of the year that have a name: ``Christmas 2025``, ``Thanksgiving 2025``, ``New Year's Eve 2025``, ``Easter 2024``."""

from __future__ import annotations

from tenor.ask.times.years import weekday_of
from tenor.dates import day_number

#: Days with the same date in every year, as (month, day).
_FIXED = {
    "new year": (1, 1), "new years": (1, 1), "valentine": (2, 14), "valentines": (2, 14), "st patrick": (3, 17), "saint patrick": (3, 17), "juneteenth": (6, 19),
    "independence": (7, 4), "halloween": (10, 31), "veterans": (11, 11), "christmas": (12, 25), "xmas": (12, 25), "boxing": (12, 26),
}  # fmt: skip
#: Evenings before them.
_EVES = {"new year eve": (12, 31), "new years eve": (12, 31), "christmas eve": (12, 24), "xmas eve": (12, 24)}
#: Days that are the nth of a weekday in a month, as (month, weekday with 0 for Monday, which; -1 for the last).
_COUNTED = {
    "presidents": (2, 0, 3),
    "memorial": (5, 0, -1),
    "labor": (9, 0, 1),
    "labour": (9, 0, 1),
    "columbus": (10, 0, 2),
    "thanksgiving": (11, 3, 4),
}
#: Days counted from Easter Sunday.
_EASTER = {"easter": 0, "easter sunday": 0, "easter monday": 1, "good friday": -2, "pentecost": 49}
#: Names that are words of their own without "day" behind them.
_NEED_DAY = frozenset(("independence", "veterans", "boxing", "presidents", "memorial", "labor", "labour", "columbus", "valentine", "valentines"))
_LONGEST = 3
#: Words that names of days start with.
FIRST_WORDS = frozenset(name.split()[0] for names in (_EVES, _FIXED, _COUNTED, _EASTER) for name in names)


def holiday(words: list[str]) -> tuple[str, int] | None:
    """The name of a day that these words start with, and how many of them it takes; ``day`` behind a name belongs to it."""
    for length in range(min(_LONGEST, len(words)), 0, -1):
        name = " ".join(words[:length])
        if name in _EVES:
            return name, length
        if name in _FIXED or name in _COUNTED or name in _EASTER:
            day = words[length : length + 1] == ["day"]
            return (name, length + day) if day or name not in _NEED_DAY else None
    return None


def day_of(name: str, year: int) -> int:
    """The day on which a named day fell in a year."""
    if name in _EASTER:
        return _easter(year) + _EASTER[name]
    if name not in _COUNTED:
        return day_number(year, *(_EVES.get(name) or _FIXED[name]))
    month, weekday, which = _COUNTED[name]
    if which < 0:
        after = day_number(year, month + 1, 1)
        return after - 7 + (weekday - weekday_of(after - 7)) % 7
    first = day_number(year, month, 1)
    return first + (weekday - weekday_of(first)) % 7 + 7 * (which - 1)


def _easter(year: int) -> int:
    """Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    h = (19 * a + b - d - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    i, k = divmod(c, 4)
    x = (32 + 2 * e + 2 * i - h - k) % 7
    month, day = divmod(h + x - 7 * ((a + 11 * h + 22 * x) // 451) + 114, 31)
    return day_number(year, month, day + 1)
