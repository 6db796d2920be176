"""Beginnings: a record of each kind to fill in (``records/``), and a small knowledge base that is complete (``example/``).

The templates are files, so that they can be read and changed as what they become.
"""

from __future__ import annotations

import re
from pathlib import Path

from tenor.dates import iso
from tenor.errors import TenorError, UsageError

HERE = Path(__file__).parent
#: kind -> (where it goes, how its id looks)
KINDS = {
    "deal": ("deals/{id}/deal.md", "acme-globex"),
    "instrument": ("deals/{id}.md", "acme-globex/2026-11-23"),
    "clause": ("deals/{instrument}.md", "acme-globex/2026-11-23#rent"),
    "party": ("parties/{id}.md", "acme"),
    "term": ("terms/{id}.md", "rent"),
    "source": ("sources/{publisher}.yaml", "acme-2026-11-23"),
    "event": ("events/{id}.md", "2026-11-23-flood"),
    "dispute": ("disputes/{id}.md", "rent-of-2026"),
    "observation": ("observations/{id}.md", "survey-2026"),
    "commentary": ("commentary/{id}.md", "jones-2026-11-23"),
}
_NAME = r"[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?"
_SHAPES = {"instrument": f"{_NAME}/{_NAME}", "clause": f"{_NAME}/{_NAME}#{_NAME}"}


class Exists(TenorError):
    """Raised when there already is what was to be made."""

    code = "exists"


class Beginning:
    """A new record: the ``path`` it goes to, below the knowledge base, its ``text``, and whether it is to be pasted into a file that exists."""

    def __init__(self, path: str, text: str, *, paste: bool) -> None:
        self.path = path
        self.text = text
        self.paste = paste


def record(root: Path, kind: str, id: str, today: int) -> Beginning:
    """A record to fill in.

    Raises:
        UsageError: no such kind, an id that is none, or an instrument without its deal.
        Exists: the record has a file already.
    """
    if kind not in KINDS:
        raise UsageError(f"there is no kind of record named {kind!r}", hint=f"choose one of {', '.join(KINDS)}", where="KIND")
    where, sample = KINDS[kind]
    if not re.fullmatch(_SHAPES.get(kind, _NAME), id):
        raise UsageError(
            f"{id!r} is no id for this; ids are lower-case letters, digits, dots and hyphens", hint=f"tenor new {kind} {sample}", where="ID"
        )
    instrument, _, clause = id.partition("#")
    deal, _, name = instrument.partition("/")
    day = iso(today)
    dated = re.search(r"\d{4}(?:-\d{2}){0,2}", name if kind in ("instrument", "clause") else id)
    given = {
        "id": id, "instrument": instrument, "deal": deal, "clause": clause, "today": day, "date": dated[0] if dated else day,
        "publisher": re.sub(r"-(?:\d.*|undated.*)$", "", id), "name": re.sub(r"[-.]+", " ", id).strip().capitalize(),
    }  # fmt: skip
    path = where.format(**given)
    text = (HERE / "records" / f"{kind}.txt").read_text(encoding="utf-8")
    for slot, value in given.items():
        text = text.replace(f"<{slot}>", value)
    if kind in ("instrument", "clause") and not (root / "deals" / deal / "deal.md").is_file():
        raise UsageError(f"there is no deal {deal!r} yet", hint=f"tenor new deal {deal}", where="ID")
    if kind == "clause" and not (root / path).is_file():
        raise UsageError(f"there is no instrument {instrument!r} yet", hint=f"tenor new instrument {instrument}", where="ID")
    there = (root / path).exists()
    if kind == "source" and there:
        text = text.partition("references:\n")[2]
    elif there and kind != "clause":
        raise Exists("this record exists already; nothing was changed", where=path)
    return Beginning(path, text, paste=there)


def example(folder: Path) -> list[str]:
    """Write a small knowledge base that is complete into a new or empty folder; the paths of its files.

    Raises:
        Exists: there is something in the folder already.
        TenorError: it cannot be written.
    """
    try:
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise Exists("there is something here already; nothing was changed", where=str(folder), hint="name a new folder, or an empty one")
        paths = sorted(p.relative_to(HERE / "example") for p in (HERE / "example").rglob("*") if p.is_file())
        for path in paths:
            target = folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes((HERE / "example" / path).read_bytes())
    except OSError as error:
        raise TenorError(f"the folder cannot be written: {error.strerror}", where=str(folder)) from error
    return [str(path) for path in paths]
