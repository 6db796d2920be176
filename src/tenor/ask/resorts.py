"""The last resorts of a question that was refused, in their order: other forms that mean the same, and what is told where no form has an answer."""

from __future__ import annotations

from tenor.ask.answers.answer import Answer
from tenor.ask.composed import compared, counted
from tenor.ask.inquiry import as_said, same, together
from tenor.ask.language import english
from tenor.ask.parties.sides import sides_of
from tenor.ask.phrasing.around import bare
from tenor.ask.reading import Refusal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from tenor.ask.inquiry import Inquiry
    from tenor.ask.interpreting.interpreter import Interpreter

    Document = dict[str, Any]

#: Words, as typed, of which one stands in every question that compares two things.
_COMPARING = frozenset("than before after larger bigger greater higher more smaller lower less".split())
#: A question of fewer words does not ask the same of two.
_FEWEST_OF_BOTH = 4


def asked_again(inquiry: Inquiry, question: str, refusal: Refusal) -> Document | None:
    """The answer to a refused question, as typed, that means the same in another form; None where no form has one."""
    if refusal.final:
        return _put_to_be_checked(inquiry, refusal)
    undecided = None
    try:
        if (document := compared(inquiry, _COMPARING)) is not None:
            return document
    except Refusal as refused:
        undecided = refused
    document = (
        _respelled(inquiry, refusal)
        or counted(inquiry, ("many", "count"))
        or _of_one_year(inquiry, refusal)
        or _of_both(inquiry)
        or _of_each_program(inquiry)
        or _put_to_be_checked(inquiry, refusal)
        or _put_another_way(inquiry, refusal)
        or _softened(inquiry, question)
        or _in_two(inquiry)
        or _as_a_whole(inquiry)
        or _contested(inquiry, refusal)
    )
    return inquiry.refused(undecided) if undecided is not None and (document is None or document["status"] != "answered") else document


def _respelled(inquiry: Inquiry, refusal: Refusal) -> Document | None:
    """The answer to a refused question with its slips of the pen put right; None where it has none, or then has no one answer."""
    from tenor.ask.again.misspelled import parted, respelled

    interpreter = inquiry.interpreter
    found = respelled(interpreter, refusal, inquiry.answered, inquiry.answered_at_length) or parted(interpreter, inquiry.answered_at_length)
    if found is None:
        return None
    document, changes = found
    interpreter.corrections = [*interpreter.corrections, *changes]
    return document


def _of_one_year(inquiry: Inquiry, refusal: Refusal) -> Document | None:
    """The answer of the latest year to a date that lacks its own, where no other year has one."""
    if not refusal.text.endswith("which year?."):
        return None
    from tenor.ask.again.yearless import dated, of_a_document

    found: dict[int, Document] = {}
    unclear = False
    years = dated(inquiry.interpreter, refusal.text, inquiry.today)
    if not years:
        return None
    for year, asked in years:
        again = inquiry.of(asked)
        try:
            document = again.document()
        except Refusal as refused:
            said = _put_another_way(again, refused) if len(years) == 1 else None
            unclear = unclear or refused.status != "no-record"
            if said is None:
                continue
            document = said
        if document["status"] == "answered":
            found[year] = document
    year = next(iter(found), 0)
    # of several documents, the questions for the others have to be understood, too
    taken = not unclear if of_a_document(inquiry.interpreter.question) else year == years[0][0]
    if len(found) != 1 or not (taken or len(years) == 1):
        refusal.suggestions = refusal.suggestions or [asked for year, asked in years if year in found]
        return None
    document = found[year]
    other = "other " if str(year) in inquiry.interpreter.question else ""
    return {**document, "text": f"Taken for {year}, as no {other}year is named: {document['text']}"}


def _of_both(inquiry: Inquiry) -> Document | None:
    """The answers to both halves of a question that asks the same of two; None where it is no such question, or a half has no answer."""
    interpreter = inquiry.interpreter
    lows = [t.low for t in interpreter.tokens]
    may = lows[:1] != [] and lows[0] in english.POSSIBLE and "or" in lows  # "may A sell or pledge it"
    both = interpreter.offered or may or not english.OF_BOTH.isdisjoint(lows)
    if len(interpreter.tokens) < _FEWEST_OF_BOTH or not both:
        return None
    from tenor.ask.again.twofold import parted

    for halves in parted(interpreter):
        answers: list[Document] = []
        for half in halves:
            part = inquiry.of(half)
            try:
                answers += part.answers()
            except Refusal:
                inner = _of_both(part) if len(part.interpreter.tokens) < len(interpreter.tokens) else None
                answers.append(inner or {"status": "not-understood"})
            if answers[-1]["status"] != "answered":
                break
        else:
            if _asks_who_had_both(interpreter, answers):
                return None
            if len(answers) == 1 or not same(*answers[:2]):
                return together(answers)
            if may and not interpreter.offered:
                return answers[0] if [c.get("yes") for c in answers[0]["answers"]] == [c.get("yes") for c in answers[1]["answers"]] else None
            if interpreter.offered and all({m.party for m in interpreter.offered} <= sides_of(c) for c in answers[0]["answers"]):
                return answers[0]  # "may A or B end it": a clause of both tells it of each
    return None


def _asks_who_had_both(interpreter: Interpreter, answers: list[Document]) -> bool:
    """``who was both president and vice president``: who had the one and who had the other do not say who had both."""
    lows = [t.low for t in interpreter.typed]
    terms = {a["read_as"]["term"] for a in answers if a["read_as"]["kind"] == "holder"}
    return "both" in lows and lows[0] in english.WHO and len(terms) > 1


def _of_each_program(inquiry: Inquiry) -> Document | None:
    """The answers to a question about what somebody gives, of each of the programs by which it is given; None where none has one."""
    from tenor.ask.again.given_by import of_each_program

    answers = [found for text in of_each_program(inquiry.interpreter) if (found := inquiry.answered(text)) is not None]
    answers = [a for a in answers if a["read_as"]["term"] and not any(c.get("yes") is False and c["state"] != "no" for c in a["answers"])]
    return together(answers) if answers else None


def _put_to_be_checked(inquiry: Inquiry, refusal: Refusal) -> Document | None:
    """Whether a statement of a length, of a time to come or with a "not" is so, and one that has two parties the other way round; None of any other question."""
    from tenor.ask.again.checked import due_then, of_that_length, on_that_day
    from tenor.ask.again.either import so_or_not
    from tenor.ask.again.turned import the_other_way

    interpreter = inquiry.interpreter
    if not interpreter.typed or interpreter.typed[0].lemma not in english.YES_NO:
        return None
    if refusal.final:
        return the_other_way(interpreter, refusal, inquiry.answered)
    return (
        of_that_length(interpreter, inquiry.answered_at_length)
        or due_then(interpreter, inquiry.answered_at_length)
        or on_that_day(interpreter, inquiry.answered_at_length)
        or so_or_not(interpreter, inquiry.answered_at_length)
        or the_other_way(interpreter, refusal, inquiry.answered)
    )


def _put_another_way(inquiry: Inquiry, refusal: Refusal) -> Document | None:
    """The answer to a refused question, said in other words that mean the same."""
    from tenor.ask.again.rephrased import rephrased

    def asked(question: str) -> Document | None:
        again = inquiry.of(bare(question))
        try:
            document = again.document()
        except Refusal as refused:
            other = _of_both(again)
            return other if other is not None else _of_one_year(again, refused)
        return document if document["status"] == "answered" else None

    interpreter = inquiry.interpreter
    if refusal.rivals and not _asks_two_things(interpreter):  # of two parts, they are rivals for one
        from tenor.ask.again.agreed import agreed

        if (document := agreed(interpreter, refusal.rivals, inquiry.on, inquiry.known_at)) is not None:
            return document
    found = None
    if refusal.status == "not-understood":
        from tenor.ask.again.reworded import reworded

        found = reworded(interpreter, asked)
    if found is None and (other := rephrased(interpreter, asked)) is not None:
        return other
    if found is None:
        from tenor.ask.again.reworded import in_plain_words

        found = in_plain_words(interpreter, asked, understood=refusal.status != "not-understood")
    if found is None:
        return _singled_out(inquiry)
    interpreter.corrections = [*interpreter.corrections, *found[1]]
    return found[0]


def _softened(inquiry: Inquiry, question: str) -> Document | None:
    """The answer to a refused question without what only softens it."""
    from tenor.ask.again.softened import softened

    text = softened(question, inquiry.today)
    return inquiry.answered_at_length(text) if text is not None else None


def _in_two(inquiry: Inquiry) -> Document | None:
    """The answers to both parts of a refused question, each asked as a whole one; None where it has no two parts, or a part has none."""
    interpreter = inquiry.interpreter
    if interpreter.parts is None or inquiry.on is not None or interpreter.tokens[interpreter.parts[0]].low not in ("and", "but"):
        return None
    from tenor.ask.again.in_two import in_two

    answers = in_two(interpreter, interpreter.parts, inquiry.answered_at_length, as_said)
    return together(answers) if answers is not None else None


def _as_a_whole(inquiry: Inquiry) -> Document | None:
    """The answer to a refused question for the whole of what two parties have with each other, or that there is nothing of that between them."""
    from tenor.ask.accounts.dealings import dealing
    from tenor.ask.answers.refusing import refused

    again = inquiry.interpreter.again()
    try:
        reading = dealing(again, fallback=True) if again.tokens and again.looked_up else None
        return inquiry.told(again, reading) if reading is not None else None
    except Refusal as nothing:
        return refused(inquiry.store, nothing, again)


def _singled_out(inquiry: Inquiry) -> Document | None:
    """The answer by what the words of a refused question single out; None where they single out nothing."""
    from tenor.ask.again.singled import says_which, singled

    again = inquiry.interpreter.again()
    reading = singled(again) if again.tokens else None
    if reading is None:
        return None
    try:
        document = inquiry.told(again, reading)
    except Refusal:
        return None
    return document if document["status"] == "answered" and says_which(again, document["text"]) else None


def _contested(inquiry: Inquiry, refusal: Refusal) -> Document | None:
    """The dispute that a refused question is about; of one that was understood, only what asks why accounts differ."""
    if inquiry.on is not None or inquiry.known_at is not None or _asks_two_things(inquiry.interpreter):
        return None
    from tenor.ask.again.contested import contested
    from tenor.ask.again.titled import titled

    try:
        found = contested(inquiry.interpreter) or (titled(inquiry.interpreter) if refusal.status == "not-understood" else None)
        return Answer(inquiry.store, *found, inquiry.today).document() if found is not None else None
    except Refusal:
        return None


def _asks_two_things(interpreter: Interpreter) -> bool:
    """True for a second part behind "and"; behind "or", it names what else it may be."""
    return interpreter.parts is not None and interpreter.tokens[interpreter.parts[0]].low == "and"
