"""Parts of sums, which of two amounts it is, when an amount became public, and second questions about how a sum is made up; with what must not be answered."""

from __future__ import annotations

import pytest

from asking import answer
from tenor.store.read import Store

TOLD = """
What portion of the $518bn in the Anthropic draft could not be cancelled? | anthropic-prospectus/2026-09-28#total-commitments-noncancelable | 80 percent
How much of Google's $40 billion depends on performance targets? | google-anthropic/2026-04-24#investment-conditional | $30 billion
How much does Google plan to invest in Anthropic under the April 2026 deal and how much of that came up front? | google-anthropic/2026-04-24#investment-at-once | at once
How many AMD shares could OpenAI get under its warrant and at what strike? | amd-openai/2025-10-06#customer-warrant | $0.01
Google cloud AI startup tier: how big, and how is it spread over the two years? | google-for-startups/2025-09-25#credit-amount | $100,000 more in the second
What did Microsoft book in revenue from OpenAI in its fiscal 2026, and how much was it still owed at year end? | microsoft-openai/2026-07-29#disclosed-revenue | $6.0 billion
Google's very first Anthropic investment - 300 or 400 million? | dispute:google-anthropic-2023-amount | Unresolved
Was Google's first Anthropic investment 300 or 400 million? | dispute:google-anthropic-2023-amount | Unresolved
What percentage of businesses on Ramp paid Anthropic in April 2026, vs OpenAI? | observation:ramp-2026-04 | 32.3 percent
Volta Anthropic deal size and length | volta-anthropic/2026-08-04#contract-term | 6 years
Anthropic Broadcom TPU lease value and length | broadcom-anthropic/2026-10-01#compute-commitment | $125.2 billion
Anthropic Broadcom TPU lease value and length | broadcom-anthropic/2026-10-01#contract-term | 5 years
value and length of the Oracle contract with OpenAI | oracle-openai/2025-09-10#compute-commitment | 5 years
At what size and valuation did OpenAI close its 2026 round? | openai-round-2026/2026-03-31#funding-round | $852 billion
What is the length of OpenAI's contract with Oracle? | oracle-openai/2025-09-10#contract-term | about 5 years
At what price can OpenAI buy AMD shares? | amd-openai/2025-10-06#customer-warrant | $0.01
As of 1 May 2026, had anybody put a dollar figure on the cap on what OpenAI pays Microsoft? | microsoft-openai/2026-04-27#revenue-share-cap | No: the first source that the record has is of 12 May 2026
By 20 May 2026, had anybody put a dollar figure on the cap on what OpenAI pays Microsoft? | microsoft-openai/2026-04-27#revenue-share-cap | Yes: by the sources of the record it was public on 12 May 2026
As of 1 May 2026, was the amount of the cap public? | microsoft-openai/2026-04-27#revenue-share-cap | No:
When does the last part of the CoreWeave contract with OpenAI run out? | coreweave-openai/2025-09-25#compute-commitment | 31 May 2031
How much was the last part of OpenAI's contract with CoreWeave? | coreweave-openai/2025-09-25#compute-commitment | $6.5 billion
Judging by what was public on 15 March 2026, what was the state of Amazon's second $35 billion? | amazon-openai/2026-02-27-2#investment-second-tranche | certain conditions
What had to happen before Amazon owed OpenAI the second part, $35 billion, under the February 2026 letter agreement? | amazon-openai/2026-02-27-2#investment-condition-listing | listing of OpenAI
how much of the first 4bn from amazon went to anthropic straight away? | amazon-anthropic/2023-09-25#investment-first-part | $1.25 billion
How much of Google's $40 billion for Anthropic is conditional? | google-anthropic/2026-04-24#investment-conditional | $30 billion
How much of Amazon's $50 billion for OpenAI was unconditional? | amazon-openai/2026-02-27-2#investment-first-tranche | $15 billion
how much of the $35 billion was paid in the second quarter of 2026 | amazon-openai/2026-07-31#investment-paid-2026-q2 | $13.7 billion
How much of the $20 billion facility is left? | amazon-anthropic/2026-07-31#supplier-financing-available | $15 billion
How much additional Azure capacity may Anthropic contract for? | microsoft-anthropic/2025-11-18#compute-option | 1 GW more
How much was Anthropic worth in its Series H? | amazon-anthropic/2026-05-28#valuation | $965 billion
what did openais coreweave contracts come to as of 25 september 2025 | coreweave-openai/2025-09-25#compute-commitment-in-all | in all about $22.4 billion
how much does Anthropic owe to suppliers in total according to the leaked prospectus | anthropic-prospectus/2026-09-28#total-commitments | $518 billion
In what instalments did SoftBank agree to pay its further $30 billion to OpenAI? | softbank-openai/2026-07-01#investment | $10 billion, since 1 April 2026
volta anthropic amount | volta-anthropic/2026-08-04#compute-commitment | $10 billion
As of 1 May 2026, was the cap public? | microsoft-openai/2026-04-27#revenue-share-cap | Yes:
""".strip().splitlines()


@pytest.mark.parametrize("line", TOLD, ids=[line.partition(" | ")[0] for line in TOLD])
def test_it_is_told(shipped: Store, line: str) -> None:
    question, clause, said = line.split(" | ")
    found = answer(shipped, question)
    assert clause in [c["clause"] for c in found["answers"]]
    assert said in found["text"]


@pytest.mark.parametrize(
    "question",
    [
        "How much of Amazon's $40 billion depends on performance targets?",
        "What share of Anthropic's $518 billion goes to Google?",
        "How much of Amazon's $50 billion was in convertible notes?",
        "How much of the $40 billion from SoftBank was for co-investors?",
        "How much more may OpenAI buy from CoreWeave?",
        "How much more could Amazon invest in Anthropic?",
        "What is the annual cap on OpenAI's revenue share payments to Microsoft?",
        "cerebras openai sum",
        "How many Cerebras shares could OpenAI get under its warrant and at what strike price?",
        "How much did Google invest in Anthropic and how much of that came in bitcoin?",
        "Was Google's first Anthropic investment 300 or 500 million?",
        "Was Microsoft's investment of January 2023 10 or 13 billion?",
        "AMD OpenAI deal size and length",
        "AWS OpenAI commitment amount and duration",  # only the amount is told
        "price and date of Codex on Bedrock",
        "end and size of the Microsoft revenue share",
        "When does the final part of Oracle's contract with OpenAI end?",  # it has no parts
        "How much is the last Cerebras contract with OpenAI?",
    ],
)
def test_near_questions_are_not_answered(shipped: Store, question: str) -> None:
    assert answer(shipped, question)["status"] != "answered"


def test_a_day_between_two_that_are_open_decides_nothing(shipped: Store) -> None:
    found = answer(shipped, "By 11 May 2026, had anybody put a dollar figure on the cap on what OpenAI pays Microsoft?")
    assert {c.get("yes") for c in found["answers"]} == {None}


def test_a_deal_of_a_month_is_any_of_its_deals(shipped: Store) -> None:
    """Google and Anthropic signed for chips on 6 April 2026 and for money on the 24th."""
    found = answer(shipped, "How much does Google plan to invest in Anthropic under the April 2026 deal?")
    assert "google-anthropic/2026-04-24#investment" in [c["clause"] for c in found["answers"]]


def test_what_was_seen_later_is_no_yes_for_an_earlier_day(shipped: Store) -> None:
    found = answer(shipped, "Was Microsoft's investment in January 2023 $13 billion?")
    assert True not in [c.get("yes") for c in found["answers"]]


def test_the_first_part_ends_as_no_other_does(shipped: Store) -> None:
    """``first`` and ``last`` before a noun say which of several is meant, and not how long it lasts."""
    found = answer(shipped, "When does the first part of the CoreWeave contract with OpenAI end?")
    assert [c["clause"] for c in found["answers"]] == ["coreweave-openai/2025-03-10#compute-commitment", "coreweave-openai/2025-03-10#contract-term"]


def test_when_a_part_could_lapse_its_own_clause_tells(shipped: Store) -> None:
    """The clause by which the condition came to its end says nothing of that day."""
    found = answer(shipped, "On which date could any unfunded part of Amazon's $35 billion have lapsed?")
    assert [c["clause"] for c in found["answers"]] == ["amazon-openai/2026-02-27-2#investment-condition-lapse"]


@pytest.mark.parametrize(
    "question",
    [
        "Which companies does Anthropic owe compute money to, according to the leaked prospectus?",
        "According to the leaked prospectus, who does Anthropic owe money for compute?",
        "How much does Anthropic owe Google according to the leaked prospectus?",
    ],
)
def test_by_a_document_is_what_it_has_itself(shipped: Store, question: str) -> None:
    """Also where it is called by the event of its becoming known."""
    assert {c["instrument"] for c in answer(shipped, question)["answers"]} == {"anthropic-prospectus/2026-09-28"}


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("What do OpenAI's AWS contracts come to in total?", "$138 billion"),
        ("How much had Microsoft invested in OpenAI in total on 2024-12-31?", "$13.75 billion"),  # with what the later rounds were added to
        ("What do Amazon's investments in OpenAI add up to?", ""),  # the payments are part of the promise
        ("What do OpenAI's contracts with CoreWeave come to in all?", ""),  # a source gives it
    ],
)
def test_only_what_is_part_of_nothing_else_is_added_up(shipped: Store, question: str, said: str) -> None:
    text = answer(shipped, question)["text"]
    assert ("Added up by us" in text) is bool(said)
    assert said in text
