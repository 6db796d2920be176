"""What people see, as files in ``snapshots/``, and the laws of a page: nothing wider than the terminal, nothing lost, nothing that moves the cursor.

``TENOR_SNAPSHOTS=write pytest tests/test_outputs.py`` writes the files anew; read the difference before committing it.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.text import Text

from tenor.dates import DAWN, FOREVER, day_number
from tenor.outputs import jsonout
from tenor.outputs.look import Look
from tenor.outputs.marks import STATUS, clean, mark, to_ascii
from tenor.outputs.pretty.chart import KINDS, Scale, Stretch, legend
from tenor.outputs.pretty.page import Page, wrap
from tenor.outputs.rows import csv, tsv

SNAPSHOTS = Path(__file__).parent / "snapshots"
Tenor = Callable[..., Any]

CALLS = {
    "ask": ["ask", "who is the landlord in 2024"],
    "ask-yes-no": ["ask", "is Greenhill the only flour supplier in 2022"],
    "ask-value": ["ask", "what is the rent of the bakehouse in 2025"],
    "ask-parts": ["ask", "who is the landlord and what is the rent of the bakehouse in 2025"],
    "ask-no-record": ["ask", "who is the landlord in 1999"],
    "ask-not-understood": ["ask", "what is the airspeed of a swallow"],
    "ask-event": ["ask", "when was the flood"],
    "clauses": ["clauses", "--on", "2022-06-01"],
    "clauses-none": ["clauses", "--on", "2022-06-01", "--party", "tally"],
    "history": ["history", "rent"],
    "history-none-exclusive": ["history", "supply-exclusivity"],
    "diff": ["diff", "2022-06-01", "2026-06-01"],
    "diff-none": ["diff", "2022-06-01", "2022-06-02"],
    "timeline": ["timeline", "flour"],
    "show-clause": ["show", "mill-street/2023-07-14#rent"],
    "show-party": ["show", "party:larkspur"],
    "show-dispute": ["show", "dispute:ledgerly-seats-2025"],
    "search": ["search", "storage room"],
    "search-none": ["search", "zeppelin"],
}
LOOKS = {
    "80": (["--pretty"], {"COLUMNS": "80"}),
    "40": (["--pretty"], {"COLUMNS": "40"}),
    "ascii": (["--pretty"], {"COLUMNS": "80", "LC_ALL": "C", "NO_COLOR": "1"}),
    "plain": (["--plain"], {}),
}


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("name", CALLS)
def test_what_people_see(tenor: Tenor, name: str, look: str) -> None:
    flags, environment = LOOKS[look]
    ran = tenor(*CALLS[name], *flags, **environment)
    shown = f"$ tenor {' '.join(CALLS[name])}\n{ran.out}" + (f"--- standard error\n{ran.err}" if ran.err else "") + f"--- exit {ran.code}\n"
    path = SNAPSHOTS / f"{name}.{look}.txt"
    if os.environ.get("TENOR_SNAPSHOTS") == "write":
        path.write_text(shown, encoding="utf-8")
    assert shown == path.read_text(encoding="utf-8")


def test_no_snapshot_is_left_over() -> None:
    assert {p.name for p in SNAPSHOTS.iterdir()} == {f"{name}.{look}.txt" for name in CALLS for look in LOOKS}


@pytest.mark.parametrize("name", CALLS)
@pytest.mark.parametrize("width", [20, 27, 40, 59, 60, 72, 80, 100, 160])
def test_no_line_is_wider_than_the_terminal(tenor: Tenor, name: str, width: int) -> None:
    for more in ({}, {"LC_ALL": "C"}):
        for line in tenor(*CALLS[name], "--pretty", COLUMNS=str(width), **more).out.splitlines():
            assert cell_len(line) <= width, line
            assert line == line.rstrip()


# -- the page -------------------------------------------------------------------------------------

_TEXT = st.text(st.one_of(st.sampled_from("ab/#-. \n\t漢é→\x1b\u202e\u0301"), st.characters(codec="utf-8")), max_size=120)


@given(text=_TEXT, first=st.integers(2, 30), rest=st.integers(2, 30))
def test_wrapping_loses_no_letter_and_keeps_to_the_width(text: str, first: int, rest: int) -> None:
    line = clean(text)
    lines = wrap(Text(line), first, rest)
    assert "".join("".join(part.plain.split()) for part in lines) == "".join(line.split())
    assert all(cell_len(part.plain.rstrip()) <= (rest if n else first) for n, part in enumerate(lines))


@given(text=_TEXT)
def test_clean_text_only_prints(text: str) -> None:
    shown = clean(text)
    assert not re.search(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200e\u200f\u2028\u2029]", shown)
    assert clean(shown) == shown
    shown.encode("utf-8")


@given(text=_TEXT)
def test_ascii_text_is_ascii(text: str) -> None:
    assert to_ascii(clean(text)).isascii()
    assert to_ascii(to_ascii(text)) == to_ascii(text)


def test_every_mark_has_a_twin_of_its_own() -> None:
    twins = [mark(status, ascii=True) for status in STATUS]
    assert len(set(twins)) == len(STATUS)
    assert all(len(twin) == 1 and twin.isascii() for twin in twins)
    assert [to_ascii(m) for m, twin, _ in STATUS.values()] == [twin for _, twin, _ in STATUS.values()]


@given(rows=st.lists(st.tuples(_TEXT, _TEXT, _TEXT), max_size=6), width=st.integers(20, 100))
def test_a_table_keeps_to_the_width(rows: list[tuple[str, str, str]], width: int) -> None:
    page = Page(Look("pretty", width=width))
    page.table(rows)
    assert all(cell_len(line) <= width for line in page.render().splitlines())


def test_markup_in_records_is_only_text() -> None:
    page = Page(Look("pretty", color=True))
    page.line("[red]not red[/red] :smile: [link=https://example.org]x[/link]")
    assert page.render() == "[red]not red[/red] :smile: [link=https://example.org]x[/link]\n"


def test_a_link_cannot_carry_an_escape() -> None:
    page = Page(Look("pretty", color=True, links=True))
    page.line(page.text("a", link="https://example.org/\x1b]8;;evil\x07"), page.text("b", link="javascript:alert(1)"))
    shown = page.render()
    assert "evil\x07" not in shown
    assert "javascript" not in shown


# -- rows and JSON --------------------------------------------------------------------------------


@given(rows=st.lists(st.lists(_TEXT.map(clean), min_size=2, max_size=2), max_size=5))
def test_rows_stay_rows(rows: list[list[str]]) -> None:
    assert [line.split("\t") for line in tsv(rows).split("\n")[:-1]] == rows


def test_a_spreadsheet_runs_nothing() -> None:
    assert csv(("a", "b"), [["=cmd()", "@x"], ["+1", "-"]]) == "a,b\r\n'=cmd(),'@x\r\n'+1,-\r\n"


_JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False, allow_infinity=False), _TEXT, st.text()),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(_TEXT, inner, max_size=4)),
    max_leaves=12,
)


@given(document=_JSON, compact=st.booleans(), ascii=st.booleans())
def test_json_reads_back_as_it_was(document: Any, compact: bool, ascii: bool) -> None:
    text = jsonout.dumps(document, compact=compact, ascii=ascii)
    assert json.loads(text) == document
    assert text.isascii() or not ascii
    assert "\n" not in text or not compact
    assert not re.search("[\x7f-\x9f\u202a-\u202e]", text)


@given(
    document=st.recursive(
        st.one_of(st.integers(), st.text("aé漢", max_size=3)), lambda x: st.one_of(st.lists(x), st.dictionaries(st.text("ab"), x)), max_leaves=8
    )
)
def test_json_is_written_as_the_standard_library_writes_it(document: Any) -> None:
    assert jsonout.dumps(document) == json.dumps(document, indent=2, ensure_ascii=False)
    assert jsonout.dumps(document, compact=True) == json.dumps(document, separators=(",", ":"), ensure_ascii=False)


def test_half_letters_become_escapes() -> None:
    assert jsonout.dumps("a\udcff") == '"a\\udcff"'


# -- the chart ------------------------------------------------------------------------------------

_DAY = st.integers(day_number(1000, 1, 1), day_number(2100, 1, 1))


@given(
    stretches=st.lists(
        st.tuples(st.one_of(_DAY, st.just(DAWN)), st.one_of(_DAY, st.just(FOREVER)), st.sampled_from(sorted(KINDS))).filter(lambda s: s[0] < s[1]),
        min_size=1,
        max_size=5,
    ),
    today=_DAY,
    width=st.integers(10, 120),
)
def test_bars_and_axis_are_as_wide_as_they_were_asked_to_be(stretches: list[tuple[int, int, str]], today: int, width: int) -> None:
    drawn = [Stretch(*s) for s in stretches]
    scale = Scale(drawn, today, width)
    names, rule = scale.axis()
    used: set[str] = set()
    assert len(rule) == width
    assert len(names) <= width
    assert len(scale.bar(drawn, used)) <= width
    assert scale.bar(drawn, used, ascii=True).isascii()
    assert legend(used, ascii=True).isascii()


def test_a_bar_is_to_scale() -> None:
    day = day_number
    stretches = [Stretch(day(2020, 1, 1), day(2022, 1, 1), "exclusive"), Stretch(day(2022, 1, 1), FOREVER, "shared")]
    scale = Scale(stretches, day(2024, 1, 1) - 1, 40)
    assert scale.axis()[1].index("┴") == 20 or scale.axis()[1][20] in "┴─"
    assert scale.bar(stretches, set()) == "█" * 20 + "░" * 19 + "›"
