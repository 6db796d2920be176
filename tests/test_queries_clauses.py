"""Lists of clauses: dates and doubt, filters one by one, known days, speakers, and the plans by which they are found."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tenor.errors import TenorError, UnknownName, UsageError
from tenor.queries.clauses import clauses
from tenor.store.read import Store


def ids(store: Store, **filters: Any) -> list[str]:
    return [c["clause"] for c in clauses(store, **filters)["clauses"]]


def certainty(store: Store, clause: str, on: str) -> str:
    return next(str(c["certainty"]) for c in clauses(store, on=on)["clauses"] if c["clause"] == clause)


ANN, FISHING, TOLL = "ferry/2020-01-01#ferry-monopoly", "ferry/2020-01-01#fishing", "ferry/2020-01-01#toll"
OPEN, BOB, NEW_TOLL = "ferry/2022-03-01#ferry-monopoly", "ferry/2022-03-01#ferry", "ferry/2023-09-01#toll"
LOAN, MORE, CLEO, CLEO_TOLD = "loans/2021-05-01#loan-ann", "loans/2022-07-01#loan-ann", "loans/2021-05-01#loan-cleo", "loans/2022-07-01#loan-cleo"


# -- days ---------------------------------------------------------------------------------------------


def test_without_a_date_every_clause_ever_is_listed_oldest_first(town: Store) -> None:
    document = clauses(town)
    assert [c["clause"] for c in document["clauses"]] == [ANN, FISHING, TOLL, LOAN, CLEO, CLEO_TOLD, BOB, OPEN, MORE, NEW_TOLL]
    assert (document["schema"], document["count"], document["total"]) == (1, 10, 10)
    assert document["kb"] == {"title": "A town", "version": "1.2", "checked_through": "2024-12-31"}


@pytest.mark.parametrize(
    ("on", "held"),
    [
        ("2019-12-31", []),
        ("2020-01-01", [ANN, FISHING, TOLL]),
        ("2022-03-31", [ANN, FISHING, TOLL, LOAN, CLEO_TOLD]),
        ("2022-04-01", [FISHING, TOLL, LOAN, CLEO_TOLD, BOB, OPEN]),
        ("2023-09-01", [LOAN, CLEO_TOLD, BOB, OPEN, MORE, NEW_TOLL]),
        ("2025-12-31", [LOAN, CLEO_TOLD, BOB, OPEN, MORE, NEW_TOLL]),
        ("2026-01-01", [LOAN, CLEO_TOLD, OPEN, MORE, NEW_TOLL]),
    ],
)
def test_on_a_day_what_held_is_listed(town: Store, on: str, held: list[str]) -> None:
    assert ids(town, on=on) == held


def test_a_window_lists_what_touched_it(town: Store) -> None:
    assert ids(town, between=("2022-03", "2022-04")) == [ANN, FISHING, TOLL, LOAN, CLEO_TOLD, BOB, OPEN]
    assert ids(town, on="2022-03") == ids(town, on="2022-03-31")


def test_a_day_inside_a_doubtful_date_is_possible(town: Store) -> None:
    assert certainty(town, FISHING, "2020-06-01") == "possible"
    assert certainty(town, FISHING, "2021-06-01") == "certain"
    assert certainty(town, FISHING, "2023-06-15") == "possible"
    assert FISHING not in ids(town, on="2023-06-30")


def test_a_day_after_the_checked_one_is_as_last_agreed(town: Store) -> None:
    assert certainty(town, BOB, "2024-12-31") == "certain"
    assert certainty(town, BOB, "2025-01-01") == "as-last-agreed"


def test_dates_stand_as_written_and_are_not_cut_to_the_window(town: Store) -> None:
    (fishing,) = clauses(town, on="2021-06-01", term="fishing")["clauses"]
    assert (fishing["from"], fishing["to"], fishing["end"]) == ("2020", "2023-06", "ended")
    (bob,) = clauses(town, on="2022-05", term="ferry")["clauses"]
    assert (bob["to"], bob["end"], bob["ends_when"]) == ("2026-01-01", "scheduled", "the bridge opens")


def test_the_next_change_is_told_for_a_day(town: Store) -> None:
    assert clauses(town, on="2022-02-01")["next_change"] == {"on": "2022-04-01", "terms": 1}
    assert clauses(town, on="2022-02-01", term="ferry")["next_change"] == {"on": "2022-04-01", "terms": 1}
    assert clauses(town, on="2027-01-01")["next_change"] is None


# -- filters ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ({"party": "ann"}, [ANN, FISHING, TOLL, LOAN, CLEO, MORE]),
        ({"party": "cleo"}, [LOAN, CLEO, CLEO_TOLD]),
        ({"party": "swan"}, [ANN, FISHING, TOLL, LOAN, CLEO, MORE]),
        ({"holder": "ann"}, [ANN, LOAN, MORE]),
        ({"holder": "The Heron"}, [BOB]),
        ({"term": "toll"}, [TOLL, NEW_TOLL]),
        ({"term": "ferry-monopoly"}, [ANN, OPEN]),
        ({"scope": "bridge"}, [LOAN, MORE]),
        ({"type": "Exclusivity"}, [ANN, OPEN]),
        ({"type": "minimum commitment", "holder": "cleo"}, [CLEO, CLEO_TOLD]),
        ({"deal": "loans"}, [LOAN, CLEO, CLEO_TOLD, MORE]),
        ({"deal": "the ferry lease"}, [ANN, FISHING, TOLL, CLEO, BOB, OPEN, NEW_TOLL]),
        ({"status": "reported"}, [FISHING, CLEO, NEW_TOLL]),
        ({"term": "loan", "limit": 2}, [LOAN, CLEO]),
    ],
)
def test_a_filter_keeps_what_matches(town: Store, filters: dict[str, Any], found: list[str]) -> None:
    assert ids(town, **filters) == found


def test_a_limit_leaves_the_total(town: Store) -> None:
    document = clauses(town, limit=3)
    assert (document["count"], document["total"], document["query"]["limit"]) == (3, 10, 3)


def test_a_term_lists_the_clauses_that_imply_it(town: Store) -> None:
    (found,) = clauses(town, on="2021-01-01", term="ferry")["clauses"]
    assert (found["clause"], found["term"], found["implied_by"], found["status"]) == (ANN, "ferry", "ferry-monopoly", "confirmed")
    (found,) = clauses(town, on="2021-01-01", term="ferry-monopoly")["clauses"]
    assert (found["term"], found["implied_by"]) == ("ferry-monopoly", None)


def test_the_query_is_echoed_as_it_was_understood(town: Store) -> None:
    query = clauses(town, on="April 2022", party="The Heron", type="exclusivity", known_at="2023")["query"]
    assert {k: v for k, v in query.items() if v is not None} == {
        "on": "April 2022", "from": "2022-04-01", "to": "2022-05-01", "party": "bob", "type": "Exclusivity", "known_at": "2023-12-31",
    }  # fmt: skip


def test_an_empty_list_says_which_filter_removed_how_many(town: Store) -> None:
    document = clauses(town, on="2020-06-01", holder="cleo", term="toll")
    assert document["clauses"] == []
    assert document["filters"] == [
        {"option": "--on", "value": "2020-06-01", "of": 10, "leaves": 3, "first": None},
        {"option": "--holder", "value": "cleo", "of": 3, "leaves": 0, "first": "2021-05-01"},
        {"option": "--term", "value": "toll", "of": 0, "leaves": 0, "first": None},
    ]


@pytest.mark.parametrize(
    ("filters", "message", "hint"),
    [
        ({"party": "boob"}, "no party named 'boob'", "a similar party exists: 'bob'"),
        ({"term": "tol"}, "no term named 'tol'", "a similar term exists: 'toll'"),
        ({"deal": "fery"}, "no deal named 'fery'", "a similar deal exists: 'ferry'"),
        ({"status": "confirm"}, "no status named 'confirm'", "a similar status exists: 'confirmed'"),
        ({"scope": "brigde"}, "no scope named 'brigde'", "a similar scope exists: 'bridge'"),
        ({"type": "Exclusive"}, "no type named 'Exclusive'", "a similar type exists: 'Exclusivity'"),
        ({"limit": 0}, "a limit of 0 lists nothing", "give 1 or more"),
        ({"on": "2020", "between": ("2020", "2021")}, "--on and --between exclude each other", "give one of them"),
        ({"between": ("2022", "2021")}, "2022 comes after 2021", "turn them round: --between 2021 2022"),
    ],
)
def test_a_wrong_call_says_what_is_wrong_and_what_would_be_right(town: Store, filters: dict[str, Any], message: str, hint: str) -> None:
    with pytest.raises(TenorError) as refused:
        clauses(town, **filters)
    assert (refused.value.message, refused.value.hint) == (message, hint)
    assert isinstance(refused.value, UnknownName | UsageError)
    assert refused.value.exit_code == 2


# -- known days ---------------------------------------------------------------------------------------


def test_before_it_was_known_an_end_a_status_and_a_value_do_not_exist(town: Store) -> None:
    (ann,) = clauses(town, term="ferry-monopoly", on="2023", known_at="2022-02-28")["clauses"]
    assert (ann["clause"], ann["to"], ann["end"], ann["replaced_by"]) == (ANN, None, "open", None)
    (toll,) = clauses(town, term="toll", on="2023-10-15", known_at="2023-09-15")["clauses"]
    assert (toll["clause"], toll["value"]) == (NEW_TOLL, None)
    (toll,) = clauses(town, term="toll", on="2023-10-15", known_at="2023-10-15")["clauses"]
    assert (toll["value"]["amount"], toll["value"]["status"], toll["disputes"]) == (5, "reported", [])
    (toll,) = clauses(town, term="toll", on="2023-10-15", known_at="2023-11-15")["clauses"]
    assert toll["disputes"] == ["dispute:toll"]


def test_a_disclosure_takes_over_from_its_own_known_day(town: Store) -> None:
    assert ids(town, on="2022-01-01", holder="cleo", known_at="2022-06-30") == [CLEO]
    assert ids(town, on="2022-01-01", holder="cleo", known_at="2022-07-01") == [CLEO_TOLD]
    told = {c["clause"]: c.get("disclosed_by") for c in clauses(town, holder="cleo")["clauses"]}
    assert told == {CLEO: CLEO_TOLD, CLEO_TOLD: None}


_known = st.dates(min_value=date(2019, 6, 1), max_value=date(2024, 12, 31)).map(str)


@given(_known, _known)
def test_what_is_listed_only_grows_with_the_known_day(town: Store, one: str, other: str) -> None:
    earlier, later = sorted((one, other))
    assert set(ids(town, known_at=earlier)) <= set(ids(town, known_at=later)) <= set(ids(town))


def test_in_the_shipped_records_knowledge_only_grows(shipped: Store) -> None:
    listed = [
        set(ids(shipped, known_at=day)) for day in ("2016", "2019", "2021", "2023", "2024", "2025-06", "2025-10-28", "2026-04-27", "2026-10-08")
    ]
    assert all(a <= b for a, b in pairwise(listed))
    assert listed[-1] <= set(ids(shipped))


# -- speakers -----------------------------------------------------------------------------------------


def test_a_speakers_claims_have_the_shape_of_a_clause_and_a_verdict(town: Store) -> None:
    found = clauses(town, speaker="cleo")["clauses"]
    assert [(c["clause"], c["status"], c["verdict"]) for c in found] == [
        ("commentary:cleo-2023-06-01#c-2", "alleged", "contradicted"), ("commentary:cleo-2023-06-01#c-1", "opinion", "opinion"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ({"on": "2021-05"}, ["c-2"]),
        ({"term": "toll"}, ["c-2"]),
        ({"status": "opinion"}, ["c-1"]),
        ({"deal": "loans"}, []),
        ({"known_at": "2023-05"}, []),
    ],
)
def test_claims_are_filtered_like_what_they_are_about(town: Store, filters: dict[str, Any], found: list[str]) -> None:
    document = clauses(town, speaker="cleo", **filters)
    assert [c["clause"].partition("#")[2] for c in document["clauses"]] == found
    assert bool(found) or document["filters"][-1]["leaves"] == 0


def test_who_never_spoke_has_no_claim(town: Store) -> None:
    assert clauses(town, speaker="ann")["clauses"] == []


# -- how they are found -------------------------------------------------------------------------------


def plan(store: Store, sql: str) -> list[str]:
    return [row[3] for row in store.connection.execute(f"EXPLAIN QUERY PLAN {sql}", [1] * sql.count("?"))]


@pytest.mark.parametrize(
    "filters", [{"on": "2024-06-01"}, {"on": "2024-06-01", "party": "openai"}, {"on": "2024-06-01", "term": "primary-cloud", "status": "confirmed"}]
)
def test_what_held_on_a_day_is_found_by_index(shipped: Store, filters: dict[str, Any]) -> None:
    shipped.log = []
    try:
        clauses(shipped, **filters)
        asked = {line.partition("  -- ")[0] for line in shipped.log}
    finally:
        shipped.log = None
    steps = [step for sql in asked if "segment" in sql for step in plan(shipped, sql)]
    assert any("segment" in step or "SEARCH s" in step for step in steps)
    assert [step for step in steps if step.startswith("SCAN")] == []


def test_a_state_by_lineage_is_found_by_index(shipped: Store) -> None:
    shipped.log = []
    try:
        shipped.rows(1, 0, 1)
        (sql,) = (line.partition("  -- ")[0] for line in shipped.log)
    finally:
        shipped.log = None
    assert [step.partition(" (")[0] for step in plan(shipped, sql)][:1] == ["SEARCH s USING PRIMARY KEY"]
