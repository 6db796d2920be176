"""The card that other sites show beside a link: a PNG with the title, the answer and the first lanes."""

from __future__ import annotations

import io
from collections.abc import Sequence

from PIL import Image, ImageDraw, ImageFont

from tenor.dates import iso
from tenor.site.chart import Drawer, Scale
from tenor.site.colors import GREY, HUES, TOKENS
from tenor.site.data import Lane, Site


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
