"""``what does the agreement say about A``, ``according to the leaked draft``: what that document itself has, and nothing of others."""

from __future__ import annotations

from tenor.ask.answers.beyond import own_words
from tenor.ask.language import english
from tenor.ask.language.words import ARTICLES, lemma
from tenor.ask.parties.sides import sides_of
from tenor.ask.reading import Refusal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from tenor.ask.interpreting.question import Question
    from tenor.ask.reading import Mention

    Document = dict[str, Any]

_PAPERS = ("instrument", "deal")
_ITS = frozenset(("its", "their", "this", "that"))
#: What is written by one side: what is in it need be nowhere else.
_WRITINGS = frozenset(map(lemma, ("prospectus", "filing", "report", "draft", "letter", "statement", "memo", "presentation")))


def said_by(question: Question) -> str:
    """``according to the leaked draft``: the instrument that is named, or that the event named so is about; nothing where there is none, or several."""
    records = [m.record for m in question.moments if m.relation == "per" and m.record]
    if not records:
        return _called_by_its_deal(question)
    if not records[0].startswith("event:"):
        return records[0]
    about = [str(r) for r in question.lexicon.document(records[0]).get("about", ())]
    papers = [r for r in about if question.store.query("SELECT 1 FROM instrument WHERE id = ?", r)]
    return papers[0] if len(papers) == 1 else ""


def _called_by_its_deal(question: Question) -> str:
    """``according to the draft``, ``in A's draft``: the one instrument of a deal that is called after a document; nothing where there are more."""
    lows = [t.low for t in question.tokens]
    owners = {m.end for m in question.mentions if m.possessive}
    for match in question.matches:
        last = question.tokens[match.end - 1].lemma
        before = question.back(match.start - 1, ARTICLES | _ITS | {t.low for t in question.tokens if t.possessive})
        per = before > 0 and lows[before - 1 : before + 1] == ["according", "to"]
        if match.kind != "deal" or not (
            per
            or (
                (match.start in owners or (match.start and lows[match.start - 1] in _ITS))
                and before >= 0
                and lows[before] in ("in", "by", "per")
                and last in _WRITINGS
            )
        ):
            continue
        papers = [str(i) for (i,) in question.store.query("SELECT id FROM instrument WHERE deal = ? LIMIT 2", match.target)]
        if len(papers) == 1:
            return papers[0]
    return ""


def said_within(question: Question, document: Document) -> Document:
    """The answer, of nothing but the document that is named. Raises :class:`Refusal` where that does not tell of the party."""
    lows = [t.low for t in question.tokens]
    about = next((i for i, low in enumerate(lows) if low in ("about", "of", "on") and i and question.tokens[i - 1].lemma in english.SAY_WORDS), None)
    named = {(m.kind, m.target) for m in question.matches if m.kind in _PAPERS and m.end <= (about or 0)}
    told = [m for m in question.mentions if about is not None and m.start > about]
    clauses = [doc for doc in document["answers"] if doc.get("clause")]
    if not named or len(told) != 1 or told[0].end != len(lows) or not clauses:
        return document
    kept = [
        doc for doc in clauses if {("instrument", doc.get("instrument")), ("deal", doc.get("deal"))} & named and _tells_of(question, doc, told[0])
    ]
    if len(kept) == len(document["answers"]):
        return document
    if not kept:
        raise Refusal("no-record", f"That document says nothing of {told[0].said} in the record.")
    text = " ".join(f"{str(doc['text']).rstrip('.')}." for doc in kept)
    return {**document, "text": text, "answers": kept}


def _tells_of(question: Question, doc: Document, mention: Mention) -> bool:
    """True where the party is a side of the clause, or its words name it."""
    name = question.store.name("party", mention.party)
    return mention.party in sides_of(doc) or name in own_words(doc) or mention.said in own_words(doc)
