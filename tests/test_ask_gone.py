"""Who had a thing and has it no more: told where a record says so, and never answered with those who have it still."""

from __future__ import annotations

import pytest

from asking import answer
from tenor.store.read import Store

OVER = """
Who no longer pays a revenue share? | microsoft-openai/2026-04-27#revenue-share-from-microsoft
Which company stopped paying a revenue share in April 2026? | microsoft-openai/2026-04-27#revenue-share-from-microsoft
What does Microsoft no longer pay OpenAI? | microsoft-openai/2026-04-27#revenue-share-from-microsoft
Who ceased to pay OpenAI a revenue share? | microsoft-openai/2026-04-27#revenue-share-from-microsoft
Which company ended its revenue share payments in April 2026? | microsoft-openai/2026-04-27#revenue-share-from-microsoft
Who is no longer OpenAI's exclusive cloud? | microsoft-openai/2023-01-23#cloud-exclusivity
Who stopped being OpenAI's exclusive cloud? | microsoft-openai/2023-01-23#cloud-exclusivity
Who no longer has a right of first refusal on OpenAI's compute? | microsoft-openai/2025-01-21#right-of-first-refusal
""".strip().splitlines()


@pytest.mark.parametrize("line", OVER)
def test_whoever_had_it_is_told(shipped: Store, line: str) -> None:
    question, clause = line.split(" | ")
    found = answer(shipped, question)
    assert [c["clause"] for c in found["answers"]] == [clause]


@pytest.mark.parametrize(
    "question",
    [
        "Who no longer sells Claude?",
        "Which clouds no longer offer OpenAI's models?",
        "Which investors no longer fund OpenAI?",
        "Who stopped paying Microsoft a revenue share?",
        "Who stopped paying a revenue share in May 2026?",
        "Whom did OpenAI stop paying?",
        "Who stopped investing in OpenAI in 2026?",
        "Who stopped using Azure?",
        "Who quit selling OpenAI's models in April 2026?",
        "Which of OpenAI's suppliers ended its contract?",
        "How much does Microsoft no longer pay?",
        "What did OpenAI stop paying Microsoft?",
        "Which chips does OpenAI no longer use?",  # that one plan of several was given up
    ],
)
def test_whoever_has_it_still_is_no_answer(shipped: Store, question: str) -> None:
    assert answer(shipped, question)["status"] != "answered"
