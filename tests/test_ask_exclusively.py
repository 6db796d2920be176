"""``exclusive`` is never passed over: since when and until when a right was exclusive is another question than since when and until when it holds."""

from __future__ import annotations

import pytest

from asking import answer
from tenor.store.read import Store


@pytest.mark.parametrize(
    "question",
    [
        "Until when does Microsoft hold an exclusive license to OpenAI's models?",
        "Until when was Microsoft's license exclusive?",
        "How long does Microsoft's exclusive license run?",
        "When did Microsoft's license stop being exclusive?",
    ],
)
def test_until_when_it_was_exclusive(shipped: Store, question: str) -> None:
    text = answer(shipped, question)["text"]
    assert "exclusively until 26 April 2026" in text
    assert "2032" not in text


def test_since_when_it_was_exclusive(shipped: Store) -> None:
    found = answer(shipped, "Since when does Microsoft hold an exclusive license?")
    assert [c["clause"] for c in found["answers"]] == ["microsoft-openai/2020-09-22#ip-license", "microsoft-openai/2025-10-28#ip-license"]


def test_a_voting_seat_is_no_seat_without_a_vote(shipped: Store) -> None:
    assert answer(shipped, "How long was Microsoft's voting seat on the OpenAI board?")["status"] != "answered"
    assert answer(shipped, "How long was Microsoft's non-voting seat on the OpenAI board?")["status"] == "answered"
