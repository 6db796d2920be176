"""Turns somebody's table into records: parties, terms, deals, documents, clauses and sources, in a new knowledge base or beside an existing one.

Nothing that is there is ever overwritten. The records are first written into a copy, read, checked and asked; only what passes is put in place.
"""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from tenor import kb
from tenor.dates import Edtf
from tenor.errors import KnowledgeBaseError, TenorError, UsageError
from tenor.findings import Finding, Severity
from tenor.importing.cells import period_of
from tenor.importing.facts import Choices
from tenor.importing.lineages import gather
from tenor.importing.records import Origin, Plan, Writer, settings
from tenor.importing.table import SAYS_NOTHING, Problem, lines, read
from tenor.importing.text import slug
from tenor.model import Records, Term

#: Warnings that a table can cause and cannot mend, with the reason that the records then give.
_ALLOWED = {
    "T207": "the table gives this end and says no more",
    "T212": "the table has both rows",
}


class RefusedTable(TenorError):
    """Raised where nothing was written: rows are wrong and all were wanted, none is right, or the records would not pass the check."""

    exit_code = 1
    code = "refused-table"

    def __init__(self, message: str, *, hint: str = "", where: str = "", problems: tuple[str, ...] = ()) -> None:
        super().__init__(message, hint=hint, where=where)
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Options:
    """How a table is read. ``columns`` and ``constants`` map fields; the rest is named as on the command line, and empty where the caller leaves it open."""

    columns: dict[str, str] = field(default_factory=dict)
    constants: dict[str, str] = field(default_factory=dict)
    coarse_ends: str = ""
    holders: str = ""
    handover: str = ""
    dates: str = ""
    tier: str = "press"
    deal: str = ""
    title: str = ""
    people: bool = False
    strict: bool = False


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did: files written (relative to ``root``), clauses new and already there, rows left out, and what was read with care."""

    root: Path
    table: str
    rows: int
    files: tuple[str, ...]
    clauses: tuple[str, ...]
    known: int
    problems: tuple[str, ...]
    notes: tuple[str, ...]
    unused: tuple[str, ...]


def import_table(table: Path, root: Path, seen: Edtf, options: Options | None = None) -> Imported:
    """Add the rows of a table to the knowledge base in ``root``, which is made where it is not there yet.

    Args:
        table: CSV or JSON Lines.
        root: the folder of the knowledge base.
        seen: the day on which the table was read; in an existing knowledge base, the day through which that was checked, at the latest.
        options: how to read it.

    Raises:
        UsageError: the table cannot be read, or its columns are not clear.
        KnowledgeBaseError: the knowledge base has errors, or cannot be written.
        RefusedTable: nothing was written, for the reasons given.
    """
    options = options or Options()
    records = _existing(root)
    if records is not None:
        seen = min(seen, records.settings.checked_through, key=lambda d: d.hi)
    found = read(table, options.columns, options.constants)
    period = period_of(found.columns.get("value") or "")
    choices = Choices(options.coarse_ends or _coarse(records), options.holders, options.handover, options.dates, options.people, period)

    def known(name: str) -> Term | None:
        low = name.casefold()
        return next((t for t in records.terms.values() if low in (t.id, t.label.casefold(), *map(str.casefold, t.names))), None) if records else None

    facts = gather(found.rows, choices, seen, known, alleged=options.tier == "commentary")
    called = (_heading(found.columns[field]) for field in ("term", "holder") if found.columns.get(field))  # whose it is, is not who has it
    priced = _heading(found.columns.get("value") or "")
    priced = "" if priced in SAYS_NOTHING else priced
    headings = tuple(name for name in (*called, priced) if name and name not in SAYS_NOTHING)
    deal = slug(options.deal, "table") if options.deal else ""
    origin = Origin(table.name, seen, options.tier, options.people, deal, headings, priced)
    writer = Writer(records, facts, origin, [s.path for s in kb.stamps(root)] if records is not None else ())
    plan = writer.write()
    problems = (*found.problems, *facts.problems, *plan.problems)
    told = tuple(lines(problems, table.name))
    if problems and options.strict:
        raise RefusedTable(f"{len(problems)} of the rows are wrong; nothing was written", where=str(table), problems=told)
    if not plan.new and not plan.kept:
        raise RefusedTable("no row could be used; nothing was written", where=str(table), problems=told)
    files: dict[str, str] = {}
    if plan.new:
        if records is None:
            focus = {f.subject.casefold(): f.subject for f in facts.facts}
            only = writer.party(next(iter(focus.values())))[0] if len(focus) == 1 else ""
            files["tenor.toml"] = settings(options.title or table.stem, seen, only, options.coarse_ends)
        files |= _checked(writer, plan, files, root if records is not None else None, told)
        _put(root, files)
    lowered = _lowered(writer)
    notes = tuple(lines((*found.notes, *facts.notes, *lowered), table.name))
    return Imported(
        root, table.name, len(found.rows) + len(found.problems), tuple(sorted(files)), tuple(plan.new), plan.kept, told, notes, found.unused
    )


def _heading(column: str) -> str:
    """What a column is called; of ``itemLabel``, the item."""
    return column.lower().removesuffix("label").rstrip(" _")


def _existing(root: Path) -> Records | None:
    if not (root / kb.SETTINGS).exists():
        if root.is_file():
            raise UsageError("a compiled knowledge base takes no records", where=str(root), hint="name the folder of its records")
        if root.is_dir() and any(root.iterdir()):
            raise KnowledgeBaseError("this folder is no knowledge base, and not empty", where=str(root), hint="name a new folder")
        return None
    loaded = kb.load(root)
    wrong = kb.errors(kb.check(loaded))
    if loaded.records is None or wrong:
        raise KnowledgeBaseError(f"the records have {wrong} errors", where=str(root), hint="run 'tenor check' and mend them first")
    return loaded.records


def _coarse(records: Records | None) -> str:
    """The setting, where ``tenor.toml`` has one; a setting that is not written decides nothing."""
    return records.settings.coarse_ends if records is not None and "coarse_ends" in records.settings.origin.keys else ""


def _lowered(writer: Writer) -> list[Problem]:
    """That what is confirmed was recorded as reported, since nobody's own word is given for it, and what would give it."""
    found = [f for f in writer.facts.facts if f.status == "confirmed" and writer.status(f, writer.source(f)) != "confirmed"]
    if not found:
        return []
    said = f"{len(found)} rows are confirmed" if len(found) > 1 else "is confirmed"
    needed = "--set by=NAME, or a column by" if writer.origin.tier in ("party", "filing") else "--tier party or filing, with by"
    return [Problem(found[0].line, f"{said}, but no source is said to be a party's own word: recorded as reported ({needed})")]


def _checked(writer: Writer, plan: Plan, more: dict[str, str], root: Path | None, told: tuple[str, ...]) -> dict[str, str]:
    """The files of the plan, once a copy of the knowledge base with them passes its check."""
    with tempfile.TemporaryDirectory(prefix="tenor-import-") as folder:
        copy = Path(folder) / "kb"
        copy.mkdir()
        before: set[tuple[str, str, str]] = set()
        if root is not None:
            for stamp in kb.stamps(root):
                (copy / stamp.path).parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(root / stamp.path, copy / stamp.path)
            before = {(f.path, f.code, f.id) for f in kb.check(kb.load(copy))}
        for _ in range(2):
            _write(copy, {**more, **plan.files})
            findings = [f for f in kb.check(kb.load(copy)) if (f.path, f.code, f.id) not in before]
            if not _settle(writer, findings):
                break
            plan = writer.write()
    wrong = [f for f in findings if f.severity is Severity.ERROR]
    if wrong:
        first = "; ".join(_by_line(writer, f) for f in wrong[:3])
        hint = "--holders one ends a row where the next begins, --holders many leaves it open" if any(f.code == "T203" for f in wrong) else ""
        raise RefusedTable(
            f"the records would have {len(wrong)} error{'s' if len(wrong) > 1 else ''}, so nothing was written: {first}",
            hint=hint,
            where=writer.origin.name,
            problems=told,
        )
    return plan.files


def _by_line(writer: Writer, finding: Finding) -> str:
    """A finding with the lines of the table in the place of the clauses that they became."""
    rows = {writer.ids[id(fact)]: fact for fact in writer.facts.facts if id(fact) in writer.ids}
    fact = rows.get(finding.id)
    if fact is None:
        return f"{finding.path}: {finding.code} {finding.message}"
    said = finding.message
    for clause, other in rows.items():
        said = said.replace(f"`{clause}`", other.name()).replace(f"`{clause.partition('#')[2]}`", other.name())
    return f"line {fact.line}: {said} ({finding.code})"


def _settle(writer: Writer, findings: list[Finding]) -> bool:
    """Give the reason for what the table cannot mend. True where something was changed."""
    changed = False
    for finding in findings:
        document, mark, clause = finding.id.partition("#")
        if finding.code in _ALLOWED and mark:
            writer.allowed.setdefault(document, []).append({"code": finding.code, "id": clause, "why": _ALLOWED[finding.code]})
            changed = True
        elif finding.code.startswith("T51") and finding.id.startswith("term:"):
            writer.unasked.add(finding.id.removeprefix("term:"))
            changed = True
    return changed


def _write(root: Path, files: dict[str, str]) -> None:
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")


def _put(root: Path, files: dict[str, str]) -> None:
    """Write the files, ``tenor.toml`` last. None of them may be there already."""
    try:
        for path in sorted(files, key=lambda p: (p == kb.SETTINGS, p)):
            target = root / path
            target.parent.mkdir(parents=True, exist_ok=True)
            with open(target, "x", encoding="utf-8") as file:
                file.write(files[path])
    except FileExistsError as error:
        raise KnowledgeBaseError("the file is there already, and is never overwritten", where=str(error.filename)) from error
    except OSError as error:
        raise KnowledgeBaseError(f"the records cannot be written: {error.strerror}", where=str(error.filename or root)) from error


__all__ = ["Imported", "Options", "RefusedTable", "import_table"]
