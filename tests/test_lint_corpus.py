"""The lint measured on the corpus of writeups. ``python tests/test_lint_corpus.py`` prints what was found, missed and wrongly found."""

from __future__ import annotations

import hashlib
import json
import tempfile
from dataclasses import dataclass
from pathlib import Path

from tenor.dates import parse_day
from tenor.findings import Finding
from tenor.linting.lint import lint_text
from tenor.store.build import build
from tenor.store.read import Store

CORPUS = Path(__file__).parent / "writeups"
#: Which codes find which planted fault. A fault may be found under the name of a near one: a leak is alleged and rests on commentary.
FINDS = {
    "unknown": {"L101"},
    "superseded": {"L102"},
    "ended": {"L103"},
    "retracted": {"L104"},
    "disputed": {"L105"},
    "reported": {"L106"},
    "commentary": {"L107", "L106"},  # the records may have found a newspaper for it since
    "hedge": {"L108"},
    "locator": {"L109"},
    "contradicted": {"L201"},
    "unhedged": {"L202"},
    "past-will": {"L203"},
}
CITATION_FAULTS = frozenset(("unknown", "superseded", "ended", "retracted", "disputed", "reported", "commentary", "hedge", "locator"))


@dataclass(frozen=True)
class Paragraph:
    number: str
    date: str
    faults: tuple[tuple[str, str], ...]
    text: str


@dataclass(frozen=True)
class Measured:
    """``missed`` are planted faults that no finding met; ``wrong`` are findings that meet no planted fault."""

    planted: tuple[tuple[Paragraph, str, str], ...]
    missed: tuple[tuple[Paragraph, str, str], ...]
    wrong: tuple[tuple[Paragraph, Finding], ...]
    found: int

    def rate(self, citations: bool) -> tuple[int, int]:
        """How many of the faults of a kind were found, of how many."""
        of = [p for p in self.planted if (p[1] in CITATION_FAULTS) is citations]
        return len(of) - len([p for p in self.missed if (p[1] in CITATION_FAULTS) is citations]), len(of)

    def plain_precision(self) -> tuple[int, int]:
        """How many findings on plain sentences are right, of how many."""
        right = self.rate(False)[0]
        return right, right + len([1 for _, f in self.wrong if f.code.startswith("L2")])


def paragraphs(name: str) -> list[Paragraph]:
    out = []
    for block in (CORPUS / name).read_text(encoding="utf-8").split("=== ")[1:]:
        head, _, rest = block.partition("\n")
        number, date = head.split()
        faults, mark, text = rest.partition("---\n")
        if not mark:
            faults, text = "", rest
        pairs = tuple((kind, words) for kind, _, words in (line.partition(": ") for line in faults.strip().split("\n") if line))
        out.append(Paragraph(number, date, pairs, text))
    return out


def measure(store: Store, names: tuple[str, ...] = ("faulty.txt", "clean.txt")) -> Measured:
    planted: list[tuple[Paragraph, str, str]] = []
    missed: list[tuple[Paragraph, str, str]] = []
    wrong: list[tuple[Paragraph, Finding]] = []
    count = 0
    for name in names:
        for p in paragraphs(name):
            found = list(lint_text(store, p.text, path=p.number, today=parse_day(p.date)).findings)
            count += len(found)
            for kind, words in p.faults:
                planted.append((p, kind, words))
                hit = next((f for f in found if f.code in FINDS[kind] and _meets(p.text, f, kind, words)), None)
                if hit is None:
                    missed.append((p, kind, words))
                else:
                    found.remove(hit)
            wrong.extend((p, f) for f in found)
    return Measured(tuple(planted), tuple(missed), tuple(wrong), count)


def _meets(text: str, finding: Finding, kind: str, words: str) -> bool:
    """True where the finding stands on the planted words' own sentence (or, for a citation, names it or stands before it in its sentence)."""
    lines = text.split("\n")
    offset = sum(len(line) + 1 for line in lines[: finding.line - 1]) + finding.column - 1
    flat = text.replace("\n", " ")
    at = flat.find(words.replace("\n", " "))
    assert at >= 0, f"{words!r} is not in the paragraph"
    if kind in CITATION_FAULTS and words.startswith("@"):
        return bool(finding.id) and finding.id == words[1:].rstrip("]")
    start = max(flat.rfind(". ", 0, at), flat.rfind("? ", 0, at)) + 1
    end = flat.find(". ", at)
    return start <= offset <= (end if end >= 0 else len(flat))


@dataclass(frozen=True, slots=True)
class Sentences:
    """Of sentences that assert a fault, those found and those missed; and every finding on one that has none."""

    found: list[str]
    missed: list[str]
    wrong: list[str]


def measure_sentences(store: Store) -> Sentences:
    """The sentences that the rules were tuned on."""
    out = Sentences([], [], [])
    for line in (CORPUS / "sentences.txt").read_text().splitlines():
        if line.startswith("#"):
            continue
        date, code, text = line.split(" ", 2)
        found = {f.code for f in lint_text(store, text, today=parse_day(date)).findings} - {"L109"}
        if code in found:
            out.found.append(line)
        elif found:
            out.wrong.append(f"{line} {sorted(found)}")
        elif code != "ok":
            out.missed.append(line)
    return out


def report_sentences(s: Sentences) -> str:
    return "\n".join(
        [
            f"tuned sentences: {len(s.found)} of {len(s.found) + len(s.missed)} faults found, {len(s.wrong)} findings wrong",
            *(f"  missed {line}" for line in s.missed),
            *(f"  wrong  {line}" for line in s.wrong),
        ]
    )


def report(m: Measured) -> str:
    cited, plain, precise = m.rate(True), m.rate(False), m.plain_precision()
    clean = len({p.number for p, _ in m.wrong if p.number.startswith("c")})
    lines = [
        f"citation faults found       {cited[0]} of {cited[1]}",
        f"plain-sentence faults found {plain[0]} of {plain[1]} (recall {plain[0] / plain[1]:.2f})",
        f"plain-sentence findings right {precise[0]} of {precise[1]} (precision {precise[0] / max(1, precise[1]):.2f})",
        f"clean paragraphs with a finding {clean} of 120",
    ]
    lines += [f"  missed {p.number} {kind}: {words}" for p, kind, words in m.missed]
    lines += [f"  wrong  {p.number} {f.code} {f.message}" for p, f in m.wrong]
    return "\n".join(lines)


def test_the_corpus_is_the_one_that_was_frozen_before_there_was_a_lint() -> None:
    for line in (CORPUS / "SHA256SUMS").read_text().splitlines():
        digest, name = line.split()
        assert hashlib.sha256((CORPUS / name).read_bytes()).hexdigest() == digest
    assert (len(paragraphs("faulty.txt")), len(paragraphs("clean.txt"))) == (60, 120)


def test_every_planted_citation_fault_is_found_and_plain_sentences_with_few_errors(shipped: Store) -> None:
    measured = measure(shipped)
    cited, of = measured.rate(citations=True)
    assert cited == of, [f"{p.number} {kind} {words}" for p, kind, words in measured.missed if words.startswith("@")]
    right, all_found = measured.plain_precision()
    assert right / all_found >= 0.98, [(p.number, f.code, f.message) for p, f in measured.wrong]
    plain, of_plain = measured.rate(citations=False)
    assert plain / of_plain >= 0.7, [f"{p.number} {words}" for p, _, words in measured.missed]
    assert [(p.number, f.code) for p, f in measured.wrong if p.number.startswith("c")] == []


def test_tuned_sentences_are_judged_without_a_false_alarm(shipped: Store) -> None:
    measured = measure_sentences(shipped)
    assert measured.wrong == []
    assert len(measured.found) / (len(measured.found) + len(measured.missed)) >= 0.8, measured.missed


def test_no_clause_of_the_records_is_contradicted_by_the_records(shipped: Store) -> None:
    """The sentences of the records themselves, each on its first day, are a second and larger clean corpus."""
    wrong = []
    for (text,) in shipped.query("SELECT doc FROM clause"):
        doc = json.loads(text)
        day = doc["bounds"]["from"][1] or doc["bounds"]["from"][0]
        if day:
            wrong += [
                (doc["clause"], f.message) for f in lint_text(shipped, doc["text"], today=parse_day(day)).findings if f.code in ("L201", "L203")
            ]
    assert wrong == []


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "tenor.db"
        build(str(CORPUS.parent.parent / "kb"), str(database))
        print(report(measure(Store(str(database)))))
        print(report_sentences(measure_sentences(Store(str(database)))))
