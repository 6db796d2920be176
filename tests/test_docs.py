"""The documents say what the program does: reference pages are generated, commands run, answers are real, links lead somewhere."""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tenor import __version__, quick
from tenor.options import BY_NAME
from tenor.outputs.help import reference

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", ROOT / "ARCHITECTURE.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").glob("*.md")), ROOT / "data" / "README.md"]
Tenor = Callable[..., Any]


def blocks(page: Path) -> list[tuple[str, str]]:
    """``(what follows the fence, text)`` of each block of code."""
    return re.findall(r"^```([^\n]*)\n(.*?)^```$", page.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)


def test_the_reference_of_the_command_line_is_generated() -> None:
    assert (ROOT / "docs" / "cli.md").read_text(encoding="utf-8") == reference(), "run: python scripts/cli_reference.py"


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_links_between_documents_lead_somewhere(page: Path) -> None:
    text = re.sub(r"```.*?```", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
    for target in re.findall(r"\]\(([^)]+)\)", text):
        if "://" not in target:
            path, _, anchor = target.partition("#")
            linked = (page.parent / path) if path else page
            assert linked.exists(), f"{page.name}: {target}"
            if anchor and linked.suffix == ".md":
                headings = re.findall(r"^#+ (.*)$|^<a id=\"([^\"]*)\"", linked.read_text(encoding="utf-8"), re.MULTILINE)
                slugs = {re.sub(r"[^a-z0-9 -]", "", h.lower()).replace(" ", "-") or a for h, a in headings}
                assert anchor in slugs or any(s.startswith(f"{anchor}-") for s in slugs), f"{page.name}: {target}"


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_commands_that_are_named_exist(page: Path) -> None:
    for command in re.findall(r"`tenor ([a-z]+)", page.read_text(encoding="utf-8")):
        assert command in BY_NAME, f"{page.name}: tenor {command}"


def test_the_readme_shows_a_real_answer(shipped: Any, tenor: Tenor) -> None:
    text = next(text for name, text in blocks(ROOT / "README.md") if name == "console")
    call, _, answer = text.partition("\n")
    ran = tenor(*shlex.split(call.removeprefix("$ tenor ")), "--pretty", TENOR_KB=shipped.path)
    assert ran.code == 0
    assert ran.out == answer


def test_the_readme_is_one_screen_with_two_commands() -> None:
    assert len((ROOT / "README.md").read_text(encoding="utf-8").splitlines()) <= 80
    commands = [text for name, text in blocks(ROOT / "README.md") if name == "sh"]
    assert len(commands) == 2
    for command in commands:
        assert command.startswith("python3 -m venv .venv && .venv/bin/pip install -q -c constraints.txt ")
        assert len(command.splitlines()) == 1
    assert commands[1].strip() in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


def test_every_command_of_the_readme_works(shipped: Any, tenor: Tenor, tmp_path: Path) -> None:
    named = re.findall(r"^\| `tenor ([^`]*)`", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert named
    for call in named:
        argv = [str(tmp_path / a) if call.startswith("init ") and a != "init" else a for a in shlex.split(call)]
        assert tenor(*argv, TENOR_KB=shipped.path).code == 0, call


def test_the_walk_through_can_be_walked(tenor: Tenor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("TENOR_KB")
    monkeypatch.setenv("TENOR_FORMAT", "pretty")
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    printed = ""
    for name, text in blocks(ROOT / "docs" / "authoring.md"):
        language, *file = name.split()
        if language == "sh":
            for line in text.splitlines():
                program, *argv = shlex.split(line)
                if program == "cd":
                    monkeypatch.chdir(argv[0])
                    continue
                assert program == "tenor"
                capsys.readouterr()
                code = quick.run(argv)
                out, err = capsys.readouterr()
                assert code == 0, f"{line}: {err}"
                printed = out
        elif language == "text":
            assert printed == text
        else:
            how, path = file
            old = Path(path).read_text(encoding="utf-8") if how == "append" else ""
            Path(path).write_text(old + text, encoding="utf-8")


def test_the_changelog_begins_with_this_version() -> None:
    first = re.search(r"^## (\S+)", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert first is not None
    assert first[1] == __version__
    assert f'version = "{__version__}"' in (ROOT / "pyproject.toml").read_text(encoding="utf-8")
