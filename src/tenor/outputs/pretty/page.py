"""A page of terminal text: cleaned, wrapped to the width, and colored only where color is wanted.

All text enters through :meth:`Page.text`, which takes out what could move a cursor and, in ASCII, swaps marks for their twins. So widths are always those of
what is printed, and no line is wider than the terminal.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from io import StringIO

from rich.cells import cell_len
from rich.console import Console
from rich.style import Style
from rich.text import Text

from tenor.outputs.look import Look
from tenor.outputs.marks import STATUS, clean, mark, to_ascii

#: Prose is easier to read in short lines, however wide the terminal is.
PROSE = 88
#: Below this width, tables become records one below the other.
NARROW = 60
_NARROWEST_COLUMN = 12
#: A word that must break anyway begins on the line before it, where that has so many cells left.
_WORTH_FILLING = 12

#: Text with a style, or without one.
Piece = str | tuple[str, str] | Text


class Page:
    """Lines as they will be printed."""

    def __init__(self, look: Look) -> None:
        self.look = look
        self.width = look.width
        self.prose = min(look.width, PROSE)
        self.narrow = look.width < NARROW
        self._lines: list[Text] = []

    # -- pieces ---------------------------------------------------------------------------------

    def own(self, text: object) -> str:
        """Any text as this page prints it."""
        words = clean(text)
        return to_ascii(words) if self.look.ascii else words

    def text(self, *pieces: Piece, link: str = "") -> Text:
        """One run of text out of pieces."""
        out = Text()
        for piece in pieces:
            if isinstance(piece, Text):
                out.append_text(piece)
                continue
            words, style = piece if isinstance(piece, tuple) else (piece, "")
            shown = Style.parse(style) if style else Style()
            if link and self.look.links and link.startswith(("https://", "http://")):
                shown += Style(link=clean(link).replace(" ", "%20"))
            out.append(self.own(words), shown)
        return out

    def mark(self, status: str | None) -> Text:
        """The mark of a status, in its color."""
        found = STATUS.get(status or "")
        return Text(mark(status, ascii=self.look.ascii), Style.parse(found[2]) if found else Style())

    # -- lines ----------------------------------------------------------------------------------

    def blank(self) -> None:
        """An empty line, never two in a row and never the first."""
        if self._lines and self._lines[-1].plain:
            self._lines.append(Text())

    def line(self, *pieces: Piece, indent: int = 0, hang: int = 0, width: int = 0) -> None:
        """Text at an indent, wrapped where it is too wide; further lines stand ``hang`` deeper."""
        self.item("", *pieces, indent=indent, hang=hang, width=width)

    def item(self, lead: Piece, *pieces: Piece, indent: int = 0, hang: int | None = None, width: int = 0) -> None:
        """Text after a lead (a mark, a number, a date); further lines stand below the text, or ``hang`` deeper than the indent."""
        first = self.text(lead)
        body = self.text(*pieces)
        full = width or self.width
        indent = min(indent, full // 4)
        deep = indent + (cell_len(first.plain) if hang is None else hang)
        if full - deep < min(16, full // 2):
            deep = min(indent + 2, full // 4)
            if first.plain != first.plain.rstrip():  # no room for columns either
                first.rstrip()
                first.append("  " if first.plain else " " * deep)
        lines = wrap(Text.assemble(first, body), full - indent, full - deep)
        for n, line in enumerate(lines):
            self._lines.append(Text.assemble(" " * (deep if n else indent), line))

    def paragraph(self, *pieces: Piece, indent: int = 0) -> None:
        """Prose, in lines that are not too long to read."""
        self.line(*pieces, indent=indent, width=self.prose)

    def heading(self, words: str) -> None:
        """A heading after an empty line."""
        self.blank()
        self.line((words, "bold"))

    def pairs(self, left: Piece, right: Piece, *, indent: int = 0) -> None:
        """Two texts at the two ends of a line; one below the other where they do not fit."""
        one, two = self.text(left), self.text(right)
        room = self.prose - indent - cell_len(one.plain) - cell_len(two.plain)
        if room >= 2:
            self._lines.append(Text.assemble(" " * indent, one, " " * room, two))
        else:
            self.line(one, indent=indent, hang=2)
            self.line(two, indent=indent + 4, hang=2)

    def table(self, rows: Iterable[tuple[Piece, ...]], *, indent: int = 2, gap: int = 3) -> None:
        """Columns as wide as what stands in them, the widest made narrower where they do not fit; a row of one piece is a heading.

        On a narrow terminal each row becomes a small record.
        """
        made = [tuple(self.text(cell) for cell in row) for row in rows]
        count = max((len(row) for row in made), default=0)
        wide = [max((cell_len(row[n].plain) for row in made if len(row) == count), default=0) for n in range(count)]
        room = self.width - indent - gap * (count - 1)
        while sum(wide) > room and max(wide) > _NARROWEST_COLUMN:
            wide[wide.index(max(wide))] -= 1
        for n, row in enumerate(made):
            if len(row) < count:
                self.blank()
                self.line(*row)
            elif self.narrow:
                if n and count > 2:
                    self.blank()
                for place, cell in enumerate(row):
                    if cell.plain.strip():
                        self.line(cell, indent=2 if place else 0, hang=2)
            else:
                cells = [wrap(cell, width, width) for cell, width in zip(row[1:], wide[1:], strict=True)]
                head, *rest = wrap(row[0], wide[0], wide[0] - 2)
                self._row([[head, *(Text.assemble("  ", line) for line in rest)], *cells], wide, indent, gap)

    def _row(self, cells: list[list[Text]], wide: list[int], indent: int, gap: int) -> None:
        for n in range(max(map(len, cells))):
            line = Text(" " * indent)
            for cell, width in zip(cells, wide, strict=True):
                piece = cell[n] if n < len(cell) else Text()
                line.append_text(piece).append(" " * (width - cell_len(piece.plain) + gap))
            line.rstrip()
            self._lines.append(line)

    # -- done -----------------------------------------------------------------------------------

    def render(self) -> str:
        """The page as text, with escape codes only where color is wanted."""
        for line in self._lines:
            line.rstrip()
        while self._lines and not self._lines[-1].plain:
            self._lines.pop()
        if not self.look.color:
            return "".join(f"{line.plain}\n" for line in self._lines)
        out = StringIO()
        console = Console(
            file=out, force_terminal=True, color_system="standard", no_color=False, width=10_000, legacy_windows=False, markup=False, highlight=False,
            emoji=False,
        )  # fmt: skip
        for line in self._lines:
            console.print(line, soft_wrap=True)
        return out.getvalue()


_WORD = re.compile(r"\S+")
#: Where ids and addresses break: after a slash or a number sign, and only where a part is too long itself, after other marks.
_PIECE = re.compile(r"[^/#]*[/#]|[^/#]+")
_SMALLER = re.compile(r"[^\-_.:,;=&?]*[\-_.:,;=&?/#]|[^\-_.:,;=&?]+")


def wrap(text: Text, first: int, rest: int) -> list[Text]:
    """Lines of at most ``first`` cells, then ``rest``. Words too long for a line (ids, addresses) break after a separator, else anywhere."""
    plain = text.plain
    spans: list[tuple[int, int]] = []
    start = end = 0
    room = first
    for word in _WORD.finditer(plain):
        if cell_len(plain[start : word.end()]) <= room:
            end = word.end()
            continue
        left = room - cell_len(plain[start : word.start()])
        if plain[start:end].strip() and (cell_len(word.group()) <= rest or left < _WORTH_FILLING):
            spans.append((start, end))
            start, room = word.start(), rest
        end = word.end()
        if cell_len(plain[start:end]) > room:
            for cut in _cuts(plain, start, end, room, rest):
                spans.append((start, cut))
                start, room = cut, rest
    if end > start or not spans:
        spans.append((start, max(end, start)))
    return [text[a:b] for a, b in spans]


def _cuts(plain: str, start: int, end: int, room: int, rest: int) -> list[int]:
    """Where to break a word that is too long for its line."""
    pieces: list[tuple[int, int]] = []
    for piece in _PIECE.finditer(plain, start, end):
        long = cell_len(piece.group()) > rest
        pieces += [p.span() for p in _SMALLER.finditer(plain, *piece.span())] if long else [piece.span()]
    cuts: list[int] = []
    at = start
    for first, last in pieces:
        if cell_len(plain[at:last]) <= room:
            continue
        if first > at and plain[at:first].strip():
            cuts.append(first)
            at, room = first, rest
        while cell_len(plain[at:last]) > room:
            cut = at + 1
            while cut < last and cell_len(plain[at : cut + 1]) <= room:
                cut += 1
            if cut >= last:
                break
            cuts.append(cut)
            at, room = cut, rest
    return cuts
