"""What of the versions found answers the question: the order of the checks, each of which keeps some of them, or raises :class:`Refusal`.

The checks themselves stand with their subjects: `granted` (when it was so), `about_whom`, `of_which`, `asked_nouns`, `in_units`, `sized`, `acts`.
"""

from __future__ import annotations

from tenor.ask.answers.about_whom import names_its_answer, names_nobody, of_another, of_the_sort, owned, rules_that_end, who_may, without_the_excepted
from tenor.ask.answers.acts import begun_then, joined_then, took_part
from tenor.ask.answers.asked_nouns import of_a_pace, of_a_portion, of_what_is_asked, of_what_is_counted
from tenor.ask.answers.circumstances import circumstances
from tenor.ask.answers.done import carried_out, dated
from tenor.ask.answers.ending import ending_then
from tenor.ask.answers.granted import (
    began_indeed,
    changed_indeed,
    held_at_all,
    held_last,
    not_foretold,
    not_too_far_ahead,
    of_what_denies_it,
    only_one,
    over_indeed,
    to_come,
    vacant_or_unknown,
)
from tenor.ask.answers.in_units import by_period, in_its_unit, in_money, no_length, spoken_of_by_period
from tenor.ask.answers.of_which import of_its_opposite, of_what_kind, of_which_not
from tenor.ask.answers.opposites import refuse_opposites
from tenor.ask.answers.strength import as_strong, says_all
from tenor.ask.answers.two_sided import of_the_two
from tenor.ask.language import english

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from tenor.ask.answers.answer import Answer

    Document = dict[str, Any]


#: What a question takes for granted, in the order in which that is seen.
_CHECKS = (
    of_what_denies_it,
    held_at_all,
    of_which_not,
    began_indeed,
    changed_indeed,
    vacant_or_unknown,
    held_last,
    over_indeed,
    only_one,
    names_its_answer,
    of_the_sort,
    of_what_kind,
    of_what_is_asked,
    of_a_portion,
    of_a_pace,
    of_what_is_counted,
    of_its_opposite,
    names_nobody,
    owned,
    who_may,
    rules_that_end,
    without_the_excepted,
    to_come,
)


def fitting(answer: Answer, segments: list[Document]) -> list[Document]:
    """The versions that answer. Raises :class:`Refusal` where what the question takes for granted is not so."""
    for check in _CHECKS:
        check(answer, segments)
    if answer.reading.raw == "start" and not english.DUE.isdisjoint([t.low for t in answer.interpreter.typed]):
        from tenor.ask.interpreting.due import due

        due(answer, segments)
    no_length(answer, segments)
    of_the_two(answer, segments)
    rated = answer.reading.kind in ("value", "list") and any(s["clause"] and s["value"] for s in segments) and _take_rate(answer, segments)
    if answer.reading.kind == "value" and not rated:
        from tenor.ask.answers.sized import sized

        by_period(answer, segments)
        in_money(answer, segments)
        in_its_unit(answer, segments)
        if not ("of" in answer.interpreter.lows() and _of_a_sum(answer, segments)):
            sized(answer, segments)
        begun_then(answer, segments)
    elif answer.reading.kind in ("state", "holder", "list"):
        if any(s["clause"] and (s["value"] or s["observed"]) for s in segments):
            _in_its_time(answer, segments)
        if answer.reading.raw == "what" and answer.reading.kind != "list":
            spoken_of_by_period(answer, segments)
    if answer.reading.kind not in ("value", "list") and (
        answer.reading.raw == "keyword" or (answer.reading.raw == "what" and answer.term.get("answer") != "amount")
    ):
        from tenor.ask.answers.sized import amount_wanted

        amount_wanted(answer, segments)
    if answer.reading.kind in ("holder", "list"):
        ending_then(answer, segments)
    if answer.reading.kind in ("holder", "list") and answer.term.get("answer") == "amount":
        begun_then(answer, segments)
        joined_then(answer, segments)
    if answer.reading.kind in ("state", "holder", "list"):
        took_part(answer, segments)
    if answer.interpreter.contrast is not None or answer.interpreter.asks_entry():
        segments = _narrowed(answer, segments)
    if answer.reading.amount is not None:
        from tenor.ask.interpreting.thresholds import compare

        compare(answer, answer.reading.amount, segments)
    segments = circumstances(answer, segments)
    borne_out(answer, segments)
    return segments


def borne_out(answer: Answer, segments: list[Document]) -> None:
    """A yes, or the day of an act, only from what says so in its own words. Raises :class:`Refusal` where the question says more."""
    not_foretold(answer, segments)
    if any(m.product is not None for m in answer.interpreter.mentions):
        from tenor.ask.answers.outlets import refuse_other_outlets

        refuse_other_outlets(answer, segments)
    refuse_opposites(answer, segments)
    if answer.reading.kind in ("state", "holder", "value", "list"):
        from tenor.ask.answers.decided import decided

        decided(answer, segments)
    if answer.reading.raw == "state" and any(s.get("yes") for s in segments):
        if not answer.reading.negated or "longer" in answer.interpreter.lows():  # that B has it not, what A has tells; not that it has it no longer
            of_another(answer, segments)
        not_too_far_ahead(answer, segments)
        as_strong(answer, segments)
    elif answer.reading.raw == "state" and answer.term.get("answer") == "amount" and all(s.get("yes") is None for s in segments if s["clause"]):
        says_all(answer, segments)
    elif answer.reading.kind == "value":
        carried_out(answer, segments)
    elif answer.reading.raw == "start" and not answer.reading.negated:
        from tenor.ask.again.moved import refuse_unmoved

        dated(answer, segments)
        refuse_unmoved(answer)


def _take_rate(answer: Answer, segments: list[Document]) -> bool:
    from tenor.ask.answers.rates import take_rate

    return take_rate(answer, segments)


def _in_its_time(answer: Answer, segments: list[Document]) -> None:
    from tenor.ask.answers.sized import in_its_period, seen_in_time

    if answer.reading.kind != "list":
        seen_in_time(answer, segments)
    if answer.reading.kind != "holder":
        in_its_period(answer, segments)


def _of_a_sum(answer: Answer, segments: list[Document]) -> bool:
    from tenor.ask.answers.portioned import of_a_sum

    return of_a_sum(answer, segments)


def _narrowed(answer: Answer, segments: list[Document]) -> list[Document]:
    from tenor.ask.phrasing.narrowing import apart, entries

    if answer.interpreter.contrast is not None:
        segments = apart(answer.interpreter, answer.interpreter.contrast, segments)
    return entries(answer.interpreter, segments) if answer.interpreter.asks_entry() else segments
