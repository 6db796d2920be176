"""Every mark is drawn from its clause: the classes of a bar are a function of the end, status, certainty and exclusivity of the clause it leads to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

import pytest

from sites import Built
from tenor.site.chart import drawing


class Bars(HTMLParser):
    """The bars of a page: the address each leads to, and its classes."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, set[str]]] = []
        self._link = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        if tag == "a":
            self._link = found.get("href") or ""
        if tag == "svg" and "data-f" in found and "gap" not in (names := set((found["class"] or "").split())):
            self.found.append((self._link, names))


_GROUNDS = {(True, False): "x", (False, False): "n", (None, False): "p", (True, True): "no", (False, True): "no", (None, True): "no"}


def bars(built: Built) -> Iterator[tuple[dict[str, Any], set[str]]]:
    """Each drawn bar with the clause it leads to."""
    versions = {v.id: v.doc for x in built.site.lanes for v in x.versions}
    for path, html in built.pages.items():
        if "data-f=" not in html:
            continue
        reader = Bars()
        reader.feed(html)
        for link, names in reader.found:
            target, _, part = link.partition("#")
            place = (built.folder / path / target).resolve().relative_to(built.folder.resolve() / "deals")
            yield versions[f"{place}#{part}"], names


def drawn_from_the_clause(built: Built) -> int:
    """Hold every bar of a site to its clause; how many there were."""
    count = 0
    for doc, names in bars(built):
        said = {_GROUNDS[doc["exclusive"], doc["state"] == "no"]}
        said |= {doc["status"]} - {"confirmed"}
        said |= {"po"} if doc["certainty"] == "possible" else set()
        ends = {n for n in names if n.startswith("e-")}
        assert {n for n in names if n != "s" and not re.fullmatch(r"h\d", n)} - ends == said, doc["clause"]
        assert ends == {f"e-{doc['end']}"}, doc["clause"]
        count += 1
    return count


def test_each_bar_of_an_example_is_drawn_from_its_clause_alone(example: Built) -> None:
    assert drawn_from_the_clause(example) > 50


def test_each_bar_of_the_shipped_site_is_drawn_from_its_clause_alone(whole: Built) -> None:
    assert drawn_from_the_clause(whole) > 1000


@pytest.mark.parametrize("page", ["", "focus"])
def test_the_home_page_and_that_of_the_main_deal_have_lanes_enough_to_compare(page: str, whole: Built) -> None:
    path = page and max((p for p in whole.pages if re.fullmatch(r"deals/[^/]+/", p)), key=lambda p: len(whole.pages[p]))
    chart = whole.pages[path].partition("id=chart")[2].partition("<details")[0]
    assert len(re.findall(r'<li class=(?:ln>|"ln t\d)', chart)) >= 15


def test_two_clauses_that_differ_in_a_field_are_drawn_apart() -> None:
    fields = [
        (end, status, certainty, exclusive)
        for end in ("open", "replaced", "ended", "scheduled", "unknown")
        for status in ("confirmed", "inferred", "reported", "alleged", "disputed", "unstated")
        for certainty in ("certain", "possible")
        for exclusive in (True, False, None)
    ]
    assert len({drawing(*f, None) for f in fields}) == len(fields)
