"""The findings that a writeup can have: what each means, why it matters, what to do, and a sample that has it beside one that does not.

L1xx citations, L2xx plain sentences, L3xx comments and heads. The samples are writeups about the small club of :data:`RECORDS`, dated 2024-06-01;
they are the tests and the reference page.
"""

from __future__ import annotations

from tenor.findings import Severity
from tenor.rules.base import Rule, never

#: Laid over :data:`tenor.rules.base.BASE`: what the samples cite.
RECORDS = """
=== terms/fee.md
---
label: Fee
answer: amount
holders: many
sentence: "{subject} {pays|paid} {holder} {value}"
names: [fee]
asks: ["{subject} pay {holder}"]
---
=== deals/club/2020-01-01.md
---
title: First statutes
kind: agreement
announced: 2020-01-01
sources: [club-2020-01-01]
clauses:
  - {id: chair, term: chair, subject: club, holder: ann, from: 2020-01-01, says: Ann Lee chairs the club., status: confirmed, cites: [{source: club-2020-01-01, at: article 1}]}
  - {id: guests, term: guests, subject: club, state: yes, from: 2020-01-01, until: 2021-01-01, ended_by: club/2022-03-01, says: Members may bring guests., status: confirmed, cites: [{source: club-2020-01-01, at: article 2}]}
  - {id: fee, term: fee, subject: club, holder: ann, value: {amount: 900, unit: USD, hedge: up-to, basis: ceiling}, from: 2020-01-01, says: The club pays Ann Lee up to $900., status: confirmed, cites: [{source: club-2020-01-01, at: article 3}]}
  - {id: rent, term: rent, subject: club, holder: ann, from: 2020-01-01, says: The club pays Ann Lee rent., status: confirmed, cites: [{source: club-2020-01-01, at: article 4}]}
formerly: [club/statutes]
---
=== deals/club/2022-03-01.md
---
title: New statutes
kind: amendment
announced: 2022-03-01
sources: [club-2022-03-01]
clauses:
  - {id: chair, term: chair, subject: club, holder: bob, from: 2022-03-01, replaces: club/2020-01-01#chair, says: Bob Ray chairs the club., status: confirmed, formerly: [club/2022-03-01#head], cites: [{source: club-2022-03-01, at: article 1}]}
  - {id: rent, term: rent, subject: club, holder: bob, value: {amount: 500, unit: USD/month, hedge: exactly, basis: level}, from: 2022-03-01, says: The club pays Bob Ray $500 a month., status: reported, cites: [{source: gazette-2022-03-02, at: page 3}]}
  - {id: fee, term: fee, subject: club, holder: bob, value: {amount: 70, unit: USD, hedge: exactly, basis: total}, from: 2022-03-01, says: The club pays Bob Ray $70., status: alleged, cites: [{source: blog-2022-03-03, at: third paragraph}]}
  - {id: rent-mill, term: rent, subject: ann, holder: bob, from: 2022-03-01, says: Ann Lee pays Bob Ray rent., status: disputed, cites: [{source: gazette-2022-03-02, at: page 3}]}
---
=== deals/club/2023-01-01.md
---
title: Correction
kind: statement
announced: 2023-01-01
sources: [club-2022-03-01]
clauses:
  - {id: rent, term: rent, subject: club, holder: ann, state: no, from: 2020-01-01, retracts: club/2020-01-01#rent, says: The club never paid Ann Lee rent., status: confirmed, note: We had read article 4 wrongly., cites: [{source: club-2022-03-01, at: article 4}]}
---
"""


def _code(code: str, name: str, summary: str, why: str, fix: str, bad: str, good: str, severity: Severity = Severity.ERROR) -> Rule:
    return Rule(code, name, summary, why, fix, good, bad, never, severity)


CODES: tuple[Rule, ...] = (
    _code(
        "L101", "unknown-citation", "a citation with the shape of an id names a record", "a reader who follows it finds nothing", "cite an id that exists",
        "The chair changed [@club/2022-03-02#chair].", "The chair changed [@club/2022-03-01#chair].",
    ),
    _code(
        "L102", "superseded", "a clause that another replaced is not cited as if it still held", "the sentence was true once and is not on the day of the writeup",
        "cite the version in force, or say when the old one held", "Ann Lee chairs the club [@club/2020-01-01#chair].",
        "Until March 2022 Ann Lee chaired the club [@club/2020-01-01#chair].",
    ),
    _code(
        "L103", "ended", "a clause that is over is not cited as if it still held", "nothing took its place, and it no longer holds", "say when it held",
        "Members may bring guests [@club/2020-01-01#guests].", "In 2020 members could bring guests [@club/2020-01-01#guests].",
    ),
    _code(
        "L104", "retracted", "a claim that our record withdrew is not cited", "we were wrong, and the record says why", "leave it out, or cite the correction",
        "The club pays rent [@club/2020-01-01#rent].", "The club never paid her rent [@club/2023-01-01#rent].",
    ),
    _code(
        "L105", "disputed", "a clause on which sources contradict each other is cited as disputed", "a reader should know that there are two sides",
        "say that it is disputed", "Ann Lee pays Bob Ray rent [@club/2022-03-01#rent-mill].", "Whether Ann Lee pays rent is disputed [@club/2022-03-01#rent-mill].",
    ),
    _code(
        "L106", "only-reported", "what is only reported or alleged is not written as plain fact", "no party has confirmed it", "say whose word it is",
        "The club pays a rent of $500 [@club/2022-03-01#rent].", "The Gazette reported a rent of $500 [@club/2022-03-01#rent].",
    ),
    _code(
        "L107", "rests-on-commentary", "what only commentators say is not written as plain fact", "it is an opinion, or at second hand", "say whose word it is",
        "The club pays Bob Ray $70 [@club/2022-03-01#fee].", "A blog claims that the club pays Bob Ray $70 [@club/2022-03-01#fee].",
    ),
    _code(
        "L108", "hedge-dropped", "an amount beside a citation keeps the record's hedge", "“up to $900” is not $900", "write the hedge",
        "Ann Lee gets $900 [@club/2020-01-01#fee].", "Ann Lee gets up to $900 [@club/2020-01-01#fee].",
    ),
    _code(
        "L109", "locator-missing", "a quotation says where it stands, and a citation names a clause and not a whole agreement", "a reader cannot check it",
        "add the place behind the id, as in `[@id, article 1]`, or name the clause", "It says that “the chair is Bob Ray alone” [@club/2022-03-01#chair].",
        "It says that “the chair is Bob Ray alone” [@club/2022-03-01#chair, article 1].", Severity.WARNING,
    ),
    _code(
        "L110", "former-id", "a citation uses the id of today", "the old one works, but readers will not find it on a page", "cite the id of today",
        "Bob Ray chairs the club [@club/2022-03-01#head].", "Bob Ray chairs the club [@club/2022-03-01#chair].", Severity.WARNING,
    ),
    _code(
        "L201", "contradicted", "a sentence does not assert what the record contradicts on its day", "the record has a clause that says otherwise",
        "write what held, or say when it did", "Ann Lee is chair of the Harbor Club.", "Bob Ray is chair of the Harbor Club.",
    ),
    _code(
        "L202", "unhedged", "an amount in a plain sentence keeps the record's hedge and its “reported”", "a number without its hedge says more than is known",
        "write the hedge, and cite the clause", "The Harbor Club pays Ann Lee $900.", "The Harbor Club pays Ann Lee up to $900.",
    ),
    _code(
        "L203", "past-will", "a sentence does not announce what has already happened", "“will” was right on another day", "write it in the past",
        "Bob Ray will become chair of the Harbor Club on March 1, 2022.", "Bob Ray became chair of the Harbor Club on March 1, 2022.",
    ),
    _code(
        "L301", "ignore-without-reason", "a comment that permits a finding gives its reason", "nobody can tell later whether it still applies",
        "write `<!-- tenor: ignore L102 because … -->`", "<!-- tenor: ignore L102 -->\nAnn Lee chairs the club [@club/2020-01-01#chair].",
        "<!-- tenor: ignore L102 because the minutes are quoted -->\nAnn Lee chairs the club [@club/2020-01-01#chair].",
    ),
    _code(
        "L302", "unused-ignore", "a comment that permits a finding permits one", "the fault is gone and the comment would hide the next", "remove the comment",
        "<!-- tenor: ignore L102 because of the minutes -->\nBob Ray chairs the club [@club/2022-03-01#chair].", "Bob Ray chairs the club [@club/2022-03-01#chair].",
        Severity.WARNING,
    ),
    _code(
        "L303", "unreadable-date", "the date in the head of a writeup can be read", "without it the writeup is judged as of today", "write `date: 2026-06-15`",
        "---\ndate: 04/05/2024\n---\nBob Ray chairs the club.", "---\ndate: 2024-05-04\n---\nBob Ray chairs the club.",
    ),
)  # fmt: skip

BY_CODE: dict[str, Rule] = {code.code: code for code in CODES}


def reference() -> str:
    """The page of codes, with their samples."""
    lines = [
        "# What `tenor lint` finds",
        "",
        "This page is made from the codes themselves (`tenor.linting.codes.reference()`); its samples are tests. Errors make the exit code 1, warnings do not.",
        "",
        "| code | | |",
        "| --- | --- | --- |",
        *(f"| [{c.code}](#{c.code.lower()}) | {c.severity.value} | {c.summary} |" for c in CODES),
    ]
    for c in CODES:
        lines += ["", f"## {c.code}", "", f"**{c.name}** ({c.severity.value}): {c.summary}.", "", f"Why: {c.why}.", "", f"Fix: {c.fix}."]
        for word, sample in (("is found", c.bad), ("is not", c.good)):
            lines += ["", f"This {word}:", "", "```markdown", sample, "```"]
    return "\n".join(lines) + "\n"
