"""What is named in so many words is meant whole: no other right answers for a part of its name, and whoever stands on its other side does not have it."""

from __future__ import annotations

import pytest

from asking import answer
from tenor.store.read import Store

OF_A_PART = [
    "Does Anthropic have own data centers?",  # that others run some for it
    "Does OpenAI have hardware rights?",  # that it gets hardware
    "Does OpenAI have right to model weights?",  # that its models are on sale
    "Who is OpenAI's exclusive supplier at a site?",  # who supplies it at all
    "Who is OpenAI's primary training partner?",  # its primary cloud
    "How much is Anthropic's disclosed revenue?",  # what it shares of it
    "How much is OpenAI's expected revenue share?",  # that it pays one
]
OF_A_STRANGER = [
    "Does Oracle have an exclusive cloud?",  # that OpenAI has none
    "Does Anthropic have custom models?",  # that OpenAI makes them for Amazon
    "Does Oracle have a cap on the revenue share?",
]
ON_ITS_SIDE = [
    ("Does OpenAI have an exclusive cloud?", "No. "),
    ("Does OpenAI have a compute commitment?", "Yes. "),
    ("Does OpenAI have a stock warrant?", "Yes. "),
    ("Does OpenAI have a revenue share?", "Yes. "),
    ("Does Oracle have a right of first refusal?", "No. No one has"),
    ("Does Anthropic have a co-development?", "Yes. "),
]


@pytest.mark.parametrize("question", [*OF_A_PART, *OF_A_STRANGER])
def test_no_other_right_answers_for_what_is_named(shipped: Store, question: str) -> None:
    assert answer(shipped, question)["status"] == "no-record"


@pytest.mark.parametrize(("question", "lead"), ON_ITS_SIDE)
def test_a_party_has_what_the_sentence_of_a_term_says_it_has(shipped: Store, question: str, lead: str) -> None:
    assert answer(shipped, question)["text"].startswith(lead)


@pytest.mark.parametrize(
    ("question", "side"),
    [
        ("Does OpenAI have an IP license?", "the owner, and not the licensee"),
        ("Does OpenAI have an equity stake?", "the company, and not the shareholder"),
    ],
)
def test_whoever_stands_on_the_other_side_is_told_so(shipped: Store, question: str, side: str) -> None:
    assert side in answer(shipped, question)["text"]


@pytest.mark.parametrize("question", ["Does OpenAI own 160 million AMD shares?", "Does OpenAI have AMD warrant shares?"])
def test_a_right_to_shares_is_no_share(shipped: Store, question: str) -> None:
    assert answer(shipped, question)["status"] == "no-record"


def test_a_noun_behind_a_name_is_what_is_asked_for(shipped: Store) -> None:
    told = {a["clause"] for a in answer(shipped, "How did the investment prerequisite change in 2026?")["answers"]}
    assert "amazon-openai/2026-02-27-2#investment-second-tranche" in told
    assert not any("microsoft-openai" in str(clause) for clause in told)


@pytest.mark.parametrize("question", ["When did the sales partner start?", "When did the Frontier seller start?", "Is the firm contract confirmed?"])
def test_one_word_in_common_leads_nowhere(shipped: Store, question: str) -> None:
    assert answer(shipped, question)["status"] != "answered"


def test_ever_asks_of_the_whole_record(shipped: Store) -> None:
    document = answer(shipped, "Did OpenAI ever have a sole cloud host?")
    assert document["status"] != "answered" or not document["text"].startswith("No.")


def test_amounts_that_nobody_gives_and_nobody_told_are_listed_in_words(shipped: Store) -> None:
    assert "compute thresholds" in answer(shipped, "Which companies have a compute threshold before AGI?")["text"]
