"""Files written whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable

from tenor.errors import UsageError


def write_whole(target: str, pieces: Iterable[str]) -> int:
    """Write text in UTF-8, with the line ends that it has; the size of the file in bytes.

    What stood there stays until all is written; a link goes on to point where it did, and a file keeps its mode.

    Raises:
        UsageError: it is a folder, or cannot be written.
    """
    if os.path.isdir(target):
        raise UsageError("this is a folder; name a file", where=target)
    path = os.path.realpath(target)
    try:
        with tempfile.NamedTemporaryFile("w", encoding="utf-8", newline="", dir=os.path.dirname(path), prefix=".tenor-", delete=False) as file:
            temporary = file.name
            try:
                for piece in pieces:
                    file.write(piece)
                file.flush()
            except BaseException:
                os.unlink(temporary)
                raise
        os.chmod(temporary, _mode(path))
        os.replace(temporary, path)
        return os.path.getsize(path)
    except OSError as error:
        raise UsageError(f"the file cannot be written: {error.strerror}", where=target) from error


def _mode(path: str) -> int:
    if os.path.exists(path):
        return os.stat(path).st_mode & 0o7777
    umask = os.umask(0)
    os.umask(umask)
    return 0o666 & ~umask
