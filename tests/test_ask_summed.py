"""A deal of two that is known by its sum: when it was made known, how long it runs, whether it is confirmed and whether there is one."""

from __future__ import annotations

import pytest

from asking import answer
from tenor.store.read import Store


@pytest.mark.parametrize(
    ("question", "clause", "words"),
    [
        ("When was the $38 billion AWS deal with OpenAI announced?", "amazon-openai/2025-11-03", "3 November 2025"),
        ("When was the $250 billion deal of OpenAI with Microsoft announced?", "microsoft-openai/2025-10-28", "28 October 2025"),
        ("When was the $45 billion Anthropic Nscale deal reported?", "nscale-anthropic/2026-08-26", "26 August 2026"),
        ("How long does the $38 billion deal between OpenAI and Amazon run?", "amazon-openai/2025-11-03#contract-term-38-billion-agreement", "seven years"),
        ("How long does Anthropic's $10 billion deal with Volta last?", "volta-anthropic/2026-08-04#contract-term", "six years"),
        ("Until when does OpenAI's $6.5 billion contract with CoreWeave run?", "coreweave-openai/2025-09-25#compute-commitment", "31 May 2031"),
        ("How long does OpenAI's $250 billion contract with Microsoft run?", "microsoft-openai/2025-10-28#compute-commitment", "No end is recorded"),
        ("How long does Anthropic's commitment to Volta run?", "volta-anthropic/2026-08-04#contract-term", "six years"),
        ("How long is Anthropic tied to its $100 billion AWS spending promise?", "amazon-anthropic/2026-04-20#contract-term", "ten years"),
    ],
)  # fmt: skip
def test_days_and_length_are_those_of_the_sum(shipped: Store, question: str, clause: str, words: str) -> None:
    found = answer(shipped, question)
    assert clause in [c["clause"] for c in found["answers"]]
    assert words in found["text"]


@pytest.mark.parametrize(
    ("question", "lead", "yes"),
    [
        ("Is the $38 billion deal between OpenAI and Amazon confirmed?", "Yes. ", True),
        ("Is the $300 billion deal between OpenAI and Oracle confirmed?", "No. ", False),
        ("Is the $38 billion deal between OpenAI and Microsoft confirmed?", "It is confirmed, and the sum, $38 billion, is not.", None),
        ("Is the $300 billion deal between OpenAI and Oracle only reported?", "Yes. ", True),
        ("Is the $300 billion Oracle figure confirmed?", "No. ", False),
        ("Is OpenAI's $300 billion Oracle deal confirmed?", "No. ", False),
        ("Is the $6.5 billion CoreWeave sum official?", "Yes. ", True),
        ("Is the $10 billion Volta deal just a rumor?", "Yes. ", True),
        ("Is the $45 billion confirmed?", "No. ", False),
        ("Is it true that OpenAI has a $38 billion deal with Amazon?", "Yes. ", True),
        ("Is it true that OpenAI has a $40 billion deal with SoftBank?", "Yes. ", True),
        ("Is it true that OpenAI has a $24.1 billion deal with Microsoft?", "Recorded with that sum: ", None),  # what was booked is no deal
    ],
)
def test_whether_there_is_such_a_deal_and_whether_it_is_confirmed(shipped: Store, question: str, lead: str, yes: bool | None) -> None:
    found = answer(shipped, question)
    assert found["text"].startswith(lead)
    assert {c["yes"] for c in found["answers"]} == {yes}


@pytest.mark.parametrize(
    "question",
    [
        "Does Anthropic have a $200 billion deal with Microsoft?",
        "How long does the $39 billion deal between OpenAI and Amazon run?",
        "When was the $77 billion deal between OpenAI and Oracle announced?",
        "Is the $12 billion deal between OpenAI and Cerebras confirmed?",
        "Is the $999 billion Oracle figure confirmed?",
        "Is the $300 billion Microsoft figure confirmed?",
        "Is the $300 billion Oracle figure confirmed by OpenAI?",
        "Is the $300 billion Oracle figure wrong?",
        "is the 300 billion confirmed",
    ],
)
def test_of_another_sum_nothing_is_told(shipped: Store, question: str) -> None:
    assert answer(shipped, question)["status"] != "answered"


def test_what_sources_leave_open_of_a_sum_is_told_beside_and_a_sum_of_several_is_of_none(shipped: Store) -> None:
    assert "Sources disagree: What does OpenAI pay Oracle?" in answer(shipped, "Is the $300 billion Oracle figure confirmed?")["text"]
    assert "OpenAI and Oracle" in answer(shipped, "is the 300 billion confirmed")["text"]


def test_a_total_of_two_is_told_and_not_added_up(shipped: Store) -> None:
    assert "$22.4 billion" in answer(shipped, "What is OpenAI's CoreWeave total?")["text"]


@pytest.mark.parametrize(
    "question",
    [
        "How much compute spending in total does Anthropic's leaked prospectus show?",
        "How much total spending on compute did Reuters report for Anthropic?",
    ],
)
def test_a_total_that_is_recorded_is_told_for_a_total(shipped: Store, question: str) -> None:
    assert "anthropic-prospectus/2026-09-28#total-commitments" in [c["clause"] for c in answer(shipped, question)["answers"]]


@pytest.mark.parametrize(
    "question", ["What are Anthropic's total compute obligations to Google?", "What is Anthropic's total compute spending with Google?"]
)
def test_what_is_owed_to_all_is_not_told_of_one(shipped: Store, question: str) -> None:
    told = answer(shipped, question)
    assert told["status"] == "no-record"
    assert "$111.1 billion" in told["text"]
