"""The compiled file: the same bytes each time, the same answers in SQL as from the program, and whole or not there at all."""

from __future__ import annotations

import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import settings as tries
from hypothesis import strategies as st

from tenor.dates import iso, parse_day
from tenor.errors import KnowledgeBaseError
from tenor.model import Records
from tenor.queries.clauses import clauses
from tenor.store import read, schema
from tenor.store.build import build
from tenor.store.compile import compile_records
from tenor.store.locate import database_of, open_store
from tenor.store.read import EVER, Store
from tenor.timeline import Timeline

ROOT = Path(__file__).parent.parent
DATA = ROOT / "data"
_days = st.integers(parse_day("2019-06-01"), parse_day("2024-06-01"))
AS_OF = "SELECT term, subject, lineage_holder, scope, clause, certainty, status, role, implied_by FROM as_of WHERE first_day <= ? AND end_day > ?"
HISTORY = AS_OF.replace("as_of", "history") + " AND known_from <= ? AND known_to > ? AND clause IS NOT NULL"
Rows = set[tuple[str | None, ...]]


def computed(timeline: Timeline, day: int, known: int) -> Rows:
    """What the algebra says of a day, as rows of the view."""
    return {
        (key.term, key.subject, key.holder, key.scope, s.clause, s.certainty, s.status, s.role, s.implied_by)
        for key in timeline.lineages
        for s in timeline.stretches(key, known)
        if s.clause is not None and s.start <= day < s.end
    }


# -- one semantics, two doors -------------------------------------------------------------------------


@tries(max_examples=25)
@given(st.data(), _days, _days)
def test_the_views_say_what_the_algebra_says(
    compiled: Callable[[Records], Store], random_records: st.SearchStrategy[Records], data: st.DataObject, day: int, known: int
) -> None:
    records = data.draw(random_records)
    store, timeline = compiled(records), Timeline(records)
    assert set(store.query(AS_OF, iso(day), iso(day))) == computed(timeline, day, EVER)
    assert set(store.query(HISTORY, iso(day), iso(day), iso(known), iso(known))) == computed(timeline, day, known)


@pytest.mark.parametrize("known", [None, "2024-12-31", "2026-04-30"])
def test_in_the_shipped_records_the_view_and_the_command_agree(shipped: Store, known: str | None) -> None:
    for year in range(2016, 2028):
        for day in (f"{year}-01-21", f"{year}-04-27", f"{year}-10-28"):
            sql, values = (AS_OF, [day, day]) if known is None else (HISTORY, [day, day, known, known])
            held = {row[4] for row in shipped.query(sql, *values)}
            assert {c["clause"] for c in clauses(shipped, on=day, known_at=known)["clauses"]} == held


@tries(max_examples=15)
@given(st.data())
def test_the_file_holds_the_stretches_of_both_clocks(
    compiled: Callable[[Records], Store], random_records: st.SearchStrategy[Records], data: st.DataObject
) -> None:
    records = data.draw(random_records)
    store, timeline = compiled(records), Timeline(records)
    numbers = {(x.term, x.subject, x.holder, x.scope): x.n for x in store.lineages()}
    for key in timeline.lineages:
        for known in (*timeline.known_days(key), EVER):
            rows = store.rows(numbers[key.term, key.subject, key.holder, key.scope], known=known)
            names = dict(store.query("SELECT n, id FROM clause"))
            assert {(r.start, r.end, names.get(r.clause), r.certainty, r.end_kind, r.to_text) for r in rows} == {
                (s.start, s.end, s.clause, s.certainty, s.end_kind, s.to) for s in timeline.stretches(key, known)
            }


# -- the file -----------------------------------------------------------------------------------------


@tries(max_examples=10)
@given(st.data())
def test_the_same_records_give_the_same_bytes(
    tmp_path_factory: pytest.TempPathFactory, random_records: st.SearchStrategy[Records], data: st.DataObject
) -> None:
    records, folder = data.draw(random_records), tmp_path_factory.mktemp("bytes")
    for name in "ab":
        compile_records(records, "digest", folder / name)
    assert (folder / "a").read_bytes() == (folder / "b").read_bytes()


def test_the_shipped_records_give_the_same_bytes_in_another_process(shipped: Store, tmp_path: Path) -> None:
    script = f"from tenor.store.build import build; build({str(ROOT / 'kb')!r}, {str(tmp_path / 'b.db')!r})"
    subprocess.run(
        [sys.executable, "-c", script], check=True, cwd=tmp_path, env={"PYTHONPATH": str(ROOT / "src"), "PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo"}
    )
    assert (tmp_path / "b.db").read_bytes() == Path(shipped.path).read_bytes()


def test_records_with_errors_leave_the_file_in_place_untouched(kb: Callable[[str], Store], town: Store, tmp_path: Path) -> None:
    del kb
    records = tmp_path / "records"
    shutil.copytree(Path(town.path).parent / "records", records)
    database = tmp_path / "tenor.db"
    assert build(str(records), str(database)).written
    before = database.read_bytes()
    lease = records / "deals/ferry/2020-01-01.md"
    lease.write_text(lease.read_text().replace("from: 2020-01-01", "from: 2020-02-30", 1))
    built = build(str(records), str(database))
    assert (built.written, built.errors > 0) == (False, True)
    assert database.read_bytes() == before


def test_a_file_that_cannot_be_written_is_one_error_and_leaves_nothing_behind(tmp_path: Path, random_records: st.SearchStrategy[Records]) -> None:
    del random_records
    (tmp_path / "taken").mkdir()
    (tmp_path / "taken" / "file").write_text("x")
    from tenor.dates import Edtf
    from tenor.model import Settings

    with pytest.raises(KnowledgeBaseError, match="the database cannot be written"):
        compile_records(Records(Settings("T", "1", Edtf.parse("2024"))), "digest", tmp_path / "taken")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["taken"]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (None, "no such knowledge base"),
        (b"not a database", "this file is no compiled knowledge base"),
        (b"SQLite format 3\x00" + b"\xff" * 4096, "the database is damaged"),
    ],
)
def test_a_file_that_is_none_is_refused(tmp_path: Path, content: bytes | None, message: str) -> None:
    path = tmp_path / "x.db"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(KnowledgeBaseError, match=message):
        Store(str(path))


def test_a_file_of_which_bytes_were_changed_is_damaged_whatever_they_were(town: Store, tmp_path: Path) -> None:
    whole = Path(town.path).read_bytes()
    path = tmp_path / "x.db"
    for old, new in ((b"CREATE TABLE party", b"CREATE TABLE \xed\xffrty"), (b'{"clause":', b'{"cl\x00use";')):
        path.write_bytes(whole.replace(old, new))
        with pytest.raises(KnowledgeBaseError, match="damaged"):
            Store(str(path)).clause(1)


def test_a_damaged_database_is_made_anew_from_its_records(town: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    root = tmp_path / "records"
    shutil.copytree(Path(town.path).parent / "records", root)
    open_store(str(root)).close()
    database = Path(database_of(str(root)))
    whole = database.read_bytes()
    database.write_bytes(whole[:5000])
    open_store(str(root)).close()
    assert database.read_bytes() == whole


def test_a_folder_of_records_that_cannot_be_read_is_told_as_a_finding(town: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = tmp_path / "records"
    shutil.copytree(Path(town.path).parent / "records", root)

    def guarded(folder: str | Path = ".") -> Any:
        if str(folder).endswith("terms"):
            raise PermissionError(13, "Permission denied", str(folder))
        return scandir(folder)

    scandir = os.scandir
    monkeypatch.setattr("os.scandir", guarded)
    built = build(str(root), str(tmp_path / "x.db"))
    assert "the folder cannot be read: Permission denied" in {f.message for f in built.findings}
    assert not built.written


def test_a_cache_folder_that_cannot_be_made_is_one_error(town: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "/dev/null")
    with pytest.raises(KnowledgeBaseError, match="the database cannot be written: Not a directory") as caught:
        open_store(str(Path(town.path).parent / "records"))
    assert "XDG_CACHE_HOME" in caught.value.hint


def test_a_file_of_another_version_is_refused(town: Store, tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    shutil.copy(town.path, path)
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE meta SET value = '0' WHERE key = 'schema'")
    connection.close()
    with pytest.raises(KnowledgeBaseError, match="made by another version"):
        Store(str(path))


def test_queries_cannot_write(town: Store) -> None:
    store = Store(town.path)
    with pytest.raises(KnowledgeBaseError, match="readonly"):
        store.query("DELETE FROM meta")
    store.close()


def test_bytes_that_are_no_text_match_nothing(town: Store) -> None:
    assert town.resolve("ferry\udcff") is None


def test_reader_and_schema_agree_on_the_version() -> None:
    assert read.SCHEMA_VERSION == schema.SCHEMA_VERSION


# -- for people who open the file ---------------------------------------------------------------------


def test_the_schema_on_file_is_the_codes() -> None:
    assert (DATA / "schema.sql").read_text() == schema.ddl(), "run: tenor build --schema > data/schema.sql"


def test_the_schema_on_file_can_be_run() -> None:
    connection = sqlite3.connect(":memory:")
    connection.executescript((DATA / "schema.sql").read_text())
    tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')")}
    connection.close()
    assert {"segment", "clause", "history", "as_of", "search"} <= tables


QUERIES = re.findall(r"```sql\n(.*?)```", (DATA / "README.md").read_text(), re.S)


@pytest.mark.parametrize("sql", QUERIES, ids=lambda sql: " ".join(sql.split())[:40])
def test_the_readmes_queries_find_something(shipped: Store, sql: str) -> None:
    assert shipped.query(sql)


def test_the_readme_names_every_table_and_view() -> None:
    text = (DATA / "README.md").read_text()
    names = [*(str(schema.table(m).name) for m in schema.TABLES), *schema.VIEWS, "search"]
    assert [name for name in names if f"`{name}`" not in text] == []


def test_every_table_has_rows(shipped: Store) -> None:
    empty = [m for m in (str(schema.table(model).name) for model in schema.TABLES) if not shipped.query(f"SELECT 1 FROM {m} LIMIT 1")]
    assert empty in ([], ["former_id"])


@pytest.mark.outside("sqlite3")
def test_the_sqlite3_program_reads_what_the_program_says(shipped: Store) -> None:
    sql = "SELECT DISTINCT clause FROM as_of WHERE first_day <= '2024-06-01' AND end_day > '2024-06-01'"
    done = subprocess.run(["sqlite3", "-readonly", shipped.path, sql], capture_output=True, text=True, check=True)
    assert set(done.stdout.split()) == {c["clause"] for c in clauses(shipped, on="2024-06-01")["clauses"]}


@pytest.mark.outside("datasette")
def test_datasette_reads_what_the_program_says(shipped: Store, tmp_path: Path) -> None:
    database = tmp_path / "tenor.db"
    shutil.copy(shipped.path, database)
    program = shutil.which("datasette") or str(Path(sys.executable).parent / "datasette")
    sql = "SELECT+DISTINCT+clause+FROM+as_of+WHERE+first_day+<=+:day+AND+end_day+>+:day"
    for day in ("2020-01-21", "2024-06-01", "2026-04-27"):
        path = f"/tenor.json?sql={sql}&day={day}&_shape=arrays"
        done = subprocess.run([program, str(database), "--get", path], capture_output=True, text=True, check=True, cwd=tmp_path)
        assert {row[0] for row in json.loads(done.stdout)["rows"]} == {c["clause"] for c in clauses(shipped, on=day)["clauses"]}
