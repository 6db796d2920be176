"""When two made the deal that they have, and when one of several payments was made: a refused question, asked as another that means the same."""

from __future__ import annotations

import re

from tenor.ask.roots import root, text_keys
from tenor.ask.ways import shape, told_clauses, whatever
from tenor.ask.words import lemma

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from tenor.ask.question import Question
    from tenor.ask.ways import Way

    Document = dict[str, Any]

_PAYING = root(lemma("pay"))


_MADE = r"(?:announce|unveil|reveal|publish|sign|ink|strike|make|conclude|close|reach|agree (?:on|to)|enter(?: into)?|seal|do)"
_MADE_ALREADY = r"(?:announced|unveiled|revealed|published|signed|inked|struck|made(?: public)?|concluded|reached|agreed(?: on)?|sealed|done)"
_DEAL = r"(?:deal|agreement|contract|partnership|alliance|collaboration|pact)"
_SINCE = r"^(?:when|on (?:what|which) (?:day|date)|since when|what date|what day)"
_THEIR_DEAL = (
    shape(rf"{_SINCE} did (?P<one>.+?) and (?P<other>.+?) {_MADE} (?:their|the|a) {_DEAL}(?: with each other)?[?.]*$"),
    shape(rf"{_SINCE} did (?P<one>.+?) {_MADE} (?:its|the|a|their) {_DEAL} with (?P<other>.+?)[?.]*$"),
    shape(rf"{_SINCE} did (?P<one>.+?) and (?P<other>.+?) (?:team up|partner up|join forces|become partners|start working together)[?.]*$"),
    shape(rf"{_SINCE} (?:was|were|is) (?:the |a )?{_DEAL} (?:of|between) (?P<one>.+?) and (?P<other>.+?) {_MADE_ALREADY}[?.]*$"),
    shape(rf"{_SINCE} (?:was|were|is) (?P<one>.+?)'s? {_DEAL} with (?P<other>.+?) {_MADE_ALREADY}[?.]*$"),
    shape(rf"{_SINCE} (?:was|were|is) the (?P<one>\S+)[- ](?P<other>\S+) {_DEAL} {_MADE_ALREADY}[?.]*$"),
)


def their_deal(question: Question) -> Iterator[Way]:
    """``when did A and B announce their deal``: when the one document that the two have was announced."""
    found = next((found for pattern in _THEIR_DEAL if (found := pattern.match(question.question))), None)
    sides = [question.lexicon.parties_in(found[n]) for n in ("one", "other")] if found is not None else []
    if not sides or any(len(side) != 1 for side in sides):
        return
    sql = "SELECT json_extract(r.doc, '$.parties'), json_extract(r.doc, '$.names[0]') FROM instrument AS i JOIN record AS r ON r.id = i.id"
    both = {party for side in sides for party in side}
    names = [name for parties, name in question.store.query(sql) if all(f'"{party}"' in str(parties) for party in both)]
    if len(both) == len(sides) and len(names) == 1 and names[0]:
        yield f"When was {names[0]} announced?", whatever


_PART = r"(?:the |its |their )?(?P<which>first|second|third|fourth|fifth|last|final|latest) (?:instal?lment|tranche|payment|part|portion|\$[\d.]+ ?(?:billion|bn|million|m))s?"
_OF = r"(?P<of> (?:of|in|under|from) .+?)"
_INSTALMENTS = (
    shape(rf"{_SINCE} did (?P<who>.+?) (?:pay|make|transfer|wire|send|put in) {_PART}{_OF}[?.]*$"),
    shape(rf"{_SINCE} was {_PART}{_OF} (?:paid|made|transferred|wired|sent)(?: in)? by (?P<who>.+?)[?.]*$"),
    shape(rf"{_SINCE} was {_PART} (?:of|in|under|from) (?P<who>[\w ]+?)(?P<of>'s? .+?) (?:paid|made|transferred|wired|sent)(?: in)?[?.]*$"),
)


def instalment(question: Question) -> Iterator[Way]:
    """``when did A pay the final instalment of X``: when it made the last payment of X, where one payment is told."""
    for pattern in _INSTALMENTS:
        found = pattern.match(question.question)
        if found is not None and question.lexicon.parties_in(found["who"]):
            which = {"final": "last"}.get(found["which"].casefold(), found["which"])
            of = re.sub(r"^'s? ", " of its ", found["of"])
            yield f"When did {found['who']} make the {which} payment{of}?", _one_payment
            return


def _one_payment(document: Document) -> bool:
    told = told_clauses(document)
    return len(told) == 1 and _PAYING in text_keys(str(told[0]["text"]))
