"""Words by their roots: coarser than :func:`tenor.ask.language.words.lemma`, for finding a word of a question in a text that says it another way.

Only for looking into texts: who is who, dates and names are read from the finer form.
"""

from __future__ import annotations

from functools import lru_cache

from tenor.ask.language.english import FILLER, SCALES, SYNONYMS
from tenor.ask.language.words import ARTICLES, Token, lemma, tokens

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

_SHORTEST = 4
_SUFFIXES = (
    "ization", "ational", "ically", "ation", "ition", "ments", "ment", "ities", "ally", "ness", "ship", "ions", "able", "abl", "ible", "ibl",
    "ance", "anc", "ence", "enc", "ant", "ent", "ion", "ity", "ive", "iv", "ial", "al", "ly", "ers", "er", "ors", "or",
)  # fmt: skip


def _bare(form: str) -> str:
    """A normal form without the endings that make nouns, adjectives and adverbs of it."""
    if not form.isalpha() or form in SCALES or form in _APART:
        return form
    for _ in range(2):
        if not form.endswith(_SUFFIXES):
            break
        suffix = next((s for s in _SUFFIXES if form.endswith(s) and len(form) - len(s) >= (_SHORTEST if len(s) < 3 else _SHORTEST - 1)), None)
        if suffix is None:
            break
        form = form[: -len(suffix)]
        form = form.removesuffix("e") if len(form) > _SHORTEST else form  # "reveal" is no "rev"
    return form[:-1] if len(form) > _SHORTEST and form[-1] == form[-2] and form[-1] not in "sl" else form


#: Words that are no form of the shorter one that they seem to be made of: a customer is nothing custom, and what is left out is not exclusive.
_APART = frozenset(map(lemma, ("customer", "exclusion")))
_GROUPS: dict[str, str] = {}
for _group in SYNONYMS:
    _roots = [_bare(lemma(word)) for word in _group.split()]
    _GROUPS.update(dict.fromkeys(_roots, _roots[0]))


@lru_cache(20_000)
def root(form: str) -> str:
    """The root of a normal form; words that mean the same share one."""
    bare = _bare(form)
    return _GROUPS.get(bare, bare)


def amount_key(number: float) -> str:
    """How an amount is looked up, however it was written."""
    return f"={number:.6g}"


def text_keys(text: str) -> set[str]:
    """The roots of a text's words, with its amounts; words that add nothing are left out."""
    found = tokens(text)
    return {root(t.lemma) for t in found if counts(t)} | set(amounts_in(found).values())


def counts(token: Token) -> bool:
    """True for a word that says something."""
    return token.low not in ARTICLES and token.lemma not in FILLER


_DIGITS = frozenset("0123456789")


#: Amounts that are years, as their keys have them behind "=".
YEARS = frozenset(map(str, range(1900, 2100)))


def sums_among(amounts: Mapping[int, str]) -> set[str]:
    """The keys of amounts that are no years."""
    return {key for key in amounts.values() if key[1:] not in YEARS}


def amounts_in(found: list[Token]) -> dict[int, str]:
    """The place of each number (``38 billion``, ``38bn``, ``20``) and its key."""
    out: dict[int, str] = {}
    for i, token in enumerate(found):
        if token.low[:1] not in _DIGITS:
            continue
        digits = token.low.rstrip("kmbtn")
        if not digits.replace(".", "", 1).isdigit() or not digits.isascii():
            continue
        scale = token.low[len(digits) :] or (found[i + 1].lemma if i + 1 < len(found) and len(found[i + 1].low) > 1 else "")
        if digits == token.low or scale in SCALES:
            out[i] = amount_key(float(digits) * SCALES.get(scale, 1))
    return out
