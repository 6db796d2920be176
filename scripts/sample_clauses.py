"""Draw clauses at random, so that somebody who did not write them can read them again against their sources.

    python scripts/sample_clauses.py [--seed 20261123] [--count 60] [folder]

Prints one id a line, in the order drawn. The same records, seed and count always draw the same clauses, so a stated error rate can be checked.
"""

from __future__ import annotations

import argparse
import random
from pathlib import Path

from tenor import kb


def draw(ids: list[str], seed: int, count: int) -> list[str]:
    """``count`` of ``ids`` (all of them where there are fewer), whatever order they come in."""
    known = sorted(ids)
    return random.Random(seed).sample(known, min(count, len(known)))


def main() -> None:
    """Print the ids drawn from the knowledge base in the given folder."""
    arguments = argparse.ArgumentParser(description="draw clauses at random for a second reading")
    arguments.add_argument("folder", nargs="?", type=Path, default=Path(__file__).parent.parent / "kb")
    arguments.add_argument("--seed", type=int, default=20261123)
    arguments.add_argument("--count", type=int, default=60)
    given = arguments.parse_args()
    records = kb.load(given.folder).records
    if records is None:
        raise SystemExit(f"{given.folder} is no knowledge base: it has no readable tenor.toml")
    print("\n".join(draw(list(records.clauses), given.seed, given.count)))


if __name__ == "__main__":
    main()
