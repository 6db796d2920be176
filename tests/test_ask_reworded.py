"""Refused questions that are put another way: "A or B", and the far end of a time; and what stays refused."""

from __future__ import annotations

import pytest

from asking import answer
from tenor.store.read import Store

SAME = [
    ("Since when are GPT-5.5 and GPT-5.4 generally available on Bedrock?", "Since when are GPT-5.5 and GPT-5.4 generaly available on Bedrock?"),
    ("Until when do Microsoft's rights to OpenAI's research IP last?", "Until when do Microsoft's rights to OpenAI's research IP last at most?"),
    ("Until when does Microsoft's license last?", "Until when at the latest does Microsoft's license last?"),
    ("Is Microsoft's license to OpenAI's models exclusive?", "Is Microsoft's license to OpenAI's models exclusive or non-exclusive?"),
    ("When does the September 2025 CoreWeave expansion end?", "When does the CoreWeave expansion of September 2025 end?"),
    ("When does the September 2025 CoreWeave expansion end?", "When does the CoreWeave expantion of September 2025 end?"),
    ("Until when does the September 2025 CoreWeave expansion run?", "What's the end date of the expanded CoreWeave deal from September 2025?"),
    ("What enterprise share did OpenAI have at the end of 2025?", "What enterprise share did OpenAI have at the close of 2025?"),
    ("On what date was the AMD-Anthropic deal announced?", "When did Anthropic and AMD announce their deal?"),
    ("What kind of shares did SoftBank buy?", "What kind of shares did SoftBank buy, common or preferred?"),
    (
        "How does a startup get into AWS Credits for AI Startups?",
        "How does an AI startup get into the AWS credit tier that sits above Activate Portfolio?",
    ),
    ("How slow was GPT-5.5 on Azure before the recovery?", "How slow was GPT-5.5 on Azure before things got better?"),
    ("How much of the $13 billion has Microsoft funded?", "How much of the $13 billion it promised OpenAI has Microsoft actually paid out so far?"),
    ("How much of the $13 billion has Microsoft funded?", "How much of the $13 billion that Microsoft promised OpenAI has been paid so far?"),
    (
        "How much of the $13 billion had Microsoft funded at the end of 2025?",
        "How much of the $13 billion had Microsoft disbursed by 31 December 2025?",
    ),
    ("How long could a startup stay in Google's program in 2019?", "For how long could a startup take part in Google's program in 2019?"),
    ("What do Anthropic's compute obligations add up to?", "What do Anthropic's compute obligations add up to in the leaked IPO prospectus?"),
]


@pytest.mark.parametrize(("plain", "said"), SAME)
def test_a_question_put_another_way_has_the_same_answer(shipped: Store, plain: str, said: str) -> None:
    one, other = answer(shipped, plain), answer(shipped, said)
    assert one["status"] == other["status"] == "answered"
    assert [c["clause"] for c in one["answers"]] == [c["clause"] for c in other["answers"]]


@pytest.mark.parametrize(
    "question",
    [
        "How much of the $13 billion has OpenAI paid Microsoft so far?",  # the other way round
        "How much of the $12 billion has Microsoft paid OpenAI so far?",  # no such promise
        "How much of the $13 billion has Microsoft paid Anthropic so far?",
        "How much of the $13 billion has Microsoft not paid?",
        "How much of the $40 billion has SoftBank paid?",  # only the whole is recorded
    ],
)
def test_what_was_paid_of_a_promise_is_a_smaller_sum_of_that_promise(shipped: Store, question: str) -> None:
    assert answer(shipped, question)["status"] != "answered"


@pytest.mark.parametrize(
    "question",
    [
        "Does GPT-5.5 cost more on Bedrock than on Azure?",  # only one of the two has a price
        "What changed in OpenAI's chocolate deal with Microsoft in January 2025?",
        "Has Oracle promised OpenAI $300 billion?",  # the other way round
        "How much credit is in the AWS tier that sits below Activate Portfolio?",
        "What price per share does Anthropic pay under its AMD warrant?",  # that is OpenAI's
        "How much does OpenAI commit to Cerebras a year?",  # only the whole is recorded
    ],
)
def test_what_such_words_say_beside_must_be_so(shipped: Store, question: str) -> None:
    assert answer(shipped, question)["status"] != "answered"


def test_a_rule_without_exception_does_not_say_when_it_need_not_be_done(shipped: Store) -> None:
    assert answer(shipped, "When doesn't Microsoft have to verify AGI?")["status"] != "answered"


def test_two_readings_that_tell_the_same_day_are_one(shipped: Store) -> None:
    found = answer(shipped, "When did GPT-6 Astra come to Bedrock?")
    assert {c["term"] for c in found["answers"]} == {"model-distribution", "general-availability"}
    assert len({c["from"] for c in found["answers"]}) == 1


def test_of_two_readings_that_tell_different_things_none_is_taken(shipped: Store) -> None:
    assert answer(shipped, "Did the letter of intent NVIDIA and OpenAI announced in September 2025 bind them?")["status"] == "ambiguous"


@pytest.mark.parametrize(
    "question",
    [
        "Is Amazon's $15 billion first tranche conditional or unconditional?",  # "was not conditional" is both words
        "Is OpenAI's $38 billion AWS contract paid by the token or by the year?",
        "Was Google's investment in Anthropic cash or computing?",
        "How is Codex on Bedrock billed, by seats or tokens?",  # the unit of a price decides nothing
        "Who got the better deal, Amazon or Microsoft?",
        "What is the frobnicate share of Microsoft?",
        "Until when does the Frobnicator license last at most?",
        "Was OpenAI's investment in Cerebras a loan or a gift?",
        "When does the Oracle expansion of September 2025 end?",  # no such document
        "Until when does the CoreWeave warrant of September 2025 run?",
        "What is the part of Google's investment that was not paid?",
        "What were the nine triggers of Amazon's $35 billion?",
        "is the cap $38 billion for what Microsoft pays",  # OpenAI pays it
        "is there a cap of $38 billion on what Microsoft pays OpenAI",
        "is there a cap on Microsoft's payments to OpenAI",
        "At what interest rate did Cerebras lend $1 billion to OpenAI?",  # OpenAI lent it
        "What did Amazon get for its $50 billion",  # that it was invested says nothing of that
        "What does Amazon get in exchange for its $50 billion?",
        "which investors led OpenAI's Series H",  # that round was Anthropic's
        "Which Foundry models does Microsoft's sponsorship credit pay for?",  # one is told for which it does not
    ],
)  # fmt: skip
def test_what_stays_open_is_refused(shipped: Store, question: str) -> None:
    assert answer(shipped, question)["status"] != "answered"


@pytest.mark.parametrize(
    ("question", "clause"),
    [
        ("Can regular AWS promo credits be spent on Claude in Bedrock?", "aws-promotional-credit/2025#credit-coverage"),
        ("What are the separate parts of OpenAI's purchase commitments to CoreWeave?", "coreweave-openai/2025-05#compute-commitment"),
    ],
)
def test_a_describing_word_is_tried_as_the_one_that_the_records_use(shipped: Store, question: str, clause: str) -> None:
    assert clause in [a["clause"] for a in answer(shipped, question)["answers"]]


@pytest.mark.parametrize("word", ["audited", "gross", "unaudited", "municipal"])
def test_a_describing_word_that_says_more_is_not(shipped: Store, word: str) -> None:
    assert answer(shipped, f"In Sept 2025, what {word} value was reported for OpenAI's contracts with CoreWeave?")["status"] != "answered"


REPHRASED = [
    ("What payments did SoftBank make to OpenAI on 1 July 2026?", "How much did SoftBank pay OpenAI on July 1st, 2026?"),
    ("What payments did SoftBank make to OpenAI in 2026?", "What did SoftBank pay OpenAI over the course of 2026, payment by payment?"),
    ("What payments did SoftBank make to OpenAI in 2026?", "List the cheques SoftBank wrote to OpenAI during 2026"),
    ("What payments did Amazon make to OpenAI in Q2 2026?", "How much did Amazon pay OpenAI in Q2 2026?"),
    ("How did the size of OpenAI's 2026 funding round change?", "How did the size of OpenAI's 2026 funding round change between its announcement in February and its close?"),
    ("How did the size of OpenAI's 2026 funding round change?", "What changed in the size of OpenAI's 2026 funding round between its announcement and its close?"),
    ("What is SoftBank's stake in OpenAI in October 2026?", "What is SoftBank's stake in OpenAI after the October 2026 payment?"),
    ("What is SoftBank's stake in OpenAI in October 2026?", "What percentage of OpenAI will SoftBank own once the final payment is made in October 2026?"),
    ("How much did OpenAI lend Cerebras, and at what interest rate?", "At what interest rate did OpenAI lend Cerebras $1 billion?"),
    ("How much did OpenAI lend Cerebras, and at what interest rate?", "What interest does Cerebras pay on OpenAI's loan?"),
    ("storage cap of Cloudflare startup credits", "how much of cloudflare's startup credit may i burn on R2?"),
    ("Is Claude available in Foundry?", "Is Claude still available in Foundry, or did that stop in April?"),
    ("Is GPT-5.5 more expensive on Bedrock than from OpenAI?", "do i pay more for gpt-5.5 on bedrock than straight from openai?"),
    ("What was Microsoft's stake in OpenAI at the end of June 2026?", "MSFT holding in OpenAI at its June 2026 year end"),
    ("OpenAI's share of enterprise model spending at the end of 2025 according to Menlo", "OpenAI's slice of enterprise model spending per Menlo at the end of 2025?"),
    ("how fast was Azure in Theo's benchmark after it had recovered?", "how fast was azure in theos benchmark once it had recovered?"),
    ("How did the size of OpenAI's 2026 funding round change?", "How did OpenAI's 2026 raise grow between the announcement and the close?"),
    ("who does theo say is the biggest winner for now", "who does theo reckon is the biggest winner for now"),
    ("Is Theo's claim of $500,000 to $1 million in Azure startup credit right?", "Is Theo's talk of half a million to a million in Azure startup credit borne out?"),
    ("Over how many years does the $38bn OpenAI/AWS contract run?", "Over how many years does the original $38bn OpenAI/AWS contract run?"),
    ("storage cap of Cloudflare startup credits", "How much of my Cloudflare startup credit may go into R2?"),
    ("storage cap of Cloudflare startup credits", "What portion of Cloudflare's startup credits am I allowed to spend on R2?"),
    ("storage cap of Cloudflare startup credits", "What's the maximum of Cloudflare's startup credit that can be spent on R2 storage?"),
    ("How did the determination of AGI change in 2025?", "How did the way AGI is determined change over the course of 2025?"),
    ("OpenAI CoreWeave commitments", "openai coreweave commitments list"),
]  # fmt: skip


@pytest.mark.parametrize(("plain", "said"), REPHRASED)
def test_a_question_of_a_known_shape_is_asked_as_another(shipped: Store, plain: str, said: str) -> None:
    one, other = answer(shipped, plain), answer(shipped, said)
    assert one["status"] == other["status"] == "answered"
    assert {c["clause"] for c in one["answers"]} == {c["clause"] for c in other["answers"]}


@pytest.mark.parametrize(
    "question",
    [
        "How much did OpenAI pay SoftBank in July 2026?",
        "How much did SoftBank pay OpenAI in February 2026?",
        "How much did NVIDIA pay OpenAI in February 2026?",
        "How much did NVIDIA pay Anthropic in November 2025?",
        "How much did Google pay Anthropic in April 2026?",
        "What is Microsoft's stake in OpenAI after the October 2025 payment?",
        "What is SoftBank's stake in OpenAI after the October 2026 acquisition?",
        "At what interest rate did OpenAI lend Cerebras $2 billion?",
        "What interest does OpenAI pay on Cerebras's loan?",
        "What interest does Anthropic pay on Broadcom's loan?",
        "How long is the $40 billion AWS agreement?",
        "how long does the original $40 billion AWS agreement run",
        "How is the $14bn for Anthropic divided between Microsoft and Nvidia?",
        "How is the $15bn for Anthropic divided between Microsoft and Google?",
        "Does AWS share customer content from GPT-5.6 with OpenAI unless you opt out?",
        "How long is the $38 billion Oracle agreement?",
        "How much CoreWeave stock was OpenAI to get, and at what price per share?",
        "openai board members list",
        "How did Anthropic's Series H valuation change between its announcement and its close?",
        "How did SoftBank's stake in OpenAI change between announcement and close?",
        "How much of my AWS Activate credit may go into Bedrock?",
        "What portion of Google's startup credits can be spent on Claude?",
        "List OpenAI's two compute contracts with CoreWeave",
        "How did the way revenue is determined change in 2025?",
    ],
)
def test_what_no_answer_bears_out_stays_refused(shipped: Store, question: str) -> None:
    assert answer(shipped, question)["status"] != "answered"


def test_a_price_apiece_and_the_day_of_an_event_are_second_parts(shipped: Store) -> None:
    for price in ("at what price", "at what price apiece", "at what exercise price per share"):
        assert "$0.01" in answer(shipped, f"How many AMD shares can OpenAI get under its warrant, and {price}?")["text"]
    found = answer(shipped, "What was the finding of the UK competition authority on Microsoft and OpenAI, and on what date did it come?")
    assert found["status"] == "answered"
    assert "5 March 2025" in found["text"]


def test_over_how_many_years_is_told_where_the_clause_says_it(shipped: Store) -> None:
    said = answer(shipped, "By how much did OpenAI and AWS enlarge their existing computing agreement in February 2026, and over how many years?")
    assert "over eight years" in said["text"]
    assert answer(shipped, "How much did Amazon invest in Anthropic in 2023, and over how many years?")["status"] != "answered"
    found = answer(shipped, "How many gigawatts is OpenAI leasing at PORTS-Pike and for how many years?")
    assert "ports-pike/2026-08-17#contract-term" in {c["clause"] for c in found["answers"]}


def test_the_second_part_may_name_somebody_itself(shipped: Store) -> None:
    found = answer(shipped, "Who is OpenAI's primary cloud today and how large a stake in it does Microsoft hold?")
    assert [c["clause"] for c in found["answers"]] == ["microsoft-openai/2026-04-27#primary-cloud", "microsoft-openai/2026-07-29#equity-stake"]


@pytest.mark.parametrize(
    ("question", "clauses"),
    [
        (
            "How did Microsoft's licence to OpenAI's models change between the January 2025 agreement and the one of October 2025?",
            {"microsoft-openai/2025-01-21#ip-license", "microsoft-openai/2025-10-28#ip-license"},
        ),
        (
            "How much of its commitment to OpenAI had Microsoft actually funded by the close of its fiscal year in June 2026?",
            {"microsoft-openai/2026-07-29#investment-funded"},
        ),
        ("Could OpenAI's API be hosted anywhere except Azure in early 2025, say March?", {"microsoft-openai/2025-01-21#api-exclusivity"}),
        (
            "I'm an Oracle cloud customer with Universal Credits lying around. Can I spend them on OpenAI models?",
            {"oracle-openai/2026-06-10#cloud-commitment-credit"},
        ),
        ("what day did the gpt-5.6 models hit bedrock", {"amazon-openai/2026-07-13#model-distribution-gpt-5.6"}),
        (
            "how much money was Stargate supposed to put into data centres when they announced it?",
            {"stargate/2025-01-21#infrastructure-plan-investment"},
        ),
        (
            "How many gigawatts of custom accelerators will Broadcom supply to OpenAI, and by when should they all be deployed?",
            {"broadcom-openai/2025-10-13#compute-capacity"},
        ),
        ("At what post-money valuation did Anthropic close its Series H?", {"amazon-anthropic/2026-05-28#valuation"}),
        ("What stake in OpenAI does Amazon's quarterly filing say it holds?", {"amazon-openai/2026-07-31#equity-stake"}),
        (
            "How many gigawatts of AMD chips is Anthropic to deploy, and how much may AMD invest in it?",
            {"amd-anthropic/2026-07-22#compute-capacity", "amd-anthropic/2026-07-22#investment"},
        ),
    ],
)
def test_ways_of_writing_that_change_nothing(shipped: Store, question: str, clauses: set[str]) -> None:
    assert clauses <= {a["clause"] for a in answer(shipped, question)["answers"]}


def test_that_one_alone_does_not_leaves_it_to_others(shipped: Store) -> None:
    assert not any(a["yes"] is False for a in answer(shipped, "Could OpenAI's API be hosted anywhere but Azure in June 2026?")["answers"])


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("openai primarycloud 2026", "openai primary cloud 2026"),
        ("what is the revenueshare cap", "what is the revenue share cap"),
        ("what is the revenue share capp", "what is the revenue share cap"),
        ("when was o1 relased", "when was o1 released"),
    ],
)
def test_words_that_were_run_together_or_have_a_letter_too_many_or_too_few(shipped: Store, typed: str, meant: str) -> None:
    one, other = answer(shipped, typed), answer(shipped, meant)
    assert one["status"] == "answered"
    assert [c["clause"] for c in one["answers"]] == [c["clause"] for c in other["answers"]]
    assert one["corrections"]


@pytest.mark.parametrize("question", ["does salesforce sell openai's models exclusively?", "openai primaryclown 2026", "who is openai's facebook"])
def test_a_name_is_not_taken_apart(shipped: Store, question: str) -> None:
    assert answer(shipped, question)["status"] != "answered"


@pytest.mark.parametrize(("how", "said"), [("more expensive", "Yes."), ("dearer", "Yes."), ("cheaper", "No.")])
def test_what_costs_more_at_one_seller_is_told_by_the_prices_of_both(shipped: Store, how: str, said: str) -> None:
    assert answer(shipped, f"Was GPT-5.5 {how} on Bedrock than from OpenAI in June 2026?")["text"].startswith(said)
