"""The algebra: what held on which days, as far as was known on which day.

A *lineage* is the versions of one term for one subject (and one holder where many can hold it, and one scope where clauses name one).
A *stretch* is one clause holding with one certainty on the days ``[start, end)``. For any known day, the stretches and gaps of a lineage leave no day out.
:func:`segments` cuts them into a partition of a window: the primitive of every answer. A state on a day is the one-day window.

Pure: no files, no SQL, no clock.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from tenor.dates import DAWN, FOREVER, Edtf, iso
from tenor.evidence import Evidence
from tenor.intervals import merged, partition, without
from tenor.model import Clause, Records

#: Known on every day that counts: the record as it stands.
EVER = FOREVER - 1


@dataclass(frozen=True, slots=True)
class Stretch:
    """On the days ``[start, end)``, ``clause`` holds (``certainty`` certain or possible); a gap where ``clause`` is None.

    ``to``, ``end_kind`` and ``replaced_by`` say how the clause as a whole ends, as far as was known. ``role`` is version, addition, part or exception.
    ``implied_by`` is the term of an implying clause of another lineage.
    """

    start: int
    end: int
    clause: str | None
    certainty: str = "certain"
    status: str = "unrecorded"
    role: str = "version"
    to: str | None = None
    to_lo: int = FOREVER
    to_hi: int = FOREVER
    from_lo: int = DAWN
    from_hi: int = DAWN
    end_kind: str = "open"
    replaced_by: str | None = None
    implied_by: str | None = None


@dataclass(frozen=True, slots=True)
class Segment:
    """On each day of ``[start, end)`` exactly these stretches hold; none means that nothing is recorded."""

    start: int
    end: int
    holds: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class LineageKey:
    """The versions of ``term`` for ``subject``; ``holder`` where many can hold it; ``scope`` where clauses name one."""

    term: str
    subject: str
    holder: str | None = None
    scope: str | None = None

    def __str__(self) -> str:
        holder = f"/{self.holder}" if self.holder else ""
        return f"{self.term}/{self.subject}{holder}" + (f"@{self.scope}" if self.scope else "")


@dataclass(frozen=True, slots=True)
class Extent:
    """The first day lies in ``[from_lo, from_hi]``, the first day after in ``[to_lo, to_hi]``."""

    from_lo: int
    from_hi: int
    to_lo: int
    to_hi: int
    to: str | None
    end_kind: str
    replaced_by: str | None


class Timeline:
    """All lineages of one set of records."""

    def __init__(self, records: Records, evidence: Evidence | None = None) -> None:
        self.records = records
        self.evidence = evidence or Evidence(records)
        self.clauses: dict[str, Clause] = {c.id: c for c in records.clauses.values() if c.id not in self.evidence.withdrawn}
        self._replacers: dict[str, list[Clause]] = {}
        self._disclosers: dict[str, list[Clause]] = {}
        for clause in self.clauses.values():
            for old in clause.replaces:
                self._replacers.setdefault(old, []).append(clause)
            if clause.discloses:
                self._disclosers.setdefault(clause.discloses, []).append(clause)

    @cached_property
    def lineages(self) -> Mapping[LineageKey, tuple[Clause, ...]]:
        """Clauses by lineage, each oldest first, in the order of their first clause. Lineages that are only implied are empty."""
        found: dict[LineageKey, list[Clause]] = {}
        for clause in sorted(self.clauses.values(), key=self._order):
            found.setdefault(self.key(clause), []).append(clause)
        for key in list(found):
            for term in self.records.terms.values():
                if key.term in term.implied_by and key.scope is None:
                    holder = key.holder if term.many else None
                    if not any(k.term == term.id and k.subject == key.subject and k.holder == holder and k.scope is None for k in found):
                        found[LineageKey(term.id, key.subject, holder)] = []
        return {key: tuple(clauses) for key, clauses in found.items()}

    def key(self, clause: Clause) -> LineageKey:
        """The lineage of a clause."""
        term = self.records.terms.get(clause.term)
        holder = "+".join(clause.all_holders) or None
        return LineageKey(clause.term, clause.subject, holder if term is None or term.many else None, clause.scope)

    def _order(self, clause: Clause) -> tuple[int, int, str]:
        first = clause.start or (clause.observed[0] if clause.observed else None)
        return (first.hi if first else DAWN, first.lo if first else DAWN, clause.id)

    # -- one clause on one known day ------------------------------------------------------------

    def visible(self, clause: Clause, known: int) -> bool:
        """True where the clause could be known, and no later disclosure had taken its place."""
        if self.evidence.clause_known(clause) > known:
            return False
        return not any(self.evidence.clause_known(later) <= known for later in self._disclosers.get(clause.id, ()))

    def replacers(self, clause: Clause) -> Iterator[Clause]:
        """Clauses that end this one, or the clause whose place it takes."""
        yield from self._replacers.get(clause.id, ())
        if clause.discloses:
            for later in self._replacers.get(clause.discloses, ()):
                if later.id != clause.id:
                    yield later

    def sightings(self, clause: Clause, known: int) -> tuple[Edtf, ...]:
        """The days on which it was seen, as far as they had come: nobody knew a sighting before it was made. The first stays, as its start."""
        return tuple(seen for n, seen in enumerate(clause.observed) if n == 0 or seen.lo <= known)

    def starts(self, clause: Clause, known: int) -> tuple[int, int, str]:
        """First and last possible first day, and their text."""
        if clause.start is not None:
            lo, hi = clause.start.lo, clause.start.hi
            return (self._floor(clause, hi) if lo == DAWN else lo), hi, clause.start.text
        hi = clause.observed[0].lo if clause.observed else DAWN
        seen = [self._last_certain(self.clauses[old], known) + 1 for old in clause.replaces if old in self.clauses]
        lo = min(max(seen, default=self._floor(clause, hi)), hi)
        return lo, hi, f"[{iso(lo) if lo > DAWN else ''}..{iso(hi)}]" if lo < hi else iso(hi)

    def _floor(self, clause: Clause, latest: int) -> int:
        """Where a start is open to the past, the record does not look behind its own coverage."""
        deal = self.records.deals.get(clause.deal)
        days = [c.start.lo for c in deal.coverage if c.start and (not c.terms or clause.term in c.terms)] if deal else []
        return min(min(days, default=DAWN), latest)

    def _last_certain(self, clause: Clause, known: int) -> int:
        if clause.observed:
            return self.sightings(clause, known)[-1].hi
        return clause.start.hi if clause.start else DAWN

    def extent(self, clause: Clause, known: int) -> Extent:
        """When the clause began and ended, as far as could be known on that day."""
        from_lo, from_hi, _ = self.starts(clause, known)
        checked = self.records.settings.checked_through.hi
        ends: list[tuple[int, int, str, str, str | None]] = []
        own = clause.until or (clause.through.end_of_period() if clause.through else None)
        if own is not None and (clause.ended_by is None or self.evidence.record_known(clause.ended_by) <= known):
            kind = "scheduled" if own.hi > checked else "ended"
            ends.append((own.hi, own.lo, own.text, kind, None))
        for later in self.replacers(clause):
            if self.evidence.clause_known(later) <= known:
                lo, hi, text = self.starts(later, known)
                ends.append((hi, lo, text, "replaced", later.id))
        if ends:
            to_hi, to_lo, to, kind, by = min(ends, key=lambda e: (e[0], e[1], e[3] != "replaced", e[4] or ""))
            if clause.observed:
                to_lo = min(max(to_lo, self._last_certain(clause, known) + 1), to_hi)
            return Extent(from_lo, from_hi, to_lo, to_hi, to, kind if to_hi < FOREVER else "unknown", by)
        return Extent(from_lo, from_hi, FOREVER, FOREVER, None, "unknown" if clause.observed else "open", None)

    def _stretches(self, clause: Clause, known: int) -> Iterator[Stretch]:
        extent = self.extent(clause, known)
        status = ""
        for day, step in self.evidence.statuses(clause):
            if day <= known or not status:
                status = step
        role = "part" if clause.part_of else "exception" if clause.exception_to else "addition" if clause.adds_to else "version"
        whole = Stretch(
            start=extent.from_lo, end=extent.to_hi, clause=clause.id, status=status, role=role, to=extent.to, to_lo=extent.to_lo, to_hi=extent.to_hi,
            from_lo=extent.from_lo, from_hi=extent.from_hi, end_kind=extent.end_kind, replaced_by=extent.replaced_by,
        )  # fmt: skip
        if clause.observed:
            certain = [(max(seen.lo, extent.from_lo), min(seen.hi + 1, extent.to_hi)) for seen in self.sightings(clause, known)]
        else:
            certain = [(extent.from_hi, extent.to_lo)]
        day = extent.from_lo
        for first, after in merged(certain):
            if day < first:
                yield replace(whole, start=day, end=first, certainty="possible")
            yield replace(whole, start=first, end=after)
            day = after
        if day < extent.to_hi:
            yield replace(whole, start=day, end=extent.to_hi, certainty="possible")

    # -- one lineage on one known day -----------------------------------------------------------

    def stretches(self, key: LineageKey, known: int = EVER) -> tuple[Stretch, ...]:
        """All stretches and gaps of a lineage as known on that day, by start; together they cover every day."""
        rows = [s for c in self.lineages.get(key, ()) if self.visible(c, known) for s in self._stretches(c, known)]
        rows.extend(self._implied(key, rows, known))
        covered = merged((s.start, s.end) for s in rows)
        rows.extend(Stretch(start=a, end=b, clause=None) for a, b in without([(DAWN, FOREVER)], covered))
        return tuple(sorted(rows, key=lambda s: (s.start, s.role, s.clause or "", s.end)))

    def _implied(self, key: LineageKey, direct: Iterable[Stretch], known: int) -> Iterator[Stretch]:
        term = self.records.terms.get(key.term)
        if term is None or not term.implied_by or key.scope is not None:
            return
        held = merged((s.start, s.end) for s in direct if s.certainty == "certain")
        if term.implied_from is not None:
            held = merged([(DAWN, term.implied_from.hi), *held])
        for other, clauses in self.lineages.items():
            if (
                other.term not in term.implied_by
                or other.subject != key.subject
                or other.scope is not None
                or (term.many and other.holder != key.holder)
            ):
                continue
            for clause in clauses:
                if clause.state == "no" or clause.unstated or not self.visible(clause, known):
                    continue
                for stretch in self._stretches(clause, known):
                    for start, end in without([(stretch.start, stretch.end)], held):
                        yield replace(stretch, start=start, end=end, implied_by=other.term)

    # -- both clocks ----------------------------------------------------------------------------

    def known_days(self, key: LineageKey) -> tuple[int, ...]:
        """The days on which what is known of this lineage changed."""
        keys = [key]
        term = self.records.terms.get(key.term)
        if term is not None and term.implied_by:
            keys += [k for k in self.lineages if k.term in term.implied_by and k.subject == key.subject]
        days: set[int] = set()
        for clause in (c for k in keys for c in self.lineages.get(k, ())):
            days.update(day for day, _ in self.evidence.statuses(clause))
            days.add(self.evidence.clause_known(clause))
            days.update(seen.lo for seen in clause.observed[1:])
            days.update(self.evidence.clause_known(later) for later in (*self.replacers(clause), *self._disclosers.get(clause.id, ())))
            if clause.ended_by:
                days.add(self.evidence.record_known(clause.ended_by))
            for later in (clause, *self.replacers(clause)):  # a start is bounded by the last sighting of what it replaces, in whatever lineage
                days.update(seen.lo for old in later.replaces if old in self.clauses for seen in self.clauses[old].observed[1:])
        return tuple(sorted(day for day in days if day < FOREVER))

    def bitemporal(self, key: LineageKey) -> tuple[tuple[int, int, Stretch], ...]:
        """``(known from, known until, stretch)`` rows: for every known day, the rows whose interval holds it are :meth:`stretches`."""
        days = (DAWN, *self.known_days(key), FOREVER)
        done: list[tuple[int, int, Stretch]] = []
        running: dict[Stretch, int] = {}
        for day in days[:-1]:
            now = dict.fromkeys(self.stretches(key, day), day)
            for stretch, since in list(running.items()):
                if stretch in now:
                    now[stretch] = since
                else:
                    done.append((since, day, stretch))
            running = now
        done.extend((since, FOREVER, stretch) for stretch, since in running.items())
        return tuple(sorted(done, key=lambda r: (r[2].start, r[0], r[2].role, r[2].clause or "", r[2].end, r[2].status)))


def segments(stretches: Iterable[Stretch], start: int, end: int) -> tuple[Segment, ...]:
    """Cut a lineage's stretches into a partition of the window ``[start, end)``, by day.

    The segments are in order, none is empty, and together they are the window. ``segments(rows, day, day + 1)`` is the state on a day.
    """
    return tuple(Segment(*part) for part in partition((s for s in stretches if s.clause is not None), start, end))
