"""What stands in another place than the plain question has it, or has another name: asked plainly, and refused where the plain question would be."""

from __future__ import annotations

import pytest

from asking import answer
from tenor.store.read import Store

SAME = """
Microsoft has had no first refusal since when? | Since when has Microsoft had no right of first refusal?
In 2023, after September, could Activate credit buy third-party models on Bedrock? | could Activate credit buy third-party models on Bedrock from October to December 2023?
How much was paid in the first SoftBank payment of 2026? | How much was SoftBank's first payment of 2026?
What happened in the OpenAI funding talks of September 2026? | OpenAI funding talks of September 2026
Does Microsoft have a right of first refusal, and if not, until when did it have one? | Does Microsoft have a right of first refusal, and until when did it have it?
Who was primary cloud after the Musk verdict? | Who was primary cloud after 18 May 2026?
How many customers does Claude have on Bedrock? | How many customers use Claude on Bedrock?
How big were Amazon's performance obligations in the June 2026 quarter report? | How big were Amazon's performance obligations?
How much did Amazon pay OpenAI in the June 2026 quarter? | How much did Amazon pay OpenAI in Q2 2026?
What does Anthropic pay Elon Musk’s company each month for Colossus? | What does Anthropic pay SpaceX each month for Colossus?
""".strip().splitlines()


@pytest.mark.parametrize("line", SAME, ids=[line.partition(" | ")[0] for line in SAME])
def test_it_has_the_answer_of_the_plain_question(shipped: Store, line: str) -> None:
    said, plain = (answer(shipped, question) for question in line.split(" | "))
    assert said["status"] == "answered"
    assert [(c["clause"], c.get("yes")) for c in said["answers"]] == [(c["clause"], c.get("yes")) for c in plain["answers"]]


@pytest.mark.parametrize(
    "question",
    [
        "Google has had no first refusal since when?",
        "How much was paid in the ninth SoftBank payment of 2026?",
        "What happened in the Anthropic funding talks of September 2026?",
        "Did Sam Altman say there would be no OpenAI IPO in 2027?",
        "Did Satya Nadella say there would be no OpenAI IPO in 2026?",
        "Can a company with a Google Cloud commitment count what it spends on Codex through Bedrock towards it?",
        "What does OpenAI pay Elon Musk's company each month?",
        "AWS backlog at the end of March 2025",
        "Since when has OpenAI's consumer hardware been outside Google's rights?",
        "How many customers does Gemini have on Bedrock?",
        "How big were Amazon's performance obligations in the March 2026 quarter report?",
        "Did the November 2025 agreement include Trainium?",  # what is claimed of a later one
        "Menlo Ventures: Google share of enterprise LLM spend end of 2025",
    ],
)
def test_near_questions_are_not_answered(shipped: Store, question: str) -> None:
    assert answer(shipped, question)["status"] != "answered"


def test_a_denial_is_no_yes_to_its_opposite(shipped: Store) -> None:
    found = answer(shipped, "Did Sam Altman say there would be an OpenAI IPO in 2026?")
    assert True not in {c.get("yes") for c in found["answers"]}


def test_an_event_is_called_by_the_time_that_it_tells_of(shipped: Store) -> None:
    """A backlog at the end of March is reported in April."""
    assert answer(shipped, "AWS backlog end of march 2026")["answers"][0]["clause"] == "event:2026-04-29-amazon-q1-results"


def test_of_two_surveys_the_one_of_the_time_that_is_named(shipped: Store) -> None:
    for when, observation in (("end of 2025", "menlo-2025-end"), ("mid 2025", "menlo-2025-mid")):
        found = answer(shipped, f"Menlo Ventures: Anthropic share of enterprise LLM spend {when}")
        assert [c["clause"] for c in found["answers"]] == [f"observation:{observation}"]
