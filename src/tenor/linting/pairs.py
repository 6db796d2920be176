"""What a sentence says of an amount between two parties, by the amount and the parties alone.

A sentence of news puts one amount between two names in too many ways for a grammar. Where the record has that very amount between these two, the sentence is
held to its hedge; where it has the amount between one of them and somebody else, and other amounts of that term between these two, the amount is in the wrong place.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from tenor.ask.language.english import FILLER
from tenor.ask.language.words import ARTICLES, tokens
from tenor.ask.names.lexicon import Lexicon, longest
from tenor.linting import english
from tenor.linting.assertions import is_one_of
from tenor.linting.base import Document, Facts, begin, over
from tenor.store.read import Store

#: An amount of money below this can be the price of anything.
_LARGE = 100_000_000
#: An amount this near another may be that one, rounded.
_ABOUT = 0.1


class Sum:
    """One amount of a clause: its number, unit, term and the parties between whom it stands."""

    __slots__ = ("doc", "parties", "term", "unit", "values")

    def __init__(self, doc: Document) -> None:
        value = doc["value"]
        self.doc = doc
        self.term = str(doc["term"])
        self.unit = str(value["unit"] or "")
        self.values = [float(n) for n in (value["amount"], value["low"], value["high"]) if n is not None]
        self.parties = frozenset(p for p in (doc["subject"], doc["holder"], *doc["holders"]) if p)

    def is_(self, amount: english.Amount) -> bool:
        """True where this is the amount."""
        factor = english.same_unit(amount.unit, self.unit) if amount.unit else 0.0
        return bool(factor) and any(abs(n * factor - amount.number) <= 1e-6 * max(abs(amount.number), 1) for n in self.values)


class Pairs:
    """The amounts of the record, found by the two parties between whom they stand."""

    def __init__(self, facts: Facts, lexicon: Lexicon, day: int) -> None:
        self.facts = facts
        self.lexicon = lexicon
        self.day = day

    def parties(self, text: str) -> frozenset[str]:
        """The parties that a text names, or whose products it names."""
        named = longest([m for m in self.lexicon.matches(tokens(text)) if m.kind in ("party", "product")])
        return frozenset(m.target if m.kind == "party" else m.extra for m in named)

    def _begun(self) -> list[Sum]:
        return [s for s in _sums(self.facts.store) if (begin(s.doc) or 0) <= self.day]

    def between(self, part: str, amount: english.Amount) -> list[Document]:
        """The clauses that put this amount between the two parties that the part names, where it also has a word of their term; oldest first."""
        parties = self.parties(part)
        if len(parties) != 2 or not amount.unit:
            return []
        words = frozenset(t.lemma for t in tokens(part))
        return [
            s.doc
            for s in self._begun()
            if parties <= s.parties and s.is_(amount) and not words.isdisjoint(_nouns(self.facts.store).get(s.term, frozenset()))
        ]

    def elsewhere(self, part: str, amount: english.Amount) -> Iterator[tuple[Document, Document]]:
        """What the record has between the two parties of the part, each with a clause that has this amount between one of them and somebody else."""
        parties = self.parties(part)
        if len(parties) != 2 or amount.unit != "USD" or amount.number < _LARGE:
            return
        words = _beside(part, amount)
        for other in self._begun():
            if len(other.parties & parties) != 1 or not other.is_(amount) or words.isdisjoint(_nouns(self.facts.store).get(other.term, frozenset())):
                continue
            own = [s for s in self._begun() if s.term == other.term and parties <= s.parties and _same_sides(s.doc, other.doc, parties)]
            if own and not _could_be(amount.number, own):
                yield own[-1].doc, other.doc

    def otherwise(self, part: str, amount: english.Amount) -> tuple[Document, None] | None:
        """The one clause that has another amount between the two parties, where the words beside the amount are those of its term."""
        parties = self.parties(part)
        if len(parties) != 2 or amount.unit != "USD" or amount.number < _LARGE:
            return None
        words = _beside(part, amount)
        own = [s for s in self._begun() if parties <= s.parties and s.unit == "USD"]
        meant = [s for s in own if not words.isdisjoint(_nouns(self.facts.store).get(s.term, frozenset()))]
        one = meant[0] if len(meant) == 1 else None
        return (one.doc, None) if one is not None and not _could_be(amount.number, own) else None


@lru_cache(maxsize=8)
def _sums(store: Store) -> tuple[Sum, ...]:
    docs = store.each("SELECT doc FROM clause ORDER BY n")
    sums = (Sum(d) for d in docs if d["value"] and d["value"]["unit"] and not d.get("retracted"))
    return tuple(s for s in sums if len(s.parties) > 1 and s.values)


@lru_cache(maxsize=8)
def _nouns(store: Store) -> dict[str, frozenset[str]]:
    """By term, the words of its names and patterns, in normal form."""
    out: dict[str, set[str]] = {}
    said = list(store.query("SELECT key, target FROM phrase WHERE kind = 'term' UNION ALL SELECT words, term FROM pattern WHERE term <> ''"))
    said += [(word, term) for word, terms in store.query("SELECT key, words FROM pattern WHERE kind = 'word'") for term in terms.split()]
    for words, term in said:
        out.setdefault(term, set()).update(w for w in str(words).split() if "{" not in w and w not in FILLER)
    return {term: frozenset(found) for term, found in out.items()}


def _same_sides(own: Document, other: Document, parties: frozenset[str]) -> bool:
    """True where the party that both clauses share is on the same side of both."""
    shared = parties & {other["subject"], other["holder"]}
    return any(own[side] == other[side] and own[side] in shared for side in ("subject", "holder"))


def _beside(part: str, amount: english.Amount) -> frozenset[str]:
    """The words that stand next to an amount, without those that add nothing."""
    before = [t.lemma for t in tokens(part[: amount.start]) if t.low not in ARTICLES and t.lemma not in FILLER]
    after = [t.lemma for t in tokens(part[amount.end :]) if t.low not in ARTICLES and t.lemma not in FILLER]
    return frozenset((*before[-1:], *after[:1]))


def _could_be(number: float, own: list[Sum]) -> bool:
    """True where one of the amounts leaves room for the number, or some of them add up to it."""
    for s in own:
        hedge, values = s.doc["value"]["hedge"], s.values
        if (hedge == "at-least" and number >= min(values)) or (hedge == "up-to" and number <= max(values)):
            return True
        if any(abs(number - v) <= _ABOUT * v for v in values):
            return True
    return is_one_of(number, [v for s in own for v in s.values])


def in_force(docs: list[Document], day: int) -> list[Document]:
    """Those that had not surely ended on that day."""
    return [d for d in docs if not over(d, day)]
