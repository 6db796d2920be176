"""Citations for running text: plain, Markdown and HTML with links."""

from __future__ import annotations

import re
from html import escape

from tenor.ask.answers.wording import date_words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from tenor.citing.material import Material

    Document = dict[str, Any]


#: An address on the web, without the full stop behind it.
ADDRESS = re.compile(r"(https?://[^\s<>\]]*[^\s<>\].,;)])")


def text(m: Material) -> str:
    """A sentence, then in brackets the id, the checked-through day and the version, then the sources."""
    return f"{_said(m)} (tenor, {m.id}; {_record(m)}).{_sources(m, _source)}"


def markdown(m: Material) -> str:
    """The same with links to the clause's page and to the sources."""
    name = f"[`{m.id}`]({m.page})" if m.page else f"`{m.id}`"
    return f"{escaped(_said(m))} (tenor, {name}; {_record(m)}).{_sources(m, _linked)}"


def html(m: Material) -> str:
    """The same as a paragraph of HTML."""
    name = f"<code>{escape(m.id)}</code>"
    own = f'<a href="{escape(m.page)}">{name}</a>' if m.page else name
    return f'<p class="tenor-citation">{escape(_said(m))} (tenor, {own}; {escape(_record(m))}).{_sources(m, _anchored)}</p>'


def source_words(source: Document, title: str) -> str:
    """``Publisher, “Title”, 27 April 2026, bullet 1, as relayed by Other``."""
    parts = [source["publisher"], f"“{title}”", date_words(source["published"]) or "undated", source["locator"]]
    if source["relayed_by"]:
        parts.append(f"as relayed by {' and '.join(source['relayed_by'])}")
    return ", ".join(p for p in parts if p)


def escaped(words: str) -> str:
    """Plain words as Markdown: nothing in them is markup, and an address stays one."""
    out = ""
    for n, piece in enumerate(ADDRESS.split(words)):
        out += f"<{piece}>" if n % 2 else "".join(f"\\{c}" if c in "\\`*_[]<>|" else c for c in piece)
    return out


def _said(m: Material) -> str:
    return f"{m.statement} ({m.status})" if m.status else m.statement


def _record(m: Material) -> str:
    return f"record checked through {date_words(m.checked)}, version {m.version}"


def _sources(m: Material, one: Any) -> str:
    if not m.sources:
        return ""
    return f" {'Sources' if len(m.sources) > 1 else 'Source'}: {'; '.join(one(s) for s in m.sources)}."


def _source(source: Document) -> str:
    return source_words(source, source["title"]) + "".join(
        (f", {source['url']}" if source["url"] else "", f", archived at {source['archive']}" if source["archive"] else "")
    )


def _anchored(source: Document) -> str:
    words = {key: escape(value) if isinstance(value, str) else value for key, value in source.items()}
    words["relayed_by"] = [escape(r) for r in source["relayed_by"]]
    title = escape(source["title"])
    linked = f'<a href="{escape(source["url"])}">{title}</a>' if source["url"] else title
    copy = f', <a href="{escape(source["archive"])}">archived</a>' if source["archive"] else ""
    return f"<cite>{source_words(words, linked)}</cite>{copy}"


def _linked(source: Document) -> str:
    words = {**source, "publisher": escaped(source["publisher"]), "locator": escaped(source["locator"] or "")}
    title = escaped(source["title"])
    copy = f", [archived](<{source['archive']}>)" if source["archive"] else ""
    return source_words(words, f"[{title}](<{source['url']}>)" if source["url"] else title) + copy
