"""Questions about one table of many relations, as an encyclopedia has them: names that look like other words, places that are several things, who came and went."""

from __future__ import annotations

from pathlib import Path

import pytest

from test_import_questions import Asked

ENTRIES = """item,property,value,start,until
Ann Bell,position held,Mayor of Hillton,2000-05-04,2008-05-04
Bob Cole,position held,Mayor of Hillton,2008-05-04,2016-05-09
Ida Rowe,position held,President of the Island Central Bank,1998-06-01,2003-11-01
Tim Low,position held,President of the Island Central Bank,2003-11-01,
Osric Mow,political party,Meadow Party,1924-03-27,1931-03-01
Osric Mow,political party,New Party,1931-03-01,1932-05-01
Osric Mow,political party,River Union,1932-10-01,1940-05-24
Will Brand,political party,Meadow Party,1930,1932
Will Brand,political party,Workers' Party,1932,1944
Will Brand,political party,Meadow Party,1944,1992
Charles Plin,residence,Hillton,1889-04-16,1910-09-01
Charles Plin,residence,Seaville,1913-12-01,1952-09-18
Blogger,owned by,Yoohoo!,2013-06-20,2017-06-13
Blogger,owned by,Verion,2017-06-13,2019-09-20
Blogger,owned by,Autumn plc,2019-09-20,
Sticky Notes,owned by,3W,1968-01-01,
Marsh,part of,Lowland Empire,1871-05-10,1918-11-22
Marsh,part of,Third Republic,1918-11-22,1940-07-16
Marsh,part of,Kingdom of Upland,1940-07-16,
Freedonia,currency,Freedonian crown,1991-10-08,2007-01-01
Freedonia,currency,mark,2007-01-01,
Redtown FC,head coach,Joe Moor,2016-05-27,2018-12-19
Redtown FC,head coach,Tony Cont,2018-12-19,
"""
SERVICES = """contract,client,vendor,start,last day,fee
Student housing,Port of Ferrow,Campus Homes plc,2012-09-01,2019-08-31,EUR 845000
Dredging,Port of Ferrow,Silt & Sand GmbH,2010-01-01,2018-12-31,EUR 2050000
Bunker fuel,Port of Ferrow,Halden Oil AS,2008-01-01,2012-12-31,n/a
"""


@pytest.fixture(scope="module")
def entries(tmp_path_factory: pytest.TempPathFactory) -> Asked:
    return Asked(tmp_path_factory.mktemp("entries"), ENTRIES)


@pytest.fixture(scope="module")
def services(tmp_path_factory: pytest.TempPathFactory) -> Asked:
    return Asked(tmp_path_factory.mktemp("services"), SERVICES)


@pytest.mark.parametrize(
    ("question", "holders"),
    [
        ("Who owned Blogger in 2015?", {"Yoohoo!"}),
        ("Who owns Sticky Notes?", {"3W"}),
        ("After the Meadow Party, which party did Osric Mow belong to?", {"New Party"}),
        ("Before the River Union, which party was Osric Mow in?", {"New Party"}),
        ("After the Meadow Party, which party did Will Brand belong to?", {"Workers' Party"}),
        ("Before the Meadow Party, which party did Will Brand belong to?", {"Workers' Party"}),
        ("Who became Hillton mayor after Ann Bell?", {"Bob Cole"}),
        ("Who was Hillton's mayor in 2005?", {"Ann Bell"}),
        ("What was Marsh part of on Jul 9, 1930?", {"Third Republic"}),
        ("Which country was Marsh part of in 1900?", {"Lowland Empire"}),
        ("What did people pay with in Freedonia in 2000?", {"Freedonian crown"}),
        ("Which currency did Freedonia switch to in 2007?", {"mark"}),
        ("What replaced the Freedonian crown in Freedonia?", {"mark"}),
        ("Who was the next head of the Island Central Bank after Ida Rowe?", {"Tim Low"}),
        ("Where did Charles Plin live before he moved to Seaville?", {"Hillton"}),
    ],
)
def test_who_or_what_it_was_is_told(entries: Asked, question: str, holders: set[str]) -> None:
    assert entries.names(question) == holders


@pytest.mark.parametrize(
    ("question", "begins"),
    [
        ("On Apr 30, 1932, was Osric Mow a member of the New Party?", "Yes"),
        ("Was Osric Mow in the New Party on 2 May 1935?", "No"),
        ("Did Blogger belong to Yoohoo! in 2016?", "Yes"),
        ("Did Freedonia switch to the mark in 2009?", "No"),
        ("Was the mark the new currency of Freedonia in 2007?", "Yes"),
        ("Was Bob Cole the new mayor of Hillton in 2012?", "No"),
        ("Was Hillton the home of Charles Plin in 1900?", "Yes"),
        ("When did Joe Moor leave Redtown FC?", "Taken as “until when was Joe Moor the head coach of Redtown FC”"),
        ("When did Redtown FC appoint Tony Cont?", "Taken as “since when was Tony Cont the head coach of Redtown FC”"),
    ],
)
def test_whether_and_when_it_was_so_is_told(entries: Asked, question: str, begins: str) -> None:
    assert entries.text(question).startswith(begins)


@pytest.mark.parametrize(
    "question",
    [
        "Was Bob Cole the new mayor of Hillton in June 2008?",
        "What is part of Marsh?",
        "Who is part of Marsh?",
        "What part of Marsh was lost in 1918?",
        "Who did the mayor of Hillton employ in 2005?",
        "How many people did the mayor of Hillton employ in 2005?",
        "When did Redtown FC leave Joe Moor?",
        "When did Ann Bell leave Redtown FC?",
    ],
)
def test_what_the_table_does_not_say_is_not_told(entries: Asked, question: str) -> None:
    assert entries(question)["status"] != "answered"


@pytest.mark.parametrize(
    ("question", "begins"),
    [
        ("Did Campus Homes plc have the student housing contract with the Port of Ferrow on 1 September 2012?", "Yes"),
        ("Did Campus Homes have the contract for student housing at the Port of Ferrow in 2020?", "No"),
        ("Was Halden Oil the bunker fuel contractor of the Port of Ferrow in 2010?", "Yes"),
        ("Who supplied bunker fuel to the Port of Ferrow in 2010?", "The Bunker fuel of Port of Ferrow was Halden Oil AS"),
        ("How many people did the dredging contract employ in 2016?", "The record has no number of “people” here."),
    ],
)
def test_who_has_a_contract_is_told_and_no_more(services: Asked, question: str, begins: str) -> None:
    assert services.text(question).startswith(begins)


@pytest.mark.parametrize(
    ("values", "note"),
    [
        (("Yoohoo!", "Verion", "Autumn plc"), "'Yoohoo!' is read as a name"),
        (("20th Century Wolf", "Verion", "Autumn plc"), "'20th Century Wolf' is read as a name"),
        (("12%", "Verion", "Autumn plc"), "'12%' is no name as the others are, so all are kept as texts"),
        (("Sold: see the notes", "Verion", "Autumn plc"), "'Sold: see the notes' is no name as the others are"),
        (("Brindle", "Verion", "Autumn plc"), ""),
    ],
)
def test_a_name_with_a_mark_or_a_number_is_reported(tmp_path: Path, values: tuple[str, ...], note: str) -> None:
    rows = "\n".join(f"Blogger,owned by,{value},20{n}0-01-01,20{n}9-01-01" for n, value in enumerate(values))
    asked = Asked(tmp_path, f"item,property,value,start,until\n{rows}\n")
    assert [note in said for said in asked.imported.notes] == ([True] if note else [])
    assert asked.text("Who owned Blogger in 2015?").startswith("Blogger was owned by" if "is no name" not in note else "Blogger: owned by")


BESIDE = """item,property,value,start,until
Upland,Prime Minister,Ann Bell,1980-05-04,1988-05-04
Upland,Prime Minister,Cosmo Lang,1988-05-04,1996-05-04
Upland,Prime Minister,David Lange,1996-05-04,2004-05-04
Skating Union,President,Sigfrid Edström,1975-06-01,1983-11-01
Skating Union,President,Tim Low,1983-11-01,
FISK,President,Ida Rowe,1990-06-01,
Cake Off,broadcaster,BBC Two,2010-08-17,2014-08-06
Cake Off,broadcaster,Channel 4,2014-08-06,
The Times,owned by,Lord North,1908-03-16,1922-08-15
The Times,owned by,John Astor,1922-10-23,1967-01-01
The Times,owned by,Thom plc,1967-01-01,
East Line,operator,GNER,1996-04-28,2007-12-09
East Line,operator,LNER,2007-12-09,
Freedonia,currency,Freedonian crown,1991-10-08,2007-01-01
Redtown FC,head coach,Joe Moor,2016-05-27,2018-12-19
"""
FIRMS = """contract,client,vendor,start,last day,fee
Runway sweeping,Port of Ferrow,Clean Strip AS,2010-01-01,2014-12-31,EUR 845000
Runway sweeping,Port of Ferrow,Tarmac Care BV,2015-01-01,2019-12-31,EUR 945000
Runway sweeping,Port of Ferrow,Clean Strip AS,2020-01-01,2025-12-31,EUR 955000
Dredging,Port of Ferrow,Silt & Sand GmbH,2010-01-01,2018-12-31,n/a
"""


@pytest.fixture(scope="module")
def beside(tmp_path_factory: pytest.TempPathFactory) -> Asked:
    return Asked(tmp_path_factory.mktemp("beside"), BESIDE)


@pytest.fixture(scope="module")
def firms(tmp_path_factory: pytest.TempPathFactory) -> Asked:
    return Asked(tmp_path_factory.mktemp("firms"), FIRMS)


@pytest.mark.parametrize(
    ("question", "holders"),
    [
        ("Who was the head of FISK in 1995?", {"Ida Rowe"}),
        ("Who headed the Skating Union in 1980?", {"Sigfrid Edström"}),
        ("Who was head of the Skating Union after Edstrom?", {"Tim Low"}),
        ("Who headed Upland in 1985?", {"Ann Bell"}),
        ("On which channel was the Cake Off shown in 2012?", {"BBC Two"}),
        ("Which channel showed the Cake Off in 2016?", {"Channel 4"}),
        ("Who was president of the Skating Union at any time during 1980?", {"Sigfrid Edström"}),
        ("Who owned the times in 1910?", {"Lord North"}),
        ("Who was the next to own The Times after March 16, 1908?", {"John Astor"}),
        ("Who was next to own The Times after 1908?", {"John Astor"}),
        ("Who came next as prime minister of Upland after Ann Bell?", {"Cosmo Lang"}),
        ("Who was running trains on the East Line in 2012?", {"LNER"}),
        ("Lang became prime minister of Upland when?", {"Cosmo Lang"}),
    ],
)
def test_what_another_relation_or_name_is_called_stays_out_of_it(beside: Asked, question: str, holders: set[str]) -> None:
    assert beside.names(question) == holders


@pytest.mark.parametrize(
    ("question", "begins"),
    [
        ("Was Edstrom head of the Skating Union in 1980?", "Yes"),
        ("Was the Freedonian crown in use in Freedonia in 2000?", "Yes"),
        ("Was the East Line operated by LNER in 2012?", "Yes"),
        ("Was the East Line operated by LNER in 2000?", "No"),
    ],
)
def test_a_noun_of_the_table_says_what_its_verb_does(beside: Asked, question: str, begins: str) -> None:
    assert beside.text(question).startswith(begins)


@pytest.mark.parametrize(
    "question",
    [
        "What did the Prime Minister of Upland earn in 1985?",
        "What did the Prime Minister of Upland say in 1985?",
        "Where did the Prime Minister of Upland go in 1985?",
        "Where was the president of the Skating Union in 1980?",
        "Tell me what the president of FISK said in 1995",
        "What did the broadcaster of the Cake Off say in 2012?",
        "Lang was followed as prime minister of Upland by whom?",
        "Lange was followed as prime minister of Upland by whom?",
        "Who was running trains on the West Line in 2012?",
    ],
)
def test_what_a_holder_does_and_who_is_one_letter_off_are_not_told(beside: Asked, question: str) -> None:
    assert beside(question)["status"] != "answered"


@pytest.mark.parametrize(
    ("question", "begins"),
    [
        ("Did Clean Strip AS hold the runway sweeping contract at the Port of Ferrow in 2012?", "Yes"),
        ("Was Clean Strip AS the runway sweeping vendor of the Port of Ferrow in 2012?", "Yes"),
        ("Was clean strip as the runway sweeping vendor of the Port of Ferrow in 2016?", "No"),
        ("Was Silt & Sand in charge of dredging at the Port of Ferrow in 2012?", "Yes"),
    ],
)
def test_the_legal_form_of_a_firm_joins_no_words(firms: Asked, question: str, begins: str) -> None:
    assert firms.text(question).startswith(begins)


def test_the_next_to_do_something_is_one(firms: Asked) -> None:
    assert firms.names("Which company was the next to do runway sweeping for the Port of Ferrow after 2011?") == {"Tarmac Care BV"}
