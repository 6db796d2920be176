"""What stands in another place than the plain question has it: a refused question, asked with it in its own.

``A has had no X since when``, ``in 2023, after September``, ``how much was paid in the first A payment of 2026``, ``what happened in E``, ``will there be no X``,
``is A not the only X``.
"""

from __future__ import annotations

import re

from tenor.ask.again.ways import MONTH, shape, told_clauses, whatever
from tenor.dates import MONTHS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from tenor.ask.again.ways import Way
    from tenor.ask.interpreting.question import Question

    Document = dict[str, Any]

_PRONOUN = r"(?:it|them|that|those)"
#: ``how``, and what it becomes.
_MOVED = (
    (shape(r"^(\S.*?) (has|have) (?:had )?no (.+?),? (since when|from when on)[?.]*$"), r"Since when \2 \1 had no \3?"),
    (shape(r"^(\S.*?) (has|have) (not )(.+?),? (since when)[?.]*$"), r"Since when \2 \1 \3\4?"),
    (shape(r"^(?:how much|what)(?: sum| amount)? was (?:paid|transferred|put in|sent)? ?(?:in|with|as|by) the (\w+) (\S+) (payment|instal?lment|tranche) ((?:of|in) .+?)[?.]*$"), r"How much was \2's \1 \3 \4?"),
    (shape(r"^(can|may|could|might|does) ((?:an?|any) [\w-]+(?: [\w-]+)?) with (an? .+?) (count|apply|credit|set) (.+?) (towards?|against) " + _PRONOUN + r"[?.]*$"), r"\1 \5 \4 \6 \3?"),
    (shape(r"^(can|may|could|might) an? (?:company|firm|customer|client|business|startup|buyer|user) (count|apply|credit) (.+?) (towards?|against) (?:its|their|an?) (.+?)[?.]*$"), r"\1 \3 \2 \4 a \5?"),
    (shape(r"^since when (has|have) (.+?) been (?:outside|beyond|out of)(?: of)? (\S+?)['’]s? rights?[?.]*$"), r"Since when \1 \3 had no rights to \2?"),
    (shape(r"^how many (customers|users|clients|subscribers) (?:do|does|did) (.+?) have (on|in|through) (.+?)[?.]*$"), r"How many \1 use \2 \3 \4?"),
    (shape(r"^(.+ (?:have|had|hold|own|get)) one[?.]*$"), r"\1 it?"),
    (shape(r"^how much (is|was) (.+?)['’]s? (deal|agreement|arrangement|pact) with (.+?)[?.]*$"), r"How big \1 \2's \3 with \4?"),
)  # fmt: skip
#: ``which clouds have X``, of a product.
_WHICH_HAVE = shape(r"^(?:which|what) \S+ (?:have|has|got) (\S+?)[?.]*$")
_WITHIN_A_YEAR = shape(rf"\bin ((?:19|20)\d\d),? (?:but )?(after|following|before|from|since|until) ({MONTH})(?: on| onwards?)?\b(?! \d)")
_SAID_NONE = shape(
    r"^(did|has|have) (.+?) (?:say|said|state|stated|claim|claimed|announced?|declared?|tell \w+|told \w+)(?: that)? there (?:would|will) be no (.+?)[?.]*$"
)
#: ``what did they agree, in terms of power and money``: all of it is told.
_IN_TERMS_OF = shape(r"^(what .+?),? in terms of .+ and .+?[?.]*$")
#: ``is A not the only X``: it can want a yes for "it is not" and a no, so that neither is told.
_NOT_THE_ONE = shape(r"^(is|was|are|were) (\S+(?: \S+)?) not ((?:the|an?|its|their|\S+['’]s?) .+)$")
_HAPPENED = shape(r"^(?:so )?what happened (?:in|at|during|with) (?:the )?(.+?)[?.]*$")


def displaced(question: Question) -> Iterator[Way]:
    """The question with each part in its own place."""
    text = question.question
    for pattern, plain in _MOVED:
        if pattern.match(text):
            yield pattern.sub(plain, text), whatever
            return
    found = _WHICH_HAVE.match(text)
    if found is not None and any(m.product is not None and m.said == found[1] for m in question.mentions):
        yield f"Where is {found[1]} available?", whatever
    elif (found := _WITHIN_A_YEAR.search(text)) is not None and (span := _months(found)) is not None:
        yield f"{text[: found.start()]}{span}{text[found.end() :]}".strip(" ,"), whatever
    elif (found := _SAID_NONE.match(text)) is not None:
        yield f"{found[1]} {found[2]} rule out {found[3]}?", whatever
    elif (found := _IN_TERMS_OF.match(text)) is not None:
        yield f"{found[1]}?", _several
    elif (found := _NOT_THE_ONE.match(text)) is not None and question.lexicon.parties_in(found[2]):
        yield f"{found[1]} {found[2]} {found[3]}", _neither
    elif (found := _HAPPENED.match(text)) is not None:
        yield f"{found[1]}?", _one_event


def _months(found: re.Match[str]) -> str | None:
    """``in 2023, after September``: from October to December 2023; None where the year has no such months."""
    year, month = found[1], [m.casefold() for m in MONTHS].index(found[3].casefold())
    relation = found[2].casefold()
    first = {"after": month + 1, "following": month + 1, "before": 0, "until": 0}.get(relation, month)
    last = {"before": month - 1, "until": month}.get(relation, len(MONTHS) - 1)
    return f"from {MONTHS[first]} {year} to {MONTHS[last]} {year}" if 0 <= first <= last < len(MONTHS) else None


def _several(document: Document) -> bool:
    """True where more than one thing is told."""
    return len(told_clauses(document)) > 1


def _neither(document: Document) -> bool:
    """True of any answer, which from here on says neither yes nor no."""
    for clause in document["answers"]:
        clause["yes"] = None
    document["text"] = document["text"].removeprefix("Yes. ").removeprefix("No. ")
    return True


def _one_event(document: Document) -> bool:
    """True where one event is told, and nothing of a right."""
    told = told_clauses(document)
    return len(told) == 1 and str(told[0]["clause"]).startswith("event:")
