"""Whether a text denies what is asked: by a negation before one of the asked words, or where somebody ruled it out, or did not do it."""

from __future__ import annotations

from itertools import pairwise

from tenor.ask.accounts.phrased import SAYING, Text, asked_of, doubts, key_of, of_a_date, participle, run_from
from tenor.ask.language import english
from tenor.ask.language.roots import root
from tenor.ask.language.words import Token, lemma

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from tenor.ask.names.lexicon import Lexicon

    Document = dict[str, Any]

_NO = frozenset(("not", "no", "never", "neither"))
#: Verbs of saying that a thing is not so, or will not be.
_DENYING = frozenset(map(lemma, ("deny", "reject", "refute", "disclaim")))
#: Verbs of not doing a thing, or of keeping others from it.
_NOT_DOING = frozenset(map(lemma, "refuse decline cancel abandon drop withdraw block prevent avoid lack fail oppose halt scrap exclude".split()))
#: Words behind a verb of saying by which nothing is said to be so.
_OPEN = frozenset("whether if what when why how who where which about on".split())
_FIGURES = frozenset(root(lemma(word)) for word in ("figure", "number", "amount", "sum"))
_KNOWN_TO = ["known", "to", "have", "been"]
_OF_DEEDS = frozenset(("has", "have", "had", "did"))


def denied(asked: Text, part: Text, everything: frozenset[str]) -> bool:
    """True where a part of a text denies what is asked: "the merits were not decided", "there was no merger"."""
    at = [i for i, t in enumerate(part.said) if t.low in _NO]
    if len(at) != 1 or doubts([t for t in part.said if t.low != "could"], asked.said):
        return False
    i, order = at[0], asked.order()
    plain = {root(word) for word in english.NOUNS}
    denied = run_from(part, i + 1)
    if part.said[i].low == "not":
        denied = denied[:1] + [
            key for n, key in enumerate(part.keys[:i]) if key and not of_a_date(part.said[n]) and part.said[n].low not in english.MODALS
        ]
    elif part.said[i].low == "no":
        done = any(participle(t) and key_of(t) == denied[-1] for t in part.said[i:]) if denied else False
        denied = denied if done else [key for key in denied if key not in plain] or denied
        if len(denied) == 1 and not _put_forward(asked, denied[0], plain):
            return False
    return bool(denied) and set(denied) <= set(order) and set(order) <= everything


def neither(asked: Text, told: Text, document: Document, everything: frozenset[str]) -> bool:
    """``have A and B confirmed 5 dollars``, where "neither company has confirmed the figure": the two of whom the record is."""
    lows = [t.low for t in told.said]
    done = next((i for i, t in enumerate(told.said) if i > len(("neither", "company")) and told.keys[i] and participle(t)), 0)
    if lows[:1] != ["neither"] or lows[2:3] not in (["has"], ["have"], ["had"]) or told.said[1].lemma not in english.SIDES or not done:
        return False
    of_it = run_from(told, done + 1)
    place = next((i for i, key in enumerate(asked.keys) if key == told.keys[done]), 0)
    doers = {key[1:] for key in asked.keys[:place] if key[:1] == "@"}
    others = [
        t
        for t, key in zip(asked.said[:place], asked.keys, strict=False)
        if key and key[:1] != "@" and t.low != "either" and t.lemma not in english.SIDES
    ]
    figure = bool(of_it) and all(key in _FIGURES for key in of_it) and any(key[:1] == "=" for key in asked.keys[place:])
    known = {*document.get("parties", ())}
    rest = {key for key in asked.keys[place:] if key}
    return (
        place > 0
        and not others
        and doers <= known
        and len(known) == len("AB")
        and rest <= everything
        and (figure or (bool(of_it) and set(of_it) <= rest))
    )


def none_known(asked: Text, told: Text, everything: frozenset[str]) -> bool:
    """``has A sued``, where the record of what A was about to do says that no suit is known to have been filed: no, as far as is known."""
    lows = [t.low for t in told.said]
    at = next((i for i in range(len(lows) - len(_KNOWN_TO)) if lows[i : i + len(_KNOWN_TO)] == _KNOWN_TO), 0)
    if at < len(("no", "suit", "is")) or lows[at - 3] != "no" or not _of_a_deed(asked):
        return False
    doer, other = (next((key for key in keys if key[:1] == "@"), "") for keys in (asked.order(), told.keys))
    done = told.keys[at + len(_KNOWN_TO)]
    act = next((key for key in asked.order() if key[:1] != "@" and key != done), "")
    return act == told.keys[at - 2] and doer == other != "" and set(asked.order()) <= everything


def _of_a_deed(asked: Text) -> bool:
    """``has A done it``, ``is it true that A did it``: whether it has been done, and not whether it is being done."""
    return asked.said[0].low in _OF_DEEDS or (asked.start > 0 and any(participle(t) for t in asked.said[asked.start :]))


def ruling_out(said: Sequence[Token]) -> int:
    """Where a verb ends by which somebody says that a thing is not so; 0 where there is none."""
    for i, (one, two) in enumerate(pairwise(said)):
        if one.lemma in _DENYING:
            return i + 1
        if one.lemma == lemma("rule") and two.low == "out":
            return i + 2
    return 0


def bringing(said: Sequence[Token]) -> set[int]:
    """``would``, ``would have``, ``will do``: words by which a thing is said to come, which say nothing of it."""
    modals = {i for i, t in enumerate(said) if t.low in english.MODALS}
    return modals | {i for i, t in enumerate(said) if i - 1 in modals and t.low in ("have", "do", "hold", "see", "make")}


def ruled_out(lexicon: Lexicon, typed: Sequence[Token], skip: frozenset[int], part: Text, everything: frozenset[str]) -> bool:
    """``did A say that B would do X``, where A ruled X out: of the same A, the same B and the same time."""
    at = ruling_out(part.said)
    saying = next((i for i, t in enumerate(typed) if i and t.lemma in SAYING), 0)
    modal = next((i for i, t in enumerate(typed) if i > saying and t.low in english.MODALS), 0)
    if not at or not saying or not modal or ruling_out(typed) or any(t.low in _OPEN for t in typed[saying : modal + 1]):
        return False
    asked = asked_of(lexicon, typed, skip | bringing(typed))
    order, denied = asked.order(), run_from(part, at)
    doer = next((part.keys[i] for i in range(at - 1, -1, -1) if part.keys[i][:1] == "@"), "")
    years = {t.low for i, t in enumerate(typed) if i in skip and t.low.isdigit()}
    of_it = bool(denied) and set(denied) <= set(asked_of(lexicon, typed[modal:], frozenset()).order())
    return of_it and order[0] == doer and set(order) <= everything and years <= {t.low for t in part.said}


def _put_forward(asked: Text, key: str, plain: set[str]) -> bool:
    """True where a question ends with a thing as something that may be or not be: "was a merger", "any merger situation"."""
    places = [i for i, k in enumerate(asked.keys) if k == key]
    if not places or any(k and k not in plain for k in asked.keys[places[-1] + 1 :]):
        return False
    i = places[-1] - 1
    while i >= 0 and asked.keys[i] in plain:
        i -= 1
    return asked.said[i].low in ("a", "an", "any", "no")


def turned_down(text: Text, asked: Text) -> bool:
    """True where a text tells that somebody did not do a thing, or ruled it out, and a question says nothing of that."""
    own = {root(t.lemma) for t in asked.said}
    against = any(t.lemma in _NOT_DOING and root(t.lemma) not in own for t in text.said)
    return against or bool(ruling_out(text.said) and not ruling_out(asked.said))


def denials(text: Text) -> list[tuple[str, ...]]:
    """Each negation with what it denies: all of "no relevant merger situation", and the word behind "not"."""
    found = []
    for i, t in enumerate(text.said):
        if t.low in english.NEGATIONS and i >= text.start and text.keys[i]:
            run = run_from(text, i + 1)
            found.append((t.low, *(run if t.low == "no" else run[:1])))
    return sorted(found)
