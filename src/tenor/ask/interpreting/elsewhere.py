"""Words that ask for something else than who has what a term names: who ran for it, who served under its holder, whom its holder employs, the party of a person, another thing of a like name."""

from __future__ import annotations

from itertools import pairwise

from tenor.ask.language import english
from tenor.ask.language.words import ARTICLES, lemma, tokens

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection

    from tenor.ask.interpreting.question import Question

#: Words, as typed, behind a verb of standing or serving that turn it from holding a thing to wanting it, or to working for whoever holds it.
_TOWARD = frozenset("for under with against toward towards alongside beside beneath".split())
_ANY_TOWARD = _TOWARD - {"for"}
#: What whoever has something does to others.
_DONE = (english.STEADY | english.AIMING) - frozenset(map(lemma, ("concern", "relate")))
#: Nouns for what is given, which make of the word before them the name of a thing, and whoever gives it.
_GIVEN = frozenset(map(lemma, "supply delivery payment purchase".split()))
_GIVER = lemma("supplier")
#: How many letters "supply" and "supplier" have alike.
_STEM = 5
#: Whoever runs a country does not run for it.
_RUN = lemma("run")


def asked_elsewhere(question: Question, term: str, pattern: Collection[int] = ()) -> set[int]:
    """Positions of such words beside the name of a term; ``pattern`` are the words that one of its patterns accounts for."""
    return (
        _aiming(question, pattern)
        | _of_persons(question, term)
        | _own_name(question)
        | _of_holders(question, term)
        | _of_another_thing(question, term)
        | done_to_others(question, pattern)
    )


def done_to_others(question: Question, pattern: Collection[int] = ()) -> set[int]:
    """``who did the president employ``: the verb at the end, of what is done by whoever has it; not ``who did it belong to``."""
    said = question.tokens
    last = max(set(range(len(said))) - question.timed(), default=0)
    if {"who", "whom", "which"}.isdisjoint(question.lows()) or "do" not in question.lemmas() or said[last].lemma not in _DONE or last in pattern:
        return set()
    beside = {i for i, t in enumerate(said) if t.low in ("of", *ARTICLES) or t.lemma in english.DEAL_WORDS} | question.mentioned()
    before = next((i for i in range(last, 0, -1) if i - 1 not in beside), 0)
    return {last} if any(m.kind == "term" and m.end == before for m in question.matches) else set()


def _aiming(question: Question, pattern: Collection[int]) -> set[int]:
    """``ran for president``, ``served under the president``."""
    if english.AIMING.isdisjoint(question.lemmas()):
        return set()
    starts = {m.start for m in question.matches if m.kind == "term"}
    out = set()
    named = question.mentioned() | question.timed()  # the "com" of an address is no form of "come"
    for i, token in enumerate(question.tokens[:-2]):
        how = question.tokens[i + 1].low
        if token.lemma not in english.AIMING or i in named or how not in (_ANY_TOWARD if i in pattern and token.lemma != _RUN else _TOWARD):
            continue
        j = i + 2
        while j < len(question.tokens) and (question.tokens[j].low in ARTICLES or any(m.start <= j < m.end for m in question.mentions)):
            j += 1
        if j in starts:
            out.add(i)
    return out


def _of_persons(question: Question, term: str) -> set[int]:
    """``what party was the president``: nouns for a body of people, where only persons have what the term names."""
    if english.BODIES.isdisjoint(question.lemmas()):
        return set()
    named = {i for m in question.matches if m.kind in ("term", "party") for i in range(m.start, m.end)}
    nouns = {i for i in question.content() - named - question.timed() if question.tokens[i].lemma in english.BODIES}
    return nouns if nouns and _persons(question, term) else set()


def _of_another_thing(question: Question, term: str) -> set[int]:
    """``the pest supply contract``, of pest control: a word of a name before a noun for what is given names another thing than the whole name does."""
    said = question.lemmas()
    if _GIVEN.isdisjoint(said) and _GIVER not in said:
        return set()
    own = [t.lemma for t in tokens(str(question.lexicon.document(f"term:{term}").get("label") or ""))]
    out = set()
    for i, (before, token) in enumerate(pairwise(question.tokens), 1):
        missing = own if token.lemma in _GIVEN else own[-1:] if token.lemma == _GIVER else ()
        if before.lemma in own and any(word not in said for word in missing) and not any(word.startswith(token.lemma[:_STEM]) for word in own):
            out.add(i)
    return out


def _own_name(question: Question) -> set[int]:
    """``what name did the president have``."""
    lows = question.lows()
    return {1} if lows[:2] in (("what", "name"), ("which", "name")) and question.tokens[2:3] and question.tokens[2].lemma in ("do", "have") else set()


def _of_holders(question: Question, term: str) -> set[int]:
    """``which presidents were also vice president``: who has had another thing as well, which no one term tells."""
    if question.typed[0].low not in ("which", "what"):
        return set()
    own = {i for m in question.matches if m.kind == "term" and m.target == term for i in range(m.start, m.end)}
    titles = {m.start for m in question.mentions}  # "under president A"
    others = [m for m in question.matches if m.kind == "term" and m.target != term and m.end not in titles and own.isdisjoint(range(m.start, m.end))]
    beside = [m for m in others if own and (m.start == 1 < min(own) or min(own) == 1 < m.start)]
    held = [m for m in beside if _persons(question, m.target)]
    return {i for m in held for i in range(m.start, m.end)} if held and _persons(question, term) else set()


def _persons(question: Question, term: str) -> bool:
    """True where all holders of a term are persons."""
    held = question.store.query("SELECT DISTINCT holder FROM pair WHERE term = ? AND holder IS NOT NULL", term)
    return bool(held) and all(question.lexicon.document(f"party:{holder}").get("kind") == "person" for (holder,) in held)
