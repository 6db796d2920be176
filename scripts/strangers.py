"""Import other people's tables, ask hundreds of made questions whose answers the table alone decides, and count right, refused and wrong.

    python scripts/strangers.py                 the counts, by table and kind of question
    python scripts/strangers.py --wrong         every answer that is wrong
    python scripts/strangers.py --refused       every question that should have been answered and was not
    python scripts/strangers.py --seed 7        other questions of the same kinds
    python scripts/strangers.py --table heads   one table

The truth is computed here from the tables' own cells, by code that shares nothing with the program.
"""

from __future__ import annotations

import argparse
import csv
import itertools
import json
import random
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from tenor.ask.answering import ask
from tenor.dates import Edtf, parse_day
from tenor.importing import Options, import_table
from tenor.store.build import build
from tenor.store.read import Store

ROOT = Path(__file__).resolve().parent.parent
TABLES = ROOT / "tests" / "data" / "strangers"
TODAY = "2026-11-23"
LAST = date(9999, 1, 1)
DAY = timedelta(days=1)
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")

Document = dict[str, Any]


@dataclass(frozen=True)
class Spell:
    """One row: ``who`` was ``term`` of ``subject`` from a day in ``start`` on, until (the first day after) a day in ``end``; both are (first, last) possible days."""

    term: str
    subject: str
    who: str
    start: tuple[date, date]
    end: tuple[date, date]
    amount: float | None = None

    def exact(self) -> bool:
        """Both days are known."""
        return self.start[0] == self.start[1] and self.end[0] == self.end[1]

    def surely(self, first: date, last: date) -> bool:
        """It held on one of these days, whatever its days of doubt."""
        return self.start[1] <= last and self.end[0] > first

    def possibly(self, first: date, last: date) -> bool:
        """It may have held on one of these days."""
        return self.start[0] <= last and self.end[1] > first


@dataclass(frozen=True)
class Question:
    """What is asked, of which kind, and a test of the answer that gives ``right``, ``refused`` or ``wrong``."""

    kind: str
    text: str
    judge: Callable[[Document], str]
    wanted: str


@dataclass(frozen=True)
class Table:
    """A table, how a person imports it in one command, and how its rows are read here."""

    name: str
    options: Options
    read: Callable[[Path], list[Spell]]
    #: ``{who}``, ``{term}`` and ``{of}`` in questions; what kinds of question the table is for.
    amounts: bool = False
    holds: str = "{term} of {subject}"
    left_out: int = 0


# -- the tables, read on their own ------------------------------------------------------------------


def period(text: str) -> tuple[date, date]:
    """The first and last day of ``1861``, ``1861-03``, ``1861-03-04`` or ``4 March 1861``."""
    if found := re.fullmatch(r"(\d+) ([A-Z][a-z]+) (\d{4})", text):
        day = date(int(found[3]), MONTHS.index(found[2]) + 1, int(found[1]))
        return day, day
    parts = [int(p) for p in text.split("-") if int(p)]
    if len(parts) == 3:
        return date(*parts), date(*parts)
    if len(parts) == 2:
        after = date(parts[0] + parts[1] // 12, parts[1] % 12 + 1, 1)
        return date(parts[0], parts[1], 1), after - DAY
    return date(parts[0], 1, 1), date(parts[0], 12, 31)


def heads(path: Path) -> list[Spell]:
    """Semicolons, days in words; a day of handover is the newcomer's."""
    with open(path, encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    never = (LAST, LAST)
    return [
        Spell(
            r["Office"], r["State"], r["Officeholder"], period(r["Took office"]), never if r["Left office"] == "present" else period(r["Left office"])
        )
        for r in rows
    ]


def cabinet(path: Path) -> list[Spell]:
    """Tabs, last days; a day that two rows share is the newcomer's, as the import was told."""
    with open(path, encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    starts = {(r["Post"], r["First Day"]) for r in rows}
    out = []
    for r in rows:
        last = r["Last Day"]
        end = LAST if last == "incumbent" else date.fromisoformat(last) + (timedelta(0) if (r["Post"], last) in starts else DAY)
        out.append(Spell(r["Post"], "United Kingdom", r["Minister"], period(r["First Day"]), (end, end)))
    return out


def encyclopedia(path: Path) -> list[Spell]:
    """Lines of JSON with stamps; an end is the first day after."""
    out = []
    for line in path.read_text(encoding="utf-8").splitlines():
        r = json.loads(line)
        days = [period(stamp[1:11]) if stamp else None for stamp in (r["start time"], r["end time"])]
        out.append(Spell(r["property"], r["item"], r["value"], days[0] or (date.min, date.min), days[1] or (LAST, LAST)))
    return out


def contracts(path: Path) -> list[Spell]:
    """A register with last days, whole years and months, a day about which nobody is sure, amounts, and four rows that are wrong."""
    out = []
    with open(path, encoding="utf-8", newline="") as file:
        for r in csv.DictReader(file):
            about = r["Effective"].startswith("c. ")
            if "/" in r["Effective"] or not r["Vendor"] or (r["Effective"] > (r["Expiry"] or "9999") and not about):
                continue
            start = period(r["Effective"].removeprefix("c. "))
            if about:
                start = (date(start[0].year - 1, 1, 1), date(start[1].year + 1, 12, 31))
            after = period(r["Expiry"])[1] + DAY if r["Expiry"] not in ("", "n/a") else LAST
            end = (start[1] + DAY if after == LAST else after, after)  # other rows end on days to come, so an empty end is one that nobody wrote down
            out.append(Spell(r["Contract type"], r["Customer"], r["Vendor"], start, end, float(r["Annual fee"].replace(",", ""))))
    return out


STRANGERS = (
    Table(
        "heads.csv",
        Options(columns={"subject": "State", "until": "Left office"}),
        heads,
    ),
    Table(
        "cabinet.tsv",
        Options(columns={"holder": "Minister", "note": "Remarks"}, constants={"subject": "United Kingdom"}, handover="newcomer"),
        cabinet,
    ),
    Table("encyclopedia.jsonl", Options(columns={"until": "end time"}), encyclopedia),
    Table("contracts.csv", Options(columns={"value": "Annual fee", "through": "Expiry"}), contracts, amounts=True, left_out=3),
)


# -- judging ------------------------------------------------------------------------------------------


def told(store: Store, document: Document) -> dict[str, set[str]]:
    """Who an answer names, each with the certainties it has."""
    out: dict[str, set[str]] = {}
    for a in document["answers"]:
        if not a["clause"] or a["state"] == "no":
            continue
        names = [store.name("party", p) for p in (a["holders"] or ([a["holder"]] if a["holder"] else []))]
        value = a["value"] or {}
        names = names or [str(value.get("text") or value.get("amount") or "")]
        for name in names:
            out.setdefault(name, set()).add(a["certainty"])
    return out


def names_judge(store: Store, must: set[str], may: set[str], *, surely: bool = True) -> Callable[[Document], str]:
    """Right where everybody in ``must`` is named, nobody outside ``may``, and, on a single day, none more surely than the table says."""

    def judge(document: Document) -> str:
        if document["status"] != "answered":
            return "refused" if must or may else "right"
        named = told(store, document)
        loud = {n for n, sure in named.items() if "possible" not in sure} - must if surely else set()
        said = document["text"] + document["text"].replace(",", "")  # a number is told with commas
        return "right" if may and must <= set(named) <= may and not loud and all(n in said for n in must) else "wrong"

    return judge


def yes_judge(wanted: bool | None) -> Callable[[Document], str]:
    """``None``: the table leaves it open, so an answer is right only where it says neither yes nor no; silence always is."""

    def judge(document: Document) -> str:
        if document["status"] != "answered":
            return "right" if wanted is None else "refused"
        said = {a["yes"] for a in document["answers"] if "yes" in a}
        if wanted is None:
            return "right" if all(a["certainty"] == "possible" or a["yes"] is not True for a in document["answers"]) else "wrong"
        return "right" if said == {wanted} and document["text"].startswith("Yes" if wanted else "No") else "wrong"

    return judge


def either_judge(judge: Callable[[Document], str]) -> Callable[[Document], str]:
    """Right also where nothing is answered."""
    return lambda document: judge(document) if document["status"] == "answered" else "right"


def dates_judge(wanted: set[str], key: str) -> Callable[[Document], str]:
    """Right where the answer's clauses start (or end) on all of these days, and the text says so."""

    def judge(document: Document) -> str:
        if document["status"] != "answered":
            return "refused"
        found = {a.get("run_from") or a["from"] if key == "from" else a["to"] for a in document["answers"] if a["clause"]}
        return "right" if wanted <= found else "wrong"

    return judge


# -- making questions ---------------------------------------------------------------------------------


def iso(day: date) -> str:
    """``1861-03-04``."""
    return day.isoformat()


def said(day: date, chance: random.Random) -> str:
    """A day as people write it."""
    d, m, y = day.day, MONTHS[day.month - 1], day.year
    return chance.choice(
        [f"on {iso(day)}", f"on {d} {m} {y}", f"on {m} {d}, {y}", f"as of {iso(day)}", f"on {m} {d} {y}", f"on {d} {m[:3].lower()} {y}"]
    )


def runs(group: list[Spell]) -> list[list[Spell]]:
    """Spells in order, those of one holder that follow each other without a break together."""
    out: list[list[Spell]] = []
    for spell in sorted(group, key=lambda s: (s.start, s.end)):
        if out and out[-1][-1].who == spell.who and out[-1][-1].end[1] >= spell.start[0]:
            out[-1].append(spell)
        else:
            out.append([spell])
    return out


@dataclass
class Maker:
    """Makes the questions of one table."""

    store: Store
    spells: list[Spell]
    chance: random.Random
    amounts: bool
    people: bool = True
    groups: dict[tuple[str, str], list[Spell]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Group the rows by term and subject."""
        for spell in self.spells:
            self.groups.setdefault((spell.term, spell.subject), []).append(spell)

    def single(self, group: list[Spell]) -> bool:
        """One holds at a time."""
        ordered = sorted(group, key=lambda s: s.start)
        return all(a.end[0] <= b.start[1] for a, b in itertools.pairwise(ordered))

    def of(self, term: str, subject: str) -> str:
        """The term with its subject, as one says it."""
        term = term.lower() if self.chance.random() < 0.6 else term
        if term.lower().endswith((" of", " by")):
            return f"{subject} {term}"
        return self.chance.choice(
            [f"{term} of {subject}", f"{term} of the {subject}" if " " in subject else f"{term} of {subject}", f"{subject}'s {term}"]
        )

    def days(self, group: list[Spell]) -> list[date]:
        """The days on which something may go wrong: each edge, the days around it, and days inside doubt, gaps and far outside."""
        edges = {d for s in group for d in (*s.start, *s.end) if date.min < d < LAST}
        near = {e + timedelta(days=n) for e in edges for n in (-1, 0, 1)}
        far = {min(edges) - timedelta(days=4000), min(max(edges) + timedelta(days=3000), date(2026, 11, 23))}
        middle = {s.start[1] + (min(s.end[0], date(2026, 1, 1)) - s.start[1]) // 2 for s in group if s.start[1] < min(s.end[0], date(2026, 1, 1))}
        return sorted(d for d in near | far | middle if d < date(2026, 11, 23))

    def questions(self, each: int) -> Iterator[Question]:
        """``each`` questions of every kind for every term and subject, or as many as there are."""
        for (term, subject), group in self.groups.items():
            numbers = all(s.who.isdigit() for s in group)
            named = () if numbers else (self.yes_on, self.neighbors, self.starts, self.ends, self.surnames)
            for kind in (self.who_on, self.who_in, self.now, *named, self.values):
                made = list(kind(term, subject, group))
                self.chance.shuffle(made)
                yield from (self.cased(question) for question in made[:each])

    def cased(self, question: Question) -> Question:
        """Every third question in lower case, every fifth without its mark, as people type."""
        text = question.text.lower() if self.chance.random() < 0.3 else question.text
        return Question(question.kind, text + ("?" if self.chance.random() < 0.2 and not text.endswith("?") else ""), question.judge, question.wanted)

    def who_on(self, term: str, subject: str, group: list[Spell]) -> Iterator[Question]:
        """Who on a day: edges, gaps, before the first and behind the last."""
        trailing = term.lower().endswith((" of", " by"))
        for day in self.days(group):
            must = {s.who for s in group if s.surely(day, day)}
            may = {s.who for s in group if s.possibly(day, day)}
            of, when = self.of(term, subject), said(day, self.chance)
            if trailing:
                asks = [f"what was {of} {when}", f"{of} {when}"]
            else:
                asks = [
                    f"who was {of} {when}",
                    f"who was the {term} of {subject} {when}",
                    f"{of} {iso(day)}",
                    f"{when}, who was {of}?",
                    f"What was {of} {when}?",
                ]
            yield Question("who on a day", self.chance.choice(asks), names_judge(self.store, must, may), f"{must or '-'} may {may or '-'}")

    def who_in(self, term: str, subject: str, group: list[Spell]) -> Iterator[Question]:
        """Who in a year, a month, a range: everybody who held it in it."""
        trailing = term.lower().endswith((" of", " by"))
        for day in self.days(group):
            y, m, q = day.year, day.month, (day.month + 2) // 3
            first, last, when = self.chance.choice(
                [
                    (date(y, 1, 1), date(y, 12, 31), f"in {y}"),
                    (*period(f"{y}-{m}"), f"in {MONTHS[m - 1]} {y}"),
                    (date(y, 1, 1), date(y + 2, 12, 31), f"between {y} and {y + 2}"),
                    (date(y, 1, 1), date(y + 1, 12, 31), f"from {y} to {y + 1}"),
                    (date(y, m, 1), date(y + 1, 12, 31), f"from {MONTHS[m - 1]} {y} to {y + 1}"),
                    (date(y, 3 * q - 2, 1), period(f"{y}-{3 * q}")[1], f"in Q{q} {y}"),
                    (date(y, 3 * q - 2, 1), period(f"{y}-{3 * q}")[1], f"in the {('first', 'second', 'third', 'fourth')[q - 1]} quarter of {y}"),
                    (date(y, 1, 1), date(y, 6, 30), f"in the first half of {y}"),
                    (date(y, 7, 1), date(y, 12, 31), f"in H2 {y}"),
                    (date(y, 1, 1), date(y, 4, 30), f"in early {y}"),
                    (date(y, 5, 1), date(y, 8, 31), f"in mid-{y}"),
                    (date(y, 9, 1), date(y, 12, 31), f"in late {y}"),
                    (date(y, 12, 31), date(y, 12, 31), f"at the end of {y}"),
                    (date(y, m, 1), date(y, m, 1), f"at the beginning of {MONTHS[m - 1]} {y}"),
                    (date(y - y % 10, 1, 1), date(y - y % 10 + 9, 12, 31), f"in the {y - y % 10}s"),
                    (date(y, 6, 1), date(y, 8, 31), f"in the summer of {y}"),
                    (date(y, 1, 1), date(y, m, min(day.day, 28)), f"between {y}-01-01 and {y}-{m:02d}-{min(day.day, 28):02d}"),
                    (date(y, 1, 1), date(y, 12, 31), f"during {y}"),
                    (date(y, 1, 1), date(y + 1, 6, 30), f"from January {y} through June {y + 1}"),
                ]
            )
            if last >= date(2026, 1, 1):
                continue
            must = {s.who for s in group if s.surely(first, last)}
            may = {s.who for s in group if s.possibly(first, last)}
            of = self.of(term, subject)
            asks = (
                [f"what was {of} {when}"]
                if trailing
                else [
                    f"who was {of} {when}",
                    f"{of} {when}",
                    f"{when}, who was {of}?",
                    f"{when} who was {of}",
                    f"who was the {term} of {subject} {when}",
                ]
            )
            yield Question(
                "who in a time", self.chance.choice(asks), names_judge(self.store, must, may, surely=False), f"{must or '-'} may {may or '-'}"
            )

    def now(self, term: str, subject: str, group: list[Spell]) -> Iterator[Question]:
        """Who is it today."""
        trailing = term.lower().endswith((" of", " by"))
        today = date.fromisoformat(TODAY)
        must = {s.who for s in group if s.surely(today, today)}
        may = {s.who for s in group if s.possibly(today, today)}
        of = self.of(term, subject)
        asks = (
            [f"what is {of}", f"what is {of} now"]
            if trailing
            else [f"who is {of}", f"who is {of} now", f"who is currently {of}", f"current {of}", f"who is {of} today", f"what is {of}"]
        )
        yield Question("now", self.chance.choice(asks), names_judge(self.store, must, may), f"{must or '-'} may {may or '-'}")

    def surnames(self, term: str, subject: str, group: list[Spell]) -> Iterator[Question]:
        """The last name alone: read where one party has it, or one of those that had this right, else asked back or not understood, never another's."""
        if not any(word in term.lower() for word in ("president", "minister", "secretary", "chancellor", "officer", "head of", "spouse")):
            return
        everybody = {s.who for s in self.spells}
        for who in sorted({s.who for s in group}):
            words = [w for w in re.sub(r",? (Jr|Sr)\.$", "", who).split() if w.lower() not in ("de", "van", "von")]
            last = words[-1]
            shared = sum(last.lower() in other.lower().split() for other in {s.who for s in group}) > 1
            elsewhere = not shared and sum(last.lower() in other.lower().split() for other in everybody) > 1
            day = self.chance.choice(self.days([s for s in group if s.who == who]))
            mine = [s for s in group if s.who == who]
            yes = any(s.surely(day, day) for s in mine)
            others = any(s.surely(day, day) for s in group if s.who != who) or any(s.end[1] <= day for s in mine)
            wanted = True if yes else False if others and not any(s.possibly(day, day) for s in mine) else None
            judge = yes_judge(wanted)
            if shared or len(last) < 3:
                judge = lambda document: "right" if document["status"] != "answered" else "wrong"  # noqa: E731
            elif elsewhere:
                judge = either_judge(judge)
            yield Question(
                "last names", f"was {last} {self.of(term, subject)} {said(day, self.chance)}", judge, f"{wanted} of {who}, shared {shared}"
            )

    def yes_on(self, term: str, subject: str, group: list[Spell]) -> Iterator[Question]:
        """Was A it on a day."""
        trailing = term.lower().endswith((" of", " by"))
        people = sorted({s.who for s in group})
        for day in self.days(group):
            who = self.chance.choice(sorted({s.who for s in group if s.possibly(day - DAY, day + DAY)}) or people)
            mine = [s for s in group if s.who == who]
            yes = any(s.surely(day, day) for s in mine)
            maybe = any(s.possibly(day, day) for s in mine)
            taken = any(s.surely(day, day) for s in group) and self.single(group)
            over = any(s.end[1] <= day for s in mine)
            wanted = True if yes else None if maybe else False if taken or over else None
            when = said(day, self.chance)
            of = self.of(term, subject)
            asks = (
                [f"was {subject} {term} {who} {when}", f"was {subject} {term} the {who} {when}" if trailing else ""]
                if trailing
                else [
                    f"was {who} {of} {when}",
                    f"was {who} the {of.removeprefix('the ')} {when}" if "'s" not in of else f"was {who} {of} {when}",
                    f"{when}, was {who} {of}?",
                ]
            )
            yield Question("yes or no", self.chance.choice([a for a in asks if a]), yes_judge(wanted), str(wanted))

    def neighbors(self, term: str, subject: str, group: list[Spell]) -> Iterator[Question]:
        """Who was it before and after A."""
        if not self.single(group) or term.lower().endswith((" of", " by")):
            return
        ordered = runs(group)
        for who in sorted({s.who for s in group}):
            places = [n for n, run in enumerate(ordered) if run[0].who == who]
            before = {ordered[n - 1][0].who for n in places if n} - {who}
            after = {ordered[n + 1][0].who for n in places if n + 1 < len(ordered)} - {who}
            of = self.of(term, subject)
            for way, wanted in (("before", before), ("after", after)):
                verb = {"before": "preceded", "after": "succeeded"}[way]
                noun = {"before": "predecessor", "after": "successor"}[way]
                asks = [
                    f"who was {of} {way} {who}",
                    f"who {verb} {who} as {of}",
                    f"who was {who}'s {noun} as {of}",
                    f"{who}'s {noun} as {of}",
                    f"who came {way} {who} as {of}",
                ]
                yield Question(
                    "before and after", self.chance.choice(asks), names_judge(self.store, wanted, wanted, surely=False), str(wanted or "-")
                )

    def starts(self, term: str, subject: str, group: list[Spell]) -> Iterator[Question]:
        """Since when, when did A become it."""
        trailing = term.lower().endswith((" of", " by"))
        for who in sorted({s.who for s in group}):
            mine = list(runs([s for s in group if s.who == who]))
            if any(s.start[0] != s.start[1] for run in mine for s in run):
                continue
            of = self.of(term, subject)
            wanted = {iso(run[0].start[0]) for run in mine}
            if trailing:
                asks = [f"when did {subject} become {term} {who}", f"since when was {subject} {term} {who}"]
            else:
                asks = [f"when did {who} become {of}", f"when was {who} first {of}", f"in which year did {who} become {of}"]
                asks += (
                    [f"since when is {who} {of}", f"since when has {who} been {of}", f"how long has {who} been {of}"]
                    if mine[-1][-1].end[0] == LAST
                    else [f"since when was {who} {of}"]
                )
            first_only = asks[1] if not trailing else ""
            ask_ = self.chance.choice(asks)
            if ask_ == first_only:
                wanted = {min(wanted)}
            if "since when is" in ask_ or "has" in ask_:
                wanted = {iso(mine[-1][0].start[0])}
            yield Question("since when", ask_, dates_judge(wanted, "from"), str(wanted))

    def ends(self, term: str, subject: str, group: list[Spell]) -> Iterator[Question]:
        """Until when, when did A stop being it."""
        trailing = term.lower().endswith((" of", " by"))
        for who in sorted({s.who for s in group}):
            mine = runs([s for s in group if s.who == who])
            if any(run[-1].end[0] != run[-1].end[1] or run[-1].end[0] == LAST for run in mine):
                continue
            of = self.of(term, subject)
            wanted = {iso(run[-1].end[0]) for run in mine}
            asks = (
                [f"until when was {subject} {term} {who}", f"when did {subject} stop being {term} {who}"]
                if trailing
                else [f"until when was {who} {of}", f"when did {who} stop being {of}", f"when did {who} cease to be {of}", f"how long was {who} {of}"]
            )
            yield Question("until when", self.chance.choice(asks), dates_judge(wanted, "to"), str(wanted))

    def values(self, term: str, subject: str, group: list[Spell]) -> Iterator[Question]:
        """How much on a day."""
        if not self.amounts:
            return
        for day in self.days(group):
            sure = {s.amount for s in group if s.surely(day, day)}
            maybe = {s.amount for s in group if s.possibly(day, day)}

            def judge(document: Document, sure: set[float | None] = sure, maybe: set[float | None] = maybe) -> str:
                if document["status"] != "answered":
                    return "refused" if sure or maybe else "right"
                found = {a["value"]["amount"] for a in document["answers"] if a["clause"] and a["value"]}
                return "right" if maybe and sure <= found <= maybe else "wrong"

            of, when = self.of(term, subject), said(day, self.chance)
            asks = [f"how much was {of} {when}", f"what did {subject} pay for {term} {when}", f"how much did {subject} pay for {term} {when}"]
            yield Question("how much", self.chance.choice(asks), judge, str(sure or maybe or "-"))


def imported(table: Table, folder: Path) -> tuple[Store, tuple[str, ...]]:
    """The table as a compiled knowledge base, and what the import reported as left out."""
    done = import_table(TABLES / table.name, folder / "kb", Edtf.parse(TODAY), table.options)
    build(str(folder / "kb"), str(folder / "kb.db"))
    return Store(str(folder / "kb.db")), done.problems


def run(table: Table, folder: Path, *, seed: int = 1, each: int = 4) -> Iterator[tuple[Question, str, Document]]:
    """Every question of a table with its verdict."""
    store, _ = imported(table, folder)
    for question in Maker(store, table.read(TABLES / table.name), random.Random(seed), table.amounts).questions(each):
        document = ask(store, question.text, today=parse_day(TODAY))
        yield question, question.judge(document), document


def main() -> int:
    """Print the counts; exit 1 where an answer is wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--wrong", action="store_true")
    parser.add_argument("--refused", action="store_true")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--each", type=int, default=4)
    parser.add_argument("--table", default="")
    options = parser.parse_args()
    counts: dict[tuple[str, str], Counter[str]] = {}
    for table in STRANGERS:
        if not table.name.startswith(options.table):
            continue
        with tempfile.TemporaryDirectory() as folder:
            for question, verdict, document in run(table, Path(folder), seed=options.seed, each=options.each):
                for key in ((table.name, question.kind), (table.name, "all"), ("all", "all")):
                    counts.setdefault(key, Counter())[verdict] += 1
                if (options.wrong and verdict == "wrong") or (options.refused and verdict == "refused"):
                    print(f"{verdict}: {question.text}\n   wanted {question.wanted}\n   got {document['status']}: {document['text'][:300]}")
    print(f"{'table':<20}{'kind':<18}{'right':>7}{'refused':>9}{'wrong':>7}{'of':>6}")
    for (name, kind), found in sorted(counts.items(), key=lambda c: (c[0][0] == "all", c[0][0], c[0][1] == "all", c[0][1])):
        print(f"{name:<20}{kind:<18}{found['right']:>7}{found['refused']:>9}{found['wrong']:>7}{sum(found.values()):>6}")
    return 1 if counts.get(("all", "all"), Counter())["wrong"] else 0


if __name__ == "__main__":
    sys.exit(main())
