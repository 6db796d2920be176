"""What can go wrong with a call, as one tree of exceptions.

::

    TenorError                 exit 2
    ├── UsageError             a wrong call: unknown option value, bad date in an option
    ├── UnknownName            an id or a name that no record has
    ├── KnowledgeBaseError     the knowledge base is missing or unreadable
    └── NoMatch                exit 1: understood, but nothing is recorded or matches

Problems *in records* are never exceptions: they are collected as :class:`tenor.findings.Finding` values.
"""

from __future__ import annotations


class TenorError(Exception):
    """A problem with one call. ``code`` is stable for scripts, ``hint`` says what to do next, ``where`` names the file or option."""

    exit_code = 2
    code = "error"

    def __init__(self, message: str, *, hint: str = "", where: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.where = where


class UsageError(TenorError):
    """Raised when a call is wrong: an option's value, a date that is none."""

    code = "usage"


class UnknownName(TenorError):
    """Raised when an id or a name is in no record; ``hint`` has the near misses."""

    code = "unknown-name"


class KnowledgeBaseError(TenorError):
    """Raised when the knowledge base is missing, unreadable, or has no valid record."""

    code = "knowledge-base"


class NoMatch(TenorError):
    """Raised when a call was right and nothing is recorded."""

    exit_code = 1
    code = "no-match"
