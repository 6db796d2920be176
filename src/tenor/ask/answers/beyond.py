"""What a version says itself, and the refusal of what is more than that."""

from __future__ import annotations

from tenor.ask.language.roots import root
from tenor.ask.language.words import ARTICLES, Token, lemma, tokens
from tenor.ask.reading import Refusal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from tenor.ask.answers.answer import Answer

    Document = dict[str, Any]

#: Words of denying.
DENYING = frozenset(("non", "without", "no", "not", "never"))
_WITHOUT = frozenset(("non", "without"))
#: Words that make more of a thing than that it is so.
STRONGER = frozenset(
    map(
        lemma,
        """unconditional unconditionally irrevocable irrevocably perpetual perpetually permanent permanently guaranteed free forever unlimited indefinitely automatically immediately
        instantly evenly equally completely fully entirely wholly totally full every outright upfront final firm finally voting binding committed commitment contractual
        cash half double twice triple openly""".split(),
    )
)
#: Words for what is meant to come about.
PLANNED = frozenset(map(lemma, ("plan", "intend", "intention", "stated")))


def called_as(answer: Answer) -> str:
    """What the term is called, with the sentence that tells it."""
    return f"{answer.term.get('label') or ''} {answer.term.get('sentence') or ''}"


def beyond_record(answer: Answer, why: str, told: list[Document]) -> Refusal:
    """The refusal of what is more than the record tells, with what it does tell."""
    recorded = "; ".join(str(s["text"]).rstrip(".") for s in told[:2])
    return no_record(answer, f"{why} Recorded: {recorded}.")


def no_record(answer: Answer, why: str) -> Refusal:
    """The refusal of what nothing is recorded of, for the term that was read."""
    return Refusal("no-record", why, terms=[answer.reading.term or ""])


def own_words(doc: Document) -> str:
    """What a version says itself, of whatever it says it."""
    value = doc["value"] or {}
    texts = (doc["text"], doc["label"], doc["scope"], doc["ends_when"], value.get("text"), value.get("unit"), *value.get("items", ()))
    return " ; ".join(str(text) for text in texts if text)


def denied(doc: Document, key: str) -> bool | None:
    """For a word that a clause has only in the negative: False for "non-" and "without", True for another negation; None for any other word."""
    said = [t for t in tokens(own_words(doc)) if t.low not in ARTICLES]
    before = {_before(said, i) for i, t in enumerate(said) if root(t.lemma) == key}
    return None if not before or not before <= DENYING else not before <= _WITHOUT


def _before(said: Sequence[Token], i: int) -> str:
    """The word before a position; "no longer" is as good as "without"."""
    while i > 1 and said[i - 1].low in ("be", "been"):  # "cannot be canceled"
        i -= 1
    over = i > 1 and (said[i - 2].low, said[i - 1].low) == ("no", "longer")
    return "without" if over else said[i - 1].low if i else ""
