"""Events and amendments that only say when, and changes before the first document or after today."""

from __future__ import annotations

import pytest

from asking import answer
from tenor.store.read import Store


@pytest.mark.parametrize(
    ("question", "starts"),
    [
        ("Was Azure exclusive during the Musk trial?", "No. OpenAI has no exclusive cloud"),
        ("Was Azure exclusive on the day of the Altman ouster?", "Yes. Microsoft (Azure) was OpenAI's exclusive cloud"),
        ("Was Azure exclusive at the time of the Altman ouster?", "Yes. Microsoft (Azure) was OpenAI's exclusive cloud"),
        (
            "Who was OpenAI's primary cloud during the Musk trial?",
            "Microsoft (Azure) is OpenAI's primary cloud, not exclusively, since 27 April 2026",
        ),
        ("On the date of the Musk verdict, was Azure exclusive?", "No. OpenAI has no exclusive cloud"),
    ],
)
def test_somebody_in_the_name_of_an_event_that_says_when_is_no_side(shipped: Store, question: str, starts: str) -> None:
    assert answer(shipped, question)["text"].startswith(starts)


def test_an_event_that_is_asked_about_keeps_its_name(shipped: Store) -> None:
    assert "Elon Musk" in answer(shipped, "What happened at the Musk trial?")["text"]


@pytest.mark.parametrize(
    ("question", "told", "not_told"),
    [
        ("Who was OpenAI's primary cloud after the amendment?", ["since 27 April 2026"], ["2025"]),
        ("Who was OpenAI's primary cloud before the amendment?", ["to 26 April 2026"], ["since 27 April 2026"]),
        ("Who was OpenAI's primary cloud a year before the amendment?", ["from 21 January 2025 to 27 October 2025"], ["2026"]),
        ("How much compute had OpenAI committed to buy from CoreWeave before the amendment?", ["$11.9 billion", "$4 billion"], ["$6.5 billion"]),
    ],
)
def test_the_amendment_is_the_last_between_those_named(shipped: Store, question: str, told: list[str], not_told: list[str]) -> None:
    said = answer(shipped, question)
    assert said["status"] == "answered"
    assert said["corrections"][0]["typed"] == "amendment"
    assert all(words in said["text"] for words in told)
    assert not any(words in said["text"] for words in not_told)


def test_an_amendment_with_its_date_is_that_one(shipped: Store) -> None:
    assert "from 21 January 2025" in answer(shipped, "Who was OpenAI's primary cloud after the 2025 amendment?")["text"]


def test_where_nothing_was_amended_there_is_no_such_time(shipped: Store) -> None:
    assert answer(shipped, "Who was Anthropic's primary cloud after the amendment?")["status"] != "answered"


def test_a_week_ago_is_a_day_and_no_rate(shipped: Store) -> None:
    assert answer(shipped, "Did OpenAI pay Microsoft a share of its revenue a week ago?")["text"].startswith("Yes.")
    assert answer(shipped, "Does Anthropic pay SpaceX $1.25 billion a week?")["status"] != "answered"


@pytest.mark.parametrize(
    ("question", "status"),
    [
        ("What changed before 2020?", "answered"),
        ("What changed before 2010?", "no-record"),
        ("What changed in 2031?", "no-record"),
        ("What changed after 2031?", "no-record"),
        ("What changed between OpenAI and Microsoft next year?", "no-record"),
    ],
)
def test_changes_of_open_times(shipped: Store, question: str, status: str) -> None:
    assert answer(shipped, question)["status"] == status


@pytest.mark.parametrize(
    ("question", "event"),
    [
        ("When did the UK competition regulator start looking at Microsoft and OpenAI?", "event:2023-12-08-cma-review"),
        ("When did the CMA begin its review of Microsoft and OpenAI?", "event:2023-12-08-cma-review"),
        ("When did the CMA decide on Microsoft and OpenAI?", "event:2025-03-05-cma-decision"),
    ],
)
def test_a_beginning_is_told_by_the_record_that_tells_of_it(shipped: Store, question: str, event: str) -> None:
    assert [c["clause"] for c in answer(shipped, question)["answers"]] == [event]


@pytest.mark.parametrize("question", ["When did the Musk trial start?", "When did Nadella start to testify?", "When did the CMA finish its review?"])
def test_where_no_record_tells_of_a_beginning_or_an_end_none_is_told(shipped: Store, question: str) -> None:
    assert answer(shipped, question)["status"] != "answered"


ARRIVED = ["Which OpenAI models have come to Bedrock since the start of September 2026?", "Which OpenAI models came to Bedrock in September 2026?"]


@pytest.mark.parametrize("question", ARRIVED)
def test_what_came_in_a_time_is_what_was_not_there_before(shipped: Store, question: str) -> None:
    assert [c["from"] for c in answer(shipped, question)["answers"]] == ["2026-09-08", "2026-09-22", "2026-09-29"]


@pytest.mark.parametrize("verb", ["buy", "get"])
def test_what_could_be_bought_in_a_time_may_have_been_there_before(shipped: Store, verb: str) -> None:
    assert answer(shipped, f"Could you {verb} Claude on Bedrock in November 2024?")["text"].startswith("Yes. ")


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("What was Anthropic valued at in the second half of May 2026, after its Series H?", "$965 billion"),
        ("What percentage of OpenAI did Microsoft hold at its fiscal year-end, 30 June 2026?", "25 percent"),
        ("Who was Anthropic's preferred cloud before AWS took over?", "Google (Google Cloud)"),
        ("Who was Anthropic's main cloud before Amazon overtook it?", "Google (Google Cloud)"),
        ("When did AWS overtake Google as the main cloud of Anthropic?", "since 25 September 2023"),
        ("What did the leaked documents say OpenAI paid Microsoft for 2024?", "$493.8 million (alleged, according to FindArticles)."),
    ],
)
def test_every_word_of_a_time_is_read(shipped: Store, question: str, told: str) -> None:
    found = answer(shipped, question)
    assert found["status"] == "answered"
    assert told in found["text"]
    assert "865.8" not in found["text"]


@pytest.mark.parametrize(
    "question",
    ["When did Google overtake AWS as the main cloud of Anthropic?", "What would OpenAI be worth if it listed in 2027?"],
)
def test_what_never_came_or_is_only_supposed_has_no_answer(shipped: Store, question: str) -> None:
    assert answer(shipped, question)["status"] != "answered"


@pytest.mark.parametrize(
    ("question", "record"),
    [
        ("Which Microsoft executive was afraid that OpenAI would defect to Amazon?", "event:2018-01-scott-email"),
        ("When did word get out that AGI was tied to profits?", "event:2024-12-26-agi-profit-report"),
        ("When did news break that Microsoft was considering legal action?", "event:2026-03-18-ft-legal-action"),
        ("What were Microsoft and OpenAI at loggerheads over in mid-2025?", "event:2025-06-windsurf-dispute"),
        ("What were Microsoft's sellers being taught in July 2026?", "event:2026-07-15-sales-training"),
        ("What did OpenAI say on June 8, 2026?", "event:2026-06-08-draft-s1"),
    ],
)
def test_an_event_is_found_by_everyday_words(shipped: Store, question: str, record: str) -> None:
    found = answer(shipped, question)
    assert (found["status"], found["answers"][0]["clause"]) == ("answered", record)


@pytest.mark.parametrize(
    "question",
    [
        "Which Google executive shouted at OpenAI staff?",
        "What did Nadella's 2021 email say?",
        "What did the EU Commission conclude about Microsoft and OpenAI?",
        "Which newspaper wrote that Google might sue over the Amazon deal?",
        "What did Microsoft accuse Musk of?",
        "When did word get out that Google wants to buy OpenAI?",
    ],
)
def test_everyday_words_make_no_event_of_what_did_not_happen(shipped: Store, question: str) -> None:
    assert answer(shipped, question)["status"] != "answered"
