"""``who no longer sells X``, ``which company stopped paying Y``, ``whom did A cease to pay``: whoever had a thing and has it no more, and nobody who has it still."""

from __future__ import annotations

from itertools import pairwise

from tenor.ask.language import english
from tenor.ask.language.words import forms, lemma
from tenor.ask.reading import Refusal
from tenor.dates import DAWN, FOREVER, parse_day

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from tenor.ask.answers.answer import Answer
    from tenor.ask.interpreting.question import Question

    Document = dict[str, Any]

#: Verbs that say so wherever they stand, and those that do behind "who" or "which N".
_QUITTING = frozenset(map(lemma, ("stop", "cease", "quit", "discontinue")))
_GIVING_UP = english.LOSING - frozenset(map(lemma, "end expire lapse terminate finish drop withdraw".split()))
_LEAVE = lemma("leave")
#: Verbs of ending what is somebody's own: "which company ended its payments".
_ENDING = frozenset(map(lemma, "end terminate drop cancel".split()))
_WHO = frozenset(("who", "whom", "which", "what"))
#: Words, as typed, between "who" and its verb.
_BETWEEN = frozenset("has have had of the two both these those ever already since".split())


def asks_who_is_done(question: Question) -> bool:
    """True where whoever had a thing before is asked for."""
    lows = question.lows()
    named = {i for m in question.matches if m.kind == "term" for i in range(m.start, m.end)} | question.timed()
    if any(i not in named and (t.lemma in _QUITTING or lows[i : i + 2] == ("no", "longer")) for i, t in enumerate(question.tokens)):
        return True
    verb = next((i for i, low in enumerate(lows) if low in _WHO), len(lows)) + 1
    owned = {m.end for m in question.mentions if m.possessive}  # "which of A's suppliers"
    nouns = question.sort_words() | question.mentioned() | owned
    while verb < len(lows) and (lows[verb] in _BETWEEN or verb in nouns or question.tokens[verb].lemma in english.LIST_WORDS | english.ADVERBS):
        if question.tokens[verb].lemma in _GIVING_UP | _ENDING:
            break
        verb += 1
    if verb >= len(lows) or verb in named:
        return False
    said = question.tokens[verb].lemma
    return said in _GIVING_UP or (said in _ENDING and lows[verb + 1 : verb + 2] != () and lows[verb + 1] in english.OWNING)


def no_longer(answer: Answer) -> list[Document] | None:
    """The versions that say so; None where nothing of the sort is asked.

    Raises:
        Refusal: nobody is recorded so.
    """
    reading = answer.reading
    question = reading.asked or answer.interpreter
    if reading.raw not in ("holder", "list", "value", "what") or reading.edge or reading.term is None:
        return None
    if not asks_who_is_done(question) and not _left(question, reading.term):
        return None
    window = reading.window if reading.window is not None and question.moments else (DAWN, answer.today + 1)
    label = answer.term.get("label", reading.term)
    if answer.term.get("answer") == "text":  # a rule or a condition is nobody's
        if reading.raw in ("value", "what"):
            return None
        raise Refusal("no-record", f"Who had it before is not what “{label}” tells.", terms=[reading.term])
    found = [doc for x in answer.store.lineages(reading.term) for doc in answer.store.versions(x.n) if _meant(answer, question, doc)]
    gone = [doc for doc in found if _gone(answer, doc, window)]
    whole = any(
        a.low in english.OWNING and b.lemma in english.DEAL_WORDS for a, b in pairwise(question.tokens)
    )  # of a whole contract, one right is no more than a part
    if not gone or whole:
        raise Refusal("no-record", f"Nobody is recorded as having it no longer (“{label}”).", terms=[reading.term])
    over = {doc["clause"] for doc in gone if doc["state"] != "no"}
    held = answer.term.get("answer") == "holder"  # there, that nobody has it names nobody
    nobody = {doc["clause"] for doc in gone if held and doc["state"] == "no" and doc["replaces"] in over}
    denied = {name for doc in gone if doc["state"] == "no" and doc["clause"] not in nobody for name in (doc["replaces"], *doc["also_replaces"])}
    return [doc for doc in gone if doc["clause"] not in nobody | denied]


def _left(question: Question, term: str) -> bool:
    """``which airlines left A``: a verb that elsewhere can be said of a stage, where a pattern of the term has it."""
    said = any(p.kind == "ask" and p.term == term and _LEAVE in p.needed for p in question.patterns)
    return said and bool(question.parties()) and question.typed[0].low in _WHO


def _meant(answer: Answer, question: Question, doc: Document) -> bool:
    """True for a version of whoever is named, each in the part that the question gives it."""
    reading, named = answer.reading, question.parties()
    holders = (doc["holder"], *doc["holders"])
    if doc["state"] == "no" and not any(holders):  # nobody has it: of whoever had it before
        before = answer.store.record(doc["replaces"] or "") or {}
        holders = (before.get("holder"), *before.get("holders", ()))
    if doc["role"] == "exception" or not named <= {doc["subject"], *holders}:
        return False
    if (reading.subject in named and doc["subject"] != reading.subject) or (reading.holder in named and reading.holder not in holders):
        return False
    if reading.scope or doc["scope"] is None:
        return not reading.scope or doc["scope"] == reading.scope
    return bool(forms(doc["scope"]) & {t.lemma for t in question.tokens})  # one thing of several that is gone is not all of them


def _gone(answer: Answer, doc: Document, window: tuple[int, int]) -> bool:
    """True where a version says that it was over, or came to its end with no other in its place, within the time."""
    if doc["state"] == "no":
        start = doc["bounds"]["from"][1]
        return bool(doc["replaces"]) and start is not None and window[0] <= parse_day(start) < window[1]
    end = doc["bounds"]["to"][1]
    later = answer.store.record(doc["replaced_by"]) or {} if doc["replaced_by"] else {}
    held = [{d.get("holder"), *d.get("holders", ())} - {None} for d in (doc, later)]
    elsewhere = bool(held[1]) and held[0].isdisjoint(held[1])  # whoever left A had something else behind it, or nothing
    if end is None or (later and later.get("state") != "no" and not elsewhere):
        return False
    return window[0] <= parse_day(end) - 1 < min(window[1], answer.today + 1, FOREVER)
