"""Refused questions for money: how much of a thing may go into another, what was paid in a time or of a promise, and which of two sellers takes more.

What was left out of the question, the answer has to bear out.
"""

from __future__ import annotations

from tenor.ask.again.ways import shape, told_clauses
from tenor.ask.language import english
from tenor.ask.language.roots import amounts_in, root, text_keys
from tenor.ask.language.words import forms, lemma, tokens
from tenor.ask.parties.sides import sides_of
from tenor.dates import iso

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Any

    from tenor.ask.again.ways import Way
    from tenor.ask.interpreting.question import Question

    Document = dict[str, Any]

_UP_TO = shape(
    r"^(?:how much(?: of)?|what(?:'s| is)? (?:the )?(?:portion|share|part|maximum|most|amount) of|up to what amount can) (.+?)"
    r" (?:(?:can|may)|(?:(?:am i|are we) allowed to)|that can|be)?(?: i| we| be| go)?(?: used| spent| spend| use| go| put| burn| blow)? (?:on|for|into|in|to|toward|towards) (.+?)[?.]*$"
)


#: A bound with its amount, as a text gives it.
_CAP = shape(r"\b(?:(?:no|not) more than|at most|up to|(?:capped|limited) (?:at|to)|(?:cap|limit|maximum|ceiling) (?:of|is|at)) \$?\d")


def up_to(question: Question) -> Iterator[Way]:
    """``how much of A may be used for B``: a cap on it, which must name B."""
    found = _UP_TO.match(question.question)
    if found is not None:
        wanted = forms(found[2]) - english.FILLER
        yield (
            f"{found[1]} {found[2]} cap",
            lambda document: all(wanted <= forms(str(c["text"])) and _CAP.search(str(c["text"])) for c in told_clauses(document)),
        )


_PAYING = shape(
    r"^(?:how much|what(?: sum| amount)?)(?: money)? (?:did|has|have) (.+?) (?:pay|paid|(?:transfer(?:red)?|remit(?:ted)?|wired?|sen[dt]) to) (.+?)"
    r" ((?:on|in|during|over the course of) [^?]+?)(?:, payment by payment)?[?.]*(?: list (?:the|all|its) payments\.?)?$"
)
_PAYMENTS = shape(
    r"^(?:please )?list (?:the |all |all the )?(?:cheques|checks|payments|sums) (.+?) (?:wrote|made|paid|sent) (?:to )?(.+?) ((?:on|in|during) .+?)[?.]*$"
)
#: What a text says of a sum that was paid, and not only promised.
_PAID = frozenset(root(lemma(word)) for word in "pay payment completed".split())


def paid(question: Question) -> Iterator[Way]:
    """``how much did A pay B in July 2026``: the payments of that time, where all that is told was paid in it."""
    found = _PAYING.match(question.question) or _PAYMENTS.match(question.question)
    times = [m for m in question.moments if m.record is None]
    if found is None or len(times) != 1 or not all(question.lexicon.parties_in(found[n]) for n in (1, 2)):
        return
    first, after = iso(times[0].start), iso(times[0].end)

    def then(clause: Document) -> bool:
        value = clause.get("value") or {}
        lo, hi = clause["bounds"]["from"]
        within = bool(lo and hi) and first <= lo and hi <= after
        return (
            _sides(question, clause, found[1], found[2])
            and (within or bool(value.get("period")))
            and value.get("hedge") != "up-to"
            and not _PAID.isdisjoint(text_keys(str(clause["text"])))
        )

    yield (
        f"What payments did {found[1]} make to {found[2]} {found[3]}?",
        lambda document: all(map(then, told_clauses(document))) and _alike(told_clauses(document)),
    )


_PAID_OFF = shape(
    r"^(?:when|on (?:what|which) (?:day|date)|by when) (?:did|had|has) (?P<who>.+?) (?:finish(?:ed)?|complete[d]?|conclude[d]?|wrap(?:ped)? up) (?:paying|the payments?(?: of| on)?|payments?(?: of| on)?)"
    r"(?: off)?(?: for)? (?:its|their|the) (?P<what>[^?]+?)[?.]*$"
)
#: What a text says of the last of several payments.
_LAST = frozenset(root(lemma(word)) for word in "last final remaining".split())


def paid_off(question: Question) -> Iterator[Way]:
    """``when did A finish paying its pledge to B``: the last payment, where the one clause that is told says that A paid it and that it was the last."""
    found = _PAID_OFF.match(question.question)
    if found is None:
        return
    who = question.lexicon.parties_in(found["who"])

    def settled(document: Document) -> bool:
        told = told_clauses(document)
        keys = [text_keys(str(c["text"])) for c in told]
        return len(told) == 1 and told[0]["holder"] in who and not any(_PAID.isdisjoint(key) or _LAST.isdisjoint(key) for key in keys)

    yield f"When was the final payment of {found['who']}'s {found['what']}?", settled


def _sides(question: Question, clause: Document, giver: str, taker: str) -> bool:
    """True where the one gives and the other takes."""
    gives = question.lexicon.parties_in(giver)
    return not gives.isdisjoint((clause["holder"], *clause["holders"])) and clause["subject"] in question.lexicon.parties_in(taker)


def _alike(told: list[Document]) -> bool:
    """True where all sums are for a time, or none is: a whole is not told beside what was paid of it."""
    return len({bool((c.get("value") or {}).get("period")) for c in told}) == 1


_DEARER = r"(?:cost more|cost less|more expensive|less expensive|cheaper|dearer|costlier|pricier)"
_THROUGH = r"(?:on|at|from|with|through|via)"
_COMPARED = shape(
    rf"^(?:is|are|was|were|do|does|did) (?P<what>.+?) (?P<how>{_DEARER}) (?P<joint>{_THROUGH}) (?P<one>.+?)"
    rf" than (?:(?:straight|directly|direct|it is|they are|it does|when bought) )*(?:{_THROUGH} )?(?P<other>.+?)(?:['’]s own [\w ]+?)?(?: (?:itself|directly|charges))?[?.]*$"
)
#: ``how much dearer is X at A than at B``.
_BY_HOW_MUCH = shape(rf"^(?:by )?how much (?P<how>{_DEARER}) (?P<be>is|are|was|were) (?P<what>.+?) (?P<at>{_THROUGH} .+? than .+)$")
#: ``do I pay more for X at A than at B``.
_PAYING_MORE = shape(
    rf"^do(?:es)? (?:i|we|you|one|customers|a customer|users) (?:have to |need to )?pay (?P<more>more|less) for (?P<what>.+?) (?P<rest>{_THROUGH} .+? than .+)$"
)

_WHETHER = r"(?:is|are|was|were|does|do|did)"
_CHARGING = shape(r"\bcharges? (?=more|less)")
#: ``is A dearer than B for X``, ``does A cost more for X than B does``, ``is X at A dearer than B``.
_OF_SELLERS = (
    shape(rf"^{_WHETHER} (?P<one>.+?) (?P<how>{_DEARER}) than (?P<other>.+?) for (?P<what>.+?)[?.]*$"),
    shape(rf"^{_WHETHER} (?P<one>.+?) (?P<how>{_DEARER}) for (?P<what>.+?) than (?P<other>.+?)(?: (?:is|does|do|did|was))?[?.]*$"),
    shape(rf"^{_WHETHER} (?P<what>.+?) {_THROUGH} (?P<one>.+?) (?P<how>{_DEARER}) than (?P<other>.+?)[?.]*$"),
)


def _of_a_thing(text: str) -> str:
    """A question that compares two sellers as one of what they sell."""
    text = _CHARGING.sub("cost ", text)
    found = next((found for pattern in _OF_SELLERS if (found := pattern.match(text))), None)
    return f"is {found['what']} {found['how']} at {found['one']} than {found['other']}?" if found is not None else text


def dearer(question: Question) -> Iterator[Way]:
    """``is X dearer at A than at B``, ``is A dearer than B for X``: what it costs at either, where both have a price; yes or no, where every price that both have compares alike.

    ``How much dearer`` is told by the prices.
    """
    whether = _BY_HOW_MUCH.match(question.question) is None
    asked = _BY_HOW_MUCH.sub(r"\g<be> \g<what> \g<how> \g<at>", question.question)
    asked = _PAYING_MORE.sub(r"does \g<what> cost \g<more> \g<rest>", asked)
    found = _COMPARED.match(asked) or _COMPARED.match(_of_a_thing(asked))
    if found is None:
        return
    one, less = question.lexicon.parties_in(found["one"]), "less" in found["how"].casefold() or "cheap" in found["how"].casefold()

    def compared(document: Document) -> bool:
        told = told_clauses(document)
        first = [str(min(c["observed"], default=c["bounds"]["from"][0] or "")) for c in told]
        later = any(day >= iso(m.end) for day in first for m in question.moments)
        if len({c["holder"] for c in told}) < len(("one", "other")) or not all(c["value"] for c in told) or later:
            return False
        sold = [({c["holder"] or c["subject"]} & one, c) for c in told]  # by the one, or else by the other
        pairs = [(a["value"], b["value"]) for mine, a in sold for theirs, b in sold if mine and not theirs and a["scope"] == b["scope"]]
        pairs = [(a, b) for a, b in pairs if {a.get("hedge"), b.get("hedge")} <= {"exactly", None}]
        said = {
            (a["amount"] < b["amount"]) is less and a["amount"] != b["amount"]
            for a, b in pairs
            if a["unit"] == b["unit"] and a["amount"] and b["amount"]
        }
        if whether and len(said) == 1:
            yes = said.pop()
            document["text"] = f"{'Yes' if yes else 'No'}. {document['text']}"
            for clause in told:
                clause["yes"] = yes
        return True

    yield f"What does {found['what']} cost {found['joint']} {found['one']} vs from {found['other']}?", compared


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
        return kept and does.search(str(clause["text"])) is not None and parties <= sides_of(clause)

    return lambda document: all(map(part_of_it, told_clauses(document)))


OF_MONEY = (up_to, paid, paid_off, kept_so_far, dearer)
