"""``in July``, ``on 5 May``: a date that lacks its year is taken for the latest one, where the records know of no other year in which the question has an answer.

In every other case the year is asked for: a wrong year is worse than none.
"""

from __future__ import annotations

from tenor.dates import MONTHS, civil

#: How many years are tried.
_YEARS = 6
_ASKS = " of which year?"


def dated(question: str, refused: str, today: int) -> list[tuple[int, str]]:
    """The question with each of the last years in which that date has come, the latest first; none where no month or day of one lacks its year."""
    lacking = refused.rstrip(".").removesuffix(_ASKS) if refused.rstrip(".").endswith(_ASKS) else ""
    name = next((w for w in lacking.split() if w in MONTHS), "")
    low = question.casefold()
    at = low.find(lacking.casefold()) if name else -1
    others = [m for m in MONTHS if m != name and m != "May" and m.casefold() in low]
    if at < 0 or low.count(name.casefold()) != 1 or others or any(c.isdigit() for c in lacking.replace(name, "")) != (lacking != name):
        return []
    end = at + len(lacking)
    year, month, _ = civil(today)
    last = year if MONTHS.index(name) + 1 <= month else year - 1
    return [(y, f"{question[:end]} {y}{question[end:]}") for y in range(last, last - _YEARS, -1)]
