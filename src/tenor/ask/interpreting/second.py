"""The second part of a question, which leaves out what the first part named: its parties, its term, the thing that "it" is."""

from __future__ import annotations

from itertools import pairwise

from tenor.ask.answers.rates import PAYING, RATES, tells_interest, tells_rate
from tenor.ask.interpreting.alongside import announced, on_those_terms, told_alongside
from tenor.ask.interpreting.choosing import one
from tenor.ask.interpreting.in_full import FOR, POINTING, completed, in_parallel, name_of, object_of, said_in_full, with_its_noun, with_object
from tenor.ask.interpreting.kinds import kind_of, kind_words
from tenor.ask.interpreting.question import Question
from tenor.ask.interpreting.wanted import asks_a_price, asks_a_span, asks_a_worth, asks_how_made_up
from tenor.ask.language import english
from tenor.ask.language.roots import root
from tenor.ask.language.words import ARTICLES, Token, lemma, tokens
from tenor.ask.reading import Reading, Refusal
from tenor.ask.times.windows import window_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tenor.ask.reading import Mention
    from tenor.store.read import Lineage

#: "and may anybody else": whether somebody alone has it.
_ANYBODY = frozenset(
    ("anybody", "anyone", "others", "somebody", "someone", "else", "other", "another", "party", "company", "one", "ones", "also", "too")
)
#: Words, as lemmas, of "does any of them hold it exclusively".
_HOLDING = frozenset(map(lemma, "any one either each hold have get own them it basis deal right".split()))
_TELLS = english.SAY_WORDS | frozenset(map(lemma, ("find", "rule", "decide", "conclude", "announce", "hold")))
_ELSE = frozenset(("else", "others", "other", "another"))
_IT = ("that", "it", "him", "her", "them", "this")
#: How the days on the other side are said: "and what was it afterwards".
_OTHER_SIDES = {
    "after": [["afterwards"], ["afterward"], ["thereafter"], ["after"], *(["after", it] for it in _IT)],
    "before": [["beforehand"], ["before"], ["previously"], ["earlier"], *(["before", it] for it in _IT)],
}
#: Words, as typed, of more than what is between two.
_MORE = frozenset("all total altogether overall combined everybody everyone anybody anyone who whom else other others each".split())
_TURNED = {"after": "before", "before": "after"}
_ASKING_AGAIN = frozenset(
    "what who how much many high fast slow large big long was is were are did it they that he she afterwards afterward thereafter after beforehand before previously earlier came come him her them this".split()
)
_SAYING_NO_MORE = english.LIGHT_VERBS | english.STEADY | {"it"}
_MAY = frozenset(("allowed", "able", "permitted", "to", "do", "so", "as", "well", "same", "the", "that", "it", "entitled", "free"))


def following(question: Question, first: Reading, before: Question) -> Reading:
    """The second part's reading. Raises :class:`Refusal` where it cannot be read, or would be about parties of which the first part named none."""
    typed, question.tokens = question.tokens, said_in_full(question, first, before)
    question.look_up()
    if first.target is not None and len(question.tokens) > len(typed) and any(m.kind == "term" for m in question.matches):
        return _of_the_event(question, first, before, _alone(question, first))  # what was so on the day of an event
    if first.term is not None and _asks_who_told(question):
        raise _unread(question)  # whose word it is, is no clause's to tell
    try:
        return _following(question, first, before)
    except Refusal:
        beside = told_alongside(question, first, own=True) or told_alongside(question, first)
        if beside is None:
            raise
        return beside


def _asks_who_told(question: Question) -> bool:
    """``and who reported it first``."""
    said = question.tokens
    reports = any(t.lemma in english.REPORTING or t.low == "broke" for t in said[1:3])
    return said[0].low in english.WHO and reports and any(t.low in ("it", "that", "this") for t in said[2:])


def _read_for(question: Question, before: Question, mention: Mention) -> Reading | None:
    """The second part with somebody whom the first names put behind it."""
    return _read_or_none(question, [*question.tokens, FOR, *name_of(before, mention)])


def _of_the_event(question: Question, first: Reading, before: Question, reading: Reading) -> Reading:
    """``when did that round of A's close, and at what valuation``: of nobody else than the event's parties, and where it is about clauses of the term, those.

    Raises:
        Refusal: what was read is about somebody who has no part in the event, and nothing of that is of those whom the first part names.
    """
    if first.target is None or first.target[0] != "event" or reading.term is None:
        return reading
    event = question.lexicon.document(f"event:{first.target[1]}")
    others = bool(event.get("parties")) and reading.subject not in {*question.parties(), *event["parties"]}
    for mention in before.mentions if others else ():
        said = _read_for(question, before, mention)
        if said is not None and said.term == reading.term and said.subject == mention.party:
            return said
    about = [str(name) for name in event.get("about", ())]
    for lineage in question.store.lineages(reading.term) if not question.mentions else ():
        if found := [name for name in about if name in question.store.clauses(lineage.n)]:
            reading.subject, reading.lineages, reading.only, reading.window = lineage.subject, [lineage], found, None
            return reading
    if not others:
        return reading
    raise _unread(question)


def _following(question: Question, first: Reading, before: Question) -> Reading:
    """The same, but for what the first part's clauses say beside what was asked."""
    if asks_a_price(question.tokens) or asks_a_worth(question.tokens) or asks_how_made_up(question.tokens):
        raise _unread(question)  # what the first part's documents say of it, or nothing
    if (then := _of_the_other_side(question, before)) is not None:
        return then
    if (paper := announced(question, first)) is not None:
        return paper
    alike = in_parallel(question, before)
    if alike is not None and (same := _read_or_none(question, alike)) is not None:
        return same
    kind, used, _ = kind_of(question)
    free = question.content() - used - question.timed()
    if (other := _of_another(question, before, free)) is not None:
        return other
    if (then := _of_another_time(question, before, kind, free)) is not None:
        return then
    if (named := _one_of_them(question, first, before)) is not None:
        return named
    if first.target is not None and first.target[0] == "event" and (same := told_alongside(question, first, own=True)) is not None:
        return same
    if first.term is not None and _asks_for_others(question):
        return _carried_on(first, "state", alone=True)
    asked = {question.tokens[i].lemma for i in free}
    if first.term is not None and kind == "state" and not question.mentions and asked & english.EXCLUSIVE and asked <= english.EXCLUSIVE | _HOLDING:
        return _exclusively(question, first, kind)
    document = question.lexicon.document(f"term:{first.term}") if first.term else {}
    words = {lemma(t.low) for said in (*document.get("words", ()), *document.get("names", ())) for t in tokens(said)}
    passed = _SAYING_NO_MORE if kind in ("start", "end") and "when" in question.lows() else {"it"}
    rest = {i for i in free if question.tokens[i].lemma not in (words | kind_words(kind) | english.EXCLUSIVE | passed) - RATES}
    said_more = {i for i in rest if question.tokens[i].lemma not in english.SORTS}
    rest |= {i for i in free if question.tokens[i].low in english.VALUED and question.tokens[i].lemma not in words}
    rest |= {i for i, t in enumerate(question.tokens) if t.lemma in english.SORTS}
    own = {i for m in question.matches if m.kind == "term" and m.target == first.term for i in range(m.start, m.end)}
    rest |= {i for m in question.matches if m.kind == "term" and m.target != first.term for i in range(m.start, m.end)} & free - own
    rates = {i for i, t in enumerate(question.tokens) if t.lemma in RATES}
    if first.term is not None and rates and not question.mentions and all(i in rates or question.tokens[i].lemma in PAYING for i in rest):
        return _rate(question, first)
    of_an_event = first.target is not None and first.target[0] == "event"
    if (
        of_an_event
        and not free
        and not question.mentions
        and [t.low for t in question.tokens[:2]] == ["what", "did"]
        and question.tokens[-1].lemma in _TELLS
    ):
        reading = _carried_on(first, "what")  # "and what did it find"
        reading.target = first.target
        return reading
    if not question.matches and not said_more and (of_an_event or rest):  # "in what form": a sort of nothing
        raise _unread(question)
    if question.mentions or rest or first.term is None:
        elsewhere = any(m.kind == "term" and m.target != first.term for m in question.matches)
        return (None if elsewhere else told_alongside(question, first, own=True, worded=True)) or _of_its_own(question, first, before)
    if not _asks_of_it(question, kind, free) or (kind == first.raw == "value" and not question.moments):
        raise _unread(question)
    said_before = {t.lemma for t in before.tokens} | _named_words(question, first)
    if kind != "change" and (said := told_alongside(question, first, own=True, worded=kind != "end")) is not None:
        return said
    if (another := _of_another_scope(question, first, before)) is not None:
        return another
    if kind == "state" and any(question.tokens[i].lemma not in english.EXCLUSIVE | english.STEADY | english.LIGHT_VERBS | said_before for i in free):
        return _of_its_own(question, first, before)  # "is it in cash": that the term has such a word is no yes
    if kind in ("start", "end") and any(a.low in ARTICLES and b.lemma in english.ORDERING for a, b in pairwise(question.tokens)):
        raise _unread(question)
    reading = _exclusively(question, first, kind) if asked & english.EXCLUSIVE else _carried_on(first, kind)
    if question.moments:
        reading.window = window_of(question, reading)
    elif kind in ("start", "end", "change"):
        reading.window = None if first.window is None or first.window == (question.today, question.today + 1) else first.window
    return reading


def _asks_of_it(question: Question, kind: str, free: frozenset[int]) -> bool:
    """True where the second part asks for something that any clause tells: since when, how much, whether, what it was then, who it is."""
    if kind in ("what", "list"):  # "what is each worth", "what was it in May", "shares, a loan, or what"
        sized = any(t.lemma in english.VALUE_WORDS and t.low != "what" for t in question.tokens)
        return sized or bool(question.moments) or len(question.tokens) == 1
    return kind != "keyword" and not (kind == "holder" and (free or "where" in question.lows()))


def _of_the_other_side(question: Question, before: Question) -> Reading | None:
    """``what was it before X, and what was it afterwards``: the first part, asked of the days after X, or before it."""
    typed = [t.text.lower() for t in question.tokens]
    way = next((way for way, ends in _OTHER_SIDES.items() if any(typed[-len(end) :] == end for end in ends)), "")
    at = next((i for i, t in enumerate(before.tokens) if t.text.lower() == _TURNED.get(way)), None)
    if at is None or not all(low in _ASKING_AGAIN for low in typed):
        return None
    return _read(question, [*before.tokens[:at], Token(way, way), *before.tokens[at + 1 :]])


def _read(question: Question, words: list[Token]) -> Reading:
    """These words as a question of their own. Raises :class:`Refusal`."""
    part = Question(question.store, "", question.today)
    part.lexicon, part.tokens = question.lexicon, words
    reading = one(part)
    reading.asked = part
    return reading


def _read_or_none(question: Question, words: list[Token]) -> Reading | None:
    try:
        return _read(question, words)
    except Refusal:
        return None


def _of_another(question: Question, before: Question, free: frozenset[int]) -> Reading | None:
    """``and how many to B``, ``and what share of them pay B``: the first part, asked of another party in the same place."""
    if len(question.mentions) != 1 or question.moments or question.mentions[0].party in before.parties():
        return None
    mention = question.mentions[0]
    other = _in_its_place(question, before, mention, free - {*range(mention.start, mention.end)})
    if other is None:
        return None
    return _read_or_none(question, [*before.tokens[: other.start], *name_of(question, mention), *before.tokens[other.end :]])


def _of_another_time(question: Question, before: Question, kind: str, free: frozenset[int]) -> Reading | None:
    """``how many in 2027, and how many in 2028``: the first part, asked of another time; None where the second says more than that."""
    times = [part.moments for part in (question, before)]
    if kind != "value" or free or question.mentions or any(len(ms) != 1 or ms[0].record is not None for ms in times) or kind_of(before)[0] != kind:
        return None
    (then,), (old,) = times
    return _read_or_none(question, [*before.tokens[: old.first], *question.tokens[then.first : then.last + 1], *before.tokens[old.last + 1 :]])


def _in_its_place(question: Question, before: Question, mention: Mention, free: frozenset[int]) -> Mention | None:
    """The party of the first part behind the same word, where the second says no more than the first, or the same up to it and nothing behind it."""
    lead = question.tokens[mention.start - 1] if mention.start else None
    for other in before.mentions if lead is not None and mention.end == len(question.tokens) else ():
        said = before.tokens[other.start - 1] if other.start else None
        if said is None or lead is None:
            continue
        if not free and (said.low == lead.low or (said.lemma in english.YES_NO and lead.lemma in english.YES_NO)):
            return other
        again = {before.tokens[i].lemma for i in range(other.start)}
        asking = tuple(t.low for t in question.tokens[:2]) in [*pairwise(t.low for t in before.tokens[: other.start])]
        if free and asking and said.low == lead.low and all(question.tokens[i].lemma in again for i in free):
            return other
    return None


def _one_of_them(question: Question, first: Reading, before: Question) -> Reading | None:
    """``and does B pay A one``: one of what the first part named. Raises :class:`Refusal` where it cannot be read so."""
    names = [m for m in before.matches if m.kind == "term" and m.target == first.term]
    if question.tokens[-1].low != "one" or not names or not question.mentions:
        return None
    name = max(names, key=lambda m: m.end - m.start)
    return _read(question, [*question.tokens[:-1], *before.tokens[name.start : name.end]])


def _carried_on(first: Reading, kind: str, *, alone: bool = False) -> Reading:
    """A reading of the same clauses; ``alone``: whether anybody else has them, too."""
    reading = Reading(kind, first.term)
    for name in ("subject", "subjects", "holder", "product", "scope", "scopes", "lineages", "known", "window", "past", "instrument"):
        setattr(reading, name, getattr(first, name))
    reading.asks = "holder"
    if alone:
        reading.exclusive = reading.negated = True
    return reading


def _exclusively(question: Question, first: Reading, kind: str) -> Reading:
    """``and is it exclusive``, ``and does any of them hold it exclusively``. Raises :class:`Refusal` where no clause says."""
    reading = _carried_on(first, kind)
    reading.exclusive = True
    if question.moments:
        reading.window = window_of(question, reading)
    if all(doc["exclusive"] is None for x in first.lineages for doc in question.store.versions(x.n)):
        raise _unread(question)
    return reading


def _of_another_scope(question: Question, first: Reading, before: Question) -> Reading | None:
    """``what does X flour cost, and what does Y flour cost``: the clauses that the second part singles out by a word which the first has not; None where there is none."""
    new = {root(t.lemma) for t in question.tokens} - {root(t.lemma) for t in before.tokens}
    if all(new.isdisjoint(_scope_words(x)) for x in question.store.lineages(first.term) if x.n not in {y.n for y in first.lineages}):
        return None
    own = _read_or_none(question, question.tokens)
    mine = [x for x in own.lineages if not new.isdisjoint(_scope_words(x))] if own is not None and own.term == first.term else []
    if own is None or not mine or any(x.n in {y.n for y in first.lineages} for x in mine):
        return None
    named = before.parties() & {side for x in first.lineages for side in (x.subject, *_holders(x))}
    mine = [x for x in mine if named <= {x.subject, *_holders(x)} | question.parties()]
    if not mine:  # "how much did A invest, and when was the last part paid", of parts that B paid
        raise _unread(question)
    own.lineages = mine
    return own


def _named_words(question: Question, first: Reading) -> set[str]:
    """The words by which the term of the first part is called."""
    return {t.lemma for name in question.lexicon.document(f"term:{first.term}").get("names", ()) for t in tokens(str(name))}


def _scope_words(lineage: Lineage) -> set[str]:
    return {root(t.lemma) for t in tokens(lineage.scope or "")}


def _rate(question: Question, first: Reading) -> Reading:
    """``and at what interest rate``: no amount of the first part, but what its clauses say. Raises :class:`Refusal` where they say nothing of it."""
    told = [str(d["text"]) for x in first.lineages for d in question.store.versions(x.n)]
    tells = tells_interest if "interest" in question.lows() else tells_rate
    if not any(map(tells, told)):
        raise _unread(question)
    reading = _carried_on(first, "state")
    reading.raw = "what"
    return reading


def _unread(question: Question) -> Refusal:
    return Refusal("not-understood", f"I read the first part, but not “{' '.join(t.text for t in question.tokens)}”.")


def _asks_for_others(question: Question) -> bool:
    """``and is anybody else allowed to``."""
    lows = [t.low for t in question.tokens]
    asks = question.tokens[0].lemma in english.YES_NO and not _ELSE.isdisjoint(lows)
    return asks and all(low in _ANYBODY or low in _MAY for low in lows[1:])


def _alone(question: Question, first: Reading) -> Reading:
    """The second part as it stands. Raises :class:`Refusal` where it names no record, and would be told of another than the first part's."""
    reading = one(question)
    if reading.term is None and not _of_the_same_record(question, first, reading):
        raise _unread(question)
    return reading


def _between_the_same(question: Question, before: Question, reading: Reading) -> Reading:
    """``how much does A buy from B, and how much does B invest``: in A, where the second part names one of the two, and there is that between them."""
    pair, kinds = before.parties(), ("holder", "list")
    if len(pair) != len(("A", "B")) or not question.parties() < pair or reading.kind in kinds or not _MORE.isdisjoint(question.lows()):
        return reading
    other = next((m for m in before.mentions if m.party not in question.parties()), None)
    said = [reading, _read_for(question, before, other) if other is not None and question.parties() else None]
    for way in said:
        mine = [x for x in way.lineages if {x.subject, *_holders(x)} == pair] if way is not None and way.term == reading.term else []
        if way is not None and mine:
            way.lineages = mine
            return way
    if (
        reading.subject is not None
        and reading.subject not in pair
        and any(reading.subject != x.subject for x in question.store.lineages(reading.term))
    ):
        raise _unread(question)  # of somebody whom neither part names
    return reading


def _of_its_own(question: Question, first: Reading, before: Question) -> Reading:
    """A second part with words of its own: as it stands where that is about the first part's parties, else with what the first part named put in."""
    if (beside := on_those_terms(question, first)) is not None:
        return beside
    object_at = object_of(question) if question.mentions and first.term is not None and before.mentions else None
    if object_at is None and (question.mentions or not before.mentions):
        said = with_its_noun(question, before)
        return (
            (_read_or_none(question, said) if said else None)
            or _at_its_place(question, first)
            or _of_the_event(question, first, before, _between_the_same(question, before, _alone(question, first)))
        )
    named = {m.target for m in question.matches if m.kind == "term"}
    ways = completed(question, first, before) if object_at is None else with_object(question, before, object_at)
    alone = named and all(t.low not in POINTING for t in question.tokens)
    for words in (*ways, *([question.tokens] if alone else [])):
        reading = _read_or_none(question, words)
        if reading is None:
            continue
        own = not named or reading.term in named  # what the first part lends may not change what the second is about
        if own and _about_the_same(question, reading, first, before) and not (not named and _of_another_contract(question, first, reading)):
            return reading
    if object_at is None and (same := _of_the_same_document(question, first, before)) is not None:
        return same
    raise _unread(question)


def _at_its_place(question: Question, first: Reading) -> Reading | None:
    """``how long is the X lease, and how much does it cover``: of the place that the first part named; None where that named none, or "it" is no such thing.

    Raises:
        Refusal: the second part is not about that place.
    """
    at = next((i for i, t in enumerate(question.tokens) if t.low in ("it", "there")), None)
    if at is None or first.scope is None or question.mentions:
        return None
    lead = [Token("at", "at")] if question.tokens[at].low == "there" else []
    reading = _read(question, [*question.tokens[:at], *lead, *tokens(first.scope), *question.tokens[at + 1 :]])
    if reading.term is None or first.scope not in (reading.scope, *reading.scopes):
        raise _unread(question)
    return reading


def _of_the_same_document(question: Question, first: Reading, before: Question) -> Reading | None:
    """``how much did A raise in its second round, and what was the valuation``: what the one document of the first part says of another term, on its day."""
    named = {m.target for m in question.matches if m.kind == "term"}
    told = _instruments(question, first)
    if not named or question.moments or len(told) != 1 or not (first.scope or first.only):
        return None
    sql = "SELECT announced, announced_last + 1 FROM instrument WHERE id = ?"
    for mention in before.mentions:
        reading = _read_for(question, before, mention)
        if reading is None:
            continue
        clauses = _instruments(question, reading)
        if reading.term in named and told <= clauses and _about_the_same(question, reading, first, before):
            reading.window = next(iter(question.store.query(sql, *next(iter(told)))))
            return reading
    return None


def _instruments(question: Question, reading: Reading) -> set[tuple[str, ...]]:
    """The instruments of a reading's clauses."""
    return {row for x in reading.lineages for row in question.store.query("SELECT instrument FROM clause WHERE lineage = ?", x.n)}


def _of_the_same_record(question: Question, first: Reading, reading: Reading) -> bool:
    """True for the record that the first part is about, and for one that the second names."""
    points = question.tokens[0].lemma in english.YES_NO and question.tokens[1].low in POINTING
    named = not points and (question.mentions or any(m.kind not in ("term", "word") for m in question.matches))
    return bool(named) or (reading.target or ())[:2] == (first.target or ())[:2]


def _of_another_contract(question: Question, first: Reading, reading: Reading) -> bool:
    """``and over how many years``: of what has a scope that the first part's clauses have not."""
    return asks_a_span(question.tokens) and not {x.scope for x in reading.lineages} <= {None, *(x.scope for x in first.lineages)}


def _about_the_same(question: Question, reading: Reading, first: Reading, before: Question) -> bool:
    """True where no party has a side in the second part that had none in the first, but for those that it names itself, or asks for.

    Where the first part was about what one party has from another, a second is left with what it says of those two, and of the first's own place.
    """
    if reading.term is None:
        return _of_the_same_record(question, first, reading)
    sides = {p for p in (reading.subject, reading.holder, *reading.subjects) if p}
    between = {p for x in first.lineages for p in _holders(x)}
    known = before.parties() | {x.subject for x in first.lineages} | between | question.parties()
    known |= {p for p in (first.subject, first.holder, *first.subjects) if p}
    if known:
        reading.lineages = [x for x in reading.lineages if x.subject in known or not known.isdisjoint(_holders(x))]
    others = reading.kind == "holder" or (reading.kind == "list" and any(t.low in english.WHOM or t.lemma in english.SIDES for t in question.tokens))
    if reading.kind == "state" or (between and not others):
        singled_out = reading.scope or reading.scopes or reading.only
        mine = [x for x in reading.lineages if known.issuperset(_holders(x))]
        at_its_place = [] if singled_out else [x for x in mine if x.scope is not None and x.scope == first.scope]
        reading.lineages = at_its_place or mine
    return sides <= known and bool(reading.lineages)


def _holders(lineage: Lineage) -> list[str]:
    return lineage.holder.split("+") if lineage.holder else []
