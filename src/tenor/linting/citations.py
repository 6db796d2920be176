"""What is wrong with a citation: the id, the day, whose word it is, the amount beside it, the place it points to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tenor.ask.answers.wording import date_words, value_words
from tenor.ask.language.words import key as normal
from tenor.dates import long_date
from tenor.linting import english
from tenor.linting.base import Document, Edit, Facts, Found, over, placed_in_past
from tenor.linting.writeup import Citation, Sentence

_DAY = r"\d{4}(?:-\d{2}){0,2}(?:-\d+)?"
_CLAUSE = re.compile(rf"[a-z0-9][a-z0-9.-]*/{_DAY}[#:][a-z0-9][a-z0-9.-]*")
_INSTRUMENT = re.compile(rf"[a-z0-9][a-z0-9.-]*/{_DAY}")
_PREFIXED = re.compile(r"(?:party|term|source|event|dispute|observation|commentary):[a-z0-9][a-z0-9.#-]*")
#: Quoted words that are too few to be a quotation.
_FEWEST_QUOTED = 3


def is_ours(key: str) -> bool:
    """True where a citation key has the shape of one of our ids. Any other is somebody else's."""
    return bool(_CLAUSE.fullmatch(key) or _INSTRUMENT.fullmatch(key) or _PREFIXED.fullmatch(key))


def check(facts: Facts, sentence: Sentence, day: int, after: str = "") -> Iterator[Found]:
    """The findings on the citations of a sentence written on that day. ``after`` is the next sentence, which may give the other side."""
    for citation in sentence.citations:
        key = citation.key.rstrip(".,")
        if not is_ours(key):
            continue
        record_id = facts.resolve(key)
        if record_id is None:
            yield _unknown(facts, citation, key)
            continue
        if record_id != key and record_id != _hashed(key):
            yield Found(
                "L110",
                citation.start,
                f"`{key}` is now `{record_id}`",
                record_id,
                f"cite {record_id}",
                Edit(citation.first, citation.first + len(key), record_id),
            )
        doc = facts.record(record_id)
        if doc is None:
            continue
        if record_id.startswith("commentary:"):
            yield from _commentary(facts, sentence, citation, doc, record_id)
        elif "clauses" in doc and "#" not in record_id and "/" in record_id:
            yield _whole(facts, sentence, citation, doc, record_id)
        elif "clause" in doc:
            yield from _clause(facts, sentence, citation, doc, day, after)


def check_inserts(facts: Facts, sentence: Sentence, day: int) -> Iterator[Found]:
    """The findings on ``[=id]``: what is put in must exist, and hold on the day of the writeup unless the sentence places it in the past."""
    for insert in sentence.inserts:
        record_id = facts.resolve(insert.key)
        place = Citation(insert.key, insert.start, insert.start + 2, insert.start + 2 + len(insert.key), "", True)
        doc = facts.record(record_id) if record_id else None
        if doc is None or "clause" not in doc:
            yield _unknown(facts, place, insert.key)
        elif doc.get("retracted"):
            yield Found(
                "L104",
                insert.start,
                f"our record of {record_id} was wrong and has been withdrawn",
                str(record_id),
                _retraction(facts, str(record_id)),
            )
        elif over(doc, day) and not placed_in_past(sentence.text, doc, day):
            yield _outdated(facts, place, doc, day)


def _hashed(key: str) -> str:
    head, colon, tail = key.rpartition(":")
    return f"{head}#{tail}" if colon and "#" not in key else key


def _unknown(facts: Facts, citation: Citation, key: str) -> Found:
    near = nearest(facts, _hashed(key))
    fix = f"did you mean {' or '.join(near)}?" if near else f"look for it: tenor search {key.rpartition('#')[2].replace('-', ' ')}"
    return Found("L101", citation.start, f"no record has the id `{key}`", key, fix)


def nearest(facts: Facts, key: str) -> list[str]:
    """Ids that look like it: the same clause of another instrument of the deal first, then small slips."""
    from rapidfuzz import process

    head, _, clause = key.partition("#")
    deal = head.partition("/")[0]
    same = [i for (i,) in facts.store.query("SELECT id FROM clause WHERE deal = ? ORDER BY id", deal)]
    exact = [i for i in same if clause and i.endswith("#" + clause)]
    if exact:
        return sorted(exact, key=lambda i: (abs(_number(i) - _number(head)), i))[:2]
    pool = same or [i for (i,) in facts.store.query("SELECT id FROM clause ORDER BY id")]
    return [str(found) for found, score, _ in process.extract(key, pool, limit=2) if score >= 80]


def _number(record_id: str) -> int:
    digits = "".join(c for c in record_id.partition("/")[2].partition("#")[0] if c.isdigit())
    return int((digits + "00000000")[:8]) if digits else 0


def _commentary(facts: Facts, sentence: Sentence, citation: Citation, doc: Document, record_id: str) -> Iterator[Found]:
    speaker = doc.get("speaker") or ""
    name = facts.name("party", speaker)
    if english.ATTRIBUTION.search(sentence.text) or name.lower() in sentence.text.lower():
        return
    verdict = f"; the record judges it {doc['verdict']}" if doc.get("verdict") else ""
    yield Found(
        "L107",
        citation.start,
        f"this rests on the word of {name}, a commentator, and the sentence does not say so{verdict}",
        record_id,
        f"write “{name} says …”",
    )


def _whole(facts: Facts, sentence: Sentence, citation: Citation, doc: Document, record_id: str) -> Found:
    words = set(normal(sentence.text + " " + " ".join(sentence.quotes)).split())
    texts = [(len(words & set(normal(str(d["text"])).split())), i) for i in doc["clauses"] if (d := facts.record(i))]
    best = [i for n, i in sorted(texts, key=lambda t: (-t[0], t[1])) if n][:3]
    fix = f"name the clause: {', '.join(best)}" if best else "name the clause"
    return Found("L109", citation.start, f"`{record_id}` is a whole agreement of {len(doc['clauses'])} clauses; which one says this?", record_id, fix)


def _clause(facts: Facts, sentence: Sentence, citation: Citation, doc: Document, day: int, after: str) -> Iterator[Found]:
    clause = str(doc["clause"])
    if doc.get("retracted"):
        yield Found("L104", citation.start, f"our record of {clause} was wrong and has been withdrawn", clause, _retraction(facts, clause))
        return
    if over(doc, day) and not placed_in_past(sentence.text, doc, day):
        yield _outdated(facts, citation, doc, day)
    yield from _whose_word(facts, sentence, citation, doc, after)
    yield from _hedges(sentence, citation, doc)
    yield from _locator(sentence, citation, doc)


def _retraction(facts: Facts, clause: str) -> str:
    newer = facts.store.query("SELECT source FROM link WHERE target = ? AND field = 'retracts'", clause) or facts.store.query(
        "SELECT target FROM link WHERE source = ? AND field = 'retracts'", clause
    )
    other = next((str(i) for (i,) in newer if i != clause), "")
    note = str((facts.record(other) or {}).get("note") or "") if other else ""
    return f"see {other}" + (f": {note}" if note else "") if other else "leave it out"


def _outdated(facts: Facts, citation: Citation, doc: Document, day: int) -> Found:
    clause = str(doc["clause"])
    last = doc["to"]
    if doc["replaced_by"]:
        newer = facts.in_force(doc, day)
        where = newer["clause"]
        fix = f"in force on {long_date(day)}: {where} (“{newer['text']}”). Or say when it held"
        edit = Edit(citation.first, citation.first + len(citation.key.rstrip(".,")), where) if _says_the_same(doc, newer) else None
        return Found(
            "L102", citation.start, f"{clause} was superseded on {date_words(last)}, and the sentence says it as if it still held", clause, fix, edit
        )
    by = f" by {doc['ended_by']}" if doc.get("ended_by") else ""
    return Found(
        "L103",
        citation.start,
        f"{clause} ended on {date_words(last)}{by}, and the sentence says it as if it still held",
        clause,
        "say when it held, or leave it out",
    )


def _says_the_same(old: Document, new: Document) -> bool:
    """True where only the instrument changed, so that the newer id can stand in the same sentence."""
    same = ("term", "subject", "holder", "holders", "via", "scope", "exclusive", "state", "value", "status", "ends_when", "text")
    return old["clause"] != new["clause"] and all(old[k] == new[k] for k in same)


def _whose_word(facts: Facts, sentence: Sentence, citation: Citation, doc: Document, after: str) -> Iterator[Found]:
    clause, status = str(doc["clause"]), doc["status"]
    if status == "disputed":
        yield from _disputed(facts, sentence, citation, doc, after)
        return
    if attributed(facts, sentence.text, doc):
        if status != "confirmed":
            yield from _disputed(facts, sentence, citation, doc, after)
        return
    tiers = {c["tier"] for c in doc["citations"]}
    if status in ("alleged", "opinion") and tiers == {"commentary"}:
        who = next((c["publisher"] for c in doc["citations"] if c["publisher"]), "a commentator")
        yield Found(
            "L107", citation.start, f"this rests on commentary alone ({who}), and the sentence says it as plain fact", clause, "say whose word it is"
        )
    elif status in ("reported", "alleged", "opinion"):
        said = {"reported": "only reported by the press", "alleged": "one side's word or leaked", "opinion": "an opinion"}[status]
        yield Found(
            "L106", citation.start, f"this is {said}, and the sentence says it as plain fact", clause, "say whose word it is: “was reported to …”"
        )
    elif doc["value"] and doc["value"]["status"] in ("reported", "alleged") and (amount := said_amount(sentence.text, doc["value"])):
        words, whose = value_words(doc["value"]), doc["value"]["status"]
        yield Found("L108", sentence.at(amount.start), f"the clause is {status}, but {words} is only {whose}", clause, "say whose number it is")


def _disputed(facts: Facts, sentence: Sentence, citation: Citation, doc: Document, after: str) -> Iterator[Found]:
    """A dispute that no rule settled, about a clause that no party has confirmed. One about an amount counts only where the sentence gives one."""
    dispute = facts.open_dispute(doc)
    if (dispute is None and doc["status"] != "disputed") or english.DISPUTE.search(sentence.text) or english.DISPUTE.search(after):
        return
    if dispute and dispute.get("field") == "value" and not english.amounts(sentence.text):
        return
    title = f": {dispute['title']}" if dispute else ""
    yield Found(
        "L105", citation.start, f"sources contradict each other on this{title}", str(doc["clause"]), "say that it is disputed, or give both sides"
    )


def attributed(facts: Facts, text: str, doc: Document) -> bool:
    """True where the sentence says whose word it is: in general words, or by the name of a source."""
    if english.ATTRIBUTION.search(text):
        return True
    low = text.lower()
    return any(str(c["publisher"]).lower() in low for c in doc["citations"] if c["publisher"] and c["tier"] in ("press", "commentary"))


def said_amount(text: str, value: Document) -> english.Amount | None:
    """Where the sentence gives the record's amount."""
    for amount in english.amounts(text):
        unit = english.same_unit(amount.unit, str(value["unit"] or ""))
        for own in (value["amount"], value["low"], value["high"]):
            if unit and own is not None and abs(own * unit - amount.number) <= 1e-9 * max(abs(amount.number), 1):
                return amount
    return None


def _hedges(sentence: Sentence, citation: Citation, doc: Document) -> Iterator[Found]:
    value = doc["value"]
    if not value or value["hedge"] not in english.HEDGES:
        return
    amount = said_amount(sentence.text, value)
    both = value["low"] is not None and value["high"] is not None and len(english.amounts(sentence.text)) > 1
    if amount is None or both or english.hedged(sentence.text, amount.start, amount.end, value["hedge"]):
        return
    start = sentence.at(amount.start)
    word = english.INSERT[value["hedge"]]
    yield Found(
        "L108",
        start,
        f"the record says “{value_words(value)}”",
        str(doc["clause"]),
        f"write “{word.strip()}” before the amount",
        Edit(start, start, word),
    )


def _locator(sentence: Sentence, citation: Citation, doc: Document) -> Iterator[Found]:
    if citation.locator or not any(len(q.split()) >= _FEWEST_QUOTED for q in sentence.quotes):
        return
    places = list(dict.fromkeys(c["locator"] for c in doc["citations"] if c["locator"]))
    edit = (
        Edit(citation.last, citation.last, f", {places[0]}")
        if len(places) == 1 and citation.grouped and not re.search(r"[\[\];]", places[0])
        else None
    )
    fix = f"the record has {' and '.join(places[:3])}" if places else "say where in the source the words stand"
    yield Found("L109", citation.start, "words are quoted, and nothing says where they stand", str(doc["clause"]), fix, edit)
