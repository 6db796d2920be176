"""A refused question that has nearly all the words of a dispute's own: that dispute answers it, though some words of the question stand in neither.

``how is the $15 billion of A and B split`` where the dispute asks "How is the $15 billion of A and B split?" in other words. Who is named must have a part in it.
"""

from __future__ import annotations

from tenor.ask.accounts.positions import keyed_words, said_keys, title_keys
from tenor.ask.again.contested import held_by_disputes
from tenor.ask.language import english
from tenor.ask.language.roots import YEARS
from tenor.ask.language.words import tokens
from tenor.ask.reading import Reading
from tenor.dates import parse_day

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tenor.ask.interpreting.interpreter import Interpreter
    from tenor.ask.interpreting.question import Question

#: The share, by weight, of the dispute's own question that must be asked, and of this question that the dispute must hold.
_OF_ITS_OWN, _OF_THIS = 0.7, 0.55
#: How far behind, by the second share, the next dispute is.
_CLEARLY = 0.1
#: The words that it must hold beside names.
_FEWEST = 2
#: What asks for less than a dispute is about.
_A_PART = ("how", "much", "of")
_YEARS = frozenset(f"={year}" for year in YEARS)
#: What a party counts, whoever it is.
_A_PARTY = 1.5


def titled(asked: Interpreter) -> tuple[Question, Reading] | None:
    """The dispute whose own question is asked; None where none is, or more than one may be.

    Raises:
        Refusal: a date that cannot be.
    """
    question = asked.again()
    if not question.tokens:
        return None
    if not question.looked_up:
        question.look_up()
    lows = tuple([t.low for t in question.typed])
    if not english.NEGATIONS.isdisjoint(lows) or lows[: len(_A_PART)] == _A_PART:
        return None
    keyed = keyed_words(question.lexicon, question.typed)
    parties = {f"@{m.party}" for m in question.mentions}
    said = {key: _weight(question, key) for key in {*keyed.values(), *parties} if key[:1] != "=" or key[1:] not in YEARS}
    if not said or not all(
        map(question.support().recorded, (key for key in said if key[:1] not in "@="))
    ):  # what no record has may be what it turns on
        return None
    whole = sum(said.values())
    holding = held_by_disputes(question, said)
    found = []
    for name, held in holding.items():
        share = sum(said[key] for key in held) / whole
        aside = said.keys() - held
        if any(key[:1] in "@=" or question.support().rare(key) for key in aside):  # another party or amount, or what a question may turn on
            continue
        if sum(key[:1] != "@" for key in held) >= _FEWEST:
            found.append((share, name))
    found.sort(reverse=True)
    if not found or found[0][0] < _OF_THIS or (len(found) > 1 and found[0][0] - found[1][0] < _CLEARLY):
        return None
    name = found[0][1]
    own = {key: _weight(question, key) for key in title_keys(question, name)}
    if sum(own[key] for key in own.keys() & said.keys()) < _OF_ITS_OWN * sum(own.values()):
        return None
    last = question.question.rstrip(" ?.!").replace("? ", ". ").rpartition(". ")[2]
    whether = any(t.lemma in english.YES_NO for t in tokens(last)[:1])
    beyond = not said_keys(question.lexicon, tokens(last)) <= holding[name] | _YEARS
    if _before_it_began(question, name) or (whether and beyond and not own.keys() <= said.keys()):  # yes or no: every word can turn it
        return None
    reading = Reading("state" if whether else "what", None)
    reading.target, reading.corrections, reading.known = ("dispute", name, 0), question.corrections, question.known
    reading.undecided = beyond
    reading.why = [f"a dispute's own question: {found[0][0]:.0%} of the words"]
    return question, reading


def _before_it_began(question: Question, name: str) -> bool:
    """True where a time is named that ends before anything that the dispute is about began."""
    found = [question.store.record(str(about)) or {} for about in question.lexicon.document(f"dispute:{name}").get("about", ())]
    began = [parse_day(day) for doc in found if (day := (doc.get("bounds") or {}).get("from", [None])[0])]
    return bool(began) and any(m.end <= min(began) for m in question.moments)


def _weight(question: Question, key: str) -> float:
    return _A_PARTY if key[:1] == "@" else question.support().weight(key)
