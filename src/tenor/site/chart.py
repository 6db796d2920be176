"""The lanes of a chart: versions to bars with places, drawing classes and fitted labels, instruments to pins. Pure: no files, no store, no templates.

Positions are percentages of a lane's width and type is pixels, so the chart fits any width without script and its labels never shrink.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tenor.dates import DAWN, FOREVER, Edtf, civil, iso
from tenor.site.axis import Scale
from tenor.site.data import Lane, Site, Version
from tenor.site.days import announced, short, when_words

Document = dict[str, Any]

#: Lane widths in pixels at which a label may appear; the theme has one container query for each.
BUCKETS = (240, 320, 400, 480, 560, 640, 720, 800, 880, 960, 1040, 1120)
_CHARACTER, _PADDING = 6.5, 20.0


def drawing(end: str, status: str, certainty: str, exclusive: bool | None, state: str | None) -> str:
    """The classes of a bar: what it looks like follows from these fields of its clause and from nothing else.

    Ground: ``x`` exclusive, ``n`` not exclusive, ``p`` neither said; ``no`` where the record says that there is none. Then the status unless confirmed,
    ``po`` where the clause is possible only, and the kind of end.
    """
    ground = "no" if state == "no" else "x" if exclusive else "p" if exclusive is None else "n"
    return " ".join(part for part in (ground, "" if status == "confirmed" else status, "po" if certainty == "possible" else "", f"e-{end}") if part)


@dataclass(frozen=True, slots=True)
class Bar:
    """One drawn version: place, classes, labels with the lane width each needs, and what a screen reader says."""

    x: float
    width: float
    #: How much of it is free for a label.
    room: float
    track: int
    classes: str
    hue: str
    clause: str
    name: str
    start: str
    end: str
    sure_from: str
    sure_to: str
    #: Labels, the longest first, each with the number of the bucket from which it fits and of the one from which a longer one does.
    labels: tuple[tuple[str, int, int | None], ...]
    #: Every label, also those that never fit at these widths.
    names: tuple[str, ...]
    fade: bool
    condition: bool
    doubt_left: float
    doubt_right: float
    seen: tuple[float, ...]
    beyond: str


@dataclass(frozen=True, slots=True)
class Gap:
    """A stretch between versions on which nothing is recorded."""

    x: float
    width: float
    start: str
    end: str
    name: str
    fits: int | None


@dataclass(frozen=True, slots=True)
class Drawn:
    """A lane with its bars, packed into tracks."""

    label: str
    note: str
    #: Where the lane's name leads.
    address: str
    bars: tuple[Bar, ...]
    gaps: tuple[Gap, ...]
    tracks: int


@dataclass(frozen=True, slots=True)
class Pin:
    """An instrument on its deal's row."""

    x: float
    day: str
    text: str
    #: How far from the diamond its label starts, in percent, where other diamonds touch it.
    away: float
    flip: bool
    hue: str
    binding: bool
    main: bool
    id: str
    title: str
    words: str


def fits(text: str, width: float, extra: float = 0.0) -> int | None:
    """The number of the narrowest bucket in which a label fits a bar of that many percent; None where it never does."""
    need = (len(text) * _CHARACTER + _PADDING + extra * _CHARACTER) * 100 / max(width, 0.01)
    return next((n for n, bucket in enumerate(BUCKETS) if bucket >= need), None)


def fitted(names: Sequence[str], width: float, extra: float = 0.0) -> tuple[tuple[str, int, int | None], ...]:
    """Those of a bar's labels (longest first) that fit it on some chart, each with the bucket from which it fits and that of the next longer one."""
    out: list[tuple[str, int, int | None]] = []
    longer: int | None = None
    for name in names:
        at = fits(name, width, extra)
        if at is not None and (longer is None or at < longer):
            out.append((name, at, longer))
            longer = at
    return tuple(out)


class Drawer:
    """Draws the lanes of one page on one scale."""

    def __init__(self, site: Site, scale: Scale, hues: Mapping[str, str]) -> None:
        self.site = site
        self.scale = scale
        self.hues = hues

    def lane(self, lane: Lane, name: str = "") -> Drawn:
        """A lane's bars, each in the first track that is free. On the page of its term a lane has a ``name`` of its own, and leads to its section there."""
        label = str(self.site.term(lane.term)["label"])
        tracks: list[list[Version]] = []
        bars = []
        for version in lane.versions:
            if version.doc["status"] == "opinion" or version.end <= self.scale.first or version.start >= self.scale.last:
                continue
            place = next((n for n, taken in enumerate(tracks) if not any(_clash(version, other) for other in taken)), len(tracks))
            if place == len(tracks):
                tracks.append([])
            tracks[place].append(version)
        for place, taken in enumerate(tracks):
            for version, after in zip(taken, [*(v.start for v in taken[1:]), FOREVER], strict=True):
                bars.append(self._bar(lane, version, place, f"{label}{f' ({lane.qualifier})' if lane.qualifier else ''}", after))
        bars.sort(key=lambda b: (b.x, b.track))
        gaps = tuple(self._gap(a, b, label) for a, b in lane.gaps)
        note, target = ("", f"#l{lane.n}") if name else (lane.qualifier, f"terms/{lane.term}/")
        return Drawn(name or label, note, target, tuple(bars), gaps, max(1, len(tracks)))

    def _bar(self, lane: Lane, version: Version, track: int, label: str, after: int) -> Bar:
        doc, at = version.doc, self.scale.at
        left, right = at(version.start), at(version.end)
        width = round(max(right - left, 0.25), 2)
        names = self.site.labels(lane, doc)
        condition = bool(doc["ends_when"])
        beyond = str(civil(version.end - 1)[0]) if self.scale.last < version.end < FOREVER else ""
        extra = (2.0 if condition else 0.0) + (len(beyond) + 3 if beyond else 0)
        sure = version.sure_from < version.sure_to
        fade = doc["end"] == "open" and version.end >= FOREVER
        doubt_left = (
            round((at(version.sure_from) - left) / width * 100, 1) if sure and version.sure_from > version.start and not doc["observed"] else 0.0
        )
        doubt_right = round((right - at(version.sure_to)) / width * 100, 1) if sure and version.sure_to < version.end and not doc["observed"] else 0.0
        seen = tuple(round((at(day) - left) / width * 100, 1) for day in _sightings(doc)) if doc["observed"] else ()
        room = round(min(width, at(after) - left), 2) if doc["observed"] else width  # a sighting may reach under the next one
        usable = room * (1 - (min(doubt_left, 60.0) + (0 if fade else min(doubt_right, 60.0))) / 100)
        status = ("" if doc["status"] == "confirmed" else f", {doc['status']}") + (", sources disagree" if doc["disputes"] else "")
        until = " (would also end on a condition)" if condition else ""
        return Bar(
            x=left, width=width, room=room, track=track,
            classes=drawing(doc["end"], doc["status"], doc["certainty"], doc["exclusive"], doc["state"]),
            hue=self.hues.get(doc["holder"] or "", "h0"),
            clause=version.id, name=f"{label}: {names[0]}, {when_words(version)}{until}{status}",
            start=_iso(version.start), end=_iso(version.end), sure_from=_iso(version.sure_from) if doubt_left else "", sure_to=_iso(version.sure_to) if doubt_right else "",
            labels=fitted(names, usable, extra), names=names,
            fade=fade, condition=condition, doubt_left=doubt_left, doubt_right=doubt_right, seen=seen, beyond=beyond,
        )  # fmt: skip

    def _gap(self, start: int, end: int, label: str) -> Gap:
        x = self.scale.at(start)
        width = round(self.scale.at(end) - x, 2)
        name = f"{label}: nothing on record, {short(start)} to {short(end - 1)}"
        return Gap(x, width, _iso(start), _iso(end), name, fits("Nothing on record", width))

    def pins(self, deal: str) -> list[Pin]:
        """The instruments of a deal on the axis; those that set more have a label, on the side where there is room."""
        found: list[tuple[float, int, Document, bool]] = []
        for doc in (i for i in self.site.of("instrument").values() if i["deal"] == deal):
            day = announced(doc)
            if day is not None and self.scale.first <= day < self.scale.last:
                found.append((self.scale.at(day), day, doc, len(doc["clauses"]) >= 2))
        found.sort(key=lambda f: (f[1], f[2]["id"]))
        if found and not any(f[3] for f in found):
            found = [(x, day, doc, True) for x, day, doc, _ in found]
        placed: dict[str, tuple[str, float, bool]] = {}
        taken: list[tuple[float, float]] = []
        done: list[float] = []
        for x, day, doc, main in sorted(found, key=lambda f: (-len(f[2]["clauses"]), f[1], f[2]["id"])):
            text = short(day).rpartition(" ")[0]
            need = (len(text) * 6.2 + 11) / 8.6
            close = _cluster([f[0] for f in found], x)  # diamonds that touch are passed over together
            if any(close[0] <= other <= close[1] for other in done):
                continue  # a weightier one speaks for them
            done.append(x)
            for flip, span in ((False, (x, close[1] + need)), (True, (close[0] - need, x))):
                others = [f[0] for f in found if not close[0] <= f[0] <= close[1]]
                free = not any(a < span[1] and span[0] < b for a, b in taken) and not any(span[0] - 0.4 < o < span[1] + 0.4 for o in others)
                if main and free and span[0] >= 0 and span[1] <= 100:
                    placed[doc["id"]] = (text, round(close[not flip] - x, 2), flip)
                    taken.append(span)
                    break
        return [
            Pin(x, iso(day), *placed.get(doc["id"], ("", 0.0, False)), self._pin_hue(doc), doc["binding"] != "no", main, doc["id"], doc["title"], short(day))
            for x, day, doc, main in found
        ]  # fmt: skip

    def _pin_hue(self, doc: Document) -> str:
        parties = [p for p in doc["parties"] if p != self.site.focus] or list(doc["parties"])
        return next((self.hues[p] for p in parties if p in self.hues), "h0")


def _cluster(places: Sequence[float], x: float, touch: float = 1.4) -> tuple[float, float]:
    """The first and last of the places that stand so close to ``x``, or to one that does, that their marks touch."""
    low = high = x
    for place in sorted((p for p in places if p <= x), reverse=True):
        low = place if low - place <= touch else low
    for place in sorted(p for p in places if p >= x):
        high = place if place - high <= touch else high
    return low, high


def _clash(one: Version, other: Version) -> bool:
    """True where both surely held on some day, or one has no sure day and lies in the other: doubt at the edges may overlap."""
    a = (one.sure_from, one.sure_to) if one.sure_from < one.sure_to and not one.doc["observed"] else (one.start, one.end)
    b = (other.sure_from, other.sure_to) if other.sure_from < other.sure_to and not other.doc["observed"] else (other.start, other.end)
    if one.doc["observed"] and other.doc["observed"]:
        a, b = (one.sure_from, one.sure_to), (other.sure_from, other.sure_to)
    return max(a[0], b[0]) < min(a[1], b[1])


def _sightings(doc: Document) -> list[int]:
    return [Edtf.parse(text).lo for text in doc["observed"]]


def _iso(day: int) -> str:
    return "" if day <= DAWN or day >= FOREVER else iso(day)
