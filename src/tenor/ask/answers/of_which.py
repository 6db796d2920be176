"""Of which of several a question asks by a word that stands beside the thing: of a kind, of those that are not so. Each check raises :class:`Refusal` where none is told."""

from __future__ import annotations

from tenor.ask.answers.beyond import beyond_record, denied, own_words
from tenor.ask.language import english
from tenor.ask.language.roots import root, text_keys
from tenor.ask.phrasing.negation import LISTING

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from tenor.ask.answers.answer import Answer

    Document = dict[str, Any]

#: Fewer versions than these are not parted by what kind of thing they are about.
_SEVERAL = 3
#: Before a word, as its opposite.
_DENYING = frozenset(("non", "without", "pre", "un"))


def of_which_not(answer: Answer, segments: list[Document]) -> None:
    """``which credits do not pay for X``, ``which exclude X``: those of which a clause says no. Who took X over, no clause tells that is found by its words and denies X.

    Raises:
        Refusal: none does; or all do, and the question asks what is so.
    """
    reading = answer.reading
    told = [s for s in segments if s["clause"]]
    by_words = reading.raw in ("holder", "value") and bool(reading.why) and all(why.startswith("says") for why in reading.why)
    listing = reading.kind in LISTING and answer.term.get("answer") == "yes-no"
    if not reading.denies:
        asked = (listing and reading.raw == "list") or (by_words and english.NEGATIONS.isdisjoint(answer.interpreter.lows()))
        if asked and told and not reading.negated and all(s["state"] == "no" for s in told):
            raise beyond_record(answer, "What is found of this says only what is not so.", told)
    if not (reading.denies and listing):
        return
    segments[:] = [s for s in told if s["state"] == "no"]
    if not segments:
        raise beyond_record(answer, "The record does not tell of any that is not so.", told)


def of_what_kind(answer: Answer, segments: list[Document]) -> None:
    """``what free plans are on X``, of plans: the versions whose own words say so, where only some do."""
    question = answer.interpreter
    if answer.reading.sort or answer.reading.raw not in ("what", "list") or len(segments) < _SEVERAL:
        return
    asked = sorted(question.asked_noun() - question.mentioned() - question.timed())
    if len(asked) < len(("kind", "noun")) or asked[-1] - asked[0] >= len(asked):
        return
    *kind, noun = (root(question.tokens[i].lemma) for i in asked)
    named = text_keys(" ".join((str(answer.term.get("label") or ""), *answer.term.get("names", ()))))
    if noun in text_keys(str(answer.term.get("label") or "")) and not named & {*kind}:
        left = [s for s in segments if s["clause"] and {*kind} <= text_keys(own_words(s))]
        segments[:] = left or segments


def of_its_opposite(answer: Answer, segments: list[Document]) -> None:
    """``how long was A's voting seat``, of a seat without a vote. Raises :class:`Refusal` where all that is told is that it is not so."""
    question, told = answer.reading.asked or answer.interpreter, [s for s in segments if s["clause"] and s["state"] != "no"]
    if not told or answer.reading.raw == "state" or not english.NEGATIONS.isdisjoint(question.lows()):
        return
    aside = question.mentioned() | question.timed()
    for i in question.content() - aside:
        said = question.tokens[i]
        apart = said.lemma in english.EXCLUSIVE or (i and question.tokens[i - 1].low in _DENYING)
        if not apart and all("no longer" not in own_words(doc) and denied(doc, root(said.lemma)) is False for doc in told):
            raise beyond_record(answer, f"It is not “{said.text}”.", told)
