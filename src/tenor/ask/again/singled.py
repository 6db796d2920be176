"""A refused question whose words single out what one term says, or one event, though some words of everyday English are in none of its texts.

Every other word must stand in the texts of one and the same clause or event, every party must have a part in it, and the clauses of any other term must
be clearly behind. Yes or no, since when a right holds and what changed are never read so: there, each word can turn the answer. Only ``is it A or B``, of which
one clause speaks of both, is told in the words of that clause, without a yes or no.
"""

from __future__ import annotations

from itertools import pairwise

from tenor.ask.again.in_place_of import asks_in_place_of
from tenor.ask.again.ways import shape
from tenor.ask.answers.acts import doer_of
from tenor.ask.answers.asked_nouns import counted_noun, names_what_is_counted
from tenor.ask.answers.in_units import PERIODS
from tenor.ask.interpreting.doubts import refuse_doubtful, refuse_unclear
from tenor.ask.interpreting.elsewhere import asked_elsewhere
from tenor.ask.interpreting.kinds import kind_of, kind_words, resolved
from tenor.ask.interpreting.nearest import in_window
from tenor.ask.interpreting.question import Question
from tenor.ask.interpreting.recorded import outlet_asked
from tenor.ask.interpreting.settling import settles
from tenor.ask.interpreting.told import alleged, event_in_window, telling
from tenor.ask.language import english
from tenor.ask.language.plain import PLAIN
from tenor.ask.language.roots import root, text_keys
from tenor.ask.language.words import ARTICLES, forms, lemma, tokens
from tenor.ask.names.support import ANY, CALLED, OWN, SAYING
from tenor.ask.parties.ordinal import deals_in_a_row
from tenor.ask.parties.sides import sides_of
from tenor.ask.reading import Candidate, Reading, Refusal
from tenor.dates import iso

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tenor.ask.interpreting.interpreter import Interpreter
    from tenor.ask.reading import Mention

#: Words that single out nothing, beside those that may stay unread in any question about what is named.
_ASIDE = frozenset(
    map(
        lemma,
        """attach measure read write wrote seen note rewrite doc docs qualifier caveat paragraph passage article post blog lawyer user lab once somewhere
        elsewhere else pls plz follow add mention outline comment""".split(),
    )
)
_TURNING = (
    english.EXCLUSIVE
    | english.OVER
    | english.ENDING
    | english.ORDERING
    | english.REFUSED
    | english.CHANGING
    | english.MOVING
    | english.CARRYING_OUT
    | {"public", lemma("owe")}
) - frozenset(map(lemma, ("go", "gone")))
_PASSED = (
    PLAIN | english.HANDLING | english.NOUNS | english.GENERIC | english.STEADY | english.ADVERBS | english.LIGHT_VERBS | english.NOW_WORDS | _ASIDE
) - _TURNING
_KINDS = frozenset(("what", "holder", "value", "list", "keyword", "end", "start"))
_OF_EVENTS = _KINDS - {"end"}
_OF_CLAUSES = _KINDS - {"start"}
#: ``what became of X``, as it is read: there is no more to it than what X is.
_BECOMING = ("what", "happened")
#: Words that say what a thing is not, or which of several it may be.
_LEAVING_OUT = frozenset(("or", "outside", "beyond"))
_DOCUMENTS = english.DOCUMENTS | {lemma("prospectus")}
#: Nouns for whoever is the other side of somebody, "A's customer": those of one row are of one side.
_SIDES = tuple(
    frozenset(map(lemma, row.split()))
    for row in ("customer client buyer purchaser user tenant lessee", "supplier vendor seller provider landlord lessor")
)
_OTHER_SIDE = frozenset().union(*_SIDES)
_FEWEST_KEYS = 2
#: How rare the words together must be, and how near to the best another clause is that is told with it or stands against it.
_LEAST, _LEAST_OF_NOBODY = 4.2, 7.5
_NEAR = 0.9
_A_MONTH = 31
#: What a party counts that is a side of the clause, and not only named in it.
_OF_A_SIDE = 0.3
#: How much less rare they must be where a document is named.
_OF_A_DOCUMENT = 3.0
_MOST_CLAUSES = 7
#: How much more an amount singles out than another word.
_AMOUNT = 1.5
#: What a word that need not be there counts where it is.
_SOFT = 0.3
#: What a word in the clause's own text counts, and at most one in the texts beside it, by how near those are on the scale of :data:`tenor.ask.names.support`.
_TEXT, _BESIDE, _BEST = 0.8, 0.6, 3.5
#: Nouns, as typed, for what is told by an amount alone.
_MEASURED = frozenset("price prices amount amounts sum sums rate rates fee fees cost costs number size percentage percent speed pace".split())
_PRESENT = frozenset("does do is are has have can may must".split())
#: A second sentence.
_SENTENCES = shape(r"\w\w[.?!;] \w")
_ENDS = (". ", "? ", "! ", "; ")
#: So near that no name of another term casts a doubt on it.
_CERTAIN = 100.0


def singled(question: Interpreter) -> Reading | None:
    """The reading of what the words of a question that was not read yet single out; None where they single out nothing."""
    if not question.looked_up:
        question.opened()
    if question.parts is not None or _sentences(question.question) or asks_in_place_of(question.question):
        return None
    either = question.tokens[0].lemma in english.YES_NO and question.lows().count("or") == 1
    if question.whether and not either:
        return None
    try:
        if not question.looked_up:
            question.look_up()
        kind, used, _ = kind_of(question)
        if either:
            kind, used = "what", {question.lows().index("or")}
        if kind == "value" and {"would", "if"} <= {*question.lows()}:  # a reckoning, which no text makes by having its words
            return None
        kind = "what" if kind == "change" and question.lows()[: len(_BECOMING)] == _BECOMING else kind
        candidate = _candidate(question, kind, used) if kind in _KINDS and _plainly_asked(question) else None
        if candidate is None or (candidate.reading.term is not None and not settles(question, candidate)):
            return None
        if kind == "holder" and any(alleged(question, clause) for clause in candidate.reading.only):  # who it is, no hearsay settles
            return None
        refuse_doubtful(question, candidate, kind, used)
        if candidate.reading.term is not None:
            refuse_unclear(question, candidate, kind)
    except Refusal:
        return None
    return candidate.reading


def _sentences(text: str) -> bool:
    """True where a second sentence starts."""
    return any(end in text for end in _ENDS) and _SENTENCES.search(text) is not None


def _plainly_asked(question: Question) -> bool:
    """True where nothing of the question is asked in a way that needs to be read by its words: who published it, who took it over, what it is not."""
    apart = question.contrast is not None or question.excepted or question.choice or question.denied or question.relative is not None
    known = question.published_by is not None or question.learned
    ahead = any(m.start > question.today for m in question.moments)
    return not (apart or known or ahead or question.takeover() is not None)


def _candidate(question: Question, kind: str, used: set[int]) -> Candidate | None:
    """The clauses, or else the event, that hold all of the words, where nothing else comes near."""
    said, support = question.tokens, question.support()
    content = question.content() - used - question.timed() - question.mentioned()
    if any(said[i].low in english.NEGATIONS | _LEAVING_OUT for i in content) or deals_in_a_row(question):
        return None
    may = _PASSED | kind_words(kind)
    soft = {i for i in content if said[i].lemma in may} - question.capitals()
    starts = {m.start for m in question.mentions}
    soft |= {
        i for i in content if said[i].low == "per" and (i + 1 in starts or any(t.low in ARTICLES for t in said[i + 1 : i + 2]))
    }  # "per the filing"
    if kind == "holder":
        soft -= {i for i in question.main_verb() if said[i].lemma not in english.STEADY}
        soft |= {m.end for m in question.mentions if m.possessive and m.end in content and said[m.end].lemma in _OTHER_SIDE}
    soft |= {i for i in content if said[i].low == "one" and [t.low for t in said[i + 1 : i + 2]] == ["of"]}  # "one of A's backers"
    soft -= _alternatives(question)
    if not _alternatives(question) <= content:
        return None
    keys, extra = support.keys(content - soft), support.keys(soft)
    named = _named_documents(question)
    inside = next(iter(named)) if len(named) == 1 else _document(question)
    keys -= support.keys(named.get(inside, ()))
    outlet = outlet_asked(question)
    keys -= support.keys([outlet] if outlet is not None else ())
    if len(keys) < (0 if inside and kind == "end" else 1 if inside or len(question.parties()) >= _FEWEST_KEYS else _FEWEST_KEYS):
        return None
    weights = {key: support.weight(key) * (_AMOUNT if key[:1] == "=" else 1.0) for key in keys | extra}
    least = _LEAST if question.mentions else _LEAST_OF_NOBODY
    reading = (
        _clauses(question, kind, keys, weights, least, inside)
        if kind in _OF_CLAUSES and outlet is None and (inside or len(keys) >= _FEWEST_KEYS or any(key[:1] == "=" for key in keys))
        else None
    )
    if reading is None and not inside:
        reading = _event(question, kind, keys, weights, least)
    if reading is None:
        return None
    reading.known, reading.corrections = question.known, question.corrections
    reading.why = [f"singled out by {sorted(keys)}"]
    candidate = Candidate(reading, set(range(len(said))), [], [], told=True)
    candidate.near = _CERTAIN
    return candidate


def _alternatives(question: Question) -> set[int]:
    """``was it A or merely B``: the positions of the words right before "or" and at the end, both of which the clause must speak of."""
    lows = question.lows()
    return {lows.index("or") - 1, len(lows) - 1} if "or" in lows else set()


def says_which(question: Question, text: str) -> bool:
    """True where the text that is told has one of the alternatives, or the question none: what people ask by says nothing of which it is."""
    alternatives = _alternatives(question)
    return not alternatives or not question.support().keys(alternatives).isdisjoint(text_keys(text))


def _of_another(question: Question, clauses: list[str]) -> bool:
    """True where the question names in so many words what another clause of the term is of, "the second round", and one of the clauses does not speak of it."""
    aside = question.mentioned()
    named = {(m.extra, m.target) for m in question.matches if m.kind == "scope" and m.end - m.start > 1 and not aside & {*range(m.start, m.end)}}
    docs = [question.store.record(c) or {} for c in clauses] if named else []
    told = [(doc.get("term"), f"{doc.get('scope') or ''} {doc.get('text') or ''}".casefold()) for doc in docs]
    return any(own == term and scope.casefold() not in text for own, text in told for term, scope in named)


def _clauses(question: Question, kind: str, keys: set[str], weights: dict[str, float], least: float, inside: str) -> Reading | None:
    """The reading of the clauses of one term that hold all of the keys, in one document where it is named; the other words with weights say which is nearer."""
    support, said = question.support(), question.tokens
    mine = sorted(support.clauses(keys, ANY))
    if inside:
        whole = [str(c) for (c,) in question.store.query("SELECT id FROM clause WHERE ? IN (instrument, deal) ORDER BY id", inside)]
        mine, least = [c for c in whole if c in mine or not keys], least - _OF_A_DOCUMENT if keys else 0.0
    mine = [c for c in mine if all(_part_of(question, c, m) for m in question.mentions) and in_window(question, c)]
    if (
        kind != "end" and not question.moments and question.known is None and any(t.low in _PRESENT for t in said)
    ):  # what is over is nothing that A "does" have
        mine = [c for c in mine if not ((question.store.record(c) or {}).get("to") or iso(question.today)) < iso(question.today)]
    if keys & support.keys(question.asked_noun()):
        mine = telling(question, mine)
    if kind == "value" or (kind not in ("holder", "end") and any(t.low in _MEASURED for t in said)):
        valued = [c for c in mine if support.has_value(c, counted=question.counts(), percent=question.percent())]
        said_so = support.clauses(keys, CALLED | SAYING)  # "no charge" is no amount, and is how much
        free = [c for c in mine if c in said_so and c not in valued and support.term_of(c) in {support.term_of(v) for v in valued}]
        mine = free if free and said_so.keys().isdisjoint(valued) else valued
        mine = [c for c in mine if not _by_the_time(question) or ((question.store.record(c) or {}).get("value") or {}).get("period")]
    if kind == "end":
        over = not english.PAST.isdisjoint(question.lows())  # "when was it terminated" takes for granted that it is over
        ends = [(c, question.store.record(c) or {}) for c in mine]
        mine = [c for c, doc in ends if (doc["to"] and (not over or doc["to"] <= iso(question.today))) or (doc["ends_when"] and not over)]
    score = dict.fromkeys(mine, 0.0)
    for key, weight in weights.items():
        called, saying, near = (support.clauses([key], fields) for fields in (CALLED, SAYING, ANY))
        for c in mine:
            held = 1.0 if c in called else _TEXT if c in saying else min(near.get(c, 0.0), _BEST) / _BEST * _BESIDE
            score[c] += weight * held * (1.0 if key in keys else _SOFT)
    for c in mine:
        document = question.store.record(c) or {}
        score[c] += _OF_A_SIDE * sum(m.party in sides_of(document) for m in question.mentions)
    best = max(score.values(), default=0.0)
    only = [c for c in mine if score[c] >= best * _NEAR]
    terms = {support.term_of(c) for c in only}
    if best < least or len(terms) != 1 or len(only) > _MOST_CLAUSES or _of_another(question, only):
        return None
    term = terms.pop()
    own = {key for key in keys if support.term_says(term, key, "own")}
    if (kind == "value" and not own) or (kind == "holder" and len({_lineage(question, c) for c in only}) > 1) or asked_elsewhere(question, term):
        return None
    exclusive = {root(t.lemma) for t in said if t.lemma in english.EXCLUSIVE and t.low not in english.NOT_EXCLUSIVE}
    if not exclusive <= own:
        return None
    named = any(c in support.clauses([key], CALLED) for c in only for key in keys)
    if not (inside or own or named or all(c in support.clauses(keys, SAYING) for c in only)):
        return None
    document = question.lexicon.document(f"term:{term}")
    if any(not _of_that_side(question, c) or (resolved(kind, document) == "value" and _owned_by_another(question, c)) for c in only):
        return None
    if kind in ("list", "keyword") and document.get("answer") != "amount":
        kind = "what"  # what was singled out is told in its own words
    reading = Reading(resolved(kind, document), term)
    reading.raw, reading.only, reading.score = kind, only, best
    return reading


def _event(question: Question, kind: str, keys: set[str], weights: dict[str, float], least: float) -> Reading | None:
    """The reading of the one event that holds all of the keys and every party, and that falls into every time that is named."""
    support = question.support()
    found = [target for what, target in sorted(support.records(keys)) if what == "event" and event_in_window(question, target)]
    found = [target for target in found if all(_takes_part(question, target, m) for m in question.mentions)]
    beside = {target: sum(weights[key] for key in weights.keys() - keys if ("event", target) in support.records([key])) for target in found}
    found = [target for target in found if beside[target] == max(beside.values())]  # of several, the one that has most of what need not be there
    term = any(m.kind == "term" and m.end - m.start > 1 for m in question.matches)
    measured = not _MEASURED.isdisjoint(question.lows())
    if (
        len(found) != 1
        or kind not in _OF_EVENTS
        or term
        or measured
        or (kind == "value" and not (question.counts() == "things" and _counted_there(question, found[0])))
        or sum(weights[key] for key in keys) + beside[found[0]] * _SOFT < least
        or _denied(question, found[0], keys)
    ):
        return None
    reading = Reading(kind, None)
    reading.target = ("event", found[0], 0)
    return reading


def _part_of(question: Question, clause: str, mention: Mention) -> bool:
    """True where a party has a part in the clause, and is not only named where its term is explained."""
    support = question.support()
    named = support.clauses(support.keys(range(mention.start, mention.end)), OWN)
    side = mention.party in support.parties(clause)
    return support.concerns(clause, mention) and (side or (clause in named and not mention.possessive))


def _owned_by_another(question: Question, clause: str) -> bool:
    """True where "A's obligation" is asked for and the sentence of the term starts with the other side, whose obligation it is."""
    document = question.store.record(clause) or {}
    first = str(question.lexicon.document(f"term:{document['term']}").get("sentence") or "").partition("}")[0].strip("{")
    other = {"subject": document["holder"], "holder": document["subject"]}.get(first)
    return any(m.possessive and m.party == other for m in question.mentions)


def _takes_part(question: Question, event: str, mention: Mention) -> bool:
    """True where an event has a party among its own, or in its words; a product, in its words."""
    own = question.lexicon.document(f"event:{event}").get("parties") or ()
    named = ("event", event) in question.support().records(question.support().keys(range(mention.start, mention.end)))
    return named or (mention.product is None and mention.party in own)


def _named_documents(question: Question) -> dict[str, range]:
    """The documents and deals that the question calls by a name of several words, with the places of those."""
    found = [
        m
        for m in question.matches
        if m.kind in ("instrument", "deal") and m.end - m.start >= _FEWEST_KEYS and question.tokens[m.end - 1].lemma in _DOCUMENTS
    ]
    longest = max((m.end - m.start for m in found), default=0)
    return {m.target: range(m.start, m.end) for m in found if m.end - m.start == longest}


def _document(question: Question) -> str:
    """The one document that the question names; empty where there is no such one."""
    named = {m.record for m in question.moments if m.record and not m.record.startswith("event:")}
    return str(named.pop()) if len(named) == 1 else ""


def _counted_there(question: Question, event: str) -> bool:
    """True where what the event's record says has a number of what is counted, and names before it whoever did a thing to so many."""
    says, noun, doer = str(question.lexicon.document(f"event:{event}")["says"]), counted_noun(question), doer_of(question)
    if noun is None or not names_what_is_counted(question, says):
        return False
    words = tokens(says)
    at = next(i for i, t in enumerate(words) if root(t.lemma) == root(noun.lemma))
    return doer is None or any(m.target == doer.party and m.start < at for m in question.lexicon.matches(words))


def _denied(question: Question, event: str, keys: set[str]) -> bool:
    """True where what the event's record says has one of the words behind a negation: "a non-voting seat"."""
    document = question.lexicon.document(f"event:{event}")
    said = tokens(f"{document['title']}. {document['says']}")
    return any(one.low in english.NEGATIONS and root(other.lemma) in keys for one, other in pairwise(said))


def _of_that_side(question: Question, clause: str) -> bool:
    """False where ``A's customer`` is asked for and the other side of the clause is what the term calls a supplier, or nothing of that kind."""
    document = question.store.record(clause) or {}
    term = question.lexicon.document(f"term:{document['term']}")
    for mention in question.mentions:
        noun = question.tokens[mention.end].lemma if mention.possessive and mention.end < len(question.tokens) else ""
        other = "subject_is" if mention.party in (document["holder"], *document["holders"]) else "holder_is"
        if any(noun in side and side.isdisjoint(forms(str(term.get(other) or ""))) for side in _SIDES):
            return False
    return True


def _by_the_time(question: Question) -> bool:
    """``a year``, ``per month``, ``monthly``: what comes to so much each time."""
    lows = question.lows()
    return any(
        one in ("a", "per", "each", "every") and other in PERIODS for one, other in pairwise(lows)
    ) or not english.PERIODICALLY.keys().isdisjoint(lows)


def _lineage(question: Question, clause: str) -> int:
    return int(question.store.query("SELECT lineage FROM clause WHERE id = ?", clause)[0][0])
