"""Who has more, or less, than an amount: only those whose recorded amounts compare so."""

from __future__ import annotations

import pytest

from asking import answer
from tenor.store.read import Store

_HOLDERS = [
    ("Which suppliers give Anthropic more than 2 gigawatts?", {"amazon", "google"}),  # not who gives up to 2
    ("Which suppliers give OpenAI at least 5 gigawatts?", {"amd", "broadcom", "nvidia", "sb-energy"}),
    ("Which suppliers give OpenAI over 9 gigawatts?", {"broadcom", "nvidia"}),
    ("Who supplies Anthropic with less than 2 gigawatts?", {"spacex"}),  # its 300 megawatts
    ("Which companies does OpenAI owe more than $100 billion?", {"amazon", "microsoft", "oracle"}),  # Amazon's two amounts together
    ("which clouds does anthropic owe more than $150 billion?", {"broadcom", "google"}),  # two totals of one supplier are not added up
    ("Which investors put more than $10 billion into Anthropic?", {"amazon", "google"}),  # up to 10 is not more than 10
    ("Who owns more than 20% of OpenAI?", {"microsoft"}),
    ("Who owned over 25 percent of OpenAI in November 2025?", {"microsoft"}),
    ("Which chipmaker issued OpenAI a warrant for up to 160 million of its shares?", {"amd"}),  # no threshold: the amount's own hedge
]


@pytest.mark.parametrize(("question", "holders"), _HOLDERS)
def test_only_who_passes_the_threshold_is_told(shipped: Store, question: str, holders: set[str]) -> None:
    assert {a["holder"] for a in answer(shipped, question)["answers"]} == holders


def test_where_nobody_passes_the_amounts_are_told_instead(shipped: Store) -> None:
    refused = answer(shipped, "Who supplies Anthropic with more than 50 GW?")
    assert refused["status"] == "no-record"
    assert "up to 5 GW" in refused["text"]
