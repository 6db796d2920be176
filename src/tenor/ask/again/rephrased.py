"""A refused question of a known shape, asked as another one that means the same.

Each shape says what an answer must have in it: what was left out of the question, the answer has to bear out.
"""

from __future__ import annotations

from tenor.ask.again.checked import put_to_be_checked
from tenor.ask.again.costs import OF_MONEY
from tenor.ask.again.described import SAID_BESIDE, of_its_makers, part_of_a_known_sum, without_its_sum
from tenor.ask.again.entitled import IN_OTHER_VERBS
from tenor.ask.again.holding import WHO_HELD
from tenor.ask.again.in_place_of import in_place_of
from tenor.ask.again.moved import moved
from tenor.ask.again.terse import IN_FEW_WORDS
from tenor.ask.again.ways import MONTH, UNABLE, shape, told_clauses, whatever
from tenor.ask.again.won import won_and_lost
from tenor.ask.language.words import as_typed
from tenor.ask.times.steps import after_a_step, between_stages
from tenor.dates import MONTHS

TYPE_CHECKING = False
if TYPE_CHECKING:
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
        _in_percent,
        put_to_be_checked,
        *IN_OTHER_VERBS,
        *SAID_BESIDE,
        _rewritten,
        *OF_MONEY,
        after_a_step,
        between_stages,
        in_place_of,
        moved,
        _within_a_year,
        _happened,
        *IN_FEW_WORDS,
        *WHO_HELD,
        won_and_lost,
    )
    unknown = {question.tokens[i].text.casefold() for i in question.strangers()} - {month.casefold() for month in MONTHS}
    for way in (*ways, part_of_a_known_sum, without_its_sum, of_its_makers):
        for text, bears_out in way(question):
            document = asked(text)
            if document is None or document["status"] != "answered" or not bears_out(document):
                continue
            if all(name in text.casefold() or name in document["text"].casefold() for name in unknown):  # whom nobody knows is not left out
                return document
    return None


_PAPER = r"(?:deal|agreement|contract|expansion|extension|amendment|lease|filing|statement|announcement|memorandum)"
_DATED_PAPER = rf"(?:{MONTH} )?\d{{4}} {_PAPER}"
_COME_ABOUT = r"(?:reached|achieved|attained|declared|announced|proclaimed|verified|confirmed|realized|here|created|built)"
_BRINGS_ABOUT = r"(?:reach|achieve|attain|declare|announce|proclaim|verify|create|build)(?:e?s|d|ed)?"
_SHORT = r"(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?"
_OUTLETS = (
    r"(?:(?:some|many|several|most|the|a few|various|certain|all) )?(?:of the )?(?:news )?"
    r"(?:outlets|papers|newspapers|people|media|press|reports|headlines|observers|commentators|analysts|bloggers|blogs|articles|sites|journalists|pundits|accounts|others)"
)
_SOMEBODY = r"(?:some|many|most|they|(?:a|one|my|our|the) (?:colleague|friend|reader|boss|client|editor|user|source|blogger|blog|post|article|podcast|newsletter))"
_WRITE = r"(?:wrote|writes?|says?|said|claims?|claimed|reports?|reported|ha(?:ve|s|d) it|puts? it|believes?|believed|suggest|suggested|assume|assumed|think|thought)"
_WHETHER = r"^(?=(?:is|are|was|were|do|does|did|has|have|had|can|could|may|might|will)(?:n't)? )(.+?)"
_NEVER = r"(?:(?:never|not) (?:happen(?:ed)?|come (?:about|to pass|off)|go (?:ahead|through)|gone (?:ahead|through)|materiali[sz]ed?|true|so|the case|real)|wrong|false|untrue|a lie|a hoax)"
_STOPPED = r"(?:stop|end|lapse|expire|cease|change|finish)(?:ped|ed|d)?(?: (?:in|on|by|with|after) [^,?]+?)?"
_AMENDED = r"(?:amended|changed|revised|rewritten|renegotiated|updated|reworked|replaced|restated|signed|in force|in effect|out|over)"
_PLACE = "first|second|third|fourth|fifth|last|final|latest"
_PIECE = r"(?:part|piece|bit|portion|slice|chunk|leg)"
_SHARE = r"(?:share|percentage|percent|portion|proportion|slice|fraction)"
_HAVING = r"(?:have|hold|get|command|capture|take|control|represent|win|account for)"
_DAY = rf"(?:\d{{1,2}} {MONTH},? \d{{4}}|{MONTH} (?:\d{{1,2}},? )?\d{{4}}|\d{{4}}-\d\d-\d\d)"
#: ``had anybody put a dollar figure on X``: whether the amount of X had been told.
_PUT_A_FIGURE = (
    r"had (?:anybody|anyone|somebody|someone|any \w+|the press|the media|they) (?:already |yet )?(?:put|given|named|attached|published|reported|offered|supplied)"
    r" (?:a|any|the) (?:dollar |exact |precise )?(?:figure|number|amount|sum|price tag|value|price) (?:on|to|for|of)"
)
#: ``Jan-Sep 2025``, ``in January to September 2025``, ``Q1 to Q3 2025``: one year for both.
_MONTHS_TO = rf"(?<!from )(?<!between )\b(?:(?:in|for|during|over) )?({MONTH}|{_SHORT}|Q[1-4]) ?(?:-|–|to|through|thru|until|till) ?((?:{MONTH}|{_SHORT}|Q[1-4]) \d{{4}})\b"


#: ``a quarter of A``, ``one fifth of its revenue``: what is no time.
_FRACTIONS = {"half": 50, "quarter": 25, "fifth": 20, "tenth": 10}
_FRACTION = shape(
    rf"\b(?:(?:a|one)[ -](quarter|fifth|tenth)|(?<!first )(?<!second )(?<!other )(half)) of (?!(?:(?:the|a|an|its|that|this|each|every) )?(?:\d|(?:year|month|week|day|quarter|time|them|these|those|which|it|{MONTH})\b))"
)


def _in_percent(question: Question) -> Iterator[Way]:
    """``does A own a quarter of B``, of which a share is told."""
    text = question.question
    found = _FRACTION.search(text)
    if found is None:
        return
    part = (found[1] or found[2]).casefold()

    def in_shares(document: Document) -> bool:  # of what is told in that word itself, it is said of what it is a part
        told = told_clauses(document)
        said = [c for c in told if c.get("yes") is not None] or [c for c in told if (c["value"] or {}).get("amount") == _FRACTIONS[part]]
        return bool(said) and all(str((c["value"] or {}).get("unit")).startswith("percent") and part not in as_typed(c["text"]) for c in said)

    yield _FRACTION.sub(f"{_FRACTIONS[part]} percent of ", text), in_shares


_ORDINALS = {"1st": "first", "2nd": "second", "3rd": "third"}
#: Ways of writing that change nothing.
_SAME = (
    (shape(r"\btogether with\b"), "with"),
    (shape(r"\bsomewhere (?:else )?other than(?: on| at| in)? [A-Z][\w-]*"), "elsewhere"),
    (shape(r"\b(?:could|would|might|may) (?:be|end up) (?:on the hook|liable)(?: for)?\b"), "guarantees"),
    (shape(rf"^{_PUT_A_FIGURE} (.+?) (?:as of|by|before|on) ({_DAY})[?.]*$"), r"had the amount of \1 been reported by \2?"),
    (shape(_MONTHS_TO), r"from \1 to \2"),
    (shape(rf"{_WHETHER},? (?:just )?(?:as|like) (?:{_OUTLETS}|{_SOMEBODY}) (?:have |has )?{_WRITE}(?: (?:it|so))?[?.]*$"), r"\1?"),
    (shape(rf"{_WHETHER},? or (?:did|has|had|is|was|does) (?:that|it|this|the whole thing) (?:actually |really |ever |simply |just )?{_NEVER}[?.]*$"), r"\1?"),
    (shape(rf"{_WHETHER},? or (?:did|has|had|is|was|does) (?:that|it|this|they)(?: all)? {_STOPPED}[?.]*$"), r"\1?"),
    (shape(r"\bper ((?:the )?[A-Z]\w+)(?= |[?.,]|$)"), lambda found: f"according to {found[1]}" if found[1].removeprefix("the ")[:1].isupper() else found[0]),
    (shape(r"(?<=[\w,] )(?:as )?per (?=(?:the|its|their|his|her) )"), "according to "),
    (shape(r"\bonce (it|they|he|she) had (?=[a-z]+ed\b)"), r"after \1 had "),
    (shape(rf"\b(?:once|when|if|after|as soon as|should) ([\w-]+) (?:is|are|has been|have been|be|gets?) {_COME_ABOUT}(?=[?.]*$)"), r"with \1"),
    (shape(rf"\b(?:once|when|if|after|as soon as|should) (?:[\w-]+|the [\w-]+) {_BRINGS_ABOUT} ([\w-]+)(?=[?.]*$)"), r"with \1"),
    (shape(rf"\bat (?:its|their|the) ({MONTH} \d{{4}}) (?:fiscal |financial )?year[ -]?end\b"), r"at the end of \1"),
    (shape(rf"\bat (?:its|their|the) (?:fiscal |financial )?year[ -]?end,? (?:on |of )?({_DAY})"), r"on \1"),
    (shape(r"\bgoing by (?=(?:the |its )?[A-Z0-9])"), "according to "),
    (shape(r"\bwhen did ([A-Z]\w+) (?:overtake|supplant|displace|oust) (?=.+ as (?:the|its|their|\w+['’]s) )"), r"when did \1 replace "),
    (shape(r", (at what) (?:exercise |strike |issue )?(price)(?: per share)?(?=[?.]*$)"), r", and \1 \2"),
    (shape(r"\b(cut|reduced?|lower(?:ed)?|brought|bring|dropped|fallen|pared|knocked) ([^?]*?)\bdown to (?=[$€£\d])"), r"\1 \2to "),
    (shape(r"(\d ?(?:billion|million|bn|m)) per (year|month|quarter|week|day)\b"), r"\1 a \2"),
    (shape(r"\bon (?:the )?information (?:that was )?(?:publicly )?available (?=in|on|by|at|as of)"), "as known "),
    (shape(rf",? now that (?:the|their|its|this|that) (?:[\w-]+ )?{_PAPER} (?:has|have|had|is|was)(?: been)? {_AMENDED}(?=[?.,]|$)"), ""),
    (
        shape(r"^(?:has|have|did|had|does) (.+?) (?:promised?|pledged?|guaranteed?) (\w+) ([$€£][\d.,]+(?: ?(?:billion|million|trillion|bn|m)\b)?)"),
        r"did \1 commit \3 to \2",
    ),
    (shape(rf"\b({_DAY}), the (?:very )?(?:eve|day|date|evening|morning|week|month) (?:of|before|after|when|on which|in which) [^,?]+, "), r"\1, "),
    (shape(r"\bunder (?:an?|any|the|some) (?:bar|ban|prohibition) (?:against|on|from) (?=\w+ing\b)"), "barred from "),
    (shape(r"\bw/ ?"), "with "),
    (shape(r"\b(?:taking (?P<one>[A-Z]\w+) public|(?<=[a-z] )(?P<other>(?-i:[A-Z])\w+) going public)\b"), lambda found: f"listing {found['one'] or found['other']}"),
    (shape(r"\bdatacent(?:er|re)(s?)\b"), r"data center\1"),
    UNABLE,
    (shape(r"^(?:how much|what)(?: sum| amount)? was (?:paid|transferred|put in|sent)? ?(?:in|with|as|by) the (\w+) (\S+) (payment|instal?lment|tranche) ((?:of|in) .+?)[?.]*$"), r"How much was \2's \1 \3 \4?"),
    (shape(r"^how many (customers|users|clients|subscribers) (?:do|does|did) (.+?) have (on|in|through) (.+?)[?.]*$"), r"How many \1 use \2 \3 \4?"),
    (shape(r"^(.+ (?:have|had|hold|own|get)) one[?.]*$"), r"\1 it?"),
    (shape(r"\bhow long (is|are|was|were) (.+?) good for\b"), r"how long \1 \2 valid"),
    (shape(rf"\b(the {MONTH} \d{{4}} ({_PAPER})) and (?:that|the one) (?:of|from) ({MONTH} \d{{4}})\b"), r"\1 and the \3 \2"),
    (shape(rf"\bbetween the ((?:{MONTH} )?\d{{4}}) and (?:the )?((?:{MONTH} )?\d{{4}}) ({_PAPER})s\b"), r"between the \1 \3 and the \2 \3"),
    (shape(rf"^compare the ({_DATED_PAPER}) (?:with|to|and|against) the ({_DATED_PAPER})(?= (?:of|between)\b|[?.]*$)"), r"what changed between the \1 and the \2"),
    (shape(r"\bpromo\b"), "promotional"),
    (shape(r"^what was the (?:maximum|longest) (?:duration|length) of (.+?)( under [^?]+?)?[?.]*$"), r"how long did \1 last\2?"),
    (shape(r"^what is the (?:maximum|longest) (?:duration|length) of (.+?)( under [^?]+?)?[?.]*$"), r"how long does \1 last\2?"),
    (shape(rf"\bthe ({_PLACE}) ([A-Z][\w.-]*) {_PIECE}\b(?! of)"), r"the \1 part of the \2 contract"),
    (shape(rf"\bthe ({_PLACE}) {_PIECE} of (?=the |its |their |[A-Z])"), r"the \1 part of "),
    (shape(r"^how many (.+?),? (?:in|as a) (?:percent|per cent|percentage)[?.]*$"), r"what percentage of \1?"),
    (shape(rf"^(?:what|which) {_SHARE} of ([^?\d'’]+?) (?:does|do) ([A-Z][\w.-]*) {_HAVING}( [^?]*)?[?.]*$"), r"what is \2's share of \1\3?"),
    (shape(rf"^(?:what|which) {_SHARE} of ([^?\d'’]+?) did ([A-Z][\w.-]*) {_HAVING}( [^?]*)?[?.]*$"), r"what was \2's share of \1\3?"),
    (shape(rf"^(?:what|which) {_SHARE} of ([^?\d'’]+?) (?:goes|went|is going) to ([A-Z][\w.-]*)( [^?]*)?[?.]*$"), r"what is \2's share of \1\3?"),
    (shape(r"^((?:when|in (?:what|which) (?:year|month)) did .+?) win (?=the .+? (?:contract|tender|franchise|deal)\b)"), r"\1 get "),
    (shape(r"^who won (the .+?) from ([^?]+?)[?.]*$"), r"Who took over \1 from \2?"),
    (shape(r"^(did|has|had) (.+?) (?:rise|risen|climb(?:ed)?|increased?|jump(?:ed)?|grow|grown)(?: up)? to (?=[$€£¥]?\d)"), r"\1 \2 go up to "),
    (shape(r"^(did|has|had) (.+?) (?:fall|fallen|drop(?:ped)?|decreased?|shrink|shrunk|sink|sunk)(?: down)? to (?=[$€£¥]?\d)"), r"\1 \2 go down to "),
    (shape(r"^to (?:whom|which \w+) did (.+?) lose (.+?)[?.]*$"), r"Who came after \1 as \2?"),
    (shape(r"^(?:who|which (?:company|firm|supplier|contractor|provider|vendor)) lost (.+) to ([^?]+?)[?.]*$"), r"Who came before \2 as \1?"),
    (shape(r"^(?:in|during|over) (?:which|what) (?:years|months)\b(?= (?:is|are|was|were|did|do|does|has|have)\b)"), "When"),
    (shape(r"^(?:for )?how (?:many (?:years|months|weeks|days)|much time) (was|were) (.+? [$€£¥]?\d[\d.,]*(?: ?%| [a-z]+)?(?: an? [a-z]+)?)[?.]*$"), r"How long \1 \2?"),
    (shape(r"^(?:for )?how (?:many (?:years|months|weeks|days)|much time|long) did (.+?) (?:stay|remain|stand|be kept|hold|rest|sit)(?: unchanged)? (?:at )?([$€£¥]?\d[\d.,]*(?: ?%| [a-z]+)?(?: an? [a-z]+)?)[?.]*$"), r"How long was \1 \2?"),
    (shape(r"\b(?:earliest|oldest) (?:(recorded|known) )?(?=value|amount|figure|level|rate|price|number)"), "first recorded "),
    (shape(r"^how long (?:may|can|could) (?:an? |the )?[\w-]+ (?:stay|remain) (?:on|in) (.+? (?:plan|program|programme|tier|trial|scheme))[?.]*$"), r"how long does \1 run?"),
    (shape(r" (?:just |still )?(?:lying|sitting|left|lingering) around\b"), ""),
    (shape(rf"\bin (?:early|mid|late)[ -](\d{{4}}),? (?:say|e\.g\.|for example|for instance),? (?:in )?({MONTH})\b"), r"in \2 \1"),
    (shape(r"\bbe (\w+ed) (?:anywhere|somewhere) (?:else )?(?:except|but|other than|besides|outside)(?: for| of)?(?: on| at| in)? "), r"be \1 by anyone other than "),
    (shape(r"\b(1st|2nd|3rd) (?=(?:year|month|quarter|half|round|tranche|part|payment|order)\b)"), lambda found: f"{_ORDINALS[found[1].casefold()]} "),
)  # fmt: skip


def _plainly(question: Question) -> Iterator[Way]:
    """``w/``, ``break down X by contract``, ``non-X`` for "not X"."""
    text = question.question
    for pattern, plain in _SAME:
        text = pattern.sub(plain, text).strip()
    if text != question.question:
        yield text, whatever


_WITHIN_A_YEAR = shape(rf"\bin ((?:19|20)\d\d),? (?:but )?(after|following|before|from|since|until) ({MONTH})(?: on| onwards?)?\b(?! \d)")


def _within_a_year(question: Question) -> Iterator[Way]:
    """``in 2023, after September``: from October to December 2023."""
    found = _WITHIN_A_YEAR.search(question.question)
    if found is None:
        return
    month, relation = [m.casefold() for m in MONTHS].index(found[3].casefold()), found[2].casefold()
    first = {"after": month + 1, "following": month + 1, "before": 0, "until": 0}.get(relation, month)
    last = {"before": month - 1, "until": month}.get(relation, len(MONTHS) - 1)
    if 0 <= first <= last < len(MONTHS):
        span = f"from {MONTHS[first]} {found[1]} to {MONTHS[last]} {found[1]}"
        yield f"{question.question[: found.start()]}{span}{question.question[found.end() :]}".strip(" ,"), whatever


#: ``which clouds have X``, of a product.
_WHICH_HAVE = shape(r"^(?:which|what) \S+ (?:have|has|got) (\S+?)[?.]*$")
_HAPPENED = shape(r"^(?:so )?what happened (?:in|at|during|with) (?:the )?(.+?)[?.]*$")


def _happened(question: Question) -> Iterator[Way]:
    """``what happened in E``: where one event is told, and nothing of a right; ``which clouds have X``: where it is available."""
    found = _WHICH_HAVE.match(question.question)
    if found is not None and any(m.product is not None and m.said == found[1] for m in question.mentions):
        yield f"Where is {found[1]} available?", whatever
    found = _HAPPENED.match(question.question)
    if found is not None:
        yield f"{found[1]}?", lambda document: [str(c["clause"]).partition(":")[0] for c in told_clauses(document)] == ["event"]


_REWRITTEN = shape(
    r"^(?:did|have|has) (?P<who>.+? and .+?) (?:renegotiated?|amend(?:ed)?|revised?|rework(?:ed)?|rewrite|rewritten|modify|modified|alter(?:ed)?|changed?|updated?)"
    r" their (?:deal|agreement|contract|partnership agreement)(?: (?:again|once more))?(?P<when> (?:in|on|between|after|since|during) [^?]*\d[^?]*)[?.]*$"
)


def _rewritten(question: Question) -> Iterator[Way]:
    """``did A and B change their contract again in T``: to change it is to agree on an amendment, in which "again" adds nothing."""
    found = _REWRITTEN.match(question.question)
    if found is not None:
        yield f"Did {found['who']} sign an amendment{found['when']}?", lambda document: any(c.get("yes") is not None for c in document["answers"])
