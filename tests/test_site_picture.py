"""What the chart says of itself: labels that are part of a bar's name, pictures that stand alone, and prose set as type."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tenor.dates import day_number, long_date
from tenor.site.axis import axis
from tenor.site.chart import Bar, Drawer
from tenor.site.data import Site
from tenor.site.deals import DealPages
from tenor.site.render import typeset
from tenor.site.svg import picture, wrapped
from tenor.site.views import Views
from tenor.store.build import build
from tenor.store.read import Store

ROOT = Path(__file__).parent.parent
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module", params=["kb", "examples/contracts", "examples/office-holders"])
def views(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Views:
    database = tmp_path_factory.mktemp("picture") / "kb.db"
    build(str(ROOT / request.param), str(database))
    return Views(Site(Store(str(database))))


def bars(views: Views) -> Iterator[Bar]:
    for deal in views.site.of("deal"):
        groups, more, _, _ = DealPages(views, "").lanes_of(deal)
        lanes = [lane for _, found in (*groups, *more) for lane in found]
        drawer = Drawer(views.site, views.scale(lanes), views.site.page_hues(lanes))
        yield from (bar for lane in lanes for bar in drawer.lane(lane).bars)


def test_every_label_is_part_of_what_a_screen_reader_says(views: Views) -> None:
    found = list(bars(views))
    assert len(found) > 20
    for bar in found:
        assert all(name in bar.name for name in bar.names), bar


def test_of_two_labels_that_fit_the_longer_one_is_seen(views: Views) -> None:
    for bar in bars(views):
        steps = [at for _, at, _ in bar.labels]
        assert steps == sorted(steps, reverse=True)
        assert [longer for _, _, longer in bar.labels] == [None, *steps[:-1]][: len(steps)]


def test_a_picture_names_its_day_its_marks_and_its_source(views: Views) -> None:
    pages = DealPages(views, "")
    deal = max(views.site.of("deal"), key=lambda d: len(views.site.deal_lanes(d)))
    groups, _, deals, _ = pages.lanes_of(deal)
    tree = ElementTree.fromstring(
        picture(views, groups, "A title that is long enough to need two lines in a picture that is 760 pixels wide", deals=deals)
    )
    texts = ["".join(node.itertext()) for node in tree.iter(f"{SVG}text")]
    checked = long_date(views.site.checked)
    assert any(checked in text and text.startswith("As of ") for text in texts)
    assert any(text.startswith(f"Source: {views.site.title}") for text in texts)
    assert {item["text"] for item in views.chart(groups, [], deals, views.site.checked, of="")["legend"] if item["kind"] != "future"} <= set(texts)
    assert tree.find(f"{SVG}title") is not None
    assert checked in (tree.findtext(f"{SVG}desc") or "")
    sizes = [float(size) for size in re.findall(r"(?:font:(?:\d+ )?|font-size:)([\d.]+)px", tree.findtext(f"{SVG}style") or "")]
    assert sizes
    assert min(sizes) >= 12
    assert all(0 <= float(node.get("x", "0")) <= 760 for node in tree.iter(f"{SVG}text"))


@pytest.mark.parametrize("theme", ["light", "dark", "auto"])
def test_a_picture_has_the_theme_that_was_asked_for(views: Views, theme: str) -> None:
    lane = views.site.lanes[0]
    drawn = picture(views, [("", [lane])], "One lane", theme=theme)
    assert ("prefers-color-scheme" in drawn) is (theme == "auto")
    assert ("--paper:#15171a" in drawn) is (theme != "light")


@given(st.text(alphabet="ab ", max_size=60), st.integers(1, 20))
def test_wrapping_loses_no_word(text: str, most: int) -> None:
    assert " ".join(wrapped(text, most)).split() == text.split()


def test_one_busy_year_leaves_room_for_the_years_beside_it() -> None:
    busy = [day_number(2025, 3, 1), day_number(2025, 9, 1), *(day_number(2026, m, 1) for m in range(1, 9))]
    scale = axis([day_number(2016, 1, 1), *busy], [day_number(2033, 1, 1)], day_number(2026, 10, 8))
    assert scale.wide == (day_number(2025, 1, 1), day_number(2027, 1, 1))


@pytest.mark.parametrize(
    ("html", "seen"),
    [
        ("<p>OpenAI&#39;s board</p>", "<p>OpenAI’s board</p>"),
        ('<p>the word "first" is open</p>', "<p>the word “first” is open</p>"),
        ("<p>both parties' rights</p>", "<p>both parties’ rights</p>"),
        ('<a aria-label="the board&#39;s" title="it&#39;s">x</a>', '<a aria-label="the board’s" title="it&#39;s">x</a>'),
        ("<pre>tenor ask \"who's on\"</pre><code>it's</code>", "<pre>tenor ask \"who's on\"</pre><code>it's</code>"),
        ('<script type="application/ld+json">{"a":"b\'s"}</script>', '<script type="application/ld+json">{"a":"b\'s"}</script>'),
    ],
)
def test_prose_is_set_as_type_and_code_is_not(html: str, seen: str) -> None:
    assert typeset(html) == seen
