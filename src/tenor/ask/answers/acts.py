"""What was done in the time that a question names: an amount that was given before it, or joined before it, is no answer."""

from __future__ import annotations

from itertools import pairwise

from tenor.ask.answers.beyond import beyond_record
from tenor.ask.answers.done import in_past
from tenor.ask.language import english
from tenor.ask.language.words import lemma
from tenor.dates import iso, parse_day, parse_period

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from tenor.ask.answers.answer import Answer
    from tenor.ask.interpreting.question import Question
    from tenor.ask.reading import Mention

    Document = dict[str, Any]

_PERFECT = frozenset(("has", "have", "had"))
_ASKING = frozenset(("do", "does", "did", "will", "would", "may", "can", "must", "should", "to"))
#: With these a question is for what stood, and with `_IN_ALL` for all of it.
_STANDING = frozenset(("have", "hold", "own"))
_IN_ALL = frozenset(("total", "altogether", "overall"))
_PAST_TENSE = frozenset(("did", "has", "have", "had"))
#: Nouns for what is made on one day.
_MADE = frozenset(
    map(lemma, "pledge investment commitment promise order contract purchase payment loan money cash deal agreement follow round".split())
)
_WAS = frozenset(("was", "were"))
_DATED = ("in", "on")
_WITHIN = (*_DATED, "after", "since")


def doer_of(question: Question) -> Mention | None:
    """The party right behind "did", "has", "will", where nobody does it together with another."""
    found = next((m for m in question.mentions if m.start and question.tokens[m.start - 1].low in english.HEADS), None)
    return None if found is None or [t.low for t in question.tokens[found.end : found.end + 1]] == ["and"] else found


def begun_then(answer: Answer, segments: list[Document]) -> None:
    """``how much did A put into B in T``, ``list the loans after T``, ``how high was X in T``: what began or was seen then, where something was."""
    question, window = answer.interpreter, answer.reading.window
    if window is None or len(question.moments) != 1 or question.moments[0].relation not in _WITHIN:
        return
    if question.moments[0].record is not None:
        _begun_beside(answer, segments)
        return
    first = iso(window[0])
    valued = [s for s in segments if s["clause"] and s["value"]]
    out = []
    if answer.reading.kind == "value" and question.moments[0].relation in _DATED:
        seen = [s for s in valued if any(_inside(day, window) for day in s["observed"])]
        out = [s for s in valued if seen and s["observed"] and s not in seen]
    if _of_acts(answer):
        sums = [s for s in valued if s["value"]["basis"] in ("increment", "total") and s not in out]
        begun = [s for s in sums if begun_within(s, window)]
        seen_then = [s for s in valued if any(_inside(day, window) for day in s["observed"])]
        if "did" in question.lows() and sums and seen_then and all(_before(s, first) for s in sums):  # how it stood then is all that is told of then
            out = [s for s in valued if s not in seen_then]
        done = "did" in question.lows() or _attributive(question) or _who_did(question)
        answer.reading.earlier = done and bool(sums) and len(sums) == len(valued) and all(_before(s, first) for s in sums)
        if begun and len(begun) < len(sums):  # a total as seen has what was before in it
            out = [s for s in segments if s["clause"] and s not in begun and (s in valued or not begun_within(s, window))]
    segments[:] = [s for s in segments if s not in out]


def _inside(day: str, window: tuple[int, int]) -> bool:
    """Whether a sighting, of a day or of some day in a month, is sure to fall into a time."""
    start, end = parse_period(day)
    return window[0] <= start and end <= window[1]


def _begun_beside(answer: Answer, segments: list[Document]) -> None:
    """``how much did A put into the third round``: of the day of a record, what began then; ``what was it after the third payment``: what it was next.

    Raises:
        Refusal: all of it had begun before.
    """
    window, moment = answer.reading.window, answer.interpreter.moments[0]
    told = [s for s in segments if s["clause"] and s["value"]]
    if window is None or not told or answer.reading.kind != "value":
        return
    first, lows = iso(window[0]), answer.interpreter.lows()
    if moment.relation == "after" and _WAS & {*lows} and all(s["observed"] for s in told):
        segments[:] = [s for s in told if (s["bounds"]["from"][1] or first) <= first] or segments
        return
    sums = [s for s in told if s["value"]["basis"] in ("increment", "total")]
    if moment.relation in _DATED and "did" in lows and _STANDING.isdisjoint(lows) and len(sums) == len(told):
        if all(_before(s, first) for s in sums):
            raise beyond_record(answer, "The record does not tell that any of this was done then.", sums)
        segments[:] = [s for s in sums if not _before(s, first)]


def _before(segment: Document, first: str) -> bool:
    """Whether it is sure to have begun before a day, once and for all."""
    high, value = segment["bounds"]["from"][1], segment["value"]
    return high is not None and str(high) < first and not value.get("period") and "/" not in str(value["unit"] or "")


def _of_acts(answer: Answer) -> bool:
    """Whether the question asks for what was done, and not for what stood: ``did A lend``, ``has A lent``, ``list the loans``."""
    lows, window = answer.interpreter.lows(), answer.reading.window
    if _attributive(answer.interpreter) or _who_did(answer.interpreter):
        return True
    if answer.reading.sums or not _IN_ALL.isdisjoint(lows):
        return False
    if "did" in lows:
        return _STANDING.isdisjoint(lows)
    if window is None or window[1] - window[0] == 1:  # as of a day
        return False
    return answer.reading.kind == "list" or answer.reading.raw == "keyword" or (not _PERFECT.isdisjoint(lows) and _ASKING.isdisjoint(lows))


def _attributive(question: Question) -> bool:
    """``A's 2026 pledge``, ``A's pledge of 2026``: what was made in that time, and not what stood in it."""
    moment = question.moments[0]
    before = question.tokens[moment.first - 1] if moment.first else None
    behind = question.tokens[moment.last + 1 : moment.last + 2]
    if before is not None and "of" in (before.low, question.tokens[moment.first].low):  # "the round of 2026"
        return question.tokens[moment.first - 1 - (before.low == "of")].lemma in _MADE
    return before is not None and before.possessive and bool(behind) and behind[0].lemma in _MADE


def _who_did(question: Question) -> bool:
    """``who invested in B in T``, ``which banks lent it money``: who did it in that time, and not who stood in it."""
    said = question.tokens[1:3]
    return bool(said) and question.lows()[0] in english.WHO and any(in_past(t) for t in said) and said[0].lemma not in english.YES_NO | _STANDING


def begun_within(segment: Document, window: tuple[int, int]) -> bool:
    """Whether it is sure to have begun in that time."""
    low, high = segment["bounds"]["from"]
    return low is not None and high is not None and iso(window[0]) <= low and parse_day(high) < window[1]


def joined_then(answer: Answer, segments: list[Document]) -> None:
    """``who took part in T``: those who did in that time, and nobody who had done so before, where somebody did."""
    question, window = answer.interpreter, answer.reading.window
    sums = any(s["value"] and s["value"]["basis"] in ("increment", "total") for s in segments)  # a fee is of all the time for which it is paid
    if window is None or not ((sums and _who_did(question)) or any(t.lemma in english.JOINING and t.low != t.lemma for t in question.tokens)):
        return
    if not _PERFECT.isdisjoint(question.lows()) and all(m.relation not in _WITHIN for m in question.moments):
        return
    begun = [s for s in segments if s["clause"] and begun_within(s, window)]
    if not begun and any(m.record is not None and m.relation in _DATED for m in question.moments):  # in that round: what may have begun on its day
        begun = [s for s in segments if s["clause"] and not _before(s, iso(window[0]))]
        if not begun:
            raise beyond_record(answer, "The record does not tell that any of this was done then.", [s for s in segments if s["clause"]])
    if begun and any((s["bounds"]["from"][0] or "") < iso(window[0]) for s in segments if s["clause"]):
        segments[:] = begun


def took_part(answer: Answer, segments: list[Document]) -> None:
    """``did A take part in the third round``: what A put in on that day or in that time, and nothing that it had put in before.

    Raises:
        Refusal: all of it had begun before.
    """
    question, window = answer.interpreter, answer.reading.window
    if any(a.lemma in english.JOINING and b.low == "part" for a, b in pairwise(question.typed)) and "part in" not in " ".join(
        answer.term.get("asks", ())
    ):
        raise beyond_record(answer, "The record does not tell here who took part.", [s for s in segments if s["clause"]])
    amounts = answer.term.get("answer") == "amount"
    joins = amounts and any(t.lemma in english.JOINING for t in question.tokens) and not _PAST_TENSE.isdisjoint(question.lows())
    told = [s for s in segments if s["clause"] and s["value"]]
    if not joins or window is None or not told or len(question.moments) != 1 or question.moments[0].relation not in _DATED:
        return
    since = [s for s in told if not _before(s, iso(window[0])) and not s["observed"]]  # a total as it was seen has what was before in it
    if answer.reading.amount is not None and question.tokens[question.moments[0].first].low == "by":  # parts may come to the sum: they say no no
        since = [s for s in told if s.get("yes") and (s in since or s["value"]["basis"] == "level")]
        if not since:
            raise beyond_record(answer, "The record does not tell that as much as this was given by then.", told)
    if not since:
        raise beyond_record(answer, "The record does not tell that any of this was done then.", told)
    segments[:] = since
