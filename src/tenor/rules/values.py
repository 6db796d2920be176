"""T4xx: amounts that can be compared, and sentences in our own words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from tenor.findings import Finding, Severity, at
from tenor.model import Origin, Records, Value
from tenor.rules.base import Rule

MAX_SENTENCE = 500
MAX_QUOTED_WORDS = 3

_QUOTED = re.compile(r"“([^”]+)”|\"([^\"]+)\"|„([^“]+)“|«([^»]+)»")


def _values(records: Records) -> Iterator[tuple[str, Origin, str, Value]]:
    """Every value with the id of its record, its place, and the key under which its fields have their places."""
    for clause in records.clauses.values():
        if clause.value is not None:
            yield clause.id, clause.origin, "value", clause.value
    for observation in records.observations.values():
        for number, measurement in enumerate(observation.values):
            yield f"observation:{observation.id}", observation.origin, f"values.{number}.value", measurement.value


def _numeric(value: Value) -> bool:
    return value.amount is not None or value.low is not None or value.high is not None


def _place(origin: Origin, prefix: str, *keys: str) -> str:
    return next((f"{prefix}.{key}" for key in keys if f"{prefix}.{key}" in origin.keys), prefix)


def _lacking(code: str, field: str) -> Callable[[Records], Iterator[Finding]]:
    def check(records: Records) -> Iterator[Finding]:
        for id, origin, prefix, value in _values(records):
            if _numeric(value) and not getattr(value, field):
                yield at(origin, code, f"the amount has no {field}", key=_place(origin, prefix, "amount", "low", "high"), id=id)

    return check


def reversed_range(records: Records) -> Iterator[Finding]:
    """T404."""
    for id, origin, prefix, value in _values(records):
        if value.low is not None and value.high is not None and value.low > value.high:
            yield at(origin, "T404", f"low ({value.low:f}) is more than high ({value.high:f})", key=f"{prefix}.low", id=id)


def odd_percent(records: Records) -> Iterator[Finding]:
    """T405."""
    for id, origin, prefix, value in _values(records):
        if value.unit == "percent":
            for key in ("amount", "low", "high"):
                number = getattr(value, key)
                if number is not None and not 0 <= number <= 100:
                    yield at(origin, "T405", f"{number:f} percent", key=f"{prefix}.{key}", id=id)


def half_value(records: Records) -> Iterator[Finding]:
    """T406."""
    for id, origin, prefix, value in _values(records):
        if value.amount is not None and (value.low is not None or value.high is not None):
            yield at(origin, "T406", "the value has an amount and a range", key=f"{prefix}.amount", id=id)
        elif (value.low is None) != (value.high is None):
            there, missing = ("low", "high") if value.high is None else ("high", "low")
            yield at(origin, "T406", f"the range has a {there} and no {missing}", key=f"{prefix}.{there}", id=id)
        elif not _numeric(value) and not value.items and not value.text:
            yield at(origin, "T406", "the value says nothing", key=prefix, id=id)


def _sentences(records: Records) -> Iterator[tuple[str, Origin, str, str]]:
    for clause in records.clauses.values():
        yield clause.id, clause.origin, "says", clause.says
    for event in records.events.values():
        yield f"event:{event.id}", event.origin, "says", event.says
    for commentary in records.commentaries.values():
        for claim in commentary.claims:
            yield f"commentary:{commentary.id}#{claim.id}", claim.origin, "says", claim.says
    for dispute in records.disputes.values():
        for position in dispute.positions:
            yield f"dispute:{dispute.id}", dispute.origin, "positions", position.says


def long_sentence(records: Records) -> Iterator[Finding]:
    """T410."""
    for id, origin, key, text in _sentences(records):
        if len(text) > MAX_SENTENCE:
            yield at(origin, "T410", f"{len(text)} characters; {MAX_SENTENCE} are the limit", key=key, id=id)


def long_quotation(records: Records) -> Iterator[Finding]:
    """T411."""
    for id, origin, key, text in _sentences(records):
        for found in _QUOTED.finditer(text):
            words = next(group for group in found.groups() if group).split()
            if len(words) > MAX_QUOTED_WORDS:
                yield at(origin, "T411", f"a quotation of {len(words)} words: “{' '.join(words[:4])} …”", key=key, id=id)
                break


_RENT = """
=== clauses
- id: rent
  term: rent
  subject: club
  holder: bob
  from: 2022-03-01
  value: {}
  says: {}
  status: confirmed
  cites: [{{source: club-2022-03-01}}]
"""


def _rent(value: str, says: str = "The club rents the mill from Bob Ray.") -> str:
    return _RENT.format(value, says)


_GOOD = _rent("{amount: 900, unit: USD/month, hedge: exactly, basis: total}")
_WORDS = "the words of others are theirs, and a short sentence of our own can be checked against them"

RULES: tuple[Rule, ...] = (
    Rule(
        "T401", "amount-without-unit", "an amount has a unit", "a bare number can be dollars or chips", "add `unit:`",
        _GOOD, _rent("{amount: 900, hedge: exactly, basis: total} # <--"), _lacking("T401", "unit"),
    ),
    Rule(
        "T402", "amount-without-hedge", "an amount says how exact it is", "about 38 and exactly 38 are different facts", "add `hedge:` exactly, about, up-to or at-least",
        _GOOD, _rent("{amount: 900, unit: USD/month, basis: total} # <--"), _lacking("T402", "hedge"),
    ),
    Rule(
        "T403", "amount-without-basis", "an amount says what it counts", "sums are wrong where a total is added to an increment",
        "add `basis:` total, increment, level or ceiling", _GOOD, _rent("{amount: 900, unit: USD/month, hedge: exactly} # <--"), _lacking("T403", "basis"),
    ),
    Rule(
        "T404", "reversed-range", "a range goes from low to high", "no amount lies in it", "swap the two",
        _rent("{low: 800, high: 900, unit: USD/month, hedge: about, basis: total}"),
        _rent("{low: 900, high: 800, unit: USD/month, hedge: about, basis: total} # <--"), reversed_range,
    ),
    Rule(
        "T405", "odd-percent", "a percentage lies between 0 and 100", "0.2 percent and 20 percent are easily mixed up", "correct the number, or allow it with the reason",
        _rent("{amount: 20, unit: percent, hedge: exactly, basis: total}"), _rent("{amount: 200, unit: percent, hedge: exactly, basis: total} # <--"), odd_percent,
        Severity.WARNING,
    ),
    Rule(
        "T406", "half-a-value", "a value is an amount, a range with both ends, a list or a text", "half a value cannot be compared",
        "give `amount`, or both `low` and `high`", _rent("{text: as much as the mill earns}"),
        _rent("{low: 900, unit: USD/month, hedge: at-least, basis: total} # <--"), half_value,
    ),
    Rule(
        "T410", "long-sentence", f"what a record says fits into {MAX_SENTENCE} characters", "answers print it whole", "say it in one or two sentences; move the rest to the prose",
        _GOOD, _rent("{text: much}", f"The club rents the mill{' and the yard' * 40}. # <--"), long_sentence,
    ),
    Rule(
        "T411", "long-quotation", f"records speak in their own words; a quotation has at most {MAX_QUOTED_WORDS} words", _WORDS,
        "say it in your own words", _rent("{text: much}", "The club pays a “fair” rent."),
        _rent("{text: much}", "The club pays “a fair and reasonable rent”. # <--"), long_quotation,
    ),
)  # fmt: skip
