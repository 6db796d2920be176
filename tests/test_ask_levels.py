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
