"""The few marks of the terminal, each with its twin in ASCII, and what makes text safe to print.

Records hold other people's words. Whatever in them could move a cursor, color a terminal or turn the reading direction is taken out before printing.
"""

from __future__ import annotations

#: Status -> (mark, ASCII twin, color).
STATUS = {
    "confirmed": ("●", "*", "green"),
    "inferred": ("∴", "^", "cyan"),
    "reported": ("◐", "~", "yellow"),
    "alleged": ("◔", "?", "magenta"),
    "opinion": ("“", '"', "dim"),
    "disputed": ("≠", "!", "red"),
    "unstated": ("∅", "0", "dim"),
    "unrecorded": ("○", "-", "dim"),
}

#: Other marks and typographic letters -> ASCII. Every mark the program prints is here or in STATUS.
_TWINS = {
    "→": "->", "◇": "<>", "−": "-", "–": "-", "—": "-", "…": "...", "·": "-", "›": ">", "“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "•": "*",
    "×": "x", "≈": "~", "≤": "<=", "≥": ">=", "½": "1/2", "€": "EUR", "£": "GBP", "¥": "JPY", "©": "(c)", "®": "(r)", "™": "(tm)", "°": " deg",
    "ß": "ss", "æ": "ae", "Æ": "AE", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "œ": "oe", "Œ": "OE", "þ": "th", "Þ": "Th", "ð": "d", "Ð": "D",
    "█": "#", "▓": "%", "▒": "=", "░": ":", "├": "+", "┤": "+", "┴": "+", "┼": "+", "─": "-", "│": "|",
    "\u00a0": " ", "\u2009": " ", "\u202f": " ", "\u2011": "-",
}  # fmt: skip

# C0 (tab and line feed become spaces), DEL, C1, and the marks that turn the direction of text.
_UNSAFE = dict.fromkeys((*range(32), *range(0x7F, 0xA0)), "\ufffd")
_UNSAFE.update(dict.fromkeys((9, 10, 13, 0x85, 0x2028, 0x2029), " "))
_UNSAFE.update(dict.fromkeys((0x061C, 0x200B, 0x200E, 0x200F, 0xFEFF, *range(0x202A, 0x202F), *range(0x2066, 0x206A)), ""))


def clean(text: object) -> str:
    """Text on one line that only prints: no control characters, no escapes, no turned direction, no half letters."""
    words = str(text)
    if words.isascii() and words.isprintable():
        return words
    return words.translate(_UNSAFE).encode("utf-8", "replace").decode("utf-8")


def mark(status: str | None, *, ascii: bool = False) -> str:
    """The mark of a status; a space for a status that has none."""
    found = STATUS.get(status or "")
    return found[1 if ascii else 0] if found else " "


def to_ascii(text: str) -> str:
    """The text in ASCII: marks by their twins, letters without their accents, a question mark for the rest."""
    if text.isascii():
        return text
    from unicodedata import combining, normalize

    twins = {own: twin for own, twin, _ in STATUS.values() if own not in _TWINS} | _TWINS
    out = "".join(twins.get(letter, letter) for letter in text)
    out = "".join(c for c in normalize("NFKD", out) if not combining(c))
    return out.encode("ascii", "replace").decode()
