"""Other people's tables, imported in one call each: what the table decides is answered rightly, and nothing is answered where it has a gap."""

from __future__ import annotations

import importlib.util
import sys
from collections import Counter
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parent.parent


def harness() -> ModuleType:
    """``scripts/strangers.py``, which computes the truth from the tables alone."""
    spec = importlib.util.spec_from_file_location("strangers_harness", ROOT / "scripts" / "strangers.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


STRANGERS = harness().STRANGERS


@pytest.mark.parametrize("table", STRANGERS, ids=lambda t: t.name)
def test_questions_that_the_table_decides_are_answered_rightly(tmp_path: Path, table: object) -> None:
    asked = list(sys.modules["strangers_harness"].run(table, tmp_path, seed=1, each=2))
    counts = Counter(verdict for _, verdict, _ in asked)
    assert len(asked) >= 30
    assert [q.text for q, verdict, _ in asked if verdict == "wrong"] == []
    assert counts["right"] >= 0.98 * len(asked), [q.text for q, verdict, _ in asked if verdict == "refused"]


@pytest.mark.parametrize("table", STRANGERS, ids=lambda t: t.name)
def test_rows_that_are_wrong_are_reported_and_no_others(tmp_path: Path, table: object) -> None:
    module = sys.modules["strangers_harness"]
    _, problems = module.imported(table, tmp_path)
    assert len(problems) == table.left_out, problems  # type: ignore[attr-defined]
    rows = len(table.read(module.TABLES / table.name))  # type: ignore[attr-defined]
    assert rows > 20


def test_the_judge_of_the_questions_finds_a_wrong_answer(tmp_path: Path) -> None:
    """The same questions put to a knowledge base of other days are judged wrong: the test can fail."""
    module = sys.modules["strangers_harness"]
    table = next(t for t in STRANGERS if t.name == "heads.csv")
    store, _ = module.imported(table, tmp_path)
    spells = table.read(module.TABLES / table.name)
    late = [module.Spell(s.term, s.subject, s.who, (s.start[0].replace(year=s.start[0].year + 1),) * 2, s.end) for s in spells]
    questions = list(module.Maker(store, late, module.random.Random(1), amounts=False).questions(2))
    verdicts = Counter(q.judge(module.ask(store, q.text, today=module.parse_day(module.TODAY))) for q in questions)
    assert verdicts["wrong"] >= 10
