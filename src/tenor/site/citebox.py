"""How a page is cited: the box of forms on it, and what its head tells reference managers."""

from __future__ import annotations

from typing import Any

from tenor.dates import iso, long_date
from tenor.site.data import Site

#: Who is cited: the same as in `tenor cite`.
AUTHOR = "tenor contributors"


def cite(site: Site, title: str, path: str, on: int, *, sentence: str, name: str, command: str, base_url: str, key: str) -> list[dict[str, Any]]:
    """The citation box: every form names the day and the day through which the record was checked."""
    author = AUTHOR
    day, checked = long_date(on), long_date(site.checked)
    year = int(iso(site.checked)[:4])
    url = f"{base_url}{path}" if base_url else ""
    where = f" {url}" if url else ""
    note = f"State on {day}. Record checked through {checked}."
    bib = [f"@misc{{{key.replace('#', ':')},", f"  author = {{{{{author}}}}},", f"  title  = {{{title}}},", f"  year   = {{{year}}},"]
    if url:
        bib.append(f"  url    = {{{url}}},")
    bib += [f"  note   = {{State on {iso(on)}; record checked through {iso(site.checked)}; version {site.meta['version']}}}", "}"]
    ris = [
        "TY  - ELEC",
        f"AU  - {author}",
        f"TI  - {title}",
        f"PY  - {year}",
        f"T2  - {site.title}",
        *([f"UR  - {url}"] if url else []),
        f"N1  - {note}",
        "ER  -",
    ]
    wiki = (
        "{{cite web |title=" + title + f" |website={site.title} |author={author} |date={iso(site.checked)}" + (f" |url={url}" if url else "") + "}}"
    )
    markdown = f"[{title}, state on {day}]({url})" if url else f"{title}, state on {day} ({name})"
    rows = [
        ("Sentence", f"As of {day}: {sentence} ({site.title}, version {site.meta['version']}, {name}; record checked through {checked}.)", False),
        ("APA", f"{author}. ({year}). {title} [Data set, version {site.meta['version']}]. {site.title}. {note}{where}", False),
        ("Chicago", f"{author}. “{title}.” {site.title}. {note}{where}", False),
        ("BibTeX", "\n".join(bib), True),
        ("RIS", "\n".join(ris), True),
        ("Wikipedia", wiki, True),
        ("Markdown", markdown, True),
        ("Name", name, True),
        ("Terminal", command, True),
    ]
    return [{"name": n, "text": t, "pre": pre} for n, t, pre in rows]


def cite_metas(site: Site, title: str, path: str, base_url: str) -> list[tuple[str, str]]:
    """What Zotero and Google Scholar read in the head."""
    author, day = AUTHOR, iso(site.checked)
    metas = [
        ("citation_title", title), ("citation_author", author), ("citation_publication_date", day.replace("-", "/")),
        ("citation_online_date", day.replace("-", "/")), ("citation_publisher", site.title), ("DC.title", title), ("DC.creator", author),
        ("DC.date", day), ("DC.publisher", site.title), ("DC.type", "Dataset"), ("DC.language", "en"),
    ]  # fmt: skip
    if base_url:
        metas += [("citation_public_url", base_url + path), ("DC.identifier", base_url + path)]
    return metas
