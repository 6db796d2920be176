"""Refused questions that ask for one thing in the form of another: who of a party it was, since when it was public, how one gets into something.

Each is asked in the form that the records answer, and counts only where the answer tells what was asked for.
"""

from __future__ import annotations

from tenor.ask.again.ways import shape
from tenor.ask.language.roots import text_keys
from tenor.ask.language.words import lemma
from tenor.ask.phrasing.narrowing import ENTRY
from tenor.dates import iso

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from tenor.ask.again.reworded import Asked, Found
    from tenor.ask.interpreting.question import Question

    Document = dict[str, Any]

#: Nouns for people of a party.
_PEOPLE = frozenset(map(lemma, "executive exec official officer manager boss employee leader chief head lawyer engineer director chairman".split()))
_SOMEBODY = r"(?:it|the (?:public|world|press|market)|people|anyone|anybody|outsiders|investors|we)"
_TOLD = r"(?:public(?:ly known)?|publicly|known|public knowledge|common knowledge)"
_WHEN = r"(?:when|since when|(?:on|in|since) (?:what|which) (?:day|date|month|year)) "
#: ``when did it become public that …``, ``when did the public learn of …``, ``when did X become public``: what it was is the group.
_BECAME_PUBLIC = tuple(
    shape(rf"^{_WHEN}{rest}$")
    for rest in (
        rf"(?:did|has|was) it (?:first )?(?:become|became|been|get|made) (?:first )?{_TOLD} (?:that )?(.+)",
        r"was it (?:first )?(?:reported|disclosed|revealed|leaked) (?:first )?that (.+)",
        rf"did {_SOMEBODY} (?:first )?(?:learn|know|find out|hear|get to know) (?:first )?(?:of|about|that) (.+)",
        rf"(?:did|was|were|has|have) (?!it |they )(.+) (?:first )?(?:become|became|been|get|made) {_TOLD}",
    )
)
_ENTERING = shape(
    r"^how (?:(?:do|does|did|can|could|may|would) (?:[\w-]+ ){1,4}?"
    r"(?:get into|get in on|get accepted (?:to|into)|get admitted (?:to|into)|be admitted (?:to|into)|enter|join|qualify for|become eligible for|gain entry to)"
    r"|(?:is|are|was|were) (?:[\w-]+ ){1,4}?(?:admitted|accepted) (?:in)?to) (.+)$"
)


def in_person(question: Question, asked: Asked) -> Found | None:
    """``which A executive wrote the memo``: who did, where an event in which A and a person have a part tells it, or what sources say of such a one."""
    typed = question.tokens
    for mention in question.mentions:
        noun, first = mention.end, mention.start - 1
        if mention.product or first < 0 or typed[first].low not in ("which", "what") or noun >= len(typed) or typed[noun].lemma not in _PEOPLE:
            continue
        words = [t.text for t in typed]
        document = asked(" ".join((*words[:first], "who", *words[noun + 1 :])) + "?")
        told = [_parties(question, str(c["clause"])) for c in document["answers"]] if document is not None else []
        people = {str(p) for (p,) in question.store.query("SELECT id FROM party WHERE kind = 'person'")} if told else set()
        if document is not None and told and all(mention.party in parties and not people.isdisjoint(parties) for parties in told):
            return document, []
    return None


def _parties(question: Question, record: str) -> set[str]:
    """The parties of an event, or of all that a dispute is about; none of a clause."""
    if record.startswith("event:"):
        return set(question.lexicon.document(record).get("parties") or ())
    if record.startswith("dispute:"):
        return set().union(*(_parties(question, str(name)) for name in question.lexicon.document(record).get("about") or ()))
    return set()


def public_since(question: Question, asked: Asked) -> Found | None:
    """``when did it become public that …``: the event in which it was reported, or the day of the first source, which "was it known by today" tells."""
    text = question.question.strip().rstrip("?. ")
    what = next((found[1] for pattern in _BECAME_PUBLIC if (found := pattern.match(text))), None)
    reported = asked(f"when was it reported that {what}?") if what else None
    if reported is not None and all(str(c["clause"]).startswith("event:") for c in reported["answers"]):
        return reported, []
    document = asked(f"was it known by {iso(question.today)} that {what}?") if what else None
    if document is None or not document["text"].startswith("Yes: by"):
        return None
    for clause in document["answers"]:  # since when has no yes
        clause["yes"] = None
    told = document["text"].removeprefix("Yes: b").replace("it was public on", "it was public by", 1)
    return {**document, "text": f"B{told}"}, []


def entered(question: Question, asked: Asked) -> Found | None:
    """``how does a startup get into X``: what is required for that, where all that is told speaks of getting in."""
    found = _ENTERING.match(question.question.strip().rstrip("?. "))
    document = asked(f"what is required to get into {found[1]}?") if found else None
    told = [text_keys(f"{c['text']} {c.get('scope') or ''}") for c in document["answers"]] if document is not None else []
    return (document, []) if document is not None and told and all(not ENTRY.isdisjoint(keys) for keys in told) else None
