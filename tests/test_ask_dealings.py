"""What two parties have with each other as a whole: what they agreed in a time, what one gives, whether it holds, how sure it is and who says so."""

from __future__ import annotations

import pytest

from asking import answer
from tenor.ask.accounts.dealt import giver
from tenor.store.read import Store


def _clauses(document: dict[str, object]) -> set[str]:
    return {str(c["clause"]) for c in document["answers"]}  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        ("What must AMD do for Anthropic?", "amd-anthropic/2026-07-22#investment", "anthropic-prospectus/2026-09-28#compute-commitment-amd"),
        (
            "What has Broadcom promised Anthropic?",
            "broadcom-anthropic/2026-10-01#supplier-financing",
            "broadcom-anthropic/2026-10-01#compute-commitment",
        ),
        ("What are OpenAI's obligations to Oracle?", "oracle-openai/2025-09-10#compute-commitment", "oracle-openai/2025-07-22#compute-capacity"),
    ],
)
def test_what_one_party_must_do_is_what_it_gives_by_the_sentences_of_the_terms(shipped: Store, question: str, told: str, untold: str) -> None:
    found = answer(shipped, question)
    assert told in _clauses(found)
    assert untold not in _clauses(found)


@pytest.mark.parametrize(
    ("sentence", "role"),
    [
        ("{subject} {pays|paid} {holder} a share of its revenue", "subject"),
        ("{holder} {is|was} to supply {subject} with {value}", "holder"),
        ("{subject} {has|had} committed to buy {value} from {holder}", "subject"),
        ("{holder}'s investment in {subject}: {value}", "holder"),
        ("{holder} {has|had} a seat on the board of {subject}", ""),
        ("{holder} {owns|owned} {value} of {subject}", ""),
        ("{subject} may take {value} more from {holder}", ""),
        ("{holder}'s price for {subject}'s {scope}: {value}", ""),
        ("{subject} {may|might} pursue it on its own", ""),
    ],
)
def test_who_gives_comes_first_in_the_sentence_with_a_verb_that_is_not_one_of_having(sentence: str, role: str) -> None:
    assert giver(sentence) == role


def test_what_was_agreed_in_a_time_is_told_from_the_documents_of_that_time(shipped: Store) -> None:
    found = answer(shipped, "What did OpenAI and Amazon agree in February 2026?")
    assert {clause.partition("#")[0] for clause in _clauses(found)} == {"amazon-openai/2026-02-27", "amazon-openai/2026-02-27-2"}
    none = answer(shipped, "What did OpenAI and AMD agree in 2026?")
    assert none["status"] == "no-record"


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        ("Is the deal between AMD and Anthropic still in force?", "Yes. 2 clauses"),
        ("Is the deal between AMD and Anthropic over?", "No. 2 clauses"),
        ("Is Anthropic's deal with Volta still in force?", "Not confirmed as binding"),
        ("Is the Anthropic-AMD deal confirmed?", "In part. 2 of 3 clauses"),
        ("Is the OpenAI-AMD deal confirmed?", "Yes. 4 of 4 clauses"),
        ("Is the OpenAI-AMD deal only reported?", "No. 4 of 4 clauses"),
        ("Is the Volta deal only reported?", "Yes. None of 2 clauses"),
        ("Who says so about Anthropic and Nscale?", "1 clause between Anthropic and Nscale, from 2 sources"),
        ("What is the status of the Anthropic-AMD deal?", "AMD and Anthropic:"),
        ("What did OpenAI and Amazon agree?", "Amazon and OpenAI:"),
    ],
)
def test_whether_a_deal_holds_and_how_sure_it_is(shipped: Store, question: str, lead: str) -> None:
    found = answer(shipped, question)
    assert found["status"] == "answered"
    assert found["text"].startswith(lead)


@pytest.mark.parametrize(
    "question",
    [
        "Is the deal between OpenAI and Apple confirmed?",
        "What must OpenAI do for Anthropic?",
        "What must AMD do for Anthropic's lawyers?",
        "Is the deal between OpenAI and Microsoft not confirmed?",
        "What did OpenAI and Anthropic agree?",
    ],
)
def test_another_party_a_negation_or_more_is_not_read_as_the_whole(shipped: Store, question: str) -> None:
    assert answer(shipped, question)["status"] != "answered"


@pytest.mark.parametrize(
    ("question", "yes"),
    [
        ("Is SB Energy a supplier of OpenAI?", True),
        ("Is OpenAI a supplier of SB Energy?", None),
        ("Is CoreWeave OpenAI's supplier?", True),
        ("Is OpenAI CoreWeave's supplier?", None),
        ("Is Microsoft an investor in OpenAI?", True),
        ("Is OpenAI an investor in Microsoft?", None),
        ("Is Microsoft a licensee of OpenAI?", True),
        ("Is OpenAI a licensee of Microsoft?", None),
    ],
)
def test_who_is_called_something_and_whose_is_told_by_the_order_of_words(shipped: Store, question: str, yes: bool | None) -> None:
    found = answer(shipped, question)
    assert (found["status"] == "answered") is bool(yes)
    assert not yes or found["text"].startswith("Yes")


def test_suppliers_are_those_of_capacity_and_of_commitments_to_buy(shipped: Store) -> None:
    text = answer(shipped, "Who supplies Anthropic?")["text"]
    assert all(name in text for name in ("AMD", "Microsoft (Azure)", "Nscale (reported)"))


@pytest.mark.parametrize(
    "question",
    [
        "Is the Anthropic-Volta deal exclusive?",  # that another has no exclusive cloud says nothing of it
        "Is OpenAI bound by its contract with Oracle?",
        "Does OpenAI use Google's chips?",  # of cloud capacity, chips are not told
        "Does OpenAI use Oracle's chips?",
        "Does NVIDIA have to invest in OpenAI?",  # it has done so
        "Does Amazon have to invest in OpenAI?",
        "Must AMD invest in Anthropic?",  # at most so much
        "Can OpenAI work with Microsoft's competitors?",
        "Does OpenAI depend on Oracle?",
        "Is Broadcom lending money to Anthropic?",  # it may
    ],
)
def test_no_yes_or_no_by_what_says_something_else_of_the_two(shipped: Store, question: str) -> None:
    found = answer(shipped, question)
    assert not any(c.get("yes") is not None for c in found["answers"])


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        ("Does OpenAI use Broadcom's chips?", "Yes"),
        ("Does Anthropic use AMD's chips?", "Yes"),
        ("Does OpenAI have to buy from Microsoft?", "Yes"),
        ("Must OpenAI pay NVIDIA back?", "Yes"),
        ("Is OpenAI paying Microsoft a revenue share?", "Yes"),
        ("When does Microsoft's revenue share from OpenAI end?", "OpenAI pays Microsoft"),
        ("When does Microsoft's revenue share to OpenAI end?", "Microsoft paid OpenAI"),
        ("How big is OpenAI's deal with AMD?", "Amounts between OpenAI and AMD"),
        ("How much money did Microsoft give OpenAI?", "What Microsoft gives or is to give OpenAI in money: Investment"),
    ],
)
def test_what_the_record_does_say_of_the_two_is_told(shipped: Store, question: str, lead: str) -> None:
    found = answer(shipped, question)
    assert found["status"] == "answered"
    assert found["text"].startswith(lead)


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        ("What is Anthropic's deal with AMD?", "AMD and Anthropic:"),
        ("What is known about the deal between OpenAI and AMD?", "AMD and OpenAI:"),
        ("When did OpenAI and AMD sign their deal?", "1 document of OpenAI and AMD: Supply agreement and warrant (signed 5 October 2025"),
        ("How many deals do OpenAI and CoreWeave have?", "3 deals on record"),
        ("Since when do OpenAI and Microsoft work together?", "The earliest clause on record between OpenAI and Microsoft: Primary cloud"),
        ("What is new between OpenAI and Oracle?", "The newest of OpenAI and Oracle on record: OpenAI models for Oracle Universal Credits"),
        ("Did OpenAI and Microsoft amend their deal?", "Yes. 2 amendments"),
        ("Does OpenAI have a contract with Oracle?", "Yes. 5 clauses"),
        ("Has OpenAI ended its deal with AMD?", "No. 4 clauses"),
        ("Who pays whom between Anthropic and Microsoft?", "What Anthropic gives or is to give Microsoft in money: Compute commitment"),
        ("Has Amazon paid OpenAI anything?", "Sums that Amazon has paid or given OpenAI"),
        ("Has AMD paid Anthropic anything?", "No clause tells that AMD has paid Anthropic"),
        ("Does NVIDIA guarantee anything for OpenAI?", "Yes. NVIDIA guarantees"),
        ("Is the text of the OpenAI-AMD contract public?", "1 document of OpenAI and AMD"),
    ],
)
def test_what_a_stranger_asks_first_of_two_parties(shipped: Store, question: str, lead: str) -> None:
    found = answer(shipped, question)
    assert found["status"] == "answered"
    assert found["text"].startswith(lead)


def test_changes_between_two_are_theirs_and_nobody_elses(shipped: Store) -> None:
    found = answer(shipped, "What happened between OpenAI and Oracle in 2026?")
    assert {str(c["clause"]).partition("/")[0] for c in found["answers"]} <= {"oracle-openai", "stargate"}
    found = answer(shipped, "What changed between Anthropic and AMD in 2026?")
    assert all({"anthropic", "amd"} <= {c["subject"], c["holder"], *c["holders"]} for c in found["answers"])


@pytest.mark.parametrize(
    ("question", "records"),
    [
        ("What did Google announce with Anthropic in April 2026?", ["google-anthropic/2026-04-06", "google-anthropic/2026-04-24"]),
        ("What did Microsoft and OpenAI announce in October 2025?", ["microsoft-openai/2025-10-28"]),
        ("What did OpenAI announce with CoreWeave in 2023?", []),
    ],
)
def test_what_two_announced_in_a_time_are_their_documents_of_it_and_not_what_held_then(shipped: Store, question: str, records: list[str]) -> None:
    assert [c["clause"] for c in answer(shipped, question)["answers"]] == records


def test_the_figure_of_a_period_is_nothing_that_happened_on_its_first_day(shipped: Store) -> None:
    told = [c["clause"] for c in answer(shipped, "What news was there of Microsoft and OpenAI in 2025?")["answers"]]
    assert "microsoft-openai/2025-10-28" in told
    assert "microsoft-openai/2025-11#disclosed-revenue-2025" not in told


@pytest.mark.parametrize(
    "question",
    [
        "Does Anthropic train on AMD's chips?",  # that another is the primary partner is no no
        "Is OpenAI Cerebras's only customer?",  # a warrant for a customer says nothing of others
        "Is SB Energy an exclusive supplier of OpenAI?",
        "Has NVIDIA delivered anything to OpenAI yet?",  # it is to
        "Is Anthropic using AMD's cloud?",  # it has none
        "Does Amazon own OpenAI?",  # a part of it
    ],
)
def test_what_only_a_word_of_the_term_has_makes_no_yes_and_no_no(shipped: Store, question: str) -> None:
    found = answer(shipped, question)
    assert not any(c.get("yes") is not None for c in found["answers"])


def test_when_supply_is_agreed_is_told_with_when_it_starts(shipped: Store) -> None:
    assert "first half of 2027" in answer(shipped, "When does AMD start supplying Anthropic?")["text"]
