"""Whom a question names, asks for or leaves out: of those the versions that answer are. Each check raises :class:`Refusal` where nothing is recorded of them."""

from __future__ import annotations

from itertools import pairwise

from tenor.ask.answers.beyond import beyond_record, no_record, own_words
from tenor.ask.answers.wording import joined
from tenor.ask.language import english
from tenor.ask.language.roots import text_keys
from tenor.ask.language.words import forms, lemma, tokens
from tenor.ask.parties.sides import sides_of
from tenor.ask.reading import Refusal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from tenor.ask.answers.answer import Answer
    from tenor.ask.language.words import Token

    Document = dict[str, Any]


#: Words for owning, and for a part that is owned.
_OWNING = frozenset("owns owned owner owners ownership stake stakes share shares stock shareholder equity property proprietor possession".split())
_RUNNING = frozenset(map(lemma, ("run", "last", "good", "valid")))
_FIT = frozenset(map(lemma, ("eligible", "eligibility", "qualify")))
_APPLY = lemma("apply")


def of_another(answer: Answer, segments: list[Document]) -> None:
    """``may B do X``, where the record has only that A may: what it says of B, though it be no yes.

    Raises:
        Refusal: no clause that is told has a part for B.
    """
    reading, support = answer.reading, answer.interpreter.support()
    named = {m.party for m in answer.interpreter.mentions}
    for mention in answer.interpreter.mentions:
        who = answer.store.name("party", mention.party)
        acting = mention.start == 1 and not mention.possessive and reading.holder == mention.party
        told = [s for s in segments if s["clause"] and s.get("yes")]
        part = [s for s in segments if s["clause"] and (mention.party in support.parties(s["clause"]) or _is_named(s, who, mention.said))]
        if reading.negated and not part and _had_it(answer, mention.party):
            continue
        mute = acting and told and not any(s["holder"] or s["holders"] or s["subject"] == mention.party for s in told)
        if not part or (mute and not (any(s["subject"] in named for s in told) and any(_is_named(s, who, mention.said) for s in told))):
            raise no_record(answer, f"Nothing is recorded on “{answer.term.get('label', reading.term)}” for {who}.")
        if not any(s in part for s in told):
            segments[:] = part


def _is_named(doc: Document, *names: str) -> bool:
    """True where a clause's own words hold all of any of these names."""
    own = text_keys(own_words(doc))
    return any(text_keys(name) <= own for name in names)


def _had_it(answer: Answer, party: str) -> bool:
    """True where another version of the same has the party: it may have it no longer."""
    versions = (doc for x in answer.reading.lineages for doc in answer.store.versions(x.n, answer.known))
    return any(party in sides_of(doc) for doc in versions)


def names_its_answer(answer: Answer, segments: list[Document]) -> None:
    """``who left the office to Ann``: of what one holds at a time, who it was is not told by whom the question names. Raises :class:`Refusal`."""
    reading, question = answer.reading, answer.interpreter
    if reading.kind != "holder" or reading.asks != "holder":
        return
    several = answer.term.get("answer") != "holder" or answer.term.get("many")  # "who was A's observer", of a seat that A had
    owned = question.lows()[0] == "who" and question.tokens[1].lemma == "be" and {s["subject"] for s in segments if s["clause"]} <= question.parties()
    meant = [m for m in question.mentions if m.product is None and ((m.possessive and owned) or not several)]
    after = {m.party: question.tokens[m.end : m.end + 1] for m in meant}
    named = {party for party, behind in after.items() if not any(t.lemma in english.DOCUMENTS for t in behind)}
    told = {holder for s in segments if s["clause"] for holder in (s["holder"], *s["holders"]) if holder}
    named -= {s["subject"] for s in segments}
    if told and told <= named and any(t.low in ("who", "whom", "whose") for t in question.tokens):
        text = "The question names who it was and asks who it was: ask when, or who came before or after."
        text = "The record tells who has that, and not which person it was." if several else text
        raise Refusal("not-understood", text, terms=[reading.term or ""])


def who_may(answer: Answer, segments: list[Document]) -> None:
    """``who is eligible for A``: rules that say nothing of that do not answer. Raises :class:`Refusal` where all are such."""
    said = answer.interpreter.typed
    applies = any(one.low in english.POSSIBLE and two.lemma == _APPLY for one, two in pairwise(said))
    if said and said[0].low in ("who", "which") and (applies or any(t.lemma in _FIT for t in said)):
        _keep(
            answer,
            segments,
            [s for s in segments if s["clause"] and (_FIT | {_APPLY}) & forms(own_words(s))],
            "The record does not say who is eligible.",
        )


def rules_that_end(answer: Answer, segments: list[Document]) -> None:
    """``when does B expire``: of rules, those that speak of an end; of one document, that it states none is told. Raises :class:`Refusal` where none does."""
    if answer.reading.raw != "end" or answer.term.get("answer") != "text" or not answer.interpreter.typed:
        return
    told = [s for s in segments if s["clause"]]
    left = [s for s in told if s["bounds"]["to"][1] or _ends(tokens(own_words(s)))]
    if left or len({s["instrument"] for s in told}) > 1:
        _keep(answer, segments, left, "The record does not say when it ends.")


def _keep(answer: Answer, segments: list[Document], left: list[Document], why: str) -> None:
    """Of the versions of clauses only these. Raises :class:`Refusal` where that leaves none."""
    told = [s for s in segments if s["clause"]]
    if told and not left:
        raise beyond_record(answer, why, told)
    segments[:] = [s for s in segments if s not in told or s in left]


def _ends(said: list[Token]) -> bool:
    """True where a text speaks of an end, or of how long a thing runs."""
    return any(a.lemma in english.ENDING or (a.lemma in _RUNNING and b.low in ("for", "until", "through")) for a, b in pairwise(said))


def of_the_sort(answer: Answer, segments: list[Document]) -> None:
    """``which chip makers``: only parties of that sort answer. Raises :class:`Refusal` where none does."""
    sort = answer.reading.sort
    if not sort:
        return
    subject = answer.reading.asks == "subject"
    mine = [s for s in segments if s["clause"] and sort & ({s["subject"]} if subject else {s["holder"], *s["holders"]})]
    if not mine:
        raise no_record(answer, f"No such party is recorded for “{answer.term.get('label', answer.reading.term)}”.")
    segments[:] = mine


def owned(answer: Answer, segments: list[Document]) -> None:
    """``who owns X``, ``does A own X``: who supplies or uses it is no owner. Raises :class:`Refusal` where nothing that is told speaks of owning."""
    said = answer.interpreter.typed
    ends = {m.end for m in answer.interpreter.mentions if not m.possessive} if len(said) == len(answer.interpreter.tokens) else set()
    verb = any(t.low in ("owns", "owned") or (t.low == "own" and (i in ends or said[i - 1].low in ("to", "not"))) for i, t in enumerate(said) if i)
    told = [s for s in segments if s["clause"]]
    if not verb or not told:
        return
    texts = [f"{answer.term.get('label')} {answer.term.get('sentence') or ''}", *(own_words(s) for s in told if answer.reading.kind != "state")]
    if not any(_OWNING & {t.low for t in tokens(text.replace("|", " "))} for text in texts):
        raise no_record(answer, f"The record does not say who owns it. Recorded: {str(told[0]['text']).rstrip('.')}.")


def names_nobody(answer: Answer, segments: list[Document]) -> None:
    """``name the experts on X``, ``what are the names of …``: that no text says who it is, is no list. Raises :class:`Refusal` with what is said."""
    listing = answer.reading.raw == "list" or any(t.low == "names" for t in answer.interpreter.tokens)
    told = [s for s in segments if s["clause"]]
    if listing and answer.term.get("answer") == "holder" and told and all(s["status"] == "unstated" for s in told):
        raise no_record(answer, f"No names are recorded: {str(told[0]['text']).rstrip('.')}.")


def without_the_excepted(answer: Answer, segments: list[Document]) -> None:
    """``who besides A``: the others. Raises :class:`Refusal` where nobody else is recorded, or where A has no part in what answers."""
    left = answer.reading.excepted
    if not left:
        return
    support = answer.interpreter.support()
    concerned = set().union(*(support.parties(c) for x in answer.reading.lineages for c in answer.store.clauses(x.n)))
    mine = [s for s in segments if s["clause"] and not left & {s["holder"], *s["holders"]}]
    for segment in segments if answer.reading.kind == "state" else ():  # "does anyone other than A": that A does is no yes
        if segment["clause"] and segment.get("yes") and segment not in mine:
            segment["yes"] = False if segment["exclusive"] else None
        elif segment["clause"] and segment.get("yes") is False and segment["state"] == "no":  # that A alone does not, leaves it to others
            segment["yes"] = None
    if answer.reading.kind in ("state", "start", "end") and left <= concerned:  # "a cloud other than A": the clause that speaks of A says it
        return
    if mine and not left <= concerned:
        who = joined([answer.store.name("party", party) for party in sorted(left - concerned)])
        raise no_record(answer, f"{who} has no part in “{answer.term.get('label', answer.reading.term)}” on record: ask without it.")
    if not mine:
        raise no_record(answer, f"Nobody else is recorded for “{answer.term.get('label', answer.reading.term)}”.")
    segments[:] = mine
