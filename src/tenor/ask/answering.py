"""From a question to its answer: one document that every output prints."""

from __future__ import annotations

from tenor.ask.answers.answer import Answer
from tenor.ask.answers.named import of_itself, passed_over
from tenor.ask.interpreting.amounts import spelled_out, written_otherwise
from tenor.ask.interpreting.interpreter import Interpreter
from tenor.ask.language import english
from tenor.ask.language.words import legible, tokens
from tenor.ask.names.apart import apart, traded
from tenor.ask.phrasing.around import ASKING_WORDS, bare, courteous, with_whole_years
from tenor.ask.reading import Reading, Refusal
from tenor.dates import iso, iso_or_none

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from tenor.store.read import Store

    Document = dict[str, Any]

#: Words, as typed, without one of which no time is told by who had something then.
_TIMING = frozenset(("when", "while", "between"))
#: Words, as typed, behind which a step of what is asked about may stand with its date.
_STEPPING = frozenset(("after", "following", "upon"))
#: Words, as typed, without one of which nobody asks who reported a thing, and those with which such a question starts.
_REPORTED = frozenset(
    "report reports reported broke break came published disclosed revealed uncovered wrote told source sources come stem originate put pegged valued priced".split()
)
_WHOSE_WORD = frozenset(("who", "which", "what", "where"))
_CHECKED = "is it true that "
#: Words, as typed, of which one leads to an amount that another one comes before or after, and heads of such a question.
_BESIDE = frozenset("before after from to preceded followed replaced succeeded".split())
_HOW_MUCH = frozenset(("what", "how"))
#: Words, as typed, of which one leads to the time in which another thing was an amount.
_AT_THE_TIME = frozenset(("when", "while", "whilst"))
#: A longer question, in characters, is not taken apart: how long that takes grows with its words, and with their letters.
_LONGEST = 1_000
#: A question of fewer words does not ask the same of two.
_FEWEST_OF_BOTH = 4


def ask(
    store: Store, question: str, *, today: int, on: tuple[int, int] | None = None, known_at: int | None = None, explain: bool = False
) -> Document:
    """The contract's ``ask`` document for a question.

    Args:
        store: the open knowledge base.
        question: the words as typed.
        today: the day that "today", "now" and "still" mean.
        on: a window of days that takes the place of any in the question.
        known_at: answer with what could be known on that day.
        explain: add ``explain`` with the words, candidates, plan and SQL.
    """
    typed, question = question, legible(question)
    if courteous(question):
        from tenor.ask.phrasing.courtesy import without_courtesy

        question = without_courtesy(question)
    question = with_whole_years(question, int(iso(today)[: len("2026")]))
    if "$" in question or "bn" in question or "USD" in question:
        question = spelled_out(question)
    if written_otherwise(question):
        from tenor.ask.phrasing.currencies import with_signs

        question = with_signs(store, question)
    corrections = apart(store, question)
    question = _mended(question, [*corrections, *traded(store, question)])
    document, interpreter = _asked(store, question, today, on, known_at, explain)
    if (meant := _mended(question, interpreter.slips)) != question:  # what is told by the words of a whole question did not see them mended
        slips = interpreter.slips
        document, interpreter = _asked(store, meant, today, on, known_at, explain)
        if document["status"] != "answered" and (other := _otherwise(store, question, slips, today, on, known_at)) is not None:
            document, slips = other
        corrections += slips
    corrections += interpreter.corrections
    out = {"schema": 1, "kb": store.kb(), "question": typed, **document}
    if corrections:
        out["corrections"] = [{"typed": typed, "meant": meant} for typed, meant in corrections]
    if explain:
        out["explain"] = _explained(interpreter, store)
        store.log = None
    return out


def _otherwise(
    store: Store, question: str, slips: list[tuple[str, str]], today: int, on: tuple[int, int] | None, known_at: int | None
) -> tuple[Document, list[tuple[str, str]]] | None:
    """The answer with another word for a slip than the nearest of the records, with what was put right; None where it has none."""
    from tenor.ask.again.misspelled import otherwise

    def asked(text: str) -> Document | None:
        document = ask(store, text, today=today, on=on, known_at=known_at)
        return _alone(document) if document["status"] == "answered" else None

    return otherwise(question, slips, asked)


def _asked(store: Store, question: str, today: int, on: tuple[int, int] | None, known_at: int | None, explain: bool) -> tuple[Document, Interpreter]:
    """The answer to a legible question, and what was read of it."""
    if explain:
        store.log = []
    interpreter = Interpreter(store, _as_a_question(store, bare(question)) if len(question) <= _LONGEST else "", today)
    try:
        _of_a_length(question)
        document = (
            _of_hearsay(store, question, today, on, known_at)
            or _by_whom_reported(store, interpreter, on, known_at)
            or _at_a_time_of_others(store, interpreter, on, known_at)
            or _beside_an_amount(store, interpreter, on, known_at)
            or _of_two_nouns(store, interpreter, on, known_at)
            or _counted(store, interpreter, on, known_at, ("number",))
            or _after_a_step(store, interpreter, on, known_at)
            or _together(_answers(store, interpreter, on, known_at))
        )
    except Refusal as refusal:
        other = None if refusal.final else _asked_again(store, question, interpreter, refusal, today, on, known_at)
        document = other or _half(store, interpreter, refusal, on, known_at) or _refused(store, refusal, interpreter)
    if (mention := passed_over(interpreter, document)) is not None:
        document = _refused(store, Refusal("no-record", f"What comes near is of others, and not of {mention.said}."), interpreter)
    if party := of_itself(interpreter, document):
        text = f"All names in the question are of {store.name('party', party)}: name the other side, too."
        document = _refused(store, Refusal("ambiguous", text), interpreter)
    return document, interpreter


def _as_a_question(store: Store, text: str) -> str:
    """A statement that is to be checked with its verb first, as questions have it."""
    if not text.casefold().startswith(_CHECKED):
        return text
    statement, stop, question = text.partition(". ")
    asks = question.split(None, 1)[:1] and question.split(None, 1)[0].casefold() in ASKING_WORDS
    if stop and asks and not english.NEGATIONS.isdisjoint(statement.casefold().split()):  # a denial and a question, which nothing made one of
        return f"{statement[len(_CHECKED) :]}. {question}"
    from tenor.ask.names.lexicon import Lexicon
    from tenor.ask.phrasing.inverted import inverted

    return inverted(Lexicon(store), text)


def _half(store: Store, interpreter: Interpreter, refusal: Refusal, on: tuple[int, int] | None, known_at: int | None) -> Document | None:
    """The answer to the first of two parts with the refusal of the second, whose status is that of both; None where there are no two, or the first has none."""
    halves = _two_parts(interpreter)
    if halves is None:
        return None
    try:
        first = _together(_answers(store, Interpreter(store, halves[0], interpreter.today), on, known_at))
    except Refusal:
        return None
    if first["status"] != "answered":
        return None
    from tenor.ask.accounts.reporter import reported_of

    try:
        if (reported := reported_of(interpreter, halves[1], first)) is not None:
            return _together([first, reported])
    except Refusal as unreported:
        refusal = unreported
    second = _refused(store, refusal, interpreter)
    parts = [{k: part[k] for k in ("status", "read_as", "text", "answers")} for part in (first, second)]
    text = f"{first['text']} Of the rest of the question: {second['text']}"
    return {**first, "status": refusal.status, "text": text, "parts": parts, "suggestions": second["suggestions"]}


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


def _asks_two_things(interpreter: Interpreter) -> bool:
    """True for a second part behind "and"; behind "or", it names what else it may be."""
    return interpreter.parts is not None and interpreter.tokens[interpreter.parts[0]].low == "and"


def _mended(question: str, corrections: list[tuple[str, str]]) -> str:
    for typed, meant in corrections:
        question = question.replace(typed, meant, 1)
    return question


def _of_a_length(question: str) -> None:
    """Raises :class:`Refusal` where a question is too long to be taken apart."""
    if len(question) > _LONGEST:
        refusal = Refusal("not-understood", f"The question has {len(question):,} characters; I read up to {_LONGEST:,}. Ask one thing at a time.")
        refusal.final = True
        raise refusal


def _asked_again(
    store: Store, question: str, interpreter: Interpreter, refusal: Refusal, today: int, on: tuple[int, int] | None, known_at: int | None
) -> Document | None:
    """The answer to a refused question that means the same in another form; None where no form has one."""
    other = (
        _respelled(store, interpreter, refusal, on, known_at)
        or _counted(store, interpreter, on, known_at, ("many", "count"))
        or _of_one_year(store, interpreter, refusal, on, known_at)
        or _of_both(store, interpreter, on, known_at)
        or _put_another_way(store, interpreter, refusal, on, known_at)
        or _softened(store, question, today, on, known_at)
    )
    return (
        other
        or _as_a_whole(store, interpreter, on, known_at)
        or (_contested(store, interpreter, refusal) if on is None and known_at is None and not _asks_two_things(interpreter) else None)
    )


def _answers(store: Store, interpreter: Interpreter, on: tuple[int, int] | None, known_at: int | None) -> list[Document]:
    """The answer to each part of a question. Raises :class:`Refusal`."""
    readings = interpreter.read()
    for reading in readings:
        if on is not None:
            reading.window = on
        if known_at is not None:
            reading.known = known_at
    answers = [Answer(store, interpreter, reading, interpreter.today).document() for reading in readings]
    if len(answers) > 1 and _same(*answers[:2]) and (other := _named_again(store, readings, interpreter.today, on, known_at)) is not None:
        answers[1] = other
    if len(answers) > 1 and _same(*answers[:2]) and _asks_again(readings[0], readings[1], *answers[:2]):
        raise Refusal("not-understood", "I read the first part, but nothing else in the second.")
    if len(answers) == 1 and any(t.lemma in english.SAY_WORDS for t in interpreter.tokens[1:]) and interpreter.mentions:
        from tenor.ask.interpreting.within import said_within

        return [said_within(interpreter, answers[0])]
    return answers


def _named_again(store: Store, readings: list[Reading], today: int, on: tuple[int, int] | None, known_at: int | None) -> Document | None:
    """The answer to the second part with the names for which its pronouns stand; None where it has none."""
    from tenor.ask.interpreting.pronouns import named_again

    text = named_again(*readings[:2])
    try:
        answers = _answers(store, Interpreter(store, text, today), on, known_at) if text is not None else []
    except Refusal:
        return None
    return answers[0] if len(answers) == 1 and answers[0]["status"] == "answered" else None


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


def _same(one: Document, other: Document) -> bool:
    """True where both parts of a question got the same single clause, or the same words of one record."""
    told = [[c["clause"] for c in a["answers"]] for a in (one, other)]
    return len(told[0]) == 1 and (
        one["text"] == other["text"] or (told[0] == told[1] and one["read_as"]["term"] == other["read_as"]["term"] is not None)
    )


def _together(answers: list[Document]) -> Document:
    """One document of the answers to several parts."""
    document = answers[0]
    if len(answers) > 1:
        document["parts"] = [{k: a[k] for k in ("status", "read_as", "text", "answers")} for a in answers]
        document["text"] = " ".join(dict.fromkeys(a["text"] for a in answers))
        told = {c["clause"] for c in document["answers"]}
        document["answers"] = document["answers"] + [c for a in answers[1:] for c in a["answers"] if c["clause"] not in told]
        if any(a["status"] != "answered" for a in answers):
            document["status"] = next(a["status"] for a in answers if a["status"] != "answered")
    return document


def _of_hearsay(store: Store, question: str, today: int, on: tuple[int, int] | None, known_at: int | None) -> Document | None:
    """The answer to a question that points back to what some outlet says; None where it is no such question, or has no answer."""
    text = question.strip()
    at = text.find(". ") if text.endswith("?") else -1
    while at > 0 and len(text[:at].split()[-1].rpartition(".")[2]) == 1:  # an initial: "John F. K.", "the U.S. president"
        at = text.find(". ", at + 1)
    if at < 0:
        return None
    said, asked = text[:at], text[at + 2 :]
    from tenor.ask.again.hearsay import put_anew

    first = None
    for anew in put_anew(store, said, asked):
        document = ask(store, anew.text, today=today, on=on, known_at=known_at)
        if (found := anew.answered(store, document)) is not None:
            return _alone(found)
        first = first or document
    if first is None or first["status"] != "answered":
        return _alone(first) if first is not None else None
    nothing = Refusal("no-record", "Nothing on record decides what is said there: what comes near is of others, or of another matter.")
    nothing.final = True
    raise nothing


def _alone(document: Document) -> Document:
    """An answer without what is told of the question that it is to."""
    return {name: document[name] for name in document if name not in ("schema", "kb", "question", "explain")}


def _at_a_time_of_others(store: Store, interpreter: Interpreter, on: tuple[int, int] | None, known_at: int | None) -> Document | None:
    """The answer for the time at which somebody had something else: ``who was it when X became Y``. Raises :class:`Refusal`."""
    lows = {t.low for t in interpreter.tokens}
    if _TIMING.isdisjoint(lows) or english.WHO.isdisjoint(lows) or on is not None:
        return None
    from tenor.ask.again.meanwhile import dated

    asked = dated(store, interpreter.question, interpreter.today, lambda text: ask(store, text, today=interpreter.today, known_at=known_at))
    if asked is None:
        return None
    document = _together(_answers(store, Interpreter(store, asked, interpreter.today), on, known_at))
    return {**document, "text": f"Taken as “{asked}”: {document['text']}"}


def _beside_an_amount(store: Store, interpreter: Interpreter, on: tuple[int, int] | None, known_at: int | None) -> Document | None:
    """The answer to what an amount was before or after the one that is named, or another while it was that; None where neither is asked. Raises :class:`Refusal`."""
    lows = [t.low for t in interpreter.tokens]
    then = not _AT_THE_TIME.isdisjoint(lows)
    asks = then or not (_BESIDE.isdisjoint(lows) or _HOW_MUCH.isdisjoint(lows[:2]))
    if on is not None or known_at is not None or not asks or not any(low[:1].isdigit() for low in lows):
        return None
    from tenor.ask.again.stepped import beside_amount, while_amount

    def again(text: str) -> Document:
        return ask(store, text, today=interpreter.today)

    found = while_amount(interpreter.question, again) if then else beside_amount(store, interpreter.question, again)
    return _alone(found) if found is not None else None


def _by_whom_reported(store: Store, interpreter: Interpreter, on: tuple[int, int] | None, known_at: int | None) -> Document | None:
    """The answer to who reported a thing, where that is asked of something that has an answer of its own."""
    lows = {t.low for t in interpreter.tokens}
    if on is not None or _REPORTED.isdisjoint(lows) or interpreter.tokens[0].low not in _WHOSE_WORD:
        return None
    from tenor.ask.accounts.reporter import reported_by

    return reported_by(interpreter, lambda text: ask(store, text, today=interpreter.today, known_at=known_at))


def _of_two_nouns(store: Store, interpreter: Interpreter, on: tuple[int, int] | None, known_at: int | None) -> Document | None:
    """The answers to ``what are the size and the length of X``, where each noun has one of its own; else None."""
    lows = [t.low for t in interpreter.tokens]
    if "and" not in lows or "of" not in lows:
        return None
    from tenor.ask.again.twofold import of_two_nouns

    halves = of_two_nouns(interpreter.tokens)
    if halves is None:
        return None
    answers: list[Document] = []
    for half in halves:
        try:
            answers += _answers(store, Interpreter(store, half, interpreter.today), on, known_at)
        except Refusal:
            return None
    told = [{c["clause"] for c in a["answers"]} for a in answers]
    return _together(answers) if len(answers) == len(halves) and told[0].isdisjoint(told[1]) else None


def _counted(store: Store, interpreter: Interpreter, on: tuple[int, int] | None, known_at: int | None, words: tuple[str, ...]) -> Document | None:
    """The answer to ``how many people were R``: who they were, counted; None where it asks for no such number, or has none of these words."""
    if not any(t.low in words for t in interpreter.tokens):
        return None
    from tenor.ask.accounts.tally import tallied

    found = tallied(store, interpreter.question, lambda text: ask(store, text, today=interpreter.today, on=on, known_at=known_at))
    return _alone(found) if found is not None else None


def _after_a_step(store: Store, interpreter: Interpreter, on: tuple[int, int] | None, known_at: int | None) -> Document | None:
    """The answer to ``A's stake after the October 2026 payment``, as it was with that payment; None where it is no such question.

    Raises:
        Refusal: it is about such a payment, and the records do not say what was so then.
    """
    if on is not None or _STEPPING.isdisjoint([t.low for t in interpreter.tokens]):
        return None
    from tenor.ask.times.steps import after_a_dated_step, of_a_portion

    again = interpreter.again()
    for asked, bears_out in after_a_dated_step(again):
        try:
            document = _together(_answers(store, Interpreter(store, asked, interpreter.today), on, known_at))
        except Refusal:
            continue
        if document["status"] == "answered" and bears_out(document):
            return document
    if of_a_portion(again):
        refusal = Refusal("no-record", "The record does not say what it was after that payment.")
        refusal.final = True
        raise refusal
    return None


def _respelled(store: Store, interpreter: Interpreter, refusal: Refusal, on: tuple[int, int] | None, known_at: int | None) -> Document | None:
    """The answer to a refused question with its slips of the pen put right; None where it has none, or then has no one answer."""
    from tenor.ask.again.misspelled import parted, respelled

    def asked(text: str) -> Document | None:
        try:
            document = _together(_answers(store, Interpreter(store, text, interpreter.today), on, known_at))
        except Refusal:
            return None
        return document if document["status"] == "answered" else None

    def asked_at_length(text: str) -> Document | None:
        document = ask(store, text, today=interpreter.today, on=on, known_at=known_at)
        return document if document["status"] == "answered" else None

    found = respelled(interpreter, refusal, asked, asked_at_length) or parted(interpreter, asked_at_length)
    if found is None:
        return None
    document, changes = found
    interpreter.corrections = [*interpreter.corrections, *changes]
    return _alone(document)


def _of_one_year(store: Store, interpreter: Interpreter, refusal: Refusal, on: tuple[int, int] | None, known_at: int | None) -> Document | None:
    """The answer of the latest year to a date that lacks its own, where no other year has one."""
    if not refusal.text.endswith("which year?."):
        return None
    from tenor.ask.again.yearless import dated

    found: dict[int, Document] = {}
    years = dated(interpreter, refusal.text, interpreter.today)
    for year, asked in years:
        again = Interpreter(store, asked, interpreter.today)
        try:
            document = _together(_answers(store, again, on, known_at))
        except Refusal as refused:
            said = _put_another_way(store, again, refused, on, known_at) if len(years) == 1 else None
            if said is None:
                continue
            document = said
        if document["status"] == "answered":
            found[year] = document
    if len(found) != 1 or years[0][0] not in found:
        return None
    document = found[years[0][0]]
    other = "other " if str(years[0][0]) in interpreter.question else ""
    return {**document, "text": f"Taken for {years[0][0]}, as no {other}year is named: {document['text']}"}


def _of_both(store: Store, interpreter: Interpreter, on: tuple[int, int] | None, known_at: int | None) -> Document | None:
    """The answers to both halves of a question that asks the same of two; None where it is no such question, or a half has no answer."""
    both = interpreter.offered or not english.OF_BOTH.isdisjoint([t.low for t in interpreter.tokens])
    if len(interpreter.tokens) < _FEWEST_OF_BOTH or not both:
        return None
    from tenor.ask.again.twofold import parted

    for halves in parted(interpreter):
        answers: list[Document] = []
        for half in halves:
            part = Interpreter(store, half, interpreter.today)
            try:
                answers += _answers(store, part, on, known_at)
            except Refusal:
                inner = _of_both(store, part, on, known_at) if len(part.tokens) < len(interpreter.tokens) else None
                answers.append(inner or {"status": "not-understood"})
            if answers[-1]["status"] != "answered":
                break
        else:
            if len(answers) == 1 or not _same(*answers[:2]):
                return _together(answers)
            if interpreter.offered and all(_has_sides(c, {m.party for m in interpreter.offered}) for c in answers[0]["answers"]):
                return answers[0]  # "may A or B end it": a clause of both tells it of each
    return None


def _has_sides(clause: Document, parties: set[str]) -> bool:
    return parties <= {clause["subject"], clause["holder"], *clause["holders"]}


def _put_another_way(store: Store, interpreter: Interpreter, refusal: Refusal, on: tuple[int, int] | None, known_at: int | None) -> Document | None:
    """The answer to a refused question, said in other words that mean the same."""
    from tenor.ask.again.rephrased import rephrased

    def asked(question: str) -> Document | None:
        again = Interpreter(store, bare(question), interpreter.today)
        try:
            document = _together(_answers(store, again, on, known_at))
        except Refusal as refused:
            other = _of_both(store, again, on, known_at)
            return other if other is not None else _of_one_year(store, again, refused, on, known_at)
        return document if document["status"] == "answered" else None

    if refusal.rivals:
        from tenor.ask.again.agreed import agreed

        if (document := agreed(interpreter, refusal.rivals, on, known_at)) is not None:
            return document
    found = None
    if refusal.status == "not-understood":
        from tenor.ask.again.reworded import reworded

        found = reworded(interpreter, asked)
    if found is None and (other := rephrased(interpreter, asked)) is not None:
        return other
    if found is None and refusal.status == "not-understood":
        from tenor.ask.again.reworded import in_plain_words

        found = in_plain_words(interpreter, asked)
    if found is None:
        return _singled_out(store, interpreter, on, known_at)
    interpreter.corrections = [*interpreter.corrections, *found[1]]
    return found[0]


def _softened(store: Store, question: str, today: int, on: tuple[int, int] | None, known_at: int | None) -> Document | None:
    """The answer to a refused question without what only softens it."""
    from tenor.ask.again.softened import softened

    text = softened(question, today)
    document = ask(store, text, today=today, on=on, known_at=known_at) if text is not None else None
    if document is None or document["status"] != "answered":
        return None
    return _alone(document)


def _as_a_whole(store: Store, interpreter: Interpreter, on: tuple[int, int] | None, known_at: int | None) -> Document | None:
    """The answer to a refused question for the whole of what two parties have with each other, or that there is nothing of that between them."""
    from tenor.ask.accounts.dealings import dealing

    again = interpreter.again()
    reading = dealing(again, fallback=True) if again.tokens and again.looked_up else None
    if reading is None:
        return None
    reading.window = on or reading.window
    reading.known = known_at if known_at is not None else reading.known
    try:
        return Answer(store, again, reading, again.today).document()
    except Refusal as nothing:
        return _refused(store, nothing, again)


def _singled_out(store: Store, interpreter: Interpreter, on: tuple[int, int] | None, known_at: int | None) -> Document | None:
    """The answer by what the words of a refused question single out; None where they single out nothing."""
    from tenor.ask.again.singled import says_which, singled

    again = interpreter.again()
    reading = singled(again) if again.tokens else None
    if reading is None:
        return None
    reading.window = on or reading.window
    reading.known = known_at if known_at is not None else reading.known
    try:
        document = Answer(store, again, reading, interpreter.today).document()
    except Refusal:
        return None
    return document if document["status"] == "answered" and says_which(again, document["text"]) else None


def _contested(store: Store, interpreter: Interpreter, refusal: Refusal) -> Document | None:
    """The dispute that a refused question is about; of one that was understood, only what asks why accounts differ."""
    from tenor.ask.again.contested import contested
    from tenor.ask.again.titled import titled

    try:
        found = contested(interpreter) or (titled(interpreter) if refusal.status == "not-understood" else None)
        return Answer(store, *found, interpreter.today).document() if found is not None else None
    except Refusal:
        return None


def _refused(store: Store, refusal: Refusal, interpreter: Interpreter) -> Document:
    from tenor.ask.answers.refusing import refused

    return refused(store, refusal, interpreter)


def _explained(interpreter: Interpreter, store: Store) -> Document:
    return {
        "tokens": [{"typed": t.text, "form": t.lemma} for t in interpreter.tokens],
        "moments": [{"from": iso_or_none(m.start), "to": iso_or_none(m.end), "relation": m.relation, "record": m.record} for m in interpreter.moments],
        "parties": [{"said": m.said, "party": m.party, "product": m.product} for m in interpreter.mentions],
        "candidates": [
            {
                "term": c.reading.term, "record": c.reading.target, "score": round(c.reading.score, 2), "because": [w for w in c.reading.why if w], "near": round(c.near, 2), "clauses": c.reading.only,
                "left over": [interpreter.tokens[i].text for i in c.leftover],
            }
            for c in interpreter.candidates[:12]
        ],
        "sql": store.log or [],
    }  # fmt: skip
