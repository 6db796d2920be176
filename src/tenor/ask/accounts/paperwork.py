"""Which documents two parties have with each other: by which they agreed what in a time, when they signed, what changed, whether the texts are public."""

from __future__ import annotations

from tenor.ask.accounts.dealt import both_names
from tenor.ask.accounts.records import of_these_sums
from tenor.ask.answers.wording import date_words, whose_word
from tenor.ask.interpreting.amounts import sums_of
from tenor.ask.parties.sides import sides_of
from tenor.ask.reading import Refusal
from tenor.dates import DAWN, FOREVER, Edtf, iso, long_date

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from tenor.ask.answers.answer import Answer

    Document = dict[str, Any]
    Paper = tuple[str, Document]

_MOST_CLAUSES = 10
_MOST_PAPERS = 12
_NEWEST = 3
_AMENDED = ("amended", "amendments", "amended last")
#: Kinds of documents by which something is agreed, and those that only tell of it.
_AGREED = frozenset("agreement amendment memorandum license lease investment".split())
_TELLING = frozenset("report announcement statement".split())
#: How much of a document's own text is public, in words.
_PUBLIC = {
    "full": "the text by which it is recorded is public in full",
    "summary": "a summary is public, and not the text",
    "none": "no text of it is public",
}


def agreed(answer: Answer) -> Document:
    """``what did A and B agree in 2026``: the documents of that time by which the two agreed, or which tell of that, each with its clauses."""
    papers = _papers(answer)
    start = (answer.reading.window or (DAWN, 0))[0]
    made = [p for p in papers if p[1]["kind"] in _AGREED or (p[1]["kind"] in _TELLING and _begins(answer, p, start))]
    if not made:
        beside = "; ".join(map(_dated, papers[:3]))
        raise Refusal(
            "no-record", f"No agreement of {both_names(answer)} is recorded {_then(answer)}.{f' Recorded then: {beside}.' if beside else ''}"
        )
    told, clauses = [], []
    for paper in made:
        own = _clauses_of(answer, paper)
        clauses += own
        said = "; ".join(str(c["text"]).rstrip(".") + (f" ({by})" if (by := whose_word(answer.store, c)) else "") for c in own[:_MOST_CLAUSES])
        more = f"; and {len(own) - _MOST_CLAUSES} more clauses" if len(own) > _MOST_CLAUSES else ""
        told.append(f"{_dated(paper)}{': ' if said else ''}{said}{more}.")
    rest = len(papers) - len(made)
    note = f" Beside these, {rest} filing{'' if rest == 1 else 's'}, notice{'' if rest == 1 else 's'} or the like of that time." if rest else ""
    return answer.made(
        "answered", f"{_counted(made)} of {both_names(answer)} {_then(answer)}. {' '.join(told)}{note}", clauses or _shown(answer, made)
    )


def listed(answer: Answer, aspect: str) -> Document:
    """``when did A and B sign``, ``what is new between A and B``, ``did they amend their deal``, ``is its text public``: the documents, by their days."""
    papers = _papers(answer)
    every, pair = papers, set(answer.reading.pair or ())
    amending = [p for p in papers if p[1].get("amends") and all(pair <= _parties(answer, name) for name in p[1]["amends"])]
    if aspect in _AMENDED:
        papers = [p for p in papers if p[1]["kind"] == "amendment"] or amending
    elif aspect in ("signed", "text"):
        papers = [p for p in papers if p[1]["kind"] in _AGREED or p[1].get("signed")] or [p for p in papers if p[1]["kind"] in _TELLING] or papers
    if aspect == "dated":
        papers = of_these_sums(answer, papers, sums_of(answer.interpreter))
    if not papers:
        noun = {"dated": "document with that sum", **dict.fromkeys(_AMENDED, "amendment")}.get(aspect, "document")
        raise Refusal("no-record", f"No {noun} of {both_names(answer)} is recorded{_when(answer)}.")
    called = aspect in _AMENDED and papers is not amending
    sure = called and aspect == "amended"
    noun = "amendment" if called else "document that adds to or changes an earlier one" if aspect in _AMENDED else "document"
    count = f"{'Yes. ' if sure else ''}{_counted(papers, noun)} of {both_names(answer)}{_when(answer)}"
    if aspect == "amended last":
        papers, count = papers[-1:], f"The latest {noun} of {both_names(answer)} on record"
    if aspect == "new":
        papers = papers[: -_NEWEST - 1 : -1]
        count = f"The newest of {both_names(answer)} on record"
    public = [f"; {_PUBLIC[p[1]['text_public']]}" if aspect == "text" and p[1].get("text_public") in _PUBLIC else "" for p in papers]
    told = "; ".join(f"{_dated(p)}{said}" for p, said in list(zip(papers, public, strict=True))[:_MOST_PAPERS])
    more = f"; and {len(papers) - _MOST_PAPERS} more" if len(papers) > _MOST_PAPERS else ""
    shown = _shown(answer, papers)
    if sure:
        shown = [{**doc, "yes": True} for doc in shown]
    beside = [p for p in every if p not in papers] if aspect == "signed" else []
    also = (
        f" Beside these: {'; '.join(map(_dated, beside[:_NEWEST]))}{f'; and {len(beside) - _NEWEST} more' if len(beside) > _NEWEST else ''}."
        if beside
        else ""
    )
    return answer.made("answered", f"{count}: {told}{more}.{also}", shown)


def first_paper(answer: Answer) -> tuple[int, str]:
    """The day and the words of the first document of the two; of none, a day that never comes."""
    days = [(Edtf.parse(str(p[1].get("signed") or p[1]["announced"])).hi or FOREVER, _dated(p)) for p in _papers(answer)]
    return min(days, default=(FOREVER, ""))


def _parties(answer: Answer, name: str) -> set[str]:
    return set(answer.interpreter.lexicon.document(str(name)).get("parties", ()))


def _papers(answer: Answer) -> list[Paper]:
    """The documents to which both are parties, of the time that is asked about, by their days."""
    start, end = answer.reading.window or (DAWN, FOREVER)
    sql = "SELECT id FROM instrument WHERE announced < ? AND announced_last >= ? ORDER BY announced, announced_last, id"
    papers = [(str(name), answer.interpreter.lexicon.document(str(name))) for (name,) in answer.store.query(sql, end, start)]
    pair, known = set(answer.reading.pair or ()), answer.reading.known
    return [p for p in papers if pair <= set(p[1].get("parties", ())) and (known is None or (Edtf.parse(str(p[1]["announced"])).lo or 0) <= known)]


def _shown(answer: Answer, papers: list[Paper]) -> list[Document]:
    from tenor.ask.accounts.records import told_as_clause

    return [told_as_clause(answer, "instrument", name, doc, doc.get("signed") or doc["announced"]) for name, doc in papers[:_MOST_PAPERS]]


def _dated(paper: Paper) -> str:
    """``4.5 gigawatts more (signed 3 May 2025, announced 5 May 2025)``."""
    doc = paper[1]
    days = [f"{name} {date_words(doc[name])}" for name in ("signed", "announced") if doc.get(name)]
    if doc["kind"] in ("report", "filing"):
        days = [f"{'dated' if said.startswith('announced') else said.partition(' ')[0]} {said.partition(' ')[2]}" for said in days]
    return f"{doc['title'].rstrip('.')} ({', '.join(days)})"


def _counted(papers: list[Paper], noun: str = "document") -> str:
    head, space, rest = noun.partition(" ")
    return f"{len(papers)} {head}{'' if len(papers) == 1 else 's'}{space}{rest if len(papers) == 1 else rest.replace('adds', 'add').replace('changes', 'change')}"


def _when(answer: Answer) -> str:
    return f" {_then(answer)}" if answer.reading.window is not None else ""


def _then(answer: Answer) -> str:
    """The time that is asked about: ``on 3 May 2026``."""
    start, end = answer.reading.window or (answer.today, answer.today + 1)
    if end == start + 1:
        return f"on {long_date(start)}"
    return " ".join([f"from {long_date(start)}"] * (start > DAWN) + [f"to {long_date(end - 1)}"] * (end < FOREVER))


def _clauses_of(answer: Answer, paper: Paper) -> list[Document]:
    """The clauses of a document; of one with more parties, those of which the two are the sides."""
    pair = set(answer.reading.pair or ())
    numbers = answer.store.query("SELECT n FROM clause WHERE instrument = ? ORDER BY place", paper[0])
    clauses = [answer.store.clause(n) for (n,) in numbers]
    return [c for c in clauses if set(paper[1].get("parties", ())) <= pair or pair <= sides_of(c)]


def _begins(answer: Answer, paper: Paper, start: int) -> bool:
    """True where something that a report tells of may have begun in the time that is asked about, and not only before it."""
    lasts = [c["bounds"]["from"][1] for c in _clauses_of(answer, paper) if not c.get("observed")]
    return any(last is not None and last >= iso(start) for last in lasts)
