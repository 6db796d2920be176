"""A clause as an article, and how pages name records, cite sources and ask for corrections."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from tenor.ask.answers.wording import date_words, holder_words, value_words
from tenor.dates import DAWN
from tenor.site.chart import drawing
from tenor.site.data import Document
from tenor.site.days import short_day
from tenor.site.pages import STATUS, address, unique
from tenor.site.views import Views

TIERS = {"filing": "Filing", "party": "A party's own statement", "court": "Court record", "press": "Press", "commentary": "Commentary"}
READ = {"full": "read in full", "excerpt": "read in part", "relayed": "read through another page", "not-read": "not read"}


class Articles:
    """Clauses as pages show them, with what points at each."""

    def __init__(self, views: Views) -> None:
        self.views = views
        self.site = views.site
        self.asides: dict[str, list[str]] = {}
        for target, found in self.site.links.items():
            for source, name in found:
                if name in ("about", "evidence") and source.partition(":")[0] in ("event", "dispute", "observation", "commentary"):
                    self.asides.setdefault(target, []).append(source)

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
            "tier": TIERS[cite["tier"]], "relayed": ", ".join(relayed), "url": cite["url"], "archive": cite["archive"],
            "read": READ.get(cite["read"] or "", ""), "value": cite.get("for") == "value",
        }  # fmt: skip

    def correction(self, name: str) -> str:
        """Where to suggest a correction of a record: the repository's form, else the page that says how."""
        repository = self.site.meta["repository"].rstrip("/")
        if not repository:
            return "method/#corrections"
        return f"{repository}/issues/new?" + urlencode(
            {"title": f"Correction: {name}", "body": f"Record: {name}\nWhat is wrong, and the source that says so:\n"}
        )

    def source_line(self, name: str) -> dict[str, Any]:
        """A source in a list."""
        doc = self.site.of("source")[name]
        return {
            "id": name, "title": doc["title"], "publisher": doc["publisher"], "date": date_words(doc["issued"]) or "no date", "tier": TIERS[doc["tier"]],
            "read": READ.get(doc["read"] or "", ""), "rests": len([1 for s, f in self.site.links.get(f"source:{name}", ()) if f == "cites"]),
        }  # fmt: skip
