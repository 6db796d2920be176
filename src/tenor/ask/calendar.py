"""One date in a question: a day, a month, a part of a year, a year, a decade, or days counted from one of them.

What is impossible or can be read two ways is refused with the reason, never guessed. Pure: today, fiscal years and the dates of events are handed in.
"""

from __future__ import annotations

from tenor.ask.holidays import FIRST_WORDS, day_of, holiday
from tenor.dates import MONTHS, Edtf, EdtfError, civil, day_number, iso, month_length

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tenor.ask.words import Token

#: The number of each month, by its name and its short names in lower case.
MONTH_NUMBERS = {name.lower(): n for n, name in enumerate(MONTHS, 1)} | {name[:3].lower(): n for n, name in enumerate(MONTHS, 1)} | {"sept": 9}
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_ORDINAL_WORDS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth "
    "eighteenth nineteenth twentieth"
).split()
_ORDINALS = {word: n for n, word in enumerate(_ORDINAL_WORDS, 1)}
_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_THIRDS = {"early": 0, "mid": 1, "middle": 1, "late": 2}
_COUNTS = {word: n for n, word in enumerate("zero one two three four five six seven eight nine ten eleven twelve".split())} | {"a": 1, "an": 1}
_VAGUE = frozenset("few some several many couple".split())
_DECADES = dict.fromkeys(("20s", "30s", "40s", "50s", "60s", "70s", "80s", "90s"), 0) | dict.fromkeys(
    "twenties thirties forties fifties sixties seventies eighties nineties".split(), 0
)
_DAYS_IN = {"day": 1, "week": 7}
_MONTHS_IN = {"month": 1, "quarter": 3, "year": 12, "decad": 120}
_UNITS = (*_DAYS_IN, *_MONTHS_IN)
_TODAY = frozenset(("today", "now"))
#: Behind a number these say that it counts something and is no year.
_COUNTED = frozenset(
    "gw mw chips shares tokens dollars dollar percent % million billion thousand trillion people employees seats euros pounds".split()
)
_WHOLE = frozenset(("the", "a", "an", "about", "around", "exactly", "year", "month", "whole", "all", "entire", "full", "calendar"))
_BEFORE_YEARS = frozenset(("in", "since", "before", "after", "until", "till", "by", "from", "year", "of", "during", "to", "ad"))
_LAUNCHES = frozenset("launch start happen end begin releas announc sign com introduc ship publish occur".split())


class Unclear(ValueError):
    """A time that cannot be read: the reason, and ways to say what was meant."""

    def __init__(self, reason: str, choices: tuple[str, ...] = ()) -> None:
        super().__init__(reason)
        self.reason = reason
        self.choices = choices


class Span:
    """The days ``[start, end)``, the token behind them, the event or instrument whose date it is, and whether it is the end of a period."""

    __slots__ = ("after", "closes", "end", "record", "start")

    def __init__(self, start: int, end: int, after: int, record: str | None = None, *, closes: bool = False) -> None:
        self.start = start
        self.end = end
        self.after = after
        self.record = record
        self.closes = closes


class Calendar:
    """Reads single dates among the words of one question.

    ``named`` gives for a token position ``(first day, first day after, token after, record id)`` where the name of an event or instrument starts there,
    or None; ``fiscal`` gives the last month and day of the fiscal year of the party the question is about, or None. In ``prose``, a word that only
    lacks its date, such as a weekday, is no time; in a question it is refused.
    """

    def __init__(
        self,
        tokens: Sequence[Token],
        today: int,
        named: Callable[[int], tuple[int, int, int, str] | None],
        fiscal: Callable[[], tuple[int, int] | None],
        *,
        prose: bool = False,
    ) -> None:
        self.tokens = tokens
        self.lows = tuple(token.low for token in tokens)
        #: True where any word is a unit of time: without one nothing is counted.
        self.units = any(token.lemma in _UNITS for token in tokens)
        self.today = today
        self.named = named
        self.fiscal = fiscal
        self.prose = prose
        #: A position at which a year may be missing, and the year that is meant there.
        self.lent = (-1, 0)

    def low(self, i: int) -> str:
        """The word at a position, or nothing past the end."""
        return self.lows[i] if 0 <= i < len(self.lows) else ""

    def lemma(self, i: int) -> str:
        """Its normal form."""
        return self.tokens[i].lemma if 0 <= i < len(self.tokens) else ""

    # -- any date ---------------------------------------------------------------------------------

    def date(self, i: int) -> Span | None:
        """The date that starts at a position, behind words that add nothing. Raises :class:`Unclear`."""
        j = i
        while True:
            found = self.counted(j) or self.calendar(j) or self.event(j)
            if found is not None:
                return found
            of = self.low(j) == "of" and self.low(j - 1) in _WHOLE - {"the", "a", "an"} and j > i
            if self.low(j) not in _WHOLE and not of:
                return None
            if self.low(j) == "year" and self.low(j + 1).strip("0") == "" and self.low(j + 1):
                raise Unclear("years start at 1")
            j += 1

    def counted(self, i: int) -> Span | None:
        """Dates that are counted from others: ``the end of 2026``, ``two months after X``, ``three years ago``."""
        return self._edge(i) or ((self._part(i) or self._offset(i) or self._stretch(i)) if self.units else None)

    def event(self, i: int) -> Span | None:
        """An event or instrument by name, with the verb behind it: ``ChatGPT launched``."""
        found = self.named(i)
        if found is None:
            return None
        after = found[2]
        while self.lemma(after) in ("be", "hav"):
            after += 1
        after = after + 1 if self.lemma(after) in _LAUNCHES else found[2]
        lead = self.low(i - 1) if self.low(i - 1) != "the" else self.low(i - 2)
        dated = found[3].startswith("event:") and lead in ("before", "after", "since", "until", "following", "by")
        own = self.calendar(after + 1) if dated and self.low(after) in ("of", "on", "in", "from") else None
        if own is not None and own.start <= found[1] and found[0] <= own.end:  # "the fix of 1 May 2026": its own date says it once more
            after = own.after
        return Span(found[0], found[1], after, found[3])

    def calendar(self, i: int, *, bare: bool = False) -> Span | None:
        """A date of the calendar that starts at this very position; ``bare`` where no preposition leads to it."""
        word = self.low(i)
        if not word:
            return None
        if word in _DECADES and self.low(i - 1) == "the" and self.low(i + 1) != "century":
            raise Unclear(f"which {word}? Name the century", (f"the 19{word}", f"the 18{word}") if word[0].isdigit() else ("in the 1990s",))
        if word[0].isdigit() or (word[0] in "qh" and word[1:].isdigit()) or word.startswith("fy"):
            return self._numeric(i, bare=bare)
        if word in ("yesterday", "tomorrow", *_TODAY):
            day = self.today + {"yesterday": -1, "tomorrow": 1}.get(word, 0)
            return Span(day, day + 1, i + 1)
        if word in _WEEKDAYS:
            return self._weekday(i)
        if word in MONTH_NUMBERS and (word not in ("may", "march") or self._may_is_month(i)):
            return self._month(i)
        if word in ("ad", "ce") and (year := self._year(i + 1)) is not None:
            return Span(*self._edtf(f"{year:04d}"), i + 2)
        return self._words(i, word)

    def _words(self, i: int, word: str) -> Span | None:
        """Dates that start with a word of order, season or nearness."""
        if word in ("last", "this", "next", "previous", "current", "past", "coming"):
            return self._relative(i)
        if word == "year" and self.low(i + 1) == "before" and self.low(i + 2) == "last":
            year = civil(self.today)[0] - 2
            return Span(*self._edtf(f"{year:04d}"), i + 3)
        if word in _ORDINALS or word == "last":
            return self._ordinal(i)
        if word in _SEASONS:
            return self._season(i)
        if word in _THIRDS:
            return self._third(i)
        if word == "fiscal":
            return self._fiscal_year(i)
        return self._holiday(i)

    def _holiday(self, i: int) -> Span | None:
        """``Christmas 2025``, ``New Year's Day 2026``."""
        if self.low(i) not in FIRST_WORDS:
            return None
        found = holiday([self.low(i + n) for n in range(4)])
        if found is None:
            return None
        name, length = found
        at = self._year_at(i + length + (self.low(i + length) == "in"))
        if at is None:
            if self.prose or name.startswith("new year"):
                return None
            raise Unclear(f"{name.title()} of which year?", (f"{name.title()} {civil(self.today)[0] - 1}",))
        day = day_of(name, at[0])
        return Span(day, day + 1, at[1])

    # -- counted from other dates -----------------------------------------------------------------

    def _edge(self, i: int) -> Span | None:
        """``the end of 2026``, ``the start of March 2026``, ``year-end 2025``."""
        word, after = self.low(i), self.low(i + 1)
        if word == "year" and after == "end":
            date = self.calendar(i + 2 + (self.low(i + 2) == "of"))
            return date and Span(date.end - 1, date.end, date.after, closes=True)
        if word not in ("end", "close", "start", "beginning"):
            return None
        date = self.date(i + 2) if after == "of" else self.calendar(i + 1)
        if date is None:
            return None
        if word in ("end", "close"):
            return Span(date.end - 1, date.end, date.after, date.record, closes=True)
        return Span(date.start, date.start + 1, date.after, date.record)

    def _part(self, i: int) -> Span | None:
        """``the first day of 2020``, ``the last two weeks of 2020``."""
        way = self.low(i)
        if way not in ("first", "last"):
            return None
        count = self._count(i + 1)
        j = i + 1 if count is None else i + 2
        unit = self.lemma(j)
        if unit not in _UNITS or self.low(j + 1) != "of":
            return None
        date = self.date(j + 2)
        if date is None:
            return None
        if way == "first":
            return Span(date.start, min(self.shifted(date.start, unit, count or 1), date.end), date.after)
        return Span(max(self.shifted(date.end, unit, -(count or 1)), date.start), date.end, date.after, closes=True)

    def _offset(self, i: int) -> Span | None:
        """``the day before X``, ``two months after X``, ``three years ago``, ``two years from now``."""
        count = self._count(i)
        j = i if count is None else i + 1
        unit = self.lemma(j)
        if self.low(i) in _VAGUE or (count == 1 and self.low(j) in _VAGUE):
            k = j + 1 + (self.low(j + 1) == "of")
            if self.lemma(k) in _UNITS and self.low(k + 1) in ("ago", "before", "after", "later", "earlier"):
                raise Unclear(f"how many {self.low(k)}? Name the number or the date")
        if unit not in _UNITS:
            return None
        if count is None and unit == "day":
            k = j + 2 if self.low(j + 1) in ("of", "when", "that", "on") else j + 1
            date = self.event(k) or (self.date(k) if k == j + 2 else None)
            if date is not None:
                return date
        way = self.low(j + 1)
        if way == "ago" or (way == "from" and self.low(j + 2) in _TODAY):
            day = self.shifted(self.today, unit, (count or 1) * (-1 if way == "ago" else 1))
            return Span(day, day + 1, j + 2 + (way == "from"))
        if way in ("later", "earlier") and count is not None:
            raise Unclear(f"{way} than what? Name the date", (f"{self.low(i)} {self.low(j)} {'after' if way == 'later' else 'before'} 2024-01-01",))
        if way not in ("before", "after"):
            return None
        date = self.date(j + 2)
        if date is None:
            return None
        day = self.shifted(date.start, unit, -(count or 1)) if way == "before" else self.shifted(date.end - 1, unit, count or 1)
        return Span(day, day + 1, date.after, date.record)

    def _stretch(self, i: int) -> Span | None:
        """``the last two years``, ``the past year``, ``the next 10 days``: counted from today; ``in two years``."""
        way, count = self.low(i), self._count(i + 1)
        if way in ("last", "past", "next", "coming") and count is not None and self.lemma(i + 2) in _UNITS and self.low(i + 3) != "of":
            unit, after = self.lemma(i + 2), i + 3
        elif way == "past" and self.lemma(i + 1) in _UNITS and self.low(i - 1) == "the":
            count, unit, after = 1, self.lemma(i + 1), i + 2
        else:
            number = self._count(i)
            forward = self.low(i - 1) == "in" and number is not None and self.low(i) not in ("a", "an") and self.lemma(i + 1) in _UNITS
            if not forward or number is None or self.low(i + 2) in ("of", "ago", "before", "after", "from", "time"):
                return None
            day = self.shifted(self.today, self.lemma(i + 1), number)
            return Span(day, day + 1, i + 2)
        if way in ("last", "past"):
            return Span(self.shifted(self.today, unit, -(count or 1)) + 1, self.today + 1, after)
        return Span(self.today + 1, self.shifted(self.today, unit, count or 1) + 1, after)

    def _count(self, i: int) -> int | None:
        word = self.low(i)
        return _COUNTS.get(word) or (int(word) if word.isdigit() and len(word) < 4 and int(word) else None)

    def shifted(self, day: int, unit: str, count: int) -> int:
        """The day that many units on; in a shorter month its last day."""
        if unit in _DAYS_IN:
            return day + _DAYS_IN[unit] * count
        year, month, dom = civil(day)
        index = year * 12 + month - 1 + _MONTHS_IN[unit] * count
        year, month = index // 12, index % 12 + 1
        return day_number(year, month, min(dom, month_length(year, month)))

    # -- the calendar -----------------------------------------------------------------------------

    def _numeric(self, i: int, *, bare: bool) -> Span | None:
        word = self.low(i)
        if word[0].isdigit() and (":" in word or (word.rstrip("apm").isdigit() and word.endswith(("am", "pm")))):
            raise Unclear("the records know days, not hours")
        if "/" in word or "-" in word or "." in word:
            return self._joined(i)
        if len(word) == 5 and word.endswith("s") and word[:4].isdigit() and word[3] == "0":
            return self._decade(i, 0, 10)
        if word.startswith("fy") and (word[2:].isdigit() or self._year(i + 1)):
            return self._fiscal_year(i)
        if word[0] in "qh":
            return self._part_of_year(i, word[0], int(word[1:]), i + 1)
        if word.rstrip("stndrh").isdigit() and self.low(i + 1) == "century":
            return self._century(int(word.rstrip("stndrh")), i + 2)
        if word[-1:].isalpha() and word.rstrip("stndrh").isdigit() and (found := self._ordinal(i)) is not None:
            return found
        if word.isdigit() and word.strip("0") == "" and len(word) == 4 and not bare:
            self._edtf(word)
        return self._year_first(i, bare=bare) or self._day_first(i)

    def _joined(self, i: int) -> Span | None:
        """``2026-04-27``, ``2024-2026``, ``2024-01-05/2024-03-01``, ``04/05/2026``."""
        word = self.low(i)
        first, slash, last = word.partition("/")
        if slash and "-" in first and "-" in last:
            start, end = self._edtf(first)[0], self._edtf(last)[1]
            if start >= end:
                raise Unclear(f"{word} ends before it starts", ("turn the two dates round",))
            return Span(start, end, i + 1)
        parts = word.split("-")
        if len(parts) == 2 and len(parts[0]) == 4 and all(p.isdigit() for p in parts):
            span = self._years_joined(word, int(parts[0]), parts[1], i)
            if span is not None:
                return span
        if len(parts[0]) == 4 and parts[0].isdigit() and "/" not in word:
            return Span(*self._edtf(word.upper() if "q" not in word else f"{parts[0]}-{32 + int(word[-1])}"), i + 1)
        numbers = word.replace("-", "/").replace(".", "/").split("/")
        if len(numbers) == 3 and len(numbers[0]) == 4 and all(n.isdigit() for n in numbers):
            return Span(*self._edtf(f"{numbers[0]}-{numbers[1]:0>2}-{numbers[2]:0>2}"), i + 1)
        if word.count(".") == 2 and len(numbers) == 3 and len(numbers[2]) == 4 and all(n.isdigit() for n in numbers) and int(numbers[1]) <= 12:
            return Span(*self._edtf(f"{numbers[2]}-{numbers[1]:0>2}-{numbers[0]:0>2}"), i + 1)
        if "." not in word or len(numbers) == 3:
            _refuse_numbers(word, numbers)
        return None

    def _years_joined(self, word: str, year: int, second: str, i: int) -> Span | None:
        """``2024-2026`` and ``2024-26``; ``2023-24`` is also how records write a winter."""
        last = int(second) if len(second) == 4 else year - year % 100 + int(second)
        if len(second) == 2 and 20 < int(second) < 25 and last > year:
            raise Unclear(
                f"{word} can be read two ways", (f"from {year} to {last}", f"in {list(_SEASONS)[int(second) - 21 + (second > '23')]} {year}")
            )
        if last <= year or (len(second) == 2 and (int(second) <= 12 or 32 < int(second) < 42)):
            return None
        return Span(day_number(year, 1, 1), day_number(last + 1, 1, 1), i + 1)

    def _year_first(self, i: int, *, bare: bool) -> Span | None:
        year = self._year(i)
        if year is None:
            return self._bad_year(i)
        after = self.low(i + 1)
        if self.low(i - 1) == "$" or after in _COUNTED:
            return None
        if after in ("bc", "bce"):
            raise Unclear(f"{year} {after.upper()} is before the year 1, with which the records' calendar starts")
        if after[:1] in ("q", "h") and after[1:].isdigit():
            return self._part_of_year(i + 1, after[0], int(after[1:]), i + 2, year=year)
        if after in MONTH_NUMBERS and not bare and (after not in ("may", "march") or self.low(i + 2).isdigit()):
            month = MONTH_NUMBERS[after]
            if self.low(i + 2).isdigit() and len(self.low(i + 2)) <= 2:
                return Span(*self._day(year, month, int(self.low(i + 2))), i + 3)
            return Span(*self._edtf(f"{year:04d}-{month:02d}"), i + 2)
        return Span(*self._edtf(f"{year:04d}"), i + 1 + (after in ("ad", "ce")))

    def _bad_year(self, i: int) -> Span | None:
        """Numbers that stand where a year does and are none."""
        word, before = self.low(i), self.low(i - 1)
        if not word.isdigit() or before not in ("in", "on", "since", "year"):
            return None
        if self.low(i + 1) in ("bc", "bce"):
            raise Unclear(f"{word} {self.low(i + 1).upper()} is before the year 1, with which the records' calendar starts")
        if len(word) == 8:
            year, month, day = word[:4], word[4:6], word[6:]
            raise Unclear(f"{word} is not a date as I read them", (f"{year}-{month}-{day}",))
        if len(word) == 2 and before == "in" and i + 1 == len(self.tokens):
            raise Unclear(f"{word} of which century?", (f"in 19{word}", f"in 20{word}"))
        return None

    def _day_first(self, i: int) -> Span | None:
        """``27 April 2026``, ``the 27th of April 2026``."""
        dom = self.low(i).rstrip("stndrh")
        k = i + 1 + (self.low(i + 1) == "of")
        if not dom.isdigit() or len(dom) > 2 or self.low(k) not in MONTH_NUMBERS:
            return None
        found = self._year_at(k + 1)
        if found is None:
            name = MONTHS[MONTH_NUMBERS[self.low(k)] - 1]
            raise Unclear(f"{int(dom)} {name} of which year?", (f"{int(dom)} {name} {civil(self.today)[0]}",))
        return Span(*self._day(found[0], MONTH_NUMBERS[self.low(k)], int(dom)), found[1])

    def _month(self, i: int) -> Span:
        """``April 2026``, ``April 27, 2026``, ``April of last year``."""
        month = MONTH_NUMBERS[self.low(i)]
        dom = self.low(i + 1).rstrip("stndrh")
        k = i + 2 if self.low(i + 1) == "the" else i + 1
        dom = self.low(k).rstrip("stndrh")
        if dom.isdigit() and len(dom) <= 2:
            found = self._year_at(k + 1)
            if found is None:
                raise Unclear(f"{MONTHS[month - 1]} {int(dom)} of which year?", (f"{MONTHS[month - 1]} {int(dom)}, {civil(self.today)[0]}",))
            return Span(*self._day(found[0], month, int(dom)), found[1])
        found = self._year_at(i + 1)
        if found is None:
            raise Unclear(f"{MONTHS[month - 1]} of which year?", (f"{MONTHS[month - 1]} {civil(self.today)[0]}",))
        return Span(*self._edtf(f"{found[0]:04d}-{month:02d}"), found[1])

    def _may_is_month(self, i: int) -> bool:
        after, before = self.low(i + 1), self.low(i - 1)
        leads = (
            "in",
            "on",
            "since",
            "until",
            "before",
            "after",
            "by",
            "of",
            "early",
            "late",
            "mid",
            "and",
            "to",
            "through",
            "from",
            "between",
            "during",
        )
        numbered = bool(after) and after[0].isdigit()
        dated = before in leads and (
            numbered or after in ("of", "last", "this", "next", "") or before in ("in", "since", "of", "until", "early", "late", "mid")
        )
        return numbered or dated or (before.rstrip("stndrh").isdigit() and bool(before))

    def _weekday(self, i: int) -> Span | None:
        """``Monday 27 April 2026``, which must be one; a weekday alone is refused in a question."""
        name = self.low(i).capitalize()
        date = self.calendar(i + 1 + (self.low(i + 1) == "the")) if self.low(i + 1)[:1].isdigit() or self.low(i + 1) in MONTH_NUMBERS else None
        if date is not None and date.end == date.start + 1:
            if _weekday_of(date.start) != _WEEKDAYS.index(self.low(i)):
                raise Unclear(f"{iso(date.start)} was a {_WEEKDAYS[_weekday_of(date.start)].capitalize()}, not a {name}", (iso(date.start),))
            return date
        if self.prose or self.low(i - 1) not in ("on", "since", "until", "by", "before", "after"):
            return None
        last = self.today - (_weekday_of(self.today) - _WEEKDAYS.index(self.low(i)) - 1) % 7 - 1
        raise Unclear(f"which {name}? Name the date", (iso(last), iso(last + 7)))

    def _relative(self, i: int) -> Span | None:
        """``last year``, ``this month``, ``next Monday``, ``this year so far``."""
        word, after, unit = self.low(i), self.low(i + 1), self.lemma(i + 1)
        shift = {"last": -1, "previous": -1, "past": -1, "next": 1, "coming": 1}.get(word, 0)
        if after in _WEEKDAYS and shift:
            ahead = (_WEEKDAYS.index(after) - _weekday_of(self.today)) % 7
            day = self.today + (ahead or 7) if shift > 0 else self.today + ahead - 7
            return Span(day, day + 1, i + 2)
        if unit == "week":
            start = self.today - _weekday_of(self.today) + 7 * shift
            return Span(start, start + 7, i + 2)
        if unit not in ("year", "month", "quarter"):
            return self._ordinal(i) if word == "last" else None
        if word == "last" and self.low(i + 2) == "of":
            return None
        year, month, _ = civil(self.today)
        size = _MONTHS_IN[unit]
        index = (year * 12 + month - 1) // size * size + shift * size
        start = day_number(index // 12, index % 12 + 1, 1)
        if shift == 0 and self.low(i + 2) == "so" and self.low(i + 3) == "far":
            return Span(start, self.today + 1, i + 4)
        return Span(start, day_number((index + size) // 12, (index + size) % 12 + 1, 1), i + 2)

    def _ordinal(self, i: int) -> Span | None:
        """``the second quarter of 2026``, ``the last quarter of 2026``, ``the nineteenth century``."""
        word, what = self.low(i), self.low(i + 1)
        number = _ORDINALS.get(word) or (int(word.rstrip("stndrh")) if word[:1].isdigit() else -1)
        if what == "century" and number > 0:
            return self._century(number, i + 2)
        if what not in ("quarter", "half"):
            return None
        k = i + 2 + (self.low(i + 2) == "of")
        known = self._year_at(k) is not None or self.low(k) == "fiscal" or self.low(k).startswith("fy")
        if not known and self.low(i + 2):
            return None
        most = 4 if what == "quarter" else 2
        return self._part_of_year(i, what[0], most if number < 0 else number, i + 2)

    def _part_of_year(self, i: int, letter: str, number: int, after: int, year: int | None = None) -> Span:
        most, what = (4, "four quarters") if letter == "q" else (2, "two halves")
        if not 1 <= number <= most:
            raise Unclear(f"a year has {what}")
        k = after + (self.low(after) == "of")
        if year is None and (self.low(k) == "fiscal" or self.low(k).startswith("fy")):
            found = self._fiscal_year(k, part=f"{letter}{number}")
            if found is not None:
                return found
        at = (year, after) if year is not None else self._year_at(k)
        if at is None:
            said = f"{letter.upper()}{number}"
            raise Unclear(f"{said} of which year?", (f"{said} {civil(self.today)[0]}",))
        return Span(*self._edtf(f"{at[0]:04d}-{(32 if letter == 'q' else 39) + number}"), at[1])

    def _season(self, i: int) -> Span | None:
        """``the summer of 2025``; ``the winter of 2025/26`` starts in the first of the two years."""
        joined = self.low(i + 1 + (self.low(i + 1) in ("of", "in")))
        first, _, second = joined.replace("-", "/").partition("/")
        if self.low(i) == "winter" and len(first) == 4 and first.isdigit() and second in (str(int(first) + 1), f"{(int(first) + 1) % 100:02d}"):
            return Span(*self._edtf(f"{first}-24"), i + 2 + (self.low(i + 1) in ("of", "in")))
        at = self._year_at(i + 1 + (self.low(i + 1) == "in"))
        if at is not None:
            return Span(*self._edtf(f"{at[0]:04d}-{_SEASONS[self.low(i)]}"), at[1])
        lead = self.low(i - 1) if self.low(i - 1) != "the" else self.low(i - 2)
        if not self.prose and lead in ("in", "since", "during") and i + 1 == len(self.tokens):
            raise Unclear(f"{self.low(i)} of which year?", (f"{self.low(i)} {civil(self.today)[0]}",))
        return None

    def _third(self, i: int) -> Span | None:
        """``early 2026``, ``mid-May 2026``, ``the late 1990s``."""
        part = _THIRDS[self.low(i)]
        k = i + 1 + (self.low(i + 1) in ("of", "in"))
        k += self.low(k) == "the"
        if self.low(k) in MONTH_NUMBERS:
            month = self._month(k)
            if month.end - month.start < 28:
                return None
            return Span(month.start + 10 * part, month.start + 10 * (part + 1) if part < 2 else month.end, month.after)
        if self.low(k).endswith("0s") and self.low(k)[:-1].isdigit() and len(self.low(k)) == 5:
            return self._decade(k, *((0, 4), (4, 7), (7, 10))[part])
        at = self._year_at(k)
        if at is None:
            return None
        return Span(day_number(at[0], 4 * part + 1, 1), day_number(at[0] + (part == 2), 1 if part == 2 else 4 * part + 5, 1), at[1])

    def _decade(self, i: int, first: int, after: int) -> Span:
        year = int(self.low(i)[:4])
        if year % 100 == 0 and year < 2000 and (first, after) == (0, 10):
            spans = tuple(f"from {year:04d}-01-01 to {year + n:04d}-12-31" for n in (9, 99))
            raise Unclear(f"the {year}s can be ten years or a hundred", spans)
        return Span(day_number(year + first, 1, 1), day_number(year + after, 1, 1), i + 1)

    def _century(self, number: int, after: int) -> Span:
        return Span(day_number(number * 100 - 99, 1, 1), day_number(number * 100 + 1, 1, 1), after)

    def _fiscal_year(self, i: int, part: str = "") -> Span | None:
        word = self.low(i)
        k = i + 1
        text = word[2:] if word.startswith("fy") and word[2:].isdigit() else ""
        if not text:
            k += self.low(k) == "year"
            text, k = self.low(k), k + 1
        if not text.isdigit() or len(text) not in (2, 4):
            return None
        year = int(text) + (2000 if len(text) == 2 else 0)
        end = self.fiscal()
        if end is None:
            raise Unclear(
                f"whose fiscal year {year}? No fiscal year is recorded for the party of this question",
                (f"in {year}", f"between {year - 1}-07-01 and {year}-06-30"),
            )
        month, dom = end
        after = day_number(year, month, min(dom, month_length(year, month))) + 1
        start = self.shifted(after, "year", -1)
        if part:
            months = 3 if part[0] == "q" else 6
            start = self.shifted(start, "month", months * (int(part[1]) - 1))
            after = self.shifted(start, "month", months)
        return Span(start, after, k)

    # -- years and days ---------------------------------------------------------------------------

    def _year(self, i: int) -> int | None:
        word = self.low(i)
        if len(word) == 4 and word.isdigit() and 1 <= int(word) <= 2999:
            return int(word)
        alone = len(word) == 3 and word.isdigit() and self.low(i - 1) in _BEFORE_YEARS
        unit = self.low(i + 1) not in ("", "and", "or", "to", "until", "through", "ad", "ce")
        return int(word) if alone and not unit and int(word) else None

    def _year_at(self, i: int) -> tuple[int, int] | None:
        """The year that starts at a position, also as ``of last year``, and the token behind it."""
        i += self.low(i) == "of"
        i += self.low(i) == "the" and self.low(i + 1) == "year"
        i += self.low(i) == "year"
        year = self._year(i)
        if year is not None and self.low(i + 1) not in _COUNTED:
            return year, i + 1
        if i == self.lent[0]:
            return self.lent[1], i
        if self.low(i) in ("last", "this", "next") and self.low(i + 1) == "year":
            return civil(self.today)[0] + {"last": -1, "next": 1}.get(self.low(i), 0), i + 2
        return None

    def _day(self, year: int, month: int, dom: int) -> tuple[int, int]:
        return self._edtf(f"{year:04d}-{month:02d}-{dom:02d}")

    def _edtf(self, text: str) -> tuple[int, int]:
        try:
            date = Edtf.parse(text)
        except EdtfError as error:
            raise Unclear(str(error)) from error
        return date.lo, date.hi + 1


def _weekday_of(day: int) -> int:
    """0 for a Monday."""
    return (day + 3) % 7


def _refuse_numbers(text: str, numbers: list[str]) -> None:
    """Raise for a date in numbers of which the day or the month can be the first; the choices that there are."""
    if not all(n.isdigit() for n in numbers) or len(numbers) < 2:
        return
    if len(numbers) == 3 and len(numbers[2]) == 4:
        a, b, year = (int(n) for n in numbers)
        readings = [(m, d) for m, d in ((a, b), (b, a)) if 1 <= m <= 12 and 1 <= d <= month_length(year, m)] if year else []
        choices = tuple(dict.fromkeys(f"{year:04d}-{m:02d}-{d:02d}" for m, d in readings))
        if choices:
            what = "can be read two ways" if len(choices) > 1 else "is not a date I read"
            raise Unclear(f"{text} {what}; write {' or '.join(choices)}", choices)
    raise Unclear(f"{text} is not a date; write it like 2026-04-27")
