"""Records as JSON documents: the shapes of the public contract, and each record as it was written.

A clause's document is what every output prints. It is made once, when the records are compiled, for the record as it stands;
:mod:`tenor.store.read` lays over it what differs on an earlier known day.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from decimal import Decimal
from typing import Any

from tenor.dates import Edtf, iso_or_none
from tenor.evidence import source_known
from tenor.model import Cite, Claim, Clause, Commentary, Origin, Records, Source, Value
from tenor.timeline import EVER, Timeline

Document = dict[str, Any]


def plain(value: object) -> Any:
    """Any record as JSON values: field names as keys, dates as written, numbers as numbers; origins and the addresses of copies left out."""
    if isinstance(value, Edtf):
        return value.text
    if isinstance(value, Decimal):
        return number(value)
    if is_dataclass(value) and not isinstance(value, type):
        pairs = ((f.name, getattr(value, f.name)) for f in fields(value))
        return {name: plain(v) for name, v in pairs if not isinstance(v, Origin) and name not in ("origin", "read_at")}
    if isinstance(value, Mapping):
        return {str(k): plain(v) for k, v in value.items()}
    if isinstance(value, tuple | list):
        return [plain(v) for v in value]
    return value


def number(value: Decimal | None) -> int | float | None:
    """An int where the number is whole, so that JSON shows 38000000000 and not 3.8e10."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def value_document(value: Value | None) -> Document | None:
    """The contract's ``value``, with ``items`` and ``text`` where there is no number."""
    if value is None:
        return None
    return {
        "amount": number(value.amount),
        "low": number(value.low),
        "high": number(value.high),
        "unit": value.unit or None,
        "hedge": value.hedge or None,
        "basis": value.basis or None,
        "status": value.status or None,
        "as_of": value.as_of.text if value.as_of else None,
        "period": value.period or None,
        "items": list(value.items),
        "text": value.text or None,
    }


def citation(cite: Cite, source: Source, records: Records, *, note: str = "") -> Document:
    """The contract's ``Citation``. ``known`` is the day from which the source could be read."""
    return {
        "source": source.id,
        "title": source.title,
        "publisher": source.publisher,
        "published": source.issued.text if source.issued else None,
        "url": source.url or None,
        "archive": source.archive or None,
        "locator": cite.at or None,
        "tier": source.tier,
        "by": source.by,
        "relayed_by": [r for r in cite.relayed_by if r in records.sources],
        "read": source.read or None,
        "known": iso_or_none(source_known(source)),
        "for": note or None,
    }


def citations(cites: tuple[Cite, ...], records: Records, *, note: str = "") -> list[Document]:
    """Citations of the sources that exist, one a source and place."""
    return [citation(c, records.sources[c.source], records, note=note) for c in cites if c.source in records.sources]


class Documents:
    """Makes the documents of one compiled timeline."""

    def __init__(self, timeline: Timeline) -> None:
        self._timeline = timeline
        self._records = timeline.records
        self._disputes: dict[str, list[str]] = {}
        for dispute in self._records.disputes.values():
            for about in dispute.about:
                self._disputes.setdefault(about, []).append(f"dispute:{dispute.id}")

    def checked_through(self, deal: str, term: str) -> str:
        """The day through which this term of this deal was checked."""
        record = self._records.deals.get(deal)
        days = [c.checked_through for c in record.coverage if not c.terms or term in c.terms] if record else []
        return max(days, key=lambda d: d.hi, default=self._records.settings.checked_through).text

    def clause(self, clause: Clause) -> Document:
        """The contract's ``Clause``, for the record as it stands, with keys of our own at its end."""
        extent = self._timeline.extent(clause, EVER)
        evidence = self._timeline.evidence
        same = [c for c in clause.replaces if c in self._records.clauses and self._records.clauses[c].term == clause.term]
        own_end = clause.until or (clause.through.end_of_period() if clause.through else None)
        known = evidence.clause_known(clause)
        value = value_document(clause.value)
        return {
            "clause": clause.id,
            "instrument": clause.instrument,
            "deal": clause.deal,
            "term": clause.term,
            "subject": clause.subject,
            "holder": clause.holder,
            "holders": list(clause.holders),
            "via": clause.via,
            "scope": clause.scope,
            "exclusive": {"yes": True, "no": False}.get(clause.exclusive or ""),
            "state": clause.state,
            "value": value,
            "from": clause.start.text if clause.start else self._timeline.starts(clause, EVER)[2],
            "to": extent.to,
            "bounds": {
                "from": [iso_or_none(extent.from_lo), iso_or_none(extent.from_hi)],
                "to": [iso_or_none(extent.to_lo), iso_or_none(extent.to_hi)],
            },
            "end": extent.end_kind,
            "ends_when": clause.ends_when or None,
            "text": clause.says,
            "status": clause.status,
            "certainty": "certain",
            "rests_on": list(clause.from_clauses),
            "implied_by": None,
            "replaces": next(iter(same or clause.replaces), None),
            "replaced_by": extent.replaced_by,
            "adds_to": clause.adds_to,
            "part_of": clause.part_of,
            "known_from": iso_or_none(known),
            "checked_through": self.checked_through(clause.deal, clause.term),
            "disputes": sorted(self._disputes.get(clause.id, ())),
            "citations": citations(evidence.all_cites(clause), self._records)
            + (citations(clause.value.cites, self._records, note="value") if clause.value else []),
            "label": clause.label or None,
            "note": clause.note or None,
            "exception_to": clause.exception_to,
            "discloses": clause.discloses,
            "last_stated": clause.last_stated,
            "observed": [d.text for d in clause.observed],
            "stated_to": own_end.text if own_end else None,
            "stated_through": clause.through.text if clause.through else None,
            "ended_by": clause.ended_by,
            "also_replaces": [c for c in clause.replaces if c not in same[:1]] if same else list(clause.replaces[1:]),
            "value_known_from": iso_or_none(evidence.value_known(clause)) if value else None,
        }

    def claim(self, commentary: Commentary, claim: Claim) -> Document:
        """A commentator's claim in the clause's shape: no term, no holder, and never a plain fact."""
        on = claim.on or commentary.published
        source = self._records.sources.get(commentary.source)
        own = [citation(Cite(commentary.source), source, self._records)] if source else []
        cited = {c["source"] for c in own}
        return {
            "clause": f"commentary:{commentary.id}#{claim.id}",
            "instrument": f"commentary:{commentary.id}",
            "deal": None,
            "term": None,
            "subject": commentary.speaker,
            "holder": None,
            "holders": [],
            "via": None,
            "scope": None,
            "exclusive": None,
            "state": None,
            "value": None,
            "from": on.text,
            "to": None,
            "bounds": {"from": [iso_or_none(on.lo), iso_or_none(on.hi)], "to": [None, None]},
            "end": "unknown",
            "ends_when": None,
            "text": claim.says,
            "status": claim.status,
            "certainty": "certain",
            "rests_on": [],
            "implied_by": None,
            "replaces": None,
            "replaced_by": None,
            "adds_to": None,
            "part_of": None,
            "known_from": iso_or_none(commentary.published.hi),
            "checked_through": self._records.settings.checked_through.text,
            "disputes": sorted(e for e in claim.evidence if e.startswith("dispute:")),
            "citations": own + [c for c in citations(claim.cites, self._records) if c["source"] not in cited],
            "speaker": commentary.speaker,
            "verdict": claim.verdict,
            "evidence": list(claim.evidence),
            "about": list(claim.about),
            "our_note": claim.our_note or None,
            "known_day": None,
        }
