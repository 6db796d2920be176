"""Questions about the whole of what two parties have with each other: what they agreed, what one gives the other, whether it holds, whose word it is.

Such a question names the two, or their deal, and beside that nothing but what it asks of it and a time; so it is read as a whole, before any of its words
can lead to a single term. :mod:`tenor.ask.accounts.dealt` answers it.
"""

from __future__ import annotations

from tenor.ask.again.ways import shape
from tenor.ask.interpreting.amounts import sums_in, sums_of
from tenor.ask.language.english import DEAL_WORDS
from tenor.ask.parties.sides import sides_of
from tenor.ask.reading import Reading, Refusal
from tenor.ask.times.windows import window_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tenor.ask.interpreting.question import Question
    from tenor.ask.names.lexicon import Match

_DEAL = r"(?:deals?|agreements?|contracts?|partnerships?|arrangements?|relationship|pact|alliance|accord|cooperation|transactions?)"
#: The deal of the two, in one way or another: ``the @ # deal``, ``@'s deal with #``, ``the deal between @ and #``; ``%`` is a deal that is called by its name.
_OF_TWO = (
    rf"(?:(?:the |this )?(?:@ (?:and )?# {_DEAL}|(?:whole |entire )?{_DEAL} (?:between|of|with|by) @ (?:and|with) #|%)|@'s? {_DEAL} with #"
    rf"|(?:the )?{_DEAL} (?:that |which )?@ (?:has|have|had|made|signed|struck|announced) with #)"
)
_TWO = rf"(?:{_OF_TWO}|@ and #)"
_SURE = r"(?:confirmed|official|officially confirmed|real|true|for real|a fact|verified|certain|established|firm)"
_UNSURE = r"(?:(?:just |only |merely |still |mostly )*(?:reported|rumou?red|alleged|unconfirmed|a rumou?r|rumou?rs|a report|hearsay|speculation|speculative|press reports|unofficial))"
_HOLDS = r"(?:in force|in effect|in place|active|valid|alive|on|running|current|binding today|effective|going|going on|ongoing|standing|good|there)"
_OVER = r"(?:over|dead|off|off the table|ended|terminated|finished|done|expired|history|canceled|cancelled|lapsed|called off)"
_AMENDED = r"(?:amend(?:ed)?|changed?|revised?|renegotiated?|rewrite|rewritten|modif(?:y|ied))"
_UNDERTAKEN = r"(?:promised?|pledged?|undertaken?|undertook|agreed? to do|bound itself|bind itself|guaranteed?|committed itself)"
_SAYING = r"(?:says?|said|reports?|reported|claims?|claimed|told|tells|wrote|writes|confirmed|confirms?|announced|broke|disclosed|revealed)"

_NAMED = shape(rf"(?:^| ){_OF_TWO}")

_WHOLE = shape(rf"\b{_DEAL}\b")
#: What leads to an aspect of a deal that is known by its sum.
OF_A_SUM = "of a sum, "
#: A sum before the noun of the deal, and the deal of the two behind it.
_SUMMED = rf"(?:{_DEAL}|investment|commitment|purchase|order|loan|lease|pledge|financing|credit line|figure|number|sum|amount|price|price tag|total|value|bill)"
_SUM = shape(
    rf"\$? ?\d[\d.,]*(?: |-)?(?:bn|billion|million|trillion|tn|mn|m|b)?(?: |-)?(?:dollars? |usd |gigawatts? |gw |megawatts? |mw )?(?=(?:@'?s? |# |and |investment |compute |cloud |computing )*{_SUMMED}\b)"
)
_OF_THE_SUM = (
    rf"(?:(?:the |this |their )?(?:@(?:'s)? (?:and )?# {_SUMMED}|{_SUMMED} (?:between|of|with|by|from|for) @ (?:and|with|in|from|to|for) #|%)|@'s? {_SUMMED} (?:with|in|from|to|for) #"
    rf"|(?:the )?{_SUMMED} (?:that |which )?@ (?:has|have|had|made|signed|struck|announced) with #)"
)
#: What is asked of a deal that is known by its sum, before and after any other reading.
_OF_A_SUM = tuple(
    (aspect, shape(rf"^{pattern}$"))
    for aspect, pattern in (
        ("runs", rf"(?:for )?how long (?:does|do|did|is|was|will) {_OF_THE_SUM}(?: (?:run|last|go on|good|valid))?(?: for)?"),
        ("runs", rf"(?:until|till|through) (?:when|what year|what date) (?:does|do|did|is|was|will) {_OF_THE_SUM}(?: (?:run|last|hold|valid|in force|good))?"),
        ("runs", rf"(?:when|in what year|on what date) (?:does|do|did|will) {_OF_THE_SUM} (?:end|expire|run out|lapse|terminate)"),
        ("runs", rf"over how (?:many years|long) (?:does|do|did|is|was|will) {_OF_THE_SUM}(?: (?:run|last|spread|paid|go))?(?: out)?"),
        ("sure", rf"(?:is|are|was|were|has|have) {_OF_THE_SUM} (?:been )?{_SURE}"),
        ("unsure", rf"(?:is|are|was|were|has|have) {_OF_THE_SUM} (?:been )?{_UNSURE}"),
        ("sure", rf"(?:is|are|was|were) {_OF_THE_SUM} (?:{_SURE}|{_UNSURE}) or (?:{_SURE}|{_UNSURE})"),
        ("sure", rf"how (?:sure|certain|solid|reliable|firm) is {_OF_THE_SUM}"),
    )
)  # fmt: skip
#: Whether a sum is confirmed, of which one party is named at most.
_SUM_ALONE = shape(r"(?:\$ ?)?\b\d[\d.,]* ?(?:bn|billion|million|trillion|tn|mn|m|b)\b(?: dollars?| usd)?")
_OF_THE_SUM_ALONE = rf"(?:the |that |this |a |reported |alleged )*(?:@(?:'s)? )?(?:\$ )?(?:@(?:'s)? )?(?:{_SUMMED} )*(?:(?:of|with|from|to|for|by|in) @ (?:{_SUMMED} )?)?"
_SURE_ALONE = tuple(
    (f"{OF_A_SUM}{aspect}", shape(rf"^{pattern}$"))
    for aspect, pattern in (
        ("sure", rf"(?:is|are|was|were|has) {_OF_THE_SUM_ALONE}(?:been )?{_SURE}(?: yet)?"),
        ("unsure", rf"(?:is|are|was|were|has) {_OF_THE_SUM_ALONE}(?:been )?{_UNSURE}"),
        ("sure", rf"(?:is|are|was|were) {_OF_THE_SUM_ALONE}(?:{_SURE}|{_UNSURE}) or (?:{_SURE}|{_UNSURE})"),
    )
)
_HAS_A_SUM = shape(
    rf"^(?:is it true that |does |do |did |has |have )?@ (?:(?:really |actually )?(?:have|has|had|got|sign|signed|made|make|struck|strike|agreed?|announced?) )?(?:on |to )?(?:a|an|any) {_SUMMED} (?:with|in|from|to|for) #$"
)

#: What is asked of the whole, and the ways in which it is asked.
_ASKED = tuple(
    (aspect, shape(rf"^{pattern}$"))
    for aspect, pattern in (
        ("agreed", r"what (?:did|do|have|has|had) @ and # (?:agreed?|decided?|settled?)(?: (?:on|to|upon|about))?(?: (?:together|with each other|between them|to do))?"),
        ("agreed", r"what (?:did|does|has|had) @ agreed? (?:on |to |upon )?with #(?: on)?"),
        ("agreed", r"what (?:was|is|were|has been|had been|got) (?:agreed|signed|settled)(?: on| upon)? (?:between|by) @ and #"),
        ("deal", rf"(?:what(?:'s| is| are| was| the)?|tell me about|describe|explain|summari[sz]e|outline) (?:in |known (?:about|of) |(?:the )?(?:content|contents|terms|status|state|details|substance|gist) of )?{_OF_TWO}(?: about)?"),
        ("flows", r"(?:who pays (?:whom|who)|what money (?:flows|goes)|which way does (?:the )?money (?:flow|go)|how does (?:the )?money flow) (?:between|of) @ and #"),
        ("flows", r"what do @ and # pay each other"),
        ("signed", rf"(?:when|on what (?:day|date)s?) (?:did|have) @ (?:and|with) # (?:sign|signed|agree|make|made|strike|struck|conclude|reach)(?: (?:on )?(?:their|a|the|this) {_DEAL})?"),
        ("signed", rf"(?:when|on what (?:day|date)s?) (?:was|were) {_OF_TWO} (?:signed|made|struck|agreed|concluded)"),
        ("since", r"(?:since when|how long) (?:do|does|have|has|are|is) @ (?:and|with) # (?:been )?(?:work|worked|working|partner|partners|partnered|cooperat\w+|collaborat\w+|together)(?: together)?"),
        ("since", rf"(?:since when|how long) (?:do|does|have|has) @ (?:and # (?:have|had) a|(?:work|worked|working|cooperated?) with #|(?:had|have) a {_DEAL} with #)(?: {_DEAL})?"),
        ("since", r"when did @ (?:and # )?(?:first |start |begin |started |began )*(?:work|working|partner|partnering|cooperate|cooperating|to work|do business|doing business|deal|dealing)(?: with #| together)?"),
        ("since", r"when did the (?:relationship|partnership|cooperation|collaboration) (?:between|of) @ and # (?:start|begin)"),
        ("new", r"what(?: is|'s) (?:new|the latest|the news|the newest)(?: news)? (?:between|with|on|about) @ and #"),
        ("amendments", rf"(?:when|on what (?:day|date)s?|how (?:many times|often)) (?:was|were|is|has|have) {_OF_TWO}(?: ever)?(?: been)? {_AMENDED}(?: so far| to date)?"),
        ("amendments", rf"(?:when|how (?:many times|often)) (?:did|have) @ and # (?:ever )?{_AMENDED} (?:their|the) {_DEAL}"),
        ("amended last", rf"(?:when|on what (?:day|date)) (?:was|were|has) {_OF_TWO} (?:been )?(?:(?:last|most recently) {_AMENDED}|{_AMENDED} (?:last|most recently))"),
        ("amended last", rf"when did @ and # (?:last|most recently) {_AMENDED} (?:their|the) {_DEAL}"),
        ("text", rf"(?:is|are) (?:the )?(?:full |whole |actual )?(?:texts?|wording|contract|documents?) of {_OF_TWO} (?:public|published|available|online|known)"),
        ("text", rf"(?:is|are|was) {_OF_TWO} (?:public|published|available to read|publicly available)"),
        ("holds", rf"(?:does|do|did|has|have) @ (?:have|has|had) (?:a|an|any) {_DEAL} with #"),
        ("over", rf"(?:has|have|did) @ (?:ended?|terminated?|cancell?(?:ed)?|left?|leave|quit|dropped|drop|stopped|stop) (?:its|their|the) {_DEAL} with #"),
        ("gives", r"what (?:must|does|should|will|shall|can|is|has|did) @ (?:(?:have|has|need|needs|obliged|bound|required|obligated|committed|supposed|expected|due) )?(?:to )?(?:do|done|contribute|give|given)(?: for| to)? #(?: in (?:return|exchange|turn))?"),
        ("gives", r"what (?:are|were|is) @'s? (?:obligations?|duty|duties|promises?|undertakings?|pledges?|liabilities)(?: (?:to|toward|towards|for|with|against|under|in))?(?: (?:its|the|their) deal(?: with)?)? #"),
        ("gives", r"what are the (?:obligations|duties|promises|undertakings|pledges) of @ (?:to|toward|towards) #"),
        ("gives", rf"what (?:has|did|does|had|have|is) @ {_UNDERTAKEN}(?: to do)?(?: for| to| toward| towards)? #"),
        ("holds", rf"(?:is|are|was|were) {_OF_TWO} {_HOLDS}"),
        ("holds", rf"(?:does|do|did) {_OF_TWO} (?:hold|apply|stand|exist|continue|run|have effect)"),
        ("signed", rf"(?:what (?:has |have )?changed in|how (?:did|has|have)) {_OF_TWO}(?: (?:change|changed|evolve|evolved))?(?: over time)?"),
        ("holds", r"(?:do|does|did|had) @ and # (?:have|has) (?:a|any) (?:deal|agreement|contract)"),
        ("over", rf"(?:is|are|has|have|was|were|did) {_OF_TWO} (?:been )?(?:{_OVER}|end|fall through|fallen through|collapse|collapsed|expire|lapse)"),
        ("sure", rf"(?:is|are|was|were|has|have) {_TWO} (?:been )?{_SURE}(?: (?:by (?:anyone|anybody|them|either|both|either side|the companies|the parties|both sides))|yet)?"),
        ("unsure", rf"(?:is|are|was|were|has) {_TWO} (?:been )?{_UNSURE}"),
        ("sure", rf"(?:is|are|was|were) {_TWO} (?:{_SURE}|{_UNSURE}) or (?:{_SURE}|{_UNSURE})"),
        ("sure", rf"how (?:sure|certain|solid|reliable|firm|well confirmed|well documented) is {_TWO}"),
        ("sources", rf"(?:who|which (?:outlets?|newspapers?|sources?|media)) {_SAYING}(?: (?:so|that|this|it|on|of|about))* {_TWO}"),
        ("sources", rf"(?:what|which|who) (?:is|are|were) (?:the |your )?sources? (?:for|of|on|about|behind) {_TWO}"),
        ("sources", rf"(?:where|from where|from whom) (?:do|does|is|are) (?:this|that|it|the (?:information|news|facts?)) (?:on|about|of) {_TWO} (?:come )?from"),
    )
)  # fmt: skip
#: The same where no single term and no record answered it.
_OTHERWISE = tuple(
    (aspect, shape(rf"^{pattern}$"))
    for aspect, pattern in (
        ("deal", rf"(?:what(?:'s| is| are| was| were)?|tell me about|describe|explain|summari[sz]e|outline) (?:in |the (?:content|contents|terms|status|state|details|point|substance|gist|subject) of )?{_TWO}(?: about)?"),
        ("deal", rf"what (?:does|do|did) {_OF_TWO} (?:say|cover|include|contain|provide|provide for|involve|mean|bring|regulate|govern|consist of)"),
        ("deal", r"what (?:deals?|agreements?|contracts?|kind of deal|sort of deal|relationship|ties?|business|dealings) (?:do|does|did|are there|is there|exists?) ?(?:between )?@ (?:and|with) #(?: have| has| make| do)?"),
        ("deal", r"(?:how (?:are|is) @ (?:and # )?(?:connected|related|linked|tied)(?: (?:to|with) #)?(?: to each other)?|what (?:connects|links|ties) @ (?:and|to|with) #|what is (?:there )?between @ and #)"),
        ("deal", r"what (?:do|does) @ (?:and # )?(?:have|do)(?: to do)? (?:with|for) (?:each other|#)"),
        ("amounts", rf"(?:how (?:big|large|much|sizable|high)|what(?: is)? the (?:size|volume|scale|value|amount) of) (?:is |was |are )?{_OF_TWO}(?: worth)?(?: in (?:total|all|gigawatts|megawatts|dollars|money))?"),
        ("deal", r"(?:are|were) @ and # (?:partners|business partners|allies|working together|related|connected|linked)"),
        ("deal", r"(?:does|do|is) @ (?:work|working|cooperate|cooperating|collaborate|partner|partnering|partnered) with #"),
        ("amended", rf"(?:did|have|has) @ and # (?:ever )?{_AMENDED} (?:their|the) {_DEAL}"),
        ("amended", rf"(?:was|has|were) {_OF_TWO} (?:ever )?(?:been )?{_AMENDED}"),
        ("signed", rf"how many {_DEAL} (?:do|did|have|are there|exist) ?(?:between )?@ (?:and|with) #(?: have| made| make| signed| sign)?"),
        ("signed", rf"how (?:did|has|have) {_OF_TWO} (?:change|changed|evolve|evolved|develop|developed)(?: over time)?"),
        ("gives", r"what (?:does|do) @ owe #"),
        ("gave", r"how much (?:money |cash )?(?:did|has|have) @ (?:give|given|hand|handed|provide|provided|send|sent|transfer|transferred) (?:to )?#(?: (?:in (?:total|all)|altogether|so far|to date|already))*"),
        ("paid", r"(?:has|have|did) @ (?:ever |already |actually )?(?:paid|pay|given|give) # (?:anything|any money|money|something)(?: (?:yet|already|so far|to date))?"),
        ("paid", r"how much (?:money )?(?:has|have|did) @ (?:already |actually |really )?(?:paid|pay) (?:to )?#(?: (?:yet|already|so far|to date|until now|in all|in total))*"),
        ("pays", r"how much (?:money )?(?:does|will|must|is|do) @ (?:have to |to |going to |supposed to )?(?:pay|give|owe|owes|transfer|send) (?:to )?#"),
        ("amounts", rf"how much is {_OF_TWO} (?:worth|for)"),
        ("amounts", r"(?:(?:what(?:'s| is| was)|how (?:much|big|large|high) (?:is|was)) )?(?:the )?(?:@(?:'s)? # (?:grand )?total|(?:grand )?total (?:of|for|between) @ (?:and|with) #)"),
    )
)  # fmt: skip
#: When the deal of a sum was made known or made; the sum stands before its noun.
_DATED = shape(
    rf"^(?:when|on what (?:day|date)|in what month) (?:was|were|did) {_OF_TWO} (?:first )?(?:be |been )?(?:announced|signed|made|struck|agreed|concluded|unveiled|disclosed|reported|made public|happen|come about)$"
)
_KINDS = {
    "dated": "start",
    **dict.fromkeys((f"{OF_A_SUM}{aspect}" for aspect in ("sure", "unsure", "has")), "state"),
    f"{OF_A_SUM}runs": "end",
    "deal": "what",
    "amounts": "value",
    "pays": "value",
    "paid": "value",
    "gave": "value",
    "since": "start",
    **dict.fromkeys(("holds", "over", "sure", "unsure", "amended"), "state"),
}
#: What is asked of all that there was.
_WITHOUT_A_TIME = ("flows", "pays", "paid", "gave", "since", "new")
_BOTH = 2
#: What stands before a name where whoever is called so is asked for.
_PRESENTING = (("what", "is"), ("what", "was"), ("tell", "me", "about"), ("describe",), ("explain",))


def dealing(question: Question, *, fallback: bool = False) -> Reading | None:
    """The reading of a question for the whole of what two parties have with each other; None where it is none."""
    said = _without_names(question) if any(m.kind in ("party", "deal") for m in question.matches) else None
    if said is None:
        return (_called_so(question) or _sum_alone(question)) if fallback else None
    aspect = next((aspect for aspect, form in (_OTHERWISE if fallback else _ASKED) if form.match(said[0])), None) or _of_a_sum(said[0], fallback)
    if aspect is None:
        return None
    pair = said[1]
    reading = Reading(_KINDS.get(aspect, "list"), None)
    reading.pair, reading.known, reading.corrections = pair, question.known, question.corrections
    timed = [m for m in question.moments if m.record is not None or (m.start, m.end) != (question.today, question.today + 1)]
    if timed and aspect in _WITHOUT_A_TIME:
        return None
    reading.window = window_of(question, reading) if timed else None
    reading.target = ("dealings", aspect, 0)
    reading.why = [f"all that is between {' and '.join(pair)}"]
    if aspect == "deal" or (aspect == "agreed" and not timed):
        deals = _deals_of(question, pair)
        if deals and (timed or len(deals) > 1):
            return None
        reading.kind, reading.target = ("what", ("deal", deals[0], 0)) if deals else ("list", ("dealings", "all", 0))
    return reading


def _called_so(question: Question) -> Reading | None:
    """``what is N``, where N is what a deal is called, and no more is said of it."""
    lows = [t.low for t in question.typed]
    start = next((len(lead) for lead in _PRESENTING if tuple(lows[: len(lead)]) == lead), 0)
    start += bool(start) and lows[start : start + 1] == ["the"]
    deals = {m.target for m in question.lexicon.matches(question.typed) if m.kind == "deal" and (m.start, m.end) == (start, len(lows))}
    if not start or len(deals) != 1:
        return None
    reading = Reading("what", None)
    reading.target, reading.corrections = ("deal", deals.pop(), 0), question.corrections
    reading.why = ["a deal by its name"]
    return reading


def _of_a_sum(said: str, fallback: bool) -> str | None:
    """What is asked of a deal that is known by its sum; whether there is one, only where nothing else answers."""
    without = _SUM.sub("", said)
    aspect = next((aspect for aspect, form in _OF_A_SUM if form.match(without)), None)
    if without == said:
        return f"{OF_A_SUM}runs" if fallback and aspect == "runs" and not _WHOLE.search(said) else None  # a commitment, and not all that they agreed
    if fallback:
        return f"{OF_A_SUM}has" if _HAS_A_SUM.match(without) else None
    if _DATED.match(without):
        return "dated"
    return f"{OF_A_SUM}{aspect}" if aspect is not None else None


def _sum_alone(question: Question) -> Reading | None:
    """``is the $300 billion A figure confirmed``: of the one pair between which that sum is recorded. Raises :class:`Refusal` where there are several."""
    sums = sums_of(question)
    if len(sums) != 1 or len(question.parties()) > 1 or question.moments:
        return None
    words = [t.low for t in question.typed]
    for mention in question.mentions if len(question.typed) == len(question.tokens) else ():
        words[mention.start : mention.end] = ["@", *[""] * (mention.end - mention.start - 1)]
    plain = _SUM_ALONE.sub("$", " ".join(filter(None, words)))
    aspect = next((aspect for aspect, form in _SURE_ALONE if form.match(plain)), None) if "$" in plain else None
    if aspect is None:
        return None
    having: dict[tuple[str, ...], str] = {}
    for name in question.support().clauses(sums):
        doc = question.lexicon.document(name)
        sides = sides_of(doc) - {None}
        if sums & sums_in(doc) and question.parties() <= sides:
            having.setdefault(tuple(sorted(map(str, sides))), str(doc["term"]))
    if len(having) > 1:
        told = " and ".join(
            f"{question.store.name('term', term)} ({' and '.join(question.store.name('party', p) for p in pair)})" for pair, term in having.items()
        )
        raise Refusal("ambiguous", f"That sum is recorded of {told}; say which.", terms=[*having.values()])
    pair = next(iter(having), ())
    if len(pair) != _BOTH:
        return None
    reading = Reading("state", None)
    reading.pair, reading.corrections, reading.target = (pair[0], pair[1]), question.corrections, ("dealings", aspect, 0)
    reading.why = [f"a sum between {' and '.join(pair)}"]
    return reading


def the_two(question: Question) -> tuple[str, str] | None:
    """The parties of the deal of two that a question is about, in whatever way it is said: ``the A-B deal``, ``A … its deal with B``; None where it is of none."""
    if not any(m.kind in ("party", "deal") for m in question.matches):
        return None
    said = _without_names(question)
    return said[1] if said is not None and _NAMED.search(said[0]) else None


def _deals_of(question: Question, pair: tuple[str, str]) -> list[str]:
    """The deals of just these two."""
    rows = question.store.query("SELECT id FROM deal ORDER BY id")
    return [str(name) for (name,) in rows if set(question.lexicon.document(str(name)).get("parties", ())) == set(pair)]


def _without_names(question: Question) -> tuple[str, tuple[str, str]] | None:
    """The words with ``@`` for the first party and ``#`` for the second, or ``%`` for a deal of two, and without what says when; and the two parties."""
    typed, timed = question.typed, question.timed() if len(question.typed) == len(question.tokens) else frozenset()
    matches = question.lexicon.matches(typed)
    found = _apart([m for m in matches if m.kind in ("party", "product")])
    parties = list(dict.fromkeys(m.target if m.kind == "party" else m.extra for m in found))
    marks = ["@", "#"]
    if len(parties) != _BOTH:
        found = _apart([m for m in matches if m.kind == "deal" and any(t.lemma in DEAL_WORDS for t in typed[m.start : m.end])])
        parties = list(question.lexicon.document(found[0].target).get("parties", ())) if len(found) == 1 else []
        marks = ["%"]
    if len(parties) != _BOTH or len(found) != len(marks):
        return None
    words = [t.low for t in typed]
    for mark, match in zip(marks, found, strict=True):
        words[match.start : match.end] = [f"{mark}'s" if typed[match.end - 1].possessive else mark, *[""] * (match.end - match.start - 1)]
    return " ".join(word for i, word in enumerate(words) if word and i not in timed), (parties[0], parties[1])


def _apart(matches: list[Match]) -> list[Match]:
    """The longest names that do not overlap, in order."""
    out: list[Match] = []
    for match in sorted(matches, key=lambda m: (m.start, -m.end, m.kind != "party")):
        if not out or match.start >= out[-1].end:
            out.append(match)
    return out
