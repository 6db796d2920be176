"""A question for what the report of a fiscal year has, which only a document of the months after that year tells."""

from __future__ import annotations

from tenor.ask.again.ways import shape
from tenor.dates import parse_day

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from tenor.ask.interpreting.question import Question

    Document = dict[str, Any]

_IN_ITS_REPORT = shape(
    r",? (?:in|with|by) (?:its|the|their) (?:(?:annual|yearly) (?:report|filing)|10-K)(?: (?:for|of))? (?:the )?(?:fiscal|financial)(?: year)?(?: of)? (?P<year>(?:19|20)\d\d)\b"
    r"|,? (?:in|with|by) (?:its|the|their) (?:fiscal|financial)(?: year)? (?P<other>(?:19|20)\d\d) (?:annual |yearly )?(?:report|filing|10-K)\b"
)
#: How long after the end of a year its report comes out at the latest.
_LATEST_REPORT = 130


def in_another_report(question: Question, told: list[Document]) -> bool:
    """True where a question asks for what the report of a year has, and none of these is from it."""
    last = _end_of_its_year(question)
    sql = "SELECT 1 FROM instrument WHERE id = ? AND announced > ? AND announced_last <= ?"
    return last is not None and not any(c["instrument"] and question.store.query(sql, c["instrument"], last, last + _LATEST_REPORT) for c in told)


def _end_of_its_year(question: Question) -> int | None:
    """The last day of the year of whose report a question speaks."""
    found = _IN_ITS_REPORT.search(question.question)
    ends = {str(question.lexicon.document(f"party:{p}").get("fiscal_year_ends") or "") for p in question.parties()} - {""} if found else set()
    return parse_day(f"{found['year'] or found['other']}-{ends.pop()}") if found is not None and len(ends) == 1 else None
