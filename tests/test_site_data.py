"""The files beside the pages: JSON, CSV, Markdown, citations, feeds and calendars, each readable by what it is for."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import Any
from xml.etree import ElementTree as Xml

import jsonschema
import pytest
from icalendar import Calendar

from sites import BASE, Built, head
from tenor.queries.clauses import clauses
from tenor.site.deals import word_marks
from tenor.site.formats import csv_cell
from tenor.site.pages import ld


def test_the_state_on_a_day_is_that_of_the_command(whole: Built) -> None:
    """The clauses shown on a deal's page of a day are those that ``tenor clauses --on`` lists, and those that the file beside it has."""
    checked = 0
    for page in sorted((whole.folder / "deals").glob("*/on/*/index.html")):
        deal, day = page.parts[-4], page.parts[-2]
        asked = {c["clause"] for c in clauses(whole.store, on=day, deal=deal, today=whole.site.checked)["clauses"] if c["status"] != "opinion"}
        twin = {c["clause"] for c in json.loads(page.with_name("index.json").read_text(encoding="utf-8"))["clauses"] if c["status"] != "opinion"}
        shown = set()
        for item in re.findall(r"<li (?:[^>]*)data-l=[^>]*>.*?</li>", page.read_text(encoding="utf-8"), re.S):
            head = item.partition(">")[0]
            name = re.search(r'class=id[^>]*>([^<]+)<|class="id"[^>]*>([^<]+)<', item)
            if " hidden" not in head and name:
                clause = name[1] or name[2]
                shown.add(clause if clause.count("/") > 0 else f"{deal}/{clause}")
        own = {c for c in shown if c in asked or c.startswith(f"{deal}/")}
        assert asked == twin
        assert asked <= own
        assert {c for c in own - asked if c.startswith(f"{deal}/")} == set()
        checked += 1
    assert checked > 50


def test_the_feeds_are_atom_and_the_calendar_is_one(example: Built) -> None:
    for path in sorted(example.folder.rglob("*.atom")):
        feed = Xml.fromstring(path.read_bytes())
        atom = "{http://www.w3.org/2005/Atom}"
        assert feed.tag == f"{atom}feed"
        ids = [e.text for e in feed.iter(f"{atom}id")]
        assert len(ids) == len(set(ids))
        assert all(e.find(f"{atom}updated") is not None for e in feed.iter(f"{atom}entry"))
    for path in sorted(example.folder.rglob("*.ics")):
        data = path.read_bytes()
        events = list(Calendar.from_ical(data).walk("VEVENT"))
        assert len({str(e["UID"]) for e in events}) == len(events)
        assert all(len(line) <= 75 for line in data.split(b"\r\n"))


def data_files(built: Built) -> dict[str, Any]:
    """Every JSON file of the site's own, read."""
    files = sorted(p for p in built.folder.rglob("*.json") if not p.name.endswith("csl.json") and p.name != "schema.json")
    return {str(p.relative_to(built.folder)): json.loads(p.read_text(encoding="utf-8")) for p in files}


def test_every_data_file_says_its_version_and_that_it_is_no_advice(example: Built) -> None:
    for path, document in data_files(example).items():
        assert document["schema"] == 1, path
        assert document["generated"].startswith(document["kb"]["checked_through"]), path
        assert "Not legal advice" in document["notice"], path


SHAPES = {
    r"deals/[^/]+/index.json": "timeline", r"deals/[^/]+/on/.*": "clauses", r"deals/[^/]+/compare/.*": "diff", r"deals/.*": "show", r"terms/.*": "history",
    r"ask/.*": "ask", r"(parties|sources|events|disputes|observations|commentary)/.*": "show", r"api/v1/index.json": "files",
    r"api/v1/change-dates.json": "change-dates", r"(api/v1/.*|tenor.json)": "records",
}  # fmt: skip


def test_every_data_file_is_what_the_sites_schema_says(example: Built) -> None:
    schema = json.loads((example.folder / "schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validators = {name: jsonschema.Draft202012Validator({"$ref": f"#/$defs/{name}", "$defs": schema["$defs"]}) for name in {*SHAPES.values()}}
    assert {f"#/$defs/{name}" for name in validators} <= {part["$ref"] for part in schema["anyOf"]}
    for path, document in data_files(example).items():
        name = next(shape for pattern, shape in SHAPES.items() if re.fullmatch(pattern, path))
        assert [f"{e.json_path}: {e.message}" for e in validators[name].iter_errors(document)] == [], path


def test_every_page_of_a_record_names_its_twins_and_they_are_there(whole: Built) -> None:
    """Every page but the few that only list others offers its data beside it."""
    without = {"log", "method", "search", "missing", "ask", "compare any", "list", "card", "data"}
    for kind, path in whole.kinds.items():
        if kind not in without:
            assert re.search(r'<p class="?tw', whole.pages[path]), kind
    for name in ("deal", "instrument"):
        folder = whole.folder / whole.kinds[name]
        assert {p.name for p in folder.iterdir()} >= {"index.json", "refs.bib", "refs.ris", "refs.csl.json"}
    assert {p.name for p in (whole.folder / whole.kinds["deal"]).iterdir()} >= {
        "index.csv",
        "index.md",
        "feed.atom",
        "calendar.ics",
        "chart.svg",
        "card.png",
    }


def test_tables_are_tables(example: Built) -> None:
    for path in sorted(example.folder.rglob("*.csv")):
        rows = list(csv.reader(io.StringIO(path.read_text(encoding="utf-8")), strict=True))
        assert len({len(row) for row in rows}) == 1, path
        assert not [c for row in rows for c in row if c[:1] in ("=", "@", "+")], path


def test_the_deals_table_has_each_of_its_clauses_once(example: Built) -> None:
    for deal, ids in example.site.listed.items():
        rows = list(csv.DictReader(io.StringIO((example.folder / "deals" / deal / "index.csv").read_text(encoding="utf-8"))))
        assert [row["clause"] for row in rows] == ids


def test_llms_txt_leads_to_files_that_are_there(whole: Built) -> None:
    text = (whole.folder / "llms.txt").read_text(encoding="utf-8")
    assert text.startswith("# ")
    targets = re.findall(r"\]\(([^)]+)\)", text)
    assert len(targets) > 50
    assert [t for t in targets if not (whole.folder / t).is_file()] == []


def test_the_site_map_names_every_page_that_may_be_found(whole: Built) -> None:
    listed = {e.text for e in Xml.parse(whole.folder / "sitemap.xml").iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")}
    assert listed == {BASE + path for path, html in whole.pages.items() if "noindex" not in head(html).metas.get("robots", [])}
    assert f"Sitemap: {BASE}sitemap.xml" in (whole.folder / "robots.txt").read_text(encoding="utf-8")


def test_pages_say_where_they_stand_and_have_a_picture(whole: Built) -> None:
    """The canonical link of a page is its own address, and that of a card its record's; every picture for previews is there."""
    pictures = set()
    for path, html in whole.pages.items():
        said = head(html)
        (canonical,) = said.links["canonical"]
        assert canonical == BASE + path or (path.startswith("embed/") and canonical.removeprefix(BASE) in whole.pages), path
        pictures |= set(said.metas.get("og:image", []))
    assert len(pictures) > 20
    for picture in pictures:
        data = (whole.folder / picture.removeprefix(BASE)).read_bytes()
        assert data.startswith(b"\x89PNG")
        assert (int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big")) == (1200, 630)


def test_alternates_are_there(whole: Built) -> None:
    for path, html in whole.pages.items():
        for target in head(html).links.get("alternate", []):
            assert (whole.folder / path / target).is_file(), (path, target)


def test_what_pages_say_to_machines_can_be_read(whole: Built) -> None:
    read = 0
    for path, html in whole.pages.items():
        for text in re.findall(r'<script type="?application/ld\+json"?>(.*?)</script>', html, re.S):
            assert json.loads(text)["@context"] == "https://schema.org", path
            read += 1
    assert read > 500


@pytest.mark.parametrize("kind", ["home", "deal", "deal on a day", "compare", "term", "instrument", "clause"])
def test_pages_carry_what_zotero_reads(kind: str, whole: Built) -> None:
    """Zotero's embedded-metadata translator takes the Highwire names first, then Dublin Core."""
    metas = head(whole.pages[whole.kinds[kind]]).metas
    names = {"citation_title", "citation_author", "citation_publication_date", "citation_online_date", "citation_publisher", "citation_public_url"}
    assert {name for name in names if not any(metas.get(name, []))} == set()
    assert re.fullmatch(r"\d{4}[/-]\d\d[/-]\d\d", metas["citation_publication_date"][0])
    assert metas["citation_public_url"] == [BASE + whole.kinds[kind]]
    assert metas["dc.title"] == metas["citation_title"]


def test_a_record_cannot_end_the_script_it_stands_in() -> None:
    assert "<" not in ld({"name": "</script><script>alert(1)</script>"})


def test_a_cell_is_no_formula() -> None:
    assert [csv_cell(x) for x in ("=1+1", "a,b", 'say "so"', True, None, -5)] == ["'=1+1", '"a,b"', '"say ""so"""', "yes", "", "-5"]


def test_words_that_differ_are_marked_where_enough_is_the_same() -> None:
    old, new = word_marks("The rent is $10 a month.", "The rent is $20 a month.")
    assert [run for mark, run in old if mark] == ["$10 "]
    assert [run for mark, run in new if mark] == ["$20 "]
    assert word_marks("One thing entirely.", "Quite another matter indeed.") == ([], [])
