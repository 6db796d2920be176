"""What holds for every question: strange words are never passed over, spelling and case do not matter, and what is suggested is answered."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scripted import script
from tenor.ask.answering import ask
from tenor.ask.language import english
from tenor.ask.language.roots import root, text_keys
from tenor.ask.language.words import lemma, tokens
from tenor.dates import parse_day
from tenor.store.read import Store

ROOT = Path(__file__).parent.parent
TODAY = parse_day("2026-11-23")
STRANGE = ("Zorblatt", "Quixelby", "Mistral", "Samsung", "Helsinki", "Vermeer", "Norway", "Kraftwerk", "purple", "audited", "volcanic", "municipal")

Asked = Callable[[str], dict[str, Any]]


@pytest.fixture(scope="module")
def store(shipped: Store) -> Store:
    return shipped


@pytest.fixture(scope="module")
def asked(store: Store) -> Asked:
    return lambda question: ask(store, question, today=TODAY)


def corpus() -> list[dict[str, Any]]:
    return [line for line in script("questions").corpus() if not line["options"]]


ANSWERABLE = [line["q"] for line in corpus() if line["expect"] == "answered" and ":" not in line["q"]]


def clauses(document: dict[str, Any]) -> list[str | None]:
    return [a["clause"] for a in document["answers"]]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], derandomize=True)
@given(question=st.sampled_from(ANSWERABLE), name=st.sampled_from(STRANGE), place=st.integers(min_value=0, max_value=99))
def test_a_word_that_no_record_has_is_never_passed_over(asked: Asked, question: str, name: str, place: int) -> None:
    words = question.rstrip("?").split()
    at = 1 + place % len(words)
    assert asked(" ".join([*words[:at], name, *words[at:]]))["status"] != "answered"


#: Words that would change what is asked, in no record.
QUALIFIERS = "carbon agricultural ceremonial maritime sublicensed biometric holographic satellite veterinary retroactive".split()
#: Parties that no record has.
FOREIGN = ("Apple", "IBM", "Samsung", "Baidu", "Tesla", "Siemens")
NAMES = ("OpenAI", "Microsoft", "Anthropic", "Amazon", "Google", "Oracle", "NVIDIA", "SoftBank")


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], derandomize=True)
@given(question=st.sampled_from(ANSWERABLE), word=st.sampled_from(QUALIFIERS), place=st.integers(min_value=0, max_value=99))
def test_a_qualifier_that_no_record_has_is_never_passed_over(asked: Asked, question: str, word: str, place: int) -> None:
    words = question.rstrip("?").split()
    at = 1 + place % len(words)
    assert asked(" ".join([*words[:at], word, *words[at:]]))["status"] != "answered"


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], derandomize=True)
@given(question=st.sampled_from([q for q in ANSWERABLE if any(n in q for n in NAMES)]), name=st.sampled_from(FOREIGN))
def test_what_is_asked_of_another_party_is_never_answered(asked: Asked, question: str, name: str) -> None:
    known = next(n for n in NAMES if n in question)
    assert asked(question.replace(known, name))["status"] != "answered"


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], derandomize=True)
@given(question=st.sampled_from(ANSWERABLE))
def test_case_and_marks_do_not_matter(asked: Asked, question: str) -> None:
    plain = asked(question)
    assert clauses(asked(question.upper().replace("'S", "'s"))) == clauses(plain)
    assert clauses(asked(f"  {question.rstrip('?')} ?!")) == clauses(plain)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], derandomize=True)
@given(question=st.sampled_from(ANSWERABLE))
def test_the_reading_is_the_same_on_every_run(store: Store, question: str) -> None:
    first = ask(store, question, today=TODAY, explain=True)
    ask(store, "who is the primary cloud of Anthropic", today=TODAY)
    assert ask(store, question, today=TODAY, explain=True) == first


ALL = [line["q"] for line in corpus()]
#: A question as known on some day, or not; with its SQL told, or not; for other days than its own, or not.
CALLS = st.tuples(
    st.sampled_from(ALL), st.sampled_from(({}, {"known_at": parse_day("2025-06-01")}, {"on": (TODAY - 900, TODAY - 800)}, {"explain": True}))
)


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], derandomize=True)
@given(calls=st.lists(CALLS, min_size=20, max_size=20, unique_by=lambda call: call[0]), chance=st.randoms(use_true_random=False))
def test_an_answer_is_the_same_whatever_was_asked_before(store: Store, calls: list[tuple[str, dict[str, Any]]], chance: Random) -> None:
    """What is kept of an open file for other questions is changed by none of them, however many were asked and in whatever order."""
    alone = {question: json.dumps(ask(Store(store.path), question, today=TODAY, **options)) for question, options in calls}
    for _ in range(2):
        chance.shuffle(calls)
        assert {question: json.dumps(ask(store, question, today=TODAY, **options)) for question, options in calls} == alone


def test_what_is_kept_makes_room_and_is_made_anew_while_the_sql_is_told(store: Store) -> None:
    own = Store(store.path)
    assert own.once(("name",), lambda: 1, lambda _: 1) == own.once(("name",), lambda: 2, lambda _: 1) == 1
    assert own.once(("large",), lambda: 3, lambda _: 10**9) == 3
    assert own.once(("large",), lambda: 4, lambda _: 10**9) == 4
    for n in range(100):
        own.once(("other", n), lambda: 0, lambda _: 10_000)
    assert own.once(("name",), lambda: 5, lambda _: 1) == 5
    own.log = []
    assert own.query("SELECT 1") == own.query("SELECT 1") == [(1,)]
    assert own.log == ["SELECT 1"] * 2


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], derandomize=True)
@given(question=st.sampled_from(ANSWERABLE), frame=st.sampled_from(["please tell me, {}", "{}, please", "do you know {}", "actually {}"]))
def test_a_polite_frame_changes_no_answer(asked: Asked, question: str, frame: str) -> None:
    plain, framed = asked(question), asked(frame.format(question.rstrip("?")))
    assert framed["status"] != "answered" or clauses(framed) == clauses(plain)


def test_every_question_that_a_term_brings_is_answered(store: Store, asked: Asked) -> None:
    brought = [q["ask"] for term in store.each("SELECT doc FROM record WHERE kind = 'term'") for q in term["questions"]]
    assert [q for q in brought if asked(q)["status"] != "answered"] == []


def test_what_a_refusal_suggests_is_answered(asked: Asked) -> None:
    refused = [asked(line["q"]) for line in corpus() if line["expect"] != "answered"][::6]
    suggested = {s for document in refused for s in document["suggestions"] if len(s.split()) > 2}
    assert len(suggested) > 10
    assert [s for s in suggested if asked(s)["status"] != "answered"] == []


@pytest.mark.parametrize(
    ("question", "yes"),
    [
        ("is Microsoft's revenue share cap more than $30 billion", True),
        ("is the revenue share cap over $40 billion", False),
        ("is the revenue share cap at least $38 billion", True),
        ("is the revenue share cap less than $38 billion", False),
    ],
)
def test_amounts_are_compared(asked: Asked, question: str, yes: bool) -> None:
    document = asked(question)
    assert document["status"] != "answered" or {a["yes"] for a in document["answers"]} == {yes}


def test_a_document_that_is_not_recorded_is_no_date(asked: Asked) -> None:
    assert asked("under the December 2027 amendment, who is primary cloud")["status"] == "no-record"
    assert asked("under the April 2026 amendment, who is primary cloud")["status"] == "answered"


def test_a_day_to_come_is_not_one_that_has_been(asked: Asked) -> None:
    assert asked("when will Microsoft become OpenAI's primary cloud")["status"] == "no-record"


def test_words_of_one_root_meet_and_others_do_not() -> None:
    for one, other in (("conditional", "conditions"), ("payment", "pay"), ("exclusivity", "exclusive"), ("obtained", "receive")):
        assert root(lemma(one)) == root(lemma(other))
    for one, other in (("billion", "billing"), ("apple", "apply"), ("employees", "use"), ("first", "firm")):
        assert root(lemma(one)) != root(lemma(other))


def test_an_amount_is_one_key_however_it_is_written() -> None:
    assert text_keys("$35 billion") & text_keys("35bn") & text_keys("35000 million")


def test_words_that_are_passed_over_deny_and_order_nothing() -> None:
    passed = english.ADVERBS | english.NOUNS | english.STEADY | english.HANDLING
    turning = {
        t.lemma
        for t in tokens("not never no without only except first second third other new never stop end lose refuse deny more less before after until")
    }
    assert not passed & turning


@pytest.mark.parametrize("question", ["a" * 100_000, "who is primary cloud in 2026 " * 4_000, "it's'" * 1_000], ids=["word", "words", "marks"])
def test_a_question_that_is_too_long_is_refused_at_once(asked: Asked, question: str) -> None:
    document = asked(question)
    assert document["status"] == "not-understood"
    assert len(document["text"]) < 100
    assert document["question"] == question


@pytest.mark.parametrize(
    "question",
    [
        "; ~ @ — which lease length could it be",
        ": cannot be canceled 99999 `",
        "Compute obligations in all ^ ② left out 2026",
        "since ² days",
        "9999-12-31 Azure?",
    ],
)
def test_what_is_no_sentence_is_no_accident(asked: Asked, question: str) -> None:
    assert asked(question)["text"]


@pytest.mark.parametrize(
    "question", ["\ufeffwho is primary cloud in 2026", "who is pri\u00admary\u200b cloud² in\u00a02026", "\u202ewho is primary cloud in 2026\u202c"]
)
def test_letters_that_nobody_sees_do_not_matter(asked: Asked, question: str) -> None:
    assert clauses(asked(question)) == clauses(asked("who is primary cloud in 2026"))


def test_a_time_after_the_year_9999_has_no_end(asked: Asked) -> None:
    document = asked("who is primary cloud on 9999-12-31")
    assert (document["read_as"]["from"], document["read_as"]["to"]) == ("9999-12-31", None)
    assert asked("which 9999-12-31 since it forecast payments to clouds ) all?")["status"] != "answered"
