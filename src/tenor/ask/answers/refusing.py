"""A refusal as a document: the reason, what is recorded nearby, and questions that are answered."""

from __future__ import annotations

from tenor.ask.answers.wording import joined

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from tenor.ask.interpreting.interpreter import Interpreter
    from tenor.ask.reading import Refusal
    from tenor.store.read import Store

    Document = dict[str, Any]

_MOST_SUGGESTIONS = 3
#: Parties that a refusal names as those that the record has.
_MOST_NEARBY = 6


def refused(store: Store, refusal: Refusal, interpreter: Interpreter) -> Document:
    """A refusal with questions that are answered, of the terms that come nearest: those that it names, that the words name, that the parties have."""
    suggestions = list(dict.fromkeys(refusal.suggestions))
    for term in refusal.terms or _near_terms(interpreter):
        document = store.record(f"term:{term}") or {}
        suggestions += [q["ask"] for q in document.get("questions", ())]
    if not suggestions:
        for party in [*(m.party for m in interpreter.mentions), store.meta["focus"]]:
            sql = "SELECT c.term FROM involves AS i JOIN clause AS c ON c.n = i.clause WHERE i.party = ? GROUP BY c.term ORDER BY count(*) DESC, c.term LIMIT 12"
            for (term,) in store.query(sql, party):
                suggestions += [q["ask"] for q in (store.record(f"term:{term}") or {}).get("questions", ())[:1]]
    return {
        "status": refusal.status, "read_as": None, "text": refusal.text + _nearby(store, refusal), "answers": [], "also": [],
        "suggestions": list(dict.fromkeys(suggestions))[:_MOST_SUGGESTIONS],
    }  # fmt: skip


def _nearby(store: Store, refusal: Refusal) -> str:
    """For whom the record has the term that a party was found to have no part in."""
    if refusal.status != "no-record" or not refusal.terms or not refusal.text.startswith("Nothing is recorded"):
        return ""
    having: dict[str, list[str]] = {}
    for lineage in store.lineages(refusal.terms[0]):
        holders = having.setdefault(lineage.subject, [])
        holders += [p for p in (lineage.holder or "").split("+") if p and p not in holders]
    told = [
        store.name("party", subject) + (f" with {joined([store.name('party', p) for p in holders[:_MOST_NEARBY]])}" if holders else "")
        for subject, holders in list(having.items())[:_MOST_NEARBY]
    ]
    return f" “{store.name('term', refusal.terms[0])}” is recorded for {joined(told, '; ')}." if told else ""


def _near_terms(interpreter: Interpreter) -> list[str]:
    """Terms whose own names hold most words of the question."""
    support = interpreter.support()
    return support.terms_named(support.keys(interpreter.content() - interpreter.timed()))[:_MOST_SUGGESTIONS]
