"""When a thing is due is told by the words that say for when it is planned; the day since when it has been agreed is no answer."""

from __future__ import annotations

import pytest

from asking import answer
from tenor.store.read import Store


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("When is Anthropic's first gigawatt of MI450s due?", "planned for the first half of 2027"),
        ("When is OpenAI's first gigawatt of AMD chips due?", "in the second half of 2026"),
        ("When is OpenAI's Broadcom capacity due to be complete?", "to the end of 2029"),
        ("When is OpenAI's capacity from Cerebras expected?", "phased in through 2028"),
        ("When is OpenAI's use of Trainium supposed to begin?", "in 2027"),
    ],
)
def test_the_time_for_which_it_is_planned_is_told(shipped: Store, question: str, words: str) -> None:
    assert words in answer(shipped, question)["text"]
    assert answer(shipped, question)["status"] == "answered"


@pytest.mark.parametrize(
    "question",
    [
        "When is Anthropic's second gigawatt of MI450s due?",
        "When is the next payment due?",
        "When is Microsoft supposed to start paying OpenAI?",
        "When is the revenue share due?",
        "When is Microsoft's stake in OpenAI due?",
        "When is Anthropic's financing from Broadcom due?",
    ],
)
def test_where_no_text_says_for_when_there_is_no_answer(shipped: Store, question: str) -> None:
    assert answer(shipped, question)["status"] != "answered"
