"""A party as such, the deals that it is part of, and all that is on record of a time."""

from __future__ import annotations

import pytest

from asking import answer
from tenor.store.read import Store

PRESENTED = [
    ("Who is OpenAI?", "AI lab behind ChatGPT"),
    ("What is Microsoft?", "Software and cloud company"),
    ("Tell me about NVIDIA", "Chip maker"),
    ("Who is Satya Nadella?", "Chief executive of Microsoft"),
    ("Who is Sam Altman?", "Chief executive of OpenAI"),  # and not what happened to him
]


@pytest.mark.parametrize(("question", "said"), PRESENTED)
def test_a_party_is_told_by_its_own_record(shipped: Store, question: str, said: str) -> None:
    document = answer(shipped, question)
    assert document["status"] == "answered"
    assert said in document["text"]


@pytest.mark.parametrize("question", ["Who is Tim Cook?", "Who is OpenAI's landlord?", "Who is Foundry?", "Who was OpenAI in 2019?"])
def test_nobody_else_is_presented(shipped: Store, question: str) -> None:
    assert "AI lab" not in answer(shipped, question)["text"]


@pytest.mark.parametrize("question", ["What deals does OpenAI have?", "Who are OpenAI's partners?", "Which contracts does OpenAI have?"])
def test_the_deals_of_a_party_are_listed(shipped: Store, question: str) -> None:
    told = {a["clause"] for a in answer(shipped, question)["answers"]}
    assert {"amazon-openai", "microsoft-openai", "stargate"} <= told
    assert not told & {"amazon-anthropic", "aws-activate"}


def test_a_program_is_no_deal_of_its_owner(shipped: Store) -> None:
    assert answer(shipped, "What deals does AWS Activate have?")["status"] == "no-record"
    assert answer(shipped, "Who are Cerebras's rivals?")["status"] == "no-record"  # nor is a deal a rival


HAPPENED = [
    ("What happened on 18 May 2026?", "event:2026-05-18-musk-verdict"),
    ("What happened in September 2024?", "event:2024-09-12-o1"),
    ("What did OpenAI announce in April 2026?", "microsoft-openai/2026-04-27"),
    ("What was new in May 2026?", "event:2026-05-28-anthropic-series-h"),
    ("What did Microsoft do in July 2026?", "event:2026-07-15-sales-training"),
]


@pytest.mark.parametrize(("question", "record"), HAPPENED)
def test_a_time_is_told_with_its_events_and_documents(shipped: Store, question: str, record: str) -> None:
    assert record in {a["clause"] for a in answer(shipped, question)["answers"]}


@pytest.mark.parametrize(
    "question", ["What did NVIDIA announce in April 2026?", "What is new with Oracle?", "What happened to Oracle in 2023?", "What happened in 1066?"]
)
def test_what_others_did_or_what_was_before_is_not_told(shipped: Store, question: str) -> None:
    document = answer(shipped, question)
    assert (document["status"], document["answers"]) == ("no-record", [])


@pytest.mark.parametrize("question", ["What did Apple announce in April 2026?", "What happened in May?", "What happened to the cap in 2026?"])
def test_a_stranger_a_day_without_its_year_and_a_right_are_no_time(shipped: Store, question: str) -> None:
    assert not answer(shipped, question)["text"].startswith("On record")


def test_nothing_changed_for_a_party_in_what_others_have(shipped: Store) -> None:
    told = answer(shipped, "What changed for Oracle in 2026?")["answers"]
    assert told
    assert all("oracle" in {a["subject"], a["holder"], *a["holders"]} for a in told)


@pytest.mark.parametrize("question", ["When was Anthropic founded?", "When was Oracle founded?"])
def test_a_word_of_the_same_root_is_no_day(shipped: Store, question: str) -> None:
    assert answer(shipped, question)["status"] == "not-understood"


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("What is PORTS-Pike?", "PORTS-Pike campus: SB Energy builds"),  # a site that five clauses name, too
        ("Tell me about PORTS-Pike", "PORTS-Pike campus: SB Energy builds"),
        ("What is the chip leasing platform?", "First tranche of the chip leasing platform"),
    ],
)
def test_what_a_deal_or_an_instrument_is_called_presents_it(shipped: Store, question: str, said: str) -> None:
    assert answer(shipped, question)["text"].startswith(said)


@pytest.mark.parametrize("question", ["What is the largest investment in OpenAI?", "What is the smallest investment in OpenAI?"])
def test_a_text_with_the_word_says_not_that_it_is_the_largest(shipped: Store, question: str) -> None:
    assert answer(shipped, question)["status"] == "not-understood"
