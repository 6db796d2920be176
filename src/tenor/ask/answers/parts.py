"""Several amounts of one term, told as a whole and its parts, and never added up unless a sum is asked for."""

from __future__ import annotations

from tenor.ask.answers.wording import date_words, holder_words, number_words, span_words, tensed, value_words, whose_word
from tenor.ask.language import english
from tenor.ask.language.words import forms

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from tenor.store.read import Store

    Document = dict[str, Any]

_MOST_HOLDERS = 6
_MOST_PARTS = 12
#: More parts than this are not put into the term's sentence.
_MOST_INLINE = 2
_SUM_WORDS = english.SUM_WORDS | forms("all")


class Parts:
    """Words for clauses with amounts: per subject and holder, what is part of what, and what came on top."""

    def __init__(self, store: Store, term: Document, today: int) -> None:
        self.store = store
        self.term = term
        self.today = today

    def text(self, held: list[Document], *, sums: bool = False) -> str:
        """Each holder's amounts, then the sum where it was asked for, else that nothing was added up."""
        groups: dict[tuple[str, str], list[Document]] = {}
        for doc in held:
            groups.setdefault((doc["subject"], holder_words(self.store, doc)), []).append(doc)
        lines = [self._group(subject, holder, docs) for (subject, holder), docs in list(groups.items())[:_MOST_HOLDERS]]
        left = f" And {len(groups) - _MOST_HOLDERS} more." if len(groups) > _MOST_HOLDERS else ""
        text = " ".join(f"{line[:1].upper()}{line[1:]}." for line in lines) + left
        parts = [s for s in held if s["value"] and s["value"]["basis"] == "increment"]
        if sums and len(parts) > 1:
            return text + _sum_text(_alone(held))
        return text + (" Nothing here was added up." if len(parts) > 1 else "")

    def by_holder(self, held: list[Document]) -> str:
        """For a list: each holder with its amounts, without what is part of another."""
        wholes = {old for d in held for old in (d["replaces"], d["clause"]) if old}
        held = [d for d in held if d["part_of"] not in wholes]
        groups: dict[str, list[Document]] = {}
        for doc in held:
            groups.setdefault(holder_words(self.store, doc) or str(doc["scope"] or self.store.name("party", doc["subject"])), []).append(doc)
        shown = [f"{name}: {self._tree(docs)}" for name, docs in groups.items()]
        return "; ".join(shown[: 2 * _MOST_HOLDERS]) + (f"; and {len(shown) - 2 * _MOST_HOLDERS} more" if len(shown) > 2 * _MOST_HOLDERS else "")

    def _group(self, subject: str, holder: str, docs: list[Document]) -> str:
        name = self.store.name("party", subject)
        template = tensed(str(self.term.get("sentence") or ""), past=False).rstrip(".")
        inline = len(docs) <= _MOST_INLINE or template.endswith("{value}")
        if inline and "{value}" in template and "{scope}" not in template and (holder or "{holder}" not in template):
            joint = "; " if template.endswith("{value}") else " and "
            return template.replace("{value}", self._tree(docs, joint)).replace("{subject}", name).replace("{holder}", holder)
        with_whom = f" and {holder}" if holder and holder != name else ""
        return f"{self.term.get('label', '')}, {name}{with_whom}: {self._tree(docs)}"

    def _tree(self, docs: list[Document], joint: str = "; ") -> str:
        """What stands alone first; behind each whole its parts, and levels (paid, funded) as sentences of their own."""
        shown = docs[:_MOST_PARTS]
        #: A version that was replaced stands for the one that took its place.
        wholes = {old: d["clause"] for d in shown for old in (d["replaces"], d["clause"]) if old}
        heads = [d for d in shown if d["part_of"] not in wholes]
        words = joint.join(self._with_parts(d, shown, wholes) for d in heads)
        return words + (f"; and {len(docs) - len(shown)} more" if len(docs) > len(shown) else "")

    def _with_parts(self, doc: Document, docs: list[Document], wholes: dict[str, str], depth: int = 0) -> str:
        inside = [d for d in docs if wholes.get(d["part_of"] or "") == doc["clause"]]
        parts = [d for d in inside if (d["value"] or {}).get("basis") != "level"]
        told = [self._with_parts(d, docs, wholes, depth + 1) for d in parts]
        of_which = told[0] if len(told) == 1 else ", ".join(told[:-1]) + f" and {told[-1]}" if told else ""
        words = self._one(doc, further=doc["adds_to"] in wholes, inside=f"of it {of_which}" if of_which and depth else "")
        if of_which and not depth:
            words += f", of which {of_which}"
        return "; ".join((words, *(self._with_parts(d, docs, wholes, depth) for d in inside if d not in parts)))

    def _one(self, doc: Document, *, further: bool, inside: str = "") -> str:
        if doc["state"] == "no":
            return f"none ({'; '.join(n for n in (str(doc['scope'] or doc['label'] or ''), span_words(doc, self.today), whose_word(self.store, doc)) if n)})"
        value = value_words(doc["value"])
        if doc["value"] and doc["value"]["status"] and doc["value"]["status"] != doc["status"]:
            value += f" ({doc['value']['status']})"
        if further and doc["value"] and doc["value"]["amount"] is not None:
            value += " more"
        label, scope = str(doc["label"] or ""), str(doc["scope"] or "")
        if doc["value"] and doc["value"]["items"]:
            value = _listed(label or scope, value)
        else:
            value = label if value and _tells(label, doc["value"]) else f"{label or scope} {value}".strip() or "amount not stated"
        period = bool(doc["value"] and doc["value"]["period"])
        once = doc["value"] and doc["value"]["basis"] == "increment" and not doc["to"]
        notes = ["" if period else date_words(doc["from"]) if once else span_words(doc, self.today)]
        if doc["ends_when"]:
            notes.append(f"condition: {doc['ends_when'].rstrip('.')}")
        notes += [whose_word(self.store, doc), inside]
        said = "; ".join(n for n in notes if n)
        return value + (f" ({said})" if said else "")


def _listed(name: str, items: str) -> str:
    """Things behind the name they go by; alone where they say all of it."""
    said = forms(items)
    return items if all(word in said or word == "and" for word in forms(name)) else f"{name}: {items}"


def _tells(label: str, value: Document) -> bool:
    """True where a label has the amount in it, with its hedge: ``$250 billion more``."""
    if value["amount"] is None:
        return False
    words = label.replace(".0 ", " ").replace("%", " percent")
    return value_words({**value, "period": None}) in words


def _alone(held: list[Document]) -> list[Document]:
    """The amounts to be added: what is part of no other, with what it adds to; none at all where a source gives what they had come to with the last."""
    wholes = {old for d in held for old in (d["replaces"], d["clause"]) if old}
    parts = [d for d in held if d["value"] and d["value"]["basis"] == "increment" and d["part_of"] not in wholes]
    bases = {d["adds_to"] for d in parts}
    parts += [d for d in held if d["clause"] in bases and d not in parts]
    last = max((str(d["bounds"]["from"][1] or "") for d in parts), default="")
    given = (d for d in held if d["value"] and d["observed"] and d["part_of"] not in wholes and d not in parts)
    return [] if any(max(d["observed"]) >= last and _in_all(str(d["scope"] or "")) for d in given) else parts


def _in_all(scope: str) -> bool:
    """True for the name of an amount that is all there is of it: "in all", "total committed", and not "notes in all"."""
    said = forms(scope)
    return bool(said & _SUM_WORDS) and said <= _SUM_WORDS | english.CARRYING_OUT | forms("in committed")


def _sum_text(parts: list[Document]) -> str:
    if len(parts) < len(("one", "other")):
        return ""
    values = [s["value"] or {} for s in parts]  # what was added to may have no amount on record
    units = {value.get("unit") for value in values}
    amounts = [value["amount"] for value in values if value.get("amount") is not None]
    if len(units) != 1 or len(amounts) < len(parts):
        return " They cannot be added: not every part has an amount in one unit."
    return f" Added up by us (inferred, no source gives the sum): {number_words(sum(amounts), units.pop())}."
