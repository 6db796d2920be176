"""Deals, their instruments, and the clauses in them."""

from __future__ import annotations

from tenor.frontmatter import Table
from tenor.model import INSTRUMENT_KINDS, STATES, STATUSES, Clause, Coverage, Deal, Instrument, Restatement
from tenor.reader.fields import ID, Fields, Sheet
from tenor.reader.values import cites, value


def deal(sheet: Sheet, table: Table, id: str, body: str) -> Deal | None:
    """One ``deal.md``, or None where it cannot be used."""
    fields = Fields(sheet, table, id)
    fields.allow()
    title = fields.text("title", required=True)
    kind = fields.text("kind")
    parties = fields.refs("parties", "party")
    if not parties:
        fields.require("parties")
    summary = fields.text("summary")
    names = fields.texts("names")
    coverage = tuple(c for c in (_coverage(row) for row in fields.tables("coverage")) if c)
    formerly = fields.texts("formerly")
    if not fields.done():
        return None
    return Deal(id, title, kind, parties, summary, names, coverage, formerly, body, fields.origin)


def _coverage(row: Fields) -> Coverage | None:
    if "terms" not in row.table.entries:
        row.require("terms", fix="write `terms: all`, or a list of terms")
    terms = row.refs("terms", "term")
    start = row.date("from")
    checked = row.date("checked_through", required=True)
    sources, gaps = row.text("sources"), row.text("gaps")
    if not row.done() or checked is None:
        return None
    return Coverage(() if terms == ("all",) else terms, start, checked, sources, gaps, row.origin)


def instrument(sheet: Sheet, table: Table, id: str, body: str) -> Instrument | None:
    """One dated document with the clauses that could be read, or None where the document itself cannot be used.

    Clauses that are wrong are left out with a finding, and their ids noted as broken, so that references to them are not reported again.
    """
    fields = Fields(sheet, table, id)
    deal_id = id.partition("/")[0]
    fields.allow()
    title = fields.text("title", required=True)
    kind = fields.text("kind", required=True, choices=INSTRUMENT_KINDS)
    parties = fields.refs("parties", "party")
    announced, signed, effective, published = (fields.date(key) for key in ("announced", "signed", "effective", "published"))
    if not any(key in table.entries for key in ("announced", "signed", "effective", "published")):
        fields.require("announced", fix="add `announced:` with the day on which it became public")
    amends = fields.texts("amends")
    binding = fields.yes_no("binding")
    text_public = fields.text("text_public", choices=("full", "summary", "none"))
    names = fields.texts("names")
    sources = fields.refs("sources", "source")
    restates = tuple(r for r in (_restatement(row) for row in fields.tables("restates", strict=True)) if r)
    clauses: list[Clause] = []
    seen: dict[str, int] = {}
    for row in fields.tables("clauses", strict=True):
        found = _clause(row, id, deal_id, seen)
        if found:
            clauses.append(found)
    also_in = fields.refs("also_in", "deal")
    formerly = fields.texts("formerly")
    if not fields.done():
        sheet.broken.append(id)
        return None
    return Instrument(
        id=id, deal=deal_id, title=title, kind=kind, parties=parties, announced=announced, signed=signed, effective=effective, published=published,
        amends=amends, binding=binding, text_public=text_public, names=names, sources=sources, restates=restates, clauses=tuple(clauses),
        also_in=also_in, formerly=formerly, body=body, origin=fields.origin,
    )  # fmt: skip


def _restatement(row: Fields) -> Restatement | None:
    clause = row.text("clause", required=True)
    found = cites(row)
    says = row.text("says")
    return Restatement(clause, found, says, row.origin) if row.done() else None


def _clause(row: Fields, instrument_id: str, deal_id: str, seen: dict[str, int]) -> Clause | None:
    local = row.scalar("id")
    if local is None:
        row.require("id")
    elif not ID.fullmatch(local.text):
        row.bad("T008", f"`{local.text}` is no id", local, fix="use lower-case letters, digits, dots and hyphens")
    id = f"{instrument_id}#{local.text if local else ''}"
    row.id = id
    if local is not None and local.text in seen:
        # The first one stands; this one is only reported, so its id is not broken.
        row.bad(
            "T007", f"the clause id `{local.text}` is taken (line {seen[local.text]})", local, fix="give this clause an id of its own: <term>-<scope>"
        )
        return None
    if local is not None:
        seen[local.text] = local.line
    clause = _read_clause(row, id, instrument_id, deal_id)
    if clause is None:
        row.sheet.broken.append(id)
    return clause


def _read_clause(row: Fields, id: str, instrument_id: str, deal_id: str) -> Clause | None:
    unstated = row.flag("unstated")
    term = row.ref("term", "term", required=True)
    subject = row.ref("subject", "party", required=True)
    holder = row.ref("holder", "party") or None
    holders = row.refs("holders", "party")
    if holder and holders:
        row.bad(
            "T005",
            "`holder` and `holders` cannot stand together",
            row.table.entries["holders"],
            fix="keep `holder` for one, `holders` for joint ones",
        )
    start, until, through = row.date("from"), row.date("until"), row.date("through")
    observed = row.dates("observed")
    if "from" not in row.table.entries and "observed" not in row.table.entries:
        row.require("from", fix="add `from:` with the first day, or `observed:` with the days on which it was seen")
    if until and through:
        row.bad("T005", "`until` and `through` cannot stand together", row.table.entries["through"], fix="keep the one that the text says")
    status = row.text("status", choices=STATUSES)
    if not status and "status" not in row.table.entries:
        if unstated:
            status = "unstated"
        else:
            row.require("status")
    says = row.text("says", required=not unstated)
    clause = Clause(
        id=id, instrument=instrument_id, deal=deal_id, term=term, subject=subject, says=says, status=status,
        holder=holder, holders=holders, via=row.text("via") or None, scope=row.text("scope") or None,
        exclusive=row.yes_no("exclusive"), state=row.text("state", choices=STATES) or None, value=value(row),
        start=start, until=until, through=through, ends_when=row.text("ends_when"), ended_by=row.text("ended_by") or None, observed=observed,
        label=row.text("label"), words=row.texts("words"), note=row.text("note"), cites=cites(row), from_clauses=row.texts("from_clauses"),
        replaces=row.texts("replaces"),
        adds_to=row.text("adds_to") or None, part_of=row.text("part_of") or None, exception_to=row.text("exception_to") or None,
        discloses=row.text("discloses") or None, retracts=row.texts("retracts"), unstated=unstated, last_stated=row.text("last_stated") or None,
        also_in=row.refs("also_in", "deal"), formerly=row.texts("formerly"), origin=row.origin,
    )  # fmt: skip
    return clause if row.done() else None
