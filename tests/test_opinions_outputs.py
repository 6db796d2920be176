"""Wherever a clause that is not confirmed is printed, whose word it is stands beside it: on every page, in every feed, table and citation."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tenor import kb
from tenor.citing import FORMATS, cite
from tenor.dates import parse_day
from tenor.exporting import FORMATS as EXPORTS
from tenor.exporting import export
from tenor.site.build import contents, told
from tenor.site.data import Site
from tenor.site.pages import File, Page
from tenor.site.render import Renderer
from tenor.site.views import Views
from tenor.store.compile import compile_records
from tenor.store.read import Store

ROOT = Path(__file__).parent.parent
TODAY = parse_day("2026-11-23")
#: What has to stand near a clause of each status, before or after its sentence.
WORDS = {
    "inferred": r"inferred|our reading|reading of other",
    "reported": r"report",
    "alleged": r"alleged|according to",
    "disputed": r"disput|sources disagree",
    "opinion": r"opinion",
}
#: Pages of which there are hundreds, made alike of the clauses that other pages show too: a fifth of them is read.
MANY = r"/on/|/compare/|^sources/"
#: Characters around a sentence in which its standing counts as told: a row of a table with its cells and marks.
NEAR = 1500


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    loaded = kb.load(ROOT / "kb")
    assert loaded.records is not None
    path = tmp_path_factory.mktemp("outputs") / "kb.db"
    compile_records(loaded.records, "0", path)
    return Store(str(path))


@pytest.fixture(scope="module")
def doubtful(store: Store) -> dict[str, dict[str, Any]]:
    """The clauses that are not confirmed, by their sentence."""
    docs = [store.clause(n) for (n,) in store.query("SELECT n FROM clause")]
    return {plain(str(d["text"])): d for d in docs if d["status"] in WORDS}


def plain(text: str) -> str:
    """A text without what a format makes of its characters."""
    text = html.unescape(text.replace("\\|", "|").replace('\\"', '"'))
    return re.sub(r"\s+", " ", text.translate({0x2018: "'", 0x2019: "'", 0x201C: '"', 0x201D: '"', 0xA0: " "}))


def bare(text: str, doubtful: dict[str, dict[str, Any]]) -> Iterator[str]:
    """The doubtful clauses whose sentence stands in a text with nothing near it that says whose word it is."""
    text = plain(text)
    for sentence, doc in doubtful.items():
        place = text.find(sentence)
        while place >= 0:
            end = place + len(sentence)
            near = text[max(0, place - NEAR) : place] + text[end : end + NEAR]
            if not re.search(WORDS[doc["status"]], near.replace(sentence, ""), re.IGNORECASE):
                yield str(doc["clause"])
            place = text.find(sentence, end)


def test_the_search_finds_a_bare_sentence(doubtful: dict[str, dict[str, Any]]) -> None:
    text, doc = next((t, d) for t, d in doubtful.items() if d["status"] == "reported" and "report" not in t)
    assert list(bare(f"<p>{html.escape(text)}</p>", doubtful)) == [doc["clause"]]
    assert not list(bare(f"<p>{html.escape(text)}</p><p>Reported</p>", doubtful))


def test_every_page_and_feed_says_whose_word_it_is(store: Store, doubtful: dict[str, dict[str, Any]]) -> None:
    views = Views(Site(store))
    renderer = Renderer(views, base_url="", offline=False)
    changes, conventions = told(store, ROOT / "kb")
    met: set[str] = set()
    wrong = []
    for n, item in enumerate(contents(views, base_url="", changes=changes, conventions=conventions)):
        if n % 5 and re.search(MANY, item.path):
            continue
        text = renderer.page(item) if isinstance(item, Page) else item.text if isinstance(item, File) else None
        if isinstance(text, str | bytes) and not item.path.endswith((".db", ".png", ".svg", ".json", ".js", ".css")):
            text = text if isinstance(text, str) else text.decode("utf-8")
            if item.path.endswith(".ics"):
                text = text.replace("\r\n ", "")
            wrong += [(item.path, clause) for clause in bare(text, doubtful)]
            met.add(item.path.rpartition(".")[2] if "." in item.path else "html")
    assert not wrong[:10]
    assert {"html", "md", "atom", "ics", "csv", "bib", "ris"} <= met


@pytest.mark.parametrize("form", FORMATS)
def test_every_citation_says_whose_word_it_is(store: Store, doubtful: dict[str, dict[str, Any]], form: str) -> None:
    for doc in doubtful.values():
        [citation] = cite(store, [doc["clause"]], format=form, today=TODAY)["citations"]
        said = plain(citation["text"]).replace("\n", " ").lower()
        assert re.search(WORDS[doc["status"]], said), citation["text"]


def _names(entry: str, clause: str) -> bool:
    """True where an entry of an export is the clause's: BibTeX writes a colon for the hash."""
    return any(re.search(rf"{re.escape(name)}(?![\w.-])", entry) for name in (clause, clause.replace("#", ":")))


@pytest.mark.parametrize("form", sorted(EXPORTS))
def test_every_export_says_whose_word_it_is(store: Store, doubtful: dict[str, dict[str, Any]], form: str) -> None:
    """One entry for each clause, and its status in it."""
    entries = list(export(store, form, TODAY))
    text = plain(" ".join(entries))
    assert not list(bare(text, doubtful))
    for doc in doubtful.values():
        [entry] = [e for e in entries if _names(e, doc["clause"])]
        assert re.search(WORDS[doc["status"]], plain(entry), re.IGNORECASE), entry
