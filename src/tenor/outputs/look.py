"""How an answer is to look: for people or for programs, how wide, in color or not, in which marks.

Flags win over the environment, the environment over what the terminal says. Nothing heavy is imported: every question waits for this.
"""

from __future__ import annotations

import os
import sys

from tenor.errors import UsageError
from tenor.options import FORMATS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tenor.options import Call

_NARROWEST = 20
_USUAL = 80


class Look:
    """``format`` is plain, pretty, json or csv; ``links`` asks for terminal hyperlinks, ``height`` is 0 where there is no terminal to page on."""

    __slots__ = ("ascii", "color", "format", "height", "links", "quiet", "width")

    def __init__(
        self, format: str = "plain", *, width: int = _USUAL, height: int = 0, color: bool = False, ascii: bool = False, quiet: bool = False,
        links: bool = False,
    ) -> None:  # fmt: skip
        self.format = format
        self.width = width
        self.height = height
        self.color = color
        self.ascii = ascii
        self.quiet = quiet
        self.links = links


def wants_json(argv: list[str]) -> bool:
    """True where a call that could not be read asked for JSON, so that its error is JSON too."""
    given = argv[: argv.index("--")] if "--" in argv else argv
    return "--json" in given or (os.environ.get("TENOR_FORMAT") == "json" and not {"--plain", "--pretty", "--csv"} & set(given))


def of(call: Call) -> Look:
    """The look that a call, the environment and the terminal ask for.

    Raises:
        UsageError: two formats at once, a format the answer does not have, or ``TENOR_FORMAT`` is none.
    """
    terminal = is_terminal(sys.stdout)
    named = [name for name in FORMATS if call.on(name)]
    if len(named) > 1:
        raise UsageError(f"--{named[0]} and --{named[1]} do not go together", hint="choose one")
    chosen = named[0] if named else os.environ.get("TENOR_FORMAT") or ("pretty" if terminal else "plain")
    if chosen not in FORMATS:
        raise UsageError(f"TENOR_FORMAT cannot be {chosen!r}", hint=f"set it to one of {', '.join(FORMATS)}", where="TENOR_FORMAT")
    if chosen == "csv" and not call.command.table:
        if named:
            raise UsageError(f"the answer of 'tenor {call.command.name}' is no table", hint="leave out --csv", where="--csv")
        chosen = "plain"
    dumb = os.environ.get("TERM") == "dumb"
    color = chosen == "pretty" and _colored(call.text("color") or "auto", terminal, dumb)
    columns, lines = size(terminal)
    return Look(
        chosen,
        width=columns,
        height=0 if dumb or not terminal or chosen != "pretty" or call.on("no_pager") else lines,
        color=color,
        ascii=call.on("ascii") or (chosen == "pretty" and not _speaks_utf8()),
        quiet=call.on("quiet"),
        links=color and terminal,
    )


def is_terminal(stream: object) -> bool:
    """True for an open stream that is a terminal."""
    try:
        return stream is not None and stream.isatty()  # type: ignore[attr-defined]
    except ValueError:
        return False


def _colored(when: str, terminal: bool, dumb: bool) -> bool:
    if when != "auto":
        return when == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("CLICOLOR_FORCE", "0") not in ("", "0"):
        return True
    return terminal and not dumb


def size(terminal: bool) -> tuple[int, int]:
    """Columns and lines: those of the terminal where there is one, and ``COLUMNS`` before them."""
    columns, lines = _USUAL, 24
    if terminal:
        try:
            columns, lines = os.get_terminal_size(sys.stdout.fileno())
        except (OSError, ValueError):
            lines = 0
    given = os.environ.get("COLUMNS", "")
    if given.isascii() and given.isdigit() and int(given):
        columns = int(given)
    return max(columns or _USUAL, _NARROWEST), lines or 24


def _speaks_utf8() -> bool:
    locale = os.environ.get("LC_ALL") or os.environ.get("LC_CTYPE") or os.environ.get("LANG") or ""
    encoding = getattr(sys.stdout, "encoding", None) or ""
    return "utf" in encoding.lower() and "UTF-8" in locale.upper().replace("UTF8", "UTF-8")
