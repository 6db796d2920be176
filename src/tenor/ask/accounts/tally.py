"""``how many people were R between A and B``: whoever held it is told, and counted. What the record has is counted, and no more than that."""

from __future__ import annotations

from tenor.ask.again.ways import shape
from tenor.ask.parties.edges import somebody_holds

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Any

    from tenor.store.read import Store

    Document = dict[str, Any]

#: Nouns for whoever holds something, whatever it is.
_HOLDERS = (
    "people|persons|individuals|holders|companies|firms|businesses|organi[sz]ations|suppliers|providers|contractors|vendors|operators|brands|sponsors"
    "|owners|clubs|teams|men|women|politicians|officials|leaders|cities|towns|countries"
)
_MANY = r"(?:for )?how many|(?:what (?:is|was) )?the number of|count the"
_HAVING = r"were|was|had|held|served as|acted as|have been|has been|have had|has had|have held|have served as|have acted as|owned|have owned"
_WHO = shape(
    rf"^(?:{_MANY}) (?:(?:different|distinct|separate|various) )*(?:(?P<noun>{_HOLDERS})(?: who| that| which)? )?(?P<verb>{_HAVING}) (?P<rest>.+?)[?.]*$"
)
_WERE = shape(
    rf"^(?:{_MANY}) (?:(?:different|distinct|separate) )*(?:holders|owners) of (?:the (?:office|post|position) of )?(?P<what>.+?) (?:were|have) there(?: been)?(?P<rest>.*?)[?.]*$"
)
_HAS_HAD = shape(rf"^how many (?:(?:different|distinct|separate) )*(?P<noun>{_HOLDERS}) has (?P<what>.+?) had(?P<rest>.*?)[?.]*$")
_DID = shape(rf"^(?P<for>for )?how many (?:(?:different|distinct|separate) )*(?P<noun>{_HOLDERS}) (?P<verb>did|has|was|is) (?P<rest>.+?)[?.]*$")
_PAST = {"have been": "was", "has been": "was", "were": "was", "was": "was", "have had": "had", "has had": "had", "have": "had"}
#: How many people somebody or something has at work is no number of holders.
_STAFF = shape(r"^[\w ]*\b(?:people|persons|individuals|men|women)\b.*\bemploy(?:s|ed)?\b(?! as)")
_TIME = shape(r"\b(?:between|from|since|in|during|before|after|until|by|on)\b[^?]*\d{4}")


def tallied(store: Store, text: str, asked: Callable[[str], Document]) -> Document | None:
    """The answer to who they were, with how many; None where the question is no such, or they are not told one by one."""
    for other in _who_they_were(text):
        document = asked(other)
        if document["status"] == "answered" and (found := _counted(store, document)) is not None:
            return found
    return None


def _who_they_were(text: str) -> Iterator[str]:
    if _STAFF.match(text) is not None:
        return
    if (found := _WHO.match(text)) is not None:
        verb = _PAST.get(found["verb"].casefold(), found["verb"].casefold().removeprefix("have "))
        timed = _TIME.search(found["rest"]) is not None
        yield f"Who {verb} {found['rest']}?" if timed else f"List everyone who {verb} {found['rest']}."
    if (found := _WERE.match(text)) is not None:
        yield f"Who was {found['what']}{found['rest']}?" if _TIME.search(found["rest"]) else f"List everyone who was {found['what']}."
    if (found := _HAS_HAD.match(text)) is not None:
        yield f"List everyone who had {found['what']}{found['rest']}."
    if (found := _DID.match(text)) is not None:
        yield f"{'For which' if found['for'] else 'Which'} {found['noun']} {found['verb']} {found['rest']}?"


def _counted(store: Store, document: Document) -> Document | None:
    """The document with the number of those it tells; None where it tells something else, or of more than one subject at once."""
    read = document["read_as"]
    told = [doc for doc in document["answers"] if doc["clause"] and doc["state"] != "no"]
    term = store.record(f"term:{read['term']}") if read["term"] else None
    if read["kind"] not in ("holder", "list") or not told or term is None or not somebody_holds(term):
        return None
    if read["holder"] is not None or not all(doc["holder"] or doc["holders"] for doc in told) or len({doc["subject"] for doc in told}) > 1:
        return None
    names = {name for doc in told for name in ([doc["holder"]] if doc["holder"] else doc["holders"])}
    sure = {name for doc in told if doc["certainty"] != "possible" for name in ([doc["holder"]] if doc["holder"] else doc["holders"])}
    maybe = len(names - sure)
    lead = f"{len(names)} on record" + (f" ({maybe} of them only possibly)" if maybe else "")
    return {**document, "text": f"{lead}: {document['text']}"}
