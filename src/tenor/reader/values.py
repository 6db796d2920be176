"""Amounts and cites: the two small shapes that clauses, events and observations share."""

from __future__ import annotations

import re
from decimal import Decimal

from tenor.frontmatter import Listing, Scalar
from tenor.model import BASES, HEDGES, STATUSES, Cite, Origin, Value
from tenor.reader.fields import Fields

_SCALES = {"": 1, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_NUMBER = re.compile(r"([+-]?)(\d{1,3}(?:[,_]\d{3})+|\d+)(\.\d+)?(?:\s+([a-z]+))?", re.ASCII)


def number(text: str) -> Decimal:
    """``38 billion``, ``1.25 billion``, ``250,000`` as a number. Raises ``ValueError`` saying what would be right."""
    found = _NUMBER.fullmatch(text.strip())
    if found is None:
        raise ValueError(f"{text!r} is not a number; write digits, such as 250,000 or 1.25 billion")
    sign, whole, fraction, scale = found.groups()
    if (scale or "") not in _SCALES:
        raise ValueError(f"{text!r}: write thousand, million, billion or trillion behind the digits, and the unit in `unit`")
    return Decimal(f"{sign}{whole.replace(',', '').replace('_', '')}{fraction or ''}") * _SCALES[scale or ""]


def _number(fields: Fields, key: str) -> Decimal | None:
    value = fields.scalar(key)
    if value is None:
        return None
    try:
        return number(value.text)
    except ValueError as error:
        fields.bad("T005", f"`{key}`: {error}", value)
        return None


def value(fields: Fields, key: str = "value") -> Value | None:
    """The amount, range, list or text under ``key``, or None where it is missing or wrong."""
    inner = fields.group(key, strict=True)
    if inner is None:
        return None
    result = Value(
        amount=_number(inner, "amount"),
        low=_number(inner, "low"),
        high=_number(inner, "high"),
        unit=inner.text("unit"),
        hedge=inner.text("hedge", choices=HEDGES),
        basis=inner.text("basis", choices=BASES),
        status=inner.text("status", choices=STATUSES),
        as_of=inner.date("as_of"),
        period=inner.period("period"),
        items=inner.texts("items"),
        text=inner.text("text"),
        cites=cites(inner),
    )
    usable = inner.done()
    fields.place(key, inner)
    fields.ok = fields.ok and usable
    return result


def cites(fields: Fields, key: str = "cites") -> tuple[Cite, ...]:
    """The cites under ``key``, each with its place."""
    node = fields.table.entries.get(key)
    items = node.value.items if node is not None and isinstance(node.value, Listing) else []
    if any(isinstance(item, Scalar) for item in items) or (node is not None and isinstance(node.value, Scalar)):
        bare = next((i for i in items if isinstance(i, Scalar)), node.value if node else None)
        fields.node(key)
        if bare is not None:
            text = bare.text if isinstance(bare, Scalar) and bare.text else "…"
            fields.bad("T005", "a cite is a group of keys, not a bare id", bare, fix=f"write {{source: {text}, at: where in it}}")
        return ()
    out: list[Cite] = []
    for row in fields.tables(key, strict=True):
        source = row.ref("source", "source", required=True)
        at, relayed_by, part = row.text("at"), row.refs("relayed_by", "source"), row.flag("part")
        if row.done():
            keys = row.origin.keys
            line, column = keys["source"]
            out.append(Cite(source, at, relayed_by, part, Origin(fields.sheet.path, line, column, keys)))
        else:
            fields.ok = False
    return tuple(out)
