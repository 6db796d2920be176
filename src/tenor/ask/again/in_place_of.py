"""``what did A get in place of X``: the right that the text in which X ends says to be there "instead".

The records say what took the place of a version of the same right. Of another right only a text does, and only in the stretch that has that word.
"""

from __future__ import annotations

from tenor.ask.again.ways import shape, told_clauses
from tenor.ask.language.roots import root
from tenor.ask.language.words import tokens
from tenor.dates import Edtf

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from tenor.ask.again.ways import Way
    from tenor.ask.interpreting.question import Question

    Document = dict[str, Any]

_GET = r"(?:get|receive|obtain|gain|end up with|come away with)"
_ASKED = (
    shape(
        r"^(?:when|after|once|as) (?P<what>.+? (?:lost|gave up|surrendered|let go of|dropped|ended) [^,]+),? what did (?:it|they|[\w.]+) "
        rf"{_GET} (?:in (?:its|their) place|in (?:return|exchange)|instead)[?.]*$"
    ),
    shape(rf"^what did (?P<what>.+? {_GET} (?:in (?:exchange|return) for|in place of|instead of) .+?)[?.]*$"),
    shape(r"^what (?:replaced|superseded|took the place of|came in place of|stepped into the place of) (?P<what>.+?)[?.]*$"),
)
_ASKING = shape(rf"\bwhat did .+? {_GET} (?:in (?:(?:exchange|return) for|place of)|instead of|in (?:its|their) place\b)")
_INSTEAD = "instead"


def asks_in_place_of(text: str) -> bool:
    """True for a question for what stands in the place of something: that thing itself is no answer."""
    return _ASKING.search(text) is not None


def in_place_of(question: Question) -> Iterator[Way]:
    """``what did A get in place of X``: the one right of the same document that stands there instead of X, of the same two and from the time that is named."""
    found = next((found for pattern in _ASKED if (found := pattern.match(question.question))), None)
    if found is None:
        return
    best = max(question.candidates, key=lambda c: (-len(c.leftover), c.reading.score), default=None)
    named = {best.reading.term} if best is not None else set()
    parties = question.lexicon.parties_in(found["what"])
    rights = set()
    for (name,) in question.store.query("SELECT target FROM told WHERE key = ? AND kind = 'clause' ORDER BY target", root(_INSTEAD)):
        old = question.lexicon.document(str(name))
        day = Edtf.parse(str(old["from"])).lo if old.get("from") else None
        timed = day is not None and all(m.start <= day < m.end for m in question.moments)
        if old.get("term") not in named or not timed or not parties <= {old.get("subject"), old.get("holder")}:
            continue
        document, sides = str(name).partition("#")[0], (old.get("subject"), old.get("holder"))
        sql = "SELECT DISTINCT term FROM clause WHERE instrument = ? AND subject = ? AND holder = ?"
        there = {str(term) for (term,) in question.store.query(sql, document, *sides)} - {old["term"]}
        rights |= {(str(name), term, str(old["from"])) for term in _terms_instead(question, str(old["text"])) & there}
    if len(rights) != 1:
        return
    name, term, day_of = rights.pop()
    label = question.lexicon.document(f"term:{term}")["label"]
    number = question.store.clause_number(name)

    def of_that_document(told: Document) -> bool:
        """Whether it is that right; what it took the place of is told beside it."""
        fits = all(c["clause"].partition("#")[0] == name.partition("#")[0] and c["term"] == term for c in told_clauses(told))
        if fits and number is not None:
            old = question.store.clause(number)
            told["answers"].append(old)
            told["text"] += f" {old['text']}"
        return fits

    yield f"{label} on {day_of}", of_that_document


def _terms_instead(question: Question, text: str) -> set[str]:
    """The terms that a text names in the stretch that has the word "instead"."""
    pieces = [piece for part in text.replace("; ", ". ").split(". ") for piece in part.split(", ") if _INSTEAD in piece.casefold().split()]
    return {m.target for piece in pieces for m in question.lexicon.matches(tokens(piece)) if m.kind == "term"}
