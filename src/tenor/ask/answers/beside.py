"""Who had a right before and after a holder: the neighbors in the lineages that it held."""

from __future__ import annotations

from tenor.ask.answers.wording import holder_words, span_words
from tenor.ask.parties.ordinal import until_of
from tenor.ask.reading import Refusal
from tenor.dates import DAWN, FOREVER, parse_day

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from tenor.ask.answers.answer import Answer
    from tenor.store.read import Lineage, Store

    Document = dict[str, Any]


def beside_holder(answer: Answer) -> list[Document] | None:
    """The versions beside a holder's, where they are the answer; else the window before or after it.

    Raises:
        Refusal: the party never held it, nobody is recorded on that side, or the holder that the question takes for granted was not the next.
    """
    reading, store = answer.reading, answer.store
    way, party, at_once = reading.relative or ("", "", False)
    label, name = str(answer.term.get("label", reading.term)), store.name("party", party)
    versions = [doc for x in reading.lineages for doc in store.versions(x.n, answer.known)]
    held = [doc for doc in versions if party in (doc["holder"], *doc["holders"]) and doc["state"] != "no"]
    if not held and reading.holder is not None:  # of what several can hold, the lineages are those of the other one
        everybodys = [doc for x in store.lineages(reading.term, reading.subject) for doc in store.versions(x.n, answer.known)]
        held = [doc for doc in everybodys if party in (doc["holder"], *doc["holders"]) and doc["state"] != "no"]
    if not held:
        raise Refusal("no-record", f"{name} never had this in the record (“{label}”).", terms=[reading.term or ""])
    if reading.kind not in ("holder", "list") and reading.raw not in ("what", "keyword") and not at_once:
        edges = [(doc["bounds"]["from"][0], doc["bounds"]["to"][1]) for doc in held]
        first = min(parse_day(lo) if lo else DAWN for lo, _ in edges)
        reading.window = (DAWN, first) if way == "before" else (max(parse_day(hi) if hi else FOREVER for _, hi in edges), FOREVER)
        return None
    many = bool(answer.term.get("many"))
    if reading.raw in ("what", "keyword"):
        reading.kind = "holder"
    found = _neighbors_of(store, reading.lineages, party, way, answer.known, many=many)
    if not found:
        raise Refusal("no-record", f"No record: nobody is recorded {way} {name} (“{label}”).", terms=[reading.term or ""])
    if reading.kind in ("holder", "list"):
        return _then(answer, found, f"{way} {name} (“{label}”)")
    other = reading.holder
    mine = [doc for doc in found if other in (doc["holder"], *doc["holders"])]
    if reading.kind == "state" and other is not None:
        for doc in mine or found:
            doc["yes"] = bool(mine) != reading.negated
        return mine or found
    if reading.kind == "start" and mine and way == "before":
        after = _neighbors_of(store, reading.lineages, other or "", "after", answer.known, many=many)
        mine = [doc for doc in after if party in (doc["holder"], *doc["holders"])]
    if reading.kind != "start" or not mine:
        said = "; ".join(f"{holder_words(store, d)} {span_words(d, answer.today)}" for d in found)
        raise Refusal("no-record", f"The record has no such succession. Recorded {way} {name}: {said}.", terms=[reading.term or ""])
    return mine


def _then(answer: Answer, found: list[Document], where: str) -> list[Document]:
    """Those of the versions that held in the time that is named beside the holder. Raises :class:`Refusal` where none did."""
    if answer.reading.window is None:
        return found
    start, end = answer.reading.window
    edges = [(doc["bounds"]["from"][1], doc["bounds"]["to"][0]) for doc in found]
    kept = [doc for doc, (lo, hi) in zip(found, edges, strict=True) if lo and parse_day(lo) < end and (not hi or parse_day(hi) > start)]
    if not kept:
        said = "; ".join(f"{holder_words(answer.store, d)} {span_words(d, answer.today)}" for d in found)
        raise Refusal("no-record", f"Nobody is recorded {where} in that time. Recorded: {said}.", terms=[answer.reading.term or ""])
    return kept


def _neighbors_of(store: Store, lineages: Sequence[Lineage], party: str, way: str, known: int, *, many: bool) -> list[Document]:
    """The versions of others next ``before`` or ``after`` each unbroken run of the party, oldest first.

    Raises:
        Refusal: others held it at the same time, so that nobody comes next.
    """
    rows: dict[tuple[str, str | None], list[Document]] = {}
    for lineage in lineages:
        rows.setdefault((lineage.subject, lineage.scope), []).extend(d for d in store.versions(lineage.n, known) if d["state"] != "no")
    found: dict[str, Document] = {}
    for versions in rows.values():
        if not any(_holds(doc, party) for doc in versions):
            continue
        versions.sort(key=lambda d: (*_order(d), d["clause"]))
        for doc in _beside_many(store, versions, party, way) if many else _beside_one(versions, party, way):
            found.setdefault(doc["clause"], doc)
    return sorted(found.values(), key=_first)


def _beside_one(versions: list[Document], party: str, way: str) -> list[Document]:
    """The version before or after each of the party's; where the days leave open which of two came first, both, as possible."""
    step = -1 if way == "before" else 1
    beside: list[Document] = []
    for n in (n for n, doc in enumerate(versions) if _holds(doc, party) and 0 <= n + step < len(versions)):
        near = versions[n + step]
        tied = [doc for doc in versions if _order(doc) in (_order(near), _order(versions[n])) and not _holds(doc, party)]
        if near not in tied or len(tied) > 1 or _order(near) == _order(versions[n]):
            beside += [{**doc, "certainty": "possible"} for doc in tied]
        else:
            beside.append(near)
    return [doc for doc in beside if not _holds(doc, party)]


def _beside_many(store: Store, versions: list[Document], party: str, way: str) -> list[Document]:
    """Where several can hold at once, somebody comes next only where nobody else holds as the party begins, or ends."""
    others = [d for d in versions if not _holds(d, party)]
    mine = [d for d in versions if _holds(d, party)]
    found = []
    for doc in mine:
        edge = _first(doc)[0] if way == "before" else until_of(doc)[0]
        if any(o is not doc and _first(o)[0] < edge < until_of(o)[1] for o in (*others, *mine)):
            if any(o in others for o in others if _first(o)[0] < edge < until_of(o)[1]):
                raise Refusal("ambiguous", f"Others held this at the same time as {store.name('party', party)}, so nobody comes next {way} it.")
            continue
        near = [o for o in others if (until_of(o)[1] <= edge if way == "before" else _first(o)[0] >= edge)]
        if near:
            best = max(until_of(o)[0] for o in near) if way == "before" else min(_first(o)[0] for o in near)
            found += [o for o in near if (until_of(o)[0] if way == "before" else _first(o)[0]) == best]
    return found


def _holds(doc: Document, party: str) -> bool:
    return party in (doc["holder"], *doc["holders"])


def _order(doc: Document) -> tuple[int, int, int, int]:
    """By the latest day on which it can begin; where that is the same, what ends earlier came earlier."""
    starts, ends = _first(doc), until_of(doc)
    return starts[0], ends[1], ends[0], starts[1]


def _first(doc: Document) -> tuple[int, int]:
    """The latest and the earliest day on which it can begin."""
    lo, hi = doc["bounds"]["from"]
    return parse_day(hi or lo) if hi or lo else DAWN, parse_day(lo) if lo else DAWN
