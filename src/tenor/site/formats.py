"""Values as the text of files: a cell of CSV, a JSON document."""

from __future__ import annotations

import json


def csv_cell(value: object) -> str:
    """A cell for RFC 4180. A text that a spreadsheet would run as a formula gets an apostrophe before it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    text = str(value)
    if isinstance(value, str) and text[:1] in "=+-@\t\r":
        text = "'" + text
    return '"' + text.replace('"', '""') + '"' if any(c in text for c in ',"\n\r') else text


def dumps(document: object) -> str:
    """JSON for a file: one document, keys in their order."""
    return json.dumps(document, ensure_ascii=False, separators=(",", ":")) + "\n"
