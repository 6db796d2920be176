"""Citations for bibliographies: BibTeX and CSL-JSON."""

from __future__ import annotations

import json

from tenor.citing.prose import source_words
from tenor.dates import DAWN, FOREVER, civil

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from tenor.citing.material import Material
    from tenor.dates import Edtf

    Document = dict[str, Any]

AUTHOR = "tenor contributors"
_SPECIAL = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "$": r"\$", "&": r"\&", "%": r"\%", "#": r"\#", "_": r"\_",
    "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
}  # fmt: skip


def bibtex(m: Material) -> str:
    """A ``@misc`` entry. Its key is the id with ``:`` for ``#``, which no BibTeX key can hold."""
    fields = {"author": f"{{{AUTHOR}}}", "title": latex(m.title)}
    if m.issued is not None and DAWN < m.issued.hi < FOREVER:
        fields["year"] = str(civil(m.issued.hi)[0])
    fields["howpublished"] = latex(f"{m.kb}, version {m.version}, {m.id}")
    if m.page:
        fields["url"] = m.page.replace("%", r"\%").replace("#", r"\#")
    fields["note"] = latex(notes(m))
    width = max(map(len, fields))
    return f"@misc{{{m.id.replace('#', ':')},\n" + ",\n".join(f"  {k:{width}} = {{{v}}}" for k, v in fields.items()) + "\n}"


def csl_json(m: Material) -> str:
    """One CSL-JSON item."""
    item: Document = {"id": m.id, "type": "entry", "title": m.title, "author": [{"literal": AUTHOR}]}
    if m.issued is not None and (parts := date_parts(m.issued)):
        item["issued"] = {"date-parts": parts}
    item |= {"container-title": m.kb, "version": m.version}
    if m.page:
        item["URL"] = m.page
    item["note"] = notes(m)
    return json.dumps(item, ensure_ascii=False, indent=2)


def notes(m: Material) -> str:
    """What neither format has a field for: the statement, whose word it is, the sources, and through which day it was checked."""
    parts = [m.statement, m.status, *(source_words(s, s["title"]) + (f", {s['url']}" if s["url"] else "") for s in m.sources)]
    return ". ".join(p for p in [*parts, f"Record checked through {m.checked}"] if p)


def date_parts(date: Edtf) -> list[list[int]]:
    """CSL's ``date-parts``: as many numbers as the date is exact, and a range where it is one; nothing where it is open on both sides."""
    if date.precision in ("day", "month", "year") and date.text.rstrip("~?%") == date.text and "X" not in date.text:
        return [[*civil(date.lo)][: ("year", "month", "day").index(date.precision) + 1]]
    return [[*civil(day)] for day in (date.lo, date.hi) if DAWN < day < FOREVER]


def latex(words: str) -> str:
    """Plain words as LaTeX."""
    return "".join(_SPECIAL.get(c, c) for c in words)
