"""Which words of a question say when: dates beside the names of events, documents and deals, years of somebody's own, months that are names."""

from __future__ import annotations

from tenor.ask.interpreting.asked import Asked
from tenor.ask.language import english
from tenor.ask.language.words import ARTICLES, Token, lemma, tokens
from tenor.ask.names.lexicon import Match
from tenor.ask.reading import Refusal
from tenor.ask.times.moments import Moment, Reader, Unclear
from tenor.ask.times.years import MONTH_NUMBERS
from tenor.dates import civil, day_number, long_date

#: Words before a period that say no more than "in".
_IN = frozenset(("in", "during", "throughout", "over", "for", "within", "the"))
_COMING_OUT = english.SIGN_WORDS | english.START_WORDS
#: How a time is meant by an event that only says when, and the words that lead to one that does, where a thing held on its day.
_APART = ("before", "after", "since", "until", "through")
_AT_ITS_TIME = frozenset(("during", "when", "at"))
#: In how many days after a year the report on it comes out.
_AFTER_A_YEAR, _AFTER_A_QUARTER = 120, 75
#: How many months such a time has.
_MONTHS_OF = {"year": 12, "quarter": 3}
_AMENDMENT = lemma("amendment")
#: How many digits a year can have, and what leads to one that is no amount, or to an amount behind a verb of going there, at most so many words before.
_YEARS = (3, 4)
_BEFORE_A_YEAR = frozenset((*"in since before after until till by year of during ad on late early mid".split(), *MONTH_NUMBERS))
_TO_AN_AMOUNT = frozenset(("to", "from", "at"))
_GOING = (
    english.MOVING
    | english.CHANGING
    | frozenset(map(lemma, "go come set reset stay stand keep kept hold held remain raise reduce cut lower fix put jump bring".split()))
)
_NEAR = 5
_REPORTS = ("report", "filing", "results", "earnings", "release")


class Timing(Asked):
    """A question whose words are parted into what says when and what does not."""

    def _take_days_of_events(self) -> None:
        """``on the day X launched``: when X launched, where X is an event by name."""
        lows = [t.low for t in self.tokens]
        if "day" not in lows and "date" not in lows:
            return
        for i in range(len(lows) - 4):
            if lows[i : i + 2] == ["on", "the"] and lows[i + 2] in ("day", "date"):
                start = i + 3 + (lows[i + 3] in ("that", "when", "on"))
                ends = [m.end for m in self.matches if m.start == start and m.kind == "event"]
                if any(t.lemma in _COMING_OUT for end in ends for t in self.tokens[end - 1 : end + 1]):
                    self.tokens[i:start] = [Token(self.tokens[j].text, "the" if j < start - 1 else "when") for j in range(i, start)]
                    return

    def _take_times(self) -> None:
        """Leave to the moments what says when, and take out those that do not."""
        self._leave_named_stages()
        within = [m for m in self.moments if m.record is not None]
        self.mentions = [  # "when ChatGPT launched": there the product says when, and is no side of the question
            m for m in self.mentions if m.product is None or not any(w.first <= m.start and m.end <= w.last + 1 for w in within)
        ]
        happened = [m for m in within if str(m.record).startswith("event:") and (m.relation in _APART or self._at_its_time(m))]
        inside = [m for m in self.mentions if any(h.first < m.start and m.end <= h.last + 1 for h in happened)]
        if inside:  # "after the Ann Bell verdict": who an event is called by is no side, where another is named or that one has no part in any right
            others = len(inside) < len(self.mentions)
            self.mentions = [m for m in self.mentions if m not in inside or not (others or self._a_stranger(m.party))]
        for moment in self.moments:  # "the June 2026 quarter report" comes out after it
            if self.tokens[moment.last].low == "quarter" and any(t.low in _REPORTS for t in self.tokens[moment.last + 1 : moment.last + 2]):
                moment.start, moment.end, moment.last = moment.end, moment.end + _AFTER_A_QUARTER, moment.last + 1
        for moment in self.moments:
            self._take_period_ended(moment)
        self._take_owned_years()

    def _at_its_time(self, moment: Moment) -> bool:
        """``during the trial``, ``at the time of the trial``, ``on the day of the trial``: the event there only says when."""
        said = [t.text.casefold() for t in self.tokens[moment.first : moment.first + 3]]
        return said[0] in _AT_ITS_TIME or (said[0] == "on" and said[-1] in ("day", "date"))

    def _take_period_ended(self, moment: Moment) -> None:
        """``the quarter ended 30 June 2026``, ``the year to June 2026``: the three months up to that day, and not that day."""
        at = moment.first - len(("year", "ended"))
        if at < 0 or moment.record is not None or self.tokens[at].low not in _MONTHS_OF:
            return
        if self.tokens[at + 1].low not in ("ended", "ending") and [t.low for t in self.tokens[at - 1 : at + 2]] != ["the", "year", "to"]:
            return
        year, month, day = civil(moment.end)
        if day != 1:
            return
        months = year * 12 + month - 1 - _MONTHS_OF[self.tokens[at].low]
        fiscal = self.tokens[at - 1 : at] and self.tokens[at - 1].low in ("fiscal", "financial")
        ends, closing = self._fiscal() if fiscal else None, civil(moment.end - 1)
        if ends is not None and ends != closing[1:]:
            raise Refusal("no-record", f"No fiscal year on record ends on {long_date(moment.end - 1)}.")
        moment.start, moment.relation = day_number(months // 12, months % 12 + 1, 1), "in"
        moment.first = at - bool(fiscal)
        moment.first -= sum(low in ARTICLES for low in (t.low for t in self.tokens[max(0, moment.first - 1) : moment.first]))

    def _without_named_times(self) -> list[Token]:
        """The words without those inside a name that would be a time: "June" of June Bell, "Today" of the Today newspaper."""
        named = {i for m in self.mentions if m.end - m.start > 1 and m.product is None for i in range(m.start, m.end) if self.tokens[i].low.isalpha()}
        named |= self._numbers_of_amounts()
        return [Token(t.text, "-") if i in named else t for i, t in enumerate(self.tokens)] if named else self.tokens

    def _numbers_of_amounts(self) -> set[int]:
        """``when did the number of seats go to 356``, ``how long did it stay at 1200``: of what has amounts, such a number is one, and no year.

        One that could be a year of our time must be an amount that was recorded.
        """
        said = self.tokens
        found = {i for i, t in enumerate(said) if i > 1 and t.low.isdigit() and len(t.low) in _YEARS and said[i - 1].low not in _BEFORE_A_YEAR}
        led = {i for i in found if said[i - 1].low in _TO_AN_AMOUNT}
        moving = {i for i in led if any(t.lemma in _GOING for t in said[max(0, i - _NEAR) : i - 1])}
        terms = {m.target for m in self.matches if m.kind == "term"} if found else set()
        terms = {t for t in terms if self.lexicon.document(f"term:{t}").get("answer") == "amount"}
        sql = "SELECT 1 FROM clause WHERE term = ? AND json_extract(doc, '$.value.amount') = ? LIMIT 1"
        short = {i for i in moving if terms and len(said[i].low) == _YEARS[0]}
        apart = {i for i in led - moving if said[i - 1].low != "at"}
        return short | {i for i in found - apart if any(self.store.query(sql, term, int(said[i].low)) for term in terms)}

    def _leave_named_stages(self) -> None:
        """``in preview on D``: beside a date of its own, what somebody stood in is no time, though an event is called so."""
        named = [m for m in self.matches if m.kind in ("scope", "deal", "instrument", "event", "term") and m.end - m.start > 1]
        inner = [m for m in self.moments if m.record is None and any(n.start <= m.first and m.last < n.end for n in named)]
        if len(inner) < len(self.moments):  # "the 2026 round … in March 2026": the year is part of a name
            self.moments = [m for m in self.moments if m not in inner]
        dated = [m for m in self.moments if m.record is None]
        self.moments = [m for m in self.moments if not self._says_where_it_stood(m, dated)]

    def _says_where_it_stood(self, moment: Moment, dated: list[Moment]) -> bool:
        """True for ``in preview`` beside other days, and for ``by the leaked documents`` beside days before them."""
        if moment.record is None or self.tokens[moment.first].low not in ("in", "by"):
            return False
        if moment.record.startswith("event:"):
            return any(d.end <= moment.start or moment.end <= d.start for d in dated)
        return self.tokens[moment.first].low == "by" and any(d.end <= moment.start for d in dated)

    def _take_owned_years(self) -> None:
        """``Acme's fiscal 2026``: the party there says whose year it is, and is no side of the question."""
        for moment in self.moments:
            owner = next(
                (
                    m
                    for m in self.mentions
                    if m.possessive and m.end in (moment.first, moment.first + 1) and self.tokens[m.end].low[:2] in ("fi", "fy")
                ),
                None,
            )
            if owner is not None:
                self.mentions.remove(owner)
                moment.first = owner.start
                while moment.first and self.tokens[moment.first - 1].low in _IN:
                    moment.first -= 1
                self._take_report(moment)

    def _take_report(self, moment: Moment) -> None:
        """``Acme's fiscal 2026 10-K``: the report on a year comes out in the months after it, and says when."""
        after = [t.low for t in self.tokens[moment.last + 1 : moment.last + 3]]
        length = 2 if after in (["10", "k"], ["annual", "report"], ["form", "10"]) else 1 if after[:1] in (["report"], ["filing"], ["10-k"]) else 0
        if length:
            moment.start, moment.end = moment.end, moment.end + _AFTER_A_YEAR
            moment.last += length

    def _named_moment(self, i: int) -> tuple[int, int, int, str] | None:
        best: Match | None = None
        start = i
        while start < len(self.tokens) and self.tokens[start].low in ARTICLES:
            start += 1
        for match in self.matches:
            if (
                match.start == start
                and match.kind in ("event", "instrument")
                and (best is None or match.end > best.end)
                and not self._describes(match)
            ):
                best = match
        if best is None:
            return self._announced_deal(start) or self._last_amendment(start)
        if best.kind == "event":
            rows = self.store.query("SELECT day, last_day FROM event WHERE id = ?", best.target)
            return (rows[0][0], rows[0][1] + 1, best.end, f"event:{best.target}") if rows else None
        same = {m.target for m in self.matches if m.start == best.start and m.end == best.end and m.kind == "instrument"}
        if len(same) > 1:
            raise Unclear(f"“{best.said}” can mean {' or '.join(sorted(same))}", tuple(sorted(same)))
        rows = self.store.query("SELECT announced, announced_last FROM instrument WHERE id = ?", best.target)
        return (rows[0][0], rows[0][1] + 1, best.end, best.target) if rows else None

    def _announced_deal(self, start: int) -> tuple[int, int, int, str] | None:
        """``the Acme deal was announced``: the first instrument of a deal, where a verb says that it came about."""
        deal = next((m for m in self.matches if m.start == start and m.kind == "deal"), None)
        after = [t.lemma for t in self.tokens[deal.end : deal.end + 2]] if deal is not None else []
        if deal is None or len(after) < 2 or after[0] != "be" or after[1] not in english.SIGN_WORDS:
            return None
        rows = self.store.query("SELECT announced, announced_last, id FROM instrument WHERE deal = ? ORDER BY announced LIMIT 1", deal.target)
        return (rows[0][0], rows[0][1] + 1, deal.end, rows[0][2]) if rows else None

    def _last_amendment(self, start: int) -> tuple[int, int, int, str] | None:
        """``after the amendment``: of several, the last between those who are named; a date behind it says which one is meant."""
        said = self.tokens[start : start + 2]
        if (
            not start
            or self.tokens[start - 1].low not in ARTICLES
            or not said
            or said[0].lemma != _AMENDMENT
            or (said[1:] and said[1].low in ("of", "from", "dated"))
        ):
            return None
        sql = """SELECT i.announced, i.announced_last, i.id, json_extract(r.doc, '$.parties') FROM instrument AS i JOIN record AS r ON r.id = i.id
            WHERE i.kind = 'amendment' AND i.announced <= ? ORDER BY i.announced DESC"""
        sides = {f'"{mention.party}"' for mention in self.mentions} or {f'"{self.store.meta.get("focus", "")}"'}
        for first, last, document, parties in self.store.query(sql, self.today):
            if all(side in str(parties) for side in sides):
                meant = (said[0].text, f"{said[0].low} of {long_date(first)}" if first == last else str(document))
                self.corrections += [meant] * (meant not in self.corrections)
                return first, last + 1, start + 1, str(document)
        return None

    def _describes(self, match: Match) -> bool:
        """``the leaked prospectus``: true where what would be a document, the leak, only says of what sort the next thing is."""
        last, behind = self.tokens[match.end - 1].low, self.tokens[match.end : match.end + 1]
        formed = match.kind == "instrument" and last.endswith("ed") and not match.said.lower().endswith("ed")
        return formed and bool(behind) and behind[0].lemma not in english.FILLER

    def times_in(self, text: str) -> list[tuple[int, int]]:
        """The times that a text of the records names, each from its first day to the one after its last; none where one of them cannot be read."""
        try:
            return [(m.start, m.end) for m in Reader(tokens(text), self.today, lambda _: None, self._fiscal, prose=True).read()]
        except Unclear:
            return []

    def _fiscal(self) -> tuple[int, int] | None:
        parties = [m.party for m in self.mentions] or [self.store.meta.get("focus", "")]
        ends = {str(self.lexicon.document(f"party:{p}").get("fiscal_year_ends") or "") for p in parties} - {""}
        if len(ends) != 1:
            return None
        month, _, day = ends.pop().partition("-")
        return int(month), int(day)

    def _a_stranger(self, party: str) -> bool:
        """True for a party that has nothing in the record, and owes nothing."""
        sql = "SELECT 1 FROM lineage WHERE subject = ?1 UNION SELECT 1 FROM pair WHERE holder = ?1 LIMIT 1"
        return not self.store.query(sql, party)
