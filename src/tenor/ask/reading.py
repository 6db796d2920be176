"""From words to one reading, or to a refusal that says why.

Every content word must find its place: in the name of a term, in a pattern, as a party, a date, a scope, an amount or a word of the kind of question.
A word that finds none means that there is no answer. Where two readings are as good, both are offered and neither is taken.
"""

from __future__ import annotations

from tenor.ask import english
from tenor.ask.lexicon import Lexicon, Match
from tenor.ask.moments import Moment, Reader, Unclear
from tenor.ask.patterns import LIGHT, PLACES, Fit, Item, arranged, fits
from tenor.ask.words import ARTICLES, Token, lemma, tokens
from tenor.dates import FOREVER, iso

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from tenor.store.read import Lineage, Store

_MOST_WORDS = 60
_RECORD_KINDS = ("event", "dispute", "observation", "measurement", "claim", "instrument", "deal")
#: Records of one name told several ways: the one that sets the others side by side comes first.
_RECORD_ORDER = ("dispute", "event", "measurement", "observation", "claim", "instrument", "deal")
_COMPANY_WORDS = english.LIST_WORDS


class Mention:
    """A party, or a product that stands for its owner, in the tokens ``[start, end)``."""

    __slots__ = ("end", "party", "possessive", "product", "said", "start")

    def __init__(self, party: str, product: str | None, start: int, end: int, possessive: bool, said: str) -> None:
        self.party = party
        self.product = product
        self.start = start
        self.end = end
        self.possessive = possessive
        self.said = said


class Reading:
    """What a question asks. ``asks`` is the slot whose filler is asked for; ``window`` is None for the whole record."""

    __slots__ = (
        "amount",
        "asks",
        "corrections",
        "deals",
        "denies",
        "ended",
        "exclusive",
        "holder",
        "inside",
        "instrument",
        "kind",
        "known",
        "lineages",
        "more",
        "negated",
        "only",
        "pair",
        "past",
        "product",
        "raw",
        "relative",
        "scope",
        "scopes",
        "score",
        "subject",
        "subjects",
        "sums",
        "target",
        "term",
        "why",
        "window",
    )  # fmt: skip

    def __init__(self, kind: str, term: str | None) -> None:
        self.kind = kind
        self.term = term
        self.subject: str | None = None
        #: Parties that are as good a subject, where the question names none.
        self.subjects: list[str] = []
        self.holder: str | None = None
        self.product: str | None = None
        self.asks: str | None = None
        self.scope: str | None = None
        #: Clauses that the question's words single out, and the instrument or deal it is about.
        self.only: list[str] = []
        self.inside: tuple[str, str] | None = None
        #: Scopes that the question's words single out.
        self.scopes: list[str] = []
        self.lineages: list[Lineage] = []
        self.window: tuple[int, int] | None = None
        self.known: int | None = None
        self.exclusive = False
        self.negated = False
        self.denies = False
        self.past = False
        self.sums = False
        self.amount: tuple[float, str] | None = None
        self.instrument: str | None = None
        #: ``(before or after, party)``: the days before or after that party held the right.
        self.relative: tuple[str, str] | None = None
        #: ``(kind, id, place)`` of a record that answers instead of a term.
        self.target: tuple[str, str, int] | None = None
        #: Deals that a question about everything is limited to; the focus party's where empty.
        self.deals: list[str] = []
        #: Further records of the same name.
        self.more: list[tuple[str, str, int]] = []
        self.corrections: list[tuple[str, str]] = []
        self.score = 0.0
        #: The last version of a lineage whose place another lineage took.
        self.ended: list[dict[str, Any]] = []
        #: The kind before the term's own answer decided it, and two parties that are both sides of each other's right.
        self.raw = kind
        self.pair: tuple[str, str] | None = None
        self.why: list[str] = []


class Refusal(Exception):
    """No reading: ``status`` of the contract, the text, and other ways to ask."""

    def __init__(self, status: str, text: str, suggestions: list[str] | None = None, terms: list[str] | None = None) -> None:
        super().__init__(text)
        self.status = status
        self.text = text
        self.suggestions = suggestions or []
        #: Terms that came nearest, for suggestions.
        self.terms = terms or []


class Candidate:
    """One term or record that the question may be about, with the words it accounts for."""

    __slots__ = ("fits", "leftover", "named", "noun", "reading", "used")

    def __init__(self, reading: Reading, used: set[int], leftover: list[int], ways: list[Fit], *, noun: bool = False, named: bool = False) -> None:
        #: The term stands there by name, in one piece.
        self.named = named
        #: The pattern's words are the name's words: used as nouns, their order says nothing of who is who.
        self.noun = noun
        self.reading = reading
        self.used = used
        self.leftover = leftover
        #: The ways in which its pattern fits, best first.
        self.fits = ways


class Interpreter:
    """Reads one question against one knowledge base."""

    def __init__(self, store: Store, question: str, today: int) -> None:
        self.store = store
        self.lexicon = Lexicon(store)
        self.question = question
        self.today = today
        self.tokens: list[Token] = tokens(question)
        self.matches: list[Match] = []
        self.corrections: list[tuple[str, str]] = []
        self.mentions: list[Mention] = []
        self.moments: list[Moment] = []
        self.candidates: list[Candidate] = []
        self.known: int | None = None
        #: ``before`` or ``after`` a holder, and the tokens that say so.
        self.relative: tuple[str, Mention, frozenset[int]] | None = None

    # -- the whole question -----------------------------------------------------------------------

    def read(self) -> list[Reading]:
        """One reading, or one for each part of a two-part question.

        Raises:
            Refusal: not understood, ambiguous, or a date that cannot be.
        """
        if not self.tokens:
            raise Refusal("not-understood", "There is no question here.")
        self._drop_opening()
        if len(self.tokens) > _MOST_WORDS:
            raise Refusal("not-understood", f"The question has {len(self.tokens)} words; I read up to {_MOST_WORDS}. Ask one thing at a time.")
        cut = self._cut()
        if cut is None:
            return [self._one()]
        first = Interpreter(self.store, "", self.today)
        first.lexicon = self.lexicon
        first.tokens = self.tokens[: cut[0]]
        reading = first._one()
        second = Interpreter(self.store, "", self.today)
        second.lexicon = self.lexicon
        second.tokens = self.tokens[cut[1] :]
        self.candidates = first.candidates
        self.corrections = first.corrections
        return [reading, second._following(reading)]

    def _drop_opening(self) -> None:
        """``quick check: …``, ``counsel asks whether …``: words before the question that name nothing of the records are no part of it."""
        for mark in (":", " - ", " – ", " — ", " whether "):
            before, found, after = self.question.partition(mark)
            opening = tokens(before)
            rest = tokens(after)
            if not found or len(rest) < 3 or len(opening) > 8 or (mark == ":" and before[-1:].isdigit()):
                continue
            asks = mark == " whether " or any(
                t.lemma in english.YES_NO or t.low in english.WHO or t.low in ("what", "when", "how", "since", "until") for t in rest[:2]
            )
            meant = any(m.kind in ("party", "product", "term", "event", "instrument", "deal") for m in self.lexicon.matches(opening))
            if asks and not meant and not any(t.low in english.NEGATIONS for t in opening):
                self.tokens = ([Token("is", "is")] if mark == " whether " else []) + rest
                return

    def _cut(self) -> tuple[int, int] | None:
        """Where a second question starts: behind ``and`` or a comma, with a question word."""
        for i in range(2, len(self.tokens) - 1):
            if self.tokens[i].low in ("and", "but", "or"):
                after = [t.low for t in self.tokens[i + 1 : i + 4]]
                heads = (
                    ["until", "when"],
                    ["till", "when"],
                    ["since", "when"],
                    ["from", "when"],
                    ["for", "how"],
                    ["how", "much"],
                    ["how", "long"],
                    ["at", "what"],
                    ["by", "whom"],
                )
                if any(after[: len(h)] == h for h in heads) or after[0] in ("when", "who", "what", "which", "is", "does", "was", "did", "are", "how"):
                    return i, i + 1
        return None

    def _following(self, first: Reading) -> Reading:
        """The second part of a question, which leaves out what the first part named."""
        self._look_up()
        kind, used, _ = self._kind()
        free = self._content() - used - self._timed()
        document = self.lexicon.document(f"term:{first.term}") if first.term else {}
        words = {lemma(t.low) for said in (*document.get("words", ()), *document.get("names", ())) for t in tokens(said)}
        rest = {i for i in free if self.tokens[i].lemma not in words | _kind_words(kind) | english.EXCLUSIVE | {"it", "cap", "both", "way"}}
        if self.mentions or rest or first.term is None:
            return self._one()
        reading = Reading(kind, first.term)
        for name in ("subject", "subjects", "holder", "product", "scope", "scopes", "lineages", "known", "window", "past", "instrument"):
            setattr(reading, name, getattr(first, name))
        reading.asks = "holder"
        reading.exclusive = any(self.tokens[i].lemma in english.EXCLUSIVE for i in free)
        if kind == "keyword":
            raise Refusal("not-understood", f"I read the first part, but not “{' '.join(t.text for t in self.tokens)}”.")
        if self.moments:
            reading.window = self._window(reading)
        elif kind in ("start", "end", "change"):
            reading.window = None if first.window is None or first.window == (self.today, self.today + 1) else first.window
        return reading

    def _one(self) -> Reading:
        self._look_up()
        kind, kind_used, heads = self._kind()
        self._refuse_words(kind)
        claim = self._claim_reading(kind)
        if claim is not None:
            return claim
        found = self._term_candidates(kind, kind_used) + self._record_candidates(kind, kind_used)
        self.candidates = sorted(found, key=lambda c: (bool(c.leftover), len(c.leftover), -c.reading.score))
        whole = [c for c in self.candidates if not c.leftover]
        if not whole and not found and self.relative:
            whole = self._only_term(kind, kind_used)
        if kind == "change" and not any(c.reading.term for c in whole) and (everything := self._everything(kind_used)) is not None:
            return everything
        if not whole:
            raise self._not_understood()
        terms = [c for c in whole if c.reading.term]
        if terms and len(terms) < len(whole) and not any(self._settles(c) for c in terms):
            whole = [c for c in whole if (c.reading.target or ("claim",))[0] not in ("claim", "dispute")] or terms
        elif terms:  # a claim or a deal of the same words answers only where no term does, another record where it fits clearly better
            margin = {"claim": 100.0, "deal": 100.0 if self.moments else 5.0, "instrument": 100.0 if kind == "start" else 5.0}
            floor = terms[0].reading.score
            whole = [c for c in whole if c.reading.term or c.reading.score >= floor + margin.get((c.reading.target or ("",))[0], 2.0)]
        best = whole[0]
        rivals = [c for c in whole[1:] if best.reading.score - c.reading.score < 0.5 and _differs(c.reading, best.reading)]
        if rivals and all(c.reading.target for c in (best, *rivals)):
            same = sorted((best, *rivals), key=lambda c: _RECORD_ORDER.index((c.reading.target or ("deal", "", 0))[0]))
            best = same[0]
            best.reading.more = [c.reading.target for c in same[1:] if c.reading.target]
        elif rivals:
            able = [c for c in (best, *rivals) if c.reading.term is None or self._settles(c)]
            if len(able) == 1:
                best, rivals = able[0], []
        if rivals and not all(c.reading.target for c in (best, *rivals)):
            raise Refusal("ambiguous", "The question can be read in more than one way.", terms=[c.reading.term or "" for c in (best, *rivals)][:3])
        if best.reading.term is not None and len(whole) > 1 and not self._settles(best):
            near = [c for c in whole if c is not best and c.reading.term and best.reading.score - c.reading.score <= 2 and self._settles(c)]
            if len(near) == 1:
                best = near[0]
        reading = best.reading
        reading.corrections = self.corrections
        reading.past = bool(heads & english.PAST)
        reading.known = self.known
        if reading.term is not None:
            self._settle(best)
        else:
            reading.window = self._window(reading) if self.moments else None
        return reading

    # -- words ------------------------------------------------------------------------------------

    def _look_up(self) -> None:
        for i in range(len(self.tokens) - 1):
            if self.tokens[i].lemma == "giv" and self.tokens[i + 1].low == "up":
                self.tokens[i : i + 2] = [Token(self.tokens[i].text, "relinquished"), Token(self.tokens[i + 1].text, "the")]
        self.matches = self.lexicon.matches(self.tokens)
        covered = {i for m in self.matches for i in range(m.start, m.end)}
        self.corrections = self.lexicon.correct(self.tokens, covered)
        if self.corrections:
            self.matches = self.lexicon.matches(self.tokens)
        self.mentions = self._find_mentions()
        try:
            self.moments = Reader(self.tokens, self.today, self._named_moment, self._fiscal).read()
        except Unclear as unclear:
            raise Refusal("not-understood", f"{unclear.reason[0].upper()}{unclear.reason[1:]}.", list(unclear.choices)) from unclear
        self._take_owned_years()
        self._take_known()
        self._take_relative()

    def _timed(self) -> set[int]:
        """Positions of the words that say when."""
        return {i for m in self.moments for i in range(m.first, m.last + 1)} | (set(self.relative[2]) if self.relative else set())

    def _take_owned_years(self) -> None:
        """``Acme's fiscal 2026``: the party there says whose year it is, and is no side of the question."""
        for moment in self.moments:
            owner = next(
                (
                    m
                    for m in self.mentions
                    if m.possessive and m.end in (moment.first, moment.first + 1) and self.tokens[m.end].low[:2] in ("fi", "fy")
                ),
                None,
            )
            if owner is not None:
                self.mentions.remove(owner)
                moment.first = owner.start

    def _take_relative(self) -> None:
        """``before X``, ``after X``, ``who succeeded X``: the days before or after X held the right that is asked about."""
        timed = self._timed()
        for i, token in enumerate(self.tokens):
            way = {"before": "before", "after": "after"}.get(token.low) or english.SUCCESSION.get(token.lemma)
            if way is None or i in timed:
                continue
            following = next((m for m in self.mentions if m.start > i and all(t.low in ARTICLES for t in self.tokens[i + 1 : m.start])), None)
            if following is None and token.lemma in english.SUCCESSION:
                following = next((m for m in self.mentions if m.end <= i), None)
                way = "before" if way == "after" else "after"
            if following is not None and self.store.query("SELECT 1 FROM clause WHERE holder = ? LIMIT 1", following.party):
                self.relative = (way, following, frozenset({i, *range(following.start, following.end)}))
                self.mentions.remove(following)
                return

    def _find_mentions(self) -> list[Mention]:
        found: list[Mention] = []
        end = 0
        named = [m for m in self.matches if m.kind in ("party", "product")]
        for match in sorted(named, key=lambda m: (m.start, -m.end, m.kind != "product")):
            if match.start < end or self._two_names(match, named):
                continue
            end = match.end
            possessive = self.tokens[match.end - 1].possessive
            if match.kind == "party":
                found.append(Mention(match.target, None, match.start, match.end, possessive, match.said))
            else:
                found.append(Mention(match.extra, match.target, match.start, match.end, possessive, match.said))
        return found

    def _two_names(self, match: Match, named: list[Match]) -> bool:
        """``Ann Bell's landlord``: a name of two words that ends in a possessive can be two names, the second an owner."""
        if match.end - match.start < 2 or not self.tokens[match.end - 1].possessive:
            return False
        last = any(m.kind == "party" and (m.start, m.end) == (match.end - 1, match.end) for m in named)
        return last and any((m.start, m.end) == (match.start, match.end - 1) for m in named)

    def _named_moment(self, i: int) -> tuple[int, int, int, str] | None:
        best: Match | None = None
        start = i
        while start < len(self.tokens) and self.tokens[start].low in ARTICLES:
            start += 1
        for match in self.matches:
            if match.start == start and match.kind in ("event", "instrument") and (best is None or match.end > best.end):
                best = match
        if best is None:
            return None
        if best.kind == "event":
            rows = self.store.query("SELECT day, last_day FROM event WHERE id = ?", best.target)
            return (rows[0][0], rows[0][1] + 1, best.end, f"event:{best.target}") if rows else None
        same = {m.target for m in self.matches if m.start == best.start and m.end == best.end and m.kind == "instrument"}
        if len(same) > 1:
            raise Unclear(f"“{best.said}” can mean {' or '.join(sorted(same))}", tuple(sorted(same)))
        rows = self.store.query("SELECT announced, announced_last FROM instrument WHERE id = ?", best.target)
        return (rows[0][0], rows[0][1] + 1, best.end, best.target) if rows else None

    def _fiscal(self) -> tuple[int, int] | None:
        parties = [m.party for m in self.mentions] or [self.store.meta.get("focus", "")]
        ends = {str(self.lexicon.document(f"party:{p}").get("fiscal_year_ends") or "") for p in parties} - {""}
        if len(ends) != 1:
            return None
        month, _, day = ends.pop().partition("-")
        return int(month), int(day)

    def _take_known(self) -> None:
        """``as known on D``, ``what was known by D about …``: that date is the other clock's."""
        for moment in self.moments:
            before = {t.low for t in self.tokens[max(0, moment.first - 2) : moment.first]}
            if before & {"known", "knew", "public", "publicly"} and moment.end < FOREVER:
                self.known = moment.end - 1
                self.moments.remove(moment)
                for i in range(moment.first, moment.last + 1):
                    self.tokens[i] = Token("the", "the")
                return

    def _content(self) -> set[int]:
        return {i for i, t in enumerate(self.tokens) if t.low not in ARTICLES and t.lemma not in english.FILLER and t.low not in english.WHO}

    def _refuse_words(self, kind: str) -> None:
        named = {i for m in self.matches if m.kind not in ("ask", "nameword", "scope", "word", "deny") for i in range(m.start, m.end)}
        lows = [t.low for t in self.tokens]
        if any(
            lows[i] == "how" and lows[i + 1] in ("do", "can", "could", "should", "would") and lows[i + 2] in ("i", "we", "you", "one")
            for i in range(len(lows) - 2)
        ):
            raise Refusal("not-understood", "I do not tell how to do a thing: the records say who, what, how much, since when and until when.")
        if any(t.low == "how" and self.tokens[i + 1].low == "come" for i, t in enumerate(self.tokens[:-1])):
            raise Refusal(
                "not-understood",
                "I cannot answer “how come” from records of what held when: they say who, what, how much, since when and until when.",
            )
        for i in sorted(self._content() - named):
            if i and self.tokens[i].low == "more" and self.tokens[i - 1].low in ("any", "no"):
                continue
            if self.tokens[i].lemma in english.REFUSED and kind != "value":
                raise Refusal(
                    "not-understood",
                    f"I cannot answer “{self.tokens[i].text}” from records of what held when: they say who, what, how much, since when and until when.",
                )
        for i, token in enumerate(self.tokens):
            if token.low in english.NEGATIONS and i not in named and self._negation(i) is None:
                raise Refusal(
                    "not-understood",
                    f"I do not read “{token.text}” in this place, and leaving it out could turn the question round. Ask it without a negation.",
                )

    def _negation(self, i: int) -> str | None:
        """What a negation at a position does: ``longer`` (no longer), ``exclusive`` (not exclusive), ``polite`` (isn't it), or None where it is not read."""
        low = self.tokens[i].low
        after = self.tokens[i + 1].low if i + 1 < len(self.tokens) else ""
        if low == "no" and after == "longer":
            return "longer"
        if low == "no" and any(t.low == "more" and self.tokens[j - 1].low == "any" for j, t in enumerate(self.tokens) if j > i + 1):
            return "longer"
        if (
            low == "not"
            and after in ("any", "anymore")
            and (after == "anymore" or (i + 2 < len(self.tokens) and self.tokens[i + 2].low in ("longer", "more")))
        ):
            return "longer"
        if low in ("non", "nonexclusive") or (low == "not" and i + 1 < len(self.tokens) and self.tokens[i + 1].lemma in english.EXCLUSIVE):
            return "exclusive"
        if low == "not" and i == 1 and self.tokens[0].lemma in english.YES_NO:
            return "polite"
        return None

    # -- the kind of question ---------------------------------------------------------------------

    def _kind(self) -> tuple[str, set[int], set[str]]:
        """The kind, the positions of the words that say so, and the question's head words as typed."""
        lows = [t.low for t in self.tokens]
        lemmas = [t.lemma for t in self.tokens]
        heads = set(lows[:4]) & (english.PAST | {"is", "are", "does", "do", "has", "have"})
        timed = self._timed()

        def at(*words: str) -> int | None:
            for i in range(len(lows) - len(words) + 1):
                if tuple(lows[i : i + len(words)]) == words and i not in timed:
                    return i
            return None

        changes = {
            i
            for i, w in enumerate(lemmas)
            if w in ("switch", "chang", "change", "evolv", "differ", "differenc", "history", "compar", "altered", "amend") and i not in timed
        }
        for words in (
            ("until", "when"),
            ("until", "which", "year"),
            ("until", "what", "year"),
            ("until", "which", "date"),
            ("by", "when"),
            ("till", "when"),
            ("up", "to", "when"),
        ):
            if (i := at(*words)) is not None:
                return "end", set(range(i, i + len(words))), heads
        for words in (("since", "when"), ("from", "when")):
            if (i := at(*words)) is not None:
                return "start", set(range(i, i + len(words))), heads
        for phrase in (("from", "what", "date"), ("from", "which", "date"), ("from", "what", "day"), ("as", "of", "what", "date")):
            if (i := at(*phrase)) is not None:
                return "start", set(range(i, i + len(phrase))), heads
        if (i := at("how", "long")) is not None:
            return ("start" if i + 2 < len(lows) and lows[i + 2] in ("has", "have") else "end"), {i, i + 1}, heads
        when = next((i for i, w in enumerate(lows) if w == "when" and i not in timed), None)
        if when is None and lows[:1] == ["what"] and len(lows) > 1 and lows[1] in ("date", "day", "year", "time", "month"):
            when = 1
        if (
            when is None
            and lows[:2] in (["which", "year"], ["which", "date"], ["in", "which"], ["on", "which"], ["in", "what"])
            and any(w in ("year", "date", "month", "day") for w in lows[:4])
        ):
            when = next(i for i, w in enumerate(lows) if w in ("year", "date", "month", "day"))
        if when is not None:
            if changes:
                return "change", changes | {when}, heads
            ends = {i for i, w in enumerate(lemmas) if w in english.ENDING or lows[i] in ("out", "over")}
            runs = {i for i, w in enumerate(lemmas) if w in ("run",) and i + 1 < len(lows) and lows[i + 1] == "out"}
            return ("end", ends | {when}, heads) if ends or runs else ("start", {when}, heads)
        if changes:
            return "change", changes, heads
        if at("what", "happened") is not None:
            return "change", {at("what", "happened") or 0, (at("what", "happened") or 0) + 1}, heads
        for words in (
            ("how", "much"),
            ("how", "many"),
            ("how", "big"),
            ("how", "large"),
            ("how", "high"),
            ("what", "percentage"),
            ("what", "percent"),
            ("what", "amount"),
            ("what", "size"),
        ):
            if (i := at(*words)) is not None:
                return "value", set(range(i, i + len(words))), heads
        who = next((i for i, w in enumerate(lows) if w in ("who", "whom", "whose")), None)
        if who is not None:
            return "holder", {who}, heads
        which = next(
            (
                i
                for i, w in enumerate(lows)
                if w == "which"
                or (
                    w == "what"
                    and i + 1 < len(lemmas)
                    and (
                        lemmas[i + 1] in _COMPANY_WORDS
                        or (i + 2 < len(lemmas) and lemmas[i + 1] not in english.FILLER and lemmas[i + 2] in english.YES_NO)
                    )
                )
            ),
            None,
        )
        if which is not None:
            return "list", {which}, heads
        asking = english.YES_NO | {"what", "how", "wher"}
        first = next(
            (
                t.lemma
                for i, t in enumerate(self.tokens)
                if i not in timed and (t.lemma in asking or t.lemma not in english.FILLER) and t.low not in ARTICLES
            ),
            "",
        )
        if first in english.YES_NO:
            return "state", set(), {t.low for i, t in enumerate(self.tokens) if i not in timed and t.lemma in english.YES_NO}
        if "where" in lows:
            return "holder", set(), heads
        if first in ("list", "nam") or at("what", "all") is not None:
            return "list", {i for i, w in enumerate(lemmas) if w in ("list", "nam", "all")}, heads
        if "what" in lows or "how" in lows:
            return "what", set(), heads
        return "keyword", set(), heads

    # -- terms ------------------------------------------------------------------------------------

    def _term_candidates(self, kind: str, kind_used: set[int]) -> list[Candidate]:
        named: dict[str, list[Match]] = {}
        asked: dict[str, dict[int, list[str]]] = {}
        present: dict[tuple[str, int], set[str]] = {}
        bags: dict[tuple[str, int], dict[str, int]] = {}
        said: dict[tuple[str, int], str] = {}
        for match in self.matches:
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
            for match in self.matches:
                covered = {i for m in self.mentions for i in range(m.start, m.end)}
                own = [i for i in range(match.start, match.end) if i not in covered and self.tokens[i].lemma not in english.FILLER]
                if match.kind == "scope" and match.end - match.start > 1 and own:
                    named.setdefault(match.extra, []).append(Match(match.start, match.end, "bag", match.extra, 0, match.said, ""))
        found = []
        for term in sorted(set(named) | set(asked)):
            found += self._term_candidate(term, named.get(term, []), asked.get(term, {}), kind, kind_used)
        return found

    def _everything(self, kind_used: set[int]) -> Reading | None:
        """``what changed between A and B``: no term, but days, and perhaps the deals of parties or one deal by name."""
        named = {i for m in self.matches if m.kind == "deal" for i in range(m.start, m.end)}
        party = {i for m in self.mentions for i in range(m.start, m.end)}
        words = {i for i in self._content() if self.tokens[i].lemma in english.CHANGE_WORDS | english.DEAL_WORDS}
        if not self.moments or len(self.moments) > 2 or self._content() - kind_used - self._timed() - named - party - words:
            return None
        reading = Reading("change", None)
        reading.target = ("diff", "", 0)
        first, last = self.moments[0], self.moments[-1]
        if len(self.moments) == 2 or first.relation == "between":
            reading.window = (first.end - 1 if len(self.moments) == 2 else first.start, last.end)
        else:
            reading.window = (first.start - 1, min(first.end, self.today + 1))
        longest = max((m for m in self.matches if m.kind == "deal"), key=lambda m: m.end - m.start, default=None)
        if longest is not None:
            reading.deals = [longest.target]
        elif self.mentions:
            parties = sorted({m.party for m in self.mentions})
            having = [
                {
                    d
                    for (d,) in self.store.query(
                        "SELECT DISTINCT l.deal FROM involves AS i JOIN listed_in AS l ON l.clause = i.clause WHERE i.party = ?", p
                    )
                }
                for p in parties
            ]
            reading.deals = sorted(set.intersection(*having))
            if not reading.deals:
                raise Refusal("no-record", f"No deal between {' and '.join(m.said for m in self.mentions)} is recorded.")
        reading.known = self.known
        reading.corrections = self.corrections
        return reading

    def _only_term(self, kind: str, kind_used: set[int]) -> list[Candidate]:
        """A question that names no term, about who came before or after a holder of just one."""
        way, mention, tokens_used = self.relative or ("", self.mentions[0], frozenset())
        terms = self.store.query("SELECT DISTINCT term FROM clause WHERE holder = ? LIMIT 2", mention.party)
        left = self._content() - tokens_used - kind_used - self._timed() - {i for m in self.mentions for i in range(m.start, m.end)}
        if len(terms) != 1 or left:
            return []
        reading = Reading("holder" if kind in ("what", "keyword") else kind, str(terms[0][0]))
        reading.why = [f"{way} {mention.said}"]
        return [Candidate(reading, set(tokens_used), [], [])]

    def _items(self) -> tuple[list[Item], int | None]:
        """Parties, content words and the prepositions between parties, in order, and the place of the ``by`` of a passive."""
        items: list[Item] = []
        inside: dict[int, int] = {i: n for n, m in enumerate(self.mentions) for i in range(m.start, m.end)}
        timed = self._timed()
        for i, token in enumerate(self.tokens):
            if i in inside:
                if i == self.mentions[inside[i]].start:
                    items.append(Item(i, party=inside[i]))
                if self.mentions[inside[i]].product is not None:
                    items.append(Item(i, lemma=token.lemma))
            elif i not in timed and token.low not in ARTICLES and (token.lemma not in english.FILLER or token.lemma in LIGHT):
                items.append(Item(i, lemma=token.lemma))
            elif i not in timed and token.low in PLACES and any(i < m.start <= i + 2 for m in self.mentions):
                items.append(Item(i, lemma="on"))
        by = None
        for n, mention in enumerate(self.mentions):
            before = mention.start - 1
            while before >= 0 and self.tokens[before].low in ARTICLES:
                before -= 1
            if (
                before >= 1
                and self.tokens[before].low == "by"
                and any(t.lemma == "be" or t.low in ("been", "get", "gets", "got") or t.low.endswith("ed") for t in self.tokens[:before])
            ):
                by = before if n >= 0 else by
        return items, by

    def _term_candidate(self, term: str, names: list[Match], asks: dict[int, list[str]], kind: str, kind_used: set[int]) -> list[Candidate]:
        document = self.lexicon.document(f"term:{term}")
        items, by = self._items()
        name_used = {i for m in _longest(names) for i in range(m.start, m.end)}
        bag = bool(names) and all(m.kind == "bag" for m in names)
        orders = (
            [arranged(items, by)] if by is not None else [items, *([arranged(items, verb)] if (verb := self._participle(items)) is not None else [])]
        )
        found_fits = [ways for _, wanted in sorted(asks.items()) if (ways := [way for order in orders for way in fits(wanted, order)])]
        content = self._content()
        timed = self._timed()
        word_used = {m.start for m in self.matches if m.kind == "word" and m.target == term}
        denied = max(({*range(m.start, m.end)} for m in self.matches if m.kind == "deny" and m.target == term), key=len, default=set())
        scoped = [m for m in self.matches if m.kind == "scope" and m.extra == term]
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
            party_tokens = {i for m in self.mentions for i in range(m.start, m.end)}
            free = content - used - party_tokens
            exclusive = {i for i in content - timed if self.tokens[i].lemma in english.EXCLUSIVE}
            negations = {i for i in free if self.tokens[i].low in english.NEGATIONS and self._negation(i)}
            negations |= {j for i in free if self.tokens[i].low == "more" and i and self.tokens[i - 1].low == "any" for j in (i - 1, i)}
            amount, amount_used = self._amount(free)
            by_words = free & word_used
            by_kind = {i for i in free if self.tokens[i].lemma in _kind_words(kind) | english.NOW_WORDS}
            light = {i for i in free if self.tokens[i].lemma in english.LIGHT_VERBS | english.GENERIC} if name_used or found is not None else set()
            if kind in ("what", "holder", "list"):
                light |= {i for i in free if self.tokens[i].lemma in english.WHAT_WORDS}
            leftover = sorted(
                free
                - exclusive
                - negations
                - amount_used
                - by_words
                - by_kind
                - light
                - ({i for i in free if self.tokens[i].lemma in english.OVER} if kind == "state" else set())
            )
            within = [m for m in self.matches if m.kind in ("instrument", "deal") and set(range(m.start, m.end)) & set(leftover)]
            inside = max(within, key=lambda m: m.end - m.start, default=None)
            if inside is not None:
                leftover = [i for i in leftover if not inside.start <= i < inside.end]
            scopes = self._scopes_of(term, leftover) if leftover and not scoped else []
            only = self._clauses_of(term, leftover, kind) if leftover and not scopes else []
            if scopes or only:
                leftover = []
            reading = Reading(_resolved(kind, document), term)
            reading.raw = kind
            reading.exclusive = bool(exclusive - by_words - name_used) or bool(
                exclusive and document.get("answer") != "yes-no" and kind in ("state", "what", "keyword")
            )
            over = (
                {i for i in free if self.tokens[i].lemma in english.OVER}
                if kind == "state" and not english.MODALS & {t.low for t in self.tokens}
                else set()
            )
            reading.negated = bool(over) or any(
                self._negation(i) in ("longer", "exclusive") for i in range(len(self.tokens)) if self.tokens[i].low in english.NEGATIONS
            )
            reading.denies = bool(denied)
            reading.amount = amount
            reading.sums = bool({self.tokens[i].lemma for i in range(len(self.tokens))} & english.SUM_WORDS)
            reading.scope = max(scoped, key=lambda m: m.end - m.start).target if scoped else None
            reading.scopes = [reading.scope] if reading.scope else scopes
            reading.only = only
            said_in = next((m.record for m in self.moments if m.relation == "per" and m.record and not m.record.startswith("event:")), None)
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
                m.product is not None and m.party in self.subjects_of(term) and not taken & set(range(m.start, m.end)) for m in self.mentions
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

    def _clauses_of(self, term: str, leftover: list[int], kind: str) -> list[str]:
        """Clauses of the term whose own words hold every left-over word; for yes or no, their label and scope alone."""
        wanted = {self.tokens[i].lemma for i in leftover}
        fields = "json_extract(doc, '$.label'), scope" + (
            "" if kind == "state" else ", json_extract(doc, '$.text'), json_extract(doc, '$.ends_when')"
        )
        rows = self.store.query(f"SELECT id, {fields} FROM clause WHERE term = ? ORDER BY place", term)
        parties = {m.party for m in self.mentions}
        for party in parties:
            mine = {
                row[0]
                for row in self.store.query(
                    "SELECT c.id FROM involves AS i JOIN clause AS c ON c.n = i.clause WHERE i.party = ? AND c.term = ?", party, term
                )
            }
            rows = [row for row in rows if row[0] in mine]
        return [row[0] for row in rows if wanted <= {t.lemma for text in row[1:] if text for t in tokens(text)}]

    def subjects_of(self, term: str) -> set[str]:
        """Parties that are a subject of the term anywhere in the record."""
        return {lineage.subject for lineage in self.store.lineages(term)} if any(m.product for m in self.mentions) else set()

    def _participle(self, items: list[Item]) -> int | None:
        """The place of the verb of a passive without an agent: ``is X sold on Y``."""
        be = next((i for i, t in enumerate(self.tokens) if t.lemma == "be"), None)
        if be is None:
            return None
        return next(
            (
                item.at
                for item in items
                if item.party < 0
                and item.at > be
                and (t := self.tokens[item.at]).low != t.lemma
                and (t.low.endswith("ed") or t.low in english.PARTICIPLES)
            ),
            None,
        )

    def _scopes_of(self, term: str, leftover: list[int]) -> list[str]:
        """Scopes of the term in whose words all left-over words stand."""
        wanted = {self.tokens[i].lemma for i in leftover}
        found = self.store.query("SELECT DISTINCT scope FROM lineage WHERE term = ? AND scope IS NOT NULL ORDER BY scope", term)
        return [scope for (scope,) in found if wanted <= {t.lemma for t in tokens(scope)}]

    def _amount(self, free: set[int]) -> tuple[tuple[float, str] | None, set[int]]:
        """``$38 billion``, ``20 percent``, ``2 GW``: the number, its unit in normal form, and the positions."""
        for i in sorted(free):
            low = self.tokens[i].low
            digits = low.rstrip("kmbt") if low[:1].isdigit() else low
            if not digits.replace(".", "", 1).isdigit():
                continue
            number, used, j = float(digits), {i}, i + 1
            if digits != low:
                number *= english.SCALES.get(low[len(digits) :], 1)
            if j < len(self.tokens) and self.tokens[j].low in english.SCALES:
                number *= english.SCALES[self.tokens[j].low]
                used.add(j)
                j += 1
            unit = ""
            if i > 0 and self.tokens[i - 1].lemma == "dollar":
                unit, used = "dollar", used | {i - 1}
            elif j < len(self.tokens) and j in free:
                unit = self.tokens[j].lemma
                used.add(j)
            if not unit and len(used) == 1 and digits == low:
                continue  # a bare number is no amount: it stays unread, and the question unanswered
            return (number, unit), used
        return None, set()

    def _settles(self, candidate: Candidate) -> bool:
        """True where the records have such a right between such parties."""
        try:
            self._settle(candidate)
        except Refusal:
            return False
        return bool(candidate.reading.lineages)

    def _settle(self, candidate: Candidate) -> None:
        """Who is who, which lineages, which days. Raises :class:`Refusal` where that is not clear."""
        from tenor.ask.roles import settle

        settle(self, candidate)
        reading = candidate.reading
        reading.window = self._window(reading)

    def _window(self, reading: Reading) -> tuple[int, int] | None:
        moments = [m for m in self.moments if m.relation != "per" or m.record is None or m.record.startswith("event:")]
        if self.relative is not None:
            reading.relative = (self.relative[0], self.relative[1].party)
            if moments:
                raise Refusal("ambiguous", "The question names two times; ask for one.")
            return None
        if len(moments) > 1:
            now = [m for m in moments if (m.start, m.end) == (self.today, self.today + 1) and m.last == m.first]
            moments = [m for m in moments if m not in now] or moments[:1]
        if len(moments) > 1:
            start, end = max(m.start for m in moments), min(m.end for m in moments)
            if start >= end or reading.kind == "change":
                raise Refusal(
                    "ambiguous",
                    "The question names more than one time: " + ", ".join(f"{iso(m.start)} to {iso(m.end - 1)}" for m in moments) + ". Ask for one.",
                )
            return start, end
        if moments:
            moment = moments[0]
            if moment.record and not moment.record.startswith("event:"):
                reading.instrument = moment.record
            return moment.start, moment.end
        if reading.inside is not None and reading.inside[0] == "instrument":
            return None
        if reading.kind in ("start", "end", "change") or reading.past or any(t.low in ("ever", "history", "record") for t in self.tokens):
            return None
        return self.today, self.today + 1

    # -- records that are no terms ----------------------------------------------------------------

    def _record_candidates(self, kind: str, kind_used: set[int]) -> list[Candidate]:
        targets: dict[tuple[str, str, int], list[Match]] = {}
        for match in self.matches:
            if match.kind in _RECORD_KINDS:
                targets.setdefault((match.kind, match.target, match.place), []).append(match)
        out: list[Candidate] = []
        content = self._content()
        timed = {i for m in self.moments if m.record is None for i in range(m.first, m.last + 1)}
        for (what, target, place), names in sorted(targets.items()):
            used = {i for m in _longest(names) for i in range(m.start, m.end)}
            record_id = (
                target
                if what in ("instrument", "deal")
                else f"commentary:{target}"
                if what == "claim"
                else f"{'observation' if what == 'measurement' else what}:{target}"
            )
            document = self.lexicon.document(record_id)
            own = _own_words(document, what, place) | self._party_words(document, what)
            free = content - used - kind_used - timed
            in_text = {i for i in free if self.tokens[i].lemma in own}
            by_kind = {i for i in free if self.tokens[i].lemma in _kind_words(kind) | english.SAY_WORDS | english.WHAT_WORDS}
            if what in ("instrument", "deal"):
                by_kind |= {i for i in free if self.tokens[i].lemma in english.GENERIC | english.SIGN_WORDS}
            leftover = sorted(free - in_text - by_kind)
            topic = self._topic(what, target, leftover) if leftover and kind in ("what", "list") else []
            if topic:
                leftover = []
            if what in ("deal", "instrument") and kind not in ("start", "change", "what", "list", "keyword", "end", "value"):
                continue
            reading = Reading("event" if kind in ("start", "what", "keyword", "list", "holder", "value", "end") else kind, None)
            reading.kind = kind
            reading.only = topic
            reading.target = (what, target, place)
            reading.score = (
                3.0 * len(used) + 1.0 * len(in_text) - (1.5 if what in ("claim", "dispute") else 0.5 if what in ("deal", "instrument") else 0)
            )
            if kind == "start":
                reading.score += {"event": 3, "claim": -2, "dispute": -2}.get(what, 0)
            reading.why = [f"names {sorted({m.said for m in names})}"]
            out.append(Candidate(reading, used | in_text, leftover, []))
        return out

    def _topic(self, what: str, target: str, leftover: list[int]) -> list[str]:
        """Clauses of an instrument or a deal that speak of all left-over words: ``what does X say about Y``."""
        if what not in ("instrument", "deal"):
            return []
        sql = (
            "SELECT doc FROM clause WHERE instrument = ?"
            if what == "instrument"
            else "SELECT c.doc FROM listed_in AS l JOIN clause AS c ON c.n = l.clause WHERE l.deal = ?"
        )
        wanted = {self.tokens[i].lemma for i in leftover}
        found = []
        for clause in self.store.each(f"{sql} ORDER BY place", target):
            parties = [self.store.name("party", p) for p in (clause["subject"], clause["holder"], *clause["holders"]) if p]
            texts = (clause["text"], clause["label"] or "", clause["scope"] or "", self.store.name("term", clause["term"]), *parties)
            if wanted <= {t.lemma for text in texts for t in tokens(text)}:
                found.append(str(clause["clause"]))
        return found

    def _party_words(self, document: dict[str, Any], what: str) -> set[str]:
        """The names of a record's own parties; of a claim, its speaker's."""
        parties = (
            [str(document.get("speaker"))]
            if what == "claim"
            else [str(p) for p in (*document.get("parties", ()), *((document["by"],) if document.get("by") else ()))]
        )
        named = [self.lexicon.document(f"party:{p}") for p in parties]
        said = [text for d in named for text in (d.get("name", ""), d.get("full_name", ""), *d.get("aliases", ()))]
        return {t.lemma for text in said for t in tokens(text)} | ({"right", "wrong", "video", "thesi"} if what == "claim" else set())

    def _claim_reading(self, kind: str) -> Reading | None:
        """``what does X say about Y``, ``according to X``: the claims of a speaker."""
        lemmas = [t.lemma for t in self.tokens]
        says = {i for i, w in enumerate(lemmas) if w in english.SAY_WORDS}
        according = next((i for i, t in enumerate(self.tokens) if t.low == "according" and i + 1 < len(self.tokens)), None)
        if not says and according is None:
            return None
        speakers = [m for m in self.mentions if self.store.query("SELECT 1 FROM claim WHERE speaker = ? LIMIT 1", m.party)]
        if not speakers:
            return None
        speaker = speakers[0]
        content = self._content() - says - set(range(speaker.start, speaker.end)) - {i for m in self.moments for i in range(m.first, m.last + 1)}
        if according is not None:
            content -= {according}
        topic = {
            i for i in content if self.tokens[i].lemma not in english.NOW_WORDS and self.tokens[i].low not in ("video", "right", "wrong", "claims")
        }
        reading = Reading("claim", None)
        reading.subject = speaker.party
        reading.target = ("speaker", speaker.party, 0)
        reading.known = self.known
        reading.corrections = self.corrections
        reading.why = [" ".join(self.tokens[i].lemma for i in sorted(topic))]
        del kind
        return reading

    def _not_understood(self) -> Refusal:
        if not self.candidates:
            known = {i for m in self.matches if m.kind not in ("ask", "nameword", "word") for i in range(m.start, m.end)} | {
                i for m in self.moments for i in range(m.first, m.last + 1)
            }
            unknown = [self.tokens[i].text for i in sorted(self._content() - known) if self.tokens[i].lemma not in _kind_words("keyword")]
            text = (
                f"No term of the record fits this question; I do not know {_listed(unknown)}."
                if unknown
                else "No term of the record fits this question."
            )
            return Refusal("not-understood", text)
        nearest = self.candidates[0]
        words = [self.tokens[i].text for i in nearest.leftover]
        text = f"I do not know what {_listed(words)} {'means' if len(words) == 1 else 'mean'} here, and leaving it out could change the answer."
        return Refusal("not-understood", text, terms=list(dict.fromkeys(c.reading.term for c in self.candidates[:6] if c.reading.term))[:3])


def _listed(words: list[str]) -> str:
    quoted = [f"“{w}”" for w in dict.fromkeys(words)]
    return quoted[0] if len(quoted) == 1 else ", ".join(quoted[:-1]) + f" and {quoted[-1]}" if quoted else ""


def _longest(names: list[Match]) -> list[Match]:
    """Matches that are not inside a longer one of the same target."""
    return [m for m in names if not any((o.start <= m.start and m.end <= o.end and (o.end - o.start) > (m.end - m.start)) for o in names)]


def _kind_words(kind: str) -> frozenset[str]:
    return {
        "start": english.START_WORDS,
        "end": english.END_WORDS,
        "change": english.CHANGE_WORDS,
        "value": english.VALUE_WORDS | english.SUM_WORDS,
        "list": english.LIST_WORDS,
        "holder": english.LIST_WORDS,
        "what": english.VALUE_WORDS,
        "keyword": english.VALUE_WORDS,
    }.get(kind, frozenset())


def _resolved(kind: str, document: dict[str, Any]) -> str:
    """What and keyword questions take the kind of their term's answer."""
    if kind in ("what", "keyword"):
        return {"holder": "holder", "amount": "value", "yes-no": "state", "date": "end"}.get(str(document.get("answer")), "state")
    return kind


def _differs(one: Reading, other: Reading) -> bool:
    return one.term != other.term or one.target != other.target


def _own_words(document: dict[str, Any], what: str, place: int) -> set[str]:
    """The words of a record's own text: what a question about it may say. Of a measurement, its own and the title's, not its neighbors'."""
    if what == "measurement":
        value = document["values"][place - 1]
        texts = (
            str(document.get("title", "")),
            str(value.get("what", "")),
            str(value.get("at", "")),
            *value.get("names", ()),
            *document.get("names", ()),
        )
        return {t.lemma for text in texts for t in tokens(text)}
    said: list[str] = []
    for name in ("title", "says", "text", "our_note", "why", "method", "summary", "note"):
        if isinstance(document.get(name), str):
            said.append(document[name])
    for name in ("words", "names", "parties"):
        said.extend(str(w) for w in document.get(name, ()))
    for value in document.get("values", ()) if what in ("observation", "measurement") else ():
        said.append(str(value.get("what", "")))
        said.extend(value.get("names", ()))
    for position in document.get("positions", ()):
        said.append(str(position.get("says", "")))
    return {t.lemma for text in said for t in tokens(text)}
