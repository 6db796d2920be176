"""Questions that ask the same of two: ``A vs B``, ``for A and for B``, ``how much did A and how much did B …``, ``before and after X``.

Looked at only where a question was not answered as a whole. Each way of parting it gives two questions, and both must have an answer.
"""

from __future__ import annotations

from itertools import pairwise

from tenor.ask.interpreting.wanted import told_of
from tenor.ask.language import english
from tenor.ask.language.words import ARTICLES, Token
from tenor.ask.names.lexicon import joined
from tenor.ask.phrasing.negation import both_ways
from tenor.ask.reading import Refusal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tenor.ask.interpreting.question import Question

_AGAINST = frozenset(("vs", "versus", "v"))
_COMPARED = (
    ("compared", "with"),
    ("compared", "to"),
    ("compare", "with"),
    ("compare", "to"),
    ("as", "against"),
    ("as", "opposed"),
    ("in", "comparison"),
)
_PREPOSITIONS = frozenset("for of with to on from in by at under via through against about over between".split())
_EACH = frozenset("each both respectively either apiece".split())
_TIMES = frozenset(("before", "after"))
#: Words that may stand between "and" and the second noun.
_BEFORE_A_NOUN = ARTICLES | _PREPOSITIONS | english.OWNING | frozenset(("what", "which"))
_TWO = 2
#: More words than "X size and length" of one word.
_SHORTEST_LISTED = 4
#: How many words stand between two that are offered: "or on the".
_BETWEEN = 3
#: The furthest behind "and" that "of" stands in "size and length of X".
_FURTHEST_OF = 4
#: The most words of two nouns with "and" and their articles.
_MOST_BEFORE = 6
#: The fewest words of "what are the N and N of X".
_SHORTEST_OF_NOUNS = 8


def parted(question: Question) -> Iterator[tuple[str, ...]]:
    """The ways in which a question can be parted, each as the questions that it gives, the likeliest first."""
    if not (question.mentions or question.looked_up):  # it was cut in two first
        try:
            question.look_up()
        except Refusal:
            return
    tokens = question.tokens
    if both_ways(tokens):  # of two parties, and not the same of each
        return
    bounds = {0, len(tokens), *question.after_commas()}
    ways = (
        _offered(question),
        _verbs_offered(question),
        _before_and_after(tokens),
        _against(question, bounds),
        _again(question),
        _asked_at_once(tokens),
        _prepositions(question, bounds),
        _listed(question),
        _each_of(question),
        _of_each_name(question),
        _terms_joined(question),
        _nouns_joined(tokens),
    )
    for way in ways:
        for parts in way:
            if not any(map(_cut_between, parts)):
                yield tuple(map(_said, parts))


def _cut_between(tokens: list[Token]) -> bool:
    """``change between announcement``, ``speed before``: half of "between X and Y" or "before vs after X", which is no question."""
    lows = [t.low for t in tokens]
    return ("between" in lows and "and" not in lows[lows.index("between") :]) or lows[-1:] == ["before"]


def _said(tokens: list[Token]) -> str:
    """The words as a question again, without "each" and "both"."""
    out: list[str] = []
    for i, token in enumerate(tokens):
        if token.low in _EACH or (token.low in ("of", "for") and tokens[i + 1 : i + 2] and tokens[i + 1].low in _EACH):
            continue
        out.append(token.text + ("'s" if token.possessive else ""))
    return " ".join(out)


def _offered(question: Question) -> Iterator[Sequence[list[Token]]]:
    """``does it work on A or on B``: of each by itself."""
    said = question.typed
    for a, b in pairwise(question.offered):
        between = [t.low for t in said[a.end : b.start]]
        if said[0].lemma in english.YES_NO and "or" in between and len(between) <= _BETWEEN and len(said) == len(question.tokens):
            yield [*said[: a.end], *said[b.end :]], [*said[: a.start], *said[b.start :]]


def _verbs_offered(question: Question) -> Iterator[Sequence[list[Token]]]:
    """``may A sell or pledge X``: of each verb by itself."""
    said = question.tokens
    i = next((i for i, t in enumerate(said[:-2]) if t.low == "or"), 0)
    if said[0].low in english.POSSIBLE and any(m.end == i - 1 and not m.possessive for m in question.mentions) and i + 1 not in question.mentioned():
        yield [*said[:i], *said[i + 2 :]], [*said[: i - 1], *said[i + 1 :]]


def _against(question: Question, bounds: set[int]) -> Iterator[Sequence[list[Token]]]:
    """``A vs B``: what stands between the last comma and the next, else the names on both sides."""
    tokens = question.tokens
    for i in range(1, len(tokens) - 1):
        width = 1 if tokens[i].low in _AGAINST else 2 if (tokens[i].low, tokens[i + 1].low) in _COMPARED else 0
        if not width:
            continue
        earlier = next((m for m in question.moments if m.last + 1 == i), None)
        later = next((m for m in question.moments if m.first == i + width), None)
        if earlier is not None and later is not None:  # "on one day vs on another"
            yield [*tokens[:i], *tokens[later.last + 1 :]], [*tokens[: earlier.first], *tokens[i + width :]]
        ends = bounds | {m.first for m in question.moments}
        other = next((m for m in question.mentions if m.start >= i + width and m.possessive and m.end in ends), None)
        own = next((m for m in reversed(question.mentions) if m.end <= i and m.possessive), None)
        if other is not None and own is not None:  # "A's cap vs B's"
            yield (
                [*tokens[:i], *tokens[other.end :]],
                [*tokens[: own.start], *tokens[other.start : other.end], *tokens[own.end : i], *tokens[other.end :]],
            )
        last = next((m for m in question.mentions if m.start == i + width and m.end == len(tokens)), None)
        if last is not None and i in bounds:  # "how much does A pay, vs B"
            for one in (m for m in question.mentions if m.end <= i and m.party != last.party):
                yield tokens[:i], [*tokens[: one.start], *tokens[last.start :], *tokens[one.end : i]]
        left, right = max(b for b in bounds if b <= i), min(b for b in bounds if b > i + width)
        a, b = _named_before(question, i), _named_after(question, i + width)
        for start, end in dict.fromkeys(((left, right), (a, b), (left, b), (a, right))):
            if start < i and end > i + width:
                yield [*tokens[:i], *tokens[end:]], [*tokens[:start], *tokens[i + width : end], *tokens[end:]]
        return


def _named_before(question: Question, i: int) -> int:
    """Where the longest name starts that ends at a position."""
    return min((m.start for m in question.matches if m.end == i), default=i - 1)


def _named_after(question: Question, i: int) -> int:
    """Where the longest name ends that starts at a position, articles aside."""
    while i < len(question.tokens) and question.tokens[i].low in ARTICLES:
        i += 1
    return max((m.end for m in question.matches if m.start == i), default=i + 1)


def _again(question: Question) -> Iterator[Sequence[list[Token]]]:
    """``how much did A and how much did B pay``: what is said of the second is said of the first."""
    tokens = question.tokens
    for i in range(2, len(tokens) - 3):
        if tokens[i].low != "and" or tokens[i + 1].low not in english.ASKING:
            continue
        first, second = tokens[:i], tokens[i + 1 :]
        name = next((m for m in question.mentions if m.end == i), None)
        other = next((m for m in question.mentions if m.start > i), None)
        if name is not None and other is not None and [t.low for t in first[: name.start]] == [t.low for t in second[: other.start - i - 1]]:
            yield [*first, *tokens[other.end :]], second
        return


def _asked_at_once(tokens: list[Token]) -> Iterator[Sequence[list[Token]]]:
    """``how much money and how many people did A send``, ``at what size and at what price did it close``: all that follows is said of both."""
    i = next((i for i, t in enumerate(tokens) if t.low == "and"), 0)
    asks = i + 1 + (tokens[i + 1 : i + 2] != [] and tokens[i + 1].low in _PREPOSITIONS)
    verb = next((j for j, t in enumerate(tokens) if t.lemma in english.YES_NO), 0)
    if 1 < i < asks < verb and tokens[asks].low in english.ASKING and not english.ASKING.isdisjoint([t.low for t in tokens[:2]]):
        yield [*tokens[:i], *tokens[verb:]], tokens[i + 1 :]


def _before_and_after(tokens: list[Token]) -> Iterator[Sequence[list[Token]]]:
    """``before and after X``, ``before vs after X``."""
    for i in range(len(tokens) - 3):
        if tokens[i].low in _TIMES and tokens[i + 1].low in ("and", "or", *_AGAINST) and tokens[i + 2].low in _TIMES - {tokens[i].low}:
            yield [*tokens[: i + 1], *tokens[i + 3 :]], [*tokens[:i], *tokens[i + 2 :]]


def _prepositions(question: Question, bounds: set[int]) -> Iterator[Sequence[list[Token]]]:
    """``for A and for B``: the same preposition before both."""
    tokens = question.tokens
    for i in range(2, len(tokens) - 2):
        if tokens[i].low != "and" or tokens[i + 1].low not in _PREPOSITIONS:
            continue
        starts = [j for j in range(max(0, i - 8), i - 1) if tokens[j].text.lower() == tokens[i + 1].low]  # also in "what became of"
        end = min(b for b in bounds if b > i)
        for start in reversed(starts):
            shared = [m.first for m in question.moments if m.first > i + 2 and m.last + 1 == len(tokens)]  # "of A and of B in May 2020"
            for stop in dict.fromkeys((*shared, end, _named_after(question, i + 2))):
                if stop > i + 2:
                    yield [*tokens[:i], *tokens[stop:]], [*tokens[:start], *tokens[i + 1 :]]


def _listed(question: Question) -> Iterator[list[list[Token]]]:
    """``how much did A, B and C each pay``: three names or more in a row."""
    tokens = question.tokens
    if not _asks_of_each(tokens):
        return
    ends = {m.end: m for m in question.mentions}
    for last in question.mentions:
        run = [last]
        before = ends.get(last.start - 1) if last.start and tokens[last.start - 1].low == "and" else None
        while before is not None:
            run.insert(0, before)
            before = ends.get(before.start)
        if len(run) > _TWO:
            yield [[*tokens[: run[0].start], *tokens[m.start : m.end], *tokens[last.end :]] for m in run]


def _terms_joined(question: Question) -> Iterator[Sequence[list[Token]]]:
    """``what happened to the right of A and the right of B``: the names of two terms."""
    tokens = question.tokens
    for left, right in joined(tokens, question.matches):
        start, end, i, after = min(m.start for m in left), max(m.end for m in right), left[0].end, right[0].start
        yield [*tokens[:i], *tokens[end:]], [*tokens[:start], *tokens[after:]]


def _nouns_joined(tokens: list[Token]) -> Iterator[Sequence[list[Token]]]:
    """``what are the size and the length in years of X``, ``size and length of X``: two nouns of one thing."""
    lows = [t.low for t in tokens]
    asks = lows[:1] == ["what"] and len(lows) >= _SHORTEST_OF_NOUNS and tokens[1].lemma == "be"
    keywords = english.ASKING.isdisjoint(lows) and tokens[0].lemma not in english.YES_NO
    if lows.count("and") == 1 and lows.index("and") == len(lows) - _TWO and len(lows) > _SHORTEST_LISTED and "of" not in lows and keywords:
        yield [*tokens[:-_TWO]], [*tokens[: -_TWO - 1], tokens[-1]]  # "A B deal size and length"
        return
    if lows.count("and") != 1 or "of" not in lows or not (asks or lows.index("and") in (1, 2)):
        return
    i, of = lows.index("and"), len(lows) - 1 - lows[::-1].index("of")
    if not asks and of - i > _FURTHEST_OF:
        return
    head = [tokens[0], Token("is", "is")] if asks else [Token("what", "what"), Token("is", "is"), Token("the", "the")]
    first = _TWO if asks else 0
    if first < i < of - 1:
        yield [*head, *tokens[first:i], *tokens[of:]], [*head, *tokens[i + 1 :]]
    if first < i and i + 1 < of - 1 and tokens[i + 1].low not in ARTICLES:
        yield [*head, *tokens[first:i], *tokens[of - 1 :]], [*head, *tokens[i + 1 :]]  # "the low and high fees of X"


def _nouns_asked_for(tokens: list[Token]) -> Iterator[Sequence[list[Token]]]:
    """``at what size and length did A sign X``: two nouns between "what" and the verb."""
    lows = [t.low for t in tokens]
    asks = 1 + (lows[0] in _PREPOSITIONS)
    verb = next((i for i, t in enumerate(tokens) if t.lemma in english.YES_NO), 0)
    if lows[asks - 1 : asks] == ["what"] and lows[asks + 1 : verb].count("and") == 1 and verb - asks <= _MOST_BEFORE:
        i = lows.index("and")
        if asks < i < verb - 1 and lows[i + 1] not in (*english.ASKING, *_PREPOSITIONS):
            yield [*tokens[:i], *tokens[verb:]], [*tokens[:asks], *tokens[i + 1 :]]


def of_two_nouns(tokens: list[Token]) -> tuple[str, ...] | None:
    """Both questions of ``what are the size and the length of X``, ``at what size and length did A sign X``; None for any other question."""
    parts = next((parts for way in (_nouns_joined, _nouns_asked_for) for parts in way(tokens)), None)
    return tuple(map(_said, parts)) if parts else None


def of_two_kinds(tokens: list[Token]) -> tuple[tuple[str, str], tuple[Token, Token]] | None:
    """Both questions of ``X contract value and length``, ``at what size and at what valuation did X``, with the nouns; None where these are not of two kinds."""
    at = next((i for i, t in enumerate(tokens) if t.low == "and"), 0)
    other = next((j for j in range(at + 1, len(tokens)) if tokens[j].low not in _BEFORE_A_NOUN), len(tokens))
    if at < 1 or other == len(tokens) or tokens[0].low == "when" or tokens[0].lemma in english.YES_NO:
        return None
    nouns = tokens[at - 1], tokens[other]
    kinds = [told_of(noun.lemma) for noun in nouns]
    if None in kinds or kinds[0] is kinds[1]:
        return None
    again = {t.low for t in tokens[at + 1 : other]}
    start = next((j for j in range(at - 1, 0, -1) if tokens[j - 1].low not in again), 0)
    return (_said([*tokens[:at], *tokens[other + 1 :]]), _said([*tokens[:start], *tokens[at + 1 :]])), nouns


def _asks_of_each(tokens: list[Token]) -> bool:
    lows = [t.low for t in tokens]
    return (not _EACH.isdisjoint(lows) or lows[:2] in (["how", "much"], ["how", "many"])) and tokens[0].lemma not in english.YES_NO


def _each_of(question: Question) -> Iterator[Sequence[list[Token]]]:
    """``what is the ceiling of each, A and B``, ``how much do A and B pay``: the same of two names; of both, or of each where an amount is asked for."""
    tokens = question.tokens
    if not _asks_of_each(tokens):
        return
    for i in range(1, len(tokens) - 1):
        if tokens[i].low != "and":
            continue
        start = min((m.start for m in question.matches if m.end == i), default=None)
        end = max((m.end for m in question.matches if m.start == i + 1), default=None)
        if start is not None and end is not None:
            yield [*tokens[:i], *tokens[end:]], [*tokens[:start], *tokens[i + 1 :]]


def _of_each_name(question: Question) -> Iterator[Sequence[list[Token]]]:
    """``who owned A and B in 2001``: two of which the same is recorded, and that never have it with each other."""
    tokens = question.tokens
    if tokens[0].low not in english.ASKING:
        return
    for one, other in pairwise(question.mentions):
        between = [t.low for t in tokens[one.end : other.start] if t.low not in ARTICLES]
        if between != ["and"] or one.product or other.product:
            continue
        same = "SELECT 1 FROM pair AS a JOIN pair AS b ON b.term = a.term WHERE a.subject = ? AND b.subject = ? LIMIT 1"
        together = "SELECT 1 FROM pair WHERE (subject = ? AND holder = ?) OR (subject = ? AND holder = ?) LIMIT 1"
        a, b = one.party, other.party
        if a != b and question.store.query(same, a, b) and not question.store.query(together, a, b, b, a):
            yield [*tokens[: one.end], *tokens[other.end :]], [*tokens[: one.start], *tokens[other.start :]]
