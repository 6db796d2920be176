"""Questions that are made of others: of a thing that another question tells, of two at once, of so many. They are seen before a question is read as it stands.

Each gives None where the question is none of its kind, and sees that from a few words.
"""

from __future__ import annotations

from itertools import pairwise

from tenor.ask.inquiry import as_said, same, together
from tenor.ask.language import english
from tenor.ask.language.words import lemma, tokens
from tenor.ask.parties.sides import sides_of
from tenor.ask.reading import Refusal
from tenor.ask.times.years import UNITS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from tenor.ask.inquiry import Inquiry
    from tenor.ask.language.words import Token

    Document = dict[str, Any]

#: Words, as typed, without one of which no time is told by who had something then.
_TIMING = frozenset(("when", "while", "between"))
#: Words for a time that somebody's coming tells, and words, as typed, of coming: "on the day X became Y".
_THEN = frozenset(("time", "moment", "day", "date"))
_BEGAN = frozenset("became becomes took sworn appointed started began".split())
#: Words, as typed, behind which a step of what is asked about may stand with its date.
_STEPPING = frozenset(("after", "following", "upon"))
#: Words, as typed, behind which a day is told from which others are counted, and lengths of time before them.
_SIDES = frozenset(("before", "after"))
_LENGTHS = frozenset((*UNITS, "fortnight"))
#: Words, as typed, without one of which nobody asks who reported a thing, and those with which such a question starts.
_REPORTED = frozenset(
    "report reports reported broke break came publish published disclose disclosed reveal revealed uncovered write wrote told source sources come stem originate put pegged valued priced".split()
)
_WHOSE_WORD = frozenset(("who", "which", "what", "where"))
#: Words, as typed, of which one leads to an amount that another one comes before or after, and heads of such a question.
_BESIDE = frozenset("before after from to preceded followed replaced succeeded".split())
_HOW_MUCH = frozenset(("what", "how"))
#: Heads of a question whether something runs until a time, and words of which one leads to that time.
_RUNNING = frozenset("does do will is are".split())
_UNTIL = frozenset("through until till to into".split())
#: Words, as typed, of a question for what happens in some case.
_HAPPENING = frozenset(("happens", "happen"))
#: Words, as typed, for which of two came before the other.
_FIRST = frozenset(("first", "earlier", "later", "last"))
#: Verbs of beginning or coming to have something, before "and end".
_BEGINNING = frozenset(map(lemma, "start begin commence open gain get obtain".split()))
#: Words, as typed, between two that are offered.
_OFFERING = frozenset(("or", "rather", "instead"))
#: Words, as typed, of which one leads to the time in which another thing was an amount.
_AT_THE_TIME = frozenset(("when", "while", "whilst"))


#: Words, as typed, without one of which nobody asks which of several are sure, bind, or shut others out.
_QUALITIES = frozenset("binding nonbinding confirmed unconfirmed exclusive nonexclusive reported rumored rumoured".split())

#: What is said last of an answer, and is none.
_CHECKED = "As last agreed:"


def composed(inquiry: Inquiry, question: str) -> Document | None:
    """The answer to a question, as typed, that is made of others; None where it is none, or has none. Raises :class:`Refusal`."""
    return (
        _of_hearsay(inquiry, question)
        or _by_whom_reported(inquiry)
        or _at_a_time_of_others(inquiry)
        or _counted_from_others(inquiry)
        or _beside_an_amount(inquiry)
        or _running_until(inquiry)
        or _in_a_case(inquiry)
        or _of_two_offered(inquiry)
        or compared(inquiry, _FIRST, of_two=True)
        or _of_two_nouns(inquiry)
        or _begun_and_over(inquiry)
        or counted(inquiry, ("number",))
        or _with_a_quality(inquiry, question)
        or _after_a_step(inquiry)
    )


def _of_hearsay(inquiry: Inquiry, question: str) -> Document | None:
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
    for anew in put_anew(inquiry.store, said, asked):
        document = inquiry.ask(anew.text)
        if (found := anew.answered(inquiry.store, document)) is not None:
            return found
        first = first or document
    if first is None or first["status"] != "answered":
        return first
    nothing = "Nothing on record decides what is said there: what comes near is of others, or of another matter."
    raise Refusal("no-record", nothing, final=True)


def _by_whom_reported(inquiry: Inquiry) -> Document | None:
    """Who reported a thing, where that is asked of something that has an answer of its own."""
    interpreter = inquiry.interpreter
    lows = {t.low for t in interpreter.tokens}
    if inquiry.on is not None or _REPORTED.isdisjoint(lows) or interpreter.tokens[0].low not in _WHOSE_WORD:
        return None
    from tenor.ask.accounts.reporter import reported_by, reports_of

    return (reports_of(interpreter) if inquiry.known_at is None else None) or reported_by(interpreter, inquiry.ask)


def _at_a_time_of_others(inquiry: Inquiry) -> Document | None:
    """The time at which somebody had something else: ``who was it when X became Y``. Raises :class:`Refusal`."""
    tokens = inquiry.interpreter.tokens
    lows = {t.low for t in tokens}
    checked = bool(tokens) and tokens[0].lemma in english.YES_NO
    timed = not _TIMING.isdisjoint(lows) or {*_SIDES} <= lows or not (_THEN.isdisjoint(lows) or _BEGAN.isdisjoint(lows))
    if not timed or (english.WHO.isdisjoint(lows) and not checked) or inquiry.on is not None:
        return None
    from tenor.ask.again.meanwhile import dated

    asked = dated(inquiry.store, inquiry.interpreter.question, inquiry.today, inquiry.ask)
    if asked is None:
        return None
    document = inquiry.of(asked).document()
    text = f"{document['text']} (Taken as “{asked}”.)" if checked else f"Taken as “{asked}”: {document['text']}"
    return {**document, "text": text}


def _counted_from_others(inquiry: Inquiry) -> Document | None:
    """The day that lies so long before or after somebody came or went: ``who was it the day before X took office``. Raises :class:`Refusal`."""
    tokens = inquiry.interpreter.tokens
    if inquiry.on is not None or not any(t.low in _SIDES and before.lemma in _LENGTHS for before, t in pairwise(tokens)):
        return None
    from tenor.ask.again.counted_from import counted_from

    return counted_from(inquiry)


def _beside_an_amount(inquiry: Inquiry) -> Document | None:
    """What an amount was before or after the one that is named, or another while it was that. Raises :class:`Refusal`."""
    lows = [t.low for t in inquiry.interpreter.tokens]
    then = not _AT_THE_TIME.isdisjoint(lows)
    asks = then or not (_BESIDE.isdisjoint(lows) or _HOW_MUCH.isdisjoint(lows[:2]))
    if inquiry.on is not None or inquiry.known_at is not None or not asks or not any(low[:1].isdigit() for low in lows):
        return None
    from tenor.ask.again.stepped import beside_amount, while_amount

    question = inquiry.interpreter.question
    return while_amount(question, inquiry.ask) if then else beside_amount(inquiry.store, question, inquiry.ask)


def _running_until(inquiry: Inquiry) -> Document | None:
    """Whether a thing runs until the time that is named, and not only then."""
    lows = [t.low for t in inquiry.interpreter.tokens]
    if inquiry.on is not None or inquiry.known_at is not None or _RUNNING.isdisjoint(lows) or _UNTIL.isdisjoint(lows):
        return None
    from tenor.ask.again.running import runs_until

    return runs_until(inquiry, inquiry.interpreter.question)


def _in_a_case(inquiry: Inquiry) -> Document | None:
    """What the record says of a thing once something else has come about, where it says whether the thing ends then."""
    lows = [t.low for t in inquiry.interpreter.tokens]
    if inquiry.on is not None or inquiry.known_at is not None or lows[:1] != ["what"] or _HAPPENING.isdisjoint(lows[1:3]):
        return None
    from tenor.ask.again.either import ending_or_not

    return ending_or_not(inquiry.interpreter, inquiry.answered_at_length)


def _of_two_offered(inquiry: Inquiry) -> Document | None:
    """Which of two it is, where a yes or no offers them and the records bear out one."""
    tokens = inquiry.interpreter.tokens
    if (
        inquiry.on is not None
        or inquiry.known_at is not None
        or _OFFERING.isdisjoint([t.low for t in tokens])
        or tokens[0].lemma not in english.YES_NO
    ):
        return None
    from tenor.ask.again.contested import contested
    from tenor.ask.again.either import which_of_two

    if (found := which_of_two(inquiry.interpreter, inquiry.answered_at_length)) is None:
        return None
    try:
        disputed = contested(inquiry.interpreter)  # sources may disagree on just that
    except Refusal:  # "in November or December 2022": a month that lacks its year
        disputed = None
    name = (disputed[1].target or ("", "", 0))[1] if disputed is not None else ""
    about = inquiry.interpreter.lexicon.document(f"dispute:{name}").get("about", ()) if name else ()
    return found if {c["clause"] for c in found["answers"]}.isdisjoint(map(str, about)) else None


def compared(inquiry: Inquiry, words: frozenset[str], *, of_two: bool = False) -> Document | None:
    """Which of two is more, or came first; None where nothing is compared, or it has none of these words. Raises :class:`Refusal` where that is undecided."""
    lows = [t.low for t in inquiry.interpreter.typed or inquiry.interpreter.tokens]
    if (
        words.isdisjoint(lows)
        or (of_two and ("or" not in lows or lows[0] not in _WHOSE_WORD))
        or inquiry.on is not None
        or inquiry.known_at is not None
    ):
        return None
    from tenor.ask.again.compared import compared

    return compared(inquiry.interpreter, inquiry.ask)


def _of_two_nouns(inquiry: Inquiry) -> Document | None:
    """``what are the size and the length of X``, where each noun has an answer of its own; of two nouns of a kind, what is told of one with what is not of the other."""
    said = inquiry.interpreter.tokens
    if all(t.low != "and" for t in said):
        return None
    from tenor.ask.again.twofold import of_two_kinds, of_two_nouns

    if (kinds := of_two_kinds(said)) is not None:
        return _of_two_kinds(inquiry, *kinds)
    lows = [t.low for t in said]
    if ("of" not in lows and "what" not in lows[:2]) or (halves := of_two_nouns(said)) is None:
        return None
    try:
        answers = [answer for half in halves for answer in inquiry.of(half).answers()]
    except Refusal:
        return None
    told = [{c["clause"] for c in a["answers"]} for a in answers]
    return together(answers) if len(answers) == len(halves) and told[0].isdisjoint(told[1]) else None


def _of_two_kinds(inquiry: Inquiry, halves: tuple[str, str], nouns: tuple[Token, Token]) -> Document | None:
    """What tells a thing of both nouns' kinds: the whole, or each half. Where one half has none, the other's answer says so."""
    from tenor.ask.interpreting.wanted import told_of

    def tells(document: Document | None, noun: Token) -> bool:
        kind = told_of(noun.lemma)
        told = document["text"].partition(_CHECKED)[0] if document is not None else ""
        return kind is not None and kind([*tokens(told.replace("-", " "))])

    def named_in(document: Document) -> set[str]:
        return {m.party for m in inquiry.interpreter.mentions} & set().union(*map(sides_of, document["answers"]))

    whole = inquiry.answered(inquiry.interpreter.question)
    found = [half if tells(half, noun) else None for half, noun in zip(map(inquiry.answered_at_length, halves), nouns, strict=True)]
    parts = [half for half in found if half is not None]
    if len(parts) == len(halves) and not same(*parts) and named_in(parts[0]) == named_in(parts[1]):
        return together(parts)
    if all(tells(whole, noun) for noun in nouns):
        return whole
    told = next(iter(parts), whole)
    untold = [noun.text for noun in nouns if not tells(told, noun)]
    if told is None or not untold:
        return told
    return {**told, "status": "no-record", "text": f"{told['text']} Of “{' and '.join(untold)}” nothing is told here."}


def _begun_and_over(inquiry: Inquiry) -> Document | None:
    """``when did X start and end``: both days. Raises :class:`Refusal` where only one of them has an answer."""
    said = inquiry.interpreter.tokens
    pairs = ((i, a, b) for i, (a, joint, b) in enumerate(zip(said, said[1:], said[2:], strict=False)) if joint.low == "and")
    at = next((i for i, a, b in pairs if a.lemma in _BEGINNING and b.lemma in english.STOPPING | english.LOSING), None)
    if at is None or said[0].low != "when":
        return None
    halves = [inquiry.answered(f"{as_said(part)}?") for part in ([*said[: at + 1], *said[at + 3 :]], [*said[:at], *said[at + 2 :]])]
    found = [half for half in halves if half is not None]
    if len(found) == 1:
        raise Refusal("not-understood", f"I read “{said[at].text}” and “{said[at + 2].text}” only one at a time: ask since when, and until when.")
    return together(found) if found else None


def counted(inquiry: Inquiry, words: tuple[str, ...]) -> Document | None:
    """``how many people were R``: who they were, counted; None where it asks for no such number, or has none of these words."""
    if not any(t.low in words for t in inquiry.interpreter.tokens):
        return None
    from tenor.ask.accounts.tally import tallied

    return tallied(inquiry.store, inquiry.interpreter.question, inquiry.ask)


def _with_a_quality(inquiry: Inquiry, question: str) -> Document | None:
    """``which of A's deals are exclusive``: of all that is recorded, what is so. Raises :class:`Refusal` where nothing is."""
    if inquiry.on is not None or inquiry.known_at is not None or _QUALITIES.isdisjoint([t.low for t in inquiry.interpreter.tokens]):
        return None
    from tenor.ask.accounts.qualities import with_a_quality

    return with_a_quality(inquiry.interpreter, question.strip(), inquiry.ask)


def _after_a_step(inquiry: Inquiry) -> Document | None:
    """``A's stake after the October 2026 payment``, as it was with that payment.

    Raises:
        Refusal: it is about such a payment, and the records do not say what was so then.
    """
    if inquiry.on is not None or _STEPPING.isdisjoint([t.low for t in inquiry.interpreter.tokens]):
        return None
    from tenor.ask.times.steps import after_a_dated_step, of_a_portion

    again = inquiry.interpreter.again()
    for asked, bears_out in after_a_dated_step(again):
        document = inquiry.answered(asked)
        if document is not None and bears_out(document):
            return document
    if of_a_portion(again):
        raise Refusal("no-record", "The record does not say what it was after that payment.", final=True)
    return None
