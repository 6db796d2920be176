"""From a row to a fact: what it says, when it begins, and how its end is meant.

Nothing is filled in that the table does not carry.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from tenor.dates import DAWN, FOREVER, Edtf, iso
from tenor.importing import cells
from tenor.importing.people import office
from tenor.importing.table import STATUSES, Problem, Row
from tenor.importing.wordlists import relation
from tenor.model import Value


@dataclass(slots=True)
class Fact:
    """A row that could be read. ``start`` is None where the table does not say; ``end`` is the first day after, with how it is written (``until`` or ``through``)."""

    line: int
    row: Row
    term: str
    subject: str
    holders: tuple[str, ...]
    scope: str
    state: str
    value: Value | None
    start: Edtf | None
    end: Edtf | None
    #: What stands behind ``until:`` or ``through:``, and which.
    end_key: str = ""
    end_text: str = ""
    #: ``date``, ``ongoing``, ``unknown`` or ``missing``.
    end_kind: str = "missing"
    #: The later fact that ends this one on its own first day.
    successor: Fact | None = None
    #: No other row follows at once, and the table says when it ended.
    closes: bool = False
    status: str = ""

    @property
    def group(self) -> tuple[str, str, str]:
        """The lineage, where one holds at a time."""
        return self.term.casefold(), self.subject.casefold(), self.scope.casefold()

    @property
    def who(self) -> tuple[str, ...]:
        """The holders, for comparing."""
        return tuple(h.casefold() for h in self.holders)

    def name(self) -> str:
        """The row in a message."""
        return f"line {self.line} ({' and '.join(self.holders) or (self.value.text if self.value else '') or self.subject})"

    def sure(self) -> tuple[int, int]:
        """The days on which it surely held: its first day alone where nobody knows when it ended."""
        start = self.start.hi if self.start else FOREVER
        if self.end_kind == "ongoing":
            return start, FOREVER
        if self.end is None:
            return start, start + 1
        return start, self.end.lo

    def ends(self, day: Edtf, key: str = "until") -> None:
        """Let it end on a day: the first day after."""
        self.end, self.end_key, self.end_text = day, key, day.text


@dataclass(slots=True)
class Facts:
    """The facts of a table in the order of its rows, which terms more than one can hold at a time, and everything to report."""

    facts: list[Fact] = field(default_factory=list)
    many: set[str] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)
    notes: list[Problem] = field(default_factory=list)
    #: Days that two rows share: the line, what is said of it, and whether it is a single day.
    shared: list[tuple[int, str, bool]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Choices:
    """How a table is to be read where it can be read in more than one way.

    ``coarse_ends`` is doubt or through, or empty where each column means what its name says in the records. ``holders`` is one, many or empty
    (as the rows show). ``handover`` is ``newcomer`` where a day that two rows share belongs to the later one. ``dates`` is dmy, mdy or empty (as the
    cells show). ``people`` says that all holders are people. ``period`` is the time for which sums of money are, where a heading says so.
    """

    coarse_ends: str = ""
    holders: str = ""
    handover: str = ""
    dates: str = ""
    people: bool = False
    period: str = ""


def read_fact(row: Row, choices: Choices, *, alleged: bool) -> Fact:
    """What a row says by itself.

    Raises:
        CellError: a cell cannot be read, or the row contradicts itself or says nothing.
    """
    for name in ("term", "subject"):
        if not row.get(name):
            raise cells.CellError(f"has no {name}")
    holder, value = row.get("holder"), row.get("value")
    state = cells.state(row.get("state")) if row.get("state") else ""
    if holder and cells.vacant(holder):
        holder, state = "", "no"
    if cells.unknown(holder):
        raise cells.CellError(f"names nobody: the holder is {holder!r}")
    holders = tuple(dict.fromkeys(h for part in holder.split(";") if (h := part.strip()) and not cells.blank(h)))
    if choices.people or office(row.get("term")):
        read = [cells.people(h) for h in holders]
        holders = tuple(dict.fromkeys(h for names, _ in read for h in names))
        if said := "; ".join((*(said for _, said in read if said), *([row.get("note")] if row.get("note") else []))):
            row = Row(row.line, {**row.cells, "note": said})
    if not holders and cells.blank(value) and not state:
        raise cells.CellError("has neither a holder nor a value, and no state")
    status = row.get("status").casefold() or ("alleged" if alleged else "reported")
    if status not in STATUSES:
        raise cells.CellError(
            f'the status {row.get("status")!r} is none of {", ".join(STATUSES)} (--map "status:{row.get("status")}=reported" says which, --map status= leaves the column out)'
        )
    given = (
        None
        if cells.blank(value)
        else cells.value(value, row.get("unit") or relation(row.get("term").replace("_", " ")).unit, row.get("hedge"), row.get("basis"))
    )
    if given is not None and choices.period and cells.money(given.unit):
        given = replace(given, unit=f"{given.unit}/{choices.period}")
    start = None if _missing(row.get("from")) else cells.date(row.get("from"), choices.dates)
    fact = Fact(
        row.line, row, row.get("term").replace("_", " "), row.get("subject"), holders, row.get("scope"), state, given, start, None, status=status
    )
    _read_end(fact, choices)
    if fact.start is None and fact.end is None and fact.end_kind != "ongoing":
        raise cells.CellError("has neither a start nor an end (write present as the end of what still holds)")
    if fact.start is not None and fact.end is not None and fact.start.lo >= fact.end.hi:
        written = row.get("until") or row.get("through")
        hint = "; if that is the last day, map the column to through" if row.get("until") and fact.start == fact.end else ""
        raise cells.CellError(f"ends ({written}) before it has held a day ({row.get('from')}){hint}")
    if fact.start is not None and fact.end is not None:
        if fact.start != fact.end and fact.start.hi >= fact.end.hi:
            fact.start = between(fact.start.lo, fact.end.hi - 1)
        elif fact.start.exact and fact.end.lo <= fact.start.lo:
            fact.ends(between(fact.start.lo + 1, fact.end.hi))
    return fact


def without_subject(term: str, subject: str) -> str:
    """``President of France``, of France, is the term ``President``: what the subject says already is no part of it."""
    low, name = term.casefold(), subject.casefold()
    for tail in (f" of {name}", f" of the {name}", f" of {name.removeprefix('the ')}", f" ({name})"):
        if low.endswith(tail):
            return term[: -len(tail)].rstrip(" ,")
    return term


def _missing(text: str) -> bool:
    return cells.blank(text) or cells.unknown(text)


def _read_end(fact: Fact, choices: Choices) -> None:
    written = {key: fact.row.get(key) for key in ("until", "through") if not cells.blank(fact.row.get(key))}
    ends = []
    for key, text in written.items():
        if cells.ongoing(text):
            fact.end_kind = "ongoing"
        elif cells.unknown(text):
            fact.end_kind = "unknown"
        else:
            ends.append(_end(key, cells.date(text, choices.dates), choices.coarse_ends))
    if len(written) > 1 and (len(ends) < 2 or ends[0][0] != ends[1][0]):
        raise cells.CellError(f"until {written['until']} and through {written['through']} are two ends")
    if ends:
        fact.end_kind = "date"
        fact.end, fact.end_key, fact.end_text = ends[0]


def _end(key: str, date: Edtf, coarse: str) -> tuple[Edtf, str, str]:
    """The first day after, and how it is written. A whole month or year is a doubt or the end of that period, as chosen or as the column says."""
    if date.exact or date.precision == "interval" or date.text != date.text.rstrip("~?%"):
        return (date.end_of_period(), key, date.text) if key == "through" else (date, key, date.text)
    if (coarse or ("through" if key == "through" else "doubt")) == "through":
        return date.end_of_period(), "through", date.text
    if key == "until":
        return date, key, date.text
    day = between(date.lo + 1, date.hi + 1)
    return day, "until", day.text


def between(first: int, last: int) -> Edtf:
    """Some day from the first to the last; ``DAWN`` and ``FOREVER`` leave a side open."""
    if first >= last:
        return Edtf.of_day(last)
    return Edtf.parse(f"[{iso(first) if first > DAWN else ''}..{iso(last) if last < FOREVER else ''}]")
