"""``tenor site build`` and ``tenor site serve``: the static timeline site. ``tenor timeline --svg``: its chart alone."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from tenor.errors import UnknownName, UsageError
from tenor.options import Call
from tenor.outputs.jsonout import dumps
from tenor.outputs.look import Look
from tenor.outputs.out import note, write
from tenor.site.build import Result, build
from tenor.site.render import theme_folder
from tenor.store.locate import find_root, open_store

_WORDS = ("build", "serve")
_LAST_PORT = 65_535


def run(call: Call, look: Look) -> int:
    """Build the site, or show it on this machine and build it again after each change."""
    word = call.words[0]
    if word not in _WORDS:
        raise UnknownName(f"there is no 'tenor site {word}'", hint="choose build or serve", where="WHAT")
    return _build(call, look) if word == "build" else _serve(call, look)


def _root(call: Call) -> Path | None:
    root, compiled = find_root(call.text("kb"))
    return None if compiled else Path(root)


def _folder(call: Call) -> Path:
    """The folder named; else ``site/build`` beside the theme in a checkout, else ``site`` here."""
    if named := call.text("output"):
        return Path(named)
    theme = theme_folder()
    return theme.with_name("build") if theme.parent.name == "site" else Path("site")


def _made(call: Call, folder: Path, look: Look) -> Result:
    store = open_store(call.text("kb"))
    shows = sys.stderr.isatty() and not look.quiet

    def progress(pages: int) -> None:
        if shows and pages % 20 == 0:
            sys.stderr.write(f"\r{pages} pages")
            sys.stderr.flush()

    try:
        return build(store, folder, root=_root(call), base_url=call.text("base_url") or "", offline=call.on("offline"), progress=progress)
    finally:
        if shows:
            sys.stderr.write("\r\x1b[K")
        store.close()


def _build(call: Call, look: Look) -> int:
    folder = _folder(call)
    made = _made(call, folder, look)
    if look.format == "json":
        write(dumps({"schema": 1, "folder": str(folder), "pages": made.pages, "files": made.files, "written": made.written}, ascii=look.ascii) + "\n")
    else:
        write(f"{folder}: {made.pages:,} pages, {made.files:,} files, {made.written:,} of them new or changed\n")
    if not made.base_url and not look.quiet:
        note("tip: with --base-url the site also gets a site map, canonical links and pictures in previews")
    return 0


def _serve(call: Call, look: Look) -> int:
    from tenor.site.serve import Preview

    port = int(call.text("port") or 8000)
    if port > _LAST_PORT:
        raise UsageError(f"there is no port {port}", hint=f"--port takes a number from 1 to {_LAST_PORT}", where="--port")
    with tempfile.TemporaryDirectory(prefix="tenor-site-") as beside:
        folder = Path(call.text("output") or Path(beside) / "site")
        _made(call, folder, look)
        preview = Preview(folder, lambda: void(_made(call, folder, look)), _root(call), port=port, told=note)
        write(f"{preview.address} (Ctrl-C ends it)\n")
        preview.run()
    return 0


def void(_: object) -> None:
    """Nothing, of anything."""


def svg(call: Call) -> str:
    """The chart of the deals named, or of the focus party, as a stand-alone SVG.

    Raises:
        UnknownName: no such deal.
        UsageError: nothing can be drawn.
    """
    from tenor.queries import names
    from tenor.site.data import Site
    from tenor.site.deals import DealPages
    from tenor.site.svg import picture
    from tenor.site.views import Views

    store = open_store(call.text("kb"))
    views = Views(Site(store))
    deals = DealPages(views, "")
    site = views.site
    if call.words:
        groups, drawn = [], []
        for word in call.words:
            deal = names.deal(store, word, "DEAL")
            own, _, _, subject = deals.lanes_of(deal)
            site.qualify([x for _, found in own for x in found], subject)
            groups += own
            drawn.append(deal)
        title = " · ".join(site.title_of(deal) for deal in drawn) + ": terms over time"
    else:
        lanes = deals.home_lanes()
        site.qualify(lanes, site.focus)
        groups, title, drawn = site.grouped(lanes), site.title, deals.home_deals(lanes)
    if not any(found for _, found in groups):
        raise UsageError("there is nothing to draw", hint="name a deal with clauses")
    return picture(views, groups, title, deals=drawn, theme=call.text("theme") or "auto", base_url=store.meta["base_url"])
