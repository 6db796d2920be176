"""Clauses and records as candidates by what they say, for questions whose words no name and no pattern takes.

Every content word must stand in the texts of one and the same clause or record, and every party named must have a part in it.
"""

from __future__ import annotations

from itertools import pairwise

from tenor.ask.interpreting.elsewhere import asked_elsewhere
from tenor.ask.interpreting.kinds import kind_words, resolved
from tenor.ask.interpreting.recorded import has_a_figure
from tenor.ask.interpreting.within import said_by
from tenor.ask.language import english
from tenor.ask.language.roots import YEARS, root, text_keys
from tenor.ask.language.words import ARTICLES, forms, lemma, tokens
from tenor.ask.names.support import ANCHORS, ANY, CALLED, CALLING, ITSELF, NAMING, NAMING_TERM, OWN, TELLING, TOLD
from tenor.ask.parties.ordinal import at_first, deals_in_a_row
from tenor.ask.reading import Candidate, Reading
from tenor.dates import civil

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tenor.ask.interpreting.question import Question
    from tenor.ask.language.words import Token
    from tenor.ask.names.lexicon import Match
    from tenor.ask.times.moments import Moment

#: Days of a month.
_A_MONTH = 31
_A_QUARTER, _A_YEAR = range(89, 94), (365, 366)
#: How near the texts must be, on average, for a question, and for one that wants yes or no.
_LEAST = 1.75
#: How much more an event counts that is asked for by when or by whether it was: it is that, and a rule only speaks of it.
_OF_AN_EVENT = {"start": 1.5, "state": 1.25}
_LEAST_BY_KIND = {"state": 3.25, "start": 2.4, "end": 2.4}
#: What a word that need not be there counts where it is.
_SOFT = 0.3
_FEWEST_KEYS = 2
_SHARES = frozenset("share portion part percentage percent fraction cut split".split())
_DO = lemma("do")
#: What a thing has, which is called after it.
_MEASURED = frozenset(map(lemma, "price size date valuation fee cost".split()))
#: What an event is ahead that has all who are named among its own parties.
_OWN_PARTIES = 0.5
#: Words that need not be there, whatever is asked.
_PLAIN = english.NOW_WORDS | english.LIGHT_VERBS | english.GENERIC | english.ADVERBS | english.EXTREMES
_TURNING = english.ENDING | english.CHANGING


def told_candidates(question: Question, kind: str, kind_used: set[int]) -> list[Candidate]:
    """The terms whose clauses hold every word, and the records whose own words do."""
    said = question.tokens
    if kind == "holder" and any(t.lemma in english.ORDERING and not _of_a_third(said[i + 1 : i + 2]) for i, t in enumerate(said)):
        # who of several it was, no text tells by having the word
        return []
    if question.part_of_somebody() or (kind == "list" and deals_in_a_row(question)):
        return []
    if kind == "state" and (not question.mentions or any(t.low == "will" for t in question.tokens)):
        return []
    keys, extra = keys_of(question, kind, kind_used)
    if not keys:
        return []
    terms: list[Candidate] = []
    if question.support().clauses(keys, TELLING if kind == "state" else ANY):
        terms = (extra and _terms(question, kind, keys | extra, set())) or _terms(question, kind, keys, extra)
    found = [*terms, *_records(question, kind, keys)]
    if kind != "state" and not english.VALUED.isdisjoint(question.lows()):
        found = [candidate for candidate in found if _values(question, candidate.reading)]
    for candidate in found:
        candidate.used = set(range(len(question.tokens)))
        candidate.near = candidate.reading.score
    return found


def _values(question: Question, reading: Reading) -> bool:
    """True for what speaks of a valuation: what somebody is held to be worth is no value of a contract."""
    if reading.term is None:
        what, name, _ = reading.target or ("", "", 0)
        records = [question.lexicon.document(f"{ {'measurement': 'observation', 'claim': 'commentary'}.get(what, what) }:{name}")]
    else:
        records = [question.lexicon.document(f"term:{reading.term}"), *filter(None, map(question.store.record, reading.only))]
    return any(t.low in english.VALUED for record in records for t in tokens(str(record)))


def _of_a_third(after: list[Token]) -> bool:
    """``third party``: nobody's place."""
    return bool(after) and after[0].low in ("party", "parties")


def keys_of(question: Question, kind: str, kind_used: set[int]) -> tuple[set[str], set[str]]:
    """What the words must be found by, and what those are found by that need not be; nothing where a negation stands among them, or what sets two against each other."""
    support = question.support()
    party = question.mentioned()
    content = question.content() - kind_used - question.timed() - party
    lows = question.lows()
    if "what" in lows:  # "what is the state of X" asks for X
        content -= {i for i in content if lows[i] in ("state", "status") and lows[i + 1 : i + 2] == ("of",)}
    if any(question.tokens[i].low in english.NEGATIONS or lows[i] in ("vs", "versus") for i in content) or question.takeover() is not None:
        return set(), set()
    also = kind_words(kind) | english.WHAT_WORDS if kind in ("what", "list") else kind_words(kind)
    soft = {i for i in content if question.tokens[i].lemma in _PLAIN or question.tokens[i].lemma in also} | (question.plain() & content)
    soft -= {i for i in question.like_names() if question.tokens[i].lemma in english.GENERIC and i not in question.covered()}
    soft |= {i for i in kind_used & question.content() if question.tokens[i].lemma in _TURNING}
    counted = question.counted()
    if kind == "value" and counted in content - soft and not support.clauses(support.keys([counted]), NAMING_TERM):
        return set(), set()  # "how much water": a word in some remark is not what is counted
    left = content - soft
    if any(question.begins_another_name(i) for i in left if i + 1 in soft):
        return set(), set()
    if question.lenient and len(left) == 1 and {max(left) + 1} & content and question.tokens[max(left) + 1].lemma in english.NOUNS:
        return set(), set()  # "the official language": what is only said of a noun that was passed over
    if kind in ("value", "what") and any({i - 1, i + 1} <= left for i in soft & question.plain()):
        return set(), set()  # "the federal bond rate": what stands inside a name makes it another
    return support.keys(left), support.keys(soft)


def alleged(question: Question, clause: str) -> bool:
    """True for what somebody only says: it settles no yes or no."""
    return (question.store.record(clause) or {}).get("status") in ("alleged", "opinion")


def _others(question: Question, term: str) -> list[Match]:
    """The names of other terms in the question."""
    return [m for m in question.matches if m.kind == "term" and m.target != term]


def _has_words(question: Question, term: str, names: list[Match]) -> bool:
    """True for a term told in words that may be asked for by those names of others, since it has all of their words itself."""
    support = question.support()
    keys = {key for m in names for key in support.keys(range(m.start, m.end))}
    return question.lexicon.told_in_words(term) and all(support.term_says(term, key, "own") or support.term_says(term, key, "text") for key in keys)


#: Words before the name of an office that make it another, however it is written.
_RANKS = frozenset("vice deputy assistant under associate junior shadow acting honorary former".split())


def _of_an_office(question: Question, term: str, keys: set[str]) -> bool:
    """True where the words are only a part of what an office is called: no Vice President is the president, and no Foreign Minister the minister."""
    document = question.lexicon.document(f"term:{term}")
    words = str(document.get("label") or "").replace("-", " ").split()
    proper = all(word[:1].isupper() for word in words if word not in ARTICLES and len(word) > len("of")) or words[:1][0].casefold() in _RANKS
    return document.get("answer") == "holder" and len(words) > 1 and proper and keys < text_keys(" ".join(words))


def _terms(question: Question, kind: str, keys: set[str], extra: set[str]) -> list[Candidate]:
    support = question.support()
    fields = NAMING_TERM if kind == "state" else TELLING if kind == "holder" and not support.amounts else ANY
    held = support.clauses(keys, fields)
    if kind == "state":  # a rule told in words is no yes and no no: what it says may be found by all of its words
        rules = {c: near for c, near in support.clauses(keys, TELLING).items() if question.lexicon.told_in_words(support.term_of(c))}
        held = {c: near for c, near in {**rules, **held}.items() if c not in rules or not alleged(question, c)}
    mine = [c for c in sorted(held) if all(support.concerns(c, m) for m in question.mentions)]
    if paper := said_by(question):
        its_own = {str(c) for (c,) in question.store.query("SELECT id FROM clause WHERE instrument = ?", paper)}
        mine = [c for c in mine if c in its_own]
    mine = telling(question, mine)
    amounts = {key for key in keys if key[:1] == "=" and key[1:] not in YEARS}
    said = question.tokens
    papers = any(said[i].lemma in english.DOCUMENTS for i in set(range(len(said))) - question.timed())
    if amounts and not papers:  # a clause that is of it itself comes before all of a document known by it
        mine = [c for c in mine if c in support.clauses(amounts, ITSELF)] or mine
    if kind == "value":
        mine = [c for c in mine if support.has_value(c, counted=question.counts(), percent=question.percent())]
    elif kind == "what" and question.lows()[0] == "what" and question.tokens[1].lemma == _DO and "cost" in question.lows():
        mine = [c for c in mine if support.has_value(c, counted="money")]
    if kind in ("value", "what", "list"):
        mine = [c for c in mine if _tells_as_so(question, c, keys)]
    near = {c: (held[c] + _SOFT * sum(support.clauses([k], fields).get(c, 0) for k in extra)) / len(keys) for c in mine}
    by_term: dict[str, list[str]] = {}
    for clause in mine:
        by_term.setdefault(support.term_of(clause), []).append(clause)
    by_term = {term: clauses for term, clauses in by_term.items() if kind != "holder" or not _of_an_office(question, term, keys)}
    out = []
    for term, clauses in by_term.items():
        best = max(near[c] for c in clauses)
        if not any(support.clauses([key], ANCHORS).get(c) for c in clauses for key in keys):
            continue
        if kind in ("holder", "value", "keyword") and not any(c in support.clauses([key], ITSELF) for c in clauses for key in keys):
            continue  # words that only the term is asked for by, and none of its clauses says
        named = any(support.term_says(term, key, "own") for key in keys)
        if len(keys) < _FEWEST_KEYS and (kind in _LEAST_BY_KIND or not question.mentions):
            continue
        if kind == "state" and (others := _others(question, term)):  # such a name may stand beside a rule, where that says all itself
            clauses = [c for c in clauses if c in support.clauses(keys, OWN)] if _has_words(question, term, others) else []
            if not clauses:
                continue
            best = max(near[c] for c in clauses)
        if asked_elsewhere(question, term) or (len(keys) < _FEWEST_KEYS and kind != "value" and _derived(question, term, keys)):
            continue
        least = _LEAST if kind == "state" and question.lexicon.told_in_words(term) else _LEAST_BY_KIND.get(kind, _LEAST)
        if best < least or (len(keys) + len(extra & set().union(*(support.held(c, extra) for c in clauses))) < _FEWEST_KEYS and not named):
            continue
        reading = Reading(resolved(kind, question.lexicon.document(f"term:{term}")), term)
        reading.raw = kind
        reading.only = _called(question, [c for c in clauses if near[c] >= best - 1], keys)
        document = question.lexicon.document(f"term:{term}")
        if kind in ("value", "what") and document.get("answer") == "amount" and at_first(question, document, question.content()):
            reading.place = "first"
        reading.score = best
        reading.why = [f"says {sorted(keys)}"]
        out.append(Candidate(reading, set(), [], [], told=True))
    return out


def _asked_of(question: Question, term: str) -> list[int]:
    """The positions of the name of another term, in ``the length of A's guarantee``."""
    said, passed = question.tokens, question.mentioned() | {i for i, t in enumerate(question.tokens) if t.low in ARTICLES}
    starts = [next((j for j in range(i + 1, len(said)) if j not in passed), len(said)) for i, t in enumerate(said) if t.low == "of" and i]
    return [i for m in _others(question, term) if m.start in starts for i in range(m.start, m.end)]


def _tells_as_so(question: Question, clause: str, keys: set[str]) -> bool:
    """False where a clause has all words of the question that are its own only behind a condition ("only when A makes a profit of 5"), or as what its
    amount is a share of; where only a part of a name of its term has the noun; and where it tells what several get, of which the question asks one's own.
    """
    from tenor.ask.answers.borne import said_so

    document, support = question.store.record(clause) or {}, question.support()
    text = str(document.get("text"))
    own, parts = keys & said_so(text, set(), conditions=True), text_keys(" ".join(text.partition(" percent of ")[2].split()[:_OF_A_NOUN]))
    behind = own.isdisjoint(said_so(text, set())) or (own <= parts and _SHARES.isdisjoint(question.lows()))
    if own and behind and english.CONDITIONS.isdisjoint(question.lemmas()):
        return False
    does = {
        i for i in question.asked_noun() if question.lows()[i + 1 : i + 2] and question.lows()[i + 1] in english.HEADS
    }  # "how much profit does A make"
    if does:
        term = question.lexicon.document(f"term:{document.get('term')}")
        heads = {root(t.lemma) for name in (term["label"], *term.get("names", ())) for t in tokens(str(name).partition(" of ")[0])[-1:]}
        nouns = (support.keys(does) & keys) - heads - own - {root(word) for word in english.MONEY}
        if nouns and clause not in support.clauses(nouns, OWN):
            return False
    owners = [m for m in question.mentions if m.possessive and m.product is None and m.party in (document.get("holders") or ())]
    return not owners or clause in support.clauses(support.keys([i for m in owners for i in range(m.start, m.end)]), TOLD)


def _derived(question: Question, term: str, keys: set[str]) -> bool:
    """True where the term holds the one word only as part of another: "who governed P" does not ask for its seat of government."""
    document = question.lexicon.document(f"term:{term}")
    if document.get("answer") != "holder":
        return False
    said = {t.lemma for t in question.tokens if root(t.lemma) in keys}
    texts = (document.get("label", ""), document.get("sentence", ""), *(t for name in ("names", "asks", "words") for t in document.get(name, ())))
    own = {t.lemma for text in texts for t in tokens(str(text)) if root(t.lemma) in keys}
    return bool(own) and own.isdisjoint(said) and all(any(w.startswith(s) or s.startswith(w) for s in said) for w in own)


def _called(question: Question, clauses: list[str], keys: set[str]) -> list[str]:
    """Those of the clauses that say the words themselves, where some are called by one and the others have it from their term alone."""
    support = question.support()
    for key in sorted(keys):
        if key[:1] != "=" and not support.clauses([key], CALLED).keys().isdisjoint(clauses):
            clauses = [c for c in clauses if c in support.clauses([key], OWN)]
    return clauses


def telling(question: Question, clauses: list[str]) -> list[str]:
    """Those of the clauses that tell what is asked for, and do not only mention it in a remark; what is counted, they are called by."""
    support = question.support()
    counted = question.counted()
    asked, said = question.asked_noun(), question.tokens
    sized = any(t.lemma in _MEASURED and of.low == "of" for t, of in pairwise(said))
    for i in (asked | ({len(said) - 1} - question.mentioned() if sized else set())) & question.content():
        if keys := support.keys([i]):
            beside = (
                any(t.lemma in _MEASURED and said[i].lemma not in english.REPORTING for t in said[i + 1 : i + 2]) or i not in asked
            )  # "the IPO price", of what only tells of such a filing
            dated = beside and any(t.lemma == lemma("date") for t in said[i + 1 : i + 2])  # "the IPO date", of what is asked for by an IPO
            fields = ANCHORS if dated else CALLING if beside else NAMING_TERM if counted is not None and i >= counted else TOLD
            if said[i].lemma in _MEASURED and i - 1 in question.content() - question.mentioned():  # "the share price", of what is only asked for so
                fields -= {("clause", "words")}
            told = support.clauses(keys, fields)
            clauses = [c for c in clauses if c in told]
    if "of" in question.lows():
        whose = {term: support.keys(_asked_of(question, term)) for term in {support.term_of(c) for c in clauses}}
        own = CALLED | {("clause", "text"), ("term", "own"), ("term", "text")}
        clauses = [c for c in clauses if not (keys := whose[support.term_of(c)]) or c in support.clauses(keys, own)]
    for i in question.content() - question.timed():  # "the last part": no clause that is asked for with "how long does it last"
        if i and question.tokens[i].low == "last" and question.tokens[i - 1].low in ARTICLES:
            clauses = [c for c in clauses if c in support.clauses(support.keys([i]), NAMING | {("clause", "text")})]
    return clauses


def _records(question: Question, kind: str, keys: set[str]) -> list[Candidate]:
    support = question.support()
    names = {k for m in question.mentions for k in support.keys(range(m.start, m.end))}
    timed = {k for m in question.moments if m.record is None for k in support.keys(range(m.first, m.last + 1)) if k[:1] == "="}
    out = []
    held = sorted(support.records(keys | names))
    claimed = any(what == "claim" for what, _ in held)
    for what, target in held:
        if what == "event" and question.tokens[0].low in english.MODALS:
            continue  # what somebody may or must do, nothing that happened tells
        if kind == "state" and not _tells_whether(question, what, target, keys, claimed=claimed):
            continue
        if len(keys if kind in ("value", "change", "keyword", "state", "holder") else keys | names) < _FEWEST_KEYS or (
            what == "event" and question.counts() == "things"
        ):
            continue
        name, _, place = target.partition(" ")
        if what == "event" and kind == "start" and any(m.kind == "term" and m.end - m.start > 1 for m in question.matches):
            continue  # since when a right holds that is named, no event tells
        if what in ("event", "dispute") and kind == "start":  # that began which the record is called after
            own = _called_by(question, f"{what}:{name}") if question.mentions else _titled(question, f"{what}:{name}")
            if any(key[:1] != "=" for key in keys - own) if what == "event" else keys.isdisjoint(own):
                continue
        if what == "event":
            if not event_in_window(question, name, ahead=kind == "start" and any(t.low == "will" for t in question.tokens)):
                continue
        elif timed and (what, target) not in support.records(timed):
            continue
        if what == "claim" and kind == "value" and not has_a_figure(question.lexicon.document(f"commentary:{name}")):
            continue
        reading = Reading(kind, None)
        reading.target = (what, name, int(place or 0))
        reading.score = {"event": 2.5, "measurement": 2.5, "dispute": 2.0}.get(what, 1.5)
        if what == "event" and not (kind == "state" and support.amounts):
            reading.score += _OF_AN_EVENT.get(kind, 0)
        if what == "event" and kind == "start" and question.parties() <= {*question.lexicon.document(f"event:{name}").get("parties", ())}:
            reading.score += _OWN_PARTIES  # and is not only called by one of them
        if what == "measurement":
            reading.score += len(_times_said(question, name, int(place or 0)))
        reading.why = [f"says {sorted(keys)}"]
        out.append(Candidate(reading, set(), [], [], told=True))
    return out


def _tells_whether(question: Question, what: str, target: str, keys: set[str], *, claimed: bool) -> bool:
    """True for an event that is called by all of the words, and for what sources disagree on where nobody claims the same; none chooses between two."""
    telling_of = ("event",) if claimed else ("event", "dispute")
    return "or" not in question.lows() and what in telling_of and keys <= _called_by(question, f"{what}:{target}")


def _titled(question: Question, record: str) -> set[str]:
    document = question.lexicon.document(record)
    return set().union(*(text_keys(str(text)) for text in (document["title"], *document.get("names", ()))))


def _called_by(question: Question, record: str) -> set[str]:
    """What the record is called by and asked for by: of the rest of what it says, no yes or no may be wanted that it does not say."""
    document = question.lexicon.document(record)
    return _titled(question, record).union(*(text_keys(str(text)) for text in document.get("words", ())))


def _times_said(question: Question, observation: str, place: int) -> set[str]:
    """The words of the question's times that a measured value's own time has, too: "end" of the end of 2025."""
    at = forms(str(question.lexicon.document(f"observation:{observation}")["values"][place - 1].get("at") or ""))
    return {question.tokens[i].lemma for m in question.moments for i in range(m.first, m.last + 1)} & at


#: How many words before its year a noun stands at the most: "an email of April 2022".
_OF_A_NOUN = 3
#: Words that lead to a time in which something was so.
_OF_A_TIME = frozenset("in of for at on the during".split())


def event_in_window(question: Question, event: str, *, ahead: bool = False) -> bool:
    """True where the event falls into every time that the question names, and after today where a day to come is asked for."""
    if ahead and not question.store.query("SELECT 1 FROM event WHERE id = ? AND day > ?", event, question.today):
        return False
    if not question.moments:
        return True
    rows = question.store.query("SELECT day, last_day FROM event WHERE id = ?", event)
    named = [
        n for n in question.matches if n.kind == "event" and n.target == event
    ]  # "the backlog at the end of June": called by the time that it is of
    apart = [m for m in question.moments if not any(n.start <= m.first and m.last < n.end for n in named)]
    return bool(rows) and all(_falls_into(question, event, m, *rows[0]) for m in apart)


def _falls_into(question: Question, event: str, moment: Moment, first: int, last: int) -> bool:
    """True where an event is of a time, by its days or by what its record says; a report on a quarter or a fiscal year is of no other, though it came out in one."""
    within, asked = _since_when(question, moment) <= last and first < moment.end, (moment.start, moment.end)
    if within and _reported_on(*asked):
        periods = [
            time
            for time in _times_of(question, event)
            if _reported_on(*time) and (time[1] - time[0] in _A_QUARTER) is (asked[1] - asked[0] in _A_QUARTER)
        ]
        return not periods or asked in periods
    return within or _tells_of_it(question, event, moment)


def _reported_on(start: int, end: int) -> bool:
    """True for a quarter, and for a year that is no calendar year."""
    return end - start in _A_QUARTER or (end - start in _A_YEAR and civil(start)[1] != 1)


def _times_of(question: Question, event: str) -> set[tuple[int, int]]:
    """The times that the record of an event names."""
    document = question.lexicon.document(f"event:{event}")
    texts = (str(document["title"]), str(document["says"]), *document.get("names", ()))
    return {time for text in texts if any(map(str.isdigit, text)) for time in question.times_in(text)}


def _tells_of_it(question: Question, event: str, moment: Moment) -> bool:
    """True where the record tells of that very time, however it is written: a report comes after the months that it is for; "the 2022 letter", of a letter of May 2022."""
    said = [t.low for t in question.tokens[moment.first : moment.last + 1] if t.low not in _OF_A_TIME]
    if len(said) > 1:
        return (moment.start, moment.end) in _times_of(question, event)
    words, noun = (
        tokens(str(question.lexicon.document(f"event:{event}")["says"])),
        {t.lemma for t in question.tokens[moment.last + 1 : moment.last + 2]},
    )
    return question.tokens[moment.last - 1].low in ARTICLES and any(
        [t.low] == said and noun & {other.lemma for other in words[max(0, i - _OF_A_NOUN) : i]} for i, t in enumerate(words)
    )


def _since_when(question: Question, moment: Moment) -> int:
    """The first day of a time; of ``as of January 2026``, which is read as the last day of the month, the first of those that lead up to it."""
    said = [t.low for t in question.tokens[moment.first : moment.last + 1]]
    dayless = said[:2] == ["as", "of"] and not any(low.rstrip("stndrh").isdigit() and len(low) < len("2026") for low in said) and "-" not in said[-1]
    return moment.end - _A_MONTH if dayless and moment.record is None and moment.end - moment.start == 1 and said[-1].isdigit() else moment.start
