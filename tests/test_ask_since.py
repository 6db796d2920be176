"""What was done in, after or since a time: only what began then, and no total that has earlier amounts in it."""

from __future__ import annotations

import pytest

from asking import answer
from tenor.store.read import Store

#: The question, what the answer tells, and what came before that time or is a total as it was seen.
_SINCE = [
    ("How much has Amazon invested in Anthropic in 2026?", "$5 billion", ("2023", "2024", "$8 billion")),
    ("How much has Amazon invested in Anthropic since January 2026?", "$5 billion", ("2023", "2024")),
    ("List all investments in Anthropic in 2026", "AMD", ("2023", "2025", "Microsoft")),
    ("How much did SoftBank invest in OpenAI in 2026?", "$30 billion", ("2025", "$64.6 billion")),
    ("How much compute did OpenAI buy from CoreWeave after May 2025?", "$6.5 billion", ("$11.9", "$22.4", "$4 billion")),
    ("How much has OpenAI bought from CoreWeave since June 2025?", "$6.5 billion", ("$11.9", "$22.4", "$4 billion")),
    ("How much has Google put into Anthropic after 2024?", "$40 billion", ("2023",)),
    ("List Anthropic's compute deals after June 2026", "Nscale", ("Amazon", "SpaceX", "April 2026")),
    ("Which compute deals has Anthropic signed after July 2026?", "Volta", ("Amazon", "SpaceX", "2025")),
    ("Which companies have invested in Anthropic in 2026?", "Google", ("Microsoft", "NVIDIA")),
    ("Who invested in OpenAI in 2023?", "Microsoft", ("2019", "2021")),
]


@pytest.mark.parametrize(("question", "told", "earlier"), _SINCE)
def test_only_what_began_in_that_time_is_told(shipped: Store, question: str, told: str, earlier: tuple[str, ...]) -> None:
    said = answer(shipped, question)
    assert said["status"] == "answered"
    assert told in said["text"]
    assert not [words for words in earlier if words in said["text"]]


def test_a_total_that_is_asked_for_is_told_as_it_was_seen(shipped: Store) -> None:
    assert "$64.6 billion" in answer(shipped, "How much has SoftBank invested in OpenAI in all as of 1 October 2026?")["text"]


def test_what_was_agreed_is_no_part_that_was_paid(shipped: Store) -> None:
    assert answer(shipped, "How much of the $35 billion was paid by the end of June 2026?")["status"] != "answered"
    assert answer(shipped, "How much of Amazon's $50 billion has been paid?")["status"] == "answered"


def test_the_day_of_the_announcement_is_told_where_it_is_another(shipped: Store) -> None:
    assert answer(shipped, "When was the AMD warrant announced?")["text"].endswith("since 5 October 2025. Announced 6 October 2025.")
    assert "Announced" not in answer(shipped, "When was the cap on the revenue share announced?")["text"]


@pytest.mark.parametrize("question", ["From when will OpenAI get Trainium4 chips?", "Since when does OpenAI get Trainium4 chips?"])
def test_what_is_called_so_itself_comes_before_what_mentions_it(shipped: Store, question: str) -> None:
    assert [c["clause"] for c in answer(shipped, question)["answers"]] == ["amazon-openai/2026-02-27#delivery-schedule-trainium4"]


@pytest.mark.parametrize("when", ["on the day of the Musk verdict", "on the date of the Musk verdict", "at the time of the Musk verdict"])
def test_who_an_event_is_called_by_is_no_side_of_what_held_on_its_day(shipped: Store, when: str) -> None:
    found = answer(shipped, f"Was the API still tied to Azure {when}?")
    assert [c["clause"] for c in found["answers"]] == ["microsoft-openai/2026-04-27#api-exclusivity"]
    assert found["read_as"]["from"] == "2026-05-18"
    assert found["answers"][0]["yes"] is False
    assert found["read_as"]["holder"] == "microsoft"


def test_since_when_something_else_holds_is_no_answer(shipped: Store) -> None:
    """Of what is asked for, the record has nothing between these two; a text of another thing has its words."""
    assert answer(shipped, "Since when may OpenAI sell its API on AWS?")["status"] == "no-record"


def test_how_long_a_stage_lasted_is_told_by_what_says_it_and_not_by_what_came_after(shipped: Store) -> None:
    told = answer(shipped, "How long did the preview of Codex last?")["text"]
    assert "in preview only" in told
    assert "from 28 April 2026 to 31 May 2026" in told
    assert "since 1 June 2026" in answer(shipped, "When did Codex leave preview?")["text"]
