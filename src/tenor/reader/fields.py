"""One group of keys, read field by field, with everything that is wrong with it collected on the way.

A reader asks a :class:`Fields` for each field that its record can have, and then calls :meth:`Fields.done`: whatever was not asked for is an unknown key.
So the readers themselves are the schema, and nothing has to be kept in step with them.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from tenor.dates import Edtf, EdtfError, parse_period
from tenor.findings import Finding
from tenor.frontmatter import Entry, Listing, Node, Scalar, Table
from tenor.model import Origin

ID = re.compile(r"[a-z0-9]+(?:[.-]+[a-z0-9]+)*")
#: The kind prefixes of public ids, with the words that messages use.
KINDS = {
    "party": "party", "term": "term", "source": "source", "event": "event", "dispute": "dispute", "observation": "observation",
    "commentary": "commentary", "deal": "deal",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Allowance:
    """A record's author accepts ``code`` (for the record or clause ``id``, all of the file's where empty), and says ``why``."""

    code: str
    id: str
    why: str
    origin: Origin


@dataclass(slots=True)
class Sheet:
    """One file while it is read: where it is, what was found wrong, what its author allows, and which ids in it could not be read."""

    path: str
    findings: list[Finding] = field(default_factory=list)
    allowances: list[Allowance] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)

    def add(self, code: str, message: str, line: int, column: int, *, id: str = "", fix: str = "") -> None:
        """Note one thing that is wrong."""
        self.findings.append(Finding(code, message, self.path, line, column, id=id, fix=fix))


def near(word: str, known: Iterable[str], *, cutoff: float = 0.7) -> str:
    """The known word that ``word`` was most likely meant to be, or an empty text."""
    words = {k.lower(): k for k in known}
    found = difflib.get_close_matches(word.lower(), words, n=1, cutoff=cutoff)
    return words[found[0]] if found else ""


def shape(node: Node) -> str:
    """What a node is, for messages."""
    if isinstance(node, Table):
        return "a group of keys"
    if isinstance(node, Listing):
        return "a list"
    return "a text" if node.text else "nothing"


class Fields:
    """The fields of one group of keys. ``ok`` turns false with the first thing that makes the record unfit to be used."""

    def __init__(self, sheet: Sheet, table: Table, id: str = "", *, strict: bool = False) -> None:
        self.sheet = sheet
        self.table = table
        self.id = id
        #: Strict groups (clauses, values) are left out for an unknown key too: a mistyped `until` would make them say something else.
        self.strict = strict
        self.ok = not (strict and table.doubled)
        self._asked: dict[str, None] = {}
        self._missing: dict[str, str] = {}
        self._keys: dict[str, tuple[int, int]] = {}

    @property
    def origin(self) -> Origin:
        """The place of this group, with the places of its fields."""
        return Origin(self.sheet.path, self.table.line, self.table.column, self._keys)

    def bad(self, code: str, message: str, node: Node | Entry | Table, *, fix: str = "") -> None:
        """Note what is wrong, and that this record cannot be used."""
        self.ok = False
        self.sheet.add(code, message, node.line, node.column, id=self.id, fix=fix)

    def _entry(self, key: str) -> Entry | None:
        self._asked[key] = None
        entry = self.table.entries.get(key)
        if entry is not None:
            value = entry.value
            # The place of a field is its value where that stands beside the key, so that a message points at what is wrong.
            self._keys[key] = (value.line, value.column) if value.line == entry.line else (entry.line, entry.column)
        return entry

    def require(self, key: str, *, fix: str = "") -> None:
        """Note that a key must be there; :meth:`done` reports it, as a mistyped one where an unknown key is near."""
        if key not in self.table.entries:
            self.ok = False
            self._missing[key] = fix or f"add `{key}:`"

    def scalar(self, key: str) -> Scalar | None:
        """The value of a key as a scalar, or None with a finding for any other shape. A key with nothing behind it is a finding too."""
        entry = self._entry(key)
        if entry is None:
            return None
        value = entry.value
        if not isinstance(value, Scalar):
            self.bad("T005", f"`{key}` takes one value, not {shape(value)}", value)
            return None
        if not value.text.strip():
            self.bad("T005", f"`{key}` has no value", entry, fix="give it one, or leave the key out")
            return None
        return value

    def text(self, key: str, *, required: bool = False, choices: Sequence[str] = ()) -> str:
        """One text, folded to one line; empty where the key is missing. ``choices`` are the only allowed ones where given."""
        value = self.scalar(key)
        if value is None:
            if required:
                self.require(key)
            return ""
        text = " ".join(value.text.split())
        if choices and text not in choices:
            close = near(text, choices)
            meant = f"; did you mean `{close}`?" if close else ""
            self.bad("T005", f"`{key}: {_short(text)}` is not one of the known values{meant}", value, fix=f"write one of {', '.join(choices)}")
            return ""
        return text

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts; one value counts as a list of one."""
        return tuple(" ".join(s.text.split()) for s in self.scalars(key))

    def scalars(self, key: str) -> list[Scalar]:
        """A list of scalars, each with its place; one value counts as a list of one."""
        entry = self._entry(key)
        if entry is None:
            return []
        items = entry.value.items if isinstance(entry.value, Listing) else [entry.value]
        out: list[Scalar] = []
        for item in items:
            if isinstance(item, Table) and len(item.entries) == 1 and isinstance(next(iter(item.entries.values())).value, Scalar):
                # The commonest slip in lists of sentences: an unquoted ": " makes a group of what was meant as text.
                self.bad("T005", f"an item of `{key}` has a colon and must stand in quotation marks", item, fix="put the item in quotation marks")
            elif not isinstance(item, Scalar):
                self.bad("T005", f"an item of `{key}` is {shape(item)}, not a text", item)
            elif not item.text.strip():
                self.bad("T005", f"an item of `{key}` is empty", item if item.line else entry, fix="give it a value, or leave it out")
            else:
                self._keys[f"{key}.{len(out)}"] = (item.line, item.column)
                out.append(item)
        return out

    def ref(self, key: str, kind: str, *, required: bool = False) -> str:
        """The id of one record of one kind, with or without its prefix; empty where missing."""
        text = self.text(key, required=required)
        return text.removeprefix(f"{kind}:")

    def refs(self, key: str, kind: str) -> tuple[str, ...]:
        """A list of ids of one kind, with or without their prefix."""
        return tuple(text.removeprefix(f"{kind}:") for text in self.texts(key))

    def yes_no(self, key: str) -> str | None:
        """``yes`` or ``no``; None where the key is missing."""
        value = self.scalar(key)
        if value is None or value.text in ("yes", "no"):
            return value.text if value else None
        meant = {"true": "yes", "True": "yes", "Yes": "yes", "false": "no", "False": "no", "No": "no"}.get(value.text)
        self.bad("T005", f"`{key}: {_short(value.text)}` is neither yes nor no", value, fix=f"write `{key}: {meant or 'yes'}`")
        return None

    def flag(self, key: str) -> bool:
        """True for ``yes``; false for ``no`` and for a missing key."""
        return self.yes_no(key) == "yes"

    def date(self, key: str, *, required: bool = False) -> Edtf | None:
        """One EDTF date. An impossible one is a finding at the value."""
        entry = self.table.entries.get(key)
        if entry is not None and (whole := _set(entry.value)):
            self._entry(key)
            return self._date(key, whole)
        value = self.scalar(key)
        if value is None and required:
            self.require(key)
        return self._date(key, value) if value else None

    def dates(self, key: str) -> tuple[Edtf, ...]:
        """A list of EDTF dates."""
        entry = self.table.entries.get(key)
        if entry is not None and isinstance(entry.value, Listing):
            entry.value.items = [_set(item) or item for item in entry.value.items]
        found = [self._date(key, Scalar(f"[{s.text}]", s.line, s.column) if _is_open_set(s) else s) for s in self.scalars(key)]
        return tuple(d for d in found if d)

    def _date(self, key: str, value: Scalar) -> Edtf | None:
        try:
            return Edtf.recordable(value.text)
        except EdtfError as error:
            self.bad("T006", f"`{key}`: {error}", value)
        except ValueError:
            self.bad("T006", f"`{key}`: {_short(value.text)!r} is not a date; write 2026, 2026-04 or 2026-04-27", value)
        return None

    def period(self, key: str, *, required: bool = False) -> str:
        """A period as text, checked to be one: an EDTF date, or two with a slash between."""
        value = self.scalar(key)
        if value is None:
            if required:
                self.require(key)
            return ""
        try:
            parse_period(value.text)
        except ValueError as error:
            self.bad("T006", f"`{key}`: {error}", value)
        return value.text

    def tables(self, key: str, *, strict: bool = False) -> list[Fields]:
        """A list of groups; one group counts as a list of one."""
        entry = self._entry(key)
        if entry is None:
            return []
        items = entry.value.items if isinstance(entry.value, Listing) else [entry.value]
        out: list[Fields] = []
        for item in items:
            if isinstance(item, Table):
                out.append(Fields(self.sheet, item, self.id, strict=strict))
            else:
                self.bad("T005", f"an item of `{key}` is {shape(item)}, not a group of keys", item)
        return out

    def group(self, key: str, *, strict: bool = False) -> Fields | None:
        """One group of keys."""
        entry = self._entry(key)
        if entry is None:
            return None
        if not isinstance(entry.value, Table):
            self.bad("T005", f"`{key}` takes a group of keys, not {shape(entry.value)}", entry.value)
            return None
        return Fields(self.sheet, entry.value, self.id, strict=strict)

    def node(self, key: str) -> Node | None:
        """The value of a key as it stands."""
        entry = self._entry(key)
        return entry.value if entry else None

    def leave(self, keys: dict[str, None]) -> None:
        """Know these keys without reading them."""
        self._asked |= keys

    def place(self, prefix: str, inner: Fields) -> None:
        """Take over the places of an inner group's fields as ``prefix.field``."""
        for key, where in inner._keys.items():
            self._keys[f"{prefix}.{key}"] = where

    def allow(self) -> None:
        """Read the exceptions that the author of this record makes, with their reasons."""
        for row in self.tables("allow"):
            code = row.text("code", required=True)
            id = row.text("id")
            why = row.text("why", required=True)
            if row.done():
                self.sheet.allowances.append(Allowance(code, id, why, row.origin))

    def done(self) -> bool:
        """Report the keys that nobody asked for and those that are missing; true where the record can be used."""
        unknown = [key for key in self.table.entries if key not in self._asked]
        if unknown:
            self.ok = self.ok and not self.strict
            for key in unknown:
                self._unknown(key, self.table.entries[key])
        for key, fix in self._missing.items():
            self.bad("T004", f"`{key}` is missing", self.table, fix=fix)
        return self.ok

    def _unknown(self, key: str, entry: Entry) -> None:
        close = near(key, self._missing, cutoff=0.6) or near(key, self._asked)
        if close in self._missing:
            del self._missing[close]
        if isinstance(entry.value, Scalar) and not entry.value.text and not entry.value.quoted and not close:
            # In { } a comma ends a value, and what follows becomes a key without one.
            message, fix = f"`{_short(key)}` is a key without a value", "a comma inside { } splits a text: put the text in quotation marks"
        else:
            message = f"unknown key `{_short(key)}`" + (f"; did you mean `{close}`?" if close else "")
            fix = f"write `{close}:`" if close else ""
        self.sheet.add("T003", message, entry.line, entry.column, id=self.id, fix=fix)


def _is_open_set(node: Node) -> bool:
    return isinstance(node, Scalar) and ".." in node.text and not node.quoted and not node.text.startswith("[")


def _set(node: Node) -> Scalar | None:
    """An EDTF set that nobody quoted: YAML reads ``[..2025-11-06]`` as a list of one."""
    if isinstance(node, Listing) and len(node.items) == 1:
        item = node.items[0]
        if isinstance(item, Scalar) and _is_open_set(item):
            return Scalar(f"[{item.text}]", node.line, node.column)
    return None


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:39] + "…"
