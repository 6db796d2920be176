"""Reads a built site as a visitor's browser would, and says what is broken: links, fragments, outside requests, local paths, sizes."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

#: Bytes a file may have, raw and compressed.
PAGE, DEAL = (60_000, 16_000), (163_840, 28_672)
STYLE, SCRIPT, INDEX = 8_192, 6_144, 40_960

_LOADS = {("link", "href"), ("script", "src"), ("img", "src"), ("iframe", "src"), ("source", "src"), ("object", "data"), ("use", "href")}


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong in one file."""

    path: str
    message: str


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[tuple[str, str, bool]] = []
        self.inline: list[str] = []
        self._script = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        if found.get("id"):
            self.ids.append(str(found["id"]))
        for name, value in attrs:
            if (
                value is not None
                and name in ("href", "src", "data", "action")
                and tag != "base"
                and not (tag == "link" and found.get("rel") == "canonical")
            ):
                self.links.append((tag, value, (tag, name) in _LOADS and found.get("rel") not in ("alternate",)))
            if name == "style" or name.startswith("on"):
                self.inline.append(f"<{tag} {name}=…>")
        if tag == "script" and "src" not in found and found.get("type") != "application/ld+json":
            self.inline.append("<script>")
        if tag == "style":
            self.inline.append("<style>")


def problems(folder: Path, *, base_url: str = "") -> Iterator[Problem]:
    """Everything that is broken in a built site, in the order of its files."""
    pages = {str(p.relative_to(folder)): _read(p) for p in sorted(folder.rglob("*.html"))}
    files = {str(p.relative_to(folder)) for p in folder.rglob("*") if p.is_file()}
    for path, page in pages.items():
        for again in sorted({i for i in page.ids if page.ids.count(i) > 1}):
            yield Problem(path, f"the id {again!r} stands twice")
        for what in page.inline:
            yield Problem(path, f"{what} stands in the page: the policy forbids it")
        for tag, target, loads in page.links:
            yield from _link(path, tag, target, loads, pages, files, base_url)
        yield from _sizes(folder, path)
    for name in sorted(files):
        if name.endswith((".html", ".json", ".md", ".txt", ".css", ".js", ".svg", ".atom", ".ics", ".csv", ".bib")):
            text = (folder / name).read_text(encoding="utf-8")
            if found := re.search(r"(?:file://|[\"'(\s]/(?:home|root|tmp|Users|work)/)[^\s\"')]*", text):
                yield Problem(name, f"a local path: {found.group().strip()}")
    for name, limit in (("style.css", STYLE), ("chart.js", SCRIPT), ("ask.js", SCRIPT), ("ask-index.js", INDEX)):
        size = len(gzip.compress((folder / name).read_bytes(), 9))
        if size > limit:
            yield Problem(name, f"{size:,} bytes compressed; {limit:,} are the limit")


def _read(path: Path) -> _Reader:
    reader = _Reader()
    reader.feed(path.read_text(encoding="utf-8"))
    return reader


def _link(path: str, tag: str, target: str, loads: bool, pages: dict[str, _Reader], files: set[str], base_url: str) -> Iterator[Problem]:
    parts = urlsplit(target)
    if parts.scheme or parts.netloc:
        if loads and not (base_url and target.startswith(base_url)):
            yield Problem(path, f"<{tag}> loads {target} from outside")
        return
    own = urlsplit(base_url).path
    if path == "404.html" and base_url and target.startswith(own):
        target = target.removeprefix(own)
        parts = urlsplit(target)
        if not parts.path and not parts.fragment:
            return
    elif target.startswith("/"):
        yield Problem(path, f"{target} is not relative")
        return
    if target.count("../") > path.count("/"):
        yield Problem(path, f"{target} leads out of the site")
        return
    full = unquote(urlsplit(urljoin(f"http://site/{path}", target)).path).lstrip("/") if parts.path else path
    found = full if full in files else f"{full.rstrip('/')}/index.html".lstrip("/")
    if found not in files:
        yield Problem(path, f"{target} leads nowhere")
    elif parts.fragment and found in pages and unquote(parts.fragment) not in pages[found].ids:
        yield Problem(path, f"{target} names no place of that page")


def _sizes(folder: Path, path: str) -> Iterator[Problem]:
    data = (folder / path).read_bytes()
    chart = b'id="chart"' in data or b"id=chart" in data
    raw, small = DEAL if chart and not path.startswith("terms/") else PAGE
    if len(data) > raw:
        yield Problem(path, f"{len(data):,} bytes; {raw:,} are the limit")
    compressed = len(gzip.compress(data, 9))
    if compressed > small:
        yield Problem(path, f"{compressed:,} bytes compressed; {small:,} are the limit")
