"""Terms as candidates: each that is named, or whose pattern fits, with the words it accounts for and those it leaves over."""

from __future__ import annotations

from tenor.ask import english
from tenor.ask.amounts import amount_in
from tenor.ask.kinds import kind_words, resolved
from tenor.ask.lexicon import Match, longest
from tenor.ask.negation import negation
from tenor.ask.patterns import LIGHT, PLACES, Fit, Item, arranged, fits
from tenor.ask.reading import Candidate, Reading
from tenor.ask.words import ARTICLES, tokens

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tenor.ask.question import Question


def term_candidates(question: Question, kind: str, kind_used: set[int]) -> list[Candidate]:
    """Every term that the question names, by a name, by all words of one, by a pattern or by a scope."""
    named: dict[str, list[Match]] = {}
    asked: dict[str, dict[int, list[str]]] = {}
    present: dict[tuple[str, int], set[str]] = {}
    bags: dict[tuple[str, int], dict[str, int]] = {}
    said: dict[tuple[str, int], str] = {}
    for match in question.matches:
        if match.kind == "term":
            named.setdefault(match.target, []).append(match)
        elif match.kind == "ask":
            wanted = match.extra.split()
            seen = present.setdefault((match.target, match.place), set())
            seen.add(match.said)
            if seen.issuperset(w for w in wanted if not w.startswith("{")):
                asked.setdefault(match.target, {})[match.place] = wanted
        elif match.kind == "nameword":
            bags.setdefault((match.target, match.place), {})[match.said] = match.start
            said[match.target, match.place] = match.extra
    for (term, place), words in bags.items():
        if len(words) == len(set(said[term, place].split())):
            positions = sorted(words.values())
            if positions[-1] - positions[0] <= len(positions) + 4:
                named.setdefault(term, []).extend(Match(p, p + 1, "bag", term, place, "", "") for p in positions)
    if not named:  # the words of a scope can stand for its term
        for match in question.matches:
            covered = {i for m in question.mentions for i in range(m.start, m.end)}
            own = [i for i in range(match.start, match.end) if i not in covered and question.tokens[i].lemma not in english.FILLER]
            if match.kind == "scope" and match.end - match.start > 1 and own:
                named.setdefault(match.extra, []).append(Match(match.start, match.end, "bag", match.extra, 0, match.said, ""))
    found = []
    for term in sorted(set(named) | set(asked)):
        found += _term_candidate(question, term, named.get(term, []), asked.get(term, {}), kind, kind_used)
    return found


def _term_candidate(question: Question, term: str, names: list[Match], asks: dict[int, list[str]], kind: str, kind_used: set[int]) -> list[Candidate]:
    document = question.lexicon.document(f"term:{term}")
    items, by = _items(question)
    name_used = {i for m in longest(names) for i in range(m.start, m.end)}
    bag = bool(names) and all(m.kind == "bag" for m in names)
    orders = (
        [arranged(items, by)] if by is not None else [items, *([arranged(items, verb)] if (verb := _participle(question, items)) is not None else [])]
    )
    found_fits = [ways for _, wanted in sorted(asks.items()) if (ways := [way for order in orders for way in fits(wanted, order)])]
    content = question.content()
    timed = question.timed()
    word_used = {m.start for m in question.matches if m.kind == "word" and m.target == term}
    denied = max(({*range(m.start, m.end)} for m in question.matches if m.kind == "deny" and m.target == term), key=len, default=set())
    scoped = [m for m in question.matches if m.kind == "scope" and m.extra == term]
    out: list[Candidate] = []
    tried: list[list[Fit]] = sorted(found_fits, key=lambda ways: (-len(ways[0].used | name_used), -len(ways[0].slots)))[:3]
    if tried:  # patterns that account for the same words are one pattern said several ways
        most = tried[0][0].used | name_used
        tried = [
            [way for ways in found_fits for way in ways if way.used | name_used == most],
            *[t for t in tried if t[0].used | name_used != most],
        ]
    for ways in tried or [[]]:
        found = ways[0] if ways else None
        if found is None and not name_used:
            continue
        used = set(name_used) | kind_used | timed | denied
        if found is not None:
            used |= found.used
        used |= {i for m in scoped for i in range(m.start, m.end)}
        party_tokens = {i for m in question.mentions for i in range(m.start, m.end)}
        free = content - used - party_tokens
        exclusive = {i for i in content - timed if question.tokens[i].lemma in english.EXCLUSIVE}
        negations = {i for i in free if question.tokens[i].low in english.NEGATIONS and negation(question, i)}
        negations |= {j for i in free if question.tokens[i].low == "more" and i and question.tokens[i - 1].low == "any" for j in (i - 1, i)}
        amount, amount_used = amount_in(question, free)
        by_words = free & word_used
        by_kind = {i for i in free if question.tokens[i].lemma in kind_words(kind) | english.NOW_WORDS}
        light = {i for i in free if question.tokens[i].lemma in english.LIGHT_VERBS | english.GENERIC} if name_used or found is not None else set()
        if kind in ("what", "holder", "list"):
            light |= {i for i in free if question.tokens[i].lemma in english.WHAT_WORDS}
        leftover = sorted(
            free
            - exclusive
            - negations
            - amount_used
            - by_words
            - by_kind
            - light
            - ({i for i in free if question.tokens[i].lemma in english.OVER} if kind == "state" else set())
        )
        within = [m for m in question.matches if m.kind in ("instrument", "deal") and set(range(m.start, m.end)) & set(leftover)]
        inside = max(within, key=lambda m: m.end - m.start, default=None)
        if inside is not None:
            leftover = [i for i in leftover if not inside.start <= i < inside.end]
        scopes = _scopes_of(question, term, leftover) if leftover and not scoped else []
        only = _clauses_of(question, term, leftover, kind) if leftover and not scopes else []
        if scopes or only:
            leftover = []
        reading = Reading(resolved(kind, document), term)
        reading.raw = kind
        reading.exclusive = bool(exclusive - by_words - name_used) or bool(
            exclusive and document.get("answer") != "yes-no" and kind in ("state", "what", "keyword")
        )
        over = (
            {i for i in free if question.tokens[i].lemma in english.OVER}
            if kind == "state" and not english.MODALS & {t.low for t in question.tokens}
            else set()
        )
        reading.negated = bool(over) or any(
            negation(question, i) in ("longer", "exclusive") for i in range(len(question.tokens)) if question.tokens[i].low in english.NEGATIONS
        )
        reading.denies = bool(denied)
        reading.amount = amount
        reading.sums = bool({question.tokens[i].lemma for i in range(len(question.tokens))} & english.SUM_WORDS)
        reading.scope = max(scoped, key=lambda m: m.end - m.start).target if scoped else None
        reading.scopes = [reading.scope] if reading.scope else scopes
        reading.only = only
        said_in = next((m.record for m in question.moments if m.relation == "per" and m.record and not m.record.startswith("event:")), None)
        reading.inside = (inside.kind, inside.target) if inside is not None else ("instrument", said_in) if said_in else None
        fit_words = len(found.used - name_used) if found else 0
        reading.score = (
            3.0 * len(name_used) * (0.8 if bag else 1)
            + 2.5 * fit_words
            + (1.5 * len(found.slots) if found else 0)
            - 0.3 * len(by_words)
            + 2.0 * len(scoped[:1])
            + len(denied)
        )
        reading.score -= len(free - exclusive - negations - amount_used - by_words - by_kind - light) if only else 0
        taken = name_used | (found.used if found else set())
        reading.score -= 1.5 * sum(
            m.product is not None and m.party in _subjects_of(question, term) and not taken & set(range(m.start, m.end)) for m in question.mentions
        )
        reading.why = [f"names {sorted({m.said or m.target for m in names})}" if names else "", f"pattern {found.pattern!r}" if found else ""]
        out.append(
            Candidate(
                reading,
                used,
                leftover,
                ways,
                noun=found is not None and not bag and len(found.slots) < 2 and found.used <= name_used,
                named=bool(name_used) and not bag,
            )
        )
    whole = [c for c in out if not c.leftover]
    return [max(whole or out, key=lambda c: (c.reading.score, -len(c.leftover)))] if out else []


def _items(question: Question) -> tuple[list[Item], int | None]:
    """Parties, content words and the prepositions between parties, in order, and the place of the ``by`` of a passive."""
    items: list[Item] = []
    inside: dict[int, int] = {i: n for n, m in enumerate(question.mentions) for i in range(m.start, m.end)}
    timed = question.timed()
    for i, token in enumerate(question.tokens):
        if i in inside:
            if i == question.mentions[inside[i]].start:
                items.append(Item(i, party=inside[i]))
            if question.mentions[inside[i]].product is not None:
                items.append(Item(i, lemma=token.lemma))
        elif i not in timed and token.low not in ARTICLES and (token.lemma not in english.FILLER or token.lemma in LIGHT):
            items.append(Item(i, lemma=token.lemma))
        elif i not in timed and token.low in PLACES and any(i < m.start <= i + 2 for m in question.mentions):
            items.append(Item(i, lemma="on"))
    by = None
    for n, mention in enumerate(question.mentions):
        before = mention.start - 1
        while before >= 0 and question.tokens[before].low in ARTICLES:
            before -= 1
        if (
            before >= 1
            and question.tokens[before].low == "by"
            and any(t.lemma == "be" or t.low in ("been", "get", "gets", "got") or t.low.endswith("ed") for t in question.tokens[:before])
        ):
            by = before if n >= 0 else by
    return items, by


def _participle(question: Question, items: list[Item]) -> int | None:
    """The place of the verb of a passive without an agent: ``is X sold on Y``."""
    be = next((i for i, t in enumerate(question.tokens) if t.lemma == "be"), None)
    if be is None:
        return None
    return next(
        (
            item.at
            for item in items
            if item.party < 0
            and item.at > be
            and (t := question.tokens[item.at]).low != t.lemma
            and (t.low.endswith("ed") or t.low in english.PARTICIPLES)
        ),
        None,
    )


def _scopes_of(question: Question, term: str, leftover: list[int]) -> list[str]:
    """Scopes of the term in whose words all left-over words stand."""
    wanted = {question.tokens[i].lemma for i in leftover}
    found = question.store.query("SELECT DISTINCT scope FROM lineage WHERE term = ? AND scope IS NOT NULL ORDER BY scope", term)
    return [scope for (scope,) in found if wanted <= {t.lemma for t in tokens(scope)}]


def _clauses_of(question: Question, term: str, leftover: list[int], kind: str) -> list[str]:
    """Clauses of the term whose own words hold every left-over word; for yes or no, their label and scope alone."""
    wanted = {question.tokens[i].lemma for i in leftover}
    fields = "json_extract(doc, '$.label'), scope" + ("" if kind == "state" else ", json_extract(doc, '$.text'), json_extract(doc, '$.ends_when')")
    rows = question.store.query(f"SELECT id, {fields} FROM clause WHERE term = ? ORDER BY place", term)
    parties = {m.party for m in question.mentions}
    for party in parties:
        mine = {
            row[0]
            for row in question.store.query(
                "SELECT c.id FROM involves AS i JOIN clause AS c ON c.n = i.clause WHERE i.party = ? AND c.term = ?", party, term
            )
        }
        rows = [row for row in rows if row[0] in mine]
    return [row[0] for row in rows if wanted <= {t.lemma for text in row[1:] if text for t in tokens(text)}]


def _subjects_of(question: Question, term: str) -> set[str]:
    """Parties that are a subject of the term anywhere in the record."""
    return {lineage.subject for lineage in question.store.lineages(term)} if any(m.product for m in question.mentions) else set()
