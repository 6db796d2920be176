"""A refused question without what describes the thing it asks about; what was left out, the answer has to bear out.

``the $5 billion letter of A`` is the letter of A, where its document has that sum; ``the $300 trial of A`` is the trial, where that is what it gives;
``the letter signed by A and B`` is the letter of A and B.
"""

from __future__ import annotations

from tenor.ask import english
from tenor.ask.ways import shape, told_clauses
from tenor.ask.words import tokens

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from tenor.ask.question import Question
    from tenor.ask.ways import Way

    Document = dict[str, Any]

#: Within how many words behind a sum the noun for its document stands.
_NEAR = 3
_SUM = shape(r"(?:(?:us)?[$€£] ?)?\b(\d[\d.,]*) ?(billion|million|trillion|bn|m)?(?: dollars| euros)? ")
_SCALES = {"": 1.0, "m": 1e6, "million": 1e6, "bn": 1e9, "billion": 1e9, "trillion": 1e12}
#: What stands before the sum that a thing is known by.
_BEFORE = (" the ", " a ", " their ", " its ", " my ", " our ", " this ", " that ")
_MADE = r"(?:signed|concluded|struck|reached|made|announced|entered into|agreed|negotiated)"
_MADE_BY = shape(rf",? (?:that |which )?(?:was |were |is |are |had been |has been )?{_MADE} (?:by|between) ")


def without_its_sum(question: Question) -> Iterator[Way]:
    """``the $5 billion letter``: the document that is told must have that sum in one of its clauses; else whoever's own it is that is told of."""
    text = question.question
    for found in _SUM.finditer(text):
        if not (found[2] or "$" in found[0]):
            continue
        behind = tokens(text[found.end() :])[:_NEAR]
        of_a_document = any(t.lemma in english.DOCUMENTS for t in behind)
        if not of_a_document and not text[: found.start()].casefold().endswith(_BEFORE):
            continue
        number = float(found[1].rstrip(".,").replace(",", "")) * _SCALES[(found[2] or "").casefold()]
        where = "instrument" if of_a_document else "subject"

        def has_it(document: Document, number: float = number, where: str = where) -> bool:
            told = told_clauses(document)
            alone = where == "instrument" or all(not c["holder"] and not c["value"] and c["subject"] in question.parties() for c in told)
            return alone and all(number in _sums(question, where, str(c[where])) for c in told)

        yield text[: found.start()] + text[found.end() :].removeprefix("of "), has_it


def _sums(question: Question, where: str, name: str) -> set[float]:
    """The amounts of all clauses of a document, or of a subject."""
    rows = question.store.each(f"SELECT doc FROM clause WHERE {where} = ?", name)
    return {float(doc["value"]["amount"]) for doc in rows if (doc["value"] or {}).get("amount") is not None}


def of_its_makers(question: Question) -> Iterator[Way]:
    """``the letter signed by A and B``: the letter of A and B."""
    text = question.question
    found = _MADE_BY.search(text)
    if found is not None and question.lexicon.parties_in(" ".join(text[found.end() :].split()[:_NEAR])):
        yield (
            f"{text[: found.start()]} of {text[found.end() :]}",
            lambda document: all(question.parties() & {c["subject"], c["holder"], *c["holders"]} for c in told_clauses(document)),
        )
