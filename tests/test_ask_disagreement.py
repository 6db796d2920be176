"""Whether, and on what, sources disagree."""

from __future__ import annotations

import pytest

from asking import answer
from tenor.store.read import Store


@pytest.fixture(scope="module")
def store(shipped: Store) -> Store:
    return shipped


#: A question, the disputes that must be told, and one that must not.
FOUND = [
    ("is there a dispute over whether AGI ends the license", ["agi-clause-2026"], "ten-billion-2023"),
    ("do sources disagree about the primary cloud", ["primary-until-2032", "exclusive-since-2016"], "amazon-anthropic-training-exclusive"),
    ("is there any disagreement on who was primary cloud in 2026", ["primary-until-2032"], "exclusive-since-2016"),
    ("is there a conflict about the end of the revenue share", ["revenue-share-direction-2026"], "revenue-share-percent"),
    ("do the sources agree on the size of the Azure commitment?", ["azure-commitment-period"], "softbank-openai-2025-size"),
    ("which sources disagree about the AGI clause?", ["agi-clause-2026"], "agi-profit-or-revenue"),
    ("are there conflicting reports on what OpenAI pays Oracle?", ["oracle-openai-price"], "oracle-capacity-2024"),
    ("what disagreement is there about how much Google invested first in Anthropic", ["google-anthropic-2023-amount"], "google-anthropic-total"),
    ("do the sources differ on the $138 billion total", ["amazon-openai-total-138b"], "amazon-openai-total-188b"),
    ("which points about the Bedrock launch are contested", ["amazon-openai-april-link"], "agi-clause-2026"),
    ("is it contested who raised his voice", ["who-raised-his-voice"], "what-the-call-was-about"),
    ("is it disputed when OpenAI made its $1 billion loan to Cerebras?", ["cerebras-openai-loan-date"], "cerebras-openai-value"),
    ("what is the 49 percent dispute", ["forty-nine-percent"], "microsoft-stake"),
    ("Where do the accounts differ on when Azure stopped being exclusive?", ["azure-exclusivity-end"], "azure-exclusive-after-april-2026"),
    ("Where do the accounts differ on who raised his voice?", ["who-raised-his-voice"], "what-the-call-was-about"),
    ("How much do sources differ on the total Microsoft has invested in OpenAI?", ["total-microsoft-investment"], "ten-billion-2023"),
    ("In what do accounts differ on the OpenAI S-1 date?", ["openai-s1-date"], "azure-speed"),
    ("What do the reports disagree on about Musk's trial?", ["musk-trial-details"], "spacex-anthropic-term"),
    ("list the disputes about Cerebras", ["cerebras-openai-loan-date", "cerebras-openai-value"], "agi-clause-2026"),
]


@pytest.mark.parametrize(("question", "disputes", "other"), FOUND, ids=[q for q, _, _ in FOUND])
def test_disputes_on_all_that_is_named_are_told(store: Store, question: str, disputes: list[str], other: str) -> None:
    document = answer(store, question)
    told = {str(a["clause"]) for a in document["answers"]}
    assert document["status"] == "answered"
    assert {f"dispute:{d}" for d in disputes} <= told
    assert f"dispute:{other}" not in told


@pytest.mark.parametrize(
    "question",
    [
        "is there a dispute about carbon neutrality",
        "do sources disagree about Apple",
        "is there a dispute about the Cerebras board seat",
        "Where do the accounts differ on when Amazon became Anthropic's primary cloud?",
    ],
)
def test_where_none_is_recorded_that_is_said(store: Store, question: str) -> None:
    document = answer(store, question)
    assert (document["status"], document["text"]) == ("no-record", "No disagreement of sources is recorded on all of that.")


@pytest.mark.parametrize(
    ("question", "yes"),
    [
        ("is there a dispute about Microsoft's stake", True),
        ("do sources disagree about Microsoft's stake", True),
        ("do sources agree on Microsoft's stake", False),
    ],
)
def test_whether_there_is_one_is_yes_or_no(store: Store, question: str, yes: bool) -> None:
    document = answer(store, question)
    assert {a["yes"] for a in document["answers"] if str(a["clause"]).startswith("dispute:")} == {yes}
    assert document["text"].startswith("Yes." if yes else "No.")


def test_many_are_listed_by_their_questions(store: Store) -> None:
    text = answer(store, "what do sources disagree about")["text"]
    assert text.startswith("Sources disagree on ")
    assert text.endswith(" more.")


def test_an_event_that_is_called_a_dispute_is_an_event(store: Store) -> None:
    assert answer(store, "what was the Windsurf dispute?")["answers"][0]["clause"] == "event:2025-06-windsurf-dispute"
