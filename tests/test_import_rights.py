"""Who came to have a right and who lost it, over tables of concessions and naming deals: with amounts beside the holders, and with ends that nobody wrote down."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from test_import_questions import Asked

if TYPE_CHECKING:
    from collections.abc import Callable

NAMES = """Deal,Arena,Sponsor,Fee,From,Until
naming sponsor,Redtown Dome,Cole plc,$1 million,1999-02-01,2004-07-01
naming sponsor,Redtown Dome,Bellows,$2 million,2004-07-01,2010-03-01
naming sponsor,Redtown Dome,Rowe plc,$3 million,2010-03-01,
naming sponsor,Bluetown Hall,Tidewater Inc.,$4 million,2001-01-01,2008-05-01
naming sponsor,Bluetown Hall,Bellows,$5 million,2012-01-01,
"""
CONCESSIONS = """Concession,Let by,Operator,Start,Last day
Lakes Ferry,Harbor Office,Red Boats,1996-04-28,2007-12-08
Lakes Ferry,Harbor Office,Blue Boats,2007-12-09,2016-11-12
Lakes Ferry,Harbor Office,Grey Boats,2016-11-13,
Airport Bus,Harbor Office,Hill Coaches,2001-04-01,2003-07-19
Airport Bus,Harbor Office,Mill Coaches,2003-07-20,2028-07-31
"""


@pytest.fixture(scope="module")
def names(tmp_path_factory: pytest.TempPathFactory) -> Asked:
    columns = {"term": "Deal", "subject": "Arena", "holder": "Sponsor", "value": "Fee"}
    return Asked(tmp_path_factory.mktemp("names"), NAMES, columns=columns)


@pytest.fixture(scope="module")
def concessions(tmp_path_factory: pytest.TempPathFactory) -> Asked:
    columns = {"term": "Concession", "subject": "Let by", "holder": "Operator", "from": "Start", "through": "Last day"}
    return Asked(tmp_path_factory.mktemp("concessions"), CONCESSIONS, columns=columns)


@pytest.fixture
def ask(names: Asked, concessions: Asked) -> Callable[[str], Asked]:
    return {"names": names, "concessions": concessions}.__getitem__


@pytest.mark.parametrize(
    ("table", "question", "holder"),
    [
        ("names", "who became the naming sponsor of Redtown Dome in 2004?", "Bellows"),
        ("names", "Who lost the naming sponsor deal of Redtown Dome in 2010", "Bellows"),
        ("names", "Who stopped being the naming sponsor of Redtown Dome during 2010", "Bellows"),
        ("concessions", "Who got the Lakes Ferry concession in 2016?", "Grey Boats"),
        ("concessions", "who won the Lakes Ferry concession in 2007", "Blue Boats"),
        ("concessions", "who lost the Lakes Ferry concession in 2016?", "Blue Boats"),
    ],
)
def test_only_who_began_or_ended_in_the_time_is_told(ask: Callable[[str], Asked], table: str, question: str, holder: str) -> None:
    assert ask(table).names(question) == {holder}


@pytest.mark.parametrize(
    ("table", "question"),
    [
        ("names", "who became the naming sponsor of Redtown Dome in 2005?"),
        ("names", "who stopped being the naming sponsor of Redtown Dome in 2005"),
        ("concessions", "Who got the Lakes Ferry concession in 2012?"),
        ("concessions", "who lost the Lakes Ferry concession in 2018?"),
    ],
)
def test_who_had_it_all_the_while_neither_got_nor_lost_it(ask: Callable[[str], Asked], table: str, question: str) -> None:
    document = ask(table)(question)
    assert document["status"] == "no-record"
    assert document["text"].startswith("Nobody is recorded as ")


@pytest.mark.parametrize(
    ("table", "question", "yes"),
    [
        ("names", "was Cole plc no longer the naming sponsor of Redtown Dome on 1 May 2005?", "Yes"),
        ("names", "on 1 May 2001, was Cole plc no longer the naming sponsor of Redtown Dome?", "No"),
        ("concessions", "did Red Boats have the Lakes Ferry concession on 8 December 2007?", "Yes"),
        ("concessions", "Did Red Boats no longer have the Lakes Ferry concession in 2012?", "Yes"),
        ("concessions", "did Blue Boats still have the Lakes Ferry concession on 1 May 2016?", "Yes"),
        ("concessions", "did Grey Boats have the Lakes Ferry concession in 2012?", "No"),
    ],
)
def test_a_right_is_had_by_its_holder_until_another_has_it(ask: Callable[[str], Asked], table: str, question: str, yes: str) -> None:
    assert ask(table).text(question).startswith(f"{yes}. ")


@pytest.mark.parametrize(
    "question", ["was Tidewater Inc. no longer the naming sponsor of Redtown Dome in 2006?", "did Hill Coaches no longer have the Lakes Ferry"]
)
def test_nothing_of_anothers_right_is_over_for_a_stranger(names: Asked, concessions: Asked, question: str) -> None:
    document = (names if "naming" in question else concessions)(question)
    assert document["status"] != "answered", document["text"]


@pytest.mark.parametrize(
    ("table", "question", "holder"),
    [
        ("concessions", "Who did Blue Boats take the Lakes Ferry concession over from?", "Red Boats"),
        ("concessions", "who did Grey Boats take over Lakes Ferry from", "Blue Boats"),
        ("names", "which company did Bellows take the naming sponsor deal of Redtown Dome over from?", "Cole plc"),
    ],
)
def test_who_had_it_before_is_not_whoever_took_it(ask: Callable[[str], Asked], table: str, question: str, holder: str) -> None:
    assert ask(table).names(question) == {holder}


def test_nobody_had_it_before_the_first(concessions: Asked) -> None:
    assert concessions("who did Red Boats take the Lakes Ferry concession over from?")["status"] == "no-record"


CLUBS = """item,property,value,start,until
Tim Low,member of sports team,Redtown Rovers,1990-01-01,1995-07-01
Tim Low,member of sports team,Bluetown,1995-07-01,1999-07-01
Bluetown,shirt sponsor,Chang,1990-01-01,1996-01-01
Bluetown,shirt sponsor,Cease Ltd,1996-01-01,2001-01-01
"""


@pytest.fixture(scope="module")
def clubs(tmp_path_factory: pytest.TempPathFactory) -> Asked:
    return Asked(tmp_path_factory.mktemp("clubs"), CLUBS)


def test_what_was_left_for_another_is_the_one_before(clubs: Asked) -> None:
    assert clubs.names("which club did Tim Low leave for Bluetown?") == {"Redtown Rovers"}
    assert clubs("which club did Tim Low leave for Redtown Rovers?")["status"] == "no-record"


def test_a_name_that_sounds_like_a_change_or_an_end_is_none(clubs: Asked) -> None:
    assert clubs.text("was Chang still the shirt sponsor of Bluetown on 11 January 1993?").startswith("Yes. ")
    assert clubs.text("was Chang the shirt sponsor of Bluetown in 1998?").startswith("No. ")
    assert "1 January 1996" in clubs.text("when did Cease Ltd become the shirt sponsor of Bluetown")


COASTS = """Concession,Let by,Operator,Start,Last day
Northern East Shore,Harbor Office,Red Boats,1996-04-28,2007-12-08
Northern East Shore,Harbor Office,East Shore Ferry Company,2007-12-09,2016-11-12
"""


def test_the_end_of_a_longer_name_names_no_party(tmp_path_factory: pytest.TempPathFactory) -> None:
    columns = {"term": "Concession", "subject": "Let by", "holder": "Operator", "from": "Start", "through": "Last day"}
    coasts = Asked(tmp_path_factory.mktemp("coasts"), COASTS, columns=columns)
    assert coasts.names("who held the Northern East Shore concession in 2007") == {"Red Boats", "East Shore Ferry Company"}
    assert coasts.text("did East Shore have the Northern East Shore concession in 2010").startswith("Yes. ")


RECORDS = """Title,Body,Athlete,Mark,From,Until
mile world record,World Track,Ann Bell,3:54.4,1962-01-27,1965-06-09
mile world record,World Track,Bea Cole,3:53.6,1965-06-09,1966-07-17
mile world record,World Track,Cleo Drew,3:51.3,1966-07-17,
"""


@pytest.fixture(scope="module")
def records(tmp_path_factory: pytest.TempPathFactory) -> Asked:
    columns = {"term": "Title", "subject": "Body", "holder": "Athlete", "value": "Mark"}
    return Asked(tmp_path_factory.mktemp("records"), RECORDS, columns=columns)


@pytest.mark.parametrize(
    ("question", "holder"),
    [
        ("who broke Bell's mile world record", "Bea Cole"),
        ("whose mile world record did Drew break?", "Bea Cole"),
        ("who took the mile world record from Cole", "Cleo Drew"),
        ("from whom did Cole take the mile world record", "Ann Bell"),
        ("who set the mile world record in 1965", "Bea Cole"),
        ("who was the next mile world record holder after 5 May 1965", "Bea Cole"),
        ("who had the mile world record until 17 July 1966", "Bea Cole"),
        ("who holds the mile world record", "Cleo Drew"),
    ],
)
def test_who_won_a_record_and_lost_it(records: Asked, question: str, holder: str) -> None:
    assert records.names(question) == {holder}


def test_when_a_record_was_set_and_broken(records: Asked) -> None:
    assert "8 June 1965 (last day)" in records.text("when was Bell's mile world record broken?")
    assert "from 9 June 1965" in records.text("when did Cole set the mile world record")
    assert records.text("had Bell's mile world record been broken by 1 May 1966").startswith("Yes.")
    assert records.text("had Drew set the mile world record by 1 May 1966").startswith("No.")


def test_what_is_broken_or_signed_and_is_no_record_is_not_told(concessions: Asked) -> None:
    for question in (
        "who broke the Lakes Ferry concession",
        "when did Red Boats break the Lakes Ferry concession",
        "who signed the Lakes Ferry contract",
    ):
        assert concessions(question)["status"] != "answered"
    assert concessions.names("when Red Boats was out, who ran the Lakes Ferry concession") == {"Blue Boats"}


def test_what_may_be_so_may_not_be_so(tmp_path_factory: pytest.TempPathFactory) -> None:
    """An end that nobody wrote down leaves open whether it was over, however the question is put."""
    table = """Service,Buyer,Supplier,Fee,From,Until
payroll,Redtown,Bell Ltd,$1 million,2013-01-01,
payroll,Redtown,Cole Ltd,$2 million,2019-10-01,2027-10-01
"""
    columns = {"term": "Service", "subject": "Buyer", "holder": "Supplier", "value": "Fee"}
    payroll = Asked(tmp_path_factory.mktemp("payroll"), table, columns=columns)
    assert payroll.text("is it true that Bell Ltd did not have the payroll contract on 26 January 2026").startswith("Possibly")
    assert payroll.text("is it true that Cole Ltd did not have the payroll contract on 26 January 2018").startswith("Yes")
