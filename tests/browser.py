"""A real browser for tests: tabs that keep every request and everything that the console said."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

WEB = Path(__file__).parent / "web" / "node_modules"
AXE = WEB / "axe-core" / "axe.min.js"
NU = WEB / "vnu-jar" / "build" / "dist" / "vnu.jar"
LIGHTHOUSE = WEB / "lighthouse" / "cli" / "index.js"

#: A build machine has no user name spaces for a sandbox, and Chromium's own calls home would be refused there.
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"]


@dataclass
class Tab:
    """A page of the browser, with what it asked for and what went wrong."""

    page: Page
    requests: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def visit(self, address: str) -> Page:
        """Open an address and wait until all is loaded."""
        self.page.goto(address, wait_until="load")
        return self.page


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """Chromium, started once a file: an event loop that stays open longer would be in the way of other tests."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"), args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def tab(chromium: Browser) -> Iterator[Callable[..., Tab]]:
    """Open tabs, each in a profile of its own: ``tab(width, dark=False, scripts=True)``. All close when the test ends."""
    contexts: list[BrowserContext] = []

    def make(width: int = 1280, *, dark: bool = False, scripts: bool = True, **options: Any) -> Tab:
        context = chromium.new_context(
            viewport={"width": width, "height": 900}, color_scheme="dark" if dark else "light", java_script_enabled=scripts, **options
        )
        context.set_default_timeout(20_000)
        contexts.append(context)
        opened = Tab(context.new_page())
        opened.page.on("request", lambda request: opened.requests.append(request.url))
        opened.page.on("console", lambda said: opened.errors.append(said.text) if said.type in ("error", "warning") else None)
        opened.page.on("pageerror", lambda error: opened.errors.append(str(error)))
        return opened

    yield make
    for context in contexts:
        context.close()
