"""Documents as JSON text."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

# JSON escapes the C0 controls by itself; these can move a cursor or turn text too, and half letters cannot be encoded.
_ESCAPED = {n: f"\\u{n:04x}" for n in (*range(0x7F, 0xA0), 0x061C, 0x200E, 0x200F, *range(0x2028, 0x202F), *range(0x2066, 0x206A))}


def dumps(document: Any, *, compact: bool = False, ascii: bool = False) -> str:
    """A document as JSON: indented for one, on one line where documents are lines."""
    written = _written(document, "" if compact else "\n", _quote(ascii=ascii), ":" if compact else ": ")
    if written.isascii() and "\x7f" not in written:
        return written
    written = written.translate(_ESCAPED)
    try:
        written.encode("utf-8")
    except UnicodeEncodeError:  # half letters, from a call that was not UTF-8
        return dumps(document, compact=compact, ascii=True)
    return written


def _quote(*, ascii: bool) -> Any:
    """What writes one string: the C half of ``json``, which alone imports ``re``, where there is one."""
    try:
        from _json import encode_basestring, encode_basestring_ascii
    except ImportError:
        from json.encoder import encode_basestring, encode_basestring_ascii
    return encode_basestring_ascii if ascii else encode_basestring


def _written(value: Any, indent: str, quote: Any, colon: str) -> str:
    if isinstance(value, str):
        return str(quote(value))
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return repr(value)
    if not value:
        return "{}" if isinstance(value, dict) else "[]"
    deeper = indent and f"{indent}  "
    if isinstance(value, dict):
        inner = [f"{quote(str(key))}{colon}{_written(each, deeper, quote, colon)}" for key, each in value.items()]
    else:
        inner = [_written(each, deeper, quote, colon) for each in value]
    between = f",{deeper}"
    first, last = ("{", "}") if isinstance(value, dict) else ("[", "]")
    return f"{first}{deeper}{between.join(inner)}{indent}{last}"


def error(code: str, message: str, *, where: str = "", hint: str = "") -> dict[str, dict[str, str]]:
    """The contract's document for a failed call."""
    return {"error": {"code": code, "message": message, "where": where, "hint": hint}}
