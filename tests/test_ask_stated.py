"""Yes or no from the very words of a clause or of a claim, and by until when a thing runs."""

from __future__ import annotations

import pytest

from asking import answer
from tenor.store.read import Store

_YES = [
    "Is Claude in Foundry billed in Claude Consumption Units?",
    "Do SoftBank's OpenAI preferred shares convert to common stock on an IPO?",
    "Does Theo say that Microsoft put $1 billion into OpenAI in 2019?",
    "Is Theo right that Microsoft put $1 billion into OpenAI in 2019?",
    "Is it correct that Theo calls Amazon the biggest winner?",
    "Does OpenAI's revenue share to Microsoft run through 2030?",
    "Does Microsoft's license run only until 2032?",
    "Is NVIDIA's part of the November 2025 Anthropic deal up to $10 billion and Microsoft's up to $5 billion?",
]
_NO = [
    "Do OpenAI's models in Foundry need an Azure Marketplace subscription?",
    "Is it true, as Theo says, that Sam Schillace raised his voice on the call?",
    "Is Theo's claim that Sam Schillace raised his voice on the call backed by the press?",
    "Does OpenAI's revenue share to Microsoft run through 2028?",
    "Does Microsoft's license to OpenAI's models run through 2030?",
    "According to SpaceX's filing, does the Colossus deal with Anthropic run through May 2028?",
    "Is NVIDIA's part of the November 2025 Anthropic deal up to $5 billion and Microsoft's up to $10 billion?",
]
#: Other words, the words in another order, opinions, an end that nobody stated, and another time or another kind of amount than the text's.
_NEITHER = [
    "Does SoftBank's OpenAI common stock convert to preferred shares on an IPO?",
    "Is Theo right that Amazon is the biggest winner?",
    "Can Anthropic cancel about 80 percent of its compute obligations?",
    "Does the CoreWeave contract run until 2029?",
    "Is the first 800 megawatts at PORTS-Pike due in 2027?",
    "Was the $730 billion valuation after the new money?",
    "Was SoftBank's second payment of the 2026 follow-on made on July 31, 2026?",
]


@pytest.mark.parametrize(("question", "yes"), [*((q, "Yes") for q in _YES), *((q, "No") for q in _NO)])
def test_what_the_record_says_word_for_word_is_a_yes_or_a_no(shipped: Store, question: str, yes: str) -> None:
    document = answer(shipped, question)
    assert document["status"] == "answered"
    assert document["text"].startswith(f"{yes}. ")
    assert {a.get("yes") for a in document["answers"]} - {None} == {yes == "Yes"}


@pytest.mark.parametrize("question", _NEITHER)
def test_anything_else_is_neither(shipped: Store, question: str) -> None:
    assert not answer(shipped, question)["text"].startswith(("Yes", "No."))
