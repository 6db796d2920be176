"""Whether a clause that answers with its text says all that a yes-or-no question says: "is X billed in units" of "every X needs an account and is billed in units"."""

from __future__ import annotations

from itertools import dropwhile, takewhile

from tenor.ask.accounts.aligned import of_others
from tenor.ask.accounts.denials import denied, turned_down
from tenor.ask.accounts.phrased import Text, asked_of, doubts, is_passive, negates, parts, passive, sentences, stretches
from tenor.ask.language import english
from tenor.ask.language.roots import text_keys
from tenor.ask.language.words import tokens

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from tenor.ask.interpreting.question import Question
    from tenor.ask.language.words import Token

    Document = dict[str, Any]

#: Words that say of how much or how many a thing is so: a text must have them, too.
_HOW_FAR = frozenset(
    "only all every each any both half most least more less fewer first second last always never fully entirely whole up about over under".split()
)
_EXCEPTING = frozenset("except unless but other without until".split())
#: Prepositions that stand in front of a sentence as well as at its end.
_FRONTED = frozenset(("for", "under", "in", "with", "by", "from", "at"))
#: Fewer words say too little to be found again in a text.
_FEWEST = 3


def stated(question: Question, label: str, doc: Document, typed: Sequence[Token]) -> bool | None:
    """True where one stretch of the clause's text holds every word that is asked, undoubted; False where one denies it, with no exception; None for anything else.

    Args:
        question: looked up.
        label: what the clause's term is called.
        doc: the clause's.
        typed: the words of the question, without a negation that turns it round.
    """
    if not typed or typed[0].lemma not in english.YES_NO or not question.affirmative() or len(question.typed) != len(question.tokens):
        return None
    lexicon = question.lexicon
    asked = asked_of(lexicon, typed, question.timed() if len(typed) == len(question.typed) else frozenset())
    order = asked.order()
    own = {f"@{party}" for party in (doc["subject"], doc["holder"], *doc["holders"]) if party} | text_keys(label)
    wanted = [key for key in order if key not in own]
    far = {t.low for t in typed} & _HOW_FAR
    if len(order) < _FEWEST or not any(key[:1] != "@" for key in wanted):
        return None
    everything = frozenset({*own, *Text(lexicon, tokens(str(doc["text"]))).keys})
    whole = all(t.low not in _EXCEPTING for t in tokens(str(doc["text"])))
    if whole and any(denied(asked, Text(lexicon, tokens(part)), everything) for part in parts(str(doc["text"]))):
        return False
    for sentence in sentences(str(doc["text"])):
        for text in stretches(lexicon, sentence):
            lows = {t.low for t in text.said}
            if (
                not set(wanted) <= set(text.keys)
                or negates(text.said)
                or doubts(text.said, asked.said, hedged=doc["status"] in ("reported", "alleged"))
                or not far <= lows
                or of_others(asked, text)
                or turned_down(text, asked)
            ):
                continue
            sides = [text.keys.index(key) for key in order if key[:1] == "@" and key in text.keys]
            plain = [key for key in wanted if key[:1] != "@" and key not in _in_front(asked, text)]
            if (
                sides == sorted(sides)
                and any(_in_order(way, text.keys) for way in _ways(asked, plain, text))
                and (lows & _HOW_FAR) - {"first", "second", "last", "all", "every", "each", "any", "both"} <= far
            ):
                return True
    return None


def _in_front(asked: Text, text: Text) -> set[str]:
    """What a question says further on, and a text in front: "for the 30 billion A receives shares"."""
    at = next((i for i, t in enumerate(asked.said) if i and t.low in _FRONTED and t.low == text.said[0].low), 0)
    behind = list(takewhile(bool, dropwhile(lambda key: not key, asked.keys[at + 1 :]))) if at else []
    told = [key for key in text.keys[1:] if key][: len(behind)]
    return {*behind, asked.keys[at]} if at and behind == told else set()


def _ways(asked: Text, wanted: list[str], text: Text) -> list[list[str]]:
    """The words in their order, and of "was A let in" with the verb first, where a text has "let A in"."""
    verb = passive(asked)
    key = asked.keys[verb] if verb is not None else ""
    if key not in wanted:
        return [wanted]
    active = not any(is_passive(text, i) for i, k in enumerate(text.keys) if k == key)
    return [[key, *(k for k in wanted if k != key)]] if active else [wanted]


def _in_order(wanted: list[str], told: list[str]) -> bool:
    there = iter(told)
    return all(key in there for key in wanted)
