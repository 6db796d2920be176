"""One record with what rests on it, by every id it has; and full-text search in which nothing typed is an operator."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tenor.errors import TenorError, UnknownName, UsageError
from tenor.queries.search import search
from tenor.queries.show import resolve, show
from tenor.store.read import Store


@pytest.mark.parametrize(
    ("name", "record"),
    [
        ("ferry/2022-03-01#ferry", "ferry/2022-03-01#ferry"),
        ("ferry/2022-03-01:ferry", "ferry/2022-03-01#ferry"),
        ("[@ferry/2022-03-01#ferry]", "ferry/2022-03-01#ferry"),
        ("@ferry/2022-03-01:ferry", "ferry/2022-03-01#ferry"),
        ("/deals/ferry/2022-03-01/#ferry", "ferry/2022-03-01#ferry"),
        ("https://town.example/kb/deals/ferry/2022-03-01/", "ferry/2022-03-01"),
        ("Ferry/2022-03-01", "ferry/2022-03-01"),
        ("loans/2021-05-01#loan-marsh", "loans/2021-05-01#loan-cleo"),
        ("party:bob", "party:bob"),
        ("bob", "party:bob"),
        ("robert", "party:bob"),
        ("2021-08-fair", "event:2021-08-fair"),
        ("cleo-2023-06-01#c-1", "commentary:cleo-2023-06-01#c-1"),
    ],
)
def test_a_record_is_found_by_every_id_it_has(town: Store, name: str, record: str) -> None:
    assert resolve(town, name) == record


@pytest.mark.parametrize(
    ("name", "message", "hint"),
    [
        ("toll", "several records are named 'toll'", "say which: dispute:toll, term:toll"),
        (
            "ferry/2022-03-01#fery",
            "no record named 'ferry/2022-03-01#fery'",
            "similar names exist: 'ferry/2022-03-01#ferry', 'ferry/2022-03-01', 'ferry/2022-03-01#ferry-monopoly'",
        ),
        ("boob", "no record named 'boob'", "a similar record exists: 'party:bob'"),
        ("zzzz", "no record named 'zzzz'", "look names up with 'tenor search zzzz'"),
    ],
)
def test_what_no_record_has_is_refused_with_near_ones(town: Store, name: str, message: str, hint: str) -> None:
    with pytest.raises(UnknownName) as refused:
        show(town, name)
    assert (refused.value.message, refused.value.hint) == (message, hint)


def test_a_clause_with_its_sources_and_what_rests_on_it(town: Store) -> None:
    shown = show(town, "ferry/2022-03-01#ferry")
    assert (shown["kind"], shown["id"], shown["file"]) == ("clause", "ferry/2022-03-01#ferry", "deals/ferry/2022-03-01.md")
    assert shown["record"]["text"] == "Bob Ray runs the ferry, not exclusively."
    assert shown["cited_by"] == ["commentary:cleo-2023-06-01#c-1", "observation:boats"]
    assert shown["links"] == [{"id": "commentary:cleo-2023-06-01#c-1", "field": "about"}, {"id": "observation:boats", "field": "about"}]
    assert [(s["source"], s["locator"], s["relayed_by"]) for s in shown["sources"]] == [("town-2022-03-01", "article 2", ["gazette-2022-05-01"])]


def test_a_file_and_a_line_lead_to_the_record(town: Store) -> None:
    from pathlib import Path

    shown = show(town, "ferry/2022-03-01#ferry")
    lines = (Path(town.path).parent / "records" / shown["file"]).read_text().splitlines()
    assert lines[shown["line"] - 1].strip() == "- id: ferry"


@pytest.mark.parametrize(
    ("name", "clauses", "sources"),
    [
        ("ferry/2020-01-01", ["ferry-monopoly", "fishing", "toll"], ["town-2020-01-01"]),
        ("party:cleo", ["loan-ann", "loan-cleo", "loan-cleo"], []),
        ("term:toll", ["toll", "toll"], []),
        ("source:gazette-2023-10-01", ["toll"], []),
        ("dispute:toll", ["toll"], ["gazette-2023-10-01", "gazette-2023-11-01"]),
        ("event:2021-08-fair", ["ferry-monopoly"], ["gazette-2021-09-01"]),
        ("observation:boats", ["ferry"], ["gazette-2023-06-01"]),
        ("commentary:cleo-2023-06-01", [], ["gazette-2023-06-01"]),
        ("commentary:cleo-2023-06-01#c-2", ["toll", "toll"], ["gazette-2023-06-01", "gazette-2023-09-01"]),
        ("ferry/2020-01-01#ferry-monopoly", ["ferry-monopoly"], ["town-2020-01-01"]),
        ("loans", ["loan-ann", "loan-cleo", "loan-cleo", "loan-ann"], ["town-2021-05-01", "town-2022-07-01"]),
    ],
)
def test_every_kind_of_record_has_its_clauses_and_sources(town: Store, name: str, clauses: list[str], sources: list[str]) -> None:
    shown = show(town, name)
    assert [c["clause"].partition("#")[2] for c in shown["clauses"]] == clauses
    assert [s["source"] for s in shown["sources"]] == sources


def test_every_shipped_record_can_be_shown(shipped: Store) -> None:
    for record, kind in shipped.query("SELECT id, kind FROM record"):
        shown = show(shipped, record)
        assert (shown["id"], shown["kind"]) == (record, kind)


# -- search -------------------------------------------------------------------------------------------


def test_records_with_all_the_words_come_first_and_are_marked(town: Store) -> None:
    document = search(town, "runs the ferries")
    assert (document["matched"], document["count"], document["total"]) == ("all", 1, 1)
    assert document["results"] == [
        {
            "kind": "clause",
            "id": "ferry/2022-03-01#ferry",
            "title": "Ferry",
            "excerpt": "Bob Ray **runs** **the** **ferry**, not exclusively. **the** bridge opens",
        }
    ]


def test_where_none_has_all_words_some_will_do(town: Store) -> None:
    document = search(town, "ferry submarine")
    assert document["matched"] == "some"
    assert document["results"]
    assert search(town, "submarine")["results"] == []


def test_the_last_word_may_be_a_beginning_and_a_title_weighs_more(town: Store) -> None:
    assert search(town, "fish")["results"][0]["id"] in ("term:fishing", "ferry/2020-01-01#fishing")


def test_a_limit_leaves_the_total(town: Store) -> None:
    document = search(town, "ferry", limit=2)
    assert (document["count"], len(document["results"])) == (2, 2)
    assert document["total"] > 2


@pytest.mark.parametrize("text", ["", "  ", "!?", '"', "* ^ ()"])
def test_without_a_word_there_is_nothing_to_look_for(town: Store, text: str) -> None:
    with pytest.raises(UsageError, match="there is no word to look for"):
        search(town, text)


@pytest.mark.parametrize(
    "text", ['"ferry', "ferry OR", "NEAR(ferry toll)", "title:ferry", "ferry*", "-ferry", "ferry AND NOT toll", "{ferry}", "ferry'; --", "a\x00b"]
)
def test_nothing_typed_is_an_operator(town: Store, text: str) -> None:
    assert search(town, text)["matched"] in ("all", "some", "none")


@given(st.text(max_size=30))
def test_any_text_is_searched_or_refused(town: Store, text: str) -> None:
    try:
        assert search(town, text)["count"] >= 0
    except TenorError:
        return
