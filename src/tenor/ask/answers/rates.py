"""``at what interest rate did A lend B``, ``how much interest``: a rate in time, which the sum that was lent is not."""

from __future__ import annotations

from itertools import pairwise

from tenor.ask.answers.acts import doer_of
from tenor.ask.answers.beyond import beyond_record
from tenor.ask.language.words import forms, lemma

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from tenor.ask.answers.answer import Answer

    Document = dict[str, Any]

#: Words for a percentage in time, as lemmas.
RATES = frozenset(map(lemma, ("rate", "interest", "percentage", "percent", "annual", "yearly")))
_IN_TIME = frozenset(map(lemma, ("interest", "annual", "yearly", "year", "annum")))
PAYING = frozenset(map(lemma, ("pay", "owe", "bear")))
_ROWS = frozenset((("interest", "rate"), ("rate", "of"), ("what", "rate"), ("what", "interest"), ("much", "interest")))
_OWNED = frozenset(("in", "stake"))


def tells_rate(text: str) -> bool:
    """True for a text with a percentage, or a word for one."""
    return "%" in text or bool(RATES & forms(text))


def tells_interest(text: str) -> bool:
    """True for a rate in time, and no share of something."""
    return tells_rate(text) and bool(_IN_TIME & forms(text))


def asks_rate(lows: Sequence[str]) -> bool:
    """True where a rate is asked for, and no interest in somebody."""
    said = [low for low in lows if low not in ("the", "a", "an")]
    found = next((i for i, pair in enumerate(pairwise(said)) if pair in _ROWS), None)
    return found is not None and ("rate" in said or _OWNED.isdisjoint(said[found + 2 : found + 3]))


def take_rate(answer: Answer, segments: list[Document]) -> bool:
    """Tell the clauses in their own words where a rate is asked for that their amounts are not; whether it is so.

    Raises:
        Refusal: no clause says anything of a rate.
    """
    told = [s for s in segments if s["clause"]]
    rates = [s for s in told if (s["value"] or {}).get("period") or str((s["value"] or {}).get("unit") or "%").startswith(("percent", "%"))]
    if not told or rates or not all(s["value"] and "/" not in str(s["value"]["unit"]) for s in told) or not asks_rate(answer.interpreter.lows()):
        return False
    saying = [s for s in told if tells_rate(str(s["text"]))]
    if not saying:
        raise beyond_record(answer, "No rate is recorded here.", told)
    payer = doer_of(answer.interpreter)
    if payer is not None and PAYING & {t.lemma for t in answer.interpreter.tokens} and all(payer.party == s["holder"] for s in saying):
        raise beyond_record(answer, "The record has this the other way round.", saying)
    segments[:] = saying
    answer.reading.kind, answer.reading.raw = "state", "what"
    return True
