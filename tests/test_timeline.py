"""The laws of the two clocks, over random records: every day is covered once, a state is its segment, and knowledge only grows."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tenor.dates import DAWN, FOREVER, Edtf, iso, parse_day
from tenor.intervals import merged, partition, without
from tenor.model import Cite, Clause, Records, Settings, Source, Term
from tenor.timeline import EVER, LineageKey, Segment, Stretch, Timeline, segments

_FIRST = parse_day("2019-06-01")
_days = st.integers(_FIRST, _FIRST + 1800)
_spans = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=6)


# -- spans --------------------------------------------------------------------------------------------


def _covered(spans: list[tuple[int, int]]) -> set[int]:
    return {day for a, b in spans for day in range(a, b)}


@given(_spans)
def test_merged_spans_cover_the_same_days_and_lie_apart(spans: list[tuple[int, int]]) -> None:
    found = merged(spans)
    assert _covered(found) == _covered(spans)
    assert all(found[i][1] < found[i + 1][0] for i in range(len(found) - 1))


@given(_spans, _spans)
def test_without_leaves_the_days_outside_the_holes(spans: list[tuple[int, int]], holes: list[tuple[int, int]]) -> None:
    assert _covered(list(without(spans, merged(holes)))) == _covered(spans) - _covered(holes)


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(1, 30)), max_size=6), st.integers(0, 30), st.integers(0, 30))
def test_a_partition_is_the_window(spans: list[tuple[int, int]], start: int, end: int) -> None:
    rows = [Stretch(a, a + n, f"c{i}") for i, (a, n) in enumerate(spans)]
    parts = partition(rows, start, end)
    assert [day for a, b, _ in parts for day in range(a, b)] == list(range(start, end))
    assert all(parts[i][2] != parts[i + 1][2] for i in range(len(parts) - 1))
    for a, b, holds in parts:
        for day in (a, b - 1):
            assert set(holds) == {r for r in rows if r.start <= day < r.end}


# -- lineages -----------------------------------------------------------------------------------------


@given(st.data(), _days, _days, _days)
def test_segments_partition_the_window_and_a_state_is_its_segment(
    random_records: st.SearchStrategy[Records], data: st.DataObject, first: int, last: int, day: int
) -> None:
    timeline = Timeline(data.draw(random_records))
    start, end = sorted((first, last))
    for key in timeline.lineages:
        rows = timeline.stretches(key, data.draw(st.sampled_from((EVER, day))))
        assert merged((r.start, r.end) for r in rows) == [(DAWN, FOREVER)]
        parts = segments(rows, start, end)
        assert [p.start for p in parts] == [start, *(p.end for p in parts[:-1])][: len(parts)]
        assert not parts or parts[-1].end == end
        for part in parts:
            for inside in (part.start, part.end - 1):
                assert segments(rows, inside, inside + 1) == (Segment(inside, inside + 1, part.holds),)


@given(st.data(), st.lists(_days, min_size=1, max_size=5))
def test_rows_of_both_clocks_are_the_stretches_of_each_known_day(
    random_records: st.SearchStrategy[Records], data: st.DataObject, days: list[int]
) -> None:
    timeline = Timeline(data.draw(random_records))
    for key in timeline.lineages:
        rows = timeline.bitemporal(key)
        for known in (DAWN, EVER, *days, *timeline.known_days(key)):
            assert {s for a, b, s in rows if a <= known < b} == set(timeline.stretches(key, known))


@given(st.data(), _days, _days)
def test_knowledge_only_grows(random_records: st.SearchStrategy[Records], data: st.DataObject, one: int, other: int) -> None:
    """A clause that was visible stays so, unless a disclosure that is known by then tells it anew; who is told anew never comes back."""
    timeline = Timeline(data.draw(random_records))
    earlier, later = sorted((one, other))
    for clause in timeline.clauses.values():
        retold = any(c.discloses == clause.id and timeline.evidence.clause_known(c) <= later for c in timeline.clauses.values())
        if timeline.visible(clause, earlier):
            assert timeline.visible(clause, later) or retold
        assert not (retold and timeline.visible(clause, later))
        if timeline.evidence.clause_known(clause) > later:
            assert not timeline.visible(clause, later)


@given(st.data(), _days)
def test_nothing_is_told_before_it_was_known(random_records: st.SearchStrategy[Records], data: st.DataObject, known: int) -> None:
    timeline = Timeline(data.draw(random_records))
    for key in timeline.lineages:
        for stretch in timeline.stretches(key, known):
            if stretch.clause is not None:
                assert timeline.evidence.clause_known(timeline.clauses[stretch.clause]) <= known
            if stretch.replaced_by is not None:
                assert timeline.evidence.clause_known(timeline.clauses[stretch.replaced_by]) <= known


@given(st.data())
def test_a_status_only_rises_and_never_above_the_clauses_own(random_records: st.SearchStrategy[Records], data: st.DataObject) -> None:
    records = data.draw(random_records)
    timeline = Timeline(records)
    strength = {"alleged": 1, "inferred": 2, "reported": 2, "confirmed": 3}
    for clause in timeline.clauses.values():
        steps = [strength[status] for _, status in timeline.evidence.statuses(clause)]
        assert steps == sorted(steps)
        assert steps[-1] <= strength[clause.status]


# -- examples -----------------------------------------------------------------------------------------


def _records(*clauses: Clause) -> Records:
    sources = {
        day: Source(day, day, "Paper", "party", {}, issued=Edtf.parse(day)) for day in ("2020-01-01", "2021-01-01", "2022-01-01", "2023-01-01")
    }
    terms = {"chair": Term("chair", "Chair", "holder"), "seat": Term("seat", "Seat", "holder", implied_by=("chair",))}
    return Records(Settings("T", "1", Edtf.parse("2024-12-31")), terms=terms, clauses={c.id: c for c in clauses}, sources=sources)


def _clause(name: str, known: str, **fields: object) -> Clause:
    """A clause of the chair that was known from that day."""
    return Clause(f"club/{name}#chair", f"club/{name}", "club", "chair", "club", "…", "confirmed", cites=(Cite(known),), **{"holder": name, **fields})  # type: ignore[arg-type]


def _shown(timeline: Timeline, known: str | None = None, term: str = "chair") -> list[tuple[str, str, str, str]]:
    rows = timeline.stretches(LineageKey(term, "club"), EVER if known is None else parse_day(known))
    return [(iso(r.start), iso(r.end), r.clause.partition("/")[2].partition("#")[0] if r.clause else "-", r.certainty) for r in rows]


def test_a_replaced_clause_counts_as_open_before_the_replacement_was_known() -> None:
    ann = _clause("ann", "2020-01-01", start=Edtf.parse("2020-01-01"))
    bob = _clause("bob", "2022-01-01", start=Edtf.parse("2021-07-01"), replaces=(ann.id,))
    timeline = Timeline(_records(ann, bob))
    assert _shown(timeline, "2021-12-31")[1:] == [("2020-01-01", "..", "ann", "certain")]
    assert _shown(timeline, "2022-01-01")[1:] == [("2020-01-01", "2021-07-01", "ann", "certain"), ("2021-07-01", "..", "bob", "certain")]


def test_inside_the_doubt_of_a_change_both_may_hold() -> None:
    ann = _clause("ann", "2020-01-01", start=Edtf.parse("2020-01-01"))
    bob = _clause("bob", "2022-01-01", start=Edtf.parse("2021"), replaces=(ann.id,))
    assert _shown(Timeline(_records(ann, bob)))[1:] == [
        ("2020-01-01", "2021-01-01", "ann", "certain"),
        ("2021-01-01", "2021-12-31", "ann", "possible"),
        ("2021-01-01", "2021-12-31", "bob", "possible"),
        ("2021-12-31", "..", "bob", "certain"),
    ]


def test_a_sighting_is_certain_on_its_day_alone() -> None:
    ann = _clause("ann", "2020-01-01", observed=(Edtf.parse("2020-03-01"), Edtf.parse("2021-03-01")))
    timeline = Timeline(_records(ann))
    assert _shown(timeline)[1:] == [
        ("2020-03-01", "2020-03-02", "ann", "certain"),
        ("2020-03-02", "2021-03-01", "ann", "possible"),
        ("2021-03-01", "2021-03-02", "ann", "certain"),
        ("2021-03-02", "..", "ann", "possible"),
    ]
    assert _shown(timeline, "2020-12-31")[1:] == [("2020-03-01", "2020-03-02", "ann", "certain"), ("2020-03-02", "..", "ann", "possible")]


def test_an_implication_holds_only_from_its_own_first_day() -> None:
    ann = _clause("ann", "2020-01-01", start=Edtf.parse("2020-01-01"), until=Edtf.parse("2021-01-01"))
    records = _records(ann)
    assert _shown(Timeline(records), term="seat")[1:2] == [("2020-01-01", "2021-01-01", "ann", "certain")]
    later = replace(records.terms["seat"], implied_from=Edtf.parse("2020-06"))
    shown = _shown(Timeline(replace(records, terms={**records.terms, "seat": later})), term="seat")
    assert [row for row in shown if row[2] == "ann"] == [("2020-06-30", "2021-01-01", "ann", "certain")]


def test_what_is_known_of_a_start_changes_with_the_sightings_of_what_it_replaces() -> None:
    seat = Clause(
        "club/s#seat", "club/s", "club", "seat", "club", "…", "confirmed", holder="bob", cites=(Cite("2020-01-01"),),
        observed=(Edtf.parse("2020-03-01"), Edtf.parse("2021-03-01")),
    )  # fmt: skip
    ann = _clause("ann", "2020-01-01", observed=(Edtf.parse("2022-03-01"),), replaces=(seat.id,))
    timeline = Timeline(_records(ann, seat))
    key = LineageKey("chair", "club")
    for known in ("2021-02-28", "2021-03-01"):
        rows = {s for a, b, s in timeline.bitemporal(key) if a <= parse_day(known) < b}
        assert rows == set(timeline.stretches(key, parse_day(known)))


def test_a_stronger_right_fills_the_weaker_ones_gaps_only() -> None:
    ann = _clause("ann", "2020-01-01", start=Edtf.parse("2020-01-01"))
    seat = Clause(
        "club/s#seat", "club/s", "club", "seat", "club", "…", "confirmed", holder="bob", cites=(Cite("2020-01-01"),),
        start=Edtf.parse("2021-01-01"), until=Edtf.parse("2022-01-01"),
    )  # fmt: skip
    assert _shown(Timeline(_records(ann, seat)), term="seat")[1:] == [
        ("2020-01-01", "2021-01-01", "ann", "certain"),
        ("2021-01-01", "2022-01-01", "s", "certain"),
        ("2022-01-01", "..", "ann", "certain"),
    ]


def test_a_disclosure_takes_the_place_of_what_it_tells_anew_from_its_own_known_day() -> None:
    ann = _clause("ann", "2020-01-01", start=Edtf.parse("2020-01-01"))
    told = _clause("told", "2023-01-01", start=Edtf.parse("2020-01-01"), discloses=ann.id)
    bob = _clause("bob", "2021-01-01", start=Edtf.parse("2021-01-01"), replaces=(ann.id,))
    timeline = Timeline(_records(ann, bob, told))
    assert [row[2] for row in _shown(timeline, "2022-12-31")] == ["-", "ann", "bob"]
    assert [row[2] for row in _shown(timeline)] == ["-", "told", "bob"]


def test_a_withdrawn_claim_leaves_every_answer_and_takes_its_inferences_along() -> None:
    ann = _clause("ann", "2020-01-01", start=Edtf.parse("2020-01-01"))
    bob = _clause("bob", "2021-01-01", start=Edtf.parse("2020-01-01"), retracts=(ann.id,))
    guess = Clause("club/g#seat", "club/g", "club", "seat", "club", "…", "inferred", start=Edtf.parse("2020-01-01"), from_clauses=(ann.id,))
    timeline = Timeline(_records(ann, bob, guess))
    assert [row[2] for row in _shown(timeline)] == ["-", "bob"]
    assert timeline.evidence.withdrawn == {ann.id, guess.id}


@pytest.mark.parametrize(
    ("written", "first", "last", "text", "end"),
    [
        ({"until": Edtf.parse("2022-07")}, "2022-07-01", "2022-07-31", "2022-07", "ended"),
        ({"through": Edtf.parse("2032")}, "2033-01-01", "2033-01-01", "2033-01-01", "scheduled"),
        ({}, "..", "..", None, "open"),
    ],
)
def test_an_end_is_as_exact_as_it_is_written(written: dict[str, Edtf], first: str, last: str, text: str | None, end: str) -> None:
    ann = _clause("ann", "2020-01-01", start=Edtf.parse("2020-01-01"), **written)
    found = Timeline(_records(ann)).extent(ann, EVER)
    assert (iso(found.to_lo), iso(found.to_hi), found.to, found.end_kind) == (first, last, text, end)
