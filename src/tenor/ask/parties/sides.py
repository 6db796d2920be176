"""What the records say of the sides of a term: who is its subject and holder, and which of them its verbs make of a party in front of them."""

from __future__ import annotations

from itertools import pairwise

from tenor.ask.language.english import LIGHT_VERBS, NOW_WORDS, YES_NO
from tenor.ask.language.words import ARTICLES, lemma

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from tenor.ask.interpreting.question import Question
    from tenor.ask.names.lexicon import Lexicon, Match
    from tenor.ask.reading import Mention
    from tenor.store.read import Lineage, Store

    Document = dict[str, Any]

#: What of a pattern need not be said.
_PLACES = frozenset(("{subject}", "{subject}'s", "over", "of", "for", "with", "from", "on", "in", "at", *ARTICLES))


def sides_of(clause: Document) -> set[str]:
    """The subject and the holders of a clause."""
    return {clause["subject"], clause["holder"], *clause["holders"]}


#: Nouns of giving: who is named behind "to" receives.
GIVING = frozenset(map(lemma, "payment commitment promise pledge debt obligation contribution loan cheque check".split()))


class Known:
    """Which parties are subject and holder of a term anywhere in the record."""

    def __init__(self, store: Store, term: str) -> None:
        implied = tuple((store.record(f"term:{term}") or {}).get("implied_by", ()))
        weaker = [
            t.removeprefix("term:")
            for (t,) in store.query("SELECT source FROM link WHERE target = ? AND field = 'implied_by' ORDER BY source", f"term:{term}")
        ]
        marks = ",".join("?" * (1 + len(implied) + len(weaker)))
        self.lineages: list[Lineage] = store.lineages(term)
        self.pairs: set[tuple[str, str]] = set(store.query(f"SELECT subject, holder FROM pair WHERE term IN ({marks})", term, *implied, *weaker))
        self.subjects = {lineage.subject for lineage in self.lineages} | ({subject for subject, _ in self.pairs} if weaker else set())
        self.holders = {holder for _, holder in self.pairs}
        self.scopes = sorted({x.scope for x in self.lineages if x.scope})


#: Behind "is", as typed: whoever it is said of may do what follows.
_LET = frozenset("allowed able permitted entitled free authorized authorised".split())


def known_of(store: Store, term: str) -> Known:
    """Which parties are subject and holder of a term; shared between questions."""
    return store.once(("known", term), lambda: Known(store, term), lambda known: len(known.pairs))


def acting_slot(question: Question, term: str | None, mention: Mention, *, light: bool = False) -> str:
    """``did A buy``, ``of what A buys``, ``of A's payments``: the slot of a party before a verb or a noun of giving, where every pattern of the term has the same one before that verb; else empty."""
    at = mention.end
    if mention.possessive and at < len(question.tokens) and question.tokens[at].lemma in GIVING:
        return _doers(question.lexicon, term or "").get(question.tokens[at].lemma, "")
    while at + 1 < len(question.tokens) and question.tokens[at].lemma in NOW_WORDS:
        at += 1
    verb = question.tokens[at] if at < len(question.tokens) and not mention.possessive else None
    first = mention.start - 1
    while first > 0 and question.tokens[first].low in ARTICLES:
        first -= 1
    before = question.tokens[first].lemma if first >= 0 else "be"
    after = question.tokens[at : at + 3]
    if (
        before == "be"
        and len(after) == len(("free", "to", "do"))
        and after[0].low in _LET
        and after[1].low == "to"
        and after[2].low not in ARTICLES
        and not mention.possessive
    ):
        return _doers(question.lexicon, term or "").get(after[2].lemma, "")  # "is A allowed to buy"
    must = [t.text.lower() for t in question.tokens[at + 1 : at + 2]] == ["to"]
    has = verb is not None and verb.lemma == "hav" and before == "do" and question.tokens[0].lemma == "do" and not must
    what = first > 0 and question.tokens[first].low == "what"
    if (
        verb is None
        or before == "be"
        or (before not in YES_NO and not what)
        or (verb.lemma in (YES_NO if light else YES_NO | LIGHT_VERBS) and not has)
    ):
        return ""
    named = [m for m in question.matches if m.kind == "term" and m.start <= mention.end < m.end]
    if named and not (
        first == mention.start - 1 and before == "do" and _takes_object(question, mention.end, named)
    ):  # "does the Acme right …": a noun
        return ""
    doers = _doers(question.lexicon, term or "")
    done = after[2].lemma if must and after[2:] else ""  # "did A agree to buy": of what A is to buy
    return doers.get(done) or doers.get(verb.lemma, "")


def _takes_object(question: Question, verb: int, named: list[Match]) -> bool:
    """``did A guarantee the lease``, ``did A lend 1 billion``, ``did A lend to B``: True where a name of one word stands for a verb, by what is behind it."""
    behind = [t.low for t in question.tokens[verb + 1 : verb + 2]]
    to_a_party = verb + 1 + (behind == ["to"]) in {m.start for m in question.mentions}
    return all(m.end - m.start == 1 for m in named) and (
        to_a_party or any(word in ARTICLES | {"its", "their"} or word == "$" or word[:1].isdigit() for word in behind)
    )


def had_by(question: Question, term: str) -> str:
    """The slot that has something in the sentences of a term: "subject" of "A has no main cloud", "holder" of "B has a right to A's work"; else empty.

    The holder, too, where a pattern of the term says that it has what the question names: "B had the catering contract of A".
    """
    said = question.lemmas()
    having = (str(ask) for ask in question.lexicon.document(f"term:{term}").get("asks", ()) if str(ask).startswith("{holder} have "))
    if any(all(word in _PLACES or lemma(word) in said for word in ask.split()[2:]) for ask in having):
        return "holder"
    slots = {text.split("} {has|had}")[0].split("{")[-1] for text in _sentences(question.lexicon, term) if "} {has|had}" in text}
    return slots.pop() if len(slots) == 1 else ""


def _sentences(lexicon: Lexicon, term: str) -> list[str]:
    document = lexicon.document(f"term:{term}")
    return [str(document.get(name) or "") for name in ("sentence", "negative")]


def _doers(lexicon: Lexicon, term: str) -> dict[str, str]:
    """For each verb of a term's patterns, and for having in its sentences, the slot in front of it, where it is always the same; worked out once."""

    def read() -> dict[str, str]:
        found: dict[str, set[str]] = {}
        has = [text.replace("{has|had}", "have") for text in _sentences(lexicon, term) if "} {has|had}" in text]
        for ask in (*lexicon.document(f"term:{term}").get("asks", ()), *has):
            for one, two in pairwise(str(ask).split()):
                if one in ("{subject}", "{holder}") or (one.endswith("}'s") and lemma(two) in GIVING):
                    found.setdefault(lemma(two), set()).add(one.removesuffix("'s").strip("{}"))
        return {verb: slots.pop() for verb, slots in found.items() if len(slots) == 1}

    return lexicon.store.once(("doers", term), read, len)
