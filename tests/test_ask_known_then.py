"""What was said, believed or known of a thing on a day is told by what could be known on that day."""

from __future__ import annotations

import pytest

from asking import answer
from tenor.store.read import Store

THEN = """
As of 1 February 2026, what was the Cerebras contract with OpenAI publicly reported to be worth? | cerebras-openai/2026-01-14#compute-commitment
What was the Cerebras deal said to be worth on 1 February 2026? | cerebras-openai/2026-01-14#compute-commitment
What was the Cerebras contract reported in February 2026 to be worth? | cerebras-openai/2026-01-14#compute-commitment
On 1 February 2026, how much was OpenAI believed to have committed to Cerebras? | cerebras-openai/2026-01-14#compute-commitment
On 1 February 2026, what was the Cerebras contract worth, as far as the public knew? | cerebras-openai/2026-01-14#compute-commitment
What was the Cerebras contract worth on 1 February 2026, as far as anyone could tell? | cerebras-openai/2026-01-14#compute-commitment
What was Microsoft's stake in OpenAI thought to be on 1 July 2026? | microsoft-openai/2025-10-28#equity-stake
What is the Cerebras contract said to be worth? | cerebras-openai/2026-04-17#compute-commitment
""".strip().splitlines()


@pytest.mark.parametrize("line", THEN)
def test_nothing_of_later_is_told(shipped: Store, line: str) -> None:
    question, clause = line.split(" | ")
    found = answer(shipped, question)
    assert found["status"] == "answered"
    assert [c["clause"] for c in found["answers"]] == [clause]


def test_what_is_said_of_a_deed_keeps_the_day_of_the_deed(shipped: Store) -> None:
    """The page that says so is of later."""
    found = answer(shipped, "What was Microsoft said to have offered the startups of Y Combinator in 2015?")
    assert [c["clause"] for c in found["answers"]] == ["azure-yc-2015/2015#credit-amount"]


@pytest.mark.parametrize(
    "question",
    [
        "On 1 May 2026, was the $35 billion already paid, as far as anyone knew?",
        "As far as anyone knew on 1 May 2026, had Amazon paid the $35 billion?",
        "On 1 May 2026, was the $35 billion from Amazon already paid, as far as anyone knew?",
    ],
)
def test_a_payment_that_became_known_later_is_no_yes(shipped: Store, question: str) -> None:
    found = answer(shipped, question)
    assert found["status"] != "answered" or found["text"].startswith("No")
    assert not any(c["clause"].startswith("dispute:") for c in found["answers"])


BEFORE = """
What was known about Amazon's financing facility for Anthropic before July 31, 2026? | amazon-anthropic/2026-04-20#supplier-financing
Before the filing of 31 July 2026, what was known about Amazon's financing facility for Anthropic? | amazon-anthropic/2026-04-20#supplier-financing
What was publicly known about the 2021 Microsoft investment before January 2023? | microsoft-openai/2019-07-22#investment
As far as was known on 1 May 2026, was there a cap on OpenAI's revenue share to Microsoft? | microsoft-openai/2026-04-27#revenue-share-cap
What was known in September 2025 about the memorandum between Microsoft and OpenAI? | microsoft-openai/2025-09-11#binding
""".strip().splitlines()


@pytest.mark.parametrize("line", BEFORE)
def test_the_day_before_which_it_was_known_is_the_other_clocks(shipped: Store, line: str) -> None:
    question, clause = line.split(" | ")
    found = answer(shipped, question)
    assert [c["clause"] for c in found["answers"]] == [clause]


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("Before December 2024, what was public about the AGI profit test?", "26 December 2024"),
        ("What was known about the Volta deal in July 2026?", "4 August 2026"),
        ("What did people know of the Volta deal before August 2026?", "4 August 2026"),
        ("As of 1 June 2026, was the first $15 billion from Amazon known to be paid?", "31 July 2026"),
        ("Before the announcement of 20 April 2026, what was known about Amazon's financing facility for Anthropic?", "20 April 2026"),
    ],
)
def test_what_nobody_knew_yet_is_refused_with_the_day_from_which_it_was_known(shipped: Store, question: str, first: str) -> None:
    found = answer(shipped, question)
    assert found["status"] == "no-record"
    assert first in found["text"]


@pytest.mark.parametrize(
    ("question", "starts"),
    [
        ("In May 2026, was it publicly known that Amazon's money had been paid?", "No: the first source that the record has is of 31 July 2026"),
        ("Had the amount of the revenue share cap been reported before June 2026?", "Yes: by the sources of the record it was public on 12 May 2026"),
        ("Had the amount of the revenue share cap been reported before May 2026?", "No"),
        ("As known on May 1, 2026, was the size of the cap on OpenAI's revenue share public?", "No"),
        (
            "was it already public in 2024 that Microsoft's OpenAI contract runs through 2030?",
            "No: the first source that the record has is of 21 January 2025",
        ),
        (
            "Had Microsoft's IP license through 2032 been announced by 27 October 2025?",
            "No: the first source that the record has is of 28 October 2025",
        ),
        ("was it public in 2025 that Microsoft's contract with OpenAI runs through 2032", "The record does not say when that became public"),
        (
            "Was it known in 2025 that Microsoft's license to OpenAI's models runs through 2032?",
            "Yes: by the sources of the record it was public on 28 October 2025",
        ),
        (
            "When did the public first learn that the Microsoft contract with OpenAI runs through 2030?",
            "By the sources of the record it was public by 21 January 2025",
        ),
        ("In 2022, did anyone know that Microsoft had invested in OpenAI a second time?", "No"),
        (
            "In 2024, did anyone know that Microsoft had invested in OpenAI a second time?",
            "Yes: by the sources of the record it was public on 23 January 2023",
        ),
    ],
)
def test_whether_it_was_known_by_a_day(shipped: Store, question: str, starts: str) -> None:
    assert answer(shipped, question)["text"].startswith(starts)


def test_a_dispute_is_told_as_what_it_is_about_was_known(shipped: Store) -> None:
    """Which account is preferred came out later."""
    found = answer(shipped, "What was known in March 2026 about Amazon's $35 billion for OpenAI?")
    assert found["text"].startswith("As known on 31 March 2026")
    assert "Preferred" not in found["text"]
    assert all(c["known_from"] <= "2026-03-31" for c in found["answers"])
