"""From a question to its answer: one document that every output prints."""

from __future__ import annotations

from tenor.ask.answers.named import of_itself, other_generation, passed_over
from tenor.ask.composed import composed
from tenor.ask.inquiry import Inquiry
from tenor.ask.interpreting.amounts import spelled_out, written_otherwise
from tenor.ask.interpreting.interpreter import Interpreter
from tenor.ask.language import english
from tenor.ask.language.words import legible, with_figures
from tenor.ask.names.apart import apart, traded
from tenor.ask.phrasing.around import ASKING_WORDS, bare, courteous, with_whole_years
from tenor.ask.reading import Refusal
from tenor.dates import iso, iso_or_none

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from tenor.store.read import Store

    Document = dict[str, Any]

_CHECKED = "is it true that "
#: A longer question, in characters, is not taken apart: how long that takes grows with its words, and with their letters.
_LONGEST = 1_000
#: A question is asked in other forms, those in others again, and so on, no further than this.
_MOST_FORMS = 6


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
    document = _asked(store, question, today, on, known_at, (), explain=explain)
    return {"schema": 1, "kb": store.kb(), "question": question, **document}


def _asked(
    store: Store, question: str, today: int, on: tuple[int, int] | None, known_at: int | None, behind: tuple[str, ...], *, explain: bool = False
) -> Document:
    """The answer, without what is told of the question that it is to; none where it is a form of itself: ``behind`` has the questions it is asked for."""
    if question in behind or len(behind) >= _MOST_FORMS:
        return {"status": "not-understood", "text": "", "answers": []}

    def answered(text: str) -> tuple[Document, Inquiry]:
        if explain:
            store.log = []
        words = _as_a_question(store, bare(text)) if len(text) <= _LONGEST else ""
        inquiry = Inquiry(Interpreter(store, words, today), on, known_at, lambda other: _asked(store, other, today, on, known_at, (*behind, text)))
        return _answer(inquiry, text), inquiry

    question = _written_out(store, legible(question), today)
    corrections = apart(store, question)
    question = _mended(question, [*corrections, *traded(store, question)])
    document, inquiry = answered(question)
    slips = inquiry.interpreter.slips
    if (meant := _mended(question, slips)) != question:  # what is told by the words of a whole question did not see them mended
        document, inquiry = answered(meant)
        if document["status"] != "answered":
            from tenor.ask.again.misspelled import otherwise

            document, slips = otherwise(question, slips, inquiry.answered_at_length) or (document, slips)
        corrections += slips
    corrections += inquiry.interpreter.corrections
    out = {**document}
    if corrections:
        out["corrections"] = [{"typed": typed, "meant": meant} for typed, meant in corrections]
    if explain:
        out["explain"] = _explained(inquiry.interpreter, store)
        store.log = None
    return out


def _written_out(store: Store, question: str, today: int) -> str:
    """A legible question without its courtesies, with whole years, and with its amounts in words."""
    if courteous(question):
        from tenor.ask.phrasing.courtesy import without_courtesy

        question = without_courtesy(question)
    question = with_whole_years(question, int(iso(today)[: len("2026")]))
    question = with_figures(question)
    if "$" in question or "bn" in question or "USD" in question:
        question = spelled_out(question)
    if written_otherwise(question):
        from tenor.ask.phrasing.currencies import with_signs

        question = with_signs(store, question)
    return question


def _answer(inquiry: Inquiry, question: str) -> Document:
    """The answer to a question: as one that is made of others, as it stands, in another form, by half; or why there is none."""
    try:
        _of_a_length(question)
        document = composed(inquiry, question) or inquiry.document()
    except Refusal as refusal:
        document = (
            (None if refusal.final and not refusal.turned else _asked_again(inquiry, question, refusal))
            or inquiry.half(refusal)
            or inquiry.refused(refusal)
        )
    if (mention := passed_over(inquiry.interpreter, document)) is not None:
        document = inquiry.refused(Refusal("no-record", f"What comes near is of others, and not of {mention.said}."))
    if party := of_itself(inquiry.interpreter, document):
        text = f"All names in the question are of {inquiry.store.name('party', party)}: name the other side, too."
        document = inquiry.refused(Refusal("ambiguous", text))
    if name := other_generation(inquiry.interpreter, document):
        document = inquiry.refused(Refusal("no-record", f"The record does not speak of {name} here."))
    return document


def _asked_again(inquiry: Inquiry, question: str, refusal: Refusal) -> Document | None:
    from tenor.ask.resorts import asked_again

    return asked_again(inquiry, question, refusal)


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


def _mended(question: str, corrections: list[tuple[str, str]]) -> str:
    for typed, meant in corrections:
        question = question.replace(typed, meant, 1)
    return question


def _of_a_length(question: str) -> None:
    """Raises :class:`Refusal` where a question is too long to be taken apart."""
    if len(question) > _LONGEST:
        text = f"The question has {len(question):,} characters; I read up to {_LONGEST:,}. Ask one thing at a time."
        raise Refusal("not-understood", text, final=True)


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
