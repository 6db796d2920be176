"""What is wrong with a plain sentence: it asserts what the record contradicts, drops a hedge, or announces what is past.

What is asked, supposed, quoted, attributed or read in part is left alone, because a false alarm costs more than a miss.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from tenor.ask.answers.wording import date_words, value_words
from tenor.dates import long_date, parse_day
from tenor.linting import english, paraphrase
from tenor.linting.announcements import past_will
from tenor.linting.assertions import LEAD, PROMISE, WILL, Assertion, Assertions, is_one_of, numbers, parts, shorter
from tenor.linting.base import Document, Facts, Found, in_past, moments
from tenor.linting.pairs import Pairs, in_force
from tenor.linting.writeup import Sentence
from tenor.store.read import Store

#: How the clause of a sentence begins that is an assertion of its own; a participle ("powered by …") is none.
_OPENS = re.compile(r"^(?:[A-Z0-9$“]|(?:the|a|an|in|on|since|under|at|by|for|with|its|their)\b)")
_WORD = re.compile(r"[^\W_]+")
_PRONOUN = re.compile(
    r"^(?:they|it|he|she|we|you|i|this|that|these|those|there|here|both|neither|nobody|everyone|the two|what|how|who|whose|when|where|why|which|like|as)\b",
    re.I,
)
#: "The panel that verifies …" names somebody and asserts nothing of it.
_RELATIVE = re.compile(r"\b(?:that|who|whose|whom)\b", re.I)
_RUNS = re.compile(
    r"\b(?P<verb>runs?|lasts?|continues?|extends?|holds?|is valid|expires?|ends?)\s+(?:through|until|to|till|in|on|at the end of)\s+(?P<end>(?:\w+ )?(?:\d{1,2}, )?\d{4})\b"
)
_EXCLUSIVE = re.compile(r"\b(?:exclusiv\w*|sole(?:ly)?|only|alone)\b", re.I)
_NARROWS = re.compile(r"\s(?:from|over|through|until)\s[^,;]*$")
#: A thing that is there by one party alone.
_ONLY_BY = re.compile(r"\s(?:exclusively|only|solely) (?:on|through|via|from|in|by|to|at|with) (?P<who>[A-Z][^,;]*)$")
#: Words before an amount that speak of a part of one named before, or of something besides.
_PART_OF = re.compile(
    r"\b(?:of|the|that|those|its|their|this|first|last|second|third|remaining|other|rest|another|further|additional|extra|next|an? initial)\s*$", re.I
)
_TOTAL = re.compile(r"\b(?:has|have|is)\b", re.I)
#: A verb, or what looks like one and is not the noun behind an article.
_VERB = re.compile(
    r"(?<!\bthe )(?<!\bits )(?<!\bof )(?<!\ba )(?<!\ban )\b(?:is|are|was|were|has|have|had|may|can|cannot|must|will|do|does|did|gave|paid|took|put|held|sold|bought|won|lost|undertook|became|began|went|came|made|got|kept|sent|led|left|set|cut|spent|built|chose|grew|fell|rose|drew|lent|let|run|hold|own|"
    r"pay|use|share|get|buy|sell|[a-z]{2,}(?:s|ed))\b"
)
#: Nothing but a name in front.
_LISTED = re.compile(r"(?:^|[,;:.—–]\s*)((?:[A-Z][\w.&-]*\s?){1,3})(?:,\s*|\sand\s)$")
#: Behind these, a sentence starts on something that what was doubted before does not touch.
_AFRESH = re.compile(r"[;:—]|,\s+(?:and|but|so|yet)\b")
#: What is longer than this many signs is no sentence that can be read.
_LONGEST = 1500
_QUANTITY = ("USD", "GW", "MW", "percent", "shares", "chips")


class Judge:
    """Judges the sentences of one writeup against the records."""

    def __init__(self, facts: Facts, day: int) -> None:
        self.facts = facts
        self.store: Store = facts.store
        self.day = day
        self.assertions = Assertions(facts, day)
        self.pairs = Pairs(facts, self.assertions.lexicon, day)
        self._names = _names_of(self.store)

    def check(self, sentence: Sentence, *, cited: bool) -> Iterator[Found]:
        """The findings on a sentence. ``cited``: it has a citation of ours, whose amounts and day were checked already."""
        text = sentence.text
        if len(text) > _LONGEST or not self._named(text) or text.rstrip().endswith("?") or sentence.quotes:
            return
        asserted = PROMISE.sub(" ", text)
        doubtful = bool(english.DOUBT.search(asserted))
        if not doubtful and WILL.search(text):
            found = past_will(self.facts, self.assertions, self.pairs, sentence, self.day)
            if found:
                yield found
                return
        if english.ATTRIBUTION.search(asserted):
            return
        doubt = english.DOUBT.search(text) if doubtful else None
        several = []
        for start, end in self.assertions.understood(text):
            part = text[start:end]
            if self._asserts(part) and not self._shared(text[:start]) and (doubt is None or _AFRESH.search(text, doubt.end(), start + 1)):
                several.append((start, part))
        if not doubtful and not in_past(text) and not moments(text, self.day):
            several += [(start, words) for start, words in paraphrase.descriptions(text) if self._named(words)]
        wrong = False
        for start, part in several:
            found = self._contradicted(sentence, part, start) or self._alone(sentence, part, start) or self._wrong_end(sentence, part, start)
            found = found or (None if cited else self._unhedged(sentence, part, start))
            if found:
                wrong = True
                yield found
        if not (wrong or cited or doubtful):
            for start, end in parts(text):
                found = self._between(sentence, text[start:end], start) if self._asserts(text[start:end]) else None
                if found:
                    yield found

    def _named(self, text: str) -> bool:
        """True where a party or product may be named."""
        return not self._names.isdisjoint(_WORD.findall(text.lower()))

    def _asserts(self, part: str) -> bool:
        """True where a part may be an assertion of its own."""
        opening = LEAD.sub("", part.strip())
        return (
            self._named(part)
            and not english.DOUBT.search(PROMISE.sub(" ", part))
            and not _PRONOUN.search(opening)
            and not _RELATIVE.search(opening)
            and bool(_VERB.search(opening))
            and bool(_OPENS.search(opening))
        )

    def _shared(self, before: str) -> bool:
        """True where a name in front shares the verb: ``X, Y pledge``, ``X and Y pledge``."""
        names = _LISTED.search(before)
        return names is not None and bool(self.pairs.parties(names[1]))

    # -- contradictions ---------------------------------------------------------------------------

    def _contradicted(self, sentence: Sentence, part: str, start: int) -> Found | None:
        read = self.assertions.read(part, self.pairs.parties(sentence.text))
        if read is None:
            return self._contradicted_at_all(sentence, part, start)
        held = [d for d in read.docs if d["clause"]]
        if not held or (len(held) != len(read.docs) and not (read.dated and read.amount)):
            return None
        place = sentence.at(start + len(part) - len(part.lstrip()))
        yes = {d.get("yes") for d in held}
        if any(d["certainty"] == "possible" for d in held):
            return self._outdated_amount(place, part, read, held)
        holder = read.reading.holder
        shared = all(d["exclusive"] is False and d["state"] != "no" and holder and holder in (d["holder"], *d["holders"]) for d in held)
        if shared and not read.reading.negated and not _EXCLUSIVE.search(part) and not read.negated:
            return None  # only that it is exclusive is denied, and the sentence does not say so
        sure = read.named or all(d["state"] in ("yes", "no") and d["exclusive"] is None and (holder or not d["holder"]) for d in held)
        if (
            yes == {read.negated}
            and read.amount is None
            and (sure or (read.negated and {read.reading.subject, holder} <= self.pairs.parties(part) and self._plainly(held)))
        ):
            return self._finding(place, held[-1])
        if read.amount is not None and yes == {True} and not read.negated:
            begun = [d for d in held if _begins_within(d, read.reading.window)] if read.dated and in_past(part) else []
            held = begun or held
            return self._wrong_amount(place, part, read, held, read.amount)
        return None

    def _contradicted_at_all(self, sentence: Sentence, part: str, start: int) -> Found | None:
        """Where the record denies a thing altogether, it denies it also from one source, over one time or until one day."""
        tail = _NARROWS.search(part)
        read = self.assertions.read(part[: tail.start()]) if tail else None
        held = [d for d in read.docs if d["clause"]] if read is not None and read.named and not read.negated and read.amount is None else []
        if not held or any(d.get("yes") is not False or d["state"] != "no" or d["certainty"] == "possible" for d in held):
            return None
        return self._finding(sentence.at(start + len(part) - len(part.lstrip())), held[-1])

    @staticmethod
    def _plainly(held: list[Document]) -> bool:
        """True where a party itself says that it is so."""
        return all(d["status"] == "confirmed" and d["state"] != "no" for d in held)

    def _alone(self, sentence: Sentence, part: str, start: int) -> Found | None:
        """``is sold only by X`` where the record has others too."""
        said = _ONLY_BY.search(part)
        parties = self.pairs.parties(said["who"]) if said else frozenset()
        read = self.assertions.read(part[: said.start()]) if said and len(parties) == 1 else None
        if read is None or read.negated or read.amount is not None or read.reading.negated:
            return None
        others = [
            d for d in read.docs if d["clause"] and d["holder"] and d["holder"] not in parties and d["certainty"] != "possible" and self._plainly([d])
        ]
        return self._finding(sentence.at(start + len(part) - len(part.lstrip())), others[-1]) if others and not in_past(part) else None

    def _wrong_end(self, sentence: Sentence, part: str, start: int) -> Found | None:
        """``runs through 2030`` where the clause in force says through 2032."""
        runs = _RUNS.search(part)
        if runs is None:
            return None
        read = self.assertions.read(part[: runs.start()]) or self.assertions.read(part[: runs.end("verb")])
        if read is None or read.amount is not None or read.negated:
            return None
        held = [d for d in read.docs if d["clause"] and d["state"] != "no"]
        ends = {d["stated_through"] or d["stated_to"] for d in held}
        if len(held) != 1 or None in ends or runs["end"][-4:] in str(next(iter(ends), "")):
            return None
        place = sentence.at(start + len(part) - len(part.lstrip()))
        message = f"the record has it through {date_words(ends.pop())}: {held[0]['text']}"
        return Found("L201", place, message, str(held[0]["clause"]), "give the end of the record")

    def _finding(self, place: int, doc: Document) -> Found:
        since = f" since {date_words(doc['from'])}" if doc["from"] else ""
        message = f"the record says otherwise{since}: {doc['text']}"
        return Found("L201", place, message, str(doc["clause"]), f"write what held on {long_date(self.day)}, or say when this did")

    def _versions(self, read: Assertion) -> list[Document]:
        return [d for lineage in read.reading.lineages for d in self.store.versions(lineage.n, term=read.reading.term)]

    def _wrong_amount(self, place: int, part: str, read: Assertion, held: list[Document], amount: english.Amount) -> Found | None:
        """The amount is none of the record's, nor what some of them add up to; and the record has it elsewhere, or is complete here."""
        level = all(d["value"] and d["value"]["basis"] in ("level", "ceiling") for d in held)
        every = self._versions(read) if not read.dated and (in_past(part) or not level) else []
        own = [n for d in (*held, *every) for n in numbers(d, amount.unit)]
        if not own or is_one_of(amount.number, own) or (amount.number < max(own) and english.hedged(part, amount.start, amount.end, "at-least")):
            return None
        elsewhere = self._elsewhere(read.reading.term or "", amount)
        if elsewhere is not None and {elsewhere["subject"], elsewhere["holder"]} == {held[-1]["subject"], held[-1]["holder"]}:
            return None  # it is theirs, of another day
        stated = all(numbers(d, amount.unit) for d in held)
        if elsewhere is None and not (stated and (len(held) == 1 or level)) and not self._too_little(part, held, amount):
            return None
        doc = next((d for d in reversed(held) if numbers(d, amount.unit)), held[-1])
        return self._amount_finding(place, doc, elsewhere)

    def _too_little(self, part: str, held: list[Document], amount: english.Amount) -> bool:
        """True where a whole is said to be less than one of its parts."""
        whole = _TOTAL.search(part[: amount.start]) and not _PART_OF.search(part[: amount.start])
        largest = max((n for d in held if d["value"] and d["value"]["hedge"] in ("exactly", "at-least") for n in numbers(d, amount.unit)), default=0)
        return bool(whole) and amount.unit == "USD" and amount.number < 0.98 * largest and not in_past(part)

    def _outdated_amount(self, place: int, part: str, read: Assertion, held: list[Document]) -> Found | None:
        """A level that was measured is not known for today; but one that another measurement replaced is not today's."""
        amount = read.amount
        if amount is None or read.negated or in_past(part) or read.dated or any(d.get("yes") is not True for d in held):
            return None
        if any(d["value"] is None or d["value"]["basis"] != "level" for d in held):
            return None
        older = [d for d in self._versions(read) if d["replaced_by"] and d["clause"] not in {h["clause"] for h in held}]
        was = any(is_one_of(amount.number, numbers(d, amount.unit), sums=False) for d in older)
        return (
            self._amount_finding(place, held[-1], None)
            if was and not is_one_of(amount.number, [n for d in held for n in numbers(d, amount.unit)])
            else None
        )

    def _amount_finding(self, place: int, doc: Document, elsewhere: Document | None) -> Found:
        other = f"; that amount is {elsewhere['clause']}" if elsewhere else ""
        message = f"the record has {value_words(doc['value']) or 'no amount'} here{other}"
        return Found("L201", place, message, str(doc["clause"]), "give the amount of the record")

    def _elsewhere(self, term: str, amount: english.Amount) -> Document | None:
        """A clause of the same term between other parties that has this very amount."""
        return next((d for d in _documents_of(self.store, term) if is_one_of(amount.number, numbers(d, amount.unit), sums=False)), None)

    # -- hedges -----------------------------------------------------------------------------------

    def _unhedged(self, sentence: Sentence, part: str, start: int) -> Found | None:
        for words in (part, *shorter(part)):
            read = self.assertions.read(words)
            if read is None:
                continue
            if read.amount is None or read.negated:
                return None
            matching = [d for d in read.docs if d["clause"] and is_one_of(read.amount.number, numbers(d, read.amount.unit), sums=False)]
            return self._hedge(sentence, start, part, matching)
        return None

    def _between(self, sentence: Sentence, part: str, start: int) -> Found | None:
        """By the amount and the two parties alone."""
        amounts = english.amounts(part)
        if len(amounts) != 1 or amounts[0].unit not in _QUANTITY or english.NEGATION.search(part):
            return None
        amount = amounts[0]
        if _PART_OF.search(part[: amount.start]):
            return None
        matching = self.pairs.between(part, amount)
        if matching:
            said = [
                d
                for d in in_force(matching, self.day) or matching
                if d["value"]["hedge"] in english.HEDGES or d["value"]["status"] or not self._weak(d)
            ]
            return self._hedge(sentence, start, part, said)
        place = sentence.at(start + len(part) - len(part.lstrip()))
        other = next(self.pairs.elsewhere(part, amount), None) or self.pairs.otherwise(part, amount)
        return self._amount_finding(place, *other) if other else None

    def _hedge(self, sentence: Sentence, start: int, part: str, matching: list[Document]) -> Found | None:
        """The finding on an amount that all of these clauses hedge, or have at second hand, and the sentence does not."""
        if not matching or any(d["value"]["hedge"] not in english.HEDGES and not self._weak(d) for d in matching):
            return None
        doc = matching[-1]
        value, text = doc["value"], sentence.text
        amount = next((a for a in english.amounts(text) if a.start >= start and is_one_of(a.number, numbers(doc, a.unit), sums=False)), None)
        if amount is None:
            return None
        if value["hedge"] in english.HEDGES:
            if english.hedged(text, amount.start, amount.end, value["hedge"]) or (
                value["hedge"] == "up-to" and (english.CONDITION.search(text) or english.COMPLETED.search(text))
            ):
                return None
            fix = f"write “{english.INSERT[value['hedge']].strip()}”, and cite [@{doc['clause']}]"
            return Found("L202", sentence.at(amount.start), f"the record says “{value_words(value)}”", str(doc["clause"]), fix)
        message = f"this amount is only {value['status'] or doc['status']}"
        return Found("L202", sentence.at(amount.start), message, str(doc["clause"]), f"say whose number it is, and cite [@{doc['clause']}]")

    @staticmethod
    def _weak(doc: Document) -> bool:
        return (doc["value"]["status"] or doc["status"]) in ("reported", "alleged")


def _begins_within(doc: Document, window: tuple[int, int] | None) -> bool:
    first, last = (parse_day(d) if d else None for d in doc["bounds"]["from"])
    return window is not None and first is not None and last is not None and window[0] <= first and last < window[1]


@lru_cache(maxsize=256)
def _documents_of(store: Store, term: str) -> tuple[Document, ...]:
    return tuple(store.each("SELECT doc FROM clause WHERE term = ? ORDER BY n", term))


@lru_cache(maxsize=8)
def _names_of(store: Store) -> frozenset[str]:
    """The longest word of each name of a party or product: a sentence without one is not looked at further."""
    said = store.query("SELECT said FROM phrase WHERE kind IN ('party', 'product')")
    return frozenset(max(words, key=len) for (name,) in said if (words := _WORD.findall(str(name).lower())))
