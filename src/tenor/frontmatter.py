"""From bytes to a small tree in which every key and every value knows its place in the file.

A record is a YAML head between two lines of ``---`` and prose below it. The head is read event by event, not through a YAML loader, for four
reasons: every scalar stays text (``2026``, ``2026-02`` and ``no`` mean what they say), every node keeps its line and column, aliases and tags are
refused before they can blow up, and nesting costs no stack. Nothing here raises for bad data: what is wrong comes back as findings.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

import yaml

from tenor.findings import Finding

MAX_BYTES = 4 * 1024 * 1024
#: Records nest five deep at most; anything deeper is a mistake or an attack.
MAX_DEPTH = 16

_LOADER: type[yaml.BaseLoader] | type[yaml.CBaseLoader] = yaml.CBaseLoader if yaml.__with_libyaml__ else yaml.BaseLoader

#: Control characters, and the line separators that YAML counts as line ends but editors do not: line numbers would go wrong.
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]|\r(?!\n)|(?!^)\ufeff")
_TAB_INDENT = re.compile(r"^ *\t", re.MULTILINE)

#: What the YAML parser says, and what a person can do about it.
_PLAIN_WORDS = (
    ("mapping values are not allowed", "there is a colon here where YAML does not expect one", "put the value in quotation marks, or mend the indentation"),
    ("unexpected end of stream", "the text ends in the middle of a value", "close the quotation mark, or restore the rest of the file"),
    ("',' or ']'", "a list in [ ] is not closed, or a comma is missing", "close the list with ], put commas between its items, and quote an item that starts with a mark"),
    ("',' or '}'", "a group in { } is not closed, or a comma is missing", "close the group with }, put commas between its fields, and quote a value that has a comma or colon"),
    ("expected ':'", "a line has no colon after its key", "write `key: value`"),
    ("cannot start any token", "a value cannot start with this character", "put the value in quotation marks"),
    ("did not find expected key", "the indentation does not fit the lines above, or a quotation mark ended early", "align the key with its neighbors; inside quotes write '' for '"),
    ("did not find expected '-' indicator", "the indentation does not fit the list above", "align the `-` with its neighbors"),
    ("expected <block end>", "the indentation does not fit the lines above", "align the key with its neighbors; indent with two spaces"),
    ("block sequence entries are not allowed", "a list item stands where none can stand", "start the list on a line of its own below its key"),
)  # fmt: skip


@dataclass(slots=True)
class Scalar:
    """I am a value as it was typed: ``text``, never a number, a date or a truth value."""

    text: str
    line: int
    column: int
    quoted: bool = False


@dataclass(slots=True)
class Listing:
    """I am a list."""

    line: int
    column: int
    items: list[Node] = field(default_factory=list)


@dataclass(slots=True)
class Entry:
    """I am a key with its value; ``line`` and ``column`` are the key's."""

    line: int
    column: int
    value: Node


@dataclass(slots=True)
class Table:
    """I am a group of keys, each once; ``doubled`` where a key came twice (the first was kept and a finding made)."""

    line: int
    column: int
    entries: dict[str, Entry] = field(default_factory=dict)
    doubled: bool = False


Node = Scalar | Listing | Table


@dataclass(frozen=True, slots=True)
class Document:
    """I am one file: its tree (None where it cannot be read), the prose below the head, and what was wrong."""

    node: Node | None
    body: str = ""
    findings: tuple[Finding, ...] = ()


class _Refused(Exception):
    """Stops the reading of one file; never leaves this module."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.message)
        self.finding = finding


def read_record(path: str, data: bytes) -> Document:
    """Split a Markdown record into its head's tree and its body. Gives a document without a tree, and one finding, where that fails."""
    try:
        text = _decode(path, data)
        head, body = _split(path, text)
        node, findings = _tree(path, head, 2)
    except _Refused as refused:
        return Document(None, "", (refused.finding,))
    if node is None:
        return Document(None, body, (*findings, Finding("T010", "the head is empty", path, 1, 1)))
    return Document(node, body, tuple(findings))


def read_yaml(path: str, data: bytes) -> Document:
    """Read a file that is YAML from first to last line. Gives a document without a tree, and one finding, where that fails; an empty file gives neither."""
    try:
        node, findings = _tree(path, _decode(path, data), 1)
    except _Refused as refused:
        return Document(None, "", (refused.finding,))
    return Document(node, "", tuple(findings))


def decode(path: str, data: bytes) -> tuple[str, Finding | None]:
    """The text of a file, or an empty text and the finding that says where it is not UTF-8 or has a control character."""
    try:
        return _decode(path, data), None
    except _Refused as refused:
        return "", refused.finding


def _decode(path: str, data: bytes) -> str:
    if len(data) > MAX_BYTES:
        raise _Refused(Finding("T011", f"the file has {len(data):,} bytes; {MAX_BYTES:,} are the limit", path, 1, 1))
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
        line, column = _place(before, len(before))
        message = f"the byte 0x{data[error.start]:02x} is not UTF-8"
        raise _Refused(Finding("T002", message, path, line, column)) from None
    text = text.removeprefix("\ufeff")
    if found := _CONTROL.search(text):
        line, column = _place(text, found.start())
        message = f"the character U+{ord(found[0][0]):04X} cannot stand in a record"
        raise _Refused(Finding("T002", message, path, line, column, fix="delete the character; lines end in a line feed"))
    return text


def _place(text: str, offset: int) -> tuple[int, int]:
    start = text.rfind("\n", 0, offset) + 1
    return text.count("\n", 0, offset) + 1, offset - start + 1


def _split(path: str, text: str) -> tuple[str, str]:
    first, newline, rest = text.partition("\n")
    if first.rstrip() != "---":
        raise _Refused(Finding("T010", "the file does not start with a line of ---", path, 1, 1))
    position = 0
    while newline and position < len(rest):
        end = rest.find("\n", position)
        line = rest[position:] if end < 0 else rest[position:end]
        if line.rstrip() == "---":
            return rest[:position], "" if end < 0 else rest[end + 1 :].strip()
        if end < 0:
            break
        position = end + 1
    last = text.rstrip("\n").count("\n") + 1
    raise _Refused(Finding("T010", "the file ends inside its head: there is no second line of ---", path, last, 1))


def _tree(path: str, text: str, first_line: int) -> tuple[Node | None, list[Finding]]:
    """Build the tree; ``first_line`` is the line in the file on which ``text`` starts."""
    if tab := _TAB_INDENT.search(text):
        line, column = _place(text, tab.end() - 1)
        message = "the line is indented with a tab"
        raise _Refused(Finding("T001", message, path, line + first_line - 1, column, fix="indent with two spaces for each level"))
    try:
        return _build(path, text, first_line)
    except yaml.MarkedYAMLError as error:
        raise _Refused(_syntax(path, text, first_line, error)) from None
    except yaml.YAMLError as error:
        raise _Refused(Finding("T001", f"this is no YAML: {error}", path, first_line, 1)) from None


def _syntax(path: str, text: str, first_line: int, error: yaml.MarkedYAMLError) -> Finding:
    # An open quotation mark is noticed at the end of the text; the place to mend is where it opens.
    opened = error.context_mark if "scanning a quoted scalar" in (error.context or "") else None
    mark = opened or error.problem_mark or error.context_mark
    lines = text.split("\n")
    while len(lines) > 1 and not lines[-1].strip():
        lines.pop()
    row = min(mark.line if mark else 0, len(lines) - 1)
    column = min(mark.column if mark else 0, len(lines[row]))
    problem = f"{error.problem or ''} {error.context or ''}"
    for needle, plain, fix in _PLAIN_WORDS:
        if needle in problem:
            return Finding("T001", plain, path, row + first_line, column + 1, fix=fix)
    return Finding("T001", f"this is no YAML: {(error.problem or 'it cannot be read').strip()}", path, row + first_line, column + 1)


def _build(path: str, text: str, first_line: int) -> tuple[Node | None, list[Finding]]:
    builder = _Builder(path, first_line)
    for event in yaml.parse(text, Loader=_LOADER):
        builder.take(event)
    root = builder.root
    if isinstance(root, Scalar) and not root.text and not root.quoted:
        root = None
    return root, builder.findings


class _Builder:
    """Takes parser events and builds the tree, with a stack of its own instead of the interpreter's."""

    def __init__(self, path: str, first_line: int) -> None:
        self.path = path
        self.first_line = first_line
        self.findings: list[Finding] = []
        self.root: Node | None = None
        self._stack: list[Listing | Table] = []
        self._keys: list[Scalar | None] = []  # for each open container, the key that waits for its value
        self._documents = 0

    def take(self, event: yaml.Event) -> None:
        """Put the event's node into its place."""
        if isinstance(event, yaml.ScalarEvent):
            line, column = self._start(event, event.tag)
            self._place(Scalar(event.value, line, column, bool(event.style)))
        elif isinstance(event, yaml.CollectionStartEvent):
            line, column = self._start(event, event.tag)
            if len(self._stack) >= MAX_DEPTH:
                raise self._refuse(f"lists and groups are nested more than {MAX_DEPTH} deep", event)
            node = Table(line, column) if isinstance(event, yaml.MappingStartEvent) else Listing(line, column)
            self._place(node)
            self._stack.append(node)
            self._keys.append(None)
        elif isinstance(event, yaml.CollectionEndEvent):
            self._stack.pop()
            self._keys.pop()
        elif isinstance(event, yaml.AliasEvent):
            raise self._refuse("an alias (*) cannot stand in a record", event, fix="quote the value, or write it out")
        elif isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                raise self._refuse("a second YAML document starts here", event, fix="keep one document in a file")

    def _start(self, event: yaml.NodeEvent, tag: str | None) -> tuple[int, int]:
        if event.anchor is not None or tag is not None:
            what = "an anchor (&)" if event.anchor is not None else "a tag (!)"
            raise self._refuse(f"{what} cannot stand in a record", event, fix="quote the value, or write it out")
        return self._where(event)

    def _where(self, event: yaml.Event) -> tuple[int, int]:
        mark = event.start_mark
        return (mark.line + self.first_line, mark.column + 1) if mark else (self.first_line, 1)

    def _refuse(self, message: str, event: yaml.Event, *, fix: str = "") -> _Refused:
        return _Refused(Finding("T001", message, self.path, *self._where(event), fix=fix))

    def _place(self, node: Node) -> None:
        if not self._stack:
            self.root = node
            return
        top, key = self._stack[-1], self._keys[-1]
        if isinstance(top, Listing):
            top.items.append(node)
        elif key is None:
            if not isinstance(node, Scalar):
                message = "a key must be a word, not a list or a group"
                raise _Refused(Finding("T001", message, self.path, node.line, node.column, fix="quote text in braces or brackets"))
            self._keys[-1] = node
        else:
            self._keys[-1] = None
            if key.text in top.entries:
                top.doubled = True
                message = f"`{key.text}` stands twice (first at line {top.entries[key.text].line})"
                self.findings.append(Finding("T009", message, self.path, key.line, key.column))
            else:
                top.entries[key.text] = Entry(key.line, key.column, node)
