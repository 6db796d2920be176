"""The words of the records' own texts, so that a word of a question that no name holds can be found in what a record says.

Made when records are compiled. Fields say how near a text is to what it tells of: ``own`` (a label, scope, value or name), ``text`` (what the record
says), ``about`` (a note, a definition), ``source`` (title and publisher of what says so).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from tenor.ask.language.roots import amount_key, text_keys
from tenor.ask.names.vocabulary import CONTAINER, unslotted
from tenor.model import Clause, Records, Value

#: ``(key, kind, term, target, field)``; ``term`` is that of a clause, a term itself, and empty for anything else.
Entry = tuple[str, str, str, str, str]


def text_entries(records: Records) -> list[Entry]:
    """Every word of every record's texts by its root, sorted, none twice."""
    found = {(key, kind, _term_of(records, kind, target), target, field) for kind, target, field, text in _texts(records) for key in text_keys(text)}
    for clause in records.clauses.values():
        found |= {(key, "clause", clause.term, clause.id, "own") for key in _amounts(clause.value)}
    return sorted(found)


def _term_of(records: Records, kind: str, target: str) -> str:
    return records.clauses[target].term if kind == "clause" else target if kind == "term" else ""


def _amounts(value: Value | None) -> set[str]:
    return {amount_key(float(n)) for n in (value.amount, value.low, value.high) if n is not None} if value else set()


def _texts(records: Records) -> Iterator[tuple[str, str, str, str]]:
    for term in records.terms.values():
        for text in (term.label, *term.names):
            yield "term", term.id, "own", text
        for text in (*term.words, *map(unslotted, term.asks)):
            yield "term", term.id, "text", text
        for text in (term.body, term.subject_is, term.holder_is):
            yield "term", term.id, "about", text
    for party in records.parties.values():
        words = _head(party.body).lower().split()
        yield "party", party.id, "own", " ".join((party.kind, *words, *(one + other for one, other in pairwise(words))))  # "chipmaker"
    for instrument in records.instruments.values():
        for text in (instrument.title, instrument.kind, *instrument.names):
            yield "instrument", instrument.id, "own", text
    for deal in records.deals.values():
        for text in (*(() if deal.kind == CONTAINER else (deal.title,)), *deal.names):
            yield "deal", deal.id, "own", text
    for clause in records.clauses.values():
        yield from (("clause", clause.id, field, text) for field, text in _clause_texts(clause, records))
    for event in records.events.values():
        for text in (event.title, event.says, *event.names, *event.words):
            yield "event", event.id, "own", text
    for dispute in records.disputes.values():
        for text in (dispute.title, *dispute.names, *dispute.words, *(p.says for p in dispute.positions), *(p.value for p in dispute.positions)):
            yield "dispute", dispute.id, "own", text
    for observation in records.observations.values():
        for n, measured in enumerate(observation.values, 1):
            for text in (observation.title, *observation.names, measured.what, measured.at, *measured.names, *measured.words):
                yield "measurement", f"{observation.id} {n}", "own", text
    for commentary in records.commentaries.values():
        for claim in commentary.claims:
            for text in (claim.says, *claim.names, *claim.words):
                yield "claim", f"{commentary.id}#{claim.id}", "own", text


def _head(body: str) -> str:
    """What a party is, without what else is said of it: "Software and cloud company; owner of …"."""
    for mark in (";", ",", ".", "(", " that ", " of ", " behind ", " which ", " on "):
        body = body.partition(mark)[0]
    return body


def _without_names(clause: Clause, records: Records) -> str:
    """What a clause says, without the full names of its holders: "job" and "charge" are no words of Steve Jobs and Bill Gates."""
    text = clause.says
    for holder in filter(None, (clause.holder, *clause.holders)):
        party = records.parties.get(holder)
        text = text.replace(party.name, "") if party is not None and " " in party.name else text
    return text


def _clause_texts(clause: Clause, records: Records) -> Iterator[tuple[str, str]]:
    yield "own", clause.label
    yield "own", clause.scope or ""
    for text in (clause.value.text, clause.value.unit, *clause.value.items) if clause.value else ():
        yield "own", text
    yield "text", _without_names(clause, records)
    yield "text", clause.ends_when
    for word in clause.words:
        yield "words", word
    yield "about", clause.note
    for cite in clause.cites:
        source = records.sources.get(cite.source)
        if source is not None and (source.url or source.csl.get("type") != "dataset"):  # a file's name says nothing of what it holds
            yield "source", f"{source.title} {source.publisher}"
