"""Writing to standard output and standard error, so that a full disk, a closed stream and a reader who left are handled in one place."""

from __future__ import annotations

import os
import sys

from tenor.errors import TenorError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tenor.outputs.look import Look


#: What a shell says of a program that it cannot run, or does not find.
_NO_PROGRAM = (126, 127)


class OutputError(TenorError):
    """Raised when standard output cannot take the answer: it is closed, or the disk is full."""

    code = "output"


def write(text: str) -> None:
    """Print the answer, now.

    Raises:
        OutputError: standard output is closed, or has no room.
        BrokenPipeError: the reader left.
    """
    if sys.stdout is None:
        raise OutputError("standard output is closed")
    try:
        try:
            sys.stdout.write(text)
        except UnicodeEncodeError:
            encoding = sys.stdout.encoding or "ascii"
            sys.stdout.write(text.encode(encoding, "backslashreplace").decode(encoding))
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except (OSError, ValueError) as error:
        raise OutputError(f"the answer cannot be written: {getattr(error, 'strerror', None) or error}") from error


def page(text: str, look: Look) -> None:
    """Print the answer; on a terminal that it overflows, through a pager."""
    if look.height and text.count("\n") >= look.height and (pager := _pager()):
        import signal
        import subprocess

        before = signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the pager's while it shows
        try:
            done = subprocess.run(pager, shell=True, input=text.encode("utf-8", "replace"), check=False)
        except OSError:
            pass
        else:
            if done.returncode not in _NO_PROGRAM:
                return
        finally:
            signal.signal(signal.SIGINT, before)
    write(text)


def _pager() -> str:
    from shutil import which

    for name in ("TENOR_PAGER", "PAGER"):
        if name in os.environ:
            given = os.environ[name].strip()
            return "" if given == "cat" else given
    return "less -FRX" if which("less") else ""


def note(*lines: str) -> None:
    """Lines on standard error. Where that is closed, nobody wants to know."""
    try:
        if sys.stderr is not None:
            sys.stderr.write("".join(f"{line}\n" for line in lines))
            sys.stderr.flush()
    except (OSError, ValueError):
        pass


def drop() -> None:
    """Point standard output at nothing, so that the interpreter's last flush cannot fail too."""
    from contextlib import suppress

    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
