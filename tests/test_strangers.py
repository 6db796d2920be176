"""Other people's tables, imported in one call each: what the table decides is answered rightly, and nothing is answered where it has a gap."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from scripted import script

STRANGERS = script("strangers").STRANGERS


@pytest.mark.parametrize("table", STRANGERS, ids=lambda t: t.name)
def test_questions_that_the_table_decides_are_answered_rightly(tmp_path: Path, table: object) -> None:
    asked = list(script("strangers").run(table, tmp_path, seed=1, each=2))
    counts = Counter(verdict for _, verdict, _ in asked)
    assert len(asked) >= 30
    assert [q.text for q, verdict, _ in asked if verdict == "wrong"] == []
    assert counts["right"] >= 0.98 * len(asked), [q.text for q, verdict, _ in asked if verdict == "refused"]


@pytest.mark.parametrize("table", STRANGERS, ids=lambda t: t.name)
def test_rows_that_are_wrong_are_reported_and_no_others(tmp_path: Path, table: object) -> None:
    module = script("strangers")
    _, problems = module.imported(table, tmp_path)
    assert len(problems) == table.left_out, problems  # type: ignore[attr-defined]
    rows = len(table.read(module.TABLES / table.name))  # type: ignore[attr-defined]
    assert rows > 20


def test_the_judge_of_the_questions_finds_a_wrong_answer(tmp_path: Path) -> None:
    """The same questions put to a knowledge base of other days are judged wrong: the test can fail."""
    module = script("strangers")
    table = next(t for t in STRANGERS if t.name == "heads.csv")
    store, _ = module.imported(table, tmp_path)
    spells = table.read(module.TABLES / table.name)
    late = [module.Spell(s.term, s.subject, s.who, (s.start[0].replace(year=s.start[0].year + 1),) * 2, s.end) for s in spells]
    questions = list(module.Maker(store, late, module.random.Random(1), amounts=False).questions(2))
    verdicts = Counter(q.judge(module.ask(store, q.text, today=module.parse_day(module.TODAY))) for q in questions)
    assert verdicts["wrong"] >= 10
