"""``before X``, ``who succeeded X``, ``X's successor``: a question about the neighbors of a holder."""

from __future__ import annotations

from itertools import pairwise

from tenor.ask.language import english
from tenor.ask.language.words import ARTICLES, lemma
from tenor.ask.reading import Refusal
from tenor.ask.times.years import UNITS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from tenor.ask.language.words import Token
    from tenor.ask.reading import Mention

_WAYS = {"before": "before", "after": "after"}
_NOUNS = {lemma("successor"): "after", lemma("predecessor"): "before"}
#: Words beside the relation that add nothing to it: "came right after X".
_BESIDE = frozenset(lemma(w) for w in "come came immediately directly right just immediate next previous took take place inherit over office".split())
_PLACING = {"before": ("last", "previous"), "after": ("next", "first")}
#: What stands before the place to which, or from which, somebody moves, and on which side of it the other place is.
_PLACE_WAYS = {"to": "before", "into": "before", "from": "after", "of": "after"}
_OTHER = {"before": "after", "after": "before"}
_TAKING = frozenset(map(lemma, ("take", "inherit")))
#: What is taken from somebody who had it, and not from a supply of it.
_OFFICES = frozenset(map(lemma, ("office", "post", "position", "job", "seat", "inherited")))
#: What of somebody's another takes who comes after, as typed: "whose place did X take".
_PLACED = frozenset(("place", "office", "post", "position", "job", "seat"))
_PLACE_TAKING = _TAKING | frozenset(map(lemma, ("assume", "fill")))
_COMING_IN = frozenset(map(lemma, ("come", "become", "serve", "appoint", "elect")))
_LEAVING = frozenset(map(lemma, ("have", "leave", "resign", "quit", "die", "office")))
#: What somebody did whose place another took, as typed, and verbs of taking it: "who became X when A left".
_LEFT = frozenset(("left", "resigned", "quit", "died"))
_LEAVE = lemma("leave")
#: What says at the beginning of a question that somebody was gone: "when A was out, who did X".
_GONE = (("was", "out"), ("was", "gone"), ("were", "out"), ("were", "gone"), ("had", "gone"), ("had", "left"))
#: Verbs of getting from somebody what one has at a time.
_WINNING = frozenset(map(lemma, "take win wrest seize capture grab snatch inherit gain get".split()))
#: Verbs of leaving one place for another: "where did X move from A".
_COMING = frozenset(map(lemma, ("become", "take", "replace", "succeed", "follow")))
#: Verbs of coming into a place that somebody else had, and what stands behind them and says no more.
_TAKING_OVER = frozenset(map(lemma, "take took replace overtake overtook supplant displace oust succeed step come came".split()))
_ITS_PLACE = frozenset("over in along it them him her its their his place".split())
_RELATING = english.SUCCESSION.keys() | _NOUNS.keys() | _TAKING


class Neighbor:
    """The side of a holder that is asked about: ``way`` is before or after; ``next`` where only who came at once will do; ``used`` are the words that say so."""

    __slots__ = ("mention", "next", "used", "way")

    def __init__(self, way: str, mention: Mention, used: frozenset[int], *, next: bool) -> None:
        self.way = way
        self.mention = mention
        self.used = used
        self.next = next


def relations(tokens: Sequence[Token], timed: Collection[int]) -> list[int]:
    """Positions of the words that can ask for a neighbor."""
    lows = [t.low for t in tokens]
    when = lows[:1] == ["when"] and "by" not in lows  # "when was X replaced" asks until when
    return [
        i
        for i, t in enumerate(tokens)
        if (
            t.lemma in _RELATING
            or t.low in _WAYS
            or (t.low in _PLACED and i and lows[i - 1] == "whose")
            or t.low == "when"
            or (t.lemma in _WINNING and "from" in lows)
            or (t.low == "for" and i and tokens[i - 1].lemma == _LEAVE)
            or (t.low in _PLACE_WAYS and not english.RELOCATING.isdisjoint(t.lemma for t in tokens[:i]))
        )
        and i not in timed
        and not (when and t.low in ("replaced", "superseded"))
    ]


def neighbor(
    tokens: Sequence[Token], holders: Sequence[Mention], timed: Collection[int], relating: Sequence[int], alone: Collection[int] = ()
) -> Neighbor | None:
    """The first neighbor that the words at these positions ask for, beside one of these holders; ``alone`` are words for what one has at a time.

    Raises:
        Refusal: a day is asked about that lies so long before or after a holder's time: "the day before X took office".
    """
    for i in relating:
        found = (
            _noun(tokens, holders, i)
            or _left_for(tokens, holders, i)
            or _won_from(tokens, holders, i, alone)
            or _verb(tokens, holders, i)
            or _preposition(tokens, holders, i)
        )
        if found is not None:
            way, mention = found
            if tokens[i].low in _WAYS and i and tokens[i - 1].lemma in UNITS and i - 1 not in timed:
                text = f"Which day it is that lies so long {way} {mention.said}'s time is not read: name the day."
                raise Refusal("not-understood", text, final=True)
            left = [j for j in range(mention.end, len(tokens)) if tokens[j].lemma in _LEAVING] if tokens[i].low == "when" else []
            if not i and tokens[i].low == "when":  # "when A was out"
                left = [mention.end, mention.end + 1]
            used = frozenset(
                {
                    *_beside(tokens, i, timed),
                    *range(mention.start, mention.end),
                    *_placing(tokens, way, i),
                    *left,
                    *(j for j, t in enumerate(tokens) if t.low == "from" and tokens[i].lemma in _WINNING),
                    *_whose_place(tokens, i),
                    *(_its_coming(tokens, mention.end, timed) if tokens[i].low == "before" else ()),
                }
            )
            return Neighbor(way, mention, used, next=tokens[i].low not in _WAYS or bool(_placing(tokens, way, i)))
    return None


def _placing(tokens: Sequence[Token], way: str, i: int) -> list[int]:
    """``the next president after X``, ``the last one before X``: words that say no more than that."""
    return [j for j in range(i) if tokens[j].low in _PLACING[way]]


def _its_coming(tokens: Sequence[Token], i: int, timed: Collection[int]) -> range:
    """``before X took over``, ``before X replaced it``: the words that say no more than that X came; none where they say whom else it came after."""
    j = i
    while j < len(tokens) and j not in timed and (tokens[j].lemma in _TAKING_OVER or tokens[j].low in _ITS_PLACE):
        j += 1
    return range(i, j if j == len(tokens) or j in timed else i)


def _behind(tokens: Sequence[Token], mentions: Sequence[Mention], i: int, skip: frozenset[str] = ARTICLES) -> Mention | None:
    """The party that follows a position at once."""
    return next((m for m in mentions if m.start > i and all(t.low in skip for t in tokens[i + 1 : m.start])), None)


def _noun(tokens: Sequence[Token], mentions: Sequence[Mention], i: int) -> tuple[str, Mention] | None:
    way = _NOUNS.get(tokens[i].lemma)
    if way is None:
        return None
    if i and tokens[i - 1].low == "whose":  # "whose successor was X" asks for who was before X
        mention = next((m for m in mentions if m.start > i and tokens[m.start - 1].lemma == "be"), None)
        return (_OTHER[way], mention) if mention is not None else None
    owner = next((m for m in mentions if m.possessive and m.end <= i and all(t.lemma in _BESIDE for t in tokens[m.end : i])), None)
    mention = owner or _behind(tokens, mentions, i, ARTICLES | {"of", "to"})
    return (way, mention) if mention is not None else None


def _left_for(tokens: Sequence[Token], mentions: Sequence[Mention], i: int) -> tuple[str, Mention] | None:
    """``which club did A leave for X``, ``from where did A move to X``: what A had before X; ``where did A move from X``: after X."""
    way = "before" if tokens[i].low == "for" else _PLACE_WAYS.get(tokens[i].low)
    if way is None or (english.WHO | {"where"}).isdisjoint(t.low for t in tokens[: i - 1]):
        return None
    mention = _behind(tokens, mentions, i)
    return (way, mention) if mention is not None else None


def _won_from(tokens: Sequence[Token], mentions: Sequence[Mention], i: int, alone: Collection[int]) -> tuple[str, Mention] | None:
    """``who took the title from A``, ``from whom did A take it``: of what one has at a time, who had it after A, or before."""
    if tokens[i].lemma not in _WINNING or not alone:
        return None
    lows = [t.low for t in tokens]
    loser = next((m for m in mentions if m.start > i and lows[m.start - 1] == "from"), None)
    if loser is not None and not english.WHO.isdisjoint(lows[:i]) and not any(m.end <= i for m in mentions):
        return "after", loser
    asked = any(a == "from" and b in english.WHO for a, b in pairwise(lows[:i])) or (lows[-1] == "from" and not english.WHO.isdisjoint(lows[:i]))
    taker = next((m for m in reversed(mentions) if m.end <= i), None)
    return ("before", taker) if asked and taker is not None else None


def _verb(tokens: Sequence[Token], mentions: Sequence[Mention], i: int) -> tuple[str, Mention] | None:
    """Active or passive, with the party on either side: "who succeeded X", "whom did X succeed", "who was X succeeded by", "who was succeeded by X"."""
    follows_on = tokens[i].low == "follow" and [t.low for t in tokens[i + 1 : i + 2]] == ["on"]
    if _whose_place(tokens, i):
        taker = next((m for m in mentions if not m.possessive), None)
        return ("before", taker) if taker is not None else None
    way = None if follows_on else english.SUCCESSION.get(tokens[i].lemma)
    last = i
    if tokens[i].lemma in _TAKING:
        over = [t.low for t in tokens[i + 1 : i + 2]] == ["over"]
        place = next((m for m in mentions if m.possessive and m.start > i and [t.low for t in tokens[m.end : m.end + 1]] == ["place"]), None)
        if place is not None:  # "took X's place"
            return "after", place
        last = next((m.start - 1 for m in mentions if m.start > i + 1 and tokens[m.start - 1].low == "from"), i)  # "took the office from X"
        office = over or any(t.lemma in _OFFICES for t in tokens[i:last])
        way = "after" if (last > i and office) or (over and _from_whom(tokens, i)) else None
    if way is None:
        return None
    passive = any(t.lemma == "be" for t in tokens[:i]) and any(t.low == "by" for t in tokens)
    behind = _behind(tokens, mentions, last, ARTICLES | {"by"})
    if behind is not None:
        return (_OTHER[way] if passive else way), behind
    ahead = next((m for m in reversed(mentions) if m.end <= i), None)
    return ((way if passive else _OTHER[way]), ahead) if ahead is not None else None


def _whose_place(tokens: Sequence[Token], i: int) -> set[int]:
    """``whose place did X take``, ``in whose place did X come``: the positions of the words that say so; nothing where "whose" is not before this one."""
    if tokens[i].low not in _PLACED or not i or tokens[i - 1].low != "whose":
        return set()
    inside = {i - 2} if i > 1 and tokens[i - 2].low == "in" else set()
    verb = next((j for j in range(i + 1, len(tokens)) if tokens[j].lemma in (_COMING_IN if inside else _PLACE_TAKING)), None)
    return {i - 1, i, verb, *inside} if verb is not None else set()


def _from_whom(tokens: Sequence[Token], i: int) -> bool:
    """``from whom did X take over``, ``who did X take over from``: who is asked for had it before."""
    lows = [t.low for t in tokens]
    asked = any(a == "from" and b in english.WHO for a, b in pairwise(lows))  # before the verb, or at the end
    return asked or (lows[i + 2 : i + 3] == ["from"] and lows[0] in english.WHO)


def _preposition(tokens: Sequence[Token], mentions: Sequence[Mention], i: int) -> tuple[str, Mention] | None:
    way = _WAYS.get(tokens[i].low)
    if way is not None and [t.low for t in tokens[i + 1 : i + 2]] == ["whom"]:  # "after whom was X …" asks for who was before X
        mention = next((m for m in mentions if m.start > i), None)
        return (_OTHER[way], mention) if mention is not None else None
    mention = _behind(tokens, mentions, i) if way is not None else None
    if tokens[i].low == "when":  # "when X had left"
        gone = _behind(tokens, mentions, i)
        said = [t.low for t in tokens[gone.end : gone.end + 2]] if gone is not None else []
        if not i:
            return ("after", gone) if gone is not None and tuple(said) in _GONE and any(t.low in english.WHO for t in tokens[gone.end :]) else None
        left = said == ["had", "left"] or (said[:1] and said[0] in _LEFT and any(t.lemma in _COMING for t in tokens[:i]))
        return ("after", gone) if gone is not None and left else None
    return (way or "", mention) if mention is not None else None


def _beside(tokens: Sequence[Token], i: int, timed: Collection[int]) -> set[int]:
    """The position and its neighbors that add nothing."""
    out = {i}
    for step in (-1, 1):
        j = i + step
        while 0 <= j < len(tokens) and j not in timed and (tokens[j].lemma in _BESIDE or tokens[j].low == "by"):
            out.add(j)
            j += step
    return out
