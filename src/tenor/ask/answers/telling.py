"""The text of an answer: one or two sentences that can stand alone, with dates, hedges and whose word each thing is."""

from __future__ import annotations

from tenor.ask.answers.wording import date_words, duration_words, gap_words, holder_words, last_day, sentence, span_words, value_words, whose_word
from tenor.ask.language.english import START_WORDS
from tenor.ask.language.words import as_typed, forms
from tenor.dates import DAWN, FOREVER, Edtf, iso, long_date, parse_day

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from tenor.ask.answers.parts import Parts
    from tenor.ask.reading import Reading
    from tenor.store.read import Store

    Document = dict[str, Any]

_MOST_GROUPS = 6
_MOST_VERSIONS = 12
#: A "what" question with no more clauses than these is answered in their own words.
_MOST_OWN_WORDS = 2


class Telling:
    """Words for the segments of one reading.

    Args:
        store: the open knowledge base.
        reading: what was asked.
        term: the document of the term that was asked about.
        today: decides between present and past.
        runs: for a clause of a *since when* answer, the document with which its holder's unbroken run began.
    """

    def __init__(self, store: Store, reading: Reading, term: Document, today: int, runs: dict[str, Document]) -> None:
        self.store = store
        self.reading = reading
        self.term = term
        self.today = today
        self.runs = runs

    def text(self, segments: list[Document], checked: int) -> str:
        """The whole text; ``checked`` is the day through which the record was checked."""
        held = [s for s in segments if s["clause"] and s.get("role") != "exception"]
        kind = self.reading.kind
        tell = {"end": self._end, "start": self._start, "change": self._change, "value": self._value}.get(kind, self._state)
        words = tell(held)
        for doc in [s for s in segments if s.get("role") == "exception"][:2] if kind in ("holder", "state", "value", "list") else ():
            words += f" {'Exception: ' if held else ''}{str(doc['text']).rstrip('.')}{_in_brackets(whose_word(self.store, doc))}."
        gaps = [gap_words(s["from"], s["to"]) for s in segments if not s["clause"]][:3]
        if gaps:
            words += f" Nothing is recorded {' and '.join(gaps)}."
        if any(s["certainty"] == "as-last-agreed" for s in held):
            words += f" As last agreed: the record was checked through {long_date(checked)}."
        return words.strip()

    # -- one clause -------------------------------------------------------------------------------

    def _over(self, doc: Document) -> bool:
        return bool(doc["to"]) and str(doc["bounds"]["to"][1] or "9999") <= iso(self.today)

    def _plain(self, doc: Document, *, past: bool | None = None) -> str:
        """The clause as a sentence without dates, with its exclusivity."""
        words = sentence(self.store, doc, self.term, past=self._over(doc) if past is None else past)
        if self.reading.kind == "value" and doc["value"] and (said := value_words(doc["value"])) and said not in words:
            words = str(doc["text"]).rstrip(".")  # a sentence without the amount that is asked for
        plain = words.removesuffix(f" ({doc['scope']})")
        if doc["exclusive"] is True and not any(w in plain for w in ("exclusiv", "only", "alone")):
            words += ", exclusively"
        elif doc["exclusive"] is False and "exclusiv" not in plain and doc["state"] != "no":
            words += ", not exclusively"
        return words

    def _when(self, doc: Document) -> str:
        """When the clause holds, and whose word it is, in the order in which a sentence has them."""
        once = doc["value"] and doc["value"]["basis"] == "increment" and not doc["to"]
        by = [whose_word(self.store, doc)]
        if doc["certainty"] == "possible" and not doc["observed"]:
            by.append("possibly, the day is in doubt" if by[0] else "possibly: the day is in doubt")
        if doc["implied_by"]:
            by.append(f"implied by {self.store.name('term', doc['implied_by']).lower()}")
        if doc["ends_when"] and doc["state"] != "no" and not self._over(doc):
            by.append(f"condition: {doc['ends_when'].rstrip('.')}")
        brackets = _in_brackets("; ".join(b for b in by if b))
        if doc["value"] and doc["value"]["period"]:
            return brackets
        return f" ({date_words(doc['from'])}){brackets}" if once else f", {span_words(doc, self.today)}{brackets}"

    def _groups(self, held: list[Document]) -> list[str]:
        """Clauses that say the same in one sentence with the times of each."""
        groups: dict[str, list[str]] = {}
        for doc in held:
            words, when = self._plain(doc), self._when(doc)
            named = f": {doc['scope']}"
            if words.endswith(named):  # the same of several things: what is said once, then the things
                words, when = words.removesuffix(named) + ":", f" {doc['scope']}{when}"
            groups.setdefault(words, []).append(when)
        shown = [words + _listed(whens) for words, whens in groups.items()]
        left = len(shown) - _MOST_GROUPS
        return shown if left <= 0 else [*shown[:_MOST_GROUPS], f"and {left} more"]

    # -- who, what, whether -----------------------------------------------------------------------

    def _state(self, held: list[Document]) -> str:
        if not held:
            return ""
        if self.reading.raw == "state" and self.reading.kind == "state":
            return self._yes_no(held)
        valued = self.term.get("answer") == "amount" and any(s["value"] for s in held)
        if self.reading.kind == "list" and valued and not any(holder_words(self.store, s) for s in held):
            return self._value(held)  # amounts that nobody gives have no names to list
        lead = self._names(held) if self.reading.kind == "list" else ""
        if (lead and self.term.get("answer") == "amount") or (
            self.reading.kind == "holder" and len(held) > _MOST_GROUPS and any(s["value"] for s in held)
        ):
            return lead + upper(self._parts().by_holder(held)) + "."
        if self.reading.raw == "what" and len(held) <= _MOST_OWN_WORDS and not any(s["implied_by"] for s in held):
            return lead + self._own_words(held)
        return lead + upper("; ".join(self._groups(held))) + "."

    def _own_words(self, held: list[Document]) -> str:
        """The clauses' own words; where who holds the right or how much it is comes first, its sentence before them."""
        if self.term.get("answer") == "holder" or self.reading.kind == "value":
            first = upper("; ".join(self._groups(held))) + "."
            own = [str(s["text"]).rstrip(".") for s in held[-1:] if as_typed(s["text"]) - as_typed(first)]
            return first + "".join(f" {text}{_in_brackets(whose_word(self.store, s))}." for text, s in zip(own, held[-1:], strict=False))
        lead = "" if self.reading.attested is None else "Yes: " if self.reading.attested else "No: "
        return lead + upper("; ".join(f"{str(s['text']).rstrip('.')}{self._when(s)}" for s in held)) + "."

    def _yes_no(self, held: list[Document]) -> str:
        window = self.reading.window
        one_day = window is not None and window[1] - window[0] == 1
        if one_day and any(s.get("yes") is True and s["certainty"] == "certain" for s in held):
            mine = [s for s in held if self.reading.negated and self.reading.holder in (s["holder"], *s["holders"])]
            held = [
                s for s in held if s.get("yes") is not False or s["certainty"] != "possible" or s in mine
            ]  # who only may have had it that day did not
            if any(s["certainty"] == "possible" and s.get("yes") is False for s in mine):  # that A did not is in doubt where A may have
                return f"Possibly. {upper('; '.join(self._groups(held)))}."
        said = {s.get("yes") for s in held}
        if len(said) == 1:
            lead = {True: "Yes. ", False: "No. "}.get(
                said.pop() if None not in said else None,  # type: ignore[arg-type]
                "In part. " if any(s["state"] == "partly" for s in held) else "The record does not say yes or no. ",
            )
            other = self.reading.negated and self.reading.holder and not any(self.reading.holder in (s["holder"], *s["holders"]) for s in held)
            if lead == "Yes. " and not other and (possibly := _possibly(held)):  # that it was not A is no less sure where who else it was is in doubt
                lead = f"{possibly}. "
            return lead + upper("; ".join(self._groups(held))) + "."
        mine = [s for s in held if s.get("yes") is True]
        if self.reading.holder is not None and len(held) > _MOST_GROUPS and mine:
            held = mine
        told = [(word, [s for s in held if s.get("yes") is answer]) for answer, word in ((True, "Yes"), (False, "No"), (None, "Not stated"))]
        if mine and self._of_others(held):  # that others had it in that time, too, is no "no"
            told = [("Recorded for that time, too" if word == "No" else word, docs) for word, docs in told]
        doubtful = {"Yes": one_day or self.reading.holder is not None, "No": one_day and any(s["certainty"] == "certain" for s in told[1][1])}
        return " ".join(f"{(doubtful.get(word) and _possibly(docs)) or word}: {'; '.join(self._groups(docs))}." for word, docs in told if docs)

    def _of_others(self, held: list[Document]) -> bool:
        """True where a party is asked about, and all that is a "no" tells who else it was in a part of that time, or may have been."""
        holder = self.reading.holder
        others = [s for s in held if s.get("yes") is False]
        return (
            holder is not None and not self.reading.negated and all(s["state"] != "no" and holder not in (s["holder"], *s["holders"]) for s in others)
        )

    def untold_amounts(self, held: list[Document], told: str) -> str:
        """The amounts that a question is about and that what was told leaves out, each with its own status."""
        values = [(s, s["value"]) for s in held if s["value"] and s["value"]["amount"] is not None]
        shown = dict.fromkeys(
            value_words(v) + (f" ({v['status']})" if v["status"] and v["status"] != s["status"] else "")
            for s, v in values
            if value_words(v) not in told
        )
        return f" Amount on record: {', '.join(shown)}." if shown else ""

    def _names(self, held: list[Document]) -> str:
        """What a list names, each with its status where no confirmed clause has it; empty for a single name."""
        named: dict[str, str] = {}
        for doc in held:
            if doc["state"] != "no" and named.get(self._listed_name(doc)) != "confirmed":
                named[self._listed_name(doc)] = doc["status"]
        names = [name if status == "confirmed" else f"{name} ({status})" for name, status in named.items()]
        return f"{', '.join(names[:-1])} and {names[-1]}. " if len(names) > 1 else ""

    def _listed_name(self, doc: Document) -> str:
        """What a list names: the holder, or the subject where that is asked."""
        if self.reading.asks == "subject":
            return self.store.name("party", doc["subject"])
        return holder_words(self.store, doc) or str(doc["scope"] or doc["label"] or self.store.name("party", doc["subject"]))

    # -- how much ---------------------------------------------------------------------------------

    def _value(self, held: list[Document]) -> str:
        if not any(s["value"] for s in held):
            return f"No amount is recorded. {self._state(held)}"
        if len(held) == 1:
            return self._own_words(held) if self.reading.only else upper("; ".join(self._groups(held))) + "."
        return self._parts().text(held, sums=self.reading.sums)

    def _parts(self) -> Parts:
        from tenor.ask.answers.parts import Parts

        return Parts(self.store, self.term, self.today)

    # -- since when, until when, changes ----------------------------------------------------------

    def _current(self, held: list[Document]) -> list[Document]:
        """For a question over the whole record: what holds today, else what held last, and of one holder or amount in the past all; for a window, all of it."""
        if self.reading.window is not None:
            return held
        if self.reading.past and (self.reading.holder is not None or self.reading.level):
            return _run_ends(held)
        today = iso(self.today)
        now = [s for s in held if (s["bounds"]["from"][0] or "") <= today < (s["bounds"]["to"][1] or "9999")]
        return now or (_run_ends(held) if self.reading.holder is not None or self.reading.kind == "start" else held[-1:])

    def _start(self, held: list[Document]) -> str:
        lines: dict[str, list[str]] = {}
        for doc in self._current(held):
            run = self.runs.get(doc["clause"], doc)
            starts = doc["ends_when"] if doc["ends_when"] and START_WORDS & forms(doc["ends_when"]) else ""  # "five years of use that start in 2027"
            by = _in_brackets("; ".join(filter(None, (whose_word(self.store, run), starts and f"it ends {starts.rstrip('.')}"))))
            if doc["observed"]:
                when = f"first seen {date_words((run['observed'] or doc['observed'])[0])}{by}"
            elif self._over(doc):
                when = f"from {date_words(run['from'])} to {last_day(doc['to'])}{by}"
            else:
                when = f"since {date_words(run['from'])}{self._so_far(run, doc)}{by}" if run["from"] else f"with no date stated{by}"
            if run is not doc:
                when += f"; in this version since {date_words(doc['from'])}{_in_brackets(whose_word(self.store, doc))}"
            lines.setdefault(self._plain(doc), []).append(when)
        return upper("; ".join(f"{words}, {' and '.join(whens)}" for words, whens in lines.items())) + "."

    def _end(self, held: list[Document]) -> str:
        lines = []
        for doc in self._current(held):
            by = whose_word(self.store, doc)
            line = self._ending(doc) + (f"; condition: {doc['ends_when'].rstrip('.')}" if doc["ends_when"] and doc["state"] != "no" else "")
            lines.append(line + _in_brackets(by))
        known = f" As known on {long_date(self.reading.known)}." if self.reading.known is not None else ""
        return upper("; ".join(lines)) + "." + known

    def _ending(self, doc: Document) -> str:
        """One clause with its end: as stated, as it came, or that none is stated."""
        words = sentence(self.store, doc, self.term, past=self._over(doc))
        if doc["status"] == "unstated":
            return f"{words}: no public text says until when"
        if doc["state"] == "no":
            return f"{words}, {span_words(doc, self.today)}"
        stated = self._stated(doc, words)
        if doc["end"] != "replaced":
            return f"{words}{stated}"
        later = self.store.record(doc["replaced_by"]) or {}
        if self.reading.level and later.get("value"):
            return (
                f"{words}, until {last_day(doc['to'])} (last day){self._lasted(doc)}, and {value_words(later['value'])} from {date_words(doc['to'])}"
            )
        if later.get("state") == "no" or (later.get("holder"), later.get("holders")) != (doc["holder"], doc["holders"]):
            return f"{words}, until {last_day(doc['to'])} (last day){self._lasted(doc)}"
        if self.reading.exclusive and doc["exclusive"] and later.get("exclusive") is False:
            return f"{words}, exclusively until {last_day(doc['to'])} (last day) and since then not exclusively"
        return f"{words}{stated}; a new version with the same holder took its place on {date_words(doc['to'])}{self._run_to(doc)}"

    def _stated(self, doc: Document, words: str) -> str:
        if doc.get("stated_through"):
            through = f"through {date_words(doc['stated_through'])}"
            return ("" if through in words else f", {through}") + self._lasted(doc)
        ends = doc.get("stated_to") or (doc["to"] if doc["end"] != "replaced" else None)
        if ends and not doc["bounds"]["to"][1]:
            return f": no end is recorded{self._lasted(doc)}"
        open_end = (
            "no end is recorded" if self.term.get("answer") == "amount" else "no end date is stated"
        )  # of an amount, nobody was asked to state one
        return f", until {last_day(ends)}{self._lasted(doc)}" if ends else f": {open_end}{self._lasted(doc)}"

    def _lasted(self, doc: Document) -> str:
        """Where it was asked how long: the first day of the run as well, and the time between the two days, or between which lengths it lies."""
        if not self.reading.lasting or not doc["from"]:
            return ""
        run = self.runs.get(doc["clause"], doc)
        first, after = run["bounds"]["from"], doc["bounds"]["to"]
        since = f", since {date_words(run['from'])}"
        if not all((*first, *after)) or parse_day(first[0]) <= DAWN or parse_day(after[1]) >= FOREVER:
            return since + self._so_far(run, doc)
        most = duration_words(parse_day(first[0]), parse_day(after[1]))
        if first[0] == first[1] and after[0] == after[1]:
            return f"{since}: {most}"
        least = duration_words(parse_day(first[1]), parse_day(after[0])) if first[1] < after[0] else ""
        return f"{since}: {f'at least {least}, ' if least else ''}at most {most}"

    def _so_far(self, run: Document, doc: Document) -> str:
        """Where it is asked how long: for how long what goes on has done so by today, at the least; of what is a span itself, nothing."""
        first = run["bounds"]["from"]
        span = doc["value"] and doc["value"]["basis"] != "level"
        if (
            not self.reading.lasting
            or self.reading.known is not None
            or doc["bounds"]["to"][1]
            or span
            or not first[1]
            or parse_day(first[1]) >= self.today
        ):
            return ""
        elsewhere = self.reading.window is not None and self.reading.window[1] <= self.today  # "how long was it so before 2020"
        if elsewhere or (self.reading.kind == "end" and self.term.get("answer") not in ("holder", "amount")):
            return ""
        least = "" if Edtf.parse(str(run["from"])).exact else "at least "
        return f": {least}{duration_words(parse_day(first[1]), self.today)} so far"

    def _run_to(self, doc: Document) -> str:
        """How the unbroken run of the same holder went on after the next version, in words."""
        last = doc
        while last["replaced_by"]:
            later = self.store.record(last["replaced_by"])
            if later is None or later["term"] != doc["term"] or later["state"] == "no":
                break
            if (later["holder"], later["holders"]) != (doc["holder"], doc["holders"]):
                break
            last = later
        if last is doc or not last["to"] or last["end"] == "scheduled":
            return ""
        return f", and the holder stayed the same to {last_day(last['to'])}"

    def _change(self, held: list[Document]) -> str:
        told = self._versions(held)
        return told if self.reading.attested is None else f"Yes. {told}" if self.reading.attested else f"No, {told[:1].lower()}{told[1:]}"

    def _versions(self, held: list[Document]) -> str:
        if len(held) < 2:
            window = self.reading.window
            began = bool(held) and window is not None and not held[0]["observed"] and _turns({"bounds": {**held[0]["bounds"], "to": []}}, *window)
            lead = "New in that time: " if began else "Only one version is recorded: " if window is None else "No change is recorded in that time: "
            return lead + self._state(held)
        if self.reading.window is not None and not any(_turns(s, *self.reading.window) for s in held):
            return "No change is recorded in that time: " + self._state(held)
        held = sorted(held, key=lambda s: s["bounds"]["from"][0] or "")
        lines = [
            f"{date_words(s['from'])}: {s['label'] or sentence(self.store, s, self.term, past=False)}{_in_brackets(whose_word(self.store, s))}"
            for s in held[-_MOST_VERSIONS:]
        ]
        earlier = f"the last {_MOST_VERSIONS}: " if len(held) > _MOST_VERSIONS else ""
        return f"{len(held)} versions, the newest since {date_words(held[-1]['from'])}. {earlier}{'; '.join(lines)}."


def _possibly(held: list[Document]) -> str:
    """The word for a yes of which every version is in doubt."""
    return "Possibly" if all(s.get("yes") and s["certainty"] == "possible" and not s["observed"] for s in held) else ""


def _turns(doc: Document, start: int, end: int) -> bool:
    """True where a clause may have begun or ended behind the first day of the window."""
    days = [[parse_day(day) for day in doc["bounds"][side] if day] for side in ("from", "to")]
    return any(span and span[0] < end and span[-1] > start for span in days)


def _listed(whens: list[str]) -> str:
    if whens[0].startswith(" ") and not whens[0].startswith(" ("):
        return ";".join(whens)
    rest = [w.lstrip(", ") for w in whens[1:]]
    return ", ".join((whens[0], *rest[:-1])) + (f" and {rest[-1]}" if rest else "")


def _run_ends(held: list[Document]) -> list[Document]:
    """The last version of each unbroken run."""
    return [doc for n, doc in enumerate(held) if n + 1 == len(held) or held[n + 1]["from"] != doc["to"]]


def upper(words: str) -> str:
    """The words with a capital in front."""
    return words[:1].upper() + words[1:]


def _in_brackets(words: str) -> str:
    return f" ({words})" if words else ""
