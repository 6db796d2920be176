"""The pages in a real browser: nothing in the way of a reader with other eyes, hands, screens or without scripts, and no word to anyone outside."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page

from browser import AXE, FLAGS, LIGHTHOUSE, Tab
from sites import Built, head, serving

pytestmark = pytest.mark.outside("chromium")

#: A deal's page shows the whole of the site's script and style; the other kinds of an example's site are like those of the site that ships.
FEW = ("home", "deal", "compare", "instrument", "clause", "term")


def violations(page: Page) -> list[str]:
    """What axe finds, by WCAG 2.2 A and AA and its own best practice."""
    if not page.evaluate("() => Boolean(window.axe)"):
        page.evaluate(AXE.read_text(encoding="utf-8"))
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    found = page.evaluate("tags => axe.run(document, {runOnly: tags, resultTypes: ['violations']})", tags)
    return [f"{v['id']}: {v['help']}: {n['html'][:160]} ({n['failureSummary'][:200]})" for v in found["violations"] for n in v["nodes"][:3]]


def overflow(page: Page) -> int:
    """By how many pixels the page can be moved sideways."""
    return int(page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth"))


def outside(tab: Tab, address: str) -> list[str]:
    """Requests of a tab that went anywhere but to the site."""
    return [r for r in tab.requests if urlsplit(r).netloc != urlsplit(address).netloc]


# -- every kind of page -------------------------------------------------------------------------------


def test_every_template_has_a_kind(whole: Built) -> None:
    """The tests below visit one page of each kind: no kind may be forgotten."""
    assert set(whole.kinds) >= {
        "home", "deal", "deal on a day", "compare", "compare any", "instrument", "clause", "card", "term", "party", "source", "event", "dispute", "observation",
        "commentary", "ask", "answered", "log", "data", "method", "search", "missing", "list", "group",
    }  # fmt: skip


@pytest.mark.outside("tests/web/node_modules/axe-core/axe.min.js")
@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_axe_finds_nothing_on_any_kind_of_page(width: int, dark: bool, whole: Built, served: str, tab: Callable[..., Tab]) -> None:
    opened = tab(width, dark=dark)
    found = {kind: broken for kind, path in whole.kinds.items() if (broken := violations(opened.visit(served + path)))}
    assert found == {}


@pytest.mark.outside("tests/web/node_modules/axe-core/axe.min.js")
def test_axe_finds_nothing_on_an_example(example: Built, tab: Callable[..., Tab]) -> None:
    opened = tab(390)
    with serving(example) as address:
        found = {kind: broken for kind in FEW if (broken := violations(opened.visit(address + example.kinds[kind])))}
        assert found == {}
        assert outside(opened, address) == []
    assert opened.errors == []


@pytest.mark.parametrize("width", [320, 768, 1920])
def test_no_kind_of_page_moves_sideways(width: int, whole: Built, served: str, tab: Callable[..., Tab]) -> None:
    opened = tab(width)
    assert {kind: far for kind, path in whole.kinds.items() if (far := overflow(opened.visit(served + path))) > 0} == {}


def test_no_kind_of_page_asks_outside_or_breaks_its_policy(whole: Built, served: str, tab: Callable[..., Tab]) -> None:
    """Requests and the console: the policy of each page forbids what stands in it, so a broken one is told there."""
    for kind, path in whole.kinds.items():
        opened = tab()
        opened.visit(served + path)
        opened.page.wait_for_load_state("networkidle")
        assert outside(opened, served) == [], kind
        assert opened.errors == [], kind
        assert len(opened.requests) <= 6, f"{kind}: {opened.requests}"  # page, icon, style, the theme's script, two more that wait for the page


def test_nothing_but_the_style_and_one_small_script_is_awaited(whole: Built) -> None:
    """Three requests for the first view: the page itself and these two; other scripts are deferred."""
    for path, html in whole.pages.items():
        beginning = html.partition("<body")[0]
        awaited = re.findall(r"<link [^>]*stylesheet[^>]*>|<script (?![^>]*(?:defer|ld\+json))[^>]*>", beginning)
        assert len(awaited) <= 2, path


def test_the_policy_allows_nothing_but_the_site(whole: Built) -> None:
    for path, html in whole.pages.items():
        if "http-equiv=refresh" not in html:
            (policy,) = head(html).metas["content-security-policy"]
            assert policy.startswith("default-src 'self'"), path
            assert "unsafe" not in policy, path


#: Words that only belong to what scripts add: buttons, and what they say.
CONTROLS = "() => { document.querySelectorAll('button, .js-only, noscript, input, output, [aria-live], [role=status]').forEach(e => e.remove()); return document.body.innerText }"


def words(page: Page) -> list[str]:
    """What can be read on the page, controls aside."""
    return str(page.evaluate(CONTROLS)).split()


def test_a_page_without_scripts_says_the_same(whole: Built, served: str, tab: Callable[..., Tab]) -> None:
    with_scripts, without = tab(), tab(scripts=False)
    for kind, path in whole.kinds.items():
        assert words(with_scripts.visit(served + path)) == words(without.visit(served + path)), kind


# -- Lighthouse ---------------------------------------------------------------------------------------


@pytest.mark.outside("node", "tests/web/node_modules/lighthouse/cli/index.js")
def test_lighthouse_gives_the_main_deal_full_marks(whole: Built, served: str, tmp_path: Path) -> None:
    """Its default mobile run. How fast the page is, is shown by ``benchmarks/site``: a busy machine must not fail a build."""
    report = tmp_path / "report.json"
    done = subprocess.run(
        ["node", str(LIGHTHOUSE), served + whole.kinds["deal"], "--quiet", "--output=json", f"--output-path={report}",
         "--only-categories=accessibility,best-practices,seo", f"--chrome-flags=--headless=new {' '.join(FLAGS)}"],
        capture_output=True, text=True, timeout=240, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-2000:]
    result = json.loads(report.read_text(encoding="utf-8"))
    low = {k: v["title"] for k, v in result["audits"].items() if v["score"] is not None and v["score"] < 1}
    assert {k: v["score"] for k, v in result["categories"].items()} == {"accessibility": 1, "best-practices": 1, "seo": 1}, low


@pytest.fixture(autouse=True)
def quiet(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lighthouse finds the browser by its name, and sends nothing home."""
    monkeypatch.setenv("CHROME_PATH", "/usr/bin/chromium")
    monkeypatch.setenv("CI", "1")
