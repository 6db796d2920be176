"""A refused question of two parts, each asked as a whole one: the second with the name or the noun for which its pronoun stands.

A part may be a question that has an answer in another form only, or is about what is no clause. Both must have an answer, the second of somebody who has a
part in the first.
"""

from __future__ import annotations

from tenor.ask.interpreting.in_full import POINTING, in_parallel, name_of, noun_of
from tenor.ask.interpreting.question import Question
from tenor.ask.language import english
from tenor.ask.language.words import Token
from tenor.ask.reading import Refusal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Any

    Document = dict[str, Any]
    #: Gives the answer to a question, or None where it has none.
    Asked = Callable[[str], Document | None]

_ITS = frozenset(("its", "their", "his", "her"))
#: Words, as typed, that point to something of the first part, and for which no name stands.
_ELSEWHERE = frozenset(
    "then there that this those these same instead else other others another each either both former latter one ones him them".split()
)
_DOERS = POINTING - _ITS - _ELSEWHERE
#: Words, as typed, of a second part that asks for nothing but who came after whoever the first tells, or before; and those that may stand beside them.
_NEXT = {
    **dict.fromkeys("next after afterwards afterward successor succeeded followed replaced".split(), "after"),
    **dict.fromkeys("before beforehand previous predecessor preceded".split(), "before"),
}
_BESIDE_NEXT = frozenset("who was it came had the one him her them that his their took over in office right directly immediately".split())


def in_two(question: Question, at: tuple[int, int], asked: Asked, said: Callable[[list[Token]], str]) -> list[Document] | None:
    """The answers to both parts, by the words of the first that end and of the second that start; None where a part has none."""
    parts = [Question(question.store, "", question.today) for _ in range(2)]
    try:
        for part, words in zip(parts, (question.tokens[: at[0]], question.tokens[at[1] :]), strict=True):
            part.lexicon, part.tokens = question.lexicon, words
            part.look_up()
    except Refusal:
        return None
    before, after = parts
    first = asked(f"{said(before.tokens)}?")
    if first is not None and (way := _asks_who_next(after)):
        second = _next_to(before, first, way, asked, said)
        return [first, second] if second is not None else None
    for words in _in_full(after, before) if first is not None else ():
        second = asked(f"{said(words)}?")
        if first is not None and second is not None and _of_the_same(before, after, first, second):
            return [first, second]
    return None


def _asks_who_next(question: Question) -> str:
    """The side that ``and who came next``, ``and who was it before`` asks about; empty for anything else."""
    ways = {_NEXT[t.low] for t in question.tokens if t.low in _NEXT}
    said_all = all(t.low in _NEXT or t.low in _BESIDE_NEXT for t in question.tokens)
    return ways.pop() if len(ways) == 1 and said_all and question.tokens[0].low == "who" else ""


def _next_to(before: Question, first: Document, way: str, asked: Asked, said: Callable[[list[Token]], str]) -> Document | None:
    """Who came on that side of the one whom the first answer tells; None where it tells several, or what comes near is not next to that time."""
    told = [c for c in first["answers"] if c["clause"] and c["holder"]]
    if len(told) != 1 or len(first["answers"]) != 1:
        return None
    words = [t for i, t in enumerate(before.tokens) if i not in before.timed()]
    found = asked(f"{said(words)} {way} {before.store.name('party', told[0]['holder'])}?")
    one, other = (told[0], *found["answers"]) if found is not None and len(found["answers"]) == 1 else (None, None)
    if one is None or other is None:
        return None
    early, late = (one, other) if way == "after" else (other, one)
    ends, starts = early["bounds"]["to"][1], late["bounds"]["from"][0]
    return found if ends and starts and ends <= starts else None


def _in_full(question: Question, before: Question) -> Iterator[list[Token]]:
    """The ways to say the second part with nothing that points to the first."""
    words = question.tokens
    if (alike := in_parallel(question, before)) is not None:
        yield alike
    lows = [t.low for t in words]
    if lows[-2:-1] and lows[-2] in _ITS and lows[-1] == "own":  # "when did B submit its own"
        owner = next((i for i, t in enumerate(before.tokens) if t.low in _ITS), len(before.tokens) - 1)
        words = [*words[:-1], *before.tokens[owner + 1 :]]
        lows = [t.low for t in words]
    if not _ELSEWHERE.isdisjoint(lows):
        return
    at = next((i for i, low in enumerate(lows) if low in _DOERS), None)
    if at is None:
        if question.mentions:
            yield words
        return
    doer = next((m for m in before.mentions if m.start and before.tokens[m.start - 1].lemma in english.YES_NO), None)
    if doer is not None and words[at - 1].lemma in english.YES_NO:
        yield [*words[:at], *name_of(before, doer), *words[at + 1 :]]
    elif (
        lows[at] == "it" and english.YES_NO & {t.lemma for t in before.tokens[1:2]} and (noun := noun_of(before))
    ):  # "what is X, and what was it in May"
        yield [*words[:at], *noun, *words[at + 1 :]]


def _of_the_same(before: Question, question: Question, first: Document, second: Document) -> bool:
    """True where the second answer tells another thing, and each of its records is of all whom the second part names, or of whom the first does."""
    told = [{str(c["clause"]) for c in document["answers"] if c["clause"]} for document in (first, second)]
    named = question.parties() | (before.parties() if question.parties() <= before.parties() else set())
    whose = [_parties(question, name) for name in told[1]]
    return bool(named and whose) and not told[0] & told[1] and second["read_as"]["kind"] != "list" and all(named <= parties for parties in whose)


def _parties(question: Question, name: str) -> frozenset[str]:
    """Everybody who has a part in a clause or an event."""
    if name.startswith("event:"):
        return frozenset(map(str, question.lexicon.document(name).get("parties", ())))
    return question.support().parties(name)
