"""Where nothing that is asked for is recorded on its days: the clause that took its place, a weaker right, or what held last."""

from __future__ import annotations

from tenor.ask.answers.outside import no_record, not_then
from tenor.ask.language import english
from tenor.ask.reading import Reading
from tenor.dates import parse_day

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from tenor.ask.answers.answer import Answer

    Document = dict[str, Any]


#: Words that ask of today alone.
_NOW = frozenset("still now currently today anymore longer".split())


def follow_replacer(answer: Answer) -> bool:
    """Where the lineage ended because a clause of another lineage of the term took its place, that one goes on with the answer."""
    lineages = {x.n: x for x in answer.store.lineages(answer.reading.term)}
    found = []
    for lineage in answer.reading.lineages:
        for doc in answer.store.versions(lineage.n, answer.known)[-1:]:
            ended = doc["bounds"]["to"][0]
            if ended is None or answer.reading.window is None or parse_day(ended) > answer.reading.window[0]:
                continue
            later = answer.store.query("SELECT lineage FROM clause WHERE id = ?", doc["replaced_by"]) if doc["replaced_by"] else []
            found += [lineages[row[0]] for row in later if row[0] in lineages and row[0] != lineage.n]
    if found and answer.reading.kind != "state":
        last = [answer.store.versions(x.n, answer.known)[-1:] for x in answer.reading.lineages]
        answer.reading.ended = [doc for docs in last for doc in docs]
    if found:
        answer.reading.lineages = found
    return bool(found)


def last_resort(answer: Answer) -> list[Document]:
    """What says that it did not hold then, or what held last. Raises :class:`Refusal` with what is recorded around those days."""
    still = any(t.low == "still" for t in answer.interpreter.typed) and not (answer.reading.over or answer.reading.negated)
    segments = not_then(answer.store, answer.reading, answer.term, answer.known, answer.checked, still=still)
    counted = all((s["value"] or {}).get("period") for s in segments)  # that the time of an amount is over says nothing of what comes behind it
    now = not _NOW.isdisjoint(t.low for t in answer.interpreter.typed)
    for segment in segments:
        segment["yes"] = answer.reading.negated if not counted else None if now else not answer.reading.negated
    later = [found for s in segments if (found := _wider(answer, s)) is not None]
    if later and answer.reading.raw == "state":
        answer.reading.raw = "what"  # told in its own words, for those of the term are not its
        return [*({**s, "yes": None} for s in segments), *later]
    segments = segments or _last(answer)
    if not segments:
        raise no_record(answer.store, answer.reading, answer.term, answer.known, answer.today)
    return segments


def _wider(answer: Answer, segment: Document) -> Document | None:
    """The clause on something else that took the place of what was so: it may say the same and more, so that no is not sure."""
    number = answer.store.clause_number(segment["replaced_by"]) if segment["replaced_by"] else None
    doc = answer.store.clause(number) if number is not None else None
    return {**doc, "yes": None} if doc is not None and doc["term"] != answer.reading.term and doc["state"] == "yes" else None


def weaker(answer: Answer) -> Document | None:
    """Where a right would imply another, and the record has that other one without exclusivity, the stronger right does not hold."""
    reading = answer.reading
    if (
        reading.kind not in ("state", "holder") or reading.subject is None or reading.inside is not None
    ):  # of another deal, the weaker one tells nothing
        return None
    for (source,) in answer.store.query("SELECT source FROM link WHERE target = ? AND field = 'implied_by' ORDER BY source", f"term:{reading.term}"):
        term = str(source).removeprefix("term:")
        other = Reading(reading.kind, term)
        for name in ("subject", "holder", "product", "window", "known", "negated"):
            setattr(other, name, getattr(reading, name))
        other.exclusive = True
        other.lineages = [x for x in answer.store.lineages(term, reading.subject) if x.scope is None]
        weak = type(answer)(answer.store, answer.interpreter, other, answer.today)
        segments = [s for s in weak.segments() if s["exclusive"] is False]
        through = {d["via"] for x in other.lineages for d in answer.store.versions(x.n)}
        if reading.product not in (None, *through):
            continue  # whether what goes through another product is exclusive is not told
        if segments:
            return weak.made("answered", weak.text(segments), segments)
    return None


def _last(answer: Answer) -> list[Document]:
    """For what and how much without a time: where nothing holds today, the versions that held last, or that are to come."""
    asked = answer.interpreter
    today = (answer.today, answer.today + 1)
    now = any(t.lemma in english.NOW_WORDS for t in asked.tokens)
    if answer.reading.raw not in ("what", "value", "list", "keyword") or answer.reading.window != today or asked.moments or now:
        return []
    answer.reading.window = None
    held = [s for s in answer.segments() if s["clause"]]
    who = answer.reading.raw in ("what", "keyword") and answer.reading.holder is None and answer.term.get("answer") != "text"
    if who and any(s["holder"] or s["holders"] for s in held) and not any(t.lemma in english.VALUE_WORDS - {"what"} for t in asked.tokens):
        answer.reading.window = today  # who has it now, is nobody who had it once
        return []
    if answer.reading.raw == "list":
        return held
    latest = max((s["bounds"]["from"][0] or "" for s in held), default="")
    kept = [s for s in held if s["state"] != "no" and ((over := s["bounds"]["to"][1] or "9999") > latest or (over == latest and s["holder"]))]
    answer.reading.window = None if kept else today
    return kept
