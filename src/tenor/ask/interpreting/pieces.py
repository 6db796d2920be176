"""``all three payments``, ``which suppliers make up the total``: the parts of what answers, and no fewer answers than the question speaks of."""

from __future__ import annotations

from itertools import pairwise

from tenor.ask.answers.parts import Parts
from tenor.ask.language import english
from tenor.ask.language.words import lemma
from tenor.ask.reading import Refusal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from tenor.ask.answers.versions import Versions
    from tenor.ask.language.words import Token

    Document = dict[str, Any]

_BEFORE_A_NUMBER = frozenset("all the these those its their his her which what list show".split())
_NO_COUNT = frozenset(map(lemma, "thousand million billion trillion year month week day hour quarter percent time gigawatt gw mw dollar".split()))
_MADE_OF = frozenset(
    (
        ("make", "up"),
        ("makes", "up"),
        ("made", "up"),
        ("consist", "of"),
        ("consists", "of"),
        ("composed", "of"),
        ("broken", "down"),
        ("break", "down"),
        ("breaks", "down"),
        ("parts", "of"),
        ("components", "of"),
    )
)
_EACH = frozenset(("every", "each"))
_PARTS_OF = frozenset(("parts", "components"))
_PARTS = frozenset(("comprise", "comprises", "breakdown"))


def pieces_of(found: Versions, segments: list[Document]) -> tuple[list[Document], str]:
    """The recorded parts of what answers, where the question asks for them, and a sentence that tells them.

    Raises:
        Refusal: the record has fewer than the question speaks of, or nothing of what it is made up.
    """
    said = found.interpreter.tokens
    if found.reading.raw == "state" or found.term.get("answer") != "amount":
        return [], ""
    held = [s for s in segments if s["clause"]]
    _hold_to_number(found, held)
    number, _ = _number(said)
    of_what = bool(made_of(said))
    steps = not number and _asks_for_steps(said)
    if not of_what and len(held) >= number and not steps:
        return [], ""
    told = {s["clause"] for s in held}
    parts = [doc for s in held for doc in _parts(found, s["clause"])]
    more = [doc for doc in parts if doc["clause"] not in told]
    if of_what and not parts and len(held) > 1 and not _PARTS_OF.isdisjoint(t.low for t in said):
        return [], ""  # "the parts of A's commitments": several that are told anyway
    if of_what and not parts and any(t.low == "by" for t in said) and len({(s["holder"], *s["holders"]) for s in held}) > 1:
        return [], ""  # "broken down by party": each party's own are the parts
    if steps and not parts:
        return [], ""
    if not parts or (len(held) < number and len(parts) != number):
        what = f"{len(held)} of the {number} that the question speaks of" if len(held) < number else "nothing of what it is made up"
        raise Refusal("no-record", f"The record has {what} (“{found.term.get('label', found.reading.term)}”).", terms=[found.reading.term or ""])
    if not more:
        return [], ""
    return more, f" Of it: {Parts(found.store, found.term, found.today).by_holder(more)}."


def _asks_for_steps(said: list[Token]) -> bool:
    """``when did A make its payments``, ``list every payment``: not how many, which the answer is held to."""
    lows = [t.low for t in said]
    several = any(two in english.STEPS and one not in english.NUMBERS for one, two in pairwise(lows))
    return several or any(one in _EACH and f"{two}s" in english.STEPS for one, two in pairwise(lows))


def _hold_to_number(found: Versions, held: list[Document]) -> None:
    """``which three investors``: no more and no fewer. Raises :class:`Refusal` where the record has another number of them."""
    number, _ = _number(found.interpreter.tokens)
    holders = {p for s in held for p in (s["holder"], *s["holders"]) if p and s["state"] != "no"}
    if number and holders and found.reading.kind in ("list", "holder") and found.reading.holder is None and len(holders) != number:
        raise Refusal(
            "no-record",
            f"The record has {len(holders)} and not {number} of them (“{found.term.get('label', found.reading.term)}”).",
            terms=[found.reading.term or ""],
        )


def _parts(found: Versions, clause: str) -> list[Document]:
    """The clauses that are part of one, as known on the asked day, in the order of their days."""
    sql = "SELECT c.lineage, c.id FROM link AS l JOIN clause AS c ON c.id = l.source WHERE l.target = ? AND l.field = 'part_of'"
    docs = [d for n, name in found.store.query(sql, clause) for d in found.store.versions(n, found.known) if d["clause"] == name]
    return sorted(docs, key=lambda d: (d["bounds"]["from"][0] or "", d["clause"]))


def speaking_of_several(said: list[Token]) -> set[int]:
    """Positions of the words that say how many things are meant, or ask what something is made up of: the answer is held to them."""
    return _number(said)[1] | made_of(said)


def made_of(said: list[Token]) -> set[int]:
    """Positions of ``makes up``, ``consists of``, ``breakdown``."""
    lows = [t.low for t in said]
    pairs = {j for i, pair in enumerate(pairwise(lows)) if pair in _MADE_OF for j in (i, i + 1)}
    return pairs | {i for i, low in enumerate(lows) if low in _PARTS}


def _number(said: list[Token]) -> tuple[int, set[int]]:
    """How many things the question speaks of, and where it says so: "all three payments", "both installments"; 0 where it does not say."""
    for i, (token, after) in enumerate(pairwise(said)):
        plural = after.low.endswith("s") and after.lemma not in _NO_COUNT
        if token.low == "both" and plural:
            return 2, {i}
        if token.low in english.NUMBERS and plural and i and said[i - 1].low in _BEFORE_A_NUMBER:
            return english.NUMBERS[token.low], {i}
    return 0, set()
