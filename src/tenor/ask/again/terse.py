"""Refused questions that are put in few words, or in another order: ``A B since?``, ``when did A and B announce their deal``, ``A B deal how big``, ``if A …, does B … it``."""

from __future__ import annotations

from tenor.ask.again.ways import shape, told_clauses, whatever
from tenor.ask.language.words import lemma
from tenor.dates import iso

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from tenor.ask.again.ways import Way
    from tenor.ask.interpreting.question import Question

    Document = dict[str, Any]

_MARKS = " ?.!,:;"
_OF_THE_DEAL = shape(
    r"^(?:what(?:'s| is| are)?|tell me about|describe|explain|summari[sz]e) (?:in )?(?:the )?(?:deal|agreement|contract|partnership|arrangement)s?"
    r" (?:between|of) [\w. ]+ and [\w. ]+[?.]*$"
)
_SINCE = frozenset(("since", "when"))
#: How many words name a thing at most.
_LONGEST_NAME = 5
_IF = shape(r"^if (?P<who>[\w.]+) (?P<does>[^,?]+), (?P<asks>(?:does|do|must|will|would|can|may|should|is|has) [^,?]*?)\bit\b(?P<rest>[^?]*)[?.]*$")


def in_few_words(question: Question) -> Iterator[Way]:
    """``A B since?``, ``A B`` of two things with names, each somebody else's: since when A is on B, which must be B's."""
    if not question.mentions or question.moments:
        return
    last = question.mentions[-1]
    behind = {t.low for t in question.tokens[last.end :]}
    first = question.mentions[0]
    named = first.product is not None and last.product is not None and first.party != last.party
    if (
        not named
        or not behind <= _SINCE
        or first.start
        or last.start > _LONGEST_NAME
        or any(t.low.isalpha() and len(t.low) < len("sol") for t in question.tokens)
    ):
        return
    at = question.question.casefold().rfind(last.said.casefold())
    thing = question.question[:at].strip(_MARKS)
    if at > 0:
        yield (
            f"since when is {thing} on {last.said}?",
            lambda document: all(last.party in (c["holder"], *c["holders"]) for c in told_clauses(document)),
        )


def of_two_parties(question: Question) -> Iterator[Way]:
    """``A B``, ``B and A``: the deal of the two, which has their names in one order, or else all that one has of the other."""
    named = [m for m in question.mentions if m.product is None]
    between = [t.low for i, t in enumerate(question.tokens) if not any(m.start <= i < m.end for m in named)]
    asked = between in ([], ["and"]) or (between[-1:] == ["and"] and _OF_THE_DEAL.match(question.question) is not None)
    if len(named) == len(("one", "other")) and asked and named[0].party != named[1].party:
        one, other = (question.store.name("party", m.party) for m in named)
        yield f"{one} and {other}", whatever
        yield f"{other} and {one}", whatever
        yield f"what all does {one} get from {other}?", whatever


_MADE = r"(?:announce|unveil|reveal|publish|sign|ink|strike|make|conclude|close|reach|agree (?:on|to)|enter(?: into)?|seal|do)"
_MADE_ALREADY = r"(?:announced|unveiled|revealed|published|signed|inked|struck|made(?: public)?|concluded|reached|agreed(?: on)?|sealed|done)"
_DEAL = r"(?:deal|agreement|contract|partnership|alliance|collaboration|pact)"
_SINCE_WHEN = r"^(?:when|on (?:what|which) (?:day|date)|since when|what date|what day)"
_ANNOUNCING = frozenset(map(lemma, ("announce", "unveil", "reveal", "publish")))
_THEIR_DEAL = (
    shape(rf"{_SINCE_WHEN} did (?P<one>.+?) and (?P<other>.+?) {_MADE} (?:their|the|a) {_DEAL}(?: with each other)?[?.]*$"),
    shape(rf"{_SINCE_WHEN} did (?P<one>.+?) {_MADE} (?:its|the|a|their) {_DEAL} with (?P<other>.+?)[?.]*$"),
    shape(rf"{_SINCE_WHEN} did (?P<one>.+?) and (?P<other>.+?) (?:team up|partner up|join forces|become partners|start working together)[?.]*$"),
    shape(rf"{_SINCE_WHEN} (?:was|were|is) (?:the |a )?{_DEAL} (?:of|between) (?P<one>.+?) and (?P<other>.+?) {_MADE_ALREADY}[?.]*$"),
    shape(rf"{_SINCE_WHEN} (?:was|were|is) (?:the )?(?P<one>.+?)(?:'s?)? {_DEAL} with (?P<other>.+?) {_MADE_ALREADY}[?.]*$"),
    shape(rf"{_SINCE_WHEN} (?:was|were|is) the (?P<one>\S+)[- ](?P<other>\S+) {_DEAL} {_MADE_ALREADY}[?.]*$"),
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
    elif len(both) == len(sides) and not _ANNOUNCING.isdisjoint(question.lemmas()):
        deals = question.store.query("SELECT title, json_extract(doc, '$.parties') FROM record WHERE kind = 'deal'")
        mine = [title for title, parties in deals if {party.strip('"') for party in str(parties).strip("[]").split(",")} == both]
        if len(mine) == 1:  # of several documents, the first and the newest
            yield f"When was {mine[0]} announced?", whatever


def with_its_condition(question: Question) -> Iterator[Way]:
    """``if A has to pay, does B owe it the money back``: B to A, the condition behind."""
    found = _IF.match(question.question)
    if found is not None and question.lexicon.parties_in(found["who"]):
        yield f"{found['asks']}{found['who']}{found['rest']} if {found['who']} {found['does']}?", whatever


_ASKED_LAST = shape(
    r"^(?!(?:how|what|when|who|which|where|is|are|was|were|do|does|did|has|have|can|may|will)\b)(?P<what>[^?,;:]+?),? (?P<how>how (?:big|much|long|large)|amount|sum|size|since when|until when|when|(?:end|expiry|expiration) (?:date|day)|last day)[?.]*$"
)


def asked_last(question: Question) -> Iterator[Way]:
    """``A B deal how big``, ``A B amount``, ``A B seat end date``: what is asked, first; of two names alone, their deal is meant."""
    found = _ASKED_LAST.match(question.question)
    if found is None:
        return
    what, how = found["what"], found["how"].casefold()
    how = "until when" if how.endswith((" date", " day")) else how
    if how in ("since when", "until when", "when"):
        yield f"{how} is {what}?", whatever
        return
    sides = [m for m in question.mentions if m.product is None]
    noun = how in ("amount", "sum", "size")
    alone = len(sides) == len(("one", "other")) and len(question.content() - question.mentioned() - question.timed() - question.how_much()) <= noun
    if noun and (not alone or not _one_sum(question, sides[0].party, sides[1].party)):
        return
    if alone and (timed := sorted(question.timed())):  # "A B March 2025 amount": of the two, in that time
        what = " ".join(t.text for i, t in enumerate(question.tokens[:-1]) if i not in timed)
        yield f"how big is the {what} deal in {' '.join(question.tokens[i].text for i in timed)}?", whatever
        return
    whole = f"the {what.removeprefix('the ')}{' deal' if alone else ''}"
    yield f"how long does {whole} run?" if how == "how long" else f"how big is {whole}?", whatever


def _one_sum(question: Question, one: str, other: str) -> bool:
    """True where the two have sums of money of one kind alone, from the time that is named if one is: it must be plain which is meant."""
    sql = """SELECT DISTINCT term FROM clause WHERE ((subject = ?1 AND holder = ?2) OR (subject = ?2 AND holder = ?1))
        AND json_extract(doc, '$.value.unit') GLOB '[A-Z][A-Z][A-Z]*' AND json_extract(doc, '$.value.amount') IS NOT NULL
        AND json_extract(doc, '$.bounds.from[0]') BETWEEN ?3 AND ?4"""
    times = [(iso(m.start), iso(m.end - 1)) for m in question.moments if m.record is None and m.relation == "in"]
    if len(times) != len(question.moments) or len(times) > 1:
        return False
    return len(question.store.query(sql, one, other, *(times[0] if times else ("", "9999")))) == 1


IN_FEW_WORDS = (asked_last, of_two_parties, their_deal, in_few_words, with_its_condition)
