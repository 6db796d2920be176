"""A yes says no more than the clause: what is asked beyond its own words is no, or not answered, and never yes."""

from __future__ import annotations

import pytest

from asking import answer
from tenor.store.read import Store


@pytest.fixture(scope="module")
def store(shipped: Store) -> Store:
    return shipped


DENIED = """
Is Amazon's second tranche still conditional?
Did Microsoft's right of first refusal survive the October 2025 agreement?
Did Microsoft's exclusive license survive the April 2026 amendment?
Did Microsoft's seat on the OpenAI board in december 2023 come with a vote?
Did Microsoft have a vote on OpenAI's board in 2024?
"""

#: What was agreed is not what was done; what is reported is not confirmed; a part is not the whole.
BEYOND = """
Going only by what was public on 1 June 2026, had Amazon's second tranche of $35 billion been paid to OpenAI?
Has Google invested $40 billion in Anthropic?
Has Microsoft funded its $13 billion to OpenAI?
Has OpenAI spent $250 billion on Azure?
Has OpenAI received AMD shares?
Has Stargate spent $500 billion?
Is Stargate's $500 billion committed?
Has NVIDIA paid out under the guarantee?
Has OpenAI reimbursed NVIDIA?
Has Oracle built the 4.5 gigawatts?
Does OpenAI pay Microsoft half of its revenue?
Can OpenAI get out of the Oracle contract?
Did OpenAI agree to buy AWS outright?
Is OpenAI's commitment to Azure fully paid?
Did SoftBank pay all of its $30 billion upfront?
Did Microsoft and OpenAI themselves put a figure of $10 billion on the January 2023 investment?
Has either company confirmed the $38 billion cap?
Is the $38 billion cap confirmed?
Is the revenue share cap officially $38 billion?
Is Amazon's investment in OpenAI unconditional?
Is Amazon Bedrock Managed Agents (powered by OpenAI) generally available as of 8 October 2026?
"""

#: The day of an act that nothing tells of, a name that nothing gives, what somebody of whom nothing is told did, and nothing named at all.
UNTOLD = """
As known on 15 April 2026, was Amazon's second tranche of $35 billion for OpenAI paid?
which outlet reported Microsoft's stake
which newspaper reported the Stargate plan
On what date did OpenAI complete its acquisition of Windsurf?
When did OpenAI buy Windsurf?
When was Windsurf bought by OpenAI?
On what day did OpenAI declare AGI?
When did OpenAI achieve AGI?
When was AGI declared?
When did Microsoft file its suit against OpenAI?
When was OpenAI's IPO completed?
When did OpenAI repay NVIDIA under the guarantee?
When did OpenAI's AMD warrant vest?
When did OpenAI pay Oracle the $300 billion?
When did Google pay Anthropic the $30 billion?
On what date did NVIDIA deliver the first gigawatt to OpenAI?
name of the judge in musk v altman
Who is the judge in the Musk case?
What did the appeals court rule in Musk v. OpenAI?
And who holds it now?
since when does it hold?
What percentage of Amazon's shares does Anthropic hold?
"""

TOLD = """
which outlet put the revenue share cap at 38 billion
which outlet reported that microsoft was weighing legal action
what was kevin scott scared of in the 2018 email
Does the record back up Theo's statement that Anthropic's growth came mostly through Bedrock?
When did Amazon pay the second tranche?
When did Anthropic close its Series H?
When did OpenAI submit its draft S-1?
When did the OpenAI round close?
When did the board fire Sam Altman?
Since when has OpenAI paid Microsoft a revenue share?
What did Britain's CMA conclude about Microsoft and OpenAI in 2025?
What did the UK competition regulator decide about Microsoft and OpenAI?
What percentage of OpenAI's shares does Microsoft hold?
"""

BORNE_OUT = """
Did Microsoft's license survive the April 2026 amendment?
Do Microsoft's rights reach OpenAI's model weights and inference code?
Could Microsoft go after AGI with a different partner in November 2025?
Did Microsoft have a non-voting observer on OpenAI's board in April 2024?
Has Amazon paid all of the $50 billion to OpenAI?
Has NVIDIA invested $30 billion in OpenAI?
Does OpenAI still pay Microsoft a revenue share?
Did OpenAI pay Microsoft a revenue share in 2024?
Has the revenue share been capped?
Does OpenAI have to pay NVIDIA back for what it pays out under the PORTS-Pike guarantees?
Are there compute thresholds for Microsoft's own AGI models?
"""


def lines(text: str) -> list[str]:
    return text.strip().splitlines()


def said(store: Store, question: str) -> set[bool]:
    """The yes and no of an answer."""
    return {clause["yes"] for clause in answer(store, question)["answers"] if clause.get("yes") is not None}


@pytest.mark.parametrize("question", lines(DENIED))
def test_what_a_clause_is_without_or_no_longer_is_a_no(store: Store, question: str) -> None:
    assert said(store, question) == {False}


@pytest.mark.parametrize("question", lines(BEYOND))
def test_more_than_the_clause_says_is_no_yes(store: Store, question: str) -> None:
    assert True not in said(store, question)


@pytest.mark.parametrize("question", lines(BORNE_OUT))
def test_what_the_clause_says_stays_a_yes(store: Store, question: str) -> None:
    assert said(store, question) == {True}


@pytest.mark.parametrize("question", lines(UNTOLD))
def test_what_the_record_does_not_tell_is_refused(store: Store, question: str) -> None:
    assert answer(store, question)["status"] != "answered"


@pytest.mark.parametrize("question", lines(TOLD))
def test_what_the_record_tells_is_answered(store: Store, question: str) -> None:
    assert answer(store, question)["status"] == "answered"


@pytest.mark.parametrize(
    "question",
    [
        "Has the reported $200 billion Google Cloud commitment of Anthropic been confirmed by either company?",
        "Has OpenAI itself confirmed the $38 billion cap on its payments to Microsoft?",
    ],
)
def test_what_a_text_says_the_parties_did_not_confirm_has_a_no(shipped: Store, question: str) -> None:
    found = answer(shipped, question)
    assert found["text"].startswith("No: ")
    assert all(c["yes"] is False for c in found["answers"])


def test_a_confirmed_cap_whose_sum_is_not_is_told_without_yes_or_no(shipped: Store) -> None:
    found = answer(shipped, "Has OpenAI itself confirmed the revenue share cap?")
    assert "did not publish its amount" in found["text"]
    assert all(c.get("yes") is None for c in found["answers"])


def test_the_opposite_of_what_a_text_says_is_answered_by_the_text(shipped: Store) -> None:
    found = answer(shipped, "Was NVIDIA's promise to put money into Anthropic unconditional?")
    assert "subject to closing conditions" in found["text"]
    assert all(c.get("yes") is None for c in found["answers"])
    assert answer(shipped, "Was Microsoft's promise to invest in Anthropic unconditional?")["status"] != "answered"


@pytest.mark.parametrize("question", ["Are Anthropic's obligations cancelable?", "Can Anthropic's obligations be cancelled?"])
def test_what_a_clause_has_only_in_the_negative_is_no_yes_by_the_name_of_its_term(shipped: Store, question: str) -> None:
    assert not any(c.get("yes") for c in answer(shipped, question)["answers"])


@pytest.mark.parametrize(
    "question",
    [
        "Did Anthropic cancel the SpaceX deal?",
        "Was the Colossus agreement terminated?",
        "Did OpenAI declare AGI?",
        "Has Microsoft pursued AGI on its own?",
        "Has OpenAI taken more compute from Cerebras?",
        "Did OpenAI repay NVIDIA?",
        "When did Microsoft pursue AGI alone?",
        "Is Anthropic ending the Colossus deal?",
        "Is SpaceX terminating the agreement with Anthropic?",
        "Is Microsoft pursuing AGI on its own?",
        "Is OpenAI releasing open-weight models?",
        "Is OpenAI building its own data centers?",
        "Has Amazon used OpenAI's custom models?",
        "Has OpenAI used 2 gigawatts of Trainium?",
        "Has Anthropic borrowed from Broadcom?",
        "Is GPT-5.5 cheaper on AWS?",
    ],
)
def test_that_somebody_may_does_not_say_that_it_was_done(shipped: Store, question: str) -> None:
    assert answer(shipped, question)["status"] == "no-record"


@pytest.mark.parametrize(
    "question",
    [
        "Is Microsoft selling OpenAI's API?",
        "Is OpenAI paying Microsoft a share of its revenue?",
        "Is OpenAI allowed to build its own data centers?",
        "Is the SpaceX contract ending in 2029?",
        "Is GPT-5.6 Luna cheaper on Bedrock?",
        "Has Microsoft used OpenAI's models?",
        "Does Anthropic use Colossus?",
        "Does OpenAI use Trainium?",
    ],
)
def test_what_goes_on_by_the_words_of_the_clause_is_a_yes(shipped: Store, question: str) -> None:
    assert any(c.get("yes") for c in answer(shipped, question)["answers"])


@pytest.mark.parametrize(
    "question",
    [
        "Does xAI use Colossus?",  # what it supplies to somebody else
        "Does Amazon use Trainium?",
        "Did Anthropic list?",  # the record of when it is to
        "Did Microsoft lose money on OpenAI?",  # not what it put in
        "Did the amendment cause OpenAI to leave Azure?",
    ],
)
def test_what_comes_near_to_the_question_gives_no_yes_and_no_no(shipped: Store, question: str) -> None:
    found = answer(shipped, question)
    assert not found["text"].startswith(("Yes", "No", "In part"))
    assert all(c.get("yes") is None for c in found["answers"])


@pytest.mark.parametrize(
    "question",
    [
        "Did OpenAI gain the right to build its own capacity?",
        "Had OpenAI the right to build its own capacity in 2026?",
        "Did OpenAI sell GPT-3 through its own API in 2021?",
        "Did Microsoft sell OpenAI's API on 2024-06-01?",
        "Was OpenAI allowed to build its own capacity in 2026?",
    ],
)
def test_that_somebody_had_a_right_or_does_it_still_is_told(shipped: Store, question: str) -> None:
    assert answer(shipped, question)["text"].startswith("Yes")
