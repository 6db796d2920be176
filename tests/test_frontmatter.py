"""From bytes to a tree with places, and every way in which a file can be unreadable."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from tenor import frontmatter
from tenor.frontmatter import Document, Listing, Node, Scalar, Table, read_record, read_yaml


def record(head: str, body: str = "") -> Document:
    return read_record("x.md", f"---\n{head}---\n{body}".encode())


def table(document: Document) -> Table:
    assert isinstance(document.node, Table), document.findings
    return document.node


def test_every_scalar_is_text() -> None:
    found = table(record("a: 2026\nb: 2026-02\nc: no\nd: 04:30\ne: 1e5\nf: null\ng: 0x1f\nh: 2026-04-27\n"))
    texts = [e.value.text for e in found.entries.values() if isinstance(e.value, Scalar)]
    assert texts == ["2026", "2026-02", "no", "04:30", "1e5", "null", "0x1f", "2026-04-27"]


def test_keys_and_values_have_their_places_in_the_file() -> None:
    found = table(record("title: A\nlist:\n  - b: {c: d, é: f}\n"))
    assert (found.entries["title"].line, found.entries["title"].column) == (2, 1)
    inner = found.entries["list"].value
    assert isinstance(inner, Listing)
    row = inner.items[0]
    assert isinstance(row, Table)
    flow = row.entries["b"].value
    assert isinstance(flow, Table)
    entry = flow.entries["é"]
    assert (entry.line, entry.column, entry.value.line, entry.value.column) == (4, 15, 4, 18)


def test_the_prose_below_the_head_is_the_body() -> None:
    assert record("a: b\n", "\nProse.\n\n---\n\nMore.\n").body == "Prose.\n\n---\n\nMore."


def test_windows_line_ends_and_a_byte_order_mark_are_fine() -> None:
    document = read_record("x.md", b"\xef\xbb\xbf---\r\na: b\r\nc: d\r\n---\r\nProse.\r\n")
    assert document.findings == ()
    assert table(document).entries["c"].line == 3


def test_the_empty_yaml_file_is_nothing() -> None:
    assert read_yaml("changes.yaml", b"# nothing yet\n") == Document(None)


@pytest.mark.parametrize(
    ("data", "code", "line", "column"),
    [
        (b"", "T010", 1, 1),
        (b"title: x\n", "T010", 1, 1),
        (b"---\ntitle: x\n", "T010", 2, 1),
        (b"---", "T010", 1, 1),
        (b"---\n---\n", "T010", 1, 1),
        (b"---\na: b\n\tc: d\n---\n", "T001", 3, 1),
        (b"---\na:\n  \tb: d\n---\n", "T001", 3, 3),
        (b"---\na: b: c\n---\n", "T001", 2, 5),
        (b"---\na: [b, c\nd: e\n---\n", "T001", 3, 2),
        (b"---\na: 'b\n---\n", "T001", 2, 4),
        (b"---\na: %b\n---\n", "T001", 2, 4),
        (b"---\na: &x b\nc: *x\n---\n", "T001", 2, 4),
        (b"---\na: *x\n---\n", "T001", 2, 4),
        (b"---\na: !!python/object/apply:os.system [id]\n---\n", "T001", 2, 4),
        (b"---\na: !x b\n---\n", "T001", 2, 4),
        (b"---\n? [a, b]\n: c\n---\n", "T001", 2, 3),
        (b"---\na: b\n--- # more\nc: d\n---\n", "T001", 3, 1),
        (b"---\na: b\nc: d\xff\n---\n", "T002", 3, 5),
        (b"---\na: b\n---\nPr\xc3\xb6se \xe9\n", "T002", 4, 7),
        (b"---\na: b\x00\n---\n", "T002", 2, 5),
        ("---\na: b\u2028c\n---\n".encode(), "T002", 2, 5),
        (b"---\ra: b\r---\r", "T002", 1, 4),
        (b"---\na: b\na: c\n---\n", "T009", 3, 1),
    ],
)
def test_what_is_unreadable_is_one_finding_at_its_place(data: bytes, code: str, line: int, column: int) -> None:
    found = read_record("x.md", data).findings
    assert [(f.code, f.path, f.line, f.column) for f in found] == [(code, "x.md", line, column)]


def test_the_first_of_two_equal_keys_stands() -> None:
    value = table(record("a: b\na: c\n")).entries["a"].value
    assert isinstance(value, Scalar)
    assert value.text == "b"


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "a:\n"])
def test_deep_nesting_costs_no_stack(opening: str) -> None:
    text = opening * 50_000
    if opening == "a:\n":
        text = "".join(f"{' ' * n}a:\n" for n in range(300))
    assert [f.code for f in read_yaml("x.yaml", text.encode()).findings] == ["T001"]


def test_a_billion_laughs_are_refused_at_the_first() -> None:
    bomb = "a: &a [x, x]\n" + "".join(f"{b}: &{b} [*{a}, *{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    assert [(f.code, f.line) for f in read_yaml("x.yaml", bomb.encode()).findings] == [("T001", 1)]


def test_a_file_beyond_the_limit_is_refused() -> None:
    assert [f.code for f in read_record("x.md", b"-" * (frontmatter.MAX_BYTES + 1)).findings] == ["T011"]


@given(st.binary(max_size=200))
def test_no_bytes_raise(data: bytes) -> None:
    for found in (read_record("x.md", data), read_yaml("x.yaml", data), read_record("x.md", b"---\n" + data + b"\n---\n")):
        assert all(f.line >= 1 and f.column >= 1 for f in found.findings)


@given(st.text(alphabet="ab:-#'\"[]{},&*!|>%@ \n\t?~.", max_size=60))
def test_no_yaml_raises_and_every_place_is_in_the_file(text: str) -> None:
    data = f"---\n{text}\n---\n".encode()
    last = data.count(b"\n") + 1
    assert all(1 <= f.line <= last for f in read_record("x.md", data).findings)


def texts(node: Node) -> object:
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Listing):
        return [texts(item) for item in node.items]
    return {key: texts(entry.value) for key, entry in node.entries.items()}


@given(st.text(alphabet="ab:-#'\"[]{},&*!|>%@ \n?~.", max_size=60))
def test_without_the_c_parser_a_text_is_as_readable_as_with_it(text: str) -> None:
    with_c = read_yaml("x.yaml", text.encode())
    loader = frontmatter._LOADER
    frontmatter._LOADER = yaml.BaseLoader
    try:
        without = read_yaml("x.yaml", text.encode())
    finally:
        frontmatter._LOADER = loader
    if with_c.node is not None and without.node is not None:
        assert texts(with_c.node) == texts(without.node)
