"""``does the license run through 2030``: until when it runs, held against that time. A right that runs on is no yes to an end that is named too early."""

from __future__ import annotations

from tenor.ask.again.ways import shape, yes_or_no
from tenor.ask.language.words import tokens
from tenor.ask.reading import Refusal
from tenor.ask.times.moments import Reader
from tenor.ask.times.years import Unclear
from tenor.dates import iso

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from tenor.ask.inquiry import Inquiry

    Document = dict[str, Any]

_RUN = r"(?:run|last|extend|continue|stretch|go on|(?:be |stay |remain )?(?:in force|in effect|in place|valid))(?:s|ning|ed)?"
_GOING = rf"(?: still)?(?: (?:set|due|supposed|scheduled|meant|agreed|contracted) to)? {_RUN}"
_TO = r"(?: on| out)?(?: only| just)? (?P<to>through(?: to)?|until|till|up to|up until|to|into)(?: the end of)?"
_SHAPE = shape(
    rf"^(?P<lead>(?:according to|per|under|by|in) [^,?]+, )?(?P<does>does|do|will|is|are) (?P<what>.+?)(?<! and)(?: only| just)?(?P<going>{_GOING}){_TO} (?P<day>[^?,]*\d[^?,]*?)[?.]*$"
)
#: ``is the license until 2030``.
_IS = shape(
    r"^(?P<lead>)(?P<does>is|are) (?P<what>(?![^?]* and )[^?,]+?)(?P<going>) (?P<to>through|until|till|up until)(?: the end of)? (?P<day>[^?,]*\d[^?,]*?)[?.]*$"
)


def runs_until(inquiry: Inquiry, question: str) -> Document | None:
    """Yes or no with the end that is recorded; None where a question asks for no such thing, or not of one thing. Raises :class:`Refusal` where no end is."""
    found = _SHAPE.match(question.strip()) or _IS.match(question.strip())
    if found is None:
        return None
    said = found.groupdict()
    try:
        moments = Reader(tokens(f"in {said['day']}"), inquiry.today, lambda _: None, lambda: None).read()
    except Unclear:  # an hour, or a date that cannot be: the question itself is refused for it
        return None
    if len(moments) != 1 or moments[0].last < len(tokens(said["day"])):
        return None
    answer = inquiry.ask(f"{said['lead'] or ''}until when {said['does']} {said['what']}{said['going']}?")
    held = [doc for doc in answer["answers"] if doc["clause"] and doc["state"] != "no" and (doc["bounds"]["to"][0] or "9999") > iso(inquiry.today)]
    ends = {
        doc["clause"]: doc["bounds"]["to"] for doc in held if doc["status"] == "confirmed" or all(other["status"] != "confirmed" for other in held)
    }
    if answer["status"] != "answered" or not held or answer["read_as"]["kind"] == "claim":  # what somebody says of an end is told whole
        return None
    # the day behind the last one; "until 2030" may be said of either side of the turn of the year
    first, last = moments[0].start + ("through" in said["to"]), moments[0].end
    there = {clause: iso(first) <= lo and hi <= iso(last) for clause, (lo, hi) in ends.items() if lo and hi}
    if there.keys() != ends.keys() or len(set(there.values())) != 1:
        raise Refusal("no-record", f"The record does not decide whether it runs {said['to']} {said['day']}. Recorded: {answer['text']}")
    return yes_or_no(answer, there, yes=next(iter(there.values())))
