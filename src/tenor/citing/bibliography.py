"""Citations for bibliographies: CSL-JSON, BibTeX, BibLaTeX and RIS."""

from __future__ import annotations

import json

from tenor.citing.prose import source_words
from tenor.dates import DAWN, FOREVER, Edtf, civil, iso

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from tenor.citing.material import Material

    Document = dict[str, Any]

AUTHOR = "tenor contributors"
_SPECIAL = str.maketrans({
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "$": r"\$", "&": r"\&", "%": r"\%", "#": r"\#", "_": r"\_",
    "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
})  # fmt: skip


def bibtex(m: Material) -> str:
    """A ``@misc`` entry. Its key is the id with ``:`` for ``#``, which no BibTeX key can hold."""
    fields = {"author": f"{{{AUTHOR}}}", "title": latex(m.title)}
    if m.issued is not None and DAWN < m.issued.hi < FOREVER:
        fields["year"] = str(civil(m.issued.hi)[0])
    fields["howpublished"] = latex(f"{m.kb}, version {m.version}, {m.id}")
    if m.page:
        fields["url"] = _url(m.page)
    fields["note"] = latex(notes(m))
    return _entry("misc", m, fields)


def biblatex(m: Material) -> str:
    """An ``@online`` entry, with dates as exact as they are known; ``@misc`` where the knowledge base has no address."""
    fields = {"author": f"{{{AUTHOR}}}", "title": latex(m.title), "titleaddon": latex(m.id)}
    if m.issued is not None and (date := _biblatex_date(m.issued)):
        fields["date"] = date
    fields |= {"organization": latex(m.kb), "version": latex(m.version)}
    if m.page:
        fields |= {"url": _url(m.page), "urldate": m.checked}
    if m.status:
        fields["pubstate"] = latex(m.status)
    fields["note"] = latex(notes(m))
    return _entry("online" if m.page else "misc", m, fields)


def ris(m: Material) -> str:
    """One RIS record. Each source is a note of its own, and its address a link."""
    lines = [("TY", "ELEC"), ("ID", m.id), ("TI", m.title), ("AU", AUTHOR), ("T2", m.kb), ("ET", m.version)]
    if m.issued is not None and DAWN < m.issued.hi < FOREVER:
        year, month, day = civil(m.issued.hi)
        full = (
            f"{year:04}/"
            + (f"{month:02}/" if m.issued.precision in ("day", "month") else "/")
            + (f"{day:02}/" if m.issued.precision == "day" else "/")
        )
        lines += [("PY", f"{year:04}"), ("DA", full)]
    if m.page:
        lines.append(("UR", m.page))
    lines += [("Y2", m.checked.replace("-", "/")), ("AB", m.statement)]
    lines += [("N1", note) for note in (m.id, m.status, *(source_line(s) for s in m.sources), f"Record checked through {m.checked}") if note]
    lines += [("L2", link) for s in m.sources for link in (s["url"], s["archive"]) if link]
    return "".join(f"{tag}  - {' '.join(words.split())}\n" for tag, words in lines) + "ER  - \n"


def csl_item(m: Material) -> Document:
    """One CSL item. The id stands in its title, so that a citation leads back to the record in every style."""
    item: Document = {"id": m.id, "type": "webpage", "title": f"{m.title} ({m.id}{f'; {m.word}' if m.word else ''})", "author": [{"literal": AUTHOR}]}
    if m.issued is not None and (parts := date_parts(m.issued)):
        item["issued"] = {"date-parts": parts}
    item |= {"container-title": m.kb, "version": m.version, "accessed": {"date-parts": date_parts(Edtf.parse(m.checked))}}
    if m.page:
        item["URL"] = m.page
    if m.status:
        item["status"] = m.status
    if m.sources:
        item["source"] = "; ".join(source_words(s, s["title"]) for s in m.sources)
    if archive := next((s["archive"] for s in m.sources if s["archive"]), ""):
        item["archive"] = archive
    item["note"] = notes(m)
    return item


def csl_json(m: Material) -> str:
    """One CSL-JSON item."""
    return json.dumps(csl_item(m), ensure_ascii=False, indent=2)


def notes(m: Material) -> str:
    """What no format has a field for: the statement, whose word it is, the sources, and through which day it was checked."""
    status = m.status[:1].upper() + m.status[1:]
    return ". ".join(p for p in [m.statement, status, *(source_line(s) for s in m.sources), f"Record checked through {m.checked}"] if p)


def source_line(source: Document) -> str:
    """A source with its address and its archived copy."""
    parts = [source_words(source, source["title"]), source["url"], f"archived at {source['archive']}" if source["archive"] else ""]
    return ", ".join(p for p in parts if p)


def date_parts(date: Edtf) -> list[list[int]]:
    """CSL's ``date-parts``: as many numbers as the date is exact, and a range where it is one; nothing where it is open on both sides."""
    if date.precision in ("day", "month", "year") and date.text.rstrip("~?%") == date.text and "X" not in date.text:
        return [[*civil(date.lo)][: ("year", "month", "day").index(date.precision) + 1]]
    return [[*civil(day)] for day in (date.lo, date.hi) if DAWN < day < FOREVER]


def latex(words: str) -> str:
    """Plain words as LaTeX."""
    return words.translate(_SPECIAL)


def _entry(kind: str, m: Material, fields: dict[str, str]) -> str:
    width = max(map(len, fields))
    return f"@{kind}{{{m.id.replace('#', ':')},\n" + ",\n".join(f"  {k:{width}} = {{{v}}}" for k, v in fields.items()) + "\n}"


def _url(address: str) -> str:
    """An address as it is: the field is verbatim, and readers would keep the bars of an escape. Only braces must not stand in it."""
    return address.replace("\\", "%5C").replace("{", "%7B").replace("}", "%7D")


def _biblatex_date(date: Edtf) -> str:
    if date.precision in ("day", "month", "year") and "X" not in date.text and date.text[-1] not in "%":
        return date.text
    first = iso(date.lo) if date.lo > DAWN else ""
    last = iso(date.hi) if date.hi < FOREVER else ""
    return f"{first}/{last}" if first else last  # "on or before" stands in the title: readers fail on a range without a start
