"""T0xx: what reading itself reports. These rules have no check of their own: the reader makes the findings."""

from __future__ import annotations

from tenor.findings import Severity
from tenor.rules.base import Rule, never

_OUT = "what cannot be read is left out of every answer"

_NEW_CHAIR = """
=== clauses
- id: chair
  term: chair
  subject: club
  holder: bob
  {}
  replaces: club/2020-01-01#chair
  says: Bob Ray chairs the club.
  status: confirmed
  cites: [{{source: club-2022-03-01}}]
"""

RULES: tuple[Rule, ...] = (
    Rule(
        "T001", "unreadable-yaml", "a head or a YAML file must be plain YAML, indented with spaces, without anchors, aliases and tags",
        _OUT, "mend the line that is named; when in doubt, put the value in quotation marks",
        "=== parties/ann.md\n---\nname: 'Ann: the chair'\n---\n", "=== parties/cy.md\n---\nname: Cy: the guest # <--\n---\n", never,
    ),
    Rule(
        "T002", "not-utf-8", "files are UTF-8, without control characters",
        "a byte that means another character elsewhere makes records that differ from machine to machine", "save the file as UTF-8",
        "=== parties/ann.md\n---\nname: Anné Lee\n---\n", "=== parties/cy.md\n---\nname: Cy\udce9 # <--\n---\n", never,
    ),
    Rule(
        "T003", "unknown-key", "every key is one that the format knows",
        "a mistyped key would be ignored, and the record would say something else", "correct the key, or put the text into the prose below the head",
        _NEW_CHAIR.format("from: 2022-03-01"), _NEW_CHAIR.format("form: 2022-03-01 # <--"), never,
    ),
    Rule(
        "T004", "missing-key", "required keys are there",
        "without it the record cannot answer anything", "add the key",
        "=== parties/ann.md\n---\nname: Ann Lee\nkind: person\n---\n", "=== parties/cy.md\n---\nkind: person # <--\n---\n", never,
    ),
    Rule(
        "T005", "bad-value", "a value has the shape, and is one of the words, that its key takes",
        _OUT, "write the value as docs/records.md shows it",
        _NEW_CHAIR.format("from: 2022-03-01\n  exclusive: yes"), _NEW_CHAIR.format("from: 2022-03-01\n  exclusive: true # <--"), never,
    ),
    Rule(
        "T006", "bad-date", "a date is an EDTF date that exists",
        "every answer is computed from days", "write 2026, 2026-04 or 2026-04-27, with ~ or ? where it is uncertain",
        _NEW_CHAIR.format("from: 2022-02-28"), _NEW_CHAIR.format("from: 2022-02-30 # <--"), never,
    ),
    Rule(
        "T007", "duplicate-id", "an id belongs to one record, for good",
        "a citation would lead to two records; the first one stands and the second is left out", "give the second record another id",
        "=== sources/extra.yaml\nreferences:\n  - {id: extra-1, type: book, title: Extra, publisher: E, issued: 2020, custom: {tier: press, read: full, no_url: in print}}\n",
        "=== sources/extra.yaml\nreferences:\n  - {id: club-2020-01-01, type: book, title: Extra, publisher: E, issued: 2020, custom: {tier: press, read: full, no_url: in print}} # <--\n",
        never,
    ),
    Rule(
        "T008", "bad-id", "ids and file names are lower-case letters, digits, dots and hyphens",
        "ids stand in addresses, on command lines and in citations", "rename it",
        _NEW_CHAIR.format("from: 2022-03-01"), _NEW_CHAIR.format("from: 2022-03-01").replace("id: chair", "id: New_Chair # <--"), never,
    ),
    Rule(
        "T009", "doubled-key", "a key stands once in its group",
        "one of the two values would be lost without a word", "keep one of them, or make a list",
        "=== parties/cy.md\n---\nname: Cy\naliases: [C, Cyrus]\n---\n", "=== parties/cy.md\n---\nname: Cy\naliases: C\naliases: Cyrus # <--\n---\n", never,
    ),
    Rule(
        "T010", "no-head", "a record starts with a line of ---, has a head, and a second line of ---",
        "the head is the record; the prose below it is for people", "put a line of --- before and after the head",
        "=== parties/cy.md\n---\nname: Cy\n---\nProse.\n", "=== parties/cy.md\n---\nname: Cy # <--\n", never,
    ),
    Rule(
        "T011", "refused-file", "records are regular files of at most 4 MiB inside the knowledge base, and tenor.toml is one of them",
        "a link that leads elsewhere would make the same folder mean different things on two machines", "put the file itself into the folder",
        "", "", never,
    ),
    Rule(
        "T012", "stray-file", "text files stand where records are read",
        "a record in the wrong place is in no answer, and nobody would notice", "move or rename the file",
        "", "", never, Severity.WARNING,
    ),
)  # fmt: skip
