"""From trees to records: shapes, words, numbers, dates and ids, and what is left out when one of them is wrong."""

from __future__ import annotations

import os
from decimal import Decimal
from pathlib import Path

import pytest

from tenor import kb
from tenor.dates import Edtf
from tenor.findings import Finding
from tenor.model import Cite, Clause, Records
from tenor.reader.index import Index
from tenor.reader.values import number
from tenor.rules.base import write

CLAUSE = """
=== clauses
- id: rent
  term: rent
  subject: club
  holder: bob
{}
  says: The club rents the mill.
  status: confirmed
  cites: [{{source: club-2022-03-01, at: article 3, relayed_by: gazette-2022-03-02, part: yes}}]
"""
RENT = "club/2022-03-01#rent"


def load(sample: str, root: Path) -> tuple[Records, list[Finding]]:
    loaded = kb.load(write(sample, root))
    assert loaded.records is not None
    return loaded.records, list(loaded.findings)


def clause(root: Path, *lines: str) -> Clause:
    records, findings = load(CLAUSE.format("\n".join(f"  {line}" for line in lines)), root)
    assert findings == []
    return records.clauses[RENT]


def problems(root: Path, *lines: str) -> list[tuple[str, int, int, str]]:
    records, findings = load(CLAUSE.format("\n".join(f"  {line}" for line in lines)), root)
    assert RENT not in records.clauses
    assert RENT in records.broken
    assert "club/2020-01-01#chair" in records.clauses
    return [(f.code, f.line, f.column, f.message) for f in findings]


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("38 billion", 38 * 10**9),
        ("1.25 billion", 1_250_000_000),
        ("250,000", 250_000),
        ("250_000", 250_000),
        ("12.5", Decimal("12.5")),
        ("-3", -3),
        ("0.1 trillion", 10**11),
        ("2 thousand", 2000),
        ("7 million", 7_000_000),
    ],
)
def test_numbers_as_people_write_them(text: str, amount: Decimal | int) -> None:
    assert number(text) == amount


@pytest.mark.parametrize(
    "text", ["", "38bn", "$38", "38%", "1,5", "1,2345", "1.000,5", "38 billions", "about 38", "1e9", "٣", "nan", "38 billion USD", "1 2"]
)
def test_what_is_no_number(text: str) -> None:
    with pytest.raises(ValueError, match="write"):
        number(text)


def test_a_clause_with_everything(tmp_path: Path) -> None:
    found = clause(
        tmp_path,
        "via: mill",
        "scope: main  hall",
        "exclusive: no",
        "from: [2022-03..2022-04]",
        "through: 2032",
        "value: {low: 800, high: 1 thousand, unit: USD/month, hedge: about, basis: total, period: 2022-03-01/2023-02-28, items: one}",
        "ended_by: club/2020-01-01",
        "also_in: deal:club",
        "formerly: [old-rent]",
    )
    assert (found.holder, found.via, found.scope, found.exclusive) == ("bob", "mill", "main hall", "no")
    assert found.start == Edtf.parse("[2022-03..2022-04]")
    assert found.through == Edtf.parse("2032")
    assert found.value is not None
    assert (found.value.low, found.value.high) == (Decimal(800), Decimal(1000))
    assert found.value.items == ("one",)
    assert found.cites == (Cite("club-2022-03-01", "article 3", ("gazette-2022-03-02",), True),)
    assert found.formerly == ("club/2022-03-01#old-rent",)
    assert found.origin.line == 7
    assert found.origin.keys["value.high"] == (16, 29)


def test_sightings_instead_of_a_first_day(tmp_path: Path) -> None:
    found = clause(tmp_path, 'observed: [2022-03-01, 2022-04, "[2022-05..2022-06]", [2022-07..2022-08]]')
    assert [d.text for d in found.observed] == ["2022-03-01", "2022-04", "[2022-05..2022-06]", "[2022-07..2022-08]"]
    assert found.start is None


@pytest.mark.parametrize(
    ("line", "code", "column", "words"),
    [
        ("from: 2022-02-30", "T006", 11, "does not exist"),
        ("from: 2022-77", "T006", 11, "no month 77"),
        ("from: 9999-12-31", "T006", 11, "leave out an end that nobody states"),
        ("from: last May", "T006", 11, "not a date"),
        ("from: [2022-05..2022-01]", "T006", 11, "first date is after its last"),
        ("from:", "T005", 5, "has no value"),
        ("from: {a: b}", "T005", 11, "a group of keys"),
        ("form: 2022", "T003", 5, "did you mean `from`"),
    ],
)
def test_a_wrong_date_leaves_the_clause_out(line: str, code: str, column: int, words: str, tmp_path: Path) -> None:
    (found,) = problems(tmp_path, line)
    assert found[:3] == (code, 11, column)
    assert words in found[3]


@pytest.mark.parametrize(
    ("line", "code", "words"),
    [
        ("exclusive: true", "T005", "neither yes nor no"),
        ("state: maybe", "T005", "not one of the known values"),
        ("holders: [ann]", "T005", "cannot stand together"),
        ("value: 900", "T005", "takes a group of keys"),
        ("value: {amount: many}", "T005", "not a number"),
        ("value: {amount: 1, hegde: about}", "T003", "did you mean `hedge`"),
        ("value: {amount: 1, hedge: abot}", "T005", "did you mean `about`"),
        ("value: {amount: 1, period: 2022-Q2}", "T006", "not a date"),
        ("value: {text: a, b}", "T003", "key without a value"),
        ("until: 2023\n  through: 2023", "T005", "cannot stand together"),
        ("untill: 2023", "T003", "did you mean `until`"),
        ("replaces: [{a: b}]", "T005", "quotation marks"),
        ("retracts: [[a]]", "T005", "is a list"),
        ("until: 2023\n  until: 2024", "T009", "stands twice"),
    ],
)
def test_a_wrong_field_leaves_the_clause_out(line: str, code: str, words: str, tmp_path: Path) -> None:
    (found,) = problems(tmp_path, "from: 2022-03-01", line)
    assert found[0] == code
    assert words in found[3]


def test_a_missing_key_is_reported_at_its_clause(tmp_path: Path) -> None:
    assert problems(tmp_path, "note: x") == [("T004", 7, 5, "`from` is missing")]


def test_a_bare_id_is_no_cite(tmp_path: Path) -> None:
    sample = CLAUSE.format("  from: 2022").replace(
        "cites: [{source: club-2022-03-01, at: article 3, relayed_by: gazette-2022-03-02, part: yes}]", "cites: [club-1]"
    )
    _, findings = load(sample, tmp_path)
    assert [(f.code, f.fix) for f in findings] == [("T005", "write {source: club-1, at: where in it}")]


def test_other_records_load_beside_a_broken_one(tmp_path: Path) -> None:
    records, findings = load(
        "=== parties/ann.md\n---\nname: [Ann]\nkind: {a: b}\n---\n=== terms/rent.md\n---\nlabel: Rent\nanswer: money\n---\n", tmp_path
    )
    assert [(f.code, f.path) for f in findings] == [("T005", "parties/ann.md"), ("T005", "parties/ann.md"), ("T005", "terms/rent.md")]
    assert set(records.parties) == {"club", "bob"}
    assert records.broken == {"party:ann", "term:rent"}
    assert "club/2020-01-01#chair" in records.clauses


def test_the_settings_are_read_with_places(tmp_path: Path) -> None:
    _, findings = load('=== tenor.toml\ntitle = "Club"\nversion = 1\nchecked_through = "2024-13-45"\nfokus = "club"\ncoarse_ends = "x"\n', tmp_path)
    assert [(f.code, f.line, f.column) for f in findings] == [("T005", 2, 11), ("T006", 3, 19), ("T003", 4, 9), ("T005", 5, 15)]


def test_without_settings_there_are_no_records_but_all_findings(tmp_path: Path) -> None:
    root = write("=== parties/cy.md\n---\nkind: x\n---\n", tmp_path)
    (root / "tenor.toml").write_text("title = \n")
    loaded = kb.load(root)
    assert loaded.records is None
    assert [(f.code, f.path, f.line) for f in loaded.findings] == [("T004", "parties/cy.md", 2), ("T001", "tenor.toml", 1)]
    (root / "tenor.toml").write_text(f"title = {'[' * 5_000}\n")
    assert [(f.code, f.path, f.line) for f in kb.load(root).findings] == [("T004", "parties/cy.md", 2), ("T001", "tenor.toml", 1)]
    (root / "tenor.toml").unlink()
    assert [f.code for f in kb.load(root).findings] == ["T004", "T011"]
    assert kb.check(kb.load(root))


ACCOUNTS = """
=== events/flood.md
---
title: Flood
date: 2021-05~
about: [club/2020-01-01#chair, dry]
says: The river flooded the club.
status: reported
cites: {source: gazette-2022-03-02}
---
=== disputes/dry.md
---
title: Was it dry?
about: flood
positions:
  - {says: No., value: wet, cites: [{source: gazette-2022-03-02}]}
  - {says: Yes., cites: [{source: blog-2022-03-03}]}
prefers: 1
---
=== observations/level.md
---
title: The water
measured: 2021-05-01/2021-05-03
status: reported
values:
  - {what: height, value: {amount: 2.5, unit: m, hedge: about, basis: level}, at: noon}
cites: [{source: gazette-2022-03-02}]
---
=== commentary/view.md
---
title: My view
speaker: party:ann
published: 2022-03-03
source: blog-2022-03-03
claims:
  - id: v-1
    says: It never flooded.
    about: [flood]
    on: 2021
    status: alleged
    verdict: contradicted
    evidence: [dry, event:flood]
  - id: v-2
    says: It is true.
    status: confirmed
    verdict: opinion
---
=== changes.yaml
- {on: 2024-01-01, ids: [flood, view], kind: corrected, why: The month was wrong.}
- {on: 2024-01-01, ids: [flood], kind: changed, why: x}
=== deals/club/2021.md
---
title: Notice
kind: notice
announced: 2021-01
restates: {clause: club/2020-01-01#chair, cites: [{source: club-2020-01-01}]}
formerly: [old]
---
"""


def test_records_that_are_no_agreement(tmp_path: Path) -> None:
    records, findings = load(ACCOUNTS, tmp_path)
    assert [(f.code, f.id) for f in findings] == [("T005", ""), ("T005", "commentary:view#v-2")]
    assert records.events["flood"].about == ("club/2020-01-01#chair", "dispute:dry")
    assert records.disputes["dry"].about == ("event:flood",)
    assert records.disputes["dry"].prefers == 1
    assert records.observations["level"].values[0].value.amount == Decimal("2.5")
    (claim,) = records.commentaries["view"].claims
    assert (claim.id, claim.about, claim.evidence) == ("v-1", ("event:flood",), ("dispute:dry", "event:flood"))
    assert records.commentaries["view"].speaker == "ann"
    assert [c.ids for c in records.changes] == [("event:flood", "commentary:view")]
    assert records.instruments["club/2021"].restates[0].clause == "club/2020-01-01#chair"


def test_ids_resolve_whole_bare_and_old(tmp_path: Path) -> None:
    index = Index(load(ACCOUNTS, tmp_path)[0])
    assert index.resolve("flood") == ("event:flood",)
    assert index.resolve("club/old") == ("club/2021",)
    assert index.resolve("deal:club") == ("club",)
    assert index.resolve("commentary:view#v-1") == ("commentary:view#v-1",)
    assert index.resolve("nothing") == ()
    assert index.is_broken("commentary:view#v-2")


def test_an_old_id_that_lives_is_a_collision(tmp_path: Path) -> None:
    sample = "=== parties/cy.md\n---\nname: Cy\nformerly: [ann, zoe]\n---\n=== parties/dee.md\n---\nname: Dee\nformerly: zoe\n---\n"
    _, findings = load(sample, tmp_path)
    assert [(f.code, f.path) for f in findings] == [("T007", "parties/cy.md"), ("T007", "parties/dee.md")]


def test_a_source_becomes_csl(tmp_path: Path) -> None:
    sample = """=== sources/extra.yaml
references:
  - id: extra-2020
    type: article-newspaper
    title: A report
    container-title: Gazette
    author: [{family: Ray, given: Bob}]
    issued: 2020~
    url: https://x.example/1
    custom: {tier: press, read: full, no_url: in print, by: party:ann}
  - {id: extra-2021, type: web-page, title: A, custom: {tier: press}}
  - {id: extra-2022, type: webpage, title: A}
  - {id: extra-2023, type: webpage, title: A, URL: not here, custom: {tier: press, colour: red}}
"""
    records, findings = load(sample, tmp_path)
    assert [(f.code, f.line) for f in findings] == [("T003", 8), ("T005", 10), ("T004", 11), ("T005", 12), ("T003", 12)]
    assert "did you mean `URL`" in findings[0].message
    source = records.sources["extra-2020"]
    assert (source.publisher, source.by, source.issued) == ("Gazette", "ann", Edtf.parse("2020~"))
    assert source.csl["author"] == [{"family": "Ray", "given": "Bob"}]
    assert source.csl["issued"] == "2020~"
    assert "custom" not in source.csl
    assert records.broken >= {"source:extra-2021", "source:extra-2022", "source:extra-2023"}


# -- the folder ------------------------------------------------------------------------------------


def test_equal_records_have_equal_digests_and_any_change_another(tmp_path: Path) -> None:
    root = write("", tmp_path)
    first = kb.load(root)
    (root / "notes.txt").write_text("no record")
    (root / "parties" / ".hidden.md").write_text("x")
    assert kb.load(root).digest == first.digest
    assert kb.stamps(root) == first.files
    file = root / "parties" / "ann.md"
    file.write_text(file.read_text() + " ")
    assert kb.load(root).digest != first.digest
    assert kb.stamps(root) != first.files


def test_what_is_no_regular_file_inside_is_refused(tmp_path: Path) -> None:
    root = write("", tmp_path / "kb")
    outside = tmp_path / "outside.md"
    outside.write_text("---\nname: Out\n---\n")
    (root / "parties" / "out.md").symlink_to(outside)
    (root / "parties" / "gone.md").symlink_to(root / "nowhere.md")
    (root / "parties" / "same.md").symlink_to(root / "parties" / "ann.md")
    (root / "parties" / "turn.md").symlink_to("turn.md")
    (root / "deals" / "turn").symlink_to("turn")
    (root / "events").symlink_to(tmp_path)
    os.mkfifo(root / "parties" / "pipe.md")
    with open(root / "terms" / "huge.md", "wb") as file:
        file.truncate(5 * 1024 * 1024)
    loaded = kb.load(root)
    assert [(f.code, f.path) for f in loaded.findings] == [
        ("T011", "events"),
        ("T011", "parties/gone.md"),
        ("T011", "parties/out.md"),
        ("T011", "parties/pipe.md"),
        ("T011", "parties/turn.md"),
        ("T011", "terms/huge.md"),
    ]
    assert loaded.records is not None
    assert set(loaded.records.parties) == {"club", "ann", "bob", "same"}


def test_files_in_the_wrong_place_are_named(tmp_path: Path) -> None:
    root = write("", tmp_path)
    for path in ("event/x.md", "sources/a.yml", "parties/b.yaml", "deals/c.md", "deals/club/sub/d.md", "parties/README.md", "parties/b.md~"):
        (root / path).parent.mkdir(exist_ok=True)
        (root / path).write_text("x")
    found = kb.check(kb.load(root))
    assert [(f.code, f.path) for f in found] == [("T012", p) for p in ("deals/c.md", "deals/club/sub", "event", "parties/b.yaml", "sources/a.yml")]


def test_the_nearest_knowledge_base_is_found(tmp_path: Path) -> None:
    root = write("", tmp_path / "project" / "kb")
    inner = tmp_path / "project" / "src" / "deep"
    inner.mkdir(parents=True)
    assert kb.find(inner) == root
    assert kb.find(root / "parties") == root
    assert kb.find(Path("/")) is None


def test_findings_come_in_the_same_order_every_time(tmp_path: Path) -> None:
    root = write(ACCOUNTS.replace("status: reported", "status: reportd"), tmp_path)
    found = kb.check(kb.load(root))
    assert found == kb.check(kb.load(root))
    assert found == sorted(found, key=Finding.sort_key)
