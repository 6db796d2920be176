"""``fork over`` for "pay", ``throw out`` for "remove": a refused question in the plain words for what people say, from a list of such words.

The plain word must stand in what answers, or in the names of its term, and all plain words that lead to an answer must lead to the same.
"""

from __future__ import annotations

import os
import re
from functools import cache
from itertools import combinations, product

from tenor.ask.language.words import lemma

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

#: The plain words for a phrase, each with its past form.
Plain = tuple[tuple[str, str], ...]

_WORD = re.compile(r"[\w$%][\w$%.,]*\w(?:[-][\w]+)*|\w")
#: How far apart the verb and the last word of a phrase may stand: "throw the founder out".
_FARTHEST = 4
_PARTICLES = frozenset("out off up over back down in on away aside around through".split())
#: Words with which a phrase of a verb ends, and before which no verb stands.
_LEADING = _PARTICLES | frozenset("on for of to at with by from into onto as".split())
#: Behind one of these and a noun, no verb ends in "s".
_AUXILIARIES = frozenset("is are was were do does did".split())
_DETERMINERS = frozenset("a an the his her its their my our your this that these those".split())
#: How many phrases of a question are put plainly at once, and how many ways are given.
_MOST_PHRASES, _MOST_WAYS = 3, 16
#: These begin no phrase whose last word stands apart: "was Azure in" is nobody's "being in".
_NEVER_APART = frozenset(("be", "hav", "do"))


class Phrase:
    """A phrase of the list where it stands in a text: its places, and the plain words for it in the same form."""

    __slots__ = ("end", "plain", "said", "start", "tail")

    def __init__(self, start: int, end: int, tail: tuple[int, int] | None, said: str, plain: list[str]) -> None:
        self.start = start
        self.end = end
        #: Where its last word stands, apart from the rest.
        self.tail = tail
        self.said = said
        self.plain = plain


def plainly_put(
    text: str, unread: Collection[str], rare: Collection[str] | None = None, needed: Collection[str] = (), stands: Callable[[str], bool] = bool
) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """The ways to say a question in plain words, each with the words that were put for others, as ``(said, plain)``; the fewest put first.

    A single word is put in other words only where it is ``unread``, given as typed in lower case; one that is ``needed`` is in
    every way, and a phrase of several has a word that is ``rare``, where any is given. Only plain words that somewhere may be what is told, for all that ``stands`` knows, are put.
    """
    found = [
        p for p in _phrases(text, unread) if p.said.casefold() in unread or (" " in p.said and (rare is None or not _words(p.said).isdisjoint(rare)))
    ]
    able = [(phrase, words) for phrase in found if (words := [word for word in phrase.plain if stands(word)])]
    must = [i for i, (phrase, _) in enumerate(able) if not _words(phrase.said).isdisjoint(needed)]
    if not set(needed) <= {word for i in must for word in _words(able[i][0].said)}:
        return
    given = 0
    for count in range(max(1, len(must)), min(len(able), _MOST_PHRASES) + 1):
        for some in combinations(range(len(able)), count):
            if not set(must) <= set(some):
                continue
            for plain in product(*(able[i][1] for i in some)):
                if given == _MOST_WAYS:
                    return
                given += 1
                phrases = [able[i][0] for i in some]
                yield _put(text, phrases, plain), [(phrase.said, word) for phrase, word in zip(phrases, plain, strict=True)]


def _words(said: str) -> set[str]:
    return {m[0].casefold() for m in _WORD.finditer(said)}


def _put(text: str, some: list[Phrase], words: tuple[str, ...]) -> str:
    cuts = [(p.start, p.end, word) for p, word in zip(some, words, strict=True)] + [(*p.tail, "") for p in some if p.tail is not None]
    for start, end, word in sorted(cuts, reverse=True):
        text = text[:start] + word + text[end:]
    return re.sub(r"  +", " ", text)


def _phrases(text: str, unread: Collection[str]) -> list[Phrase]:
    """The phrases of the list that a text has, the longest where they share words; a single word that was read is none."""
    said = [(m.start(), m.end(), m[0].casefold()) for m in _WORD.finditer(text)]
    lemmas = [_base(low) for _, _, low in said]
    out: list[tuple[int, Phrase]] = []
    taken: set[int] = set()
    able = [(len(words), i, words, plain) for i in range(len(said)) for words, plain in _listed().get(lemmas[i], ())]
    for length, i, words, plain in sorted(able, key=lambda x: (-x[0], x[1])):
        places = _places(lemmas, i, words)
        if places and words[-1] == "up" and lemmas[places[-1] + 1 : places[-1] + 2] == ["to"]:  # "use up to a million"
            continue
        if places is None or taken & set(places) or any(n and text[said[n][0]].isupper() for n in places):  # a name
            continue
        if i and (said[i - 1][2] == "many" or (words[-1] in _LEADING and said[i - 1][2] in _DETERMINERS)):  # "how many chips", "his hand on": no verb
            continue
        if places and (
            lemmas[places[-1] + 1 : places[-1] + 2] in (["to"], ["into"]) or "wher" in lemmas[:1]
        ):  # who moves to a place does not leave it
            plain = tuple(one for one in plain if one[0] != "leave")
        if len(places) == 1 and (said[i][2] not in unread or _in_a_name([low for _, _, low in said], i)):
            continue
        taken |= set(places)
        joined = places[-1] - places[0] == length - 1
        last = places[-1] if joined else places[-2]
        tail = None if joined else (said[places[-1]][0], said[places[-1]][1])
        spoken = text[said[i][0] : said[places[-1]][1]]
        out.append((i, Phrase(said[i][0], said[last][1], tail, spoken, [_formed(low, one) for low in [said[i][2]] for one in plain])))
    return [phrase for _, phrase in sorted(out, key=lambda x: x[0])]


def _in_a_name(lows: list[str], i: int) -> bool:
    """``what was the federal funds rate``: behind an auxiliary and an article, in front of another noun, a word in "s" is no verb."""
    if not lows[i].endswith("s") or i + 1 >= len(lows) or lows[i + 1] in _LEADING | _DETERMINERS:
        return False
    articles = [j for j in range(1, i) if lows[j] in _DETERMINERS and lows[j - 1] in _AUXILIARIES]
    return bool(articles) and _LEADING.isdisjoint(lows[articles[-1] : i])


def _places(lemmas: list[str], at: int, words: tuple[str, ...]) -> list[int] | None:
    """Where the words of a phrase stand; the last may stand apart where it is a particle: "throw A B out"."""
    if tuple(lemmas[at : at + len(words)]) == words:
        return list(range(at, at + len(words)))
    head, last = words[:-1], words[-1]
    if not head or head[0] in _NEVER_APART or last not in _PARTICLES or tuple(lemmas[at : at + len(head)]) != head:
        return None
    behind = at + len(head)
    found = next((i for i in range(behind, min(behind + _FARTHEST, len(lemmas))) if lemmas[i] == last), None)
    return [*range(at, behind), found] if found is not None else None


def _formed(said: str, plain: tuple[str, str]) -> str:
    """The plain word in the form in which its verb was said."""
    word, past = plain
    first, _, rest = word.partition(" ")
    base = _base(said)
    if said.endswith("ing") and base != said:
        return f"{_doubled(first.removesuffix('e'))}ing {rest}".rstrip()
    if said.endswith("s") and not said.endswith("ss") and base != said:
        return f"{_in_s(first)} {rest}".rstrip()
    return past if base not in (said, said.removesuffix("e")) else word


def _past(word: str) -> str:
    first, _, rest = word.partition(" ")
    if re.search(r"[^aeiou]y$", first):
        return f"{first[:-1]}ied {rest}".rstrip()
    return f"{_doubled(first)}{'d' if first.endswith('e') else 'ed'} {rest}".rstrip()


def _in_s(word: str) -> str:
    if re.search(r"[^aeiou]y$", word):
        return f"{word[:-1]}ies"
    return f"{word}{'es' if word.endswith(('s', 'x', 'ch', 'sh')) else 's'}"


def _doubled(word: str) -> str:
    """A short word with its last letter twice, as before an ending: "drop", "dropping"."""
    return word + word[-1] if re.fullmatch(r"[^aeiou]*[aeiou][^aeiouwxy]", word) else word


def _base(low: str) -> str:
    """The normal form of a word, also of one whose past form no rule gives."""
    return lemma(_irregular().get(low, low))


@cache
def _read() -> list[tuple[str, str]]:
    """Both sides of each line of the list."""
    with open(os.path.join(os.path.dirname(__file__), "english-everyday.txt"), encoding="utf-8") as file:
        parts = [line.partition(":") for line in file if not line.startswith("#")]
    return [(left, right) for left, _, right in parts if right]


@cache
def _irregular() -> dict[str, str]:
    """Past forms that no rule gives, with their verbs."""
    return {past: left[1:] for left, right in _read() if left[:1] == "~" for past in right.split()}


@cache
def _listed() -> dict[str, list[tuple[tuple[str, ...], Plain]]]:
    """The phrases by the first of their words; all words in normal form."""
    out: dict[str, dict[tuple[str, ...], dict[tuple[str, str], None]]] = {}
    for left, right in _read():
        if left[:1] == "~":
            continue
        plain = dict.fromkeys((word, past or _past(word)) for word, _, past in (one.strip().partition("=") for one in left.split(",")))
        for phrase in right.split(","):
            words = tuple(_base(m[0].casefold()) for m in _WORD.finditer(phrase))
            out.setdefault(words[0], {}).setdefault(words, {}).update(plain)
    return {first: [(words, tuple(plain)) for words, plain in phrases.items()] for first, phrases in out.items()}
