"""Words around a question that leave clauses out of its answer: ``i.e. not X``, ``no X`` behind a comma, and how one gets into a thing."""

from __future__ import annotations

from tenor.ask.language import english
from tenor.ask.language.roots import root
from tenor.ask.language.words import ARTICLES, Token, lemma
from tenor.ask.parties.sides import sides_of
from tenor.ask.reading import Refusal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from tenor.ask.interpreting.question import Question

    Document = dict[str, Any]

_BEFORE = frozenset("i e ie that is so and but meaning".split())
_MOST_OF_A_CONTRAST = 5
_COMPARING = frozenset("longer more later less fewer sooner earlier matter one".split())
_COUNTING = frozenset(map(lemma, ("count", "include", "mean", "necessarily", "even", "just", "merely")))
#: Words, as roots, of which a rule that says who may get in has one.
ENTRY = frozenset(root(lemma(w)) for w in "eligible eligibility entry enter invitation invite admit admission join open qualify".split())


class Contrast:
    """What a question sets apart: parties by id, and other words by their roots."""

    def __init__(self, parties: set[str], keys: set[str]) -> None:
        self.parties = parties
        self.keys = keys


def without_contrast(question: Question) -> Contrast | None:
    """Take ``, i.e. not X,`` and ``, no X`` out of the words; what they set apart, or None where there is no such thing.

    Raises:
        Refusal: the records have no such word.
    """
    commas = question.after_commas()
    for start in commas:
        no = start
        while no < len(question.tokens) and question.tokens[no].low in _BEFORE:
            no += 1
        end = next((c for c in commas if c > start), len(question.tokens))
        if not no + 1 < end <= no + 1 + _MOST_OF_A_CONTRAST or question.tokens[no].low not in ("no", "not"):
            continue
        apart = range(no + 1, end)
        if any(question.tokens[i].lemma in english.YES_NO or question.tokens[i].low in _COMPARING | english.NEGATIONS for i in apart):
            continue
        mine = [m for m in question.mentions if no < m.start and m.end <= end]
        named = {i for m in mine for i in range(m.start, m.end)}
        rest = {i for i in apart if question.tokens[i].low not in ARTICLES and question.tokens[i].lemma not in english.FILLER | _COUNTING} - named
        rest -= {i for i in rest if question.tokens[i].lemma == question.tokens[start - 1].lemma}  # "A credit, not B credit"
        support = question.support()
        keys = support.keys(rest)
        if not (mine or keys) or any(not support.spread(key) for key in keys):
            raise Refusal("not-understood", f"I do not know what “{' '.join(question.tokens[i].text for i in apart)}” leaves out here.")
        for i in range(start, end):
            question.tokens[i] = Token(question.tokens[i].text, "the")
        return Contrast({m.party for m in mine}, keys)
    return None


def apart(question: Question, contrast: Contrast, segments: list[Document]) -> list[Document]:
    """The segments that have nothing of what is set apart. Raises :class:`Refusal` where none is left."""
    support = question.support()
    held = {c for key in contrast.keys for c in support.clauses([key], _OWN)}
    mine = [s for s in segments if not s["clause"] or (s["clause"] not in held and not contrast.parties & sides_of(s))]
    if not any(s["clause"] for s in mine):
        raise Refusal("no-record", "The record has nothing of that kind beside what the question leaves out.")
    return mine


_OWN = frozenset((("clause", "own"), ("clause", "text"), ("clause", "words")))


def entries(question: Question, segments: list[Document]) -> list[Document]:
    """The segments that say who may get in. Raises :class:`Refusal` where none does."""
    support = question.support()
    held = {c for key in ENTRY for c in support.clauses([key], _OWN)}
    mine = [s for s in segments if s["clause"] in held]
    if not mine:
        raise Refusal("not-understood", "I do not tell how to do a thing: the records say who, what, how much, since when and until when.")
    return mine
