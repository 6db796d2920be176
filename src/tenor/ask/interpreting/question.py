"""The words of a question, looked up: slips put right, parties and products found, dates taken out."""

from __future__ import annotations

from itertools import pairwise

from tenor.ask.language import english
from tenor.ask.language.words import ARTICLES, Token
from tenor.ask.names.lexicon import Match
from tenor.ask.parties.edges import somebody_holds
from tenor.ask.parties.neighbors import Neighbor, neighbor, relations
from tenor.ask.phrasing.negation import affirmed
from tenor.ask.phrasing.restating import (
    framed,
    without_choice,
    without_descriptions,
    without_exception,
    without_it,
    without_publisher,
    without_titles,
)
from tenor.ask.reading import Mention, Refusal
from tenor.ask.times.moments import Reader, Unclear
from tenor.ask.times.timing import Timing

#: Where a name starts at the latest that "is it" stands before.
_FURTHEST_BEHIND_IT = 3


class Question(Timing):
    """A question that is looked up."""

    def look_up(self) -> None:
        """Find everything that the words can mean. Raises :class:`Refusal` for a date that cannot be."""
        self.looked_up = False
        self.kept = {}
        told = any(t.low in english.PUBLIC or t.low in english.HELD_TO_BE or t.low == "far" for t in self.tokens)
        if told:
            from tenor.ask.times.learned import without_knowing
            from tenor.ask.times.publicly import said_as_known, take_known

            changed = without_knowing(self.tokens)
            self.learned = changed is not None
            self.tokens = said_as_known(self.tokens) if changed is None else changed
        self.typed = self.tokens
        self.tokens = framed(self.tokens)
        if self.tokens[0].low == "is":
            self.tokens, self.denied = affirmed(self.tokens)
        self._match()
        before = list(self.tokens)
        self.slips = self.lexicon.correct(self.tokens, self.covered())
        self.corrections = [*self.slips]
        if self.corrections:
            self.typed = [old if one is two else two for old, one, two in zip(self.typed, before, self.tokens, strict=True)]
            self._match()
        self.mentions = self._find_mentions()
        self._take_tickers()
        commas = self.after_commas()
        if commas and any(t.low in ("no", "not") for t in self.tokens):
            from tenor.ask.phrasing.narrowing import without_contrast

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
        self.offered = self.mentions if self.choice else []
        if lows != [t.low for t in self.tokens]:
            self.tokens = open_choice
            self._match()
            self.mentions = self._find_mentions()
        self._take_owners()
        self._take_days_of_events()
        try:
            self.moments = Reader(self._without_named_times(), self.today, self._named_moment, self._fiscal).read()
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

    def _take_tickers(self) -> None:
        """``MSFT``: whoever is traded under it, by its name, in which the records' own phrases have it."""
        found: dict[int, Token] = {}
        for mention in self.mentions:
            if mention.product is not None or mention.end - mention.start > 1:
                continue
            party, said = self.lexicon.document(f"party:{mention.party}"), self.tokens[mention.start]
            name = str(party.get("name", ""))
            if said.low == str((party.get("ids") or {}).get("ticker", "")).lower() != name.lower() and name.isalpha():
                found[mention.start] = Token(name, name.lower(), said.possessive)
        if found:
            self.tokens = [found.get(i, t) for i, t in enumerate(self.tokens)]
            self.match_again()

    def _take_surnames(self) -> None:
        """``how long was Bell in office``: the last word of just one party's name is that party's name, where it is no word of the records."""
        found = self.strangers()
        if not found and self.question.islower():
            found = frozenset([i for i in self.content() - self.covered() - self.timed() if self.tokens[i].low.isalpha()])
        for i in sorted(found):
            word = f" {self.tokens[i].text.lower()}"
            named = self._whose_it_is(i) or [(party, name) for party, name in self.lexicon.called(self.tokens[i].text) if name.lower().endswith(word)]
            if len(named) > 1:
                named = self._in_office(named)
            if len(named) == 1 and named[0][1].split()[-1][:1].isupper():  # a name, and no word at the end of one
                self.mentions.append(Mention(named[0][0], None, i, i + 1, self.tokens[i].possessive, named[0][1]))
        self.mentions.sort(key=lambda m: m.start)

    def _whose_it_is(self, i: int) -> list[tuple[str, str]]:
        """``chairman of Bell``, ``Bell chairman``: of all who are called so, the one of which what is named is recorded, and not whoever has it."""
        named = self.lexicon.called(self.tokens[i].text)
        doing = (
            i > 0 and self.tokens[i - 1].lemma in english.YES_NO and self.tokens[0].low not in english.WHO
        )  # "was Bell chairman": Bell may be a man
        beside = [
            m
            for m in self.matches
            if m.kind == "term" and ((m.start == i + 1 and not doing) or (m.end == i - 1 and self.tokens[i - 1].low in ("of", "at")))
        ]
        if len(named) < len(("one", "other")) or not beside:
            return []
        subjects = {str(s) for m in beside for (s,) in self.store.query("SELECT subject FROM pair WHERE term = ?", m.target)}
        found = [(party, name) for party, name in named if party in subjects]
        return found if len(found) == 1 else []

    def _in_office(self, named: list[tuple[str, str]]) -> list[tuple[str, str]]:
        """Those of several namesakes who had, at any time, what the question names."""
        names = [m for m in self.matches if m.kind == "term"]
        widest = {m.target for m in names if not any(o.start <= m.start and m.end <= o.end and o.end - o.start > m.end - m.start for o in names)}
        sides = self.parties()
        rows = [(h, s) for term in widest for h, s in self.store.query("SELECT holder, subject FROM pair WHERE term = ?", term)]
        held = {str(holder) for holder, subject in rows if subject in sides or not any(s in sides for _, s in rows)}
        return [(party, name) for party, name in named if party in held]

    def _take_documents(self) -> None:
        """``the April 2026 amendment``: beside a date, a document that must be recorded; it says when, and no more."""
        if english.DOCUMENTS.isdisjoint([t.lemma for t in self.tokens]):
            return
        dated = [m for m in self.moments if m.record is None and m.relation in ("in", "on", "between")]
        if dated:
            from tenor.ask.times.dated_documents import documents_beside

            self.documents |= documents_beside(self, dated)

    def _take_relative(self) -> None:
        """``before X``, ``after X``, ``who succeeded X``: the days before or after X held the right that is asked about."""
        happening = any((a.low, b.low) == ("happen", "before") for a, b in pairwise(self.tokens))  # what must come first is no holder
        relating = relations(self.tokens, self.timed()) if self.mentions and not happening else []
        if not relating:
            self.relative = None
            return
        holders = [m for m in self.mentions if self.store.query("SELECT 1 FROM pair WHERE holder = ? LIMIT 1", m.party)]
        self.relative = neighbor(self.tokens, holders, self.timed(), relating, self._had_by_one())
        if self.relative is not None and self._owns_what_is_named(self.relative):
            self.relative = None
        if self.relative is not None:
            self.mentions.remove(self.relative.mention)

    def _had_by_one(self) -> set[int]:
        """Positions of the names of what one has at a time, where nothing else is named there."""
        terms = {(m.start, m.end): self.lexicon.document(f"term:{m.target}") for m in self.matches if m.kind == "term"}
        return {i for (start, end), term in terms.items() if somebody_holds(term) and not term.get("many") for i in range(start, end)}

    def _owns_what_is_named(self, relative: Neighbor) -> bool:
        """``what must happen before A's warrant vests``: something of A's is named there, and no holder of it."""
        owner = relative.mention
        named = any(m.start == owner.end and m.kind in ("term", "party") for m in self.matches)
        return owner.possessive and not relative.next and named and self.tokens[0].low not in ("who", "whom", "whose")

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

    def _find_mentions(self) -> list[Mention]:
        found: list[Mention] = []
        end = 0
        named = [m for m in self.matches if m.kind in ("party", "product")]
        for match in sorted(named, key=lambda m: (m.start, -m.end, m.kind != "product")):
            if match.start < end or self._two_names(match, named) or self._within_a_name(match):
                continue
            end = match.end
            possessive = self.tokens[match.end - 1].possessive
            if match.start + 1 < end and self.tokens[end - 1].low == "as":
                self.tokens[end - 1] = Token(self.tokens[end - 1].text, "as", possessive)  # others may have the old one
                self.tokens[end - 1].low = "a.s."  # the legal form of a firm, and nothing that joins words
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

    def _within_a_name(self, match: Match) -> bool:
        """``the Northern East Coast``: the end of a longer name of what is asked about names no party, where nobody is called by all of it."""
        wider = [m for m in self.matches if m.kind == "term" and m.start < match.start and match.end <= m.end]
        return any(english.FILLER.isdisjoint(t.lemma for t in self.tokens[m.start : match.start]) for m in wider)

    def _two_names(self, match: Match, named: list[Match]) -> bool:
        """``Ann Bell's landlord``: a name of two words that ends in a possessive can be two names, the second an owner."""
        if match.end - match.start < 2 or not self.tokens[match.end - 1].possessive:
            return False
        last = any(m.kind == "party" and m.target != match.target and (m.start, m.end) == (match.end - 1, match.end) for m in named)
        return last and any((m.start, m.end) == (match.start, match.end - 1) for m in named)
