"""What is wanted of an amount: its unit, whether it was carried out, what it will be, and of which right it is."""

from __future__ import annotations

import pytest

from asking import answer
from tenor.store.read import Store


@pytest.mark.parametrize("question", ["In gigawatts, how much does OpenAI owe Oracle?"])
def test_an_amount_of_another_unit_does_not_answer(shipped: Store, question: str) -> None:
    document = answer(shipped, question)
    assert document["status"] == "no-record"
    assert "No amount in gigawatts" in document["text"]


@pytest.mark.parametrize(
    "question",
    [
        "How much did Nvidia actually pay into Anthropic by the end of 2025?",
        "What amount was paid by OpenAI to Oracle between April and June 2026?",
        "By September 2026, what number of AMD shares had vested for OpenAI under the warrant?",
    ],
)
def test_what_was_promised_is_not_what_was_carried_out(shipped: Store, question: str) -> None:
    document = answer(shipped, question)
    assert document["status"] == "no-record"
    assert "not that it was done" in document["text"]


def test_what_is_told_as_carried_out_is(shipped: Store) -> None:
    document = answer(shipped, "How much money has OpenAI received from Amazon?")
    assert "amazon-openai/2026-07-31#investment-paid" in [a["clause"] for a in document["answers"]]


@pytest.mark.parametrize("question", ["What will Microsoft's stake in OpenAI be in 2030?", "What will OpenAI be worth in 2028?"])
def test_what_was_seen_is_not_what_will_be(shipped: Store, question: str) -> None:
    assert answer(shipped, question)["status"] == "no-record"


@pytest.mark.parametrize(
    "question",
    ["What was Anthropic valued at in its Series H?", "what was anthropic valued at after the series H round"],
)
def test_what_a_party_is_valued_at_is_no_other_amount(shipped: Store, question: str) -> None:
    assert answer(shipped, question)["read_as"]["term"] == "valuation"


@pytest.mark.parametrize(
    ("question", "term"),
    [
        ("As of February 2026, what value of OpenAI's Cerebras deal was publicly known?", "compute-commitment"),
        ("What is SoftBank's stake in OpenAI after its payment of October 2026?", "equity-stake"),
    ],
)
def test_the_noun_that_is_asked_for_is_the_one_that_answers(shipped: Store, question: str, term: str) -> None:
    document = answer(shipped, question)
    assert document["status"] != "answered" or document["read_as"]["term"] == term


def test_a_claim_that_names_nobody_is_no_answer_to_who(shipped: Store) -> None:
    assert answer(shipped, "Who sits on the AGI expert panel?")["status"] == "not-understood"
    assert "Amazon" in answer(shipped, "Who says that Amazon is the biggest winner?")["text"]


def test_the_noun_that_somebody_owns_is_never_passed_over(shipped: Store) -> None:
    assert answer(shipped, "What's Nscale's power price for the data center run for Anthropic?")["status"] == "not-understood"


@pytest.mark.parametrize(
    "question",
    ["When did OpenAI become free to sell its whole product lineup on any cloud?", "Can OpenAI's products be offered on whichever cloud it likes?"],
)
def test_any_cloud_is_not_one_cloud(shipped: Store, question: str) -> None:
    assert answer(shipped, question)["read_as"]["term"] == "any-cloud-distribution"


def test_whether_a_thing_has_stopped_by_a_time_is_whether_it_is_over_by_then(shipped: Store) -> None:
    document = answer(shipped, "In summer 2026, has Azure stopped being the only host of OpenAI's API?")
    assert [a["yes"] for a in document["answers"]] == [True]


@pytest.mark.parametrize(
    "question",
    [
        "Is MSFT still getting a revenue share from OpenAI, and through when?",
        "Does Microsoft get a cut of OpenAI's revenue, and if so through when?",
        "Are revenue share payments from OpenAI to Microsoft still being made, and if so how long do they continue?",
    ],
)
def test_whether_it_is_so_comes_before_until_when(shipped: Store, question: str) -> None:
    document = answer(shipped, question)
    assert document["text"].startswith("Yes. ")
    assert "through 2030" in document["parts"][1]["text"]


def test_what_is_disputed_of_one_time_says_nothing_of_another(shipped: Store) -> None:
    assert answer(shipped, "What was the AWS Activate Portfolio ceiling in 2021?")["status"] == "no-record"


def test_what_somebody_makes_is_not_what_another_makes_of_it(shipped: Store) -> None:
    assert answer(shipped, "How much revenue did OpenAI make in total in calendar year 2025?")["status"] == "no-record"
    assert answer(shipped, "How much did Microsoft make from OpenAI in fiscal 2026?")["status"] == "answered"


def test_a_second_part_about_what_a_party_is_valued_at_is_of_its_own(shipped: Store) -> None:
    document = answer(shipped, "How much did Anthropic raise in its Series H, and what was it valued at?")
    assert [part["read_as"]["term"] for part in document["parts"]] == ["funding-round", "valuation"]


def test_an_amount_that_is_not_recorded_is_not_told_by_what_has_none(shipped: Store) -> None:
    assert answer(shipped, "claude for startups credit amount in dollars")["status"] == "no-record"


def test_an_end_that_is_taken_for_granted_is_not_told_by_the_document(shipped: Store) -> None:
    assert answer(shipped, "What day was the Cerebras master agreement terminated by OpenAI?")["status"] == "no-record"


@pytest.mark.parametrize(
    "question",
    [
        "how many customers use Claude on Vertex AI?",
        "What are the names of the people on the AGI expert panel?",
        "Under the December 2025 amendment, who hosts OpenAI's API?",
        "Is it true that Stargate is a $500 billion contract?",
        "Does OpenAI still have a nonprofit board?",
    ],
)
def test_what_is_near_is_no_answer(shipped: Store, question: str) -> None:
    assert answer(shipped, question)["status"] in ("no-record", "not-understood")


@pytest.mark.parametrize(
    ("question", "clauses"),
    [
        (
            "How many gigawatts will AMD supply to OpenAI and how many to Anthropic?",
            ["amd-openai/2025-10-06#compute-capacity", "amd-anthropic/2026-07-22#compute-capacity"],
        ),
        (
            "How much did NVIDIA undertake to invest in Anthropic, and how much did Microsoft?",
            ["microsoft-anthropic/2025-11-18#investment-nvidia", "microsoft-anthropic/2025-11-18#investment"],
        ),
    ],
)
def test_a_second_part_that_names_only_another_party_asks_the_same_of_it(shipped: Store, question: str, clauses: list[str]) -> None:
    assert [a["clause"] for a in answer(shipped, question)["answers"]] == clauses


def test_a_second_part_about_a_party_without_such_a_right_is_not_passed_over(shipped: Store) -> None:
    assert answer(shipped, "How much did Amazon invest in OpenAI and how much in Zorblatt?")["status"] == "not-understood"


def test_a_part_of_an_amount_is_not_the_whole(shipped: Store) -> None:
    document = answer(shipped, "How much of the $13 billion had Microsoft actually funded at the end of 2025?")
    assert [a["value"]["amount"] for a in document["answers"]] == [11.7e9]
    assert answer(shipped, "How much of the $300 billion has OpenAI paid Oracle?")["status"] != "answered"


def test_an_amount_for_all_of_the_time_is_none_by_the_year(shipped: Store) -> None:
    assert answer(shipped, "What yearly amounts does OpenAI have to pay under the $38 billion AWS agreement?")["status"] != "answered"


def test_what_changed_is_told_by_its_versions_and_not_by_a_dispute(shipped: Store) -> None:
    document = answer(shipped, "How did AWS Activate Portfolio's ceiling change between May and September 2026?")
    assert (document["read_as"]["kind"], document["read_as"]["term"]) == ("change", "credit-amount")


def test_at_what_valuation_asks_how_much_it_was_then(shipped: Store) -> None:
    document = answer(shipped, "At what valuation did OpenAI close its round in March 2026?")
    assert [a["value"]["amount"] for a in document["answers"]] == [852e9]


def test_no_part_of_a_question_is_left_out(shipped: Store) -> None:
    assert answer(shipped, "What is the size of OpenAI's AWS expansion of February 2026 and over how many years does it run?")["status"] != "answered"


@pytest.mark.parametrize(
    ("question", "clause"),
    [
        ("What was OpenAI worth at its last closed round?", "openai-round-2026/2026-03-31#valuation"),
        ("what does managed agents cost while its in preview", "amazon-openai/2026-09-29#model-price-managed-agents"),
        ("What was Anthropic worth at its Series H round?", "amazon-anthropic/2026-05-28#valuation"),
    ],
)
def test_what_only_says_when_is_not_what_is_asked(shipped: Store, question: str, clause: str) -> None:
    assert [a["clause"] for a in answer(shipped, question)["answers"]] == [clause]


@pytest.mark.parametrize("question", ["What does GPT-5.5 cost on Bedrock while it is in preview?", "What was Anthropic worth at its Series G round?"])
def test_an_amount_of_another_time_does_not_answer(shipped: Store, question: str) -> None:
    assert answer(shipped, question)["status"] == "no-record"


@pytest.mark.parametrize(
    ("question", "clause"),
    [
        ("What's the age limit for AWS Activate?", "aws-activate/2026-09-18#credit-rule-eligibility"),
        ("What is the storage limit at Cloudflare for Startups?", "cloudflare-for-startups/2026#credit-rule-storage-cap"),
        ("How much Cloudflare startup credit can go to R2?", "cloudflare-for-startups/2026#credit-rule-storage-cap"),
        ("2nd year of Google startup credits, what % of usage do they give back?", "google-for-startups/2026-10#credit-rule"),
        ("How long is the Cloudflare startup plan good for?", "cloudflare-for-startups/2026#credit-rule-duration"),
    ],
)
def test_a_limit_that_is_told_in_words_is_told_by_the_rule_that_speaks_of_it(shipped: Store, question: str, clause: str) -> None:
    assert [a["clause"] for a in answer(shipped, question)["answers"]] == [clause]


@pytest.mark.parametrize("question", ["What's the age limit for Google for Startups?", "What is the storage limit for AWS Activate?"])
def test_rules_of_other_things_are_no_limit(shipped: Store, question: str) -> None:
    assert answer(shipped, question)["status"] == "no-record"


def test_what_changed_is_told_of_all_versions(shipped: Store) -> None:
    document = answer(shipped, "How did the AWS Activate amounts change between May and September 2026?")
    assert {"aws-activate/2026-05#credit-amount-portfolio", "aws-activate/2026-09-18#credit-amount-portfolio"} <= {
        a["clause"] for a in document["answers"]
    }


@pytest.mark.parametrize(
    "question",
    [
        "Who took over as OpenAI chief executive while Altman was out in November 2023?",
        "Who stepped in as chief executive when Altman was removed?",
        "Who was chief executive of OpenAI while Altman was out?",
    ],
)
def test_who_was_removed_is_not_who_came_in_his_place(shipped: Store, question: str) -> None:
    assert answer(shipped, question)["status"] == "no-record"
