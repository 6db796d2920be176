"""T3xx: every id that a record names leads to a record of the right kind."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from tenor.findings import Finding, at
from tenor.model import Cite, Origin, Records
from tenor.reader.fields import near
from tenor.reader.index import Index
from tenor.rules.base import Rule, never

_CLAUSE = ("clause",)
_ANY = ("clause", "instrument", "deal", "event", "dispute", "observation", "claim", "commentary", "term", "party")
_CODES = {"party": "T302", "term": "T303", "source": "T304", "deal": "T301"}


@dataclass(frozen=True, slots=True)
class Reference:
    """The field ``key`` of the record ``id`` names ``target``, which must be of one of ``kinds``."""

    id: str
    origin: Origin
    key: str
    target: str
    kinds: tuple[str, ...]


def _many(id: str, origin: Origin, key: str, targets: Iterable[str], *kinds: str) -> Iterator[Reference]:
    for number, target in enumerate(targets):
        yield Reference(id, origin, f"{key}.{number}", target, kinds)


def _maybe(id: str, origin: Origin, key: str, target: str | None, *kinds: str) -> Iterator[Reference]:
    if target:
        yield Reference(id, origin, key, target, kinds)


def _cites(id: str, origin: Origin, cites: Iterable[Cite]) -> Iterator[Reference]:
    for cite in cites:
        place = cite.origin or origin
        yield Reference(id, place, "source", cite.source, ("source",))
        yield from _many(id, place, "relayed_by", cite.relayed_by, "source")


def references(records: Records) -> Iterator[Reference]:
    """Every id that any record names, with its place."""
    yield from _maybe("", records.settings.origin, "focus", records.settings.focus, "party")
    for deal in records.deals.values():
        yield from _many(deal.id, deal.origin, "parties", deal.parties, "party")
        for coverage in deal.coverage:
            yield from _many(deal.id, coverage.origin, "terms", coverage.terms, "term")
    for instrument in records.instruments.values():
        id, origin = instrument.id, instrument.origin
        yield from _many(id, origin, "parties", instrument.parties, "party")
        yield from _many(id, origin, "amends", instrument.amends, "instrument")
        yield from _many(id, origin, "sources", instrument.sources, "source")
        yield from _many(id, origin, "also_in", instrument.also_in, "deal")
        for restatement in instrument.restates:
            yield from _maybe(id, restatement.origin, "clause", restatement.clause, "clause")
            yield from _cites(id, restatement.origin, restatement.cites)
    yield from _clauses(records)
    yield from _others(records)


def _clauses(records: Records) -> Iterator[Reference]:
    for clause in records.clauses.values():
        id, origin = clause.id, clause.origin
        yield Reference(id, origin, "term", clause.term, ("term",))
        yield Reference(id, origin, "subject", clause.subject, ("party", "deal"))
        yield from _maybe(id, origin, "holder", clause.holder, "party")
        yield from _many(id, origin, "holders", clause.holders, "party")
        yield from _maybe(id, origin, "ended_by", clause.ended_by, "clause", "instrument", "event")
        yield from _many(id, origin, "from_clauses", clause.from_clauses, "clause", "instrument", "event", "observation")
        yield from _many(id, origin, "replaces", clause.replaces, *_CLAUSE)
        yield from _many(id, origin, "retracts", clause.retracts, *_CLAUSE)
        for key in ("adds_to", "part_of", "exception_to", "discloses", "last_stated"):
            yield from _maybe(id, origin, key, getattr(clause, key), *_CLAUSE)
        yield from _many(id, origin, "also_in", clause.also_in, "deal")
        yield from _cites(id, origin, clause.cites)
        if clause.value is not None:
            yield from _cites(id, origin, clause.value.cites)


def _others(records: Records) -> Iterator[Reference]:
    for term in records.terms.values():
        id = f"term:{term.id}"
        yield from _many(id, term.origin, "implied_by", term.implied_by, "term")
        yield from _many(id, term.origin, "see_also", term.see_also, "term")
        for question in term.questions:
            yield from _many(id, question.origin, "clauses", question.clauses, "clause", "event", "claim", "observation")
    for source in records.sources.values():
        yield from _maybe(f"source:{source.id}", source.origin, "custom.by", source.by, "party")
    for event in records.events.values():
        id = f"event:{event.id}"
        yield from _many(id, event.origin, "parties", event.parties, "party")
        yield from _many(id, event.origin, "about", event.about, *_ANY)
        yield from _cites(id, event.origin, event.cites)
    for dispute in records.disputes.values():
        id = f"dispute:{dispute.id}"
        yield from _many(id, dispute.origin, "about", dispute.about, *_ANY)
        for position in dispute.positions:
            yield from _cites(id, dispute.origin, position.cites)
    for observation in records.observations.values():
        id = f"observation:{observation.id}"
        yield from _maybe(id, observation.origin, "by", observation.by, "party")
        yield from _many(id, observation.origin, "about", observation.about, *_ANY)
        yield from _cites(id, observation.origin, observation.cites)
    for commentary in records.commentaries.values():
        id = f"commentary:{commentary.id}"
        yield Reference(id, commentary.origin, "speaker", commentary.speaker, ("party",))
        yield Reference(id, commentary.origin, "source", commentary.source, ("source",))
        for claim in commentary.claims:
            yield from _many(f"{id}#{claim.id}", claim.origin, "about", claim.about, *_ANY)
            yield from _many(f"{id}#{claim.id}", claim.origin, "evidence", claim.evidence, *_ANY)
            yield from _cites(f"{id}#{claim.id}", claim.origin, claim.cites)
    for change in records.changes:
        yield from _many("", change.origin, "ids", change.ids, *_ANY, "source")


def _judge(records: Records, code: str) -> Iterator[Finding]:
    index = Index(records)
    by_kind: dict[str, list[str]] = {}
    for id, kind in index.kinds.items():
        by_kind.setdefault(kind, []).append(id)
    for ref in references(records):
        single = len(ref.kinds) == 1 and ref.kinds[0] in ("party", "term", "source")
        kind = ref.kinds[0]
        public = f"{kind}:{ref.target}" if single else ref.target
        if not single and "party" in ref.kinds and f"party:{ref.target}" in index.kinds:
            public = f"party:{ref.target}"
        found = index.kinds.get(public)
        if found in ref.kinds:
            continue
        problem = _problem(index, ref, kind if single else "", public, found)
        if problem and problem[0] == code:
            message, fix = problem[1], problem[2]
            if not fix and code != "T306":
                known = [i for k in ref.kinds for i in by_kind.get(k, ())]
                close = near(public, known, cutoff=0.8)
                fix = f"did you mean `{close.removeprefix(f'{kind}:') if single else close}`?" if close else ""
            yield at(ref.origin, code, message, key=ref.key, id=ref.id, fix=fix)


def _problem(index: Index, ref: Reference, single: str, public: str, found: str | None) -> tuple[str, str, str] | None:
    """The code, the message and the remedy of a reference that does not hold; None where the record behind it was reported already."""
    field = ref.key.partition(".")[0] if not ref.key.startswith("custom.") else ref.key.partition(".")[2]
    wanted = " or a ".join(_article(k) for k in ref.kinds[:4])
    if found is not None:
        return "T305", f"`{field}` takes a {wanted}, and `{ref.target}` is a {found}", ""
    if index.is_broken(ref.target, single):
        return None
    meant = index.resolve(public)
    if len(meant) > 1:
        return "T306", f"`{ref.target}` can be {' or '.join(f'`{m}`' for m in meant)}", ""
    if len(meant) == 1:
        return "T301" if not single else _CODES[single], f"`{ref.target}` is an old id", f"write `{meant[0].removeprefix(f'{single}:')}`"
    if single:
        return _CODES[single], f"there is no {single} `{ref.target}`", ""
    if ref.kinds == ("party", "deal"):
        return "T302", f"there is no party `{ref.target}`", ""
    return "T301", f"there is no record `{ref.target}`", ""


def _article(kind: str) -> str:
    return {"instrument": "document (<deal>/<file>)", "clause": "clause (<deal>/<file>#<clause>)"}.get(kind, kind)


def _judged(code: str) -> Callable[[Records], Iterator[Finding]]:
    def check(records: Records) -> Iterator[Finding]:
        return _judge(records, code)

    return check


def foreign_product(records: Records) -> Iterator[Finding]:
    """T307."""
    for clause in records.clauses.values():
        if clause.via is None:
            continue
        owners = clause.all_holders or tuple(records.parties)
        if all(owner in records.parties and clause.via not in {p.id for p in records.parties[owner].products} for owner in owners):
            whose = " or ".join(f"`{o}`" for o in clause.all_holders) or "any party"
            known = sorted({p.id for o in owners for p in records.parties[o].products})
            fix = f"write one of {', '.join(known)}, or add the product to the party" if known and clause.all_holders else ""
            yield at(clause.origin, "T307", f"`{clause.via}` is no product of {whose}", key="via", id=clause.id, fix=fix)


def circles(records: Records) -> Iterator[Finding]:
    """T308."""
    for key in ("replaces", "from_clauses", "retracts", "adds_to", "part_of", "exception_to", "discloses", "last_stated"):
        edges: dict[str, tuple[str, ...]] = {}
        for clause in records.clauses.values():
            targets = getattr(clause, key)
            if targets:
                edges[clause.id] = (targets,) if isinstance(targets, str) else targets
        for id in _in_circles(edges):
            clause = records.clauses[id]
            place = f"{key}.0" if f"{key}.0" in clause.origin.keys else key
            yield at(clause.origin, "T308", f"`{key}` leads back to the clause itself", key=place, id=id)
    implied = {term.id: term.implied_by for term in records.terms.values() if term.implied_by}
    for id in _in_circles(implied):
        yield at(records.terms[id].origin, "T308", "`implied_by` leads back to the term itself", key="implied_by", id=f"term:{id}")


def _in_circles(edges: dict[str, tuple[str, ...]]) -> Iterator[str]:
    """The first node, in order, of every circle."""
    done: set[str] = set()
    for start in edges:
        stack = [(start, iter(edges[start]))]
        path = {start: None}
        while stack and start not in done:
            node, rest = stack[-1]
            for target in rest:
                if target in path:
                    yield target
                    done.update(path)
                elif target in edges and target not in done:
                    path[target] = None
                    stack.append((target, iter(edges[target])))
                    break
            else:
                done.add(node)
                path.pop(node, None)
                stack.pop()


def no_deal(records: Records) -> Iterator[Finding]:
    """T309."""
    reported: set[str] = set()
    for instrument in records.instruments.values():
        deal = instrument.deal
        if deal not in records.deals and deal not in reported and deal not in records.broken:
            reported.add(deal)
            yield at(instrument.origin, "T309", f"deals/{deal}/ has no deal.md", id=instrument.id)


_TEMPLATE = """
=== clauses
- id: chair
  term: {term}
  subject: club
  holder: {holder}
  from: 2022-03-01
  replaces: {replaces}
  says: Bob Ray chairs the club.
  status: confirmed
  cites: [{{source: {source}}}]
"""


def _sample(term: str = "chair", holder: str = "bob", replaces: str = "club/2020-01-01#chair", source: str = "club-2022-03-01") -> str:
    return _TEMPLATE.format(term=term, holder=holder, replaces=replaces, source=source)


_GOOD = _sample()
_BAD_CITE = _sample().replace("cites: [{source: club-2022-03-01}]", "cites: [{source: club-2022-03-10}] # <--")
_RENT = "=== clauses\n- id: rent\n  term: rent\n  subject: club\n  holder: {}\n  from: 2022-03-01\n  says: The club rents it.\n  status: confirmed\n  cites: [{{source: club-2022-03-01}}]\n"
_EVENTS = "=== events/{0}.md\n---\ntitle: Flood\ndate: 2021-05-01\nabout: {1}\nsays: The river flooded the club.\nstatus: reported\ncites: [{{source: gazette-2022-03-02}}]\n---\n"
_DISPUTE = "=== disputes/flood.md\n---\ntitle: Flood\nabout: club/2020-01-01#chair\npositions: [{says: It came., cites: [{source: gazette-2022-03-02}]}]\n---\n"
_ALLOWED = (
    "=== deals/club/2025-02-01.md\n---\ntitle: Notice\nkind: notice\nannounced: {}\nallow:\n  - {{code: T210, why: found on the last day}}{}\n---\n"
)

RULES: tuple[Rule, ...] = (
    Rule(
        "T301", "unknown-record", "every clause, document, deal and other record that is named exists", "a chain of versions that leads nowhere ends in a wrong answer",
        "correct the id", _GOOD, _sample(replaces="club/2020-01-01#chairs # <--"), _judged("T301"),
    ),
    Rule(
        "T302", "unknown-party", "every party that is named has a file", "questions find records through their parties", "correct the id, or add parties/<id>.md",
        _GOOD, _sample(holder="rob # <--"), _judged("T302"),
    ),
    Rule(
        "T303", "unknown-term", "every term that is named has a file", "questions find clauses through their terms", "correct the id, or add terms/<id>.md",
        _GOOD, _GOOD.replace("holder: bob", "holder: bob").replace("term: chair", "term: chief # <--"), _judged("T303"),
    ),
    Rule(
        "T304", "unknown-source", "every source that is cited is in the bibliography", "a cite that leads nowhere supports nothing",
        "correct the id, or add the source under sources/", _GOOD, _BAD_CITE, _judged("T304"),
    ),
    Rule(
        "T305", "wrong-kind", "an id that is named is of the kind that the field takes", "a document cannot stand where a clause is meant", "name a record of the right kind",
        _GOOD, _sample(replaces="club/2020-01-01 # <--"), _judged("T305"),
    ),
    Rule(
        "T306", "ambiguous-name", "a bare name leads to one record", "the program would have to guess", "write the kind before it, such as event:flood",
        _EVENTS.format("flood", "club/2020-01-01#chair") + _EVENTS.format("ebb", "event:flood") + _DISPUTE,
        _EVENTS.format("flood", "club/2020-01-01#chair") + _EVENTS.format("ebb", "flood # <--") + _DISPUTE, _judged("T306"),
    ),
    Rule(
        "T307", "foreign-product", "`via` is a product of the holder", "a question about the product would find the wrong party",
        "add the product to the holder's file, or correct `via`", _RENT.format("bob\n  via: mill"), _RENT.format("ann\n  via: mill # <--"), foreign_product,
    ),
    Rule(
        "T308", "circle", "no clause or term leads back to itself", "the program would follow it for ever", "break the circle",
        _GOOD, _sample(replaces="club/2022-03-01#chair # <--").replace("from: 2022-03-01", "from: 2022-03-01\n  exception_to: club/2020-01-01#chair"), circles,
    ),
    Rule(
        "T309", "deal-without-file", "a folder of documents has a deal.md", "the deal has no title, no parties and no coverage", "add deal.md to the folder",
        _GOOD, "=== deals/house/2021-01-01.md\n---\ntitle: Lease # <--\nkind: lease\nannounced: 2021-01-01\n---\n", no_deal,
    ),
    Rule(
        "T390", "useless-exception", "what a record allows itself, it does", "an exception that nothing needs would hide the next mistake", "delete the entry",
        _ALLOWED.format("2025-02-01", ""), _ALLOWED.format("2024-02-01", " # <--").replace("2025-02-01.md", "2024-02-01.md"), never,
    ),
)  # fmt: skip
