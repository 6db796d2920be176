"""Yes or no from the text of a clause: what it says in other order, and nothing that it says of others, of a part or of one of two things."""

from __future__ import annotations

import pytest

from asking import answer
from tenor.store.read import Store

YES = """
Did Google's startup terms of 2017 admit only new Google Cloud customers?
Were only new Google Cloud customers admitted to Google's startup program in 2019?
Is it true that AWS's general promotional credit can't pay Marketplace charges?
May OpenAI transfer the AMD warrant to affiliates?
Is Activate for startups before Series B?
Does SoftBank receive preferred shares of OpenAI for the $30 billion?
Is OpenAI to develop customized models for Amazon's customer-facing products?
Did SoftBank commit up to $40 billion to OpenAI in 2025?
"""

NO = """
Is it true that AWS's general promotional credit can pay Marketplace charges?
Did Google's startup terms of 2017 let in existing customers?
May OpenAI transfer the AMD warrant to a third party?
"""

NEITHER = """
Were only existing Google Cloud customers admitted to Google's startup program in 2019?
Does SoftBank receive common shares of OpenAI for the $30 billion?
Does AMD's OpenAI warrant need rising prices of OpenAI's share?
Is Activate for startups that were founded in the last five years?
Is the total Cloudflare startup credit limited to $10,000?
Is Amazon to develop customized models for OpenAI?
Is Amazon to develop customized models for OpenAI's customer-facing products?
Did Amazon put $10 billion into Anthropic in the second quarter of 2026?
"""


def _asked(questions: str) -> list[str]:
    return questions.strip().splitlines()


@pytest.mark.parametrize("question", _asked(YES))
def test_what_a_text_says_is_a_yes(shipped: Store, question: str) -> None:
    assert answer(shipped, question)["text"].startswith("Yes")


@pytest.mark.parametrize("question", _asked(NO))
def test_what_a_text_denies_is_a_no(shipped: Store, question: str) -> None:
    assert answer(shipped, question)["text"].startswith("No")


@pytest.mark.parametrize("question", _asked(NEITHER))
def test_what_a_text_says_of_something_else_is_neither(shipped: Store, question: str) -> None:
    document = answer(shipped, question)
    assert document["status"] != "answered" or not document["text"].startswith(("Yes", "No.", "No:"))


def test_amounts_that_are_exchanged_between_two_are_a_no(shipped: Store) -> None:
    assert answer(shipped, "Is the $15 billion split $10 billion from NVIDIA and $5 billion from Microsoft?")["text"].startswith("Yes")
    assert answer(shipped, "Is the $15 billion split $5 billion from NVIDIA and $10 billion from Microsoft?")["text"].startswith("No")
