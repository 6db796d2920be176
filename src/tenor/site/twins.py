"""The files beside the pages: the same record as JSON, CSV, Markdown and citations, from the same queries as the command line."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import tenor
from tenor.citing import joined
from tenor.dates import DAWN, FOREVER, Edtf, iso, long_date
from tenor.queries.clauses import clauses
from tenor.queries.history import history
from tenor.queries.show import show
from tenor.queries.timeline import timeline
from tenor.site.card import Card, card
from tenor.site.citebox import AUTHOR
from tenor.site.data import Document, Site, stamped
from tenor.site.days import announced
from tenor.site.deals import DealPages, cell
from tenor.site.feeds import Entry, atom, calendar
from tenor.site.formats import csv_cell, dumps
from tenor.site.pages import File, address
from tenor.site.records import RecordPages
from tenor.site.svg import picture
from tenor.site.views import Views

_COLUMNS = (
    "clause", "deal", "instrument", "term", "subject", "holder", "via", "scope", "exclusive", "state", "amount", "low", "high", "unit", "hedge", "from", "to",
    "end", "ends_when", "status", "certainty", "known_from", "checked_through", "text", "sources",
)  # fmt: skip


class Twins:
    """Files made from queries."""

    def __init__(self, views: Views, deals: DealPages, records: RecordPages, base_url: str) -> None:
        self.views = views
        self.site = views.site
        self.store = views.site.store
        self.deals = deals
        self.records = records
        self.base_url = base_url
        self.references = cache(self._references)

    def stamped(self, document: Document) -> Document:
        """A document with what every file of the site says."""
        return stamped(self.site, document)

    def own(self, **content: Any) -> Document:
        """A document of the site's own, with the head that all documents have."""
        return self.stamped({"schema": 1, "kb": self.store.kb(), **content})

    def all(self) -> Iterator[Card | File]:
        """Every file but pages."""
        yield from self.of_deals()
        yield from self.of_records()
        yield from self.api()

    # -- deals ------------------------------------------------------------------------------------

    def of_deals(self) -> Iterator[Card | File]:
        """What stands beside deals, deals on a day and comparisons."""
        site = self.site
        home = self.deals.home_lanes()
        yield card("card.png", site, self.views.scale(home), home, site.title, self.views.answer(self.views.lead(home), site.checked)[1])
        for deal, record in site.of("deal").items():
            path = address(deal)
            yield File(f"{path}index.json", dumps(self.stamped(timeline(self.store, [deal], today=site.checked))))
            lanes = site.deal_lanes(deal)
            if not lanes:
                continue
            ids = site.listed.get(deal, [])
            docs = [site.of("clause")[i] for i in ids]
            yield File(f"{path}index.csv", self.csv(docs))
            yield File(f"{path}index.md", self.markdown(record["title"], docs))
            yield from self.refs(path, ids)
            changes = [c for c in site.changes(lanes) if c.day <= site.checked]
            entries = []
            for change in changes:
                names = [site.title_of(v.id) for _, v in (*change.began, *change.ended)]
                text = " ".join(site.told(v.doc) for _, v in change.began) or "Ended: " + "; ".join(names)
                entries.append(
                    Entry(
                        iso(change.day),
                        f"{long_date(change.day)}: {', '.join(dict.fromkeys(names))}",
                        change.day,
                        text,
                        f"{path}on/{iso(change.day)}/",
                    )
                )
                yield File(
                    f"{path}on/{iso(change.day)}/index.json",
                    dumps(self.stamped(clauses(self.store, on=iso(change.day), deal=deal, today=site.checked))),
                )
            yield self.feed(f"{record['title']}: changes", f"{path}feed.atom", path, entries)
            yield File(f"{path}calendar.ics", self.calendar(record["title"], deal))
            groups, _, near, subject = self.deals.lanes_of(deal)
            main = [x for _, g in groups for x in g]
            site.qualify(main, subject)
            yield File(
                f"{path}chart.svg",
                picture(self.views, groups, f"{record['title']}: terms over time", deals=near, base_url=self.base_url, path=path),
            )
            lead = self.views.lead(lanes)
            first = sorted(main, key=lambda x: x is not lead)
            yield card(f"{path}card.png", site, self.views.scale(main), first, record["title"], self.views.answer(lead, site.checked)[1])
            for a, b in self.deals.pairs(deal, changes):
                yield File(f"{path}compare/{iso(a)}..{iso(b)}/index.json", dumps(self.stamped(self.deals.difference(deal, a, b))))
                yield File(f"{path}compare/{iso(a)}..{iso(b)}/index.md", self.deals.markdown(deal, a, b))

    def refs(self, path: str, ids: Iterable[str]) -> Iterator[File]:
        """Citations of some clauses in three formats."""
        for name, form in (("refs.bib", "bibtex"), ("refs.ris", "ris"), ("refs.csl.json", "csl-json")):
            yield File(path + name, self.references(form, tuple(ids)) + "\n")

    def _references(self, form: str, ids: tuple[str, ...]) -> str:
        return joined([{"text": self.views.cited(name, form)} for name in ids], form) if ids else ("[]" if form == "csl-json" else "")

    def feed(self, title: str, path: str, page: str, entries: Iterable[Entry]) -> File:
        """An Atom feed of this site."""
        return File(path, atom(title, path, page, entries, base_url=self.base_url, author=AUTHOR, updated=self.site.checked))

    def calendar(self, title: str, deal: str | None) -> bytes:
        """Instruments as whole days, and ends that are set."""
        site = self.site
        edits: dict[str, int] = {}
        for change in self.records.changes:
            for name in change.ids:
                edits[name] = edits.get(name, 0) + 1
        entries = []
        for name, doc in site.of("instrument").items():
            day = announced(doc)
            if (deal is None or doc["deal"] == deal) and day is not None and day > DAWN and len(doc["announced"] or "") == 10:
                entries.append(
                    Entry(
                        name,
                        f"{site.title_of(doc['deal'])}: {doc['title']}",
                        day,
                        f"{len(doc['clauses'])} clauses. {name}",
                        address(name),
                        edits.get(name, 0),
                    )
                )
        for day, name, doc in _known_ends(site):
            if deal is None or doc["deal"] == deal:
                entries.append(
                    Entry(
                        f"{name}/end",
                        f"Last day: {site.title_of(name)}, {site.party(doc['subject'])}",
                        day,
                        f"{site.told(doc)} {name}",
                        address(name),
                        edits.get(name, 0),
                    )
                )
        return calendar(title, entries, base_url=self.base_url, stamp=site.checked)

    def csv(self, docs: Iterable[Document]) -> str:
        """Clauses as RFC 4180 rows."""
        rows = [",".join(_COLUMNS)]
        for doc in docs:
            value = doc["value"] or {}
            cells = {
                **doc,
                **{k: value.get(k) for k in ("amount", "low", "high", "unit", "hedge")},
                "holder": doc["holder"] or "+".join(doc["holders"]),
                "sources": " ".join(dict.fromkeys(c["source"] for c in doc["citations"])),
            }
            rows.append(",".join(csv_cell(cells.get(name)) for name in _COLUMNS))
        return "\r\n".join(rows) + "\r\n"

    def markdown(self, title: str, docs: Iterable[Document]) -> str:
        """Clauses as a Markdown table."""
        rows = [
            f"# {title}",
            "",
            f"{self.site.title}, version {self.site.meta['version']}. Checked through {long_date(self.site.checked)}. Not legal advice.",
            "",
            "| Term | When | Clause | Status | Name |",
            "| --- | --- | --- | --- | --- |",
        ]
        rows += [
            f"| {cell(self.site.title_of(d['clause']))} | {cell(self.views.when(d))} | {cell(d['text'])} | {d['status']} | `{d['clause']}` |"
            for d in docs
        ]
        return "\n".join(rows) + "\n"

    # -- records ----------------------------------------------------------------------------------

    def of_records(self) -> Iterator[File]:
        """What stands beside the pages of single records."""
        site = self.site
        for name, term in site.of("term").items():
            path = f"terms/{name}/"
            lanes = [x for x in site.lanes if x.term == name]
            document = history(self.store, name, today=site.checked) if lanes else self.own(term=name, subject=None, lineages=[])
            yield File(f"{path}index.json", dumps(self.stamped(document)))
            docs = [v.doc for x in lanes for v in x.versions]
            yield File(f"{path}index.csv", self.csv(docs))
            yield File(f"{path}index.md", self.markdown(str(term["label"]), docs))
            entries = [
                Entry(v.id, f"{site.title_of(v.id)}, {site.party(x.subject)}: {self.views.when(v.doc)}", min(max(v.start, -25_000), site.checked), site.told(v.doc), address(v.id))
                for x in lanes for v in x.versions if v.doc["implied_by"] is None and v.start <= site.checked
            ]  # fmt: skip
            yield self.feed(f"{term['label']}: versions", f"{path}feed.atom", path, entries)
            site.qualify(lanes, None)
            if lanes:
                groups, names = self.records.sides(term, lanes)
                yield File(
                    f"{path}chart.svg",
                    picture(self.views, groups, str(term["label"]), names=names, base_url=self.base_url, path=path),
                )
        for name, doc in site.of("instrument").items():
            path = address(name)
            yield File(f"{path}index.json", dumps(self.stamped(show(self.store, name))))
            yield from self.refs(path, tuple(doc["clauses"]) or (name,))
        for name in site.of("clause"):
            yield File(f"{address(name).replace('#', '')}/index.json", dumps(self.stamped(show(self.store, name))))
        for kind, folder in (
            ("party", "parties"),
            ("source", "sources"),
            ("event", "events"),
            ("dispute", "disputes"),
            ("observation", "observations"),
            ("commentary", "commentary"),
        ):
            for name in site.of(kind):
                yield File(f"{folder}/{name}/index.json", dumps(self.stamped(show(self.store, f"{kind}:{name}"))))

    # -- the whole --------------------------------------------------------------------------------

    def api(self) -> Iterator[File]:
        """The versioned files for programs, and everything at once."""
        site = self.site
        names = {
            "deals": "deal",
            "terms": "term",
            "instruments": "instrument",
            "parties": "party",
            "sources": "source",
            "events": "event",
            "disputes": "dispute",
            "observations": "observation",
            "commentary": "commentary",
        }
        whole: dict[str, Any] = {}
        for plural, kind in names.items():
            whole[plural] = [
                {
                    "id": k if kind in ("deal", "instrument") else f"{kind}:{k}",
                    "page": address(k if kind in ("deal", "instrument") else f"{kind}:{k}"),
                    **{x: y for x, y in d.items() if x != "id"},
                }
                for k, d in site.of(kind).items()
            ]
        whole["clauses"] = list(site.of("clause").values())
        whole["claims"] = list(site.of("claim").values())
        for plural, rows in whole.items():
            yield File(f"api/v1/{plural}.json", dumps(self.own(count=len(rows), **{plural: rows})))
        dates = {d: [iso(c.day) for c in site.changes(site.deal_lanes(d)) if c.day <= site.checked] for d in site.of("deal")}
        yield File("api/v1/change-dates.json", dumps(self.own(deals=dates, page="deals/{deal}/on/{date}/")))
        log = [{"on": c.on.text, "kind": c.kind, "ids": list(c.ids), "why": c.why} for c in self.records.changes]
        yield File("api/v1/log.json", dumps(self.own(count=len(log), changes=log)))
        files = {n: f"api/v1/{n}.json" for n in (*whole, "change-dates", "log")}
        yield File(
            "api/v1/index.json",
            dumps(
                self.own(files=files, database="tenor.db", everything="tenor.json", json_schema="schema.json" if self.schema().is_file() else None)
            ),
        )
        yield File("tenor.json", dumps(self.own(**whole)))
        with open(self.store.path, "rb") as file:
            yield File("tenor.db", file.read())
        yield File("calendar.ics", self.calendar(self.site.title, None))
        entries = [
            Entry(f"{c.on.text}/{n}", f"{c.kind[:1].upper()}{c.kind[1:]}: {', '.join(site.title_of(i) for i in c.ids[:3])}", c.on.lo, c.why, address(c.ids[0]) if c.ids and c.ids[0] in site.names else "log/")
            for n, c in enumerate(self.records.changes)
        ]  # fmt: skip
        yield self.feed(f"{site.title}: changes to the record", "feed.atom", "log/", entries)
        yield File("llms.txt", self.llms())
        if self.schema().is_file():
            yield File("schema.json", dumps(extended(json.loads(self.schema().read_text(encoding="utf-8")))))

    @staticmethod
    def schema() -> Path:
        """The JSON Schema of the program's documents, where it has one."""
        return Path(tenor.__file__).with_name("schema.json")

    def llms(self) -> str:
        """What a language model should read, and how to treat it."""
        site = self.site
        lines = [
            f"# {site.title}", "", f"> Dated, sourced clauses of agreements. Version {site.meta['version']}, checked through {iso(site.checked)}. Not legal advice.", "",
            "Every statement has a clause id such as `deal/2026-04-27#term`; cite it with the day. Only `confirmed` may be said as plain fact: name whose word the rest is.",
            "`to` is the first day on which a clause no longer held. After the day through which the record was checked, terms are as last agreed.", "",
            "## Data", "", "- [Index of files](api/v1/index.json)", "- [All clauses](api/v1/clauses.json)", "- [Change dates](api/v1/change-dates.json): the state of a day is that of the last change on or before it",
            "- [Everything](tenor.json)", "", "## Deals", "",
        ]  # fmt: skip
        lines += [f"- [{d['title']}](deals/{k}/index.md): {d['summary']}" for k, d in site.of("deal").items() if site.deal_lanes(k)]
        lines += ["", "## Terms", "", *(f"- [{t['label']}](terms/{k}/index.md)" for k, t in site.of("term").items())]
        return "\n".join(lines) + "\n"


def extended(schema: Document) -> Document:
    """The JSON Schema of the program's documents, as the site's files have them: stamped, and with the lists that only the site has."""
    parts = {name: dict(part) for name, part in schema["$defs"].items()}
    stamp = {"generated": {"$ref": "#/$defs/day"}, "license": {"type": ["string", "null"]}, "notice": {"type": "string"}}
    head = {"schema": {"const": 1}, "kb": {"$ref": "#/$defs/kb"}, **stamp}
    for name in ("ask", "clauses", "history", "diff", "timeline", "show"):
        parts[name]["properties"] = {**parts[name]["properties"], **stamp}
        parts[name]["required"] = [*parts[name]["required"], *stamp]
    rows = {"type": "array", "items": {"type": "object"}}
    days = {"type": "object", "additionalProperties": {"type": "array", "items": {"$ref": "#/$defs/day"}}}
    texts = {"type": "object", "additionalProperties": {"type": "string"}}
    own: dict[str, tuple[str, Document, Document | bool]] = {
        "records": ("Records of one kind, or of all.", {"count": {"type": "integer"}}, rows),
        "change-dates": ("The days that changed each deal; the state of a day is that of the last one on or before it.", {"deals": days, "page": {"type": "string"}}, False),
        "files": ("What can be fetched.", {"files": texts, "database": {"type": "string"}, "everything": {"type": "string"}, "json_schema": {"type": ["string", "null"]}}, False),
    }  # fmt: skip
    for name, (description, properties, more) in own.items():
        required = [*head, *(x for x in properties if x != "count")]
        parts[name] = {
            "description": description,
            "type": "object",
            "properties": {**head, **properties},
            "required": required,
            "additionalProperties": more,
        }
    names = [p["$ref"].rpartition("/")[2] for p in schema["anyOf"]]
    return {**schema, "anyOf": [{"$ref": f"#/$defs/{name}"} for name in (*names, *own)], "$defs": parts}


def _known_ends(site: Site) -> list[tuple[int, str, Document]]:
    """Ends that are set for a day to come: for the calendar."""
    out = []
    for doc in site.of("clause").values():
        if doc["end"] == "scheduled" and doc["to"] and not doc.get("retracted"):
            edtf = Edtf.parse(doc["to"])
            if edtf.exact and DAWN < edtf.lo < FOREVER:
                out.append((edtf.lo - 1, doc["clause"], doc))
    return sorted(out, key=lambda x: (x[0], x[1]))
