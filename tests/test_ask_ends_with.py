"""Whether a right ends with something is told by what the record says of that, and not by a stated last day."""

from __future__ import annotations

import pytest

from asking import answer
from tenor.store.read import Store


@pytest.mark.parametrize("verb", ["end", "terminate", "expire", "lapse", "cease"])
@pytest.mark.parametrize(
    "case", ["with AGI", "upon AGI", "once AGI is reached", "when AGI is declared", "if OpenAI reaches AGI", "as soon as AGI is achieved"]
)
def test_a_license_through_2032_without_a_cut_off_does_not_end_with_agi(shipped: Store, verb: str, case: str) -> None:
    assert answer(shipped, f"Does Microsoft's license {verb} {case}?")["text"].startswith("No. ")


@pytest.mark.parametrize(
    ("question", "begins"),
    [
        ("Did API exclusivity end with AGI under the October 2025 agreement?", "Yes."),
        ("In January 2026, did the revenue share end with AGI?", "Yes."),
        ("Does the guarantee end when OpenAI ends the lease?", "Yes."),
        ("Does AGI end Microsoft's license?", "No."),
        ("Did the license end with AGI under the 2023 agreement?", "The record does not say yes or no."),  # it was limited to technology from before
    ],
)
def test_what_the_record_ties_to_a_case_is_told(shipped: Store, question: str, begins: str) -> None:
    assert answer(shipped, question)["text"].startswith(begins)


@pytest.mark.parametrize(
    "question", ["Does the revenue share end with AGI?", "Does the license end with a recession?", "Does Cerebras's contract end with AGI?"]
)
def test_a_case_of_which_the_record_does_not_speak_is_refused(shipped: Store, question: str) -> None:
    assert answer(shipped, question)["status"] != "answered"
