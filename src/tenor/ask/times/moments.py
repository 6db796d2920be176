"""The times in a question: windows of days, with how each is meant (in, before, since …) and the words it came from."""

from __future__ import annotations

from tenor.ask.language.words import lemma
from tenor.ask.times.calendar import may_be_date
from tenor.ask.times.counted import Counted
from tenor.ask.times.years import MONTH_NUMBERS, Span, Unclear
from tenor.dates import DAWN, FOREVER, civil, day_number, iso, month_length

_TODAY = frozenset(("today", "now", "currently", "current", "presently", "nowadays", "still", "anymore"))
_TODAY_PHRASES = (("right", "now"), ("at", "present"), ("at", "the", "moment"), ("at", "moment"), ("these", "days"), ("as", "of", "now"))
#: ``the whole year 2013``, ``during the whole of March 2013``.
_ALL_OF_IT = tuple(
    ((*before, "the", "whole", *of), "throughout")
    for before in ((), ("in",), ("during",), ("for",), ("over",))
    for of in (("year", "of"), ("month", "of"), ("year",), ("month",), ("of",))
)
#: Words that say how a date is meant, longest first.
_RELATIONS = (
    (("no", "later", "than"), "through"), (("not", "later", "than"), "through"), (("at", "the", "time", "of"), "on"), (("at", "the", "time"), "when"),
    (("earlier", "than"), "before"), (("later", "than"), "after"), (("as", "of"), "as of"), (("up", "to"), "until"), (("up", "until"), "until"),
    (("prior", "to"), "before"), (("according", "to"), "per"), (("pursuant", "to"), "per"), (("ever", "since"), "since"), (("per",), "per"),
    (("all", "through"), "throughout"), *_ALL_OF_IT, (("in",), "in"), (("on",), "in"), (("at",), "in"), (("during",), "in"), (("throughout",), "throughout"), (("within",), "in"), (("under",), "in"),
    (("around",), "in"), (("as", "from"), "since"), (("as", "at"), "as of"), (("seen", "from"), "in"), (("over",), "in"), (("for",), "for"), (("since",), "since"), (("before",), "before"), (("after",), "after"), (("following",), "after"),
    (("until",), "until"), (("till",), "until"), (("by",), "by"), (("through",), "through"), (("when",), "when"),
)  # fmt: skip
#: The same by their first word.
_RELATIONS_OF: dict[str, list[tuple[tuple[str, ...], str]]] = {}
for _words, _relation in _RELATIONS:
    _RELATIONS_OF.setdefault(_words[0], []).append((_words, _relation))
_TODAY_PHRASES_OF: dict[str, list[tuple[str, ...]]] = {}
for _words in _TODAY_PHRASES:
    _TODAY_PHRASES_OF.setdefault(_words[0], []).append(_words)
#: Words that a time can begin with, beside those of the calendar.
_OPENING = {"to", "from", "between", "so", "end", "close", "start", "beginning", *_TODAY, *_TODAY_PHRASES_OF, *_RELATIONS_OF}
_TO = ("to", "-", "through", "until", "till")
#: Beside "before" and "after": the day at the side of that one, and no other.
#: What says something, where it is no time by which something is done.
_WRITTEN = frozenset(map(lemma, "prospectus filing draft report letter memo statement".split()))
_AT_ONCE = frozenset("just right immediately directly straight".split())
#: How many words a date may have before "and" or "to".
_MOST_OF_A_DATE = 6
#: "after signing X", "before the announcement of X": the day of X itself is meant.
_COMING_ABOUT = frozenset(
    lemma(w) for w in "sign announce conclude publish release launch close unveil announcement signing conclusion release".split()
)
_GIVING_WAY = (("gave", "way", "to"), ("made", "way", "for"), ("was", "replaced", "by"), ("was", "superseded", "by"), ("was", "succeeded", "by"))


class Moment:
    """``[start, end)`` in days; ``relation`` is in, on, before, after, since, until or by; ``first`` to ``last`` are the token positions it used."""

    __slots__ = ("edge", "end", "first", "last", "record", "relation", "start", "whole")

    def __init__(self, start: int, end: int, first: int, last: int, relation: str = "in", record: str | None = None) -> None:
        self.start = start
        self.end = end
        self.first = first
        self.last = last
        self.relation = relation
        #: The event or instrument whose date it is.
        self.record = record
        #: The days on every one of which it must hold, where yes or no is asked; None where one day will do.
        self.whole: tuple[int, int] | None = None
        #: The one day that "right before" and "just after" mean, where who or what was so then is asked for.
        self.edge: int | None = None

    def __repr__(self) -> str:
        return f"Moment({iso(self.start)}, {iso(self.end)}, {self.relation})"


class Reader(Counted):
    """Finds the moments of one question."""

    def read(self) -> list[Moment]:
        """All moments, in order. Raises :class:`Unclear`."""
        found: list[Moment] = []
        behind = 0
        for i, word in enumerate(self.lows):
            if i < behind or not (self.units or word in _OPENING or may_be_date(word)):
                continue  # no time begins with it: most words are such
            moment = self._moment(i)
            if moment is not None:
                found.append(moment)
                behind = moment.last + 1
        return found

    def _moment(self, i: int) -> Moment | None:
        word = self.low(i)
        if word == "to" and self.low(i + 1) == "date" and self.low(i - 1) != "up":
            return Moment(self.today, self.today + 1, i, i + 1, "on")
        for words in _TODAY_PHRASES_OF.get(word, ()):
            if self._says(i, words):
                return Moment(self.today, self.today + 1, i, i + len(words) - 1, "on")
        if word in ("from", "between"):
            return self._range(i)
        relation, j = self._relation(i)
        if relation is None:
            return self._bare(i)
        if relation == "when":
            event = self.event(j + (self.low(j) in ("the", "that", "when")))
            event = self._successor(event) if event is not None else None
            return Moment(event.start, event.end, i, event.after - 1, "on", event.record) if event is not None else None
        date = self.calendar(j) if relation == "for" else self.date(j) or self._coming_about(j)
        if date is None:
            return self._bare(i)
        if self.low(date.after) in _TO and relation in ("in", "for", "throughout"):
            other = self.date(date.after + 1)
            if other is not None:
                return self._spanned(date.start, self._stop(date.after, other), i, other.after - 1)
        return self._related(relation, date, i)

    def _successor(self, event: Span) -> Span:
        """``when A gave way to B``: the day of B."""
        for words in _GIVING_WAY:
            if self._says(event.after, words):
                i = event.after + len(words)
                return self.event(i + (self.low(i) == "the")) or event
        return event

    def _coming_about(self, i: int) -> Span | None:
        """``signing the agreement``, ``the announcement of the agreement``."""
        i += self.low(i) == "the"
        if self.lemma(i) not in _COMING_ABOUT:
            return None
        return self.event(i + 1 + (self.low(i + 1) == "of"))

    def _says(self, i: int, words: tuple[str, ...]) -> bool:
        return self.lows[i : i + len(words)] == words

    def _relation(self, i: int) -> tuple[str | None, int]:
        for words, relation in _RELATIONS_OF.get(self.low(i), ()):
            if self._says(i, words):
                return relation, i + len(words)
        return None, i

    def _bare(self, i: int) -> Moment | None:
        """A date that no word leads to: ``2024``, ``May 2024``, ``two years ago``, ``still``."""
        word = self.low(i)
        if word in _TODAY:
            return Moment(self.today, self.today + 1, i, i, "on")
        if word == "so" and self.low(i + 1) == "far" and (date := self._so_far(i)) is not None:
            return Moment(date.start, self.today + 1, i, date.after - 1)
        date = self.counted(i) or self.calendar(i, bare=True)
        if date is None:
            return self._half_dated(i)
        if date.record is None and self.low(date.after) in _TO and (other := self.date(date.after + 1)) is not None:
            return self._spanned(date.start, self._stop(date.after, other), i, other.after - 1)
        return Moment(date.start, date.end, i, date.after - 1, "on" if date.end == date.start + 1 else "in", date.record)

    def _so_far(self, i: int) -> Span | None:
        date = self.calendar(i + 2) if self.low(i + 2) == "this" else None
        return date if date is not None and date.start <= self.today < date.end else None

    def _half_dated(self, i: int) -> Moment | None:
        """``early in 2026``."""
        word = self.low(i)
        date = self._third(i) if word in ("early", "late") and self.low(i + 1) == "in" else None
        return Moment(date.start, date.end, i, date.after - 1) if date is not None else None

    def _related(self, relation: str, date: Span, first: int) -> Moment:
        moment = self._placed(relation, date, first)
        start, end = date.start, date.end
        if relation == "throughout":
            moment.whole = start, end
        elif relation == "since":  # since a year: since some day of it
            moment.whole = end - 1, moment.end
        elif relation == "until":  # until a year: until some day of it, or up to it
            moment.whole = (start - 1, start) if end > start + 1 else (moment.end - 1, moment.end)
        elif relation == "through":
            moment.whole = end - 1, end
        return moment

    def _placed(self, relation: str, date: Span, first: int) -> Moment:
        start, end, last, record = date.start, date.end, date.after - 1, date.record
        single = end == start + 1
        if relation in ("before", "after"):
            moment = (
                Moment(DAWN, start, first, last, relation, record) if relation == "before" else Moment(end, FOREVER, first, last, relation, record)
            )
            if first and self.low(first - 1) in _AT_ONCE:
                moment.edge, moment.first = start - 1 if relation == "before" else end, first - 1
            return moment
        if relation == "until":
            return Moment(DAWN, start if single and not date.closes else end, first, last, relation, record)
        if relation == "through":
            return Moment(DAWN, end, first, last, relation, record)
        if relation == "since":
            if start > self.today:
                raise Unclear(f"{iso(start)} has not come yet: 'since' needs a day in the past", ("write 'from' for the future",))
            return Moment(start, self.today + 1, first, last, relation, record)
        written = record is not None and first == 0 and relation == "by" and self.lemma(last) in _WRITTEN  # "by the leaked draft, …"
        if relation == "per" or written:
            return Moment(start, end, first, last, "per", record)
        if relation in ("by", "as of"):
            return Moment(end - 1, end, first, last, "on", record)
        return Moment(start, end, first, last, "on" if single else "in", record)

    # -- ranges -----------------------------------------------------------------------------------

    def _spanned(self, start: int, end: int, first: int, last: int) -> Moment:
        if start >= end:
            raise Unclear(f"the range ends ({iso(end - 1)}) before it starts ({iso(start)})", ("turn the two dates round",))
        return Moment(start, end, first, last, "between")

    def _stop(self, joiner: int, other: Span) -> int:
        """The first day after a range: "until a day" leaves that day out, "until now" does not."""
        leaves_out = (
            self.low(joiner) in ("until", "till") and other.end == other.start + 1 and not other.closes and self.low(joiner + 1) not in _TODAY
        )
        return other.start if leaves_out else other.end

    def _range(self, i: int) -> Moment | None:
        """``from A to B``, ``between A and B``, ``from A on``."""
        between = self.low(i) == "between"
        joiners = ("and",) if between else _TO
        shared = self._shared(i + 1, joiners)
        if shared is not None:
            start, joiner, second = shared
            return self._spanned(start, self._stop(joiner, second), i, second.after - 1)
        first = self._first_of_two(self._led(i + 1), joiners)
        if first is None:
            return None
        joiner = first.after + (self.lemma(first.after) in _COMING_ABOUT)
        if self.low(joiner) in joiners and (other := self.date(self._led(joiner + 1))) is not None:
            last = other.after - (self.lemma(other.after) not in _COMING_ABOUT)
            moment = self._spanned(first.start, self._stop(joiner, other), i, last)
            if not between:  # from some day of the first to some day of the other, whose own day may be the next one's
                stop = other.start if other.end == other.start + 1 else other.start + 1
                moment.whole = (first.end - 1, stop) if first.end <= stop else None
            return moment
        if between:
            return None
        onward = self.low(first.after) in ("on", "onward", "onwards")
        end = FOREVER if onward or first.start > self.today else self.today + 1
        moment = Moment(first.start, end, i, first.after - (0 if onward else 1), "since", first.record)
        if onward:  # at its beginning at least: what began later was not so from then on
            moment.whole = first.end - 1, first.end
        return moment

    def _led(self, i: int) -> int:
        """Where a date starts that what came about then leads to: "its close in March"."""
        j = i + (self.low(i) in ("the", "its", "their", "his", "her"))
        return j + 2 if self.lemma(j) in _COMING_ABOUT and self.low(j + 1) in ("in", "on") else i

    def _first_of_two(self, i: int, joiners: tuple[str, ...]) -> Span | None:
        """The first date of a range; one that lacks its year has that of the second: ``between the end of March and the end of June 2026``."""
        for j in range(i + 1, min(i + _MOST_OF_A_DATE, len(self.tokens))):
            if self.low(j) in joiners and self._year(j - 1) is None:
                try:
                    second = self.date(self._led(j + 1))
                except Unclear:
                    break
                if second is not None and second.end < FOREVER:
                    self.lent = j, civil(second.start)[0]
                break
        try:
            first = self.date(i)
        finally:
            lent, self.lent = self.lent, (-1, 0)
        return first if first is None or first.after == lent[0] or lent[0] < 0 else self.date(i)

    def _shared(self, i: int, joiners: tuple[str, ...]) -> tuple[int, int, Span] | None:
        """``between January and October 2025``, ``from 5 to 9 May 2024``, ``May 5 to June 9, 2024``: the first date lacks what the second has."""
        i += self.low(i) == "the"
        words: list[str] = []
        while len(words) < 2 and self.low(i + len(words)) and self.low(i + len(words)) not in joiners:
            words.append(self.low(i + len(words)))
        joiner = i + len(words)
        month = next((MONTH_NUMBERS[w] for w in words if w in MONTH_NUMBERS), None)
        day = next((int(w.rstrip("stndrh")) for w in words if w.rstrip("stndrh").isdigit() and len(w.rstrip("stndrh")) <= 2), None)
        if self.low(joiner) not in joiners or not words or len(words) != (month is not None) + (day is not None):
            return None
        second = self.date(joiner + 1)
        if second is None or (second.end - second.start > 31):
            return None
        year, its_month, _ = civil(second.start)
        month = month or its_month
        if day is not None and not 1 <= day <= month_length(year, month):
            raise Unclear(f"there is no day {day} in that month")
        return day_number(year, month, day or 1), joiner, second


__all__ = ["Moment", "Reader", "Unclear"]
