"""A date that lacks its year, beside one that has it."""

from __future__ import annotations

import pytest

from asking import TODAY, answer
from tenor.ask.again.yearless import dated
from tenor.ask.interpreting.interpreter import Interpreter
from tenor.store.read import Store

BESIDE = [
    ("What was paid in the first quarter of 2026, and what in the second quarter?", "what in the second quarter of 2026?"),
    ("Was it paid in Q1 2026 or in Q2?", "in Q2 2026?"),
    ("Was it paid in Q1 or in Q2 2026?", "in Q1 2026 or"),
    ("How much was it in November 2025, and how much in February?", "in February 2026?"),  # the next year's
    ("How much was it in November and how much in February 2026?", "in November 2025 and"),  # the year's before
]


@pytest.mark.parametrize(("question", "meant"), BESIDE)
def test_of_two_periods_of_a_kind_both_are_in_the_only_year(shipped: Store, question: str, meant: str) -> None:
    [(_, text)] = dated(Interpreter(shipped, question, TODAY), "which year?.", TODAY)
    assert meant in text


@pytest.mark.parametrize(
    "question",
    [
        "Was it paid in the first quarter of 2026 or in June?",  # periods of two kinds
        "Was it paid in Q1 2025 or Q1 2026 or in Q2?",
        "Was it paid in Q1 or Q2 as announced in 2025?",  # the year is of neither
    ],
)
def test_where_it_is_not_clear_whose_year_it_is_none_is_taken(shipped: Store, question: str) -> None:
    assert dated(Interpreter(shipped, question, TODAY), "Q2 of which year?.", TODAY) == []


def test_the_amounts_of_two_quarters_are_told(shipped: Store) -> None:
    found = answer(shipped, "How much did Amazon pay for OpenAI stock in the first quarter of 2026, and how much in the second quarter?")
    assert found["text"].startswith("Taken for 2026, as no other year is named: ")
    assert {f"amazon-openai/2026-07-31#investment-paid-2026-q{n}" for n in (1, 2)} <= {c["clause"] for c in found["answers"]}


DOCUMENTS = """
What was Microsoft's stake in OpenAI after the October recap? | 2025 | 27 percent
How much did OpenAI owe CoreWeave in all after the September expansion? | 2025 | $22.4 billion
What did GPT-5.6 Sol output cost on Bedrock after the August cut? | 2026 | $20
how much does openai pay microsoft after the april deal? | 2026 | revenue share
What was the cap after the April amendment? | 2026 | $38 billion
How large was Amazon's November investment in Anthropic? | 2024 | $4 billion
how much azure did openai commit to in the October deal? | 2025 | $250 billion
""".strip().splitlines()


@pytest.mark.parametrize("line", DOCUMENTS)
def test_a_month_is_of_the_year_of_the_one_document_that_is_called_by_it(shipped: Store, line: str) -> None:
    question, year, told = line.split(" | ")
    found = answer(shipped, question)
    assert found["text"].startswith(f"Taken for {year}, as no year is named: ")
    assert told in found["text"]


@pytest.mark.parametrize(
    "question",
    [
        "What was Microsoft's stake in OpenAI after the October earthquake?",
        "What did Amazon pay OpenAI after the November agreement of the clouds?",
        "Was Azure exclusive before the December agreement?",
        "What did Microsoft announce in the January agreement?",  # of 2023, or of 2025
    ],
)
def test_where_no_one_document_is_called_by_it_the_year_is_asked_for(shipped: Store, question: str) -> None:
    assert answer(shipped, question)["status"] != "answered"
