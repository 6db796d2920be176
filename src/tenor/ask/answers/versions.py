"""The versions of what a reading asks for on its days, each with whether it says yes."""

from __future__ import annotations

from itertools import pairwise

from tenor.ask.answers.wording import only_permits
from tenor.ask.language import english
from tenor.ask.language.roots import amount_key
from tenor.ask.language.words import forms, lemma
from tenor.dates import DAWN, FOREVER, Edtf, parse_period
from tenor.store.read import EVER, unrecorded

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from tenor.ask.interpreting.question import Question
    from tenor.ask.language.words import Token
    from tenor.ask.reading import Reading
    from tenor.store.read import Row, Store

    Document = dict[str, Any]


_PERMITTED = frozenset(map(lemma, ("allow", "let", "permit", "right", "free", "authorize", "entitle", "able", "may")))
#: Verbs of having something in it, as an agreement has its clauses.
CONTAINING = frozenset(map(lemma, "contain carry include have comprise impose".split()))

_ONLY_IF = frozenset(map(lemma, ("only", "alone")))
#: Words, as typed, behind which whatever a clause says is a yes: that something is subject to it, or hangs on it.
_SUBJECT_TO = frozenset((("subject", "to"), ("on", "conditions"), ("upon", "conditions"), ("to", "conditions")))


class Versions:
    """What one reading of a question finds in the record."""

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

    def segments(self) -> list[Document]:
        """One document a version and lineage that touches the window, with gaps between versions of one-holder terms."""
        start, end = self.reading.window or (DAWN, FOREVER)
        out: list[Document] = []
        several = 0
        for lineage in self.reading.lineages:
            rows = self.store.rows(lineage.n, start, end, self.known)
            held = [r for r in rows if not r.gap]
            if not held:
                continue
            several += 1
            done: set[int] = set()
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
                        and self.reading.kind != "change"  # what changed is told of all versions of what the words lead to
                        and (self.reading.kind != "end" or self.reading.level or self.term.get("many"))
                        and self.store.clause(row.clause)["clause"] not in self.reading.only
                    ):
                        continue
                    out.append(self._segment(row, [r for r in held if r.clause == row.clause]))
        if several > 1:  # a gap of one lineage is none of the others'
            out = [s for s in out if s["clause"]]
        if self.reading.holder is not None and self.reading.kind in ("value", "list", "holder"):
            out = [s for s in out if _of(self.reading.holder, s)]
        elif self.reading.holder is not None and self.reading.kind == "state" and self.term.get("answer") == "yes-no":
            out = [s for s in out if s["state"] != "no" or _of(self.reading.holder, s)]  # what one party has not, says nothing of another
        for segment in out:
            if self.reading.kind == "state":
                segment["yes"] = self.yes(segment)
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

    def first_of_run(self, segment: Document) -> Document:
        """The version with which the unbroken run of the same holder began."""
        self._run_from(segment)
        return self.runs.get(segment["clause"], segment)

    def _run_from(self, segment: Document) -> str | None:
        """The first day of the unbroken run of the same holder in the lineage; where exclusivity is asked about, of the same exclusivity."""
        number = self.store.clause_number(segment["clause"])
        named = ("holder", "holders") if segment["holder"] or segment["holders"] else ("value",)
        named = ("value", *named) if self.reading.level else named
        alike = (*named, "exclusive") if self.reading.exclusive or self.reading.negated else named
        for lineage in self.reading.lineages:
            rows = self.store.rows(lineage.n, known=self.known)
            if not any(r.clause == number for r in rows):
                continue
            first: Document = {}
            for row in rows:
                if row.gap and first.get("observed"):  # between two sightings nobody says that it was not so
                    continue
                doc = {} if row.gap else self.store.document(row, self.known, term=self.reading.term)
                same = bool(doc) and all(doc[k] == segment[k] for k in alike) and (doc["state"] or "yes") == (segment["state"] or "yes")
                first = (first or doc) if same else {}
                if row.clause == number:
                    break
            if segment["value"] and (segment["part_of"] or segment["value"]["basis"] == "increment"):  # it came on its own day
                return str(segment["from"]) if segment["from"] else None
            if first and first["clause"] != segment["clause"]:
                self.runs[segment["clause"]] = first
            return str(first["from"]) if first else None
        return None

    def yes(self, doc: Document) -> bool | None:
        """Yes, no, or None where the clause does not say."""
        reading = self.reading
        if not doc["clause"] or doc["status"] == "unstated":
            return None
        if self.term.get("answer") == "text" and doc["state"] is None:
            if self._asks_whether_any() or self._contains(doc):
                return True
            return self._told(doc)
        no = doc["state"] == "no"
        answer: bool | None
        if reading.exclusive:
            answer = doc["exclusive"] if not no else None if self.term.get("answer") == "amount" else False  # of what is not given, not to whom alone
            if answer and reading.holder is not None:
                answer = reading.holder in (doc["holder"], *doc["holders"])
        elif reading.denies:
            answer = True if no else False if doc["exclusive"] or doc["state"] == "yes" or (doc["exclusive"] is None and doc["holder"]) else None
            if doc["exclusive"] is False:
                answer = True
        elif reading.holder is not None and (doc["holder"] or doc["holders"]):
            mine = reading.holder in (doc["holder"], *doc["holders"])
            if not mine and not no and self.term.get("answer") == "amount" and self.term.get("many"):
                return None  # that there is a sum between two says nothing of another two
            if not mine and not no and doc["exclusive"] is False and self.term.get("many"):
                return None  # that somebody has it with others says nothing of one of those
            if not mine and doc["label"] and self._called(reading.holder, str(doc["label"])):
                return None  # "A, verified by B": B has a part in it
            if not mine and no and "{holder}" in str(self.term.get("negative") or ""):
                return None  # that one does not have it says nothing of another
            answer = mine and not no
            if answer and doc["state"] == "partly":
                answer = None
            if answer and reading.product and doc["via"] and reading.product != doc["via"] and not self._speaks_of(doc, reading.product):
                answer = None
        else:
            answer = {"no": False, "partly": None}.get(doc["state"] or "", True)
        if answer and only_permits(str(doc["text"]), str(self.term.get("sentence") or "")) and not self._asks_whether_it_may():
            answer = None
        if reading.amount is not None and answer:
            answer = reading.amount.holds(doc["value"])
            if answer is False and doc["value"] and self._among_the_asked(doc["value"]):
                answer = None
            if answer and doc["value"] and doc["value"]["text"] and doc["value"]["amount"] is not None:
                answer = None  # an amount that words narrow down is not plainly so
            if answer and reading.window is not None and doc["observed"] and parse_period(doc["observed"][0])[0] >= reading.window[1]:
                answer = None  # what was seen later says nothing of how much it was then
        if no and answer is False and self._asks_whether_any() and self.term.get("many") and not (self.interpreter.mentions or reading.only):
            return None  # that there is none between two says nothing of any others
        if answer and not reading.exclusive and self._asks_whether_alone(doc):
            return None
        lacking = not reading.exclusive and self._named_by_its_lack()
        return answer if answer is None or reading.negated == lacking else not answer

    def _named_by_its_lack(self) -> bool:
        """``was it non-binding``, of a term that is called by "binding", too: a yes to the one is a no to the other."""
        names, said = {str(name) for name in self.term.get("names", ())}, self.interpreter.tokens
        called = [
            " ".join(t.low for t in said[m.start : m.end]) for m in self.interpreter.matches if m.kind == "term" and m.target == self.reading.term
        ]
        lacking = [name.removeprefix("non").strip() for name in called if name.startswith("non")]
        return bool(lacking) and names.issuperset(lacking) and not str(self.term.get("label", "")).lower().startswith("non")

    def _among_the_asked(self, value: Document) -> bool:
        """``does it go from 1,000 to 5,000``: an amount that is one of several in the question is no "no" to another of them."""
        asked = self.interpreter.support().amounts.values()
        return len(set(asked)) > 1 and value["amount"] is not None and amount_key(value["amount"]) in asked

    def _asks_whether_alone(self, doc: Document) -> bool:
        """``is A B's only customer``: True where the clause is not exclusive, and neither it nor its term says "only"."""
        beside = any(t.lemma in english.EXCLUSIVE for t in self.interpreter.typed[1:])
        named = forms(f"{self.term.get('label')} {self.term.get('sentence')} {doc['label'] or ''} {doc['scope'] or ''}")
        own = forms(str(doc["text"])) - _ONLY_IF  # "only if", "alone" say of what else than who
        return beside and not doc["exclusive"] and english.EXCLUSIVE.isdisjoint(named | own)

    def _told(self, doc: Document) -> bool | None:
        """Whether the text of a clause says what is asked, or denies or forbids it; of "is it true that A can not do it", whether it denies that A can."""
        from tenor.ask.answers.stated import stated

        typed = [t for t in self.interpreter.typed if not (self.reading.negated and t.low == "not")]
        if self.reading.negated and len(typed) + 1 != len(self.interpreter.typed):
            return None
        said = stated(self.interpreter, str(self.term.get("label") or ""), doc, typed)
        said = self._forbidden(doc, typed) if said is None else said
        return not said if self.reading.negated and said is not None else said

    def _forbidden(self, doc: Document, typed: list[Token]) -> bool | None:
        """False for "only new ones" where old ones are asked about, and for ``may A do X`` where the clause says "A may not do X", or lets nobody do it: then A does not.

        True where an exception to it is asked about, and nothing else; None for anything else.
        """
        if not typed or not self.interpreter.affirmative():
            return None
        from tenor.ask.accounts.phrased import statement
        from tenor.ask.answers.permission import forbids, leaves_out, permits

        start, text, scope = statement(typed), str(doc["text"]), str(doc["scope"] or "")
        let = typed[0].lemma == "do" and any(t.lemma in english.LETTING for t in typed)
        may = typed[0].low in english.POSSIBLE or let or any(t.low in english.POSSIBLE for t in typed[start:] if start)
        if leaves_out(text, typed):
            return False
        does = typed[0].low in ("do", "does")
        said = typed[start:] if may else [t for i, t in enumerate(typed) if i not in self.interpreter.mentioned()]
        if typed[0].low in english.POSSIBLE and permits(text, scope, [t for i, t in enumerate(typed) if i not in self.interpreter.mentioned()]):
            return True
        return False if (may or does) and forbids(text, scope, said, may=may) else None

    def _asks_whether_it_may(self) -> bool:
        """``may A offer X``, ``is A allowed to offer X``: what is permitted is asked, and not what is so."""
        typed = self.interpreter.typed
        return bool(typed) and (typed[0].low in english.POSSIBLE or any(t.lemma in _PERMITTED for t in typed))

    def _asks_whether_any(self) -> bool:
        """``is there …``, ``was it subject to …``, ``was it conditional``, ``did it hang on conditions``: then a clause is a yes."""
        lows = [t.low for t in self.interpreter.tokens]
        if lemma("be") in self.interpreter.lemmas() and not {"conditional", "conditioned"}.isdisjoint(lows):
            return not self.reading.negated
        there = next((lows[i + 1 : i + 2] == ["there"] for i, t in enumerate(self.interpreter.tokens) if t.lemma == "be"), False)
        return (there or not _SUBJECT_TO.isdisjoint(pairwise(lows))) and not self.reading.negated

    def _contains(self, doc: Document) -> bool:
        """``does the agreement contain X``: a yes where the clause says all of it in its own words."""
        question = self.interpreter
        lows = [t.low for t in question.typed]
        if lows[:1] not in (["does"], ["did"], ["do"]) or CONTAINING.isdisjoint([t.lemma for t in question.typed]):
            return False
        if self.reading.negated or not question.affirmative() or len(question.typed) != len(question.tokens):
            return False
        from tenor.ask.answers.beyond import denied, own_words
        from tenor.ask.language.roots import root, text_keys

        own = text_keys(f"{own_words(doc)} {self.term.get('label')}")
        aside = question.mentioned() | question.timed()
        said = [t for i, t in enumerate(question.typed) if i in question.content() and i not in aside and t.lemma not in CONTAINING]
        keys = [root(t.lemma) for t in said if t.lemma not in english.YES_NO]
        return bool(keys) and all(key in own and denied(doc, key) is None for key in keys)

    def _called(self, party: str, text: str) -> bool:
        """True where a text names a party by one of its names."""
        return party in self.interpreter.lexicon.parties_in(text)

    def _speaks_of(self, doc: Document, asked: str) -> bool:
        """True where a name of the asked product is in the clause's text, or holds or is held by a name of its product: AWS and "AWS Bedrock"."""
        names = {
            x: [f" {said.lower()} " for (said,) in self.store.query("SELECT said FROM phrase WHERE kind = 'product' AND target = ?", x)]
            for x in (asked, doc["via"])
        }
        alike = any(n in m for a, b in ((asked, doc["via"]), (doc["via"], asked)) for n in names[a] for m in names[b])
        return alike or any(n.strip() in str(doc["text"]).lower() for n in names[asked])


def _of(party: str, doc: Document) -> bool:
    """True where a party named as a holder is one of the clause's, or the clause has none; of a gap too."""
    return not (doc["holder"] or doc["holders"]) or party in (doc["holder"], *doc["holders"])
