"""Questions that name neither a term nor a record: what changed, who came before a holder, what a speaker says."""

from __future__ import annotations

from tenor.ask.interpreting.settling import settles
from tenor.ask.interpreting.within import said_by
from tenor.ask.language import english
from tenor.ask.language.words import lemma
from tenor.ask.reading import Candidate, Reading, Refusal
from tenor.ask.times.windows import window_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tenor.ask.interpreting.question import Question
    from tenor.ask.language.words import Token

_CHANGE_OF_A_DEAL = english.CHANGE_WORDS | english.DEAL_WORDS


def _whole(question: Question, kind: str, target: tuple[str, str], *why: str) -> Reading:
    """A reading of a whole question that rests on no term: on a record, or on all that somebody has or says."""
    reading = Reading(kind, None)
    reading.target = (*target, 0)
    reading.known = question.known
    reading.corrections = question.corrections
    reading.why = list(why)
    return reading


def everything(question: Question, kind_used: set[int]) -> Reading | None:
    """``what changed between A and B``: no term, but days, and perhaps the deals of parties or one deal by name."""
    named = {i for m in question.matches if m.kind == "deal" for i in range(m.start, m.end)}
    party = question.mentioned()
    words = {i for i in question.content() if question.tokens[i].lemma in _CHANGE_OF_A_DEAL}
    if not question.moments or len(question.moments) > 2 or question.content() - kind_used - question.timed() - named - party - words:
        return None
    reading = _whole(question, "change", ("diff", ""))
    first, last = question.moments[0], question.moments[-1]
    if len(question.moments) == 2 or first.relation == "between":
        reading.window = (first.end - 1 if len(question.moments) == 2 else first.start, last.end)
    else:
        reading.window = (first.start - 1, min(first.end, question.today + 1))
    longest = max((m for m in question.matches if m.kind == "deal"), key=lambda m: m.end - m.start, default=None)
    if longest is not None:
        reading.deals = [longest.target]
    elif question.mentions:
        parties = sorted({m.party for m in question.mentions})
        having = [
            {
                d
                for (d,) in question.store.query(
                    "SELECT DISTINCT l.deal FROM involves AS i JOIN listed_in AS l ON l.clause = i.clause WHERE i.party = ?", p
                )
            }
            for p in parties
        ]
        reading.deals = sorted(set.intersection(*having))
        if not reading.deals:
            raise Refusal("no-record", f"No deal between {' and '.join(m.said for m in question.mentions)} is recorded.")
        if len(parties) == len(("one", "other")):
            reading.pair = (parties[0], parties[1])
    return reading


def only_term(question: Question, kind: str, kind_used: set[int]) -> list[Candidate]:
    """A question that names no term, about who came before or after a holder of just one."""
    beside = question.relative
    if beside is None:
        return []
    rows = question.store.query("SELECT DISTINCT term, subject FROM clause WHERE holder = ? ORDER BY term, subject LIMIT 24", beside.mention.party)
    of = question.parties()
    terms = list(dict.fromkeys(str(term) for term, subject in rows if not of or subject in of))
    if not terms or question.content() - kind_used - question.timed() - question.mentioned():
        return []
    if len(terms) > 1:
        labels = [question.store.name("term", term) for term in terms]
        raise Refusal("ambiguous", f"{beside.mention.said} is recorded for {', '.join(labels[:-1])} and {labels[-1]}; say which.", terms=terms)
    reading = Reading("holder" if kind in ("what", "keyword") else kind, terms[0])
    reading.raw = kind
    reading.why = [f"{beside.way} {beside.mention.said}"]
    return [Candidate(reading, set(beside.used), [], [])]


#: Words that ask what somebody says, or whether what was said is so.
_CLAIMING = english.SAY_WORDS | frozenset(
    map(
        lemma,
        """assert conclude square allegation assertion statement remark talk true false untrue right wrong fact opinion evidence proof accurate verdict contradict refute debunk correct support
        reckon responsible blame foresee predict infer deduce expect see find name regard fear credit account version eyes telling reckoning estimation book""".split(),
    )
)


def claims_something(said: Sequence[Token]) -> bool:
    """True where a word asks what somebody says, or whether it is so; ``Ann on X``, ``Ann Bell on X`` asks what Ann says of it."""
    return "on" in [t.low for t in said[1:3]] or not _CLAIMING.isdisjoint([t.lemma for t in said])


def spoken(question: Question, *, fallback: bool = False) -> Reading | None:
    """``what does X say about Y``, ``is X right that …``, ``according to the video``: the claims of a speaker; None where nobody's are asked about.

    Raises:
        Refusal: no claim is clearly meant.
    """
    if not fallback and not claims_something(question.typed):
        return None
    from tenor.ask.accounts.claims import claim_reading

    return claim_reading(question, fallback=fallback)


def disagreement(question: Question, kind: str) -> Reading | None:
    """``do sources disagree about X``, ``is there a dispute over Y``: the disputes on all that is named. Raises :class:`Refusal` where there is none."""
    if english.DISPUTING.isdisjoint([t.lemma for t in question.typed]):
        return None
    from tenor.ask.accounts.disagreement import disagreement_reading

    return disagreement_reading(question, kind)


def decided(question: Question, *, exact: bool = False, amount: bool = False) -> Reading | None:
    """``is $138 billion an agreed total``: the dispute that decides a yes or no."""
    from tenor.ask.accounts.positions import position_reading

    return position_reading(question, exact=exact, amount=amount)


def attested(question: Question) -> Reading | None:
    """``did A train its staff``: the event whose record says yes or no."""
    from tenor.ask.accounts.attested import attesting

    return attesting(question)


#: How much worse one that is asked about by the same pattern may be named.
_AS_GOOD = 0.5
#: Terms that are as good, where all of them answer.
_SEVERAL = 2
#: What a document may be asked for.
_ASKED_OF_DOCUMENTS = frozenset(
    map(lemma, "new say change contain include provide cover bring mean do agree set out stand content term clause provision point main".split())
)
#: What a party may be asked for: everything it has.
_ASKED_OF_PARTIES = frozenset(
    map(
        lemma,
        "all everything get have hold receive give right obligation duty thing from with in of to own entitle other owe relationship deal agreement contract clause term".split(),
    )
)
_HAVING = frozenset(map(lemma, ("get", "have", "hold", "receive")))


def document_reading(question: Question, kind: str, kind_used: set[int]) -> Reading | None:
    """``what does the joint statement of 27 February 2026 say``: the one document of that kind and those days."""
    if kind not in ("what", "list", "change") or not question.documents:
        return None
    content = question.content() - kind_used - question.timed() - question.mentioned()
    rest = {i for i in content if question.tokens[i].lemma not in _ASKED_OF_DOCUMENTS}
    words = rest | {i for i in question.documents if question.tokens[i].lemma in english.DOCUMENTS}
    start, end = max(m.start for m in question.moments), min(m.end for m in question.moments)
    telling = question.support().instruments(question.support().keys(words))
    found = []
    for name, parties in question.store.query(
        "SELECT i.id, json_extract(r.doc, '$.parties') FROM instrument AS i JOIN record AS r ON r.id = i.id WHERE i.announced < ? AND i.announced_last >= ? ORDER BY i.id", end, start
    ):  # fmt: skip
        if name in telling and all(f'"{party}"' in (parties or "") for party in question.parties()):
            found.append(str(name))
    if len(found) != 1:
        return None
    return _whole(question, "what", ("instrument", found[0]), f"the document {found[0]}")


def holdings_reading(question: Question, kind: str, kind_used: set[int]) -> Reading | None:
    """``what all does A get from B``: every clause that A holds of B, or of everybody."""
    if kind not in ("what", "list") or not question.mentions or len(question.parties()) > 2:
        return None
    content = question.content() - kind_used - question.timed() - question.mentioned()
    said = {t.lemma for t in question.tokens}
    if any(question.tokens[i].lemma not in _ASKED_OF_PARTIES for i in content) or not said & _HAVING:
        return None
    first = question.mentions[0]
    if _had(question):
        return None
    other = next((m for m in question.mentions if m.party != first.party), None)
    contracts = said & {lemma(w) for w in ("contract", "agreement", "deal")}
    if other is None and contracts and question.store.query("SELECT 1 FROM pair WHERE subject = ? LIMIT 1", first.party):
        return None  # its contracts are also those of which others hold the rights
    reading = _whole(question, "list", ("holdings", ""), f"everything that {first.said} holds")
    if other is not None:  # who has a right and who is its subject says not who gets what: all that is between them is told
        reading.pair, reading.window = (first.party, other.party), window_of(question, reading)
        return reading
    holds = question.store.query("SELECT 1 FROM pair WHERE holder = ? LIMIT 1", first.party)
    reading.holder, reading.subject = (first.party, None) if holds else (None, first.party)
    reading.window = window_of(question, reading)
    return reading


def _had(question: Question) -> bool:
    """``which clouds have X``, of a product: who has it is asked, and not what its maker has."""
    last = question.mentions[-1] if question.mentions else None
    return last is not None and bool(last.product) and last.end == len(question.tokens) and question.tokens[last.start - 1].lemma in _HAVING


def _has_of(question: Question, holder: str, subject: str) -> bool:
    """True where one party is recorded as having anything of the other."""
    return bool(question.store.query("SELECT 1 FROM pair WHERE holder = ? AND subject = ? LIMIT 1", holder, subject))


def having_reading(question: Question, kind: str, kind_used: set[int]) -> Reading | None:
    """``which countries have A``: the parties of that sort whose one right A is."""
    if (
        kind not in ("holder", "list", "what")
        or len(question.mentions) != 1
        or question.mentions[0].possessive
        or question.mentions[0].product
        or question.relative is not None
    ):
        return None
    nouns, held = question.sort_words(), question.mentions[0]
    content = question.content() - kind_used - question.timed() - set(range(held.start, held.end)) - nouns
    having = any(t.lemma in _HAVING for t in question.tokens[: held.start])
    if not nouns or not having or any(question.tokens[i].lemma not in _HAVING for i in content):
        return None
    support = question.support()
    sort = support.parties_of_sort(support.keys(nouns))
    pairs = question.store.query("SELECT term, subject FROM pair WHERE holder = ? ORDER BY term, subject", held.party)
    found = {(str(term), str(subject)) for term, subject in pairs if subject in sort}
    if len({term for term, _ in found}) != 1:
        return None
    reading = Reading("list", next(iter(found))[0])
    reading.holder, reading.asks, reading.sort, reading.known = held.party, "subject", sort, question.known
    subjects = {subject for _, subject in found}
    reading.lineages = [
        x for x in question.store.lineages(reading.term) if x.subject in subjects and (x.holder is None or held.party in x.holder.split("+"))
    ]
    reading.window = window_of(question, reading)
    reading.why = [f"whoever of {sorted(question.tokens[i].lemma for i in nouns)} has {held.said}"]
    return reading


def _done_to_who_has_it(question: Question, terms: Iterable[str]) -> bool:
    from tenor.ask.parties.directions import done_to

    return any((to := done_to(question, term)) is not None and to[0] == "holder" for term in terms)


def sort_reading(question: Question, whole: list[Candidate]) -> Reading | None:
    """``which clouds does A use``, where one pattern leads to several terms: all parties of that sort, by whichever of these terms A has them."""
    best = max(whole, key=lambda c: c.reading.score)
    ways = {way.pattern for way in best.fits}
    near = [c for c in whole if c.fits and (c is best or best.reading.score - c.reading.score <= _AS_GOOD)]
    alike = [c for c in near if c.reading.score == best.reading.score or ways & {way.pattern for way in c.fits}]
    terms = {c.reading.term or "" for c in alike}
    if question.mentions and _done_to_who_has_it(question, terms):  # "which company pays A", of whom A pays
        return None
    said = frozenset().union(*(way.used for way in best.fits))
    nouns, parties = question.sort_words(), question.parties()
    ordered = any(t.lemma in english.ORDERING for t in question.tokens)
    if (
        len(terms) < _SEVERAL or "" in terms or len(parties) != 1 or any(c.reading.amount is not None for c in alike) or ordered or said_by(question)
    ):  # one document's list is not that of all
        return None
    support = question.support()
    sort = support.parties_of_sort(support.keys(nouns)) or support.parties_of_sort(support.keys(nouns - said))
    nouns -= said
    anybody = all(question.tokens[i].lemma in english.LIST_WORDS for i in nouns) and all(
        settles(question, c) and c.reading.subject in parties and ways & {way.pattern for way in c.fits} for c in alike
    )
    if not sort and not anybody:
        return None
    reading = _whole(question, "list", ("holdings", " ".join(sorted(terms))), f"whoever of {sorted(sort) or 'all'} has a part in these terms")
    reading.subject, reading.sort, reading.asks = next(iter(parties)), sort, "holder"
    reading.window = window_of(question, reading)
    return reading


def general_reading(question: Question, kind: str, kind_used: set[int]) -> Reading | None:
    """``which contracts did A have``, ``what office does A hold``, ``which contracts were in force``: all clauses of the terms that these words are said of.

    Without a party only a word of every term will do: it is what the records as a whole are about.
    """
    parties = question.parties()
    if kind not in ("what", "list") or len(parties) > 2 or _had(question) or any(m.kind == "term" for m in question.matches):
        return None
    content = question.content() - kind_used - question.timed() - question.mentioned()
    said: list[set[str]] = []
    for i in content:
        terms = set(question.words[i].terms) if i in question.words else set()
        if terms and not (len(parties) > 1 and question.tokens[i].lemma in english.DEAL_WORDS):
            said.append(terms)
        elif question.tokens[i].lemma not in _ASKED_OF_PARTIES | english.DEAL_WORDS | english.LIGHT_VERBS | english.LIST_WORDS:
            return None
    common = set.intersection(*said) if said else set()
    if not common or (not parties and common != {str(t) for (t,) in question.store.query("SELECT DISTINCT term FROM clause")}):
        return None
    if len(parties) > 1:
        return _between_two(question, common)
    party = next(iter(parties), None)
    holds = party is not None and bool(question.store.query("SELECT 1 FROM pair WHERE holder = ? LIMIT 1", party))
    if holds and question.store.query("SELECT 1 FROM pair WHERE subject = ? LIMIT 1", party):
        return None  # on both sides: what it holds would be told for all that it has
    reading = _whole(question, "list", ("holdings", " ".join(sorted(common))), "everything of these terms")
    reading.holder, reading.subject = (party, None) if holds else (None, party)
    reading.window = window_of(question, reading)
    return reading


def _between_two(question: Question, terms: set[str]) -> Reading | None:
    """``what did A provide for B``: all of these terms that one of the two has of the other, where it is not so both ways."""
    ways = [(a, b) for a in question.parties() for b in question.parties() if a != b and _has_of(question, a, b)]
    if len(ways) != 1:
        return None
    reading = _whole(question, "list", ("holdings", " ".join(sorted(terms))), "everything of these terms between the two")
    reading.holder, reading.subject = ways[0]
    reading.window = window_of(question, reading)
    return reading
