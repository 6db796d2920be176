"""Word patterns with slots: who is who by the order of words.

A pattern of the vocabulary, ``{subject} pay {holder}``, is matched against the question's parties and words in order. A passive
(``is paid by``) is turned round first. Words that add nothing may stand anywhere.
"""

from __future__ import annotations

from tenor.ask.language.english import FILLER
from tenor.ask.language.words import ARTICLES, tokens

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    #: The party in each slot, and the positions of the words.
    _Way = tuple[dict[str, int], frozenset[int]]

#: Verbs that add nothing by themselves and yet tell giver from taker.
LIGHT = frozenset(("get", "giv"))

_PREPOSITIONS = frozenset(("from", "to", "with", "of", "on", "in", "by", "for", "at", "through", "via", "into"))

#: Slots of a pattern that a party fills.
SLOTS = ("subject", "holder")


class Item:
    """One thing in a question, in order: a party (``party`` is its place among the mentions) or a word (``lemma``), at token ``at``."""

    __slots__ = ("at", "lemma", "party")

    def __init__(self, at: int, lemma: str = "", party: int = -1) -> None:
        self.at = at
        self.lemma = lemma
        self.party = party

    def __repr__(self) -> str:
        return f"P{self.party}" if self.party >= 0 else self.lemma


class Order:
    """The things in a question in one order, and where each of them stands in it."""

    __slots__ = ("at", "behind", "items", "last", "lemmas", "parties", "places")

    def __init__(self, items: Sequence[Item]) -> None:
        self.items = items
        self.lemmas = [item.lemma for item in items]
        self.parties = [(n, item.party) for n, item in enumerate(items) if item.party >= 0]
        #: Where each word stands last.
        self.last = {lemma: n for n, lemma in enumerate(self.lemmas)}
        #: The place of each party, and of the word at each token.
        self.places = {party: n for n, party in self.parties}
        self.at = {item.at: n for n, item in enumerate(items) if item.party < 0}
        #: Places of the parties that stand right behind a word.
        self.behind = {n for n, _ in self.parties if n and items[n - 1].party < 0 and items[n].at == items[n - 1].at + 1}


class Fit:
    """A pattern (its :func:`parts`) that fits: the party place in each slot, and the token positions of its words."""

    __slots__ = ("pattern", "slots", "used")

    def __init__(self, slots: dict[str, int], used: frozenset[int], pattern: tuple[str, ...]) -> None:
        self.slots = slots
        self.used = used
        self.pattern = pattern


#: Prepositions that can stand for a pattern that has no other word: ``{subject} on {holder}``.
PLACES = frozenset(("on", "in", "through", "via", "at"))
#: Of whoever is with somebody, another such pattern: ``{subject} be with {holder}``.
WITH = "with"


def parts(pattern: str) -> list[str]:
    """The slots (``{subject}``) and the words in normal form of a pattern, without those that add nothing.

    A slot behind a preposition is ``{~holder}``: "buy from X" does not fit "buy X".
    """
    pieces = pattern.replace("{", " {").replace("}", "} ").replace("'s", " ").split()
    out: list[str] = []
    before = ""
    for piece in pieces:
        if piece.startswith("{"):
            out.append(("{~" if before in _PREPOSITIONS and out and not out[-1].startswith("{") else "{") + piece.strip("{}") + "}")
        else:
            out.extend(t.lemma for t in tokens(piece) if t.low not in ARTICLES and (t.lemma not in FILLER or t.lemma in LIGHT))
        before = piece.lower()
    if all(p.startswith("{") for p in out):
        said = [p if p.startswith("{") else WITH if p == WITH else "on" for p in pieces if p.startswith("{") or p.lower() in PLACES or p == WITH]
        out = ["{" + p.strip("{}") + "}" if p.startswith("{") else p for p in said]
    return out


def arranged(items: Sequence[Item], by: int) -> list[Item]:
    """A passive in active order: the agent (the first party behind position ``by``) comes first and the other parties last."""
    agent = [i for i in items if i.party >= 0 and i.at > by][:1]
    rest = [i for i in items if i not in agent]
    return agent + [i for i in rest if i.party < 0] + [i for i in rest if i.party >= 0]


def fits(wanted: tuple[str, ...], words: Sequence[str], order: Order) -> list[Fit]:
    """The ways in which a pattern (its :func:`parts`, and the words among them) fits an order, best first: most slots filled, then parties nearest to the words.

    All words of the pattern must stand in the question in their order, and a party must fill at least one slot unless the question names none.
    A slot may stay empty: for the party that is asked for, or the one that a question leaves out.
    """
    said = iter(order.lemmas)
    for word in words:
        if word not in said:
            return []
    ways = [way for way in _ways(wanted, order) if way[0] or (not order.places and len(way[1]) > 1)] if words else []
    if len(ways) > 1:
        most = max(len(slots) for slots, _ in ways)
        ways = [way for way in ways if len(way[0]) == most]
        ways.sort(key=lambda way: sum(abs(order.places[p] - order.at[u]) for p in way[0].values() for u in way[1]))
    return [Fit(slots, used, wanted) for slots, used in ways]


def _ways(wanted: Sequence[str], order: Order) -> list[_Way]:
    """The ways in which the pieces fit the items: a word where it stands next, and a slot by each party behind what came before, or by none."""
    #: Where the next piece can stand, and what is filled and used so far.
    ways: list[tuple[int, dict[str, int], frozenset[int]]] = [(0, {}, frozenset())]
    for piece in wanted:
        found = []
        if piece[0] == "{":
            name = piece.strip("{}~")
            parties = order.parties if name in SLOTS else ()
            for i, slots, used in ways:
                if piece[1] == "~" and i in order.behind:
                    continue
                found += [(j + 1, {name: party, **slots}, used) for j, party in parties if j >= i and party not in slots.values()]
                found.append((i, slots, used))
        else:
            last = order.last.get(piece, -1)
            for i, slots, used in ways:
                if i <= last:
                    j = order.lemmas.index(piece, i)
                    found.append((j + 1, slots, used | {order.items[j].at}))
        ways = found
    return [(slots, used) for _, slots, used in ways]
