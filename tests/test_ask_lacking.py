"""No and not: what is denied in a question, who alone has a thing, whoever buys it, and no answer that says no of something else."""

from __future__ import annotations

from pathlib import Path

import pytest

from asking import answer
from tenor.store.read import Store

YES = [
    "Could you buy Claude on Bedrock in 2024?",
    "Did customers buy Claude on Bedrock in 2024?",
    "Can anyone use Claude on Vertex AI?",
    "Can you use Claude in Foundry?",
    "Could you subscribe to Claude on Bedrock in 2024?",
    "Has Anthropic filed anything for an IPO yet?",
    "Has Amazon paid all of the $50 billion?",
]
NO = [
    "Was AWS already Anthropic's primary training partner in the summer of 2024?",
    "Can another chip maker supply AI compute at PORTS-Pike?",
    "Could a rival supply the chips at the Ohio campus?",
    "Do ordinary AWS promotional credits pay Marketplace charges?",
    "Can OpenAI sell its AMD warrant to a third party?",
    "Is it exclusive now, Microsoft's licence to OpenAI's models?",
]
#: Neither yes nor no: what is told is of something else, or does not decide it.
NEITHER = [
    "Could you buy Claude on Bedrock in 2022?",
    "Could you use Claude on Vertex AI in 2020?",
    "Can you use GPT-5.5 in Foundry?",
    "Did Microsoft buy OpenAI in 2024?",
    "Does NVIDIA have the Ohio campus to itself?",
    "Does OpenAI have Abilene to itself?",
    "Was Google Anthropic's primary training partner in July 2024?",
    "Did Amazon take part in Anthropic's Series H?",
    "Did Microsoft take part in OpenAI's revenue?",
    "Did Amazon invest in Anthropic's Series H?",
    "Do AWS promotional credits reduce Marketplace charges?",
    "Can OpenAI sell its AMD warrant to affiliates?",
    "Has Anthropic filed publicly for an IPO?",
    "Has Amazon filed for an IPO?",
    "Has Amazon paid all of its investment in Anthropic?",
]


@pytest.mark.parametrize(("question", "word"), [*((q, "Yes") for q in YES), *((q, "No") for q in NO)])
def test_what_the_record_decides(shipped: Store, question: str, word: str) -> None:
    assert answer(shipped, question)["text"].startswith((f"{word}.", f"{word}:"))


@pytest.mark.parametrize("question", NEITHER)
def test_what_it_does_not_decide(shipped: Store, question: str) -> None:
    assert not answer(shipped, question)["text"].startswith(("Yes", "No.", "No:"))


def test_those_are_listed_of_which_a_clause_says_no(shipped: Store) -> None:
    for question in (
        "Which startup credits don't pay for Claude at all?",
        "Which credits can't be spent on Claude?",
        "Which credits exclude Claude?",
    ):
        told = answer(shipped, question)["answers"]
        assert {"google-for-startups/2026-10#credit-coverage", "microsoft-for-startups/2026-03-10#credit-coverage"} <= {a["clause"] for a in told}
        assert {a["state"] for a in told} == {"no"}


@pytest.mark.parametrize(
    "question",
    [
        "Which clouds do not sell Claude?",
        "Which companies may not sell OpenAI's models?",
        "Which models are not on Bedrock?",
        "Which programs don't only pay for Claude?",
        "Which credits do not pay for OpenAI models?",
        "Since when can another supplier supply chips at PORTS-Pike?",
    ],
)
def test_a_negation_is_never_dropped(shipped: Store, question: str) -> None:
    assert answer(shipped, question)["status"] != "answered"


def test_the_part_that_was_not_funded_is_the_unfunded_part(shipped: Store) -> None:
    told = answer(shipped, "When could the part of Amazon's $35 billion that was not funded lapse?")["answers"]
    assert [a["clause"] for a in told] == ["amazon-openai/2026-02-27-2#investment-condition-lapse"]


def test_whoever_buys_from_a_seller_need_not_have_begun_to_in_that_year(bakery: Path) -> None:
    contracts = Store(str(bakery))
    assert answer(contracts, "Did Larkspur Bakery buy from Harrow Farm in 2024?")["text"].startswith("Yes.")
    assert answer(contracts, "Could Larkspur Bakery buy from Harrow Farm in 2021?")["status"] != "answered"


def test_who_took_part_in_a_round_put_something_into_it(shipped: Store) -> None:
    told = answer(shipped, "Which investors joined Anthropic's Series H?")["answers"]
    assert [a["clause"] for a in told] == ["amazon-anthropic/2026-05-28#investment"]
