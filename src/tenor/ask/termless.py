"""Questions that name neither a term nor a record: what changed, who came before a holder, what a speaker says."""

from __future__ import annotations

from tenor.ask import english
from tenor.ask.reading import Candidate, Reading, Refusal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tenor.ask.question import Question


def everything(question: Question, kind_used: set[int]) -> Reading | None:
    """``what changed between A and B``: no term, but days, and perhaps the deals of parties or one deal by name."""
    named = {i for m in question.matches if m.kind == "deal" for i in range(m.start, m.end)}
    party = {i for m in question.mentions for i in range(m.start, m.end)}
    words = {i for i in question.content() if question.tokens[i].lemma in english.CHANGE_WORDS | english.DEAL_WORDS}
    if not question.moments or len(question.moments) > 2 or question.content() - kind_used - question.timed() - named - party - words:
        return None
    reading = Reading("change", None)
    reading.target = ("diff", "", 0)
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
    reading.known = question.known
    reading.corrections = question.corrections
    return reading


def only_term(question: Question, kind: str, kind_used: set[int]) -> list[Candidate]:
    """A question that names no term, about who came before or after a holder of just one."""
    beside = question.relative
    if beside is None:
        return []
    terms = [str(t) for (t,) in question.store.query("SELECT DISTINCT term FROM clause WHERE holder = ? ORDER BY term LIMIT 6", beside.mention.party)]
    if question.content() - kind_used - question.timed() - {i for m in question.mentions for i in range(m.start, m.end)}:
        return []
    if len(terms) > 1:
        labels = [question.store.name("term", term) for term in terms]
        raise Refusal("ambiguous", f"{beside.mention.said} is recorded for {', '.join(labels[:-1])} and {labels[-1]}; say which.", terms=terms)
    reading = Reading("holder" if kind in ("what", "keyword") else kind, terms[0])
    reading.raw = kind
    reading.why = [f"{beside.way} {beside.mention.said}"]
    return [Candidate(reading, set(beside.used), [], [])]


def speaker_reading(question: Question, kind: str) -> Reading | None:
    """``what does X say about Y``, ``according to X``: the claims of a speaker."""
    lemmas = [t.lemma for t in question.tokens]
    says = {i for i, w in enumerate(lemmas) if w in english.SAY_WORDS}
    according = next((i for i, t in enumerate(question.tokens) if t.low == "according" and i + 1 < len(question.tokens)), None)
    if not says and according is None:
        return None
    speakers = [m for m in question.mentions if question.store.query("SELECT 1 FROM claim WHERE speaker = ? LIMIT 1", m.party)]
    if not speakers:
        return None
    speaker = speakers[0]
    content = question.content() - says - set(range(speaker.start, speaker.end)) - {i for m in question.moments for i in range(m.first, m.last + 1)}
    if according is not None:
        content -= {according}
    topic = {
        i
        for i in content
        if question.tokens[i].lemma not in english.NOW_WORDS and question.tokens[i].low not in ("video", "right", "wrong", "claims")
    }
    reading = Reading("claim", None)
    reading.subject = speaker.party
    reading.target = ("speaker", speaker.party, 0)
    reading.known = question.known
    reading.corrections = question.corrections
    reading.why = [" ".join(question.tokens[i].lemma for i in sorted(topic))]
    del kind
    return reading
