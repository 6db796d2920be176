"""Knowledge bases for tests: tiny ones written as text, random ones built by hypothesis, and the one that ships."""

from __future__ import annotations

import os
import shutil
import signal
import sys
from collections.abc import Callable, Generator
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from tenor import quick
from tenor.dates import Edtf
from tenor.model import Cite, Clause, Deal, Instrument, Party, Records, Settings, Source, Term
from tenor.store.build import build
from tenor.store.compile import compile_records
from tenor.store.read import Store

pytest_plugins = ["sites", "browser"]

ROOT = Path(__file__).parent.parent

# The two cores of a build machine are shared: a slow example is no failure.
settings.register_profile("tenor", deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("tenor")

# A run in the background of a shell ignores Ctrl-C, and so would every program that a test starts and interrupts.
signal.signal(signal.SIGINT, signal.default_int_handler)


# -- outside programs ---------------------------------------------------------------------------------


def _found(program: str) -> bool:
    """True where a program, or a file of the checkout that a package manager puts there, is at hand."""
    return (
        (ROOT / program).is_file() if "/" in program else bool(shutil.which(program) or shutil.which(program, path=str(Path(sys.executable).parent)))
    )


def pytest_runtest_setup(item: pytest.Item) -> None:
    """``outside("program")``: the test needs that program, or a file named by its path. Where the build promises all of them, a missing one is a failure."""
    for marker in item.iter_markers("outside"):
        missing = [program for program in marker.args if not _found(program)]
        if missing:
            (pytest.fail if os.environ.get("TENOR_NO_SKIP") else pytest.skip)(f"needs {', '.join(missing)}")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """With ``TENOR_NO_SKIP``, a test that skips itself fails."""
    report = yield
    if report.skipped and os.environ.get("TENOR_NO_SKIP"):
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid} was skipped although TENOR_NO_SKIP is set: {report.longrepr}"
    return report


# -- knowledge bases as text --------------------------------------------------------------------------


def write(text: str, folder: Path) -> Path:
    """Write files given as text, each behind a line ``=== path``."""
    for section in text.strip("\n").split("=== ")[1:]:
        path, _, body = section.partition("\n")
        file = folder / path.strip()
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(body)
    return folder


def opened(text: str, folder: Path) -> Store:
    """Write, compile and open. Fails with the findings where the records have errors."""
    built = build(str(write(text, folder / "records")), str(folder / "tenor.db"))
    if not built.written:
        pytest.fail("\n".join(f"{f.path}:{f.line}: {f.code} {f.message}" for f in built.findings))
    return Store(str(folder / "tenor.db"))


@pytest.fixture
def kb(tmp_path: Path) -> Callable[[str], Store]:
    """Compile a knowledge base given as text (``=== path`` before each file) and open it."""
    return lambda text: opened(text, tmp_path)


@pytest.fixture(scope="session")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """The knowledge base that ships, compiled away from the checkout."""
    path = tmp_path_factory.mktemp("shipped") / "tenor.db"
    built = build(str(ROOT / "kb"), str(path))
    assert built.written, "\n".join(f"{f.path}:{f.line}: {f.code} {f.message}" for f in built.findings)
    return Store(str(path))


#: A town, its ferry and its mill: every kind of record and of relation between clauses.
TOWN = (
    """
=== tenor.toml
title = "A town"
version = "1.2"
focus = "town"
checked_through = "2024-12-31"
base_url = "https://town.example/kb/"
=== parties/town.md
---
name: Eastwick
full_name: Town of Eastwick
kind: town
---
=== parties/ann.md
---
name: Ann Lee
kind: person
aliases: [Mrs Lee]
products: [{id: swan, name: The Swan}]
---
=== parties/bob.md
---
name: Bob Ray
kind: person
products: [{id: heron, name: The Heron}]
formerly: [robert]
---
=== parties/cleo.md
---
name: Cleo Marsh
kind: person
---
=== terms/ferry-monopoly.md
---
label: Sole ferry
answer: holder
cuad: Exclusivity
sentence: "{holder} {has|had} {subject}'s only ferry"
negative: "{subject} {has|had} no sole ferry"
names: [sole ferry, ferry monopoly]
---
=== terms/ferry.md
---
label: Ferry
answer: holder
implied_by: [ferry-monopoly]
sentence: "{holder} {runs|ran} {subject}'s ferry"
negative: "{subject} {has|had} no ferry"
names: [ferry, ferryman]
---
=== terms/toll.md
---
label: Toll
answer: amount
sentence: "{subject} {takes|took} a toll of {value}"
names: [toll]
---
=== terms/loan.md
---
label: Loan
answer: amount
holders: many
cuad: Minimum commitment
sentence: "{holder} {lends|lent} {subject} {value}"
names: [loan, loans]
---
=== terms/fishing.md
---
label: Fishing
answer: yes-no
sentence: "{subject} {allows|allowed} fishing"
negative: "{subject} {does|did} not allow fishing"
names: [fishing]
---
=== deals/ferry/deal.md
---
title: The ferry
kind: lease
parties: [town, ann, bob]
names: [the ferry lease]
summary: The town leases its ferry.
coverage: [{terms: all, from: 2019-01-01, checked_through: 2024-12-31}]
---
=== deals/ferry/2020-01-01.md
---
title: First lease
kind: lease
parties: [town, ann]
announced: 2020-01-01
sources: [town-2020-01-01]
names: [the first lease]
clauses:
  - id: ferry-monopoly
    term: ferry-monopoly
    subject: town
    holder: ann
    via: swan
    exclusive: yes
    from: 2020-01-01
    says: Ann Lee alone may run a ferry.
    status: confirmed
    cites: [{source: town-2020-01-01, at: article 1}]
  - id: toll
    term: toll
    subject: town
    value: {amount: 3, unit: USD, hedge: exactly, basis: level}
    from: 2020-01-01
    says: The toll is 3 dollars.
    status: confirmed
    cites: [{source: town-2020-01-01, at: article 2}]
  - id: fishing
    term: fishing
    subject: town
    state: yes
    from: 2020
    until: 2023-06
    says: Fishing from the pier is allowed.
    status: reported
    cites: [{source: gazette-2020-02-01}]
---
=== deals/ferry/2022-03-01.md
---
title: Second lease
kind: amendment
parties: [town, bob]
announced: 2022-03-01
effective: 2022-04-01
amends: [ferry/2020-01-01]
sources: [town-2022-03-01]
names: [the second lease]
restates: [{clause: ferry/2020-01-01#toll, cites: [{source: town-2022-03-01, at: article 3}]}]
clauses:
  - id: ferry-monopoly
    term: ferry-monopoly
    subject: town
    state: no
    from: 2022-04-01
    replaces: ferry/2020-01-01#ferry-monopoly
    says: Anyone may run a ferry.
    status: confirmed
    cites: [{source: town-2022-03-01, at: article 1}]
  - id: ferry
    term: ferry
    subject: town
    holder: bob
    via: heron
    exclusive: no
    from: 2022-04-01
    through: 2025
    ends_when: the bridge opens
    says: Bob Ray runs the ferry, not exclusively.
    status: confirmed
    cites: [{source: town-2022-03-01, at: article 2, relayed_by: [gazette-2022-05-01]}]
---
=== deals/ferry/2023-09-01.md
---
title: New toll
kind: notice
parties: [town]
announced: 2023-09-01
sources: [gazette-2023-09-01]
clauses:
  - id: toll
    term: toll
    subject: town
    value: {amount: 5, unit: USD, hedge: about, basis: level, status: reported, cites: [{source: gazette-2023-10-01}]}
    from: 2023-09-01
    replaces: ferry/2020-01-01#toll
    says: The toll goes up.
    status: reported
    cites: [{source: gazette-2023-09-01}]
---
=== deals/loans/deal.md
---
title: Loans to the town
kind: loan
parties: [town, ann, cleo]
summary: Ann Lee and Cleo Marsh lend the town money.
---
=== deals/loans/2021-05-01.md
---
title: Loan agreements
kind: agreement
parties: [town, ann, cleo]
announced: 2021-05-01
sources: [town-2021-05-01]
clauses:
  - id: loan-ann
    term: loan
    subject: town
    holder: ann
    scope: bridge
    value: {amount: 100, unit: USD, hedge: exactly, basis: increment}
    from: 2021-05-01
    says: Ann Lee lends 100 dollars for the bridge.
    status: confirmed
    cites: [{source: town-2021-05-01, at: page 1}]
  - id: loan-cleo
    term: loan
    subject: town
    holder: cleo
    value: {amount: 40, unit: USD, hedge: about, basis: increment}
    from: 2021-05-01
    says: Cleo Marsh lends about 40 dollars.
    status: reported
    also_in: [ferry]
    formerly: [loans/2021-05-01#loan-marsh]
    cites: [{source: gazette-2021-06-01}]
---
=== deals/loans/2022-07-01.md
---
title: Annual report
kind: filing
parties: [town]
announced: 2022-07-01
sources: [town-2022-07-01]
clauses:
  - id: loan-cleo
    term: loan
    subject: town
    holder: cleo
    value: {amount: 45, unit: USD, hedge: exactly, basis: increment}
    from: 2021-05-01
    discloses: loans/2021-05-01#loan-cleo
    says: Cleo Marsh lends 45 dollars.
    status: confirmed
    cites: [{source: town-2022-07-01, at: page 7}]
  - id: loan-ann
    term: loan
    subject: town
    holder: ann
    scope: bridge
    value: {amount: 20, unit: USD, hedge: exactly, basis: increment}
    from: 2022-07-01
    adds_to: loans/2021-05-01#loan-ann
    says: Ann Lee lends 20 dollars more.
    status: confirmed
    cites: [{source: town-2022-07-01, at: page 8}]
---
=== events/2021-08-fair.md
---
title: The ferry fair
date: 2021-08
kind: fair
parties: [town]
names: [the ferry fair]
about: [ferry/2020-01-01#ferry-monopoly]
says: The town holds a fair for its ferry.
status: reported
cites: [{source: gazette-2021-09-01}]
---
=== disputes/toll.md
---
title: How much is the toll?
about: [ferry/2023-09-01#toll]
field: value
names: [the toll dispute]
positions:
  - {says: Five dollars., cites: [{source: gazette-2023-10-01}]}
  - {says: Six dollars., cites: [{source: gazette-2023-11-01}]}
why: Two papers differ.
---
=== observations/boats.md
---
title: Boats counted
measured: 2023-05-01
by: cleo
method: Counted by eye from the pier.
names: [the boat count]
about: [ferry/2022-03-01#ferry]
status: reported
values: [{what: boats, value: {amount: 7, unit: boats, hedge: exactly, basis: level}}]
cites: [{source: gazette-2023-06-01}]
---
=== commentary/cleo-2023-06-01.md
---
title: A walk on the pier
speaker: cleo
published: 2023-06-01
source: gazette-2023-06-01
claims:
  - id: c-1
    says: The ferry is always late.
    about: [ferry/2022-03-01#ferry]
    names: [late ferry]
    status: opinion
    verdict: opinion
  - id: c-2
    says: The toll was never raised.
    about: [ferry/2020-01-01#toll]
    on: 2021
    names: [toll never raised]
    status: alleged
    verdict: contradicted
    evidence: [ferry/2023-09-01#toll]
    cites: [{source: gazette-2023-09-01}]
---
=== sources/town.yaml
references:
"""
    + "\n".join(
        f"  - {{id: town-{day}, type: webpage, title: Minutes of {day}, publisher: Eastwick, issued: {day}, "
        f'URL: "https://town.example/{day}", custom: {{tier: party, by: town, read: full, url_status: seen}}}}'
        for day in ("2020-01-01", "2021-05-01", "2022-03-01", "2022-07-01")
    )
    + """
=== sources/gazette.yaml
references:
"""
    + "\n".join(
        f"  - {{id: gazette-{day}, type: article-newspaper, title: News of {day}, container-title: Gazette, issued: {day}, "
        f'URL: "https://gazette.example/{day}", custom: {{tier: press, read: full, url_status: seen}}}}'
        for day in (
            "2020-02-01",
            "2021-06-01",
            "2021-09-01",
            "2022-05-01",
            "2023-06-01",
            "2023-09-01",
            "2023-10-01",
            "2023-11-01",
        )
    )
    + "\n"
)


@pytest.fixture(scope="session")
def town(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """A town, its ferry and its loans: every kind of record and of relation between clauses, in few lines."""
    return opened(TOWN, tmp_path_factory.mktemp("town"))


# -- random records -----------------------------------------------------------------------------------

_FIRST = 18262  # 2020-01-01
_TERMS = {
    "one": Term("one", "One", "holder"),
    "many": Term("many", "Many", "holder", many=True),
    "strong": Term("strong", "Strong", "holder"),
    "weak": Term("weak", "Weak", "holder", implied_by=("strong",)),
}


@st.composite
def _date(draw: st.DrawFn, first: int = 0, last: int = 900) -> Edtf:
    """Some date from the ``first`` day of 2020 on: a day, or less."""
    day = Edtf.of_day(_FIRST + draw(st.integers(first, max(first, last))))
    text = draw(st.sampled_from((day.text, day.text, day.text, day.text[:7], day.text[:4], f"{day.text}~")))
    return Edtf.parse(text)


@st.composite
def _records(draw: st.DrawFn) -> Records:
    """Some clauses of two subjects with doubtful dates, known days, replacements, additions, disclosures and sightings; no rule is broken on time."""
    tiers = ("party", "press", "commentary")
    sources = {f"s{n}": Source(f"s{n}", f"S{n}", "P", draw(st.sampled_from(tiers)), {"id": f"s{n}"}, issued=draw(_date())) for n in range(5)}
    clauses: dict[str, Clause] = {}
    when: dict[str, Edtf] = {}
    instruments: dict[str, Instrument] = {}
    for n in range(draw(st.integers(1, 7))):
        day = 120 * n + draw(st.integers(0, 100))
        start = draw(_date(day, day))
        name = f"deal/{n}#c"
        earlier = [c for c in clauses.values() if when[c.id].hi < start.lo]
        old: Clause | None = draw(st.sampled_from(earlier)) if draw(st.booleans()) and earlier else None
        how = draw(st.sampled_from(("replaces", "replaces", "adds_to", "part_of", "discloses", "retracts"))) if old else None
        same = old if old is not None and (how != "replaces" or draw(st.integers(0, 4))) else None
        status = draw(st.sampled_from(("confirmed", "reported", "alleged", "inferred")))
        seen = tuple(sorted((Edtf.of_day(start.hi + k) for k in draw(st.sets(st.integers(0, 90), min_size=1, max_size=3))), key=lambda d: d.lo))
        observed = seen if how in (None, "replaces") and draw(st.integers(0, 3)) == 0 else ()
        ends = draw(st.sampled_from(("until", "through", "open", "open")))
        cites = tuple(Cite(s, part=draw(st.integers(0, 4)) == 0) for s in sorted(draw(st.sets(st.sampled_from(sorted(sources)), max_size=2))))
        end = draw(_date(day + 40, day + 400)) if not observed and ends != "open" else None
        end = end if end is None or end.lo > start.hi else Edtf.of_day(start.hi + 30)
        term = same.term if same else draw(st.sampled_from(sorted(_TERMS)))
        holder = same.holder if same and _TERMS[term].many else draw(st.sampled_from(("p", "q")))
        clauses[name] = Clause(
            name, f"deal/{n}", "deal", term, same.subject if same else draw(st.sampled_from(("x", "y"))), "It holds.", status, holder=holder,
            state=draw(st.sampled_from((None, None, "yes", "no"))), start=None if observed else (old.start or start) if old and how == "discloses" else start,
            observed=observed, until=end if ends == "until" else None, through=end if ends == "through" else None, cites=cites,
            from_clauses=(old.id,) if old and status == "inferred" and how != "retracts" else (),
            replaces=(old.id,) if old and how == "replaces" else (), adds_to=old.id if old and how == "adds_to" else None,
            part_of=old.id if old and how == "part_of" else None, discloses=old.id if old and how == "discloses" else None,
            retracts=(old.id,) if old and how == "retracts" else (), ended_by="deal/0" if end and draw(st.integers(0, 3)) == 0 else None,
        )  # fmt: skip
        when[name] = start
        instruments[f"deal/{n}"] = Instrument(
            f"deal/{n}", "deal", f"Paper {n}", "agreement", ("x", "p"), draw(_date(day, day + 60)), clauses=(clauses[name],)
        )
    return Records(
        Settings("Random", "1", Edtf.parse("2021-12-31")),
        {p: Party(p, p.upper(), "person") for p in "xypq"}, _TERMS, {"deal": Deal("deal", "Deal", "supply", ("x", "p"), "A deal.")}, instruments, clauses, sources,
    )  # fmt: skip


@pytest.fixture(scope="session")
def random_records() -> st.SearchStrategy[Records]:
    """Some small records, for ``data.draw``."""
    return _records()


@pytest.fixture(scope="session")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Records], Store]:
    """Compile records that were built by hand and open them; the file is the next one's when it is asked again."""
    path = tmp_path_factory.mktemp("compiled") / "random.db"

    def make(records: Records) -> Store:
        compile_records(records, "digest", path)
        return Store(str(path))

    return make


# -- the command line ---------------------------------------------------------------------------------


@dataclass(frozen=True)
class Ran:
    """What a call printed, and its exit code."""

    code: int
    out: str
    err: str


@pytest.fixture(scope="session")
def bakery(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example of a bakery's contracts, compiled."""
    path = tmp_path_factory.mktemp("bakery") / "tenor.db"
    assert build(str(ROOT / "examples" / "contracts"), str(path)).written
    return path


@pytest.fixture
def tenor(bakery: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[..., Ran]:
    """Run a command line on the bakery's contracts, on a day that never changes and in an environment that says nothing."""
    for name in ("NO_COLOR", "CLICOLOR_FORCE", "TERM", "COLUMNS", "TENOR_FORMAT", "TENOR_DEBUG", "TENOR_PAGER", "LC_ALL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TENOR_KB", str(bakery))
    monkeypatch.setenv("TENOR_TODAY", "2026-11-23")
    monkeypatch.setenv("LC_CTYPE", "C.UTF-8")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))

    def run(*argv: str, **environment: str) -> Ran:
        for name, value in environment.items():
            monkeypatch.setenv(name, value)
        capsys.readouterr()
        code = quick.run(list(argv))
        printed = capsys.readouterr()
        return Ran(code, printed.out, printed.err)

    return run
