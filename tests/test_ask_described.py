"""What describes a thing, or its asker, is borne out by the answer or set apart, and is no reason to refuse."""

from __future__ import annotations

import pytest

from asking import answer
from tenor.store.read import Store

_NVIDIA = "nvidia-openai/2025-09-22#binding"
_MEMORANDUM = "microsoft-openai/2025-09-11#binding"


@pytest.mark.parametrize(
    ("question", "clause"),
    [
        ("Is the $100 billion letter of intent binding?", _NVIDIA),
        ("was nvidia's 100 billion letter of intent with openai legally binding", _NVIDIA),
        ("Was the memorandum of 11 September 2025 between Microsoft and OpenAI binding?", _MEMORANDUM),
        ("Was the MoU signed by Microsoft and OpenAI in September 2025 a binding contract?", _MEMORANDUM),
        ("does the $300 google cloud free trial work for Claude on Vertex AI?", "google-free-trial/2026#credit-coverage"),
        ("Does the $150,000 of Microsoft for Startups cover Claude in Foundry?", "microsoft-for-startups/2026-03-10#credit-coverage"),
        ("May OpenAI assign the AMD warrant to an unaffiliated third party?", "amd-openai/2025-10-06#warrant-conditions-transfer"),
        ("I have normal AWS promo credit, not Activate. Does it pay for Claude on Bedrock?", "aws-promotional-credit/2025#credit-coverage"),
        ("i only got generic aws promo credits, not activate. can i use those on claude in bedrock?", "aws-promotional-credit/2025#credit-coverage"),
        (
            "A user received ordinary AWS promotional credit (not Activate) from a hackathon. Does this kind of credit cover Claude on Bedrock?",
            "aws-promotional-credit/2025#credit-coverage",
        ),
        (
            "Does ordinary AWS promotional credit, i.e. credit that is not Activate credit, pay for Claude on Bedrock?",
            "aws-promotional-credit/2025#credit-coverage",
        ),
        ("Does general AWS promotional credit, outside Activate, pay for Claude on Bedrock?", "aws-promotional-credit/2025#credit-coverage"),
        ("We hold Google startup credit, not trial credit. Does that pay for Claude on Vertex AI?", "google-for-startups/2026-10#credit-coverage"),
    ],
)
def test_no_is_told_of_the_thing_described(shipped: Store, question: str, clause: str) -> None:
    document = answer(shipped, question)
    assert document["status"] == "answered", document["text"]
    assert {a["clause"]: a["yes"] for a in document["answers"]}[clause] is False


@pytest.mark.parametrize(
    "question",
    [
        "Is the $70 billion letter of intent binding?",  # no document has that sum
        "Is NVIDIA's $38 billion letter of intent with OpenAI binding?",  # another's sum
        "Does the $500 free trial of Google Cloud work for Claude on Vertex AI?",  # it gives $300
        "Is the AWS agreement of November 2025 binding?",
        "May OpenAI transfer the Cerebras warrants to a third party?",
        "Our startup has no investor. How much does Microsoft for Startups give?",  # what the asker has not got matters
        "I have Claude for Startups credit. Does this kind of voucher pay for Bedrock?",
    ],
)
def test_what_the_records_do_not_bear_out_is_refused(shipped: Store, question: str) -> None:
    assert answer(shipped, question)["status"] != "answered"


@pytest.mark.parametrize(
    ("question", "term", "holders"),
    [
        ("openai investors list", "investment", {"amazon", "microsoft", "nvidia", "softbank"}),  # no listing
        ("Give me a complete list of OpenAI's investors.", "investment", {"amazon", "microsoft", "nvidia", "softbank"}),
        # no supplier's financing; those from whom it is committed to buy supply it, too
        ("anthropic supplier list", None, {"amazon", "amd", "broadcom", "google", "microsoft", "nscale", "spacex", "volta"}),
        ("openai warrants list 2026", "customer-warrant", {"amd", "cerebras"}),
    ],
)
def test_a_list_behind_its_subject_is_a_list(shipped: Store, question: str, term: str | None, holders: set[str]) -> None:
    document = answer(shipped, question)
    assert (document["read_as"]["term"], {a["holder"] for a in document["answers"]}) == (term, holders)


def test_an_empty_question_about_a_list_is_refused_in_words(shipped: Store) -> None:
    assert answer(shipped, "? list")["status"] == "not-understood"
