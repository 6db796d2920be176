"""Records that are no terms as candidates: events, instruments, deals, disputes, observations and claims, by their names and words."""

from __future__ import annotations

from tenor.ask.interpreting.kinds import kind_words
from tenor.ask.language import english
from tenor.ask.language.roots import amounts_in
from tenor.ask.language.words import forms, lemma, tokens
from tenor.ask.names.lexicon import Match, longest, sides_of
from tenor.ask.reading import Candidate, Reading
from tenor.ask.times.years import MONTH_NUMBERS
from tenor.dates import DAWN, FOREVER, iso

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from tenor.ask.interpreting.question import Question
    from tenor.store.read import Store

    Document = dict[str, Any]

#: How near a claim counts on the scale of :data:`tenor.ask.names.support`.
_SAID = 1.0
#: Words that may be said of any document.
_OF_DOCUMENTS = frozenset(map(lemma, ("new", "main", "point", "key", "set", "out")))
_PRICES = frozenset(map(lemma, ("cost", "price", "fee")))
_SAID_OF_DOCUMENTS = english.GENERIC | english.SIGN_WORDS | _OF_DOCUMENTS
_ASKING = english.SAY_WORDS | english.WHAT_WORDS
#: Amounts in words.
_IN_WORDS = english.NUMBERS.keys() | frozenset("half third quarter none no nothing all most one hundreds thousands millions billions".split())
#: How many letters of a word are a short form of it.
_SHORTEST, _LONGEST = 3, 4
#: What may be asked of a deal or an instrument as a whole.
_OF_PAPERS = ("start", "change", "what", "list", "keyword", "end", "value")
_RECORD_KINDS = ("event", "dispute", "observation", "measurement", "claim", "instrument", "deal")


def _disputed_then(question: Question, document: Document) -> bool:
    """True where what the dispute is about was so in the time that is asked about."""
    from tenor.ask.accounts.disagreement import touches

    about = [question.lexicon.document(str(name)) for name in document.get("about", ())]
    dated = [d for d in about if d.get("bounds") or d.get("date")]
    return not dated or all(any(touches(d, m.start, m.end) for d in dated) for m in question.moments if m.record is None)


def record_candidates(question: Question, kind: str, kind_used: set[int]) -> list[Candidate]:
    """Every record that a phrase of the question names."""
    targets: dict[tuple[str, str, int], list[Match]] = {}
    for match in question.matches:
        if match.kind in _RECORD_KINDS:
            targets.setdefault((match.kind, match.target, match.place), []).append(match)
    if not targets:
        return []
    out: list[Candidate] = []
    content = question.content()
    said_of_kind = kind_words(kind)
    timed = {i for m in question.moments for i in range(m.first, m.last + 1) if m.record is None or _dated(question.tokens[i].low)}
    for (what, target, place), names in sorted(targets.items()):
        if what in ("deal", "instrument") and kind not in _OF_PAPERS:
            continue
        if what == "event" and any(m.record is None for m in question.moments) and not _in_window(question, target):
            continue
        used = {i for m in longest(names) for i in range(m.start, m.end)}
        record_id = (
            target
            if what in ("instrument", "deal")
            else f"commentary:{target}"
            if what == "claim"
            else f"{'observation' if what == 'measurement' else what}:{target}"
        )
        document = question.lexicon.document(record_id)
        if what == "claim" and ((kind != "holder" and not _claimed_of_then(question, document)) or (kind == "value" and not has_a_figure(document))):
            continue
        if what == "measurement" and question.counts() and not question.percent() and _is_share(document, place):
            continue
        acts = _acting_verb(question) if what == "event" and kind == "holder" else set()
        free = content - used - kind_used - timed - (question.plain() - acts)
        own = _words(question, document, (what, target, place)) if free else frozenset()
        in_text = {i for i in free if question.tokens[i].lemma in own}
        if what == "event" and not question.affirmative() and not english.NEGATIONS.isdisjoint(own):
            in_text |= {i for i in free if question.tokens[i].low in ("not", "no")}
        by_kind = {i for i in free - acts if question.tokens[i].lemma in said_of_kind or question.tokens[i].lemma in _ASKING}
        if what == "event" and (outlet := outlet_asked(question)) is not None and "report" in own:
            by_kind |= {outlet} & free
        if what in ("measurement", "observation"):
            by_kind |= {i for i in free if question.tokens[i].lemma in english.REACHING}
            in_text |= {i for i in free if _shortened(question.tokens[i].low, own)}
        if what in ("instrument", "deal"):
            by_kind |= {i for i in free if question.tokens[i].lemma in _SAID_OF_DOCUMENTS}
            by_kind -= {i for i in free if question.tokens[i].lemma in _PRICES}  # what it says is not what it costs
        leftover = sorted(free - in_text - by_kind)
        topic = _topic(question, what, target, leftover) if leftover and kind in ("what", "list") else []
        if topic:
            leftover = []
        if what == "dispute" and question.moments and kind in ("value", "what") and not _disputed_then(question, document):
            continue
        reading = Reading("event" if kind in ("start", "what", "keyword", "list", "holder", "value", "end") else kind, None)
        reading.kind = kind
        reading.only = topic
        reading.target = (what, target, place)
        reading.score = 3.0 * len(used) + 1.0 * len(in_text) - (1.5 if what in ("claim", "dispute") else 0.5 if what in ("deal", "instrument") else 0)
        if what == "measurement":  # the one of the time that is asked about
            reading.score += len(_time_words(question) & _own_words(document, what, place))
        if kind == "start":
            reading.score += {"event": 3, "claim": -2, "dispute": -2}.get(what, 0)
        reading.why = [f"names {sorted({m.said for m in names})}"]
        out.append(Candidate(reading, used | in_text, leftover, []))
        if what == "claim":  # what somebody says answers only where nothing else does
            out[-1].near = _SAID
    return out


def _acting_verb(question: Question) -> set[int]:
    """The verb of ``who owns A``: an event that is called after A tells of it, or is no answer."""
    said = question.tokens
    return {1} if said[0].low == "who" and len(said) > 1 and said[1].lemma not in english.YES_NO and not _ASKING & {said[1].lemma} else set()


def _claimed_of_then(question: Question, document: dict[str, Any]) -> bool:
    """False for a claim about a time that came after what is asked about, unless it speaks of that year itself."""
    first = (document.get("bounds") or {}).get("from", (None,))[0]
    said = str(document.get("text", ""))
    return first is None or all(
        first < iso(m.end) or iso(m.start)[:4] in said for m in question.moments if m.record is None and m.start > DAWN and m.end < FOREVER
    )


def outlet_asked(question: Question) -> int | None:
    """The position of the noun in ``which newspaper reported``."""
    return next(
        (i for i, t in enumerate(question.tokens) if t.lemma in english.OUTLETS and i and question.tokens[i - 1].low in ("which", "what")), None
    )


def _shortened(low: str, own: frozenset[str]) -> bool:
    """``tok/s``, ``per sec``: the beginning of a word of what was measured; a single letter only for the second."""
    return (low == "s" and "second" in own) or (_SHORTEST <= len(low) <= _LONGEST and low.isalpha() and any(word.startswith(low) for word in own))


def unit_words(measured: dict[str, Any]) -> str:
    """The unit of a measured value as words: ``tokens/s`` is tokens per second."""
    unit = str(measured["value"].get("unit") or "")
    return f"{unit.removesuffix('/s')} per second" if unit.endswith("/s") else unit.replace("/", " per ")


def _dated(word: str) -> bool:
    """True for a word of a date beside the name of an event."""
    return word in MONTH_NUMBERS or word.isdigit()


def _is_share(document: dict[str, Any], place: int) -> bool:
    """True where what was measured is a percentage: no answer to how many."""
    values = document.get("values", ())
    return bool(values) and str(values[place - 1].get("value", {}).get("unit") or "").startswith("percent")


def _time_words(question: Question) -> set[str]:
    """The words that say when, in normal form."""
    return {question.tokens[i].lemma for m in question.moments for i in range(m.first, m.last + 1)}


def has_a_figure(document: dict[str, Any]) -> bool:
    """True for a claim that says how much or how many, in digits or in a word."""
    said = tokens(str(document.get("text", "")))
    return bool(amounts_in(said)) or any(t.low in _IN_WORDS for t in said)


def _in_window(question: Question, event: str) -> bool:
    from tenor.ask.interpreting.told import event_in_window

    return event_in_window(question, event)


def _topic(question: Question, what: str, target: str, leftover: list[int]) -> list[str]:
    """Clauses of an instrument or a deal that speak of all left-over words: ``what does X say about Y``."""
    if what not in ("instrument", "deal"):
        return []
    from tenor.ask.parties.ordinal import deals_in_a_row

    if not deals_in_a_row(question).isdisjoint(leftover):
        return []
    wanted = {question.tokens[i].lemma for i in leftover}
    return [clause for clause, words in _clause_words(question.store, what, target) if wanted <= words]


def _clause_words(store: Store, what: str, target: str) -> list[tuple[str, frozenset[str]]]:
    """The words of each clause of an instrument or a deal, with those of its term and its parties; worked out once for all questions."""
    sql = (
        "SELECT doc FROM clause WHERE instrument = ?"
        if what == "instrument"
        else "SELECT c.doc FROM listed_in AS l JOIN clause AS c ON c.n = l.clause WHERE l.deal = ?"
    )

    def read() -> list[tuple[str, frozenset[str]]]:
        out = []
        for clause in store.each(f"{sql} ORDER BY place", target):
            parties = [store.name("party", p) for p in (clause["subject"], clause["holder"], *clause["holders"]) if p]
            texts = (clause["text"], clause["label"] or "", clause["scope"] or "", store.name("term", clause["term"]), *parties)
            out.append((str(clause["clause"]), frozenset().union(*map(forms, texts))))
        return out

    return store.once(("clause words", what, target), read, lambda made: sum(len(words) for _, words in made))


def _party_words(question: Question, document: dict[str, Any], what: str) -> set[str]:
    """The names of a record's own parties; of a claim, its speaker's; of a dispute, those of the sides of what it is about."""
    parties = (
        [str(document.get("speaker"))]
        if what == "claim"
        else sides_of([question.lexicon.document(str(name)) for name in document.get("about", ())])
        if what == "dispute"
        else [str(p) for p in (*document.get("parties", ()), *((document["by"],) if document.get("by") else ()))]
    )
    named = [question.lexicon.document(f"party:{p}") for p in parties]
    said = [text for d in named for text in (d.get("name", ""), d.get("full_name", ""), *d.get("aliases", ()))]
    return set().union(*map(forms, said)) | ({"right", "wrong", "video", "thesi"} if what == "claim" else set())


def _words(question: Question, document: dict[str, Any], record: tuple[str, str, int]) -> frozenset[str]:
    """What a question about a record may say; worked out once for all questions."""
    what, _, place = record

    def read() -> frozenset[str]:
        return frozenset(_own_words(document, what, place) | _party_words(question, document, what))

    return question.store.once(("record words", *record), read, len)


def _own_words(document: dict[str, Any], what: str, place: int) -> set[str]:
    """The words of a record's own text: what a question about it may say. Of a measurement, its own and the title's, not its neighbors'."""
    if what == "measurement":
        value = document["values"][place - 1]
        texts = (
            str(document.get("title", "")),
            str(value.get("what", "")),
            str(value.get("at", "")),
            unit_words(value),
            *value.get("names", ()),
            *document.get("names", ()),
        )
        return set().union(*map(forms, texts))
    said: list[str] = []
    for name in ("title", "says", "text", "our_note", "why", "method", "summary", "note"):
        if isinstance(document.get(name), str):
            said.append(document[name])
    for name in ("words", "names", "parties"):
        said.extend(str(w) for w in document.get(name, ()))
    for value in document.get("values", ()) if what in ("observation", "measurement") else ():
        said += [str(value.get("what", "")), unit_words(value)]
        said.extend(value.get("names", ()))
    for position in document.get("positions", ()):
        said.append(str(position.get("says", "")))
    return set().union(*map(forms, said))
