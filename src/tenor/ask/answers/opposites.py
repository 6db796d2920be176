"""What a question says in one word and a record in its opposite: the least is not the most, the second not the first, dearer not cheaper."""

from __future__ import annotations

from itertools import pairwise

from tenor.ask.answers.beyond import beyond_record, own_words
from tenor.ask.language.words import forms, lemma, tokens
from tenor.ask.phrasing.negation import lacking
from tenor.ask.reading import Refusal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from tenor.ask.answers.answer import Answer
    from tenor.ask.language.words import Token

    Document = dict[str, Any]

#: On each line, what excludes one another; who does a thing to whom (buy and sell, lend and borrow) is read elsewhere.
_LINES = """
minimum min lowest smallest least floor | maximum max highest largest most upper ceiling cap | median | mean average
input | output
pre | post
gross | net
dearer pricier costlier rise increase hike | cheaper cut lower reduce decrease fall drop decline slash
enlarge expand | reduce shrink cut lower decrease
forbid forbidden prohibit ban bar | may can able free allow permit approve
deny reject | say
optional voluntary | binding mandatory
stateful | stateless
private secret confidential | public published
shared partial nonexclusive | exclusive exclusively only sole
first | second | third | fourth | fifth | last final
"""
_EXCLUDING = [[frozenset(map(lemma, side.split())) for side in line.split("|")] for line in _LINES.strip().splitlines()]
_ORDINALS = frozenset().union(*_EXCLUDING[-1])
_WORDS = frozenset().union(*(side for line in _EXCLUDING for side in line))
#: What an amount has to be called, where it is asked for as the least.
_LEAST = _EXCLUDING[0][0]
#: "Shared", and not a share.
_NOUNS = frozenset(("share", "shares"))
#: Only what is said of a clause: whoever asks whether one may, asks nothing of what is forbidden.
_ALLOWED = frozenset(map(lemma, "may can able free allow permit approve say".split()))
#: Words of a line only behind "at".
_BOUNDS = frozenset(("least", "most"))
#: Before an ordinal of a noun.
_NUMBERING = frozenset("the its their his her very our my of".split())


def refuse_opposites(answer: Answer, segments: list[Document]) -> None:
    """Leave the versions that do not say the opposite of what the question says. Raises :class:`Refusal` where no other is there, or none of that number."""
    told = [s for s in segments if s["clause"] and s.get("yes") is not False]
    for token, noun in _asked(answer) if told and not lacking(answer.interpreter) else ():  # "which cannot": what is forbidden says so
        said = [(doc, _said(answer, doc)) for doc in told]
        left = [doc for doc, words in said if not _contradicts(token, noun, words)]
        numbered = token.lemma in _ORDINALS and not any(token.lemma in forms(words) for _, words in said)
        if token.lemma in _LEAST and answer.reading.kind == "value":
            left = [doc for doc, words in said if forms(words) & _LEAST or not doc["value"]]
        if len(left) < len(told) and (not left or numbered):
            raise beyond_record(answer, f"The record does not say “{token.low}” here, and rather the opposite.", told)
        segments[:] = [s for s in segments if s not in told or s in left]
        told = left


def refuse_said_otherwise(answer: Answer, text: str) -> None:
    """Raises :class:`Refusal` where what a record tells says the opposite of what the question says."""
    for token, noun in _asked(answer):
        if _contradicts(token, noun, text):
            raise Refusal("no-record", f"The record does not say “{token.low}” here, and rather the opposite.")


def _contradicts(token: Token, noun: str, text: str) -> bool:
    """True where a text has only a word that excludes this one; an ordinal excludes another before the same noun alone."""
    said = forms(text)
    if token.lemma in _ORDINALS:
        said = frozenset(a.lemma for a, b in pairwise(tokens(text)) if b.lemma == noun)
    for line in _EXCLUDING:
        mine = next((side for side in line if token.lemma in side), None)
        if mine is not None and mine.isdisjoint(said) and any(side & said for side in line):
            return True
    return False


def _asked(answer: Answer) -> list[tuple[Token, str]]:
    """The words of a question that exclude others, each with the word behind it; an ordinal counts where it numbers a noun."""
    question = answer.interpreter
    aside = question.timed() | question.mentioned()
    owned = {m.end for m in question.mentions if m.possessive}
    out = []
    for i, token in enumerate(question.tokens):
        if i in aside or token.low in _NOUNS or token.lemma not in _WORDS - _ALLOWED:
            continue
        before = question.tokens[i - 1].low if i else ""
        behind = question.tokens[i + 1] if i + 1 < len(question.tokens) else None
        if token.lemma in _ORDINALS and answer.reading.place:  # which of several it is, was read
            continue
        if token.lemma in _ORDINALS and not (behind is not None and behind.low.isalpha() and (i in owned or before in _NUMBERING)):
            continue
        if token.low not in _BOUNDS or before == "at":
            out.append((token, behind.lemma if behind is not None else ""))
    return out


def _said(answer: Answer, doc: Document) -> str:
    """What a version and its term's sentence say; an amount up to which something goes is the most, one from which it goes the least."""
    hedge = (doc["value"] or {}).get("hedge")
    bound = {"up-to": "maximum", "at-least": "minimum"}.get(str(hedge), "")
    return f"{own_words(doc)} {answer.term.get('sentence')} {bound} {'forbidden' if doc['state'] == 'no' else ''}"
