"""The palette, and the proof that it can be read: WCAG contrast, and distance in OKLab for normal and color-blind sight.

A build calls :func:`check` and fails where a pair is too close, so a changed color cannot go out unread.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations

from tenor.errors import TenorError

Rgb = tuple[float, float, float]

#: The smallest OKLab distance (times 100) between two hues, over all kinds of sight.
FLOOR = 8.0
AA = 4.5


class PaletteError(TenorError):
    """Raised when two colors of the theme cannot be told apart or read."""

    code = "palette"


@dataclass(frozen=True, slots=True)
class Hue:
    """One party's color on light and on dark ground: solid (text stands on it), mid and pale."""

    name: str
    light: tuple[str, str, str]
    dark: tuple[str, str, str]


#: In the order in which parties receive them. The first four were chosen by search; so were the last two, against the first four.
HUES = (
    Hue("h1", ("#004691", "#bcd3ef", "#f1f6fc"), ("#5e99f3", "#2b4a73", "#18222f")),
    Hue("h2", ("#a65d11", "#f6d3a4", "#fdf4e7"), ("#eeb079", "#6a4311", "#2a2015")),
    Hue("h3", ("#207e7d", "#b3dedc", "#eef8f8"), ("#8ee3de", "#1d5453", "#132627")),
    Hue("h4", ("#512141", "#e3c9da", "#f8f0f5"), ("#ce799f", "#5b2c48", "#281a22")),
    Hue("h5", ("#991608", "#f2c6bf", "#fcf1ef"), ("#f25a49", "#6b241d", "#2c1816")),
    Hue("h6", ("#8b56bf", "#dccbee", "#f7f2fc"), ("#a368bd", "#46295a", "#221728")),
)
#: Any other holder, and none.
GREY = Hue("h0", ("#56595e", "#dcdad3", "#f7f5ef"), ("#b4b5b1", "#43474b", "#202327"))

TOKENS: dict[str, tuple[str, str]] = {
    "paper": ("#fbfaf6", "#15171a"),
    "card": ("#ffffff", "#1b1e22"),
    "ink": ("#1a1c20", "#ece9e2"),
    "mute": ("#5a5c61", "#a5a59f"),
    "rule": ("#ddd8cc", "#34383d"),
    "hair": ("#ebe7dd", "#25282c"),
    "foc": ("#f4f1e8", "#1a1d21"),
    "link": ("#1d4a87", "#9cc3f5"),
    "on": ("#ffffff", "#0c1420"),
    "add": ("#e4f2ea", "#15291f"),
    "addt": ("#0f5a35", "#8fd9ae"),
    "del": ("#f7eae6", "#2d1d19"),
    "delt": ("#8c2f1b", "#efa996"),
}
#: Text and the grounds it stands on.
_PAIRS = (
    ("ink", "paper"), ("ink", "card"), ("ink", "foc"), ("mute", "paper"), ("mute", "card"), ("mute", "foc"), ("link", "paper"), ("link", "card"),
    ("link", "foc"), ("addt", "add"), ("delt", "del"), ("addt", "paper"), ("delt", "paper"),
)  # fmt: skip

# Viénot, Brettel and Mollon (1999) for red and green; Brettel's plane nearest to tritan sight, all in linear RGB.
_SIGHTS: dict[str, tuple[Rgb, Rgb, Rgb]] = {
    "normal": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protan": ((0.11238, 0.88762, 0.0), (0.11238, 0.88762, 0.0), (0.00401, -0.00401, 1.0)),
    "deutan": ((0.29275, 0.70725, 0.0), (0.29275, 0.70725, 0.0), (-0.02234, 0.02234, 1.0)),
    "tritan": ((1.01277, 0.13548, -0.14826), (-0.01243, 0.86812, 0.14431), (0.07589, 0.80500, 0.11911)),
}


def linear(color: str) -> Rgb:
    """``#rrggbb`` as linear light, 0 to 1."""

    def channel(text: str) -> float:
        value = int(text, 16) / 255
        return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)

    return channel(color[1:3]), channel(color[3:5]), channel(color[5:7])


def contrast(one: str, other: str) -> float:
    """The WCAG contrast ratio of two colors, 1 to 21."""

    def luminance(color: str) -> float:
        red, green, blue = linear(color)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def seen(color: str, sight: str) -> Rgb:
    """The color in OKLab as that kind of sight has it (normal, protan, deutan, tritan)."""
    rgb = linear(color)
    red, green, blue = (min(1.0, max(0.0, sum(a * b for a, b in zip(row, rgb, strict=True)))) for row in _SIGHTS[sight])
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    middle = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    return (
        0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short,
    )


def distance(one: str, other: str) -> float:
    """The smallest OKLab distance (times 100) of two colors over all kinds of sight."""
    pairs = ((seen(one, sight), seen(other, sight)) for sight in _SIGHTS)
    return min(100 * float(sum((a - b) ** 2 for a, b in zip(x, y, strict=True)) ** 0.5) for x, y in pairs)


def problems(hues: tuple[Hue, ...] = HUES, tokens: dict[str, tuple[str, str]] | None = None) -> list[str]:
    """Every pair that cannot be read or told apart, one line each."""
    found = []
    tokens = tokens or TOKENS
    for theme, name in enumerate(("light", "dark")):
        for text, ground in _PAIRS:
            ratio = contrast(tokens[text][theme], tokens[ground][theme])
            if ratio < AA:
                found.append(f"{name}: {text} on {ground} has a contrast of {ratio:.2f}; {AA} is the least")
        solids = [(hue.light, hue.dark)[theme] for hue in (*hues, GREY)]
        for hue, (solid, mid, pale) in zip((*hues, GREY), solids, strict=True):
            for text, ground, what in (
                (tokens["on"][theme], solid, "solid"),
                (tokens["ink"][theme], mid, "mid"),
                (tokens["ink"][theme], pale, "pale"),
            ):
                if contrast(text, ground) < AA:
                    found.append(f"{name}: text on the {what} of {hue.name} has a contrast of {contrast(text, ground):.2f}; {AA} is the least")
        for (one, a), (other, b) in combinations(zip(hues, solids, strict=False), 2):
            if distance(a[0], b[0]) < FLOOR:
                found.append(f"{name}: {one.name} and {other.name} are {distance(a[0], b[0]):.1f} apart; {FLOOR} is the least")
    return found


def check() -> None:
    """Raises :class:`PaletteError` where the theme's colors cannot be read or told apart."""
    found = problems()
    if found:
        raise PaletteError(found[0], where="site/colors.py", hint=f"{len(found)} pairs fail; change a color")


def css() -> str:
    """The palette as custom properties: a light fallback, then ``light-dark()`` where the browser knows it."""
    names = {**TOKENS}
    for hue in (*HUES, GREY):
        for suffix, light, dark in zip(("", "m", "p"), hue.light, hue.dark, strict=True):
            names[hue.name + suffix] = (light, dark)
    plain = ";".join(f"--{name}:{light}" for name, (light, _) in names.items())
    both = ";".join(f"--{name}:light-dark({light},{dark})" for name, (light, dark) in names.items())
    return f":root{{color-scheme:light dark;{plain}}}\n@supports (color:light-dark(#000,#fff)){{:root{{{both}}}}}\n"
