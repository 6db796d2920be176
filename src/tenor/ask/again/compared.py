"""A refused question that compares two things on record: ``is A's commitment to B larger than C's to D``, ``which came first, X or Y``.

Either is asked by itself. What is told of the two decides it only where all of the one lies beyond all of the other, whatever parts and bounds there are.
"""

from __future__ import annotations

from tenor.ask.again.ways import shape, told_clauses, yes_or_no
from tenor.ask.inquiry import as_said, together
from tenor.ask.interpreting.amounts import unit_of
from tenor.ask.language.words import ARTICLES, tokens
from tenor.ask.reading import Refusal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from tenor.ask.interpreting.question import Question

    Document = dict[str, Any]
    #: The least and the most that is told, or the first and the last day, and in what unit.
    Limits = tuple[Any, Any, str]

_MORE = r"(?P<more>larger|bigger|greater|higher|more|smaller|lower|less)"
_LESS = frozenset(("smaller", "lower", "less"))
_PREPOSITION = r"(?:in|to|into|on|for|with|from|at)"
_ACTING = r"(?P<does>did|has|have|does|do) (?P<who>.+?) (?P<verb>\w+)"
_END = r"[?.]*$"
#: Shapes of a question whether one amount is above another, with what is asked of either; ``which`` asks for the one that is.
_AMOUNTS = (
    (shape(rf"^(?P<be>is|are|was|were) (?P<one>.+?) (?:worth )?{_MORE} than (?P<other>[^,?]+?){_END}"), "how much {be} {it}?"),
    (shape(rf"^which (?:one |of (?:the two|them|these) )?(?P<be>is|was) (?:the |worth )*{_MORE}(?: one)?[,:]? (?P<one>[^,?]+?),? or (?P<other>[^,?]+?){_END}"), "how much {be} {it}?"),
    (shape(rf"^{_ACTING} {_MORE}(?: money)? (?P<one>{_PREPOSITION} [^,?]+?) than (?P<other>{_PREPOSITION} [^,?]+?){_END}"), "how much {does} {who} {verb} {it}?"),
    (shape(rf"^(?P<does>did|has|have) (?P<one>.+?) (?P<verb>\w+) {_MORE}(?: money)? (?P<rest>{_PREPOSITION} [^,?]+?) than (?P<other>[^,?]+?) (?P=does){_END}"), "how much {does} {it} {verb} {rest}?"),
    (shape(rf"^(?:which (?:company |of them )?|who )(?P<does>has|have) (?P<verb>\w+) {_MORE}(?: money)? (?P<rest>{_PREPOSITION} [^,?]+?)[,:] (?P<one>[^,?]+?) or (?P<other>[^,?]+?){_END}"), "how much {does} {it} {verb} {rest}?"),
    (shape(rf"^(?P<does>did|has|have) (?P<one>[^,?]+?) or (?P<other>[^,?]+?) (?P<verb>\w+) {_MORE}(?: money)? (?P<rest>{_PREPOSITION} [^,?]+?){_END}"), "how much {does} {it} {verb} {rest}?"),
)  # fmt: skip
_THING = r"the (?![^?]*(?<![\w-])\d)[^,?]+?"
_SIDE = r"(?P<side>before|after|earlier than|later than)"
#: The same of two days; what is done to both may stand between.
_DAYS = (
    (shape(rf"^(?:did) (?P<one>.+?) (?:come|happen|take place|start|begin) {_SIDE} (?P<other>[^,?]+?){_END}"), "when was {it}?"),
    (shape(rf"^(?:was|were) (?P<one>{_THING}|[^,?]+?(?= \w+(?:ed|en) (?:before|after|earlier|later)))(?P<done> \w+(?:ed|en))? {_SIDE} (?P<other>[^,?]+?){_END}"), "when was {it}{done}?"),
    (shape(rf"^which (?:one |of (?:the two|them|these) )?(?:was|came|happened)(?P<done> \w+(?:ed|en))? (?P<side>first|earlier|later|last)[,:]? (?P<one>[^,?]+?),? or (?P<other>[^,?]+?){_END}"), "when was {it}{done}?"),
)  # fmt: skip
_LATER = frozenset(("after", "later than", "later", "last"))
#: How far off an amount may be that is told as about so much.
_ABOUT = 0.15
#: Words that follow "A's" where what A has is not said again.
_AFTER = frozenset(("to", "with", "in", "for", "from", "at", "on"))
_OPEN = float("inf")


def compared(question: Question, ask: Callable[[str], Document]) -> Document | None:
    """Yes or no, or which of two, with what is told of either; None where a question compares no two things, or neither is on record.

    Raises:
        Refusal: what is recorded does not decide it.
    """
    text = question.question.strip()
    for shapes, bounds in ((_AMOUNTS, _amount), (_DAYS, _day)):
        for pattern, form in shapes:
            if (found := pattern.match(text)) is None or (other := _in_full(question, found["one"], found["other"])) is None:
                continue
            said = {name: word or "" for name, word in found.groupdict().items()}
            both = [ask(form.format(**said, it=it)) for it in (said["one"], other)]
            answers = [document for document in both if document["status"] == "answered"]
            if not answers:
                return None
            told = " ".join(dict.fromkeys(str(answer["text"]) for answer in answers))
            limits = [found_limits for answer in answers if (found_limits := bounds(answer)) is not None]
            if len(answers) == 1:
                raise Refusal(next(d["status"] for d in both if d["status"] != "answered"), f"Only one of the two has an answer of its own. {told}")
            if len(limits) < len(answers) or answers[0]["text"] == answers[1]["text"]:
                raise Refusal("no-record", f"The records do not tell both in a way that can be compared. {told}")
            (low, high, unit), (least, most, other_unit) = limits
            if unit != other_unit or not (high < least or most < low or low == high == least == most):
                raise Refusal("no-record", f"What is recorded of the two does not decide it. {told}")
            less = said.get("more") in _LESS or ("side" in said and said["side"] not in _LATER)
            first = high < least if less else most < low
            document = {**together(answers), "text": told}
            if f" or {said['other']}" not in text:
                return yes_or_no(document, {c["clause"] for c in told_clauses(document)}, yes=first)
            which = "It is the same of both" if low == most else f"It is {said['one'] if first else said['other']}"
            return {**document, "text": f"{which}. {told}"}
    return None


def _amount(answer: Document) -> Limits | None:
    """The least and the most that is told, whether its amounts are parts of each other or come on top, with their unit; None where it has not one unit."""
    told = [c for c in told_clauses(answer) if c.get("role") != "exception"]
    values = [c["value"] for c in told if c["value"]]
    units = {(unit_of(value), str(value["unit"])) for value in values}
    if answer["read_as"]["kind"] != "value" or len(units) != 1 or any(v["period"] for v in values) or not told:
        return None
    limits = [_limits(c["value"]) for c in told]
    all_of = max if {value["basis"] for value in values} == {"level"} else sum
    return min(low for low, _ in limits), all_of(high for _, high in limits), units.pop()[1]


def _limits(value: Document | None) -> tuple[float, float]:
    """The least and the most that one amount is."""
    if value is None or (value["amount"] is None and value["low"] is None and value["high"] is None):
        return 0, _OPEN
    low = value["amount"] if value["low"] is None else value["low"]
    high = value["amount"] if value["high"] is None else value["high"]
    off = _ABOUT if value["hedge"] == "about" else 0
    low = 0 if low is None or value["hedge"] == "up-to" or value["basis"] == "ceiling" else low * (1 - off)
    return low, _OPEN if high is None or value["hedge"] == "at-least" else high * (1 + off)


def _day(answer: Document) -> Limits | None:
    """The first and the last day on which it can have begun; None where a day is not recorded."""
    days = [c["bounds"]["from"] for c in told_clauses(answer)]
    if answer["read_as"]["kind"] != "start" or not days or not all(low and high for low, high in days):
        return None
    return min(low for low, _ in days), max(high for _, high in days), ""


def _in_full(question: Question, one: str, other: str) -> str | None:
    """The second thing with what it shares with the first: ``C's to D``, ``A's``, ``the D one``, ``its contract with D``; None where that is not clear."""
    said, rest = tokens(one), tokens(other)
    names = [m for m in question.lexicon.matches(said) if m.kind in ("party", "product")]
    owner = next((m for m in names if said[m.end - 1].possessive), None)
    last = next((m for m in reversed(names) if not said[m.end - 1].possessive), None)
    own = next((m for m in question.lexicon.matches(rest) if m.kind in ("party", "product") and rest[m.end - 1].possessive and m.start == 0), None)
    if rest[-1:] and rest[-1].low == "one":
        own_names = [t for t in rest[:-1] if t.low not in ARTICLES]
        if not last or not own_names or own_names[-1].possessive:
            return None
        return as_said([*said[: last.start], *own_names, *said[last.end :]])
    if rest and rest[0].low in ("its", "their") and owner is not None:
        return as_said([*said[owner.start : owner.end], *rest[1:]])
    if own is None or (own.end < len(rest) and rest[own.end].low not in _AFTER):
        return other
    if owner is None:
        return None
    behind = rest[own.end :]
    at = next((i for i in range(owner.end, len(said)) if said[i].low in _AFTER), len(said)) if behind else len(said)
    return as_said([*said[: owner.start], *rest[: own.end], *said[owner.end : at], *behind])
