"""Asking and searching on the site: a faithful part of what the command answers, with a server or from a disk, and no answer where the command has another."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from browser import Tab
from sites import Built
from tenor.ask.answering import ask
from tenor.dates import iso
from tenor.site.asking import normal
from tenor.site.build import build
from tenor.site.render import theme_folder
from tenor.store.read import Store

ROOT = Path(__file__).parent.parent


def answers(built: Built, questions: list[str], today: str) -> list[dict[str, Any]]:
    """What the site's own script answers, run by node."""
    done = subprocess.run(
        ["node", str(ROOT / "tests" / "web" / "ask.mjs"), str(theme_folder() / "ask.js"), str(built.folder / "ask-index.js"), today],
        input="\n".join(json.dumps(q) for q in questions), capture_output=True, text=True, timeout=300, check=True,
    )  # fmt: skip
    return [json.loads(line) for line in done.stdout.splitlines()]


def corpus() -> list[str]:
    """The questions of the frozen corpus and of its key that name no options."""
    lines = [
        json.loads(line)
        for name in ("blind", "key")
        for line in (ROOT / "tests" / "questions" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    return list(dict.fromkeys(line["q"] for line in lines if "q" in line and not line.get("options")))


def disagreements(built: Built, questions: list[str]) -> tuple[int, list[str]]:
    """How many questions the script answers, and those to which the command has another answer."""
    today = built.site.checked
    count, wrong = 0, []
    for question, found in zip(questions, answers(built, questions, iso(today)), strict=True):
        if "clauses" not in found:
            assert found["why"], question
            continue
        count += 1
        said = ask(built.store, question, today=today)
        rows = sorted((a["clause"] or "", a.get("yes")) for a in said["answers"])
        own = sorted(zip((c["id"] for c in found["clauses"]), found["yes"] or [None] * len(found["clauses"]), strict=True), key=str)
        asks = any("yes" in a for a in said["answers"])  # asked what it is, the command says neither yes nor no
        same = [r[0] for r in rows] == [r[0] for r in own] and (not (found["yes"] and asks) or [r[1] for r in rows] == [r[1] for r in own])
        if said["status"] != "answered" or said.get("parts") or not same:
            wrong.append(f"{question}: {own}; the command: {said['status']} {rows}")
    return count, wrong


@pytest.mark.outside("node")
def test_where_the_page_answers_the_command_agrees(whole: Built) -> None:
    count, wrong = disagreements(whole, corpus())
    assert wrong == []
    assert count >= 100


def plain(built: Built) -> list[str]:
    """Plain questions of every term about every subject, party and some days: many more than the corpus has of a kind."""
    out = []
    for lane in built.site.lanes[::3]:
        term, subject = built.site.term(lane.term), built.site.party(lane.subject)
        name = term["names"][0] if term["names"] else term["label"]
        holder = built.site.party(lane.versions[-1].doc["holder"])
        day = lane.versions[0].doc["from"] or ""
        out += [f"who is {subject}'s {name}?", f"what is {subject}'s {name} on 1 May 2025?", f"{name} {subject} 2026", f"{holder} {subject} {name}"]
        out += [
            f"is {holder} {subject}'s {name}?",
            f"does {subject} have {name} now?",
            f"how much is {subject}'s {name} {day[:4]}?",
            f"until when {subject} {name}?",
        ]
    return list(dict.fromkeys(out))


@pytest.mark.outside("node")
def test_to_plain_questions_too(whole: Built) -> None:
    count, wrong = disagreements(whole, plain(whole))
    assert wrong == []
    assert count >= 60


@pytest.mark.outside("node")
def test_in_another_field_too(examples: dict[str, Built]) -> None:
    found = [disagreements(built, plain(built)) for built in examples.values()]
    assert [wrong for _, wrong in found] == [[], []]
    assert sum(count for count, _ in found) >= 5


@pytest.mark.outside("node")
def test_the_script_reads_words_as_the_program_does(whole: Built) -> None:
    """Both bring a word to the same form: each name of a term, asked alone, is that term."""
    names = {(normal(n), term["label"]) for term in whole.site.of("term").values() for n in (term["label"], *term["names"])}
    asked = sorted({n for term in whole.site.of("term").values() for n in term["names"] if n.isascii()})
    unknown = [
        n for n, found in zip(asked, answers(whole, asked, "2026-01-01"), strict=True) if found.get("why") == "No term of the record is named."
    ]
    assert len(unknown) <= len(names) / 100, unknown


# -- in the browser -----------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def on_disk(town: Store, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site built for a disk."""
    folder = tmp_path_factory.mktemp("disk") / "site"
    build(town, folder, offline=True)
    return folder


@pytest.fixture
def pages(on_disk: Path, tab: Callable[..., Tab]) -> Iterator[Callable[[str], Page]]:
    """Open pages of the site on a disk; none may complain."""
    opened: list[Tab] = []

    def visit(path: str) -> Page:
        opened.append(tab())
        return opened[-1].visit((on_disk / path / "index.html").as_uri())

    yield visit
    assert [e for tab in opened for e in tab.errors] == []
    assert {r.partition(":")[0] for tab in opened for r in tab.requests} <= {"file"}


def asks(page: Page, question: str) -> str:
    """Type a question, press Enter, and read the answer."""
    page.fill("#askbox", question)
    page.press("#askbox", "Enter")
    page.wait_for_function("q => askout.querySelector('pre')?.textContent.includes(q)", arg=question)
    return page.inner_text("#askout")


@pytest.mark.outside("chromium")
def test_a_question_is_answered_from_a_disk_with_a_link_to_its_clause(pages: Callable[[str], Page]) -> None:
    page = pages("ask")
    said = asks(page, "who is Eastwick ferryman on 1 May 2023?")
    assert "Bob Ray" in said
    assert "ferry/2022-03-01#ferry" in said
    page.click("#askout a")
    page.wait_for_url(lambda address: address.endswith("deals/ferry/2022-03-01/index.html#ferry"))
    assert page.locator("#ferry").is_visible()


@pytest.mark.outside("chromium")
def test_what_the_page_cannot_answer_it_says_and_shows_the_command(pages: Callable[[str], Page]) -> None:
    page = pages("ask")
    said = asks(page, "why is the ferry slow?")
    assert 'tenor ask "why is the ferry slow?"' in said
    assert "This page" in said
    assert page.locator("#askout a").count() == 0


@pytest.mark.outside("chromium")
def test_a_question_is_no_html_and_no_command(pages: Callable[[str], Page]) -> None:
    page = pages("ask")
    page.fill("#askbox", 'x"; rm $HOME `id` <img src=x onerror=alert(1)>')
    page.press("#askbox", "Enter")
    page.wait_for_selector("#askout pre")
    assert page.locator("#askout img").count() == 0
    assert not set(page.inner_text("#askout pre").removeprefix("tenor ask ").strip('"')) & set('"$`\\')


@pytest.mark.outside("chromium")
def test_search_works_from_a_disk_and_by_keys_alone(pages: Callable[[str], Page]) -> None:
    page = pages("search")
    page.focus("#searchbox")
    page.keyboard.type("ferry", delay=5)
    page.wait_for_selector("#hits li")
    assert "record" in page.inner_text("#searchcount")
    page.keyboard.press("Tab")
    while page.evaluate("() => document.activeElement.closest('#hits') === null"):
        page.keyboard.press("Tab")
    target = page.evaluate("() => document.activeElement.href")
    page.keyboard.press("Enter")
    page.wait_for_url(lambda address: address == target)
    assert "index.html" in target


@pytest.mark.outside("chromium")
def test_search_finds_parts_slips_and_nothing(pages: Callable[[str], Page]) -> None:
    page = pages("search")
    for typed, expected in (("ferr", True), ("monopolly", True), ("zzzz", False)):
        page.fill("#searchbox", typed)
        page.wait_for_function("yes => yes ? hits.children.length > 0 : /No record/.test(searchcount.textContent)", arg=expected)


@pytest.mark.outside("chromium")
def test_over_http_the_address_keeps_what_was_asked(whole: Built, served: str, tab: Callable[..., Tab]) -> None:
    opened = tab()
    page = opened.visit(f"{served}search/?q=cloud")
    page.wait_for_selector("#hits li")
    count = page.locator("#hits li").count()
    page.fill("#searchbox", "cloud exclusive")
    page.wait_for_function("() => location.search === '?q=cloud%20exclusive'")
    assert page.locator("#hits li").count() <= count
    href = page.get_attribute("#hits a", "href") or ""
    assert (whole.folder / "search" / href.partition("#")[0] / "index.html").resolve().is_file()
    assert opened.errors == []
