"""The command line as a person meets it: exit codes, streams, formats and the environment."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tenor import quick
from tenor.options import COMMANDS

Tenor = Callable[..., Any]
QUESTION = "who is the landlord in 2025"
NO_ANSWER = "who is the landlord in 1999"
NONSENSE = "what is the airspeed of a swallow"


# -- exit codes -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("argv", "code"),
    [
        (["ask", QUESTION], 0),
        (["ask", NO_ANSWER], 1),
        (["ask", NONSENSE], 1),
        (["ask", "--on", "2026-02-30", QUESTION], 2),
        (["ask", "--on", "04/05/2026", QUESTION], 2),
        (["clauses", "--on", "2022-06-01"], 0),
        (["clauses", "--on", "1850"], 1),
        (["clauses", "--party", "nobody"], 2),
        (["history", "rent"], 0),
        (["history", "nothing"], 2),
        (["diff", "2020", "2025"], 0),
        (["diff", "2020", "2025", "--exit-code"], 1),
        (["diff", "2022-06-01", "2022-06-02", "--exit-code"], 0),
        (["diff", "2025", "2020"], 2),
        (["timeline", "mill-street"], 0),
        (["timeline", "nowhere"], 2),
        (["show", "mill-street/2019-02-12#rent"], 0),
        (["show", "mill-street/2019-02-12#nothing"], 2),
        (["search", "landlord"], 0),
        (["search", "zeppelin"], 1),
        (["--kb", "/nowhere", "ask", QUESTION], 2),
        (["--help"], 0),
        (["ask", "--help"], 0),
        (["--version"], 0),
        ([], 0),
        (["nothing"], 2),
    ],
    ids=str,
)
def test_exit_codes(tenor: Tenor, argv: list[str], code: int) -> None:
    assert tenor(*argv).code == code


def test_failures_name_the_next_step_on_standard_error(tenor: Tenor) -> None:
    ran = tenor("clauses", "--party", "larkspr")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "error: no party named 'larkspr' (--party)\n\n  tip: a similar party exists: 'larkspur'\n"


@pytest.mark.parametrize("argv", [["--json", "clauses", "--party", "nobody"], ["ask", "--json", "--nope"], ["--json", "nothing"]], ids=" ".join)
def test_failures_are_one_document_where_json_was_asked_for(tenor: Tenor, argv: list[str]) -> None:
    ran = tenor(*argv)
    assert ran.code == 2
    assert set(json.loads(ran.out)["error"]) == {"code", "message", "where", "hint"}
    assert ran.err == ""


def test_a_question_without_an_answer_is_a_document_and_no_failure(tenor: Tenor) -> None:
    ran = tenor("ask", "--json", NO_ANSWER)
    assert ran.code == 1
    assert json.loads(ran.out)["status"] == "no-record"


def test_no_traceback_unless_it_is_asked_for(tenor: Tenor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tenor.commands.dispatch", lambda call: 1 // 0)
    ran = tenor("ask", QUESTION)
    assert ran.code == 2
    assert ran.err.startswith("error: something went wrong inside tenor (ZeroDivisionError")
    assert "Traceback" not in ran.err
    with pytest.raises(ZeroDivisionError):
        tenor("ask", QUESTION, TENOR_DEBUG="1")


def test_an_interrupt_exits_with_130(tenor: Tenor, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(call: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("tenor.commands.dispatch", interrupted)
    assert tenor("ask", QUESTION).code == 130


# -- formats --------------------------------------------------------------------------------------

TABLES = [
    ["ask", QUESTION], ["clauses"], ["history", "rent"], ["diff", "2020", "2025"], ["timeline"], ["search", "rent"],
]  # fmt: skip
DOCUMENTS = [*TABLES, ["show", "mill-street/2019-02-12#rent"], ["cite", "mill-street/2019-02-12#rent"]]


@pytest.mark.parametrize("argv", DOCUMENTS, ids=" ".join)
def test_json_is_one_document_and_nothing_else(tenor: Tenor, argv: list[str]) -> None:
    ran = tenor(*argv, "--json")
    document = json.loads(ran.out)
    assert document["schema"] == 1
    assert set(document["kb"]) == {"title", "version", "checked_through"}
    assert ran.code == 0


@pytest.mark.parametrize("argv", TABLES, ids=" ".join)
def test_a_table_has_the_same_rows_as_lines_and_as_csv(tenor: Tenor, argv: list[str]) -> None:
    lines = [line.split("\t") for line in tenor(*argv, "--plain").out.splitlines()]
    header, *rows = csv.reader(io.StringIO(tenor(*argv, "--csv").out))
    assert lines
    assert rows == lines
    assert len(header) == len(rows[0])


@pytest.mark.parametrize("argv", DOCUMENTS, ids=" ".join)
@pytest.mark.parametrize("form", ["--plain", "--pretty", "--json"])
def test_color_and_escapes_only_where_they_are_asked_for(tenor: Tenor, argv: list[str], form: str) -> None:
    assert "\x1b" not in tenor(*argv, form).out
    assert "\x1b" not in tenor(*argv, form, NO_COLOR="1", CLICOLOR_FORCE="1").out


def test_color_repeats_what_the_words_say(tenor: Tenor) -> None:
    import re

    colored = tenor("ask", QUESTION, "--pretty", "--color", "always").out
    assert "\x1b[" in colored
    assert re.sub(r"\x1b\[[0-9;]*m", "", colored) == tenor("ask", QUESTION, "--pretty").out


def test_the_flag_wins_over_the_environment(tenor: Tenor) -> None:
    assert json.loads(tenor("ask", QUESTION, TENOR_FORMAT="json").out)["status"] == "answered"
    assert tenor("ask", QUESTION, "--plain", TENOR_FORMAT="json").out.count("\t") == 5
    assert "\x1b[" in tenor("ask", QUESTION, "--pretty", "--color", "always", NO_COLOR="1").out


def test_formats_that_make_no_sense_are_refused(tenor: Tenor) -> None:
    assert tenor("ask", QUESTION, "--plain", "--csv").code == 2
    assert tenor("show", "party:larkspur", "--csv").code == 2
    assert tenor("ask", QUESTION, TENOR_FORMAT="yaml").err.startswith("error: TENOR_FORMAT cannot be 'yaml'")


def test_quiet_prints_the_sentence_alone(tenor: Tenor) -> None:
    ran = tenor("ask", QUESTION, "-q")
    assert ran.out == "Larkspur Bakery rents the bakehouse from Northgate Estates, from 1 March 2024 through 28 February 2029.\n"
    assert ran.err == ""


def test_what_cannot_be_answered_is_said_on_standard_error_in_a_pipe(tenor: Tenor) -> None:
    ran = tenor("ask", NO_ANSWER)
    assert ran.out == ""
    assert ran.err.startswith("No record")
    assert "  tip: tenor ask " in ran.err


@pytest.mark.parametrize("environment", [{"LC_ALL": "C"}, {"LC_ALL": "POSIX"}, {"LC_ALL": "en_US.ISO-8859-1"}], ids=str)
def test_pages_are_ascii_where_the_locale_is_not_utf8(tenor: Tenor, environment: dict[str, str]) -> None:
    for argv in DOCUMENTS[:-1]:
        assert tenor(*argv, "--pretty", **environment).out.isascii()
    assert not tenor("ask", QUESTION, "--pretty", LC_ALL="en_US.UTF-8").out.isascii()


@pytest.mark.parametrize("argv", DOCUMENTS, ids=" ".join)
@pytest.mark.parametrize("form", ["--plain", "--pretty", "--json", "--csv"])
def test_ascii_leaves_nothing_else(tenor: Tenor, argv: list[str], form: str) -> None:
    if form != "--csv" or argv in TABLES:
        assert tenor(*argv, form, "--ascii").out.isascii()


# -- questions ------------------------------------------------------------------------------------


def test_words_without_quotation_marks_are_one_question(tenor: Tenor) -> None:
    assert tenor("ask", *QUESTION.split(), "--json").out == tenor("ask", QUESTION, "--json").out


def test_on_takes_the_place_of_the_day_in_the_question(tenor: Tenor) -> None:
    first = json.loads(tenor("ask", "--json", "--on", "2020", "what is the rent of the bakehouse in 2025").out)
    assert first["read_as"]["from"] == "2020-01-01"
    assert [a["clause"] for a in first["answers"]] == ["mill-street/2019-02-12#rent"]


def test_today_is_fixed_by_the_environment(tenor: Tenor) -> None:
    assert json.loads(tenor("ask", "--json", "who is the landlord", TENOR_TODAY="2020-05-05").out)["read_as"]["from"] == "2020-05-05"
    ran = tenor("ask", "--json", "who is the landlord", TENOR_TODAY="yesterday")
    assert (ran.code, json.loads(ran.out)["error"]["where"]) == (2, "TENOR_TODAY")


def typed(text: bytes) -> io.TextIOWrapper:
    """Standard input that is no terminal."""
    return io.TextIOWrapper(io.BytesIO(text))


def test_a_file_of_questions_gives_a_document_a_line(tenor: Tenor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", typed(f"{QUESTION}\r\n\n{NO_ANSWER}\n\xff\xfe\n{QUESTION}".encode("latin-1")))
    ran = tenor("ask", "--json")
    documents = [json.loads(line) for line in ran.out.splitlines()]
    assert [d["status"] == "answered" for d in documents] == [True, False, False, False, True]
    assert documents[0]["question"] == QUESTION
    assert ran.code == 1


def test_a_file_of_questions_gives_rows_that_begin_with_the_question(tenor: Tenor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", typed(f"{QUESTION}\nwhat is the rent of the bakehouse in 2020\n".encode()))
    ran = tenor("ask")
    assert [line.split("\t")[0] for line in ran.out.splitlines()] == [QUESTION, "what is the rent of the bakehouse in 2020"]
    assert ran.code == 0


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-be"])
@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
def test_a_file_of_questions_is_read_however_it_was_saved(tenor: Tenor, monkeypatch: pytest.MonkeyPatch, encoding: str, end: str) -> None:
    saved = ("\ufeff" if encoding == "utf-16-be" else "") + f"{QUESTION}{end}{QUESTION}{end}"
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BufferedReader(io.BytesIO(saved.encode(encoding)))))
    ran = tenor("ask", "--json")
    assert [json.loads(line)["question"] for line in ran.out.splitlines()] == [QUESTION, QUESTION]
    assert ran.code == 0


def test_no_question_at_all_is_a_wrong_call(tenor: Tenor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", typed(b""))
    assert tenor("ask").err.startswith("error: no question was asked")


def test_explain_tells_how_a_question_was_read(tenor: Tenor) -> None:
    for form in ("--plain", "--pretty"):
        told = tenor("ask", "--explain", QUESTION, form).out
        assert "tenancy" in told
        assert "SELECT" in told
    assert json.loads(tenor("ask", "--explain", QUESTION, "--json").out)["explain"]["sql"]


def test_a_question_cannot_smuggle_escapes_to_the_terminal(tenor: Tenor) -> None:
    for form in ("--plain", "--pretty", "--json", "--csv"):
        ran = tenor("ask", "who is the \x1b[31mlandlord\x9b31m\u202e in 2025", form)
        assert not {"\x1b", "\x9b", "\u202e"} & set(ran.out + ran.err)


# -- records --------------------------------------------------------------------------------------


def test_init_makes_a_knowledge_base_that_passes_and_answers(tenor: Tenor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "mine"
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    assert tenor("init", str(folder)).code == 0
    assert tenor("check", TENOR_KB=str(folder)).out == ""
    asked = [line.split('"')[1] for line in (folder / "README.md").read_text().splitlines() if line.startswith("tenor ask")]
    assert asked
    for question in asked:
        assert tenor("ask", question).code == 0
    assert tenor("init", str(folder)).code == 2


def test_new_records_lack_only_what_a_person_must_know(tenor: Tenor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "mine"
    tenor("init", str(folder))
    monkeypatch.setenv("TENOR_KB", str(folder))
    for kind, name in (
        ("deal", "acme-globex"), ("instrument", "acme-globex/2026-10-01"), ("party", "acme"), ("term", "fee"), ("source", "acme-2026-10-01"),
        ("event", "2026-10-01-flood"), ("dispute", "rent-of-2026"), ("observation", "survey-2026"), ("commentary", "jones-2026-10-01"),
    ):  # fmt: skip
        ran = tenor("new", kind, name)
        assert (ran.code, Path(ran.out.strip()).is_file()) == (0, True)
        before = Path(ran.out.strip()).read_text()
        again = tenor("new", kind, name)
        assert again.code == (0 if kind == "source" else 2)
        assert Path(ran.out.strip()).read_text() == before
    codes = {f["code"] for f in json.loads(tenor("check", "--json").out)["findings"]}
    assert codes <= {"T101", "T302", "T304", "T210"}  # sources and speakers are still to be named


def test_a_clause_is_given_to_paste(tenor: Tenor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "mine"
    tenor("init", str(folder))
    monkeypatch.setenv("TENOR_KB", str(folder))
    ran = tenor("new", "clause", "reading-room/2024-02-12#rent-garden")
    assert ran.out.startswith("  - id: rent-garden\n")
    assert "reading-room/2024-02-12.md" in ran.err


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("party", "../escape"), "is no id"),
        (("party", "Acme"), "is no id"),
        (("instrument", "nowhere/2026-10-01"), "there is no deal 'nowhere' yet"),
        (("instrument", "acme"), "is no id"),
        (("clause", "reading-room/1999#rent"), "there is no instrument"),
        (("party",), "needs an id"),
        (("spaceship",), "no kind of record named 'spaceship'"),
    ],
)
def test_new_refuses_what_is_no_record(tenor: Tenor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], says: str) -> None:
    tenor("init", str(tmp_path / "mine"))
    monkeypatch.setenv("TENOR_KB", str(tmp_path / "mine"))
    ran = tenor("new", *words)
    assert ran.code == 2
    assert says in ran.err


def test_new_never_writes_into_the_records_that_ship(tenor: Tenor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("TENOR_KB")
    assert tenor("new", "party", "acme").err.startswith("error: there is no knowledge base here")


def test_check_exits_with_1_on_an_error_and_says_where(tenor: Tenor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "mine"
    tenor("init", str(folder))
    monkeypatch.setenv("TENOR_KB", str(folder))
    party = folder / "parties" / "library.md"
    party.write_text(party.read_text().replace("name:", "nmae:"))
    concise = tenor("check")
    assert concise.code == 1
    assert ":2:1: T003 " in concise.out
    assert "nmae" in tenor("check", "--pretty").out
    document = json.loads(tenor("check", "--json").out)
    assert document["counts"]["errors"] == len([f for f in document["findings"] if f["severity"] == "error"]) > 0
    assert tenor("check", "--format", "sarif").out.startswith("{")
    assert tenor("build").code == 1
    assert "nothing was built" in tenor("build").err


def test_check_explains_its_codes(tenor: Tenor) -> None:
    assert tenor("check", "--explain", "t203").out.startswith("T203 ")
    assert tenor("check", "--explain", "T999").code == 2


def test_build_compiles_to_a_named_file(tenor: Tenor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "mine"
    tenor("init", str(folder))
    monkeypatch.setenv("TENOR_KB", str(folder))
    target = tmp_path / "out" / "records.db"
    assert tenor("build", "-o", str(target)).code == 0
    assert [p.name for p in target.parent.iterdir()] == ["records.db"]
    assert tenor("--kb", str(target), "ask", QUESTION).code == 0
    assert tenor("--kb", str(target), "check").err.startswith("error: this knowledge base is compiled")
    assert tenor("build", "-o", str(tmp_path)).code == 2


def test_build_prints_the_schema(tenor: Tenor) -> None:
    from tenor.store.schema import ddl

    assert tenor("build", "--schema").out == ddl()


# -- help -----------------------------------------------------------------------------------------


def test_help_lists_the_commands_that_exist_and_fits_a_terminal(tenor: Tenor) -> None:
    page = tenor("--help").out
    for command in COMMANDS:
        assert f"  {command.name} " in page
    assert "mcp" not in page or any(c.name == "mcp" for c in COMMANDS)
    assert max(map(len, page.splitlines())) <= 80


@pytest.mark.parametrize("command", COMMANDS, ids=lambda c: c.name)
def test_every_command_has_a_page(tenor: Tenor, command: Any) -> None:
    page = tenor(command.name, "--help").out
    assert page == tenor(command.name, "-h").out
    for option in command.options:
        assert option.flags[-1] in page
    assert max(map(len, page.splitlines())) <= 88


def test_help_fits_a_narrow_terminal(tenor: Tenor) -> None:
    """Calls to copy stay whole; everything else keeps to the width."""
    for call in (["--help"], *([command.name, "--help"] for command in COMMANDS)):
        lines = tenor(*call, COLUMNS="40").out.splitlines()
        assert [line for line in lines if len(line) > 40 and "tenor " not in line] == [], call


def test_the_help_page_gives_questions_that_can_be_answered(tenor: Tenor) -> None:
    asked = [line.split('"')[1] for line in tenor("--help").out.splitlines() if line.startswith("  tenor ask")]
    assert asked
    assert all(tenor("ask", question).code == 0 for question in asked)


def test_version_tells_the_day_through_which_the_record_was_checked(tenor: Tenor) -> None:
    from tenor import __version__

    assert tenor("-V").out == f"tenor {__version__}\nContracts of an invented bakery, version 2026.11, checked through 2026-10-31\n"
    assert tenor("--kb", "/nowhere", "--version").out == f"tenor {__version__}\n"


def test_run_never_raises(tenor: Tenor, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(text: str) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("sys.stdout.write", full)
    assert quick.run(["ask", QUESTION]) == 2


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (("clauses", "--limit", "9" * 20), "--limit has 20 digits; 9 are the limit"),
        (("site", "serve", "--port", "65536"), "there is no port 65536"),
        (("search", "a " * 20_000), "there are 20,000 words to look for; 60 are the limit"),
        (("lint", "/dev/zero"), "the file has more than"),
    ],
    ids=lambda value: value[0] if isinstance(value, tuple) else "",
)
def test_what_is_too_much_is_one_line(tenor: Tenor, call: tuple[str, ...], message: str) -> None:
    ran = tenor(*call)
    assert (ran.code, ran.err.count("Traceback")) == (2, 0)
    assert ran.err.startswith(f"error: {message}")
