"""Citations for Wikipedia: one ``<ref>`` a source, with the template of its kind, and the record's own id behind it."""

from __future__ import annotations

import re

from tenor.ask.answers.wording import date_words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from tenor.citing.material import Material

    Document = dict[str, Any]

_SNAPSHOT = re.compile(r"//web\.archive\.org/web/(\d{4})(\d{2})(\d{2})\d*")


def wikipedia(m: Material) -> str:
    """A ``<ref>`` with a template for each source; the record's name, status and day stand behind the templates."""
    templates = [_template(s) for s in m.sources] or [_own(m)]
    page = f"[{_address(m.page)} {_plain(m.id)}]" if m.page and m.sources else _plain(m.id)
    status = f"{_plain(m.status)}; " if m.status else ""
    behind = f"Record {page}: {_plain(m.statement)} ({status}checked through {date_words(m.checked)}, version {_plain(m.version)})."
    name = m.id.replace('"', "")
    return f'<ref name="{name}">{" ".join(templates)} {behind}</ref>'


def kind(source: Document) -> str:
    """The template for a source: a party's own page is a press release, a newspaper is news, anything else is a page of the web."""
    if source["tier"] == "press":
        return "cite news"
    return "cite press release" if source["tier"] == "party" else "cite web"


def _template(source: Document) -> str:
    name = kind(source)
    fields = {"title": _plain(source["title"])}
    if source["url"]:
        fields["url"] = _address(source["url"])
    fields["work" if name == "cite news" else "publisher"] = _plain(source["publisher"])
    if source["published"] and re.fullmatch(r"\d{4}(-\d{2}){0,2}", source["published"]):
        fields["date"] = date_words(source["published"])
    if source["locator"]:
        fields["at"] = _plain(source["locator"])
    if source["relayed_by"]:
        fields["via"] = _plain(", ".join(source["relayed_by"]))
    archived = _SNAPSHOT.search(source["archive"] or "")
    if archived and source["url"]:
        fields |= {"archive-url": _address(source["archive"]), "archive-date": date_words("-".join(archived.groups()))}
    return _call(name, fields)


def _own(m: Material) -> str:
    fields = {"title": _plain(m.title)}
    if m.page:
        fields["url"] = _address(m.page)
    fields |= {"website": _plain(m.kb), "access-date": date_words(m.checked)}
    return _call("cite web" if m.page else "cite AV media notes", fields)


def _call(name: str, fields: dict[str, str]) -> str:
    return "{{" + name + "".join(f" |{key}={value}" for key, value in fields.items()) + "}}"


def _plain(words: str) -> str:
    """Words in which nothing is markup of the wiki."""
    for mark, safe in (
        ("&", "&amp;"),
        ("{", "&#123;"),
        ("}", "&#125;"),
        ("|", "{{!}}"),
        ("[", "&#91;"),
        ("]", "&#93;"),
        ("<", "&lt;"),
        (">", "&gt;"),
        ("''", "&#39;&#39;"),
    ):
        words = words.replace(mark, safe)
    return words.replace("&#123;&#123;!&#125;&#125;", "{{!}}")


def _address(url: str) -> str:
    for mark, safe in (("|", "%7C"), ("[", "%5B"), ("]", "%5D"), ("{", "%7B"), ("}", "%7D"), (" ", "%20"), ("<", "%3C"), (">", "%3E")):
        url = url.replace(mark, safe)
    return url
