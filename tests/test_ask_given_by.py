"""What somebody gives by several programs, asked of whoever gives it: each program answers."""

from __future__ import annotations

import pytest

from asking import answer
from tenor.store.read import Store

_GIVEN = [
    (
        "Do AWS credits cover Claude?",
        {"aws-activate/2024-04-02#credit-coverage-claude-on-bedrock": True, "aws-promotional-credit/2025#credit-coverage": False},
    ),
    ("Can I spend Azure credits on Claude in Foundry?", {"microsoft-for-startups/2026-03-10#credit-coverage": False}),
    ("Do Google credits cover Claude?", {"google-for-startups/2026-10#credit-coverage": False, "google-free-trial/2026#credit-coverage": False}),
    ("Can Microsoft startup credits be used for Anthropic models?", {"microsoft-for-startups/2026-03-10#credit-coverage": False}),
]


@pytest.mark.parametrize(("question", "told"), _GIVEN)
def test_each_program_answers(shipped: Store, question: str, told: dict[str, bool]) -> None:
    found = {c["clause"]: c["yes"] for c in answer(shipped, question)["answers"]}
    assert {clause: found.get(clause) for clause in told} == told


@pytest.mark.parametrize(
    "question",
    [
        "Did OpenAI get Azure credits?",
        "Do AWS credits cover Gemini?",
        "Do Oracle credits cover Claude?",
        "Does Amazon deliver parcels for OpenAI?",
        "Did Google start offering startups up to $100,000 of cloud credit in about 2017?",
        "How long are AWS Activate credits valid?",
        "Will Google's $300 free trial credit run out after 90 days?",
    ],
)
def test_what_no_program_tells_is_refused(shipped: Store, question: str) -> None:
    assert answer(shipped, question)["status"] != "answered"
