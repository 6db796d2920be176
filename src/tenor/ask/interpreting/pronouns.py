"""The second part of a question with the names that its pronouns stand for: ``how many chips of C has A ordered, and when does it start using them``.

Asked anew where the second part, read as it stands, got no more than the first: what A does with C may be told by another record.
"""

from __future__ import annotations

from itertools import pairwise

from tenor.ask.language import english

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tenor.ask.interpreting.question import Question
    from tenor.ask.reading import Reading

_DOERS = frozenset(("it", "they"))
_DONE_TO = frozenset(("it", "them", "these", "those", "that"))


def named_again(first: Reading, second: Reading) -> str | None:
    """The second part with the doer of the first part for its first pronoun, and the one other name for a later one; None where either is unclear."""
    before, after = first.asked, second.asked
    if before is None or after is None or after.mentions or not before.mentions:
        return None
    doer = next((m for m in before.mentions if m.product is None and m.start and before.tokens[m.start - 1].lemma in english.YES_NO), None)
    at = next((i + 1 for i, (a, b) in enumerate(pairwise(after.tokens)) if a.lemma in english.YES_NO and b.low in _DOERS), None)
    others = {m.said for m in before.mentions if m is not doer}
    if doer is None or at is None or len(others) != 1:
        return None
    words = [t.text for t in after.tokens]
    words[at] = doer.said
    place = _done_to(after, at)
    if place is None:
        return None
    words[place] = others.pop()
    return f"{' '.join(words)}?"


def _done_to(question: Question, doer: int) -> int | None:
    """The pronoun behind the verb of whoever does it."""
    return next((i for i in range(doer + 2, len(question.tokens)) if question.tokens[i].low in _DONE_TO), None)
