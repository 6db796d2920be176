"""What people call things: each term as lawyers, journalists, developers and traders ask for it, and questions that only sound like one.

``tests/data/wordings.txt`` has the wordings, each under the term whose clause must come first in the answer; those under ``-`` are not answered.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tenor.ask.answering import ask
from tenor.ask.language.words import lemma
from tenor.dates import parse_day
from tenor.store.read import Store

WORDINGS = Path(__file__).parent / "data" / "wordings.txt"
TODAY = parse_day("2026-11-23")
REFUSED = "-"


def sections() -> Iterator[tuple[str, list[str]]]:
    """Each term and its wordings."""
    for section in WORDINGS.read_text(encoding="utf-8").split("# ")[1:]:
        term, *wordings = [line for line in section.splitlines() if line]
        yield term, wordings


@pytest.mark.parametrize(("term", "wordings"), [pytest.param(term, wordings, id=term) for term, wordings in sections() if term != REFUSED])
def test_a_term_is_found_by_what_people_call_it(shipped: Store, term: str, wordings: list[str]) -> None:
    terms = dict(shipped.query("SELECT id, term FROM clause"))
    missed = {}
    for question in wordings:
        answer = ask(shipped, question, today=TODAY)
        first = next((terms[a["clause"]] for a in answer["answers"] if a["clause"]), None)
        if answer["status"] != "answered" or first != term:
            missed[question] = first or answer["text"]
    assert not missed


@pytest.mark.parametrize("question", dict(sections())[REFUSED])
def test_what_only_sounds_like_a_term_is_not_answered(shipped: Store, question: str) -> None:
    assert ask(shipped, question, today=TODAY)["status"] != "answered"


def test_most_terms_have_wordings(shipped: Store) -> None:
    used = {term for (term,) in shipped.query("SELECT DISTINCT term FROM clause")}
    asked = {term for term, _ in sections()}
    assert asked - {REFUSED} <= used
    assert len(used - asked) < len(used) / 5


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("authorised", "authorize"),
        ("commercialising", "commercialize"),
        ("recognises", "recognize"),
        ("instalment", "installments"),
        ("undertook", "undertake"),
        ("foresaw", "foreseen"),
        ("promised", "promises"),
        ("recognised", "recognizing"),
    ],
)
def test_forms_and_spellings_of_a_word_are_one(one: str, other: str) -> None:
    assert lemma(one) == lemma(other)


@pytest.mark.parametrize(("one", "other"), [("raise", "raze"), ("basis", "baz"), ("promise", "promote")])
def test_other_words_stay_apart(one: str, other: str) -> None:
    assert lemma(one) != lemma(other)
