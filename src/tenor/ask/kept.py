"""What is worked out once for a question, however many ask for it."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeVar

    from tenor.ask.interpreting.asked import Asked

    T = TypeVar("T")
    Q = TypeVar("Q", bound=Asked)


def once(find: Callable[[Q], T]) -> Callable[[Q], T]:
    """A finding that no longer changes once the words are looked up: kept with the question from then on."""

    def found(question: Q) -> T:
        if find in question.kept:
            kept: T = question.kept[find]
            return kept
        made = find(question)
        if question.looked_up:
            question.kept[find] = made
        return made

    found.__name__, found.__doc__ = find.__name__, find.__doc__
    return found
