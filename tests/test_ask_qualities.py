"""Which of several things are confirmed, bind or are exclusive, what one document has, and what changed from one document to another."""

from __future__ import annotations

import pytest

from asking import answer
from tenor.store.read import Store

WHICH = """
Which of Anthropic's compute commitments are confirmed? | amazon-anthropic/2026-04-20#compute-commitment microsoft-anthropic/2025-11-18#compute-commitment
Which of Amazon's deals with OpenAI are exclusive? | amazon-openai/2026-02-27#frontier-distribution amazon-openai/2026-04-28#managed-agents-exclusivity
Which of Anthropic's deals with SpaceX are exclusive? | spacex-anthropic/2026-05-06#compute-capacity
List the valuations of Anthropic. | google-anthropic/2026-04-24#valuation amazon-anthropic/2026-05-28#valuation
""".strip().splitlines()


@pytest.mark.parametrize("line", WHICH)
def test_all_that_are_so_and_no_others(shipped: Store, line: str) -> None:
    question, clauses = line.split(" | ")
    assert {c["clause"] for c in answer(shipped, question)["answers"]} == {*clauses.split()}


def test_documents_that_bind_or_do_not(shipped: Store) -> None:
    binding = answer(shipped, "Which agreements between Microsoft and OpenAI were binding?")
    assert {c["instrument"] for c in binding["answers"]} == {"microsoft-openai/2025-10-28"}
    assert "the record does not say" in binding["text"]
    others = answer(shipped, "Which documents between OpenAI and its partners are non-binding?")
    assert {c["instrument"] for c in others["answers"]} == {"microsoft-openai/2025-09-11", "nvidia-openai/2025-09-22"}


def test_deals_of_which_nothing_is_confirmed(shipped: Store) -> None:
    found = answer(shipped, "Which deals are only reported?")
    assert {c["deal"] for c in found["answers"]} == {"broadcom-anthropic", "google-openai", "nscale-anthropic", "volta-anthropic"}
    assert answer(shipped, "list the unconfirmed deals")["text"] == found["text"]
    oracles = answer(shipped, "Which of Oracle's contracts are only rumored?")["answers"]
    assert "oracle-openai/2025-09-10#compute-commitment" in {c["clause"] for c in oracles}


@pytest.mark.parametrize(
    "question",
    [
        "Which of these deals are not confirmed?",
        "Which deals are not only reported?",
        "Which deals were only reported in 2025?",
        "Which of Google's deals with OpenAI are exclusive?",
        "Which rights of Microsoft are exclusive?",
        "Which agreements with Oracle are binding?",
        "Which clauses between Nscale and OpenAI are confirmed?",
        "Which of Apple's deals with OpenAI are binding?",
        "What changed between the October 2025 agreement and the April 2026 amendment of Google and Anthropic?",
        "What changed between the CoreWeave agreement of March 2025 and the Microsoft agreement of October 2025?",
        "Does Anthropic owe Nscale anything according to the draft prospectus?",
    ],
)
def test_where_nothing_is_so_or_the_documents_are_of_others_there_is_no_answer(shipped: Store, question: str) -> None:
    assert answer(shipped, question)["status"] != "answered"


@pytest.mark.parametrize(
    "question",
    [
        "Which suppliers does Anthropic owe money to according to the draft prospectus?",
        "Which suppliers has Anthropic signed commitments with according to its leaked draft prospectus?",
        "Which companies are owed compute money in Anthropic's leaked draft prospectus?",
    ],
)
def test_by_one_document_only_what_that_document_has_is_listed(shipped: Store, question: str) -> None:
    found = answer(shipped, question)["answers"]
    assert len(found) == 6
    assert {c["instrument"] for c in found} == {"anthropic-prospectus/2026-09-28"}


@pytest.mark.parametrize(
    "question",
    [
        "What changed between the October 2025 and April 2026 agreements?",
        "What changed between the October 2025 agreement and the April 2026 amendment?",
        "Compare the October 2025 agreement with the April 2026 amendment.",
    ],
)
def test_two_documents_are_compared_in_their_own_deal(shipped: Store, question: str) -> None:
    found = answer(shipped, question)
    assert "microsoft-openai/2026-04-27#ip-license" in {c["clause"] for c in found["answers"]}
    assert {c["deal"] for c in found["answers"]} == {"microsoft-openai"}


@pytest.mark.parametrize(
    ("question", "starts", "yes"),
    [
        ("Did Microsoft's stake in OpenAI change between March and June 2026?", "Yes. 2 versions", True),
        ("Has Microsoft's stake in OpenAI ever changed?", "Yes. 3 versions", True),
        ("Did the revenue share change in April 2026?", "Yes. ", True),
        ("Did the AGI clause change in October 2025?", "Yes. ", True),
        ("Did the API exclusivity change in 2024?", "No, no change is recorded in that time: ", False),
        ("Did Microsoft's stake in OpenAI change in April 2026?", "2 versions", None),  # on some day between April and June
        ("Has OpenAI's valuation changed since March 2026?", "3 versions", None),  # seen on a day, and so since before
        ("Has the IP license changed since June 2026?", "No change is recorded in that time: ", None),  # through today, and checked to October
        ("How did Microsoft's stake change between March and June 2026?", "2 versions", None),
        ("Did Microsoft's stake change hands in 2026?", "2 versions", None),
    ],
)
def test_whether_it_changed_has_a_yes_or_no_where_that_is_certain(shipped: Store, question: str, starts: str, yes: bool | None) -> None:
    found = answer(shipped, question)
    assert found["text"].startswith(starts)
    assert {c.get("yes") for c in found["answers"]} == {yes}


@pytest.mark.parametrize(
    ("question", "starts"),
    [
        ("What changed about research IP between January 2025 and October 2025?", "New in that time: "),
        ("How did the price of GPT-5.6 Luna change?", "Only one version is recorded: "),
        ("From what to what did the revenue share cap change in July 2026?", "No change is recorded in that time: "),
    ],
)
def test_one_version_is_told_as_new_or_as_the_only_one(shipped: Store, question: str, starts: str) -> None:
    assert answer(shipped, question)["text"].startswith(starts)
