"""One reading of a question, answered: the contract's document."""

from __future__ import annotations

from tenor.ask.answers.ending import comes_to_end, ended_within, leaves_what_it_denies, open_ended
from tenor.ask.answers.gone import asks_who_is_done, no_longer
from tenor.ask.answers.premises import borne_out, fitting
from tenor.ask.answers.telling import Telling
from tenor.ask.answers.two_sided import of_the_two
from tenor.ask.answers.versions import Versions
from tenor.ask.answers.wording import date_words, holder_words, joined, span_words, value_words, whose_word
from tenor.ask.language import english
from tenor.ask.language.words import forms
from tenor.ask.parties.edges import at_edges, somebody_holds
from tenor.ask.reading import Refusal
from tenor.ask.times.levels import at_level, beyond_level, came_to_level, highest_level
from tenor.dates import iso, iso_or_none

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    Document = dict[str, Any]

_KINDS = ("holder", "state", "value", "start", "end", "change", "list", "claim")
#: Of more clauses the own words are not told beside their sentences.
_MOST_CONDITIONS = 2
#: Words, as typed, by which the day is asked on which a thing was told of.
_ANNOUNCED = frozenset("announced announce unveiled unveil".split())
_TOLD = frozenset("reported published disclosed leaked revealed".split())
#: Within how many words such a question says so: "when was it first reported".
_LATEST_TOLD = 5
_MOST_ALSO = 6


class Answer(Versions):
    """Turns one reading into the contract's document."""

    def document(self) -> Document:
        """The answer. Raises :class:`Refusal` where nothing is recorded."""
        if self.reading.published_by is not None:
            from tenor.ask.times.publicly import whether_public

            return whether_public(self)
        if self.interpreter.learned:
            from tenor.ask.times.learned import became_known

            return became_known(self)
        if self.reading.target is not None:
            if self.interpreter.contrast is not None or self.interpreter.asks_entry():
                raise Refusal("not-understood", "The records tell that as a whole: nothing of it can be left out.")
            if self.reading.target[0] == "holdings" and self.reading.raw in ("holder", "list") and asks_who_is_done(self.interpreter):
                raise Refusal("not-understood", "Whoever has it still is recorded there: ask for one right, or one party.")
            from tenor.ask.accounts.records import record_answer

            return record_answer(self)
        if self.reading.relative is not None:
            from tenor.ask.answers.beside import beside_holder

            beside = beside_holder(self)
            if beside is not None:
                return self.made("answered", self.text(beside), beside, self._also())
        if self.reading.raw == "state" and not english.LOSING.isdisjoint(self.interpreter.lemmas()):
            from tenor.ask.answers.ends_with import ends_with

            if (case := ends_with(self)) is not None:
                own = " ".join(dict.fromkeys(f"{str(s['text']).rstrip('.')}." for s in case))
                return self.made("answered", f"{self.text(case)} {own}", case, self._also())
        if self.reading.raw == "state" and (ending := comes_to_end(self)) is not None:
            return self.made("answered", self.text(ending) + open_ended(ending), ending, self._also())
        if self.reading.raw == "end" and self.interpreter.typed and leaves_what_it_denies(self):
            self.reading.kind = self.reading.raw = "start"
        if self.reading.kind == "start" and not _TOLD.isdisjoint([t.low for t in self.interpreter.typed[:_LATEST_TOLD]]):
            from tenor.ask.times.publicly import asks_when_told

            if asks_when_told(self.interpreter.typed):
                raise Refusal("not-understood", "Since when a thing has held is recorded apart from when it was told.")
        if (compared := beyond_level(self) or highest_level(self)) is not None:
            return compared
        at_level(self)
        if (gone := no_longer(self)) is not None:
            return self.made("answered", self.text(gone), gone)
        segments = self.segments()
        if self.reading.raw == "state":
            came_to_level(self, segments)
        if self.reading.raw == "state" and (ended := ended_within(self, segments)) is not None:
            return self.made("answered", self.text(ended), ended, self._also())
        if self.reading.whole is not None and self.reading.kind == "state" and any(s["clause"] for s in segments):
            from tenor.ask.answers.whole import throughout

            throughout(self.store, self.reading, segments, self.yes, self.known, max(self.checked, self.today))
            borne_out(self, segments)
            return self.made("answered", self.text(segments), segments, self._also())
        if not any(s["clause"] for s in segments):
            from tenor.ask.answers import instead

            if instead.follow_replacer(self):
                segments = self.reading.ended + self.segments()
            if not any(s["clause"] for s in segments):
                weaker = instead.weaker(self)
                if weaker is not None:
                    of_the_two(self, weaker["answers"])
                    return weaker
                segments = instead.last_resort(self)
        already = self._held_already(segments) if "first" in self.interpreter.lows() else []
        if somebody_holds(self.term):
            at_edges(self.store, self.reading, str(self.term.get("label")), segments, self.first_of_run)
        if self.reading.place.startswith(("paid", "parts")):
            from tenor.ask.interpreting.portions import of_that_sum

            of_that_sum(self.interpreter, segments)
        if self.reading.place:
            from tenor.ask.parties.ordinal import in_order

            in_order(self.reading, segments, alone=somebody_holds(self.term) and not self.term.get("many"))
        segments = self._of_the_holder(fitting(self, segments))
        parts, told = self._pieces(segments)
        if self.reading.kind == "change":
            from tenor.ask.answers.whole import changed

            segments = self._with_replacers(segments)
            self.reading.attested = changed(self.interpreter, self.reading, segments, self.today, self.checked)
        if self.reading.raw == "end" and self.reading.lasting:
            from tenor.ask.times.lasting import lengths_told

            lengths_told(self, segments)
        if self.reading.raw == "end" and self.reading.window is None and not self.interpreter.moments:
            segments = [s for s in segments if not _followed(s, segments)]
        text = self.text(segments) + told
        if already:
            text += f" Already then: {'; '.join(dict.fromkeys(holder_words(self.store, s) for s in already))}."
        text += self._conditions(segments, text)
        if self.reading.raw == "end" and self.term.get("answer") == "amount":
            from tenor.ask.accounts.summed import in_the_same, spans_beside

            beside = spans_beside(self, [s for s in segments if s["clause"]])
            text, parts = text + in_the_same(self, beside), parts + beside
        asked = (self.reading.asked or self.interpreter).tokens
        if self.reading.raw == "what" and not (asked and asked[0].lemma in english.YES_NO):  # asked what it is, nothing is a yes or a no
            segments = [{key: value for key, value in segment.items() if key != "yes"} for segment in segments]
        if self.reading.attested is not None:
            segments = [{**segment, "yes": self.reading.attested} if segment["clause"] else segment for segment in segments]
        return self.made("answered", text, segments + parts + self._enders(segments), self._also())

    def _of_the_holder(self, segments: list[Document]) -> list[Document]:
        """Of the versions that tell whether A ever had it, those of A: the others say nothing of that. All where A has none."""
        reading = self.reading
        ever = reading.raw == reading.kind == "state" and reading.window is None and not (reading.place or reading.exclusive)
        return [s for s in segments if ever and s["clause"] and reading.holder in (s["holder"], *s["holders"])] or segments

    def _held_already(self, segments: list[Document]) -> list[Document]:
        from tenor.ask.parties.ordinal import held_already

        return held_already(self.reading, segments)

    def _conditions(self, segments: list[Document], text: str) -> str:
        """``on what condition may A do X``, ``at what price a share``: the clause's own words, in which that is, where the sentence of its term has them not."""
        lows = self.interpreter.lows()
        on_condition = lows[:1] in (("on",), ("under",), ("in",)) and lows[1:2] in (("what",), ("which",))
        priced = self.reading.kind == "value" and self._of_a_share()
        if not priced and not (on_condition and lows[2:3] in (("condition",), ("conditions",))):
            return ""
        own = {str(s["text"]).rstrip("."): whose_word(self.store, s) for s in segments if s["clause"]}
        missing = [words + (f" ({by})" if by else "") for words, by in own.items() if words not in text]
        return "".join(f" {words}." for words in missing) if len(own) <= _MOST_CONDITIONS else ""

    def _pieces(self, segments: list[Document]) -> tuple[list[Document], str]:
        """What the versions are made up of, where the question asks for that or speaks of several, and the sentence that tells it."""
        lows = [t.low for t in self.interpreter.tokens]
        if english.SEVERAL.isdisjoint(lows) and english.EACH_STEP.isdisjoint(lows):
            return [], ""
        from tenor.ask.interpreting.pieces import pieces_of

        return pieces_of(self, segments)

    def made(self, status: str, text: str, answers: list[Document], also: list[Document] | None = None) -> Document:
        """The document's own keys, in the contract's order; who was left out of a list is said first."""
        if self.reading.excepted and self.reading.kind in ("holder", "list"):
            text = f"Other than {joined([self.store.name('party', party) for party in sorted(self.reading.excepted)])}: {text}"
        return {"status": status, "read_as": self.read_as(), "text": text, "answers": answers, "also": also or [], "suggestions": []}

    def read_as(self) -> Document:
        """How the question was read."""
        reading = self.reading
        window = reading.window
        return {
            "kind": reading.kind
            if reading.kind in _KINDS
            else "claim"
            if (reading.target or ("",))[0] in ("claim", "dispute", "disagreement")
            else "state",
            "term": reading.term,
            "subject": reading.subject,
            "from": iso_or_none(window[0]) if window else None,
            "to": iso_or_none(window[1]) if window else None,
            "known_at": iso_or_none(reading.known) if reading.known is not None else None,
            "holder": reading.holder,
            "scope": reading.scope,
        }

    def _with_replacers(self, segments: list[Document]) -> list[Document]:
        """For what changed: the one version found, where it is over, with the one of another scope that took its place."""
        told = [s for s in segments if s["clause"]]
        if len(told) != 1 or self.reading.window is not None or not told[0]["replaced_by"]:
            return segments
        number = self.store.clause_number(told[0]["replaced_by"])
        return segments if number is None else [*segments, self.store.clause(number)]

    def _enders(self, segments: list[Document]) -> list[Document]:
        """For until when: the clauses by which what is over came to its end; where a lapse is what the clause is about, its day is told there."""
        about_an_end = not english.ENDING.isdisjoint(forms(self.reading.scope or ""))
        if self.reading.kind != "end" or self.reading.window is not None or about_an_end:
            return []
        told = {s["clause"] for s in segments}
        over = [s for s in segments if s["clause"] and s["bounds"]["to"][1] and s["bounds"]["to"][1] <= iso(self.today)]
        names = dict.fromkeys(s["replaced_by"] or s["ended_by"] for s in over)
        numbers = [self.store.clause_number(name) for name in names if name and name not in told]
        found = [self.store.clause(n) for n in numbers if n is not None]
        return [{**doc, "role": "end"} for doc in found]

    def text(self, segments: list[Document]) -> str:
        """The versions told in sentences. Raises :class:`Refusal` where a number is asked for and none is recorded."""
        if (
            self.reading.kind == "value"
            and any(t.low == "many" for t in self.interpreter.tokens)
            and not any(s["value"] for s in segments if s["clause"])
        ):
            raise Refusal("no-record", f"No number is recorded for “{self.term.get('label', self.reading.term)}”.", terms=[self.reading.term or ""])
        if self.reading.kind == "value" and self.interpreter.percent() and not any(_has_percent(s) for s in segments if s["clause"]):
            raise Refusal(
                "no-record", f"No percentage is recorded for “{self.term.get('label', self.reading.term)}”.", terms=[self.reading.term or ""]
            )
        telling = Telling(self.store, self.reading, self.term, self.today, self.runs)
        told = telling.text(segments, self.checked)
        if self.reading.amount is not None or (self.reading.kind in ("value", "state") and self.interpreter.percent()):
            told += telling.untold_amounts([s for s in segments if s["clause"]], told)
        if self.reading.raw == "start" and not _ANNOUNCED.isdisjoint(self.interpreter.lows()):
            told += self._announced(segments)
        elif self.reading.raw == "start" and "|was} to " in str(
            self.term.get("sentence") or ""
        ):  # since when it is agreed, which its own words tell from when it is done
            own = list(dict.fromkeys(str(s["text"]).rstrip(".") for s in segments if s["clause"]))
            told += "".join(f" {text}." for text in own[:_MOST_CONDITIONS] if text not in told)
        if self.reading.earlier:
            told = f"Nothing of this is recorded as done in that time; recorded before: {told}"
        if not self.reading.place:
            return told
        from tenor.ask.parties.ordinal import on_record

        return on_record(self.reading, told)

    def _of_a_share(self) -> bool:
        from tenor.ask.answers.sized import asks_of_a_share

        return asks_of_a_share([t.text.lower() for t in self.interpreter.typed])

    def _announced(self, segments: list[Document]) -> str:
        """``when was X announced``: the day of the one document that is told of, where that is another than the one from which X holds."""
        told = [s for s in segments if s["clause"]]
        papers = {str(s["instrument"]) for s in told}
        paper = (self.store.record(papers.pop()) or {}) if len(papers) == 1 else {}
        day = paper.get("announced")
        return f" Announced {date_words(day)}." if day and all(s["from"] != day for s in told) else ""

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


def _followed(doc: Document, segments: list[Document]) -> bool:
    """True for a version whose place another took that is told, too: until when it held is of no interest to whoever asks until when the right does."""
    return any(s["clause"] and doc["clause"] in (s["replaces"], *s["also_replaces"]) and s["holder"] == doc["holder"] for s in segments)


def _has_percent(doc: Document) -> bool:
    """True for a clause whose amount or words tell a percentage, or that none is stated."""
    value = doc["value"] or {}
    return str(value.get("unit") or "").startswith("percent") or any(
        "percent" in str(told or "") or "%" in str(told or "") for told in (value.get("text"), doc["label"])
    )
