"""``had A lost X by D``, ``had A invested N by D``: whether by a day something was over, had begun, or had been given."""

from __future__ import annotations

import pytest

from asking import answer
from tenor.store.read import Store

BY_THEN = [
    ("Had Microsoft lost its exclusivity by 2025?", "Yes. "),
    ("Had Microsoft lost its exclusivity by 2024?", "No. "),
    ("Had Microsoft been OpenAI's exclusive cloud provider by 2026?", "Yes. "),
    ("Had Microsoft's exclusive license ended by May 2026?", "Yes. "),
    ("Had Microsoft lost its board observer seat by 2025?", "Yes. "),
    ("Had Microsoft lost its board observer seat by June 2024?", "No. "),
    ("Had Amazon invested $50 billion in OpenAI by August 2026?", "Yes. "),
    ("Had Amazon invested at least $30 billion in OpenAI by August 2026?", "Yes. "),
]


@pytest.mark.parametrize(("question", "yes"), BY_THEN, ids=[q for q, _ in BY_THEN])
def test_by_then_it_was_over_or_done(shipped: Store, question: str, yes: str) -> None:
    assert answer(shipped, question)["text"].startswith(yes)


@pytest.mark.parametrize(
    "question",
    [
        "Had Amazon invested $50 billion in OpenAI by June 2026?",
        "Had Amazon invested $60 billion in OpenAI by August 2026?",
        "Had Amazon invested $28.7 billion in OpenAI by August 2026?",  # two payments come to it, and no clause says so
        "Had SoftBank invested $30 billion in OpenAI by August 2026?",
        "Had Amazon not invested $50 billion in OpenAI by August 2026?",
    ],
)
def test_parts_say_no_no(shipped: Store, question: str) -> None:
    assert answer(shipped, question)["status"] != "answered"
