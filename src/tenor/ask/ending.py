"""``did A lose X in T``, ``X ended in T``: whether it came to its end in that time, and not whether it was over then."""

from __future__ import annotations

from tenor.ask import english

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from tenor.ask.answer import Answer

    Document = dict[str, Any]

_WITHIN = frozenset(("in", "on", "between"))
_PAST = frozenset("did was were has had lost ended expired lapsed ceased stopped terminated dropped relinquished".split())


def ended_within(answer: Answer, segments: list[Document]) -> list[Document] | None:
    """The segments with whether it ended in the time that the question names; None where that is not asked, or not decided."""
    question, reading = answer.interpreter, answer.reading
    if reading.window is None or reading.amount is not None or len(question.moments) != 1 or question.moments[0].relation not in _WITHIN:
        return None
    said = [t for i, t in enumerate(question.tokens) if i not in question.timed()]  # "at the end of 2016" says when
    lows = {t.low for t in said}
    if reading.window[0] > answer.today or lows & english.MODALS or not lows & _PAST or not any(t.lemma in english.LOSING for t in said):
        return None
    ends = {_ends(answer, lineage.n, *reading.window) for lineage in reading.lineages} - {None}
    if len(ends) != 1:
        return None
    ended = ends.pop()
    kept = [s for s in segments if s["clause"]]
    if ended:
        kept = [s for s in kept if not _held(answer, s)] or kept[-1:]
    for doc in kept:
        doc["yes"] = ended if doc.get("role") != "exception" else None
    return kept


def _ends(answer: Answer, lineage: int, start: int, end: int) -> bool | None:
    """Whether what held on a day before or in the time had ended by the end of it."""
    rows = answer.store.rows(lineage, start - 1, end, answer.known)
    if all(row.gap for row in rows):
        return None
    held = [False if row.gap else _held(answer, answer.store.document(row, answer.known, term=answer.reading.term)) for row in rows]
    return True in held and held[-1] is False and rows[-1].start >= start


def _held(answer: Answer, doc: Document) -> bool | None:
    """Whether a version says that it held, whatever way round the question asks."""
    said = answer.yes(doc)
    return said if said is None or not answer.reading.negated else not said
