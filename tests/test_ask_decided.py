"""A no is one only about what is asked: of that product, of whose amount it is, of that time, and that way round."""

from __future__ import annotations

import pytest

from asking import answer
from tenor.store.read import Store


@pytest.fixture(scope="module")
def store(shipped: Store) -> Store:
    return shipped


UNDECIDED = """
Does Google's startup credit pay for Gemini?
Was the first $4 billion from Amazon paid at once?
Were one million TPUs delivered in 2025?
Was Anthropic valued at $965 billion in 2025?
Is the Colossus lease 180 days?
Has Broadcom ever had to pay Anthropic's rent?
Can OpenAI give API access to national-security customers on any cloud?
Does AWS Activate credit pay for Codex?
Has Microsoft invested $5 billion in Anthropic already?
Did OpenAI pay Microsoft $493.8 million in 2024?
Does Microsoft get 20 percent of OpenAI's profit?
Was Google's first investment $300 million?
Was the Portfolio ceiling $200,000 in May 2026?
Did NVIDIA invest $10 billion in Anthropic before 2026?
Are the leaked payments confirmed?
Does OpenAI have a license?
Does Microsoft own OpenAI?
Does SoftBank own OpenAI?
Has Google delivered a million TPUs to Anthropic?
Did OpenAI buy 300,000 GPUs from Oracle?
Is the October 2025 license still valid?
Is SoftBank part of PORTS-Pike?
Is Microsoft at PORTS-Pike?
Has Anthropic drawn on the Amazon facility?
Has Anthropic taken Broadcom's loan?
Did Anthropic borrow $20 billion from Amazon?
Is Google Anthropic's primary training partner? | False
Does Anthropic train mainly on Google? | False
Does Anthropic train on AWS? | True
"""

DECIDED = """
Does Google's startup credit cover Claude on Vertex AI? | False
Is AWS OpenAI's primary cloud? | False
Did OpenAI lend Cerebras $1 billion? | True
Does Microsoft own part of OpenAI? | True
Was OpenAI valued at $500 billion in October 2025? | True
Did Amazon invest $8 billion in Anthropic in 2023? | False
Is AMD allowed to supply chips to PORTS-Pike? | False
Did Cerebras borrow $1 billion from OpenAI? | True
Does Anthropic have 220,000 GPUs at Colossus? | True
Is the January 2025 right of first refusal still in force? | False
Is the January 2025 API exclusivity valid? | False
Is Microsoft's first refusal of January 2025 still there today? | False
Is the October 2025 stake of Microsoft still 27 percent? | False
Is the April 2026 revenue share still in force? | True
Did Microsoft have a right of first refusal in January 2025? | True
"""

#: What was promised or foreseen is not paid or reached; "still" wants a time; what A gets is not what its suppliers get; another document's terms are its own;
#: whoever answers for a rent does not pay it; gigawatts are no number of chips;
#: a plan that nobody else has a side of does not say who runs it, a product on a cloud not who runs its maker; no word ranks; a price that was seen was not cut.
UNTOLD = """
Who pays OpenAI's rent at PORTS-Pike?
Who does OpenAI guarantee?
Who supplies NVIDIA?
Who supplies AMD with chips?
Who lends to Amazon?
Who has a warrant from OpenAI?
Who licenses technology to OpenAI?
Who pays Anthropic a revenue share?
Who named Microsoft as a competitor?
Which companies took part in Anthropic's Series H?
Which contracts end in 2033?
How much has AMD invested in Anthropic so far?
When did Stargate reach 10 GW?
How many GPUs does OpenAI get from Oracle?
Who finances Anthropic's suppliers?
What did OpenAI still owe Microsoft?
When did the Stateful Runtime Environment launch?
Was the October 2025 agreement binding?
Under the agreement between Google and OpenAI, who decides on AGI?
Who runs Stargate?
Who owns Stargate?
Who runs OpenAI?
Who controls OpenAI?
Who is OpenAI's biggest investor?
Who is Anthropic's largest investor?
How much was Microsoft owed at the end of June 2026?
Did AWS cut the price of GPT-5.5?
Which clouds have Gemini?
Which company leads Stargate?
When do the AMD chips arrive?
Did Microsoft book any revenue from OpenAI in the fiscal year ended December 2025?
How much has Google actually paid of the $40 billion so far?
Does Anthropic train on Google's chips?
Is Google Anthropic's training partner?
How much did Anthropic actually pay to clouds in 2026 as revenue share?
"""


def lines(text: str) -> list[str]:
    return text.strip().splitlines()


def said(store: Store, question: str) -> set[bool]:
    """The yes and no of an answer."""
    return {clause["yes"] for clause in answer(store, question)["answers"] if clause.get("yes") is not None}


@pytest.mark.parametrize("question", lines(UNDECIDED))
def test_what_is_told_of_something_else_is_neither_yes_nor_no(store: Store, question: str) -> None:
    assert not said(store, question)


@pytest.mark.parametrize("question", lines(DECIDED))
def test_what_is_told_of_that_is_yes_or_no(store: Store, question: str) -> None:
    asked, _, yes = question.partition(" | ")
    assert said(store, asked) == {yes == "True"}


@pytest.mark.parametrize("question", lines(UNTOLD))
def test_what_is_not_told_of_that_is_refused(store: Store, question: str) -> None:
    assert answer(store, question)["status"] != "answered"


TOLD = {
    "Who announced Stargate?": "OpenAI, SoftBank, Oracle and MGX announced",
    "Who did OpenAI raise money from?": "Amazon: $50 billion",
    "Which clouds have Claude?": "Bedrock",
    "How much is OpenAI's deal with Oracle?": "about $300 billion",
    "What did AMD and Anthropic agree in July 2026 in terms of gigawatts and cash?": "up to $5 billion in Anthropic",
    "Who lends to Anthropic?": "Amazon lends Anthropic up to $20 billion",
    "Who supplies OpenAI with NVIDIA chips?": "NVIDIA is to supply OpenAI",
    "Who licenses technology to Microsoft?": "Microsoft holds a license",
    "Who pays Amazon a revenue share?": "Anthropic pays Amazon",
    "Which commitments end in 2031?": "31 May 2031",
    "Who invested in OpenAI in 2022?": "Nothing of this is recorded as done in that time",
    "Who invested in Anthropic in 2024?": "$2.75 billion",
    "Which investors put money in Anthropic's Series H?": "Amazon's investment in Anthropic: $5 billion (May 2026)",
    "Is Azure not OpenAI's primary cloud anymore?": "It is false that",
    "Is Google not Anthropic's primary cloud anymore?": "It is true that",
    "Who decides on AGI?": "No published term refers to AGI any more",
    "Was OpenAI's price on Bedrock cut?": "AWS cut the on-demand price of GPT-5.6 Luna",
    "How much did OpenAI raise in 2026?": "$122 billion",
    "How long is the SpaceX contract with Anthropic, and can it be ended early?": "run through May 2029",
    "Which way did revenue share payments between OpenAI and Microsoft flow in 2024?": "Microsoft paid OpenAI a share of its revenue",
    "In April 2026, which two triggers could make Amazon's second tranche for OpenAI fall due?": "listing",
    "How much revenue did Microsoft book from OpenAI in the fiscal year ended June 30, 2026?": "$24.1 billion",
}


@pytest.mark.parametrize(("question", "words"), TOLD.items())
def test_what_is_told_of_that_is_told(store: Store, question: str, words: str) -> None:
    told = answer(store, question)
    assert told["status"] == "answered"
    assert words in told["text"]


def test_a_price_that_was_only_seen_is_no_part_of_what_was_cut(store: Store) -> None:
    told = {clause["clause"] for clause in answer(store, "Was OpenAI's price on Bedrock cut?")["answers"]}
    assert "amazon-openai/2026-06-01#model-price-gpt-5.5-input" not in told


def test_the_second_part_is_about_what_the_first_parts_event_is_about(store: Store) -> None:
    told = answer(store, "When did Series H close, and at what valuation?")
    assert "$965 billion" in told["text"]
    assert "OpenAI" not in told["text"]


def test_who_the_suppliers_are_is_told(store: Store) -> None:
    assert answer(store, "Who are Anthropic's suppliers?")["status"] == "answered"
    assert answer(store, "Was the September 2025 memorandum binding?")["answers"][0]["yes"] is False


def test_who_does_it_and_how_many_are_told_where_the_clause_says_so(store: Store) -> None:
    assert answer(store, "Who guarantees OpenAI's leases?")["answers"][0]["holder"] == "nvidia"
    assert answer(store, "Who pays Microsoft a revenue share?")["answers"][0]["subject"] == "openai"
    assert "chips" in answer(store, "How many GPUs does Anthropic get from SpaceX?")["text"]


def test_what_was_done_before_a_time_is_not_told_as_done_in_it(store: Store) -> None:
    told = answer(store, "How much did Microsoft invest in OpenAI in 2026?")["text"]
    assert "$11.9 billion" in told
    assert "2019" not in told


@pytest.mark.parametrize(
    ("question", "starts"),
    [
        ("As known on 30 June 2026, was Amazon's $35 billion for OpenAI still subject to conditions?", "Yes."),
        ("Was SoftBank's investment in OpenAI subject to conditions in May 2025?", "Yes."),
        ("Is SoftBank's investment in OpenAI subject to conditions?", "No."),
    ],
)
def test_what_is_subject_to_conditions_has_some(shipped: Store, question: str, starts: str) -> None:
    assert answer(shipped, question)["text"].startswith(starts)


@pytest.mark.parametrize("question", ["How much does Microsoft plan to invest in OpenAI?", "How much does Microsoft intend to invest in OpenAI?",
     "What valuation is Anthropic seeking?", "What valuation was OpenAI seeking in March 2026?",
     "How much is OpenAI hoping to raise?", "How much did Anthropic want to raise?"])  # fmt: skip
def test_what_was_given_is_nothing_that_is_planned(store: Store, question: str) -> None:
    assert answer(store, question)["status"] != "answered"


@pytest.mark.parametrize(
    ("question", "clause"),
    [
        ("How much could Broadcom lend to Anthropic through notes, by the draft prospectus?", "broadcom-anthropic/2026-10-01#supplier-financing"),
    ],
)
def test_a_bound_on_what_is_to_come_is_what_is_meant(store: Store, question: str, clause: str) -> None:
    assert [a["clause"] for a in answer(store, question)["answers"]] == [clause]


def test_a_document_that_the_told_text_does_not_speak_of_is_not_passed_over(store: Store) -> None:
    assert answer(store, "How much has Amazon invested in OpenAI, by the draft prospectus?")["status"] != "answered"


@pytest.mark.parametrize(
    ("question", "starts"),
    [
        ("Did Google Cloud agree to supply OpenAI with computing capacity in 2025?", "Yes."),
        ("Did AMD agree to supply OpenAI with computing capacity?", "Yes."),
        ("Did OpenAI agree to supply AMD with computing capacity?", "No. The other way round"),
        ("Did Microsoft's licence to OpenAI's models become non-exclusive in April 2026?", "Yes."),
        ("Did Microsoft's license become non-exclusive in October 2025?", "No"),
        ("Did Microsoft's license become exclusive in April 2026?", "No."),
        ("Did Microsoft's license become exclusive in October 2025?", "Yes."),
    ],
)
def test_what_is_agreed_to_be_done_is_done_by_who_agrees_and_what_becomes_so_begins_in_that_form(shipped: Store, question: str, starts: str) -> None:
    assert answer(shipped, question)["text"].startswith(starts)
