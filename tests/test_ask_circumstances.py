"""What a question says around its term must be so of what is told: in which case, above what, for the first time, of whom, and whether it is still to come."""

from __future__ import annotations

import pytest

from asking import answer
from tenor.store.read import Store


@pytest.fixture(scope="module")
def store(shipped: Store) -> Store:
    return shipped


REFUSED = """
What happens to Microsoft's licence if somebody acquires OpenAI?
What would OpenAI be worth if it listed in 2027?
How much would Amazon own if OpenAI listed?
How much would Anthropic owe if it left AWS?
When are the Amazon-designed chips supposed to start working for OpenAI?
"""


@pytest.mark.parametrize("question", REFUSED.strip().splitlines())
def test_another_case_another_tier_and_a_day_to_come_get_nothing_of_what_holds(store: Store, question: str) -> None:
    assert answer(store, question)["status"] != "answered"


def test_a_case_that_the_record_speaks_of_is_told(store: Store) -> None:
    told = answer(store, "What would happen to Amazon's $35 billion if the cloud partnership ended?")
    assert told["status"] == "answered"


@pytest.mark.parametrize(
    ("question", "clauses"),
    [
        ("How much did Microsoft first invest in OpenAI?", ["microsoft-openai/2019-07-22#investment"]),
        ("How much did Microsoft initially invest in OpenAI?", ["microsoft-openai/2019-07-22#investment"]),
    ],
)
def test_first_is_the_earliest_of_several_amounts(store: Store, question: str, clauses: list[str]) -> None:
    assert [c["clause"] for c in answer(store, question)["answers"]] == clauses


@pytest.mark.parametrize(("model", "yes"), [("OpenAI models", True), ("Claude", False)])
def test_of_a_yes_and_a_no_for_different_things_the_one_that_is_named_is_told(store: Store, model: str, yes: bool) -> None:
    told = answer(store, f"Can we use Azure startup credits for {model}?")["answers"]
    assert {c["yes"] for c in told} == {yes}


def test_an_agreement_under_any_name_stands_for_its_own_day(store: Store) -> None:
    told = answer(store, "Under the paper signed in October 2025, who has to check OpenAI's claim that it has reached AGI?")
    assert [c["clause"] for c in told["answers"]] == ["microsoft-openai/2025-10-28#agi-determination"]


def test_another_tier_has_its_own_rule(store: Store) -> None:
    told = answer(store, "How do you get into the AWS credit tier that sits above Activate Portfolio?")
    assert [c["clause"] for c in told["answers"]] == ["aws-ai-startup-credits/2026-09-30#credit-rule"]
