"""Refused questions asked in the form that the records answer: who of a party, since when public, how one gets in; and what stays refused."""

from __future__ import annotations

import pytest

from asking import answer
from tenor.store.read import Store

TOLD = [
    ("Which Microsoft executive feared in 2018 that OpenAI would move to Amazon?", "event:2018-01-scott-email", "Kevin Scott"),
    ("Which OpenAI executive wrote the memo of 12 April 2026?", "event:2026-04-12-dresser-memo", "Dresser"),
    ("What Microsoft boss shouted at OpenAI staff?", "dispute:who-raised-his-voice", "Suleyman"),
    ("When did it become public that AGI was tied to about $100 billion of profits?", "event:2024-12-26-agi-profit-report", "26 December 2024"),
    ("When did it become public that the cap is $38 billion?", "event:2026-05-11-cap-report", "12 May 2026"),
    ("When did people find out about the $38 billion cap?", "event:2026-05-11-cap-report", "12 May 2026"),
    ("When did the public learn of Microsoft's 2021 investment in OpenAI?", "microsoft-openai/2023-01-23-2#investment", "public by 23 January 2023"),
    ("When did it become public that Broadcom may lend Anthropic $42 billion?", "broadcom-anthropic/2026-10-01#supplier-financing", "1 October 2026"),
    ("How does a company get into AWS's credit tier for AI startups?", "aws-ai-startup-credits/2026-09-30#credit-rule", "invitation"),
    (
        "How do you get into the AWS credits tier for AI startups that sits above Portfolio?",
        "aws-ai-startup-credits/2026-09-30#credit-rule",
        "invitation",
    ),
]


@pytest.mark.parametrize(("question", "record", "said"), TOLD, ids=[q for q, _, _ in TOLD])
def test_it_is_asked_in_the_form_that_the_records_answer(shipped: Store, question: str, record: str, said: str) -> None:
    found = answer(shipped, question)
    assert (found["status"], [c["clause"] for c in found["answers"]], [c.get("yes") for c in found["answers"]]) == ("answered", [record], [None])
    assert said in found["text"]


@pytest.mark.parametrize(
    "question",
    [
        "Which Google executive shouted at OpenAI staff?",
        "Which Microsoft executive sits on OpenAI's board?",
        "When did it become public that Google owns 40 percent of Anthropic?",
        "When did it become public that Anthropic acquired OpenAI?",
        "When did the public learn of Oracle's 2021 investment in OpenAI?",
        "How does a startup get into Google for Startups?",  # no rule that is recorded speaks of getting in
        "How can Anthropic join the partnership?",
    ],
)
def test_nothing_else_is_told_instead(shipped: Store, question: str) -> None:
    assert answer(shipped, question)["status"] != "answered"


@pytest.mark.parametrize(("time", "percent"), [("in mid-2025", "25 percent"), ("at the end of 2025", "27 percent")])
def test_of_two_measured_times_the_one_that_is_named_is_told(shipped: Store, time: str, percent: str) -> None:
    found = answer(shipped, f"According to Menlo Ventures, how big a share of the enterprise market did OpenAI have {time}?")
    assert found["status"] == "answered"
    assert percent in found["text"]


def test_a_share_is_no_amount_of_money(shipped: Store) -> None:
    assert answer(shipped, "How big a share of the enterprise market did OpenAI have in late 2025?")["status"] != "answered"


@pytest.mark.parametrize(
    ("question", "record", "said"),
    [
        ("Who had cloud exclusivity with OpenAI on the date ChatGPT launched?", "microsoft-openai/2019-07-22#cloud-exclusivity", "22 July 2019"),
        ("What percentage of Microsoft's commercial backlog came from OpenAI as of January 2026?", "event:2026-01-28-backlog", "45 percent"),
        ("Under the October 2025 agreement, what does not count as research IP?", "microsoft-openai/2025-10-28#non-research-ip", "weights"),
        ("What did the joint statement of February 2026 lay down about stateless APIs?", "microsoft-openai/2026-02-27#api-exclusivity", "stateless"),
        ("theo on azure credits", "commentary:theo-2026-05-05#sc-36", "Azure credit"),
        ("In the middle of 2024, with whom did the decision that AGI had been reached rest?", "microsoft-openai/2023#agi-determination", "OpenAI"),
    ],
)
def test_a_day_an_event_or_a_speaker_is_named_in_other_words(shipped: Store, question: str, record: str, said: str) -> None:
    found = answer(shipped, question)
    assert found["status"] == "answered"
    assert record in [c["clause"] for c in found["answers"]]
    assert said in found["text"]


@pytest.mark.parametrize(
    "question",
    [
        "Was Azure exclusive on the day Gemini launched?",
        "What percentage of Microsoft's commercial backlog came from OpenAI as of January 2024?",
        "theo on google winning",
        "Who is OpenAI's landlord at the campus in Texas?",
    ],
)
def test_what_is_named_must_be_recorded(shipped: Store, question: str) -> None:
    assert answer(shipped, question)["status"] != "answered"


@pytest.mark.parametrize(
    ("question", "deal"),
    [
        ("What did OpenAI and Broadcom agree?", "Broadcom and OpenAI: "),
        ("What did Anthropic and SpaceX agree on?", "SpaceX and Anthropic: "),
        ("Who is Nscale?", "Nscale and Anthropic: "),  # behind what its own record says of it
        ("What is Volta?", "Volta and Anthropic: "),
    ],
)
def test_what_two_agreed_and_who_has_one_deal_is_told_by_that_deal(shipped: Store, question: str, deal: str) -> None:
    told = answer(shipped, question)
    assert told["status"] == "answered"
    assert deal in told["text"]


@pytest.mark.parametrize("question", ["What did Microsoft and Oracle agree?", "What did OpenAI and Apple agree?"])
def test_two_without_a_deal_have_no_answer(shipped: Store, question: str) -> None:
    assert answer(shipped, question)["status"] != "answered"


def test_the_pronouns_of_a_second_part_stand_for_what_the_first_named(shipped: Store) -> None:
    told = answer(shipped, "How many gigawatts of Trainium has OpenAI committed to, and in what year does it start using them?")
    assert "in 2027" in told["text"]
    assert "about 2 GW" in told["text"]


@pytest.mark.parametrize(
    "question", ["How do you get into the AWS credit tier above Portfolio?", "How is a startup admitted to the AWS tier above Portfolio?"]
)
def test_how_one_gets_in_is_told_by_a_rule_and_by_no_amount(shipped: Store, question: str) -> None:
    assert [c["clause"] for c in answer(shipped, question)["answers"]] == ["aws-ai-startup-credits/2026-09-30#credit-rule"]


@pytest.mark.parametrize(
    "question",
    [
        "When was it reported that Microsoft had invested in OpenAI a second time in 2021?",
        "When did the public first learn that Microsoft had invested in OpenAI a second time in 2021?",
    ],
)
def test_when_it_was_told_is_not_when_it_was_done(shipped: Store, question: str) -> None:
    told = answer(shipped, question)
    assert told["text"].startswith("By the sources of the record it was public by 23 January 2023")
    assert [a["clause"] for a in told["answers"]] == ["microsoft-openai/2023-01-23-2#investment"]


@pytest.mark.parametrize(
    ("question", "start"),
    [
        ("Which publication came out with the $38 billion limit on OpenAI's payments, and when?", "The Information reported on May 11 or 12, 2026"),
        ("Who reported the $38 billion cap?", "The Information reported"),
    ],
)
def test_who_reported_it_is_told_in_the_words_that_say_so(shipped: Store, question: str, start: str) -> None:
    assert answer(shipped, question)["text"].startswith(start)


@pytest.mark.parametrize("question", ["Who reported the $38 billion loan?", "Which site reported that Amazon bought Anthropic?"])
def test_who_has_it_is_not_who_reported_it(shipped: Store, question: str) -> None:
    assert answer(shipped, question)["status"] != "answered"
