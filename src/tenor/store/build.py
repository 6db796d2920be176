"""Reads, checks and compiles a folder of records, and notes from what the database was made."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from tenor import kb
from tenor.errors import KnowledgeBaseError
from tenor.findings import Finding, Severity
from tenor.store import locate


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did: where the database is, what it found, and whether it wrote."""

    database: str
    findings: tuple[Finding, ...]
    written: bool

    @property
    def errors(self) -> int:
        """How many findings are errors."""
        return sum(f.severity is Severity.ERROR for f in self.findings)


def build(root: str, database: str) -> Built:
    """Compile the records under ``root`` into ``database``; with errors in the records, the database in place is not touched.

    Raises:
        KnowledgeBaseError: there is no readable ``tenor.toml``, or the database cannot be written.
    """
    from tenor.store.compile import compile_records

    before = locate.stamps(root)
    loaded = kb.load(Path(root))
    findings = tuple(kb.check(loaded))
    if any(f.severity is Severity.ERROR for f in findings):
        return Built(database, findings, written=False)
    if loaded.records is None:
        raise KnowledgeBaseError("this folder has no readable tenor.toml", where=root, hint="run 'tenor check'")
    compile_records(loaded.records, loaded.digest, Path(database))
    note = Path(locate.stamps_file(database))
    try:
        beside = note.with_name(f"{note.name}.{os.getpid()}")
        beside.write_text(before, encoding="utf-8", errors="surrogateescape")
        beside.replace(note)
    except OSError:
        note.unlink(missing_ok=True)  # without stamps the next query compiles again: slow, never wrong
    return Built(database, findings, written=True)
