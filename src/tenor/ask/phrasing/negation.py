"""What a question may not hold, and the negations that are read."""

from __future__ import annotations

from itertools import pairwise

from tenor.ask.language import english
from tenor.ask.language.roots import counts, root
from tenor.ask.language.words import ARTICLES, Token, lemma, tokens
from tenor.ask.reading import Refusal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from tenor.ask.interpreting.question import Question


_EACH = frozenset(("each", "both", "either"))
_DIRECTIONS = frozenset(("direction", "directions"))
_WAYS = frozenset((("both", "way"), ("both", "ways"), ("each", "way")))
_BEHIND_THERE = 2
_ADVISING = frozenset((("should", "i"), ("should", "we"), ("should", "one"), ("worth", "it")))
#: ``where will the stake be by 2028``: how high, and not in what place.
_STANDING = frozenset((("be", "by"), ("be", "in"), ("be", "at"), ("stand", "by"), ("stand", "in"), ("stand", "at")))
#: What is said of stock that is worth buying, or is not.
_SECURITIES = frozenset(("stock", "stocks", "share", "shares"))
_RATINGS = frozenset((("a", "buy"), ("a", "sell"), ("a", "hold")))
#: Words of whoever said what will be, which can be on record.
_FORECASTING = frozenset(
    "forecast forecasts forecasted expect expects expected project projects projected predict predicted estimate estimates estimated".split()
)
_SAME_DEAL = frozenset("deal agreement contract amendment accord document filing letter lease announcement".split())
_ADVICE = frozenset(("recommend", "recommended", "advisable", "advise"))
#: Words behind "in your" that ask for a view, and words of a judgment on what somebody did: "was A right to do it".
_VIEWS = frozenset(("view", "opinion", "judgment", "judgement", "estimation"))
_JUDGING = frozenset("right wrong wise smart foolish stupid justified fair unfair clever sensible".split())
_PARTS_OF_A_TEXT = frozenset(("clause", "section", "article", "paragraph", "page", "exhibit", "docket", "case", "filing"))


def _declined(what: str) -> Refusal:
    """The refusal of what no record answers, however it is put."""
    return Refusal("not-understood", f"{what}: the records say who, what, how much, since when and until when.", final=True)


def refuse_words(question: Question, kind: str) -> None:
    """Raise :class:`Refusal` for a word that no record answers, or a negation in a place where it is not read."""
    lows = question.lows()
    if "how" in lows and any(
        lows[i] == "how" and lows[i + 1] in ("do", "can", "could", "should", "would") and lows[i + 2] in ("i", "we", "you", "one")
        for i in range(len(lows) - 2)
    ):
        raise Refusal("not-understood", "I do not tell how to do a thing: the records say who, what, how much, since when and until when.")
    pairs = set(pairwise(lows))
    advice = "should" in lows and ("my" in lows or "our" in lows)
    if advice or (_SECURITIES & {*lows} and not _RATINGS.isdisjoint(pairs)) or not _ADVISING.isdisjoint(pairs) or not _ADVICE.isdisjoint(lows):
        raise _declined("I do not advise")
    if _asks_a_view(question, lows):
        raise _declined("I have no view of my own")
    if "before" in lows and any(lows[i : i + 3] in (("before", "and", "after"), ("after", "and", "before")) for i in range(len(lows) - 2)):
        raise Refusal("ambiguous", "The question names two times, before and after; ask for one.")
    if kind == "what" and "outside" in lows and any(a in ("falls", "fall", "fell", "lies", "is", "are") and b == "outside" for a, b in pairs):
        raise Refusal("no-record", "What is outside of a thing is told only where a record says what it leaves out.")
    if "same" in lows and any(a == "same" and b in _SAME_DEAL for a, b in pairs):
        raise Refusal("not-understood", "What “the same” points back to is not said here: name it, or its date.")
    if kind == "change" and "between" in lows:
        i = lows.index("between")
        if i not in question.timed() and "and" in lows[i:] and sum(m.start > i for m in question.mentions) < 2:
            raise Refusal("not-understood", "I do not know the two days after “between”: write dates, or the names of documents or events.")
    if kind == "start" and (
        pairs & {("find", "out"), ("found", "out"), ("learn", "that"), ("learned", "that"), ("know", "that"), ("hear", "that")}
        or any(a in ("become", "became") and b in ("public", "known") for a, b in pairs)
    ):
        raise Refusal("not-understood", "Since when a thing has held is recorded apart from when it was told: ask when it was reported.")
    if not _EACH.isdisjoint(lows) and both_ways(question.tokens) and not (kind == "change" and len(question.parties()) == len(("one", "other"))):
        raise Refusal("not-understood", "I read one direction at a time: ask who has it from whom, and then the other way round.")
    if not _PARTS_OF_A_TEXT.isdisjoint(lows) and any(a in _PARTS_OF_A_TEXT and b in ("number", "numbers", "no") for a, b in pairs):
        raise Refusal("not-understood", "The records do not hold the numbers of clauses, sections or pages.")
    supposed = "would" in lows and "if" in lows and (kind == "value" or "worth" in lows)
    ahead = (kind == "value" and "will" in lows) or ([*lows[:2]] == ["where", "will"] and not _STANDING.isdisjoint(pairs)) or supposed
    if ahead and _FORECASTING.isdisjoint(lows) and any(m.record is None and m.start > question.today for m in question.moments):
        raise Refusal("not-understood", "The records say what has been agreed or seen, and not what will be.")
    if ("how", "come") in pairs:
        raise Refusal(
            "not-understood",
            "I cannot answer “how come” from records of what held when: they say who, what, how much, since when and until when.",
        )
    if not english.REFUSED.isdisjoint(question.lemmas()):
        _refuse_unrecorded(question, kind)
    if not (_STAYING_OUT.isdisjoint(pairs) and _DECLINING.isdisjoint(lows)):
        _refuse_absence(lows)
    if not question.affirmative():
        _refuse_negations(question, kind)


def _refuse_absence(lows: Sequence[str]) -> None:
    """Raise :class:`Refusal` for words that say that somebody took no part."""
    for one, two in pairwise(lows):
        if (one, two) in _STAYING_OUT or (one in _DECLINING and two in ("to", "from")):
            raise Refusal("not-understood", f"I do not read “{one} {two}”: the records say who took part, and not who did not.")


def _named(question: Question) -> set[int]:
    """Positions of the words of names."""
    return {i for m in question.matches if m.kind not in ("scope", "deny") for i in range(m.start, m.end)}


def _refuse_unrecorded(question: Question, kind: str) -> None:
    """Raise :class:`Refusal` for a word that asks for what no record says, and that is no part of a name."""
    named_so = frozenset().union(*(p.needed for p in question.patterns))
    party = question.mentioned()
    part = {
        i
        for i, t in enumerate(question.tokens)
        if t.lemma in named_so and (t.lemma not in english.COMPARING or _next(question, i, party) in named_so)
    }
    verb = {i for i, t in enumerate(question.tokens) if t.low == "mean" and any(x.lemma == "do" for x in question.tokens[:i])}
    for i in sorted(question.content() - _named(question) - part - verb - question.compared()):
        if i and question.tokens[i].low == "more" and question.tokens[i - 1].low in ("any", "no"):
            continue
        if question.tokens[i].lemma in english.REFUSED and kind != "value" and not (kind == "what" and question.tokens[i].lemma in english.EXTREMES):
            raise Refusal(
                "not-understood",
                f"I cannot answer “{question.tokens[i].text}” from records of what held when: they say who, what, how much, since when and until when.",
            )


def _refuse_negations(question: Question, kind: str) -> None:
    """Raise :class:`Refusal` for a negation in a place where it is not read."""
    named = _named(question)
    for i, token in enumerate(question.tokens):
        if token.low == "without":  # a word like any other: it must stand in what answers
            continue
        if kind == "start" and token.low in ("not", "no") and _denied_there(question, i):
            continue
        read = negation(question, i) if token.low in english.NEGATIONS and i not in named else ""
        if read is None or (read == "lacking" and kind not in LISTING):
            raise unread(token.text)


def unread(word: str) -> Refusal:
    """The refusal of a negation in a place where it is not read."""
    return Refusal(
        "not-understood",
        f"I do not read “{word}” in this place, and leaving it out could turn the question round. Ask it without a negation.",
    )


def lacking(question: Question) -> bool:
    """``which credits do not pay for X``: whether those are asked for of which the record says no."""
    if question.affirmative():
        return False
    named = _named(question)
    return any(t.low == "not" and i not in named and negation(question, i) == "lacking" for i, t in enumerate(question.tokens))


def _asks_a_view(question: Question, lows: Sequence[str]) -> bool:
    """``in your view, …``, ``was A right to do it``; "A's right to do it" is a thing that A has."""
    if "your" in lows and any(one == "your" and two in _VIEWS for one, two in pairwise(lows)):
        return True
    if question.typed[0].lemma != lemma("be"):
        return False
    judged = {m.end for m in question.mentions if not m.possessive and m.start == 1}
    return any(lows[end] in _JUDGING and lows[end + 1 : end + 2] == ("to",) for end in judged if end < len(lows))


def both_ways(said: Sequence[Token]) -> set[int]:
    """``in each direction``, ``both ways``: where the question says that each of two parties is meant as the one that has it."""
    lows = [t.low for t in said]
    if _EACH.isdisjoint(lows):
        return set()
    return {j for i, (a, b) in enumerate(pairwise(lows)) if (a in _EACH and b in _DIRECTIONS) or (a, b) in _WAYS for j in (i, i + 1)}


#: Verbs of not taking part.
_STAYING_OUT = frozenset((verb, "out") for verb in ("stay", "stayed", "stays", "sat", "sit", "sits", "keep", "kept", "remained")) | frozenset(
    (("opted", "out"), ("passed", "on"), ("skipped", "the"), ("skip", "the"), ("shunned", "the"), ("refrained", "from"))
)
_DECLINING = frozenset("decline declined declines refuse refused refuses fail failed fails abstain abstained".split())
#: How many words behind a negation of a text are denied by it.
_DENIED = 3


def _denied_there(question: Question, i: int) -> bool:
    """True where an event is named that is told with the same negation: when somebody decided that a thing is not so."""
    denied = next((root(t.lemma) for t in question.tokens[i + 1 :] if counts(t)), "")
    for match in question.matches:
        said = tokens(str(question.lexicon.document(f"event:{match.target}").get("says") or "")) if match.kind == "event" else []
        if any(t.low in english.NEGATIONS and denied in {root(x.lemma) for x in said[n + 1 : n + 1 + _DENIED]} for n, t in enumerate(said)):
            return True
    return False


def _next(question: Question, i: int, party: frozenset[int]) -> str:
    """The word behind a position and behind the names of parties there."""
    i += 1
    while i in party:
        i += 1
    return question.tokens[i].lemma if i < len(question.tokens) else ""


def negation(question: Question, i: int) -> str | None:
    """What a negation at a position does: ``longer`` (no longer), ``exclusive`` (not exclusive), ``polite`` (isn't it), ``lacking`` (which does not).

    None where it is not read.
    """
    low = question.tokens[i].low
    after = question.tokens[i + 1].low if i + 1 < len(question.tokens) else ""
    if low == "no" and (after == "longer" or (i == _BEHIND_THERE and question.tokens[1].low == "there" and question.tokens[0].lemma == "be")):
        return "longer"  # "was there no X": so it was where nobody had it
    if low == "no" and any(t.low == "more" and question.tokens[j - 1].low == "any" for j, t in enumerate(question.tokens) if j > i + 1):
        return "longer"
    if (
        low == "not"
        and after in ("any", "anymore")
        and (after == "anymore" or (i + 2 < len(question.tokens) and question.tokens[i + 2].low in ("longer", "more")))
    ):
        return "longer"
    if low == "not" and after == "only" and i and question.tokens[i - 1].low in _DOING_NOT:
        return None  # "does not only do X": X and more
    if low == "non" and any(m.kind == "scope" and m.start == i + 1 for m in question.matches):
        return None  # "a non-AI startup": not what the name behind it means
    if low in ("non", "nonexclusive") or (low == "not" and i + 1 < len(question.tokens) and question.tokens[i + 1].lemma in english.EXCLUSIVE):
        return "exclusive"
    if _never_since(question.tokens, i):
        return "longer"
    if low == "not" and question.tokens[0].lemma in english.YES_NO and (i == 1 or _before_an_office(question, i)):
        return "polite"
    lows = [t.low for t in question.tokens[:i]]
    if low == "not" and lows[:1] in (["which"], ["what"]) and lows[-1] in _LACKING and after not in _HALVING and len(lows) > len(("which", "do")):
        return "lacking" if sum(word in english.YES_NO or lemma(word) in english.YES_NO for word in lows) == 1 else None
    return None


def _before_an_office(question: Question, i: int) -> bool:
    """``was A not the president``: whoever asks so supposes that it was A; what holds is told either way."""
    said = question.tokens
    if not {"anymore", "longer", "more"}.isdisjoint(question.lows()):  # "is A not the president anymore": whether it is over
        return False
    if not question.mentions or question.mentions[0].end != i or said[0].lemma != "be" or any(t.lemma in english.EXCLUSIVE for t in said):
        return False
    j = i + 1
    while j < len(said) and (said[j].low in ARTICLES or any(m.start <= j < m.end for m in question.mentions)):  # "not the British king"
        j += 1
    named = {m.target for m in question.matches if m.kind == "term" and m.start == j}
    return any(question.lexicon.document(f"term:{term}").get("answer") == "holder" for term in named)


def _never_since(tokens: Sequence[Token], i: int) -> bool:
    """``since when has A had no X``, ``since when may A not …``: since when it is over."""
    lows = [t.low for t in tokens]
    if lows[:2] != ["since", "when"] or sum(low in english.NEGATIONS for low in lows) > 1 or any(low in _OPENING_A_CLAUSE for low in lows[2:i]):
        return False
    return i + 1 < len(lows) and lows[i + 1] not in _HALVING and (lows[i] == "not" or tokens[i - 1].lemma in _HAVING or lows[2] in ("has", "have"))


#: Words that open a clause of their own, in which a negation says nothing of the statement as a whole.
_OPENING_A_CLAUSE = frozenset("that which who whom whose where when if unless because although while before after until but".split())
#: Words behind a negation that say how much of the statement it turns round.
_HALVING = frozenset(
    (
        "only",
        "just",
        "all",
        "every",
        "always",
        "both",
        "until",
        "necessarily",
        "more",
        "less",
        "fewer",
        "even",
        "yet",
        "either",
        "entirely",
        "fully",
        "wholly",
        "exactly",
    )
)
#: Verbs before "not" in a question for those of which something is not so, and the kinds of question that can be for them.
_LACKING = frozenset(("do", "does", "can", "may", "are", "is"))
_DOING_NOT = _LACKING - {"is", "are"}
LISTING = ("list", "holder")
#: How many words a verb of having may stand before a negation.
_MOST_BETWEEN = 4
_HAVING = frozenset(map(lemma, ("have", "is", "hold", "get", "receive", "owe", "pay", "keep", "give", "own", "take")))  # fmt: skip


#: Words of "is it false that", as typed, by which a statement is denied.
_DENYING = frozenset(("false", "wrong", "untrue", "incorrect"))


def affirmed(tokens: Sequence[Token]) -> tuple[list[Token], bool]:
    """A statement that is put to be checked without its one negation (``is it true that A does not …``, ``… has no …``), and whether there was one.

    A negation of anything but the statement's own verb stays where it is. ``is it false that …`` denies all that follows.
    """
    out = list(tokens)
    start = stated(out)
    if start and not _DENYING.isdisjoint(t.text.casefold() for t in out[:start]):
        return out, all(t.low not in english.NEGATIONS for t in out[start:])
    found = [i for i in range(start, len(out) - 1) if out[i].low in english.NEGATIONS] if start else []
    if len(found) != 1 or any(t.low in _OPENING_A_CLAUSE for t in out[start : found[0]]) or found[0] == start:
        return out, False
    i = found[0]
    before, after = out[i - 1], out[i + 1]
    noun = out[i].low == "no" and after.low != "longer" and _object_of_having(out[max(start, i - _MOST_BETWEEN) : i])
    verb = out[i].low == "not" and before.lemma in english.YES_NO and after.lemma not in english.EXCLUSIVE
    if not (noun or verb) or after.low in _HALVING:
        return out, False
    for j in range(i + 1, len(out)):
        if out[j].low == "anymore" or (out[j - 1].low == "any" and out[j].low in ("longer", "more") and j + 1 == len(out)):
            out[j] = Token(out[j].text, "the")
            out[j - 1] = Token(out[j - 1].text, "the") if out[j - 1].low == "any" else out[j - 1]
    out[i] = Token(out[i].text, "the")
    if verb and before.lemma == "do":
        out[i - 1] = Token(before.text, "the")
    return out, True


def _object_of_having(before: Sequence[Token]) -> bool:
    """True where a verb of having stands right before, or before the name of who is given something: "has paid A no"."""
    verb = next((i for i in reversed(range(len(before))) if before[i].lemma in _HAVING), None)
    return verb is not None and all(t.lemma not in english.FILLER and t.low not in english.NEGATIONS for t in before[verb + 1 :])


def stated(tokens: Sequence[Token]) -> int:
    """Where a statement starts that is put to be checked (``is it true that …``), or 0 where none is."""
    i = 1
    while i < len(tokens) and tokens[i].low in ARTICLES and tokens[i].text.lower() not in ARTICLES:
        i += 1
    return i if i > 1 and tokens[0].low == "is" else 0


def has_to(question: Question) -> bool:
    """``must A build X``, ``does A have to``: whether somebody is bound to do a thing, and not whether somebody may."""
    lows = [t.low for t in question.tokens]
    return "must" in lows or any(a in ("have", "has", "had") and b == "to" for a, b in pairwise(lows))
