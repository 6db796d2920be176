"""How many held something, and who held it once another had stopped: over small tables of offices and concessions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from test_import_questions import Asked

if TYPE_CHECKING:
    from collections.abc import Callable

OFFICES = """Office,Country,Name,From,Until
Chief Warden,Freedonia,Ann Bell,1950-03-01,1953-01-20
Chief Warden,Freedonia,Bob Cole,1953-01-20,1960-01-01
Chief Warden,Freedonia,Ida Rowe,1960-01-01,1962-02-01
Chief Warden,Freedonia,Ann Bell,1962-02-01,1970-05-01
Deputy Warden,Freedonia,Tim Low,1951-01-01,1955-01-01
Deputy Warden,Freedonia,May Fox,1955-01-01,
"""
CONCESSIONS = """Concession,Let by,Operator,Start,Last day
Lakes Ferry,Harbor Office,Red Boats,1996-04-28,2007-12-08
Lakes Ferry,Harbor Office,Blue Boats,2007-12-09,2016-11-12
Lakes Ferry,Harbor Office,Grey Boats,2016-11-13,2026-12-31
"""


@pytest.fixture(scope="module")
def offices(tmp_path_factory: pytest.TempPathFactory) -> Asked:
    return Asked(tmp_path_factory.mktemp("offices"), OFFICES, people=True)


@pytest.fixture(scope="module")
def concessions(tmp_path_factory: pytest.TempPathFactory) -> Asked:
    columns = {"term": "Concession", "subject": "Let by", "holder": "Operator", "from": "Start", "through": "Last day"}
    return Asked(tmp_path_factory.mktemp("concessions"), CONCESSIONS, columns=columns)


@pytest.fixture
def ask(offices: Asked, concessions: Asked) -> Callable[[str], Asked]:
    return {"offices": offices, "concessions": concessions}.__getitem__


@pytest.mark.parametrize(
    ("table", "question", "count"),
    [
        ("offices", "how many people were Chief Warden between 1951 and 1961?", 3),
        ("offices", "How many different people have been Chief Warden", 3),
        ("offices", "how many people served as Chief Warden between 1951 and 1952", 1),
        ("offices", "What is the number of people who were Chief Warden from 1954 to 1961?", 2),
        ("concessions", "how many companies have had the Lakes Ferry concession?", 3),
        ("concessions", "how many different firms had the Lakes Ferry concession between 2000 and 2010", 2),
    ],
)
def test_holders_are_told_and_counted_once_each(ask: Callable[[str], Asked], table: str, question: str, count: int) -> None:
    assert ask(table).text(question).startswith(f"{count} on record: ")


@pytest.mark.parametrize(
    "question",
    [
        "how many people were Chief Warden between 1800 and 1810?",
        "how many people voted for the Chief Warden in 1953",
        "how many children did Ann Bell have",
        "how many people work for the Chief Warden",
    ],
)
def test_nobody_else_is_counted(offices: Asked, question: str) -> None:
    assert offices(question)["status"] != "answered"


@pytest.mark.parametrize(
    ("table", "question", "holder"),
    [
        ("offices", "who was Chief Warden once Bob Cole had stopped being Chief Warden?", "Ida Rowe"),
        ("offices", "Who was Chief Warden right after Ida Rowe ceased to be Chief Warden", "Ann Bell"),
        ("offices", "who newly became Chief Warden in 1953?", "Bob Cole"),
        ("offices", "The letter is dated 7 June 1954; who was Chief Warden?", "Bob Cole"),
        ("offices", "was Ida Rowe Chief Warden as late as 1 January 1962", "Ida Rowe"),
        ("concessions", "who had the Lakes Ferry concession when Red Boats lost the Lakes Ferry concession?", "Blue Boats"),
        ("concessions", "who first had the Lakes Ferry concession in 2016", "Grey Boats"),
    ],
)
def test_who_followed_is_told_in_other_words_too(ask: Callable[[str], Asked], table: str, question: str, holder: str) -> None:
    assert ask(table).names(question) == {holder}


@pytest.mark.parametrize(
    "question",
    [
        "who was Chief Warden once Tim Low had stopped being Deputy Warden?",  # another office ended there
        "who newly became Chief Warden in 1955?",
        "The letter is dated 7 June 1954; who was Chief Warden in 1961 when it was found?",
    ],
)
def test_two_things_at_once_are_not_taken_for_one(offices: Asked, question: str) -> None:
    document = offices(question)
    assert document["status"] != "answered" or "Taken as" in document["text"]
