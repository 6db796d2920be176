"""Yes-or-no questions about days on which nothing is recorded: what had ended by then did not hold."""

from __future__ import annotations

from tenor.dates import parse_day

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from tenor.ask.reading import Reading
    from tenor.store.read import Store

    Document = dict[str, Any]

#: Ends that somebody gave; an unknown one says nothing about the days behind it.
_KNOWN_ENDS = ("ended", "scheduled", "replaced")


def not_then(store: Store, reading: Reading, known: int, checked: int) -> list[Document]:
    """The version that surely ended last before the window, of the holder that is asked about; none where the record leaves it open.

    Of the days before its first version a record says nothing: there is no answer to them.
    """
    plain = reading.kind == "state" and not (reading.exclusive or reading.denies or reading.only or reading.inside or reading.amount)
    if not plain or reading.window is None:
        return []
    start, end = reading.window
    held = [d for x in reading.lineages for d in store.versions(x.n, known, term=reading.term) if d["state"] != "no" and d["status"] != "unstated"]
    if reading.holder is not None:
        held = [d for d in held if reading.holder in (d["holder"], *d["holders"])]
    over = [d for d in held if d["end"] in _KNOWN_ENDS and d["bounds"]["to"][1] and parse_day(d["bounds"]["to"][1]) <= min(start, checked + 1)]
    later = [d for d in held if d["bounds"]["from"][0] and parse_day(d["bounds"]["from"][0]) >= end]
    if len(over) + len(later) < len(held):
        return []
    return [max(over, key=lambda d: str(d["bounds"]["to"][1]))] if over else []
