"""``when did X slip from 27% to 25%``: a move between two amounts, which two versions in that order bear out, and no others."""

from __future__ import annotations

from tenor.ask.again.ways import shape, told_clauses
from tenor.ask.language.english import SCALES
from tenor.ask.reading import Refusal
from tenor.ask.times.levels import next_to

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterator
    from typing import Any

    from tenor.ask.again.ways import Way
    from tenor.ask.answers.answer import Answer
    from tenor.ask.interpreting.question import Question

    Document = dict[str, Any]

_UP = "rise|climb|grow|increase|jump|leap|swell|creep up|edge up|inch up|tick up|go up|move up|be raised|be increased|be lifted"
_DOWN = "fall|drop|slip|dip|slide|sink|shrink|decline|decrease|dwindle|creep down|edge down|inch down|tick down|go down|move down|be cut|be lowered|be reduced|be diluted"
_EITHER = "move|go|change|shift|switch|pass"
_AMOUNT = r"(?:about |around |roughly |some )?[$€£]?(?P<{0}>\d[\d,]*(?:\.\d+)?) ?(?P<{0}scale>thousand|million|billion|trillion|k|m|mn|bn|tn|b|t)?\b ?(?:percent|per cent|%|dollars)?"
_FROM, _TO = _AMOUNT.format("low"), _AMOUNT.format("high")
#: ``when did X fall [from A] to B``; a move of two amounts has the scale of the second where the first has none.
_MOVE = shape(
    rf"^(?P<when>when|since when|(?:on|in) (?:what|which) (?:day|date|month|year)) did (?P<what>.+?) (?P<verb>{_UP}|{_DOWN}|{_EITHER})"
    rf"(?: from {_FROM})? to {_TO}[?.]*$"
)
_WAS = shape(
    rf"^(?P<when>when|since when) (?:was|were) (?P<what>.+?) (?P<verb>raised|increased|lifted|cut|lowered|reduced|diluted)(?: from {_FROM})? to {_TO}[?.]*$"
)
_UPWARD = shape(rf"^(?:{_UP}|raised|increased|lifted)$")
_DOWNWARD = shape(rf"^(?:{_DOWN}|cut|lowered|reduced|diluted)$")
_NEAR = 1e-9


def moved(question: Question) -> Iterator[Way]:
    """Of a refused question: how X changed, where two of its versions are what it moved between."""
    found = _move(question.question)
    if found is not None and found["low"]:
        to = question.question[question.question.rfind(" to ") + len(" to ") :]
        yield f"When was {found['what']} {to}", lambda document: _stepped(question, found, told_clauses(document))
        yield f"How did {found['what']} change?", lambda document: _happened(found, told_clauses(document))


def _stepped(question: Question, found: re.Match[str], told: list[Document]) -> bool:
    """True where all that is told has the second amount, and came right behind the first."""
    before = [next_to(question.store, doc, earlier=True) for doc in told if _same(_amount(doc), _number(found, "high"))]
    return 0 < len(before) == len(told) and all(doc is not None and _same(_amount(doc), _number(found, "low")) for doc in before)


def refuse_unmoved(answer: Answer) -> None:
    """``when did X rise to B``, where it fell to that. Raises :class:`Refusal` where no version before it is less, or the one that is named."""
    found = _move(answer.interpreter.question)
    if found is None:
        return
    versions = [doc for x in answer.reading.lineages for doc in answer.store.versions(x.n, answer.known)]
    if any((doc["value"] or {}).get("amount") is not None for doc in versions) and not _happened(found, versions):
        raise Refusal("no-record", "The record has no such change from one amount to the other.", terms=[answer.reading.term or ""])


def _move(text: str) -> re.Match[str] | None:
    return _MOVE.match(text) or _WAS.match(text)


def _happened(found: re.Match[str], told: list[Document]) -> bool:
    """True where a version with the second amount came after one with the first; where no first is named, after one on its other side."""
    last = _number(found, "high")
    first = _number(found, "low") if found["low"] else None
    up, down = (pattern.match(found["verb"]) is not None for pattern in (_UPWARD, _DOWNWARD))
    if first is not None and ((up and first >= last) or (down and first <= last)):
        return False
    ordered = sorted((doc for doc in told if _amount(doc) is not None), key=lambda doc: str(doc["bounds"]["from"][1] or doc["bounds"]["from"][0]))
    for i in [i for i, doc in enumerate(ordered) if _same(_amount(doc), last)]:
        before = [_amount(other) for other in ordered[:i] if _alike(other, ordered[i])]
        if first is not None:
            fits = any(_same(amount, first) for amount in before)
        else:
            fits = not before or not (up or down) or ((before[-1] or 0.0) < last) is up
        if fits:
            return True
    return False


def _alike(one: Document, other: Document) -> bool:
    return all((one["value"] or {}).get(name) == (other["value"] or {}).get(name) for name in ("unit", "basis")) and one["holder"] == other["holder"]


def _amount(doc: Document) -> float | None:
    amount = (doc.get("value") or {}).get("amount")
    return None if amount is None else float(amount)


def _number(found: re.Match[str], which: str) -> float:
    scale = found[f"{which}scale"] or found["highscale"]
    return float(found[which].replace(",", "")) * SCALES.get((scale or "").casefold(), 1)


def _same(one: float | None, other: float) -> bool:
    return one is not None and abs(one - other) <= _NEAR * max(abs(one), abs(other), 1)
