"""The word lists beside this module: what countries and everyday relations are called besides the name that a table has for them."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_HERE = Path(__file__).parent


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
def _relations() -> dict[str, Relation]:
    return {
        row["relation"]: Relation(
            _several(row["names"]),
            _several(row["asks"]),
            frozenset(("subject", "holder") if row["people"] == "both" else _several(row["people"])),
            _several(row["sorts"]),
            row["unit"],
        )
        for row in _rows("relations.csv")
    }


def is_country(name: str) -> bool:
    """True for the name of a country."""
    return name.casefold() in _countries()


def also_called(country: str) -> tuple[str, ...]:
    """``UK``, ``Great Britain``, ``British`` for United Kingdom; nothing for what is no country."""
    return _countries().get(country.casefold(), ())


def relation(label: str) -> Relation:
    """What the list has for a relation, whatever its hyphens and capitals."""
    known = _relations()
    return known.get(label.casefold()) or known.get(label.casefold().replace("-", " ")) or Relation()


def _rows(name: str) -> list[dict[str, str]]:
    lines = (_HERE / name).read_text(encoding="utf-8").splitlines()
    return list(csv.DictReader(line for line in lines if not line.startswith("#")))


def _several(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split(";") if part)
