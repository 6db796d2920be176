"""One cell of somebody's table: a date, a number with its unit, a yes or no. What can be read in two ways is refused with both, never guessed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from tenor.dates import MONTHS, Edtf, EdtfError
from tenor.importing.people import capitalized, is_suffix, like_a_person
from tenor.model import HEDGES, Value
from tenor.reader.values import number

_EMPTY = {"", "-", "–", "—", "n/a", "na", "nan", "nat", "none", "null", "nil"}
#: Words in a column of ends for what still holds, and for an end that nobody knows.
_ONGOING = {
    "present",
    "now",
    "current",
    "currently",
    "incumbent",
    "ongoing",
    "open",
    "today",
    "to date",
    "to present",
    "still",
    "..",
    "until further notice",
}
_UNKNOWN = {
    "unknown",
    "?",
    "??",
    "unk",
    "not known",
    "uncertain",
    "tbc",
    "tbd",
    "tba",
    "to be confirmed",
    "to be determined",
    "to be decided",
    "to be announced",
}
#: What stands behind a name in brackets and is no part of it.
_ACTING = re.compile(r"\s*[(\[]((?:acting|interim|ad interim|pro tem(?:pore)?|caretaker|temporary)[^)\]]*)[)\]]", re.IGNORECASE)
_TURNED = re.compile(r"([^\W\d_][\w'’ -]*),\s+([^\W\d_][\w'’. -]*)")
_MOST_MONTHS = 12
_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
#: Words in a column of holders for an office that nobody held.
_VACANT = {"vacant", "vacancy", "(vacant)", "[vacant]", "nobody", "no one", "empty"}
_STATES = {"yes": "yes", "true": "yes", "y": "yes", "no": "no", "false": "no", "n": "no", "partly": "partly"}

_STAMP = re.compile(r"\+?(\d{4}-\d{2}-\d{2})[T ]\d{1,2}:\d{2}.*")
_YEAR_FIRST = re.compile(r"(\d{4})[/.](\d{1,2})(?:[/.](\d{1,2}))?")
_LOOSE = re.compile(r"(\d{4})-(\d{1,2})(?:-(\d{1,2}))?")
_NUMBERS = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{2,4})")
_DAY_FIRST = re.compile(r"(?:(\d{1,2})(?:st|nd|rd|th)?\s+)?([A-Za-z]+)\.?,?\s+(\d{4})")
_MONTH_FIRST = re.compile(r"([A-Za-z]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})")
_PART = re.compile(r"(?:(\d{4})[ -]?([QH])([1-4])|([QH])([1-4])[ -]?(\d{4}))", re.IGNORECASE)
_ABOUT = re.compile(r"(?:c\.?|ca\.?|circa|about|around|approx\.?)\s*(\d.*)", re.IGNORECASE)
_AMOUNT = re.compile(r"([+-]?\d[\d,_]*(?:\.\d+)?(?:\s+(?:thousand|million|billion|trillion))?)\s*(%|[$€£¥₹](?:/\w+)?|[A-Za-z][\w/ .-]*)?")
#: Names that begin with a number; a measure has its unit in small letters, or in several capitals.
_NUMBERED = re.compile(r"\d+(?:[A-Z]|(?:st|nd|rd|th) [A-Z].*| ?[A-Z][a-z]{2}.*|[a-z]+[A-Z].*|[a-z]{4,})")
#: ``USD 120,000``, ``€45,000``: the unit comes first; a sign stays the sign, as several currencies share it.
_UNIT_FIRST = re.compile(r"([A-Z]{3}|[$€£¥₹])\s?(\d[\d,_]*(?:\.\d+)?(?:\s+(?:thousand|million|billion|trillion))?)\s*(/.+|(?:per|a)\s+\w+)?")
#: ``£2.5m``, ``$1.2bn``: behind a currency these letters are no units.
_SHORT_SCALE = re.compile(r"((?:[A-Z]{3}|[$€£¥₹])\s?\d[\d,_]*(?:\.\d+)?)\s?(k|m|mn|bn|tn)\b(.*)", re.IGNORECASE)
_SCALES = {"k": "thousand", "m": "million", "mn": "million", "bn": "billion", "tn": "trillion"}
_PERIODS = {
    "year": frozenset(("annual", "annually", "yearly", "annum", "pa", "year")),
    "month": frozenset(("monthly", "month")),
    "quarter": frozenset(("quarterly", "quarter")),
    "week": frozenset(("weekly", "week")),
}
_HEDGED = {"about": "about", "approximately": "about", "up to": "up-to", "at most": "up-to", "at least": "at-least", "more than": "at-least"}


class CellError(ValueError):
    """A cell that cannot be read, with the reason and what would be right."""


def blank(text: str) -> bool:
    """True for a cell that says nothing."""
    return text.strip().casefold() in _EMPTY


def ongoing(text: str) -> bool:
    """True for an end that says "still"."""
    return text.strip().casefold() in _ONGOING


def unknown(text: str) -> bool:
    """True for a date that says "nobody knows"."""
    return text.strip().casefold() in _UNKNOWN


def vacant(text: str) -> bool:
    """True for a holder that says "nobody"."""
    return text.strip().casefold() in _VACANT


def people(text: str) -> tuple[tuple[str, ...], str]:
    """The people of a cell of holders, each as called, and what the cell says of how they held it: ``Bell, Ann (acting)`` is Ann Bell, acting.

    A cell that can be one name or several is one.
    """
    note = "; ".join(_ACTING.findall(text))
    bare = _ACTING.sub("", text).strip()
    parts = [part.strip() for part in re.split(r"\s+(?:and|&)\s+", bare)]
    whole = [part for part in parts if like_a_person(part) and len(part.split()) > 1]
    names = parts if len(whole) == len(parts) else [bare]
    return tuple(map(_unturned, names)), note


def _unturned(name: str) -> str:
    """``Bell, Ann`` as Ann Bell; a name with a suffix behind the comma as it stands."""
    found = _TURNED.fullmatch(name)
    return f"{found[2]} {found[1]}" if found and found[2][0].isupper() and capitalized(found[1]) and not is_suffix(found[2]) else name


def day_order(texts: Iterable[str]) -> str:
    """``dmy`` or ``mdy`` where a number above 12 shows it and no other cell shows the reverse; else nothing."""
    shown = {order for text in texts if (found := _NUMBERS.fullmatch(text.strip())) and (order := _order(found[1], found[2]))}
    return shown.pop() if len(shown) == 1 else ""


def two_ways(text: str) -> bool:
    """True for a day in numbers of which either can be the month."""
    found = _NUMBERS.fullmatch(text.strip())
    return found is not None and found[1] != found[2] and "." not in text and max(int(found[1]), int(found[2])) <= _MOST_MONTHS


def _order(first: str, second: str) -> str:
    return "dmy" if int(first) > _MOST_MONTHS >= int(second) else "mdy" if int(second) > _MOST_MONTHS >= int(first) else ""


def name(text: str) -> bool:
    """True for a few words that can be the name of somebody or something: no number, no sentence, no list."""
    words = any(c.isalpha() for c in text) and len(text.split()) <= 7 and not any(c in text for c in ";:?!")
    return words and _AMOUNT.fullmatch(text) is None and value(text).amount is None


def odd_name(text: str) -> bool:
    """True for what is a name where nearly everything beside it is one: ``Yahoo!``, ``3M``, ``20th Century Fox``; no amount, no day, no sentence."""
    bare = re.sub(r"[!?]+(?= |$)", "", re.sub(r":(?=\S)", "", text))
    return text[:1].isalnum() and (name(bare) or _NUMBERED.fullmatch(bare) is not None) and _DAY_FIRST.fullmatch(bare) is None


def date(text: str, order: str = "") -> Edtf:
    """A date: EDTF as in the records, a time stamp, ``July 9, 1850``, ``9 July 1850``, ``1850/07/09``, ``c. 1850``, ``1850s``, ``Q2 2026``.

    ``order`` says what comes first in ``03/04/1850``: ``dmy`` or ``mdy``; empty where nobody said it.

    Raises:
        CellError: it is no date, or can be read as two.
    """
    text = " ".join(text.split())
    try:
        return Edtf.recordable(_as_edtf(text, order))
    except EdtfError as error:
        raise CellError(str(error)) from error


def _as_edtf(text: str, order: str) -> str:
    if found := _STAMP.fullmatch(text):
        text = found[1]
    if found := _ABOUT.fullmatch(text):
        return _as_edtf(found[1], order) + "~"
    if re.fullmatch(r"\d{3}(-\d{2}){0,2}[~?%]?", text):
        return f"0{text}"
    if re.fullmatch(r"\d{4}\.0", text):
        return text[:4]
    if re.fullmatch(r"\d{3}0s", text):
        return f"{text[:3]}X"
    if found := _PART.fullmatch(text):
        year, letter, part = (found[1], found[2], found[3]) if found[1] else (found[6], found[4], found[5])
        if letter.upper() == "H" and int(part) > 2:
            raise CellError(f"{text!r}: a year has two halves")
        return f"{year}-{(32 if letter.upper() == 'Q' else 39) + int(part)}"
    if found := _YEAR_FIRST.fullmatch(text) or _LOOSE.fullmatch(text):
        return _without_zeros(found[1], found[2], found[3])
    if found := _NUMBERS.fullmatch(text):
        if len(found[3]) < 4:
            raise CellError(f"{text!r} has no century; write the year first, like 1850-07-09")
        known = _order(found[1], found[2]) or ("dmy" if "." in text or found[1] == found[2] else order)
        if not known:
            raise CellError(f"{text!r} can be read in two ways; --dates dmy or mdy says which, or write the year first, like 1850-07-09")
        day, month = (found[1], found[2]) if known == "dmy" else (found[2], found[1])
        return f"{found[3]}-{int(month):02d}-{int(day):02d}"
    if (found := _DAY_FIRST.fullmatch(text)) and not found[1] and found[2].lower() in _SEASONS:
        return f"{found[3]}-{_SEASONS[found[2].lower()]}"
    if found := _MONTH_FIRST.fullmatch(text):
        return f"{found[3]}-{_month(found[1], text):02d}-{int(found[2]):02d}"
    if found := _DAY_FIRST.fullmatch(text):
        return f"{found[3]}-{_month(found[2], text):02d}" + (f"-{int(found[1]):02d}" if found[1] else "")
    return text


def _without_zeros(year: str, month: str, day: str | None) -> str:
    """``1850-00-00``, as some exports write a bare year, is 1850."""
    if int(month) == 0:
        return year
    return f"{year}-{int(month):02d}" + (f"-{int(day):02d}" if day and int(day) else "")


def _month(word: str, text: str) -> int:
    low = word.lower()
    for n, name in enumerate(MONTHS, 1):
        if low == name.lower() or (len(low) >= 3 and name.lower().startswith(low)) or (low == "sept" and n == 9):
            return n
    raise CellError(f"{text!r}: there is no month {word!r}")


def state(text: str) -> str:
    """``yes``, ``no`` or ``partly``.

    Raises:
        CellError: it is none of them.
    """
    found = _STATES.get(text.strip().casefold())
    if found is None:
        raise CellError(f"{text!r} is neither yes, no nor partly")
    return found


def money(unit: str | None) -> bool:
    """True for a currency that stands alone."""
    return re.fullmatch(r"[A-Z]{3}|[$€£¥₹]", unit or "") is not None


def unit_of(text: str) -> str:
    """A unit as the records write it: ``percent`` for ``%``, ``GBP/hour`` for ``GBP per hour`` and ``£ an hour``."""
    if text == "%":
        return "percent"
    found = re.fullmatch(r"([A-Z]{3}|[$€£¥₹])\s*(?:/|\s(?:per|an?)\s)\s*(\w+)", text)
    return f"{found[1]}/{found[2]}" if found else text


def period_of(heading: str) -> str:
    """``year`` of ``Annual fee`` and of ``Cost (p.a.)``; nothing where a heading names no period."""
    words = re.sub(r"[^a-z ]", "", heading.casefold().replace("_", " ").replace("-", " ")).split()
    return next((period for period, said in _PERIODS.items() if not said.isdisjoint(words)), "")


def value(text: str, unit: str = "", hedge: str = "", basis: str = "") -> Value:
    """An amount where its unit is known, from the cell itself or from ``unit``; else the words as they stand.

    Raises:
        CellError: the hedge is none that the records know.
    """
    text, unit = " ".join(text.split()), unit_of(" ".join(unit.split()))
    words = text
    for said, known in _HEDGED.items():
        if text.casefold().startswith(f"{said} "):
            words, hedge = text[len(said) + 1 :], hedge or known
    if hedge and hedge not in HEDGES:
        raise CellError(f"the hedge {hedge!r} is none of {', '.join(HEDGES)}")
    if short := _SHORT_SCALE.fullmatch(words):
        words = f"{short[1]} {_SCALES[short[2].casefold()]}{short[3]}"
    if turned := _UNIT_FIRST.fullmatch(words):
        per = re.sub(r"^(?:/|per\s+|a\s+)\s*", "/", turned[3]) if turned[3] else ""
        words = f"{turned[2]} {turned[1]}{per}"
    found = _AMOUNT.fullmatch(words)
    own = unit_of((found[2] or "").strip()) if found else ""
    if found and own and unit and own.casefold() != unit.casefold():
        raise CellError(f"{text!r} names another unit than {unit!r}")
    if found is None or not (own or unit):
        return Value(text=text)
    try:
        amount: Decimal = number(found[1])
    except ValueError:
        return Value(text=text)
    return Value(amount=amount, unit=own or unit, hedge=hedge or "exactly", basis=basis or "level")
