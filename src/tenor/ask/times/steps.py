"""A time that a question tells by a step of the very thing it asks about: after a payment, between the announcement and the close.

``A's stake after the payment of October 2026`` is the stake that was told with that payment, and not one that somebody has had since then.
"""

from __future__ import annotations

from tenor.ask.again.ways import MONTH, shape, told_clauses
from tenor.ask.language import english
from tenor.ask.language.words import forms, lemma

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Any

    from tenor.ask.again.ways import Way
    from tenor.ask.interpreting.question import Question

    Document = dict[str, Any]

_DATE = r"(?:[a-z]+ (?:\d{1,2}(?:st|nd|rd|th)?,? )?)?(?:19|20)\d\d|\d{1,2} [a-z]+ (?:19|20)\d\d"
_OF_A_DAY = shape(r"(?:\b\d{1,2}\b|\d(?:st|nd|rd|th))")
_WHICH = r"(?:(?:its|the|their) )?(?:(?:last|final|latest|first|second|third|fourth) )?"
_STEPS = (
    shape(rf"\b(?:after|following|once|upon) {_WHICH}(?P<step>[a-z]+)(?: (?:is|was|has been|had been) made)? (?:in|of|on) (?P<date>{_DATE})"),
    shape(rf"\b(?:after|following|upon) (?:its|the|their) (?P<date>{_DATE}) (?P<step>[a-z]+)"),
)


_IN_A_MONTH = shape(rf" in ({MONTH} (?:19|20)\d\d)\b")


def after_a_dated_step(question: Question) -> Iterator[Way]:
    """The same, of a step that has its date before it: that is no date after which something came."""
    if _STEPS[1].search(question.question) is not None:
        paid = of_a_portion(question)
        for text, told_then in after_a_step(question):

            def bears_out(document: Document, told_then: Callable[[Document], bool] = told_then) -> bool:
                return told_then(document) and (not paid or _of_the_payment(question, document))

            yield _IN_A_MONTH.sub(r" at the end of \1", text), bears_out


def _of_the_payment(question: Question, document: Document) -> bool:
    """True where what is told comes from the document of such a payment, by its title."""
    titles = [str(question.lexicon.document(str(c["instrument"])).get("title", "")) for c in told_clauses(document)]
    return all(not forms(title).isdisjoint(english.PORTIONS) for title in titles)


def of_a_portion(question: Question) -> bool:
    """True where that step is a payment, an instalment or the like, and what is asked for is a share or a worth: what was paid later is neither."""
    found = _STEPS[1].search(question.question)
    return (
        found is not None
        and lemma(found["step"].casefold()) in english.PORTIONS
        and not _STATES.isdisjoint(question.lemmas())
        and "and" not in question.lows()
    )


def after_a_step(question: Question) -> Iterator[Way]:
    """``A's stake after the payment of October 2026``: as it was then; the documents of that time must speak of such a step."""
    for pattern in _STEPS:
        found = pattern.search(question.question)
        if found is None or question.question.casefold().startswith(("when", "who", "since")):
            continue
        step, date = found["step"].casefold(), found["date"]
        joint = "on" if _OF_A_DAY.search(date) else "in"
        text = f"{question.question[: found.start()]}{joint} {date}{question.question[found.end() :]}"

        def bears_out(document: Document, step: str = step, year: str = date[-4:]) -> bool:
            told = told_clauses(document)
            dated = [c for c in told if any(str(day or "").startswith(year) for day in (c["bounds"]["from"][0], *c.get("observed", ())))]
            summed = [c for c in told if (c.get("value") or {}).get("basis") in ("increment", "total")]
            return bool(dated) and all(c in dated or c in summed for c in told) and all(_speaks_of(question, c, step) for c in dated)

        yield text, bears_out


def _speaks_of(question: Question, clause: Document, step: str) -> bool:
    """True where the same document has a sum for the same subject, and calls it so."""
    rows = question.store.each("SELECT doc FROM clause WHERE instrument = ?", clause["instrument"])
    sums = [row for row in rows if row["subject"] == clause["subject"] and (row["value"] or {}).get("amount") is not None]
    return any(lemma(step) in forms(str(row["text"])) for row in sums)


#: Nouns for what an amount is at one time, and does not add up to.
_STATES = frozenset(map(lemma, "stake share holding ownership valuation percentage percent own hold".split()))
_STAGES = shape(
    r" ?\b(?:between|from) (?:(?:the|its|their) )?(?:announcement|launch|unveiling)(?P<of> of (?:its|the) [\w ]+?)?(?: in [a-z]+(?: \d{4})?)?"
    r" (?:and|to|until) (?:(?:the|its|their) )?(?:final )?(?:close|closing|completion)(?: (?:in|at|on) [\w ]+?)?(?=[?.,]|$)"
)
_GREW = shape(r"^(how did .+?) (?:grow|swell|expand|rise|increase|shrink|fall|move|develop)([?.]*)$")
_RAISED = shape(r"((?:['’]s|the) (?:(?:latest|last|first|second|third) )?(?:(?:19|20)\d\d )?)(?:raise|fundraise|fundraising)\b")
_CHANGED = shape(r"^what (?:has )?changed (?:in|about|with) (.+?)([?.]*)$")


def between_stages(question: Question) -> Iterator[Way]:
    """``how did X change between its announcement and its close``: all of its versions, one of which must say that it closed."""
    found = _STAGES.search(question.question)
    if found is None:
        return
    within = f" in{found['of'].removeprefix(' of')}" if found["of"] else ""
    text = _CHANGED.sub(r"how did \1 change\2", _STAGES.sub(within, question.question))
    text = _GREW.sub(r"\1 change\2", _RAISED.sub(r"\1funding round", text))
    if english.CHANGING.isdisjoint([lemma(word.strip("?,.").casefold()) for word in text.split()]):
        return

    def bears_out(document: Document) -> bool:
        told = told_clauses(document)
        ends = [c for c in told if any(lemma(end) in forms(_own_texts(question, c)) for end in ("close", "complete"))]
        return document["read_as"]["kind"] == "change" and len(told) > 1 and bool(ends) and len(ends) < len(told)

    yield text, bears_out


def _own_texts(question: Question, clause: Document) -> str:
    """What a version says, with the title of its document."""
    return f"{question.lexicon.document(str(clause['instrument'])).get('title', '')} {clause['text']}"
