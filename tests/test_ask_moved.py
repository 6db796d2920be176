"""When an amount moved from one to another, which way a payment went, and times that are told from today: this September, last April, January to September."""

from __future__ import annotations

import pytest

from asking import answer
from tenor.store.read import Store

MOVED = [
    ("When did Microsoft's OpenAI stake slip from 27% to 25%?", "microsoft-openai/2026-07-29#equity-stake"),
    ("When did Microsoft's stake in OpenAI drop from 27 percent to 25 percent?", "microsoft-openai/2026-07-29#equity-stake"),
    ("When did SoftBank's stake in OpenAI climb from 11% to 13%?", "softbank-openai/2026-10-01#equity-stake"),
    ("When did OpenAI's valuation jump from 300 to 500 billion?", "softbank-openai/2025-10-02#valuation"),
    ("When did OpenAI's valuation rise to $852 billion?", "openai-round-2026/2026-03-31#valuation"),
]


@pytest.mark.parametrize(("question", "clause"), MOVED, ids=[q for q, _ in MOVED])
def test_a_move_between_two_amounts_is_told(shipped: Store, question: str, clause: str) -> None:
    assert clause in [c["clause"] for c in answer(shipped, question)["answers"]]


@pytest.mark.parametrize(
    "question",
    [
        "When did Microsoft's OpenAI stake rise from 25% to 27%?",
        "When did Microsoft's OpenAI stake fall from 30% to 25%?",
        "When did Microsoft's OpenAI stake slip from 27% to 20%?",
        "When did Amazon's OpenAI stake slip from 27% to 25%?",
        "When did SoftBank's stake in OpenAI fall to 13%?",
        "When did OpenAI's valuation fall to 852 billion?",
    ],
)
def test_a_move_that_was_none_or_the_other_way_is_not(shipped: Store, question: str) -> None:
    assert answer(shipped, question)["status"] != "answered"


def test_payments_go_where_to_points(shipped: Store) -> None:
    assert answer(shipped, "Microsoft payments to OpenAI")["status"] == "answered"
    for question in ("OpenAI payments to Microsoft", "payments to Microsoft in 2025", "payments from OpenAI to Microsoft"):
        found = answer(shipped, question)
        assert "investment" not in {c["clause"].partition("#")[2] for c in found["answers"] if c["clause"]}, question
        assert found["status"] != "answered", question


TIMES = [
    ("leaked OpenAI payments to Microsoft Jan-Sep 2025", "microsoft-openai/2025-11#disclosed-revenue-2025", ""),
    ("What valuation was discussed in OpenAI's funding talks this September?", "event:2026-09-29-openai-funding-talks", ""),
    ("What did AMD agree with Anthropic last July?", "amd-anthropic/2026-07-22#investment", "Taken for 2026"),
    ("How much did SoftBank pay OpenAI last April?", "softbank-openai/2026-04-01#investment", "Taken for 2026"),
    ("Who was OpenAI's primary cloud last November?", "microsoft-openai/2025-10-28#primary-cloud", "Taken for 2025"),
]


@pytest.mark.parametrize(("question", "clause", "said"), TIMES, ids=[q for q, _, _ in TIMES])
def test_a_month_is_told_from_today(shipped: Store, question: str, clause: str, said: str) -> None:
    found = answer(shipped, question)
    assert clause in [c["clause"] for c in found["answers"]]
    assert found["text"].startswith(said)


def test_the_last_such_month_and_no_earlier_one(shipped: Store) -> None:
    assert answer(shipped, "What did AMD agree with Anthropic last June?")["status"] != "answered"
    assert answer(shipped, "What did Oracle agree with OpenAI this July?")["status"] != "answered"


def test_what_was_seen_in_a_month_was_not_seen_on_the_day_before_it(shipped: Store) -> None:
    """The ceiling was seen on 19 May and the entry in June: as of 31 May neither takes the place of the other."""
    found = answer(shipped, "Max Azure credit a startup can get out of Microsoft's programme as of May 2026?")
    assert found["answers"][0]["clause"] == "microsoft-for-startups/2026-05-19#credit-amount"


def test_every_one_of_them_one_by_one(shipped: Store) -> None:
    listed = answer(shipped, "List Microsoft's investments in OpenAI")
    for question in (
        "Give me every investment Microsoft has made in OpenAI, round by round.",
        "Show me all the investments of Microsoft in OpenAI, one by one",
    ):
        assert {c["clause"] for c in answer(shipped, question)["answers"]} == {c["clause"] for c in listed["answers"]}


def test_who_could_be_on_the_hook_guarantees(shipped: Store) -> None:
    found = answer(shipped, "What's the most Nvidia could be on the hook for at the Ohio campus, and must OpenAI reimburse it?")
    assert [c["clause"] for c in found["answers"]] == ["ports-pike/2026-08-17#credit-support", "ports-pike/2026-08-17#indemnity"]
    assert answer(shipped, "How much could AMD be on the hook for with Anthropic?")["status"] != "answered"
    assert answer(shipped, "What's the most Nvidia could owe at the Ohio campus?")["status"] != "answered"
