"""Compare the research with the records that were made from it, so that nothing is lost on the way.

    python scripts/reconcile.py RESEARCH [--kb kb]

RESEARCH is a folder of YAML files: dossiers with lists of entries, and one file of corrections. The maps under ``reconciliation/`` of the knowledge
base say where each entry went. Prints the counts, every entry that was merged, split, restated or refused with the reason, and every correction; exits
with 1 where an entry is in no map, or where a map points at a record that is not there.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from tenor import kb
from tenor.model import Records

#: What a dossier lists, and under which kind it is counted. What is left out (parties, answer keys, open points) is no statement of fact.
KINDS = {
    "instruments": "instruments",
    "programs": "programs",
    "clauses": "clauses",
    "facts": "facts",
    "seed_claims": "claims",
    "seed_check": "claims",
    "events": "events",
    "conflicts": "conflicts",
}
CORRECTIONS = {"corrections": "c", "additions": "a", "inconsistencies": "i"}
#: Why an entry did not stay one record, where its map gives no reason of its own.
REASONS = {
    ("instruments", "split"): "one instrument for each document and day",
    ("clauses", "split"): "one clause for each term, scope or part",
    ("events", "merged"): "the announcement is the instrument, or the event is told once",
    ("events", "split"): "the event stands beside the instrument of its day",
    ("claims", "merged"): "told once, among the claims of the speaker",
    ("conflicts", "merged"): "one dispute for what several dossiers tell",
}
HOWS = ("kept", "merged", "split", "restated", "refused", "done")


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a map: ``key`` of ``dossier`` went to the records ``to``."""

    dossier: str
    kind: str
    key: str
    to: tuple[str, ...]
    how: str
    why: str

    def __str__(self) -> str:
        why = self.why or REASONS.get((KINDS.get(self.kind, self.kind), self.how), "")
        reason = f" ({why})" if why else ""
        return f"{self.dossier}  {self.key} -> {', '.join(self.to) or 'nowhere'}{reason}"


def read(path: Path) -> dict[str, Any]:
    """A YAML file with every scalar as text, so that a day stays what was written."""
    with open(path, encoding="utf-8") as file:
        found = yaml.load(file, Loader=yaml.BaseLoader)
    return found if isinstance(found, dict) else {}


def maps(folder: Path) -> list[Entry]:
    """Every entry of every map. A file's name, as far as it is that of a dossier, says which dossier it maps.

    Raises:
        SystemExit: an entry has an unknown key (in YAML, a comma in plain words starts one), or says nothing about how it went.
    """
    entries = []
    for path in sorted(folder.glob("*.yaml")):
        for kind, found in read(path).items():
            for key, entry in found.items() if kind != "dossiers" else ():
                if wrong := set(entry) - {"to", "how", "why"}:
                    raise SystemExit(f"{path}: {key}: unknown {', '.join(sorted(wrong))}")
                how = entry.get("how", "split" if len(entry["to"]) > 1 else "merged" if kind == "sources" else "kept")
                if how not in HOWS:
                    raise SystemExit(f"{path}: {key}: `{how}` is none of {', '.join(HOWS)}")
                if not entry["to"] and not entry.get("why"):
                    raise SystemExit(f"{path}: {key}: goes nowhere and has no reason")
                entries.append(Entry(path.stem, kind, key, tuple(entry["to"]), how, entry.get("why", "")))
    return entries


def record_ids(records: Records) -> set[str]:
    """Every id that a map may point at."""
    ids = {*records.deals, *records.instruments, *records.clauses}
    for kind in ("source", "event", "dispute", "observation", "party", "term"):
        ids |= {f"{kind}:{name}" for name in getattr(records, "parties" if kind == "party" else f"{kind}s")}
    for commentary in records.commentaries.values():
        ids |= {f"commentary:{commentary.id}", *(f"commentary:{commentary.id}#{claim.id}" for claim in commentary.claims)}
    return ids


def missing(entries: list[Entry], ids: set[str]) -> list[str]:
    """The targets that are in no record, with the entry that names them."""
    return [
        f"{entry.dossier}  {entry.key} -> {target}"
        for entry in entries
        for target in entry.to
        if target not in ids and (entry.kind != "sources" or f"source:{target}" not in ids)
    ]


def wanted(research: Path) -> dict[str, dict[str, list[str]]]:
    """For each dossier the ids of what it lists, by list; for the corrections, their numbers with their names."""
    found: dict[str, dict[str, list[str]]] = {}
    for path in sorted(research.glob("*.yaml")):
        data = read(path)
        if "corrections" in data:
            found[path.stem] = {
                name: [f"{letter}{number} {entry.get('id') or entry['topic']}" for number, entry in enumerate(data[name], 1)]
                for name, letter in CORRECTIONS.items()
            }
        else:
            found[path.stem] = {name: [entry["id"] for entry in data[name]] for name in (*KINDS, "sources") if data.get(name)}
    return found


def lookup(entries: list[Entry], dossier: str, name: str, key: str, prefix: str) -> list[Entry]:
    """The entries of the maps that say where ``key`` of a dossier went."""
    if name in CORRECTIONS:
        number, _, label = key.partition(" ")
        return [e for e in entries if e.kind == "corrections" and e.key.startswith(f"{number} ") and e.key.partition(" ")[2] in label]
    if name == "sources":
        return [e for e in entries if e.kind == "sources" and e.key == f"{prefix}:{key}"]
    return [e for e in entries if e.dossier.startswith(dossier) and e.kind == name and e.key == key]


def report(research: Path, root: Path) -> int:
    """Print the reconciliation and give the exit code."""
    records = kb.load(root).records
    if records is None:
        raise SystemExit(f"{root} is no knowledge base: it has no readable tenor.toml")
    entries = maps(root / "reconciliation")
    prefixes = {name: prefix for prefix, name in read(root / "reconciliation" / "sources.yaml").get("dossiers", {}).items()}
    dossiers = wanted(research)
    if not dossiers:
        raise SystemExit(f"{research} has no YAML files")
    lost: list[str] = []
    used: set[Entry] = set()
    totals: Counter[str] = Counter()
    print(f"{'dossier':<18} {'list':<16} {'there':>5} {'here':>5}  how")
    for dossier, lists in dossiers.items():
        for name, keys in lists.items():
            hows: Counter[str] = Counter()
            here = 0
            for key in keys:
                found = lookup(entries, dossier, name, key, prefixes.get(dossier, ""))
                used.update(found)
                here += bool(found)
                hows.update({e.how for e in found})
                if not found:
                    lost.append(f"{dossier}  {name}  {key}")
            totals[f"{KINDS.get(name, name)} there"] += len(keys)
            totals[f"{KINDS.get(name, name)} here"] += here
            how = ", ".join(f"{hows[h]} {h}" for h in HOWS if hows[h])
            print(f"{dossier:<18} {name:<16} {len(keys):>5} {here:>5}  {how}")
    print()
    for kind in dict.fromkeys(k.rpartition(" ")[0] for k in totals):
        print(f"{'all':<18} {kind:<16} {totals[f'{kind} there']:>5} {totals[f'{kind} here']:>5}")
    for how in ("merged", "split", "restated", "refused"):
        _section(how, [str(e) for e in entries if e.how == how and e.kind != "sources"])
    _section("corrections", [str(e) for e in sorted(entries, key=_number) if e.kind == "corrections"])
    gone = missing(entries, record_ids(records))
    stray = [str(e) for e in entries if e not in used]
    _section("lost: in a dossier, in no map", lost)
    _section("pointing at no record", gone)
    _section("in a map, in no dossier", stray)
    return 1 if lost or gone or stray else 0


def _number(entry: Entry) -> tuple[str, int]:
    label = entry.key.partition(" ")[0]
    return label[:1], int(label[1:]) if label[1:].isdigit() else 0


def _section(title: str, lines: list[str]) -> None:
    print(f"\n{title}: {len(lines)}")
    for line in lines:
        print(f"  {line}")


def main() -> None:
    """Read the arguments, print, and exit with 1 where something is lost."""
    arguments = argparse.ArgumentParser(description="compare the research with the records made from it")
    arguments.add_argument("research", type=Path, help="the folder of the dossiers")
    arguments.add_argument("--kb", type=Path, default=Path(__file__).parent.parent / "kb")
    given = arguments.parse_args()
    sys.exit(report(given.research, given.kb))


if __name__ == "__main__":
    main()
