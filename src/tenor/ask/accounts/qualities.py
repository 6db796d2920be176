"""``which of A's deals are exclusive``, ``which of these are confirmed``, ``which agreements are binding``: of all that is recorded, what has a quality."""

from __future__ import annotations

from tenor.ask.again.ways import shape
from tenor.ask.answers.wording import date_words, joined, span_words, whose_word
from tenor.ask.language.words import lemma
from tenor.ask.reading import Refusal
from tenor.dates import DAWN, FOREVER

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from tenor.ask.interpreting.interpreter import Interpreter
    from tenor.store.read import Store

    Document = dict[str, Any]

#: As much as not confirmed.
_HEARSAY = r"(?:(?:only|just|merely) (?:reported|rumou?red)|reported only|rumou?red|reported(?:,? but| and) (?:not |un)confirmed)"
_QUALITY = rf"(?P<quality>(?:not |non-?|un)?(?:binding|confirmed|exclusive)|{_HEARSAY})"
_HOW = r"(?:(?:actually|really|officially|legally|still|also|formally) )*"
_WHICH = shape(rf"^(?:which|what)(?: ones?)? (?:of )?(?:the )?(?P<what>.+?) (?P<be>is|are|was|were) {_HOW}{_QUALITY}[?.]*$")
_LIST = shape(rf"^(?:list|name)(?: me)?(?: all| every)?(?: of)?(?: the)? {_HOW}{_QUALITY} (?P<what>.+?)[?.]*$")
#: Nouns for whatever two parties have with each other: no term of the records is called so alone.
_OF_ALL = shape(
    r"^(?:[\w.&'’-]+ ){0,3}?(?:deals?|agreements?|contracts?|documents?|papers?|arrangements?|terms|clauses?|provisions?|rights?)(?: (?:of|with|between|by|from|to|for) .+)?$"
)
_READ = frozenset(
    map(
        lemma,
        """deal agreement contract document paper arrangement term clause provision right partner each other all every list name
        binding non not nonbinding non-binding confirmed unconfirmed exclusive nonexclusive non-exclusive actually really officially legally still also formally
        only just merely reported rumored rumoured but""".split(),
    )
)
_POINTING = shape(r"\b(?:these|those|them)\b")
_PAPERS = shape(r"\b(?:deals?|agreements?|contracts?|documents?|papers?|arrangements?)\b")


def with_a_quality(interpreter: Interpreter, question: str, asked: Callable[[str], Document]) -> Document | None:
    """All that has the quality, in its own words; None where no quality is asked for. Raises :class:`Refusal` where nothing has it."""
    found = _WHICH.match(question) or _LIST.match(question)
    if found is None:
        return None
    low = found["quality"].casefold()
    quality = next((word for word in ("binding", "exclusive") if word in low), "confirmed")
    wanted = low == quality
    low = "unconfirmed" if quality == "confirmed" and not wanted else low
    asker = interpreter.again()
    asker.look_up()
    parties = {m.party for m in asker.mentions}
    if _OF_ALL.match(found["what"]) and not any(m.product for m in asker.mentions):
        rest = asker.content() - asker.mentioned()
        if asker.moments or asker.excepted or any(asker.tokens[i].lemma not in _READ for i in rest):  # somebody or something else is meant, too
            return None
        if not parties and (
            _POINTING.search(found["what"]) or not _PAPERS.search(found["what"]) or not (low == "unconfirmed" or quality == "binding")
        ):
            return None
        if not parties and quality == "confirmed":
            return _deals(asker)
        if quality == "binding":
            return _papers(asker, parties, wanted) if _PAPERS.search(found["what"]) else None
        ever = "be" in found.groupdict() and (found["be"] or "").casefold() in ("was", "were")
        told = _clauses(interpreter.store, parties, *((DAWN, FOREVER) if ever else (interpreter.today, interpreter.today + 1)))
    elif quality == "confirmed":
        document = asked(f"List {found['what']}.")
        told = [c for c in document["answers"] if c["clause"] and "#" in c["clause"]] if document["status"] == "answered" else []
    else:
        return None
    kept = [c for c in told if _has(c, quality, wanted=wanted)]
    if not kept:
        none = f"None of the {len(told)} on record is recorded as {low}." if told else "Nothing of this is recorded."
        raise Refusal("no-record", none, final=True)
    return _made(interpreter, kept, f"{len(kept)} of {len(told)} on record {'is' if len(kept) == 1 else 'are'} recorded as {low}")


def _has(clause: Document, quality: str, *, wanted: bool) -> bool:
    if quality == "exclusive":
        return clause["exclusive"] is wanted and clause["state"] != "no"
    sure = clause["status"] == "confirmed" and (clause["value"] or {}).get("status") in (None, "confirmed")
    return sure is wanted


def _clauses(store: Store, parties: set[str], start: int, end: int) -> list[Document]:
    """The clauses of which all of these are sides, on days, by their terms."""
    sql = "SELECT DISTINCT c.lineage FROM involves AS i JOIN clause AS c ON c.n = i.clause WHERE i.party = ? AND i.role <> 'party'"
    numbers = set.intersection(*({int(n) for (n,) in store.query(sql, party)} for party in sorted(parties)))
    found: dict[str, Document] = {}
    for row in (r for n in sorted(numbers) for r in store.rows(n, start, end) if not r.gap and r.role == "version"):
        doc = store.document(row)
        found.setdefault(doc["clause"], doc)
    return sorted(found.values(), key=lambda doc: (store.name("term", doc["term"]), doc["clause"]))


def _deals(asker: Interpreter) -> Document:
    """The deals of two or more of which no clause is confirmed, by their names. Raises :class:`Refusal` where there is none."""
    store = asker.store
    every = {str(deal): asker.lexicon.document(str(deal)) for (deal,) in store.query("SELECT id FROM deal ORDER BY id")}
    clauses: dict[str, list[Document]] = {name: [] for name, deal in every.items() if len(deal.get("parties", ())) > 1 and deal["kind"] != "program"}
    for number, deal in store.query("SELECT n, deal FROM clause ORDER BY n"):
        if deal in clauses:
            clauses[str(deal)].append(store.clause(number))
    kept = {deal: own for deal, own in clauses.items() if own and all(_has(doc, "confirmed", wanted=False) for doc in own)}
    if not kept:
        raise Refusal("no-record", "Each deal on record has something that is confirmed.", final=True)
    told = "; ".join(str(every[deal]["title"]) for deal in kept)
    text = f"{len(kept)} of {len(clauses)} deals on record have nothing that a filing, a party or a court confirms: {told}. Of the others, single clauses may be only reported: ask which of one party's are."
    return _document(asker, text, [doc for own in kept.values() for doc in own])


def _papers(asker: Interpreter, parties: set[str], wanted: bool) -> Document:
    """The documents of these parties that say of themselves that they bind, or that they do not."""
    store, lexicon = asker.store, asker.lexicon
    names = [str(i) for (i,) in store.query("SELECT id FROM instrument ORDER BY announced, announced_last, id")]
    every = [(i, doc) for i in names if parties <= {*(doc := lexicon.document(i)).get("parties", ())}]
    kept = [(i, doc) for i, doc in every if doc.get("binding") == ("yes" if wanted else "no")]
    if not kept:
        whose = joined(sorted(store.name("party", p) for p in parties))
        raise Refusal("no-record", f"No document of {whose} is recorded as {'' if wanted else 'not '}binding.", final=True)
    silent = sum(1 for _, doc in every if doc.get("binding") is None)
    told = "; ".join(
        f"{doc['title']} ({joined([store.name('party', p) for p in doc['parties']])}, {date_words(doc['announced'])})" for _, doc in kept
    )
    numbers = [int(n) for i, _ in kept for (n,) in store.query("SELECT n FROM clause WHERE instrument = ? ORDER BY place", i)]
    more = f" Of {silent} more the record does not say." if silent else ""
    text = f"{len(kept)} on record {'' if wanted else 'not '}binding: {told}.{more}"
    return _document(asker, text, [store.clause(n) for n in numbers])


def _made(asker: Interpreter, kept: list[Document], lead: str) -> Document:
    said = []
    for doc in kept:
        by = whose_word(asker.store, doc)
        said.append(f"{str(doc['text']).rstrip('.')}, {span_words(doc, asker.today)}{f' ({by})' if by else ''}")
    return _document(asker, f"{lead}: {'; '.join(said)}.", kept)


def _document(asker: Interpreter, text: str, answers: list[Document]) -> Document:
    read = {"kind": "list", **dict.fromkeys(("term", "subject", "from", "to", "known_at", "holder", "scope"))}
    return {"status": "answered", "read_as": read, "text": text, "answers": answers, "also": [], "suggestions": []}
