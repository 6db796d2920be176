"""The records are in words of their own, and nothing of how they were made is printed.

``data/shingles.txt`` holds hashes of every run of eight words of the written summary on which the commentator's claims rest. The hashes
let the test find a copied run without the text being here.
"""

from __future__ import annotations

import hashlib
import re
import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from pathlib import Path

import pytest

from tenor import kb
from tenor.model import Origin, Records
from tenor.store.compile import compile_records

ROOT = Path(__file__).parent.parent
SHINGLES = frozenset((ROOT / "tests/data/shingles.txt").read_text(encoding="ascii").split())
RUN = 8
#: A page's title is cited as it was published, however long it is.
TITLE_LINE = re.compile(r"^\s*title: ")
WORKING_WORDS = re.compile(r"(?i)\b(dossiers?|read_via|from-memory|repo-copy|seed claims?|compiler's)\b")
COPIES = re.compile(r"(?i)\b[a-z0-9.-]*(pages\.dev|vercel\.app|netlify\.app|rproxy\.|hf-mirror\.|\bpr-\d+-|/duplicates/)")


def runs(text: str) -> Iterator[tuple[str, str]]:
    """Every run of eight words, as a hash and as words."""
    words = [word for word in (re.sub(r"[^0-9a-z]", "", part) for part in text.casefold().split()) if word]
    for first in range(len(words) - RUN + 1):
        run = " ".join(words[first : first + RUN])
        yield hashlib.sha256(run.encode()).hexdigest()[:16], run


def copied(text: str) -> list[str]:
    """The runs of eight words that the summary has too."""
    return [run for digest, run in runs(text) if digest in SHINGLES]


def words_of(path: Path) -> str:
    """A file's text, for sources without the titles."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return "\n".join(line for line in lines if not (path.parent.name == "sources" and TITLE_LINE.match(line)))


WRITTEN = sorted(
    path
    for folder in ("kb", "docs", "examples", "site/theme", "src")
    for path in (ROOT / folder).rglob("*")
    if path.is_file() and path.suffix in {".md", ".yaml", ".toml", ".py", ".html", ".txt", ".json"}
) + [path for path in (ROOT / "README.md", ROOT / "CHANGELOG.md", ROOT / "ARCHITECTURE.md") if path.is_file()]


def test_no_record_shares_a_run_of_eight_words_with_the_summary() -> None:
    found = {str(path.relative_to(ROOT)): runs_found for path in WRITTEN if (runs_found := copied(words_of(path)))}
    assert not found


def test_a_copied_run_would_be_found() -> None:
    """The titles that the check leaves out are such a run: without the exception they are found."""
    titles = [
        line for path in (ROOT / "kb/sources").glob("*.yaml") for line in path.read_text(encoding="utf-8").splitlines() if TITLE_LINE.match(line)
    ]
    assert any(copied(line.replace("title:", "", 1)) for line in titles)


@pytest.fixture(scope="module")
def records() -> Records:
    loaded = kb.load(ROOT / "kb")
    assert loaded.records is not None
    return loaded.records


def strings(value: object, where: str = "") -> Iterator[tuple[str, str]]:
    """Every text of a record with the name of its field, places in files left out."""
    if isinstance(value, str):
        yield where, value
    elif is_dataclass(value) and not isinstance(value, type | Origin):
        for field in fields(value):
            yield from strings(getattr(value, field.name), f"{where}.{field.name}")
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from strings(item, f"{where}.{key}")
    elif isinstance(value, tuple | list | frozenset):
        for item in value:
            yield from strings(item, where)


def printed(records: Records) -> Iterator[tuple[str, str, str]]:
    """All texts of the records but the marks for how an address was come by."""
    for kind in fields(records):
        for key, text in strings(getattr(records, kind.name), kind.name):
            if not key.endswith(".url_status"):
                yield kind.name, key, text


def test_no_working_words_are_printed(records: Records) -> None:
    assert not [(key, text) for _, key, text in printed(records) if WORKING_WORDS.search(text)]


def test_no_address_of_a_copy_is_printed(records: Records) -> None:
    assert not [(key, text) for _, key, text in printed(records) if COPIES.search(text)]


def test_the_database_does_not_tell_where_a_copy_was_read(records: Records, tmp_path: Path) -> None:
    path, copy = tmp_path / "kb.db", "https://copy.example/1"
    sources = {id: replace(source, read_at=copy) for id, source in records.sources.items()}
    compile_records(replace(records, sources=sources), "0", path)
    connection = sqlite3.connect(path)
    text = "\n".join(str(row) for row in connection.execute("SELECT doc FROM record"))
    connection.close()
    assert copy not in text
