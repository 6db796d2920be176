"""Pages of single records: terms, instruments with their clauses, clauses, parties and sources."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from tenor.ask.answers.wording import date_words, value_words
from tenor.dates import DAWN, iso, long_date
from tenor.model import Change
from tenor.site.articles import READ, TIERS, Articles
from tenor.site.chart import drawing
from tenor.site.citebox import cite, cite_metas
from tenor.site.data import Document, Lane
from tenor.site.days import announced, short_day
from tenor.site.pages import Page, address, ld, unique

#: How many versions of a term its page tells in full; the files have all.
_TOLD = 36

_BINDING = {"yes": "yes", "no": "no", None: "not stated"}
_PUBLIC = {"full": "published in full", "summary": "published in summary", "none": "not public", "": "not stated", None: "not stated"}


class RecordPages:
    """One page a record."""

    def __init__(self, articles: Articles, base_url: str, changes: Sequence[Change]) -> None:
        self.articles = articles
        self.views = articles.views
        self.site = articles.site
        self.base_url = base_url
        self.changes = changes

    def all(self) -> Iterator[Page]:
        """Every record's page."""
        site = self.site
        for name in site.of("term"):
            yield self.term(name)
        for name in site.of("instrument"):
            yield self.instrument(name)
        for name in site.of("clause"):
            yield self.single(name)
        for name in site.of("party"):
            yield self.party(name)
        for name in site.of("source"):
            yield self.source(name)

    def term(self, name: str) -> Page:
        """A term: its lanes tall, each version as a dated paragraph, all companies side by side."""
        site, views = self.site, self.views
        term = site.of("term")[name]
        lanes = sorted((x for x in site.lanes if x.term == name), key=lambda x: (x.subject != site.focus, x.subject, -x.score, x.n))
        path = f"terms/{name}/"
        subject = lanes[0].subject if lanes else None
        data: dict[str, Any] = {"term": term, "names": term["names"], "lanes": [], "now": [], "brief": sum(len(x.versions) for x in lanes) > 24}
        if lanes:
            site.qualify(lanes, None)
            sources = 0 if data["brief"] else 2  # a long page leaves the sources to the clauses' own
            groups, names = self.sides(term, lanes)
            data["chart"] = {**views.chart(groups, [], [], site.checked, of=str(term["label"]), names=names), "deal": ""}
            hues = site.page_hues(lanes)
            for lane in lanes:
                rows = []
                for version in lane.versions[: max(0, _TOLD - sum(len(x["rows"]) for x in data["lanes"]))]:
                    doc = version.doc
                    rows.append(
                        {
                            "doc": doc, "when": views.when(doc), "clause": version.id, "hue": hues.get(doc["holder"] or "", "h0"),
                            "classes": drawing(doc["end"], doc["status"], doc["certainty"], doc["exclusive"], doc["state"]),
                            "sources": [self.articles.cited(c) for c in doc["citations"][:sources]], "implied": doc["implied_by"], "implied_by": site.term(doc["implied_by"])["label"] if doc["implied_by"] else "",
                            "instrument": site.title_of(doc["instrument"]), "id": views.anchor(version.id, lane.term, None), "opinion": doc["status"] == "opinion",
                        }
                    )  # fmt: skip
                data["lanes"].append(
                    {
                        "title": lane.qualifier or site.party(lane.subject),
                        "subject": site.party(lane.subject),
                        "rows": rows,
                        "n": lane.n,
                    }
                )
                for version in lane.versions:
                    if version.holds(site.checked) and version.doc["implied_by"] is None:
                        doc = version.doc
                        data["now"].append(
                            {
                                "subject": site.party(lane.subject), "holder": views.holder(doc) or "–", "value": value_words(doc["value"]) or {True: "exclusive", False: "not exclusive", None: doc["state"] or ""}[doc["exclusive"]],
                                "scope": doc["scope"] or "", "end": "no end stated" if not doc["to"] else views.span_cell(doc)[1], "condition": doc["ends_when"] or "",
                                "status": doc["status"], "clause": doc["clause"], "start": views.span_cell(doc)[0],
                            }
                        )  # fmt: skip
        data["left"] = sum(len(x.versions) for x in lanes) - sum(len(x["rows"]) for x in data["lanes"])
        data["columns"] = {name: any(row[name] for row in data["now"]) for name in ("value", "scope", "condition")}
        label = str(term["label"])
        data["see"] = [(str(site.term(t)["label"]), f"terms/{t}/") for t in term["see_also"]]
        data["questions"] = [q["ask"] for q in term["questions"]]
        data["cite"] = cite(
            site,
            f"{label}, by date",
            path,
            site.checked,
            sentence=f"{label}: {len(data['now'])} clauses in force",
            name=f"term:{name}",
            command=f"tenor history {name}",
            base_url=self.base_url,
            key=name,
        )
        described = f"{label}: every dated clause, with its source. {str(term['body']).split('. ')[0]}"
        return Page(
            path, "pages/term.html", label, described[:300], section="terms", data=data, metas=cite_metas(site, label, path, self.base_url),
            twins=[("JSON", f"{path}index.json"), ("CSV", f"{path}index.csv"), ("Markdown", f"{path}index.md"), ("Atom", f"{path}feed.atom"), ("SVG", f"{path}chart.svg")],
            alternates=[("application/json", f"{path}index.json"), ("application/atom+xml", f"{path}feed.atom")],
            jsonld=ld({"@type": "DefinedTerm", "name": label, "alternateName": term["names"], "description": str(term["body"]).strip(), "inDefinedTermSet": site.title, **({"about": site.party(subject)} if subject else {})}),
        )  # fmt: skip

    def _nature(self, text: Document) -> str:
        """What kind of text an instrument is: whether it is signed, effective, binding and public."""
        days = [f"{word} {date_words(text[word])}" for word in ("announced", "signed", "effective") if text[word]]
        return "; ".join([text["kind"], *days, f"binding: {_BINDING[text['binding']]}", f"text: {_PUBLIC[text['text_public']]}"])

    def sides(self, term: Document, lanes: Sequence[Lane]) -> tuple[list[tuple[str, list[Lane]]], dict[int, str]]:
        """The lanes of a term by subject, or all together where each subject has one; and what tells each from the others beside it."""
        by: dict[str, list[Lane]] = {}
        for lane in lanes:
            by.setdefault(self.site.party(lane.subject), []).append(lane)
        if len(by) == len(lanes):
            head = str(term["subject_is"] or "Subject")
            return [(head[:1].upper() + head[1:], list(lanes))], {lane.n: self.site.party(lane.subject) for lane in lanes}
        names = {}
        for lane in lanes:
            holders = " and ".join(self.site.party(h) for h in lane.holder.split("+")) if lane.holder else ""
            names[lane.n] = ", ".join(p for p in (holders, lane.scope) if p) or str(term["label"])
        return list(by.items()), names

    def instrument(self, name: str) -> Page:
        """An instrument: what it is, what it set, replaced, ended and restated, and each clause as an article of its own."""
        site = self.site
        doc = site.of("instrument")[name]
        path = address(name)
        deal = doc["deal"]
        shown = (
            4 if len(doc["clauses"]) <= 8 else 2 if len(doc["clauses"]) <= 14 else 1
        )  # a long page names fewer sources; the clause's own names all
        clauses = [self.articles.clause(site.of("clause")[c], deal, shown) for c in doc["clauses"]]
        replaced = [
            (self.articles.named(c), address(c), site.title_of(later["clause"]) if site.title_of(later["clause"]) != site.title_of(c) else "")
            for later in (site.of("clause")[c] for c in doc["clauses"]) for c in (later["replaces"], *later["also_replaces"]) if c
        ]  # fmt: skip
        days = [("Announced", doc["announced"]), ("Signed", doc["signed"]), ("Effective", doc["effective"]), ("Published", doc["published"])]
        facts = [("Kind", doc["kind"]), ("Parties", ", ".join(site.party(p) for p in doc["parties"])), *((k, date_words(v)) for k, v in days if v)]
        facts.append(("Binding", _BINDING[doc["binding"]]))
        facts.append(("Text", _PUBLIC[doc["text_public"]]))
        day = announced(doc)
        around = []
        if day is not None:
            changes = [c.day for c in site.changes(site.deal_lanes(deal)) if c.day <= site.checked]
            before = [d for d in changes if d < day]
            if before:
                around.append((f"The state before, as of {long_date(before[-1])}", f"{address(deal)}on/{iso(before[-1])}/"))
            after = [d for d in changes if d >= day]
            if after:
                around.append((f"The state after, as of {long_date(after[0])}", f"{address(deal)}on/{iso(after[0])}/"))
            if before and after and f"{iso(before[-1])}..{iso(after[0])}":
                around.append(("What it changed", f"{address(deal)}compare/{iso(before[-1])}..{iso(after[0])}/"))
        title = str(doc["title"])
        when = date_words(doc["announced"]) or "no date"
        changed_by = [(site.title_of(s), address(s)) for s, field in site.links.get(name, ()) if field == "amends"]
        data = {
            "deal": site.title_of(deal), "deal_address": address(deal), "when": when, "facts": facts, "clauses": clauses, "replaced": replaced,
            "restates": [(site.title_of(r["clause"]), address(r["clause"])) for r in doc["restates"]],
            "amends": [(site.title_of(a), address(a)) for a in doc["amends"]], "changed_by": changed_by, "around": around, "body": doc["body"],
            "sources": [self.articles.source_line(s) for s in doc["sources"] if s in site.of("source")],
            "asides": [(self.articles.named(s), address(s)) for s in unique(self.articles.asides.get(name, ()))],
            "cite": cite(site, f"{title} ({when})", path, site.checked, sentence=f"{title}, {when}", name=name, command=f"tenor show {name}", base_url=self.base_url, key=name)[:7],
        }  # fmt: skip
        described = f"{title}, {when}: {len(clauses)} dated clauses with their sources."
        return Page(
            path, "pages/instrument.html", title, described, section="deals", data=data,
            metas=[*cite_metas(site, f"{title} ({when})", path, self.base_url)],
            twins=[("JSON", f"{path}index.json"), ("BibTeX", f"{path}refs.bib"), ("RIS", f"{path}refs.ris"), ("CSL-JSON", f"{path}refs.csl.json")],
            alternates=[("application/json", f"{path}index.json"), ("application/x-bibtex", f"{path}refs.bib")], image=f"{address(deal)}card.png",
            jsonld=ld({"@graph": [
                {"@type": "CreativeWork", "@id": f"#{c['id']}", "name": c["label"], "text": site.told(site.of("clause")[c["clause"]]), "temporalCoverage": f"{site.of('clause')[c['clause']]['from']}/{site.of('clause')[c['clause']]['to'] or '..'}",
                 "isPartOf": {"@type": "CreativeWork", "name": title}, "creditText": f"{site.title}, {c['clause']}",
                 "citation": [s["url"] or s["title"] for s in c["sources"]]}
                for c in clauses[:40]
            ]}) if clauses else "",
        )  # fmt: skip

    def single(self, name: str) -> Page:
        """A clause by itself: with all sources, a sentence to quote, every form of citation, its lineage and the edits to its record."""
        site, views = self.site, self.views
        doc = site.of("clause")[name]
        data = self.articles.clause(doc, doc["deal"])
        path = str(data["page"])
        title = f"{site.title_of(name)}, {site.party(doc['subject'])}"
        forms = (
            ("Sentence", "text"),
            ("Markdown", "markdown"),
            ("BibTeX", "bibtex"),
            ("BibLaTeX", "biblatex"),
            ("RIS", "ris"),
            ("CSL-JSON", "csl-json"),
            ("Wikipedia", "wikipedia"),
        )
        box = [{"name": label, "pre": form != "text", "text": views.cited(name, form).strip()} for label, form in forms]
        by_style = cite(site, f"{title}: {views.when(doc)}", path, site.checked, sentence="", name=name, command="", base_url=self.base_url, key=name)
        box[1:1] = [row for row in by_style if row["name"] in ("APA", "Chicago")]
        if self.base_url:
            frame = f'<iframe src="{self.base_url}{data["embed"]}" width="720" height="220" title="{title}"></iframe>'
            box.append({"name": "To embed", "pre": True, "text": frame})
        box += [{"name": "Name", "pre": True, "text": name}, {"name": "Terminal", "pre": True, "text": f"tenor show {name}"}]
        lane = site.lane_of.get(name)
        text = site.of("instrument").get(doc["instrument"], {})
        data["instrument"] = self._nature(text) if text else ""
        versions = [
            {
                "label": short_day(v.doc["from"], DAWN), "other": f"follows from {site.term(v.doc['implied_by'])['label']}" if v.doc["implied_by"] else "", "text": v.doc["text"], "status": v.doc["status"], "when": views.when(v.doc), "clause": v.id, "hue": site.hues.get(v.doc["holder"] or "", "h0"),
                "classes": drawing(v.doc["end"], v.doc["status"], v.doc["certainty"], v.doc["exclusive"], v.doc["state"]),
            }
            for v in (lane.versions if lane else [])
        ]  # fmt: skip
        edits = [(date_words(c.on.text), c.kind, c.why) for c in self.changes if name in c.ids]
        deal, instrument = doc["deal"], doc["instrument"]
        shown = {"deal": site.title_of(deal), "deal_address": address(deal), "instrument": site.title_of(instrument), "instrument_address": address(instrument), "clause": data, "versions": versions, "edits": edits, "cite": box}  # fmt: skip
        return Page(
            path, "pages/clause.html", title, site.told(doc)[:300], section="deals", data=shown, metas=cite_metas(site, f"{title}: {views.when(doc)}", path, self.base_url),
            twins=[("JSON", f"{path}index.json")], alternates=[("application/json", f"{path}index.json")], image=f"{address(deal)}card.png",
            jsonld=ld({"@type": "CreativeWork", "name": title, "text": site.told(doc), "temporalCoverage": f"{doc['from']}/{doc['to'] or '..'}", "identifier": name, "isPartOf": {"@type": "CreativeWork", "name": site.title_of(instrument)}, "creditText": f"{site.title}, {name}", "citation": [c["url"] or c["title"] for c in doc["citations"]]}),
        )  # fmt: skip

    def party(self, name: str) -> Page:
        """A party: what it holds, owes and is owed, then by date."""
        site, views = self.site, self.views
        doc = site.of("party")[name]
        path = f"parties/{name}/"
        holding, bound = f"What {doc['name']} holds", f"What {doc['name']} owes, or others hold of it"
        now: dict[str, list[dict[str, Any]]] = {holding: [], bound: []}
        by_date = []
        for lane in site.lanes:
            for version in lane.versions:
                c = version.doc
                if c["implied_by"] is not None:
                    continue
                holds = name in ([c["holder"]] if c["holder"] else c["holders"])
                if not holds and c["subject"] != name:
                    continue
                row = {"label": site.title_of(version.id), "text": c["text"], "clause": version.id, "status": c["status"], "when": views.when(c), "start": version.start,
                       "hue": site.hues.get(c["holder"] or "", "h0"), "classes": drawing(c["end"], c["status"], c["certainty"], c["exclusive"], c["state"]), "score": lane.score,
                       "other": (site.party(c["subject"]) if c["subject"] != name else "") if holds else views.holder(c)}  # fmt: skip
                by_date.append(row)
                if version.holds(site.checked) and c["state"] != "no":
                    now[holding if holds else bound].append(row)
        for rows in now.values():
            rows.sort(key=lambda r: (-r["score"], r["clause"]))
        by_date.sort(key=lambda r: (r["start"], r["clause"]))
        deals = [(d["title"], address(k)) for k, d in sorted(site.of("deal").items()) if name in d["parties"]]
        told = [
            (site.title_of(f"event:{k}"), f"events/{k}/", date_words(e["date"]))
            for k, e in sorted(site.of("event").items(), key=lambda x: x[1]["date"])
            if name in e["parties"]
        ]
        facts = [("Full name", doc["full_name"]), ("Kind", doc["kind"]), ("Also called", ", ".join(doc["aliases"])),
                 ("Products and brands", ", ".join(p["name"] for p in doc["products"])), ("Identifiers", ", ".join(f"{k} {v}" for k, v in sorted(doc["ids"].items())))]  # fmt: skip
        speaks = [(c["title"], f"commentary/{k}/") for k, c in site.of("commentary").items() if c["speaker"] == name]
        data = {
            "facts": [(k, v) for k, v in facts if v], "now": {k: v[:25] for k, v in now.items()}, "counts": {k: len(v) for k, v in now.items()}, "by_date": by_date[:120],
            "deals": deals, "events": told, "body": doc["body"], "today": long_date(site.checked), "speaks": speaks, "total": len(by_date),
        }  # fmt: skip
        return Page(path, "pages/party.html", str(doc["name"]), f"What {doc['name']} holds and owes on record: {len(by_date)} dated clauses.", section="parties", data=data, twins=[("JSON", f"{path}index.json")], alternates=[("application/json", f"{path}index.json")])  # fmt: skip

    def source(self, name: str) -> Page:
        """A source and all that rests on it."""
        site = self.site
        doc = site.of("source")[name]
        path = f"sources/{name}/"
        rests = unique(s for s, f in site.links.get(f"source:{name}", ()) if f == "cites")
        only = {c for c in rests if c in site.of("clause") and {x["source"] for x in site.of("clause")[c]["citations"]} == {name}}
        facts = [("Publisher", doc["publisher"]), ("Kind", TIERS[doc["tier"]]), ("Whose word", site.party(doc["by"]) if doc["by"] else ""),
                 ("Published", date_words(doc["issued"])), ("First seen", date_words(doc["first_seen"])), ("Read", READ.get(doc["read"] or "", "")), ("Note", doc["note"])]  # fmt: skip
        data = {
            "facts": [(k, v) for k, v in facts if v], "url": doc["url"], "archive": doc["archive"], "no_url": doc["no_url"],
            "rests": [
                {"title": self.articles.named(r), "address": address(r), "only": r in only, "status": site.of("clause").get(r, {}).get("status", "")} for r in rests[:150]
            ], "more": max(0, len(rests) - 150),
        }  # fmt: skip
        return Page(path, "pages/source.html", str(doc["title"]), f"{doc['publisher']}, {date_words(doc['issued']) or 'no date'}: {len(rests)} records rest on it.", section="sources", data=data, twins=[("JSON", f"{path}index.json")])  # fmt: skip
