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
    if (ranged := _of_the_range(question)) is not None:
        return [ranged]
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


def _of_the_range(question: str) -> tuple[int, str] | None:
    """``from February 2026 to 31 March``, ``the 2026 round between February and March``: the last date has the only year of the question, or the next."""
    words = question.split()
    bare = [w.strip(".,;:?!()'\"").casefold() for w in words]
    years = [int(w) for w in bare if len(w) == len("2026") and w.isdigit()]
    months = [(n, MONTHS.index(w.title()) + 1) for n, w in enumerate(bare) if w.title() in MONTHS]
    if (
        len(years) != 1
        or len(months) < len(("from", "to"))
        or not {"between", "from"} & set(bare[: months[0][0]])
        or bare.index(str(years[0])) > months[-1][0]
    ):
        return None
    at, month = months[-1]
    at += at + 1 < len(bare) and bare[at + 1].isdigit()
    year = years[0] + any(earlier > month for _, earlier in months[:-1])
    mark = words[at][len(words[at].rstrip(".,;:?!")) :]
    return year, " ".join((*words[:at], words[at].removesuffix(mark), f"{year}{mark}", *words[at + 1 :]))
