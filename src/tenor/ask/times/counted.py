"""Dates of a question that are counted from others, ``the end of 2026``, ``two months after X``, and those of events by name."""

from __future__ import annotations

from tenor.ask.language.english import NUMBERS
from tenor.ask.times.calendar import Calendar
from tenor.ask.times.years import TODAY, UNITS, Span, Unclear, shifted

_COUNTS = {"zero": 0, "one": 1, "a": 1, "an": 1} | NUMBERS
#: Before "last two years" as a time; behind one of the others it is what something does.
_BEFORE_LAST = frozenset("the in over during for within these those of".split())
_LASTING = frozenset("does did do will would to can could may might must should".split())
_VAGUE = frozenset("few some several many couple".split())
_WHOLE = frozenset(("the", "a", "an", "about", "around", "exactly", "year", "month", "whole", "all", "entire", "full", "calendar"))
_LAUNCHES = frozenset("launch start happen end begin releas announc sign com introduc ship publish occur".split())


class Counted(Calendar):
    """Reads any date among the words of one question."""

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
        if unit not in UNITS or self.low(j + 1) != "of":
            return None
        date = self.date(j + 2)
        if date is None:
            return None
        if way == "first":
            return Span(date.start, min(shifted(date.start, unit, count or 1), date.end), date.after)
        return Span(max(shifted(date.end, unit, -(count or 1)), date.start), date.end, date.after, closes=True)

    def _offset(self, i: int) -> Span | None:
        """``the day before X``, ``two months after X``, ``three years ago``, ``two years from now``."""
        count = self._count(i)
        j = i if count is None else i + 1
        unit = self.lemma(j)
        if self.low(i) in _VAGUE or (count == 1 and self.low(j) in _VAGUE):
            k = j + 1 + (self.low(j + 1) == "of")
            if self.lemma(k) in UNITS and self.low(k + 1) in ("ago", "before", "after", "later", "earlier"):
                raise Unclear(f"how many {self.low(k)}? Name the number or the date")
        if unit not in UNITS:
            return None
        if count is None and unit == "day":
            k = j + 2 if self.low(j + 1) in ("of", "when", "that", "on") else j + 1
            date = self.event(k) or (self.date(k) if k == j + 2 else None)
            if date is not None:
                return date
        way = self.low(j + 1)
        if way == "ago" or (way == "from" and self.low(j + 2) in TODAY):
            day = shifted(self.today, unit, (count or 1) * (-1 if way == "ago" else 1))
            return Span(day, day + 1, j + 2 + (way == "from"))
        if way in ("later", "earlier") and count is not None:
            raise Unclear(f"{way} than what? Name the date", (f"{self.low(i)} {self.low(j)} {'after' if way == 'later' else 'before'} 2024-01-01",))
        if way not in ("before", "after"):
            return None
        date = self.date(j + 2)
        if date is None:
            return None
        day = shifted(date.start, unit, -(count or 1)) if way == "before" else shifted(date.end - 1, unit, count or 1)
        return Span(day, day + 1, date.after, date.record)

    def _stretch(self, i: int) -> Span | None:
        """``the last two years``, ``the past year``, ``the next 10 days``: counted from today; ``in two years``."""
        way, count = self.low(i), self._count(i + 1)
        if way == "last" and self.low(i - 1) not in _BEFORE_LAST and any(self.low(j) in _LASTING for j in range(i)):
            return None  # "does it last ten years"
        if way in ("last", "past", "next", "coming") and count is not None and self.lemma(i + 2) in UNITS and self.low(i + 3) != "of":
            unit, after = self.lemma(i + 2), i + 3
        elif way == "past" and self.lemma(i + 1) in UNITS and self.low(i - 1) == "the":
            count, unit, after = 1, self.lemma(i + 1), i + 2
        else:
            number = self._count(i)
            forward = self.low(i - 1) == "in" and number is not None and self.low(i) not in ("a", "an") and self.lemma(i + 1) in UNITS
            if not forward or number is None or self.low(i + 2) in ("of", "ago", "before", "after", "from", "time"):
                return None
            day = shifted(self.today, self.lemma(i + 1), number)
            return Span(day, day + 1, i + 2)
        if way in ("last", "past"):
            return Span(shifted(self.today, unit, -(count or 1)) + 1, self.today + 1, after)
        return Span(self.today + 1, shifted(self.today, unit, count or 1) + 1, after)

    def _count(self, i: int) -> int | None:
        word = self.low(i)
        return _COUNTS.get(word) or (int(word) if word.isdigit() and len(word) < 4 and int(word) else None)
