"""Closed-open spans of days, and the partition of a window. Pure, and light enough for the path that answers a question."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import Protocol, TypeVar

    class Spanning(Protocol):
        """Anything with a first day and a first day after."""

        @property
        def start(self) -> int:
            """First day."""

        @property
        def end(self) -> int:
            """First day after."""

    S = TypeVar("S", bound=Spanning)


def merged(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The union of the spans, in order and apart; empty ones vanish."""
    out: list[tuple[int, int]] = []
    for a, b in sorted(s for s in spans if s[0] < s[1]):
        if out and a <= out[-1][1]:
            out[-1] = (out[-1][0], max(out[-1][1], b))
        else:
            out.append((a, b))
    return out


def without(spans: Iterable[tuple[int, int]], holes: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The spans less the holes, which must be in order and apart (:func:`merged` gives such)."""
    for a, b in spans:
        for x, y in holes:
            if y <= a or x >= b:
                continue
            if a < x:
                yield a, x
            a = max(a, y)
        if a < b:
            yield a, b


def partition(rows: Iterable[S], start: int, end: int) -> list[tuple[int, int, tuple[S, ...]]]:
    """Cut the window ``[start, end)`` where any row starts or ends: ``(first day, first day after, rows that hold)``.

    The parts are in order, none is empty, neighbors differ, and together they are the window. An empty tuple is a gap.
    """
    if start >= end:
        return []
    inside = [r for r in rows if r.start < end and r.end > start]
    cuts = sorted({start, end, *(r.start for r in inside if r.start > start), *(r.end for r in inside if r.end < end)})
    out: list[tuple[int, int, tuple[S, ...]]] = []
    for i, a in enumerate(cuts[:-1]):
        b = cuts[i + 1]
        holds = tuple(r for r in inside if r.start <= a and r.end >= b)
        if out and out[-1][2] == holds:
            out[-1] = (out[-1][0], b, holds)
        else:
            out.append((a, b, holds))
    return out
