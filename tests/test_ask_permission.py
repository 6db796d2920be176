"""Whether something may be done, where a clause that is told in words plainly forbids it."""

from __future__ import annotations

import pytest

from asking import answer
from tenor.store.read import Store

_FORBIDDEN = [
    "Can ordinary AWS promotional credit be used to pay AWS Marketplace charges?",
    "Do AWS's general promotional credit terms allow the credit to pay Marketplace charges?",
    "May OpenAI transfer the AMD warrant to an unrelated company?",
    "May OpenAI sell or transfer its AMD warrant to a third party?",
]

#: What the clause does not name, and more than the exception allows.
_UNDECIDED = [
    "Can OpenAI sell its AMD warrant?",
    "May OpenAI transfer the AMD warrant to affiliates of SoftBank?",
]


@pytest.mark.parametrize("question", _FORBIDDEN)
def test_what_a_clause_plainly_forbids_has_a_no(shipped: Store, question: str) -> None:
    assert answer(shipped, question)["text"].startswith("No")
    assert answer(shipped, question)["answers"][0]["yes"] is False


@pytest.mark.parametrize(
    ("question", "starts"),
    [
        ("can openai build or buy its own data centers", "Yes. "),
        ("Can OpenAI build its own data centers without offering the business to Microsoft first?", "Yes. No one has a right of first refusal"),
        ("could openai buy compute elsewhere without offering it to microsoft first in march 2025", "No. Microsoft had a right of first refusal"),
        ("Could developers buy OpenAI's API on any cloud other than Azure in 2024?", "No. OpenAI's API ran on Microsoft (Azure)'s cloud alone"),
        (
            "Could SoftBank's commitment have fallen without the restructuring?",
            "The record does not say yes or no. ",
        ),  # it was so in 2025, and is over
        ("May OpenAI sell or assign its AMD warrant?", "The record does not say yes or no. "),  # of the one it says it, and of the other not
        ("may openai sell or license its models to the government", "I do not know"),
    ],
)
def test_two_verbs_a_condition_and_what_could_have_been(shipped: Store, question: str, starts: str) -> None:
    assert answer(shipped, question)["text"].startswith(starts)


def test_what_an_exception_allows_has_a_yes(shipped: Store) -> None:
    assert answer(shipped, "May OpenAI transfer the AMD warrant to an affiliate?")["text"].startswith("Yes")


@pytest.mark.parametrize("question", _UNDECIDED)
def test_another_act_and_another_party_stay_undecided(shipped: Store, question: str) -> None:
    assert all(a["yes"] is None for a in answer(shipped, question)["answers"])


@pytest.mark.parametrize(
    "question",
    [
        "Did Google's startup program accept existing Google Cloud customers in 2018?",
        "Were old customers admitted to Google's startup program in 2019?",
        "We already hold Activate credit and got approved for a bigger package. Do we get the full new amount on top?",
    ],
)
def test_only_new_ones_leaves_out_old_ones(shipped: Store, question: str) -> None:
    assert [a["yes"] for a in answer(shipped, question)["answers"]] == [False]


@pytest.mark.parametrize(
    "question", ["Did Google's startup program exclude existing customers in 2018?", "Did Google's startup program accept new customers in 2018?"]
)
def test_what_only_leaves_out_says_no_to_nothing_else(shipped: Store, question: str) -> None:
    assert not any(a["yes"] is False for a in answer(shipped, question)["answers"])


@pytest.mark.parametrize(
    ("question", "yes"),
    [
        ("Does the enlarged AWS arrangement with OpenAI carry obligations linked to how Amazon's chips perform?", True),
        ("Does AWS Activate have a lifetime maximum?", True),
        ("Does the enlarged AWS arrangement with OpenAI contain obligations tied to the price of Amazon's chips?", None),
        ("Does the enlarged AWS arrangement with OpenAI contain no obligations on chip performance?", None),
    ],
)
def test_an_agreement_contains_what_a_clause_says_in_its_own_words(shipped: Store, question: str, yes: bool | None) -> None:
    assert {a["yes"] for a in answer(shipped, question)["answers"]} <= {yes}


def test_that_one_may_not_says_nothing_of_the_other(shipped: Store) -> None:
    assert answer(shipped, "Was Microsoft free to pursue AGI by itself in the first half of 2024?")["answers"][0]["yes"] is False
    assert answer(shipped, "Was OpenAI free to pursue AGI by itself in the first half of 2024?")["status"] == "no-record"
