"""What is asked of two parties is told only of both: who pays whom, what one has promised the other, and whether their deal is exclusive."""

from __future__ import annotations

import pytest

from asking import answer
from tenor.store.read import Store

NOT_BETWEEN_THEM = [
    "How much does Anthropic pay NVIDIA?",  # what it pays Microsoft stands in a document that NVIDIA signed, too
    "How much has Anthropic committed to NVIDIA?",
    "How much has OpenAI committed to NVIDIA?",  # NVIDIA meant to invest, not OpenAI
    "How much has OpenAI committed to SoftBank?",
    "Is OpenAI's deal with AMD exclusive?",  # that no cloud is exclusive says nothing of chips
    "Is Anthropic's deal with Volta exclusive?",
    "Is the deal between OpenAI and Oracle exclusive?",
]
BETWEEN_THEM = [
    ("How much does Anthropic pay SpaceX?", "spacex-anthropic/2026-05-20#compute-price"),
    ("How much has Anthropic committed to Microsoft?", "microsoft-anthropic/2025-11-18#compute-commitment"),
    ("How much has NVIDIA committed to OpenAI?", "nvidia-openai/2026-02-27#investment"),
    ("Is Anthropic's deal with Amazon exclusive?", "amazon-anthropic/2023-09-25#primary-cloud"),
]


@pytest.mark.parametrize("question", NOT_BETWEEN_THEM)
def test_what_another_has_is_not_told_of_the_two(shipped: Store, question: str) -> None:
    assert answer(shipped, question)["status"] != "answered"


@pytest.mark.parametrize(("question", "clause"), BETWEEN_THEM)
def test_what_is_between_the_two_is_told(shipped: Store, question: str, clause: str) -> None:
    assert clause in {a["clause"] for a in answer(shipped, question)["answers"]}


@pytest.mark.parametrize(
    "question",
    [
        "Do Volta's rights to OpenAI technology cover its consumer hardware?",  # Microsoft has none, which says nothing of Volta
        "Could Anthropic host its API on another cloud in 2024?",  # OpenAI could not
        "Will my Microsoft startup credits cover Cloudflare models on Azure?",  # those of OpenAI they do
        "Is OpenAI free to chase AGI on its own these days?",  # Microsoft is
    ],
)
def test_neither_yes_nor_no_is_taken_from_somebody_else(shipped: Store, question: str) -> None:
    assert answer(shipped, question)["status"] == "no-record"


def test_of_several_things_the_one_that_is_asked_about_is_told_though_it_is_no_yes(shipped: Store) -> None:
    said = answer(shipped, "Do Activate credits pay for GPT-5.5 on Bedrock?")
    assert said["text"].startswith("The record does not say yes or no.")
    assert [c["clause"] for c in said["answers"]] == ["aws-activate/2026-09-18#credit-coverage"]
