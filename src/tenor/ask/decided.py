"""Whether what was found decides a yes-or-no question at all: a no from another product, another party's amount or a later day is none.

Each check raises :class:`Refusal` where the versions are not about what the question asks.
"""

from __future__ import annotations

from tenor.ask.reading import Refusal
from tenor.ask.roots import text_keys
from tenor.ask.sized import seen_later
from tenor.ask.strength import beyond_record, own_words
from tenor.ask.support import OWN
from tenor.ask.wording import joined
from tenor.ask.words import tokens

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from tenor.ask.answer import Answer
    from tenor.ask.lexicon import Lexicon
    from tenor.ask.words import Token

    Document = dict[str, Any]


def decided(answer: Answer, segments: list[Document]) -> None:
    """Raise :class:`Refusal` where no version is of the product, the party or the time that the question asks about."""
    told = [s for s in segments if s["clause"]]
    if not told:
        return
    _of_the_product(answer, segments)
    _of_whose_amount(answer, told)
    valued = [s for s in told if s["value"]]
    if answer.reading.amount is not None and valued and not seen_later(answer, valued)[0]:
        raise beyond_record(answer, seen_later(answer, valued)[1], told)


def _of_the_product(answer: Answer, segments: list[Document]) -> None:
    """``does A's credit pay for X``, where each clause is on some product: those on X answer, or else those on what its maker has."""
    told = [s for s in segments if s["clause"]]
    if answer.term.get("answer") == "text":
        return
    sides = {side for doc in told for side in (doc["subject"], doc["holder"], *doc["holders"])}
    for mention in answer.interpreter.mentions:
        if mention.product is None or mention.party in sides or not all(doc["scope"] and not doc["holder"] for doc in told):
            continue
        named, maker = answer.interpreter.support().keys(range(mention.start, mention.end)), text_keys(answer.store.name("party", mention.party))
        mine = [doc for doc in told if named <= text_keys(own_words(doc))] or [doc for doc in told if maker <= text_keys(str(doc["scope"]))]
        if not mine:
            raise beyond_record(answer, f"The record does not speak of {mention.said} here.", told)
        segments[:] = mine


def _of_whose_amount(answer: Answer, told: list[Document]) -> None:
    """``was the $4 billion paid``, where nobody is named whose it is: an answer about one party is none where only another has that amount."""
    reading, support = answer.reading, answer.interpreter.support()
    keys = set(support.amounts.values())
    if not keys or reading.subject is None or reading.subject in answer.interpreter.parties() or any(s.get("yes") for s in told):
        return
    numbers = (answer.store.clause_number(name) for name in support.clauses(keys, OWN, reading.term))
    of = {answer.store.clause(n)["subject"] for n in numbers if n is not None}
    if of and reading.subject not in of:
        names = joined(sorted(answer.store.name("party", who) for who in of))
        raise Refusal("ambiguous", f"That amount is recorded of {names}; name whose it is.", terms=[reading.term or ""])


def turned_round(lexicon: Lexicon, title: str, said: Sequence[Token], parties: Sequence[str]) -> bool:
    """True where a question has the two parties of a dispute's own question the other way round, and neither is in the passive."""
    order = [m.target for m in sorted(lexicon.matches(tokens(title)), key=lambda m: m.start) if m.kind == "party"]
    asked = list(dict.fromkeys(parties))
    sides = [p for p in dict.fromkeys(order) if p in asked]
    if "and" in {t.low for t in said} and " and " in title:  # of both together
        return False
    passive = any(t.low in ("by", "from") for t in said) != (" by " in title or " from " in title)
    return len(asked) == len(sides) == 2 and sides == asked[::-1] and not passive
