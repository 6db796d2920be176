"""Assertions of plain sentences, read by the grammar of questions: each is turned into a yes-or-no question and answered for the day of the writeup.

A part of a sentence is read only where every word of it finds its place; it is tried in its own words first and then in plainer ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple

from tenor.ask.answers.answer import Answer
from tenor.ask.interpreting.interpreter import Interpreter
from tenor.ask.names.lexicon import Lexicon
from tenor.ask.reading import Reading, Refusal
from tenor.linting import english, paraphrase
from tenor.linting.base import Document, Facts, in_past

_SPLIT = re.compile(r"[;:—–()]|,\s+|\s(?:which|who|while|whereas|because|so that|and that)\s")
_AND = re.compile(r"\s(?:and|but|so)\s(?=[A-Z][a-z]+)")
#: Words in front that say since when, and so that it holds now.
_SINCE = re.compile(r"^[Ss]ince\s+[^,]{1,40}?,?\s(?=[A-Z])")
#: What stands before an amount and goes with it.
_HEDGED = re.compile(
    r"\b(?:up to|as much as|at least|at most|more than|no more than|about|around|roughly|approximately|some|nearly|almost|over|a further|another|an additional|an?)\s*$",
    re.I,
)
_GIVES = re.compile(r"\b(?:committed|commits|pledged|pledges|put|puts)\b(?P<rest>.*?)\b(?:to|into)\b")
LEAD = re.compile(r"^(?:and|but|so|yet|still|indeed|of course|today|now|also|then|meanwhile|in fact|as of today|for now|these days)\b[,\s]*", re.I)
#: Verbs that promise and leave the deed to the next one.
PROMISE = re.compile(
    r"\b(?:has |have |had )?(?:undert(?:ook|akes?|aken)|committed|commits?|pledged|pledges|promised|promises|agreed|agrees|signed|contracted|is|are|was|were|plans?|planned|intends?|"
    r"intended)\s+to\s+",
    re.I,
)
_NOT = re.compile(r"\b(may|can|do|does|is|are|has|have)\s?not\b|\b(may|can|do|does|is|are|has|have)n['’]t\b", re.I)
#: A "not" that grammar reads by itself, or that denies only a part.
_NOT_ALL = re.compile(r"\bnot\s+(?:only|exclusiv|solely|any)", re.I)
WILL = re.compile(r"\b(?:will|shall|is to|are to|is going to|are going to|is set to|are set to)\b", re.I)
_TAIL = re.compile(r"\s+(?:over|for|in|within|by|after|on|from|under|until|through|with|at|as|during)\s+[^,;]*$", re.I)
_NEAR_ENOUGH = 0.02
_MOST_PARTS = 10


class Assertion(NamedTuple):
    """A reading, what the record has for it, the amount that was taken out first, whether a "not" was taken out too, and whether it names a time."""

    reading: Reading
    docs: tuple[Document, ...]
    amount: english.Amount | None
    negated: bool
    dated: bool

    @property
    def named(self) -> bool:
        """True where it names the term itself. A verb that could mean it ("runs on") is enough for a question, not for an assertion."""
        return self.reading.exclusive or bool(self.reading.why and self.reading.why[0])


class Assertions:
    """Reads the parts of sentences that were written on one day."""

    def __init__(self, facts: Facts, day: int) -> None:
        self.store = facts.store
        self.day = day
        self.lexicon = Lexicon(self.store)
        self._answers = lru_cache(maxsize=4096)(self._answer)
        self.read = lru_cache(maxsize=64)(self._read)

    def _answer(self, words: str, past: bool, context: frozenset[str]) -> tuple[Reading, tuple[Document, ...], bool] | None:
        """The reading of an assertion as a yes-or-no question, and what the record has for it; None where any word is not understood.

        Whom it is about must be named in it, by its scope, or, where it names the term, in the sentence around it (``context``).
        """
        interpreter = Interpreter(self.store, f"does {words}", self.day)
        interpreter.lexicon = self.lexicon  # one for all, so that a term is read once
        interpreter.strict = True
        try:
            readings = interpreter.read()
            if len(readings) != 1 or readings[0].term is None or not interpreter.mentions or interpreter.corrections:
                return None
            if not any(why.startswith(("names", "pattern")) for why in readings[0].why):
                return None  # found by the words of some clause, which is enough for a question alone
            if past and not interpreter.moments:
                readings[0].window = None
            readings[0].whole = None  # what was to last is no mistake on its day, whatever came of it
            document = Answer(self.store, interpreter, readings[0], self.day).document()
        except (Refusal, ValueError):
            return None
        subject = readings[0].subject or ""
        about = subject in {m.party for m in interpreter.mentions} or bool(subject and readings[0].scope)
        about = about or (subject in context and bool(readings[0].why and readings[0].why[0]))
        if document["status"] != "answered" or not about:
            return None
        return readings[0], tuple(document["answers"]), bool(interpreter.moments)

    def _read(self, part: str, context: frozenset[str] = frozenset()) -> Assertion | None:
        """What a part of a sentence asserts; None where it has several amounts, or a word that is not understood."""
        part = _SINCE.sub("", LEAD.sub("", part.strip()))
        found = english.amounts(part)
        if len(found) > 1:
            return None
        amount = found[0] if found else None
        words = part
        past = in_past(part) and not PROMISE.search(part)
        if past:
            words = re.sub(r"\bstill\s+", "", words)
        if amount is not None:
            before = _HEDGED.sub("", words[: amount.start - len(part) + len(words)])
            words = before + " " + re.sub(r"^\s*worth\b", " ", part[amount.end :])
        negated = bool(_NOT.search(words)) and not _NOT_ALL.search(words)
        if negated:
            words = _NOT.sub(lambda m: next(g for g in m.groups() if g), words, count=1)
        else:
            words, negated = paraphrase.denied(words)
        given = _GIVES.sub(r"invest \g<rest> in", words).strip().rstrip(".!")
        words = PROMISE.sub(" ", WILL.sub(" ", words)).strip().rstrip(".!")
        bare = re.sub(r"\s+(?:of|in)\s+", " ", words)  # "holds of OpenAI", once the amount is out
        plain = paraphrase.going_on(words)
        light = paraphrase.lightened(plain)
        for way in dict.fromkeys((words, plain, light, words.replace(" through ", " on "), *((given, bare) if amount else ()))):
            answer = self._answers(way, past, context)
            if answer is not None:
                return Assertion(answer[0], answer[1], amount, negated, answer[2])
        return None

    def understood(self, text: str) -> Iterator[tuple[int, int]]:
        """The clauses of a sentence; one that is not read whole is cut again at each "and"."""
        for start, end in parts(text):
            inner = list(_AND.finditer(text, start, end))
            if not inner or self.read(text[start:end]) is not None:
                yield start, end
                continue
            for match in inner:
                yield start, match.start()
                start = match.end()
            yield start, end


def parts(text: str) -> list[tuple[int, int]]:
    """The clauses of a sentence: each may be an assertion of its own. A time in front goes with the clause behind it."""
    front = paraphrase.TIME_IN_FRONT.match(text)
    cuts = [(m.start(), m.end()) for m in _SPLIT.finditer(text, front.end() if front else 0)]
    out: list[tuple[int, int]] = []
    start = 0
    for a, b in [*cuts, (len(text), len(text))]:
        if text[start:a].strip():
            out.append((start, a))
        start = b
    return out


def shorter(part: str) -> Iterator[str]:
    """The part without its last prepositional phrases, which may say over what time or on what terms."""
    for _ in range(2):
        cut = _TAIL.search(part)
        if cut is None or len(part[: cut.start()].split()) < 4:
            return
        part = part[: cut.start()]
        yield part


def numbers(doc: Document, unit: str) -> list[float]:
    """The amounts of a clause in a unit of the sentence; none where they cannot be compared."""
    value = doc["value"]
    factor = english.same_unit(unit, str(value["unit"] or "")) if value else 0
    return [n * factor for n in (value["amount"], value["low"], value["high"]) if n is not None] if factor else []


def is_one_of(number: float, own: list[float], *, sums: bool = True) -> bool:
    """True where the number is one of these, or what some of them add up to."""
    totals: Iterable[float] = own
    if sums:
        distinct = sorted(set(own))[:_MOST_PARTS]
        totals = [sum(c) for n in range(1, len(distinct) + 1) for c in combinations(distinct, n)] + own
    return any(abs(total - number) <= _NEAR_ENOUGH * max(abs(total), abs(number)) for total in totals)
