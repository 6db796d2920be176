"""A knowledge base on disk: found, walked, read, checked. Bad data never raises: it becomes findings, and everything else still loads."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from tenor import rules
from tenor.findings import Finding, Severity
from tenor.frontmatter import MAX_BYTES, Document, read_record, read_yaml
from tenor.model import Change, Records, Settings
from tenor.reader import vocabulary
from tenor.reader.collect import Collection
from tenor.reader.fields import Allowance, near

SETTINGS = "tenor.toml"
CHANGES = "changes.yaml"
#: Folders of records, with the ending of the files in them.
_FOLDERS = {
    "parties": ".md",
    "terms": ".md",
    "deals": "",
    "commentary": ".md",
    "disputes": ".md",
    "observations": ".md",
    "events": ".md",
    "sources": ".yaml",
}


@dataclass(frozen=True, slots=True)
class FileStamp:
    """``path`` (relative to the knowledge base) had this size and this time of change when it was looked at."""

    path: str
    size: int
    mtime_ns: int


@dataclass(frozen=True, slots=True)
class Loaded:
    """One knowledge base as read. ``records`` is None only where ``tenor.toml`` is missing or unreadable; ``findings`` are those of reading alone."""

    records: Records | None
    findings: tuple[Finding, ...]
    digest: str
    files: tuple[FileStamp, ...]
    allowances: tuple[Allowance, ...] = ()


def find(start: Path) -> Path | None:
    """The nearest folder, from ``start`` upward, that is a knowledge base or has one in ``kb``."""
    start = start.resolve()
    for folder in (start, *start.parents):
        for candidate in (folder, folder / "kb"):
            if (candidate / SETTINGS).is_file():
                return candidate
    return None


def stamps(root: Path) -> tuple[FileStamp, ...]:
    """Every file that counts, without reading any: equal stamps mean that a compiled database is still good."""
    return tuple(stamp for stamp, _ in _walk(root) if stamp is not None)


def load(root: Path) -> Loaded:
    """Read every record below ``root``, in the order of their paths. Runs no rules."""
    findings: list[Finding] = []
    files: list[FileStamp] = []
    collection = Collection()
    settings: Settings | None = None
    digest = blake2b(digest_size=16)
    for stamp, finding in _walk(root):
        if finding is not None:
            findings.append(finding)
        if stamp is None:
            continue
        files.append(stamp)
        data, finding = _read(root, stamp)
        if finding is not None:
            findings.append(finding)
            if stamp.path != SETTINGS:
                collection.add(stamp.path, Document(None, "", ()))
            continue
        digest.update(b"%s\0%d\0" % (os.fsencode(stamp.path), len(data)))
        digest.update(data)
        if stamp.path == SETTINGS:
            settings, wrong = vocabulary.settings(stamp.path, data)
            findings.extend(wrong)
        else:
            collection.add(stamp.path, read_yaml(stamp.path, data) if stamp.path.endswith(".yaml") else read_record(stamp.path, data))
    if settings is None and not any(f.path == SETTINGS for f in findings):
        findings.append(Finding("T011", f"there is no {SETTINGS}", SETTINGS, 1, 1, fix=f"add {SETTINGS} with title, version and checked_through"))
    # Without settings the records are still read, so that one run reports everything.
    records = collection.records(settings or Settings("", "", vocabulary.nothing_checked()))
    findings.extend(collection.findings)
    findings.sort(key=Finding.sort_key)
    allowances = tuple(a for sheet in collection.sheets for a in sheet.allowances)
    return Loaded(records if settings else None, tuple(findings), digest.hexdigest(), tuple(files), allowances)


def changes(root: Path) -> tuple[Change, ...]:
    """The log of changes alone, less what cannot be used; ids stand as they are written there."""
    path = root / CHANGES
    collection = Collection()
    if path.is_file():
        collection.add(CHANGES, read_yaml(CHANGES, path.read_bytes()))
    return tuple(collection.changes)


def check(loaded: Loaded, *, evidence: bool = False) -> list[Finding]:
    """Everything that is wrong: findings of reading and of all rules, less what the records allow with a reason, sorted by place.

    ``evidence`` adds the rules that only weigh how thin the support is; they are advice and can be many.
    """
    found = [rules.complete(f) for f in loaded.findings]
    if loaded.records is not None:
        found.extend(rules.run(loaded.records, evidence=evidence))
        found = rules.suppress(found, loaded.allowances, evidence=evidence)
    return sorted(set(found), key=Finding.sort_key)


def errors(findings: list[Finding]) -> int:
    """How many of them are errors: what the exit code depends on."""
    return sum(f.severity is Severity.ERROR for f in findings)


def _shown(path: str) -> str:
    """A path that can be printed, also where its bytes are no UTF-8."""
    return os.fsencode(path).decode("utf-8", "replace")


def _walk(root: Path) -> Iterator[tuple[FileStamp | None, Finding | None]]:
    """Files that count, in the order of their paths, and findings for what is in the way."""
    entries: list[tuple[str, os.DirEntry[str]]] = []
    notes: list[Finding] = []
    for entry in _scan(root, notes, ""):
        name = entry.name
        if name in (SETTINGS, CHANGES):
            entries.append((name, entry))
        elif name in _FOLDERS:
            entries.extend(_folder(entry, name, root, notes))
        elif (close := near(name, _FOLDERS, cutoff=0.75)) and _is_dir(entry) and not (root / close).is_dir():
            notes.append(
                Finding("T012", f"the folder `{_shown(name)}` is not read", _shown(name), 1, 1, fix=f"name it `{close}`", severity=Severity.WARNING)
            )
    base = root.resolve()
    for path, entry in sorted(entries, key=lambda e: e[0]):
        stamp, finding = _stamp(base, path, entry)
        yield stamp, finding
    for note in notes:
        yield None, note


def _folder(entry: os.DirEntry[str], name: str, root: Path, notes: list[Finding]) -> Iterator[tuple[str, os.DirEntry[str]]]:
    if not _inside(root.resolve(), entry):
        notes.append(Finding("T011", f"`{name}` leads out of the knowledge base", name, 1, 1))
        return
    ending = _FOLDERS[name]
    for inner in _scan(Path(entry.path), notes, f"{name}/"):
        path = f"{name}/{inner.name}"
        if not ending and _is_dir(inner):
            if not _inside(root.resolve(), inner):
                notes.append(Finding("T011", f"`{_shown(path)}` leads out of the knowledge base", _shown(path), 1, 1))
                continue
            for file in _scan(Path(inner.path), notes, f"{path}/"):
                yield from _wanted(f"{path}/{file.name}", file, ".md", notes)
        else:
            yield from _wanted(path, inner, ending or "/", notes)


def _wanted(path: str, entry: os.DirEntry[str], ending: str, notes: list[Finding]) -> Iterator[tuple[str, os.DirEntry[str]]]:
    name = entry.name
    if _is_dir(entry) and not entry.is_symlink():
        notes.append(Finding("T012", "the folder is not read: no records are expected here", _shown(path), 1, 1, severity=Severity.WARNING))
    elif name.endswith(ending):
        if name != "README.md":
            yield path, entry
    elif name.endswith((".md", ".yaml", ".yml", ".markdown", ".mdown")) and name != "README.md":
        fix = f"name it {name.rpartition('.')[0]}{ending}" if ending != "/" else "put it into a deal's folder"
        notes.append(Finding("T012", "the file is not read: no record is expected here", _shown(path), 1, 1, fix=fix, severity=Severity.WARNING))


def _scan(folder: Path, notes: list[Finding], prefix: str) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as found:
            # Dot files, and the copies that editors leave behind, are nobody's records.
            return [e for e in found if not e.name.startswith((".", "#")) and not e.name.endswith("~")]
    except OSError as error:
        if prefix:
            notes.append(Finding("T011", f"the folder cannot be read: {error.strerror}", _shown(prefix.rstrip("/")), 1, 1))
        return []


def _inside(base: Path, entry: os.DirEntry[str]) -> bool:
    try:
        return not entry.is_symlink() or Path(entry.path).resolve().is_relative_to(base)
    except RuntimeError:  # a link that leads to itself: there is nothing outside to read
        return True


def _is_dir(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link that leads to itself, which is told when it is to be read
        return False


def _stamp(base: Path, path: str, entry: os.DirEntry[str]) -> tuple[FileStamp | None, Finding | None]:
    try:
        if not _inside(base, entry):
            return None, Finding("T011", "the link leads out of the knowledge base", _shown(path), 1, 1, fix="put the file itself here")
        info = entry.stat()
    except OSError as error:
        return None, Finding("T011", f"the file cannot be read: {error.strerror}", _shown(path), 1, 1)
    if not stat.S_ISREG(info.st_mode):
        return None, Finding("T011", "this is no regular file", _shown(path), 1, 1)
    return FileStamp(_shown(path), info.st_size, info.st_mtime_ns), None


def _read(root: Path, stamp: FileStamp) -> tuple[bytes, Finding | None]:
    if stamp.size > MAX_BYTES:
        return b"", Finding("T011", f"the file has {stamp.size:,} bytes; {MAX_BYTES:,} are the limit", stamp.path, 1, 1)
    try:
        with open(root / stamp.path, "rb") as file:
            return file.read(MAX_BYTES + 1), None
    except OSError as error:
        return b"", Finding("T011", f"the file cannot be read: {error.strerror}", stamp.path, 1, 1)
