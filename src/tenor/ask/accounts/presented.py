"""``who is A``, ``tell me about A``, ``what deals does A have``, ``who are A's partners``: a party by its own record, and the deals that it is part of."""

from __future__ import annotations

from tenor.ask.answers.telling import upper
from tenor.ask.language import english
from tenor.ask.language.words import lemma
from tenor.ask.reading import Reading, Refusal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from tenor.ask.answers.answer import Answer
    from tenor.ask.interpreting.question import Question

    Document = dict[str, Any]

#: Words that stand beside a party in a question for what it has with others, and those of which at least one does.
_DEALS = frozenset(map(lemma, "deal agreement contract partnership arrangement partner".split()))
_BESIDE = frozenset(map(lemma, "have has make get strike record recorded there of with business any all main current".split())) | english.LIGHT_VERBS
#: Verbs behind which a party is asked for as such.
_BEING = frozenset(("is", "are", "was", "were", "about", "exactly", "me", "tell"))
_MOST_WORDS = 9
_SHARED = "SELECT 1 FROM record WHERE kind = 'deal' AND coalesce(json_extract(doc, '$.kind'), '') != 'table' LIMIT 1"
#: Of more deals than these the names are told alone.
_MOST_SUMMARIES = 3


def presented_reading(question: Question, kind: str, kind_used: set[int]) -> Reading | None:
    """The reading of a question for a party as such, or for its deals; None where anything else is asked."""
    if (
        len(question.mentions) != 1
        or question.moments
        or question.known is not None
        or question.relative is not None
        or len(question.tokens) > _MOST_WORDS
    ):
        return None
    mention = question.mentions[0]
    if mention.product is not None or kind not in ("holder", "what", "list", "keyword"):
        return None
    rest = question.content() - kind_used - set(range(mention.start, mention.end))
    said = {question.tokens[i].lemma for i in rest}
    deals = bool(said & _DEALS) and said <= _DEALS | _BESIDE
    if deals and not question.store.query(_SHARED):
        return None  # where all is of tables, what is recorded of a party are its clauses
    if not deals and not _as_such(question, kind, rest):
        return None
    reading = Reading("what" if not deals else "list", None)
    reading.target = ("deals" if deals else "party", mention.party, 0)
    reading.known, reading.corrections = question.known, question.corrections
    reading.why = [f"{'the deals of' if deals else 'who is'} {mention.said}"]
    return reading


def _as_such(question: Question, kind: str, rest: frozenset[int]) -> bool:
    """``who is A``; what is called so and is no party is told as that, unless a person is asked for."""
    mention = question.mentions[0]
    if rest or mention.possessive or mention.end != len(question.tokens):
        return False
    if not any(t.text.lower() in _BEING for t in question.typed) or not question.lexicon.document(f"party:{mention.party}").get("body"):
        return False
    others = [m for m in question.matches if m.kind not in ("party", "product") and m.start <= mention.start and mention.end <= m.end]
    if any(m.kind == "term" for m in others):  # "who is the landlord": whoever has that, and not who is called so
        return False
    person = question.lexicon.document(f"party:{mention.party}").get("kind") == "person"
    return not others or kind == "holder" or (person and all(m.kind != "deal" for m in others))


def presented(answer: Answer) -> Document:
    """A party in its record's own words with the deals that it is part of, or those deals. Raises :class:`Refusal` where there is none."""
    kind, party, _ = answer.reading.target or ("", "", 0)
    document = answer.interpreter.lexicon.document(f"party:{party}")
    name = str(document.get("full_name") or document["name"])
    sql = "SELECT id, doc FROM record WHERE kind = 'deal' AND json_extract(doc, '$.parties') LIKE ? ORDER BY id"
    found = [(str(i), answer.interpreter.lexicon.document(str(i))) for i, _ in answer.store.query(sql, f'%"{party}"%')]
    from tenor.ask.accounts.records import told_as_clause

    told = [told_as_clause(answer, "deal", i, {**deal, "says": deal.get("summary"), "status": _status(answer, i)}, None) for i, deal in found]
    if kind == "party":
        own = told_as_clause(answer, "party", party, {"says": document["body"], "status": "inferred"}, None)
        short = "" if name == document["name"] else f"{document['name']}, in full {name}: "
        text = f"{short or name + ': '}{document['body'].rstrip('.')}."
        return answer.made("answered", text + (f" On record: {_titles([deal for _, deal in found])}." if found else ""), [own, *told])
    between = [(i, deal) for i, deal in found if _between_firms(answer, deal)]
    if not between:
        raise Refusal("no-record", f"No deal of {document['name']} with another party is recorded.")
    found, kept = between, {i for i, _ in between}
    told = [doc for doc in told if doc["clause"] in kept]
    if len(found) <= _MOST_SUMMARIES:
        text = " ".join(f"{deal['title']}: {str(deal.get('summary') or '').rstrip('.')}." for _, deal in found)
    else:
        text = f"{len(found)} on record: {_titles([deal for _, deal in found])}."
    return answer.made("answered", upper(text), told)


def _status(answer: Answer, deal: str) -> str:
    """How sure a deal is as a whole: what a clause of it has that is confirmed, else what its first has."""
    sql = "SELECT c.status FROM listed_in AS l JOIN clause AS c ON c.n = l.clause WHERE l.deal = ? ORDER BY c.place"
    found = [str(status) for (status,) in answer.store.query(sql, deal)]
    return "confirmed" if "confirmed" in found or not found else found[0]


def _between_firms(answer: Answer, deal: Document) -> bool:
    """True for what more than one party has a part in, none of them a program, which is what one offers to everybody."""
    parties = [str(p) for p in deal.get("parties", ())]
    return len(parties) > 1 and all(answer.interpreter.lexicon.document(f"party:{p}").get("kind") != "program" for p in parties)


def _titles(deals: list[Document]) -> str:
    """The titles of deals; of a single one, what it is as well."""
    if len(deals) == 1:
        return f"{deals[0]['title']}: {str(deals[0].get('summary') or '').rstrip('.')}"
    return "; ".join(str(deal["title"]) for deal in deals)
