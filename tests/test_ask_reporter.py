"""Who reported a thing: the outlet that its text or an event names, else the record's own sources; never who has it."""

from __future__ import annotations

import pytest

from asking import answer
from tenor.store.read import Store

NAMED = {
    "Which outlet is the source for the $38 billion cap?": "The Information",
    "Who reported the cap of $38 billion?": "The Information",
    "Which newspaper first put OpenAI's Oracle contract at $300 billion?": "The Wall Street Journal",
    "Where does the $300 billion figure for Oracle come from?": "The Wall Street Journal",
}


def test_a_sum_that_only_a_dispute_has_is_told_with_who_says_what(shipped: Store) -> None:
    document = answer(shipped, "Where does the $188 billion number for Amazon and OpenAI come from?")
    assert document["answers"][0]["clause"] == "dispute:amazon-openai-total-188b"
    assert "GIGAZINE" in document["text"]


@pytest.mark.parametrize(("question", "name"), NAMED.items(), ids=NAMED)
def test_who_reported_a_thing_is_whom_the_record_names(shipped: Store, question: str, name: str) -> None:
    document = answer(shipped, question)
    assert document["status"] == "answered"
    assert document["text"].startswith(f"{name} reported")


def test_else_the_sources_of_the_record_are_told(shipped: Store) -> None:
    document = answer(shipped, "Which outlet reported that Microsoft gave up its observer seat?")
    assert [c["clause"] for c in document["answers"]] == ["microsoft-openai/2024-07-10#board-observer"]
    assert "In the record this rests on TheWrap, CNN and Dow Jones Newswires." in document["text"]


@pytest.mark.parametrize(
    "question",
    [
        "Who reported that Amazon would invest in Anthropic?",  # in five payments, each reported by others
        "Which newspaper reported the $465 billion Apple contract?",
        "Which newspaper first put OpenAI's Oracle contract at $400 billion?",
        "Where do the $15 billion for Anthropic come from?",
        "Who reported on the merger of OpenAI and Apple?",
    ],
)
def test_what_is_not_told_of_one_thing_is_refused(shipped: Store, question: str) -> None:
    assert answer(shipped, question)["status"] != "answered"


def test_who_gives_or_has_a_thing_is_asked_in_other_words(shipped: Store) -> None:
    assert answer(shipped, "Who put $1 billion into OpenAI in 2019?")["answers"][-1]["holder"] == "microsoft"
    assert answer(shipped, "Where does Anthropic's compute come from?")["read_as"]["term"] == "compute-capacity"


def test_of_an_amount_its_own_sources_are_named(shipped: Store) -> None:
    """What A announced without a sum is A's word; the sum is somebody else's."""
    found = answer(shipped, "Who reported the $10 billion investment of January 2023?")
    assert "In the record this rests on The New York Times and Fortune" in found["text"]


def test_what_was_typed_is_told_back(shipped: Store) -> None:
    question = "Who reported the $38 billion cap on the revenue share, and when?"
    assert answer(shipped, question)["question"] == question


@pytest.mark.parametrize(
    ("question", "clauses"),
    [
        ("What did Bloomberg report about Nscale?", {"nscale-anthropic/2026-08-26#compute-commitment"}),
        (
            "What did TechCrunch report about the Volta deal?",
            {"volta-anthropic/2026-08-04#compute-commitment", "volta-anthropic/2026-08-04#contract-term"},
        ),
        ("What did the Financial Times report about Microsoft?", {"event:2026-03-18-ft-legal-action"}),
    ],
)
def test_what_an_outlet_reports_about_somebody_is_what_cites_it(shipped: Store, question: str, clauses: set[str]) -> None:
    document = answer(shipped, question)
    assert (document["status"], {c["clause"] for c in document["answers"]}) == ("answered", clauses)


@pytest.mark.parametrize(
    "question",
    [
        "What did Reuters report about Cerebras?",  # cited for none of it
        "What did Reuters report about OpenAI?",  # cited for too much
        "What did Reuters not report about Broadcom?",
        "What did Reuters report about Broadcom in 2025?",
        "What did the Herald report about Broadcom?",
    ],
)
def test_what_no_such_outlet_reports_is_not_told(shipped: Store, question: str) -> None:
    assert (answer(shipped, question)["status"], answer(shipped, question)["answers"]) in [("no-record", []), ("not-understood", [])]
