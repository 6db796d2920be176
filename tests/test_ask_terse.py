"""Questions in few words, or in another order: two names and no verb, and a condition that stands in front."""

from __future__ import annotations

import pytest

from asking import answer
from tenor.store.read import Store


@pytest.mark.parametrize(
    ("question", "clauses"),
    [
        ("gpt-oss bedrock since?", ["amazon-openai/2025-08-05#model-distribution-gpt-oss"]),
        ("gpt-6.1 sol bedrock", ["amazon-openai/2026-09-29#model-distribution-gpt-6.1-sol"]),
    ],
)
def test_two_names_ask_since_when_the_one_is_on_the_other(shipped: Store, question: str, clauses: list[str]) -> None:
    assert [a["clause"] for a in answer(shipped, question)["answers"]] == clauses


@pytest.mark.parametrize("question", ["Microsoft observer seat OpenAI board end date", "Microsoft observer seat OpenAI expiry date"])
def test_an_end_date_asks_until_when(shipped: Store, question: str) -> None:
    assert "until 8 July 2024 (last day)" in answer(shipped, question)["text"]


@pytest.mark.parametrize("question", ["gpt-5.5 vertex", "gpt-7 bedrock", "gpt-5.5 weather bedrock"])
def test_names_that_have_nothing_with_each_other_have_no_answer(shipped: Store, question: str) -> None:
    assert answer(shipped, question)["status"] != "answered"


def test_of_two_of_which_one_has_nothing_none_is_told(shipped: Store) -> None:
    assert answer(shipped, "How big are the deals of Volta and Oracle with Anthropic?")["status"] != "answered"


def test_who_does_it_to_whom_stands_behind_the_condition(shipped: Store) -> None:
    asking = "If {} has to pay out under the Ohio lease guarantees, does {} owe it the money back?"
    assert answer(shipped, asking.format("NVIDIA", "OpenAI"))["answers"][0]["yes"] is True
    assert answer(shipped, asking.format("OpenAI", "NVIDIA"))["status"] != "answered"


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("What is the deal between OpenAI and Microsoft?", "Microsoft has funded OpenAI since 2019"),
        ("openai cerebras", "Cerebras and OpenAI: "),
        ("When was the AMD deal with Anthropic announced?", "announced 22 July 2026"),
        ("When did OpenAI and Oracle announce their deal?", "from Oracle tells investors of an unnamed cloud contract (30 June 2025)"),
    ],
)
def test_a_deal_is_told_by_its_two_parties(shipped: Store, question: str, words: str) -> None:
    assert words in answer(shipped, question)["text"]


def test_no_deal_of_others_is_told(shipped: Store) -> None:
    assert answer(shipped, "What is the deal between OpenAI and Apple?")["status"] != "answered"
    assert answer(shipped, "nvidia amd")["status"] != "answered"
