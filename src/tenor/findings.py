"""A finding: one thing that is wrong in a record, as a value.

Reading and checking collect findings instead of raising, so that one run reports everything and one bad file never hides another.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from tenor.model import Origin


class Severity(Enum):
    """``ERROR`` keeps a record out or makes answers wrong; ``WARNING`` is advice and never changes the exit code."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Finding:
    """At this place, this rule was broken: ``message`` is what, ``why`` and ``fix`` come from the rule unless the place has a better one."""

    code: str
    message: str
    path: str
    line: int
    column: int
    id: str = ""
    fix: str = ""
    why: str = ""
    severity: Severity = Severity.ERROR

    def sort_key(self) -> tuple[str, int, int, str, str]:
        """By file, then place, then code."""
        return self.path, self.line, self.column, self.code, self.message


def at(origin: Origin, code: str, message: str, *, key: str = "", id: str = "", fix: str = "", severity: Severity = Severity.ERROR) -> Finding:
    """A finding at a record, or at one of its fields where ``key`` names one."""
    line, column = origin.keys.get(key, (origin.line, origin.column))
    return Finding(code=code, message=message, path=origin.path, line=line, column=column, id=id, fix=fix, severity=severity)
