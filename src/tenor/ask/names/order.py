"""The order of a question's words, as patterns see it: parties and words, and where a passive turns them round."""

from __future__ import annotations

from tenor.ask.language import english
from tenor.ask.language.words import ARTICLES
from tenor.ask.names.patterns import LIGHT, PLACES, WITH, Item
from tenor.ask.phrasing.negation import stated

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tenor.ask.interpreting.question import Question


def items_of(question: Question) -> tuple[list[Item], int | None]:
    """Parties, content words and the prepositions between parties, in order, and the place of the ``by`` of a passive."""
    items: list[Item] = []
    inside: dict[int, int] = {i: n for n, m in enumerate(question.mentions) for i in range(m.start, m.end)}
    timed = question.timed()
    for i, token in enumerate(question.tokens):
        if i in inside:
            if i == question.mentions[inside[i]].start:
                items.append(Item(i, party=inside[i]))
            if question.mentions[inside[i]].product is not None:
                items.append(Item(i, lemma=token.lemma))
        elif i not in timed and token.low not in ARTICLES and (token.lemma not in english.FILLER or token.lemma in LIGHT):
            items.append(Item(i, lemma=token.lemma))
        elif i not in timed and token.low in PLACES and any(i < m.start <= i + 2 for m in question.mentions):
            items.append(Item(i, lemma="on"))
        elif token.low == WITH and i not in timed and any(i < m.start <= i + 2 for m in question.mentions):
            items.append(Item(i, lemma=WITH))
    by = None
    for n, mention in enumerate(question.mentions):
        before = mention.start - 1
        while before >= 0 and question.tokens[before].low in ARTICLES:
            before -= 1
        if (
            before >= 1
            and question.tokens[before].low == "by"
            and any(t.lemma == "be" or t.low in ("been", "get", "gets", "got") or t.low.endswith("ed") for t in question.tokens[:before])
        ):
            by = before if n >= 0 else by
    return items, by


def participle(question: Question, items: list[Item]) -> int | None:
    """The place of the verb of a passive without an agent: ``is X sold on Y``."""
    start = stated(question.tokens)  # the "is" of "is it true that …" makes no passive of the statement
    be = next((i for i, t in enumerate(question.tokens) if i >= start and t.lemma == "be"), None)
    if be is None:
        return None
    return next(
        (
            item.at
            for item in items
            if item.party < 0
            and item.at > be
            and (
                ((t := question.tokens[item.at]).low != t.lemma and (t.low.endswith("ed") or t.low in english.PARTICIPLES))
                or (t.low in english.UNCHANGED and question.tokens[item.at - 1].low not in ARTICLES and not _to_do(question, item.at))
            )
        ),
        None,
    )


def _to_do(question: Question, i: int) -> bool:
    """``is A set to pay B``: what A is to do is no passive."""
    return [t.low for t in question.tokens[i + 1 : i + 2]] == ["to"]
