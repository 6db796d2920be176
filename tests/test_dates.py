"""Dates: what each way of writing one means, what is refused and why, and the arithmetic against the standard library's."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tenor.dates import (
    DAWN,
    FOREVER,
    Edtf,
    EdtfError,
    civil,
    day_number,
    iso,
    iso_or_none,
    long_date,
    month_length,
    parse_day,
    parse_period,
)

EPOCH = date(1970, 1, 1)


@pytest.mark.parametrize(
    ("text", "lo", "hi"),
    [
        ("2026-04-27", "2026-04-27", "2026-04-27"),
        ("2026-04", "2026-04-01", "2026-04-30"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2026", "2026-01-01", "2026-12-31"),
        ("2023~", "2022-01-01", "2024-12-31"),
        ("2023?", "2022-01-01", "2024-12-31"),
        ("2023%", "2021-01-01", "2025-12-31"),
        ("2023-05~", "2023-04-01", "2023-06-30"),
        ("2023-01~", "2022-12-01", "2023-02-28"),
        ("2023-12%", "2023-10-01", "2024-02-29"),
        ("2023-05-10~", "2023-05-09", "2023-05-11"),
        ("2023-05-10%", "2023-05-08", "2023-05-12"),
        ("[2026-05..2026-09-18]", "2026-05-01", "2026-09-18"),
        ("[..2025-11-06]", "..", "2025-11-06"),
        ("[2025-11-06..]", "2025-11-06", ".."),
        ("202X", "2020-01-01", "2029-12-31"),
        ("20XX", "2000-01-01", "2099-12-31"),
        ("2026-XX", "2026-01-01", "2026-12-31"),
        ("2026-04-XX", "2026-04-01", "2026-04-30"),
        ("2026-33", "2026-01-01", "2026-03-31"),
        ("2026-36", "2026-10-01", "2026-12-31"),
        ("2026-40", "2026-01-01", "2026-06-30"),
        ("2026-41", "2026-07-01", "2026-12-31"),
        ("2026-21", "2026-03-01", "2026-05-31"),
        ("2026-24", "2026-12-01", "2027-02-28"),
        (" 2026-04 ", "2026-04-01", "2026-04-30"),
        ("0871-04", "0871-04-01", "0871-04-30"),
    ],
)
def test_a_date_lies_between_two_days(text: str, lo: str, hi: str) -> None:
    found = Edtf.parse(text)
    assert (iso(found.lo), iso(found.hi)) == (lo, hi)
    assert found.text == text.strip()


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("2026-02-30", "'2026-02-30' does not exist: February 2026 has 28 days"),
        ("2023-02-29", "'2023-02-29' does not exist: February 2023 has 28 days"),
        ("2026-04-00", "'2026-04-00' does not exist: April 2026 has 30 days"),
        ("2026-13", "'2026-13': there is no month 13"),
        ("2026-00", "'2026-00': there is no month 00"),
        ("2026-33-01", "'2026-33-01': there is no month 33"),
        ("0000", "'0000': years start at 0001"),
        ("2023~?", "'2023~?' has more than one of ~ ? %; use one"),
        ("2X26", "'2X26': X may stand only for the last digits of the year"),
        ("[2026..2025]", "'[2026..2025]': its first date is after its last"),
        ("[..]", "'[..]': write [..2025-11-06], [2025-11-06..] or [2026-05..2026-09-18]"),
        ("[2026]", "'[2026]': write [..2025-11-06], [2025-11-06..] or [2026-05..2026-09-18]"),
        ("", "'' is not a date; write 2026, 2026-04 or 2026-04-27"),
        ("27 April 2026", "'27 April 2026' is not a date; write 2026, 2026-04 or 2026-04-27"),
        ("2026-4-27", "'2026-4-27' is not a date; write 2026, 2026-04 or 2026-04-27"),
        ("٢٠٢٦", "'٢٠٢٦' is not a date; write 2026, 2026-04 or 2026-04-27"),
        ("2026-04-27-01", "'2026-04-27-01' is not a date; write 2026, 2026-04 or 2026-04-27"),
    ],
)
def test_what_is_no_date_is_refused_with_the_reason(text: str, reason: str) -> None:
    with pytest.raises(EdtfError) as refused:
        Edtf.parse(text)
    assert str(refused.value) == reason


@pytest.mark.parametrize(
    ("text", "lo", "hi"),
    [
        ("2032", "2033-01-01", "2033-01-01"),
        ("2030-02", "2030-03-01", "2030-03-01"),
        ("2026-04-27", "2026-04-28", "2026-04-28"),
        ("2026-36", "2027-01-01", "2027-01-01"),
        ("2032~", "2032-01-01", "2034-01-01"),
        ("2033~", "2033-01-01", "2035-01-01"),
        ("2023-03~", "2023-03-01", "2023-05-01"),
        ("2023-03-10~", "2023-03-10", "2023-03-12"),
        ("203X~", "2030-01-01", "2050-01-01"),
        ("[2030..2032]", "2030-01-02", "2033-01-01"),
    ],
)
def test_through_ends_with_the_period(text: str, lo: str, hi: str) -> None:
    after = Edtf.parse(text).end_of_period()
    assert (iso(after.lo), iso(after.hi)) == (lo, hi)
    assert Edtf.parse(after.text) == after


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2026-34", "2026-04-01", "2026-07-01"),
        ("2025-07-01/2026-06-30", "2025-07-01", "2026-07-01"),
        ("../2026", "..", "2027-01-01"),
        ("2026/..", "2026-01-01", ".."),
        ("2026", "2026-01-01", "2027-01-01"),
    ],
)
def test_a_period_is_closed_open(text: str, start: str, end: str) -> None:
    assert tuple(map(iso, parse_period(text))) == (start, end)


def test_a_period_that_ends_before_it_starts_is_refused() -> None:
    with pytest.raises(EdtfError, match="ends before it starts"):
        parse_period("2026/2025")


def test_a_day_must_be_one_day() -> None:
    assert parse_day("1970-01-02") == 1
    with pytest.raises(EdtfError, match="is not one day"):
        parse_day("2026-04")


def test_open_ends_have_no_day() -> None:
    assert (iso(DAWN), iso_or_none(FOREVER), iso_or_none(0)) == ("..", None, "1970-01-01")


def test_a_day_in_words() -> None:
    assert long_date(parse_day("2026-04-27")) == "27 April 2026"


@given(st.dates())
def test_days_count_like_the_standard_library(day: date) -> None:
    number = (day - EPOCH) // timedelta(days=1)
    assert day_number(day.year, day.month, day.day) == number
    assert civil(number) == (day.year, day.month, day.day)
    assert iso(number) == day.isoformat()
    assert Edtf.parse(iso(number)) == Edtf.of_day(number)


@given(st.dates())
def test_a_coarser_date_holds_the_finer_one(day: date) -> None:
    fine = Edtf.parse(day.isoformat())
    month, year = Edtf.parse(day.isoformat()[:7]), Edtf.parse(day.isoformat()[:4])
    assert year.lo <= month.lo <= fine.lo == fine.hi <= month.hi <= year.hi
    assert month.hi - month.lo + 1 == month_length(day.year, day.month)


@given(st.dates(min_value=date(10, 1, 1), max_value=date(9990, 1, 1)), st.sampled_from(("", "-", "--")))
def test_doubt_widens_on_both_sides(day: date, precision: str) -> None:
    text = day.isoformat()[: {"": 4, "-": 7, "--": 10}[precision]]
    sure, about, doubtful = (Edtf.parse(text + mark) for mark in ("", "~", "%"))
    assert doubtful.lo < about.lo < sure.lo <= sure.hi < about.hi < doubtful.hi


@given(st.text(max_size=12))
def test_any_text_is_a_date_or_refused(text: str) -> None:
    try:
        found = Edtf.parse(text)
    except EdtfError:
        return
    assert found.lo <= found.hi
    assert found == Edtf.parse(found.text)


def test_a_day_after_the_year_9999_has_no_iso_form() -> None:
    last = day_number(9999, 12, 31)
    assert (iso(last), iso_or_none(last)) == ("9999-12-31", "9999-12-31")
    assert (iso(last + 1), iso_or_none(last + 1)) == ("..", None)
