"""What lies near a question and is no answer to it: a name that no record gives, a price of what is only supplied, worth for a contract, a time to come."""

from __future__ import annotations

import pytest

from tenor.ask.answering import ask
from tenor.dates import parse_day
from tenor.store.read import Store

TODAY = parse_day("2026-11-28")


@pytest.mark.parametrize(
    "question",
    [
        "What's the name of the judge in the Musk trial?",
        "What is the name of the judge who dismissed Musk's case?",
        "Which startups have been admitted to the AI tier of Google for Startups?",
        "What does a GB300 rack cost OpenAI?",
        "At what valuation did Cerebras go public?",
        "Given the $300bn OpenAI contract, is Oracle stock a buy?",
        "Where will Microsoft's OpenAI stake be by the end of 2028?",
        "How high is the break-up fee in OpenAI's contract with Oracle?",
        "Which banks underwrite the Anthropic IPO?",
    ],
)
def test_what_is_only_near_is_not_told(shipped: Store, question: str) -> None:
    assert ask(shipped, question, today=TODAY)["status"] != "answered"


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("What does GPT-5.6 Sol cost on AWS?", "amazon-openai/2026-08-21#model-price-gpt-5.6-sol-input"),
        ("What was Anthropic's valuation in May 2026?", "amazon-anthropic/2026-05-28#valuation"),
        ("When did the British regulator first start looking at the Microsoft OpenAI thing?", "event:2023-12-08-cma-review"),
        ("When ChatGPT came out, which company was running OpenAI's computing to the exclusion of all others?", "microsoft-openai/2019-07-22#cloud-exclusivity"),
        ("What sort of shares does SoftBank get in return for its 2026 money in OpenAI?", "softbank-openai/2026-02-27#security-type"),
        ("What can ordinary AWS promotional credit not pay for?", "aws-promotional-credit/2019#credit-rule"),
    ],
)  # fmt: skip
def test_what_is_told(shipped: Store, question: str, told: str) -> None:
    document = ask(shipped, question, today=TODAY)
    assert document["status"] == "answered"
    assert told in [c["clause"] for c in document["answers"]]


@pytest.mark.parametrize(
    "question", ["Did Anthropic go public?", "Has Anthropic gone public?", "When did Anthropic go public?", "Who is the CEO of Microsoft?"]
)
def test_a_plan_is_not_told_as_done_and_who_speaks_not_as_what_he_is(shipped: Store, question: str) -> None:
    assert ask(shipped, question, today=TODAY)["status"] != "answered"
