"""Numbers in words, ``two hundred and fifty billion``, ``half a trillion``, ``twenty-seven percent``, in figures: records and questions are read alike."""

from __future__ import annotations

import re

from tenor.ask.language.words import COUNTING, TENS

_SMALL = {word: n for n, word in enumerate(COUNTING, 1)}
_TENS = {word: 10 * n for n, word in enumerate(TENS, 2)}
_COUNTS = {"a": 1, "hundred": 100, **_SMALL, **_TENS}
_SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_PARTS = {"half": 0.5, "quarter": 0.25, "quarters": 0.25}
_ONE = rf"(?:{'|'.join((*_SMALL, *_TENS, 'hundred'))})"
_SCALE = rf"(?:{'|'.join(_SCALES)})"
_UNIT = r"(?:(?:giga|mega)watts?|[gm]w|percent|per ?cent|euros?|pounds?|yen|cents?|pence)\b"
#: Behind a number that is none: "twenty-first".
_NO_NUMBER = r"(?![- ](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)\b)"
_NUMBER = re.compile(
    rf"(?<![\w.,$€£-])(?<!few )(?<!some )(?<!couple )(?<!couple of )(?<!several )(?:"
    rf"(?P<part>half|(?:a|one|three) quarters?)(?: of)? an? (?P<of>{_SCALE})"
    rf"|(?P<n>(?:an? hundred|an?(?=[- ]{_SCALE}\b)|{_ONE})\b(?:(?: and |[- ]){_ONE}\b)*){_NO_NUMBER}"
    rf"(?P<point>(?: point(?: (?:zero|{_ONE}))+)|(?: and an? (?:half|quarter)))?"
    rf"(?:[- ](?P<scale>{_SCALE})(?P<more> and an? (?:half|quarter))?)?"
    rf")\b(?P<dollars>[- ]dollars?\b)?(?=(?P<unit>[- ](?:(?:to|or) {_ONE}[- ])?(?:{_SCALE}\b|{_UNIT}))?)",
    re.IGNORECASE,
)
#: By itself, a smaller number is how many things there are, and a round hundred may be of billions that were named before.
_LEAST_ALONE = 13


def in_figures(text: str) -> str:
    """A text with the numbers in figures that stand there in words before a scale or a unit, or are greater than twelve."""
    return _NUMBER.sub(_in_figures, text)


def _in_figures(found: re.Match[str]) -> str:
    scale = (found["of"] or found["scale"] or "").casefold()
    if found["part"]:
        words = found["part"].casefold().split()
        number: float | None = _PARTS[words[-1]] * (3 if words[0] == "three" else 1)
    else:
        number = _number(found["n"].casefold().replace("-", " ").split())
        number = None if number is None else number + _beyond(found["point"] or found["more"] or "")
    if number is None or not (scale or found["unit"] or found["dollars"] or _LEAST_ALONE <= number != 100 * (number // 100)):
        return found[0]
    if scale and number < 1:
        number, scale = number * 1000, next(word for word, size in _SCALES.items() if size * 1000 == _SCALES[scale])
    figures = f"{number * 1000:,.0f}" if scale == "thousand" else f"{number:.10g} {scale}".rstrip()
    return f"${figures}" if found["dollars"] else figures


def _number(words: list[str]) -> float | None:
    """The number that is said so; None for a row of words that is none."""
    said = [_COUNTS[word] for word in words if word != "and"]
    if 100 not in said:
        year = said[0] == 20 and said[1:2] and said[1] >= 10  # "twenty twenty-six"
        rest = _below_100(said[1:]) if year else None
        return 2000 + rest if rest else _below_100(said)
    at = said.index(100)
    before, rest = _below_100(said[:at]), _below_100(said[at + 1 :])
    return None if rest is None or not before else 100 * before + rest


def _below_100(said: list[int]) -> int | None:
    if len(said) > 2 or 100 in said or (len(said) == 2 and not (said[0] in _TENS.values() and said[1] < 10)):
        return None
    return sum(said)


def _beyond(words: str) -> float:
    """What is said behind a whole number: "and a half", "point two five"."""
    said = words.casefold().split()
    if said[:1] == ["and"]:
        return _PARTS[said[-1]]
    return float("0." + "".join("0" if word == "zero" else str(_COUNTS[word]) for word in said[1:])) if said else 0.0
