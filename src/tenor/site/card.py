"""The card that other sites show beside a link: a PNG with the title, the answer and the first lanes."""

from __future__ import annotations

import io
from collections.abc import Sequence

from PIL import Image, ImageDraw, ImageFont

from tenor.dates import iso
from tenor.site.chart import Drawer, Drawn, Scale, ticks
from tenor.site.colors import GREY, HUES, TOKENS
from tenor.site.data import Lane, Site

_LEFT, _RIGHT, _TOP, _FOOT = 60, 1140, 50, 586
_NAMES = 300


def card(site: Site, scale: Scale, lanes: Sequence[Lane], title: str, answer: str) -> bytes:
    """The picture, 1200 by 630, of some lanes, the first ones first."""
    image = Image.new("RGB", (1200, 630), TOKENS["paper"][0])
    draw = ImageDraw.Draw(image)
    ink, mute, hair = TOKENS["ink"][0], TOKENS["mute"][0], TOKENS["rule"][0]
    draw.rectangle((0, 0, 1200, 8), fill=ink)
    y = _TOP
    for line in _wrapped(title, 46):
        draw.text((_LEFT, y), line, fill=ink, font=ImageFont.load_default(46))
        y += 56
    for line in _wrapped(answer, 26):
        draw.text((_LEFT, y + 6), line, fill=mute, font=ImageFont.load_default(26))
        y += 34
    y += 40
    left = _LEFT + _NAMES
    unit = (_RIGHT - left) / 100
    for tick in ticks(scale):
        if tick.kind == "y" and tick.text and tick.rank <= 1:
            draw.line((left + tick.x * unit, y - 4, left + tick.x * unit, 560), fill=hair)
            draw.text((left + tick.x * unit + 5, y - 20), tick.text, fill=ink if tick.strong else mute, font=ImageFont.load_default(15))
    y += 8
    drawer = Drawer(site, scale, site.page_hues(lanes))
    for lane in lanes:
        if y > 530:
            break
        _lane(draw, drawer.lane(lane), y, left, unit)
        y += 40
    draw.text((_LEFT, _FOOT), f"{site.title} · checked through {iso(site.checked)}", fill=mute, font=ImageFont.load_default(20))
    out = io.BytesIO()
    image.save(out, "PNG", compress_level=9)
    return out.getvalue()


def _lane(draw: ImageDraw.ImageDraw, drawn: Drawn, y: int, left: float, unit: float) -> None:
    colors = {h.name: h.light for h in (*HUES, GREY)}
    paper = TOKENS["paper"][0]
    name = drawn.label
    while draw.textlength(name, font=ImageFont.load_default(20)) > _NAMES - 16:
        name = name[:-2].rstrip(" …") + "…"
    draw.text((_LEFT, y + 3), name, fill=TOKENS["ink"][0], font=ImageFont.load_default(20))
    for bar in (b for b in drawn.bars if not b.track):
        solid, mid, pale = colors[bar.hue]
        ground = bar.classes.split()[0]
        box = (left + bar.x * unit, y, left + (bar.x + bar.width) * unit - 2, y + 28)
        if box[2] - box[0] < 1:
            continue
        hollow = "unstated" in bar.classes or "alleged" in bar.classes
        fill = paper if hollow else {"x": solid, "p": mid, "n": pale}.get(ground, colors["h0"][2])
        draw.rectangle(box, fill=fill, outline=solid if ground in ("n", "no") or hollow else None)
        font = ImageFont.load_default(16)
        words = next((n for n in bar.names if draw.textlength(n, font=font) < box[2] - box[0] - 16), "")
        draw.text((box[0] + 8, y + 5), words, fill=TOKENS["on" if ground == "x" and not hollow else "ink"][0], font=font)


def _wrapped(text: str, size: int) -> list[str]:
    """The words in at most two lines; what does not fit is left out, and said to be."""
    font = ImageFont.load_default(size)
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if font.getlength(longer) <= _RIGHT - _LEFT:
            lines[-1] = longer
        else:
            lines.append(word)
    if len(lines) > 2:
        lines[1] = lines[1].rstrip(".,") + " …"
    return lines[:2]
