"""Whether a thing came, or comes, to its end: ``did A lose X in T``, ``does X end in T``; and not whether it was over then."""

from __future__ import annotations

from tenor.ask.language import english
from tenor.ask.language.words import ARTICLES, forms
from tenor.ask.names.support import SPANS
from tenor.ask.reading import Refusal
from tenor.dates import parse_day

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from tenor.ask.answers.answer import Answer
    from tenor.ask.interpreting.question import Question
    from tenor.ask.language.words import Token

    Document = dict[str, Any]

_WITHIN = frozenset(("in", "on", "between"))
_PAST = frozenset("did was were has had lost ended expired lapsed ceased stopped terminated dropped relinquished".split())


def leaves_what_it_denies(answer: Answer) -> bool:
    """True for ``when did X leave the trial stage`` of a term that is denied by that stage: it begins on the day that is asked for."""
    typed = answer.interpreter.typed
    verb = next((i for i, t in enumerate(typed) if t.lemma in english.ENDING), len(typed))
    denied = forms(" ".join(answer.term.get("denies", ()))) if verb < len(typed) else frozenset()
    behind = next((t.lemma for t in typed[verb + 1 :] if t.low not in ARTICLES), "")
    return behind in denied and behind not in english.FILLER


def ended_within(answer: Answer, segments: list[Document]) -> list[Document] | None:
    """The segments with whether it ended in the time that the question names; None where that is not asked, or not decided."""
    question, reading = answer.interpreter, answer.reading
    if reading.window is None or reading.amount is not None or len(question.moments) != 1 or question.moments[0].relation not in _WITHIN:
        return None
    aside = question.timed() | {i for m in question.mentions for i in range(m.start, m.end)}  # "at the end of 2016" says when, "Los" is no "lose"
    said = [t for i, t in enumerate(question.tokens) if i not in aside]
    lows = {t.low for t in said}
    losing = english.ENDING if answer.term.get("answer") == "holder" else english.LOSING
    if reading.window[0] > answer.today or lows & english.MODALS or not lows & _PAST or not any(t.lemma in losing for t in said):
        return None
    if said[0].low in ("has", "have"):
        return None  # "has A stopped being X in 2026": whether it is over by then
    ends = {_ends(answer, lineage.n, *reading.window) for lineage in reading.lineages} - {None}
    if len(ends) != 1:
        return None
    ended = ends.pop()
    kept = [s for s in segments if s["clause"]]
    if ended and losing is english.ENDING:
        kept = [s for s in kept if _held(answer, s)] or kept
    elif ended:
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


_STATED = "is it true that".split()
_COMING = frozenset(("do", "does", "will", "would"))


def comes_to_end(answer: Answer) -> list[Document] | None:
    """``does X expire``, ``will X end in T``: what holds today, with whether its end is (in that time); None where that is not asked.

    Raises:
        Refusal: no end is recorded, or what could be is asked.
    """
    if any(t.low == "if" for t in answer.interpreter.typed[1:]):  # in which case it ends, a stated end does not tell
        return None
    question, reading = answer.interpreter, answer.reading
    first = question.typed[0].low if question.typed else ""
    stated = [t.low for t in question.typed[:4]] == _STATED and any(t.lemma in english.STOPPING and t.low.endswith("s") for t in question.typed[4:])
    first = "does" if stated else first
    ends = bool(question.moments) and any(t.lemma in english.STOPPING for t in _last(question))  # a term's own word for its end says so, too
    if not (reading.over or ends) or reading.amount is not None or first not in _COMING | english.POSSIBLE:
        return None
    asked = reading.window if question.moments else None
    if first in english.POSSIBLE:
        if not any(t.lemma in english.STOPPING for t in _last(question)):
            return None  # "could either side end it"
        raise Refusal("not-understood", "The records say when a thing ends, and not when it could: ask until when.", terms=[reading.term or ""])
    day = answer.today if reading.known is None else reading.known
    holding = [doc for lineage in reading.lineages for doc in _on(answer, lineage.n, day) if _holds(answer, doc)]
    if not holding:
        return None
    if asked is None and open_ended(holding):
        raise Refusal("no-record", f"No end is recorded for “{answer.term.get('label', reading.term)}”.", terms=[reading.term or ""])
    for doc in holding:
        doc["yes"] = _ends_then(doc, asked)
    return holding


def open_ended(segments: list[Document]) -> str:
    """What is said behind versions of none of which an end is recorded."""
    return "" if any(s["bounds"]["to"][1] or s["ends_when"] for s in segments) else " No end is recorded."


def _last(question: Question) -> list[Token]:
    """The last word but for the time."""
    return [t for i, t in enumerate(question.tokens) if i not in question.timed()][-1:]


def _on(answer: Answer, lineage: int, day: int) -> list[Document]:
    """What a lineage says on a day, as it was known."""
    rows = answer.store.rows(lineage, day, day + 1, answer.known)
    return [answer.store.document(row, answer.known, term=answer.reading.term) for row in rows if not row.gap]


def _holds(answer: Answer, doc: Document) -> bool:
    """True for a version that holds, of the holder and the clauses that are asked about."""
    reading = answer.reading
    mine = reading.holder in (None, doc["holder"], *doc["holders"]) and (not reading.only or doc["clause"] in reading.only)
    return mine and doc["state"] != "no"


def _ends_then(doc: Document, window: tuple[int, int] | None) -> bool | None:
    """Whether a version's last day is in the time, or is stated at all where no time is named; None where that depends, and no where it goes on."""
    earliest, latest = doc["bounds"]["to"]
    if not earliest or not latest:
        lasts = doc["value"] is not None and doc["value"]["unit"] in SPANS  # "20 years": it ends, on a day that is not recorded
        return None if doc["ends_when"] or window is None or lasts else False
    if window is None:
        return True
    first, last = parse_day(earliest) - 1, parse_day(latest) - 1
    if last + 1 == window[0]:  # through the year before: just then, or not then any more
        return None
    return True if window[0] <= first and last < window[1] else False if last < window[0] or window[1] <= first else None
