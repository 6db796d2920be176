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
