"""Nothing of the research is lost: the maps point at records that are there, and the script that compares the two tells what is missing."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType

import pytest
import yaml

from scripted import script
from tenor import kb

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def reconcile() -> ModuleType:
    return script("reconcile")


def test_every_map_points_at_records_that_are_there(reconcile: ModuleType) -> None:
    records = kb.load(ROOT / "kb").records
    assert records is not None
    entries = reconcile.maps(ROOT / "kb" / "reconciliation")
    assert len(entries) > 900
    assert reconcile.missing(entries, reconcile.record_ids(records)) == []


def test_what_goes_nowhere_has_its_reason(reconcile: ModuleType) -> None:
    for entry in reconcile.maps(ROOT / "kb" / "reconciliation"):
        assert entry.to or entry.why, entry


def base(folder: Path, maps: str) -> Path:
    """A knowledge base with one party and one source, and one map of a dossier called ``offices``."""
    (folder / "parties").mkdir(parents=True)
    (folder / "reconciliation").mkdir()
    (folder / "tenor.toml").write_text('title = "Offices"\nversion = "1"\nchecked_through = "2020-01-01"\n')
    (folder / "parties" / "ada.md").write_text("---\nname: Ada\nkind: person\n---\n")
    (folder / "reconciliation" / "offices.yaml").write_text(maps)
    (folder / "reconciliation" / "sources.yaml").write_text("dossiers: {of: offices}\nsources: {}\n")
    return folder


def dossier(folder: Path, **lists: list[str]) -> Path:
    folder.mkdir()
    (folder / "offices.yaml").write_text(yaml.safe_dump({name: [{"id": i} for i in ids] for name, ids in lists.items()}))
    return folder


def test_an_entry_in_no_map_is_lost(reconcile: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = base(tmp_path / "kb", 'events:\n  e1: {to: ["party:ada"], how: kept}\n')
    assert reconcile.report(dossier(tmp_path / "whole", events=["e1"]), root) == 0
    assert reconcile.report(dossier(tmp_path / "more", events=["e1", "e2"]), root) == 1
    assert "offices  events  e2" in capsys.readouterr().out


def test_a_map_that_points_nowhere_is_told(reconcile: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = base(tmp_path / "kb", 'events:\n  e1: {to: ["party:bob"], how: kept}\n')
    assert reconcile.report(dossier(tmp_path / "research", events=["e1"]), root) == 1
    assert "e1 -> party:bob" in capsys.readouterr().out


def test_an_unquoted_comma_in_a_reason_is_found(reconcile: ModuleType, tmp_path: Path) -> None:
    root = base(tmp_path / "kb", 'events:\n  e1: {to: ["party:ada"], how: merged, why: told once, elsewhere}\n')
    with pytest.raises(SystemExit, match="unknown elsewhere"):
        reconcile.maps(root / "reconciliation")


def test_refusing_takes_a_reason(reconcile: ModuleType, tmp_path: Path) -> None:
    root = base(tmp_path / "kb", "events:\n  e1: {to: [], how: refused}\n")
    with pytest.raises(SystemExit, match="has no reason"):
        reconcile.maps(root / "reconciliation")


def test_a_correction_may_be_done_in_several_maps_but_must_be_in_one(reconcile: ModuleType, tmp_path: Path) -> None:
    root = base(tmp_path / "kb", 'corrections:\n  c1 term of office: {to: ["party:ada"], how: done}\n')
    research = tmp_path / "research"
    research.mkdir()
    listed = {"corrections": [{"id": "term of office"}], "additions": [], "inconsistencies": []}
    (research / "corrections.yaml").write_text(yaml.safe_dump(listed))
    assert reconcile.report(research, root) == 0
    listed["inconsistencies"] = [{"topic": "two dates"}]
    (research / "corrections.yaml").write_text(yaml.safe_dump(listed))
    assert reconcile.report(research, root) == 1
