"""Writes the site: every page and file into a folder beside the old one, which it then replaces whole.

The same records give the same bytes. A page is rendered only where what it is made from changed; a file that did not change is linked from the old
site, not written again, so its time stays. A build that is interrupted leaves the old site as it was.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from tenor.errors import UsageError
from tenor.model import Change
from tenor.site import colors
from tenor.site.around import AroundPages
from tenor.site.articles import Articles
from tenor.site.card import Card, png
from tenor.site.chart import BUCKETS
from tenor.site.data import Site
from tenor.site.deals import DealPages
from tenor.site.embeds import EmbedPages
from tenor.site.feeds import sitemap
from tenor.site.lists import ListPages
from tenor.site.output import Output
from tenor.site.pages import File, Page
from tenor.site.questions import QuestionPages
from tenor.site.records import RecordPages
from tenor.site.render import Renderer, digest, look, script, theme_folder
from tenor.site.twins import Twins
from tenor.site.views import Views
from tenor.store.read import Store


@dataclass(frozen=True, slots=True)
class Result:
    """What a build did."""

    folder: Path
    pages: int
    files: int
    written: int
    base_url: str = ""


def contents(views: Views, *, base_url: str, changes: Sequence[Change] = (), conventions: str = "") -> Iterator[Page | Card | File]:
    """Every page and file that is made from the record."""
    deals = DealPages(views, base_url)
    articles = Articles(views)
    records = RecordPages(articles, base_url, changes)
    yield deals.home()
    for deal in views.site.of("deal"):
        yield from deals.deal(deal)
    yield from records.all()
    yield from AroundPages(articles).all()
    yield from QuestionPages(articles).all()
    yield from ListPages(articles, changes=changes, conventions=conventions).all()
    yield from EmbedPages(articles, base_url).all()
    yield from Twins(views, deals, records, base_url).all()


def told(store: Store, root: Path | None) -> tuple[tuple[Change, ...], str]:
    """The log of changes and the conventions of a folder of records; nothing where only a database was named."""
    if root is None or not (root / "tenor.toml").is_file():
        return (), ""
    from tenor import kb

    conventions = root / "CONVENTIONS.md"
    changes = tuple(replace(c, ids=tuple(store.resolve(i) or i for i in c.ids)) for c in kb.changes(root))
    return changes, conventions.read_text(encoding="utf-8") if conventions.is_file() else ""


def style(places: Iterable[int]) -> str:
    """The style sheet, with a rule for each label of a chart and for each place at which a page has its date line, in half percents of the axis."""
    sheet = (theme_folder() / "style.css").read_text(encoding="utf-8")
    buckets = "".join(
        f"@container lv (min-width:{width}px){{.lv .a{n}{{display:inline}}.lv .z{n}{{display:none}}}}\n" for n, width in enumerate(BUCKETS)
    )
    lines = "".join(f".at{n}{{left:clamp(58px,{n / 2:g}%,100% - 58px)}}" for n in sorted(set(places)))
    return colors.css() + sheet.replace("/*buckets*/", f"{buckets}{lines}\n")


def assets() -> Iterator[File]:
    """Scripts and icon."""
    theme = theme_folder()
    for file in sorted(theme.glob("*.js")):
        yield File(file.name, script(file.read_text(encoding="utf-8")))
    for name in ("vendor/minisearch.js", "favicon.svg"):
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
    base_url = base_url or store.meta["base_url"]
    if base_url and not base_url.endswith("/"):
        base_url += "/"
    changes, conventions = told(store, root)
    made_from = digest(look(base_url, offline=offline), Path(store.path).read_bytes(), repr(changes), conventions)
    output = Output(folder, made_from)
    try:
        if output.current():
            before = output.before.files
            return Result(folder, sum(path.endswith(".html") for path in before), len(before), 0, base_url)
        colors.check()
        views = Views(Site(store))
        made = contents(views, base_url=base_url, changes=changes, conventions=conventions)
        pages = _fill(output, made, Renderer(views, base_url=base_url, offline=offline), progress)
        output.take_place()
    except OSError as error:
        raise UsageError(f"the site cannot be written: {error.strerror or error}", where=str(folder), hint="the old site is untouched") from error
    finally:
        output.drop()
    return Result(folder, pages, len(output.now.files), output.written, base_url)


def _fill(output: Output, made: Iterator[Page | Card | File], renderer: Renderer, progress: Callable[[int], None] | None) -> int:
    """Put everything into the folder, and give the number of pages."""
    listed: list[str] = []
    places: list[int] = []
    pages = 0
    for item in assets():
        output.put(item.path, item.text)
    for found in made:
        if isinstance(found, File):
            output.put(found.path, found.text)
            continue
        made_from = renderer.made_from(found)
        path = found.path if "." in found.path.rpartition("/")[2] else f"{found.path}index.html"
        if not output.keep(path, made_from):
            output.put(path, renderer.page(found) if isinstance(found, Page) else png(found), made_from)
        if isinstance(found, Card):
            continue
        if "chart" in found.data:
            places.append(found.data["chart"]["place"])
        pages += 1
        if not found.robots:
            listed.append(found.path)
        if progress:
            progress(pages)
    output.put("style.css", style(places))
    output.put(".nojekyll", "")
    robots = "User-agent: *\nAllow: /\n"
    if renderer.base_url:
        output.put("sitemap.xml", sitemap(listed, renderer.base_url, renderer.checked))
        robots += f"Sitemap: {renderer.base_url}sitemap.xml\n"
    output.put("robots.txt", robots)
    return pages
