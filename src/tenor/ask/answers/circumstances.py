"""What a question says around its term, which the versions told must bear out: in which case, above what, for the first time, of whom.

``What happens to X if B is sold`` wants what holds in that case, ``the tier above X`` is not X, ``how much did A first buy`` is the earliest of several, and
of several versions with a yes and a no those are told that name whoever the question names.
"""

from __future__ import annotations

from tenor.ask.answers.beyond import beyond_record, own_words
from tenor.ask.language.english import ASKING, FILLER, NEGATIONS
from tenor.ask.language.plain import PLAIN
from tenor.ask.language.roots import counts, root, text_keys
from tenor.ask.language.words import ARTICLES, forms, lemma
from tenor.ask.names.support import ANY
from tenor.ask.reading import Refusal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from tenor.ask.answers.answer import Answer
    from tenor.ask.interpreting.question import Question
    from tenor.ask.language.words import Token

    Document = dict[str, Any]

_ABOVE = frozenset("above below beneath beyond underneath".split())
#: Words before "if" by which it asks whether, or is none of a case.
_WHETHER = frozenset("know ask wonder see tell say check sure wondering asking only even as what and or".split())
_NO_CASE = frozenset("so not any anything yes possible known ever".split())
#: Words without which no text tells what holds in some case.
_CASES = frozenset(map(lemma, "if unless once upon condition conditional contingent trigger".split()))
_HAPPEN = lemma("happen")
#: Words that lead to a case where it is asked what happens in it.
_ONCE = frozenset(("when", "once"))
_FIRST = frozenset(("first", "initially", "originally"))


def circumstances(answer: Answer, segments: list[Document]) -> list[Document]:
    """The versions that are so in what the question says around its term. Raises :class:`Refusal` where none is."""
    told = [s for s in segments if s["clause"]]
    if not told or not answer.interpreter.typed:
        return segments
    _above(answer, told)
    if answer.reading.raw == "state":
        if answer.reading.over and any(t.low == "if" for t in answer.interpreter.typed[1:]) and any(doc.get("yes") is not None for doc in told):
            raise beyond_record(answer, "The record does not tell that it ends in that case.", told)
        return _of_whom(answer, told, segments)
    _in_that_case(answer, told)
    still = answer.reading.raw == "holder" and any(t.low == "still" for t in answer.interpreter.typed)
    if still and answer.term.get("answer") == "amount" and any((doc["value"] or {}).get("amount") and not doc["bounds"]["to"][1] for doc in told):
        raise beyond_record(answer, "The record tells sums, and not that they still come.", told)
    if answer.reading.raw != "value" or answer.reading.place:
        return segments
    earliest = the_first(answer.reading.asked or answer.interpreter, told, answer.term)
    return segments if len(earliest) == len(told) else earliest


def _in_that_case(answer: Answer, told: list[Document]) -> None:
    """``… if B is sold``, ``what could have halved X``: some version told must speak of that case. Raises :class:`Refusal`."""
    said = answer.interpreter.typed
    thought = [t.low for t in said[:3]]
    if thought[:1] == ["what"] and thought[1:2] in (["could"], ["might"], ["would"]) and thought[2:] == ["have"]:
        _spoken_of(answer, told, 2, len(said))
    happens = any(t.lemma == _HAPPEN for t in said[:3])
    at = next(
        (
            i
            for i, t in enumerate(said[:-1])
            if (t.low == "if" and (i == 0 or said[i - 1].low not in _WHETHER) and said[i + 1].low not in _NO_CASE) or (happens and t.low in _ONCE)
        ),
        None,
    )
    supposed = at is not None and any(t.low == "would" for t in said)
    if at is None or (at == 0 and not supposed and _HAPPEN not in [t.lemma for t in said]):
        return
    if supposed and all(_CASES.isdisjoint(forms(own_words(doc))) for doc in told):
        raise beyond_record(answer, "The record tells what is agreed or was seen, and not what would be in some other case.", told)
    end = next((i for i in range(at + 1, len(said)) if said[i].low in ASKING), len(said))
    _spoken_of(answer, told, at, end)


def _spoken_of(answer: Answer, told: list[Document], at: int, end: int) -> None:
    """Raise :class:`Refusal` for a word between two places that no version told speaks of."""
    said = answer.interpreter.typed
    passed = answer.interpreter.timed() | answer.interpreter.mentioned()
    case = [i for i, t in enumerate(said[:end]) if i > at and i not in passed and counts(t) and t.low not in NEGATIONS]
    plain = FILLER if said[1].lemma == _HAPPEN else PLAIN  # what happens turns on every word of the case
    case = [i for i in case if said[i].lemma not in plain] or case
    support, clauses = answer.interpreter.support(), {doc["clause"] for doc in told}
    for i in case:
        if any(root(said[i].lemma) in text_keys(own_words(doc)) for doc in told):
            continue
        if clauses.isdisjoint(support.clauses(support.keys([i]), ANY)):
            raise beyond_record(answer, f"The record does not tell what holds in that case (“{said[i].text}”).", told)


def _above(answer: Answer, told: list[Document]) -> None:
    """``the tier above X``: what is told of X itself is no answer. Raises :class:`Refusal`."""
    said = answer.interpreter.typed
    starts = {m.start for m in answer.interpreter.mentions if m.party == answer.reading.subject}
    for i, token in enumerate(said[:-1]):
        behind = i + 1 + (said[i + 1].low in ARTICLES)
        if token.low in _ABOVE and starts == {behind} and not all(root(token.lemma) in text_keys(own_words(doc)) for doc in told):
            name = next(m.said for m in answer.interpreter.mentions if m.start == behind)
            raise Refusal(
                "not-understood", f"The question asks for what is {token.low} {name}, and not for {name}.", terms=[answer.reading.term or ""]
            )


def _all_called_so(said: list[Token], firsts: list[int], term: Document) -> bool:
    from tenor.ask.parties.ordinal import called_so

    return all(called_so(said, i, term) for i in firsts)


def the_first(question: Question, told: list[Document], term: Document) -> list[Document]:
    """``how much did A first commit to``: the earliest of amounts that came one after another, unless one of them is called the first."""
    named = {i for m in question.matches if m.end - m.start > 1 for i in range(m.start, m.end)} | question.timed()
    firsts = [i for i, t in enumerate(question.typed) if t.low in _FIRST and i not in named]
    if not firsts or _all_called_so(question.typed, firsts, term) or any(not _FIRST.isdisjoint(own_words(doc).casefold().split()) for doc in told):
        return told
    if any(not (doc["value"] or {}).get("amount") or not doc["bounds"]["from"][0] for doc in told):
        return told
    earliest = min((str(doc["bounds"]["from"][0]) for doc in told), default="")
    return [doc for doc in told if str(doc["bounds"]["from"][0]) == earliest]


def _of_whom(answer: Answer, told: list[Document], segments: list[Document]) -> list[Document]:
    """Of a yes and a no for different things, what names all that the question names beside the two sides."""
    if len({s.get("yes") for s in told}) == 1:
        return segments
    sides = {answer.reading.subject, answer.reading.holder}
    named = [text_keys(m.said) for m in answer.interpreter.mentions if m.product or m.party not in sides]
    kept = [s for s in told if s["scope"] and all(keys <= text_keys(f"{s['scope']} ; {s['label'] or ''}") for keys in named)] if named else []
    return [s for s in segments if not s["clause"] or s in kept] if kept else segments
