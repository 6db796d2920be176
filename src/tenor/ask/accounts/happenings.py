"""``what happened in May 2026``, ``what did A announce on 3 May 2026``, ``what is new with A``: the events, documents and first days of clauses of a time."""

from __future__ import annotations

from tenor.ask.answers.telling import upper
from tenor.ask.answers.wording import date_words, joined, sentence, whose_word
from tenor.ask.language import english
from tenor.ask.language.words import lemma
from tenor.ask.parties.sides import sides_of
from tenor.ask.reading import Reading, Refusal
from tenor.dates import DAWN, FOREVER, Edtf, iso, long_date, parse_day

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from tenor.ask.answers.answer import Answer
    from tenor.ask.interpreting.question import Question

    Document = dict[str, Any]

#: What a time, or a party in a time, is asked for.
_ASKED = frozenset(map(lemma, "happen announce report do say disclose publish reveal unveil state new news occur develop development go".split()))
#: Words of which one must stand there, as typed, so that a time is not asked for something else.
_ASKING = frozenset(
    "happened happen happening happens announced announce said say report reported do done disclosed disclose published publish new news occurred".split()
)
_BESIDE = (
    english.LIGHT_VERBS | english.ADVERBS | english.NOW_WORDS | frozenset(map(lemma, "with to at for about around in on between else all".split()))
)
#: Verbs, as typed, of making known: of no record is it told who did.
_TOLD = frozenset("announce announced say said report reported disclose disclosed publish published".split())
#: What stands between two that do a thing together.
_WITH = frozenset(("with", "and", "between"))
_BOTH = 2
#: Kinds of documents in which others tell of what is not theirs.
_TELLING = ("report", "filing")
_MOST_TOLD = 12
#: How far back what is new is looked for, where no time is named.
_LATELY = 92
#: An uncertain day of an act, in days.
_FEW_DAYS = 7


def happening_reading(question: Question, kind: str, kind_used: set[int]) -> Reading | None:
    """The reading of a question for all that is on record of a time; None where anything else is asked."""
    lows = [t.low for t in question.typed]
    if lows[:1] != ["what"] or question.relative is not None or _ASKING.isdisjoint(lows) or not _together(question):
        return None
    new = "new" in lows or "news" in lows
    if len(question.moments) > 1 or (not question.moments and not (new and question.mentions)):
        return None
    if kind == "change" and "happened" not in lows and "happen" not in lows:
        return None
    content = question.content() - question.timed() - question.mentioned()
    if any(question.tokens[i].lemma not in _ASKED | _BESIDE for i in content - kind_used):
        return None
    if any(m.product is not None for m in question.mentions):
        return None
    reading = Reading("list", None)
    reading.target = ("happenings", "", 0)
    reading.known, reading.corrections = question.known, question.corrections
    moment = question.moments[0] if question.moments else None
    reading.window = (moment.start, moment.end) if moment is not None else (question.today - _LATELY, question.today + 1)
    reading.why = ["what is on record of a time"]
    return reading


def _together(question: Question) -> bool:
    """True where no party is named, one is, or two are that did a thing with each other."""
    parties = question.parties()
    return len(parties) <= 1 or (len(parties) == _BOTH and not _WITH.isdisjoint(t.low for t in question.typed))


def happenings(answer: Answer) -> Document:
    """Everything that is on record of a time, oldest first. Raises :class:`Refusal` where there is nothing."""
    parties = answer.interpreter.parties()
    told = not _TOLD.isdisjoint(t.low for t in answer.interpreter.typed)
    found = _documents(answer, parties)
    if not (found and told and len(parties) == _BOTH):  # what two made known together are their documents
        found += _events(answer, parties)
        found += _begun(answer, parties, {doc["clause"] for _, _, _, doc in found})
    found.sort(key=lambda item: (item[0], item[1]))
    of = f" of {joined([answer.store.name('party', p) for p in sorted(parties)])}" if parties else ""
    start, end = answer.reading.window or (DAWN, FOREVER)
    when = (
        f"on {long_date(start)}"
        if end == start + 1
        else f"from {long_date(start)} to {long_date(end - 1)}"
        if start > DAWN
        else f"to {long_date(end - 1)}"
    )
    when = f"since {long_date(start)}" if end >= FOREVER else when
    if not found and (held := _held(answer, parties)) is not None:
        return held
    if not found:
        raise Refusal("no-record", f"Nothing{of} is on record as begun or made known {when}.")
    kept = found[-_MOST_TOLD:]
    several = f" ({len(found)}, of which the last {_MOST_TOLD})" if len(found) > _MOST_TOLD else ""
    head = f"On record{of} {when}{several}{', whoever made it known' if parties and told else ''}: "
    return answer.made("answered", head + "; ".join(line for _, _, line, _ in kept) + ".", [doc for _, _, _, doc in kept])


#: Words, as typed, that ask for what somebody did at all, and not for what was told or is new.
_DOING = frozenset(("do", "doing", "done"))


def _held(answer: Answer, parties: set[str]) -> Document | None:
    """What the one party that is named had then, where nothing of it began; None where it had nothing."""
    from tenor.ask.accounts.dealt import holdings

    if len(parties) != 1 or _DOING.isdisjoint(t.low for t in answer.interpreter.typed):
        return None
    (answer.reading.holder,) = parties
    try:
        return holdings(answer)
    except Refusal:
        answer.reading.holder = None
        return None


Item = tuple[int, str, str, "Document"]


def _events(answer: Answer, parties: set[str]) -> list[Item]:
    from tenor.ask.accounts.records import _whose, told_as_clause

    start, end = answer.reading.window or (DAWN, FOREVER)
    out: list[Item] = []
    for name, day, title in answer.store.query("SELECT id, day, title FROM event WHERE day < ? AND last_day >= ? ORDER BY day, id", end, start):
        doc = answer.interpreter.lexicon.document(f"event:{name}")
        if parties <= {*doc.get("parties", ())} and _known(answer, str(doc["date"])) and _inside(str(doc["date"]), start, end):
            line = f"{date_words(str(doc['date']))}: {str(title).rstrip('.')}{_whose(doc)}"
            out.append((int(day), str(name), line, told_as_clause(answer, "event", str(name), doc, str(doc["date"]))))
    return out


def _documents(answer: Answer, parties: set[str]) -> list[Item]:
    from tenor.ask.accounts.records import told_as_clause

    start, end = answer.reading.window or (DAWN, FOREVER)
    out: list[Item] = []
    for (name,) in answer.store.query("SELECT id FROM instrument ORDER BY announced, id"):
        doc = answer.interpreter.lexicon.document(str(name))
        when = str(doc["announced"])
        if doc["kind"] in _TELLING or not parties <= {*doc.get("parties", ())} or not _inside(when, start, end) or not _known(answer, when):
            continue
        names = joined([answer.store.name("party", p) for p in doc.get("parties", ())])
        line = f"{date_words(when)}: {str(doc['title']).rstrip('.')} ({names})"
        out.append((Edtf.parse(when).lo or DAWN, str(name), line, told_as_clause(answer, "instrument", str(name), doc, when)))
    return out


def _begun(answer: Answer, parties: set[str], papers: set[str]) -> list[Item]:
    """Clauses that began on a day of the time, by a document of another time."""
    start, end = answer.reading.window or (DAWN, FOREVER)
    sql = """SELECT DISTINCT s.clause FROM segment AS s JOIN lineage AS l ON l.n = s.lineage
        WHERE s.role = 'version' AND s.implied_by IS NULL AND s.from_lo = s.from_hi AND s.from_lo >= ? AND s.from_lo < ?"""
    out: list[Item] = []
    for (number,) in answer.store.query(sql, start, end):
        doc = answer.store.clause(number)
        sides = sides_of(doc)
        if doc["instrument"] in papers or not parties <= sides or doc["observed"] or not _known(answer, doc["known_from"]):
            continue
        if answer.interpreter.lexicon.document(str(doc["instrument"])).get("kind") not in _TELLING or _of_a_period(doc):
            continue
        term = answer.interpreter.lexicon.document(f"term:{doc['term']}")
        by = whose_word(answer.store, doc)
        line = f"{date_words(doc['from'])}: {upper(sentence(answer.store, doc, term, past=False))}" + (f" ({by})" if by else "")
        out.append((parse_day(doc["bounds"]["from"][0]), doc["clause"], line, doc))
    return out


def _of_a_period(doc: Document) -> bool:
    """True for what was over when it was told: the figure of a year begins with it, and nothing happened on its first day."""
    last = doc["bounds"]["to"][1]
    return last is not None and str(last) <= str(doc["known_from"])


def _inside(when: str, start: int, end: int) -> bool:
    """True for a day, or a stretch of days, that lies in the time as a whole; for a few days that touch it."""
    day = Edtf.parse(when)
    if day.lo is None or day.hi is None:
        return False
    return (start <= day.lo and day.hi < end) or (day.hi - day.lo <= _FEW_DAYS and day.lo < end and day.hi >= start)


def _known(answer: Answer, when: str) -> bool:
    known = answer.reading.known
    return known is None or when[: len("2026-01-01")] <= iso(known)
