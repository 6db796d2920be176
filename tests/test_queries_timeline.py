"""Entries in order, and lanes whose segments leave no day between their ends out."""

from __future__ import annotations

import pytest

from tenor.errors import UnknownName
from tenor.queries.timeline import timeline
from tenor.store.read import Store


def test_instruments_and_events_stand_in_order(town: Store) -> None:
    document = timeline(town)
    assert document["deals"] == ["ferry", "loans"]
    assert [(e["date"], e["kind"], e["id"], e["status"]) for e in document["entries"]] == [
        ("2020-01-01", "instrument", "ferry/2020-01-01", "confirmed"),
        ("2021-05-01", "instrument", "loans/2021-05-01", "confirmed"),
        ("2021-08", "event", "event:2021-08-fair", "reported"),
        ("2022-03-01", "instrument", "ferry/2022-03-01", "confirmed"),
        ("2022-07-01", "instrument", "loans/2022-07-01", "confirmed"),
        ("2023-09-01", "instrument", "ferry/2023-09-01", "reported"),
    ]


def test_a_deal_has_its_instruments_those_it_lists_and_the_events_about_them(town: Store) -> None:
    assert [e["id"] for e in timeline(town, ["ferry"])["entries"]] == [
        "ferry/2020-01-01", "loans/2021-05-01", "event:2021-08-fair", "ferry/2022-03-01", "ferry/2023-09-01",
    ]  # fmt: skip
    assert [e["id"] for e in timeline(town, ["loans"])["entries"]] == ["loans/2021-05-01", "loans/2022-07-01"]


def test_a_lane_has_a_segment_a_stretch(town: Store) -> None:
    lanes = {(lane["term"], lane["holder"], lane["scope"]): lane["segments"] for lane in timeline(town)["lanes"]}
    assert list(lanes) == [
        ("ferry-monopoly", None, None), ("ferry", None, None), ("fishing", None, None), ("loan", "ann", "bridge"), ("loan", "cleo", None), ("toll", None, None),
    ]  # fmt: skip
    assert [(s["stretch"], s["certainty"]) for s in lanes["fishing", None, None]] == [
        (["2020-01-01", "2020-12-31"], "possible"), (["2020-12-31", "2023-06-01"], "certain"), (["2023-06-01", "2023-06-30"], "possible"),
    ]  # fmt: skip
    assert [(s["clause"], s["term"], s["implied_by"]) for s in lanes["ferry", None, None]] == [
        ("ferry/2020-01-01#ferry-monopoly", "ferry", "ferry-monopoly"), ("ferry/2022-03-01#ferry", "ferry", None),
    ]  # fmt: skip


def test_a_window_cuts_what_lies_outside_and_shows_the_days_without_a_record(town: Store) -> None:
    document = timeline(town, between=("2023", "2024"))
    assert [e["id"] for e in document["entries"]] == ["ferry/2023-09-01"]
    fishing = next(lane["segments"] for lane in document["lanes"] if lane["term"] == "fishing")
    assert [(s["status"], s["stretch"]) for s in fishing][-1] == ("unrecorded", ["2023-06-30", None])


def test_what_was_not_known_has_no_place(town: Store) -> None:
    document = timeline(town, known_at="2020-06-30")
    assert [e["id"] for e in document["entries"]] == ["ferry/2020-01-01"]
    assert [lane["term"] for lane in document["lanes"]] == ["ferry-monopoly", "ferry", "fishing", "toll"]
    assert all(s["to"] is None for lane in document["lanes"] if lane["term"] != "fishing" for s in lane["segments"])


def test_in_the_shipped_records_no_lane_leaves_a_day_out(shipped: Store) -> None:
    for lane in timeline(shipped)["lanes"]:
        reached = lane["segments"][0]["stretch"][0]
        for segment in lane["segments"]:
            first, after = segment["stretch"]
            assert reached is None or first is None or first <= reached, lane
            reached = None if after is None or reached is None else max(reached, after)


def test_an_unknown_deal_comes_with_near_ones(town: Store) -> None:
    with pytest.raises(UnknownName) as refused:
        timeline(town, ["fery"])
    assert refused.value.hint == "a similar deal exists: 'ferry'"
