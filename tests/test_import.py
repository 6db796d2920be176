"""A spreadsheet becomes a knowledge base in one command: right answers to as-of, before, after and yes-or-no questions, and none where the rows leave a gap."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from tenor import kb
from tenor.ask.answering import ask
from tenor.dates import Edtf, iso, parse_day
from tenor.errors import KnowledgeBaseError, UsageError
from tenor.importing import Imported, Options, RefusedTable, cells, import_table
from tenor.importing.table import pairs
from tenor.importing.text import slug, yaml
from tenor.store.build import build
from tenor.store.read import Store

DATA = Path(__file__).parent / "data"
SEEN = Edtf.parse("2026-11-23")
TODAY = parse_day("2026-11-23")
PRESIDENTS = Options(
    columns={"term": "office", "subject": "country", "holder": "name", "from": "start", "until": "handover", "source": "reference"}, people=True
)

Ask = Callable[[str], dict[str, Any]]


def asker(root: Path) -> Ask:
    """Ask the records in a folder, which must pass their check without a word."""
    assert kb.check(kb.load(root)) == []
    database = root.parent / f"{root.name}.db"
    assert build(str(root), str(database)).written
    store = Store(str(database))
    return lambda question: ask(store, question, today=TODAY)


def held(document: dict[str, Any]) -> list[tuple[str | None, str]]:
    """Who is named, each with how sure that is; ``unrecorded`` stretches are left out."""
    return [(a["holder"], a["certainty"]) for a in document["answers"] if a["clause"]]


def write(folder: Path, text: str, name: str = "facts.csv") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def presidents(tmp_path_factory: pytest.TempPathFactory) -> Ask:
    root = tmp_path_factory.mktemp("presidents") / "kb"
    import_table(DATA / "presidents.csv", root, SEEN, PRESIDENTS)
    return asker(root)


@pytest.fixture(scope="module")
def ministers(tmp_path_factory: pytest.TempPathFactory) -> Ask:
    root = tmp_path_factory.mktemp("ministers") / "kb"
    import_table(DATA / "prime-ministers.jsonl", root, SEEN)
    return asker(root)


@pytest.fixture(scope="module")
def contracts(tmp_path_factory: pytest.TempPathFactory) -> tuple[Imported, Ask]:
    root = tmp_path_factory.mktemp("contracts") / "kb"
    done = import_table(DATA / "contracts.csv", root, SEEN)
    return done, asker(root)


# -- office holders with their days -------------------------------------------------------------------


def test_every_day_of_a_handover_is_the_newcomers_and_the_day_before_is_not(presidents: Ask) -> None:
    with open(DATA / "presidents.csv", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    for before, row in zip([None, *rows], rows, strict=False):
        assert held(presidents(f"who was president on {row['start']}")) == [(slug(row["name"], ""), "certain")]
        if before:
            eve = iso(parse_day(row["start"]) - 1)
            assert held(presidents(f"who was president on {eve}")) == [(slug(before["name"], ""), "certain")]


@pytest.mark.parametrize(
    ("question", "holder"),
    [
        ("who was president on 1850-07-10", "millard-fillmore"),
        ("who was president before Millard Fillmore", "zachary-taylor"),
        ("who was president after Zachary Taylor", "millard-fillmore"),
        ("who held the office of president on July 9, 1850", "millard-fillmore"),
        ("who was the president of the United States on 22 November 1963", "lyndon-b-johnson"),
        ("who is president", "donald-trump"),
        ("who succeeded Abraham Lincoln as president", "andrew-johnson"),
        ("who preceded Harry S. Truman as president", "franklin-d-roosevelt"),
    ],
)
def test_who(presidents: Ask, question: str, holder: str) -> None:
    document = presidents(question)
    assert document["status"] == "answered"
    assert [h for h, _ in held(document)] == [holder]


@pytest.mark.parametrize(
    ("question", "yes"),
    [
        ("was John Adams president in 1862", False),
        ("was John Adams president in 1799", True),
        ("was Lincoln president on 1865-04-14", True),
        ("was Lincoln president on 1865-04-15", False),
        ("was Grover Cleveland president in 1895", True),
        ("was Grover Cleveland president in 1890", False),
    ],
)
def test_yes_or_no(presidents: Ask, question: str, yes: bool) -> None:
    assert {a["yes"] for a in presidents(question)["answers"]} == {yes}


def test_since_when_and_until_when(presidents: Ask) -> None:
    assert presidents("since when was Fillmore president")["answers"][0]["from"] == "1850-07-09"
    assert presidents("until when was Abraham Lincoln president")["answers"][0]["to"] == "1865-04-15"


def test_a_day_before_the_first_row_has_no_answer(presidents: Ask) -> None:
    document = presidents("who was president on 1788-01-01")
    assert (document["status"], document["answers"]) == ("no-record", [])


def test_a_last_name_that_two_have_is_nobodys(presidents: Ask) -> None:
    document = presidents("was Adams president in 1799")
    assert document["status"] == "ambiguous"
    assert "was John Quincy Adams president in 1799" in document["suggestions"]


def test_a_gap_between_two_rows_stays_one(ministers: Ask) -> None:
    assert ministers("who was prime minister on 1922-10-21")["status"] == "no-record"
    assert held(ministers("who was prime minister on 1922-10-19")) == [("david-lloyd-george", "certain")]
    assert held(ministers("who was prime minister on 1922-10-23")) == [("andrew-bonar-law", "certain")]


def test_a_day_that_two_rows_share_is_in_doubt(ministers: Ask, tmp_path: Path) -> None:
    assert held(ministers("who was prime minister on 1940-05-09")) == [("neville-chamberlain", "certain")]
    assert held(ministers("who was prime minister on 1940-05-11")) == [("winston-churchill", "certain")]
    assert sorted(held(ministers("who was prime minister on 1940-05-10"))) == [("neville-chamberlain", "possible"), ("winston-churchill", "possible")]
    import_table(DATA / "prime-ministers.jsonl", tmp_path / "kb", SEEN, Options(handover="newcomer"))
    assert held(asker(tmp_path / "kb")("who was prime minister on 1940-05-10")) == [("winston-churchill", "certain")]


# -- contracts with partial and missing dates ---------------------------------------------------------


def test_bad_rows_are_reported_by_line_and_left_out(contracts: tuple[Imported, Ask]) -> None:
    done, _ = contracts
    assert [p.split(":", 2)[1] for p in done.problems] == ["9", "10", "11", "12", "13"]
    for said, words in zip(done.problems, ("two ways", "before it has held a day", "neither a holder", "no subject", "status 'active'"), strict=True):
        assert words in said
    assert len(done.clauses) == 7


def test_a_missing_end_is_a_doubt_where_another_row_follows(contracts: tuple[Imported, Ask]) -> None:
    done, asked = contracts
    assert any("has no end" in note for note in done.notes)
    assert held(asked("who had the cleaning contract of City Hall on 2015-03-01")) == [("acme-cleaning", "certain")]
    assert held(asked("who had the cleaning contract of City Hall on 2016-01-01")) == [("acme-cleaning", "possible")]
    assert held(asked("who had the cleaning contract of City Hall on 2020-01-01")) == [("bright-sons", "certain")]


def test_a_missing_end_at_the_end_is_open(contracts: tuple[Imported, Ask]) -> None:
    assert held(contracts[1]("who has the cleaning contract of City Hall")) == [("castle-services", "certain")]


def test_a_missing_start_is_possible_up_to_the_end(contracts: tuple[Imported, Ask]) -> None:
    assert held(contracts[1]("who supplied wheat to Larkspur Bakery on 2015-06-01")) == [("old-mill", "possible")]
    assert held(contracts[1]("who supplied wheat to Larkspur Bakery on 2019-12-30")) == [("old-mill", "certain")]


def test_a_coarse_start_is_possible_inside_its_month(contracts: tuple[Imported, Ask]) -> None:
    found = dict(held(contracts[1]("who had the cleaning contract of City Hall on 2018-03-15")))
    assert found["bright-sons"] == "possible"


def test_an_amount_keeps_its_unit(contracts: tuple[Imported, Ask]) -> None:
    answer = contracts[1]("how much was the cleaning contract of City Hall on 2020-01-01")
    assert answer["status"] == "answered", answer["text"]
    value = answer["answers"][0]["value"]
    assert (value["amount"], value["unit"]) == (15000, "EUR/year")


def test_confirmed_takes_a_partys_word(contracts: tuple[Imported, Ask]) -> None:
    done, asked = contracts
    assert any("confirmed" in note for note in done.notes)
    assert asked("who has the cleaning contract of City Hall")["answers"][0]["status"] == "reported"


# -- choices ------------------------------------------------------------------------------------------

_CEO = "term,subject,holder,from,until\nCEO,Initech,Ann,2001,\nCEO,Initech,Bob,2005-02-01,2010\nCEO,Initech,Cleo,2010,present\n"


@pytest.mark.parametrize(
    ("holders", "in_2007"),
    [
        ("", [("bob", "certain")]),
        ("one", [("bob", "certain")]),
        ("many", [("ann", "certain"), ("bob", "certain")]),
    ],
)
def test_how_many_hold_at_a_time_decides_on_a_missing_end(tmp_path: Path, holders: str, in_2007: list[tuple[str, str]]) -> None:
    import_table(write(tmp_path, _CEO), tmp_path / "kb", SEEN, Options(holders=holders))
    assert sorted(held(asker(tmp_path / "kb")("who was CEO on 2007-01-01")), key=str) == in_2007


def test_one_at_a_time_ends_a_row_with_its_successor(tmp_path: Path) -> None:
    import_table(write(tmp_path, _CEO), tmp_path / "kb", SEEN, Options(holders="one"))
    assert held(asker(tmp_path / "kb")("who was CEO on 2005-01-31")) == [("ann", "certain")]


def test_one_at_a_time_refuses_a_row_that_overlaps(tmp_path: Path) -> None:
    table = write(tmp_path, "term,subject,holder,from,until\nchair,Club,Ann,2001-01-01,2005-01-01\nchair,Club,Bob,2004-01-01,2006-01-01\n")
    done = import_table(table, tmp_path / "kb", SEEN, Options(holders="one"))
    assert done.problems == ("facts.csv:3: starts while line 2 (Ann) still holds, and 'chair' has one holder at a time",)
    import_table(table, tmp_path / "both", SEEN)
    assert len(held(asker(tmp_path / "both")("who was chair on 2004-06-01"))) == 2


@pytest.mark.parametrize(
    ("setting", "certainty"),
    [("", "possible"), ("doubt", "possible"), ("through", "certain")],
)
def test_a_coarse_end_is_read_as_the_setting_says(tmp_path: Path, setting: str, certainty: str) -> None:
    table = write(tmp_path, "term,subject,holder,from,until\nchair,Club,Ann,2001-01-01,2005\n")
    import_table(table, tmp_path / "option", SEEN, Options(coarse_ends=setting))
    assert held(asker(tmp_path / "option")("who was chair on 2005-06-01")) == [("ann", certainty)]
    (tmp_path / "file").mkdir()
    written = f'coarse_ends = "{setting}"\n' if setting else ""
    (tmp_path / "file" / "tenor.toml").write_text(f'title = "Club"\nversion = "1"\nchecked_through = "2026-11-23"\n{written}')
    import_table(table, tmp_path / "file", SEEN)
    assert held(asker(tmp_path / "file")("who was chair of Club on 2005-06-01")) == [("ann", certainty)]


def test_a_column_of_last_days_counts_a_coarse_one_to_its_end_unless_the_setting_doubts_it(tmp_path: Path) -> None:
    table = write(tmp_path, "term,subject,holder,from,through\nchair,Club,Ann,2001-01-01,2005\n")
    import_table(table, tmp_path / "kb", SEEN)
    assert held(asker(tmp_path / "kb")("who was chair on 2005-12-31")) == [("ann", "certain")]
    import_table(table, tmp_path / "doubt", SEEN, Options(coarse_ends="doubt"))
    assert held(asker(tmp_path / "doubt")("who was chair on 2005-12-31")) == [("ann", "possible")]


def test_an_empty_office_is_nobody_and_a_gap_is_no_record(tmp_path: Path) -> None:
    import_table(
        write(tmp_path, "term,subject,holder,from,until\nmayor,Eastwick,vacant,1980,1981-01-01\nmayor,Eastwick,Joe,1981-01-01,1990-01-01\n"),
        tmp_path / "kb",
        SEEN,
    )
    asked = asker(tmp_path / "kb")
    assert [a["state"] for a in asked("who was mayor on 1980-12-31")["answers"]] == ["no"]
    assert asked("who was mayor in 1995")["status"] == "no-record"


def test_facts_whose_relation_ends_in_a_preposition(tmp_path: Path) -> None:
    table = write(
        tmp_path,
        "term,subject,holder,from,through\nmember of,France,European Union,1958-01-01,\nmember of,Germany,European Union,1958-01-01,\n"
        "member of,United Kingdom,European Union,1973-01-01,2020-01-31\n",
    )
    import_table(table, tmp_path / "kb", SEEN)
    asked = asker(tmp_path / "kb")
    assert [a["yes"] for a in asked("was France a member of the European Union in 1990")["answers"]] == [True]
    assert [(a["yes"], a["to"]) for a in asked("was the United Kingdom a member of the European Union in 2021")["answers"]] == [(False, "2020-02-01")]
    assert asked("was the United Kingdom a member of the European Union in 1970")["status"] == "no-record"


# -- files --------------------------------------------------------------------------------------------


def snapshot(root: Path) -> dict[str, bytes]:
    return {str(p.relative_to(root)): p.read_bytes() for p in root.rglob("*") if p.is_file()}


def test_importing_again_changes_nothing_and_says_so(tmp_path: Path) -> None:
    first = import_table(DATA / "presidents.csv", tmp_path / "kb", SEEN, PRESIDENTS)
    before = snapshot(tmp_path / "kb")
    again = import_table(DATA / "presidents.csv", tmp_path / "kb", SEEN, PRESIDENTS)
    assert (again.clauses, again.files, again.known) == ((), (), len(first.clauses))
    assert snapshot(tmp_path / "kb") == before


def test_a_table_that_has_grown_adds_its_new_rows(tmp_path: Path) -> None:
    rows = "term,subject,holder,from,until\nchair,Club,Ann,2001-01-01,{}\n"
    import_table(write(tmp_path, rows.format("")), tmp_path / "kb", SEEN)
    before = snapshot(tmp_path / "kb")
    done = import_table(write(tmp_path, rows.format("2005-01-01") + "chair,Club,Bob,2005-01-01,\n"), tmp_path / "kb", SEEN)
    assert (len(done.clauses), done.known) == (1, 1)
    assert before.items() <= snapshot(tmp_path / "kb").items()
    asked = asker(tmp_path / "kb")
    assert held(asked("who was chair on 2004-12-31")) == [("ann", "certain")]
    assert held(asked("who is chair")) == [("bob", "certain")]


def test_a_record_that_says_otherwise_is_left_as_it_is(tmp_path: Path) -> None:
    rows = "term,subject,holder,from,until\nchair,Club,Ann,2001-01-01,{}\n"
    import_table(write(tmp_path, rows.format("2005-01-01")), tmp_path / "kb", SEEN)
    with pytest.raises(RefusedTable) as refused:
        import_table(write(tmp_path, rows.format("2006-01-01")), tmp_path / "kb", SEEN)
    assert "the record chair/2026-11-23#chair ends 2005-01-01; it was left as it is" in refused.value.problems[0]


def test_an_existing_base_keeps_its_parties_and_terms(tmp_path: Path) -> None:
    root = tmp_path / "kb"
    (root / "parties").mkdir(parents=True)
    (root / "terms").mkdir()
    (root / "tenor.toml").write_text('title = "Club"\nversion = "1"\nchecked_through = "2026-01-31"\n')
    (root / "parties" / "harbor.md").write_text("---\nname: Harbor Club\naliases: [the Club]\n---\n")
    (root / "terms" / "head.md").write_text('---\nlabel: Chair\nanswer: holder\nsentence: "{holder} {is|was} chair"\nnames: [chair]\n---\n')
    done = import_table(write(tmp_path, "term,subject,holder,from\nchair,The Club,Ann,2001-01-01\n"), root, SEEN)
    assert "deals/head/2026-01-31.md" in done.files
    assert not [f for f in done.files if f in ("tenor.toml", "parties/harbor.md", "terms/head.md") or f.startswith("terms/")]


def test_strict_writes_nothing_where_a_row_is_wrong(tmp_path: Path) -> None:
    with pytest.raises(RefusedTable) as refused:
        import_table(DATA / "contracts.csv", tmp_path / "kb", SEEN, Options(strict=True))
    assert len(refused.value.problems) == 5
    assert not (tmp_path / "kb").exists()


def test_a_folder_of_something_else_is_refused(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeBaseError, match="not empty"):
        import_table(DATA / "presidents.csv", DATA, SEEN, PRESIDENTS)


def test_same_table_same_bytes(tmp_path: Path) -> None:
    for name in ("a", "b"):
        import_table(DATA / "contracts.csv", tmp_path / name, SEEN)
    assert snapshot(tmp_path / "a") == snapshot(tmp_path / "b")


# -- columns and cells --------------------------------------------------------------------------------


def test_an_end_column_that_may_be_the_last_day_or_the_first_after_is_asked_about(tmp_path: Path) -> None:
    table = write(tmp_path, "term,subject,holder,start,end\nchair,Club,Ann,2001,2005\n")
    with pytest.raises(UsageError, match="last day, or the first day after"):
        import_table(table, tmp_path / "kb", SEEN)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("term,holder,from\nchair,Ann,2001\n", "no column has the subject"),
        ("subject,holder,from\nClub,Ann,2001\n", "no column has the term"),
        ("term,subject,holder,holder\nchair,Club,Ann,Bob\n", "two columns are called 'holder'"),
        ("", "the table has no rows"),
    ],
)
def test_columns_that_are_missing_or_doubled(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        import_table(write(tmp_path, text), tmp_path / "kb", SEEN)


def test_what_every_row_has_can_be_said_once(tmp_path: Path) -> None:
    table = write(tmp_path, "Name\tTook office\nAnn\t2001-01-01\n", "chairs.tsv")
    columns, constants = pairs("holder=Name, from=took office", "--map"), pairs("term=chair,subject=Harbor Club", "--set")
    import_table(table, tmp_path / "kb", SEEN, Options(columns=columns, constants=constants))
    assert held(asker(tmp_path / "kb")("who is chair")) == [("ann", "certain")]
    with pytest.raises(UsageError, match="there is no field 'colour'"):
        pairs("colour=red", "--map")


def test_lines_of_json_that_are_none_are_reported(tmp_path: Path) -> None:
    good = json.dumps({"term": "chair", "subject": "Club", "holder": ["Ann", "Bob"], "from": 2001, "until": None})
    done = import_table(write(tmp_path, f'{good}\n{{"term": \n[1]\n\n{{"term": {{}}}}\n', "facts.jsonl"), tmp_path / "kb", SEEN)
    assert [p.split(":")[1] for p in done.problems] == ["2", "3", "5"]
    assert asker(tmp_path / "kb")("who is chair")["answers"][0]["holders"] == ["ann", "bob"]


def test_a_quoted_cell_over_several_lines_counts_lines_rightly(tmp_path: Path) -> None:
    table = write(tmp_path, 'term,subject,holder,from,note\nchair,Club,Ann,2001,"one\ntwo"\nchair,Club,Bob,soon,\n')
    assert import_table(table, tmp_path / "kb", SEEN).problems[0].startswith("facts.csv:4: 'soon' is not a date")


@pytest.mark.parametrize(
    ("cell", "edtf"),
    [
        ("1850-07-09", "1850-07-09"), ("1850-07-09T00:00:00Z", "1850-07-09"), ("+1850-07-09T00:00:00Z", "1850-07-09"), ("July 9, 1850", "1850-07-09"),
        ("9 July 1850", "1850-07-09"), ("9th Sept. 1850", "1850-09-09"), ("July 1850", "1850-07"), ("1850/7/9", "1850-07-09"), ("1850-00-00", "1850"),
        ("1850.0", "1850"), ("871", "0871"), ("c. 1850", "1850~"), ("1850s", "185X"), ("Q3 2026", "2026-35"), ("2026-H1", "2026-40"),
        ("[1850..1852]", "[1850..1852]"),
    ],
)  # fmt: skip
def test_dates_as_people_write_them(cell: str, edtf: str) -> None:
    assert cells.date(cell).text == edtf


@pytest.mark.parametrize("cell", ["07/09/1850", "9/7/50", "13.13.1850", "1850-02-30", "soon", "12345", "9 Juli 1850", "-44"])
def test_dates_that_are_none_or_two_are_refused(cell: str) -> None:
    with pytest.raises(cells.CellError):
        cells.date(cell)


HEAD = "Office,Town,Name,Took office\n"


@pytest.mark.parametrize(
    ("content", "where", "message"),
    [
        (f"{HEAD}Mayor,Besançon,Jo,2001\n".encode("latin-1"), ":2:12", "the byte 0xe7 is not UTF-8"),
        (b"PK\x03\x04\x14\x00", "", "a workbook or an archive"),
        (f'{HEAD}Mayor,"Eastwick,Ann,2001\nMayor,Westwick,Joe,2005\n'.encode(), ":2", "a quotation mark is opened and never closed"),
        (f"{HEAD}Mayor,Eastwick,{'A' * 200_000},2001\n".encode(), ":2", "field larger than"),
        (("c," * 500 + "Name\n" + "x," * 500 + "Ann\n").replace("c,", "{},").format(*range(500)).encode(), "", "no column has the term"),
    ],
    ids=["latin-1", "workbook", "quotation mark", "cell", "columns"],
)  # fmt: skip
def test_a_table_that_cannot_be_read_says_where_and_why(tmp_path: Path, content: bytes, where: str, message: str) -> None:
    table = tmp_path / "t.csv"
    table.write_bytes(content)
    with pytest.raises(UsageError, match=message) as caught:
        import_table(table, tmp_path / "kb", SEEN, Options(columns={"subject": "Town"} if b"Town" in content else {}))
    assert caught.value.where == f"{table}{where}"
    assert len(caught.value.hint) < 400
    assert not (tmp_path / "kb").exists()


@pytest.mark.parametrize(
    "line", ['{"Office": {"a": 1}}', '{"Office":', '[{"Office": "Mayor"}]', "[" * 100_000], ids=["group", "half", "list", "deep"]
)
def test_lines_of_json_that_give_no_row_say_why(tmp_path: Path, line: str) -> None:
    table = tmp_path / "t.jsonl"
    table.write_text(f"{line}\n")
    with pytest.raises(UsageError, match="no row could be read: ") as caught:
        import_table(table, tmp_path / "kb", SEEN)
    assert caught.value.where == f"{table}:1"


def test_a_quotation_mark_that_is_never_closed_loses_only_what_it_swallowed(tmp_path: Path) -> None:
    table = tmp_path / "t.csv"
    table.write_text(f'{HEAD}Mayor,"East\nwick",Ann,2001\nMayor,"Westwick,Joe,2005\nMayor,Norwick,Kim,2007\n')
    done = import_table(table, tmp_path / "kb", SEEN, Options(columns={"subject": "Town"}))
    assert len(done.clauses) == 1
    assert [p.partition(": ")[0] for p in done.problems] == ["t.csv:4"]


def test_a_table_in_utf16_is_read(tmp_path: Path) -> None:
    table = tmp_path / "t.csv"
    table.write_text(f"{HEAD}Mayor,Eastwick,Ann,2001\n".replace(",", "\t"), encoding="utf-16")
    assert len(import_table(table, tmp_path / "kb", SEEN, Options(columns={"subject": "Town"})).clauses) == 1


def test_a_table_without_an_end_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="the table has more than 64 MiB"):
        import_table(Path("/dev/zero"), tmp_path / "kb", SEEN)


def test_the_end_of_time_of_a_database_is_no_date() -> None:
    with pytest.raises(cells.CellError, match="leave out an end"):
        cells.date("31/12/9999")


def test_a_number_without_a_unit_stays_as_it_stands() -> None:
    assert cells.value("1,200").text == "1,200"
    assert cells.value("12 of them?").text == "12 of them?"
    assert cells.value("about 5%").hedge == "about"
    assert cells.value("1.2 million", "EUR").amount == 1_200_000
    with pytest.raises(cells.CellError, match="another unit"):
        cells.value("5 USD", "EUR")


@pytest.mark.parametrize(
    ("cell", "amount", "unit"),
    [
        ("$1,200", 1200, "$"), ("€45,000", 45_000, "€"), ("USD 120,000", 120_000, "USD"), ("USD 1.2 million", 1_200_000, "USD"),
        ("£1,200 per month", 1200, "£/month"), ("1,200 EUR/year", 1200, "EUR/year"), ("1200 €", 1200, "€"), ("12%", 12, "percent"),
    ],
)  # fmt: skip
def test_an_amount_has_its_unit_before_or_behind_it(cell: str, amount: int, unit: str) -> None:
    value = cells.value(cell)
    assert (value.amount, value.unit) == (Decimal(amount), unit)


@pytest.mark.parametrize(("name", "id"), [("Æthelred II", "aethelred-ii"), ("Bright & Sons", "bright-sons"), ("東京", "party"), ("Łódź", "lodz")])
def test_names_become_ids(name: str, id: str) -> None:
    assert slug(name, "party") == id


def test_text_that_yaml_would_misread_is_quoted() -> None:
    assert yaml({"a": 'say "no": #1', "b": "plain words", "c": ["x, y", "z"], "d": ""}) == 'a: "say \\"no\\": #1"\nb: plain words\nc: ["x, y", z]'


STATUSES = "contract,customer,supplier,start,last day,status\n" + "".join(
    f"supply {n},Redtown,Firm {n},2020-01-01,2024-12-31,{status}\n" for n, status in enumerate(("signed", "signed", "rumored", "disputed"))
)


def test_statuses_of_a_tables_own_are_asked_about(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"'signed' \(2 rows\), 'rumored' \(1 row\)") as caught:
        import_table(write(tmp_path, STATUSES), tmp_path / "kb", SEEN)
    assert "status:signed=reported" in caught.value.hint


def test_a_mapping_says_what_a_status_of_the_table_is(tmp_path: Path) -> None:
    columns = {"status:signed": "confirmed", "status:rumored": "alleged"}
    done = import_table(write(tmp_path, STATUSES), tmp_path / "kb", SEEN, Options(columns=columns, constants={"by": "Redtown"}, tier="party"))
    assert not done.problems
    told = "".join(path.read_text(encoding="utf-8") for path in (tmp_path / "kb").rglob("*.md"))
    assert told.count("status: confirmed") == 2
    assert told.count("status: alleged") == 1


def test_what_is_confirmed_by_nobody_who_is_named_is_told_to_be_lowered(tmp_path: Path) -> None:
    columns = {"status:signed": "confirmed", "status:rumored": "alleged"}
    done = import_table(write(tmp_path, STATUSES), tmp_path / "kb", SEEN, Options(columns=columns, tier="party"))
    assert any("recorded as reported (--set by=NAME" in note for note in done.notes)


def test_what_would_contradict_a_record_is_told_by_its_line(tmp_path: Path) -> None:
    head = "term,subject,holder,from,until\n"
    first = import_table(write(tmp_path, head + "chair,Club,Ann,2001-01-01,2005-01-01\n"), tmp_path / "kb", SEEN, Options(holders="one"))
    assert first.clauses
    with pytest.raises(RefusedTable, match=r"line 2: starts 2003-01-01 while .* \(T203\)"):
        import_table(write(tmp_path, head + "chair,Club,Bob,2003-01-01,2004-01-01\n", "more.csv"), tmp_path / "kb", SEEN)


def test_columns_of_labels_beside_codes_are_taken_for_what_they_label(tmp_path: Path) -> None:
    table = "item,itemLabel,propertyLabel,valueLabel,start time,last day\nQ1,Redland,capital,Redtown,1900-01-01,1949-12-31\nQ1,Redland,capital,Newtown,1950-01-01,\n"
    done = import_table(write(tmp_path, table), tmp_path / "kb", SEEN)
    assert len(done.clauses) == 2
    assert "label of" not in (tmp_path / "kb" / "terms" / "capital.md").read_text(encoding="utf-8")
    assert (tmp_path / "kb" / "parties" / "redland.md").exists()
