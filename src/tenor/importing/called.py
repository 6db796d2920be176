"""What a term is called besides its label: without words that tell it from nothing, with units written short, and by whoever has it: champion of a championship."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import combinations

from tenor.ask.language.words import ARTICLES, tokens
from tenor.importing.people import having

#: What a thing is called with or without: a mile world record is a mile record, where the table has no other.
_SAID_OR_NOT = frozenset("world official men's mens women's womens overall outright".split())
#: Behind a number, a unit and the other ways to write it.
_UNITS = {
    **dict.fromkeys(("metres", "meters", "metre", "meter", "m"), ("m", "metres", "meters")),
    **dict.fromkeys(("kilometres", "kilometers", "kilometre", "kilometer", "km"), ("km", "kilometres", "kilometers")),
}
_MEASURED = re.compile(rf"\b(\d[\d,]*)[ -]?({'|'.join(sorted(_UNITS, key=len, reverse=True))})\b", re.IGNORECASE)
#: A name says at least so much of what it is a name of.
_FEWEST = 2
_SMALL = ARTICLES | {"of", "in", "for"}


def called(label: str, others: Iterable[str]) -> list[str]:
    """Names that nothing but the term has among the labels of all ``others``: ``100 m record``, ``world chess champion``."""
    said = [label, *_without(label, {_meaning(other) for other in others})]
    said += [measured for name in said for measured in _measured(name)]
    said += [holder for name in said if (holder := having(name))]
    return [name for name in dict.fromkeys(said) if name != label]


def _without(label: str, others: set[frozenset[str]]) -> list[str]:
    """The label without some words that may be left out, where no other label has all that stays."""
    words = label.split()
    loose = [i for i, word in enumerate(words[:-1]) if word.casefold().replace("’", "'") in _SAID_OR_NOT]
    shorter = [" ".join(w for i, w in enumerate(words) if i not in left) for n in range(1, len(loose) + 1) for left in combinations(loose, n)]
    own = _meaning(label)
    return [
        name
        for name in shorter
        if len(mine := _meaning(name)) >= _FEWEST and mine < own and not any(mine <= other for other in others if other != own)
    ]


def _measured(name: str) -> list[str]:
    """``100 m`` and ``100m`` for ``100 metres``."""
    found = _MEASURED.search(name)
    if found is None:
        return []
    number, unit = found[1], found[2].casefold()
    ways = [f"{number}{space}{way}" for way in _UNITS[unit] for space in ((" ", "") if len(way) <= len("km") else (" ",))]
    return [name[: found.start()] + way + name[found.end() :] for way in ways]


def _meaning(label: str) -> frozenset[str]:
    """The words of a label that say something, in normal form, with a unit written in one way."""
    return frozenset(t.lemma for t in tokens(_MEASURED.sub(lambda m: f"{m[1]} {_UNITS[m[2].casefold()][0]}", label)) if t.low not in _SMALL)
