"""Numbers in words, read as figures."""

from __future__ import annotations

import pytest

from asking import answer
from tenor.ask.language.words import with_figures
from tenor.store.read import Store

IN_FIGURES = """
two hundred and fifty billion dollars | $250 billion
half a trillion | 500 billion
a quarter of a trillion dollars | $250 billion
a hundred billion | 100 billion
a hundred and fifty thousand | 150,000
one and a half billion | 1.5 billion
one point two five trillion | 1.25 trillion
twenty-seven percent | 27 percent
ten to twenty percent | 10 to 20 percent
a twenty-year contract | a 20-year contract
the ten-billion-dollar investment | the $10 billion investment
""".strip().splitlines()


@pytest.mark.parametrize("line", IN_FIGURES)
def test_a_number_in_words_is_read_as_figures(line: str) -> None:
    words, figures = line.split(" | ")
    assert with_figures(words) == figures


@pytest.mark.parametrize(
    "words", ["several hundred billion", "over seven years", "the twenty-first century", "all three clouds", "hundreds of billions"]
)
def test_what_is_no_amount_stays_as_it_is(words: str) -> None:
    assert with_figures(words) == words


ASKED = """
Did OpenAI commit to buy a quarter of a trillion dollars of Azure? | Yes.
Did OpenAI commit to buy half a trillion dollars of Azure? | No:
Does Anthropic commit to spend a hundred billion on AWS? | Yes.
Does Microsoft own a quarter of OpenAI? | Yes.
Does Microsoft own half of OpenAI? | No.
Is the Volta deal a twenty-year contract? | No.
Has Microsoft ever offered Y Combinator companies half a million dollars in Azure credit? | Yes.
""".strip().splitlines()


@pytest.mark.parametrize("line", ASKED)
def test_a_question_is_answered_as_with_figures(shipped: Store, line: str) -> None:
    question, told = line.split(" | ")
    assert answer(shipped, question)["text"].startswith(told)


@pytest.mark.parametrize(
    "question",
    [
        "Who owns a third of OpenAI?",  # a text with the word does not say how much
        "Did OpenAI use a quarter of its Azure commitment?",
        "Thirty billion a year or three hundred in all: which is right about what OpenAI pays Oracle?",
    ],
)
def test_a_part_that_nothing_tells_is_not_passed_over(shipped: Store, question: str) -> None:
    assert answer(shipped, question)["status"] != "answered"
