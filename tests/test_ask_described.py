"""What describes a thing, or its asker, or is said beside what is asked, is borne out by the answer or set apart, and is no reason to refuse."""

from __future__ import annotations

import pytest

from asking import answer
from tenor.store.read import Store

_NVIDIA = "nvidia-openai/2025-09-22#binding"
_MEMORANDUM = "microsoft-openai/2025-09-11#binding"


@pytest.mark.parametrize(
    ("question", "clause"),
    [
        ("Is the $100 billion letter of intent binding?", _NVIDIA),
        ("was nvidia's 100 billion letter of intent with openai legally binding", _NVIDIA),
        ("Was the memorandum of 11 September 2025 between Microsoft and OpenAI binding?", _MEMORANDUM),
        ("Was the MoU signed by Microsoft and OpenAI in September 2025 a binding contract?", _MEMORANDUM),
        ("does the $300 google cloud free trial work for Claude on Vertex AI?", "google-free-trial/2026#credit-coverage"),
        ("Does the $150,000 of Microsoft for Startups cover Claude in Foundry?", "microsoft-for-startups/2026-03-10#credit-coverage"),
        ("May OpenAI assign the AMD warrant to an unaffiliated third party?", "amd-openai/2025-10-06#warrant-conditions-transfer"),
        ("I have normal AWS promo credit, not Activate. Does it pay for Claude on Bedrock?", "aws-promotional-credit/2025#credit-coverage"),
        ("i only got generic aws promo credits, not activate. can i use those on claude in bedrock?", "aws-promotional-credit/2025#credit-coverage"),
        (
            "A user received ordinary AWS promotional credit (not Activate) from a hackathon. Does this kind of credit cover Claude on Bedrock?",
            "aws-promotional-credit/2025#credit-coverage",
        ),
        ("We hold Google startup credit, not trial credit. Does that pay for Claude on Vertex AI?", "google-for-startups/2026-10#credit-coverage"),
    ],
)
def test_no_is_told_of_the_thing_described(shipped: Store, question: str, clause: str) -> None:
    document = answer(shipped, question)
    assert document["status"] == "answered", document["text"]
    assert {a["clause"]: a["yes"] for a in document["answers"]}[clause] is False


@pytest.mark.parametrize(
    "question",
    [
        "Is the $70 billion letter of intent binding?",  # no document has that sum
        "Is NVIDIA's $38 billion letter of intent with OpenAI binding?",  # another's sum
        "Does the $500 free trial of Google Cloud work for Claude on Vertex AI?",  # it gives $300
        "Is the AWS agreement of November 2025 binding?",
        "May OpenAI transfer the Cerebras warrants to a third party?",
        "Our startup has no investor. How much does Microsoft for Startups give?",  # what the asker has not got matters
        "I have Claude for Startups credit. Does this kind of voucher pay for Bedrock?",
    ],
)
def test_what_the_records_do_not_bear_out_is_refused(shipped: Store, question: str) -> None:
    assert answer(shipped, question)["status"] != "answered"


@pytest.mark.parametrize(
    ("question", "term", "holders"),
    [
        ("openai investors list", "investment", {"amazon", "microsoft", "nvidia", "softbank"}),  # no listing
        ("Give me a complete list of OpenAI's investors.", "investment", {"amazon", "microsoft", "nvidia", "softbank"}),
        # no supplier's financing; those from whom it is committed to buy supply it, too
        ("anthropic supplier list", None, {"amazon", "amd", "broadcom", "google", "microsoft", "nscale", "spacex", "volta"}),
        ("openai warrants list 2026", "customer-warrant", {"amd", "cerebras"}),
    ],
)
def test_a_list_behind_its_subject_is_a_list(shipped: Store, question: str, term: str | None, holders: set[str]) -> None:
    document = answer(shipped, question)
    assert (document["read_as"]["term"], {a["holder"] for a in document["answers"]}) == (term, holders)


def test_an_empty_question_about_a_list_is_refused_in_words(shipped: Store) -> None:
    assert answer(shipped, "? list")["status"] == "not-understood"


_SAME = [
    ("Have Oracle and OpenAI confirmed a price of $30bn a year?", "Have Oracle and OpenAI confirmed a price of $30bn per year?"),
    ("What would happen to Amazon's unpaid money if the AWS partnership ended?", "What would have happened to Amazon's unpaid money had the AWS partnership been ended?"),
    ("By January 2026, what was public about when AMD's warrant vests?", "By January 2026, what had AMD disclosed about when its warrant vests?"),
    ("Did AWS's exclusivity for Frontier end on 27 April 2026?", "Did the Microsoft amendment of April 2026 put an end to AWS's exclusivity for Frontier?"),
    ("Who decides on AGI now?", "Who decides on AGI under the current agreement?"),
    ("Could OpenAI sell access to GPT-3?", "Could OpenAI go on selling access to GPT-3 after it had licensed the model exclusively to Microsoft?"),
    ("Could OpenAI sell access to GPT-3?", "After Microsoft took its licence on GPT-3, could OpenAI itself go on selling access to it?"),
    ("How much does Activate Founders give?", "How much can we get out of Activate Founders?"),
]  # fmt: skip


@pytest.mark.parametrize(("plain", "said"), _SAME)
def test_another_build_has_the_same_answer(shipped: Store, plain: str, said: str) -> None:
    one, other = answer(shipped, plain), answer(shipped, said)
    assert one["status"] == other["status"] == "answered"
    assert [(c["clause"], c.get("yes")) for c in one["answers"]] == [(c["clause"], c.get("yes")) for c in other["answers"]]


_ELSE = [
    "when did Stargate go live?",
    "when did Claude go live on Oracle?",
    "What would have happened to Amazon's unpaid OpenAI money had the Microsoft partnership been terminated in May 2026?",
    "What would have happened to Amazon's unpaid OpenAI money had the AWS partnership been extended in May 2026?",
    "Is a startup that only has Google Cloud startup credit entitled to spend it on Gemini in Vertex?",
    "What must OpenAI sell before its Cerebras warrants vest completely?",
    "What must Anthropic buy before its Cerebras warrants vest completely?",
    "What share of OpenAI's compute obligations is it unable to cancel?",
    "By when is Broadcom supposed to have all of Anthropic's custom accelerators deployed?",
    "By when is Broadcom supposed to have all of OpenAI's custom accelerators destroyed?",
    "For GPT-5.6 on Bedrock, does AWS pass our prompts on to Anthropic?",
    "By the end of 2024, what had Amazon made public about how long Microsoft may use the models?",
    "Did the Oracle amendment of April 2026 put an end to AWS's exclusivity for Frontier?",
    "Did the Microsoft amendment of April 2026 strengthen AWS's exclusivity for Frontier?",
    "Under the current Apple agreement, who decides on AGI?",
    "When was the current agreement with Microsoft signed?",
    "Could OpenAI go on selling access to GPT-3 after it had licensed the model exclusively to Amazon?",
    "Could OpenAI go on selling access to GPT-3 after it had deleted the model?",
    "After Microsoft lost its licence on GPT-3, could OpenAI itself go on selling access to it?",
    "Does Microsoft get a license for all the money it has paid?",  # whether it is for the money, no license says
    "Does OpenAI have to be both unable and unwilling, or is one enough?",
    # what "the same" points back to, and what was never of one deal
    "How many gigawatts did AMD supply in the same deal?",
    "When did OpenAI agree to buy $38 billion from AWS, and how many gigawatts did AMD supply in the same deal?",
    "On what date did Microsoft lose its right of first refusal, and how much did Amazon invest in the same deal?",
    # that there is one does not say that there is no other
    "Is there just one cloud for OpenAI?",
]


@pytest.mark.parametrize("question", _ELSE)
def test_another_thing_is_not_answered(shipped: Store, question: str) -> None:
    assert answer(shipped, question)["status"] != "answered"


def test_how_sure_an_answer_is_is_told_by_its_status(shipped: Store) -> None:
    assert (
        "alleged"
        in answer(shipped, "What's the most a startup can get out of the AWS Generative AI Accelerator, and how solid is that number?")["text"]
    )
    assert "confirmed" in answer(shipped, "What does Anthropic pay SpaceX a month, and how firm is that number?")["text"]
    assert answer(shipped, "How big is Amazon's stake in Anthropic, and how certain is that figure?")["status"] != "answered"


def test_whether_an_answer_is_official_is_told_of_a_second_part(shipped: Store) -> None:
    assert answer(shipped, "Who holds the IP license, and is that official?")["status"] == "answered"


@pytest.mark.parametrize(
    ("question", "clause"),
    [
        ("Was Stargate's $500 billion a contractual commitment or merely an intention?", "stargate/2025-01-21#infrastructure-plan-investment"),
        ("Was the $122 billion of OpenAI's 2026 round all paid in at the close or merely committed?", "openai-round-2026/2026-03-31#funding-round"),
    ],
)
def test_which_of_two_it_is_is_told_by_the_clause_that_speaks_of_both(shipped: Store, question: str, clause: str) -> None:
    found = answer(shipped, question)
    assert [c["clause"] for c in found["answers"] if c["clause"]] == [clause]
    assert not any(c.get("yes") for c in found["answers"])


@pytest.mark.parametrize(
    "question",
    [
        "Was the $122 billion of OpenAI's 2026 round a loan or merely committed?",
        "Was Stargate's $500 billion a gift or merely an intention?",
        "Was the $122 billion of Anthropic's 2026 round all paid in at the close or merely committed?",
        "Is Microsoft's license exclusive or perpetual?",
    ],
)
def test_a_clause_that_speaks_of_one_alone_does_not_say_which_of_two_it_is(shipped: Store, question: str) -> None:
    assert answer(shipped, question)["status"] != "answered"


@pytest.mark.parametrize(
    ("question", "clause", "yes"),
    [
        ("Did the June 2024 Oracle arrangement terminate Azure's exclusivity over OpenAI?", "microsoft-openai/2023-01-23#cloud-exclusivity", False),
    ],
)
def test_what_a_document_ends_and_a_stake_comes_with(shipped: Store, question: str, clause: str, yes: bool) -> None:
    assert (clause, yes) in [(c["clause"], c.get("yes")) for c in answer(shipped, question)["answers"]]


def test_a_day_is_told_of_what_is_announced_that_one_may_do(shipped: Store) -> None:
    """What one may do is not done, and its day is that of the announcement."""
    found = answer(shipped, "When was it announced that Oracle customers may spend Universal Credits on OpenAI's models?")
    assert {c["instrument"] for c in found["answers"]} == {"oracle-openai/2026-06-10"}
    assert answer(shipped, "When did OpenAI pay Oracle?")["status"] != "answered"


@pytest.mark.parametrize(
    ("question", "clause"),
    [
        ("Who had to verify AGI under the October 2025 agreement between Microsoft and OpenAI?", "microsoft-openai/2025-10-28#agi-determination"),
        ("Who decided on AGI under the agreement between Microsoft and OpenAI in 2024?", "microsoft-openai/2023#agi-determination"),
        ("Who verifies AGI under the 2025 agreement between Amazon and Anthropic?", None),
        ("Who had to verify AGI under the October 2025 agreement between Google and OpenAI?", None),
    ],
)
def test_the_two_of_a_dated_document_say_whose_it_is(shipped: Store, question: str, clause: str | None) -> None:
    assert [c["clause"] for c in answer(shipped, question)["answers"]] == ([clause] if clause else [])


def test_there_is_what_a_deal_is_called(shipped: Store) -> None:
    found = answer(shipped, "Is there an AWS tier above Portfolio?")
    assert found["text"].startswith("Yes. ")
    assert {c["yes"] for c in found["answers"]} == {True}
    assert answer(shipped, "Is there an AWS tier below Portfolio?")["status"] != "answered"


def test_where_one_clause_is_singled_out_others_are_not_said_to_have_ended(shipped: Store) -> None:
    found = answer(shipped, "Who leads OpenAI's Stargate?")
    assert found["status"] == "no-record"
    assert "The last clause on it" not in found["text"]


def test_when_what_is_bought_starts_is_told_beside_the_day_of_signing(shipped: Store) -> None:
    assert "five years of use that start in 2027" in answer(shipped, "When does the Oracle contract start?")["text"]
