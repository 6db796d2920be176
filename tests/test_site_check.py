"""What a machine can tell of a built site: links that lead somewhere, HTML that is HTML, sizes that stay small, and no word of another field."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest

from browser import NU
from sites import BASE, Built
from tenor.site.check import problems
from tenor.site.pages import address
from tenor.store.read import Store

# -- links, sizes, the policy -------------------------------------------------------------------------


def test_nothing_of_an_example_is_broken(example: Built) -> None:
    assert list(problems(example.folder, base_url=BASE)) == []


def test_nothing_of_the_shipped_site_is_broken(whole: Built) -> None:
    """Links, fragments, outside requests, local paths, and the budgets of every page."""
    assert list(problems(whole.folder, base_url=BASE)) == []


def test_the_check_finds_what_is_broken(tmp_path: Path) -> None:
    for name in ("style.css", "chart.js", "ask.js", "ask-index.js"):
        (tmp_path / name).write_text("")
    (tmp_path / "index.html").write_text(
        '<p id="a"><p id="a"><a href="gone/">x</a><a href="#b">x</a><a href="../up/">x</a><img src="https://elsewhere.example/x.png"><b style="x">x</b>'
    )
    found = [p.message for p in problems(tmp_path)]
    assert [
        words in " ".join(found)
        for words in ("stands twice", "gone/ leads nowhere", "#b names no place", "out of the site", "from outside", "policy")
    ] == [True] * 6


def every_record_leads_to_its_page(built: Built) -> int:
    """Hold every id to a page that exists, and that has the place that the id names; how many ids there were."""
    count = 0
    for (name,) in built.store.query("SELECT id FROM record ORDER BY id"):
        path, mark, part = address(name).partition("#")
        assert path in built.pages, name
        assert not mark or re.search(rf'<\w+ [^>]*\bid="?{re.escape(part)}["\s>]', built.pages[path]), name
        count += 1
    return count


def test_every_clause_and_record_has_its_page_and_place(whole: Built) -> None:
    """A citation in print leads to its clause: the id is the path and the fragment."""
    assert every_record_leads_to_its_page(whole) > 1000


def test_every_record_of_an_example_has_its_page_and_place(example: Built) -> None:
    assert every_record_leads_to_its_page(example) > 50


def test_every_address_in_a_citation_is_a_page(whole: Built) -> None:
    """The addresses in the citation files beside the pages, which reference managers keep."""
    cited = {x for p in whole.folder.rglob("refs.csl.json") for entry in json.loads(p.read_text(encoding="utf-8")) for x in [entry.get("URL", "")]}
    own = {x.removeprefix(BASE) for x in cited if x.startswith(BASE)}
    for target in own:
        path, mark, part = target.partition("#")
        assert path in whole.pages, target
        assert not mark or f"id={part}" in whole.pages[path] or f'id="{part}"' in whole.pages[path], target


def test_a_former_name_leads_on(village: Built) -> None:
    """The party was named otherwise once: a page stands at its old address, and leads to the new one."""
    assert "http-equiv=refresh" in village.pages["parties/robert/"]
    assert "../bob/" in village.pages["parties/robert/"]


# -- the Nu checker -----------------------------------------------------------------------------------


def errors(*folders: Path) -> list[str]:
    """What the Nu HTML checker calls an error in any page of some folders."""
    done = subprocess.run(
        ["java", "-Xss4m", "-jar", str(NU), "--errors-only", "--format", "json", "--exit-zero-always", "--skip-non-html", *map(str, folders)],
        capture_output=True, text=True, timeout=600, check=True,
    )  # fmt: skip
    return [f"{m['url']}: {m['message']} … {m.get('extract', '')}" for m in json.loads(done.stderr)["messages"]]


@pytest.mark.outside("java", "tests/web/node_modules/vnu-jar/build/dist/vnu.jar")
def test_every_page_is_html(whole: Built, village: Built, examples: dict[str, Built], tmp_path: Path) -> None:
    """One run over all sites, and over a page with an error, so that a checker that finds nothing is found out."""
    broken = tmp_path / "broken.html"
    broken.write_text("<!doctype html><html lang=en><title>A</title><p><b>x</p>", encoding="utf-8")
    found = errors(tmp_path, whole.folder, village.folder, *(x.folder for x in examples.values()))
    assert [x for x in found if broken.as_uri().removeprefix("file://") not in x] == []
    assert found


# -- another field ------------------------------------------------------------------------------------


def test_another_field_names_none_of_these_deals(example: Built, shipped: Store) -> None:
    foreign = {name for (name,) in shipped.query("SELECT name FROM party") if len(name) > 4}
    own = {name for (name,) in example.store.query("SELECT name FROM party")}
    pattern = re.compile("|".join(rf"\b{re.escape(name)}\b" for name in sorted(foreign - own)))
    assert {found for html in example.pages.values() for found in pattern.findall(html)} == set()
