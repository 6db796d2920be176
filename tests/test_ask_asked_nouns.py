"""A noun behind "which" or "how many" must be one of what is told; that it may stand beside the term is not enough."""

from __future__ import annotations

import pytest

from asking import answer
from tenor.store.read import Store


@pytest.mark.parametrize(
    "question",
    [
        "Which AWS regions have GPT-6 Astra?",
        "How many startups have been accepted into AWS Activate?",
        "How many lawyers worked on the OpenAI Microsoft deal?",
        "How many startups are in the 2026 cohort of the AWS Generative AI Accelerator?",
        "How many racks does Anthropic rent from Volta?",
        "How many data centers does SpaceX supply to Anthropic?",
        "How many users does OpenAI pay Oracle for?",
        "How many chips did Microsoft invest in Anthropic?",
        "How many of its CoreWeave shares did OpenAI sell in 2026?",
        "Which auditors checked OpenAI's revenue share?",
        "What condition is there on the last AMD tranche?",
        "What condition is on the latest AMD warrant?",
        # what only stands in a text beside another noun is no such price, size or date
        "What was the IPO price of Cerebras?",
        "What was the size of the Cerebras IPO?",
        "What was the IPO valuation of Anthropic?",
        "What was the IPO price of SpaceX?",
    ],
)
def test_what_nothing_told_is_about_is_refused(shipped: Store, question: str) -> None:
    assert answer(shipped, question)["status"] != "answered"


@pytest.mark.parametrize(
    ("question", "clause"),
    [
        ("How many chips does Anthropic get from Google?", "google-anthropic/2025-10-23#compute-capacity"),
        ("How many TPUs is Anthropic allowed to use?", "google-anthropic/2025-10-23#compute-capacity"),
        ("How many GPUs does OpenAI get from AWS?", "amazon-openai/2025-11-03#compute-capacity-nvidia-gpus"),
        ("How many payments did SoftBank make to OpenAI?", "softbank-openai/2026-10-01#investment"),
        ("How many contracts does OpenAI have with CoreWeave?", "coreweave-openai/2025-05"),
        ("Which chip company may lend Anthropic up to $42 billion?", "broadcom-anthropic/2026-10-01#supplier-financing"),
        ("Which third-party cloud alone may distribute the OpenAI Frontier agent platform?", "amazon-openai/2026-02-27#frontier-distribution"),
        ("Which warrants did AMD give OpenAI?", "amd-openai/2025-10-06#customer-warrant"),
    ],
)
def test_what_is_told_is_of_that_sort(shipped: Store, question: str, clause: str) -> None:
    assert clause in [c["clause"] for c in answer(shipped, question)["answers"]]


@pytest.mark.parametrize(
    "question",
    [
        "What share of Anthropic's sales goes through Bedrock?",
        "What share of OpenAI's revenue comes from Azure?",
        "How much of Microsoft's revenue comes from OpenAI?",
        "What percentage of Anthropic's revenue comes from startups?",
        "What percentage of consumer spending did OpenAI have?",
        "What share of startup spending goes to OpenAI?",
        "What share of startup spending goes to Anthropic?",
        "What is Google's share of enterprise spending?",
    ],
)
def test_of_what_a_share_is_one_no_other_share_tells(shipped: Store, question: str) -> None:
    assert answer(shipped, question)["status"] != "answered"


@pytest.mark.parametrize(
    "question", ["How fast is GPT-5.5?", "How fast was GPT-5.4 on Azure?", "How slow was GPT-5.5 on Bedrock?", "How quickly do the warrants vest?"]
)
def test_a_price_is_no_pace(shipped: Store, question: str) -> None:
    assert answer(shipped, question)["status"] != "answered"


@pytest.mark.parametrize("question", ["What share of OpenAI's revenue comes from Azure?"])
def test_of_what_a_sum_is_made_up_no_share_that_is_paid_out_of_it_tells(shipped: Store, question: str) -> None:
    assert answer(shipped, question)["status"] != "answered"
    assert answer(shipped, "What share of OpenAI's revenue goes to Microsoft?")["answers"][0]["clause"] == "microsoft-openai/2026-04-27#revenue-share"


@pytest.mark.parametrize(
    "question", ["How much can a non-AI funded startup get from Google Cloud?", "How much credit does a non-AI startup get from Google?"]
)
def test_what_a_thing_is_not_does_not_name_it(shipped: Store, question: str) -> None:
    assert answer(shipped, question)["status"] == "not-understood"


@pytest.mark.parametrize("question", ["Does OpenAI own chips?", "Does OpenAI own data centers?", "How much did Anthropic raise in its Series G?"])
def test_who_has_the_use_of_a_thing_does_not_own_it_and_what_one_put_in_is_not_all(shipped: Store, question: str) -> None:
    assert answer(shipped, question)["status"] != "answered"


def test_whose_text_says_so_owns_it(shipped: Store) -> None:
    assert answer(shipped, "Who owns the PORTS-Pike site?")["answers"][0]["holder"] == "sb-energy"
