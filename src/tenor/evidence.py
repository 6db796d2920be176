"""From which day something could be known, and how well it was supported on a day.

Known time is the second clock: a clause is known from the earliest publication of a source that says all of it. A source that gives only a
month counts from the month's last day, or from the day on which it was first seen where that is earlier, so that knowledge is never dated too early.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from tenor.dates import FOREVER
from tenor.model import Cite, Clause, Instrument, Records, Source

#: How far each tier of source carries a claim.
_CARRIES = {"filing": "confirmed", "party": "confirmed", "court": "confirmed", "press": "reported", "commentary": "alleged"}
_STRENGTH = {"confirmed": 3, "reported": 2, "alleged": 1}


def source_known(source: Source) -> int:
    """The first day on which the source had surely been published, at the latest when it was seen; ``FOREVER`` where nothing dates it."""
    return min((date.hi for date in (source.issued, source.first_seen) if date is not None), default=FOREVER)


def cites_known(cites: Iterable[Cite], sources: Mapping[str, Source]) -> int:
    """The earliest day on which one of these cites said all of it."""
    return min((source_known(sources[c.source]) for c in cites if not c.part and c.source in sources), default=FOREVER)


class Evidence:
    """Known days and day-by-day statuses of all clauses of one set of records."""

    def __init__(self, records: Records) -> None:
        self._records = records
        self._known: dict[str, int] = {}
        self._restated: dict[str, list[Cite]] = {}
        for instrument in records.instruments.values():
            for restatement in instrument.restates:
                self._restated.setdefault(restatement.clause, []).extend(restatement.cites)
        #: Claims that our record withdrew, with the inferences that fell with them.
        self.withdrawn = self._withdrawn()

    def _withdrawn(self) -> frozenset[str]:
        clauses = self._records.clauses
        gone = {old for clause in clauses.values() for old in clause.retracts}
        grew = True
        while grew:
            fallen = {c.id for c in clauses.values() if c.status == "inferred" and gone.intersection(c.from_clauses)} - gone
            gone |= fallen
            grew = bool(fallen)
        return frozenset(gone)

    def clause_known(self, clause: Clause) -> int:
        """The day from which the clause could be known; for an inference, the day on which its last premise was."""
        if clause.id not in self._known:
            self._known[clause.id] = FOREVER  # a circle of premises is never known
            self._known[clause.id] = self._clause_known(clause)
        return self._known[clause.id]

    def _clause_known(self, clause: Clause) -> int:
        premises = [self.record_known(premise) for premise in clause.from_clauses]
        own = cites_known(clause.cites, self._records.sources)
        if clause.status == "inferred" and premises:
            return max(premises)
        if own < FOREVER:
            return own
        instrument = self._records.instruments.get(clause.instrument)
        return self.instrument_known(instrument) if instrument and not clause.cites else FOREVER

    def instrument_known(self, instrument: Instrument) -> int:
        """The day on which the instrument was announced, at the latest."""
        days = [source_known(self._records.sources[s]) for s in instrument.sources if s in self._records.sources]
        if instrument.announced is not None and instrument.announced.hi < FOREVER:
            days.append(instrument.announced.hi)
        return min(days, default=FOREVER)

    def record_known(self, record_id: str) -> int:
        """The known day of a clause, an instrument or an event, by id."""
        records = self._records
        if record_id in records.clauses:
            return self.clause_known(records.clauses[record_id])
        if record_id in records.instruments:
            return self.instrument_known(records.instruments[record_id])
        event = records.events.get(record_id.removeprefix("event:"))
        return cites_known(event.cites, records.sources) if event else FOREVER

    def all_cites(self, clause: Clause) -> tuple[Cite, ...]:
        """The clause's own cites, then those of instruments that restate it."""
        return clause.cites + tuple(self._restated.get(clause.id, ()))

    def value_known(self, clause: Clause) -> int:
        """The day from which the clause's value could be known."""
        known = self.clause_known(clause)
        if clause.value is None or not clause.value.cites:
            return known
        return max(known, cites_known(clause.value.cites, self._records.sources))

    def statuses(self, clause: Clause) -> tuple[tuple[int, str], ...]:
        """``(day, status)`` steps, rising: the status that the sources of each day supported, never above the clause's own."""
        start = self.clause_known(clause)
        if clause.status not in ("confirmed", "reported"):
            return ((start, clause.status),)
        steps: list[tuple[int, str]] = []
        best = 0
        sources = self._records.sources
        cites = [(source_known(sources[c.source]), sources[c.source].tier) for c in self.all_cites(clause) if not c.part and c.source in sources]
        for day, tier in sorted(cites):
            status = min(_CARRIES[tier], clause.status, key=lambda s: _STRENGTH[s])
            if _STRENGTH[status] > best:
                best = _STRENGTH[status]
                steps.append((max(day, start), status))
        if not steps:
            return ((start, clause.status),)
        last_of_day = dict(steps)
        return tuple(sorted(last_of_day.items()))
