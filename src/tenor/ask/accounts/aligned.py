"""Whether a text says all that is asked, with the words in the same order: of the same doer and the same thing, and none of them as part of something else."""

from __future__ import annotations

from itertools import pairwise

from tenor.ask.accounts.denials import denials, turned_down
from tenor.ask.accounts.phrased import BE, Text, doubts, is_passive, of_a_date, participle, passive, run_from
from tenor.ask.language import english
from tenor.ask.language.words import ARTICLES, Token

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

#: Prepositions behind which stands something else than the object of a verb.
_PLACING = frozenset("of for to in on at by with from into onto through within between among toward towards against via than".split())
#: Two words of which the first is no such preposition: "the fee of $5", "found it to be late".
_NO_PLACE = frozenset((("of", "$"), ("to", "be")))
#: Words that lead to a noun.
_LED_BY = ARTICLES | {"and", "$", "its", "their", "his", "her", "about"}
#: Words that join a clause or a time to what stands before it.
_JOINING = frozenset("but and or while when because although though if whereas since after before until till during".split())


def holds(asked: Text, order: list[str], text: Text, *, hedged: bool = False) -> bool:
    """True where a text says all that is asked, of the same doer and the same thing, and denies what the question denies."""
    if (
        not set(order) <= set(text.keys)
        or denials(text) != denials(asked)
        or doubts(text.said, asked.said, hedged=hedged)
        or turned_down(text, asked)
        or of_others(asked, text)
    ):
        return False
    verb = passive(asked)
    if verb is None:
        return _in_order(asked, order, text, passive=False)
    key = asked.keys[verb]
    before = [k for k in dict.fromkeys(asked.keys[:verb]) if k]
    by = next((i for i in range(verb + 1, len(asked.said)) if asked.said[i].low == "by"), None)
    agent = [k for k in dict.fromkeys(asked.keys[by:]) if k] if by is not None else []
    rest = [k for k in order if k not in (*before, *agent, key)]
    if _in_order(asked, order, text, passive=True, verb=key) and (not agent or _done_by(text, agent[0])):
        return True
    return _in_order(asked, list(dict.fromkeys([*agent, key, *before, *rest])), text, passive=False)


def _done_by(text: Text, key: str) -> bool:
    """True where "by" stands before a word, with nothing between the two but what belongs to the same noun."""
    return any(t.low == "by" and key in run_from(text, i + 1) for i, t in enumerate(text.said))


def of_others(asked: Text, text: Text) -> bool:
    """True where a question has a thing of somebody that a text has only of others: "A's share", of "B's share"."""
    told = _owners(text)
    return any(key in told and whose.isdisjoint(told[key]) for key, whose in _owners(asked).items())


def _owners(text: Text) -> dict[str, set[str]]:
    """Whose each thing is: "A's share price", "the share of A"."""
    out: dict[str, set[str]] = {}
    for i, key in enumerate(text.keys):
        if key[:1] != "@":
            continue
        behind = next((n for n in range(i + 1, len(text.keys)) if text.keys[n][:1] != "@"), len(text.keys))
        while behind < len(text.keys) and text.keys[behind] and text.keys[behind][:1] != "@" and not _acts(text.said[behind]):
            out.setdefault(text.keys[behind], set()).add(key)
            behind += 1
        of = i - 1
        while of > 0 and (text.keys[of][:1] == "@" or text.said[of].low in ("and", *ARTICLES)):
            of -= 1
        if of > 0 and text.said[of].low == "of" and text.keys[of - 1] and text.keys[of - 1][:1] != "@":
            out.setdefault(text.keys[of - 1], set()).add(key)
    return out


def _acts(token: Token) -> bool:
    """True for what may be a verb: behind a name it is no thing of whoever has the name."""
    return participle(token) or token.low.endswith("ing") or (token.low.endswith("s") and not token.low.endswith("ss"))


def _last(keys: list[str], key: str) -> int:
    """Where the first run of a key ends."""
    i = keys.index(key)
    while i + 1 < len(keys) and keys[i + 1] == key:
        i += 1
    return i


def _in_order(asked: Text, order: list[str], text: Text, *, passive: bool, verb: str = "") -> bool:
    """True where the text has the words in this order, and none of them as part of something else.

    Only what is said to be of a thing may stand on either side of it: "A's offer" is "the offer of A", and "a 5 dollar fee" is "a fee of 5 dollars".
    """
    next_to = _neighbors(asked)

    def fits(places: dict[str, int]) -> bool:
        verbs = [i for key, i in places.items() if key[:1] != "@" and is_passive(text, i)]
        good = any(text.keys[i] == verb for i in verbs) if passive else not verbs
        return good and all(_stands_alone(text, i, set(places)) for i in places.values())

    def found(n: int, last: float, places: dict[str, int]) -> bool:
        if n == len(order):
            return fits(places)
        key, before = order[n], order[n - 1] if n else ""
        for i, place in ((j, place) for j, k in enumerate(text.keys) if k == key for place in _where(asked, order, n, text, j)):
            close = n > 0 and (before, key) in next_to and place == i
            if place <= last or (close and places[before] < i and _parted(text, places[before], i, set(order))):
                continue
            if found(n + 1, place, {**places, key: i}):
                return True
        return False

    return found(0, -1, {})


def _where(asked: Text, order: list[str], n: int, text: Text, i: int) -> Iterator[float]:
    """The places at which a word of a text may count: its own, and for what is said to be of a thing also the other side of that thing."""
    yield i
    key = order[n]
    if key[:1] not in "@=" or (i and text.keys[i - 1] == key):
        return
    first = i
    while first and (text.keys[first - 1][:1] == "@" or text.said[first - 1].low in ("and", "$", "about", *ARTICLES)):
        first -= 1
    if first and text.said[first - 1].low == "of":  # "the fee of 5 dollars", asked about as "the 5 dollar fee"
        start = first - 1
        while start and text.keys[start - 1]:
            start -= 1
        behind = next((k for k in order[n + 1 :] if k[:1] != "@"), "")
        does = key[:1] == "@" and n == 0 and (asked.start or asked.said[0].lemma != BE)  # "has A offered it" asks for no offer of A
        if not does and behind in text.keys[start : first - 1] and _apart_by(asked, key, behind, "and"):
            yield start - 0.5 + i / 1000


def _apart_by(asked: Text, one: str, two: str, word: str) -> bool:
    """True where in a question nothing stands between two of its words but this one, parties, amounts and words of the same noun."""
    i, j = _last(asked.keys, one), next((n for n, key in enumerate(asked.keys) if key == two), -1)
    between = [t.low for n, t in enumerate(asked.said[i + 1 : j], i + 1) if not asked.keys[n] and t.lemma not in english.SCALES]
    return i < j and all(low == word for low in between)


def _neighbors(asked: Text) -> set[tuple[str, str]]:
    """Each two words between which nothing stands in the question but an article: a verb and its object, the parts of a name."""
    at = [i for i, key in enumerate(asked.keys) if key]
    return {
        (asked.keys[i], asked.keys[j])
        for i, j in pairwise(at)
        if asked.keys[i] != asked.keys[j] and all(t.low in ARTICLES or t.low == "$" for t in asked.said[i + 1 : j])
    }


def _parted(text: Text, i: int, j: int, asked: set[str]) -> bool:
    """True where a preposition stands between two words of a text that makes the second one part of something else that is not asked about.

    One of time does not, nor what stands before "that".
    """
    said = text.said[i + 1 : j + 1]
    if any(t.low == "that" for t in said) or {key for key in text.keys[i + 1 : j] if key} <= asked:
        return False
    return any(one.low in _PLACING and not of_a_date(two) and (one.low, two.low) not in _NO_PLACE for one, two in pairwise(said))


def _stands_alone(text: Text, i: int, matched: set[str]) -> bool:
    """False for a word that belongs to another one which is not asked about: "the deal of A" is not A, nor is "A's board"."""
    key, end = text.keys[i], i + 1
    while end < len(text.keys) and text.keys[end] == key:
        end += 1
    acting = text.said[end - 1].low.endswith(("ed", "ing")) or text.said[end - 1].low in english.PARTICIPLES
    while acting and end < len(text.keys) and (text.said[end].low in ARTICLES or text.said[end].low.endswith("ly")):
        end += 1
    following = text.keys[end] if end < len(text.keys) else ""
    later = {k for k in text.keys[end:] if k in matched}
    free = (
        not following
        or following in matched
        or of_a_date(text.said[end])
        or text.said[end].low.endswith("ly")
        or text.said[end].low in _JOINING
        or (acting and bool(later))
    )
    n = i - 1
    while n >= 0 and (text.said[n].low in _LED_BY or (text.keys[n] and not participle(text.said[n]) and text.said[n].low not in english.NEGATIONS)):
        n -= 1
    if not free or n < 1 or text.said[n].low != "of":
        return free
    while n >= 0 and not text.keys[n]:
        n -= 1
    return n < 0 or text.keys[n] in matched or text.keys[n] == key
