"""What a question for an amount says beside the thing itself: before what, by whom, a share of what.

An amount is told only where it is the one of that. Each check raises :class:`Refusal` where it is not.
"""

from __future__ import annotations

from itertools import pairwise

from tenor.ask.answers.acts import doer_of
from tenor.ask.answers.beyond import beyond_record, own_words
from tenor.ask.interpreting.amounts import amount_in, unit_of
from tenor.ask.language import english
from tenor.ask.language.plain import PLAIN
from tenor.ask.language.roots import root, text_keys
from tenor.ask.language.words import ARTICLES, forms, lemma, tokens
from tenor.ask.names.support import OWN
from tenor.dates import iso, parse_day, parse_period

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from tenor.ask.answers.answer import Answer
    from tenor.ask.language.words import Token

    Document = dict[str, Any]

#: Words, as typed, of which a text that says the one does not mean the other.
_OPPOSITES = {"pre": "post", "before": "after", "gross": "net"}
_OPPOSITES |= {other: one for one, other in _OPPOSITES.items()}
#: Those that mean the same beside a noun: "pre-money" is before the money.
_ALIKE = {"pre": "before", "before": "pre", "post": "after", "after": "post"}
#: What may stand before the noun of what somebody made, and words for one of several that came last.
_OWNED = ARTICLES | english.OWNING
_LATEST = frozenset(("last", "final", "latest"))
_EARLIER = frozenset(("before", "pre"))
_PER = frozenset(("per", "a", "each", "apiece"))
_AMOUNTS = frozenset(map(lemma, ("cost", "price", "fee", "amount", "sum", "salary", "fine", "penalty", "size", "value", "worth")))
_PRICES = frozenset(map(lemma, ("cost", "price", "fee")))
#: What falls due for one thing that happens or is done.
_DUE = frozenset(map(lemma, ("fee", "penalty", "fine", "bonus", "deposit", "surcharge")))
_SHARE = frozenset(("share", "shares"))
#: Verbs by which an amount goes over in the time that is asked about, where agreeing on it is done at once.
_FLOWING = frozenset(
    map(
        lemma,
        "get receive provide supply deliver use pay spend deploy add owe take draw consume furnish obtain bring rent lease deployment delivery".split(),
    )
)
#: Verbs of making an amount greater; behind "by how much", where "how much did A raise" asks for the whole of it.
_RAISING = frozenset(map(lemma, "raise increase hike boost lift grow rise expand".split()))
#: Words behind which a verb of changing an amount only says when.
_TIMING = frozenset(("after", "before", "since", "when", "once", "until", "following", "to"))
_SHARES = frozenset(("percent", "percentage", "%"))
_PARTS = frozenset(map(lemma, "part portion share slice chunk bit half".split()))
_BE = frozenset(("is", "are", "was", "were"))
_PROPORTIONS = frozenset(("proportion", "fraction", "percentage", "percent", "%"))
_MORE = frozenset(("more", "additional", "extra", "further"))
_POSSIBLY = frozenset(("may", "can", "could"))
#: Words of a text for what comes beyond what is agreed, or is left of it.
_BEYOND = frozenset(map(lemma, (*_MORE, "option", "left", "remaining", "available", "undrawn")))
_ORDINALS = frozenset(("first", "second", "third", "fourth", "fifth"))
_NUMBERED = _ORDINALS | _LATEST
_IN_ALL = ("total", "ceiling")
_WHOEVER_ASKS = frozenset(("i", "we", "my", "our"))
_A_MONTH = 28
_A_YEAR = 366
_SPANS = tuple(map(lemma, ("year", "month", "week", "day")))


def sized(answer: Answer, segments: list[Document]) -> None:
    """Leave the versions that are of what the question says. Raises :class:`Refusal` where none is."""
    told = [s for s in segments if s["clause"] and s["value"]]
    if not told or not answer.interpreter.typed:
        return
    for check in (
        before_what,
        _by_somebody,
        _a_share,
        _on_top,
        _the_cut,
        _due_for_what,
        _jointly,
        _not_of,
        _proportion,
        _able,
        _of_it,
        _of_what_is_named,
        _of_a_stage,
        _of_its_period,
        seen_later,
        _in_circumstance,
        _raised_in_all,
        _whole_for_a_part,
    ):
        left, why = check(answer, told)
        if not left and check is _whole_for_a_part and (planned := of_that_part(answer, told)):
            answer.term = answer.interpreter.lexicon.document(f"term:{planned[0]['term']}")
            segments[:] = planned
            return
        if not left:
            raise beyond_record(answer, why, told)
        if len(left) < len(told):
            stretches = check is not before_what  # when nothing is known says nothing of what was before or after a thing
            segments[:] = [s for s in segments if (s not in told and stretches) or s in left]
            told = left


def in_its_period(answer: Answer, segments: list[Document]) -> None:
    """``what revenue did A book in T``, a list, and ``did A book $5 in T``: not the amounts of other months. Raises :class:`Refusal` where there are no others."""
    told = [s for s in segments if s["clause"] and s["value"]]
    left, why = _of_its_period(answer, told)
    if told and not left:
        raise beyond_record(answer, why, told)
    segments[:] = [s for s in segments if s not in told or s in left]


def amount_wanted(answer: Answer, segments: list[Document]) -> None:
    """``A B license cost``, ``price per share``: no amount, no answer. Raises :class:`Refusal` where what is told beside the words has none."""
    question = answer.interpreter
    told = [s for s in segments if s["clause"]]
    keyword = answer.reading.raw == "keyword"
    asks = any(t.lemma in english.YES_NO for t in question.typed[: None if keyword else 1])
    said = [] if asks else [t for t in question.typed[not keyword :] if t.lemma in (_AMOUNTS if keyword else _PRICES)]
    called = forms(" ".join((str(answer.term.get("label")), *answer.term.get("names", ())))) if said else frozenset()
    wanted = next((t.low for t in said if t.lemma not in called), None)
    priced = not keyword or _a_share(answer, told)[0]
    if told and ((wanted is not None and not any(s["value"] and s["value"]["amount"] is not None for s in told)) or not priced):
        raise beyond_record(answer, f"No “{wanted or 'price of a share'}” is recorded here.", told)


def before_what(answer: Answer, told: list[Document]) -> tuple[list[Document], str]:
    """``the valuation before the money``, ``the price before the cut``: not the one after it."""
    question = answer.interpreter
    if _OPPOSITES.keys().isdisjoint([t.text.lower() for t in question.typed]):
        return told, ""
    timed = question.timed() | {0, *question.after_commas()}
    if question.known is not None and len(question.tokens) == len(question.typed):  # "what was known before D": the word is that date's
        timed |= {i for i, t in enumerate(question.tokens) if t.low in ARTICLES}
    said = [(i, t.text.lower()) for i, t in enumerate(question.typed) if t.text.lower() not in _OWNED]
    for (i, low), (j, noun) in pairwise(said):
        if low not in _OPPOSITES or i in timed or not noun.isalpha():
            continue
        if low == "after" and noun in _NUMBERED and not {j, j + 1} & timed and not any(m.start == i for m in question.matches):
            return _after_the_nth([(s, _pairs(s)) for s in told], noun), f"The record has no amount here that is after the {noun} of these."
        same, opposite = {low, _ALIKE.get(low, low)}, {_OPPOSITES[low], _ALIKE.get(_OPPOSITES[low], _OPPOSITES[low])}
        pairs = [(s, _pairs(s)) for s in told]
        saying = [s for s, found in pairs if any((word, noun) in found for word in same)]
        if not saying and low not in _EARLIER:
            saying = [s for s, found in pairs if not any((word, noun) in found for word in opposite)]
        return saying, f"The record has no amount here that is {low} the {noun}."
    return told, ""


def _after_the_nth(pairs: list[tuple[Document, set[tuple[str, str]]]], which: str) -> list[Document]:
    """``after its last payment``: only what a text says was then; of several that were the last once, the one that was so last."""
    saying = [s for s, found in pairs if any(("after", word) in found for word in (_LATEST if which in _LATEST else (which,)))]
    newest = max((s["bounds"]["from"][0] or "" for s in saying), default="")
    return [s for s in saying if which not in _LATEST or (s["bounds"]["from"][0] or "") == newest]


def _of_its_period(answer: Answer, told: list[Document]) -> tuple[list[Document], str]:
    """``revenue in the June quarter``: not that of a year, nor of months that lie only in part in that time."""
    window, moments = answer.reading.window, answer.interpreter.moments
    if window is None or len(moments) != 1 or moments[0].relation != "in" or moments[0].record is not None or window[1] - window[0] < _A_MONTH:
        return told, ""
    left = [s for s in told if not s["value"].get("period") or _within(parse_period(s["value"]["period"]), window)]
    return left, "The record has an amount of other months here."


def _within(inner: tuple[int, int], outer: tuple[int, int]) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def seen_later(answer: Answer, told: list[Document]) -> tuple[list[Document], str]:
    """``what was A worth in 2025``: not what was first seen long after that, where nobody says since when it was so."""
    window = answer.reading.window
    if window is None or window[1] > answer.today:
        return told, ""
    if _seen_then(answer, window):
        return [s for s in told if not s["observed"] or min(s["observed"]) < iso(window[1])], "The record has this only as it was seen later."
    after = iso(window[1] + _A_MONTH)
    left = [s for s in told if not s["observed"] or min(s["observed"]) < after or (s["bounds"]["from"][1] or after) < after or _soon(s)]
    return left, "The record has this only as it was seen later, and does not say that it was so then."


def seen_in_time(answer: Answer, segments: list[Document]) -> None:
    """Leave out what was first seen long after the time that is asked about. Raises :class:`Refusal` where nothing else is told."""
    told = [s for s in segments if s["clause"] and s["observed"]]
    behind = answer.interpreter.question.partition("?")[2].split()
    if behind and behind[0].lower() in _WHOEVER_ASKS:  # "… eligible? we began last year": a time of theirs
        return
    left, why = seen_later(answer, told)
    if len(left) == len(told):
        return
    segments[:] = [s for s in segments if s in left or s not in told]
    if not any(s["clause"] for s in segments):
        raise beyond_record(answer, why, told)


def _seen_then(answer: Answer, window: tuple[int, int]) -> bool:
    """True where the same was seen in just those days, of whomever it was told."""
    lineages = answer.store.lineages(answer.reading.term, answer.reading.subject)
    return any(iso(window[0]) <= day < iso(window[1]) for x in lineages for doc in answer.store.versions(x.n) for day in doc["observed"])


def _in_circumstance(answer: Answer, told: list[Document]) -> tuple[list[Document], str]:
    """``what does A cost while in preview``: not what nothing says to have been so then."""
    question = answer.interpreter
    behind = question.circumstance()
    if behind is None:
        return told, ""
    said = [t for i, t in enumerate(question.tokens) if i > behind and i in question.content() - question.timed() - question.mentioned()]
    keys = {root(t.lemma) for t in said if t.lemma not in english.GENERIC | english.LIGHT_VERBS | english.NOW_WORDS}
    left = [s for s in told if keys <= text_keys(own_words(s))]
    return left, "The record does not say what it was at that time."


def _soon(doc: Document) -> bool:
    """True where it was seen within a year of the first day on which it can have been so, as between two sightings."""
    first = doc["bounds"]["from"][0]
    return first is not None and parse_period(min(doc["observed"]))[0] - parse_day(first) <= _A_YEAR


def _raised_in_all(answer: Answer, told: list[Document]) -> tuple[list[Document], str]:
    """``how much did A raise in its third round``, of which one clause says what B put in: no sum of the round."""
    question = answer.interpreter
    named = {m.party for m in question.mentions}
    others = {h for s in told for h in (s["holder"], *s["holders"]) if h} - named
    raised = any(t.lemma in _RAISING and t.low not in _TIMING for t in question.typed) and "how" in question.lows()
    one_of_several = bool(answer.reading.only) and len(others) == 1 and bool(answer.term.get("many")) and answer.reading.holder is None
    return ([] if raised and one_of_several else told), "The record tells here what one of them put in, and not what was raised in all."


def _whole_for_a_part(answer: Answer, told: list[Document]) -> tuple[list[Document], str]:
    """``how many gigawatts does A get in 2027``: not what was agreed for all the time of the agreement."""
    question, window = answer.interpreter, answer.reading.window
    timed = question.timed()
    if window is None or not question.moments or any(m.record is not None or m.relation not in ("in", "on") for m in question.moments):
        return told, ""
    if window[1] - window[0] < _A_MONTH and not (window[0] > answer.checked and "by" in question.lows()):
        return told, ""
    keyword = answer.reading.raw == "keyword" and window[0] > answer.today  # "A B 2027 gigawatts": those of that year, where it was agreed on before
    if not keyword and not any(t.lemma in _FLOWING for i, t in enumerate(question.typed) if i not in timed):
        return told, ""
    first, after = iso(window[0]), iso(window[1])
    by_then = window[1] - window[0] < _A_MONTH
    left = [s for s in told if not _agreed_for_more(s, first, after, by_then=by_then) or (keyword and (s["bounds"]["from"][1] or after) >= first)]
    return left, "The record gives that for the whole of the agreement, and not for a part of its time."


def of_that_part(answer: Answer, told: list[Document]) -> list[Document]:
    """What another term has for just that time between the same two, in the same unit: a schedule beside the whole."""
    window, sides, units = answer.reading.window, {(s["subject"], s["holder"]) for s in told}, {unit_of(s["value"]) for s in told}
    if window is None or len(sides) != 1 or None in next(iter(sides)):
        return []
    numbers = [n for (n,) in answer.store.query("SELECT n FROM clause WHERE subject = ? AND holder = ? ORDER BY n", *next(iter(sides)))]
    found = [d for d in map(answer.store.clause, numbers) if d["value"] and d["value"].get("period") and not d["replaced_by"]]
    found = [d for d in found if unit_of(d["value"]) in units and _within(parse_period(d["value"]["period"]), window)]
    return found if len({d["term"] for d in found}) == 1 else []


def _agreed_for_more(doc: Document, first: str, after: str, *, by_then: bool) -> bool:
    """True for an amount in all that runs from before the days or until after them; ``by_then``: only until after them."""
    value = doc["value"]
    offered = value["basis"] == "ceiling" and doc["observed"]  # on a page, to anybody who comes
    if value["basis"] not in _IN_ALL or offered or value.get("period") or "/" in str(value["unit"] or "") or unit_of(value) in _SPANS:
        return False
    begun, over = doc["bounds"]["from"][1], doc["bounds"]["to"][0]
    earlier = begun is not None and begun < first and (over is None or over > after or not by_then)
    return earlier or (over is not None and over > after)


def _pairs(doc: Document) -> set[tuple[str, str]]:
    return set(pairwise(t.low for t in tokens(own_words(doc).replace("-", " ")) if t.low not in ARTICLES))


def _by_somebody(answer: Answer, told: list[Document]) -> tuple[list[Document], str]:
    """``how much did A put into the round of B``: the round as a whole is nothing of A's, where A has no part in the clause."""
    holder = answer.reading.holder
    support = answer.interpreter.support()
    named = [m for m in answer.interpreter.mentions if m.party == holder]
    if holder is None or not named or any(s["holder"] or s["holders"] or s["subject"] == holder for s in told):
        return told, ""
    left = [s for s in told if any(support.concerns(s["clause"], m) for m in named)]
    return left, f"The record tells nothing of {answer.store.name('party', holder)} here."


def _a_share(answer: Answer, told: list[Document]) -> tuple[list[Document], str]:
    """``the price per share``, ``at what price did A get its shares``: not how many shares, nor what all of them cost."""
    if not asks_of_a_share([t.text.lower() for t in answer.interpreter.typed]):
        return told, ""
    priced = [s for s in told if str((s["value"] or {}).get("unit") or "").endswith("/share") or _tells_per_share(s)]
    return priced, "No price of a share is recorded here."


def asks_of_a_share(lows: list[str]) -> bool:
    """True for a question, as typed, for the price of one share."""
    per = any(
        a in _PER and b in _SHARE and before != "as" for before, a, b in zip(["", *lows], lows, lows[1:], strict=False)
    )  # "as a share of sales"
    return per or ("price" in lows and "tag" not in lows and not _SHARE.isdisjoint(lows))


def _tells_per_share(doc: Document) -> bool:
    lows = [t.low for t in tokens(str(doc["text"]))]
    return any(one in _PER and two == "share" for one, two in pairwise(lows)) or "each" in lows or "apiece" in lows


def _on_top(answer: Answer, told: list[Document]) -> tuple[list[Document], str]:
    """``how much more on top of the $5 billion``, ``how much more may A take``: that amount itself, or what is agreed already, is no answer."""
    lows = [t.text.lower() for t in answer.interpreter.typed]
    if ("how", "much") in pairwise(lows) and not _MORE.isdisjoint(lows[2:4]) and not _POSSIBLY.isdisjoint(lows):
        option = _BEYOND & forms(str(answer.term.get("label")))
        left = [s for s in told if option or (s["value"]["hedge"] == "up-to" and _BEYOND & forms(own_words(s).replace("more than", "")))]
        return left, "The record does not tell how much more there may be."
    rows = {(a, b, c) for a, b, c in zip(lows, lows[1:], lows[2:], strict=False)}
    if ("on", "top", "of") not in rows and ("in", "addition", "to") not in rows:
        return told, ""
    amount = amount_in(answer.interpreter, set(range(len(answer.interpreter.tokens))))
    left = [s for s in told if amount is None or s["value"]["amount"] != amount.number]
    return left, "The record tells here no more than the amount that the question names."


def _the_cut(answer: Answer, told: list[Document]) -> tuple[list[Document], str]:
    """``by how much did A cut the price``: the price that it has come to is not by how much."""
    said = answer.interpreter.typed
    lows = [t.text.lower() for t in said]
    head = next((i for i, low in enumerate(lows) if low in english.HEADS), len(lows))
    changing = english.LOWERING | _RAISING if lows[:1] == ["by"] else english.LOWERING
    verb = next(
        (i for i in range(head + 1, len(lows)) if said[i].lemma in changing and lows[i - 1] not in _OWNED and not said[i - 1].possessive), None
    )
    if verb is None or not _SHARES.union(("much",)).intersection(lows[:head]) or not _TIMING.isdisjoint(lows[head:]):
        return told, ""
    left = [s for s in told if s["value"]["amount"] is None or s["value"]["basis"] == "increment" or unit_of(s["value"]) in _SHARES]
    return left, f"The record does not give as an amount of its own by how much it was “{said[verb].low}”."


def _due_for_what(answer: Answer, told: list[Document]) -> tuple[list[Document], str]:
    """``the termination fee``, ``the penalty for X``: a sum that falls due for one thing is not the price of all."""
    said = answer.interpreter.typed
    due = next((i for i, t in enumerate(said) if t.lemma in _DUE and i and said[i - 1].text.lower() not in _OWNED), None)
    if due is None:
        return told, ""
    called = forms(" ".join((str(answer.term.get("label")), *answer.term.get("names", ()))))
    left = [s for s in told if said[due].lemma in called or any(t.lemma == said[due].lemma for t in tokens(own_words(s)))]
    return left, f"No “{said[due].low}” of that kind is recorded here."


def _jointly(answer: Answer, told: list[Document]) -> tuple[list[Document], str]:
    """``how much did A put in``: what several are told to do together is no amount of one of them."""
    question, store = answer.interpreter, answer.store
    doer = doer_of(question)
    if doer is None:
        return told, ""
    name = store.name("party", doer.party)
    row = (f"{name}, ", f"{name} and ", f" and {name}")
    left = [s for s in told if s["holder"] or s["holders"] or s["subject"] == doer.party or not any(words in str(s["text"]) for words in row)]
    return left, f"The record tells this of several together, and gives no share of {name}."


def _not_of(answer: Answer, told: list[Document]) -> tuple[list[Document], str]:
    """``what percentage of its revenue``, where the record says that it is not of that."""
    question = answer.interpreter
    if not question.percent():
        return told, ""
    nouns = {t.low for t in question.typed if t.low.isalpha()}
    denied = [(s, _denied_of(s) & nouns) for s in told]
    left = [s for s, words in denied if not words]
    return left, f"The record says that this is not of {next((word for _, words in denied for word in words), '')}."


def _denied_of(doc: Document) -> set[str]:
    said = [t.low for t in tokens(f"{own_words(doc)} ; {doc['note'] or ''}")]
    return {c for a, b, c in zip(said, said[1:], said[2:], strict=False) if (a, b) == ("not", "of")}


def _proportion(answer: Answer, told: list[Document]) -> tuple[list[Document], str]:
    """``what proportion of its spending``: a percentage, a share told in words, or a part of a larger sum; a sum by itself is no part of anything."""
    said = answer.interpreter.typed
    if not any(b.low in _PROPORTIONS and a.low in ("what", "which") for a, b in pairwise(said)):
        return told, ""
    left = [s for s in told if unit_of(s["value"]) in _SHARES or s["part_of"] or not _SHARES.isdisjoint(t.low for t in tokens(own_words(s)))]
    return left, "The record has sums here, and does not say what proportion they are."


def _able(answer: Answer, told: list[Document]) -> tuple[list[Document], str]:
    """``how much of X can be cancelled``: what nothing says that of is no answer."""
    said = answer.interpreter.typed
    at = next((i for i, t in enumerate(said[:-2]) if t.low in english.POSSIBLE and "be" in (said[i + 1].low, said[i + 2].low)), None)
    if at is None:
        return told, ""
    verb = next((t for t in said[at + 1 :] if t.low not in ("be", "not", "never", "ever")), said[at])
    called = text_keys(" ".join((str(answer.term.get("label")), *answer.term.get("names", ()), *answer.term.get("asks", ()))))
    if verb.lemma in PLAIN | english.HANDLING | english.STEADY or root(verb.lemma) in called:
        return told, ""
    left = [s for s in told if root(verb.lemma) in text_keys(own_words(s))]
    return left, f"The record does not say that it can be “{verb.low}”."


def _of_what_is_named(answer: Answer, told: list[Document]) -> tuple[list[Document], str]:
    """``how big is A's stake``: not the sums that were paid for it, where stakes are told in another unit."""
    question = answer.interpreter
    owned = {m.end for m in question.mentions if m.possessive}
    alone = {i for i, t in enumerate(question.tokens) if t.low in ("in", "worth", "now", "today")} | {len(question.tokens)}
    named = {m.target: m for m in question.matches if m.kind == "term" and m.start in owned and m.end - m.start == 1 and m.end in alone}
    if answer.reading.raw != "value" or len(named) != 1 or answer.reading.term in named:
        return told, ""
    sql = "SELECT DISTINCT json_extract(doc, '$.value.unit') FROM clause WHERE term = ? AND json_extract(doc, '$.value.amount') IS NOT NULL"
    units = {unit_of({"unit": unit}) for (unit,) in answer.store.query(sql, next(iter(named)))}
    alike = not units or any(unit_of(s["value"]) in units for s in told)
    return told if alike else [], f"The record does not say how big that “{next(iter(named.values())).said}” is."


def _of_it(answer: Answer, told: list[Document]) -> tuple[list[Document], str]:
    """``how much of A's pledge is conditional``: the part of which that is told, and not all of it."""
    question = answer.interpreter
    said, timed = question.tokens, question.timed()
    lows = [t.low for t in said[:3]]
    if lows != ["how", "much", "of"] and not (lows[:1] in (["what"], ["which"]) and said[1].lemma in _PARTS and lows[2:] == ["of"]):
        return told, ""
    last = max((i for i in range(len(said)) if i not in timed), default=0)
    verb = said[last - 1].low in _BE and last not in question.mentioned()
    if not verb or said[last].lemma in PLAIN | english.HANDLING | english.STEADY | english.NOW_WORDS:
        return told, ""
    support = question.support()
    word, saying = said[last], support.clauses(support.keys([last]), OWN)
    if word.lemma in english.CARRYING_OUT or word.low.endswith("ed") or word.low in english.PARTICIPLES:  # by what people ask nothing is done
        saying = {s["clause"]: 1.0 for s in told if word.low in [t.low for t in tokens(own_words(s))]}
    left = [s for s in told if s["clause"] in saying and not _denies(s, word)]
    wholes = {s["part_of"] for s in left}
    return [s for s in left if s["clause"] not in wholes], f"The record does not say how much of it is “{said[last].low}”."


def _denies(doc: Document, word: Token) -> bool:
    """True where the text has the word only behind a negation: "was not conditional"."""
    said = tokens(str(doc["text"]))
    at = [i for i, t in enumerate(said) if root(t.lemma) == root(word.lemma)]
    return bool(at) and all(any(t.low in english.NEGATIONS for t in said[max(0, i - 2) : i]) for i in at)


def _of_a_stage(answer: Answer, told: list[Document]) -> tuple[list[Document], str]:
    """``how much in the first year``: not what is given over all the years."""
    said, timed = answer.interpreter.typed, answer.interpreter.timed()
    stage = next((i for i, (a, b) in enumerate(pairwise(said)) if a.low in _ORDINALS and b.lemma in _SPANS and i not in timed), None)
    if stage is None:
        return told, ""
    row = (said[stage].low, said[stage + 1].lemma)
    left = [s for s in told if row in pairwise(t.low if t.low in _ORDINALS else t.lemma for t in tokens(f"{s['label'] or ''} {s['scope'] or ''}"))]
    return left, f"The record gives no amount of its own for the {said[stage].low} {said[stage + 1].low}."
