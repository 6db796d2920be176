"""``is it 250 or 105 billion``, ``does it end in 2030 or 2032``, ``is it exclusive or non-exclusive``: which of two it is, where one is borne out and the other denied.

Each of the two is asked by itself, with all that the question says beside them. ``A rather than B`` is so where A is and B is not.
"""

from __future__ import annotations

from tenor.ask.again.ways import told_clauses
from tenor.ask.inquiry import as_said
from tenor.ask.interpreting.amounts import is_unit
from tenor.ask.language import english
from tenor.ask.language.words import ARTICLES, tokens
from tenor.ask.times.years import MONTH_NUMBERS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Any

    from tenor.ask.interpreting.question import Question
    from tenor.ask.language.words import Token

    Document = dict[str, Any]

#: What may stand before each of the two.
_LEADING = ARTICLES | frozenset("in on by until through to for from at with of only just".split())
_JOINTS = (("or",), ("rather", "than"), ("instead", "of"))
_SIGNS = frozenset("$€£%")


def which_of_two(question: Question, ask: Callable[[str], Document | None]) -> Document | None:
    """The answer to whichever of two a yes or no offers; None where it offers none, or the records do not say yes to one and no to the other."""
    said = tokens(question.question)
    found = [(i, words) for i in range(2, len(said)) for words in _JOINTS if tuple(t.low for t in said[i : i + len(words)]) == words]
    if len(found) != 1 or said[0].lemma not in english.YES_NO:
        return None
    at, joint = found[0]
    halves = next(_parted(question, said, at, at + len(joint)), None)
    one, other = [ask(f"{as_said(half)}?") for half in halves] if halves is not None else (None, None)
    told = (one and _verdict(one), other and _verdict(other))
    if joint == ("or",) and (one is None or other is None) and True in told and _of_one_day(happened := one or other):  # of the other day, nothing is recorded
        return _plainly(happened)
    if one is None or other is None:
        return None
    if None in told:  # who else did it, where the other did not
        same = (told[0] and _bare(one) == other["text"]) or (told[1] and _bare(other) == one["text"])
        return _plainly(one if told[0] else other) if same and joint == ("or",) else None
    if joint != ("or",):  # "A rather than B"
        return None if all(told) else one
    if told[0] is not told[1]:
        return _plainly(one if told[0] else other)
    return _plainly(one, "Neither. ") if not told[0] and _bare(one) == _bare(other) else None


def _verdict(answer: Document) -> bool | None:
    """Yes or no, where the answer says just one of them of all that it tells."""
    lead = answer["text"].partition(" ")[0].rstrip(".:")
    said = {c["yes"] for c in told_clauses(answer) if c.get("yes") is not None}
    return lead == "Yes" if lead in ("Yes", "No") and said == {lead == "Yes"} else None


def _of_one_day(answer: Document | None) -> bool:
    """True where all that is told is one event: it happened once."""
    told = told_clauses(answer) if answer is not None else []
    return len(told) == 1 and str(told[0]["clause"]).startswith("event:")


def _bare(answer: Document) -> str:
    return str(answer["text"].partition(" ")[2])


def _plainly(answer: Document, lead: str = "") -> Document:
    """An answer that says which it is, and neither yes nor no."""
    answers = [{key: value for key, value in c.items() if key != "yes"} for c in answer["answers"]]
    return {**answer, "text": lead + _bare(answer), "answers": answers}


def _parted(question: Question, said: list[Token], at: int, behind: int) -> Iterator[tuple[list[Token], list[Token]]]:
    """The question with the first of the two, and with the second: two names, two amounts or times, or two words at its end."""
    first = next((i for i in range(behind, len(said)) if said[i].low not in _LEADING), len(said))
    names = [m for m in question.lexicon.matches(said) if m.kind in ("party", "product")]
    start = min((m.start for m in names if m.end == at), default=at)
    owning = said[at - 1].possessive  # "A or B C's": B is offered, and not what B and C are called together
    end = max((m.end for m in names if m.start == first and said[m.end - 1].possessive is owning), default=first)
    if start < at and first < end:
        yield [*said[:at], *said[end:]], [*said[: _led(said, start, first - behind)], *said[behind:]]
    start, end = at - _measured([*reversed(said[:at])]), first + _measured(said[first:])
    if start < at and first < end:
        shared = said[first + at - start : end] if _sort(said[start]) == _sort(said[first]) else []  # "20 or 15 percent", "April or May 2026"
        yield [*said[:at], *shared, *said[end:]], [*said[: _led(said, start, first - behind)], *said[behind:]]
    last, other = said[at - 1].low, [t.low for t in said[behind:]]
    if other in ([last], ["non", last], ["not", last]) or (len(other) == 1 and other[0].isalpha()):
        yield said[:at], [*said[: at - 1 - (said[at - 2].low == "non")], *said[behind:]]


def _led(said: list[Token], start: int, leading: int) -> int:
    """Where the first of the two starts with what leads to it, where the second has such words of its own."""
    while leading and start > 1 and said[start - 1].low in _LEADING:
        start, leading = start - 1, leading - 1
    return start


def _measured(said: list[Token]) -> int:
    """How many of these words are an amount or a date: ``$250 billion``, ``27%``, ``5 May 2030``."""
    n = next((i for i, t in enumerate(said) if not (_sort(t) or is_unit(t))), len(said))
    return n if any(_sort(t) in ("number", "month") for t in said[:n]) else 0


def _sort(token: Token) -> str:
    """What an amount or a date has a word for: a number, a month, a sign; empty for any other word."""
    if token.low[:1].isdigit() or token.low in english.NUMBERS:
        return "number"
    return "month" if token.low in MONTH_NUMBERS and token.text[:1].isupper() else "sign" if token.low in _SIGNS else ""
