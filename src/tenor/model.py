"""What the records say, as frozen values. Nothing here knows files, SQL or terminals.

Each class docstring is the sentence that a value of it would say. Ids are the public ids of ``docs/records.md``, without the kind prefix
where a field can hold only one kind. Every record keeps its ``origin`` so that a finding, a citation and a page can point at the line to edit.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from tenor.dates import Edtf

STATUSES = ("confirmed", "inferred", "reported", "alleged", "opinion", "disputed", "unstated")
TIERS = ("filing", "party", "court", "press", "commentary")
VERDICTS = ("supported", "supported-in-part", "reported-elsewhere", "contradicted", "unsupported", "opinion")
HEDGES = ("exactly", "about", "up-to", "at-least")
#: The kind of a party that is a person.
PERSON = "person"
BASES = ("total", "increment", "level", "ceiling")
STATES = ("yes", "no", "partly")
ANSWERS = ("holder", "yes-no", "amount", "date", "text")
READ_MARKS = ("full", "excerpt", "relayed", "not-read")
URL_MARKS = ("seen", "derived", "from-memory")
INSTRUMENT_KINDS = (
    "agreement", "amendment", "memorandum", "statement", "notice", "investment", "license", "lease", "filing",
    "announcement", "program", "availability", "report",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Origin:
    """I stand in ``path`` (relative to the knowledge base) at ``line``:``column``, both from 1. ``keys`` has the place of each field."""

    path: str
    line: int = 1
    column: int = 1
    keys: Mapping[str, tuple[int, int]] = field(default_factory=dict, compare=False)


@dataclass(frozen=True, slots=True)
class Cite:
    """``source`` says it, at ``at``; read through the pages in ``relayed_by``; only a part of it where ``part``."""

    source: str
    at: str = ""
    relayed_by: tuple[str, ...] = ()
    part: bool = False
    origin: Origin | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Value:
    """About ``amount`` (or ``low`` to ``high``) of ``unit``; whose word it is where ``status`` is weaker than the clause's."""

    amount: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    unit: str = ""
    hedge: str = ""
    basis: str = ""
    status: str = ""
    as_of: Edtf | None = None
    period: str = ""
    items: tuple[str, ...] = ()
    text: str = ""
    cites: tuple[Cite, ...] = ()


@dataclass(frozen=True, slots=True)
class Clause:
    """For ``subject``, ``holder`` had ``term`` from ``start`` until ``until``, says ``cites``."""

    id: str
    instrument: str
    deal: str
    term: str
    subject: str
    says: str
    status: str
    holder: str | None = None
    holders: tuple[str, ...] = ()
    via: str | None = None
    scope: str | None = None
    exclusive: str | None = None
    state: str | None = None
    value: Value | None = None
    start: Edtf | None = None
    until: Edtf | None = None
    through: Edtf | None = None
    ends_when: str = ""
    ended_by: str | None = None
    observed: tuple[Edtf, ...] = ()
    label: str = ""
    words: tuple[str, ...] = ()
    note: str = ""
    cites: tuple[Cite, ...] = ()
    from_clauses: tuple[str, ...] = ()
    replaces: tuple[str, ...] = ()
    adds_to: str | None = None
    part_of: str | None = None
    exception_to: str | None = None
    discloses: str | None = None
    retracts: tuple[str, ...] = ()
    unstated: bool = False
    last_stated: str | None = None
    also_in: tuple[str, ...] = ()
    formerly: tuple[str, ...] = ()
    origin: Origin = Origin("")

    @property
    def all_holders(self) -> tuple[str, ...]:
        """The one holder, or all joint holders, or none."""
        return self.holders or ((self.holder,) if self.holder else ())

    @property
    def beside(self) -> bool:
        """True for a clause that stands beside a version instead of being one."""
        return bool(self.adds_to or self.part_of or self.exception_to)


@dataclass(frozen=True, slots=True)
class Restatement:
    """This instrument says that ``clause`` is unchanged."""

    clause: str
    cites: tuple[Cite, ...] = ()
    says: str = ""
    origin: Origin = Origin("")


@dataclass(frozen=True, slots=True)
class Instrument:
    """I am a dated document of a deal, and these are my clauses."""

    id: str
    deal: str
    title: str
    kind: str
    parties: tuple[str, ...]
    announced: Edtf | None
    signed: Edtf | None = None
    effective: Edtf | None = None
    published: Edtf | None = None
    amends: tuple[str, ...] = ()
    binding: str | None = None
    text_public: str = ""
    names: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    restates: tuple[Restatement, ...] = ()
    clauses: tuple[Clause, ...] = ()
    also_in: tuple[str, ...] = ()
    formerly: tuple[str, ...] = ()
    body: str = ""
    origin: Origin = Origin("")


@dataclass(frozen=True, slots=True)
class Coverage:
    """For these terms (``all`` where empty) the record claims to be complete from ``start`` through ``checked_through``."""

    terms: tuple[str, ...]
    start: Edtf | None
    checked_through: Edtf
    sources: str = ""
    gaps: str = ""
    origin: Origin = Origin("")


@dataclass(frozen=True, slots=True)
class Deal:
    """I am a line of instruments between these parties."""

    id: str
    title: str
    kind: str
    parties: tuple[str, ...]
    summary: str
    names: tuple[str, ...] = ()
    coverage: tuple[Coverage, ...] = ()
    formerly: tuple[str, ...] = ()
    body: str = ""
    origin: Origin = Origin("")


@dataclass(frozen=True, slots=True)
class Product:
    """I belong to a party, and people name me when they mean it."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Party:
    """I can hold a right, owe one, or speak."""

    id: str
    name: str
    kind: str
    full_name: str = ""
    aliases: tuple[str, ...] = ()
    products: tuple[Product, ...] = ()
    fiscal_year_ends: str = ""
    ids: Mapping[str, str] = field(default_factory=dict)
    formerly: tuple[str, ...] = ()
    body: str = ""
    origin: Origin = Origin("")


@dataclass(frozen=True, slots=True)
class TermQuestion:
    """Asked this, the program must come back with these clauses (and this yes or no)."""

    ask: str
    clauses: tuple[str, ...] = ()
    yes: str | None = None
    origin: Origin = Origin("")


@dataclass(frozen=True, slots=True)
class Term:
    """This is what one kind of clause is about, and these are the words that people use for it."""

    id: str
    label: str
    answer: str
    subject_is: str = ""
    holder_is: str = ""
    many: bool = False
    group: str = ""
    cuad: str = ""
    implied_by: tuple[str, ...] = ()
    implied_from: Edtf | None = None
    sentence: str = ""
    negative: str = ""
    names: tuple[str, ...] = ()
    asks: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    denies: tuple[str, ...] = ()
    see_also: tuple[str, ...] = ()
    questions: tuple[TermQuestion, ...] = ()
    formerly: tuple[str, ...] = ()
    body: str = ""
    origin: Origin = Origin("")


@dataclass(frozen=True, slots=True)
class Source:
    """I am a document that somebody published. ``csl`` is my CSL-JSON item without ``custom``."""

    id: str
    title: str
    publisher: str
    tier: str
    csl: Mapping[str, object]
    issued: Edtf | None = None
    url: str = ""
    by: str | None = None
    read: str = ""
    url_status: str = ""
    archive: str = ""
    read_at: str = ""
    no_url: str = ""
    first_seen: Edtf | None = None
    note: str = ""
    formerly: tuple[str, ...] = ()
    origin: Origin = Origin("")


@dataclass(frozen=True, slots=True)
class Event:
    """This happened then, and it is no agreement."""

    id: str
    title: str
    date: Edtf
    says: str
    status: str
    kind: str = ""
    parties: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    cites: tuple[Cite, ...] = ()
    note: str = ""
    formerly: tuple[str, ...] = ()
    body: str = ""
    origin: Origin = Origin("")


@dataclass(frozen=True, slots=True)
class Position:
    """One side of a dispute says this."""

    says: str
    value: str = ""
    cites: tuple[Cite, ...] = ()


@dataclass(frozen=True, slots=True)
class Dispute:
    """Sources contradict each other about this; ``prefers`` counts positions from 1, None where unresolved.

    ``answer`` is what the preferred position says to a title that asks for yes or no.
    """

    id: str
    title: str
    about: tuple[str, ...]
    positions: tuple[Position, ...]
    field: str = ""
    prefers: int | None = None
    by_rule: str = ""
    answer: str | None = None
    why: str = ""
    names: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    formerly: tuple[str, ...] = ()
    body: str = ""
    origin: Origin = Origin("")


@dataclass(frozen=True, slots=True)
class Measurement:
    """This was measured, and this is the value."""

    what: str
    value: Value
    at: str = ""
    names: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Observation:
    """Somebody measured or counted this; it is in no lineage."""

    id: str
    title: str
    measured: str
    status: str
    method: str
    by: str | None = None
    data_license: str = ""
    names: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    values: tuple[Measurement, ...] = ()
    cites: tuple[Cite, ...] = ()
    formerly: tuple[str, ...] = ()
    body: str = ""
    origin: Origin = Origin("")


@dataclass(frozen=True, slots=True)
class Claim:
    """The speaker says this; the evidence says that."""

    id: str
    says: str
    status: str
    verdict: str
    about: tuple[str, ...] = ()
    on: Edtf | None = None
    names: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    cites: tuple[Cite, ...] = ()
    our_note: str = ""
    formerly: tuple[str, ...] = ()
    origin: Origin = Origin("")


@dataclass(frozen=True, slots=True)
class Commentary:
    """I said these things on that day."""

    id: str
    title: str
    speaker: str
    published: Edtf
    source: str
    claims: tuple[Claim, ...]
    names: tuple[str, ...] = ()
    body: str = ""
    origin: Origin = Origin("")


@dataclass(frozen=True, slots=True)
class Change:
    """On that day these records were added, corrected or retracted, for this reason."""

    on: Edtf
    ids: tuple[str, ...]
    kind: str
    why: str
    origin: Origin = Origin("")


@dataclass(frozen=True, slots=True)
class Settings:
    """What ``tenor.toml`` says."""

    title: str
    version: str
    checked_through: Edtf
    focus: str | None = None
    license: str = ""
    repository: str = ""
    base_url: str = ""
    coarse_ends: str = "doubt"
    origin: Origin = Origin("tenor.toml")


@dataclass(frozen=True, slots=True)
class Records:
    """All records of one knowledge base that could be read, by id, in file order."""

    settings: Settings
    parties: Mapping[str, Party] = field(default_factory=dict)
    terms: Mapping[str, Term] = field(default_factory=dict)
    deals: Mapping[str, Deal] = field(default_factory=dict)
    instruments: Mapping[str, Instrument] = field(default_factory=dict)
    clauses: Mapping[str, Clause] = field(default_factory=dict)
    sources: Mapping[str, Source] = field(default_factory=dict)
    events: Mapping[str, Event] = field(default_factory=dict)
    disputes: Mapping[str, Dispute] = field(default_factory=dict)
    observations: Mapping[str, Observation] = field(default_factory=dict)
    commentaries: Mapping[str, Commentary] = field(default_factory=dict)
    changes: tuple[Change, ...] = ()
    #: Public ids that stand in a file but could not be read: a reference to one is not a second mistake. ``source:name-*`` is a whole file of sources.
    broken: frozenset[str] = frozenset()

    def surnames(self) -> frozenset[tuple[str, str]]:
        """Id and alias of every person who is also called by the last name alone."""
        people = [p for p in self.parties.values() if p.kind == PERSON]
        return frozenset((p.id, a) for p in people for a in p.aliases if p.name.casefold().endswith(f" {a.casefold()}"))
