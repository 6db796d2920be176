"""What was measured: which of several values, in which time, with units in short; and days on which documents were signed."""

from __future__ import annotations

import pytest

from asking import answer
from tenor.store.read import Store


@pytest.fixture(scope="module")
def store(shipped: Store) -> Store:
    return shipped


MEASURED = [
    ("azure bench median tokens per sec before and after the fix", ["12.5", "60.3"], ["48 percent", "52.1"]),
    ("how fast was azure after the fix in tok/s", ["60.3"], ["12.5"]),
    ("tokens per second on openai api in azure bench", ["52.1"], ["12.5"]),
    ("what percent of azure runs streamed at 2-20 tok/s in theos benchmark", ["48 percent"], ["12.5"]),
    ("how many runs on azure in the benchmark", ["1,410"], ["48 percent"]),
    ("gpt-5 minimal speed azure vs openai artificial analysis", ["155", "80"], []),
    ("How slow was GPT-5.5 on Azure?", ["12.5"], ["60.3"]),
    ("How fast was GPT-5.5 on OpenAI's own API?", ["52.1"], ["12.5"]),
    ("What is Anthropic's share of enterprise spending?", ["40 percent"], ["owns"]),
    ("What share of enterprise spending did Anthropic have in mid-2025?", ["32 percent"], ["40 percent"]),
    ("What percentage of enterprise spending did OpenAI have?", ["56 percent"], ["owns"]),
    ("How many businesses paid Anthropic in April 2026 by Ramp's count, in percent?", ["34.4 percent"], ["32.3"]),
    ("ramp ai index april 2026 openai share", ["32.3"], ["34.4"]),
    ("What was Anthropic's enterprise share in mid-2025?", ["32 percent"], ["40 percent"]),
    ("In Theo's benchmark, what was Azure's median speed once it had recovered?", ["60.3"], ["12.5"]),
    ("What was the share of slow Azure runs before Azure recovered?", ["48 percent"], ["12.5"]),
    ("In Theo's benchmark, what was Azure's median speed until it recovered?", ["12.5"], ["60.3"]),
    ("anthropic enterprise share at the end of 2025", ["40 percent"], ["32 percent"]),
    ("openai's enterprise share mid-2025 according to menlo", ["25 percent"], ["27 percent"]),
    ("How did Anthropic's share of enterprise spending change from mid-2025 to the end of 2025 in the Menlo surveys?", ["32", "40"], ["27 percent"]),
    ("Menlo on OpenAI's enterprise share in 2025", ["25 percent", "27 percent"], ["32"]),
    ("azure bench median tokens per second before vs after the fix", ["12.5", "60.3"], ["52.1"]),
]


@pytest.mark.parametrize(("question", "told", "not_told"), MEASURED, ids=[q for q, _, _ in MEASURED])
def test_the_values_that_are_asked_for_are_told(store: Store, question: str, told: list[str], not_told: list[str]) -> None:
    document = answer(store, question)
    assert document["status"] == "answered"
    assert all(value in document["text"] for value in told)
    assert not any(value in document["text"] for value in not_told)


@pytest.mark.parametrize(
    "question",
    [
        "ramp ai index october 2026 openai share",
        "what percentage of businesses pay openai according to ramp in may 2026",
        "median azure speed for gpt-5.5 in october 2026",
        "menlo survey 2026 anthropic share",
        "anthropic enterprise share in 2024",
    ],
)
def test_what_was_measured_at_another_time_is_no_answer(store: Store, question: str) -> None:
    document = answer(store, question)
    assert document["status"] == "no-record"
    assert "Nothing was measured" in document["text"]


@pytest.mark.parametrize(
    "question", ["what was Azure's median stream speed after the recovery?", "What was the share of slow Azure runs once Azure had recovered?"]
)
def test_what_was_measured_on_the_other_side_alone_is_no_answer(store: Store, question: str) -> None:
    document = answer(store, question)
    assert document["status"] == "no-record"
    assert "Recorded of this is only" in document["text"]


def test_a_day_of_signing_is_told_only_where_one_is_recorded(store: Store) -> None:
    unsigned = answer(store, "On what day was the April 2026 amendment between Microsoft and OpenAI actually signed?")
    assert (unsigned["status"], "27 April 2026" in unsigned["text"]) == ("no-record", True)
    assert "signed 28 October 2025" in answer(store, "When was the October 2025 agreement signed?")["text"]


@pytest.mark.parametrize(
    "question",
    [
        "When did the British competition regulator decide on the Microsoft-OpenAI partnership, and what did it find?",
        "On what date did the UK's CMA conclude that Microsoft and OpenAI were not in a relevant merger situation?",
        "When did the CMA decide that there was no merger?",
    ],
)
def test_an_event_is_found_by_what_it_denies(store: Store, question: str) -> None:
    assert [a["clause"] for a in answer(store, question)["answers"]] == ["event:2025-03-05-cma-decision"]


@pytest.mark.parametrize("question", ["when was musk's case not dismissed?", "When was Musk's case decided, and what did it cost?"])
def test_an_event_does_not_answer_what_it_does_not_tell(store: Store, question: str) -> None:
    assert answer(store, question)["status"] == "not-understood"


@pytest.mark.parametrize("question", ["Menlo on OpenAI's enterprise share in early 2025", "Menlo on OpenAI's enterprise share in 2024"])
def test_nothing_is_told_of_a_time_in_which_nothing_was_measured(store: Store, question: str) -> None:
    assert answer(store, question)["status"] == "no-record"
