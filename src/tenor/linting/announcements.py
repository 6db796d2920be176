"""A sentence that announces what has already happened, or a day that is over."""

from __future__ import annotations

import re

from tenor.ask.answers.wording import date_words
from tenor.dates import FOREVER, iso, long_date
from tenor.linting import english
from tenor.linting.assertions import WILL, Assertion, Assertions, is_one_of, numbers, parts
from tenor.linting.base import Document, Facts, Found, moments
from tenor.linting.pairs import Pairs
from tenor.linting.writeup import Sentence

#: Verbs of a beginning: with "will", they announce what has not begun.
_BEGINS = re.compile(r"\b(?:become|begin|start|launch|enter|open|join|gain|lose|end|expire|invest|close|add|make|complete)\b", re.I)
#: Verbs of an end, which leave their object behind.
_ENDS = re.compile(r"\b(?:will|shall|is to|are to) (?:soon )?(?:give up|lose|surrender|relinquish|drop|no longer have|stop having)\b", re.I)
#: Ties to a day that the sentence does not name as the day of the announcement.
_NO_DAY = ("after", "before")


def past_will(facts: Facts, assertions: Assertions, pairs: Pairs, sentence: Sentence, day: int) -> Found | None:
    """The finding on a sentence that has a "will"."""
    text = sentence.text
    will = WILL.search(text)
    if will is None or english.ATTRIBUTION.search(text[: will.start()]):
        return None
    place = sentence.at(len(text) - len(text.lstrip()))
    if will.group().lower() in ("will", "shall"):
        over = _day_that_is_over(text, day)
        if over is not None:
            message = f"this announces what lay before {long_date(day)}: {iso(over)}"
            return Found("L203", place, message, "", "write it in the past, with what came of it")
    for start, end in parts(text):
        part = text[start:end]
        done = _done(facts, assertions, pairs, part, day) if WILL.search(part) else None
        if done is not None:
            message = f"this has happened ({date_words(done['from'])}): {done['text']}"
            return Found("L203", place, message, str(done["clause"]), "write it in the past")
    return None


def _day_that_is_over(text: str, day: int) -> int | None:
    """The last day that the sentence names for what will be, where every time it names is over."""
    named = [m for m in moments(text, day) if m.relation not in _NO_DAY]
    if not named or any(m.end - m.start > 366 and m.end < FOREVER for m in named if m.relation not in ("since", "until")):
        return None
    days = [m.start if m.relation == "since" else m.end - 1 for m in named]
    return max(days) if all(d < day for d in days) else None


def _done(facts: Facts, assertions: Assertions, pairs: Pairs, part: str, day: int) -> Document | None:
    """The clause that shows that what the part announces has happened."""
    amounts = english.amounts(part)
    if len(amounts) == 1:
        kept = [d for d in pairs.between(part, amounts[0]) if _was_promised(facts, d)]
        if kept:
            return kept[-1]
    ends = _ENDS.search(part)
    if ends is not None:
        read = assertions.read(part[: ends.start()] + "has" + part[ends.end() :])
        return _held(read, want=False) if read is not None and read.amount is None else None
    if not _BEGINS.search(part):
        return None
    read = assertions.read(part)
    if read is None:
        return None
    if read.amount is None:
        return _held(read, want=True)
    held = [d for d in read.docs if d["clause"] and is_one_of(read.amount.number, numbers(d, read.amount.unit), sums=False)]
    done = [d for d in held if _was_promised(facts, d)]
    return done[-1] if done and len(done) == len([d for d in held if d["status"] == "confirmed"]) else None


def _held(read: Assertion, *, want: bool) -> Document | None:
    """The last clause where all say that it holds, or does not hold, for certain."""
    held = [d for d in read.docs if d["clause"] and d["certainty"] != "possible"]
    if not held or read.negated or any(d.get("yes") is not want for d in held):
        return None
    if want:
        return held[-1] if all(d["state"] == "yes" and d["status"] == "confirmed" for d in held) else None
    return held[-1] if all(d["state"] == "no" or (read.reading.exclusive and d["exclusive"] is False) for d in held) else None


def _was_promised(facts: Facts, doc: Document) -> bool:
    """True where an earlier version had the same amount with a hedge or a condition, and this one has it flat."""
    older = facts.record(doc["replaces"]) if doc["replaces"] else None
    if not older or not older["value"] or doc["value"]["hedge"] != "exactly" or older["value"]["amount"] != doc["value"]["amount"]:
        return False
    return older["value"]["hedge"] == "up-to" or bool(older["ends_when"] and not doc["ends_when"])
