"""The question corpora: written by readers who had not seen the grammar, and held."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from scripted import script
from tenor import quick
from tenor.store.read import Store

#: The one that is reported, frozen by hash, and those that other readers wrote later, in other voices.
CORPORA = ("blind", "readers")
ROOT = Path(__file__).parent.parent
QUESTIONS = ROOT / "tests" / "questions"


@pytest.fixture(scope="module")
def verdicts(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, str]]:
    """For each corpus, how each of its questions is answered."""
    module = script("questions")
    store = module.compiled(ROOT / "kb", tmp_path_factory.mktemp("questions") / "kb.db")
    return {name: {line["q"]: module.verdict(store, line)[0] for line in module.corpus(name)} for name in CORPORA}


def test_the_corpus_is_the_one_that_was_frozen() -> None:
    wanted = (QUESTIONS / "blind.sha256").read_text(encoding="utf-8").split()[0]
    assert hashlib.sha256((QUESTIONS / "blind.jsonl").read_bytes()).hexdigest() == wanted


def test_the_corpus_is_large_and_a_quarter_of_it_has_no_answer() -> None:
    lines = list(script("questions").corpus())
    assert len(lines) >= 600
    assert sum(line["expect"] != "answered" for line in lines) >= len(lines) / 4


@pytest.mark.parametrize("corpus", CORPORA)
def test_no_answer_that_was_right_has_turned_wrong(verdicts: dict[str, dict[str, str]], corpus: str) -> None:
    kept = json.loads((QUESTIONS / f"{corpus}.kept.json").read_text(encoding="utf-8"))
    assert [q for q, was in kept.items() if was == "right" and verdicts[corpus].get(q) != "right"] == []


@pytest.mark.parametrize("corpus", CORPORA)
def test_what_must_not_be_answered_is_not(verdicts: dict[str, dict[str, str]], corpus: str) -> None:
    silent = [line["q"] for line in script("questions").corpus(corpus) if line["expect"] != "answered"]
    answered = [q for q in silent if verdicts[corpus][q] == "wrong"]
    assert len(answered) <= len(silent) / 100, answered


@pytest.mark.parametrize("corpus", CORPORA)
def test_no_question_is_known_to_the_program(corpus: str) -> None:
    code = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "src").rglob("*.py"))
    long = [line["q"] for line in script("questions").corpus(corpus) if len(line["q"].split()) > 4]
    assert [q for q in long if q.lower() in code.lower()] == []


def lines(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (QUESTIONS / name).read_text(encoding="utf-8").splitlines()]


def ids(found: object) -> Iterator[str]:
    """Every clause and record id in a document."""
    if isinstance(found, dict):
        for name, value in found.items():
            if name in ("clause", "id") and isinstance(value, str):
                yield value
            yield from ids(value)
    elif isinstance(found, list):
        for value in found:
            yield from ids(value)


def test_every_dossier_has_its_questions() -> None:
    asked = {line["kind"] for line in lines("dossiers.jsonl")}
    assert asked == {"amazon-openai", "neighbour-deals", "cloud-credits", "seed-claims"}
    assert len(lines("dossiers.jsonl")) + len(lines("dossiers-calls.jsonl")) >= 96


def test_the_answer_keys_come_back_right(shipped: Store) -> None:
    verdict = script("questions").verdict
    found = [(line["q"], *verdict(shipped, line)) for line in lines("dossiers.jsonl")]
    assert [(q, said, answer["text"]) for q, said, answer in found if said != "right"] == []


@pytest.mark.parametrize("line", lines("dossiers-calls.jsonl"), ids=lambda line: line["q"])
def test_what_no_sentence_holds_is_a_query(shipped: Store, capsys: pytest.CaptureFixture[str], line: dict[str, Any]) -> None:
    capsys.readouterr()
    code = quick.run([*line["call"], "--json", "--kb", shipped.path])
    assert code == 0
    assert set(line["ids"]) <= set(ids(json.loads(capsys.readouterr().out)))
    assert line["why"]
