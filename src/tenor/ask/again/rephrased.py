"""A refused question of a known shape, asked as another one that means the same.

Each shape says what an answer must have in it: what was left out of the question, the answer has to bear out.
"""

from __future__ import annotations

from tenor.ask.again.built import BUILT_OTHERWISE
from tenor.ask.again.described import bound_by_a_paper, in_its_report, of_its_makers, part_of_a_known_sum, rest_of_a_sum, without_its_sum
from tenor.ask.again.displaced import displaced
from tenor.ask.again.entitled import IN_OTHER_VERBS
from tenor.ask.again.holding import WHO_HELD
from tenor.ask.again.in_place_of import in_place_of
from tenor.ask.again.made import divided_between, instalment, kept_so_far, payments_on, their_agreement, their_deal
from tenor.ask.again.moved import moved
from tenor.ask.again.paired import SET_BESIDE
from tenor.ask.again.terse import IN_FEW_WORDS
from tenor.ask.again.ways import MONTH, UNABLE, shape, told_clauses, whatever
from tenor.ask.language import english
from tenor.ask.language.roots import root, text_keys
from tenor.ask.language.words import forms, lemma
from tenor.ask.times.steps import after_a_step, between_stages
from tenor.dates import MONTHS

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterator
    from typing import Any

    from tenor.ask.again.ways import Way
    from tenor.ask.interpreting.question import Question

    Document = dict[str, Any]
    #: Gives the answer to a question, or None where it has none.
    Asked = Callable[[str], Document | None]


def rephrased(question: Question, asked: Asked) -> Document | None:
    """The answer to a refused question of one of the shapes; None where it has none of them, or no such answer."""
    ways = (
        _plainly,
        divided_between,
        *IN_OTHER_VERBS,
        *BUILT_OTHERWISE,
        _listed,
        _in_money,
        _up_to,
        _meant,
        _written_in,
        _by_amount,
        _at_a_rate,
        _paid,
        after_a_step,
        between_stages,
        *SET_BESIDE,
        their_deal,
        their_agreement,
        in_place_of,
        instalment,
        payments_on,
        kept_so_far,
        moved,
        displaced,
        *IN_FEW_WORDS,
        *WHO_HELD,
    )
    unknown = {question.tokens[i].text.casefold() for i in question.strangers()} - {month.casefold() for month in MONTHS}
    for way in (*ways, rest_of_a_sum, bound_by_a_paper, in_its_report, part_of_a_known_sum, without_its_sum, of_its_makers):
        for text, bears_out in way(question):
            document = asked(text)
            if document is None or document["status"] != "answered" or not bears_out(document):
                continue
            if all(name in text.casefold() or name in document["text"].casefold() for name in unknown):  # whom nobody knows is not left out
                return document
    return None


_PAPER = r"(?:deal|agreement|contract|expansion|extension|amendment|lease|filing|statement|announcement|memorandum)"
_SHORT = r"(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?"
_OUTLETS = (
    r"(?:(?:some|many|several|most|the|a few|various|certain|all) )?(?:of the )?(?:news )?"
    r"(?:outlets|papers|newspapers|people|media|press|reports|headlines|observers|commentators|analysts|bloggers|blogs|articles|sites|journalists|pundits|accounts|others)"
)
_WRITE = (
    r"(?:wrote|write|say|said|claim|claimed|report|reported|have it|had it|put it|believe|believed|suggest|suggested|assume|assumed|think|thought)"
)
_WHETHER = r"^(?=(?:is|are|was|were|do|does|did|has|have|had|can|could|may|might|will)(?:n't)? )(.+?)"
_NEVER = r"(?:(?:never|not) (?:happen(?:ed)?|come (?:about|to pass|off)|go (?:ahead|through)|gone (?:ahead|through)|materiali[sz]ed?|true|so|the case|real)|wrong|false|untrue|a lie|a hoax)"
_STOPPED = r"(?:stop|end|lapse|expire|cease|change|finish)(?:ped|ed|d)?(?: (?:in|on|by|with|after) [^,?]+?)?"
_AMENDED = r"(?:amended|changed|revised|rewritten|renegotiated|updated|reworked|replaced|restated|signed|in force|in effect|out|over)"
_SHORT_MONTH = r"\b(jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?(?= (?:\d{1,2},? )?(?:19|20)\d\d\b)"
_DAY = rf"(?:\d{{1,2}} {MONTH},? \d{{4}}|{MONTH} (?:\d{{1,2}},? )?\d{{4}}|\d{{4}}-\d\d-\d\d)"
#: ``had anybody put a dollar figure on X``: whether the amount of X had been told.
_PUT_A_FIGURE = (
    r"had (?:anybody|anyone|somebody|someone|any \w+|the press|the media|they) (?:already |yet )?(?:put|given|named|attached|published|reported|offered|supplied)"
    r" (?:a|any|the) (?:dollar |exact |precise )?(?:figure|number|amount|sum|price tag|value|price) (?:on|to|for|of)"
)
#: ``round by round``: each is told anyway.
_ITEM = r"one|item|round|deal|contract|agreement|payment|tranche|instal?lment|version|step|company|supplier|investor|party|cloud"
#: ``Jan-Sep 2025``, ``in January to September 2025``, ``Q1 to Q3 2025``: one year for both.
_MONTHS_TO = rf"(?<!from )(?<!between )\b(?:(?:in|for|during|over) )?({MONTH}|{_SHORT}|Q[1-4]) ?(?:-|–|to|through|thru|until|till) ?((?:{MONTH}|{_SHORT}|Q[1-4]) \d{{4}})\b"


def _whole_month(found: re.Match[str]) -> str:
    return next(month for month in MONTHS if month.casefold().startswith(found[1].casefold()[:3]))


def _in_digits(found: re.Match[str]) -> str:
    return f"{english.NUMBERS[found[1].casefold()]} "


_ORDINALS = {"1st": "first", "2nd": "second", "3rd": "third"}
#: Ways of writing that change nothing.
_SAME = (
    (shape(r"\btogether with\b"), "with"),
    (shape(r"\bsomewhere (?:else )?other than(?: on| at| in)? [A-Z][\w-]*"), "elsewhere"),
    (shape(_SHORT_MONTH), _whole_month),
    (shape(r"\b(?:could|would|might|may) (?:be|end up) (?:on the hook|liable)(?: for)?\b"), "guarantees"),
    (shape(rf"^(?:as of|by|before|on) ({_DAY}),? {_PUT_A_FIGURE} (.+?)[?.]*$"), r"had the amount of \2 been reported by \1?"),
    (shape(rf"^{_PUT_A_FIGURE} (.+?) (?:as of|by|before|on) ({_DAY})[?.]*$"), r"had the amount of \1 been reported by \2?"),
    (shape(rf",? ({_ITEM}) by \1(?=[?.!,]|$)"), ""),
    (shape(_MONTHS_TO), r"from \1 to \2"),
    (shape(rf"\bexpanded (\w+) {_PAPER}\b"), r"\1 expansion"),
    (shape(rf"\b({_PAPER}) from (?=(?:\d{{1,2}} )?{MONTH} (?:\d{{1,2}},? )?\d{{4}}\b)"), r"\1 of "),
    (shape(rf"\b(\w+)'s ({MONTH} \d{{4}}) ({_PAPER})\b"), r"the \2 \1 \3"),
    (shape(rf"\b({MONTH} (?:\d{{1,2}},? )?\d{{4}}) (?:rewrite|revision|overhaul|renegotiation|revamp|reworking)\b"), r"\1 amendment"),
    (shape(r"^(?:for (?:my|our|an?) \w+, )?an? [\w ]+: "), ""),
    (shape(rf"{_WHETHER},? (?:just )?(?:as|like) {_OUTLETS} (?:have )?{_WRITE}(?: (?:it|so))?[?.]*$"), r"\1?"),
    (shape(rf"{_WHETHER},? or (?:did|has|had|is|was|does) (?:that|it|this|the whole thing) (?:actually |really |ever |simply |just )?{_NEVER}[?.]*$"), r"\1?"),
    (shape(rf"{_WHETHER},? or (?:did|has|had|is|was|does) (?:that|it|this|they)(?: all)? {_STOPPED}[?.]*$"), r"\1?"),
    (shape(r"\bper ((?:the )?[A-Z]\w+)(?= |[?.,]|$)"), lambda found: f"according to {found[1]}" if found[1].removeprefix("the ")[:1].isupper() else found[0]),
    (shape(r"\bonce (it|they|he|she) had (?=[a-z]+ed\b)"), r"after \1 had "),
    (shape(rf"\bat (?:its|their|the) ({MONTH} \d{{4}}) (?:fiscal |financial )?year[ -]?end\b"), r"at the end of \1"),
    (shape(r", (at what) (?:exercise |strike |issue )?(price)(?: per share)?(?=[?.]*$)"), r", and \1 \2"),
    (
        shape(r"\b(?:has |have |had )?(?:come|comes|came) out best(?: (?:from|of|in) (?:all (?:of )?)?(?:this|that|it))?(?:,? (?:so far|to date|for now))?"),
        "is the biggest winner",
    ),
    (shape(r"\b(cut|reduced?|lower(?:ed)?|brought|bring|dropped|fallen|pared|knocked) ([^?]*?)\bdown to (?=[$€£\d])"), r"\1 \2to "),
    (shape(r"(\d ?(?:billion|million|bn|m)) per (year|month|quarter|week|day)\b"), r"\1 a \2"),
    (
        shape(r"^(is|are) (.+?) feature[- ]for[- ]feature (?:the same as|identical to|identical with|equal to|on (?:a )?par with|equivalent to) (.+?)[?.]*$"),
        r"does \2 have feature parity with \3?",
    ),
    (shape(r"^((?:is|are|does|do|can|may) .+? or .+?) (?:these days|nowadays|at present|right now|at the moment|currently|today)[?.]*$"), r"\1?"),
    (shape(r"\bhalf a million\b(?: dollars)?"), "$500,000"),
    (shape(r"(?<=\$500,000 to )a million\b(?: dollars)?"), "$1 million"),
    (shape(r"\bon (?:the )?information (?:that was )?(?:publicly )?available (?=in|on|by|at|as of)"), "as known "),
    (shape(r"^in (?:what|which|how many) (?:steps|stages|instal?lments|tranches|parts|goes) (?:was|is|were|has|did) (\w+?)['’]s? (?:money|cash|investment|commitment|funding) (?:for|in|to|into) (\w+) (?:been )?(?:paid|put|handed|transferred|wired|made|disbursed)(?: in| out| over)?[?.]*$"), r"What payments did \1 make to \2?"),
    (shape(rf",? now that (?:the|their|its|this|that) (?:[\w-]+ )?{_PAPER} (?:has|have|had|is|was)(?: been)? {_AMENDED}(?=[?.,]|$)"), ""),
    (shape(r"^(when did .+?) (?:walk|step) away from (?=(?:its|their|the|his|her)\b)"), r"\1 give up "),
    (
        shape(r"^what(?: is|'s|’s) (.+?)(?:'s?|’s?) (month|year|quarter|week)ly (?:bill|payment|charge|rent|tab|outlay) (?:at|from|to|with|by) (\w+)\b"),
        r"how much does \1 pay \3 a \2",
    ),
    (
        shape(r"^(?:has|have|did|had|does) (.+?) (?:promised?|pledged?|guaranteed?) (\w+) ([$€£][\d.,]+(?: ?(?:billion|million|trillion|bn|m)\b)?)"),
        r"did \1 commit \3 to \2",
    ),
    (shape(r"\bat the close of (?=(?:19|20)\d\d\b)"), "at the end of "),
    (shape(rf"\b({_DAY}), the (?:very )?(?:eve|day|date|evening|morning|week|month) (?:of|before|after|when|on which|in which) [^,?]+, "), r"\1, "),
    (shape(r"\bunder (?:an?|any|the|some) (?:bar|ban|prohibition) (?:against|on|from) (?=\w+ing\b)"), "barred from "),
    (shape(r"\bon the (?:day|date|eve) (?:preceding|before|prior to)\b(?![^,?]*\d)"), "just before"),
    (shape(r"\bw/ ?"), "with "),
    (shape(r"\bdatacent(?:er|re)(s?)\b"), r"data center\1"),
    (shape(r"[,;]? (?:pls|plz|please|thx|thanks)(?=[?.!]*$)"), ""),
    (shape(r"\b(\d)(bn|m) "), lambda found: f"{found[1]} {'billion' if found[2] == 'bn' else 'million'} "),
    (shape(r"^(?:please )?break down (.*) by (?:individual |single |separate )?(?:contract|deal|agreement)s?\b"), r"list \1"),
    (shape(r"^what (?:are|were) the amounts (?:that )?(.+?) (?:are|were) (?:each |both )?(?:going |set |due )?to (\w+) "), r"how much do \1 each \2 "),
    UNABLE,
    (shape(r"\bnot (\w+[ai]ble)\b"), r"non-\1"),
    (shape(r"\bhow long (is|are|was|were) (.+?) good for\b"), r"how long \1 \2 valid"),
    (shape(rf"\b(the {MONTH} \d{{4}} ({_PAPER})) and (?:that|the one) (?:of|from) ({MONTH} \d{{4}})\b"), r"\1 and the \3 \2"),
    (shape(rf"\b({_PAPER}) of ({MONTH} \d{{4}}) and (?:that|the one) (?:of|from) (?={MONTH} \d{{4}}\b)"), r"\1 of \2 and the \1 of "),
    (shape(rf"\b(?:at|by) the (?:close|end) of (?:its|their|the) (?:fiscal|financial) year (?:in|on|of) (?={_DAY})"), "by the end of "),
    (shape(r"\balongside (?=(?:its|the) (?:ipo|launch|listing|announcement|release|signing|closing)\b)"), "at the time of "),
    (shape(r"\bpromo\b"), "promotional"),
    (shape(r"^how long (?:may|can|could) (?:an? |the )?[\w-]+ (?:stay|remain) (?:on|in) (.+? (?:plan|program|programme|tier|trial|scheme))[?.]*$"), r"how long does \1 run?"),
    (shape(r",? when (?:they|he|she|it) (?:first )?(?:announced|unveiled|presented|launched) (?:it|that|this|them)(?=[?.]*$)"), ""),
    (shape(r"\b(they|these|those) all (be|are|were|have|get)\b"), r"\1 \2"),
    (shape(r"\b(?:reported |given |told )?with (?:the )?(first|second|third|fourth)-quarter (\d{4}) (?:results|earnings|figures|numbers)"), r"in the \1 quarter of \2"),
    (shape(r" (?:just |still )?(?:lying|sitting|left|lingering) around\b"), ""),
    (shape(rf"\bin (?:early|mid|late)[ -](\d{{4}}),? (?:say|e\.g\.|for example|for instance),? (?:in )?({MONTH})\b"), r"in \2 \1"),
    (shape(r"\bbe (\w+ed) (?:anywhere|somewhere) (?:else )?(?:except|but|other than|besides|outside)(?: for| of)?(?: on| at| in)? "), r"be \1 by anyone other than "),
    (shape(r"\bwhat % (?:of )?"), "what percentage of "),
    (shape(r"\b(1st|2nd|3rd) (?=(?:year|month|quarter|half|round|tranche|part|payment|order)\b)"), lambda found: f"{_ORDINALS[found[1].casefold()]} "),
    (shape(r", (?:i\.e\.|that is),? (?:[a-z]+ )?(?:that|which) (?:is|are) not (?=[^,]+,)"), ", not "),
    (shape(r", outside (?:of )?(?=[^,]+,)"), ", not "),
    (shape(r"\bwhen ((?:19|20)\d\d) (?:ended|closed|was over)\b"), r"at the end of \1"),
    (shape(r"\bfor how many (?:billions|millions)\b"), "for how much"),
    (shape(rf"\b({'|'.join(english.NUMBERS)}) (?=(?:gigawatt|megawatt|billion|million|trillion|percent|gw|mw)s?\b)"), _in_digits),
    (shape(r"\b(?:have|has) (?:the )?(?:news outlets|news media|media outlets|newspapers|news reports|news)\b"), "has the press"),
)  # fmt: skip


def _plainly(question: Question) -> Iterator[Way]:
    """``w/``, ``break down X by contract``, ``non-X`` for "not X"."""
    text = question.question
    for pattern, plain in _SAME:
        text = pattern.sub(plain, text).strip()
    if text != question.question:
        yield text, whatever


_TRAILING = shape(r"^(?!(?:is|are|do|does|did|has|have|was|were|can|may|who|what|which|when|where|how)\b)(.*\w) list(?: of (\w+))?[?.]?$")


def _listed(question: Question) -> Iterator[Way]:
    """``X list``: where the question names the term by which it is answered."""
    found = _TRAILING.match(question.question)
    named = {m.target for m in question.matches if m.kind == "term"}
    if found is not None:
        yield f"list {found[1]} {found[2] or ''}".rstrip(), lambda document: document["read_as"]["term"] in named


_IN_MONEY = shape(r",? (?:(?:expressed|stated|given|measured) )?in (?:us |u\.s\. )?dollars\b,?")
_MUCH_OF = shape(r"\bhow much (?!did|does|do|is|was|of|has|have|will|can|may)([a-z]+)\b")


def _in_money(question: Question) -> Iterator[Way]:
    """``expressed in dollars``: every amount that is told must be one; of ``how much N, in dollars``, the text must speak of N."""
    text = _IN_MONEY.sub("", question.question)
    if text == question.question:
        return

    def in_dollars(document: Document) -> bool:
        return all(str((c.get("value") or {}).get("unit")).startswith("USD") for c in told_clauses(document))

    yield text, in_dollars
    if (found := _MUCH_OF.search(text)) is not None:
        noun = lemma(found[1].casefold())
        yield (
            _MUCH_OF.sub("how much", text),
            lambda document: in_dollars(document) and all(noun in forms(str(c["text"])) for c in told_clauses(document)),
        )


_UP_TO = shape(
    r"^(?:how much(?: of)?|what(?:'s| is)? (?:the )?(?:portion|share|part|maximum|most|amount) of|up to what amount can) (.+?)"
    r" (?:(?:can|may)|(?:(?:am i|are we) allowed to)|that can|be)?(?: i| we| be| go)?(?: used| spent| spend| use| go| put| burn| blow)? (?:on|for|into|in|to|toward|towards) (.+?)[?.]*$"
)


#: A bound with its amount, as a text gives it.
_CAP = shape(r"\b(?:(?:no|not) more than|at most|up to|(?:capped|limited) (?:at|to)|(?:cap|limit|maximum|ceiling) (?:of|is|at)) \$?\d")


def _up_to(question: Question) -> Iterator[Way]:
    """``how much of A may be used for B``: a cap on it, which must name B."""
    found = _UP_TO.match(question.question)
    if found is not None:
        wanted = forms(found[2]) - english.FILLER
        yield (
            f"{found[1]} {found[2]} cap",
            lambda document: all(wanted <= forms(str(c["text"])) and _CAP.search(str(c["text"])) for c in told_clauses(document)),
        )


_MEANT = shape(r"^how much (?:does|do|did) (.+?) (?:mean|plan|intend|aim|propose) to (\w+) (.+)$")


def _meant(question: Question) -> Iterator[Way]:
    """``how much does A mean to lend B``: what A is to lend, where that is a bound on what is to come and no sum that was given."""
    found = _MEANT.match(question.question)
    if found is not None:
        yield (
            f"how much is {found[1]} to {found[2]} {found[3]}",
            lambda document: all(c["value"] and c["value"]["hedge"] == "up-to" and c["value"]["basis"] == "total" for c in told_clauses(document)),
        )


_WRITTEN_IN = shape(r",? (?:according to|by|per|as per|going by|as told in) the ((?:[a-z-]+ )?[a-z-]+)[?.]*$")


def _written_in(question: Question) -> Iterator[Way]:
    """``how much is it, by the draft report``: where all that is told speaks of that document in its own text."""
    found = _WRITTEN_IN.search(question.question)
    if found is not None:
        words = forms(found[1]) - english.FILLER
        if not words.isdisjoint(english.DOCUMENTS | _PAPERS):
            yield question.question[: found.start()] + "?", lambda document: all(words <= forms(str(c["text"])) for c in told_clauses(document))


_PAPERS = forms("prospectus draft disclosure registration report article")
_BY_AMOUNT = shape(r"(\$[\d.]+ ?(?:billion|million|bn|m)) (\w+) (agreement|contract|deal|lease|expansion)\b")


def _by_amount(question: Question) -> Iterator[Way]:
    """``the $38 billion Acme agreement`` is the $38 billion agreement with Acme."""
    found = _BY_AMOUNT.search(question.question)
    if found is not None and question.lexicon.parties_in(found[2]):
        yield _BY_AMOUNT.sub(r"\1 \3 with \2", question.question), whatever


_RATE = r"(?:rate of interest|interest(?: rate)?)"
_LENDING = shape(rf"^(?:at|for) what {_RATE} (did|does|has) (.+?)(?: (\$[\d.]+ ?\w+|an? [bm]illion dollars))?[?.]*$")
_A_SUM = shape(r"^an? ([bm]illion) dollars$")
_ON_A_LOAN = shape(rf"^what {_RATE} (?:does|did|must|will|is) (\w+)(?: to)? (?:pay|owe|paying)(?: \w+)? on (\w+)'s (loan|credit)[?.]*$")


def _at_a_rate(question: Question) -> Iterator[Way]:
    """``at what interest rate did A lend B $1 billion``: how much, and at what rate; the sum that is named must be told."""
    if (found := _LENDING.match(question.question)) is not None:
        amount = _A_SUM.sub(r"$1 \1", (found[3] or "").casefold())
        yield f"How much {found[1]} {found[2]}, and at what interest rate?", lambda document: amount in document["text"].casefold()
    elif (found := _ON_A_LOAN.match(question.question)) is not None:
        yield (
            f"How much is {found[2]}'s {found[3]} to {found[1]}, and at what interest rate?",
            lambda document: all(_sides(question, c, found[2], found[1]) for c in told_clauses(document)),
        )


_PAYING = shape(
    r"^(?:how much|what(?: sum| amount)?)(?: money)? (?:did|has|have) (.+?) (?:pay|paid|transfer(?:red)? to|remit(?:ted)? to) (.+?)"
    r" ((?:on|in|during|over the course of) [^?]+?)(?:, payment by payment)?[?.]*(?: list (?:the|all|its) payments\.?)?$"
)
_PAYMENTS = shape(
    r"^(?:please )?list (?:the |all |all the )?(?:cheques|checks|payments|sums) (.+?) (?:wrote|made|paid|sent) (?:to )?(.+?) ((?:on|in|during) .+?)[?.]*$"
)
#: What a text says of a sum that was paid, and not only promised.
_PAID = frozenset(root(lemma(word)) for word in "pay payment completed".split())


def _paid(question: Question) -> Iterator[Way]:
    """``how much did A pay B in July 2026``: the payments of that time, where all that is told was paid in it."""
    found = _PAYING.match(question.question) or _PAYMENTS.match(question.question)
    times = [m for m in question.moments if m.record is None]
    if found is None or len(times) != 1 or not all(question.lexicon.parties_in(found[n]) for n in (1, 2)):
        return
    from tenor.dates import iso

    first, after = iso(times[0].start), iso(times[0].end)

    def then(clause: Document) -> bool:
        value = clause.get("value") or {}
        lo, hi = clause["bounds"]["from"]
        within = bool(lo and hi) and first <= lo and hi <= after
        return (
            _sides(question, clause, found[1], found[2])
            and (within or bool(value.get("period")))
            and value.get("hedge") != "up-to"
            and not _PAID.isdisjoint(text_keys(str(clause["text"])))
        )

    yield (
        f"What payments did {found[1]} make to {found[2]} {found[3]}?",
        lambda document: all(map(then, told_clauses(document))) and _alike(told_clauses(document)),
    )


def _sides(question: Question, clause: Document, giver: str, taker: str) -> bool:
    """True where the one gives and the other takes."""
    gives = question.lexicon.parties_in(giver)
    return not gives.isdisjoint((clause["holder"], *clause["holders"])) and clause["subject"] in question.lexicon.parties_in(taker)


def _alike(told: list[Document]) -> bool:
    """True where all sums are for a time, or none is: a whole is not told beside what was paid of it."""
    return len({bool((c.get("value") or {}).get("period")) for c in told}) == 1
