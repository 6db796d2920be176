"""A refused question with a slip of the pen: a word that neither English nor the records have, put right where the question then has one answer."""

from __future__ import annotations

from itertools import product

from tenor.ask.language.dictionary import is_word, near_words
from tenor.ask.language.english import ENDING, FRAME_WORDS, LIGHT_VERBS, MODALS, NOW_WORDS
from tenor.ask.language.roots import root
from tenor.ask.language.words import deletions, lemma, slips_between, tokens
from tenor.ask.names.lexicon import SLIPS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from tenor.ask.interpreting.question import Question
    from tenor.ask.reading import Refusal

    Document = dict[str, Any]
    #: Gives the answer to a question, or None where it has none.
    Asked = Callable[[str], Document | None]
    #: An answer, and the words that were put right as ``(typed, meant)``.
    Found = tuple[Document, list[tuple[str, str]]]

#: Letters of a word that can have a slip, and of each of two that were run together.
_SHORTEST, _SHORTEST_PART = 4, 3
_SHORTEST_PAIR = 8
#: Forms of words that stand in any question.
_ASKING = LIGHT_VERBS | NOW_WORDS
_MOST_SLIPS, _MOST_NEAR, _MOST_TRIED = 2, 12, 24


def respelled(question: Question, refusal: Refusal, asked: Asked, asked_at_length: Asked) -> Found | None:
    """``generaly``, ``the primary clud``: the question with the nearest word for each slip; None where it then has no answer, or more than one.

    A letter that is doubled, or should be, comes before two that are swapped, then one that was left out, and any other slip last; what can be read as it
    stands before what has to be put another way, and of several the words of asking.
    A word that is English in its own right is a slip only where it is the one that found no place, and lacks a letter of a word of the records.
    """
    typed = [question.typed[i].text for i in _unknown(question)]
    if not typed:
        return _slipped_into_another_word(question, refusal, asked)
    if len(typed) > _MOST_SLIPS:
        return None
    near = [_near(question, word.casefold()) for word in typed]
    for rank in _RANKS:
        able = [[meant for meant in words if _rank(word.casefold(), meant) <= rank] for word, words in zip(typed, near, strict=True)]
        asking = [[meant for meant in words if meant in FRAME_WORDS or lemma(meant) in _ASKING] for words in able]
        for ask in (asked, asked_at_length):
            found = _found(question, typed, able, ask)
            if len(found) > 1:
                found = _found(question, typed, asking, ask)
            if found:
                return found.popitem()[1] if len(found) == 1 else None
    return None


def otherwise(question: str, slips: list[tuple[str, str]], asked: Asked) -> Found | None:
    """``who colud declare``, which is one slip from "cloud" as well: the question with a word of asking for one of its slips; None where it then has no answer."""
    for typed, meant in slips:
        for word in sorted(FRAME_WORDS | MODALS):
            if word != meant and slips_between(typed.casefold(), word) == 1 and (document := asked(question.replace(typed, word, 1))) is not None:
                return document, [(typed, word)]
    return None


def _slipped_into_another_word(question: Question, refusal: Refusal, asked: Asked) -> Found | None:
    """``the primary clod``."""
    unread = [w for w in refusal.unread if len(w) >= _SHORTEST and w.isalpha() and w.islower()]
    if len(unread) != 1 or len(refusal.unread) > 1 or lemma(unread[0]) in ENDING or f"-{unread[0]}" in question.question:
        return None
    longer = [word for word in _own(question, unread[0]) if len(word) > len(unread[0])]
    found = _found(question, unread, [longer], asked)
    return found.popitem()[1] if len(found) == 1 else None


def _found(question: Question, typed: list[str], able: list[list[str]], asked: Asked) -> dict[tuple[str, ...], Found]:
    """The answers by what they tell, with what is able to stand for each of the words."""
    found: dict[tuple[str, ...], Found] = {}
    for words in [*product(*able)][:_MOST_TRIED]:
        _ask(question, [*zip(typed, words, strict=True)], asked, found)
    return found


#: How likely a slip is: a letter doubled or not, two swapped, one left out, any other.
_RANKS = (0, 1, 2, 3)


def _rank(typed: str, meant: str) -> int:
    short, long = sorted((typed, meant), key=len)
    if any(long[:i] + long[i + 1 :] == short for i in range(1, len(long)) if long[i] == long[i - 1]):
        return 0
    return 1 if sorted(typed) == sorted(meant) else 2 if len(meant) > len(typed) else 3


def _unknown(question: Question) -> list[int]:
    """The words, by position as typed, that neither English nor the records know; a name in the middle of a sentence is no slip."""
    covered = question.covered() if question.looked_up and len(question.typed) == len(question.tokens) else frozenset()
    return [
        i
        for i, t in enumerate(question.typed)
        if len(t.low) >= _SHORTEST
        and t.low.isalpha()
        and not (i and t.text[:1].isupper())
        and t.low not in SLIPS
        and i not in covered
        and not is_word(t.low)
        and (not question.support().spread(root(t.lemma)) or _is_doubled(t.low))
    ]


def _is_doubled(low: str) -> bool:
    """``fundded``: a word with one letter too many, which has the root of the right one."""
    return any(low[i] == low[i - 1] and is_word(low[:i] + low[i + 1 :]) for i in range(1, len(low)))


def _near(question: Question, low: str) -> list[str]:
    """The words one slip away: those of the vocabulary, of every question, and other English ones that the records have: a strange word may be a name."""
    common = sorted(word for word in FRAME_WORDS | MODALS if slips_between(low, word) == 1)
    told = [word for word in near_words(low) if lemma(word) in _ASKING or question.support().spread(root(lemma(word)))]
    return [*dict.fromkeys([*_own(question, low), *common, *told])][:_MOST_NEAR]


def _own(question: Question, low: str) -> list[str]:
    """The words of the vocabulary one slip away."""
    keys = sorted(deletions(low))
    rows = question.store.query(f"SELECT DISTINCT word FROM spelling WHERE key IN ({','.join('?' * len(keys))}) ORDER BY word", *keys)
    return [str(word) for (word,) in rows if slips_between(low, str(word)) == 1]


def parted(question: Question, asked: Asked) -> Found | None:
    """``ferrylicense``: a word that nobody knows, as the two words of a name that it is made of, with which the question has an answer."""
    unknown = [question.typed[i].text for i in _unknown(question) if len(question.typed[i].low) >= _SHORTEST_PAIR]
    if len(unknown) != 1:
        return None
    low = unknown[0].casefold()
    found: dict[tuple[str, ...], Found] = {}
    for i in range(_SHORTEST_PART, len(low) - _SHORTEST_PART + 1):
        one, other = low[:i], low[i:]
        called = any(m.end - m.start > 1 for m in question.lexicon.matches(tokens(f"{one} {other}")))  # "salesforce" is no sales force
        if called and is_word(one) and is_word(other):
            _ask(question, [(unknown[0], f"{one} {other}")], asked, found)
    return found.popitem()[1] if len(found) == 1 else None


def _ask(question: Question, changes: list[tuple[str, str]], asked: Asked, found: dict[tuple[str, ...], Found]) -> None:
    """Ask with these changes, and keep the answer with the first changes that led to it."""
    text = question.question
    for typed, meant in changes:
        text = text.replace(typed, meant, 1)
    if text == question.question:  # the word stands there in another form: "d'Estang"
        return
    document = asked(text)
    if document is not None:
        found.setdefault(tuple(c["clause"] or "" for c in document["answers"]), (document, changes))
