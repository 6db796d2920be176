"""A list of common English words (SCOWL, size 35), by which a slip is told from a word that the records do not have."""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path


@lru_cache(4096)
def is_word(low: str) -> bool:
    """True for a common English word of 4 to 14 letters, in lower case and American spelling."""
    return f"\n{low}\n".encode() in _words()


@cache
def _words() -> bytes:
    return b"\n" + Path(__file__).with_name("english-words.txt").read_bytes()
