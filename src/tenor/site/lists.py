"""Overviews and everything that is no single record: indexes, groups of terms, the log, data, method, search, former addresses."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import tenor
from tenor.ask.answers.wording import date_words, value_words
from tenor.dates import DAWN, long_date
from tenor.model import Change
from tenor.site.articles import Articles
from tenor.site.asking import ask_index
from tenor.site.data import slug
from tenor.site.days import short_day
from tenor.site.formats import csv_cell
from tenor.site.pages import File, Page, address, unique

RESERVED = {
    "deals", "terms", "parties", "sources", "ask", "events", "disputes", "commentary", "observations", "log", "data", "method", "search", "compare", "embed",
    "api",
}  # fmt: skip


def group_path(group: str) -> str:
    """Where the overview of a group of terms stands."""
    name = slug(group)
    return f"{name if name not in RESERVED else f'group-{name}'}/"


class ListPages:
    """Indexes and the like."""

    def __init__(self, articles: Articles, *, changes: Sequence[Change], conventions: str) -> None:
        self.articles = articles
        self.views = articles.views
        self.site = articles.site
        self.changes = changes
        self.conventions = conventions

    def all(self) -> Iterator[Page | File]:
        """Every overview, with the files that belong to it."""
        yield from self.indexes()
        yield from self.groups()
        yield self.log()
        yield self.data()
        yield self.method()
        yield self.search()
        yield File("search-index.js", self.search_index())
        yield File("ask-index.js", ask_index(self.site))
        yield self.compare()
        yield self.missing()
        yield from self.redirects()

    def indexes(self) -> Iterator[Page]:
        """One list a kind of record."""
        site = self.site
        weight = {d: sum(x.score for x in site.deal_lanes(d)) for d in site.of("deal")}
        deals: dict[str, list[tuple[str, str, str]]] = {}
        for name, doc in sorted(site.of("deal").items(), key=lambda d: (-weight[d[0]], d[0])):
            deals.setdefault(str(doc["kind"] or "deal"), []).append((doc["title"], address(name), doc["summary"]))
        yield self._index("deals/", "Deals", "deals", deals)
        terms: dict[str, list[tuple[str, str, str]]] = {}
        for name, doc in site.of("term").items():
            n = sum(len(x.versions) for x in site.lanes if x.term == name)
            terms.setdefault(str(doc["group"] or "Terms"), []).append((doc["label"], f"terms/{name}/", f"{n} versions" if n != 1 else "1 version"))
        yield self._index("terms/", "Terms", "terms", terms, links=[(f"Overview: {g}", group_path(g)) for g in terms])
        parties: dict[str, list[tuple[str, str, str]]] = {}
        for name, doc in sorted(site.of("party").items(), key=lambda p: p[1]["name"].lower()):
            n = sum(1 for x in site.lanes for v in x.versions if v.doc["implied_by"] is None and (name == x.subject or name == v.doc["holder"]))
            parties.setdefault(str(doc["kind"] or "party"), []).append((doc["name"], f"parties/{name}/", f"{n} clauses" if n != 1 else "1 clause"))
        yield self._index("parties/", "Parties", "parties", parties)
        sources: dict[str, list[tuple[str, str, str]]] = {}
        tiers = ("filing", "party", "court", "press", "commentary")
        names = {"filing": "Filings", "party": "Statements of the parties", "court": "Court records", "press": "Press", "commentary": "Commentary"}
        for tier in tiers:
            found = [(s["issued"] or "", k, s) for k, s in site.of("source").items() if s["tier"] == tier]
            for _, name, doc in sorted(found, key=lambda f: (f[0], f[1]), reverse=True):
                sources.setdefault(names[tier], []).append(
                    (doc["title"], f"sources/{name}/", f"{doc['publisher']}, {date_words(doc['issued']) or 'no date'}")
                )
        for title, rows in sources.items():  # one page a kind keeps each list small enough to load at once
            path = f"sources/kind/{slug(title)}/"
            for n in range(0, max(len(rows), 1), 180):
                at = path if n == 0 else f"{path}{n // 180 + 1}/"
                later = [("The next 180", f"{path}{n // 180 + 2}/")] if n + 180 < len(rows) else []
                yield self._index(at, title, "sources", {"": rows[n : n + 180]}, links=[("All kinds", "sources/"), *later], count=len(rows))
        heads = [(title, f"sources/kind/{slug(title)}/", f"{len(rows)} sources" if len(rows) != 1 else "1 source") for title, rows in sources.items()]
        yield self._index(
            "sources/",
            "Sources",
            "sources",
            {"By kind": heads, "The latest": [r for rows in sources.values() for r in rows[:8]]},
            count=len(site.of("source")),
        )
        for kind, title, path, when in (
            ("event", "Events", "events/", "date"),
            ("dispute", "Disputes", "disputes/", ""),
            ("observation", "Observations", "observations/", "measured"),
            ("commentary", "Commentary", "commentary/", "published"),
        ):
            rows = []
            for name, doc in sorted(site.of(kind).items(), key=lambda r: (r[1].get(when) or "", r[0])):
                note = (
                    date_words(doc[when])
                    if when and "/" not in doc[when]
                    else {"dispute": "the record follows one position" if doc.get("prefers") else "open"}.get(
                        kind, str(doc.get(when) or "").replace("/", " to ")
                    )
                )
                rows.append((doc["title"], f"{path}{name}/", note))
            yield self._index(path, title, kind, {"": rows})

    def _index(
        self,
        path: str,
        title: str,
        section: str,
        groups: dict[str, list[tuple[str, str, str]]],
        *,
        links: Sequence[tuple[str, str]] = (),
        count: int | None = None,
    ) -> Page:
        n = sum(len(v) for v in groups.values()) if count is None else count
        return Page(
            path,
            "pages/index.html",
            title,
            f"{title} on record: {n}.",
            section=section,
            data={"groups": groups, "count": n, "links": list(links)},
            twins=[("JSON", f"api/v1/{path.split('/')[0]}.json")],
        )

    # -- groups of terms --------------------------------------------------------------------------

    def groups(self) -> Iterator[Page | File]:
        """For each group of terms, who stands where on the day of the last check: one table a term, with hedges and horizons in columns."""
        site, views = self.site, self.views
        for group in unique(str(t["group"]) for t in site.of("term").values() if t["group"]):
            tables = []
            rows_csv = ["term,subject,scope,holder,value,hedge,exclusive,state,from,to,ends_when,status,clause"]
            deals: list[str] = []
            for name, term in site.of("term").items():
                if term["group"] != group:
                    continue
                rows = []
                for lane in sorted((x for x in site.lanes if x.term == name), key=lambda x: (x.subject != site.focus, x.subject, x.scope or "", x.n)):
                    for version in lane.versions:
                        doc = version.doc
                        if not version.holds(site.checked) or doc["implied_by"] is not None or doc["status"] == "opinion":
                            continue
                        value = doc["value"] or {}
                        plain = {**value, "hedge": None} if value else None
                        shown = (
                            value_words(plain)
                            or {"no": "no", "partly": "in part", "yes": "yes"}.get(doc["state"] or "", "")
                            or {True: "exclusive", False: "not exclusive"}.get(doc["exclusive"], "")
                        )
                        rows.append(
                            {
                                "subject": site.party(lane.subject), "scope": doc["scope"] or "", "holder": views.holder(doc), "value": shown,
                                "hedge": (value.get("hedge") or "").replace("-", " ") if value.get("hedge") != "exactly" else "", "start": short_day(doc["from"], DAWN), "end": views.span_cell(doc)[1],
                                "condition": doc["ends_when"] or "", "status": doc["status"], "clause": version.id, "text": doc["text"],
                            }
                        )  # fmt: skip
                        cells = (
                            name,
                            lane.subject,
                            doc["scope"],
                            doc["holder"] or "+".join(doc["holders"]),
                            value.get("amount"),
                            value.get("hedge"),
                            doc["exclusive"],
                            doc["state"],
                            doc["from"],
                            doc["to"],
                            doc["ends_when"],
                            doc["status"],
                            version.id,
                        )
                        rows_csv.append(",".join(csv_cell(c) for c in cells))
                        deals.append(doc["deal"])
                if rows:
                    tables.append({"label": term["label"], "address": f"terms/{name}/", "subject_is": term["subject_is"] or "Subject", "holder_is": term["holder_is"] or "Holder", "rows": rows, "about": term["body"],
                                   "columns": {k: any(r[k] for r in rows) for k in ("scope", "holder", "value", "hedge", "condition")}})  # fmt: skip
            path = group_path(group)
            past = sum(len(x.versions) for x in site.lanes if site.term(x.term)["group"] == group)
            data = {
                "tables": tables,
                "deals": [(site.title_of(d), address(d), site.of("deal")[d]["summary"]) for d in unique(deals)][:24],
                "count": sum(len(t["rows"]) for t in tables),
                "past": past,
            }
            yield Page(
                path,
                "pages/group.html",
                group,
                f"{group}: every party at once on {long_date(site.checked)}, one row a clause.",
                section="terms",
                data=data,
                twins=[("CSV", f"{path}index.csv")],
            )
            yield File(f"{path}index.csv", "\r\n".join(rows_csv) + "\r\n")

    # -- the rest ---------------------------------------------------------------------------------

    def log(self) -> Page:
        """Changes to the record, newest first."""
        days: dict[str, list[dict[str, Any]]] = {}
        for change in self.changes:
            day = change.on.text
            days.setdefault(day, []).append(
                {
                    "kind": change.kind,
                    "why": change.why,
                    "records": [(self.articles.named(i), address(i)) for i in change.ids if i in self.site.names],
                }
            )
        shown, total = [], 0
        for day, rows in sorted(days.items(), reverse=True):
            shown.append((date_words(day), rows[: max(0, 120 - total)], len(rows)))
            total += len(rows)
        return Page(
            "log/",
            "pages/log.html",
            "Changes to the record",
            "Corrections and additions, each with its reason.",
            section="log",
            data={"days": shown},
            twins=[("Atom", "feed.atom"), ("JSON", "api/v1/log.json")],
            alternates=[("application/atom+xml", "feed.atom")],
        )

    def data(self) -> Page:
        """Every file that can be taken away."""
        return Page(
            "data/",
            "pages/data.html",
            "Data",
            "The whole record as files: SQLite, JSON, CSV, feeds and a calendar.",
            section="data",
            data={
                "deals": [(d["title"], k) for k, d in self.site.of("deal").items() if self.site.deal_lanes(k)],
                "schema": Path(tenor.__file__).with_name("schema.json").is_file(),
            },
            twins=[("JSON", "api/v1/index.json")],
        )

    def method(self) -> Page:
        """How the record is judged, and how to correct it."""
        text = re.sub(r"\A#[^\n]*\n", "", self.conventions)
        return Page(
            "method/",
            "pages/method.html",
            "Method",
            "How dates, ends, doubt and sources are read here, and how to suggest a correction.",
            section="method",
            data={"text": text, "repository": self.site.meta["repository"]},
        )

    def search(self) -> Page:
        """Full-text search that needs no server."""
        return Page(
            "search/",
            "pages/search.html",
            "Search",
            "Search every clause, term, source and event.",
            section="search",
            data={},
            scripts=("vendor/minisearch.js", "search.js"),
        )

    def search_index(self) -> str:
        """Every record's name and words, for the search page. Loaded on use."""
        rows = []
        for record_id, kind, title, body in self.site.store.query("SELECT id, kind, title, body FROM search ORDER BY id"):
            text = " ".join(str(body).split())
            rows.append([record_id, kind, title, text if kind != "source" else text[:80], address(record_id)])
        return "window.tenorSearch=" + json.dumps(rows, ensure_ascii=False, separators=(",", ":")) + ";\n"

    def compare(self) -> Page:
        """Any two days of a deal, by script; without it, the comparisons that are built."""
        rows = [(d["title"], address(k)) for k, d in sorted(self.site.of("deal").items(), key=lambda x: x[1]["title"]) if self.site.deal_lanes(k)]
        return Page(
            "compare/",
            "pages/compare_any.html",
            "Compare",
            "What changed between two days.",
            section="compare",
            data={"deals": rows},
            scripts=("compare.js",),
        )

    def missing(self) -> Page:
        """The page for addresses that none has."""
        return Page("404.html", "pages/missing.html", "No page has this address", "No page has this address.", data={}, robots="noindex")

    def redirects(self) -> Iterator[Page]:
        """A page at each former address that leads to the record's address of today."""
        taken = {address(i).partition("#")[0] for i in self.site.names}
        seen: set[str] = set()
        for old, new in self.site.former:
            path = address(old).partition("#")[0]
            if "#" in old or path in taken or path in seen:
                continue
            seen.add(path)
            yield Page(
                path, "redirect.html", self.site.title_of(new), f"This record has the name {new} now.", data={"to": address(new)}, robots="noindex"
            )
