"""Other words for the same assertion, in the English that every field shares: each brings a sentence nearer to the plain form that the grammar reads."""

from __future__ import annotations

import re
from collections.abc import Iterator

#: Verbs of going on say that it is so today, and what is said of it besides changes nothing.
_GOING_ON = (
    (re.compile(r"\b(?:remains?|stays?|continues? to be|serves? as|acts? as|functions? as|continues? as)\b", re.I), "is"),
    (re.compile(r"\b(?:retains?|keeps?|enjoys?|boasts?|possess(?:es)?|maintains?|continues? to (?:hold|have|enjoy))(?=\s+(?:its|an?|the|exclusive|sole)\b)", re.I), "has"),
    (re.compile(r"\bcontinues? to\s+", re.I), ""),
    (re.compile(r"\bis (?:still |now )?(?:allowed|permitted|free|entitled|authori[sz]ed|able) to\b", re.I), "may"),
    (re.compile(r"\b(?:has|have) (?:now |since |just )?(?:replaced|overtaken|succeeded|displaced|ousted|supplanted) (?:[A-Z][\w.&-]*\s?){1,3} as\b"), "is"),
    (re.compile(r"\b(decides?|determines?|declares?|says?|judges?|rules?|verif(?:y|ies)) (?:when|whether|if)\b", re.I), r"\1 that"),
    (re.compile(r"^(?P<who>(?:[A-Z][\w.&-]*\s?){1,3}) is the (?:only|sole) (?:\w+ ){1,2}(?:that |which )?(?P<whose>(?:[A-Z][\w.&-]*\s?){1,3}) (?:may |can |must )?(?P<does>\w+)$"), r"\g<whose> \g<does> only \g<who>"),
    (re.compile(r"\b(?:has|have) become\b|\bis now\b", re.I), "is"),
)  # fmt: skip
#: What denies the verb behind it.
_DENIED = (
    (re.compile(r"\bis (?:still |now )?(?:not (?:allowed|permitted|free|entitled|able)|forbidden|prohibited) to\b|\b(?:must|may|can) not\b|\bcannot\b|\bcan't\b|\bmay never\b", re.I), "may"),
    (re.compile(r"\bis (?:still |now )?(?:barred|banned|prohibited|precluded|blocked) from (?=\w+ing\b)", re.I), "may "),
    (re.compile(r"\b(?:has |have )?(?:stopped|ceased|quit)\s+(?=\w+ing\b)", re.I), ""),
    (re.compile(r"\b(?:has|have) (?:given up|lost|surrendered|relinquished|forfeited|dropped)\b", re.I), "has"),
)  # fmt: skip
#: Words that may be left out and change nothing that the record could contradict.
_LIGHT = re.compile(
    r"\b(?:all of|any new|any further|any more of|the entire|entire|whole|(?:to|for) this day|of course|in practice|in effect|effectively|essentially|famously|notably|"
    r"legally|formally|officially|contractually|once more|again)\b\s*|\bmaker\s+(?=[A-Z])|\bsuch as\s+[A-Z]\w+",
    re.I,
)
#: Phrases at the end that say for what or for how long, and narrow nothing.
_TAIL = re.compile(
    r"\s+(?:for (?:now|the moment|the time being|years(?: to come)?|(?:all )?(?:of )?(?:its|their) \w+(?: needs)?)|these days|at the moment|in all|in total|to date|so far|at present|"
    r"as of today|right now|as before|after all|over (?:the next )?(?:\w+|\d+) years|either|as well|anyway|any ?more)\s*$|"
    r"\s(?:that )?(?:[A-Z]\w+|it|they) (?:needs?|wants?|requires?|builds?|buys?|uses?)$",
    re.I,
)
#: A name, a description of it between commas, and what it does.
_APPOSITION = re.compile(r"^(?P<name>(?:[A-Z][\w.&-]*\s?){1,3}), (?P<what>(?:[A-Z][\w.&-]*(?:['’]s|s['’])|the|an?)\s[^,]{3,80}), ")
_WHICH = re.compile(
    r"\b(?P<name>(?:[A-Z][\w.&-]*\s?){1,3}), (?:which|who) (?P<what>(?:is|has|holds|owns|may|can|pays|remains|keeps|still|now|enjoys)\s[^,]{3,90})(?:,|$)"
)
_AS = re.compile(r"^As (?P<what>(?:[A-Z][\w.&-]*(?:['’]s|s['’])|the|an?)\s[^,]{3,80}), (?P<name>(?:[A-Z][\w.&-]*\s?){1,3})(?=\s[a-z])")
#: A time in front of what it is said of.
TIME_IN_FRONT = re.compile(
    r"^(?:back )?(?:in|on|by|at|during|until|from|before|after|under|with)\s+[^,;:]{0,40}?\b(?:\d{4}|then|that time|the time)\b[^,;:]{0,12},\s", re.I
)


def going_on(words: str) -> str:
    """``stays``, ``retains its``, ``is allowed to`` as ``is``, ``has``, ``may``."""
    for pattern, plain in _GOING_ON:
        words = pattern.sub(plain, words)
    return words


def denied(words: str) -> tuple[str, bool]:
    """The words without what denies their verb, and whether something did."""
    for pattern, plain in _DENIED:
        words, count = pattern.subn(plain, words, count=1)
        if count:
            return words, True
    return words, False


def lightened(words: str) -> str:
    """The words without those that add nothing."""
    return _TAIL.sub("", _LIGHT.sub("", words)).strip()


def descriptions(text: str) -> Iterator[tuple[int, str]]:
    """What a sentence says of a name in passing, each as an assertion of its own with the place of the name: ``X, Y's Z, …`` as ``X is Y's Z``."""
    for pattern in (_APPOSITION, _AS):
        if match := pattern.search(text):
            yield match.start("name"), f"{match['name'].strip()} is {match['what']}"
    for match in _WHICH.finditer(text):
        yield match.start("name"), f"{match['name'].strip()} {match['what'].strip().rstrip('.')}"
