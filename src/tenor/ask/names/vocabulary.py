"""What the records call things: every phrase a question may hold, in normal form, with what it means.

Made when records are compiled. Nothing here knows what a phrase is about.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tenor.ask.language.english import FILLER, FRAME_WORDS, VALUE_WORDS
from tenor.ask.language.words import deletions, key, lemma, tokens
from tenor.ask.names.patterns import parts
from tenor.model import PERSON, Records

#: Words too short to be misspelled recognizably.
SHORTEST_SPELLING = 4
#: How many words may come second for them to be listed.
MOST_SECOND = 50
#: A deal of this kind holds the rows of a file; its title is nobody's name for anything.
CONTAINER = "table"


@dataclass(frozen=True, slots=True, order=True)
class Phrase:
    """``key`` (normal form) means ``target``, a record of that ``kind``; ``place`` tells several of one target apart."""

    key: str
    kind: str
    target: str
    place: int
    said: str
    extra: str = ""


def phrases(records: Records) -> list[Phrase]:
    """All phrases of a set of records, sorted, none twice."""
    found: dict[tuple[str, str, str, int], Phrase] = {}
    for kind, target, place, said, extra in _said(records):
        normal = key(said)
        if normal:
            found.setdefault((normal, kind, target, place), Phrase(normal, kind, target, place, said, extra))
    return sorted(found.values())


def _said(records: Records) -> Iterator[tuple[str, str, int, str, str]]:
    shared = _shared_surnames(records)
    for party in records.parties.values():
        for said in (party.name, party.full_name, party.id.replace("-", " "), *(a for a in party.aliases if (party.id, a) not in shared)):
            yield "party", party.id, 0, said, party.kind
        for product in party.products:
            for said in (product.name, product.id.replace("-", " "), *product.aliases):
                yield "product", product.id, 0, said, party.id
    for term in records.terms.values():
        for said in (term.label, *term.names):
            yield "term", term.id, 0, said, ""
        for said in term.denies:
            yield "deny", term.id, 0, said, ""
    for event in records.events.values():
        for said in event.names:
            yield "event", event.id, 0, said, ""
    for instrument in records.instruments.values():
        for said in instrument.names:
            yield "instrument", instrument.id, 0, said, ""
    for deal in records.deals.values():
        for said in (*(() if deal.kind == CONTAINER else (deal.title,)), *deal.names):
            yield "deal", deal.id, 0, said, ""
    for n, (scope, term_id) in enumerate(sorted({(c.scope, c.term) for c in records.clauses.values() if c.scope})):
        if not {t.lemma for t in tokens(scope)} <= FILLER | VALUE_WORDS:  # "in all" is said of anything
            also = {word for c in records.clauses.values() if (c.scope, c.term) == (scope, term_id) for word in c.words if " " in word}
            for said in (scope, *sorted(word for word in also if word.split()[0].casefold() == scope.split()[0].casefold())):
                yield "scope", scope, n, said, term_id
    for dispute in records.disputes.values():
        for said in dispute.names:
            yield "dispute", dispute.id, 0, said, ""
    for observation in records.observations.values():
        for said in observation.names:
            yield "observation", observation.id, 0, said, ""
        for n, measurement in enumerate(observation.values):
            for said in (measurement.what, *measurement.names):
                yield "measurement", observation.id, n + 1, said, ""
    for commentary in records.commentaries.values():
        for said in commentary.names:
            yield "commentary", commentary.id, 0, said, ""
        for claim in commentary.claims:
            for said in claim.names:
                yield "claim", f"{commentary.id}#{claim.id}", 0, said, ""


def _shared_surnames(records: Records) -> set[tuple[str, str]]:
    """Last names of people that are somebody's whole name, or also the last name of others: alone they say nobody."""
    surnames = records.surnames()
    if not surnames:
        return set()
    parties = records.parties.values()
    whole = {(key(name), p.id) for p in parties for name in (p.name, p.full_name) if name}
    people = Counter(key(p.name).split()[-1] for p in parties if p.kind == PERSON and key(p.name))
    return {(id, said) for id, said in surnames if people[key(said)] > 1 or any(name == key(said) and other != id for name, other in whole)}


def patterns(entries: Iterable[Phrase], records: Records) -> list[tuple[str, str, str, int, str]]:
    """``(word, kind, term, place, all words)`` of every word pattern and every name of several words, each under its rarest word, sorted.

    With them, the terms beside which a word may stand (``word``); and, for each word that starts a phrase, how many words the longest of those phrases has, and the words that come second; none where they are many.
    """
    starts: dict[str, list[list[str]]] = {}
    for words in (phrase.key.split() for phrase in entries):
        starts.setdefault(words[0], []).append(words)
    beside: dict[str, set[str]] = {}
    for term in records.terms.values():
        for word in (key(t.low) for said in term.words for t in tokens(said)):
            beside.setdefault(word, set()).add(term.id)
    found = {(word, "word", "", 0, " ".join(sorted(terms))) for word, terms in beside.items() if word}
    whole = list(_patterns(records))
    count = Counter(word for *_, words in whole for word in set(words) if not word.startswith("{"))
    found |= {(word, "ask", "", 0, "") for word in count}
    for kind, term_id, place, words in whole:
        rarest = min((w for w in words if w in count), key=lambda w: (count[w], w), default=None)
        if rarest is not None:
            found.add((rarest, kind, term_id, place, " ".join(words)))
    for word, phrases_of in starts.items():
        second = {words[1] for words in phrases_of if len(words) > 1}
        found.add((word, "start", "", max(map(len, phrases_of)), " ".join(sorted(second)) if len(second) <= MOST_SECOND else ""))
    return sorted(found)


def _patterns(records: Records) -> Iterator[tuple[str, str, int, list[str]]]:
    for term in records.terms.values():
        for n, said in enumerate((term.label, *term.names)):
            words = [t.lemma for t in tokens(said) if t.lemma not in FILLER]
            if len(words) > 1:
                yield "bag", term.id, n, words
        for n, pattern in enumerate(term.asks):
            yield "ask", term.id, n, parts(pattern)


def unslotted(pattern: str) -> str:
    """An ask pattern without its slots."""
    return " ".join(piece for piece in pattern.replace("{", " {").replace("}", "} ").split() if not piece.startswith("{"))


def spellings(entries: Iterable[Phrase], records: Records) -> list[tuple[str, str]]:
    """``(word with at most one letter left out, word)`` for every word of the vocabulary, sorted."""
    words = {t.low for p in entries for t in tokens(p.said)}
    words |= {t.low for term in records.terms.values() for said in term.words for t in tokens(said)}
    words |= {t.low for term in records.terms.values() for pattern in term.asks for t in tokens(unslotted(pattern))}
    words |= {t.low for event in records.events.values() for said in event.words for t in tokens(said)}
    words |= FRAME_WORDS
    words |= {lemma(word) for word in words}
    pairs = {(short, word) for word in words if len(word) >= SHORTEST_SPELLING and word.isalpha() for short in deletions(word)}
    return sorted(pairs)
