"""The words of a question, looked up: slips put right, parties and products found, dates taken out."""

from __future__ import annotations

from itertools import pairwise

from tenor.ask import english
from tenor.ask.amounts import compared
from tenor.ask.kept import once
from tenor.ask.lexicon import Lexicon, Match, Pattern, Word
from tenor.ask.moments import Moment, Reader, Unclear
from tenor.ask.negation import affirmed
from tenor.ask.neighbors import Neighbor, neighbor, relations
from tenor.ask.reading import Candidate, Mention, Refusal
from tenor.ask.restating import framed, without_choice, without_descriptions, without_exception, without_it, without_publisher, without_titles
from tenor.ask.support import Support
from tenor.ask.words import ARTICLES, Token, tokens
from tenor.ask.years import MONTH_NUMBERS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from tenor.ask.narrowing import Contrast
    from tenor.store.read import Store

#: Words before a period that say no more than "in".
_IN = frozenset(("in", "during", "throughout", "over", "for", "within", "the"))
_NO_SORT = english.FILLER | english.YES_NO
#: Nouns that any amount or record answers to: they name nothing that a text must tell.
_MEASURES = english.VALUE_WORDS | english.LIST_WORDS | english.NOUNS | english.GENERIC | english.MONEY | english.EXTREMES | english.MEASURES
_BESIDE_A_VERB = english.ADVERBS | english.NOW_WORDS
_NO_MAIN_VERB = english.STEADY | english.LIGHT_VERBS | english.GENERIC | english.FILLER | english.NOW_WORDS
_PERCENT = frozenset(("percent", "percentag"))
_COMING_OUT = english.SIGN_WORDS | english.START_WORDS
#: How a time is meant by an event that only says when.
_APART = ("before", "after", "since", "until", "through")
#: Where a name starts at the latest that "is it" stands before.
_FURTHEST_BEHIND_IT = 3
#: In how many days after a year the report on it comes out.
_AFTER_A_YEAR = 120


def _is_share(lows: Sequence[str], i: int) -> bool:
    """``what share``, ``how big a share``; with no number of shares and no price of one."""
    return lows[i - 1 : i] in (("what",), ("which",)) or ("how" in lows[max(0, i - 3) : i - 1] and lows[i - 1] in ARTICLES)


class Question:
    """One question against one knowledge base: its words, and what each can mean in the vocabulary."""

    def __init__(self, store: Store, question: str, today: int) -> None:
        self.store = store
        self.lexicon = Lexicon(store)
        self.question = question
        self.today = today
        self.tokens: list[Token] = tokens(question)
        #: The words as typed but for slips, where turns of phrase still stand.
        self.typed: list[Token] = self.tokens
        self.matches: list[Match] = []
        #: Word patterns and names of several words that can be in the question, and the words that stand in any or beside a term, by position.
        self.patterns: list[Pattern] = []
        self.words: dict[int, Word] = {}
        self.corrections: list[tuple[str, str]] = []
        self.mentions: list[Mention] = []
        self.moments: list[Moment] = []
        self.candidates: list[Candidate] = []
        self.known: int | None = None
        #: Asked is whether it was public by this day.
        self.published_by: int | None = None
        #: Asked is what the public learned in a time, and not what changed then.
        self.learned = False
        #: ``before`` or ``after`` a holder.
        self.relative: Neighbor | None = None
        #: Positions of words for a document that stand beside its date.
        self.documents: set[int] = set()
        self._support: Support | None = None
        self.looked_up = False
        #: True where other words were put in the place of some after that.
        self.turned = False
        #: What was found, by what found it: see :func:`tenor.ask.kept.once`.
        self.kept: dict[object, Any] = {}
        #: True in a second reading, in which words of everyday English may stay unread.
        self.lenient = False
        #: True where only a name or a pattern may lead to a term: an assertion is not read by what some text happens to say.
        self.strict = False
        #: What the question sets apart: ", i.e. not X,".
        self.contrast: Contrast | None = None
        #: True where a statement that is put to be checked was a denial, and stands here without its negation.
        self.denied = False
        #: Parties that the question leaves out: "besides A".
        self.excepted: list[Mention] = []
        #: True where parties that the question offers to choose from were taken out: only a term says which of them it is.
        self.choice = False

    def look_up(self) -> None:
        """Find everything that the words can mean. Raises :class:`Refusal` for a date that cannot be."""
        self.looked_up = False
        self.kept = {}
        told = not english.PUBLIC.isdisjoint([t.low for t in self.tokens])
        if told:
            from tenor.ask.learned import without_knowing
            from tenor.ask.publicly import said_as_known, take_known

            changed = without_knowing(self.tokens)
            self.learned = changed is not None
            self.tokens = said_as_known(self.tokens) if changed is None else changed
        self.typed = self.tokens
        self.tokens = framed(self.tokens)
        if self.tokens[0].low == "is":
            self.tokens, self.denied = affirmed(self.tokens)
        self._match()
        before = list(self.tokens)
        self.corrections = self.lexicon.correct(self.tokens, self.covered())
        if self.corrections:
            self.typed = [old if one is two else two for old, one, two in zip(self.typed, before, self.tokens, strict=True)]
            self._match()
        self.mentions = self._find_mentions()
        commas = self.after_commas()
        if commas and any(t.low in ("no", "not") for t in self.tokens):
            from tenor.ask.narrowing import without_contrast

            self.contrast = without_contrast(self)
            if self.contrast is not None:
                self._match()
                self.mentions = self._find_mentions()
        if self.mentions and self.mentions[0].start <= _FURTHEST_BEHIND_IT and self.tokens[1:2] and self.tokens[1].low == "it":
            self.tokens = without_it(self.tokens, self.mentions[0])
        plainer = without_publisher(without_titles(self.tokens, self.mentions, self.matches), self.mentions)
        plainer = without_descriptions(plainer, self.mentions, commas, self.lexicon)
        plainer, self.excepted = without_exception(plainer, self.mentions)
        open_choice = without_choice(plainer, self.mentions, [*commas, *self._after_colon()])
        lows = [t.low for t in open_choice]
        self.choice = lows != [t.low for t in plainer]
        if lows != [t.low for t in self.tokens]:
            self.tokens = open_choice
            self._match()
            self.mentions = self._find_mentions()
        self._take_owners()
        self._take_days_of_events()
        try:
            self.moments = Reader(self._without_named_months(), self.today, self._named_moment, self._fiscal).read()
        except Unclear as unclear:
            raise Refusal("not-understood", f"{unclear.reason[0].upper()}{unclear.reason[1:]}.", list(unclear.choices)) from unclear
        if self.moments:
            self._take_times()
        if told and not self.learned:
            take_known(self)
        self._take_documents()
        self._take_surnames()
        self._take_relative()
        self.looked_up = True

    def _take_days_of_events(self) -> None:
        """``on the day X launched``: when X launched, where X is an event by name."""
        lows = [t.low for t in self.tokens]
        if "day" not in lows and "date" not in lows:
            return
        for i in range(len(lows) - 4):
            if lows[i : i + 2] == ["on", "the"] and lows[i + 2] in ("day", "date"):
                start = i + 3 + (lows[i + 3] in ("that", "when", "on"))
                ends = [m.end for m in self.matches if m.start == start and m.kind == "event"]
                if any(t.lemma in _COMING_OUT for end in ends for t in self.tokens[end - 1 : end + 1]):
                    self.tokens[i:start] = [Token(self.tokens[j].text, "the" if j < start - 1 else "when") for j in range(i, start)]
                    return

    def _take_surnames(self) -> None:
        """``how long was Bell in office``: the last word of just one party's name is that party's name, where it is no word of the records."""
        found = self.strangers()
        if not found and self.question.islower():
            found = frozenset([i for i in self.content() - self.covered() - self.timed() if self.tokens[i].low.isalpha()])
        for i in sorted(found):
            word = f" {self.tokens[i].text.lower()}"
            named = [(party, name) for party, name in self.lexicon.called(self.tokens[i].text) if name.lower().endswith(word)]
            if len(named) > 1:
                named = self._in_office(named)
            if len(named) == 1 and named[0][1].split()[-1][:1].isupper():
                self.mentions.append(Mention(named[0][0], None, i, i + 1, self.tokens[i].possessive, named[0][1]))
        self.mentions.sort(key=lambda m: m.start)

    def _in_office(self, named: list[tuple[str, str]]) -> list[tuple[str, str]]:
        """Those of several namesakes who had, at any time, what the question names."""
        names = [m for m in self.matches if m.kind == "term"]
        widest = {m.target for m in names if not any(o.start <= m.start and m.end <= o.end and o.end - o.start > m.end - m.start for o in names)}
        sides = self.parties()
        rows = [(h, s) for term in widest for h, s in self.store.query("SELECT holder, subject FROM pair WHERE term = ?", term)]
        held = {str(holder) for holder, subject in rows if subject in sides or not any(s in sides for _, s in rows)}
        return [(party, name) for party, name in named if party in held]

    def _take_times(self) -> None:
        """Leave to the moments what says when, and take out those that do not."""
        self._leave_named_stages()
        within = [m for m in self.moments if m.record is not None]
        self.mentions = [  # "when ChatGPT launched": there the product says when, and is no side of the question
            m for m in self.mentions if m.product is None or not any(w.first <= m.start and m.end <= w.last + 1 for w in within)
        ]
        happened = [m for m in within if m.relation in _APART and str(m.record).startswith("event:")]
        inside = [m for m in self.mentions if any(h.first < m.start and m.end <= h.last + 1 for h in happened)]
        if inside:  # "after the Ann Bell verdict": who an event is called by is no side, where another is named or that one has no part in any right
            others = len(inside) < len(self.mentions)
            self.mentions = [m for m in self.mentions if m not in inside or not (others or self._a_stranger(m.party))]
        self._take_owned_years()

    def _a_stranger(self, party: str) -> bool:
        """True for a party that has nothing in the record, and owes nothing."""
        sql = "SELECT 1 FROM lineage WHERE subject = ?1 UNION SELECT 1 FROM pair WHERE holder = ?1 LIMIT 1"
        return not self.store.query(sql, party)

    def _without_named_months(self) -> list[Token]:
        """The words without those inside a name that would be a month: "June" of June Bell."""
        named = {i for m in self.mentions if m.end - m.start > 1 for i in range(m.start, m.end) if self.tokens[i].low in MONTH_NUMBERS}
        return [Token(t.text, "-") if i in named else t for i, t in enumerate(self.tokens)] if named else self.tokens

    def replace_words(self, words: dict[int, Token]) -> None:
        """Put other words in these places, and look them up."""
        self.turned = True
        self.tokens = [words.get(i, t) for i, t in enumerate(self.tokens)]
        self.kept = {}
        self._match()

    def match_again(self) -> None:
        """Look the words up once more, whose places have changed."""
        self.kept = {}
        self._match()
        self.mentions = self._find_mentions()

    def _match(self) -> None:
        self.matches, self.patterns, self.words = self.lexicon.look_up(self.tokens)

    def covered(self) -> set[int]:
        """Positions of the words that the vocabulary has."""
        return self.words.keys() | [i for m in self.matches for i in range(m.start, m.end)]

    @once
    def timed(self) -> frozenset[int]:
        """Positions of the words that say when."""
        spans = frozenset([i for m in self.moments for i in range(m.first, m.last + 1)])
        return spans | (self.relative.used if self.relative else frozenset()) | self.documents

    @once
    def mentioned(self) -> frozenset[int]:
        """Positions of the words of the parties and products that are mentioned."""
        return frozenset([i for m in self.mentions for i in range(m.start, m.end)])

    @once
    def content(self) -> frozenset[int]:
        """Positions of the words that must find their place."""
        return frozenset(
            [
                i
                for i, t in enumerate(self.tokens)
                if (t.low not in ARTICLES and t.lemma not in english.FILLER and t.low not in english.WHO)
                or self._named_like_a_verb(i)
                or (t.low == "under" and self._is_title(i))
            ]
        )

    @once
    def lemmas(self) -> frozenset[str]:
        """The words in normal form."""
        return frozenset([t.lemma for t in self.tokens])

    @once
    def lows(self) -> tuple[str, ...]:
        """The words in lower case, in order."""
        return tuple([t.low for t in self.tokens])

    @once
    def affirmative(self) -> bool:
        """True where no word is a negation, nor "more", which is half of one."""
        return english.NEGATIONS.isdisjoint(self.lows()) and "more" not in self.lows()

    def _named_like_a_verb(self, i: int) -> bool:
        """``was May``, ``before Will``: a verb of the grammar that stands where only a name can."""
        if not i or self.tokens[i].low not in english.MODALS:
            return False
        return self.tokens[i - 1].lemma == "be" or (self.tokens[i].text.istitle() and not self.question.istitle())

    def _is_title(self, i: int) -> bool:
        """``who was the under secretary``: a word of grammar that makes another office of the one behind it."""
        head = not i or self.tokens[i - 1].lemma == "be" or self.tokens[i - 1].text.lower() in ARTICLES or self.tokens[i].text.istitle()
        return head and any(m.kind == "term" and m.start == i + 1 for m in self.matches)

    def _take_documents(self) -> None:
        """``the April 2026 amendment``: beside a date, a document that must be recorded; it says when, and no more."""
        if english.DOCUMENTS.isdisjoint([t.lemma for t in self.tokens]):
            return
        dated = [m for m in self.moments if m.record is None and m.relation in ("in", "on", "between")]
        if dated:
            from tenor.ask.dated_documents import documents_beside

            self.documents |= documents_beside(self, dated)

    def back(self, i: int, skip: frozenset[str] | set[str]) -> int:
        """The last position up to this one whose word is none of these."""
        while i >= 0 and self.tokens[i].low in skip:
            i -= 1
        return i

    @once
    def after_commas(self) -> list[int]:
        """Positions of the words that stand right behind a comma of the question as typed."""
        whole = self.question
        if "," not in whole or len(tokens(whole)) != len(self.tokens):
            return []
        cuts = [i for i, c in enumerate(whole) if c == "," and not whole[i + 1 : i + 2].isdigit()]
        return [n for n in (len(tokens(whole[:i])) for i in cuts) if n < len(self.tokens)]

    def _after_colon(self) -> list[int]:
        """Where what stands behind the last colon starts: the choice of ``where does it run: A or B``."""
        before, found, behind = self.question.rpartition(":")
        n = len(self.tokens) - len(tokens(behind))
        return [n] if found and " or " in behind and len(tokens(before)) == n else []

    def strangers(self) -> frozenset[int]:
        """Positions of words that are written like names in the middle of a sentence and that nothing in the records is called."""
        found = self._like_names()
        return found - self.covered() - self.timed() if found else found

    @once
    def _like_names(self) -> frozenset[int]:
        """Positions of words that begin with a capital in the middle of a sentence; none where all of the question's do."""
        if self.question.islower() or self.question.istitle() or self.question.isupper():
            return frozenset()
        return self.content().intersection([i for i, t in enumerate(self.tokens) if i and t.text[:1].isupper()])

    @once
    def capitals(self) -> frozenset[int]:
        """Positions of words written like names in the middle of a sentence, that no name in the records holds."""
        found = frozenset([i for i in self._like_names() if self.tokens[i].text[1:2].islower()])
        return found.difference([i for m in self.matches for i in range(m.start, m.end)], self.timed()) if found else found

    def plain(self) -> frozenset[int]:
        """Positions of the words that may stay unread; none in a first reading."""
        return self._plain() if self.lenient else frozenset()

    @once
    def _plain(self) -> frozenset[int]:
        from tenor.ask.plain import plain_positions

        return frozenset(plain_positions(self.tokens, self.question))

    @once
    def asked_terms(self) -> frozenset[str]:
        """The terms that the noun right behind "what" or "which" names: "at what valuation …" asks for no other."""
        return self._named_at({i + 1 for i, low in enumerate(self.lows()) if low in ("what", "which")})

    def owned_terms(self) -> frozenset[str]:
        """The terms that the noun behind "what is A's", "how large is A's" names."""
        return self._named_at(self._owned())

    def _owned(self) -> set[int]:
        """Where the nouns behind "what is A's", "how large is A's" start."""
        owners = [m for m in self.mentions if m.possessive and m.start > 1 and self.tokens[m.start - 1].lemma == "be"]
        return {m.end for m in owners if self.tokens[m.start - 2].low == "what" or self.tokens[m.start - 3].low == "how"}

    def _named_at(self, starts: set[int]) -> frozenset[str]:
        """The terms whose names fill the place of a noun that starts at one of these positions."""
        ends = {m.end for m in self.matches if m.kind == "term" and m.start in starts} if starts else starts
        if not ends:
            return frozenset()
        longest = max(ends)
        if longest in self.content() and not any(m.start == longest for m in self.mentions) and self.tokens[longest].lemma not in english.YES_NO:
            return frozenset()  # "which chip makers": only the first half of a name
        if all(self.tokens[i].lemma in english.VALUE_WORDS for s in starts for i in range(s, longest)):
            return frozenset()  # "what value", "at what price": how much, of whatever it is
        found = {m.target for m in self.matches if m.kind == "term" and m.start in starts and m.end == longest}
        return frozenset([t for t in found if self.lexicon.document(f"term:{t}").get("answer") not in ("holder", "yes-no")])

    def circumstance(self) -> int | None:
        """``what does A cost while it is in preview``, ``what was A worth at its last round``: where what only says when begins."""
        for i, (one, other) in enumerate(pairwise(self.tokens)):
            if i > 1 and i not in self.timed() and (one.low in ("while", "whilst") or (one.low == "at" and other.low in ("its", "their"))):
                return i
        return None

    def manner(self) -> bool:
        """``how does …``, ``how is …``: how a thing is done is asked, and not how much."""
        lows = [low for low in self.lows() if low not in ARTICLES] if "how" in self.lows() else []
        return lows[:1] == ["how"] and len(lows) > 1 and lows[1] in ("do", "does", "did", "is", "are", "was", "were", "can", "could", "may", "will")

    def entering(self) -> bool:
        """``how does A get into X``: who may have it is asked, which no amount, party or day says."""
        return any((t.lemma, after.low) in english.ENTERING for t, after in pairwise(self.tokens))

    def asks_entry(self) -> bool:
        """``how do I get into X``, also put as "what rule is there for X", "what is required to get into X"."""
        lows = self.lows()
        asks = lows[:1] == ("what",) and (self.tokens[0].text.lower() == "how" or ("get", "into") in pairwise(lows))
        return asks or (self.manner() and self.entering())

    def asked_right(self) -> set[int]:
        """``what right does A have over X``: the position of the noun."""
        lows = self.lows()
        if "right" not in lows and "rights" not in lows:
            return set()
        return {i for i in range(1, len(lows)) if lows[i] in ("right", "rights") and lows[i - 1] in ("what", "which")}

    @once
    def sort_words(self) -> frozenset[int]:
        """Positions of the nouns right behind "which" or "what", which say what sort of party is asked for."""
        out: set[int] = set()
        taken = self.timed() | self.mentioned()
        for i in [i for i, low in enumerate(self.lows()) if low in ("which", "what")]:
            for j in range(i + 1, min(i + 4, len(self.tokens))):
                if j in taken or self.tokens[j].lemma in _NO_SORT:
                    break
                out.add(j)
        return frozenset(out)

    def takeover(self) -> int | None:
        """``did A buy B``: the position of a verb of buying whose object is a party itself, and nothing of the party's."""
        if english.BUYING.isdisjoint(self.lemmas()):
            return None
        for mention in self.mentions:
            sold = [t.lemma in english.BUYING for t in self.tokens[mention.end : mention.end + 1]] == [True]
            if (
                sold
                and mention.product is None
                and not mention.possessive
                and [t.low for t in self.tokens[mention.end + 1 : mention.end + 2]] == ["by"]
            ):
                return mention.end
            i = self.back(mention.start - 1, ARTICLES)
            after = self.tokens[mention.end : mention.end + 1]
            bare = mention.product is None and not mention.possessive and all(t.lemma in english.FILLER or mention.end in self.timed() for t in after)
            verb = i > 0 and self.tokens[i].lemma in english.BUYING
            doer = next((j for j in range(i - 1, -1, -1) if self.tokens[j].lemma not in _BESIDE_A_VERB), -1)
            if bare and verb and (self.tokens[doer].low in ("who", "to", "it", "they") or any(m.start <= doer < m.end for m in self.mentions)):
                return i
        return None

    @once
    def compared(self) -> frozenset[int]:
        """Positions of the words that compare with an amount."""
        return compared(self)

    def counted(self) -> int | None:
        """The position of the noun right behind "how much" or "how many", "how many of the"."""
        if not self.how_much():
            return None
        first = min(self.how_much())
        j = first + 1
        while j < len(self.tokens) - 1 and (self.tokens[j].low == "of" or (j > first + 1 and self.tokens[j].low in ARTICLES)):
            j += 1
        return j if j < len(self.tokens) else None

    @once
    def how_much(self) -> frozenset[int]:
        """Positions of "much" and "many" behind "how": each asks a question, which no text answers by holding the words."""
        lows = self.lows()
        return frozenset([i for i in range(1, len(lows)) if lows[i] in ("much", "many") and lows[i - 1] == "how"] if "how" in lows else ())

    @once
    def asked_noun(self) -> frozenset[int]:
        """Positions of the words that name what is asked for: ``which exchange``, ``the exercise price of``, ``how many of the targets``."""
        return frozenset([i for i in self._find_asked_noun() if self.tokens[i].lemma not in _MEASURES])

    def _find_asked_noun(self) -> set[int]:
        out = {*self.sort_words()}.union(*map(self._noun_at, self._owned()))
        lows = self.lows()
        for i in range(len(lows) - 3) if "of" in lows else ():  # "what kind of N"
            if lows[i] in ("what", "which") and self.tokens[i + 1].lemma in english.SORTS and lows[i + 2] == "of":
                out |= self._noun_at(i + 3)
        counted = self.counted()
        if counted is not None:
            out |= self._noun_at(counted)
        for i, token in enumerate(self.tokens[:3]):  # "what is the N of", "specify the N of"
            if token.low == "the":
                noun = self._noun_at(i + 1)
                return out | noun if noun and self.tokens[max(noun) + 1 : max(noun) + 2] and self.tokens[max(noun) + 1].low == "of" else out
        return out

    def _noun_at(self, i: int) -> set[int]:
        """The words from a position on, up to one of grammar, a party or a date."""
        taken = self.timed() | self.mentioned()
        out: set[int] = set()
        while i < len(self.tokens) and i not in taken and self.tokens[i].lemma not in _NO_SORT:
            out.add(i)
            i += 1
        return out

    def main_verb(self) -> set[int]:
        """The position of the verb right behind "who", which says what is asked; none where a verb of being, having or telling stands there."""
        for i, token in enumerate(self.tokens[:-1]):
            if token.low == "who":
                j = i + 1
                while j < len(self.tokens) - 1 and (self.tokens[j].lemma in english.YES_NO or self.tokens[j].low in ARTICLES):
                    j += 1
                verb = self.tokens[j].lemma not in _NO_MAIN_VERB
                return {j} if verb and not any(m.start <= j < m.end for m in self.mentions) else set()
        return set()

    def counts(self) -> str:
        """What is counted: ``money``, or ``years``, ``months`` or ``days`` behind "how many", ``things`` for anything else, empty where nothing is."""
        lows = self.lows()
        if "many" not in lows and "much" not in lows:
            return ""
        for one, unit in zip(self.tokens, self.tokens[1:] + self.tokens[-1:], strict=True):
            if one.low in ("much", "many") and unit.lemma in english.MONEY:
                return "money"
            if one.low == "many":
                return {"year": "years", "month": "months", "day": "days"}.get(unit.lemma, "things")
        return ""

    def percent(self) -> bool:
        """True where a percentage is asked for: as such, or as "what share of …", "how big a share"."""
        lows = self.lows()
        share = "share" in lows and any(_is_share(lows, i) for i, low in enumerate(lows) if low == "share")
        return share or not _PERCENT.isdisjoint(self.lemmas())

    def parties(self) -> set[str]:
        """The parties that the question mentions."""
        return {m.party for m in self.mentions}

    def support(self) -> Support:
        """What the records' own texts say of the words; made when first asked for."""
        if self._support is None:
            self._support = Support(self.store, self.tokens)
        return self._support

    def _leave_named_stages(self) -> None:
        """``in preview on D``: beside a date of its own, what somebody stood in is no time, though an event is called so."""
        named = [m for m in self.matches if m.kind in ("scope", "deal", "instrument", "event", "term") and m.end - m.start > 1]
        inner = [m for m in self.moments if m.record is None and any(n.start <= m.first and m.last < n.end for n in named)]
        if len(inner) < len(self.moments):  # "the 2026 round … in March 2026": the year is part of a name
            self.moments = [m for m in self.moments if m not in inner]
        dated = [m for m in self.moments if m.record is None]
        self.moments = [m for m in self.moments if not self._says_where_it_stood(m, dated)]

    def _says_where_it_stood(self, moment: Moment, dated: list[Moment]) -> bool:
        """True for ``in preview`` beside other days, and for ``by the leaked documents`` beside days before them."""
        if moment.record is None or self.tokens[moment.first].low not in ("in", "by"):
            return False
        if moment.record.startswith("event:"):
            return any(d.end <= moment.start or moment.end <= d.start for d in dated)
        return self.tokens[moment.first].low == "by" and any(d.end <= moment.start for d in dated)

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
                while moment.first and self.tokens[moment.first - 1].low in _IN:
                    moment.first -= 1
                self._take_report(moment)

    def _take_report(self, moment: Moment) -> None:
        """``Acme's fiscal 2026 10-K``: the report on a year comes out in the months after it, and says when."""
        after = [t.low for t in self.tokens[moment.last + 1 : moment.last + 3]]
        length = 2 if after in (["10", "k"], ["annual", "report"], ["form", "10"]) else 1 if after[:1] in (["report"], ["filing"], ["10-k"]) else 0
        if length:
            moment.start, moment.end = moment.end, moment.end + _AFTER_A_YEAR
            moment.last += length

    def _take_relative(self) -> None:
        """``before X``, ``after X``, ``who succeeded X``: the days before or after X held the right that is asked about."""
        happening = any((a.low, b.low) == ("happen", "before") for a, b in pairwise(self.tokens))  # what must come first is no holder
        relating = relations(self.tokens, self.timed()) if self.mentions and not happening else []
        if not relating:
            self.relative = None
            return
        holders = [m for m in self.mentions if self.store.query("SELECT 1 FROM pair WHERE holder = ? LIMIT 1", m.party)]
        self.relative = neighbor(self.tokens, holders, self.timed(), relating)
        if self.relative is not None:
            self.mentions.remove(self.relative.mention)

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

    def _take_owners(self) -> None:
        """``the maker of X``, ``the company behind X``: of a product, its owner is meant."""
        for mention in self.mentions:
            i = self.back(mention.start - 1, ARTICLES)
            if mention.product is None or i < 1 or self.tokens[i].low not in ("of", "behind"):
                continue
            noun = i - 1
            if self.tokens[noun].lemma in english.OWNERS or (self.tokens[i].low == "behind" and self.tokens[noun].lemma in english.NOUNS):
                mention.product, mention.start = None, noun

    def _two_names(self, match: Match, named: list[Match]) -> bool:
        """``Ann Bell's landlord``: a name of two words that ends in a possessive can be two names, the second an owner."""
        if match.end - match.start < 2 or not self.tokens[match.end - 1].possessive:
            return False
        last = any(m.kind == "party" and m.target != match.target and (m.start, m.end) == (match.end - 1, match.end) for m in named)
        return last and any((m.start, m.end) == (match.start, match.end - 1) for m in named)

    def _named_moment(self, i: int) -> tuple[int, int, int, str] | None:
        best: Match | None = None
        start = i
        while start < len(self.tokens) and self.tokens[start].low in ARTICLES:
            start += 1
        for match in self.matches:
            if (
                match.start == start
                and match.kind in ("event", "instrument")
                and (best is None or match.end > best.end)
                and not self._describes(match)
            ):
                best = match
        if best is None:
            return self._announced_deal(start)
        if best.kind == "event":
            rows = self.store.query("SELECT day, last_day FROM event WHERE id = ?", best.target)
            return (rows[0][0], rows[0][1] + 1, best.end, f"event:{best.target}") if rows else None
        same = {m.target for m in self.matches if m.start == best.start and m.end == best.end and m.kind == "instrument"}
        if len(same) > 1:
            raise Unclear(f"“{best.said}” can mean {' or '.join(sorted(same))}", tuple(sorted(same)))
        rows = self.store.query("SELECT announced, announced_last FROM instrument WHERE id = ?", best.target)
        return (rows[0][0], rows[0][1] + 1, best.end, best.target) if rows else None

    def _describes(self, match: Match) -> bool:
        """``the leaked prospectus``: true where what would be a document, the leak, only says of what sort the next thing is."""
        last, behind = self.tokens[match.end - 1].low, self.tokens[match.end : match.end + 1]
        formed = match.kind == "instrument" and last.endswith("ed") and not match.said.lower().endswith("ed")
        return formed and bool(behind) and behind[0].lemma not in english.FILLER

    def _announced_deal(self, start: int) -> tuple[int, int, int, str] | None:
        """``the Acme deal was announced``: the first instrument of a deal, where a verb says that it came about."""
        deal = next((m for m in self.matches if m.start == start and m.kind == "deal"), None)
        after = [t.lemma for t in self.tokens[deal.end : deal.end + 2]] if deal is not None else []
        if deal is None or len(after) < 2 or after[0] != "be" or after[1] not in english.SIGN_WORDS:
            return None
        rows = self.store.query("SELECT announced, announced_last, id FROM instrument WHERE deal = ? ORDER BY announced LIMIT 1", deal.target)
        return (rows[0][0], rows[0][1] + 1, deal.end, rows[0][2]) if rows else None

    def _fiscal(self) -> tuple[int, int] | None:
        parties = [m.party for m in self.mentions] or [self.store.meta.get("focus", "")]
        ends = {str(self.lexicon.document(f"party:{p}").get("fiscal_year_ends") or "") for p in parties} - {""}
        if len(ends) != 1:
            return None
        month, _, day = ends.pop().partition("-")
        return int(month), int(day)
