"""Terms as candidates: each that is named, or whose pattern fits, with the words it accounts for and those it leaves over."""

from __future__ import annotations

from tenor.ask.interpreting.leftover import Sorted
from tenor.ask.language import english
from tenor.ask.language.words import ARTICLES
from tenor.ask.names.lexicon import Match, longest
from tenor.ask.names.order import items_of, participle
from tenor.ask.names.patterns import PLACES, Fit, Order, arranged, fits
from tenor.ask.reading import Candidate

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tenor.ask.interpreting.question import Question
    from tenor.ask.names.lexicon import Pattern


#: Slots of a pattern between two parties.
_BOTH = 2


def term_candidates(question: Question, kind: str, kind_used: set[int]) -> list[Candidate]:
    """Every term that the question names, by a name, by all words of one, by a pattern or by a scope."""
    named: dict[str, list[Match]] = {}
    asked: dict[str, dict[int, Pattern]] = {}
    non = "non" in question.lows()
    for match in question.matches:
        if match.kind == "term" and not (non and _all_but(question, match.start, match.target)):
            named.setdefault(match.target, []).append(match)
    last = {token.lemma: i for i, token in enumerate(question.tokens) if token.low not in ARTICLES}
    said = {*last}
    for pattern in question.patterns:
        if non and any(question.tokens[i].lemma in pattern.wanted and _all_but(question, i, pattern.term) for i in range(1, len(question.tokens))):
            continue
        if pattern.kind == "ask":
            asked.setdefault(pattern.term, {})[pattern.place] = pattern
            continue
        if not pattern.needed <= said:  # a word of it was read as part of a turn of phrase
            continue
        positions = sorted(last[word] for word in pattern.needed)
        if non and any(_all_but(question, i, pattern.term) for i in positions):
            continue
        if not english.ORDERING.isdisjoint(pattern.needed) and [last[word] for word in pattern.wanted] != positions:
            continue  # "exclusive first" is not "first exclusive": which of several is said only in the order of the name
        if positions[-1] - positions[0] <= len(positions) + 4:
            named.setdefault(pattern.term, []).extend(Match(p, p + 1, "bag", pattern.term, pattern.place, "", "") for p in positions)
    if not named:  # the words of a scope can stand for its term
        covered = question.mentioned()
        for match in question.matches:
            own = [i for i in range(match.start, match.end) if i not in covered and question.tokens[i].lemma not in english.FILLER]
            if match.kind == "scope" and match.end - match.start > 1 and own:
                named.setdefault(match.extra, []).append(Match(match.start, match.end, "bag", match.extra, 0, match.said, ""))
    found = []
    orders = _orders(question) if asked else []
    fitting = {term: _fits(orders, asks) for term, asks in asked.items()}
    #: Words of a pattern that the parties fill from both sides: there, they are what is asked.
    claimed = {i for ways in fitting.values() for fits_ in ways for fit in fits_ if len(fit.slots) > 1 for i in fit.used}
    for term in sorted(named.keys() | asked.keys()):
        found += _candidate(question, term, named.get(term, []), fitting.get(term, []), claimed, (kind, kind_used))
    return found


def _all_but(question: Question, i: int, term: str) -> bool:
    """``non-API products``: behind "non", a word names what is not meant, unless the term itself is called so."""
    if not i or question.tokens[i - 1].low != "non":
        return False
    return not any(question.support().term_says(term, "non", field) for field in ("own", "text"))


def _candidate(
    question: Question, term: str, names: list[Match], fitting: list[list[Fit]], claimed: set[int], asked: tuple[str, set[int]]
) -> list[Candidate]:
    kind, kind_used = asked
    name_used = {i for m in longest(names) for i in range(m.start, m.end)}
    bag = bool(names) and all(m.kind == "bag" for m in names)
    out: list[Candidate] = []
    for ways in _tried(fitting, name_used) or [[]]:
        found = ways[0] if ways else None
        if found is None and not name_used:
            continue
        if found is not None and len(found.slots) < _BOTH and _owned_place(question, found):
            continue  # "on A's investment" is nothing that is on A
        said = Sorted(question, term, kind, name_used | (set(found.used) if found else set()), kind_used, claimed)
        bought = question.takeover()
        if bought is not None and (
            [t.low for t in question.tokens[bought + 1 : bought + 2]] == ["by"]
            or found is None
            or bought not in found.used
            or len(found.slots) < _BOTH
        ):
            said.rest = sorted({*said.rest, bought})
        aside = (
            (said.by_words | said.passed | (question.plain() & said.free if question.lenient else set())) - said.taken if kind == "state" else set()
        )
        if bag and found is None and len(aside) > len(name_used):  # a yes by more words beside the term than of it
            said.rest = sorted({*said.rest, *aside})
        reading = said.reading()
        reading.score = _score(question, said, found, name_used, bag=bag)
        reading.why = [
            f"names {sorted({m.said or m.target for m in names})}" if names else "",
            f"pattern {' '.join(found.pattern)!r}" if found else "",
            *said.why,
        ]
        noun = found is not None and not bag and len(found.slots) < 2 and found.used <= name_used
        candidate = Candidate(reading, said.used, said.rest, ways, noun=noun, named=bool(name_used) and not bag)
        candidate.near = said.near
        candidate.by_words = {*said.by_words} - said.taken
        out.append(candidate)
    whole = [c for c in out if not c.leftover]
    return [max(whole or out, key=lambda c: (c.reading.score, -len(c.leftover)))] if out else []


def _owned_place(question: Question, found: Fit) -> bool:
    """True for a pattern that has a preposition alone, where the party that is named owns what stands behind."""
    alone = all(word in PLACES for word in found.pattern if word[0] != "{")
    return alone and any(question.mentions[place].possessive for place in found.slots.values())


def _orders(question: Question) -> list[Order]:
    """Parties and words in their order and, of a passive, turned round."""
    items, by = items_of(question)
    if by is not None:
        return [Order(arranged(items, by))]
    verb = participle(question, items)
    turned = [Order(arranged(items, verb))] if verb is not None else []
    return [*turned, Order(items)] if verb is not None and question.tokens[verb].low in english.UNCHANGED else [Order(items), *turned]


def _fits(orders: list[Order], asks: dict[int, Pattern]) -> list[list[Fit]]:
    """The ways in which each pattern fits."""
    return [ways for _, p in sorted(asks.items()) if (ways := [way for order in orders for way in fits(p.wanted, p.words, order)])]


def _tried(found: list[list[Fit]], name_used: set[int]) -> list[list[Fit]]:
    """The fits worth trying; patterns that account for the same words are one pattern said several ways."""
    if not found:
        return []
    tried = sorted(found, key=lambda ways: (-len(ways[0].used | name_used), -len(ways[0].slots)))[:3] if len(found) > 1 else found
    most = tried[0][0].used | name_used
    return [[way for ways in found for way in ways if way.used | name_used == most], *[t for t in tried if t[0].used | name_used != most]]


def _score(question: Question, said: Sorted, found: Fit | None, name_used: set[int], *, bag: bool) -> float:
    score = (
        3.0 * len(name_used) * ((0.5 if said.kind == "state" else 0.8) if bag else 1)
        + 2.0 * bool(said.scoped)
        + len(said.denied)
        - 0.3 * len(said.by_words)
        - 1.5 * len(said.passed)
    )
    if found is not None:
        score += 2.5 * sum(0.8 if question.tokens[i].low in PLACES else 1 for i in found.used - name_used) + 1.5 * len(found.slots)
    products = [m for m in question.mentions if m.product is not None]
    if not products:
        return score
    subjects = {lineage.subject for lineage in question.store.lineages(said.term)}
    taken = name_used | (found.used if found else set())
    return score - 2.0 * sum(m.party in subjects and taken.isdisjoint(range(m.start, m.end)) for m in products)
