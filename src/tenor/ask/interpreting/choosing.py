"""One reading out of all candidates: the best that accounts for every word, unless another is as good."""

from __future__ import annotations

from itertools import pairwise

from tenor.ask.accounts.dealings import dealing
from tenor.ask.interpreting.doubts import refuse_doubtful, refuse_unclear
from tenor.ask.interpreting.kinds import kind_of
from tenor.ask.interpreting.ranking import CLEARLY, NAMED_OUTRIGHT, best_named, beyond_the_kind, clearly_nearest, has_amount, outside_names
from tenor.ask.interpreting.recorded import outlet_asked, record_candidates
from tenor.ask.interpreting.settling import settle_candidate, settles
from tenor.ask.interpreting.termless import (
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
from tenor.ask.interpreting.terms import term_candidates
from tenor.ask.interpreting.unread import names_several, not_understood
from tenor.ask.interpreting.within import said_by
from tenor.ask.language import english
from tenor.ask.language.words import forms, lemma, tokens
from tenor.ask.names.support import OWN
from tenor.ask.phrasing.negation import LISTING, lacking, refuse_words, unread
from tenor.ask.reading import Refusal
from tenor.ask.times.windows import window_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tenor.ask.interpreting.question import Question
    from tenor.ask.reading import Candidate, Reading

#: Words by which whoever signs for somebody is asked for.
_OF_A_SIDE = frozenset(("side", "behalf"))
#: Kinds of question that can be for a party as such, or for a time.
_OPEN_KINDS = ("holder", "what", "list", "keyword", "change")
_PRONOUNS = frozenset(("it", "they", "them"))
_SAYING_NO_MORE = english.LIGHT_VERBS | english.STEADY | english.NOW_WORDS | english.ADVERBS | frozenset(("and", "but", "so"))
#: Words for instruments, and for making one.
_OF_INSTRUMENTS = english.DOCUMENTS | frozenset(map(lemma, ("sign", "ink", "partnership", "lease", "memorandum", "document", "paper")))
#: Words, as typed, of what has to come to an amount.
_OF_PRICES = frozenset(("high", "price"))
#: Above this score a term that is named by several words in a row is meant, and no other.
_NAMED_IN_A_PHRASE = 5.0
#: Kinds of question that ask for what two have, and for no yes or no.
_TOLD_OF_TWO = ("keyword", "what", "value")
#: Kinds of question whose answer turns on who is who, so that a named term between the wrong parties ends the search.
_STRICT = ("holder", "state", "start", "end")


def one(question: Question) -> Reading:
    """The reading of a question that asks one thing; for what has it not, only one of a term whose clauses say yes or no, for the sake of those that say no."""
    reading = _one(question)
    reading.excepted = {m.party for m in question.excepted}
    if reading.excepted and reading.term is None and (reading.target or ("",))[0] != "holdings":  # what tells of all leaves nobody out
        raise not_understood(question)
    if (
        lacking(question)
        and reading.raw != "claim"
        and (reading.kind not in LISTING or question.lexicon.document(f"term:{reading.term}").get("answer") != "yes-no")
    ):
        raise unread("not")
    return reading


def _one(question: Question) -> Reading:
    """The reading of a question that asks one thing.

    Raises:
        Refusal: not understood, ambiguous, or a date that cannot be.
    """
    question.look_up()
    said = spoken(question)
    if said is not None:
        return said
    if (whole := dealing(question)) is not None:
        return whole
    kind, kind_used, heads = kind_of(question)
    if kind == "value" and "how" in question.lows():
        from tenor.ask.times.lasting import take_span

        if take_span(question):
            kind, kind_used, heads = kind_of(question)
    refuse_words(question, kind)
    if kind == "value" and question.counts_parties():
        raise Refusal("not-understood", "How many they are is told where they are: ask which.")
    if kind == "holder" and not english.SIGN_WORDS.isdisjoint(question.lemmas()) and not _OF_A_SIDE.isdisjoint(question.lows()):
        raise Refusal("no-record", "The records do not say who put a name to it for either side.")
    if _only_a_pronoun(question, kind_used):
        raise Refusal("not-understood", "What is meant by “it” is not said: name it.")
    if kind == "change" and "will" in question.lows():
        raise Refusal("not-understood", "The records say what has changed, and not what will.")
    if kind in ("start", "end", "holder") and (several := names_several(question)) is not None:
        raise several
    whole_question = (
        disagreement(question, kind)
        or document_reading(question, kind, kind_used)
        or _of_a_party_or_time(question, kind, kind_used)
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
        reading = _reading(question, kind, kind_used, heads)
        return (
            decided(question, amount=True) if whether and reading.amount is not None else None
        ) or reading  # that sources disagree on it says more than "no"
    except Refusal as strict:
        general = general_reading(question, kind, kind_used) if strict.status == "not-understood" else None
        if general is None and kind == "keyword" and len(question.mentions) > 1:
            from tenor.ask.interpreting.keywords import scope_reading

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
            subject = len(question.typed) > 1 and any(m.start == 1 for m in question.mentions)  # "did X ever …", of a speaker
            about = None if (whether and not subject) or question.asked_right() else spoken(question, fallback=True)
            if about is not None:
                return about
            raise strict from None


def _of_a_party_or_time(question: Question, kind: str, kind_used: set[int]) -> Reading | None:
    """A party as such, or all that is on record of a time."""
    if kind not in _OPEN_KINDS:
        return None
    if len(question.mentions) == 1 and not question.moments:
        from tenor.ask.accounts.presented import presented_reading

        if (party := presented_reading(question, kind, kind_used)) is not None:
            return party
    if question.typed[0].low != "what" or (not question.moments and "new" not in {t.low for t in question.typed}):
        return None
    from tenor.ask.accounts.happenings import happening_reading

    return happening_reading(question, kind, kind_used)


def _only_a_pronoun(question: Question, kind_used: set[int]) -> bool:
    """True for ``and who holds it now``: nothing is named, and what is left says no more than that it is so."""
    if question.mentions or _PRONOUNS.isdisjoint([t.low for t in question.tokens]):
        return False
    free = question.content() - kind_used - question.timed()
    return all(question.tokens[i].lemma in _SAYING_NO_MORE for i in free)


def _instruments(question: Question, kind: str, kind_used: set[int]) -> Reading | None:
    """Which instruments there are, where a word names such."""
    if _OF_INSTRUMENTS.isdisjoint(question.lemmas()):
        return None
    from tenor.ask.interpreting.signed import signed_reading

    return signed_reading(question, kind, kind_used)


def _could_have(lows: tuple[str, ...]) -> bool:
    """``could it have been cut``: of the past."""
    done = (b for a, b in pairwise(lows) if a == "have")
    return lows[0] in ("could", "might") and any(low.endswith(("ed", "en")) or low in english.PARTICIPLES for low in done)


def _reading(question: Question, kind: str, kind_used: set[int], heads: set[str]) -> Reading:
    """The reading in which every word finds its place; in a lenient one, every word but the plain ones."""
    found = term_candidates(question, kind, kind_used) + record_candidates(question, kind, kind_used)
    question.candidates = sorted(found, key=lambda c: (bool(c.leftover), len(c.leftover), -c.reading.score))
    whole = [c for c in question.candidates if not c.leftover]
    if question.relative and (
        not found or (question.mentions and not {"at", "in"}.isdisjoint(question.lows()))
    ):  # "who succeeded A at B": "at" names no term
        whole = only_term(question, kind, kind_used) or whole
    if kind == "change" and not any(c.reading.term for c in whole) and (change := everything(question, kind_used)) is not None:
        return change
    whole = outside_names(question, beyond_the_kind(question, whole, kind, kind_used), kind, kind_used)
    if "up" in question.lows() and _made_up(question):  # what a sum is made up of, its clause tells, and no document
        whole = [c for c in whole if (c.reading.target or ("",))[0] not in ("instrument", "deal")]
    if kind in ("list", "start"):  # "the payments of P": the parts are meant, and not the document that promised the whole
        whole = [c for c in whole if c.reading.place.startswith(("paid", "parts")) and settles(question, c)] or whole
    if kind in ("list", "holder", "keyword") and len(whole) > 1 and (several := sort_reading(question, whole)) is not None:
        return several
    if kind in ("holder", "list") and len(whole) > 1 and said_by(question):  # who it is, by a document: no term tells that nobody holds
        held = "SELECT 1 FROM pair WHERE term = ? AND holder IS NOT NULL LIMIT 1"
        whole = [c for c in whole if c.reading.term is None or question.store.query(held, c.reading.term)] or whole
    if kind == "start" and (
        products := {m.said.casefold() for m in question.mentions if m.product}
    ):  # of what is called so itself, and not only mentioned
        whole = [c for c in whole if settles(question, c) and any((x.scope or "").casefold() in products for x in c.reading.lineages)] or whole
    asked = question.asked_terms()
    mine = [c for c in whole if c.reading.term in asked and settles(question, c)]
    called = [{*range(m.start, m.end)} for m in question.matches if m.kind == "event"] if mine else []
    if any(
        name > c.used - kind_used - question.timed() for c in mine for name in called
    ):  # "what price is A asking": an event is called by all of that
        mine = [c for c in whole if (c.reading.target or ("",))[0] == "event"]
    whole = mine or whole
    if kind in ("value", "what") and (behind := question.circumstance()) is not None:  # what only says when is not what is asked
        aside = kind_used | question.mentioned() | question.timed()
        if any(i < behind and question.tokens[i].lemma not in english.LIGHT_VERBS for i in question.content() - aside):
            whole = [c for c in whole if c.reading.term is None or min(c.used - c.by_words - aside, default=behind) < behind]
            whole = [c for c in whole if c.reading.term and settles(question, c) and has_amount(question, c, ever=True)] or whole
    extreme = kind in ("value", "what") and not english.EXTREMES.isdisjoint(question.lemmas())
    extremes = {i for i, t in enumerate(question.tokens) if t.lemma in english.EXTREMES} if extreme else set()
    if extremes:  # "the ceiling on what A pays": what is called so comes before the amount itself
        whole = [c for c in whole if c.reading.term and extremes & c.used - kind_used and settles(question, c)] or whole
    if outlet_asked(question) is not None:  # who reported a thing is told by no clause
        whole = [c for c in whole if c.reading.term is None]
    if kind == "end" and any((c.reading.target or ("",))[0] == "event" for c in whole):  # how long a thing went on, the day of an event does not say
        whole = [c for c in whole if c.reading.term and any(why.startswith("names") for why in c.reading.why) and settles(question, c)] or whole
    if kind == "end" and "how" in question.lows():  # how long: not how much, where nothing says until when
        amounts = [c for c in whole if _only_an_amount(question, c)]
        whole = [c for c in whole if c not in amounts]
        if (named := next((c.reading.term for c in amounts if c.named), None)) and whole and not any(c.named for c in whole):
            raise Refusal("no-record", f"For “{question.store.name('term', named)}” no length and no end is recorded here.", terms=[named])
    if question.known is not None or question.published_by is not None:  # records beside the terms tell what came out later, too
        whole = [c for c in whole if c.reading.term] or whole
    if question.manner() or question.asks_entry():
        whole = [c for c in whole if _tells_how(question, c)] or whole
    best = _choose(question, [c for c in whole if not question.choice or _decides(c)], kind, kind_used)
    if (question.choice and not _decides(best)) or (question.manner() and question.entering() and not _tells_how(question, best)):
        raise not_understood(question)
    if question.choice and _between_scopes(question, best):  # neither is who has it: each is asked by itself
        raise not_understood(question)
    refuse_doubtful(question, best, kind, kind_used)
    reading = best.reading
    turned = [c for c in whole if c.refused is not None and c.fits]
    if (
        turned and not best.fits and (reading.target or ("dispute",))[0] == "dispute"
    ):  # what else is said of them is no answer to what goes the other way
        raise min(turned, key=lambda c: (len(c.leftover), -c.reading.score)).refused or not_understood(question)
    reading.corrections = question.corrections
    reading.past = (bool(heads & english.PAST) or _could_have(question.lows())) and question.known is None
    reading.published_by = question.published_by
    reading.lasting = "long" in question.lows() and ("how", "long") in pairwise(question.lows())
    reading.future = kind == "start" and "will" in question.lows()
    reading.known = question.known
    if question.denied:
        if reading.term is None or any(t.lemma in english.OVER | english.ENDING for t in question.tokens):
            raise Refusal(
                "not-understood", "I do not read “not” beside an end, or beside what the records tell as a whole. Ask it without a negation."
            )
        reading.negated = not reading.negated
    if reading.term is not None:
        if settles(question, best):  # the days turn on what was asked beside them
            reading.window = window_of(question, reading)
        else:
            settle_candidate(question, best)  # raises what is wrong with it
        refuse_unclear(question, best, kind)
    else:
        reading.window = window_of(question, reading) if question.moments else None
    return reading


def _made_up(question: Question) -> bool:
    from tenor.ask.interpreting.pieces import made_of

    return bool(made_of(question.tokens))


def _between_the_two(question: Question, best: Candidate, kind: str, kind_used: set[int]) -> Candidate | None:
    """``A B notes``, where notes are the name of what A and B do not have: what else the records have between just these two that says so."""
    if len(question.parties()) != len(("A", "B")) or settles(question, best):
        return None
    from tenor.ask.interpreting.told import told_candidates
    from tenor.ask.parties.directions import slot_behind

    last = question.mentions[-1]
    slot = slot_behind(question, best.reading.term or "", last)  # "A's stake in B" is not told by B's in A
    told = [c for c in told_candidates(question, kind, kind_used) if c.reading.term and settles(question, c)]
    mine = [c for c in told if all(question.parties() == {x.subject, x.holder} for x in c.reading.lineages)]
    if slot:
        mine = [c for c in mine if all(last.party == (x.subject if slot == "subject" else x.holder) for x in c.reading.lineages)]
    return mine[0] if len(mine) == 1 else None


def _decides(candidate: Candidate) -> bool:
    """True for what can say which of several it is: a term, or what sources disagree about."""
    return candidate.reading.term is not None or (candidate.reading.target or ("",))[0] == "dispute"


def _between_scopes(question: Question, best: Candidate) -> bool:
    """``does the credit work on A or on B``, where A and B stand in what the clauses are about, and are not who has it."""
    if best.reading.term is None or question.typed[0].lemma not in english.YES_NO or not settles(question, best):
        return False
    scopes = [str(x.scope or "").casefold() for x in best.reading.lineages]
    return all(scopes) and any(m.product is not None and m.said.casefold() in scope for m in question.offered for scope in scopes)


def _only_an_amount(question: Question, candidate: Candidate) -> bool:
    """True for a term that answers with amounts, of which no clause found tells an end."""
    answer = question.lexicon.document(f"term:{candidate.reading.term}").get("answer") if candidate.reading.term else ""
    if answer != "amount" or not settles(question, candidate):
        return False
    versions = [doc for x in candidate.reading.lineages for doc in question.store.versions(x.n)]
    if any(doc["to"] and candidate.reading.holder in (doc["holder"], *doc["holders"]) for doc in versions if candidate.reading.holder):
        return False  # whoever is named had it until another one did
    return not any(
        (doc["to"] and doc["end"] != "replaced") or doc["ends_when"] or doc.get("stated_to") or doc.get("stated_through") for doc in versions
    )


def _told_in_its_words(question: Question, best: Candidate) -> bool:
    """``what is the age limit of X``, of which rules are told in words: those that speak of it answer.

    Raises:
        Refusal: there are rules, and none that speaks of it.
    """
    reading = best.reading
    if reading.term is None or question.lexicon.document(f"term:{reading.term}").get("answer") != "text" or not settles(question, best):
        return False
    named = [m for m in question.matches if m.kind == "term" and m.target == reading.term and m.end - m.start > 1]
    said = {
        i for m in named for i in range(m.start, m.end) if question.tokens[i].lemma not in english.MEASURES | english.VALUE_WORDS | english.FILLER
    }
    if not said or "how" in question.lows() or question.percent():
        return False
    support = question.support()
    mine = frozenset().union(*(question.store.clauses(x.n) for x in reading.lineages))
    held = [clause for clause in sorted(mine) if all(clause in support.clauses(support.keys([i]), OWN, reading.term) for i in said)]
    if not held:
        label = question.store.name("term", reading.term)
        raise Refusal(
            "no-record", f"Nothing of “{label}” speaks of “{' '.join(question.tokens[i].text for i in sorted(said))}” here.", terms=[reading.term]
        )
    reading.only = held
    if not has_amount(question, best, ever=True):
        reading.kind = reading.raw = "what"
    return True


def _of_terms(question: Question, candidate: Candidate) -> set[str]:
    """The term of a candidate, or those of what its dispute is about; nothing of any other."""
    if candidate.reading.term is not None:
        return {candidate.reading.term}
    what, name, _ = candidate.reading.target or ("", "", 0)
    about = question.lexicon.document(f"dispute:{name}").get("about", ()) if what == "dispute" else ()
    numbers = [question.store.clause_number(str(ref)) for ref in about]
    return {str(question.store.clause(n)["term"]) for n in numbers if n is not None}


def _sum_in_its_words(question: Question, best: Candidate) -> bool:
    """``how high must the price be before X``: told by the one clause of a term without amounts that speaks of all that is said, and of a sum."""
    term = str(best.reading.term)
    free = question.content() - question.mentioned() - question.timed() - question.how_much()
    said = {i for i in free if question.tokens[i].lemma not in english.VALUE_WORDS}
    support = question.support()
    mine = [doc for x in best.reading.lineages for doc in question.store.versions(x.n) if "$" in str(doc["text"])]
    held = [str(doc["clause"]) for doc in mine if all(doc["clause"] in support.clauses(support.keys([i]), OWN, term) for i in said)]
    if len(held) != 1 or _OF_PRICES.isdisjoint(question.lows()) or not settles(question, best):
        return False
    best.reading.only = held
    best.reading.kind = best.reading.raw = "what"
    return True


def _tells_how(question: Question, candidate: Candidate) -> bool:
    """True for a term whose clauses are told in words: "how does one get X" asks for no amount, day or party."""
    answer = question.lexicon.document(f"term:{candidate.reading.term}").get("answer") if candidate.reading.term else ""
    return answer in ("text", "yes-no") and settles(question, candidate)


def _names_all(question: Question, terms: list[str], kind_used: set[int]) -> bool:
    """``how much is A's disclosed revenue``: True where one name of several words is all that is asked of a party, and no word is left to be looked for elsewhere."""
    wanted = question.content() - kind_used - question.timed() - question.mentioned()
    names = [range(m.start, m.end) for m in question.matches if m.kind == "term" and m.target in terms and m.end - m.start > 1]
    return bool(question.mentions) and any(wanted <= {*name} for name in names)


def _choose(question: Question, whole: list[Candidate], kind: str, kind_used: set[int]) -> Candidate:
    """The candidate that names and patterns lead to, else the one whose texts are nearest. Raises :class:`Refusal` where there is none."""
    refused, best = None, None
    try:
        best = best_named(question, [c for c in whole if not c.near], kind)
    except Refusal as refusal:
        refused = refusal
        outright = 0.0 if kind in _STRICT else NAMED_OUTRIGHT if len(question.parties()) == 1 else None
        if refusal.status == "no-record" and kind != "keyword" and _names_all(question, refusal.terms[:1], kind_used):
            refusal.final = len(question.mentions) == 1 and kind in ("holder", "state", "value")
            raise
        if refusal.status == "no-record" and outright is not None and any(c.named and not c.near and c.reading.score > outright for c in whole):
            raise
        # since when something else holds is no answer to since when what a pattern leads to does
        if refusal.status == "no-record" and kind == "start" and any(c.fits and not c.near and c.reading.score > _NAMED_IN_A_PHRASE for c in whole):
            raise
    if best is not None and kind == "value" and _told_in_its_words(question, best):
        return best
    if best is not None and kind in _TOLD_OF_TWO and best.reading.term and (other := _between_the_two(question, best, kind, kind_used)) is not None:
        return other
    if best is not None and (kind != "value" or best.reading.term is None or not settles(question, best) or has_amount(question, best, ever=True)):
        return best
    if question.strict:
        if best is not None:
            return best
        raise refused or not_understood(question)
    answer = question.lexicon.document(f"term:{best.reading.term}").get("answer") if best is not None else None
    phrase = best is not None and any(m.kind == "term" and m.target == best.reading.term and m.end - m.start > 1 for m in question.matches)
    if best is not None and answer == "text" and _sum_in_its_words(question, best):
        return best
    if best is not None and best.reading.score > (_NAMED_IN_A_PHRASE if phrase else NAMED_OUTRIGHT) and answer != "amount":
        raise Refusal(
            "no-record", f"No amount is recorded for “{question.store.name('term', best.reading.term or '')}”.", terms=[best.reading.term or ""]
        )
    from tenor.ask.interpreting.nearest import nearest_candidates
    from tenor.ask.interpreting.told import told_candidates

    without = best  # how much, of something that has no amount: another may have one
    told = told_candidates(question, kind, kind_used)
    question.candidates = [*question.candidates, *told]
    exact = {m.target for m in question.matches if m.kind == "term" and m.end - m.start > 1}
    near = [c for c in whole if c.near]
    if kind == "state" and any(c.near or (c.reading.term and not question.lexicon.told_in_words(c.reading.term)) for c in whole):
        # what can say yes or no comes before a rule that is only told
        told = [c for c in told if c.reading.term is None or not question.lexicon.told_in_words(c.reading.term)]
    near += told
    if kind in ("list", "holder") and refused is not None and refused.status == "ambiguous" and refused.terms:
        # a text decides between those, and not for another
        near = [c for c in near if c.reading.term in refused.terms]
    if kind in ("start", "end") and refused is not None and refused.status == "ambiguous":
        # "when did A become president", of a vice president
        names = [forms(question.store.name("term", term)) for term in refused.terms]
        near = [c for c in near if not c.reading.term or not any(forms(question.store.name("term", c.reading.term)) > words for words in names)]
    for candidate in near:  # what is named in so many words is meant, unless a text of something else is clearly nearer
        candidate.near -= CLEARLY if exact and candidate.reading.term not in exact else 0
    if question.asked_right():
        near = [c for c in near if c.reading.term and question.lexicon.document(f"term:{c.reading.term}").get("answer") != "amount"]
    if asked := question.asked_terms():  # "at what valuation": no amount of another term is one
        near = [c for c in near if (_of_terms(question, c) or asked) & asked]
    if kind == "value":
        near = [c for c in near if without is None or c.reading.term != without.reading.term]
        near = [c for c in near if c.reading.term is None or (settles(question, c) and has_amount(question, c))]
    nearest = clearly_nearest(question, near)
    if nearest is None and question.lenient and not (kind == "state" and "or" in question.lows()):  # near to one of two is near to neither
        nearest = clearly_nearest(question, [c for c in nearest_candidates(question, kind, kind_used) if not asked or _of_terms(question, c) & asked])
    spans = question.counts() in ("years", "months", "days")
    if nearest is None and without is not None and not spans and question.lexicon.document(f"term:{without.reading.term}").get("answer") == "amount":
        return without
    if nearest is None:
        raise refused or not_understood(question)
    return nearest
