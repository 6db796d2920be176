"""What a rule is, and the small knowledge base that every rule's samples are laid over."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from tenor.findings import Finding, Severity
from tenor.model import Records

#: The mark that a bad sample sets on the line at which the finding must point.
MARK = "# <--"

#: A club with a chair, a rented house and a rule about guests: every term shape in as few lines as possible.
BASE = """
=== tenor.toml
title = "Club"
version = "1"
checked_through = "2024-12-31"
=== parties/club.md
---
name: Harbor Club
---
=== parties/ann.md
---
name: Ann Lee
---
=== parties/bob.md
---
name: Bob Ray
products: [{id: mill, name: The Mill}]
---
=== terms/chair.md
---
label: Chair
answer: holder
sentence: "{holder} {is|was} chair of {subject}"
names: [chair, chairperson]
---
=== terms/rent.md
---
label: Rent
answer: amount
holders: many
sentence: "{subject} {pays|paid} {holder} {value}"
names: [rent]
---
=== terms/guests.md
---
label: Guests
answer: yes-no
sentence: "{subject} {allows|allowed} guests"
negative: "{subject} {does|did} not allow guests"
names: [guests]
---
=== deals/club/deal.md
---
title: The club
parties: [club, ann, bob]
---
=== deals/club/2020-01-01.md
---
title: First statutes
kind: agreement
announced: 2020-01-01
sources: [club-2020-01-01]
clauses:
  - id: chair
    term: chair
    subject: club
    holder: ann
    from: 2020-01-01
    says: Ann Lee chairs the club.
    status: confirmed
    cites: [{source: club-2020-01-01, at: article 1}, {source: gazette-2022-03-02}]
---
=== sources/club.yaml
references:
  - {id: club-2020-01-01, type: webpage, title: Statutes, publisher: Harbor Club, issued: 2020-01-01, URL: "https://club.example/1", custom: {tier: party, by: club, read: full}}
  - {id: club-2022-03-01, type: webpage, title: New statutes, publisher: Harbor Club, issued: 2022-03-01, URL: "https://club.example/2", custom: {tier: party, by: club, read: full}}
=== sources/gazette.yaml
references:
  - {id: gazette-2022-03-02, type: article-newspaper, title: New rules at the club, container-title: Gazette, issued: 2022-03-02, URL: "https://gazette.example/1", custom: {tier: press, read: full}}
  - {id: blog-2022-03-03, type: post-weblog, title: My view, publisher: A blog, issued: 2022-03-03, URL: "https://blog.example/1", custom: {tier: commentary, read: full}}
"""

#: A sample's section ``=== clauses`` has only clauses: they stand in this second document of the club's.
_DOCUMENT = """---
title: New statutes
kind: amendment
announced: 2022-03-01
sources: [club-2022-03-01]
clauses:
{}---
"""


@dataclass(frozen=True, slots=True)
class Rule:
    """Records must be so, because of ``why``; where one is not, do ``fix``. ``bad`` breaks me once, at its marked line, and ``good`` does not.

    Both samples are laid over :data:`BASE`; they are what the tests run and what the reference page shows. ``bad`` is empty where no text can show it.
    ``evidence_only`` rules weigh how thin the support is, and run only where that is asked for.
    """

    code: str
    name: str
    summary: str
    why: str
    fix: str
    good: str
    bad: str
    check: Callable[[Records], Iterable[Finding]]
    severity: Severity = Severity.ERROR
    evidence_only: bool = False


def never(records: Records) -> Iterable[Finding]:
    """The check of rules that reading itself applies."""
    return ()


def expand(sample: str) -> dict[str, str]:
    """The files of a sample laid over the base, by path."""
    files: dict[str, str] = {}
    for text in (BASE, sample):
        for section in text.strip("\n").split("=== ")[1:]:
            path, _, body = section.partition("\n")
            if path.strip() == "clauses":
                files["deals/club/2022-03-01.md"] = _DOCUMENT.format("".join(f"  {line}\n" for line in body.strip("\n").split("\n")))
            else:
                files[path.strip()] = body
    return files


def write(sample: str, root: Path) -> Path:
    """Write a sample as a folder. A lone surrogate in it stands for a byte that is no UTF-8."""
    for path, body in expand(sample).items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(body.encode("utf-8", "surrogateescape"))
    return root


def marked(sample: str) -> tuple[str, int]:
    """The path and line at which the finding of a bad sample must point."""
    for path, body in expand(sample).items():
        for number, line in enumerate(body.split("\n"), 1):
            if MARK in line:
                return path, number
    raise ValueError("the sample marks no line")
