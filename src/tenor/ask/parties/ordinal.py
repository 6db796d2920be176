"""``the first president``, ``the last pope before 1900``: one of all that held a right, by its place in time."""

from __future__ import annotations

from itertools import pairwise

from tenor.ask.interpreting.amounts import is_unit
from tenor.ask.interpreting.portions import portions_of, take_portions
from tenor.ask.language import english
from tenor.ask.language.words import ARTICLES, key, lemma
from tenor.ask.reading import Refusal
from tenor.dates import DAWN, FOREVER, parse_day

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from typing import Any

    from tenor.ask.interpreting.leftover import Sorted
    from tenor.ask.interpreting.question import Question
    from tenor.ask.language.words import Token
    from tenor.ask.reading import Reading

    Document = dict[str, Any]

_NTH = {word: n for n, word in enumerate("first second third fourth fifth sixth".split(), 1)}
#: The same, and 0 for the last of all.
_IN_A_ROW = {**_NTH, "last": 0, "final": 0}
#: The same beside a verb: "when did A first invest".
_ONCE = {"first": 1, "initially": 1, "originally": 1, "last": 0, "lately": 0}
_CONTRACTS = english.DEAL_WORDS - frozenset(map(lemma, ("term", "clause", "relationship", "partnership"))) | {lemma("order")}
#: Of all who had it at any time: the first, and of amounts the newest.
_OF_ALL = {"first": "first", "earliest": "first", "last": "newest"}
#: What may stand behind the name of what is held, too: "who became mayor next after 1900".
_BEHIND = {*_OF_ALL, "next"}
_WHO_WAS = ARTICLES | {"who", "which", "what", "was", "is", "were"}
_PLACES = {"first": "first", "earliest": "first", "last": "last", "final": "last", "latest": "latest", "next": "next"}


def placed(found: Sorted, *, ordered: bool) -> tuple[str, set[int]]:
    """The place in an order that the words left over by a term give, and where it is said; ``ordered`` of what somebody holds, one after the other."""
    question, kind, answers = found.question, found.kind, found.document.get("answer")
    place, placing = place_of(question, found.term, found.ordering, kind) if ordered else ("", set())
    if not ordered and kind in ("value", "list", "holder", "what", "keyword", "start"):
        place, placing = newest_of(question, found.term, found.free)
        place = place if answers == "amount" else ""  # of what has versions, the latest is what holds
    if not placing and answers == "amount":
        place, placing = portions_of(question, found.free, kind)
    if placing or place:
        return place, placing
    if (
        kind in ("value", "what", "keyword")
        and answers == "amount"
        and (first := at_first(question, found.document, question.content() - question.timed()))
    ):
        return "first", first
    if answers == "amount" and found.ordering | found.by_words:
        place, placing = nth_of(question, found.term, kind, found.taken)
    if not placing and not place and kind in ("holder", "list") and answers in ("holder", "amount"):
        place, placing = first_at_the_end(question, found.free, amount=not ordered)
    return place, placing


def deals_in_a_row(question: Question) -> set[int]:
    """Where a word of order stands right before a deal, or one noun or name before it: "the third deal", "its first cloud deal"; no text tells that by having the word."""
    said = question.tokens
    nouns = english.DEAL_WORDS | english.AGREEMENTS | {lemma("thing")}
    places = [i for i, t in enumerate(said) if (t.lemma in english.ORDERING or t.low in _PLACES) and i not in question.timed()]
    ends = {i: next((m.end for m in question.mentions if m.start == i + 1), i + 1) for i in places}
    return {i for i in places if any(t.lemma in nouns for t in said[ends[i] : ends[i] + 2])}


def place_of(question: Question, term: str, ordering: Collection[int], kind: str) -> tuple[str, set[int]]:
    """The place that a word right before the name of the term gives (parties may stand between: "the first British king"), and where it stands."""
    for i in sorted(ordering):
        place = _PLACES.get(question.tokens[i].low)
        if kind == "state" and question.tokens[i - 1].low not in ARTICLES:  # "was A first king in 1900" asks when it began
            continue
        j = i + 1
        while place and j < len(question.tokens):
            if any(m.kind == "term" and m.target == term and m.start == j for m in question.matches):
                return place, {i}
            beside = next((m.end for m in question.mentions if m.start == j), j + 1 if question.tokens[j].low in ARTICLES else None)
            if beside is None:
                break
            j = beside
    return "", set()


def called_so(said: Sequence[Token], i: int, term: Document) -> bool:
    """``a first-class ticket``, of a term that is called so: a word of order that stands in a name before the same word counts nothing."""
    pair = [t.lemma for t in said[i : i + 2]]
    names = (key(str(name)).split() for name in (term.get("label") or "", *term.get("names", ()), *term.get("asks", ())))
    return len(pair) == len(("word", "next")) and any(pair == [*both] for words in names for both in pairwise(words))


def at_first(question: Question, term: Document, free: Collection[int]) -> set[int]:
    """``what was the fee at first``, ``originally``: where it says that the first of all amounts is asked for."""
    lows = question.lows()
    return {
        i
        for i in free
        if lows[i] in ("originally", "initially") or (lows[i] == "first" and lows[i - 1 : i] == ("at",) and not called_so(question.tokens, i, term))
    }


def first_at_the_end(question: Question, free: Collection[int], *, amount: bool) -> tuple[str, set[int]]:
    """``who was exclusive first``, ``who first bought it``, ``who was the last to buy it``, ``who was A's first supplier``: the place, and where it is said.

    Nothing but a word of exclusivity may stand behind it at the end, and nothing but who is asked for before it.
    """
    i = max((j for j in free if question.tokens[j].low in (_OF_ALL if amount else _BEHIND)), default=0)
    low = question.tokens[i].low
    into = {j for m in question.mentions if m.start == i + 2 and question.tokens[i + 1].low in ("in", "into") for j in range(i + 1, m.end)}
    rest = [t for j, t in enumerate(question.tokens[i + 1 :], i + 1) if j not in question.timed() | into]  # "who invested first in B"
    sorts = question.sort_words()
    before = {j for m in question.mentions if m.end <= i for j in range(m.start, m.end)} | sorts
    leads = i > 0 and all(j in before or question.lows()[j] in _WHO_WAS for j in range(i))
    ends = i > 1 and all(t.lemma in english.EXCLUSIVE or t.low in ("one", "ever") for t in rest)
    other = [j for j in sorts if question.tokens[j].lemma not in english.LIST_WORDS and (j < i or not leads)]
    if (amount and other) or {"first", "last"} <= {*question.lows()}:  # others of a sort may have come first by a right of another kind
        return "", set()
    return (_OF_ALL[low] if amount else "earliest" if leads and _OF_ALL.get(low) == "first" else _PLACES[low], {i}) if leads or ends else ("", set())


def nth_of(question: Question, term: str, kind: str, claimed: Collection[int]) -> tuple[str, set[int]]:
    """``A's second contract with B``, ``the last part of A's contract``, ``when did A first invest``: of amounts that came one after another, the one by its number."""
    if kind not in ("value", "what", "keyword", "end", "start") or (_IN_A_ROW.keys() | _ONCE.keys()).isdisjoint(question.lows()):
        return "", set()
    end = len(question.tokens) - 1
    if question.tokens[end].low in _ONCE and kind in ("value", "start") and question.tokens[end - 1].low not in ("at", "the"):
        return f"nth {_ONCE[question.tokens[end].low]}", {end}  # "how much did A invest last"
    for i, token in enumerate(question.tokens[:-1]):
        j = next((m.end for m in question.mentions if m.start == i + 1), i + 1)  # "the second A contract"
        noun = j <= end and (
            question.tokens[j].lemma in _CONTRACTS or (question.tokens[j].low == "part" and question.lows()[j + 1 : j + 2] in ((), ("of",)))
        )
        own = any(m.kind == "term" and m.target == term and m.start == j for m in question.matches) and not is_unit(question.tokens[j])
        named = any(
            m.kind in ("scope", "event") or (m.kind == "instrument" and (not own or question.tokens[m.end - 1].lemma in english.DOCUMENTS))
            for m in question.matches
            if m.start <= i < m.end
        )
        if token.low in _ONCE and question.tokens[i + 1].low == "time" and kind == "start" and question.lows()[0] == "when":
            return f"nth {_ONCE[token.low]}", {i, i + 1}  # "when was the last time that A invested"
        if token.low in _ONCE and i + 1 in claimed and i not in question.timed() and _behind_a_doer(question, i):
            return f"nth {_ONCE[token.low]}", {i}
        begun = kind == "start" and any(m.end == i and not m.possessive for m in question.mentions)  # "when was A first B's supplier"
        if token.low in _IN_A_ROW and (noun or own) and not (named or begun) and i not in question.timed():
            return f"nth {_IN_A_ROW[token.low]}", {i, j} if question.tokens[j].low == "part" else {i}
    return "", set()


def _behind_a_doer(question: Question, i: int) -> bool:
    """``did A first invest``: right behind whoever does it, and before the verb."""
    return any(m.end == i and not m.possessive for m in question.mentions) or question.tokens[i - 1].low in ("it", "they", "first", "has", "have")


def _nth(reading: Reading, segments: list[Document], n: int) -> list[Document]:
    """The amount that came as the first, second, … (0: the last) of one party's to another.

    Raises:
        Refusal: there are not as many, or only one, or they are of several parties.
    """
    held = [s for s in segments if s["clause"] and s["state"] != "no" and not s["observed"] and not s["part_of"]]
    heads = sorted((s for s in held if s["value"] and s["value"]["basis"] not in ("level", "ceiling")), key=_from)
    sides = {(s["subject"], s["holder"], *s["holders"]) for s in heads}
    alone = len(heads) == 1 and (n == 0 or heads[0]["scope"] is not None)  # a stage that has a name of its own may have had others before it
    if not sides or (len(sides) > 1 and n > 1) or len(heads) < n or alone:
        raise Refusal("no-record", "The record does not number these, or has not as many.", terms=[reading.term or ""])
    return [heads[n - 1]]


def newest_of(question: Question, term: str, free: Collection[int]) -> tuple[str, set[int]]:
    """``A's latest investment in B``: of amounts that came one after another, the newest; a number that was only seen later is none of them."""
    found = {i for i in free if _PLACES.get(question.tokens[i].low) in ("last", "latest")}
    place, used = place_of(question, term, found, "value") if found else ("", set())
    return ("newest", used) if place else ("", set())


def _newest(segments: list[Document], *, parts: bool) -> list[Document]:
    """Of amounts that came one on top of another, the one that began last, and what is part of it where ``parts``; of others, what holds last.

    All, where the days leave it open which did.
    """
    told = {s["clause"] for s in segments} | {s["replaces"] for s in segments if s["clause"]}
    held = [s for s in segments if s["clause"] and s["state"] != "no"]
    if not any(s["value"] and s["value"]["basis"] == "increment" for s in held):
        began = max((parse_day(day) for s in held if (day := s["bounds"]["from"][0] or s["bounds"]["from"][1])), default=DAWN)
        over = {s["replaces"] for s in held}
        return [s for s in held if until_of(s)[1] > began and s["clause"] not in over]
    heads = [s for s in held if not s["observed"] and not (s["part_of"] and s["part_of"] in told)]
    edge = max((_from(doc)[0] for doc in heads), default=None)
    able = [doc for doc in heads if edge is not None and _from(doc)[1] >= edge]
    wholes = {doc["clause"] for doc in able}
    return able + [s for s in segments if parts and s["part_of"] in wholes]


def in_order(reading: Reading, segments: list[Document], *, alone: bool = False) -> None:
    """Keep of each subject the first or the last that held it, as the place in the reading says; of several between which the days do not decide, all, as possible.

    Of what one holds at a time (``alone``), whoever cannot have been over before another one came did not come first.

    Raises:
        Refusal: it cannot be said which is meant: the last, of what somebody holds still, or the first in a time that another one's reaches into.
    """
    if reading.place.startswith(("paid", "parts")):
        take_portions(reading, segments)
        return
    levels = all((s["value"] or {}).get("basis") in (None, "level", "ceiling") for s in segments if s["clause"])
    if reading.place == "nth 1" and reading.kind == "start" and reading.holder is not None and levels:
        return  # "when was A first X": of what one has at a time, no amount of several is meant, but since when
    if reading.place.startswith("nth"):
        segments[:] = _nth(reading, segments, int(reading.place[4:]))
        return
    if reading.place == "newest":
        segments[:] = _newest(segments, parts=reading.kind != "start") or segments
        if (
            len({(s["subject"], s["holder"], *s["holders"]) for s in segments if s["clause"]}) > 1
            and reading.holder is None
            and reading.raw != "keyword"
        ):
            raise Refusal("ambiguous", "Of several parties, the record does not say whose is the latest: name one.", terms=[reading.term or ""])
        return
    groups: dict[tuple[str, str | None], list[Document]] = {}
    of_the_sort = [s for s in segments if reading.sort & {s["holder"], *s["holders"]}] if reading.sort else []  # "which cloud was the first"
    for segment in of_the_sort or segments:
        if segment["clause"] and segment["state"] != "no" and segment["role"] != "exception" and not (segment["value"] and segment["observed"]):
            of_all = segment["value"] or reading.place == "earliest" or (reading.raw == "what" and not reading.scope)
            groups.setdefault((segment["subject"], None if of_all else segment["scope"]), []).append(segment)
    first = reading.place in ("first", "earliest")
    kept = [doc for group in groups.values() for doc in _outermost(group, first=first, alone=alone)]
    if not kept:
        return
    start, end = reading.window or (DAWN, FOREVER)
    still = reading.place == "last" and reading.window is None and any(doc["bounds"]["to"][1] is None for doc in kept)
    coming = first and reading.edge == "from"
    reaching = first and not coming and start > DAWN and any(_from(doc)[0] < start for doc in kept)
    if still or reaching or (not first and start > DAWN and end < FOREVER and any(until_of(doc)[1] > end for doc in kept)):
        said = "the last so far, or the one before" if still else "who held it already, or who came then"
        raise Refusal("ambiguous", f"“{reading.place.capitalize()}” can mean {said}; ask for a day.", terms=[reading.term or ""])
    if reading.kind == "state" and reading.holder is not None:
        for doc in kept:
            doc["yes"] = (reading.holder in (doc["holder"], *doc["holders"])) != reading.negated
    segments[:] = kept


def held_already(reading: Reading, segments: list[Document]) -> list[Document]:
    """``the first president after 1900``: who was it then already, and is not meant where the first to come is."""
    if reading.edge != "from" or reading.place != "first" or reading.window is None:
        return []
    start = reading.window[0]
    held = [s for s in segments if s["clause"] and s["state"] != "no" and (s["holder"] or s["holders"])]
    return [s for s in held if s["certainty"] != "possible" and _from(s)[1] < start]


def on_record(reading: Reading, text: str) -> str:
    """The text with a word that only the record's first or last is told."""
    if reading.window is not None or reading.place.startswith(("paid", "parts", "nth")):
        return text
    lead, _, rest = text.partition(". ") if reading.kind == "state" else ("", "", text)
    place = {"first": "first", "earliest": "first", "newest": "newest"}.get(reading.place, "last")
    return f"{f'{lead}. ' if lead else ''}The {place} on record: {rest}"


def _outermost(group: list[Document], *, first: bool, alone: bool = False) -> list[Document]:
    """The one that began first, or last; where the days leave it open, all that may have, as possible."""
    edge = min(_from(doc)[1] for doc in group) if first else max(_from(doc)[0] for doc in group)
    able = [doc for doc in group if (_from(doc)[0] <= edge if first else _from(doc)[1] >= edge)]
    if alone:
        able = [doc for doc in able if not any(_comes_before(*pair) for other in able for pair in [(other, doc) if first else (doc, other)])]
    holders = {(doc["holder"], *doc["holders"]) for doc in able}
    if len(holders) > 1:
        able = [{**doc, "certainty": "possible"} for doc in able]
    return able


def _comes_before(one: Document, other: Document) -> bool:
    """True where one can have been over when another began, and not the other way round."""
    return until_of(one)[0] <= _from(other)[1] and until_of(other)[0] > _from(one)[1]


def _from(doc: Document) -> tuple[int, int]:
    lo, hi = doc["bounds"]["from"]
    return parse_day(lo) if lo else DAWN, parse_day(hi) if hi else FOREVER


def until_of(doc: Document) -> tuple[int, int]:
    """The earliest and the latest first day after it."""
    lo, hi = doc["bounds"]["to"]
    return parse_day(lo) if lo else FOREVER, parse_day(hi) if hi else FOREVER
