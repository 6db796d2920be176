"""Whether, and on what, sources disagree: the disputes that are about all that the question names."""

from __future__ import annotations

from tenor.ask.language import english
from tenor.ask.language.plain import PLAIN
from tenor.ask.language.roots import root
from tenor.ask.language.words import as_typed, forms, lemma
from tenor.ask.names.lexicon import sides_of
from tenor.ask.reading import Reading, Refusal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from tenor.ask.answers.answer import Answer
    from tenor.ask.interpreting.question import Question

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
#: How near a dispute is that only its texts are about all that is named.
_BY_TEXTS = 1
#: Words that ask for one thing in particular, behind "on".
_ASKS = frozenset(("when", "who", "whose", "how", "which", "why", "where"))
#: What "stopped being" is restated as.
_OVER = frozenset(("no", "longer"))
#: More disputes than these are listed by their questions alone.
_MOST_TOLD = 3
_MOST_LISTED = 8


#: Of so many clauses that are marked as disputed the words are told.
_MOST_MARKED = 3


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
    if kind == "keyword" or not asks_of_disputes(question):
        return None
    wanted = _wanted(question)
    if kind == "change" and not (wanted or question.mentions or question.moments):
        return None
    held = _held(question, wanted)
    about = [(d, _is_about(question, d, wanted, held)) for d in question.store.each("SELECT doc FROM record WHERE kind = 'dispute' ORDER BY id")]
    nearest = max((near for _, near in about), default=0)
    found = _asking_the_same(question, [d for d, near in about if near and near == nearest], nearest)
    chosen = [str(d["id"]) for d in _with_its_plain_words(question, found, wanted)]
    if not chosen and not _outright(question):
        return None
    if not chosen:
        raise Refusal("no-record", _marked(question) or "No disagreement of sources is recorded on all of that.")
    reading = Reading("what" if kind != "state" else kind, None)
    reading.target = ("disagreement", " ".join(chosen), 0)
    reading.known, reading.corrections = question.known, question.corrections
    reading.why = [f"what sources disagree on: {sorted(wanted)}"]
    return reading


def _marked(question: Question) -> str:
    """That clauses of a term that is named are marked as disputed, where no record tells the accounts of it; empty where none is."""
    terms = dict.fromkeys(m.target for m in question.matches if m.kind == "term")
    parties = question.parties()
    sql = "SELECT id FROM clause WHERE term = ? AND json_extract(doc, '$.status') = 'disputed' ORDER BY id"
    found = [str(clause) for term in terms for (clause,) in question.store.query(sql, term) if parties <= question.support().parties(str(clause))]
    told = [str((question.store.record(clause) or {}).get("text")).rstrip(".") for clause in found[:_MOST_MARKED]]
    return f"Sources disagree here, by the record, which does not tell the accounts of each: {'; '.join(told)}." if told else ""


def _asking_the_same(question: Question, found: list[Document], nearest: int) -> list[Document]:
    """``where do accounts differ on when X ended``: of those disputes, the ones that ask so, too; what only speaks of its words, and asks another thing, is none."""
    lows = [t.low for t in question.typed[1:]]
    asks = next((low for low in lows[lows.index("on") + 1 :] if low in _ASKS), None) if "on" in lows else None
    same = [d for d in found if asks in as_typed(d["title"])] if asks else found
    return same or ([] if nearest == _BY_TEXTS else found)


def _with_its_plain_words(question: Question, found: list[Document], wanted: set[int]) -> list[Document]:
    """``the total invested``: of those disputes, the ones that are called by a plain word of the question, too."""
    aside = question.content() - wanted - question.timed() - question.mentioned()
    plain = {root(question.tokens[i].lemma) for i in aside if question.tokens[i].lemma not in _FRAME}
    return [d for d in found if plain & called(d)] or found


def called(document: Document) -> set[str]:
    """The words of a dispute's question and names."""
    return {root(form) for text in (document["title"], *document.get("names", ())) for form in forms(str(text))}


def _wanted(question: Question) -> set[int]:
    """Positions of the words that say what the disagreement is on; parties and times are looked at by themselves, but for what names a record."""
    names = question.mentioned()
    passed = _FRAME | PLAIN
    support = question.support()
    dated = question.timed() - {i for m in question.moments if m.record for i in range(m.first, m.last + 1)}
    return {
        i
        for i in question.content() - dated - names
        if question.tokens[i].lemma not in passed and question.tokens[i].low not in _OVER and support.keys([i])
    }


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
    of_it = {i for m in question.moments if m.record in document.get("about", ()) for i in range(m.first, m.last + 1)}  # "the S-1 date"
    by_word = of_it | {i for i in wanted if any(support.term_says(str(term), key, "own") for term in terms for key in support.keys([i]))}
    needed = {i for i in wanted if question.tokens[i].lemma not in english.ENDING} or wanted
    if not needed <= held.get(id, set()) | by_term | by_word:
        return 0
    sides = sides_of(about)
    named = {m.party: support.keys(range(m.start, m.end)) for m in question.mentions}
    if any(p not in sides and not all(("dispute", id) in support.records([key]) for key in keys) for p, keys in named.items()):
        return 0
    if not all(any(touches(d, m.start, m.end) for d in about if d.get("bounds") or d.get("date")) for m in question.moments if not m.record):
        return 0
    by_name = of_it | {i for m in question.matches if m.kind == "dispute" and m.target == id for i in range(m.start, m.end)}
    in_title = {i for i in wanted if support.keys([i]) <= called(document)}
    return 3 if wanted <= by_name | by_term and by_name else 2 if wanted <= in_title | by_term else _BY_TEXTS


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
    from tenor.ask.accounts.records import about_dispute, dispute_text, told_as_clause

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
