"""Questions about several things at once: a second part that names nothing, lists that must be whole, both directions, and two days."""

from __future__ import annotations

import pytest

from asking import answer
from tenor.store.read import Store

_TOLD = [
    ("microsoft openai equity stake 31 march 2026 vs 30 june 2026", ["microsoft-openai/2025-10-28#equity-stake", "microsoft-openai/2026-07-29#equity-stake"]),
    ("How much did Anthropic raise in its Series H and what was the valuation?", ["amazon-anthropic/2026-05-28#funding-round", "amazon-anthropic/2026-05-28#valuation"]),
    ("How long is the PORTS-Pike lease and how many gigawatts does it cover?", ["ports-pike/2026-08-17#contract-term", "ports-pike/2026-08-17#compute-capacity"]),
    ("How long is the PORTS-Pike lease and who is the sole supplier of AI compute there?", ["ports-pike/2026-08-17#contract-term", "ports-pike/2026-08-17#site-exclusivity"]),
    ("What's the size in GW and the length in years of OpenAI's PORTS-Pike lease?", ["ports-pike/2026-08-17#compute-capacity", "ports-pike/2026-08-17#contract-term"]),
    ("How big was Anthropic's Series H round and at what valuation?", ["amazon-anthropic/2026-05-28#funding-round", "amazon-anthropic/2026-05-28#valuation"]),
    (
        "How big is Google's Scale tier and what percentage of usage comes back in the second year?",
        ["google-for-startups/2026-10#credit-amount-scale", "google-for-startups/2026-10#credit-rule"],
    ),
    ("How big is Google's Scale tier?", ["google-for-startups/2026-10#credit-amount-scale"]),
    ("When did Anthropic close its Series H, and who led it?", ["event:2026-05-28-anthropic-series-h"]),
    (
        "What did AWS do to the Bedrock prices of GPT-5.6 Luna and Terra on July 30, 2026?",
        ["amazon-openai/2026-07-30#model-price-gpt-5.6-luna", "amazon-openai/2026-07-30#model-price-gpt-5.6-terra"],
    ),
    (
        "how much were the three instalments of SoftBank's follow-on",
        [
            "softbank-openai/2026-02-27#investment", "softbank-openai/2026-04-01#investment", "softbank-openai/2026-07-01#investment",
            "softbank-openai/2026-10-01#investment",
        ],
    ),
    (
        "which suppliers make up the $518bn in Anthropic's leaked draft prospectus",
        ["anthropic-prospectus/2026-09-28#total-commitments"]
        + [f"anthropic-prospectus/2026-09-28#compute-commitment-{name}" for name in ("amazon", "amd", "broadcom", "google", "microsoft", "spacex")],
    ),
    (
        "What changed in April 2026 about revenue share payments between Microsoft and OpenAI, in each direction?",
        [
            "microsoft-openai/2025-01-21#revenue-share-from-microsoft", "microsoft-openai/2026-04-27#revenue-share-from-microsoft",
            "microsoft-openai/2025-10-28#revenue-share", "microsoft-openai/2026-04-27#revenue-share",
        ],
    ),
    (
        "How much did Nvidia say in 2025 it meant to invest in OpenAI, and how much did it put in in February 2026?",
        ["nvidia-openai/2025-09-22#investment-intent", "nvidia-openai/2026-02-27#investment"],
    ),
    ("How did Microsoft's OpenAI stake move between 31 March and 30 June 2026?", ["microsoft-openai/2025-10-28#equity-stake", "microsoft-openai/2026-07-29#equity-stake"]),
    (
        "How much bigger did OpenAI's 2026 round get between its announcement in February and its close in March?",
        ["openai-round-2026/2026-02-27#funding-round", "openai-round-2026/2026-03-31#funding-round"],
    ),
    (
        "In what respect does the joint statement of 27 February 2026 word the API exclusivity differently from the October 2025 agreement?",
        ["microsoft-openai/2025-10-28#api-exclusivity", "microsoft-openai/2026-02-27#api-exclusivity"],
    ),
    (
        "What became of Microsoft's first refusal when the January 2025 agreement gave way to the October 2025 agreement?",
        ["microsoft-openai/2025-01-21#right-of-first-refusal", "microsoft-openai/2025-10-28#right-of-first-refusal"],
    ),
    (
        "What became of Microsoft's first refusal and of OpenAI's freedom to build its own capacity when the January 2025 agreement gave way to the October 2025 agreement?",
        [
            "microsoft-openai/2025-01-21#right-of-first-refusal", "microsoft-openai/2025-10-28#right-of-first-refusal",
            "microsoft-openai/2025-01-21#own-capacity", "microsoft-openai/2025-10-28#own-capacity",
        ],
    ),
    ("By what percentage was the on-demand price of GPT-5.6 Luna on Bedrock cut at the end of July 2026?", ["amazon-openai/2026-07-30#model-price-gpt-5.6-luna"]),
    ("how much aws activate credit can a startup with a provider org id get, as of sept 2026", ["aws-activate/2026-09-18#credit-amount-portfolio"]),
    ("What did Microsoft's fiscal 2024 10-K list OpenAI as for the first time?", ["microsoft-openai/2024-07-30#competitor"]),
    ("Who was selling API access to GPT-3 at the end of 2021, notwithstanding Microsoft's exclusive licence?", ["microsoft-openai/2020-09-22#api-sellers"]),
    ("If the Ohio lease guarantees are called, whom does OpenAI have to reimburse?", ["ports-pike/2026-08-17#indemnity"]),
    (
        "Where does Frontier run under the statements of 27 February 2026: Azure or AWS?",
        ["dispute:frontier-hosting", "microsoft-openai/2026-02-27#first-party-hosting"],
    ),
    ("What was MSFT's approximate percentage stake in OpenAI on June 30, 2026?", ["microsoft-openai/2026-07-29#equity-stake"]),
    (
        "How many gigawatts is Broadcom expected to deploy for OpenAI in 2027, and how many in 2028?",
        ["broadcom-openai/2026-06#delivery-schedule-2027", "broadcom-openai/2026-06#delivery-schedule-2028"],
    ),
    (
        "Alphabet's 2026 pledge to Anthropic: how much up front and how much hangs on targets?",
        ["google-anthropic/2026-04-24#investment-at-once", "google-anthropic/2026-04-24#investment-conditional"],
    ),
    ("Which cloud hosts Frontier?", ["microsoft-openai/2026-02-27#first-party-hosting"]),
    (
        "What are the terms for research IP and non-research IP?",
        ["microsoft-openai/2025-10-28#research-ip-license", "microsoft-openai/2025-10-28#non-research-ip"],
    ),
]  # fmt: skip

_REFUSED = [
    "How many gigawatts is Broadcom expected to deploy for OpenAI in 2027, and how many in 2031?",
    "How long is the PORTS-Pike lease and what color is it?",
    "How much did Anthropic raise in its Series H and what was the price of a share?",
    "What are the color and the size of the Abilene site?",
    "When did Google first invest in Anthropic and at what valuation?",  # then, and not now
    "How big is Microsoft's commitment to Anthropic and what share of revenue does it get?",  # not OpenAI's, and not Amazon's
    "How big was Anthropic's Series Z round and at what valuation?",
    "Where does Claude run: AWS or Azure?",
    "How big is Oracle's contract and what guarantee does it have?",  # Oracle's, and not another one's
    "List all five suppliers of Anthropic's compute",  # four are recorded
    "By what percentage did AWS cut GPT-5.5?",  # a price, and no percentage
    "How much did Amazon lend Anthropic, and at what rate?",
    "What is the breakdown of Microsoft's investment in OpenAI?",
]


@pytest.mark.parametrize(("question", "clauses"), _TOLD)
def test_all_that_is_asked_for_is_told_and_nothing_of_others(shipped: Store, question: str, clauses: list[str]) -> None:
    document = answer(shipped, question)
    assert document["status"] == "answered", document["text"]
    assert {a["clause"] for a in document["answers"] if a["clause"]} == set(clauses)


@pytest.mark.parametrize("question", _REFUSED)
def test_no_half_of_a_question_is_answered_about_somebody_else(shipped: Store, question: str) -> None:
    assert answer(shipped, question)["status"] != "answered"


def test_whether_anybody_else_may_is_read_after_who_does(shipped: Store) -> None:
    who, others = answer(shipped, "Who supplies the AI compute at PORTS-Pike, and is anybody else allowed to?")["parts"]
    assert (who["answers"][0]["holder"], others["answers"][0]["yes"]) == ("nvidia", False)


def test_what_belongs_to_it_belongs_to_a_party_of_the_first_part(shipped: Store) -> None:
    document = answer(shipped, "How much did Amazon invest in Anthropic in 2026, and what is its valuation?")
    assert {a["subject"] for a in document["answers"]} == {"anthropic"}


@pytest.mark.parametrize(
    ("question", "term", "parties"),
    [
        ("What is the capacity of Colossus 1 and how much does Anthropic pay for it?", "compute-commitment", {"anthropic", "spacex"}),
        ("How much of OpenAI does Amazon own and how much did it pay?", "investment", {"openai", "amazon"}),
        ("What is Microsoft's stake in OpenAI and how much did it invest?", "investment", {"openai", "microsoft"}),
        ("When was the OpenAI round announced and who took part?", "investment", {"openai"}),
    ],
)
def test_the_second_part_is_about_what_the_first_named(shipped: Store, question: str, term: str, parties: set[str]) -> None:
    read = answer(shipped, question)["parts"][1]["read_as"]
    assert (read["term"], {read["subject"], read["holder"]} - {None}) == (term, parties)


def test_a_rate_is_told_in_the_words_of_the_clause(shipped: Store) -> None:
    document = answer(shipped, "How much money did OpenAI lend to Cerebras, and at what annual interest rate?")
    assert {a["clause"] for a in document["answers"]} == {"cerebras-openai/2026-04-17#customer-financing"}
    assert "6% a year" in document["text"]


@pytest.mark.parametrize(
    "question",
    [
        "Which investors took part in OpenAI's February 2026 funding round?",
        "Who took part in OpenAI's funding round of February 2026?",
        "Which companies joined OpenAI's February 2026 funding round?",
    ],
)
def test_who_took_part_then_is_who_did_so_in_that_time(shipped: Store, question: str) -> None:
    found = answer(shipped, question)
    assert {c["holder"] for c in found["answers"]} == {"amazon", "nvidia", "softbank"}


def test_how_one_gets_in_is_told_by_the_rule_and_no_amount(shipped: Store) -> None:
    found = answer(shipped, "How does an AI startup get into the AWS credit tier above Activate Portfolio?")
    assert [c["clause"] for c in found["answers"]] == ["aws-ai-startup-credits/2026-09-30#credit-rule"]


@pytest.mark.parametrize(
    ("question", "clauses"),
    [
        ("Did Amazon take part in Anthropic's Series H round?", {"amazon-anthropic/2026-05-28#investment"}),
        ("Did Microsoft take part in OpenAI's 2024 round?", {"microsoft-openai/2024-10-02#investment"}),
        ("Did SoftBank take part in OpenAI's round of February 2026?", {"softbank-openai/2026-02-27#investment"}),
    ],
)
def test_who_took_part_in_a_round_put_something_in_then(shipped: Store, question: str, clauses: set[str]) -> None:
    document = answer(shipped, question)
    assert (document["status"], {c["clause"] for c in document["answers"]}) == ("answered", clauses)


@pytest.mark.parametrize(
    "question",
    [
        "Did Google take part in Anthropic's Series H round?",
        "Did Microsoft take part in OpenAI's 2025 round?",
        "Did NVIDIA invest in Anthropic in the Series H?",
        "Did Google lead Anthropic's Series H?",
    ],
)
def test_what_was_put_in_before_is_no_part_in_a_later_round(shipped: Store, question: str) -> None:
    assert answer(shipped, question)["status"] != "answered"
