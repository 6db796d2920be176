"""From a reading to an answer: one document that every output prints."""

from __future__ import annotations

from tenor.ask import english
from tenor.ask.around import bare
from tenor.ask.beside import neighbors_of
from tenor.ask.edges import at_edges
from tenor.ask.ending import ended_within
from tenor.ask.interpreter import Interpreter
from tenor.ask.ordinal import in_order, on_record
from tenor.ask.outside import no_record, not_then
from tenor.ask.reading import Reading, Refusal
from tenor.ask.telling import Telling
from tenor.ask.whole import throughout
from tenor.ask.wording import gap_words, holder_words, joined, span_words, value_words, whose_word
from tenor.dates import DAWN, FOREVER, Edtf, iso, iso_or_none, parse_day
from tenor.store.read import EVER, unrecorded

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from tenor.ask.question import Question
    from tenor.store.read import Row, Store

    Document = dict[str, Any]

_KINDS = ("holder", "state", "value", "start", "end", "change", "list", "claim")
#: A question of fewer words does not ask the same of two.
_FEWEST_OF_BOTH = 4
_MOST_ALSO = 6
_MOST_SUGGESTIONS = 3
#: Parties that a refusal names as those that the record has.
_MOST_NEARBY = 6


def ask(
    store: Store, question: str, *, today: int, on: tuple[int, int] | None = None, known_at: int | None = None, explain: bool = False
) -> Document:
    """The contract's ``ask`` document for a question.

    Args:
        store: the open knowledge base.
        question: the words as typed.
        today: the day that "today", "now" and "still" mean.
        on: a window of days that takes the place of any in the question.
        known_at: answer with what could be known on that day.
        explain: add ``explain`` with the words, candidates, plan and SQL.
    """
    if explain:
        store.log = []
    interpreter = Interpreter(store, bare(question), today)
    try:
        document = _together(_answers(store, interpreter, on, known_at))
    except Refusal as refusal:
        other = _of_one_year(store, interpreter, refusal, on, known_at) or _of_both(store, interpreter, on, known_at)
        document = other or _refused(store, refusal, interpreter)
    out = {"schema": 1, "kb": store.kb(), "question": question, **document}
    if interpreter.corrections:
        out["corrections"] = [{"typed": typed, "meant": meant} for typed, meant in interpreter.corrections]
    if explain:
        out["explain"] = _explained(interpreter, store)
        store.log = None
    return out


def _answers(store: Store, interpreter: Interpreter, on: tuple[int, int] | None, known_at: int | None) -> list[Document]:
    """The answer to each part of a question. Raises :class:`Refusal`."""
    readings = interpreter.read()
    for reading in readings:
        if on is not None:
            reading.window = on
        if known_at is not None:
            reading.known = known_at
    return [Answer(store, interpreter, reading, interpreter.today).document() for reading in readings]


def _together(answers: list[Document]) -> Document:
    """One document of the answers to several parts."""
    document = answers[0]
    if len(answers) > 1:
        document["parts"] = [{k: a[k] for k in ("status", "read_as", "text", "answers")} for a in answers]
        document["text"] = " ".join(dict.fromkeys(a["text"] for a in answers))
        told = {c["clause"] for c in document["answers"]}
        document["answers"] = document["answers"] + [c for a in answers[1:] for c in a["answers"] if c["clause"] not in told]
        if any(a["status"] != "answered" for a in answers):
            document["status"] = next(a["status"] for a in answers if a["status"] != "answered")
    return document


def _of_one_year(store: Store, interpreter: Interpreter, refusal: Refusal, on: tuple[int, int] | None, known_at: int | None) -> Document | None:
    """The answer of the latest year to a date that lacks its own, where no other year has one."""
    if not refusal.text.endswith("which year?."):
        return None
    from tenor.ask.yearless import dated

    found: dict[int, Document] = {}
    years = dated(interpreter.question, refusal.text, interpreter.today)
    for year, asked in years:
        try:
            document = _together(_answers(store, Interpreter(store, asked, interpreter.today), on, known_at))
        except Refusal:
            continue
        if document["status"] == "answered":
            found[year] = document
    if len(found) != 1 or years[0][0] not in found:
        return None
    document = found[years[0][0]]
    return {**document, "text": f"Taken for {years[0][0]}, as no year is named: {document['text']}"}


def _of_both(store: Store, interpreter: Interpreter, on: tuple[int, int] | None, known_at: int | None) -> Document | None:
    """The answers to both halves of a question that asks the same of two; None where it is no such question, or a half has no answer."""
    if len(interpreter.tokens) < _FEWEST_OF_BOTH or english.OF_BOTH.isdisjoint([t.low for t in interpreter.tokens]):
        return None
    from tenor.ask.twofold import parted

    for halves in parted(interpreter):
        answers: list[Document] = []
        for half in halves:
            part = Interpreter(store, half, interpreter.today)
            try:
                answers += _answers(store, part, on, known_at)
            except Refusal:
                both = _of_both(store, part, on, known_at) if len(part.tokens) < len(interpreter.tokens) else None
                answers.append(both or {"status": "not-understood"})
            if answers[-1]["status"] != "answered":
                break
        else:
            return _together(answers)
    return None


def _refused(store: Store, refusal: Refusal, interpreter: Interpreter) -> Document:
    """A refusal with questions that are answered, of the terms that come nearest: those that it names, that the words name, that the parties have."""
    suggestions = list(dict.fromkeys(refusal.suggestions))
    for term in refusal.terms or _near_terms(store, interpreter):
        document = store.record(f"term:{term}") or {}
        suggestions += [q["ask"] for q in document.get("questions", ())]
    if not suggestions:
        for party in [*(m.party for m in interpreter.mentions), store.meta["focus"]]:
            sql = "SELECT c.term FROM involves AS i JOIN clause AS c ON c.n = i.clause WHERE i.party = ? GROUP BY c.term ORDER BY count(*) DESC, c.term LIMIT 12"
            for (term,) in store.query(sql, party):
                suggestions += [q["ask"] for q in (store.record(f"term:{term}") or {}).get("questions", ())[:1]]
    return {
        "status": refusal.status, "read_as": None, "text": refusal.text + _nearby(store, refusal), "answers": [], "also": [],
        "suggestions": list(dict.fromkeys(suggestions))[:_MOST_SUGGESTIONS],
    }  # fmt: skip


def _nearby(store: Store, refusal: Refusal) -> str:
    """For whom the record has the term that a party was found to have no part in."""
    if refusal.status != "no-record" or not refusal.terms or not refusal.text.startswith("Nothing is recorded"):
        return ""
    having: dict[str, list[str]] = {}
    for lineage in store.lineages(refusal.terms[0]):
        holders = having.setdefault(lineage.subject, [])
        holders += [p for p in (lineage.holder or "").split("+") if p and p not in holders]
    told = [
        store.name("party", subject) + (f" with {joined([store.name('party', p) for p in holders[:_MOST_NEARBY]])}" if holders else "")
        for subject, holders in list(having.items())[:_MOST_NEARBY]
    ]
    return f" “{store.name('term', refusal.terms[0])}” is recorded for {joined(told, '; ')}." if told else ""


def _near_terms(store: Store, interpreter: Interpreter) -> list[str]:
    """Terms whose own names hold most words of the question."""
    keys = sorted(interpreter.support().keys(interpreter.content() - interpreter.timed()))
    marks = ",".join("?" * len(keys))
    sql = f"SELECT target, count(DISTINCT key) AS n FROM told WHERE kind = 'term' AND field = 'own' AND key IN ({marks}) GROUP BY target ORDER BY n DESC, target LIMIT 3"
    return [term for term, _ in store.query(sql, *keys)] if keys else []


def _explained(interpreter: Interpreter, store: Store) -> Document:
    return {
        "tokens": [{"typed": t.text, "form": t.lemma} for t in interpreter.tokens],
        "moments": [{"from": iso_or_none(m.start), "to": iso_or_none(m.end), "relation": m.relation, "record": m.record} for m in interpreter.moments],
        "parties": [{"said": m.said, "party": m.party, "product": m.product} for m in interpreter.mentions],
        "candidates": [
            {
                "term": c.reading.term, "record": c.reading.target, "score": round(c.reading.score, 2), "because": [w for w in c.reading.why if w], "near": round(c.near, 2), "clauses": c.reading.only,
                "left over": [interpreter.tokens[i].text for i in c.leftover],
            }
            for c in interpreter.candidates[:12]
        ],
        "sql": store.log or [],
    }  # fmt: skip


class Answer:
    """Turns one reading into the contract's document."""

    def __init__(self, store: Store, interpreter: Question, reading: Reading, today: int) -> None:
        self.store = store
        #: The question, or the part of it that is answered here.
        self.interpreter: Question = reading.asked or interpreter
        self.reading = reading
        self.today = today
        self.known = EVER if reading.known is None else reading.known
        self.term: Document = interpreter.lexicon.document(f"term:{reading.term}") if reading.term else {}
        self.checked = Edtf.parse(store.meta["checked_through"]).hi
        #: For a clause, the one with which its holder's unbroken run began.
        self.runs: dict[str, Document] = {}

    def document(self) -> Document:
        """The answer. Raises :class:`Refusal` where nothing is recorded."""
        if self.reading.published_by is not None:
            from tenor.ask.publicly import whether_public

            return whether_public(self)
        if self.reading.target is not None:
            if self.interpreter.contrast is not None or self.interpreter.asks_entry():
                raise Refusal("not-understood", "The records tell that as a whole: nothing of it can be left out.")
            from tenor.ask.records import record_answer

            return record_answer(self)
        if self.reading.relative is not None:
            beside = self._place_relative()
            if beside is not None:
                return self.made("answered", self._text(beside), beside, self._also())
        segments = self._segments()
        if self.reading.raw == "state" and (ended := ended_within(self, segments)) is not None:
            return self.made("answered", self._text(ended), ended, self._also())
        if self.reading.whole is not None and self.reading.kind == "state" and any(s["clause"] for s in segments):
            return self.made(
                "answered",
                self._text(throughout(self.store, self.reading, segments, self._yes, self.known, max(self.checked, self.today))),
                segments,
                self._also(),
            )
        if not any(s["clause"] for s in segments) and self._follow_replacer():
            segments = self.reading.ended + self._segments()
        if not any(s["clause"] for s in segments):
            weaker = self._weaker()
            if weaker is not None:
                return weaker
            segments = not_then(self.store, self.reading, self.term, self.known, self.checked)
            for segment in segments:
                segment["yes"] = self.reading.negated
            segments = segments or self._last()
            if not segments:
                raise no_record(self.store, self.reading, self.term, self.known, self.today)
        in_order(self.reading, segments)
        if self.term.get("answer") == "holder":
            at_edges(self.store, self.reading, str(self.term.get("label")), segments, self._first_of_run)
        self._false_premise(segments)
        self._did_start(segments)
        self._vacant_or_unknown(segments)
        if self.reading.kind == "state" and self.reading.negated and self.reading.window is None:  # what is over now is what held last
            segments[:] = self._latest(segments)
        self._taken_as_over(segments)
        self._of_the_sort(segments)
        self._without_the_excepted(segments)
        self._future(segments)
        if self.interpreter.contrast is not None or self.interpreter.asks_entry():
            segments = self._narrowed(segments)
        self._one_comparison(segments)
        return self.made("answered", self._text(segments), segments + self._enders(segments), self._also())

    def _narrowed(self, segments: list[Document]) -> list[Document]:
        from tenor.ask.narrowing import apart, entries

        if self.interpreter.contrast is not None:
            segments = apart(self.interpreter, self.interpreter.contrast, segments)
        return entries(self.interpreter, segments) if self.interpreter.asks_entry() else segments

    def _last(self) -> list[Document]:
        """For what and how much without a time: where nothing holds today, the versions that held last, or that are to come."""
        asked = self.interpreter
        today = (self.today, self.today + 1)
        now = any(t.lemma in english.NOW_WORDS for t in asked.tokens)
        if self.reading.raw not in ("what", "value", "list", "keyword") or self.reading.window != today or asked.moments or now:
            return []
        self.reading.window = None
        held = [s for s in self._segments() if s["clause"]]
        who = self.reading.raw in ("what", "keyword") and self.reading.holder is None and self.term.get("answer") != "text"
        if who and any(s["holder"] or s["holders"] for s in held) and not any(t.lemma in english.VALUE_WORDS - {"what"} for t in asked.tokens):
            self.reading.window = today  # who has it now, is nobody who had it once
            return []
        if self.reading.raw == "list":
            return held
        latest = max((s["bounds"]["from"][0] or "" for s in held), default="")
        kept = [s for s in held if (s["bounds"]["to"][1] or "9999") >= latest and s["state"] != "no"]
        self.reading.window = None if kept else today
        return kept

    def _enders(self, segments: list[Document]) -> list[Document]:
        """For until when: the clauses by which what is over came to its end."""
        if self.reading.kind != "end" or self.reading.window is not None:
            return []
        told = {s["clause"] for s in segments}
        over = [s for s in segments if s["clause"] and s["bounds"]["to"][1] and s["bounds"]["to"][1] <= iso(self.today)]
        names = dict.fromkeys(s["replaced_by"] or s["ended_by"] for s in over)
        numbers = [self.store.clause_number(name) for name in names if name and name not in told]
        found = [self.store.clause(n) for n in numbers if n is not None]
        return [{**doc, "role": "end"} for doc in found]

    def _future(self, segments: list[Document]) -> None:
        """``when will …``: only what starts after today answers that."""
        if not self.reading.future:
            return
        segments[:] = [s for s in segments if s["clause"] and (s["bounds"]["from"][1] or "") > iso(self.today)]
        if not segments:
            raise Refusal(
                "no-record", f"The record gives no day to come for “{self.term.get('label', self.reading.term)}”.", terms=[self.reading.term or ""]
            )

    def _one_comparison(self, segments: list[Document]) -> None:
        """More or less than an amount: answered where all that is recorded says the same, else the amounts are told and nothing is decided."""
        amount = self.reading.amount
        if amount is None:
            return
        if amount.sign == "=":  # one of several amounts is the one asked about
            segments[:] = [s for s in segments if s.get("yes") is True] or segments
            return
        segments[:] = [s for s in segments if s["clause"] and s["value"]]
        said = {s["yes"] for s in segments}
        if said not in ({True}, {False}):
            amounts = "; ".join(dict.fromkeys(value_words(s["value"]) for s in segments)) or "none"
            raise Refusal("no-record", f"The record does not decide that. Amounts recorded: {amounts}.", terms=[self.reading.term or ""])

    def _place_relative(self) -> list[Document] | None:
        """The versions beside a holder's, where they are the answer; else the window before or after it.

        Raises:
            Refusal: the party never held it, nobody is recorded on that side, or the holder that the question takes for granted was not the next.
        """
        reading, store = self.reading, self.store
        way, party, at_once = reading.relative or ("", "", False)
        label, name = str(self.term.get("label", reading.term)), store.name("party", party)
        versions = [doc for x in reading.lineages for doc in store.versions(x.n, self.known)]
        held = [doc for doc in versions if party in (doc["holder"], *doc["holders"]) and doc["state"] != "no"]
        if not held:
            raise Refusal("no-record", f"{name} never had this in the record (“{label}”).", terms=[reading.term or ""])
        if reading.kind not in ("holder", "list") and reading.raw not in ("what", "keyword") and not at_once:
            edges = [(doc["bounds"]["from"][0], doc["bounds"]["to"][1]) for doc in held]
            first = min(parse_day(lo) if lo else DAWN for lo, _ in edges)
            reading.window = (DAWN, first) if way == "before" else (max(parse_day(hi) if hi else FOREVER for _, hi in edges), FOREVER)
            return None
        many = bool(self.term.get("many"))
        if reading.raw in ("what", "keyword"):
            reading.kind = "holder"
        found = neighbors_of(store, reading.lineages, party, way, self.known, many=many)
        if not found:
            raise Refusal("no-record", f"No record: nobody is recorded {way} {name} (“{label}”).", terms=[reading.term or ""])
        if reading.kind in ("holder", "list"):
            return found
        other = reading.holder
        mine = [doc for doc in found if other in (doc["holder"], *doc["holders"])]
        if reading.kind == "state" and other is not None:
            for doc in mine or found:
                doc["yes"] = bool(mine) != reading.negated
            return mine or found
        if reading.kind == "start" and mine and way == "before":
            after = neighbors_of(store, reading.lineages, other or "", "after", self.known, many=many)
            mine = [doc for doc in after if party in (doc["holder"], *doc["holders"])]
        if reading.kind != "start" or not mine:
            said = "; ".join(f"{holder_words(store, d)} {span_words(d, self.today)}" for d in found)
            raise Refusal("no-record", f"The record has no such succession. Recorded {way} {name}: {said}.", terms=[reading.term or ""])
        return mine

    def made(self, status: str, text: str, answers: list[Document], also: list[Document] | None = None) -> Document:
        """The document's own keys, in the contract's order."""
        return {"status": status, "read_as": self.read_as(), "text": text, "answers": answers, "also": also or [], "suggestions": []}

    def read_as(self) -> Document:
        """How the question was read."""
        reading = self.reading
        window = reading.window
        return {
            "kind": reading.kind if reading.kind in _KINDS else "claim" if (reading.target or ("",))[0] in ("claim", "dispute") else "state",
            "term": reading.term,
            "subject": reading.subject,
            "from": iso_or_none(window[0]) if window else None,
            "to": iso_or_none(window[1]) if window else None,
            "known_at": iso_or_none(reading.known) if reading.known is not None else None,
            "holder": reading.holder,
            "scope": reading.scope,
        }

    # -- segments ---------------------------------------------------------------------------------

    def _segments(self) -> list[Document]:
        """One document a version and lineage that touches the window, with gaps between versions of one-holder terms."""
        start, end = self.reading.window or (DAWN, FOREVER)
        out: list[Document] = []
        several = 0
        for lineage in self.reading.lineages:
            rows = self.store.rows(lineage.n, start, end, self.known)
            if all(r.gap for r in rows):
                continue
            several += 1
            done: set[int] = set()
            held = [r for r in rows if not r.gap]
            for row in rows:
                if row.gap:
                    inner = any(r.start < row.start for r in held) and any(r.start >= row.end for r in held)
                    if inner or self.reading.window is not None:
                        gap = unrecorded(max(row.start, start), min(row.end, end), self.reading.term)
                        gap["subject"], gap["scope"] = lineage.subject, lineage.scope
                        out.append(gap)
                elif row.clause not in done:
                    done.add(row.clause)
                    if (
                        self.reading.only
                        and (self.reading.kind != "end" or self.term.get("many"))
                        and self.store.clause(row.clause)["clause"] not in self.reading.only
                    ):
                        continue
                    out.append(self._segment(row, [r for r in held if r.clause == row.clause]))
        if several > 1:  # a gap of one lineage is none of the others'
            out = [s for s in out if s["clause"]]
        if self.reading.holder is not None and self.reading.kind in ("value", "list", "holder"):
            out = [s for s in out if _of(self.reading.holder, s)]
        for segment in out:
            if self.reading.kind == "state":
                segment["yes"] = self._yes(segment)
            if self.reading.kind == "end" and self.reading.lasting and segment["clause"]:
                self._run_from(segment)
            if self.reading.kind == "start" and segment["clause"]:
                segment["run_from"] = self._run_from(segment)
        return out

    def _segment(self, row: Row, rows: list[Row]) -> Document:
        best = next((r for r in rows if r.certainty == "certain"), row)
        doc = self.store.document(best, self.known, term=self.reading.term)
        window = self.reading.window
        checked = Edtf.parse(doc["checked_through"]).hi if doc["checked_through"] else self.checked
        if window is not None and window[0] > checked and doc["certainty"] == "certain":
            doc["certainty"] = "as-last-agreed"
        doc["role"] = best.role
        return doc

    def _first_of_run(self, segment: Document) -> Document:
        """The version with which the unbroken run of the same holder began."""
        self._run_from(segment)
        return self.runs.get(segment["clause"], segment)

    def _run_from(self, segment: Document) -> str | None:
        """The first day of the unbroken run of the same holder in the lineage; where exclusivity is asked about, of the same exclusivity."""
        number = self.store.clause_number(segment["clause"])
        named = ("holder", "holders") if segment["holder"] or segment["holders"] else ("value",)
        alike = (*named, "exclusive") if self.reading.exclusive or self.reading.negated else named
        for lineage in self.reading.lineages:
            rows = self.store.rows(lineage.n, known=self.known)
            if not any(r.clause == number for r in rows):
                continue
            first: Document = {}
            for row in rows:
                doc = {} if row.gap else self.store.document(row, self.known, term=self.reading.term)
                same = bool(doc) and all(doc[k] == segment[k] for k in alike) and (doc["state"] == "no") == (segment["state"] == "no")
                first = (first or doc) if same else {}
                if row.clause == number:
                    break
            if first and first["clause"] != segment["clause"] and not (segment["value"] and segment["value"]["basis"] == "increment"):
                self.runs[segment["clause"]] = first
            return str(first["from"]) if first else None
        return None

    def _yes(self, doc: Document) -> bool | None:
        """Yes, no, or None where the clause does not say."""
        reading = self.reading
        if not doc["clause"] or doc["status"] == "unstated":
            return None
        if self.term.get("answer") == "text" and doc["state"] is None:
            return True if self._asks_whether_any() else None
        no = doc["state"] == "no"
        answer: bool | None
        if reading.exclusive:
            answer = False if no else doc["exclusive"]
            if answer and reading.holder is not None:
                answer = reading.holder in (doc["holder"], *doc["holders"])
        elif reading.denies:
            answer = True if no else False if doc["exclusive"] or doc["state"] == "yes" or (doc["exclusive"] is None and doc["holder"]) else None
            if doc["exclusive"] is False:
                answer = True
        elif reading.holder is not None and (doc["holder"] or doc["holders"]):
            mine = reading.holder in (doc["holder"], *doc["holders"])
            answer = mine and not no
            if answer and doc["state"] == "partly":
                answer = None
            if answer and reading.product and doc["via"] and reading.product != doc["via"] and not self._speaks_of(doc, reading.product):
                answer = None
        else:
            answer = {"no": False, "partly": None}.get(doc["state"] or "", True)
        if reading.amount is not None and answer:
            answer = reading.amount.holds(doc["value"])
        return answer if answer is None or not reading.negated else not answer

    def _asks_whether_any(self) -> bool:
        """``is there …``, ``are there …``: then a clause is a yes."""
        return [t.low for t in self.interpreter.tokens[1:2]] == ["there"] and not self.reading.negated

    def _follow_replacer(self) -> bool:
        """Where the lineage ended because a clause of another lineage of the term took its place, that one goes on with the answer."""
        lineages = {x.n: x for x in self.store.lineages(self.reading.term)}
        found = []
        for lineage in self.reading.lineages:
            for doc in self.store.versions(lineage.n, self.known)[-1:]:
                ended = doc["bounds"]["to"][0]
                if ended is None or self.reading.window is None or parse_day(ended) > self.reading.window[0]:
                    continue
                later = self.store.query("SELECT lineage FROM clause WHERE id = ?", doc["replaced_by"]) if doc["replaced_by"] else []
                found += [lineages[row[0]] for row in later if row[0] in lineages and row[0] != lineage.n]
        if found and self.reading.kind != "state":
            last = [self.store.versions(x.n, self.known)[-1:] for x in self.reading.lineages]
            self.reading.ended = [doc for docs in last for doc in docs]
        if found:
            self.reading.lineages = found
        return bool(found)

    def _weaker(self) -> Document | None:
        """Where a right would imply another, and the record has that other one without exclusivity, the stronger right does not hold."""
        reading = self.reading
        if reading.kind not in ("state", "holder") or reading.subject is None:
            return None
        for (source,) in self.store.query(
            "SELECT source FROM link WHERE target = ? AND field = 'implied_by' ORDER BY source", f"term:{reading.term}"
        ):
            term = str(source).removeprefix("term:")
            other = Reading(reading.kind, term)
            for name in ("subject", "holder", "product", "window", "known", "negated"):
                setattr(other, name, getattr(reading, name))
            other.exclusive = True
            other.lineages = [x for x in self.store.lineages(term, reading.subject) if x.scope is None]
            answer = Answer(self.store, self.interpreter, other, self.today)
            segments = [s for s in answer._segments() if s["exclusive"] is False]
            if segments:
                return answer.made("answered", answer._text(segments), segments)
        return None

    def _speaks_of(self, doc: Document, asked: str) -> bool:
        """True where a name of the asked product is in the clause's text, or holds or is held by a name of its product: AWS and "AWS Bedrock"."""
        names = {
            x: [f" {said.lower()} " for (said,) in self.store.query("SELECT said FROM phrase WHERE kind = 'product' AND target = ?", x)]
            for x in (asked, doc["via"])
        }
        alike = any(n in m for a, b in ((asked, doc["via"]), (doc["via"], asked)) for n in names[a] for m in names[b])
        return alike or any(n.strip() in str(doc["text"]).lower() for n in names[asked])

    # -- nothing recorded -------------------------------------------------------------------------

    def _false_premise(self, segments: list[Document]) -> None:
        """A question that takes a holder for granted whom the record does not have."""
        reading = self.reading
        if reading.kind not in ("start", "end") or reading.holder is None:
            return
        if reading.kind == "start" and reading.negated and not any(t.lemma in english.EXCLUSIVE for t in self.interpreter.tokens):
            self._never_over(segments)
        held = [s for s in segments if s["clause"] and reading.holder in (s["holder"], *s["holders"]) and (s["state"] != "no" or reading.negated)]
        if reading.exclusive:
            held = [s for s in held if s["exclusive"] is not reading.negated]
        if held:
            segments[:] = held
            return
        who = self.store.name("party", reading.holder)
        label = str(self.term.get("label", reading.term))
        others = "; ".join(
            f"{holder_words(self.store, s)} {span_words(s, self.today)}" + (f" ({whose_word(self.store, s)})" if s["status"] != "confirmed" else "")
            for s in segments
            if s["clause"] and s["state"] != "no"
        )
        text = f"The question takes for granted what the record does not have: nothing gives {who} this (“{label}”)." + (
            f" Recorded: {others}." if others else ""
        )
        raise Refusal("no-record", text, terms=[reading.term or ""])

    def _never_over(self, segments: list[Document]) -> None:
        """``since when is it no longer …``. Raises :class:`Refusal` where the record has it still."""
        today = iso(self.today)
        now = [s for s in segments if s["clause"] and (s["bounds"]["from"][0] or "") <= today < (s["bounds"]["to"][1] or "9999")]
        if now and all(s["state"] != "no" for s in now):
            raise self._still(now)

    def _still(self, now: list[Document]) -> Refusal:
        """What is taken for over and is not."""
        still = "; ".join(f"{str(s['text']).rstrip('.')}, {span_words(s, self.today)}" for s in now[:2])
        text = f"The question takes for granted that this is over; the record has it still: {still}."
        return Refusal("no-record", text, terms=[self.reading.term or ""])

    def _did_start(self, segments: list[Document]) -> None:
        """``when did X start``: what did, and not its end."""
        if self.reading.kind != "start" or self.reading.negated or self.reading.denies or self.reading.holder is not None:
            return
        if any(t.low in ("did", "was", "were") for t in self.interpreter.tokens):
            segments[:] = [s for s in segments if s["clause"] and s["state"] != "no"] or segments

    def _vacant_or_unknown(self, segments: list[Document]) -> None:
        """``was the office vacant in 1963``: days of which nothing is recorded do not say. Raises :class:`Refusal` where they could be what is asked for."""
        reading = self.reading
        if reading.kind != "state" or not reading.negated or reading.holder is not None or self.term.get("answer") != "holder":
            return
        missing = next((s for s in segments if not s["clause"]), None)
        if missing is not None and not any(s["yes"] for s in segments if s["clause"]):
            where = gap_words(missing["from"], missing["to"])
            raise Refusal("no-record", f"The record does not decide that: nothing is recorded {where}.", terms=[reading.term or ""])

    def _latest(self, segments: list[Document]) -> list[Document]:
        """Of each lineage, the version that holds or held last."""
        numbers = {d["clause"]: x.n for x in self.reading.lineages for d in self.store.versions(x.n, self.known)}
        last: dict[int, Document] = {}
        for segment in segments:
            if segment["clause"]:
                last[numbers.get(segment["clause"], 0)] = segment
        return list(last.values()) or segments

    def _taken_as_over(self, segments: list[Document]) -> None:
        """``when did A lose X``: the question takes for granted that it is over. Raises :class:`Refusal` where the record has it still."""
        said = self.interpreter.tokens
        if self.reading.kind != "end" or not any(t.low == "did" for t in said) or not any(t.lemma in english.LOSING for t in said):
            return
        today = iso(self.today)
        exclusive = any(t.lemma in english.EXCLUSIVE for t in said)
        held = [s for s in segments if s["clause"] and s["state"] != "no" and not (exclusive and s["exclusive"] is False)]
        now = [s for s in held if (s["bounds"]["from"][0] or "") <= today < (s["bounds"]["to"][1] or "9999")]
        if now:
            raise self._still(now)

    def _of_the_sort(self, segments: list[Document]) -> None:
        """``which chip makers``: only parties of that sort answer. Raises :class:`Refusal` where none does."""
        sort = self.reading.sort
        if not sort:
            return
        subject = self.reading.asks == "subject"
        mine = [s for s in segments if s["clause"] and sort & ({s["subject"]} if subject else {s["holder"], *s["holders"]})]
        if not mine:
            raise Refusal(
                "no-record", f"No such party is recorded for “{self.term.get('label', self.reading.term)}”.", terms=[self.reading.term or ""]
            )
        segments[:] = mine

    def _without_the_excepted(self, segments: list[Document]) -> None:
        """``who besides A``: the others. Raises :class:`Refusal` where nobody else is recorded, or where A has no part in what answers."""
        left = self.reading.excepted
        if not left:
            return
        support = self.interpreter.support()
        lineages = {d["clause"] for x in self.reading.lineages for d in self.store.versions(x.n)}
        concerned = set().union(*(support.parties(c) for c in lineages))
        mine = [s for s in segments if s["clause"] and not left & {s["holder"], *s["holders"]}]
        if self.reading.kind in ("state", "start", "end") and left <= concerned:  # "a cloud other than A": the clause that speaks of A says it
            return
        if not left <= concerned or not mine:
            raise Refusal("no-record", f"Nobody else is recorded for “{self.term.get('label', self.reading.term)}”.", terms=[self.reading.term or ""])
        segments[:] = mine

    # -- text -------------------------------------------------------------------------------------

    def _text(self, segments: list[Document]) -> str:
        if (
            self.reading.kind == "value"
            and any(t.low == "many" for t in self.interpreter.tokens)
            and not any(s["value"] for s in segments if s["clause"])
        ):
            raise Refusal("no-record", f"No number is recorded for “{self.term.get('label', self.reading.term)}”.", terms=[self.reading.term or ""])
        told = Telling(self.store, self.reading, self.term, self.today, self.runs).text(segments, self.checked)
        return on_record(self.reading, told)

    # -- the same term elsewhere ------------------------------------------------------------------

    def _also(self) -> list[Document]:
        """The same term of other subjects in the window, where the question named no subject."""
        reading = self.reading
        named = {m.party for m in self.interpreter.mentions}
        if reading.subject is None or reading.subject in named or reading.scope is not None:
            return []
        start, end = reading.window or (self.today, self.today + 1)
        out: list[Document] = []
        for lineage in self.store.lineages(reading.term):
            if len(out) == _MOST_ALSO:
                break
            if lineage.subject == reading.subject or (reading.holder and lineage.holder and lineage.holder != reading.holder):
                continue
            rows = [r for r in self.store.rows(lineage.n, start, end, self.known) if not r.gap]
            if rows:
                doc = self.store.document(rows[-1], self.known, term=reading.term)
                what = holder_words(self.store, doc) or value_words(doc["value"]) or str(doc["text"])
                by = whose_word(self.store, doc)
                name = self.store.name("party", lineage.subject)
                out.append(
                    {
                        "subject": lineage.subject,
                        "text": f"{name}: {what}, {span_words(doc, self.today)}" + (f" ({by})" if by else ""),
                        "clause": doc["clause"],
                    }
                )
        return out


def _of(party: str, doc: Document) -> bool:
    """True where a party named as a holder is one of the clause's, or the clause has none; of a gap too."""
    return not (doc["holder"] or doc["holders"]) or party in (doc["holder"], *doc["holders"])
