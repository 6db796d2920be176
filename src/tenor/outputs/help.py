"""Help pages and the reference page of the command line, from the one list of commands and options."""

from __future__ import annotations

from tenor.options import COMMANDS, GLOBAL, Command, Option

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


def main_page(questions: list[str]) -> str:
    """The page of ``tenor --help``; ``questions`` are examples that the knowledge base at hand can answer."""
    lines = ["Who held which right, from when to when, and who says so.", "", "Usage: tenor [OPTIONS] COMMAND [ARGS]..."]
    for group in dict.fromkeys(c.group for c in COMMANDS):
        lines += ["", group, *(f"  {c.name:<10} {c.help}" for c in COMMANDS if c.group == group)]
    if questions:
        lines += ["", "Examples", *(f'  tenor ask "{q}"' for q in questions)]
    more = [("-h, --help", "Print help"), ("-V, --version", "Print the version, and the day through which the record was checked")]
    lines += ["", "Options", *_columns([(spelled(o), o.help) for o in GLOBAL] + more)]
    return "\n".join([*lines, "", "Run 'tenor COMMAND --help' for more."])


def command_page(command: Command) -> str:
    """The page of ``tenor COMMAND --help``."""
    lines = [f"{command.help}.", "", usage(command)]
    if command.options:
        lines += ["", "Options", *_columns([(spelled(o), o.help) for o in command.options])]
    shown = [o for o in GLOBAL if command.table or o.name != "csv"]
    lines += ["", "Options of every command", *_columns([(spelled(o), o.help) for o in shown] + [("-h, --help", "Print help")])]
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


def _columns(pairs: list[tuple[str, str]], width: int = 80) -> list[str]:
    from textwrap import wrap

    wide = max(len(left) for left, _ in pairs)
    lines = []
    for left, right in pairs:
        first, *rest = wrap(right, width - wide - 4)
        lines += [f"  {left:<{wide}}  {first}", *(f"  {'':<{wide}}  {line}" for line in rest)]
    return lines


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
