"""An answer is of the measure that is asked for, of whoever is named, and of the time: a rate is no sum, a length no amount, what was before not done then."""

from __future__ import annotations

import pytest

from asking import answer
from tenor.store.read import Store

_SAYS = [
    ("Was the Abilene expansion cancelled?", "Oracle does not supply OpenAI with this capacity (Abilene extension)"),
    ("is openai using trainium chips?", "Yes. Amazon (Trainium)"),
    ("Was Nvidia's $100 billion plan for OpenAI a binding commitment?", "No. What OpenAI and NVIDIA agreed is not binding"),
    (
        "Did the February 2026 joint statement keep stateless API calls from Amazon's deal on Azure?",
        "Yes. OpenAI's API ran on Microsoft (Azure)'s cloud alone",
    ),
    ("Anthropic Series H: amount raised and valuation?", "$965 billion"),
    ("Volta Anthropic deal size and length", "6 years"),
    # a rate, and not the sum
    ("interest rate on OpenAI's loan to Cerebras", "6%"),
    ("At what rate did OpenAI lend Cerebras the money?", "6%"),
    ("How much interest does Cerebras pay on OpenAI's loan?", "6%"),
    ("What interest does Microsoft hold in OpenAI?", "25 percent"),
    # the last payment, where a text says that it was made
    ("When did SoftBank finish paying its 2025 commitment?", "$22.5 billion, since 26 December 2025"),
    ("When did Amazon finish paying its first pledge to Anthropic?", "since 27 March 2024"),
    # to what a price must come, in the words of the one condition that says so
    ("How high must AMD's stock rise for the last tranche of OpenAI's warrant to vest?", "the last at $600"),
    # two amounts asked for at once, in two units, of the one and the other; the year to a month
    ("At what size and at what post-money valuation did the OpenAI round close on 31 March 2026?", "$852 billion"),
    ("How big was Stargate meant to be, in dollars and in gigawatts?", "10 GW"),
    ("How did o1 and GPT-4o score on the maths olympiad qualifier?", "83 percent"),
    ("How much revenue did Microsoft book from OpenAI for the year to June 2026?", "$24.1 billion"),
    # of the document that is named, and no other
    ("By the leaked prospectus, when do Anthropic's obligations to Microsoft end?", "$31.4 billion"),
    # how much dearer, by the prices of both
    ("How much dearer is GPT-5.5 on Bedrock than from OpenAI directly?", "GPT-5.5 input $5 a million tokens"),
    ("Is Bedrock more expensive than OpenAI's own API for GPT-5.5?", "Yes. Price of a model"),
    ("Is OpenAI more expensive than Bedrock for GPT-5.5?", "No. Price of a model"),
    ("Does AWS charge more than OpenAI for GPT-5.5?", "Yes. Price of a model"),
    ("Does OpenAI charge less for GPT-5.5 than Bedrock does?", "Yes. Price of a model"),
    # both of two nouns
    ("At what size and valuation did OpenAI close its 2026 round?", "2026 round $122 billion"),
    ("At what size and valuation did OpenAI close its 2026 round?", "$852 billion (as seen on 31 March 2026)"),
    # of two parties and a month, what they agreed then
    ("coreweave openai september 2025 amount", "$6.5 billion"),
    # how long, and not how much
    ("How long does Google's startup credit last?", "three months"),
    ("How long does Cloudflare's startup plan run?", "one year"),
    # the second part in the frame of the first
    ("Ramp AI Index April 2026: what share of businesses pay Anthropic and what share pay OpenAI?", "pay OpenAI: 32.3 percent"),
    ("In the Ramp AI Index of April 2026, what share of businesses paid OpenAI and what share paid Anthropic?", "pay Anthropic: 34.4 percent"),
    # what was done before, told as such
    ("How much did Amazon put into Anthropic in 2025?", "Nothing of this is recorded as done in that time; recorded before: "),
    ("How much did NVIDIA invest in OpenAI in March 2026?", "Nothing of this is recorded as done in that time; recorded before: "),
    # a part of the time of an agreement, from the schedule beside the whole
    ("Committed Broadcom deployment for OpenAI in 2027, in GW?", "1.3 GW for 2027"),
    ("broadcom openai 2027 gigawatts", "1.3 GW for 2027"),
    ("How much capacity does OpenAI get from Broadcom in 2028?", "at least 5 GW for 2028"),
    ("How many gigawatts of accelerators is Broadcom to supply to OpenAI by the end of 2029?", "10 GW"),
    # the sum of that time, and a percentage in so many words
    ("How much did OpenAI pay Microsoft in revenue share in 2024?", "$493.8 million for 2024"),
    ("What percentage of its revenue did OpenAI pay Microsoft in 2024?", "20 percent"),
    ("How much did Microsoft pay OpenAI in revenue share in 2024?", "pass back to OpenAI about 20 percent"),
    # both of two nouns
    (
        "What are the term and the gigawatt capacity of OpenAI's lease at PORTS-Pike?",
        "runs 20 years (PORTS-Pike): no end date is stated. SB Energy is to supply OpenAI with about 8 GW",
    ),
    ("What are the cap and the rate of OpenAI's revenue share?", "undisclosed percentage"),
    # what a party's own name holds does not say what is asked
    ("What does the AWS credit tier for AI startups require to get in?", "by invitation only"),
    # behind what a draft says
    ("A draft of ours says OpenAI signed a $138 billion contract with AWS. Is $138 billion an agreed total?", "No. Sources disagree"),
    ("Our story says Nvidia has a binding contract from September 2025 to invest $100 billion in OpenAI. Was that document binding?", "No. "),
    ("Our draft says Microsoft owns 49% of OpenAI. How much does Microsoft own?", "25 percent"),
    # what a part is worth, and what is a claim on something else
    ("How much was Microsoft's stake in OpenAI worth in October 2025?", "valued at about $135 billion"),
    ("How much of OpenAI did Microsoft own in 2024?", "OpenAI's profits"),
    ("Did Microsoft own 49 percent of OpenAI in 2024?", "Preferred: 32.5 percent"),
    # what is public
    ("Is the percentage of OpenAI's revenue share public?", "undisclosed percentage"),
    # of that event, and of that time
    ("When did OpenAI open its API to developers for the first time?", "11 June 2020"),
    ("According to Menlo's survey, what enterprise share did OpenAI have at the close of 2025?", "27 percent (end of 2025)"),
    # that A does is no yes to whether others do
    ("Does anyone other than Amazon sell Frontier?", "No. Amazon (AWS) is the exclusive"),
    # what is delivered in all, and money by the name of a part
    ("What is Broadcom meant to deliver to OpenAI, in gigawatts, and by when should it be finished?", "10 GW"),
    ("What's AMD chipping in as an investor in Anthropic?", "up to $5 billion"),
    # a permission is no offer
    ("Does AWS sell OpenAI models to the US government?", "The record does not say yes or no. AWS may offer"),
    ("May AWS sell OpenAI models to the US government?", "Yes. AWS may offer"),
    # everybody that two terms have
    ("Which clouds sell OpenAI models?", "Amazon (Bedrock), Microsoft (Azure) and Oracle (reported)."),
    ("which clouds sold openai models in 2024", "Microsoft (Azure)."),
    # every product that is named
    ("what gpt-6 and gpt-6.1 models are on bedrock as of oct 2026", "GPT-6.1 Sol"),
    # since the first sighting, though nobody looked in between
    ("How long has SoftBank owned a stake in OpenAI?", "first seen 26 December 2025"),
]
_REFUSED = [
    # no number of things is what they cost
    "how much will the Broadcom chips cost OpenAI",
    "what does a warrant share cost OpenAI",
    "what do the TPUs cost Anthropic",
    # a view, and a judgment on what somebody did
    "In your view, was Microsoft right to let go of exclusivity?",
    "Was Microsoft right to let go of exclusivity?",
    "Was OpenAI smart to go to Amazon?",
    "at what rate is Google's investment in Anthropic paid",
    "How long do AWS Activate credits last?",
    "How long do Azure startup credits last?",
    # of whoever is named
    "How much has Oracle invested in Stargate?",
    "How much did SoftBank invest in Stargate?",
    "How much capacity does OpenAI get from Broadcom in 2029?",
    "since when are gpt-5.5 and gpt-5.6 on bedrock?",
    "What did GPT-5.5 and GPT-5.6 Sol cost on Bedrock?",
    # a second part that was read as the first once more
    "What is Microsoft's total commitment to OpenAI, and how much of that had been funded by June 30, 2026?",
    "What is the cap on revenue share and how much of that is paid?",
    # what it is worth, what of it is done, the amount of other months
    "What is Microsoft's stake in OpenAI worth?",
    "How much is the AMD warrant worth?",
    "Is any of Broadcom's financing for Anthropic drawn?",
    "What revenue did Microsoft book from OpenAI in fiscal year 2025?",
    "List the payments SoftBank made under its $30bn follow-on, with dates",
    # the number of things, the day of an act, one party against another
    "How many Trainium chips does Anthropic use?",
    "When did Amazon's convertible notes convert?",
    "When did Google finish paying its investment in Anthropic?",
    "How much of the AMD warrant has vested so far?",
    "How high must Cerebras's stock rise for OpenAI's warrant to vest?",
    "How much dearer is GPT-5.5 on Azure than from OpenAI?",
    "Is Bedrock not more expensive than OpenAI for GPT-5.5?",
    "Is Bedrock ten times more expensive than OpenAI for GPT-5.5?",
    "Was Bedrock more expensive than OpenAI for GPT-5.5 in May 2026?",  # before either price was seen
    "Is Azure more expensive than OpenAI for GPT-5.5?",
    "At what valuation was OpenAI said to be raising in September 2026?",  # what it buys is no value of it
    "coreweave openai march 2025 amount",  # an order, and stock
    "How much is the TPU lease through Broadcom?",  # how long it runs is no amount of it
    "When did the public first learn that the Microsoft contract with OpenAI runs through 2032?",  # which no text says
    # of somebody with no part in it
    "How much did Microsoft invest in OpenAI's 2026 round?",
    # on the day of what is named
    "How much did Google invest in Anthropic's Series H?",
    "How much did Microsoft put into OpenAI when ChatGPT launched?",
]
_ONLY = [
    ("What open-weight models from OpenAI can I get on Amazon Bedrock?", ["amazon-openai/2025-08-05#model-distribution-gpt-oss"]),
    ("How much did Amazon invest in Anthropic's Series H?", ["amazon-anthropic/2026-05-28#investment"]),
    ("What was SoftBank's stake in OpenAI after the December 2025 payment?", ["softbank-openai/2025-12-26#equity-stake"]),
    ("What was Microsoft's stake in OpenAI after the recapitalization?", ["microsoft-openai/2025-10-28#equity-stake"]),
]


@pytest.mark.parametrize(("question", "words"), _SAYS)
def test_what_is_asked_for_is_told(shipped: Store, question: str, words: str) -> None:
    assert words in answer(shipped, question)["text"]


@pytest.mark.parametrize(
    "question",
    ["what credits does y combinator give", "what credits do Y Combinator startups get", "how much azure credit did yc startups get in 2015"],
)
def test_what_is_named_for_one_clause_is_told_by_that_alone(shipped: Store, question: str) -> None:
    assert {a["clause"] for a in answer(shipped, question)["answers"]} == {"azure-yc-2015/2015#credit-amount"}


@pytest.mark.parametrize("question", _REFUSED)
def test_what_is_of_another_measure_or_time_is_not_told(shipped: Store, question: str) -> None:
    assert answer(shipped, question)["status"] != "answered"


@pytest.mark.parametrize(("question", "clauses"), _ONLY)
def test_only_what_was_then_is_told(shipped: Store, question: str, clauses: list[str]) -> None:
    assert [s["clause"] for s in answer(shipped, question)["answers"]] == clauses


def test_all_ten_are_the_ten(shipped: Store) -> None:
    told = answer(shipped, "By when are all ten gigawatts of OpenAI's chips from Broadcom supposed to be in place?")
    assert [a["clause"] for a in told["answers"]] == ["broadcom-openai/2025-10-13#compute-capacity"]


@pytest.mark.parametrize(
    "question", ["By when are all twelve gigawatts of OpenAI's chips from Broadcom in place?", "By when are all seven gigawatts from AMD deployed?"]
)
def test_all_of_another_number_is_nothing(shipped: Store, question: str) -> None:
    assert answer(shipped, question)["status"] != "answered"


@pytest.mark.parametrize(
    ("question", "clauses"),
    [
        ("How big was the original Stargate promise, in dollars and in gigawatts?", {"stargate/2025-01-21#infrastructure-plan-capacity", "stargate/2025-01-21#infrastructure-plan-investment"}),
        ("How much compute does Anthropic take from AMD in dollars?", {"anthropic-prospectus/2026-09-28#compute-commitment-amd"}),
        ("How much compute does Anthropic take from AMD in gigawatts?", {"amd-anthropic/2026-07-22#compute-capacity"}),
    ],
)  # fmt: skip
def test_the_units_asked_for_say_which_amounts_are_meant(shipped: Store, question: str, clauses: set[str]) -> None:
    assert {c["clause"] for c in answer(shipped, question)["answers"]} == clauses


def test_what_it_was_worth_on_a_round_is_not_how_large_the_round_was(shipped: Store) -> None:
    found = answer(shipped, "What was OpenAI worth on its last round?")
    assert [c["clause"] for c in found["answers"]] == ["openai-round-2026/2026-03-31#valuation"]
    assert answer(shipped, "What is Anthropic worth on its latest closed round?")["status"] != "answered"


def test_the_parts_of_a_sum_are_told_with_it(shipped: Store) -> None:
    found = answer(shipped, "What are the parts of Anthropic's $518 billion of obligations?")
    assert {
        f"anthropic-prospectus/2026-09-28#compute-commitment-{who}" for who in ("amazon", "amd", "broadcom", "google", "microsoft", "spacex")
    } <= {c["clause"] for c in found["answers"]}


@pytest.mark.parametrize(
    ("question", "yes"),
    [
        ("Was Amazon's $35 billion conditional in March 2026?", True),
        ("Is Amazon's $35 billion still conditional?", False),
        ("Was Amazon's first $15 billion conditional?", None),
    ],
)
def test_a_sum_with_conditions_is_conditional(shipped: Store, question: str, yes: bool | None) -> None:
    said = {c.get("yes") for c in answer(shipped, question)["answers"]}
    assert yes in said
    assert (not yes) not in said
