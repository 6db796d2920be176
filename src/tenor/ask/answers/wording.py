"""Sentences about clauses: who, what, from when to when, and whose word it is.

Nothing but a confirmed clause is ever worded as plain fact.
"""

from __future__ import annotations

from tenor.dates import DAWN, FOREVER, MONTHS, Edtf, EdtfError, civil, long_date, month_length, parse_day

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from tenor.store.read import Store

    Document = dict[str, Any]

_HEDGES = {"about": "about ", "up-to": "up to ", "at-least": "at least "}
#: How many words a name has at the most, with the verb behind it.
_BEHIND_A_NAME = 4
#: More decimals than these are told as a whole number.
_MOST_DECIMALS = 4
#: Currencies that are told by their sign, which stands before the amount.
_SIGNS = {"USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥", **{sign: sign for sign in "$€£¥₹"}}
_SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))


def date_words(text: str | None) -> str:
    """An EDTF date in words: ``27 April 2026``, ``November 2016``, ``2023``, ``by 6 November 2025``, ``about 2023``."""
    if not text:
        return ""
    try:
        date = Edtf.parse(text)
    except EdtfError:
        return text
    if date.precision == "interval":
        if date.lo <= DAWN:
            return f"{long_date(date.hi)} or earlier"
        if date.hi >= FOREVER:
            return f"{long_date(date.lo)} or later"
        return _between_words(date.lo, date.hi)
    body = text.rstrip("~?%")
    about = "about " if body != text else ""
    if date.precision == "day" and "X" not in body:
        return about + long_date(parse_day(body))
    if date.precision == "month" and "X" not in body:
        year, _, month = body.partition("-")
        return f"{about}{MONTHS[int(month) - 1]} {int(year)}"
    if date.precision == "group":
        year, _, code = body.partition("-")
        n = int(code)
        part = {21: "spring", 22: "summer", 23: "fall", 24: "winter"}.get(n) or (
            f"the {('first', 'second', 'third', 'fourth')[n - 33]} quarter of" if n < 40 else f"the {'first' if n == 40 else 'second'} half of"
        )
        return f"{about}{part} {int(year)}"
    return about + body


def span_words(doc: Document, today: int) -> str:
    """From when to when a clause holds, with last days, in words."""
    start = doc["from"]
    first = date_words(start)
    if doc.get("observed"):
        return _seen_words(doc)
    if not doc["to"]:
        if not start:
            return "with no date stated"
        lo = doc["bounds"]["from"][0]
        return f"from {first} on" if lo and parse_day(lo) > today else f"since {first}"
    if doc["end"] == "scheduled" and doc.get("stated_through"):
        return f"from {first} through {date_words(doc['stated_through'])}"
    if not doc["bounds"]["to"][1]:
        return f"from {first}, with no end recorded"
    return f"from {first} to {last_day(doc['to'])}"


def last_day(to: str) -> str:
    """The last day before an end, in words; the end itself where its day is in doubt."""
    date = Edtf.parse(to)
    if date.exact:
        return long_date(date.lo - 1)
    if date.precision == "interval":
        return _between_words(date.lo - 1, date.hi - 1) if date.lo > DAWN and date.hi < FOREVER else date_words(to)
    return f"{date_words(to)} (day uncertain)"


def _between_words(first: int, last: int) -> str:
    """``4 or 5 March 1861``, ``some day between 4 March and …``."""
    if last > first + 1:
        return f"some day between {long_date(first)} and {long_date(last)}"
    one, other = long_date(first), long_date(last)
    return f"{one.split(' ', 1)[0] if one.split(' ', 1)[1] == other.split(' ', 1)[1] else one} or {other}"


def gap_words(start: str | None, to: str | None) -> str:
    """The days ``[start, to)`` in words: ``before 22 July 2019``, ``on 3 May 2024``, ``from 1 May 2024 to 3 May 2024``."""
    if not start:
        return f"before {long_date(parse_day(to))}" if to else "for any day"
    if not to:
        return f"from {long_date(parse_day(start))} on"
    first, last = parse_day(start), parse_day(to) - 1
    return f"on {long_date(first)}" if first == last else f"from {long_date(first)} to {long_date(last)}"


def inside(label: str) -> str:
    """A label in the middle of a sentence: its first letter small, unless its first word is an abbreviation or a name in capitals."""
    first = label.split(" ", 1)[0]
    return label if sum(c.isupper() for c in first) > 1 else label[:1].lower() + label[1:]


def _seen_words(doc: Document) -> str:
    seen = [date_words(day) for day in doc["observed"]]
    days = seen[0] if len(seen) == 1 else f"{', '.join(seen[:-1])} and {seen[-1]}"
    after = f", gone by {date_words(doc['to'])}" if doc["to"] and doc["end"] != "replaced" else ""
    return f"as seen on {days}{after}" if len(Edtf.parse(doc["observed"][0]).text) > 7 else f"as seen in {days}{after}"


def duration_words(first: int, after: int) -> str:
    """The days from the first to the day before ``after``: ``4 years, 1 month and 11 days``."""
    (y, m, d), (year, month, day) = civil(first), civil(after)
    months, days = (year - y) * 12 + month - m, day - d
    if days < 0:
        months -= 1
        days += month_length(*((year, month - 1) if month > 1 else (year - 1, 12)))
    parts = [f"{n} {unit}{'' if n == 1 else 's'}" for n, unit in ((months // 12, "year"), (months % 12, "month"), (days, "day")) if n]
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"


def number_words(value: float, unit: str | None) -> str:
    """``$38 billion``, ``27 percent``, ``4.5 GW``, ``160 million shares``."""
    unit = unit or ""
    money, _, per = unit.partition("/")
    scaled = f"{value:,.10g}" if isinstance(value, float) else f"{value:,}"
    for size, name in _SCALES:
        if abs(value) >= size:
            short = f"{value / size:,.10g}"
            if len(short.partition(".")[2]) <= _MOST_DECIMALS:  # a count of inhabitants stays as it is
                scaled = f"{short} {name}"
            break
    if (sign := _SIGNS.get(money)) is not None:
        if isinstance(value, float) and not value.is_integer() and value == round(value, 1) < _SCALES[-1][0]:
            scaled += "0"  # "$2.50", of which the tenths alone are recorded
        return f"{sign}{scaled}" + (f" {'an' if per == 'hour' else 'a'} {per}" if per else "")
    return f"{scaled} {unit}".strip()


def value_words(value: Document | None) -> str:
    """A clause's value with its hedge: ``about $38 billion``; a list or words where there is no number."""
    if not value:
        return ""
    if value["amount"] is not None:
        words = _HEDGES.get(value["hedge"] or "", "") + number_words(value["amount"], value["unit"])
    elif value["low"] is not None or value["high"] is not None:
        low, high = value["low"], value["high"]
        if low is not None and high is not None:
            words = f"{number_words(low, value['unit'])} to {number_words(high, value['unit'])}"
        else:
            words = f"at least {number_words(low, value['unit'])}" if low is not None else f"up to {number_words(high, value['unit'])}"
    elif value["items"]:
        return ", ".join(value["items"])
    else:
        return str(value["text"] or "")
    if value["period"]:
        words += f" for {period_words(value['period'])}"
    return words


def period_words(period: str) -> str:
    """``2026-34`` as the second quarter of 2026, a range as first day to last day."""
    first, slash, last = period.partition("/")
    return f"{date_words(first)} to {date_words(last)}" if slash else date_words(period)


def holder_words(store: Store, doc: Document) -> str:
    """The holder, or all joint holders, with the product it is held through: ``Microsoft (Azure)``."""
    parties = [doc["holder"]] if doc["holder"] else doc["holders"]
    names = [store.name("party", p) for p in parties if p]
    if not names:
        return ""
    words = names[0] if len(names) == 1 else ", ".join(names[:-1]) + f" and {names[-1]}"
    via = store.name("product", doc["via"]) if doc["via"] else ""
    return f"{words} ({via})" if via and via.lower() not in words.lower() else words


def joined(words: list[str], comma: str = ", ") -> str:
    """``a, b and c``."""
    return words[0] if len(words) == 1 else f"{comma.join(words[:-1])} and {words[-1]}" if words else ""


def tensed(template: str, *, past: bool) -> str:
    """Choose from each ``{now|then}`` of a template."""
    out, rest = "", template
    while "{" in rest:
        before, _, rest = rest.partition("{")
        inner, _, rest = rest.partition("}")
        now, bar, then = inner.partition("|")
        out += before + ((then if past else now) if bar else "{" + inner + "}")
    return out + rest


def sentence(store: Store, doc: Document, term: Document, *, past: bool) -> str:
    """The clause as a sentence of its term, without dates; its own words where the term's sentence has a gap for it."""
    template = str(term.get("negative") if doc["state"] == "no" else term.get("sentence") or "")
    value = value_words(doc["value"])
    if doc["value"] and doc["value"]["status"]:
        value += f" ({doc['value']['status']})"
    fill = {
        "holder": holder_words(store, doc),
        "subject": store.name("party", doc["subject"]),
        "value": value,
        "scope": doc["scope"] or "",
    }
    own = str(doc["text"]).rstrip(".")
    if doc["status"] == "unstated" or doc["state"] == "partly" or not template:
        return own
    if "{value}" in template and (term.get("answer") == "text" or (doc["value"] and doc["value"]["text"])):
        return own
    if (doc["implied_by"] is None and doc.get("exception_to")) or only_permits(own, template):
        return own
    words = tensed(template, past=past).rstrip(".")
    if any("{" + name + "}" in words and not text for name, text in fill.items()):
        return own
    scoped = "{scope}" in words
    for name, text in fill.items():
        words = words.replace("{" + name + "}", text)
    if doc["value"] and doc["value"]["text"]:
        words += f", {doc['value']['text']}"
    if doc["scope"] and not scoped and doc["scope"].lower() not in words.lower():
        words += f" ({doc['scope']})"
    return words


def only_permits(text: str, sentence: str) -> bool:
    """True for "A may offer X" of a right whose sentence tells that something is so, and not that somebody may: a permission is not yet done."""
    return ("{is|was}" in sentence or "{are|were}" in sentence) and "may" in text.split()[1:_BEHIND_A_NAME]


def whose_word(store: Store, doc: Document) -> str:
    """Whose word a clause is, and whether its document binds nobody: empty for a confirmed clause of one that may bind."""
    free = doc["state"] != "no" and (store.record(str(doc.get("instrument"))) or {}).get("binding") == "no"
    return "; ".join(said for said in (_by_status(store, doc), "not binding" if free else "") if said)


def _by_status(store: Store, doc: Document) -> str:
    status = doc["status"]
    if status == "confirmed":
        return ""
    if status == "inferred":
        n = len(doc["rests_on"])
        return f"our reading of {n} clauses" if n > 1 else "our reading of one clause" if n else "our reading"
    if status == "unstated":
        return "no public text says any more" if doc.get("last_stated") else "no public text says"
    said = next((c for c in doc["citations"] if c["tier"] in ("press", "commentary")), None) or next(iter(doc["citations"]), None)
    by = ""
    if said is not None:
        by = store.name("party", said["by"]) if said["by"] else str(said["publisher"] or "")
    if status == "reported":
        return f"reported by {by}, not confirmed" if by else "reported, not confirmed"
    if status == "alleged":
        return f"alleged, according to {by}" if by else "alleged"
    if status == "opinion":
        return f"an opinion of {by}" if by else "an opinion"
    return "sources disagree"
