"""What happened, what was measured, what is contested and what somebody said: the records that are no agreement."""

from __future__ import annotations

from tenor.frontmatter import Table
from tenor.model import STATUSES, VERDICTS, Claim, Commentary, Dispute, Event, Measurement, Observation, Position, Value
from tenor.reader.fields import ID, Fields, Sheet
from tenor.reader.values import cites, value


def event(sheet: Sheet, table: Table, id: str, body: str) -> Event | None:
    """One event, or None where it cannot be used."""
    fields = Fields(sheet, table, f"event:{id}")
    fields.allow()
    title = fields.text("title", required=True)
    date = fields.date("date", required=True)
    status = fields.text("status", required=True, choices=STATUSES)
    says = fields.text("says", required=True)
    kind = fields.text("kind")
    parties, about = fields.refs("parties", "party"), fields.texts("about")
    names, words, note, formerly = fields.texts("names"), fields.texts("words"), fields.text("note"), fields.texts("formerly")
    found = cites(fields)
    if not fields.done() or date is None:
        return None
    return Event(id, title, date, says, status, kind, parties, names, words, about, found, note, formerly, body, fields.origin)


def dispute(sheet: Sheet, table: Table, id: str, body: str) -> Dispute | None:
    """One dispute, or None where it cannot be used."""
    fields = Fields(sheet, table, f"dispute:{id}")
    fields.allow()
    title = fields.text("title", required=True)
    about = fields.texts("about")
    if not about:
        fields.require("about")
    if "positions" not in table.entries:
        fields.require("positions")
    rows = fields.tables("positions")
    positions = tuple(Position(row.text("says", required=True), row.text("value"), cites(row)) for row in rows)
    good = [row.done() for row in rows]
    fields.ok = fields.ok and all(good)
    prefers = None
    choice = fields.scalar("prefers")
    if choice is not None and choice.text.isdecimal() and 1 <= int(choice.text) <= len(positions):
        prefers = int(choice.text)
    elif choice is not None:
        fields.bad("T005", f"`prefers: {choice.text}` is not the number of a position", choice, fix=f"write a number from 1 to {len(positions)}")
    found = Dispute(
        id, title, about, positions, fields.text("field"), prefers, fields.text("by_rule"), fields.yes_no("answer"), fields.text("why"), fields.texts("names"),
        fields.texts("words"), fields.texts("formerly"), body, fields.origin,
    )  # fmt: skip
    return found if fields.done() else None


def observation(sheet: Sheet, table: Table, id: str, body: str) -> Observation | None:
    """One observation, or None where it cannot be used."""
    fields = Fields(sheet, table, f"observation:{id}")
    fields.allow()
    title = fields.text("title", required=True)
    measured = fields.period("measured", required=True)
    status = fields.text("status", required=True, choices=STATUSES)
    method = fields.text("method")
    by = fields.ref("by", "party") or None
    values: list[Measurement] = []
    for number, row in enumerate(fields.tables("values")):
        if "value" not in row.table.entries:
            row.require("value")
        what, amount = row.text("what", required=True), value(row)
        at, names, words = row.text("at"), row.texts("names"), row.texts("words")
        usable = row.done()
        fields.place(f"values.{number}", row)
        fields.ok = fields.ok and usable
        if usable:
            values.append(Measurement(what, amount or Value(), at, names, words))
    found = Observation(
        id, title, measured, status, method, by, fields.text("data_license"), fields.texts("names"), fields.texts("about"), tuple(values),
        cites(fields), fields.texts("formerly"), body, fields.origin,
    )  # fmt: skip
    return found if fields.done() else None


def commentary(sheet: Sheet, table: Table, id: str, body: str) -> Commentary | None:
    """One commentary with the claims that could be read, or None where it cannot be used."""
    fields = Fields(sheet, table, f"commentary:{id}")
    fields.allow()
    title = fields.text("title", required=True)
    speaker = fields.ref("speaker", "party", required=True)
    published = fields.date("published", required=True)
    source = fields.ref("source", "source", required=True)
    seen: dict[str, int] = {}
    claims = [c for c in (_claim(row, id, seen) for row in fields.tables("claims")) if c]
    names = fields.texts("names")
    if not fields.done() or published is None:
        return None
    return Commentary(id, title, speaker, published, source, tuple(claims), names, body, fields.origin)


def _claim(row: Fields, commentary_id: str, seen: dict[str, int]) -> Claim | None:
    id = row.scalar("id")
    if id is None:
        row.require("id")
    else:
        row.id = f"commentary:{commentary_id}#{id.text}"
        if not ID.fullmatch(id.text):
            row.bad("T008", f"`{id.text}` is no id", id, fix="use lower-case letters, digits, dots and hyphens")
        if id.text in seen:
            row.bad("T007", f"the claim id `{id.text}` is taken (line {seen[id.text]})", id)
            return None
        seen[id.text] = id.line
    says = row.text("says", required=True)
    status = row.text("status", required=True, choices=("alleged", "opinion"))
    verdict = row.text("verdict", required=True, choices=VERDICTS)
    about, on, names, words = row.texts("about"), row.date("on"), row.texts("names"), row.texts("words")
    evidence, found, note, formerly = row.texts("evidence"), cites(row), row.text("our_note"), row.texts("formerly")
    if not row.done():
        row.sheet.broken.append(row.id)
        return None
    return Claim(id.text if id else "", says, status, verdict, about, on, names, words, evidence, found, note, formerly, row.origin)
