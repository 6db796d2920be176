"""The first, the second and the last of amounts that came one after another, and who was first: told alone, and refused where the record has no such row."""

from __future__ import annotations

import pytest

from asking import answer
from tenor.store.read import Store

TOLD = """
What was Microsoft's first investment in OpenAI? | microsoft-openai/2019-07-22#investment
What was the second investment of Microsoft in OpenAI? | microsoft-openai/2023-01-23-2#investment
When was Amazon's second investment in Anthropic? | amazon-anthropic/2024-11-22#investment
How big was Google's second investment in Anthropic? | google-anthropic/2023-10#investment
When did Microsoft first invest in OpenAI? | microsoft-openai/2019-07-22#investment
In which year did Microsoft first invest in OpenAI? | microsoft-openai/2019-07-22#investment
When did Amazon last invest in Anthropic? | amazon-anthropic/2026-05-28#investment
When was the last time Google invested in Anthropic? | google-anthropic/2026-04-24#investment
Who was the last exclusive cloud of OpenAI? | microsoft-openai/2023-01-23#cloud-exclusivity
How much did SoftBank invest last? | softbank-openai/2026-02-27#investment
How much did OpenAI first commit to AWS? | amazon-openai/2025-11-03#compute-commitment
When was OpenAI's first compute contract with CoreWeave? | coreweave-openai/2025-03-10#compute-commitment
Who first invested in OpenAI? | microsoft-openai/2019-07-22#investment
Which company first invested in Anthropic? | google-anthropic/2023-02#investment
Who was the first to invest in Anthropic? | google-anthropic/2023-02#investment
Who was the first investor in OpenAI? | microsoft-openai/2019-07-22#investment
When does the last CoreWeave piece end? | coreweave-openai/2025-09-25#compute-commitment
When does the third CoreWeave part end? | coreweave-openai/2025-09-25#compute-commitment
How much is the second CoreWeave piece? | coreweave-openai/2025-05#compute-commitment
Who invested in Anthropic last? | amd-anthropic/2026-07-22#investment
""".strip().splitlines()


@pytest.mark.parametrize("line", TOLD)
def test_the_one_that_is_meant_is_told_alone(shipped: Store, line: str) -> None:
    question, clause = line.split(" | ")
    assert [c["clause"] for c in answer(shipped, question)["answers"]] == [clause]


@pytest.mark.parametrize(
    "question",
    [
        "What was the third investment of SoftBank in OpenAI?",
        "What was Microsoft's fifth investment in OpenAI?",
        "What was Anthropic's first funding round?",  # the one on record is its Series H
        "What was Anthropic's first valuation?",
        "When does the last Oracle piece end?",
        "When does the last CoreWeave expansion end?",
        "What was the second compute commitment of OpenAI to Microsoft?",
        "Who first proposed the AGI clause?",  # who had the say is not who proposed it
    ],
)
def test_where_there_are_not_as_many_none_is_told(shipped: Store, question: str) -> None:
    assert answer(shipped, question)["status"] != "answered"


def test_the_first_unit_of_something_is_no_amount_by_its_number(shipped: Store) -> None:
    assert answer(shipped, "When is AMD's first gigawatt for Anthropic due?")["status"] == "answered"


def test_from_the_first_to_the_last_is_all_of_them(shipped: Store) -> None:
    assert len(answer(shipped, "List all the investments Microsoft has made in OpenAI, from the first to the last.")["answers"]) > 2


def test_the_second_part_is_about_the_one_that_is_meant(shipped: Store) -> None:
    found = answer(shipped, "How big was the first AWS compute contract with OpenAI, and for how many years?")
    assert "amazon-openai/2026-02-27#compute-commitment" not in [c["clause"] for c in found["answers"]]


def test_things_are_not_counted_as_parties(shipped: Store) -> None:
    assert "one million" in answer(shipped, "How many chips did Google promise Anthropic?")["text"]


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("What is the most recent deal between Anthropic and Google?", "The latest on record: Gigawatts"),
        ("What was the first amendment of the Microsoft-OpenAI contract?", "The first on record: January 2025 agreement"),
        ("When was OpenAI's second contract with CoreWeave signed?", "The second on record: Expansion of May 2025"),
    ],
)
def test_a_deal_is_told_by_its_number_among_those_on_record(shipped: Store, question: str, told: str) -> None:
    assert answer(shipped, question)["text"].startswith(told)


@pytest.mark.parametrize(
    "question",
    [
        "What was the third deal between Microsoft and OpenAI?",  # an investment came between
        "What was the second amendment of the Microsoft-OpenAI agreement?",  # and an agreement that amended it
        "Which was the sixth agreement between OpenAI and CoreWeave?",
        "Which company did OpenAI sign its first cloud deal with?",  # other rights of a cloud were first
        "With whom did OpenAI sign its first compute deal?",
        "Which supplier got Anthropic's latest compute deal?",
    ],
)
def test_where_the_record_numbers_none_there_is_no_answer(shipped: Store, question: str) -> None:
    assert answer(shipped, question)["status"] != "answered"
