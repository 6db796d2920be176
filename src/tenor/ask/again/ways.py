"""What the ways of asking a refused question again have in common: a shape of words, another question, and what its answer must bear out."""

from __future__ import annotations

from functools import lru_cache

from tenor.dates import MONTHS

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Collection, Iterator
    from typing import Any

    Document = dict[str, Any]
    #: Another question, and whether a document answers the one that was put.
    Way = tuple[str, Callable[[Document], bool]]


#: Any month by its name, as a part of a pattern.
MONTH = f"(?:{'|'.join(MONTHS).casefold()})"


class Shape:
    """A pattern of words, whatever their case. A refused question is held against many and fits few: each is compiled when first a text has what it needs."""

    __slots__ = ("_compiled", "_needed", "pattern")

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern
        self._needed: list[tuple[str, ...]] | None = None
        self._compiled: re.Pattern[str] | None = None

    def match(self, text: str) -> re.Match[str] | None:
        """As of a compiled pattern."""
        return self._ready().match(text) if self.may_fit(text) else None

    def search(self, text: str) -> re.Match[str] | None:
        """As of a compiled pattern."""
        return self._ready().search(text) if self.may_fit(text) else None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """As of a compiled pattern."""
        return self._ready().finditer(text) if self.may_fit(text) else iter(())

    def sub(self, plain: str | Callable[[re.Match[str]], str], text: str) -> str:
        """As of a compiled pattern."""
        return self._ready().sub(plain, text) if self.may_fit(text) else text

    def may_fit(self, text: str) -> bool:
        """False for a text that lacks a word without which it cannot fit: of nearly all shapes, most texts do."""
        if self._needed is None:
            self._needed = needed(self.pattern)
        low = _folded(text)
        return all(any(word in low for word in words) for words in self._needed)

    def _ready(self) -> re.Pattern[str]:
        if self._compiled is None:
            import re

            self._compiled = re.compile(self.pattern, re.IGNORECASE)
        return self._compiled


def shape(pattern: str) -> Shape:
    """A pattern of words, whatever their case."""
    return Shape(pattern)


@lru_cache(64)
def _folded(text: str) -> str:
    return text.casefold()


#: What stands before the words of a group that a text must have, and what behind those that it may lack.
_GROUPS = ("?:", "?P<")
_OPTIONAL = ("?", "*", "{")
_PLAIN = frozenset(" ',:/-")
_SHORTEST = 2


def needed(pattern: str) -> list[tuple[str, ...]]:
    """What a text must have to fit a pattern, one of each: the runs of letters outside of all groups, and the plain words between which a group chooses."""
    if "\\(" in pattern or "\\)" in pattern or "[(" in pattern:
        return []
    out: list[tuple[str, ...]] = []
    depth = 0
    pieces = pattern.replace(")", "()").split("(")
    for n, piece in enumerate(pieces):
        depth += 0 if not n else -1 if piece[:1] == ")" else 1
        if not depth and "|" in piece:
            return []
        if not depth:
            out += [(run,) for run in _runs(piece)]
        elif depth == 1 and piece[:1] != ")" and (piece[:1] != "?" or piece.startswith(_GROUPS)):
            after = pieces[n + 1] if n + 1 < len(pieces) else ""
            words = [word[:-2] if word[-1:] == "?" else word for word in piece.casefold().removeprefix("?:").rpartition(">")[2].split("|")]
            if after[:1] == ")" and not after[1:].startswith(_OPTIONAL) and all(word.replace(" ", "a").isalpha() for word in words):
                out.append(tuple(words))
    return sorted((words for words in out if _length(words) >= _SHORTEST), key=_length, reverse=True)


def _length(words: tuple[str, ...]) -> int:
    return min(len(word) if word.strip() else 0 for word in words)


def _runs(piece: str) -> Iterator[str]:
    """The runs of characters that stand for themselves in a part of a pattern without groups."""
    run, i = "", 0
    while i < len(piece):
        c = piece[i]
        if c.isalpha() or c in _PLAIN:
            run += c.casefold()
        else:
            yield run[:-1] if c in _OPTIONAL else run
            run = ""
            if c == "\\":
                i += 1
            elif c == "[":
                i = piece.index("]", i + 2)
        i += 1
    yield run


def whatever(_: Document) -> bool:
    """True for any answer: the other question means the same in all that it says."""
    return True


def told_clauses(document: Document) -> list[Document]:
    """The clauses and records that a document tells of, without the stretches of which nothing is recorded."""
    return [c for c in document["answers"] if c["clause"]]


def yes_or_no(document: Document, clauses: Collection[str], *, yes: bool) -> Document:
    """An answer of another kind as a yes or a no by some of its clauses."""
    answers = [{**c, "yes": yes} if c["clause"] in clauses else c for c in document["answers"]]
    read_as = {**document["read_as"], "kind": "state"}
    return {**document, "read_as": read_as, "text": f"{'Yes' if yes else 'No'}. {document['text']}", "answers": answers}


#: What cannot be done with a thing, as what it is not.
_ABLE = {
    "cancelled": "cancelable", "canceled": "cancelable", "terminated": "terminable", "revoked": "revocable", "refunded": "refundable",
    "transferred": "transferable", "renewed": "renewable", "redeemed": "redeemable",
}  # fmt: skip
#: ``X cannot be cancelled``: X is non-cancelable.
UNABLE = (
    shape(rf"\b(?:can|could|may) ?(?:not|n't|n’t) be ({'|'.join(_ABLE)})\b"),
    lambda found: f"is non-{_ABLE[found[1].casefold()]}",
)
