"""Facts beside each other: when each begins and ends among the other rows of its lineage, how many can hold at a time, and what of that is doubt.

A missing start, a missing end and a handover day that two rows share become doubt, which answers call possible; what contradicts itself is left out and
reported.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import pairwise

from tenor.dates import DAWN, FOREVER, Edtf
from tenor.importing import cells
from tenor.importing.facts import Choices, Fact, Facts, between, read_fact, without_subject
from tenor.importing.people import office
from tenor.importing.table import UNNAMED, Problem, Row
from tenor.importing.wordlists import is_body, is_country
from tenor.model import Term

#: Words in the name of a term that say that one can have it with many at a time.
_MANY_AT_ONCE = frozenset(
    "member members part partner partners participant signatory shareholder investor sponsor affiliation citizenship award".split()
)


def gather(rows: Iterable[Row], choices: Choices, seen: Edtf, known: Callable[[str], Term | None], *, alleged: bool) -> Facts:
    """Read all rows.

    Args:
        rows: the table.
        choices: what the caller decided.
        seen: the day of the table; a start that nobody gives lies on it at the latest.
        known: the term of that name in an existing knowledge base; None for a new one.
        alleged: the sources carry no more than an allegation, so that is the status of rows that give none.
    """
    found = Facts()
    rows = list(rows)
    if not choices.dates and (order := cells.day_order(row.get(field) for row in rows for field in ("from", "until", "through"))):
        choices = replace(choices, dates=order)
        if unsure := next(((row, row.get(f)) for row in rows for f in ("from", "until", "through") if cells.two_ways(row.get(f))), None):
            said = f"{unsure[1]} is read as {'day/month' if order == 'dmy' else 'month/day'}, which other cells show (--dates says otherwise)"
            found.notes.append(Problem(unsure[0].line, said))
    kept: dict[tuple[object, ...], Fact] = {}
    named = {row.get(field) for row in rows for field in ("subject", "holder", "value")} - {""}
    for row in [row if known(row.get("term")) else _placed(row, named) for row in rows]:
        try:
            fact = read_fact(row, choices, alleged=alleged)
            if known(fact.term) is None:
                fact.term = without_subject(fact.term, fact.subject)
        except cells.CellError as error:
            found.problems.append(Problem(row.line, str(error)))
            continue
        same = (fact.group, fact.who, fact.state, fact.start, fact.end_text, fact.end_kind, fact.value)
        if same in kept:
            found.problems.append(Problem(row.line, f"says the same as line {kept[same].line}"))
            continue
        kept[same] = fact
        found.facts.append(fact)
    _name_holders(found, known)
    groups: dict[tuple[str, str, str], list[Fact]] = {}
    for fact in found.facts:
        groups.setdefault(fact.group, []).append(fact)
    for group in groups.values():
        group.sort(key=lambda f: (*_order(f, seen), f.line))
    _settle(found, groups, choices, seen, known)
    _tell_handovers(found)
    return found


def _placed(row: Row, named: set[str]) -> Row:
    """``President of France``, of nobody who is named, as the President of France: a country, a body or what the table itself names has the office."""
    term = row.get("term")
    for (head, _, place), of_that in ((term.partition(" of "), is_body), (term.rpartition(" of "), is_country)):
        its = place.removeprefix("the ")
        if row.get("subject") == UNNAMED and office(head) and (of_that(its) or its in named):
            return Row(row.line, {**row.cells, "term": head, "subject": its})
    return row


def _tell_handovers(found: Facts) -> None:
    """One line for all days that two rows share, with how to choose."""
    if not found.shared:
        return
    line, said, exact = min(found.shared, key=lambda shared: shared[0])
    more = len(found.shared) - 1
    if more:
        said += f", and so on {more} more such day{'s' if more > 1 else ''}"
    found.notes.append(Problem(line, said + (" (--handover newcomer gives each to the later row)" if exact else "")))


def _name_holders(found: Facts, known: Callable[[str], Term | None]) -> None:
    """A term whose values are names of something has holders, whatever the column is called: so that they can be asked for by name.

    Where most are names, one with a mark or a number is one, too; where one is no name at all, all stay texts. Either is reported.
    """
    terms: dict[str, list[Fact]] = {}
    for fact in found.facts:
        terms.setdefault(fact.term.casefold(), []).append(fact)
    for facts in terms.values():
        existing = known(facts[0].term)
        valued = {id(f): [n.strip() for n in f.row.get("value").split(";") if n.strip()] for f in facts if f.value}  # several can have it together
        names = [name for together in valued.values() for name in together]
        odd = [name for name in names if not cells.name(name)]
        if any(f.holders for f in facts) or 2 * len(odd) > len(names) or not any(n[:1].isupper() for n in names):
            continue
        if existing is not None and existing.answer != "holder":
            continue
        if odd:
            other = next((name for name in odd if not cells.odd_name(name)), odd[0])
            line = next(f.line for f in facts if other in valued.get(id(f), ()))
            is_one = cells.odd_name(other)
            said = "is read as a name, as the others are" if is_one else "is no name as the others are, so all are kept as texts"
            found.notes.append(
                Problem(line, f"{other!r} {said} ({facts[0].term!r})" + ("" if is_one else "; --map holder=COLUMN reads all as names"))
            )
            if not is_one:
                continue
        for fact in facts:
            if fact.value is not None:
                vacant = cells.vacant(fact.row.get("value"))
                fact.holders, fact.state = ((), "no") if vacant else (tuple(dict.fromkeys(valued[id(fact)])), fact.state)
                fact.value = None


def _order(fact: Fact, seen: Edtf) -> tuple[int, int, int]:
    """By the first day on which it surely had begun, then by how early that can be, then by the end.

    Without a start, that is the first day on which it can have ended: whoever begins in the month of that end comes after it.
    """
    after = fact.end.hi if fact.end else FOREVER
    begun = min(fact.start.hi if fact.start else seen.hi, after - 1)
    if fact.start is None and fact.end_text:
        begun = min(begun, max(Edtf.parse(fact.end_text).lo, DAWN))
    return begun, fact.start.lo if fact.start else begun, after


def _settle(found: Facts, groups: dict[tuple[str, str, str], list[Fact]], choices: Choices, seen: Edtf, known: Callable[[str], Term | None]) -> None:
    terms: dict[str, list[list[Fact]]] = {}
    for (term, _, _), group in groups.items():
        terms.setdefault(term, []).append(group)
    for term, parallel in terms.items():
        named = parallel[0][0].term
        existing = known(named)
        declared = choices.holders if existing is None else "many" if existing.many else "one"
        overlaps = [_clashes(group, choices) for group in parallel]
        if not declared and existing is None and (fact := _belonging(named, parallel, overlap=any(overlaps))) is not None:
            declared = "many"
            found.notes.append(
                Problem(fact.line, f"has no end and {named!r} can have many holders at a time: it still holds (--holders one ends it)")
            )
        elif not declared and existing is None and not any(overlaps) and (fact := _levels(parallel)) is not None:
            declared = "one"
            found.notes.append(
                Problem(fact.line, f"has no end, as no row of {named!r} has: each ends where the next begins (--holders many leaves it open)")
            )
        proof: list[tuple[Fact, Fact]] = []
        for group, clashes in zip(parallel, overlaps, strict=True):
            if declared == "one":
                for earlier, later in clashes:
                    found.problems.append(Problem(later.line, f"starts while {earlier.name()} still holds, and {named!r} has one holder at a time"))
                dropped = {id(later) for _, later in clashes}
                group[:] = [f for f in group if id(f) not in dropped]
                found.facts[:] = [f for f in found.facts if id(f) not in dropped]
            else:
                proof += clashes
        many = declared == "many" or bool(proof)
        if many:
            found.many.add(term)
        if proof and not declared:
            earlier, later = min(proof, key=lambda p: p[1].line)
            found.notes.append(Problem(later.line, f"holds at the same time as {earlier.name()}, so {named!r} can have many holders at a time"))
        #: Ends to come are planned ends: there, a row without one does not say that it still holds.
        planned = any(f.end is not None and f.end.lo > seen.hi + 1 for f in found.facts)
        successions = any(_succeeds(a, b) for g in parallel for a, b in pairwise(g))
        dated = any(f.end is not None for g in parallel for f in g)
        for group in parallel:
            crowded = declared == "many" or any(e in group for e, _ in proof)
            if not crowded:
                _hand_over(found, group, choices)
                if declared == "one" or successions:
                    _narrow(group)
            for n, fact in enumerate(group):
                _open_start(fact, group[:n] if not crowded else [], seen)
            for fact in group:
                _open_end(found, fact, group, declared="many" if crowded else declared, succeeds=successions, dated=dated)
                begun = fact.start
                last = begun is not None and not any(f is not fact and f.start and f.start.hi > begun.lo for f in group)
                if planned and last and begun is not None and fact.end_kind == "missing" and fact.end is None:
                    fact.ends(between(begun.hi + 1, FOREVER))
                    said = (
                        "has no end, and other rows end on days to come: it stays possible after its first day (write present where it still holds)"
                    )
                    found.notes.append(Problem(fact.line, said))
            if not many:
                _link(group)


def _belonging(term: str, groups: list[list[Fact]], *, overlap: bool) -> Fact | None:
    """The first fact without an end before another, where the term's name is one of belonging and rows do not take each other's place; else None.

    One that was left to enter another on the same day shows no succession by itself: not where others overlap, and most do not follow so.
    """
    if not any(word in _MANY_AT_ONCE for word in term.casefold().split()) or not any(fact.holders for group in groups for fact in group):
        return None  # a number of members is one number at a time
    pairs = [pair for group in groups for pair in pairwise(group)]
    successions = sum(_succeeds(a, b) for a, b in pairs)
    if successions and not (overlap and 2 * successions < len(pairs)):
        return None
    return next((fact for fact, _ in pairs if fact.end_kind == "missing"), None)


def _levels(groups: list[list[Fact]]) -> Fact | None:
    """The first of several values that have a start and no end at all, and no holder: levels of one thing, of which each replaces the one before."""
    facts = [fact for group in groups for fact in group]
    if any(fact.holders or fact.value is None or fact.start is None or fact.end_kind != "missing" for fact in facts):
        return None
    return next((fact for group in groups for fact, _ in pairwise(group)), None)


def _clashes(group: list[Fact], choices: Choices) -> list[tuple[Fact, Fact]]:
    """Each fact that surely starts while an earlier one surely holds, with that one. One shared day of a handover is none, nor a start in its last year."""
    out = []
    running: Fact | None = None
    for fact in group:
        first, after = fact.sure()
        if (
            running is not None
            and first < min(running.sure()[1], after)
            and not _shares_day(running, fact)
            and _ends_by(running, fact, choices) is None
        ):
            out.append((running, fact))
        elif running is None or after > running.sure()[1]:
            running = fact
    return out


def _succeeds(earlier: Fact, later: Fact) -> bool:
    """True where the one begins as the other ends: what shows that a term has one holder at a time."""
    return _shares_day(earlier, later) or (earlier.end is not None and later.start is not None and earlier.end.lo == later.start.lo)


def _shares_day(earlier: Fact, later: Fact) -> bool:
    """True where the last day (or month, or year) of the one is the first of the other, and each has days of its own."""
    if later.start is None or earlier.end is None or not earlier.end.exact or earlier.end_key != "through":
        return False
    own = (earlier.start is None or earlier.start.hi < later.start.lo) and (later.end is None or later.end.lo > earlier.end.lo)
    return own and earlier.end.lo - later.start.hi == 1


def _ends_by(earlier: Fact, later: Fact, choices: Choices) -> Edtf | None:
    """``through: 2010`` before ``from: 2010-07-01``: the day after the end, which lies in that year, or month, and by then; None for any other two.

    Two that only may overlap, since a date is coarse, do not; whoever chose that a year is meant to its end, has chosen that they do.
    """
    if choices.coarse_ends == "through" or earlier.end_key != "through" or earlier.end is None or later.start is None:
        return None
    period = Edtf.parse(earlier.end_text)
    inside = period.lo < later.start.lo and later.start.hi <= period.hi
    begun = earlier.start.hi if earlier.start is not None else DAWN
    own = begun < later.start.lo and (later.end is None or later.end.lo > earlier.end.lo)
    return between(max(period.lo, begun) + 1, later.start.hi) if inside and own and not period.exact else None


def _hand_over(found: Facts, group: list[Fact], choices: Choices) -> None:
    for earlier, later in pairwise(group):
        if (doubt := _ends_by(earlier, later, choices)) is not None and later.start is not None:
            said = f"{later.start.text} lies in {earlier.end_text}, at the end of {earlier.name()}: that one has ended by then"
            found.notes.append(Problem(later.line, f"{said} (--coarse-ends through lets both hold)"))
            earlier.ends(doubt)
            continue
        if not _shares_day(earlier, later) or later.start is None:
            continue
        day = later.start
        if choices.handover == "newcomer":
            earlier.ends(day)
            continue
        doubt = between(day.lo, day.lo + 1) if day.exact else day
        earlier.ends(doubt)
        later.start = doubt
        found.shared.append((later.line, f"{day.text} is also the end of {earlier.name()}: both are possible on it", day.exact))


def _narrow(group: list[Fact]) -> None:
    """Where one holds at a time, a doubtful start lies behind the end of the one before, and a doubtful end before the newcomer's start."""
    for earlier, later in pairwise(group):
        end, start = earlier.end, later.start
        if end is None or start is None or end == start or start.lo <= DAWN or end.hi >= FOREVER or _may_precede(later, earlier):
            continue
        if start.lo < end.lo <= start.hi:
            later.start = between(end.lo, start.hi)
        if end.lo <= start.hi < end.hi:
            earlier.ends(between(end.lo, start.hi))


def _may_precede(one: Fact, other: Fact) -> bool:
    """True where the one can have ended before the other began."""
    after = one.end.lo if one.end is not None else one.start.hi + 1 if one.start is not None else DAWN
    return other.start is None or after <= other.start.hi


def _open_start(fact: Fact, before: list[Fact], seen: Edtf) -> None:
    """A start that the table does not give lies before the end, or before the table, and behind the one who held it before."""
    if fact.start is not None:
        return
    last = fact.end.hi - 1 if fact.end is not None and fact.end.hi < FOREVER else seen.hi
    first = DAWN
    for other in before:
        if other.start is not None and _may_precede(fact, other):
            continue
        if other.end is not None and other.end_kind == "date":
            first = max(first, min(other.end.lo, last))
        elif other.start is not None:
            first = max(first, min(other.start.hi + 1, last))
    fact.start = between(first, last)


def _open_end(found: Facts, fact: Fact, group: list[Fact], *, declared: str, succeeds: bool, dated: bool) -> None:
    """An end that the table does not give: none where nothing follows, the newcomer's first day where only one can hold it, else a doubt."""
    if fact.end_kind in ("date", "ongoing") or fact.start is None:
        return
    begun = fact.start
    later = next((f for f in group if f.start is not None and f.start.lo > begun.hi), None)
    followed = any(f is not fact and f.start and f.start.hi > begun.lo and (f.end is None or f.end.hi > begun.lo) for f in group)
    if fact.end_kind == "missing" and (not followed or declared == "many" or (not dated and declared != "one")):
        return
    if later is not None and later.start is not None and declared == "one" and fact.end_kind == "missing":
        fact.end = later.start
        fact.successor = later
        return
    one = later is not None and (declared == "one" or (succeeds and declared != "many"))
    fact.ends(between(begun.hi + 1, later.start.hi if one and later is not None and later.start is not None else FOREVER))
    if fact.end_kind == "missing":
        other = later.name() if later is not None else "another row"
        until = f"it is possible until {other} starts" if one else "it stays possible after its first day"
        found.notes.append(
            Problem(fact.line, f"has no end, and {other} starts later: {until} (--holders one ends it there, --holders many leaves it open)")
        )


def _link(group: list[Fact]) -> None:
    """In a lineage with one holder at a time, a successor on the very day is the end; an end that nobody follows at once says so itself."""
    for n, fact in enumerate(group):
        end = fact.end
        if end is None or fact.successor is not None:
            continue
        fact.successor = next(
            (f for f in group[n + 1 :] if f.start is not None and (f.start == end or (f.start.exact and f.start.lo == end.lo == end.hi))), None
        )
        fact.closes = fact.successor is None and any(f.start is not None and f.start.lo > end.hi for f in group)
