"""Wordings of questions about who held an office: each table is a few rows, each question one that people put to such rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from test_import_questions import PRESIDENTS, Asked

if TYPE_CHECKING:
    from pathlib import Path

OFFICES = """subject,property,value,start,until
Ann Merk,position held,Chancellor of Germany,2005-11-22,2021-12-08
Olaf Shol,position held,Chancellor of Germany,2021-12-08,2025-05-06
Karl Nem,position held,Chancellor of Austria,2021-12-06,2025-01-10
Steve Jobs,position held,Prime Minister of the United States,1997-09-16,2011-08-24
Tim Cole,position held,Prime Minister of the United States,2011-08-24,
"""


@pytest.fixture(scope="module")
def presidents(tmp_path_factory: pytest.TempPathFactory) -> Asked:
    """Presidents with a gap from 1869 to 2017."""
    return Asked(tmp_path_factory.mktemp("presidents"), PRESIDENTS)


@pytest.fixture(scope="module")
def offices(tmp_path_factory: pytest.TempPathFactory) -> Asked:
    """Offices as a table of statements has them: the office in the value, the country in its name."""
    return Asked(tmp_path_factory.mktemp("offices"), OFFICES)


@pytest.mark.parametrize(
    ("question", "holder"),
    [
        ("from whom did Abel Lincoln take over as president?", "James Bell"),
        ("who did Abel Lincoln take over from as president", "James Bell"),
        ("From whom did Drew take over the office of president?", "Abel Lincoln"),
        ("who took over from Abel Lincoln as president", "Ann Drew"),
        ("who was the next president after 5 May 1857?", "Abel Lincoln"),
        ("who was the first to become president after 1 January 1862?", "Ann Drew"),
        ("who was the first person to be president?", "James Bell"),
        ("who was the earliest president on record?", "James Bell"),
        ("who was the last person to be president before 1864?", "Abel Lincoln"),
        ("who was president prior to Ann Drew?", "Abel Lincoln"),
        ("who stepped in as president after Abel Lincoln", "Ann Drew"),
        ("whose successor as president was Ann Drew?", "Abel Lincoln"),
        ("whose predecessor as president was Lincoln", "Ann Drew"),
        ("who filled the job of president in 1858", "James Bell"),
        ("who was the sitting president in 1858?", "James Bell"),
        ("who was in charge as president in 1858?", "James Bell"),
        ("who took Abel Lincoln's place as president?", "Ann Drew"),
        ("who took the office of president from Lincoln", "Ann Drew"),
        ("who inherited the presidency from Lincoln?", "Ann Drew"),
        ("after whom did Lincoln become president?", "James Bell"),
        ("before whom was Lincoln president", "Ann Drew"),
        ("who was president when Lincoln had left?", "Ann Drew"),
        ("Whose place did Lincoln take as president?", "James Bell"),
        ("Whose place was taken by Lincoln as president?", "James Bell"),
        ("In whose place did Ann Drew come as president?", "Abel Lincoln"),
        ("who was president right before 4 March 1861?", "James Bell"),
        ("who was president just before 1861?", "James Bell"),
        ("who was president immediately after 4 March 1861?", "Abel Lincoln"),
        ("who became president right after 5 May 1858?", "Abel Lincoln"),
        ("who became president next after 5 May 1858?", "Abel Lincoln"),
    ],
)
def test_a_place_in_the_row_of_holders_is_asked_in_many_ways(presidents: Asked, question: str, holder: str) -> None:
    assert presidents.names(question) == {holder}


@pytest.mark.parametrize("question", ["who did James Bell take over from as president?", "who was the next president?", "who was president next"])
def test_nobody_is_told_for_a_place_that_no_row_has(presidents: Asked, question: str) -> None:
    assert presidents(question)["status"] != "answered"


@pytest.mark.parametrize(
    "question", ["who left the office of president to Lincoln?", "who gave the presidency to Ann Drew", "zork - was he president in 1862?"]
)
def test_whom_the_question_names_is_not_its_answer(presidents: Asked, question: str) -> None:
    assert presidents(question)["status"] != "answered"


@pytest.mark.parametrize("question", ["list all presidents", "list every president", "which people have been president?", "who were the presidents?"])
def test_all_that_held_an_office_are_more_than_who_holds_it_today(presidents: Asked, question: str) -> None:
    assert presidents.names(question) == {"James Bell", "Abel Lincoln", "Ann Drew", "Tom Rump", "Joe Bide"}


def test_who_holds_an_office_is_who_holds_it_today(presidents: Asked) -> None:
    assert presidents.names("who is the president") == {"Tom Rump"}


@pytest.mark.parametrize("question", ["was president in 1866", "is president", "was president on 5 May 1866?"])
def test_half_a_question_has_no_yes(presidents: Asked, question: str) -> None:
    assert presidents(question)["status"] == "not-understood"


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        ("was there no president in 1866?", "No. "),
        ("was the post of president empty on 5 May 1866?", "No. "),
        ("was there no president in 1900?", "No record"),
        ("did Ann Drew occupy the office of president in 1866?", "Yes. "),
        ("when did Abel Lincoln take over as president", "The President of Freedonia was Abel Lincoln, from 4 March 1861"),
        ("what was Lincoln's first day as president?", "The President of Freedonia was Abel Lincoln, from 4 March 1861"),
        ("what was Lincoln's last day as president", "The President of Freedonia was Abel Lincoln, until 14 April 1865 (last day)"),
        ("when was Lincoln no longer president?", "The President of Freedonia was Abel Lincoln, until 14 April 1865 (last day)"),
        ("since when is Tom Rump no longer president", "The question takes for granted that this is over"),
    ],
)
def test_an_office_is_held_occupied_and_vacant(presidents: Asked, question: str, lead: str) -> None:
    assert presidents.text(question).startswith(lead)


@pytest.mark.parametrize(
    ("question", "holder"),
    [
        ("who was the German chancellor on 5 May 2010?", "Ann Merk"),
        ("who was Germany's chancellor in 2023", "Olaf Shol"),
        ("who was chancellor of Austria in 2023?", "Karl Nem"),
        ("who was the U.S. prime minister in 2001?", "Steve Jobs"),
        ("who was prime minister of the us in 2001?", "Steve Jobs"),
        ("who had the job of US prime minister in 2015?", "Tim Cole"),
    ],
)
def test_an_office_that_is_called_after_a_country_is_of_that_country(offices: Asked, question: str, holder: str) -> None:
    assert offices.names(question) == {holder}


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("list all CEOs of Apple", {"Ann Bell", "Bob Cole"}),
        ("who was ceo of apple in 1991", {"Ann Bell"}),
        ("in which city was Apple headquartered in 1991?", {"Seaville"}),
        ("who did Ann Bell marry in 1980?", {"Tim Low"}),
    ],
)
def test_everyday_words_of_firms_and_couples(tmp_path: Path, question: str, answer: set[str]) -> None:
    table = (
        "property,item,value,start,until\nCEO,Apple,Ann Bell,1990-01-01,1994-01-01\nCEO,Apple,Bob Cole,1994-01-01,\n"
        "headquarters location,Apple,Seaville,1990-01-01,\nspouse,Ann Bell,Tim Low,1980-03-01,1990-01-01\n"
    )
    assert Asked(tmp_path, table).names(question) == answer


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        ("was Acme the contractor for catering in 2012?", "Yes. "),
        ("who supplied catering in 2012?", "The catering of Town was Acme Ltd"),
        ("was Acme the supplier of catering in 2019?", "No. "),
    ],
)
def test_who_is_paid_supplies(tmp_path: Path, question: str, lead: str) -> None:
    table = "Contract,Customer,Holder,From,Through,Fee,Currency\nCatering,Town,Acme Ltd,2010-01-01,2014-12-31,500,GBP\nCatering,Town,Bell plc,2015-01-01,2024-12-31,600,GBP\n"
    assert Asked(tmp_path, table).text(question).lower().startswith(lead.lower())


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        ("did Acme supply the kit of Redtown on 5 May 2012?", "Yes. "),
        ("did Acme supply the kit of Redtown on 5 May 2019?", "No. "),
        ("who supplied Redtown with kit in 2019?", "The kit supplier of Redtown was Bell"),
        ("did Redtown supply the kit of Acme in 2012?", "No. The other way round: "),
        ("did Acme supply the shirts of Redtown in 2012?", "No term of the record fits"),
    ],
)
def test_a_supplier_of_something_supplies_it(tmp_path: Path, question: str, lead: str) -> None:
    table = (
        "Contract,Customer,Holder,From,Through\nkit supplier,Redtown,Acme,2010-01-01,2014-12-31\nkit supplier,Redtown,Bell,2015-01-01,2024-12-31\n"
    )
    assert Asked(tmp_path, table).text(question).startswith(lead)


@pytest.mark.parametrize(
    ("question", "lead"), [("did Bell serve as CEO of Acme on 5 May 1992?", "Yes. "), ("did Bell act as CEO of Acme in 1996?", "No. ")]
)
def test_to_serve_as_something_is_to_be_it(tmp_path: Path, question: str, lead: str) -> None:
    table = "property,item,value,start,until\nchief executive officer,Acme,Ann Bell,1990-01-01,1994-01-01\nchief executive officer,Acme,Bob Cole,1994-01-01,\n"
    assert Asked(tmp_path, table, people=True).text(question).startswith(lead)


def test_in_a_gap_what_is_told_of_the_office_is_of_the_office_and_what_of_the_person_of_the_person(presidents: Asked) -> None:
    text = presidents.text("was Tom Rump president on 5 May 1871?")
    assert "Before that: Ann Drew, from 15 April 1865 to 3 March 1869; after that: Tom Rump, from 20 January 2017" in text
    assert text.endswith("Recorded of Tom Rump: from 20 January 2017 to 19 January 2021 and since 20 January 2025.")
    assert "The earliest clause on it starts on 4 March 1857." in presidents.text("was Tom Rump president on 5 May 1800?")


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        ("was Lenburg the name of Riverton in 1950?", "Yes. "),
        ("was Lenburg the name of Riverton in 1830?", "No. "),
        ("was Riverton the name of Lenburg in 1950?", "Nothing is recorded"),
        ("was Riverton named Lenburg in 1950?", "Yes. "),
    ],
)
def test_a_name_is_the_name_of_what_has_it(tmp_path: Path, question: str, lead: str) -> None:
    table = "property,item,value,start,until\nofficial name,Riverton,Oldburg,1700-01-01,1924-01-26\nofficial name,Riverton,Lenburg,1924-01-26,1991-09-06\n"
    assert Asked(tmp_path, table).text(question).startswith(lead)


def test_the_name_of_a_holder_is_no_word_of_what_a_clause_says(tmp_path: Path) -> None:
    table = "Office,Country,Name,From,Until\nKeeper,Freedonia,Bill Gaits,1990-01-01,1994-01-01\nKeeper,Freedonia,Ann Jobs,1994-01-01,1999-01-01\n"
    assert Asked(tmp_path, table)("who was charged as keeper in 1995")["status"] != "no-record"


def test_an_office_is_of_no_other_country(offices: Asked) -> None:
    assert offices("who was the French chancellor in 2010?")["status"] != "answered"
    assert offices.names("tell us who was chancellor in 2010") == offices.names("who was chancellor in 2010")  # "us" is no country there


def test_a_last_name_may_begin_with_a_small_word(tmp_path: Path) -> None:
    mayors = Asked(tmp_path, 'Office,Organization,Name,From,Until\nMayor,Town,"de Blaz, Bill",2014-01-01,2022-01-01\n')
    assert mayors.names("who was mayor of Town in 2015") == {"Bill de Blaz"}


@pytest.mark.parametrize(
    ("question", "holders"),
    [
        ("to whom did Redtown belong in 1991?", {"Acme plc"}),
        ("which organizations was Bluetown part of in 1995?", {"Home Union"}),
        ("who was head coach of Redtown F.C. in 1991?", {"Ann Bell"}),
    ],
)
def test_belonging_is_owning_or_being_part(tmp_path: Path, question: str, holders: set[str]) -> None:
    table = (
        "property,item,value,start,until\nowner,Redtown F.C.,Acme plc,1990-01-01,1994-01-01\nmember of,Bluetown,Home Union,1990-01-01,2000-01-01\n"
        "head coach,Redtown F.C.,Ann Bell,1990-01-01,1994-01-01\nhead coach,FC Blue,Bob Cole,1990-01-01,1994-01-01\n"
    )
    assert Asked(tmp_path, table).names(question) == holders


def test_what_a_term_is_called_asks_for_nobodys_own_word(tmp_path: Path) -> None:
    table = "property,item,value,start,until\nofficial name,Metaco,Facebox Inc.,2004-07-29,2021-10-28\nofficial name,Metaco,Metaco Inc.,2021-10-28,\n"
    assert Asked(tmp_path, table).text("was Facebox Inc. Metaco's official name on 30 July 2010?").startswith("Yes. ")


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("had Lincoln left office as president by 1 January 1866", "Yes."),
        ("had Lincoln left office as president by 1 January 1863", "No."),
        ("hadn't Lincoln left office as president by 1 January 1866", "Yes."),
        ("had Lincoln become president by 1 January 1866?", "Yes."),
        ("had Lincoln been president by 1 January 1866?", "Yes."),
        ("had Lincoln become president by 1 January 1860?", "No."),
        ("is it true that Lincoln had not become president by 1 January 1866", "No."),
        ("had Lincoln been replaced as president by 1 January 1866", "Yes."),
        ("did Lincoln leave the presidency before 1863", "No."),
    ],
)
def test_by_a_day_it_was_over_or_had_begun(presidents: Asked, question: str, answer: str) -> None:
    assert presidents.text(question).startswith(answer)
    assert "Abel Lincoln" in presidents.text(question)


@pytest.mark.parametrize(
    ("question", "holder"),
    [
        ("who had been president until 4 March 1861", "James Bell"),
        ("who was president until 1861", "James Bell"),
        ("when Bell was out, who was president", "Abel Lincoln"),
        ("from whom did Lincoln take the presidency", "James Bell"),
        ("who took the presidency from Bell", "Abel Lincoln"),
        ("to whom did the office of president pass after Bell", "Abel Lincoln"),
        ("who succeeded the president in office on 5 May 1858", "Abel Lincoln"),
        ("who unseated Bell as president", "Abel Lincoln"),
        ("who was the next to get the presidency after 5 May 1858", "Abel Lincoln"),
    ],
)
def test_a_day_and_a_neighbor_lead_to_one_holder(presidents: Asked, question: str, holder: str) -> None:
    assert presidents.names(question) == {holder}


def test_up_to_a_year_in_which_nobody_left_there_is_no_one(presidents: Asked) -> None:
    assert presidents("who was president until 1859")["status"] == "no-record"
    assert presidents.names("who were presidents until 1862") == {"James Bell", "Abel Lincoln"}


@pytest.mark.parametrize(
    ("question", "holders"),
    [
        ("who was president the day before Abel Lincoln took office?", {"James Bell"}),
        ("who was president on the day after Lincoln became president?", {"Abel Lincoln"}),
        ("who was president five years before Ann Drew was sworn in", {"James Bell"}),
        ("A fortnight after Lincoln left office, who was president?", {"Ann Drew"}),
        ("who was president the day before Lincoln's term ended", {"Abel Lincoln"}),
        ("who was president four years after Joe Bide took over?", {"Tom Rump"}),
        ("who was president a week after Tom Rump took office?", {"Tom Rump"}),
        ("who was president half a year after Rump left?", {"Joe Bide"}),
        ("who was president a year before Tom Rump took office?", {"Joe Bide"}),  # and nobody on record a year before his first term
    ],
)
def test_a_time_counted_from_when_somebody_came_or_went_is_that_day(presidents: Asked, question: str, holders: set[str]) -> None:
    assert presidents.names(question) == holders
    assert "Taken as “" in presidents.text(question)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("who was president the day after Ann Drew left?", "nothing is recorded"),
        ("who was president a year before James Bell took office?", "nothing is recorded"),
        ("who was president a month after Joe Bide left office for good?", ""),
        ("who was president four years after Tom Rump left?", "2025-01-19 or 2025-01-20"),  # Bide, or Rump again
        ("was Joe Bide president a year before Tom Rump took office?", "more than once"),
        ("who was president the week before Lincoln took office?", "name the day"),
        ("who was president more than a year before Lincoln took office?", ""),
        ("who was president a year after Lincoln died?", ""),
        ("who was president a year before Lincoln was elected?", ""),
        ("who was president a year after Bob Cole left?", ""),
        ("who was president a day after Bide?", "name the day"),
    ],
)
def test_a_gap_and_a_day_that_is_not_certain_are_told_as_such(presidents: Asked, question: str, said: str) -> None:
    assert presidents(question)["status"] != "answered"
    assert said in presidents.text(question)


def test_who_was_it_at_a_day_counted_from_another_office(tmp_path: Path) -> None:
    offices = Asked(tmp_path, OFFICES)
    before = offices("who was chancellor of Germany a year after Steve Jobs became Prime Minister of the United States?")
    assert before["status"] == "no-record"
    assert offices.names("who was chancellor of Austria a day after Olaf Shol became chancellor of Germany?") == {"Karl Nem"}


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("was Tom Rump ever president?", "Yes. "),
        ("has Joe Bide ever been president", "Yes. "),
        ("was Bob Cole ever president", "I do not know"),
        ("was Lincoln the first president?", "No. "),
    ],
)
def test_of_whether_it_ever_was_somebody_the_others_are_not_told(presidents: Asked, question: str, answer: str) -> None:
    text = presidents.text(question)
    assert text.startswith(answer)
    assert "No: " not in text
    assert ("James Bell" in text) == answer.startswith("No")


def test_when_it_ended_of_somebody_who_has_it_again_is_when_it_ended_before(presidents: Asked) -> None:
    text = presidents.text("when did Tom Rump stop being president?")
    assert "until 19 January 2021" in text
    assert "no end date is stated" in text


def test_what_never_ended_is_not_told_as_over(tmp_path: Path) -> None:
    text = Asked(tmp_path, OFFICES).text("when did Tim Cole stop being Prime Minister of the United States?")
    assert "has it still" in text


EDGES = """property,item,value,start,through
secretary-general,United Nations,U Lant,1961-11-30,1971-12-31
secretary-general,United Nations,Kurt Walden,1972-01-01,1981-12-31
secretary-general,United Nations,Perez Quell,1982-01-01,1990
headquarters location,Boering,Sealand,1950-01-01,2001-09-03
headquarters location,Boering,Chigaco,2001-09-04,2022-05-04
headquarters location,Boering,Arlingdon,2022-05-05,
spouse,Hal Tudor,Cat Arag,1509-06-11,1533-05-23
spouse,Hal Tudor,Nan Bolen,1533-05-28,1536-05-17
"""


@pytest.fixture(scope="module")
def edges(tmp_path_factory: pytest.TempPathFactory) -> Asked:
    """Terms that end with a year, on some day of a year, and moves from one place to another."""
    return Asked(tmp_path_factory.mktemp("edges"), EDGES, coarse_ends="doubt")


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        ("Did U Lant cease to be secretary-general in 1971?", "Yes."),
        ("Did U Lant cease to be secretary-general in 1972?", "No."),
        ("Did Perez Quell stop being secretary-general in 1990?", "Yes."),
        ("Did Perez Quell stop being secretary-general in March 1990?", "Possibly."),
        ("Did Perez Quell stop being secretary-general in 1995?", "No."),
        ("Was Kurt Walden made secretary-general in 1975?", "No."),
        ("Did Kurt Walden get the job of secretary-general in 1972?", "Yes."),
        ("Was it in 1534 that Hal Tudor married Nan Bolen?", "No."),
        ("Was it in 1533 that Hal Tudor married Nan Bolen?", "Yes."),
        ("Was Kurt Walden secretary-general the entire year 1975?", "Yes."),
        ("Was U Lant secretary-general the whole year 1961?", "No."),
        ("Was Perez Quell the next secretary-general after U Lant?", "No."),
        ("Did Boering relocate to Arlingdon in 2022?", "Yes."),
        ("Did Boering relocate to Arlingdon in 2023?", "No."),
        ("Did Boering move its headquarters out of Chigaco in 2010?", "No."),
        ("Did Boering move its headquarters from Chigaco in 2022?", "Yes."),
    ],
)
def test_what_began_or_ended_in_a_time_did_so_by_its_first_or_last_day(edges: Asked, question: str, lead: str) -> None:
    assert edges.text(question).startswith(lead)


@pytest.mark.parametrize(
    ("question", "holder"),
    [
        ("Who started as secretary-general in 1972?", "Kurt Walden"),
        ("Who assumed the office of secretary-general in 1972?", "Kurt Walden"),
        ("Who was the outgoing secretary-general in 1981?", "Kurt Walden"),
        ("Who did Hal Tudor divorce in 1533?", "Cat Arag"),
        ("Who did Hal Tudor marry in 1533?", "Nan Bolen"),
        ("To which city did Boering relocate in May 2022?", "Arlingdon"),
        ("From where did Boering move its headquarters in May 2022?", "Chigaco"),
        ("Where did Boering move its headquarters from Chigaco?", "Arlingdon"),
        ("From where did Boering move its headquarters to Arlingdon?", "Chigaco"),
    ],
)
def test_only_whoever_began_or_ended_then_is_told(edges: Asked, question: str, holder: str) -> None:
    text = edges.text(question)
    assert holder in text
    assert ";" not in text


@pytest.mark.parametrize("question", ["Who was the only spouse of Hal Tudor in 1533?", "Where did Boering go in 2022?"])
def test_a_place_or_a_number_that_is_not_read_is_not_passed_over(edges: Asked, question: str) -> None:
    assert edges(question)["status"] != "answered"


def test_a_vice_president_did_not_become_president(tmp_path: Path) -> None:
    table = "subject,term,holder,from,through\nUS,President,Don Tremp,2017-01-20,2021-01-19\nFrance,President,Man Macre,2017-05-14,\nUS,Vice President,Mick Pance,2017-01-20,2021-01-19\n"
    asked = Asked(tmp_path, table)
    assert asked("When did Mick Pance become president?")["status"] != "answered"
    assert "2017" in asked.text("When did Mick Pance become vice president?")
