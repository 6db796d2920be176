"""Names as ids, and values as the plain YAML that records are written in."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Mapping, Sequence

_LETTERS = str.maketrans(
    {"æ": "ae", "œ": "oe", "ø": "o", "ß": "ss", "ð": "d", "þ": "th", "ł": "l", "đ": "d", "ı": "i"}
    | {"Æ": "Ae", "Œ": "Oe", "Ø": "O", "Ð": "D", "Þ": "Th", "Ł": "L", "Đ": "D", "İ": "I"}
)
#: Text that YAML takes as it stands, in a list too, and that no reader takes for anything else.
_PLAIN = re.compile(r"[A-Za-z0-9](?:[\w./%()-]|(?<! )#| (?=[\w./%()-]))*(?<! )", re.ASCII)
_LONGEST_ID = 60

Node = str | Sequence["Node"] | Mapping[str, "Node"]


def unaccented(text: str) -> str:
    """``Guerin`` for ``Guérin``."""
    return unicodedata.normalize("NFKD", text.translate(_LETTERS)).encode("ascii", "ignore").decode()


def slug(text: str, fallback: str) -> str:
    """An id made of a name: ``Æthelred II`` is ``aethelred-ii``. ``fallback`` where no letter or digit of it is left."""
    id = re.sub(r"[^a-z0-9]+", "-", unaccented(text.casefold())).strip("-")
    if len(id) > _LONGEST_ID:
        id = id[:_LONGEST_ID].rpartition("-")[0] or id[:_LONGEST_ID]
    return id or fallback


def free(id: str, taken: Container[str]) -> str:
    """The id, or the first of ``id-2``, ``id-3``, … that is not taken."""
    n, found = 1, id
    while found in taken:
        n += 1
        found = f"{id}-{n}"
    return found


def scalar(text: str) -> str:
    """One value, in quotation marks where YAML would read more into it."""
    if _PLAIN.fullmatch(text):
        return text
    out = ['"']
    for char in text:
        out.append({'"': '\\"', "\\": "\\\\"}.get(char, char))
    return "".join((*out, '"'))


def yaml(node: Mapping[str, Node], indent: str = "") -> str:
    """A mapping as block YAML; lists of words and small groups stay on one line. Empty values are left out."""
    lines = []
    for key, value in node.items():
        if not value:
            continue
        if isinstance(value, str):
            lines.append(f"{indent}{key}: {scalar(value)}")
        elif isinstance(value, Mapping) or all(isinstance(item, str) for item in value) or _small(value):
            lines.append(f"{indent}{key}: {_flow(value)}")
        else:
            lines.append(f"{indent}{key}:")
            lines.extend(_item(item, f"{indent}  ") for item in value)
    return "\n".join(lines)


def _small(items: Sequence[Node]) -> bool:
    return all(isinstance(i, Mapping) and all(isinstance(v, str) for v in i.values()) for i in items) and len(_flow(items)) < 120


def _item(item: Node, indent: str) -> str:
    if isinstance(item, Mapping):
        text = yaml(item, f"{indent}  ")
        return f"{indent}- {text.lstrip()}"
    return f"{indent}- {_flow(item)}"


def _flow(node: Node) -> str:
    if isinstance(node, str):
        return scalar(node)
    if isinstance(node, Mapping):
        return "{" + ", ".join(f"{key}: {_flow(value)}" for key, value in node.items() if value) + "}"
    return "[" + ", ".join(_flow(item) for item in node) + "]"


def record(node: Mapping[str, Node], body: str = "") -> str:
    """A record: a head between two lines of ``---``, and prose."""
    return f"---\n{yaml(node)}\n---\n" + (f"{body}\n" if body else "")
