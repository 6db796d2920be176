"""The word lists beside this module: what countries, bodies and everyday relations are called besides the name that a table has for them."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_HERE = Path(__file__).parent
#: What is asked of whoever belongs to a body.
_MEMBER = "{subject} be member of {holder}"
#: Nouns of bodies that have officers, and the words in their names that are written small.
_BODIES = frozenset(
    """agency assembly association authority bank board commission committee community company confederation conference congress corporation council court
    federation foundation fund institute league nations organisation organization parliament party senate service society system treasury union university""".split()
)
#: Nouns in the names of countries.
_STATES = frozenset("caliphate commonwealth duchy emirate empire khanate kingdom principality republic sultanate".split())
_SMALL = frozenset(("and", "for", "in", "of", "on", "the"))


@dataclass(frozen=True, slots=True)
class Relation:
    """Other ``names`` of a relation, patterns of questions (``asks``), which of its sides are people, what a holder can be called (``sorts``),
    and what a bare number counts (``unit``).
    """

    names: tuple[str, ...] = ()
    asks: tuple[str, ...] = ()
    people: frozenset[str] = frozenset()
    sorts: tuple[str, ...] = ()
    unit: str = ""


@cache
def _countries() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for row in _rows("countries.csv"):
        names, adjectives = _several(row["names"]), _several(row["adjectives"])
        found.update({name.casefold(): tuple(n for n in (*names, *adjectives) if n != name) for name in names})
    return found


@cache
def _short() -> dict[str, tuple[str, ...]]:
    return {name.casefold(): _several(row["short"]) for row in _rows("bodies.csv") for name in _several(row["names"])}


@cache
def _relations() -> dict[str, Relation]:
    return {
        name: Relation(
            _several(row["names"]),
            _several(row["asks"]),
            frozenset(("subject", "holder") if row["people"] == "both" else _several(row["people"])),
            _several(row["sorts"]),
            row["unit"],
        )
        for row in _rows("relations.csv")
        for name in _several(row["relation"])
    }


def is_country(name: str) -> bool:
    """True for the name of a country."""
    return name.casefold() in _countries()


def is_land(name: str) -> bool:
    """True for a country and for what was one: ``German Empire``, ``Kingdom of Hanover``, ``West Germany``."""
    first, *more = name.casefold().removeprefix("the ").split()
    state = bool(more) and (more[-1] in _STATES or (first in _STATES and more[0] == "of"))
    return is_country(name) or state or (len(more) == 1 and first != "new" and is_country(more[0]))


def is_body(name: str) -> bool:
    """True for the name of a body: capitals throughout, and a word for one at its end or before "of", or initials: International Monetary Fund, FIFA."""
    words = name.split()
    if len(words) == 1 and name.isalpha() and name.isupper():
        return len(name) > len("UK") and not is_land(name)
    plain = len(words) > 1 and all(word[:1].isupper() or word in _SMALL for word in words)
    return plain and any(w.casefold() in _BODIES and (w is words[-1] or words[i + 1] == "of") for i, w in enumerate(words))


def also_called(name: str) -> tuple[str, ...]:
    """``UK``, ``Great Britain``, ``British`` for United Kingdom, ``Fed`` for Federal Reserve; nothing for what is on no list."""
    return _countries().get(name.casefold(), ()) or _short().get(name.casefold(), ())


def relation(label: str) -> Relation:
    """What the list has for a relation, whatever its hyphens and capitals; a ``trade bloc`` is a bloc, for one is a member of either."""
    known, low = _relations(), label.casefold()
    body = known.get(low.rpartition(" ")[2], Relation()) if " of " not in low or low.startswith("member") else Relation()  # no captaincy of a team
    return known.get(low) or known.get(low.replace("-", " ")) or (body if _MEMBER in body.asks else Relation())


def _rows(name: str) -> list[dict[str, str]]:
    lines = (_HERE / name).read_text(encoding="utf-8").splitlines()
    return list(csv.DictReader(line for line in lines if not line.startswith("#")))


def _several(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split(";") if part)
