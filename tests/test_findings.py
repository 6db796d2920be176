"""Findings as text, in each of the forms."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tenor import kb, rules
from tenor.findings import Finding, Severity
from tenor.outputs import findings as out
from tenor.rules.base import write

OVERLAP = Finding(
    "T203",
    "starts 2022-03-01 while `club/2020-01-01#chair` holds, which has no end",
    "deals/club/x.md",
    4,
    11,
    "club/x#chair",
    "say `replaces:`",
    "two holders",
)
PASSED = Finding("T207", "was to end, and 100% nothing says\nwhether", "deals/a,b.md", 1, 1, severity=Severity.WARNING)
TEXT = ["---", "clauses:", "  - id: chair", "    from: 2022-03-01 # the day", "    says: x"]


def lines(path: str) -> list[str]:
    return TEXT


def test_full_shows_the_lines_around_the_place_and_underlines_it() -> None:
    assert out.full([OVERLAP], lines, prefix="kb/").split("\n") == [
        "T203 overlapping versions",
        " --> kb/deals/club/x.md:4:11",
        "  |",
        "2 | clauses:",
        "3 |   - id: chair",
        "4 |     from: 2022-03-01 # the day",
        "  |           ^^^^^^^^^^ starts 2022-03-01 while `club/2020-01-01#chair` holds, which has no end",
        "5 |     says: x",
        "  |",
        "why: two holders",
        "help: say `replaces:`",
    ]


def test_full_without_the_file_still_says_what_is_wrong() -> None:
    assert out.full([PASSED], lambda path: []).split("\n")[0] == "T207 passed end (warning)"


def test_color_only_adds_escapes() -> None:
    colored = out.full([OVERLAP], lines, color=True)
    assert "\x1b[" in colored
    assert re.sub(r"\x1b\[[0-9;]*m", "", colored) == out.full([OVERLAP], lines)


def test_a_long_line_is_cut_around_the_place() -> None:
    long = "  - {" + "a: b, " * 60 + "bad: value}"
    column = long.index("value") + 1
    shown = out.full([Finding("T005", "wrong", "x", 1, column)], lambda path: [long], width=60).split("\n")
    assert shown[3].startswith("1 | …")
    assert shown[3][shown[4].index("^") :].startswith("value")
    assert max(map(len, shown[:4])) < 80


@pytest.mark.parametrize(
    ("line", "start", "marked"),
    [
        ("    from: 2022-03-01  # day", 10, "2022-03-01"),
        ("    from: 2022-03-01", 4, "from"),
        ("cites: [{source: a-1, at: x}]", 17, "a-1"),
        ("replaces: [a/b#c, d]", 10, "[a/b#c, d]"),
        ('title: "A: b" # c', 7, '"A: b"'),
        ("says: Ann: no", 6, "Ann"),
        ("", 0, ""),
    ],
)
def test_the_underlined_part_is_the_key_or_the_value(line: str, start: int, marked: str) -> None:
    assert line[start : start + out.span(line, start)] == marked


def test_a_name_that_moves_the_cursor_only_prints() -> None:
    odd = Finding("T008", "the file name makes no id: `a\nb\x1b[31m`", "terms/a\nb\x1b[31m.md", 1, 1)
    assert out.concise([odd]) == "terms/a b\ufffd[31m.md:1:1: T008 the file name makes no id: `a b\ufffd[31m`"
    assert "\x1b" not in out.full([odd], lines)


def test_concise_is_one_finding_a_line() -> None:
    assert out.concise([OVERLAP], prefix="kb/").startswith("kb/deals/club/x.md:4:11: T203 starts 2022-03-01")


def test_json_has_the_keys_of_the_contract() -> None:
    found = json.loads(out.as_json([OVERLAP, PASSED], out.counts([OVERLAP, PASSED])))
    assert set(found["findings"][0]) == {"code", "severity", "file", "line", "column", "id", "message", "why", "fix"}
    assert found["counts"] == {"errors": 1, "warnings": 1, "files": 2}
    assert found["findings"][1]["id"] is None


def test_github_escapes_what_would_end_a_field() -> None:
    assert out.github([PASSED]) == "::warning file=deals/a%2Cb.md,line=1,col=1,title=T207 passed-end::was to end, and 100%25 nothing says%0Awhether"


def test_sarif_points_at_the_place_and_knows_the_rule() -> None:
    log = json.loads(out.sarif([OVERLAP, PASSED], prefix="kb/", version="1"))
    run = log["runs"][0]
    assert log["version"] == "2.1.0"
    assert [r["id"] for r in run["tool"]["driver"]["rules"]] == ["T203", "T207"]
    assert run["results"][1]["ruleIndex"] == 1
    assert run["results"][0]["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "kb/deals/club/x.md"},
        "region": {"startLine": 4, "startColumn": 11},
    }


def test_a_clean_check_says_how_much_was_checked(tmp_path: Path) -> None:
    loaded = kb.load(write("", tmp_path))
    assert out.summary(kb.check(loaded), loaded.records) == "All checks passed. 1 clause, 1 instrument, 4 sources."


def test_the_summary_counts_errors_warnings_and_files() -> None:
    assert out.summary([OVERLAP, OVERLAP, PASSED], None) == "Found 2 errors and 1 warning in 2 files."


@pytest.mark.parametrize("rule", rules.RULES, ids=lambda rule: rule.code)
def test_every_rule_can_be_explained(rule: rules.Rule) -> None:
    text = out.explain(rule)
    assert text.startswith(rule.code)
    assert text.encode()
    assert ("Breaks it:" in text) is bool(rule.bad)
