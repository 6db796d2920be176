"""Answers about the whole of what parties have with each other: every clause, those of a time, what one gives, what holds, and whose word it is."""

from __future__ import annotations

from tenor.ask.accounts.dealings import OF_A_SUM
from tenor.ask.answers.beyond import own_words
from tenor.ask.answers.done import tells
from tenor.ask.answers.telling import upper
from tenor.ask.answers.wording import date_words, holder_words, joined, span_words, value_words, whose_word
from tenor.ask.interpreting.amounts import CURRENCIES, unit_of
from tenor.ask.language.words import forms, lemma
from tenor.ask.parties.sides import sides_of
from tenor.ask.reading import Refusal
from tenor.dates import DAWN, FOREVER, long_date, parse_day

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection
    from typing import Any

    from tenor.ask.answers.answer import Answer

    Document = dict[str, Any]

_MOST_LINES = 16
_MOST_SOURCES = 10
#: What the documents themselves answer.
_OF_PAPERS = ("agreed", "dated", "signed", "new", "amended", "amendments", "amended last", "text")
#: Verbs, in normal form, behind whoever has, takes or is something: not the one who gives it.
_HAVING = frozenset(map(lemma, "be may might have own hold keep receive get take book bill name state".split()))
_PAYING = frozenset((lemma("pay"),))
#: What stands between a noun of the giver's and the one to whom it goes: "A's investment in B".
_GOING_TO = frozenset(("in", "for", "to"))
_ROLES = ("subject", "holder")


def dealt(answer: Answer) -> Document:
    """The answer to a question for the whole of what two parties have with each other. Raises :class:`Refusal` where there is none."""
    pair = answer.reading.pair or ("", "")
    aspect = (answer.reading.target or ("", "", 0))[1]
    if aspect in _OF_PAPERS:
        from tenor.ask.accounts.paperwork import agreed, listed

        return agreed(answer) if aspect == "agreed" else listed(answer, aspect)
    if aspect.startswith(OF_A_SUM):
        from tenor.ask.accounts.summed import summed

        return summed(answer, aspect.removeprefix(OF_A_SUM))
    held, over = between(answer, pair)
    if aspect in ("holds", "over"):
        return _in_force(answer, held, over)
    if aspect == "all" and (held or over):
        return answer.made("answered", f"{_counted(held or over)} between {both_names(answer)}. {lines(answer, held or over)}", held or over)
    if aspect == "gives":
        return _given(answer, pair, held, over)
    if aspect in ("flows", "pays", "gave"):
        return _flows(answer, pair, [*held, *over] if aspect == "gave" else held or over)
    if aspect == "paid":
        return _paid(answer, pair, [*held, *over])
    if aspect == "since":
        return _earliest(answer, [*held, *over])
    if aspect == "amounts":
        return _amounts(answer, held or over)
    clauses = [*held, *over]
    if not clauses:
        raise _nothing(answer)
    return _sources(answer, clauses) if aspect == "sources" else sure(answer, clauses)


def between(answer: Answer, pair: tuple[str, str]) -> tuple[list[Document], list[Document]]:
    """The clauses of which the two are the sides: those that hold in the window, and all others."""
    start, end = answer.reading.window or (answer.today, answer.today + 1)
    sql = """SELECT DISTINCT c.lineage FROM involves AS a JOIN involves AS b ON b.clause = a.clause JOIN clause AS c ON c.n = a.clause
        WHERE a.party = ? AND b.party = ? AND a.role <> 'party' AND b.role <> 'party' ORDER BY c.lineage"""
    held: dict[str, Document] = {}
    every: dict[str, Document] = {}
    for (number,) in answer.store.query(sql, *pair):
        for row in answer.store.rows(number, start, end, answer.known):
            if not row.gap and row.role == "version":
                doc = answer.store.document(row, answer.known)
                if set(pair) <= sides_of(doc) and (doc["clause"] not in held or row.certainty == "certain"):
                    held[doc["clause"]] = doc
        every |= {doc["clause"]: doc for doc in answer.store.versions(number, answer.known) if set(pair) <= sides_of(doc)}
    terms = _by_term(answer, held.values())
    return terms, _by_term(answer, [doc for name, doc in every.items() if name not in held])


def _by_term(answer: Answer, clauses: Collection[Document]) -> list[Document]:
    return sorted(clauses, key=lambda doc: answer.store.name("term", doc["term"]))


def both_names(answer: Answer) -> str:
    """The names of the two parties that are asked about."""
    return joined([answer.store.name("party", party) for party in answer.reading.pair or ()])


def _counted(clauses: Collection[Document]) -> str:
    return f"{len(clauses)} clause{'' if len(clauses) == 1 else 's'}"


def _then(answer: Answer) -> str:
    """The time that is asked about: ``on 3 May 2026``."""
    start, end = answer.reading.window or (answer.today, answer.today + 1)
    if end >= FOREVER or start <= DAWN:
        return f"since {long_date(start)}" if start > DAWN else f"by {long_date(end - 1)}" if end < FOREVER else "at any time"
    return f"on {long_date(start)}" if end == start + 1 else f"from {long_date(start)} to {long_date(end - 1)}"


def _nothing(answer: Answer) -> Refusal:
    return Refusal("no-record", f"Nothing between {both_names(answer)} is recorded.")


def lines(answer: Answer, clauses: Collection[Document], *, dated: bool = False, most: int = _MOST_LINES) -> str:
    """Clauses in their own words, each with its term and whose word it is."""
    told = []
    for doc in [*clauses][:most]:
        sure = "" if not dated or doc["certainty"] != "possible" else "possibly, the day is in doubt"
        by = "; ".join(w for w in (whose_word(answer.store, doc), sure) if w)
        term, words = answer.store.name("term", doc["term"]), str(doc["label"] or doc["text"]).rstrip(".")
        value = value_words(doc["value"]) if dated and doc["label"] and _in_money(doc) else ""
        words += f" ({value})" if value and value not in words else ""
        days = f", {span_words(doc, answer.today)}" if dated else ""
        told.append((words if words.lower().startswith(term.lower()) else f"{term}: {words}") + days + (f" ({by})" if by else ""))
    return "; ".join(told) + "." + (f" And {len(clauses) - most} more." if len(clauses) > most else "")


def _in_force(answer: Answer, held: list[Document], over: list[Document]) -> Document:
    """``is the deal still in force``: yes where a confirmed clause of it that binds holds; what is over is counted."""
    held = [doc for doc in held if doc["state"] != "no"]
    asks_over = (answer.reading.target or ("", "", 0))[1] == "over"
    if not held:
        last = f" Recorded before or after: {lines(answer, over[-2:], dated=True)}" if over else ""
        raise Refusal("no-record", f"No clause between {both_names(answer)} is recorded as in force {_then(answer)}.{last}")
    words = [whose_word(answer.store, doc) for doc in held]
    sure = "" in words and not any("not binding" in word for word in words)
    lead = ("No. " if asks_over else "Yes. ") if sure else "" if "" in words else "Not confirmed as binding: "
    ended = f" {_counted(over)} more had ended or been replaced, or began later." if over else ""
    checked = f" As last agreed: the record was checked through {date_words(answer.store.meta['checked_through'])}."
    told = [{**doc, "yes": (not asks_over) if sure else None} for doc in held]
    text = f"{lead}{_counted(held)} between {both_names(answer)} in force {_then(answer)}. {lines(answer, held)}{ended}{checked}"
    return answer.made("answered", text, told)


def _given(answer: Answer, pair: tuple[str, str], held: list[Document], over: list[Document]) -> Document:
    """``what must A do for B``, ``what has A promised B``: what A gives B, by the sentences of the terms; whether a duty is still open is told by the clause."""
    there = [doc for doc in held or over if doc["state"] != "no"]
    mine, theirs = ([doc for doc in there if _gives(answer, doc, party)] for party in pair)
    one, other = (answer.store.name("party", party) for party in pair)
    in_turn = f" What {other} gives {one}: {lines(answer, theirs, most=4)}" if theirs else ""
    if not mine:
        raise Refusal("no-record", f"The record does not say by itself what {one} is to give or do for {other}.{in_turn}")
    note = " Not each of them need be a duty that is still open." if len(mine) > 1 else ""
    return answer.made("answered", f"What {one} gives {other}, in {_counted(mine)}: {lines(answer, mine)}{note}{in_turn}", mine)


def _gives(answer: Answer, doc: Document, party: str) -> bool:
    """True where the sentence of a clause's term has this party do something for the other: it "pays", "is to supply", "has committed", and is not one who has."""
    role = giver_of(answer, doc)
    return bool(role) and party in ({doc["subject"]} if role == "subject" else {doc["holder"], *doc["holders"]})


def giver_of(answer: Answer, doc: Document) -> str:
    """Which role gives, by the sentence of a clause's term; empty where none does."""
    return giver(str(answer.interpreter.lexicon.document(f"term:{doc['term']}").get("sentence") or ""))


def giver(sentence: str) -> str:
    """Which role of a term gives, by its sentence: the one that comes first, with a verb that is not one of having; empty where none does."""
    role = next((role for role in _ROLES if sentence.startswith(f"{{{role}}}")), "")
    other = "holder" if role == "subject" else "subject"
    if not role or f"{{{other}}}" not in sentence:
        return ""
    rest = sentence[len(role) + 2 :]
    if rest.startswith("'s "):
        before, _, behind = rest.partition(f" {{{other}}}")
        return role if before.split()[-1] in _GOING_TO and not behind.startswith("'s") else ""
    if not rest.startswith(" "):
        return ""
    said = rest.split("}")[0].strip(" {").split("|")[0].split() + rest.partition("}")[2].split() if rest.startswith(" {") else rest.split()
    verb, after = lemma(said[0]), said[1] if len(said) > 1 else ""
    bound = (verb == lemma("is") and after == "to") or (verb == lemma("has") and after.endswith("ed"))
    return role if bound or (verb not in _HAVING and verb not in ("and", "or")) else ""


def sure(answer: Answer, clauses: list[Document]) -> Document:
    """``is the deal confirmed``, ``is it only reported``: how many of its clauses are, and which are not."""
    asks_unsure = (answer.reading.target or ("", "", 0))[1].endswith("unsure")
    firm = [doc for doc in clauses if doc["status"] == "confirmed"]
    rest = [doc for doc in clauses if doc["status"] != "confirmed"]
    yes = (not rest) is not asks_unsure if not rest or not firm else None
    lead = "In part. " if yes is None else "Yes. " if yes else "No. "
    of = f"{len(firm) or 'none'} of {len(clauses)} clauses" if len(clauses) > 1 else "the one clause"
    count = f"{upper(of)} between {both_names(answer)} {'are' if len(firm) > 1 else 'is' if firm or len(clauses) > 1 else 'is not'} confirmed by a filing, a party or a court"
    told = f" Confirmed: {lines(answer, firm, most=3)}" if firm else ""
    other = f" Not confirmed: {lines(answer, rest, most=6)}" if rest else ""
    return answer.made("answered", f"{lead}{count}.{other}{told}", [{**doc, "yes": yes} for doc in (*rest, *firm)])


def _sources(answer: Answer, clauses: list[Document]) -> Document:
    """``who says so``, ``who reported the deal``: the sources of its clauses, those of the parties and of courts before the press."""
    cited: dict[str, Document] = {}
    count: dict[str, int] = {}
    for doc in clauses:
        for citation in doc["citations"]:
            cited.setdefault(citation["source"], citation)
            count[citation["source"]] = count.get(citation["source"], 0) + 1
    if not cited:
        raise _nothing(answer)
    ranked = sorted(cited.values(), key=lambda c: (c["tier"] in ("press", "commentary"), -count[c["source"]], c["source"]))
    own = [c for c in ranked if c["tier"] not in ("press", "commentary")]
    press = [c for c in ranked if c["tier"] in ("press", "commentary")]

    def named(some: list[Document]) -> str:
        more = f" and {len(some) - _MOST_SOURCES} more" if len(some) > _MOST_SOURCES else ""
        return "; ".join(f"{c['publisher']}, “{c['title']}” ({date_words(c['published'])})" for c in some[:_MOST_SOURCES]) + more

    said = [f"{lead}: {named(some)}." for lead, some in (("Filings, parties and courts", own), ("Press and commentary", press)) if some]
    return answer.made(
        "answered",
        f"{_counted(clauses)} between {both_names(answer)}, from {len(cited)} source{'' if len(cited) == 1 else 's'}. {' '.join(said)}",
        clauses,
    )


def _flows(answer: Answer, pair: tuple[str, str], clauses: list[Document]) -> Document:
    """``who pays whom``, ``how much does A pay B``: what each is to give the other in money, by the sentences of the terms, or in a word of paying."""
    money = [doc for doc in clauses if doc["state"] != "no" and (_in_money(doc) or forms(_sentence(answer, doc)) >= _PAYING)]
    ways = [pair, pair[::-1]] if (answer.reading.target or ("", "", 0))[1] == "flows" else [pair]
    told, shown = [], []
    for one, other in ways:
        mine = [doc for doc in money if _gives(answer, doc, one)]
        if mine:
            names = [answer.store.name("party", party) for party in (one, other)]
            told.append(f"What {names[0]} gives or is to give {names[1]} in money: {lines(answer, mine, dated=True)}")
            shown += mine
    if not shown:
        raise Refusal("no-record", f"No money from one to the other is recorded between {both_names(answer)}.")
    return answer.made("answered", f"{' '.join(told)} Nothing here was added up.", shown)


def _paid(answer: Answer, pair: tuple[str, str], clauses: list[Document]) -> Document:
    """``has A paid B anything``: the sums of which a clause tells that they were paid; of none, what is to be paid, which says neither yes nor no."""
    mine = [doc for doc in clauses if doc["state"] != "no" and _in_money(doc) and _gives(answer, doc, pair[0])]
    one, other = (answer.store.name("party", party) for party in pair)
    if not mine:
        raise _nothing(answer)
    done = [doc for doc in mine if tells(own_words(doc), lemma("pay"), past=True)]
    lead = f"Sums that {one} has paid or given {other}" if done else f"No clause tells that {one} has paid {other}. What it is to give in money"
    return answer.made("answered", f"{lead}: {lines(answer, done or mine, dated=True)} Nothing here was added up.", done or mine)


def _in_money(doc: Document) -> bool:
    return bool(doc["value"]) and unit_of(doc["value"]) in CURRENCIES.values()


def _sentence(answer: Answer, doc: Document) -> str:
    return str(answer.interpreter.lexicon.document(f"term:{doc['term']}").get("sentence") or "").replace("{", " ").replace("|", " ").replace("}", " ")


def _earliest(answer: Answer, clauses: list[Document]) -> Document:
    """``since when do A and B work together``: what is first on record between the two."""
    begun = sorted((doc for doc in clauses if doc["bounds"]["from"][1]), key=lambda doc: str(doc["bounds"]["from"][1]))
    if not begun:
        raise _nothing(answer)
    first = [doc for doc in begun if doc["bounds"]["from"][1] == begun[0]["bounds"]["from"][1]]
    from tenor.ask.accounts.paperwork import first_paper

    day, paper = first_paper(answer)
    before = f" The first document to which both are parties: {paper}." if day < parse_day(str(begun[0]["bounds"]["from"][1])) else ""
    return answer.made("answered", f"The earliest clause on record between {both_names(answer)}: {lines(answer, first, dated=True)}{before}", first)


def _amounts(answer: Answer, clauses: list[Document]) -> Document:
    """``how big is the deal``, which no one term answers: every amount between the two, with what it is of."""
    valued = [doc for doc in clauses if doc["value"] and any(doc["value"][k] is not None for k in ("amount", "low", "high")) and doc["state"] != "no"]
    if not valued:
        raise Refusal("no-record", f"No amount between {both_names(answer)} is recorded.")
    told = []
    for doc in valued[:_MOST_LINES]:
        scope = f" ({doc['scope']})" if doc["scope"] else ""
        by = "; ".join(w for w in (span_words(doc, answer.today), whose_word(answer.store, doc)) if w)
        told.append(f"{answer.store.name('term', doc['term'])}{scope}: {value_words(doc['value'])} ({by})")
    more = f" And {len(valued) - len(told)} more." if len(valued) > len(told) else ""
    return answer.made("answered", f"Amounts between {both_names(answer)}, which were not added up. {'; '.join(told)}.{more}", valued)


#: Words, as typed, of a question that names no time and asks for what somebody had at any.
_EVER_HELD = frozenset(("did", "held", "had", "was", "were", "been"))


def holdings(answer: Answer) -> Document:
    """Every clause that a party holds (of another) on the days that are asked about."""
    reading, store = answer.reading, answer.store
    timed = bool(answer.interpreter.moments)
    ever = not timed and not _EVER_HELD.isdisjoint(answer.interpreter.lows())
    start, end = (DAWN, FOREVER) if ever else reading.window or (answer.today, answer.today + 1)
    sql = """SELECT DISTINCT l.n FROM lineage AS l JOIN clause AS c ON c.lineage = l.n
        WHERE (?1 IS NULL OR ((c.holder = ?1 OR instr(coalesce(l.holder, ''), ?1)) AND l.subject <> ?1)) AND (?2 IS NULL OR l.subject = ?2) ORDER BY l.n"""
    terms = (reading.target or ("", "", 0))[1].split()
    sides = [(one, other) for one in reading.pair for other in reading.pair if one != other] if reading.pair else [(reading.holder, reading.subject)]
    numbers = sorted({int(n) for side in sides for (n,) in store.query(sql, *side)})
    rows = [r for n in numbers for r in store.rows(n, start, end, answer.known) if not r.gap]
    found: dict[str, Document] = {}
    for row in rows:
        doc = store.document(row, answer.known)
        if (terms and doc["term"] not in terms) or (reading.sort and not reading.sort & {doc["holder"], *doc["holders"]}):
            continue
        mine = reading.holder is None or reading.holder in (doc["holder"], *doc["holders"])
        mine = mine and not reading.excepted & {doc["holder"], *doc["holders"]}
        if row.role == "version" and doc["state"] != "no" and mine and (doc["clause"] not in found or row.certainty == "certain"):
            found[doc["clause"]] = doc
    who = store.name("party", reading.holder) if reading.holder else ""
    of = f" of {store.name('party', reading.subject)}" if reading.subject else ""
    if reading.pair:
        of = f" between {' and '.join(store.name('party', party) for party in reading.pair)}"
    if not found:
        raise Refusal("no-record", f"Nothing{of} is recorded{f' for {who}' if who else ''}{' in that time' if timed else '' if ever else ' today'}.")
    clauses = _by_term(answer, found.values())
    names = f"{joined(_by_status(answer, clauses))}. " if reading.asks == "holder" else ""
    dated = bool(terms) or any(doc["certainty"] == "possible" for doc in clauses)
    return answer.made("answered", f"{names}{_counted(clauses)}{of}{f' for {who}' if who else ''}. {lines(answer, clauses, dated=dated)}", clauses)


def _by_status(answer: Answer, clauses: list[Document]) -> list[str]:
    """The holders of clauses, each with its status, or that it is not bound, where no confirmed clause that binds has it."""
    words = {id(doc): whose_word(answer.store, doc) for doc in clauses}
    sure = {holder_words(answer.store, doc) for doc in clauses if not words[id(doc)]}
    said = {holder_words(answer.store, doc): doc["status"] if doc["status"] != "confirmed" else words[id(doc)] for doc in clauses}
    return [name if name in sure else f"{name} ({status})" for name, status in sorted(said.items())]
