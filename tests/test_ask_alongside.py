"""A second part that names nothing: answered from what the first part's own documents say, and refused where they say nothing of it."""

from __future__ import annotations

import pytest

from asking import answer
from tenor.store.read import Store

_TOLD = [
    ("Anthropic Series H: how big, and who led it?", "amazon-anthropic/2026-05-28#funding-round", "led by Altimeter"),
    ("How big was Anthropic's Series H, and which firms led it?", "amazon-anthropic/2026-05-28#funding-round", "led by Altimeter"),
    ("Did Cerebras grant OpenAI warrants, and under what condition do they vest in full?", "cerebras-openai/2026-04-17#customer-warrant", "only if"),
    ("How many shares does the AMD warrant cover, and what share price does it need to vest?", "amd-openai/2025-10-06#warrant-conditions-vesting", "$600"),
    ("How many shares does the AMD warrant cover, and at what price each?", "amd-openai/2025-10-06#customer-warrant", "$0.01 each"),
    (
        "As at 1 March 2026, was Microsoft's licence to OpenAI's models exclusive, and what event would have ended that exclusivity?",
        "microsoft-openai/2025-10-28#ip-license",
        "exclusive only until AGI",
    ),
    (
        "How much capacity, in dollars, did Anthropic reportedly agree to take from Volta, and over how many years?",
        "volta-anthropic/2026-08-04#contract-term",
        "over six years",
    ),
    ("How big is OpenAI's contract with Oracle, and over how many years does it run?", "oracle-openai/2025-09-10#contract-term", "five years"),
    ("How much is Anthropic's commitment to AWS of April 2026, and over what period?", "amazon-anthropic/2026-04-20#contract-term", "ten years"),
    ("How much did Amazon put into Anthropic's Series H, and what did that do to the facility?", "amazon-anthropic/2026-05-28#investment", "lowered"),
    ("How many GPUs are at Colossus 1, and how many megawatts is it?", "spacex-anthropic/2026-05-06#compute-capacity", "300 megawatts"),
    (
        "How much did Google agree to invest in Anthropic in April 2026, and what does the rest depend on?",
        "google-anthropic/2026-04-24#investment-conditional",
        "performance targets",
    ),
    ("How much is SoftBank's follow-on investment of February 2026, and through which fund?", "softbank-openai/2026-02-27#investment", "Vision Fund 2"),
    ("Who builds PORTS-Pike, and who operates it?", "ports-pike/2026-08-17#compute-capacity", "SB Energy builds, owns and operates it"),
    ("How many years is Anthropic's deal with Volta supposed to last, and what is it worth?", "volta-anthropic/2026-08-04#compute-commitment", "$10 billion"),
    # its own text says so, and not what one investor paid
    ("How big was the round OpenAI closed in March 2026, and was all of it paid in?", "openai-round-2026/2026-03-31#funding-round", "not all of it paid in"),
    ("How big is the AMD warrant, and when was it announced?", "amd-openai/2025-10-06", "announced 6 October 2025"),
    ("What is Microsoft's stake in OpenAI, and when was it reported?", "microsoft-openai/2026-07-29", "dated 29 July 2026"),
    ("How long does the SpaceX lease last, and what does it cost?", "spacex-anthropic/2026-05-20#compute-price", "$1.25 billion a month"),
    ("How much is the Google AI tier, and how is it split over the two years?", "google-for-startups/2025-09-25#credit-amount", "more in the second"),
    (
        "How much could Google invest in Anthropic under the April 2026 plan, and how much of that came at once?",
        "google-anthropic/2026-04-24#investment-at-once",
        "$10 billion",
    ),
    ("What was Microsoft's stake before the October 2025 agreement, and what was it afterwards?", "microsoft-openai/2025-10-28#equity-stake", "27 percent"),
    ("Who was OpenAI's exclusive cloud after January 2025, and who was it before?", "microsoft-openai/2023-01-23#cloud-exclusivity", "Azure"),
    ("What was Azure's speed before the recovery, and what was it afterwards?", "observation:azure-bench-2026-05-01", "60.3"),
    ("How much did OpenAI lend Cerebras, and what for?", "cerebras-openai/2026-04-17#customer-financing", "to build capacity"),
    ("How large is OpenAI's loan to Cerebras, and what interest does it bear?", "cerebras-openai/2026-04-17#customer-financing", "6%"),
    # what the contract of the same document runs for
    ("How big was the first AWS compute contract with OpenAI, and for how many years?", "amazon-openai/2025-11-03#contract-term-38-billion-agreement", "seven years"),
    ("How long is the TPU lease through Broadcom, and for how much?", "broadcom-anthropic/2026-10-01#compute-commitment", "$125.2 billion"),
    ("Volta and Anthropic: how much and for how long?", "volta-anthropic/2026-08-04#contract-term", "six years"),
    ("Who designs the accelerators in the Broadcom deal and until when are they to be deployed?", "broadcom-openai/2025-10-13#joint-development", "2029"),
    ("How long does Cloudflare startup credit last, and how much of it may go to R2?", "cloudflare-for-startups/2026#credit-rule-storage-cap", "$10,000"),
    ("In which regions is the Managed Agents public preview, and what does it cost?", "amazon-openai/2026-09-29#model-price-managed-agents", "no charge"),
    ("At what valuation did OpenAI close its round in March 2026, and how large was the round?", "openai-round-2026/2026-03-31#funding-round", "$122 billion"),
    # what an event says, and who reported it
    ("How large were Amazon's performance obligations at mid-2026 and what's their weighted life?", "event:2026-07-31-amazon-obligations", "6.4 years"),
    ("Does Google supply OpenAI with computing, and who reported it first?", "google-openai/2025-06-10#compute-capacity", "rests on"),
    # what asks for more behind a comma
    ("Does Anthropic pay SpaceX monthly? How much, until when?", "spacex-anthropic/2026-05-20#compute-price", "through May 2029"),
    ("Does AWS Activate pay for Claude on Bedrock, since when?", "aws-activate/2024-04-02#credit-coverage-claude-on-bedrock", "2 April 2024"),
]  # fmt: skip


@pytest.mark.parametrize(("question", "clause", "words"), _TOLD)
def test_the_first_parts_documents_answer_the_second(shipped: Store, question: str, clause: str, words: str) -> None:
    document = answer(shipped, question)
    assert document["status"] == "answered", document["text"]
    assert clause in {a["clause"] for a in document["parts"][1]["answers"]}
    assert words in document["parts"][1]["text"]


@pytest.mark.parametrize(
    "question",
    [
        "Anthropic Series H: how big, and who was lead counsel?",
        "How much is Nscale's deal with Anthropic worth, and over how many years?",
        "How big is OpenAI's contract with Oracle, and who negotiated it?",
        "How much did OpenAI lend to Cerebras, and over how many years?",  # not the years of another's contract
        "Did Cerebras grant OpenAI warrants, and at what strike price?",  # not the price of a model
        "How much does GPT-5.5 cost on Bedrock for input, and at what price output?",  # not on OpenAI's own API
        "How big is the AMD warrant, and over how many years does it vest?",
        "How much did Amazon pay OpenAI in the second quarter of 2026, and how many shares did it get?",
        "How big is OpenAI's contract with Oracle, and how is it split?",  # not how revenue is split
        "How much is Microsoft for Startups credit, and how is it split over the two years?",  # its text tells of no years
        "How big is the Oracle contract, and what collateral did OpenAI put up?",
        "How much did Microsoft invest in OpenAI in 2019, and what interest rate did it get?",
        "How long does the PORTS-Pike lease run, and how much does it cost?",  # how long it is, is no price
        "How much CoreWeave stock does OpenAI get, and at what price?",  # the price at the listing, with no amount
        "How much may Broadcom lend Anthropic, and over how many years?",  # not the years of the lease beside it
        "How much may Broadcom lend Anthropic, and in what form?",
        "How much may Broadcom lend Anthropic, and where is it?",
        "How much may Broadcom lend Anthropic, and what did it get in return?",
        "How big is Microsoft's stake in OpenAI, and at what interest rate?",  # a share is no rate in time
        "How big is Microsoft's stake in OpenAI, and can it be terminated?",  # not the dispute over how big it is
        "How big is Microsoft's stake in OpenAI, and which newspaper reported that?",
        "How large is OpenAI's loan to Cerebras, and when was it signed?",  # not a dispute that has the word
        "How much is Anthropic spending with Volta, and which chips does it use?",  # not those of others
        "When did OpenAI introduce o1, and for how long?",
        "When did OpenAI introduce o1, and how big is it?",
        "How much Azure did OpenAI commit to buy, and who pays for it?",  # not who shares its revenue
        "Does OpenAI pay Microsoft a share of its revenue? How much and since when?",  # the share is not published
    ],
)
def test_what_they_do_not_say_is_not_made_up(shipped: Store, question: str) -> None:
    assert answer(shipped, question)["status"] != "answered"


@pytest.mark.parametrize(
    "question",
    [
        "How long does OpenAI's PORTS-Pike lease run, and how many gigawatts does it cover?",
        "How large is the PORTS-Pike lease to OpenAI, and for how many years does it run?",
    ],
)
def test_a_second_part_is_about_the_same_place(shipped: Store, question: str) -> None:
    assert {(a["subject"], a["holder"], a["scope"]) for a in answer(shipped, question)["answers"]} == {("openai", "sb-energy", "PORTS-Pike")}


@pytest.mark.parametrize(
    ("question", "clause", "said"),
    [
        ("How much may NVIDIA invest in Anthropic, and is it subject to closing conditions?", "microsoft-anthropic/2025-11-18#investment-nvidia", "subject to closing conditions"),
        ("Which condition could have cut SoftBank's 2025 commitment to OpenAI to $20 billion, and until when did it apply?", "softbank-openai/2025-03-31#investment-condition", "27 October 2025"),
        ("How much credit does the AWS Generative AI Accelerator give at most, and does AWS itself say so?", "aws-genai-accelerator/2026#credit-amount", "Status in the record: alleged"),
        ("How much did Microsoft invest in January 2023, and has Microsoft confirmed it?", "microsoft-openai/2023-01-23#investment", "Status in the record: reported"),
        ("Was GPT-3 licensed exclusively to Microsoft in 2021, and could OpenAI still sell API access to it then?", "microsoft-openai/2020-09-22#api-sellers", "2020"),
    ],
)  # fmt: skip
def test_a_whether_a_status_and_the_time_of_the_first_part(shipped: Store, question: str, clause: str, said: str) -> None:
    """A second part that asks whether: in the clause's own words, and of the first part's time where it says ``then``."""
    found = answer(shipped, question)
    assert clause in [c["clause"] for c in found["answers"]]
    assert said in found["text"]


@pytest.mark.parametrize(
    "question",
    [
        "How much may NVIDIA invest in Anthropic, and is it refundable?",
        "Who was OpenAI's primary cloud in 2021, and did it have a right of first refusal then?",  # since 2025
        "Has Microsoft sued over OpenAI's Amazon deal, or was it only Google that did?",
    ],
)
def test_a_second_whether_of_which_nothing_is_told(shipped: Store, question: str) -> None:
    assert answer(shipped, question)["status"] != "answered"


def test_by_when_a_deal_had_been_signed_is_no_end(shipped: Store) -> None:
    found = answer(shipped, "By what date had Anthropic's Nscale deal been signed?")
    assert found["read_as"]["kind"] == "start"
    assert "26 August 2026 or earlier" in found["text"]


def test_the_part_that_is_read_is_told_and_the_other_one_refused(shipped: Store) -> None:
    found = answer(shipped, "Does Microsoft have a seat on OpenAI's board, and what is its color?")
    assert found["status"] == "not-understood"
    assert [p["status"] for p in found["parts"]] == ["answered", "not-understood"]
    assert found["text"].startswith("No. Microsoft has no seat on OpenAI's board")
    assert "Of the rest of the question: I read the first part, but not" in found["text"]


def test_a_first_part_without_an_answer_is_told_alone(shipped: Store) -> None:
    assert "parts" not in answer(shipped, "What color is Microsoft's seat on OpenAI's board, and since when?")
