"""Citations to paste: ``tenor cite``.

``material`` gathers what a citation must say of a record; each format is a function from that to text, listed in :data:`FORMATS`.
"""

from __future__ import annotations

from tenor.citing.bibliography import biblatex, bibtex, csl_json, ris
from tenor.citing.material import Material, address, gather, id_of
from tenor.citing.prose import html, markdown, text
from tenor.citing.wikipedia import wikipedia
from tenor.dates import iso
from tenor.errors import UsageError
from tenor.queries import names
from tenor.queries.base import document
from tenor.queries.options import current_day, option_day
from tenor.queries.show import resolve

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from typing import Any

    from tenor.store.read import Store

    Document = dict[str, Any]

#: What ``--format`` takes, each with the function that writes it.
FORMATS: Mapping[str, Callable[[Material], str]] = {
    "text": text, "markdown": markdown, "html": html, "bibtex": bibtex, "biblatex": biblatex, "ris": ris, "csl-json": csl_json, "wikipedia": wikipedia,
}  # fmt: skip
#: The formats of running text, which a style can shape.
_STYLED = ("text", "markdown", "html")


def cite(
    store: Store, ids: Iterable[str], *, format: str = "text", style: str | None = None, on: str | None = None, today: int | None = None
) -> Document:
    """The contract's ``cite`` document: one citation an id, in the order given, with what a reader should be warned of.

    Raises:
        UnknownName: no record has an id, or there is no such format.
        UsageError: no id, a style with a format that has none, or a date that is none.
    """
    now = current_day() if today is None else today
    wanted = list(dict.fromkeys(resolve(store, name) for name in ids))
    if not wanted:
        raise UsageError("nothing to cite", where="ID", hint="name a clause, like DEAL/2026-04-27#TERM")
    name = names.choice("format", format, FORMATS, "--format")
    if style is not None and name not in _STYLED:
        raise UsageError(f"{name} takes no style", where="--style", hint=f"leave --style out, or choose {', '.join(_STYLED)}")
    day = option_day(on, today=now, option="--on") if on is not None else None
    citations = []
    for record_id in wanted:
        found = gather(store, record_id, now, day)
        citations.append({"id": record_id, "format": name, "style": style, "text": _written(found, name, style), "warnings": found.warnings})
    return document(store, {"citations": citations, "on": iso(day) if day is not None else None})


def _written(found: Material, format: str, style: str | None) -> str:
    if style is None:
        return FORMATS[format](found)
    from tenor.citing.styles import styled

    return styled(found, style, format)


__all__ = ["FORMATS", "Material", "address", "cite", "gather", "id_of", "joined"]


def joined(citations: Iterable[Mapping[str, Any]], format: str) -> str:
    """Several citations as one text that a program of the format reads: CSL-JSON is a list, all others stand one after the other."""
    texts = [c["text"] for c in citations]
    return "[\n" + ",\n".join(texts) + "\n]" if format == "csl-json" else "\n\n".join(texts)
