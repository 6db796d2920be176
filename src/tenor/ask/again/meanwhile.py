"""Times told by who held what: ``who was president when X became chief justice``, ``was Z president between X and Y``, as a question with days in it."""

from __future__ import annotations

import re

from tenor.ask.inquiry import as_said
from tenor.ask.interpreting.interpreter import Interpreter
from tenor.ask.language import english
from tenor.ask.language.words import lemma, tokens
from tenor.ask.names.lexicon import Lexicon
from tenor.ask.reading import Refusal
from tenor.dates import iso, parse_day

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from tenor.store.read import Store

    Document = dict[str, Any]

_ASKED = r"(?P<asked>(?:who|whom|which|what|was|were|is|did|has|had)\b[^,?]+?)"
#: How somebody comes to be what is said next.
BECOME = r"became|becomes|was appointed(?: as)?|(?:took office|took over|was sworn in|started|began) as"
_CLAUSE = rf"(?P<who>[^,?]+?)\s+(?P<verb>{BECOME}|was|were|served as|held office as)\s+(?P<what>[^,?]+?)"
_THEN = r"(?:when|while|(?:at|by) the (?:time|moment)(?: that| when)?|on the (?:very )?(?:day|date)(?: that| when| on which)?)"
_WHEN = (
    re.compile(rf"\s*{_THEN}\s+{_CLAUSE},\s*{_ASKED}\s*\??\s*", re.IGNORECASE),
    re.compile(rf"\s*{_ASKED},?\s+{_THEN}\s+{_CLAUSE}\s*\??\s*", re.IGNORECASE),
)
#: ``between X and Y``, ``after X and before Y``: some of the names of those whom one had before and after whoever is asked for.
_NEIGHBORS = r"(?:between\s+(?P<first>[^,?\d]+?)\s+and|after\s+(?P<left>[^,?\d]+?)\s+(?:and|but)\s+before)\s+(?P<second>[^,?\d]+?)"
_BETWEEN = (
    re.compile(rf"\s*{_ASKED}\s+{_NEIGHBORS}(?P<office>\s+(?:as|in the office of)\s[^,?\d]+?)?\s*\??\s*", re.IGNORECASE),
    re.compile(rf"\s*{_NEIGHBORS}(?P<office>),\s*{_ASKED}\s*\??\s*", re.IGNORECASE),
)


def dated(store: Store, question: str, today: int, ask: Callable[[str], Document]) -> str | None:
    """The question with days in the place of who held what then; None where it tells no time so.

    ``ask`` answers another question of the same knowledge base.

    Raises:
        Refusal: the time is not certain, or there is none between the two.
    """
    if (found := next((m for pattern in _WHEN if (m := pattern.fullmatch(question))), None)) is not None:
        return _when(found, ask)
    found = next((m for pattern in _BETWEEN if (m := pattern.fullmatch(question))), None)
    return _between(store, found, today) if found is not None else None


def _when(found: re.Match[str], ask: Callable[[str], Document]) -> str | None:
    clause = ask(f"when was {found['who']} {found['what']}")
    read = clause["read_as"] or {}
    held = [a for a in clause["answers"] if a["clause"] and a["holder"] == read.get("holder")]
    if clause["status"] != "answered" or read.get("kind") != "start" or not read.get("holder") or not held:
        return None
    runs = runs_of(held)
    if len(runs) > 1:
        raise Refusal("ambiguous", f"{found['who']} is recorded so more than once; write a date.")
    first, last = runs[0][0]["bounds"]["from"], runs[0][-1]["bounds"]["to"]
    beginning = re.fullmatch(BECOME, found["verb"], re.IGNORECASE) is not None
    if not first[0] or first[0] != first[1]:
        raise Refusal("no-record", f"On what day {found['who']} {found['verb']} {found['what']} is not certain; write a date.")
    if beginning:
        return f"{found['asked']} on {first[0]}"
    return _within(found["asked"], first[0], last[0]) if last[0] else f"{found['asked']} since {first[0]}"


def _within(asked: str, start: str, end: str) -> str:
    """The question for the days from one to the day before another; whether somebody had something then need not be so on all of them."""
    last = iso(parse_day(end) - 1)
    return f"{asked} at some time between {start} and {last}" if tokens(asked)[0].lemma in english.YES_NO else f"{asked} from {start} to {last}"


def runs_of(held: list[Document]) -> list[list[Document]]:
    """Versions of one holder, in the order of their days, by stretches without a break."""
    runs: list[list[Document]] = []
    for doc in held:
        if runs and doc["from"] and runs[-1][-1]["to"] == doc["from"]:
            runs[-1].append(doc)
        else:
            runs.append([doc])
    return runs


def _between(store: Store, found: re.Match[str], today: int) -> str | None:
    parties: list[str] = []
    subject = term = None
    asked = found["asked"] + (found["office"] or "")
    if tokens(asked)[-1].lemma in english.DOCUMENTS | english.DEAL_WORDS:  # "under the contract between A and B": whose it is
        return None
    first, second = found["first"] or found["left"], found["second"]
    who = _who(store, asked)
    if who == asked and tokens(asked)[0].lemma in english.YES_NO:  # "is there a deal between A and B"
        return None
    for name in (first, second):
        try:
            reading = Interpreter(store, f"{who} after {name}", today).read()[0]
        except Refusal:
            return None
        if reading.relative is None or reading.term is None:
            return None
        parties.append(reading.relative[1])
        subject, term = reading.subject, reading.term
    if term is None:
        return None
    if subject is None and len(of := _of_both(store, term, parties)) == 1:
        subject = of.pop()
    if subject is not None and subject not in Lexicon(store).parties_in(asked):  # nobody else's is meant
        asked += f" of {store.name('party', subject)}"
    versions = [d for x in store.lineages(term) if subject in (None, x.subject) for d in store.versions(x.n)]
    ends = [d["bounds"]["to"][1] for d in versions if parties[0] in (d["holder"], *d["holders"]) and d["bounds"]["to"][1]]
    starts = [d["bounds"]["from"][0] for d in versions if parties[1] in (d["holder"], *d["holders"]) and d["bounds"]["from"][0]]
    pairs = [(end, start) for end in ends for start in starts if end <= start]
    if not pairs:
        raise Refusal("no-record", f"No time is recorded from {first} to {second}.", terms=[term])
    end, start = min(pairs, key=lambda pair: parse_day(pair[1]) - parse_day(pair[0]))
    if end == start:
        raise Refusal("no-record", f"Nobody is recorded between {first} and {second}.", terms=[term])
    return _within(asked, end, start)


def _who(store: Store, asked: str) -> str:
    """``was X president`` as a question for whoever it was: without the name behind the first verb; any other question as it is."""
    said = tokens(asked)
    ends = [m.end for m in Lexicon(store).matches(said) if m.kind == "party" and m.start == 1]
    if not ends or said[0].lemma not in english.YES_NO:
        return asked
    return as_said([*tokens("who" if said[0].lemma == lemma("do") else f"who {said[0].text}"), *said[max(ends) :]])


def _of_both(store: Store, term: str, holders: list[str]) -> set[str]:
    """What each of these had at any time."""
    had = ({str(s) for (s,) in store.query("SELECT subject FROM pair WHERE term = ? AND holder = ?", term, holder)} for holder in holders)
    return set.intersection(*had)
