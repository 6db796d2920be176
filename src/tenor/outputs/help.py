"""Help pages and the reference page of the command line, from the one list of commands and options."""

from __future__ import annotations

from tenor.options import COMMANDS, GLOBAL, Command, Option

#: Columns of a page where no terminal says otherwise, and the fewest beside a name that are worth reading.
WIDTH = 80
_NARROW = 24
_EXITS = (
    ("0", "answered or done; also where the answer is that no public text says"),
    ("1", "nothing recorded, not understood, ambiguous, no match; `check` found an error; `diff --exit-code` found a difference"),
    ("2", "wrong call, unknown id or name, bad date in an option, knowledge base missing or unreadable, answer not writable"),
    ("130", "interrupted"),
)
_VARIABLES = (
    ("TENOR_KB", "the knowledge base, where `--kb` is not given"),
    ("TENOR_FORMAT", "`plain`, `pretty`, `json` or `csv`, where no such option is given"),
    ("TENOR_TODAY", "the day that “today”, “now” and “still” mean, like `2026-11-23`"),
    ("TENOR_PAGER", "the pager for long answers (else `PAGER`, else `less -FRX`); `cat` or nothing for none"),
    ("TENOR_DEBUG", "`1` shows where an error came from"),
    ("NO_COLOR, CLICOLOR_FORCE, TERM=dumb", "no color; color even in a pipe; no color and no pager"),
    ("COLUMNS", "the width, where it is not the terminal's"),
)


def main_page(questions: list[str], width: int = WIDTH) -> str:
    """The page of ``tenor --help``; ``questions`` are examples that the knowledge base at hand can answer."""
    lines = [*_lines("Who held which right, from when to when, and who says so.", width), "", "Usage: tenor [OPTIONS] COMMAND [ARGS]..."]
    for group in dict.fromkeys(c.group for c in COMMANDS):
        lines += ["", group, *_columns([(f"{c.name:<9}", c.help) for c in COMMANDS if c.group == group], width)]
    if questions:
        lines += ["", "Examples", *(f'  tenor ask "{q}"' for q in questions)]
    more = [("-h, --help", "Print help"), ("-V, --version", "Print the version, and the day through which the record was checked")]
    lines += ["", "Options", *_columns([(spelled(o), o.help) for o in GLOBAL] + more, width)]
    return "\n".join([*lines, "", *_lines("Run 'tenor COMMAND --help' for more.", width)])


def command_page(command: Command, width: int = WIDTH) -> str:
    """The page of ``tenor COMMAND --help``."""
    lines = [*_lines(f"{command.help}.", width), "", usage(command)]
    if command.options:
        lines += ["", "Options", *_columns([(spelled(o), o.help) for o in command.options], width)]
    shown = [o for o in GLOBAL if command.table or o.name != "csv"]
    lines += ["", "Options of every command", *_columns([(spelled(o), o.help) for o in shown] + [("-h, --help", "Print help")], width)]
    return "\n".join([*lines, "", f"Example: {command.example}"])


def usage(command: Command) -> str:
    """The line that shows how a command is called."""
    words = command.words
    if command.most is None and words:
        words = f"{words}..." if command.least else f"[{words.strip('[]')}...]"
    return f"Usage: tenor {command.name} [OPTIONS] {words}".rstrip()


def spelled(option: Option) -> str:
    """The option as help prints it, long names below each other."""
    flags = ", ".join(option.flags)
    return f"{flags if flags[1] != '-' else f'    {flags}'} {option.metavar}".rstrip()


def _columns(pairs: list[tuple[str, str]], width: int) -> list[str]:
    """What each name on the left does; below it where a terminal is too narrow for both."""
    wide = max(len(left) for left, _ in pairs)
    if width - wide - 4 < _NARROW:
        return [line for left, right in pairs for line in (f"  {left.strip()}", *_lines(right, width, "      "))]
    lines = []
    for left, right in pairs:
        first, *rest = _lines(right, width - wide - 4)
        lines += [f"  {left:<{wide}}  {first}", *(f"  {'':<{wide}}  {line}" for line in rest)]
    return lines


def _lines(words: str, width: int, indent: str = "") -> list[str]:
    from textwrap import wrap

    return wrap(words, width, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False)


def reference() -> str:
    """``docs/cli.md``."""
    lines = [
        "# The command line",
        "",
        "Made from `src/tenor/options.py` by `python scripts/cli_reference.py`; a test compares them. Global options may stand before or after the command.",
        "",
        "Each command prints for people on a terminal and lines of tab-separated text in a pipe. `--json` prints one JSON document and nothing else on",
        "standard output; `--csv` a table with a header, where the answer is one. Hints and warnings go to standard error.",
        "",
        "| Exit | means |",
        "| --- | --- |",
        *(f"| {code} | {words} |" for code, words in _EXITS),
        "",
        "| Variable | means |",
        "| --- | --- |",
        *(f"| {', '.join(f'`{n}`' for n in name.split(', '))} | {words} |" for name, words in _VARIABLES),
        "",
        "```",
        main_page([]),
        "```",
    ]
    from tenor.outputs.rows import COLUMNS

    for command in COMMANDS:
        lines += ["", f"## tenor {command.name}", "", "```", command_page(command), "```"]
        if command.name in COLUMNS:
            lines += ["", f"Columns in a pipe: {', '.join(f'`{c}`' for c in COLUMNS[command.name])}."]
    return "\n".join(lines) + "\n"
