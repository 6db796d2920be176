"""``how many years was A president``, ``how long does X last``: how long, and not how much or what else is told of it."""

from __future__ import annotations

from tenor.ask.language import english
from tenor.ask.language.words import Token, lemma, tokens
from tenor.ask.reading import Refusal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from tenor.ask.answers.answer import Answer
    from tenor.ask.interpreting.question import Question

    Document = dict[str, Any]

_SPANS = frozenset(("years", "months", "weeks", "days", "time"))
_UNITS = frozenset(map(lemma, ("year", "month", "week", "day", "hour")))
_ENDING = english.STOPPING | frozenset(map(lemma, ("expiry", "expiration", "duration")))
#: Words behind which a number of days is how long a thing goes on.
_FOR = frozenset("for within after than of least runs lasts lasted ran every over most".split())
_SPENT = {"spend": "serve", "spent": "served"}


def take_span(question: Question) -> bool:
    """Put "how long" into the question in the place of the words that ask for a number of years. True where they did."""
    lows = question.lows()
    i = next((i for i in range(len(lows) - 2) if lows[i] == "how" and lows[i + 1] in ("many", "much") and lows[i + 2] in _SPANS), None)
    terms = {m.target for m in question.matches if m.kind == "term"} or {
        p.term for p in question.patterns if p.kind == "ask" and p.needed <= question.lemmas()
    }
    held = [_is_held(question, term) for term in terms]
    if i is None or not question.mentions or not held or not all(held):
        return False
    said = question.tokens
    question.replace_words({i + 1: Token(said[i + 1].text, "long"), i + 2: Token(said[i + 2].text, "the")} | _serving(said))
    return True


def _is_held(question: Question, term: str) -> bool:
    """True for what somebody has, also at a price that holds from day to day, where no amount of it is a time."""
    document = question.lexicon.document(f"term:{term}")
    if document.get("answer") == "holder" or "{holder}" not in str(document.get("sentence")):
        return document.get("answer") == "holder"
    sql = "SELECT DISTINCT json_extract(doc, '$.value.unit'), json_extract(doc, '$.value.basis') FROM clause WHERE term = ?"
    told = question.store.query(sql, term)
    return document.get("answer") == "amount" and all(lemma(str(unit)) not in _UNITS and basis in ("level", None) for unit, basis in told)


def _serving(said: list[Token]) -> dict[int, Token]:
    """``spent as president`` as "served as president"."""
    return {
        i: Token(t.text, _SPENT[t.low]) for i, t in enumerate(said[:-1]) if t.low in _SPENT and said[i + 1].low in ("as", "in", "being", "serving")
    }


def _leads(said: list[Token]) -> bool:
    """True where "how long" comes first, but for words that ask nothing: "do you know how long"."""
    first = next((i for i, t in enumerate(said) if t.lemma not in english.FILLER or t.low == "how"), 0)
    return [t.low for t in said[first : first + 2]] == ["how", "long"]


def lengths_told(answer: Answer, segments: list[Document]) -> None:
    """``how long does X last``, of what is told in words: the clauses that tell of an end or a length, in their own words. Raises :class:`Refusal`."""
    told = [s for s in segments if s["clause"]]
    if not told or answer.term.get("answer") != "text" or not answer.reading.lasting or not _leads(answer.interpreter.tokens):
        return
    left = [s for s in told if s["ends_when"] or s.get("stated_through") or _tells_a_length(str(s["text"]))]
    if not left:
        raise Refusal("no-record", "The record does not say for how long.", terms=[answer.reading.term or ""])
    segments[:] = [s for s in segments if s not in told or s in left]
    answer.reading.kind, answer.reading.raw = "state", "what"


def _tells_a_length(text: str) -> bool:
    said = tokens(text)
    numbers = [
        i for i, t in enumerate(said[1:], 1) if t.lemma in _UNITS and (said[i - 1].low.isdigit() or said[i - 1].low in (*english.NUMBERS, "one"))
    ]
    lasting = any(_FOR & {t.low for t in said[max(0, i - 3) : i - 1]} for i in numbers)
    return lasting or any(t.lemma in _ENDING for t in said)
