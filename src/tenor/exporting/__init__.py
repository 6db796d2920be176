"""The whole knowledge base for another program: ``tenor export FORMAT``.

Each format is a function from an open knowledge base to pieces of text, listed in :data:`FORMATS` with what it is for.
"""

from __future__ import annotations

from tenor.errors import UnknownName

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from tenor.citing.material import Material
    from tenor.store.read import Store


def clause_materials(store: Store, today: int) -> Iterator[Material]:
    """What a citation says of every clause, by id."""
    from tenor.citing.material import gather

    for (clause,) in store.query("SELECT id FROM record WHERE kind = 'clause' ORDER BY id"):
        yield gather(store, str(clause), today, None)


def csl_json(store: Store, today: int) -> Iterator[str]:
    """A list of CSL items, for pandoc, Quarto and Zotero."""
    import json

    from tenor.citing.bibliography import csl_item

    yield "["
    for n, m in enumerate(clause_materials(store, today)):
        yield f"{',' if n else ''}\n" + json.dumps(csl_item(m), ensure_ascii=False)
    yield "\n]\n"


def bibtex(store: Store, today: int) -> Iterator[str]:
    """BibTeX entries."""
    from tenor.citing.bibliography import bibtex as one

    yield from (f"{one(m)}\n\n" for m in clause_materials(store, today))


def biblatex(store: Store, today: int) -> Iterator[str]:
    """BibLaTeX entries."""
    from tenor.citing.bibliography import biblatex as one

    yield from (f"{one(m)}\n\n" for m in clause_materials(store, today))


def ris(store: Store, today: int) -> Iterator[str]:
    """RIS records."""
    from tenor.citing.bibliography import ris as one

    yield from (f"{one(m)}\n" for m in clause_materials(store, today))


FORMATS: Mapping[str, Callable[[Store, int], Iterator[str]]] = {"csl-json": csl_json, "bibtex": bibtex, "biblatex": biblatex, "ris": ris}


def export(store: Store, format: str, today: int) -> Iterator[str]:
    """The pieces of a format, in order. Raises :class:`UnknownName` where there is no such format."""
    if format not in FORMATS:
        raise UnknownName(f"no export format named {format!r}", where="FORMAT", hint=f"choose one of {', '.join(FORMATS)}")
    return FORMATS[format](store, today)
