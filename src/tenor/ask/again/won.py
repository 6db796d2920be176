"""Refused questions for who had a thing, in verbs of winning and losing it: ``who broke A's record``, ``when did A win the title``, ``to whom did the office pass after A``.

Each is asked as who had it before or after, or since or until when, and counts only where one has it at a time.
"""

from __future__ import annotations

from tenor.ask.again.ways import MONTH, shape, told_clauses
from tenor.ask.language.words import tokens
from tenor.ask.parties.edges import somebody_holds

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from tenor.ask.again.ways import Way
    from tenor.ask.interpreting.question import Question

    Document = dict[str, Any]

_DAY = (
    rf"(?:\d{{4}}(?:-\d\d(?:-\d\d)?)?|(?:the )?\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{MONTH},? \d{{4}}|{MONTH} (?:\d{{1,2}}(?:st|nd|rd|th)?,? )?\d{{4}})"
)
#: What is broken or set, and not kept or made, is a record.
_RECORD = r"(?P<what>[^?]*?\brecord\b[^?]*?)"
_BREAK = r"(?:break|beat|better|smash|surpass|shatter|eclipse|improve(?: on)?)"
_BROKE = r"(?:broke|beat|bettered|smashed|surpassed|shattered|eclipsed|improved(?: on)?)"
_BROKEN = r"(?:broken|beaten|bettered|smashed|surpassed|shattered|eclipsed|improved(?: on)?)"
_WIN = r"(?:win|take|claim|capture|seize|secure|land)"
_WON = r"(?:won|took|taken|claimed|captured|seized|secured|landed)"
_THE_OFFICE = r"(?:the (?:office|post|job|position|role) of (?:the )?)?"
_END = r"[?.]*$"
_SOLD = shape(r"\b(?:sold|sell)\b")
#: Shapes in which "who" is somebody, and what each asks.
_OF_SOMEBODY = tuple(
    (shape(pattern), ways)
    for pattern, ways in (
        (rf"^who (?:first )?{_BROKE} (?P<who>[^?]+?)(?:['’]s|(?<=s)['’]) {_RECORD}{_END}", ("Who had the {what} after {who}?",)),
        (rf"^whose {_RECORD} did (?P<who>[^?]+?) {_BREAK}{_END}", ("Who had the {what} before {who}?",)),
        (rf"^when (?:was|did) (?P<who>[^?]+?)(?:['’]s|(?<=s)['’]) {_RECORD} (?:{_BROKEN}|fall|get {_BROKEN}){_END}", ("When did {who} lose the {what}?",)),
        (rf"^(?:had|was|has) (?P<who>[^?]+?)(?:['’]s|(?<=s)['’]) {_RECORD} (?:already )?(?:been )?{_BROKEN} by (?P<day>{_DAY}){_END}", ("Had {who} lost the {what} by {day}?",)),
        (rf"^had (?P<who>[^?]+?) (?:set|{_BROKEN}) (?:the )?{_RECORD} by (?P<day>{_DAY}){_END}", ("Had {who} got the {what} by {day}?",)),
        (rf"^had (?P<who>[^?]+?) (?:been )?{_WON} (?:the )?(?P<what>[^?]+?) by (?P<day>{_DAY}){_END}", ("Had {who} got the {what} by {day}?",)),
        (
            rf"^had (?P<who>[^?]+?) been (?:replaced|succeeded|superseded|ousted|voted out|removed) (?:as|in) (?P<what>[^?]+?) by (?P<day>{_DAY}){_END}",
            ("Had {who} left as {what} by {day}?", "Had {who} lost the {what} by {day}?"),
        ),
        (rf"^when did (?P<who>[^?]+?) (?:set|{_BREAK}) (?:the )?{_RECORD}{_END}", ("When did {who} get the {what}?",)),
        (rf"^when did (?P<who>[^?]+?) {_WIN} (?:the )?(?P<what>[^?]+?){_END}", ("When did {who} get the {what}?", "Since when did {who} have the {what}?")),
        (rf"^who (?:{_WON}|set) (?:the )?(?P<what>[^?]+?) after (?P<who>[^?]+?){_END}", ("Who had the {what} after {who}?",)),
        (
            rf"^to (?:whom|who|which \w+) did {_THE_OFFICE}(?P<what>[^?]+?) (?:pass|go|fall)(?: on)? (?:after|from) (?P<who>[^?]+?){_END}",
            ("Who was {what} after {who}?", "Who had {what} after {who}?"),
        ),
        (rf"^when did (?P<who>[^?]+?) sell (?P<what>[^?]+?){_END}", ("Until when did {who} own {what}?",)),
        (rf"^who (?:dethroned|unseated) (?P<who>[^?]+?) as (?P<what>[^?]+?){_END}", ("Who was {what} after {who}?",)),
    )
)  # fmt: skip
#: Shapes with a time alone.
_TIMED = tuple(
    (shape(pattern), ways)
    for pattern, ways in (
        (rf"^who (?:set|{_BROKE}) (?:the )?{_RECORD} (?P<when>(?:in|on) {_DAY}){_END}", ("Who got the {what} {when}?",)),
        (
            rf"^to (?:whom|who|which \w+) did {_THE_OFFICE}(?P<what>[^?]+?) (?:pass|go|fall)(?: on)? (?P<when>(?:in|on) {_DAY}){_END}",
            ("Who became {what} {when}?", "Who got {what} {when}?"),
        ),
        (
            rf"^who (?:succeeded|followed|replaced|came after|took over from) (?:the )?(?P<what>[^?]+?) (?:who was |then )?(?:in office|in charge|in post|in power) (?:on|in) (?P<day>{_DAY}){_END}",
            ("Who was next as {what} after {day}?", "Who was the next {what} after {day}?"),
        ),
    )
)  # fmt: skip


def won_and_lost(question: Question) -> Iterator[Way]:
    """``who broke A's record``: who had it after A, where one has it at a time."""

    def had_by_one(document: Document) -> bool:
        terms = [question.lexicon.document(f"term:{c['term']}") for c in told_clauses(document)]
        fits = bool(terms) and all(somebody_holds(term) and not term.get("many") for term in terms)
        if fits and _SOLD.search(question.question) is not None:
            document["text"] = f"{document['text']} How it left its owner is not recorded."
        return fits

    beside = [question.relative.mention] if question.relative is not None else []
    named = {t.low for m in (*question.mentions, *beside) for t in question.tokens[m.start : m.end]}
    for pattern, ways in (*_OF_SOMEBODY, *_TIMED):
        found = pattern.match(question.question)
        said = found.groupdict() if found is not None else {}
        if found is None or ("who" in said and named.isdisjoint(t.low for t in tokens(said["who"]))):
            continue
        for way in ways:
            yield way.format(**{**said, "what": said["what"].removeprefix("the ") if "the {what}" in way else said["what"]}), had_by_one
