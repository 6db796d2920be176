"""What the records' own texts say of a question's words: which clauses hold all of them, and how near."""

from __future__ import annotations

from math import log

from tenor.ask.language.english import SCALES
from tenor.ask.language.roots import amounts_in, counts, root
from tenor.ask.language.words import Token

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
    ("clause", "words"): 1.9,
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
OWN = NAMING | {("clause", "text"), ("clause", "words")}
#: What a clause says itself, and not its document.
ITSELF = frozenset((("clause", "own"), ("clause", "text"), ("clause", "words")))
#: Fields that tell what a clause is about, and do not only mention it.
TOLD = OWN | {("term", "own")}
NAMING_TERM = NAMING | {("term", "own"), ("term", "text")}
#: Fields of which at least one word must be: what a clause or its term is called.
ANCHORS = frozenset((("clause", "own"), ("term", "own")))
CALLED = frozenset((("clause", "own"),))
#: Where a clause or its term has a name, and no paper or text that only speaks of it.
CALLING = ANCHORS | {("term", "text")}
#: Where a clause says a thing in its text, or as its further words.
SAYING = frozenset((("clause", "text"), ("clause", "words")))
TELLING = TOLD | {("term", "text")}
ANY = frozenset(_NEAR)
#: Words by which people ask, which nobody said of a thing.
_ASKED_BY = frozenset((("clause", "words"), ("term", "text")))

#: A key is no longer rare where one record holds it for so many clauses that there are.
_OFTEN = 10
SPANS = ("days", "months", "years")
#: Kinds of text that are no clause's own: few hold a key, however many clauses there are.
_BESIDE = "('claim', 'deal', 'dispute', 'event', 'instrument', 'measurement', 'party', 'term')"
_PAPERS = ("instrument", "deal")
#: Fields from the one that tells least to the one that tells most.
_NEARER = sorted(_NEAR, key=lambda field: (_NEAR[field], field))

#: For each kind of text, the clauses in whose texts of that kind a key stands.
Held = dict[tuple[str, str], set[str]]


class Beside:
    """Where a key stands beside the clauses: in terms and papers (instruments, deals), by field, in records of their own, and in what parties are."""

    __slots__ = ("papers", "parties", "records", "terms")

    def __init__(self) -> None:
        self.terms: dict[str, list[str]] = {}
        self.papers: list[tuple[str, str, str]] = []
        self.parties: set[str] = set()
        self.records: set[tuple[str, str]] = set()

    def add(self, kind: str, target: str, field: str) -> None:
        """One more text that holds the key."""
        if kind == "term":
            self.terms.setdefault(target, []).append(field)
        elif kind in _PAPERS:
            self.papers.append((kind, target, field))
        elif kind == "party":
            self.parties.add(target)
        else:
            self.records.add((kind, target))


class Support:
    """The texts that hold the words of one question; what a word is found in is kept for other questions."""

    def __init__(self, store: Store, tokens: list[Token]) -> None:
        self.store = store
        self.tokens = tokens
        self.amounts = amounts_in(tokens)
        self._known: dict[str, Beside] = {}

    def keys(self, positions: Iterable[int]) -> set[str]:
        """What the words at these positions are looked up by; an amount is one word, its unit and scale none."""
        said = self.tokens
        if not self.amounts:
            return {root(said[i].lemma) for i in positions}
        whole = {i + 1 for i in self.amounts if i + 1 < len(said) and len(said[i + 1].low) > 1 and said[i + 1].low in SCALES}
        money = {i for i in positions if said[i].lemma == "dollar"}
        return {self.amounts.get(i) or root(said[i].lemma) for i in positions if i not in whole and i not in money}

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
        return field in self._beside(key).terms.get(term, ())

    def concerns(self, clause: str, mention: Mention) -> bool:
        """True where a party is a side of the clause, or the clause's own words name it; a product must stand there or be what it goes through."""
        if (mention.party if mention.product is None else f"via {mention.product}") in self._sides(clause):
            return True
        term = self.term_of(clause)
        fields = OWN if mention.product is not None or self._has_side(term, mention.party) else TELLING
        found = clause in self.clauses(self.keys(range(mention.start, mention.end)), fields, term)
        return found and (mention.product is None or self._names(clause, mention))

    def _names(self, clause: str, mention: Mention) -> bool:
        """False where a product is called like a common word, and the clause has only that word: "Frontier" is not in "the frontier models"."""
        from tenor.ask.language.dictionary import is_word

        said = [t.text for t in self.tokens[mention.start : mention.end]]
        if len(said) > 1 or not said[0][:1].isupper() or not is_word(said[0].lower()):
            return True
        document = self.store.record(clause) or {}
        text = " ".join(str(document.get(field) or "") for field in ("text", "scope", "label"))
        return said[0] in text or said[0].lower() not in text.lower()

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

    def terms_named(self, keys: Collection[str]) -> list[str]:
        """The terms whose own names hold any of the keys, those that hold most of them first."""
        held: dict[str, int] = {}
        for term in [term for key in keys for term, fields in self._beside(key).terms.items() if "own" in fields]:
            held[term] = held.get(term, 0) + 1
        return sorted(held, key=lambda term: (-held[term], term))

    def parties_of_sort(self, keys: Collection[str]) -> set[str]:
        """The parties that the records say are all of this: ``chip`` and ``maker``."""
        return set.intersection(*(self._beside(key).parties for key in keys)) if keys else set()

    def term_of(self, clause: str) -> str:
        """The term of a clause."""
        return str(self.store.query("SELECT term FROM clause WHERE id = ?", clause)[0][0])

    def records(self, keys: Collection[str]) -> AbstractSet[tuple[str, str]]:
        """``(kind, target)`` of the events, disputes, measurements and claims whose texts hold all keys."""
        return set.intersection(*(self._beside(key).records for key in keys)) if keys else set()

    def instruments(self, keys: Collection[str]) -> AbstractSet[str]:
        """The instruments whose names hold all keys."""
        return set.intersection(*({name for kind, name, _ in self._beside(key).papers if kind == "instrument"} for key in keys)) if keys else set()

    def size(self) -> int:
        """How many clauses there are."""
        return int(self.store.query("SELECT count(*) FROM clause")[0][0])

    def spread(self, key: str) -> int:
        """How many clauses and other records hold a key."""
        return len(self._fields(key)) + len(self.records([key]))

    def recorded(self, key: str) -> bool:
        """True where a text says the key, which is more than that people ask for a clause or a term by it."""
        return not self._holding(key, None).keys() <= _ASKED_BY or bool(self.records([key]))

    def rare(self, key: str) -> bool:
        """True for a key that so few records hold that a question may turn on it."""
        return self.spread(key) * _OFTEN < self.size()

    def weight(self, key: str) -> float:
        """How much a key tells: a rare one more than a common one, and one that nothing holds least."""
        return log(1 + self.size() / (self.spread(key) or self.size()))

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
            held = self._holding(key, None)
            return {clause: field[1] for field in _NEARER for clause in held.get(field, ())}

        return self.store.once(("fields", key), read, len)

    def _near(self, key: str, fields: frozenset[tuple[str, str]], term: str | None) -> dict[str, float]:
        """For each clause (of a term) that holds a key in one of the fields, how near it does."""

        def read() -> dict[str, float]:
            held, near = self._holding(key, term), {}
            for field in _NEARER:
                if field in fields and field in held:
                    near.update(dict.fromkeys(held[field], _NEAR[field]))
            return near

        return self.store.once(("near", key, fields, term), read, len)

    def _holding(self, key: str, term: str | None) -> Held:
        """The clauses (of a term) that hold a key: in their own texts, in those of their instrument and deal, and in those of their term."""

        def read() -> Held:
            found: Held = {}
            sql, values = ("", (key,)) if term is None else (" AND term = ?", (key, term))
            for clause, field in self.store.fetch(f"SELECT target, field FROM told WHERE key = ? AND kind = 'clause'{sql}", *values):
                found.setdefault(("clause", field), set()).add(clause)
            beside = self._beside(key)
            mine = self._papers(term) if term is not None else self._clauses_of(beside.papers)
            for kind, name, field in beside.papers:
                if clauses := mine.get((kind, name)):
                    found.setdefault((kind, field), set()).update(clauses)
            for name in beside.terms if term is None else {term} & beside.terms.keys():
                clauses = [clause for papers in self._papers(name).values() for clause in papers]
                for field in beside.terms[name]:
                    found.setdefault(("term", field), set()).update(clauses)
            return found

        return self.store.once(("holding", key, term), read, lambda found: sum(map(len, found.values())))

    def _papers(self, term: str) -> dict[tuple[str, str], list[str]]:
        """The clauses of a term by their instrument and by their deal."""

        def read() -> dict[tuple[str, str], list[str]]:
            out: dict[tuple[str, str], list[str]] = {}
            for clause, *papers in self.store.fetch("SELECT id, instrument, deal FROM clause WHERE term = ?", term):
                for paper in zip(_PAPERS, papers, strict=True):
                    out.setdefault(paper, []).append(clause)
            return out

        return self.store.once(("papers", term), read, len)

    def _clauses_of(self, papers: Iterable[tuple[str, str, str]]) -> dict[tuple[str, str], list[str]]:
        """The clauses of these instruments and deals."""
        out: dict[tuple[str, str], list[str]] = {}
        for kind in _PAPERS:

            def read(names: list[str], kind: str = kind) -> dict[str, list[str]]:
                found: dict[str, list[str]] = {name: [] for name in names}
                marks = ",".join("?" * len(names))
                for name, clause in self.store.fetch(f"SELECT {kind}, id FROM clause WHERE {kind} IN ({marks})", *names):
                    found[name].append(clause)
                return found

            held = self.store.once_each(f"clauses of {kind}", [name for what, name, _ in papers if what == kind], read)
            out |= {(kind, name): clauses for name, clauses in held.items()}
        return out

    def _beside(self, key: str) -> Beside:
        """Where a key stands beside the clauses; all words of the question are looked up at once."""
        if key not in self._known:
            said = [key, *self.keys([i for i, t in enumerate(self.tokens) if counts(t)])]
            self._known |= self.store.once_each("beside", said, self._read_beside)
        return self._known[key]

    def _read_beside(self, keys: list[str]) -> dict[str, Beside]:
        found = {key: Beside() for key in keys}
        marks = ",".join("?" * len(keys))
        for key, *text in self.store.fetch(f"SELECT key, kind, target, field FROM told WHERE key IN ({marks}) AND kind IN {_BESIDE}", *keys):
            found[key].add(*text)
        return found
