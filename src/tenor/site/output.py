"""The folder of the site: filled beside its place, then put there whole; and the list of what every file in it was made from."""

from __future__ import annotations

import glob
import os
import shutil
from pathlib import Path

from tenor.errors import UsageError
from tenor.site.render import digest

MARKER = ".tenor-site"


def _runs(process: int) -> bool:
    """True where a process of that number runs."""
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:  # it runs for someone else
        pass
    return True


_HEAD = (
    "Made by `tenor site build`; it may be deleted and made again. Below: what each file was made from, for the next build. No page needs this file."
)


class Manifest:
    """What a build left: the digest of all that went in, and for each file that of its bytes and, where it has one, of what it was made from."""

    def __init__(self, made_from: str = "") -> None:
        self.made_from = made_from
        self.files: dict[str, tuple[str, str]] = {}

    @classmethod
    def read(cls, file: Path) -> Manifest:
        """The manifest in a file; an empty one where the file is missing, from another version, or damaged."""
        found = cls()
        try:
            head, made_from, *rows = file.read_text(encoding="utf-8").splitlines()
            files = {path: (data, made) for data, made, path in (row.split("\t") for row in rows)}
        except (OSError, ValueError):
            return found
        if head == _HEAD:
            found.made_from, found.files = made_from, files
        return found

    def text(self) -> str:
        """The manifest as a file has it."""
        rows = [f"{data}\t{made}\t{path}\n" for path, (data, made) in sorted(self.files.items())]
        return f"{_HEAD}\n{self.made_from}\n{''.join(rows)}"


def _digest_of(path: Path) -> str:
    """The digest of a file's bytes; empty where it cannot be read."""
    try:
        return digest(path.read_bytes())
    except OSError:
        return ""


class Output:
    """A folder that is filled beside its place and then takes it. ``made_from`` is the digest of all that goes in."""

    def __init__(self, folder: Path, made_from: str = "") -> None:
        self.folder = folder
        self.beside = folder.with_name(f".{folder.name}.{os.getpid()}.new")
        self.old = folder.with_name(f".{folder.name}.old")
        self.now = Manifest(made_from)
        self.written = 0
        self._folders: set[str] = set()
        self._recover()
        if folder.exists() and (not folder.is_dir() or (any(folder.iterdir()) and not (folder / MARKER).is_file())):
            raise UsageError(f"{folder} was not made by 'tenor site build'", where="--output", hint="name an empty or a new folder")
        shutil.rmtree(self.beside, ignore_errors=True)
        try:
            self.beside.mkdir(parents=True)
        except OSError as error:
            raise UsageError(f"the site cannot be written: {error.strerror}", where=str(folder)) from error
        self.before = Manifest.read(folder / MARKER)
        (self.beside / MARKER).touch()

    def _recover(self) -> None:
        """Clear up after a build that was killed: put the old site back where it lacks, and take away what was half made."""
        if self.old.is_dir() and (self.old / MARKER).is_file():
            if self.folder.exists():
                shutil.rmtree(self.old)
            else:
                self.old.rename(self.folder)
        for beside in self.folder.parent.glob(f".{glob.escape(self.folder.name)}.*.new"):
            maker = beside.suffixes[-2].removeprefix(".")
            if maker.isdigit() and not _runs(int(maker)):
                shutil.rmtree(beside, ignore_errors=True)

    def current(self) -> bool:
        """True where the old site was made from just that, and every file is as it was left, with none besides: there is nothing to do."""
        listed = self.before.files
        return (
            self.before.made_from == self.now.made_from != ""
            and {str(p.relative_to(self.folder)) for p in self.folder.rglob("*") if not p.is_dir()} == {MARKER, *listed}
            and all(_digest_of(self.folder / path) == data for path, (data, _) in listed.items())
        )

    def keep(self, path: str, made_from: str) -> bool:
        """Take over the old file where it was made from the same and is as it was left; False where it must be made."""
        data, made = self.before.files.get(path, ("", ""))
        if made != made_from or _digest_of(self.folder / path) != data:
            return False
        self._link(self._place(path, data, made), self.folder / path)
        return True

    def put(self, path: str, content: str | bytes, made_from: str = "") -> None:
        """Write a file, or link the old one where it has the same bytes."""
        data = content.encode() if isinstance(content, str) else content
        target, before = self._place(path, digest(data), made_from), self.folder / path
        if self._has(before, data):
            self._link(target, before)
            return
        target.write_bytes(data)
        self.written += 1

    def _place(self, path: str, data: str, made_from: str) -> Path:
        """Where a file goes, which is listed from now on."""
        if path in self.now.files:
            raise RuntimeError(f"two pages at {path}")
        self.now.files[path] = data, made_from
        folder = path.rpartition("/")[0]
        if folder not in self._folders:
            (self.beside / folder).mkdir(parents=True, exist_ok=True)
            self._folders.add(folder)
        return self.beside / path

    @staticmethod
    def _link(target: Path, before: Path) -> None:
        try:
            os.link(before, target)
        except OSError:  # the disk knows no second names
            shutil.copy2(before, target)

    @staticmethod
    def _has(path: Path, data: bytes) -> bool:
        try:
            return path.stat().st_size == len(data) and path.read_bytes() == data
        except OSError:
            return False

    def take_place(self) -> None:
        """Put the new folder in the old one's place."""
        (self.beside / MARKER).write_text(self.now.text(), encoding="utf-8")
        if self.folder.exists():
            self.folder.rename(self.old)
        try:
            self.beside.rename(self.folder)
        except BaseException:
            if self.old.exists():
                self.old.rename(self.folder)
            raise
        shutil.rmtree(self.old, ignore_errors=True)

    def drop(self) -> None:
        """Leave no trace of an unfinished build."""
        shutil.rmtree(self.beside, ignore_errors=True)
