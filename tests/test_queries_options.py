"""Dates and names in options: what is read, and what is refused with a hint that can be followed."""

from __future__ import annotations

import pytest

from tenor.dates import iso, parse_day
from tenor.errors import UnknownName, UsageError
from tenor.queries import names
from tenor.queries.options import current_day, option_day, option_span, option_window
from tenor.store.read import Store

TODAY = parse_day("2026-11-23")


@pytest.mark.parametrize(
    ("text", "first", "after"),
    [
        ("2026-04-27", "2026-04-27", "2026-04-28"),
        ("2026-04", "2026-04-01", "2026-05-01"),
        ("2026", "2026-01-01", "2027-01-01"),
        ("27 Apr 2026", "2026-04-27", "2026-04-28"),
        ("27 april 2026", "2026-04-27", "2026-04-28"),
        ("April 27, 2026", "2026-04-27", "2026-04-28"),
        ("April 2026", "2026-04-01", "2026-05-01"),
        ("2026-34", "2026-04-01", "2026-07-01"),
        ("Q2 2026", "2026-04-01", "2026-07-01"),
        ("today", "2026-11-23", "2026-11-24"),
        ("[2026-05..2026-09-18]", "2026-05-01", "2026-09-19"),
    ],
)
def test_dates_as_people_write_them(text: str, first: str, after: str) -> None:
    assert tuple(map(iso, option_window(text, today=TODAY))) == (first, after)
    assert option_day(text, today=TODAY) == parse_day(after) - 1


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("04/05/2026", "04/05/2026 can be read two ways; write 2026-04-05 or 2026-05-04", "write 2026-04-05 or 2026-05-04"),
        ("2026-02-30", "'2026-02-30' does not exist: February 2026 has 28 days", "write it like 2026-04-27"),
        ("30 Feb 2026", "'2026-02-30' does not exist: February 2026 has 28 days", "write it like 2026-04-27"),
        ("2026-13", "'2026-13': there is no month 13", "write it like 2026-04-27"),
        ("April", "April of which year?", "write April 2026"),
        ("soon", "'soon' is not a date I can read", "write it like 2026-04-27, 27 Apr 2026, April 2026, 2026 or today"),
        ("", "'' is not a date I can read", "write it like 2026-04-27, 27 Apr 2026, April 2026, 2026 or today"),
        ("before 2026", "'before 2026' is not a date I can read", "write it like 2026-04-27, 27 Apr 2026, April 2026, 2026 or today"),
        ("the rent in 2026", "'the rent in 2026' is not a date I can read", "write it like 2026-04-27, 27 Apr 2026, April 2026, 2026 or today"),
        ("[..2026]", "'[..2026]' has no first day", "write a day, a month or a year"),
    ],
)
def test_what_is_no_date_is_refused(text: str, message: str, hint: str) -> None:
    with pytest.raises(UsageError) as refused:
        option_window(text, today=TODAY, option="--on")
    assert (refused.value.message, refused.value.hint, refused.value.where) == (message, hint, "--on")


def test_a_span_runs_from_the_first_day_to_the_last() -> None:
    assert tuple(map(iso, option_span("2025-04", "2026"))) == ("2025-04-01", "2027-01-01")
    with pytest.raises(UsageError, match="2026 comes after 2025"):
        option_span("2026", "2025")


def test_today_can_be_fixed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TENOR_TODAY", "2026-11-23")
    assert iso(current_day()) == "2026-11-23"
    monkeypatch.setenv("TENOR_TODAY", "yesterday")
    with pytest.raises(UsageError) as refused:
        current_day()
    assert refused.value.where == "TENOR_TODAY"


@pytest.mark.parametrize(
    ("name", "party", "product"),
    [
        ("ann", "ann", None), ("party:ann", "ann", None), ("Ann", "ann", None), ("Mrs Lee", "ann", None), ("Ann Lee", "ann", None),
        ("heron", "bob", "heron"), ("The Heron", "bob", "heron"), ("robert", "bob", None),
    ],
)  # fmt: skip
def test_parties_by_every_name_they_have(town: Store, name: str, party: str, product: str | None) -> None:
    assert names.party(town, name) == (party, product)


@pytest.mark.parametrize("name", ["ferry-monopoly", "term:ferry-monopoly", "sole ferry", "the ferry monopoly", "Ferry-Monopoly"])
def test_terms_by_id_or_by_what_they_are_called(town: Store, name: str) -> None:
    assert names.term(town, name) == "ferry-monopoly"


@pytest.mark.parametrize(
    ("name", "hint"),
    [("an", "a similar party exists: 'ann'"), ("boob", "a similar party exists: 'bob'"), ("zzz", "look names up with 'tenor search zzz'")],
)
def test_an_unknown_name_comes_with_near_ones(town: Store, name: str, hint: str) -> None:
    with pytest.raises(UnknownName) as refused:
        names.party(town, name)
    assert (refused.value.message, refused.value.hint, refused.value.where) == (f"no party named {name!r}", hint, "--party")


def test_at_most_three_near_names() -> None:
    assert names.near("loan", ["loan-b", "loan-a", "loan-c", "loan-d", "toll"]) == ["loan-a", "loan-b", "loan-c"]
    assert names.near("opnai", ["openai", "amazon"]) == ["openai"]


def test_the_statuses_are_those_of_the_records() -> None:
    from tenor.model import STATUSES

    assert names.STATUSES == STATUSES
