"""A refused question in nearly all the words of a dispute's own is answered by that dispute."""

from __future__ import annotations

import pytest

from asking import answer
from tenor.store.read import Store


@pytest.mark.parametrize(
    ("question", "dispute"),
    [
        ("How is the $15 billion of Microsoft and NVIDIA for Anthropic split?", "microsoft-anthropic-split"),
    ],
)
def test_the_dispute_is_told_that_asks_the_same(shipped: Store, question: str, dispute: str) -> None:
    assert answer(shipped, question)["answers"][0]["clause"] == f"dispute:{dispute}"


def test_its_no_is_told_where_its_own_question_is_asked_whole(shipped: Store) -> None:
    said = answer(shipped, "A report gives $188 billion as the total. Is there a $188 billion partnership?")
    assert said["text"].startswith("No. Sources disagree")


@pytest.mark.parametrize(
    "question",
    [
        "Was Nvidia ever contractually bound to put $100bn into OpenAI?",  # yes or no: every word can turn it
        "How is the $15 billion of Microsoft and NVIDIA for Volta split?",  # of somebody else
        "How is the carbon of the $15 billion of Microsoft and NVIDIA for Anthropic split?",  # no record has that
        "How is the $16 billion of Microsoft and NVIDIA for Anthropic split?",
        "How much credit did AWS Activate give in 1999?",  # before anything of it began
    ],
)
def test_a_question_that_is_another_is_not(shipped: Store, question: str) -> None:
    assert answer(shipped, question)["status"] != "answered"
