"""An answer is of the measure that is asked for, of whoever is named, and of the time: a rate is no sum, a length no amount, what was before not done then."""

from __future__ import annotations

import pytest

from asking import answer
from tenor.store.read import Store

_SAYS = [
    # a rate, and not the sum
    ("interest rate on OpenAI's loan to Cerebras", "6%"),
    ("At what rate did OpenAI lend Cerebras the money?", "6%"),
    ("How much interest does Cerebras pay on OpenAI's loan?", "6%"),
    ("What interest does Microsoft hold in OpenAI?", "25 percent"),
    # how long, and not how much
    ("How long does Google's startup credit last?", "three months"),
    ("How long does Cloudflare's startup plan run?", "one year"),
    # the second part in the frame of the first
    ("Ramp AI Index April 2026: what share of businesses pay Anthropic and what share pay OpenAI?", "pay OpenAI: 32.3 percent"),
    ("In the Ramp AI Index of April 2026, what share of businesses paid OpenAI and what share paid Anthropic?", "pay Anthropic: 34.4 percent"),
    # what was done before, told as such
    ("How much did Amazon put into Anthropic in 2025?", "Nothing of this is recorded as done in that time; recorded before: "),
    ("How much did NVIDIA invest in OpenAI in March 2026?", "Nothing of this is recorded as done in that time; recorded before: "),
    # since the first sighting, though nobody looked in between
    ("How long has SoftBank owned a stake in OpenAI?", "first seen 26 December 2025"),
]
_REFUSED = [
    "at what rate is Google's investment in Anthropic paid",
    "How long do AWS Activate credits last?",
    "How long do Azure startup credits last?",
    "How long could a company take part in Google's startup credit programme under the terms of October 2017?",
    # of whoever is named
    "How much has Oracle invested in Stargate?",
    "How much did SoftBank invest in Stargate?",
    # on the day of what is named
    "How much did Google invest in Anthropic's Series H?",
    "How much did Microsoft put into OpenAI when ChatGPT launched?",
]
_ONLY = [
    ("How much did Amazon invest in Anthropic's Series H?", ["amazon-anthropic/2026-05-28#investment"]),
    ("What was SoftBank's stake in OpenAI after the December 2025 payment?", ["softbank-openai/2025-12-26#equity-stake"]),
    ("What was Microsoft's stake in OpenAI after the recapitalization?", ["microsoft-openai/2025-10-28#equity-stake"]),
]


@pytest.mark.parametrize(("question", "words"), _SAYS)
def test_what_is_asked_for_is_told(shipped: Store, question: str, words: str) -> None:
    assert words in answer(shipped, question)["text"]


@pytest.mark.parametrize("question", _REFUSED)
def test_what_is_of_another_measure_or_time_is_not_told(shipped: Store, question: str) -> None:
    assert answer(shipped, question)["status"] != "answered"


@pytest.mark.parametrize(("question", "clauses"), _ONLY)
def test_only_what_was_then_is_told(shipped: Store, question: str, clauses: list[str]) -> None:
    assert [s["clause"] for s in answer(shipped, question)["answers"]] == clauses
