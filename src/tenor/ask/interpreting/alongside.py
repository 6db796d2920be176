"""What the first part's own documents say of the second: ``and who led it``, ``and over how many years``, ``and on what condition do they vest``.

Every word of the second part that says something must stand in the text of one clause, or be of the first part; and that text must tell a thing of the
kind that is asked for: a name, a span of time, a number of what is counted, a day, a condition, a reason.
"""

from __future__ import annotations

from itertools import pairwise

from tenor.ask.interpreting.amounts import CURRENCIES, MONEY
from tenor.ask.language import english
from tenor.ask.language.roots import root
from tenor.ask.language.words import ARTICLES, Token, lemma, tokens
from tenor.ask.reading import Reading
from tenor.ask.times.years import MONTH_NUMBERS
from tenor.dates import iso

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from collections.abc import Set as AbstractSet
    from typing import Any

    from tenor.ask.interpreting.question import Question

    Document = dict[str, Any]
    #: Whether a text tells a thing of the kind that is asked for.
    Tells = Callable[[list[Token]], bool]
    #: That, the positions of the words that ask for it, and whether they ask for enough with no word beside them.
    Wanted = tuple[Tells | None, set[int], bool]

#: The most words of "how large was the whole round".
_SIZE_OF_IT = 6
#: As many clauses are told at the most.
_MOST = 2
#: In how many words behind a number what it counts stands.
_COUNTED_WITHIN = 5
_WHO = frozenset(("who", "whom", "whose"))
_WH = frozenset(("what", "which"))
#: Words, as lemmas, that point back, or say no more than that it is so.
_EMPTY = frozenset(
    map(
        lemma,
        "rest remainder other one it they them that this these those there here each any get be do have occur happen come arrive afterward afterwards thereafter".split(),
    )
)
_SAYING_NOTHING = (
    english.FILLER | english.LIGHT_VERBS | english.STEADY | english.NOW_WORDS | english.ADVERBS | english.YES_NO | english.SORTS | _EMPTY
)
_NAMED = english.BODIES | frozenset(map(lemma, "investor backer bank lender partner customer supplier person people".split()))
_TIMES = frozenset(map(lemma, "date day year month time quarter week".split()))
_CONDITIONS = frozenset(map(lemma, "condition circumstance event trigger requirement prerequisite".split()))
_SPANS = {lemma(word): lemma(word) for word in "years months days weeks".split()} | dict.fromkeys(map(lemma, "period duration".split()), "")
#: What runs for a time.
_RUNNING = english.DOCUMENTS | {lemma("lease")}
_UNITS = frozenset(map(lemma, "year month day week".split()))
_AMOUNTS = frozenset(map(lemma, "amount number percentage percent portion share sum price rate figure limit cap".split()))
_ON_CONDITION = frozenset(
    "if only when unless until till once after before upon subject depends depending conditional conditions requires needs earlier provided".split()
)
_AT_A_TIME = frozenset("if when once after before until by".split()) | MONTH_NUMBERS.keys()
_BECAUSE = frozenset("because since due owing thanks".split())
_AGAINST_WHAT = frozenset("over against through about with under".split())
#: Words, as typed, of what costs nothing.
_FREE = frozenset(("charge", "free"))
_UP_TO = frozenset("until till through by".split())
_PURPOSES = frozenset(("for", "to"))
_LONGEST_YEAR = 4
#: Words of "at what price apiece", as lemmas, and those, as typed, by which a text gives one.
_PRICES = frozenset(map(lemma, "at what price exercise strike cost per share unit each apiece the a".split()))
_PRICE, _STRIKE = lemma("price"), lemma("strike")
_APIECE = frozenset(("each", "apiece", "per"))
#: Words, as typed, of "when was it announced", and those without which it is not asked.
_ANNOUNCED = frozenset("announced unveiled published disclosed reported public".split())
_WHEN_ANNOUNCED = _ANNOUNCED | frozenset("when on what which date day was were is it that this they the deal agreement made first".split())
#: Verbs, as lemmas, that say of a part no more than that it is one.
_COMING = _SAYING_NOTHING | frozenset(map(lemma, "come go arrive fall pay spend put make give".split()))
#: Records that are made of clauses.
_WHOLES = ("deal", "instrument")
_SPENDING = frozenset(map(root, _COMING))
#: Where a clause says what a part of a sum is called.
_SAYING = frozenset((("clause", "text"), ("clause", "words")))
#: ``how is it split``: verbs, as lemmas, that ask how a sum is made up; a text that tells it has two amounts.
_SPREADING = frozenset(map(lemma, "spread split divide divided distribute stagger staggered structure structured stage phase break broken".split()))
#: Words, as typed, of "what is it worth", and those without which it is not asked.
_WORTH = frozenset("worth cost costs value price".split())
_WORTH_OF_IT = _WORTH | frozenset("what what's how much is was are were does did do will it its they their the total be in all".split())


def told_alongside(question: Question, first: Reading, *, own: bool = False, worded: bool = False) -> Reading | None:
    """The second part's reading as what one or two clauses of the first part's documents say.

    ``own``: the first part's own clauses alone; ``worded``: the second part must have a word that they have, too, and not only ask "how long".

    None where they do not say it, or the second part names somebody else, a time of its own or a negation.
    """
    if first.target is not None and first.target[0] == "event":
        return _told_of_the_event(question, first) if own else None
    timed = any(question.tokens[m.first].low != "still" for m in question.moments)  # "still" is of the first part's time
    whether = question.tokens[0].lemma in english.YES_NO  # told in the clause's own words, which say neither yes nor no
    if (first.term is None and (first.target or ("",))[0] not in _WHOLES) or timed or not question.affirmative() or (whether and (not own or worded)):
        return None
    held = _held(question, first)
    if first.place.startswith("nth"):  # "how big was A's first contract, and for how many years"
        from tenor.ask.parties.ordinal import in_order

        in_order(first, held)
    if first.asked is not None and first.kind == "value" and not first.place:
        from tenor.ask.answers.circumstances import the_first

        held = the_first(first.asked, held, first.asked.lexicon.document(f"term:{first.term}"))
    sides = {p for doc in held for p in (doc["subject"], doc["holder"], *doc["holders"]) if p}
    strange = [m for m in question.mentions if m.party not in sides]
    if not any(doc["holder"] for doc in held):  # a rule of a program, whose other clauses are between it and whoever runs it
        sides |= {str(p) for doc in held for p in question.lexicon.document(str(doc["instrument"])).get("parties", ())}
    if not held or any(m.product is None and m.party not in sides for m in strange) or (first.kind == "start" and len(held) > 1):
        return None
    tells, used, alone = (_has(frozenset()), {0}, False) if whether else _wanted(question.tokens)
    content = question.content() - used - question.mentioned()
    content |= {i for m in strange if m.product is not None for i in range(m.start, m.end)}  # the text must name it
    said = _said(question, content, tells)
    lasting = isinstance(tells, _Lasts)
    by_itself = (own and alone and not worded) or (tells is _in_money and first.term is not None) or (lasting and not own)
    if tells is None or not (said or by_itself):
        return None
    portion = _of_what_was_told(question)
    if portion and said <= _SPENDING:  # "how much of that was paid"
        found = _part_called(question, held, content - question.timed()) or [doc for doc in held if own and _says(doc, said, _made_up)]
        return _reading(question, first, found) if len(found) == 1 else None
    found = _sizes(question, held, sides, said) if tells is _numbered and question.tokens[1].low != "much" else []
    found = found or [doc for doc in held if _says(doc, said, tells)] or (_part_called(question, held, content - question.timed()) if portion else [])
    if not found and not own and not _who_does_it(question):
        others = [*_of_the_same_documents(question, held, sides)]
        found = [doc for doc in others if (said or tells is _in_money) and _says(doc, said, tells)] or [
            doc for doc in others if lasting and _runs_for(question, held, doc, said, tells)
        ]
        if len({doc["term"] for doc in found}) > 1:  # of the first part's own place
            found = [doc for doc in found if doc["scope"] in {other["scope"] for other in held} - {None}]
    if len(found) > _MOST and first.window is not None:  # what began then, of all that held then
        found = [doc for doc in found if (doc["bounds"]["from"][0] or "") >= iso(first.window[0])]
    if lasting and len(found) > 1:
        found = [doc for doc in found if _runs_for(question, held, doc, said, tells)] or found
    if not found or len(found) > _MOST or len({doc["term"] for doc in found}) > 1:
        return None
    return _reading(question, first, found)


def _told_of_the_event(question: Question, first: Reading) -> Reading | None:
    """What the text of the first part's event says of the second part's words; None where it does not say it."""
    target = first.target or ("", "", 0)
    event = question.lexicon.document(f"event:{target[1]}")
    if question.moments or not question.affirmative() or not question.parties() <= {*event.get("parties", ())}:
        return None
    whether = question.tokens[0].lemma in english.YES_NO
    tells, used, alone = (_has(frozenset()), {0}, False) if whether else _wanted(question.tokens)
    of_parties = {i for m in question.mentions if m.product is None for i in range(m.start, m.end)}
    said = _said(question, question.content() - used - of_parties, tells)
    if tells is _numbered and not said:
        tells, alone = _sized, True
    told = f"{event['title']}. {event['says']}"
    known = {root(t.lemma) for text in (told, *event.get("names", ()), *event.get("words", ())) for t in tokens(str(text))}
    if tells is None or not (said or alone or tells is _dated) or not said <= known or not (tells is _dated or tells(tokens(told))):
        return None
    reading = Reading("start" if tells is _dated else "what", None)
    reading.target, reading.known, reading.window = first.target, first.known, first.window
    return reading


def _said(question: Question, content: AbstractSet[int], tells: Tells | None) -> set[str]:
    """The roots of the words, of these, that say more than what is asked for."""
    passed = _SAYING_NOTHING | english.START_WORDS if tells is _dated else _SAYING_NOTHING
    return {root(question.tokens[i].lemma) for i in content if question.tokens[i].lemma not in passed}


def _who_does_it(question: Question) -> bool:
    """``who pays for it``: what the first part's own clauses are about."""
    return question.tokens[0].low in _WHO and any(t.low == "it" for t in question.tokens)


def announced(question: Question, first: Reading) -> Reading | None:
    """``and when was it announced``: the one document in which the first part's clauses stand; None where it is not asked, or they stand in several."""
    lows = {t.low for t in question.tokens}
    if _ANNOUNCED.isdisjoint(lows) or not lows <= _WHEN_ANNOUNCED or first.term is None:
        return None
    held = _held(question, first)
    begun = [doc for doc in held if first.window is not None and iso(first.window[0]) <= (doc["bounds"]["from"][0] or "") < iso(first.window[1])]
    documents = {str(doc["instrument"]) for doc in begun or held}
    if len(documents) != 1:
        return None
    reading = Reading("start", None)
    reading.target, reading.known = ("instrument", documents.pop(), 0), first.known
    return reading


def _held(question: Question, first: Reading) -> list[Document]:
    """The clauses of which the first part tells."""
    if first.target is not None and first.target[0] in _WHOLES:
        sql = f"SELECT doc FROM clause WHERE {first.target[0]} = ? ORDER BY instrument, place"
        return [doc for doc in question.store.each(sql, first.target[1]) if _then(doc, first)]
    versions = (doc for x in first.lineages for doc in question.store.versions(x.n))
    return [doc for doc in versions if _then(doc, first) and (not first.only or doc["clause"] in first.only)]


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
            theirs = {p for p in (doc["subject"], doc["holder"], *doc["holders"]) if p} <= sides
            if doc["clause"] not in told and theirs and (doc["term"] not in terms or doc["holder"] in holders):
                yield doc


def _says(doc: Document, said: set[str], tells: Tells) -> bool:
    """True where the clause's own words hold all of these, and tell a thing of the kind."""
    value = doc["value"] or {}
    text = tokens(" ".join(str(t) for t in (doc["text"], doc["ends_when"], value.get("text")) if t))
    return said <= {root(t.lemma) for t in text} and tells(text)


def _runs_for(question: Question, held: list[Document], span: Document, said: set[str], lasts: Tells) -> bool:
    """True for a clause that is a span of time: of what one of these is of, too, a contract or a lease by the names of both terms."""
    value = span["value"] or {}
    if not lasts(tokens(f"{value.get('amount') or ''} {value.get('unit') or ''}")):
        return False
    names = _names_of(question, span)
    scope = {root(t.lemma) for t in tokens(span["scope"] or "")}
    for doc in held:
        paper = question.lexicon.document(str(doc["instrument"]))
        about = {root(t.lemma) for t in tokens(f"{doc['scope'] or ''} {doc['text']} {paper['title']}")}
        same = (doc["subject"], doc["holder"]) == (span["subject"], span["holder"]) and scope <= about
        if same and names & _names_of(question, doc) & _RUNNING and said <= about | {*map(root, names)}:
            return True
    return False


def _names_of(question: Question, doc: Document) -> set[str]:
    return {t.lemma for name in question.lexicon.document(f"term:{doc['term']}").get("names", ()) for t in tokens(str(name))}


def _sizes(question: Question, held: list[Document], sides: set[str], said: set[str]) -> list[Document]:
    """``how large was the round``: the one clause with an amount, of these documents, whose term is called so; none where several are, or none."""
    named = [
        doc
        for doc in (*held, *_of_the_same_documents(question, held, sides))
        if (doc["value"] or {}).get("amount") is not None and said and said <= _heads(question, doc)
    ]
    named = [doc for doc in named if doc["replaced_by"] not in {other["clause"] for other in named}]
    return named if len(named) == 1 and len(question.tokens) <= _SIZE_OF_IT else []


def _heads(question: Question, doc: Document) -> set[str]:
    """The roots of the nouns that a clause's term is called by: of "size of the round", "size"."""
    names = (str(name).partition(" of ")[0] for name in question.lexicon.document(f"term:{doc['term']}").get("names", ()))
    return {root(tokens(name)[-1].lemma) for name in names}


def _of_what_was_told(question: Question) -> bool:
    lows = [t.low for t in question.tokens[:4]]
    return lows[:3] == ["how", "much", "of"] and lows[3:] in (["that"], ["it"], ["this"], ["those"])


def _part_called(question: Question, held: list[Document], content: frozenset[int]) -> list[Document]:
    """``how much of that came up front``: the one part of what was told that its own words call so."""
    keys = question.support().keys(i for i in content if i > len(("how", "much", "of")) and question.tokens[i].lemma not in _COMING)
    told = {doc["clause"] for doc in held}
    parts = [doc for doc in held if doc["part_of"] in told]
    saying = question.support().clauses(keys, _SAYING) if keys else {}
    found = [doc for doc in parts if doc["clause"] in saying]
    return found if len(found) == 1 else []


def _wanted(said: list[Token]) -> Wanted:
    """What tells a thing of the kind that the second part asks for; None where it asks for nothing that a text can tell."""
    lows = [t.low for t in said]
    at = next((i for i, low in enumerate(lows) if low in _WH or low in _WHO or low in ("how", "when", "why")), None)
    if at is None:
        return None, set(), False
    behind = next((i for i in range(at + 1, len(said)) if lows[i] not in ARTICLES), at)
    noun = said[behind].lemma
    both = {at, behind} if lows[at] in _WH else {at}
    conditions = {i for i in range(at + 1, len(said)) if said[i].lemma in _CONDITIONS}
    if lows[at] == "how" and (parts := {i for i in range(at + 1, len(said)) if said[i].lemma in _SPREADING}):
        return _made_up, {at, *parts, *(i for i in parts if lows[i + 1 : i + 2] in (["down"], ["up"]))}, True
    if asks_a_price(said):
        return _apiece, set(range(len(said))), True
    if asks_a_worth(said):
        return _in_money, set(range(len(said))), True
    if lows[at] == "how":
        return _measured(said, at)
    if lows[at] == "why":
        return _has(_BECAUSE), {at}, True
    if at == 1 and len(said) == at + 1 and lows[0] in _AGAINST_WHAT:  # "and over what"
        return _has(frozenset((lows[0],))), {0, at}, True
    if lows[at:] == ["what", "for"]:
        return _has(_PURPOSES), {at}, True
    if noun in _SPANS:
        return _Lasts(_SPANS[noun]), both, True
    if conditions or "depend" in lows or lows[at + 1 : at + 2] == ["would"]:
        return _has(_ON_CONDITION), {at, *conditions}, bool(conditions)
    if (lows[at] == "when" or noun in _TIMES) and at and lows[at - 1] in _UP_TO:
        return _ends, {at - 1, *both}, False
    if lows[at] == "when" or noun in _TIMES:
        return _dated, both, False
    if lows[at] in _WHO or noun in _NAMED:
        return _names(lows), both, False
    return _numbered if noun in _AMOUNTS or noun in english.EXTREMES else _has(frozenset()), {at}, False


def asks_a_price(said: list[Token]) -> bool:
    """``at what price apiece``, ``at what strike price``: of what the first part is about, and of nothing else."""
    named = {t.lemma for t in said}
    return said[0].low == "at" and not named.isdisjoint((_PRICE, _STRIKE)) and named <= _PRICES


def asks_a_worth(said: list[Token]) -> bool:
    """``what is it worth``, ``how much does it cost``, ``for how much``: of what the first part is about, and of nothing else."""
    lows = [t.low for t in said]
    return (not _WORTH.isdisjoint(lows) and _WORTH_OF_IT.issuperset(lows)) or lows == ["for", "how", "much"]


def asks_a_span(said: list[Token]) -> bool:
    """``over how many years``."""
    return any((a.low, b.low) == ("how", "many") and c.lemma in _UNITS for a, b, c in zip(said, said[1:], said[2:], strict=False))


def asks_how_made_up(said: list[Token]) -> bool:
    """``how is it split``: of the sum that the first part is about, and of nothing else."""
    return said[0].low == "how" and any(t.low in ("it", "they", "that", "this") for t in said[1:3]) and any(t.lemma in _SPREADING for t in said)


def _measured(said: list[Token], at: int) -> Wanted:
    """``how long``, ``how many years``, ``how much``, ``how many N``."""
    word, counted = [t.lemma for t in (*said[at + 1 : at + 3], *said[:2])][:2]
    if word == "long":
        return _Lasts(""), {at, at + 1}, True
    if word == "many" and counted in _UNITS:
        return _Lasts(counted), {at, at + 1, at + 2}, True
    if word == "many":
        return _counts(root(counted)), {at, at + 1}, False
    return (_numbered if word in ("much", "big", "larg", "high") else None), {at, at + 1}, False


def _has(words: frozenset[str]) -> Tells:
    return lambda text: not words or any(t.low in words for t in text)


def _number(token: Token) -> bool:
    return token.low[:1].isdigit() or token.low in english.NUMBERS


def _numbered(text: list[Token]) -> bool:
    return any(_number(t) for t in text)


def _sized(text: list[Token]) -> bool:
    return any(_number(a) and b.lemma in english.SCALES for a, b in pairwise(text))


def _in_money(text: list[Token]) -> bool:
    return any(t.low in CURRENCIES or t.lemma in MONEY or t.low in _FREE for t in text)


def _apiece(text: list[Token]) -> bool:
    return any(_number(t) for t in text) and any(t.low in _APIECE for t in text)


def _made_up(text: list[Token]) -> bool:
    """True where a text tells of two sums at least."""
    return sum(_number(a) and (b.lemma in english.SCALES or "," in a.text or len(a.low) > _LONGEST_YEAR) for a, b in pairwise(text)) >= len(
        ("one", "other")
    )


def _dated(text: list[Token]) -> bool:
    return any(t.low in _AT_A_TIME or (t.low.isdigit() and len(t.low) == _LONGEST_YEAR) for t in text)


def _ends(text: list[Token]) -> bool:
    """True where a text tells a year behind what leads up to it."""
    leads = [i for i, t in enumerate(text) if t.low in _UP_TO]
    return any(len(t.low) == _LONGEST_YEAR and t.low.isdigit() for i in leads for t in text[i + 1 : i + 1 + _COUNTED_WITHIN])


class _Lasts:
    """A number of years, months, days: of the unit that is asked for."""

    def __init__(self, unit: str) -> None:
        self.units = frozenset((unit,)) if unit else _UNITS

    def __call__(self, text: list[Token]) -> bool:
        return any(_number(a) and b.lemma in self.units for a, b in pairwise(text))


def _counts(counted: str) -> Tells:
    """A number with what it counts close behind it."""
    return lambda text: any(_number(t) and any(root(b.lemma) == counted for b in text[i + 1 : i + 1 + _COUNTED_WITHIN]) for i, t in enumerate(text))


def _names(asked: list[str]) -> Tells:
    """A name that the question has not."""
    return lambda text: any(t.text[:1].isupper() and t.low not in asked and t.low not in MONTH_NUMBERS for t in text[1:])


def _reading(question: Question, first: Reading, found: list[Document]) -> Reading:
    """The clauses in their own words."""
    reading = Reading("state", str(found[0]["term"]))
    reading.raw = "what"
    reading.known, reading.past = first.known, first.past
    reading.only = [str(doc["clause"]) for doc in found]
    reading.subject = str(found[0]["subject"])
    reading.lineages = [x for x in question.store.lineages(reading.term) if not question.store.clauses(x.n).isdisjoint(reading.only)]
    return reading
