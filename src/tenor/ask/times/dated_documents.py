"""A document beside its date: ``the April 2026 amendment``, ``the filing of February 2026``, ``the agreement as amended on 27 April 2026``.

It must be recorded, and says when, and no more. An agreement that is alone on record in its month stands for its own day: what held before it is not of it.
"""

from __future__ import annotations

from tenor.ask.language import english
from tenor.ask.language.words import ARTICLES, forms, lemma
from tenor.ask.reading import Refusal
from tenor.dates import DAWN, FOREVER, iso

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tenor.ask.interpreting.question import Question
    from tenor.ask.times.moments import Moment

#: Verbs that have the form of a document's name.
_NO_DOCUMENT = frozenset(("according", "released", "filed", "noticed", "licensed", "contracted"))
#: How many days a document's own day may be uncertain by, where a month is asked for.
_A_MONTH = 31
#: Between a document and its date: how it became what it is.
_AS_MADE = frozenset(("as", "amended", "revised", "restated", "updated", "renegotiated", "modified", "new", "original"))
_LEADING = ARTICLES | {"of", "from", "dated", "in"}
_OWNING = ARTICLES | english.OWNING
_AMENDMENT, _DEAL = lemma("amendment"), lemma("deal")
_AMENDING_NOTHING = ("investment", "availability", "program", "report")
#: Nouns for what two sides have agreed, of whatever day.
_AS_IT_STANDS = english.AGREEMENTS & english.DEAL_WORDS
#: Kinds of instruments that an agreement can be.
AGREED = ("agreement", "amendment", "memorandum", "license", "lease")


def documents_beside(question: Question, dated: list[Moment]) -> set[int]:
    """Positions of the words for documents beside these dates, which are cut to the days of what they name. Raises :class:`Refusal` for one that is not recorded."""
    names = [m for m in question.matches if m.kind in ("instrument", "deal", "event", "term") and m.end - m.start > 1]
    party = {i for m in question.mentions for i in range(m.start, m.end)}
    named = {i for m in names for i in range(m.start, m.end)}
    out: set[int] = set()
    for moment in dated:
        if moment.relation == "between":  # "between the 2026 amendment and the 2027 amendment": of which the second is none
            if (i := moment.last + 1) not in named and _is_document(question, i):
                raise _unrecorded(question, i, question.tokens[moment.last].text)
            continue
        # "the March 2019 agreement" is not "the 2019 agreement": a name that takes half a date is none
        whole = {i for m in names if not moment.first < m.start <= moment.last for i in range(m.start, m.end)}
        found = _beside(question, moment, party)
        if found in whole:
            out |= _named(question, moment, found)
        if found is None or found in whole:
            continue
        if _as_it_stands(question, moment, found):
            out.add(found)
            continue
        days = _recorded(question, moment)
        if question.tokens[found].lemma == _AMENDMENT:  # no money that was put in, and no page that was read, amends anything
            days = [row for row in days if row[2] not in _AMENDING_NOTHING]
        if not days and _of_an_event(question, found):
            continue
        if not days:
            said = iso(moment.start) if moment.end == moment.start + 1 else f"{iso(moment.start)} to {iso(moment.end - 1)}"
            raise _unrecorded(question, found, said)
        out |= {found} | _as_made(question, found, moment)
        if question.tokens[found].lemma in english.AGREEMENTS and moment.end - moment.start <= _A_MONTH:
            able = (*AGREED, "investment") if question.tokens[found].lemma == _DEAL else AGREED
            _cut(moment, [day for day, last, kind in days if kind in able and day == last])
        out |= _relate(question, moment, found)
    return out


def _as_it_stands(question: Question, moment: Moment, found: int) -> bool:
    """``under the current agreement``: what holds today, whenever it was agreed."""
    before = question.back(min(found, moment.first) - 1, ARTICLES)
    under = before >= 0 and question.tokens[before].low in ("under", "by", "per", "in")
    now = all(t.lemma in english.NOW_WORDS for t in question.tokens[moment.first : moment.last + 1])
    return under and now and question.tokens[found].lemma in _AS_IT_STANDS


def _of_an_event(question: Question, found: int) -> bool:
    """True where an event that the question names is told with this word: "what did Ann write in her April 2026 memo"."""
    events = {m.target for m in question.matches if m.kind == "event"}
    titles = (str(question.lexicon.document(f"event:{name}")["title"]) for name in events)
    return any(question.tokens[found].lemma in forms(title) for title in titles)


def _named(question: Question, moment: Moment, found: int) -> set[int]:
    """Cut the date to the day of the one agreement that is called so, and give the positions of a name that stands beside the date: "the 2 May 2024 amended agreement"."""
    sql = "SELECT announced FROM instrument WHERE id = ? AND announced = announced_last AND announced >= ? AND announced < ?"
    called = {m.target: m for m in question.matches if m.kind == "instrument" and m.start <= found < m.end and m.end - m.start > 1}
    days = {day: m for m in called.values() for (day,) in question.store.query(sql, m.target, moment.start, moment.end)}
    _cut(moment, [*days])
    return {i for m in days.values() if m.start > moment.last for i in range(m.start, m.end)} if len(days) == 1 else set()


def _is_document(question: Question, i: int) -> bool:
    said = question.tokens[i : i + 1]
    return bool(said) and said[0].lemma in english.DOCUMENTS and said[0].low not in _NO_DOCUMENT


def _beside(question: Question, moment: Moment, party: set[int]) -> int | None:
    """The position of the document behind a date, or else of the one before it."""
    i = moment.last + 1
    while i < len(question.tokens) and (i in party or question.tokens[i].low in _AS_MADE):
        i += 1
    if _is_document(question, i):
        return i
    j = question.back(moment.first - 1, _LEADING | _AS_MADE)
    return j if j >= 0 and _is_document(question, j) and _dates(question, j, moment) else None


def _as_made(question: Question, found: int, moment: Moment) -> set[int]:
    """Positions of "as amended" between a document and its date, and of "amended" before one with its date behind it."""
    between = range(moment.last + 1, found) if found > moment.last else (found - 1, *range(found + 1, moment.first))
    return {i for i in between if i > 0 and question.tokens[i].low in _AS_MADE}


def _dates(question: Question, noun: int, moment: Moment) -> bool:
    """True where a date behind a noun says which one is meant: "the deal of May 5", and not "was the gas deal in force on May 5"."""
    between = [t.text.lower() for t in question.tokens[noun + 1 : moment.first]]
    if not _AS_MADE.isdisjoint(between) or any(word in ("of", "dated", "from") for word in between):
        return True
    before = question.words.get(noun - 1)
    named = any(m.kind in ("term", "scope") and m.end == noun for m in question.matches) or (before is not None and before.patterned)
    return bool(between) and not named and all(word in ARTICLES for word in between)


def _recorded(question: Question, moment: Moment) -> list[tuple[int, int, str]]:
    """First day, last day and kind of the documents of those days, of the parties that are named where some are; one of which only the year is known is of no month."""
    sql = """SELECT i.announced, i.announced_last, i.kind, json_extract(r.doc, '$.parties') FROM instrument AS i JOIN record AS r ON r.id = i.id
        WHERE i.announced < ? AND i.announced_last >= ? ORDER BY i.announced"""
    longest = max(_A_MONTH, moment.end - moment.start)
    named = [f'"{party}"' for party in question.parties()]
    rows = [(*row, [name in parties for name in named] if parties else []) for *row, parties in question.store.query(sql, moment.end, moment.start)]
    able = [(day, last, kind, sides) for day, last, kind, sides in rows if last - day <= longest and (not sides or any(sides))]
    of_all = [row[:3] for row in able if all(row[3])]
    return of_all or [row[:3] for row in able]


def _cut(moment: Moment, days: list[int]) -> None:
    """Leave of a month the day of the agreement, where it has a single one."""
    if moment.relation == "in" and len(set(days)) == 1 and moment.start <= days[0] < moment.end:
        moment.start, moment.end, moment.relation = days[0], days[0] + 1, "on"


def _relate(question: Question, moment: Moment, found: int) -> set[int]:
    """``after signing the 2026 agreement``, ``after the 2026 A agreement``: turn the date into the days before or after it, and give the positions of the words that say so."""
    first = min(found, moment.first)
    whose = [
        m for m in question.mentions if m.end == found and (m.start > moment.last or m.end <= moment.first) and _theirs(question, moment, m.party)
    ]
    before = question.back(min([first, *(m.start for m in whose)]) - 1, _OWNING)
    if before >= 0 and question.tokens[before].lemma in english.SIGN_WORDS:
        before = question.back(before - 1, ARTICLES)
    if before < 0 or question.tokens[before].low not in ("after", "following", "since", "before"):
        return set()
    if question.tokens[before].low == "before":
        moment.start, moment.end = DAWN, moment.start
    else:
        moment.start, moment.end = moment.end, FOREVER
    for mention in whose:  # whose document it is says which, and names no side of what is asked
        question.mentions.remove(mention)
    return set(range(before, found))


def _theirs(question: Question, moment: Moment, party: str) -> bool:
    """True where a party has its part in an agreement of those days."""
    sql = """SELECT 1 FROM instrument AS i JOIN record AS r ON r.id = i.id
        WHERE i.announced < ? AND i.announced_last >= ? AND instr(json_extract(r.doc, '$.parties'), ?)"""
    return bool(question.store.query(sql, moment.end, moment.start, f'"{party}"'))


def _unrecorded(question: Question, i: int, days: str) -> Refusal:
    return Refusal("no-record", f"No {question.tokens[i].low} of {days} is recorded.")
