"""Questions as people put them: who was with whom, what the rest depends on, what a report names, what was ruled out."""

from __future__ import annotations

import pytest

from asking import answer
from tenor.store.read import Store


@pytest.fixture(scope="module")
def store(shipped: Store) -> Store:
    return shipped


TOLD = {
    "Which companies announced Stargate together with OpenAI?": "stargate/2025-01-21#infrastructure-plan-investment",
    "Under which condition may OpenAI launch a product somewhere other than Azure first?": "microsoft-openai/2026-04-27#first-ship",
    "When did the UK regulator open its inquiry?": "event:2023-12-08-cma-review",
    "What did the UK regulator find?": "event:2025-03-05-cma-decision",
    "What were the Claude bills on Azure?": "event:2026-03-credits-claude-azure-bills",
    "Who may end the Colossus lease and with how much notice?": "spacex-anthropic/2026-06-01#early-termination",
    "Which sites were added to Stargate?": "stargate/2025-09-23#compute-capacity-abilene-extension",
    "Who is behind the Stargate project and how much did they say they would invest?": "stargate/2025-01-21#infrastructure-plan-investment",
    "Who are the members of Stargate?": "stargate/2025-01-21#infrastructure-plan-investment",
    "When did the UK's CMA decide on the Microsoft-OpenAI partnership, and what did it find?": "event:2025-03-05-cma-decision",
    "what valuation is openai reportedly raising at in september 2026": "event:2026-09-29-openai-funding-talks",
    "How big was the AWS backlog at Amazon's Q1 2026 results?": "event:2026-04-29-amazon-q1-results",
    "How much did Anthropic expect to pay cloud companies in 2027 as a share of its AI sales?": "amazon-anthropic/2026-01#revenue-share-forecast-2027",
    "How much Google Cloud credit is available to AI-first startups?": "google-for-startups/2025-09-25#credit-amount",
    "When did AWS start accepting Activate credits for Claude?": "event:2024-04-02-credits-activate-bedrock",
    "when did claude platform on aws go live?": "amazon-anthropic/2026-05-11#model-distribution",
    "Is Amazon going to pay for its own use of Claude by the token?": "amazon-anthropic/2026#usage-billing",
}


AMONG_OTHERS = {
    "What is the total amount Microsoft has committed to OpenAI?": "microsoft-openai/2025-07-30#investment-total-committed",
    "What is the total amount OpenAI has committed to Microsoft?": "microsoft-openai/2025-10-28#compute-commitment",
    "What are the input and output prices of GPT-5.6 Sol on Bedrock?": "amazon-openai/2026-08-21#model-price-gpt-5.6-sol-output",
    "activate portfolio credit amount may 2026 vs now": "aws-activate/2026-09-18#credit-amount-portfolio",
}


@pytest.mark.parametrize(("question", "clause"), AMONG_OTHERS.items(), ids=AMONG_OTHERS)
def test_what_is_asked_of_several_is_told_of_all(store: Store, question: str, clause: str) -> None:
    assert clause in [c["clause"] for c in answer(store, question)["answers"]]


@pytest.mark.parametrize(("question", "clause"), TOLD.items(), ids=TOLD)
def test_what_is_asked_in_plain_words_is_told(store: Store, question: str, clause: str) -> None:
    document = answer(store, question)
    assert document["status"] == "answered"
    assert document["answers"][0]["clause"] == clause


DECIDED = {
    "Did OpenAI itself confirm paying Oracle $30 billion a year?": False,
    "Has Sam Altman ruled out an OpenAI stock listing in 2026?": True,
    "Did Altman say OpenAI would have a stock listing in 2026?": False,
    "Is OpenAI reported to be in talks to raise money at a $1.4 trillion valuation?": True,
    "can anybody just sign up for the aws credit tier for ai startups": False,
    "Is the AWS credits tier for AI startups open to anyone?": False,
    "Does Claude for Startups require funding from an institutional investor?": True,
    "can i try claude on vertex with the free google cloud trial credit?": False,
    "Can general AWS promotional credits pay for AWS Marketplace charges?": False,
    "is there a lifetime cap on free azure credits": True,
    "Is OpenAI going to buy chips from AMD?": True,
}


@pytest.mark.parametrize(
    ("question", "clause"),
    [
        ("is there a lifetime cap on free azure credits", "microsoft-for-startups/2026-06#credit-rule"),
        ("is there a lifetime cap on activate credits", "aws-activate/2026-09-18#credit-rule-reapplication"),
    ],
)
def test_whether_there_is_such_a_rule_is_told_by_that_rule_alone(store: Store, question: str, clause: str) -> None:
    assert [c["clause"] for c in answer(store, question)["answers"]] == [clause]


@pytest.mark.parametrize(
    "question",
    [
        "Has OpenAI raised money at a $1.4 trillion valuation?",
        "Does Claude for Startups require equity funding of $1 million?",
        "Can anyone be invited to the AWS tier for AI startups?",
        "Is Activate open to anyone?",
    ],
)
def test_what_is_told_beside_it_is_no_yes_and_no_no(store: Store, question: str) -> None:
    assert not any(c.get("yes") is not None for c in answer(store, question)["answers"])


@pytest.mark.parametrize(("question", "yes"), DECIDED.items(), ids=DECIDED)
def test_what_is_asked_in_plain_words_is_decided(store: Store, question: str, yes: bool) -> None:
    assert answer(store, question)["text"].startswith("Yes." if yes else "No.")


@pytest.mark.parametrize(
    "question",
    [
        "What does the rest of NVIDIA's $30 billion depend on?",  # which is in no parts
        "Which companies left Stargate?",
        "whats the deadline to apply for aws activate",
        "what valuation is anthropic reportedly raising at in september 2026",
        "How big was the AWS backlog at Amazon's Q3 2026 results?",
        "When did AWS start accepting Activate credits for OpenAI models?",
        "When did AWS stop accepting Activate credits for Claude?",
        "is there a lifetime limit on google startup credits",
        "Is NVIDIA's money going to OpenAI?",
        "Is OpenAI's API on Azure?",  # that it is bound to it no longer says nothing of that
        "Did Microsoft name OpenAI as a competitor in its annual report for fiscal 2023?",
        "Did Microsoft name OpenAI as a competitor in its fiscal 2025 annual report?",
        "Has Sam Altman ruled out an OpenAI stock listing in 2027?",
        "Has Sam Altman ruled out an Anthropic stock listing in 2026?",
        "Was AMD obliged by its October 2025 agreement to fund OpenAI?",
    ],
)
def test_what_is_near_and_not_told_is_refused(store: Store, question: str) -> None:
    assert answer(store, question)["status"] != "answered"


def test_a_sum_that_is_not_confirmed_may_still_be_paid(store: Store) -> None:
    assert not any(c.get("yes") is False for c in answer(store, "Does OpenAI pay Oracle $30 billion a year?")["answers"])
