"""Building the site again: what comes out is what a build from nothing gives, and only what changed is made."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tenor import kb
from tenor.site import render
from tenor.site.build import Result, build, told
from tenor.site.output import MARKER
from tenor.site.pages import Page
from tenor.site.render import Renderer
from tenor.store.build import build as compile_kb
from tenor.store.read import Store

ROOT = Path(__file__).parent.parent


def contents(folder: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


class Bench:
    """A copy of an example that can be edited, and the site that is built from it again and again."""

    def __init__(self, work: Path) -> None:
        self.work, self.records, self.site = work, work / "kb", work / "site"
        self.rendered: list[str] = []
        shutil.copytree(ROOT / "examples" / "contracts", self.records)

    def store(self) -> Store:
        """The records as they are now, compiled."""
        assert compile_kb(str(self.records), str(self.work / "kb.db")).written
        return Store(str(self.work / "kb.db"))

    def build(self, folder: Path | None = None) -> Result:
        """Build, and note in ``rendered`` the pages that were."""
        self.rendered.clear()
        return build(self.store(), folder or self.site, root=self.records)

    def replace(self, path: str, old: str, new: str) -> None:
        """Edit one file."""
        text = (self.records / path).read_text(encoding="utf-8")
        assert old in text
        (self.records / path).write_text(text.replace(old, new), encoding="utf-8")

    def equals_cold(self) -> bool:
        """True where a build from nothing has the same files with the same bytes, the list of what they were made from too."""
        shutil.rmtree(self.work / "cold", ignore_errors=True)
        self.build(self.work / "cold")
        return contents(self.work / "cold") == contents(self.site)


@pytest.fixture
def bench(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Bench:
    """A site that was built once, and whose renderings are counted."""
    found = Bench(tmp_path)
    page = Renderer.page

    def counted(self: Renderer, item: Page) -> str:
        found.rendered.append(item.path)
        return page(self, item)

    monkeypatch.setattr(Renderer, "page", counted)
    found.build()
    assert len(found.rendered) > 100
    return found


def _edit(bench: Bench) -> None:
    bench.replace("deals/flour/2020-01.md", "Larkspur buys its flour from Greenhill alone.", "Larkspur buys flour from no other mill.")


def _redate(bench: Bench) -> None:
    bench.replace("deals/flour/2020-01.md", "through: 2026-12-31", "through: 2027-06-30")


def _rename(bench: Bench) -> None:
    bench.replace("parties/greenhill.md", "name: Greenhill", "name: Greenhall")


def _retitle(bench: Bench) -> None:
    bench.replace("tenor.toml", "invented bakery", "bakery that was made up")


def _delete(bench: Bench) -> None:
    (bench.records / "events" / "2024-11-03-mill-street-flood.md").unlink()


def _log(bench: Bench) -> None:
    entry = "- {on: 2026-10-30, ids: [flour/2020-01#supply], kind: corrected, why: The end was read wrongly.}\n"
    (bench.records / "changes.yaml").write_text(entry, encoding="utf-8")


def _convention(bench: Bench) -> None:
    bench.replace("CONVENTIONS.md", "\n\n", "\n\nOne rule more.\n\n")


def _source(bench: Bench) -> None:
    bench.replace("sources/papers.yaml", 'title: "Letter on prices"', 'title: "Letter about prices"')


def _label(bench: Bench) -> None:
    bench.replace("terms/license-fee.md", "label: License fee", "label: Fee for software")


def _alias(bench: Bench) -> None:
    bench.replace("parties/greenhill.md", "aliases: [Greenhill]", "aliases: [Greenhill, The Mill]")


def _dispute(bench: Bench) -> None:
    bench.replace("disputes/ledgerly-seats-2025.md", "prefers: 1\nby_rule: signed-over-quoted\n", "")


def _event(bench: Bench) -> None:
    bench.replace("events/2024-11-03-mill-street-flood.md", "date: 2024-11-03", "date: 2024-11-04")


def _checked(bench: Bench) -> None:
    bench.replace("tenor.toml", 'checked_through = "2026-10-31"', 'checked_through = "2026-10-30"')


def _add(bench: Bench) -> None:
    old = (bench.records / "events" / "2024-11-03-mill-street-flood.md").read_text(encoding="utf-8")
    new = (
        old.replace("in the cellar of the bakehouse", "in the loft")
        .replace("2024-11-04", "2025-02-10")
        .replace("the flood, the water damage", "the leak")
    )
    (bench.records / "events" / "2025-02-10-mill-street-leak.md").write_text(new, encoding="utf-8")


EDITS = (_edit, _redate, _rename, _retitle, _source, _label, _alias, _dispute, _event, _checked, _add, _delete, _log, _convention)


def test_after_any_edit_a_build_gives_what_a_build_from_nothing_gives(bench: Bench) -> None:
    """One edit on top of the other, each in a site that was itself built again."""
    for edit in EDITS:
        edit(bench)
        before = contents(bench.site)
        bench.build()
        assert contents(bench.site) != before, edit
        assert bench.equals_cold(), edit
    assert not (bench.site / "events" / "2024-11-03-mill-street-flood").exists()


def test_only_pages_that_an_edit_touches_are_rendered(bench: Bench) -> None:
    everything = len(list(bench.site.rglob("*.html")))
    bench.replace("parties/quill.md", "name: Quill", "name: Quilling")
    bench.build()
    assert "parties/quill/" in bench.rendered
    assert len(bench.rendered) < everything / 2
    assert not [p for p in bench.rendered if p.startswith("deals/flour/")]  # it is no party to that deal


def test_where_nothing_changed_nothing_is_looked_at(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    made = bench.build()
    monkeypatch.setattr("tenor.site.build.contents", lambda *_, **__: pytest.fail("the pages were made"))
    again = bench.build()
    assert (again.pages, again.files, again.written) == (made.pages, made.files, 0)
    assert again.pages == len(list(bench.site.rglob("*.html")))


def test_the_theme_and_the_address_are_part_of_every_page(bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    everything = len(list(bench.site.rglob("*.html")))
    theme = tmp_path / "theme"
    shutil.copytree(render.theme_folder(), theme)
    monkeypatch.setattr(render, "theme_folder", lambda: theme)
    base = theme / "base.html"
    base.write_text(base.read_text(encoding="utf-8").replace("Not legal advice.", "No legal advice."), encoding="utf-8")
    bench.build()
    assert len(bench.rendered) == everything
    assert bench.equals_cold()
    build(bench.store(), bench.site, root=bench.records, base_url="https://elsewhere.example/")
    assert b"https://elsewhere.example/" in (bench.site / "index.html").read_bytes()


def test_a_site_that_was_tampered_with_is_mended(bench: Bench) -> None:
    whole = contents(bench.site)
    (bench.site / "index.html").write_text("defaced")
    (bench.site / "deals" / "stray.html").write_text("stray")
    (bench.site / "log" / "index.html").unlink()
    bench.build()
    assert bench.rendered == ["", "log/"]
    assert contents(bench.site) == whole


@pytest.mark.parametrize("text", ["", "Made by `tenor site build`.\n", "\x00\x01", "a\nb\nc\td\n"])
def test_without_a_list_that_can_be_read_everything_is_made(text: str, bench: Bench) -> None:
    whole = contents(bench.site)
    (bench.site / MARKER).write_text(text)
    assert bench.build().written == 0  # the bytes are the same
    assert len(bench.rendered) > 100
    assert contents(bench.site) == whole


def test_a_build_again_that_is_interrupted_leaves_the_old_site_and_spoils_nothing(bench: Bench) -> None:
    whole = contents(bench.site)
    _rename(bench)

    def stop(pages: int) -> None:
        if pages == 40:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build(bench.store(), bench.site, root=bench.records, progress=stop)
    assert contents(bench.site) == whole
    bench.build()
    assert bench.equals_cold()


def test_the_log_is_that_of_the_records(shipped: Store) -> None:
    records = kb.load(ROOT / "kb").records
    assert records is not None
    assert records.changes
    assert told(shipped, ROOT / "kb")[0] == records.changes
