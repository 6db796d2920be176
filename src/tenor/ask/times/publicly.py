"""The other clock in a question: ``going only by what was public on D``, ``had X been reported by D``.

A turn of phrase that says so becomes the one word ``known`` before its date. Words keep their places, as in :mod:`tenor.ask.phrasing.restating`.
"""

from __future__ import annotations

from itertools import pairwise

from tenor.ask.answers.acts import begun_within
from tenor.ask.answers.wording import value_words
from tenor.ask.language import english
from tenor.ask.language.roots import amounts_in, text_keys
from tenor.ask.language.words import ARTICLES, Token, tokens
from tenor.ask.reading import Refusal
from tenor.ask.times.periods import ORDINALS
from tenor.ask.times.years import MONTH_NUMBERS
from tenor.dates import FOREVER, Edtf, iso, long_date, parse_day

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from tenor.ask.answers.answer import Answer
    from tenor.ask.interpreting.question import Question
    from tenor.ask.times.moments import Moment

    Document = dict[str, Any]

_LEADING = frozenset(
    "going limiting restricting confining judging judged relying based basing looking restricted limited confined sticking using considering given according knowing drawing taking assuming only solely exclusively purely just strictly with from as per".split()
)
_LEADS = _LEADING | frozenset("by on the basis of to at in light view yourself myself ourselves entirely then things stood were".split())
_SOMEBODY = frozenset("people public anyone anybody everybody everyone one we they you reporters readers the outsiders investors".split())
_GOING = frozenset("go goes going gone went".split())
_THROUGH = ("through", "until")
_TOLD = frozenset("reported published disclosed announced leaked revealed known public".split())
_BEING = frozenset(
    "is was were are had has have been be being made become became could did does do publicly already then generally actually commonly it that which anything also".split()
)
_THINGS = frozenset("information facts sources reports documents news material knowledge evidence record records filings reporting".split())
_ANYTHING = frozenset(("any", "anything", "anyone", "more", "it", "this"))
_ASKING = frozenset(("what", "which", "how"))
_MEASURES = frozenset("amount figure size sum number height percentage price rate".split())
_BACK = frozenset("as by on at in before until".split())
_DATED = frozenset("on at by in as until up before through when during prior till back around late early mid".split())


def said_as_known(tokens: Sequence[Token]) -> list[Token]:
    """``known`` before a date in the place of a turn of phrase that says what was public then."""
    out = list(tokens)
    _as_far_as_known(out)
    lows = [t.low for t in out]
    i = 0
    while i < len(out):
        run = _run(lows, i)
        if run is None:
            i += 1
            continue
        asks, end = run
        for j in range(i, end):
            out[j] = Token(out[j].text, "the")
        if asks:
            out[i] = Token(out[i].text, "what")
        out[end - 1] = Token(out[end - 1].text, "known")
        i = end
    _before_it_leaked(out)
    _publicly_known(out)
    _what_was_known(out)
    _what_was_said(out)
    return out


def _run(lows: list[str], i: int) -> tuple[bool, int] | None:
    """Where a turn of phrase that starts at a position ends, and whether it is the question itself (``what was known on D about X``)."""
    j = i
    if lows[i : i + 2] == ["going", "public"]:  # of its shares
        return None
    if lows[i] in _LEADING or (lows[i : i + 2] in (["on", "the"], ["in", "light"], ["by", "what"], ["by", "then"])):
        while j < len(lows) and lows[j] in _LEADS:
            j += 1
    elif lows[i] != "what":
        return None
    lead = j > i
    told = False
    what = lows[j : j + 1] == ["what"]
    if what:
        j += 1
    elif not lead:
        return None
    while j < len(lows) and (lows[j] in _BEING or lows[j] in _THINGS or lows[j] in english.PUBLIC or (what and lows[j] in _SOMEBODY)):
        told = told or lows[j] in english.PUBLIC
        j += 1
    back = j
    while back > i and lows[back - 1] in _BEING:
        back -= 1
    if (
        not lead
        and told
        and lows[j - 1] in ("known", "knew", "know", "public")
        and lows[j : j + 1]
        and lows[j] in ("about", "of", "regarding", "concerning")
    ):
        return True, j
    if not told or j >= len(lows) or not (lows[j] in _DATED or lows[j][0].isdigit()) or lows[back - 1] not in english.PUBLIC | _THINGS:
        return None
    if lows[i] == "as" and lows[back - 1] in ("reported", "announced", "disclosed", "leaked", "revealed", "published", "available"):
        return None  # "as reported in 2025": whose word it is
    return not lead, back


def _publicly_known(out: list[Token]) -> None:
    """``was it publicly known that``: it adds nothing to "known", which asks here."""
    for i in range(1, len(out) - 1):
        if out[i].low == "publicly" and out[i - 1].low == "it" and out[i + 1].low in _TOLD:
            out[i] = Token(out[i].text, "already")


def _what_was_known(out: list[Token]) -> None:
    """``what price was publicly known on D``, ``as of D, what price was known``: the verb is taken out, and the date is the other clock's."""
    lows = [t.low for t in out]
    at = next((i for i in range(2, len(lows)) if lows[i] in ("known", "public")), None)
    if at is None or _ASKING.isdisjoint(lows[:at]):
        return
    first = at
    while first and lows[first - 1] in _BEING:
        first -= 1
    if first == at or lows[first] not in ("was", "were", "had"):
        return
    ends = at + 1 == len(lows)
    leading = lows[:2] == ["as", "of"] or lows[0] in ("by", "in", "on", "at")
    if not (leading if ends else lows[at + 1] in _DATED):
        return
    for i in range(first, at + 1):
        out[i] = Token(out[i].text, "the")
    if ends:
        out[: 2 if lows[0] == "as" else 1] = [*([Token(out[1].text, "the")] if lows[0] == "as" else []), Token(out[0].text, "known")]
    else:
        out[at] = Token(out[at].text, "known")


def _before_it_leaked(out: list[Token]) -> None:
    """``as of D, before anything leaked``: what was known on D."""
    for i, token in enumerate(out):
        if token.low != "before" or not i or not out[i - 1].low[-1:].isdigit():
            continue
        j = i + 1
        while j < min(i + 6, len(out)) and out[j].low not in english.PUBLIC:
            j += 1
        if j < len(out) and out[j].low in english.PUBLIC and i + 1 < j < i + 5 and out[i + 1].low in _ANYTHING:
            for k in range(i, j + 1):
                out[k] = Token(out[k].text, "the")
            out[i] = Token(token.text, "known")
            return


def _as_far_as_known(out: list[Token]) -> None:
    """``on D, was X paid, as far as anyone knew``: what was known on D, wherever the date stands."""
    lows = [t.low for t in out]
    for i in range(len(lows) - 4):
        if lows[i : i + 3] != ["as", "far", "as"]:
            continue
        j = i + 3
        while j < len(lows) and lows[j] in _SOMEBODY | {"could", "outside", "was", "had", "been", "publicly"}:
            j += 1
        if (
            j > i + 3
            and lows[j : j + 1]
            and (
                lows[j] == "knew"
                or (lows[j] == "known" and not {"was", "been"}.isdisjoint(lows[i:j]))
                or (lows[j - 1] == "could" and lows[j] in ("know", "tell", "say", "see"))
            )
        ):
            dated = lows[j + 1 : j + 2] and (lows[j + 1] in _DATED or lows[j + 1][0].isdigit())
            lead = None if dated else _lead(lows, range(len(lows)))
            if dated or lead is not None:
                out[i : j + 1] = [Token(t.text, "the") for t in out[i : j + 1]]
                _known_there(out, j if lead is None else lead, led=lead is not None)
        return


def _what_was_said(out: list[Token]) -> None:
    """``what was X said to be worth on D``, ``on D, how much was X believed to have bought``: what was told or held then, and nothing of later.

    What is said of a deed, as in ``said to have bought in 2015``, has its date.
    """
    lows = [t.low for t in out]
    at = next((i for i in range(2, len(lows) - 1) if lows[i] in english.HELD_TO_BE or lows[i : i + 2] == ["known", "to"]), None)
    if at is None or {"was", "were"}.isdisjoint(lows[:at]):
        return
    ahead, behind = _lead(lows, range(1)), _lead(lows, range(at + 1, len(lows)))
    to = next((i for i in range(at + 1, len(lows) - 1) if lows[i] == "to"), None)
    if to is None or (ahead is not None and behind is not None):
        return
    state = lows[to + 1] == "be" and not lows[min(to + 2, len(lows) - 1)].endswith(("ing", "ed"))
    if ahead is None and (behind is None or (behind > at + 1 and lows[behind] != "as" and not state)):
        return
    if (behind is None and to != at + 1) or not {"was", "were"}.isdisjoint(lows[to:]):
        return
    out[at] = Token(out[at].text, "said")
    _known_there(out, ahead if ahead is not None else behind or 0, led=True)


def _lead(lows: Sequence[str], places: range) -> int | None:
    """Where the one preposition before a date stands, of those places; None where there is none, or another date beside it."""
    found = [i for i in places if lows[i] in ("on", "in", "by") or lows[i : i + 2] in (["as", "of"], ["as", "at"])]
    found = [i for i in found if any(w in MONTH_NUMBERS or w[:1].isdigit() for w in lows[i + 1 + (lows[i] == "as") :][:4])]
    return found[0] if len(found) == 1 else None


def _known_there(out: list[Token], at: int, *, led: bool) -> None:
    """Put ``known`` in the place of a preposition, or of the last word of a turn of phrase."""
    if led and out[at].low == "as":
        out[at], at = Token(out[at].text, "the"), at + 1
    out[at] = Token(out[at].text, "known")


def take_known(question: Question) -> None:
    """``as known on D``, ``what was known by D about …``, ``what had been reported by D as …``: that date is the other clock's.

    Where it is asked whether X was public by D, the words of "what is X" are left.
    """
    said = question.tokens
    for moment in question.moments:
        if moment.end >= FOREVER and said[moment.first].low != "before":
            continue
        if any(a.low in _GOING and b.low == "public" for a, b in pairwise(said[: moment.first])):  # "is A going public in 2026": of its shares
            continue
        if (words := _asks_whether_public(said, moment)) is not None:
            question.tokens, question.published_by = words, (moment.start if moment.end >= FOREVER else moment.end) - 1
            question.moments.remove(moment)
            question.match_again()
            return
        if _is_known(said, moment) and moment.end - 1 > question.today and moment.start > question.today:
            raise Refusal("not-understood", "Nobody can say what will be known on a day to come.")
        if _is_known(said, moment):
            question.known = (moment.end if _first(said, moment) == moment.first else moment.start) - 1
            question.moments.remove(moment)
            for i in range(_first(said, moment), moment.last + 1):
                said[i] = Token("the", "the")
            for other in question.moments:  # "still" is still on that day
                if (other.start, other.end) == (question.today, question.today + 1) and other.first == other.last:
                    other.start, other.end = question.known, question.known + 1
            return


def _is_known(tokens: Sequence[Token], moment: Moment) -> bool:
    """True where the words before a date, or what is told of, make it the day on which something was known."""
    before = {t.low for t in tokens[max(0, moment.first - 2) : moment.first]}
    behind = tokens[moment.last + 1 : moment.last + 2]
    if before & {"known", "knew", "public", "publicly"} or any(t.low == "known" != t.text.lower() for t in behind):
        return True
    lead = tokens[_first(tokens, moment)].low
    lows = [t.low for t in tokens if t.low not in ARTICLES]
    for i, low in enumerate(lows[:-2]):
        if low == "what" and "known" in lows[i + 1 : i + 3] and lead in _BACK:
            return True
        if (
            low in ("had", "has")
            and lows[i + 1] == "been"
            and lows[i + 2] in _TOLD
            and lead in ("as", "by", "before", "until")
            and lows[0] not in ("had", "has")
        ):
            return True
    return False


def _first(tokens: Sequence[Token], moment: Moment) -> int:
    """Where the words of a date start, with those of the document that has it: ``before the filing of D``."""
    i = moment.first - 1
    if i < 1 or tokens[i].low != "of" or tokens[i - 1].lemma not in english.DOCUMENTS:
        return moment.first
    i -= 2
    while i > 0 and tokens[i].low in ARTICLES:
        i -= 1
    return i if i >= 0 and tokens[i].low == "before" else moment.first


def _asks_whether_public(tokens: Sequence[Token], moment: Moment) -> list[Token] | None:
    """``had X been reported by D``: the words of "what is X"; None where that is not asked."""
    if (known := _asks_whether_known(tokens, moment)) is not None:
        return known
    at, lead = moment.first, tokens[moment.first].low
    if all(t.low in ARTICLES or t.low == "known" for t in tokens[:at]) and tokens[-1].low in english.PUBLIC:  # "as of D, was X public"
        tokens = [*tokens[moment.last + 1 :], *tokens[: moment.last + 1]]
        at = len(tokens) - moment.last - 1
    elif moment.last + 1 < len(tokens):
        return None
    first, i = tokens[0].low, at - 1
    back = lead in ("by", "before", "as", "until") or (tokens[i].low in ("known", "public") and lead in ("in", "on", "at"))
    if first not in ("had", "was", "were", "has", "is", "been") or not back or i < 2 or tokens[i].low == "leaked":
        return None
    while i > 0 and tokens[i].low in ("already", "yet", "publicly", "anywhere", "openly", "then"):
        i -= 1
    if tokens[i].low not in english.PUBLIC - {"know", "knew", "available"}:
        return None
    j = i
    while j > 1 and tokens[j - 1].low in ("been", "become", "already", "publicly", "made", "was", "were", "had", "yet", "ever", "even"):
        j -= 1
    said = {t.lemma for t in tokens[1:j]}
    if said & english.NEGATIONS or any(t.low in english.WHO for t in tokens[1:j]):
        return None
    return [Token(tokens[0].text, "what"), *tokens[1:j], *(Token(t.text, "the") for t in tokens[j:])]


def _asks_whether_known(tokens: Sequence[Token], moment: Moment) -> list[Token] | None:
    """``did the public know of X on D``, ``on D, was it already public that X``: the words of "what is X"."""
    lows = [t.low for t in tokens]
    head = 0 if moment.first else moment.last + 1
    i = head + 1
    while i < len(lows) and lows[i] in _SOMEBODY | {"it", "already"} and (lows[i] != "public" or lows[i - 1] not in ("it", "already")):
        i += 1
    if (
        lows[head : head + 1] not in (["did"], ["could"], ["was"], ["had"])
        or i == head + 1
        or i >= len(lows)
        or lows[i] not in (*_BEING, *_TOLD, "know")
    ):
        return None
    while i < len(lows) and (lows[i] in _BEING or lows[i] in _TOLD or lows[i] in ("know", "of", "about")):
        i += 1
    said = [t for j, t in enumerate(tokens) if j >= i and not moment.first <= j <= moment.last and not (t.low == "that" and j == moment.last + 1)]
    if not said or {t.lemma for t in said} & english.NEGATIONS or not {"know", "known", "public", "reported", "disclosed"} & set(lows[:i]):
        return None
    return [Token(tokens[head].text, "what"), *said, *(Token("the", "the") for _ in range(len(tokens) - len(said) - 1))]


def whether_public(answer: Answer) -> Document:
    """Whether the record has a source of that day or earlier, with the earliest of what it tells. Raises :class:`Refusal` for what has no such day."""
    if answer.reading.term is None:
        raise Refusal("not-understood", "I tell when a right or an amount became public, and not when a record as a whole did.")
    through = [m for m in answer.interpreter.moments if m.relation in _THROUGH and m.record is None]
    moments = [m for m in answer.interpreter.moments if m not in through]
    if len(moments) + len(through) > 1 or any(m.relation not in ("in", "on") or m.record is not None for m in moments):
        raise Refusal("ambiguous", "The question names two times; ask when it became public without the other.")
    answer.reading.window = None
    segments = answer.segments()
    if through:  # "that A's right runs through 2030": where the text says so
        until = [f"{word} {iso(through[0].end - 1)[: len('2030')]}" for word in _THROUGH]
        segments = [s for s in segments if s["clause"] and any(said in str(s["text"]).lower() for said in until)]
    if moments:  # "that A lent B in 2021": what was done then
        segments = [s for s in segments if s["clause"] and begun_within(s, (moments[0].start, moments[0].end))]
    day = answer.reading.published_by or 0
    amounts = set(amounts_in(answer.interpreter.tokens).values())  # asked is when the number was public, which can be later than the rest
    measured = not _MEASURES.isdisjoint(answer.interpreter.lows())
    if measured:
        segments = [s for s in segments if s["value"] and s["value"]["text"] is None]
    which = ORDINALS.keys() & {t.low for t in answer.interpreter.tokens} - {"first"}
    if which:  # "that A invested a second time": not what was done once
        segments = [s for s in segments if which <= {t.low for t in tokens(f"{s['text']} {s['label'] or ''} {s['scope'] or ''}")}]
    public = {doc["clause"]: days for doc in segments if doc["clause"] and (days := _public(answer, doc, amounts, measured=measured))}
    told = sorted((s for s in segments if s["clause"] in public), key=lambda s: public[s["clause"]][1])
    if not told:
        raise Refusal("no-record", "The record does not say when that became public.", terms=[answer.reading.term or ""])
    for doc in told:
        first, last = public[doc["clause"]]
        doc["yes"] = True if last <= day else None if first <= day else False
    yes, (_, last) = told[0]["yes"], public[told[0]["clause"]]
    if yes is False and any(doc["yes"] is None for doc in told):
        yes = None
    if answer.reading.raw == "state":
        from tenor.ask.answers.strength import as_strong

        as_strong(answer, told)
    shown = [s for s in told if s["yes"] is yes] or told[:1]
    answer.reading.kind = "value" if measured else "state"
    said = answer.text(shown)
    for opening in ("Yes. ", "No. ", "Yes: ", "No: ", "The record does not say yes or no. "):
        said = said.removeprefix(opening)
    opening = {
        True: f"Yes: by the sources of the record it was public on {long_date(last)}.",
        False: f"No: the first source that the record has is of {long_date(last)}.",
        None: f"The record does not decide that: the day of its first source is not known, and {long_date(last)} at the latest.",
    }[yes]
    return answer.made("answered", f"{opening} {said}", shown)


def asks_when_told(said: Sequence[Token]) -> bool:
    """``when was it reported that …``: since when a thing holds is no day of that."""
    lows = [t.low for t in said if t.low != "first"]
    return lows[:3] == ["when", "was", "it"] and lows[3:4] != [] and lows[3] in _TOLD - {"announced", "known", "public"} and lows[4:5] == ["that"]


def _public(answer: Answer, doc: Document, amounts: set[str], *, measured: bool) -> tuple[int, int] | None:
    """The days between which it became public: those of its first source, or of an event that is the report of it; None where nothing dates it."""
    if measured:  # "the amount of X" is the one that is told
        amounts = amounts | set(amounts_in(tokens(value_words(doc["value"]))).values())
    known = doc["value_known_from"] if amounts and doc.get("value_known_from") else doc["known_from"]
    if known is None:
        return None
    last = parse_day(known)
    sources = [c for c in doc["citations"] if c["for"] == "value"] if amounts else []
    issued = [Edtf.parse(c["published"]) for c in sources or doc["citations"] if c["published"]]
    first = min((date.lo for date in issued if date.hi >= last), default=last)
    sql = """SELECT e.day, e.last_day, e.id FROM event AS e JOIN link AS l ON l.source = 'event:' || e.id
        WHERE l.target = ? AND l.field = 'about' AND e.kind = 'disclosure' ORDER BY e.day"""
    for lo, hi, name in answer.store.query(sql, doc["clause"]):
        if hi <= last and amounts <= text_keys(str(answer.interpreter.lexicon.document(f"event:{name}").get("says") or "")):
            return lo, hi
    return min(first, last), last
