"""Short words for a clause: what a table, a row or a citation has room for."""

from __future__ import annotations

from tenor.ask.answers.wording import holder_words, value_words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from tenor.store.read import Store

    Document = dict[str, Any]

_TIERS = {"filing": "filing", "party": "party statement", "court": "court or regulator", "regulator": "court or regulator"}


def summary(store: Store, doc: Document) -> str:
    """A few words for a clause: its label, else made from its fields, else its own sentence."""
    if doc["status"] == "unrecorded":
        return "nothing recorded"
    if doc.get("label"):
        return str(doc["label"])
    words = value_words(doc["value"]) if doc["value"] else ""
    if doc["value"] and doc["value"]["status"] and words:
        words += f", {doc['value']['status']}"
    holder = holder_words(store, doc)
    if words:
        return f"{words} ({holder})" if holder else words
    if not holder or doc["status"] == "unstated" or doc["state"] == "no":
        return str(doc["text"])
    return holder + {True: ", exclusive", False: ", not exclusive"}.get(doc["exclusive"], "")


def span(doc: Document, *, arrow: str = "→") -> str:
    """``2025-10-28 → 2026-04-27`` with the dates as written; sightings as ``seen 2026-05-01``; a single date for what is no clause."""
    start, end = doc["from"] or "", doc["to"]
    if doc.get("observed"):
        return "seen " + ", ".join(doc["observed"]) + (f", gone {end}" if end and doc["end"] != "replaced" else "")
    if not is_clause(doc):
        return start.replace("/", " to ")
    if doc["status"] == "unrecorded":
        return f"{start or '..'} {arrow} {end or '..'}"
    return f"{start or 'unknown'} {arrow} {end or ('unknown' if doc['end'] == 'unknown' else 'open')}" + (" ◇" if doc["ends_when"] else "")


def is_clause(doc: Document) -> bool:
    """True for a clause or a gap between clauses; False for an event, a claim and other records that answer."""
    return doc["clause"] is None or (":" not in doc["clause"] and "#" in doc["clause"])


def status_words(doc: Document) -> str:
    """``confirmed, 2 sources, both parties``: the status, and what stands behind it."""
    status = str(doc["status"])
    if status == "unrecorded":
        return "nothing recorded"
    if status == "inferred" and doc["rests_on"]:
        return f"inferred from {counted(len(doc['rests_on']), 'clause')}"
    own = [c for c in doc["citations"] if c.get("for") != "value"]
    parts = [status]
    if own:
        parts.append(counted(len({c["source"] for c in own}), "source"))
    speakers = {c["by"] for c in own if c["by"] and c["tier"] in ("filing", "party")}
    if status == "confirmed" and len(speakers) == 2:
        parts.append("both parties")
    elif status == "confirmed" and len(speakers) > 2:
        parts.append(f"{len(speakers)} parties")
    return ", ".join(parts)


def asides(doc: Document) -> list[str]:
    """What makes this segment more or less than a plain version: doubt about the day, an exception, a part, a claim's verdict."""
    words = []
    if doc["certainty"] == "possible":
        words.append("possibly: the day is in doubt")
    if doc.get("role") == "exception" or doc.get("exception_to"):
        words.append("exception")
    elif doc.get("part_of"):
        words.append("part of another clause")
    elif doc.get("adds_to"):
        words.append("on top of an earlier clause")
    if doc["implied_by"]:
        words.append(f"implied by {doc['implied_by']}")
    if doc.get("verdict"):
        words.append(f"verdict: {str(doc['verdict']).replace('-', ' ')}")
    return words


def tier_words(tier: str) -> str:
    """What kind of source it is, in words."""
    return _TIERS.get(tier, tier)


def sources(doc: Document) -> list[str]:
    """The ids of a clause's sources, each once."""
    return list(dict.fromkeys(c["source"] for c in doc["citations"]))


def counted(number: int, word: str, plural: str = "") -> str:
    """``1 clause``, ``2 clauses``, ``2 lineages``."""
    return f"{number:,} {word if number == 1 else plural or word + 's'}"


def yes_words(doc: Document) -> str:
    """``yes``, ``no`` or ``not stated`` for a segment of a yes-or-no question, else nothing."""
    if "yes" not in doc or not is_clause(doc) or doc["clause"] is None or (doc["yes"] is None and doc.get("role") == "exception"):
        return ""
    return {True: "yes", False: "no", None: "not stated"}[doc["yes"]]
