"""Slips of the pen are put right where one answer follows, and told; a word that may be meant is not one. Names written apart, and courtesies."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from asking import answer
from tenor.ask.language.dictionary import near_words
from tenor.ask.language.words import slips_between
from tenor.ask.phrasing.around import with_whole_years
from tenor.ask.phrasing.courtesy import without_courtesy
from tenor.store.build import build
from tenor.store.read import Store

ROOT = Path(__file__).parent.parent
SLIPS = [
    ("Who is OpenAI's primary clud?", "Who is OpenAI's primary cloud?", [("clud", "cloud")]),
    ("Who is OpenAI's primary clod?", "Who is OpenAI's primary cloud?", [("clod", "cloud")]),  # English, and no word of the records
    ("When did GPT-5.5 become generaly available on Bedrock?", "When did GPT-5.5 become generally available on Bedrock?", [("generaly", "generally")]),
    ("Research IP: who hods it and until when?", "Research IP: who holds it and until when?", [("hods", "holds")]),
    ("Until when did Microsoft hold its right of fist refusal?", "Until when did Microsoft hold its right of first refusal?", [("fist", "first")]),
    ("May Microsoft use OpenAI's modes in Copilot?", "May Microsoft use OpenAI's models in Copilot?", [("modes", "models")]),
    ("What does the GPT-3 licensse cover?", "What does the GPT-3 license cover?", [("licensse", "license")]),
    ("How much does SoftBank hold of OpenAI, and snice when?", "How much does SoftBank hold of OpenAI, and since when?", [("snice", "since")]),
    ("Since when is Azure Open AI's primary cloud?", "Since when is Azure OpenAI's primary cloud?", [("Open AI", "OpenAI")]),
    ("How much has open ai committed to spend with core weave?", "How much has OpenAI committed to spend with CoreWeave?", [("open ai", "OpenAI"), ("core weave", "CoreWeave")]),
]  # fmt: skip


@pytest.mark.parametrize(("typed", "meant", "corrections"), SLIPS)
def test_a_slip_is_put_right_and_told(shipped: Store, typed: str, meant: str, corrections: list[tuple[str, str]]) -> None:
    found, wanted = answer(shipped, typed), answer(shipped, meant)
    assert wanted["status"] == "answered"
    assert [c["clause"] for c in found["answers"]] == [c["clause"] for c in wanted["answers"]]
    assert [(c["typed"], c["meant"]) for c in found["corrections"]] == corrections
    assert found["question"] == typed


@pytest.mark.parametrize(
    "question",
    [
        "Who is OpenAI's primary bank?",
        "When did Microsoft sell its stake in OpenAI?",
        "When did Microsoft regain exclusivity over OpenAI's cloud?",
        "When does OpenAI's non-compete with Microsoft run out?",
        "license plate microsoft",
        "Who is OpenAI's primary crowd?",
    ],
)
def test_a_word_that_may_be_meant_is_no_slip(shipped: Store, question: str) -> None:
    assert answer(shipped, question)["status"] != "answered"


def test_words_that_are_a_name_only_together_are_not_joined(shipped: Store) -> None:
    assert "corrections" not in answer(shipped, "Which open models did OpenAI release?")


def test_near_words_are_one_slip_away() -> None:
    assert near_words("expantion") == ["expansion"]


@given(st.text("abc", max_size=7), st.text("abc", max_size=7))
@example("aab", "aba")
@example("primry", "primary")
def test_slips_are_counted_as_the_library_counts_them(one: str, other: str) -> None:
    assert slips_between(one, other) == min(OSA.distance(one, other), 2)


@pytest.mark.parametrize(
    "typed",
    [
        "Could you please tell me: who is X?",
        "Hi there! Who is X, please?",
        "Who is X? I need it for an article.",
        "Who is X again?",
        "Any idea who is X? Thanks in advance!",
        "Let me ask: who is X, by the way?",
    ],
)
def test_courtesies_say_nothing(typed: str) -> None:
    assert without_courtesy(typed).casefold() == "who is x?"


@pytest.mark.parametrize(
    "typed",
    [
        "Can credits pay for Claude? My startup is self-funded.",  # which bears on the answer
        "Do you know whether X pays Y?",
        "please",
        "",
        "Did X renew the lease again?",
        "And Y?",
    ],
)
def test_what_says_something_stays(typed: str) -> None:
    assert without_courtesy(typed) == typed


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("What is Googles stake in Anthropic?", "What is Google's stake in Anthropic?"),
    ],
)
def test_an_owner_without_its_mark_is_one(shipped: Store, typed: str, meant: str) -> None:
    found, wanted = answer(shipped, typed), answer(shipped, meant)
    assert wanted["status"] == found["status"] == "answered"
    assert [c["clause"] for c in found["answers"]] == [c["clause"] for c in wanted["answers"]]


@pytest.fixture(scope="module")
def offices(tmp_path_factory: pytest.TempPathFactory) -> Store:
    path = tmp_path_factory.mktemp("offices") / "tenor.db"
    assert build(str(ROOT / "examples" / "office-holders"), str(path)).written
    return Store(str(path))


@pytest.mark.parametrize("question", ["Leeds United's chairman in 2013", "leeds united chairman 2013", "Lords Hill president 1863"])
def test_a_name_that_nobody_has_is_no_slip_of_a_word(offices: Store, question: str) -> None:
    assert answer(offices, question)["status"] != "answered"


@pytest.mark.parametrize("sum_", ["US$38 billion", "USD 38 billion", "$38bn", "$38B", "38bn", "$38 billion", "US$38bn"])
def test_a_sum_is_the_same_in_every_notation(shipped: Store, sum_: str) -> None:
    found = answer(shipped, f"How long does the {sum_} deal between OpenAI and Amazon run?")
    assert [c["clause"] for c in found["answers"]] == ["amazon-openai/2025-11-03#contract-term-38-billion-agreement"]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("in '24", "in 2024"), ("in May ’25?", "in May 2025?"), ("in '63", "in 1963"), ("the '90s", "the 1990s"), ("OpenAI's 4", "OpenAI's 4")],
)
def test_two_digits_behind_an_apostrophe_are_a_year(typed: str, meant: str) -> None:
    assert with_whole_years(typed, 2026) == meant
