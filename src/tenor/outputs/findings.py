"""Findings as text: in full with an excerpt, one a line, as JSON, as annotations of a pull request, and as SARIF.

Each renderer is a pure function. ``prefix`` is the path of the knowledge base as it should be printed before a finding's own path (``kb/``, or empty).
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from urllib.parse import quote

from tenor import rules
from tenor.findings import Finding, Severity
from tenor.model import Records
from tenor.outputs.marks import clean
from tenor.rules.base import Rule

FORMATS = ("full", "concise", "json", "github", "sarif")
#: Gives the lines of a file by its path relative to the knowledge base; nothing where it cannot be read.
Lines = Callable[[str], Sequence[str]]

_BEFORE, _AFTER = 2, 1
_RED, _YELLOW, _BLUE, _CYAN, _BOLD = "31", "33", "34", "36", "1"
_SARIF = "https://json.schemastore.org/sarif-2.1.0.json"


def known(code: str) -> Rule | None:
    """The rule of a code, of records or of writeups; None where there is none."""
    from tenor.linting.codes import BY_CODE

    return rules.BY_CODE.get(code) or BY_CODE.get(code)


def _paint(text: str, codes: str, color: bool) -> str:
    return f"\x1b[{codes}m{text}\x1b[0m" if color and text else text


# -- in full --------------------------------------------------------------------------------------


def full(findings: Iterable[Finding], lines: Lines, *, prefix: str = "", color: bool = False, width: int = 100) -> str:
    """Each finding with the lines around it, the place underlined, and what to do. Lines longer than ``width`` are cut, and show that they are."""
    return "\n\n".join(_one(f, lines, prefix, color, width) for f in findings)


def _one(finding: Finding, lines: Lines, prefix: str, color: bool, width: int) -> str:
    warning = finding.severity is Severity.WARNING
    paint = _YELLOW if warning else _RED
    rule = known(finding.code)
    title = rule.name.replace("-", " ") if rule else finding.message
    head = f"{_paint(finding.code, f'{_BOLD};{paint}', color)} {_paint(title, _BOLD, color)}" + (" (warning)" if warning else "")
    text = lines(finding.path)
    margin = len(str(finding.line + _AFTER))
    gutter = " " * margin + " " + _paint("|", _BLUE, color)
    out = [head, " " * margin + _paint("-->", _BLUE, color) + f" {clean(prefix + finding.path)}:{finding.line}:{finding.column}"]
    if 1 <= finding.line <= len(text):
        here = text[finding.line - 1]
        start = max(0, min(finding.column - 1, len(here)))
        length = span(here, start)
        left = max(0, start - width // 2) if len(here) > width else 0
        out.append(gutter)
        for number in range(max(1, finding.line - _BEFORE), min(len(text), finding.line + _AFTER) + 1):
            line = text[number - 1]
            cut = left if number == finding.line else 0
            out.append(f"{_paint(f'{number:>{margin}} |', _BLUE, color)} {_cut(line, cut, width)}".rstrip())
            if number == finding.line:
                carets = "^" * max(1, _cells(_clean(here[start : start + length])[: width - (start - left)]))
                space = " " * (_cells(_clean(here[left:start])) + (1 if left else 0))
                out.append(f"{gutter} {space}{_paint(carets, paint, color)} {_paint(clean(finding.message), paint, color)}")
        out.append(gutter)
    else:
        out.append(f"{' ' * margin} {_paint('=', _BLUE, color)} {clean(finding.message)}")
    if finding.why:
        out.append(f"{_paint('why:', _CYAN, color)} {finding.why}")
    if finding.fix:
        out.append(f"{_paint('help:', _CYAN, color)} {clean(finding.fix)}")
    return "\n".join(out)


def span(line: str, start: int) -> int:
    """How much of the line, from ``start``, belongs to the key or value that stands there."""
    rest = line[start:]
    if not rest:
        return 1
    word = len(rest) - len(rest.lstrip("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-"))
    if word and rest[word : word + 1] == ":" and rest[word + 1 : word + 2] in ("", " "):
        return word
    if rest[0] in "\"'":
        end = rest.find(rest[0], 1)
        return end + 1 if end > 0 else len(rest.rstrip())
    comment = rest.find(" #")
    rest = (rest if comment < 0 else rest[:comment]).rstrip()
    if rest[:1] in ("[", "{"):
        return _closing(rest)
    before = line[:start]
    if before.count("{") > before.count("}") or before.count("[") > before.count("]"):
        ends = [rest.find(mark) for mark in (",", "}", "]") if mark in rest]
        return max(1, min(ends, default=len(rest)))
    return max(1, len(rest))


def _closing(text: str) -> int:
    depth = 0
    for place, mark in enumerate(text):
        depth += (mark in "[{") - (mark in "]}")
        if depth == 0:
            return place + 1
    return len(text)


def _clean(text: str) -> str:
    """Text that keeps its columns on a terminal: no tabs, and nothing that moves the cursor."""
    return "".join(c if c.isprintable() else " " if c == "\t" else "\ufffd" for c in text)


def _cells(text: str) -> int:
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def _cut(line: str, left: int, width: int) -> str:
    line = _clean(line)
    shown = line[left : left + width]
    return ("…" if left else "") + shown + ("…" if left + width < len(line) else "")


# -- one a line -----------------------------------------------------------------------------------


def concise(findings: Iterable[Finding], *, prefix: str = "") -> str:
    """``path:line:col: CODE message``, for editors and pipes."""
    return "\n".join(clean(f"{prefix}{f.path}:{f.line}:{f.column}: {f.code} {f.message}") for f in findings)


def github(findings: Iterable[Finding], *, prefix: str = "") -> str:
    """Workflow commands that GitHub shows beside the lines of a pull request."""
    out = []
    for f in findings:
        rule = known(f.code)
        title = f"{f.code} {rule.name}" if rule else f.code
        place = f"file={_escaped(prefix + f.path, ':,')},line={f.line},col={f.column},title={_escaped(title, ':,')}"
        out.append(f"::{f.severity.value} {place}::{_escaped(f.message + (f' ({f.fix})' if f.fix else ''))}")
    return "\n".join(out)


def _escaped(text: str, more: str = "") -> str:
    for mark in "%\r\n" + more:
        text = text.replace(mark, f"%{ord(mark):02X}")
    return text


# -- for programs ---------------------------------------------------------------------------------


def counts(findings: Iterable[Finding], records: Records | None = None) -> dict[str, int]:
    """How many findings there are, in how many files, and how many records were checked."""
    found = list(findings)
    out = {
        "errors": sum(f.severity is Severity.ERROR for f in found),
        "warnings": sum(f.severity is Severity.WARNING for f in found),
        "files": len({f.path for f in found}),
    }
    if records is not None:
        out |= {"clauses": len(records.clauses), "instruments": len(records.instruments), "sources": len(records.sources)}
    return out


def document(findings: Iterable[Finding], numbers: Mapping[str, int], *, prefix: str = "") -> dict[str, object]:
    """The contract's document: ``findings`` and ``counts``."""
    rows = [
        {
            "code": f.code, "severity": f.severity.value, "file": prefix + f.path, "line": f.line, "column": f.column, "id": f.id or None,
            "message": f.message, "why": f.why, "fix": f.fix,
        }
        for f in findings
    ]  # fmt: skip
    return {"findings": rows, "counts": dict(numbers)}


def as_json(findings: Iterable[Finding], numbers: Mapping[str, int], *, prefix: str = "") -> str:
    """The same document as JSON text."""
    return json.dumps(document(findings, numbers, prefix=prefix), indent=2, ensure_ascii=False)


def sarif(findings: Iterable[Finding], *, prefix: str = "", version: str = "") -> str:
    """A SARIF 2.1.0 log with one run. Columns count characters."""
    found = list(findings)
    codes = sorted({f.code for f in found})
    driver: dict[str, object] = {"name": "tenor", "rules": [_sarif_rule(code) for code in codes]}
    if version:
        driver["version"] = version
    results = [
        {
            "ruleId": f.code,
            "ruleIndex": codes.index(f.code),
            "level": f.severity.value,
            "message": {"text": f.message + (f". Fix: {f.fix}" if f.fix else "")},
            "locations": [
                {
                    "physicalLocation": {
                        "artifactLocation": {"uri": quote(prefix + f.path)},
                        "region": {"startLine": max(1, f.line), "startColumn": max(1, f.column)},
                    }
                }
            ],
        }
        for f in found
    ]
    log = {"$schema": _SARIF, "version": "2.1.0", "runs": [{"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}]}
    return json.dumps(log, indent=2, ensure_ascii=False)


def _sarif_rule(code: str) -> dict[str, object]:
    rule = known(code)
    if rule is None:
        return {"id": code}
    level = {"level": rule.severity.value}
    return {"id": code, "name": rule.name, "shortDescription": {"text": rule.summary}, "help": {"text": rule.fix}, "defaultConfiguration": level}


# -- around the findings --------------------------------------------------------------------------


def summary(findings: Iterable[Finding], records: Records | None) -> str:
    """The last line of a check: what was found, and in how much."""
    n = counts(findings, records)
    seen = ", ".join(_count(n[key], key[:-1]) for key in ("clauses", "instruments", "sources") if key in n)
    if not n["errors"] and not n["warnings"]:
        return f"All checks passed. {seen}." if seen else "All checks passed."
    parts = [_count(n[key], key[:-1]) for key in ("errors", "warnings") if n[key]]
    return f"Found {' and '.join(parts)} in {_count(n['files'], 'file')}" + (f" ({seen} checked)." if seen else ".")


def _count(number: int, word: str) -> str:
    return f"{number:,} {word}{'' if number == 1 else 's'}"


def explain(rule: Rule) -> str:
    """One rule: what it asks, why, what to do, a sample that breaks it and one that does not."""
    out = [
        f"{rule.code} {rule.name.replace('-', ' ')} ({rule.severity.value})",
        "",
        f"What: {rule.summary}.",
        f"Why:  {rule.why}.",
        f"Fix:  {rule.fix}.",
    ]
    for title, sample in (("Breaks it:", rule.bad), ("Does not:", rule.good)):
        if sample.strip():
            shown = sample.strip("\n").encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
            out += ["", title, "", *(f"    {line}".rstrip() for line in shown.split("\n"))]
    return "\n".join(out)
