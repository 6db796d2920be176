"""Writes the site: every page and file into a folder beside the old one, which it then replaces whole.

The same records give the same bytes. A file that did not change is linked from the old site, not written again, so its time stays. A build that is
interrupted leaves the old site as it was.
"""

from __future__ import annotations

import glob
import os
import re
import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from html.entities import html5
from pathlib import Path
from urllib.parse import urlsplit

import minify_html
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markdown_it import MarkdownIt
from markupsafe import Markup

from tenor.dates import long_date
from tenor.errors import KnowledgeBaseError, UsageError
from tenor.model import Change
from tenor.site import colors
from tenor.site.chart import BUCKETS
from tenor.site.data import Site
from tenor.site.deals import DealPages
from tenor.site.feeds import sitemap
from tenor.site.lists import ListPages
from tenor.site.pages import STATUS, File, Page, Views, address, relative, words
from tenor.site.records import RecordPages
from tenor.site.twins import Twins
from tenor.store.read import Store

MARKER = ".tenor-site"
NAV = [
    ("Timeline", "", "home"), ("Deals", "deals/", "deals"), ("Terms", "terms/", "terms"), ("Ask", "ask/", "ask"), ("Compare", "compare/", "compare"),
    ("Sources", "sources/", "sources"), ("Data", "data/", "data"),
]  # fmt: skip
FOOT = [
    ("Parties", "parties/"), ("Events", "events/"), ("Disputes", "disputes/"), ("Commentary", "commentary/"), ("Observations", "observations/"),
    ("Changes to the record", "log/"), ("Method", "method/"), ("Data", "data/"), ("Search", "search/"), ("Atom", "feed.atom"), ("Calendar", "calendar.ics"),
]  # fmt: skip

#: Parts of a page that only some have.
OPTIONAL = dict.fromkeys(("questions", "dates", "compares", "table", "about", "related", "markdown", "pairs", "intro", "deal", "chart", "of"))


@dataclass(frozen=True, slots=True)
class Result:
    """What a build did."""

    folder: Path
    pages: int
    files: int
    written: int
    base_url: str = ""


def theme_folder() -> Path:
    """The templates, style and script: those of the checkout, else those that ship with the program.

    Raises:
        KnowledgeBaseError: neither is there.
    """
    here = Path(__file__).resolve().parent
    for folder in (here.parents[2] / "site" / "theme", here.parent / "_shipped" / "theme"):
        if (folder / "base.html").is_file():
            return folder
    raise KnowledgeBaseError("the theme of the site is missing", where=str(here), hint="install tenor anew, or run it from its checkout")


def minified(html: str) -> str:
    """The page without the white space that nobody sees; elements and quotation marks that the standard asks for stay."""
    short = minify_html.minify(html, keep_closing_tags=True, keep_html_and_head_opening_tags=True, minify_doctype=False, keep_comments=False)
    # "Q&A;" reads like a character reference that does not exist: the standard wants its & escaped, and the library leaves it bare.
    return re.sub(r"&(?=(\w+;))", lambda found: "&" if found[1] in html5 else "&amp;", short)


_NOT_PROSE = re.compile(r"(<(pre|code|script)\b.*?</\2>|<[^>]*>)", re.DOTALL)
_SPOKEN = re.compile(r"""\b(aria-label|data-[aq])=("[^"]*")""")


def typeset(html: str) -> str:
    """The page with typographic apostrophes and quotation marks in its prose and in what is read aloud; code, addresses and data stay as they are."""

    def marks(text: str) -> str:
        text = re.sub(r"(?<=[\w)])(?:'|&#39;)(?=\w)|(?<=s)(?:'|&#39;)(?= )", "’", text)
        return re.sub(r'(?<![^\s(\[])(?:"|&#34;|&quot;)(?=\S)((?:(?!"|&#34;|&quot;).)*?\S)(?:"|&#34;|&quot;)', r"“\1”", text)

    out = []
    for n, part in enumerate(_NOT_PROSE.split(html)):
        if n % 3 == 0:
            out.append(marks(part))
        elif n % 3 == 1:
            out.append(
                part
                if part[:5] in ("<pre>", "<pre ", "<code", "<scri")
                else _SPOKEN.sub(lambda m: f"{m[1]}={m[2][0]}{marks(m[2][1:-1])}{m[2][-1]}", part)
            )
    return "".join(out)


def demoted(html: Markup) -> Markup:
    """Headings of a text that stands inside a section, two levels down."""
    for level in (4, 3, 2, 1):
        html = Markup(
            html.replace(f"<h{level}>", f"<h{level + 1 if level > 1 else 3}>").replace(f"</h{level}>", f"</h{level + 1 if level > 1 else 3}>")
        )
    return html


class Renderer:
    """Makes a page's HTML."""

    def __init__(self, views: Views, *, base_url: str, offline: bool) -> None:
        self.offline = offline
        self.base_url = base_url
        site = views.site
        markdown = MarkdownIt("commonmark", {"html": False}).enable("table")
        self.environment = Environment(
            loader=FileSystemLoader(theme_folder()),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )
        self.environment.filters.update(
            address=address, words=words, day=long_date, demote=demoted, prose=lambda text: Markup(markdown.render(text or ""))
        )
        self.environment.globals.update(
            status_words=STATUS, nav=NAV, foot=FOOT, base_url=base_url, offline=offline,
            site={
                "title": site.title, "short": views.short, "version": site.meta["version"], "checked_words": long_date(site.checked),
                "license": site.meta["license"], "repository": site.meta["repository"], "focus": site.focus,
            },
        )  # fmt: skip

    def page(self, page: Page) -> str:
        """The page's HTML, with addresses relative to it."""

        def here(target: str) -> str:
            if page.path == "404.html" and self.base_url and not self.offline:  # served for addresses at any depth
                return target if target.startswith(("http", "#")) else urlsplit(self.base_url).path + target
            return relative(page.path, target, offline=self.offline)

        template = self.environment.get_template(page.template)
        if page.jsonld:
            page.jsonld = Markup(page.jsonld)
        return minified(typeset(template.render(page=page, p={**OPTIONAL, **page.data}, u=here)))


def _runs(process: int) -> bool:
    """True where a process of that number runs."""
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:  # it runs for someone else
        pass
    return True


class Output:
    """A folder that is filled beside its place and then takes it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.beside = folder.with_name(f".{folder.name}.{os.getpid()}.new")
        self.old = folder.with_name(f".{folder.name}.old")
        self.files: set[str] = set()
        self.written = 0
        self._recover()
        if folder.exists() and (not folder.is_dir() or (any(folder.iterdir()) and not (folder / MARKER).is_file())):
            raise UsageError(f"{folder} was not made by 'tenor site build'", where="--output", hint="name an empty or a new folder")
        shutil.rmtree(self.beside, ignore_errors=True)
        try:
            self.beside.mkdir(parents=True)
        except OSError as error:
            raise UsageError(f"the site cannot be written: {error.strerror}", where=str(folder)) from error
        self.put(MARKER, "Made by `tenor site build`; it may be deleted and made again.\n")

    def _recover(self) -> None:
        """Clear up after a build that was killed: put the old site back where it lacks, and take away what was half made."""
        if self.old.is_dir() and (self.old / MARKER).is_file():
            if self.folder.exists():
                shutil.rmtree(self.old)
            else:
                self.old.rename(self.folder)
        for beside in self.folder.parent.glob(f".{glob.escape(self.folder.name)}.*.new"):
            maker = beside.suffixes[-2].removeprefix(".")
            if maker.isdigit() and not _runs(int(maker)):
                shutil.rmtree(beside, ignore_errors=True)

    def put(self, path: str, content: str | bytes) -> None:
        """Write a file, or link the old one where it has the same bytes."""
        data = content.encode() if isinstance(content, str) else content
        if path in self.files:
            raise RuntimeError(f"two pages at {path}")
        self.files.add(path)
        target, before = self.beside / path, self.folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        if self._has(before, data):
            try:
                os.link(before, target)
            except OSError:  # the disk knows no second names
                shutil.copy2(before, target)
            return
        target.write_bytes(data)
        self.written += 1

    @staticmethod
    def _has(path: Path, data: bytes) -> bool:
        try:
            return path.stat().st_size == len(data) and path.read_bytes() == data
        except OSError:
            return False

    def take_place(self) -> None:
        """Put the new folder in the old one's place."""
        if self.folder.exists():
            self.folder.rename(self.old)
        try:
            self.beside.rename(self.folder)
        except BaseException:
            if self.old.exists():
                self.old.rename(self.folder)
            raise
        shutil.rmtree(self.old, ignore_errors=True)

    def drop(self) -> None:
        """Leave no trace of an unfinished build."""
        shutil.rmtree(self.beside, ignore_errors=True)


def contents(views: Views, *, base_url: str, changes: Sequence[Change] = (), conventions: str = "") -> Iterator[Page | File]:
    """Every page and file that is made from the record."""
    deals = DealPages(views, base_url)
    records = RecordPages(views, base_url, changes)
    lists = ListPages(views, records, base_url, changes=changes, conventions=conventions)
    yield deals.home()
    for deal in views.site.of("deal"):
        yield from deals.deal(deal)
    yield from records.all()
    yield from lists.all()
    yield from Twins(views, deals, lists, base_url).all()


def told(root: Path | None) -> tuple[tuple[Change, ...], str]:
    """The log of changes and the conventions of a folder of records; nothing where only a database was named."""
    if root is None or not (root / "tenor.toml").is_file():
        return (), ""
    from tenor import kb

    loaded = kb.load(root)
    conventions = root / "CONVENTIONS.md"
    return loaded.records.changes if loaded.records else (), conventions.read_text(encoding="utf-8") if conventions.is_file() else ""


def assets() -> Iterator[File]:
    """Style, scripts and icon."""
    theme = theme_folder()
    style = (theme / "style.css").read_text(encoding="utf-8")
    buckets = "".join(
        f"@container lv (min-width:{width}px){{.lv .a{n}{{display:inline}}.lv .z{n}{{display:none}}}}\n" for n, width in enumerate(BUCKETS)
    )
    places = "".join(f".at{n}{{left:clamp(58px,{n / 2:g}%,100% - 58px)}}" for n in range(201))
    yield File("style.css", colors.css() + style.replace("/*buckets*/", buckets + places + "\n"))
    for name in (*sorted(f.name for f in theme.glob("*.js")), "vendor/minisearch.js", "favicon.svg"):
        yield File(name, (theme / name).read_text(encoding="utf-8"))


def build(
    store: Store, folder: Path, *, root: Path | None = None, base_url: str = "", offline: bool = False, progress: Callable[[int], None] | None = None
) -> Result:
    """Build the site of an open knowledge base into ``folder``.

    Args:
        store: the compiled records.
        folder: where the site goes; it must be new, empty, or an earlier build.
        root: the folder of the records, for their log and conventions.
        base_url: where the site will stand, for what needs whole addresses: canonical links, the site map, pictures in previews.
        offline: write links that work from a disk.
        progress: called with the number of pages made so far.

    Raises:
        UsageError: the folder holds something else than an earlier build, or cannot be written.
        PaletteError: the theme's colors cannot be read or told apart.
    """
    colors.check()
    base_url = base_url or store.meta["base_url"]
    if base_url and not base_url.endswith("/"):
        base_url += "/"
    views = Views(Site(store))
    renderer = Renderer(views, base_url=base_url, offline=offline)
    changes, conventions = told(root)
    output = Output(folder)
    listed: list[str] = []
    pages = 0
    try:
        for item in assets():
            output.put(item.path, item.text)
        for found in contents(views, base_url=base_url, changes=changes, conventions=conventions):
            if isinstance(found, File):
                output.put(found.path, found.text)
                continue
            output.put(found.path if found.path.endswith(".html") else f"{found.path}index.html", renderer.page(found))
            pages += 1
            if not found.robots:
                listed.append(found.path)
            if progress:
                progress(pages)
        output.put(".nojekyll", "")
        robots = "User-agent: *\nAllow: /\n"
        if base_url:
            output.put("sitemap.xml", sitemap(listed, base_url, views.site.checked))
            robots += f"Sitemap: {base_url}sitemap.xml\n"
        output.put("robots.txt", robots)
        output.take_place()
    except OSError as error:
        raise UsageError(f"the site cannot be written: {error.strerror or error}", where=str(folder), hint="the old site is untouched") from error
    finally:
        output.drop()
    return Result(folder, pages, len(output.files), output.written, base_url)
