"""From words to readings, or to a refusal that says why.

Every content word must find its place: in the name of a term, in a pattern, as a party, a date, a scope, an amount or a word of the kind of question.
A word that finds none means that there is no answer. Where two readings are as good, both are offered and neither is taken.
"""

from __future__ import annotations

from tenor.ask import english
from tenor.ask.choosing import one
from tenor.ask.kinds import kind_of, kind_words
from tenor.ask.question import Question
from tenor.ask.reading import Reading, Refusal
from tenor.ask.termless import claims_something, spoken
from tenor.ask.windows import window_of
from tenor.ask.words import Token, forms, lemma, tokens

_MOST_WORDS = 60


class Interpreter(Question):
    """A question that can be read."""

    def read(self) -> list[Reading]:
        """One reading, or one for each part of a two-part question.

        Raises:
            Refusal: not understood, ambiguous, or a date that cannot be.
        """
        if not self.tokens:
            raise Refusal("not-understood", "There is no question here.")
        drop_opening(self)
        if len(self.tokens) > _MOST_WORDS:
            raise Refusal("not-understood", f"The question has {len(self.tokens)} words; I read up to {_MOST_WORDS}. Ask one thing at a time.")
        place = cut(self)
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
        other = following(second, reading, first)
        reading.asked, other.asked = first, second
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


def drop_opening(question: Question) -> None:
    """``quick check: …``, ``counsel asks whether …``: words before the question that name nothing of the records are no part of it."""
    for mark in (":", " - ", " – ", " — ", " whether "):
        before, found, after = question.question.partition(mark)
        if not found:
            continue
        opening, rest = tokens(before), tokens(after)
        if len(rest) < 3 or len(opening) > 8 or (mark == ":" and before[-1:].isdigit()):
            continue
        if mark == " whether " and any(t.low in english.WHO or t.low in ("what", "when", "how") for t in opening):
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


_HEADS = ("when", "who", "whom", "whose", "what", "which", "is", "does", "do", "was", "were", "did", "are", "has", "have", "how", "where")


#: Words behind "and" that lead to "what" or "whom".
_LEADING_ON = frozenset("in to under on with from for at by of until since".split())


def _asks_again(tokens: list[Token], i: int) -> bool:
    """``and must it …``: a verb of asking, and not the month of May or a verb of the first question."""
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    subject = after is not None and (after.low in ("it", "they", "he", "she", "the", "there", "this", "that") or after.text[:1].isupper())
    return tokens[i].low in english.MODALS and tokens[0].low not in english.MODALS and subject


def cut(question: Question) -> tuple[int, int] | None:
    """Where a second question starts: behind ``and`` or a comma, with a question word."""
    for i in range(2, len(question.tokens) - 1):
        if question.tokens[i].low in ("and", "but", "or") and not (i == 2 and question.tokens[1].low == "when"):
            after = [t.low for t in question.tokens[i + 1 : i + 4]]
            heads = (
                ["until", "when"],
                ["till", "when"],
                ["since", "when"],
                ["from", "when"],
                ["for", "how"],
                ["how", "much"],
                ["how", "long"],
                ["at", "what"],
                ["by", "whom"],
            )
            leading = after[:2] == ["up", "to"] and question.tokens[i + 3 : i + 4] and question.tokens[i + 3].low in ("what", "how")
            asks = leading or (after[0] in _LEADING_ON and after[1:2] and after[1] in ("what", "whom", "how"))
            if asks or any(after[: len(h)] == h for h in heads) or after[0] in _HEADS or _asks_again(question.tokens, i + 1):
                return i, i + 1
    return None


_PRONOUNS = ("it", "they", "them", "that")


def _with_its_noun(question: Question, before: Question) -> Reading | None:
    """``how high is the X credit, and does it pay for Y``: the second part with what the first named in the place of "it"."""
    at = next((i for i, t in enumerate(question.tokens) if t.low in _PRONOUNS and question.tokens[0].lemma in english.YES_NO), None)
    kind, used, _ = kind_of(before)
    free = before.content() - used - before.timed()
    noun = [t for i, t in enumerate(before.tokens) if i in free and t.lemma not in kind_words(kind) | english.EXTREMES | english.YES_NO]
    if at is None or not noun:
        return None
    part = Question(question.store, "", question.today)
    part.lexicon = question.lexicon
    part.tokens = [*question.tokens[:at], *noun, *question.tokens[at + 1 :]]
    try:
        return one(part)
    except Refusal:
        return None


def _of_the_same(reading: Reading, question: Question, before: Question) -> Reading:
    """The reading of a second part. Raises :class:`Refusal` where "it" would be about parties of which the first part named none."""
    sides = {reading.subject, reading.holder, *reading.subjects} - {None}
    stranger = not question.mentions and before.mentions and sides and not sides & before.parties()
    if stranger and any(t.low in _PRONOUNS for t in question.tokens):
        raise Refusal("not-understood", f"I read the first part, but not “{' '.join(t.text for t in question.tokens)}”.")
    return reading


def _of_the_same_event(question: Question, first: Reading, kind: str, free: frozenset[int]) -> Reading | None:
    """``when did A decide that, and what did it find``: what the record of the same event says of the second part's words."""
    if first.target is None or first.target[0] != "event" or question.mentions or question.moments or kind not in ("what", "start", "value"):
        return None
    if not any(t.low in ("it", "they", "he", "she", "that", "this") for t in question.tokens):
        return None
    document = question.lexicon.document(f"event:{first.target[1]}")
    told = forms(" ".join((str(document["title"]), str(document["says"]), *document.get("names", ()), *document.get("words", ()))))
    if not all(question.tokens[i].lemma in told for i in free):
        return None
    reading = Reading(kind, None)
    reading.target, reading.known, reading.window = first.target, first.known, first.window
    return reading


def following(question: Question, first: Reading, before: Question) -> Reading:
    """The second part of a question, which leaves out what the first part named."""
    question.look_up()
    kind, used, _ = kind_of(question)
    free = question.content() - used - question.timed()
    if (same := _of_the_same_event(question, first, kind, free)) is not None:
        return same
    document = question.lexicon.document(f"term:{first.term}") if first.term else {}
    words = {lemma(t.low) for said in (*document.get("words", ()), *document.get("names", ())) for t in tokens(said)}
    rest = {i for i in free if question.tokens[i].lemma not in words | kind_words(kind) | english.EXCLUSIVE | {"it"}}
    if question.mentions or rest or first.term is None:
        return _with_its_noun(question, before) or _of_the_same(one(question), question, before)
    reading = Reading(kind, first.term)
    for name in ("subject", "subjects", "holder", "product", "scope", "scopes", "lineages", "known", "window", "past", "instrument"):
        setattr(reading, name, getattr(first, name))
    reading.asks = "holder"
    reading.exclusive = any(question.tokens[i].lemma in english.EXCLUSIVE for i in free)
    if kind == "keyword":
        raise Refusal("not-understood", f"I read the first part, but not “{' '.join(t.text for t in question.tokens)}”.")
    if question.moments:
        reading.window = window_of(question, reading)
    elif kind in ("start", "end", "change"):
        reading.window = None if first.window is None or first.window == (question.today, question.today + 1) else first.window
    return reading
