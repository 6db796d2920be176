"""A yes is worth no more than the clause's own words: what a question says beyond them takes the yes away.

Words that only go with a term lead to it; whether they are true of a clause is another matter, and what is reported is not confirmed.
"""

from __future__ import annotations

from itertools import pairwise

from tenor.ask.answers.beyond import DENYING, PLANNED, STRONGER, beyond_record, called_as, denied, own_words
from tenor.ask.answers.done import undone
from tenor.ask.language import english
from tenor.ask.language.roots import counts, root, text_keys
from tenor.ask.language.words import Token, forms, lemma, tokens

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from tenor.ask.answers.answer import Answer

    Document = dict[str, Any]

#: Words that say that the parties stand behind what is said.
_VOUCHED = frozenset(map(lemma, "confirm themselves itself himself herself official officially formal formally publicly acknowledge admit".split()))
_THEMSELVES = frozenset(map(lemma, "themselves itself himself herself".split()))
_TELLING = (
    english.SAY_WORDS
    | english.REPORTING
    | (english.SIGN_WORDS - english.CARRYING_OUT)
    | frozenset(map(lemma, "confirm acknowledge admit know".split()))
)
#: Words by which a text says that the parties do not stand behind it.
_NOT_VOUCHED = (
    "neither company confirmed",
    "neither side confirmed",
    "neither party confirmed",
    "not confirm",
    "did not confirm",
    "unconfirmed",
    "not publish",
    "not disclose",
)
#: Words for all of it, each as good as another.
_ALL = frozenset(map(root, map(lemma, "fully full completely complete entirely entire wholly whole totally total all".split())))
#: Ways to get out of something, which no right to it tells of.
_LEAVING = frozenset((("get", "out"), ("back", "out"), ("walk", "away"), ("opt", "out"), ("pull", "out"), ("get", "rid")))
#: As many letters of a word as its other forms share: "official", "officially".
_STEM = 6
#: Words for what everybody may know, and those by which a text says that it is not so.
_PUBLIC = frozenset(("public", "published", "disclosed", "known", "publicly"))
_HIDDEN = ("not publish", "not disclose", "not published", "not disclosed", "not public", "undisclosed", "unpublished")
#: Words that hold one price against another.
_CHEAPER = frozenset(("cheaper", "dearer", "pricier", "costlier"))
_FEW = 5


def as_strong(answer: Answer, segments: list[Document]) -> None:
    """Take the yes from every version whose own words do not bear it out.

    Raises:
        Refusal: what is asked for is more than the record tells.
    """
    reading, asked = answer.reading, answer.interpreter
    told = [s for s in segments if s["clause"] and s.get("yes") is True]
    if not told or reading.negated or reading.denies:
        return
    if asked.typed and asked.typed[0].lemma == "be" and asked.typed[-1].low in _PUBLIC:  # "is the cap public"
        if hidden := [doc for doc in told if any(words in own_words(doc) for words in _HIDDEN)]:
            segments[:], reading.raw = hidden, "what"  # told in the words that say so
        for doc in told:
            doc["yes"] = True if doc["status"] == "confirmed" and not hidden else None
        return
    part = reading.asked or asked  # of two parts, the words of its own
    loose = reading.loose if reading.loose and reading.loose[-1] < len(part.tokens) else ()
    for i, token in enumerate(part.tokens):
        able = i in loose or token.low.endswith(("able", "ible")) or (i > 0 and part.tokens[i - 1].low == "be")
        may = bool(asked.typed) and asked.typed[0].low in english.POSSIBLE and counts(token)
        if not (able or may) or {t.low for t in part.tokens[max(0, i - 2) : i]} & DENYING:
            continue
        # "can it cancel X": what a clause is set apart by may say that it cannot
        found = [denied(doc if able else {**doc, "text": ""}, root(token.lemma)) for doc in told]
        if i not in loose and any(without is not None for without in found):  # "can it be canceled", of what is named by a share that cannot
            found = [True] * len(told)
        for doc, without in zip(told, found, strict=True):
            if without is not None:
                doc["yes"] = without and None
    told = _lowered(answer, segments, [s for s in told if s["yes"]])
    if told and (_all_of_it(answer, told) or _yet_to_be(asked.typed)):
        segments[:], reading.raw = told, "what"  # told without a yes
        for doc in told:
            doc["yes"] = None
        return
    if told and (verb := undone(answer, told)):
        raise beyond_record(answer, f"The record tells what was agreed here, and not that it was done (“{verb}”).", told)
    vouched = {t.lemma for t in asked.typed if t.lemma in _VOUCHED}
    if _TELLING.isdisjoint([t.lemma for t in asked.typed]):  # "may A itself sell X": who does it, and not who says so
        vouched -= _THEMSELVES
    called = {word[:_STEM] for word in forms(str(answer.term.get("label") or ""))} if vouched else vouched  # "official name" is what it is called
    vouched = {word for word in vouched if word[:_STEM] not in called}
    if told and vouched and all(_unconfirmed(doc) and any(words in own_words(doc) for words in _NOT_VOUCHED) for doc in told):
        segments[:], reading.raw = told, "what"  # told in the words that say so
        not_so = bool(asked.support().amounts) or all(doc["status"] != "confirmed" for doc in told)  # a cap can be confirmed, and its sum not
        reading.attested = False if not_so else None
        for doc in told:
            doc["yes"] = reading.attested
        return
    if told and vouched and any(map(_unconfirmed, told)):
        raise beyond_record(answer, "That is reported, and not told by the parties themselves.", told)
    stronger = [
        i
        for i, t in enumerate(asked.typed)
        if t.lemma in STRONGER and i not in asked.timed() and [x.low for x in asked.typed[i + 1 : i + 2]] != ["to"]
    ]
    stronger += _called_contract(answer)
    own = text_keys(" ".join((*map(own_words, told), called_as(answer)))) if stronger else set()
    named = text_keys(" ".join(answer.term.get("names", ()))) if stronger else set()
    for i in stronger:
        keys = own if part is asked and i in reading.loose else own | named
        key = root(asked.typed[i].lemma)
        if told and key not in keys and not (key in _ALL and _ALL & keys):
            if all(_turned(asked.typed[i].low) in text_keys(own_words(doc)) for doc in told):  # "unconditional", of what is subject to conditions
                segments[:], reading.raw = told, "what"
                for doc in told:
                    doc["yes"] = None
                return
            raise beyond_record(answer, f"The record does not say “{asked.typed[i].text}” here.", told)
    from tenor.ask.answers.qualified import as_qualified, inexact

    if told:
        as_qualified(answer, told)
    told = [s for s in told if s["yes"]]
    from tenor.ask.answers.borne import unborne

    bearing = [*told]
    word = unborne(answer, bearing, [s for s in segments if s["clause"] and s["state"] == "partly"]) if told else ""
    if not word:
        segments[:] = [s for s in segments if s in bearing or s not in told]
        told = bearing
    if told and word:
        key = root(lemma(word.casefold()))
        turned = [doc for doc in told if any(root(t.lemma) == key and not t.low.endswith("ing") for t in tokens(str(doc["text"])))]
        if turned:  # behind a negation, on a condition or of another amount: told in the words that say so
            segments[:], reading.raw = turned, "what"
            for doc in turned:
                doc["yes"] = None
            return
        raise beyond_record(answer, f"The record does not say “{word}” here.", told)
    leaving = _LEAVING & {(a.low, b.low) for a, b in pairwise(asked.typed)}
    if told and leaving and not any(f"{a} {b}" in f"{text}" for a, b in leaving for name in ("names", "asks") for text in answer.term.get(name, ())):
        raise beyond_record(answer, "The record does not tell of a way out here.", told)
    if told and inexact(answer, told):
        for doc in told:
            doc["yes"] = False


def says_all(answer: Answer, segments: list[Document]) -> None:
    """``is the X credit by invitation only``: an amount that is neither a yes nor a no is told only where it says all that is asked. Raises :class:`Refusal`."""
    from tenor.ask.answers.borne import unborne

    told = [s for s in segments if s["clause"]]
    only = next((t.text for t in answer.interpreter.typed if answer.reading.exclusive and t.lemma in english.EXCLUSIVE), "")
    if told and (word := only or unborne(answer, told, told)):
        raise beyond_record(answer, f"The record does not say “{word}” here.", told)


def _yet_to_be(typed: Sequence[Token]) -> bool:
    """``is it yet to be paid``, ``is it still to be signed``: whether it has not been, of which a clause that tells of it says no yes."""
    lows = [t.low for t in typed]
    return any(lows[i] in ("yet", "still") and lows[i + 1 : i + 3] == ["to", "be"] for i in range(len(lows)))


def _all_of_it(answer: Answer, told: list[Document]) -> bool:
    """``does A own B``, of a part of it in percent: no yes, and what part it is says the rest."""
    typed = answer.interpreter.typed
    owner = len(typed) == len(("does", "A", "own", "B")) and typed[2].lemma == lemma("own") and answer.reading.amount is None
    parts = [doc["value"] or {} for doc in told]  # of how much nothing is said, it may be any part
    in_shares = answer.term.get("answer") == "amount" and all(value.get("unit") in ("percent", None) for value in parts)
    return owner and in_shares and all(float(value.get("amount") or 0) < 50 for value in parts)


def _lowered(answer: Answer, segments: list[Document], told: list[Document]) -> list[Document]:
    """``was the price cut``, ``is it cheaper``: the versions that say so, of those with a yes.

    Raises:
        Refusal: none does; a price is no cut.
    """
    question = answer.interpreter
    verb = next((t for i, t in enumerate(question.typed) if (t.lemma in english.LOWERING or t.low in _CHEAPER) and i not in question.timed()), None)
    if verb is None or not told or answer.term.get("answer") != "amount":
        return told
    saying = [s for s in told if any(t.lemma in english.LOWERING or t.low == verb.low for t in tokens(own_words(s)))]
    if not saying:
        raise beyond_record(answer, f"The record does not say that it was “{verb.low}”.", told)
    segments[:] = [s for s in segments if s not in told or s in saying]
    return saying


def _turned(word: str) -> str:
    """The root of "condition" for "unconditional": what the text says, of which the question has the opposite."""
    prefix = next((p for p in ("un", "non-", "non", "ir", "in") if word.startswith(p) and len(word) > len(p) + _FEW), "")
    return root(lemma(word.removeprefix(prefix))) if prefix else "?"


def _called_contract(answer: Answer) -> list[int]:
    """``is X a contract``, of what is told as a plan or an intention: the position of the noun."""
    said = answer.interpreter.typed
    nouns = [i for i, t in enumerate(said) if t.low in ("contract", "commitment", "obligation")]
    if not nouns or PLANNED.isdisjoint(forms(called_as(answer))):
        return []
    return [i for i in nouns if any(t.text.lower() in ("a", "an") for t in said[max(0, i - _FEW) : i])]


def _unconfirmed(doc: Document) -> bool:
    return doc["status"] != "confirmed" or (doc["value"] or {}).get("status") not in (None, "confirmed")
