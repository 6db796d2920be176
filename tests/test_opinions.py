"""Nothing but a confirmed clause is printed as plain fact: every other record says, wherever it is printed, whose word it is."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from tenor import kb
from tenor.ask.answers.answer import Answer
from tenor.ask.answers.wording import number_words, whose_word
from tenor.ask.interpreting.interpreter import Interpreter
from tenor.ask.reading import Reading, Refusal
from tenor.dates import parse_day
from tenor.model import Records
from tenor.store.compile import compile_records
from tenor.store.read import Lineage, Row, Store

ROOT = Path(__file__).parent.parent
TODAY = parse_day("2026-11-23")
KINDS = ("holder", "list", "state", "start", "end", "change", "value")
DOUBT = ("inferred", "reported", "alleged", "opinion", "disputed", "unstated")
HEDGED = re.compile(r"\b(report(s|ed)?|said|alleged|disputed|by the press|press reporting|reading|opinion)\b")

Document = dict[str, Any]


@pytest.fixture(scope="module")
def records() -> Records:
    loaded = kb.load(ROOT / "kb")
    assert loaded.records is not None
    return loaded.records


@pytest.fixture(scope="module")
def store(records: Records, tmp_path_factory: pytest.TempPathFactory) -> Store:
    path = tmp_path_factory.mktemp("opinions") / "kb.db"
    compile_records(records, "0", path)
    return Store(str(path))


@pytest.fixture(scope="module")
def interpreter(store: Store) -> Interpreter:
    return Interpreter(store, "", TODAY)


def lineage_reading(kind: str, lineage: Lineage, window: tuple[int, int] | None = None) -> Reading:
    reading = Reading(kind, lineage.term)
    reading.subject, reading.scope, reading.lineages, reading.window = lineage.subject, lineage.scope, [lineage], window
    return reading


def doubtful_rows(store: Store) -> list[tuple[Lineage, Row]]:
    """One stretch for each lineage and clause that is not confirmed."""
    found: dict[tuple[int, int], tuple[Lineage, Row]] = {}
    for lineage in store.lineages():
        for row in store.rows(lineage.n):
            if not row.gap and row.status in DOUBT:
                found.setdefault((lineage.n, row.clause), (lineage, row))
    return list(found.values())


def said(store: Store, document: Document) -> list[str]:
    """The words for whose word it is that the text of an answer has to have, for each clause of it that is not confirmed."""
    return [whose_word(store, d) for d in document["answers"] if d["clause"] and d["status"] in DOUBT and d["role"] != "exception"]


def test_whose_word_is_empty_for_confirmed_clauses_alone(store: Store) -> None:
    for (n,) in store.query("SELECT n FROM clause"):
        doc = store.clause(n)
        assert bool(whose_word(store, doc).removesuffix("not binding")) == (doc["status"] != "confirmed"), doc["clause"]


@pytest.mark.parametrize("kind", KINDS)
def test_every_answer_says_whose_word_a_doubtful_clause_is(store: Store, interpreter: Interpreter, kind: str) -> None:
    rows = doubtful_rows(store)
    assert len(rows) > 100
    for lineage, row in rows:
        reading = lineage_reading(kind, lineage, (row.start, row.start + 1))
        document = None
        try:
            document = Answer(store, interpreter, reading, TODAY).document()
        except Refusal as refusal:
            why = refusal.text
        if document is None:  # a list of names that no text has is none, nothing may have changed, or it may be seen later, or be a denial
            assert (kind, row.status) == ("list", "unstated") or kind == "change" or "seen later" in why or "only what is not so" in why
            continue
        for words in said(store, document):
            assert words in document["text"], (kind, document["text"])


def test_an_exception_says_whose_word_it_is(store: Store, interpreter: Interpreter) -> None:
    """What bends a rule is told after the rule, with its own standing."""
    told = 0
    for lineage in store.lineages():
        for row in store.rows(lineage.n):
            if row.role == "exception" and row.status in DOUBT:
                document = Answer(store, interpreter, lineage_reading("holder", lineage, (row.start, row.start + 1)), TODAY).document()
                words = whose_word(store, store.document(row))
                assert f"({words})" in document["text"].partition("Exception:")[2], document["text"]
                told += 1
    assert told


def test_a_name_in_a_list_is_no_plain_fact(store: Store, interpreter: Interpreter) -> None:
    """A list names holders first; one whom no confirmed clause has carries its status there."""
    reading = Reading("list", "compute-commitment")
    reading.subject, reading.asks = "anthropic", "holder"
    reading.lineages = store.lineages("compute-commitment", "anthropic")
    document = Answer(store, interpreter, reading, TODAY).document()
    names = document["text"].partition(". ")[0]
    assert "Volta (reported)" in names
    assert "Microsoft (Azure)" in names
    assert "Microsoft (Azure) (reported)" not in names


def test_a_false_premise_is_answered_with_whose_word_the_rest_is(store: Store, interpreter: Interpreter) -> None:
    reading = lineage_reading("start", next(x for x in store.lineages("primary-cloud", "openai")))
    reading.holder = "oracle"
    with pytest.raises(Refusal) as refusal:
        Answer(store, interpreter, reading, TODAY).document()
    assert "our reading" in refusal.value.text
    assert "reported by" in refusal.value.text


def test_the_same_term_of_other_subjects_says_whose_word_it_is(store: Store, interpreter: Interpreter) -> None:
    for lineage in store.lineages():
        document = Answer(store, interpreter, lineage_reading("holder", lineage), TODAY).document()
        for also in document["also"]:
            doc = store.clause(int(store.clause_number(also["clause"]) or 0))
            if doc["status"] in DOUBT:
                assert whose_word(store, doc) in also["text"], also


def test_a_number_weaker_than_its_clause_says_so(records: Records, store: Store, interpreter: Interpreter) -> None:
    """The clause is confirmed and its number is not: the sentence leaves it out, and an answer that gives it adds its status."""
    weaker = [c for c in records.clauses.values() if c.value and c.value.status and c.value.status != c.status]
    assert weaker
    for clause in weaker:
        assert clause.value is not None
        assert clause.value.amount is not None
        number = number_words(float(clause.value.amount), clause.value.unit)
        assert number not in f"{clause.says} {clause.label}", clause.id
        n = store.clause_number(clause.id)
        [lineage] = [x for x in store.lineages(clause.term) if any(r.clause == n for r in store.rows(x.n))][:1]
        row = next(r for r in store.rows(lineage.n) if r.clause == n)
        for kind in ("value", "holder", "list"):
            text = Answer(store, interpreter, lineage_reading(kind, lineage, (row.start, row.start + 1)), TODAY).document()["text"]
            if number in text:
                assert f"{number} ({clause.value.status})" in text, text


def record_text(store: Store, interpreter: Interpreter, kind: str, target: str, place: int = 0) -> str:
    reading = Reading("holder", None)
    reading.target = (kind, target, place)
    return str(Answer(store, interpreter, reading, TODAY).document()["text"])


def test_events_and_observations_say_whose_word_they_are(records: Records, store: Store, interpreter: Interpreter) -> None:
    doubtful = [("event", e.id, e.status) for e in records.events.values()] + [("observation", o.id, o.status) for o in records.observations.values()]
    for kind, target, status in doubtful:
        text = record_text(store, interpreter, kind, target)
        assert (f"({status}" in text or f"(an {status}" in text) == (status != "confirmed"), text


def test_claims_are_put_in_the_mouth_of_their_speaker(records: Records, store: Store, interpreter: Interpreter) -> None:
    for commentary in records.commentaries.values():
        name = records.parties[commentary.speaker].name
        for claim in commentary.claims:
            assert claim.status in ("alleged", "opinion")
            text = record_text(store, interpreter, "claim", f"{commentary.id}#{claim.id}")
            assert text.startswith(f"{name} says: ")
            assert "Verdict: " in text


def test_disputes_are_told_as_disagreements(records: Records, store: Store, interpreter: Interpreter) -> None:
    for dispute in records.disputes.values():
        text = record_text(store, interpreter, "dispute", dispute.id)
        assert text.startswith("Sources disagree: ")
        assert ("Preferred: " in text) == (dispute.prefers is not None)


def test_deals_and_instruments_say_whose_word_their_clauses_are(records: Records, store: Store, interpreter: Interpreter) -> None:
    for kind, ids in (("deal", list(records.deals)), ("instrument", list(records.instruments))):
        for target in ids:
            reading = Reading("holder", None)
            reading.target = (kind, target, 0)
            document = Answer(store, interpreter, reading, TODAY).document()
            for doc in document["answers"]:
                told = str(doc["text"]).rstrip(".")
                if doc["status"] in DOUBT and told in document["text"]:
                    assert f"{told} ({whose_word(store, doc)})" in document["text"], doc["clause"]


def test_the_summary_of_a_deal_known_from_doubtful_clauses_alone_is_hedged(records: Records) -> None:
    for deal in records.deals.values():
        statuses = {c.status for c in records.clauses.values() if c.deal == deal.id}
        if statuses and "confirmed" not in statuses:
            assert HEDGED.search(deal.summary), (deal.id, deal.summary)
