"""Differences between two days or two instruments, and the law that they turn the one state into the other."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import settings as tries
from hypothesis import strategies as st

from tenor.dates import iso, parse_day
from tenor.errors import TenorError
from tenor.model import Records
from tenor.queries.diff import CHANGES, apply, diff, state
from tenor.store.read import EVER, Store


def changes(store: Store, a: str, b: str, **filters: Any) -> list[tuple[str, str, str | None, str | None]]:
    """``(change, term, was, now)`` of all that is not kept."""
    found = diff(store, a, b, **filters)["changes"]
    return [(c["change"], c["term"], c["was"] and c["was"]["clause"], c["now"] and c["now"]["clause"]) for c in found if c["change"] != "kept"]


def one(store: Store, a: str, b: str, term: str) -> dict[str, Any]:
    (found,) = diff(store, a, b, term=term)["changes"]
    return dict(found)


def test_what_changed_between_two_days(town: Store) -> None:
    assert changes(town, "2021-12-31", "2024") == [
        ("changed", "ferry-monopoly", "ferry/2020-01-01#ferry-monopoly", "ferry/2022-03-01#ferry-monopoly"),
        ("changed", "ferry", "ferry/2020-01-01#ferry-monopoly", "ferry/2022-03-01#ferry"),
        ("ended", "fishing", "ferry/2020-01-01#fishing", None),
        ("new", "loan", None, "loans/2022-07-01#loan-ann"),
        ("changed", "toll", "ferry/2020-01-01#toll", "ferry/2023-09-01#toll"),
    ]


def test_a_change_says_when_by_what_and_in_which_fields(town: Store) -> None:
    toll = one(town, "2021", "2024", "toll")
    assert (toll["on"], toll["set_by"], toll["fields"], toll["steps"]) == ("2023-09-01", "ferry/2023-09-01", ["value", "status", "text"], [])
    fishing = one(town, "2021", "2024", "fishing")
    assert (fishing["on"], fishing["set_by"], fishing["now"]) == ("2023-06", None, None)
    kept = one(town, "2020-02", "2021", "toll")
    assert (kept["change"], kept["on"], kept["set_by"], kept["fields"]) == ("kept", None, None, [])


def test_a_date_means_its_last_day_and_the_header_says_which(town: Store) -> None:
    document = diff(town, "2021", "2022-03")
    assert (document["a"], document["b"]) == ({"on": "2021-12-31", "instrument": None}, {"on": "2022-03-31", "instrument": None})
    assert document["deals"] == ["ferry", "loans"]
    assert document["counts"] == dict.fromkeys(CHANGES, 0) | {"kept": 6}


def test_instruments_are_compared_within_their_deal_and_what_goes_unsaid_is_not_restated(town: Store) -> None:
    document = diff(town, "ferry/2020-01-01", "ferry/2022-03-01")
    assert (document["b"], document["deals"]) == ({"on": "2022-04-01", "instrument": "ferry/2022-03-01"}, ["ferry"])
    assert {c["term"]: c["change"] for c in document["changes"]} == {
        "ferry-monopoly": "changed", "ferry": "changed", "fishing": "not-restated", "loan": "new", "toll": "kept",
    }  # fmt: skip
    fishing = next(c for c in document["changes"] if c["change"] == "not-restated")
    assert fishing["was"]["clause"] == fishing["now"]["clause"] == "ferry/2020-01-01#fishing"


def test_a_day_and_an_instrument_can_be_compared(town: Store) -> None:
    assert diff(town, "2020-02", "ferry/2023-09-01", deal="ferry")["b"]["instrument"] == "ferry/2023-09-01"


def test_inside_the_doubt_of_an_end_a_clause_may_go_on(town: Store) -> None:
    fishing = one(town, "2023-05", "2023-06-15", "fishing")
    assert (fishing["change"], fishing["was"]["certainty"], fishing["now"]["certainty"]) == ("kept", "certain", "possible")


def test_a_deal_and_a_term_narrow_it(town: Store) -> None:
    assert changes(town, "2021", "2024", deal="loans") == [("new", "loan", None, "loans/2022-07-01#loan-ann")]
    assert [c[1] for c in changes(town, "2021", "2024", term="toll")] == ["toll"]


def test_versions_in_between_are_steps(shipped: Store) -> None:
    found = diff(shipped, "2016-12", "2026-04-27", term="primary-cloud")["changes"]
    (changed,) = [c for c in found if c["subject"] == "openai"]
    assert changed["change"] == "changed"
    assert len(changed["steps"]) > 2
    assert len(set(changed["steps"])) == len(changed["steps"])
    assert not {changed["was"]["clause"], changed["now"]["clause"]} & set(changed["steps"])


def test_on_a_known_day_a_later_change_does_not_exist(town: Store) -> None:
    assert changes(town, "2021", "2024", term="toll", known_at="2023-08-31") == []


@pytest.mark.parametrize(
    ("a", "b", "message"),
    [
        ("2024", "2021", "2024 comes after 2021"),
        ("ferry/2022-03-01", "ferry/2020-01-01", "ferry/2022-03-01 comes after ferry/2020-01-01"),
        ("ferry/2022-03-02", "2024", "no instrument named 'ferry/2022-03-02'"),
        ("ferry/2020-01-01#toll", "2024", "ferry/2020-01-01#toll is no instrument"),
        ("04/05/2022", "2024", "04/05/2022 can be read two ways; write 2022-04-05 or 2022-05-04"),
    ],
)
def test_what_cannot_be_compared_is_refused(town: Store, a: str, b: str, message: str) -> None:
    with pytest.raises(TenorError) as refused:
        diff(town, a, b)
    assert refused.value.message == message


def _law(store: Store, a: int, b: int, known: int = EVER) -> None:
    document = diff(store, iso(a), iso(b), known_at=iso(known) if known < EVER else None)
    before, after = (state(store, day, document["deals"], known=known) for day in (a, b))
    assert apply(before, document["changes"]) == after
    assert document["counts"] == {name: sum(c["change"] == name for c in document["changes"]) for name in CHANGES}
    for change in document["changes"]:
        assert (change["was"] is None) == (change["change"] == "new")
        assert (change["now"] is None) == (change["change"] == "ended")


_days = st.integers(parse_day("2019-06-01"), parse_day("2024-06-01"))


@tries(max_examples=25)
@given(st.data(), _days, _days, st.sampled_from((EVER, parse_day("2021-03-01"))))
def test_the_changes_turn_the_first_state_into_the_second(
    compiled: Callable[[Records], Store], random_records: st.SearchStrategy[Records], data: st.DataObject, one: int, other: int, known: int
) -> None:
    store = compiled(data.draw(random_records))
    for a, b in [sorted((one, other)), (one, one)]:
        _law(store, a, b, known)


@pytest.mark.parametrize(
    ("a", "b"), [("2016-01-01", "2026-10-08"), ("2023-01-01", "2025-01-21"), ("2025-10-28", "2026-04-27"), ("2026-04-26", "2026-04-27")]
)
def test_the_law_holds_in_the_shipped_records(shipped: Store, a: str, b: str) -> None:
    _law(shipped, parse_day(a), parse_day(b))
