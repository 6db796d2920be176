"""Through which product: another product of the same maker is not the one that is asked about."""

from __future__ import annotations

import pytest

from asking import answer
from tenor.store.read import Store


@pytest.mark.parametrize(
    "question",
    [
        "Was Bing OpenAI's exclusive cloud in 2020?",
        "Since when has Microsoft Foundry been OpenAI's primary cloud?",
        "When did Codex become generally available on Trainium?",
        "Since when is GPT-5.6 available on GovCloud?",
        "How much did OpenAI commit to spend on Bing in the October 2025 agreement?",
        "Is $138 billion an agreed total for Trainium?",
        "What does Theo say about Bing credits?",
    ],
)
def test_what_goes_through_one_product_is_not_told_of_another(shipped: Store, question: str) -> None:
    assert answer(shipped, question)["status"] != "answered"


@pytest.mark.parametrize(
    "question",
    [
        "Is Codex available on AWS?",  # the first product stands for whatever goes through another
        "Was OpenAI's API exclusive to Azure in 2024?",
        "May Microsoft use OpenAI's models in Copilot?",  # of no product in particular
        "Does GPT usage on Bedrock count toward our AWS commitment?",  # "models and Codex" are all of them
        "Who was OpenAI's primary cloud when ChatGPT launched?",
    ],
)
def test_what_is_of_all_or_of_this_one_is_told(shipped: Store, question: str) -> None:
    assert answer(shipped, question)["status"] == "answered"
