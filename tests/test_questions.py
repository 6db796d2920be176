"""The question corpus: written by a reader who had not seen the grammar, frozen, and held."""

from __future__ import annotations

import hashlib
import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parent.parent
QUESTIONS = ROOT / "tests" / "questions"


def harness() -> ModuleType:
    """``scripts/questions.py``, which prints the table, as a module."""
    spec = importlib.util.spec_from_file_location("questions_harness", ROOT / "scripts" / "questions.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def verdicts(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    module = harness()
    store = module.compiled(ROOT / "kb", tmp_path_factory.mktemp("questions") / "kb.db")
    return {line["q"]: module.verdict(store, line)[0] for line in module.corpus()}


def test_the_corpus_is_the_one_that_was_frozen() -> None:
    wanted = (QUESTIONS / "blind.sha256").read_text(encoding="utf-8").split()[0]
    assert hashlib.sha256((QUESTIONS / "blind.jsonl").read_bytes()).hexdigest() == wanted


def test_the_corpus_is_large_and_a_quarter_of_it_has_no_answer() -> None:
    lines = list(harness().corpus())
    assert len(lines) >= 600
    assert sum(line["expect"] != "answered" for line in lines) >= len(lines) / 4


def test_no_answer_that_was_right_has_turned_wrong(verdicts: dict[str, str]) -> None:
    kept = json.loads((QUESTIONS / "blind.kept.json").read_text(encoding="utf-8"))
    assert [q for q, was in kept.items() if was == "right" and verdicts.get(q) != "right"] == []


def test_what_must_not_be_answered_is_not(verdicts: dict[str, str]) -> None:
    silent = [line["q"] for line in harness().corpus() if line["expect"] != "answered"]
    answered = [q for q in silent if verdicts[q] == "wrong"]
    assert len(answered) <= len(silent) / 100, answered


def test_no_question_is_known_to_the_program() -> None:
    code = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "src").rglob("*.py"))
    long = [line["q"] for line in harness().corpus() if len(line["q"].split()) > 4]
    assert [q for q in long if q.lower() in code.lower()] == []
