"""A refused question that has two parties the other way round: ``did B invest in A``, of which the record has that A invested in B."""

from __future__ import annotations

from tenor.ask.again.ways import told_clauses
from tenor.ask.language import english
from tenor.ask.language.roots import root, text_keys
from tenor.ask.language.words import lemma
from tenor.ask.parties.sides import sides_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from tenor.ask.interpreting.question import Question
    from tenor.ask.reading import Refusal

    Document = dict[str, Any]

_BOTH = 2
#: Verbs of what may be anything.
_OF_ANYTHING = frozenset(map(lemma, "supply provide deliver offer sell host give get use run buy".split()))
_DOES = ("did", "does", "do", "has", "have")


def the_other_way(question: Question, refusal: Refusal, asked: Callable[[str], Document | None]) -> Document | None:
    """A no with what is recorded the other way round, of the same term, between just these two; None where the same is recorded in this direction, too, or neither is."""
    parties = list(dict.fromkeys(m.party for m in question.mentions))
    if refusal.status != "no-record" or len(parties) != _BOTH or len(refusal.terms) != 1 or not question.affirmative():
        return None
    head = question.typed[0].low
    first = question.mentions[0]
    if not {"own", "itself", "themselves", "each"}.isdisjoint(t.text.lower() for t in question.typed) or _together(question):
        return None
    if head not in _DOES or first.start != 1 or first.possessive or any(t.lemma in english.EXCLUSIVE for t in question.typed):
        return None
    named = {m.party for m in question.mentions if m.product is None}
    names = {m.said: m.party for m in question.mentions if m.product is None or m.party not in named}  # a thing of A's stays where it is
    term = question.lexicon.document(f"term:{refusal.terms[0]}")
    if any(f" {both} {side}" in str(term.get("sentence")) for both in ("and", "or") for side in ("{holder}", "{subject}")):
        return None  # what both do together goes no way
    if not _says_what(question, term):
        return None
    document = asked(_exchanged(question, parties, names))
    told = told_clauses(document) if document is not None else []
    if document is None or not told or document["read_as"]["term"] != refusal.terms[0]:
        return None
    if any(c.get("yes") is not True or {*sides_of(c)} != {*parties} for c in told) or _recorded(question, told):
        return None
    if all((c["value"] or {}).get("period") for c in told):  # what one had from the other in a year says nothing of what flows back
        return None
    text = document["text"].removeprefix("Yes").lstrip(".: ")
    return {
        **document,
        "text": f"No. The other way round: {text}",
        "answers": [{**c, "yes": False} if c["clause"] else c for c in document["answers"]],
    }


def _says_what(question: Question, term: Document) -> bool:
    """False for ``does A supply B``, which may be with anything; not for ``does A invest in B``, where the term is called so."""
    said = [question.tokens[i] for i in question.content() - question.mentioned() if question.tokens[i].lemma not in english.LIGHT_VERBS]
    called = text_keys(" ".join((str(term.get("label")), *term.get("names", ()))))
    return len(said) > 1 or any(root(t.lemma) in called and t.lemma not in _OF_ANYTHING for t in said)


def _together(question: Question) -> bool:
    """``does A develop chips with B``: what is done with somebody goes no way."""
    return any(question.tokens[m.start - 1].low in ("with", "and", "alongside") for m in question.mentions if m.start)


def _exchanged(question: Question, parties: list[str], names: dict[str, str]) -> str:
    """The question with each party named in the other's place."""
    import re

    first = {party: next(said for said in names if names[said] == party) for party in parties}
    other = {parties[0]: first[parties[1]], parties[1]: first[parties[0]]}
    pattern = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    return re.sub(rf"\b(?:{pattern})\b", lambda found: other[names[found[0]]], question.question)


def _recorded(question: Question, told: list[Document]) -> bool:
    """True where a term that the question may be about is recorded in its own direction."""
    ways = {(c["holder"], c["subject"]) for c in told}
    terms = {c.reading.term for c in question.candidates if c.reading.term and len(c.leftover) <= 1}
    return any((x.subject, x.holder) in ways for term in sorted(terms) for x in question.store.lineages(term))
