"""A list of common English words (SCOWL, size 35), by which a slip is told from a word that the records do not have."""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path


@lru_cache(4096)
def is_word(low: str) -> bool:
    """True for a common English word of 4 to 14 letters, in lower case and American spelling."""
    return f"\n{low}\n".encode() in _words()


def near_words(low: str) -> list[str]:
    """The common English words one slip away from a word of lower-case letters; only those with a letter doubled or not, where there are such."""
    from rapidfuzz.distance import OSA

    able = (w.decode() for w in _words().split() if abs(len(w) - len(low)) <= 1)
    near = [word for word in able if OSA.distance(low, word, score_cutoff=1) == 1]
    return [word for word in near if _undoubled(word) == _undoubled(low)] or near


def _undoubled(word: str) -> str:
    return "".join(c for i, c in enumerate(word) if c != word[i - 1 : i])


@cache
def _words() -> bytes:
    return b"\n" + Path(__file__).with_name("english-words.txt").read_bytes()
