"""What a question for amounts says beside the thing itself, and what only came to be by its own words: told rightly, or not at all."""

from __future__ import annotations

import pytest

from asking import answer
from tenor.store.read import Store

_REFUSED = [
    "How high is the break-up fee in OpenAI's contract with Oracle?",
    "At what valuation did Cerebras go public?",
    "amd openai 2027 gigawatts",
    "Is it right to write that Microsoft booked $24.1 billion of revenue from OpenAI in the quarter ended June 2026?",
    # the other way round
    "Which companies have warrants in OpenAI?",
    "Who has warrants in OpenAI?",
    # before what
    "What is Anthropic's valuation before the money?",
    "What did GPT-5.6 Sol cost before the price cut?",
    # by whom
    "How much did Microsoft invest in OpenAI's 2026 round?",
    "How much did Google put into OpenAI's 2026 round?",
    # the whole of an agreement for a part of its time, what was seen long after it
    "How many gigawatts does OpenAI get from Broadcom in 2029?",
    "How many gigawatts will OpenAI get in 2026 from AMD?",
    "How much capacity does Cerebras provide to OpenAI in 2026?",
    "How much Trainium capacity does Anthropic get by the end of 2026?",
    "How much does Anthropic owe its suppliers in 2027?",
    "How much did Anthropic commit to Google in 2025?",
    "What was Anthropic's valuation in 2025?",
    # the amount of other months
    "How much revenue did Microsoft get from OpenAI in fiscal 2025?",
    "How much revenue did Microsoft book from OpenAI in the June 2026 quarter?",
    # what may be drawn, lent and used, or is to be paid, for what was
    "How much of Amazon's facility did Anthropic draw in the third quarter of 2026?",
    "How much has Broadcom lent Anthropic?",
    "How many gigawatts of Trainium did OpenAI use in 2026?",
    "How much of the cap has been paid?",
    # a share, a cost, more than what is named
    "At what price did OpenAI get CoreWeave shares?",
    "microsoft exclusive gpt-3 license cost",
    # what only texts lead to, where a name says more
    "openai startup program free api credits amount",
    # what the record does not tell to have come about
    "When does the first PORTS-Pike capacity come online?",
    "When did NVIDIA's letter of intent with OpenAI become a binding contract?",
    "When was GPT-5.5 released on Azure?",
    # what was skipped over: the fine, who did not take part, the subject, another document, the time
    "cma fine microsoft openai partnership date",
    "Which investors stayed out of OpenAI's funding round in 2026?",
    "Who declined to invest in OpenAI?",
    "Is the preview of Bedrock Managed Agents over?",
    "When Stargate was announced in Jan 2025, what was the overall investment figure?",
    # the new price for the cut, a joint plan for one party's part, a share of something else
    "By how much did AWS cut GPT-5.6 Sol input prices?",
    "By how much did AWS cut the price of GPT-5.5?",
    "By how much did AWS slash the price of GPT-5.5?",
    "By how much did AWS hike the price of GPT-5.6 Luna?",
    "By how much did AWS raise the price of GPT-5.6 Luna?",
    "How much did SoftBank commit to Stargate?",
    "How much did Oracle commit to Stargate?",
    "What percentage of its revenue does Anthropic pay Amazon?",
    # the whole for its first year, an amount for a number of things, rules of another kind
    "How much Google Cloud credit can a startup get in the first year?",
    "How many sites does Stargate have?",
    "Who is eligible for Google for Startups?",
    # the day of another act, a start of what only stays, two documents for which whole years stand
    "When did Musk sue OpenAI?",
    "When did Claude become available in Copilot?",
    "What is the difference between the 2019 and 2023 Microsoft agreements?",
    # a sum for a proportion, what may be done with another thing, a payment that nothing tells of
    "What proportion of OpenAI's compute commitment is with Oracle?",
    "How much of OpenAI's compute commitment to Microsoft can be cancelled?",
    "SoftBank's stake in OpenAI after its first payment?",
    "SoftBank's stake in OpenAI after the July 2026 payment?",
    "What does Bedrock in GovCloud cost?",
    # what was paid for a stake, what is promised for what was got
    "How big is Amazon's stake in Anthropic?",
    "How much is Google's stake in Anthropic?",
    "how many shares has OpenAI got from AMD so far?",
    "how many gigawatts has Anthropic got from AMD so far?",
    "what does AWS Activate cost",
    # another product's price, what is drawn by what may be, a year in which nothing was pledged, a sum before the last part
    "How is Codex on Bedrock billed?",
    "how much of Amazon's facility for Anthropic is drawn?",
    "How much of Google's pledge to Anthropic is guaranteed?",
    # what other documents say
    "What does the draft prospectus say about Nscale?",
    "What does the draft prospectus say about Volta?",
    "What does the October 2025 agreement say about Oracle?",
]

_TOLD = {
    "which part of Google's pledge is conditional?": "Google's investment in Anthropic: up to $30 billion",
    "Can we burn down our existing AWS commit with GPT usage on Bedrock?": "Yes.",
    "How much of Google's 2026 pledge to Anthropic is conditional?": "Google's investment in Anthropic: up to $30 billion, since 24 April 2026",
    "How much of Google's 2026 pledge to Anthropic was unconditional?": "Google's investment in Anthropic: $10 billion, since 24 April 2026",
    "How much is Google's 2026 pledge to Anthropic?": "Google's investment in Anthropic: up to $40 billion (24 April 2026",
    "how big was google's 2024 pledge to anthropic?": "Nothing of this is recorded as done in that time",
    "Is Codex on Bedrock billed per seat or by the token?": "is billed by the token, with no license per seat",
    "how long does the initial $38 billion AWS agreement with OpenAI run?": "runs 7 years ($38 billion agreement)",
    "What proportion of Anthropic's compute bill in the leaked draft can't be cancelled?": "about 80 percent",
    "How much of Anthropic's compute bill can't be cancelled, per the leaked prospectus?": "about 80 percent",
    "How much of Anthropic's compute bill can be cancelled?": "mostly cancelable on 90 days' notice",
    "SoftBank's stake in OpenAI after its last payment?": "SoftBank owns about 13 percent of OpenAI, as seen on 1 October 2026.",
    "softbanks stake in openai after the october 2026 payment?": "SoftBank owns about 13 percent of OpenAI",
    "how much of openai did softbank own after the december 2025 payment?": "about 11 percent",
    "what does bedrock managed agents cost during the public preview?": "AWS adds no charge",
    "what did Bedrock Managed Agents cost in preview": "AWS adds no charge",
    "Which cloud, other than OpenAI's own channel, gets to sell Frontier?": "Amazon (AWS) is the exclusive",
    "AMZN performance obligations June 2026": "$496 billion",
    "How large were Amazon's performance obligations in its report for June 2026?": "$496 billion",
    "What licence did Microsoft take from OpenAI in September 2020?": "GPT-3, exclusively, from 22 September 2020",
    "When did OpenAI models leave preview on Bedrock?": "GPT-5.5 and GPT-5.4 in general availability, since 1 June 2026",
    "When did Codex leave preview on Bedrock?": "since 1 June 2026",
    "When did Claude models become available in Microsoft Foundry?": "since 18 November 2025",
    "Who is eligible for AWS Activate?": "before Series B",
    "By how much did AWS cut GPT-5.6 Luna on Bedrock?": "by 80 percent",
    "By how much did the AWS contract with OpenAI grow in February 2026?": "$100 billion",
    "What does the October 2025 agreement say about Microsoft?": "Microsoft may pursue AGI by itself",
    "What does the draft prospectus say about Google?": "$111.1 billion",
    "How much did Microsoft book from OpenAI in its 2026 fiscal year?": "1 July 2025 to 30 June 2026",
    "How much did Microsoft book from OpenAI in 2024?": "$493.8 million",
    "How much did OpenAI lend Cerebras?": "$1 billion",
    "How much compute did OpenAI commit to buy from Amazon in 2026?": "$100 billion",
    "How much is OpenAI's Azure commitment in 2026?": "$250 billion",
    "How much Azure credit could a startup get from Microsoft for Startups in May 2026?": "$150,000",
    "what was anthropic valued at after the series H round": "$965 billion",
    "As known on 1 June 2026, how much further financing might Amazon give Anthropic on top of the $5 billion?": "$20 billion",
    "What is OpenAI's pre-money valuation?": "$730 billion",
    "At what valuation did Anthropic raise its Series H?": "$965 billion",
    "When was the video released?": "5 May 2026",
    "Since when can OpenAI sell its API on other clouds?": "since 27 April 2026",
    "When did Microsoft's exclusive license end?": "exclusively until 26 April 2026",
    "What happened to the GPT-3 license?": "27 April 2026: through 2032, non-exclusive",
    "Who can sell OpenAI Frontier?": "Frontier",
    "Before the recovery on 1 May 2026, how fast was Azure in the benchmark (median)?": "12.5 tokens/s",
    "The $138bn quoted for the AWS deal: is it a total that was agreed?": "Sources disagree: Is $138 billion an agreed total?",
    "What changed on 27 April 2026 about which clouds OpenAI may sell its products on?": "27 April 2026: all products, any cloud",
}


@pytest.mark.parametrize("question", _REFUSED)
def test_an_amount_or_day_of_something_else_is_no_answer(shipped: Store, question: str) -> None:
    assert answer(shipped, question)["status"] != "answered"


@pytest.mark.parametrize(("question", "words"), _TOLD.items())
def test_what_the_record_has_is_told(shipped: Store, question: str, words: str) -> None:
    said = answer(shipped, question)
    assert said["status"] == "answered"
    assert words in said["text"]


@pytest.mark.parametrize(
    "question",
    [
        "Does OpenAI spend $30 billion a year with Oracle?",  # a sum for all the years is no "no" to a rate
        "Does Anthropic pay SpaceX $15 billion a year?",  # 1.25 a month
        "Has Microsoft paid OpenAI $13 billion?",  # that it shares no revenue with it is no "no" to that
    ],
)
def test_what_is_counted_otherwise_is_no_no(shipped: Store, question: str) -> None:
    assert answer(shipped, question)["status"] != "answered"


@pytest.mark.parametrize(
    ("question", "begins"),
    [
        ("Does Broadcom back the lease payments for Anthropic up to $35 billion?", "No."),  # up to 29
        ("Does Broadcom back the lease payments for Anthropic up to $29 billion?", "Yes."),
        ("Does the AWS Generative AI Accelerator give up to $1 million in credits?", "Yes."),  # gives nothing up
        ("Does the Volta deal last six years?", "Yes."),
    ],
)
def test_a_ceiling_and_a_length_are_read_as_such(shipped: Store, question: str, begins: str) -> None:
    assert answer(shipped, question)["text"].startswith(begins)


@pytest.mark.parametrize(
    "question",
    [
        "Does the April 2026 text make Azure the primary cloud until 2032?",  # no end is stated
        "Was $730 billion OpenAI's post-money valuation in February 2026?",  # before the money
    ],
)
def test_another_length_end_or_side_of_a_sum_is_not_told(shipped: Store, question: str) -> None:
    assert answer(shipped, question)["status"] != "answered"


@pytest.mark.parametrize(
    "question",
    [
        "Is it right that OpenAI's round was closed at $122 billion of committed capital?",  # the round, and not what one of them put in
        "Was Anthropic valued at $350 billion for Google's investment of April 2026?",
    ],
)
def test_an_amount_of_another_thing_that_is_named_makes_no_no(shipped: Store, question: str) -> None:
    assert answer(shipped, question)["status"] != "answered"
