"""What a yes-or-no question says beside the thing itself: a rate, a length, that it is exactly so, when it was done, that it is so already.

A yes is kept only by versions that bear that out. Each check raises :class:`Refusal` where none does.
"""

from __future__ import annotations

from itertools import pairwise

from tenor.ask.answers.beyond import PLANNED, beyond_record, own_words
from tenor.ask.answers.done import promised
from tenor.ask.answers.in_units import PERIODS, leading
from tenor.ask.interpreting.amounts import CURRENCIES, recurs, sums_of
from tenor.ask.language import english
from tenor.ask.language.roots import YEARS, amount_key, amounts_in, counts, root, text_keys
from tenor.ask.language.words import ARTICLES, forms, lemma, tokens
from tenor.dates import iso

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from tenor.ask.answers.answer import Answer

    Document = dict[str, Any]

_BEFORE_A_PERIOD = frozenset(("a", "an", "per", "each", "every"))
_EXACT = frozenset(("exactly", "precisely", "exact", "precise"))
_NUMBERS = {**english.NUMBERS, "one": 1}
_PORTIONS = frozenset("half third quarter fifth most majority".split())
_NEAR = 5
#: Verbs of an act that is done once; what goes on is paid, used and received for as long as it goes on.
_ONCE = frozenset(map(lemma, "sign agree commit pledge promise invest put issue grant obtain acquire raise announce lend close order award".split()))
_ONCE_OF_A_SUM = frozenset(map(lemma, "pay buy purchase get receive give".split()))
#: Verbs of becoming more, behind which "to" leads to the whole and "by" to what came on top.
_GROWING = frozenset(map(lemma, "grow rise increase expand enlarge swell balloon jump climb go raise".split()))
_WHOLES = ("total", "level", "ceiling")
#: Nouns for a sum that goes over, which somebody makes once.
_PAYMENTS = frozenset(map(lemma, "payment investment contribution transfer installment instalment deposit".split()))
_DONE_HEADS = frozenset(("did", "was", "were", "has", "have"))
_AT = frozenset(("in", "on", "between"))
#: Words that say that it is so at this time, and verbs of having or using what was only promised.
_ALREADY = frozenset(("today", "now", "already", "currently", "presently"))
_USING = frozenset(map(lemma, "run use have operate deploy install work own".split()))
#: Verbs by which one thing takes in another, or takes its place.
_TAKING_IN = frozenset(map(lemma, "include contain replace comprise supersede".split()))
_CARRIED_OUT = english.CARRYING_OUT | frozenset(map(lemma, "put invest buy".split()))


def as_qualified(answer: Answer, told: list[Document]) -> None:
    """Take the yes from versions that do not bear out what is said beside; ``told`` are those with a yes. Raises :class:`Refusal` where none is left."""
    if not answer.interpreter.typed:
        return
    for check in (
        rate,
        _portion,
        _length,
        _exact,
        _then,
        _already,
        _of_a_part,
        _before_what,
        _grown_to,
        _taken_in,
        _planned,
        _at_most,
        _owned,
        _ending,
    ):
        why = check(answer, told)
        if why:
            raise beyond_record(answer, why, told)


def rate(answer: Answer, told: list[Document]) -> str:
    """Why an amount is no answer to ``is it $250 billion a year``: none is recorded by that period; empty where one is, or no period is asked about."""
    said = [t.text.lower() for t in answer.interpreter.typed]
    period = next((two for _, one, two in leading(said) if one in _BEFORE_A_PERIOD), None)
    valued = [doc["value"] for doc in told if doc["value"]]
    if period is None or not valued:
        return ""
    fits = any(value.get("period") == period or str(value.get("unit") or "").endswith(f"/{period}") for value in valued)
    return "" if fits else f"No amount by the {period} is recorded here."


def _portion(answer: Answer, told: list[Document]) -> str:
    """``half of the revenue``, of what is half of the profit."""
    said = [t for t in answer.interpreter.typed if t.text.lower() not in ARTICLES]
    for one, of, noun in zip(said, said[1:], said[2:], strict=False):
        if one.low not in _PORTIONS or of.low != "of" or noun.text[:1].isupper() or not counts(noun):
            continue
        for doc in told:
            own = tokens(str(doc["text"]))
            behind = [own[i + 1 : i + _NEAR] for i, t in enumerate(own) if t.low == one.low]
            if behind and not any(root(t.lemma) == root(noun.lemma) for row in behind for t in row):
                return f"The record does not say “{one.text} of the {noun.text}” here."
    return ""


def _length(answer: Answer, told: list[Document]) -> str:
    """``an agreement over eight years``."""
    question = answer.interpreter
    timed = question.timed()
    for i, (one, unit) in enumerate(pairwise(question.typed)):
        number = _NUMBERS.get(one.low, int(one.low) if one.low.isdigit() else None)
        if number is None or i in timed or unit.lemma not in PERIODS:
            continue
        words = {str(number), *(word for word, n in _NUMBERS.items() if n == number)}
        if not any(
            one.low in words and two.lemma == unit.lemma for doc in told for one, two in pairwise(tokens(own_words(doc).replace("-", " ")))
        ) and not any((doc["value"] or {}).get("amount") == number for doc in told):
            return f"The record does not say “{one.text} {unit.text}” here."
    return ""


def _exact(answer: Answer, told: list[Document]) -> str:
    """``exactly 25 percent``, of what is about that much; what is that much at most is not exactly so, which :func:`inexact` tells."""
    if not _asks_exactly(answer) or inexact(answer, told):
        return ""
    hedged = all((doc["value"] or {}).get("hedge") not in (None, "exactly") for doc in told)
    return "The record does not have it exactly." if hedged else ""


def _asks_exactly(answer: Answer) -> bool:
    return any(t.text.lower() in _EXACT for t in answer.interpreter.typed)


def inexact(answer: Answer, told: list[Document]) -> bool:
    """True for ``exactly $4 billion``, of what is told as up to, or as more than, just that amount."""
    typed = [t for t in answer.interpreter.typed if t.low[:1] not in CURRENCIES]
    if not any(one.low in _EXACT and two.low[:1].isdigit() for one, two in pairwise(typed)):
        return False
    from tenor.ask.interpreting.thresholds import tells_more

    sums = set(answer.interpreter.support().amounts.values())
    values = [doc["value"] or {} for doc in told]
    bounded = all(
        value.get("hedge") == "up-to" or (value.get("hedge") == "at-least" and tells_more(doc)) for value, doc in zip(values, told, strict=True)
    )
    return bounded and all(value["amount"] is not None and amount_key(value["amount"]) in sums for value in values)


def _then(answer: Answer, told: list[Document]) -> str:
    """``did A invest in 2026``, of what was done in 2025."""
    question, window = answer.interpreter, answer.reading.window
    moments = question.moments
    if window is not None and window[0] > answer.today and question.typed[0].low in _DONE_HEADS and moments:
        return "That time has not come."
    if (
        window is None
        or question.typed[0].low not in _DONE_HEADS
        or not moments
        or any(m.relation not in _AT or m.record is not None for m in moments)
    ):
        return ""
    timed = question.timed() | question.mentioned()  # "Grant Thornton" grants nothing
    sums = any(t.low[:1].isdigit() for i, t in enumerate(question.typed) if i not in timed)
    once = _ONCE | _ONCE_OF_A_SUM if sums else _ONCE
    once |= {lemma("make")} if any(t.lemma in _PAYMENTS for t in question.typed) else set()
    done = [i for i, t in enumerate(question.typed) if t.lemma in once and i not in timed]
    if (
        not done
        or all(recurs(doc["value"]) for doc in told)
        or (question.typed[0].lemma == "be" and all(t.low == "to" for i in done for t in question.typed[i + 1 : i + 2]))
    ):
        return ""  # whoever was signed to somebody is so for a time
    before = [doc for doc in told if doc["observed"] or (doc["bounds"]["from"][1] or "9999") < iso(window[0])]
    if len(before) == len(told):
        return "What is recorded of this was done at another time, or is a total as it was seen."
    for doc in before:
        doc["yes"] = None
    return ""


def _already(answer: Answer, told: list[Document]) -> str:
    """``is it running today``, of what is to be supplied."""
    said = answer.interpreter.typed
    if not any(t.text.lower() in _ALREADY for t in said) or (not any(t.lemma in _USING for t in said[1:]) and said[0].lemma not in _USING):
        return ""
    to_come = all(any(a.lemma == "be" and b.text.lower() == "to" for a, b in pairwise(tokens(_sentence(answer)))) for _ in told)
    return "The record tells what is to be, and not what is so already." if to_come else ""


def _of_a_part(answer: Answer, told: list[Document]) -> str:
    """``is the first 800 MW due in 2027``, of a text that tells of that part, and of another year."""
    question = answer.interpreter
    sums = sums_of(question)
    years = {t.low for i, t in enumerate(question.tokens) if i in question.timed() and t.low in YEARS}
    due = not english.DUE.isdisjoint([t.low for t in question.typed])
    if answer.reading.amount is not None or not sums or not years or not due:
        return ""
    for doc in told:
        own = {t.low for t in tokens(str(doc["text"]))}
        value = (doc["value"] or {}).get("amount")
        if sums <= text_keys(str(doc["text"])) - {amount_key(value) if value is not None else ""} and own & YEARS and own.isdisjoint(years):
            return "The record does not tell that of this time."
    return ""


def _before_what(answer: Answer, told: list[Document]) -> str:
    """``is $5 billion the value after the money``, of the one before it."""
    valued = [doc for doc in told if doc["value"]]
    if not valued or not answer.interpreter.support().amounts:
        return ""
    from tenor.ask.answers.sized import before_what

    left, why = before_what(answer, valued)
    for doc in valued:
        doc["yes"] = doc["yes"] if doc in left else None
    return "" if left else why


def _grown_to(answer: Answer, told: list[Document]) -> str:
    """``did it grow to $100 billion``, of what grew by that much: a text must say "to" before the amount, or have it as the whole."""
    question = answer.interpreter
    typed, sums = question.typed, question.support().amounts
    grows = next((i for i, t in enumerate(typed) if t.lemma in _GROWING), len(typed))
    to = [i for i in sums if i > grows and i not in question.timed() and "to" in (typed[i - 1].low, typed[i - 2].low) and sums[i][1:] not in YEARS]
    for doc in told if to else ():
        said = tokens(str(doc["text"]))
        led = {key for i, key in amounts_in(said).items() if "to" in (said[i - 1].low, said[i - 2].low)}
        if not {sums[i] for i in to} <= led | ({amount_key(doc["value"]["amount"])} if (doc["value"] or {}).get("basis") in _WHOLES else set()):
            doc["yes"] = None
    return "" if not to or any(doc["yes"] for doc in told) else "The record does not say that it came to that amount."


def _taken_in(answer: Answer, told: list[Document]) -> str:
    """``does the $100 billion include the $38 billion``."""
    verb = next((t for t in answer.interpreter.typed[1:] if t.lemma in _TAKING_IN), None)
    if verb is None or answer.interpreter.typed[0].lemma != "do" or not answer.interpreter.support().amounts:
        return ""
    own = text_keys(" ".join(map(own_words, told)))
    return "" if root(verb.lemma) in own else f"The record does not say “{verb.text}” here."


def _planned(answer: Answer, told: list[Document]) -> str:
    """``did A invest $500 billion``, of what is told as a plan."""
    said = answer.interpreter.typed
    planned = PLANNED & forms(f"{answer.term.get('label') or ''} {answer.term.get('sentence') or ''}")
    verb = next((t for t in said[1:] if t.lemma in _CARRIED_OUT), None)
    if not planned or verb is None or said[0].low not in _DONE_HEADS:
        return ""
    return f"The record tells a plan here, and not that it was done (“{verb.text}”)." if told else ""


def _at_most(answer: Answer, told: list[Document]) -> str:
    """``did A invest $10 billion``, of what it undertook to put in at most."""
    said = answer.interpreter.typed
    verb = next((t for t in said[1:] if t.lemma in _CARRIED_OUT), None)
    if verb is None or said[0].low not in _DONE_HEADS or answer.reading.amount is None or answer.reading.amount.sign != "=":
        return ""
    at_most = all((doc["value"] or {}).get("hedge") == "up-to" and promised(answer, [doc]) for doc in told)
    return f"The record tells what was undertaken at most, and not that it was done (“{verb.text}”)." if at_most else ""


def _owned(answer: Answer, told: list[Document]) -> str:
    """``does A own B's models``, of what A may use; ``was it paid back``."""
    question = answer.interpreter
    starts = {m.end for m in question.mentions}
    owns = any(t.low in ("own", "owns") and i in starts and question.typed[0].lemma == "do" for i, t in enumerate(question.typed))
    lows = [t.low for t in question.typed]
    at_once = ("at", "once") in pairwise(lows)
    texts = (*map(own_words, told), _sentence(answer), *answer.term.get("names", ()), *answer.term.get("asks", ())) if owns or at_once else ()
    own = text_keys(" ".join(texts))
    if owns and "own" not in own:
        return "The record does not say “own” here."
    pays = next((i for i, t in enumerate(question.typed) if t.lemma == lemma("pay")), len(lows))
    back = "back" in lows[pays:] and text_keys(" ".join(map(own_words, told))).isdisjoint(("back", root(lemma("repay")), root(lemma("reimburse"))))
    if back:
        return "The record does not say that anything is paid back."
    return "The record does not say “at once” here." if at_once and "once" not in own else ""


_OBLIGED = frozenset("obliged obligated required compelled forced bound".split())


def _ending(answer: Answer, told: list[Document]) -> str:
    """``will the license end in 2030``, of one that holds through 2032; ``is A obliged to stop paying``, of what it has to pay."""
    said, timed = answer.interpreter.typed, answer.interpreter.timed()
    ends = any(t.lemma in english.STOPPING for i, t in enumerate(said) if i not in timed)
    if not told or not ends or not (said[0].low in english.MODALS or any(t.low in _OBLIGED for t in said)):
        return ""
    names = text_keys(f"{answer.term.get('label') or ''} {_sentence(answer)}")
    named = any(root(t.lemma) in names for t in said if t.lemma in english.STOPPING)
    return "" if named else "The record does not say that it ends then."


def _sentence(answer: Answer) -> str:
    return str(answer.term.get("sentence") or "").replace("{is|was}", "is")
