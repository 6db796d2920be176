"""``when is A's first shipment due``: the time for which a thing is planned, which only a text tells; since when it has been agreed is another day."""

from __future__ import annotations

from tenor.ask.answers.beyond import beyond_record, own_words
from tenor.ask.language import english
from tenor.ask.language.roots import YEARS
from tenor.ask.language.words import forms, lemma, tokens
from tenor.dates import iso

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from tenor.ask.answers.answer import Answer

    Document = dict[str, Any]

_BE = frozenset(("is", "are"))
#: Words of a time that is no day, and that lead to one that is to come.
_TIMES = frozenset(map(lemma, "half quarter end by until through from early late mid spring summer autumn fall winter year".split()))


def due(answer: Answer, segments: list[Document]) -> None:
    """Tell what is agreed already in the words that say for when it is planned. Raises :class:`Refusal` where none say so."""
    typed = answer.interpreter.typed
    asks = [i for i, t in enumerate(typed) if t.low in english.DUE]
    if answer.reading.raw != "start" or answer.reading.negated or not asks or _BE.isdisjoint([t.low for t in typed[: asks[0]]]):
        return
    told = [s for s in segments if s["clause"]]
    begun = [s for s in told if (s["bounds"]["from"][1] or "") <= iso(answer.today)]
    if not told or len(begun) < len(told):  # a day that is to come is told
        return
    which = {t.lemma for t in typed if t.lemma in english.ORDERING}
    told_in_words = answer.term.get("answer") in ("amount", "text")
    said = [s for s in begun if told_in_words and not s["observed"] and _planned(s) and which <= _numbered(s)]
    if not said:
        raise beyond_record(
            answer, f"The record does not say for when that is {'planned' if typed[asks[0]].low == 'supposed' else typed[asks[0]].low}.", begun
        )
    segments[:] = said
    answer.reading.kind, answer.reading.raw = "state", "what"


def _numbered(doc: Document) -> set[str]:
    """The words of a version; what it starts with is the first."""
    said = {*forms(own_words(doc))}
    return said | {"first"} if lemma("start") in said else said


def _planned(doc: Document) -> bool:
    """True where the text names a year, and a time in it that is not the day from which the clause holds."""
    said = tokens(str(doc["text"]))
    begun = str(doc["from"] or "")[:4]
    years = {t.low for t in said if t.low in YEARS}
    return any(year > begun for year in years) or (bool(years) and not _TIMES.isdisjoint([t.lemma for t in said]))
