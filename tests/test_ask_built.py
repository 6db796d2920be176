"""Sentences that are built another way and ask the same, and near ones that ask something else."""

from __future__ import annotations

import pytest

from asking import answer
from tenor.store.read import Store

_SAME = [
    ("What would happen to Amazon's unpaid money if the AWS partnership ended?", "What would have happened to Amazon's unpaid money had the AWS partnership been ended?"),
    ("Can a startup spend Google Cloud startup credit on Claude in Vertex?", "Is a startup that only has Google Cloud startup credit entitled to spend it on Claude in Vertex?"),
    ("What must OpenAI buy for its Cerebras warrants to vest?", "What must OpenAI buy before its Cerebras warrants vest completely?"),
    ("What share of Anthropic's compute obligations cannot be canceled?", "What part of Anthropic's compute obligations is it unable to cancel?"),
    ("By when will Broadcom have deployed OpenAI's custom accelerators?", "By when is Broadcom supposed to have all of OpenAI's custom accelerators deployed?"),
    ("Does AWS share our prompts with OpenAI by default for GPT-5.6 on Bedrock?", "For GPT-5.6 on Bedrock, does AWS hand our prompts over to OpenAI by default?"),
    ("Is there a published expiry date for the Microsoft-OpenAI contract today?", "Is there one published expiry date for the Microsoft-OpenAI contract today?"),
    ("By January 2026, what was public about when AMD's warrant vests?", "By January 2026, what had AMD disclosed about when its warrant vests?"),
    ("Did AWS's exclusivity for Frontier end on 27 April 2026?", "Did the Microsoft amendment of April 2026 put an end to AWS's exclusivity for Frontier?"),
    ("Who decides on AGI now?", "Who decides on AGI under the current agreement?"),
    ("How much does Activate Founders give?", "How much can we get out of Activate Founders?"),
]  # fmt: skip


@pytest.mark.parametrize(("plain", "said"), _SAME)
def test_another_build_has_the_same_answer(shipped: Store, plain: str, said: str) -> None:
    one, other = answer(shipped, plain), answer(shipped, said)
    assert one["status"] == other["status"] == "answered"
    assert [(c["clause"], c.get("yes")) for c in one["answers"]] == [(c["clause"], c.get("yes")) for c in other["answers"]]


_ELSE = [
    "What would have happened to Amazon's unpaid OpenAI money had the Microsoft partnership been terminated in May 2026?",
    "What would have happened to Amazon's unpaid OpenAI money had the AWS partnership been extended in May 2026?",
    "Is a startup that only has Google Cloud startup credit entitled to spend it on Gemini in Vertex?",
    "What must OpenAI sell before its Cerebras warrants vest completely?",
    "What must Anthropic buy before its Cerebras warrants vest completely?",
    "What share of OpenAI's compute obligations is it unable to cancel?",
    "By when is Broadcom supposed to have all of Anthropic's custom accelerators deployed?",
    "By when is Broadcom supposed to have all of OpenAI's custom accelerators destroyed?",
    "For GPT-5.6 on Bedrock, does AWS pass our prompts on to Anthropic?",
    "By the end of 2024, what had Amazon made public about how long Microsoft may use the models?",
    "Did the Oracle amendment of April 2026 put an end to AWS's exclusivity for Frontier?",
    "Did the Microsoft amendment of April 2026 strengthen AWS's exclusivity for Frontier?",
    "Under the current Apple agreement, who decides on AGI?",
    "When was the current agreement with Microsoft signed?",
    # that there is one does not say that there is no other
    "Is there just one cloud for OpenAI?",
]


@pytest.mark.parametrize("question", _ELSE)
def test_another_thing_is_not_answered(shipped: Store, question: str) -> None:
    assert answer(shipped, question)["status"] != "answered"


def test_how_sure_an_answer_is_is_told_by_its_status(shipped: Store) -> None:
    assert (
        "alleged"
        in answer(shipped, "What's the most a startup can get out of the AWS Generative AI Accelerator, and how solid is that number?")["text"]
    )
    assert "confirmed" in answer(shipped, "What does Anthropic pay SpaceX a month, and how firm is that number?")["text"]
    assert answer(shipped, "How big is Amazon's stake in Anthropic, and how certain is that figure?")["status"] != "answered"


def test_whether_an_answer_is_official_is_told_of_a_second_part(shipped: Store) -> None:
    assert answer(shipped, "Who holds the IP license, and is that official?")["status"] == "answered"
