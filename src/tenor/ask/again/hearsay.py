"""What an outlet that nobody knows says, and a short question that points back to it: ``a website claims that S. Is that right?``.

``Did they ever state such a total?`` asks whether the parties of S stated the amount of S, ``which month is right?`` what sources tell of S, and ``what is it
according to the filing?`` behind ``the text calls X Y`` asks what X is. An answer must be of every party that S names. Whose word it is that is read away is
nobody's of the records: a filing, a letter and an announcement are somebody's, and so are the words of a person.
"""

from __future__ import annotations

import re

from tenor.ask.again.ways import MONTH, shape, told_clauses
from tenor.ask.language import english
from tenor.ask.language.roots import counts, root, text_keys
from tenor.ask.language.words import tokens
from tenor.ask.names.lexicon import Lexicon
from tenor.ask.parties.sides import sides_of
from tenor.ask.phrasing.inverted import GOING_ON
from tenor.dates import MONTHS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence
    from typing import Any

    from tenor.store.read import Store

    Document = dict[str, Any]

_SOME = r"(?:an?|the|one|some|another|this|that|our|my|your|their|several|many|most|two|three|various|a few|a number of|a lot of|plenty of|countless|so many|all the|some of the)"
_OUTLET = (
    r"(?:web ?sites?|sites?|articles?|headlines?|(?:news)?papers?|outlets?|stor(?:y|ies)|blogs?|posts?|newsletters?|pieces?|drafts?|texts?|roundups?|round-ups?|summar(?:y|ies)|tweets?|threads?"
    r"|columns?|columnists?|bloggers?|journalists?|reporters?|analysts?|commentators?|pundits?|captions?|paragraphs?|sentences?|manuscripts?|podcasts?|magazines?|sources?|reports?|copy|script|table|chart|infographic"
    r"|press|media|notes?|readers?|colleagues?|competitors?|rivals?|interns?|editors?|authors?|writers?|freelancers?)"
)
_WHO = rf"(?:{_SOME} (?:[a-z][a-z-]* ){{0,2}}?{_OUTLET}(?: (?:of|in|on|from) (?:the|our|a|my|this) [a-z]+)?|we|i|somebody|someone|people|they)"
_ADVERB = r"(?:still |also |now |currently |just |once |wrongly |even |all |have |has |had |flatly |already )*"
_VERB = (
    r"(?:says?|said|states?|stated|claims?|claimed|writes?|wrote|written|prints?|printed|reads?|asserts?|asserted|maintains?|maintained|argues?|argued|suggests?|suggested|notes?|noted|mentions?|mentioned"
    r"|reports?|reported|implies|implied|contends?|contended|insists?|insisted|believes?|believed|repeats?|repeated|announces?|announced|(?:has|have|had) it|puts? it|tells? (?:its |our |the |us|me)?(?:readers)?|told (?:us|me|readers))"
)
_SAYING = shape(rf"^{_WHO} {_ADVERB}{_VERB}(?:,? that|:|,)? (?P<said>.+)$")
#: ``speaks of a contract of …``: there is such a thing.
_SPEAKING = shape(
    rf"^{_WHO} {_ADVERB}(?:speaks?|spoke|talks?|talked|writes?|wrote|tells?|told|mentions?|mentioned) (?:of|about) (?P<thing>(?:an?|some) .+)$"
)
#: ``dates X to December 2025``, ``puts X at 5 percent``, ``calls X a loan``, ``names X as Y``: what is told of a thing.
_DATING = shape(
    rf"^{_WHO} {_ADVERB}(?:dates?|dated|places?|placed|puts?|put) (?P<thing>.+?) (?:to|in|at|on|as) (?P<what>(?:early |late |mid-)?(?:\d{{1,2}} )?(?:{MONTH}|19\d\d|20\d\d|spring|summer|autumn).*)$"
)
_PUTTING = shape(rf"^{_WHO} {_ADVERB}(?:puts?|put|gives?|gave|sets?|quotes?|quoted) (?P<thing>.+?) (?:at|as) (?P<what>[^ ]*\d.*)$")
_NAMED = r"(?:[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,2})"
_CALLING = re.compile(
    rf"^(?:(?i:{_WHO})|{_NAMED}) (?:still |also |now )?(?:calls?|called|labels?|labell?ed|dubs?|dubbed|terms?|termed|describes?|described|considers?) (?!for\b|on\b|off\b|it\b|upon\b)(?P<thing>.+?) (?:as )?(?P<what>(?:an?|the) .+)$"
)
_NAMING = shape(
    rf"^{_WHO} {_ADVERB}(?:names?|named|lists?|listed|gives?|gave|identif(?:y|ies|ied)|presents?|presented) (?P<thing>.+?) as (?P<what>.+)$"
)
#: ``has A paying B``: that A pays B, or did.
_HAVING = re.compile(rf"^(?i:{_WHO}) (?:still |also |even )?(?:has|have|had) (?P<who>{_NAMED}) (?P<doing>[a-z]+ing) (?P<rest>.+)$")

_IT = r"(?:that|this|it|so|any of (?:that|this|it)|the claim|the statement|the sentence)"
_REALLY = r"(?:really |actually |in fact |indeed |fully |still |itself |themselves |now )*"
#: Whether what is said is so, and no more than that.
_WHETHER = shape(
    rf"^(?:(?:is|was|are|were) {_IT} {_REALLY}(?:right|correct|true|so|accurate|the case|a fact|the right way (?:a?round|about)|borne out|supported|backed|backed up|what (?:the|it) .+|how it .+)(?: (?:by|in) (?:the|any|its|their) [a-z ]+)?(?: today| now)?"
    rf"|(?:does|do|did|can|could) (?:the|its|their|any of the|anything in the|what the) [a-z ]+? {_REALLY}(?:bear {_IT} out|bear out {_IT}|back {_IT}(?: up)?|support {_IT}|say (?:so|that|this)|agree(?: with {_IT})?|confirm {_IT}|show {_IT})"
    rf"|(?:does|do|did) {_IT} {_REALLY}(?:hold|hold up|stand|check out|hold water|square with the [a-z ]+|match the [a-z ]+|agree with the [a-z ]+|fit the [a-z ]+|survive)"
    rf"|(?:can|may|should|could) (?:we|i) (?:keep|print|run|publish|leave|let) {_IT}(?: stand| as it is| so| in)?)\?$"
)
_COMPANIES = r"(?:[A-Z][\w.]*(?: (?:and|or|nor) [A-Z][\w.]*)*|(?:(?:any|either|one|both|all) of )?(?:the |these |those )?(?:two |three )?(?:companies|firms|parties|sides|company|partners)(?: (?:themselves|itself|involved|concerned))?|they|it|either of them|either (?:company|side|party)|anyone|anybody)"
_EVER = r"(?:(?:ever|actually|really|officially|publicly|themselves|in fact|themselves ever|either|so far|since) )*"
_TOLD = r"(?:confirm|state|announce|publish|disclose|acknowledge|give|name|report|reveal|say|mention|put out|release)"
#: Whether the parties themselves said it.
_CONFIRMED = shape(
    rf"^(?:did|have|has|had|do|does) (?:{_COMPANIES}) {_EVER}{_TOLD}(?:ed|d|n|s)? {_EVER}(?P<what>(?:such an? |that |this |the )?(?:(?:[a-z]+ )?(?:total|sum|figure|number|amount|percentage|share|rate|price|value|valuation|limit|cap))|it|that|this|so)(?: (?:ever|publicly|officially|themselves|at all))?\?$"
)
_PASSIVE = shape(
    rf"^(?:was|is|were|has|have|had) (?:that|this|it|the|such an?)(?: (?:total|sum|figure|number|amount|percentage|share|rate|price|value|limit|cap))? {_EVER}(?:been )?{_EVER}(?:confirmed|stated|announced|published|disclosed|acknowledged|official)(?: by (?:{_COMPANIES}))?\?$"
)
#: What is so instead: of which two the sources tell, what a filing has.
_INSTEAD = shape(
    r"^(?:(?:so )?(?:which|what|who|whom|whose|how|when|where)\b.*\b(?:right|correct|true|truth|really|actually|in fact|in reality|reality|instead|according to (?:the|its|their) [a-z ]+|do(?:es)? (?:the )?(?:press|record|records|sources|filing|announcement|companies|parties|text|documents?|evidence|reports?) [a-z]+"
    r"|by the (?:filing|record|announcement|text))\b.*)\?$"
)
_MONEY = re.compile(
    r"[$€£]\d[\d.,]*(?: ?(?:thousand|million|billion|trillion|bn|m)\b)?|\b\d[\d.,]* ?(?:percent|per cent|%|gigawatts?|GW|megawatts?|MW)",
    re.IGNORECASE,
)
_BEFORE_MONEY = re.compile(
    r"^(?P<verb>has|have|had|was|were|is|are|did|does|do|will|can) (?:that|this|the) (?P<noun>money|sum|amount|cash) (?P<rest>.+)$", re.IGNORECASE
)
_LATELY = shape(r" (?:in the meantime|meanwhile|since|by now|now|yet|since then|after all|in the end)$")
_WH = shape(r"^(?:what|when|how|until|since|who|which|where) ")
_PASSED = (
    english.FILLER
    | english.WHAT_WORDS
    | english.ADVERBS
    | english.NOW_WORDS
    | english.YES_NO
    | english.WHO
    | frozenset(("this", "that", "it", "they"))
)
#: Capitalized words that name nobody: months, written in full or for short.
_NO_NAMES = frozenset(month.casefold()[:n] for month in MONTHS for n in (len("Jan"), len("Sept"), len(month)))
#: What a dispute is about that is about a day.
_OF_A_DAY = ("from", "to", "announced")
_POINTED = re.compile(r"\b(?:it|this|that|they)\b", re.IGNORECASE)


class Anew:
    """A question that hearsay and what is asked of it put, and what its answer must be."""

    __slots__ = ("beside", "disputed", "names", "parties", "text", "vouched", "when")

    def __init__(
        self,
        text: str,
        parties: Collection[str] = (),
        *,
        disputed: bool = False,
        when: bool = False,
        vouched: str = "",
        beside: frozenset[str] = frozenset(),
    ) -> None:
        self.text = text
        #: Words that the answer must have, and names of which the records know nothing.
        self.beside = beside
        self.names: frozenset[str] = frozenset()
        #: Everybody whom the hearsay names and the question need not: the answer must be of them all.
        self.parties = set(parties)
        #: The answer must be what sources tell of it, and of a day where a day is asked for.
        self.disputed = disputed
        self.when = when
        #: Who is asked to have confirmed it, of what is asked whether it is so: ``both`` or ``one`` of the parties, or empty where that is not asked.
        self.vouched = vouched

    def answered(self, store: Store, document: Document) -> Document | None:
        """The answer to what was typed that a document gives; None where it is of something else."""
        lexicon, told = Lexicon(store), told_clauses(document)
        if (
            document["status"] != "answered"
            or not told
            or not self.parties <= set().union(*map(sides_of, told), lexicon.parties_in(document["text"]))
        ):
            return None
        if any(name not in document["text"].casefold() for name in self.names):
            return None
        if not self.beside <= text_keys(" ".join((document["text"], *(str(c["text"]) for c in told)))):
            return None
        kind, _, name = str(told[0]["clause"]).partition(":")
        if self.disputed and (kind != "dispute" or (self.when and lexicon.document(f"dispute:{name}").get("field") not in _OF_A_DAY)):
            return None
        return _as_vouched(document, self.vouched) if self.vouched else document


def _as_vouched(document: Document, by: str) -> Document | None:
    """Whether the parties confirmed what is so: no, where every clause that says it is reported; None where that is open.

    What is confirmed need not be so by each of them.
    """
    if {c.get("yes") for c in document["answers"]} == {False}:
        return document
    if any(c.get("yes") is not True for c in document["answers"]):
        return None
    reported = [c["status"] != "confirmed" or (c["value"] or {}).get("status") not in (None, "confirmed") for c in document["answers"]]
    if not all(reported):
        return None if any(reported) or by == "one" else document
    told = document["text"].removeprefix("Yes.").removeprefix("Yes:").strip()
    return {**document, "text": f"No: not confirmed by the parties themselves. {told}", "answers": [{**c, "yes": False} for c in document["answers"]]}


def put_anew(store: Store, statement: str, question: str) -> Iterator[Anew]:
    """The questions, best first, that a statement of hearsay and the question behind it put; none of anything else."""
    heard = statement.strip().rstrip(".!;:").strip()
    said, thing = _said(heard)
    if said is None:
        return
    lexicon = Lexicon(store)
    words = tokens(said)
    known = {i for m in lexicon.matches(words) for i in range(m.start, m.end)}
    strangers = frozenset(
        t.low for i, t in enumerate(words) if i and i not in known and t.text[:1].isupper() and t.low not in _NO_NAMES and len(t.low) > 1
    )
    for anew in _put_anew(lexicon, heard, said, thing, question.strip()):
        anew.names = strangers
        yield anew


def _put_anew(lexicon: Lexicon, heard: str, said: str, thing: str, asked: str) -> Iterator[Anew]:
    parties = lexicon.parties_in(said)
    instead = Anew(f"{said}. Who says what?", parties, disputed=True, when=_DATING.match(heard) is not None)
    if _WHETHER.match(asked):
        yield Anew(f"Is it true that {said}?")
    elif found := _CONFIRMED.match(asked) or _PASSIVE.match(asked):
        who = lexicon.parties_in(asked)
        if who <= parties:
            yield from _confirmed(lexicon, said, sorted(parties), "one" if who and who != parties else "both")
        else:
            yield Anew(f"Has it been confirmed by {_named(lexicon, sorted(who))} that {said}?")
    elif (found := _BEFORE_MONEY.match(asked)) and len(money := _MONEY.findall(said)) == 1:
        yield Anew(_LATELY.sub("", f"{found['verb']} the {money[0]} {found['rest'].rstrip('?')}") + "?", parties)
    elif thing and _WH.match(asked):
        if _POINTED.search(asked):
            yield Anew(_POINTED.sub(lambda _: thing, asked, count=1), parties)
        yield instead
        if _DATING.match(heard):
            yield Anew(f"When was {thing}?", parties)
    elif _INSTEAD.match(asked):
        yield instead
    elif _POINTED.search(asked):
        yield Anew(f"{said}. {asked}", beside=frozenset(root(t.lemma) for t in tokens(asked) if counts(t) and t.lemma not in _PASSED))


def _said(heard: str) -> tuple[str | None, str]:
    """What is said, as a sentence, and the thing of which it is said, where that is told; None where it is nobody's hearsay."""
    if found := _SPEAKING.match(heard):
        return f"there is {found['thing']}", ""
    for told, verb in ((_DATING, "was in"), (_PUTTING, "is"), (_NAMING, "is")):
        if found := told.match(heard):
            return f"{found['thing']} {verb} {found['what']}", found["thing"]
    if (found := _HAVING.match(heard)) and found["doing"] in GOING_ON:
        return f"{found['who']} did {GOING_ON[found['doing']]} {found['rest']}", ""
    if found := _CALLING.match(heard):
        return f"{found['thing']} is {found['what']}", found["thing"]
    if found := _SAYING.match(heard):
        return found["said"], ""
    return None, ""


def _confirmed(lexicon: Lexicon, said: str, parties: Sequence[str], by: str) -> Iterator[Anew]:
    """Whether the parties ever confirmed what is said of them: its one amount, or all of it."""
    money = _MONEY.findall(said)
    names = _named(lexicon, parties)
    if len(money) == 1 and names and by == "both":
        yield Anew(f"Have {names} ever confirmed the {money[0]}?", parties)
    yield Anew(f"Is it true that {said}?", vouched=by)


def _named(lexicon: Lexicon, parties: Sequence[str]) -> str:
    return " and ".join(str(lexicon.document(f"party:{party}")["name"]) for party in parties)
