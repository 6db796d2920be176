"""Dates and times in a question.

A moment is a window of days ``[start, end)`` with the words it came from. What is impossible or can be read two ways is refused with the reason,
never guessed. Pure: today, fiscal years and the dates of events are handed in.
"""

from __future__ import annotations

from tenor.dates import DAWN, FOREVER, MONTHS, Edtf, EdtfError, civil, day_number, iso, month_length

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tenor.ask.words import Token

_MONTH = {name.lower(): n for n, name in enumerate(MONTHS, 1)}
_MONTH.update({name[:3].lower(): n for n, name in enumerate(MONTHS, 1)})
_MONTH["sept"] = 9
_ORDINAL = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "last": -1}
_SEASON = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_THIRD = {"early": (0, 4), "mid": (4, 8), "middle": (4, 8), "late": (8, 12)}
_NUMBER = {
    "a": 1,
    "an": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "twelve": 12,
}
_UNIT_DAYS = {"day": 1, "week": 7}
_UNIT_MONTHS = {"month": 1, "quarter": 3, "year": 12}
_NOW = frozenset(("today", "now", "currently", "current", "presently", "nowadays", "still", "anymore"))


class Unclear(ValueError):
    """A time that cannot be read: the reason, and ways to say what was meant."""

    def __init__(self, reason: str, choices: tuple[str, ...] = ()) -> None:
        super().__init__(reason)
        self.reason = reason
        self.choices = choices


class Moment:
    """``[start, end)`` in days; ``relation`` is in, on, before, after, since, until or by; ``first`` to ``last`` are the token positions it used."""

    __slots__ = ("end", "first", "last", "record", "relation", "start")

    def __init__(self, start: int, end: int, first: int, last: int, relation: str = "in", record: str | None = None) -> None:
        self.start = start
        self.end = end
        self.first = first
        self.last = last
        self.relation = relation
        #: The event or instrument whose date it is.
        self.record = record

    def __repr__(self) -> str:
        return f"Moment({iso(self.start)}, {iso(self.end)}, {self.relation})"


class Reader:
    """Finds the moments of one question.

    ``named`` gives for a token position ``(first day, first day after, token after, record id)`` where the name of an event or instrument starts there,
    or None; ``fiscal`` gives the last month and day of the fiscal year of the party the question is about, or None.
    """

    def __init__(
        self,
        tokens: Sequence[Token],
        today: int,
        named: Callable[[int], tuple[int, int, int, str] | None],
        fiscal: Callable[[], tuple[int, int] | None],
    ) -> None:
        self.tokens = tokens
        self.today = today
        self.named = named
        self.fiscal = fiscal

    def low(self, i: int) -> str:
        """The word at a position, or nothing past the end."""
        return self.tokens[i].low if 0 <= i < len(self.tokens) else ""

    def read(self) -> list[Moment]:
        """All moments, in order. Raises :class:`Unclear`."""
        found: list[Moment] = []
        i = 0
        while i < len(self.tokens):
            moment = self._moment(i)
            if moment is None:
                i += 1
            else:
                found.append(moment)
                i = moment.last + 1
        return found

    def _moment(self, i: int) -> Moment | None:
        word = self.low(i)
        if word in ("from", "between"):
            return self._range(i)
        relation, j = self._relation(i)
        if relation is None:
            return self._bare(i)
        if relation == "when":
            named = self._named(j, "on")
            return named and Moment(named.start, named.end, i, self._skip_verb(named.last), "on", named.record)
        date = self._date(j)
        if date is None:
            return self._bare(i)
        start, end, after, record = date
        if record is not None:
            after = self._skip_verb(after - 1) + 1
        if self.low(after) in ("to", "-", "through", "until", "till") and word not in ("since", "before", "after", "by"):
            other = self._date(after + 1)
            if other is not None:
                return self._spanned(start, other[1], i, other[2] - 1)
        return self._related(relation, start, end, i, after - 1, record)

    def _bare(self, i: int) -> Moment | None:
        word = self.low(i)
        if word == "no" and self.low(i + 1) == "longer":
            return None
        if word in _NOW:
            return Moment(self.today, self.today + 1, i, i, "on")
        if word == "at" and self.low(i + 1) in ("present", "moment"):
            return Moment(self.today, self.today + 1, i, i + 1, "on")
        if word in ("right",) and self.low(i + 1) == "now":
            return Moment(self.today, self.today + 1, i, i + 1, "on")
        shifted = self._offset(i) or self._edge(i)
        if shifted is not None:
            return Moment(shifted[0], shifted[1], i, shifted[2] - 1, "on", shifted[3])
        if self._calendar_starts(i):
            date = self._date(i)
            if date is not None and date[3] is None:
                start, end, after, record = date
                if self.low(after) in ("to", "through", "until", "-"):
                    other = self._date(after + 1)
                    if other is not None:
                        return self._spanned(start, other[1], i, other[2] - 1)
                return Moment(start, end, i, after - 1, "on" if end == start + 1 else "in", record)
        return None

    def _relation(self, i: int) -> tuple[str | None, int]:
        word, after = self.low(i), self.low(i + 1)
        if word == "as" and after == "of":
            return "as of", i + 2
        if word == "at" and after == "the" and self.low(i + 2) == "time" and self.low(i + 3) == "of":
            return "on", i + 4
        if word == "up" and after in ("to", "until"):
            return "until", i + 2
        if word == "prior" and after == "to":
            return "before", i + 2
        if word in ("according", "pursuant") and after == "to":
            return "per", i + 2
        if word == "per":
            return "per", i + 1
        if word in ("in", "on", "at", "during", "throughout", "within", "under"):
            return "in", i + 1
        if word in ("since", "before", "after", "until", "till", "by", "through", "following", "when"):
            return {"till": "until", "following": "after"}.get(word, word), i + 1
        return None, i

    def _related(self, relation: str, start: int, end: int, first: int, last: int, record: str | None) -> Moment:
        if relation == "before":
            return Moment(DAWN, start, first, last, relation, record)
        if relation == "until":
            return Moment(DAWN, start if end == start + 1 else end, first, last, relation, record)
        if relation == "through":
            return Moment(DAWN, end, first, last, relation, record)
        if relation == "after":
            return Moment(end, FOREVER, first, last, relation, record)
        if relation == "since":
            if start > self.today:
                raise Unclear(f"{iso(start)} has not come yet: 'since' needs a day in the past", ("write 'from' for the future",))
            return Moment(start, self.today + 1, first, last, relation, record)
        if relation == "per":
            return Moment(start, end, first, last, relation, record)
        if relation in ("by", "as of"):
            return Moment(end - 1, end, first, last, "on", record)
        return Moment(start, end, first, last, "on" if end == start + 1 else "in", record)

    def _spanned(self, start: int, end: int, first: int, last: int) -> Moment:
        if start >= end:
            raise Unclear(f"the range ends ({iso(end - 1)}) before it starts ({iso(start)})", ("turn the two dates round",))
        return Moment(start, end, first, last, "between")

    def _range(self, i: int) -> Moment | None:
        first = self._shared_year(i + 1) or self._date(i + 1)
        if first is None:
            return None
        start, _, after, record = first
        joiners = ("and",) if self.low(i) == "between" else ("to", "until", "till", "through", "-")
        if self.low(after) in joiners:
            second = self._date(after + 1)
            if second is not None:
                stop = second[0] if self.low(after) in ("until", "till") and second[1] == second[0] + 1 else second[1]
                return self._spanned(start, stop, i, second[2] - 1)
        if self.low(i) == "between":
            return None
        onward = self.low(after) in ("on", "onward", "onwards")
        return Moment(start, FOREVER if onward or start > self.today else self.today + 1, i, after - (0 if onward else 1), "since", record)

    def _shared_year(self, i: int) -> tuple[int, int, int, str | None] | None:
        """``between January and October 2025``: the first month has the year of the second."""
        if self.low(i) in _MONTH and self.low(i + 1) in ("and", "to", "until", "through") and self.low(i + 2) in _MONTH:
            year = self._year(i + 3)
            if year is not None:
                return (*self._edtf(f"{year:04d}-{_MONTH[self.low(i)]:02d}"), i + 1, None)
        return None

    # -- single dates: (first day, first day after, token after, record) ---------------------------

    def _calendar_starts(self, i: int) -> bool:
        """True where a date can start without a preposition: everything but the name of an event."""
        return self._calendar(i, bare=True) is not None

    def _date(self, i: int) -> tuple[int, int, int, str | None] | None:
        while (
            self.low(i) in ("the", "a", "an", "about", "around", "exactly", "time", "end", "start", "beginning")
            and self._edge(i) is None
            and self._offset(i) is None
        ):
            if self._named(i, "on") is not None or self.low(i) in ("end", "start", "beginning", "time"):
                break
            i += 1
        edge = self._edge(i) or self._offset(i)
        if edge is not None:
            return edge
        calendar = self._calendar(i)
        if calendar is not None:
            return (*calendar, None)
        named = self._named(i, "on")
        return (named.start, named.end, named.last + 1, named.record) if named is not None else None

    def _edge(self, i: int) -> tuple[int, int, int, str | None] | None:
        """``end of 2026``, ``start of 2026``."""
        if (self.low(i) in ("end", "close", "start", "beginning") and self.low(i + 1) in ("of", "")) or (
            self.low(i) in ("end", "start") and self._calendar(i + 1)
        ):
            date = self._date(i + 2) if self.low(i + 1) == "of" else self._date(i + 1)
            if date is not None:
                start, end, after, record = date
                return (end - 1, end, after, record) if self.low(i) in ("end", "close") else (start, start + 1, after, record)
        return None

    def _offset(self, i: int) -> tuple[int, int, int, str | None] | None:
        """``the day before X``, ``two months after X``, ``three years ago``."""
        count = _NUMBER.get(self.low(i)) or (int(self.low(i)) if self.low(i).isdigit() and len(self.low(i)) < 4 else None)
        j = i + 1 if count is not None else i
        unit = self.tokens[j].lemma if j < len(self.tokens) else ""
        if unit not in _UNIT_DAYS and unit not in _UNIT_MONTHS:
            return None
        if count is None and unit == "day" and self.low(j + 1) in ("of", "when", "that"):
            date = self._date(j + 2)
            return date and (date[0], date[1], date[2], date[3])
        count = count or 1
        way = self.low(j + 1)
        if way == "ago":
            day = self._shifted(self.today, unit, -count)
            return day, day + 1, j + 2, None
        if way in ("before", "after"):
            date = self._date(j + 2)
            if date is not None:
                day = self._shifted(date[0], unit, -count) if way == "before" else self._shifted(date[1] - 1, unit, count)
                return day, day + 1, date[2], date[3]
        return None

    def _shifted(self, day: int, unit: str, count: int) -> int:
        if unit in _UNIT_DAYS:
            return day + _UNIT_DAYS[unit] * count
        year, month, dom = civil(day)
        index = year * 12 + month - 1 + _UNIT_MONTHS[unit] * count
        year, month = index // 12, index % 12 + 1
        return day_number(year, month, min(dom, month_length(year, month)))

    def _named(self, i: int, relation: str) -> Moment | None:
        found = self.named(i)
        return found and Moment(found[0], found[1], i, found[2] - 1, relation, found[3])

    def _skip_verb(self, last: int) -> int:
        """``when ChatGPT launched``: the verb behind an event's name belongs to the date."""
        verbs = ("launch", "start", "happen", "end", "begin", "releas", "announc", "sign", "com", "introduc", "ship", "publish", "occur")
        after = last + 1
        while after < len(self.tokens) and self.tokens[after].lemma in ("be", "hav"):
            after += 1
        return after if after < len(self.tokens) and self.tokens[after].lemma in verbs else last

    def _calendar(self, i: int, *, bare: bool = False) -> tuple[int, int, int] | None:
        word = self.low(i)
        if not word:
            return None
        if word[0].isdigit() or (word[0] in "fqh" and word[1:].isdigit()) or word.startswith("fy"):
            return self._numeric(i, bare=bare)
        if word in ("yesterday", "tomorrow", "today", "now"):
            day = self.today + {"yesterday": -1, "tomorrow": 1}.get(word, 0)
            return day, day + 1, i + 1
        if (
            word in ("last", "this", "next", "previous", "current")
            and i + 1 < len(self.tokens)
            and self.tokens[i + 1].lemma in ("year", "month", "quarter")
        ):
            return (*self._relative(word, self.tokens[i + 1].lemma), i + 2)
        if word in _MONTH and not (word == "may" and not self._may_is_month(i)) and not (word == "march" and not self._may_is_month(i)):
            return self._month(i)
        if word in _ORDINAL and self.low(i + 1) in ("quarter", "half"):
            return self._part_of_year(i)
        if word in _THIRD and self.low(i + 1 + (self.low(i + 1) in ("of", "in", "-"))) in _MONTH:
            return self._third_of_month(i)
        if word in _SEASON and self._year(i + 1 + (self.low(i + 1) in ("of", "in"))) is not None:
            k = i + 1 + (self.low(i + 1) in ("of", "in"))
            return (*self._edtf(f"{self.low(k)}-{_SEASON[word]}"), k + 1)
        if word in _THIRD:
            k = i + 1 + (self.low(i + 1) in ("of", "in", "-"))
            year = self._year(k)
            if year is not None:
                a, b = _THIRD[word]
                return day_number(year, a + 1, 1), day_number(year + (b == 12), b % 12 + 1, 1), k + 1
        if word == "fiscal":
            return self._fiscal_year(i)
        return None

    def _may_is_month(self, i: int) -> bool:
        after, before = self.low(i + 1), self.low(i - 1)
        return (
            (bool(after) and (after[0].isdigit()))
            or before in ("in", "on", "since", "until", "before", "after", "by", "of", "early", "late", "mid")
            or before.rstrip("stndrh").isdigit()
        )

    def _year(self, i: int) -> int | None:
        word = self.low(i)
        if len(word) == 4 and word.isdigit() and 1 <= int(word) <= 2999:
            return int(word)
        alone = len(word) == 3 and word.isdigit() and self.low(i - 1) in ("in", "since", "before", "after", "until", "by", "from", "year")
        unit = i + 1 < len(self.tokens) and self.tokens[i + 1].low not in ("and", "or", "to", "until", "through")
        return int(word) if alone and not unit else None

    def _numeric(self, i: int, *, bare: bool) -> tuple[int, int, int] | None:
        word = self.low(i)
        if "/" in word or (word.count(".") == 2 and word.replace(".", "").isdigit()):
            self._refuse_slashes(word)
        if "-" in word and word.split("-")[0].isdigit() and len(word.split("-")[0]) == 4:
            return (*self._edtf(word.upper().replace("Q", "3") if "q" not in word else word), i + 1)
        if "-" in word and word.replace("-", "").isdigit():
            self._refuse_slashes(word.replace("-", "/"))
        if len(word) == 5 and word.endswith("s") and word[:4].isdigit() and word[3] == "0":
            return (*self._edtf(f"{word[:3]}X"), i + 1)
        if word.startswith("fy") and (word[2:].isdigit() or self._year(i + 1)):
            return self._fiscal_year(i)
        if word in ("q1", "q2", "q3", "q4", "h1", "h2"):
            k = i + 1 + (self.low(i + 1) == "of")
            if self.low(k) == "fiscal" or self.low(k).startswith("fy"):
                return self._fiscal_year(k, part=word)
            year = self._year(k)
            if year is None:
                raise Unclear(f"{word.upper()} of which year?", (f"{word.upper()} {civil(self.today)[0]}",))
            code = 32 + int(word[1]) if word[0] == "q" else 39 + int(word[1])
            return (*self._edtf(f"{year:04d}-{code}"), k + 1)
        year = self._year(i)
        if year is not None:
            if self.low(i - 1) in ("$",) or self.low(i + 1) in (
                "gw",
                "mw",
                "chips",
                "shares",
                "tokens",
                "dollars",
                "percent",
                "%",
                "million",
                "billion",
            ):
                return None
            if self.low(i + 1) in ("q1", "q2", "q3", "q4", "h1", "h2"):
                part = self.low(i + 1)
                return (*self._edtf(f"{year:04d}-{32 + int(part[1]) if part[0] == 'q' else 39 + int(part[1])}"), i + 2)
            if self.low(i + 1) in _MONTH and not bare:
                return self._month(i + 1, year=year)
            return (*self._edtf(f"{year:04d}"), i + 1)
        dom = word.rstrip("stndrh")
        if dom.isdigit() and len(dom) <= 2:
            k = i + 1 + (self.low(i + 1) == "of")
            if self.low(k) in _MONTH:
                year = self._year(k + 1)
                if year is None:
                    raise Unclear(f"{dom} {self.low(k).capitalize()} of which year?", (f"{dom} {self.low(k).capitalize()} {civil(self.today)[0]}",))
                return (*self._day(year, _MONTH[self.low(k)], int(dom)), k + 2)
        return None

    def _month(self, i: int, year: int | None = None) -> tuple[int, int, int]:
        month = _MONTH[self.low(i)]
        dom = self.low(i + 1).rstrip("stndrh")
        if dom.isdigit() and 1 <= len(dom) <= 2:
            the_year = year or self._year(i + 2)
            if the_year is None:
                raise Unclear(f"{MONTHS[month - 1]} {dom} of which year?", (f"{dom} {MONTHS[month - 1]} {civil(self.today)[0]}",))
            return (*self._day(the_year, month, int(dom)), i + 3 - (year is not None))
        k = i + 1 + (self.low(i + 1) == "of")
        the_year = year or self._year(k)
        if the_year is None:
            raise Unclear(f"{MONTHS[month - 1]} of which year?", (f"{MONTHS[month - 1]} {civil(self.today)[0]}",))
        return (*self._edtf(f"{the_year:04d}-{month:02d}"), k + 1 if year is None else i + 1)

    def _third_of_month(self, i: int) -> tuple[int, int, int] | None:
        """``mid-May 2026``: days 11 to 20."""
        k = i + 1 + (self.low(i + 1) in ("of", "in", "-"))
        start, end, after = self._month(k)
        if end - start < 28:
            return None
        part = _THIRD[self.low(i)][0] // 4
        return start + 10 * part, start + 10 * (part + 1) if part < 2 else end, after

    def _part_of_year(self, i: int) -> tuple[int, int, int] | None:
        quarter = self.low(i + 1) == "quarter"
        n = _ORDINAL[self.low(i)]
        n = (4 if quarter else 2) if n == -1 else n
        k = i + 2 + (self.low(i + 2) == "of")
        if self.low(k) in ("fiscal",) or self.low(k).startswith("fy"):
            return self._fiscal_year(k, part=f"{'q' if quarter else 'h'}{n}")
        year = self._year(k)
        if year is None or n > (4 if quarter else 2):
            return None
        return (*self._edtf(f"{year:04d}-{32 + n if quarter else 39 + n}"), k + 1)

    def _fiscal_year(self, i: int, part: str = "") -> tuple[int, int, int] | None:
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
        start = self._shifted(after, "year", -1)
        if part:
            months = 3 if part[0] == "q" else 6
            start = self._shifted(start, "month", months * (int(part[1]) - 1))
            after = self._shifted(start, "month", months)
        return start, after, k

    def _relative(self, word: str, unit: str) -> tuple[int, int]:
        year, month, _ = civil(self.today)
        shift = {"last": -1, "previous": -1, "next": 1}.get(word, 0)
        if unit == "year":
            return day_number(year + shift, 1, 1), day_number(year + shift + 1, 1, 1)
        size = 3 if unit == "quarter" else 1
        index = (year * 12 + month - 1) // size * size + shift * size
        return day_number(index // 12, index % 12 + 1, 1), day_number((index + size) // 12, (index + size) % 12 + 1, 1)

    def _day(self, year: int, month: int, dom: int) -> tuple[int, int]:
        return self._edtf(f"{year:04d}-{month:02d}-{dom:02d}")

    def _edtf(self, text: str) -> tuple[int, int]:
        try:
            date = Edtf.parse(text)
        except EdtfError as error:
            raise Unclear(str(error)) from error
        return date.lo, date.hi + 1

    def _refuse_slashes(self, text: str) -> None:
        parts = text.replace(".", "/").split("/")
        if len(parts) == 3 and all(p.isdigit() for p in parts) and len(parts[2]) == 4:
            a, b, year = (int(p) for p in parts)
            readings = [(m, d) for m, d in ((a, b), (b, a)) if 1 <= m <= 12 and 1 <= d <= month_length(year, m)]
            choices = tuple(dict.fromkeys(f"{year:04d}-{m:02d}-{d:02d}" for m, d in readings))
            if choices:
                what = "can be read two ways" if len(choices) > 1 else "is not a date I read"
                raise Unclear(f"{text} {what}; write {' or '.join(choices)}", choices)
        if len(parts) > 1 and all(p.isdigit() for p in parts):
            raise Unclear(f"{text} is not a date; write it like 2026-04-27")
