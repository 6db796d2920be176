"""``which regions``, ``how many startups``: a noun that says what is asked for must be one of what is told, and not only a word that may stand beside it."""

from __future__ import annotations

from tenor.ask.answers.strength import beyond_record, own_words
from tenor.ask.interpreting.asked import NO_SORT
from tenor.ask.language import english
from tenor.ask.language.roots import counts, root, text_keys
from tenor.ask.language.words import lemma, tokens

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from tenor.ask.answers.answer import Answer
    from tenor.ask.interpreting.question import Question
    from tenor.ask.language.words import Token

    Document = dict[str, Any]

#: How many words behind "which" can say what is asked for.
_LONGEST = 4
_KINDS = ("list", "holder", "value", "what")
_ANYTHING = (
    english.SIDES
    | english.OUTLETS
    | english.GENERIC
    | english.DOCUMENTS
    | english.DEAL_WORDS
    | english.MEASURES
    | english.VALUE_WORDS
    | english.LIST_WORDS
    | english.EXTREMES
    | english.MONEY
    | frozenset(map(lemma, "event day date time thing way direction".split()))
)


def of_what_is_asked(answer: Answer, segments: list[Document]) -> None:
    """Raises :class:`Refusal` where nothing that is told, and no name of its term, has the noun behind "which" or "how many".

    Of a term that is answered by who has it, the noun may be any word for such: ``which side``, ``which town``.
    """
    question, reading = answer.interpreter, answer.reading
    if reading.kind not in _KINDS or reading.sort or reading.asked is not None or answer.term.get("answer") is None:
        return
    if answer.term["answer"] == "holder" and reading.holder is None and not reading.only:
        return
    told = [s for s in segments if s["clause"]]
    asked = _behind_which(question)
    if question.counts() == "things" and (place := question.counted()) is not None and not any(_counts(s, question.tokens[place]) for s in told):
        raise beyond_record(answer, f"The record has no number of “{question.tokens[place].text}” here.", told)
    asked -= question.mentioned() | question.timed()
    nouns = {i for i in asked if counts(question.tokens[i])}
    if not nouns or not told or any(question.tokens[i].lemma in _ANYTHING for i in nouns):
        return
    own = text_keys(
        " ".join(
            [
                *map(own_words, told),
                *(str((s["value"] or {}).get("text") or "") for s in told),
                str(answer.term.get("label")),
                *answer.term.get("names", ()),
                *answer.term.get("asks", ()),
                str(answer.term.get("sentence")),
            ]
        )
    )
    if all(root(question.tokens[i].lemma) not in own for i in nouns):
        raise beyond_record(answer, f"The record does not say “{question.tokens[min(nouns)].text}” here.", told)


def _counts(doc: Document, noun: Token) -> bool:
    """True where a version has a number of these things: as its amount, or in its words."""
    value = doc["value"] or {}
    if any(value.get(name) is not None for name in ("amount", "low", "high")):
        return True
    said = tokens(own_words(doc))
    return any(
        t.lemma == noun.lemma and any(x.low[:1].isdigit() or x.low in english.NUMBERS for x in said[max(0, i - 3) : i]) for i, t in enumerate(said)
    )


def _behind_which(question: Question) -> set[int]:
    """The words between "which" at the start and a verb; a party that stands there is passed over: ``which A regions``."""
    lows, named, timed = question.lows(), question.mentioned(), question.timed()
    start = next((i + 1 for i, low in enumerate(lows[:2]) if low == "which"), len(lows))
    out: set[int] = set()
    for j in range(start, min(start + _LONGEST, len(lows))):
        if j in timed or question.tokens[j].lemma in NO_SORT:
            break
        if j not in named:
            out.add(j)
    return out
