"""The typer application: help, completion, and what is wrong with a call. Made from :mod:`tenor.options`, so it reads every call as the quick path does."""

from __future__ import annotations

import inspect
import os
import sys
from collections.abc import Callable
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from tenor import __version__
from tenor.commands import dispatch
from tenor.errors import TenorError, UsageError
from tenor.options import BY_NAME, COMMANDS, GLOBAL, Call, Command, Option
from tenor.outputs.help import WIDTH, command_page, main_page
from tenor.outputs.look import is_terminal, size
from tenor.outputs.out import write


class _Group(TyperGroup):
    """All commands, with the help page of :mod:`tenor.outputs.help`."""

    def get_help(self, ctx: Any) -> str:
        """Print the page and leave: typer's own printing knows nothing of full disks."""
        write(main_page(_questions(ctx.params.get("kb_")), _width()) + "\n")
        raise typer.Exit


class _Command(TyperCommand):
    """One command, with its help page."""

    def get_help(self, ctx: Any) -> str:
        """Print the page and leave."""
        write(command_page(BY_NAME[str(self.name)], _width()) + "\n")
        raise typer.Exit


def _width() -> int:
    return min(size(is_terminal(sys.stdout))[0], WIDTH)


def application(run: Callable[[Call], int]) -> typer.Typer:
    """The application that hands each call to ``run``."""
    app = typer.Typer(
        name="tenor", cls=_Group, add_completion=True, rich_markup_mode=None, pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )  # fmt: skip
    app.callback(invoke_without_command=True)(_function(_first, [_parameter(o) for o in GLOBAL] + [_version()]))
    for command in COMMANDS:
        parameters = [_words(command), *(_parameter(o) for o in (*command.options, *GLOBAL))]
        app.command(command.name, cls=_Command, help=f"{command.help}.")(_function(_second(command, run), parameters))
    return app


def _first(ctx: typer.Context, version: bool, **options: Any) -> None:
    """Keep the options that stand before the command."""
    ctx.obj = _given(options)
    if version:
        _print_version(ctx.obj.get("kb"))
        raise typer.Exit
    if ctx.invoked_subcommand is None:
        ctx.get_help()


def _second(command: Command, run: Callable[[Call], int]) -> Callable[..., None]:
    def body(ctx: typer.Context, words: list[str] | None = None, **options: Any) -> None:
        raise typer.Exit(run(Call(command, words or [], {**(ctx.obj or {}), **_given(options)})))

    body.__doc__ = command.help
    return body


def _given(options: dict[str, Any]) -> dict[str, Any]:
    return {name.removesuffix("_"): value for name, value in options.items() if value not in (None, False)}


def _parameter(option: Option) -> inspect.Parameter:
    kind: Any = {0: bool, 1: str | None, 2: tuple[str, str] | None}[option.takes]
    default = typer.Option(None if option.takes else False, *option.flags, help=option.help, metavar=option.metavar or None, show_default=False)
    name = f"{option.name}_"  # an option may be named like a word of Python
    return inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=kind)


def _version() -> inspect.Parameter:
    default = typer.Option(False, "-V", "--version", help="Print the version.", is_eager=True)
    return inspect.Parameter("version", inspect.Parameter.KEYWORD_ONLY, default=default, annotation=bool)


def _words(command: Command) -> inspect.Parameter:
    default = typer.Argument(None, metavar=command.words or None, show_default=False)
    return inspect.Parameter("words", inspect.Parameter.KEYWORD_ONLY, default=default, annotation=list[str] | None)


def _function(body: Callable[..., None], parameters: list[inspect.Parameter]) -> Callable[..., None]:
    """A function with these parameters, since typer reads them from a signature."""
    context = inspect.Parameter("ctx", inspect.Parameter.POSITIONAL_OR_KEYWORD, annotation=typer.Context)

    def function(**given: Any) -> None:
        body(**given)

    function.__signature__ = inspect.Signature([context, *parameters])  # type: ignore[attr-defined]
    function.__annotations__ = {p.name: p.annotation for p in (context, *parameters)}
    function.__doc__ = body.__doc__
    return function


def _questions(named: str | None) -> list[str]:
    """Questions that the knowledge base at hand can answer, for the help page; none where there is no such base."""
    from tenor.store.locate import open_store

    try:
        terms = open_store(named).each("SELECT r.doc FROM term AS t JOIN record AS r ON r.id = 'term:' || t.id ORDER BY t.place")
        return [str(question["ask"]) for term in terms for question in term["questions"][:1]][:2]
    except TenorError:
        return []


def _print_version(named: str | None) -> None:
    from tenor.store.locate import open_store

    try:
        store = open_store(named)
    except TenorError:
        write(f"tenor {__version__}\n")
        return
    kb = store.kb()
    write(f"tenor {__version__}\n{kb['title']}, version {kb['version']}, checked through {kb['checked_through']}\n")


def run(argv: list[str], do: Callable[[Call], int] = dispatch) -> int:
    """Run a command line through the application; the exit code.

    Raises:
        UsageError: the call is wrong, in the application's words.
        TenorError: it cannot be done.
    """
    os.environ.setdefault("TYPER_USE_RICH", "0")
    try:
        code = typer.main.get_command(application(do)).main(args=argv, prog_name="tenor", standalone_mode=False)
    except typer.Exit as left:
        return left.exit_code
    except typer.Abort:
        raise KeyboardInterrupt from None
    except Exception as error:
        # The application's own exceptions are told by this method: their class has moved between versions of typer.
        words = getattr(error, "format_message", None)
        if words is None:
            raise
        raise _wrong(str(words()), argv, error) from error
    return code if isinstance(code, int) else 0


def _wrong(message: str, argv: list[str], error: object) -> UsageError:
    named = next((a for a in argv if a in {c.name for c in COMMANDS}), None)
    first = next((a for a in argv if not a.startswith("-")), "")
    hint = f"tenor {named} --help" if named else "tenor --help"
    if named is None and " " in first:
        hint = f'tenor ask "{first}"'
    del error
    message = message.strip().rstrip(".")
    return UsageError(message[:1].lower() + message[1:], hint=hint)
