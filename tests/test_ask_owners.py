"""Questions about whoever held something in turn: who ever did, after whom, whose it was, of two at once; over a table of owners, posts and clubs."""

from __future__ import annotations

import pytest

from test_import_questions import Asked

OWNERS = """Property,Item,Value,From,Through
owned by,Redcar,Elm Group,1960-01-01,1984-08-31
owned by,Redcar,Oak Motors,1990-02-01,2008-06-01
owned by,Redcar,Pine Motors,2008-06-02,present
owned by,Blue Vans,Oak Motors,1999-03-31,2010-08-01
owned by,Blue Vans,Ash Holding,2010-08-02,present
member of sports team,Ann Bell,Fern Rovers,1994-01-01,1999-01-17
member of sports team,Ann Bell,Moss City,1999-01-18,2014-12-01
poet laureate,United Realm,Cy Dow,1984-01-01,1998-10-28
poet laureate,United Realm,Eve Fox,1999-05-01,present
title sponsor,Redtown League,Canon Works,1983-08-01,1986-05-31
title sponsor,Redtown League,Today newspaper,1986-08-01,1987-05-31
title sponsor,Redtown League,Barrow Bank,1987-08-01,1993-05-31
chief judge,Redtown,Gus Hill,1969-06-23,1986-09-25
chief judge,Redtown,Ida Jones,1986-09-26,2005-09-03
chief judge,Redtown,Kim Lowe,2005-09-29,present
editor,Red Courier,Max North,,1844-01
editor,Red Courier,Ned Oster,1844-01,1861-05-01
editor,Red Courier,Pat Quill,1861-05-02,present
"""


@pytest.fixture(scope="module")
def owners(tmp_path_factory: pytest.TempPathFactory) -> Asked:
    columns = {"term": "Property", "subject": "Item", "holder": "Value", "from": "From", "through": "Through"}
    return Asked(tmp_path_factory.mktemp("owners"), OWNERS, columns=columns, coarse_ends="doubt")


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Which companies have owned Redcar?", {"Elm Group", "Oak Motors", "Pine Motors"}),
        ("Who has owned Redcar?", {"Elm Group", "Oak Motors", "Pine Motors"}),
        ("Who owns Redcar?", {"Pine Motors"}),
        ("Whose was Redcar in November 1995?", {"Oak Motors"}),
        ("Whose is Blue Vans?", {"Ash Holding"}),
        ("Who bought Redcar from Oak Motors?", {"Pine Motors"}),
        ("From whom did Pine Motors buy Redcar?", {"Oak Motors"}),
        ("Who owned Redcar and Blue Vans in 2009?", {"Pine Motors", "Oak Motors"}),
        ("Where did Ann Bell go after Fern Rovers?", {"Moss City"}),
        ("Who came after Today newspaper as the title sponsor of Redtown League?", {"Barrow Bank"}),
        ("Who came before Today newspaper as the title sponsor of Redtown League?", {"Canon Works"}),
        ("Who served between Hill and Lowe as chief judge?", {"Ida Jones"}),
        ("Who was the first chief judge of Redtown after 2 July 1970?", {"Ida Jones"}),
        ("Who was the first editor of Red Courier?", {"Max North"}),
        ("Who was poet laureate of the United Realm in 1985?", {"Cy Dow"}),
    ],
)
def test_who_it_was(owners: Asked, question: str, told: set[str]) -> None:
    assert owners.names(question) == told


def test_who_came_then_is_told_with_who_it_was_already(owners: Asked) -> None:
    assert "Already then: Gus Hill" in owners.text("Who was the first chief judge of Redtown after 2 July 1970?")


@pytest.mark.parametrize(
    "question",
    [
        "Who was the poet laureate of the United States in the year 1985?",
        "who is the poet laureate of the united states?",
        "Was Cy Dow poet laureate of the United States?",
        "Who bought Redcar from Ash Holding?",
        "Who bought Redcar from Pine Motors?",
        "Which club does Ann Bell play for now?",
        "Where did Redcar go after Elm Group?",
    ],
)
def test_nobody_else_answers(owners: Asked, question: str) -> None:
    assert owners(question)["status"] != "answered"


def test_that_one_of_two_has_no_answer_does_not_say_that_it_has_no_record(owners: Asked) -> None:
    assert "Nothing is recorded" not in owners.text("Who owned Redcar and Blue Vans in 1950?")


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("How many years did Oak Motors own Blue Vans?", "11 years"),
        ("How many years did Pine Motors own Redcar?", "since 2 June 2008: "),
        ("How long was Kim Lowe chief judge?", "since 29 September 2005: "),
        ("How long has Kim Lowe been chief judge?", "so far"),
    ],
)
def test_how_long_it_was_or_has_been_so_far(owners: Asked, question: str, told: str) -> None:
    assert told in owners.text(question)


def test_how_long_before_a_day_is_not_how_long_so_far(owners: Asked) -> None:
    assert "so far" not in owners.text("How long was Kim Lowe chief judge before 2015?")
