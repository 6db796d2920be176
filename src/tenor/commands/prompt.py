"""The prompt of ``tenor ask``: history over sessions, and completion of the words that the records use."""

from __future__ import annotations

import os
from contextlib import suppress

from tenor.errors import TenorError
from tenor.outputs.marks import clean
from tenor.outputs.out import OutputError, note, write

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tenor.commands.ask import Asking

_KEPT = 500


def prompt(asking: Asking) -> int:
    """Ask for questions until Ctrl-D; the exit code of the last. Ctrl-C leaves a line, as in a shell."""
    readline = _readline(asking)
    code = 0
    if not asking.look.quiet:
        note("Ask in plain English; Tab completes, Ctrl-D ends.")
    try:
        while True:
            try:
                question = input("tenor> ").strip()
                code = _answered(asking, question) if question else code
            except KeyboardInterrupt:
                write("\n")
            except EOFError:
                write("\n")
                return code
    finally:
        if readline is not None:
            with suppress(OSError):
                path = _history()
                os.makedirs(os.path.dirname(path), exist_ok=True)
                readline.set_history_length(_KEPT)
                readline.write_history_file(path)


def _answered(asking: Asking, question: str) -> int:
    try:
        code = asking.print(asking.answer(question))
    except OutputError:
        raise
    except TenorError as error:
        code = error.exit_code
        note(f"error: {clean(error.message)}")
    write("\n")
    return code


def words(asking: Asking) -> list[str]:
    """The phrases that questions can use: names of parties, products, terms and records."""
    return sorted({str(said) for (said,) in asking.store.query("SELECT DISTINCT said FROM phrase WHERE said <> ''")}, key=str.lower)


def complete(phrases: list[str], line: str) -> list[str]:
    """The phrases that go on from the last words of a line, longest match first, each as the whole line it would give."""
    typed = line.split(" ")
    for at in range(max(0, len(typed) - 4), len(typed)):
        tail = " ".join(typed[at:]).lower()
        if tail and (found := [p for p in phrases if p.lower().startswith(tail) and p.lower() != tail]):
            return [" ".join([*typed[:at], p]) for p in found]
    return []


def _readline(asking: Asking):  # type: ignore[no-untyped-def]  # the module's own type has no name
    try:
        import readline
    except ImportError:  # not on every platform
        return None
    with suppress(OSError):
        readline.read_history_file(_history())
    phrases = words(asking)
    readline.set_completer_delims("")
    readline.set_completer(lambda text, state: dict(enumerate(complete(phrases, text))).get(state))
    readline.parse_and_bind("bind ^I rl_complete" if "libedit" in (readline.__doc__ or "") else "tab: complete")
    return readline


def _history() -> str:
    state = os.environ.get("XDG_STATE_HOME") or os.path.join(os.path.expanduser("~"), ".local", "state")
    return os.path.join(state, "tenor", "questions")
