"""Parties, terms and settings: who can be named, what can be asked, and what the knowledge base is called."""

from __future__ import annotations

import re
import tomllib

from tenor.dates import Edtf, EdtfError, day_number
from tenor.findings import Finding
from tenor.frontmatter import Scalar, Table, decode
from tenor.model import ANSWERS, Origin, Party, Product, Settings, Term, TermQuestion
from tenor.reader.fields import ID, Fields, Sheet, near

_SETTINGS = ("title", "version", "focus", "checked_through", "license", "repository", "base_url", "coarse_ends")
_MONTH_DAY = re.compile(r"(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])")


def party(sheet: Sheet, table: Table, id: str, body: str) -> Party | None:
    """One party, or None where it cannot be used."""
    fields = Fields(sheet, table, f"party:{id}")
    fields.allow()
    name = fields.text("name", required=True)
    kind = fields.text("kind")
    full_name = fields.text("full_name")
    aliases = fields.texts("aliases")
    products = tuple(p for p in (_product(row) for row in fields.tables("products")) if p)
    year = fields.scalar("fiscal_year_ends")
    if year and not _MONTH_DAY.fullmatch(year.text):
        fields.bad("T006", f"`fiscal_year_ends: {year.text}` is no month and day", year, fix="write it like 06-30")
    ids: dict[str, str] = {}
    inner = fields.group("ids")
    if inner:
        ids = {key: inner.text(key) for key in inner.table.entries}
        fields.ok = fields.ok and inner.ok
    formerly = fields.texts("formerly")
    if not fields.done():
        return None
    return Party(id, name, kind, full_name, aliases, products, year.text if year else "", ids, formerly, body, fields.origin)


def _product(row: Fields) -> Product | None:
    id = row.scalar("id")
    if id is None:
        row.require("id")
    elif not ID.fullmatch(id.text):
        row.bad("T008", f"`{id.text}` is no id", id, fix="use lower-case letters, digits, dots and hyphens")
    name, aliases = row.text("name", required=True), row.texts("aliases")
    return Product(id.text, name, aliases) if row.done() and id else None


def term(sheet: Sheet, table: Table, id: str, body: str) -> Term | None:
    """One term, or None where it cannot be used."""
    fields = Fields(sheet, table, f"term:{id}")
    fields.allow()
    label = fields.text("label", required=True)
    answer = fields.text("answer", required=True, choices=ANSWERS)
    many = fields.text("holders", choices=("one", "many")) == "many"
    found = Term(
        id=id, label=label, answer=answer, subject_is=fields.text("subject_is"), holder_is=fields.text("holder_is"), many=many,
        group=fields.text("group"), cuad=fields.text("cuad"), implied_by=fields.refs("implied_by", "term"), implied_from=fields.date("implied_from"),
        sentence=fields.text("sentence"), negative=fields.text("negative"), names=fields.texts("names"), asks=fields.texts("asks"), words=fields.texts("words"),
        denies=fields.texts("denies"), see_also=fields.refs("see_also", "term"),
        questions=tuple(q for q in (_question(row) for row in fields.tables("questions")) if q),
        formerly=fields.texts("formerly"), body=body, origin=fields.origin,
    )  # fmt: skip
    return found if fields.done() else None


def _question(row: Fields) -> TermQuestion | None:
    ask, clauses, yes = row.text("ask", required=True), row.texts("clauses"), row.yes_no("yes")
    return TermQuestion(ask, clauses, yes, row.origin) if row.done() else None


def settings(path: str, data: bytes) -> tuple[Settings | None, list[Finding]]:
    """Read ``tenor.toml``. Gives None only where it is no TOML; a setting that is missing or wrong is a finding and gets a value that claims nothing."""
    text, refused = decode(path, data)
    if refused:
        return None, [refused]
    try:
        found = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        where = re.search(r"at line (\d+), column (\d+)", str(error))
        lines = text.rstrip("\n").count("\n") + 1
        line, column = (int(where[1]), int(where[2])) if where else (lines, 1)
        message = re.sub(r"\s*\(at .*\)$", "", str(error))
        return None, [Finding("T001", f"this is no TOML: {message[:1].lower()}{message[1:]}", path, line, column)]
    sheet = Sheet(path)
    table = Table(1, 1)
    fields = Fields(sheet, table)
    keys: dict[str, tuple[int, int]] = {}
    for key, value in found.items():
        line, column = _toml_place(text, key)
        keys[key] = (line, column)
        if key not in _SETTINGS:
            close = near(key, _SETTINGS)
            sheet.add("T003", f"unknown key `{key}`" + (f"; did you mean `{close}`?" if close else ""), line, column)
        elif not isinstance(value, str):
            sheet.add("T005", f"`{key}` must be text", line, column, fix="put the value in quotation marks")
        elif key == "coarse_ends" and value not in ("doubt", "through"):
            sheet.add("T005", f"`coarse_ends = {value!r}` is not one of the known values", line, column, fix='write "doubt" or "through"')
    texts = {key: value for key, value in found.items() if isinstance(value, str)}
    for key in ("title", "version", "checked_through"):
        if key not in found:
            sheet.add("T004", f"`{key}` is missing", 1, 1, fix=f'add {key} = "…"')
    checked = nothing_checked()
    if "checked_through" in texts:
        try:
            checked = Edtf.recordable(texts["checked_through"])
        except (EdtfError, ValueError) as error:
            fields.bad("T006", f"`checked_through`: {error}", Scalar("", *keys["checked_through"]))
    coarse = texts.get("coarse_ends", "doubt")
    return Settings(
        title=texts.get("title", ""), version=texts.get("version", ""), checked_through=checked, focus=texts.get("focus") or None,
        license=texts.get("license", ""), repository=texts.get("repository", ""), base_url=texts.get("base_url", ""),
        coarse_ends=coarse if coarse in ("doubt", "through") else "doubt", origin=Origin(path, 1, 1, keys),
    ), sheet.findings  # fmt: skip


def nothing_checked() -> Edtf:
    """A day before every record: every answer is then "as last agreed", which is the claim that cannot be wrong."""
    return Edtf.of_day(day_number(1, 1, 1))


def _toml_place(text: str, key: str) -> tuple[int, int]:
    found = re.search(rf"^[ \t]*[\"']?{re.escape(key)}[\"']?[ \t]*=[ \t]*", text, re.MULTILINE) or re.search(
        rf"^\[{re.escape(key)}", text, re.MULTILINE
    )
    if found is None:
        return 1, 1
    return text.count("\n", 0, found.end()) + 1, found.end() - text.rfind("\n", 0, found.end())
