"""Two questions in one sentence: the second has what it leaves out from the first, each is answered as a whole question would be, and both are told or none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from asking import answer
from tenor.store.read import Store

if TYPE_CHECKING:
    from pathlib import Path

_TOLD = [
    # the same again, of another thing: "it" is what the first part is about
    (
        "Does Anthropic's own startup credit work on Bedrock, and does it work on Vertex AI?",
        ["claude-for-startups/2026-09#credit-coverage-claude-on-bedrock", "claude-for-startups/2026-09#credit-coverage-claude-on-vertex-ai"],
    ),
    ("How much may Microsoft invest in Anthropic, and how much NVIDIA?", ["microsoft-anthropic/2025-11-18#investment", "microsoft-anthropic/2025-11-18#investment-nvidia"]),
    # a second part that names one of two is about both
    ("How much does Anthropic buy from Azure, and how much does Microsoft invest?", ["microsoft-anthropic/2025-11-18#compute-commitment", "microsoft-anthropic/2025-11-18#investment"]),
    # a clause that is the term of a contract is told before one that only speaks of it
    ("How much is Anthropic taking from Volta, and for how many years?", ["volta-anthropic/2026-08-04#contract-term"]),
    ("Who is building PORTS-Pike, and how long is OpenAI's lease there?", ["ports-pike/2026-08-17#compute-capacity", "ports-pike/2026-08-17#contract-term"]),
    # what goes with an amount is told of its own documents
    ("How much is Google investing in Anthropic in 2026, and at which valuation?", ["google-anthropic/2026-04-24#valuation"]),
    ("How many gigawatts did Oracle and OpenAI agree on in July 2025, and where?", ["oracle-openai/2025-07-22#compute-capacity"]),
    # events have their second parts, too
    ("When did OpenAI release ChatGPT, and when did it open its API?", ["event:2022-11-30-chatgpt", "event:2020-06-11-api"]),
    ("When did Anthropic submit its draft S-1, and when did OpenAI submit its own?", ["event:2026-06-01-anthropic-draft-s1", "event:2026-06-08-draft-s1"]),
]  # fmt: skip

#: The yes or no of the second part, and the clause that has it.
_WHETHER = [
    ("How high is the Activate credit, and does it cover Claude on Bedrock?", True, "aws-activate/2024-04-02#credit-coverage-claude-on-bedrock"),
    ("How much may NVIDIA invest in Anthropic, and is it subject to closing conditions?", True, "microsoft-anthropic/2025-11-18#investment-nvidia"),
    ("How much is Amazon investing in OpenAI, and has it all been paid?", True, "amazon-openai/2026-07-31#investment-paid"),
    ("How high is the cap on the revenue share, and did the companies confirm it?", False, "microsoft-openai/2026-04-27#revenue-share-cap"),
    ("How much is the Nscale deal worth, and has that been confirmed?", False, "nscale-anthropic/2026-08-26#compute-commitment"),
    ("How large is SoftBank's stake in OpenAI, and is that figure confirmed?", True, "softbank-openai/2026-10-01#equity-stake"),
]  # fmt: skip

_REFUSED = [
    "How much credit does the AWS Generative AI Accelerator give, and is it open to everyone?",  # the record has no "open"
    "How much will AMD invest in Anthropic, and is that money already paid?",  # what is agreed is not paid
    "How much could Broadcom lend Anthropic, and is that before the IPO?",
    "How much Azure credit does Microsoft for Startups give, and does it pay for OpenAI's ads?",
    "Does Activate credit pay for Claude on Bedrock, and does it pay for electricity?",
    "Does Amazon have a board seat at Anthropic, and since when has it held a stake?",  # its stake on record is in OpenAI
    "How much did NVIDIA invest in Anthropic, and what stake does it hold?",
    "How much did Google invest in Anthropic in 2025, and where?",  # "in Anthropic" is no place
    "When did GPT-6 Astra come to Bedrock, and when did GPT-6 Sol?",  # the first is told of two terms, and no second of any
    "When did Microsoft lose its right of first refusal, and what did OpenAI commit to buy then?",  # no time is named
    "How much does AMD invest in Anthropic, and how much Intel?",
    "When did OpenAI release ChatGPT, and when did Microsoft release its own?",
    "How much does Anthropic pay SpaceX, and is it exclusive?",
    "How much did Google invest in Anthropic in April 2026, and when was the first instalment paid?",  # somebody else paid one
    "How much did SoftBank agree to invest in OpenAI in February 2026, and when was the last instalment paid?",
]


@pytest.mark.parametrize(("question", "clauses"), _TOLD)
def test_both_parts_are_told(shipped: Store, question: str, clauses: list[str]) -> None:
    told = answer(shipped, question)
    assert told["status"] == "answered"
    assert set(clauses) <= {c["clause"] for c in told["answers"]}


@pytest.mark.parametrize(("question", "yes", "clause"), _WHETHER)
def test_a_second_part_has_a_yes_or_a_no_of_its_own(shipped: Store, question: str, yes: bool, clause: str) -> None:
    told = answer(shipped, question)
    assert told["status"] == "answered"
    assert {c["clause"]: c.get("yes") for c in told["answers"]}[clause] is yes
    assert ("Yes" if yes else "No") in told["text"]


@pytest.mark.parametrize("question", _REFUSED)
def test_what_has_no_second_answer_has_none_at_all(shipped: Store, question: str) -> None:
    assert answer(shipped, question)["status"] != "answered"


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("How much is the rent for the bakehouse, and how much for the storage room?", ["$4,750", "$380"]),
        ("What does wheat flour cost, and what does spelt flour cost?", ["$790", "$980"]),
    ],
)
def test_another_thing_of_the_same_term_is_told_of_itself(bakery: Path, question: str, says: list[str]) -> None:
    told = answer(Store(str(bakery)), question)
    assert told["status"] == "answered"
    assert all(said in told["text"] for said in says)


@pytest.mark.parametrize(
    ("question", "clauses"),
    [
        (
            "When did first refusal start and end?",
            {"microsoft-openai/2025-01-21#right-of-first-refusal", "microsoft-openai/2025-10-28#right-of-first-refusal"},
        ),
        ("When did Microsoft's observer seat begin and end?", {"microsoft-openai/2023-11-29#board-observer"}),
    ],
)
def test_both_days_are_told_where_both_are_asked(shipped: Store, question: str, clauses: set[str]) -> None:
    assert clauses <= {c["clause"] for c in answer(shipped, question)["answers"]}


def test_one_of_two_days_is_no_answer_to_both(shipped: Store) -> None:
    assert answer(shipped, "When did the Frontier exclusivity start and end?")["status"] == "not-understood"
