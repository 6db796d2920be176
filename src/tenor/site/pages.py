"""What a page is and where records stand: addresses, relative links, words for what a status is."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from markupsafe import Markup

from tenor.ask.answers.wording import date_words

_FOLDERS = {
    "party": "parties", "term": "terms", "source": "sources", "event": "events", "dispute": "disputes", "observation": "observations",
    "commentary": "commentary",
}  # fmt: skip

STATUS = {
    "confirmed": "Confirmed", "inferred": "Inferred", "reported": "Reported", "alleged": "Alleged", "opinion": "Opinion", "unstated": "Unstated",
    "disputed": "Sources disagree", "unrecorded": "Unknown",
    "supported": "Supported", "supported-in-part": "Supported in part", "reported-elsewhere": "Reported elsewhere", "contradicted": "Contradicted",
    "unsupported": "Unsupported",
}  # fmt: skip


@dataclass
class Page:
    """One HTML page: where it stands, the template that makes it, and what the template is given."""

    path: str
    template: str
    title: str
    description: str
    section: str = ""
    heading: str = ""
    data: dict[str, Any] = field(default_factory=dict)
    scripts: tuple[str, ...] = ()
    alternates: list[tuple[str, str]] = field(default_factory=list)
    metas: list[tuple[str, str]] = field(default_factory=list)
    twins: list[tuple[str, str]] = field(default_factory=list)
    jsonld: str = ""
    robots: str = ""
    image: str = ""
    canonical: str = ""

    def __post_init__(self) -> None:
        self.heading = self.heading or self.title


@dataclass
class File:
    """Any other file of the site."""

    path: str
    text: str | bytes


def address(record_id: str) -> str:
    """Where a record's page stands: ``a/b#c`` is at ``deals/a/b/#c``, ``term:x`` at ``terms/x/``."""
    kind, colon, name = record_id.partition(":")
    if colon and kind in _FOLDERS:
        base, mark, part = name.partition("#")
        return f"{_FOLDERS[kind]}/{base}/{mark}{part}"
    base, mark, part = record_id.partition("#")
    return f"deals/{base}/{mark}{part}"


def relative(source: str, target: str, *, offline: bool = False) -> str:
    """The address of ``target`` as seen from the page ``source``; ``offline`` names the file, so that it works from a disk."""
    if target.startswith(("http:", "https:", "mailto:", "#")):
        return target
    path, mark, fragment = target.partition("#")
    path, query, asked = path.partition("?")
    if path == source and mark and not query:
        return f"#{fragment}"
    depth = source.count("/")
    shared = 0
    here, there = source.split("/")[:-1], path.split("/")[:-1]
    while shared < min(len(here), len(there)) and here[shared] == there[shared]:
        shared += 1
    out = "../" * (depth - shared) + path[sum(len(p) + 1 for p in there[:shared]) :]
    if offline and (out.endswith("/") or not out):
        out += "index.html"
    return (out or "./") + query + asked + mark + fragment


def ld(document: dict[str, Any]) -> Markup:
    """JSON-LD that can stand inside a page: no ``<``, so that nothing in a record can end the element."""
    text = json.dumps({"@context": "https://schema.org", **document}, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.replace("<", "\\u003c").replace("&", "\\u0026"))


def words(text: str | None) -> str:
    """A date as people write it."""
    return date_words(text)


def asked(question: str) -> str:
    """A question as a sentence for a page: a capital first, days in words, a question mark last."""
    told = re.sub(r"\b\d{4}-\d\d-\d\d\b", lambda found: date_words(found[0]), question)
    return f"{told[:1].upper()}{told[1:]}?"


def unique(items: Iterable[str]) -> list[str]:
    """Each once, in order."""
    return list(dict.fromkeys(items))
