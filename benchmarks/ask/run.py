"""How long a person waits for ``tenor ask``: ``python benchmarks/ask/run.py [--rounds 15] [--tenor PATH --peer PATH]``.

Installs the wheel of this checkout into an environment of its own, with sqlite-utils beside it, and starts each command in turn, round after round, so that
whatever else the machine does falls on all of them alike. Prints medians, the ratio to ``sqlite-utils query`` on 1,000 rows, and the same for knowledge bases of
10 and 100 times the size; then the time of an answer in a process that is already running. Trust the ratios, not the milliseconds.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

from tenor import kb
from tenor.ask.answering import ask
from tenor.dates import parse_day
from tenor.model import Records
from tenor.store.compile import compile_records
from tenor.store.read import Store

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
EXACT = "who is primary cloud in 2026"
#: The questions that are timed: as the records say it, with a slip, and one that wants yes or no.
ASKED = {"": EXACT, " with a typo": "who is primry cloud in 2026", ", yes or no": "is Azure the primary cloud in 2026"}
TIMES = (1, 10, 100)
TODAY = parse_day("2026-11-23")
GOAL = 0.35


def install(folder: Path) -> tuple[Path, Path]:
    """The scripts of tenor and of sqlite-utils, installed from the wheel of this checkout."""
    subprocess.run([sys.executable, "-m", "venv", folder], check=True)
    pip = [str(folder / "bin" / "pip"), "install", "-q", "--disable-pip-version-check", "-c", str(ROOT / "constraints.txt")]
    subprocess.run([*pip, str(ROOT), "sqlite-utils"], check=True)
    return folder / "bin" / "tenor", folder / "bin" / "sqlite-utils"


def rows(path: Path) -> None:
    """A table of 1,000 rows."""
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE clause (id INTEGER PRIMARY KEY, holder TEXT, start TEXT)")
        connection.executemany("INSERT INTO clause VALUES (?, ?, ?)", [(n, f"party {n % 40}", f"20{n % 27:02}-01-01") for n in range(1000)])
    connection.close()


def grown(records: Records, times: int) -> Records:
    """The records with all their parties, deals and clauses ``times`` over, each copy under names of its own."""
    if times == 1:
        return records
    parties, deals, instruments, clauses = (dict(getattr(records, kind)) for kind in ("parties", "deals", "instruments", "clauses"))
    for n in range(2, times + 1):

        def new(id: str | None, n: int = n) -> str | None:
            head, slash, rest = (id or "").partition("/")
            return f"{head}-{n}{slash}{rest}" if id else None

        def all_new(ids: tuple[str, ...]) -> tuple[str, ...]:
            return tuple(str(new(id)) for id in ids)

        for party in records.parties.values():
            copy = replace(party, id=str(new(party.id)), name=f"{party.name} {n}", full_name="", products=(), ids={}, formerly=())
            parties[copy.id] = replace(copy, aliases=tuple(f"{alias} {n}" for alias in party.aliases))
        for deal in records.deals.values():
            names = tuple(f"{name} {n}" for name in deal.names)
            copy_of = replace(deal, id=str(new(deal.id)), title=f"{deal.title} {n}", parties=all_new(deal.parties), names=names, formerly=())
            deals[copy_of.id] = copy_of
        for paper in records.instruments.values():
            copied = replace(
                paper, id=str(new(paper.id)), deal=str(new(paper.deal)), parties=all_new(paper.parties), names=tuple(f"{x} {n}" for x in paper.names),
                amends=all_new(paper.amends), restates=tuple(replace(r, clause=str(new(r.clause))) for r in paper.restates), formerly=(),
            )  # fmt: skip
            instruments[copied.id] = copied
        for clause in records.clauses.values():
            twin = replace(
                clause, id=str(new(clause.id)), instrument=str(new(clause.instrument)), deal=str(new(clause.deal)), subject=str(new(clause.subject)),
                holder=new(clause.holder), holders=all_new(clause.holders), via=None, replaces=all_new(clause.replaces), adds_to=new(clause.adds_to),
                part_of=new(clause.part_of), exception_to=new(clause.exception_to), discloses=new(clause.discloses), retracts=all_new(clause.retracts),
                from_clauses=all_new(clause.from_clauses), last_stated=new(clause.last_stated), also_in=all_new(clause.also_in), formerly=(),
                ended_by=clause.ended_by if (clause.ended_by or "").startswith("event:") else new(clause.ended_by),
            )  # fmt: skip
            clauses[twin.id] = twin
    return replace(records, parties=parties, deals=deals, instruments=instruments, clauses=clauses)


def waited(command: list[str]) -> float:
    """Milliseconds from the start of a command to its end, its output read from a pipe."""
    start = time.perf_counter()
    done = subprocess.run(command, capture_output=True, check=False, env={**os.environ, "TENOR_TODAY": "2026-11-23"})
    spent = (time.perf_counter() - start) * 1000
    if done.returncode or not done.stdout:
        raise SystemExit(f"{' '.join(command)}: {done.stderr.decode() or 'no output'}")
    return spent


def interleaved(commands: dict[str, list[str]], rounds: int) -> dict[str, list[float]]:
    """The times of each command, started in turn; a first round is left out."""
    times: dict[str, list[float]] = {name: [] for name in commands}
    for n in range(rounds + 1):
        for name, command in commands.items():
            spent = waited(command)
            if n:
                times[name].append(spent)
    return times


def answering(store: Store) -> list[float]:
    """Milliseconds of the processor for an answer in a running process, for every question of the corpus."""
    lines: list[dict[str, Any]] = [json.loads(line) for line in (ROOT / "tests" / "questions" / "blind.jsonl").read_text().splitlines()]
    ask(store, EXACT, today=TODAY)
    gc.collect()
    gc.freeze()  # what was grown and compiled here is in no process that only answers, and searching it for garbage would count as answering
    times = []
    for line in lines:
        start = time.process_time()
        ask(store, line["q"], today=TODAY)
        times.append((time.process_time() - start) * 1000)
    return sorted(times)


def main() -> None:
    """Measure and print."""
    arguments = argparse.ArgumentParser(description="how long a person waits for an answer")
    arguments.add_argument("--rounds", type=int, default=15)
    arguments.add_argument("--tenor", type=Path, help="an installed tenor, instead of installing one")
    arguments.add_argument("--peer", type=Path, help="an installed sqlite-utils, instead of installing one")
    given = arguments.parse_args()
    records = kb.load(ROOT / "kb").records
    if records is None:
        raise SystemExit("the knowledge base of this checkout cannot be read")
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        tenor, peer = (given.tenor, given.peer) if given.tenor and given.peer else install(folder / "venv")
        rows(folder / "rows.db")
        commands = {
            "sqlite-utils query, 1,000 rows": [str(peer), "query", str(folder / "rows.db"), "SELECT * FROM clause"],
            **{f"tenor ask{how}, as installed": [str(tenor), "ask", question] for how, question in ASKED.items()},
        }
        for times in TIMES:
            path = folder / f"{times}.db"
            start = time.perf_counter()
            compile_records(grown(records, times), "0", path)
            count = len(records.clauses) * times
            print(f"{count:7,} clauses compiled in {time.perf_counter() - start:6.1f} s, {path.stat().st_size / 1e6:6.1f} MB", flush=True)
            commands |= {f"tenor ask{how}, {count:,} clauses": [str(tenor), "ask", question, "--kb", str(path)] for how, question in ASKED.items()}
        measured = interleaved(commands, given.rounds)
        against = measured["sqlite-utils query, 1,000 rows"]
        print(f"\n{'':<44} {'median':>9} {'best':>9} {'ratio':>6}   of {given.rounds} interleaved rounds; the goal is {GOAL}")
        for name, spent in measured.items():
            ratio = statistics.median(a / b for a, b in zip(spent, against, strict=True))
            print(f"{name:<44} {statistics.median(spent):6.1f} ms {min(spent):6.1f} ms {ratio:6.2f}")
        spent = answering(Store(str(folder / "1.db")))
        p95 = spent[len(spent) * 95 // 100]
        print(
            f"\nin process, {len(spent)} questions: median {statistics.median(spent):.2f} ms, 95 in 100 under {p95:.2f} ms, worst {spent[-1]:.2f} ms"
        )


if __name__ == "__main__":
    main()
