"""Statements that are put to be checked: the right figure for a thing, how long it runs, when it is due, on what day it was signed, and who does it for whom."""

from __future__ import annotations

import pytest

from asking import answer
from tenor.store.read import Store

CHECKED = {
    # the figure for a thing, what it came in at, and at what it was reported
    "Is 27 percent the correct figure for Microsoft's stake in OpenAI at 30 June 2026?": False,
    "Is $11.8 billion the right figure for what Microsoft had funded by March 31, 2026?": True,
    "Is it true that Anthropic's Series H came in at $56 billion?": False,
    "Did SoftBank's investments in OpenAI add up to $64.6 billion?": True,
    "Was Anthropic's deal with Volta reported at $10 billion?": True,
    "Is it right to quote Microsoft's stake in OpenAI as 27 percent?": False,
    # just so much, of what is so much at most or more than that
    "Is AMD's investment in Anthropic exactly $5 billion?": False,
    "Is Anthropic's commitment to AWS exactly $100 billion?": False,
    "Is AMD's investment in Anthropic capped at $5 billion?": True,
    "Is AMD's investment in Anthropic capped at $4 billion?": False,
    "Will Anthropic spend more than $100 billion on AWS over ten years?": True,
    # how long it runs, and when it is due
    "Is it correct that the original $38bn AWS contract of OpenAI runs eight years?": False,
    "Is OpenAI's $100bn expansion with AWS spread over eight years?": True,
    "Is Anthropic's Volta deal reported to last ten years?": False,
    "Does the lease of PORTS-Pike run 15 years?": False,
    "Was the first gigawatt of AMD chips for OpenAI due in the second half of 2026?": True,
    "Was the first gigawatt of AMD chips for Anthropic planned for the first half of 2026?": False,
    # on what day it was signed or announced
    "Was the AMD deal with Anthropic announced on 22 July 2026?": True,
    "Was the AMD deal with Anthropic announced on 6 October 2025?": False,
    "Was the CoreWeave contract of OpenAI signed on 10 March 2025?": False,  # announced then
    # what comes about but once
    "Did OpenAI open its API in June 2020?": True,
    "Did OpenAI open its API in June 2021?": False,
    "Did OpenAI open its API on June 12, 2020?": False,
    "Sam Altman was removed by OpenAI's board in March 2024, correct?": False,
    "Was Sam Altman removed by OpenAI's board in 2023?": True,
    "Did OpenAI launch ChatGPT in November 2023?": False,
}


@pytest.mark.parametrize(("question", "yes"), CHECKED.items(), ids=CHECKED)
def test_a_statement_is_compared_with_what_is_told(shipped: Store, question: str, yes: bool) -> None:
    document = answer(shipped, question)
    assert document["status"] == "answered", document["text"]
    assert {a["yes"] for a in document["answers"] if a["clause"]} == {yes}


@pytest.mark.parametrize(
    "question",
    [
        "Did Anthropic commit to invest up to $5 billion in AMD?",
        "Did OpenAI issue AMD a warrant for up to 160 million OpenAI shares?",
        "Did Cerebras lend OpenAI $1 billion?",
        "Does SpaceX rent Colossus 1 from Anthropic?",
        "Is it right to write that OpenAI got a right of first refusal on Microsoft's new capacity in January 2025?",
        "Did OpenAI guarantee NVIDIA's lease?",
        "Does SpaceX lease compute from Anthropic?",
        "Does Amazon distribute Frontier through OpenAI?",
    ],
)
def test_what_is_recorded_the_other_way_round_is_told_with_a_no(shipped: Store, question: str) -> None:
    document = answer(shipped, question)
    assert document["text"].startswith("No. The other way round: "), document["text"]
    assert {a["yes"] for a in document["answers"] if a["clause"]} == {False}


@pytest.mark.parametrize(
    "question",
    [
        "Did AMD invest exactly $5 billion in OpenAI?",  # it did not invest in it at all
        "Is Microsoft's stake in OpenAI exactly 25 percent?",  # about that much: it may be
        "Is Anthropic's commitment to Azure capped at $30 billion?",  # it is that much, and no cap
        "Was Anthropic's commitment to Azure reported at $30 billion?",  # told by themselves
        "Is 1.3 gigawatts the figure for Broadcom's deployment for OpenAI in 2027?",  # a part of the 10 gigawatts that are told
        "Does OpenAI supply Amazon?",  # with models it does
        "Does Broadcom develop OpenAI's chips?",  # both do
        "Can one say that OpenAI builds its own chips with Broadcom?",
        "Does SpaceX leave Anthropic?",  # either may
        "Did Anthropic and AMD sign a deal in June 2026?",  # any deal
        "Was a deal between Anthropic and AMD signed in June 2026?",
        "Amazon takes about half of the revenue on Claude sold through AWS. Right?",  # half of the gross profit
        "Did OpenAI raise its prices in June 2021?",  # it may more than once
        "Did Anthropic open its API in June 2021?",  # of another's nothing is told
        "Was Elon Musk's suit against OpenAI dismissed in May 2025?",  # and an appeal announced: more than one thing
        "Does the lease of PORTS-Pike run until 19:20 UTC?",  # no time of the records
    ],
)
def test_what_nothing_decides_is_neither_yes_nor_no(shipped: Store, question: str) -> None:
    document = answer(shipped, question)
    assert not {True, False} & {a.get("yes") for a in document["answers"]}, document["text"]
