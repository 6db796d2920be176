"""Ask every question of the corpus and print how many answers are right, refused and wrong, by kind.

    python scripts/questions.py                 the table, today's rates beside those of the first run
    python scripts/questions.py --wrong         every answer that is wrong, with what was expected
    python scripts/questions.py --refused       every question that should have been answered and was not
    python scripts/questions.py --freeze FILE   write today's verdicts
    python scripts/questions.py --corpus readers
                                                the same for what later readers asked, in other voices
    python scripts/questions.py --corpus PATH   the same for a corpus of one's own

A corpus is a file of JSON lines in tests/questions. "Right" means: answered with the clauses, the yes or no, the holder and the words that the line
asks for; or, where the line says so, not answered. A question that should have been answered and was not is "refused", never "wrong".

The frozen corpus stays as it was written. A key of it that a record added later made untrue stands anew, with the reason, in blind.rekeyed.jsonl.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tenor import kb
from tenor.ask.answering import ask
from tenor.dates import parse_day, parse_period
from tenor.store.compile import compile_records
from tenor.store.read import Store

ROOT = Path(__file__).resolve().parent.parent
QUESTIONS = ROOT / "tests" / "questions"
TODAY = parse_day("2026-11-23")

Line = dict[str, Any]


def corpus(name: str = "blind") -> Iterator[Line]:
    """The lines of a corpus, with the keys that hold today: the name of one in tests/questions, or a path."""
    path = Path(name) if name.endswith(".jsonl") else QUESTIONS / f"{name}.jsonl"
    anew = path.with_suffix(".rekeyed.jsonl")
    today = {line["q"]: line for line in _lines(anew)} if anew.exists() else {}
    return (today.get(line["q"], line) for line in _lines(path))


def _lines(path: Path) -> Iterator[Line]:
    return (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip())


def compiled(folder: Path, path: Path) -> Store:
    """The knowledge base in a folder, compiled to a path and opened."""
    loaded = kb.load(folder)
    if loaded.records is None:
        raise SystemExit(f"{folder} is no knowledge base")
    compile_records(loaded.records, loaded.digest, path)
    return Store(str(path))


def verdict(store: Store, line: Line) -> tuple[str, Line]:
    """``right``, ``refused`` or ``wrong``, and the answer."""
    options = line.get("options") or {}
    on = parse_period(options["on"]) if options.get("on") else None
    known = parse_day(options["known_at"]) if options.get("known_at") else None
    answer = ask(store, line["q"], today=TODAY, on=on, known_at=known)
    if line["expect"] != "answered":
        return ("right" if answer["status"] != "answered" else "wrong"), answer
    if answer["status"] != "answered":
        return "refused", answer
    got = {a["clause"] for a in answer["answers"]}
    told = answer["text"] + json.dumps(answer["answers"], ensure_ascii=False)
    faults = [
        not set(line.get("clauses", ())) <= got,
        bool(line.get("any_of")) and not set(line["any_of"]) & got,
        bool(set(line.get("not", ())) & got),
        line.get("yes") is not None
        and {a.get("yes") for a in answer["answers"] if a.get("role") != "exception" and a.get("yes") is not None} != {line["yes"]},
        bool(line.get("holder")) and not any(line["holder"] in (a["holder"], *a["holders"]) for a in answer["answers"]),
        not all(said.lower() in told.lower() for said in line.get("says", ())),
    ]
    return ("wrong" if any(faults) else "right"), answer


def table(verdicts: list[tuple[Line, str]], first: dict[str, str]) -> str:
    """The table by kind, with the first run's rates."""
    rows = [f"{'kind':<12}{'right':>7}{'refused':>9}{'wrong':>7}{'of':>6}{'first run: right':>18}{'wrong':>7}"]
    kinds = [*sorted({line["kind"] for line, _ in verdicts}), "all"]
    for kind in kinds:
        now = Counter(v for line, v in verdicts if kind in (line["kind"], "all"))
        then = Counter(first.get(line["q"], "-") for line, _ in verdicts if kind in (line["kind"], "all"))
        rows.append(f"{kind:<12}{now['right']:>7}{now['refused']:>9}{now['wrong']:>7}{sum(now.values()):>6}{then['right']:>18}{then['wrong']:>7}")
    return "\n".join(rows)


def main() -> int:
    """Run the corpus; exit 1 where an answer that is frozen as right has turned wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", default="blind")
    parser.add_argument("--wrong", action="store_true")
    parser.add_argument("--refused", action="store_true")
    parser.add_argument("--freeze")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        store = compiled(ROOT / "kb", Path(folder) / "kb.db")
        verdicts: list[tuple[Line, str]] = []
        for line in corpus(options.corpus):
            found, answer = verdict(store, line)
            verdicts.append((line, found))
            if (options.wrong and found == "wrong") or (options.refused and found == "refused"):
                print(
                    f"{found}: {line['q']}\n   expected {line['expect']} {line.get('clauses', '')} {line.get('yes', '')} {line.get('says', '')}\n   got {answer['status']}: {answer['text'][:300]}"
                )
    frozen = QUESTIONS / f"{options.corpus}.first-run.json"
    first = json.loads(frozen.read_text(encoding="utf-8")) if frozen.exists() else {}
    if options.freeze:
        Path(options.freeze).write_text(json.dumps({line["q"]: v for line, v in verdicts}, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
    print(table(verdicts, first))
    kept = QUESTIONS / f"{options.corpus}.kept.json"
    before = json.loads(kept.read_text(encoding="utf-8")) if kept.exists() else {}
    turned = [line["q"] for line, v in verdicts if v == "wrong" and before.get(line["q"]) == "right"]
    for question in turned:
        print(f"was right and is wrong: {question}", file=sys.stderr)
    return 1 if turned else 0


if __name__ == "__main__":
    sys.exit(main())
