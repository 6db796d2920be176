"""What goes from one party to another is not told where a question has it the other way round."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parent.parent


def script() -> ModuleType:
    """``scripts/turned.py``, which prints the table of all ways to ask."""
    sys.path.insert(0, str(ROOT / "scripts"))
    spec = importlib.util.spec_from_file_location("turned", ROOT / "scripts" / "turned.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(("way", "least", "most"), [("Does", 0.90, 0.11), ("When did", 0.75, 0.12), ("How much did", 0.53, 0.19)])
def test_a_pattern_is_told_in_place_and_seldom_turned(tmp_path: Path, way: str, least: float, most: float) -> None:
    module = script()
    store = module.compiled(module.ROOT / "kb", tmp_path / "kb.db")
    count, placed, turned = module.told(store, way)
    assert placed / count >= least
    assert len(turned) / count <= most
