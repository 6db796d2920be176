"""One reading out of all candidates: the best that accounts for every word, unless another is as good."""

from __future__ import annotations

from itertools import pairwise

from tenor.ask import english
from tenor.ask.kinds import kind_of
from tenor.ask.lexicon import joined
from tenor.ask.nearest import nearest_candidates
from tenor.ask.negation import has_to, refuse_words
from tenor.ask.reading import Refusal
from tenor.ask.recorded import outlet_asked, record_candidates
from tenor.ask.roles import acting_slot, known_of, settle
from tenor.ask.support import OWN
from tenor.ask.termless import (
    attested,
    decided,
    disagreement,
    document_reading,
    everything,
    general_reading,
    having_reading,
    holdings_reading,
    only_term,
    sort_reading,
    spoken,
)
from tenor.ask.terms import term_candidates
from tenor.ask.told import told_candidates
from tenor.ask.unread import names_several, not_understood
from tenor.ask.windows import window_of
from tenor.ask.words import ARTICLES, lemma, tokens
from tenor.dates import DAWN, FOREVER

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tenor.ask.question import Question
    from tenor.ask.reading import Candidate, Reading
    from tenor.store.read import Lineage

#: Records of one name told several ways: the one that sets the others side by side comes first.
_RECORD_ORDER = ("dispute", "event", "measurement", "observation", "claim", "instrument", "deal")
#: How much nearer one text must be than the next, on the scale of :data:`tenor.ask.support`.
_CLEARLY = 0.4
#: How much better the names and patterns of one must fit than those of another whose texts are as near.
_BETTER_NAMED = 2.5
#: How much more of a question another term may account for, on the scale of scores, before the one that accounts for all of it is doubted.
_FAR = 4.0
_PRONOUNS = frozenset(("it", "they", "them"))
_SAYING_NO_MORE = english.LIGHT_VERBS | english.STEADY | english.NOW_WORDS | english.ADVERBS | frozenset(("and", "but", "so"))
#: A score above this is not doubted.
_WEAK = 3.5
#: Above this score a term is named in so many words that no other is meant.
_NAMED_OUTRIGHT = 8.0
#: Words for instruments, and for making one, beside the nouns for documents.
_OF_INSTRUMENTS = frozenset(map(lemma, ("sign", "ink", "partnership", "lease", "memorandum")))
#: The same for a term that is named by several words in a row.
_NAMED_IN_A_PHRASE = 5.0
#: Fewer words than these lead to no term that none of them names.
_FEWEST_TOLD = 3
#: Kinds of question whose answer turns on who is who, so that a named term between the wrong parties ends the search.
_STRICT = ("holder", "state", "start", "end")


def one(question: Question) -> Reading:
    """The reading of a question that asks one thing.

    Raises:
        Refusal: not understood, ambiguous, or a date that cannot be.
    """
    question.look_up()
    said = spoken(question)
    if said is not None:
        return said
    kind, kind_used, heads = kind_of(question)
    refuse_words(question, kind)
    if _only_a_pronoun(question, kind_used):
        raise Refusal("not-understood", "What is meant by “it” is not said: name it.")
    if kind == "change" and any(t.low == "will" for t in question.tokens):
        raise Refusal("not-understood", "The records say what has changed, and not what will.")
    if kind in ("start", "end", "holder") and (several := names_several(question)) is not None:
        raise several
    whole_question = (
        disagreement(question, kind)
        or document_reading(question, kind, kind_used)
        or holdings_reading(question, kind, kind_used)
        or having_reading(question, kind, kind_used)
    )
    if whole_question is not None:
        return whole_question
    behind = tokens(question.question.partition(":")[2])[:1]  # "A's chart of B: was it …"
    whether = kind == "state" or any(t.lemma in english.YES_NO for t in (question.typed[0], *behind))
    by_dispute = decided(question, exact=True) if whether else None
    if by_dispute is not None:
        return by_dispute
    if (instruments := _instruments(question, kind, kind_used)) is not None:
        return (decided(question) if whether else None) or instruments
    try:
        return _reading(question, kind, kind_used, heads)
    except Refusal as strict:
        general = general_reading(question, kind, kind_used) if strict.status == "not-understood" else None
        if general is None and kind == "keyword" and len(question.mentions) > 1:
            from tenor.ask.keywords import scope_reading

            general = scope_reading(question)
        if general is not None:
            return general
        told = (decided(question) or attested(question)) if whether and strict.status != "no-record" else None
        if told is not None:
            return told
        if (
            question.strict
            or question.how_much() - kind_used
            or strict.status != "not-understood"
            or any(t.low in ("will", "would") for t in question.tokens)
            or question.strangers()
        ):
            raise
        question.lenient = True
        strictly = question.candidates
        try:
            return _reading(question, kind, kind_used, heads)
        except Refusal:
            question.candidates = strictly
            about = None if whether or question.asked_right() else spoken(question, fallback=True)
            if about is not None:
                return about
            raise strict from None


def _only_a_pronoun(question: Question, kind_used: set[int]) -> bool:
    """True for ``and who holds it now``: nothing is named, and what is left says no more than that it is so."""
    if question.mentions or _PRONOUNS.isdisjoint([t.low for t in question.tokens]):
        return False
    free = question.content() - kind_used - question.timed()
    return all(question.tokens[i].lemma in _SAYING_NO_MORE for i in free)


def _instruments(question: Question, kind: str, kind_used: set[int]) -> Reading | None:
    """Which instruments there are, where a word names such."""
    if not any(t.lemma in english.DOCUMENTS or t.lemma in _OF_INSTRUMENTS for t in question.tokens):
        return None
    from tenor.ask.signed import signed_reading

    return signed_reading(question, kind, kind_used)


def _reading(question: Question, kind: str, kind_used: set[int], heads: set[str]) -> Reading:
    """The reading in which every word finds its place; in a lenient one, every word but the plain ones."""
    found = term_candidates(question, kind, kind_used) + record_candidates(question, kind, kind_used)
    question.candidates = sorted(found, key=lambda c: (bool(c.leftover), len(c.leftover), -c.reading.score))
    whole = [c for c in question.candidates if not c.leftover]
    if not whole and not found and question.relative:
        whole = only_term(question, kind, kind_used)
    if kind == "change" and not any(c.reading.term for c in whole) and (change := everything(question, kind_used)) is not None:
        return change
    whole = _beyond_the_kind(question, whole, kind, kind_used)
    if kind in ("list", "start"):  # "the payments of P": the parts are meant, and not the document that promised the whole
        whole = [c for c in whole if c.reading.place.startswith(("paid", "parts")) and _settles(question, c)] or whole
    if kind == "list" and len(whole) > 1 and (several := sort_reading(question, whole)) is not None:
        return several
    asked = question.asked_terms()
    whole = [c for c in whole if c.reading.term in asked and _settles(question, c)] or whole
    extremes = {i for i, t in enumerate(question.tokens) if t.lemma in english.EXTREMES} if kind == "value" else set()
    if extremes:  # "the ceiling on what A pays": what is called so comes before the amount itself
        whole = [c for c in whole if c.reading.term and extremes & c.used - kind_used and _settles(question, c)] or whole
    if outlet_asked(question) is not None:  # who reported a thing is told by no clause
        whole = [c for c in whole if c.reading.term is None]
    if question.known is not None or question.published_by is not None:  # records beside the terms tell what came out later, too
        whole = [c for c in whole if c.reading.term] or whole
    if question.manner():
        whole = [c for c in whole if _tells_how(question, c)] or whole
    best = _choose(question, [c for c in whole if not question.choice or _decides(c)], kind, kind_used)
    if (question.choice and not _decides(best)) or (question.manner() and question.entering() and not _tells_how(question, best)):
        raise not_understood(question)
    if _outshone(question, best, kind):
        near = sorted((c for c in question.candidates if c.reading.term), key=lambda c: -c.reading.score)
        raise Refusal("ambiguous", "The question can be read in more than one way.", terms=[c.reading.term or "" for c in near][:3])
    reading = best.reading
    if best.told and not question.mentions and not question.moments and len(question.content() - kind_used) < _FEWEST_TOLD:
        raise not_understood(question)
    if best.told and reading.term is not None and any(t.low in english.RANKING for t in question.tokens):
        raise Refusal("not-understood", "The records are not ranked: ask for the amounts, or for the ends.", terms=[reading.term])
    if reading.term is not None and kind != "state" and (other := _named_beside(question, best)) is not None:
        raise Refusal("not-understood", f"The question asks about “{other}” too; ask about one thing at a time.", terms=[reading.term])
    if kind == "state" and has_to(question) and _owed_otherwise(question, reading):
        raise Refusal("no-record", "The record says what somebody may do or gets here, and not what somebody has to do.", terms=[reading.term or ""])
    if kind == "state" and _names_nobody(question, reading):
        raise Refusal("not-understood", "The question names nobody: ask who it was, or was it somebody.", terms=[reading.term or ""])
    reading.excepted = {m.party for m in question.excepted}
    if reading.excepted and reading.term is None:
        raise not_understood(question)
    reading.corrections = question.corrections
    reading.past = bool(heads & english.PAST) and question.known is None
    reading.published_by = question.published_by
    reading.lasting = any((a.low, b.low) == ("how", "long") for a, b in pairwise(question.tokens))
    reading.future = kind == "start" and any(t.low == "will" for t in question.tokens)
    reading.known = question.known
    if question.denied:
        if reading.term is None or any(t.lemma in english.OVER | english.ENDING for t in question.tokens):
            raise Refusal(
                "not-understood", "I do not read “not” beside an end, or beside what the records tell as a whole. Ask it without a negation."
            )
        reading.negated = not reading.negated
    if reading.term is not None:
        _refuse_unread_time(question, best)
        _settle(question, best)
        _refuse_one_of_many(question, reading, kind)
        _refuse_part(question, reading, kind)
        if _other_shares(question, best):
            raise Refusal("no-record", "What the records tell here are no shares of stock.", terms=[reading.term])
        if _named_elsewhere(question, best):
            raise Refusal("not-understood", "The question names more than one thing; ask for one.", terms=[reading.term])
        if (selecting := _selecting(question, best)) is not None:
            raise Refusal("not-understood", f"I do not know which clause “{selecting}” means here.", terms=[reading.term])
    else:
        reading.window = window_of(question, reading) if question.moments else None
    return reading


def _beyond_the_kind(question: Question, whole: list[Candidate], kind: str, kind_used: set[int]) -> list[Candidate]:
    """``at what price was A valued``: "price" only says how much; what another term is named by says of what."""
    if kind != "value":
        return whole
    asking = kind_used | question.timed()
    own = [c for c in whole if c.reading.term and not c.near and c.used - asking]
    none = [c for c in whole if c.reading.term and not c.near and not c.used - asking]
    return [c for c in whole if c not in none] if none and any(_settles(question, c) for c in own) else whole


def _refuse_unread_time(question: Question, best: Candidate) -> None:
    """``before it became X``: a time told by a sentence, which is not looked for. Raises :class:`Refusal`."""
    read = question.timed() | best.used | best.by_words | {i for m in question.matches if m.kind == "term" for i in range(m.start, m.end)}
    for i, (one, other) in enumerate(pairwise(question.tokens)):
        if one.low in ("before", "after") and i not in read and other.low in ("it", "they", "that", "this"):
            raise Refusal("not-understood", f"I do not know the time behind “{one.text}”: write a date, or the name of a document or an event.")


def _refuse_one_of_many(question: Question, reading: Reading, kind: str) -> None:
    """``how much is the contract worth``: the one that is meant was not said. Raises :class:`Refusal`."""
    if kind != "value" or question.mentions or question.moments or len(reading.lineages) < 2:
        return
    for one, noun in pairwise(question.tokens):
        if one.low == "the" and noun.lemma in english.DOCUMENTS and not noun.low.endswith("s"):
            choices = sorted({question.store.name("party", p) for x in reading.lineages for p in (x.holder or x.subject).split("+")})
            raise Refusal("ambiguous", f"Which {noun.low} is meant: with {', '.join(choices)}?", terms=[reading.term or ""])


def _refuse_part(question: Question, reading: Reading, kind: str) -> None:
    """``how much of it has been paid``: a clause that promises the whole does not say what was carried out. Raises :class:`Refusal`."""
    lows = [t.low for t in question.tokens]
    if kind != "value" or lows[:3] != ["how", "much", "of"] or {"has", "have", "had", "been", "actually"}.isdisjoint(lows):
        return
    support = question.support()
    verbs = [i for i, t in enumerate(question.tokens) if t.lemma in english.CARRYING_OUT]
    mine = frozenset().union(*(question.store.clauses(x.n) for x in reading.lineages))
    if verbs and mine.isdisjoint(support.clauses(support.keys(verbs[-1:]), OWN, reading.term)):
        raise Refusal("no-record", f"What part of it was {question.tokens[verbs[-1]].low} is not recorded.", terms=[reading.term or ""])


def _named_beside(question: Question, best: Candidate) -> str | None:
    """The name of another term that "and" joins to a name of the one that was chosen, and that nothing else took: one answer is not both."""
    for left, right in joined(question.tokens, question.matches):
        for mine, others in ((left, right), (right, left)):
            named = any(m.target == best.reading.term for m in mine)
            if named and not any(m.target == best.reading.term for m in others):
                return others[0].said
    return None


def _decides(candidate: Candidate) -> bool:
    """True for what can say which of several it is: a term, or what sources disagree about."""
    return candidate.reading.term is not None or (candidate.reading.target or ("",))[0] == "dispute"


def _owed_otherwise(question: Question, reading: Reading) -> bool:
    """True where the term says what somebody may do, or what the other side is to give."""
    document = question.lexicon.document(f"term:{reading.term}") if reading.term else {}
    sentence = str(document.get("sentence", ""))
    gets = document.get("answer") == "amount" and sentence.startswith("{holder}")
    return "{may|might}" in sentence or (gets and bool(question.mentions) and question.mentions[0].party in {x.subject for x in reading.lineages})


def _tells_how(question: Question, candidate: Candidate) -> bool:
    """True for a term whose clauses are told in words: "how does one get X" asks for no amount, day or party."""
    answer = question.lexicon.document(f"term:{candidate.reading.term}").get("answer") if candidate.reading.term else ""
    return answer in ("text", "yes-no") and _settles(question, candidate)


def _choose(question: Question, whole: list[Candidate], kind: str, kind_used: set[int]) -> Candidate:
    """The candidate that names and patterns lead to, else the one whose texts are nearest. Raises :class:`Refusal` where there is none."""
    refused, best = None, None
    try:
        best = _best(question, [c for c in whole if not c.near], kind)
    except Refusal as refusal:
        refused = refusal
        outright = 0.0 if kind in _STRICT else _NAMED_OUTRIGHT if len(question.parties()) == 1 else None
        if refusal.status == "no-record" and outright is not None and any(c.named and not c.near and c.reading.score > outright for c in whole):
            raise
    if best is not None and (kind != "value" or best.reading.term is None or not _settles(question, best) or _has_amount(question, best, ever=True)):
        return best
    if question.strict:
        if best is not None:
            return best
        raise refused or not_understood(question)
    answer = question.lexicon.document(f"term:{best.reading.term}").get("answer") if best is not None else None
    phrase = best is not None and any(m.kind == "term" and m.target == best.reading.term and m.end - m.start > 1 for m in question.matches)
    if best is not None and best.reading.score > (_NAMED_IN_A_PHRASE if phrase else _NAMED_OUTRIGHT) and answer != "amount":
        raise Refusal(
            "no-record", f"No amount is recorded for “{question.store.name('term', best.reading.term or '')}”.", terms=[best.reading.term or ""]
        )
    without = best  # how much, of something that has no amount: another may have one
    told = told_candidates(question, kind, kind_used)
    question.candidates = [*question.candidates, *told]
    exact = {m.target for m in question.matches if m.kind == "term" and m.end - m.start > 1}
    near = [*(c for c in whole if c.near), *told]
    if kind == "list" and refused is not None and refused.status == "ambiguous" and refused.terms:
        # a text decides between those, and not for another
        near = [c for c in near if c.reading.term in refused.terms]
    for candidate in near:  # what is named in so many words is meant, unless a text of something else is clearly nearer
        candidate.near -= _CLEARLY if exact and candidate.reading.term not in exact else 0
    if question.asked_right():
        near = [c for c in near if c.reading.term and question.lexicon.document(f"term:{c.reading.term}").get("answer") != "amount"]
    if kind == "value":
        near = [c for c in near if without is None or c.reading.term != without.reading.term]
        near = [c for c in near if c.reading.term is None or (_settles(question, c) and _has_amount(question, c))]
    nearest = _nearest(question, near)
    if nearest is None and question.lenient:
        nearest = _nearest(question, nearest_candidates(question, kind, kind_used))
    spans = question.counts() in ("years", "months", "days")
    if nearest is None and without is not None and not spans and question.lexicon.document(f"term:{without.reading.term}").get("answer") == "amount":
        return without
    if nearest is None:
        raise refused or not_understood(question)
    return nearest


def _names_nobody(question: Question, reading: Reading) -> bool:
    """``was president in 1870``: half of a question, which is not answered as if the other half stood there."""
    said = [t.low for t in question.tokens]
    if question.tokens[0].lemma != "be" or reading.holder is not None or reading.exclusive or reading.negated or reading.amount is not None:
        return False
    bare = any(m.kind == "term" and m.target == reading.term and m.start == 1 for m in question.matches) and said[1] not in ARTICLES
    return bare and said == [t.low for t in question.typed] and question.lexicon.document(f"term:{reading.term}").get("answer") == "holder"


def _selecting(question: Question, best: Candidate) -> str | None:
    """A word that only the term's further words account for, that no clause which answers holds, and by which another clause of the same parties is called."""
    reading, support = best.reading, question.support()
    if best.told or best.near or not best.by_words:
        return None
    mine = frozenset().union(*(question.store.clauses(x.n) for x in reading.lineages))
    parties = {p for p in (reading.subject, reading.holder) if p}
    for i in sorted(best.by_words):
        keys = support.keys([i])
        if (
            not keys
            or mine & set(support.clauses(keys))
            or any(support.term_says(reading.term or "", key, field) for key in keys for field in ("own", "about"))
        ):
            continue
        others = support.clauses(keys, frozenset((("clause", "own"),)), reading.term)
        if any(parties and parties <= support.parties(c) for c in others):
            return question.tokens[i].text
    return None


def _named_elsewhere(question: Question, best: Candidate) -> bool:
    """True for yes or no where the name of another thing that is or is not so, which accounts for all but one word, is read as words that only go with this one."""
    loose = set(best.reading.loose)
    above = [c for c in question.candidates if loose and c.reading.score > best.reading.score and len(c.leftover) == 1]
    decides = [c for c in above if c.reading.term and question.lexicon.document(f"term:{c.reading.term}").get("answer") == "yes-no"]
    better = {c.reading.term for c in decides if not _called(question, best, c.leftover) and _settles(question, c)}
    return any(m.kind == "term" and m.target in better and m.end - m.start > 1 and loose & {*range(m.start, m.end)} for m in question.matches)


def _other_shares(question: Question, best: Candidate) -> bool:
    """True for ``what percentage of A's shares`` where the term knows a share only as a part of something."""
    lows = [t.low for t in question.tokens]
    asked = any(low == "shares" and i and (question.tokens[i - 1].possessive or lows[i + 1 : i + 2] == ["of"]) for i, low in enumerate(lows))
    if not asked:
        return False
    document = question.lexicon.document(f"term:{best.reading.term}")
    said = [[t.low for t in tokens(str(text))] for name in ("names", "asks", "words") for text in document.get(name, ())]
    return not any("stock" in words or ("shares" in words and "revenue" not in words) for words in said)


def _called(question: Question, best: Candidate, positions: list[int]) -> bool:
    """True where one of the words is what the term itself is called."""
    support = question.support()
    return any(support.term_says(best.reading.term or "", key, "own") for key in support.keys(positions))


def _outshone(question: Question, best: Candidate, kind: str) -> bool:
    """True where another term accounts for far more of the question, though not for all of it: then the question is likely about that one."""
    score, asked = best.near if best.told else best.reading.score, question.asked_terms()
    named = best.reading.term is None or best.reading.term in asked
    if named or (score > _WEAK and not asked) or kind not in ("list", "what", "holder", "state"):
        return False
    others = [c.reading.score for c in question.candidates if c.leftover and c.reading.term not in (None, best.reading.term)]
    return max(others, default=0.0) - score >= _FAR


def _has_amount(question: Question, candidate: Candidate, *, ever: bool = False) -> bool:
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


def _best(question: Question, whole: list[Candidate], kind: str) -> Candidate:
    """The best of the candidates whose names and patterns account for every word. Raises :class:`Refusal` where there is none, or no single one."""
    if question.percent():
        whole = [c for c in whole if c.reading.kind != "value" or c.reading.term is None or _has_percent(question, c.reading.term)]
    if not whole:
        raise not_understood(question)
    terms = [c for c in whole if c.reading.term]
    if terms and len(terms) < len(whole) and not any(_settles(question, c) for c in terms):
        far = max(c.reading.score for c in terms) - _FAR if kind == "value" else 0.0  # an amount that is named is not told by a whole deal
        whole = [c for c in whole if _other_record(c) and c.reading.score >= far] or terms
    elif terms:  # a claim or a deal of the same words answers only where no term does, another record where it fits clearly better
        margin = {"claim": 100.0, "deal": 100.0 if question.moments else 5.0, "instrument": 100.0 if terms[0].reading.kind == "start" else 5.0}
        floor = terms[0].reading.score
        whole = [c for c in whole if c.reading.term or c.reading.score >= floor + margin.get((c.reading.target or ("",))[0], 2.0)]
    if kind == "value":  # what has an amount comes before what has none, unless that is far better named
        far = max(c.reading.score for c in whole) - _FAR
        whole = sorted(
            whole,
            key=lambda c: c.reading.score < far or (c.reading.term is not None and _settles(question, c) and not _has_amount(question, c, ever=True)),
        )
    if kind == "change" and question.moments:  # what changed then comes before what did not
        whole = sorted(whole, key=lambda c: c.reading.term is None or not _settles(question, c) or not _changed(question, c.reading))
    best = whole[0]
    rivals = [c for c in whole[1:] if best.reading.score - c.reading.score < 0.5 and _differs(c.reading, best.reading)]
    if rivals and all(c.reading.target for c in (best, *rivals)):
        same = sorted((best, *rivals), key=lambda c: _RECORD_ORDER.index((c.reading.target or ("deal", "", 0))[0]))
        best = same[0]
        best.reading.more = [c.reading.target for c in same[1:] if c.reading.target]
    elif rivals:
        able = [c for c in (best, *rivals) if c.reading.term is None or _settles(question, c)]
        if len(able) == 1:
            best, rivals = able[0], []
    if rivals and not all(c.reading.target for c in (best, *rivals)):
        raise Refusal("ambiguous", "The question can be read in more than one way.", terms=[c.reading.term or "" for c in (best, *rivals)][:3])
    if best.reading.term is not None and not _settles(question, best):
        near = [c for c in whole if c is not best and c.reading.term and best.reading.score - c.reading.score <= 2 and _settles(question, c)]
        near = near if len(near) == 1 else _of_the_same_words(question, best, whole)
        near = [c for c in near if kind != "end" or _has_end(question, c.reading)]
        if len(near) == 1:
            return near[0]
        _settle(question, best)  # raises what is wrong with it
    return best


def _other_record(candidate: Candidate) -> bool:
    """True for a record that is no term, no claim, and no dispute but one whose own question was asked."""
    what = (candidate.reading.target or ("claim",))[0]
    return what not in ("claim", "dispute") or (what == "dispute" and candidate.reading.score > _NAMED_OUTRIGHT)


def _of_the_same_words(question: Question, best: Candidate, whole: list[Candidate]) -> list[Candidate]:
    """Candidates that the records have between just these parties, where the best has none: "member" of one term, and "member of" of another.

    They must be named by a word that names the best too, or the best only by the sort of party that is asked for: "which countries are in A".
    """
    named = {i for m in question.matches if m.kind == "term" and m.target == best.reading.term for i in range(m.start, m.end)}
    sort_only = bool(named) and named <= question.sort_words()
    others = [c for c in whole if c is not best and c.reading.term and (sort_only or c.used & named)]
    return [c for c in others if _settles(question, c) and _has_these(question, c.reading)]


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


def _changed(question: Question, reading: Reading) -> bool:
    """True where a clause of the lineages begins or ends within the window, behind its first day."""
    start, end = reading.window or (DAWN, FOREVER)
    sql = "SELECT 1 FROM segment WHERE lineage = ? AND (valid_from > ? AND valid_from < ? OR valid_to > ? AND valid_to < ?) LIMIT 1"
    return any(question.store.query(sql, x.n, start, end, start, end) for x in reading.lineages)


def _has_percent(question: Question, term: str) -> bool:
    sql = """SELECT 1 FROM clause WHERE term = ?
        AND (json_extract(doc, '$.value.unit') LIKE 'percent%' OR json_extract(doc, '$.value.text') LIKE '% percent%') LIMIT 1"""
    return bool(question.store.query(sql, term))


def _nearest(question: Question, found: list[Candidate]) -> Candidate | None:
    """Of candidates that rest on the words of texts, the one that is clearly nearest."""
    able: list[Candidate] = []
    for candidate in sorted(found, key=lambda c: (-c.near, c.told)):
        if not any(not _differs(candidate.reading, c.reading) for c in able) and (candidate.reading.term is None or _settles(question, candidate)):
            able.append(candidate)
    rivals = [c for c in able[1:] if able[0].near - c.near < _CLEARLY and c.told <= able[0].told]
    if rivals and not any(c.told for c in (able[0], *rivals)):  # as near in their texts: the names and patterns decide
        ranked = sorted((able[0], *rivals), key=lambda c: -c.reading.score)
        return ranked[0] if ranked[0].reading.score - ranked[1].reading.score >= _BETTER_NAMED else None
    return able[0] if able and not rivals else None


def _settles(question: Question, candidate: Candidate) -> bool:
    """True where the records have such a right between such parties."""
    if candidate.settles is None:
        try:
            _settle(question, candidate)
            candidate.settles = bool(candidate.reading.lineages)
        except Refusal:
            candidate.settles = False
    return candidate.settles


def _settle(question: Question, candidate: Candidate) -> None:
    """Who is who, which lineages, which days. Raises :class:`Refusal` where that is not clear."""
    reading = candidate.reading
    if candidate.told and reading.raw != "state":
        _take_told(question, reading)
    else:
        settle(question, candidate)
    reading.window = window_of(question, reading)


def _take_told(question: Question, reading: Reading) -> None:
    """The lineages of the clauses that were found by their words."""
    mine = {number for c in reading.only for (number,) in question.store.query("SELECT lineage FROM clause WHERE id = ?", c)}
    does = [(m.party, acting_slot(question, reading.term, m)) for m in question.mentions]
    reading.lineages = [
        x for x in question.store.lineages(reading.term) if x.n in mine and all(party in _side(x, slot) for party, slot in does if slot)
    ]
    subjects = {x.subject for x in reading.lineages}
    reading.subject = subjects.pop() if len(subjects) == 1 else None
    reading.asks = "holder"


def _side(lineage: Lineage, slot: str) -> list[str]:
    return [lineage.subject] if slot == "subject" else (lineage.holder or "").split("+")


def _differs(one: Reading, other: Reading) -> bool:
    return one.term != other.term or one.target != other.target
