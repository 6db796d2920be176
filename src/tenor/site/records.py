"""Pages of single records: terms, instruments with their clauses, parties, sources, and what is told around the deals."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any
from urllib.parse import urlencode

from tenor.ask.wording import date_words, holder_words, value_words
from tenor.dates import DAWN, iso, long_date
from tenor.model import Change
from tenor.site.chart import announced, drawing, short_day
from tenor.site.data import Document, Lane
from tenor.site.pages import STATUS, Page, Views, address, ld, unique

#: How many versions of a term its page tells in full; the files have all.
_TOLD = 36

_TIERS = {"filing": "Filing", "party": "A party's own statement", "court": "Court record", "press": "Press", "commentary": "Commentary"}
_BINDING = {"yes": "yes", "no": "no", None: "not stated"}
_PUBLIC = {"full": "published in full", "summary": "published in summary", "none": "not public", "": "not stated", None: "not stated"}
_READ = {"full": "read in full", "excerpt": "read in part", "relayed": "read through another page", "not-read": "not read"}


class RecordPages:
    """One page a record."""

    def __init__(self, views: Views, base_url: str, changes: Sequence[Change]) -> None:
        self.views = views
        self.site = views.site
        self.base_url = base_url
        self.changes = changes
        self.asides: dict[str, list[str]] = {}
        for target, found in self.site.links.items():
            for source, name in found:
                if name in ("about", "evidence") and source.partition(":")[0] in ("event", "dispute", "observation", "commentary"):
                    self.asides.setdefault(target, []).append(source)

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
        for name in site.of("commentary"):
            yield self.commentary(name)
        for name in site.of("dispute"):
            yield self.dispute(name)
        for name in site.of("event"):
            yield self.event(name)
        for name in site.of("observation"):
            yield self.observation(name)

    # -- clauses ----------------------------------------------------------------------------------

    def clause(self, doc: Document, deal: str | None, shown: int = 4) -> dict[str, Any]:
        """A clause as an article: its claim and everything that bounds it, with the first ``shown`` of its sources."""
        site, views = self.site, self.views
        path = address(doc["clause"])
        term = site.term(doc["term"])
        sources = [self.cited(c) for c in doc["citations"]]
        lane = site.lane_of.get(doc["clause"])
        name = doc["clause"]
        return {
            "id": name.partition("#")[2], "clause": name, "short_id": views.short_id(name, deal), "term": doc["term"], "label": term["label"],
            "scope": doc["scope"], "text": doc["text"], "status": doc["status"], "when": views.when(doc), "ends_when": doc["ends_when"],
            "hue": site.hues.get(doc["holder"] or "", "h0"),
            "classes": drawing(doc["end"], doc["status"], doc["certainty"], doc["exclusive"], doc["state"]),
            "facts": self._facts(doc, term), "sources": sources, "one_source": len({c["source"] for c in doc["citations"]}) == 1,
            "links": self._links(doc), "note": doc["note"], "attributed": self.attributed(doc), "retracted": doc.get("retracted", False),
            "correct": self.correction(name), "embed": f"embed/{name.replace('#', '/')}/", "lane": lane is not None,
            "page": f"{path.replace('#', '')}/", "shown": shown,
        }  # fmt: skip

    def _facts(self, doc: Document, term: Document) -> list[tuple[str, str]]:
        site = self.site
        rows = [
            (str(term.get("holder_is") or "Holder"), holder_words(site.store, doc)),
            (str(term.get("subject_is") or "Subject"), site.party(doc["subject"])),
        ]
        if doc["value"]:
            value = value_words(doc["value"])
            basis = {"total": "in total", "increment": "on top of others", "level": "as it stood", "ceiling": "at most"}.get(
                doc["value"]["basis"] or "", ""
            )
            weaker = doc["value"]["status"]
            rows.append(
                (
                    "Value",
                    ", ".join(p for p in (value, basis, f"{STATUS[weaker].lower()}, not confirmed" if weaker and weaker != "confirmed" else "") if p),
                )
            )
        if doc["exclusive"] is not None:
            rows.append(("Exclusive", "yes" if doc["exclusive"] else "no"))
        if doc["state"]:
            rows.append(("State", {"yes": "yes", "no": "no", "partly": "in part"}[doc["state"]]))
        if doc["scope"]:
            rows.append(("Scope", doc["scope"]))
        ends = {
            "open": "no end stated",
            "replaced": "replaced by a later clause",
            "ended": "ended",
            "scheduled": "a date that is set",
            "unknown": "not known",
        }
        rows.append(("End", ends[doc["end"]] + (f"; would also end: {doc['ends_when']}" if doc["ends_when"] else "")))
        if doc["known_from"]:
            rows.append(("Public since", date_words(doc["known_from"])))
        return [(label[:1].upper() + label[1:], text) for label, text in rows if text]

    def _links(self, doc: Document) -> list[tuple[str, list[tuple[str, str]]]]:
        groups: list[tuple[str, list[str]]] = [
            ("Replaces", [x for x in (doc["replaces"], *doc["also_replaces"]) if x]), ("Replaced by", [doc["replaced_by"]]),
            ("Adds to", [doc["adds_to"]]), ("Part of", [doc["part_of"]]), ("Exception to", [doc["exception_to"]]),
            ("Takes the place of", [doc["discloses"]]), ("Last stated in", [doc["last_stated"]]), ("Ended by", [doc["ended_by"]]),
            ("Rests on", doc["rests_on"]), ("Sources disagree", doc["disputes"]),
            ("Told of in", [s for s in unique(self.asides.get(doc["clause"], ())) if s not in doc["disputes"]]),
        ]  # fmt: skip
        return [(name, [(self.named(i), address(i)) for i in ids if i]) for name, ids in groups if any(ids)]

    def named(self, record_id: str) -> str:
        """What a record is called in a list: a clause by its term and first day, a claim by its words."""
        site = self.site
        if record_id in site.of("clause"):
            return f"{site.title_of(record_id)}, {short_day(site.of('clause')[record_id]['from'], DAWN)}"
        if "#" in record_id and record_id.startswith("commentary:"):
            claim = site.of("claim").get(record_id.partition(":")[2], {})
            return f"{site.party(claim.get('speaker'))}: {str(claim.get('text', record_id)).rstrip('.')}"
        return site.title_of(record_id)

    def attributed(self, doc: Document) -> str:
        """The claim with whose word it is, ready to be pasted."""
        text = str(doc["text"]).rstrip(".")
        cites = doc["citations"]
        by = unique(str(self.site.party(c["by"]) if c["by"] else c["publisher"]) for c in cites)
        names = " and ".join(by[:2]) if len(by) <= 2 else f"{by[0]}, {by[1]} and others"
        status = doc["status"]
        if status == "confirmed":
            filing = next((c for c in cites if c["tier"] == "filing"), None)
            own = filing or next((c for c in cites if c["tier"] in ("party", "court")), cites[0] if cites else None)
            if own is None:
                return text + "."
            kind = {"filing": "a filing of ", "court": "a court record, "}.get(own["tier"], "a statement of ")
            who = self.site.party(own["by"]) if own["by"] else own["publisher"]
            return f"{text}, according to {kind}{who}{f' of {date_words(own_date)}' if (own_date := own['published']) else ''}."
        if status == "reported":
            return f"{text}, as reported by {names or 'the press'}; neither party has confirmed it."
        if status == "alleged":
            return f"{text}, according to {names or 'one side'}; it is not confirmed."
        if status == "inferred":
            return f"{text}; this is a reading of other published terms by {self.views.short}, not a statement of the parties."
        if status == "disputed":
            return f"{text}; sources disagree."
        return f"{text}."

    def cited(self, cite: Document) -> dict[str, Any]:
        """A citation for the page."""
        relayed = [self.site.of("source").get(s, {}).get("publisher", s) for s in cite["relayed_by"]]
        return {
            "source": cite["source"], "title": cite["title"], "publisher": cite["publisher"] or "", "date": date_words(cite["published"]), "locator": cite["locator"],
            "tier": _TIERS[cite["tier"]], "relayed": ", ".join(relayed), "url": cite["url"], "archive": cite["archive"],
            "read": _READ.get(cite["read"] or "", ""), "value": cite.get("for") == "value",
        }  # fmt: skip

    def correction(self, name: str) -> str:
        """Where to suggest a correction of a record: the repository's form, else the page that says how."""
        repository = self.site.meta["repository"].rstrip("/")
        if not repository:
            return "method/#corrections"
        return f"{repository}/issues/new?" + urlencode(
            {"title": f"Correction: {name}", "body": f"Record: {name}\nWhat is wrong, and the source that says so:\n"}
        )

    # -- pages ------------------------------------------------------------------------------------

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
                            "sources": [self.cited(c) for c in doc["citations"][:sources]], "implied": doc["implied_by"],
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
        data["cite"] = views.cite(
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
            path, "pages/term.html", label, described[:300], section="terms", data=data, metas=views.cite_metas(label, path, self.base_url),
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
        site, views = self.site, self.views
        doc = site.of("instrument")[name]
        path = address(name)
        deal = doc["deal"]
        shown = (
            4 if len(doc["clauses"]) <= 8 else 2 if len(doc["clauses"]) <= 14 else 1
        )  # a long page names fewer sources; the clause's own names all
        clauses = [self.clause(site.of("clause")[c], deal, shown) for c in doc["clauses"]]
        replaced = [
            (self.named(c), address(c), site.title_of(later["clause"]) if site.title_of(later["clause"]) != site.title_of(c) else "")
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
            "sources": [self.source_line(s) for s in doc["sources"] if s in site.of("source")],
            "asides": [(self.named(s), address(s)) for s in unique(self.asides.get(name, ()))],
            "cite": views.cite(f"{title} ({when})", path, site.checked, sentence=f"{title}, {when}", name=name, command=f"tenor show {name}", base_url=self.base_url, key=name)[:7],
        }  # fmt: skip
        described = f"{title}, {when}: {len(clauses)} dated clauses with their sources."
        return Page(
            path, "pages/instrument.html", title, described, section="deals", data=data,
            metas=[*views.cite_metas(f"{title} ({when})", path, self.base_url)],
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
        data = self.clause(doc, doc["deal"])
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
        by_style = views.cite(f"{title}: {views.when(doc)}", path, site.checked, sentence="", name=name, command="", base_url=self.base_url, key=name)
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
                "label": short_day(v.doc["from"], DAWN), "other": "", "text": v.doc["text"], "status": v.doc["status"], "when": views.when(v.doc), "clause": v.id, "hue": site.hues.get(v.doc["holder"] or "", "h0"),
                "classes": drawing(v.doc["end"], v.doc["status"], v.doc["certainty"], v.doc["exclusive"], v.doc["state"]),
            }
            for v in (lane.versions if lane else []) if v.doc["implied_by"] is None
        ]  # fmt: skip
        edits = [(date_words(c.on.text), c.kind, c.why) for c in self.changes if name in c.ids]
        deal, instrument = doc["deal"], doc["instrument"]
        shown = {"deal": site.title_of(deal), "deal_address": address(deal), "instrument": site.title_of(instrument), "instrument_address": address(instrument), "clause": data, "versions": versions, "edits": edits, "cite": box}  # fmt: skip
        return Page(
            path, "pages/clause.html", title, site.told(doc)[:300], section="deals", data=shown, metas=views.cite_metas(f"{title}: {views.when(doc)}", path, self.base_url),
            twins=[("JSON", f"{path}index.json")], alternates=[("application/json", f"{path}index.json")], image=f"{address(deal)}card.png",
            jsonld=ld({"@type": "CreativeWork", "name": title, "text": site.told(doc), "temporalCoverage": f"{doc['from']}/{doc['to'] or '..'}", "identifier": name, "isPartOf": {"@type": "CreativeWork", "name": site.title_of(instrument)}, "creditText": f"{site.title}, {name}", "citation": [c["url"] or c["title"] for c in doc["citations"]]}),
        )  # fmt: skip

    def source_line(self, name: str) -> dict[str, Any]:
        """A source in a list."""
        doc = self.site.of("source")[name]
        return {
            "id": name, "title": doc["title"], "publisher": doc["publisher"], "date": date_words(doc["issued"]) or "no date", "tier": _TIERS[doc["tier"]],
            "read": _READ.get(doc["read"] or "", ""), "rests": len([1 for s, f in self.site.links.get(f"source:{name}", ()) if f == "cites"]),
        }  # fmt: skip

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
        facts = [("Publisher", doc["publisher"]), ("Kind", _TIERS[doc["tier"]]), ("Whose word", site.party(doc["by"]) if doc["by"] else ""),
                 ("Published", date_words(doc["issued"])), ("First seen", date_words(doc["first_seen"])), ("Read", _READ.get(doc["read"] or "", "")), ("Note", doc["note"])]  # fmt: skip
        data = {
            "facts": [(k, v) for k, v in facts if v], "url": doc["url"], "archive": doc["archive"], "no_url": doc["no_url"],
            "rests": [
                {"title": self.named(r), "address": address(r), "only": r in only, "status": site.of("clause").get(r, {}).get("status", "")} for r in rests[:150]
            ], "more": max(0, len(rests) - 150),
        }  # fmt: skip
        return Page(path, "pages/source.html", str(doc["title"]), f"{doc['publisher']}, {date_words(doc['issued']) or 'no date'}: {len(rests)} records rest on it.", section="sources", data=data, twins=[("JSON", f"{path}index.json")])  # fmt: skip

    def commentary(self, name: str) -> Page:
        """A commentary: each claim with the verdict of the evidence."""
        site = self.site
        doc = site.of("commentary")[name]
        path = f"commentary/{name}/"
        claims = []
        for claim_id in doc["claims"]:
            claim = site.of("claim")[claim_id.partition(":")[2]]
            claims.append(
                {
                    "id": claim_id.partition("#")[2], "full": claim_id, "text": claim["text"], "status": claim["status"], "verdict": claim["verdict"], "note": claim["our_note"],
                    "about": [(self.named(a), address(a)) for a in claim["about"] if self._exists(a)],
                    "evidence": [(self.named(e), address(e)) for e in claim["evidence"] if self._exists(e)],
                    "sources": [self.cited(c) for c in claim["citations"]], "correct": self.correction(claim_id),
                }
            )  # fmt: skip
        counts: dict[str, int] = {}
        for claim in claims:
            counts[claim["verdict"]] = counts.get(claim["verdict"], 0) + 1
        speaker = site.party(doc["speaker"])
        data = {"speaker": speaker, "speaker_address": f"parties/{doc['speaker']}/", "published": date_words(doc["published"]), "claims": claims, "counts": counts, "body": doc["body"], "source": self.source_line(doc["source"]) if doc["source"] in site.of("source") else None}  # fmt: skip
        return Page(path, "pages/commentary.html", f"{doc['title']}, {speaker}", f"{len(claims)} claims by {speaker}, each with the verdict of the record.", section="commentary", data=data, twins=[("JSON", f"{path}index.json")])  # fmt: skip

    def _exists(self, record_id: str) -> bool:
        return record_id in self.site.names

    def dispute(self, name: str) -> Page:
        """Where sources contradict: each position with its sources, and which the record follows, if any."""
        doc = self.site.of("dispute")[name]
        path = f"disputes/{name}/"
        positions = [
            {"says": p["says"], "value": p["value"], "preferred": doc["prefers"] == n, "sources": [self.cited(c) for c in p["citations"]]}
            for n, p in enumerate(doc["positions"], 1)
        ]  # fmt: skip
        data = {"positions": positions, "about": [(self.named(a), address(a)) for a in doc["about"] if self._exists(a)], "why": doc["why"], "rule": doc["by_rule"], "resolved": bool(doc["prefers"]), "body": doc["body"], "asides": [(self.named(s), address(s)) for s in unique(self.asides.get(f"dispute:{name}", ()))], "correct": self.correction(f"dispute:{name}")}  # fmt: skip
        return Page(path, "pages/dispute.html", str(doc["title"]), f"{len(positions)} positions, each with its sources.", section="disputes", data=data, twins=[("JSON", f"{path}index.json")])  # fmt: skip

    def event(self, name: str) -> Page:
        """Something that happened and is no agreement."""
        site = self.site
        doc = site.of("event")[name]
        path = f"events/{name}/"
        data = {"says": doc["says"], "status": doc["status"], "facts": [("Date", date_words(doc["date"])), ("Kind", doc["kind"]), ("Parties", ", ".join(site.party(p) for p in doc["parties"]))], "sources": [self.cited(c) for c in doc["citations"]], "about": [(self.named(a), address(a)) for a in doc["about"] if self._exists(a)], "body": doc["body"], "note": doc["note"], "asides": [(self.named(s), address(s)) for s in unique(self.asides.get(f"event:{name}", ()))], "correct": self.correction(f"event:{name}")}  # fmt: skip
        return Page(path, "pages/event.html", str(doc["title"]), str(doc["says"])[:300], section="events", data=data, twins=[("JSON", f"{path}index.json")])  # fmt: skip

    def observation(self, name: str) -> Page:
        """Something measured or counted."""
        site = self.site
        doc = site.of("observation")[name]
        path = f"observations/{name}/"
        rows = [
            {"what": v["what"], "value": value_words(v["value"]), "at": v["at"], "status": v["value"]["status"] or doc["status"]}
            for v in doc["values"]
        ]
        facts = [
            ("Measured", date_words(doc["measured"]) if "/" not in doc["measured"] else doc["measured"].replace("/", " to ")),
            ("By", site.party(doc["by"]) if doc["by"] else ""),
            ("Method", doc["method"]),
            ("License of the data", doc["data_license"]),
        ]
        data = {"rows": rows, "status": doc["status"], "facts": [(k, v) for k, v in facts if v], "sources": [self.cited(c) for c in doc["citations"]], "about": [(self.named(a), address(a)) for a in doc["about"] if self._exists(a)], "body": doc["body"]}  # fmt: skip
        return Page(path, "pages/observation.html", str(doc["title"]), f"{len(rows)} measured values.", section="observations", data=data, twins=[("JSON", f"{path}index.json")])  # fmt: skip
