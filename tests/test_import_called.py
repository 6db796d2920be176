"""What terms and holders of a table are called besides what the table calls them: shorter, by whoever has it, by a last name of several words."""

from __future__ import annotations

import pytest

from tenor.importing.called import called
from tenor.importing.people import having
from test_import_questions import Asked

RECORDS = """term,subject,holder,value,from,until
men's 100 metres world record,World Athletics,Jim Hines,9.95,1968-10-14,1983-07-03
men's 100 metres world record,World Athletics,Calvin Smith,9.93,1983-07-03,
mile world record,World Athletics,Peter Snell,3:54.4,1962-01-27,1993-09-05
mile world record,World Athletics,Noureddine Morceli,3:44.39,1993-09-05,1999-07-07
mile world record,World Athletics,Hicham El Guerrouj,3:43.13,1999-07-07,
long jump world record,World Athletics,Igor Ter-Ovanesyan,8.31,1962-06-10,1964-08-15
long jump world record,World Athletics,Mike Powell,8.95,1991-08-30,
world chess championship,FIDE,Emanuel Lasker,,1894-05-26,1921-04-27
world chess championship,FIDE,Mikhail Tal,,1960-05-07,1961-05-12
world chess championship,FIDE,Gukesh Dommaraju,,2024-12-12,
"""
OFFICES = """term,subject,holder,from,until
governorship,Ruritania,Anna van der Berg,2010-01-01,2015-01-01
governorship,Ruritania,Max O'Hara,2015-01-01,2020-01-01
governorship,Ruritania,Luis de la Cruz,2020-01-01,
captaincy of the rugby team,Ruritania,Ian McCall,2001-01-01,2005-01-01
captaincy of the rugby team,Ruritania,Abu Bin Saleh,2005-01-01,
presidency,Freedonia,Valéry Gilles d'Estang,2001-01-01,2005-01-01
presidency,Freedonia,Tom Vance,2005-01-01,
"""
FACTS = """property,item,value,start,until
chief executive officer,Apple,John Scully,1983-04-08,1993-06-18
chief executive officer,Apple,Michael Spindle,1993-06-18,1996-02-02
headquarters location,Apple,Seaville,1990-01-01,
headquarters location,Bell plc,Lowton,1990-01-01,
employer,Alan Turner,University of Lowton,1948-01-01,1954-06-07
country of citizenship,Nikola Testa,United States,1891-07-30,1943-01-07
"""


@pytest.fixture(scope="module")
def records(tmp_path_factory: pytest.TempPathFactory) -> Asked:
    return Asked(tmp_path_factory.mktemp("records"), RECORDS)


@pytest.fixture(scope="module")
def offices(tmp_path_factory: pytest.TempPathFactory) -> Asked:
    return Asked(tmp_path_factory.mktemp("offices"), OFFICES)


@pytest.fixture(scope="module")
def facts(tmp_path_factory: pytest.TempPathFactory) -> Asked:
    return Asked(tmp_path_factory.mktemp("facts"), FACTS)


@pytest.mark.parametrize(
    ("label", "others", "name", "told"),
    [
        ("mile world record", [], "mile record", True),
        ("mile world record", ["indoor mile record"], "mile record", False),
        ("men's 100 metres world record", [], "100m record", True),
        ("men's 100 metres world record", ["women's 100 m world record"], "100m record", False),
        ("men's 100 metres world record", ["women's 100 m world record"], "men's 100 m record", True),
        ("world record", [], "record", False),
        ("world chess championship", [], "chess champion", True),
        ("bus shelter advertising", [], "bus advertising", False),
    ],
)
def test_a_shorter_name_is_one_that_nothing_else_has(label: str, others: list[str], name: str, told: bool) -> None:
    assert (name in called(label, [label, *others])) is told


@pytest.mark.parametrize(
    ("thing", "person"),
    [
        ("world chess championship", "world chess champion"),
        ("presidency", "president"),
        ("captaincy of the team", "captain of the team"),
        ("chairmanship of the board", "chairman of the board"),
        ("tenancy", "tenant"),
        ("township", ""),
        ("currency", ""),
        ("membership", ""),
        ("street cleaning", ""),
    ],
)
def test_whoever_has_a_thing_is_called_by_its_noun(thing: str, person: str) -> None:
    assert having(thing) == person


@pytest.mark.parametrize(
    ("question", "holder"),
    [
        ("who had the 100 m world record in 1970?", "Jim Hines"),
        ("who held the mile record in 1970?", "Peter Snell"),
        ("who was the reigning world chess champion in 1900?", "Emanuel Lasker"),
        ("until when was Mikhail Tal world chess champion?", "Mikhail Tal"),
        ("when did Tal stop being world chess champion?", "Mikhail Tal"),
        ("how long did Peter Snell hold the mile record?", "Peter Snell"),
        ("was El Guerrouj holder of the mile world record in 2005?", "Hicham El Guerrouj"),
        ("when did El Guerrouj get the mile world record?", "Hicham El Guerrouj"),
        ("did Ter-Ovanesyan hold the long jump record in 1963?", "Igor Ter-Ovanesyan"),
        ("was the mile record in Morceli's hands in 1995?", "Noureddine Morceli"),
    ],
)
def test_records_by_their_shorter_names(records: Asked, question: str, holder: str) -> None:
    assert holder in records.text(question).partition(";")[0]


@pytest.mark.parametrize(
    "question",
    [
        "who held the women's 100 m world record in 1970?",
        "who holds the European mile record?",
        "who holds the mile record of Kenya?",
        "who holds the 200 m world record?",
        "who is the champion?",
        "who was world junior chess champion in 1960?",
        "until when was Mike Powell world chess champion?",
        "until when did Mike Powell have the mile record?",
        "when did Gukesh stop being world chess champion?",
    ],
)
def test_another_record_or_another_holder_is_not_told_for_it(records: Asked, question: str) -> None:
    assert records(question)["status"] != "answered"


@pytest.mark.parametrize(
    ("question", "holder"),
    [
        ("who was governor of Ruritania in 2012?", "Anna van der Berg"),
        ("until when was van der Berg governor of Ruritania?", "Anna van der Berg"),
        ("until when was O'Hara governor?", "Max O'Hara"),
        ("who succeeded O'Hara as governor of Ruritania?", "Luis de la Cruz"),
        ("who was the captain of the rugby team of Ruritania in 2003?", "Ian McCall"),
        ("was Gilles d'Estang president of Freedonia in 2003?", "Valéry Gilles d'Estang"),
    ],
)
def test_offices_by_whoever_has_them(offices: Asked, question: str, holder: str) -> None:
    assert holder in offices.text(question).partition(";")[0]


@pytest.mark.parametrize("question", ["who was deputy governor of Ruritania in 2012?", "who was captain of the football team of Ruritania in 2003?"])
def test_no_other_office_is_told(offices: Asked, question: str) -> None:
    assert offices(question)["status"] != "answered"


@pytest.mark.parametrize(
    ("question", "holder"),
    [
        ("who was at the helm of Apple in 1990?", "John Scully"),
        ("who succeeded John Scully at Apple?", "Michael Spindle"),
        ("who was Spindle's predecessor at Apple?", "John Scully"),
        ("where did Apple have its head office in 1991?", "Seaville"),
        ("where did Bell plc have its head office in 1991?", "Lowton"),
        ("who paid Turner's salary in 1950?", "University of Lowton"),
        ("was Testa a citizen of the United States in 1900?", "United States"),
    ],
)
def test_plain_words_for_holding(facts: Asked, question: str, holder: str) -> None:
    assert facts.names(question) == {holder}


@pytest.mark.parametrize("question", ["who succeeded John Scully at Bell?", "who succeeded Turner at Apple?", "who was at the helm of Bell in 1991?"])
def test_nobody_came_after_at_another_place(facts: Asked, question: str) -> None:
    assert facts(question)["status"] != "answered"
