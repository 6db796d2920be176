"""Time drawn with characters, to scale: an axis of years, and bars whose filling says what held.

The filling leans on no color. Every kind has a twin in ASCII, and a legend names those that were used.
"""

from __future__ import annotations

from typing import Any

from tenor.dates import DAWN, FOREVER, civil, day_number, parse_day

Document = dict[str, Any]

#: kind -> (mark, ASCII twin, words)
KINDS = {
    "exclusive": ("█", "#", "exclusive"),
    "held": ("▓", "%", "held"),
    "shared": ("░", ":", "not exclusive"),
    "inferred": ("∴", ".", "inferred"),
    "weaker": ("▒", "=", "reported, alleged or disputed"),
    "none": ("─", "-", "ended, denied or not stated"),
    "gap": (" ", " ", ""),
}
OPEN = ("›", ">", "no end stated")

_STEPS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500)
_LABEL = 10


def kind(doc: Document) -> str:
    """What a clause's stretch is drawn as."""
    if doc["status"] == "unrecorded":
        return "gap"
    if doc["state"] == "no" or doc["status"] == "unstated":
        return "none"
    if doc["status"] == "inferred":
        return "inferred"
    if doc["status"] != "confirmed":
        return "weaker"
    return {True: "exclusive", False: "shared"}.get(doc["exclusive"], "held")


def day(text: str | None, otherwise: int) -> int:
    """A day out of a document's bounds."""
    return parse_day(text) if text else otherwise


class Stretch:
    """A bar's part: on the days ``[start, end)``, this kind."""

    __slots__ = ("end", "kind", "start")

    def __init__(self, start: int, end: int, kind: str) -> None:
        self.start = start
        self.end = end
        self.kind = kind

    @classmethod
    def of(cls, doc: Document) -> Stretch:
        """The days on which a clause may have held, as drawn; a segment with its own ``stretch`` is drawn there."""
        first, last = doc.get("stretch") or (doc["bounds"]["from"][0], doc["bounds"]["to"][1])
        return cls(day(first, DAWN), day(last, FOREVER), kind(doc))


class Scale:
    """Days to columns: ``width`` columns of equal length, from the first month to today, or to what is yet to begin."""

    def __init__(self, stretches: list[Stretch], today: int, width: int) -> None:
        starts = [s.start for s in stretches if s.start > DAWN] or [s.end for s in stretches if s.end < FOREVER] or [today]
        self.year, self.month, _ = civil(min(starts))
        self.start = day_number(self.year, self.month, 1)
        ends = [s.start if s.start > today else min(s.end, today + 1) for s in stretches]
        last = max(ends, default=today)
        if last > today + 1:
            last += (last - self.start) // 20
        self.end = max(last, self.start + 365)
        self.width = max(width, 10)

    def column(self, day: int) -> int:
        """The column of a day; outside 0 to ``width`` where it is not drawn."""
        return (day - self.start) * self.width // (self.end - self.start)

    def axis(self) -> tuple[str, str]:
        """Two lines: the years, and a rule with a tick at the first day of each that is named."""
        years = range(self.year + 1, civil(self.end - 1)[0] + 1)
        step = next((s for s in _STEPS if len(years) * _LABEL <= self.width * s), _STEPS[-1])
        ticks = [(0, str(self.year) if self.month == 1 else f"{self.year}-{self.month:02}")]
        ticks += [(self.column(day_number(y, 1, 1)), str(y)) for y in years if not y % step]
        names, rule = [" "] * self.width, ["─"] * self.width
        free = 0
        for at, label in ticks:
            if free <= at and at + len(label) <= self.width:
                rule[at] = "┴" if at else "├"
                names[at : at + len(label)] = label
                free = at + len(label) + 2
        return "".join(names).rstrip(), "".join(rule)

    def bar(self, stretches: list[Stretch], used: set[str], *, ascii: bool = False) -> str:
        """One bar. What was drawn is added to ``used``, for the legend."""
        out = []
        length = self.end - self.start
        for n in range(self.width):
            middle = self.start + (2 * n + 1) * length // (2 * self.width)
            held = [s for s in stretches if s.start <= middle < s.end]
            best = min((s.kind for s in held), key=list(KINDS).index, default="gap")
            used.add(best)
            out.append(KINDS[best][ascii])
        for s in stretches:  # a stretch shorter than a column is drawn all the same
            at = self.column(s.start)
            if s.kind != "gap" and 0 <= at < self.width and out[at] == " ":
                used.add(s.kind)
                out[at] = KINDS[s.kind][ascii]
        if any(s.end >= FOREVER and s.kind not in ("gap", "none") and s.start < self.end for s in stretches):
            used.add("open")
            out[-1] = OPEN[ascii]
        return "".join(out).rstrip()


def legend(used: set[str], *, ascii: bool = False) -> str:
    """``█ exclusive  ░ not exclusive  › no end stated``, for what was drawn."""
    marks = [(k, v) for k, v in KINDS.items() if v[2]] + [("open", OPEN)]
    return "  ".join(f"{m[ascii]} {m[2]}" for k, m in marks if k in used)
