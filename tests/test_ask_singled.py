"""Refused questions that single out one clause: the words that may stay unread, and those that may not."""

from __future__ import annotations

import pytest

from asking import answer
from tenor.store.read import Store

SINGLED = [
    ("Who was the lender of the $1 billion loan between OpenAI and Cerebras?", "cerebras-openai/2026-04-17#customer-financing"),
    ("For American government customers on AWS, who gets to pick the models they receive?", "amazon-openai/2026-03-17#distribution-control"),
    ("Under what condition may an OpenAI product ship somewhere else before it ships on Azure?", "microsoft-openai/2026-04-27#first-ship"),
    ("What restrictions on transfer attach to the AMD warrant held by OpenAI?", "amd-openai/2025-10-06#warrant-conditions-transfer"),
    ("What would have let SoftBank lower its 2025 OpenAI commitment to $20bn?", "softbank-openai/2025-03-31#investment-condition"),
    ("Per the draft prospectus, when do Anthropic's obligations to Microsoft end?", "anthropic-prospectus/2026-09-28#compute-commitment-microsoft"),
    (
        "Above what lifetime amount of free Azure credit is a company shut out of Microsoft for Startups?",
        "microsoft-for-startups/2026-06#credit-rule",
    ),
    ("Volta's customer in that $10 billion capacity deal: who is it?", "volta-anthropic/2026-08-04#compute-commitment"),
    ("Until when does the September 2025 CoreWeave contract with OpenAI run?", "coreweave-openai/2025-09-25#compute-commitment"),
    (
        "Until which month is Anthropic obligated to Microsoft, going by the draft prospectus?",
        "anthropic-prospectus/2026-09-28#compute-commitment-microsoft",
    ),
    (
        "In March 2026, how did Jensen Huang comment on the chances of ever reaching 100 billion dollars in OpenAI?",
        "nvidia-openai/2026-03-04#investment-intent",
    ),
]


def test_the_event_that_holds_every_other_word_answers(shipped: Store) -> None:
    found = answer(shipped, "Which cloud partner was supporting OpenAI prior to Microsoft, according to the court documents that were unsealed?")
    assert [c["clause"] for c in found["answers"]] == ["event:2015-12-aws-first-partner"]


@pytest.mark.parametrize(
    ("question", "event"),
    [
        (
            "How many people did the New York Times speak to for its October 2024 story on tensions between Microsoft and OpenAI?",
            "2024-10-nyt-fraying",
        ),
        ("How many pairings of clouds and labs did the FTC staff report describe?", "2025-01-17-ftc-report"),
        ("When did court papers show that AWS had been one of OpenAI's backers from the start?", "2015-12-aws-first-partner"),
        ("Which company did Nadella worry Microsoft might turn into, in the 2022 email shown at the Musk trial?", "2026-05-nadella-testimony"),
        ("Which outlets saw Anthropic's draft prospectus first?", "2026-09-28-anthropic-prospectus-leak"),
        # of a time that the record is of, though it came out in another
        ("AWS backlog end of Q1 2026", "2026-04-29-amazon-q1-results"),
        ("What share of Microsoft's AI revenue did Bloomberg attribute to OpenAI in fiscal 2026?", "2026-08-05-microsoft-ai-share"),
    ],
)
def test_an_event_is_found_by_what_it_tells(shipped: Store, question: str, event: str) -> None:
    found = answer(shipped, question)
    assert found["status"] == "answered"
    assert found["answers"][0]["clause"] == f"event:{event}"


@pytest.mark.parametrize(
    "question",
    [
        "How many people did the New York Times dismiss for its October 2024 story on tensions between Microsoft and OpenAI?",
        "How many people did Microsoft speak to for the October 2024 story on tensions with OpenAI?",
        "How many newspapers reported in October 2024 on tensions between Microsoft and OpenAI?",
        "How many agreements did Anthropic's count of $517 billion include?",
        "Which company did Nadella worry Microsoft might turn into, in the 2021 email shown at the Musk trial?",
        "AWS backlog Q2 2026",
        "AWS backlog end of 2025",
        "OpenAI share of Microsoft AI revenue fiscal 2027",
    ],
)
def test_no_event_of_another_time_number_or_doer_is_told(shipped: Store, question: str) -> None:
    assert answer(shipped, question)["status"] != "answered"


@pytest.mark.parametrize(("question", "clause"), SINGLED)
def test_the_clause_that_holds_every_other_word_answers(shipped: Store, question: str, clause: str) -> None:
    found = answer(shipped, question)
    assert found["status"] == "answered"
    assert {c["clause"] for c in found["answers"]} - {None} == {clause}


@pytest.mark.parametrize(
    "question",
    [
        "Who was the guarantor of the $1 billion loan between OpenAI and Cerebras?",
        "Who blocked the $1 billion loan between OpenAI and Cerebras?",
        "Which Apple restrictions on transfer attach to the AMD warrant held by OpenAI?",
        "What restrictions on weather attach to the AMD warrant held by OpenAI?",
        "How much rent a year is SB Energy paid by OpenAI for the PORTS-Pike leases?",
        "What price per million tokens will AWS charge for GPT-5.6 Sol from 1 December 2026?",
        "Which OpenAI models came to Bedrock in September 2026 under the Meta deal?",
        "What became of the 600 MW hospital at Abilene?",
        "Volta's auditor in that $10 billion capacity deal: who is it?",
        "What day was the Cerebras master agreement terminated by OpenAI?",
        "Until when does the September 2025 CoreWeave contract with Microsoft run?",
        "Which qualifier did the joint statement of 27 February 2026 add to the exclusivity of Amazon's API on Azure?",
        "What is the total of AWS's compute obligations according to the leaked prospectus?",
        "When did Microsoft get a voting seat on OpenAI's board?",
        "When did the Bedrock Managed Agents go from limited to public preview?",
    ],
)
def test_a_word_that_could_turn_the_answer_is_never_passed_over(shipped: Store, question: str) -> None:
    assert answer(shipped, question)["status"] != "answered"


def test_what_became_of_a_thing_is_told_by_all_versions_of_it(shipped: Store) -> None:
    document = answer(shipped, "What became of the 600 MW extension at Abilene?")
    told = ["stargate/2025-09-23#compute-capacity-abilene-extension", "oracle-openai/2026-03#compute-capacity-abilene-extension"]
    assert [a["clause"] for a in document["answers"]] == told


@pytest.mark.parametrize(
    ("question", "clause"),
    [
        ("What is the further $20 billion from Amazon for Anthropic?", "amazon-anthropic/2026-07-31#supplier-financing"),
        ("What was known about Amazon's $20 billion for Anthropic on 31 May 2026?", "amazon-anthropic/2026-04-20#supplier-financing"),
        ("What is the $105 billion of NVIDIA for OpenAI?", "ports-pike/2026-08-17#credit-support"),
    ],
)
def test_a_sum_between_two_is_the_clause_that_has_it(shipped: Store, question: str, clause: str) -> None:
    assert [c["clause"] for c in answer(shipped, question)["answers"]] == [clause]


@pytest.mark.parametrize("question", ["What is the $7 billion of NVIDIA for OpenAI?", "What is Google's $20 billion for Anthropic?"])
def test_a_sum_that_the_two_do_not_have_is_none(shipped: Store, question: str) -> None:
    assert answer(shipped, question)["status"] != "answered"
