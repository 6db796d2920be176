"""Compiles the records that ship into the wheel, so that an installed tenor answers from any folder on its first run."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileRecords(BuildHookInterface[Any]):
    """Puts ``tenor/_shipped/tenor.db`` into the wheel. An editable install reads the records in the checkout instead."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile ``kb/``; a record with an error fails the build."""
        if self.target_name != "wheel" or version == "editable":
            return
        root = Path(self.root)
        sys.path.insert(0, str(root / "src"))
        from tenor import kb
        from tenor.store.compile import compile_records

        loaded = kb.load(root / "kb")
        findings = [f for f in kb.check(loaded) if f.severity.value == "error"]
        if findings or loaded.records is None:
            lines = "\n".join(f"{f.path}:{f.line}:{f.column}: {f.code} {f.message}" for f in findings)
            raise SystemExit(f"the records have errors, so there is nothing to ship:\n{lines}")
        database = root / "build" / "shipped" / "tenor.db"
        compile_records(loaded.records, loaded.digest, database)
        build_data["force_include"][str(database)] = "tenor/_shipped/tenor.db"
