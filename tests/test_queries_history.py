"""A term's versions in order, and what each changed."""

from __future__ import annotations

from typing import Any

import pytest

from tenor.errors import UnknownName
from tenor.queries.history import history
from tenor.store.read import Store


def versions(store: Store, term: str, **filters: Any) -> list[tuple[str, str, list[str]]]:
    found = history(store, term, **filters)["lineages"]
    return [(v["clause"], v["change"], v["fields"]) for lineage in found for v in lineage["versions"]]


def test_a_version_names_the_fields_that_it_changed(town: Store) -> None:
    assert versions(town, "toll") == [
        ("ferry/2020-01-01#toll", "new", []),
        ("ferry/2023-09-01#toll", "changed", ["value", "status", "text"]),
    ]


def test_the_version_that_says_no_ends_the_right(town: Store) -> None:
    assert [v[:2] for v in versions(town, "sole ferry")] == [("ferry/2020-01-01#ferry-monopoly", "new"), ("ferry/2022-03-01#ferry-monopoly", "ended")]


def test_an_implied_term_shows_the_implying_clauses(town: Store) -> None:
    document = history(town, "ferry")
    (lineage,) = document["lineages"]
    assert (document["term"], document["subject"], lineage["subject"], lineage["holder"], lineage["scope"]) == ("ferry", None, "town", None, None)
    assert [(v["clause"], v["implied_by"]) for v in lineage["versions"]] == [
        ("ferry/2020-01-01#ferry-monopoly", "ferry-monopoly"), ("ferry/2022-03-01#ferry", None),
    ]  # fmt: skip


def test_each_holder_of_a_many_holder_term_has_a_lineage_and_parts_are_new(town: Store) -> None:
    document = history(town, "loan")
    assert [(x["holder"], x["scope"], len(x["versions"])) for x in document["lineages"]] == [("ann", "bridge", 2), ("cleo", None, 1)]
    assert [v["change"] for v in document["lineages"][0]["versions"]] == ["new", "new"]
    assert [x["holder"] for x in history(town, "loan", holder="cleo")["lineages"]] == ["cleo"]


def test_a_holder_picks_versions_of_a_one_holder_term(town: Store) -> None:
    assert versions(town, "ferry", holder="bob") == [("ferry/2022-03-01#ferry", "changed", ["holder", "exclusive", "to", "ends_when", "via", "text"])]


def test_a_version_that_was_said_again_names_the_instruments(town: Store) -> None:
    assert [v["restated_by"] for v in history(town, "toll")["lineages"][0]["versions"]] == [["ferry/2022-03-01"], []]
    assert [v["restated_by"] for v in history(town, "toll", known_at="2022-02-28")["lineages"][0]["versions"]] == [[]]


def test_on_a_known_day_later_versions_do_not_exist(town: Store) -> None:
    assert [v[0] for v in versions(town, "toll", known_at="2023-08-31")] == ["ferry/2020-01-01#toll"]
    assert versions(town, "toll", known_at="2019") == []


def test_a_version_after_a_gap_is_new(kb: Any) -> None:
    store = kb("""
=== tenor.toml
title = "A club"
version = "1"
checked_through = "2024-12-31"
=== parties/club.md
---
name: Club
---
=== parties/ann.md
---
name: Ann
---
=== terms/chair.md
---
label: Chair
answer: holder
---
=== deals/club/deal.md
---
title: The club
kind: club
parties: [club, ann]
---
=== deals/club/2020.md
---
title: Minutes
kind: agreement
parties: [club, ann]
announced: 2020
sources: [s]
allow: [{code: T204, id: chair-2, why: the seat was empty}]
clauses:
  - {id: chair, term: chair, subject: club, holder: ann, from: 2020-01-01, until: 2021-01-01, says: Ann chairs., status: confirmed, cites: [{source: s}]}
  - {id: chair-2, term: chair, subject: club, holder: ann, from: 2022-01-01, says: Ann chairs., status: confirmed, cites: [{source: s}]}
---
=== sources/s.yaml
references:
  - {id: s, type: webpage, title: Minutes, publisher: Club, issued: 2022-01-01, custom: {tier: party, by: club, read: full, no_url: on paper}}
""")
    assert versions(store, "chair") == [("club/2020#chair", "new", []), ("club/2020#chair-2", "new", [])]


def test_subjects_come_with_the_focus_party_first(shipped: Store) -> None:
    found = [x["subject"] for x in history(shipped, "primary-cloud")["lineages"]]
    assert found[0] == shipped.meta["focus"]
    assert len(set(found)) > 1
    assert [x["subject"] for x in history(shipped, "primary-cloud", subject=found[1])["lineages"]] == [found[1]]


def test_an_unknown_term_comes_with_near_ones(town: Store) -> None:
    with pytest.raises(UnknownName, match="no term named 'tol'"):
        history(town, "tol")
