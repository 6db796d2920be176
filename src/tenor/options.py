"""Every command and option, as plain data: what is typed, what it takes, what it is for.

The quick path reads calls with it, the typer application is made from it, and ``docs/cli.md`` is printed from it, so the three cannot differ.
The module imports nothing, because every question waits for it.
"""

from __future__ import annotations

from tenor.errors import UsageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    Value = str | bool | tuple[str, str] | None

STATUSES = ("confirmed", "inferred", "reported", "alleged", "opinion", "disputed", "unstated")
TIERS = ("filing", "party", "court", "press", "commentary")
FORMATS = ("plain", "pretty", "json", "csv")


class Option:
    """One option: ``flags`` as typed, ``metavar`` words for what it takes (none for a switch), ``choices`` where only some words will do."""

    __slots__ = ("choices", "flags", "help", "metavar", "name", "number", "takes")

    def __init__(self, flags: str, help: str, metavar: str = "", choices: tuple[str, ...] = (), *, number: bool = False) -> None:
        self.flags = tuple(flags.split())
        self.name = self.flags[-1].lstrip("-").replace("-", "_")
        self.help = help
        self.metavar = metavar
        self.takes = len(metavar.split())
        self.choices = choices
        self.number = number


class Command:
    """One command: its words (``least`` to ``most``), its options, and the module that runs it."""

    __slots__ = ("example", "group", "help", "least", "module", "most", "name", "options", "table", "words")

    def __init__(
        self, name: str, group: str, help: str, example: str, module: str, words: str = "", least: int = 0, most: int | None = 0, *,
        table: bool = False, options: tuple[Option, ...] = (),
    ) -> None:  # fmt: skip
        self.name = name
        self.group = group
        self.help = help
        self.example = example
        self.module = module
        self.words = words
        self.least = least
        self.most = most
        self.table = table
        self.options = options


GLOBAL = (
    Option("--kb", "The knowledge base: a folder of records, or a compiled .db", "PATH"),
    Option("--json", "Print one JSON document"),
    Option("--csv", "Print comma-separated values, where the answer is a table"),
    Option("--plain", "Print lines of tab-separated text, as in a pipe"),
    Option("--pretty", "Print for people, as on a terminal"),
    Option("--color", "Use color: auto, always or never", "WHEN", ("auto", "always", "never")),
    Option("--ascii", "Use no letters or marks outside ASCII"),
    Option("--no-pager", "Do not page long answers"),
    Option("-q --quiet", "Print the answer only, without sources and hints"),
)

_ON = Option("--on", "The day or period that is meant, like 2026-04-27, 2026-04 or 'April 2026'", "DATE")
_KNOWN = Option("--known-at", "Answer with what could be known on that day", "DATE")
_TERM = Option("--term", "Only this term", "TERM")
_DEAL = Option("--deal", "Only this deal", "DEAL")
_HOLDER = Option("--holder", "Only what this party holds", "PARTY")
_LIMIT = Option("--limit", "At most so many", "N", number=True)

COMMANDS = (
    Command(
        "ask", "Ask", "Answer a question, with dates and sources", 'tenor ask "QUESTION"', "ask", "QUESTION", 0, None,
        table=True, options=(_ON, _KNOWN, Option("--explain", "Show how the question was read, and the SQL that was run")),
    ),
    Command(
        "clauses", "Ask", "List the clauses that match, oldest first", "tenor clauses --on 2024-06-01 --party PARTY", "query", table=True,
        options=(
            _ON,
            Option("--between", "From the first day to the last", "FIRST LAST"),
            Option("--party", "Clauses in which it is subject, holder or party of the instrument", "PARTY"),
            _HOLDER,
            _TERM,
            Option("--scope", "Only this scope", "SCOPE"),
            Option("--type", "Only terms of this CUAD type", "TYPE"),
            _DEAL,
            Option("--status", "Only this status", "STATUS", STATUSES),
            Option("--speaker", "What this speaker claims", "PARTY"),
            _KNOWN,
            _LIMIT,
        ),
    ),
    Command(
        "history", "Ask", "Show one term over time, and what each version changed", "tenor history TERM", "query", "TERM", 1, 1, table=True,
        options=(Option("--subject", "Only of this subject", "PARTY"), _HOLDER, _KNOWN),
    ),
    Command(
        "diff", "Ask", "Compare two days, or two instruments", "tenor diff 2025-10-28 2026-04-27", "query", "A B", 2, 2, table=True,
        options=(
            _DEAL, _TERM, _KNOWN,
            Option("--all", "Also print what stayed as it was"),
            Option("--exit-code", "Exit with 1 where something differs"),
        ),
    ),
    Command(
        "timeline", "Ask", "Chart the terms of a deal, and list what happened", "tenor timeline DEAL", "query", "[DEAL]", 0, None, table=True,
        options=(
            Option("--between", "From the first day to the last", "FIRST LAST"), _KNOWN,
            Option("--svg", "Write the chart as a picture for a writeup instead", "FILE"),
            Option("--theme", "Colors of the picture: auto, light or dark", "THEME", ("auto", "light", "dark")),
        ),
    ),
    Command("show", "Ask", "Show one record, whole, with its sources", "tenor show DEAL/2026-04-27#TERM", "query", "ID", 1, 1),
    Command("search", "Ask", "Find words in every record", "tenor search right of first refusal", "query", "TEXT", 1, None, table=True, options=(_LIMIT,)),
    Command(
        "cite", "Cite", "Print a citation to paste", "tenor cite DEAL/2026-04-27#TERM --format bibtex", "writing", "ID", 0, None,
        options=(
            Option("--style", "apa, chicago, chicago-notes, mla, bluebook, oscola, any other CSL style, or a .csl file", "NAME"),
            Option("--format", "text, markdown, html, bibtex, biblatex, ris, csl-json or wikipedia", "FORMAT"),
            Option("--on", "The day on which it is cited as true", "DATE"),
            Option("--writeup", "Resolve [@ID] and [=ID value] in this Markdown file instead", "FILE"),
            Option("--as", "In a writeup: footnotes or author-date", "FORM", ("footnotes", "author-date")),
            Option("-o --output", "Where to write the resolved writeup", "FILE"),
        ),
    ),
    Command(
        "lint", "Cite", "Find what the records do not support in a writeup", "tenor lint draft.md", "writing", "FILE", 0, None,
        options=(
            Option("--on", "The day to judge the writeup for, instead of its own", "DATE"),
            Option("--format", "full, concise, json, github or sarif", "FORMAT", ("full", "concise", "json", "github", "sarif")),
            Option("--fix", "Put right what can be put right by itself"),
            Option("--explain", "Explain a code, like L102", "CODE"),
        ),
    ),
    Command(
        "export", "Cite", "Write every clause for another program", "tenor export csl-json -o clauses.json", "writing", "FORMAT", 1, 1,
        options=(Option("-o --output", "Where to write it", "FILE"),),
    ),
    Command(
        "new", "Make", "Start a new record", "tenor new instrument acme-globex/2026-11-23", "make", "KIND [ID]", 1, 2,
    ),
    Command("init", "Make", "Start a knowledge base of your own", "tenor init my-records", "make", "DIR", 1, 1),
    Command(
        "import", "Make", "Turn a table into records", "tenor import facts.csv --kb my-records", "importing", "FILE", 1, 1,
        options=(
            Option("--map", "Which column is which field, like 'holder=Name,from=Took office'; 'status=' leaves a column out", "COLUMNS"),
            Option("--set", "What every row has in a field, like 'term=president,subject=Norway'", "VALUES"),
            Option("--coarse-ends", "An end given as a month or year: doubt (some day in it) or through (to its end)", "HOW", ("doubt", "through")),
            Option("--holders", "Whether one or many hold a term at a time; as the rows show where left out", "HOW", ("one", "many")),
            Option("--handover", "Whose is a day that two rows share: doubt or newcomer", "HOW", ("doubt", "newcomer")),
            Option("--dates", "What comes first in 03/04/2020: dmy or mdy (as the cells show)", "HOW", ("dmy", "mdy")),
            Option("--people", "The holders are people: their last names are read too, where only one has them"),
            Option("--tier", "What the sources are: press, party, filing, court or commentary", "TIER", TIERS),
            Option("--deal", "One deal for all rows, under this name; one for each term where left out", "NAME"),
            Option("--title", "The title of a new knowledge base", "TITLE"),
            Option("--strict", "Write nothing where a row is wrong"),
        ),
    ),
    Command(
        "check", "Make", "Find errors in the records", "tenor check", "records",
        options=(
            Option("--format", "full, concise, json, github or sarif", "FORMAT", ("full", "concise", "json", "github", "sarif")),
            Option("--explain", "Explain a code, like T203", "CODE"),
            Option("--evidence", "Also weigh how thin the support of each clause is"),
        ),
    ),
    Command(
        "build", "Make", "Compile the records into a database", "tenor build -o records.db", "records",
        options=(Option("-o --output", "Where to write it", "FILE"), Option("--schema", "Print the database schema and do nothing else")),
    ),
    Command(
        "site", "Make", "Build the timeline site, or serve it on this machine", "tenor site build", "site", "build|serve", 1, 1,
        options=(
            Option("-o --output", "The folder of the site", "DIR"),
            Option("--base-url", "Where the site will stand, for a site map, canonical links and previews", "URL"),
            Option("--offline", "Write links that work from a disk"),
            Option("--port", "The port to serve on; 0 for any that is free", "PORT", number=True),
        ),
    ),
)  # fmt: skip

BY_NAME = {command.name: command for command in COMMANDS}


#: Of a number in an option: as long as a database and a network can take.
_MOST_DIGITS = 9


class Call:
    """What was called: a command, its words, and the options that were given."""

    __slots__ = ("command", "options", "words")

    def __init__(self, command: Command, words: Sequence[str], options: dict[str, Value]) -> None:
        self.command = command
        self.words = list(words)
        self.options = options

    def text(self, name: str) -> str | None:
        """The value of an option that takes one, or None."""
        value = self.options.get(name)
        return value if isinstance(value, str) else None

    def pair(self, name: str) -> tuple[str, str] | None:
        """The two values of an option that takes two, or None."""
        value = self.options.get(name)
        return value if isinstance(value, tuple) else None

    def on(self, name: str) -> bool:
        """True where a switch was given."""
        return bool(self.options.get(name))

    def checked(self) -> Call:
        """Itself. Raises :class:`UsageError` where words are missing or too many, or a value is none of the choices."""
        command = self.command
        if len(self.words) < command.least:
            raise UsageError(f"'tenor {command.name}' needs {command.words.split(' [')[0]}", hint=command.example)
        if command.most is not None and len(self.words) > command.most:
            extra = self.words[command.most]
            raise UsageError(f"'tenor {command.name}' does not take {extra!r}", hint=command.example)
        for option in (*GLOBAL, *command.options):
            value = self.text(option.name)
            if value is None:
                continue
            flag = option.flags[-1]
            if option.choices and value not in option.choices:
                raise UsageError(f"{flag} cannot be {value!r}", hint=f"choose one of {', '.join(option.choices)}", where=flag)
            if option.number and not (value.isascii() and value.isdigit() and int(value) > 0):
                raise UsageError(f"{flag} is a number from 1 up, not {value!r}", where=flag)
            if option.number and len(value) > _MOST_DIGITS:
                raise UsageError(f"{flag} has {len(value)} digits; {_MOST_DIGITS} are the limit", where=flag)
        return self


def parse(argv: Sequence[str]) -> Call | None:
    """The call, or None where anything is out of the ordinary: help, an unknown or shortened option, a missing or odd value, an unknown command.

    What it reads, it reads exactly as the typer application does; what it does not, that application explains.
    """
    options: dict[str, Value] = {}
    rest = _read(list(argv), GLOBAL, options, None)
    if not rest:
        return None
    command = BY_NAME.get(rest[0])
    words: list[str] = []
    if command is None or _read(rest[1:], (*GLOBAL, *command.options), options, words) is None:
        return None
    return Call(command, words, options)


def _read(argv: list[str], table: tuple[Option, ...], options: dict[str, Value], words: list[str] | None) -> list[str] | None:
    """Read options; words go to ``words``, or end the reading where there is no such list. Gives what is left, or None."""
    flags = {flag: option for option in table for flag in option.flags}
    at = 0
    while at < len(argv):
        argument = argv[at]
        if argument[:1] != "-" or argument == "-":
            if words is None:
                return argv[at:]
            words.append(argument)
            at += 1
            continue
        if argument == "--":
            if words is None:
                return None
            words += argv[at + 1 :]
            return []
        flag, equals, given = argument.partition("=")
        option = flags.get(flag)
        if option is None or (equals and (option.takes != 1 or not given or not flag.startswith("--"))):
            return None
        at += 1
        if not option.takes:
            options[option.name] = True
        elif equals:
            options[option.name] = given
        else:
            values = argv[at : at + option.takes]
            if len(values) < option.takes or any(not v or v.startswith("-") for v in values):
                return None
            options[option.name] = values[0] if option.takes == 1 else (values[0], values[1])
            at += option.takes
    return []
