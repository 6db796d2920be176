"""``tenor new`` and ``tenor init``: a record or a knowledge base to begin with."""

from __future__ import annotations

import os
from pathlib import Path

from tenor.errors import TenorError, UsageError
from tenor.kb import find
from tenor.options import Call
from tenor.outputs.jsonout import dumps
from tenor.outputs.look import Look
from tenor.outputs.out import note, write
from tenor.queries.options import current_day
from tenor.scaffold import KINDS, Beginning, example, record
from tenor.store.locate import find_root


def run(call: Call, look: Look) -> int:
    """Make what was asked for, and say what to do next."""
    return _init(call, look) if call.command.name == "init" else _new(call, look)


def _new(call: Call, look: Look) -> int:
    kind = call.words[0]
    if len(call.words) < 2:
        sample = KINDS[kind][1] if kind in KINDS else ""
        if not sample:
            record(Path(), kind, "", 0)
        raise UsageError(f"'tenor new {kind}' needs an id", hint=f"tenor new {kind} {sample}", where="ID")
    root = _folder(call)
    begun = record(root, kind, call.words[1], current_day())
    path = root / begun.path
    if not begun.paste:
        _written(path, begun)
    if look.format == "json":
        write(dumps({"schema": 1, "file": str(path), "written": not begun.paste, "text": begun.text}, ascii=look.ascii) + "\n")
    elif begun.paste:
        write(begun.text)
        note("", f"  tip: paste it into {path}")
    else:
        write(f"{path}\n")
        note(*([] if look.quiet else ["", "  tip: fill it in, then run 'tenor check'"]))
    return 0


def _folder(call: Call) -> Path:
    """The folder of records that is meant: named, or near. Never the one that ships, which nobody chose."""
    named = call.text("kb") or os.environ.get("TENOR_KB")
    if named is None and find(Path.cwd()) is None:
        raise UsageError("there is no knowledge base here to add a record to", hint="make one with 'tenor init DIR', or name one with --kb")
    root, compiled = find_root(named)
    if compiled:
        raise UsageError("records are added to a folder, and this knowledge base is compiled", where=root, hint="make a folder with 'tenor init DIR'")
    return Path(root)


def _written(path: Path, begun: Beginning) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8") as file:
            file.write(begun.text)
    except OSError as error:
        raise TenorError(f"the record cannot be written: {error.strerror}", where=str(path)) from error


def _init(call: Call, look: Look) -> int:
    folder = Path(call.words[0])
    paths = example(folder)
    if look.format == "json":
        write(dumps({"schema": 1, "folder": str(folder), "files": paths}, ascii=look.ascii) + "\n")
    elif look.format == "plain":
        write("".join(f"{folder / path}\n" for path in paths))
    else:
        write(f"Made {folder} with {len(paths)} files.\n")
    if look.format != "json" and not look.quiet:
        note("", f'  tip: cd {folder} && tenor ask "what is the rent in 2025"')
    return 0
