"""In what an amount is asked for: in money, in a unit, by a period. Each check raises :class:`Refusal` where no amount is recorded in that."""

from __future__ import annotations

from itertools import pairwise

from tenor.ask.answers.beyond import beyond_record, no_record, own_words
from tenor.ask.answers.wording import joined
from tenor.ask.interpreting.amounts import MONEY, SCALED, unit_asked, unit_of, units_asked
from tenor.ask.language import english
from tenor.ask.language.words import as_typed, lemma
from tenor.ask.names.support import SPANS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from tenor.ask.answers.answer import Answer

    Document = dict[str, Any]

#: What comes out every quarter or year, and has all sorts of amounts in it.
_PAPERS = english.DOCUMENTS | frozenset(map(lemma, ("result", "earnings", "disclosure", "accounts")))
#: Spans of time that an amount can be for.
PERIODS = ("year", "month", "quarter", "week", "day")
#: Behind the name of a period these count it from a day.
_COUNTING_OFF = frozenset(("ago", "before", "after", "earlier", "later"))
#: Nouns, as typed, for how much something is.
_SUMS = frozenset("size sizes worth cost costs price prices sum money dollars".split())
#: Those that ask for money.
_IN_MONEY = frozenset(("worth", "cost", "costs"))
#: Words behind which "a month" is a time and no rate.
_SPANNING = frozenset("for in after within of once than about over half nearly almost lasts last take takes through during under".split())


def leading(said: list[str]) -> Iterator[tuple[str, str, str]]:
    """Each name of a period with the two words before it; "a week ago" is a day, and no period."""
    for before, one, two, behind in zip(["", *said], said, said[1:], [*said[2:], ""], strict=False):
        if two in PERIODS and behind not in _COUNTING_OFF:
            yield before, one, two


def by_period(answer: Answer, segments: list[Document]) -> None:
    """``how much each year``: a sum for all of the time is none for a part of it. Raises :class:`Refusal` where no amount is by that period."""
    said = [t.low for t in answer.interpreter.tokens]
    each = next((two for one, two in pairwise(said) if one in ("each", "per", "every") and two in PERIODS), None)
    valued = [s for s in segments if s["clause"] and s["value"]]
    told = " ".join(str(s["text"]).lower() for s in valued)
    each = each or next(
        (english.PERIODICALLY[a] for a, b in pairwise((*said, "")) if a in english.PERIODICALLY and a not in told and lemma(b) not in _PAPERS), None
    )
    told_by = {str(s["value"].get("unit")).partition("/")[2] for s in valued} if not any(s["value"].get("period") for s in valued) else set()
    if each is None:  # "a month"; "in a month" is a time, where no amount is by one
        plainly = bool(told_by) and told_by <= set(PERIODS)
        each = next((two for before, one, two in leading(said) if one == "a" and (plainly or before not in _SPANNING)), None)
    other = each is not None and told_by <= set(PERIODS) and bool(told_by) and each not in told_by
    if other or (each is not None and valued and not any(s["value"].get("period") or "/" in str(s["value"].get("unit")) for s in valued)):
        raise no_record(answer, f"No amount by the {each} is recorded here.")


def spoken_of_by_period(answer: Answer, segments: list[Document]) -> None:
    """``what is the annual cap``: one for all the time is none for a year. Raises :class:`Refusal` where nothing that is told is by that period."""
    said = answer.interpreter.lows()
    period = next((english.PERIODICALLY[one] for one, two in pairwise(said) if one in english.PERIODICALLY and lemma(two) not in _PAPERS), None)
    told = [s for s in segments if s["clause"]]
    spoken = {low for low, of in english.PERIODICALLY.items() if of == period} | {str(period), f"{period}s"}
    if (
        period is not None
        and told
        and not any(not spoken.isdisjoint(as_typed(own_words(s))) or "/" in str((s["value"] or {}).get("unit")) for s in told)
    ):
        raise beyond_record(answer, f"Nothing by the {period} is recorded here.", told)


def in_its_unit(answer: Answer, segments: list[Document]) -> None:
    """``in gigawatts``, ``for what number of years``: amounts of another unit do not answer. Raises :class:`Refusal` where no other is recorded."""
    units = units_asked(answer.interpreter.tokens, answer.interpreter.timed())
    valued = [s for s in segments if s["clause"] and s["value"] and units]
    mine = [s for s in valued if any(_is_in(s["value"], unit, word) for unit, word in units)]
    if valued and not mine:
        raise no_record(answer, f"No amount in {joined([word for _, word in units])} is recorded for “{answer.term.get('label')}”.")
    untold = [word for unit, word in units if not any(_is_in(s["value"], unit, word) for s in mine)]
    if mine and untold and "and" in answer.interpreter.lows():  # "in dollars and in gigawatts": of both, or of neither
        raise no_record(answer, f"No amount in {joined(untold)} is recorded beside the other.")
    segments[:] = [s for s in segments if s not in valued or s in mine]


def _is_in(value: Document, unit: str, word: str) -> bool:
    """True for an amount in a unit, in one that measures the same, or that says the word for it."""
    return unit_of(value) in ("", unit, SCALED.get(unit)) or word in str(value.get("text") or "").lower()


def no_length(answer: Answer, segments: list[Document]) -> None:
    """``how much is the X lease``: a span of time is no size of it; and what is not so, has no length. Raises :class:`Refusal`."""
    question = answer.reading.asked or answer.interpreter
    held = [s for s in segments if s["clause"]]
    ended = [s for s in held if s["ends_when"] or s["to"]]
    several = answer.term.get("answer") == "yes-no" and len({s["scope"] for s in held}) > 1 and not answer.reading.scopes
    whole = several and not answer.reading.denies  # of a stage, what has left it tells how long, and what is in it that it goes on
    endless = ended != held if whole else not ended and all(s["state"] == "no" for s in held)
    if answer.reading.raw == "end" and answer.reading.lasting and held and endless:
        raise beyond_record(answer, "The record does not say for how long.", held)
    lows, valued = question.lows(), [s for s in segments if s["clause"] and s["value"]]
    sum_of_it = any(pair == ("how", "much") and lemma(after) in english.YES_NO for pair, after in zip(pairwise(lows), lows[2:], strict=False))
    if not valued or not (sum_of_it or not _SUMS.isdisjoint(lows)) or "long" in lows or unit_asked(question.tokens, question.timed())[0]:
        return
    if all(s["value"]["unit"] in SPANS for s in valued):
        raise beyond_record(answer, "The record gives here how long it is, and not how much.", valued)


def in_money(answer: Answer, segments: list[Document]) -> None:
    """``what is A's share worth``, ``how much do A's chips cost``: a part or a number of something is no money; told is what says it in words.

    Raises:
        Refusal: no version that answers tells of money.
    """
    told = [s for s in segments if s["clause"] and s["value"]]
    if _IN_MONEY.isdisjoint(answer.interpreter.lows()) or not told or any(unit_of(s["value"]) in ("", *MONEY) for s in told):
        return
    priced = [s for s in told if "$" in str(s["text"]) and "each" not in str(s["text"])]
    if not priced:
        versions = (d for x in answer.reading.lineages for d in answer.store.versions(x.n, answer.known))
        saying = [d for d in versions if "$" in str(d["text"])] or told
        raise beyond_record(answer, "The record gives here how much it is of something, and not what it is worth.", saying)
    segments[:] = priced
    answer.reading.kind, answer.reading.raw = "state", "what"
