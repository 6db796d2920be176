"""The words of a question, once they are looked up: which of them name, say when, compare, and say what is asked for."""

from __future__ import annotations

from itertools import pairwise

from tenor.ask.interpreting.amounts import compared
from tenor.ask.kept import once
from tenor.ask.language import english
from tenor.ask.language.words import ARTICLES, Token, tokens
from tenor.ask.names.lexicon import Lexicon, Match, Pattern, Word
from tenor.ask.names.support import Support
from tenor.ask.parties.neighbors import Neighbor
from tenor.ask.reading import Candidate, Mention
from tenor.ask.times.moments import Moment

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from tenor.ask.phrasing.narrowing import Contrast
    from tenor.store.read import Store

NO_SORT = english.FILLER | english.YES_NO
#: Nouns that any amount or record answers to: they name nothing that a text must tell.
_MEASURES = english.VALUE_WORDS | english.LIST_WORDS | english.NOUNS | english.GENERIC | english.MONEY | english.EXTREMES | english.MEASURES
_BESIDE_A_VERB = english.ADVERBS | english.NOW_WORDS
_NO_MAIN_VERB = english.STEADY | english.LIGHT_VERBS | english.GENERIC | english.FILLER | english.NOW_WORDS
_PERCENT = frozenset(("percent", "percentag"))
_WORTH = english.VALUED | {"worth"}


def _is_share(lows: Sequence[str], i: int) -> bool:
    """``what share``, ``how big a share``; with no number of shares and no price of one."""
    return lows[i - 1 : i] in (("what",), ("which",)) or ("how" in lows[max(0, i - 3) : i - 1] and lows[i - 1] in ARTICLES)


#: Words that may stand between "who" and its verb.
_BEFORE_A_VERB = ARTICLES | {"first", "last"}


class Asked:
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
        #: Those of the words as typed, before anything was put in other words.
        self.slips: list[tuple[str, str]] = []
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
        #: All that were mentioned before a choice between them was put as "who".
        self.offered: list[Mention] = []

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
        found = self.like_names()
        return found - self.covered() - self.timed() if found else found

    @once
    def like_names(self) -> frozenset[int]:
        """Positions of words that begin with a capital in the middle of a sentence; none where all of the question's do."""
        if self.question.islower() or self.question.istitle() or self.question.isupper():
            return frozenset()
        return self.content().intersection([i for i, t in enumerate(self.tokens) if i and t.text[:1].isupper()])

    def begins_another_name(self, i: int) -> bool:
        """``the United States``, where the records know the United Kingdom: a word of somebody's name, with another word behind it than that name has."""
        if i + 1 >= len(self.tokens):
            return False
        word, behind = self.tokens[i].text, self.tokens[i + 1]
        known = self.mentioned() | self.timed() | {j for m in self.matches if m.kind == "term" for j in range(m.start, m.end)}
        written = (word[:1].isupper() and behind.text[:1].isupper()) or self.question.islower()
        if {i, i + 1} & known or not written or behind.lemma in english.FILLER:
            return False
        names = [name.lower().replace("-", " ").split() for _, name in self.lexicon.called(word)]
        return bool(names) and not any(behind.low in words for words in names)

    @once
    def capitals(self) -> frozenset[int]:
        """Positions of words written like names in the middle of a sentence, that no name in the records holds."""
        found = frozenset([i for i in self.like_names() if self.tokens[i].text[1:2].islower()])
        return found.difference([i for m in self.matches for i in range(m.start, m.end)], self.timed()) if found else found

    def plain(self) -> frozenset[int]:
        """Positions of the words that may stay unread; none in a first reading."""
        return self._plain() if self.lenient else frozenset()

    @once
    def _plain(self) -> frozenset[int]:
        from tenor.ask.language.plain import plain_positions

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
        if all(self.tokens[i].lemma in english.VALUE_WORDS and self.tokens[i].low not in english.VALUED for s in starts for i in range(s, longest)):
            return frozenset()  # "what value", "at what price": how much, of whatever it is
        found = {m.target for m in self.matches if m.kind == "term" and m.start in starts and m.end == longest}
        return frozenset([t for t in found if self.lexicon.document(f"term:{t}").get("answer") not in ("holder", "yes-no")])

    def circumstance(self) -> int | None:
        """``what does A cost while it is in preview``, ``what was A worth at its last round``: where what only says when begins."""
        for i, (one, other) in enumerate(pairwise(self.tokens)):
            worth = i > 1 and one.low in ("in", "by", "after") and self.tokens[i - 1].low in _WORTH and other.low in ("its", "their", "the")
            own = one.low in ("at", "on") and other.low in ("its", "their")
            if i > 1 and i not in self.timed() and (one.low in ("while", "whilst") or own or worth):
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
                if j in taken or self.tokens[j].lemma in NO_SORT:
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
    def part_of_somebody(self) -> frozenset[int]:
        """``who owns a quarter of A``: where the part stands, of which no text tells how much it is by having the word."""
        lows, whole = self.lows(), {m.start - 2 for m in self.mentions}
        return frozenset(
            [i for i, low in enumerate(lows) if low in english.FRACTIONS and i in whole and lows[i - 1] in ("a", "one") and lows[i + 1] == "of"]
        )

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
        while i < len(self.tokens) and i not in taken and self.tokens[i].lemma not in NO_SORT:
            out.add(i)
            i += 1
        return out

    def main_verb(self) -> set[int]:
        """The position of the verb right behind "who", which says what is asked; none where a verb of being, having or telling stands there."""
        for i, token in enumerate(self.tokens[:-1]):
            if token.low == "who":
                j = i + 1
                while j < len(self.tokens) - 1 and (self.tokens[j].lemma in english.YES_NO or self.tokens[j].low in _BEFORE_A_VERB):
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
            if one.low in ("much", "many", "in") and unit.lemma in english.MONEY:
                return "money"
            if one.low == "many":
                return {"year": "years", "month": "months", "day": "days"}.get(unit.lemma, "things")
        return ""

    def counts_parties(self) -> bool:
        """``how many companies``, ``how many investors``: whoever has something is counted."""
        i = self.counted() if self.counts() == "things" else None
        return i is not None and i not in self.mentioned() and self.tokens[i].lemma in english.SIDES

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
