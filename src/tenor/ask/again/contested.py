"""A refused question about what sources tell differently: ``why are there two prices for X``, ``was it nine or twelve``, ``X. Who says what?``.

The one dispute that says most of its words answers it. Every party and every amount of the question must have a part in that dispute.
"""

from __future__ import annotations

from tenor.ask.accounts.positions import keyed_words, title_keys
from tenor.ask.again.ways import shape
from tenor.ask.interpreting.question import Question
from tenor.ask.language import english
from tenor.ask.language.plain import PLAIN
from tenor.ask.language.roots import YEARS, root, text_keys
from tenor.ask.language.words import lemma, tokens
from tenor.ask.names.matters import MATTER
from tenor.ask.reading import Reading
from tenor.ask.times.years import MONTH_NUMBERS
from tenor.dates import iso

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from typing import Any

    from tenor.ask.interpreting.interpreter import Interpreter
    from tenor.store.read import Store

#: ``300 or 400 million``: of both.
_ONE_SCALE = shape(r"([$€£]?\b\d[\d.,]*) or ([$€£]?\b\d[\d.,]*) ?(thousand|million|billion|trillion|percent|%)")
_SAID = r"(?:sources?|reports?|papers?|press|media|surveys?|accounts?|articles?|outlets?|figures?|numbers?|sides?|data|people|they|documents?)"
_APART = r"(?:differ|disagree|diverge|conflict|contradict|vary|clash|fit|match|agree|add up|tally|square|line up|reconcile)"
#: What says that sources tell it differently, and nothing of what it is.
_FRAMES = tuple(
    shape(pattern)
    for pattern in (
        rf"^(?:so )?(?:why|how come) (?:is|are|was|were|do|does|did|have|has)(?:n't|n’t| not)? (?:there )?(?=.*\b(?:two|three|several|both|different|differing|"
        rf"conflicting|contradictory|competing|opposing|discrepancy|gap|mismatch|say|claim|report|write|think|believe|{_APART[3:-1]})\b)",
        rf"[,;.?:] (?:and )?(?:what|how|who) (?:do|does|did|say|says|said)(?: (?:the|all|both|each))?(?: of)?(?: the)?(?: {_SAID})?(?: (?:say|says|tell|report|put it|claim|see it|what))?"
        r"(?: (?:on|about|of) (?:it|that|this|its [a-z]+|each side|either side|both sides|the matter))?(?: on (?:each|either|both) sides?)?[?.]*$",
    )
)
_FRAME_WORDS = frozenset(
    map(
        lemma,
        "two three both several different differing conflicting contradictory competing opposing discrepancy gap differ disagree conflict contradict clash vary fit match "
        "agree tally square together say claim report write think believe give source press paper outlet article account people really or else whether".split(),
    )
)
#: The share of the words, by weight, that the dispute must have, and how far the next one must be behind.
_LEAST = 0.6
_COUNTED = frozenset(map(root, english.NUMBERS))
_CLEARLY = 0.05
_FEWEST = 2
#: Words of a dispute's own question that say nothing beside the name before them: "A's own".
_OF_ITSELF = frozenset((root(lemma("own")),))
#: What a word counts that only what the dispute is about has.
_ABOUT = 0.7
_MOST_TOLD = 3
#: What a dispute that is named in so many words is ahead.
_NAMED = 0.3


def contested(asked: Interpreter) -> tuple[Question, Reading] | None:
    """The dispute that a refused question is about which asks why accounts differ, who says what, or which of two it is; None for any other question.

    Raises:
        Refusal: a date that cannot be.
    """
    text = plain = _ONE_SCALE.sub(r"\1 \3 or \2 \3", asked.question)
    for frame in _FRAMES:
        plain = frame.sub(" ", plain).strip()
    framed, lows = plain != text, [t.low for t in tokens(plain)]
    choice = not framed and "or" in lows
    if len(lows) < _FEWEST or not (framed or choice or lemma(lows[0]) in english.YES_NO) or not english.NEGATIONS.isdisjoint(lows):
        return None
    if not (framed or choice) and not _matters(asked.store, lows):
        return None
    question = asked.again() if plain == asked.question and not asked.dropped else Question(asked.store, plain, asked.today)
    if not question.looked_up:
        question.look_up()
    typed = question.typed
    keyed = {i: key for i, key in keyed_words(question.lexicon, typed).items() if typed[i].lemma not in _FRAME_WORDS | english.FILLER}
    events = [m for m in question.matches if m.kind == "event" and m.end - m.start > 1]  # whom an event is called by is no side
    sides = [m for m in question.mentions if not any(n.start <= m.start and m.end <= n.end for n in events)]
    parties = {f"@{m.party}" for m in sides}
    beside = question.mentioned() | {i for i in keyed if typed[i].lemma in PLAIN}
    support = question.support()
    weights = {key: support.weight(key) for key in sorted({key for i, key in keyed.items() if i not in beside and key[:1] != "@"})}
    if not weights or not all(map(support.recorded, weights)):  # what no record has may be what the question turns on
        return None
    called = {keyed[i] for n in events for i in range(n.start, n.end) if i in keyed}  # "Bell v. Cole"
    needed = (
        parties | (set(filter(support.rare, weights)) - called) | {key for i, key in keyed.items() if key[:1] == "=" and i not in question.timed()}
    )
    if choice:
        needed |= _sides(question, keyed)
    elif not framed:  # yes or no: every word can turn it
        needed |= weights.keys() | {key for i, key in keyed.items() if i in question.timed()}
    named = {m.target for m in question.matches if m.kind == "dispute"}
    own = {key: {target for what, target in support.records([key]) if what == "dispute"} for key in weights}
    found = sorted(
        (
            (
                sum(weights[key] * (1.0 if name in own[key] else _ABOUT) for key in held & weights.keys()) / sum(weights.values())
                + (_NAMED if name in named else 0),
                name,
            )
            for name, held in held_by_disputes(question, weights.keys() | needed).items()
            if needed <= held and held & weights.keys() and len(held & weights.keys()) + len(parties) >= _FEWEST
        ),
        reverse=True,
    )
    if choice and not any(
        key[:1] == "=" or key in _COUNTED for key in _sides(question, keyed)
    ):  # which of two states is no question of how long or when
        found = [(share, name) for share, name in found if not _measures(question, name)]
    whether = not (framed or choice)
    beyond = {name: _beyond(question, name, set(keyed.values()) | parties) for _, name in found} if whether else {}
    if whether:  # its own question is asked, in these words or nearly
        found = [(share, name) for share, name in found if not beyond[name]] or [
            (share, name) for share, name in found if not _narrower(question, beyond[name]) and _nearly(question, name, beyond[name], keyed)
        ]
    best = [name for share, name in found if share >= max(_LEAST, found[0][0] - _CLEARLY)]
    if not best or len(best) > (_MOST_TOLD if framed else 1):
        return None
    reading = Reading("state" if whether else "what", None)
    reading.undecided = whether and _of_then(question, best[0])
    reading.target = ("dispute", best[0], 0) if len(best) == 1 else ("disagreement", " ".join(sorted(best)), 0)
    reading.corrections = question.corrections
    reading.why = [f"what sources tell differently: {found[0][0]:.0%} of the words"]
    return question, reading


def _measures(question: Question, name: str) -> bool:
    """True where the dispute is on how long or how many, or on when."""
    lows = [t.low for t in tokens(str(question.lexicon.document(f"dispute:{name}")["title"]))[:2]]
    return lows[:1] == ["when"] or (lows[:1] == ["how"] and lows[1:] in (["long"], ["many"]))


def _matters(store: Store, lows: list[str]) -> bool:
    """True where some dispute can hold several of these words: cheap, and without it no yes or no is found."""
    keys = sorted({root(lemma(low)) for low in lows})
    sql = f"SELECT 1 FROM told WHERE kind = '{MATTER}' AND key IN ({','.join('?' * len(keys))}) GROUP BY target HAVING count(*) >= {_FEWEST} LIMIT 1"
    return bool(store.query(sql, *keys))


def _beyond(question: Question, name: str, said: Collection[str]) -> set[str]:
    """What a dispute's own question says beyond this one."""
    return set(title_keys(question, name)) - set(said)


def _of_then(question: Question, name: str) -> bool:
    """``was it ever so``, where the dispute is whether it is so; of what has a single version on record, ``did A split it evenly`` asks how it is split."""
    document = question.lexicon.document(f"dispute:{name}")
    title = tokens(str(document["title"]))
    if english.PAST.isdisjoint([t.low for t in question.typed]) or not english.PAST.isdisjoint([t.low for t in title]):
        return False
    return title[0].lemma in english.YES_NO or bool(question.moments) or not _of_one_version(question, document)


def _of_one_version(question: Question, document: dict[str, Any]) -> bool:
    """True where the clauses that a dispute is about have had no others before or after them."""
    found = [question.store.clause_number(str(name)) for name in document.get("about", ())]
    sql = "SELECT count(*) FROM clause WHERE lineage = (SELECT lineage FROM clause WHERE n = ?)"
    return bool(found) and all(n is not None and question.store.query(sql, n)[0][0] == 1 for n in found)


def _narrower(question: Question, beyond: Collection[str]) -> bool:
    """True where the dispute is about one party, or, of what is asked for today, one past year, which the question does not name: it is about more."""
    this_year = int(iso(question.today)[:4])
    over = any(key[:1] == "=" and key[1:] in YEARS and int(key[1:]) <= this_year for key in beyond)
    past = any(t.low in ("was", "were", "did", "had") for t in question.typed)
    return any(key[:1] == "@" for key in beyond) or (over and not past)


def _nearly(question: Question, name: str, beyond: Collection[str], keyed: Mapping[int, str]) -> bool:
    """True where this question names less than the dispute's own, a product or a day, or else says one word of it as people do who ask about it."""
    document = question.lexicon.document(f"dispute:{name}")
    title = tokens(str(document["title"]))
    if title[0].lemma not in english.YES_NO:
        return False
    named = {i for m in question.lexicon.matches(title) if m.kind in ("party", "product") for i in range(m.start, m.end)}
    same = {key for i, key in keyed.items() if i in question.timed()} <= set(title_keys(question, name))  # of another day, it is another matter
    dated = {i for i, t in enumerate(title) if t.low in MONTH_NUMBERS or (t.low.isdigit() and len(t.low) == len("2026"))}
    keys = keyed_words(question.lexicon, title)
    days = {key for i, key in keys.items() if i in dated}
    aside = {key for i, key in keys.items() if i in named} | (days if same else set())
    others = set(beyond) - aside - _OF_ITSELF
    through = {root(t.lemma) for m in question.mentions if m.product for t in question.tokens[m.start : m.end]}
    said = through | {key for i, key in keyed.items() if key[:1] != "@"}
    asked = text_keys(" ".join(map(str, document.get("words", ())))) & said
    in_their_words = len(others) == 1 and others.isdisjoint(days) and bool(asked - set(title_keys(question, name)))
    return title[0].lemma in english.YES_NO and said <= held_by_disputes(question, said).get(name, set()) and (not others or in_their_words)


def held_by_disputes(question: Question, keys: Collection[str]) -> dict[str, set[str]]:
    """For each dispute, those of the words and parties that it and what it is about have."""
    out: dict[str, set[str]] = {}
    sql = f"SELECT target, key FROM told WHERE kind = '{MATTER}' AND key IN ({','.join('?' * len(keys))})"
    for name, key in question.store.query(sql, *sorted(keys)):
        out.setdefault(name, set()).add(key)
    return out


def _sides(question: Question, keyed: Mapping[int, str]) -> set[str]:
    """The words next to "or": which of two it is."""
    at = [i for i, t in enumerate(question.typed) if t.low == "or"]
    return {keyed[j] for i in at for j in (i - 1, i + 1) if j in keyed}
