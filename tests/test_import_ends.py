"""Rows without an end: levels replace each other, memberships go on beside each other, and what the rows leave open is the caller's to say."""

from __future__ import annotations

from pathlib import Path

import pytest

from tenor.dates import Edtf
from tenor.importing import Imported, Options, RefusedTable, import_table
from test_import_questions import SEEN, Asked

#: The only day of a row is its first.
FARES = """Fare,Company,Price,From
single fare,Redtown Trams,$1.50,1998-04-01
single fare,Redtown Trams,$2.00,2004-01-01
single fare,Redtown Trams,$2.75,2019-06
"""
LANDLORDS = """landlord,subject,holder,from
landlord,12 High Street,Ann Bell,2001-01-01
landlord,12 High Street,Bob Cole,2005-03-01
"""
#: Ends are last days; Blueland leaves one for another over night, and Greenland has two at once.
LEAGUES = """item,property,value,start,last day
Redland,member of,Sea League,1949-04-04,
Redland,member of,Free Ports,1960-05-03,1972-12-31
Redland,member of,Home Union,1973-01-01,2020-01-31
Blueland,member of,Free Ports,1960-05-03,1972-12-31
Blueland,member of,Home Union,1973-01-01,
Greenland,member of,Sea League,1950-09-28,1965-01-20
Greenland,member of,Grain Board,1962-01-01,2008-01-01
Greenland,member of,Home Union,2010-01-01,
Greyland,member of,Sea League,1951-01-01,
Greyland,member of,Home Union,1995-01-01,
"""
#: Here one ends as the next begins, though two overlap once: a blank end in between is one that nobody wrote down.
CLUBS = """item,property,value,start,until
Tim Low,member of sports team,Redtown,1990-01-01,1995-07-01
Tim Low,member of sports team,Bluetown,1995-07-01,
Tim Low,member of sports team,Greentown,1999-07-01,2001-07-01
Tim Low,member of sports team,Greytown,2001-07-01,2004-07-01
Ida Rowe,member of sports team,Redtown,1990-01-01,1995-07-01
Ida Rowe,member of sports team,Freedonia,1994-01-01,1996-01-01
"""


def imported(folder: Path, table: str, **options: str) -> Imported:
    (folder / "table.csv").write_text(table, encoding="utf-8")
    return import_table(folder / "table.csv", folder / "kb", Edtf.parse(SEEN), Options(**options))  # type: ignore[arg-type]


MAPPED = {"term": "Fare", "subject": "Company", "value": "Price", "from": "From"}


@pytest.mark.parametrize("holders", ["", "one"])
def test_levels_with_a_first_day_only_replace_each_other(tmp_path: Path, holders: str) -> None:
    fares = Asked(tmp_path, FARES, columns=MAPPED, holders=holders)
    assert "$1.5" in fares.text("what was the single fare of Redtown Trams on 31 December 2003")
    assert "$2" in fares.text("what was the single fare of Redtown Trams in 2005")
    assert "$2.75" in fares.text("what is the single fare of Redtown Trams")


def test_an_empty_column_of_ends_is_none(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    ended = "".join(f"{line},{'Until' if n == 0 else ''}\n" for n, line in enumerate(FARES.splitlines()))
    fares = Asked(tmp_path / "a", ended, columns=MAPPED, holders="one")
    assert "$1.5" in fares.text("what was the single fare of Redtown Trams on 31 December 2003")


def test_the_import_says_that_levels_replace_each_other(tmp_path: Path) -> None:
    (note,) = imported(tmp_path, FARES, columns=MAPPED).notes  # type: ignore[arg-type]
    assert note == "table.csv:2: has no end, as no row of 'single fare' has: each ends where the next begins (--holders many leaves it open)"


def test_two_levels_of_one_day_stay_beside_each_other(tmp_path: Path) -> None:
    fares = FARES + "single fare,Redtown Trams,$1.00,1998-04-01\n"
    assert len(imported(tmp_path, fares, columns=MAPPED).clauses) == 4  # type: ignore[arg-type]


def test_holders_with_a_first_day_only_are_the_callers_to_decide(tmp_path: Path) -> None:
    table = LANDLORDS.replace("landlord,subject", "term,subject", 1)
    with pytest.raises(RefusedTable) as refused:
        imported(tmp_path, table)
    assert refused.value.hint == "--holders one ends a row where the next begins, --holders many leaves it open"
    assert Asked(tmp_path, table, holders="one").names("who is the landlord of 12 High Street") == {"Bob Cole"}


def test_a_membership_goes_on_beside_later_ones(tmp_path: Path) -> None:
    leagues = Asked(tmp_path, LEAGUES)
    assert leagues.text("was Redland a member of the Sea League in 2019?").startswith("Yes. ")
    assert leagues.text("was Greyland a member of the Sea League in 2019?").startswith("Yes. ")
    assert leagues.text("was Redland a member of the Home Union in 2021?").startswith("No. ")
    assert leagues.names("what was Redland a member of on 1 June 1980") == {"Sea League", "Home Union"}


def test_a_blank_end_among_rows_that_replace_each_other_stays_a_doubt(tmp_path: Path) -> None:
    clubs = Asked(tmp_path, CLUBS)
    assert not clubs.text("did Tim Low play for Bluetown in 2003?").startswith("Yes")
    assert clubs.names("who did Tim Low play for in 2003") == {"Greytown"}


#: The last year of one is the year in which the next begins, on a day or in a month.
SHIRTS = """Contract,Customer,Holder,From,Through
shirt sponsor,Redtown,Acme,1992,2010
shirt sponsor,Redtown,Bell,2010-07-01,2020
shirt sponsor,Redtown,Cole,2020-07,2023-06-30
"""


def test_what_only_may_overlap_since_a_year_is_coarse_does_not(tmp_path: Path) -> None:
    asked = Asked(tmp_path, SHIRTS)
    assert asked.names("who was shirt sponsor of Redtown after Acme?") == {"Bell"}
    assert asked.names("who was shirt sponsor of Redtown before Cole?") == {"Bell"}
    assert asked.names("who was shirt sponsor of Redtown on 1 September 2010?") == {"Bell"}
    assert asked.names("who was shirt sponsor of Redtown on 1 December 2009?") == {"Acme"}


def test_what_surely_overlaps_does(tmp_path: Path) -> None:
    asked = Asked(tmp_path, SHIRTS.replace("2010-07-01", "2009-07-01"))
    assert asked.names("who was shirt sponsor of Redtown on 1 September 2009?") == {"Acme", "Bell"}


EDITORS = """post,organization,name,from,last day
editor,Red Courier,Max North,,1844-01
editor,Red Courier,Ned Oster,1844-01,1861
editor,Red Courier,Pat Quill,1861,1872
"""


@pytest.mark.parametrize(("coarse", "handover"), [("", ""), ("", "newcomer"), ("doubt", ""), ("through", "newcomer")])
def test_a_row_without_a_start_stands_before_whoever_begins_in_the_month_of_its_end(tmp_path: Path, coarse: str, handover: str) -> None:
    editors = Asked(tmp_path, EDITORS, coarse_ends=coarse, handover=handover)
    assert len(editors.imported.clauses) == 3
    assert not editors.imported.problems
    assert editors.names("who was the first editor of Red Courier") == {"Max North"}


def test_days_before_a_coarse_end_whose_start_is_missing_are_possible(tmp_path: Path) -> None:
    editors = Asked(tmp_path, EDITORS, coarse_ends="doubt")
    assert editors.names("who was editor of Red Courier in December 1843") == {"Max North"}
    assert "possibly" in editors.text("who was editor of Red Courier in December 1843")


def test_a_number_of_members_is_one_number_at_a_time(tmp_path: Path) -> None:
    table = "series,organization,value,unit,from\nnumber of members,Sea League,12,members,1949-08-24\nnumber of members,Sea League,16,members,1982-05-30\n"
    members = Asked(tmp_path, table, columns={"term": "series"})
    assert members.text("Did the Sea League have 12 members in 1990?").startswith("No. ")
