"""Lint writeups: text, files, folders and standard input; with what comments permit, and with what can be put right by itself."""

from __future__ import annotations

import codecs
import os
import re
import sys
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tenor.errors import UsageError
from tenor.files import write_whole
from tenor.findings import Finding
from tenor.linting import citations, codes
from tenor.linting.base import Edit, Facts, Found
from tenor.linting.sentences import Judge
from tenor.linting.writeup import Writeup, read
from tenor.store.read import Store

_FOLDER_ENDINGS = (".md", ".markdown", ".qmd", ".rmd", ".mdx")
_SKIPPED = ("node_modules", "__pycache__")
#: A writeup larger than this is refused rather than read into memory.
MAX_BYTES = 64_000_000


@dataclass(frozen=True, slots=True)
class Linted:
    """One file with its findings, and the edits that would put some of them right."""

    path: str
    #: The text as it was given, and with plain line ends, as it was linted.
    given: str
    text: str
    findings: tuple[Finding, ...]
    edits: tuple[Edit, ...]

    def fixed(self) -> str:
        """The text as it was given with every edit made; of two that touch, the first. All else stays, line ends too."""
        ends = [m.start() - n for n, m in enumerate(re.finditer("\r\n", self.given))]  # where the text that is linted has one sign less
        out: list[str] = []
        at = 0
        for edit in sorted(set(self.edits), key=lambda e: (e.start, e.end)):
            start, end = (place + bisect_left(ends, place) for place in (edit.start, edit.end))
            if start < at:
                continue
            out += [self.given[at:start], edit.text]
            at = end
        return "".join(out) + self.given[at:]


def lint_text(store: Store, text: str, *, path: str = "<stdin>", today: int, on: int | None = None) -> Linted:
    """Lint one writeup.

    Args:
        store: the open knowledge base.
        text: Markdown.
        path: the name to report.
        today: the day that counts where neither ``on`` nor the head has one.
        on: the day to judge it for, whatever its head says.
    """
    writeup = read(path, text)
    facts = Facts(store)
    day = on if on is not None else writeup.date if writeup.date is not None else today
    found = list(_found(facts, writeup, day))
    kept, edits = _permitted(writeup, found)
    findings = sorted({_finding(writeup, f) for f in kept}, key=Finding.sort_key)
    return Linted(path, text, writeup.text, tuple(findings), tuple(edits))


def _found(facts: Facts, writeup: Writeup, day: int) -> Iterator[Found]:
    if writeup.bad_date:
        said, start = writeup.bad_date
        yield Found("L303", start, f"`{said}` is no date that can be read one way only")
    judge = Judge(facts, day)
    for sentence, after in zip(writeup.sentences, [*(s.text for s in writeup.sentences), ""][1:], strict=True):
        on_citations = list(citations.check(facts, sentence, day, after)) if sentence.citations else []
        on_citations += citations.check_inserts(facts, sentence, day)
        yield from on_citations
        if not on_citations:
            yield from judge.check(sentence, cited=any(citations.is_ours(c.key) for c in sentence.citations))


def _permitted(writeup: Writeup, found: list[Found]) -> tuple[list[Found], list[Edit]]:
    """What no comment permits, with findings on the comments themselves; and the edits."""
    left = list(found)
    edits: list[Edit] = []
    for permit in writeup.permits:
        if not permit.why:
            left.append(Found("L301", permit.start, "this comment gives no reason, so it permits nothing"))
            continue
        for code in permit.codes:
            if code not in codes.BY_CODE or code.startswith("L3"):
                left.append(Found("L302", permit.start, f"there is no finding {code} to permit"))
                continue
            rest = [f for f in left if not (f.code == code and permit.first <= writeup.place(f.start)[0] <= permit.last)]
            if len(rest) == len(left):
                alone = len(permit.codes) == 1
                edit = Edit(permit.start, permit.end + (writeup.text[permit.end : permit.end + 1] == "\n"), "") if alone else None
                rest.append(Found("L302", permit.start, f"nothing here has {code}", edit=edit))
            left = rest
    left.extend(Found("L301", at, "this comment cannot be read: write `<!-- tenor: ignore L102 because … -->`") for at in writeup.malformed)
    edits.extend(f.edit for f in left if f.edit is not None)
    return left, edits


def _finding(writeup: Writeup, found: Found) -> Finding:
    rule = codes.BY_CODE[found.code]
    line, column = writeup.place(found.start)
    return Finding(found.code, found.message, writeup.path, line, column, found.id, found.fix or rule.fix, rule.why, rule.severity)


def files(paths: Sequence[str]) -> list[str]:
    """The files that are meant: each named file, and the Markdown files of each named folder, without hidden ones.

    Raises:
        UsageError: a path does not exist.
    """
    out: list[str] = []
    for path in paths:
        if path == "-" or (os.path.exists(path) and not os.path.isdir(path)):
            out.append(path)
        elif os.path.isdir(path):
            out.extend(_below(path))
        else:
            raise UsageError(f"there is no file {path}", where=path, hint="name Markdown files or folders, or - for standard input")
    return list(dict.fromkeys(out))


def _below(folder: str) -> Iterator[str]:
    for here, folders, names in os.walk(folder):
        folders[:] = sorted(f for f in folders if not f.startswith(".") and f not in _SKIPPED)
        yield from (os.path.join(here, n) for n in sorted(names) if n.lower().endswith(_FOLDER_ENDINGS) and not n.startswith("."))


def lint_files(store: Store, paths: Iterable[str], *, today: int, on: int | None = None, fix: bool = False) -> list[Linted]:
    """Lint files in the order given; with ``fix``, write back what can be put right and lint again.

    Raises:
        UsageError: a file cannot be read or written, or is no text.
    """
    return [_one(store, path, today, on, fix) for path in paths]


def _one(store: Store, path: str, today: int, on: int | None, fix: bool) -> Linted:
    text = read_text(path)
    name = "<stdin>" if path == "-" else path
    linted = lint_text(store, text, path=name, today=today, on=on)
    if not fix or not linted.edits:
        return linted
    fixed = linted.fixed()
    if path != "-":
        write_whole(path, [_bom(path), fixed])
    return lint_text(store, fixed, path=name, today=today, on=on)


def _bom(path: str) -> str:
    with open(path, "rb") as file:
        return "\ufeff" if file.read(3) == codecs.BOM_UTF8 else ""


def read_text(path: str) -> str:
    """The text of a file, or of standard input for ``-``. Raises :class:`UsageError` where it cannot be read, or is no text."""
    try:
        if path == "-":
            data = sys.stdin.buffer.read(MAX_BYTES + 1)
        else:
            with open(path, "rb") as file:  # no more: a device has no end
                data = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise UsageError(f"the file cannot be read: {error.strerror}", where=path) from error
    if len(data) > MAX_BYTES:
        raise UsageError(f"the file has more than {MAX_BYTES:,} bytes", where=path, hint="split it")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UsageError("the file is no UTF-8 text", where=path, hint="save it as UTF-8") from error
