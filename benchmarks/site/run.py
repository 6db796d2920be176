"""How long the site takes to build, how large it is, how fast its main page opens on a phone, and how much of the question corpus its pages answer.

``python benchmarks/site/run.py`` prints one line a number. Lighthouse needs ``npm install --prefix tests/web --ignore-scripts --no-package-lock`` and Chromium.
"""

from __future__ import annotations

import gzip
import json
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests"))

from browser import FLAGS, LIGHTHOUSE  # noqa: E402
from sites import BASE, Built, serving  # noqa: E402
from tenor.site.build import build  # noqa: E402
from tenor.store.build import build as compile_kb  # noqa: E402
from tenor.store.read import Store  # noqa: E402
from test_site_ask import corpus, disagreements  # noqa: E402


def built(kb: Path, work: Path) -> tuple[Store, float, int, int]:
    """The records compiled, and the site built from them: seconds, pages, files that were written."""
    compile_kb(str(kb), str(work / "kb.db"))
    store = Store(str(work / "kb.db"))
    started = time.perf_counter()
    made = build(store, work / "kb", root=kb, base_url=BASE)
    return store, time.perf_counter() - started, made.pages, made.written


#: How often Lighthouse looks at the page: a machine that does something else at the time gives low marks.
RUNS = 5
METRICS = ("first-contentful-paint", "speed-index", "largest-contentful-paint", "total-blocking-time", "cumulative-layout-shift")

#: The words of a clause, on one line.
SAYS = re.compile(r"^    says: [^\n]*\w\.$", re.MULTILINE)


def reword(record: Path) -> None:
    """Edit the words of one clause."""
    text = record.read_text(encoding="utf-8")
    record.write_text(SAYS.sub(lambda found: f"{found[0][:-1]}, as it says.", text, count=1), encoding="utf-8")


def performance(address: str, work: Path) -> dict[str, float]:
    """Lighthouse's marks for a page on a phone, and what its mark for speed is made of: the median of several runs, seconds and milliseconds as it counts them.

    ``benchmark-index`` is how fast Lighthouse found this machine at the time; its mark for speed means little where others work there too.
    """
    report = work / "report.json"
    flags = f"--chrome-flags=--headless=new {' '.join(FLAGS)}"
    runs: list[dict[str, float]] = []
    for _ in range(RUNS):
        subprocess.run(["node", str(LIGHTHOUSE), address, "--quiet", "--output=json", f"--output-path={report}", flags], check=True, timeout=300)
        found = json.loads(report.read_text(encoding="utf-8"))
        metrics = {name: found["audits"][name]["numericValue"] for name in METRICS}
        marks = {k: v["score"] * 100 for k, v in found["categories"].items()}
        runs.append({**marks, **metrics, "benchmark-index": found["environment"]["benchmarkIndex"]})
    return {name: round(statistics.median(run[name] for run in runs), 2) for name in runs[0]}


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        work, records = Path(folder), Path(folder) / "records"
        shutil.copytree(ROOT / "kb", records)
        store, cold, pages, files = built(records, work)
        print(f"cold build: {cold:.1f} s, {pages:,} pages, {files:,} files")
        store, again, _, files = built(records, work)
        print(f"no change: {again:.1f} s, {files:,} files written")
        reword(next(p for p in sorted((records / "deals").rglob("*.md")) if SAYS.search(p.read_text(encoding="utf-8"))))
        store, edit, _, files = built(records, work)
        print(f"one edit: {edit:.1f} s, {files:,} files written")
        site = Built("shipped", store, records, work / "kb")
        print(f"whole site: {sum(p.stat().st_size for p in site.folder.rglob('*') if p.is_file()) / 1e6:.1f} MB")
        sizes = {path: len(html.encode()) for path, html in site.pages.items()}
        largest = max(sizes, key=lambda path: sizes[path])
        print(f"largest page: {largest}, {sizes[largest]:,} bytes, {len(gzip.compress(site.pages[largest].encode(), 9)):,} compressed")
        for name in ("style.css", "chart.js", "ask.js", "search.js", "ask-index.js", "search-index.js"):
            print(f"{name}: {len(gzip.compress((site.folder / name).read_bytes(), 9)):,} bytes compressed")
        questions = corpus()
        count, wrong = disagreements(site, questions)
        print(f"questions of the corpus answered in the browser: {count} of {len(questions)}, {len(wrong)} otherwise than by the command")
        if LIGHTHOUSE.is_file():
            with serving(site) as address:
                print(f"Lighthouse on a phone, median of {RUNS}: {performance(address + site.kinds['deal'], work)}")


if __name__ == "__main__":
    main()
