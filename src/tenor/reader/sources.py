"""The bibliography (CSL-YAML with our own fields under ``custom``) and the log of changes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tenor.frontmatter import Listing, Node, Scalar, Table
from tenor.model import READ_MARKS, TIERS, URL_MARKS, Change, Source
from tenor.reader.fields import ID, Fields, Sheet, shape

#: The types and variables of CSL 1.0.2: names outside this list would be lost on every reader of CSL.
CSL_TYPES = tuple(
    "article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection dataset document entry"
    " entry-dictionary entry-encyclopedia event figure graphic hearing interview legal_case legislation manuscript map motion_picture"
    " musical_score pamphlet paper-conference patent performance periodical personal_communication post post-weblog regulation report review"
    " review-book software song speech standard thesis treaty webpage".split()
)
_CSL_FIELDS = dict.fromkeys(
    "abstract accessed annote archive archive-place archive_collection archive_location author authority available-date call-number chair"
    " chapter-number citation-key citation-label collection-editor collection-number collection-title compiler composer container-author"
    " container-title container-title-short contributor curator dimensions director division DOI edition editor editor-translator"
    " editorial-director event-date event-place event-title executive-producer first-reference-note-number genre guest host illustrator"
    " interviewer ISBN ISSN issue jurisdiction keyword language license locator medium narrator note number number-of-pages"
    " number-of-volumes organizer original-author original-date original-publisher original-publisher-place original-title page page-first"
    " part-number part-title performer PMCID PMID printing-number producer publisher publisher-place recipient references reviewed-author"
    " reviewed-genre reviewed-title scale script-writer section series-creator shortTitle source status submitted supplement-number"
    " title-short translator version volume volume-title volume-title-short year-suffix".split()
)
_ADDRESS = re.compile(r"https?://[^\s/]+(/\S*)?")


def sources(sheet: Sheet, node: Node) -> Iterator[Source]:
    """The sources of one file, less those that cannot be used."""
    if not isinstance(node, Table):
        sheet.add("T005", f"a file of sources is a group with `references:`, not {shape(node)}", node.line, node.column)
        return
    fields = Fields(sheet, node)
    fields.allow()
    if "references" not in node.entries:
        fields.require("references")
    seen: set[str] = set()
    for row in fields.tables("references"):
        found = _source(row)
        id = row.id.removeprefix("source:")
        if found is None and id and id not in seen:
            sheet.broken.append(row.id)
        seen.add(id)
        if found is not None:
            yield found
    fields.done()


def _source(row: Fields) -> Source | None:
    id = row.scalar("id")
    if id is None:
        row.require("id")
    else:
        row.id = f"source:{id.text}"
        if not ID.fullmatch(id.text):
            row.bad("T008", f"`{id.text}` is no id", id, fix="use lower-case letters, digits, dots and hyphens")
    row.text("type", required=True, choices=CSL_TYPES)
    title = row.text("title", required=True)
    publisher = row.text("publisher") or row.text("container-title")
    issued = row.date("issued")
    url = _address(row, "URL")
    row.leave(_CSL_FIELDS)
    custom = row.group("custom")
    if custom is None:
        row.require("custom", fix="add `custom:` with at least `tier:` and `read:`")
        custom = Fields(sheet=row.sheet, table=Table(row.table.line, row.table.column), id=row.id)
    else:
        custom.id = row.id
        custom.text("tier", required=True, choices=TIERS)
    found = Source(
        id=id.text if id else "", title=title, publisher=publisher, tier=custom.text("tier"),
        csl={key: _plain(entry.value) for key, entry in row.table.entries.items() if key != "custom"},
        issued=issued, url=url, by=custom.ref("by", "party") or None, read=custom.text("read", choices=READ_MARKS),
        url_status=custom.text("url_status", choices=URL_MARKS), archive=_address(custom, "archive"), read_at=_address(custom, "read_at"),
        no_url=custom.text("no_url"), first_seen=custom.date("first_seen"), note=custom.text("note"), formerly=custom.texts("formerly"),
        origin=row.origin,
    )  # fmt: skip
    usable = custom.done()
    row.place("custom", custom)
    return found if row.done() and usable else None


def _address(fields: Fields, key: str) -> str:
    value = fields.scalar(key)
    if value is None:
        return ""
    if not _ADDRESS.fullmatch(value.text):
        fields.bad("T005", f"`{key}` is no web address", value, fix="write it with https:// and without blanks")
    return value.text


def _plain(node: Node) -> object:
    """A tree as text, lists and dictionaries: CSL-JSON has no other shapes."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Listing):
        return [_plain(item) for item in node.items]
    return {key: _plain(entry.value) for key, entry in node.entries.items()}


def changes(sheet: Sheet, node: Node) -> Iterator[Change]:
    """The entries of ``changes.yaml``, less those that cannot be used."""
    if not isinstance(node, Listing):
        sheet.add("T005", f"the log of changes is a list, not {shape(node)}", node.line, node.column, fix="start each entry with `- `")
        return
    for item in node.items:
        if not isinstance(item, Table):
            sheet.add("T005", f"an entry is {shape(item)}, not a group of keys", item.line, item.column)
            continue
        row = Fields(sheet, item)
        on = row.date("on", required=True)
        ids = row.texts("ids")
        kind = row.text("kind", required=True, choices=("added", "corrected", "retracted"))
        why = row.text("why", required=True)
        if row.done() and on:
            yield Change(on, ids, kind, why, row.origin)
