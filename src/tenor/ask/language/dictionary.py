"""A list of common English words (SCOWL, size 35), by which a slip is told from a word that the records do not have."""

from __future__ import annotations

import os
from functools import cache, lru_cache

from tenor.ask.language.words import slips_between

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator


@lru_cache(4096)
def is_word(low: str) -> bool:
    """True for a common English word of 4 to 14 letters, in lower case and American spelling."""
    wanted, words = low.encode(), _words()
    first, last = 0, len(words) - 1
    while first < last:  # two line breaks; the list between them is sorted
        before = words.rfind(b"\n", first, (first + last) // 2 + 1)
        behind = words.find(b"\n", before + 1)
        found = words[before + 1 : behind]
        if found == wanted:
            return True
        first, last = (behind, last) if found < wanted else (first, before)
    return False


def near_words(low: str) -> list[str]:
    """The common English words one slip away from a word of lower-case letters."""
    half = (len(low) - 1) // 2  # one slip leaves one end as it is, up to here
    able = sorted({*_holding(f"\n{low[:half]}"), *_holding(f"{low[-half:]}\n")})
    return [word for word in able if slips_between(low, word) == 1]


def _holding(part: str) -> Iterator[str]:
    """The words that hold this part, with the line breaks around them."""
    words, at = _words(), -1
    while (at := words.find(part.encode(), at + 1)) >= 0:
        start = words.rfind(b"\n", 0, at + 1) + 1
        yield words[start : words.find(b"\n", start)].decode()


@cache
def _words() -> bytes:
    with open(os.path.join(os.path.dirname(__file__), "english-words.txt"), "rb") as file:
        return b"\n" + file.read()
