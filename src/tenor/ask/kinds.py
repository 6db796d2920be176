"""The kind of a question: who, what, whether, how much, since when, until when, what changed, which."""

from __future__ import annotations

from tenor.ask import english
from tenor.ask.words import ARTICLES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from tenor.ask.question import Question

_COMPANY_WORDS = english.LIST_WORDS


def kind_of(question: Question) -> tuple[str, set[int], set[str]]:
    """The kind, the positions of the words that say so, and the question's head words as typed."""
    lows = [t.low for t in question.tokens]
    lemmas = [t.lemma for t in question.tokens]
    heads = set(lows[:4]) & (english.PAST | {"is", "are", "does", "do", "has", "have"})
    timed = question.timed()

    def at(*words: str) -> int | None:
        for i in range(len(lows) - len(words) + 1):
            if tuple(lows[i : i + len(words)]) == words and i not in timed:
                return i
        return None

    changes = {
        i
        for i, w in enumerate(lemmas)
        if w in ("switch", "chang", "change", "evolv", "differ", "differenc", "history", "compar", "altered", "amend") and i not in timed
    }
    for words in (
        ("until", "when"),
        ("until", "which", "year"),
        ("until", "what", "year"),
        ("until", "which", "date"),
        ("by", "when"),
        ("till", "when"),
        ("up", "to", "when"),
    ):
        if (i := at(*words)) is not None:
            return "end", set(range(i, i + len(words))), heads
    for words in (("since", "when"), ("from", "when")):
        if (i := at(*words)) is not None:
            return "start", set(range(i, i + len(words))), heads
    for phrase in (("from", "what", "date"), ("from", "which", "date"), ("from", "what", "day"), ("as", "of", "what", "date")):
        if (i := at(*phrase)) is not None:
            return "start", set(range(i, i + len(phrase))), heads
    if (i := at("how", "long")) is not None:
        return ("start" if i + 2 < len(lows) and lows[i + 2] in ("has", "have") else "end"), {i, i + 1}, heads
    when = next((i for i, w in enumerate(lows) if w == "when" and i not in timed), None)
    if when is None and lows[:1] == ["what"] and len(lows) > 1 and lows[1] in ("date", "day", "year", "time", "month"):
        when = 1
    if (
        when is None
        and lows[:2] in (["which", "year"], ["which", "date"], ["in", "which"], ["on", "which"], ["in", "what"])
        and any(w in ("year", "date", "month", "day") for w in lows[:4])
    ):
        when = next(i for i, w in enumerate(lows) if w in ("year", "date", "month", "day"))
    if when is not None:
        if changes:
            return "change", changes | {when}, heads
        ends = {i for i, w in enumerate(lemmas) if w in english.ENDING or lows[i] in ("out", "over")}
        runs = {i for i, w in enumerate(lemmas) if w in ("run",) and i + 1 < len(lows) and lows[i + 1] == "out"}
        return ("end", ends | {when}, heads) if ends or runs else ("start", {when}, heads)
    if changes:
        return "change", changes, heads
    if at("what", "happened") is not None:
        return "change", {at("what", "happened") or 0, (at("what", "happened") or 0) + 1}, heads
    for words in (
        ("how", "much"),
        ("how", "many"),
        ("how", "big"),
        ("how", "large"),
        ("how", "high"),
        ("what", "percentage"),
        ("what", "percent"),
        ("what", "amount"),
        ("what", "size"),
    ):
        if (i := at(*words)) is not None:
            return "value", set(range(i, i + len(words))), heads
    who = next((i for i, w in enumerate(lows) if w in ("who", "whom", "whose")), None)
    if who is not None:
        return "holder", {who}, heads
    which = next(
        (
            i
            for i, w in enumerate(lows)
            if w == "which"
            or (
                w == "what"
                and i + 1 < len(lemmas)
                and (
                    lemmas[i + 1] in _COMPANY_WORDS
                    or (i + 2 < len(lemmas) and lemmas[i + 1] not in english.FILLER and lemmas[i + 2] in english.YES_NO)
                )
            )
        ),
        None,
    )
    if which is not None:
        return "list", {which}, heads
    asking = english.YES_NO | {"what", "how", "wher"}
    first = next(
        (
            t.lemma
            for i, t in enumerate(question.tokens)
            if i not in timed and (t.lemma in asking or t.lemma not in english.FILLER) and t.low not in ARTICLES
        ),
        "",
    )
    if first in english.YES_NO:
        return "state", set(), {t.low for i, t in enumerate(question.tokens) if i not in timed and t.lemma in english.YES_NO}
    if "where" in lows:
        return "holder", set(), heads
    if first in ("list", "nam") or at("what", "all") is not None:
        return "list", {i for i, w in enumerate(lemmas) if w in ("list", "nam", "all")}, heads
    if "what" in lows or "how" in lows:
        return "what", set(), heads
    return "keyword", set(), heads


def kind_words(kind: str) -> frozenset[str]:
    """Words that say no more than the kind itself does."""
    return {
        "start": english.START_WORDS,
        "end": english.END_WORDS,
        "change": english.CHANGE_WORDS,
        "value": english.VALUE_WORDS | english.SUM_WORDS,
        "list": english.LIST_WORDS,
        "holder": english.LIST_WORDS,
        "what": english.VALUE_WORDS,
        "keyword": english.VALUE_WORDS,
    }.get(kind, frozenset())


def resolved(kind: str, document: dict[str, Any]) -> str:
    """What and keyword questions take the kind of their term's answer."""
    if kind in ("what", "keyword"):
        return {"holder": "holder", "amount": "value", "yes-no": "state", "date": "end"}.get(str(document.get("answer")), "state")
    return kind
