"""From words to readings, or to a refusal that says why.

Every content word must find its place: in the name of a term, in a pattern, as a party, a date, a scope, an amount or a word of the kind of question.
A word that finds none means that there is no answer. Where two readings are as good, both are offered and neither is taken.
"""

from __future__ import annotations

from tenor.ask.interpreting.choosing import one
from tenor.ask.interpreting.question import Question
from tenor.ask.interpreting.termless import claims_something, spoken
from tenor.ask.language import english
from tenor.ask.language.words import Token, tokens
from tenor.ask.reading import Reading, Refusal

_MOST_WORDS = 60


class Interpreter(Question):
    """A question that can be read."""

    #: True where the first word of the question as typed asks for yes or no.
    whether = False
    #: True where words that stand before the question were left out.
    dropped = False
    #: The words of the first question that end and of the second that start, where there are two.
    parts: tuple[int, int] | None = None

    def opened(self) -> tuple[int, int] | None:
        """Leave out what stands before the question, and see what it asks for: where a second question starts, if one does."""
        typed = self.tokens
        drop_opening(self)
        self.dropped = self.tokens is not typed
        self.whether = self.tokens[0].lemma in english.YES_NO
        self.parts = cut(self)
        return self.parts

    def again(self) -> Interpreter:
        """The same question before it was read. What its words mean is looked up once, unless other words were put in their place since."""
        other = Interpreter(self.store, self.question, self.today)
        if self.looked_up and not self.turned:
            other.__dict__.update(self.__dict__, candidates=[], lenient=False)
        return other

    def read(self) -> list[Reading]:
        """One reading, or one for each part of a two-part question.

        Raises:
            Refusal: not understood, ambiguous, or a date that cannot be.
        """
        if not self.tokens:
            raise Refusal("not-understood", "There is no question here.")
        place = self.opened()
        if len(self.tokens) > _MOST_WORDS:
            raise Refusal("not-understood", f"The question has {len(self.tokens)} words; I read up to {_MOST_WORDS}. Ask one thing at a time.")
        if place is None:
            return [one(self)]
        whole = self._spoken()
        if whole is not None:
            return [whole]
        first = Question(self.store, "", self.today)
        first.lexicon = self.lexicon
        first.tokens = self.tokens[: place[0]]
        reading = one(first)
        second = Question(self.store, "", self.today)
        second.lexicon = self.lexicon
        second.tokens = self.tokens[place[1] :]
        self.candidates = first.candidates
        self.corrections = first.corrections
        from tenor.ask.interpreting.second import following

        reading.asked = first
        other = following(second, reading, first)
        self.slips = [*first.slips, *second.slips]
        other.asked = other.asked or second
        return [reading, other]

    def _spoken(self) -> Reading | None:
        """Two questions about one claim: ``did X say that …, and is that so``."""
        if not claims_something(self.tokens):
            return None
        whole = Question(self.store, self.question, self.today)
        whole.lexicon, whole.tokens = self.lexicon, list(self.tokens)
        try:
            whole.look_up()
            found = spoken(whole)
        except Refusal:
            return None
        self.corrections = whole.corrections
        return found


_PERSONS = frozenset(("he", "she", "they"))


def drop_opening(question: Question) -> None:
    """``quick check: …``, ``counsel asks whether …``: words before the question that name nothing of the records are no part of it."""
    for mark in (":", " - ", " – ", " — ", " whether "):
        before, found, after = question.question.partition(mark)
        if not found:
            continue
        opening, rest = tokens(before), tokens(after)
        if len(rest) < 3 or not 0 < len(opening) <= 8 or (mark == ":" and before[-1:].isdigit()):
            continue
        if mark == " whether " and any(t.low in english.WHO or t.low in ("what", "when", "how") for t in opening):
            continue
        if any(t.low in _PERSONS for t in rest[:3]):  # "Ann Bell - was she …": the words before say who is meant
            continue
        asks = mark == " whether " or any(
            t.lemma in english.YES_NO or t.low in english.WHO or t.low in ("what", "when", "how", "since", "until") for t in rest[:2]
        )
        named = any(m.kind in ("party", "product", "term", "event", "instrument", "deal") for m in question.lexicon.matches(opening))
        meant = named or any(t.lemma in english.DISPUTING for t in opening)
        if asks and not meant and _names_nothing(opening) and not any(t.low in english.NEGATIONS for t in opening):
            question.tokens = ([Token("is", "is")] if mark == " whether " else []) + rest
            return


def _names_nothing(opening: list[Token]) -> bool:
    """True for words before a question that have no part in it: no name stands among them, and no single word that could be one."""
    return not any(t.text[:1].isupper() for t in opening[1:]) and (len(opening) > 1 or opening[0].low in english.OPENING)


_HEDGES = ("roughly", "approximately", "about")
_HEADS = ("when", "who", "whom", "whose", "what", "which", "is", "does", "do", "was", "were", "did", "are", "has", "have", "how", "where")


#: Words, as typed, of what asks for more and names nothing: "since when", "how much and until when".
_ASKING_MORE = frozenset("how much many long since until till when for and by whom".split())
#: Words behind "and" that lead to "what" or "whom".
_LEADING_ON = frozenset("in to under on with from for at by of until since over during through against".split())


def _asks_again(tokens: list[Token], i: int) -> bool:
    """``and must it …``: a verb of asking, and not the month of May or a verb of the first question."""
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    subject = after is not None and (after.low in ("it", "they", "he", "she", "the", "there", "this", "that") or after.text[:1].isupper())
    return tokens[i].low in english.MODALS and tokens[0].low not in english.MODALS and subject


def _tail(question: Question) -> tuple[int, int] | None:
    """``does A pay B, since when``: where what stands behind the last comma asks for more of a question for yes or no."""
    commas = question.after_commas() if question.tokens[0].lemma in english.YES_NO else []
    at = next((i for i in sorted(commas, reverse=True) if 0 < i < len(question.tokens) - 1), None)
    return (at, at) if at is not None and all(t.low in _ASKING_MORE for t in question.tokens[at:]) else None


def cut(question: Question) -> tuple[int, int] | None:
    """Where a second question starts: behind ``and`` or a comma, with a question word."""
    tail = _tail(question)
    if tail is not None and any(t.low == "and" for t in question.tokens[tail[1] :]):
        return tail
    for i in range(2, len(question.tokens) - 1):
        if question.tokens[i].low in ("and", "but", "or") and not (i == 2 and question.tokens[1].low == "when"):
            hedge = question.tokens[i + 1].low in _HEDGES  # "and roughly what share"
            start = i + 3 if [t.low for t in question.tokens[i + 1 : i + 3]] in (["if", "so"], ["if", "yes"], ["if", "not"], ["if", "no"]) else i + 1
            after = [t.low for t in question.tokens[start + hedge : start + hedge + 3]] or [""]
            heads = (
                ["until", "when"],
                ["through", "when"],
                ["through", "what"],
                ["till", "when"],
                ["since", "when"],
                ["from", "when"],
                ["to", "when"],
                ["for", "how"],
                ["how", "much"],
                ["how", "long"],
                ["at", "what"],
                ["by", "whom"],
            )
            leading = after[:2] == ["up", "to"] and question.tokens[i + 3 : i + 4] and question.tokens[i + 3].low in ("what", "how")
            asks = leading or (after[0] in _LEADING_ON and after[1:2] and after[1] in ("what", "whom", "how", "which", "when"))
            if asks or any(after[: len(h)] == h for h in heads) or after[0] in _HEADS or _asks_again(question.tokens, i + 1):
                return i, start
    return tail
