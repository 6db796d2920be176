"""Questions about who belongs to what, who runs what and who worked or studied where: read both ways, in many verbs, and under short names that the table bears out."""

from __future__ import annotations

from pathlib import Path

import pytest

from test_import_questions import Asked

TIES = """property,item,value,start,to
trade bloc,Norland,Polar Trade Union,1994-01-01,2003-12-31
trade bloc,Norland,Southern Customs Union,2004-01-01,
trade bloc,Estland,Polar Trade Union,1999-05-01,2010-06-30
political party,Ada Finch,Reform Party,1988-03-01,1999-02-28
political party,Ada Finch,Green Alliance,1999-03-01,
head coach,Redby Rovers,Jon Mercer,1991-07-01,1996-06-30
head coach,Redby Rovers,Karl Beck,1996-07-01,2004-10-10
head coach,Redby Rovers,Luis Prado,2004-10-11,
shirt sponsor,Redby Rovers,Kestrel Beer,1992-07-01,1997-06-30
shirt sponsor,Redby Rovers,Orbit Telecom,1997-07-01,
league,Redby Rovers,Northern League,1990-08-01,
record label,The Quiet Moths,Bluebird Records,1989-04-01,1996-03-31
record label,The Quiet Moths,Sundown Records,1996-04-01,
employer,Ruth Amsel,Corvin Labs,1990-02-01,1998-12-31
employer,Ruth Amsel,Dover Institute,1999-01-01,
educated at,Ruth Amsel,Hill College,1985-09-01,1989-06-30
position held,Eva Lind,Governor of the Central Bank of Norland,1990-01-01,1999-12-31
position held,Petra Holm,Governor of the Central Bank of Norland,2000-01-01,
position held,Ida Roth,Vice President of Norland,1990-01-01,1999-12-31
"""


@pytest.fixture(scope="module")
def ties(tmp_path_factory: pytest.TempPathFactory) -> Asked:
    return Asked(tmp_path_factory.mktemp("ties"), TIES, columns={"through": "to"})


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        ("Was Norland a member of the Polar Trade Union in 2000?", "Yes."),
        ("Did Norland belong to the Polar Trade Union in 2005?", "No."),
        ("Was Norland part of the Polar Trade Union in 2000?", "Yes."),
        ("Is it true that Norland was not in the Polar Trade Union in 2005?", "Yes."),
        ("Is it false that Norland was in the Polar Trade Union in 2000?", "No."),
        ("Is it wrong that Karl Beck was head coach of Redby Rovers in 1995?", "Yes."),
        ("Was The Quiet Moths signed to Sundown Records in 2000?", "Yes."),
        ("Was The Quiet Moths with Bluebird Records in 2000?", "No."),
        ("Was Ruth Amsel at Corvin Labs in 1995?", "Yes."),
        ("Was Ruth Amsel at Hill College in 1987?", "Yes."),
        ("Was someone other than Karl Beck head coach of Redby Rovers in 2000?", "No."),
        ("Was someone other than Jon Mercer head coach of Redby Rovers in 2000?", "Yes."),
        ("Was someone other than Jon Mercer head coach of Redby Rovers in 1996?", "Yes."),
        ("I read that Karl Beck was head coach of Redby Rovers on Oct 1, 2000. Is that true?", "Yes."),
    ],
)
def test_whether_it_belonged_there(ties: Asked, question: str, lead: str) -> None:
    assert ties(question)["text"].startswith(lead), ties(question)["text"]


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("When did Norland join the Polar Trade Union?", "from 1 January 1994"),
        ("When did Estland leave the Polar Trade Union?", "through 30 June 2010"),
        ("When did Ruth Amsel leave Hill College?", "30 June 1989"),
        ("When did Ruth Amsel graduate from Hill College?", "30 June 1989"),
        ("When did The Quiet Moths sign with Sundown Records?", "since 1 April 1996"),
        ("In which years was Karl Beck head coach of Redby Rovers?", "from 1 July 1996 to 10 October 2004"),
        ("How long was Norland in the Polar Trade Union?", "10 years"),
        ("How many years did Ruth Amsel spend at Corvin Labs?", "8 years and 11 months"),
    ],
)
def test_since_when_until_when_and_how_long(ties: Asked, question: str, words: str) -> None:
    assert words in ties(question)["text"], ties(question)["text"]


@pytest.mark.parametrize(
    ("question", "holders"),
    [
        ("Which trade bloc was Norland a member of in 2000?", {"Polar Trade Union"}),
        ("Which party did Ada Finch belong to in 2005?", {"Green Alliance"}),
        ("Which party was Ada Finch in before joining the Green Alliance?", {"Reform Party"}),
        ("Who managed Redby Rovers in 1992?", {"Jon Mercer"}),
        ("Who was in charge of Redby Rovers in 2000?", {"Karl Beck"}),
        ("Who sponsored Redby Rovers in 1995?", {"Kestrel Beer"}),
        ("Who was the head coach of Redby Rovers until Karl Beck took over?", {"Jon Mercer"}),
        ("Once Karl Beck had left, who coached Redby Rovers?", {"Luis Prado"}),
        ("To whom did Karl Beck hand over as head coach of Redby Rovers?", {"Luis Prado"}),
        ("Who had the title of head coach of Redby Rovers in 2000?", {"Karl Beck"}),
        ("With whom does the list of Redby Rovers head coach holders begin?", {"Jon Mercer"}),
        ("Who was the first person on record as head coach of Redby Rovers?", {"Jon Mercer"}),
        ("Who was the CBN governor in 1995?", {"Eva Lind"}),
        ("Who ran the CBN in 1995?", {"Eva Lind"}),
    ],
)
def test_who_it_was(ties: Asked, question: str, holders: set[str]) -> None:
    assert ties.names(question) == holders


@pytest.mark.parametrize(
    ("question", "subjects"),
    [
        ("Who left the Polar Trade Union?", {"norland", "estland"}),
        ("Who joined the Polar Trade Union in 1999?", {"estland"}),
        ("Who was in the Polar Trade Union in 2000?", {"norland", "estland"}),
    ],
)
def test_who_came_and_went(ties: Asked, question: str, subjects: set[str]) -> None:
    assert {clause["subject"] for clause in ties(question)["answers"]} == subjects


@pytest.mark.parametrize(
    "question",
    [
        "Did Redby Rovers leave Kestrel Beer in 1997?",
        "Was Redby Rovers with Kestrel Beer in 1995?",
        "Was Ada Finch at Corvin Labs in 1995?",
        "Who was president of Norland in 1995?",
        "Was someone other than Max Pohl head coach of Redby Rovers in 2000?",
        "Which governors were also vice president?",
    ],
)
def test_another_relation_another_office_and_a_stranger_have_no_answer(ties: Asked, question: str) -> None:
    assert ties(question)["status"] != "answered", ties(question)["text"]


def test_what_somebody_did_is_what_was_held_then(ties: Asked) -> None:
    assert "Governor" in ties("What did Eva Lind do in 1995?")["text"]
    assert ties("What did Eva Lind do in 2005?")["status"] == "no-record"
    assert "Governor" in ties("Which positions did Eva Lind hold?")["text"]


def test_a_second_part_that_names_another_office_is_of_that_office(tmp_path: Path) -> None:
    rows = "term,subject,holder,from,until\nVice President,Norland,Ida Roth,1990-01-01,2000-01-01\nPresident,Norland,Ida Roth,2005-01-01,2010-01-01\n"
    text = Asked(tmp_path, rows, people=True).text("When did Roth stop being vice president and when did she become president?")
    assert "1999" in text
    assert "2005" in text


def test_how_long_between_days_that_are_in_doubt_has_two_bounds(tmp_path: Path) -> None:
    rows = "term,subject,holder,from,until\nMayor,Redtown,Ida Roth,1990-03,1994-05-01\n"
    text = Asked(tmp_path, rows, people=True).text("How long was Roth mayor of Redtown?")
    assert "at least 4 years and 1 month, at most 4 years and 2 months" in text


def test_initials_that_are_a_word_are_nobodys(tmp_path: Path) -> None:
    rows = "term,subject,holder,from,until\nDirector-General,World Health Organization,Ida Roth,1990-01-01,\n"
    kb = Asked(tmp_path, rows, people=True)
    assert kb.names("who ran the World Health Organization in 1995") == {"Ida Roth"}
    assert not any(alias in ("WHO", "Who") for (alias,) in kb.store.query("SELECT said FROM phrase WHERE target = 'world-health-organization'"))
