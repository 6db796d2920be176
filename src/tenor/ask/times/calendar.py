"""One date of the calendar in a question: a day, a month, a year or a period, in words or in numbers."""

from __future__ import annotations

from tenor.ask.times.holidays import FIRST_WORDS, day_of, holiday
from tenor.ask.times.periods import ORDINALS, SEASONS, THIRDS, Periods
from tenor.ask.times.years import COUNTED, MONTH_NUMBERS, TODAY, WEEKDAYS, Span, Unclear, weekday_of
from tenor.dates import civil, day_number, iso, month_length

_DECADES = dict.fromkeys(("20s", "30s", "40s", "50s", "60s", "70s", "80s", "90s"), 0) | dict.fromkeys(
    "twenties thirties forties fifties sixties seventies eighties nineties".split(), 0
)
#: Days by how far they are from today.
_NEAR = {"yesterday": -1, "tomorrow": 1} | dict.fromkeys(TODAY, 0)
_RELATIVE = frozenset(("last", "this", "next", "previous", "current", "past", "coming"))
#: Words that a date can start with; others start with a digit, or a letter before one.
_FIRST = {"year", "ad", "ce", *_NEAR, *_RELATIVE, *_DECADES, *WEEKDAYS, *MONTH_NUMBERS, *ORDINALS, *SEASONS, *THIRDS, *FIRST_WORDS}


def may_be_date(word: str) -> bool:
    """False for a word that no date starts with."""
    return word in _FIRST or word[:1].isdigit() or word[:1] in ("q", "h", "f")


class Calendar(Periods):
    """Reads single dates among the words of one question."""

    def calendar(self, i: int, *, bare: bool = False) -> Span | None:
        """A date of the calendar that starts at this very position; ``bare`` where no preposition leads to it."""
        word = self.low(i)
        if not may_be_date(word):
            return None
        if word in _DECADES and self.low(i - 1) == "the" and self.low(i + 1) != "century":
            raise Unclear(f"which {word}? Name the century", (f"the 19{word}", f"the 18{word}") if word[0].isdigit() else ("in the 1990s",))
        if word[0].isdigit() or (word[0] in "qh" and word[1:].isdigit()) or word.startswith("fy"):
            return self._numeric(i, bare=bare)
        if word in _NEAR:
            day = self.today + _NEAR[word]
            return Span(day, day + 1, i + 1)
        if word in WEEKDAYS:
            return self._weekday(i)
        if word in MONTH_NUMBERS and (word not in ("may", "march") or self._may_is_month(i)):
            return self._month(i)
        if word in ("ad", "ce") and (year := self._year(i + 1)) is not None:
            return Span(*self._edtf(f"{year:04d}"), i + 2)
        return self._words(i, word)

    def _words(self, i: int, word: str) -> Span | None:
        """Dates that start with a word of order, season or nearness."""
        if word in _RELATIVE:
            return self._relative(i)
        if word == "year" and self.low(i + 1) == "before" and self.low(i + 2) == "last":
            year = civil(self.today)[0] - 2
            return Span(*self._edtf(f"{year:04d}"), i + 3)
        if word in ORDINALS or word == "last":
            return self._ordinal(i)
        if word in SEASONS:
            return self._season(i)
        if word in THIRDS:
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

    def _numeric(self, i: int, *, bare: bool) -> Span | None:
        word = self.low(i)
        if word[0].isdigit() and (":" in word or (word.rstrip("apm").isdigit() and word.endswith(("am", "pm")))):
            raise Unclear("the records know days, not hours")
        if "/" in word or "-" in word or "." in word:
            return self._joined(i)
        if len(word) == 5 and word.endswith("s") and word[:4].isdigit() and word[3] == "0":
            return self._decade(i, 0, 10)
        if (word.startswith("fy") and (word[2:].isdigit() or self._year(i + 1))) or (word.isdigit() and self.low(i + 1) == "fiscal"):
            return self._fiscal_year(i)
        if len(word) > 3 and word[0].isdigit() and word[1] in "qh" and word[2:].isdigit():  # "2Q26", "1H2025"
            return self._part_of_year(word[1], int(word[0]), i + 1, year=int(word[2:]) + (2000 if len(word) == 4 else 0))
        if word[0] in "qh":
            return self._part_of_year(word[0], int(word[1:]), i + 1)
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
            day = _only_day(word, numbers)
            return None if day is None else Span(*self._edtf(day), i + 1)
        return None

    def _years_joined(self, word: str, year: int, second: str, i: int) -> Span | None:
        """``2024-2026`` and ``2024-26``; ``2023-24`` is also how records write a winter."""
        last = int(second) if len(second) == 4 else year - year % 100 + int(second)
        if len(second) == 2 and 20 < int(second) < 25 and last > year:
            raise Unclear(
                f"{word} can be read two ways", (f"from {year} to {last}", f"in {list(SEASONS)[int(second) - 21 + (second > '23')]} {year}")
            )
        if last <= year or (len(second) == 2 and (int(second) <= 12 or 32 < int(second) < 42)):
            return None
        return Span(day_number(year, 1, 1), day_number(last + 1, 1, 1), i + 1)

    def _year_first(self, i: int, *, bare: bool) -> Span | None:
        year = self._year(i)
        if year is None:
            return self._bad_year(i)
        after = self.low(i + 1)
        if self.low(i - 1) == "$" or after in COUNTED:
            return None
        if after in ("bc", "bce"):
            raise Unclear(f"{year} {after.upper()} is before the year 1, with which the records' calendar starts")
        if after[:1] in ("q", "h") and after[1:].isdigit():
            return self._part_of_year(after[0], int(after[1:]), i + 2, year=year)
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

    def _weekday(self, i: int) -> Span | None:
        """``Monday 27 April 2026``, which must be one; a weekday alone is refused in a question."""
        name = self.low(i).capitalize()
        date = self.calendar(i + 1 + (self.low(i + 1) == "the")) if self.low(i + 1)[:1].isdigit() or self.low(i + 1) in MONTH_NUMBERS else None
        if date is not None and date.end == date.start + 1:
            if weekday_of(date.start) != WEEKDAYS.index(self.low(i)):
                raise Unclear(f"{iso(date.start)} was a {WEEKDAYS[weekday_of(date.start)].capitalize()}, not a {name}", (iso(date.start),))
            return date
        if self.prose or self.low(i - 1) not in ("on", "since", "until", "by", "before", "after"):
            return None
        last = self.today - (weekday_of(self.today) - WEEKDAYS.index(self.low(i)) - 1) % 7 - 1
        raise Unclear(f"which {name}? Name the date", (iso(last), iso(last + 7)))


def _only_day(text: str, numbers: list[str]) -> str | None:
    """The one day that a date in numbers can be, whichever of day and month comes first; None where these are not all numbers.

    Raises:
        Unclear: with the choices, where there are two days that it can be, or none.
    """
    if not all(n.isdigit() for n in numbers) or len(numbers) < 2:
        return None
    if len(numbers) == 3 and len(numbers[2]) == 4:
        a, b, year = (int(n) for n in numbers)
        readings = [(m, d) for m, d in ((a, b), (b, a)) if 1 <= m <= 12 and 1 <= d <= month_length(year, m)] if year else []
        choices = tuple(dict.fromkeys(f"{year:04d}-{m:02d}-{d:02d}" for m, d in readings))
        if len(choices) == 1:
            return choices[0]
        if choices:
            raise Unclear(f"{text} can be read two ways; write {' or '.join(choices)}", choices)
    raise Unclear(f"{text} is not a date; write it like 2026-04-27")
