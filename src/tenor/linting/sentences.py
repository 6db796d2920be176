"""What is wrong with a plain sentence: it asserts what the record contradicts, drops a hedge, or announces what is past.

A sentence is judged only where the grammar of questions reads every word of it: it is turned into a yes-or-no question and answered for the day of the
writeup. What is asked, supposed, quoted, attributed or read in part is left alone, because a false alarm costs more than a miss.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import combinations

from tenor.ask.answering import Answer
from tenor.ask.interpreter import Interpreter
from tenor.ask.lexicon import Lexicon
from tenor.ask.reading import Reading, Refusal
from tenor.ask.wording import date_words, value_words
from tenor.dates import FOREVER, iso, long_date
from tenor.linting import english
from tenor.linting.base import Document, Facts, Found, in_past, moments
from tenor.linting.writeup import Sentence
from tenor.store.read import Store

_SPLIT = re.compile(r"[;:—–()]|,\s+|\s(?:which|who|while|whereas|because|so that|and that)\s")
_AND = re.compile(r"\s(?:and|but|so)\s(?=[A-Z][a-z]+)")
#: Words in front that say since when, and so that it holds now.
_SINCE = re.compile(r"^[Ss]ince\s+[^,]{1,40}?,?\s(?=[A-Z])")
#: How the clause of a sentence begins that is an assertion of its own; a participle ("powered by …") is none.
_OPENS = re.compile(r"^(?:[A-Z0-9$“]|(?:the|a|an|in|on|since|under|at|by|for|with|its|their)\b)")
_WORD = re.compile(r"[^\W_]+")
_PRONOUN = re.compile(
    r"^(?:they|it|he|she|we|you|i|this|that|these|those|there|here|both|neither|nobody|everyone|the two|what|how|who|whose|when|where|why|which|like|as)\b",
    re.I,
)
#: What stands before an amount and goes with it.
_HEDGED = re.compile(
    r"\b(?:up to|as much as|at least|at most|more than|no more than|about|around|roughly|approximately|some|nearly|almost|over|a further|another|an additional)\s*$",
    re.I,
)
#: "The panel that verifies …" names somebody and asserts nothing of it.
_RELATIVE = re.compile(r"\b(?:that|who|whose|whom)\b", re.I)
_RUNS = re.compile(r"\b(?:runs?|lasts?|continues?|extends?|holds?|is valid)\s+(?:through|until|to|till)\s+(?P<end>(?:\w+ )?(?:\d{1,2}, )?\d{4})\b")
_GIVES = re.compile(r"\b(?:committed|commits|pledged|pledges|put|puts)\b(?P<rest>.*?)\b(?:to|into)\b")
_LEAD = re.compile(r"^(?:and|but|so|yet|still|indeed|of course|today|now|also|then|meanwhile|in fact|as of today)\b[,\s]*", re.I)
#: Verbs that promise and leave the deed to the next one.
_PROMISE = re.compile(
    r"\b(?:has |have |had )?(?:undert(?:ook|akes?|aken)|committed|commits?|pledged|pledges|promised|promises|agreed|agrees|is|are|was|were|plans?|planned)\s+to\s+",
    re.I,
)
_NOT = re.compile(r"\b(may|can|do|does|is|are|has|have)\s?not\b|\b(can)not\b|\b(may|can|do|does|is|are|has|have)n't\b", re.I)
_WILL = re.compile(r"\b(?:will|shall|is to|are to|is going to|are going to|is set to|are set to)\b", re.I)
_TAIL = re.compile(r"\s+(?:over|for|in|within|by|after|on|from|under|until|through|with|at|as|during)\s+[^,;]*$", re.I)
#: Verbs of a beginning: with "will", they announce what has not begun.
_BEGINS = re.compile(
    r"\b(?:become|begin|start|launch|come|enter|open|go|join|receive|get|gain|lose|end|expire|invest|pay|close|ship|add|make|complete)\b", re.I
)
_EXCLUSIVE = re.compile(r"\b(?:exclusiv\w*|sole(?:ly)?|only|alone)\b", re.I)
_NEAR_ENOUGH = 0.02
_MOST_PARTS = 10


class Judge:
    """Judges the sentences of one writeup against the records."""

    def __init__(self, facts: Facts, day: int) -> None:
        self.facts = facts
        self.store: Store = facts.store
        self.day = day
        self._names = _names_of(self.store)
        self._lexicon = Lexicon(self.store)
        self._answers = lru_cache(maxsize=4096)(self._answer)

    def check(self, sentence: Sentence, *, cited: bool) -> Iterator[Found]:
        """The findings on a sentence. ``cited``: it has a citation of ours, whose amounts and day were checked already."""
        text = sentence.text
        if not self._named(text) or text.rstrip().endswith("?") or sentence.quotes:
            return
        doubtful = bool(english.DOUBT.search(text))
        if not doubtful and _WILL.search(text):
            found = self._past_will(sentence)
            if found:
                yield found
                return
        if english.ATTRIBUTION.search(_PROMISE.sub(" ", text)):
            return
        for start, end in self._understood(text):
            part = text[start:end]
            opening = _LEAD.sub("", part.strip())
            if (
                not self._named(part)
                or english.DOUBT.search(part)
                or (doubtful and start == 0)
                or _PRONOUN.search(opening)
                or _RELATIVE.search(opening)
                or not _OPENS.search(opening)
            ):
                continue
            found = (
                self._contradicted(sentence, part, start)
                or self._wrong_end(sentence, part, start)
                or (None if cited else self._unhedged(sentence, part, start))
            )
            if found:
                yield found

    def _named(self, text: str) -> bool:
        """True where a party or product may be named."""
        return not self._names.isdisjoint(_WORD.findall(text.lower()))

    # -- reading ----------------------------------------------------------------------------------

    def _answer(self, words: str, past: bool) -> tuple[Reading, tuple[Document, ...]] | None:
        """The reading of an assertion as a yes-or-no question, and what the record has for it; None where any word is not understood."""
        interpreter = Interpreter(self.store, f"does {words}", self.day)
        interpreter.lexicon = self._lexicon  # one for all, so that a term is read once
        try:
            readings = interpreter.read()
            if len(readings) != 1 or readings[0].term is None or not interpreter.mentions or interpreter.corrections:
                return None
            if past and not interpreter.moments:
                readings[0].window = None
            document = Answer(self.store, interpreter, readings[0], self.day).document()
        except (Refusal, ValueError):
            return None
        if document["status"] != "answered" or (readings[0].subject or "") not in {m.party for m in interpreter.mentions}:
            return None
        return readings[0], tuple(document["answers"])

    def _read(self, part: str) -> tuple[Reading, tuple[Document, ...], english.Amount | None, bool] | None:
        """Reading, answers, the amount that was taken out first, and whether a plain "not" was taken out too."""
        part = _SINCE.sub("", _LEAD.sub("", part.strip()))
        found = english.amounts(part)
        if len(found) > 1:
            return None
        amount = found[0] if found else None
        words = part
        past = in_past(part) and not _PROMISE.search(part)
        if amount is not None:
            before = _HEDGED.sub("", part[: amount.start])
            words = before + " " + re.sub(r"^\s*worth\b", " ", part[amount.end :])
        negated = bool(_NOT.search(words)) and not re.search(r"\bnot\s+(?:only|exclusiv|solely|any)", words, re.I)
        if negated:
            words = _NOT.sub(lambda m: next(g for g in m.groups() if g), words, count=1)
        given = _GIVES.sub(r"invest \g<rest> in", words).strip().rstrip(".!")
        words = _PROMISE.sub(" ", _WILL.sub(" ", words)).strip().rstrip(".!")
        bare = re.sub(r"\s+(?:of|in)\s+", " ", words)  # "holds of OpenAI", once the amount is out
        for way in dict.fromkeys((words, words.replace(" through ", " on "), *((given, bare) if amount else ()))):
            answer = self._answers(way, past)
            if answer is not None:
                return *answer, amount, negated
        return None

    def _understood(self, text: str) -> Iterator[tuple[int, int]]:
        """The clauses of a sentence; one that is not read whole is cut again at each "and"."""
        for start, end in _parts(text):
            inner = list(_AND.finditer(text, start, end))
            if not inner or self._read(text[start:end]) is not None:
                yield start, end
                continue
            for match in inner:
                yield start, match.start()
                start = match.end()
            yield start, end

    # -- contradictions ---------------------------------------------------------------------------

    def _contradicted(self, sentence: Sentence, part: str, start: int) -> Found | None:
        read = self._read(part)
        if read is None:
            return None
        reading, docs, amount, negated = read
        held = [d for d in docs if d["clause"]]
        if not held or len(held) != len(docs) or any(d["certainty"] == "possible" for d in held):
            return None
        if all(d["exclusive"] is False and reading.holder in (d["holder"], *d["holders"]) for d in held) and not _EXCLUSIVE.search(part):
            return None  # only that it is exclusive is denied, and the sentence does not say so
        yes = {d.get("yes") for d in held}
        place = sentence.at(start + len(part) - len(part.lstrip()))
        if yes == {negated} and (_named(reading) or all(d["state"] in ("yes", "no") and d["exclusive"] is None for d in held)):
            return self._finding(place, held[-1])
        if amount is not None and yes == {True} and not negated:
            return self._wrong_amount(place, part, reading, held, amount)
        return None

    def _wrong_end(self, sentence: Sentence, part: str, start: int) -> Found | None:
        """``runs through 2030`` where the clause in force says through 2032."""
        runs = _RUNS.search(part)
        if runs is None:
            return None
        read = self._read(part[: runs.start()])
        if read is None or read[2] is not None or read[3]:
            return None
        held = [d for d in read[1] if d["clause"] and d["state"] != "no"]
        ends = {d["stated_through"] or d["stated_to"] for d in held}
        if len(held) != 1 or None in ends or runs["end"][-4:] in str(next(iter(ends), "")):
            return None
        place = sentence.at(start + len(part) - len(part.lstrip()))
        return Found(
            "L201",
            place,
            f"the record has it through {date_words(ends.pop())}: {held[0]['text']}",
            str(held[0]["clause"]),
            "give the end of the record",
        )

    def _finding(self, place: int, doc: Document) -> Found:
        since = f" since {date_words(doc['from'])}" if doc["from"] else ""
        return Found(
            "L201",
            place,
            f"the record says otherwise{since}: {doc['text']}",
            str(doc["clause"]),
            f"write what held on {long_date(self.day)}, or say when this did",
        )

    def _wrong_amount(self, place: int, part: str, reading: Reading, held: list[Document], amount: english.Amount) -> Found | None:
        """The amount is none of the record's, nor what some of them add up to; and the record has it elsewhere, or is complete here."""
        every = [d for lineage in reading.lineages for d in self.store.versions(lineage.n, term=reading.term)] if in_past(part) else []
        own = [n for d in (*held, *every) for n in _numbers(d, amount.unit)]
        if not own or _is_one_of(amount.number, own):
            return None
        elsewhere = self._elsewhere(reading, amount)
        stated = all(_numbers(d, amount.unit) for d in held)
        level = all(d["value"] and d["value"]["basis"] in ("level", "ceiling") for d in held)
        if elsewhere is None and not (stated and (len(held) == 1 or level)):
            return None
        doc = next(d for d in reversed(held) if _numbers(d, amount.unit)) if any(_numbers(d, amount.unit) for d in held) else held[-1]
        other = f"; that amount is {elsewhere['clause']}" if elsewhere else ""
        return Found(
            "L201",
            place,
            f"the record has {value_words(doc['value']) or 'no amount'} here{other}",
            str(doc["clause"]),
            "give the amount of the record",
        )

    def _elsewhere(self, reading: Reading, amount: english.Amount) -> Document | None:
        """A clause of the same term between other parties that has this very amount."""
        return next(
            (d for d in _documents_of(self.store, reading.term or "") if _is_one_of(amount.number, list(_numbers(d, amount.unit)), sums=False)), None
        )

    # -- hedges -----------------------------------------------------------------------------------

    def _unhedged(self, sentence: Sentence, part: str, start: int) -> Found | None:
        for words in (part, *_shorter(part)):
            read = self._read(words)
            if read is None:
                continue
            _, docs, amount, negated = read
            if amount is None or negated:
                return None
            matching = [d for d in docs if d["clause"] and _is_one_of(amount.number, list(_numbers(d, amount.unit)), sums=False)]
            if not matching or any(d["value"]["hedge"] not in english.HEDGES and not d["value"]["status"] for d in matching):
                return None
            doc = matching[-1]
            value = doc["value"]
            lead = len(words) - len(_LEAD.sub("", words.strip()))  # what _read cut off in front
            offset = start + lead + amount.start
            text = sentence.text
            where = text.find(text[offset:].split()[0], max(0, offset - 2)) if text[offset:].split() else offset
            if value["hedge"] in english.HEDGES and not english.hedged(text, offset, offset + amount.end - amount.start, value["hedge"]):
                if value["hedge"] == "up-to" and english.CONDITION.search(text):
                    return None
                return Found(
                    "L202",
                    sentence.at(where),
                    f"the record says “{value_words(value)}”",
                    str(doc["clause"]),
                    f"write “{english.INSERT[value['hedge']].strip()}”, and cite [@{doc['clause']}]",
                )
            if (value["status"] or doc["status"]) in ("reported", "alleged"):
                return Found(
                    "L202",
                    sentence.at(where),
                    f"this amount is only {value['status'] or doc['status']}",
                    str(doc["clause"]),
                    f"say whose number it is, and cite [@{doc['clause']}]",
                )
            return None
        return None

    # -- what is past -----------------------------------------------------------------------------

    def _past_will(self, sentence: Sentence) -> Found | None:
        text = sentence.text
        will = _WILL.search(text)
        assert will is not None
        place = sentence.at(len(text) - len(text.lstrip()))
        if english.ATTRIBUTION.search(text[: will.start()]):
            return None
        if will.group().lower() in ("will", "shall"):
            after = [m for m in moments(text, self.day) if m.end < FOREVER and m.relation not in ("since", "after", "until", "before")]
            named = [m for m in after if m.end - m.start <= 366]
            if named and all(m.end <= self.day for m in named):
                day = max(m.end for m in named) - 1
                return Found(
                    "L203",
                    place,
                    f"this announces what lay before {long_date(self.day)}: {iso(day)}",
                    "",
                    "write it in the past, with what came of it",
                )
        for start, end in _parts(text):
            part = text[start:end]
            if not _WILL.search(part) or not _BEGINS.search(part):
                continue
            read = self._read(part)
            if read is None:
                continue
            _, docs, amount, negated = read
            held = [d for d in docs if d["clause"] and d["certainty"] != "possible"]
            if amount is not None:
                held = [d for d in held if _is_one_of(amount.number, list(_numbers(d, amount.unit)), sums=False)]
                done = [d for d in held if self._was_promised(d)]
                if done and len(done) == len([d for d in held if d["status"] == "confirmed"]):
                    return Found(
                        "L203",
                        place,
                        f"this has happened ({date_words(done[-1]['from'])}): {done[-1]['text']}",
                        str(done[-1]["clause"]),
                        "write it in the past",
                    )
            elif held and not negated and all(d.get("yes") is True and d["state"] == "yes" and d["status"] == "confirmed" for d in held):
                return Found(
                    "L203",
                    place,
                    f"this has happened ({date_words(held[-1]['from'])}): {held[-1]['text']}",
                    str(held[-1]["clause"]),
                    "write it in the past",
                )
        return None

    def _was_promised(self, doc: Document) -> bool:
        """True where an earlier version had the same amount with a hedge or a condition, and this one has it flat."""
        older = self.facts.record(doc["replaces"]) if doc["replaces"] else None
        return bool(
            older
            and older["value"]
            and doc["value"]["hedge"] == "exactly"
            and older["value"]["hedge"] == "up-to"
            and older["value"]["amount"] == doc["value"]["amount"]
        )


def _named(reading: Reading) -> bool:
    """True where the sentence names the term itself. A verb that could mean it ("runs on") is enough for a question, not for an assertion."""
    return reading.exclusive or bool(reading.why and reading.why[0])


def _parts(text: str) -> list[tuple[int, int]]:
    """The whole sentence, then its clauses: each may be an assertion of its own."""
    cuts = [(m.start(), m.end()) for m in _SPLIT.finditer(text)]
    if not cuts:
        return [(0, len(text))]
    out: list[tuple[int, int]] = []
    start = 0
    for a, b in [*cuts, (len(text), len(text))]:
        if text[start:a].strip():
            out.append((start, a))
        start = b
    return out


def _shorter(part: str) -> Iterator[str]:
    """The part without its last prepositional phrases, which may say over what time or on what terms."""
    for _ in range(2):
        cut = _TAIL.search(part)
        if cut is None or len(part[: cut.start()].split()) < 4:
            return
        part = part[: cut.start()]
        yield part


def _numbers(doc: Document, unit: str) -> Iterator[float]:
    value = doc["value"]
    factor = english.same_unit(unit, str(value["unit"] or "")) if value else 0
    if factor:
        yield from (n * factor for n in (value["amount"], value["low"], value["high"]) if n is not None)


def _is_one_of(number: float, own: list[float], *, sums: bool = True) -> bool:
    """True where the number is one of these, or what some of them add up to."""
    totals: Iterable[float] = own
    if sums:
        distinct = sorted(set(own))[:_MOST_PARTS]
        totals = [sum(c) for n in range(1, len(distinct) + 1) for c in combinations(distinct, n)] + own
    return any(abs(total - number) <= _NEAR_ENOUGH * max(abs(total), abs(number)) for total in totals)


@lru_cache(maxsize=256)
def _documents_of(store: Store, term: str) -> tuple[Document, ...]:
    return tuple(store.each("SELECT doc FROM clause WHERE term = ? ORDER BY n", term))


@lru_cache(maxsize=8)
def _names_of(store: Store) -> frozenset[str]:
    """The longest word of each name of a party or product: a sentence without one is not looked at further."""
    said = store.query("SELECT said FROM phrase WHERE kind IN ('party', 'product')")
    return frozenset(max(words, key=len) for (name,) in said if (words := _WORD.findall(str(name).lower())))
