"""Whether a clause that answers with its text says all that a yes-or-no question says: "is X billed in units" of "every X needs an account and is billed in units"."""

from __future__ import annotations

from tenor.ask.accounts.attested import Text, asked_of, denied, doubts, negates, of_others, parts, stretches
from tenor.ask.language import english
from tenor.ask.language.roots import text_keys
from tenor.ask.language.words import tokens

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from tenor.ask.interpreting.question import Question

    Document = dict[str, Any]

#: Words that say of how much or how many a thing is so: a text must have them, too.
_HOW_FAR = frozenset(
    "only all every each any both half most least more less fewer first second last always never fully entirely whole up about over under".split()
)
_EXCEPTING = frozenset("except unless but other without until".split())
#: Fewer words say too little to be found again in a text.
_FEWEST = 3


def stated(question: Question, label: str, doc: Document) -> bool | None:
    """True where one stretch of the clause's text holds every word that is asked, undoubted; False where one denies it, with no exception; None for anything else.

    ``label`` is what the clause's term is called.
    """
    typed, lexicon = question.typed, question.lexicon
    if not typed or typed[0].lemma not in english.YES_NO or not question.affirmative() or len(typed) != len(question.tokens):
        return None
    asked = asked_of(lexicon, typed, question.timed())
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
    for sentence in str(doc["text"]).replace("; ", ". ").split(". "):
        for text in stretches(lexicon, sentence):
            lows = {t.low for t in text.said}
            if not set(wanted) <= set(text.keys) or negates(text.said) or doubts(text.said, asked.said) or not far <= lows:
                continue
            if of_others(asked, text):
                continue
            sides = [text.keys.index(key) for key in order if key[:1] == "@" and key in text.keys]
            if (
                sides == sorted(sides)
                and _in_order([key for key in wanted if key[:1] != "@"], text.keys)
                and (lows & _HOW_FAR) - {"first", "second", "last", "all", "every", "each", "any", "both"} <= far
            ):
                return True
    return None


def _in_order(wanted: list[str], told: list[str]) -> bool:
    there = iter(told)
    return all(key in there for key in wanted)
