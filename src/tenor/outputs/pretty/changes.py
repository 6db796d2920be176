"""What changed between two days or two instruments: ``diff``, with the words that came and went marked."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import SequenceMatcher
from typing import Any

from rich.text import Text

from tenor.outputs.look import Look
from tenor.outputs.pretty.page import Page
from tenor.outputs.summary import counted, span, summary
from tenor.store.read import Store

Document = dict[str, Any]

_WORDS = {"changed": "changed", "new": "new", "ended": "ended", "not-restated": "not restated", "kept": "unchanged"}
#: Below this likeness, marking single words makes two sentences harder to read and not easier.
_ALIKE = 0.5


def diff(doc: Document, store: Store, look: Look, today: int, options: Mapping[str, object]) -> str:
    """A ``diff`` document: what changed, one term after the other; what did not, by name only unless ``--all`` asks for it."""
    del today
    page = Page(look)
    sides = " → ".join(side["instrument"] or side["on"] for side in (doc["a"], doc["b"]))
    page.line((f"{sides} · {_deals(doc)}", "bold"), hang=2)
    counts = [f"{number} {_WORDS[name]}" for name, number in doc["counts"].items() if number]
    different = [c for c in doc["changes"] if c["change"] != "kept"]
    page.line(", ".join(counts) or "Nothing holds on either day")
    if options.get("quiet"):
        return page.render()
    if not different:
        page.blank()
        page.line(f"No term changed between {doc['a']['on']} and {doc['b']['on']}.")
    for change in doc["changes"] if options.get("all") else different:
        _change(page, change, store)
    kept = list(dict.fromkeys(c["term"] for c in doc["changes"] if c["change"] == "kept"))
    if kept and not options.get("all"):
        page.blank()
        page.line(f"Unchanged: {', '.join(kept)} (--all prints them)", hang=2, width=page.prose)
    return page.render()


def _deals(doc: Document) -> str:
    deals = doc.get("deals") or []
    return ", ".join(deals) if len(deals) <= 3 else counted(len(deals), "deal")


def _change(page: Page, change: Document, store: Store) -> None:
    names = [change["term"]]
    if change["subject"] != store.meta["focus"]:
        names.append(store.name("party", change["subject"]))
    if change["holder"]:
        names.append(store.name("party", change["holder"]))
    if change["scope"]:
        names.append(change["scope"])
    page.blank()
    head = f"{_WORDS[change['change']]}{' ' + change['on'] if change['on'] else ''}"
    page.pairs(page.text((", ".join(names), "bold")), head)
    was, now = change["was"], change["now"]
    if change["change"] in ("kept", "not-restated"):
        _side(page, "∅" if change["change"] == "not-restated" else " ", now or was, page.text(summary(store, now or was)), "dim")
    else:
        before, after = marked(page, summary(store, was) if was else "", summary(store, now) if now else "")
        if was:
            _side(page, "−", was, before, "red")
        if now:
            _side(page, "+", now, after, "green")
    if was and now and change["change"] == "changed" and summary(store, was) == summary(store, now):
        page.line(
            (f"differs in {', '.join(change['fields']).replace('_', ' ') or 'its place'}: {span(was)}, then {span(now)}", "dim"), indent=4, hang=2
        )
    if change["set_by"]:
        page.line((f"set by {change['set_by']}", "dim"), indent=4, hang=2)
    for step in change["steps"]:
        page.line((f"over {step}", "dim"), indent=4, hang=2)


def _side(page: Page, sign: str, doc: Document, words: Text, color: str) -> None:
    page.item(page.text("  ", (sign, color), " ", page.mark(doc["status"]), " "), words, width=page.prose)


def marked(page: Page, before: str, after: str) -> tuple[Text, Text]:
    """Both texts, with the words that went and came marked: reversed in color, else in ``[ ]`` and ``{ }``."""
    one, two = before.split(), after.split()
    matcher = SequenceMatcher(None, one, two, autojunk=False)
    if not one or not two or matcher.ratio() < _ALIKE or one == two:
        return page.text(before), page.text(after)
    left, right = Text(), Text()
    for op, a1, a2, b1, b2 in matcher.get_opcodes():
        for out, words, ends in ((left, one[a1:a2], "[]"), (right, two[b1:b2], "{}")):
            if not words:
                continue
            said = " ".join(words)
            if op == "equal":
                piece = page.text(said)
            elif page.look.color:
                piece = page.text((said, "reverse"))
            else:
                piece = page.text(f"{ends[0]}{said}{ends[1]}")
            out.append(" " if out else "").append_text(piece)
    return left, right
