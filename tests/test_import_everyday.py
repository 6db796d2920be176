"""Questions in everyday words about imported offices, contracts and facts: sorts of holders, verbs of coming and going, and what must stay without an answer."""

from __future__ import annotations

from pathlib import Path

import pytest

from test_import_questions import Asked

OFFICES = """Office,Country,Name,From,Until
Secretary of Ships,Freedonia,Ann Bell,1950-03-01,1953-01-20
Secretary of Ships,Freedonia,William R. Day,1953-01-21,1956-05-04
Secretary of Ships,Freedonia,Bob Cole,1956-05-04,1960-01-01
Secretary of Ships,Freedonia,Ann Bell,1960-01-01,1962-02-01
Secretary of Ships,Freedonia,Ida Rowe,1963-05-01,
"""
FACTS = """property,item,value,start,until
capital,Freedonia,Seaville,1900,1950-03-01
capital,Freedonia,Hillton,1950-03-01,
population,Hillton,1514063,1970-01-01,1980-01-01
population,Hillton,951270,2000-01-01,2010-01-01
official name,Hillton,Hillburg,1900-01-01,1925-05-01
official name,Hillton,Hillton,1925-05-01,
owned by,Daily Bell,Cole plc,1980-01-01,1990-06-01
owned by,Daily Bell,Rowe plc,1990-06-01,
member of,Freedonia,Home Union,1960-05-03,1995-03-01
member of,Freedonia,Sea League,1990-03-07,
employer,Tim Low,Redtown Observatory,1950-02-01,1955-06-15
residence,Tim Low,Seaville,1950-02-01,1953-06-15
residence,Tim Low,Hillton,1953-06-15,
spouse,Tim Low,May Fox,1951-02-04,1960-02-01
"""


@pytest.fixture(scope="module")
def offices(tmp_path_factory: pytest.TempPathFactory) -> Asked:
    return Asked(tmp_path_factory.mktemp("offices"), OFFICES, people=True)


@pytest.fixture(scope="module")
def facts(tmp_path_factory: pytest.TempPathFactory) -> Asked:
    return Asked(tmp_path_factory.mktemp("facts"), FACTS)


@pytest.mark.parametrize(
    ("question", "holders"),
    [
        ("Which politician was Secretary of Ships on 4/30/1951?", {"Ann Bell"}),
        ("On 21/1/1953, who was Secretary of Ships?", {"William R. Day"}),
        ("Who was Secretary of Ships on New Year's Day 1957?", {"Bob Cole"}),
        ("Secretary of Ships on Christmas Day 1956?", {"Bob Cole"}),
        ("Give me the Secretary of Ships the day after 4 May 1956.", {"Bob Cole"}),
        ("Who stepped in as Secretary of Ships when Day left?", {"Bob Cole"}),
        ("Who became Secretary of Ships when Day resigned?", {"Bob Cole"}),
        ("Bob Cole took over as Secretary of Ships from whom?", {"William R. Day"}),
        ("Who next became Secretary of Ships after 4 July 1954?", {"Bob Cole"}),
        ("Who was the next person to become Secretary of Ships after 4 July 1954?", {"Bob Cole"}),
        ("Who was the first new Secretary of Ships after 4 July 1954?", {"Bob Cole"}),
        ("Who is the incumbent Secretary of Ships?", {"Ida Rowe"}),
        ("Who stepped down as Secretary of Ships in 1956?", {"William R. Day"}),
    ],
)
def test_a_holder_is_asked_for_in_many_words(offices: Asked, question: str, holders: set[str]) -> None:
    assert offices.names(question) == holders


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        ("Was Bob Cole not the Secretary of Ships on 5 May 1957?", "Yes. "),
        ("Was Bob Cole not Secretary of Ships on 5 May 1954?", "No. "),
        ("Did Bob Cole leave office as Secretary of Ships in 1958?", "No. "),
        ("Did Bob Cole step down as Secretary of Ships in 1957?", "No. "),
        ("Did William R. Day leave office as Secretary of Ships in 1956?", "Yes. "),
        ("Was Day Secretary of Ships on 5 May 1955?", "Yes. "),
    ],
)
def test_yes_or_no_on_days_of_coming_and_going(offices: Asked, question: str, lead: str) -> None:
    assert offices.text(question).startswith(lead)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("What was William R. Day's first day as Secretary of Ships?", "21 January 1953"),
        ("When was Bob Cole sworn in as Secretary of Ships?", "4 May 1956"),
        ("When did Bob Cole step down as Secretary of Ships?", "31 December 1959"),
    ],
)
def test_days_of_coming_and_going(offices: Asked, question: str, words: str) -> None:
    assert words in offices.text(question)


@pytest.mark.parametrize(
    "question",
    [
        "Who was the Under Secretary of Ships on 12 June 1954?",
        "Under Secretary of Ships in 1954?",
        "Which woman was Secretary of Ships in 1954?",
        "Who was Secretary of Ships on 5/4/1956?",
        "Which politician was Secretary of Ships on 4/30/1962?",
    ],
)
def test_another_office_a_word_of_no_record_and_a_gap_have_no_answer(offices: Asked, question: str) -> None:
    assert offices(question)["status"] != "answered"


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Which town served as the capital of Freedonia in 1960?", "Hillton"),
        ("How many people lived in Hillton on July 4, 1972?", "1,514,063 inhabitants"),
        ("How many inhabitants did Hillton have in 2004?", "951,270 inhabitants"),
        ("What was Hillton called in 1910?", "Hillburg"),
        ("In whose ownership was the Daily Bell in 1985?", "Cole plc"),
        ("When did Rowe plc buy the Daily Bell?", "1 June 1990"),
        ("When did Freedonia leave the Home Union?", "28 February 1995"),
        ("When did Tim Low move to Hillton?", "15 June 1953"),
        ("Which institution employed Tim Low in 1951?", "Redtown Observatory"),
    ],
)
def test_facts_are_asked_for_in_many_words(facts: Asked, question: str, words: str) -> None:
    document = facts(question)
    assert document["status"] == "answered"
    assert words in document["text"]


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        ("Was the official name of Hillton Hillton in 1910?", "No. "),
        ("Was the official name of Hillton Hillton in 1930?", "Yes. "),
        ("Did Rowe plc buy the Daily Bell in 1995?", "No. "),
        ("Did Rowe plc buy the Daily Bell in 1990?", "Yes. "),
        ("Did Freedonia join the Sea League in 1991?", "No. "),
        ("Did Tim Low marry May Fox in 1955?", "No. "),
        ("Was Tim Low married to May Fox in 1955?", "Yes. "),
    ],
)
def test_an_act_is_of_the_day_on_which_it_began(facts: Asked, question: str, lead: str) -> None:
    assert facts.text(question).startswith(lead)


@pytest.mark.parametrize(
    "question",
    [
        "What was the population of Hillton in 1986?",
        "What is the population of Hillton now?",
        "How many people lived in Hillton in 1995?",
        "What was the official language of Hillton in 1910?",
        "How many people lived in Seaville in 1972?",
    ],
)
def test_what_the_rows_do_not_tell_is_not_told(facts: Asked, question: str) -> None:
    assert facts(question)["status"] != "answered"


@pytest.mark.parametrize("question", ["List all capitals of Freedonia.", "What have been the capitals of Freedonia?"])
def test_all_of_what_several_can_hold_are_those_of_all_times(tmp_path: Path, question: str) -> None:
    table = FACTS + "capital,Ruritania,Bluetown,1900,\ncapital,Ruritania,Greenport,1920,\n"
    assert Asked(tmp_path, table).names(question) == {"Seaville", "Hillton"}


CONTRACTS = """Service;Town;Supplier;Yearly charge;Start;Last day
Snow removal;Port;Hale & Sons LLC;$410,000;2012-11-01;2015-10-31
Snow removal;Port;Bell plc;$2.5m;2015-11-01;2030-10-31
"""


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Who was the supplier of snow removal in 2013?", "Hale & Sons LLC, $410,000 a year"),
        ("Who was the contractor for snow removal in 2016?", "Bell plc, $2.5 million a year"),
        ("What was the annual value of the snow removal contract on 2016-10-22?", "$2.5 million a year"),
        ("How much was the snow removal contract worth per year on 2 August 2013?", "$410,000 a year"),
    ],
)
def test_a_heading_says_for_what_time_sums_are(tmp_path: Path, question: str, words: str) -> None:
    columns = {"term": "Service", "subject": "Town", "value": "Yearly charge", "through": "Last day"}
    assert words in Asked(tmp_path, CONTRACTS, columns=columns).text(question)


@pytest.mark.parametrize("question", ["How much does snow removal cost a month?", "What is the monthly value of the snow removal contract?"])
def test_a_sum_for_a_year_is_none_for_a_month(tmp_path: Path, question: str) -> None:
    columns = {"term": "Service", "subject": "Town", "value": "Yearly charge", "through": "Last day"}
    assert Asked(tmp_path, CONTRACTS, columns=columns)(question)["status"] != "answered"


def test_initials_that_are_a_month_are_nobodys(tmp_path: Path) -> None:
    table = "Office,Country,Name,From,Until\nKeeper,Freedonia,Sir Earle Page,1950-01-01,1954-01-01\nKeeper,Freedonia,Susan Ellen Parr,1954-01-01,1959-01-01\n"
    assert Asked(tmp_path, table, people=True).names("who was keeper of Freedonia on 4 Sep 1951") == {"Sir Earle Page"}


def test_the_name_of_a_nation_may_stand_before_an_office_that_is_denied(offices: Asked) -> None:
    assert offices.text("Was Bob Cole not the Freedonia Secretary of Ships on 5 May 1957?").startswith("Yes. ")


@pytest.mark.parametrize(
    ("question", "days"),
    [
        ("How long was Acme Ltd the kit supplier of Redtown?", ("1 July 1992", "30 June 2002")),
        ("From when to when was Acme Ltd Redtown's kit supplier?", ("1 July 1992", "30 June 2002")),
    ],
)
def test_how_long_somebody_was_paid_ends_where_the_next_began(tmp_path: Path, question: str, days: tuple[str, str]) -> None:
    table = "Contract,Customer,Holder,From,Through,Fee,Currency\nKit supplier,Redtown,Acme Ltd,1992-07-01,2002-06-30,500,GBP\nKit supplier,Redtown,Bell plc,2002-07-01,present,600,GBP\n"
    told = Asked(tmp_path, table).text(question)
    assert all(day in told for day in days)
