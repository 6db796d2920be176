"""``who became president in 1923``, ``who stopped being …``, ``who was it throughout 1865``: who began or ended in a time, or held on every day of it."""

from __future__ import annotations

from itertools import pairwise

from tenor.ask.answers.wording import gap_words, holder_words
from tenor.ask.language import english
from tenor.ask.language.words import ARTICLES, forms, lemma
from tenor.ask.reading import Refusal
from tenor.dates import DAWN, FOREVER, iso_or_none, parse_day

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from tenor.ask.interpreting.question import Question
    from tenor.ask.reading import Reading
    from tenor.store.read import Store

    Document = dict[str, Any]

_BEGINNING = frozenset(map(lemma, ("become", "appoint", "join", "switch")))
#: Verbs of coming to have something, where it is asked whether it came to that in a time.
_COMING_TO_HAVE = (
    _BEGINNING
    | english.BUYING
    | frozenset(map(lemma, "adopt introduce join marry get obtain gain secure land win receive assume start begin".split()))
)
#: What is done to whoever comes to have something, as typed behind a form of "be".
_MADE = frozenset("made named given awarded handed".split())
#: Of whoever came to have something that one has at a time, as typed; "who gets it" asks who has it.
_GOT = frozenset("got won gained obtained secured landed".split())
#: What one can do is no act.
_ABLE = frozenset(("can", "could", "might", "able"))
#: What came to where it is had, as typed.
_ARRIVED = frozenset("came arrived landed added launched debuted introduced".split())
#: Forms of them that tell of a state as well as of an act.
_STATES = frozenset(("married",))
#: Verbs of beginning to hold an office, with the words, as typed, behind each.
_OFFICE = frozenset(("office", "power", "charge", "over"))
_TAKING = (
    (frozenset(map(lemma, ("take", "assume", "enter"))), (_OFFICE,)),
    (frozenset(map(lemma, ("swear", "sworn"))), (frozenset(("in", "into")),)),
    (frozenset(map(lemma, ("come", "rise"))), (frozenset(("to", "into")), _OFFICE)),
)
_TAKERS = frozenset().union(*(verbs for verbs, _ in _TAKING))
_ENDING = frozenset(map(lemma, ("stop", "cease", "leave", "lose", "divorce")))
_STARTING = frozenset(map(lemma, ("start", "begin", "began")))
_WEDDING = frozenset((lemma("marry"),))
_SIGN = lemma("sign")
#: Days for which somebody may still be called new; how many, no record says.
_NEW = 366
#: With these, a day is one by which it was so, and not the day of the change.
_BY = frozenset(("by", "as", "still", "already", "now"))


def somebody_holds(term: Document) -> bool:
    """True for a term that somebody holds: also with an amount beside the holder."""
    answer = term.get("answer")
    return answer == "holder" or (answer == "amount" and "{holder}" in str(term.get("sentence") or ""))


def edge_of(question: Question, kind: str, term: Document) -> tuple[str, set[int]]:
    """``from`` where the question asks who began in its time, ``to`` where who ended, with the positions of the words that say so; ``new`` whether one was new then."""
    became = kind == "what" and question.lows()[:2] == ("what", "became")  # "what became the capital in 1997"
    if (kind not in ("holder", "list", "state") and not became) or not question.moments or question.relative is not None:
        return "", set()
    if any(question.tokens[m.first].low in _BY for m in question.moments):
        return "", set()
    # "could one buy X in 2024": what could be had then, whenever that began
    able = question.tokens[0].low == "may" or not _ABLE.isdisjoint(question.lows())
    coming = _COMING_TO_HAVE if _buys(question, term) else _COMING_TO_HAVE - english.BUYING
    if way := moved(question) if kind == "state" else _where_to(question):
        return ("", set()) if kind == "state" and way == "to" else (way, {_moving(question)})
    new = _beside_the_title(question, "new")
    used = _said(question, coming if kind == "state" and not able else _BEGINNING) or _taking_office(question)
    if new and not used and kind == "state":
        return "new", new
    used = used | new or _made(question)
    if not used and kind != "state":
        used = _got(question) or _arrived(question) or _said(question, _WEDDING) or _turning(question, _STARTING) or _signing(question)
    if used:
        return "from", used
    if kind != "state":
        used = _said(question, _ENDING) or _beside_the_title(question, "outgoing") or _turning(question, english.STOPPING)
    return ("to", used) if used else ("", set())


def _made(question: Question) -> set[int]:
    """``was A made president in 1862``, ``who was given it``; not "was it named A", of a name."""
    lemmas, starts = [t.lemma for t in question.tokens], {m.start for m in question.mentions}
    asks = lemmas[0] in english.YES_NO and "be" in lemmas
    return {i for i, t in enumerate(question.tokens) if t.low in _MADE and i + 1 not in starts and (asks or lemmas[i - 1] == "be")}


def moved(question: Question) -> str:
    """``from`` where somebody moves to what is named, which begins then; ``to`` where out of it, which ends; empty where neither or both."""
    lows = question.lows()
    verb = _moving(question)
    before = {"of" if lows[m.start - 2 : m.start] == ("out", "of") else lows[m.start - 1] for m in question.mentions if m.start > verb + 1}
    to, out = not before.isdisjoint(("to", "into")), not before.isdisjoint(("from", "of"))
    return "" if to == out else "from" if to else "to"


def _moving(question: Question) -> int:
    """Where a verb of going from one place to another stands; behind all words where there is none."""
    if english.RELOCATING.isdisjoint(question.lemmas()):
        return len(question.tokens)
    return next(i for i, t in enumerate(question.tokens) if t.lemma in english.RELOCATING)


def _where_to(question: Question) -> str:
    """``where did A move in 2022``, ``from which city did A move then``: ``from`` of what begins then, ``to`` of what ends; empty where the place is named."""
    lows = [low for i, low in enumerate(question.lows()) if i not in question.timed()]
    if moved(question) or _moving(question) == len(question.tokens) or english.ASKING.isdisjoint(lows):
        return ""
    return "to" if lows[0] == "from" or lows[-1] == "from" or lows[-2:] == ["out", "of"] or lows[:2] == ["out", "of"] else "from"


def _buys(question: Question, term: Document) -> bool:
    """``did A buy B``: whoever buys has it from then on; not "did A buy from B", of what B sells."""
    bought = [] if english.BUYING.isdisjoint(question.lemmas()) else [way for way in map(str, term.get("asks", ())) if english.BUYING & forms(way)]
    return not bought or any(way.startswith("{holder}") for way in bought)


def _said(question: Question, words: frozenset[str]) -> set[int]:
    if words.isdisjoint(question.lemmas()):
        return set()
    named = question.mentioned()
    return {i for i, t in enumerate(question.tokens) if t.lemma in words and i not in named and not (t.low in _STATES and _is_so(question, i))}


def _is_so(question: Question, i: int) -> bool:
    """``was A married to B``; not "was it in 1533 that A married B"."""
    lows = question.lows()
    return any(t.lemma in ("be", "get") and lows[j + 1 : j + 2] != ("it",) for j, t in enumerate(question.tokens[:i]))


def _got(question: Question) -> set[int]:
    """``who got X in 2016``; not "who got to decide", and not "in spring, who got first refusal", where the time is that of the whole scene."""
    first = min(m.first for m in question.moments)
    return {i for i, (t, after) in enumerate(pairwise(question.tokens)) if t.low in _GOT and after.low != "to" and i < first}


def _arrived(question: Question) -> set[int]:
    """``which of them came to X in 2016``, ``which have been added to X since May``; "new" beside it says the same."""
    said = question.typed if len(question.typed) == len(question.tokens) else question.tokens
    lows = [t.low for t in said]
    found = {
        i
        for i in range(1, len(lows) - 1)
        if (lows[i] in _ARRIVED or (lows[i] == "come" and lows[i - 1] in ("have", "has")))
        and lows[i + 1] in ("to", "on", "onto")
        and i + 1 not in question.timed()
    }
    return found | {i for i, low in enumerate(lows) if low == "new"} if found else found


def _taking_office(question: Question) -> set[int]:
    """``took office``, ``was sworn in``, ``came to power``."""
    for verbs, words in () if _TAKERS.isdisjoint(question.lemmas()) else _TAKING:
        for i, token in enumerate(question.tokens[:-1]):
            article = int(question.tokens[i + 1].low in ARTICLES)  # "assumed the office of president"
            behind = [t.low for t in question.tokens[i + 1 + article : i + 1 + article + len(words)]]
            if token.lemma in verbs and all(word in choice for word, choice in zip(behind, words, strict=False)) and len(behind) == len(words):
                return set(range(i, i + 1 + article + len(words)))
    return set()


def _beside_the_title(question: Question, word: str) -> set[int]:
    """``the new president in 2017``, ``the outgoing pope``."""
    if word not in question.lows():
        return set()
    starts, named = {m.start for m in question.matches if m.kind in ("term", "party")}, question.mentioned()
    said = enumerate(question.tokens[:-1])
    return {i for i, t in said if t.low == word and i + 1 in starts and i not in named and question.tokens[i - 1].low in ARTICLES}


def _turning(question: Question, words: frozenset[str]) -> set[int]:
    """``who started as president in 1850``, ``whose contract ended in 2018``: a verb of beginning or ending right before the title, or the time."""
    if words.isdisjoint(question.lemmas()):
        return set()
    said, timed = question.tokens, question.timed()
    return {i for i, (t, after) in enumerate(pairwise(said)) if t.lemma in words and i not in timed and (after.low == "as" or i + 1 in timed)}


def _signing(question: Question) -> set[int]:
    """``what club did A sign for in 2021``."""
    return {i for i, (t, after) in enumerate(pairwise(question.tokens)) if t.lemma == _SIGN and after.low == "for"}


def at_edges(store: Store, reading: Reading, label: str, segments: list[Document], run_of: Callable[[Document], Document]) -> None:
    """Keep whose unbroken run (the first version of which ``run_of`` gives) begins or ends in the window, or who held on all its days.

    Raises:
        Refusal: nobody is recorded so.
    """
    if reading.window is None or not (reading.edge or reading.whole) or reading.kind not in ("holder", "list", "state"):
        return
    held = [s for s in segments if s["clause"] and s["state"] != "no"]
    if reading.kind == "state":
        mine = [s for s in held if reading.edge and reading.holder in (None, s["holder"], *s["holders"])]
        if reading.exclusive:  # "did it become (non-)exclusive": what began in that form, and was not so before
            mine = [s for s in mine if s["exclusive"] is not None and s["exclusive"] != reading.negated]
            new = [s for s in mine if (first := run_of(s))["clause"] == s["clause"] or first["exclusive"] != s["exclusive"]]
            found = [(certainty, s) for s in new if (certainty := inside(s["bounds"]["from"], reading.window)) is not None]
        else:
            found = [(certainty, s) for s in mine if (certainty := inside(run_of(s)["bounds"]["from"], reading.window)) is not None]
        sure = [s for certainty, s in found if certainty == "certain"]
        if (
            reading.edge == "new"
            and not found
            and any(inside(run_of(s)["bounds"]["from"], (reading.window[0] - _NEW, reading.window[0])) for s in mine)
        ):
            raise _nobody(store, reading, label, mine)
        for doc in mine:
            doc["yes"] = bool(found) != (reading.negated and not reading.exclusive)
        for _, doc in () if sure else found:
            doc["yes"], doc["certainty"] = True, "possible"
        segments[:] = sure or [s for _, s in found] or mine or segments
        return
    kept = []
    for doc in held:
        if not reading.edge:
            certainty = "certain" if _held_on_all(held, doc, reading.window) else None
        elif reading.edge == "from":
            certainty = inside(run_of(doc)["bounds"]["from"], reading.window)
        else:
            later = store.record(doc["replaced_by"]) or {} if doc["replaced_by"] else {}
            goes_on = later.get("state") != "no" and bool(later) and (later.get("holder"), later.get("holders")) == (doc["holder"], doc["holders"])
            recorded = doc["bounds"]["to"][1]  # an end that nobody wrote down is none in that time
            certainty = inside(doc["bounds"]["to"], reading.window, before=1) if recorded and not goes_on else None
        if certainty is not None:
            kept.append(doc if certainty == "certain" else {**doc, "certainty": certainty})
    if not kept:
        raise _nobody(store, reading, label, held)
    segments[:] = kept


def _nobody(store: Store, reading: Reading, label: str, held: list[Document]) -> Refusal:
    """That nobody is recorded as asked, and who is recorded in that time."""
    how = {"to": "as ending", "": "on all days"}.get(reading.edge, "as beginning")
    where = gap_words(*map(iso_or_none, reading.window or ()))
    then = "; ".join(dict.fromkeys(holder_words(store, s) for s in held[:3]))
    return Refusal(
        "no-record", f"Nobody is recorded {how} {where} (“{label}”)." + (f" Recorded then: {then}." if then else ""), terms=[reading.term or ""]
    )


def inside(bounds: list[str | None], window: tuple[int, int], *, before: int = 0) -> str | None:
    """Whether a day lies in the window: certain, possible, or None for no; ``before`` days earlier."""
    low, high = bounds
    first = parse_day(low) - before if low else (FOREVER if before else DAWN)
    last = parse_day(high) - before if high else FOREVER
    if last < window[0] or first >= window[1]:
        return None
    return "certain" if window[0] <= first and last < window[1] else "possible"


def _held_on_all(held: list[Document], doc: Document, window: tuple[int, int]) -> bool:
    from tenor.ask.answers.whole import covers, merged

    same = [d for d in held if (d["holder"], d["holders"]) == (doc["holder"], doc["holders"]) and d["subject"] == doc["subject"]]
    spans = [(parse_day(d["bounds"]["from"][1] or "9999-12-31"), parse_day(d["bounds"]["to"][0]) if d["bounds"]["to"][0] else FOREVER) for d in same]
    return covers(merged(spans), *window)
