"""Amounts that a question names: to be compared with what is recorded, or to single out the clause that has them."""

from __future__ import annotations

from itertools import pairwise

from tenor.ask.language import english
from tenor.ask.language.roots import YEARS, amount_key, counts
from tenor.ask.language.words import ARTICLES, lemma, tokens
from tenor.ask.times.years import MONTH_NUMBERS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from typing import Any

    from tenor.ask.interpreting.asked import Asked
    from tenor.ask.interpreting.question import Question
    from tenor.ask.language.words import Token

_COMPARING = {
    "more than": ">", "greater than": ">", "larger than": ">", "higher than": ">", "bigger than": ">", "over": ">", "above": ">", "exceed": ">",
    "in excess of": ">", "upwards of": ">", "beyond": ">", "less than": "<", "fewer than": "<", "lower than": "<", "smaller than": "<", "under": "<", "below": "<",
    "at least": ">=", "no less than": ">=", "at most": "<=", "up to": "<=", "no more than": "<=",
}  # fmt: skip
_PHRASES = sorted(((phrase.split(), sign) for phrase, sign in _COMPARING.items()), key=lambda p: -len(p[0]))
_OWN_AMOUNTS = ("amount", "low", "high")
#: Behind a verb of going these compare nothing.
_UP_TO = ["up", "to"]
_GOING = frozenset(map(lemma, "go went gone move come came push bring brought raise".split()))
_OWNING = ARTICLES | frozenset(("its", "their", "this", "that", "those", "these", "whole", "entire", "full"))
#: Currencies by sign and by code.
CURRENCIES = {"USD": "dollar", "$": "dollar", "EUR": "euro", "€": "euro", "GBP": "pound", "£": "pound", "JPY": "yen", "¥": "yen"}
MONEY = frozenset(CURRENCIES.values())
_FORMS = {
    "buck": "dollar", "bucks": "dollar", "eur": "euro", "gbp": "pound", "sterling": "pound", "usd": "dollar", "jpy": "yen",
    "gigawatt": "gw", "gigawatts": "gw", "gws": "gw", "megawatt": "mw", "megawatts": "mw", "mws": "mw",
}  # fmt: skip
#: Units that an amount can be compared in; a word that is none of these is no unit, and says nothing against.
_UNITS = frozenset((*map(lemma, ("dollar", "percent", "cent", "pence", "gw", "mw", "chip", "share", *CURRENCIES.values())),))


#: Units that measure the same on another scale.
SCALED = {"gw": "mw", "mw": "gw"}
#: Those that are things themselves, which can be counted.
THINGS = frozenset(map(lemma, ("chip", "share")))
_EACH_TIME = ("year", "quarter", "month", "week", "day", "hour")
#: Units that an answer can be asked for in.
_MEASURED = _UNITS | frozenset(map(lemma, ("year", "month", "week", "day")))


def unit_asked(said: Sequence[Token], timed: Collection[int]) -> tuple[str, str]:
    """The unit that the answer is wanted in and the word for it: ``in gigawatts``, ``how many years``, ``what number of shares``; empty where none is."""
    return next(iter(units_asked(said, timed)), ("", ""))


def units_asked(said: Sequence[Token], timed: Collection[int]) -> list[tuple[str, str]]:
    """The same, where several may be: ``in dollars and in gigawatts``."""
    found = []
    for i, token in enumerate(said):
        unit = _FORMS.get(token.low, token.lemma)
        if unit not in _MEASURED or i in timed or i == 0:
            continue
        before = [t.low for t in said[max(0, i - 2) : i]]
        if before[-1] in ("in", "many") or before[0] == "many" or before in (["number", "of"], ["amount", "of"]):
            found.append((unit, token.low))
    return found


def is_unit(token: Token) -> bool:
    """True for ``gigawatt``, ``dollar``, ``year``, ``billion``."""
    return token.lemma in english.SCALES or _FORMS.get(token.low, token.lemma) in _MEASURED


def tells_amount(text: str) -> bool:
    """True for a text with a sum of money, a percentage, or a number and the unit or noun behind it; a date is no amount."""
    said = tokens(text)
    counted = (two for one, two in pairwise(said) if one.low[:1].isdigit() and one.low not in YEARS and two.low.isalpha())
    return any(sign in text for sign in "$€£%") or any(two.low not in MONTH_NUMBERS and two.lemma not in english.FILLER for two in counted)


def unit_of(value: dict[str, Any]) -> str:
    """The unit of a recorded value in the form of :func:`unit_asked`; empty where it has none."""
    unit = str(value["unit"] or "").replace(" per ", "/").partition("/")[0].strip()
    return CURRENCIES.get(unit, _FORMS.get(unit.lower(), lemma(unit.lower())))


def is_measure(unit: str) -> bool:
    """True for a unit of :func:`unit_of` that is no thing: money, a share of a hundred, power, time."""
    return unit in _MEASURED - THINGS


def recurs(value: dict[str, Any] | None) -> bool:
    """True for a level that is paid time and again, in a time of which the unit says: ``GBP/year``; what was promised for later is none."""
    return value is not None and value["basis"] == "level" and str(value["unit"] or "").partition("/")[2] in _EACH_TIME


def no_count(value: dict[str, Any], counted: Token | None) -> bool:
    """True for a share or a sum of money, which is no number of things, unless what is ``counted`` is a scale: "how many billions"."""
    unit = str(value["unit"] or "")
    money = unit.replace(" per ", "/").partition("/")[0] in CURRENCIES and (counted is None or counted.lemma not in english.SCALES)
    return unit.startswith("percent") or money


class Amount:
    """``number`` of ``unit`` at ``used``; ``sign`` is how it is to be compared, ``definite`` where it is one that is known: "the $35 billion", ``things`` where things are counted."""

    __slots__ = ("definite", "number", "sign", "things", "unit", "used")

    def __init__(self, number: float, unit: str, used: set[int], sign: str, *, definite: bool, things: bool) -> None:
        self.number = number
        self.unit = unit
        self.used = used
        self.sign = sign
        self.definite = definite
        self.things = things

    def same(self, value: dict[str, Any]) -> bool:
        """True where a recorded amount is this number, of this unit where both have one."""
        alike = not self.unit or self.unit not in _UNITS or unit_of(value) in ("", self.unit)
        return alike and value["amount"] is not None and abs(value["amount"] - self.number) <= 1e-9 * max(abs(value["amount"]), abs(self.number), 1)

    def holds(self, value: dict[str, Any] | None) -> bool | None:
        """True where a recorded value compares so, None where it cannot be said."""
        if value is None or all(value[k] is None for k in ("amount", "low", "high")):
            return None
        own = unit_of(value)
        if self.unit in _MEASURED - _UNITS and own != self.unit:  # no number of days is one of anything else
            return None
        if (self.unit in _UNITS and own and self.unit != own) or (self.things and is_measure(own)):
            return None
        if (
            self.sign == "="
            and value["amount"] is None
            and None not in (value["low"], value["high"])
            and value["low"] <= self.number <= value["high"]
        ):
            return None  # one of the two that are told
        if self.sign == "<=" and value["hedge"] == "up-to" and value["amount"] is not None:  # "up to 5" is another promise than "up to 3"
            return bool(abs(value["amount"] - self.number) <= 1e-9 * max(value["amount"], self.number, 1))
        if self.sign == "=":
            return any(
                v is not None and abs(v - self.number) <= 1e-9 * max(abs(v), abs(self.number), 1)
                for v in (value["amount"], value["low"], value["high"])
            )
        low = value["low"] if value["amount"] is None else None if value["hedge"] == "up-to" else value["amount"]
        high = value["high"] if value["amount"] is None else None if value["hedge"] == "at-least" else value["amount"]
        slack = 0.05 * self.number if value["hedge"] == "about" else 0.0
        return _compared(low, high, self.number, self.sign, slack)


def _compared(low: float | None, high: float | None, number: float, sign: str, slack: float) -> bool | None:
    if sign in ("<", "<="):
        turned = _compared(low, high, number, ">=" if sign == "<" else ">", slack)
        return None if turned is None else not turned
    if low is not None and (low > number + slack or (sign == ">=" and low >= number and not slack)):
        return True
    if high is not None and (high < number - slack or (sign == ">" and high <= number and not slack)):
        return False
    return None


def amount_in(question: Asked, free: Collection[int]) -> Amount | None:
    """The first amount among these positions: ``$38 billion``, ``20 percent``, ``more than 2 GW``. A bare number is none."""
    said = question.tokens
    for i in sorted(free):
        low = said[i].low
        if not low[:1].isdigit():
            continue
        digits = low.rstrip("kmbtn")
        if not digits.replace(".", "", 1).isdigit():
            continue
        number, used, j = float(digits), {i}, i + 1
        if digits != low:
            number *= english.SCALES.get(low[len(digits) :], 1)
        if j < len(said) and len(said[j].low) > 1 and said[j].low in english.SCALES:
            number *= english.SCALES[said[j].low]
            used.add(j)
            j += 1
        unit = ""
        if i > 0 and said[i - 1].lemma == "dollar":
            unit, used = "dollar", used | {i - 1}
        elif sign := _currency_sign(question.question, said[i].text):
            unit = CURRENCIES[sign]
        elif j < len(said) and (j in free or _FORMS.get(said[j].low, said[j].lemma) in _UNITS):  # a unit may be the name of what is measured in it
            unit = _FORMS.get(said[j].low, said[j].lemma)
            used |= {j} & {*free}
        if not unit and len(used) == 1 and digits == low:
            continue
        sign, words = _sign(question, min(used))
        before = min(used) - 1
        definite = sign == "=" and before >= 0 and (said[before].low in _OWNING or said[before].possessive)
        things = unit not in _MEASURED and any(t.low.endswith("s") and counts(t) for t in said[j : j + 1])
        return Amount(number, unit, used | words, sign, definite=definite, things=things)
    return None


def bare_number(question: Asked, free: Collection[int]) -> Amount | None:
    """The one number among these positions, where nothing says of what it is; compared as the words before it say."""
    found = [i for i in free if question.tokens[i].low.replace(".", "", 1).isdigit()]
    if len(found) != 1:
        return None
    sign, words = _sign(question, found[0])
    return Amount(float(question.tokens[found[0]].low), "", {*found, *words}, sign, definite=False, things=False)


def _currency_sign(text: str, number: str) -> str:
    """The sign right before a number as typed, whose thousands may be parted: the words do not keep it."""
    i = text.replace(",", "").find(number)
    before = text.replace(",", "")[:i].rstrip()[-1:] if i > 0 else ""
    return before if before in CURRENCIES else ""


def _sign(question: Asked, start: int) -> tuple[str, set[int]]:
    """How the amount that starts at a position is compared, by the words before it."""
    said = question.tokens
    end = start
    while end > 0 and said[end - 1].low in ARTICLES:
        end -= 1
    for words, sign in _PHRASES:
        if [t.lemma if len(words) == 1 else t.low for t in said[max(0, end - len(words)) : end]] == ([lemma(words[0])] if len(words) == 1 else words):
            at = end - len(words)
            if words == _UP_TO and at and said[at - 1].lemma in _GOING:
                break  # "went up to 5": no more and no less
            return sign, set(range(at, end))
    return "=", set()


def compared(question: Asked) -> frozenset[int]:
    """Positions of the words that compare with an amount."""
    amount = amount_in(question, set(range(len(question.tokens))) - question.timed())
    return frozenset(amount.used if amount is not None and amount.sign != "=" else ())


_SCALE_SIGNS = {"bn": "billion", "b": "billion", "bln": "billion", "m": "million", "mn": "million", "tn": "trillion", "trn": "trillion"}
_OUTSIDE = "~($€£¥"


def spelled_out(text: str) -> str:
    """A text with ``US$5bn``, ``USD 5 billion`` and ``$5B`` as "$5 billion"."""
    words = text.replace("US$", "$").split(" ")
    for i in range(len(words) - 1, 0, -1):
        if words[i - 1].upper() == "USD" and words[i][:1].isdecimal():
            words[i - 1 : i + 1] = [f"${words[i]}"]
    return " ".join(map(_word_spelled_out, words))


#: Words of sums that are written without a sign, or with how often they are paid.
_OF_MONEY = frozenset("dollar dollars pound pounds quid euro euros cent cents pence penny yen gbp eur jpy usd per".split())
_AS_WRITTEN = ("/hour", "/day", "/week", "/month", "/year", "¢", "$.", "£.", "€.", "0p", "1p", "2p", "3p", "4p", "5p", "6p", "7p", "8p", "9p")


def written_otherwise(text: str) -> bool:
    """True for a question that may name a sum in another form than the records tell it in: :mod:`tenor.ask.phrasing.currencies` tells."""
    words = text.casefold().replace("?", " ").replace(",", " ").replace("-", " ").split()
    return not _OF_MONEY.isdisjoint(words) or any(form in text for form in _AS_WRITTEN)


def _word_spelled_out(word: str) -> str:
    end = next((i for i in range(len(word), 0, -1) if word[i - 1].isdecimal()), 0)
    scale = next((i for i in range(end, len(word)) if not word[i].isalpha()), len(word))
    number, said, mark = word[:end], word[end:scale].lower(), word[scale:]
    money = any(sign in number for sign in _OUTSIDE[2:]) or said == "bn"
    digits = number.strip(_OUTSIDE).replace(".", "").replace(",", "")
    return f"{number} {_SCALE_SIGNS[said]}{mark}" if money and said in _SCALE_SIGNS and digits.isdigit() else word


def sums_of(question: Question) -> set[str]:
    """The keys of the amounts that a question names; a year or a day is none."""
    return {key for i, key in question.support().amounts.items() if i not in question.timed() and key[1:] not in YEARS}


def sums_in(document: dict[str, Any]) -> set[str]:
    """The keys of a clause's own amount."""
    return {amount_key(number) for name in _OWN_AMOUNTS if (number := (document["value"] or {}).get(name)) is not None}
