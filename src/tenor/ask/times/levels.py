"""``until when was the fee $4``, ``when did it change to 5%``: the time in which what is asked about had the amount that the question names.

Other amounts of the same thing, before and after, have times of their own and are none of it.
"""

from __future__ import annotations

from tenor.ask.answers.wording import date_words, joined, last_day, value_words, whose_word
from tenor.ask.interpreting.amounts import amount_in, bare_number
from tenor.ask.language.words import lemma
from tenor.ask.reading import Refusal
from tenor.dates import DAWN, FOREVER, parse_day

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from tenor.ask.answers.answer import Answer
    from tenor.ask.interpreting.amounts import Amount
    from tenor.ask.interpreting.question import Question
    from tenor.store.read import Store

    Document = dict[str, Any]

#: What a word before an amount makes of a change: it began with that amount, or ended it.
_EDGES = {"to": "start", "from": "end"}

#: Verbs of coming to an amount, what stands behind one, those that need nothing behind, and which way it went.
_COMING = frozenset(map(lemma, "go went move change become became reach rise fall climb drop jump grow increase decrease".split()))
_TO = ("to", "up", "down")
_BECOMING = frozenset("become became reach reached".split())
_WAYS = {"up": 1, "down": -1}
#: How an amount is compared where it is asked when it was more or less: "up to" is how amounts are told.
_BEYOND = ("<", ">", ">=")


def at_level(answer: Answer) -> None:
    """Cut a question for a beginning, an end or a change to the versions with the one amount that it names, where there are such."""
    reading, question = answer.reading, answer.interpreter
    if answer.term.get("answer") != "amount":
        return
    if reading.raw == "state":
        _whether(answer)
    if reading.raw not in ("start", "end", "change") or reading.place:  # a part of that amount is another
        return
    amount = _named(question)
    if amount is None or amount.sign != "=":
        return
    edge = reading.raw if reading.raw != "change" else _edge(question, amount)
    level = [doc["clause"] for doc in _versions(answer) if amount.holds(doc["value"])]
    if level and edge:
        reading.kind = reading.raw = edge
        reading.only, reading.level = level, True


def beyond_level(answer: Answer) -> Document | None:
    """``when was the fee below $4``: the times in which it was, one version after another as one; None where no question compares so.

    Raises:
        Refusal: it never was, or the records leave open whether a version is so.
    """
    reading = answer.reading
    if reading.raw not in ("start", "end") or answer.term.get("answer") != "amount" or reading.place:
        return None
    amount = _named(answer.interpreter)
    if amount is None or amount.sign not in _BEYOND or not all(map(_is_level, _versions(answer))):
        return None
    start, end = reading.window or (DAWN, FOREVER)
    told: list[Document] = []
    runs: list[list[Document]] = []
    for lineage in reading.lineages:
        run: list[Document] = []
        for doc in answer.store.versions(lineage.n, answer.known, term=reading.term):
            if (holds := amount.holds(doc["value"])) is None:
                raise Refusal("no-record", "The record does not say of every amount here whether it is more or less.", terms=[reading.term or ""])
            first, after = doc["bounds"]["from"][0], doc["bounds"]["to"][1]
            within = (not first or parse_day(first) < end) and (not after or parse_day(after) > start)
            if not (holds and within):
                continue
            if not run or run[-1]["to"] != doc["from"]:
                runs.append(run := [])
            run.append(doc)
            told.append(doc)
    if not told:
        said = " ".join(answer.interpreter.tokens[i].text for i in sorted(amount.used))
        raise Refusal("no-record", f"“{answer.term.get('label')}” is never recorded {said}.", terms=[reading.term or ""])
    lines = []
    for run in runs:
        values = list(dict.fromkeys(value_words(doc["value"]) for doc in run))
        until = f"from {date_words(run[0]['from'])} to {last_day(run[-1]['to'])}" if run[-1]["to"] else f"since {date_words(run[0]['from'])}"
        lines.append(f"{until} ({', then '.join(values)})")
    said = " ".join(answer.interpreter.tokens[i].text for i in sorted(amount.used))
    by = dict.fromkeys(whose_word(answer.store, doc) for doc in told)
    names = joined([answer.store.name("party", s) for s in dict.fromkeys(d["subject"] for d in told)])
    text = f"{answer.term.get('label')} of {names} was {said}: {'; '.join(lines)}" + "".join(f" ({word})" for word in by if word) + "."
    return answer.made("answered", text, [{**doc, "role": "version"} for doc in told])


def highest_level(answer: Answer) -> Document | None:
    """``what was the highest rate``, ``when was it highest``: of the amounts in the time that is named, or of all, the highest; None for any other question."""
    reading, question = answer.reading, answer.interpreter
    asks = reading.raw in ("value", "what", "keyword", "start") and answer.term.get("answer") == "amount" and not reading.place
    if not asks or "highest" not in question.lows() or any("highest" in str(name).casefold().split() for name in answer.term.get("names", ())):
        return None
    versions = _versions(answer)
    if not all(_is_level(doc) and doc["value"]["amount"] is not None for doc in versions) or len({doc["value"]["unit"] for doc in versions}) > 1:
        return None
    if not any(m.record is None and m.relation != "per" for m in question.moments):
        reading.window = None
    within = [s for s in answer.segments() if s["clause"]]
    told: list[Document] = []
    for subject, scope in dict.fromkeys((s["subject"], s["scope"]) for s in within):
        mine = [s for s in within if (s["subject"], s["scope"]) == (subject, scope)]
        most = max(s["value"]["amount"] for s in mine)
        told += [s for s in mine if s["value"]["amount"] == most]
    if not told:
        return None
    reading.kind = reading.raw = "value"
    return answer.made("answered", f"The highest {'on record' if reading.window is None else 'then'}: {answer.text(told)}", told)


def came_to_level(answer: Answer, segments: list[Document]) -> None:
    """``did the fee go up to $5 in 2020``: a yes where it came to that in the time, and from below; what it was already before is none."""
    reading, typed = answer.reading, answer.interpreter.typed
    moments = answer.interpreter.moments
    if reading.amount is None or reading.amount.sign != "=" or reading.window is None or len(moments) != 1 or moments[0].relation not in ("in", "on"):
        return
    to = next((i for i, t in enumerate(typed) if i and t.lemma in _COMING and (typed[i + 1].low in _TO or t.low in _BECOMING)), None)
    if to is None or typed[0].low not in ("did", "has", "had"):
        return
    for doc in segments:
        if not doc["clause"] or not doc.get("yes"):
            continue
        first, last = (parse_day(day) if day else None for day in doc["bounds"]["from"])
        within = first is not None and last is not None and reading.window[0] <= first and last < reading.window[1]
        outside = last is not None and last < reading.window[0]
        before = next_to(answer.store, doc, earlier=True)
        way = typed[to + 1].low if before is not None else ""
        turned = before is not None and way in _WAYS and (before["value"]["amount"] or 0) * _WAYS[way] > (doc["value"]["amount"] or 0) * _WAYS[way]
        doc["yes"] = False if outside or turned else True if within else None
    if any(s["clause"] and s.get("yes") for s in segments):
        segments[:] = [s for s in segments if s["clause"] and s.get("yes")]


def _is_level(doc: Document) -> bool:
    return bool(doc["value"]) and doc["value"]["basis"] == "level" and not (doc["part_of"] or doc["observed"] or doc["label"])


def _whether(answer: Answer) -> None:
    """``did A have 25 members in May 2020``: the number singled out the versions with it; what the record has then is to be compared with it."""
    reading = answer.reading
    if reading.amount is not None or not reading.only:
        return
    versions, amount = _versions(answer), _named(answer.interpreter)
    if amount is None or not versions or not all(map(_is_level, versions)):
        return
    if {*reading.only} <= {doc["clause"] for doc in versions if amount.holds(doc["value"])}:
        reading.only, reading.amount = [], amount


def _versions(answer: Answer) -> list[Document]:
    return [doc for x in answer.reading.lineages for doc in answer.store.versions(x.n, answer.known)]


def _named(question: Question) -> Amount | None:
    """The one amount that a question names, with a unit or bare; None where it names none, or two."""
    free = set(range(len(question.tokens))) - question.timed()
    amount = amount_in(question, free) or bare_number(question, free - question.mentioned())
    return amount if amount is None or amount_in(question, free - amount.used) is None else None


def _edge(question: Question, amount: Amount) -> str:
    """Whether a change is to an amount, or from it; empty where it does not say."""
    start = min(amount.used)
    return _EDGES.get(question.tokens[start - 1].low, "") if start else ""


def next_to(store: Store, doc: Document, *, earlier: bool) -> Document | None:
    """The version with another amount that ends where this one begins, or begins where it ends; its dates tell of a time between."""
    lineages = [x.n for x in store.lineages(doc["term"]) if (x.subject, x.scope) == (doc["subject"], doc["scope"])]
    versions = next((found for found in map(store.versions, lineages) if doc["clause"] in [v["clause"] for v in found]), [])
    at = [v["clause"] for v in versions].index(doc["clause"])
    for other in reversed(versions[:at]) if earlier else versions[at + 1 :]:
        if not other["value"]:
            return None
        if other["value"]["amount"] != doc["value"]["amount"]:
            return other
        doc = other
    return None
