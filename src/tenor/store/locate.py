"""Which knowledge base is meant, and its database, brought up to date.

The order: a named folder or ``.db``, then ``TENOR_KB``, then the nearest folder upward that is one or has one in ``kb/``, then the one that ships.
A database is out of date when a record's size or time changed since; the stamps stand in a small file beside it, so that the database itself
holds nothing of the machine.
"""

from __future__ import annotations

import os
import sys

from tenor.errors import KnowledgeBaseError
from tenor.store.read import SCHEMA_VERSION, Store

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_COUNTED = (".md", ".yaml", ".toml")


def find_root(named: str | None) -> tuple[str, bool]:
    """``(path, is a database)`` of the knowledge base that is meant.

    Raises:
        KnowledgeBaseError: what was named is no knowledge base.
    """
    named = named or os.environ.get("TENOR_KB") or None
    if named is not None:
        return _named(named)
    folder = os.getcwd()
    while True:
        for candidate in (folder, os.path.join(folder, "kb")):
            if os.path.isfile(os.path.join(candidate, "tenor.toml")):
                return candidate, False
        parent = os.path.dirname(folder)
        if parent == folder:
            return shipped()
        folder = parent


def _named(path: str) -> tuple[str, bool]:
    if os.path.isfile(path):
        return os.path.abspath(path), True
    for candidate in (path, os.path.join(path, "kb")):
        if os.path.isfile(os.path.join(candidate, "tenor.toml")):
            return os.path.abspath(candidate), False
    if os.path.isdir(path):
        raise KnowledgeBaseError("this folder is no knowledge base: it has no tenor.toml", where=path, hint="make one with 'tenor init DIR'")
    raise KnowledgeBaseError("no such knowledge base", where=path, hint="name a folder with tenor.toml, or a .db file")


def shipped() -> tuple[str, bool]:
    """The knowledge base that came with the program: compiled, in an installed wheel; the folder, in a checkout."""
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    database = os.path.join(package, "_shipped", "tenor.db")
    if os.path.isfile(database):
        return database, True
    folder = os.path.join(os.path.dirname(os.path.dirname(package)), "kb")
    if os.path.isfile(os.path.join(folder, "tenor.toml")):
        return folder, False
    raise KnowledgeBaseError(
        "no knowledge base was named, none is here, and none came with the program", hint="name one with --kb, or make one with 'tenor init DIR'"
    )


def database_of(root: str) -> str:
    """Where the database of a folder of records stands: ``data/tenor.db`` beside ``kb/``, else in the user's cache folder."""
    if os.path.basename(root) == "kb":
        data = os.path.join(os.path.dirname(root), "data")
        if os.access(data if os.path.isdir(data) else os.path.dirname(root), os.W_OK):
            return os.path.join(data, "tenor.db")
    cache = os.environ.get("XDG_CACHE_HOME") or os.path.join(os.path.expanduser("~"), ".cache")
    return os.path.join(cache, "tenor", f"{os.path.basename(root)}-{_fingerprint(root)}.db")


def _fingerprint(text: str) -> str:
    """A short name for a path that is the same in every run (FNV-1a; ``hash`` is not, and ``hashlib`` costs start-up time)."""
    value = 0xCBF29CE484222325
    for byte in os.fsencode(os.path.realpath(text)):
        value = ((value ^ byte) * 0x100000001B3) & 0xFFFFFFFFFFFFFFFF
    return f"{value:016x}"


def stamps(root: str) -> str:
    """One line a file that counts: path, size and time. Equal text means that nothing changed."""
    return f"{SCHEMA_VERSION}\n" + "".join(sorted(_stamps(root, "")))


def _stamps(root: str, below: str) -> Iterator[str]:
    try:
        with os.scandir(os.path.join(root, below) if below else root) as entries:
            found = [entry for entry in entries if not entry.name.startswith(".")]
    except OSError:  # what cannot be read is told when the records are
        return
    for entry in found:
        name = f"{below}/{entry.name}" if below else entry.name
        if entry.is_dir(follow_symlinks=False):
            yield from _stamps(root, name)
        elif entry.name.endswith(_COUNTED):
            try:
                stat = entry.stat(follow_symlinks=False)
            except FileNotFoundError:  # deleted just now
                continue
            yield f"{name}\t{stat.st_size}\t{stat.st_mtime_ns}\n"


def open_store(named: str | None = None) -> Store:
    """The knowledge base that is meant, open for reading, compiled anew where a record changed.

    Where changed records have errors, the database of the last good build answers, with a warning on standard error.

    Raises:
        KnowledgeBaseError: there is none, or its records have errors and no earlier build exists.
    """
    path, is_database = find_root(named)
    if is_database:
        return Store(path)
    database = database_of(path)
    if not fresh(path, database):
        rebuild(path, database)
        return Store(database)
    try:
        return Store(database)
    except KnowledgeBaseError:  # damaged since, and the records are here
        rebuild(path, database)
        return Store(database)


def fresh(root: str, database: str) -> bool:
    """True where the database was made from the records as they are."""
    try:
        with open(stamps_file(database), encoding="utf-8", errors="surrogateescape") as file:
            return file.read() == stamps(root) and os.path.isfile(database)
    except OSError:
        return False


def stamps_file(database: str) -> str:
    """The file beside a database that tells from what it was made."""
    folder, name = os.path.split(database)
    return os.path.join(folder, f".tenor-{name.removesuffix('.db')}.stamps")


def rebuild(root: str, database: str) -> None:
    """Compile, unless the records have errors and an older database can still answer."""
    from tenor.store.build import build

    result = build(root, database)
    if result.errors:
        count = f"{result.errors} error{'s' if result.errors > 1 else ''}"
        if not os.path.isfile(database):
            raise KnowledgeBaseError(f"the records have {count}", where=root, hint="run 'tenor check' to see them")
        print(f"warning: the records have {count} (run 'tenor check'); answering from the last good build", file=sys.stderr)
