"""A refused question that sets two beside each other: the prices of two sellers, a price and how many, two parties and what changed, somebody and the press.

Each is asked as another that tells both; what was left out of it, the answer has to bear out.
"""

from __future__ import annotations

from tenor.ask.again.ways import shape, told_clauses
from tenor.ask.language.roots import text_keys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from tenor.ask.again.ways import Way
    from tenor.ask.interpreting.question import Question

    Document = dict[str, Any]

_PRESS = r"(?:news ?papers|papers|press|media|news|reports?|reporters|others?|other sources|journalists)"
_AND_THE_PRESS = shape(
    rf"^(.+?),? and (?:who|whom|what|which \w+) (?:do|does|did|has|have) (?:the )?{_PRESS} (?:name|say|said|report|write|give|tell|named|reported)(?: instead| otherwise)?[?.]*$"
)
#: How an answer says that accounts differ.
_DIFFER = ("Sources disagree", "the evidence contradicts it")


def _and_the_press(question: Question) -> Iterator[Way]:
    """``who did it according to A, and whom does the press name instead``: what A says, where what is told says that others tell it otherwise."""
    found = _AND_THE_PRESS.match(question.question)
    if found is not None:
        yield f"{found[1]}?", lambda document: any(words in document["text"] for words in _DIFFER)


_ARRANGED = shape(
    r"^(what (?:has |have )?changed) (?:for|in|about|with|to) (\w+)['’]s (?:([a-z]+) )?(?:arrangement|setup|set-up|relationship|relations|ties|deal|agreement|contract)s? with (\w+)"
)


def _between_two(question: Question) -> Iterator[Way]:
    """``what changed in A's N arrangement with B``: what changed between the two, where some of it is about N."""
    found = _ARRANGED.match(question.question)
    if found is not None:
        about = text_keys(found[3] or "")
        yield (
            _ARRANGED.sub(r"\1 between \2 and \4", question.question),
            lambda document: document["read_as"]["term"] is None and any(about <= text_keys(str(c["text"])) for c in told_clauses(document)),
        )


_SHARE_PRICE = shape(
    r"^(?:at |for )?what price (?:per|a) share (?:can|could|may|does|did|will) (.+?) (?:pay|buy|purchase|get|acquire|exercise)\b(?: (\w+) (?:stock|shares))?(.*?)"
    r"(?:,? and (?:for )?how many(?: shares)?(?: at most)?)?[?.]*$"
)


def _a_share(question: Question) -> Iterator[Way]:
    """``what price per share does A pay under its warrant``: how many shares, and at what price each, where every text that is told gives that."""
    found = _SHARE_PRICE.match(question.question)
    if found is not None:
        source = f" from {found[2]}" if found[2] else ""
        each = shape(r"\beach\b|\bper share\b|\ba share\b|\bapiece\b")
        yield (
            f"How many shares can {found[1]} buy{source}{found[3]}, and at what price per share?",
            lambda document: all(each.search(str(c["text"])) for c in told_clauses(document)),
        )


_DEARER = r"(?:cost more|cost less|more expensive|less expensive|cheaper|dearer|costlier|pricier)"
_THROUGH = r"(?:on|at|from|with|through|via)"
_COMPARED = shape(
    rf"^(?:is|are|was|were|do|does|did) (?P<what>.+?) (?P<how>{_DEARER}) (?P<joint>{_THROUGH}) (?P<one>.+?)"
    rf" than (?:(?:straight|directly|direct|it is|they are|it does|when bought) )*(?:{_THROUGH} )?(?P<other>.+?)(?:['’]s own [\w ]+?)?(?: (?:itself|directly|charges))?[?.]*$"
)
#: ``do I pay more for X at A than at B``.
_PAYING = shape(
    rf"^do(?:es)? (?:i|we|you|one|customers|a customer|users) (?:have to |need to )?pay (?P<more>more|less) for (?P<what>.+?) (?P<rest>{_THROUGH} .+? than .+)$"
)


def _dearer(question: Question) -> Iterator[Way]:
    """``is X dearer at A than at B``: what it costs at either, where both have a price; yes or no, where every price that both have compares alike."""
    found = _COMPARED.match(_PAYING.sub(r"does \g<what> cost \g<more> \g<rest>", question.question))
    if found is None:
        return
    one, less = question.lexicon.parties_in(found["one"]), "less" in found["how"].casefold() or "cheap" in found["how"].casefold()

    def compared(document: Document) -> bool:
        told = told_clauses(document)
        if len({c["holder"] for c in told}) < len(("one", "other")) or not all(c["value"] for c in told):
            return False
        pairs = [(a["value"], b["value"]) for a in told for b in told if a["holder"] in one and b["holder"] not in one and a["scope"] == b["scope"]]
        pairs = [(a, b) for a, b in pairs if {a.get("hedge"), b.get("hedge")} <= {"exactly", None}]
        said = {
            (a["amount"] < b["amount"]) is less and a["amount"] != b["amount"]
            for a, b in pairs
            if a["unit"] == b["unit"] and a["amount"] and b["amount"]
        }
        if len(said) == 1:
            yes = said.pop()
            document["text"] = f"{'Yes' if yes else 'No'}. {document['text']}"
            for clause in told:
                clause["yes"] = yes
        return True

    yield f"What does {found['what']} cost {found['joint']} {found['one']} vs from {found['other']}?", compared


SET_BESIDE = (_and_the_press, _between_two, _dearer, _a_share)
