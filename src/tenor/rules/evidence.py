"""T1xx: who says so, and whether that is enough for the status that a record claims."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tenor.dates import FOREVER, iso
from tenor.evidence import Evidence
from tenor.findings import Finding, Severity, at
from tenor.model import Cite, Clause, Origin, Records, Source
from tenor.rules.base import Rule

_OWN_WORD = ("party", "filing")
_BETTER_THAN_TALK = ("party", "filing", "court", "press")
#: Days after an announcement by which some source should have told of it.
_LATE_BY = 31
_READ = ("full", "excerpt", "relayed")


@dataclass(frozen=True, slots=True)
class Statement:
    """A record claims a status, and rests it on these cites. ``key`` is the field that says so."""

    id: str
    origin: Origin
    status: str
    cites: tuple[Cite, ...]
    kind: str
    key: str = "status"


def statements(records: Records) -> Iterator[Statement]:
    """Every clause, every value with a status of its own, every event and observation. What a restating document says counts for the clause."""
    restated: dict[str, tuple[Cite, ...]] = {}
    for instrument in records.instruments.values():
        for restatement in instrument.restates:
            restated[restatement.clause] = restated.get(restatement.clause, ()) + restatement.cites
    for clause in records.clauses.values():
        yield Statement(clause.id, clause.origin, clause.status, clause.cites + restated.get(clause.id, ()), "clause")
        if clause.value is not None and clause.value.status and clause.value.cites:
            yield Statement(clause.id, clause.origin, clause.value.status, clause.value.cites, "value", "value.status")
    for event in records.events.values():
        yield Statement(f"event:{event.id}", event.origin, event.status, event.cites, "event")
    for observation in records.observations.values():
        yield Statement(f"observation:{observation.id}", observation.origin, observation.status, observation.cites, "observation")


def _resolved(records: Records, cites: Iterable[Cite]) -> list[tuple[Cite, Source]]:
    return [(c, records.sources[c.source]) for c in cites if c.source in records.sources]


def _known(records: Records, statement: Statement) -> bool:
    """False where a cite does not resolve: that is another rule's finding, and judging the rest would report it twice."""
    return bool(statement.cites) and all(c.source in records.sources for c in statement.cites)


def _list(found: Iterable[tuple[Cite, Source]]) -> str:
    return ", ".join(dict.fromkeys(f"{s.id} ({s.tier}{', part' if c.part else ''}{', not read' if s.read == 'not-read' else ''})" for c, s in found))


def no_source(records: Records) -> Iterator[Finding]:
    """T101."""
    for clause in records.clauses.values():
        if not clause.cites and not clause.from_clauses and not clause.unstated and clause.status not in ("inferred", "unstated"):
            yield at(clause.origin, "T101", f"the clause `{clause.id.rpartition('#')[2]}` names no source", id=clause.id)
    for event in records.events.values():
        if not event.cites:
            yield at(event.origin, "T101", "the event names no source", id=f"event:{event.id}")
    for observation in records.observations.values():
        if not observation.cites:
            yield at(observation.origin, "T101", "the observation names no source", id=f"observation:{observation.id}")
    for dispute in records.disputes.values():
        for number, position in enumerate(dispute.positions, 1):
            if not position.cites:
                yield at(dispute.origin, "T101", f"position {number} names no source", key="positions", id=f"dispute:{dispute.id}")
    for instrument in records.instruments.values():
        for restatement in instrument.restates:
            if not restatement.cites:
                yield at(restatement.origin, "T101", f"the restatement of `{restatement.clause}` names no source", id=instrument.id)


def unsupported_confirmed(records: Records) -> Iterator[Finding]:
    """T102."""
    for statement in statements(records):
        if statement.status != "confirmed" or not _known(records, statement):
            continue
        tiers = (*_OWN_WORD, "court") if statement.kind == "event" else _OWN_WORD
        found = _resolved(records, statement.cites)
        if statement.kind == "observation" and any(not c.part and (s.read in _READ or c.relayed_by) for c, s in found):
            continue  # a data set is its own witness: what is confirmed is that it was published so
        if not any(not c.part and s.tier in tiers and (s.read in _READ or c.relayed_by) for c, s in found):
            own = [(c, s) for c, s in found if s.tier in tiers]
            reason = "its party statement was not read or says only a part" if own else "it rests on no party statement or filing"
            yield at(statement.origin, "T102", f"confirmed, but {reason}: {_list(found)}", key=statement.key, id=statement.id)


def unsupported_reported(records: Records) -> Iterator[Finding]:
    """T103."""
    for statement in statements(records):
        if statement.status == "reported" and _known(records, statement):
            found = _resolved(records, statement.cites)
            if not any(s.tier in _BETTER_THAN_TALK for _, s in found):
                yield at(statement.origin, "T103", f"reported, but no press or better says so: {_list(found)}", key=statement.key, id=statement.id)


def talk_alone(records: Records) -> Iterator[Finding]:
    """T104."""
    for statement in statements(records):
        if statement.status == "disputed" and _known(records, statement):
            found = _resolved(records, statement.cites)
            if all(s.tier == "commentary" for _, s in found):
                yield at(
                    statement.origin, "T104", f"{statement.status}, but only commentary says so: {_list(found)}", key=statement.key, id=statement.id
                )


def no_premises(records: Records) -> Iterator[Finding]:
    """T105."""
    for clause in records.clauses.values():
        if clause.status == "inferred" and not clause.from_clauses:
            yield at(clause.origin, "T105", "inferred, but from nothing that is named", key="status", id=clause.id)


def unstated_without_past(records: Records) -> Iterator[Finding]:
    """T106."""
    for clause in records.clauses.values():
        if clause.unstated and not clause.last_stated and not clause.says:
            yield at(clause.origin, "T106", "unstated, but neither what is silent nor what spoke last is named", key="unstated", id=clause.id)


def unstated_mismatch(records: Records) -> Iterator[Finding]:
    """T107."""
    for clause in records.clauses.values():
        if clause.unstated != (clause.status == "unstated"):
            message = f"`unstated: yes` with the status {clause.status}" if clause.unstated else "the status unstated without `unstated: yes`"
            yield at(clause.origin, "T107", message, key="status", id=clause.id)


def _sources(records: Records, code: str, message: str, wrong: Iterable[Source], key: str = "") -> Iterator[Finding]:
    for source in wrong:
        yield at(source.origin, code, message.format(source.id), key=key, id=f"source:{source.id}")


def no_publisher(records: Records) -> Iterator[Finding]:
    """T110."""
    yield from _sources(records, "T110", "`{}` has no publisher", (s for s in records.sources.values() if not s.publisher))


def no_source_date(records: Records) -> Iterator[Finding]:
    """T111."""
    wrong = (s for s in records.sources.values() if s.issued is None and s.first_seen is None)
    yield from _sources(records, "T111", "`{}` has no date", wrong)


def no_address(records: Records) -> Iterator[Finding]:
    """T112."""
    wrong = (s for s in records.sources.values() if not s.url and not s.no_url)
    yield from _sources(records, "T112", "`{}` has no address and no reason why", wrong)


def no_read_mark(records: Records) -> Iterator[Finding]:
    """T113."""
    yield from _sources(records, "T113", "`{}` does not say how it was read", (s for s in records.sources.values() if not s.read))


def nobodys_word(records: Records) -> Iterator[Finding]:
    """T114."""
    wrong = (s for s in records.sources.values() if s.tier == "party" and not s.by)
    yield from _sources(records, "T114", "`{}` is a party's text, but no party is named", wrong, "custom.tier")


def copy_as_original(records: Records) -> Iterator[Finding]:
    """T115."""
    wrong = (s for s in records.sources.values() if s.read_at and s.read_at == s.url)
    yield from _sources(records, "T115", "`{}` gives the copy that was read as its own address", wrong, "custom.read_at")


def seen_before_its_date(records: Records) -> Iterator[Finding]:
    """T116. Measured against ``checked_through``, never against the wall clock."""
    checked = records.settings.checked_through.hi
    wrong = (s for s in records.sources.values() if s.issued is not None and s.issued.hi > checked and s.first_seen is None)
    yield from _sources(records, "T116", "`{}` may have been published after the records were checked", wrong, "issued")


def unnamed_relay(records: Records) -> Iterator[Finding]:
    """T117."""
    for statement in statements(records):
        if statement.status != "confirmed" or not _known(records, statement):
            continue
        found = [(c, s) for c, s in _resolved(records, statement.cites) if not c.part and s.tier in (*_OWN_WORD, "court")]
        if found and all(s.read == "relayed" and not c.relayed_by for c, s in found):
            message = f"confirmed by what was read through other pages, and none of them is named: {_list(found)}"
            yield at(statement.origin, "T117", message, key=statement.key, id=statement.id)


def weaker_value(records: Records) -> Iterator[Finding]:
    """T120."""
    for clause in records.clauses.values():
        if clause.value is not None and clause.value.status and not clause.value.cites:
            yield at(clause.origin, "T120", f"the value is {clause.value.status}, but nothing says who says so", key="value.status", id=clause.id)


def _weighed(records: Records) -> Iterator[tuple[Clause, list[tuple[Cite, Source]]]]:
    restated: dict[str, tuple[Cite, ...]] = {}
    for instrument in records.instruments.values():
        for restatement in instrument.restates:
            restated[restatement.clause] = restated.get(restatement.clause, ()) + restatement.cites
    for clause in records.clauses.values():
        found = _resolved(records, clause.cites + restated.get(clause.id, ()))
        if found:
            yield clause, found


def one_source(records: Records) -> Iterator[Finding]:
    """T130."""
    for clause, found in _weighed(records):
        if len({s.id for _, s in found}) == 1:
            yield at(clause.origin, "T130", f"rests on one source: {_list(found[:1])}", key="cites", id=clause.id)


def nothing_read(records: Records) -> Iterator[Finding]:
    """T131."""
    for clause, found in _weighed(records):
        if all(s.read == "not-read" and not c.relayed_by for c, s in found):
            yield at(clause.origin, "T131", f"rests only on sources that nobody read: {_list(found)}", key="cites", id=clause.id)


def one_relay(records: Records) -> Iterator[Finding]:
    """T132."""
    for clause, found in _weighed(records):
        relays = {r for c, _ in found for r in c.relayed_by}
        if len(relays) == 1 and all(c.relayed_by for c, _ in found):
            yield at(clause.origin, "T132", f"every source was read through one page: {relays.pop()}", key="cites", id=clause.id)


def known_late(records: Records) -> Iterator[Finding]:
    """T133. What a later document discloses is known from that document on, by its nature."""
    evidence = Evidence(records)
    for clause in records.clauses.values():
        instrument = records.instruments.get(clause.instrument)
        if instrument is None or instrument.announced is None or clause.discloses or not clause.cites:
            continue
        known = evidence.clause_known(clause)
        if instrument.announced.hi + _LATE_BY < known < FOREVER:
            message = f"announced {instrument.announced.text}, but no source says all of it before {iso(known)}"
            yield at(clause.origin, "T133", message, key="cites", id=clause.id)


_TEMPLATE = """
=== clauses
- id: chair
  term: chair
  subject: club
  holder: bob
  from: 2022-03-01
  replaces: club/2020-01-01#chair
  says: Bob Ray chairs the club.
{}
"""


def _clause(*lines: str) -> str:
    return _TEMPLATE.format("\n".join(f"  {line}" for line in lines))


def _source(fields: str, custom: str) -> str:
    return f"=== sources/extra.yaml\nreferences:\n  - id: extra-1\n    type: webpage\n    title: Extra\n{fields}    custom:\n{custom}"


_GOOD = _clause("status: confirmed", "cites: [{source: club-2022-03-01, at: article 2}]")
_VALUE = """
=== clauses
- id: rent
  term: rent
  subject: club
  holder: bob
  via: mill
  from: 2022-03-01
  value: {{amount: 900, unit: USD/month, hedge: exactly, basis: total, status: reported{}}}{}
  says: The club rents the mill from Bob Ray.
  status: confirmed
  cites: [{{source: club-2022-03-01, part: no}}]
"""
_FINE = "    publisher: E\n    issued: 2020\n    URL: https://e.example/1\n"
_LATE = _FINE.replace("2020", "2025")
_RELAYED = _source(_FINE, "      tier: party\n      by: club\n      read: relayed\n")
_WORD = "as strong as the weakest thing it rests on, and readers take the status as a promise"

RULES: tuple[Rule, ...] = (
    Rule(
        "T101", "no-source", "every clause, event, observation, position and restatement names who says so; an inference names its premises instead",
        "every sentence that is printed must lead to a source", "add `cites: [{source: …, at: …}]`",
        _GOOD, _clause("status: reported").replace("- id: chair", "- id: chair # <--"), no_source,
    ),
    Rule(
        "T102", "confirmed-without-party", "what is confirmed has a full cite of a party's own text or a filing that was read, or relayed by a named page;"
        " an event may rest on a court", f"a record is {_WORD}",
        'set the status to "reported", cite the party\'s text or a filing, or name the page through which it was read in `relayed_by`',
        _GOOD, _clause("status: confirmed # <--", "cites: [{source: gazette-2022-03-02}]"), unsupported_confirmed,
    ),
    Rule(
        "T103", "reported-without-press", "what is reported has a cite of the press or better", f"a record is {_WORD}",
        'set the status to "alleged" or "opinion", or cite the press',
        _clause("status: reported", "cites: [{source: gazette-2022-03-02}]"), _clause("status: reported # <--", "cites: [{source: blog-2022-03-03}]"),
        unsupported_reported,
    ),
    Rule(
        "T104", "commentary-alone", "commentary alone supports only what is alleged or an opinion", f"a record is {_WORD}",
        'set the status to "alleged" or "opinion", or cite the sources that contradict each other',
        _clause("status: alleged", "cites: [{source: blog-2022-03-03}]"), _clause("status: disputed # <--", "cites: [{source: blog-2022-03-03}]"), talk_alone,
    ),
    Rule(
        "T105", "inferred-without-premises", "an inference names the clauses that it is drawn from", "withdraw a premise and the inference must fall with it",
        "add `from_clauses:`", _clause("status: inferred", "from_clauses: club/2020-01-01#chair"), _clause("status: inferred # <--"), no_premises,
    ),
    Rule(
        "T106", "unstated-without-past", "what is unstated says which text is silent, or names the clause that spoke last",
        "silence is only worth recording beside what was said before", "add `last_stated:` or `says:`",
        _clause("status: unstated", "unstated: yes", "last_stated: club/2020-01-01#chair"),
        _clause("status: unstated", "unstated: yes # <--").replace("  says: Bob Ray chairs the club.\n", ""), unstated_without_past,
    ),
    Rule(
        "T107", "unstated-mismatch", "`unstated: yes` and the status unstated go together", "answers would say both that a text says it and that none does",
        "add the one that is missing", _clause("status: unstated", "unstated: yes", "last_stated: club/2020-01-01#chair"),
        _clause("status: unstated # <--", "cites: [{source: club-2022-03-01}]"), unstated_mismatch,
    ),
    Rule(
        "T110", "source-without-publisher", "a source has a publisher, or a container-title", "a citation without a publisher cannot be judged",
        "add `publisher:`, or `container-title:` for an article", _source(_FINE, "      tier: press\n      read: full\n"),
        _source("    issued: 2020\n    URL: https://e.example/1\n", "      tier: press\n      read: full\n").replace("extra-1", "extra-1 # <--"), no_publisher,
    ),
    Rule(
        "T111", "source-without-date", "a source has a publication date, or the day on which it was first seen",
        "the day from which something was known is computed from it", "add `issued:`, or `custom.first_seen:`",
        _source(_FINE, "      tier: press\n      read: full\n"),
        _source("    publisher: E\n    URL: https://e.example/1\n", "      tier: press\n      read: full\n").replace("extra-1", "extra-1 # <--"), no_source_date,
    ),
    Rule(
        "T112", "source-without-address", "a source has an address, or the reason why there is none", "readers must be able to look it up",
        "add `URL:`, or `custom.no_url:` with the reason", _source("    publisher: E\n    issued: 2020\n", "      tier: press\n      read: full\n      no_url: in print only\n"),
        _source("    publisher: E\n    issued: 2020\n", "      tier: press\n      read: full\n").replace("extra-1", "extra-1 # <--"), no_address,
    ),
    Rule(
        "T113", "source-without-read-mark", "a source says how it was read", "a text that nobody read supports nothing",
        "add `custom.read:` full, excerpt, relayed or not-read", _source(_FINE, "      tier: press\n      read: full\n"),
        _source(_FINE, "      tier: press\n").replace("extra-1", "extra-1 # <--"), no_read_mark,
    ),
    Rule(
        "T114", "nobodys-word", "a party's text names the party", "a party's word counts for what that party did", "add `custom.by:`",
        _source(_FINE, "      tier: party\n      by: ann\n      read: full\n"), _source(_FINE, "      tier: party # <--\n      read: full\n"), nobodys_word,
        Severity.WARNING,
    ),
    Rule(
        "T115", "copy-as-original", "the address of a source is its publisher's, not that of the copy that was read",
        "copies vanish, and a reader must see whose page it is", "give the publisher's address as `URL`, or leave `URL` out and say why in `no_url`",
        _source(_FINE, "      tier: press\n      read: full\n      read_at: https://copy.example/1\n"),
        _source(_FINE, "      tier: press\n      read: full\n      read_at: https://e.example/1 # <--\n"), copy_as_original,
    ),
    Rule(
        "T116", "published-after-the-check", "a source whose date may lie after `checked_through` says when it was first seen",
        "a year as a date counts from its last day, so what the source says would be known only in the future",
        "add `custom.first_seen:`", _source(_LATE, "      tier: press\n      read: full\n      first_seen: 2025-02-01\n"),
        _source(_LATE.replace("2025", "2025 # <--"), "      tier: press\n      read: full\n"), seen_before_its_date, Severity.WARNING,
    ),
    Rule(
        "T117", "unnamed-relay", "what is confirmed by a text that was read through another page names that page",
        "the text cannot be checked without the page that quotes it", 'name the page in `relayed_by`, or set the status to "reported"',
        _clause("status: confirmed", "cites: [{source: extra-1, relayed_by: gazette-2022-03-02}]") + _RELAYED,
        _clause("status: confirmed # <--", "cites: [{source: extra-1}]") + _RELAYED, unnamed_relay,
    ),
    Rule(
        "T120", "weaker-value-without-cites", "a value with a status of its own has cites of its own", "its status would rest on nothing",
        "add `cites:` inside the value", _VALUE.format(", cites: [{source: gazette-2022-03-02}]", ""), _VALUE.format("", " # <--"), weaker_value,
    ),
    Rule(
        "T130", "one-source", "a clause rests on more than one source", "one source can be wrong", "add a second source where there is one",
        _clause("status: confirmed", "cites: [{source: club-2022-03-01}, {source: gazette-2022-03-02}]"),
        _clause("status: confirmed", "cites: [{source: club-2022-03-01}] # <--"), one_source, Severity.WARNING, True,
    ),
    Rule(
        "T131", "nothing-read", "a clause rests on a source that was read", "a cite that was copied from elsewhere may not say it",
        "read one of the sources, or name the page that relayed it", _GOOD,
        _clause("status: reported", "cites: [{source: extra-1}] # <--") + _source(_FINE, "      tier: press\n      read: not-read\n"), nothing_read,
        Severity.WARNING, True,
    ),
    Rule(
        "T132", "one-relay", "the sources of a clause were not all read through the same page", "one slip of one page would stand behind all of them",
        "read one of the sources itself", _GOOD,
        _clause("status: confirmed", "cites: [{source: club-2022-03-01, relayed_by: blog-2022-03-03}] # <--"), one_relay, Severity.WARNING, True,
    ),
    Rule(
        "T133", "known-late", "what was announced has a source of the time that says all of it",
        "asked what was known soon after, the answer would be nothing", "cite the announcement itself, or a report of the day",
        _GOOD, _clause("status: confirmed", "cites: [{source: extra-1}] # <--") + _source(_LATE, "      tier: party\n      by: club\n      read: full\n      first_seen: 2025-02-01\n"),
        known_late, Severity.WARNING, True,
    ),
)  # fmt: skip
