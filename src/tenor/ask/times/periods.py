"""Parts of a year and stretches of years in a question: a quarter, a season, ``early 2026``, ``last month``, a decade, a century, a fiscal year."""

from __future__ import annotations

from tenor.ask.times.years import MONTH_NUMBERS, MONTHS_IN, WEEKDAYS, Span, Unclear, Years, shifted, weekday_of
from tenor.dates import civil, day_number, month_length

_ORDINAL_WORDS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth "
    "eighteenth nineteenth twentieth"
).split()
ORDINALS = {word: n for n, word in enumerate(_ORDINAL_WORDS, 1)}
SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
#: How many days the first half of a month has.
_HALF_A_MONTH = 15
THIRDS = {"early": 0, "mid": 1, "middle": 1, "late": 2}


class Periods(Years):
    """Reads periods among the words of one question."""

    def _relative(self, i: int) -> Span | None:
        """``last year``, ``this month``, ``next Monday``, ``this year so far``."""
        word, after, unit = self.low(i), self.low(i + 1), self.lemma(i + 1)
        shift = {"last": -1, "previous": -1, "past": -1, "next": 1, "coming": 1}.get(word, 0)
        if after in WEEKDAYS and shift:
            ahead = (WEEKDAYS.index(after) - weekday_of(self.today)) % 7
            day = self.today + (ahead or 7) if shift > 0 else self.today + ahead - 7
            return Span(day, day + 1, i + 2)
        if unit == "week":
            start = self.today - weekday_of(self.today) + 7 * shift
            return Span(start, start + 7, i + 2)
        if after in SEASONS and self._year_at(i + 2) is None:
            return self._this_season(SEASONS[after], i + 2, shift)
        if (
            word in ("this", "next")
            and after in MONTH_NUMBERS
            and (after not in ("may", "march") or not self.low(i + 2))
            and self._year_at(i + 2) is None
        ):
            return self._this_month_of_year(MONTH_NUMBERS[after], i + 2, ahead=word == "next")
        if unit not in ("year", "month", "quarter"):
            return self._ordinal(i) if word == "last" else None
        if word == "last" and self.low(i + 2) == "of":
            return None
        year, month, _ = civil(self.today)
        size = MONTHS_IN[unit]
        index = (year * 12 + month - 1) // size * size + shift * size
        start = day_number(index // 12, index % 12 + 1, 1)
        if shift == 0 and self.low(i + 2) == "so" and self.low(i + 3) == "far":
            return Span(start, self.today + 1, i + 4)
        return Span(start, day_number((index + size) // 12, (index + size) % 12 + 1, 1), i + 2)

    def _this_season(self, season: int, after: int, shift: int) -> Span:
        """``this spring``: the one of this year; ``last autumn``: the latest that is over; ``next winter``: the one that starts next."""
        year = civil(self.today)[0]
        spans = [self._edtf(f"{n:04d}-{season}") for n in (year - 2, year - 1, year, year + 1)]
        if shift < 0:
            return Span(*[s for s in spans if s[1] <= self.today + 1][-1], after)
        return Span(*(next(s for s in spans if s[0] > self.today) if shift else spans[2]), after)

    def _this_month_of_year(self, month: int, after: int, *, ahead: bool) -> Span:
        """``this September``: the one of this year; ``next March``: the one that comes first after this month."""
        year, now, _ = civil(self.today)
        year += ahead and month <= now
        return Span(day_number(year, month, 1), day_number(year, month, month_length(year, month)) + 1, after)

    def _ordinal(self, i: int) -> Span | None:
        """``the second quarter of 2026``, ``the last quarter of 2026``, ``the nineteenth century``."""
        word, what = self.low(i), self.low(i + 1)
        number = ORDINALS.get(word) or (int(word.rstrip("stndrh")) if word[:1].isdigit() else -1)
        if what == "century" and number > 0:
            return self._century(number, i + 2)
        if what not in ("quarter", "half"):
            return None
        k = i + 2 + (self.low(i + 2) == "of")
        if what == "half" and self.low(k) in MONTH_NUMBERS and number in (-1, 1, 2):
            return self._half_of_month(k, first=number == 1)
        known = self._year_at(k) is not None or self.low(k) == "fiscal" or self.low(k).startswith("fy")
        if not known and self.low(i + 2):
            return None
        most = 4 if what == "quarter" else 2
        return self._part_of_year(what[0], most if number < 0 else number, i + 2)

    def _half_of_month(self, k: int, *, first: bool) -> Span | None:
        """``the second half of May 2026``: from the sixteenth on."""
        month = self._month(k)
        middle = month.start + _HALF_A_MONTH
        if month.end - month.start <= 2 * _HALF_A_MONTH - 3:
            return None
        return Span(month.start, middle, month.after) if first else Span(middle, month.end, month.after)

    def _part_of_year(self, letter: str, number: int, after: int, year: int | None = None) -> Span:
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
            return Span(*self._edtf(f"{at[0]:04d}-{SEASONS[self.low(i)]}"), at[1])
        lead = self.low(i - 1) if self.low(i - 1) != "the" else self.low(i - 2)
        if not self.prose and lead in ("in", "since", "during") and i + 1 == len(self.tokens):
            raise Unclear(f"{self.low(i)} of which year?", (f"{self.low(i)} {civil(self.today)[0]}",))
        return None

    def _third(self, i: int) -> Span | None:
        """``early 2026``, ``mid-May 2026``, ``the late 1990s``."""
        part = THIRDS[self.low(i)]
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
        if self.low(k) == "fiscal":  # "its 2026 fiscal year"
            text, k = word, k + 1 + (self.low(k + 1) == "year")
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
        start = shifted(after, "year", -1)
        if part:
            months = 3 if part[0] == "q" else 6
            start = shifted(start, "month", months * (int(part[1]) - 1))
            after = shifted(start, "month", months)
        return Span(start, after, k)
