"""Questions about which instruments there are, which of several came first or last, what ends and what became known."""

from __future__ import annotations

from typing import Any

import pytest

from tenor.ask.answering import ask
from tenor.dates import parse_day
from tenor.store.read import Store

TODAY = parse_day("2026-11-23")


@pytest.fixture(scope="module")
def store(shipped: Store) -> Store:
    return shipped


def asked(store: Store, question: str) -> dict[str, Any]:
    return ask(store, question, today=TODAY)


@pytest.mark.parametrize(
    ("question", "instruments"),
    [
        ("did Microsoft and OpenAI sign anything in June 2025", []),
        ("did Microsoft and OpenAI agree to anything in 2024", []),
        ("did SoftBank and OpenAI sign an agreement in April 2026", []),  # a payment was made then
        ("did Amazon sign a lease in 2026", []),
        ("List each deal signed in 2027.", []),
        ("which contracts were announced in 2028", []),
        ("did Microsoft and OpenAI sign a secret deal in October 2025", []),
        ("did Anthropic and Apple sign anything in 2025", []),
        ("which deal was signed first, Oracle or AWS", []),
        ("who signed the latest agreement with Amazon", ["amazon-anthropic/2026-04-20"]),
        ("did Microsoft and OpenAI sign an agreement in October 2025", ["microsoft-openai/2025-10-28"]),
        ("did Anthropic and Google sign a deal in October 2025", ["google-anthropic/2025-10-23"]),
        ("did OpenAI sign a deal with Cerebras in December 2025", ["cerebras-openai/2026-04-17"]),
        ("was a memorandum signed between Microsoft and OpenAI in September 2025", ["microsoft-openai/2025-09-11"]),
        ("how many amendments did Microsoft and OpenAI sign", ["microsoft-openai/2025-01-21", "microsoft-openai/2026-04-27"]),
        ("what did Amazon and OpenAI sign in 2025", ["amazon-openai/2025-11-03"]),
        ("which agreements did Amazon and Anthropic sign in 2024", ["amazon-anthropic/2024-11-22"]),
        ("what is the latest amendment of the Microsoft deal", ["microsoft-openai/2026-04-27"]),
        ("latest amendment between Microsoft and OpenAI", ["microsoft-openai/2026-04-27"]),
        ("when was the last agreement between Amazon and Anthropic announced", ["amazon-anthropic/2026-04-20"]),
        ("when was the first agreement between Microsoft and OpenAI", ["microsoft-openai/2019-07-22"]),
    ],
)
def test_instruments_are_found_by_parties_and_days(store: Store, question: str, instruments: list[str]) -> None:
    document = asked(store, question)
    assert [a["clause"] for a in document["answers"]] == instruments
    assert (document["status"] == "answered") == bool(instruments)


@pytest.mark.parametrize(
    ("question", "count", "instruments"),
    [
        (
            "list the amendments of the Microsoft and OpenAI partnership",
            "2 amendments",
            ["microsoft-openai/2025-01-21", "microsoft-openai/2026-04-27"],
        ),
        (
            "How many amendments to the CoreWeave-OpenAI contract are there?",
            "2 amendments",
            ["coreweave-openai/2025-05", "coreweave-openai/2025-09-25"],
        ),
        ("How often has the CoreWeave-OpenAI contract been amended?", "2 amendments", ["coreweave-openai/2025-05", "coreweave-openai/2025-09-25"]),
        ("When was the Microsoft-OpenAI partnership last amended?", "The latest amendment", ["microsoft-openai/2026-04-27"]),
        ("Which agreements exist between Google and Anthropic?", "2 agreements", ["google-anthropic/2025-10-23", "google-anthropic/2026-04-06"]),
        ("name every document between AMD and OpenAI", "1 document", ["amd-openai/2025-10-06"]),
        ("Which filings are there between SpaceX and Anthropic?", "2 filings", ["spacex-anthropic/2026-05-20", "spacex-anthropic/2026-06-01"]),
        ("list the amendments between Amazon and OpenAI", "No amendment of Amazon and OpenAI is recorded. Recorded: OpenAI and Amazon announce", []),
        ("list the agreements between Oracle and Anthropic", "No agreement", []),
        ("list the failed agreements between Microsoft and OpenAI", "I do not know", []),
        ("list the agreements that Microsoft and OpenAI did not sign", "I do not read “not”", []),
    ],
)
def test_documents_are_listed_one_by_one(store: Store, question: str, count: str, instruments: list[str]) -> None:
    document = asked(store, question)
    assert document["text"].startswith(count)
    assert [a["clause"] for a in document["answers"]] == instruments


def test_what_is_not_among_the_agreements_is_said(store: Store) -> None:
    assert "$40 billion" in asked(store, "latest agreement between Google and Anthropic")["text"]
    counted = asked(store, "how many agreements did OpenAI and Microsoft sign in 2025")["text"]
    assert counted.startswith("3 agreements on record")
    assert "Not among them, as investments, announcements, statements, reports or filings: " in counted
    assert "First payment" in asked(store, "did SoftBank and OpenAI sign anything in April 2026")["text"]


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("How big is Google's latest investment in Anthropic?", "google-anthropic/2026-04-24#investment"),
        ("how much was Amazon's most recent investment in Anthropic", "amazon-anthropic/2026-05-28#investment"),
        ("how big is Microsoft's newest investment in OpenAI", "microsoft-openai/2024-10-02#investment"),  # not what was seen funded later
        ("when was Google's latest investment in Anthropic", "google-anthropic/2026-04-24#investment"),
        ("what is OpenAI's latest commitment to CoreWeave", "coreweave-openai/2025-09-25#compute-commitment"),
        ("what is the latest stake of Microsoft in OpenAI", "microsoft-openai/2026-07-29#equity-stake"),
        ("how much is the second CoreWeave contract worth", "coreweave-openai/2025-05#compute-commitment"),
        ("what's OpenAI's first contract with CoreWeave worth", "coreweave-openai/2025-03-10#compute-commitment"),
        ("how much is the second contract with AWS worth", "amazon-openai/2026-02-27#compute-commitment"),
        ("how much is the fourth CoreWeave contract worth", None),
        ("how much is the second contract worth", None),
        ("how much was SoftBank's second payment", None),  # of which promise?
        ("what is the latest revenue share", "microsoft-openai/2026-04-27#revenue-share"),
        ("Which cloud was exclusive first?", "microsoft-openai/2019-07-22#cloud-exclusivity"),
        ("which company was Anthropic's primary cloud first", "google-anthropic/2023-02#primary-cloud"),
        ("who invested in OpenAI first", "microsoft-openai/2019-07-22#investment"),
        ("which cloud gets OpenAI's products first", "microsoft-openai/2026-04-27#first-ship"),
        ("which cloud did OpenAI use first", None),  # the terms that say what is used do not go back as far
        ("How big is Apple's latest investment in Anthropic", None),
        ("At what price was OpenAI valued in October 2025?", "softbank-openai/2025-10-02#valuation"),
        ("at what price does OpenAI sell GPT-5.6 on Bedrock", "amazon-openai/2026-08-21#model-price-gpt-5.6-sol-input"),
    ],
)
def test_the_first_and_the_latest_of_several(store: Store, question: str, first: str | None) -> None:
    document = asked(store, question)
    assert (document["answers"][0]["clause"] if document["answers"] else None) == first


def test_all_parties_of_a_sort_that_somebody_uses(store: Store) -> None:
    document = asked(store, "which clouds does OpenAI use")
    assert document["text"].startswith("Amazon (AWS), Amazon (Trainium), CoreWeave, Google (Google Cloud) (reported), Microsoft (Azure) and Oracle. ")
    assert {a["holder"] for a in document["answers"]} == {"amazon", "coreweave", "google", "microsoft", "oracle"}
    assert asked(store, "which clouds does Microsoft use")["status"] == "no-record"


@pytest.mark.parametrize(
    "question",
    [
        "when does the Nscale-Anthropic contract end",
        "when does the AMD contract with OpenAI end",
        "When does NVIDIA's agreement with OpenAI expire?",
        "when does the SoftBank deal with OpenAI end",  # a valuation and a stake that ended are not its end
        "when does the partnership between Broadcom and OpenAI end",
    ],
)
def test_that_no_end_is_recorded_is_no_answer_about_a_whole_contract(store: Store, question: str) -> None:
    assert asked(store, question)["status"] == "no-record"


def test_an_amount_without_an_end_is_not_said_to_state_none(store: Store) -> None:
    assert ": no end is recorded" in asked(store, "until when is Anthropic committed to Nscale")["text"]
    assert ": no end date is stated" in asked(store, "until when is Microsoft OpenAI's primary cloud")["text"]


@pytest.mark.parametrize(
    ("question", "learned"),
    [
        (
            "What changed in what was known of the Cerebras contract from January to April 2026?",
            ["cerebras-openai/2026-01-14#compute-commitment", "cerebras-openai/2026-04-17#compute-commitment"],
        ),
        (
            "How did the disclosed value of OpenAI's Cerebras contract change between January and April 2026?",
            ["cerebras-openai/2026-01-14#compute-commitment", "cerebras-openai/2026-04-17#compute-commitment"],
        ),
        ("how did what was known about the Oracle contract change in September 2025", ["oracle-openai/2025-09-10#compute-commitment"]),
        (
            "how did public knowledge of the Azure commitment change in 2025",
            ["microsoft-openai/2025-01-21#compute-commitment", "microsoft-openai/2025-10-28#compute-commitment"],
        ),
        ("what changed in what was known of the Cerebras contract in July 2026", []),
        ("what changed in what was known of Apple's deal in 2025", []),
    ],
)
def test_a_change_of_what_was_known_is_no_change_of_a_clause(store: Store, question: str, learned: list[str]) -> None:
    document = asked(store, question)
    assert [a["clause"] for a in document["answers"]] == learned
    assert (document["status"] == "answered") == bool(learned)


PAID = ["softbank-openai/2026-04-01#investment", "softbank-openai/2026-07-01#investment", "softbank-openai/2026-10-01#investment"]


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        ("What are SoftBank's three payments?", PAID),
        ("List SoftBank's payments to OpenAI in 2026.", PAID),
        ("how many payments did SoftBank make in 2026", PAID),
        ("the three SoftBank payments of 2026", PAID),
        ("which payments did SoftBank make to OpenAI in 2025", ["softbank-openai/2025-03-31#investment-first-closing", "softbank-openai/2025-12-26#investment"]),
        ("Amazon's two tranches for OpenAI", ["amazon-openai/2026-02-27-2#investment-first-tranche", "amazon-openai/2026-07-31#investment-second-tranche"]),
        ("When did SoftBank make the final payment of its $30 billion follow-on in OpenAI?", PAID[-1:]),
        ("when did SoftBank make the third payment to OpenAI", PAID[-1:]),
        ("List the payments SoftBank made toward its $30 billion follow-on investment in OpenAI.", PAID),
        ("list SoftBank's four payments to OpenAI", []),
        ("What are Amazon's three tranches in OpenAI", []),
        ("SoftBank's payments in 2027", []),
        ("when did SoftBank make the last payment to OpenAI", []),  # of which promise?
        ("list OpenAI's payments to Microsoft", []),  # the other way round
        ("what is Microsoft's commitment to OpenAI", []),
        ("what are the payments of Anthropic to Amazon", []),
    ],
)  # fmt: skip
def test_parts_of_an_amount_are_told_apart_from_the_whole(store: Store, question: str, parts: list[str]) -> None:
    document = asked(store, question)
    assert [a["clause"] for a in document["answers"]] == parts
    assert (document["status"] == "answered") == bool(parts)


@pytest.mark.parametrize(
    ("question", "clause"),
    [
        ("who was the primary cloud before AWS, in spring 2023", "google-anthropic/2023-02#primary-cloud"),
        ("in spring 2023, who was Anthropic's primary cloud before AWS", "google-anthropic/2023-02#primary-cloud"),
        ("who was Anthropic's primary cloud after Google, on 1 January 2024", "amazon-anthropic/2023-09-25#primary-cloud"),
        ("who was Anthropic's primary cloud before Amazon in 2024", None),
        ("who was the primary cloud before Azure, in 2019", None),
        ("gcp startup credit claude vertex ai", "google-for-startups/2026-10#credit-coverage"),
        ("azure startup credits claude foundry", "microsoft-for-startups/2026-03-10#credit-coverage"),
        ("google free trial claude vertex", "google-free-trial/2026#credit-coverage"),
        ("cloudflare startup credits claude", None),
        ("aws credits for ai startups claude", None),
        ("What right did Microsoft hold over new computing capacity?", "microsoft-openai/2025-01-21#right-of-first-refusal"),
        ("What rights did Microsoft have to OpenAI's new capacity?", "microsoft-openai/2025-01-21#right-of-first-refusal"),
        ("what right did Amazon hold over new computing capacity", None),  # it supplies capacity, which is no right
        ("what right did Google have over Anthropic's new compute", None),
        ("what rights does Anthropic have over Google's chips", None),
        ("What are the names of the experts on the panel that verifies AGI?", None),
        ("which people sit on the panel that verifies AGI", None),
    ],
)
def test_one_answers_or_none(store: Store, question: str, clause: str | None) -> None:
    document = asked(store, question)
    assert (document["answers"][0]["clause"] if document["answers"] else None) == clause


def test_a_suit_that_nobody_is_known_to_have_filed(store: Store) -> None:
    document = asked(store, "did Microsoft sue OpenAI")
    assert "no suit is known to have been filed" in document["text"]
    assert document["answers"][0]["yes"] is False
    assert asked(store, "has OpenAI sued Microsoft")["status"] != "answered"
    assert asked(store, "Should Microsoft sue OpenAI?")["status"] != "answered"


@pytest.mark.parametrize("question", ["Break down Anthropic's compute commitments by supplier", "a table of Anthropic's compute commitments"])
def test_what_is_asked_for_by_party_is_told_by_party(store: Store, question: str) -> None:
    holders = {a["holder"] for a in asked(store, question)["answers"]}
    assert {"amazon", "amd", "broadcom", "google", "microsoft", "nscale", "spacex", "volta"} == holders


def test_the_contracts_of_a_party_on_both_sides_are_not_only_what_it_holds(store: Store) -> None:
    assert {a["subject"] for a in asked(store, "which contracts did OpenAI have in 2025")["answers"]} == {"openai"}


@pytest.mark.parametrize(
    "question", ["Until when does the third CoreWeave contract run?", "third CoreWeave contract of OpenAI, payable through what date?"]
)
def test_until_when_of_a_named_contract_is_told_by_what_ends_in_it(shipped: Store, question: str) -> None:
    found = ask(shipped, question, today=parse_day("2026-11-23"))
    assert "31 May 2031" in found["text"]
    assert "coreweave-openai/2025-03-10#compute-commitment" not in {c["clause"] for c in found["answers"]}
