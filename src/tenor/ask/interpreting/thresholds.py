"""Who has more, or less, than an amount: of a list, those whose recorded amounts compare so."""

from __future__ import annotations

from tenor.ask.answers.wording import value_words
from tenor.ask.interpreting.amounts import SCALED, unit_of
from tenor.ask.reading import Refusal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from tenor.ask.answers.answer import Answer
    from tenor.ask.interpreting.amounts import Amount

    Document = dict[str, Any]

_MORE = ("more than", "over", "in excess of", "above", "upwards of")
_PER_SCALE = {("mw", "gw"): 0.001, ("gw", "mw"): 1000.0}


def compare(answer: Answer, amount: Amount, segments: list[Document]) -> None:
    """More or less than an amount: answered where all that is recorded says the same, else the amounts are told and nothing is decided."""
    if answer.reading.kind != "state":  # "which of them get more than 5"
        segments[:] = passing(amount, segments, answer.reading.term or "")
        return
    if amount.sign == "=":  # one of several amounts is the one asked about; or within one that is told as "300 or 400"
        within = [s for s in segments if s["clause"] and s.get("yes") is None and s["value"] and s["value"]["low"] is not None]
        segments[:] = [s for s in segments if s.get("yes") is True] or within or segments
        return
    segments[:] = [s for s in segments if s["clause"] and s["value"]]
    if amount.sign == ">":
        for s in segments:
            if s["yes"] is None and s["value"]["hedge"] == "at-least" and amount.same(s["value"]) and tells_more(s):
                s["yes"] = True
    said = {s["yes"] for s in segments}
    if said not in ({True}, {False}):
        amounts = "; ".join(dict.fromkeys(value_words(s["value"]) for s in segments)) or "none"
        raise Refusal("no-record", f"The record does not decide that. Amounts recorded: {amounts}.", terms=[answer.reading.term or ""])


def tells_more(segment: Document) -> bool:
    """True where a clause says in its own words that it is more than its amount, and not only no less."""
    text = str(segment["text"])
    return any(f"{more} {sign}" in text for more in _MORE for sign in ("$", "€", "£", *"123456789"))


def passing(amount: Amount, segments: list[Document], term: str) -> list[Document]:
    """The segments of those who pass the threshold: each amount that does, or all of one's amounts where they do only together.

    Raises:
        Refusal: none does.
    """
    sides: dict[tuple[str, str], list[Document]] = {}
    for segment in segments:
        if segment["clause"] and _number(segment, amount) is not None:
            sides.setdefault((str(segment["subject"]), str(segment["holder"])), []).append(segment)
    kept: list[Document] = []
    for mine in sides.values():
        alone = [s for s in mine if _passes(_number(s, amount) or 0.0, amount)]
        together = _passes(_sum(mine, amount), amount)
        if amount.sign in ("<", "<="):
            kept += mine if together and len(alone) == len(mine) else []
        else:
            kept += alone or (mine if together else [])
    if not kept:
        told = "; ".join(dict.fromkeys(value_words(s["value"]) for mine in sides.values() for s in mine)) or "none"
        raise Refusal("no-record", f"No amount that is recorded compares so. Amounts recorded: {told}.", terms=[term])
    return [s for s in segments if s in kept]


def _sum(mine: list[Document], amount: Amount) -> float:
    """What somebody's amounts come to: the largest total, and what came on top of it in steps; two totals may tell of the same."""
    told = {s["clause"] for s in mine}
    numbers = [(s["value"]["basis"], _number(s, amount) or 0.0) for s in mine if s.get("part_of") not in told]
    steps = [n for basis, n in numbers if basis == "increment"]
    largest = max((n for basis, n in numbers if basis == "total"), default=0.0)
    return max(sum(steps) + largest, *(n for _, n in numbers))


def _number(segment: Document, amount: Amount) -> float | None:
    """The amount in the unit of the threshold; None where there is none, or it is measured otherwise."""
    value = segment["value"]
    number = value and next((value[k] for k in ("amount", "high", "low") if value[k] is not None), None)
    if number is None or "/" in str(value["unit"] or ""):
        return None
    own = unit_of(value)
    if not amount.unit or own == amount.unit:
        return float(number)
    return float(number) * _PER_SCALE[own, amount.unit] if SCALED.get(own) == amount.unit else None


def _passes(number: float, amount: Amount) -> bool:
    if amount.sign == ">":
        return number > amount.number
    if amount.sign == ">=":
        return number >= amount.number
    return number < amount.number if amount.sign == "<" else number <= amount.number
