"""SQLite and JSON by their C halves alone.

``sqlite3`` and ``json`` import ``datetime``, ``re`` and ``enum`` for features that a question does not need, and take as long as answering it. Where an
interpreter has no such halves, the whole modules do the same.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from sqlite3 import DatabaseError, connect
    from typing import Any
else:
    try:
        from _sqlite3 import DatabaseError, connect
    except ImportError:
        from sqlite3 import DatabaseError, connect

__all__ = ["DatabaseError", "connect", "loads"]


class _Plain:
    """How JSON is read: as ``json.loads`` does without any hook."""

    strict = True
    object_hook = object_pairs_hook = None
    parse_float, parse_int = float, int
    parse_constant = {"-Infinity": float("-inf"), "Infinity": float("inf"), "NaN": float("nan")}.__getitem__
    memo: dict[str, str] = {}  # noqa: RUF012  # shared on purpose: the C code keeps keys here


def _reader() -> Any:
    try:
        from _json import make_scanner
    except ImportError:
        from json import loads

        return lambda text, _: (loads(text), len(text))
    return make_scanner(_Plain())  # type: ignore[arg-type]  # any object with these fields will do


_scan = _reader()


def loads(text: str) -> Any:
    """A JSON document that this program wrote: compact, without space around it. Raises ``ValueError`` where it is none."""
    try:
        value, end = _scan(text, 0)
    except StopIteration as error:
        raise ValueError(f"no JSON at {error.value}") from None
    if end != len(text):
        raise ValueError(f"more than one JSON value, at {end}")
    return value
