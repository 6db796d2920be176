"""Of candidates that account for every word, the best: by names and patterns, or by the words of texts."""

from __future__ import annotations

from tenor.ask.interpreting.amounts import SCALED, unit_of
from tenor.ask.interpreting.settling import settle_candidate, settles
from tenor.ask.interpreting.unread import not_understood
from tenor.ask.language import english
from tenor.ask.language.roots import counts
from tenor.ask.language.words import ARTICLES
from tenor.ask.names.patterns import PLACES, WITH
from tenor.ask.names.support import OWN, SPANS
from tenor.ask.parties.sides import known_of
from tenor.ask.reading import Refusal
from tenor.dates import DAWN, FOREVER, parse_period

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tenor.ask.interpreting.question import Question
    from tenor.ask.names.patterns import Fit
    from tenor.ask.reading import Candidate, Reading

#: Records of one name told several ways: the one that sets the others side by side comes first.
_RECORD_ORDER = ("dispute", "event", "measurement", "observation", "claim", "instrument", "deal")
#: How much nearer one text must be than the next, on the scale of :data:`tenor.ask.names.support`.
CLEARLY = 0.4
#: How much better the names and patterns of one must fit than those of another whose texts are as near.
_BETTER_NAMED = 2.5
#: How much more of a question another term may account for, on the scale of scores, before the one that accounts for all of it is doubted.
FAR = 4.0
#: How much less of a question a whole deal may account for than the amount that is named and has no record.
_NEARLY = 1.5
#: How much less a term may score that is as good as the best.
_ABOUT_AS_GOOD = 1.0
#: Above this score a term is named in so many words that no other is meant.
NAMED_OUTRIGHT = 8.0


def outside_names(question: Question, whole: list[Candidate], kind: str, kind_used: set[int]) -> list[Candidate]:
    """``what does the A credit tier require``, ``how long do A startup credits last``: what a party's own name holds does not say what is asked, where a verb outside of it does."""
    if kind not in ("what", "end") or not question.mentions:
        return whole
    aside = kind_used | question.timed() | question.mentioned()
    inside = [c for c in whole if c.reading.term and not c.near and not c.used - aside - c.by_words]
    outside = [c for c in whole if c.fits and c.used - aside and c.reading.term and settles(question, c)]
    return [c for c in whole if c not in inside] if inside and outside else whole


def beyond_the_kind(question: Question, whole: list[Candidate], kind: str, kind_used: set[int]) -> list[Candidate]:
    """``at what price was A valued``: "price" only says how much; what another term is named by says of what."""
    if kind != "value":
        return whole
    asking = kind_used | question.timed()
    own = [c for c in whole if c.reading.term and not c.near and c.used - asking]
    none = [c for c in whole if c.reading.term and not c.near and not c.used - asking]
    return [c for c in whole if c not in none] if none and any(settles(question, c) for c in own) else whole


def has_amount(question: Question, candidate: Candidate, *, ever: bool = False) -> bool:
    """True where a clause that answers has a number; ``ever``, where one between the same parties has, on whatever day."""
    reading = candidate.reading
    start, end = (None if ever else reading.window) or (DAWN, FOREVER)
    support = question.support()
    sql = "SELECT DISTINCT c.id FROM segment AS s JOIN clause AS c ON c.n = s.clause WHERE s.lineage = ? AND s.valid_from < ? AND s.valid_to > ?"
    found = {c for x in reading.lineages for (c,) in question.store.query(sql, x.n, end, start)}
    mine = [c for c in sorted(found) if not reading.only or c in reading.only]
    if ever and not question.counts() and not question.percent():  # what was cut "by a fifth" has a value in words
        values = [(question.store.record(c) or {}).get("value") or {} for c in mine]
        parts = ("amount", "low", "high") + (("text",) if question.lexicon.document(f"term:{reading.term}").get("answer") == "amount" else ())
        return any(value.get(part) is not None for value in values for part in parts)
    return any(support.has_value(c, counted=question.counts(), percent=question.percent()) for c in mine)


def best_named(question: Question, whole: list[Candidate], kind: str) -> Candidate:
    """The best of the candidates whose names and patterns account for every word. Raises :class:`Refusal` where there is none, or no single one."""
    if question.percent():
        whole = [c for c in whole if c.reading.kind != "value" or c.reading.term is None or _has_percent(question, c.reading.term)]
    if not whole:
        raise not_understood(question)
    terms = [c for c in whole if c.reading.term]
    if terms and len(terms) < len(whole) and not any(settles(question, c) for c in terms):
        top = max(c.reading.score for c in terms) if kind == "value" else 0.0  # an amount that is named is not told by a whole deal
        amount = any(_names_amount(question, c) for c in terms)
        whole = [
            c for c in whole if _other_record(c) and c.reading.score >= top - (_NEARLY if _tells_all(c) else FAR) and not (amount and _tells_all(c))
        ] or terms
    elif terms:  # a claim or a deal of the same words answers only where no term does, another record where it fits clearly better
        margin = {
            "claim": 100.0,
            "deal": 100.0 if question.moments else 2.0 if kind == "start" else 5.0,
            "instrument": 100.0 if terms[0].reading.kind == "start" else 5.0,
        }
        floor = terms[0].reading.score
        if [t.lemma for t in question.typed[:2]] == ["what", "be"]:  # "what is the X deal": nothing of it is named
            said = {i for i, t in enumerate(question.tokens) if i > 1 and t.low not in ARTICLES}
            margin["deal"] = min([0.0 for c in whole if c.reading.term is None and said <= c.used], default=margin["deal"])
        whole = [c for c in whole if c.reading.term or c.reading.score >= floor + margin.get((c.reading.target or ("",))[0], 2.0)]
    if kind == "value":  # what has an amount comes before what has none, unless that is far better named
        far = max(c.reading.score for c in whole) - FAR
        whole = sorted(
            whole,
            key=lambda c: c.reading.score < far or (c.reading.term is not None and settles(question, c) and not has_amount(question, c, ever=True)),
        )
    if kind == "value" and question.moments and not question.percent():  # the sum of that time comes before what is said of all of it
        able = [c for c in whole if c.reading.score >= far and c.reading.term and settles(question, c)]
        sides = {(c.reading.subject, c.reading.holder) for c in able[:1]}
        able = [c for c in able if _filled(c)] or able if able and _filled(able[0]) else able
        whole = [c for c in able if (c.reading.subject, c.reading.holder) in sides and _by_period(question, c)] or whole
    if kind == "holder":  # "who did A raise money from": what nobody is on the other side of tells of nobody
        sided = [c for c in whole if c.reading.term and _has_other_side(question, c.reading.term) and settles(question, c)]
        whole = [c for c in sided if c.reading.score > whole[0].reading.score - _ABOUT_AS_GOOD / 2] or whole
    if kind == "end" and "long" in question.lows():  # how long it is, is told by what has a length, and not by what is bought in that time
        lengths = [c for c in whole if not c.near and c.reading.term and _has_length(question, c.reading.term) and settles(question, c)]
        whole = [c for c in lengths if c.reading.score > whole[0].reading.score - _ABOUT_AS_GOOD] or whole
    if kind == "change" and any(settles(question, c) for c in terms):  # what sources disagree on is no change
        whole = [c for c in whole if (c.reading.target or ("",))[0] != "dispute"]
    best = whole[0]
    rivals = [c for c in whole[1:] if best.reading.score - c.reading.score < 0.5 and _differs(c.reading, best.reading)]
    if rivals and all(c.reading.target for c in (best, *rivals)):
        same = sorted((best, *rivals), key=lambda c: _RECORD_ORDER.index((c.reading.target or ("deal", "", 0))[0]))
        best = same[0]
        best.reading.more = [c.reading.target for c in same[1:] if c.reading.target]
    elif rivals:
        able = [c for c in (best, *rivals) if c.reading.term is None or settles(question, c)]
        if not able and len(named := {m.party: m.said for m in question.mentions}) == len(("one", "other")):
            labels = " or ".join(dict.fromkeys(f"“{question.store.name('term', c.reading.term or '')}”" for c in (best, *rivals)))
            if kind in ("state", "start", "end"):
                _refuse_otherwise_recorded(question, named)
            raise Refusal("no-record", f"Nothing is recorded as {labels} between {' and '.join(named.values())}.", terms=[best.reading.term or ""])
        able = [c for c in able if _in_its_unit(question, c)] or able
        able = [c for c in able if all(_as_said(question, c.reading, fit) for fit in c.fits[:1])] or able  # "A committed to B", and not B to A
        if len(question.parties()) == len(("one", "other")) and all(
            map(_filled, able)
        ):  # "was A at B", a school or an employer: what the records have B as
            paired = [c for c in able if _has_these(question, c.reading)]
            able = paired if len(paired) == 1 else able
            if not paired and kind == "state":
                _refuse_otherwise_recorded(question, {m.party: m.said for m in question.mentions})
        able = able if len(able) == 1 or kind != "value" else [c for c in able if _filled(c)]
        if len(able) == 1:
            best, rivals = able[0], []
    if rivals and not all(c.reading.target for c in (best, *rivals)):
        unclear = Refusal("ambiguous", "The question can be read in more than one way.", terms=[c.reading.term or "" for c in (best, *rivals)][:3])
        unclear.rivals = [best, *rivals]
        raise unclear
    if kind == "state" and _only_beside(question, best):
        raise not_understood(question)
    if best.reading.term is not None and not settles(question, best):
        near = [c for c in whole if c is not best and c.reading.term and best.reading.score - c.reading.score <= 2 and settles(question, c)]
        near = near if len(near) == 1 else _of_the_same_words(question, best, whole)
        near = [c for c in near if not _of_a_part(question, best, c)]
        near = (
            near
            or (_of_the_stranger(question, best, whole) if kind == "state" else [])
            or (_of_the_document(question, whole) if kind == "end" else [])
        )
        near = [c for c in near if kind != "end" or _has_end(question, c.reading)]
        if len(near) == 1:
            return near[0]
        settle_candidate(question, best)  # raises what is wrong with it
    return best


def _only_beside(question: Question, best: Candidate) -> bool:
    """``was A at B``, read by no word but the preposition, of a B that never had what the reading is about: a school is no party that A was in."""
    reading = best.reading
    if reading.term is None or reading.holder is None or best.named or not best.fits:
        return False
    beside = all(word[0] == "{" or word in (*PLACES, WITH) for fit in best.fits for word in fit.pattern)
    known = known_of(question.store, reading.term)
    return beside and reading.holder not in known.holders and reading.subject in known.subjects


def _refuse_otherwise_recorded(question: Question, named: dict[str, str]) -> None:
    """Raises :class:`Refusal` where the records have two parties together under another term, which a word that fits several can mean as well."""
    sql = "SELECT DISTINCT term FROM pair WHERE (subject = ? AND holder = ?) OR (holder = ? AND subject = ?) ORDER BY term"
    others = [str(term) for (term,) in question.store.query(sql, *named, *named)]
    if others:
        listed = " and ".join(f"“{question.store.name('term', term)}”" for term in others)
        raise Refusal("not-understood", f"Recorded between {' and '.join(named.values())} is {listed}: ask by that name.", terms=others)


def _in_its_unit(question: Question, candidate: Candidate) -> bool:
    """True where a clause of the term has an amount in the unit of the one that is asked about: "more than 50 GW" is no sum of money."""
    amount, term = candidate.reading.amount, candidate.reading.term
    if amount is None or not amount.unit or term is None:
        return False
    values = (doc["value"] for x in candidate.reading.lineages for doc in question.store.versions(x.n))
    return any(value and unit_of(value) in (amount.unit, SCALED.get(amount.unit)) for value in values)


def _as_said(question: Question, reading: Reading, fit: Fit) -> bool:
    """True where a reading has the parties in the slots in which a pattern has them."""
    return all(question.mentions[place].party == getattr(reading, slot.strip("{~}")) for slot, place in fit.slots.items())


def _filled(candidate: Candidate) -> bool:
    """True where a pattern fits with a party in each of its slots: "A raises", where "A raises from B" lacks B."""
    return any(len(fit.slots) == sum(part[0] == "{" for part in fit.pattern) for fit in candidate.fits)


def _names_amount(question: Question, candidate: Candidate) -> bool:
    """True where a name of several words, one of which asks how much, stands for the term: "credit amount"."""
    spans = [m for m in question.matches if m.kind == "term" and m.target == candidate.reading.term and m.end - m.start > 1]
    return any(question.tokens[i].lemma in english.VALUE_WORDS for m in spans for i in range(m.start, m.end))


def _tells_all(candidate: Candidate) -> bool:
    """True for a deal or a document, of which everything is told."""
    return (candidate.reading.target or ("",))[0] in ("deal", "instrument")


def _other_record(candidate: Candidate) -> bool:
    """True for a record that is no term, no claim, and no dispute but one whose own question was asked."""
    what = (candidate.reading.target or ("claim",))[0]
    return what not in ("claim", "dispute") or (what == "dispute" and candidate.reading.score > NAMED_OUTRIGHT)


def _of_the_same_words(question: Question, best: Candidate, whole: list[Candidate]) -> list[Candidate]:
    """Candidates that the records have between just these parties, where the best has none: "member" of one term, and "member of" of another.

    They must be named by a word that names the best too, or the best only by the sort of party that is asked for: "which countries are in A".
    """
    if best.reading.kind == "value" and any(t.lemma in english.VALUE_WORDS for t in question.tokens):  # "A credit amount" is an amount, or nothing
        whole = [c for c in whole if c.reading.kind == "value"]
    named = {i for m in question.matches if m.kind == "term" and m.target == best.reading.term for i in range(m.start, m.end)}
    sort_only = bool(named) and named <= question.sort_words()
    others = [c for c in whole if c is not best and c.reading.term and (sort_only or c.used & named)]
    if any(question.tokens[i].lemma in english.VALUE_WORDS for i in named):  # "the credit amount" is no "credit"
        others = [c for c in others if has_amount(question, c, ever=True)]
    return [c for c in others if settles(question, c) and _has_these(question, c.reading)]


def _of_a_part(question: Question, best: Candidate, other: Candidate) -> bool:
    """True for what is found by only a part of the name of the best, of whose other words it says nothing: "data centers" of "own data centers"."""
    spans = [m for m in question.matches if m.kind == "term" and m.target == best.reading.term]
    name = max(({*range(m.start, m.end)} for m in spans), key=len, default=set())
    spans = [m for m in question.matches if m.kind == "term" and m.target == other.reading.term]
    found = {i for m in spans for i in range(m.start, m.end)}.union(*(way.used for way in other.fits)) & question.content()
    more = {i for i in name - found if counts(question.tokens[i])}
    if not found:  # by no noun at all: "which countries are in N" of a term that is asked for by "be in"
        return False
    if not found < name or not more or best.reading.raw in ("state", "holder"):
        return found < name and bool(more)
    support = question.support()
    told = support.clauses(support.keys(more), OWN, other.reading.term)
    return told.keys().isdisjoint(frozenset().union(*(question.store.clauses(x.n) for x in other.reading.lineages)))


def _of_the_stranger(question: Question, best: Candidate, whole: list[Candidate]) -> list[Candidate]:
    """Candidates that are named outright and have for their subject a party with no part in the best one: "program" of "may program P be used for models"."""
    known = known_of(question.store, best.reading.term or "")
    strangers = question.parties() - known.subjects - known.holders
    others = [c for c in whole if c is not best and c.reading.term and strangers]
    outright = [c for c in others if c.reading.score > NAMED_OUTRIGHT and settles(question, c) and c.reading.subject in strangers]
    if outright or best.named or not best.fits:
        return outright
    # "can I use X on Y": by the same verb, of the two that stand in the places of its pattern
    both = [c for c in others if c.fits and c.fits[0].used >= best.fits[0].used and settles(question, c)]
    return [c for c in both if {c.reading.subject, c.reading.holder} == question.parties() and c.reading.subject in strangers]


def _of_the_document(question: Question, whole: list[Candidate]) -> list[Candidate]:
    """``until when does the contract of D run``: what has an end in the one document that is named."""
    found = [c for c in whole if c.reading.term and c.reading.inside is not None and c.reading.inside[0] == "instrument" and settles(question, c)]
    for candidate in found:
        ending = [c for c in candidate.reading.only if (doc := question.store.record(c)) and (doc["to"] or doc["ends_when"])]
        candidate.reading.only = ending or candidate.reading.only
    return [c for c in found if _has_end(question, c.reading)]


def _has_end(question: Question, reading: Reading) -> bool:
    """True where a record says when or whereby the right ends: that none says so is no answer to a question about something else."""
    versions = [doc for x in reading.lineages for doc in question.store.versions(x.n)]
    return any(doc["to"] or doc["ends_when"] or doc.get("stated_to") or doc.get("stated_through") for doc in versions)


def _has_these(question: Question, reading: Reading) -> bool:
    """True where every party of the question is a side of this right in the records."""
    known, parties = known_of(question.store, reading.term or ""), question.parties()
    if not parties or parties != {reading.subject, reading.holder} - {None}:
        return False
    if len(parties) > 1:
        return (reading.subject, reading.holder) in known.pairs
    return reading.subject in known.subjects or reading.holder in known.holders


def _has_percent(question: Question, term: str) -> bool:
    sql = """SELECT 1 FROM clause WHERE term = ?
        AND (json_extract(doc, '$.value.unit') LIKE 'percent%' OR json_extract(doc, '$.value.text') LIKE '% percent%') LIMIT 1"""
    return bool(question.store.query(sql, term))


def _has_other_side(question: Question, term: str) -> bool:
    """True for a term that somebody has, beside the one it is about."""
    document = question.lexicon.document(f"term:{term}")
    return bool(document.get("holder_is")) or document.get("answer") == "holder"


def _has_length(question: Question, term: str) -> bool:
    """True for a term whose clauses have a span of time for their amount."""
    units = question.store.query("SELECT DISTINCT json_extract(doc, '$.value.unit') FROM clause WHERE term = ?", term)
    return any(unit in SPANS for (unit,) in units)


def _by_period(question: Question, candidate: Candidate) -> bool:
    """True where a clause of the lineages has an amount for days that all lie in the window."""
    start, end = candidate.reading.window or (DAWN, FOREVER)
    versions = [doc for x in candidate.reading.lineages for doc in question.store.versions(x.n)]
    told = [doc for doc in versions if candidate.reading.holder in (None, doc["holder"], *doc["holders"])]
    periods = [parse_period(doc["value"]["period"]) for doc in told if doc["value"] and doc["value"].get("period")]
    return any(start <= first and after <= end for first, after in periods)


def clearly_nearest(question: Question, found: list[Candidate]) -> Candidate | None:
    """Of candidates that rest on the words of texts, the one that is clearly nearest."""
    able: list[Candidate] = []
    for candidate in sorted(found, key=lambda c: (-c.near, c.told)):
        if not any(not _differs(candidate.reading, c.reading) for c in able) and (candidate.reading.term is None or settles(question, candidate)):
            able.append(candidate)
    rivals = [c for c in able[1:] if able[0].near - c.near < CLEARLY and c.told <= able[0].told]
    if rivals and not any(c.told for c in (able[0], *rivals)):  # as near in their texts: the names and patterns decide
        ranked = sorted((able[0], *rivals), key=lambda c: -c.reading.score)
        return ranked[0] if ranked[0].reading.score - ranked[1].reading.score >= _BETTER_NAMED else None
    return able[0] if able and not rivals else None


def _differs(one: Reading, other: Reading) -> bool:
    return one.term != other.term or one.target != other.target
