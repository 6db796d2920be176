"""Atom feeds, the calendar and the site map."""

from __future__ import annotations

import datetime
import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from xml.etree import ElementTree as Xml

from icalendar import Calendar, Event, vDatetime

from tenor.dates import iso

_ATOM = "http://www.w3.org/2005/Atom"
_NAMES = uuid.UUID("6f1c7f5e-6f0e-5b83-9d0e-3f8f2d0a5a10")


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a feed or calendar."""

    id: str
    title: str
    day: int
    text: str
    path: str
    #: How often the record was edited.
    edits: int = 0


def urn(name: str) -> str:
    """The same name in every build for the same thing."""
    return uuid.uuid5(_NAMES, name).urn


def atom(title: str, path: str, page: str, entries: Iterable[Entry], *, base_url: str, author: str, updated: int) -> bytes:
    """An Atom feed (RFC 4287), newest entry first."""
    Xml.register_namespace("", _ATOM)
    feed = Xml.Element(f"{{{_ATOM}}}feed")

    def add(parent: Xml.Element, name: str, text: str = "", **attributes: str) -> Xml.Element:
        element = Xml.SubElement(parent, f"{{{_ATOM}}}{name}", attributes)
        element.text = text or None
        return element

    def link(target: str) -> str:
        return base_url + target if base_url else "../" * path.count("/") + target

    ordered = sorted(entries, key=lambda e: (-e.day, e.id))[:60]
    add(feed, "title", title)
    add(feed, "id", urn(f"{author}/{path}"))
    add(feed, "updated", _stamp(max([e.day for e in ordered], default=updated)))
    add(feed, "link", rel="alternate", href=link(page) or "./", type="text/html")
    if base_url:
        add(feed, "link", rel="self", href=link(path))
    add(add(feed, "author"), "name", author)
    for entry in ordered:
        node = add(feed, "entry")
        add(node, "title", entry.title)
        add(node, "id", urn(f"{author}/{path}/{entry.id}"))
        add(node, "updated", _stamp(entry.day))
        add(node, "link", rel="alternate", href=link(entry.path) or "./", type="text/html")
        add(node, "content", entry.text, type="text")
    Xml.indent(feed, space=" ")
    return b'<?xml version="1.0" encoding="utf-8"?>\n' + bytes(Xml.tostring(feed, encoding="utf-8")) + b"\n"


def calendar(title: str, entries: Sequence[Entry], *, base_url: str, stamp: int) -> bytes:
    """An iCalendar file (RFC 5545): each entry an event of one whole day, with a name that never changes and a sequence that grows with edits."""
    made = Calendar()
    made.add("prodid", "-//tenor//timeline//EN")
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    made.add("x-wr-calname", title)
    for entry in sorted(entries, key=lambda e: (e.day, e.id)):
        event = Event()
        event.add("uid", f"{uuid.uuid5(_NAMES, entry.id)}@tenor")
        event.add("dtstamp", vDatetime(datetime.datetime.fromisoformat(_stamp(stamp))))
        event.add("dtstart", datetime.date.fromisoformat(iso(entry.day)))
        event.add("dtend", datetime.date.fromisoformat(iso(entry.day + 1)))
        event.add("summary", entry.title)
        event.add("description", entry.text)
        event.add("sequence", entry.edits)
        event.add("transp", "TRANSPARENT")
        if base_url:
            event.add("url", base_url + entry.path)
        made.add_component(event)
    return bytes(made.to_ical())


def sitemap(paths: Iterable[str], base_url: str, day: int) -> bytes:
    """The map of all pages for search engines; its addresses have to be absolute."""
    namespace = "http://www.sitemaps.org/schemas/sitemap/0.9"
    Xml.register_namespace("", namespace)
    root = Xml.Element(f"{{{namespace}}}urlset")
    for path in sorted(paths):
        url = Xml.SubElement(root, f"{{{namespace}}}url")
        Xml.SubElement(url, f"{{{namespace}}}loc").text = base_url + path
        Xml.SubElement(url, f"{{{namespace}}}lastmod").text = iso(day)
    return b'<?xml version="1.0" encoding="utf-8"?>\n' + bytes(Xml.tostring(root, encoding="utf-8")) + b"\n"


def _stamp(day: int) -> str:
    return f"{iso(day)}T00:00:00+00:00"
