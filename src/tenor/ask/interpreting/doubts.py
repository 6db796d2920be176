"""What speaks against the reading that was chosen: a word that it leaves out of account, or more than one thing that could be meant."""

from __future__ import annotations

from itertools import pairwise

from tenor.ask.again.in_place_of import asks_in_place_of
from tenor.ask.interpreting.ranking import FAR
from tenor.ask.interpreting.settling import settles
from tenor.ask.interpreting.unread import not_understood
from tenor.ask.language import english
from tenor.ask.language.words import ARTICLES, as_typed, lemma, tokens
from tenor.ask.names.lexicon import joined
from tenor.ask.names.support import ANY, CALLED, OWN
from tenor.ask.phrasing.negation import has_to
from tenor.ask.reading import Refusal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from tenor.ask.interpreting.question import Question
    from tenor.ask.reading import Candidate, Reading

#: A score above this is not doubted.
_WEAK = 3.5
_RECEIVED = frozenset(map(lemma, ("receive", "get", "gain", "obtain")))
#: How near a text must be that gives a day.
_NEAR_A_DAY = 2.4
#: Words, as typed, for bringing about, which are none for the reason that a text may give.
_LEADING_TO = frozenset(("cause", "caused"))
_DATES = frozenset(("date", "dates", "day"))
_LEADING_TO_A_TIME = frozenset(("before", "after"))
#: Fewer words than these lead to no term that none of them names.
_FEWEST_TOLD = 3
#: How many words behind "as" whoever something is set against may stand.
_NEAR_AS = 5
#: "as far as A knows" compares nothing.
_AS_AS = frozenset("far long well soon".split())
#: So many words in one clause are no coincidence.
_MANY = 4


def refuse_doubtful(question: Question, best: Candidate, kind: str, kind_used: set[int]) -> None:
    """Raise :class:`Refusal` where the question says more, or other things, than the reading that was chosen."""
    reading = best.reading
    if _outshone(question, best, kind) and not _says_all(question, best, kind, kind_used):
        near = sorted((c for c in question.candidates if c.reading.term), key=lambda c: -c.reading.score)
        raise Refusal("ambiguous", "The question can be read in more than one way.", terms=[c.reading.term or "" for c in near][:3])
    if best.told and _eclipsed(question, best):
        raise not_understood(question)
    if (
        kind == "keyword"
        and best.told
        and reading.term is not None
        and best.near < _NEAR_A_DAY
        and "end" not in question.lows()
        and not _DATES.isdisjoint(question.lows())
    ):
        raise not_understood(question)  # a text that holds the words gives no day of what they name
    if kind == "state" and best.told and (led := next((t for t in question.typed[1:] if t.low in _LEADING_TO), None)) is not None:
        raise Refusal("not-understood", f"The records say what was so, and not what it “{led.low}”.", terms=[reading.term or ""])
    if question.typed[0].low == "if" and len(question.parties()) > 1:  # who does what to whom stands behind the condition
        raise not_understood(question)
    if kind == "state" and (other := _other_subject(question, best)) is not None:
        raise Refusal(
            "not-understood", f"The question asks about “{other}”, and what fits its other words is something else.", terms=[reading.term or ""]
        )
    if reading.term is not None and (whose := _turned_round(question, best)) is not None:
        raise Refusal("no-record", f"Nothing is recorded of this in {whose}.", terms=[reading.term])
    if kind == "value" and reading.term is not None and _of_another_document(question, best):
        raise not_understood(question)
    in_words = best.told or (kind == "holder" and reading.term is not None and question.lexicon.told_in_words(reading.term))
    if in_words and not question.mentions and not question.moments and len(question.content() - kind_used) < _FEWEST_TOLD:
        raise not_understood(question)
    if kind == "end" and (reading.target or ("",))[0] in ("instrument", "deal") and (verb := _ended_by(question)) is not None:
        raise Refusal("no-record", f"The record does not tell that it was {verb}, and so gives no day of it.")
    listing = kind == "list" or question.tokens[0].text.casefold() == "list"
    if (best.told or best.near) and listing and not reading.place and _of_portions(question, kind):
        raise not_understood(question)  # what was paid, and not what was promised
    if reading.target is not None and _for_an_amount(question):
        raise Refusal("not-understood", "What is told of that amount does not say what was got for it.")
    if best.used and (_in_return(question) or asks_in_place_of(question.question)):
        raise Refusal("not-understood", "What was given in return for something, the records say nowhere as such.", terms=[reading.term or ""])
    naming = reading.target is not None and (kind == "holder" or "names" in question.lows() or "name" in question.lows())
    if naming and (reading.target or ("",))[0] == "claim" and not _names_somebody(question, (reading.target or ("", ""))[1]):
        raise Refusal("not-understood", "The question asks who, and what is said of this names nobody.")
    if best.told and reading.term is not None and (verb := _verb_beside(question, best)) is not None:
        raise Refusal("no-record", f"The record does not say who “{verb}” that.", terms=[reading.term])
    ranked = best.told or (best.near and kind != "state")
    if ranked and reading.term is not None and any(t.low in english.RANKING for t in question.tokens):
        raise Refusal("not-understood", "The records are not ranked: ask for the amounts, or for the ends.", terms=[reading.term])
    if kind == "holder" and _asks_for_the_doer(question, best):
        raise Refusal("no-record", f"The record does not tell who “{question.tokens[1].text}” that.", terms=[reading.term or ""])
    if reading.term is not None and kind != "state" and (other := _named_beside(question, best)) is not None:
        raise Refusal("not-understood", f"The question asks about “{other}” too; ask about one thing at a time.", terms=[reading.term])
    if kind == "state" and reading.term is not None and _compares_parties(question, best):
        raise Refusal(
            "not-understood", "The records do not set one party's amount, or one time's, against another's: ask for each.", terms=[reading.term]
        )
    if kind == "state" and reading.term is not None and _one_of_two_amounts(question):
        raise Refusal("not-understood", "The question asks which of two amounts it is: ask how much.", terms=[reading.term or ""])
    if kind == "state" and has_to(question) and _owed_otherwise(question, reading):
        raise Refusal("no-record", "The record says what somebody may do or gets here, and not what somebody has to do.", terms=[reading.term or ""])
    if kind == "state" and has_to(question) and reading.over and question.tokens[0].low != "must":
        raise Refusal("no-record", "The record says until when this holds, and not that it has to end.", terms=[reading.term or ""])
    if kind == "state" and not reading.exclusive and any(a in ("just", "only") and b == "one" for a, b in pairwise(question.lows())):
        raise not_understood(question)  # that there is one does not say that there is no other
    if kind == "state" and any(question.tokens[i].low in english.EXCEPTIONS for i in reading.loose):
        raise not_understood(question)  # that a right holds does not say what is left out of it
    if kind == "state" and _names_nobody(question, reading):
        raise Refusal("not-understood", "The question names nobody: ask who it was, or was it somebody.", terms=[reading.term or ""])
    if reading.term is not None:
        _refuse_unread_time(question, best)


def _verb_beside(question: Question, best: Candidate) -> str | None:
    """``which company leads X``: the verb, where no clause that was found has it: a document's other words do not say who does what."""
    if question.tokens[0].low not in ("which", "what") or len(question.tokens) <= len(("which", "company", "leads")):
        return None
    verb, named = question.tokens[2], question.mentioned() | question.timed()
    if (
        not verb.low.endswith("s")
        or 2 in named
        or verb.lemma in english.YES_NO | english.LIGHT_VERBS
        or 1 in named
        or question.tokens[1].low.endswith("s")
    ):
        return None
    support = question.support()
    return verb.low if support.clauses(support.keys([2]), OWN).keys().isdisjoint(best.reading.only) else None


def _asks_for_the_doer(question: Question, best: Candidate) -> bool:
    """``who runs A``, where the pattern is "run A on B", or a text says what A runs: whoever does that to A is no B, and not A."""
    if question.lows()[:1] != ("who",):
        return False
    if best.told and best.reading.term is not None and [m.start for m in question.mentions] == [len(("who", "runs"))] and settles(question, best):
        return all(lineage.holder == question.mentions[0].party for lineage in best.reading.lineages)
    return any(1 in fit.used and fit.pattern[0][0] != "{" and fit.pattern[-1][0] == "{" and len(fit.slots) == 1 for fit in best.fits[:1])


def _one_of_two_amounts(question: Question) -> bool:
    """``was it 300 or 400 million``: neither yes nor no."""
    said = question.typed
    at = [i for i, t in enumerate(said[:-1]) if t.low == "or" and i]
    return any((said[i - 1].low[:1].isdigit() or said[i - 1].low in english.SCALES) and said[i + 1].low[:1].isdigit() for i in at)


def _compares_parties(question: Question, best: Candidate) -> bool:
    """``does A charge more than B``, ``is X the same price at A as straight from B``, ``the same as before D``; but for a term that is whether two have the same."""
    starts = {m.start for m in question.mentions}
    lows = question.lows()
    if "than" in lows and any(low == "than" and lows[i - 1] not in ("other", "rather", "else") and i + 1 in starts for i, low in enumerate(lows)):
        return True
    if "as" not in lows:
        return False
    same = "same" in lows
    first = (
        lows.index("same") if same else next((i for i in range(len(lows) - 2) if lows[i] == lows[i + 2] == "as" and lows[i + 1] not in _AS_AS), None)
    )
    behind = next((i for i in range(first + 1, len(lows)) if lows[i] == "as"), None) if first is not None else None
    if same:
        itself = best.fits and "same" in as_typed(question.lexicon.document(f"term:{best.reading.term}").get("sentence"))
        starts = {*question.timed(), *(() if itself else starts)}
    return behind is not None and not starts.isdisjoint(range(behind + 1, behind + _NEAR_AS))


def _eclipsed(question: Question, best: Candidate) -> bool:
    """True where texts led to the reading, and the names of another term or event account for far more of the question, but for one word."""
    others = [c for c in question.candidates if len(c.leftover) == 1 and c.reading.term != best.reading.term]
    named = [c for c in others if (c.reading.target or ("event",))[0] in ("event", "dispute")]
    asked = {i for m in question.matches if m.kind == "term" and m.target == best.reading.term for i in range(m.start, m.end)}
    return any(c.reading.score - best.near >= FAR and not asked & {*c.leftover} for c in named)


def _other_subject(question: Question, best: Candidate) -> str | None:
    """``is the N of X over``: the name of another term that is the subject of the sentence."""
    lows = question.lows()
    if not best.reading.over or question.tokens[0].lemma != "be" or lows[1:2] != ("the",) or lows[3:4] != ("of",):
        return None
    subject = [m for m in question.matches if m.kind == "term" and m.start == len(("is", "the"))]
    return None if not subject or any(m.target == best.reading.term for m in subject) else subject[0].said


def _turned_round(question: Question, best: Candidate) -> str | None:
    """``who has a stake in B``, where the term has "stake in" before whoever gives one, and B only ever gets one: B as named."""
    behind = {m.start - 1: m for m in question.mentions if m.start > 1 and question.tokens[m.start - 1].low == "in"}
    nouns = [question.tokens[m.end - 1].low for m in question.matches if m.kind == "term" and m.target == best.reading.term and m.end in behind]
    if not nouns:
        return None
    asks = " | ".join(map(str, question.lexicon.document(f"term:{best.reading.term}").get("asks", ())))
    if f"{nouns[0]} in {{holder}}" not in asks or f"{nouns[0]} in {{subject}}" in asks:
        return None
    mention = next(m for i, m in behind.items() if question.tokens[i - 1].low == nouns[0])
    giving = question.store.query("SELECT 1 FROM pair WHERE term = ? AND holder = ? LIMIT 1", best.reading.term, mention.party)
    return None if giving else mention.said


def _of_another_document(question: Question, best: Candidate) -> bool:
    """True where nobody is named, but a document that says when, and it has nothing of what was found, though other candidates are of it."""
    papers = {m.record for m in question.moments if m.record and not m.record.startswith("event:")}
    if not papers or question.mentions or not settles(question, best):
        return False
    sql = "SELECT DISTINCT term FROM clause WHERE instrument = ?"
    terms = {str(term) for paper in papers for (term,) in question.store.query(sql, paper)}
    return best.reading.term not in terms and any(c.reading.term in terms and not c.leftover for c in question.candidates)


def _ended_by(question: Question) -> str | None:
    """``when was the agreement terminated``: the verb of an end that is taken for one that has come."""
    lows = [t.low for t in question.tokens]
    past = any(low in ("was", "were", "did", "has", "had") for low in lows)
    return next((t.low for t in question.tokens if past and t.lemma in english.LOSING and t.low.endswith("ed")), None)


def _names_somebody(question: Question, claim: str) -> bool:
    """True where the text of a claim names a party that the question does not, or who says it is what is asked."""
    if any(t.lemma in english.SAY_WORDS for t in question.tokens):
        return True
    said = tokens(str(question.lexicon.document(f"commentary:{claim}").get("text") or ""))
    asked = question.parties()
    return any(m.kind in ("party", "product") and (m.extra if m.kind == "product" else m.target) not in asked for m in question.lexicon.matches(said))


def refuse_unclear(question: Question, best: Candidate, kind: str) -> None:
    """Raise :class:`Refusal` where it is not clear which of the clauses that were found is meant, or none of them tells what is asked."""
    reading = best.reading
    terms = [reading.term or ""]
    _refuse_one_of_many(question, reading, kind)
    _refuse_part(question, reading, kind)
    if _other_shares(question, best):
        raise Refusal("no-record", "What the records tell here are no shares of stock.", terms=terms)
    if _named_elsewhere(question, best):
        raise Refusal("not-understood", "The question names more than one thing; ask for one.", terms=terms)
    if (selecting := _selecting(question, best)) is not None:
        raise Refusal("not-understood", f"I do not know which clause “{selecting}” means here.", terms=terms)


def _refuse_unread_time(question: Question, best: Candidate) -> None:
    """``before it became X``: a time told by a sentence, which is not looked for. Raises :class:`Refusal`."""
    if _LEADING_TO_A_TIME.isdisjoint(question.lows()):
        return
    read = question.timed() | best.used | best.by_words | {i for m in question.matches if m.kind == "term" for i in range(m.start, m.end)}
    for i, (one, other) in enumerate(pairwise(question.tokens)):
        if one.low == "happen" and other.low == "before" and one.low not in question.lexicon.document(f"term:{best.reading.term}").get("words", ()):
            raise Refusal("not-understood", "The records say what holds and since when, and not what must come before it.")
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
    lows = question.lows()
    typed = [t.text.lower() for t in question.tokens]
    if ("in", "terms", "of") in zip(typed, typed[1:], typed[2:], strict=False):  # "in terms of power and cash"
        at = len(lows) - 1 - lows[::-1].index("and") if "and" in lows else len(lows)
        names = {i for m in question.matches if m.kind == "term" and m.target == best.reading.term for i in range(m.start, m.end)}
        other = next((i for i in sorted(question.content() - names) if i > at), None)
        if other is not None:
            return question.tokens[other].text
    return _named_last(question, best)


def _named_last(question: Question, best: Candidate) -> str | None:
    """``amount raised and valuation``, ``the term and the capacity of X``: a noun behind "and" that names another term and not the one that was chosen, or before it."""
    lows = question.lows()
    if "and" not in lows or question.tokens[0].lemma in english.YES_NO:
        return None
    at = len(lows) - 1 - lows[::-1].index("and")
    start = at + 1 + (lows[at + 1 : at + 2] == ("the",))
    behind = [
        m
        for m in question.matches
        if m.kind == "term" and m.start == start and m.end in (len(lows), *(i for i, low in enumerate(lows) if low == "of"))
    ]
    before = [m for m in question.matches if m.kind == "term" and m.end == at and lows[m.start - 1 : m.start] == ("the",)]
    for names in (behind, before if behind else []):
        if names and all(m.target != best.reading.term for m in names):
            return names[0].said
    return None


def _owed_otherwise(question: Question, reading: Reading) -> bool:
    """True where the term says what somebody may do, or what the other side is to give."""
    document = question.lexicon.document(f"term:{reading.term}") if reading.term else {}
    sentence = str(document.get("sentence", ""))
    gets = document.get("answer") == "amount" and sentence.startswith("{holder}")
    return "{may|might}" in sentence or (gets and bool(question.mentions) and question.mentions[0].party in {x.subject for x in reading.lineages})


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
    parties = {p for p in (reading.subject, reading.holder) if p}
    if best.told or best.near or not parties:
        return None
    for i in sorted(best.by_words):
        keys = support.keys([i])
        if (
            not any(support.term_says(reading.term or "", key, field) for key in keys for field in ("own", "about"))
            and any(parties <= support.parties(c) for c in support.clauses(keys, CALLED, reading.term))
            and support.clauses(keys).keys().isdisjoint(c for x in reading.lineages for c in question.store.clauses(x.n))
        ):
            return question.tokens[i].text
    return None


def _named_elsewhere(question: Question, best: Candidate) -> bool:
    """True for yes or no where the name of another thing that is or is not so, which accounts for all but one word, is read as words that only go with this one."""
    loose = set(best.reading.loose)
    above = [c for c in question.candidates if loose and c.reading.score > best.reading.score and len(c.leftover) == 1]
    decides = [c for c in above if c.reading.term and question.lexicon.document(f"term:{c.reading.term}").get("answer") == "yes-no"]
    better = {c.reading.term for c in decides if not _called(question, best, c.leftover) and settles(question, c)}
    return any(m.kind == "term" and m.target in better and m.end - m.start > 1 and loose & {*range(m.start, m.end)} for m in question.matches)


def _other_shares(question: Question, best: Candidate) -> bool:
    """True for ``what percentage of A's shares`` where the term knows a share only as a part of something."""
    lows = list(question.lows())
    asked = "shares" in lows and any(
        low == "shares" and i and (question.tokens[i - 1].possessive or lows[i + 1 : i + 2] == ["of"]) for i, low in enumerate(lows)
    )
    if not asked:
        return False
    document = question.lexicon.document(f"term:{best.reading.term}")
    said = [[t.low for t in tokens(str(text))] for name in ("names", "asks", "words") for text in document.get(name, ())]
    return not any("stock" in words or ("shares" in words and "revenue" not in words) for words in said)


def _called(question: Question, best: Candidate, positions: list[int]) -> bool:
    """True where one of the words is what the term itself is called."""
    support = question.support()
    return any(support.term_says(best.reading.term or "", key, "own") for key in support.keys(positions))


def _of_portions(question: Question, kind: str) -> bool:
    from tenor.ask.interpreting.portions import portions_of

    return bool(portions_of(question, question.content(), kind)[0])


def _says_all(question: Question, best: Candidate, kind: str, kind_used: set[int]) -> bool:
    """True where a clause that was found by its words has every one of many: then no name among them is what the question is about."""
    if not best.told:
        return False
    from tenor.ask.interpreting.told import keys_of

    keys, _ = keys_of(question, kind, kind_used)
    return len(keys) >= _MANY and not question.support().clauses(keys, ANY, best.reading.term).keys().isdisjoint(best.reading.only)


def _outshone(question: Question, best: Candidate, kind: str) -> bool:
    """True where another term accounts for far more of the question, though not for all of it: then the question is likely about that one."""
    score, asked = best.near if best.told else best.reading.score, question.asked_terms()
    if (
        (own := question.owned_terms())
        and best.reading.term not in own
        and any(c.reading.term in own and settles(question, c) for c in question.candidates)
    ):
        return True
    named = best.reading.term is None or best.reading.term in asked
    if named or (score > _WEAK and not asked) or kind not in ("list", "what", "holder", "state", "start"):
        return False
    fewest = 1 if kind == "start" else len(question.tokens)
    others = [c.reading.score for c in question.candidates if 0 < len(c.leftover) <= fewest and c.reading.term not in (None, best.reading.term)]
    return max(others, default=0.0) - score >= FAR


def _in_return(question: Question) -> bool:
    """``what did A get for giving up X``: the price of an act, which is no right to X; a thing that has a price may be called so: "for recycling"."""
    lows = question.lows()
    priced = {m.start for m in question.matches if m.kind == "term" and question.lexicon.document(f"term:{m.target}").get("answer") == "amount"}
    acts = [i for i in range(1, len(lows)) if lows[i - 1] == "for" and lows[i].endswith("ing") and i not in priced]
    return bool(acts) and bool(_RECEIVED & set(question.lemmas()))


def _for_an_amount(question: Question) -> bool:
    """``what did A get for its 5 billion``."""
    lows = question.lows()
    return not _RECEIVED.isdisjoint(question.lemmas()) and any(low == "for" and _is_amount(lows, i + 1) for i, low in enumerate(lows))


def _is_amount(lows: Sequence[str], i: int) -> bool:
    """True where money stands at a position, or a number of millions, behind whose it is."""
    i += lows[i : i + 1] != () and lows[i] in english.OWNING | ARTICLES
    return lows[i : i + 1] == ("$",) or (
        lows[i : i + 1] != () and lows[i][:1].isdigit() and any(low in english.SCALES for low in lows[i + 1 : i + 2])
    )
