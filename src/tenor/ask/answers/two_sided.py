"""What is asked of two parties, of which each must have its part in what is told: who pays whom, whether their deal is so.

A party that only signed the same document has none: what A pays B is nothing that A pays C, and whether A's deal with B is exclusive no clause tells that is
of A and C.
"""

from __future__ import annotations

from tenor.ask.accounts.dealings import the_two
from tenor.ask.language.words import lemma
from tenor.ask.reading import Refusal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from tenor.ask.answers.answer import Answer
    from tenor.ask.reading import Mention

    Document = dict[str, Any]

#: Verbs of what one gives another, or is to.
_GIVING = frozenset(map(lemma, "pay owe commit pledge promise".split()))
_PROMISING = _GIVING - frozenset(map(lemma, ("pay", "owe")))


def of_the_two(answer: Answer, segments: list[Document]) -> None:
    """Keep what is told of both parties, the way it is asked. Raises :class:`Refusal` where nothing is."""
    told = [s for s in segments if s["clause"]]
    paying = _payment(answer) if answer.reading.kind == "value" else None
    pair = the_two(answer.interpreter) if answer.reading.raw in ("state", "holder") else None
    if not told or (paying is None and pair is None):
        return
    mine = [s for s in told if (_pays(answer, s, *paying) if paying is not None else set(pair or ()) <= _parties(answer, s))]
    if not mine:
        names = " and ".join(answer.store.name("party", party) for party in pair or [m.party for m in paying or ()])
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
