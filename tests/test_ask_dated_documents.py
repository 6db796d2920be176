"""An agreement that is called by its date stands for its own day, and not for the month before it."""

from __future__ import annotations

import pytest

from tenor.ask.answering import ask
from tenor.dates import parse_day
from tenor.store.read import Store

TODAY = parse_day("2026-11-23")

READINGS = """
Does the October 2025 agreement let Microsoft go after AGI on its own? | Yes.
Is Microsoft free to work towards AGI independently under the deal of October 2025? | Yes.
Does the agreement of April 2026 give Microsoft an exclusive license? | No.
Under the Apr 2026 agreement, is the licence Microsoft has an exclusive one? | No.
Does Microsoft hold an exclusive IP license under the agreement as amended on April 27, 2026? | No.
Is exclusivity still part of Microsoft's IP licence under the 27 April 2026 amended agreement? | No.
Under the amended agreement of April 2026, is Microsoft's IP license exclusive? | No.
Was Azure exclusive under the agreement of January 2025? | No.
Under the agreement of January 2025, did Microsoft have a right of first refusal? | Yes.
Did the agreement of April 2026 end the Azure API exclusivity? | Yes.
In October 2025, could Microsoft pursue AGI on its own? | Yes: Microsoft may
Under the agreement of May 2025, is Microsoft's license exclusive? | No agreement of 2025-05-01 to 2025-05-31
Under the March 2024 agreement, is Microsoft's license exclusive? | No agreement of 2024-03-01 to 2024-03-31
"""


@pytest.mark.parametrize(("question", "begins"), [line.split(" | ") for line in READINGS.strip().splitlines()])
def test_an_agreement_stands_for_its_own_day(shipped: Store, question: str, begins: str) -> None:
    document = ask(shipped, question, today=TODAY)
    assert document["text"].startswith(begins)
    assert begins != "Yes." or all(a["yes"] for a in document["answers"])


def test_whose_agreement_it_is_says_only_which(shipped: Store) -> None:
    text = "Is AWS still the only outside cloud that distributes Frontier after the Microsoft amendment of April 2026?"
    assert ask(shipped, text, today=TODAY)["text"].startswith("Yes. Amazon (AWS)")


def test_an_agreement_of_somebody_who_made_none_is_none(shipped: Store) -> None:
    text = "Is AWS still the only outside cloud that distributes Frontier after the Oracle amendment of April 2026?"
    assert ask(shipped, text, today=TODAY)["status"] != "answered"
