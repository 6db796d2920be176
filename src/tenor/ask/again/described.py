"""A refused question without what describes the thing it asks about; what was left out, the answer has to bear out.

``the $5 billion letter of A`` is the letter of A, where its document has that sum; ``the $300 trial of A`` is the trial, where that is what it gives;
``the letter signed by A and B`` is the letter of A and B.
"""

from __future__ import annotations

from tenor.ask.again.ways import UNABLE, its_sides, shape, told_clauses
from tenor.ask.answers.wording import value_words
from tenor.ask.language import english
from tenor.ask.language.words import tokens
from tenor.dates import iso, parse_day

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from tenor.ask.again.ways import Way
    from tenor.ask.interpreting.question import Question

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
    for found in _SUM.finditer(text) if any(c.isdigit() for c in text) else ():
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


_PART_OF = shape(
    r"^(?P<ask>how much|(?:what|which) (?:portion|share|part|percentage|proportion|fraction|percent|slice)) of "
    r"(?P<whose>the |its |their |that |this |[\w.]+['’]s? )?(?P<sum>[$€£] ?\d[\d.,]* ?(?:billion|million|trillion|bn|m)?)\b"
)


def part_of_a_known_sum(question: Question) -> Iterator[Way]:
    """``what part of A's $40 billion is conditional``: of what the records call that sum, where what is told is a part of it or of the same document."""
    found = _PART_OF.match(question.question)
    amount = _SUM.search(f"{found['sum']} ") if found is not None else None
    if found is None or amount is None:
        return
    number = float(amount[1].rstrip(".,").replace(",", "")) * _SCALES[(amount[2] or "").casefold()]
    sql = "SELECT doc FROM clause WHERE json_extract(doc, '$.value.amount') = ? ORDER BY id"
    parties = question.parties()
    wholes = [d for d in question.store.each(sql, number) if parties <= its_sides(d) and parties]
    terms = {str(d["term"]) for d in wholes}
    if len(terms) != 1:
        return
    label = str(question.lexicon.document(f"term:{terms.pop()}").get("label", "")).lower()
    own = {(d["term"], d["clause"]) for d in wholes} | {(d["term"], d["instrument"]) for d in wholes}
    rest = UNABLE[0].sub(UNABLE[1], question.question[found.end() :])

    def bears_out(document: Document) -> bool:
        told = told_clauses(document)
        return bool(told) and all(c.get("value") and ((c["term"], c["part_of"]) in own or (c["term"], c["instrument"]) in own) for c in told)

    yield f"{found['ask']} of {found['whose'] or ''}{label}{rest}", bears_out


_REST_OF = shape(
    r"\bthe (?:rest|remainder|balance|remaining (?:part|money|sum)) of (?P<whose>the |its |[\w.]+['’]s? )(?P<sum>[$€£] ?\d[\d.,]* ?(?:billion|million|trillion|bn|m)?)(?=[ ?.,]|$)"
)
_CONDITIONAL = shape(r"\b(?:if|condition\w*|depends?|provided|subject to)\b")


def rest_of_a_sum(question: Question) -> Iterator[Way]:
    """``what does the rest of A's $50 billion depend on``: of the one part of that sum that depends on something."""
    found = _REST_OF.search(question.question)
    amount = _SUM.search(f"{found['sum']} ") if found is not None else None
    if found is None or amount is None:
        return
    number = float(amount[1].rstrip(".,").replace(",", "")) * _SCALES[(amount[2] or "").casefold()]
    sql = "SELECT doc FROM clause WHERE json_extract(doc, '$.value.amount') = ? ORDER BY id"
    wholes = {str(d["clause"]) for d in question.store.each(sql, number) if question.parties() and question.parties() <= its_sides(d)}
    rows = [
        d
        for d in question.store.each("SELECT doc FROM clause WHERE json_extract(doc, '$.part_of') IS NOT NULL ORDER BY id")
        if d["part_of"] in wholes
    ]
    parts = [d for d in rows if _CONDITIONAL.search(f"{d['text']} {d['label'] or ''}")]
    if len(parts) == 1 and (parts[0]["value"] or {}).get("amount"):
        part = value_words({**parts[0]["value"], "hedge": "exactly"})
        yield (
            f"{question.question[: found.start()]}{found['whose']}{part}{question.question[found.end() :]}",
            lambda document: [c["clause"] for c in told_clauses(document)] == [parts[0]["clause"]],
        )


_BY_PAPER = shape(
    r"^(?P<be>was|were|is|are) (?P<who>.+?) (?:legally |contractually )?(?:obliged|obligated|bound|required|forced|compelled|committed) (?:by|under) (?P<its>its|the|their) (?P<paper>.+?) to (?P<act>[^?]+?)[?.]*$"
)


def bound_by_a_paper(question: Question) -> Iterator[Way]:
    """``was A obliged by its letter of D to pay``: where that letter bound it to nothing, it was not."""
    found = _BY_PAPER.match(question.question)
    if found is not None:
        yield (
            f"{found['be']} {found['who']}'s {found['paper']} binding?"
            if found["its"].casefold() != "the"
            else f"{found['be']} {found['paper']} binding?",
            lambda document: all(c.get("yes") is False for c in told_clauses(document)),
        )


_IN_ITS_REPORT = shape(
    r",? (?:in|with|by) (?:its|the|their) (?:(?:annual|yearly) (?:report|filing)|10-K)(?: (?:for|of))? (?:the )?(?:fiscal|financial)(?: year)?(?: of)? (?P<year>(?:19|20)\d\d)\b"
    r"|,? (?:in|with|by) (?:its|the|their) (?:fiscal|financial)(?: year)? (?P<other>(?:19|20)\d\d) (?:annual |yearly )?(?:report|filing|10-K)\b"
)
#: How long after the end of a year its report comes out at the latest.
_LATEST_REPORT = 130


def in_its_report(question: Question) -> Iterator[Way]:
    """``did A name B in its annual report for fiscal 2024``: what a document of the months after that year has."""
    found = _IN_ITS_REPORT.search(question.question)
    last = _end_of_its_year(question)
    if found is not None and last is not None:
        text = f"{question.question[: found.start()]}{question.question[found.end() :]}".rstrip(" ?.")
        yield f"{text} on {iso(last + _LATEST_REPORT)}?", lambda document: _yes_and_published(question, document, last)


def _yes_and_published(question: Question, document: Document, last: int) -> bool:
    """True where all that is told is a yes, from that report: what a later day has not is no no."""
    return all(c.get("yes") for c in told_clauses(document)) and _published(question, told_clauses(document), last)


def in_another_report(question: Question, told: list[Document]) -> bool:
    """True where a question asks for what the report of a year has, and none of these is from it."""
    last = _end_of_its_year(question)
    return last is not None and not any(_published(question, [doc], last) for doc in told)


def _end_of_its_year(question: Question) -> int | None:
    """The last day of the year of whose report a question speaks."""
    found = _IN_ITS_REPORT.search(question.question)
    ends = {str(question.lexicon.document(f"party:{p}").get("fiscal_year_ends") or "") for p in question.parties()} - {""} if found else set()
    return parse_day(f"{found['year'] or found['other']}-{ends.pop()}") if found is not None and len(ends) == 1 else None


def _published(question: Question, told: list[Document], last: int) -> bool:
    """True where all of it is from documents of the months after that day."""
    sql = "SELECT 1 FROM instrument WHERE id = ? AND announced > ? AND announced_last <= ?"
    return bool(told) and all(c["instrument"] and question.store.query(sql, c["instrument"], last, last + _LATEST_REPORT) for c in told)


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
            lambda document: all(question.parties() & its_sides(c) for c in told_clauses(document)),
        )
