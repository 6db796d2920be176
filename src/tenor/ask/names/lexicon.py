"""Finds what a question's words mean in the vocabulary of an open knowledge base."""

from __future__ import annotations

from tenor.ask.language.english import COMMON, FILLER, FRAME_WORDS, GENERIC, MODALS, NEGATIONS, NOW_WORDS, REFUSED
from tenor.ask.language.words import ARTICLES, Token, deletions, key, slips_between, tokens
from tenor.ask.names.patterns import PLACES, WITH
from tenor.ask.times.holidays import FIRST_WORDS
from tenor.dates import MONTHS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Any

    from tenor.store.read import Store

    #: For a key, what it means: kind, target, place, the phrase as written and what else is told of it.
    Meanings = dict[str, Sequence[tuple[str, str, int, str, str]]]

_LONGEST = 8
_SHORTEST_SLIP = 5
_LONG_WORD = 9
#: Words that only a month, and no person who is called like one, stands behind.
_BEFORE_A_MONTH = frozenset(("in", "of", "during", "early", "mid", "late", "through", "throughout"))
_MONTHS = frozenset(part for name in MONTHS for part in (name.lower(), name[:3].lower())) | {"sept"}
#: Words of the calendar that people are called by, too, and words beside which they are no names: "New Year's Day", "the Day before", "first day as".
_UNITS_OF_TIME = frozenset(("day", "days", "week", "weeks", "eve", "sunday", "monday", "friday", "winter", "summer", "spring", "season", "noon"))
_BEFORE_A_DAY = frozenset("year years first last previous next one same every each two three christmas".split()) | FIRST_WORDS
#: What stands before a noun, and before nobody's short name.
_BEFORE_A_NOUN = frozenset("which what any a an every each this that whose no some".split())
_PLAIN_WORDS = COMMON | FRAME_WORDS | MODALS | {"us"}
_PLAIN_FORMS = FILLER | GENERIC | NOW_WORDS
_NO_SLIPS = FILLER | REFUSED
#: Endings whose s no plural has: behind a name it is an owner's, "Theos claim".
_NO_PLURALS = ("as", "is", "os", "ss", "us")
#: What stands behind a name and is nobody's.
_NEVER_OWNED = ARTICLES | frozenset(
    "is are was were be been has have had do does did and or of in on by to for with from at as than that which who".split()
)
#: Slips of the shortest words, where distance says nothing.
SLIPS = {
    "teh": "the", "hte": "the", "wehn": "when", "wen": "when", "whne": "when", "waht": "what", "wat": "what", "hwo": "who", "wo": "who", "mcuh": "much", "muhc": "much",
    "dose": "does", "deos": "does", "wil": "will", "til": "until", "untill": "until", "adn": "and", "si": "is", "wich": "which", "whcih": "which", "sicne": "since",
    "mutch": "much", "whitch": "which", "wut": "what", "wether": "whether", "untl": "until", "untli": "until", "sinse": "since", "sence": "since", "beetween": "between",
    "betwen": "between", "ahve": "have", "hvae": "have", "hav": "have", "taht": "that", "thta": "that", "fom": "from", "wiht": "with", "whith": "with", "ot": "to",
    "whare": "where", "wehre": "where", "ws": "was", "doese": "does", "shoud": "should", "coud": "could", "woud": "would", "becuase": "because", "befor": "before", "befroe": "before",
    "aftr": "after", "payed": "paid", "od": "of", "fro": "for", "thier": "their",
}  # fmt: skip


class Match:
    """The tokens ``[start, end)`` are a name of ``target``, a record of that ``kind``."""

    __slots__ = ("end", "extra", "kind", "place", "said", "start", "target")

    def __init__(self, start: int, end: int, kind: str, target: str, place: int, said: str, extra: str) -> None:
        self.start = start
        self.end = end
        self.kind = kind
        self.target = target
        self.place = place
        self.said = said
        self.extra = extra

    def __repr__(self) -> str:
        return f"{self.kind}:{self.target}[{self.start}:{self.end}]"


class Pattern:
    """A word pattern (``ask``) or a name of several words (``bag``) of a term, taken apart: all that is ``wanted``, in order, and the words among it."""

    __slots__ = ("kind", "needed", "place", "term", "wanted", "words")

    def __init__(self, kind: str, term: str, place: int, words: str) -> None:
        self.kind = kind
        self.term = term
        self.place = place
        self.wanted = tuple(words.split())
        self.words = [w for w in self.wanted if w[0] != "{"]
        self.needed = frozenset(self.words)


class Word:
    """A word of the vocabulary, with the patterns that it is the rarest word of."""

    __slots__ = ("longest", "patterned", "patterns", "second", "terms")

    def __init__(self) -> None:
        #: How many words the longest phrase that starts with it has, and the words that come second; none where they are many.
        self.longest = 0
        self.second: frozenset[str] = frozenset()
        #: The terms beside whose names and patterns it may stand.
        self.terms: frozenset[str] = frozenset()
        #: Whether it is in any pattern.
        self.patterned = False
        self.patterns: list[Pattern] = []


class Lexicon:
    """The vocabulary, looked up a question at a time."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def document(self, record_id: str) -> dict[str, Any]:
        """The document of a record by full id, shared between questions; empty where there is none."""
        return self.store.record(record_id) or {}

    def told_in_words(self, term: str) -> bool:
        """True for a term whose clauses are told as they say it, without a yes or no."""
        return bool(self.document(f"term:{term}").get("answer") == "text")

    def called(self, word: str) -> Sequence[tuple[str, str]]:
        """``(party, name)`` of everybody who has this word in the name, by id; capitals do not count, and a hyphen may part words."""

        def read() -> dict[str, list[tuple[str, str]]]:
            found: dict[str, list[tuple[str, str]]] = {}
            for party, name in self.store.fetch("SELECT id, name FROM party ORDER BY id"):
                for part in {*name.lower().split(), *name.lower().replace("-", " ").split()}:
                    found.setdefault(part, []).append((party, name))
            return found

        return self.store.once(("names of parties",), read, len).get(word.lower(), ())

    def parties_in(self, text: str) -> set[str]:
        """The parties that a text names, by themselves or by a product."""
        return {m.target if m.kind == "party" else m.extra for m in self.matches(tokens(text)) if m.kind in ("party", "product")}

    def matches(self, tokens: list[Token]) -> list[Match]:
        """Every phrase of the vocabulary in the question, longest first at each place."""
        at = _told(tokens)
        return self._matches(tokens, at, self._words([tokens[i].lemma for i in at]))

    def look_up(self, tokens: list[Token]) -> tuple[list[Match], list[Pattern], dict[int, Word]]:
        """The same, with the word patterns all of whose words stand in the question, and the words, by position, that stand in patterns or beside terms."""
        at = _told(tokens)
        said = [tokens[i].lemma for i in at]
        lows = {token.low for token in tokens}
        known = self._words([*said, *(["on"] if not PLACES.isdisjoint(lows) else []), *([WITH] if WITH in lows else [])])
        present = {*known}
        patterns = [p for word in known.values() if word.patterns for p in word.patterns if p.needed <= present]
        words = {i: word for i, name in zip(at, said, strict=True) if (word := known[name]).patterned or word.terms}
        return self._matches(tokens, at, known), patterns, words

    def _matches(self, tokens: list[Token], at: list[int], known: dict[str, Word]) -> list[Match]:
        said = [tokens[i].lemma for i in at]
        #: Start, end, first word and all words of what may be a phrase.
        spans: list[tuple[int, int, str, str]] = []
        few: set[str] = set()
        for n, word in enumerate(said):
            first = known[word]
            if not first.longest:
                continue
            last = min(n + first.longest, len(said))
            if first.second and last > n + 1 and said[n + 1] not in first.second:
                last = n + 1
            while last > n:
                if at[last - 1] < at[n] + _LONGEST:
                    spans.append((at[n], at[last - 1] + 1, word, " ".join(said[n:last]) if last > n + 1 else word))
                last -= 1
            if first.longest == 1 or first.second:
                few.add(word)
        begun = self.store.once_each("begun", few, self._begun)
        meant = self.store.once_each("phrase", [name for _, _, first, name in spans if first not in few], self._phrases)
        found = [Match(start, end, *row) for start, end, first, name in spans for row in begun.get(first, meant).get(name, ())]
        return [m for m in found if m.kind not in ("party", "product") or (_may_be_name(tokens, m, found) and not self._is_noun(tokens, m))]

    def _is_noun(self, tokens: list[Token], match: Match) -> bool:
        """``which channel``: a plain word, and not short for Channel 4."""
        token, before = tokens[match.start], tokens[max(0, match.start - 1) : match.start]
        if match.kind != "party" or match.end - match.start > 1 or not token.text.islower() or not any(t.low in _BEFORE_A_NOUN for t in before):
            return False
        return _is_english(token.low) and token.low != str(self.document(f"party:{match.target}").get("name", "")).casefold()

    def _begun(self, words: list[str]) -> dict[str, Meanings]:
        """For each word, what the phrases mean that start with it."""
        return {word: self._read_phrases("key >= ?1 AND key < ?1 || '!'", word) for word in words}

    def _phrases(self, keys: list[str]) -> Meanings:
        """What each key means."""
        return dict.fromkeys(keys, ()) | self._read_phrases(f"key IN ({','.join('?' * len(keys))})", *keys)

    def _read_phrases(self, where: str, *values: str) -> Meanings:
        found: dict[str, list[tuple[str, str, int, str, str]]] = {}
        sql = f"SELECT key, kind, target, place, said, extra FROM phrase WHERE {where} ORDER BY key, kind, target, place"
        for name, *row in self.store.fetch(sql, *values):
            found.setdefault(name, []).append((row[0], row[1], row[2], row[3], row[4]))
        return dict(found)

    def _words(self, words: Iterable[str]) -> dict[str, Word]:
        return self.store.once_each("word", words, self._read_words)

    def _read_words(self, words: list[str]) -> dict[str, Word]:
        found = {word: Word() for word in words}
        sql = f"SELECT key, kind, term, place, words FROM pattern WHERE key IN ({','.join('?' * len(words))})"
        for word, kind, term, place, wanted in self.store.fetch(sql, *words):
            if kind == "word":
                found[word].terms = frozenset(wanted.split())
            elif kind == "start":
                found[word].longest, found[word].second = place, frozenset(wanted.split())
            else:
                found[word].patterned = True
                found[word].patterns += [Pattern(kind, term, place, wanted)] if term else []
        return found

    def correct(self, tokens: list[Token], covered: set[int]) -> list[tuple[str, str]]:
        """Put the vocabulary's word in place of each slip of it; give what was changed as ``(typed, meant)``.

        A slip is an unknown word one letter off a single vocabulary word, or two off a long one. A common English word is never taken for a slip.
        """
        changed: list[tuple[str, str]] = []
        named = not all(t.text[:1].isupper() for t in tokens if t.text[:1].isalpha())
        for i, token in enumerate(tokens):
            if token.low in SLIPS:
                changed.append((token.text, SLIPS[token.low]))
                tokens[i] = Token(token.text, SLIPS[token.low], token.possessive)
                continue
            if self._owns_without_its_mark(token, behind=tokens[i + 1 : i + 2], known=i in covered):
                changed.append((token.text, f"{token.text[:-1]}'s"))
                tokens[i] = Token(token.text[:-1], token.low[:-1], True)
                continue
            if i in covered or not self._may_be_slip(token):
                continue
            meant = self._nearest(token.low) or (
                self._nearest(token.lemma) if token.lemma != token.low and len(token.lemma) > _SHORTEST_SLIP else None
            )
            if meant is not None and (not named or not i or not token.text[:1].isupper() or self._in_a_name(meant)):
                changed.append((token.text, meant))
                tokens[i] = Token(token.text, meant, token.possessive)
        return changed

    def _owns_without_its_mark(self, token: Token, *, behind: list[Token], known: bool) -> bool:
        """``Theos claim``, ``Googles 40 billion``: somebody's name with an s that is no part of it, before what is theirs."""
        if token.possessive or len(token.low) < _SHORTEST_SLIP - 1 or not token.low.endswith("s") or _plain(token):
            return False
        if token.low.endswith(_NO_PLURALS):
            return not known and self._party(token.low[:-1])
        owned = bool(behind) and behind[0].low not in _NEVER_OWNED and behind[0].low not in MODALS
        sql = "SELECT lower(said) = ? FROM phrase WHERE kind IN ('party', 'product') AND key = ? LIMIT 8"
        called = [bool(exact) for (exact,) in self.store.query(sql, token.low[:-1], key(token.low[:-1]))] if owned else []
        return any(called) and not self.store.query("SELECT 1 FROM phrase WHERE key = ? AND lower(said) = ? LIMIT 1", key(token.low), token.low)

    def _in_a_name(self, word: str) -> bool:
        """True where a word stands in the name of a party, a product, an event or a document: only such a one can be a name with a slip in it."""
        sql = (
            "SELECT 1 FROM phrase WHERE kind IN ('party', 'product', 'event', 'instrument', 'deal', 'scope') AND instr(' ' || key || ' ', ?) LIMIT 1"
        )
        return bool(self.store.query(sql, f" {key(word)} "))

    def _party(self, word: str) -> bool:
        """True where a party or a product is called so."""
        return bool(self.store.query("SELECT 1 FROM phrase WHERE kind IN ('party', 'product') AND key = ? LIMIT 1", key(word)))

    def _one_meaning(self, words: list[str]) -> bool:
        """True where all of these words name the same record and nothing else: a name and its ticker."""
        found = [frozenset(self.store.query("SELECT kind, target FROM phrase WHERE key = ?", key(word))) for word in words]
        return len(set(found)) == 1 and bool(found[0])

    def _may_be_slip(self, token: Token) -> bool:
        low = token.low
        if len(low) < _SHORTEST_SLIP - 1 or not low.isalpha() or low in COMMON or low in FRAME_WORDS or low in NEGATIONS or token.lemma in _NO_SLIPS:
            return False
        return not self.store.query("SELECT 1 FROM spelling WHERE key = ? AND word = ?", low, low) and not _is_english(low)

    def _nearest(self, low: str) -> str | None:
        keys = sorted(deletions(low))
        found = self.store.query(f"SELECT DISTINCT word FROM spelling WHERE key IN ({','.join('?' * len(keys))})", *keys)
        furthest = 2 if len(low) >= _LONG_WORD else 1
        ranked = sorted((slips_between(low, word), word) for (word,) in found if abs(len(word) - len(low)) <= 1)
        near = [pair for pair in ranked if pair[0] <= furthest and (len(low) >= _SHORTEST_SLIP or len(pair[1]) >= _SHORTEST_SLIP)]
        if not near:
            return None
        best = [word for distance, word in near if distance == near[0][0]]
        if len({key(word) for word in best}) > 1 and not self._one_meaning(best):
            return None
        return str(near[0][1])


def _told(tokens: list[Token]) -> list[int]:
    """Positions of the words that are no articles."""
    return [i for i, token in enumerate(tokens) if token.low not in ARTICLES]


def _is_english(low: str) -> bool:
    from tenor.ask.language.dictionary import is_word

    return is_word(low)


def _may_be_name(tokens: list[Token], match: Match, found: list[Match]) -> bool:
    """False for a plain word that somebody is called too (``grant``, ``us``, ``may``), unless it is typed as a name, or stands before an office: ``us president``."""
    token = tokens[match.start]
    if (
        match.kind == "party"
        and match.end - match.start == 1
        and token.text.islower()
        and match.said.casefold().removeprefix("the ") == token.low + "s"
    ):
        return False  # "job" is no Jobs
    before, after = tokens[max(0, match.start - 1) : match.start], tokens[match.end : match.end + 1]
    if match.end - match.start == 1 and token.low in _UNITS_OF_TIME and (token.text.islower() or _says_when(before, after)):
        return False
    if (
        match.end - match.start == 1
        and token.low in _MONTHS
        and (any(t.low[:1].isdigit() for t in (*before, *after)) or any(t.low in _BEFORE_A_MONTH for t in before))
    ):
        return False
    if match.end - match.start > 1 or not _plain(token) or (match.start and token.text[:1].isupper()):
        return True
    if token.low == "us" and match.start and tokens[match.start - 1].low == "the":
        return True
    of = match.start and tokens[match.start - 1].low == "of" and token.low != "us"
    if [t.low for t in tokens[max(0, match.start - 2) : match.start]] == ["in", "the"]:  # "the tallest building in the world"
        return any(m.kind == "term" and m.end == match.start - 2 for m in found)
    return any(m.kind == "term" and (m.start == match.end or (of and m.end == match.start - 1)) for m in found)


def _says_when(before: Sequence[Token], after: Sequence[Token]) -> bool:
    """``New Year's Day``, ``Christmas Day``, ``the Day before``: a day, and nobody of that name."""
    return any(t.low in _BEFORE_A_DAY or t.low[:1].isdigit() for t in before) or any(t.low[:1].isdigit() for t in after)


def _plain(token: Token) -> bool:
    return token.low in _PLAIN_WORDS or token.lemma in _PLAIN_FORMS


def sides_of(documents: Iterable[dict[str, Any]]) -> set[str]:
    """Everybody who has a part in these records: parties, subjects and holders."""
    return {str(p) for d in documents for p in (*(d.get("parties") or ()), *(d.get("holders") or ()), d.get("subject"), d.get("holder")) if p}


def longest(names: list[Match]) -> list[Match]:
    """Matches that are not inside a longer one of the same target."""
    lengths = [m.end - m.start for m in names]
    if not names or min(lengths) == (most := max(lengths)):
        return names
    longer = [m for m, length in zip(names, lengths, strict=True) if length > 1]
    return [
        m
        for m, length in zip(names, lengths, strict=True)
        if length == most or not any(o.start <= m.start and m.end <= o.end and o.end - o.start > length for o in longer)
    ]


def joined(tokens: list[Token], names: list[Match]) -> list[tuple[list[Match], list[Match]]]:
    """The names of terms, of several words each, on both sides of every "and"; only where both sides have one."""
    out = []
    for i in (i for i, t in enumerate(tokens[:-1]) if t.low == "and"):
        after = i + 1 + (tokens[i + 1].low in ARTICLES)
        sides = [[m for m in names if m.kind == "term" and m.end - m.start > 1 and at == (m.end, m.start)[n]] for n, at in enumerate((i, after))]
        if all(sides):
            out.append((sides[0], sides[1]))
    return out
