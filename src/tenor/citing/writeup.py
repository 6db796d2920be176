"""Resolve the citations of a writeup without pandoc: ``tenor cite --writeup draft.md -o out.md``.

``[@clause-id]`` becomes a footnote or an author-date citation with a bibliography at the end. ``[=clause-id]`` puts in the clause's own words and
``[=clause-id value]`` its value with the date, so that no number is ever typed: "$250 billion (incremental, 2025-10-28)". Code, quotations and other people's
keys stay as they are.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from typing import Any

from tenor.ask.answers.wording import value_words
from tenor.citing.bibliography import source_line
from tenor.citing.material import Material, gather
from tenor.citing.prose import escaped, markdown
from tenor.dates import civil
from tenor.errors import UnknownName, UsageError
from tenor.linting.citations import is_ours
from tenor.linting.writeup import Citation, Insert, Writeup, read
from tenor.queries.show import resolve
from tenor.store.read import Store

Document = dict[str, Any]

#: What ``[=id word]`` can ask for.
INSERTS = ("text", "value", "dates", "status")
_BASIS = {"increment": "incremental", "level": "as of", "ceiling": "ceiling", "total": "total"}


@dataclass(slots=True)
class Resolved:
    """The writeup with its citations resolved, the ids in the order in which they were first cited, and what a reader should be warned of."""

    text: str
    ids: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)


def resolve_writeup(
    store: Store, text: str, *, today: int, on: int | None = None, form: str = "footnotes", style: str | None = None, path: str = ""
) -> Resolved:
    """Resolve one writeup.

    Args:
        store: the open knowledge base.
        text: Markdown.
        today: the day of printing.
        on: the day as of which clauses are cited; that of the head where it has one.
        form: ``footnotes`` or ``author-date``.
        style: a citation style for notes and entries; our own words where it is None.
        path: the name to say in errors.

    Raises:
        UnknownName: a citation has the shape of an id that no record has.
        UsageError: an insertion asks for something else than a clause's text, value, dates or status.
    """
    writeup = read(path, text)
    day = on if on is not None else writeup.date
    work = _Work(store, writeup, today, day, form, style)
    work.refuse_unknown()
    edits = work.insertions() + work.citations()
    out, at = [], 0
    for start, end, words in sorted(edits):
        if start >= at:
            out += [writeup.text[at:start], words]
            at = end
    body = "".join(out) + writeup.text[at:]
    tail = work.tail()
    return Resolved(body.rstrip("\n") + f"\n\n{tail}\n" if tail else body, work.ids, work.warnings)


def refuse_overwriting(source: str, target: str) -> None:
    """Raise :class:`UsageError` where the output would take the place of the input."""
    same = os.path.exists(target) and source != "-" and os.path.exists(source) and os.path.samefile(source, target)
    if same or (source != "-" and os.path.abspath(source) == os.path.abspath(target)):
        raise UsageError("the output would overwrite the writeup", where="-o", hint="name another file")


class _Work:
    def __init__(self, store: Store, writeup: Writeup, today: int, on: int | None, form: str, style: str | None) -> None:
        self.store = store
        self.writeup = writeup
        self.today = today
        self.on = on
        self.form = form
        self.style = style
        self.ids: list[str] = []
        self.warnings: list[str] = []
        self._materials: dict[str, Material] = {}
        self._notes: list[str] = []

    def refuse_unknown(self) -> None:
        """Raise :class:`UnknownName` with every citation that has the shape of an id that no record has, and its place."""
        wrong: list[tuple[str, UnknownName]] = []
        for sentence in self.writeup.sentences:
            cited = [(c.key.rstrip(".,"), c.start) for c in sentence.citations if is_ours(c.key.rstrip(".,"))]
            for key, offset in [*cited, *((i.key, i.start) for i in sentence.inserts)]:
                try:
                    resolve(self.store, key)
                except UnknownName as error:
                    wrong.append((f"{key!r} ({self._where(offset)})", error))
        if len(wrong) > 1:
            raise UnknownName(f"no records named {', '.join(place for place, _ in wrong)}", hint="'tenor lint' says which ids come near")

    # -- what stands in the text --------------------------------------------------------------------

    def insertions(self) -> list[tuple[int, int, str]]:
        return [(i.start, i.end, self._inserted(i)) for sentence in self.writeup.sentences for i in sentence.inserts]

    def _inserted(self, insert: Insert) -> str:
        if insert.what not in INSERTS:
            raise UsageError(
                f"[={insert.key} {insert.what}] asks for {insert.what!r}", where=self._where(insert.start), hint=f"write one of {', '.join(INSERTS)}"
            )
        record_id = self._resolve(insert.key, insert.start)
        doc = self.store.record(record_id) or {}
        if "clause" not in doc:
            raise UsageError(f"{record_id} is no clause, so it has no words to put in", where=self._where(insert.start), hint="cite it with [@id]")
        self._warn(record_id)
        return escaped(inserted(doc, insert.what))

    def citations(self) -> list[tuple[int, int, str]]:
        out: list[tuple[int, int, str]] = []
        text = self.writeup.text
        for sentence in self.writeup.sentences:
            ours = [c for c in sentence.citations if is_ours(c.key.rstrip(".,"))]
            done: set[int] = set()
            for citation in ours:
                if not citation.grouped:
                    out.append((citation.start, citation.end, self._narrated(citation)))
                    continue
                start = text.rfind("[", 0, citation.start + 1)
                end = text.find("]", citation.last) + 1
                group = [c for c in sentence.citations if c.grouped and start < c.start < end]
                if start in done or any(c not in ours for c in group):
                    if start not in done:
                        self.warnings.append(f"{self._where(start)}: left as it is, since it also cites somebody else's key")
                    done.add(start)
                    continue
                done.add(start)
                lead = text[start + 1 : group[0].start].strip()
                before = start
                while self.form == "footnotes" and before > 0 and text[before - 1] in " \n":
                    before -= 1
                out.append((before, end, self._cited(group, lead)))
        return out

    def _cited(self, group: list[Citation], lead: str = "") -> str:
        found = [(self._material(c), c.locator) for c in group]
        if self.form == "footnotes":
            words = " ".join(self._note(m) + (f" ({escaped(locator)})" if locator else "") for m, locator in found)
            self._notes.append(f"{lead[:1].upper()}{lead[1:]}: {words}" if lead else words)
            return f"[^tenor-{len(self._notes)}]"
        short = "; ".join(f"{_label(m)}" + (f", {locator}" if locator else "") for m, locator in found)
        return f"({f'{lead} ' if lead else ''}{escaped(short)})"

    def _narrated(self, citation: Citation) -> str:
        """``@id`` in the running text: the record is named there, and cited behind its name."""
        return (
            f"tenor{self._cited([citation])}"
            if self.form == "footnotes"
            else f"tenor ({_label(self._material(citation)).removeprefix('tenor, ')}"
            + (f", {escaped(citation.locator)})" if citation.locator else ")")
        )

    def _material(self, citation: Citation) -> Material:
        record_id = self._resolve(citation.key.rstrip(".,"), citation.start)
        if record_id not in self._materials:
            self._materials[record_id] = gather(self.store, record_id, self.today, self.on)
        if record_id not in self.ids:
            self.ids.append(record_id)
        self._warn(record_id)
        return self._materials[record_id]

    def _warn(self, record_id: str) -> None:
        for warning in gather(self.store, record_id, self.today, self.on).warnings:
            if warning not in self.warnings:
                self.warnings.append(warning)

    def _resolve(self, key: str, offset: int) -> str:
        try:
            return resolve(self.store, key)
        except UnknownName as error:
            raise UnknownName(error.message, hint=error.hint, where=self._where(offset)) from error

    def _where(self, offset: int) -> str:
        line, column = self.writeup.place(offset)
        return f"{self.writeup.path or '<stdin>'}:{line}:{column}"

    # -- what stands at the end ----------------------------------------------------------------------

    def _note(self, m: Material) -> str:
        return self._styled(m) if self.style else markdown(m)

    def _styled(self, m: Material) -> str:
        from tenor.citing.styles import parts

        first, sources = parts(m, str(self.style), "markdown")
        return f"{first} Sources: {'; '.join(sources)}" if sources else first

    def tail(self) -> str:
        """Footnotes, or the bibliography."""
        if self.form == "footnotes":
            return "\n\n".join(f"[^tenor-{n}]: {note}" for n, note in enumerate(self._notes, 1))
        if not self.ids:
            return ""
        entries = sorted((_label(m), self._styled(m) if self.style else _entry(m)) for m in self._materials.values())
        return "## References\n\n" + "\n\n".join(entry for _, entry in entries)


def _label(m: Material) -> str:
    """``tenor, microsoft-openai/2026-04-27#primary-cloud, 2026``: the id tells apart what one year holds."""
    year = f", {civil(m.issued.hi)[0]}" if m.issued is not None and m.issued.precision in ("day", "month", "year") else ""
    return f"tenor, {m.id}{year}"


def _entry(m: Material) -> str:
    sources = " ".join(f"{escaped(source_line(s))}." for s in m.sources)
    name = f"[`{m.id}`]({m.page})" if m.page else f"`{m.id}`"
    status = f" ({escaped(m.status)})" if m.status else ""
    return f"tenor, {name}: {escaped(m.statement)}{status}. {escaped(m.kb)}, version {m.version}, checked through {m.checked}. {sources}".rstrip()


def inserted(doc: Document, what: str) -> str:
    """A clause's own words, its value with basis and date, its dates, or whose word it is. Nothing but a confirmed clause goes in as plain fact."""
    if what == "value":
        value = doc["value"]
        words = value_words(value)
        if not words:
            raise UsageError(f"{doc['clause']} has no value", where=str(doc["clause"]), hint="put in its text, or cite the clause that has one")
        when = value["as_of"] or doc["from"] or (doc["observed"] or [""])[0]
        basis = "" if value["basis"] in (None, "total") else _BASIS.get(value["basis"], value["basis"])
        day = f"{basis} {when}" if basis == "as of" else ", ".join(p for p in (basis, when) if p)
        weak = value["status"] or ("" if doc["status"] == "confirmed" else doc["status"])
        notes = ", ".join(p for p in (weak, day) if p)
        return f"{words} ({notes})" if notes else words
    if what == "dates":
        return f"{doc['from'] or '..'} to {doc['to'] or '..'}" if doc["to"] else f"since {doc['from']}"
    if what == "status":
        return str(doc["status"])
    text = str(doc["text"]).rstrip(".")
    return text if doc["status"] == "confirmed" else f"{text} ({doc['status']})"


__all__ = ["INSERTS", "Resolved", "inserted", "refuse_overwriting", "resolve_writeup"]
