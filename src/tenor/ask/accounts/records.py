"""Answers from records that are no clauses: events, instruments, deals, disputes, observations and what a speaker claims."""

from __future__ import annotations

from itertools import pairwise

from tenor.ask.answers.acts import doer_of
from tenor.ask.answers.asked_nouns import names_what_is_counted
from tenor.ask.answers.opposites import refuse_said_otherwise
from tenor.ask.answers.outlets import refuse_told_of_another
from tenor.ask.answers.telling import upper
from tenor.ask.answers.wording import date_words, gap_words, joined, whose_word
from tenor.ask.interpreting.amounts import no_count, sums_of, tells_amount
from tenor.ask.language.english import DOCUMENTS, ENDING, NEGATIONS, YES_NO
from tenor.ask.language.roots import text_keys
from tenor.ask.language.words import forms, lemma, tokens
from tenor.ask.parties.sides import sides_of
from tenor.ask.reading import Refusal
from tenor.dates import DAWN, Edtf, iso, iso_or_none, long_date, parse_day

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from tenor.ask.answers.answer import Answer
    from tenor.ask.language.words import Token

    Document = dict[str, Any]

#: Digits of a year.
_YEAR = 4
_VERDICTS = {
    "supported": "the evidence supports it",
    "supported-in-part": "the evidence supports it in part",
    "reported-elsewhere": "others report it too",
    "contradicted": "the evidence contradicts it",
    "unsupported": "nothing found supports it",
    "opinion": "it is an opinion",
}
_ANYTHING = frozenset(("any", "anything", "anyone", "anybody", "something"))
_SUPPORT = frozenset(map(lemma, ("support", "back", "bear", "confirm", "substantiate")))
_MOST_CLAIMS = 8
_TWO = 2
#: More claims than these are counted first.
_MOST_TOGETHER = 3
#: An instrument of more clauses than these is told in part, and more deals than these are not listed.
_MOST_CLAUSES = 5
#: ``which startups have been admitted``: who they were, and not who may be; how many words of the question may come before it.
_WENT_THROUGH = frozenset((("have", "been"), ("has", "been")))
_NOUNS = 5
_PAPERS = frozenset("deals agreements contracts terms clauses documents rights amendments filings parts".split())
#: Kinds of instruments that nobody announces.
_FILED = ("filing", "report")


def record_answer(answer: Answer) -> Document:
    """The answer that a record gives. Raises :class:`Refusal` where it has none for this kind of question."""
    kind, target, place = answer.reading.target or ("", "", 0)
    if kind == "diff":
        return _differences(answer)
    if kind == "disagreement":
        from tenor.ask.accounts.disagreement import disagreement_answer

        return disagreement_answer(answer)
    if kind in ("holdings", "dealings"):
        from tenor.ask.accounts.dealt import dealt, holdings

        return holdings(answer) if kind == "holdings" else dealt(answer)
    if kind == "instruments":
        from tenor.ask.interpreting.signed import signed_answer

        return signed_answer(answer)
    if kind in ("party", "deals"):
        from tenor.ask.accounts.presented import presented

        return presented(answer)
    if kind == "happenings":
        from tenor.ask.accounts.happenings import happenings

        return happenings(answer)
    if kind == "claims":
        return _claims(answer, [answer.interpreter.lexicon.document(claim) for claim in target.split()])
    if kind == "claim":
        if answer.reading.raw == "state" and "still" in answer.interpreter.lows():
            raise Refusal("no-record", "What somebody says of it does not tell whether it is so still.")
        return _claims(answer, [answer.interpreter.lexicon.document(f"commentary:{target}")])
    if kind == "event":
        from tenor.ask.accounts.untold import begun

        first = begun(answer.interpreter, target)
        if first is None:
            raise Refusal("no-record", "The record does not tell when that began.")
        target = first
    document = answer.interpreter.lexicon.document(
        target if kind in ("instrument", "deal") else f"{'observation' if kind == 'measurement' else kind}:{target}"
    )
    if kind == "dispute" and answer.reading.known is not None:
        return _undisputed(answer, document)
    _known_by_then(answer, document)
    yes: bool | None = None
    if kind in ("event", "dispute"):
        own = f"{document['title']} {document.get('says')} {' '.join(p['says'] for p in document.get('positions', ()))}"
        refuse_told_of_another(answer, own)
        refuse_said_otherwise(answer, own)
        if not names_what_is_counted(answer.interpreter, own):
            raise Refusal("no-record", "No number of these is recorded.")
    if kind == "event":
        _tells_that(answer, document)
        text, when = _event_text(answer, document), document["date"]
        yes = _told_of(answer, document)
    elif kind == "dispute":
        from tenor.ask.accounts.sided import told_by_a_side, way_round

        text, when = dispute_text(document), None
        _of_the_time_disputed(answer, document, text)
        way_round(answer, document)
        yes = told_by_a_side(answer, document, about_dispute(answer, kind, document))
    elif kind in ("observation", "measurement"):
        return _measured(answer, kind, document, place)
    else:
        return _instrument(answer, kind, target, document)
    if yes is not None:
        doc = {**told_as_clause(answer, kind, target, document, when), "yes": yes}
        return answer.made("answered", f"{'Yes' if yes else 'No'}. {text}", [doc, *about_dispute(answer, kind, document)])
    return answer.made(
        "answered", text, [told_as_clause(answer, kind, target, document, when), *_others(answer), *about_dispute(answer, kind, document)]
    )


def _measured(answer: Answer, kind: str, document: Document, place: int) -> Document:
    """What was measured, in the times that are asked about. Raises :class:`Refusal` where nothing was."""
    from tenor.ask.accounts.measured import measured_text, measured_then, of_the_times

    found = of_the_times(answer, document, place)
    lines = []
    for one, at in found:
        measured_then(answer, one, at)
        lines.append(f"{measured_text(answer, one, at)}{_whose(one)}.")
    refuse_said_otherwise(answer, " ".join(lines))
    told = [told_as_clause(answer, kind, one["id"].removeprefix("observation:"), one, one["measured"]) for one, _ in found]
    return answer.made("answered", " ".join(lines), [*told, *_others(answer)])


def _of_the_time_disputed(answer: Answer, document: Document, text: str) -> None:
    """Raise :class:`Refusal` where a year is asked about of which a dispute says nothing, and in which nothing was so that it is about."""
    from tenor.ask.accounts.disagreement import touches

    about = [doc for name in document.get("about", ()) if (doc := answer.interpreter.lexicon.document(str(name))).get("bounds") or doc.get("date")]
    for moment in answer.interpreter.moments if about or any(t.low[:2] in ("19", "20") for t in tokens(text) if len(t.low) == _YEAR) else ():
        said = [t.low for t in answer.interpreter.tokens[moment.first : moment.last + 1]]
        years = [low for low in said if len(low) == _YEAR and low.isdigit()]
        if years and not any(year in text for year in years) and not any(touches(doc, moment.start, moment.end) for doc in about):
            raise Refusal("no-record", "What sources disagree about here is of another time.")


def _tells_that(answer: Answer, document: Document) -> None:
    """Raise :class:`Refusal` where the record of an event does not tell what is asked about it: a name, an act, somebody's part in it."""
    asked = answer.interpreter
    if [t.low for t in asked.typed[:1]] == ["should"]:
        raise Refusal("not-understood", "The records say what was done, and not what should be.")
    if answer.reading.kind == "value" and asked.counts() != "things" and not tells_amount(document["says"]):  # things may be counted in words
        raise Refusal("no-record", f"No amount is recorded of this. Recorded: {document['says'].rstrip('.')}.")
    if answer.reading.kind == "start" or {"name", "names", "did", "does", "has", "have", "who"} & {t.low for t in (*asked.tokens, *asked.typed)}:
        from tenor.ask.accounts.untold import untold

        if (why := untold(asked, answer.reading.kind, document)) is not None:
            raise Refusal("no-record", f"{why} Recorded: {document['says'].rstrip('.')}.")


def _told_of(answer: Answer, document: Document) -> bool | None:
    """Yes or no, where the record of an event says so."""
    asked = answer.interpreter
    if answer.reading.kind != "state" or len(asked.typed) != len(asked.tokens):
        return None
    from tenor.ask.accounts.attested import told_of

    return told_of(asked, document)


def _known_of(answer: Answer, clauses: list[Document]) -> list[Document]:
    """Clauses as they were known on the day that is asked about, without those that were not. Raises :class:`Refusal` where none was."""
    store, known = answer.store, answer.reading.known or 0
    numbers = [store.query("SELECT lineage FROM clause WHERE id = ?", c["clause"]) for c in clauses]
    found = [d for c, rows in zip(clauses, numbers, strict=True) for (n,) in rows for d in store.versions(n, known) if d["clause"] == c["clause"]]
    if clauses and not found:
        days = [str(c["known_from"]) for c in clauses if c["known_from"]]
        first = f": the first of it is known from {long_date(parse_day(min(days)))}" if days else ""
        raise Refusal("no-record", f"Nothing of this was public by {long_date(known)}{first}.")
    return found


def _undisputed(answer: Answer, document: Document) -> Document:
    """What a dispute is about, as known on the day that is asked about: what its sources said in all, and which is to be preferred, came out later."""
    told = _known_of(answer, about_dispute(answer, "dispute", document))
    if not told:
        raise Refusal("no-record", "What sources disagree about here is told as a whole, and not as it was known on one day.")
    lines = " ".join(f"{str(c['text']).rstrip('.')}{f' ({by})' if (by := whose_word(answer.store, c)) else ''}." for c in told)
    return answer.made("answered", f"As known on {long_date(answer.reading.known or 0)}: {lines}", told)


def _known_by_then(answer: Answer, document: Document) -> None:
    """Raise :class:`Refusal` for a record of a day after the one by which it had to be known."""
    known = answer.reading.known
    day = document.get("date") or document.get("announced")
    if known is not None and day and (Edtf.parse(str(day)).lo or 0) > known:
        raise Refusal("no-record", f"{document.get('title', 'This')} was not known by {long_date(known)}.")


def _differences(answer: Answer) -> Document:
    """What changed between the last day before the window and its last day, in the deals that are meant."""
    from tenor.queries.diff import diff

    reading, store = answer.reading, answer.store
    start, end = reading.window or (0, 0)
    if len(reading.deals) != 1 and not any(m.record for m in answer.interpreter.moments) and _two_papers(answer.interpreter.typed):
        raise Refusal("not-understood", "The question compares two documents: name each with its parties and its day.")
    known = iso(reading.known) if reading.known is not None else None
    wanted: list[str | None] = [*(_deals_compared(answer) or reading.deals)] or [None]
    if start <= DAWN:  # up to the end of the window: from the day before the first document
        start = min((day for (day,) in store.query("SELECT announced FROM instrument WHERE announced IS NOT NULL")), default=end) - 1
    if start >= answer.today:
        raise Refusal("no-record", "That time has not come, and no change is recorded for it.")
    if end - 1 <= start:
        raise Refusal("no-record", f"No change is recorded {gap_words(None, iso(end))}.")
    documents = [diff(store, iso(start), iso(end - 1), deal=deal, known_at=known, today=answer.today) for deal in wanted]
    seen: dict[tuple[Any, ...], Document] = {}
    for change in (c for d in documents for c in d["changes"] if c["change"] not in ("kept", "not-restated")):
        seen.setdefault((change["term"], change["subject"], change["holder"], change["scope"], change["change"]), change)
    changes = [change for change in seen.values() if reading.pair is None or _between(answer, change["now"] or change["was"])]
    parties = answer.interpreter.parties()
    if len(parties) == 1 and not any(m.kind == "deal" for m in answer.interpreter.matches):  # what others have in the same deals is no change for it
        changes = [c for c in changes if any(side and parties <= sides_of(side) for side in (c["now"], c["was"]))]
    deals = sorted({deal for d in documents for deal in d["deals"]})
    if reading.pair is not None:
        deals = sorted({str((change["now"] or change["was"])["deal"]) for change in changes}) or deals
    within = f" in {', '.join(deals)}" if wanted != [None] or len(deals) <= _MOST_CLAUSES else ""
    where = f"between {long_date(start)} and {long_date(end - 1)}{within}"
    if not changes:
        raise Refusal("no-record", f"No change is recorded {where}.")
    lines = []
    for change in changes[: 2 * _MOST_CLAIMS]:
        side = change["now"] or change["was"]
        label = store.name("term", change["term"])
        scope = f" ({change['scope']})" if change["scope"] else ""
        by = whose_word(store, side)
        lines.append(f"{label}{scope}, {change['change']} {change['on']}: {side['label'] or side['text']}" + (f" ({by})" if by else ""))
    more = f" And {len(changes) - len(lines)} more: tenor diff {iso(start)} {iso(end - 1)}." if len(changes) > len(lines) else ""
    answers = [change["now"] or change["was"] for change in changes]
    return answer.made("answered", f"{len(changes)} change{'s' if len(changes) > 1 else ''} {where}. " + "; ".join(lines) + "." + more, answers)


def _deals_compared(answer: Answer) -> set[str]:
    """The deal of the documents that are compared by name; none where a time is meant. Raises :class:`Refusal` where they are not of one deal, or of others."""
    asked = answer.interpreter
    spans = [(m.first, m.last) for m in asked.moments if m.relation == "between"]
    named = [m for m in asked.matches if m.kind == "instrument" and any(first <= m.start <= last for first, last in spans)]
    papers = {m.target for m in named if not any(o.start <= m.start and m.end <= o.end and o.end - o.start > m.end - m.start for o in named)}
    deals: set[str] = set()
    strangers = [p for p in papers if not asked.parties() <= {*asked.lexicon.document(p).get("parties", ())}]
    if len(papers) != _TWO or (strangers and len(asked.parties()) < _TWO):  # for one who has no part in them, they say when
        return deals
    for paper in sorted(papers):
        document = asked.lexicon.document(paper)
        if paper in strangers:
            who = joined(sorted(answer.store.name("party", p) for p in asked.parties()))
            raise Refusal("no-record", f"What is compared here is of others: “{document['title']}” is no document of {who}.")
        deals |= {str(deal) for (deal,) in answer.store.query("SELECT deal FROM instrument WHERE id = ?", paper)}
    if len(deals) > 1:
        raise Refusal("no-record", "The two documents are of different deals: nothing that one of them says is changed by the other.")
    return deals


def _between(answer: Answer, clause: Document) -> bool:
    """True for a clause of which the two parties that are asked about are the sides, or of a document that is theirs alone."""
    pair = set(answer.reading.pair or ())
    parties = answer.interpreter.lexicon.document(str(clause["instrument"])).get("parties", ())
    return pair <= sides_of(clause) or set(parties) == pair


def _two_papers(typed: Sequence[Token]) -> bool:
    """True for ``the 2019 and 2023 agreements``: what was agreed otherwise in those years is no difference of theirs."""
    return any(t.lemma in DOCUMENTS and t.low.endswith("s") for t in typed)


def about_dispute(answer: Answer, kind: str, document: Document) -> list[Document]:
    """The clauses that a dispute is about."""
    found = [] if kind != "dispute" else [answer.store.clause_number(str(name)) for name in document.get("about", ())]
    clauses = [answer.store.clause(n) for n in found if n is not None]
    for clause in clauses:
        clause["yes"] = None
    return clauses[:_MOST_CLAIMS]


def _others(answer: Answer) -> list[Document]:
    """Records of the same name, told beside the one that answers."""
    out = []
    for kind, target, _ in answer.reading.more:
        document = answer.interpreter.lexicon.document(_record_id(kind, target))
        out.append(document if kind == "claim" else told_as_clause(answer, kind, target, document, document.get("date") or document.get("measured")))
    return out


def _record_id(kind: str, target: str) -> str:
    if kind in ("instrument", "deal"):
        return target
    return f"{ {'measurement': 'observation', 'claim': 'commentary'}.get(kind, kind) }:{target}"


def told_as_clause(answer: Answer, kind: str, target: str, document: Document, when: str | None) -> Document:
    """A record of another kind in the keys of a clause."""
    from tenor.store.read import unrecorded

    record_id = _record_id(kind, target)
    doc = unrecorded(0, 0, None)
    cites = document.get("citations") or [c for p in document.get("positions", ()) for c in p["citations"]]
    bounds = _bounds(when)
    doc.update({
        "clause": record_id, "text": document.get("says") or document.get("title"), "status": document.get("status") or ("disputed" if kind == "dispute" else "confirmed"),
        "from": when, "to": None, "bounds": {"from": bounds, "to": [None, None]}, "citations": cites, "checked_through": answer.store.meta["checked_through"],
    })  # fmt: skip
    if answer.reading.kind == "state":
        doc["yes"] = None
    return doc


def _bounds(when: str | None) -> list[str | None]:
    if not when:
        return [None, None]
    first, _, last = when.partition("/")
    return [iso_or_none(Edtf.parse(first).lo), iso_or_none(Edtf.parse(last or first).hi)]


def _whose(document: Document) -> str:
    status = document.get("status")
    if status in (None, "confirmed"):
        return ""
    press = next((c for c in document.get("citations", ()) if c["tier"] in ("press", "commentary")), None)
    by = f" by {press['publisher']}" if press else ""
    return {"reported": f" (reported{by}, not confirmed)", "alleged": f" (alleged{by})", "opinion": f" (an opinion{by})"}.get(
        str(status), f" ({status})"
    )


def _event_text(answer: Answer, document: Document) -> str:
    told = document["says"].rstrip(".")
    day = date_words(document["date"])
    year = day[-4:]
    dated = answer.reading.kind != "start" and year in told  # a question that is not about the day need not hear it twice
    return f"{'' if dated else f'{day}: '}{told}{_whose(document)}."


def dispute_text(document: Document) -> str:
    """What the sources of a dispute say, and which is preferred and why."""
    sides = "; ".join(
        f"{p['says'].rstrip('.')} ({', '.join(dict.fromkeys(c['publisher'] for c in p['citations'])) or 'no source'})" for p in document["positions"]
    )
    prefers = document.get("prefers")
    end = (
        f" Preferred: {document['positions'][prefers - 1]['says'].rstrip('.')}. {document.get('why', '')}"
        if prefers
        else f" Unresolved. {upper(str(document.get('why', '')).removeprefix('Unresolved: '))}"
    )
    return f"Sources disagree: {document['title']} {sides}.{end}".strip()


def _announced(answer: Answer, deal: str, document: Document) -> Document | None:
    """When a deal was announced: the day of its one document, or of its first and its newest; None where another day of it is asked for."""
    if not {"signed", "signing", "sign", "effective", "start", "started", "begin", "began", "open", "opened"}.isdisjoint(answer.interpreter.lows()):
        return None
    names = [str(name) for (name,) in answer.store.query("SELECT id FROM instrument WHERE deal = ? ORDER BY announced, announced_last, id", deal)]
    papers = [answer.store.record(name) or {} for name in names]
    if sums := sums_of(answer.interpreter):  # "the $38 billion deal": the document with that sum
        kept = of_these_sums(answer, [*zip(names, papers, strict=True)], sums)
        names, papers = [name for name, _ in kept], [paper for _, paper in kept]
    if not papers:
        return None
    if len(papers) == 1:
        return _instrument(answer, "instrument", names[0], papers[0])
    ends = [(names[n], papers[n]) for n in (0, -1)]
    first, last = (f"{doc['title']} ({date_words(doc['announced'])})" for _, doc in ends)
    text = f"{document['title']}: {len(papers)} documents with days of their own, from {first} to {last}."
    return answer.made("answered", text, [told_as_clause(answer, "instrument", name, doc, doc["announced"]) for name, doc in ends])


def of_these_sums(answer: Answer, papers: list[tuple[str, Document]], sums: set[str]) -> list[tuple[str, Document]]:
    """The documents that are called by these sums, as keys; where none is, those with a clause that says them."""
    called = [(name, doc) for name, doc in papers if sums <= text_keys(" ; ".join([str(doc["title"]), *map(str, doc.get("names", ()))]))]
    return called or [(name, doc) for name, doc in papers if sums <= text_keys(" ; ".join(_clauses_say(answer, name)))]


def _clauses_say(answer: Answer, name: str) -> list[str]:
    return [str(answer.store.clause(n)["text"]) for (n,) in answer.store.query("SELECT n FROM clause WHERE instrument = ? ORDER BY place", name)]


def _of_that_time(document: Document, clauses: list[Document], window: tuple[int, int]) -> bool:
    """True where a document is of a time, or tells of it."""
    days = [str(document[name]) for name in ("announced", "signed", "effective") if document.get(name)]
    own = [(Edtf.parse(day).lo, Edtf.parse(day).hi) for day in days]
    held = [tuple(parse_day(bound) if bound else None for bound in (c["bounds"]["from"][0], c["bounds"]["to"][1])) for c in clauses]
    return any((lo is None or lo < window[1]) and (hi is None or hi >= window[0]) for lo, hi in [*own, *held])


def _instrument(answer: Answer, kind: str, target: str, document: Document) -> Document:
    """A deal or an instrument: its dates and clauses; for how much and until when, the clauses of it that say so."""
    store, asked = answer.store, answer.reading.kind
    lows = answer.interpreter.lows()
    if asked == "list" and lows[0] == "which" and any(pair in _WENT_THROUGH for pair in pairwise(lows[1:_NOUNS])) and lows[1] not in _PAPERS:
        raise Refusal("no-record", f"The record names no “{lows[1]}” one by one. Recorded: {document['title']}.")
    if kind == "deal":
        sql = "SELECT c.n FROM listed_in AS l JOIN clause AS c ON c.n = l.clause WHERE l.deal = ? ORDER BY c.place"
    else:
        sql = "SELECT n FROM clause WHERE instrument = ? ORDER BY place"
    clauses = [store.clause(n) for (n,) in store.query(sql, target)]
    if answer.reading.known is not None:
        clauses = _known_of(answer, clauses)
    if answer.reading.only:
        clauses = [c for c in clauses if c["clause"] in answer.reading.only]
    if asked == "value":
        clauses = [c for c in clauses if c["value"] and not c["replaced_by"] and _tells_amount(answer, c["value"])]
        doer = doer_of(answer.interpreter)
        if doer is not None:  # "how much did A put into it": what A has a side in, of what the verb can mean
            terms = {c.reading.term for c in answer.interpreter.candidates}
            clauses = [c for c in clauses if c["term"] in terms and doer.party in sides_of(c)]
            if not clauses:
                raise Refusal("no-record", f"No amount of {store.name('party', doer.party)} is recorded for {document['title']}.")
    elif asked == "end":
        dated = [c for c in clauses if _dates_an_end(answer.interpreter.lexicon.document(f"term:{c['term']}"))]
        ending = [] if kind == "deal" else [c for c in clauses if c["to"] or c.get("stated_through")]
        standing = [c for c in clauses if "long" in lows and not c["replaced_by"] and not c["to"]]
        lasting = [c for c in standing if forms(str(c["scope"] or "")) & _LASTING]  # "duration", of the whole
        clauses = dated or lasting or ending  # what else ends within a line of instruments is not the end of the whole
    if asked in ("value", "end") and not clauses:
        raise Refusal("no-record", f"No {'amount' if asked == 'value' else 'end'} is recorded for {document['title']}.")
    if kind == "instrument" and (window := answer.reading.window) is not None and not _of_that_time(document, clauses, window):
        raise Refusal("no-record", f"{document['title']} tells nothing of that time.")
    if kind == "instrument" and window is not None and not _of_that_time(document, [], window):  # a later document tells of several times
        clauses = [c for c in clauses if _of_that_time({}, [c], window)]
    days = [(name, document.get(name)) for name in ("announced", "signed", "effective")]
    said = ", ".join(f"{'dated' if name == 'announced' and document.get('kind') in _FILED else name} {date_words(day)}" for name, day in days if day)
    summary = document.get("summary") if answer.reading.known is None else f"as known on {long_date(answer.reading.known)}" if kind == "deal" else ""
    head = f"{document['title']}: {summary or said}".rstrip(". ") + "."
    if document.get("binding") == "no":
        head += " It is not binding."
    if kind == "deal" and reading_window(answer):
        return _deal_in_window(answer, target, document)
    if asked == "start" and kind == "instrument":
        signed = any(t.low in ("signed", "signing", "sign") for t in answer.interpreter.tokens)
        if signed and not document.get("signed"):
            raise Refusal(
                "no-record", f"No day of signing is recorded for {document['title']}; it was announced on {date_words(document['announced'])}."
            )
        return answer.made("answered", head, [told_as_clause(answer, kind, target, document, document.get("announced"))])
    if asked == "start" and kind == "deal" and (told := _announced(answer, target, document)) is not None:
        return told
    if asked == "start" or (asked == "change" and kind == "deal"):
        raise Refusal(
            "not-understood",
            f"{document['title']} is a line of instruments with dates of their own; ask about one of its terms, or run 'tenor timeline {target}'.",
        )
    lines = []
    for clause in clauses[:_MOST_CLAUSES]:
        by = whose_word(store, clause)
        lines.append(str(clause["text"]).rstrip(".") + (f" ({by})" if by else "") + ".")
    more = f" And {len(clauses) - len(lines)} more: tenor show {target}." if len(clauses) > len(lines) else ""
    return answer.made(
        "answered", f"{head} {' '.join(lines)}{more}", clauses or [told_as_clause(answer, kind, target, document, document.get("announced"))]
    )


def _tells_amount(answer: Answer, value: Document) -> bool:
    """True but for what is no number where things are counted: "how many customers" wants no sum of money."""
    question = answer.interpreter
    if question.counts() != "things":
        return True
    place = question.counted()
    counted = question.tokens[place] if place is not None else None
    return any(value[part] is not None for part in ("amount", "low", "high")) and not no_count(value, counted)


_LASTING = frozenset(map(lemma, ("duration", "length", "validity", "lifetime")))


def _dates_an_end(term: Document) -> bool:
    """True for a term that answers with days and is called by the end of a document: "contract end"."""
    names = [{t.lemma for t in tokens(name)} for name in term.get("names", ())]
    return term.get("answer") == "date" and any(name & ENDING and name & DOCUMENTS for name in names)


def reading_window(answer: Answer) -> bool:
    """True where the question names a time of its own, other than today."""
    return bool(answer.interpreter.moments) and answer.reading.window != (answer.today, answer.today + 1)


def _deal_in_window(answer: Answer, target: str, document: Document) -> Document:
    """The instrument of a deal that was announced in the window; none, or several, is no answer."""
    start, end = answer.reading.window or (0, 0)
    found = answer.store.query(
        "SELECT id FROM instrument WHERE deal = ? AND announced < ? AND announced_last >= ? ORDER BY announced", target, end, start
    )
    if len(found) != 1:
        raise Refusal(
            "no-record" if not found else "ambiguous",
            f"{len(found) or 'No'} instruments of {document['title']} are recorded in that time.",
            [f"what is {row[0]}" for row in found[:3]],
        )
    return _instrument(answer, "instrument", str(found[0][0]), answer.interpreter.lexicon.document(str(found[0][0])))


def _asks_support(typed: Sequence[Token]) -> bool:
    """``… Does anything support him``: whether there is anything for what somebody says."""
    lows = [t.low for t in typed]
    at = next((i for i in range(len(lows) - 1) if typed[i].lemma in YES_NO and lows[i + 1] in _ANYTHING), len(lows))
    return any(t.lemma in _SUPPORT for t in typed[at + 2 :]) and NEGATIONS.isdisjoint(lows)


def _claims(answer: Answer, claims: list[Document]) -> Document:
    name = answer.store.name("party", claims[0]["speaker"])
    claims = [dict(claim) for claim in claims]
    own = " ".join(f"{claim['text']} {claim.get('our_note') or ''}" for claim in claims)
    refuse_told_of_another(answer, own)
    refuse_said_otherwise(answer, f"says {own}")
    lines = []
    for claim in claims[:_MOST_CLAIMS]:
        note = f" {claim['our_note'].rstrip('.')}." if claim.get("our_note") else ""
        lines.append(f"{name} says: {claim['text'].rstrip('.')}. Verdict: {_VERDICTS.get(claim['verdict'], claim['verdict'])}.{note}")
    yes = None
    if len(claims) == 1:
        from tenor.ask.accounts.spoken import spoken

        unsupported = claims[0]["verdict"] == "unsupported" and _asks_support(answer.interpreter.typed)
        yes = False if unsupported else spoken(answer.interpreter, claims[0])
    if answer.reading.kind == "state" or yes is not None:
        for claim in claims:
            claim["yes"] = yes
    if yes is not None:
        lines[0] = f"{'Yes' if yes else 'No'}. {lines[0]}"
    more = len(claims) - len(lines)
    lines[:0] = [f"{len(claims)} claims."] if len(claims) > _MOST_TOGETHER else []
    return answer.made("answered", " ".join(lines) + (f" And {more} more." if more > 0 else ""), claims)
