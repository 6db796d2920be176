"""Every document is held to the schema that ships, and the schema to the contract: keys, enums, and nothing besides."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

import tenor
from tenor import kb as loading
from tenor.ask.answering import ask
from tenor.citing import FORMATS, cite
from tenor.dates import parse_day
from tenor.errors import UnknownName
from tenor.outputs import findings as shown
from tenor.outputs.jsonout import error
from tenor.queries.base import FIELDS, document
from tenor.queries.clauses import clauses
from tenor.queries.diff import CHANGES, diff
from tenor.queries.history import history
from tenor.queries.search import search
from tenor.queries.show import show
from tenor.queries.timeline import timeline
from tenor.store.read import Store

SCHEMA: dict[str, Any] = json.loads((Path(tenor.__file__).parent / "schema.json").read_text())
TODAY = parse_day("2026-11-23")


def problems(name: str, document: object) -> list[str]:
    """What the schema says against a document of that name, with the place."""
    validator = Draft202012Validator({"$ref": f"#/$defs/{name}", "$defs": SCHEMA["$defs"]})
    return [f"{e.json_path}: {e.message}" for e in list(validator.iter_errors(json.loads(json.dumps(document))))[:3]]


def keys(name: str) -> set[str]:
    return set(SCHEMA["$defs"][name]["required"])


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_no_object_takes_keys_that_nobody_listed() -> None:
    free = [name for name, part in SCHEMA["$defs"].items() if part.get("type") == "object" and part.get("additionalProperties") is not False]
    assert free == []


def test_the_keys_of_a_clause_are_the_contracts() -> None:
    assert keys("Clause") == set(
        "clause instrument deal term subject holder holders via scope exclusive state value from to bounds end ends_when text status certainty rests_on"
        " implied_by replaces replaced_by adds_to part_of known_from checked_through disputes citations".split()
    )
    assert keys("Citation") == set("source title publisher published url archive locator tier by relayed_by read".split())
    assert keys("value") == set("amount low high unit hedge basis status as_of period".split())


@pytest.mark.parametrize(
    ("name", "own"),
    [
        ("ask", "question status read_as text answers also suggestions"),
        ("clauses", "query count clauses"),
        ("history", "term subject lineages"),
        ("diff", "a b counts changes"),
        ("timeline", "deals entries lanes"),
        ("show", "kind id record clauses cited_by file line"),
        ("search", "text count results"),
        ("cite", "citations"),
        ("findings", "findings counts"),  # of check and of lint
    ],
)
def test_the_keys_of_a_document_are_the_contracts(name: str, own: str) -> None:
    assert keys(name) == {"schema", "kb", *own.split()}


def test_words_of_the_code_are_words_of_the_schema() -> None:
    defs = SCHEMA["$defs"]
    assert set(defs["change"]["enum"]) == set(CHANGES)
    assert set(defs["fields"]["items"]["enum"]) == set(FIELDS)
    assert set(defs["cite"]["properties"]["citations"]["items"]["properties"]["format"]["enum"]) == set(FORMATS)


# -- documents ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("base", ["town", "shipped"])
@pytest.mark.parametrize(
    "filters",
    [
        {},
        {"on": "2024-06-01"},
        {"between": ("2022", "2023")},
        {"known_at": "2023-06-30"},
        {"on": "1800", "status": "alleged"},
        {"on": "2030", "limit": 3},
    ],
    ids=str,
)
def test_lists_of_clauses(base: str, filters: dict[str, Any], request: pytest.FixtureRequest) -> None:
    assert problems("clauses", clauses(request.getfixturevalue(base), **filters)) == []


def test_lists_of_claims(town: Store, shipped: Store) -> None:
    (speaker,) = shipped.query("SELECT DISTINCT speaker FROM claim LIMIT 1")[0]
    assert problems("clauses", clauses(town, speaker="cleo")) == []
    assert problems("clauses", clauses(shipped, speaker=speaker, known_at="2026-05-31")) == []


@pytest.mark.parametrize("known_at", [None, "2024-12-31"])
def test_histories_of_every_term(town: Store, shipped: Store, known_at: str | None) -> None:
    for store in (town, shipped):
        for (term,) in store.query("SELECT id FROM term"):
            assert problems("history", history(store, term, known_at=known_at)) == [], term


def test_differences(town: Store, shipped: Store) -> None:
    assert problems("diff", diff(town, "ferry/2020-01-01", "ferry/2022-03-01")) == []
    assert problems("diff", diff(town, "2019", "2026", known_at="2022")) == []
    assert problems("diff", diff(shipped, "2016", "2026-10-08")) == []


def test_timelines(town: Store, shipped: Store) -> None:
    for store in (town, shipped):
        assert problems("timeline", timeline(store)) == []
        assert problems("timeline", timeline(store, between=("2018", "2027"), known_at="2024")) == []


def test_every_kind_of_record(town: Store, shipped: Store) -> None:
    some = shipped.query("SELECT kind, min(id) FROM record GROUP BY kind UNION SELECT kind, max(id) FROM record GROUP BY kind")
    for store, ids in ((town, [row[0] for row in town.query("SELECT id FROM record")]), (shipped, [row[1] for row in some])):
        for record in ids:
            assert problems("show", show(store, record)) == [], record


def test_searches(town: Store) -> None:
    for text in ("ferry", "ferry submarine", "submarine"):
        assert problems("search", search(town, text)) == []


@pytest.mark.parametrize("format", FORMATS)
def test_citations(town: Store, format: str) -> None:
    ids = [row[0] for row in town.query("SELECT id FROM record WHERE kind IN ('clause', 'event', 'claim', 'instrument')")]
    assert problems("cite", cite(town, ids, format=format, today=TODAY)) == []
    assert problems("cite", cite(town, ids[:1], format=format, on="2022", today=TODAY)) == []


def test_answers_to_the_records_own_questions(shipped: Store) -> None:
    for (doc,) in shipped.query("SELECT doc FROM record WHERE kind = 'term'"):
        for question in json.loads(doc)["questions"]:
            assert problems("ask", ask(shipped, question["ask"], today=TODAY)) == [], question["ask"]


@pytest.mark.parametrize(
    "question",
    [
        "who ran the ferry in 2021", "who runs the ferry", "is the ferry Bob's", "how much is the toll", "when did the sole ferry end", "since when does Bob run the ferry",
        "how did the toll change", "who lends the town money", "what does Cleo say about the ferry", "who ran the ferry in 1800", "who flies the kite", "",
        "who runs the ferry and how much is the toll", "when was the ferry fair",
    ],
)  # fmt: skip
def test_answers_and_refusals(town: Store, question: str) -> None:
    assert problems("ask", ask(town, question, today=TODAY)) == []
    assert problems("ask", ask(town, question, today=TODAY, explain=True, known_at=parse_day("2022-06-30"))) == []


def test_findings(tmp_path: Path, town: Store) -> None:
    (tmp_path / "tenor.toml").write_text('title = "T"\nversion = "1"\nchecked_through = "2024-02-30"\n')
    found = loading.check(loading.load(tmp_path))
    assert found
    assert problems("check", document(town, dict(shown.document(found, shown.counts(found))))) == []


def test_failures() -> None:
    refused = UnknownName("no party named 'x'", hint="look names up", where="--party")
    assert problems("error", error(refused.code, refused.message, where=refused.where, hint=refused.hint)) == []


def test_a_document_with_a_key_too_many_or_too_few_is_caught(town: Store) -> None:
    found = clauses(town, limit=1)
    del found["clauses"][0]["status"]
    found["clauses"][0]["colour"] = "red"
    assert len(problems("clauses", found)) == 2
