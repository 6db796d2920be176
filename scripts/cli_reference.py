"""Write docs/cli.md from the list of commands and options: ``python scripts/cli_reference.py``."""

from __future__ import annotations

from pathlib import Path

from tenor.outputs.help import reference


def main() -> None:
    """Write the page beside the other documents."""
    (Path(__file__).parent.parent / "docs" / "cli.md").write_text(reference(), encoding="utf-8")


if __name__ == "__main__":
    main()
