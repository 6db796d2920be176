"""``until when was the fee $4``, ``when did it change to 5%``: the time in which what is asked about had the amount that the question names.

Other amounts of the same thing, before and after, have times of their own and are none of it.
"""

from __future__ import annotations

from tenor.ask.interpreting.amounts import amount_in

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tenor.ask.answers.answer import Answer
    from tenor.ask.interpreting.amounts import Amount
    from tenor.ask.interpreting.question import Question

#: What a word before an amount makes of a change: it began with that amount, or ended it.
_EDGES = {"to": "start", "from": "end"}


def at_level(answer: Answer) -> None:
    """Cut a question for a beginning, an end or a change to the versions with the one amount that it names, where there are such."""
    reading, question = answer.reading, answer.interpreter
    if reading.raw not in ("start", "end", "change") or answer.term.get("answer") != "amount" or reading.place:  # a part of that amount is another
        return
    free = set(range(len(question.tokens))) - question.timed()
    amount = amount_in(question, free)
    if amount is None or amount.sign != "=" or amount_in(question, free - amount.used) is not None:
        return
    edge = reading.raw if reading.raw != "change" else _edge(question, amount)
    versions = [doc for x in reading.lineages for doc in answer.store.versions(x.n, answer.known)]
    level = [doc["clause"] for doc in versions if amount.holds(doc["value"])]
    if level and edge:
        reading.kind = reading.raw = edge
        reading.only, reading.level = level, True


def _edge(question: Question, amount: Amount) -> str:
    """Whether a change is to an amount, or from it; empty where it does not say."""
    start = min(amount.used)
    return _EDGES.get(question.tokens[start - 1].low, "") if start else ""
