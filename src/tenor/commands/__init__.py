"""What each command does: from a call to printed words and an exit code. One module for each kind of work, imported when it is called."""

from __future__ import annotations

from tenor.outputs import look

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tenor.options import Call


def dispatch(call: Call) -> int:
    """Run a call; the exit code. Raises :class:`tenor.errors.TenorError` where it cannot be done."""
    call.checked()
    module = __import__(f"tenor.commands.{call.command.module}", fromlist=["run"])
    return int(module.run(call, look.of(call)))
