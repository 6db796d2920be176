"""The kind of a question: who, what, whether, how much, since when, until when, what changed, which."""

from __future__ import annotations

from tenor.ask.kept import once
from tenor.ask.language import english
from tenor.ask.language.words import ARTICLES, lemma
from tenor.ask.phrasing.negation import both_ways

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from tenor.ask.interpreting.question import Question

    Kind = tuple[str, set[int]]

_WH = frozenset(("what", "which"))
_TIMES = frozenset(("date", "day", "month", "year", "time", "quarter", "week", "point", "moment"))
#: "What was A's first day as …", "what is A's end date".
_FIRST, _LAST = frozenset(("first", "start", "starting")), frozenset(("last", "end", "final"))
_DAYS = frozenset(("day", "date"))
#: Prepositions before "when" or "what date", and the kind that they make.
_ENDS = (("until",), ("till",), ("by",), ("through",), ("up", "to"), ("up", "until"))
_STARTS = (("since",), ("from",), ("as", "of"), ("as", "from"), ("beginning",), ("starting",), ("effective",))
_AMOUNTS = frozenset(
    "sums amounts percentage % percent amount size sum portion proportion fraction number figure maximum minimum ceiling limit total multiple price rate slice cut chunk part quantity volume fee cost".split()
)
_HOW_MUCH = frozenset("much many big large high low little few sizable substantial fast quick slow expensive costly pricey".split())
_BE = frozenset(("is", "are", "was", "were"))
#: "When did A take over" asks for a beginning.
_TAKING = ("take", "took", "taken", "find", "found")
#: What was done to something that ended: "when was it replaced".
_REPLACED = frozenset(("replaced", "superseded"))
#: Verbs that with "up" or "down" say that an amount moves, and relations to a time in which it can.
_GOING = frozenset(map(lemma, ("go", "come", "went", "gone", "came")))
_WITHIN = ("between", "in", "on", "since")
_ASKING = english.YES_NO | {"what", "how", "wher", "when", "who", "whom", "which"}
_CONCLUDING = frozenset(map(lemma, "sign announce publish conclude agree report disclose".split()))
_TENSES = english.PAST | {"is", "are", "does", "do", "has", "have"}
_KNOWING = english.SAY_WORDS | {"know"}
_KIND_WORDS = {
    "start": english.START_WORDS,
    "end": english.END_WORDS,
    "change": english.CHANGE_WORDS | english.MOVING,
    "value": english.VALUE_WORDS | english.SUM_WORDS,
    "list": english.LIST_WORDS,
    "holder": english.LIST_WORDS,
    "what": english.VALUE_WORDS,
    "keyword": english.VALUE_WORDS,
}


def kind_of(question: Question) -> tuple[str, set[int], set[str]]:
    """The kind, the positions of the words that say so, and the question's head words as typed."""
    lows = [t.low for t in question.tokens]
    said = [low for low in lows if low not in ARTICLES]
    behind = said.index("when") + 1 if "when" in said else 0  # "give the dates when A was X", "up to what date was A X"
    behind = behind or next((i + 2 for i in range(len(said) - 1) if said[i] in _WH and said[i + 1] in _TIMES), 0)
    heads = {*said[:4], *said[behind : behind + 4]} & _TENSES
    for look in (_by_time, _by_when, _by_ending, _by_change, _by_amount, _by_party):
        found = look(question, lows)
        if found is not None:
            return *found, heads
    timed = question.timed()
    first = _first(question)
    if first in english.YES_NO:
        return "state", set(), {t.low for i, t in enumerate(question.tokens) if i not in timed and t.lemma in english.YES_NO}
    if "where" in lows:
        return "holder", set(), heads
    if first in ("list", "nam") or _at(question, lows, "what", "all") is not None:
        return "list", {i for i, t in enumerate(question.tokens) if t.lemma in ("list", "nam", "all")}, heads
    if "what" in lows or "how" in lows:
        return "what", set(), heads
    return "keyword", set(), heads


def _at(question: Question, lows: list[str], *words: str | frozenset[str]) -> int | None:
    """Where these words stand in a row; a set of words stands for any of them. Words that say when do not count."""
    for word in words:
        if (word not in lows) if isinstance(word, str) else word.isdisjoint(lows):
            return None
    first, *rest = words
    timed = question.timed()
    for i, low in enumerate(lows[: len(lows) - len(rest)] if rest else lows):
        if _is(low, first) and i not in timed and (not rest or all(_is(lows[n], w) for n, w in enumerate(rest, i + 1))):
            return i
    return None


def _is(low: str, word: str | frozenset[str]) -> bool:
    return low == word if isinstance(word, str) else low in word


def _by_time(question: Question, lows: list[str]) -> Kind | None:
    """``until when``, ``since what date``, ``how long``."""
    asks = "when" in lows or not _WH.isdisjoint(lows)
    for kind, prepositions in (("end", _ENDS), ("start", _STARTS)) if asks else ():
        for words in prepositions:
            if words[0] not in lows:
                continue
            i = _at(question, lows, *words, "when")
            length = len(words) + 1
            if i is None:
                i, length = _at(question, lows, *words, _WH, _TIMES), length + 1
            if i is not None:
                if words == ("by",) and _was_concluded(question, lows, i + length):
                    return "start", set(range(i, i + length))
                ceasing = _ceasing(question, i + length) if kind == "start" else set()
                return ("end" if ceasing else kind), {*range(i, i + length), *ceasing}
    for kind, edge in (("start", _FIRST), ("end", _LAST)) if lows[0] in _WH else ():
        i = _at(question, lows, edge, _DAYS)
        of = lows[i + 2 : i + 3] == ["of"] and "as" in lows[i:] if i is not None else False  # "what was the first day of A as …"
        if i is not None and any(
            m.end == i or (of and m.start == i + 3 + (lows[i + 3] in ARTICLES)) for m in question.mentions
        ):  # "A's first day as …"
            return kind, {i, i + 1}
    if (i := _at(question, lows, "end", "of", _WH, _TIMES)) is not None:
        return "end", set(range(i, i + 4))
    if (i := _at(question, lows, "how", "long")) is not None:
        return ("start" if i + 2 < len(lows) and lows[i + 2] in ("has", "have") else "end"), {i, i + 1}
    return None


def _was_concluded(question: Question, lows: list[str], i: int) -> bool:
    """``by what date had the deal been signed``: what came about by then, and not what is to be over or done."""
    return lows[i : i + 1] in (["had"], ["was"], ["were"], ["has"]) and any(t.lemma in _CONCLUDING for t in question.tokens[i:])


def _ceasing(question: Question, i: int) -> set[int]:
    """``since when did A cease to be …``: the position of a verb of ending behind one of doing or having and its subject."""
    said = question.tokens
    if said[i : i + 1] and said[i].low in ("did", "does", "do", "has", "have", "had", "will"):
        return {
            j
            for j in range(i + 1, len(said))
            if said[j].lemma in english.STOPPING and said[j + 1 : j + 2] and said[j + 1].low in ("to", "being", "having")
        }
    return set()


def _by_when(question: Question, lows: list[str]) -> Kind | None:
    """``when``, ``what year``, ``in which month``; with a verb of ending, until when."""
    timed = question.timed()
    used = {i for i, w in enumerate(lows) if w == "when" and i not in timed}
    used = {min(used)} if used and _first(question) not in english.YES_NO else set()
    if used and _asks_before(lows, min(used)):
        return None  # "which did A name when it …"
    if used == {0} and any(lows[i] in english.WHOM or lows[i] in _WH for i in question.after_commas()):
        return None  # "when A needs it, who …"
    if not used and (i := _at(question, lows, _WH, _TIMES)) is not None and (i == 0 or lows[i - 1] in ("in", "on", "at", "and", "or")):
        used = {i, i + 1}
    if not used:
        return None
    changes = _changes(question)
    if changes:
        return "change", changes | used
    names = {i for i in question.mentioned() if question.tokens[i].text[:1].isupper()}
    apart = [w for w in ("out", "over") if f"-{w}" not in question.question.lower()]  # "the carve-out" is a noun
    ends = {
        i
        for i, t in enumerate(question.tokens)
        if (t.lemma in english.ENDING and i not in names) or (lows[i] in apart and lows[i - 1] not in _TAKING and not _before_a_noun(question, i))
    }
    if (at := _out_of_a_place(question)) is not None:
        ends.add(at)
    if english.DOCUMENTS.isdisjoint(question.lemmas()):  # of a document, another one came, and what it says may go on
        ends |= {i for i, low in enumerate(lows) if low in _REPLACED and any(low in _BE for low in lows[:i])}
    runs = any(t.lemma == "run" and lows[i + 1 : i + 2] == ["out"] for i, t in enumerate(question.tokens))
    due = _at(question, lows, "due", "to")
    return ("end", ends | used | ({due} if due is not None else set())) if ends or runs else ("start", used)


def _out_of_a_place(question: Question) -> int | None:
    """``when did A move out of X``: where the verb stands; not of a move from X to Y."""
    at = next((i for i, t in enumerate(question.tokens) if t.lemma in english.RELOCATING), None)
    if at is None:
        return None
    before = {question.tokens[m.start - 1].low for m in question.mentions if m.start > at + 1}
    return at if before and before <= {"from", "of"} else None


def _asks_before(lows: list[str], i: int) -> bool:
    """True where another question word comes first, and "when" only says at what time that was."""
    return (
        i > 0
        and lows[i - 1] not in ("and", "or", "since", "until", "till", "by", "from")
        and any(w in ("what", "which", "who", "whom", "whose") for w in lows[:i])
    )


def _before_a_noun(question: Question, i: int) -> bool:
    """``the hold over the API``."""
    behind = question.tokens[i + 1 : i + 2]
    return question.tokens[i].low == "over" and any(t.text.lower() in ARTICLES or t.low in ("its", "their") for t in behind)


def _by_ending(question: Question, lows: list[str]) -> Kind | None:
    """``what ends X``, ``what would end X``."""
    i = _at(question, lows, "what")
    if i is None:
        return None
    verb = i + 2 if i + 2 < len(lows) and lows[i + 1] in english.MODALS else i + 1
    return ("end", {i, verb}) if verb < len(lows) and question.tokens[verb].lemma in english.STOPPING else None


def _changes(question: Question) -> set[int]:
    if english.CHANGING.isdisjoint(question.lemmas()):
        return set()
    timed = question.timed()
    names = {i for i in question.mentioned() if question.tokens[i].text[:1].isupper()}  # Mr. Chang is no change
    found = {i for i, t in enumerate(question.tokens) if t.lemma in english.CHANGING and i not in timed and i not in names}
    starts = {m.start for m in question.mentions}
    found -= {i for i in found if question.tokens[i].lemma == "compar" and i + 2 in starts}  # "A's compared with B's": both are asked for
    asked = {word for p in question.patterns if p.kind == "ask" for word in p.needed} if found else set()
    return {i for i in found if not (question.tokens[i].lemma in asked and question.tokens[i + 1 : i + 2] and question.tokens[i + 1].low == "to")}


def _moves(question: Question, lows: list[str]) -> set[int]:
    """``how did X move between A and B``, ``how much bigger did X get``: a change, in a time that is named where a size is asked for."""
    said = question.tokens
    if "how" not in lows[:-2]:
        return set()
    at, timed = lows.index("how"), question.timed()
    if any(i not in timed and lows[i] != "by" for i in range(at)):
        return set()
    moving = {i for i, t in enumerate(said) if t.lemma in english.MOVING or (t.lemma in _GOING and lows[i + 1 : i + 2] in (["up"], ["down"]))}
    if moving and lows[at + 1] in ("do", "does", "did", "has", "have", "had"):
        return moving
    moving |= {i + 1 for i in moving if said[i].lemma in _GOING}
    between = any(m.relation == "between" for m in question.moments) and at == 0
    itself = bool(moving) and all(i in timed or i in moving for i in range(min(moving), len(said)))  # and not somebody who moves it
    if lows[at + 1] in ("much", "far") and (between or (itself and any(m.relation in _WITHIN for m in question.moments))):
        bigger = {i for i in (at + 2,) if said[i].lemma in english.BIGGER}
        got = {i for i, low in enumerate(lows) if low in ("get", "got", "become", "became")} if bigger else set()
        return {at, at + 1, *bigger, *got, *moving} if bigger or moving else set()
    return set()


def _by_change(question: Question, lows: list[str]) -> Kind | None:
    changes = _changes(question) or _moves(question, lows)
    if changes:
        return "change", changes | both_ways(question.tokens)
    if (i := _at(question, lows, "what", "happened")) is not None:
        return "change", {i, i + 1}
    return None


def _by_amount(question: Question, lows: list[str]) -> Kind | None:
    """``how much``, ``what sum``, ``at how many``."""
    i = _at(question, lows, "how", _HOW_MUCH)
    if i is not None and not _relative(question, i):  # "is A limited in how much …" wants yes or no
        return "value", {i, i + 1}
    if (i := _at(question, lows, _WH, _AMOUNTS)) is not None:
        return "value", {i, i + 1}
    i = _at(question, lows, "what", _BE)
    if i is not None and any(w in _AMOUNTS and not _names_a_term(question, n) for n, w in enumerate(lows[i + 2 : i + 5], i + 2)):
        return "value", {i}
    return None


def _names_a_term(question: Question, i: int) -> bool:
    """``what was A part of``, where a term that has a holder and no amount is called "part of"."""
    terms = [m.target for m in question.matches if m.kind == "term" and m.start <= i < m.end - 1]
    return any(question.lexicon.document(f"term:{term}").get("answer") == "holder" for term in terms)


def _by_party(question: Question, lows: list[str]) -> Kind | None:
    """``who``, ``which``, ``what companies``."""
    who = next((i for i, w in enumerate(lows) if w in english.WHOM and not _of_whoever(question, i)), None)
    if who is not None:
        return "holder", {who}
    lemmas = [t.lemma for t in question.tokens]
    for i, w in enumerate(lows):
        following = lemmas[i + 1 : i + 3]
        noun = bool(following) and (
            following[0] in english.LIST_WORDS or (len(following) > 1 and following[0] not in english.FILLER and following[1] in english.YES_NO)
        )
        if (w == "which" or (w == "what" and noun)) and not _relative(question, i):
            return "list", {i}
    return None


def _of_whoever(question: Question, i: int) -> bool:
    """``is it open to anyone who …``: in a yes-or-no question, "who" behind such a word asks nothing."""
    return i > 1 and question.tokens[0].lemma in english.YES_NO and question.tokens[i - 1].low in english.WHOEVER


def _relative(question: Question, i: int) -> bool:
    """``the only cloud through which …``: in a yes-or-no question, "which" behind a noun or its preposition asks nothing."""
    return i > 1 and _first(question) in english.YES_NO and question.tokens[i - 1].lemma not in _KNOWING


@once
def _first(question: Question) -> str:
    """The first word that says what is asked."""
    timed = question.timed()
    heads = [
        i
        for i in question.after_commas()
        if i not in timed and (question.tokens[i].lemma in english.YES_NO or question.tokens[i].low in english.ASKING)
    ]
    leading = question.tokens[0]
    aside = leading.low == "when" and any(t.lemma not in english.YES_NO for t in question.tokens[1:2])  # "when A needed it, did B …"
    if heads and leading.lemma not in english.YES_NO and (leading.low not in english.ASKING or aside):
        return question.tokens[heads[0]].lemma
    if len(question.tokens) > 1 and question.tokens[1].lemma in english.YES_NO and not any(t.low in english.ASKING for t in question.tokens):
        return question.tokens[1].lemma  # "exclusive was A …"
    said = (t for i, t in enumerate(question.tokens) if i not in timed and t.low not in ARTICLES)
    return next((t.lemma for t in said if t.lemma in _ASKING or t.lemma not in english.FILLER), "")


def kind_words(kind: str) -> frozenset[str]:
    """Words that say no more than the kind itself does."""
    return _KIND_WORDS.get(kind, frozenset())


def resolved(kind: str, document: dict[str, Any]) -> str:
    """What and keyword questions take the kind of their term's answer."""
    if kind in ("what", "keyword"):
        return {"holder": "holder", "amount": "value", "yes-no": "state", "date": "end"}.get(str(document.get("answer")), "state")
    return kind
