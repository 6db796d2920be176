"""What lies near a question and is no answer to it: a name that no record gives, a price of what is only supplied, worth for a contract, a time to come."""

from __future__ import annotations

import pytest

from asking import answer
from tenor.ask.answering import ask
from tenor.dates import parse_day
from tenor.store.read import Store

TODAY = parse_day("2026-11-28")


@pytest.mark.parametrize(
    "question",
    [
        "What's the name of the judge in the Musk trial?",
        "What is the name of the judge who dismissed Musk's case?",
        "Which startups have been admitted to the AI tier of Google for Startups?",
        "What does a GB300 rack cost OpenAI?",
        "At what valuation did Cerebras go public?",
        "Given the $300bn OpenAI contract, is Oracle stock a buy?",
        "Where will Microsoft's OpenAI stake be by the end of 2028?",
        "How high is the break-up fee in OpenAI's contract with Oracle?",
        "Which banks underwrite the Anthropic IPO?",
        "What is the cap on Amazon's investment?",
        "Who has exclusive rights to Claude?",
        "Does the accelerator give $200,000?",
        "Who can apply for the AWS AI startup tier?",
        "What share of enterprise spending does Microsoft have?",
        "How long does the Azure commitment of OpenAI run?",
        "When was Altman reinstated?",
        "When was Musk's appeal decided?",
        "When does PORTS-Pike open?",
        "when does the broadcom chip ship",
        "when do the Broadcom chips get deployed",
        "Which company pays OpenAI?",
        "Who was Microsoft's observer on OpenAI's board?",
        "Who took over the Abilene site?",
        "Who signed the letter of intent?",
        "Is the 2019 exclusivity still in force?",
        "Who supplies TPUs to Broadcom?",
        "What ends in 2030?",
        "What is the share price of AMD?",
        "What is the bond size of Oracle for Abilene?",
        "What does Theo say about when OpenAI will go public?",
        "What does Theo say about how OpenAI loses money?",
        "How many claims does Theo make?",
        "How much did NVIDIA agree to invest in OpenAI in February 2026, and when was it paid?",
        "How much did SoftBank agree to invest in OpenAI in 2025, and when was the last payment?",
        "Was Amazon's investment in Anthropic of April 2026 convertible notes?",
    ],
)
def test_what_is_only_near_is_not_told(shipped: Store, question: str) -> None:
    assert ask(shipped, question, today=TODAY)["status"] != "answered"


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("What does GPT-5.6 Sol cost on AWS?", "amazon-openai/2026-08-21#model-price-gpt-5.6-sol-input"),
        ("What was Anthropic's valuation in May 2026?", "amazon-anthropic/2026-05-28#valuation"),
        ("When did the British regulator first start looking at the Microsoft OpenAI thing?", "event:2023-12-08-cma-review"),
        ("When ChatGPT came out, which company was running OpenAI's computing to the exclusion of all others?", "microsoft-openai/2019-07-22#cloud-exclusivity"),
        ("What sort of shares does SoftBank get in return for its 2026 money in OpenAI?", "softbank-openai/2026-02-27#security-type"),
        ("What can ordinary AWS promotional credit not pay for?", "aws-promotional-credit/2019#credit-rule"),
    ],
)  # fmt: skip
def test_what_is_told(shipped: Store, question: str, told: str) -> None:
    document = ask(shipped, question, today=TODAY)
    assert document["status"] == "answered"
    assert told in [c["clause"] for c in document["answers"]]


@pytest.mark.parametrize(
    "question",
    [
        "Did Anthropic go public?",
        "Is OpenAI going public in 2027?",
        "Did Altman say OpenAI would go public in 2027?",
        "Has Anthropic gone public?",
        "When did Anthropic go public?",
        "Who is the CEO of Microsoft?",
    ],
)
def test_a_plan_is_not_told_as_done_and_who_speaks_not_as_what_he_is(shipped: Store, question: str) -> None:
    assert ask(shipped, question, today=TODAY)["status"] != "answered"


@pytest.mark.parametrize(
    "question",
    [
        "did Microsoft turn down the capacity",
        "did Microsoft decline the capacity",
        "does Microsoft train OpenAI's models",
        "has AMD issued the shares",
        "has Cerebras issued the shares",
        "has Anthropic drawn on the facility",
        "was the facility drawn",
        "did Amazon lend money to Anthropic",
        "is the PORTS-Pike campus open",
        "has OpenAI sold the PORTS-Pike campus",
        "Did the April 2026 amendment lower the revenue share",
        "did openai file for an ipo in june 2026",
        "how much profit does OpenAI make",
        "how much profit does Microsoft make from OpenAI",
        "what margin does Microsoft make on OpenAI",
        "what is Microsoft's AI revenue",
        "when do Activate credits expire",
        "What did Activate Portfolio pay in May 2026",
        "length of the NVIDIA guarantee",
        "length of the Stargate plan",
        "size of the OpenAI board",
        "who leads OpenAI's board",
        "what does NVIDIA charge for the guarantee",
    ],
)
def test_what_is_near_to_an_act_or_a_measure_is_not_it(shipped: Store, question: str) -> None:
    assert answer(shipped, question)["status"] != "answered"


@pytest.mark.parametrize("question", ["Did the April 2026 amendment abolish the AGI clause", "does Broadcom design the OpenAI chip"])
def test_what_is_told_near_an_act_says_no_yes(shipped: Store, question: str) -> None:
    document = answer(shipped, question)
    assert all(a.get("yes") is None for a in document["answers"])


@pytest.mark.parametrize(
    ("question", "clause"),
    [
        ("did AMD issue the warrant", "amd-openai/2025-10-06#customer-warrant"),
        ("did OpenAI lend money to Cerebras", "cerebras-openai/2026-04-17#customer-financing"),
        ("who invested first in Anthropic", "google-anthropic/2023-02#investment"),
        ("when do Cloudflare credits expire", "cloudflare-for-startups/2026#credit-rule-duration"),
        ("how much profit counts as AGI", "microsoft-openai/2023-01-23#agi-definition"),
        ("what does Activate pay for", "aws-activate/2024-04-02#credit-coverage-claude-on-bedrock"),
        ("length of the PORTS-Pike lease", "ports-pike/2026-08-17#contract-term"),
    ],
)
def test_what_is_told_of_the_act_or_the_measure_itself_is(shipped: Store, question: str, clause: str) -> None:
    assert clause in [a["clause"] for a in answer(shipped, question)["answers"]]


TOLD = [
    ("Which company pays Microsoft?", ["microsoft-openai/2026-04-27#revenue-share"]),
    ("Who makes OpenAI's custom chips?", ["broadcom-openai/2025-10-13#compute-capacity"]),
    ("what was the first openai model on bedrock", ["amazon-openai/2025-08-05#model-distribution-gpt-oss"]),
    ("When did Activate credits start covering Claude?", ["aws-activate/2024-04-02#credit-coverage-claude-on-bedrock"]),
    ("Was Google's money in Anthropic convertible notes?", ["google-anthropic/2023-10#investment"]),
    ("When was Altman fired?", ["event:2023-11-17-altman-ouster"]),
    ("when did OpenAI agree to deploy AMD chips", ["amd-openai/2025-10-06#compute-capacity"]),
    ("What is the exercise price of AMD's warrant?", ["amd-openai/2025-10-06#customer-warrant"]),
]


@pytest.mark.parametrize(("question", "clauses"), TOLD)
def test_what_is_told_beside_that_still_is(shipped: Store, question: str, clauses: list[str]) -> None:
    assert [a["clause"] for a in ask(shipped, question, today=TODAY)["answers"]] == clauses


def test_no_party_is_told_to_be_on_the_other_side_where_nothing_is_recorded(shipped: Store) -> None:
    text = ask(shipped, "Did SoftBank sell its shares in OpenAI?", today=TODAY)["text"]
    assert text.startswith("Nothing is recorded on")
    assert "other way round" not in text


def test_of_a_round_only_those_are_told_who_put_money_into_it(shipped: Store) -> None:
    document = ask(shipped, "Who were the investors in OpenAI's $110 billion round of February 2026?", today=TODAY)
    assert {a["clause"].partition("#")[0].partition("/")[2][:7] for a in document["answers"]} == {"2026-02"}
