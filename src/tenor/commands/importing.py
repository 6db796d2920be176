"""``tenor import``: somebody's table becomes records."""

from __future__ import annotations

import os
from pathlib import Path

from tenor.dates import Edtf
from tenor.errors import UsageError
from tenor.importing import Imported, Options, RefusedTable, import_table
from tenor.importing.table import listed, pairs
from tenor.importing.text import slug
from tenor.kb import find
from tenor.options import Call
from tenor.outputs.jsonout import dumps
from tenor.outputs.look import Look
from tenor.outputs.out import note, write
from tenor.queries.options import current_day
from tenor.store.locate import find_root


def run(call: Call, look: Look) -> int:
    """Import the table, and report every row that was left out and every doubt."""
    table = Path(call.words[0])
    options = Options(
        columns=pairs(call.text("map") or "", "--map"),
        constants=pairs(call.text("set") or "", "--set"),
        coarse_ends=call.text("coarse_ends") or "",
        holders=call.text("holders") or "",
        handover=call.text("handover") or "",
        dates=call.text("dates") or "",
        tier=call.text("tier") or "press",
        deal=call.text("deal") or "",
        title=call.text("title") or "",
        people=call.on("people"),
        strict=call.on("strict"),
    )
    try:
        done = import_table(table, _root(call, table), Edtf.of_day(current_day()), options)
    except RefusedTable as refused:
        note(*refused.problems)
        raise
    _print(done, look)
    return 0


def _root(call: Call, table: Path) -> Path:
    """The knowledge base to add to: named, else near, else a new one called like the table. Never the one that ships."""
    named = call.text("kb") or os.environ.get("TENOR_KB")
    if named is None:
        return find(Path.cwd()) or Path(slug(table.stem, "records"))
    if not os.path.exists(named):
        return Path(named)
    if os.path.isdir(named) and not any(os.path.isfile(os.path.join(named, *inner, "tenor.toml")) for inner in ((), ("kb",))):
        return Path(named)
    root, compiled = find_root(named)
    if compiled:
        raise UsageError("records are added to a folder, and this knowledge base is compiled", where=root, hint="name a folder with --kb")
    return Path(root)


def _print(done: Imported, look: Look) -> None:
    if look.format == "json":
        document = {
            "schema": 1, "folder": str(done.root), "table": done.table, "rows": done.rows, "clauses": list(done.clauses), "already": done.known,
            "files": list(done.files), "problems": list(done.problems), "notes": list(done.notes), "unused": list(done.unused),
        }  # fmt: skip
        write(dumps(document, ascii=look.ascii) + "\n")
        return
    if look.format == "plain":
        write("".join(f"{done.root / path}\n" for path in done.files))
    note(*done.problems, *([] if look.quiet else done.notes))
    if look.quiet:
        return
    said = f"{_count(len(done.clauses), 'clause')} from {_count(done.rows, 'row')} of {done.table} into {done.root}"
    said += f"; {_count(done.known, 'row')} already there" if done.known else ""
    said += f"; {_count(len(done.problems), 'row')} left out" if done.problems else ""
    if done.unused:
        said += f"; not read: {listed(done.unused)}"
    if look.format == "pretty":
        write(f"{said}.\n")
    else:
        note(f"{said}.")
    if done.clauses:
        note("", f'  tip: tenor --kb {done.root} ask "…"')


def _count(n: int, what: str) -> str:
    return f"{n} {what}" + ("" if n == 1 else "s")
