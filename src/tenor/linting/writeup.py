"""A writeup in Markdown as sentences and citations, each with its place.

Code, block quotes, HTML and the targets of links are not the writer's assertions and are left out. Words inside quotation marks belong to somebody else:
they stay out of the sentence that is judged, which only remembers that it quotes.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from operator import itemgetter
from typing import TypeVar

from markdown_it import MarkdownIt

from tenor.dates import Edtf, EdtfError

_Held = TypeVar("_Held")
#: A citation key as pandoc reads it: letters and digits, with marks between them.
_KEY = r"[A-Za-z0-9_](?:[A-Za-z0-9_]|[:.#$%&\-+?<>~/](?=[A-Za-z0-9_]))*"
_CITATION = re.compile(rf"(?<![\w@\\])-?@(?:\{{(?P<braced>[^}}\s]+)\}}|(?P<bare>{_KEY}))")
_GROUP = re.compile(r"(?<!\\)\[[^\[\]]*@[^\[\]]*\](?![(\[:])")
_INSERT = re.compile(r"(?<![\\!\]])\[=(?P<key>[^\s\]]+)(?:\s+(?P<what>[A-Za-z]+))?\](?![(\[:])")
_LINK_TARGET = re.compile(r"(?<=\])\((?:[^()\s]|\([^()]*\))*(?:\s+(?:\"[^\"]*\"|'[^']*'))?\)|(?<=\])\[[^\[\]@]*\]")
_LINK_TEXT_CITES = re.compile(r"\[[^\[\]]*\]\([^()]*\)")
_CODE = re.compile(r"(?<![`\\])(`+)(?!`)(.+?)(?<!`)\1(?!`)", re.S)
_HTML = re.compile(r"<!--.*?-->|</?[A-Za-z][^<>]*>|<[a-z][a-z0-9+.-]*:[^<>\s]*>", re.S)
_BARE_URL = re.compile(r"(?<![(<\w])https?://[^\s<>\])]+")
_URL = re.compile(r"https?://[^\s<>\])]+")
_QUOTED = re.compile(r"“[^”]*”|\"(?=\S)[^\"]*?(?<=\S)\"|„[^“”]*[“”]|«[^»]*»")
_END = re.compile(r"(?<=[.!?])[\"”’)\]*_]*(?=\s|$)")
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|St|No|Nos|Inc|Corp|Ltd|Co|Jr|Sr|vs|cf|ca|al|etc|e\.g|i\.e|approx|est|art|sec|fig|p|pp|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)|\b[A-Z])\.$"
)
_LONGEST_ABBREVIATION = 10
_PERMIT = re.compile(r"<!--\s*tenor:\s*ignore\s+(?P<codes>[A-Z]\d{3}(?:[\s,]+[A-Z]\d{3})*)\s*(?:because\b|:|-+|–|—)?\s*(?P<why>.*?)\s*-->", re.S)
_ANY_PERMIT = re.compile(r"<!--\s*tenor\s*:?\s*ignore\b.*?-->", re.S)
_YAML_END = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.M)
_TOML_END = re.compile(r"^\+\+\+[ \t]*$", re.M)
_HEAD_DATE = re.compile(r"^date\s*[:=]\s*(?P<date>[^#\n]*)", re.M)
_NAMED_DAY = re.compile(r"(?:(?P<d1>\d{1,2})\s+(?P<m1>[A-Z][a-z]+)|(?P<m2>[A-Z][a-z]+)\s+(?P<d2>\d{1,2}),?)\s+(?P<y>\d{4})")


#: A comment of its own, with its place, its codes and its reason, that waits for the block that it permits something in.
_Waiting = tuple[int, int, tuple[str, ...], str]


@dataclass(frozen=True, slots=True)
class Citation:
    """``key`` is cited at ``start`` (of its ``@``) in the text, with ``locator`` behind it. ``first`` to ``last`` hold the key alone; it all ends at ``end``."""

    key: str
    start: int
    first: int
    last: int
    locator: str
    grouped: bool
    end: int = 0


@dataclass(frozen=True, slots=True)
class Insert:
    """``[=key what]`` at ``[start, end)`` of the text asks for a clause's own words, value, dates or status."""

    key: str
    what: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence at ``start`` in the text. ``text`` has blanks of the same length where a citation, code or a quotation stood."""

    text: str
    start: int
    places: Sequence[tuple[int, int]]
    citations: tuple[Citation, ...] = ()
    quotes: tuple[str, ...] = ()
    inserts: tuple[Insert, ...] = ()

    def at(self, offset: int) -> int:
        """The place in the whole text of an offset in this sentence."""
        n = bisect_right(self.places, (offset, 1 << 60)) - 1
        inner, outer = self.places[max(n, 0)]
        return outer + offset - inner


@dataclass(frozen=True, slots=True)
class Permit:
    """A comment that allows ``codes`` in the lines ``first`` to ``last``, for the reason ``why``; it stands at ``start``."""

    codes: tuple[str, ...]
    why: str
    start: int
    end: int
    first: int
    last: int


@dataclass(slots=True)
class Writeup:
    """One file, read."""

    path: str
    text: str
    sentences: list[Sentence] = field(default_factory=list)
    permits: list[Permit] = field(default_factory=list)
    #: Comments that mean to allow something and cannot be read.
    malformed: list[int] = field(default_factory=list)
    #: The day of the writeup, from its head; None where it has none.
    date: int | None = None
    #: A date in the head that cannot be read, with its place.
    bad_date: tuple[str, int] | None = None
    _lines: list[int] = field(default_factory=list)

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column, both from 1."""
        line = bisect_right(self._lines, offset)
        return line, offset - self._lines[line - 1] + 1


def read(path: str, text: str) -> Writeup:
    """Read a writeup. Any text can be read; what is no Markdown is prose."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    out = Writeup(path, text)
    out._lines = [0, *(i + 1 for i, c in enumerate(text) if c == "\n")]
    body = _head(out)
    parser = MarkdownIt("commonmark").enable("table").disable("inline")
    blanked = "\n" * text.count("\n", 0, body) + text[body:]
    quoted = 0
    waiting: list[_Waiting] = []
    shift = 0
    row, column = -1, 0
    for token in parser.parse(blanked):
        if token.type in ("blockquote_open", "blockquote_close"):
            quoted += token.nesting
        if token.type == "html_block" and token.map:
            start = out._lines[token.map[0] + shift]
            _permits(out, token.content, start, waiting)
        if token.type != "inline" or not token.map or quoted:
            continue
        first, last = token.map[0], token.map[1] - 1
        if first != row:
            row, column = first, 0
        places, column = _places(out, token.content, first, column)
        content = token.content
        for at, end, codes, why in waiting:
            out.permits.append(Permit(codes, why, at, end, first + 1, last + 1))
        waiting.clear()
        for match in _ANY_PERMIT.finditer(content):
            start = _outer(places, match.start())
            permit = _PERMIT.fullmatch(match.group())
            if permit is None:
                out.malformed.append(start)
            else:
                codes = tuple(re.findall(r"[A-Z]\d{3}", permit["codes"]))
                out.permits.append(Permit(codes, permit["why"], start, start + len(match.group()), first + 1, last + 1))
        out.sentences.extend(_sentences(content, places))
    for at, end, codes, why in waiting:
        line = out.place(at)[0]
        out.permits.append(Permit(codes, why, at, end, line, line))
    return out


def _permits(out: Writeup, content: str, start: int, waiting: list[_Waiting]) -> None:
    for match in _ANY_PERMIT.finditer(content):
        at = out.text.find(match.group(), start)
        permit = _PERMIT.fullmatch(match.group())
        if permit is None:
            out.malformed.append(at)
        else:
            waiting.append((at, at + len(match.group()), tuple(re.findall(r"[A-Z]\d{3}", permit["codes"])), permit["why"]))


def _head(out: Writeup) -> int:
    """Read the date of the head between two lines of ``---`` or ``+++``; give where the body starts."""
    text = out.text
    for mark in ("---", "+++"):
        if text.startswith(mark + "\n"):
            end = (_YAML_END if mark == "---" else _TOML_END).search(text, 4)
            if end is None:
                return 0
            found = _HEAD_DATE.search(text, 4, end.start())
            if found:
                said = found["date"].strip().strip("\"'")
                out.date = day_of(said)
                if out.date is None and said:
                    out.bad_date = (said, found.start("date"))
            return end.end()
    return 0


def day_of(said: str) -> int | None:
    """The last day of a date as people write it in a head: ``2026-06-15T10:00``, ``2026-06``, ``June 15, 2026``; None where it is none."""
    from tenor.ask.times.years import MONTH_NUMBERS

    said = said.strip()
    match = re.match(r"\d{4}(-\d{2}){0,2}(?=$|[T\s])", said)
    named = _NAMED_DAY.search(said)
    try:
        if match:
            return Edtf.parse(match.group()).hi
        if named and (month := MONTH_NUMBERS.get((named["m1"] or named["m2"]).lower())):
            return Edtf.parse(f"{named['y']}-{month:02}-{int(named['d1'] or named['d2']):02}").hi
    except EdtfError:
        return None
    return None


def _places(out: Writeup, content: str, first: int, column: int) -> tuple[list[tuple[int, int]], int]:
    """Where each line of a block's content stands in the text, and the column behind its last line."""
    places: list[tuple[int, int]] = []
    inner = 0
    end = column
    for n, line in enumerate(content.split("\n")):
        number = first + n
        start = out._lines[number] if number < len(out._lines) else len(out.text)
        stop = out._lines[number + 1] - 1 if number + 1 < len(out._lines) else len(out.text)
        found = out.text.find(line, start + (column if n == 0 else 0), stop)
        if found < 0:
            found = start
        places.append((inner, found))
        end = found - start + len(line)
        inner += len(line) + 1
    return places, end


def _outer(places: Sequence[tuple[int, int]], offset: int) -> int:
    n = bisect_right(places, (offset, 1 << 60)) - 1
    inner, outer = places[n]
    return outer + offset - inner


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())


def _sentences(content: str, places: list[tuple[int, int]]) -> Iterator[Sentence]:
    plain = content.replace("\n", " ")
    for pattern in (_CODE, _HTML, _BARE_URL):
        plain = pattern.sub(_blank, plain)
    inserts = [
        (m.start(), m.end(), Insert(m["key"], (m["what"] or "text").lower(), _outer(places, m.start()), _outer(places, m.end() - 1) + 1))
        for m in _INSERT.finditer(plain)
    ]
    plain = _INSERT.sub(_blank, plain)
    found = _citations(plain, places)
    masked = list(plain)
    for start, end, _ in found:
        masked[start:end] = " " * (end - start)
    judged = _URL.sub(_blank, _LINK_TARGET.sub(_blank, "".join(masked)))
    quotes = [(m.start(), m.end(), m.group()) for m in _QUOTED.finditer(judged)]
    judged = _QUOTED.sub(_blank, judged)
    judged = re.sub(r"[*_\[\]#|]|(?<!\S)-(?=\s)", " ", judged)
    bounds = _bounds(judged)
    for n, (start, end) in enumerate(bounds):
        stop = end if n < len(bounds) - 1 else len(judged) + 1  # the last one has what stands behind it
        cites = tuple(c for _, _, group in _within(found, start, stop) for c in group)
        said = tuple(q for _, _, q in _within(quotes, start, end))
        put = tuple(i for _, _, i in _within(inserts, start, stop))
        if judged[start:end].strip() or cites or put:
            first = max(bisect_right(places, (start, 1 << 60)) - 1, 0)
            lines = places[first : bisect_right(places, (end, 1 << 60))]
            yield Sentence(judged[start:end], _outer(places, start), [(i - start, o) for i, o in lines], cites, said, put)


def _within(spans: Sequence[tuple[int, int, _Held]], start: int, end: int) -> Sequence[tuple[int, int, _Held]]:
    """The spans that begin in ``[start, end)``; they are in order."""
    return spans[bisect_left(spans, start, key=itemgetter(0)) : bisect_left(spans, end, key=itemgetter(0))]


def _inside(spans: Sequence[tuple[int, int]], place: int) -> bool:
    """True where one of the spans, which are in order and do not meet, holds the place."""
    n = bisect_right(spans, place, key=itemgetter(0)) - 1
    return n >= 0 and place < spans[n][1]


def _bounds(judged: str) -> list[tuple[int, int]]:
    """Where sentences start and end. What holds no words, such as a citation behind the full stop, belongs to the sentence before."""
    cuts: list[int] = []
    start = 0
    for match in _END.finditer(judged):
        end = match.end()
        after = judged[end : end + 40].lstrip()
        if _ABBREVIATION.search(judged, max(start, match.start() - _LONGEST_ABBREVIATION), match.start()) and after:
            continue
        if after and after[0].islower():
            continue
        cuts.append(end)
        start = end
    bounds: list[tuple[int, int]] = []
    start = 0
    for end in [*cuts, len(judged)]:
        if end <= start:
            continue
        if not any(c.isalnum() for c in judged[start:end]) and bounds:
            bounds[-1] = (bounds[-1][0], end)
        else:
            bounds.append((start, end))
        start = end
    return bounds


def _citations(plain: str, places: list[tuple[int, int]]) -> list[tuple[int, int, list[Citation]]]:
    """Spans of citations with what they cite: ``[see @a, page 2; @b]`` is one span with two, ``@a`` in the text one with one."""
    linked = [(m.start(), m.end()) for m in _LINK_TEXT_CITES.finditer(plain)]
    groups = [(m.start(), m.end()) for m in _GROUP.finditer(plain) if not _inside(linked, m.start())]
    out: list[tuple[int, int, list[Citation]]] = []
    for start, end in groups:
        inside: list[Citation] = []
        matches = list(_CITATION.finditer(plain, start, end))
        for n, match in enumerate(matches):
            stop = matches[n + 1].start() if n + 1 < len(matches) else end - 1
            rest = plain[match.end() : stop].split(";")[0].strip()
            inside.append(_citation(match, places, rest.lstrip(",").strip() if rest.startswith(",") else "", grouped=True))
        if inside:
            out.append((start, end, inside))
    for match in _CITATION.finditer(plain):
        if _inside(groups, match.start()) or _inside(linked, match.start()):
            continue
        locator = re.compile(r"\s*\[([^\[\]@]*)\]").match(plain, match.end())
        end = locator.end() if locator else match.end()
        out.append((match.start(), end, [_citation(match, places, locator[1].strip() if locator else "", grouped=False, end=end)]))
    return sorted(out, key=lambda item: item[0])


def _citation(match: re.Match[str], places: list[tuple[int, int]], locator: str, *, grouped: bool, end: int = 0) -> Citation:
    name = "braced" if match["braced"] is not None else "bare"
    first, last = _outer(places, match.start(name)), _outer(places, match.end(name) - 1) + 1
    return Citation(match[name], _outer(places, match.start()), first, last, locator, grouped, _outer(places, end - 1) + 1 if end else last)
