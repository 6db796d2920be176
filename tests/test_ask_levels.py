"""``until when was the fare $2``: the time of the amount that is named, and of no other; over a table of fares and one of rates."""

from __future__ import annotations

import pytest

from test_import_questions import Asked

FARES = """Fare,Company,Price,From
single fare,Redtown Trams,$1.50,1998-04-01
single fare,Redtown Trams,$2.00,2004-01-01
single fare,Redtown Trams,$1.50,2010-01-01
single fare,Redtown Trams,$2.75,2019-06-01
"""


@pytest.fixture(scope="module")
def fares(tmp_path_factory: pytest.TempPathFactory) -> Asked:
    return Asked(tmp_path_factory.mktemp("fares"), FARES, columns={"term": "Fare", "subject": "Company", "value": "Price", "from": "From"})


def starts(fares: Asked, question: str) -> set[str]:
    document = fares(question)
    assert document["status"] == "answered", document["text"]
    return {a["from"] for a in document["answers"] if a["clause"] and a.get("role") != "end"}


@pytest.mark.parametrize(
    "question",
    [
        "until when was the single fare $2?",
        "How long did the single fare stay at $2.00?",
        "from when to when was the single fare $2?",
        "When did the single fare stop being $2?",
        "when did the single fare of $2 end",
        "when did the single fare change from $2",
        "when did the single fare change to $2",
        "when did the single fare become $2.00?",
    ],
)
def test_only_the_time_of_the_named_amount_is_told(fares: Asked, question: str) -> None:
    assert starts(fares, question) == {"2004-01-01"}


def test_every_time_of_an_amount_is_told(fares: Asked) -> None:
    assert starts(fares, "until when was the single fare $1.50") == {"1998-04-01", "2010-01-01"}
    text = fares.text("how long was the single fare $1.50")
    assert "until 31 December 2003 (last day), since 1 April 1998" in text
    assert "until 31 May 2019 (last day), since 1 January 2010" in text


def test_what_it_is_still_has_no_end(fares: Asked) -> None:
    assert "no end is recorded" in fares.text("until when is the single fare $2.75")
    assert fares.text("when did the single fare stop being $2.75").startswith("The question takes for granted that this is over")


@pytest.mark.parametrize(
    "question", ["until when was the single fare $3?", "how long was the single fare $20", "when did the single fare change to $9"]
)
def test_an_amount_that_it_never_was_has_no_time(fares: Asked, question: str) -> None:
    assert fares(question)["status"] != "answered"


# -- a number of things, and amounts on either side of one ---------------------------------------------

MEMBERS = """Series,Body,Figure,Unit,From
number of members,Redtown Union,6,members,1958-01-01
number of members,Redtown Union,9,members,1973-01-01
number of members,Redtown Union,10,members,1981-01-01
number of members,Redtown Union,9,members,2020-02-01
first-class fare,Redtown Trams,90,pence,2006-01-01
first-class fare,Redtown Trams,110,pence,2010-05-01
first-class fare,Redtown Trams,125,pence,2019-06-01
"""


@pytest.fixture(scope="module")
def members(tmp_path_factory: pytest.TempPathFactory) -> Asked:
    columns = {"term": "Series", "subject": "Body", "value": "Figure", "unit": "Unit", "from": "From"}
    return Asked(tmp_path_factory.mktemp("members"), MEMBERS, columns=columns, holders="one")


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        ("Did Redtown Union have 9 members on 31 January 2020?", "No. "),
        ("Redtown Union had 6 members in 1985, right?", "No. "),
        ("Was the number of members of Redtown Union 10 on 1 March 2020?", "No. "),
        ("Did Redtown Union have 10 members on 31 January 2020?", "Yes. "),
        ("Did the first-class fare stand at 110p in 2012?", "Yes. "),
        ("Did the first-class fare stand at 90p in 2012?", "No. "),
        ("The first class fare of Redtown Trams was 125p in 2020, right?", "Yes. "),
    ],
)
def test_a_number_of_another_time_is_compared_with_what_held_then(members: Asked, question: str, lead: str) -> None:
    assert members.text(question).startswith(lead)


def test_a_bare_number_has_its_own_times(members: Asked) -> None:
    assert starts(members, "From when was the number of members of Redtown Union 9?") == {"1973-01-01", "2020-02-01"}
    assert starts(members, "Until when was the number of members of Redtown Union 6?") == {"1958-01-01"}


def test_a_word_of_order_in_a_name_counts_nothing(members: Asked) -> None:
    told = {a["value"]["amount"] for a in members("How much was a first-class fare in 2010?")["answers"] if a["clause"]}
    assert told == {90, 110}
    assert "90 pence" in members.text("What was the first-class fare at first?")
    assert "110 pence" not in members.text("What was the first recorded value of the first-class fare?")


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("When was the single fare below $2?", ("from 1 April 1998 to 31 December 2003", "from 1 January 2010 to 31 May 2019")),
        ("When was the single fare above $1.50?", ("from 1 January 2004 to 31 December 2009", "since 1 June 2019")),
        ("When was the single fare at least $2?", ("from 1 January 2004 to 31 December 2009", "since 1 June 2019")),
    ],
)
def test_when_it_was_more_or_less_than_an_amount(fares: Asked, question: str, told: tuple[str, ...]) -> None:
    text = fares.text(question)
    assert all(span in text for span in told)


def test_how_much_it_went_up_tells_both_amounts(fares: Asked) -> None:
    text = fares.text("How much did the single fare go up in June 2019?")
    assert "$1.5" in text
    assert "$2.75" in text
    assert fares.text("By how much did the single fare rise in 2005?").startswith("No change is recorded")


def test_what_goes_on_has_lasted_so_long(fares: Asked) -> None:
    assert "so far" in fares.text("how long has the single fare been $2.75")


@pytest.mark.parametrize(
    "question", ["What was the highest single fare on record?", "When was the single fare highest?", "What is the highest single fare?"]
)
def test_the_highest_of_all_is_told_alone(fares: Asked, question: str) -> None:
    assert starts(fares, question) == {"2019-06-01"}


def test_the_highest_in_a_time_is_of_that_time(fares: Asked) -> None:
    assert starts(fares, "What was the highest single fare from 2003 to 2012?") == {"2004-01-01"}


def test_what_a_row_marks_as_disputed_is_not_said_to_be_undisputed(tmp_path_factory: pytest.TempPathFactory) -> None:
    table = "contract,customer,supplier,start,last day,status\nlaundry,Redtown,Ash Ltd,2020-01-01,2024-12-31,disputed\nhosting,Redtown,Elm Ltd,2020-01-01,2024-12-31,\n"
    contracts = Asked(tmp_path_factory.mktemp("contracts"), table)
    assert contracts.text("Is the laundry contract disputed?").startswith("Sources disagree here")
    assert contracts.text("Is the hosting contract disputed?").startswith("No disagreement")
