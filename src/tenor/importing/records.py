"""From facts to records: the files of parties, terms, deals, documents and sources that an import adds to a knowledge base."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from urllib.parse import urlsplit

from tenor.ask.answers.wording import value_words
from tenor.dates import DAWN, FOREVER, Edtf, iso
from tenor.errors import UsageError
from tenor.importing.called import called
from tenor.importing.facts import Fact, Facts
from tenor.importing.people import ShortNames, held_by_people, office
from tenor.importing.table import UNNAMED, Problem
from tenor.importing.terms import office_head, own_question, short_label, term_record, trailing
from tenor.importing.text import Node, free, record, scalar, slug, yaml
from tenor.importing.wordlists import is_country, relation
from tenor.model import Clause, Records, Settings, Value
from tenor.reader.sources import _ADDRESS
from tenor.timeline import EVER, Timeline

_LONGEST_SAYS = 480


@dataclass(frozen=True, slots=True)
class Origin:
    """What the import knows of the table itself: its file name, the day on which it is seen, the tier of its sources, and whether the holders are people."""

    name: str
    seen: Edtf
    tier: str = "press"
    people: bool = False
    deal: str = ""
    #: What the table calls the columns of terms, subjects and holders: words that its questions may use.
    headings: tuple[str, ...] = ()
    #: What it calls the column of values; empty where that says nothing of them.
    priced: str = ""


@dataclass(slots=True)
class Plan:
    """The files to add, by path below the knowledge base, and what was counted. ``new`` has the ids of the clauses."""

    files: dict[str, str] = field(default_factory=dict)
    new: list[str] = field(default_factory=list)
    kept: int = 0
    problems: list[Problem] = field(default_factory=list)


class Writer:
    """Turns facts into the texts of records, beside those that are there already."""

    def __init__(self, existing: Records | None, facts: Facts, origin: Origin, taken: Iterable[str] = ()) -> None:
        self.existing = existing or Records(Settings("", "", origin.seen))
        self.facts = facts
        self.origin = origin
        self.taken = set(taken)
        self.plan = Plan()
        held = origin.people or all(office(fact.term) for fact in facts.facts)
        short = frozenset() if held else self.existing.surnames()  # in a table of cities, Melbourne is no Lord Melbourne
        self.parties = {
            n.casefold(): (p.id, "")
            for p in self.existing.parties.values()
            for n in (p.name, p.full_name, p.id, *p.aliases)
            if n and (p.id, n) not in short
        }
        for party in self.existing.parties.values():
            for product in party.products:
                self.parties.update({n.casefold(): (party.id, product.id) for n in (product.name, *product.aliases)})
        self.party_ids = set(self.existing.parties)
        self.new_parties: dict[str, str] = {}
        self.terms = {n.casefold(): t.id for t in self.existing.terms.values() for n in (t.id, t.label, *t.names)}
        self.term_ids = set(self.existing.terms)
        self.sources: dict[tuple[str, ...], str] = {}
        #: Those that are the table itself.
        self.tables: set[str] = set()
        self.new_sources: list[Mapping[str, Node]] = []
        self.tiers = {s.id: s.tier for s in self.existing.sources.values()}
        #: The clause of each fact, by the fact's identity.
        self.ids: dict[int, str] = {}
        self.deals: dict[str, list[str]] = {}
        #: Allowances by document, and terms whose example question did not come back: known only once the records were checked.
        self.allowed: dict[str, list[dict[str, Node]]] = {}
        self.unasked: set[str] = set()
        #: Short names by party, and the facts that each fact takes the place of.
        self.short: dict[str, list[str]] = {}
        #: Terms that people hold, and the new parties that are people.
        self.offices: set[str] = set()
        self.people: set[str] = set()
        self.before: dict[int, list[Fact]] = {}

    # -- names ------------------------------------------------------------------------------------

    def party(self, name: str) -> tuple[str, str]:
        """The party of that name, new where nobody has it, and the product where the name is one."""
        key = name.casefold()
        if key not in self.parties:
            id = free(slug(name, "party"), self.party_ids)
            self.party_ids.add(id)
            self.new_parties[id] = name
            self.parties[key] = (id, "")
        return self.parties[key]

    def term(self, name: str) -> str:
        """The term of that name, new where there is none."""
        key = name.casefold()
        if key not in self.terms:
            id = slug(name, "term")
            if id not in self.term_ids:
                self.term_ids.add(id)
            self.terms[key] = id
        return self.terms[key]

    def source(self, fact: Fact) -> str:
        """The source of a row, new where there is none; the table itself where the row names none."""
        row = fact.row
        title, url, published, by = row.get("source"), row.get("url"), row.get("published"), row.get("by")
        if title in self.existing.sources:
            return title
        if not title and not url:
            return self.table_source(by if self.origin.tier in ("party", "filing") else "")
        if _ADDRESS.fullmatch(title) and not url:
            url = title
        key = (title or url, url, published, by)
        if key not in self.sources:
            same = next((s.id for s in self.existing.sources.values() if s.title == key[0] and s.url == url), None)
            self.sources[key] = same or self._new_source(title or url, url, published, by)
        return self.sources[key]

    def table_source(self, by: str = "") -> str:
        """The table as a source, which may be somebody's own word."""
        key = ("", self.origin.name, by)
        if key not in self.sources:
            same = next((s.id for s in self.existing.sources.values() if s.title == self.origin.name and not s.url and not by), None)
            self.sources[key] = same or self._new_source(self.origin.name, "", "", by, table=True)
            self.tables.add(self.sources[key])
        return self.sources[key]

    def _new_source(self, title: str, url: str, published: str, by: str, *, table: bool = False) -> str:
        if self.origin.tier in ("party", "filing") and not by and not table:
            raise UsageError(f"the tier {self.origin.tier} needs whose word it is", hint='--set "by=NAME", or a column "by"', where="--tier")
        host = urlsplit(url).netloc.removeprefix("www.")
        id = free(
            slug(host + urlsplit(url).path if title == url else title, "source"), {*self.existing.sources, *(str(s["id"]) for s in self.new_sources)}
        )
        self.tiers[id] = "press" if table and not by and self.origin.tier in ("party", "filing") else self.origin.tier
        custom: dict[str, Node] = {
            "tier": self.tiers[id],
            "by": self.party(by)[0] if by else "",
            "read": "full" if table else "relayed",
            "first_seen": "" if published else self.origin.seen.text,
            "no_url": "" if url else "a file" if table else f"named without an address in {self.origin.name}",
        }
        self.new_sources.append(
            {
                "id": id, "type": "dataset" if table else "webpage" if url else "document", "title": title,
                "publisher": host if title == url else title, "issued": published, "URL": url, "custom": custom,
            }
        )  # fmt: skip
        return id

    # -- facts ------------------------------------------------------------------------------------

    def write(self) -> Plan:
        """The plan for all facts that the records do not have yet."""
        self.plan = Plan()
        self.deals = {}
        self.ids = self._present()
        batches: dict[tuple[str, str], list[Fact]] = {}
        for fact in self.facts.facts:
            term = self.term(fact.term)
            self.party(fact.subject)
            for holder in fact.holders:
                self.party(holder)
            if id(fact) not in self.ids:
                batches.setdefault((self.origin.deal or term, self.source(fact)), []).append(fact)
        self.before = {}
        for fact in self.facts.facts:
            if fact.successor is not None:
                self.before.setdefault(id(fact.successor), []).append(fact)
        documents = self._documents(batches)
        for (path, source), batch in documents.items():
            self.plan.files[f"deals/{path}.md"] = self._document(path, source, batch)
        new = [fact for batch in documents.values() for fact in batch]
        self._short_names(new)
        self._terms(new)
        self._deal_files(new)
        for party, name in self.new_parties.items():
            head: dict[str, Node] = {
                "name": name,
                "kind": "person" if party in self.people else "country" if is_country(name) else "",
                "aliases": self.short.get(party, []),
            }
            self.plan.files[f"parties/{party}.md"] = record(head)
        if self.new_sources:
            stem = free(
                slug(self.origin.name.rpartition(".")[0] or self.origin.name, "table"),
                {p.rpartition("/")[2][:-5] for p in self.taken if p.startswith("sources/")},
            )
            self.plan.files[f"sources/{stem}.yaml"] = "references:\n" + "".join(f"  - {yaml(s, '    ').lstrip()}\n" for s in self.new_sources)
        self.plan.new = [self.ids[id(fact)] for fact in new]
        return self.plan

    def _present(self) -> dict[int, str]:
        """Facts that a record has already, by what it says; what a record says otherwise is reported and left as it is."""
        timeline = Timeline(self.existing)
        known: dict[tuple[object, ...], Clause] = {}
        for clause in timeline.clauses.values():
            known.setdefault(
                self._same(clause.term, clause.subject, clause.all_holders, clause.scope, clause.state, clause.value, clause.start), clause
            )
        found: dict[int, str] = {}
        skipped: set[int] = set()
        for fact in self.facts.facts if known else ():
            term, subject = self.terms.get(fact.term.casefold()), self.parties.get(fact.subject.casefold())
            holders = [self.parties.get(h.casefold()) for h in fact.holders]
            if term is None or subject is None or None in holders:
                continue
            who = tuple(h[0] for h in holders if h)
            clause = known.get(self._same(term, subject[0], who, fact.scope, fact.state, fact.value, fact.start))  # type: ignore[assignment]
            if clause is None:
                continue
            extent = timeline.extent(clause, EVER)
            end = (fact.end.lo, fact.end.hi) if fact.end is not None else (FOREVER, FOREVER)
            if (extent.to_lo, extent.to_hi) == end or (extent.to is None and fact.successor is not None):
                found[id(fact)] = clause.id
                self.plan.kept += 1
            else:
                was = f"ends {extent.to}" if extent.to else "has no end"
                self.plan.problems.append(Problem(fact.line, f"the record {clause.id} {was}; it was left as it is"))
                skipped.add(id(fact))
                found[id(fact)] = clause.id
        self.facts.facts[:] = [f for f in self.facts.facts if id(f) not in skipped]
        return found

    def _same(
        self, term: str, subject: str, holders: tuple[str, ...], scope: str | None, state: str | None, value: Value | None, start: Edtf | None
    ) -> tuple[object, ...]:
        said = (value.amount, value.unit, value.text) if value else None
        return term, subject, frozenset(holders), scope or "", state or "", said, start.text if start else ""

    def _documents(self, batches: Mapping[tuple[str, str], list[Fact]]) -> dict[tuple[str, str], list[Fact]]:
        """One document for each deal and source, dated by the source, with the ids of its clauses."""
        out: dict[tuple[str, str], list[Fact]] = {}
        taken = set(self.existing.instruments)
        for (deal, source), batch in batches.items():
            path = free(f"{deal}/{self._dated(source)}", taken)
            taken.add(path)
            used: set[str] = set()
            subjects = len({f.subject.casefold() for f in batch}) > 1
            for fact in batch:
                term = self.term(fact.term)
                parts = [slug(fact.scope, "scope")] if fact.scope else []
                parts += [self.party(fact.subject)[0]] if subjects else []
                parts += [self.party(h)[0] for h in fact.holders[:1]]
                if len(batch) == 1 or not parts:
                    parts = parts[:1] if fact.scope else []
                start = fact.start.text if fact.start and fact.start.precision != "interval" else ""
                local = "-".join((term, *parts))
                if local in used:
                    local = free("-".join((local, slug(start, ""))).rstrip("-"), used)
                used.add(local)
                self.ids[id(fact)] = f"{path}#{local}"
            out[path, source] = batch
            self.deals.setdefault(deal, []).append(path)
        return out

    def _dated(self, source: str) -> str:
        known = self.existing.sources.get(source)
        if known is not None:
            date = known.issued or known.first_seen or self.origin.seen
        else:
            new = next(s for s in self.new_sources if s["id"] == source)
            date = Edtf.parse(str(new["issued"] or self.origin.seen.text))
        return date.text if date.precision in ("day", "month", "year") and date.text[-1].isdigit() and "X" not in date.text else iso(date.hi)

    def _document(self, path: str, source: str, batch: list[Fact]) -> str:
        title = next((str(s["title"]) for s in self.new_sources if s["id"] == source), None) or self.existing.sources[source].title
        subjects = list(dict.fromkeys(self.party(f.subject)[0] for f in batch))
        label = self._label(batch[0].term)
        if not self.origin.deal:  # the name of a file is no name for what stands in it
            title = f"{label[:1].upper()}{label[1:]}" + ("" if source in self.tables else f": {title}")
        head: dict[str, Node] = {
            "title": title,
            "kind": "report",
            "parties": subjects[:12],
            "announced": path.rpartition("/")[2][:10] if len(path.rpartition("/")[2]) >= 10 else path.rpartition("/")[2],
            "sources": [source] if source in self.tables else [source, self.table_source()],
            "allow": self.allowed.get(path, []),
            "clauses": [self._clause(fact, path, source) for fact in batch],
        }
        return record(head, f"Imported from {self.origin.name}.")

    def _clause(self, fact: Fact, path: str, source: str) -> dict[str, Node]:
        subject, _ = self.party(fact.subject)
        found = [self.party(h) for h in fact.holders]
        holders = list(dict.fromkeys(party for party, _ in found))
        before = [self.ids[id(f)] for f in self.before.get(id(fact), ()) if id(f) in self.ids]
        ends = fact.end is not None and fact.successor is None
        cite: dict[str, Node] = {"source": source} if source in self.tables else {"source": source, "relayed_by": [self.table_source()]}
        if source in self.tables:
            cite["at"] = f"line {fact.line}"
        return {
            "id": self.ids[id(fact)].partition("#")[2],
            "term": self.term(fact.term),
            "subject": subject,
            "holder": holders[0] if len(holders) == 1 else "",
            "holders": holders if len(holders) > 1 else [],
            "via": found[0][1] if len(holders) == 1 else "",
            "scope": fact.scope,
            "state": fact.state,
            "value": _value(fact.value),
            "from": fact.start.text if fact.start else "",
            fact.end_key or "until": fact.end_text if ends else "",
            "ended_by": path if ends and fact.closes else "",
            "replaces": before,
            "says": self._says(fact),
            "note": fact.row.get("note"),
            "status": self.status(fact, source),
            "cites": [cite],
        }

    def status(self, fact: Fact, source: str) -> str:
        """Confirmed takes a party's own word; a table that says so without naming one is a report."""
        tier = self.tiers[source]
        if fact.status == "confirmed" and tier not in ("party", "filing"):
            return "reported" if tier != "commentary" else "alleged"
        return "alleged" if fact.status == "reported" and tier == "commentary" else fact.status

    def _label(self, term: str) -> str:
        return " ".join(term.split())

    def _says(self, fact: Fact) -> str:
        """The row in words, without its days: those stand beside it."""
        label, who = self._label(fact.term), " and ".join(fact.holders)
        value = _told(fact.value) if fact.value else ""
        value += f" ({self.origin.priced})" if value and self.origin.priced else ""
        of = f" of {fact.subject}" if fact.subject != UNNAMED else ""
        lead = f"{fact.subject}: {label}" if trailing(label) or not (who or value) else f"{label[:1].upper()}{label[1:]}{of}"
        if fact.state == "no":
            words = f"{fact.subject}: no {label}" + (f" ({who})" if who else "")
        elif trailing(label) and who:
            words = f"{lead} {who}" + (f", {value}" if value else "")
        elif who or value:
            words = f"{lead}: {', '.join(w for w in (who, value) if w)}"
        else:
            words = lead + (" in part" if fact.state == "partly" else "")
        words += f" ({fact.scope})" if fact.scope else ""
        return (words[:_LONGEST_SAYS].rstrip() + "…" if len(words) > _LONGEST_SAYS else words) + "."

    # -- terms and deals --------------------------------------------------------------------------

    def _terms(self, new: list[Fact]) -> None:
        by_term: dict[str, list[Fact]] = {}
        for fact in new:
            by_term.setdefault(self.term(fact.term), []).append(fact)
        beside: dict[str, dict[str, list[Fact]]] = {}
        for fact in self.facts.facts:
            beside.setdefault(self.term(fact.term), {}).setdefault(fact.subject.casefold(), []).append(fact)
        labels = [self._label(facts[0].term) for facts in by_term.values()]
        others = [*labels, *(term.label for term in self.existing.terms.values())]
        heads = [
            short.casefold() for label in labels for short in {office_head(label), short_label(label), *relation(label).names, *called(label, others)}
        ]
        shared = {h for h in heads if heads.count(h) > 1}
        taken = frozenset((*self.parties, *self.terms, *shared, *(name.casefold() for names in self.short.values() for name in names)))
        for id, facts in by_term.items():
            if id not in self.existing.terms:
                label = self._label(facts[0].term)
                question = [] if id in self.unasked else own_question(label, facts, beside[id], self.ids)
                many = any(f.term.casefold() in self.facts.many for f in facts)
                self.plan.files[f"terms/{id}.md"] = term_record(
                    label, facts, question, self.origin.headings, many=many, people=id in self.offices, taken=taken, others=others
                )

    def _short_names(self, new: list[Fact]) -> None:
        """What the new parties are called for short."""
        held: dict[str, list[str]] = {}
        for fact in new:
            held.setdefault(fact.term, []).extend(fact.holders)
        offices = [t for t in held if self.origin.people or held_by_people(t, held[t])]
        self.offices = {self.term(t) for t in offices}
        people = {self.parties[h.casefold()][0]: h for t in offices for h in held[t]}
        for fact in new:
            sides = relation(fact.term).people
            named = [*([fact.subject] if "subject" in sides else []), *(fact.holders if "holder" in sides else [])]
            people.update({self.parties[name.casefold()][0]: name for name in named})
        known = [n for p in self.existing.parties.values() for n in (p.name, p.full_name, *p.aliases) if n]
        free = ShortNames([*known, *self.new_parties.values()], self.terms)
        people = {id: name for id, name in people.items() if id in self.new_parties}
        self.people = set(people)
        short = free.of(people, {id: name for id, name in self.new_parties.items() if id not in people})
        nouns = {(self.parties[h.casefold()][0], n) for t in held for n in (*relation(t).names, *relation(t).sorts) for h in held[t]}
        self.short = {id: [said for said in names if (id, said.casefold()) not in nouns] for id, names in short.items()}  # Channel 4 is no Channel

    def _deal_files(self, new: list[Fact]) -> None:
        for deal in self.deals:
            if deal in self.existing.deals:
                continue
            mine = [f for f in new if deal in (self.origin.deal, self.term(f.term))]
            terms = list(dict.fromkeys(self.term(f.term) for f in mine))
            subjects = list(dict.fromkeys(f.subject for f in mine))
            days = [f.start for f in mine if f.start and f.start.lo > DAWN]
            open_start = [f.start.hi for f in mine if f.start and f.start.lo <= DAWN]
            first = min((d.lo for d in days), default=FOREVER)
            begun = min((d.hi for d in days), default=FOREVER)  # an open start before then leaves the days before it possible
            label = self._label(mine[0].term)
            title = label if len(terms) == 1 and not self.origin.deal else deal.replace("-", " ")
            of = f" of {subjects[0]}" if len(subjects) == 1 and subjects[0] != UNNAMED and not self.origin.deal and not trailing(title) else ""
            title = f"{title[:1].upper()}{title[1:]}{of}"
            if not self.origin.deal:  # a deal that is called as its term would answer in the term's place
                title += f" ({self.origin.name})"
            coverage: dict[str, Node] = {
                "terms": terms,
                "from": iso(first) if days and begun < min(open_start, default=FOREVER) else "",
                "checked_through": self.origin.seen.text,
                "sources": self.origin.name,
                "gaps": "days that no row of the table covers",
            }
            head: dict[str, Node] = {
                "title": title,
                "kind": "table",
                "parties": [self.party(s)[0] for s in subjects],
                "summary": f"{len(mine)} row{'s' if len(mine) > 1 else ''} of {self.origin.name}.",
                "coverage": [coverage],
            }
            self.plan.files[f"deals/{deal}/deal.md"] = record(head)


def _value(value: Value | None) -> dict[str, Node]:
    if value is None:
        return {}
    if value.amount is None:
        return {"text": value.text}
    return {"amount": f"{_plain(value.amount):f}", "unit": value.unit, "hedge": value.hedge, "basis": value.basis}


def _plain(amount: Decimal) -> Decimal:
    """An amount without the zeros behind its point that a scale left there."""
    return amount.quantize(Decimal(1)) if amount == amount.to_integral_value() else amount


def _told(value: Value) -> str:
    """``about £240,000``, or the words of the cell."""
    if value.amount is None:
        return value.text or ""
    amount = int(value.amount) if value.amount == value.amount.to_integral_value() else float(value.amount)
    return value_words({"amount": amount, "unit": value.unit, "hedge": value.hedge, "period": None})


def settings(title: str, seen: Edtf, focus: str, coarse: str) -> str:
    """``tenor.toml`` of a new knowledge base."""
    lines = [f"title = {_toml(title)}", f'version = "{iso(seen.hi)[:7].replace("-", ".")}"']
    lines += [f'focus = "{focus}"'] if focus else []
    lines += [f'checked_through = "{seen.text}"']
    lines += [f'coarse_ends = "{coarse}"'] if coarse else []
    return "\n".join(lines) + "\n"


def _toml(text: str) -> str:
    quoted = scalar(text)
    return quoted if quoted.startswith('"') else f'"{quoted}"'
