"""Word patterns with slots: who is who by the order of words.

A pattern of the vocabulary, ``{subject} pay {holder}``, is matched against the question's parties and words in order. A passive
(``is paid by``) is turned round first. Words that add nothing may stand anywhere.
"""

from __future__ import annotations

from tenor.ask.english import FILLER
from tenor.ask.words import ARTICLES, tokens

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

    __slots__ = ("at", "items", "lemmas", "places")

    def __init__(self, items: Sequence[Item]) -> None:
        self.items = items
        self.lemmas = [item.lemma for item in items]
        #: The place of each party, and of the word at each token.
        self.places = {item.party: n for n, item in enumerate(items) if item.party >= 0}
        self.at = {item.at: n for n, item in enumerate(items) if item.party < 0}


class Fit:
    """A pattern that fits: the party place in each slot, and the token positions of its words."""

    __slots__ = ("pattern", "slots", "used")

    def __init__(self, slots: dict[str, int], used: frozenset[int], pattern: str) -> None:
        self.slots = slots
        self.used = used
        self.pattern = pattern


#: Prepositions that can stand for a pattern that has no other word: ``{subject} on {holder}``.
PLACES = frozenset(("on", "in", "through", "via", "at"))


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
        out = ["{" + p.strip("{}") + "}" if p.startswith("{") else "on" for p in pieces if p.startswith("{") or p.lower() in PLACES]
    return out


def arranged(items: Sequence[Item], by: int) -> list[Item]:
    """A passive in active order: the agent (the first party behind position ``by``) comes first and the other parties last."""
    agent = [i for i in items if i.party >= 0 and i.at > by][:1]
    rest = [i for i in items if i not in agent]
    return agent + [i for i in rest if i.party < 0] + [i for i in rest if i.party >= 0]


def fits(wanted: Sequence[str], order: Order) -> list[Fit]:
    """The ways in which a pattern (its :func:`parts`) fits an order, best first: most slots filled, then parties nearest to the words.

    All words of the pattern must stand in the question in their order, and a party must fill at least one slot unless the question names none.
    A slot may stay empty: for the party that is asked for, or the one that a question leaves out.
    """
    words = [w for w in wanted if w[0] != "{"]
    said = iter(order.lemmas)
    if not words or not all(word in said for word in words):
        return []
    found = [Fit(slots, used, " ".join(wanted)) for slots, used in _ways(wanted, 0, order.items, 0, {})]
    found = [f for f in found if f.slots or (not order.places and len(f.used) > 1)]
    if len(found) < 2:
        return found
    most = max(len(f.slots) for f in found)
    found = [f for f in found if len(f.slots) == most]
    return sorted(found, key=lambda f: sum(abs(order.places[p] - n) for p in f.slots.values() for n in [order.at[u] for u in f.used]))


def _ways(wanted: Sequence[str], w: int, items: Sequence[Item], i: int, known: dict[tuple[int, int], list[_Way]]) -> list[_Way]:
    """The ways in which the pieces from ``w`` on fit the items from ``i`` on; ``known`` has those that were found before."""
    if w == len(wanted):
        return [({}, frozenset())]
    if (w, i) not in known:
        known[w, i] = _fill(wanted, w, items, i, known) if wanted[w].startswith("{") else _meet(wanted, w, items, i, known)
    return known[w, i]


def _fill(wanted: Sequence[str], w: int, items: Sequence[Item], i: int, known: dict[tuple[int, int], list[_Way]]) -> list[_Way]:
    """A slot: each party can fill it, and it may stay empty."""
    name, parted = wanted[w].strip("{}~"), wanted[w].startswith("{~")
    found: list[_Way] = []
    for j in range(i, len(items)):
        if parted and j == i and i and items[j].party >= 0 and items[i - 1].party < 0 and items[j].at == items[i - 1].at + 1:
            return []
        if name in SLOTS and items[j].party >= 0:
            ways = _ways(wanted, w + 1, items, j + 1, known)
            found += [({**slots, name: items[j].party}, used) for slots, used in ways if items[j].party not in slots.values()]
    return found + _ways(wanted, w + 1, items, i, known)


def _meet(wanted: Sequence[str], w: int, items: Sequence[Item], i: int, known: dict[tuple[int, int], list[_Way]]) -> list[_Way]:
    """A word: where it stands next."""
    for j in range(i, len(items)):
        if items[j].lemma == wanted[w]:
            return [(slots, used | {items[j].at}) for slots, used in _ways(wanted, w + 1, items, j + 1, known)]
    return []
