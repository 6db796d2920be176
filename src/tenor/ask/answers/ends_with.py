"""``does the right end with X``, ``once X is declared``: a stated last day says nothing of that, only what the record says of X does."""

from __future__ import annotations

from tenor.ask.answers.beyond import beyond_record
from tenor.ask.language import english
from tenor.ask.language.roots import text_keys
from tenor.ask.language.words import forms, tokens

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from tenor.ask.answers.answer import Answer
    from tenor.ask.interpreting.question import Question

    Document = dict[str, Any]

#: Between what ends and that with which it ends.
_JOINTS = frozenset("with upon at on once when if after because as by should".split())
#: Behind these, "end" is no verb.
_BEFORE_A_NOUN = frozenset("the an any no its their this that".split())
#: Verbs of coming about, of what is said to end it.
_COMING_ABOUT = forms("declare reach achieve arrive come happen attain occur be announce soon automatically ever itself")
#: How many words before a thing a text may deny it: "no cut-off at X".
_DENIED = 4
_DENYING = frozenset(("no", "not", "without", "never"))
#: What is only limited to the time before a thing does not end with it.
_LIMITING = forms("limited before")


def ends_with(answer: Answer) -> list[Document] | None:
    """What the record says of the case in which the question has it end; None where no such case is asked about.

    Raises:
        Refusal: the record does not speak of that case.
    """
    question, reading = answer.interpreter, answer.reading
    wanted = question.support().keys(_case(question, answer))
    if not wanted or question.denied:
        return None
    only, reading.only, reading.over = reading.only, [], False
    told = [s for s in answer.segments() if s["clause"] and s["state"] != "no"]
    speaking = [s for s in told if wanted <= text_keys(f"{s['text']} {s['ends_when']} {s['label']}")]
    if not speaking and told:
        raise beyond_record(answer, "The record does not say that it ends in that case.", told)
    if not speaking:
        reading.only = only
        return None
    named = any(m.kind == "term" and m.target == reading.term for m in question.matches)
    for doc in speaking:
        doc["yes"] = _ends(doc, wanted) if named else None  # a right that only the texts led to may be another one
    return speaking


def _case(question: Question, answer: Answer) -> set[int]:
    """The words for what would end it: behind "with" after a verb of ending, or in front of that verb as the one that does it."""
    said = question.tokens
    verb = next((i for i, t in enumerate(said) if t.lemma in english.LOSING and (not i or said[i - 1].low not in _BEFORE_A_NOUN)), None)
    head = next((t for i, t in enumerate(said) if i not in question.timed() and t.lemma in english.YES_NO), None)
    if verb is None or head is None or head.low in english.POSSIBLE:
        return set()
    aside = question.timed() | {i for m in question.matches if m.kind == "term" and m.target == answer.reading.term for i in range(m.start, m.end)}
    joint = next((i for i in range(verb + 1, len(said)) if said[i].low in _JOINTS and i not in aside), None)
    sides = {x.subject for x in answer.reading.lineages} | {x.holder for x in answer.reading.lineages}
    aside |= {i for m in question.mentions if m.party in sides for i in range(m.start, m.end)}
    behind = range(joint + 1, len(said)) if joint is not None else range(1, verb) if verb + 1 < len(said) and _acts(question, verb) else range(0)
    return {
        i for i in behind if i not in aside and i in question.content() and said[i].lemma not in _COMING_ABOUT | english.NOW_WORDS | english.LOSING
    }


def _acts(question: Question, verb: int) -> bool:
    """True for ``does X end A's right``: what ends stands behind the verb, and nobody before it."""
    return not any(m.start < verb for m in question.mentions) and any(m.start > verb for m in question.mentions)


def _ends(doc: Document, wanted: set[str]) -> bool | None:
    """Yes where the end is tied to the case in so many words, no where the text denies it, else neither."""
    when = str(doc["ends_when"] or "")
    if wanted <= text_keys(when):
        return None if (_DENYING | _LIMITING) & forms(when) else True
    said = tokens(str(doc["text"]))
    at = [i for i, t in enumerate(said) if text_keys(t.text) & wanted]
    return False if at and all(_DENYING & {t.low for t in said[max(0, i - _DENIED) : i]} for i in at) else None
