"""A statement that is put to be checked in other words: a sum as the right figure for a thing, one that a thing came in at, and a length that something runs.

What is asked instead is whether the thing is that sum, or how long it runs; a length that is told is then compared with the one that was put.
"""

from __future__ import annotations

from tenor.ask.again.ways import MONTH, shape, told_clauses, whatever, yes_or_no
from tenor.ask.language import english
from tenor.ask.language.roots import YEARS
from tenor.ask.language.words import lemma, tokens
from tenor.ask.times.years import MONTH_NUMBERS
from tenor.dates import long_date

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Any

    from tenor.ask.again.ways import Way
    from tenor.ask.interpreting.question import Question

    Document = dict[str, Any]

#: ``capped at $5 billion``: up to that.
_CAPPED = shape(r"^(?P<is>(?:is|was|are|were) .+?) (?:capped|limited) (?:at|to) (?P<sum>[$€£]?\d.*?)[?.]*$")
_THAT = r"is it (?:true|right|correct|accurate|the case|a fact) that"
_HEDGE = r"(?:(?:about|roughly|around|approximately|some|up to|at most|at least|more than|over|nearly|almost|exactly) )"
_SUM = rf"{_HEDGE}*[$€£]?\d[\d.,]*\d?(?: ?(?:billion|million|trillion|thousand|percent|gigawatts?|megawatts?|gw|mw|%))?(?: (?:a|an|per) (?:year|month|quarter|week|hour))?"
_RIGHT = r"(?:(?:really|indeed|actually) )?(?:the |a )?(?:(?:right|correct|true|accurate|proper|actual) )?"
_FIGURE = rf"(?:{_RIGHT}(?:figure|number|amount|sum) (?:(?:given|reported|recorded|quoted) )?(?:for|of)|(?:right|correct|accurate) (?:for|as))"
#: ``is $5 billion the right figure for X``, ``is $5 billion what X is said to give``.
_FIGURE_FOR = shape(rf"^(?P<is>is|was|are|were) (?P<sum>{_SUM}) {_FIGURE} (?P<thing>.+?)[?.]*$")
_SAID_TO = shape(
    rf"^(?:is|was) (?P<sum>{_SUM}(?: over [\w-]+ years)?) what (?P<who>.+?) (?P<is>is|was|are|were) (?:said|reported|known|supposed|meant) to (?P<verb>\w+)[?.]*$"
)
_WHAT_DONE = shape(r"^what (?P<who>[A-Z][\w.]*(?: [A-Z][\w.]*)?) (?P<has>had|has|have) (?P<done>\w+)(?P<rest>.*)$")
_DATED = shape(
    r"^(?P<thing>.+?) (?P<when>(?:at|on|in|by|as of|at the end of) (?:[a-z]+ )?(?:\d{1,2} )?[A-Z]?[a-z]*\.? ?(?:\d{1,2},? )?(?:19|20)\d\d)$"
)
#: ``did X come in at $5 billion``, ``X came to $5 billion``.
_AT = r"(?:come|stand|add up|amount|run)(?: in| out| up)? (?:at|to)"
_CAME = r"(?:came|comes|stood|stands|adds? up|added up|amounts?|amounted|ran|runs)(?: in| out| up)? (?:at|to)"
_COMES_TO = shape(rf"^(?P<does>did|does|do|will) (?P<thing>.+?) {_AT} (?P<sum>{_SUM}.*?)[?.]*$")
_CAME_TO = shape(rf"^{_THAT} (?P<thing>.+?) {_CAME} (?P<sum>{_SUM}.*?)[?.]*$")
#: ``was X reported at $5 billion``: so it is told, and not by the parties themselves.
_REPORTED = shape(
    rf"^(?P<is>was|were|is|are) (?P<thing>.+?) (?:reported|said|estimated|rumou?red|put) (?:at|to be(?: worth)?) (?P<sum>{_SUM}.*?)[?.]*$"
)
_WAS_REPORTED = shape(
    rf"^{_THAT} (?P<thing>.+?) (?P<is>was|were|is|are) (?:reported|said|estimated|rumou?red|put) (?:at|to be(?: worth)?) (?P<sum>{_SUM}.*?)[?.]*$"
)
_PUT_AT = shape(
    rf"^did (?:(?:the |some |several |most )?(?:press|media|reporters|reports|newspapers|outlets|journalists)) (?:put|peg|value|price) (?P<thing>.+?) (?:at|to) (?P<sum>{_SUM}.*?)[?.]*$"
)
#: ``is it right to quote X as Y``.
_AS = shape(
    r"^(?:(?:is|was|would) it (?:be )?(?:right|correct|fair|accurate|true|fine|ok) to|(?:may|can|could) (?:one|we|i)) (?:quote|describe|give|cite|put|present|state) (?P<thing>.+?) (?:as|at) (?P<what>.+?)[?.]*$"
)
_PERIOD = rf"(?:the )?(?P<period>(?:(?:first|second) half|(?:first|second|third|fourth) quarter|start|end) of (?:19|20)\d\d|{MONTH} (?:19|20)\d\d)"
#: ``was X due in the second half of 2026``.
_DUE = shape(
    rf"^(?:is|was|were|are) (?!it )(?P<thing>.+?) (?:due|planned|scheduled|expected|slated|supposed|meant|set|to)(?: to)? ?(?:be \w+|begin|start|arrive|come|go live|open)?(?: up)?"
    rf" ?(?:in|for|by|from|at|during) {_PERIOD}[?.]*$"
)
_A_PERIOD = shape(_PERIOD)
#: ``did A open its store in June 2021``, ``was B removed in March 2024``.
_THEN = shape(rf"^(?P<thing>(?:did|was|were) .+?) (?:in|on) (?:{MONTH} )?(?:\d{{1,2}}(?: {MONTH})?,? )?(?:19|20)\d\d[?.]*$")
#: What comes about but once, of one thing: it opens, and is closed.
_ONCE = frozenset(map(lemma, "launch open debut introduce begin start found remove oust fire dismiss close shut end terminate expire".split()))
_IS = {"did": "Was", "does": "Is", "do": "Are", "will": "Is"}
_VERB = r"(?:run|last|extend|stretch|go on|span|hold)"
_UNIT = r"(?P<unit>year|month)s?"
_LENGTH = rf"(?:over|for|across)? ?(?:a (?:period|term|span) of )?(?P<hedge>about |roughly |exactly |at most |up to |at least |more than |less than )?(?P<n>\d+|[a-z]+)[ -]{_UNIT}(?: (?P<most>at most|at least|long|in all))?[?.]*$"
_LENGTHS = (
    shape(rf"^{_THAT} (?P<thing>.+?) (?:(?:is|was|has been) )?(?:said to |reported to |due to |spread |supposed to |meant to )*(?:runs|ran|lasts|lasted|extends|extended|spans|spanned|stretched|{_VERB}|spread) {_LENGTH}"),
    shape(rf"^(?:does|do|did|will|is|was|are|were) (?!it )(?P<thing>.+?) (?:said to |reported to |due to |supposed to |meant to |to )*{_VERB} {_LENGTH}"),
    shape(rf"^(?:is|was) (?!it )(?P<thing>.+?) (?P<hedge>)an? (?P<n>\d+|[a-z]+)[ -]{_UNIT}[ -](?:long )?(?P<most>)(?:contract|deal|agreement|commitment|lease|license|term)[?.]*$"),
    shape(rf"^(?:is|was|are|were) (?!it )(?P<thing>.+?) (?:spread|payable|stretched|said to be|to be)(?: out)? {_LENGTH}"),
)  # fmt: skip
#: Words by which somebody does something: no thing that runs for a time.
_DOING = shape(r"\b(?:(?-i:to(?= [a-z]))|that|has|have|had|is|are|was|were|will|may|can|does|did) ")
_MONTHS = {"year": 12, "month": 1}
#: How far two lengths may lie apart where one of them is about so much.
_SLACK = 0.15


def put_to_be_checked(question: Question) -> Iterator[Way]:
    """Whether a thing is the sum that is said to be the figure for it, that it came in at, or at which it was reported."""
    text = question.question
    if found := _FIGURE_FOR.match(text):
        yield from _of_a_thing(found["is"], found["thing"], found["sum"])
    elif found := _SAID_TO.match(text):
        does = {"is": "Does", "was": "Did", "are": "Do", "were": "Did"}[found["is"].casefold()]
        yield f"{does} {found['who']} {found['verb']} {found['sum']}?", _sums
    elif found := _COMES_TO.match(text):
        yield f"{_IS[found['does'].casefold()]} {found['thing']} {found['sum']}?", _in_the_end
    elif found := _CAME_TO.match(text):
        yield f"Was {found['thing']} {found['sum']}?", _in_the_end
    elif found := _REPORTED.match(text) or _WAS_REPORTED.match(text):
        yield f"{found['is'].capitalize()} {found['thing']} {found['sum']}?", _as_reported
    elif found := _PUT_AT.match(text):
        yield f"Was {found['thing']} {found['sum']}?", _as_reported
    elif found := _CAPPED.match(text):
        yield f"{found['is']} up to {found['sum']}?", _at_most
    elif found := _AS.match(text):
        yield f"Is {found['thing']} {found['what']}?", whatever


def _of_a_thing(verb: str, thing: str, amount: str) -> Iterator[Way]:
    if done := _WHAT_DONE.match(thing):
        yield f"{done['has'].capitalize()} {done['who']} {done['done']} {amount}{done['rest']}?", _sums
        return
    dated = _DATED.match(thing)
    yield (f"{verb} {dated['thing']} {amount} {dated['when']}?" if dated else f"{verb} {thing} {amount}?"), _sums


def _at_most(document: Document) -> bool:
    """True where each amount that is told is one at most: no other is a cap."""
    return all((c["value"] or {}).get("hedge") == "up-to" for c in told_clauses(document))


def _sums(document: Document) -> bool:
    """True where a sum is told of all that is told: that A rents it from B is no "no" to a rent."""
    return all((c["value"] or {}).get("amount") is not None or (c["value"] or {}).get("low") is not None for c in told_clauses(document))


def _in_the_end(document: Document) -> bool:
    """True where nothing took the place of what has a yes: what a thing came to is not what it was meant to be at first."""
    return _sums(document) and not any(c.get("yes") and c["replaced_by"] for c in told_clauses(document))


def _as_reported(document: Document) -> bool:
    """True where all that is told is reported, and not told by the parties, in its amount at least."""
    return all(
        c["status"] != "confirmed" or (c["value"] or {}).get("status") not in (None, "confirmed") or "report" in str(c["text"])
        for c in told_clauses(document)
    )


def of_that_length(question: Question, asked: Callable[[str], Document | None]) -> Document | None:
    """Whether something runs as long as the question says, by the one length that is told of it; None where none is, or it does not decide."""
    found = next((f for pattern in _LENGTHS if (f := pattern.match(question.question))), None)
    if found is None or not question.affirmative() or _DOING.search(f"{found['thing']} "):
        return None
    said = found["n"].casefold()
    number = english.NUMBERS.get(said, 1 if said in ("one", "a") else int(said) if said.isdigit() else 0)
    for how_long in (f"How long is {found['thing']}?", f"How long does {found['thing']} run?") if number else ():
        document = asked(how_long)
        told = told_clauses(document) if document is not None else []
        value = (told[0]["value"] or {}) if len(told) == 1 else {}
        unit = str(value.get("unit") or "").removesuffix("s")
        if value.get("amount") is not None and unit in _MONTHS:
            break
    else:
        return None
    assert document is not None
    hedge = (found["hedge"] or "").strip().casefold() or ((found["most"] or "").casefold() if (found["most"] or "").startswith("at") else "")
    yes = _holds(number * _MONTHS[found["unit"].casefold()], hedge, value["amount"] * _MONTHS[unit], str(value.get("hedge")))
    if yes is None:
        return None
    return yes_or_no(document, (told[0]["clause"],), yes=yes)


def due_then(question: Question, asked: Callable[[str], Document | None]) -> Document | None:
    """Whether something is due in the time that the question says, where the text of what is told of it has one time of that sort; None where it has none, or several."""
    found = _DUE.match(question.question)
    document = asked(f"When is {found['thing']} due?") if found is not None and question.affirmative() else None
    told = told_clauses(document) if document is not None else []
    if found is None or document is None or len(told) != 1 or not told[0]["text"]:
        return None
    wanted = found["period"].casefold()
    periods = {p["period"].casefold() for p in _A_PERIOD.finditer(str(told[0]["text"]))}
    periods = {p for p in periods if _sort(p) == _sort(wanted)}
    if len(periods) != 1:
        return None
    return yes_or_no(document, (told[0]["clause"],), yes=periods == {wanted})


def on_that_day(question: Question, asked: Callable[[str], Document | None]) -> Document | None:
    """No, where a thing that comes about but once did so at another time than the question says; None of any other thing, or where it is not told for sure."""
    moment = question.moments[0] if len(question.moments) == 1 else None
    found = _THEN.match(question.question)
    if found is None or moment is None or moment.record is not None or moment.relation not in ("in", "on") or not question.affirmative():
        return None
    once = any(t.lemma in _ONCE for t in question.typed[1:])
    named = any(m.possessive or m.product is not None for m in question.mentions) or not english.OWNING.isdisjoint(question.lows())
    document = asked(f"{found['thing']}?") if once and named else None
    told = document["answers"] if document is not None else []
    if document is None or len(told) != 1 or told[0].get("yes") is not True or not str(told[0]["clause"]).startswith("event:"):
        return None
    days = question.store.query("SELECT day, last_day FROM event WHERE id = ?", str(told[0]["clause"]).removeprefix("event:"))[0]
    text = str(document["text"]).removeprefix("Yes. ")
    own = {t.low for day in days for t in tokens(long_date(day))}
    others = {t.low for t in tokens(text) if t.low in YEARS or (t.low in MONTH_NUMBERS and t.text[:1].isupper())} - own
    if others or (days[0] < moment.end and moment.start <= days[1]):  # a report, or a second act, has times of its own
        return None
    return {**document, "text": f"No. {text}", "answers": [{**told[0], "yes": False}]}


def _sort(period: str) -> str:
    """What sort of time it is, by the noun in it; a month has none."""
    return next((noun for noun in ("half", "quarter", "start", "end") if f"{noun} of" in period), "")


def _holds(asked: float, hedge: str, told: float, own: str) -> bool | None:
    """Whether a length that is told bears out the one that is put; None where it does not decide."""
    near = abs(asked - told) <= _SLACK * told
    if hedge in ("", "exactly"):
        if own == "exactly":
            return asked == told
        if own == "about":
            return (True if not hedge else None) if asked == told else None if near else False
        return False if (own == "up-to" and asked > told) or (own == "at-least" and asked < told) else None
    if hedge in ("about", "roughly"):
        return (near or None if own in ("exactly", "about") else None) if near else False if own in ("exactly", "about") else None
    if hedge in ("at most", "up to", "less than") and own in ("exactly", "up-to"):
        if own == "up-to" or hedge == "up to":
            return asked == told
        return told < asked or (told == asked and hedge == "at most")
    if hedge in ("at least", "more than") and own in ("exactly", "at-least"):
        return told > asked or (told == asked and hedge == "at least") or (False if own == "exactly" else None)
    return None
