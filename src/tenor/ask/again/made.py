"""When two made the deal that they have, when one of several payments was made, and how much of a promise was kept.

A refused question, asked as another that means the same.
"""

from __future__ import annotations

from tenor.ask.again.ways import its_sides, shape, told_clauses, whatever
from tenor.ask.language.roots import amounts_in, root, text_keys
from tenor.ask.language.words import lemma, tokens

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Any

    from tenor.ask.again.ways import Way
    from tenor.ask.interpreting.question import Question

    Document = dict[str, Any]

_PAYING = root(lemma("pay"))


_MADE = r"(?:announce|unveil|reveal|publish|sign|ink|strike|make|conclude|close|reach|agree (?:on|to)|enter(?: into)?|seal|do)"
_MADE_ALREADY = r"(?:announced|unveiled|revealed|published|signed|inked|struck|made(?: public)?|concluded|reached|agreed(?: on)?|sealed|done)"
_DEAL = r"(?:deal|agreement|contract|partnership|alliance|collaboration|pact)"
_SINCE = r"^(?:when|on (?:what|which) (?:day|date)|since when|what date|what day)"
_ANNOUNCING = frozenset(map(lemma, ("announce", "unveil", "reveal", "publish")))
_THEIR_DEAL = (
    shape(rf"{_SINCE} did (?P<one>.+?) and (?P<other>.+?) {_MADE} (?:their|the|a) {_DEAL}(?: with each other)?[?.]*$"),
    shape(rf"{_SINCE} did (?P<one>.+?) {_MADE} (?:its|the|a|their) {_DEAL} with (?P<other>.+?)[?.]*$"),
    shape(rf"{_SINCE} did (?P<one>.+?) and (?P<other>.+?) (?:team up|partner up|join forces|become partners|start working together)[?.]*$"),
    shape(rf"{_SINCE} (?:was|were|is) (?:the |a )?{_DEAL} (?:of|between) (?P<one>.+?) and (?P<other>.+?) {_MADE_ALREADY}[?.]*$"),
    shape(rf"{_SINCE} (?:was|were|is) (?:the )?(?P<one>.+?)(?:'s?)? {_DEAL} with (?P<other>.+?) {_MADE_ALREADY}[?.]*$"),
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
    elif len(both) == len(sides) and not _ANNOUNCING.isdisjoint(question.lemmas()):
        deals = question.store.query("SELECT title, json_extract(doc, '$.parties') FROM record WHERE kind = 'deal'")
        mine = [title for title, parties in deals if {party.strip('"') for party in str(parties).strip("[]").split(",")} == both]
        if len(mine) == 1:  # of several documents, the first and the newest
            yield f"When was {mine[0]} announced?", whatever


_AGREED = shape(
    r"^what (?:did|have|has|do|does) (?P<one>.+?) (?:and|with) (?P<other>.+?)(?: all)? (?:agree|agreed|sign|signed)(?: (?:on|to|upon|about|with each other|between them))?[?.]*$"
)
_WHO_IS = shape(r"^(?:who|what)(?:'s| is| are) (?P<one>[^ '’]+(?: [^ '’]+)?)[?.]*$")


def their_agreement(question: Question) -> Iterator[Way]:
    """``what did A and B agree``, ``who is A``: the one deal that these two have, or in which A has a part."""
    text = question.question
    found = _AGREED.match(text) or _WHO_IS.match(text)
    sides = [question.lexicon.parties_in(said) for said in found.groups()] if found is not None else []
    if not sides or any(len(side) != 1 for side in sides) or any(m.product for m in question.mentions):
        return
    wanted = {party for side in sides for party in side}
    deals = question.store.query("SELECT DISTINCT deal FROM instrument ORDER BY deal")
    titles = [(str(d["title"]), set(d["parties"])) for (name,) in deals if (d := question.lexicon.document(str(name)))]
    mine = [title for title, parties in titles if wanted <= parties]
    if len(wanted) == len(sides) and len(mine) == 1:
        yield f"What is {mine[0]}?", whatever


_PART = r"(?:the |its |their )?(?P<which>first|second|third|fourth|fifth|last|final|latest) (?:instal?lment|tranche|payment|part|portion|\$[\d.]+ ?(?:billion|bn|million|m))s?"
_OF = r"(?P<of> (?:of|in|under|from) .+?)"
_POSSESSIVE = shape(r"^'s? ")
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
            of = _POSSESSIVE.sub(" of its ", found["of"])
            yield f"When did {found['who']} make the {which} payment{of}?", _one_payment
            return


def _one_payment(document: Document) -> bool:
    told = told_clauses(document)
    return len(told) == 1 and _PAYING in text_keys(str(told[0]["text"]))


_PAYMENTS_ON = shape(
    r"^(?P<head>.*\b(?:payments|instal?lments|tranches)) (?:on|of|towards?|against|under) (?:the|its|their|that) (?P<sum>[$€£] ?[\d.,]+ ?(?:billion|million|trillion|bn|m)?)"
    r" (?:(?:that|which) )?(?:it|they) (?:had |has )?(?:promised|pledged|committed|owed|agreed to (?:pay|invest in|give))(?: to)? (?P<whom>\w+)(?P<when> (?:in|by|since|during) [^,?]+?)?[?.]*$"
)


def payments_on(question: Question) -> Iterator[Way]:
    """``A's payments on the $30 billion it promised B``: A's payments to B, where those that are told make up that sum."""
    found = _PAYMENTS_ON.match(question.question)
    if found is not None and question.lexicon.parties_in(found["whom"]) and (makes_it_up := _making_up(found["sum"])) is not None:
        yield f"{found['head']} to {found['whom']}{found['when'] or ''}", makes_it_up


_DIVIDED = shape(
    r"^how (?:is|was|are|were) (?:the )?(?:up to |about |roughly )?(?P<sum>[$€£] ?[\d.,]+ ?(?:billion|million|bn|m)?)(?: investment| commitment| pledge)? (?:for|in|into|to) (?P<whom>\w+)"
    r" (?:divided|split|shared|apportioned|divvied up)(?: up)? (?:between|among) (?P<one>\w+) and (?P<other>\w+)[?.]*$"
)


def divided_between(question: Question) -> Iterator[Way]:
    """``how is the $15 billion for A divided between B and C``: what each puts in, where the two make up that sum."""
    found = _DIVIDED.match(question.question)
    if found is not None and (makes_it_up := _making_up(found["sum"])) is not None:
        yield f"How much do {found['one']} and {found['other']} each put into {found['whom']}?", makes_it_up


def _making_up(said: str) -> Callable[[Document], bool] | None:
    """Whether several amounts that are told come to that sum; None where no one sum is said."""
    whole = [float(key[1:]) for key in amounts_in(tokens(said)).values()]
    if len(whole) != 1:
        return None

    def makes_it_up(document: Document) -> bool:
        values = [c["value"] or {} for c in told_clauses(document)]
        return len(values) > 1 and round(sum(float(v.get("amount") or 0) for v in values)) == round(whole[0])

    return makes_it_up


_KEPT = r"(?:paid|funded|put|invested|disbursed|transferred|handed|wired|sent|advanced|contributed)"
_SO_FAR = r"(?: (?:so far|to date|by now|already|yet|until now|up to now|thus far|in fact))?"
_OF_A_PROMISE = shape(
    r"^how much of (?P<sum>.*?[$€£] ?[\d.,]+ ?(?:billion|million|trillion|bn|m)?\b.*?) (?P<has>has|have|had) (?P<who>.*?)"
    rf"(?: ?(?:actually|really|already|so far|in fact|been))* ?{_KEPT}(?: (?:out|in|up|over|down))?(?: [\w ]+?)??{_SO_FAR}"
    r"(?P<when> (?:by|as of|at|until|up to) [^?]*)?[?.]*$"
)
_VERBS = ("funded", "paid", "invested", "disbursed")
#: What is said of the other part of a promise.
_OPEN = frozenset("unfunded unpaid remaining remain remains outstanding open left not".split())


def kept_so_far(question: Question) -> Iterator[Way]:
    """``how much of the $13 billion has A paid out so far``: a smaller sum, of which the clause itself says that it is so much of that whole."""
    found = _OF_A_PROMISE.match(question.question)
    if found is None or not question.affirmative():
        return
    whole = [round(float(key[1:])) for key in amounts_in(tokens(found["sum"])).values()]
    if len(whole) != 1:
        return

    for party in sorted(question.lexicon.parties_in(found["who"]) or question.parties()):
        name = question.store.name("party", party)
        bears_out = _so_much_of_it(whole[0], name, question.parties())
        for verb in _VERBS:
            yield f"How much {found['has']} {name} {verb}{found['when'] or ''}?", bears_out


def _so_much_of_it(whole: int, name: str, parties: set[str]) -> Callable[[Document], bool]:
    """Whether every clause that is told says that this party paid that much of the whole."""
    import re

    does = re.compile(rf"\b{re.escape(name)} (?:\w+ ){{0,2}}(?:{'|'.join(_VERBS)})\b")

    def part_of_it(clause: Document) -> bool:
        said = tokens(str(clause["text"]))
        told = {round(float(amount[1:])) for amount in amounts_in(said).values()}
        part = (clause["value"] or {}).get("amount")
        kept = part is not None and part <= whole and whole in told and _OPEN.isdisjoint([t.low for t in said])
        return kept and does.search(str(clause["text"])) is not None and parties <= its_sides(clause)

    return lambda document: all(map(part_of_it, told_clauses(document)))
