"""Questions about what a speaker claims: in free wording, with the verdict asked for, by verdict, and of things nobody said."""

from __future__ import annotations

from typing import Any

import pytest

from asking import answer
from tenor.store.read import Store

SAID = "commentary:theo-2026-05-05#sc-"


@pytest.fixture(scope="module")
def store(shipped: Store) -> Store:
    return shipped


def claims(document: dict[str, Any]) -> list[str]:
    return [str(a["clause"]).removeprefix(SAID) for a in document["answers"]]


MEANT = [
    ("Does Theo's claim that Amazon invests $50 billion in OpenAI check out?", "49"),
    ("Theo Browne says Anthropic is the hidden cause of the Microsoft-OpenAI breakup: fact or opinion?", "28"),
    ("Is there support for Theo Browne's claim that he was pressured to delete his Azure benchmark?", "42"),
    ("What does Theo say about where Anthropic's enterprise growth came from?", "30"),
    ("What does Theo say about Anthropic's enterprise growth?", "29"),
    ("did theo really get threatened to take down azure bench", "42"),
    ("The commentator asserts that Anthropic negotiated a revenue share too costly for the clouds to subsidise. Is that borne out by the reporting?", "38"),
    ("theo claim: anthropic negotiated a brutal revenue share so clouds wont subsidise it. true?", "38"),
    ("According to the commentary video, did Sam Schillace raise his voice on the call, and does the press bear this out?", "15"),
    ("Was Theo wrong about who raised their voice?", "15"),
    ("In the video he says startups can get half a million to a million in Azure credit. Does anything from Microsoft back that up?", "36"),
    ("the commentator says microsoft fixed azure inside a day. what do the data show?", "43"),
    ("did he claim openai refused to hand over how o1 reasons, and is that backed?", "17"),
    ("Theo says that the deal includes two gigawatts of trainium. does it check out?", "48"),
    ("is theo's figure of $350k google credit right?", "35"),
    ("Browne says the license is non-exclusive through 2032. is that so?", "24"),
    ("theo says azure's latency swung wildly for a year, is that documented anywhere?", "39"),
    ("Theo alleges Microsoft pushed OpenAI for o1's chain of thought. Any independent confirmation?", "14"),
    ("According to Theo Browne, how much did Microsoft put into OpenAI in 2019?", "02"),
    ("is the claim that Amazon invested $50 billion supported?", "49"),
    ("Is Theo Browne's assertion of pressure to delete the Azure benchmark supported?", "42"),
    ("Is there proof that Theo was leaned on to delete the Azure benchmark?", "42"),
    ("Theo's line that Amazon is the biggest winner: fact or opinion?", "51"),
    ("According to Theo, who lost his temper on the call about o1?", "15"),
    ("What does Theo say about Azure being repaired by Microsoft within 24 hours?", "43"),
    ("Who does Theo hold responsible for the breakup?", "28"),
    ("How fast did Microsoft fix Azure, by Theo's account?", "43"),
    ("Why did Microsoft finally act, as Theo sees it?", "44"),
    ("What sum of Azure credit does Theo name?", "36"),
    ("Which company is the winner so far, if you believe Theo?", "51"),
    ("did theo ever manage to spend his cloud credits on Anthropic's models?", "37"),
]  # fmt: skip


@pytest.mark.parametrize(("question", "claim"), MEANT, ids=[q for q, _ in MEANT])
def test_a_claim_is_found_by_most_of_its_words(store: Store, question: str, claim: str) -> None:
    document = answer(store, question)
    assert (document["status"], claims(document)) == ("answered", [claim])
    assert "Verdict:" in document["text"]


NOBODY_SAID = [
    "Theo says Satya Nadella lost his temper on that call. Is that right?",
    "Theo's line that Google is the biggest winner: fact or opinion?",
    "According to Theo, who lost his job on the call about o1?",
    "Did Theo claim that Google owns 14 percent of Anthropic?",
    "Is Theo right that Microsoft invested $13 billion in OpenAI?",
    "Did Theo say Nvidia invested in Anthropic?",
    "Did Theo Browne ever say Sam Altman raised his voice?",
    "does theo think google is the biggest winner?",
    "what's theo's take on claude being better at coding",
    "Theo claims the AWS deal is worth $38 billion. correct?",
    "theo says openai left azure entirely - true or false?",
    "which claims did theo make in his august 2026 follow-up video?",
    "in the podcast he mentions that Nvidia is buying OpenAI. true?",
    "What has Theo Browne said about Meta?",
    "What does Theo say hourly about Azure credits?",
    "What hourly did Theo claim about Google Cloud credits?",
    "What does Theo reckon about Oracle's chips?",
    "What does Theo see coming for OpenAI's headcount?",
    "Who does Theo hold responsible for the OpenAI board crisis?",
]


@pytest.mark.parametrize("question", NOBODY_SAID)
def test_what_nobody_said_is_no_claim(store: Store, question: str) -> None:
    assert answer(store, question)["status"] == "no-record"


BY_VERDICT = [
    ("which of theo's claims turned out to be contradicted?", {"contradicted"}),
    ("which of Theo Browne's claims are unsupported?", {"unsupported"}),
    ("Which claims in the video are mere opinion?", {"opinion"}),
    ("what claims of theo's are not supported", {"contradicted", "unsupported"}),
    ("how many of theo's claims hold up?", {"supported"}),
]


@pytest.mark.parametrize(("question", "verdicts"), BY_VERDICT, ids=[q for q, _ in BY_VERDICT])
def test_claims_are_listed_by_verdict(store: Store, question: str, verdicts: set[str]) -> None:
    document = answer(store, question)
    wanted = [name for name, verdict in store.query("SELECT id, verdict FROM claim ORDER BY place") if verdict in verdicts]
    assert [a["clause"] for a in document["answers"]] == wanted


def test_what_others_say_of_a_speaker_is_no_claim(store: Store) -> None:
    assert answer(store, "What did Altman say about Theo's video?")["status"] != "answered"


def test_a_video_call_is_no_video(store: Store) -> None:
    document = answer(store, "Who shouted at OpenAI staff on the video call?")
    assert "Mustafa Suleyman" in document["text"]


@pytest.mark.parametrize(
    ("question", "claim"),
    [
        ("Is Theos claim of $500,000 to $1 million in Azure credit right?", "commentary:theo-2026-05-05#sc-36"),
        ("did microsoft really fix azure within a day, like the video says?", "commentary:theo-2026-05-05#sc-43"),
    ],
)
def test_whose_claim_it_is_may_be_said_carelessly(store: Store, question: str, claim: str) -> None:
    assert [a["clause"] for a in answer(store, question)["answers"]] == [claim]


def test_whether_anything_supports_a_claim_that_nothing_does_is_a_no(store: Store) -> None:
    told = answer(store, "Theo says that startups can receive $500,000 to $1 million in Azure credit. Does anything from Microsoft support him?")
    assert told["text"].startswith("No. Theo Browne says")
    assert [a["yes"] for a in told["answers"]] == [False]


def test_whether_anything_supports_a_claim_that_is_right_in_part_is_left_to_the_verdict(store: Store) -> None:
    told = answer(store, "Theo says that Azure was slow. Does anything support that?")
    assert told["text"].startswith("Theo Browne says")


def test_how_a_conclusion_squares_with_the_press_is_told_by_its_verdict(store: Store) -> None:
    told = answer(
        store, "Theo concludes that Anthropic's revenue share is too expensive for the clouds. How does that square with what the press has reported?"
    )
    assert [a["clause"] for a in told["answers"]] == ["commentary:theo-2026-05-05#sc-38"]


@pytest.mark.parametrize(
    "question",
    [
        "Is it false that Startups can get $500,000 to $1 million of Azure credit?",  # turned round, and not to be read as the plain question
        "Is it false that Sam Schillace of Microsoft got angry and raised his voice on the call?",
        "Is it true that by 2025 an independent panel of experts had to verify a declaration of AGI?",  # a part in it is neither yes nor no
    ],
)
def test_no_no_to_what_is_called_false_or_holds_in_part(shipped: Store, question: str) -> None:
    assert not answer(shipped, question)["text"].startswith(("No", "Yes")) or answer(shipped, question)["status"] != "answered"
