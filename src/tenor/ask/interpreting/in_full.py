"""The words of a second part, said in full: with the time, the names and the noun that the first part named."""

from __future__ import annotations

from tenor.ask.answers.wording import date_words
from tenor.ask.interpreting.kinds import kind_of, kind_words
from tenor.ask.interpreting.question import Question
from tenor.ask.language import english
from tenor.ask.language.words import Token, tokens
from tenor.ask.reading import Reading, Refusal
from tenor.dates import iso, parse_day

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from tenor.ask.reading import Mention

_PRONOUNS = ("it", "they", "them", "that", "him")
#: Pronouns that a party stands for, and no thing or fact.
_DOERS = ("it", "they", "he", "she")
#: Words that point to what the first part named.
POINTING = frozenset((*_DOERS, *_PRONOUNS)) | english.OWNING
#: Words behind which a party is no doer: "how much of A does B own, and what did it pay".
_BEHIND = frozenset(("of", "in", "into", "to", "for", "from", "with", "on", "by"))
_WITH_SOMEBODY = frozenset(("in", "into", "to", "with"))
FOR = Token("for", "for")
#: "and at what price": said of the first part's own day.
_BESIDE = frozenset(("at", "for", "on", "with"))
#: How the first part's time is pointed to at the end of the second.
_THEN = (("then",), ("back", "then"), ("at", "that", "time"), ("at", "the", "time"), ("at", "that", "point"), ("by", "then"))

_AFTERWARDS = (("afterwards",), ("afterward",), ("thereafter",), ("after", "that"), ("next",))


def said_in_full(question: Question, first: Reading, before: Question) -> list[Token]:
    """The second part with the time to which it points, and without what the first part's answer tells anyway.

    Raises:
        Refusal: it points to a time that the first part does not name.
    """
    return _at_the_same_time(_on_its_day(_until_when(question, first), question, first), before)


def _on_its_day(said: list[Token], question: Question, first: Reading) -> list[Token]:
    """``when did A die, and who was king then``, ``… afterwards``: with the day of the event that the first part is about, or the next."""
    event = question.lexicon.document(f"event:{first.target[1]}") if first.target is not None and first.target[0] == "event" else {}
    typed, date = [t.text.lower() for t in said], str(event.get("date") or "")
    for later, ends in enumerate((_THEN, _AFTERWARDS)):
        end = next((end for end in ends if typed[-len(end) :] == list(end) and len(typed) > len(end)), None)
        if end is not None and len(date) == len("2026-01-01"):
            return [*said[: -len(end)], *tokens(f"on {date_words(iso(parse_day(date) + later))}")]
    return said


def _until_when(question: Question, first: Reading) -> list[Token]:
    """``how much, and until when``: until when, where that is told with how much."""
    said = [t for t in question.tokens if t.low != "and"]
    sized = first.term is not None and "{value}" in str(question.lexicon.document(f"term:{first.term}").get("sentence", ""))
    both = [t.low for t in said[:2]] == ["how", "much"] and [t.low for t in said[2:]] in (["until", "when"], ["till", "when"], ["since", "when"])
    return said[2:] if both and sized else question.tokens


def _at_the_same_time(said: list[Token], before: Question) -> list[Token]:
    """``and could A sell it then``, ``and was it still allowed to``: the time that the first part names."""
    typed, time = [t.text.lower() for t in said], _time(before)
    if time and typed[0] in english.PAST and "still" in typed:
        return [*said, *time]
    end = next((end for end in _THEN if typed[-len(end) :] == list(end)), typed)
    if len(typed) > len(end) and not time:
        raise Refusal("not-understood", f"Which time “{' '.join(end)}” means is not said in the first part.")
    return [*said[: -len(end)], *time] if len(typed) > len(end) else said


def object_of(question: Question) -> int | None:
    """Where "it" is what is done something to: "how much does A pay for it"."""
    said = question.tokens
    found = (i for i, t in enumerate(said) if t.low in ("it", "them") and i and said[i - 1].lemma not in english.YES_NO)
    return next(found, None) if said[0].lemma not in english.YES_NO else None


def with_object(question: Question, before: Question, at: int) -> Iterator[list[Token]]:
    """The second part with what the first named in the place of "it", and with the others that it named."""
    said, named = question.tokens, question.parties()
    others = [name_of(before, m) for m in before.mentions if m.party not in named]
    noun = [] if said[at - 1].low in _WITH_SOMEBODY else noun_of(before)  # "invest in it": in a party, and not in what was promised
    for words in (noun, [t for name in others for t in name], *others):
        if words:
            yield [*said[:at], *words, *said[at + 1 :]]


def completed(question: Question, first: Reading, before: Question) -> Iterator[list[Token]]:
    """The ways to say the second part in full, the likeliest first."""
    said = question.tokens
    noun, when = noun_of(before), [] if question.moments else _time(before)
    beside = said[0].low in _BESIDE
    if beside and first.term is not None and first.kind == "start":
        return  # "when did A first invest, and at what price": as it was then, and not as it is now
    at = next((i for i, t in enumerate(said) if t.low in _PRONOUNS and said[0].lemma in english.YES_NO), None)
    if at is not None and noun:
        yield [*said[:at], *noun, *said[at + 1 :]]
    doer = next((i for i, t in enumerate(said) if t.low in {*_DOERS, *english.OWNING}), None)
    if doer is not None and (first.term is not None or said[doer].low != "it"):  # of an event, "it" is what happened
        owns = said[doer].low in english.OWNING
        likely = sorted(before.mentions, key=lambda m: m.start > 0 and before.tokens[m.start - 1].low in _BEHIND)
        for mention in likely if owns else likely[:1]:
            yield [*said[:doer], *name_of(before, mention, owns=owns), *said[doer + 1 :], *when]
    if doer is None:
        yield [*said, FOR, *noun, *when]
        if first.scope or first.scopes or first.only:  # what the first part singled out may not get lost
            return
    if doer is None or first.holder is None:
        yield [*said, *(when if beside else ())]
    if doer is not None:
        return
    names = [name_of(before, m) for m in sorted(before.mentions, key=lambda m: m.party != first.subject)]
    for some in ([t for name in names for t in name], *names):
        yield [*said, FOR, *some, *when]


def in_parallel(question: Question, before: Question) -> list[Token] | None:
    """``does X work on A, and does it work on B``, ``how much is the rent for A, and how much for B``: the first part with the end of the second; None for any other."""
    said, told = question.tokens, before.tokens
    verbs = {said[0].lemma, told[0].lemma}
    if len(said) > len(("does", "it", "work")) and verbs <= english.YES_NO and said[1].low in _DOERS:
        again = next((i for i in range(2, len(told)) if told[i].lemma == said[2].lemma), None)
        return [said[0], *told[1:again], *said[2:]] if again is not None else None
    name = question.mentions[0] if len(question.mentions) == 1 else None
    doer = next((m for m in before.mentions if m.start and before.tokens[m.start - 1].lemma in english.YES_NO), None)
    if name is not None and doer is not None and 0 < name.start < doer.start and name.end == len(said) and name.party not in before.parties():
        lows = [[t.low for t in words[: name.start]] for words in (said, told)]
        return [*told[: doer.start], *said[name.start :], *told[doer.end :]] if lows[0] == lows[1] else None  # "and how much B"
    lead = next((i for i, t in enumerate(said) if t.low in _BEHIND), 0)
    if not lead or lead == len(said) - 1 or [t.low for t in said[:lead]] != [t.low for t in told[:lead]]:
        return None
    places = [i for i in range(lead, len(told)) if told[i].low == said[lead].low]
    return [*told[: places[0]], *said[lead:]] if len(places) == 1 else None


def with_its_noun(question: Question, before: Question) -> list[Token]:
    """``how high is the X credit, and does it pay for Y``: the second part with what the first named in the place of "it"; empty where it has no such word."""
    said, noun = question.tokens, noun_of(before)
    return [said[0], *noun, *said[2:]] if noun and said[0].lemma in english.YES_NO and said[1].low in _PRONOUNS else []


def name_of(question: Question, mention: Mention, *, owns: bool = False) -> list[Token]:
    """The words of a name, as an owner's or not."""
    words = question.tokens[mention.start : mention.end]
    return [*words[:-1], Token(words[-1].text, words[-1].low, owns)]


def noun_of(before: Question) -> list[Token]:
    """What the first part named: its words without those that ask and that say when."""
    kind, used, _ = kind_of(before)
    free = before.content() - used - before.timed()
    return [t for i, t in enumerate(before.tokens) if i in free and t.lemma not in kind_words(kind) | english.EXTREMES | english.YES_NO]


def _time(before: Question) -> list[Token]:
    """The words of the first part's time, where it has one."""
    return before.tokens[before.moments[0].first : before.moments[0].last + 1] if len(before.moments) == 1 else []
