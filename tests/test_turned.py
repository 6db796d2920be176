"""What goes from one party to another is not told where a question has it the other way round."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripted import script


@pytest.mark.parametrize(("way", "least", "most"), [("Does", 0.90, 0.11), ("When did", 0.75, 0.12), ("How much did", 0.53, 0.19)])
def test_a_pattern_is_told_in_place_and_seldom_turned(tmp_path: Path, way: str, least: float, most: float) -> None:
    module = script("turned")
    store = module.compiled(module.ROOT / "kb", tmp_path / "kb.db")
    count, placed, turned = module.told(store, way)
    assert placed / count >= least
    assert len(turned) / count <= most
