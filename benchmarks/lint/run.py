"""Lint Markdown of growing size, up to 2 MB with 5,000 citations: ``python benchmarks/lint/run.py``.

Prints a table and writes ``times.tsv`` and, where matplotlib is installed, ``times.svg`` beside this file. The text is made from the corpus of writeups and the
ids of the shipped records, with the parties and amounts of each sentence drawn anew, so that few are answered from memory. Times are those of the processor.
"""

from __future__ import annotations

import itertools
import json
import random
import re
import tempfile
import time
from pathlib import Path

from tenor.dates import parse_day
from tenor.linting.lint import lint_text
from tenor.store.build import build
from tenor.store.read import Store

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
FULL_BYTES, FULL_CITATIONS = 2_000_000, 5_000
PARTS = (1 / 8, 1 / 4, 1 / 2, 1)
ROUNDS = 2
_NUMBER = re.compile(r"(?<=\$)\d+|\b\d+(?= percent| gigawatt)")


def writeup(store: Store, part: float) -> str:
    """A writeup of that part of the full size."""
    chance = random.Random(20261123)
    ids = [str(i) for (i,) in store.query("SELECT id FROM clause ORDER BY id")]
    prose = [
        line
        for name in ("clean.txt", "faulty.txt")
        for block in (ROOT / "tests" / "writeups" / name).read_text().split("=== ")[1:]
        for line in block.rpartition("---\n")[2].split("\n")[1:]
        if line and "@" not in line and "`" not in line and not line.startswith(("=", ">"))
    ]
    prose += [json.loads(doc)["text"] for (doc,) in store.query("SELECT doc FROM clause ORDER BY id")]
    parties = [str(n) for (n,) in store.query("SELECT name FROM party ORDER BY id")]
    party = re.compile("|".join(map(re.escape, parties)))
    names = itertools.count(1)
    every = FULL_BYTES / FULL_CITATIONS
    out: list[str] = ["---\ndate: 2026-06-15\n---\n"]
    size, cited = 0, 0
    while size < FULL_BYTES * part:
        lines = [
            _NUMBER.sub(lambda _: str(chance.randint(1, 999)), party.sub(lambda _: chance.choice(parties), chance.choice(prose))) for _ in range(2)
        ]
        text = f"Note {next(names)}. {' '.join(lines)}"
        if size >= cited * every:
            text += f" It is reported so [@{chance.choice(ids)}]."
            cited += 1
        out.append(text + "\n")
        size += len(out[-1].encode()) + 1
    return "\n".join(out)


def main() -> None:
    """Measure, print and draw."""
    with tempfile.TemporaryDirectory() as folder:
        build(str(ROOT / "kb"), f"{folder}/tenor.db")
        store = Store(f"{folder}/tenor.db")
        rows = []
        for part in PARTS:
            text = writeup(store, part)
            times = []
            for _ in range(ROUNDS):
                start = time.process_time()
                linted = lint_text(store, text, today=parse_day("2026-06-15"))
                times.append(time.process_time() - start)
            rows.append((len(text.encode()), text.count("[@"), len(linted.findings), min(times)))
            size, citations, findings, best = rows[-1]
            print(f"{size / 1e6:5.2f} MB  {citations:5,} citations  {findings:6,} findings  {best:6.2f} s  {best / size * 1e6:5.2f} s a MB")
    (HERE / "times.tsv").write_text(
        "bytes\tcitations\tfindings\tseconds\n" + "".join("\t".join(map(str, (*r[:3], round(r[3], 3)))) + "\n" for r in rows)
    )
    draw(rows)


def draw(rows: list[tuple[int, int, int, float]]) -> None:
    """Seconds over size, with the straight line through the origin that fits best."""
    try:
        import matplotlib as mpl
    except ImportError:
        print("no plot: matplotlib is not installed")
        return
    mpl.use("svg")
    mpl.rcParams["svg.hashsalt"] = "tenor"
    import matplotlib.pyplot as plt

    sizes, times = [r[0] / 1e6 for r in rows], [r[3] for r in rows]
    slope = sum(x * y for x, y in zip(sizes, times, strict=True)) / sum(x * x for x in sizes)
    figure, axes = plt.subplots(figsize=(6, 4))
    axes.plot([0, sizes[-1]], [0, slope * sizes[-1]], color="0.6", linewidth=1, label=f"{slope:.2f} s a MB")
    axes.plot(sizes, times, "o", color="black", label="tenor lint")
    axes.set(xlabel="size of the writeup (MB)", ylabel="processor time (s)", xlim=(0, None), ylim=(0, None), title="Cost of linting grows with size")
    axes.legend(frameon=False)
    figure.tight_layout()
    figure.savefig(HERE / "times.svg", metadata={"Date": None})


if __name__ == "__main__":
    main()
