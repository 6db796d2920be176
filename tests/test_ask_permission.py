"""Whether something may be done, where a clause that is told in words plainly forbids it."""

from __future__ import annotations

import pytest

from asking import answer
from tenor.store.read import Store

_FORBIDDEN = [
    "Can ordinary AWS promotional credit be used to pay AWS Marketplace charges?",
    "Do AWS's general promotional credit terms allow the credit to pay Marketplace charges?",
    "May OpenAI transfer the AMD warrant to an unrelated company?",
]

#: What the exception allows, and what the clause does not name.
_UNDECIDED = ["May OpenAI transfer the AMD warrant to an affiliate?", "Can OpenAI sell its AMD warrant?"]


@pytest.mark.parametrize("question", _FORBIDDEN)
def test_what_a_clause_plainly_forbids_has_a_no(shipped: Store, question: str) -> None:
    assert answer(shipped, question)["text"].startswith("No")
    assert answer(shipped, question)["answers"][0]["yes"] is False


@pytest.mark.parametrize("question", _UNDECIDED)
def test_an_exception_and_another_act_stay_undecided(shipped: Store, question: str) -> None:
    assert all(a["yes"] is None for a in answer(shipped, question)["answers"])
