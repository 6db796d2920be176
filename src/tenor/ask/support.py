"""What the records' own texts say of a question's words: which clauses hold all of them, and how near."""

from __future__ import annotations

from tenor.ask.english import SCALES
from tenor.ask.roots import amounts_in, root
from tenor.ask.words import Token

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from collections.abc import Set as AbstractSet

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
#: Fields in which a clause itself names what it is about.
OWN = NAMING | {("clause", "text")}
#: Fields that tell what a clause is about, and do not only mention it.
TOLD = OWN | {("term", "own")}
NAMING_TERM = NAMING | {("term", "own"), ("term", "text")}
#: Fields of which at least one word must be: what a clause or its term is called.
ANCHORS = frozenset((("clause", "own"), ("term", "own")))
TELLING = TOLD | {("term", "text")}
ANY = frozenset(_NEAR)

SPANS = ("days", "months", "years")
#: Texts that hold a key, by clause: its own, those of its instrument and deal, and those of its term.
_CLAUSES = """
SELECT c.id, t.kind, t.field FROM told AS t JOIN clause AS c ON c.id = t.target WHERE t.key = ?1 AND t.kind = 'clause'
UNION ALL SELECT c.id, t.kind, t.field FROM told AS t JOIN clause AS c ON c.instrument = t.target WHERE t.key = ?1 AND t.kind = 'instrument'
UNION ALL SELECT c.id, t.kind, t.field FROM told AS t JOIN clause AS c ON c.deal = t.target WHERE t.key = ?1 AND t.kind = 'deal'
UNION ALL SELECT c.id, t.kind, t.field FROM told AS t JOIN clause AS c ON c.term = t.target WHERE t.key = ?1 AND t.kind = 'term'"""
#: The same for the clauses of one term, without a look at any other.
_CLAUSES_OF_TERM = """
SELECT t.target, t.kind, t.field FROM told AS t WHERE t.key = ?1 AND t.kind = 'clause' AND t.term = ?2
UNION ALL SELECT c.id, t.kind, t.field FROM clause AS c CROSS JOIN told AS t
    ON t.key = ?1 AND t.term = '' AND (t.kind = 'instrument' AND t.target = c.instrument OR t.kind = 'deal' AND t.target = c.deal) WHERE c.term = ?2
UNION ALL SELECT c.id, t.kind, t.field FROM told AS t JOIN clause AS c ON c.term = t.term WHERE t.key = ?1 AND t.kind = 'term' AND t.term = ?2"""

#: For a clause, the kinds of text that hold a key.
Held = dict[str, set[tuple[str, str]]]


class Support:
    """The texts that hold the words of one question; what a word is found in is kept for other questions."""

    def __init__(self, store: Store, tokens: list[Token]) -> None:
        self.store = store
        self.tokens = tokens
        self.amounts = amounts_in(tokens)

    def keys(self, positions: Iterable[int]) -> set[str]:
        """What the words at these positions are looked up by; an amount is one word, its unit and scale none."""
        whole = {i + 1 for i in self.amounts if i + 1 < len(self.tokens) and len(self.tokens[i + 1].low) > 1 and self.tokens[i + 1].low in SCALES}
        money = {i for i in positions if self.tokens[i].lemma == "dollar"} if self.amounts else set()
        return {self.amounts.get(i) or root(self.tokens[i].lemma) for i in positions if i not in whole and i not in money}

    def clauses(self, keys: Collection[str], fields: frozenset[tuple[str, str]] = ANY, term: str | None = None) -> Mapping[str, float]:
        """The clauses (of a term) whose texts hold all keys, with how near they do."""
        out: Mapping[str, float] | None = None
        for key in sorted(keys):
            near = self._near(key, fields, term)
            out = near if out is None else {c: out[c] + more for c, more in near.items() if c in out}
            if not out:
                return {}
        return out or {}

    def parties(self, clause: str) -> frozenset[str]:
        """Everybody who has a part in a clause: subject, holders and parties of its instrument."""
        sql = "SELECT i.party FROM clause AS c JOIN involves AS i ON i.clause = c.n WHERE c.id = ?"
        return self.store.once(("parties", clause), lambda: frozenset(party for (party,) in self.store.query(sql, clause)), len)

    def term_says(self, term: str, key: str, field: str) -> bool:
        """True where the term's own words (``own``) or its definition (``about``) hold the key."""
        sql = "SELECT field FROM told WHERE key = ? AND kind = 'term' AND term = ? AND target = ?"
        return (field,) in self.store.query(sql, key, term, term)

    def concerns(self, clause: str, mention: Mention) -> bool:
        """True where a party is a side of the clause, or the clause's own words name it; a product must stand there or be what it goes through."""
        if (mention.party if mention.product is None else f"via {mention.product}") in self._sides(clause):
            return True
        term = self.term_of(clause)
        fields = OWN if mention.product is not None or self._has_side(term, mention.party) else TELLING
        return clause in self.clauses(self.keys(range(mention.start, mention.end)), fields, term)

    def _has_side(self, term: str, party: str) -> bool:
        """True where a party is a side of a clause of the term: then a name in the term's own words says nothing of its other clauses."""
        sql = "SELECT 1 FROM pair WHERE term = ? AND ? IN (subject, holder) LIMIT 1"
        return self.store.once(("side", term, party), lambda: bool(self.store.query(sql, term, party)), bool)

    def _sides(self, clause: str) -> frozenset[str]:
        """Subject and holders of a clause, and the product it goes through."""

        def read() -> frozenset[str]:
            sql = "SELECT i.party, json_extract(c.doc, '$.via') FROM clause AS c JOIN involves AS i ON i.clause = c.n WHERE c.id = ? AND i.role <> 'party'"
            return frozenset(side for party, product in self.store.fetch(sql, clause) for side in (party, f"via {product}"))

        return self.store.once(("sides", clause), read, len)

    def held(self, clause: str, keys: Collection[str]) -> set[str]:
        """Those of the keys that the clause's texts hold."""
        term = self.term_of(clause)
        return {key for key in keys if clause in self._near(key, ANY, term)}

    def has_value(self, clause: str, *, counted: str, percent: bool = False) -> bool:
        """True where the clause has an amount of the unit asked for; a span of time is none where nothing is ``counted``."""
        unit = "json_extract(doc, '$.value.unit')"
        if percent:
            fitting = f" AND ({unit} LIKE 'percent%' OR json_extract(doc, '$.value.text') LIKE '% percent%')"
        elif counted == "money":
            fitting = f" AND {unit} GLOB '[A-Z][A-Z][A-Z]*'"
        elif counted in SPANS:
            fitting = f" AND {unit} = '{counted}'"
        else:
            fitting = "" if counted else f" AND {unit} NOT IN {SPANS}"
        amount = "coalesce(json_extract(doc, '$.value.amount'), json_extract(doc, '$.value.low'), json_extract(doc, '$.value.high'))"
        return bool(self.store.query(f"SELECT 1 FROM clause WHERE id = ? AND {amount} IS NOT NULL{fitting}", clause))

    def parties_of_sort(self, keys: Collection[str]) -> set[str]:
        """The parties that the records say are all of this: ``chip`` and ``maker``."""
        found = [{p for (p,) in self.store.query("SELECT target FROM told WHERE key = ? AND kind = 'party'", key)} for key in sorted(keys)]
        return set.intersection(*found) if found else set()

    def term_of(self, clause: str) -> str:
        """The term of a clause."""
        return str(self.store.query("SELECT term FROM clause WHERE id = ?", clause)[0][0])

    def records(self, keys: Collection[str]) -> AbstractSet[tuple[str, str]]:
        """``(kind, target)`` of the events, disputes, measurements and claims whose texts hold all keys."""
        out: AbstractSet[tuple[str, str]] | None = None
        for key in sorted(keys):
            out = self._records(key) if out is None else out & self._records(key)
        return out or set()

    def _records(self, key: str) -> frozenset[tuple[str, str]]:
        sql = "SELECT kind, target FROM told WHERE key = ? AND kind IN ('event', 'dispute', 'measurement', 'claim')"
        return self.store.once(("telling", key), lambda: frozenset(self.store.query(sql, key)), len)

    def instruments(self, keys: Collection[str]) -> AbstractSet[str]:
        """The instruments whose names hold all keys."""
        sql = "SELECT target FROM told WHERE key = ? AND kind = 'instrument'"
        return frozenset.intersection(*(frozenset(target for (target,) in self.store.query(sql, key)) for key in keys)) if keys else frozenset()

    def size(self) -> int:
        """How many clauses there are."""
        return int(self.store.query("SELECT count(*) FROM clause")[0][0])

    def spread(self, key: str) -> int:
        """How many clauses and other records hold a key."""
        return len(self._fields(key)) + len(self.records([key]))

    def fields(self, keys: Collection[str]) -> dict[str, dict[str, str]]:
        """For each clause that holds any of the keys, the nearest field for each of them."""
        out: dict[str, dict[str, str]] = {}
        for key in sorted(keys):
            for clause, field in self._fields(key).items():
                out.setdefault(clause, {})[key] = field
        return out

    def record_keys(self, keys: Collection[str]) -> list[tuple[str, str, set[str]]]:
        """``(kind, target, keys)`` of the records that hold any of the keys, with those that they hold."""
        out: dict[tuple[str, str], set[str]] = {}
        for key in sorted(keys):
            for record in self.records([key]):
                out.setdefault(record, set()).add(key)
        return [(*record, held) for record, held in sorted(out.items())]

    def _fields(self, key: str) -> dict[str, str]:
        """For each clause that holds a key, the nearest field."""

        def read() -> dict[str, str]:
            return {clause: max(at, key=lambda f: (_NEAR[f], f))[1] for clause, at in self._holding(key, None).items()}

        return self.store.once(("fields", key), read, len)

    def _near(self, key: str, fields: frozenset[tuple[str, str]], term: str | None) -> dict[str, float]:
        """For each clause (of a term) that holds a key in one of the fields, how near it does."""

        def read() -> dict[str, float]:
            held = ((clause, at & fields) for clause, at in self._holding(key, term).items())
            return {clause: max(map(_NEAR.__getitem__, at)) for clause, at in held if at}

        return self.store.once(("near", key, fields, term), read, len)

    def _holding(self, key: str, term: str | None) -> Held:
        """For each clause (of a term) that holds a key, the kinds of text in which it does."""

        def read() -> Held:
            found: Held = {}
            rows = self.store.query(_CLAUSES, key) if term is None else self.store.query(_CLAUSES_OF_TERM, key, term)
            for clause, kind, field in rows:
                found.setdefault(clause, set()).add((kind, field))
            return found

        return self.store.once(("holding", key, term), read, len)
