"""The as-of line in a real browser: keys, pointer, field and buttons move the answer, the list, the citation and the address together."""

from __future__ import annotations

import itertools
import json
import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page

from browser import Tab
from sites import Built
from tenor.dates import long_date, parse_day
from tenor.queries.clauses import clauses
from tenor.site.build import build

pytestmark = pytest.mark.outside("chromium")


@pytest.fixture
def page(whole: Built, served: str, tab: Callable[..., Tab]) -> Iterator[Page]:
    """The page of the main deal, as it opens."""
    opened = tab()
    page = opened.visit(served + whole.kinds["deal"])
    page.wait_for_selector('#dt[type="date"]')  # the browser's own date field comes when there is time
    yield page
    assert opened.errors == []


def state(page: Page) -> dict[str, str]:
    """What the page says of its day."""
    return {
        "day": str(page.input_value("#dt")),
        "answer": page.inner_text("#ans"),
        "list": page.inner_text("#state"),
        "changed": page.inner_text("#changed"),
        "citation": page.inner_text("#cite"),
        "line": page.get_attribute("#as .al rect", "x") or "",
        "slider": page.get_attribute("#ap", "aria-valuetext") or "",
    }


def settled(page: Page, day: str) -> dict[str, str]:
    """The state after the address has followed."""
    page.wait_for_function("day => location.search === `?on=${day}`", arg=day)
    return state(page)


def of_a_day(page: Page, day: str) -> dict[str, str]:
    """The state for a day, reached by the date field."""
    page.fill("#dt", day)
    page.dispatch_event("#dt", "change")
    return settled(page, day)


def shown(page: Page, deal: str) -> set[str]:
    """The clauses that the list shows, those of the deal itself."""
    ids = page.eval_on_selector_all("#state li:not([hidden]) .id", "nodes => nodes.map(n => n.textContent)")
    full = {i if "/" in i else f"{deal}/{i}" for i in ids}
    return {i for i in full if i.startswith(f"{deal}/")}


def days_of(built: Built, deal: str) -> list[str]:
    """The days that changed a deal."""
    found: list[str] = json.loads((built.folder / "api/v1/change-dates.json").read_text(encoding="utf-8"))["deals"][deal]
    return found


# -- the four ways to move it -------------------------------------------------------------------------


def test_keys_move_the_line_and_all_that_hangs_on_it(page: Page) -> None:
    before = state(page)
    day = date.fromisoformat(before["day"])
    page.focus("#ap")
    for key, days in (("ArrowLeft", -1), ("ArrowDown", -1), ("ArrowRight", 1), ("ArrowUp", 1), ("Shift+ArrowLeft", -30), ("Shift+ArrowRight", 30)):
        page.keyboard.press(key)
        day += timedelta(days)
        assert page.input_value("#dt") == day.isoformat(), key
        assert page.get_attribute("#ap", "aria-valuetext") == long_date(parse_day(day.isoformat()))
    page.keyboard.press("Home")
    page.keyboard.press("PageUp")
    after = settled(page, page.input_value("#dt"))
    assert {name for name in after if after[name] == before[name]} == set()


def test_page_keys_and_buttons_stop_at_every_change(page: Page, whole: Built) -> None:
    """PageUp and the button "next" lead to the same days, and these are days on which something began or ended."""
    moves: list[Callable[[], None]] = [lambda: page.keyboard.press("PageUp"), lambda: page.click("#nx")]
    stops: list[list[str]] = [[], []]
    for seen, move in zip(stops, moves, strict=True):
        page.focus("#ap")
        page.keyboard.press("Home")
        for _ in range(400):
            before = page.input_value("#dt")
            move()
            if page.input_value("#dt") == before:
                break
            seen.append(page.input_value("#dt"))
    by_key, by_button = stops
    assert by_key == by_button
    assert set(days_of(whole, whole.kinds["deal"].split("/")[1])) <= set(by_key)


def test_the_pointer_moves_the_line(page: Page) -> None:
    rail = page.locator("#rail").bounding_box()
    assert rail is not None
    before = state(page)
    y = rail["y"] + rail["height"] / 2
    page.mouse.move(rail["x"] + rail["width"] * 0.5, y)
    page.mouse.down()
    first = page.input_value("#dt")
    page.mouse.move(rail["x"] + rail["width"] * 0.25, y, steps=5)
    page.mouse.up()
    dragged = page.input_value("#dt")
    page.mouse.move(rail["x"] + rail["width"] * 0.9, y)
    after = settled(page, dragged)
    assert before["day"] > first > dragged
    assert {name for name in after if after[name] == before[name]} == set()


def test_a_finger_moves_the_line(whole: Built, served: str, tab: Callable[..., Tab]) -> None:
    opened = tab(390, has_touch=True, is_mobile=True)
    page = opened.visit(served + whole.kinds["deal"])
    rail = page.locator("#rail").bounding_box()
    assert rail is not None
    before = page.input_value("#dt")
    page.touchscreen.tap(rail["x"] + rail["width"] * 0.3, rail["y"] + rail["height"] / 2)
    assert page.input_value("#dt") < before


# -- what it says -------------------------------------------------------------------------------------


def test_the_list_of_each_day_is_that_of_the_command(page: Page, whole: Built) -> None:
    """On every day that changed the deal, the day before, and one of doubt: the same clauses as ``tenor clauses --on``."""
    deal = whole.kinds["deal"].split("/")[1]
    asked_days = sorted({d for day in days_of(whole, deal) for d in (day, (date.fromisoformat(day) - timedelta(1)).isoformat())})
    for day in asked_days:
        page.fill("#dt", day)
        page.dispatch_event("#dt", "change")
        asked = {c["clause"] for c in clauses(whole.store, on=day, deal=deal, today=whole.site.checked)["clauses"] if c["status"] != "opinion"}
        assert shown(page, deal) == {c for c in asked if c.startswith(f"{deal}/")}, day


def test_the_page_of_a_day_says_what_the_line_says_there(page: Page, whole: Built, served: str, tab: Callable[..., Tab]) -> None:
    """The static page of a day, without scripts, has the answer, list and change that the script makes."""
    deal = whole.kinds["deal"].split("/")[1]
    still = tab(scripts=False)
    for day in days_of(whole, deal)[::6]:
        moved = of_a_day(page, day)
        fixed = still.visit(f"{served}deals/{deal}/on/{day}/")
        assert fixed.inner_text("#ans") == moved["answer"], day
        assert fixed.inner_text("#state").split() == moved["list"].split(), day
        assert sorted(fixed.inner_text("#df").split()) == sorted(page.inner_text("#df").split()), day  # the order of its lines may differ


def test_a_day_after_the_last_check_is_told_as_last_agreed(page: Page, whole: Built) -> None:
    after = date.fromordinal(date(1970, 1, 1).toordinal() + whole.site.checked + 30).isoformat()
    of_a_day(page, after)
    assert "As last agreed" in page.inner_text("#q")


def test_a_screen_reader_hears_the_last_answer_only_once(page: Page) -> None:
    page.evaluate("() => { window.heard = []; new MutationObserver(() => window.heard.push(live.textContent)).observe(live, {childList: true}) }")
    page.focus("#ap")
    for _ in range(12):
        page.keyboard.press("ArrowLeft")
    page.wait_for_function("() => window.heard.length > 0")
    page.wait_for_timeout(600)
    heard = page.evaluate("() => window.heard")
    assert len(heard) <= 3
    assert heard[-1].startswith(page.get_attribute("#ap", "aria-valuetext") or "?")


# -- addresses ----------------------------------------------------------------------------------------


def test_an_address_with_a_day_opens_on_that_day(page: Page, whole: Built, served: str, tab: Callable[..., Tab]) -> None:
    day = days_of(whole, whole.kinds["deal"].split("/")[1])[3]
    moved = of_a_day(page, day)
    assert page.url == f"{served}{whole.kinds['deal']}?on={day}"
    again = tab().visit(page.url)
    assert {**state(again), "line": ""} == {**moved, "line": ""}


@pytest.mark.parametrize("asked", ["?on=2026-02-31x", "?on=yesterday", "?on=", "?on=9999-99-99", "?on=%3Cscript%3E"])
def test_an_address_that_names_no_day_opens_as_ever(asked: str, page: Page, whole: Built, served: str) -> None:
    before = state(page)
    page.goto(f"{served}{whole.kinds['deal']}{asked}")
    assert state(page) == before


def test_the_page_of_a_day_leads_its_reader_back_to_the_deal(whole: Built, served: str, tab: Callable[..., Tab]) -> None:
    """Moving the line there gives the address of the deal itself with a day, not a day below a day."""
    page = tab().visit(served + whole.kinds["deal on a day"])
    page.focus("#ap")
    page.keyboard.press("ArrowLeft")
    page.wait_for_function("() => location.search.startsWith('?on=')")
    assert re.fullmatch(re.escape(served) + r"deals/[^/]+/\?on=\d{4}-\d\d-\d\d", page.url)


def test_from_a_disk_the_day_stands_behind_the_mark(whole: Built, town: object, tab: Callable[..., Tab], tmp_path: Path) -> None:
    """Browsers refuse to rewrite the query of a file's address, or take it for another file: the fragment names the day there."""
    from tenor.store.read import Store

    assert isinstance(town, Store)
    build(town, tmp_path / "site", offline=True)
    opened = tab()
    page = opened.visit((tmp_path / "site" / "deals" / "ferry" / "index.html").as_uri())
    page.fill("#dt", "2022-05-01")
    page.dispatch_event("#dt", "change")
    page.wait_for_function("() => location.hash === '#on=2022-05-01'")
    answer = page.inner_text("#ans")
    again = tab().visit(page.url)
    assert again.input_value("#dt") == "2022-05-01"
    assert again.inner_text("#ans") == answer
    assert opened.errors == []


# -- bars ---------------------------------------------------------------------------------------------


def test_bars_are_one_stop_for_the_tab_key_and_arrows_go_through_them(page: Page) -> None:
    stops = page.eval_on_selector_all(".ls .lv a", "nodes => nodes.filter(n => n.tabIndex === 0).length")
    assert stops == 1
    page.locator(".ls .lv a[tabindex='0']").focus()
    seen = set()
    for key in ["ArrowDown"] * 6 + ["ArrowRight"] * 2 + ["ArrowUp"] * 2 + ["ArrowLeft"]:
        page.keyboard.press(key)
        seen.add(page.evaluate("() => document.activeElement.getAttribute('aria-label')"))
    assert len(seen) >= 7
    target = page.evaluate("() => new URL(document.activeElement.getAttribute('href'), location.href).href")
    page.keyboard.press("Enter")
    page.wait_for_url(lambda address: address == target)


def test_the_even_scale_draws_every_year_alike_and_back(page: Page) -> None:
    before = page.eval_on_selector_all("#chart .lv .s", "nodes => nodes.map(n => n.getAttribute('x'))")
    page.click("#ev")
    assert page.get_attribute("#ev", "aria-pressed") == "true"
    years = page.eval_on_selector_all(".gr", "nodes => nodes.map(n => parseFloat(n.getAttribute('x')))")
    steps = {round(b - a, 1) for a, b in itertools.pairwise(years)}
    assert max(steps) - min(steps) <= 0.2
    page.click("#ev")
    after = page.eval_on_selector_all("#chart .lv .s", "nodes => nodes.map(n => n.getAttribute('x'))")
    assert [round(float(x.rstrip("%")), 1) for x in after] == pytest.approx([round(float(x.rstrip("%")), 1) for x in before], abs=0.2)
