"""T2xx: dates in order, one version a day, and no day between versions about which nothing is said."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from tenor.dates import DAWN, FOREVER, iso
from tenor.findings import Finding, Severity, at
from tenor.intervals import merged
from tenor.model import Clause, Records
from tenor.rules.base import Rule
from tenor.timeline import EVER, LineageKey, Timeline


def reversed_dates(records: Records) -> Iterator[Finding]:
    """T201."""
    for clause in records.clauses.values():
        end = clause.until or (clause.through.end_of_period() if clause.through else None)
        if clause.start is not None and end is not None and clause.start.lo >= end.hi:
            key = "until" if clause.until else "through"
            written = clause.until or clause.through
            message = f"ends ({written.text if written else ''}) before it starts ({clause.start.text})"
            yield at(clause.origin, "T201", message, key=key, id=clause.id)


def signed_after_announced(records: Records) -> Iterator[Finding]:
    """T202."""
    for instrument in records.instruments.values():
        if instrument.signed and instrument.announced and instrument.signed.lo > instrument.announced.hi:
            message = f"signed ({instrument.signed.text}) after it was announced ({instrument.announced.text})"
            yield at(instrument.origin, "T202", message, key="signed", id=instrument.id)


def _lineages(timeline: Timeline, *, many: bool) -> Iterator[tuple[LineageKey, tuple[Clause, ...]]]:
    """The versions of each lineage whose term has one holder at a time, or many; what stands beside a version is left out."""
    for key, clauses in timeline.lineages.items():
        term = timeline.records.terms.get(key.term)
        if term is not None and term.many is many and clauses:
            yield key, tuple(c for c in clauses if timeline.visible(c, EVER) and not c.beside)


def _overlaps(records: Records, *, many: bool) -> Iterator[tuple[Clause, Clause, str]]:
    """Each version that surely starts while an earlier one surely holds, with that one. Sightings and doubtful edges may touch."""
    timeline = Timeline(records)
    for _, clauses in _lineages(timeline, many=many):
        longest: tuple[int, Clause] | None = None
        for clause in clauses:
            if clause.observed or any(old not in records.clauses for old in clause.replaces):
                continue  # what it replaces cannot be found: that is another finding already
            extent = timeline.extent(clause, EVER)
            if longest is not None and extent.from_hi < min(longest[0], extent.to_lo):
                end, other = longest
                ends = "which has no end" if end >= FOREVER else f"which ends {iso(end)}"
                local = other.id if other.instrument != clause.instrument else other.id.partition("#")[2]
                yield clause, other, f"starts {iso(extent.from_hi)} while `{local}` holds, {ends}"
            if longest is None or extent.to_lo > longest[0]:
                longest = extent.to_lo, clause


def overlapping(records: Records) -> Iterator[Finding]:
    """T203."""
    for clause, other, message in _overlaps(records, many=False):
        fix = f"add `replaces: {other.id}`, give one of them its own `scope`, or say `exception_to` or `part_of`"
        yield at(clause.origin, "T203", message, key="from", id=clause.id, fix=fix)


def parallel(records: Records) -> Iterator[Finding]:
    """T212."""
    for clause, other, message in _overlaps(records, many=True):
        yield at(
            clause.origin,
            "T212",
            message,
            key="from",
            id=clause.id,
            fix=f"say `replaces: {other.id}`, `adds_to`, or give one of them its own `scope`",
        )


def gaps(records: Records) -> Iterator[Finding]:
    """T204. A version that says `state: no`, is unstated or names what ended it has said why nothing follows at once."""
    timeline = Timeline(records)
    for key, clauses in _lineages(timeline, many=False):
        if len(clauses) < 2 or _unread(records, key, clauses):
            continue
        spans = [(s.start, s.end) for s in timeline.stretches(key) if s.clause is not None and s.role == "version"]
        covered = merged(spans)
        for (_, after), (first, _) in pairwise(covered):
            before = [c for c in clauses if timeline.extent(c, EVER).to_hi == after]
            following = [c for c in clauses if timeline.extent(c, EVER).from_lo == first]
            if not following or any(c.ended_by for c in before):
                continue
            clause = following[0]
            message = f"nothing is recorded from {iso(after)} to {iso(first - 1)}, before this version"
            yield at(clause.origin, "T204", message, key="from", id=clause.id)


def _unread(records: Records, key: LineageKey, clauses: tuple[Clause, ...]) -> bool:
    """True where a version of the lineage may stand in a record that could not be read: its finding is already there."""
    deals = {c.deal for c in clauses}
    for id in records.broken:
        whole, mark, local = id.partition("#")
        if whole.partition("/")[0] in deals and (not mark or local.startswith(key.term)):
            return True
    return False


def replaces_later(records: Records) -> Iterator[Finding]:
    """T205."""
    timeline = Timeline(records)
    for clause in records.clauses.values():
        for number, old in enumerate(clause.replaces):
            other = records.clauses.get(old)
            if other is None or other is clause or clause.id not in timeline.clauses or old not in timeline.clauses:
                continue
            lo, hi, _ = timeline.starts(other, EVER)
            own_lo, own_hi, _ = timeline.starts(clause, EVER)
            if own_hi < lo or own_lo == own_hi == lo == hi:
                word = "later" if own_hi < lo else "on the same day"
                message = f"replaces `{old}`, which starts {word} ({other.start.text if other.start else iso(lo)})"
                yield at(clause.origin, "T205", message, key=f"replaces.{number}", id=clause.id)


def before_its_whole(records: Records) -> Iterator[Finding]:
    """T206."""
    for clause in records.clauses.values():
        for key in ("part_of", "adds_to"):
            whole = records.clauses.get(getattr(clause, key) or "")
            if whole is not None and whole.value is not None and whole.value.basis == "level":
                continue  # a running total is younger than what it counts
            if whole is not None and clause.start and whole.start and clause.start.hi < whole.start.lo:
                message = f"starts {clause.start.text}, before `{whole.id}` ({whole.start.text})"
                yield at(clause.origin, "T206", message, key=key, id=clause.id)


def passed_ends(records: Records) -> Iterator[Finding]:
    """T207. Measured against `checked_through`, never against the wall clock: the same records give the same findings."""
    checked = records.settings.checked_through.hi
    timeline = Timeline(records)
    answered = {i for c in records.clauses.values() for i in (c.last_stated, c.discloses, c.part_of, c.adds_to) if i}
    for key, clauses in timeline.lineages.items():
        for clause in clauses:
            end = clause.until or (clause.through.end_of_period() if clause.through else None)
            if end is None or end.hi > checked or clause.ended_by or clause.id in answered or any(timeline.replacers(clause)):
                continue
            written = records.instruments[clause.instrument].announced if clause.instrument in records.instruments else None
            scheduled = written is not None and end.lo > written.hi
            later = any(c is not clause and c.start is not None and c.start.hi >= end.lo for c in clauses)
            if scheduled and not later and timeline.visible(clause, EVER) and not (clause.value and clause.value.period):
                field = "until" if clause.until else "through"
                message = f"was to end by {iso(end.hi)}, and nothing says whether it did ({key.term}, checked through {iso(checked)})"
                yield at(clause.origin, "T207", message, key=field, id=clause.id)


def sightings(records: Records) -> Iterator[Finding]:
    """T208."""
    for clause in records.clauses.values():
        for number, (earlier, later) in enumerate(pairwise(clause.observed), 1):
            if earlier.lo >= later.lo:
                yield at(clause.origin, "T208", f"{later.text} is not after {earlier.text}", key=f"observed.{number}", id=clause.id)


def two_ends(records: Records) -> Iterator[Finding]:
    """T209."""
    timeline = Timeline(records)
    for clause in timeline.clauses.values():
        if clause.until is None or not timeline.visible(clause, EVER):
            continue
        for later in timeline.replacers(clause):
            lo, hi, text = timeline.starts(later, EVER)
            if hi < clause.until.lo or lo > clause.until.hi:
                message = f"ends {clause.until.text}, but `{later.id}` replaces it on {text}"
                yield at(clause.origin, "T209", message, key="until", id=clause.id)
                break


def after_the_check(records: Records) -> Iterator[Finding]:
    """T210."""
    checked = records.settings.checked_through
    if checked.hi <= _NEVER:
        return
    for instrument in records.instruments.values():
        if instrument.announced and DAWN < checked.hi < instrument.announced.lo:
            message = f"announced {instrument.announced.text}, after the day through which the records were checked ({checked.text})"
            yield at(instrument.origin, "T210", message, key="announced", id=instrument.id)


def empty_coverage(records: Records) -> Iterator[Finding]:
    """T211."""
    for deal in records.deals.values():
        for coverage in deal.coverage:
            if coverage.start and coverage.start.lo > coverage.checked_through.hi:
                message = f"covers from {coverage.start.text} through {coverage.checked_through.text}, which is no day"
                yield at(coverage.origin, "T211", message, key="from", id=deal.id)


#: What settings without a readable `checked_through` get: it was reported already.
_NEVER = -700_000

_CHAIR = """
=== clauses
- id: chair
  term: chair
  subject: club
  holder: bob
{}
  says: Bob Ray chairs the club.
  status: confirmed
  cites: [{{source: club-2022-03-01}}]
"""
_RENT = """
- id: rent{}
  term: rent
  subject: club
  holder: bob
{}
  says: The club rents the mill from Bob Ray.
  status: confirmed
  cites: [{{source: club-2022-03-01}}]
"""


def _chair(*lines: str) -> str:
    return _CHAIR.format("\n".join(f"  {line}" for line in lines))


def _rent(*lines: str, name: str = "") -> str:
    return _RENT.format(name, "\n".join(f"  {line}" for line in lines)).strip("\n") + "\n"


_GOOD = _chair("from: 2022-03-01", "replaces: club/2020-01-01#chair")
_ENDED = """=== deals/club/2020-01-01.md
---
title: First statutes
kind: agreement
announced: 2020-01-01
clauses:
  - id: chair
    term: chair
    subject: club
    holder: ann
    from: 2020-01-01
    {}
    says: Ann Lee chairs the club.
    status: confirmed
    cites: [{{source: club-2020-01-01}}]
---
"""
_STATUTES = "=== deals/club/2022-03-01.md\n---\ntitle: New statutes\nkind: amendment\nannounced: 2022-03-01\n{}---\n"
_DEAL = "=== deals/club/deal.md\n---\ntitle: The club\nparties: [club, ann, bob]\ncoverage:\n  - terms: all\n    from: {}\n    checked_through: 2024-12-31\n---\n"

RULES: tuple[Rule, ...] = (
    Rule(
        "T201", "reversed-dates", "a clause ends after it starts", "it would hold on no day", "correct `from`, `until` or `through`",
        _chair("from: 2022-03-01", "until: 2026-01-01", "replaces: club/2020-01-01#chair"),
        _chair("from: 2022-03-01", "until: 2021-01-01 # <--", "exception_to: club/2020-01-01#chair"), reversed_dates,
    ),
    Rule(
        "T202", "signed-after-announced", "a document is signed before, or on the day on which, it is announced", "the two dates are easily swapped",
        "correct the dates, or allow it with the reason", _STATUTES.format("signed: 2022-02-01\n"), _STATUTES.format("signed: 2022-04-01 # <--\n"),
        signed_after_announced, Severity.WARNING,
    ),
    Rule(
        "T203", "overlapping-versions", "a one-holder term has at most one version on a day", "an answer would name two holders where only one can be",
        "say `replaces:`, or end the earlier one", _GOOD, _chair("from: 2022-03-01 # <--"), overlapping,
    ),
    Rule(
        "T204", "undeclared-gap", "between two versions of a one-holder term, no day is left out without a word",
        "nothing recorded and nothing in force are different answers", "mend the dates, say `ended_by:`, or record the time between as `state: no` or `unstated: yes`",
        _ENDED.format("until: 2022-03-01") + _chair("from: 2022-03-01"), _ENDED.format("until: 2021-06-01") + _chair("from: 2022-03-01 # <--"), gaps,
    ),
    Rule(
        "T205", "replaces-later", "what replaces comes after what is replaced", "the older version would end before it began",
        "correct the dates, or swap the two", _GOOD, _chair("from: 2019-01-01", "until: 2020-01-01", "replaces: club/2020-01-01#chair # <--"), replaces_later,
    ),
    Rule(
        "T206", "before-its-whole", "a part or an addition does not start before the whole", "a tranche cannot be older than what it is a part of",
        "correct the dates, or name another whole",
        "=== clauses\n" + _rent("from: 2022-03-01") + _rent("from: 2022-05-01", "part_of: club/2022-03-01#rent", name="-mill"),
        "=== clauses\n" + _rent("from: 2022-03-01") + _rent("from: 2021-05-01", "part_of: club/2022-03-01#rent # <--", name="-mill"), before_its_whole,
        Severity.WARNING,
    ),
    Rule(
        "T207", "passed-end", "what was to end on a day that has passed says whether it did", "plans change, and silence is easily taken for an end",
        "add `ended_by:`, record what followed, or allow it and say what was looked for",
        "=== clauses\n" + _rent("from: 2022-03-01", "through: 2025"), "=== clauses\n" + _rent("from: 2022-03-01", "through: 2023 # <--"), passed_ends, Severity.WARNING,
    ),
    Rule(
        "T208", "sightings-out-of-order", "sightings stand in order, each day once", "answers say possible between two sightings", "sort the days",
        "=== clauses\n" + _rent("observed: [2022-03-01, 2022-05-01]"), "=== clauses\n" + _rent("observed: [2022-05-01, 2022-03-01] # <--"), sightings,
    ),
    Rule(
        "T209", "two-ends", "a clause that is replaced has no other end", "two records would say two days", "drop `until`: the end is the newer clause's first day",
        _GOOD, _ENDED.format("until: 2022-06-01 # <--") + _GOOD, two_ends,
    ),
    Rule(
        "T210", "after-the-check", "no document is newer than the day through which the records were checked",
        "later days are answered as last agreed", "raise `checked_through` in tenor.toml once everything was looked at again",
        _GOOD, "=== deals/club/2025-02-01.md\n---\ntitle: Notice\nkind: notice\nannounced: 2025-02-01 # <--\n---\n", after_the_check, Severity.WARNING,
    ),
    Rule(
        "T211", "empty-coverage", "coverage starts before the day through which it was checked", "it would cover no day", "correct the dates",
        _DEAL.format("2020"), _DEAL.format("2025-02-01 # <--"), empty_coverage,
    ),
    Rule(
        "T212", "parallel-versions", "where many can hold a term, each of them has at most one version on a day",
        "an answer would give one holder's share twice", "say `replaces:` or `adds_to:`",
        "=== clauses\n" + _rent("from: 2022-03-01") + _rent("from: 2022-05-01", "adds_to: club/2022-03-01#rent", name="-mill"),
        "=== clauses\n" + _rent("from: 2022-03-01") + _rent("from: 2022-05-01 # <--", name="-mill"), parallel, Severity.WARNING,
    ),
)  # fmt: skip
