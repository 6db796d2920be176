"""A refused question without what it says beside what it asks; what was left out, the answer has to bear out.

``the $5 billion letter of A`` is the letter of A, where its document has that sum; ``the $300 trial of A`` the trial, where that is what it gives; ``the letter signed by A and B`` the letter of A and B; ``who decides
under the A contract`` who decides, where A has a part in that; ``could A sell it after it had licensed it to B`` whether it could, where the answer speaks of that
license; ``and how solid is that number`` is told by its status.
"""

from __future__ import annotations

import re

from tenor.ask.again.ways import MONTH, UNABLE, shape, told_clauses, whatever, yes_or_no
from tenor.ask.language import english
from tenor.ask.language.roots import counts, root, text_keys
from tenor.ask.language.words import forms, key, tokens
from tenor.ask.parties.sides import sides_of
from tenor.dates import iso

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from tenor.ask.again.ways import Way
    from tenor.ask.interpreting.question import Question

    Document = dict[str, Any]

#: Within how many words behind a sum the noun for its document stands.
_NEAR = 3
_SUM = shape(r"(?:(?:us)?[$€£] ?)?\b(\d[\d.,]*) ?(billion|million|trillion|bn|m)?(?: dollars| euros)? ")
_SCALES = {"": 1.0, "m": 1e6, "million": 1e6, "bn": 1e9, "billion": 1e9, "trillion": 1e12}
#: What stands before the sum that a thing is known by.
_BEFORE = (" the ", " a ", " their ", " its ", " my ", " our ", " this ", " that ")


def without_its_sum(question: Question) -> Iterator[Way]:
    """``the $5 billion letter``: the document that is told must have that sum in one of its clauses; else whoever's own it is that is told of."""
    text = question.question
    for found in _SUM.finditer(text) if any(c.isdigit() for c in text) else ():
        if not (found[2] or "$" in found[0]):
            continue
        behind = tokens(text[found.end() :])[:_NEAR]
        of_a_document = any(t.lemma in english.DOCUMENTS for t in behind)
        if not of_a_document and not text[: found.start()].casefold().endswith(_BEFORE):
            continue
        number = float(found[1].rstrip(".,").replace(",", "")) * _SCALES[(found[2] or "").casefold()]
        where = "instrument" if of_a_document else "subject"

        def has_it(document: Document, number: float = number, where: str = where) -> bool:
            told = told_clauses(document)
            alone = where == "instrument" or all(not c["holder"] and not c["value"] and c["subject"] in question.parties() for c in told)
            return alone and all(number in _sums(question, where, str(c[where])) for c in told)

        yield text[: found.start()] + text[found.end() :].removeprefix("of "), has_it


_MADE = r"(?:signed|concluded|struck|reached|made|announced|entered into|agreed|negotiated)"
_MADE_BY = shape(rf",? (?:that |which )?(?:was |were |is |are |had been |has been )?{_MADE} (?:by|between) ")


def of_its_makers(question: Question) -> Iterator[Way]:
    """``the letter signed by A and B``: the letter of A and B."""
    text = question.question
    found = _MADE_BY.search(text)
    if found is not None and question.lexicon.parties_in(" ".join(text[found.end() :].split()[:_NEAR])):
        yield (
            f"{text[: found.start()]} of {text[found.end() :]}",
            lambda document: all(question.parties() & sides_of(c) for c in told_clauses(document)),
        )


_PART_OF = shape(
    r"^(?P<ask>how much|(?:what|which) (?:portion|share|part|percentage|proportion|fraction|percent|slice)) of "
    r"(?P<whose>the |its |their |that |this |[\w.]+['’]s? )?(?P<sum>[$€£] ?\d[\d.,]* ?(?:billion|million|trillion|bn|m)?)\b"
)


def part_of_a_known_sum(question: Question) -> Iterator[Way]:
    """``what part of A's $40 billion is conditional``: of what the records call that sum, where what is told is a part of it or of the same document."""
    found = _PART_OF.match(question.question)
    amount = _SUM.search(f"{found['sum']} ") if found is not None else None
    if found is None or amount is None:
        return
    number = float(amount[1].rstrip(".,").replace(",", "")) * _SCALES[(amount[2] or "").casefold()]
    sql = "SELECT doc FROM clause WHERE json_extract(doc, '$.value.amount') = ? ORDER BY id"
    parties = question.parties()
    wholes = [d for d in question.store.each(sql, number) if parties <= sides_of(d) and parties]
    terms = {str(d["term"]) for d in wholes}
    if len(terms) != 1:
        return
    label = str(question.lexicon.document(f"term:{terms.pop()}").get("label", "")).lower()
    own = {(d["term"], d["clause"]) for d in wholes} | {(d["term"], d["instrument"]) for d in wholes}
    rest = UNABLE[0].sub(UNABLE[1], question.question[found.end() :])

    def bears_out(document: Document) -> bool:
        told = told_clauses(document)
        return bool(told) and all(c.get("value") and ((c["term"], c["part_of"]) in own or (c["term"], c["instrument"]) in own) for c in told)

    yield f"{found['ask']} of {found['whose'] or ''}{label}{rest}", bears_out


def _sums(question: Question, where: str, name: str) -> set[float]:
    """The amounts of all clauses of a document, or of a subject."""
    rows = question.store.each(f"SELECT doc FROM clause WHERE {where} = ?", name)
    return {float(doc["value"]["amount"]) for doc in rows if (doc["value"] or {}).get("amount") is not None}


_SURE = r"(?:solid|firm|reliable|sure|certain|trustworthy|well[- ]sourced|well[- ]founded|well[- ]documented|sound|dependable|credible|official|confirmed|accurate|believable)"
#: ``and does A itself say so``: whose word it is.
_SAYING_SO = r"(?:does|do|did|has|have) (?:the )?[\w.&'’-]+(?: [\w.&'’-]+)? (?:(?:itself|themselves|ever|actually|really) )*(?:say|said|state|stated|confirm|confirmed|acknowledged?) (?:so|that|this|it)"
_FIGURE = r"(?:it|(?:that|this|the|those|these)(?: (?:figure|number|amount|sum|total|value|price|percentage|deal|report|claim))?)"
#: ``and has that been confirmed``: of each clause told, yes or no.
_CONFIRMED = rf"(?:(?:is|was|are|has|have) {_FIGURE}(?: (?:ever|been|already|yet|actually|now))* (?:official|confirmed)|(?:did|have|has|do|does) (?:they|(?:the|either|both|any of the) (?:company|companies|side|sides|party|parties))(?: (?:ever|actually|themselves))* confirm(?:ed)? {_FIGURE})"
_HOW_SURE = shape(
    rf"^(?P<first>.+?),? (?:and|but) (?:(?P<whether>{_CONFIRMED})|how {_SURE} (?:is|are|was|were) (?:that|this|the|those|these|it)|(?:is|are|was) {_FIGURE} {_SURE}|{_SAYING_SO})(?: \w+)?[?.]*$"
)


def _status(clause: Document) -> str:
    return str((clause.get("value") or {}).get("status") or clause["status"])


def how_sure(question: Question) -> Iterator[Way]:
    """``how much does A get, and how solid is that number``: how much, with whose word it is."""
    found = _HOW_SURE.match(question.question)
    if found is None:
        return

    def with_its_status(document: Document) -> bool:
        statuses = sorted(set(map(_status, told_clauses(document))))
        whether = "" if not found["whether"] else "Yes. " if statuses == ["confirmed"] else "Not all of it. " if "confirmed" in statuses else "No. "
        document["text"] += f" {whether}Status in the record: {', '.join(statuses)}." if statuses else ""
        if whether:
            document["answers"] = [{**c, "yes": _status(c) == "confirmed"} if c["clause"] else c for c in document["answers"]]
        return bool(statuses)

    yield f"{found['first']}?", with_its_status


_DAY = rf"(?:(?:\d{{1,2}} )?{MONTH}(?: \d{{1,2}},?)? \d{{4}})"
_ENDING = r"(?:put (?:an end|a stop|paid) to|bring an end to|do away with|get rid of|take away|end|terminate|lift|remove|abolish|cancel|kill off|kill|scrap|extinguish|strip away)"
_ENDED_BY = tuple(
    shape(rf"^did the {document} {_ENDING} (?P<what>.+?)[?.]*$")
    for document in (
        rf"(?P<who>[\w .'’-]+?) (?P<noun>amendment|agreement|deal|contract|arrangement|pact|memorandum) (?:of|from) (?P<date>{_DAY})",
        rf"(?P<date>{_DAY}) (?P<who>[\w .'’-]+?) (?P<noun>amendment|agreement|deal|contract|arrangement|pact|memorandum)",
    )
)


def ended_by(question: Question) -> Iterator[Way]:
    """``did the A amendment of D put an end to X``: did X end on the day of that document, which may be between others than those who have X."""
    found = next((found for pattern in _ENDED_BY if (found := pattern.match(question.question))), None)
    who = question.lexicon.parties_in(found["who"]) if found is not None else set()
    moment = question.moments[0] if len(question.moments) == 1 else None
    if found is None or moment is None or len(who) != 1 or moment.record:
        return
    sql = """SELECT DISTINCT i.announced FROM instrument AS i JOIN record AS r ON r.id = i.id WHERE i.announced >= ? AND i.announced_last < ?
        AND i.kind IN ('agreement', 'amendment', 'announcement', 'memorandum', 'license', 'lease') AND json_extract(r.doc, '$.parties') LIKE ?"""
    days = question.store.query(sql, moment.start, moment.end, f'%"{next(iter(who))}"%')
    if len(days) == 1:
        yield f"Did {found['what']} end on {iso(days[0][0])}?", whatever


_WHETHER = r"(?:is|was|are|were|can|could|may|might|does|do|did|has|have|had|will|would|must)"
_CLAUSE = (
    r"(?:it|they|he|she|(?P<noun>(?:the|its|their|his|her) [a-z]+)|[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*)?) (?:had |has |have |was |were )?(?P<verb>\w+)"
)
_AFTER_CLAUSE = (
    shape(
        rf"^(?P<rest>{_WHETHER} .+?),? (?:even )?(?:after|once|although|even though|despite the fact that|now that) (?P<told>(?-i:{_CLAUSE}).+?)[?.]*$"
    ),
    shape(rf"^(?:after|once|although|even though|now that) (?P<told>(?-i:{_CLAUSE}).+?), (?P<rest>{_WHETHER} .+?)[?.]*$"),
)
_GOING_ON = shape(r"\b(?:go(?:es)? on|went on|carry on|carries on|carried on|keeps?(?: on)?|kept(?: on)?|continues?|continued) (?=\w+ing\b)")
_WHOM = frozenset(("him", "her", "them", "it"))
#: Verbs of coming to have something: that somebody did so is told by what it has.
_COMING = forms("take took taken get got obtain obtained receive received acquire acquired sign signed grant granted")


def after_all_that(question: Question) -> Iterator[Way]:
    """``could A sell X after it had licensed Y to B``: could it sell X, where what is told speaks of all that the other clause says.

    ``was A reinstated after the board removed him``: an event must tell of both, of what came first before the other.
    """
    text = _GOING_ON.sub("", question.question)
    if text != question.question:
        yield text, whatever
    found = next((found for pattern in _AFTER_CLAUSE if (found := pattern.match(text))), None)
    if found is None:
        return
    said = [t for t in tokens(found["told"]) if counts(t) and t.low not in _WHOM and t.lemma not in english.FILLER | english.STEADY | _COMING]
    named = [m for m in question.mentions if m.product is not None and m.said in found["told"]]
    rest = found["rest"]
    if re.search(r"\bit$", rest) and named:
        rest = f"{rest.removesuffix('it')}{named[0].said}"
    parties = {m.party for m in question.mentions if m.said in found["told"]} | question.lexicon.parties_in(found["told"])
    asked = {root(t.lemma) for t in tokens(rest)[1:] if counts(t) and t.lemma not in english.FILLER and t.text.islower()}

    def speaks_of_it(document: Document) -> bool:
        for clause in told_clauses(document):
            own = text_keys(str(clause["text"]))
            sides = sides_of(clause) | question.lexicon.parties_in(str(clause["text"]))
            words = text_keys(" ".join(t.text for t in said if not question.lexicon.parties_in(t.text)))
            if not words <= own or not parties <= sides:
                return False
            event = str(clause["clause"]).startswith("event:")
            if (found["noun"] and not event) or (event and not _told_before(str(clause["text"]), words, asked)):
                return False
        return True

    yield f"{rest}?", speaks_of_it


def _told_before(text: str, first: set[str], then: set[str]) -> bool:
    """True where a text has all of the words that tell what came first before those that tell what came then."""
    said = [root(t.lemma) for t in tokens(text)]
    places = [[said.index(key) for key in keys if key in said] for keys in (first, then - first)]
    return all(places) and max(places[0]) < min(places[1])


_UNDER = shape(
    r",? (?:under|in|by|per|according to) (?:the|its|their) (?P<who>[\w-]+(?: [\w-]+)?) (?:deal|contract|agreement|partnership|arrangement)(?=[?., ]|$)"
)

#: The two of a document that its date tells already: what is left out starts behind the document.
_BETWEEN = shape(
    r"(?P<kept>\b\d{4} (?:deal|contract|agreement|partnership|arrangement|amendment|memorandum|lease|letter)) (?:(?:made|signed|concluded|struck) )?(?:between|of|by) "
    r"(?P<who>[\w-]+(?: [\w-]+)? and [\w-]+)(?=[?., ]|$)"
)


def under_their_deal(question: Question) -> Iterator[Way]:
    """``who decides on X under the A contract``, ``under the 2025 contract between A and B``: who decides on it, where they have a part in all that is told."""
    found = _BETWEEN.search(question.question) or _UNDER.search(question.question)
    parties = question.lexicon.parties_in(found["who"]) if found is not None else set()
    if found is not None and parties:
        yield (
            question.question[: found.start()] + found.groupdict().get("kept", "") + question.question[found.end() :],
            lambda document: all(parties <= question.support().parties(str(c["clause"])) for c in told_clauses(document)),
        )


_THERE_IS = shape(r"^is there (?:currently |now |still )?an? (?P<what>[^?]+?)[?.]*$")
_A_YEAR = 366


def there_is(question: Question) -> Iterator[Way]:
    """``is there an A tier above B``, where a deal is called so: what it is, where all of it holds today, or was seen in the last year."""
    found = _THERE_IS.match(question.question)
    if found is None:
        return

    def holds(document: Document) -> bool:
        told = told_clauses(document)
        deals = {str(c.get("deal")) for c in told}
        names = (
            {key(str(name)) for deal in deals for name in question.lexicon.document(deal).get("names", ())}
            if len(deals) == 1 and None not in deals
            else set()
        )
        lately = iso(question.today - _A_YEAR)
        seen = all((not c["to"] or c["to"] > iso(question.today)) and (not c["observed"] or max(c["observed"]) >= lately) for c in told)
        if key(found["what"]) not in names or not seen or any(c["state"] == "no" for c in told):
            return False
        document.update(yes_or_no(document, {c["clause"] for c in told}, yes=True))
        return True

    yield f"What is the {found['what']}?", holds


SAID_BESIDE = (under_their_deal, ended_by, after_all_that, how_sure, there_is)
