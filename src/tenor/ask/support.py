"""What the records' own texts say of a question's words: which clauses hold all of them, and how near."""

from __future__ import annotations

from tenor.ask.english import SCALES
from tenor.ask.roots import amounts_in, root
from tenor.ask.words import Token

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from tenor.ask.reading import Mention
    from tenor.store.read import Store

#: How much a word in a text of that field tells: the record's own names most, a note or the source's title least.
_NEAR = {
    ("clause", "own"): 3.0,
    ("clause", "text"): 2.0,
    ("clause", "about"): 1.0,
    ("clause", "source"): 0.5,
    ("instrument", "own"): 2.5,
    ("deal", "own"): 1.0,
    ("term", "own"): 3.5,
    ("term", "text"): 2.5,
    ("term", "about"): 1.0,
}
#: Fields that single out one clause by what it is, and not by what it happens to mention.
NAMING = frozenset((("clause", "own"), ("instrument", "own"), ("deal", "own")))
NAMING_TERM = NAMING | {("term", "own"), ("term", "text")}
#: Fields of which at least one word must be: what a clause or its term is called.
ANCHORS = frozenset((("clause", "own"), ("term", "own")))
TELLING = NAMING | {("clause", "text"), ("term", "own"), ("term", "text")}
ANY = frozenset(_NEAR)

_SPANS = ("days", "months", "years")
_CLAUSES = """
SELECT c.id, c.term, t.kind, t.field FROM told AS t JOIN clause AS c ON c.id = t.target WHERE t.key = ?1 AND t.kind = 'clause'
UNION ALL SELECT c.id, c.term, t.kind, t.field FROM told AS t JOIN clause AS c ON c.instrument = t.target WHERE t.key = ?1 AND t.kind = 'instrument'
UNION ALL SELECT c.id, c.term, t.kind, t.field FROM told AS t JOIN clause AS c ON c.deal = t.target WHERE t.key = ?1 AND t.kind = 'deal'
UNION ALL SELECT c.id, c.term, t.kind, t.field FROM told AS t JOIN clause AS c ON c.term = t.target WHERE t.key = ?1 AND t.kind = 'term'"""


class Support:
    """The texts that hold the words of one question; each word is looked up once."""

    def __init__(self, store: Store, tokens: list[Token]) -> None:
        self.store = store
        self.tokens = tokens
        self.amounts = amounts_in(tokens)
        self._clauses: dict[str, dict[str, tuple[str, set[tuple[str, str]]]]] = {}
        self._parties: dict[str, set[str]] = {}
        self._sides: dict[str, set[str]] = {}
        self._records: dict[str, set[tuple[str, str]]] = {}

    def keys(self, positions: Iterable[int]) -> set[str]:
        """What the words at these positions are looked up by; an amount is one word, its unit and scale none."""
        whole = {i + 1 for i in self.amounts if i + 1 < len(self.tokens) and len(self.tokens[i + 1].low) > 1 and self.tokens[i + 1].low in SCALES}
        money = {i for i in positions if self.tokens[i].lemma == "dollar"} if self.amounts else set()
        return {self.amounts.get(i) or root(self.tokens[i].lemma) for i in positions if i not in whole and i not in money}

    def clauses(self, keys: Collection[str], fields: frozenset[tuple[str, str]] = ANY, term: str | None = None) -> dict[str, float]:
        """The clauses (of a term) whose texts hold all keys, with how near they do."""
        out: dict[str, float] | None = None
        for key in sorted(keys):
            found = self._holding(key)
            mine = {c: max(_NEAR[f] for f in at & fields) for c, (t, at) in found.items() if at & fields and term in (None, t)}
            out = mine if out is None else {c: out[c] + near for c, near in mine.items() if c in out}
            if not out:
                return {}
        return out or {}

    def parties(self, clause: str) -> set[str]:
        """Everybody who has a part in a clause: subject, holders and parties of its instrument."""
        if clause not in self._parties:
            sql = "SELECT i.party FROM clause AS c JOIN involves AS i ON i.clause = c.n WHERE c.id = ?"
            self._parties[clause] = {party for (party,) in self.store.query(sql, clause)}
        return self._parties[clause]

    def term_says(self, term: str, key: str, field: str) -> bool:
        """True where the term's own words (``own``) or its definition (``about``) hold the key."""
        return bool(self.store.query("SELECT 1 FROM told WHERE key = ? AND kind = 'term' AND target = ? AND field = ?", key, term, field))

    def concerns(self, clause: str, mention: Mention) -> bool:
        """True where a party is a side of the clause, or the clause's own words name it; a product must stand there or be what it goes through."""
        if clause not in self._sides:
            sql = "SELECT i.party FROM clause AS c JOIN involves AS i ON i.clause = c.n WHERE c.id = ? AND i.role <> 'party'"
            self._sides[clause] = {party for (party,) in self.store.query(sql, clause)}
            self._sides[clause] |= {f"via {via}" for (via,) in self.store.query("SELECT json_extract(doc, '$.via') FROM clause WHERE id = ?", clause)}
        if (mention.party if mention.product is None else f"via {mention.product}") in self._sides[clause]:
            return True
        return clause in self.clauses(self.keys(range(mention.start, mention.end)), TELLING)

    def held(self, clause: str, keys: Collection[str]) -> set[str]:
        """Those of the keys that the clause's texts hold."""
        return {key for key in keys if clause in self.clauses([key])}

    def has_value(self, clause: str, *, counted: str, percent: bool = False) -> bool:
        """True where the clause has an amount of the unit asked for; a span of time is none where nothing is ``counted``."""
        unit = "json_extract(doc, '$.value.unit')"
        if percent:
            fitting = f" AND {unit} LIKE 'percent%'"
        elif counted in _SPANS:
            fitting = f" AND {unit} = '{counted}'"
        else:
            fitting = "" if counted else f" AND {unit} NOT IN {_SPANS}"
        amount = "coalesce(json_extract(doc, '$.value.amount'), json_extract(doc, '$.value.low'), json_extract(doc, '$.value.high'))"
        return bool(self.store.query(f"SELECT 1 FROM clause WHERE id = ? AND {amount} IS NOT NULL{fitting}", clause))

    def parties_of_sort(self, keys: Collection[str]) -> set[str]:
        """The parties that the records say are all of this: ``chip`` and ``maker``."""
        found = [{p for (p,) in self.store.query("SELECT target FROM told WHERE key = ? AND kind = 'party'", key)} for key in sorted(keys)]
        return set.intersection(*found) if found else set()

    def term_of(self, clause: str) -> str:
        """The term of a clause that was found."""
        return next(found[clause][0] for found in self._clauses.values() if clause in found)

    def records(self, keys: Collection[str]) -> set[tuple[str, str]]:
        """``(kind, target)`` of the events, disputes, measurements and claims whose texts hold all keys."""
        out: set[tuple[str, str]] | None = None
        for key in sorted(keys):
            if key not in self._records:
                sql = "SELECT kind, target FROM told WHERE key = ? AND kind IN ('event', 'dispute', 'measurement', 'claim')"
                self._records[key] = set(self.store.query(sql, key))
            out = self._records[key] if out is None else out & self._records[key]
        return out or set()

    def size(self) -> int:
        """How many clauses there are."""
        return int(self.store.query("SELECT count(*) FROM clause")[0][0])

    def spread(self, key: str) -> int:
        """How many clauses and other records hold a key."""
        return len(self._holding(key)) + len(self.records([key]))

    def fields(self, keys: Collection[str]) -> dict[str, dict[str, str]]:
        """For each clause that holds any of the keys, the nearest field for each of them."""
        out: dict[str, dict[str, str]] = {}
        for key in sorted(keys):
            for clause, (_, at) in self._holding(key).items():
                out.setdefault(clause, {})[key] = max(at, key=lambda f: (_NEAR[f], f))[1]
        return out

    def record_keys(self, keys: Collection[str]) -> list[tuple[str, str, set[str]]]:
        """``(kind, target, keys)`` of the records that hold any of the keys, with those that they hold."""
        out: dict[tuple[str, str], set[str]] = {}
        for key in sorted(keys):
            for record in self.records([key]):
                out.setdefault(record, set()).add(key)
        return [(*record, held) for record, held in sorted(out.items())]

    def _holding(self, key: str) -> dict[str, tuple[str, set[tuple[str, str]]]]:
        if key not in self._clauses:
            found: dict[str, tuple[str, set[tuple[str, str]]]] = {}
            for clause, term, kind, field in self.store.query(_CLAUSES, key):
                found.setdefault(clause, (term, set()))[1].add((kind, field))
            self._clauses[key] = found
        return self._clauses[key]
