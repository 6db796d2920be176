"""Yes or no by what sources disagree about, and what may not be decided that way."""

from __future__ import annotations

import pytest

from asking import TODAY, answer
from tenor.ask.accounts.positions import words_of
from tenor.ask.interpreting.question import Question
from tenor.store.read import Store


@pytest.fixture(scope="module")
def store(shipped: Store) -> Store:
    return shipped


DECIDED = [
    ("was it really sam schillace who lost his temper at openai people over o1?", "who-raised-his-voice", False),
    ("was it mustafa suleyman who shouted over o1?", "who-raised-his-voice", True),
    ("Is $138 billion a total that OpenAI and Amazon themselves agreed or stated?", "amazon-openai-total-138b", False),
    ("the bedrock preview lasted eight weeks, right?", "amazon-openai-preview-length", False),
    ("Is AWS Anthropic's exclusive training partner?", "amazon-anthropic-training-exclusive", False),
    ("Microsoft and NVIDIA split their $15 billion for Anthropic evenly. Is that so?", "microsoft-anthropic-split", False),
    ("Have ORCL and OpenAI themselves confirmed a contract price of $30 billion a year?", "oracle-openai-price-confirmed", False),
    ("true or false: amazon's $35 billion for openai is still conditional", "amazon-openai-35b-pending", False),
    ("did microsoft ever own 49 percent of openai's equity?", "forty-nine-percent", False),
    ("are bedrock prices for gpt-5.5 identical to openai's?", "amazon-openai-price-parity", False),
    ("Was the $38 billion agreement announced on 4 November 2025?", "amazon-openai-date-november", False),
    ("Did OpenAI submit its draft S-1 on May 22, 2026?", "openai-s1-date", False),
    ("is nvidia really putting $100bn into openai?", "nvidia-openai-100-billion", False),
    ("has nvidia really committed 100bn to openai?", "nvidia-openai-100-billion", False),
    ("Is the Cerebras contract worth $20 billion?", "cerebras-openai-value", True),
    ("Is the reported AGI test $100 billion of revenue?", "agi-profit-or-revenue", False),
]


@pytest.mark.parametrize(("question", "dispute", "yes"), DECIDED, ids=[q for q, _, _ in DECIDED])
def test_what_one_side_says_is_yes_where_it_is_preferred(store: Store, question: str, dispute: str, yes: bool) -> None:
    document = answer(store, question)
    first = document["answers"][0]
    assert (document["status"], first["clause"], first["yes"]) == ("answered", f"dispute:{dispute}", yes)
    assert document["text"].startswith("Yes." if yes else "No.")


UNDECIDED = [
    "Did OpenAI pay Microsoft 20 percent?",  # the side that is preferred says only that it is not published
    "Was it Sam Altman who raised his voice over o1?",  # no side says so
    "Was the $35 billion ever conditional?",  # it is not now; it was once
    "Did the AWS agreement grow by 5 percent?",
    "Was the AGI clause removed?",
]


@pytest.mark.parametrize("question", UNDECIDED)
def test_what_no_side_decides_stays_open(store: Store, question: str) -> None:
    said = {a["yes"] for a in answer(store, question)["answers"] if str(a["clause"]).startswith("dispute:")}
    assert said <= {None}


def test_another_amount_than_the_disputed_one_is_not_decided_by_the_dispute(store: Store) -> None:
    document = answer(store, "Is NVIDIA putting $30 billion into OpenAI?")
    assert [a["clause"] for a in document["answers"]] == ["nvidia-openai/2026-02-27#investment"]
    assert document["text"].startswith("Yes.")


def test_a_comparison_is_decided_by_amounts_and_not_by_who_is_preferred(store: Store) -> None:
    assert answer(store, "Is the Cerebras contract worth more than $10 billion?")["text"].startswith("Yes.")


def test_every_dispute_is_found_by_all_that_it_can_hold(store: Store) -> None:
    """What is compiled leaves no word, party or rarest word out, and so no dispute is passed over that would decide a question."""
    question = Question(store, "is it so", TODAY)
    found = [words_of(question, document) for document in store.each("SELECT doc FROM record WHERE kind = 'dispute'")]
    assert found
    for dispute in found:
        told = {key for (key,) in store.query("SELECT key FROM told WHERE kind = 'matter' AND target = ?", dispute.id)}
        assert {*dispute.all - {"only"}, *(f"@{party}" for party in dispute.parties)} <= told
        ((rarest,),) = store.query("SELECT key FROM told WHERE kind = 'asked' AND target = ?", dispute.id)
        assert rarest in dispute.title | {""}


def test_a_dispute_is_of_its_own_time(shipped: Store) -> None:
    assert answer(shipped, "Was the AGI clause removed in April 2026?")["answers"][0]["clause"].startswith("dispute:")
    assert answer(shipped, "Was the AGI clause removed in April 1999?")["status"] == "no-record"


def test_that_a_figure_is_another_now_does_not_deny_that_it_changed(shipped: Store) -> None:
    document = answer(shipped, "Did Microsoft's 27 percent stake change in 2026?")
    assert not document["text"].startswith("No")
    assert not any(c.get("yes") is False for c in document["answers"])


@pytest.mark.parametrize("question", ["Has Amazon paid the $35 billion?", "did Amazon pay OpenAI the remaining 35 billion"])
def test_whether_a_sum_was_paid_is_not_whether_it_was_paid_at_once(shipped: Store, question: str) -> None:
    found = answer(shipped, question)
    assert found["text"].startswith("Yes. Amazon's investment in OpenAI")
    assert answer(shipped, "Was Amazon's $35 billion paid in one piece?")["text"].startswith("No. Sources disagree")
