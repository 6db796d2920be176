"""Questions as people put them: who was with whom, what the rest depends on, what a report names, what was ruled out."""

from __future__ import annotations

import pytest

from asking import answer
from tenor.store.read import Store


@pytest.fixture(scope="module")
def store(shipped: Store) -> Store:
    return shipped


TOLD = {
    "Which companies announced Stargate together with OpenAI?": "stargate/2025-01-21#infrastructure-plan-investment",
    "Under which condition may OpenAI launch a product somewhere other than Azure first?": "microsoft-openai/2026-04-27#first-ship",
    "When did the UK regulator open its inquiry?": "event:2023-12-08-cma-review",
    "What did the UK regulator find?": "event:2025-03-05-cma-decision",
    "What were the Claude bills on Azure?": "event:2026-03-credits-claude-azure-bills",
    "Who may end the Colossus lease and with how much notice?": "spacex-anthropic/2026-06-01#early-termination",
    "Which sites were added to Stargate?": "stargate/2025-09-23#compute-capacity-abilene-extension",
}


@pytest.mark.parametrize(("question", "clause"), TOLD.items(), ids=TOLD)
def test_what_is_asked_in_plain_words_is_told(store: Store, question: str, clause: str) -> None:
    document = answer(store, question)
    assert document["status"] == "answered"
    assert document["answers"][0]["clause"] == clause


DECIDED = {
    "Did OpenAI itself confirm paying Oracle $30 billion a year?": False,
    "Has Sam Altman ruled out an OpenAI stock listing in 2026?": True,
    "Did Altman say OpenAI would have a stock listing in 2026?": False,
}


@pytest.mark.parametrize(("question", "yes"), DECIDED.items(), ids=DECIDED)
def test_what_is_asked_in_plain_words_is_decided(store: Store, question: str, yes: bool) -> None:
    assert answer(store, question)["text"].startswith("Yes." if yes else "No.")


@pytest.mark.parametrize(
    "question",
    [
        "What does the rest of NVIDIA's $30 billion depend on?",  # which is in no parts
        "Which companies left Stargate?",
        "Did Microsoft name OpenAI as a competitor in its annual report for fiscal 2023?",
        "Did Microsoft name OpenAI as a competitor in its fiscal 2025 annual report?",
        "Has Sam Altman ruled out an OpenAI stock listing in 2027?",
        "Has Sam Altman ruled out an Anthropic stock listing in 2026?",
        "Was AMD obliged by its October 2025 agreement to fund OpenAI?",
    ],
)
def test_what_is_near_and_not_told_is_refused(store: Store, question: str) -> None:
    assert answer(store, question)["status"] != "answered"


def test_a_sum_that_is_not_confirmed_may_still_be_paid(store: Store) -> None:
    assert not any(c.get("yes") is False for c in answer(store, "Does OpenAI pay Oracle $30 billion a year?")["answers"])
