"""Whether a thing came, or comes, to its end: ``did A lose X in T``, ``does X end in T``; and not whether it was over then."""

from __future__ import annotations

from tenor.ask.answers.beyond import beyond_record
from tenor.ask.language import english
from tenor.ask.language.words import ARTICLES, forms, lemma
from tenor.ask.names.support import SPANS
from tenor.ask.parties.edges import inside, moved, somebody_holds
from tenor.ask.reading import Refusal
from tenor.dates import parse_day

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from tenor.ask.answers.answer import Answer
    from tenor.ask.interpreting.question import Question
    from tenor.ask.language.words import Token
    from tenor.store.read import Row

    Document = dict[str, Any]

_WITHIN = frozenset(("in", "on", "between"))
_PAST = frozenset("did was were has had lost ended expired lapsed ceased stopped terminated dropped relinquished".split())


def leaves_what_it_denies(answer: Answer) -> bool:
    """True for ``when did X leave the trial stage``, ``get out of it``, of a term that is denied by that stage: it begins on the day that is asked for."""
    typed = answer.interpreter.typed
    verb = next((i for i, t in enumerate(typed) if t.lemma in english.ENDING or [w.low for w in typed[i - 1 : i + 1]] == ["out", "of"]), len(typed))
    denied = forms(" ".join(answer.term.get("denies", ()))) if verb < len(typed) else frozenset()
    behind = next((t.lemma for t in typed[verb + 1 :] if t.low not in ARTICLES), "")
    return behind in denied and behind not in english.FILLER


def ended_within(answer: Answer, segments: list[Document]) -> list[Document] | None:
    """The segments with whether it ended in the time that the question names; None where that is not asked, or not decided."""
    question, reading = answer.interpreter, answer.reading
    if (by_then := _by_then(answer)) is not None:
        return by_then
    if reading.window is None or reading.amount is not None or len(question.moments) != 1 or question.moments[0].relation not in _WITHIN:
        return None
    aside = question.timed() | {i for m in question.mentions for i in range(m.start, m.end)}  # "at the end of 2016" says when, "Los" is no "lose"
    said = [t for i, t in enumerate(question.tokens) if i not in aside]
    lows = {t.low for t in said}
    losing = english.ENDING if answer.term.get("answer") == "holder" else english.LOSING
    if (
        reading.window[0] > answer.today
        or lows & english.MODALS
        or not lows & _PAST
        or not (any(t.lemma in losing for t in said) or moved(question) == "to")
    ):
        return None
    if said[0].low in ("has", "have"):
        return None  # "has A stopped being X in 2026": whether it is over by then
    ends = [found for x in reading.lineages if (found := _ends(answer, x.n, reading.window[0], min(reading.window[1], answer.today + 1)))]
    if len({verdict for verdict, _ in ends}) != 1:
        return None
    ended, last = ends[-1]
    if ended is False and not question.mentions and reading.scope is None:  # taken of one of several, as nobody is named
        others = [x for x in answer.store.lineages(reading.term) if x.subject != reading.subject]
        if over := [x.subject for x in others if (found := _ends(answer, x.n, reading.window[0], reading.window[1])) and found[0]]:
            names = " and ".join(answer.store.name("party", party) for party in (reading.subject or "", over[0]))
            raise Refusal("ambiguous", f"That is recorded of {names}, and it did not end for both then: name one.", terms=[reading.term or ""])
    then = [s for s in segments if s["clause"]]
    kept = [s for s in then if bool(_held(answer, s)) is (not ended or losing is english.ENDING)]
    if ended is None or not kept:
        kept = (then if losing is english.ENDING else then[-1:]) if ended and then else [last]
    for doc in kept:
        untold = doc.get("role") == "exception" or doc["status"] == "unstated"  # that no text speaks of it any more is no end of it
        doc["yes"] = None if untold else ended is not False
        doc["certainty"] = "possible" if ended is None else "certain"
    return kept


def _by_then(answer: Answer) -> list[Document] | None:
    """``had A left office by D``, ``had A become president before D``: what A had, with whether by then it was over, or had begun; None where neither is asked.

    Raises:
        Refusal: A had it again by then, so that it was over and was not.
    """
    question, reading = answer.interpreter, answer.reading
    asked = _turn_by_then(question) if reading.window is not None and reading.amount is None else ""
    if not asked or reading.window is None or reading.window[1] > answer.today + _A_YEAR:
        return None
    alone = reading.exclusive or answer.term.get("answer") == "yes-no"
    if not alone and (
        reading.holder is None or not somebody_holds(answer.term) or (answer.term.get("answer") == "amount" and answer.term.get("many"))
    ):
        return None
    last = reading.window[1] - 1
    rows = [row for lineage in reading.lineages for row in answer.store.rows(lineage.n, known=answer.known) if not row.gap]
    told = [(row, answer.store.document(row, answer.known, term=reading.term)) for row in rows]
    mine = [(row, doc) for row, doc in told if _had(answer, doc)]
    begun = [(row, doc) for row, doc in mine if row.start <= last]
    then = [(row, doc) for row, doc in begun if last < row.end]
    if not mine or (alone and (not begun or (asked == "begun" and then))):
        return None
    sure = [doc for _, doc in (then if asked == "over" else begun) if doc["certainty"] == "certain"]
    if asked == "over" and sure and any(row.end < then[0][0].start and not _joined(row.end, then[0][0].start, mine) for row, _ in begun):
        who = answer.store.name("party", reading.holder or mine[0][1]["subject"])
        raise Refusal("ambiguous", f"{who} had it before, and had it again by then: ask who had it on that day.", terms=[reading.term or ""])
    yes = not then and bool(begun) if asked == "over" else bool(sure)
    in_doubt = not sure and bool(then if asked == "over" else begun)
    kept = (begun[-1:] if asked == "over" else begun[:1]) or mine[:1]
    if alone and asked == "over":
        kept = [(row, doc) for row, doc in told if row.start <= last < row.end and (not yes or doc["state"] == "no" or doc["exclusive"] is False)]
        if not kept:
            return None
    docs = {doc["clause"]: doc for _, doc in kept}
    for doc in docs.values():
        doc["yes"] = in_doubt or yes != question.denied
        doc["certainty"] = "possible" if in_doubt else "certain"
    return list(docs.values())


def _had(answer: Answer, doc: Document) -> bool:
    """True for a version that gives it to whoever is named, and to nobody beside where that is asked."""
    reading, holders = answer.reading, (doc["holder"], *doc["holders"])
    mine = reading.holder is None or reading.holder in holders or not any(holders)
    return mine and doc["state"] not in ("no", "partly") and (not reading.exclusive or doc["exclusive"] is True)


def _joined(start: int, end: int, mine: list[tuple[Row, Document]]) -> bool:
    """Whether the party's own stretches leave no day out from the one day to the other."""
    while start < end:
        following = max((row.end for row, _ in mine if row.start <= start), default=start)
        if following <= start:
            return False
        start = following
    return True


def _turn_by_then(question: Question) -> str:
    """``over`` or ``begun``, which a question says of what was so by a day; empty where it says neither."""
    said, lows = question.tokens, question.lows()
    if len(question.moments) != 1 or "still" in lows or not english.NEGATIONS.isdisjoint(lows[2:]):  # "hadn't A"
        return ""
    head = next((t.low for t in question.typed if t.low in _HAD), "") if question.denied else lows[0]  # "is it true that A had not …"
    if head not in _HAD:
        return ""
    moment = question.moments[0]
    if said[moment.first].low not in ("by", "before") and not (head in ("had", "has") and "already" in lows):
        return ""
    aside = question.timed() | question.mentioned()
    verbs = [t for i, t in enumerate(said) if i and i not in aside]
    if any(t.lemma in english.ENDING for t in verbs):
        return "over"
    perfect = head == "had" and any(t.low in ("been", "held") or (t.low == "had" and head == lows[0]) for t in verbs)
    return "begun" if perfect or any(t.lemma in _BEGINNING for t in verbs) else ""


def _ends(answer: Answer, lineage: int, start: int, end: int) -> tuple[bool | None, Document] | None:
    """Whether the last day of what held is one of these days (None where it may be), with the version that says so; None where nothing held."""
    told = {}
    for row in answer.store.rows(lineage, known=answer.known):
        if not row.gap and row.start < end and _held(answer, doc := answer.store.document(row, answer.known, term=answer.reading.term)):
            told[doc["clause"]] = doc
    mine = list(told.values())
    runs = [one for one, after in zip(mine, [*mine[1:], None], strict=False) if after is None or not _touch(one, after)]
    found = [(inside(one["bounds"]["to"], (start, end), before=1), one) for one in runs if one["bounds"]["to"][1]]
    if end == start + 1:  # the first day without it is one on which it ended, too
        found += [(inside(one["bounds"]["to"], (start, end)), one) for _, one in found]
    for says, verdict in (("certain", True), ("possible", None)):
        if any(said == says for said, _ in found):
            return verdict, next(one for said, one in found if said == says)
    return (False, mine[-1]) if mine else None


def _touch(one: Document, after: Document) -> bool:
    """True where no day need lie between two versions."""
    last, first = one["bounds"]["to"][1], after["bounds"]["from"][0]
    return not last or not first or parse_day(first) <= parse_day(last)


def _held(answer: Answer, doc: Document) -> bool | None:
    """Whether a version says that it held, whatever way round the question asks."""
    said = answer.yes(doc)
    return said if said is None or not answer.reading.negated else not said


#: Verbs of coming to have something, and heads of a question for whether it had come to that.
_BEGINNING = frozenset(map(lemma, "become start begin take assume get obtain gain win enter join commence appoint elect secure land receive".split()))
#: Days ahead for which what was agreed last is still told.
_A_YEAR = 366
_HAD = frozenset(("had", "has", "did", "was", "were"))
_STATED = "is it true that".split()
_COMING = frozenset(("do", "does", "will", "would"))


def comes_to_end(answer: Answer) -> list[Document] | None:
    """``does X expire``, ``will X end in T``: what holds today, with whether its end is (in that time); None where that is not asked.

    Raises:
        Refusal: no end is recorded, or what could be is asked.
    """
    if any(t.low == "if" for t in answer.interpreter.typed[1:]):  # in which case it ends, a stated end does not tell
        return None
    question, reading = answer.interpreter, answer.reading
    first = question.typed[0].low if question.typed else ""
    stated = [t.low for t in question.typed[:4]] == _STATED and any(t.lemma in english.STOPPING and t.low.endswith("s") for t in question.typed[4:])
    first = "does" if stated else first
    ends = bool(question.moments) and any(t.lemma in english.STOPPING for t in _last(question))  # a term's own word for its end says so, too
    if not (reading.over or ends) or reading.amount is not None or first not in _COMING | english.POSSIBLE:
        return None
    asked = reading.window if question.moments else None
    if first in english.POSSIBLE:
        if not any(t.lemma in english.STOPPING for t in _last(question)):
            return None  # "could either side end it"
        raise Refusal("not-understood", "The records say when a thing ends, and not when it could: ask until when.", terms=[reading.term or ""])
    day = answer.today if reading.known is None else reading.known
    holding = [doc for lineage in reading.lineages for doc in _on(answer, lineage.n, day) if _holds(answer, doc)]
    if not holding:
        return None
    if asked is None and open_ended(holding):
        raise Refusal("no-record", f"No end is recorded for “{answer.term.get('label', reading.term)}”.", terms=[reading.term or ""])
    for doc in holding:
        doc["yes"] = _ends_then(doc, asked)
    return holding


def ending_then(answer: Answer, segments: list[Document]) -> None:
    """``which contracts end in T``: those whose last day is in that time. Raises :class:`Refusal` where no one's is."""
    window, question, told = answer.reading.window, answer.interpreter, [s for s in segments if s["clause"]]
    if window is None or not told or not question.moments or not any(t.lemma in english.STOPPING for t in _last(question)):
        return
    segments[:] = [s for s in told if _ends_then(s, window)]
    if not segments:
        raise beyond_record(answer, "For none of these a last day in that time is recorded.", told)


def open_ended(segments: list[Document]) -> str:
    """What is said behind versions of none of which an end is recorded."""
    return "" if any(s["bounds"]["to"][1] or s["ends_when"] for s in segments) else " No end is recorded."


def _last(question: Question) -> list[Token]:
    """The last word but for the time."""
    return [t for i, t in enumerate(question.tokens) if i not in question.timed()][-1:]


def _on(answer: Answer, lineage: int, day: int) -> list[Document]:
    """What a lineage says on a day, as it was known."""
    rows = answer.store.rows(lineage, day, day + 1, answer.known)
    return [answer.store.document(row, answer.known, term=answer.reading.term) for row in rows if not row.gap]


def _holds(answer: Answer, doc: Document) -> bool:
    """True for a version that holds, of the holder and the clauses that are asked about."""
    reading = answer.reading
    mine = reading.holder in (None, doc["holder"], *doc["holders"]) and (not reading.only or doc["clause"] in reading.only)
    return mine and doc["state"] != "no"


def _ends_then(doc: Document, window: tuple[int, int] | None) -> bool | None:
    """Whether a version's last day is in the time, or is stated at all where no time is named; None where that depends, and no where it goes on."""
    earliest, latest = doc["bounds"]["to"]
    if not earliest or not latest:
        lasts = doc["value"] is not None and doc["value"]["unit"] in SPANS  # "20 years": it ends, on a day that is not recorded
        return None if doc["ends_when"] or window is None or lasts else False
    if window is None:
        return True
    first, last = parse_day(earliest) - 1, parse_day(latest) - 1
    if last + 1 == window[0]:  # through the year before: just then, or not then any more
        return None
    return True if window[0] <= first and last < window[1] else False if last < window[0] or window[1] <= first else None
