"""The English of writeups that every field shares: words that say whose word it is, how much about, and that it is over."""

from __future__ import annotations

import re

#: Says whose word it is.
ATTRIBUTION = re.compile(
    r"\b(?:report(?:s|ed|edly|ing)?|according|accounts?|said|says?|told|tells?|wrote|writes|written|claim(?:s|ed)?|alleg(?:es?|ed|edly|ations?)|argu(?:es?|ed)|"
    r"leak(?:s|ed)?|press|newspapers?|rumou?r(?:s|ed)?|unconfirmed|sources?|call(?:s|ed)|describ(?:es?|ed)|"
    r"stat(?:es|ed)|announc(?:es?|ed)|listed|recorded|estimat(?:es?|ed)|notes? (?:on|of|that)|public notes?|"
    r"by (?:one|some|most|all) accounts?|confirm(?:s|ed)|suggest(?:s|ed)?|think|thinks|thought|opinion|view)\b",
    re.I,
)
#: Says that it is somebody's opinion, or that it is not so.
DOUBT = re.compile(
    r"\b(?:if|whether|suppose|imagine|believ(?:es?|ed|ing)|were|would|could|might|perhaps|maybe|asks?|asked|asking|myth|false|wrong|untrue|not true|"
    r"wonder(?:s|ed)?|expect(?:s|ed)?|hop(?:es?|ed)|fear(?:s|ed)?|plan(?:s|ned)?|propos(?:es?|ed|al)|seem(?:s|ed)?|unless|although|though|pretend(?:s|ed)?)\b",
    re.I,
)
#: Says that sources do not agree.
DISPUTE = re.compile(
    r"\b(?:disput(?:e|es|ed)|contest(?:s|ed)?|contradict(?:s|ed|ory|ion)?|disagree(?:s|d|ment)?|differ(?:s|ed|ing)?|conflict(?:s|ed|ing)?|unclear|unresolved|"
    r"whether|den(?:y|ies|ied)|other (?:reports|accounts|sources)|one (?:report|account|source)|could not verify|unverified|open question|"
    r"some (?:say|reports|accounts|sources)|while others)\b",
    re.I,
)
#: Says that something lies in the past, or is over.
PAST = re.compile(
    r"\b(?:was|were|had|did|used to|once|former(?:ly)?|previously|earlier|originally|at the time|back then|by then|no longer|ended|gave up|until then|"
    r"replaced|superseded|overtaken|expired|lapsed|then|gave|paid|took|got|held|kept|put|made|went|came|bought|sold|won|lost|began|ran|stood|became|said|"
    r"told|wrote|agreed|[a-z]{2,}ed)\b",
    re.I,
)
#: Says that it holds now.
PRESENT = re.compile(r"\b(?:is|are|has|have|remains?|stays?|now|today|currently|keeps?|continues?|holds?|owns?|can|cannot|may|must|will)\b", re.I)

NEGATION = re.compile(r"\b(?:not|no|never|none|nobody|neither|nor|without|instead|n['’]t|rather than|unlike|than)\b", re.I)

_NEAR = 45  # characters before an amount in which its hedge stands
_HEDGE = {
    "up-to": r"up to|as much as|as many as|at most|no more than|not more than|maximum|max|ceiling|cap(?:s|ped)?|limit(?:s|ed)?|not exceed|or less|under(?=\s*$)|"
    r"can reach|could reach|may reach|conditional|conditionally",
    "at-least": r"more than|over(?=\s*$)|at least|above(?=\s*$)|exceed(?:s|ed|ing)?|upwards? of|well over|north of|no less than|not less than|or more|minimum|beyond(?=\s*$)",
    "about": r"about|around|roughly|approximately|approx|some|nearly|almost|close to|an estimated|estimated|circa|ca|or so|just (?:over|under)|on the order of|"
    r"more than|over(?=\s*$)|under(?=\s*$)|up to|less than|at least|at most",
}
HEDGES = {
    name: re.compile(rf"(?:\b(?:{words})\b|{'[~≈]' if name == 'about' else '[>≥]' if name == 'at-least' else '[<≤]'})", re.I)
    for name, words in _HEDGE.items()
}
#: The words to insert where a hedge is missing.
INSERT = {"up-to": "up to ", "at-least": "more than ", "about": "about "}
#: Hedges that hold for a whole sentence wherever they stand.
_WIDE = {"up-to": re.compile(r"\b(?:cap(?:s|ped)?|ceiling|limit(?:s|ed)?|maximum|conditional(?:ly)?)\b", re.I)}
#: Says that all of an amount was carried out: it is not "up to" any more.
COMPLETED = re.compile(r"\b(?:complet(?:e[sd]?|ing)|finish(?:e[sd])?|in full|fully)\b", re.I)
#: Ties an amount to something that is still to happen.
CONDITION = re.compile(r"\b(?:once|if|when|provided|subject to|conditions?|depends?|should)\b", re.I)


def hedged(text: str, start: int, end: int, hedge: str) -> bool:
    """True where the amount at ``[start, end)`` of a sentence carries this hedge, or one that says as much."""
    before = text[max(0, start - _NEAR) : start]
    # A hedge belongs to the nearest amount behind it: what stands before another amount does not count.
    digits = [m.end() for m in re.finditer(r"\d\S*", before)]
    near = before[digits[-1] :] if digits else before
    after = text[end : end + 20]
    if HEDGES[hedge].search(near) or re.match(r"\s*(?:or (?:more|less|so)|at (?:most|least))\b", after, re.I):
        return True
    wide = _WIDE.get(hedge)
    return bool(wide and wide.search(text))


_SCALE = {
    "thousand": 10**3,
    "k": 10**3,
    "million": 10**6,
    "m": 10**6,
    "mn": 10**6,
    "billion": 10**9,
    "b": 10**9,
    "bn": 10**9,
    "trillion": 10**12,
    "tn": 10**12,
}
_UNITS = {
    "percent": "percent", "%": "percent", "per cent": "percent", "gigawatts": "GW", "gigawatt": "GW", "gw": "GW", "megawatts": "MW", "megawatt": "MW", "mw": "MW",
    "years": "years", "year": "years", "months": "months", "month": "months", "days": "days", "day": "days", "shares": "shares", "chips": "chips", "gpus": "chips",
    "tpus": "chips",
}  # fmt: skip
_AMOUNT = re.compile(
    r"(?P<money>(?:US)?\$|USD\s?)?(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?:[\s-]?(?P<scale>thousand|million|billion|trillion|[kmb]n?|tn)\b)?"
    r"(?:[\s-]*(?P<unit>per cent|percent|%|gigawatts?|GW|megawatts?|MW|years?|months?|days?|shares|chips|GPUs|TPUs|dollars|[A-Za-z]{3,})(?![A-Za-z]))?",
    re.I,
)


class Amount:
    """A number with its unit at ``[start, end)`` of a sentence. ``unit`` is empty where none stands behind it."""

    __slots__ = ("end", "number", "start", "unit")

    def __init__(self, number: float, unit: str, start: int, end: int) -> None:
        self.number = number
        self.unit = unit
        self.start = start
        self.end = end


def amounts(text: str) -> list[Amount]:
    """The amounts of a sentence: money, and numbers with a unit. Years and dates are none."""
    out: list[Amount] = []
    for match in _AMOUNT.finditer(text):
        if match.start() and (text[match.start() - 1].isalnum() or text[match.start() - 1] in ".-/#"):
            continue
        number = float(match["number"].replace(",", "")) * _SCALE.get((match["scale"] or "").lower(), 1)
        said = (match["unit"] or "").lower()
        unit = "USD" if match["money"] or said == "dollars" else _UNITS.get(said, "")
        if not unit and not match["scale"]:
            continue
        end = match.end() if unit and said in (*_UNITS, "dollars") else match.end("scale") if match["scale"] else match.end("number")
        out.append(Amount(number, unit, match.start(), end))
    return out


def same_unit(unit: str, own: str) -> float:
    """What one of the record's units is in the sentence's, 0 where they cannot be compared."""
    own = own.partition("/")[0]
    if not unit or unit == own:
        return 1.0
    return {("MW", "GW"): 1000.0, ("GW", "MW"): 0.001, ("months", "years"): 12.0, ("years", "months"): 1 / 12}.get((unit, own), 0.0)
