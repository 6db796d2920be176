"""What the ways of asking a refused question again have in common: a shape of words, another question, and what its answer must bear out."""

from __future__ import annotations

import re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    Document = dict[str, Any]
    #: Another question, and whether a document answers the one that was put.
    Way = tuple[str, Callable[[Document], bool]]


def shape(pattern: str) -> re.Pattern[str]:
    """A pattern of words, whatever their case."""
    return re.compile(pattern, re.IGNORECASE)


def whatever(_: Document) -> bool:
    """True for any answer: the other question means the same in all that it says."""
    return True


def told_clauses(document: Document) -> list[Document]:
    """The clauses and records that a document tells of, without the stretches of which nothing is recorded."""
    return [c for c in document["answers"] if c["clause"]]


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
