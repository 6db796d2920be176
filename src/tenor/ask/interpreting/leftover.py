"""Where the words that neither name nor pattern took find their place, and which of them find none."""

from __future__ import annotations

from itertools import pairwise

from tenor.ask.answers.gone import asks_who_is_done
from tenor.ask.interpreting.amounts import amount_in
from tenor.ask.interpreting.elsewhere import asked_elsewhere, done_to_others
from tenor.ask.interpreting.kinds import kind_words, resolved
from tenor.ask.interpreting.within import said_by
from tenor.ask.language import english
from tenor.ask.language.roots import root
from tenor.ask.language.words import ARTICLES, forms, key, lemma
from tenor.ask.names.lexicon import longest
from tenor.ask.names.support import ANY, NAMING, OWN, TELLING, TOLD
from tenor.ask.parties.edges import edge_of, somebody_holds
from tenor.ask.phrasing.negation import lacking, negation
from tenor.ask.reading import Reading

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection

    from tenor.ask.interpreting.question import Question
    from tenor.ask.names.lexicon import Match

#: What a word of a name or a pattern, and one of a term's further words, counts on the scale of :data:`tenor.ask.names.support`.
_NAMED = 4.0
_WORDS = 2.5
_PLAIN = english.NOW_WORDS | english.LIGHT_VERBS | english.GENERIC | english.ADVERBS
#: Words that name no other thing behind the name of a term.
_NO_NOUN = _PLAIN | english.VALUE_WORDS | english.MEASURES | english.VALUED
#: Words that may be passed over where yes or no is asked, and elsewhere.
_PASSED = english.NOUNS | english.STEADY
_PASSED_OF_OTHERS = _PASSED | english.HANDLING


#: Words without which a question names no place in an order, and no part of a sum.
_IN_ORDER = english.ORDERING | english.AT_FIRST | english.PORTIONS
#: Verbs behind a word of order that say when: "when it was first announced".
_ORDERED_ACTS = english.SIGN_WORDS | english.REPORTING | english.START_WORDS


def _in_order(question: Question) -> bool:
    return not (_IN_ORDER.isdisjoint(question.lemmas()) and _IN_ORDER.isdisjoint(question.lows()))


class Sorted:
    """The words of a question as one term sees them. ``rest`` has the positions of those that stay unread."""

    def __init__(self, question: Question, term: str, kind: str, taken: set[int], kind_used: set[int], claimed: set[int]) -> None:
        self.question = question
        self.term = term
        self.kind = kind
        self.kind_used = kind_used
        self.document = question.lexicon.document(f"term:{term}")
        self.taken = taken
        self.why: list[str] = []
        timed = question.timed()
        mine = [m for m in question.matches if m.target == term or m.extra == term]
        #: A scope of one word that is the verb between two parties is no scope there: "has A funded B".
        self.scoped = [m for m in mine if m.kind == "scope" and not (m.end - m.start == 1 and (m.start in claimed or _other_form(question, m)))]
        denials = [m for m in mine if m.kind == "deny"]
        self.denied: set[int] = max(({*range(m.start, m.end)} for m in denials), key=len) if denials else set()
        self.used = taken | kind_used | timed | self.denied | {i for m in self.scoped for i in range(m.start, m.end)}
        content = question.content()
        self.free = content - self.used - question.mentioned()
        self.exclusive = {
            i
            for i in self._among(content - timed, english.EXCLUSIVE)
            if not _restricts(question, i) and question.tokens[i].low not in english.NOT_EXCLUSIVE
        }
        self.by_words = {i for i in self.free & question.words.keys() if term in question.words[i].terms}
        #: Words like "final", which say which of several is meant: they must stand in what answers.
        self.ordering = self._ordering() if kind != "change" else set()
        alone = somebody_holds(self.document) and not self.document.get("many") and "next" in question.lows()  # who comes next is no amount
        ordered = kind in ("holder", "list", "what", "keyword", "state") and (self.document.get("answer") == "holder" or alone)
        self.place, placing = self._placed(ordered=ordered) if _in_order(question) else ("", set())
        following = self.place == "next"
        if following and not any(m.relation == "after" for m in question.moments):  # "the next president" is nobody that a record knows
            self.place, placing, following = "", set(), False
        self.ordering -= placing
        self.free -= placing
        self.used |= placing
        many = self.document.get("answer") == "amount" and self.document.get("many")  # there, whoever has it no longer is told by their own versions
        left = many and (kind not in ("holder", "list") or asks_who_is_done(question))
        self.edge, ending = edge_of(question, kind, self.document) if somebody_holds(self.document) and not left else ("", set())
        after = self.place == "first" and self.edge == "" and kind in ("holder", "list") and [m.relation for m in question.moments] == ["after"]
        if (following and self.place) or (after and somebody_holds(self.document)):  # "the first president after 1900": the first to come then
            self.place, self.edge = "first", "from"
        beside = next((m.relation for m in question.moments if m.edge is not None), None)
        if self.edge == "from" and not self.place and kind in ("holder", "list") and beside is not None:  # "who became president right after 1900"
            self.place = "first" if beside == "after" else "last"
        self.free -= ending
        self.by_words -= self.ordering | ending | self._only_beside()
        if "all" in question.lows():  # "all 50", "all ten"
            self.free -= {i for i, (low, n) in enumerate(pairwise(question.lows())) if low == "all" and (n[:1].isdigit() or n in english.NUMBERS)}
        found = amount_in(question, self.free) if kind in ("state", "list", "holder") else None
        if found is not None and (found.definite or (kind != "state" and found.sign in ("=", "<="))):
            found = None
        self.amount = found
        amount_used = self.amount.used if self.amount is not None else set()
        self.over = {i for i in self._lemmas(english.OVER) if not _names_an_end(question, i)} | self._last_word(claimed) if kind == "state" else set()
        if question.tokens[0].low in english.POSSIBLE:
            self.over -= {
                i for i in self.over if i + 1 < len(question.tokens) and i + 1 not in timed
            }  # "can A cancel X": no right that X itself gives
        plain = self.by_words | self._lemmas(kind_words(kind)) | self._lemmas(_PLAIN)
        if kind in ("value", "what", "keyword", "list", "holder"):  # "what was A valued at" asks for no other amount
            plain -= {i for i in plain - self.by_words if question.tokens[i].low in english.VALUED}
        #: Words that are passed over because they cannot say which clause is meant; a term that accounts for them is preferred.
        self.passed = self._lemmas(_PASSED if kind == "state" else _PASSED_OF_OTHERS) - plain - claimed
        if kind == "holder":
            self.passed -= question.main_verb()
        plain |= self.passed
        if kind not in ("state", "value") and (compared := question.compared()):
            plain |= compared - set(question.support().amounts) - {i + 1 for i in question.support().amounts}
        if kind == "start":
            plain -= self._lemmas(english.REPORTING) - self.by_words
        if kind in ("value", "what"):
            plain |= self._lemmas(english.EXTREMES)
        self.sort: set[str] = set()
        if kind in ("what", "holder", "list"):
            plain |= self._lemmas(english.WHAT_WORDS) | self._sort_of_party()
        if kind != "state" and self.document.get("answer") == "amount" and not english.SEVERAL.isdisjoint(question.lows()):
            from tenor.ask.interpreting.pieces import speaking_of_several

            plain |= speaking_of_several(question.tokens) & self.free
        if question.lenient:
            plain |= question.plain() & self.free - (question.main_verb() if kind == "holder" else set())
        if self.ordering:
            plain -= self.ordering - self._lemmas(kind_words(kind) - english.END_WORDS)
        if names := self.free & question.capitals():  # a name is no form of a common word
            plain -= names
            self.by_words -= {i for i in names if question.tokens[i].low not in self.document.get("words", ())}
        plain -= {i for i in self._heads() & self.by_words - self._holder_words() if question.tokens[i].lemma not in _NO_NOUN and not self._says(i)}
        self.rest = sorted(self.free - self.exclusive - self._negations() - amount_used - plain - self.over)
        self.plain = plain
        self.inside = self._inside()
        #: Scopes and clauses that the words left over single out, and how near those texts are.
        self.scopes: list[str] = []
        self.only: list[str] = []
        self.near = 0.0
        called = {i for m in mine if question.tokens[m.end - 1].lemma in english.DEAL_WORDS for i in range(m.start, m.end)}
        in_a_row = self._deals_in_a_row() & ((taken - called) | {*self.rest}) if kind in ("holder", "list") and _in_order(question) else set()
        if self.rest and in_a_row.isdisjoint(self.rest):
            self._narrow()
        self.rest = sorted({*self.rest, *in_a_row})
        if not (self.rest or self.only or self.scopes or self.scoped) and self.document.get("answer") == "text" and kind in ("what", "state"):
            telling = self.by_words if kind == "what" else {i for m in mine if m.kind == "term" for i in range(m.start, m.end)}
            if telling and (kind == "what" or "there" in question.lows()[:2]):
                fields = ANY if kind == "what" else OWN  # words of the term that also tell its clauses apart
                self.only = sorted(self._clauses(sorted(telling), fields))

        if self.document.get("answer") == "amount" and (right := question.asked_right()):  # how much somebody has is no right
            self.rest, self.only = sorted({*self.rest, *right} - self.taken), []
        if somebody_holds(self.document):
            holding = self.document.get("answer") == "holder"
            aside = asked_elsewhere(question, term, self.taken) if holding else done_to_others(question, self.taken)
            self.rest, self.only = (sorted({*self.rest, *aside}), []) if aside else (self.rest, self.only)

    def _lemmas(self, words: frozenset[str]) -> set[int]:
        """Which of the words that are free are any of these."""
        return self._among(self.free, words)

    def _among(self, positions: Collection[int], words: frozenset[str]) -> set[int]:
        if words.isdisjoint(self.question.lemmas()):
            return set()
        said = self.question.tokens
        return {i for i in positions if said[i].lemma in words}

    def _last_word(self, claimed: set[int]) -> set[int]:
        """``is X over``, ``does the license end``: the last word but for the time, where it says that a thing ends, though a name may end so, too."""
        said, timed = self.question.tokens, self.question.timed()
        last = max((i for i in range(len(said)) if i not in timed and said[i].lemma not in english.NOW_WORDS), default=0)
        return (
            {last} - claimed if said[last].low == "over" or (said[last].lemma in english.STOPPING and self.question.typed[0].lemma != "be") else set()
        )

    def _only_beside(self) -> set[int]:
        """The words that name what is asked for, where no clause of the term tells any of them: what goes with a term is not what it is."""
        asked = {i for i in self.question.asked_noun() & self.free if self.question.tokens[i].low not in english.NUMBERS}
        if not asked & self.by_words:
            return set()
        support = self.question.support()
        told = any(support.clauses(keys, TOLD, self.term) for i in asked if (keys := support.keys([i])))
        if asked <= self._holder_words():
            return set()
        return set() if told or support.parties_of_sort(support.keys(asked)) else self.by_words & asked

    def _holder_words(self) -> set[int]:
        """``who was the X contractor``, of a term whose definition calls its holder so: what is asked for is who has it."""
        support = self.question.support()
        if self.kind != "holder":
            return set()
        return {i for i in self.free & self.question.words.keys() if any(support.term_says(self.term, key, "about") for key in support.keys([i]))}

    def _placed(self, *, ordered: bool) -> tuple[str, set[int]]:
        from tenor.ask.parties.ordinal import placed

        return placed(self, ordered=ordered)

    def _deals_in_a_row(self) -> set[int]:
        from tenor.ask.parties.ordinal import deals_in_a_row

        return deals_in_a_row(self.question)

    def _ordering(self) -> set[int]:
        """``the final payment``: which of several, unless the term itself is called so."""
        said, support = self.question.tokens, self.question.support()
        found = {i for i in self._lemmas(english.ORDERING) if not (said[i + 1 : i + 2] and said[i + 1].lemma in _ORDERED_ACTS)}
        if self.kind == "end":  # "the last part", and not "how long did it last" or "its last day"
            return {i for i in found if _before_a_noun(self.question, i)}
        found -= {  # "an unrelated third party" is none of several
            i for i in found if said[i].low == "third" and [t.lemma for t in said[i + 1 : i + 2]] == ["party"] and said[i - 1].low != "the"
        }
        return {i for i in found if not support.term_says(self.term, root(said[i].lemma), "own")}

    def _sort_of_party(self) -> set[int]:
        """``which clouds``, ``what investor``: nouns that say what sort of party is asked for, by the term's own words or by the records of parties."""
        support, said = self.question.support(), self.question.tokens
        nouns = self.question.sort_words() & self.free
        if not nouns:
            return set()
        own = {i for i in nouns if support.term_says(self.term, root(said[i].lemma), "about")}
        rest = {i for i in nouns - own - self.by_words if said[i].lemma not in english.LIST_WORDS}
        found = support.parties_of_sort(support.keys(rest)) if rest else set()
        holders = {p for x in self.question.store.lineages(self.term) for p in (x.subject, *(x.holder or "").split("+"))}
        if found & holders:
            self.sort = found
            return own | rest
        return own

    def _joined_scopes(self) -> list[str]:
        """``of X and of Y``: scopes that the question names side by side."""
        if not self.scoped:
            return []
        named = sorted(longest(self.scoped), key=lambda m: m.start)
        said = self.question.tokens
        pairs = [
            (a, b)
            for a, b in pairwise(named)
            if a.target != b.target and a.end < b.start and all(t.low in _BETWEEN_SCOPES for t in said[a.end : b.start])
        ]
        return list(dict.fromkeys([*(m.target for pair in pairs for m in pair), *(s for m in named for s in self._beside(m))]))

    def _beside(self, one: Match) -> list[str]:
        """``X One and Two``: a scope and the one that differs from it in its last word, which stands behind "and"."""
        said = self.question.tokens[one.end : one.end + 2]
        words = key(one.target).split()
        if [t.low for t in said[:1]] not in (["and"], ["or"]) or len(said) < len(("and", "other")) or len(words) < len(("name", "word")):
            return []
        wanted = " ".join((*words[:-1], said[1].lemma)) + " "
        found = self.question.store.query("SELECT DISTINCT scope FROM lineage WHERE term = ? AND scope IS NOT NULL", self.term)
        other = [scope for (scope,) in found if f"{key(scope)} ".startswith(wanted)]
        return [one.target, *other] if other else []

    def _negations(self) -> set[int]:
        said = self.question.tokens
        if self.question.affirmative():
            return set()
        more = {j for i in self.free if said[i].low == "more" and i and said[i - 1].low == "any" for j in (i - 1, i)}
        return more | {i for i in self.free if said[i].low in english.NEGATIONS and negation(self.question, i)}

    def _inside(self) -> Match | None:
        """The instrument or deal that the words left over name."""
        papers = [m for m in self.question.matches if m.kind in ("instrument", "deal")]
        if not papers:
            return None
        within = [m for m in papers if not {*self.rest}.isdisjoint(range(m.start, m.end))]
        found = max(within, key=lambda m: m.end - m.start, default=None) or self._named_document()
        if found is not None:
            self.rest = [i for i in self.rest if not found.start <= i < found.end]
        return found

    def _named_document(self) -> Match | None:
        """The one instrument that is named in so many words, where it has a clause of the term: "the third Acme contract"."""
        said = self.question.tokens
        named = [m for m in self.question.matches if m.kind == "instrument" and said[m.end - 1].lemma in english.DOCUMENTS]
        if not named or self.kind == "change":
            return None
        timed = self.question.timed()
        found = max(named, key=lambda m: m.end - m.start)
        alone = {m.target for m in named if m.end - m.start == found.end - found.start} == {found.target}
        if not alone or any(i in timed for i in range(found.start, found.end)):
            return None
        sql = "SELECT 1 FROM clause WHERE instrument = ? AND term = ? LIMIT 1"
        return found if self.question.store.query(sql, found.target, self.term) else None

    def _narrow(self) -> None:
        """Scopes, or else clauses, that say all the words left over; where none does, those that the term's definition says are plain."""
        if (
            any(self.question.begins_another_name(i) for i in self.rest)
            or self._other_name()
            or self._counts_something_else()
            or self.question.how_much() & set(self.rest)
            or self.question.part_of_somebody() & set(self.rest)
        ):
            return
        if any(self.question.tokens[i].low in ("or", "vs", "versus") for i in self.rest):  # a text with an "or" of its own does not choose
            return
        if not self.scoped and (scopes := self._scopes()):
            self.scopes, self.rest = scopes, []
            return
        support = self.question.support()
        in_words = self.document.get("answer") == "text"  # told as it stands, and no yes and no no
        fields = ANY if self.kind != "state" else TELLING if in_words else NAMING
        names = {i for m in self.question.matches if m.kind == "term" and m.target != self.term for i in range(m.start, m.end)}
        asked = self.question.asked_noun() | self._heads() & {*self.rest}
        rest = [
            i
            for i in self.rest
            if i in names
            or i in self.ordering
            or not any(support.term_says(self.term, key, f) for key in support.keys([i]) for f in (("own",) if i in asked else ("own", "text")))
        ]
        if not rest:
            self.by_words |= set(self.rest)
            self.rest = []
            return
        if self.kind == "state" and names & set(rest):
            return
        found = self._clauses(rest, fields)
        for i in asked & set(rest):  # what is asked for must be told, and not only be mentioned in a remark
            told = support.clauses(support.keys([i]), TOLD, self.term)
            found = {c: near for c, near in found.items() if c in told}
            if not found:
                return
        if not found and self.kind != "state":
            rest = [i for i in rest if not any(support.term_says(self.term, key, "about") for key in support.keys([i]))]
            found = self._clauses(rest, fields) if rest else {}
            if rest and not found:
                return
        if found or self.kind != "state":
            least = max(found.values(), default=0.0) + (len(self.rest) - len(rest))
            named = _NAMED * len(self.taken) + _WORDS * len(self.by_words)
            self.only, self.rest = sorted(found), []
            self.near = (named + least) / (len(self.taken) + len(self.by_words) + len(rest) or 1)

    def _heads(self) -> set[int]:
        """``the investment prerequisite``: the last noun behind the name of the term, which is what is asked for."""
        if self.kind == "state":
            return set()
        ends = {m.end for m in longest([m for m in self.question.matches if m.kind == "term" and m.target == self.term])}
        after = self.question.content() - self.kind_used - self.question.timed()
        does = any(t.lemma == "do" for t in self.question.tokens)  # "how much did X intend": a verb, unless one stands behind it
        return {i for i in ends & self.free if i + 1 not in after and (not does or i + 1 in self.kind_used)}

    def _says(self, i: int) -> bool:
        """True where the term is called so, or one of its clauses tells it."""
        support = self.question.support()
        return any(support.term_says(self.term, key, "own") or support.clauses({key}, TOLD, self.term) for key in support.keys([i]))

    def _counts_something_else(self) -> bool:
        """``how much water``: what is counted must be what a clause or the term is called, and not a word in some remark."""
        i = self.question.counted()
        if self.kind != "value" or i is None or i not in self.rest:
            return False
        support = self.question.support()
        keys = support.keys([i])
        return (
            bool(keys)
            and not support.clauses(keys, NAMING, self.term)
            and not any(support.term_says(self.term, k, f) for k in keys for f in ("own", "text"))
        )

    def _other_name(self) -> bool:
        """True where the words left over hold a name of another term: what that name means cannot be read out of a text."""
        rest = set(self.rest)
        return any(
            m.kind == "term"
            and m.target != self.term
            and m.end - m.start > 1
            and rest & {*range(m.start, m.end)}
            and {*range(m.start, m.end)} <= rest | self.plain
            for m in self.question.matches
        )

    def _scopes(self) -> list[str]:
        """Scopes of the term in whose words all left-over words stand."""
        wanted = {self.question.tokens[i].lemma for i in self.rest}
        found = self.question.store.query("SELECT DISTINCT scope FROM lineage WHERE term = ? AND scope IS NOT NULL ORDER BY scope", self.term)
        return [scope for (scope,) in found if wanted <= forms(scope)]

    def _clauses(self, positions: list[int], fields: frozenset[tuple[str, str]]) -> dict[str, float]:
        """Clauses of the term between the parties named whose texts hold the words at these positions."""
        support = self.question.support()
        keys = support.keys(positions)
        found = support.clauses(keys, fields, self.term)
        amounts = [key for key in keys if key[:1] == "="] if self.kind == "holder" and len(found) > 1 else []
        if amounts:  # "who owns 27 percent": whoever's own that amount is, and not whose clause mentions it
            its_own = support.clauses(amounts, NAMING, self.term)
            found = {c: near for c, near in found.items() if c in its_own} or found
        products = [m for m in self.question.mentions if m.product and not self.taken & set(range(m.start, m.end))]
        found = {
            c: near for c, near in found.items() if self.question.parties() <= support.parties(c) and all(support.concerns(c, m) for m in products)
        }
        return (
            {c: near for c, near in found.items() if support.has_value(c, counted=self.question.counts(), percent=self.question.percent())}
            if self.kind == "value"
            else found
        )

    def _single(self) -> bool:
        """``at what valuation``, and not ``which valuations``."""
        said = self.question.tokens
        return any(t.low == "what" and not said[i + 1].low.endswith("s") for i, t in enumerate(said[:-1]))

    def reading(self) -> Reading:
        """The reading that these words make of the term."""
        said, document = self.question.tokens, self.document
        reading = Reading(resolved(self.kind, document), self.term)
        if self.kind == "list" and document.get("answer") == "amount" and self._single() and self.term in self.question.asked_terms():
            reading.kind = "value"  # "at what valuation did A …": how much, and no list
        reading.raw = self.kind
        reading.exclusive = bool(self.exclusive - self.by_words - self.taken) or bool(
            self.exclusive and document.get("answer") != "yes-no" and self.kind in ("state", "what", "keyword", "start", "end")
        )
        timed = self.question.timed()
        over = bool(self.over) and english.MODALS.isdisjoint([t.low for i, t in enumerate(said) if i not in timed])
        reading.negated = over or (
            not self.question.affirmative()
            and any(
                negation(self.question, i) in ("longer", "exclusive")
                for i in range(len(said))
                if said[i].low in english.NEGATIONS and (i not in self.taken or (reading.exclusive and i + 1 in self.exclusive))
            )
        )
        reading.over, reading.denies = bool(self.over), bool(self.denied) or lacking(self.question)
        reading.amount = self.amount
        comes_to = any(one.lemma == _COME and two.low == "to" for one, two in pairwise(self.question.typed))
        reading.sums = comes_to or not english.SUM_WORDS.isdisjoint(self.question.lemmas())
        reading.scope = max(self.scoped, key=lambda m: m.end - m.start).target if self.scoped else None
        reading.scopes = [reading.scope] if reading.scope else self.scopes
        if len(both := self._joined_scopes()) > 1:
            reading.scope, reading.scopes = None, both
        reading.only = self.only
        if self.kind == "state":
            reading.loose = tuple(sorted(self.by_words - self.taken | self.plain & self.free))
        reading.sort = self.sort
        reading.place = self.place
        reading.edge = self.edge
        said_in = said_by(self.question)
        reading.inside = ("instrument", said_in) if said_in else (self.inside.kind, self.inside.target) if self.inside is not None else None
        return reading


def _other_form(question: Question, scope: Match) -> bool:
    """``funding`` of a round, for what is "funded"."""
    return scope.said.endswith("ed") and question.tokens[scope.start].low.endswith("ing")


_COME = lemma("come")
_GOING, _WHERE_TO = frozenset(map(lemma, ("go", "went", "gone"))), ("to", "toward", "towards", "into", "for", "up", "down", "from")
_DATES = frozenset(map(lemma, ("day", "date", "year", "month", "time")))
_BETWEEN_SCOPES = frozenset("and or the of for a an in on".split())


def _names_an_end(question: Question, i: int) -> bool:
    """``end date``, ``expiry day``, ``the year ended June 2026``, ``went to 5``: a noun, a time, or a way to an amount: none says that anything is over."""
    going = question.tokens[i].lemma in _GOING and question.tokens[i + 1 : i + 2] and question.tokens[i + 1].low in _WHERE_TO
    if i in question.timed() or going:
        return True
    return i + 1 < len(question.tokens) and question.tokens[i + 1].lemma in ("dat", "day", "year", "month")


def _before_a_noun(question: Question, i: int) -> bool:
    """``the last part``, ``A's first contract``: a word of order that says which of several things is meant; of its days, each thing has but one last."""
    said = question.tokens
    owned = i > 0 and (said[i - 1].low in ARTICLES or said[i - 1].possessive)
    return owned and i + 1 < len(said) and i not in question.timed() and said[i + 1].lemma not in english.FILLER | _DATES


def _restricts(question: Question, i: int) -> bool:
    """``only in``, ``only if``: there the word is about what follows, and not about the holder."""
    after = question.tokens[i + 1].low if i + 1 < len(question.tokens) else ""
    return question.tokens[i].low == "only" and after in ("in", "if", "when", "as", "from", "since", "after")
