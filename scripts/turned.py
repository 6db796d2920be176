"""Ask each term's own patterns of the parties that the record has in them, and of the same two turned round.

    python scripts/turned.py          how many are told, in place and turned, for each way to ask
    python scripts/turned.py --list   also every turned question that is told something but a plain "No."

"Does A sell B's models" of a record in which B sells A's must not be told as if it had been asked the right way round. What stays is not all wrong:
two can be bound by the same term, and "what did A receive from B" has an answer of its own.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from questions import ROOT, TODAY, compiled
from tenor.ask.answering import ask
from tenor.store.read import Store

WAYS = ("Does", "When did", "Until when did", "Since when does", "How much did", "What did", "May", "Will", "Must", "Can")
#: Patterns of one term that are asked.
MOST = 4


def patterns(store: Store) -> Iterator[tuple[str, str, str]]:
    """A pattern of a term in which one party does something to the other, and the names of a subject and a holder that no record has turned round."""
    pairs = set(store.query("SELECT DISTINCT term, subject, holder FROM clause WHERE holder IS NOT NULL"))
    for term, subject, holder in sorted(pairs):
        if (term, holder, subject) in pairs or "+" in holder:
            continue
        asks = [str(pattern) for pattern in (store.record(f"term:{term}") or {}).get("asks", ())]
        doing = [p for p in asks if p.split()[0] in ("{subject}", "{holder}") and p.split()[1] != "be" and "{subject}" in p and "{holder}" in p]
        for pattern in doing[:MOST]:
            yield pattern, store.name("party", subject), store.name("party", holder)


def told(store: Store, way: str) -> tuple[int, int, list[tuple[str, str]]]:
    """How many questions one way to ask makes, how many are told in place, and the turned ones that are told, with what."""
    count, placed, turned = 0, 0, []
    for pattern, subject, holder in patterns(store):
        count += 1
        placed += ask(store, f"{way} {pattern.format(subject=subject, holder=holder)}?", today=TODAY)["status"] == "answered"
        question = f"{way} {pattern.format(subject=holder, holder=subject)}?"
        answer = ask(store, question, today=TODAY)
        if answer["status"] == "answered" and not answer["text"].startswith("No."):
            turned.append((question, answer["text"]))
    return count, placed, turned


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--list", action="store_true", help="also print the turned questions that are told")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        store = compiled(ROOT / "kb", Path(folder) / "kb.db")
        print(f"{'way':16}{'asked':>6}{'told':>6}{'told turned':>13}")
        for way in WAYS:
            count, placed, turned = told(store, way)
            print(f"{way:16}{count:6}{placed:6}{len(turned):13}")
            for question, text in turned if chosen.list else ():
                print(f"    {question}  {text[:150]}")


if __name__ == "__main__":
    main()
