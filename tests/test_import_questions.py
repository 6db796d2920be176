"""What may be asked of somebody's table once it is imported: each table is a few rows, each question one that people put to such rows."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tenor.ask.answering import ask
from tenor.dates import Edtf, parse_day
from tenor.importing import Options, import_table
from tenor.store.build import build
from tenor.store.read import Store

SEEN = "2026-11-26"
CONTRACTS = """Supplier,Contract,Customer,Start,Last day,Annual value,Currency
Corona Energy Ltd,Gas supply,Town,2018-04-01,2022-03-31,640000,GBP
Total Gas Ltd,Gas supply,Town,2022-04-01,2026-03-31,980000,GBP
Zurich Insurance plc,Property insurance,Town,2018-10-01,2021-09-30,350000,GBP
Aviva plc,Property insurance,Town,2021-10-01,2024-09-30,410000,GBP
Tarmac Trading Ltd,Highway maintenance,Town,2022-07-01,,9000000,GBP
Yunex Traffic Ltd,Traffic signals,Town,2018-04-01,2028-03-31,465000,GBP
"""
PRESIDENTS = """Office,Country,Name,From,Until
President,Freedonia,James Bell,1857-03-04,1861-03-04
President,Freedonia,Abel Lincoln,1861-03-04,1865-04-15
President,Freedonia,Ann Drew,1865-04-15,1869-03-04
President,Freedonia,Tom Rump,2017-01-20,2021-01-20
President,Freedonia,Joe Bide,2021-01-20,2025-01-20
President,Freedonia,Tom Rump,2025-01-20,
"""
DEPUTIES = """Office,Country,Name,From,Until
Deputy President,Freedonia,Lin Johns,1961-01-20,1963-11-22
Deputy President,Freedonia,Hugh Humph,1965-01-20,1969-01-20
Deputy President,Freedonia,Spiro Ag,1969-01-20,1973-10-10
"""
BAND = """property,item,value,start,until
member,The Bugs,Pat Best,1960-08-12,1962-08-16
member,The Bugs,Jon Lens,1960-08-12,1970-04-10
member,The Bugs,Rick Starr,1962-08-18,1970-04-10
"""
COACHES = """property,item,value,start,until
head coach,Redtown,Joe Moor,2016-05-27,2018-12-19
head coach,Bluetown,Joe Moor,2013-06-03,2015-12-18
head coach,Bluetown,Tony Cont,2016-07-03,2018-07-13
"""


class Asked:
    """A table that was imported, to be asked."""

    def __init__(self, folder: Path, table: str, name: str = "table.csv", **options: Any) -> None:
        (folder / name).write_text(table, encoding="utf-8")
        self.imported = import_table(folder / name, folder / "kb", Edtf.parse(SEEN), Options(**options))
        build(str(folder / "kb"), str(folder / "kb.db"))
        self.store = Store(str(folder / "kb.db"))

    def __call__(self, question: str) -> dict[str, Any]:
        return ask(self.store, question, today=parse_day(SEEN))

    def text(self, question: str) -> str:
        return str(self(question)["text"])

    def names(self, question: str) -> set[str]:
        document = self(question)
        assert document["status"] == "answered", document["text"]
        return {self.store.name("party", a["holder"]) for a in document["answers"] if a["clause"] and a["state"] != "no"}


@pytest.fixture
def contracts(tmp_path: Path) -> Asked:
    return Asked(tmp_path, CONTRACTS, "contracts.csv")


@pytest.fixture
def presidents(tmp_path: Path) -> Asked:
    return Asked(tmp_path, PRESIDENTS, "us_heads.csv")


# -- contracts --------------------------------------------------------------------------------------


@pytest.mark.parametrize("words", ["in force", "running", "valid"])
def test_a_day_behind_a_contract_asks_whether_it_held_then(contracts: Asked, words: str) -> None:
    assert contracts.text(f"was the Gas supply contract {words} on 1 June 2019").startswith("Yes. ")
    assert contracts.text(f"was the Gas supply contract {words} on 1 June 2026").startswith("No. ")


def test_a_day_that_is_a_documents_own_needs_that_document(contracts: Asked) -> None:
    assert contracts.text("what does the contract of 1 June 2019 say") == "No contract of 2019-06-01 is recorded."


def test_an_amount_is_that_of_the_supplier_who_is_named(contracts: Asked) -> None:
    assert contracts.names("what is the value of the Gas supply contract with Corona Energy") == {"Corona Energy Ltd"}
    assert contracts.names("how much was Aviva's Property insurance contract worth?") == {"Aviva plc"}
    assert contracts.names("how much was the Property insurance contract worth?") == {"Aviva plc", "Zurich Insurance plc"}


def test_what_another_was_paid_on_that_day_is_no_answer(contracts: Asked) -> None:
    document = contracts("how much was Aviva's property insurance worth on 1 May 2020")
    assert document["status"] == "no-record"
    assert "recorded then: Zurich Insurance plc" in document["text"]


def test_who_supplies_what_nobody_supplies_any_more(contracts: Asked) -> None:
    document = contracts("who supplies property insurance")
    assert document["status"] == "no-record"
    assert document["text"].endswith("The last clause on it (Aviva plc) ran from 1 October 2021 to 30 September 2024.")
    assert contracts.names("who supplied property insurance on 1 May 2020") == {"Zurich Insurance plc"}


def test_a_row_without_an_end_beside_planned_ends_may_have_ended(contracts: Asked) -> None:
    assert contracts.imported.notes == (
        "contracts.csv:6: has no end, and other rows end on days to come: it stays possible after its first day (write present where it still holds)",
    )
    assert contracts.text("does the highway maintenance contract still run").startswith("Possibly. ")
    assert "no end is recorded" in contracts.text("until when does the highway maintenance contract run")


SERVICES = """Contract,Client,Contractor,Start,Last day,Annual value
Pest control,Town,Ratcliffe,2017-02-01,2020-01-31,£8400
Medical gases,Town,Boreal Oxygen Ltd,2015-05-01,2020-04-30,£245000
Electricity supply,Town,Northmoor Power plc,2015-10-01,2020-09-30,£880000
"""


@pytest.mark.parametrize(
    "question",
    [
        "who had the pest supply contract on 1 May 2018?",
        "did Ratcliffe have the pest supply contract on 1 May 2018?",
        "who had the medical supplies contract on 1 May 2018?",
        "who was the medical supplier on 1 May 2018?",
        "how much did the gas supply cost on 1 May 2018?",
        "who got gas payments on 1 May 2018?",
        "who was the client of pest control on 1 May 2018?",  # Town, which no question about who has it tells
    ],
)
def test_a_word_of_a_name_beside_a_supply_names_another_thing(tmp_path: Path, question: str) -> None:
    assert Asked(tmp_path, SERVICES)(question)["status"] != "answered"


@pytest.mark.parametrize(
    ("question", "holder"),
    [
        ("who was the medical gases supplier on 1 May 2018?", "Boreal Oxygen Ltd"),
        ("who had the gas contract on 1 May 2018?", "Boreal Oxygen Ltd"),
        ("who was the electricity supplier on 1 May 2018?", "Northmoor Power plc"),
        ("who was the contractor of pest control on 1 May 2018?", "Ratcliffe"),
    ],
)
def test_the_whole_name_and_its_last_word_name_the_thing(tmp_path: Path, question: str, holder: str) -> None:
    assert Asked(tmp_path, SERVICES).names(question) == {holder}


# -- offices ----------------------------------------------------------------------------------------


def test_a_row_without_an_end_beside_ends_in_the_past_still_holds(presidents: Asked) -> None:
    assert presidents.text("is Tom Rump president").startswith("Yes. ")


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("was Lincoln president throughout 1862", "Yes. "),
        ("was Lincoln president throughout 1865", "No. "),
        ("was Lincoln president for all of 1861", "No. "),
        ("was Lincoln president all through 1863", "Yes. "),
        ("was Lincoln president in 1865", "Yes: "),
        ("was Lincoln president until 1865", "Yes. "),
        ("was Lincoln president until 1866", "No. "),
        ("has Rump been president since 2025", "Yes. "),
        ("has Rump been president since 2023", "No. "),
    ],
)
def test_every_day_of_a_time_and_some_day_of_it_are_two_questions(presidents: Asked, question: str, answer: str) -> None:
    assert presidents.text(question).startswith(answer), presidents.text(question)


def test_who_held_it_twice_left_it_and_took_it_twice(presidents: Asked) -> None:
    text = presidents.text("until when was Tom Rump president")
    assert "19 January 2021" in text
    assert "no end date is stated" in text
    began = presidents.text("when did Tom Rump become president")
    assert "20 January 2017" in began
    assert "20 January 2025" in began


def test_a_gap_between_two_holders_does_not_say_that_there_was_none(tmp_path: Path) -> None:
    deputies = Asked(tmp_path, DEPUTIES)
    for question in ("was there a deputy president on 1 December 1963", "who was deputy president on 1 December 1963"):
        document = deputies(question)
        assert document["status"] == "no-record"
        assert document["text"].endswith(
            "Before that: Lin Johns, from 20 January 1961 to 21 November 1963; after that: Hugh Humph, from 20 January 1965 to 19 January 1969."
        )


def test_the_name_of_a_file_is_no_word_of_its_records(presidents: Asked) -> None:
    for word in ("csv", "us", "heads"):
        assert presidents(f"who was {word} president in 1862")["status"] == "not-understood"


# -- several at once --------------------------------------------------------------------------------


def test_one_of_many_was_none_yet_where_others_are_recorded(tmp_path: Path) -> None:
    band = Asked(tmp_path, BAND)
    text = band.text("was Rick Starr a member of The Bugs in 1961")
    assert text.startswith("No. ")
    assert "from 18 August 1962" in text
    assert band("was Rick Starr a member of The Bugs in 1959")["status"] == "no-record"


def test_where_somebody_held_an_office_names_no_other_holder(tmp_path: Path) -> None:
    coaches = Asked(tmp_path, COACHES)
    assert coaches.names("where was Joe Moor head coach on 1 January 2017") == {"Joe Moor"}


# -- names --------------------------------------------------------------------------------------------


def test_a_firm_is_known_by_the_beginning_of_its_name_where_no_other_has_it(tmp_path: Path) -> None:
    firms = Asked(
        tmp_path,
        "Supplier,Contract,Customer,Start,Last day\n"
        "Mitie Group plc,Office cleaning,Town,2018-01-01,2020-12-31\n"
        "Grant Thornton UK LLP,External audit,Town,2018-01-01,2020-12-31\n"
        "Home Care Ltd,Nursing,Town,2018-01-01,2020-12-31\n"
        "Home Bread Ltd,Bread,Town,2018-01-01,2020-12-31\n",
    )
    assert firms.text("did Mitie supply office cleaning on 1 May 2019").startswith("Yes. ")
    assert firms.text("was Grant Thornton the external audit supplier on 1 May 2019").startswith("Yes. ")
    assert firms("was Home the nursing supplier on 1 May 2019")["status"] != "answered"


def test_an_office_is_known_by_its_initials_where_no_other_has_them(tmp_path: Path) -> None:
    table = "Office,Country,Name,From,Until\nPrime Minister,Freedonia,Ann Bell,1990-01-01,1995-01-01\n"
    assert Asked(tmp_path, table).names("who was PM on 1 May 1991") == {"Ann Bell"}


def test_a_country_is_known_by_its_initials_where_they_are_no_word(tmp_path: Path) -> None:
    table = (
        "Office,Country,Name,From,Until\nKeeper,United Kingdom,Ann Bell,1990-01-01,1995-01-01\nKeeper,United States,Bob Cole,1990-01-01,1995-01-01\n"
    )
    keepers = Asked(tmp_path, table)
    assert keepers.names("who was UK keeper on 1 May 1991") == {"Ann Bell"}
    assert keepers.names("tell us who was keeper of the us on 1 May 1991") == {"Bob Cole"}


PEOPLE = """subject,property,value,start,until
Ann Merk,position held,Chancellor of Freedonia,2005-11-22,2021-12-08
Ann Merk,position held,Leader of the Blues,2000-04-10,2018-12-07
Olaf Shol,position held,Chancellor of Freedonia,2021-12-08,2025-05-06
Ned Low,position held,Foreign Secretary,2001-01-01,2004-01-01
"""


@pytest.mark.parametrize("options", [{}, {"columns": {"term": "value", "holder": "subject"}}])
def test_an_office_in_the_value_is_held_by_the_subject(tmp_path: Path, options: dict[str, Any]) -> None:
    people = Asked(tmp_path, PEOPLE, **options)
    assert people.names("who was Chancellor of Freedonia on 2006-05-05") == {"Ann Merk"}
    assert people.names("who was chancellor after Ann Merk") == {"Olaf Shol"}
    assert people.text("was Ann Merk Leader of the Blues in 2001").startswith("Yes. The Leader of the Blues was Ann Merk")
    assert people.text("who was Foreign Secretary in 1999").startswith("No record: nothing is recorded on “Foreign Secretary” from")


# -- cells --------------------------------------------------------------------------------------------


def days(folder: Path, *cells: str, **options: Any) -> tuple[list[str], Asked]:
    """The first days of rows that start on these cells, and the import."""
    rows = "".join(f"Warden,Mint {n},Ann Bell,{cell},2025-01-01\n" for n, cell in enumerate(cells))
    asked = Asked(folder, f"Office,Company,Name,From,Until\n{rows}", **options)
    return [asked(f"when did Ann Bell become warden of Mint {n}")["answers"][0]["from"] for n in range(len(cells))], asked


def test_a_number_above_twelve_shows_what_comes_first_in_all_days(tmp_path: Path) -> None:
    found, asked = days(tmp_path, "03/04/2020", "31/03/2021")
    assert found == ["2020-04-03", "2021-03-31"]
    assert asked.imported.notes == ("table.csv:2: 03/04/2020 is read as day/month, which other cells show (--dates says otherwise)",)


def test_what_comes_first_can_be_said(tmp_path: Path) -> None:
    assert days(tmp_path, "03/04/2020", dates="mdy")[0] == ["2020-03-04"]


def test_dots_put_the_day_first_and_a_season_is_a_time_of_a_year(tmp_path: Path) -> None:
    found, asked = days(tmp_path, "03.04.2020", "Spring 1880")
    assert found == ["2020-04-03", "1880-21"]
    assert asked.text("was Ann Bell warden of Mint 0 on 02.04.2020").startswith("No record")
    assert asked.text("was Ann Bell warden of Mint 0 on 03.04.2020").startswith("Yes. ")


def test_people_in_a_cell_are_called_as_people_are(tmp_path: Path) -> None:
    keepers = Asked(
        tmp_path,
        "Office,Company,Name,From,Until\n"
        'Librarian,Library,"Quist, Per",1900-01-01,1910-01-01\n'
        "Librarian,Library,Rut Sand and Tom Ulv,1910-01-01,1920-01-01\n"
        "Librarian,Library,Uma Vik (acting),1920-01-01,1921-01-01\n"
        "Librarian,Library,TBD,1921-01-01,1922-01-01\n",
        people=True,
    )
    assert keepers.text("was Per Quist librarian of the Library in 1905").startswith("Yes. ")
    assert keepers.text("was Tom Ulv librarian of the Library in 1915").startswith("Yes. ")
    assert keepers.text("was Uma Vik librarian of the Library on 1 May 1920").startswith("Yes. ")
    assert keepers("who was librarian of the Library on 1 May 1921")["status"] == "no-record"
    assert keepers.imported.problems == ("table.csv:5: names nobody: the holder is 'TBD'",)


def test_firms_that_have_an_and_in_their_name_are_one(tmp_path: Path) -> None:
    audit = "Supplier,Contract,Customer,Start,Last day\nErnst & Young LLP,Audit,Town,2018-01-01,2020-12-31\n"
    assert Asked(tmp_path, audit).names("who was audit of Town on 1 May 2019") == {"Ernst & Young LLP"}


def test_days_that_two_rows_share_are_told_in_one_line(tmp_path: Path) -> None:
    rows = "".join(f"Warden,Mint,Ann B{n},19{n}0-01-01,19{n + 1}0-01-01\n" for n in range(5))
    shared = Asked(tmp_path, f"Office,Company,Name,From,Last day\n{rows}")
    assert shared.imported.notes == (
        "table.csv:3: 1910-01-01 is also the end of line 2 (Ann B0): both are possible on it, and so on 3 more such days "
        "(--handover newcomer gives each to the later row)",
    )
    assert "from 1 or 2 January 1910 to 31 December 1919 or 1 January 1920" in shared.text("was Ann B1 warden in 1915")


# -- lists --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("which contracts were in force on 2020-01-15", {"Corona Energy Ltd", "Zurich Insurance plc", "Yunex Traffic Ltd"}),
        ("list the contracts in force on May 5, 2019", {"Corona Energy Ltd", "Zurich Insurance plc", "Yunex Traffic Ltd"}),
        ("which suppliers had a contract on 5 May 2018", {"Corona Energy Ltd", "Yunex Traffic Ltd"}),
        ("which contracts did Aviva have on 1 May 2023", {"Aviva plc"}),
        ("what did Aviva provide on 1 May 2023", {"Aviva plc"}),
        ("what contracts did Town have on 5 May 2018", {"Corona Energy Ltd", "Yunex Traffic Ltd"}),
    ],
)
def test_everything_in_force_on_a_day_is_listed(contracts: Asked, question: str, names: set[str]) -> None:
    assert contracts.names(question) == names


def test_what_nobody_had_on_that_day_is_no_list(contracts: Asked) -> None:
    assert contracts("which contracts did Aviva have on 1 May 2018")["status"] == "no-record"
    assert contracts("which licences were in force on 2020-01-15")["status"] == "not-understood"


def test_the_offices_of_a_person_are_listed(tmp_path: Path) -> None:
    people = Asked(tmp_path, PEOPLE)
    for question in (
        "which office did Ann Merk hold on 2006-05-05",
        "what positions did Ann Merk hold on 5 May 2006",
        "what was Ann Merk's position in 2006",
    ):
        assert {a["term"] for a in people(question)["answers"]} == {"chancellor-of-freedonia", "leader-of-the-blues"}


def test_what_it_is_now_is_nobody_who_had_it_once(contracts: Asked) -> None:
    assert contracts("what is property insurance of Town")["status"] == "no-record"
    assert contracts.names("what is the value of the Property insurance contract") == {"Aviva plc", "Zurich Insurance plc"}


HEADS = """Office,Country,Name,From,Until
Prime Minister,United Kingdom,Theresa May,2016-07-13,2019-07-24
Prime Minister,United Kingdom,Boris Johnson,2019-07-24,2022-09-06
President,United States,Ulysses S. Grant,1869-03-04,1877-03-04
President,United States,Rutherford B. Hayes,1877-03-04,1881-03-04
President,France,Valéry Giscard d'Estaing,1974-05-27,1981-05-21
Prime Minister,Peru,May Grant,2020-01-01,2021-01-01
"""


@pytest.fixture(scope="module")
def heads(tmp_path_factory: pytest.TempPathFactory) -> Asked:
    return Asked(tmp_path_factory.mktemp("heads"), HEADS)


@pytest.mark.parametrize(
    ("question", "holders"),
    [
        ("who was British prime minister on 1 May 2018", {"Theresa May"}),
        ("who was Britain's PM in 2018", {"Theresa May"}),
        ("who was prime minister of Great Britain on 1 June 2018", {"Theresa May"}),
        ("who was the US president on 1 May 1870", {"Ulysses S. Grant"}),
        ("who was us president on 1 May 1870", {"Ulysses S. Grant"}),
        ("Who was the American president in 1880?", {"Rutherford B. Hayes"}),
        ("who was the French president on 1 January 1980", {"Valéry Giscard d'Estaing"}),
    ],
)
def test_countries_are_called_as_people_call_them(heads: Asked, question: str, holders: set[str]) -> None:
    assert heads.names(question) == holders


@pytest.mark.parametrize(
    "question",
    [
        "who was the Chilean president in 1975",
        "tell us who was the president in 1870",
        "who was the president of the us in may",
        "was president in 1880 us",
    ],
)
def test_what_is_no_country_of_the_table_is_none(heads: Asked, question: str) -> None:
    document = heads(question)
    assert document["status"] != "answered" or "Hayes" not in document["text"], document["text"]


FACTS = """property,item,value,start,until
spouse,Ann Cash,June Carter,1968-03-01,2003-05-15
member of sports team,Leo Mess,FC Bluetown,2004-07-01,2021-07-01
headquarters location,Acme,Austin,2010-01-01,
owned by,Skyper,Ebuy,2005-10-14,2009-11-19
"""


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("who was Ann Cash married to in June 1980", "June Carter"),
        ("was June Carter the wife of Ann Cash on 1 May 1980", "Yes. "),
        ("which team did Mess play for in 2010", "FC Bluetown"),
        ("was Leo Mess a member of Bluetown in 2010", "Yes. "),
        ("where was Acme headquartered in 2015", "Austin"),
        ("who was the owner of Skyper on 1 May 2007", "Ebuy"),
    ],
)
def test_everyday_relations_are_asked_in_everyday_words(tmp_path: Path, question: str, answer: str) -> None:
    assert answer in Asked(tmp_path, FACTS).text(question)


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        ("was Abel Lincoln president from 1861 to 1865", "Yes. "),
        ("was Abel Lincoln president from 4 March 1861 to 15 April 1865", "Yes. "),
        ("was Abel Lincoln president from 1855 to 1863", "No. "),
        ("was James Bell president from 1850 to 1859", "No. "),
        ("was Abel Lincoln president between 1860 and 1870", "Yes"),
        ("was Abel Lincoln president during the whole of 1865", "No. "),
        ("was the office of president vacant on 1 May 1858", "No. "),
        ("was James Bell the first president", "Yes. The first on record: "),
        ("was Ann Drew the first president of Freedonia", "No. The first on record: "),
    ],
)
def test_a_whole_time_a_vacancy_and_a_place_are_tested_with_yes_or_no(presidents: Asked, question: str, lead: str) -> None:
    assert presidents.text(question).startswith(lead)


@pytest.mark.parametrize(
    ("question", "holder"),
    [
        ("who was the first president", "James Bell"),
        ("who was the last Freedonia president before 1866", "Ann Drew"),
        ("who was the latest president", "Tom Rump"),
        ("who was the next president after Lincoln", "Ann Drew"),
        ("who took over the presidency from Lincoln", "Ann Drew"),
        ("who took over as president from Bell", "Abel Lincoln"),
    ],
)
def test_one_of_all_is_found_by_its_place(presidents: Asked, question: str, holder: str) -> None:
    assert presidents.names(question) == {holder}


@pytest.mark.parametrize(
    "question", ["who was the last president", "who was the first president in the 1860s", "was the office of president vacant in 1900"]
)
def test_a_place_or_a_vacancy_that_the_rows_leave_open_is_not_answered(presidents: Asked, question: str) -> None:
    assert presidents(question)["status"] != "answered"


SEATS = """property,item,value,start,until
headquarters location,Acme,Seattle,1990-01-01,2001-09-04
headquarters location,Acme,Chicago,2001-09-04,
headquarters location,Bolt,Austin,1990-01-01,
"""


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("was Seattle the headquarters of Acme on 3 September 2001?", "Yes. "),
        ("was Seattle the headquarters of Acme on 4 September 2001?", "No. "),
        ("was Austin the headquarters of Acme in 1995?", "No. "),
        ("was Acme the headquarters of Seattle in 1995?", "Nothing is recorded"),
        ("was Acme headquartered in Seattle in 1995?", "Yes. "),
    ],
)
def test_what_somebodys_headquarters_are_is_no_other_way_round_for_a_verb_of_that_form(tmp_path: Path, question: str, answer: str) -> None:
    assert Asked(tmp_path, SEATS).text(question).startswith(answer)


UNIONS = """property,item,value,start,until
currency,Estonia,Estonian kroon,1992-06-20,2011-01-01
currency,Estonia,euro,2011-01-01,
currency,Spain,euro,1999-01-01,
member of,Greece,NATO,1952-02-18,
member,The Bugs,Pat Best,1960-08-12,1962-08-16
country,Lviv,Poland,1919-01-01,1939-09-22
"""


@pytest.mark.parametrize(
    ("question", "subjects"),
    [
        ("which countries have the euro", {"Estonia", "Spain"}),
        ("which countries used the euro on 1 May 2005", {"Spain"}),
        ("which countries are in NATO", {"Greece"}),
        ("was Pat Best a member of The Bugs on 1 May 1961", {"The Bugs"}),
    ],
)
def test_whose_it_is_is_found_by_what_it_is(tmp_path: Path, question: str, subjects: set[str]) -> None:
    unions = Asked(tmp_path, UNIONS)
    document = unions(question)
    assert document["status"] == "answered", document["text"]
    assert {unions.store.name("party", a["subject"]) for a in document["answers"] if a["clause"]} == subjects


@pytest.mark.parametrize(
    ("question", "holder"),
    [
        ("who became president in 2017", "Tom Rump"),
        ("who became president on 15 April 1865", "Ann Drew"),
        ("who stopped being president in 1861", "James Bell"),
        ("who was president throughout 1862", "Abel Lincoln"),
        ("who was president after President Bell", "Abel Lincoln"),
    ],
)
def test_who_began_ended_or_held_all_through(presidents: Asked, question: str, holder: str) -> None:
    assert presidents.names(question) == {holder}


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        ("did Abel Lincoln become president in 1861", "Yes. "),
        ("did Abel Lincoln become president in 1863", "No. "),
        ("had Abel Lincoln become president by 1863", "Yes. "),
        ("was Mr Lincoln president in 1863", "Yes. "),
    ],
)
def test_to_become_is_the_first_day_and_not_any(presidents: Asked, question: str, lead: str) -> None:
    assert presidents.text(question).startswith(lead)


@pytest.mark.parametrize("question", ["who was president throughout 1865", "who became president in 1863", "who was elected president in 1860"])
def test_nobody_is_found_where_nobody_began_or_held_all_through(presidents: Asked, question: str) -> None:
    assert presidents(question)["status"] != "answered"


CHAIRS = """Office,Country,Name,From,Until
Chair,Freedonia,Ann B. Bell,1990-01-01,1995-01-01
Chair,Freedonia,John Bell,1995-01-01,1999-01-01
Deputy Chair,Freedonia,John Bell,1990-01-01,1995-01-01
Chair,Freedonia,Franklin Delano Root,1999-01-01,2003-01-01
"""


@pytest.mark.parametrize("question", ["until when was Bell chair", "who was deputy chair under Chair Bell", "who was chair before Bell"])
def test_a_name_that_two_have_is_asked_back(tmp_path: Path, question: str) -> None:
    document = Asked(tmp_path, CHAIRS)(question)
    assert (document["status"], document["answers"]) == ("ambiguous", []), document["text"]


def test_three_initials_are_a_person(tmp_path: Path) -> None:
    assert Asked(tmp_path, CHAIRS).text("was FDR chair of Freedonia in 2000").startswith("Yes. ")


FEES = """Ref,Agreement,Supplier,Customer,Start,Last day,Annual fee,Currency
C-01,Office cleaning,Mitie Ltd,Town,2018-01-01,2020-12-31,120000,GBP
C-02,Office software,Hub Ltd,Town,2018-01-01,2020-12-31,74000,EUR
"""


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("was the office cleaning contract worth over £100,000 in 2019", "Yes. "),
        ("was the office cleaning contract worth more than 130,000 pounds on 1 May 2019", "No. "),
        ("was the office software contract worth over £50,000 in 2019", "does not decide"),
        ("what was the annual fee of the office cleaning contract on 1 May 2019", "£120,000 a year"),
        ("which contracts did Mitie have on 1 May 2019", "Office cleaning"),
    ],
)
def test_fees_are_compared_in_their_own_currency(tmp_path: Path, question: str, answer: str) -> None:
    asked = Asked(tmp_path, FEES, columns={"term": "Agreement", "value": "Annual fee"})
    assert "Ref" in asked.imported.unused  # a number of the row is no source
    assert answer in asked.text(question)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("who was the supplier of the office cleaning contract on 1 May 2019", "Mitie Ltd"),
        ("was Mitie the supplier of office cleaning at the end of 2020", "Yes. "),
    ],
)
def test_a_column_is_called_as_its_heading_says(tmp_path: Path, question: str, answer: str) -> None:
    assert answer in Asked(tmp_path, FEES, columns={"term": "Agreement", "value": "Annual fee"}).text(question)
