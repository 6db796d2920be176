"""Every rule against its own samples, and the ten ways in which a record is usually wrong."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tenor import kb, rules
from tenor.findings import Finding, Severity
from tenor.rules.base import Rule, marked, write

BAD = [rule for rule in rules.RULES if rule.bad]
GOOD = [rule for rule in rules.RULES if rule.good]


def checked(sample: str, root: Path, *, evidence: bool = False) -> list[Finding]:
    return kb.check(kb.load(write(sample, root)), evidence=evidence)


def test_the_base_of_all_samples_is_clean(tmp_path: Path) -> None:
    assert checked("", tmp_path) == []


@pytest.mark.parametrize("rule", BAD, ids=lambda rule: rule.code)
def test_a_bad_sample_breaks_its_rule_once_and_no_other(rule: Rule, tmp_path: Path) -> None:
    path, line = marked(rule.bad)
    found = [f for f in checked(rule.bad, tmp_path, evidence=rule.evidence_only) if f.code == rule.code or not _evidence_only(f)]
    assert [(f.code, f.path, f.line) for f in found] == [(rule.code, path, line)]
    assert found[0].severity is rule.severity
    assert found[0].why
    assert found[0].fix


@pytest.mark.parametrize("rule", GOOD, ids=lambda rule: rule.code)
def test_a_good_sample_breaks_no_rule(rule: Rule, tmp_path: Path) -> None:
    assert [f for f in checked(rule.good, tmp_path, evidence=rule.evidence_only) if f.code == rule.code or not _evidence_only(f)] == []


def _evidence_only(finding: Finding) -> bool:
    return rules.BY_CODE[finding.code].evidence_only


def test_codes_are_unique_and_in_order() -> None:
    codes = [rule.code for rule in rules.RULES]
    assert codes == sorted(set(codes))


def test_only_rules_without_a_text_have_no_sample() -> None:
    assert [rule.code for rule in rules.RULES if not rule.bad] == ["T011", "T012"]


# -- the ten usual mistakes ------------------------------------------------------------------------

CHAIR = """
=== clauses
- id: chair
  term: chair
  subject: club
  holder: bob
  from: 2022-03-01
  replaces: club/2020-01-01#chair
  says: Bob Ray chairs the club.
  status: confirmed
  cites: [{source: club-2022-03-01}]
- id: rent
  term: rent
  subject: club
  holder: bob
  from: 2022-03-01
  value: {amount: 900, unit: USD/month, hedge: exactly, basis: total}
  says: The club rents the mill.
  status: confirmed
  cites: [{source: club-2022-03-01}]
"""
STATUTES = "deals/club/2022-03-01.md"
MISTAKES = {
    "bad date": ("from: 2022-03-01\n  replaces", "from: 2022-02-30\n  replaces", "T006", 11),
    "impossible EDTF": ("from: 2022-03-01\n  replaces", "from: 2022-77\n  replaces", "T006", 11),
    "unknown source": ("cites: [{source: club-2022-03-01}]\n- id: rent", "cites: [{source: club-2029-03-01}]\n- id: rent", "T304", 15),
    "overlapping holders": ("  replaces: club/2020-01-01#chair\n", "", "T203", 11),
    "amount without unit": ("amount: 900, unit: USD/month,", "amount: 900,", "T401", 21),
    "duplicate id": ("id: rent", "id: chair", "T007", 16),
    "replaces a later clause": ("from: 2022-03-01\n  replaces", "from: 2019-03-01\n  until: 2020-01-01\n  replaces", "T205", 13),
    "tab": ("  holder: bob\n  from: 2022-03-01\n  replaces", "\tholder: bob\n  from: 2022-03-01\n  replaces", "T001", 10),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_gives_one_finding_at_its_line_and_the_rest_loads(name: str, tmp_path: Path) -> None:
    old, new, code, line = MISTAKES[name]
    assert CHAIR.count(old) == 1
    _one_finding(write(CHAIR.replace(old, new), tmp_path), code, STATUTES, line)


def test_the_sample_of_the_mistakes_is_clean(tmp_path: Path) -> None:
    assert checked(CHAIR, tmp_path) == []


@pytest.mark.parametrize("share", [0.2, 0.5, 0.8])
def test_a_truncated_file_gives_one_finding_at_its_end(share: float, tmp_path: Path) -> None:
    root = write(CHAIR, tmp_path)
    file = root / STATUTES
    text = file.read_text()
    kept = text[: int(len(text) * share)]
    file.write_text(kept)
    _one_finding(root, "T010", STATUTES, kept.rstrip("\n").count("\n") + 1)


def test_a_byte_that_is_no_utf8_gives_one_finding_at_its_place(tmp_path: Path) -> None:
    root = write(CHAIR, tmp_path)
    file = root / STATUTES
    file.write_bytes(file.read_bytes().replace(b"Bob Ray chairs", b"B\xf6b Ray chairs"))
    found = _one_finding(root, "T002", STATUTES, 13)
    assert found.column == 12


def test_a_broken_file_of_sources_is_one_finding(tmp_path: Path) -> None:
    root = write(CHAIR, tmp_path)
    (root / "sources/club.yaml").write_text("references:\n\t- id: x\n")
    _one_finding(root, "T001", "sources/club.yaml", 2)


def _one_finding(root: Path, code: str, path: str, line: int) -> Finding:
    loaded = kb.load(root)
    found = kb.check(loaded)
    assert [(f.code, f.path, f.line) for f in found] == [(code, path, line)]
    assert loaded.records is not None
    assert "club/2020-01-01#chair" in loaded.records.clauses
    assert set(loaded.records.parties) == {"club", "ann", "bob"}
    return found[0]


# -- exceptions ------------------------------------------------------------------------------------

NOTICE = "=== deals/club/2025-02-01.md\n---\ntitle: Notice\nkind: notice\nannounced: 2025-02-01\n{}---\n"


def test_an_exception_with_a_reason_silences_its_rule_here(tmp_path: Path) -> None:
    assert checked(NOTICE.format("allow: {code: T210, why: found on the last day}\n"), tmp_path) == []


def test_an_exception_without_a_reason_is_a_finding_and_silences_nothing(tmp_path: Path) -> None:
    assert [f.code for f in checked(NOTICE.format("allow: [{code: T210}]\n"), tmp_path)] == ["T210", "T004"]


@pytest.mark.parametrize("code", ["T999", "T003", "T203"])
def test_an_exception_that_allows_nothing_is_a_finding(code: str, tmp_path: Path) -> None:
    found = checked(NOTICE.format(f"allow: [{{code: T210, why: a}}, {{code: {code}, why: b}}]\n"), tmp_path)
    assert [(f.code, f.line) for f in found] == [("T390", 5)]


def test_an_exception_can_name_one_clause(tmp_path: Path) -> None:
    root = write(CHAIR.replace("  replaces: club/2020-01-01#chair\n", ""), tmp_path)
    file = root / STATUTES
    file.write_text(file.read_text().replace("kind: amendment\n", "kind: amendment\nallow: [{code: T203, id: chair, why: two chairs for a year}]\n"))
    assert kb.check(kb.load(root)) == []


def test_evidence_rules_run_only_where_asked(tmp_path: Path) -> None:
    loaded = kb.load(write(CHAIR, tmp_path))
    assert kb.check(loaded) == []
    found = kb.check(loaded, evidence=True)
    assert {f.code for f in found} == {"T130"}
    assert {f.severity for f in found} == {Severity.WARNING}


def test_a_check_is_the_same_wherever_the_folder_is(tmp_path: Path) -> None:
    first = write(CHAIR.replace("unit: USD/month, ", ""), tmp_path / "a")
    shutil.copytree(first, tmp_path / "b")
    one, two = kb.load(first), kb.load(tmp_path / "b")
    assert one.digest == two.digest
    assert kb.check(one) == kb.check(two)
