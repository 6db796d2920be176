"""What a yes-or-no question says beside the thing: a yes is only told where the record bears that out."""

from __future__ import annotations

import pytest

from asking import answer
from tenor.store.read import Store

_BORNE_OUT = [
    "is gpt-6.1 sol on bedrock",  # "Sol" is not "sole"
    "Is GPT-6 Sol on Bedrock?",
    "Did Microsoft invest $1 billion in OpenAI in 2019?",
    "Did OpenAI pay Microsoft a revenue share in 2024?",  # it went on
    "Does Anthropic pay SpaceX $1.25 billion a month?",
    "Is Cerebras capacity 750 megawatts?",
    "May Anthropic terminate the SpaceX agreements early?",
    "Does Anthropic rent capacity from SpaceX?",
    "Has Amazon invested $50 billion in OpenAI?",
]

_NOT = [
    # an act of another time
    "Did Google invest $1 billion in Anthropic in 2026?",
    "Did AMD issue a warrant to OpenAI in 2026?",
    "Did OpenAI commit $38 billion to AWS in 2026?",
    "Did Amazon pay $13.7 billion in 2027?",
    # a rate, a length, a unit
    "Does Anthropic pay SpaceX $1.25 billion a year?",
    "Is OpenAI's Azure commitment $250 billion a year?",
    "Is OpenAI's $38 billion AWS agreement over nine years?",
    "Is Cerebras capacity 750 gigawatts?",
    # exactly, already, taken in, owned, paid back, carried out
    "Does Microsoft own exactly 25 percent of OpenAI?",
    "Is the Broadcom capacity running today?",
    "Does OpenAI have 10 GW of NVIDIA systems today?",
    "Does the $100 billion include the $38 billion?",
    "Does Microsoft own Anthropic's models?",
    "Is the Cerebras loan paid back?",
    "Was the 600 MW Abilene extension built?",
    "Was the Abilene expansion built?",
    "When was the Abilene expansion cancelled?",
    "Did OpenAI close the round at $110 billion?",
    "Did Stargate invest $500 billion?",
    # a way out, a day to come, the other way round
    "Can OpenAI terminate the Oracle contract?",
    "Can Anthropic cancel the Google commitment?",
    "Will SoftBank own 15 percent of OpenAI next year?",
    "Will Microsoft's license to OpenAI's models end in 2030?",
    "Did SoftBank invest $64.6 billion in 2026?",  # a total as it was seen
    "Did SoftBank pay OpenAI $22.5 billion in 2026?",
    "Does Anthropic pay SpaceX $1.25 billion per week?",
    "Must NVIDIA pay OpenAI back under the PORTS-Pike guarantee?",
    "Does SpaceX rent capacity from Anthropic?",
    "Does OpenAI rent capacity to CoreWeave?",
]


@pytest.mark.parametrize("question", _BORNE_OUT)
def test_what_the_record_bears_out_has_a_yes(shipped: Store, question: str) -> None:
    assert answer(shipped, question)["text"].startswith("Yes")


@pytest.mark.parametrize("question", _NOT)
def test_what_it_does_not_bear_out_has_none(shipped: Store, question: str) -> None:
    assert not answer(shipped, question)["text"].startswith("Yes")


@pytest.mark.parametrize(
    "question",
    [
        "Is GPT-5.5 the same price on Bedrock as straight from OpenAI?",
        "Is the revenue share the same as before April 2026?",
        "Is Google's stake in Anthropic the same as Amazon's?",
    ],
)
def test_that_one_amount_is_recorded_does_not_say_that_it_is_the_same_as_another(shipped: Store, question: str) -> None:
    document = answer(shipped, question)
    assert not any(a["yes"] for a in document["answers"]), document["text"]


def test_an_amount_that_the_sentence_leaves_out_is_told_with_its_own_status(shipped: Store) -> None:
    text = answer(shipped, "Does OpenAI pay Microsoft 20 percent of its revenue?")["text"]
    assert "Amount on record: 20 percent (reported)." in text
    assert "20 percent (reported)" in answer(shipped, "What percentage of its revenue does OpenAI pay Microsoft?")["text"]


def test_a_license_of_one_is_no_answer_about_another(shipped: Store) -> None:
    assert answer(shipped, "Does Google use OpenAI's models?")["status"] == "no-record"
    assert answer(shipped, "Does Amazon have a license to OpenAI's models?")["status"] == "no-record"
