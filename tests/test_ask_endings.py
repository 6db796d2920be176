"""Whether a thing is over, ends, and ends in a time."""

from __future__ import annotations

import pytest

from asking import answer
from tenor.store.read import Store


@pytest.fixture(scope="module")
def store(shipped: Store) -> Store:
    return shipped


DECIDED = [
    ("does the license expire?", True),
    ("does Microsoft's license expire in 2032?", True),
    ("will the license end in 2032?", True),
    ("will the license end in 2030?", False),
    ("does the license end by 2031", False),
    ("does the revenue share end?", True),
    ("does the revenue share end in 2030?", True),
    ("does Azure's status as OpenAI's primary cloud end in 2032?", False),  # it goes on, and no end is recorded
    ("is the observer seat over?", True),
    ("was the observer seat over in August 2024?", True),
    ("was the observer seat over in January 2024?", False),
    ("is Microsoft's cloud exclusivity over?", True),
    ("is the license over?", False),
    ("has the right of first refusal expired?", True),
    ("did the right of first refusal end in 2025?", True),
]


@pytest.mark.parametrize(("question", "yes"), DECIDED, ids=[q for q, _ in DECIDED])
def test_an_end_is_told_by_its_day(store: Store, question: str, yes: bool) -> None:
    document = answer(store, question)
    assert document["status"] == "answered"
    assert {a["yes"] for a in document["answers"] if a["yes"] is not None} == {yes}
    assert document["text"].startswith("Yes." if yes else "No.")


@pytest.mark.parametrize(
    "question",
    [
        "does the Azure commitment end?",
        "do aws activate credits expire?",  # amounts were seen, and no end of them
        "can the license end before 2032?",  # what could be
    ],
)
def test_where_no_end_is_recorded_nothing_is_said_of_it(store: Store, question: str) -> None:
    assert answer(store, question)["status"] in ("no-record", "not-understood")


def test_how_long_a_thing_lasts_is_no_day_of_its_end(store: Store) -> None:
    assert {a["yes"] for a in answer(store, "does the PORTS-Pike lease end in 2046?")["answers"]} == {None}


def test_the_day_behind_the_last_is_neither(store: Store) -> None:
    assert {a["yes"] for a in answer(store, "will the revenue share stop after 2030?")["answers"]} == {None}


@pytest.mark.parametrize("question", ["which claims are false", "list all claims that are opinions", "what claims are contradicted by the evidence"])
def test_claims_are_listed_by_verdict(store: Store, question: str) -> None:
    assert {str(a["clause"]).partition(":")[0] for a in answer(store, question)["answers"]} == {"commentary"}


@pytest.mark.parametrize("question", ["when was Frontier launched", "is Frontier available on Bedrock"])
def test_a_product_called_by_a_common_word_is_found_only_where_it_is_written_as_a_name(store: Store, question: str) -> None:
    assert answer(store, question)["status"] == "no-record"


@pytest.mark.parametrize(
    ("question", "yes"),
    [
        ("Is Claude still the only frontier model on all three large clouds?", False),
        ("Was Claude the only frontier model on all three large clouds in March 2026?", True),
        ("Was Claude still the only frontier model on all three big clouds in June 2026?", False),
    ],
)
def test_a_word_of_the_terms_own_pattern_is_nobodys_product(shipped: Store, question: str, yes: bool) -> None:
    """“Frontier” is a product's name, and here a word for models."""
    assert [c["yes"] for c in answer(shipped, question)["answers"]] == [yes]


def test_what_one_party_was_says_nothing_of_anothers_product(shipped: Store) -> None:
    assert answer(shipped, "Is OpenAI still the only frontier model on all three large clouds?")["status"] != "answered"
    assert answer(shipped, "Was Claude the only frontier model on all three large clouds in 2024?")["status"] != "answered"


@pytest.mark.parametrize(
    ("question", "clause"),
    [
        ("Does Amazon's $35 billion still depend on a listing of OpenAI?", "amazon-openai/2026-02-27-2#investment-condition-listing"),
        ("Does Google still admit only new Google Cloud customers?", "google-for-startups/2017-10-24#credit-rule-eligibility"),
    ],
)
def test_the_one_clause_that_is_asked_for_and_has_ended_is_a_no(store: Store, question: str, clause: str) -> None:
    assert [(c["clause"], c["yes"]) for c in answer(store, question)["answers"]] == [(clause, False)]


@pytest.mark.parametrize(
    "question",
    [
        "Is the memorandum between Microsoft and OpenAI still over?",  # "over" asks whether it has ended
        "Did Google admit only new Google Cloud customers in 2023?",  # the rule after it is not recorded
    ],
)
def test_that_a_clause_has_ended_is_no_other_no(store: Store, question: str) -> None:
    assert not any(c["yes"] is not None for c in answer(store, question)["answers"])


def test_what_must_come_before_a_thing_of_somebody_names_no_holder(store: Store) -> None:
    document = answer(store, "What conditions have to be met before OpenAI's AMD warrant vests?")
    assert "amd-openai/2025-10-06#warrant-conditions-vesting" in {c["clause"] for c in document["answers"]}


NEVER_SO = [
    "When did the board seat end?",
    "Since when is there a binding agreement?",
    "When did the customer data sharing start?",
    "When did the voting seat on the board end?",
]


@pytest.mark.parametrize("question", NEVER_SO)
def test_what_the_record_only_denies_has_neither_a_first_day_nor_a_last(store: Store, question: str) -> None:
    document = answer(store, question)
    assert (document["status"], document["text"][:37]) == ("no-record", "That it ever was so is not recorded. ")


@pytest.mark.parametrize(
    ("question", "day"),
    [
        ("When did the defense carve-out start?", "28 October 2025"),  # "out" of a noun is no end
        ("When did the exclusive hold over the API start?", "22 July 2019"),  # nor is "over" before one
        ("When did the API exclusivity start?", "22 July 2019"),
        ("When did the say on AGI start?", "2023"),  # and not since when nobody says
        ("When did the rights to hardware IP end?", "28 October 2025"),  # it says "no longer"
    ],
)
def test_a_start_is_of_what_began(store: Store, question: str, day: str) -> None:
    document = answer(store, question)
    assert document["status"] == "answered"
    assert day in document["text"]


@pytest.mark.parametrize(
    ("question", "yes"),
    [
        ("Is there a disclosed revenue?", {True}),  # an amount of a year that is over is one
        ("Does Microsoft still book revenue from OpenAI?", {None}),
        ("Is there a board seat?", {None}),  # Amazon's has none; of others nothing is said
        ("Is there a right of first refusal?", {False}),  # nobody has one
    ],
)
def test_what_is_there_is_more_than_one_that_is_not(store: Store, question: str, yes: set[bool | None]) -> None:
    assert {a["yes"] for a in answer(store, question)["answers"]} == yes


@pytest.mark.parametrize(
    ("question", "told", "other"),
    [
        ("how long was GPT-5.5 in preview?", "31 May 2026", "no end"),
        ("How long did the Bedrock preview last?", "from 28 April 2026 to 31 May 2026", "no end"),
        ("when did GPT-5.5 leave preview", "since 1 June 2026", "28 April"),
        ("when did gpt-5.5 get out of preview on bedrock", "since 1 June 2026", "28 April"),
    ],
)
def test_a_stage_is_told_by_what_was_in_it(store: Store, question: str, told: str, other: str) -> None:
    document = answer(store, question)
    assert document["status"] == "answered"
    assert told in document["text"]
    assert other not in document["text"]


def test_of_a_stage_that_nothing_was_in_nothing_is_told(store: Store) -> None:
    assert answer(store, "how long was GPT-5.6 in preview?")["status"] == "no-record"


@pytest.mark.parametrize(
    "question",
    [
        "Going only by what was public on 15 July 2026, was Amazon's $35bn for OpenAI still conditional?",
        "As far as the public knew on 1 July 2026, did Amazon's $35 billion for OpenAI still hang on conditions?",
        "Going by what was public on 30 June 2026, was Amazon's second $35 billion for OpenAI still subject to conditions?",
    ],
)
def test_what_hangs_on_conditions_is_conditional(store: Store, question: str) -> None:
    assert answer(store, question)["text"].startswith("Yes.")
