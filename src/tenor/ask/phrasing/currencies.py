"""Sums of money as they are written and said: ``5.05 pounds``, ``GBP 5.05``, ``35 cents``, with the sign by which the records tell them."""

from __future__ import annotations

import re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tenor.store.read import Store

_SIGNS = {"dollar": "$", "pound": "£", "quid": "£", "gbp": "£", "euro": "€", "eur": "€", "yen": "¥", "jpy": "¥", "$": "$", "usd": "$"}
#: Of what a hundredth is called so, by the code and the sign of a recorded unit.
_HUNDREDTHS = {"cent": {"USD": "$", "$": "$", "EUR": "€", "€": "€"}, "pence": {"GBP": "£", "£": "£"}}
_HUNDREDTHS |= {"¢": _HUNDREDTHS["cent"], "penny": _HUNDREDTHS["pence"], "p": _HUNDREDTHS["pence"]}
#: Units of records that tell hundredths themselves.
_COUNTED_SO = frozenset(("p", "pence", "penny", "cent", "cents", "¢"))
_BARE_POINT = re.compile(r"(?<=[$€£¥])(?=\.\d)")
_PER_CENT = re.compile(r"(?<=\d) ?per cent\b", re.IGNORECASE)
_NUMBER = r"(?<![\w$€£¥.,])(\d[\d,]*(?:\.\d+)?)"
_SCALE = r"((?: (?:thousand|million|billion|trillion))?)"
_NAMED = re.compile(
    rf"{_NUMBER}{_SCALE}[ -]?(?:(dollar)s?|(pound)s?(?: sterling)?|(quid)|(euro)s?|(yen)|(gbp|eur|jpy|usd))\b(?! of\b)", re.IGNORECASE
)
_CODED = re.compile(r"\b(GBP|EUR|JPY|USD) ?(?=\d)")
_HUNDREDTH = re.compile(rf"{_NUMBER} ?(cent(?=s?\b)|penny(?=\b)|pence(?=\b)|p(?=\b)|¢)s?", re.IGNORECASE)
_EACH_TIME = re.compile(r"([$€£¥]\d[\d.,]*) ?(?:per |/ ?)(hour|day|week|month|year)\b", re.IGNORECASE)


def with_signs(store: Store, text: str) -> str:
    """A question whose sums have their signs; hundredths are read of the one currency of the records that has such."""
    text = _BARE_POINT.sub("0", _PER_CENT.sub(" percent", text))
    text = _NAMED.sub(lambda m: f"{_SIGNS[next(filter(None, m.groups()[2:])).casefold()]}{m[1]}{m[2]}", text)
    text = _CODED.sub(lambda m: _SIGNS[m[1].casefold()], text)
    if _HUNDREDTH.search(text):
        sql = "SELECT DISTINCT json_extract(doc, '$.value.unit') FROM clause WHERE json_extract(doc, '$.value.unit') IS NOT NULL"
        units = {str(unit).partition("/")[0] for (unit,) in store.query(sql)}
        text = _HUNDREDTH.sub(lambda m: _hundredth(m, units), text)
    return _EACH_TIME.sub(lambda m: f"{m[1]} {'an' if m[2].casefold() == 'hour' else 'a'} {m[2]}", text)


def _hundredth(found: re.Match[str], units: set[str]) -> str:
    signs = _HUNDREDTHS[found[2].casefold()]
    own = {signs[unit] for unit in units & signs.keys()} if _COUNTED_SO.isdisjoint(map(str.casefold, units)) else set()
    return f"{own.pop()}{float(found[1].replace(',', '')) / 100:.4g}" if len(own) == 1 else found[0]
