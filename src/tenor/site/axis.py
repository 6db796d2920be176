"""The axis of a chart: days to percent of its width, the years drawn wider, and the lines and names along it. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tenor.dates import DAWN, FOREVER, MONTHS, civil, day_number, iso

_YEAR = 365.2425
#: How much longer than the wide years the axis may be, where there are other years to widen.
_TIMES = 9


@dataclass(frozen=True, slots=True)
class Scale:
    """Days to percent of the axis, linear between stops."""

    stops: tuple[tuple[int, float], ...]
    #: The years drawn wider, as first day and first day after; None where all years are alike.
    wide: tuple[int, int] | None = None

    @property
    def first(self) -> int:
        """The axis's first day."""
        return self.stops[0][0]

    @property
    def last(self) -> int:
        """The first day after the axis."""
        return self.stops[-1][0]

    def at(self, day: int) -> float:
        """The place of a day, 0 to 100; days off the axis are put at its ends."""
        for (a, x), (b, y) in pairwise(self.stops):
            if day <= b:
                return round(x + (max(day, a) - a) / (b - a) * (y - x), 2)
        return 100.0

    def even(self) -> Scale:
        """The same axis with every year alike."""
        return Scale(((self.first, 0.0), (self.last, 100.0)))


def axis(days: Iterable[int], ends: Iterable[int], checked: int, begin: int | None = None) -> Scale:
    """A scale, from the day ``begin`` on, for change days and known ends: the shortest run of years that holds half the changes gets half the width, if that makes them wider."""
    days = sorted(d for d in days if DAWN < d <= checked) or [checked]
    begin = days[0] if begin is None else min(days[0], begin)
    start = begin - max(60, (days[-1] - begin) // 60)
    horizon = max(days[-1], min(checked, days[-1] + 4 * 365))
    fixed = [e for e in ends if horizon < e < FOREVER and e <= horizon + 9 * 366]
    after = max([*fixed, horizon + max(200, (horizon - start) // 12)])
    first, last = _floor(start), _next_year(after)
    if start - first > (last - first) // 12:
        year, month, _ = civil(start)
        first = day_number(year, month, 1)
    stops: tuple[tuple[int, float], ...] = ((first, 0.0), (last, 100.0))
    window = _wide(days)
    if window is not None and window[1] == _floor(checked) and any(window[1] <= d for d in days):
        window = (window[0], _next_year(checked))  # what changed last is what most readers came for
    while window is not None and (last - first) > _TIMES * (window[1] - window[0]) and any(_floor(window[0] - 1) <= d < window[0] for d in days):
        window = (_floor(window[0] - 1), window[1])  # one busy year alone would leave the years beside it no room
    if window is None or not (window[1] - window[0]) < 0.38 * (last - first):
        return Scale(stops)
    a, b = max(window[0], first), min(window[1], last)
    before, behind = a - first, (last - b) * 0.62
    left = 50.0 * before / (before + behind) if before + behind else 0.0
    points = [(first, 0.0), (a, left), (b, left + 50.0), (last, 100.0)]
    return Scale(tuple(dict(points).items()), (a, b))


def _wide(days: Sequence[int]) -> tuple[int, int] | None:
    years = [civil(d)[0] for d in days]
    need = (len(years) + 1) // 2
    if len(years) < 4:
        return None
    best = min(
        (
            (years[n + need - 1] - years[n] + 1, -sum(years[n] <= y <= years[n + need - 1] for y in years), -n, years[n], years[n + need - 1])
            for n in range(len(years) - need + 1)
        ),
        default=None,
    )
    return (day_number(best[3], 1, 1), day_number(best[4] + 1, 1, 1)) if best else None


def _floor(day: int) -> int:
    return day_number(civil(day)[0], 1, 1)


def _next_year(day: int) -> int:
    year, month, dom = civil(day)
    return day if (month, dom) == (1, 1) else day_number(year + 1, 1, 1)


@dataclass(frozen=True, slots=True)
class Tick:
    """A line and a label of the axis. ``kind`` is y (year) or q (month); ``rank`` 0 shows on every width, higher ones on wider charts only."""

    day: str
    x: float
    text: str
    kind: str
    rank: int
    strong: bool


def ticks(scale: Scale) -> list[Tick]:
    """Year lines that do not crowd, and months inside the wide years."""
    first, last = civil(scale.first)[0], civil(scale.last - 1)[0]
    narrow = min((scale.at(day_number(y + 1, 1, 1)) - scale.at(day_number(y, 1, 1)) for y in range(first, last) or [first]), default=10.0)
    step = next((s for s in (1, 2, 5, 10, 20, 25, 50, 100, 200, 500) if s * narrow >= 2.1 or s >= last - first), 500)
    wide = scale.wide
    years = [(day_number(y, 1, 1), y) for y in range(first, last + 1)]
    inside = {y for day, y in years if wide is not None and wide[0] <= day < wide[1]}
    years = [(day, y) for day, y in years if day >= scale.first and (y % step == 0 or y in inside)]
    ranks = _ranks([(scale.at(day), y) for day, y in years], inside)
    found = [Tick(iso(day), scale.at(day), str(y) if y in ranks else "", "y", ranks.get(y, 9), y in inside) for day, y in years]
    if wide is not None and (scale.at(wide[1]) - scale.at(wide[0])) / (wide[1] - wide[0]) * _YEAR / 4 >= 4.4:  # room for three months' name
        for year in sorted(inside):
            for month in (4, 7, 10):
                day = day_number(year, month, 1)
                if scale.first <= day < scale.last:
                    found.append(Tick(iso(day), scale.at(day), MONTHS[month - 1][:3], "q", 3, False))
    return found


def _ranks(years: Sequence[tuple[float, int]], inside: set[int]) -> dict[int, int]:
    """Which years have a label, and on what widths: 0 on all, 1 from a tablet's, 2 on wide screens. On each, the labels of a stretch are evenly spaced."""
    out: dict[int, int] = {}
    places = {y: x for x, y in years}
    first = min(inside, default=10_000)
    stretches = [[y for y in places if y in inside], [y for y in places if y < first], [y for y in places if y > first and y not in inside]]
    for rank, room in enumerate((12.0, 5.8, 3.6)):
        for stretch in stretches:
            gaps = [places[b] - places[a] for a, b in pairwise(stretch) if b - a == stretch[1] - stretch[0]]
            unit = min(gaps, default=room) / (stretch[1] - stretch[0] if len(stretch) > 1 else 1)
            step = next((n for n in (1, 2, 5, 10, 20, 25, 50, 100, 200, 500) if n * unit >= room), 1000)
            for year in (y for y in stretch if y % step == 0):
                x = places[year]
                if year not in out and 100 - x >= room * 0.8 and all(abs(places[o] - x) >= room for o in out):
                    out[year] = rank
    return out
