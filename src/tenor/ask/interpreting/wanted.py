"""What a second part asks for: a name, a span of time, a number of what is counted, a day, a condition, a reason; and whether a text tells a thing of that kind."""

from __future__ import annotations

from itertools import pairwise

from tenor.ask.interpreting.amounts import CURRENCIES, MONEY
from tenor.ask.language import english
from tenor.ask.language.roots import root
from tenor.ask.language.words import ARTICLES, Token, lemma
from tenor.ask.times.years import MONTH_NUMBERS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from tenor.ask.names.lexicon import Lexicon

    #: Whether a text tells a thing of the kind that is asked for.
    Tells = Callable[[list[Token]], bool]
    #: That, the positions of the words that ask for it, and whether they ask for enough with no word beside them.
    Wanted = tuple[Tells | None, set[int], bool]

#: In how many words behind a number what it counts stands.
_COUNTED_WITHIN = 5
_WH = frozenset(("what", "which"))
_NAMED = english.BODIES | frozenset(map(lemma, "investor backer bank lender partner customer supplier person people".split()))
_TIMES = frozenset(map(lemma, "date day year month time quarter week".split()))
_PLACES = frozenset(map(lemma, "region country state city place town location".split()))
_UNITS = frozenset(map(lemma, "year month day week".split()))
_SPANS = {unit: unit for unit in _UNITS} | dict.fromkeys(map(lemma, "period duration".split()), "")
_AMOUNTS = frozenset(map(lemma, "amount number percentage percent portion share sum price rate figure limit cap".split()))
_ON_CONDITION = frozenset(
    "if only when unless until till once after before upon subject depends depending conditional conditions requires needs earlier provided".split()
)
_AT_A_TIME = frozenset("if when once after before until by".split()) | MONTH_NUMBERS.keys()
_BECAUSE = frozenset("because since due owing thanks".split())
_AGAINST_WHAT = frozenset("over against through about with under".split())
#: Words, as typed, of what costs nothing.
_FREE = frozenset(("charge", "free"))
_UP_TO = frozenset("until till through by end".split())
_PURPOSES = frozenset(("for", "to"))
_LONGEST_YEAR = 4
#: Words of "at what price apiece", as lemmas, and those, as typed, by which a text gives one.
_PRICES = frozenset(map(lemma, "at what price exercise strike cost per share unit each apiece the a".split()))
_PRICE, _STRIKE = lemma("price"), lemma("strike")
_APIECE = frozenset(("each", "apiece", "per"))
#: ``how is it split``: verbs, as lemmas, that ask how a sum is made up; a text that tells it has two amounts.
_SPREADING = frozenset(map(lemma, "spread split divide divided distribute stagger staggered structure structured stage phase break broken".split()))
#: Words, as typed, of "what is it worth", and those without which it is not asked.
_WORTH = frozenset("worth cost costs value price".split())
_WORTH_OF_IT = _WORTH | frozenset("what what's how much is was are were does did do will it its they their the total be in all".split())


def told_of(noun: str) -> Tells | None:
    """What tells a thing of a noun's kind, as a lemma: a length, a price, a size, a day; None for one that is of no kind."""
    return _OF_NOUNS.get(noun)


def wanted(said: list[Token], lexicon: Lexicon) -> Wanted:
    """What tells a thing of the kind that the second part asks for; None where it asks for nothing that a text can tell."""
    if said[0].lemma in english.YES_NO:
        return _has(frozenset()), {0}, False
    lows = [t.low for t in said]
    at = next((i for i, low in enumerate(lows) if low in _WH or low in english.WHOM or low in ("how", "when", "why", "where")), None)
    if at is None:
        return None, set(), False
    behind = next((i for i in range(at + 1, len(said)) if lows[i] not in ARTICLES), at)
    noun = said[behind].lemma
    both = {at, behind} if lows[at] in _WH else {at}
    conditions = {i for i in range(at + 1, len(said)) if said[i].lemma in english.CONDITIONS}
    if lows[at] == "how" and (parts := {i for i in range(at + 1, len(said)) if said[i].lemma in _SPREADING}):
        return made_up, {at, *parts, *(i for i in parts if lows[i + 1 : i + 2] in (["down"], ["up"]))}, True
    if asks_a_price(said):
        return _apiece, set(range(len(said))), True
    if asks_a_worth(said):
        return in_money, set(range(len(said))), True
    if lows[at] == "how":
        return _measured(said, at)
    if lows[at] == "why":
        return _has(_BECAUSE), {at}, True
    if at == 1 and len(said) == at + 1 and lows[0] in _AGAINST_WHAT:  # "and over what"
        return _has(frozenset((lows[0],))), {0, at}, True
    if lows[at:] == ["what", "for"]:
        return _has(_PURPOSES), {at}, True
    if noun in _SPANS:
        return Lasts(_SPANS[noun]), both, True
    if conditions or "depend" in lows or lows[at + 1 : at + 2] == ["would"]:
        return _has(_ON_CONDITION), {at, *conditions}, bool(conditions)
    if lows[at:] == ["where"] or (noun in _PLACES and len(said) == behind + 1):
        return _somewhere(lexicon), both | {at}, True
    if (lows[at] == "when" or noun in _TIMES) and at and lows[at - 1] in _UP_TO:
        return _ends, {at - 1, *both}, lows[at - 1] == "by"
    if lows[at] == "when" or noun in _TIMES:
        return dated, both, False
    if lows[at] in english.WHOM or noun in _NAMED:
        return _names(lows), both, False
    return numbered if noun in _AMOUNTS or noun in english.EXTREMES else _has(frozenset()), {at}, False


def asks_a_price(said: list[Token]) -> bool:
    """``at what price apiece``, ``at what strike price``: of what the first part is about, and of nothing else."""
    named = {t.lemma for t in said}
    return said[0].low == "at" and not named.isdisjoint((_PRICE, _STRIKE)) and named <= _PRICES


def asks_a_worth(said: list[Token]) -> bool:
    """``what is it worth``, ``how much does it cost``, ``for how much``: of what the first part is about, and of nothing else."""
    lows = [t.low for t in said]
    return (not _WORTH.isdisjoint(lows) and _WORTH_OF_IT.issuperset(lows)) or lows == ["for", "how", "much"]


def asks_a_span(said: list[Token]) -> bool:
    """``over how many years``."""
    return any((a.low, b.low) == ("how", "many") and c.lemma in _UNITS for a, b, c in zip(said, said[1:], said[2:], strict=False))


def asks_how_made_up(said: list[Token]) -> bool:
    """``how is it split``: of the sum that the first part is about, and of nothing else."""
    return said[0].low == "how" and any(t.low in ("it", "they", "that", "this") for t in said[1:3]) and any(t.lemma in _SPREADING for t in said)


def _measured(said: list[Token], at: int) -> Wanted:
    """``how long``, ``how many years``, ``how much``, ``how many N``."""
    word, counted = [t.lemma for t in (*said[at + 1 : at + 3], *said[:2])][:2]
    if word == "long":
        return Lasts(""), {at, at + 1}, True
    if word == "many" and counted in _UNITS:
        return Lasts(counted), {at, at + 1, at + 2}, True
    if word == "many":
        return _counts(root(counted)), {at, at + 1}, False
    return (numbered if word in ("much", "big", "larg", "high") else None), {at, at + 1}, False


def _has(words: frozenset[str]) -> Tells:
    return lambda text: not words or any(t.low in words for t in text)


def _number(token: Token) -> bool:
    return token.low[:1].isdigit() or token.low in english.NUMBERS


def numbered(text: list[Token]) -> bool:
    """True where a text tells a number."""
    return any(_number(t) for t in text)


def sized(text: list[Token]) -> bool:
    """True where a text tells a number of thousands, millions, billions."""
    return any(_number(a) and b.lemma in english.SCALES for a, b in pairwise(text))


def in_money(text: list[Token]) -> bool:
    """True where a text tells of money, or that it costs none."""
    return any(t.low in CURRENCIES or t.lemma in MONEY or t.low in _FREE for t in text)


def _apiece(text: list[Token]) -> bool:
    return any(_number(t) for t in text) and any(t.low in _APIECE for t in text)


def made_up(text: list[Token]) -> bool:
    """True where a text tells of two sums at least."""
    return sum(_number(a) and (b.lemma in english.SCALES or "," in a.text or len(a.low) > _LONGEST_YEAR) for a, b in pairwise(text)) >= len(
        ("one", "other")
    )


def dated(text: list[Token]) -> bool:
    """True where a text tells a year, or that another thing comes before."""
    return any(t.low in _AT_A_TIME or (t.low.isdigit() and len(t.low) == _LONGEST_YEAR) for t in text)


def _ends(text: list[Token]) -> bool:
    """True where a text tells a year behind what leads up to it."""
    leads = [i for i, t in enumerate(text) if t.low in _UP_TO]
    return any(len(t.low) == _LONGEST_YEAR and t.low.isdigit() for i in leads for t in text[i + 1 : i + 1 + _COUNTED_WITHIN])


class Lasts:
    """A number of years, months, days: of the unit that is asked for."""

    def __init__(self, unit: str) -> None:
        self.units = frozenset((unit,)) if unit else _UNITS

    def __call__(self, text: list[Token]) -> bool:
        """True where a text tells such a number."""
        return any(_number(a) and b.lemma in self.units for a, b in pairwise(text))


def _somewhere(lexicon: Lexicon) -> Tells:
    """A name behind "in" that is neither a time nor a party."""

    def tells(text: list[Token]) -> bool:
        said = [t for t in text if t.low != "the"]
        named = (b for a, b in pairwise(said) if a.low == "in" and b.text[:1].isupper() and b.low not in MONTH_NUMBERS)
        return any(not lexicon.parties_in(t.text) for t in named)

    return tells


def _counts(counted: str) -> Tells:
    """A number with what it counts close behind it."""
    return lambda text: any(_number(t) and any(root(b.lemma) == counted for b in text[i + 1 : i + 1 + _COUNTED_WITHIN]) for i, t in enumerate(text))


def _names(asked: list[str]) -> Tells:
    """A name that the question has not."""
    return lambda text: any(t.text[:1].isupper() and t.low not in asked and t.low not in MONTH_NUMBERS for t in text[1:])


def _valued(text: list[Token]) -> bool:
    """True where a text tells what something is held to be worth."""
    return in_money(text) and any(t.low in english.VALUED for t in text)


def _large(text: list[Token]) -> bool:
    """True where a text tells of money, or a number of anything but time."""
    amounts = ((a, b) for a, b in pairwise(text) if _number(a) and not (a.low.isdigit() and len(a.low) == _LONGEST_YEAR))
    return in_money(text) or any(b.lemma not in _UNITS and b.low not in MONTH_NUMBERS for _, b in amounts)


def _runs(text: list[Token]) -> bool:
    """True where a text tells how long, or until when."""
    return Lasts("")(text) or _ends(text)


_OF_NOUNS: dict[str, Tells] = {
    **dict.fromkeys(map(lemma, "length duration term lifetime maturity expiry expiration end".split()), _runs),
    **dict.fromkeys(map(lemma, "price cost worth sum".split()), in_money),
    **dict.fromkeys(map(lemma, "size amount value volume".split()), _large),
    lemma("valuation"): _valued,
    **dict.fromkeys(map(lemma, "date day start".split()), dated),
}
