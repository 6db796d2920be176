"""What stands in the place of a right is the one that the text of its end says to be there instead; anything else is no answer."""

from __future__ import annotations

import pytest

from asking import answer
from tenor.store.read import Store

RIGHT, LOST = "microsoft-openai/2025-01-21#right-of-first-refusal", "microsoft-openai/2025-01-21#cloud-exclusivity"


@pytest.mark.parametrize(
    "question",
    [
        "When Microsoft lost exclusivity on OpenAI's new compute in January 2025, what did it get in its place?",
        "What replaced Microsoft's cloud exclusivity in January 2025?",
        "What did Microsoft get in exchange for its cloud exclusivity?",
        "What replaced Azure's lock on OpenAI's compute in January 2025?",
    ],
)
def test_what_is_there_instead_is_told_with_what_it_replaced(shipped: Store, question: str) -> None:
    assert [c["clause"] for c in answer(shipped, question)["answers"]] == [RIGHT, LOST]


@pytest.mark.parametrize(
    "question",
    [
        "What did Microsoft get in place of API exclusivity?",
        "What did Microsoft get in exchange for its revenue share?",
        "What did Microsoft get in exchange for the exclusive license?",
        "What did Amazon get in place of exclusivity?",
        "What replaced Azure's lock on OpenAI's API in January 2025?",
        "What replaced Microsoft's cloud exclusivity in January 2024?",
        "On the day ChatGPT launched, what did Microsoft get in exchange for its cloud exclusivity?",
    ],
)
def test_another_right_party_or_time_has_none(shipped: Store, question: str) -> None:
    assert answer(shipped, question)["status"] != "answered"
