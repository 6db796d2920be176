"""What the first part's own documents say of the second: ``and who led it``, ``and over how many years``, ``and on what condition do they vest``.

Every word of the second part that says something must stand in the text of one clause, or be of the first part; and that text must tell a thing of the
kind that is asked for: a name, a span of time, a number of what is counted, a day, a condition, a reason.
"""

from __future__ import annotations

from tenor.ask.answers.wording import date_words
from tenor.ask.interpreting.wanted import Lasts, dated, in_money, made_up, numbered, sized, wanted
from tenor.ask.language import english
from tenor.ask.language.roots import root
from tenor.ask.language.words import lemma, tokens
from tenor.ask.names.support import SAYING
from tenor.ask.parties.sides import sides_of
from tenor.ask.reading import Reading, Refusal
from tenor.dates import iso

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Set as AbstractSet
    from typing import Any

    from tenor.ask.interpreting.question import Question
    from tenor.ask.interpreting.wanted import Tells

    Document = dict[str, Any]

#: As many clauses are told at the most.
_MOST = 2
#: Words, as lemmas, that point back, or say no more than that it is so.
_EMPTY = frozenset(
    map(
        lemma,
        "rest remainder other one it they them that this these those there here each any get be do have occur happen come arrive place afterward afterwards thereafter".split(),
    )
)
_SAYING_NOTHING = (
    english.FILLER | english.LIGHT_VERBS | english.STEADY | english.NOW_WORDS | english.ADVERBS | english.YES_NO | english.SORTS | _EMPTY
)
#: What runs for a time.
_RUNNING = english.DOCUMENTS | {lemma("lease")}
#: Words, as typed, of "when was it announced", and those without which it is not asked.
_ANNOUNCED = frozenset("announced unveiled published disclosed reported public".split())
_WHEN_ANNOUNCED = _ANNOUNCED | frozenset("when on what which date day was were is it that this they the deal agreement made first".split())
#: Verbs, as lemmas, that say of a part no more than that it is one.
_COMING = _SAYING_NOTHING | frozenset(map(lemma, "come go arrive fall pay spend put make give".split()))
#: Records that are made of clauses.
_WHOLES = ("deal", "instrument")
_SPENDING = frozenset(map(root, _COMING))


def told_alongside(question: Question, first: Reading, *, own: bool = False, worded: bool = False) -> Reading | None:
    """The second part's reading as what one or two clauses of the first part's documents say.

    ``own``: the first part's own clauses alone; ``worded``: the second part must have a word that they have, too, and not only ask "how long".

    None where they do not say it, or the second part names somebody else, a time of its own or a negation.
    """
    if first.target is not None and first.target[0] == "event":
        return _told_of_the_event(question, first) if own else None
    timed = any(question.tokens[m.first].low != "still" for m in question.moments)  # "still" is of the first part's time
    whether = question.tokens[0].lemma in english.YES_NO
    if (first.term is None and (first.target or ("",))[0] not in _WHOLES) or timed or not question.affirmative() or (whether and (not own or worded)):
        return None
    held = _held(question, first)
    if first.place.startswith("nth"):  # "how big was A's first contract, and for how many years"
        from tenor.ask.parties.ordinal import in_order

        in_order(first, held)
    if first.asked is not None and first.kind == "value" and not first.place:
        from tenor.ask.answers.circumstances import the_first

        held = the_first(first.asked, held, first.asked.lexicon.document(f"term:{first.term}"))
    sides = {p for doc in held for p in sides_of(doc) if p}
    strange = [m for m in question.mentions if m.party not in sides]
    if not any(doc["holder"] for doc in held):  # a rule of a program, whose other clauses are between it and whoever runs it
        sides |= {str(p) for doc in held for p in question.lexicon.document(str(doc["instrument"])).get("parties", ())}
    if not held or any(m.product is None and m.party not in sides for m in strange) or (first.kind == "start" and len(held) > 1):
        return None
    tells, used, alone = wanted(question.tokens, question.lexicon)
    content = question.content() - used - question.mentioned()
    content |= {i for m in strange if m.product is not None for i in range(m.start, m.end)}  # the text must name it
    said = _said(question, content, tells)
    lasting = isinstance(tells, Lasts)
    by_itself = (own and alone and not worded) or (tells is in_money and first.term is not None) or (lasting and not own)
    if tells is None or not (said or by_itself):
        return None
    portion = _of_what_was_told(question)
    if portion and said <= _SPENDING:  # "how much of that was paid"
        found = _part_called(question, held, content - question.timed()) or [doc for doc in held if own and _says(doc, said, made_up)]
        return _reading(question, first, found) if len(found) == 1 else None
    found = [doc for doc in held if _says(doc, said, tells)] or (_part_called(question, held, content - question.timed()) if portion else [])
    if not found and not own and not _who_does_it(question):
        others = [*_of_the_same_documents(question, held, sides)]
        found = [doc for doc in others if (said or tells is in_money) and _says(doc, said, tells)] or [
            doc for doc in others if lasting and _runs_for(question, held, doc, said, tells)
        ]
        if len({doc["term"] for doc in found}) > 1:  # of the first part's own place
            found = [doc for doc in found if doc["scope"] in {other["scope"] for other in held} - {None}]
    if len(found) > _MOST and first.window is not None:  # what began then, of all that held then
        found = [doc for doc in found if (doc["bounds"]["from"][0] or "") >= iso(first.window[0])]
    if lasting and not portion:
        found = _spans(question, _begun(held, first) or held, sides, said, tells) or found
    if not found or len(found) > _MOST or len({doc["term"] for doc in found}) > 1:
        return None
    reading = _reading(question, first, found)
    if whether:
        from tenor.ask.accounts.attested import clauses_attest

        reading.attested = clauses_attest(question, found)
        return reading if reading.attested is not None else None
    return reading


def _told_of_the_event(question: Question, first: Reading) -> Reading | None:
    """What the text of the first part's event says of the second part's words; None where it does not say it."""
    target = first.target or ("", "", 0)
    event = question.lexicon.document(f"event:{target[1]}")
    if question.moments or not question.affirmative() or not question.parties() <= {*event.get("parties", ())}:
        return None
    tells, used, alone = wanted(question.tokens, question.lexicon)
    of_parties = {i for m in question.mentions if m.product is None for i in range(m.start, m.end)}
    said = _said(question, question.content() - used - of_parties, tells)
    if tells is numbered and not said:
        tells, alone = sized, True
    told = f"{event['title']}. {event['says']}"
    known = {root(t.lemma) for text in (told, *event.get("names", ()), *event.get("words", ())) for t in tokens(str(text))}
    if tells is None or not (said or alone or tells is dated) or not said <= known or not (tells is dated or tells(tokens(told))):
        return None
    reading = Reading("start" if tells is dated else "what", None)
    reading.target, reading.known, reading.window = first.target, first.known, first.window
    return reading


def _said(question: Question, content: AbstractSet[int], tells: Tells | None) -> set[str]:
    """The roots of the words, of these, that say more than what is asked for."""
    passed = _SAYING_NOTHING | english.START_WORDS if tells is dated else _SAYING_NOTHING
    return {root(question.tokens[i].lemma) for i in content if question.tokens[i].lemma not in passed}


def _who_does_it(question: Question) -> bool:
    """``who pays for it``: what the first part's own clauses are about."""
    return question.tokens[0].low in english.WHOM and any(t.low == "it" for t in question.tokens)


def announced(question: Question, first: Reading) -> Reading | None:
    """``and when was it announced``: the one document in which the first part's clauses stand; None where it is not asked, or they stand in several."""
    lows = {t.low for t in question.tokens}
    if _ANNOUNCED.isdisjoint(lows) or not lows <= _WHEN_ANNOUNCED or first.term is None:
        return None
    held = _held(question, first)
    documents = {str(doc["instrument"]) for doc in _begun(held, first) or held}
    if len(documents) != 1:
        return None
    reading = Reading("start", None)
    reading.target, reading.known = ("instrument", documents.pop(), 0), first.known
    return reading


def on_those_terms(question: Question, first: Reading) -> Reading | None:
    """``how much does A put in, and at what valuation``: what the documents of the first part say of that; None where nothing of a term is asked so.

    Raises:
        Refusal: they say nothing of it, or too much.
    """
    named = {m.target for m in question.matches if m.kind == "term"} - {first.term}
    if question.tokens[0].low != "at" or question.mentions or first.term is None or first.kind == "start" or not named:
        return None
    documents = dict.fromkeys(doc["instrument"] for doc in _held(question, first))
    found = [
        doc
        for instrument in documents
        for doc in question.store.each("SELECT doc FROM clause WHERE instrument = ? ORDER BY place", instrument)
        if doc["term"] in named
    ]
    if not 0 < len(found) <= _MOST:
        raise Refusal("no-record", "The documents that tell the first part do not tell that.", terms=sorted(map(str, named)))
    return _reading(question, first, found)


def _held(question: Question, first: Reading) -> list[Document]:
    """The clauses of which the first part tells."""
    if first.target is not None and first.target[0] in _WHOLES:
        sql = f"SELECT doc FROM clause WHERE {first.target[0]} = ? ORDER BY instrument, place"
        return [doc for doc in question.store.each(sql, first.target[1]) if _then(doc, first)]
    versions = (doc for x in first.lineages for doc in question.store.versions(x.n))
    return [doc for doc in versions if _then(doc, first) and (not first.only or doc["clause"] in first.only)]


def _begun(held: list[Document], first: Reading) -> list[Document]:
    """Those of the clauses that began in the first part's time."""
    return [doc for doc in held if first.window is not None and iso(first.window[0]) <= (doc["bounds"]["from"][0] or "") < iso(first.window[1])]


def _then(doc: Document, first: Reading) -> bool:
    """True for a version of the first part's time."""
    if first.window is None:
        return True
    return (doc["bounds"]["from"][0] or "") < iso(first.window[1]) and (doc["bounds"]["to"][1] or "9999") > iso(first.window[0])


def _of_the_same_documents(question: Question, held: list[Document], sides: set[str]) -> Iterable[Document]:
    """The other clauses of the documents that hold these, between the same parties; of the same term, the same holder's."""
    told = {doc["clause"] for doc in held}
    terms, holders = {doc["term"] for doc in held}, {doc["holder"] for doc in held}
    for instrument in dict.fromkeys(doc["instrument"] for doc in held):
        for doc in question.store.each("SELECT doc FROM clause WHERE instrument = ? ORDER BY place", instrument):
            theirs = {p for p in sides_of(doc) if p} <= sides
            if doc["clause"] not in told and theirs and (doc["term"] not in terms or doc["holder"] in holders):
                yield doc


def _says(doc: Document, said: set[str], tells: Tells) -> bool:
    """True where the clause's own words hold all of these, and tell a thing of the kind."""
    value = doc["value"] or {}
    text = tokens(" ".join(str(t) for t in (doc["text"], doc["ends_when"], value.get("text")) if t))
    return said <= {root(t.lemma) for t in text} and tells(text)


def _spans(question: Question, held: list[Document], sides: set[str], said: set[str], lasts: Tells) -> list[Document]:
    """The clauses that are the spans of time of these, each of its own document; none where one has none: then its own words may tell it."""
    found: list[Document] = []
    for doc in held:
        own = [span for span in (doc, *_of_the_same_documents(question, [doc], sides)) if _runs_for(question, [doc], span, said, lasts)]
        if not own:
            return []
        found += [span for span in own if span not in found]
    return found


def _runs_for(question: Question, held: list[Document], span: Document, said: set[str], lasts: Tells) -> bool:
    """True for a clause that is a span of time: of what one of these is of, too, a contract or a lease by the names of both terms."""
    value = span["value"] or {}
    if not lasts(tokens(f"{value.get('amount') or ''} {value.get('unit') or ''}")):
        return False
    names = _names_of(question, span)
    scope = {root(t.lemma) for t in tokens(span["scope"] or "")}
    for doc in held:
        paper = question.lexicon.document(str(doc["instrument"]))
        about = {
            root(t.lemma)
            for t in tokens(f"{doc['scope'] or ''} {doc['text']} {paper['title']} {date_words(paper['announced'])} {' '.join(paper['names'])}")
        }
        about |= {root(name) for name in _names_of(question, doc)}
        same = (doc["subject"], doc["holder"]) == (span["subject"], span["holder"]) and scope <= about
        if same and names & _names_of(question, doc) & _RUNNING and said <= about | {*map(root, names)}:
            return True
    return False


def _names_of(question: Question, doc: Document) -> set[str]:
    return {t.lemma for name in question.lexicon.document(f"term:{doc['term']}").get("names", ()) for t in tokens(str(name))}


def _of_what_was_told(question: Question) -> bool:
    lows = [t.low for t in question.tokens[:4]]
    return lows[:3] == ["how", "much", "of"] and lows[3:] in (["that"], ["it"], ["this"], ["those"])


def _part_called(question: Question, held: list[Document], content: frozenset[int]) -> list[Document]:
    """``how much of that came up front``: the one part of what was told that its own words call so."""
    keys = question.support().keys(i for i in content if i > len(("how", "much", "of")) and question.tokens[i].lemma not in _COMING)
    told = {doc["clause"] for doc in held}
    parts = [doc for doc in held if doc["part_of"] in told]
    saying = question.support().clauses(keys, SAYING) if keys else {}
    found = [doc for doc in parts if doc["clause"] in saying]
    return found if len(found) == 1 else []


def _reading(question: Question, first: Reading, found: list[Document]) -> Reading:
    """The clauses in their own words."""
    reading = Reading("state", str(found[0]["term"]))
    reading.raw = "what"
    reading.known, reading.past = first.known, first.past
    reading.only = [str(doc["clause"]) for doc in found]
    reading.subject = str(found[0]["subject"])
    reading.lineages = [x for x in question.store.lineages(reading.term) if not question.store.clauses(x.n).isdisjoint(reading.only)]
    return reading
