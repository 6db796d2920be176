"""``who reported X``, ``which newspaper is the source for the $5 million``, ``where does the figure come from``: whose word a thing is, and not who has it.

What X is, is asked first. Of each clause that is told, who reported it is named in its own text, or in an event about it; else the record's own sources are told.
"""

from __future__ import annotations

from tenor.ask.again.ways import shape, told_clauses
from tenor.ask.answers.beyond import own_words
from tenor.ask.answers.wording import date_words, joined, value_words
from tenor.ask.language import english
from tenor.ask.language.roots import amounts_in, sums_among, text_keys
from tenor.ask.language.words import ARTICLES, tokens
from tenor.ask.parties.sides import sides_of
from tenor.ask.reading import Refusal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from tenor.ask.answers.answer import Answer
    from tenor.ask.interpreting.question import Question

    Document = dict[str, Any]
    Asked = Callable[[str], Document | None]

_OUTLET = r"(?:(?:which|what) (?:news )?(?:outlets?|newspapers?|papers?|publications?|magazines?|journals?|websites?|sites?|media|broadcasters?|agency|agencies))"
_OUTLET_ASKED = shape(rf"^{_OUTLET}")
_FIRST = r"(?:(?:was|were) (?:the )?(?:first )?(?:one )?to |first |originally |initially )?"
_NEWS = r"(?:broke|break) (?:the )?(?:news|story|stories)(?: of| about| on)?"
#: When it was reported stands in what says by whom.
_AND_WHEN = r"(?:,? and when(?: was (?:it|that)| did (?:it|they))?)?"
_FIGURE = r"(?:figure|number|amount|sum|estimate|claim|report)"
_ASKED = (
    shape(rf"^(?:who|{_OUTLET}) {_FIRST}(?:report(?:ed|s)?(?: on| about)?|{_NEWS}) (?P<what>.+?)(?: first)?{_AND_WHEN}[?.]*$"),
    shape(
        rf"^{_OUTLET} {_FIRST}(?:publish(?:ed)?|disclosed?|reveal(?:ed)?|broke|uncovered|came out with|wrote (?:about|of)|told of) (?P<what>.+?)(?: first)?{_AND_WHEN}[?.]*$"
    ),
    shape(rf"^(?:who|what|{_OUTLET}) (?:is|was|are|were) the (?:original |first |only )?sources? (?:for|behind) (?P<what>.+?)[?.]*$"),
    shape(rf"^(?:who|what|{_OUTLET}) (?:is|was) the (?:original )?source of (?P<what>[^?]*(?:\d|{_FIGURE})[^?]*?)[?.]*$"),
    shape(r"^where (?:does|did|do) (?P<what>the [^?]*\d[^?]*?) (?:come|stem|originate) from[?.]*$"),
    shape(rf"^(?:who|{_OUTLET}) {_FIRST}(?:put|pegged|valued|priced) (?P<what>.+?) at (?P<sum>[^ ]*\d[^?]*?)(?: first)?[?.]*$"),
)
_ASKED_OF_IT = shape(
    rf"^(?:who|{_OUTLET}) {_FIRST}(?:reported|broke|published|disclosed|revealed|wrote) (?:it|that|this|(?:that|this|the) (?P<figure>{_FIGURE}))(?: first)?[?.]*$"
)
_PLAIN_FIGURE = shape(rf"(?<=\d) (?P<scale>billion |million |trillion |percent |bn )?{_FIGURE}\b")
_MOST_TOLD = 3
#: What an outlet reports about somebody, and how much of it is told at once.
_ABOUT = shape(
    r"^what (?:did|does|has|have|had) (?:the )?(?P<outlet>.+?) (?:report(?:ed)?|wr[io]te|written|publish(?:ed)?|reveal(?:ed)?|disclosed?) (?:about|on|of|regarding) (?P<what>[^?]+?)[?.]*$"
)
_MOST_REPORTED = 6
_CITED = """SELECT DISTINCT r.kind, r.id, (SELECT c.n FROM clause AS c WHERE c.id = r.id) FROM citation AS x
JOIN source AS s ON s.id = x.source JOIN record AS r ON r.id = x.record
WHERE x."full" AND r.kind IN ('clause', 'event') AND lower(s.publisher) IN (?, 'the ' || ?) ORDER BY r.id"""
#: Who reports, at the start of a text; nobody who has a part in what is told.
_REPORTER = shape(
    r"^(?P<who>(?-i:(?:The )?[A-Z][\w.’'-]*(?: (?:of the )?[A-Z][\w.’'-]*)*)) (?:first )?(?:reported|wrote|put|estimated|found|calculated)\b"
)


def reported_by(question: Question, asked: Asked) -> Document | None:
    """Who reported what a question names; None where it asks no such thing, or what it names has no answer of its own."""
    found = next((m for pattern in _ASKED if (m := pattern.match(question.question.strip()))), None)
    if found is None:
        return None
    what = _PLAIN_FIGURE.sub(lambda m: f" {(m['scale'] or '').strip()}".rstrip(), found["what"])
    whether = what.casefold().startswith("that ")
    beside = found.groupdict().get("sum")
    if not (beside or amounts_in(tokens(what))) and _of_a_deal(question, what):
        return None  # a whole deal, of which all sources are told
    document = asked(f"is it true {what}?" if whether else f"what is {what} of {beside}?" if beside else f"what is {what}?")
    if document is None or document["status"] != "answered":
        if question.tokens[0].low == "where":  # of an amount, no place is told
            raise Refusal("no-record", "Where that comes from, the record does not tell: ask what it is.")
        return None
    amounts = sums_among(amounts_in(tokens(f"{what} {beside or ''}")))
    clauses = [c for c in told_clauses(document) if c.get("citations") and c["term"]]
    told = [c for c in clauses if (not whether or c.get("yes")) and amounts <= text_keys(f"{own_words(c)} {value_words(c['value'])}")]
    told = [c for c in told if amounts & text_keys(value_words(c["value"]))] or told
    if clauses and (not told or len(told) > _MOST_TOLD):
        if str(document["answers"][0]["clause"]).startswith("dispute:") and amounts <= text_keys(document["text"]):
            return document  # what sources disagree on is told with who says what
        raise Refusal(
            "no-record", "Of all that, the record does not tell who reported it: ask for one thing.", terms=[document["read_as"]["term"] or ""]
        )
    return _by_whom(question, question.question, document, told, of_amount=bool(amounts)) if told else None


def reports_of(question: Question) -> Document | None:
    """``what did the Herald report about A``: the clauses of all that are named which cite that outlet, which is no party; None of any other question.

    Raises:
        Refusal: it is cited for none of them, or for too many.
    """
    found = _ABOUT.match(question.question.strip())
    said = tokens(found["what"]) if found is not None else []
    named = {i for m in question.lexicon.matches(said) if m.kind in ("party", "deal") for i in range(m.start, m.end)}
    beside = {t.lemma for i, t in enumerate(said) if i not in named}
    parties = question.lexicon.parties_in(" ".join(t.text for t in said))
    if found is None or not parties or not beside <= ARTICLES | english.DEAL_WORDS | {"and", "with"}:
        return None
    outlet = found["outlet"].casefold()
    if question.lexicon.parties_in(outlet) or not question.store.query(
        "SELECT 1 FROM source WHERE lower(publisher) IN (?, 'the ' || ?)", outlet, outlet
    ):
        return None
    told = []
    for kind, name, number in question.store.query(_CITED, outlet, outlet):
        doc = question.store.clause(number) if kind == "clause" else question.lexicon.document(str(name))
        if parties <= (sides_of(doc) if kind == "clause" else {*doc.get("parties", ())}):
            told.append({**doc, "role": "version"} if kind == "clause" else _as_told(question, doc))
    names = joined([question.store.name("party", p) for p in sorted(parties)])
    if not told or len(told) > _MOST_REPORTED:
        many = f"{len(told)} entries on {names} rest on {found['outlet']}: ask for one thing."
        raise Refusal("no-record", many if told else f"Nothing on {names} is recorded as told by {found['outlet']}.")
    lines = [f"{str(doc['text']).rstrip('.')}{'' if doc['status'] == 'confirmed' else ' (' + doc['status'] + ')'}." for doc in told]
    return _answer_of(question).made("answered", " ".join(lines), told)


def reported_of(question: Question, said: str, document: Document) -> Document | None:
    """Who reported what the first of two parts told: ``and who reported it first``; None where the second asks no such thing, or of too much.

    Raises:
        Refusal: an outlet is asked for, and none is recorded.
    """
    told = [c for c in told_clauses(document) if c.get("citations") and c["term"]]
    found = _ASKED_OF_IT.match(said.strip())
    if found is None or not told or len(told) > _MOST_TOLD:
        return None
    return _by_whom(question, said, document, told, of_amount=found["figure"] is not None)


def _by_whom(question: Question, asked: str, document: Document, told: list[Document], *, of_amount: bool) -> Document:
    """The document of who reported these clauses. Raises :class:`Refusal` where an outlet is asked for, and none is recorded."""
    said = [_whose(question, c, of_amount=of_amount) for c in told]
    events = [c for _, event in said for c in event]
    if not events and _OUTLET_ASKED.match(asked) and all(c["status"] == "confirmed" for c in told):
        raise Refusal("no-record", "No outlet is recorded for it: those who are part of it tell it.", terms=[document["read_as"]["term"] or ""])
    return {
        **document,
        "read_as": {**document["read_as"], "kind": "state"},
        "text": " ".join(dict.fromkeys(text for text, _ in said)),
        "answers": [{key: value for key, value in c.items() if key != "yes"} for c in told] + events,
    }


def _of_a_deal(question: Question, what: str) -> bool:
    """True for the whole of what two have with each other."""
    said = tokens(what)
    two = len(question.lexicon.parties_in(what.replace("-", " "))) > 1 and any(t.lemma in english.DEAL_WORDS for t in said)
    return two or any(m.kind == "deal" for m in question.lexicon.matches(said))


def _whose(question: Question, clause: Document, *, of_amount: bool) -> tuple[str, list[Document]]:
    """Whose word a clause is, or the amount in it where that is somebody else's, and the event that tells of it."""
    if (own := _REPORTER.match(str(clause["text"]))) and question.lexicon.parties_in(own["who"]).isdisjoint(sides_of(clause)):
        return str(clause["text"]), []
    for event in question.store.each("SELECT doc FROM record WHERE kind = 'event' ORDER BY id"):
        says = str(event.get("says") or "")
        if clause["clause"] in event.get("about", ()) and _REPORTER.match(says):
            return says, [_as_told(question, event)]
    apart = [c for c in clause["citations"] if c.get("for") == "value"] if of_amount else []
    cited = sorted((c for c in apart or clause["citations"] if c["publisher"]), key=lambda c: str(c["published"] or c["known"] or "9"))
    names = list(dict.fromkeys(str(c["publisher"]) for c in cited))
    first = cited[0] if cited else None
    on = f" The earliest of them is of {date_words(first['published'])}." if first and first["published"] and len(names) > 1 else ""
    text = str(clause["text"]).rstrip(".") + (f": {value_words(clause['value'])}" if apart else "")
    sure = (clause["value"] or {}).get("status") if apart else clause["status"]
    status = "" if sure in (None, "confirmed") else f" ({sure})"
    return f"{text}{status}. In the record this rests on {joined(names)}.{on}" if names else f"{text}{status}.", []


def _as_told(question: Question, event: Document) -> Document:
    from tenor.ask.accounts.records import told_as_clause

    return told_as_clause(_answer_of(question), "event", str(event["id"]), question.lexicon.document(f"event:{event['id']}"), event.get("date"))


def _answer_of(question: Question) -> Answer:
    """An answer to a question that has no reading of its own."""
    from tenor.ask.answers.answer import Answer
    from tenor.ask.interpreting.interpreter import Interpreter
    from tenor.ask.reading import Reading

    return Answer(question.store, Interpreter(question.store, question.question, question.today), Reading("list", None), question.today)
