"""What a citation must say of a record: the statement with its dates, whose word it is, its sources, and what has happened to it since."""

from __future__ import annotations

from tenor.ask.answers.wording import date_words, sentence, span_words, whose_word
from tenor.dates import Edtf, iso, long_date
from tenor.queries.show import show

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from tenor.store.read import Store

    Document = dict[str, Any]


#: The folder of each kind's pages.
_FOLDERS = {
    "party": "parties", "term": "terms", "source": "sources", "event": "events", "dispute": "disputes", "observation": "observations",
    "commentary": "commentary",
}  # fmt: skip


class Material:
    """All that the formats print; they choose and order it, and add no fact."""

    __slots__ = ("checked", "id", "issued", "kb", "page", "sources", "statement", "status", "title", "version", "warnings", "word")

    def __init__(self, store: Store, record_id: str) -> None:
        self.id = record_id
        #: A sentence with its dates, without a full stop.
        self.statement = ""
        #: Whose word it is; empty where it is confirmed.
        self.status = ""
        #: The status as one word; empty where it is confirmed.
        self.word = ""
        self.title = ""
        #: The date that a bibliography sorts by.
        self.issued: Edtf | None = None
        self.sources: list[Document] = []
        self.warnings: list[str] = []
        self.kb = store.meta["title"]
        self.version = store.meta["version"]
        #: The day through which it was checked, ISO.
        self.checked = store.meta["checked_through"]
        #: The address of its page, where the knowledge base is published.
        self.page = _page(store.meta["base_url"], record_id)


def gather(store: Store, record_id: str, today: int, on: int | None) -> Material:
    """The material of one record, by full id. Raises :class:`tenor.errors.UnknownName`."""
    shown = show(store, record_id)
    record, kind = shown["record"], shown["kind"]
    found = Material(store, record_id)
    found.sources = [{**c, "relayed_by": [s["publisher"] for r in c["relayed_by"] if (s := store.record(f"source:{r}"))]} for c in shown["sources"]]
    if kind == "clause":
        _clause(store, found, record, today, on)
        found.warnings += _warnings(store, record, on)
    elif kind == "claim":
        speaker = store.name("party", record["subject"])
        found.title = f"{speaker}, {date_words(record['from'])}"
        found.statement = f"{speaker} said ({date_words(record['from'])}): {str(record['text']).rstrip('.')}"
        found.status = f"{record['status']}; verdict of the evidence: {record['verdict']}"
        found.word = str(record["status"])
        found.issued = _date(record["from"])
    else:
        when = next((record[name] for name in ("date", "announced", "measured", "published", "issued") if record.get(name)), None)
        found.title = str(record.get("title") or record.get("label") or record.get("name") or record_id)
        said = str(record.get("says") or record.get("summary") or found.title).rstrip(".")
        found.statement = f"{date_words(when)}: {said}" if when else said
        found.status = record.get("status") if record.get("status") not in (None, "confirmed") else ""
        found.issued = _date(when)
    return found


def _clause(store: Store, found: Material, doc: Document, today: int, on: int | None) -> None:
    term = store.record(f"term:{doc['term']}") or {}
    past = doc["end"] in ("replaced", "ended")
    holds = on is not None and _may_hold(doc, on)
    words = sentence(store, doc, term, past=past)
    own = words == str(doc["text"]).rstrip(".")
    if not own and doc["exclusive"] is not None and doc["state"] != "no" and "exclusiv" not in words:
        words += ", exclusively" if doc["exclusive"] else ", not exclusively"
    if not own and doc["value"] and doc["value"]["text"] and "{value}" not in str(term.get("sentence")):
        words += f", {doc['value']['text']}"
    if holds and on is not None:
        when = f"as of {long_date(on)}"
    elif not doc["to"] and not doc["observed"]:
        when = f"as of {date_words(doc['from'])}"
    else:
        when = span_words(doc, today)
    found.statement = f"{when[:1].upper()}{when[1:]}{':' if own else ','} {words}"
    found.status = _status(store, doc)
    found.word = "" if doc["status"] == "confirmed" else str(doc["status"])
    scope = f" ({doc['scope']})" if doc["scope"] else ""
    dates = span_words(doc, today) if doc["to"] or doc["observed"] else f"from {date_words(doc['from'])}" if doc["from"] else "undated"
    found.title = f"{term.get('label', doc['term'])}{scope}, {dates}"
    found.issued = _date(doc["from"])
    found.checked = doc["checked_through"]


def _status(store: Store, doc: Document) -> str:
    """The status as a word, and whose word the clause is; an inference names the clauses it reads."""
    words = whose_word(store, doc)
    if doc["status"] == "inferred" and doc["rests_on"]:
        words = f"our reading of {', '.join(doc['rests_on'])}"
    return words if not words or doc["status"] in words else f"{doc['status']}, {words}"


def _warnings(store: Store, doc: Document, on: int | None) -> list[str]:
    """What happened to a clause since; an end is no warning where it is cited as of a day on which it held."""
    out = []
    if doc.get("retracted"):
        by = store.query("SELECT source FROM link WHERE target = ? AND field = 'retracts' ORDER BY source", doc["clause"])
        out.append(f"{doc['clause']} was withdrawn as wrong" + (f" by {by[0][0]}" if by else ""))
    for (later,) in store.query("SELECT source FROM link WHERE target = ? AND field = 'discloses' ORDER BY source", doc["clause"]):
        out.append(f"{doc['clause']}: a later disclosure tells it anew, {later}")
    if on is not None and not _may_hold(doc, on):
        out.append(f"{doc['clause']} did not hold on {iso(on)}")
    elif on is None and doc["end"] == "replaced":
        out.append(f"{doc['clause']} was superseded on {doc['to']} by {doc['replaced_by']}")
    elif on is None and doc["end"] == "ended":
        out.append(f"{doc['clause']} ended on {doc['to']}")
    if doc["disputes"]:
        out.append(f"{doc['clause']}: sources contradict each other, see {', '.join(doc['disputes'])}")
    return out


def _may_hold(doc: Document, day: int) -> bool:
    first, after = doc["bounds"]["from"][0], doc["bounds"]["to"][1]
    return (first or "0000") <= iso(day) < (after or "9999-12-32")


def _date(text: str | None) -> Edtf | None:
    return Edtf.parse(text.partition("/")[0]) if text else None


def address(record_id: str) -> str:
    """Where a record's page stands below the address of the site: ``a/b#c`` at ``deals/a/b/#c``, ``term:x`` at ``terms/x/``."""
    prefix, colon, name = record_id.partition(":")
    base, mark, part = (name if colon else record_id).partition("#")
    return f"{_FOLDERS.get(prefix, prefix) if colon else 'deals'}/{base}/{mark}{part}"


def id_of(page: str) -> str:
    """The id of the record whose page this is, by its address below the site's or the whole address; empty where it is no record's page."""
    path, mark, part = page.partition("#")
    pieces = path.strip("/").split("/")
    kinds = {folder: kind for kind, folder in _FOLDERS.items()}
    for n, piece in enumerate(pieces):
        name = "/".join(pieces[n + 1 :])
        if piece == "deals" and name:
            return f"{name}{mark}{part}"
        if piece in kinds and name:
            return f"{kinds[piece]}:{name}{mark}{part}"
    return ""


def _page(base: str, record_id: str) -> str:
    return f"{base.rstrip('/')}/{address(record_id)}" if base else ""
