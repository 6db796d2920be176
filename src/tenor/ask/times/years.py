"""Years, months and days of a question, as they are written in words, and the words around a position.

What is impossible or can be read two ways is refused with the reason, never guessed. Pure: today, fiscal years and the dates of events are handed in.
"""

from __future__ import annotations

from tenor.dates import MONTHS, Edtf, EdtfError, civil, day_number, month_length

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tenor.ask.language.words import Token

#: The number of each month, by its name and its short names in lower case.
MONTH_NUMBERS = {name.lower(): n for n, name in enumerate(MONTHS, 1)} | {name[:3].lower(): n for n, name in enumerate(MONTHS, 1)} | {"sept": 9}
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_DAYS_IN = {"day": 1, "week": 7}
MONTHS_IN = {"month": 1, "quarter": 3, "year": 12, "decad": 120}
UNITS = (*_DAYS_IN, *MONTHS_IN)
_UNITS = frozenset(UNITS)
TODAY = frozenset(("today", "now"))
#: Behind a number these say that it counts something and is no year.
COUNTED = frozenset(
    "gw mw chips shares tokens dollars dollar percent % million billion thousand trillion people employees seats euros pounds".split()
)
_BEFORE_YEARS = frozenset(("in", "since", "before", "after", "until", "till", "by", "from", "year", "of", "during", "to", "ad"))


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


class Years:
    """Reads years, months and days among the words of one question.

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
        self.lows = tuple([token.low for token in tokens])
        #: True where any word is a unit of time: without one nothing is counted.
        self.units = not _UNITS.isdisjoint([token.lemma for token in tokens])
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

    def _year_at(self, i: int) -> tuple[int, int] | None:
        """The year that starts at a position, also as ``of last year``, and the token behind it."""
        i += self.low(i) == "of"
        i += self.low(i) == "the" and self.low(i + 1) == "year"
        i += self.low(i) == "year"
        year = self._year(i)
        if year is not None and self.low(i + 1) not in COUNTED:
            return year, i + 1
        if i == self.lent[0]:
            return self.lent[1], i
        if self.low(i) in ("last", "this", "next") and self.low(i + 1) == "year":
            return civil(self.today)[0] + {"last": -1, "next": 1}.get(self.low(i), 0), i + 2
        return None

    def _year(self, i: int) -> int | None:
        word = self.low(i)
        if len(word) == 4 and word.isdigit() and 1 <= int(word) <= 2999:
            return int(word)
        alone = len(word) == 3 and word.isdigit() and self.low(i - 1) in _BEFORE_YEARS
        unit = self.low(i + 1) not in ("", "and", "or", "to", "until", "through", "ad", "ce")
        return int(word) if alone and not unit and int(word) else None

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
        span = Span(*self._edtf(f"{found[0]:04d}-{month:02d}"), found[1])
        if self.low(found[1]) == "quarter":  # "the June 2026 quarter" ends with that month
            return Span(shifted(span.start, "month", -2), span.end, found[1] + 1)
        return span

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

    def _day(self, year: int, month: int, dom: int) -> tuple[int, int]:
        return self._edtf(f"{year:04d}-{month:02d}-{dom:02d}")

    def _edtf(self, text: str) -> tuple[int, int]:
        try:
            date = Edtf.parse(text)
        except EdtfError as error:
            raise Unclear(str(error)) from error
        return date.lo, date.hi + 1


def shifted(day: int, unit: str, count: int) -> int:
    """The day that many units on; in a shorter month its last day."""
    if unit in _DAYS_IN:
        return day + _DAYS_IN[unit] * count
    year, month, dom = civil(day)
    index = year * 12 + month - 1 + MONTHS_IN[unit] * count
    year, month = index // 12, index % 12 + 1
    return day_number(year, month, min(dom, month_length(year, month)))


def weekday_of(day: int) -> int:
    """0 for a Monday."""
    return (day + 3) % 7
