"""Whether, and on what, sources disagree: the disputes that are about all that the question names."""

from __future__ import annotations

from tenor.ask import english
from tenor.ask.lexicon import sides_of
from tenor.ask.plain import PLAIN
from tenor.ask.reading import Reading, Refusal
from tenor.ask.roots import root
from tenor.ask.words import forms, lemma

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from tenor.ask.answer import Answer
    from tenor.ask.question import Question

    Document = dict[str, Any]

_SOURCES = frozenset(map(lemma, "source report press account media outlet reporting newspaper article".split()))
_FRAME = (
    english.DISPUTING
    | _SOURCES
    | english.YES_NO
    | english.NOUNS
    | english.LIST_WORDS
    | frozenset(map(lemma, "over about on whether there anything point".split()))
)
#: More disputes than these are listed by their questions alone.
_MOST_TOLD = 3
_MOST_LISTED = 8


def asks_of_disputes(question: Question) -> bool:
    """True for ``is there a dispute``, ``do sources disagree``, ``is it disputed that``, ``what is contested about``."""
    said = {t.lemma for t in question.typed}
    if any(t.low in english.DISPUTED for t in question.typed) or (said & english.DISAGREEING and said & _SOURCES):
        return True
    return bool(said & english.DISAGREEMENTS) and (_outright(question) or question.typed[0].low == "what")


def _outright(question: Question) -> bool:
    """True where no event that is called a dispute can be meant."""
    said = {t.lemma for t in question.typed}
    return (
        bool(said & _SOURCES)
        or any(t.low == "there" or t.low in english.DISPUTED for t in question.typed)
        or question.typed[0].lemma in english.LIST_WORDS
    )


def disagreement_reading(question: Question, kind: str) -> Reading | None:
    """The disputes in question; None where the question asks of something else.

    Raises:
        Refusal: no dispute is about all that it names.
    """
    if kind not in ("state", "what", "list", "start", "end", "value", "holder") or not asks_of_disputes(question):
        return None
    wanted = _wanted(question)
    held = _held(question, wanted)
    about = [(d, _is_about(question, d, wanted, held)) for d in question.store.each("SELECT doc FROM record WHERE kind = 'dispute' ORDER BY id")]
    nearest = max((near for _, near in about), default=0)
    chosen = [str(d["id"]) for d, near in about if near and near == nearest]
    if not chosen and not _outright(question):
        return None
    if not chosen:
        raise Refusal("no-record", "No disagreement of sources is recorded on all of that.")
    reading = Reading("what" if kind != "state" else kind, None)
    reading.target = ("disagreement", " ".join(chosen), 0)
    reading.known, reading.corrections = question.known, question.corrections
    reading.why = [f"what sources disagree on: {sorted(wanted)}"]
    return reading


def _wanted(question: Question) -> set[int]:
    """Positions of the words that say what the disagreement is on; parties and times are looked at by themselves."""
    names = question.mentioned()
    passed = _FRAME | PLAIN
    support = question.support()
    return {i for i in question.content() - question.timed() - names if question.tokens[i].lemma not in passed and support.keys([i])}


def _held(question: Question, wanted: set[int]) -> dict[str, set[int]]:
    """For each dispute, the positions of the words that its own texts hold."""
    support = question.support()
    out: dict[str, set[int]] = {}
    for i in wanted:
        for kind, target in support.records(support.keys([i])):
            if kind == "dispute":
                out.setdefault(target, set()).add(i)
    return out


def _is_about(question: Question, document: Document, wanted: set[int], held: dict[str, set[int]]) -> int:
    """How nearly a dispute is about all that the question names: by a name of its own, by its question, by its texts; 0 where it is not.

    A word counts as well where it names a term that the dispute is about, or is one of its names' words.
    """
    lexicon, id = question.lexicon, str(document["id"])
    about = [lexicon.document(str(name)) for name in document.get("about", ())]
    terms = {d.get("term") for d in about}
    support = question.support()
    by_term = {i for m in question.matches if m.kind == "term" and m.target in terms for i in range(m.start, m.end)}
    by_word = {i for i in wanted if any(support.term_says(str(term), key, "own") for term in terms for key in support.keys([i]))}
    needed = {i for i in wanted if question.tokens[i].lemma not in english.ENDING} or wanted
    if not needed <= held.get(id, set()) | by_term | by_word:
        return 0
    sides = sides_of(about)
    named = {m.party: support.keys(range(m.start, m.end)) for m in question.mentions}
    if any(p not in sides and not all(("dispute", id) in support.records([key]) for key in keys) for p, keys in named.items()):
        return 0
    if not all(any(touches(d, m.start, m.end) for d in about if d.get("bounds") or d.get("date")) for m in question.moments):
        return 0
    by_name = {i for m in question.matches if m.kind == "dispute" and m.target == id for i in range(m.start, m.end)}
    title = {root(form) for form in forms(str(document["title"]))}
    in_title = {i for i in wanted if support.keys([i]) <= title}
    return 3 if wanted <= by_name | by_term and by_name else 2 if wanted <= in_title | by_term else 1


def touches(document: Document, start: int, end: int) -> bool:
    """True where what the dispute is about was so on a day of the time."""
    from tenor.dates import DAWN, FOREVER, Edtf, parse_day

    if document.get("date"):
        day = Edtf.parse(str(document["date"]))
        return (day.lo if day.lo is not None else DAWN) < end and start <= day.hi
    bounds = document["bounds"]
    first, last = bounds["from"][0], bounds["to"][1]
    return (parse_day(first) if first else DAWN) < end and start < (parse_day(last) if last else FOREVER)


def disagreement_answer(answer: Answer) -> Document:
    """The disputes with their sides; of many, their questions."""
    from tenor.ask.records import about_dispute, dispute_text, told_as_clause

    names = (answer.reading.target or ("", "", 0))[1].split()
    documents = [answer.interpreter.lexicon.document(f"dispute:{name}") for name in names]
    told = [dispute_text(d) for d in documents]
    if len(documents) > _MOST_TOLD:
        more = f" And {len(documents) - _MOST_LISTED} more." if len(documents) > _MOST_LISTED else ""
        told = [f"Sources disagree on {len(documents)} questions. " + " ".join(str(d["title"]) for d in documents[:_MOST_LISTED]) + more]
    agree = any(t.lemma == lemma("agree") for t in answer.interpreter.typed)
    clauses: list[Document] = []
    for name, document in zip(names, documents, strict=True):
        doc = told_as_clause(answer, "dispute", name, document, None)
        if answer.reading.kind == "state":
            doc["yes"] = not agree
        clauses += [doc, *(c for c in about_dispute(answer, "dispute", document) if c["clause"] not in {x["clause"] for x in clauses})]
    head = ("No. " if agree else "Yes. ") if answer.reading.kind == "state" else ""
    return answer.made("answered", head + " ".join(told), clauses)
