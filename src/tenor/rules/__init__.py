"""What a record must meet, as a tuple of rules: one module for each family.

T0xx reading, T1xx evidence, T2xx time, T3xx references, T4xx values and wording, T5xx names and ids. A rule is an object with its reason, its remedy, and a
sample that breaks it beside one that does not; the same samples are the tests and the reference page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from tenor.findings import Finding, at
from tenor.model import Records
from tenor.reader.fields import Allowance
from tenor.rules import evidence as evidence_rules
from tenor.rules import names, reading, references, time, values
from tenor.rules.base import Rule

RULES: tuple[Rule, ...] = (*reading.RULES, *evidence_rules.RULES, *time.RULES, *references.RULES, *values.RULES, *names.RULES)
BY_CODE: dict[str, Rule] = {rule.code: rule for rule in RULES}


def complete(finding: Finding) -> Finding:
    """The finding with its rule's severity, and with its reason and remedy where the place has none of its own."""
    rule = BY_CODE.get(finding.code)
    if rule is None:
        return finding
    return replace(finding, why=finding.why or rule.why, fix=finding.fix or rule.fix, severity=rule.severity)


def run(records: Records, *, evidence: bool = False) -> Iterator[Finding]:
    """The findings of all rules, in the order of the rules."""
    for rule in RULES:
        if evidence or not rule.evidence_only:
            for finding in rule.check(records):
                yield complete(finding)


def suppress(findings: Iterable[Finding], allowances: Iterable[Allowance], *, evidence: bool = False) -> list[Finding]:
    """The findings less those that a record allows; an allowance that allows nothing is a finding itself."""
    kept = list(findings)
    for allowance in allowances:
        rule = BY_CODE.get(allowance.code)
        if rule is None or allowance.code.startswith("T0") or allowance.code == "T390":
            message = f"there is no rule {allowance.code}" if rule is None else f"{allowance.code} cannot be allowed"
            kept.append(complete(at(allowance.origin, "T390", message, key="code")))
            continue
        left = [f for f in kept if not _allowed(f, allowance)]
        if len(left) == len(kept) and (evidence or not rule.evidence_only):
            where = f" for `{allowance.id}`" if allowance.id else ""
            kept.append(complete(at(allowance.origin, "T390", f"nothing here breaks {allowance.code}{where}", key="code")))
        else:
            kept = left
    return kept


def _allowed(finding: Finding, allowance: Allowance) -> bool:
    if finding.code != allowance.code or finding.path != allowance.origin.path:
        return False
    id = allowance.id
    return not id or finding.id == id or finding.id.endswith((f"#{id}", f":{id}"))


def reference() -> str:
    """``docs/rules.md``: every rule with its reason, its remedy and its two samples."""
    lines = [
        "# Rules",
        "",
        "What `tenor check` looks for. This page is made from the rules themselves (`tenor.rules.reference()`); the samples on it are the tests.",
        "",
        "A record that must break a rule says so in its head, with the reason: `allow: [{code: T204, id: chair, why: the seat was vacant}]`. An entry that",
        "allows nothing is itself a finding. Problems of reading (T0xx) cannot be allowed. Warnings never change the exit code.",
        "",
        "The samples are laid over one small knowledge base, a club with a chair, a rented house and a rule about guests. `=== path` starts a file, and",
        "`=== clauses` the clauses of the club's new statutes of 2022-03-01. `# <--` marks the line at which the finding points.",
        "",
        "| code | | |",
        "| --- | --- | --- |",
    ]
    lines.extend(f"| [{r.code}](#{r.code.lower()}) | {r.severity.value} | {r.summary} |" for r in RULES)
    for rule in RULES:
        lines += [
            "",
            f"## {rule.code}",
            "",
            f"**{rule.name}** ({rule.severity.value}{', with `--evidence`' if rule.evidence_only else ''}): {rule.summary}.",
            "",
        ]
        lines += [f"Why: {rule.why}.", "", f"Fix: {rule.fix}."]
        for word, sample in (("breaks it", rule.bad), ("does not", rule.good)):
            if sample.strip():
                shown = sample.strip("\n").encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
                lines += ["", f"This {word}:", "", "```text", shown, "```"]
    return "\n".join(lines) + "\n"


__all__ = ["BY_CODE", "RULES", "Rule", "complete", "reference", "run", "suppress"]
