"""The chart as a picture that stands alone: one SVG file for a writeup, light and dark, which names its day, its marks and its source."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from tenor.dates import long_date
from tenor.site.axis import Tick
from tenor.site.chart import Bar, Drawn, Pin
from tenor.site.colors import GREY, HUES, TOKENS
from tenor.site.data import Lane
from tenor.site.views import Views

#: Pixels at the width of an article, so that no text falls under 12: margins, the column of names, a lane's track.
_EDGE, _NAMES, _TRACK = 16, 158, 28
_AXIS, _ROW = 96, 24
#: Pixels a character takes at most in the faces that are named, by size.
_WIDE = {12: 6.6, 12.5: 6.9, 13: 7.0, 22: 11.5}


def picture(
    views: Views,
    groups: list[tuple[str, list[Lane]]],
    title: str,
    *,
    deals: Sequence[str] = (),
    names: Mapping[int, str] | None = None,
    width: int = 760,
    theme: str = "auto",
    base_url: str = "",
    path: str = "",
) -> str:
    """A stand-alone SVG of some lanes, as wide as an article's column.

    Args:
        views: the views of the site.
        groups: lanes by heading.
        title: what stands above them.
        deals: deals whose instruments have a row of diamonds.
        names: names of their own for lanes, by number.
        width: pixels at which its type has the size that it was made for.
        theme: ``light``, ``dark``, or ``auto`` for what the reader's system has.
        base_url: where the site stands, for the source line.
        path: the page that shows the same.
    """
    site = views.site
    lead = views.lead([lane for _, found in groups for lane in found])
    groups = sorted(groups, key=lambda g: lead not in g[1])
    chart = views.chart(groups, [], deals, site.checked, of=title, names=names)
    sheet = _Sheet(width, chart)
    head = wrapped(title, (width - 2 * _EDGE) / _WIDE[22])
    for n, line in enumerate(head):
        sheet.text(_EDGE, 34 + 27 * n, line, "h")
    shift = 27 * (len(head) - 1)
    sheet.text(_EDGE, 56 + shift, f"As of {long_date(site.checked)}, the day through which the record was checked.", "m")
    sheet.y = _AXIS + shift
    top = sheet.y
    sheet.axis(chart["ticks"])
    for row in chart["rows"]:
        sheet.pins(row["title"], row["pins"])
    for name, lanes in chart["groups"]:
        sheet.heading(name)
        for drawn in lanes:
            sheet.lane(drawn)
    bottom = sheet.y
    sheet.y += 18
    sheet.legend([item for item in chart["legend"] if item["kind"] != "future"], chart["scale_note"])
    credit = f"Source: {site.title}, version {site.meta['version']}. Record checked through {long_date(site.checked)}; later days, on dots, are as last agreed. Not legal advice."
    if base_url:
        credit += f" {base_url}{path}"
    sheet.rule()
    for line in wrapped(credit, (width - 2 * _EDGE) / _WIDE[12]):
        sheet.y += 17
        sheet.text(_EDGE, sheet.y, line, "m")
    height = int(sheet.y + _EDGE)
    described = f"{chart['caption']} {credit}"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" role="img" aria-label={quoteattr(title)}>'
        f"<title>{escape(title)}</title><desc>{escape(described)}</desc><style>{_css(theme)}</style>{_DEFS}"
        f'<rect class="paper" width="{width}" height="{height}"/>{"".join(sheet.ground(top, bottom, chart))}{"".join(sheet.out)}{sheet.now(top, bottom, chart)}</svg>\n'
    )


class _Sheet:
    """Marks put down from top to bottom; ``y`` is where the next one goes."""

    def __init__(self, width: int, chart: dict[str, Any]) -> None:
        self.width = width
        self.left = _EDGE + _NAMES
        self.inner = width - self.left - _EDGE
        self.chart = chart
        self.y = 0.0
        self.out: list[str] = []

    def at(self, percent: float) -> float:
        """Pixels of a place on the axis."""
        return self.left + percent * self.inner / 100

    def text(self, x: float, y: float, words: str, name: str) -> None:
        """Words that start at ``x``."""
        self.out.append(f'<text class="{name}" x="{x:.1f}" y="{y:g}">{escape(words)}</text>')

    def rule(self) -> None:
        """A line across."""
        self.out.append(f'<path class="rule" d="M{_EDGE} {self.y:g}H{self.width - _EDGE}"/>')

    def axis(self, ticks: Sequence[Tick]) -> None:
        """The names of years and months, as many as have room at this width."""
        most = 2 if self.inner > 1040 else 1 if self.inner > 480 else 0
        for tick in ticks:
            if tick.text and tick.kind == "y" and tick.rank <= most:
                self.text(self.at(tick.x) + 4, self.y - 7, tick.text, "m yb" if tick.strong else "m")
            elif tick.kind == "q" and self.inner > 820:
                self.text(self.at(tick.x) - 10, self.y - 7, tick.text, "m")
        self.rule()
        self.y += 6

    def pins(self, title: str, pins: Sequence[Pin]) -> None:
        """A deal's instruments."""
        lines = wrapped(title, _NAMES / _WIDE[12])
        for n, line in enumerate(lines):
            self.text(_EDGE, self.y + 15 + 14 * n, line, "m")
        for pin in pins:
            size = 6 if pin.main else 3.5
            x = self.at(pin.x)
            self.out.append(
                f'<path class="pin {pin.hue}{_unbound(pin)}" d="M{x:.1f} {self.y + 11 - size:g}l{size} {size}-{size} {size}-{size}-{size}z">'
                f"<title>{escape(f'{pin.title}, {pin.words}')}</title></path>"
            )
        self.y += max(_ROW, 14 * len(lines) + 8)

    def heading(self, name: str) -> None:
        """The heading of some lanes."""
        self.y += 20
        self.text(_EDGE, self.y, name, "gh")
        self.y += 6
        self.rule()
        self.y += 5

    def lane(self, drawn: Drawn) -> None:
        """A lane: its name in as many lines as it needs, its gaps and its bars."""
        name, note = wrapped(drawn.label, _NAMES / _WIDE[13]), wrapped(drawn.note, _NAMES / _WIDE[12]) if drawn.note else []
        high = 15 * len(name) + 14 * len(note)
        y = self.y + max(0.0, (26 - high) / 2) + 12
        for line in name:
            self.text(_EDGE, y, line, "l")
            y += 15
        for line in note:
            self.text(_EDGE, y - 1, line, "m")
            y += 14
        for gap in drawn.gaps:
            self.out.append(
                f'<path class="nul" d="M{self.at(gap.x):.1f} {self.y + 13:g}H{self.at(gap.x + gap.width):.1f}"><title>{escape(gap.name)}</title></path>'
            )
        for bar in drawn.bars:
            self.out.append(self.bar(bar, self.y + bar.track * _TRACK))
        self.y += max(drawn.tracks * _TRACK + 3, high + 6)

    def bar(self, bar: Bar, y: float) -> str:
        """One version."""
        x, right = self.at(bar.x) + 0.7, self.at(bar.x + bar.width) - 0.7
        width = max(1.5, right - x)
        line, alleged = "po" in bar.classes.split(), "alleged" in bar.classes
        parts = [f"<title>{escape(bar.name)}</title>"]
        place = f'x="{x:.1f}" width="{width:.1f}"'
        if "disputed" in bar.classes:
            parts.append(f'<rect class="b" {place} y="{y:g}" height="11"/><rect class="b" {place} y="{y + 13:g}" height="11"/>')
        else:
            top, high = (17.0, 4) if line else (5.0, 15) if alleged else (0.5, 24)
            parts.append(f'<rect class="b" {place} y="{y + top:g}" height="{high}" rx="2"/>')
        if ("inferred" in bar.classes or "reported" in bar.classes) and not line:
            parts.append(f'<rect class="hatch" {place} y="{y + 0.5:g}" height="24" rx="2"/>')
        parts += [f'<circle class="dot" cx="{x + seen * width / 100:.1f}" cy="{y + 19:g}" r="4"/>' for seen in bar.seen]
        if bar.doubt_left:
            parts.append(f'<rect class="dl" x="{x - 1:.1f}" y="{y - 0.5:g}" width="{bar.doubt_left * width / 100 + 1:.1f}" height="26"/>')
        share = bar.doubt_right * width / 100 if bar.doubt_right else width * 0.55 if bar.fade else 0.0
        if share:
            parts.append(f'<rect class="dr" x="{right - share:.1f}" y="{y - 0.5:g}" width="{share + 1.5:.1f}" height="26"/>')
        if bar.condition:
            parts.append(f'<path class="cd" d="M{right - 8:.1f} {y + 6.5:g}l6 6-6 6-6-6z"/>')
        left = 0.0 if line else min(bar.doubt_left, 60.0) * width / 100
        room = self.inner * bar.room / 100 - left - 16 - (16 if bar.condition else 0) - (46 if bar.beyond else 0)
        wide = 7.6 if bar.classes.startswith("x") else _WIDE[12.5]  # exclusive ones are set in bold
        text = next((t for t in bar.names if len(t) * wide <= room), "")
        if text:
            parts.append(f'<text class="t" x="{x + left + (2 if line else 8):.1f}" y="{y + (12 if line else 17):g}">{escape(text)}</text>')
        if bar.beyond:
            parts.append(f'<text class="t" text-anchor="end" x="{right - 6:.1f}" y="{y + 17:g}">{bar.beyond} ›</text>')
        return f'<g class="s {bar.hue} {bar.classes}">{"".join(parts)}</g>'

    def legend(self, items: Sequence[Mapping[str, str]], note: str) -> None:
        """What the marks mean, in as many lines as that takes."""
        x = float(_EDGE)
        for item in items:
            need = 32 + len(item["text"]) * _WIDE[12] + 12
            if x + need > self.width - _EDGE and x > _EDGE:
                x, self.y = float(_EDGE), self.y + 22
            self.out.append(_mark(item["kind"], x, self.y))
            self.text(x + 31, self.y + 11, item["text"], "m")
            x += need
        self.y += 24
        if note:
            self.text(_EDGE, self.y + 10, note, "m")
            self.y += 22

    def ground(self, top: float, bottom: float, chart: dict[str, Any]) -> list[str]:
        """What lies behind the bars: the wide years, the days after the last check, the years' lines and those of the first deal's instruments."""
        out = []
        if chart["wide"]:
            out.append(
                f'<rect class="foc" x="{self.at(chart["wide"][0]):.1f}" y="{top:g}" width="{chart["wide"][1] * self.inner / 100:.1f}" height="{bottom - top:g}"/>'
            )
        future = self.at(chart["future"])
        out.append(f'<rect class="fut" x="{future:.1f}" y="{top:g}" width="{self.width - _EDGE - future:.1f}" height="{bottom - top:g}"/>')
        out += [f'<path class="hair" d="M{self.at(t.x):.1f} {top:g}V{bottom:g}"/>' for t in chart["ticks"] if t.kind == "y"]
        pins = [p for row in chart["rows"][:1] for p in row["pins"] if p.main]
        return out + [f'<path class="mk {p.hue}{_unbound(p)}" d="M{self.at(p.x):.1f} {top + 18:g}V{bottom:g}"/>' for p in pins]

    def now(self, top: float, bottom: float, chart: dict[str, Any]) -> str:
        """The line of the day, with its name above the axis."""
        x = self.at(chart["at"])
        half = len(chart["on_short"]) * _WIDE[12] / 2 + 8
        middle = min(x, self.width - _EDGE - half)
        return (
            f'<path class="now" d="M{x:.1f} {top - 20:g}V{bottom:g}"/><rect class="pill" x="{middle - half:.1f}" y="{top - 42:g}" width="{2 * half:.1f}" height="22" rx="11"/>'
            f'<text class="on" text-anchor="middle" x="{middle:.1f}" y="{top - 27:g}">{escape(chart["on_short"])}</text>'
        )


def _unbound(pin: Pin) -> str:
    return "" if pin.binding else " nb"


def _mark(kind: str, x: float, y: float) -> str:
    """A mark of the legend, 24 by 14 pixels."""
    box = f'<rect class="b" x="{x + 0.7:g}" y="{y + 0.7:g}" width="22.6" height="12.6" rx="2"/>'
    hatch = f'<rect class="hatch" x="{x + 0.7:g}" y="{y + 0.7:g}" width="22.6" height="12.6"/>'
    hue, classes, inside = "h1", kind, box
    if kind in ("inferred", "reported"):
        classes, inside = f"p {kind}", box + hatch
    elif kind == "disputed":
        inside = f'<rect class="b" x="{x:g}" y="{y:g}" width="24" height="6"/><rect class="b" x="{x:g}" y="{y + 8:g}" width="24" height="6"/>'
        classes = "p disputed"
    elif kind == "gap":
        inside = f'<path class="nul" d="M{x + 1:g} {y + 7:g}h22"/>'
    elif kind == "condition":
        inside = f'<path class="cd" d="M{x + 12:g} {y + 1:g}l6 6-6 6-6-6z"/>'
    elif kind == "open":
        classes, inside = "p", f'{box}<rect class="dr" x="{x + 4:g}" y="{y:g}" width="21" height="14"/>'
    elif kind == "seen":
        classes = "p"
        inside = f'<rect class="b" x="{x:g}" y="{y + 5:g}" width="24" height="4"/><circle class="dot" cx="{x + 6:g}" cy="{y + 7:g}" r="4"/><circle class="dot" cx="{x + 18:g}" cy="{y + 7:g}" r="4"/>'
    elif kind.startswith("h"):
        hue, classes = kind, "x"
    return f'<g class="s {hue} {classes}">{inside}</g>'


def wrapped(text: str, most: float) -> list[str]:
    """The words in lines of at most that many characters; a longer word has a line of its own."""
    lines = [""]
    for word in text.split():
        if lines[-1] and len(lines[-1]) + len(word) + 1 > most:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


_DEFS = (
    '<defs><pattern id="hr" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path class="hp" d="M0 0v7"/></pattern>'
    '<pattern id="ft" width="6" height="6" patternUnits="userSpaceOnUse"><circle class="fp" cx="1" cy="1" r=".7"/></pattern>'
    '<linearGradient id="fd"><stop class="s0" offset="0"/><stop class="s9" offset=".92"/></linearGradient>'
    '<linearGradient id="fl"><stop class="s9" offset="0"/><stop class="s0" offset="1"/></linearGradient></defs>'
)


def _css(theme: str) -> str:
    rules = (
        "text{font:13px system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans',Arial,sans-serif;fill:var(--ink)}.h{font:500 22px Palatino,'Palatino Linotype',P052,Georgia,serif}.t{font-size:12.5px}"
        ".m,.gh,.on{font-size:12px}.m,.gh{fill:var(--mute)}.yb{fill:var(--ink);font-weight:700}.gh,.on{font-weight:600}.on{fill:var(--paper)}.pill{fill:var(--ink)}.paper{fill:var(--paper)}.rule{stroke:var(--rule)}"
        ".hair{stroke:var(--hair)}.foc{fill:var(--foc)}.mk{stroke:var(--c);opacity:.34}.mk.nb{opacity:.14}.now{stroke:var(--ink);stroke-width:2;opacity:.35}.fut{fill:url(#ft)}.fp{fill:var(--rule)}.hp{stroke:var(--paper);stroke-width:4;stroke-opacity:.5}"
        ".pin{fill:var(--c)}.pin.nb{fill:var(--paper);stroke:var(--c);stroke-width:1.5}"
        ".s0{stop-color:var(--paper);stop-opacity:0}.s9{stop-color:var(--paper);stop-opacity:.95}.hatch{fill:url(#hr)}.dl{fill:url(#fl)}.dr{fill:url(#fd)}"
        ".x .b{fill:var(--c)}.x .t{fill:var(--on);font-weight:600}.p .b{fill:var(--c2)}.n .b{fill:var(--c3);stroke:var(--c);stroke-width:1.5}.no .b{fill:var(--h0p);stroke:var(--h0)}.no .t{fill:var(--mute)}"
        ".reported .b{stroke:var(--c);stroke-width:1.5;stroke-dasharray:4 3}.alleged .b,.unstated .b{fill:none;stroke:var(--c);stroke-width:2;stroke-dasharray:.1 4;stroke-linecap:round}.unstated .b{stroke:var(--mute);stroke-width:1.5}"
        ".inferred .t,.unstated .t{font-style:italic}.unstated .t{fill:var(--mute)}.x.inferred .t,.x.reported .t{paint-order:stroke;stroke:var(--c);stroke-width:5px}.po .b{fill:var(--c2);stroke:none}.po .t{fill:var(--ink);font-weight:400}"
        ".dot{fill:var(--c);stroke:var(--paper)}.nul{stroke:var(--mute);stroke-width:1.5;stroke-dasharray:1 5;stroke-linecap:round}.cd{fill:var(--paper);stroke:var(--c);stroke-width:1.5}"
    )
    for hue in (*HUES, GREY):
        rules += f".{hue.name}{{--c:var(--{hue.name});--c2:var(--{hue.name}m);--c3:var(--{hue.name}p)}}"

    def palette(side: int) -> str:
        names = {k: v[side] for k, v in TOKENS.items()}
        for hue in (*HUES, GREY):
            for suffix, light, dark in zip(("", "m", "p"), hue.light, hue.dark, strict=True):
                names[hue.name + suffix] = (light, dark)[side]
        return ";".join(f"--{k}:{v}" for k, v in names.items())

    if theme == "auto":
        return f":root{{{palette(0)}}}@media(prefers-color-scheme:dark){{:root{{{palette(1)}}}}}" + rules
    return f":root{{{palette(int(theme == 'dark'))}}}" + rules
