"""What of the versions found answers the question: those that it takes for granted, of the sort, without the excepted, to come, in contrast.

Each step keeps some of them, or raises :class:`Refusal` where the question takes for granted what the record does not have.
"""

from __future__ import annotations

from itertools import pairwise

from tenor.ask.answers.acts import begun_then, joined_then, took_part
from tenor.ask.answers.asked_nouns import of_what_is_asked, of_what_is_counted
from tenor.ask.answers.ending import leaves_what_it_denies
from tenor.ask.answers.opposites import refuse_opposites
from tenor.ask.answers.rates import take_rate
from tenor.ask.answers.sized import amount_wanted, in_its_period, seen_in_time, sized
from tenor.ask.answers.strength import beyond_record, denied, own_words
from tenor.ask.answers.two_sided import of_the_two
from tenor.ask.answers.wording import gap_words, holder_words, joined, span_words, value_words, whose_word
from tenor.ask.interpreting.amounts import MONEY, SCALED, unit_asked, unit_of, units_asked
from tenor.ask.language import english
from tenor.ask.language.roots import root, text_keys
from tenor.ask.language.words import forms, lemma, tokens
from tenor.ask.names.support import SPANS
from tenor.ask.phrasing.negation import LISTING
from tenor.ask.reading import Refusal
from tenor.dates import iso

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from tenor.ask.answers.answer import Answer

    Document = dict[str, Any]


_FIT = frozenset(map(lemma, ("eligible", "eligibility", "qualify")))
#: Fewer versions than these are not parted by what kind of thing they are about.
_SEVERAL = 3
#: Days ahead for which what was agreed last is still told.
_A_YEAR = 366
#: What comes out every quarter or year, and has all sorts of amounts in it.
_PAPERS = english.DOCUMENTS | frozenset(map(lemma, ("result", "earnings", "disclosure", "accounts")))
#: Spans of time that an amount can be for.
PERIODS = ("year", "month", "quarter", "week", "day")
#: Behind the name of a period these count it from a day.
_COUNTING_OFF = frozenset(("ago", "before", "after", "earlier", "later"))
#: Nouns, as typed, for how much something is.
_SUMS = frozenset("size sizes worth cost costs price prices sum money dollars".split())
#: Words behind which "a month" is a time and no rate.
_SPANNING = frozenset("for in after within of once than about over half nearly almost lasts last take takes through during under".split())


#: Before a word, as its opposite.
_DENYING = frozenset(("non", "without", "pre", "un"))
#: Words by which a text says of what is not so that it was.
_LASTING = frozenset("longer anymore more ended over off lost gave gives dropped withdrew left removed".split())
#: Words by which something is still to come, before "to".
_EXPECTED = frozenset("supposed due expected meant set slated scheduled going planned".split())


#: Words, as typed, by which "when" asks for a time that is planned.
DUE = frozenset("due supposed expected scheduled slated planned anticipated targeted".split())


def fitting(answer: Answer, segments: list[Document]) -> list[Document]:
    """The versions that answer. Raises :class:`Refusal` where what the question takes for granted is not so."""
    _false_premise(answer, segments)
    _of_what_denies_it(answer, segments)
    _of_which_not(answer, segments)
    _did_start(answer, segments)
    _unchanged(answer, segments)
    _vacant_or_unknown(answer, segments)
    if answer.reading.kind == "state" and answer.reading.negated and answer.reading.window is None:  # what is over now is what held last
        segments[:] = _latest(answer, segments)
    _taken_as_over(answer, segments)
    _names_its_answer(answer, segments)
    _of_the_sort(answer, segments)
    _of_what_kind(answer, segments)
    of_what_is_asked(answer, segments)
    of_what_is_counted(answer, segments)
    _of_its_opposite(answer, segments)
    _names_nobody(answer, segments)
    _who_may(answer, segments)
    _without_the_excepted(answer, segments)
    _future(answer, segments)
    if answer.reading.raw == "start" and not DUE.isdisjoint([t.low for t in answer.interpreter.typed]):
        from tenor.ask.interpreting.due import due

        due(answer, segments)
    _no_length(answer, segments)
    of_the_two(answer, segments)
    rated = answer.reading.kind in ("value", "list") and take_rate(answer, segments)
    if answer.reading.kind == "value" and not rated:
        _a_period(answer, segments)
        _in_money(answer, segments)
        _in_its_unit(answer, segments)
        if not ("of" in answer.interpreter.lows() and _of_a_sum(answer, segments)):
            sized(answer, segments)
        begun_then(answer, segments)
    elif answer.reading.kind in ("state", "holder"):
        seen_in_time(answer, segments)
        if answer.reading.raw == "what":
            _periodic(answer, segments)
    elif answer.reading.kind == "list":
        in_its_period(answer, segments)
    if answer.reading.kind not in ("value", "list") and (
        answer.reading.raw == "keyword" or (answer.reading.raw == "what" and answer.term.get("answer") != "amount")
    ):
        amount_wanted(answer, segments)
    if answer.reading.kind == "list" and answer.term.get("answer") == "amount":
        begun_then(answer, segments)
    if answer.reading.kind in ("holder", "list") and answer.term.get("answer") == "amount":
        joined_then(answer, segments)
    if answer.reading.kind == "state":
        took_part(answer, segments)
    if answer.interpreter.contrast is not None or answer.interpreter.asks_entry():
        segments = _narrowed(answer, segments)
    if answer.reading.amount is not None:
        from tenor.ask.interpreting.thresholds import compare

        compare(answer, answer.reading.amount, segments)
    from tenor.ask.answers.circumstances import circumstances

    segments = circumstances(answer, segments)
    borne_out(answer, segments)
    return segments


def borne_out(answer: Answer, segments: list[Document]) -> None:
    """A yes, or the day of an act, only from what says so in its own words. Raises :class:`Refusal` where the question says more."""
    _will_not(answer, segments)
    if any(m.product is not None for m in answer.interpreter.mentions):
        from tenor.ask.answers.outlets import refuse_other_outlets

        refuse_other_outlets(answer, segments)
    refuse_opposites(answer, segments)
    if answer.reading.kind in ("state", "holder", "value", "list"):
        from tenor.ask.answers.decided import decided

        decided(answer, segments)
    if answer.reading.raw == "state" and any(s.get("yes") for s in segments):
        if not answer.reading.negated or "longer" in answer.interpreter.lows():  # that B has it not, what A has tells; not that it has it no longer
            _of_another(answer, segments)
        _not_beyond(answer, segments)
        from tenor.ask.answers.strength import as_strong

        as_strong(answer, segments)
    elif answer.reading.kind == "value":
        from tenor.ask.answers.strength import carried_out

        carried_out(answer, segments)
    elif answer.reading.raw == "start" and not answer.reading.negated:
        from tenor.ask.again.moved import refuse_unmoved
        from tenor.ask.answers.strength import dated

        dated(answer, segments)
        refuse_unmoved(answer)


def _of_another(answer: Answer, segments: list[Document]) -> None:
    """``may B do X``, where the record has only that A may: what it says of B, though it be no yes.

    Raises:
        Refusal: no clause that is told has a part for B.
    """
    reading, support = answer.reading, answer.interpreter.support()
    named = {m.party for m in answer.interpreter.mentions}
    for mention in answer.interpreter.mentions:
        who = answer.store.name("party", mention.party)
        acting = mention.start == 1 and not mention.possessive and reading.holder == mention.party
        told = [s for s in segments if s["clause"] and s.get("yes")]
        part = [s for s in segments if s["clause"] and (mention.party in support.parties(s["clause"]) or _is_named(s, who, mention.said))]
        if reading.negated and not part and _had_it(answer, mention.party):
            continue
        mute = acting and told and not any(s["holder"] or s["holders"] or s["subject"] == mention.party for s in told)
        if not part or (mute and not (any(s["subject"] in named for s in told) and any(_is_named(s, who, mention.said) for s in told))):
            raise Refusal("no-record", f"Nothing is recorded on “{answer.term.get('label', reading.term)}” for {who}.", terms=[reading.term or ""])
        if not any(s in part for s in told):
            segments[:] = part


def _is_named(doc: Document, *names: str) -> bool:
    """True where a clause's own words hold all of any of these names."""
    own = text_keys(own_words(doc))
    return any(text_keys(name) <= own for name in names)


def _had_it(answer: Answer, party: str) -> bool:
    """True where another version of the same has the party: it may have it no longer."""
    versions = (doc for x in answer.reading.lineages for doc in answer.store.versions(x.n, answer.known))
    return any(party in (doc["subject"], doc["holder"], *doc["holders"]) for doc in versions)


def _not_beyond(answer: Answer, segments: list[Document]) -> None:
    """``may A do X after 2040``: what has no recorded end is no yes for days that all are to come. Raises :class:`Refusal`."""
    window = answer.reading.window
    told = [s for s in segments if s["clause"] and s.get("yes")]
    if window is not None and window[0] > answer.today + _A_YEAR and not any(s["bounds"]["to"][1] or s["ends_when"] for s in told):
        raise Refusal("no-record", "The record states no end, and so does not decide about days so far ahead.", terms=[answer.reading.term or ""])


def _will_not(answer: Answer, segments: list[Document]) -> None:
    """``will A own 15 percent next year``: that it is not so now is no no. Raises :class:`Refusal`."""
    reading, said = answer.reading, answer.interpreter.typed
    told = [s for s in segments if s["clause"] and s.get("yes") is False]
    if told and reading.raw == "state" and said and said[0].low == "will" and reading.amount is not None and not any(s.get("yes") for s in segments):
        raise Refusal("no-record", "The records say what has been agreed or seen, and not what will be.", terms=[reading.term or ""])


def _false_premise(answer: Answer, segments: list[Document]) -> None:
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
    held = [s for s in segments if s["clause"] and reading.holder in (s["holder"], *s["holders"]) and (s["state"] != "no" or reading.negated)]
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
    raise Refusal("no-record", text, terms=[reading.term or ""])


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
    return Refusal("no-record", text, terms=[answer.reading.term or ""])


def _names_its_answer(answer: Answer, segments: list[Document]) -> None:
    """``who left the office to Ann``: of what one holds at a time, who it was is not told by whom the question names. Raises :class:`Refusal`."""
    reading, question = answer.reading, answer.interpreter
    if reading.kind != "holder" or reading.asks != "holder" or answer.term.get("answer") != "holder" or answer.term.get("many"):
        return
    after = {m.party: question.tokens[m.end : m.end + 1] for m in question.mentions if m.product is None}
    named = {party for party, behind in after.items() if not any(t.lemma in english.DOCUMENTS for t in behind)}
    told = {holder for s in segments if s["clause"] for holder in (s["holder"], *s["holders"]) if holder}
    named -= {s["subject"] for s in segments}
    if told and told <= named and any(t.low in ("who", "whom", "whose") for t in question.tokens):
        text = "The question names who it was and asks who it was: ask when, or who came before or after."
        raise Refusal("not-understood", text, terms=[reading.term or ""])


def _unchanged(answer: Answer, segments: list[Document]) -> None:
    """Raise :class:`Refusal` where nothing changed in that time, of a term that the question does not name: what is meant may be another."""
    reading = answer.reading
    if reading.kind != "change" or reading.window is None or any(m.kind == "term" and m.target == reading.term for m in answer.interpreter.matches):
        return
    first, after = map(iso, reading.window)
    days = [(s["bounds"][side][0] or "", s["bounds"][side][1] or "9999") for s in segments if s["clause"] for side in ("from", "to")]
    if not any(lo < after and hi > first for lo, hi in days if hi != "9999"):
        raise Refusal("no-record", f"No change of “{answer.term.get('label')}” is recorded in that time.", terms=[reading.term or ""])


def _of_what_denies_it(answer: Answer, segments: list[Document]) -> None:
    """``how long did the trial stage last``, of a term that is denied by being in the trial stage: told are the versions that say so, and not what came after."""
    reading, question = answer.reading, answer.interpreter
    if reading.raw not in ("start", "end") or reading.denies or reading.kind != reading.raw or leaves_what_it_denies(answer):
        return
    stages = text_keys(" ".join(map(str, answer.term.get("denies", ()))))
    said = {root(question.tokens[i].lemma) for i in question.content() - question.mentioned() - question.timed()} & stages
    said -= text_keys(str(answer.term.get("label") or ""))
    mine = [s for s in segments if s["clause"] and s["state"] == "no" and said & text_keys(own_words(s))]
    if said and mine:
        segments[:] = mine
        reading.denies = True


def _of_which_not(answer: Answer, segments: list[Document]) -> None:
    """``which credits do not pay for X``, ``which exclude X``: those of which a clause says no. Raises :class:`Refusal` where none does."""
    reading = answer.reading
    if reading.kind not in LISTING or not reading.denies or answer.term.get("answer") != "yes-no":
        return
    told = [s for s in segments if s["clause"]]
    segments[:] = [s for s in told if s["state"] == "no"]
    if not segments:
        raise beyond_record(answer, "The record does not tell of any that is not so.", told)


def _did_start(answer: Answer, segments: list[Document]) -> None:
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
    if told and answer.term.get("answer") == "yes-no" and all(s["state"] == "no" and _LASTING.isdisjoint(_lows(s["text"])) for s in told):
        never = beyond_record(answer, "That it ever was so is not recorded.", told)
        never.final = True
        raise never
    if reading.kind == "start" and any(t.low in ("did", "was", "were") for t in answer.interpreter.tokens):
        began = [s for s in told if s["state"] != "no" and s["status"] != "unstated"]
        segments[:] = began or segments


def _lows(text: object) -> set[str]:
    return {t.low for t in tokens(str(text))}


def _vacant_or_unknown(answer: Answer, segments: list[Document]) -> None:
    """``was the office vacant in 1963``: days of which nothing is recorded do not say. Raises :class:`Refusal` where they could be what is asked for."""
    reading = answer.reading
    if reading.kind != "state" or not reading.negated or reading.holder is not None or answer.term.get("answer") != "holder":
        return
    missing = next((s for s in segments if not s["clause"]), None)
    if missing is not None and not any(s["yes"] for s in segments if s["clause"]):
        where = gap_words(missing["from"], missing["to"])
        raise Refusal("no-record", f"The record does not decide that: nothing is recorded {where}.", terms=[reading.term or ""])


def leading(said: list[str]) -> Iterator[tuple[str, str, str]]:
    """Each name of a period with the two words before it; "a week ago" is a day, and no period."""
    for before, one, two, behind in zip(["", *said], said, said[1:], [*said[2:], ""], strict=False):
        if two in PERIODS and behind not in _COUNTING_OFF:
            yield before, one, two


def _a_period(answer: Answer, segments: list[Document]) -> None:
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
        raise Refusal("no-record", f"No amount by the {each} is recorded here.", terms=[answer.reading.term or ""])


def _periodic(answer: Answer, segments: list[Document]) -> None:
    """``what is the annual cap``: one for all the time is none for a year. Raises :class:`Refusal` where nothing that is told is by that period."""
    said = answer.interpreter.lows()
    period = next((english.PERIODICALLY[one] for one, two in pairwise(said) if one in english.PERIODICALLY and lemma(two) not in _PAPERS), None)
    told = [s for s in segments if s["clause"]]
    spoken = {low for low, of in english.PERIODICALLY.items() if of == period} | {str(period), f"{period}s"}
    if (
        period is not None
        and told
        and not any(not spoken.isdisjoint(_lows(own_words(s))) or "/" in str((s["value"] or {}).get("unit")) for s in told)
    ):
        raise beyond_record(answer, f"Nothing by the {period} is recorded here.", told)


def _who_may(answer: Answer, segments: list[Document]) -> None:
    """``who is eligible for A``: rules that say nothing of that do not answer. Raises :class:`Refusal` where all are such."""
    said = answer.interpreter.typed
    if not said or said[0].low not in ("who", "which") or not any(t.lemma in _FIT for t in said):
        return
    told = [s for s in segments if s["clause"]]
    left = [s for s in told if _FIT & forms(own_words(s))]
    if told and not left:
        raise Refusal("no-record", "The record does not say who is eligible.", terms=[answer.reading.term or ""])
    segments[:] = [s for s in segments if s not in told or s in left]


def _in_its_unit(answer: Answer, segments: list[Document]) -> None:
    """``in gigawatts``, ``for what number of years``: amounts of another unit do not answer. Raises :class:`Refusal` where no other is recorded."""
    units = units_asked(answer.interpreter.tokens, answer.interpreter.timed())
    valued = [s for s in segments if s["clause"] and s["value"] and units]
    mine = [s for s in valued if any(_is_in(s["value"], unit, word) for unit, word in units)]
    if valued and not mine:
        raise Refusal(
            "no-record",
            f"No amount in {joined([word for _, word in units])} is recorded for “{answer.term.get('label')}”.",
            terms=[answer.reading.term or ""],
        )
    segments[:] = [s for s in segments if s not in valued or s in mine]


def _is_in(value: Document, unit: str, word: str) -> bool:
    """True for an amount in a unit, in one that measures the same, or that says the word for it."""
    return unit_of(value) in ("", unit, SCALED.get(unit)) or word in str(value.get("text") or "").lower()


def _no_length(answer: Answer, segments: list[Document]) -> None:
    """``how much is the X lease``: a span of time is no size of it; and what is not so, has no length. Raises :class:`Refusal`."""
    question = answer.reading.asked or answer.interpreter
    held = [s for s in segments if s["clause"]]
    if (
        answer.reading.raw == "end"
        and answer.reading.lasting
        and held
        and all(s["state"] == "no" and not s["ends_when"] and not s["to"] for s in held)
    ):
        raise beyond_record(answer, "The record does not say for how long.", held)
    lows, valued = question.lows(), [s for s in segments if s["clause"] and s["value"]]
    sum_of_it = any(pair == ("how", "much") and lemma(after) in english.YES_NO for pair, after in zip(pairwise(lows), lows[2:], strict=False))
    if not valued or not (sum_of_it or not _SUMS.isdisjoint(lows)) or "long" in lows or unit_asked(question.tokens, question.timed())[0]:
        return
    if all(s["value"]["unit"] in SPANS for s in valued):
        raise beyond_record(answer, "The record gives here how long it is, and not how much.", valued)


def _in_money(answer: Answer, segments: list[Document]) -> None:
    """``what is A's share worth``: a part or a number of something is no money; told is what says it in words.

    Raises:
        Refusal: no version that answers tells of money.
    """
    told = [s for s in segments if s["clause"] and s["value"]]
    if "worth" not in answer.interpreter.lows() or not told or any(unit_of(s["value"]) in ("", *MONEY) for s in told):
        return
    priced = [s for s in told if "$" in str(s["text"]) and "each" not in str(s["text"])]
    if not priced:
        versions = (d for x in answer.reading.lineages for d in answer.store.versions(x.n, answer.known))
        saying = [d for d in versions if "$" in str(d["text"])] or told
        raise beyond_record(answer, "The record gives here how much it is of something, and not what it is worth.", saying)
    segments[:] = priced
    answer.reading.kind, answer.reading.raw = "state", "what"


def _of_a_sum(answer: Answer, segments: list[Document]) -> bool:
    from tenor.ask.answers.portioned import of_a_sum

    return of_a_sum(answer, segments)


def _latest(answer: Answer, segments: list[Document]) -> list[Document]:
    """Of each lineage, the version that holds or held last."""
    numbers = {d["clause"]: x.n for x in answer.reading.lineages for d in answer.store.versions(x.n, answer.known)}
    last: dict[int, Document] = {}
    for segment in segments:
        if segment["clause"]:
            last[numbers.get(segment["clause"], 0)] = segment
    return list(last.values()) or segments


def _taken_as_over(answer: Answer, segments: list[Document]) -> None:
    """``when did A lose X``: the question takes for granted that it is over. Raises :class:`Refusal` where the record has it still."""
    said = answer.interpreter.tokens
    if answer.reading.kind != "end" or not any(t.low == "did" for t in said) or not any(t.lemma in english.LOSING for t in said):
        return
    today = iso(answer.today)
    exclusive = any(t.lemma in english.EXCLUSIVE for t in said)
    held = [s for s in segments if s["clause"] and s["state"] != "no" and not (exclusive and s["exclusive"] is False)]
    now = [s for s in held if (s["bounds"]["from"][0] or "") <= today < (s["bounds"]["to"][1] or "9999")]
    if now:
        raise _still(answer, now)


def _of_the_sort(answer: Answer, segments: list[Document]) -> None:
    """``which chip makers``: only parties of that sort answer. Raises :class:`Refusal` where none does."""
    sort = answer.reading.sort
    if not sort:
        return
    subject = answer.reading.asks == "subject"
    mine = [s for s in segments if s["clause"] and sort & ({s["subject"]} if subject else {s["holder"], *s["holders"]})]
    if not mine:
        raise Refusal(
            "no-record", f"No such party is recorded for “{answer.term.get('label', answer.reading.term)}”.", terms=[answer.reading.term or ""]
        )
    segments[:] = mine


def _of_what_kind(answer: Answer, segments: list[Document]) -> None:
    """``what free plans are on X``, of plans: the versions whose own words say so, where only some do."""
    question = answer.interpreter
    if answer.reading.sort or answer.reading.raw not in ("what", "list") or len(segments) < _SEVERAL:
        return
    asked = sorted(question.asked_noun() - question.mentioned() - question.timed())
    if len(asked) < len(("kind", "noun")) or asked[-1] - asked[0] >= len(asked):
        return
    *kind, noun = (root(question.tokens[i].lemma) for i in asked)
    named = text_keys(" ".join((str(answer.term.get("label") or ""), *answer.term.get("names", ()))))
    if noun in text_keys(str(answer.term.get("label") or "")) and not named & {*kind}:
        left = [s for s in segments if s["clause"] and {*kind} <= text_keys(own_words(s))]
        segments[:] = left or segments


def _of_its_opposite(answer: Answer, segments: list[Document]) -> None:
    """``how long was A's voting seat``, of a seat without a vote. Raises :class:`Refusal` where all that is told is that it is not so."""
    question, told = answer.reading.asked or answer.interpreter, [s for s in segments if s["clause"] and s["state"] != "no"]
    if not told or answer.reading.raw == "state" or not english.NEGATIONS.isdisjoint(question.lows()):
        return
    aside = question.mentioned() | question.timed()
    for i in question.content() - aside:
        said = question.tokens[i]
        apart = said.lemma in english.EXCLUSIVE or (i and question.tokens[i - 1].low in _DENYING)
        if not apart and all("no longer" not in own_words(doc) and denied(doc, root(said.lemma)) is False for doc in told):
            raise beyond_record(answer, f"It is not “{said.text}”.", told)


def _names_nobody(answer: Answer, segments: list[Document]) -> None:
    """``name the experts on X``, ``what are the names of …``: that no text says who it is, is no list. Raises :class:`Refusal` with what is said."""
    listing = answer.reading.raw == "list" or any(t.low == "names" for t in answer.interpreter.tokens)
    told = [s for s in segments if s["clause"]]
    if listing and answer.term.get("answer") == "holder" and told and all(s["status"] == "unstated" for s in told):
        raise Refusal("no-record", f"No names are recorded: {str(told[0]['text']).rstrip('.')}.", terms=[answer.reading.term or ""])


def _without_the_excepted(answer: Answer, segments: list[Document]) -> None:
    """``who besides A``: the others. Raises :class:`Refusal` where nobody else is recorded, or where A has no part in what answers."""
    left = answer.reading.excepted
    if not left:
        return
    support = answer.interpreter.support()
    concerned = set().union(*(support.parties(c) for x in answer.reading.lineages for c in answer.store.clauses(x.n)))
    mine = [s for s in segments if s["clause"] and not left & {s["holder"], *s["holders"]}]
    for segment in segments if answer.reading.kind == "state" else ():  # "does anyone other than A": that A does is no yes
        if segment["clause"] and segment.get("yes") and segment not in mine:
            segment["yes"] = False if segment["exclusive"] else None
        elif segment["clause"] and segment.get("yes") is False and segment["state"] == "no":  # that A alone does not, leaves it to others
            segment["yes"] = None
    if answer.reading.kind in ("state", "start", "end") and left <= concerned:  # "a cloud other than A": the clause that speaks of A says it
        return
    if mine and not left <= concerned:
        who = joined([answer.store.name("party", party) for party in sorted(left - concerned)])
        raise Refusal(
            "no-record",
            f"{who} has no part in “{answer.term.get('label', answer.reading.term)}” on record: ask without it.",
            terms=[answer.reading.term or ""],
        )
    if not mine:
        raise Refusal(
            "no-record", f"Nobody else is recorded for “{answer.term.get('label', answer.reading.term)}”.", terms=[answer.reading.term or ""]
        )
    segments[:] = mine


def _future(answer: Answer, segments: list[Document]) -> None:
    """``when will …``: only what starts after today answers that; and no amount that was seen says what will be."""
    ahead = answer.reading.window is not None and answer.reading.window[0] > answer.today
    told = [s for s in segments if s["clause"]]
    if ahead and answer.reading.kind == "value" and told and all(s["observed"] for s in told):
        seen = "; ".join(f"{value_words(s['value'])}, {span_words(s, answer.today)}" for s in told[:2] if s["value"])
        raise Refusal("no-record", f"The records say what was seen, and not what will be. Recorded: {seen}.", terms=[answer.reading.term or ""])
    if not (answer.reading.future or (answer.reading.raw == "start" and answer.term.get("answer") == "holder" and _still_to_come(answer))):
        return
    segments[:] = [s for s in segments if s["clause"] and (s["bounds"]["from"][1] or "") > iso(answer.today)]
    if not segments:
        raise Refusal(
            "no-record", f"The record gives no day to come for “{answer.term.get('label', answer.reading.term)}”.", terms=[answer.reading.term or ""]
        )


def _still_to_come(answer: Answer) -> bool:
    """``when are they supposed to start``: a day to come is meant, and none on which it began."""
    lows = [t.low for t in answer.interpreter.typed]
    return any(one in _EXPECTED and two == "to" for one, two in pairwise(lows)) and not {"is", "are"}.isdisjoint(lows)


def _narrowed(answer: Answer, segments: list[Document]) -> list[Document]:
    from tenor.ask.phrasing.narrowing import apart, entries

    if answer.interpreter.contrast is not None:
        segments = apart(answer.interpreter, answer.interpreter.contrast, segments)
    return entries(answer.interpreter, segments) if answer.interpreter.asks_entry() else segments
