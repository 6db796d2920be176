"""What a question says in one word and the record in its opposite is not told as if it were the same."""

from __future__ import annotations

import pytest

from asking import answer
from tenor.store.read import Store


@pytest.mark.parametrize(
    "question",
    [
        "What is NVIDIA's minimum investment in Anthropic?",  # up to 10 billion
        "At least how much does Broadcom back Anthropic's lease payments?",
        "How much was the second closing of SoftBank's commitment in April 2025?",  # it was the first
        "Until when did Microsoft hold its right of last refusal?",
        "What was the maximum speed of GPT-5.5 on Azure in Theo's benchmark before it recovered?",  # the median
        "Who held a shared license to GPT-3 in 2021?",  # an exclusive one
        "On 22 July 2019, was Azure OpenAI's shared cloud?",
        "What did Theo deny about Google Cloud credits?",
        "Did OpenAI pay Microsoft a profit share in 2024?",  # of its revenue
        "Until when does OpenAI pay the profit share to Microsoft?",
        "Does Oracle buy OpenAI's models?",  # it sells them
    ],
)
def test_the_opposite_is_not_told(shipped: Store, question: str) -> None:
    assert answer(shipped, question)["status"] != "answered"


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("What is NVIDIA's maximum investment in Anthropic?", "up to $10 billion"),
        ("How much credit at least does AWS's invitation-only tier for AI startups carry?", "at least $200,000"),
        ("Until when did Microsoft hold its right of first refusal?", "27 October 2025"),
        ("When is OpenAI's first gigawatt of AMD chips due?", "the second half of 2026"),  # another noun's ordinal excludes nothing
        ("When was Microsoft forbidden to chase AGI alone?", "Microsoft might not pursue AGI on its own"),
        ("What is the share of the gross profit on Claude that goes to Amazon?", "half of the gross profit"),
    ],
)
def test_the_same_is_told(shipped: Store, question: str, says: str) -> None:
    assert says in answer(shipped, question)["text"]
