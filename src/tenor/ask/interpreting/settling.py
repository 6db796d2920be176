"""Who is who, which lineages and which days a candidate is about: worked out when first asked for."""

from __future__ import annotations

from tenor.ask.parties.roles import settle, turned_round
from tenor.ask.parties.sides import acting_slot
from tenor.ask.reading import Refusal
from tenor.ask.times.windows import window_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tenor.ask.interpreting.question import Question
    from tenor.ask.reading import Candidate, Reading
    from tenor.store.read import Lineage


def settles(question: Question, candidate: Candidate) -> bool:
    """True where the records have such a right between such parties."""
    if candidate.settles is None:
        try:
            settle_candidate(question, candidate)
            candidate.settles = bool(candidate.reading.lineages)
        except Refusal as refusal:
            candidate.settles, candidate.refused = False, refusal if refusal.final else None
    return candidate.settles


def settle_candidate(question: Question, candidate: Candidate) -> None:
    """Who is who, which lineages, which days. Raises :class:`Refusal` where that is not clear."""
    reading = candidate.reading
    if candidate.told and (reading.raw != "state" or question.lexicon.told_in_words(reading.term or "")):
        _take_told(question, reading)
    else:
        settle(question, candidate)
    reading.window = window_of(question, reading)


def _take_told(question: Question, reading: Reading) -> None:
    """The lineages of the clauses that were found by their words."""
    mine = {number for c in reading.only for (number,) in question.store.query("SELECT lineage FROM clause WHERE id = ?", c)}
    does = [(m, slot) for m in question.mentions if (slot := acting_slot(question, reading.term, m))]
    found = [x for x in question.store.lineages(reading.term) if x.n in mine]
    reading.lineages = [x for x in found if all(m.party in _side(x, slot) for m, slot in does)]
    if found and not reading.lineages:
        raise turned_round(does[0][0], reading)
    subjects = {x.subject for x in reading.lineages}
    reading.subject = subjects.pop() if len(subjects) == 1 else None
    reading.holder = _having(question, reading)
    reading.asks = "holder"


def _having(question: Question, reading: Reading) -> str | None:
    """Whoever is named as the one whose end is asked for, and not that of the last who had it: the only one named, where that one has all of these clauses."""
    named = {m.party for m in question.mentions} - {reading.subject}
    if reading.kind != "end" or len(named) != 1:
        return None
    (party,) = named
    return party if all((question.store.record(clause) or {}).get("holder") == party for clause in reading.only) else None


def _side(lineage: Lineage, slot: str) -> list[str]:
    return [lineage.subject] if slot == "subject" else (lineage.holder or "").split("+")
