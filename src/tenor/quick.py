"""The ``tenor`` program. An ordinary call is read and run at once; anything else goes to the typer application, which explains it.

Starting Python's larger libraries takes longer than answering, so nothing is imported here that a question does not need.
"""

from __future__ import annotations

import gc
import os
import sys

from tenor.errors import TenorError, UsageError
from tenor.options import parse

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn

#: As a shell reports a program that its reader left (128 + SIGPIPE) or that was interrupted (128 + SIGINT).
_LEFT, _INTERRUPTED = 141, 130
#: How many new objects the search for garbage waits for: more than one answer makes with its imports, which else would stop for it again and again.
_SEARCH_AFTER = 50_000


def run(argv: list[str]) -> int:
    """Run a command line, printing what it prints; the exit code. Raises nothing, except under ``TENOR_DEBUG=1``."""
    debug = os.environ.get("TENOR_DEBUG", "0") not in ("", "0")
    try:
        _somewhere()
        call = parse(argv)
        if call is None:
            from tenor.cli import run as explain

            return explain(argv)
        from tenor.commands import dispatch

        return dispatch(call)
    except KeyboardInterrupt:
        return _INTERRUPTED
    except BrokenPipeError:
        from tenor.outputs.out import drop

        drop()
        return _LEFT
    except TenorError as error:
        if debug:
            raise
        return failed(error, argv)
    except Exception as error:
        if debug:
            raise
        hint = "please report it; TENOR_DEBUG=1 shows where it happened"
        return failed(TenorError(f"something went wrong inside tenor ({type(error).__name__}: {error})", hint=hint), argv)


def _somewhere() -> None:
    """Raises :class:`UsageError` where the working folder was deleted: every path that is named starts from it."""
    try:
        os.getcwd()
    except OSError:
        raise UsageError("the folder you are in is gone, or cannot be read", hint="change to another one with 'cd'") from None


def failed(error: TenorError, argv: list[str]) -> int:
    """Tell why a call failed: one JSON document on standard output where JSON was asked for, else lines on standard error. The exit code."""
    from tenor.outputs.look import wants_json
    from tenor.outputs.marks import clean
    from tenor.outputs.out import OutputError, drop, note, write

    if isinstance(error, OutputError):
        drop()
    elif wants_json(argv):
        from tenor.outputs import jsonout

        try:
            write(jsonout.dumps(jsonout.error(error.code, error.message, where=error.where, hint=error.hint)) + "\n")
        except (OutputError, BrokenPipeError):
            drop()
        else:
            return error.exit_code
    where = f" ({clean(error.where)})" if error.where and error.where not in error.message else ""
    note(f"error: {clean(error.message)}{where}", *(["", f"  tip: {clean(error.hint)}"] if error.hint else []))
    return error.exit_code


def main() -> NoReturn:
    """The console script. Leaves without tidying up, which would take longer than answering did."""
    gc.set_threshold(_SEARCH_AFTER)
    code = run(sys.argv[1:])
    for stream in (sys.stdout, sys.stderr):
        try:
            if stream is not None:
                stream.flush()
        except (OSError, ValueError):
            code = code or 2
    os._exit(code)
