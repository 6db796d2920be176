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
