"""Wordings that ask the same in other words: credits that pay for a thing, conditions, suppliers one by one, a time before the question."""

from __future__ import annotations

import pytest

from tenor.ask.answering import ask
from tenor.ask.language.words import tokens
from tenor.dates import parse_day
from tenor.store.read import Store

TODAY = parse_day("2026-11-23")

READINGS = """
is it possible to pay for claude on bedrock with activate credits from aws | aws-activate/2024-04-02#credit-coverage-claude-on-bedrock
In 2025, was it possible to pay for Claude on Bedrock with AWS Activate credits? | aws-activate/2024-04-02#credit-coverage-claude-on-bedrock
Can I use startup credits from Azure to pay for Claude on Microsoft Foundry? | microsoft-for-startups/2026-03-10#credit-coverage
Can I use Google startup credits to pay for Claude on Vertex AI? | google-for-startups/2026-10#credit-coverage
Can I pay for Grok with AWS Activate credits? | -
claude for startups credit amount in dollars | -
aws promotional credit amount in dollars | -
How many dollars a month does SpaceX receive from Anthropic? | spacex-anthropic/2026-05-20#compute-price
how much a month is anthropic paying spacex | spacex-anthropic/2026-05-20#compute-price
how many dollars a month does Google get from Anthropic | -
Suppose NVIDIA has to make payments on the guarantees in Ohio. What would OpenAI owe it then? | ports-pike/2026-08-17#indemnity
Suppose SoftBank has to make payments on the guarantees in Ohio. What would OpenAI owe it then? | -
What had to happen before SoftBank's money would go to OpenAI? | softbank-openai/2025-03-31#investment-condition
what had to happen before Azure lost exclusivity | -
What must happen before OpenAI's revenue share ends? | -
What conditions applied to Apple's investment in OpenAI? | -
What conditions have to be met before Anthropic's AMD warrant vests? | -
When was Google replaced as Anthropic's primary cloud? | google-anthropic/2023-02#primary-cloud
When was Oracle replaced as Anthropic's primary cloud? | -
When was the January 2025 agreement replaced? | -
Does Founders Hub credit cover Claude in Azure AI Foundry? | microsoft-for-startups/2026-03-10#credit-coverage
Does Founders Hub credit cover Gemini in Azure AI Foundry? | -
broadcom anthropic convertible notes | broadcom-anthropic/2026-10-01#supplier-financing
does Broadcom hold convertible notes of Anthropic | -
google anthropic loan | -
Who came up with the $517bn total for Anthropic's compute contracts? | event:2026-09-06-anthropic-517-billion
In early September 2026, what total did The Information arrive at for Anthropic's compute contracts? | event:2026-09-06-anthropic-517-billion
What total did Bloomberg arrive at for Anthropic's compute contracts? | -
Who came up with the idea for Stargate? | -
Were NVIDIA and OpenAI legally bound by their letter of intent? | nvidia-openai/2025-09-22#binding
Was NVIDIA's LOI with OpenAI a binding one in law? | nvidia-openai/2025-09-22#binding
Can we burn down our existing AWS commit with GPT usage on Bedrock? | amazon-openai/2026-04-28#cloud-commitment-credit
Can AWS commitments be drawn down with Codex usage via Bedrock? | amazon-openai/2026-04-28#cloud-commitment-credit
Are Oracle commitments drawn down with Codex usage? | oracle-openai/2026-06-10#cloud-commitment-credit
Can we draw down our Azure commitment with GPT usage? | -
Is Oracle bound by the letter of intent with OpenAI? | -
Is Gemini covered by AWS Activate credits? | -
got unused aws activate credits, do they cover claude on bedrock? | aws-activate/2024-04-02#credit-coverage-claude-on-bedrock
does microsoft get any rights in the consumer hardware openai is building | microsoft-openai/2025-10-28#hardware-ip
when will openai be done paying a revenue share to microsoft? | microsoft-openai/2026-04-27#revenue-share
How much does Anthropic pay SpaceX? | spacex-anthropic/2026-05-20#compute-price
What is OpenAI paying Oracle? | oracle-openai/2025-06-30#compute-price
What is OpenAI paying Microsoft? | microsoft-openai/2026-04-27#revenue-share
Did OpenAI file for an IPO? | event:2026-06-08-draft-s1
Did Anthropic file for an IPO? | event:2026-06-01-anthropic-draft-s1
Did Oracle file for an IPO? | -
How long are Google's startup credits good for? | -
Does the license end with AGI? | microsoft-openai/2026-04-27#ip-license
Does AGI end Microsoft's license? | microsoft-openai/2026-04-27#ip-license
Does the license end with bankruptcy? | -
nscale anthropic | nscale-anthropic/2026-08-26#compute-commitment
OpenAI and Apple | -
nvidia amd | -
Does OpenAI rent computing from Google Cloud? | google-openai/2025-06-10#compute-capacity
Since when are GPT-5.5 and Codex generally available on Bedrock? | amazon-openai/2026-04-28#general-availability-gpt-5.5-and-gpt-5.4
who declares AGI under the Microsoft deal? | microsoft-openai/2026-04-27#agi-determination
Who decides on AGI under the Google contract? | -
By when is Broadcom due to have deployed the ten gigawatts of OpenAI-designed accelerators? | broadcom-openai/2025-10-13#compute-capacity
Which cloud should we choose for running OpenAI models in production, Azure or AWS? | -
In your view, was Microsoft right to let go of exclusivity? | -
Does spending on OpenAI models through Bedrock count against my company's AWS commitment? | amazon-openai/2026-04-28#cloud-commitment-credit
"""


@pytest.mark.parametrize(("question", "clause"), [line.split(" | ") for line in READINGS.strip().splitlines()])
def test_the_same_in_other_words(shipped: Store, question: str, clause: str) -> None:
    answers = ask(shipped, question, today=TODAY)["answers"]
    assert (answers[0]["clause"] if answers else "-") == clause


def test_each_supplier_is_told(shipped: Store) -> None:
    for question in (
        "According to Anthropic's leaked prospectus, how much does it owe to each of its suppliers?",
        "What does Anthropic owe each supplier, according to the leaked prospectus?",
        "Give me a supplier-by-supplier list of what Anthropic owes as per the leaked prospectus.",
    ):
        told = {a["clause"].rpartition("-")[2] for a in ask(shipped, question, today=TODAY)["answers"] if "prospectus" in a["clause"]}
        assert told >= {"google", "amazon", "microsoft", "broadcom", "spacex", "amd"}


def test_a_change_may_have_its_time_first(shipped: Store) -> None:
    first = ask(shipped, "Between 1 April 2025 and 1 April 2026, how did the valuation of OpenAI move?", today=TODAY)
    last = ask(shipped, "How did the valuation of OpenAI move between 1 April 2025 and 1 April 2026?", today=TODAY)
    assert first["read_as"]["kind"] == "change"
    assert first["text"] == last["text"]


def test_one_by_one() -> None:
    said = {text: [t.low for t in tokens(text)] for text in ("a cloud-by-cloud list", "month by month")}
    assert said == {"a cloud-by-cloud list": ["a", "list"], "month by month": ["month", "by", "month"]}


@pytest.mark.parametrize(
    ("question", "clause"),
    [
        (
            "could existing google cloud customers join google for startups cloud program in 2018",
            "google-for-startups/2017-10-24#credit-rule-eligibility",
        ),
        ("how long did participation last under google's startup terms in 2018?", "google-for-startups/2017-10-24#credit-rule-duration"),
        ("how long did parking last under google's startup terms in 2018?", "-"),
    ],
)
def test_a_clause_is_found_by_words_of_its_own_that_it_does_not_say(shipped: Store, question: str, clause: str) -> None:
    answers = ask(shipped, question, today=TODAY)["answers"]
    assert [a["clause"] for a in answers] == ([clause] if clause != "-" else [])


@pytest.mark.parametrize(
    ("question", "clause"),
    [
        ("What is the interest on OpenAI's loan to Cerebras?", "cerebras-openai/2026-04-17#customer-financing"),
        ("Which trigger unlocks AMD's warrant for OpenAI?", "amd-openai/2025-10-06#warrant-conditions-vesting"),
        ("Which trigger unlocks Oracle's warrant for OpenAI?", "-"),
        ("When was Microsoft's ROFR on OpenAI compute bankrolled?", "-"),
    ],
)
def test_a_word_to_ask_by_is_a_word_of_its_own_clause_alone(shipped: Store, question: str, clause: str) -> None:
    answers = ask(shipped, question, today=TODAY)["answers"]
    assert [a["clause"] for a in answers] == ([clause] if clause != "-" else [])


def test_an_amount_found_by_words_of_its_clause_is_told_with_what_the_clause_says(shipped: Store) -> None:
    text = ask(shipped, "What is the exercise price of the AMD warrant?", today=TODAY)["text"]
    assert "160 million" in text
    assert "$0.01 each" in text
