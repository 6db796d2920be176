"""``A's three payments to B``, ``the final payment``: the parts of an amount, and not the whole."""

from __future__ import annotations

from tenor.ask.interpreting.amounts import amount_in
from tenor.ask.language import english
from tenor.ask.language.words import lemma
from tenor.ask.reading import Refusal
from tenor.dates import DAWN, FOREVER, parse_day

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection
    from typing import Any

    from tenor.ask.interpreting.question import Question
    from tenor.ask.reading import Reading

    Document = dict[str, Any]

#: Nouns for what was carried out, of which every last one counts, and for the parts of a promise.
_PAID = frozenset(map(lemma, ("payment", "installment", "instalment")))
#: A promise has tranches, and those have payments.
_DEEPEST = 2
_NTH = {word: n for n, word in enumerate("first second third fourth fifth sixth".split(), 1)} | {"final": -1, "last": -1}


def portions_of(question: Question, free: Collection[int], kind: str) -> tuple[str, set[int]]:
    """Which parts are asked for: ``parts`` of a promise or what was ``paid``, all or so many (``paid 3``), or one by its place (``paid #3``); and where that is said."""
    if english.PORTIONS.isdisjoint(question.lemmas()):
        return "", set()
    i = next((j for j, t in enumerate(question.tokens) if t.lemma in english.PORTIONS and j), 0)
    before = i - 1
    while before > 0 and (named := next((m.start for m in question.mentions if m.start <= before < m.end), None)) is not None:
        before = named - 1  # "the three A payments"
    if not i or before < 0 or any(m.kind in ("scope", "term") and m.start <= before and i < m.end for m in question.matches):
        return "", set()  # "second tranche" is what one of them is called
    what, said = "paid" if question.tokens[i].lemma in _PAID else "parts", question.tokens[before].low
    many = question.tokens[i].low.endswith("s")
    if not many and kind in ("start", "value", "what", "keyword"):
        return (f"{what} #{_NTH[said]}", {before}) if said in _NTH else ("", set())
    counted = kind == "value" and question.counts() == "things" and question.counted() == i
    if not many or not (counted or kind in ("list", "what", "keyword")):
        return "", set()
    number = english.NUMBERS.get(said, int(said) if said.isdigit() and before not in question.timed() and before in free else 0)
    return f"{what} {number or 'all'}", {before} if number else set()


def with_portions(question: Question, clauses: list[str]) -> list[str]:
    """These clauses and those that are part of them."""
    marks = ",".join("?" * len(clauses))
    found = question.store.query(f"SELECT source FROM link WHERE field = 'part_of' AND target IN ({marks}) ORDER BY source", *clauses)
    return [*clauses, *(str(c) for (c,) in found)]


def of_that_sum(question: Question, segments: list[Document]) -> None:
    """``the payments of A's $30 billion``: where one of several promises is of the sum that the question names, that one and what is part of it."""
    amount = amount_in(question, set(range(len(question.tokens))))
    whole = [s["clause"] for s in segments if amount is not None and s["clause"] and s["value"] and s["value"]["amount"] == amount.number]
    inside = {*whole}
    for _ in range(_DEEPEST):
        inside |= {s["clause"] for s in segments if s["part_of"] in inside or s["replaces"] in inside}
    if any(s["part_of"] in inside for s in segments if s["clause"]):
        segments[:] = [s for s in segments if s["clause"] in inside]


def take_portions(reading: Reading, segments: list[Document]) -> None:
    """Keep the parts that are asked for; where there are none, all stays, unless so many or the last were asked for. Raises :class:`Refusal`."""
    what, _, which = reading.place.partition(" ")
    held = [s for s in segments if s["clause"] and s["state"] != "no" and not (s["value"] and s["value"]["basis"] == "level")]
    wholes = {s["part_of"] for s in held}
    start, end = reading.window or (DAWN, FOREVER)
    every = [s for s in held if s["part_of"] and not (what == "paid" and s["clause"] in wholes)]
    newer = {s["replaces"] for s in every}
    every = [s for s in every if s["clause"] not in newer and (what == "paid" or s["part_of"] not in {p["clause"] for p in every})]
    parts = sorted((s for s in every if start <= _from(s) < end), key=_from)
    if every and not parts:
        raise Refusal("no-record", "None of them is recorded in that time.", terms=[reading.term or ""])
    groups: dict[str, list[Document]] = {}
    for part in parts:
        groups.setdefault(part["part_of"], []).append(part)
    if which.isdigit():
        fitting = [group for group in (*groups.values(), parts) if len(group) == int(which)]
        if not fitting:
            raise Refusal("no-record", f"Not {which} of them are recorded, but {len(parts)}.", terms=[reading.term or ""])
        parts = fitting[0]
    elif which.startswith("#"):
        n = int(which[1:])
        able = [group for group in groups.values() if len(group) >= max(n, 1)]
        if every and len(able) != 1:
            said = f"of which of {len(able)} amounts is not said" if able else "none is recorded"
            raise Refusal(
                "ambiguous" if able else "no-record", f"More than one promise was carried out in parts: {said}.", terms=[reading.term or ""]
            )
        parts = [able[0][n if n < 0 else n - 1]] if able else []
    segments[:] = parts or segments


def _from(doc: Document) -> int:
    day = doc["bounds"]["from"][0] or doc["bounds"]["from"][1]
    return parse_day(day) if day else DAWN
