"""Building the site: whole or not at all, the same every time, and nothing written twice or over what is someone else's."""

from __future__ import annotations

import os
import pty
import re
import resource
import shlex
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
import yaml

from sites import BASE, Built
from tenor.errors import UsageError
from tenor.options import parse
from tenor.site.build import build
from tenor.site.output import MARKER, Output
from tenor.site.pages import relative
from tenor.store.build import build as compile_kb
from tenor.store.read import Store

ROOT = Path(__file__).parent.parent


def contents(folder: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def command(kb: Path | str, *argv: str, limit: int = 0) -> subprocess.Popen[str]:
    """``tenor site build`` in a process of its own, in which no file may grow over ``limit`` bytes."""

    def full() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    words = [sys.executable, "-m", "tenor", "site", "build", "--kb", str(kb), *argv]
    return subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, preexec_fn=full if limit else None)


# -- the same every time ------------------------------------------------------------------------------


def test_a_second_build_changes_no_byte_and_writes_no_file(example: Built) -> None:
    before = {p: (p.read_bytes(), p.stat().st_mtime_ns) for p in example.folder.rglob("*") if p.is_file()}
    made = build(example.store, example.folder, root=example.root, base_url=BASE)
    assert made.written == 0
    assert {p: (p.read_bytes(), p.stat().st_mtime_ns) for p in example.folder.rglob("*") if p.is_file()} == before


def test_a_build_elsewhere_and_in_another_process_has_the_same_bytes(tmp_path: Path, town: Store) -> None:
    """Neither the folder, nor the order of sets and hashes, nor the time of day is in any file."""
    build(town, tmp_path / "here", base_url=BASE)
    done = command(town.path, "--output", str(tmp_path / "there"), "--base-url", BASE)
    assert done.communicate(timeout=120)[1] == ""
    here, there = contents(tmp_path / "here"), contents(tmp_path / "there")
    assert sorted(here) == sorted(there)
    assert [name for name in here if here[name] != there[name]] == []


def test_after_one_edit_only_files_that_differ_are_written(tmp_path: Path) -> None:
    """The other files keep their times, so that an upload of what is new stays small."""
    kb, folder = tmp_path / "kb", tmp_path / "site"
    shutil.copytree(ROOT / "examples" / "contracts", kb)

    def made() -> int:
        assert compile_kb(str(kb), str(tmp_path / "kb.db")).written
        return build(Store(str(tmp_path / "kb.db")), folder, root=kb).written

    made()
    before = {p: p.stat().st_mtime_ns for p in folder.rglob("*") if p.is_file()}
    old = contents(folder)
    party = kb / "parties" / "quill.md"
    party.write_text(party.read_text(encoding="utf-8") + "\nA sentence more.\n", encoding="utf-8")
    written = made()
    new = contents(folder)
    changed = {name for name in new if new[name] != old.get(name)} - {MARKER}
    assert "parties/quill/index.html" in changed
    assert written == len(changed) < len(new) / 10
    assert {str(p.relative_to(folder)) for p, t in before.items() if p.stat().st_mtime_ns != t} <= {*changed, MARKER}


# -- whole or not at all ------------------------------------------------------------------------------


def test_a_folder_that_is_someone_elses_is_refused(town: Store, tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("years of work")
    with pytest.raises(UsageError, match="was not made by"):
        build(town, tmp_path)
    with pytest.raises(UsageError, match="was not made by"):
        build(town, tmp_path / "thesis.txt")
    assert contents(tmp_path) == {"thesis.txt": b"years of work"}


def test_an_interrupted_build_leaves_the_old_site(town: Store, tmp_path: Path) -> None:
    folder = old_site(tmp_path)

    def stop(pages: int) -> None:
        if pages == 3:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build(town, folder, progress=stop)
    assert left(tmp_path) == OLD


def test_a_build_stopped_between_its_two_renames_is_put_right_by_the_next(tmp_path: Path) -> None:
    folder = old_site(tmp_path)
    folder.rename(tmp_path / ".site.old")
    second = Output(folder)
    assert (folder / "index.html").read_text() == "old"
    second.drop()
    assert left(tmp_path) == OLD


@pytest.mark.parametrize("blow", [signal.SIGINT, signal.SIGKILL])
def test_a_build_that_is_killed_leaves_the_old_site_and_the_next_one_clears_up(
    blow: signal.Signals, examples: dict[str, Built], tmp_path: Path
) -> None:
    folder = old_site(tmp_path)
    process = command(examples["office-holders"].store.path, "--output", str(folder))
    halfway = tmp_path / f".site.{process.pid}.new" / "deals"
    until = time.monotonic() + 60
    while not halfway.exists() and process.poll() is None and time.monotonic() < until:
        time.sleep(0.01)
    process.send_signal(blow)
    said = process.communicate(timeout=30)[1]
    assert process.returncode == (130 if blow == signal.SIGINT else -signal.SIGKILL)
    assert "Traceback" not in said
    if blow == signal.SIGINT:
        assert left(tmp_path) == OLD
    else:
        assert {name: data for name, data in left(tmp_path).items() if name.startswith("site/")} == OLD
    Output(folder).drop()
    assert left(tmp_path) == OLD


def test_a_build_that_goes_on_elsewhere_is_left_alone(tmp_path: Path) -> None:
    folder = old_site(tmp_path)
    first, sleeper = Output(folder), subprocess.Popen(["sleep", "60"])
    other = tmp_path / f".site.{sleeper.pid}.new"
    first.beside.rename(other)
    try:
        Output(folder).drop()
        assert other.is_dir()
    finally:
        sleeper.kill()
        sleeper.wait()
    Output(folder).drop()
    assert not other.exists()


def test_a_full_disk_leaves_the_old_site_and_says_so_in_one_line(town: Store, tmp_path: Path) -> None:
    folder = old_site(tmp_path)
    process = command(town.path, "--output", str(folder), limit=20_000)
    said = process.communicate(timeout=60)[1]
    assert (process.returncode, said.count("error: ")) == (2, 1)
    assert said.startswith("error: the site cannot be written: File too large")
    assert "the old site is untouched" in said
    assert "Traceback" not in said
    assert left(tmp_path) == OLD


def test_a_folder_that_cannot_be_made_is_one_line(town: Store, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(UsageError, match="cannot be written"):
        build(town, tmp_path / "file" / "site")


OLD = {"site/index.html": b"old", f"site/{MARKER}": b""}


def old_site(beside: Path) -> Path:
    """A site that an earlier build left."""
    folder = beside / "site"
    folder.mkdir()
    (folder / MARKER).write_text("")
    (folder / "index.html").write_text("old")
    return folder


def left(beside: Path) -> dict[str, bytes]:
    """What stands where the site is built, leftovers too."""
    return contents(beside)


# -- addresses ----------------------------------------------------------------------------------------


def test_offline_links_name_their_files(town: Store, tmp_path: Path) -> None:
    build(town, tmp_path / "site", offline=True)
    links = [x for p in (tmp_path / "site").rglob("*.html") for x in re.findall(r'<a[^>]* href="?([^" >]+)', p.read_text(encoding="utf-8"))]
    inner = [x for x in links if not x.startswith(("#", "http"))]
    assert inner
    assert [x for x in inner if "." not in x.partition("#")[0].partition("?")[0].rpartition("/")[2]] == []


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("", "deals/", "deals/"), ("deals/a/", "", "../../"), ("deals/a/", "deals/a/#x", "#x"), ("deals/a/", "deals/b/#x", "../b/#x"),
        ("", "", "./"), ("a/", "https://x.example/", "https://x.example/"),
    ],
)  # fmt: skip
def test_addresses_are_relative(source: str, target: str, expected: str) -> None:
    assert relative(source, target) == expected


# -- what the command says ----------------------------------------------------------------------------


def test_a_pipe_gets_one_line(town: Store, tmp_path: Path) -> None:
    process = command(town.path, "--output", str(tmp_path / "site"), "--base-url", BASE)
    out, said = process.communicate(timeout=60)
    assert re.fullmatch(r"\S+/site: [\d,]+ pages, [\d,]+ files, [\d,]+ of them new or changed\n", out)
    assert said == ""


def test_a_terminal_sees_the_pages_being_made(town: Store, tmp_path: Path) -> None:
    child, terminal = pty.fork()
    if child == 0:
        os.execv(sys.executable, [sys.executable, "-m", "tenor", "site", "build", "--kb", town.path, "--output", str(tmp_path / "site")])
    seen = b""
    try:
        while some := os.read(terminal, 4096):
            seen += some
    except OSError:  # the terminal closes with its last process
        pass
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    shown = [int(n) for n in re.findall(rb"\r(\d+) pages", seen)]
    assert shown == sorted(shown)
    assert len(shown) > 3
    assert b"new or changed" in seen


def test_the_workflow_for_pages_builds_what_the_command_builds() -> None:
    """Its steps check the records, build the site with the address that it will have, and hand that folder on."""
    workflow = yaml.safe_load((ROOT / ".github" / "workflows" / "pages.yml").read_text(encoding="utf-8"))
    steps = workflow["jobs"]["site"]["steps"]
    (line,) = [s["run"] for s in steps if s.get("run", "").startswith("tenor site build")]
    call = parse(shlex.split(line)[1:])
    assert call is not None
    assert call.text("output") == next(s["with"]["path"] for s in steps if "upload-pages" in s.get("uses", ""))
    assert call.text("base_url") == "$ADDRESS/"
    assert {"pages", "id-token"} <= {k for k, v in workflow["permissions"].items() if v == "write"}
