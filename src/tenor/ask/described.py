"""A refused question without what describes the thing it asks about; what was left out, the answer has to bear out.

``the $5 billion letter of A`` is the letter of A, where its document has that sum; ``the letter signed by A and B`` is the letter of A and B.
"""

from __future__ import annotations

import re

from tenor.ask import english
from tenor.ask.words import tokens

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from tenor.ask.question import Question
    from tenor.ask.rephrased import Way

    Document = dict[str, Any]

#: Within how many words behind a sum the noun for its document stands.
_NEAR = 3
_SUM = re.compile(r"(?:(?:us)?[$€£] ?)?\b(\d[\d.,]*) ?(billion|million|trillion|bn|m)?(?: dollars| euros)? ", re.IGNORECASE)
_SCALES = {"": 1.0, "m": 1e6, "million": 1e6, "bn": 1e9, "billion": 1e9, "trillion": 1e12}
_MADE = r"(?:signed|concluded|struck|reached|made|announced|entered into|agreed|negotiated)"
_MADE_BY = re.compile(rf",? (?:that |which )?(?:was |were |is |are |had been |has been )?{_MADE} (?:by|between) ", re.IGNORECASE)


def without_its_sum(question: Question) -> Iterator[Way]:
    """``the $5 billion letter``: the document that is told must have that sum in one of its clauses."""
    text = question.question
    for found in _SUM.finditer(text):
        behind = tokens(text[found.end() :])[:_NEAR]
        if not (found[2] or "$" in found[0]) or not any(t.lemma in english.DOCUMENTS for t in behind):
            continue
        number = float(found[1].rstrip(".,").replace(",", "")) * _SCALES[(found[2] or "").casefold()]

        def has_it(document: Document, number: float = number) -> bool:
            told = [c for c in document["answers"] if c["clause"]]
            return all(number in _sums(question, str(c["instrument"])) for c in told)

        yield text[: found.start()] + text[found.end() :], has_it


def _sums(question: Question, instrument: str) -> set[float]:
    """The amounts of all clauses of a document."""
    rows = question.store.each("SELECT doc FROM clause WHERE instrument = ?", instrument)
    return {float(doc["value"]["amount"]) for doc in rows if (doc["value"] or {}).get("amount") is not None}


def of_its_makers(question: Question) -> Iterator[Way]:
    """``the letter signed by A and B``: the letter of A and B."""
    text = _MADE_BY.sub(" of ", question.question)
    if text != question.question:
        yield text, lambda document: all(question.parties() & {c["subject"], c["holder"], *c["holders"]} for c in document["answers"] if c["clause"])
