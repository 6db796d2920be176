"""What some outlet says, and a short question that points back to it: what is told must be of the very same parties, sums and times."""

from __future__ import annotations

import pytest

from asking import answer
from tenor.store.read import Store

#: The question, how the answer starts, and the record that it rests on.
POINTED_BACK = """
A headline says that AWS is OpenAI's primary cloud. Is this correct? | No. Microsoft (Azure) | microsoft-openai/2026-04-27#primary-cloud
A newsletter reports that Azure is OpenAI's primary cloud. Can we print that? | Yes. | microsoft-openai/2026-04-27#primary-cloud
Several articles had it that exclusivity was prolonged to 2032 in October 2025. Does the text of the agreement bear that out? | No. | dispute:exclusivity-to-2032
A column states that Microsoft's license to OpenAI's models ends in 2030. Is that so? | No. | microsoft-openai/2026-04-27#ip-license
A column states that Microsoft's license to OpenAI's models ends in 2032. Is that so? | Yes. | microsoft-openai/2026-04-27#ip-license
A headline speaks of a contract of $138 billion between OpenAI and Amazon's cloud. Did the companies ever state such a total? | No. | dispute:amazon-openai-total-138b
A headline speaks of a contract of $38 billion between OpenAI and Amazon's cloud. Did the companies ever state such a total? | Yes. | amazon-openai/2025-11-03#compute-commitment
A headline speaks of a contract of $300 billion between OpenAI and Oracle. Has Oracle confirmed it? | No: not confirmed | oracle-openai/2025-09-10#compute-commitment
We print that OpenAI hands over 20 percent of its revenue to Microsoft. Have the companies ever confirmed that percentage? | No. | dispute:revenue-share-percent
Our draft says that Amazon still owes OpenAI $35 billion. Has that money been paid in the meantime? | Yes. | amazon-openai/2026-07-31#investment-second-tranche
A website claims that Microsoft and NVIDIA each put half of the $15 billion into Anthropic. How is the sum divided in truth? | Sources disagree | dispute:microsoft-anthropic-split
One article dates OpenAI's loan to Cerebras to December 2025. Which month is right? | Sources disagree: When | dispute:cerebras-openai-loan-date
The text calls Amazon's further $20 billion for Anthropic an investment. What is it according to the filing? | Amazon lends | amazon-anthropic/2026-07-31#supplier-financing
Elon Musk calls the Colossus deal a lease of 180 days. Until when does it run according to SpaceX's filing? | The agreements | spacex-anthropic/2026-05-20#contract-term
"""


@pytest.mark.parametrize(("question", "start", "record"), [line.split(" | ") for line in POINTED_BACK.strip().splitlines()])
def test_hearsay_is_held_against_the_record(shipped: Store, question: str, start: str, record: str) -> None:
    told = answer(shipped, question)
    assert told["text"].startswith(start)
    assert record in {a["clause"] for a in told["answers"]}


@pytest.mark.parametrize(
    "question",
    [
        "A website claims that Microsoft and NVIDIA each put half of the $15 billion into OpenAI. How is the sum divided in truth?",
        "A website claims that Microsoft and NVIDIA each put half of the $25 billion into Anthropic. How is the sum divided in truth?",
        "A blog says that Amazon still owes OpenAI $45 billion. Has that money been paid in the meantime?",
        "A blog says that Microsoft still owes OpenAI $35 billion. Has that money been paid in the meantime?",
        "A headline speaks of a contract of $300 billion between OpenAI and Oracle. Has Microsoft confirmed it?",
        "A headline speaks of a contract of $38 billion between OpenAI and Amazon's cloud. Has Amazon confirmed it?",
        "Several papers report that OpenAI pays Oracle 20 percent of its revenue. Have the companies ever confirmed that percentage?",
        "One article dates NVIDIA's loan to Cerebras to December 2025. Which month is right?",
        "We print that OpenAI hands over 20 percent of its revenue to Microsoft. Which company audits that?",
        "A site says that Amazon invested $50 billion in OpenAI. Did Google do the same?",
        "A site says that Amazon invested $50 billion in OpenAI. Was it all in cash?",
    ],
)
def test_of_others_another_sum_or_another_matter_nothing_is_told(shipped: Store, question: str) -> None:
    assert answer(shipped, question)["status"] != "answered"


@pytest.mark.parametrize(
    "question",
    ["Does Amazon still owe OpenAI $35 billion?", "Does Amazon still have to pay OpenAI $35 billion?", "Will Amazon pay OpenAI the $35 billion?"],
)
def test_what_was_paid_is_no_yes_to_what_is_to_be_paid(shipped: Store, question: str) -> None:
    told = answer(shipped, question)
    assert not told["text"].startswith("Yes")
    assert True not in [a["yes"] for a in told["answers"]]


def test_a_condition_that_was_met_is_not_one_that_was_disclosed(shipped: Store) -> None:
    assert answer(shipped, "Has the condition of the $35 billion been disclosed?")["text"].startswith("Sources disagree")


@pytest.mark.parametrize(
    ("question", "start"),
    [
        ("Is it true that Anthropic's contract with SpaceX ends in 2027?", "No"),
        ("Does Anthropic's contract with SpaceX end in 2027?", "No"),
        ("Is it true that Anthropic's contract with SpaceX ends in 2029?", "Yes"),
    ],
)
def test_what_ends_in_a_year_is_more_than_what_holds_in_it(shipped: Store, question: str, start: str) -> None:
    assert answer(shipped, question)["text"].startswith(start)


def test_hearsay_of_somebody_whom_nobody_knows_is_not_decided(shipped: Store) -> None:
    said = "A headline speaks of a contract of $138 billion between {} and Amazon's cloud. Did the companies ever state such a total?"
    assert answer(shipped, said.format("OpenAI"))["status"] == "answered"
    assert answer(shipped, said.format("Intel"))["status"] != "answered"
