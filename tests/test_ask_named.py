"""Whoever a question names has a part in what is told, and whoever is not named is not put in another's place."""

from __future__ import annotations

import pytest

from asking import answer
from tenor.store.read import Store


@pytest.mark.parametrize(
    "question",
    [
        "How does one get into the NVIDIA credit tier for AI startups?",
        "Which model makers did NVIDIA list when it let Activate credit pay for third-party models on Bedrock?",
        "How do Microsoft and SoftBank divide the $15 billion they pledged to Anthropic?",
        "How much did Microsoft put into Azure between 2020 and 2022?",  # what it put into OpenAI
        "Is there a cap on what Azure pays Microsoft?",
    ],
)
def test_nothing_is_told_of_others(shipped: Store, question: str) -> None:
    assert answer(shipped, question)["status"] != "answered"


@pytest.mark.parametrize(
    "question",
    [
        "Is AWS OpenAI's primary cloud?",  # no: another is
        "How fast was Azure in Theo's benchmark before the fix?",
        "Who was OpenAI's primary cloud when ChatGPT launched?",
        "How much Azure credit did Microsoft offer Y Combinator startups in 2015?",
    ],
)
def test_a_name_that_only_says_which_or_when_hinders_nothing(shipped: Store, question: str) -> None:
    assert answer(shipped, question)["status"] == "answered"


@pytest.mark.parametrize(
    "question",
    [
        "Is there a cap on the revenue share that OpenAI pays Amazon?",  # there is one on what it pays Microsoft
        "How much did Microsoft pay to buy Windsurf?",  # an event without a sum
        "How much did ChatGPT cost at launch?",
    ],
)
def test_a_sum_between_two_says_nothing_of_others_and_an_event_without_one_nothing_of_any(shipped: Store, question: str) -> None:
    assert answer(shipped, question)["status"] != "answered"


@pytest.mark.parametrize("question", ["Is GPT-7 available on Bedrock?", "When did GPT-8 come to Bedrock?"])
def test_a_number_behind_a_name_makes_it_another(shipped: Store, question: str) -> None:
    assert answer(shipped, question)["status"] == "no-record"
