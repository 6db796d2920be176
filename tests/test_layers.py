"""The shape of the code is the table in ARCHITECTURE.md: who may import whom, and where slow libraries may be imported."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "src"


def table(heading: str) -> list[list[list[str]]]:
    """The rows of the table that begins with ``heading``: the names in backticks of each cell."""
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    body = text.partition(f"| {heading} |")[2].partition("\n\n")[0].splitlines()[2:]
    return [[re.findall(r"`([^`]+)`", cell) for cell in row.strip("|").split("|")] for row in body]


LAYERS = {name: n for n, (_, names, *_) in enumerate(table("layer")) for name in names}
ONLY_IN = {library: where for libraries, where in table("library") for library in libraries}


def modules() -> Iterator[tuple[str, ast.Module]]:
    """Every module by its name without ``tenor.``, read."""
    for path in sorted((SOURCE / "tenor").rglob("*.py")):
        name = ".".join(path.relative_to(SOURCE / "tenor").with_suffix("").parts).removesuffix(".__init__")
        if name != "__init__":
            yield name, ast.parse(path.read_text(encoding="utf-8"))


def imported(tree: ast.Module) -> Iterator[str]:
    """The full name of everything that a module imports, at its head or later."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def layer(name: str) -> int | None:
    """The row of a module: that of its longest name in the table."""
    while name:
        if name in LAYERS:
            return LAYERS[name]
        name = name.rpartition(".")[0]
    return None


def test_every_module_has_its_place() -> None:
    assert [name for name, _ in modules() if layer(name) is None] == []


def test_every_name_in_the_table_is_a_module() -> None:
    known = {name for name, _ in modules()}
    assert [name for name in LAYERS if name not in known] == []


def test_imports_go_one_way() -> None:
    wrong = []
    for name, tree in modules():
        own = layer(name)
        for other in imported(tree):
            there = layer(other.removeprefix("tenor.")) if other.startswith("tenor.") else None
            if own is not None and there is not None and there > own:
                wrong.append(f"{name} imports {other}")
    assert wrong == []


def test_slow_libraries_stay_where_they_are_needed() -> None:
    wrong = []
    for name, tree in modules():
        for other in imported(tree):
            allowed = ONLY_IN.get(other.partition(".")[0])
            if allowed is not None and not any(name == a or name.startswith(f"{a}.") for a in allowed):
                wrong.append(f"{name} imports {other}")
    assert wrong == []


def test_no_field_stands_in_the_engine() -> None:
    """The engine knows no field: no party and no term of the records that ship is named in its code. Docstrings may give examples."""
    words = {p.stem for p in (ROOT / "kb" / "parties").glob("*.md") if p.stem.isalpha() and len(p.stem) > 4}
    words |= {p.stem for p in (ROOT / "kb" / "terms").glob("*-*.md")}
    for name, tree in modules():
        for node in ast.walk(tree):
            if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef) and ast.get_docstring(node) is not None:
                node.body = node.body[1:] or [ast.Pass()]
        used = set(re.findall(r"[a-z]+(?:-[a-z]+)*", ast.unparse(tree).lower()))
        assert not used & words, name
