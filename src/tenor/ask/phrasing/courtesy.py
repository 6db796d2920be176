"""Greetings, pleas and thanks around a question: ``Could you please tell me: … Thanks!``. They say nothing, and every other rule sees the question without them."""

from __future__ import annotations

import re

_YOU = r"(?:can|could|would|will) you(?: please| kindly)?(?: tell| help| remind)? (?:me|us)(?: out)?(?: please)?"
_KNOWING = r"(?:i|we)(?:'d|’d| would| should)? (?:like|want|need|love|have) to (?:know|ask)"
#: What leads to a question only behind a mark, and what does in any case.
_MARKED = r"(?:let me ask(?: you)?(?: this| something)?|help me out|(?:just )?(?:wondering|curious)|any idea|question|(?:a|another|my|next) question|(?:a |one |another )?(?:quick|short|last|simple) (?:question|one)|one (?:more|last) (?:thing|question)|ok|okay|well|so|and)"
_LEADING = rf"(?:please|kindly|(?:hi|hello|hey)(?: there| all| everyone)?|good (?:morning|afternoon|evening|day)|{_YOU}|(?:please )?(?:tell|remind) (?:me|us)(?: please)?|{_KNOWING}|do you know|i (?:was|am)(?: just)? wondering)"
_ASKING = r"(?:who|whom|whose|what|which|when|where|how|why|since|until|is|are|was|were|does|did|do|has|have|had|can|could|may|must|will)"
_MARK = r"(?:[,.:!;]| ?[-–—])"
_LEAD = re.compile(rf"^\s*(?:{_LEADING}{_MARK}?\s+|{_MARKED}(?:{_MARK}\s+|\s+(?={_ASKING}\b)))+", re.IGNORECASE)
_THANKS = r"(?:pls|plz|please|thx|ty|thanks(?: a lot| so much| in advance| again)?|thank you(?: very much| so much)?|cheers|just curious|by the way|btw|do you know|if you know|as far as you know)"
_TAIL = re.compile(rf"(?P<mark>\?*)[\s,;–—-]+\(?{_THANKS}\)?(?P<behind>[?.!\s]*)$", re.IGNORECASE)
#: Behind a question for who or what somebody is: as if it had been told before.
_AGAIN = re.compile(r"^(?=(?:who|what|which|when)(?:'s|’s| \w+ (?:is|was)| is| was| are| were)\b)(.+?),? again(?=[?.!\s]*$)", re.IGNORECASE)
_ROUGHLY = re.compile(r"^(?=how )(.+?),? (?:roughly|approximately|more or less|give or take)(?=[?.!\s]*$)", re.IGNORECASE)
#: What for, behind the question; it names nothing and nobody.
_PURPOSE = re.compile(
    r"(?<=\?)\s+(?:[Ii] am|[Ii]['’]?m|[Ww]e are|[Ww]e['’]?re|[Ii]|[Ww]e|[Mm]y [a-z]+|[Oo]ur [a-z]+|[Aa]sking|[Jj]ust asking|[Ff]or|[Ii]t is|[Ii]t['’]?s)"
    r"(?: (?:need|needs|want|wants|asks|asked|asking|writing|preparing|working|doing|a|an|my|our|for|would like))+\b[a-z ,'’-]*[.!]*$"
)
_WITHOUT_ONE = ("whether", "if", "that", "about")


def without_courtesy(text: str) -> str:
    """The question alone; the text as it is where nothing, or no more than a word, would be left."""
    rest = _PURPOSE.sub("", text)
    found = _LEAD.match(rest)
    rest = rest[found.end() :] if found else rest
    if (first := rest.split(None, 1)[0].casefold() if rest.strip() else "") in _WITHOUT_ONE:
        rest = text
    if (end := _TAIL.search(rest)) is not None:
        rest = rest[: end.start()] + ("?" if "?" in (end["mark"], *end["behind"]) or end["mark"] else "")
    rest = _ROUGHLY.sub(r"\1", _AGAIN.sub(r"\1", rest))
    if len(rest.split()) <= 1 or rest == text or not first:
        return text
    return rest[0].upper() + rest[1:] if rest[:1].islower() and text[:1].isupper() else rest
