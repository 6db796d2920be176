"""``how much of the $40 billion is conditional``: the part of a promise that the question describes, and never the whole."""

from __future__ import annotations

from itertools import pairwise

from tenor.ask.answers.acts import begun_within
from tenor.ask.answers.beyond import own_words
from tenor.ask.interpreting.amounts import amount_in
from tenor.ask.interpreting.portions import with_portions
from tenor.ask.language import english
from tenor.ask.language.plain import PLAIN
from tenor.ask.language.roots import counts, root, text_keys
from tenor.ask.language.words import forms, lemma, tokens
from tenor.ask.reading import Refusal
from tenor.dates import parse_period

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from tenor.ask.answers.answer import Answer
    from tenor.ask.interpreting.amounts import Amount

    Document = dict[str, Any]

#: Ways to say that a part comes first and on no condition, in a question and in a text, with the words of each that say no more.
_AT_ONCE = (
    "at once",
    "straight away",
    "right away",
    "immediately",
    "upfront",
    "up front",
    "outright",
    "unconditional",
    "unconditionally",
    "not conditional",
)
_ONCE_WORDS = forms(" ".join(_AT_ONCE))
#: Words for a part that comes only if something happens.
_CONDITIONAL = frozenset(
    map(lemma, "conditional conditioned conditions depend depends dependent hang hangs hinge hinges contingent tied if subject".split())
)
#: Words for what is still to come of a sum, which are plain ones elsewhere.
_LEFT = frozenset(("left", "remaining", "remain", "remains", "available", "undrawn", "outstanding"))
_MOVING = frozenset(map(lemma, "go come put pay give fund invest be hand commit".split()))


def of_a_sum(answer: Answer, segments: list[Document]) -> bool:
    """Leave what is part of the sum that is named; whether that is so.

    Raises:
        Refusal: only the whole is told, or no part is what the question says of it.
    """
    question = answer.interpreter
    lows = [t.low for t in question.tokens]
    if lows[:3] != ["how", "much", "of"]:
        return False
    said = " ".join(t.low for t in question.typed)
    once = any(f" {phrase} " in f" {said} " for phrase in _AT_ONCE)
    conditional = not once and bool(_CONDITIONAL & {t.lemma for t in question.typed})
    amount = amount_in(question, set(range(len(lows))))
    told = [s for s in segments if s["clause"] and s["value"]]
    whole = _whole(answer, told, amount, described=once or conditional)
    if not whole:
        return False
    aside = question.mentioned() | question.timed() | (amount.used if amount is not None else set())
    passed = _PASSED | (_ONCE_WORDS if once else _CONDITIONAL)
    words = [t for i, t in enumerate(question.tokens) if i not in aside and (t.low in _LEFT or (counts(t) and t.lemma not in passed))]
    carried = any(t.lemma in english.CARRYING_OUT for t in question.tokens)
    nothing = Refusal("not-understood", "The record tells the whole amount here, and not what part of it.", terms=[answer.reading.term or ""])
    if once or conditional or (words and not carried):
        called = text_keys(" ".join((str(answer.term.get("label")), *answer.term.get("names", ()))))
        keys = {root(t.lemma) for t in words if t.lemma not in english.CARRYING_OUT and t.low != "still"}
        left = {root(t.lemma) for t in words if t.low in _LEFT}
        keys = keys - (called - left) if once or conditional or keys - (called - left) else keys
        parts = [doc for doc in _parts(answer, whole) if keys <= text_keys(own_words(doc))] or _beside(answer, whole, keys)
        parts = [doc for doc in parts if (not once or _at_once(doc)) and (not conditional or _depends(doc))]
        parts = [doc for doc in parts if not doc["replaced_by"]] or parts
        nothing.status, nothing.final = "no-record", True
    else:
        others = (s for s in told if s not in whole)
        if not carried or any(s["observed"] or any(t.lemma in english.CARRYING_OUT for t in tokens(str(s["text"]))) for s in others):
            return False
        window = answer.reading.window if question.moments and not words else None
        parts = [doc for doc in _parts(answer, whole) if window is not None and _within(doc, window)]
    if not parts:
        raise nothing
    segments[:] = parts
    return True


def _whole(answer: Answer, told: list[Document], amount: Amount | None, *, described: bool) -> list[Document]:
    """What the question asks for a part of: of the sum that it names, or, where it names none and says what part, whatever has parts."""
    inside = {s["part_of"] for s in told if s["part_of"]}
    if amount is None:
        return [s for s in told if described and s["clause"] in inside]
    if whole := [s for s in told if s["value"]["amount"] == amount.number]:
        return whole
    wholes = [answer.store.clause(n) for n in map(answer.store.clause_number, sorted(inside)) if n is not None]
    return [doc for doc in wholes if (doc["value"] or {}).get("amount") == amount.number]


def _within(doc: Document, window: tuple[int, int]) -> bool:
    """True for what was paid for a period in that time, or first on a day in it."""
    if not doc["value"]["period"]:
        return begun_within(doc, window)
    start, end = parse_period(doc["value"]["period"])
    return window[0] <= start and end <= window[1]


def _parts(answer: Answer, whole: list[Document]) -> list[Document]:
    names = dict.fromkeys(with_portions(answer.interpreter, [s["clause"] for s in whole]))
    found = [answer.store.clause(n) for n in map(answer.store.clause_number, names) if n is not None]
    return [doc for doc in found if doc["value"] and doc["part_of"] and doc not in whole]


def _beside(answer: Answer, whole: list[Document], keys: set[str]) -> list[Document]:
    """Smaller amounts of the same between the same two that are called what the question says: "how much of it is left"."""
    numbers = [
        n for (n,) in answer.store.query("SELECT n FROM clause WHERE term = ? AND subject = ? ORDER BY n", answer.reading.term, whole[0]["subject"])
    ]
    found = [doc for doc in map(answer.store.clause, numbers) if doc["holder"] == whole[0]["holder"] and doc["value"]]
    found = [
        doc for doc in found if (doc["value"]["amount"] or 0) < whole[0]["value"]["amount"] and doc["value"]["unit"] == whole[0]["value"]["unit"]
    ]
    return [doc for doc in found if keys and keys <= text_keys(f"{doc['scope'] or ''} {doc['label'] or ''}")]


_PASSED = PLAIN | english.FILLER | english.ORDERING | english.LIGHT_VERBS | english.NOW_WORDS | _MOVING | frozenset(("how", "much", "of", "ever"))


def _at_once(doc: Document) -> bool:
    said = " ".join(t.low for t in tokens(own_words(doc)))
    return any(f" {phrase} " in f" {said} " for phrase in _AT_ONCE)


def _depends(doc: Document) -> bool:
    """True where a text says that something depends on another, and not that it does so no longer."""
    said = tokens(own_words(doc))
    denied = any(one.low in (*english.NEGATIONS, "longer") and two.lemma in _CONDITIONAL for one, two in pairwise(said))
    return not denied and any(t.lemma in _CONDITIONAL for t in said)
