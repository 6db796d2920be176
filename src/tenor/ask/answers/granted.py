"""What a question takes for granted of when it was so: that it began, changed, is over, is still to come. Each check raises :class:`Refusal` where the record does not have that."""

from __future__ import annotations

from itertools import pairwise

from tenor.ask.answers.beyond import beyond_record, no_record, own_words
from tenor.ask.answers.ending import leaves_what_it_denies
from tenor.ask.answers.wording import gap_words, holder_words, span_words, value_words, whose_word
from tenor.ask.language import english
from tenor.ask.language.roots import root, text_keys
from tenor.ask.language.words import as_typed
from tenor.ask.reading import Refusal
from tenor.dates import iso

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from tenor.ask.answers.answer import Answer

    Document = dict[str, Any]

#: Days ahead for which what was agreed last is still told.
_A_YEAR = 366
#: Words by which a text says of what is not so that it was.
_LASTING = frozenset("longer anymore more ended over off lost gave gives dropped withdrew left removed".split())
#: Words by which something is still to come, before "to".
_EXPECTED = frozenset("supposed due expected meant set slated scheduled going planned".split())


def not_too_far_ahead(answer: Answer, segments: list[Document]) -> None:
    """``may A do X after 2040``: what has no recorded end is no yes for days that all are to come. Raises :class:`Refusal`."""
    window = answer.reading.window
    told = [s for s in segments if s["clause"] and s.get("yes")]
    if window is not None and window[0] > answer.today + _A_YEAR and not any(s["bounds"]["to"][1] or s["ends_when"] for s in told):
        raise no_record(answer, "The record states no end, and so does not decide about days so far ahead.")


def not_foretold(answer: Answer, segments: list[Document]) -> None:
    """``will A own 15 percent next year``: that it is not so now is no no. Raises :class:`Refusal`."""
    reading, said = answer.reading, answer.interpreter.typed
    told = [s for s in segments if s["clause"] and s.get("yes") is False]
    if told and reading.raw == "state" and said and said[0].low == "will" and reading.amount is not None and not any(s.get("yes") for s in segments):
        raise no_record(answer, "The records say what has been agreed or seen, and not what will be.")


def held_at_all(answer: Answer, segments: list[Document]) -> None:
    """A question that takes a holder for granted whom the record does not have."""
    reading = answer.reading
    if reading.kind not in ("start", "end"):
        return
    if reading.exclusive and not reading.negated:  # since when it holds, or until when, is another question than since when it is exclusive
        segments[:] = [s for s in segments if s["exclusive"]] or segments
    if reading.holder is None:
        return
    if reading.kind == "start" and reading.negated and english.EXCLUSIVE.isdisjoint(answer.interpreter.lemmas()):
        _never_over(answer, segments)
    no = reading.negated or (reading.denies and "from" not in answer.interpreter.lows())  # "from one stage to another", which both deny it
    held = [s for s in segments if s["clause"] and reading.holder in (s["holder"], *s["holders"]) and (s["state"] != "no" or no)]
    if reading.exclusive:
        held = [s for s in held if s["exclusive"] is not reading.negated]
    if held:
        segments[:] = held
        return
    who = answer.store.name("party", reading.holder)
    label = str(answer.term.get("label", reading.term))
    others = "; ".join(
        f"{holder_words(answer.store, s)} {span_words(s, answer.today)}" + (f" ({whose_word(answer.store, s)})" if s["status"] != "confirmed" else "")
        for s in segments
        if s["clause"] and s["state"] != "no"
    )
    text = f"The question takes for granted what the record does not have: nothing gives {who} this (“{label}”)." + (
        f" Recorded: {others}." if others else ""
    )
    raise no_record(answer, text)


def _never_over(answer: Answer, segments: list[Document]) -> None:
    """``since when is it no longer …``. Raises :class:`Refusal` where the record has it still."""
    today = iso(answer.today)
    now = [s for s in segments if s["clause"] and (s["bounds"]["from"][0] or "") <= today < (s["bounds"]["to"][1] or "9999")]
    if not now or any(s["state"] == "no" for s in now):
        return
    if answer.term.get("many") or any(answer.reading.holder in (s["holder"], *s["holders"]) for s in now):
        raise _still(answer, now)
    answer.reading.kind, answer.reading.negated = "end", False  # others have it: with that one it ended


def _still(answer: Answer, now: list[Document]) -> Refusal:
    """What is taken for over and is not."""
    still = "; ".join(f"{str(s['text']).rstrip('.')}, {span_words(s, answer.today)}" for s in now[:2])
    text = f"The question takes for granted that this is over; the record has it still: {still}."
    return no_record(answer, text)


def changed_indeed(answer: Answer, segments: list[Document]) -> None:
    """Raise :class:`Refusal` where nothing changed in that time, of a term that the question does not name: what is meant may be another."""
    reading = answer.reading
    if reading.kind != "change" or reading.window is None or any(m.kind == "term" and m.target == reading.term for m in answer.interpreter.matches):
        return
    first, after = map(iso, reading.window)
    days = [(s["bounds"][side][0] or "", s["bounds"][side][1] or "9999") for s in segments if s["clause"] for side in ("from", "to")]
    if not any(lo < after and hi > first for lo, hi in days if hi != "9999"):
        raise no_record(answer, f"No change of “{answer.term.get('label')}” is recorded in that time.")


def of_what_denies_it(answer: Answer, segments: list[Document]) -> None:
    """``how long did the trial stage last``, of a term that is denied by being in the trial stage: told are the versions that say so, and not what came after.

    Raises:
        Refusal: none says so, and how long it was or when it ended is asked.
    """
    reading, question = answer.reading, answer.interpreter
    if (
        reading.raw not in ("start", "end")
        or (reading.denies and reading.raw == "start")
        or reading.kind != reading.raw
        or leaves_what_it_denies(answer)
    ):
        return
    denials = [str(words) for words in answer.term.get("denies", ())]
    stages = text_keys(" ".join(words for words in denials if english.NEGATIONS.isdisjoint(words.split())))
    asked, label = (
        {root(question.tokens[i].lemma) for i in question.content() - question.mentioned() - question.timed()},
        text_keys(str(answer.term.get("label") or "")),
    )
    said = (asked & stages) - label
    if not said or label <= asked:  # "when did it go from the trial stage to the final one"
        return
    told = [s for s in segments if s["clause"]]
    mine = [s for s in told if s["state"] == "no" and said & text_keys(own_words(s))]
    if not mine and reading.raw == "end":
        raise beyond_record(answer, "That it ever was so is not recorded.", told)
    if mine:
        segments[:] = mine
        reading.denies = True


def began_indeed(answer: Answer, segments: list[Document]) -> None:
    """``when did X start``: what did, and not its end.

    Raises:
        Refusal: all that the record has is that it was never so.
    """
    reading, told = answer.reading, [s for s in segments if s["clause"]]
    if (
        reading.kind in ("start", "end") and reading.denies and told and all(s["exclusive"] for s in told)
    ):  # "since when may another do it", of what is exclusive
        raise beyond_record(answer, "That it ever was so is not recorded.", told)
    if reading.kind not in ("start", "end") or reading.negated or reading.denies or reading.holder is not None or reading.window is not None:
        return
    if told and answer.term.get("answer") == "yes-no" and all(s["state"] == "no" and _LASTING.isdisjoint(as_typed(s["text"])) for s in told):
        never = beyond_record(answer, "That it ever was so is not recorded.", told)
        never.final = True
        raise never
    if reading.kind == "start" and any(t.low in ("did", "was", "were") for t in answer.interpreter.tokens):
        began = [s for s in told if s["state"] != "no" and s["status"] != "unstated"]
        segments[:] = began or segments


def vacant_or_unknown(answer: Answer, segments: list[Document]) -> None:
    """``was the office vacant in 1963``: days of which nothing is recorded do not say. Raises :class:`Refusal` where they could be what is asked for."""
    reading = answer.reading
    if reading.kind != "state" or not reading.negated or reading.holder is not None or answer.term.get("answer") != "holder":
        return
    missing = next((s for s in segments if not s["clause"]), None)
    if missing is not None and not any(s["yes"] for s in segments if s["clause"]):
        where = gap_words(missing["from"], missing["to"])
        raise no_record(answer, f"The record does not decide that: nothing is recorded {where}.")


def held_last(answer: Answer, segments: list[Document]) -> None:
    """``who is no longer R``: what is over now is what held last, of each lineage."""
    if answer.reading.kind != "state" or not answer.reading.negated or answer.reading.window is not None:
        return
    numbers = {d["clause"]: x.n for x in answer.reading.lineages for d in answer.store.versions(x.n, answer.known)}
    last = {numbers.get(segment["clause"], 0): segment for segment in segments if segment["clause"]}
    segments[:] = last.values() or segments


def over_indeed(answer: Answer, segments: list[Document]) -> None:
    """``when did A lose X``: the question takes for granted that it is over. Raises :class:`Refusal` where the record has it still."""
    said = answer.interpreter.tokens
    if answer.reading.kind != "end" or not any(t.low == "did" for t in said) or not any(t.lemma in english.LOSING for t in said):
        return
    today = iso(answer.today)
    exclusive = any(t.lemma in english.EXCLUSIVE for t in said)
    held = [s for s in segments if s["clause"] and s["state"] != "no" and not (exclusive and s["exclusive"] is False)]
    now = [s for s in held if (s["bounds"]["from"][0] or "") <= today < (s["bounds"]["to"][1] or "9999")]
    if now and not _was_over_before(answer, held, now):
        raise _still(answer, now)


def only_one(answer: Answer, segments: list[Document]) -> None:
    """``who was the only president in 1974``. Raises :class:`Refusal` where more than one is told of a thing that one has at a time."""
    if answer.reading.kind != "holder" or answer.term.get("many") or ("the", "only") not in pairwise(t.low for t in answer.interpreter.typed):
        return
    told = list(dict.fromkeys(holder_words(answer.store, s) for s in segments if s["clause"] and s["state"] != "no"))
    if len(told) > 1:
        raise no_record(answer, f"The question takes for granted that there was only one. Recorded then: {'; '.join(told)}.")


def _was_over_before(answer: Answer, held: list[Document], now: list[Document]) -> bool:
    """True where the one holder that is asked about had it before, too, up to some day before it came to have it again."""
    if answer.reading.holder is None or answer.term.get("many"):
        return False
    began = [answer.first_of_run(s)["bounds"]["from"][0] for s in now]
    return all(day and any((s["bounds"]["to"][1] or "9999") < day for s in held) for day in began)


def to_come(answer: Answer, segments: list[Document]) -> None:
    """``when will …``: only what starts after today answers that; and no amount that was seen says what will be."""
    ahead = answer.reading.window is not None and answer.reading.window[0] > answer.today
    told = [s for s in segments if s["clause"]]
    if ahead and answer.reading.kind == "value" and told and all(s["observed"] for s in told):
        seen = "; ".join(f"{value_words(s['value'])}, {span_words(s, answer.today)}" for s in told[:2] if s["value"])
        raise no_record(answer, f"The records say what was seen, and not what will be. Recorded: {seen}.")
    if not (answer.reading.future or (answer.reading.raw == "start" and answer.term.get("answer") == "holder" and _still_to_come(answer))):
        return
    segments[:] = [s for s in segments if s["clause"] and (s["bounds"]["from"][1] or "") > iso(answer.today)]
    if not segments:
        raise no_record(answer, f"The record gives no day to come for “{answer.term.get('label', answer.reading.term)}”.")


def _still_to_come(answer: Answer) -> bool:
    """``when are they supposed to start``: a day to come is meant, and none on which it began."""
    lows = [t.low for t in answer.interpreter.typed]
    return any(one in _EXPECTED and two == "to" for one, two in pairwise(lows)) and not {"is", "are"}.isdisjoint(lows)
