"""``tenor check`` and ``tenor build``: the records themselves."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from tenor import kb, rules
from tenor.errors import UnknownName, UsageError
from tenor.findings import Finding, Severity
from tenor.options import Call
from tenor.outputs import findings as forms
from tenor.outputs.jsonout import dumps
from tenor.outputs.look import Look
from tenor.outputs.marks import to_ascii
from tenor.outputs.out import note, page, write
from tenor.store.locate import database_of, find_root

Document = dict[str, Any]


def run(call: Call, look: Look) -> int:
    """Check the records, or compile them."""
    return _check(call, look) if call.command.name == "check" else _build(call, look)


def _folder(call: Call) -> Path:
    root, compiled = find_root(call.text("kb"))
    if compiled:
        raise UsageError(
            "this knowledge base is compiled; only a folder of records can be checked or built", where=root, hint="name the folder with --kb"
        )
    return Path(root)


# -- check ----------------------------------------------------------------------------------------


def _check(call: Call, look: Look) -> int:
    code = call.text("explain")
    if code is not None:
        return _explain(code, look)
    root = _folder(call)
    loaded = kb.load(root)
    found = kb.check(loaded, evidence=call.on("evidence"))
    prefix = _prefix(root)
    form = call.text("format") or {"json": "json", "pretty": "full"}.get(look.format, "concise")
    counts = forms.counts(found, loaded.records)
    if form == "json":
        settings = loaded.records.settings if loaded.records else None
        head = {"title": settings.title, "version": settings.version, "checked_through": settings.checked_through.text} if settings else None
        write(dumps({"schema": 1, "kb": head, **forms.document(found, counts, prefix=prefix)}, ascii=look.ascii) + "\n")
    elif form == "sarif":
        write(forms.sarif(found, prefix=prefix) + "\n")
    elif form == "full":
        shown = forms.full(found, lambda path: _lines(root, path), prefix=prefix, color=look.color, width=max(look.width - 8, 20))
        text = f"{shown}\n\n" if shown and not look.quiet else ""
        text += forms.summary(found, loaded.records) + "\n"
        page(to_ascii(text) if look.ascii else text, look)
    else:
        text = forms.github(found, prefix=prefix) if form == "github" else forms.concise(found, prefix=prefix)
        write(f"{text}\n" if text else "")
        if not look.quiet:
            note(forms.summary(found, loaded.records))
    return int(counts["errors"] > 0)


def _explain(code: str, look: Look) -> int:
    rule = rules.BY_CODE.get(code.upper())
    if rule is None:
        from tenor.queries.names import near

        close = near(code.upper(), rules.BY_CODE)
        raise UnknownName(f"no rule has the code {code!r}", hint=f"near: {', '.join(close)}" if close else "codes look like T203", where="--explain")
    if look.format == "json":
        own = {"code": rule.code, "name": rule.name, "severity": rule.severity.value, "what": rule.summary, "why": rule.why, "fix": rule.fix}
        write(dumps({"schema": 1, "rule": {**own, "bad": rule.bad, "good": rule.good}}, ascii=look.ascii) + "\n")
    else:
        text = forms.explain(rule) + "\n"
        page(to_ascii(text) if look.ascii else text, look)
    return 0


def _prefix(root: Path) -> str:
    """The knowledge base's path as a person here would type it, before the paths of its files."""
    here = os.path.relpath(root)
    return "" if here == "." else f"{here if not here.startswith('..') else root}/"


def _lines(root: Path, path: str) -> list[str]:
    try:
        return (root / path).read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return []


# -- build ----------------------------------------------------------------------------------------


def _build(call: Call, look: Look) -> int:
    if call.on("schema"):
        from tenor.store.schema import ddl

        write(ddl())
        return 0
    root = _folder(call)
    named = call.text("output")
    if named is not None and Path(named).is_dir():
        raise UsageError("this is a folder; name a file", where=named, hint=f"tenor build -o {named.rstrip('/')}/tenor.db")
    database = os.path.abspath(named) if named is not None else database_of(str(root))
    found = _compile(root, Path(database), aside=named is not None)
    errors = [f for f in found if f.severity is Severity.ERROR]
    shown = os.path.relpath(database)
    if look.format == "json":
        write(dumps({"schema": 1, "database": database, "written": not errors, "counts": forms.counts(found)}, ascii=look.ascii) + "\n")
    if errors:
        note(forms.concise(errors, prefix=_prefix(root)), "", f"error: nothing was built; the records have {forms.summary(errors, None)[6:]}")
        return 1
    if look.format != "json" and not look.quiet:
        size = os.path.getsize(database)
        write(f"Built {database if shown.startswith('..') else shown} ({size / 1e6:.1f} MB).\n")
    return 0


def _compile(root: Path, database: Path, *, aside: bool) -> list[Finding]:
    """Compile to the database's own place, or aside to a file that somebody named, which gets no note of what it was made from beside it."""
    if not aside:
        from tenor.store.build import build

        return list(build(str(root), str(database)).findings)
    from tenor.store.compile import compile_records

    loaded = kb.load(root)
    found = kb.check(loaded)
    if loaded.records is not None and not any(f.severity is Severity.ERROR for f in found):
        compile_records(loaded.records, loaded.digest, database)
    return found
