"""``is it 250 or 105 billion``, ``does it end in 2030 or 2032``, ``is it exclusive or non-exclusive``: which of two it is, where one is borne out and the other denied.

Each of the two is asked by itself, with all that the question says beside them. ``A rather than B`` is so where A is and B is not. ``Did A not pay B`` is
asked both by whoever thinks that A did and by whoever thinks that A did not: it is told how it is, and neither yes nor no.
"""

from __future__ import annotations

from tenor.ask.again.ways import shape, told_clauses
from tenor.ask.answers.telling import upper
from tenor.ask.inquiry import as_said
from tenor.ask.interpreting.amounts import is_unit
from tenor.ask.language import english
from tenor.ask.language.roots import YEARS
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
    parted = next(_parted(question, said, at, at + len(joint)), None)
    if parted is None:
        return None
    halves, names = parted
    answers = [ask(f"{as_said(half)}?") for half in halves]
    told = [answer is not None and _verdict(answer) for answer in answers]
    one, other = answers
    if one is None or other is None:  # nothing is recorded of the other day
        which = one or other
        return _plainly(which, names[one is None]) if which is not None and joint == ("or",) and True in told and _of_one_day(which) else None
    if None in told:  # who else did it, where the other did not
        same = (told[0] and _bare(one) == other["text"]) or (told[1] and _bare(other) == one["text"])
        return _plainly(one if told[0] else other, names[not told[0]]) if same and joint == ("or",) else None
    if joint != ("or",):  # "A rather than B"
        return None if all(told) else one
    if told[0] is not told[1]:
        return _plainly(one if told[0] else other, names[not told[0]])
    return _plainly(one, "Neither") if not told[0] and _bare(one) == _bare(other) else None


def so_or_not(question: Question, ask: Callable[[str], Document | None]) -> Document | None:
    """``did A not pay B``, ``is A not allowed to``: how it is; None for a question without just this one negation or with an amount, and where it is undecided."""
    said = tokens(question.question)
    at = next((i for i, t in enumerate(said) if t.low == "not"), 0)
    if (
        at <= 1
        or said[0].lemma not in english.YES_NO
        or sum(t.low in english.NEGATIONS for t in said) > 1
        or any(_sort(t) and t.low not in YEARS for t in said)
    ):
        return None
    if not any(m.end == at and m.start in (1, 2) for m in question.lexicon.matches(said)):  # the doer, and no part of what is said of it
        return None
    statement = f"that {as_said(said[1:at])} {said[0].low} {as_said(said[at:])}"
    answer = ask(f"Is it true {statement}?")
    verdict = _verdict(answer) if answer is not None else None
    return None if answer is None or verdict is None else _plainly(answer, f"It is {'true' if verdict else 'false'} {statement}")


_IN_A_CASE = shape(r"^what (?:happens|would happen) to (?P<what>.+?) (?:if|when|once|as soon as|in case) (?P<case>.+?)[?.]*$")


def ending_or_not(question: Question, ask: Callable[[str], Document | None]) -> Document | None:
    """``what happens to X once B is declared``: what the record says of X in that case, where it says whether X ends then."""
    found = _IN_A_CASE.match(question.question.strip())
    answer = ask(f"Does {found['what']} end if {found['case']}?") if found is not None else None
    return _plainly(answer) if answer is not None and _verdict(answer) is not None else None


def _verdict(answer: Document) -> bool | None:
    """Yes or no, where the answer says just one of them of all that it tells, and not by what sources disagree about."""
    lead = answer["text"].partition(" ")[0].rstrip(".:")
    said = {c["yes"] for c in told_clauses(answer) if c.get("yes") is not None}
    disputed = any(str(c["clause"]).startswith("dispute:") for c in told_clauses(answer))
    return lead == "Yes" if lead in ("Yes", "No") and said == {lead == "Yes"} and not disputed else None


def _of_one_day(answer: Document) -> bool:
    """True where all that is told is one event: it happened once."""
    told = told_clauses(answer)
    return len(told) == 1 and str(told[0]["clause"]).startswith("event:")


def _bare(answer: Document) -> str:
    return str(answer["text"].partition(" ")[2])


def _plainly(answer: Document, lead: str = "") -> Document:
    """An answer that says which it is in so many words, and neither yes nor no."""
    answers = [{key: value for key, value in c.items() if key != "yes"} for c in answer["answers"]]
    return {**answer, "text": f"{upper(lead)}: {_bare(answer)}" if lead else _bare(answer), "answers": answers}


def _parted(question: Question, said: list[Token], at: int, behind: int) -> Iterator[tuple[tuple[list[Token], list[Token]], tuple[str, str]]]:
    """The question with the first of the two and with the second, and what the two are called: two names, two amounts or times, or two words at its end."""
    first = next((i for i in range(behind, len(said)) if said[i].low not in _LEADING), len(said))
    names = [m for m in question.lexicon.matches(said) if m.kind in ("party", "product")]
    start = min((m.start for m in names if m.end == at), default=at)
    owning = said[at - 1].possessive  # "A or B C's": B is offered, and not what B and C are called together
    end = max((m.end for m in names if m.start == first and said[m.end - 1].possessive is owning), default=first)
    if start < at and first < end:
        yield _halves(said, _led(said, start, first - behind), at, behind, end, [])
    start, end = at - _measured([*reversed(said[:at])]), first + _measured(said[first:])
    while start < at and not _sort(said[start]):  # "a share 20 or 15 percent"
        start += 1
    if start < at and first < end:
        shared = said[first + at - start : end] if _sort(said[start]) == _sort(said[first]) else []  # "20 or 15 percent", "April or May 2026"
        yield _halves(said, _led(said, start, first - behind), at, behind, end, shared)
    last, other = said[at - 1].low, [t.low for t in said[behind:]]
    if other in ([last], ["non", last], ["not", last]) or (len(other) == 1 and other[0].isalpha()):
        yield _halves(said, at - 1 - (said[at - 2].low == "non"), at, behind, len(said), [])


def _halves(
    said: list[Token], start: int, at: int, behind: int, end: int, shared: list[Token]
) -> tuple[tuple[list[Token], list[Token]], tuple[str, str]]:
    names = [as_said(words).replace("$ ", "$").replace(" %", "%").replace("non ", "non-") for words in ([*said[start:at], *shared], said[behind:end])]
    return ([*said[:at], *shared, *said[end:]], [*said[:start], *said[behind:]]), (names[0], names[1])


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
