"""Yes or no from the record of an event: only what it says outright, of the same doer and the same thing."""

from __future__ import annotations

import pytest

from asking import answer
from tenor.store.read import Store


@pytest.fixture(scope="module")
def store(shipped: Store) -> Store:
    return shipped


YES = """
did sam altman rule out an IPO for 2026
wasn't microsoft weighing legal action over the amazon openai deal in march 2026?
Was Microsoft reported to be weighing legal action over the deal of Amazon and OpenAI?
Was Musk's suit dismissed?
Did the jury find Musk's claims time-barred?
Did Musk announce an appeal?
Was Sam Altman removed by OpenAI's board?
Was Sam Altman reinstated?
Was Sam Altman reinstated after the board removed him in November 2023?
Did Musk announce an appeal after the judge dismissed the case?
Did Altman rule out taking OpenAI public in 2026?
Did OpenAI's board fire Sam Altman?
Did OpenAI release ChatGPT in November 2022?
Was ChatGPT released by OpenAI?
Did OpenAI introduce o1 in September 2024?
Did Kevin Scott fear that OpenAI might move to Amazon?
Did Amazon report an AWS backlog of $364 billion?
Was Microsoft training its salespeople to argue against OpenAI's products?
Did OpenAI announce a draft S-1 in June 2026?
Did Microsoft say about 45 percent of its $625 billion commercial backlog came from OpenAI?
Did Microsoft say that about 45 percent of its commercial backlog came from OpenAI?
Did Satya Nadella tell analysts that Microsoft has royalty-free rights to frontier models through 2032?
Did the CMA find that Microsoft has had a high level of material influence since 2019?
Did Britain's CMA find in March 2025 that there was no relevant merger situation between Microsoft and OpenAI?
Was OpenAI reported to be in early talks to raise about $30 billion?
Did OpenAI announce that Microsoft would join its new board as a non-voting observer?
Did Denise Dresser write that the Microsoft partnership had been foundational?
Were Microsoft and OpenAI reported to be at odds over the AGI clause?
Is it accurate that OpenAI's board removed Sam Altman as chief executive?
Was Elon Musk's case dismissed as time-barred in May 2026?
Has Anthropic filed confidentially for an IPO?
Has Anthropic confidentially filed for an IPO?
"""

NO = """
did microsoft sue amazon over the openai deal
did microsoft take legal action against amazon and openai
has microsoft filed legal action over the amazon openai deal
Were Musk's claims against OpenAI decided on the merits?
Did the UK's CMA conclude that Microsoft and OpenAI was a merger situation?
Did the CMA find a merger?
Did the UK competition authority treat the Microsoft/OpenAI partnership as a merger?
Has OpenAI decided the timing of its IPO?
Could Reuters verify the report of legal action?
Did Britain's watchdog conclude that Microsoft had in effect taken over OpenAI?
Did the CMA find de facto control?
Did Altman say that OpenAI would have an IPO in 2026?
Did Altman say OpenAI would list in 2026?
Did Altman say OpenAI will go public in 2026?
Has OpenAI closed a $30 billion round at a valuation of $1.4 trillion?
Have Microsoft and OpenAI confirmed that the revenue share is capped at $38 billion?
Is it right to write that Microsoft sued over the Amazon-OpenAI deal in March 2026?
"""

NEITHER = """
Is OpenAI going public in 2026?
is openai doing an ipo in 2026
is anthropic going public in 2026
Has Anthropic filed publicly for an IPO?
Was Sam Altman reinstated by the board?
Was Altman removed after he was reinstated?
Was Altman removed after the board reinstated him?
Was Sam Altman reinstated after Microsoft removed him?
Was Sam Altman reinstated after the board removed him in November 2024?
did altman cancel the IPO
did altman rule out an IPO in 2027
was microsoft suing openai in march 2026
did the uk regulator close its merger inquiry
Did the CMA clear the merger?
Was Musk allowed an appeal?
Did OpenAI announce an appeal?
Did the jury find OpenAI's claims time-barred?
Did Sam Altman remove OpenAI's board?
Was OpenAI's board removed by Sam Altman?
Did OpenAI remove Sam Altman?
Did Microsoft release ChatGPT?
Was OpenAI released by ChatGPT?
Is OpenAI's IPO delayed?
Did OpenAI's IPO slip to 2027?
Did NVIDIA give OpenAI a backstop of $250 billion?
Did OpenAI buy Windsurf?
Did Anthropic lead Altimeter's Series H?
Did Kevin Scott leave Microsoft?
Did OpenAI move to Amazon in 2018?
Does Amazon report performance obligations of about $600 billion?
Should Musk appeal?
Did Microsoft not release ChatGPT?
Did the CMA find material influence?
Did the CMA find that Microsoft had in effect taken over Anthropic?
Did Altman say OpenAI would list in 2027?
Did Altman say Anthropic would list in 2026?
Has Altman said whether OpenAI would go public in 2026?
Did Musk say OpenAI would list in 2026?
Did Microsoft say that its commercial backlog of $625 billion came from OpenAI?
Did OpenAI say about 45 percent of its $625 billion commercial backlog came from Microsoft?
Did Microsoft say that about 625 percent of its $45 billion commercial backlog came from OpenAI?
Did Satya Nadella tell analysts that Microsoft has royalty-free rights to frontier models through 2030?
Did Satya Nadella tell analysts that OpenAI has royalty-free rights to frontier models through 2032?
Did the CMA find that OpenAI has had a high level of material influence over Microsoft since 2019?
Did the CMA find that Microsoft has had a high level of material influence since 2016?
Did the Financial Times report that Amazon was considering legal action against the deal of Microsoft and OpenAI?
Did TechCrunch report that OpenAI was training its salespeople to argue against the products of Microsoft and Anthropic?
Did Bloomberg reckon that the $24.1 billion booked from Microsoft made up about 70 percent of OpenAI's AI revenue?
Is it true that Sam Altman removed OpenAI's board?
Have Microsoft and OpenAI confirmed that the revenue share is capped?
Has OpenAI gone public?
Has there been an IPO of OpenAI in 2026?
Did Anthropic market its IPO in mid-October 2026?
"""


def lines(text: str) -> list[str]:
    return text.strip().splitlines()


def said(store: Store, question: str) -> set[bool | None]:
    """What the answers to a question say: yes, no or neither."""
    return {clause.get("yes") for clause in answer(store, question)["answers"]}


@pytest.mark.parametrize("question", lines(YES))
def test_an_event_that_says_it_is_a_yes(store: Store, question: str) -> None:
    assert said(store, question) == {True}


@pytest.mark.parametrize("question", lines(NO))
def test_an_event_that_denies_it_is_a_no(store: Store, question: str) -> None:
    assert said(store, question) == {False}


@pytest.mark.parametrize("question", lines(NEITHER))
def test_what_no_event_says_outright_is_neither(store: Store, question: str) -> None:
    assert said(store, question) <= {None}


@pytest.mark.parametrize("question", ["When did OpenAI fire Altman?", "wen did openai fire altman", "when did OpenAI remove Altman"])
def test_the_day_of_what_one_did_to_another(shipped: Store, question: str) -> None:
    assert [c["clause"] for c in answer(shipped, question)["answers"]] == ["event:2023-11-17-altman-ouster"]


@pytest.mark.parametrize("question", ["When did Microsoft fire Altman?", "When did OpenAI fire Musk?", "When did Altman fire OpenAI?"])
def test_what_nobody_did_to_another_has_no_day(shipped: Store, question: str) -> None:
    assert answer(shipped, question)["status"] != "answered"


@pytest.mark.parametrize(
    "question",
    [
        "Has Microsoft sued over the deal of Amazon and OpenAI?",
        "Has Microsoft actually gone to court over OpenAI's arrangement with Amazon?",
        "Did Microsoft file suit against Amazon in March 2026?",
    ],
)
def test_what_is_not_known_to_have_been_done_is_a_no_of_whoever_was_about_to(shipped: Store, question: str) -> None:
    assert answer(shipped, question)["text"].startswith("No. The Financial Times")


@pytest.mark.parametrize("question", ["Has OpenAI sued Microsoft?", "Has Microsoft sued Google?", "Should Microsoft sue OpenAI?"])
def test_of_others_or_of_what_should_be_done_it_says_nothing(shipped: Store, question: str) -> None:
    assert answer(shipped, question)["status"] != "answered"


def test_what_was_considered_was_considered(shipped: Store) -> None:
    assert answer(shipped, "Did Microsoft consider legal action against the deal?")["text"].startswith("Yes")
