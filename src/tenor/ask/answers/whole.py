"""``throughout 1865``, ``since 1985``, ``until 1991``: whether something held on every day of a time, and not only on some; and whether it changed in one."""

from __future__ import annotations

from tenor.ask.answers.wording import gap_words
from tenor.ask.language.words import lemma
from tenor.ask.reading import Refusal
from tenor.dates import DAWN, FOREVER, iso, parse_day

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from tenor.ask.interpreting.question import Question
    from tenor.ask.reading import Reading
    from tenor.store.read import Row, Store

    Document = dict[str, Any]
    Span = tuple[int, int]


#: Ways to end that a record states.
_STATED = ("ended", "scheduled", "replaced")
#: Heads of a question whether something came to be another, its verb, and in what one version is then another than the one before.
_CAME = frozenset(("did", "has", "have", "had"))
_CHANGE = lemma("change")
_KEPT = ("state", "holder", "holders", "exclusive", "label")
_AMOUNTS = ("amount", "low", "high")
_TOLD = ("confirmed", "reported")
#: Words, as typed, that may stand behind the verb beside a time.
_BESIDE = frozenset(("at", "all", "ever", "since"))


def changed(question: Question, reading: Reading, segments: list[Document], today: int, checked: int) -> bool | None:
    """``did X change between A and B``: yes where one version surely gave way to another in that time, no where each surely held through all of it; else None."""
    said, timed = question.typed, question.timed()
    verb = next((i for i, t in enumerate(said) if t.lemma == _CHANGE), 0)
    behind = (i for i in range(verb + 1, len(said)) if i not in timed and said[i].low not in _BESIDE)
    if not verb or said[0].low not in _CAME or next(behind, None) is not None or reading.negated or len(said) != len(question.tokens):
        return None
    start, end = reading.window or (DAWN, FOREVER)
    held = [s for s in segments if s["clause"] and s.get("role") != "exception"]
    by_name = {s["clause"]: s for s in held}
    if any(_gave_way(old, new, start, min(end, today + 1)) for old in held if (new := by_name.get(old["replaced_by"] or "")) is not None):
        return True
    whole = start > DAWN and end <= checked + 1 and held and len(held) == len(segments)
    return False if whole and all(_surely_through(s, start, end) for s in held) else None


def _gave_way(old: Document, new: Document, start: int, end: int) -> bool:
    """True where a version that says something else surely came in a time; what was only seen on a day had come before it, whenever that was."""
    first, last = new["bounds"]["from"]
    if first is None or last is None or not start < parse_day(first) <= parse_day(last) < end or (new["observed"] and first == last):
        return False
    amounts = [[(s["value"] or {}).get(part) for part in _AMOUNTS] for s in (old, new)]
    another = amounts[0] != amounts[1] and all(any(part is not None for part in a) for a in amounts)
    return {old["status"], new["status"]} <= {*_TOLD} and (another or any(old[part] != new[part] for part in _KEPT))


def _surely_through(doc: Document, start: int, end: int) -> bool:
    """True for what certainly held on all days of a time, and was not only seen on some."""
    (_, last), (over, _) = doc["bounds"]["from"], doc["bounds"]["to"]
    sure = doc["certainty"] == "certain" and doc["status"] in _TOLD and not doc["observed"]
    return sure and last is not None and parse_day(last) <= start and (over is None or parse_day(over) >= end)


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
