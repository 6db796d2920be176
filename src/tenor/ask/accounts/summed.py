"""A deal of two that is known by its sum, ``the $38 billion deal of A and B``: how long it runs, whether it is confirmed, whether there is one."""

from __future__ import annotations

from tenor.ask.accounts.dealt import between, giver_of, lines, sure
from tenor.ask.answers.beyond import own_words
from tenor.ask.answers.wording import joined, value_words
from tenor.ask.interpreting.amounts import sums_in, sums_of
from tenor.ask.language.roots import text_keys
from tenor.ask.parties.sides import sides_of
from tenor.ask.reading import Refusal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from tenor.ask.answers.answer import Answer

    Document = dict[str, Any]

#: Spans that a contract runs for; a notice is of days.
_LONG = ("year", "years", "month", "months")


def summed(answer: Answer, aspect: str) -> Document:
    """The answer to a question for a deal of a sum. Raises :class:`Refusal` where the two have none of it."""
    sums = sums_of(answer.interpreter)
    held, over = between(answer, answer.reading.pair or ("", ""))
    every = [*held, *over]
    mine = [doc for doc in every if (sums_in(doc) & sums if sums else sums_in(doc) and not doc["observed"] and giver_of(answer, doc))]
    names = joined([answer.store.name("party", party) for party in answer.reading.pair or ()])
    if not mine:
        raise Refusal("no-record", f"Nothing {'of that sum ' if sums else ''}is recorded between {names}.")
    if aspect == "runs":
        return _runs(answer, every, mine, sums)
    only_reported = [doc for doc in mine if doc["status"] == "confirmed" and (doc["value"] or {}).get("status") not in (None, "confirmed")]
    if only_reported:
        told = [{**doc, "yes": None} for doc in only_reported]
        return answer.made(
            "answered", f"It is confirmed, and the sum, {value_words(told[0]['value'])}, is not. {lines(answer, told, dated=True)}", told
        )
    if aspect in ("sure", "unsure"):
        return _with_disputes(answer, sure(answer, mine), mine)
    agreed = [doc for doc in mine if not doc["observed"] and doc["state"] != "no" and giver_of(answer, doc)]
    told = [{**doc, "yes": True if doc in agreed else None} for doc in (agreed or mine)]
    return answer.made("answered", f"{'Yes' if agreed else 'Recorded with that sum'}{'.' if agreed else ':'} {lines(answer, told, dated=True)}", told)


def _with_disputes(answer: Answer, document: Document, clauses: list[Document]) -> Document:
    """An answer with what is undecided between the sources of the sum of these clauses."""
    from tenor.ask.accounts.records import dispute_text

    sql = "SELECT DISTINCT source FROM link WHERE target = ? AND field = 'about' AND source LIKE 'dispute:%' ORDER BY source"
    found = {str(name): answer.interpreter.lexicon.document(str(name)) for doc in clauses for (name,) in answer.store.query(sql, doc["clause"])}
    told = [dispute_text(dispute) for dispute in found.values() if dispute.get("field") == "value" and not dispute.get("prefers")]
    return {**document, "text": " ".join([document["text"], *told])}


def _runs(answer: Answer, every: list[Document], mine: list[Document], sums: set[str]) -> Document:
    """How long: by the clauses that give a span for it, or for its document; else by the days of the clauses with the sum."""
    spans = [doc for doc in every if (doc["value"] or {}).get("unit") in _LONG]
    own = [doc for doc in spans if sums <= text_keys(own_words(doc))]  # of no sum, whatever runs between the two
    if not sums and not own:
        mine = [doc for doc in mine if (doc["to"] and doc["end"] != "replaced") or doc["ends_when"]]
        if not mine:
            raise Refusal("no-record", "No end is recorded of what the two have with each other, and no span.")
    told = own or mine
    beside = [] if own else spans_beside(answer, mine)
    open_ended = "" if own or beside or any(doc["to"] or doc["ends_when"] for doc in mine) else " No end is recorded."
    return answer.made("answered", f"{lines(answer, told, dated=True)}{in_the_same(answer, beside)}{open_ended}", [*told, *beside])


def spans_beside(answer: Answer, clauses: list[Document]) -> list[Document]:
    """For amounts without an end: the clauses of the same documents, between the same two, that say how many years or months they run, or until when."""
    found: dict[str, Document] = {}
    for doc in (doc for doc in clauses if not doc["to"] and not doc["ends_when"]):
        sides = sides_of(doc) - {None}
        for (number,) in answer.store.query("SELECT n FROM clause WHERE instrument = ? ORDER BY place", doc["instrument"]):
            other = answer.store.clause(number)
            dated = other["to"] and (answer.store.record(f"term:{other['term']}") or {}).get("answer") == "date"
            if (dated or (other["value"] or {}).get("unit") in _LONG) and sides <= sides_of(other):
                found[other["clause"]] = {**other, "role": "version"}
    return [*found.values()]


def in_the_same(answer: Answer, beside: list[Document]) -> str:
    """What the same documents say of how long they run, as a sentence behind the rest."""
    return f" In the same document: {lines(answer, beside, dated=True)}" if beside else ""
