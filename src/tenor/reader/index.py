"""Which record an id means."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tenor.model import Dispute, Event, Observation, Party, Records, Source, Term

#: Kinds whose public ids have the kind as a prefix.
_PREFIXED = ("party", "term", "source", "event", "dispute", "observation", "commentary")


def public_ids(records: Records) -> Iterator[tuple[str, str]]:
    """Every public id with the kind of its record, claims and clauses included."""
    for id in records.deals:
        yield id, "deal"
    for id in records.instruments:
        yield id, "instrument"
    for id in records.clauses:
        yield id, "clause"
    for kind, found in prefixed(records):
        for id in found:
            yield f"{kind}:{id}", kind
    for commentary in records.commentaries.values():
        yield f"commentary:{commentary.id}", "commentary"
        for claim in commentary.claims:
            yield f"commentary:{commentary.id}#{claim.id}", "claim"


def prefixed(records: Records) -> Iterator[tuple[str, Mapping[str, Party | Term | Source | Event | Dispute | Observation]]]:
    """The records whose public ids have their kind as a prefix and that can have old ids, by kind."""
    yield "party", records.parties
    yield "term", records.terms
    yield "source", records.sources
    yield "event", records.events
    yield "dispute", records.disputes
    yield "observation", records.observations


def former_ids(records: Records) -> Iterator[tuple[str, str]]:
    """Every id that a record had before, with the public id that it has now."""
    for deal in records.deals.values():
        yield from ((old, deal.id) for old in deal.formerly)
    for instrument in records.instruments.values():
        yield from ((old, instrument.id) for old in instrument.formerly)
    for clause in records.clauses.values():
        yield from ((old, clause.id) for old in clause.formerly)
    for kind, found in prefixed(records):
        for record in found.values():
            yield from ((f"{kind}:{old.removeprefix(f'{kind}:')}", f"{kind}:{record.id}") for old in record.formerly)
    for commentary in records.commentaries.values():
        for claim in commentary.claims:
            place = f"commentary:{commentary.id}#"
            yield from ((place + old.rpartition("#")[2], place + claim.id) for old in claim.formerly)


class Index:
    """All ids of one set of records: whole, without their kind, and old."""

    def __init__(self, records: Records) -> None:
        self.kinds = dict(public_ids(records))
        self.former = dict(former_ids(records))
        self.broken = records.broken
        self._bare: dict[str, list[str]] = {}
        for id in self.kinds:
            kind, colon, bare = id.partition(":")
            if colon and kind in _PREFIXED:
                self._bare.setdefault(bare, []).append(id)

    def resolve(self, text: str) -> tuple[str, ...]:
        """The public ids that ``text`` can mean: none, one, or several where a bare name is not unique."""
        text = text.removeprefix("deal:")
        if text in self.kinds:
            return (text,)
        if text in self._bare:
            return tuple(self._bare[text])
        if text in self.former:
            return (self.former[text],)
        return tuple(sorted({new for old, new in self.former.items() if old.partition(":")[2] == text}))

    def is_broken(self, text: str, kind: str = "") -> bool:
        """True where ``text`` means a record that stands in a file but could not be read: that has been reported already."""
        broken = self.broken
        if not broken:
            return False
        forms = {text, f"{kind}:{text}"} if kind else {text, *(f"{k}:{text}" for k in _PREFIXED)}
        wholes = {text.partition("#")[0], text.partition("/")[0]}
        if broken & (forms | wholes):
            return True
        bare = text.partition(":")[2] if ":" in text else text
        return any(b.endswith("*") and bare.startswith(b[:-1].partition(":")[2]) for b in broken if b.startswith("source:"))
