"""Documents as JSON text."""

from __future__ import annotations

import json

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

# JSON escapes the C0 controls by itself; these can move a cursor or turn text too, and half letters cannot be encoded.
_ESCAPED = {n: f"\\u{n:04x}" for n in (*range(0x7F, 0xA0), 0x061C, 0x200E, 0x200F, *range(0x2028, 0x202F), *range(0x2066, 0x206A))}


def dumps(document: Any, *, compact: bool = False, ascii: bool = False) -> str:
    """A document as JSON: indented for one, on one line where documents are lines."""
    separators, indent = ((",", ":"), None) if compact else ((",", ": "), 2)
    text = json.dumps(document, ensure_ascii=ascii, separators=separators, indent=indent)
    if text.isascii() and "\x7f" not in text:
        return text
    text = text.translate(_ESCAPED)
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:  # half letters, from a call that was not UTF-8
        return dumps(document, compact=compact, ascii=True)
    return text


def error(code: str, message: str, *, where: str = "", hint: str = "") -> dict[str, dict[str, str]]:
    """The contract's document for a failed call."""
    return {"error": {"code": code, "message": message, "where": where, "hint": hint}}
