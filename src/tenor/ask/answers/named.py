"""Whoever a question names has a part in what is told, or the answer is of others."""

from __future__ import annotations

from itertools import pairwise

from tenor.ask.language.english import NEGATIONS
from tenor.ask.language.roots import text_keys
from tenor.ask.language.words import lemma, tokens
from tenor.ask.parties.sides import sides_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from tenor.ask.interpreting.interpreter import Interpreter
    from tenor.ask.reading import Mention

    Document = dict[str, Any]


_USE = lemma("use")
#: Kinds of records that are told whole, whatever of them names a party.
_WHOLE = ("dispute:", "event:", "observation:", "commentary:")
#: Kinds of names of records, in which a party's name says which record is meant.
_NAMES = ("observation", "measurement", "event", "dispute", "instrument", "deal", "claim", "commentary")

#: Whoever else has, or had, the same of the same subject: "who had it when A lost it"; of A's own beginning or end, another's says nothing.
_HAVING = (
    "SELECT DISTINCT o.holder FROM clause AS c JOIN clause AS o ON o.term = c.term AND o.subject = c.subject WHERE c.id = ? AND o.holder IS NOT NULL"
)


def passed_over(question: Interpreter, document: Document) -> Mention | None:
    """A party that a question names, that has no part in any record told, nor ever had, and that no text of them names; None where there is none, and for a "no"."""
    denying = document["text"].startswith("No") or question.denied or not NEGATIONS.isdisjoint(question.lows())
    if not question.mentions or document["status"] != "answered" or denying:
        return None
    aside = question.timed() | {i for m in question.matches if m.kind in _NAMES for i in range(m.start, m.end)}
    told = [str(record["clause"]) for record in document["answers"] if record["clause"]]
    involved = frozenset().union(*(question.support().parties(name) for name in told))
    others = [m for m in question.mentions if m.start not in aside and m.party not in involved]
    if not others:
        return None
    own = len({m.party for m in question.mentions}) == 1 and (document.get("read_as") or {}).get("kind") in ("start", "end")
    having = set() if own else {party for name in told for (party,) in question.store.query(_HAVING, name)}
    said = text_keys(" ".join((document["text"], *(_words(name, question.store.record(name) or {}) for name in told))))
    for mention in others:
        names = (question.store.name("party", mention.party), mention.said, mention.party.replace("-", " "))
        if mention.party not in having and not any(text_keys(name) <= said for name in names):
            return mention
    return None


def _words(name: str, record: Document) -> str:
    """What a record says, in which a party may be named."""
    return str(record) if name.startswith(_WHOLE) else f"{record.get('text')} {record.get('note')} {record.get('parties')} {record.get('label')}"


def other_generation(question: Interpreter, document: Document) -> str:
    """``is X-7 on sale``, of which only X-5 and X-6 are told: the name with its number, where the records told have only others behind it; else empty."""
    timed = question.timed()
    asked = [
        (one, two)
        for i, (one, two) in enumerate(pairwise(question.typed))
        if _numbered(one.text, two.low) and i + 1 not in timed and f"{one.text}-{two.text}" in question.question
    ]
    if not asked or document["status"] != "answered":
        return ""
    told = [str(record["clause"]) for record in document["answers"] if record["clause"]]
    texts = (document["text"], *(_words(name, question.store.record(name) or {}) for name in told))
    pairs = {(one.low, two.low) for text in texts for one, two in pairwise(tokens(text)) if two.low[:1].isdigit()}
    known = {one for one, _ in pairs}
    return next((f"{one.text}-{two.text}" for one, two in asked if one.low in known and (one.low, two.low) not in pairs), "")


def _numbered(word: str, number: str) -> bool:
    return word.isalpha() and word[:1].isupper() and number[:1].isdigit()


def of_itself(question: Interpreter, document: Document) -> str:
    """The party of which alone a question names both sides, as "what A put into A's product", where what is told is of A and another; else empty."""
    products = [m for m in question.mentions if m.product is not None]
    mentions = [m for m in question.mentions if m.start not in question.timed()] if products else []
    if not mentions or document["status"] != "answered" or len({m.party for m in mentions}) != 1 or len({m.product for m in mentions}) == 1:
        return ""
    apart = any(b.start > a.end for a, b in pairwise(mentions))
    party = mentions[0].party
    told = [t for t in document["answers"] if t["clause"] and t.get("term")]
    sides = [sides_of(t) for t in told]
    uses = [t.lemma for t in question.tokens[mentions[0].end :][:1]] == [_USE] and told and all(t["holder"] == party for t in told)
    through = not uses and any(m.product == t["via"] or text_keys(m.said) <= text_keys(f"{t['text']} {t['scope']}") for m in products for t in told)
    return party if apart and told and all(party in own and own - {party, None} for own in sides) and not through else ""
