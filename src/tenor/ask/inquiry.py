"""A question with all that its other forms are asked with, too; and the answers to its parts, as one document."""

from __future__ import annotations

from tenor.ask.answers.answer import Answer
from tenor.ask.interpreting.interpreter import Interpreter
from tenor.ask.language import english
from tenor.ask.language.words import tokens
from tenor.ask.reading import Reading, Refusal
from tenor.dates import iso, long_date, parse_day

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from tenor.ask.language.words import Token

    Document = dict[str, Any]


class Inquiry:
    """A question of some records, for the days that are given beside it; ``ask`` answers any other from its words as typed to the last resort."""

    __slots__ = ("ask", "interpreter", "known_at", "on", "store", "today")

    def __init__(self, interpreter: Interpreter, on: tuple[int, int] | None, known_at: int | None, ask: Callable[[str], Document]) -> None:
        self.interpreter, self.store, self.today = interpreter, interpreter.store, interpreter.today
        self.on, self.known_at, self.ask = on, known_at, ask

    def of(self, text: str) -> Inquiry:
        """Other words, asked of the same records for the same days."""
        return Inquiry(Interpreter(self.store, text, self.today), self.on, self.known_at, self.ask)

    def document(self) -> Document:
        """The answer to the words as they stand. Raises :class:`Refusal`."""
        return together(self.answers())

    def answered(self, text: str) -> Document | None:
        """The answer to other words as they stand; None where they have none."""
        try:
            document = self.of(text).document()
        except Refusal:
            return None
        return document if document["status"] == "answered" else None

    def answered_at_length(self, text: str) -> Document | None:
        """The answer to another question, of whatever form; None where it has none."""
        document = self.ask(text)
        return document if document["status"] == "answered" else None

    def told(self, interpreter: Interpreter, reading: Reading) -> Document:
        """The answer to one reading. Raises :class:`Refusal`."""
        if self.on is not None:
            reading.window = self.on
        if self.known_at is not None:
            reading.known = self.known_at
        document = Answer(self.store, interpreter, reading, self.today).document()
        if reading.known is not None:
            _known_by_then(document, reading.known)
        return document

    def refused(self, refusal: Refusal) -> Document:
        """The document that says why there is no answer."""
        from tenor.ask.answers.refusing import refused

        return refused(self.store, refusal, self.interpreter)

    def answers(self) -> list[Document]:
        """The answer to each part. Raises :class:`Refusal`."""
        interpreter = self.interpreter
        readings = interpreter.read()
        if len(readings) > 1 and _of_nobody(interpreter.tokens):
            raise Refusal("not-understood", "What is asked for first has nothing in the question that it is asked of.")
        answers = [self.told(interpreter, reading) for reading in readings]
        if len(answers) > 1 and same(*answers[:2]) and (other := self._named_again(readings)) is not None:
            answers[1] = other
        self._borne_out_in_full(readings)
        if len(answers) > 1 and same(*answers[:2]) and _asks_again(readings[0], readings[1], *answers[:2]):
            raise Refusal("not-understood", "I read the first part, but nothing else in the second.")
        if len(answers) == 1 and any(t.lemma in english.SAY_WORDS for t in interpreter.tokens[1:]) and interpreter.mentions:
            from tenor.ask.interpreting.within import said_within

            return [said_within(interpreter, answers[0])]
        return answers

    def _borne_out_in_full(self, readings: list[Reading]) -> None:
        """Raises :class:`Refusal` where the second part is no question that has an answer, once it is said in full: a whole one is held to more of its words."""
        part = readings[-1].asked if len(readings) > 1 else None
        if part is not None and self.interpreter.parts is not None and len(part.tokens) > len(self.interpreter.tokens) - self.interpreter.parts[1]:
            self.of(f"{as_said(part.tokens)}?").answers()

    def _named_again(self, readings: list[Reading]) -> Document | None:
        """The answer to the second part with the names for which its pronouns stand; None where it has none."""
        from tenor.ask.interpreting.pronouns import named_again

        text = named_again(*readings[:2])
        try:
            answers = self.of(text).answers() if text is not None else []
        except Refusal:
            return None
        return answers[0] if len(answers) == 1 and answers[0]["status"] == "answered" else None

    def half(self, refusal: Refusal) -> Document | None:
        """The answer to the first of two parts with the refusal of the second, whose status is that of both; None where there are no two, or the first has none."""
        halves = _two_parts(self.interpreter)
        first = self.answered(halves[0]) if halves is not None else None
        if halves is None or first is None:
            return None
        from tenor.ask.accounts.reporter import reported_of

        try:
            if (reported := reported_of(self.interpreter, halves[1], first)) is not None:
                return together([first, reported])
        except Refusal as unreported:
            refusal = unreported
        second = self.refused(refusal)
        text = f"{first['text']} Of the rest of the question: {second['text']}"
        return {**first, "status": refusal.status, "text": text, "parts": _parts([first, second]), "suggestions": second["suggestions"]}


#: How many words stand before "and" in "at what price and at what valuation did …".
_NOUN_ASKED_FOR = (3, 4)


def _of_nobody(tokens: list[Token]) -> bool:
    """``at what price`` before ``and at what valuation did A buy B``: no question of its own, as all that stands behind is said of both."""
    lows = [t.low for t in tokens]
    end = lows.index("and") if "and" in lows else 0
    return end in _NOUN_ASKED_FOR and lows[end + 1 : end + 3] == lows[:2] and not any(t.lemma in english.YES_NO for t in tokens[:end])


def _known_by_then(document: Document, known: int) -> None:
    """Raise :class:`Refusal` for an answer that tells of a clause what nobody could know yet."""
    later = [str(c["known_from"]) for c in document["answers"] if (c.get("known_from") or "") > iso(known)]
    if later:
        raise Refusal("no-record", f"That was not public by {long_date(known)}: the record's first source is of {long_date(parse_day(min(later)))}.")


def as_said(said: list[Token]) -> str:
    """Words as they would be typed."""
    return " ".join(t.text + ("'s" if t.possessive else "") for t in said)


def together(answers: list[Document]) -> Document:
    """One document of the answers to several parts."""
    document = answers[0]
    if len(answers) > 1:
        document["parts"] = _parts(answers)
        document["text"] = " ".join(dict.fromkeys(a["text"] for a in answers))
        told = {c["clause"] for c in document["answers"]}
        whether = {c["clause"]: c["yes"] for a in answers[1:] for c in a["answers"] if c.get("yes") is not None}
        own = [{**c, "yes": whether[c["clause"]]} if c.get("yes") is None and c["clause"] in whether else c for c in document["answers"]]
        document["answers"] = own + [c for a in answers[1:] for c in a["answers"] if c["clause"] not in told]
        if any(a["status"] != "answered" for a in answers):
            document["status"] = next(a["status"] for a in answers if a["status"] != "answered")
    return document


def same(one: Document, other: Document) -> bool:
    """True where both parts of a question got the same single clause, or the same words of one record."""
    told = [[c["clause"] for c in a["answers"]] for a in (one, other)]
    return len(told[0]) == 1 and (
        one["text"] == other["text"] or (told[0] == told[1] and one["read_as"]["term"] == other["read_as"]["term"] is not None)
    )


def _parts(answers: list[Document]) -> list[Document]:
    return [{k: a[k] for k in ("status", "read_as", "text", "answers")} for a in answers]


def _asks_again(one: Reading, other: Reading, first: Document, second: Document) -> bool:
    """True where the second part of a question, which got what the first did, was read as no more than that."""
    if one.kind != other.kind:
        return False
    if one.raw != other.raw:
        return bool(first["text"] == second["text"])
    return one.kind == "value" or _names_more(one, other)


def _names_more(one: Reading, other: Reading) -> bool:
    """True where the second part of a question names somebody or something that the first does not: it asks for more than the same again."""
    named = [{(m.party, m.product) for m in part.asked.mentions} if part.asked is not None else set() for part in (one, other)]
    return not named[1] <= named[0]


def _two_parts(interpreter: Interpreter) -> tuple[str, str] | None:
    """The words of the first part and of the second, as typed; None where a question has one part."""
    if interpreter.parts is None:
        return None
    text = interpreter.question
    for joint in (" and ", " but ", " or ", ", "):
        at = -1
        while (at := text.find(joint, at + 1)) >= 0:
            left = text[:at].rstrip(", ;")
            if len(tokens(left)) == interpreter.parts[0]:
                return f"{left}?", text[at + len(joint) :]
    return None
