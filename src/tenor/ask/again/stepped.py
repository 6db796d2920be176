"""``what was the fee before it was $4``, ``what came after 13% as the rate``, ``to what did it change from 5``: the amount beside the one that is named.

When it was that amount is asked first, then what it was on a day on which the one before or after it held for certain.
"""

from __future__ import annotations

from tenor.ask.again.ways import shape
from tenor.ask.answers.wording import value_words
from tenor.ask.language import english
from tenor.ask.reading import Refusal
from tenor.ask.times.levels import next_to
from tenor.dates import iso, parse_day

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from tenor.store.read import Store

    Document = dict[str, Any]

_SIDE = r"(?:just |right |immediately |directly |shortly )?(?P<side>before|after)"
_NUMBER = r"\d[\d,]*(?:\.\d+)?(?: (?:thousand|million|billion|trillion)\b)?"
_UNIT = r"(?: ?%| per ?cent\b| (?!as |for |in |of |the )[a-z]+)"
_SIZED = rf"(?P<amount>[$€£¥]{_NUMBER}(?: an? [a-z]+)?|{_NUMBER}{_UNIT})"
_AMOUNT = rf"(?P<amount>[$€£¥]{_NUMBER}(?: an? [a-z]+)?|{_NUMBER}{_UNIT}?)"
_WHAT = r"(?:what|how (?:much|high|low|big|large|many))(?: (?:amount|value|level|rate|number|figure))?"
_BE = r"(?:is|was|are|were)"
_GO = r"(?:change|go|move|rise|fall|drop|climb|increase|decrease|grow|shrink|jump|step|switch|cut|raise|raised|changed|increased|reduced|lowered|set)(?: up| down)?"
_REST = r"(?P<rest> (?:as|for|in|of) [^?]+?)?"
_SHAPES = (
    shape(rf"^{_WHAT} {_BE} (?P<what>.+?),? {_SIDE} (?:it (?:{_BE}|became|had been|stood at|went to|rose to|fell to|changed to|reached)|being|having been) (?:at )?{_AMOUNT}{_REST}[?.]*$"),
    shape(rf"^{_WHAT} {_BE} (?P<what>.+?),? {_SIDE} (?:the )?{_SIZED}{_REST}[?.]*$"),
    shape(rf"^{_WHAT} (?:came|{_BE}) {_SIDE} (?:the )?{_AMOUNT} (?:as|for|in) (?P<what>.+?)[?.]*$"),
    shape(rf"^(?:to|(?P<side>from)) {_WHAT} (?:did|{_BE}) (?P<what>.+?) {_GO} (?:to|from) {_AMOUNT}{_REST}[?.]*$"),
)  # fmt: skip
_THEN = (
    shape(rf"^(?P<asked>(?:what|how (?:much|high|low|big|large|many)|who|which) .+?),? (?:when|while|whilst) (?P<what>.+?) (?:{_BE}|stood at) {_AMOUNT}(?P<rest> (?:in|of|for) [^?]+?)?[?.]*$"),
    shape(rf"^(?:when|while|whilst) (?P<what>.+?) (?:{_BE}|stood at) {_AMOUNT},? (?P<asked>(?:what|how (?:much|high|low|big|large|many)|who|which) [^?]+?)[?.]*$"),
)  # fmt: skip
_BEFORE = ("before", "from")


def beside_amount(store: Store, question: str, ask: Callable[[str], Document]) -> Document | None:
    """The answer with the amounts next to the one that is named; None where a question asks for no such thing, or nothing was ever that amount.

    Raises:
        Refusal: none is recorded before or after it.
    """
    found = next((m for way in _SHAPES if (m := way.match(question.strip()))), None)
    parts = found.groupdict() if found is not None else {}
    what, amount = f"{parts.get('what')}{parts.get('rest') or ''}", str(parts.get("amount"))
    if found is None or any(c.isdigit() for c in what):
        return None
    document = ask(f"When was {what} {amount}?")
    told = [doc for doc in document["answers"] if doc.get("clause") and doc.get("value")]
    if document["status"] != "answered" or not told or any(doc["value"]["amount"] != _number(amount) for doc in told):
        return None
    earlier = (parts.get("side") or "").casefold() in _BEFORE
    said = f"{'before' if earlier else 'after'} {value_words(told[0]['value'])}"
    beside = [doc for one in told if (doc := next_to(store, one, earlier=earlier)) is not None]
    if not beside:
        raise Refusal("no-record", f"Nothing is recorded {said} here.", terms=[str(told[0]["term"])])
    answers = [ask(f"What was {what} on {doc['bounds']['from'][1]}?") for doc in beside]
    for doc, answer in zip(beside, answers, strict=True):
        if answer["status"] != "answered" or [a["clause"] for a in answer["answers"] if a["clause"]] != [doc["clause"]]:
            return None
    text = " ".join(dict.fromkeys(answer["text"] for answer in answers))
    both = [a for answer in answers for a in answer["answers"]]
    return {**answers[0], "text": f"{said[:1].upper()}{said[1:]}: {text}", "answers": both}


def while_amount(question: str, ask: Callable[[str], Document]) -> Document | None:
    """``what was A when B was $4``: what A was in the time in which B was that; None where a question asks for no such thing, or B never was.

    Raises:
        Refusal: B was that more than once, or it is not certain since or until when.
    """
    found = next((m for way in _THEN if (m := way.match(question.strip()))), None)
    parts = found.groupdict() if found is not None else {}
    amount = str(parts.get("amount"))
    if not parts:
        return None
    document = ask(f"When was {parts['what']} {amount}{parts.get('rest') or ''}?")
    told = [doc for doc in document["answers"] if doc.get("clause") and doc.get("value")]
    if document["status"] != "answered" or not told or any(doc["value"]["amount"] != _number(amount) for doc in told):
        return None
    (first, start), (end, last) = told[0]["bounds"]["from"], told[-1]["bounds"]["to"]
    if len(told) > 1 or first != start or end != last or not first:
        raise Refusal(
            "ambiguous", f"When it was {value_words(told[0]['value'])} is not one certain time; write a date.", terms=[str(told[0]["term"])]
        )
    time = f"from {first} to {iso(parse_day(end) - 1)}" if end else f"since {first}"
    answer = ask(f"{parts['asked']} {time}?")
    return {**answer, "text": f"Taken as “{parts['asked']} {time}”: {answer['text']}"}


def _number(amount: str) -> float:
    """``$1.5 million`` as a number."""
    digits, _, scale = amount.lstrip("$€£¥").replace(",", "").rstrip("% ").partition(" ")
    return float(digits) * english.SCALES.get(scale.partition(" ")[0].casefold(), 1)
