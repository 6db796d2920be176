"""What a text in hand says, as a statement that is to be checked: ``our draft says X``, ``my paragraph calls X Y. Was it?``, ``is the sentence "X" right?``.

Only a text that nobody but its writer answers for is read away: one that the records know (a filing, a letter, a report) is somebody's word.
"""

from __future__ import annotations

import re

from tenor.ask.phrasing.around import ASKING_WORDS
from tenor.ask.phrasing.phrases import OWN_TEXTS, POINTING, TEXTS, VERBS_FIRST, WRITERS

_OWN = r"(?:my|our|his|her|their)"
_ANY = rf"(?:the|this|that|a|an|one|some|another|{_OWN})"
_WHICH = r"(?:(?:first|second|third|last|new|old|latest|final|current|opening|closing|next) )?"
_TEXT = rf"(?:{'|'.join(sorted(TEXTS))})"
_OWN_TEXT = rf"(?:{'|'.join(sorted(TEXTS | OWN_TEXTS))})"
_WRITER = rf"(?:{'|'.join(sorted(WRITERS))})"
_WITHIN = rf"(?: (?:in|of|on|from) {_ANY} {_WHICH}{_OWN_TEXT})?"
_WHO = rf"(?:{_ANY} {_WHICH}{_TEXT}(?: of (?:ours|mine|his|hers|theirs))?{_WITHIN}|{_OWN} {_WHICH}{_OWN_TEXT}{_WITHIN}|(?:the|an?|our|my|one) {_WRITER}|(?:a|one|the) {_OWN_TEXT} i(?:'ve| have)? (?:just )?read|we|i|wikipedia|chatgpt|somebody|someone|he|she|it)"
_SAID = r"(?:still |also |now |currently |just |once )?(?:says?|said|states?|stated|claims?|claimed|writes?|wrote|reads?|asserts?|asserted|maintains?|maintained|argues?|suggests?|notes?|mentions?|tells? (?:readers|us|me)|told (?:readers|us|me)|has it|have written|has written|had written|explains?|insists?|reports?|implies|contends?)"
_SAYING = re.compile(
    rf"(?:{_WHO} {_SAID}|(?:in|on) {_ANY} {_WHICH}{_OWN_TEXT}{_WITHIN},? (?:we|i|it|they|he|she) {_SAID}|(?:according to|per|in|as per|going by) {_OWN} {_WHICH}{_OWN_TEXT}{_WITHIN}[,:]|{_TEXT}:)"
    r"(?: that)?[:,]? ",
    re.IGNORECASE,
)
_NAMING = re.compile(
    rf"{_WHO} (?:still |also |now )?(?:calls?|called|labels?|labell?ed|dubs?|dubbed|terms?|termed) (?!for\b|on\b|off\b|it\b)", re.IGNORECASE
)
_DESCRIBING = re.compile(
    rf"{_WHO} (?:still |also |now )?(?:describe[sd]?|refers? to|referred to|lists?|listed|names?|named|has|have|had|shows?|showed|identif(?:y|ies|ied)|treats?|treated|presents?|presented|portrays?|portrayed|characteri[sz]e[sd]?|gives?|gave) ",
    re.IGNORECASE,
)
_AS = re.compile(r" as (?!of\b|early\b|late\b|soon\b|long\b|well\b|many\b|much\b|per\b|if\b)", re.IGNORECASE)
_QUOTED = re.compile(
    r"(?:is|was|would|are) (?:the |this |my |our |a |that )?(?:sentence|claim|statement|line|phrase|phrasing|wording|headline|caption|following)?:? ?[\"“](?P<said>[^\"”]{12,}?)[.,]?[\"”] "
    r"(?:still |actually |factually |a |have been )?(?:correct|true|right|accurate|so)(?: statement| sentence| claim)?(?P<when>(?: as)? (?:on|in|as of|today|now|at) ?[\w ,-]*)?\??",
    re.IGNORECASE,
)
#: How many words a statement has at least, and those that ask but can stand before one, too.
_SHORTEST = 3
_LEADING = frozenset("in on by since until from under at for up to may".split())


def said_in_a_text(text: str, tag: str) -> str | None:
    """The statement of a text in hand, or what it calls something as a question; None where the words are none of that.

    Args:
        text: the words without any question behind them.
        tag: that question, in lower case; empty where there was none.
    """
    if quoted := _QUOTED.fullmatch(text.strip()):
        return f"{quoted['said']}{quoted['when'] or ''}"
    if saying := _SAYING.match(text):
        rest = text[saying.end() :].strip().strip('"“”').rstrip('."”')
        return rest if _states(rest) else None
    verb = tag.split()[0] if tag.split()[:1] and tag.split()[0] in ("was", "were", "is", "are") and len(tag.split()) == len("it is".split()) else "is"
    if naming := _NAMING.match(text):
        return f"{verb} {text[naming.end() :].rstrip(' .')}"
    if (describing := _DESCRIBING.match(text)) and (parted := _AS.split(text[describing.end() :], 1))[1:]:
        return f"{verb} {' '.join(parted).rstrip(' .')}"
    return None


def asked_beside(statement: str, question: str) -> list[str]:
    """The sentences that count of a text's statement and a question behind it: the question alone where it names what it is about, else both.

    ``… a binding contract. Was that document binding?`` asks whether the statement is so.
    """
    if statement.endswith("?") or not question.endswith("?") or said_in_a_text(statement, "") is None:
        return [statement, question]
    words = question.casefold().rstrip("?").split()
    named = any(raw[:1].isupper() or raw.lstrip("$€£")[:1].isdigit() for raw in question.split()[1:])
    if named and words[0] in ASKING_WORDS and POINTING.isdisjoint(words):
        return [question]
    short = 1 < len(words) <= len("was that document binding".split())
    if short and words[0] in VERBS_FIRST and words[1] in POINTING and words[-1] in statement.casefold().rstrip(". ").split():
        return [statement, "Is that so?"]
    return [statement, question]


def _states(rest: str) -> bool:
    """True for words that can be a statement: none of them asks."""
    words = rest.casefold().split()
    return len(words) >= _SHORTEST and words[0] not in ASKING_WORDS - _LEADING
