"""``did A and B sign anything in June 2025``, ``list the deals of 2025``, ``the latest amendment``: questions about which instruments there are."""

from __future__ import annotations

from tenor.ask.answers.wording import date_words, joined
from tenor.ask.language import english
from tenor.ask.language.words import lemma
from tenor.ask.parties.sides import known_of
from tenor.ask.reading import Reading, Refusal
from tenor.ask.times.dated_documents import AGREED
from tenor.ask.times.windows import window_of
from tenor.dates import DAWN, FOREVER, Edtf, long_date

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from tenor.ask.answers.answer import Answer
    from tenor.ask.interpreting.question import Question

    Document = dict[str, Any]

#: Kinds of instruments that are agreed by two sides; of the rest, those that tell of a signing are agreements, too.
_TELLING = ("filing", "report", "announcement")
#: Kinds that can come out of an agreement: told beside, and not counted.
_BESIDE = ("investment", "report", "announcement", "filing", "statement")
_ANY = frozenset(map(lemma, "deal agreement contract accord pact partnership anything something nothing".split()))
#: Kinds of documents that agree nothing.
_TOLD = ("statement", "notice", "investment", "filing", "announcement", "program", "availability", "report")
_NOUNS = (
    {lemma(kind): (kind,) for kind in (*AGREED[1:], "statement", "notice", "filing")}
    | dict.fromkeys(_ANY, AGREED)
    | dict.fromkeys(map(lemma, ("document", "paper", "instrument")), (*AGREED, *_TOLD))
)
_VERBS = frozenset(map(lemma, "sign ink strike conclude announce agree reach make enter seal".split()))
_BARE_VERBS = frozenset(map(lemma, "sign ink conclude agree".split()))
_PASSED = (
    frozenset(map(lemma, "between each every all list new any other many number there exist make both two record recorded date day".split()))
    | english.NOW_WORDS
)
_NTH = ("first", "second", "third", "fourth", "fifth", "sixth")
#: Words, as typed, before documents that are asked for one by one.
_COUNTING_UP = frozenset("list name show give me what which all the of every each how many".split())
_PLACES = {"latest": "latest", "last": "latest", "newest": "latest", "earliest": "first", **{nth: nth for nth in _NTH}}
_MOST_TOLD = 12
#: Documents beside, so few that they are told by name.
_FEW = 6
_BOTH = 2
_A_MONTH = 31


def signed_reading(question: Question, kind: str, kind_used: set[int]) -> Reading | None:
    """The reading of a question for instruments, in which every word finds its place; None where it is none."""
    said = question.tokens
    if question.choice or question.excepted:  # of two that the question offers, another could come first
        return None
    party = question.mentioned()
    theirs = question.parties()
    deals = [m for m in question.matches if m.kind == "deal" and theirs <= {*question.lexicon.document(m.target).get("parties", theirs)}]
    deal = max(deals, key=lambda m: m.end - m.start, default=None)
    named = set(range(deal.start, deal.end)) if deal is not None else set()
    content = (question.content() | question.documents) - kind_used - (question.timed() - question.documents) - party
    nouns = {i for i in content if said[i].lemma in _NOUNS}
    verbs = {i for i in content - nouns if said[i].lemma in _VERBS}
    places = {i for i in content if said[i].low in _PLACES}
    rest = content - nouns - verbs - places - named - {i for i in content if said[i].lemma in _PASSED}
    doing = {t.lemma for i, t in enumerate(said) if t.lemma in _VERBS and i not in nouns}
    head = {min(places) + 1} & nouns if places else set()  # "the first amendment of their contract"
    if len(nouns) > 1 and not head:  # "the amendments to the A and B deal"
        nouns = {i for i in nouns if i == min(nouns) or i in named or not _of_the_two(question, i)}
    every = len(theirs) == _BOTH and kind in ("list", "value", "keyword") and _named_as_many(question, nouns)
    asked = (every or _asked(question, kind, bool(nouns), doing, bool(places))) and (
        bool(nouns) or kind != "state" or not _of_a_term(question, doing)
    )
    own = head or nouns - named or nouns
    if rest or not asked or len(places) > 1 or len({_NOUNS[said[i].lemma] for i in own}) > 1:
        return None
    kinds = _NOUNS[said[min(own)].lemma] if own else AGREED
    reading = Reading("list" if kind in ("what", "keyword") else kind, None)
    reading.raw, reading.known, reading.corrections = kind, question.known, question.corrections
    reading.window = window_of(question, reading) if question.moments else None
    reading.place = _PLACES[said[min(places)].low] if places else ""
    if reading.place:
        reading.kind = "start" if kind == "start" else "list"
    reading.deals = [deal.target] if deal is not None else []
    reading.target = ("instruments", " ".join(kinds), 0)
    reading.why = [f"instruments of {joined([*kinds])}"]
    return reading


def _named_as_many(question: Question, nouns: set[int]) -> bool:
    """``list all agreements between A and B``, ``how many amendments are there to``: documents are asked for one by one, and not the whole that they make up."""
    said, first = question.tokens, min(nouns, default=0)
    many = said[first].low.endswith("s") or said[first - 1].low in ("every", "each")
    own = any(m.kind == "term" and m.start <= first < m.end for m in question.matches)  # "licenses": what each of them grants is asked
    return first > 0 and many and not own and _COUNTING_UP.issuperset([t.low for t in said[:first]])


def _of_the_two(question: Question, i: int) -> bool:
    """True where a word stands right behind the two whose it is, or leads to them."""
    theirs, after = question.mentioned(), question.tokens[i + 1 : i + 2]
    return i - 1 in theirs or (bool(after) and after[0].low in ("of", "between", "with") and i < min(theirs, default=0))


def _of_a_term(question: Question, verbs: set[str]) -> bool:
    """True where a pattern has one of these verbs, and the records have its term between the two parties: who was signed to whom is no document."""
    parties = question.parties()
    terms = {p.term for p in question.patterns if p.kind == "ask" and verbs & p.needed} if len(parties) == _BOTH else set()
    return any(parties == {*pair} for term in terms for pair in known_of(question.store, term).pairs)


def _asked(question: Question, kind: str, noun: bool, verbs: set[str], place: bool) -> bool:
    """True where instruments are asked for: which, how many or whether there were any, in a time, or the first or latest of them."""
    if place:
        return noun and kind in ("start", "what", "keyword", "list", "holder") and not question.moments
    if kind == "value":
        return noun and question.counts() == "things" and bool(verbs)
    if kind == "state":
        return bool(question.moments) and bool(verbs) and (noun or bool(verbs & _BARE_VERBS))
    lows = {t.low for t in question.tokens}
    if kind == "list":
        return noun and bool(verbs)
    if kind == "what":
        return not noun and bool(verbs & _BARE_VERBS) and bool(question.moments)
    return kind == "keyword" and noun and bool(question.moments) and not lows.isdisjoint(("all", "every", "each"))


def signed_answer(answer: Answer) -> Document:
    """The instruments that are meant, told. Raises :class:`Refusal` where there is none in the time that is asked about."""
    reading = answer.reading
    kinds = tuple((reading.target or ("", "", 0))[1].split())
    every = _instruments(answer)
    agreed = [d for d in every if _is(d, kinds)]
    start, end = reading.window or (DAWN, FOREVER)
    inside = [d for d in agreed if _touches(d, start, end)]
    amending = kinds == (lemma("amendment"),)
    kin = [d for d in every if (d.get("amends") if amending else kinds == AGREED and d["kind"] in _BESIDE)]
    beside = [d for d in kin if d not in agreed and _touches(d, start, end)]
    if not inside and not beside and (other := _of_another_day(answer, agreed)):
        return _not_then(answer, other)
    if not inside:
        raise Refusal("no-record", _none(answer, agreed, beside))
    if reading.place:
        n = -1 if reading.place == "latest" else _NTH.index(reading.place)
        if not _numbered(n, inside, every, kinds):
            listed = "; ".join(_told(answer, d) for d in every if _is(d, AGREED) or d["kind"] == "investment")
            raise Refusal("no-record", f"The record does not number these. Recorded{_between(answer)}: {listed}.")
        inside = [inside[n]]
    from tenor.ask.accounts.records import told_as_clause

    shown = [told_as_clause(answer, "instrument", d["id"], d, d.get("signed") or d["announced"]) for d in inside]
    if reading.kind == "state":
        sure = [_sure(d, start, end) for d in inside]
        for doc, certain in zip(shown, sure, strict=True):
            doc["yes"] = True if certain else None
        lead = "Yes: " if any(sure) else "Possibly: "
    elif reading.place:
        lead = f"The {reading.place} on record: "
    else:
        lead = f"{len(inside)} {_noun(answer, many=len(inside) > 1)} on record{_between(answer)}: "
    told = "; ".join(_told(answer, d) for d in inside[:_MOST_TOLD]) + (f"; and {len(inside) - _MOST_TOLD} more" if len(inside) > _MOST_TOLD else "")
    return answer.made("answered", f"{lead}{told}.{_not_counted(answer, inside, beside)}", shown)


def _numbered(n: int, inside: list[Document], every: list[Document], kinds: tuple[str, ...]) -> bool:
    """True where one of them can be told by its number: it is there, on a day of its own, and nothing stands before it that may count, too."""
    if n < 1:
        return True
    if n >= len(inside) or any(_touches(d, _days(inside[n])[0], _days(inside[n])[1] + 1) for d in inside if d is not inside[n]):
        return False
    since = DAWN if kinds == AGREED else _days(inside[0])[0]
    others = [d for d in every if d not in inside and (_is(d, AGREED) or d["kind"] == "investment")]
    return not any(since <= _days(d)[0] <= _days(inside[n])[1] for d in others)


def _of_another_day(answer: Answer, agreed: list[Document]) -> list[Document]:
    """``was the contract of A and B signed on D``, of another day: the one agreement between them, or the one that was only announced on D; empty where none is meant."""
    said, window = answer.interpreter.typed, answer.reading.window
    texts = [t.text.lower() for t in said]
    definite = "was" in texts and ("the" in texts or any(t.possessive for t in said)) and {"a", "an", "any", "another"}.isdisjoint(texts)
    if (
        window is None
        or window[1] - window[0] > _A_MONTH
        or not definite
        or not answer.interpreter.affirmative()
        or len(answer.interpreter.parties()) != _BOTH
    ):
        return []
    if any(t.lemma in _BARE_VERBS for t in said):  # that a thing was announced on another day does not say when it was signed
        told_then = [d for d in agreed if d.get("signed") and _touches({**d, "signed": None}, *window)]
        agreed = told_then or (agreed if all(d.get("signed") for d in agreed) else [])
    return agreed if len(agreed) == 1 and _days(agreed[0])[1] - _days(agreed[0])[0] <= _A_MONTH else []


def _not_then(answer: Answer, agreed: list[Document]) -> Document:
    from tenor.ask.accounts.records import told_as_clause

    shown = [told_as_clause(answer, "instrument", d["id"], d, d.get("signed") or d["announced"]) for d in agreed]
    for doc in shown:
        doc["yes"] = False
    return answer.made("answered", f"No: {'; '.join(_told(answer, d) for d in agreed)}.", shown)


def _not_counted(answer: Answer, inside: list[Document], beside: list[Document]) -> str:
    """What is recorded beside, but not as an agreement: beside the latest, what came later, beside the first, what came earlier."""
    if answer.reading.kind == "state":
        return ""
    if answer.reading.place == "first":
        before = [d for d in beside if d["kind"] != "filing" and _days(d) < _days(inside[0])]
        return f" Earlier, and not recorded as an agreement: {'; '.join(_told(answer, d) for d in before[:2])}." if before else ""
    if answer.reading.place == "latest":
        beside = [d for d in beside if d["kind"] == "investment" and _days(d) > _days(inside[0])]
        return f" Later, and not recorded as an agreement: {'; '.join(_told(answer, d) for d in beside[-2:])}." if beside else ""
    if answer.reading.place or not beside:
        return ""
    if any(d.get("amends") and d["kind"] not in _BESIDE for d in beside):
        return f" Not recorded as such, but adding to or changing an earlier one: {'; '.join(_told(answer, d) for d in beside[:_MOST_TOLD])}."
    if len(beside) <= _FEW:
        return f" Not among them, as investments, announcements, statements, reports or filings: {'; '.join(_told(answer, d) for d in beside)}."
    return f" Not among them: {len(beside)} on record as investments, announcements, statements, reports or filings."


def _instruments(answer: Answer) -> list[Document]:
    """Every instrument of the parties that the question names, or of the deal, oldest first."""
    parties = [m.party for m in answer.interpreter.mentions]
    sql = "SELECT id, deal FROM instrument ORDER BY announced, announced_last, id"
    deals = answer.reading.deals
    ids = [str(i) for i, deal in answer.store.query(sql) if not deals or deal in deals]
    found = [{**answer.interpreter.lexicon.document(i), "id": i} for i in ids]
    found = [d for d in found if deals or all(p in d.get("parties", ()) for p in parties)]
    known = answer.reading.known
    found = [d for d in found if known is None or (Edtf.parse(str(d["announced"])).lo or DAWN) <= known]
    if any(t.lemma in english.REPORTING | {"announc"} for t in answer.interpreter.tokens):
        found = [{**d, "signed": None} for d in found if d["kind"] not in _TELLING]  # on what day it was told is asked
    return sorted(found, key=lambda d: (_days(d), d["id"]))


def _is(document: Document, kinds: tuple[str, ...]) -> bool:
    return document["kind"] in kinds or (kinds == AGREED and document["kind"] in _TELLING and bool(document.get("signed")))


def _days(document: Document) -> tuple[int, int]:
    """The first and the last day on which it may have been signed, or else announced."""
    when = Edtf.parse(str(document.get("signed") or document["announced"]))
    return (DAWN if when.lo is None else when.lo), (FOREVER if when.hi is None else when.hi)


def _touches(document: Document, start: int, end: int) -> bool:
    first, last = _days(document)
    return first < end and last >= start


def _sure(document: Document, start: int, end: int) -> bool:
    first, last = _days(document)
    return start <= first and last < end


def _told(answer: Answer, document: Document) -> str:
    named = len(answer.interpreter.parties()) < _BOTH and document.get("parties")
    names = f"{joined([answer.store.name('party', p) for p in document['parties']])}: " if named else ""
    way = "signed" if document.get("signed") else "dated" if document["kind"] in _TELLING[:2] else "announced"
    return f"{names}{document['title'].rstrip('.')} ({way} {date_words(document.get('signed') or document['announced'])})"


def _between(answer: Answer) -> str:
    names = list(dict.fromkeys(answer.store.name("party", m.party) for m in answer.interpreter.mentions))
    of = f" of {joined(names)}" if names else ""
    window = answer.reading.window
    if window is None:
        return of
    if window[1] == window[0] + 1:
        return f"{of} on {long_date(window[0])}"
    first = f" from {long_date(window[0])}" if window[0] > DAWN else ""
    last = f" to {long_date(window[1] - 1)}" if window[1] < FOREVER else ""
    return of + first + last


def _noun(answer: Answer, *, many: bool) -> str:
    """What the question calls it: "agreement" where it names nothing."""
    said = next((t.low for t in answer.interpreter.tokens if t.lemma in _NOUNS and not t.low.endswith("thing")), "agreement").removesuffix("s")
    return {False: said, True: f"{said}s" if said != "memorandum" else "memoranda"}[many]


def _none(answer: Answer, agreed: list[Document], beside: list[Document]) -> str:
    """That there is none, with what stands nearest."""
    start, end = answer.reading.window or (DAWN, FOREVER)
    before = [d for d in agreed if _days(d)[1] < start][-1:]
    after = [d for d in agreed if _days(d)[0] >= end][:1]
    text = f"No {_noun(answer, many=False)}{_between(answer)} is recorded."
    if beside:
        text += f" Recorded{' then' if answer.reading.window is not None else ''}: {'; '.join(_told(answer, d) for d in beside[:3])}."
    if before or after:
        text += f" Nearest: {'; '.join(_told(answer, d) for d in before + after)}."
    return text
