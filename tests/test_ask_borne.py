"""A yes is for every word of the question: each stands in the told clause, of that amount and not behind a negation, or is what the term is called."""

from __future__ import annotations

import pytest

from asking import answer
from tenor.store.read import Store


@pytest.fixture(scope="module")
def store(shipped: Store) -> Store:
    return shipped


#: Words by which a term is found, which the clause does not say; a right to shares, which is none of them; words for all; another deal's amount.
UNSAID = """
Is Amazon obliged to lend Anthropic $20 billion?
Is NVIDIA obliged to supply 10 GW?
Is Nvidia legally obliged to invest in OpenAI?
Is Anthropic's $965 billion valuation pre-money?
Is Amazon's 5 GW for Anthropic already online?
Was GPT-6 Astra the first OpenAI model on Bedrock?
Did AWS cut the price of GPT-5.5?
Has Anthropic gone public?
Has OpenAI gone public?
Is Claude only in Microsoft Foundry?
Did SoftBank lead the 2026 round?
Does OpenAI own 160 million AMD shares?
Can anyone get the AWS credits for AI startups?
Is the AWS credits tier for AI startups open to anyone who applies?
Is the AWS credits tier for AI startups only for YC companies?
Is the AWS credit tier for AI startups by invitation only?
Does OpenAI own 33.4 million Cerebras shares?
Does OpenAI hold CoreWeave stock?
Does OpenAI own the PORTS-Pike campus?
Is PORTS-Pike running?
Are all of Anthropic's obligations noncancelable?
Was NVIDIA legally bound to anything by its September 2025 letter of intent with OpenAI?
Can any startup apply for the AWS credit tier above Activate Portfolio, or do you have to be invited?
"""

#: What the text has only behind a negation or a condition, or beside another amount.
TURNED = """
Was Amazon's first $15 billion conditional?
Has Anthropic sold notes to Broadcom?
Did the companies publish the amount of the 2021 investment?
Was the $122 billion all paid in?
Is the Cerebras warrant for voting shares?
Can SpaceX end the Anthropic contract in the first three months?
Did Google invest $40 billion in cash?
Does Microsoft for Startups give $150,000 at once?
"""

SAID = """
Can either side end the Anthropic and SpaceX agreements once the first three months are over?
Did Google invest $10 billion in cash in Anthropic?
Does Microsoft own shares of OpenAI?
Has Amazon paid all of the $50 billion to OpenAI?
Is Cerebras capacity for inference?
Must OpenAI pay NVIDIA back?
Can SpaceX or Anthropic get out of their compute deal early?
Did Amazon pay $13.7 billion in the second quarter of 2026?
Is AMD putting any money into Anthropic?
Does OpenAI rent any capacity from Google?
"""


def lines(text: str) -> list[str]:
    return text.strip().splitlines()


def said(store: Store, question: str) -> set[bool]:
    """The yes and no of an answer."""
    return {clause["yes"] for clause in answer(store, question)["answers"] if clause.get("yes") is not None}


@pytest.mark.parametrize("question", lines(UNSAID))
def test_a_word_that_only_leads_to_the_term_takes_the_yes_away(store: Store, question: str) -> None:
    assert True not in said(store, question)


@pytest.mark.parametrize("question", lines(TURNED))
def test_what_a_text_denies_or_says_of_another_amount_is_no_yes(store: Store, question: str) -> None:
    assert True not in said(store, question)


@pytest.mark.parametrize("question", lines(SAID))
def test_what_the_clause_says_in_every_word_stays_a_yes(store: Store, question: str) -> None:
    assert said(store, question) == {True}


@pytest.mark.parametrize(
    "question", ["Was Amazon's first $15 billion conditional?", "Can SpaceX end the Anthropic contract in the first three months?"]
)
def test_what_a_text_denies_is_told_in_its_words(store: Store, question: str) -> None:
    document = answer(store, question)
    assert document["status"] == "answered"
    assert not said(store, question)


def test_whom_nobody_knows_is_not_left_out_of_a_sum(shipped: Store) -> None:
    asked = "How much of the $13 billion it promised {} has Microsoft actually paid out so far?"
    assert answer(shipped, asked.format("OpenAI"))["status"] == "answered"
    assert answer(shipped, asked.format("Apple"))["status"] != "answered"
