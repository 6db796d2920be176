"""The chart as a picture that stands alone: one SVG file for a writeup (light and dark), and the card that other sites show (PNG)."""

from __future__ import annotations

import io
from collections.abc import Sequence
from xml.sax.saxutils import escape, quoteattr

from PIL import Image, ImageDraw, ImageFont

from tenor.dates import iso, long_date
from tenor.site.chart import Bar, Drawer, Drawn, Scale, ticks
from tenor.site.colors import GREY, HUES, TOKENS
from tenor.site.data import Lane, Site

_LEFT, _TRACK, _HEAD = 190, 28, 64
_CHARACTER = 6.3


def picture(
    site: Site,
    scale: Scale,
    groups: Sequence[tuple[str, Sequence[Lane]]],
    title: str,
    *,
    width: int = 1200,
    theme: str = "auto",
    base_url: str = "",
    path: str = "",
) -> str:
    """A stand-alone SVG of some lanes. ``theme`` is light, dark, or auto for what the reader's system has. It says the day through which it was checked."""
    lanes = [lane for _, found in groups for lane in found]
    hues = site.page_hues(lanes)
    drawer = Drawer(site, scale, hues)
    inner = width - _LEFT - 16
    out: list[str] = []
    y = float(_HEAD)
    for name, found in groups:
        y += 20
        out.append(f'<text class="gh" x="0" y="{y:g}">{escape(name)}</text>')
        y += 6
        out.append(f'<path class="rule" d="M0 {y:g}H{width}"/>')
        y += 5
        for lane in found:
            drawn = drawer.lane(lane)
            out += _row(drawn, y, inner)
            y += drawn.tracks * _TRACK + 4
    height = int(y + 40)
    grid = []
    for tick in ticks(scale):
        x = _LEFT + tick.x * inner / 100
        if tick.kind == "y":
            grid.append(f'<path class="hair" d="M{x:.1f} {_HEAD - 14}V{height - 30}"/>')
            if tick.text:
                grid.append(f'<text class="y{" yb" if tick.strong else ""}" x="{x + 4:.1f}" y="{_HEAD - 4}">{tick.text}</text>')
        elif tick.kind == "q":
            grid.append(f'<text class="y" text-anchor="middle" x="{x:.1f}" y="{_HEAD - 4}">{tick.text}</text>')
    check = _LEFT + scale.at(site.checked) * inner / 100
    grid.append(f'<rect class="fut" x="{check:.1f}" y="{_HEAD - 16}" width="{width - 16 - check:.1f}" height="{height - _HEAD - 14}"/>')
    credit = f"{site.title}, version {site.meta['version']}. Checked through {long_date(site.checked)}. Not legal advice."
    if base_url:
        credit += f" {base_url}{path}"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" role="img" aria-label={quoteattr(title)}>'
        f"<title>{escape(title)}</title><desc>{escape(credit)}</desc><style>{_css(theme)}</style>"
        '<defs><pattern id="hr" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path class="hp" d="M0 0v7"/></pattern>'
        '<pattern id="ft" width="6" height="6" patternUnits="userSpaceOnUse"><circle class="fp" cx="1" cy="1" r=".7"/></pattern>'
        '<linearGradient id="fd"><stop class="s0" offset="0"/><stop class="s9" offset=".92"/></linearGradient>'
        '<linearGradient id="fl"><stop class="s9" offset="0"/><stop class="s0" offset="1"/></linearGradient></defs>'
        f'<rect class="paper" width="{width}" height="{height}"/><text class="h" x="0" y="24">{escape(title)}</text>'
        f'{"".join(grid)}{"".join(out)}<path class="now" d="M{check:.1f} {_HEAD - 16}V{height - 30}"/>'
        f'<text class="c" x="0" y="{height - 10}">{escape(credit)}</text></svg>\n'
    )


def _row(drawn: Drawn, y: float, inner: float) -> list[str]:
    middle = y + 17 + (drawn.tracks - 1) * _TRACK / 2
    label = drawn.label if len(drawn.label) <= 28 else drawn.label[:27] + "…"
    out = [f'<text class="l" x="0" y="{middle - (6 if drawn.lane.qualifier else 0):g}">{escape(label)}</text>']
    if drawn.lane.qualifier:
        words = drawn.lane.qualifier
        out.append(f'<text class="m" x="0" y="{middle + 8:g}">{escape(words if len(words) <= 30 else words[:29] + "…")}</text>')
    for gap in drawn.gaps:
        x = _LEFT + gap.x * inner / 100
        out.append(f'<path class="nul" d="M{x:.1f} {y + 13:g}h{gap.width * inner / 100:.1f}"><title>{escape(gap.name)}</title></path>')
    for bar in drawn.bars:
        out.append(_bar(bar, y + bar.track * _TRACK, inner))
    return out


def _bar(bar: Bar, y: float, inner: float) -> str:
    x, width = _LEFT + bar.x * inner / 100, max(1.5, bar.width * inner / 100)
    parts = [f"<title>{escape(bar.name)}</title>"]
    place = f'x="{x:.1f}" y="{y:g}" width="{width:.1f}"'
    if "disputed" in bar.classes:
        parts.append(f'<rect class="b" {place} height="11"/><rect class="b" x="{x:.1f}" y="{y + 13:g}" width="{width:.1f}" height="11"/>')
    elif " po" in bar.classes:
        parts.append(f'<rect class="b" x="{x:.1f}" y="{y + 8:g}" width="{width:.1f}" height="9"/>')
    else:
        parts.append(f'<rect class="b" {place} height="24" rx="2"/>')
    if "inferred" in bar.classes or "reported" in bar.classes:
        parts.append(f'<rect class="hatch" {place} height="24" rx="2"/>')
    for seen in bar.seen:
        parts.append(f'<circle class="dot" cx="{x + seen * width / 100:.1f}" cy="{y + 12.5:g}" r="4"/>')
    if bar.doubt_left:
        parts.append(f'<rect class="dl" x="{x:.1f}" y="{y:g}" width="{bar.doubt_left * width / 100:.1f}" height="24"/>')
    if bar.doubt_right:
        share = bar.doubt_right * width / 100
        parts.append(f'<rect class="dr" x="{x + width - share:.1f}" y="{y:g}" width="{share + 1:.1f}" height="24"/>')
    if bar.fade:
        parts.append(f'<rect class="dr" x="{x + width * 0.45:.1f}" y="{y - 1:g}" width="{width * 0.56:.1f}" height="26"/>')
    if bar.condition:
        parts.append(f'<path class="cd" d="M{x + width - 9:.1f} {y + 6:g}l6 6-6 6-6-6z"/>')
    left = min(bar.doubt_left, 60.0) * width / 100
    room = width - left - 16 - (16 if bar.condition else 0) - (44 if bar.beyond else 0)
    text = next((t for t in (bar.long, bar.short) if t and len(t) * _CHARACTER <= room), "")
    if text:
        parts.append(f'<text class="t" x="{x + left + 8:.1f}" y="{y + 16.5:g}">{escape(text)}</text>')
    if bar.beyond:
        parts.append(f'<text class="t" text-anchor="end" x="{x + width - 6:.1f}" y="{y + 16.5:g}">{bar.beyond} ›</text>')
    return f'<g class="s {bar.hue} {bar.classes}">{"".join(parts)}</g>'


def _css(theme: str) -> str:
    rules = (
        "text{font:12.5px system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans',Arial,sans-serif;fill:var(--ink)}.h{font:500 22px Palatino,Georgia,serif}"
        ".m,.c,.y,.gh{font-size:12px;fill:var(--mute)}.yb{fill:var(--ink);font-weight:700}.gh{font-weight:600}.paper{fill:var(--paper)}.rule{stroke:var(--rule)}"
        ".hair{stroke:var(--hair)}.now{stroke:var(--ink);stroke-width:2;opacity:.35}.fut{fill:url(#ft)}.fp{fill:var(--rule)}.hp{stroke:var(--paper);stroke-width:4;stroke-opacity:.5}"
        ".s0{stop-color:var(--paper);stop-opacity:0}.s9{stop-color:var(--paper);stop-opacity:.95}.b{stroke:var(--paper);stroke-width:1}.hatch{fill:url(#hr)}.dl{fill:url(#fl)}.dr{fill:url(#fd)}"
        ".x .b{fill:var(--c)}.x .t{fill:var(--on);font-weight:600}.p .b{fill:var(--c2)}.n .b{fill:var(--c3);stroke:var(--c);stroke-width:1.5}.no .b{fill:var(--h0p);stroke:var(--h0)}.no .t{fill:var(--mute)}"
        ".reported .b{stroke:var(--c);stroke-width:1.5;stroke-dasharray:4 3}.alleged .b{fill:none;stroke:var(--c);stroke-width:2;stroke-dasharray:1 4}.unstated .b{fill:none;stroke:var(--mute);stroke-width:1.5;stroke-dasharray:1 4}"
        ".inferred .t,.unstated .t{font-style:italic}.unstated .t{fill:var(--mute)}.po .b{fill:var(--c3);stroke:none}.dot{fill:var(--c)}.nul{stroke:var(--mute);stroke-width:1.5;stroke-dasharray:1 5;stroke-linecap:round}.cd{fill:var(--paper);stroke:var(--c);stroke-width:1.5}"
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


def card(site: Site, scale: Scale, lanes: Sequence[Lane], title: str, answer: str) -> bytes:
    """The picture (PNG, 1200 by 630) that other sites show beside a link: the title, the answer and the first lanes."""
    image = Image.new("RGB", (1200, 630), TOKENS["paper"][0])
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, 1200, 8), fill=TOKENS["ink"][0])
    y = 50
    for line in _wrapped(title, 56, 40)[:2]:
        draw.text((60, y), line, fill=TOKENS["ink"][0], font=ImageFont.load_default(46))
        y += 58
    for line in _wrapped(answer, 1080, 26)[:2]:
        draw.text((60, y + 6), line, fill=TOKENS["mute"][0], font=ImageFont.load_default(26))
        y += 36
    y += 34
    drawer = Drawer(site, scale, site.page_hues(lanes))
    colors = {h.name: h.light for h in (*HUES, GREY)}
    for lane in lanes:
        if y > 540:
            break
        drawn = drawer.lane(lane)
        label = drawn.label if len(drawn.label) < 26 else drawn.label[:25] + "…"
        draw.text((60, y + 3), label, fill=TOKENS["ink"][0], font=ImageFont.load_default(20))
        for bar in drawn.bars:
            if bar.track:
                continue
            solid, mid, pale = colors[bar.hue]
            ground = bar.classes.split()[0]
            box = (340 + bar.x * 8, y, 340 + (bar.x + bar.width) * 8 - 2, y + 28)
            if box[2] - box[0] < 1:
                continue
            hollow = "unstated" in bar.classes or "alleged" in bar.classes
            fill = TOKENS["paper"][0] if hollow else {"x": solid, "p": mid, "n": pale}.get(ground, colors["h0"][2])
            draw.rectangle(box, fill=fill, outline=solid if ground in ("n", "no") or hollow else None)
        y += 42
    draw.text((60, 586), f"{site.title} · checked through {iso(site.checked)}", fill=TOKENS["mute"][0], font=ImageFont.load_default(20))
    out = io.BytesIO()
    image.save(out, "PNG", compress_level=9)
    return out.getvalue()


def _wrapped(text: str, width: int, size: int) -> list[str]:
    limit = width if width < 100 else int(width / (size * 0.5))
    lines = [""]
    for word in text.split():
        if len(lines[-1]) + len(word) + 1 > limit and lines[-1]:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    if len(lines) > 2:
        lines[1] = lines[1].rstrip(".,") + " …"
    return lines
