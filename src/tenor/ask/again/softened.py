"""A refused question without what only softens it, or tells of whoever asks; it is asked again whole.

What is taken away says nothing of which thing, whose, how much or when: ``any``, ``ever``, ``mostly`` of who it is, a sentence of hearsay without a name.
What is turned round says the same: ``if I use X, does Y …``, ``in May 2026, was Y …``, ``heard of X. What is bought from it?``.
"""

from __future__ import annotations

import re

from tenor.ask.again.ways import MONTH, shape
from tenor.dates import civil

_WH = r"(?:what|which|who|whom|whose|when|where|how)"
_VERB = r"(?:is|are|was|were|do|does|did|can|could|may|might|will|would|has|have|had|must|should)"
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
#: How whoever asks, or what people say, is spoken of before and behind a question.
_ASIDE = (
    r"(?:i |we |i'm |we're |i am |we are |just |only )?(?:heard|read|saw|hear|lost|keep|have lost|doing|writing|preparing|making|building|working|trying|comparing|asking|curious|researching|compiling|studying)\b"
    r"|(?:somebody|someone|people|folks|everyone|everybody|they|a (?:friend|colleague|reader|client|guy)|my (?:boss|friend|colleague|teacher|professor|editor|client|team|brother|dad|wife|husband))\b"
    r"|i keep \w+ing\b|(?:a )?(?:straight|short|quick|simple|one-word|honest) answer\b|yes or no\b"
    r"|thanks|thank you|cheers|no rush|sorry|bear with me"
)
#: What may not stand in such a sentence: it would say which of several is meant, or what not.
_SAYING_MORE = shape(
    r"\d|\b(?:only|not|no|never|mean|meant|first|second|last|latest|instead|except|without|per|list|each|rather|especially|specifically|before|after|since)\b|n't"
)
_BEHIND = re.compile(rf"^(?P<rest>.+\?)\s+(?P<aside>(?:{_ASIDE})[^?]*)$", re.IGNORECASE)
_BEFORE = re.compile(rf"^(?P<aside>(?:{_ASIDE})[^?.:;]*)[.:;]\s+(?P<rest>.+)$", re.IGNORECASE)

_HEARD_OF = shape(
    r"^(?:i |we )?(?:heard|read|know|keep hearing|have read|just read) (?:of|about) (?:some|a|an|this|the) (?:[a-z-]+ )*(?:called|named) ([A-Z][\w.-]*)[.;,] (.+?)\b(?:it|them|they)\b(.*)$"
)
_POLAR = shape(rf"^{_VERB}\b")
#: What adds nothing anywhere.
_ANYWHERE = (
    (shape(r"\b(?:by any chance|of all (?:things|people|places)|in the world|on earth|the heck|the hell|for heaven's sake|at all|whatsoever|if anything|so to speak|kind of|sort of|as it were)\b,?"), ""),
    (shape(r"\bthru\b"), "through"),
    (shape(r"^(is|was|are|were) (?:it|that|this|they) ((?:still |now |only |really )?[a-z-]+(?: now| still| any ?more)?), ([^,?]+)[?.]*$"), r"\1 \3 \2?"),
    (shape(r"\b(part|portion|share|sum|amount|money|rest) (of [^,?]+?) (?:that|which) (?:(?:was|were|is|are|has been|have been|had been) not|(?:was|were|is|are)n['’]t) (?:yet )?(\w+ed|paid|drawn|spent)\b"), r"un\3 \1 \2"),
    (shape(r"^([^,:?]+?): how much (?:is |was )?(?:up front|upfront|at once|in advance),? (and how much .+)$"), r"How much of \1 is upfront, \2"),
    (shape(r"\b(?:a|an|some) (?:pile|bunch|ton|load|stack|heap|wad|stash|whole lot) of (?=[a-z])"), ""),
    (shape(r"^((?:did|has|have|had|was|were)(?:n't|n’t)? .+?) (?:once|one day|back then|back in the day) (?=[a-z]+ )"), r"\1 "),
    (shape(r"^(?:so )?what (?:was|is|were) (?:that|the|this|all that) (?:fuss|flap|row|stir|commotion|kerfuffle|hullabaloo|ruckus|brouhaha|story|business|thing) (?:with|about|over|around) "), "what happened with "),
    (shape(r"^did(?:n't|n’t)? (.+?)\? (?:and |but )?(how much|how many|when|since when|until when) (?:is|was|were|are) (?:that|it|this|they|those)(?: for)?[?.]*$"), r"\2 did \1?"),
    (shape(r"(?<=['’]s) own (?=[a-z])"), " "),
    (shape(r"^(?:that|the|this|those|these) ([^,?]+), what (?:exactly |really |actually |precisely )?(is|was|are|were) (?:it|that|they)[?.]*$"), r"what \2 the \1?"),
    (shape(r"\b(?:sit|live|stay|run|be|remain|reside) (on|in|at|with) (\w+) and (?:nowhere|no place) else\b"), r"be only \1 \2"),
    (shape(r"\b(\w+) ([A-Z]\w+) and (?:nothing|nobody|no one|no other \w+) else(?: ever)?\b"), r"\1 only \2"),
    (shape(r"\bever since\b"), "since"),
    (shape(r"\b(fiscal|financial) year (?:that|which) (?:ended|ends|closed) (?:in|on|at the end of) "), r"\1 year ended "),
    (shape(r",? if (?:we|one|you|i) (?:go|goes|are to go|is to go) by (?=\w)"), " according to "),
    (shape(r"\b(?:what|which) (?:exactly |precisely )?(?:became|got) different (?:about|in|with) "), "what changed in "),
    (shape(r"^(?:what is known (?:about|of)|what do we know (?:about|of)) (?=which |who |when |how )"), ""),
    (shape(r"\bthe one (?=(?:[a-z-]+ ){1,3}(?:that|which|who)\b)"), "the only "),
    (shape(r"^(?:does|do) (.+?) (?:still )?remain (?=(?:the|an?|its|their)\b)"), r"is \1 still "),
    (shape(r"\b(?:the )?(only|sole|exclusive) (\w+)(?: (?:company|provider|supplier|firm|vendor))? (?:that|which) ([A-Z]\w+) (?:used|uses|had|has|worked with|works with)\b"), r"\3's \1 \2"),
    (shape(r"\b(?:themselves |itself )?(?:put|puts|putting|attach|attached) (?:the|a) (?:figure|sum|number|price|amount|price tag) of ([$€£][\d.,]+(?: ?(?:billion|million|trillion))?) (?:on|to) "), r"announce \1 for "),
    (shape(r"^((?:can|may|could|does|will|must) an? (\w+) .*?)\b(?:the )?(\w+) (?:that|which) (\w+)(?: itself)? (?:gives|offers|grants|provides) it\b"), r"\1\4's \2 \3"),
    (shape(r"\b(?:the )?((?:[a-z]+ )?)(\w+) (?:that|which) ([A-Z]\w+)(?: itself)? (?:gives?|offers?|grants?|hands out|provides?)(?: (?:it|them|him|her))?(?=[?., ])(?! (?:up|away|rise|a|an|the)\b)(?! (?-i:(?:to )?[A-Z]))"), r"\3's \1\2"),
    (shape(rf",? (?:just )?(?:as|like) so (?:many|much) (?:of the )?(?:stories|articles|papers|headlines|reports|outlets|people|sites|posts|accounts|press)(?: (?:of|in|from) (?:(?:{MONTH} )?\d{{4}}))? (?:had|have|put|said|say|claimed|claim|wrote|write|reported) (?:it|so)?(?=[?.]*$)"), ""),
    (shape(r"^as far as (?:outsiders|the public|people outside|anyone outside|the press|the world) (?:knew|could know|could tell) (in|on|by|as of|at the end of) ([^,]+), "), r"going by what was public \1 \2, "),
    (shape(r"^we (?:live on|have|hold|own|use|rely on|got|run on) ([^.?]+?)(?:,? (?:and )?nothing (?:else|more))?\. can we (use|spend|put|apply) (?:them|it|those|that) (on|for|towards?) (.+)$"), r"can we \2 \1 \3 \4"),
    (shape(r"^(when (?:did|does|will) .+?) come to (?!an?\b|the\b|terms|agree|light|be\b|end|power|pass)(?=\w)"), r"\1 arrive in "),
    (shape(r"^(how (?:much|long|many (?:days|months|weeks)) .*?\b(?:notice|warning)\b.*?) before (\w+)ing\b"), r"\1 to \2"),
    (shape(r"^(?:and|but|so|also|then|plus)[, ]+(today|now|currently|nowadays)\W+(.+?)[?.]*$"), r"\2 \1?"),
    (shape(rf"^(?:so|and|but|well|ok|also|btw),? (?={_WH}\b|{_VERB}\b)"), ""),
    (shape(rf"\blast {MONTH}\W+(?:i mean )?\d{{4}}(?: i mean| that is)?"), lambda found: re.sub(r"(?i)^last |\W+(?:i mean)?|i mean|that is", " ", found[0]).strip()),
    (shape(r"\b(?:whenever|each time|every time) (\w+) (?:needs|wants|requires|buys) (?:(?:more|extra|additional|new) )?(\w+)(?=[?.]*$)"), r"on \1's \2"),
    (shape(r"\b(\w+) and (\w+) each offer(?:ed)? to (\w+)\b"), r"\1 and \2 each \3"),
    (shape(r"(?<=\S )(?:and |but )?(?:what (?:part|share|portion|bit|chunk)|how much) (?:of (?:it|that|this) )?(?:hangs|depends|hinges|rides|turns) on\b"), "and how much of that depends on"),
    (shape(rf"^(?:back )?(on|in|by|during|at|as of) ((?:early |mid-?|late |the (?:spring|summer|autumn|fall|winter) of |christmas |thanksgiving |easter )?(?:\d{{1,2}} )?(?:{MONTH})?(?: \d{{1,2}},)? ?(?:19|20)\d\d),? ({_VERB}) (.+?)[?.]*$"), lambda found: f"{found[3]} {found[4]} {found[1].casefold()} {found[2]}?"),
    (shape(r"^we (?:have|hold|own|got|prepaid|bought|won|paid for) (?:(?:a|some) )?(?:(?:pile|bunch|lot|load|stack|few) of )?([^.?]+?)\. any (?:chance|way|hope) (?:of|to) \w+?(?:ing)? (?:them|it|those|that) (.+)$"), r"can we use \1 \2"),
    (shape(r"^compare (.+?) ((?:on|in|at|as of) [^?]*?\d{4}) (?:with|to|and|against) (?:what (?:it|they|he|she) (?:has|have|is|are|owns|holds)|that|the one|it|its value)?(?: right| as of)? ?(?:now|today)[?.]*$"), r"what was \1 \2, and what is it now?"),
)  # fmt: skip
#: What adds nothing where no yes and no no is asked for.
_OF_A_THING = (
    (shape(r"\b(?:mostly|mainly|largely|chiefly|for the most part|ever|actually|really|supposedly|in effect|basically|exactly|more or less|roughly) (?!\d)"), ""),
    (shape(r"\b(?:any|whatever|whichever) (?=\w)"), ""),
)  # fmt: skip
#: What adds nothing to the question whether something is so at all; "ever" says when of what was, and stays there; "any" of what may be done means every one, and stays.
_WHETHER = (
    (shape(r"\b(?:actually|really|in fact|basically|indeed|truly) (?=\w)"), ""),
    (shape(r"^((?:is|are|do|does|can|could|may|might|will|would|must|should) .*?)\bever (?=\w)"), r"\1"),
    (shape(r"^((?:is|are|was|were|do|does|did|has|have|had) .+?) (?:any|some) (?!of\b)(?=[a-z])"), r"\1 "),
    (shape(r"^((?:do|does|did|has|have|had) .+?) (?:anything|something)(?= (?:to|for|from|in|into)\b| (?:already|yet|so far)|[?.]*$)"), r"\1"),
)  # fmt: skip


_USED = shape(
    r"^(?:when|if|where) ((?:i|we|you|someone|somebody|customers|users|developers|a customer|a user|a developer|a startup)"
    r" (?:use|uses|run|runs|call|calls|buy|buys|access) .+?),? ((?:is|are|do|does|did|can|could|may|will|must) .+?)[?.]*$"
)


def asked_of_users(question: str) -> str:
    """``when I use X, does Y …`` as "does Y … when I use X": a yes or no, and no time."""
    return _USED.sub(r"\2 when \1?", question)


def softened(question: str, today: int) -> str | None:
    """The question without what only softens it; None where nothing does."""
    text = _alone(question.strip())
    text = _HEARD_OF.sub(r"\2\1\3", text)
    for pattern, plain in _ANYWHERE:
        text = pattern.sub(plain, text).strip()
    for pattern, plain in _WHETHER if _POLAR.match(text) else _OF_A_THING:
        text = pattern.sub(plain, text).strip()
    text = _of_a_season(text, today)
    text = re.sub(r"  +", " ", text)
    return text if text.casefold() != question.strip().casefold() else None


def _alone(text: str) -> str:
    """Without a sentence of whoever asks, or of what people say, before or behind it: no name and no number is in it."""
    for place in (_BEHIND, _BEFORE):
        found = place.match(text)
        if found is None or _SAYING_MORE.search(found["aside"]) or not found["rest"].strip():
            continue
        named = any(word[:1].isupper() for word in found["aside"].split()[1:] if word not in ("I", "I'm", "I’m", "I've", "I’ve"))
        asks = "?" in found["rest"] or re.match(rf"(?i){_WH}\b|{_VERB}\b", found["rest"])
        if not named and asks:
            text = found["rest"].strip()
    return text


def _of_a_season(text: str, today: int) -> str:
    """``last autumn`` with its year: the latest that is over; ``this spring``: that of this year."""

    def dated(found: re.Match[str]) -> str:
        season = found[2].casefold()
        year, month, _ = civil(today)
        over = month >= _SEASONS[season] + 3
        if found[1].casefold() == "last":
            year -= not over
        return f"in the {season} of {year}/{(year + 1) % 100:02d}" if season == "winter" else f"in the {season} of {year}"

    return re.sub(r"(?i)(?:\b(?:in|during|of) )?\b(last|this) (spring|summer|autumn|fall|winter)\b(?! of)", dated, text)
