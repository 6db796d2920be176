"""Rights asked for in lawyers' verbs: to insist on, be bound to, govern, carve out; and what those verbs do not tell."""

from __future__ import annotations

import pytest

from asking import answer
from tenor.store.read import Store

_SAME = [
    ("Who had the right of first refusal in 2025?", "Who could insist on the right of first refusal in 2025?"),
    ("Who had the right of first refusal in 2025?", "Who could invoke the right of first refusal in 2025?"),
    ("Who had the right of first refusal in 2025?", "Who had the benefit of the right of first refusal in 2025?"),
    ("Who could be offered OpenAI's new computing needs first in the summer of 2025?", "Who could insist on being offered OpenAI's new computing needs first in the summer of 2025?"),
    ("Does Amazon have a board seat at Anthropic?", "Can Amazon insist on a board seat at Anthropic?"),
    ("Must OpenAI pay Microsoft a revenue share?", "Is OpenAI bound to pay Microsoft a revenue share?"),
    ("Whom did OpenAI have to ask first for compute in June 2025?", "Whom was OpenAI bound to ask first for compute in June 2025?"),
    ("Is OpenAI subject to a right of first refusal today?", "Is OpenAI bound by a right of first refusal today?"),
    ("What license applies to the gpt-oss weights?", "What licence governs the gpt-oss weights?"),
    ("What rule applies to Marketplace charges for AWS promotional credit?", "What rule governs Marketplace charges for AWS promotional credit?"),
    ("When did the right of first refusal lapse?", "When did the right of first refusal fall away?"),
]  # fmt: skip


@pytest.mark.parametrize(("plain", "said"), _SAME)
def test_a_right_asked_for_in_another_verb_has_the_same_answer(shipped: Store, plain: str, said: str) -> None:
    one, other = answer(shipped, plain), answer(shipped, said)
    assert one["status"] == other["status"] == "answered"
    assert [(c["clause"], c.get("yes")) for c in one["answers"]] == [(c["clause"], c.get("yes")) for c in other["answers"]]


@pytest.mark.parametrize(
    "question",
    [
        "Must OpenAI bring out new products on Azure first, and is there any way out of that duty?",
        "Is there a carve-out from Azure first?",
        "What is the exception to the Azure-first rule?",
    ],
)
def test_an_exception_is_told_in_the_words_that_make_it(shipped: Store, question: str) -> None:
    found = answer(shipped, question)
    assert [c["clause"] for c in found["answers"]] == ["microsoft-openai/2026-04-27#first-ship"]
    assert "unless Microsoft cannot" in found["text"]


_ELSE = [
    # another thing, another party
    "Who could insist on being offered OpenAI's new satellite needs first in the summer of 2025?",
    "Who could insist on being offered Anthropic's new computing needs first in the summer of 2025?",
    "Is OpenAI bound to ship its satellites on Azure first?",
    "What licence governs the gpt-oss trademark?",
    "What law governs the Microsoft contract?",
    "What licence governs Claude's weights?",
    "Who has the final say on pricing?",
    "Who has the final say over Anthropic?",
    # a verb that says something else
    "Who could object to the right of first refusal in 2025?",
    "Which licence forbids the gpt-oss weights?",
    # whoever has to do a thing cannot insist on it, and whoever has a right is not bound by it
    "Can OpenAI insist on a revenue share?",
    "Was Microsoft bound by a right of first refusal in June 2025?",
    # a right can be had and not be ready for use
    "Could Microsoft exercise its right of first refusal in June 2025?",
    # that it has to be done is not that it has to end
    "Is OpenAI bound to stop shipping on Azure first?",
    # a right whose text makes no exception
    "Was there a carve-out from Azure's exclusivity in 2024?",
    "Must Microsoft verify AGI, and is there any way out of that duty?",
]  # fmt: skip


@pytest.mark.parametrize("question", _ELSE)
def test_what_the_verb_does_not_tell_is_not_answered(shipped: Store, question: str) -> None:
    assert answer(shipped, question)["status"] != "answered"


_ENDS = [
    ("Who decides whether AGI has been reached under the Microsoft contract?", "Who decides whether AGI has been reached?"),
    ("From what date did AWS Activate credits pay for Claude on Bedrock?", "From what date did AWS Activate credits cover Claude on Bedrock?"),
    ("May Microsoft pursue AGI without OpenAI?", "May Microsoft pursue AGI on its own?"),
    (
        "Was NVIDIA legally bound to anything by its September 2025 letter of intent with OpenAI?",
        "Was NVIDIA's September 2025 letter of intent with OpenAI binding?",
    ),
    ("How many AMD shares is OpenAI entitled to?", "How many AMD shares does OpenAI get?"),
    ("Under what circumstances may either side terminate the SpaceX contract?", "On what condition may either side terminate the SpaceX contract?"),
]


@pytest.mark.parametrize(("said", "plain"), _ENDS)
def test_how_long_a_right_lasts_how_much_it_is_of_and_how_it_changed(shipped: Store, said: str, plain: str) -> None:
    one, other = answer(shipped, said), answer(shipped, plain)
    assert one["status"] == other["status"] == "answered"
    assert [c["clause"] for c in one["answers"]] == [c["clause"] for c in other["answers"]]


@pytest.mark.parametrize(
    "question",
    [
        "Is Anthropic's satellite licence perpetual?",
        "Who decides whether AGI has been reached under the Amazon contract?",
        "Since when did AWS Activate credits pay for Claude on Vertex?",
        "May OpenAI pursue AGI without Microsoft?",
        "May OpenAI pursue AGI on its own?",
        "In December 2025, could OpenAI run non-API products on clouds other than Azure?",
        "May Microsoft pursue AGI without Amazon?",
        "May Microsoft pursue AGI without OpenAI's consent?",
        "How many NVIDIA shares is OpenAI entitled to?",
        "Is AMD legally bound by its letter of intent with OpenAI?",
        "Did Amazon and OpenAI renegotiate the revenue share in April 2026?",
        "Is Microsoft's licence revocable?",
        "Are Azure startup credits transferable?",
        "What falls outside Microsoft's IP licence?",
        "What triggered the SoftBank round?",
    ],
)
def test_what_no_record_says_of_a_right_is_not_answered(shipped: Store, question: str) -> None:
    assert answer(shipped, question)["status"] != "answered"


def test_a_condition_is_told_in_the_words_of_the_clause(shipped: Store) -> None:
    assert "unless Microsoft cannot" in answer(shipped, "In what circumstances may OpenAI ship elsewhere first?")["text"]
    assert "only if OpenAI buys the whole 2 gigawatts" in answer(shipped, "On what condition do OpenAI's Cerebras warrants vest?")["text"]


@pytest.mark.parametrize(
    ("question", "clause"),
    [
        ("Was Microsoft under a bar against pursuing AGI on its own in 2024?", "microsoft-openai/2023-01-23#agi-pursuit"),
        ("Does Microsoft remain OpenAI's primary cloud?", "microsoft-openai/2026-04-27#primary-cloud"),
    ],
)  # fmt: skip
def test_nouns_and_verbs_of_having_to_and_of_staying(shipped: Store, question: str, clause: str) -> None:
    assert clause in [c["clause"] for c in answer(shipped, question)["answers"]]


def test_what_no_longer_is_does_not_remain(shipped: Store) -> None:
    assert {c["yes"] for c in answer(shipped, "Does Microsoft remain OpenAI's exclusive cloud?")["answers"]} == {False}


@pytest.mark.parametrize(
    "question", ["Whose consent is required for the transfer of the AMD warrant?", "Was OpenAI under a ban on selling through AWS in 2024?"]
)
def test_whose_word_is_needed_and_what_is_banned_must_be_told(shipped: Store, question: str) -> None:
    assert answer(shipped, question)["status"] != "answered"


def test_what_a_day_was_besides_its_date_is_passed_over(shipped: Store) -> None:
    found = answer(shipped, "On 26 April 2026, the eve of the amendment, was Microsoft's license to OpenAI models and products still exclusive?")
    assert [(c["clause"], c["yes"]) for c in found["answers"]] == [("microsoft-openai/2025-10-28#ip-license", True)]
