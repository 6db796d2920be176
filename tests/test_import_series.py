"""Tables of wages, rates and seats, and of contracts with a price: sums in every notation, the amount before or after another, how long, who supplied what."""

from __future__ import annotations

import pytest

from test_import_questions import Asked

SERIES = """Series,Place,Figure,Unit,From,Through
hourly wage,Redland,5.05,GBP per hour,2005-10-01,2006-09-30
hourly wage,Redland,5.35,GBP per hour,2006-10-01,2007-09-30
hourly wage,Redland,5.50,GBP per hour,2007-10-01,
sales tax,Redland,15,%,1979-06-18,1991-03-31
sales tax,Redland,17.5,%,1991-04-01,2008-11-30
sales tax,Redland,15,%,2008-12-01,2009-12-31
sales tax,Redland,17.5,%,2010-01-01,
number of seats,Redland Assembly,105,seats,1793,1802
number of seats,Redland Assembly,142,seats,1803,1812
number of seats,Redland Assembly,1200,seats,1913-03-04,
"""
CONTRACTS = """Contract,Customer,Supplier,Annual value,From,Until
street cleaning,Redtown,Broom Ltd,"£415,000",2009-06-01,2014-06-01
street cleaning,Redtown,Broom Ltd,"£433,000",2014-06-01,2017-06-01
street cleaning,Redtown,Mop plc,"£447,000",2017-06-01,2020
street cleaning,Redtown,Broom Ltd,"£460,000",2020-09-01,2026-06-01
"""


@pytest.fixture(scope="module")
def series(tmp_path_factory: pytest.TempPathFactory) -> Asked:
    columns = {"term": "Series", "subject": "Place", "value": "Figure", "unit": "Unit"}
    return Asked(tmp_path_factory.mktemp("series"), SERIES, columns=columns)


@pytest.fixture(scope="module")
def contracts(tmp_path_factory: pytest.TempPathFactory) -> Asked:
    return Asked(tmp_path_factory.mktemp("contracts"), CONTRACTS)


@pytest.mark.parametrize(
    "sum_", ["£5.05", "5.05 pounds", "GBP 5.05", "5.05 GBP", "£5.05 per hour", "£5.05/hour", "505 pence", "505p", "£5.05 an hour"]
)
def test_a_sum_is_the_same_in_every_notation(series: Asked, sum_: str) -> None:
    assert series.text(f"Was the hourly wage in Redland {sum_} on 14 December 2005?").startswith("Yes. The hourly wage of Redland was £5.05 an hour,")
    assert series.text(f"Was the hourly wage in Redland {sum_} in May 2007?").startswith("No. ")
    assert series.text(f"The hourly wage in Redland was not {sum_} in May 2007, correct?").startswith("Yes. ")
    assert "until 30 September 2006" in series.text(f"Until when was the hourly wage in Redland {sum_}?")
    assert series.text(f"How long was the hourly wage in Redland {sum_}?").startswith(
        "The hourly wage of Redland was £5.05 an hour, until 30 September 2006"
    )


@pytest.mark.parametrize("question", ["Was the hourly wage in Redland $5.05 in May 2006?", "Was the hourly wage in Redland £5.05 a day in May 2006?"])
def test_another_currency_or_another_time_decides_nothing(series: Asked, question: str) -> None:
    assert not series.text(question).startswith(("Yes", "No."))


@pytest.mark.parametrize("rate", ["17.5%", "17.5 %", "17.5 percent", "17.5 per cent"])
def test_a_percentage_is_the_same_in_every_notation(series: Asked, rate: str) -> None:
    assert series.text(f"Was the sales tax in Redland {rate} in 1995?").startswith("Yes. ")
    assert "since 1 April 1991: 17 years and 8 months" in series.text(f"For how many years did the sales tax in Redland stay at {rate}?")
    assert "from 1 April 1991 to 30 November 2008" in series.text(f"In which years was the sales tax in Redland {rate}?")


@pytest.mark.parametrize(
    ("question", "lead", "amounts"),
    [
        ("What was the hourly wage in Redland before it was £5.35?", "Before £5.35 an hour: ", {5.05}),
        ("What came after 5.35 pounds as the hourly wage in Redland?", "After £5.35 an hour: ", {5.5}),
        ("To what did the number of seats in the Redland Assembly change from 105?", "After 105 seats: ", {142}),
        ("What was the sales tax in Redland before it was 17.5%?", "Before 17.5 percent: ", {15}),
        ("How high was the sales tax in Redland after it was 15%?", "After 15 percent: ", {17.5}),
    ],
)
def test_the_amount_beside_another(series: Asked, question: str, lead: str, amounts: set[float]) -> None:
    document = series(question)
    assert document["text"].startswith(lead)
    assert {a["value"]["amount"] for a in document["answers"]} == amounts


@pytest.mark.parametrize(
    "question",
    [
        "What was the hourly wage in Redland before it was £5.05?",
        "What came after £5.50 as the hourly wage in Redland?",
        "What was the hourly wage in Redland after it was £5.06?",
        "What was the sales tax in Redland when the hourly wage in Blueland was £5.05?",
    ],
)
def test_nothing_is_told_beside_an_amount_where_there_is_none(series: Asked, question: str) -> None:
    assert series(question)["status"] != "answered"


def test_one_amount_while_another_was_so(series: Asked) -> None:
    assert "The sales tax of Redland was 17.5 percent" in series.text("What was the sales tax in Redland when the hourly wage was £5.05?")
    assert series("What was the hourly wage in Redland when the sales tax was 15%?")["status"] == "ambiguous"  # twice


@pytest.mark.parametrize(
    ("question", "start"),
    [
        ("When did the number of seats in the Redland Assembly go to 142?", "1803"),
        ("When did the number of seats in the Redland Assembly change from 105 to 142?", "1803"),
        ("When was the number of seats in the Redland Assembly set to 1200?", "1913-03-04"),
        ("Since when was the number of seats in the Redland Assembly at 1200?", "1913-03-04"),
    ],
)
def test_a_bare_number_behind_a_change_is_no_year(series: Asked, question: str, start: str) -> None:
    assert [a["from"] for a in series(question)["answers"] if a["clause"]] == [start]


def test_a_year_is_still_a_year(series: Asked) -> None:
    assert "142 seats" in series.text("What was the number of seats in the Redland Assembly in 1805?")
    assert "105 seats" in series.text("How did the number of seats in the Redland Assembly change from 1795 to 1810?")


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        ("Did the sales tax in Redland go up to 17.5 percent in 1991?", "Yes. "),
        ("Did the sales tax in Redland go up to 17.5 percent in 1995?", "No. "),
        ("Did the sales tax in Redland become 15 percent in 2008?", "Yes. "),
        ("Did the sales tax in Redland go up to 15 percent in 2008?", "No"),
    ],
)
def test_what_it_was_already_it_did_not_come_to(series: Asked, question: str, lead: str) -> None:
    assert series.text(question).startswith(lead)


def test_a_length_in_doubt_has_a_least_and_a_most(series: Asked, contracts: Asked) -> None:
    assert "at least 9 years and 1 day, at most 10 years" in series.text("How long was the number of seats in the Redland Assembly 142?")
    assert "at least 2 years and 7 months, at most 3 years and 3 months" in contracts.text("How long did Mop supply street cleaning to Redtown?")


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        ("Did Redtown buy street cleaning from Broom in 2010?", "Yes. "),
        ("Did Redtown buy street cleaning from Broom in 2018?", "No. "),
        ("Did Broom supply street cleaning to Redtown in 2010?", "Yes. "),
        ("Was street cleaning for Redtown handled by Mop in 2018?", "Yes. "),
        ("Was Broom responsible for street cleaning at Redtown in 2018?", "No. "),
        ("Did Redtown hire Mop for street cleaning in 2018?", "Yes. "),
        ("Did Redtown pay £433,000 for street cleaning in 2015?", "Yes. "),
        ("Did Redtown pay £433,000 for street cleaning in 2018?", "No. "),
    ],
)
def test_who_serves_whom_is_asked_with_any_verb(contracts: Asked, question: str, lead: str) -> None:
    assert contracts.text(question).startswith(lead)


@pytest.mark.parametrize("question", ["Did Broom buy street cleaning from Redtown in 2010?", "Did Redtown supply street cleaning to Broom in 2010?"])
def test_who_serves_whom_is_not_turned_round(contracts: Asked, question: str) -> None:
    assert contracts.text(question).startswith("No. The other way round: ")


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("What company supplied street cleaning to Redtown in 2018?", {"Mop plc"}),
        ("Who looked after street cleaning for Redtown in 2010?", {"Broom Ltd"}),
        ("To whom did Mop lose the street cleaning contract of Redtown?", {"Broom Ltd"}),
        ("Who lost the street cleaning contract of Redtown to Mop?", {"Broom Ltd"}),
        ("Which company was the earliest street cleaning supplier of Redtown?", {"Broom Ltd"}),
    ],
)
def test_who_served(contracts: Asked, question: str, names: set[str]) -> None:
    assert contracts.names(question) == names


def test_how_long_somebody_served_and_was_paid_so(contracts: Asked) -> None:
    served = "How much time did Broom spend as street cleaning supplier of Redtown?"
    for question in (served, "For how many years did Broom supply street cleaning to Redtown?"):
        assert "since 1 June 2009: 8 years" in contracts.text(question), question
    assert "since 1 June 2014: 3 years" in contracts.text("How long did Redtown pay £433,000 for street cleaning?")
    both = contracts.text("Up to what date did Broom supply street cleaning to Redtown?")
    assert "until 31 May 2017" in both
    assert "until 31 May 2026" in both
