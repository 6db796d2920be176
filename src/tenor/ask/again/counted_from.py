"""Days counted from when somebody came or went: ``who was president the day before X took office``, ``a year after X left``, as a question with that day in it."""

from __future__ import annotations

import re

from tenor.ask.again.meanwhile import BECOME, runs_of
from tenor.ask.interpreting.interpreter import Interpreter
from tenor.ask.language import english
from tenor.ask.parties.edges import somebody_holds
from tenor.ask.reading import Refusal
from tenor.ask.times.years import shifted
from tenor.dates import iso, parse_day

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from tenor.ask.inquiry import Inquiry
    from tenor.store.read import Store

    Document = dict[str, Any]

_COUNTS = {"a": 1, "an": 1, "one": 1, **english.NUMBERS}
#: Lengths that are so many of others.
_UNITS = {"fortnight": ("week", 2), "decade": ("year", 10)}
_UNIT = "(?:day|week|fortnight|month|year|decade)"
# "the week before" is a stretch, and not one day
_SO_LONG = rf"(?:(?:on |just |only |exactly )?(?:the (?P<unit0>day)|(?P<half>half an?) (?P<unit1>year)|(?P<count>\d+|{'|'.join(_COUNTS)}) (?P<unit2>{_UNIT})s?) (?P<side>before|after))"
_IT = r"(?: (?:it|(?:the |his |her |its |their )?(?:office|power|post|position|job|contract)))"
_COME = rf"took over{_IT}?|(?:took|assumed|got|won|entered) ?{_IT}|came in(?:to office)?|came to power|was sworn in|was appointed|started|began"
_STOP = r"(?:stopped|ceased) being|ceased to be|(?:left office|left|stepped down|resigned|quit) as"
_GO = rf"left(?:{_IT})?|stepped down|resigned|quit|(?:lost|gave up){_IT}|stopped|was replaced|was succeeded"
_WHOSE = r"(?:'s|’s|s['’]) (?:term|tenure|time|contract) (?:in office )?"
_ACT = (
    rf"(?P<who>[^,?]+?)(?: (?:(?P<became>{BECOME})|(?P<ceased>{_STOP})) (?P<what>(?:(?!\b(?:until|till|when|while|and|or|before|after|again)\b)[^,?])+?)| (?:(?P<came>{_COME})|(?P<went>{_GO}))"
    rf"|{_WHOSE}(?:(?P<began>began|started)|(?P<ended>ended|expired|ran out)))"
)
_ASKED = r"(?P<asked>(?:who|whom|which|what|on what|was|were|is|did|had|does)\b[^,?]+?)"
_WAYS = (
    re.compile(rf"\s*{_ASKED},? {_SO_LONG} {_ACT}\s*[?.]*\s*", re.IGNORECASE),
    re.compile(rf"\s*{_SO_LONG} {_ACT},\s*{_ASKED}\s*[?.]*\s*", re.IGNORECASE),
)
#: What leaves open, before a length, how long it was, or makes of it how long something lasted.
_VAGUE = re.compile(
    r"\b(?:than|within|about|around|nearly|almost|over|under|roughly|approximately|some|least|most|every|each|not|and|or|for|until|till|since|by|from|to|in|during|of|up|once|ever|still|already|again|first|last|next)$",
    re.IGNORECASE,
)

#: Kinds of question about what one has at a time.
_KINDS = ("holder", "list", "state", "value")


def counted_from(inquiry: Inquiry) -> Document | None:
    """The answer of the day that is counted from when somebody came or went, of each where that was several times; None where a question asks for no such day.

    Raises:
        Refusal: the day is not certain, or it makes a difference which of several days is meant.
    """
    found = next((m for way in _WAYS if (m := way.fullmatch(inquiry.interpreter.question))), None)
    if found is None or _VAGUE.search(found["asked"]):
        return None
    came = any(found[way] for way in ("became", "came", "began"))
    runs = _runs(inquiry, found)
    over = [run for run in runs if came or run[-1]["to"]]  # nobody has left who still is there
    if not over:
        if runs:
            raise Refusal("no-record", f"No end is recorded for {found['who']} here.", final=True)
        return None
    told = [_of_run(inquiry, found, run, came=came) for run in over]
    if len(told) == 1:
        return told[0]
    if found["asked"].split()[0].casefold() not in english.WHO:
        raise Refusal("ambiguous", f"{found['who']} is recorded so more than once; write a date.", final=True)
    answered = [d for d in told if d["status"] == "answered"] or told
    text = f"{found['who']} is recorded so more than once. {' '.join(dict.fromkeys(d['text'] for d in told))}"
    return {**answered[0], "text": text, "answers": [a for d in answered for a in d["answers"]]}


def _of_run(inquiry: Inquiry, found: re.Match[str], run: list[Document], *, came: bool) -> Document:
    """The answer of the day that is counted from the beginning of a stretch, or from its end. Raises :class:`Refusal` where that is not one day."""
    low, high = run[0]["bounds"]["from"] if came else run[-1]["bounds"]["to"]
    if low != high or low is None:
        raise Refusal("no-record", f"On what day {found['who']} {'came' if came else 'left'} is not certain; write a date.", final=True)
    edges = [parse_day(low)]
    if not came:  # whoever hands over on a day leaves on that day, though it is the day before that was the last
        edges = [edges[0] - 1, *(edges if _handed_over(inquiry.store, run[-1]) else ())]
    days = [iso(_counted(edge, found)) for edge in edges]
    if any(len(day) != len("2026-01-01") or day <= "0001" for day in days):
        raise Refusal("not-understood", "That is further away than the years that are read, 1 to 9999.", final=True)
    documents = [inquiry.ask(f"{found['asked']} on {day}?") for day in days]
    if len({(d["status"], *(a["clause"] for a in d["answers"])) for d in documents}) > 1:
        raise Refusal("ambiguous", f"It makes a difference which day is meant, {' or '.join(days)}; write a date.", final=True)
    return {**documents[0], "text": f"Taken as “{found['asked']} on {days[0]}”: {documents[0]['text']}"}


def _runs(inquiry: Inquiry, found: re.Match[str]) -> list[list[Document]]:
    """The stretches in which somebody had what is said, or what is asked about where nothing is said."""
    who, what, asked = found["who"], found["what"], found["asked"]
    if what and not re.search(rf"\b(?:was|is|were|the|as)\s+{re.escape(what)}(?:\s+(?:of|for|at)\b.*)?$", asked, re.IGNORECASE):
        clause = inquiry.ask(f"when was {who} {what}")
        read = clause["read_as"] or {}
        answered = clause["status"] == "answered" and read.get("kind") == "start" and read.get("holder")
        return runs_of([a for a in clause["answers"] if a["clause"] and a["holder"] == read["holder"]]) if answered else []
    try:
        again = Interpreter(inquiry.store, f"{asked} after {who}", inquiry.today)
        readings = again.read()
    except Refusal:
        return []
    reading = readings[0]
    if len(readings) > 1 or reading.relative is None or reading.term is None or reading.exclusive or reading.raw not in _KINDS:
        return []
    if not somebody_holds(again.lexicon.document(f"term:{reading.term}")):
        return []
    party = reading.relative[1]
    lineages = [
        [doc for doc in inquiry.store.versions(x.n) if party in (doc["holder"], *doc["holders"]) and doc["state"] != "no"] for x in reading.lineages
    ]
    return [run for held in lineages for run in runs_of(held)]


def _handed_over(store: Store, last: Document) -> bool:
    """Whether another came on the first day after somebody's last."""
    rows = [doc for x in store.lineages(last["term"], last["subject"]) for doc in store.versions(x.n)]
    return any(doc["from"] == last["to"] and doc["state"] != "no" for doc in rows)


def _counted(edge: int, found: re.Match[str]) -> int:
    """The day that lies so long before or after another."""
    unit = (found["unit0"] or found["unit1"] or found["unit2"]).casefold()
    said = (found["count"] or "one").casefold()
    count = int(said) if said.isdigit() else _COUNTS[said]
    unit, times = ("month", 6) if found["half"] else _UNITS.get(unit, (unit, 1))
    return shifted(edge, unit, count * times * (-1 if found["side"].casefold() == "before" else 1))
