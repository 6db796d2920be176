"""``how much of the $40 billion is conditional``: the part of a promise that the question describes, and never the whole."""

from __future__ import annotations

from itertools import pairwise

from tenor.ask.answers.strength import own_words
from tenor.ask.interpreting.amounts import amount_in
from tenor.ask.interpreting.portions import with_portions
from tenor.ask.language import english
from tenor.ask.language.plain import PLAIN
from tenor.ask.language.roots import counts, root, text_keys
from tenor.ask.language.words import forms, lemma, tokens
from tenor.ask.reading import Refusal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from tenor.ask.answers.answer import Answer

    Document = dict[str, Any]

#: Ways to say that a part comes first and on no condition, in a question and in a text, with the words of each that say no more.
_AT_ONCE = ("at once", "straight away", "right away", "immediately", "upfront", "up front", "outright", "unconditional", "unconditionally", "not conditional")
_ONCE_WORDS = forms(" ".join(_AT_ONCE))
#: Words for a part that comes only if something happens.
_CONDITIONAL = frozenset(map(lemma, "conditional conditioned conditions depend depends dependent hang hangs hinge hinges contingent tied if subject".split()))
_MOVING = frozenset(map(lemma, "go come put pay give fund invest be hand commit".split()))


def of_a_sum(answer: Answer, segments: list[Document]) -> None:
    """Leave what is part of the sum that is named. Raises :class:`Refusal` where only the whole is told, or no part is what the question says of it."""
    question = answer.interpreter
    lows = [t.low for t in question.tokens]
    if lows[:3] != ["how", "much", "of"]:
        return
    amount = amount_in(question, set(range(len(lows))))
    told = [s for s in segments if s["clause"] and s["value"]]
    whole = [s for s in told if amount is not None and s["value"]["amount"] == amount.number]
    if amount is not None and not whole:
        numbers = [answer.store.clause_number(s["part_of"]) for s in told if s["part_of"]]
        wholes = [answer.store.clause(n) for n in dict.fromkeys(numbers) if n is not None]
        whole = [doc for doc in wholes if (doc["value"] or {}).get("amount") == amount.number]
    if amount is None or not whole:
        return
    said = " ".join(t.low for t in question.typed)
    once = any(f" {phrase} " in f" {said} " for phrase in _AT_ONCE)
    conditional = not once and bool(_CONDITIONAL & {t.lemma for t in question.typed})
    aside = question.mentioned() | question.timed() | amount.used
    words = [t for i, t in enumerate(question.tokens) if i not in aside and counts(t) and t.lemma not in _PASSED | (_ONCE_WORDS if once else _CONDITIONAL)]
    carried = any(t.lemma in english.CARRYING_OUT for t in question.tokens)
    if once or conditional or (words and not carried):
        keys = {root(t.lemma) for t in words if t.lemma not in english.CARRYING_OUT}
        numbers = [answer.store.clause_number(name) for name in with_portions(question, [s["clause"] for s in whole])]
        parts = [doc for doc in (answer.store.clause(n) for n in numbers if n is not None) if doc["value"] and doc not in whole and doc["part_of"]]
        parts = [doc for doc in parts if keys <= text_keys(own_words(doc)) and (not once or _at_once(doc)) and (not conditional or _depends(doc))]
        segments[:] = [doc for doc in parts if not doc["replaced_by"]] or parts
        if not segments:
            nothing = Refusal("no-record", "The record tells the whole amount here, and not what part of it.", terms=[answer.reading.term or ""])
            nothing.final = True
            raise nothing
        return
    others = (s for s in told if s not in whole)
    if carried and not any(s["observed"] or any(t.lemma in english.CARRYING_OUT for t in tokens(str(s["text"]))) for s in others):
        raise Refusal("not-understood", "The record tells the whole amount here, and not what part of it.", terms=[answer.reading.term or ""])


_PASSED = PLAIN | english.FILLER | english.ORDERING | english.LIGHT_VERBS | english.NOW_WORDS | _MOVING | frozenset(("how", "much", "of", "ever"))


def _at_once(doc: Document) -> bool:
    said = " ".join(t.low for t in tokens(own_words(doc)))
    return any(f" {phrase} " in f" {said} " for phrase in _AT_ONCE)


def _depends(doc: Document) -> bool:
    """True where a text says that something depends on another, and not that it does so no longer."""
    said = tokens(own_words(doc))
    denied = any(one.low in (*english.NEGATIONS, "longer") and two.lemma in _CONDITIONAL for one, two in pairwise(said))
    return not denied and any(t.lemma in _CONDITIONAL for t in said)
