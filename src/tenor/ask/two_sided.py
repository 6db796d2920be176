"""What is asked of two parties, of which each must have its part in what is told: who pays whom, whether their deal is so.

A party that only signed the same document has none: what A pays B is nothing that A pays C, and whether A's deal with B is exclusive no clause tells that is
of A and C.
"""

from __future__ import annotations

from tenor.ask import english
from tenor.ask.reading import Refusal
from tenor.ask.words import lemma

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from tenor.ask.answer import Answer
    from tenor.ask.reading import Mention

    Document = dict[str, Any]

#: Verbs of what one gives another, or is to.
_GIVING = frozenset(map(lemma, "pay owe commit pledge promise".split()))
_PROMISING = _GIVING - frozenset(map(lemma, ("pay", "owe")))
_BETWEEN = frozenset(("between", "of"))


def of_the_two(answer: Answer, segments: list[Document]) -> None:
    """Keep what is told of both parties, the way it is asked. Raises :class:`Refusal` where nothing is."""
    pair = _payment(answer) if answer.reading.kind == "value" else _deal(answer) if answer.reading.raw == "state" else None
    told = [s for s in segments if s["clause"]]
    if pair is None or not told:
        return
    paying = answer.reading.kind == "value"
    mine = [s for s in told if (_pays(answer, s, *pair) if paying else {m.party for m in pair} <= _parties(answer, s))]
    if not mine:
        names = " and ".join(answer.store.name("party", m.party) for m in pair)
        raise Refusal("no-record", f"Nothing of that is recorded between {names}.", terms=[answer.reading.term or ""])
    segments[:] = [s for s in segments if s not in told or s in mine]


def _payment(answer: Answer) -> tuple[Mention, Mention] | None:
    """``how much does A pay B``: A and B."""
    question = answer.interpreter
    named = [m for m in question.mentions if m.product is None]
    if len(named) != len(question.mentions) or len(named) != len(("payer", "payee")) or named[0].possessive or named[0].party == named[1].party:
        return None
    verb = [t.lemma for t in question.tokens[named[0].end : named[1].start]]
    return (named[0], named[1]) if verb and verb[0] in _GIVING and len(verb) <= len(("commit", "to")) else None


def _deal(answer: Answer) -> tuple[Mention, Mention] | None:
    """``is A's deal with B``, ``is the deal between A and B``: A and B."""
    question, said = answer.interpreter, answer.interpreter.tokens
    for one, other in zip(question.mentions, question.mentions[1:], strict=False):
        between = said[one.end : other.start]
        owned = one.possessive and len(between) > 1 and between[-1].low == "with" and between[-2].lemma in english.DEAL_WORDS
        joined = [t.low for t in between] == ["and"] and one.start > 1 and said[one.start - 1].low in _BETWEEN
        if owned or (joined and said[one.start - 2].lemma in english.DEAL_WORDS):
            return one, other
    return None


def _parties(answer: Answer, doc: Document) -> frozenset[str]:
    return answer.interpreter.support().parties(str(doc["clause"]))


def _pays(answer: Answer, doc: Document, payer: Mention, payee: Mention) -> bool:
    """True where both are sides of it, and what is promised is the first one's: the sentence of the term starts with whoever promises."""
    holders = {doc["holder"], *doc["holders"]}
    if not {payer.party, payee.party} <= {doc["subject"], *holders}:
        return False
    first = str(answer.term.get("sentence") or "").partition("}")[0].strip("{")
    promised = _PROMISING.isdisjoint(answer.interpreter.lemmas()) or (payer.party in holders if first == "holder" else payer.party == doc["subject"])
    return bool(promised)
