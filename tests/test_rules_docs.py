"""The reference page is made from the rules, and kept in step with them."""

from __future__ import annotations

from pathlib import Path

from tenor import rules

PAGE = Path(__file__).parents[1] / "docs" / "rules.md"


def test_the_reference_page_is_that_of_the_rules() -> None:
    assert PAGE.read_text(encoding="utf-8") == rules.reference(), "write docs/rules.md anew from tenor.rules.reference()"
