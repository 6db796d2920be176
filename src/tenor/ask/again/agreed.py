"""Readings that are as good as each other and tell the same: the day since when, a yes or no, who, how much."""

from __future__ import annotations

from tenor.ask.answers.answer import Answer
from tenor.ask.interpreting.settling import settle_candidate
from tenor.ask.language import english
from tenor.ask.reading import Refusal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from tenor.ask.interpreting.interpreter import Interpreter
    from tenor.ask.reading import Candidate

    Document = dict[str, Any]

#: Words at the start of a question among which the verb shows that it asks of the past.
_HEAD = 4
_KINDS = ("start", "end", "state", "holder", "value")


def agreed(interpreter: Interpreter, rivals: list[Candidate], on: tuple[int, int] | None, known_at: int | None) -> Document | None:
    """The answer of the first of these readings, where every other one tells the same; None where any tells something else or nothing."""
    documents = []
    for rival in rivals:
        reading = rival.reading
        if reading.term is None or reading.raw not in _KINDS:
            return None
        reading.past = interpreter.known is None and not english.PAST.isdisjoint(t.low for t in interpreter.typed[:_HEAD])
        try:
            settle_candidate(interpreter, rival)
            reading.window = on or reading.window
            reading.known = known_at if known_at is not None else interpreter.known
            documents.append(Answer(interpreter.store, interpreter, reading, interpreter.today).document())
        except Refusal:
            return None
    told = {_told(document) for document in documents}
    if len(told) != 1 or "" in told or any(d["status"] != "answered" for d in documents):
        return None
    clauses = {c["clause"]: c for document in reversed(documents) for c in reversed(document["answers"])}
    return {**documents[0], "answers": list(reversed(clauses.values()))}


def _told(document: Document) -> str:
    """What a document tells of what was asked, to be compared; empty where it tells nothing of it."""
    clauses = [c for c in document["answers"] if c["clause"] and c.get("role") != "exception"]
    kind = document["read_as"]["kind"]
    if kind in ("start", "end"):
        found = {str(c["bounds"]["from" if kind == "start" else "to"]) for c in clauses}
    elif kind == "state":
        found = {str(c.get("yes")) for c in clauses if c.get("yes") is not None}
    elif kind == "holder":
        found = {str([c["holder"], *c["holders"]]) for c in clauses}
    else:
        found = {str((c["value"] or {}).get("amount")) for c in clauses}
    return found.pop() if len(found) == 1 else ""
