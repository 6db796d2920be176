"""``throughout 1865``, ``since 1985``, ``until 1991``: whether something held on every day of a time, and not only on some."""

from __future__ import annotations

from tenor.ask.answers.wording import gap_words
from tenor.ask.reading import Refusal
from tenor.dates import FOREVER, iso, parse_day

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from tenor.ask.reading import Reading
    from tenor.store.read import Row, Store

    Document = dict[str, Any]
    Span = tuple[int, int]


#: Ways to end that a record states.
_STATED = ("ended", "scheduled", "replaced")


def throughout(
    store: Store, reading: Reading, segments: list[Document], yes: Callable[[Document], bool | None], known: int, last: int
) -> list[Document]:
    """The segments with what every day of ``reading.whole`` says together: yes, or no where it did not hold on some day.

    Raises:
        Refusal: nothing is recorded on some of the days, and nothing says no on any; or no end is recorded, and days after ``last`` are meant.
    """
    start, end = reading.whole or (0, 0)
    said: dict[str, list[Span]] = {"yes": [], "maybe": [], "no": []}
    for lineage in reading.lineages:
        rows = store.rows(lineage.n, start, end, known)
        for row in rows:
            answer = None if row.gap else yes(store.document(row, known, term=reading.term))
            if row.gap:
                over = _over(store, reading, lineage.n, row, known) or _not_yet(store, reading, lineage.n, row, known)
                answer = reading.negated if over else None
            if answer is not None:
                word = ("yes" if answer else "no") if row.gap or row.certainty == "certain" else "maybe" if answer else ""
                said.setdefault(word, []).append((max(row.start, start), min(row.end, end)))
    held_on, perhaps = merged(said["yes"]), merged([*said["yes"], *said["maybe"]])
    answer = covers(held_on, start, end) or covers(perhaps, start, end)
    if not answer and not any(_outside(span, perhaps) for span in said["no"]):
        missing = next(iter(_left(perhaps, start, end)))
        raise Refusal(
            "no-record",
            f"The record does not decide that: nothing is recorded {gap_words(iso(missing[0]), iso(missing[1]))}.",
            terms=[reading.term or ""],
        )
    kept = [s for s in segments if s["clause"]]
    if (
        answer
        and end - 1 > last
        and not any(s["end"] in _STATED for s in kept if s["bounds"]["to"][1] is None or parse_day(s["bounds"]["to"][1]) >= end)
    ):
        raise Refusal(
            "no-record", f"The record states no end, and so does not decide whether it lasts through {iso(end - 1)}.", terms=[reading.term or ""]
        )
    mine = [s for s in kept if s["yes"]] or kept
    for doc in mine:
        doc["yes"] = answer
        if answer and not covers(held_on, start, end):
            doc["certainty"] = "possible"
    segments[:] = mine
    return segments


def _over(store: Store, reading: Reading, lineage: int, row: Row, known: int) -> bool:
    """True for days behind the known end of what held before."""
    before = [d for d in store.versions(lineage, known, term=reading.term) if d["bounds"]["to"][1] and parse_day(d["bounds"]["to"][1]) <= row.start]
    return bool(before) and before[-1]["end"] in ("ended", "scheduled", "replaced") and row.end <= FOREVER


def _not_yet(store: Store, reading: Reading, lineage: int, row: Row, known: int) -> bool:
    """True for days right before the known first day of the holder that is asked about, where the record has nobody earlier."""
    first = next(iter(store.versions(lineage, known, term=reading.term)), None)
    if first is None or reading.holder is None or reading.holder not in (first["holder"], *first["holders"]):
        return False
    start = first["bounds"]["from"][0]
    return bool(start) and parse_day(start) == row.end


def merged(spans: list[Span]) -> list[Span]:
    """The spans in order, those that touch as one."""
    out: list[Span] = []
    for start, end in sorted(spans):
        if out and start <= out[-1][1]:
            out[-1] = out[-1][0], max(end, out[-1][1])
        else:
            out.append((start, end))
    return out


def covers(spans: list[Span], start: int, end: int) -> bool:
    """True where one of the (merged) spans has all days from ``start`` to before ``end``."""
    return any(a <= start and end <= b for a, b in spans)


def _left(spans: list[Span], start: int, end: int) -> list[Span]:
    """What of the days is in none of the (merged) spans."""
    out = []
    for a, b in spans:
        if start < a:
            out.append((start, min(a, end)))
        start = max(start, b)
    return [*out, (start, end)] if start < end else out


def _outside(span: Span, spans: list[Span]) -> bool:
    return bool(_left(spans, *span))
