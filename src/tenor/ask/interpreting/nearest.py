"""Clauses and records that say most of what a question says, where none says all of it.

Rare words weigh more than common ones. A word that no record has, or few have, is never passed over: it may be what the question turns on. Every party named must
have a part in the clause, the clause must hold on a day that is asked about, and the next best term must be clearly behind.
"""

from __future__ import annotations

from tenor.ask.interpreting.elsewhere import asked_elsewhere
from tenor.ask.interpreting.kinds import resolved
from tenor.ask.interpreting.recorded import has_a_figure
from tenor.ask.interpreting.told import alleged, event_in_window, keys_of, telling
from tenor.ask.language.english import OWNING
from tenor.ask.language.words import ARTICLES
from tenor.ask.names.support import ANCHORS
from tenor.ask.reading import Candidate, Reading

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from tenor.ask.interpreting.question import Question

#: The share of a question's words, by weight, that must be there; for yes or no nearly all, since each can turn the answer.
_LEAST = 0.65
_LEAST_BY_KIND = {"state": 0.85, "holder": 0.7, "start": 0.75}
#: A record that is no clause must say nearly all: what it tells of is only in its words.
_LEAST_OF_A_RECORD = 0.8
#: How far the next best term must be behind.
_CLEARLY = 0.15
_FEWEST_KEYS = 2
#: What a word in a text of that field counts.
_FIELDS = {"own": 1.0, "text": 1.0, "words": 1.0, "about": 0.6, "source": 0.4}


def nearest_candidates(question: Question, kind: str, kind_used: set[int]) -> list[Candidate]:
    """The single term or record that says clearly more of the question than any other; none where there is no such one."""
    keys, _ = keys_of(question, kind, kind_used)
    support = question.support()
    if len(keys) < _FEWEST_KEYS:
        return []
    if not all(map(support.spread, keys)):
        return []
    weights = {key: support.weight(key) for key in keys}
    total = sum(weights.values())
    asked_by = {key for key in keys if not support.recorded(key)}  # it says something only of the clauses that are asked for by it
    rare = set(filter(support.rare, keys))  # what few records have may be what the question turns on
    anchors = frozenset([("term", "own")]) if kind == "holder" else ANCHORS
    shares: dict[tuple[str, str], float] = {}
    clauses: dict[str, list[tuple[float, str]]] = {}
    does = support.keys(question.main_verb()) & keys if kind == "holder" else set()  # what whoever is asked for does, must be told
    for clause, fields in support.fields(keys).items():
        share = sum(weights[key] * _FIELDS[field] for key, field in fields.items()) / total
        if (
            len(fields) < _FEWEST_KEYS
            or _describing(question, keys - fields.keys(), fields.keys())
            or (kind == "state" and alleged(question, clause))
            or (does | asked_by | rare) - fields.keys()
            or not all(support.concerns(clause, m) for m in question.mentions)
            or not in_window(question, clause)
        ):
            continue
        if not any(support.clauses([key], anchors).get(clause) for key in fields) or (
            kind == "value" and not support.has_value(clause, counted=question.counts(), percent=question.percent())
        ):
            continue
        clauses.setdefault(support.term_of(clause), []).append((share, clause))
    told = set(telling(question, [c for found in clauses.values() for _, c in found]))
    clauses = {term: kept for term, found in clauses.items() if (kept := [(share, c) for share, c in found if c in told])}
    named = {m.target for m in question.matches if m.kind == "term"} if kind == "state" else set()
    for term, found in clauses.items():
        if named - {term} or asked_elsewhere(question, term):  # yes or no of something else is no answer to what is named
            continue
        shares["term", term] = max(share for share, _ in found)
    if kind != "state":
        names = {k for m in question.mentions for k in support.keys(range(m.start, m.end))}
        for what, target, held in support.record_keys(keys | names):
            if (
                names | asked_by <= held
                and len(held - names) >= _FEWEST_KEYS
                and (what != "event" or (event_in_window(question, target) and question.counts() != "things"))
                and (what != "claim" or kind != "value" or has_a_figure(question.lexicon.document(f"commentary:{target}")))
            ):
                share = sum(weights[key] for key in held - names) / total
                if share >= _LEAST_OF_A_RECORD:
                    shares[what, target] = share
    ranked = sorted(shares.items(), key=lambda item: (-item[1], item[0]))
    least = _LEAST_BY_KIND.get(kind, _LEAST)
    if kind == "state" and ranked and question.lexicon.told_in_words(ranked[0][0][1]):
        least = _LEAST
    if not ranked or ranked[0][1] < least or (len(ranked) > 1 and ranked[0][1] - ranked[1][1] < _CLEARLY):
        return []
    (what, target), best = ranked[0]
    if what == "term":
        reading = Reading(resolved(kind, question.lexicon.document(f"term:{target}")), target)
        reading.raw = kind
        reading.only = sorted(clause for share, clause in clauses[target] if share >= best - _CLEARLY)
    else:
        name, _, place = target.partition(" ")
        reading = Reading(kind, None)
        reading.target = (what, name, int(place or 0))
    reading.score = best
    reading.why = [f"says {best:.0%} of {sorted(keys)}"]
    candidate = Candidate(reading, set(range(len(question.tokens))), [], [], told=True)
    candidate.near = best
    return [candidate]


def _describing(question: Question, missing: AbstractSet[str], held: AbstractSet[str]) -> bool:
    """True where a word that is passed over describes one that is said: "the transferable license" is no license of any sort."""
    support, content, owners = question.support(), question.content(), {m.end - 1 for m in question.mentions}
    for i in sorted(content - question.mentioned()):
        if missing.isdisjoint(support.keys([i])) or i + 1 not in content or held.isdisjoint(support.keys([i + 1])):
            continue
        before = question.tokens[i - 1] if i else None
        if before is not None and (before.low in ARTICLES or before.low in OWNING or i - 1 in owners):
            return True
    return False


def in_window(question: Question, clause: str) -> bool:
    """True where the clause can hold on a day that the question names."""
    moments = [m for m in question.moments if m.relation != "per" or m.record is None]
    if not moments:
        return True
    sql = "SELECT min(s.valid_from), max(s.valid_to) FROM segment AS s JOIN clause AS c ON c.n = s.clause WHERE c.id = ?"
    start, end = question.store.query(sql, clause)[0]
    return start is not None and all(m.start < end and start < m.end for m in moments)
