"""Pages of what is told around the deals: commentary, disputes, events and observations."""

from __future__ import annotations

from collections.abc import Iterator

from tenor.ask.answers.wording import date_words, value_words
from tenor.site.articles import Articles
from tenor.site.pages import Page, address, unique


class AroundPages:
    """One page a record."""

    def __init__(self, articles: Articles) -> None:
        self.articles = articles
        self.site = articles.site

    def all(self) -> Iterator[Page]:
        """Every record's page."""
        site = self.site
        for name in site.of("commentary"):
            yield self.commentary(name)
        for name in site.of("dispute"):
            yield self.dispute(name)
        for name in site.of("event"):
            yield self.event(name)
        for name in site.of("observation"):
            yield self.observation(name)

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
                    "about": [(self.articles.named(a), address(a)) for a in claim["about"] if a in site.names],
                    "evidence": [(self.articles.named(e), address(e)) for e in claim["evidence"] if e in site.names],
                    "sources": [self.articles.cited(c) for c in claim["citations"]], "correct": self.articles.correction(claim_id),
                }
            )  # fmt: skip
        counts: dict[str, int] = {}
        for claim in claims:
            counts[claim["verdict"]] = counts.get(claim["verdict"], 0) + 1
        speaker = site.party(doc["speaker"])
        data = {"speaker": speaker, "speaker_address": f"parties/{doc['speaker']}/", "published": date_words(doc["published"]), "claims": claims, "counts": counts, "body": doc["body"], "source": self.articles.source_line(doc["source"]) if doc["source"] in site.of("source") else None}  # fmt: skip
        return Page(path, "pages/commentary.html", f"{doc['title']}, {speaker}", f"{len(claims)} claims by {speaker}, each with the verdict of the record.", section="commentary", data=data, twins=[("JSON", f"{path}index.json")])  # fmt: skip

    def dispute(self, name: str) -> Page:
        """Where sources contradict: each position with its sources, and which the record follows, if any."""
        site = self.site
        doc = site.of("dispute")[name]
        path = f"disputes/{name}/"
        positions = [
            {"says": p["says"], "value": p["value"], "preferred": doc["prefers"] == n, "sources": [self.articles.cited(c) for c in p["citations"]]}
            for n, p in enumerate(doc["positions"], 1)
        ]  # fmt: skip
        data = {"positions": positions, "about": [(self.articles.named(a), address(a)) for a in doc["about"] if a in site.names], "why": doc["why"], "rule": doc["by_rule"], "resolved": bool(doc["prefers"]), "body": doc["body"], "asides": [(self.articles.named(s), address(s)) for s in unique(self.articles.asides.get(f"dispute:{name}", ()))], "correct": self.articles.correction(f"dispute:{name}")}  # fmt: skip
        return Page(path, "pages/dispute.html", str(doc["title"]), f"{len(positions)} positions, each with its sources.", section="disputes", data=data, twins=[("JSON", f"{path}index.json")])  # fmt: skip

    def event(self, name: str) -> Page:
        """Something that happened and is no agreement."""
        site = self.site
        doc = site.of("event")[name]
        path = f"events/{name}/"
        data = {"says": doc["says"], "status": doc["status"], "facts": [("Date", date_words(doc["date"])), ("Kind", doc["kind"]), ("Parties", ", ".join(site.party(p) for p in doc["parties"]))], "sources": [self.articles.cited(c) for c in doc["citations"]], "about": [(self.articles.named(a), address(a)) for a in doc["about"] if a in site.names], "body": doc["body"], "note": doc["note"], "asides": [(self.articles.named(s), address(s)) for s in unique(self.articles.asides.get(f"event:{name}", ()))], "correct": self.articles.correction(f"event:{name}")}  # fmt: skip
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
        data = {"rows": rows, "status": doc["status"], "facts": [(k, v) for k, v in facts if v], "sources": [self.articles.cited(c) for c in doc["citations"]], "about": [(self.articles.named(a), address(a)) for a in doc["about"] if a in site.names], "body": doc["body"]}  # fmt: skip
        return Page(path, "pages/observation.html", str(doc["title"]), f"{len(rows)} measured values.", section="observations", data=data, twins=[("JSON", f"{path}index.json")])  # fmt: skip
