"""The days that a reading is about."""

from __future__ import annotations

from itertools import pairwise

from tenor.ask.language import english
from tenor.ask.parties.edges import somebody_holds
from tenor.ask.reading import Refusal
from tenor.dates import DAWN, FOREVER, iso

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from tenor.ask.interpreting.question import Question
    from tenor.ask.reading import Reading
    from tenor.ask.times.moments import Moment

#: Words, as typed, by which several are asked for.
_PLURAL = frozenset("were are all everybody everyone ever list".split())
_PRESENT = frozenset("is are does do has have".split())
_IN_FORCE = frozenset("force valid effect effective".split())
#: Words before a time in which something was so; without one, a time says which thing is meant.
_INSIDE = frozenset("in on at during within throughout over around under".split())
#: Within how many words the verb of "which old firms have owned it" stands.
_LATEST_VERB = 4
#: Participles of having and doing that do not end in "ed".
_PARTICIPLES = frozenset("had held led run won worn sat kept borne taken".split())


def window_of(question: Question, reading: Reading) -> tuple[int, int] | None:
    """First day and the day after the last, or None for the whole record. Raises :class:`Refusal` where the question names two times."""
    moments = [
        m
        for m in question.moments
        if m.relation != "per"
        or m.record is None
        or (m.record.startswith("event:") and reading.kind not in ("value", "list") and reading.inside is None)
    ]
    if of_then(question):
        moments = []
    if question.relative is not None:
        reading.relative = (question.relative.way, question.relative.mention.party, question.relative.next)
        if not moments:
            return None
        if len(moments) > 1 or reading.kind not in ("holder", "list"):
            raise Refusal("ambiguous", "The question names two times; ask for one.")
        return moments[0].start, moments[0].end  # who came beside X must have held it then
    if len(moments) > 1:
        now = [m for m in moments if (m.start, m.end) == (question.today, question.today + 1) and m.last == m.first]
        moments = [m for m in moments if m not in now] or moments[:1]
    if len(moments) > 1 and reading.kind in ("value", "list", "holder"):  # "in 2023 and in 2024": days without a gap are one time
        spans = sorted((m.start, m.end) for m in moments)
        if all(one[1] == two[0] for one, two in pairwise(spans)):
            return spans[0][0], spans[-1][1]
    if len(moments) > 1:
        if reading.kind == "change" and (span := _compared(moments)) is not None:
            return span
        start, end = max(m.start for m in moments), min(m.end for m in moments)
        beyond = reading.raw == "state" and any(m.relation in ("until", "through") and m.end > end for m in moments)  # whether it lasts that long
        if start >= end or reading.kind == "change" or beyond:
            raise Refusal(
                "ambiguous",
                "The question names more than one time: " + ", ".join(map(_said, moments)) + ". Ask for one.",
            )
        return start, end
    if moments:
        moment = moments[0]
        if moment.record and not moment.record.startswith("event:"):
            reading.instrument = moment.record
        if moment.edge is not None and reading.kind in ("holder", "list", "value", "state") and not (reading.edge or reading.place):
            return moment.edge, moment.edge + 1
        if (up_to := _up_to(question, reading, moment)) is not None:
            return up_to
        if reading.kind == "change" and moment.relation in ("in", "on"):  # what it was on the day before is the other half of a change
            return moment.start - 1, moment.end
        if (reading.raw == "state" and (moment.relation != "between" or (reading.holder is not None and not reading.exclusive))) or (
            reading.kind in ("holder", "list") and moment.whole == (moment.start, moment.end)
        ):
            reading.whole = moment.whole
        return moment.start, moment.end
    if reading.inside is not None and reading.inside[0] == "instrument":
        return None
    if reading.only and reading.raw != "state" and not _holds_today(question, reading):
        return None
    if (
        reading.kind in ("start", "end", "change")
        or reading.past
        or reading.place
        or any(t.low in ("ever", "history", "record") and i not in _named(question, reading) for i, t in enumerate(question.tokens))
        or _all_of_them(question, reading)
        or _all_seen(question, reading)
    ):
        return None
    day = question.today if question.known is None else question.known
    lows = [t.low for t in question.typed]
    ahead = reading.raw == "state" and (lows[:1] == ["will"] or ("going", "to") in pairwise(lows))
    coming = min((row.start for x in reading.lineages for row in question.store.rows(x.n, day) if not row.gap), default=day) if ahead else day
    if coming > day:  # "will A pay", of what starts next year
        return coming, FOREVER
    return day, day + 1


def of_then(question: Question) -> list[Moment]:
    """``is the right of January 2020 still in force``, ``does the 2020 price still hold``: the time that only tells which one is meant, where today is asked about."""
    lows, today = question.lows(), (question.today, question.today + 1)
    past = [m for m in question.moments if (m.start, m.end) != today]
    if not past or lows[0] not in _PRESENT or (len(past) == len(question.moments) and _IN_FORCE.isdisjoint(t.low for t in question.typed)):
        return []
    named = all(m.end <= question.today and m.record is None and m.relation in ("in", "on") and lows[m.first] not in _INSIDE for m in past)
    return past if named else []


def _up_to(question: Question, reading: Reading, moment: Moment) -> tuple[int, int] | None:
    """``who had been president until D``: of what one has at a time, whoever had it up to then; of a year, who had it until some day of that.

    None where all who ever were are asked for.
    """
    term = question.lexicon.document(f"term:{reading.term}")
    asks = reading.kind == "holder" and moment.relation == "until" and moment.end <= question.today and not reading.place and reading.edge != "from"
    if not asks or moment.whole is None or not somebody_holds(term) or term.get("many") or _all_of_them(question, reading):
        return None
    if not _PLURAL.isdisjoint(question.lows()) or not english.ENDING.isdisjoint(question.lemmas()):
        return None
    start = moment.whole[0]
    if moment.end > start + 1:
        reading.edge = "to"
    return start, moment.end


def _compared(moments: Sequence[Moment]) -> tuple[int, int] | None:
    """``how does A's text differ from B's``: the days from one document to the other, where one of the two times is a document's own."""
    start = min(m.start for m in moments)
    end = max(m.start + 1 if m.relation == "since" else m.end for m in moments)
    told = any(m.record and not m.record.startswith("event:") for m in moments) or any((m.start, m.end) == (start, end) for m in moments)
    return (start, end) if told and len(moments) == len(("one", "other")) and start > DAWN and end < FOREVER else None


def _all_of_them(question: Question, reading: Reading) -> bool:
    """``list all mayors``, ``every mayor``, ``who have been mayor``, ``who has owned it``: of what one holds at a time, more than who holds it today is asked for.

    Of what several hold at a time, those of today are all, unless the question says "have been", or "all" where some have gone.
    """
    document = question.lexicon.document(f"term:{reading.term}")
    if reading.kind not in ("list", "holder") or document.get("answer") != "holder":
        return False
    if _ever_did(question) or any(t.low == "joined" for t in question.tokens):
        return True
    if document.get("many") and not any(t.text.lower() == "all" for t in question.tokens):
        return False
    named = _named(question, reading)
    said = {word for name in document.get("names", ()) for word in name.casefold().split()}
    several = any(question.tokens[i].low not in said and question.tokens[i].low.endswith("s") for i in named)
    return bool(named) and (several or any(t.text.lower() == "every" for t in question.tokens))


def _all_seen(question: Question, reading: Reading) -> bool:
    """``list the valuations of A``: of what is told of single days alone, all, and not the one that was seen last."""
    if reading.kind != "list" or question.known is not None or not english.NOW_WORDS.isdisjoint(question.lemmas()):
        return False
    if not any(question.tokens[i].low.endswith("s") for i in _named(question, reading)):
        return False
    told = [doc for x in question.store.lineages(reading.term, reading.subject) for doc in question.store.versions(x.n)]
    return any(doc["observed"] for doc in told) and all(doc["observed"] or not doc["holder"] for doc in told)


def _named(question: Question, reading: Reading) -> set[int]:
    """Positions of the names of the term."""
    return {i for m in question.matches if m.kind == "term" and m.target == reading.term for i in range(m.start, m.end)}


def _ever_did(question: Question) -> bool:
    """``have been``, ``has owned``, ``has A played for``: a participle right behind the verb, or behind one name."""
    if any(a.low in ("have", "has") and b.low == "been" for a, b in pairwise(question.tokens)):
        return True
    for i, token in enumerate(question.tokens[:_LATEST_VERB]):
        if token.low in ("have", "has"):
            j = next((m.end for m in question.mentions if m.start == i + 1 and not m.possessive), i + 1)
            said = question.tokens[j].low if j < len(question.tokens) else ""
            if said in _PARTICIPLES or (said.endswith("ed") and j not in question.mentioned() | question.timed()):
                return True
    return False


def _holds_today(question: Question, reading: Reading) -> bool:
    """True where one of the clauses that the question's words single out holds today; where none does, they are told with their own days."""
    sql = "SELECT 1 FROM clause AS c JOIN segment AS s ON s.clause = c.n WHERE c.id = ? AND s.valid_from <= ? AND s.valid_to > ? LIMIT 1"
    return any(question.store.query(sql, clause, question.today, question.today) for clause in reading.only)


def _said(moment: Moment) -> str:
    """A time in words; one that is open on a side by its other side."""
    if moment.start <= DAWN:
        return f"before {iso(moment.end)}"
    return f"since {iso(moment.start)}" if moment.end >= FOREVER else f"{iso(moment.start)} to {iso(moment.end - 1)}"
