"""Whatever table of holders comes in, the timeline says neither more nor less than it: what is certain was so, and what was so is at least possible."""

from __future__ import annotations

import csv
import tempfile
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tenor import kb
from tenor.ask.answering import ask
from tenor.dates import FOREVER, Edtf, day_number, iso, parse_day
from tenor.importing import Options, import_table
from tenor.store.build import build
from tenor.store.read import Store
from tenor.timeline import Timeline, segments

SEEN = Edtf.parse("2020-06-30")
FIRST, LAST = day_number(1789, 4, 30), day_number(2015, 1, 1)
QUICK = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@dataclass(frozen=True)
class Term:
    """``holder`` had the office of ``subject`` on the days ``[start, end)``."""

    subject: str
    holder: str
    start: int
    end: int


@st.composite
def offices(draw: st.DrawFn) -> list[Term]:
    """One holder at a time, some offices empty for a while, some holders twice, the last perhaps still there."""
    out: list[Term] = []
    for subject in draw(st.lists(st.sampled_from(["Harbor", "Mill", "Chapel"]), min_size=1, max_size=3, unique=True)):
        cuts = sorted(draw(st.lists(st.integers(FIRST, LAST), min_size=2, max_size=9, unique=True)))
        for n, (a, b) in enumerate(pairwise(cuts)):
            if draw(st.integers(0, 4)):
                out.append(Term(subject, f"Holder {draw(st.integers(1, 5))}", a, b))
            if n == len(cuts) - 2 and draw(st.booleans()):
                out.append(Term(subject, "Holder 6", b, FOREVER))
    return out


def load(rows: list[dict[str, str]], options: Options | None = None) -> Timeline:
    """The timeline of a table, imported into a knowledge base that passes its check without a word."""
    with tempfile.TemporaryDirectory() as folder:
        table = Path(folder) / "table.csv"
        with open(table, "w", newline="", encoding="utf-8") as file:
            writer = csv.DictWriter(file, ["term", "subject", "holder", "from", "until", "through", "source"])
            writer.writeheader()
            writer.writerows(rows)
        import_table(table, Path(folder) / "kb", SEEN, options)
        loaded = kb.load(Path(folder) / "kb")
        assert kb.check(loaded) == []
        assert loaded.records is not None
        return Timeline(loaded.records)


def holders(timeline: Timeline, subject: str, day: int) -> tuple[set[str], set[str]]:
    """Who surely held the office on a day, and who possibly did."""
    sure: set[str] = set()
    possible: set[str] = set()
    for key in timeline.lineages:
        if timeline.records.parties[key.subject].name != subject:
            continue
        for stretch in (s for part in segments(timeline.stretches(key), day, day + 1) for s in part.holds):
            clause = timeline.clauses[stretch.clause or ""]
            names = {timeline.records.parties[p].name for p in clause.all_holders}
            (sure if stretch.certainty == "certain" else possible).update(names)
    return sure, possible


def days(table: list[Term]) -> list[int]:
    """The days on which something may go wrong: around every first and last day."""
    edges = {edge for term in table for edge in (term.start, term.end) if edge < FOREVER}
    return sorted({edge + step for edge in edges for step in (-400, -1, 0, 1, 400)})


def row(term: Term, *, start: str = "", end: str = "", through: bool = False) -> dict[str, str]:
    last = "" if term.end >= FOREVER else end or iso(term.end - through)
    return {
        "term": "keeper",
        "subject": term.subject,
        "holder": term.holder,
        "from": start or iso(term.start),
        "through" if through else "until": last,
    }


@QUICK
@given(offices(), st.booleans())
def test_with_exact_days_the_timeline_is_the_table(table: list[Term], through: bool) -> None:
    if not table:
        return
    timeline = load([row(term, through=through) for term in table])
    for subject in {term.subject for term in table}:
        for day in days(table):
            assert holders(timeline, subject, day) == ({t.holder for t in table if t.subject == subject and t.start <= day < t.end}, set())


def blurred(day: int, precision: str) -> str:
    return iso(day)[: {"day": 10, "month": 7, "year": 4}[precision]]


@QUICK
@given(offices(), st.data())
def test_coarse_and_missing_dates_are_doubt_and_never_an_error(table: list[Term], data: st.DataObject) -> None:
    rows = []
    precisions = st.sampled_from(["day", "month", "year"])
    by_edge: dict[int, str] = {}
    for term in table:
        for edge in (term.start, term.end):
            by_edge.setdefault(edge, data.draw(precisions))
        start = blurred(term.start, by_edge[term.start]) if data.draw(st.integers(0, 5)) else "unknown"
        end = "" if term.end >= FOREVER else blurred(term.end, by_edge[term.end])
        if start != "unknown" and end and start == end and by_edge[term.start] == "day":
            continue
        rows.append(row(term, start=start, end=end))
    if not any(r["from"] != "unknown" or term_end for r, term_end in ((r, r.get("until") or r.get("through")) for r in rows)):
        return  # a table without a single date is refused whole, which another test shows
    timeline = load(rows)
    for subject in {term.subject for term in table}:
        for day in days(table):
            truth = {t.holder for t in table if t.subject == subject and t.start <= day < t.end}
            sure, possible = holders(timeline, subject, day)
            assert sure <= truth, f"{iso(day)}: {sure} is more than {truth}"
            floor = [r for r in rows if r["from"] == "unknown"]
            assert truth <= sure | possible or floor, f"{iso(day)}: {truth} is not in {sure} or {possible}"


def test_a_start_known_by_the_year_lies_before_an_end_known_by_the_month() -> None:
    days = [("Ann", "1840", "1969"), ("Bob", "1969", "1969-08"), ("Cid", "1969-08", "1969-11"), ("Dot", "1970-04-22", "1971-01-01")]
    timeline = load([{"term": "keeper", "subject": "Harbor", "holder": who, "from": start, "until": end} for who, start, end in days])
    assert holders(timeline, "Harbor", parse_day("1969-12-10")) == (set(), set())


@QUICK
@given(offices(), st.sampled_from(["newcomer", ""]))
def test_a_day_that_two_rows_share_is_possible_for_both_or_the_newcomers(table: list[Term], handover: str) -> None:
    """The table gives the day of the handover as the last day of the one and the first of the other."""
    table = [t for t in table if t.end - t.start > 2]
    shared = {(t.subject, t.end) for t in table} & {(t.subject, t.start) for t in table}
    if not table:
        return
    rows = [row(t, end=iso(t.end if (t.subject, t.end) in shared else t.end - 1), through=True) for t in table]
    timeline = load(rows, Options(handover=handover))
    for subject in {term.subject for term in table}:
        for day in days(table):
            truth = {t.holder for t in table if t.subject == subject and t.start <= day < t.end}
            leaving = {t.holder for t in table if (t.subject, t.end) == (subject, day) and (subject, day) in shared}
            expected = (set(), truth | leaving) if (subject, day) in shared and not handover else (truth, set())
            assert holders(timeline, subject, day) == expected


@QUICK
@given(
    st.lists(st.tuples(st.integers(1, 4), st.integers(FIRST, LAST), st.integers(1, 9000)), min_size=1, max_size=8, unique_by=lambda t: (t[0], t[1]))
)
def test_where_several_hold_at_once_all_of_them_are_there(spans: list[tuple[int, int, int]]) -> None:
    table = [Term("Harbor", f"Holder {n}", start, start + length) for n, start, length in spans]
    timeline = load([row(term) for term in table])
    for day in days(table):
        assert holders(timeline, "Harbor", day) == ({t.holder for t in table if t.start <= day < t.end}, set())


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(offices())
def test_answers_are_the_table_day_by_day_and_cover_every_window(table: list[Term]) -> None:
    """Asked in words: on each day who the table has, nobody in its gaps; and the segments of a window follow each other from its first day to its last."""
    if not table:
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "table.csv"
        with open(path, "w", newline="", encoding="utf-8") as file:
            writer = csv.DictWriter(file, ["term", "subject", "holder", "from", "until", "through"])
            writer.writeheader()
            writer.writerows(row(term) for term in table)
        import_table(path, Path(folder) / "kb", SEEN)
        build(f"{folder}/kb", f"{folder}/kb.db")
        store = Store(f"{folder}/kb.db")
        for subject in {term.subject for term in table}:
            mine = [t for t in table if t.subject == subject]
            for day in days(mine)[::3]:
                answer = ask(store, f"who was keeper of {subject} on {iso(day)}", today=SEEN.lo)
                truth = {t.holder for t in mine if t.start <= day < t.end}
                assert {store.name("party", a["holder"]) for a in answer["answers"] if a["clause"]} == truth
                assert (answer["status"] == "answered") == bool(truth)
            first = min(t.start for t in mine)
            year, last = int(iso(first)[:4]), int(iso(first)[:4]) + 40
            spans = ask(store, f"who was keeper of {subject} from {year} to {last}", today=SEEN.lo)["answers"]
            bounds = [(parse_day(a["from"]), parse_day(a["to"]) if a["to"] else FOREVER) for a in spans]
            start, end = day_number(year, 1, 1), day_number(last + 1, 1, 1)
            cut = [(max(a, start), min(b, end)) for a, b in bounds]
            assert cut[0][0] == start
            assert cut[-1][1] == end
            assert all(a[1] == b[0] for a, b in pairwise(cut)), spans
        store.close()
