"""The card that other sites show beside a link: a PNG with the title, the answer and the first lanes."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from PIL import Image, ImageDraw, ImageFont

from tenor.dates import iso
from tenor.site.axis import Scale, Tick, ticks
from tenor.site.chart import Drawer, Drawn
from tenor.site.colors import GREY, HUES, TOKENS
from tenor.site.data import Lane, Site

_LEFT, _RIGHT, _TOP, _FOOT = 60, 1140, 50, 586
_NAMES = 300
_BOTTOM = 530
#: There is room for no more lanes.
_MOST = 12
_COLORS = 96


@dataclass(frozen=True, slots=True)
class Card:
    """All that a picture shows, and where it stands."""

    path: str
    title: str
    answer: str
    ticks: tuple[Tick, ...]
    lanes: tuple[Drawn, ...]
    foot: str


def card(path: str, site: Site, scale: Scale, lanes: Sequence[Lane], title: str, answer: str) -> Card:
    """What the picture of some lanes shows, the first ones first."""
    drawer = Drawer(site, scale, site.page_hues(lanes))
    return Card(
        path, title, answer, tuple(ticks(scale)), tuple(drawer.lane(x) for x in lanes[:_MOST]), f"{site.title} · checked through {iso(site.checked)}"
    )


def png(card: Card) -> bytes:
    """The picture, 1200 by 630."""
    image = Image.new("RGB", (1200, 630), TOKENS["paper"][0])
    draw = ImageDraw.Draw(image)
    ink, mute, hair = TOKENS["ink"][0], TOKENS["mute"][0], TOKENS["rule"][0]
    draw.rectangle((0, 0, 1200, 8), fill=ink)
    y = _TOP
    for line in _wrapped(card.title, 46):
        draw.text((_LEFT, y), line, fill=ink, font=_font(46))
        y += 56
    for line in _wrapped(card.answer, 26):
        draw.text((_LEFT, y + 6), line, fill=mute, font=_font(26))
        y += 34
    y += 40
    left = _LEFT + _NAMES
    unit = (_RIGHT - left) / 100
    for tick in card.ticks:
        if tick.kind == "y" and tick.text and tick.rank <= 1:
            draw.line((left + tick.x * unit, y - 4, left + tick.x * unit, 560), fill=hair)
            draw.text((left + tick.x * unit + 5, y - 20), tick.text, fill=ink if tick.strong else mute, font=_font(15))
    y += 8
    for lane in card.lanes:
        if y > _BOTTOM:
            break
        _lane(draw, lane, y, left, unit)
        y += 40
    draw.text((_LEFT, _FOOT), card.foot, fill=mute, font=_font(20))
    out = io.BytesIO()
    image.quantize(_COLORS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(out, "PNG")
    return out.getvalue()


@cache
def _font(size: int) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    return ImageFont.load_default(size)


def _lane(draw: ImageDraw.ImageDraw, drawn: Drawn, y: int, left: float, unit: float) -> None:
    colors = {h.name: h.light for h in (*HUES, GREY)}
    paper = TOKENS["paper"][0]
    name = drawn.label
    while draw.textlength(name, font=_font(20)) > _NAMES - 16:
        name = name[:-2].rstrip(" …") + "…"
    draw.text((_LEFT, y + 3), name, fill=TOKENS["ink"][0], font=_font(20))
    for bar in (b for b in drawn.bars if not b.track):
        solid, mid, pale = colors[bar.hue]
        ground = bar.classes.split()[0]
        box = (left + bar.x * unit, y, left + (bar.x + bar.width) * unit - 2, y + 28)
        if box[2] - box[0] < 1:
            continue
        hollow = "unstated" in bar.classes or "alleged" in bar.classes
        fill = paper if hollow else {"x": solid, "p": mid, "n": pale}.get(ground, colors["h0"][2])
        draw.rectangle(box, fill=fill, outline=solid if ground in ("n", "no") or hollow else None)
        font = _font(16)
        words = next((n for n in bar.names if draw.textlength(n, font=font) < box[2] - box[0] - 16), "")
        draw.text((box[0] + 8, y + 5), words, fill=TOKENS["on" if ground == "x" and not hollow else "ink"][0], font=font)


def _wrapped(text: str, size: int) -> list[str]:
    """The words in at most two lines; what does not fit is left out, and said to be."""
    font = _font(size)
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
