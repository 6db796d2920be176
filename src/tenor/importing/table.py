"""A table as rows of named cells: CSV (comma, semicolon or tab) or JSON Lines, with the columns found by name or as the caller maps them."""

from __future__ import annotations

import csv
import io
import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tenor.errors import UsageError

#: Every field that a row can have, with what a column of it may be called besides the field's own name.
FIELDS: Mapping[str, tuple[str, ...]] = {
    "term": ("office", "predicate", "property", "relation", "post", "position", "role", "contract type", "contract"),
    "subject": ("entity", "item", "country", "organization", "organisation", "company", "customer", "client"),
    "holder": ("officeholder", "office holder", "holders", "incumbent", "name", "person", "vendor", "supplier", "contractor", "provider"),
    "value": ("amount", "annual value", "contract value", "total value", "fee", "annual fee", "price", "cost"),
    "unit": ("currency",),
    "hedge": (),
    "basis": (),
    "scope": (),
    "state": (),
    "from": (
        "start", "start date", "start time", "starts", "started", "begin", "begins", "since", "valid from", "from date", "date from", "first day",
        "took office", "term start", "effective", "effective date", "effective from",
    ),
    "until": ("valid until", "first day after"),
    "through": ("last day",),
    "status": (),
    "source": ("reference", "ref", "sources"),
    "url": ("source url", "link"),
    "published": ("source date",),
    "by": (),
    "note": ("notes", "comment", "remarks"),
}  # fmt: skip
#: What a row's status can be.
STATUSES = ("confirmed", "reported", "alleged", "opinion", "disputed")
#: Before a status as the table writes it, where a mapping says which of these it is.
_STATUS = "status:"
#: A column of ends by such a name may hold the last day or the first day after.
_UNCLEAR_ENDS = (
    "end", "end date", "end time", "ends", "ended", "to", "to date", "date to", "finish", "valid to", "left office", "term end", "expiry", "expiry date",
    "expires", "expiration", "expiration date",
)  # fmt: skip
#: The subject of an office that says itself of what it is; its terms never name it.
UNNAMED = "unnamed"
#: What a column of terms may be called and what its cells may say instead of an office: then the value beside it is the office, and the subject holds it.
_OFFICE = ("office", "post", "position", "role")
#: Names of columns that say nothing of what stands in them.
SAYS_NOTHING = frozenset((*FIELDS, "property", "predicate", "relation", "item", "entity", "name"))
#: A number that somebody gave to a row, which names no source.
_CODE = re.compile(r"([A-Za-z]{1,6}[-./# ]?)?\d[\d./-]*[A-Za-z]?|")
#: So many statuses of a table are told, the most frequent first.
_MOST_TOLD = 6
_MAX_BYTES = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Problem:
    """At this line of the table something is wrong, or was read in a way that the reader should know of."""

    line: int
    what: str


@dataclass(frozen=True, slots=True)
class Row:
    """One row: the line on which it starts, and its cells by field, without those that are blank."""

    line: int
    cells: Mapping[str, str]

    def get(self, field: str) -> str:
        """The cell, or an empty text."""
        return self.cells.get(field, "")


@dataclass(frozen=True, slots=True)
class Table:
    """The rows that could be read, what was wrong with the others, and the columns that no field takes."""

    rows: tuple[Row, ...]
    problems: tuple[Problem, ...]
    unused: tuple[str, ...]
    columns: Mapping[str, str]
    notes: tuple[Problem, ...] = ()


def pairs(text: str, flag: str) -> dict[str, str]:
    """``field=column,field=column`` as a dictionary.

    Raises:
        UsageError: a part has no ``=``, or names no field.
    """
    found: dict[str, str] = {}
    for part in filter(None, (p.strip() for p in text.split(","))):
        field, equals, given = (p.strip() for p in part.partition("="))
        if not equals:
            raise UsageError(f"{flag} takes field=name pairs, not {part!r}", hint=f"{flag} subject=Country,holder=Name", where=flag)
        if flag == "--map" and field.startswith(_STATUS) and given not in STATUSES:
            raise UsageError(f"--map: {given!r} is no status", hint=f'--map "{field}=reported"; the statuses are {", ".join(STATUSES)}', where=flag)
        if field not in FIELDS and not (flag == "--map" and field.startswith(_STATUS)):
            raise UsageError(f"{flag}: there is no field {field!r}", hint=f"the fields are {', '.join(FIELDS)}", where=flag)
        found[field] = given
    return found


def read(path: Path, columns: Mapping[str, str], constants: Mapping[str, str]) -> Table:
    """Read a table.

    Args:
        path: the file; ``.jsonl`` and ``.ndjson`` are JSON Lines, everything else is CSV.
        columns: field → column, where the column is not called by the field's name; an empty column leaves the field out. ``status:signed`` → ``confirmed``
            says what a status of the table is.
        constants: field → what every row has there, where its own cell is blank.

    Raises:
        UsageError: the file cannot be read, or its columns are not clear.
    """
    try:
        with path.open("rb") as file:
            data = file.read(_MAX_BYTES + 1)
        if len(data) > _MAX_BYTES:
            raise UsageError(f"the table has more than {_MAX_BYTES // 2**20} MiB", where=str(path), hint="split it")
        text = _decoded(data, path)
    except OSError as error:
        raise UsageError(f"the table cannot be read: {error.strerror}", where=str(path)) from error
    meant = {field.removeprefix(_STATUS).strip().casefold(): status for field, status in columns.items() if field.startswith(_STATUS)}
    columns = {field: column for field, column in columns.items() if not field.startswith(_STATUS)}
    records, problems = _json_lines(text) if path.suffix.lower() in (".jsonl", ".ndjson") else _csv(text, columns)
    header = dict.fromkeys(name for _, record in records for name in record)
    if not header:
        if problems:
            raise UsageError(f"no row could be read: {problems[0].what}", where=f"{path}:{problems[0].line}")
        raise UsageError("the table has no rows", where=str(path))
    matched = _columns(list(header), columns, path)
    if "source" in matched and "source" not in columns and all(_CODE.fullmatch(_clean(r.get(matched["source"], ""))) for _, r in records):
        del matched["source"]  # numbers of the rows themselves
    if "subject" not in matched and "holder" in columns and _plain(columns["holder"]) in ("subject", *FIELDS["subject"]):
        constants = {"subject": UNNAMED, **constants}  # whoever the facts are of holds what they say
    for field in ("term", "subject"):
        if field not in matched and field not in constants:
            hint = f"--map {field}=COLUMN names it, --set {field}=NAME gives one for all rows; the columns are {listed(list(header))}"
            raise UsageError(f"no column has the {field}", where=str(path), hint=hint)
    if not any(field in matched or field in constants for field in ("from", "until", "through")):
        hint = f"--map from=COLUMN names the first day, --map until=COLUMN the first day after; the columns are {listed(list(header))}"
        raise UsageError("no column has days", where=str(path), hint=hint)
    rows = []
    for line, record in records:
        cells = {field: _clean(record.get(column, "")) for field, column in matched.items()}
        cells = {field: cell for field, cell in ({**constants} | {f: c for f, c in cells.items() if c}).items() if cell}
        if "status" in cells:
            cells["status"] = meant.get(cells["status"].casefold(), cells["status"])
        rows.append(Row(line, cells))
    _refuse_statuses(rows, path)
    turned = {} if {"term", "subject", "holder", "value"} & columns.keys() else {row.line: row for row in map(_turned, rows) if row is not None}
    notes = []
    if turned:
        first = next(iter(turned.values()))
        said = f"{first.get('holder')} has the office {first.get('term')!r}, as in every row whose {matched['term']} is an office in general"
        notes.append(Problem(first.line, f"{said} (--map value={matched.get('value') or matched.get('holder')} leaves it as it stands)"))
    rows = [turned.get(row.line, row) for row in rows]
    return Table(tuple(rows), tuple(problems), tuple(c for c in header if c not in matched.values() and c), matched, tuple(notes))


def _refuse_statuses(rows: Sequence[Row], path: Path) -> None:
    """Ask what the statuses of a table are, where most of them are others than the ones there are. Raises :class:`UsageError`."""
    told = [row.get("status") for row in rows if row.get("status")]
    other = Counter(status for status in told if status.casefold() not in STATUSES)
    if 2 * other.total() > len(told):
        counted = ", ".join(f"{status!r} ({n} row{'s' if n > 1 else ''})" for status, n in other.most_common(_MOST_TOLD))
        hint = ",".join(f"{_STATUS}{status}=reported" for status, _ in other.most_common(_MOST_TOLD))
        raise UsageError(
            f"the statuses {counted} are none of {', '.join(STATUSES)}",
            where=str(path),
            hint=f'--map "{hint}" says for each which of these it is, --map status= leaves the column out',
        )


def _decoded(data: bytes, path: Path) -> str:
    """The text of a file: UTF-8, or UTF-16 where its first bytes say so."""
    if data.startswith(b"PK\x03\x04"):
        raise UsageError("this is a workbook or an archive, and no table as text", where=str(path), hint="save its sheet as CSV (UTF-8)")
    try:
        return data.decode("utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        place = f"{path}:{before.count(10) + 1}:{error.start - before.rfind(10)}"
        raise UsageError(
            f"the byte 0x{data[error.start]:02x} is not {error.encoding.upper()}", where=place, hint="save the table as UTF-8"
        ) from error


def _turned(row: Row) -> Row | None:
    """``Ann | position held | Mayor of Town``: the value is the office, and the subject holds it. None for a row that is no such one."""
    held = row.get("value") or row.get("holder")
    if _plain(row.get("term")).removesuffix(" held") not in _OFFICE or not held or (row.get("value") and row.get("holder")):
        return None
    cells = {field: cell for field, cell in row.cells.items() if field != "value"}
    return Row(row.line, {**cells, "term": held, "holder": row.get("subject"), "subject": UNNAMED})


def _clean(text: str) -> str:
    """One line of printable text."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def _columns(header: list[str], wanted: Mapping[str, str], path: Path) -> dict[str, str]:
    known = {_plain(column): column for column in reversed(header)}
    matched: dict[str, str] = {}
    for field, column in wanted.items():
        if column and _plain(column) not in known:
            raise UsageError(f"there is no column {column!r}", where=str(path), hint=f"the columns are {listed(header)}")
        if column:
            matched[field] = known[_plain(column)]
    for field, aliases in FIELDS.items():
        if field in wanted:
            continue
        for name in (said for called in (field, *aliases) for said in (f"{called} label", called)):  # "itemLabel", beside the code of the item
            if name in known and known[name] not in matched.values():
                matched[field] = known[name]
                break
    if "until" not in matched and "through" not in matched and "until" not in wanted and "through" not in wanted:
        for name in _UNCLEAR_ENDS:
            if name in known and known[name] not in matched.values():
                column = known[name]
                raise UsageError(
                    f"the column {column!r} may hold the last day, or the first day after",
                    where=str(path),
                    hint=f'--map "through={column}" for the last day, --map "until={column}" for the first day after',
                )
    return matched


def _plain(column: str) -> str:
    return re.sub(r"[\s_-]+", " ", re.sub(r"(?<=[a-z])(?=[A-Z])", " ", column)).strip().casefold()


def _csv(text: str, wanted: Mapping[str, str]) -> tuple[list[tuple[int, dict[str, str]]], list[Problem]]:
    first = text.partition("\n")[0]
    names = {_plain(name) for names in FIELDS.items() for name in (names[0], *names[1])} | {_plain(c) for c in wanted.values()} | set(_UNCLEAR_ENDS)
    delimiter = max(",;\t|", key=lambda d: (sum(_plain(c.strip('"')) in names for c in first.split(d)), first.count(d)))
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    records: list[tuple[int, dict[str, str]]] = []
    problems: list[Problem] = []
    header: list[str] = []
    line = began = 1
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            if records and records[-1][0] == began and _unclosed(text, began, delimiter):
                problems.append(Problem(began, "a quotation mark is opened and never closed: everything behind it is one cell"))
                records.pop()
            return records, problems
        except csv.Error as error:
            problems.append(Problem(line, f"this is no CSV: {error}"))
            line = reader.line_num + 1
            continue
        if any(cell.strip() for cell in cells):
            if not header:
                header = [_clean(cell) for cell in cells]
                if doubled := next((c for n, c in enumerate(header) if c and c in header[:n]), ""):
                    raise UsageError(f"two columns are called {doubled!r}", where=f"line {line}", hint="rename one of them")
            elif len(cells) != len(header) and any(cell.strip() for cell in cells[len(header) :]):
                problems.append(Problem(line, f"has {len(cells)} cells, and the table has {len(header)} columns"))
            else:
                records.append((line, dict.fromkeys(header, "") | dict(zip(header, cells, strict=False))))
        began, line = line, reader.line_num + 1


def _unclosed(text: str, line: int, delimiter: str) -> bool:
    """True where the record that starts on this line goes on to the end of the file, since nothing closes its quotation mark."""
    try:
        next(csv.reader(io.StringIO(text, newline="").readlines()[line - 1 :], delimiter=delimiter, strict=True))
    except csv.Error as error:
        return "end of data" in str(error)
    return False


def _json_lines(text: str) -> tuple[list[tuple[int, dict[str, str]]], list[Problem]]:
    records: list[tuple[int, dict[str, str]]] = []
    problems: list[Problem] = []
    for line, written in enumerate(text.split("\n"), 1):
        if not written.strip():
            continue
        try:
            found = json.loads(written)
        except (ValueError, RecursionError) as error:
            problems.append(Problem(line, f"this is no JSON: {error}"))
            continue
        if not isinstance(found, dict):
            problems.append(Problem(line, "this is no JSON object"))
        elif bad := next(
            (k for k, v in found.items() if isinstance(v, dict) or (isinstance(v, list) and any(isinstance(i, dict | list) for i in v))), ""
        ):
            problems.append(Problem(line, f"{bad!r} is a group; a cell is text, a number or a list of texts"))
        else:
            records.append((line, {str(_clean(k)): _cell(v) for k, v in found.items()}))
    return records, problems


def _cell(value: object) -> str:
    """A JSON value as the text that a spreadsheet would show. A list is joined as joint holders are written."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, list):
        return "; ".join(_cell(item) for item in value)
    return str(value)


_LISTED = 20


def listed(names: Sequence[str]) -> str:
    """Names with commas; of very many, the first ones and how many more there are."""
    more = len(names) - _LISTED
    return ", ".join(names) if more <= 1 else f"{', '.join(names[:_LISTED])} and {more:,} more"


def lines(problems: Iterator[Problem] | tuple[Problem, ...], name: str) -> list[str]:
    """``facts.csv:12: what`` for each, by line."""
    return [f"{name}:{p.line}: {p.what}" for p in sorted(problems, key=lambda p: p.line)]
