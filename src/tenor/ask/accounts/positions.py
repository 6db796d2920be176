"""Yes or no by what sources disagree about: a question that says what one of them says is a yes where that one is preferred, else a no."""

from __future__ import annotations

from itertools import pairwise

from tenor.ask.language import english
from tenor.ask.language.roots import YEARS, amounts_in, root
from tenor.ask.language.words import Token, tokens
from tenor.ask.names.lexicon import sides_of
from tenor.ask.names.matters import ASKED, MATTER, tells
from tenor.ask.reading import Reading
from tenor.dates import Edtf

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from tenor.ask.interpreting.question import Question
    from tenor.ask.names.lexicon import Lexicon

    Document = dict[str, Any]

_ONLY = "only"
#: Words that turn a question or make a comparison of it; the second kind only before an amount.
_TURNING = english.NEGATIONS | frozenset("more less fewer least most than exceed exceeds false untrue wrong incorrect".split())
_BEFORE_AMOUNTS = frozenset("over above under below".split())
_FEWEST = 3
_CONFIRMING = root("confirm")
_PAYING = frozenset(map(root, ("pay", "owe", "spend")))
#: Fewer words of a dispute's own question do not lead to it.
_FEWEST_OF_TITLE = 2


class Disputed:
    """A dispute as sets of words: its question's, and everything that it and the clauses it is about say."""

    __slots__ = ("all", "days", "id", "parties", "past", "title")

    def __init__(self, id: str, title: frozenset[str], all: frozenset[str], parties: frozenset[str], past: bool, days: list[int]) -> None:
        self.id = id
        self.title = title
        self.all = all
        self.parties = parties
        self.past = past
        #: When the clauses and events that it is about began.
        self.days = days


def turns(said: Sequence[Token]) -> bool:
    """True where a word could turn the answer round: a negation or a comparison."""
    return any(t.low in _TURNING or (t.low in _BEFORE_AMOUNTS and any(x.low[:1].isdigit() for x in said[i + 1 : i + 3])) for i, t in enumerate(said))


def said_keys(lexicon: Lexicon, said: Sequence[Token]) -> frozenset[str]:
    """What the words are looked up by."""
    return frozenset(keyed_words(lexicon, said).values())


def keyed_words(lexicon: Lexicon, said: Sequence[Token]) -> dict[int, str]:
    """What the word at each position is looked up by; a party or an amount is one word whatever it is called, and all words for "exclusive" are the same."""
    parties: dict[int, str] = {}
    for match in lexicon.matches(list(said)):
        if match.kind == "party" and not parties.keys() & set(range(match.start, match.end)):
            parties.update(dict.fromkeys(range(match.start, match.end), f"@{match.target}"))
    amounts = amounts_in(list(said))
    scales = {i + 1 for i in amounts if i + 1 < len(said) and said[i + 1].lemma in english.SCALES}
    return {
        i: parties.get(i) or amounts.get(i) or (_ONLY if t.lemma in english.EXCLUSIVE else root(t.lemma))
        for i, t in enumerate(said)
        if i not in scales and tells(t)
    }


def _text(lexicon: Lexicon, text: str) -> frozenset[str]:
    return said_keys(lexicon, tokens(text))


def asserted(lexicon: Lexicon, document: Document, keys: frozenset[str]) -> bool | None:
    """Whether what a question says is what the dispute prefers: None where nothing is preferred, or the question says what no side does, or all do."""
    positions, prefers = document["positions"], document.get("prefers")
    if not prefers:
        return None
    values = [str(p.get("value") or "") for p in positions]
    if set(values) == {"yes", "no"} and len(values) == 2:
        return values[prefers - 1] == "yes" if _text(lexicon, document["title"]) <= keys else None
    sides = [tuple(frozenset() if turns(tokens(t)) else _text(lexicon, t) for t in (str(p.get("value") or ""), str(p["says"]))) for p in positions]
    common = frozenset.intersection(*(value | says for value, says in sides))
    said = {n for n, side in enumerate(sides, 1) if any(words - common and words <= keys for words in side)}
    numbers = _numbers(keys)
    if not said and numbers and not numbers <= common:
        said = {n for n, side in enumerate(sides, 1) if numbers <= frozenset().union(*side)}
    best = tokens(values[prefers - 1])
    if prefers not in said and any(
        t.low in english.NEGATIONS for t in best
    ):  # "not published" is no answer to "is it 20 percent", "not exclusive" is one to "is it exclusive"
        bare = said_keys(lexicon, [t for t in best if t.low not in english.NEGATIONS])
        if not any(bare == _text(lexicon, values[n - 1]) for n in said):
            return None
    if (not said or (prefers in said and len(said) > 1)) and document.get("answer") and _text(lexicon, document["title"]) <= keys:
        return bool(document["answer"] == "yes")
    return None if not said or (prefers in said and len(said) > 1) else prefers in said


def _numbers(keys: frozenset[str]) -> frozenset[str]:
    """The amounts among the keys; a year is none."""
    return frozenset(key for key in keys if key[:1] == "=" and key[1:] not in YEARS)


def position_reading(question: Question, *, exact: bool = False, amount: bool = False) -> Reading | None:
    """The dispute that a yes-or-no question is about, where it decides it.

    Args:
        question: looked up.
        exact: only a dispute whose own question holds no other words.
        amount: only one whose own question is about the amount that this one names.
    """
    if turns(question.typed) or _is_hearsay(question):
        return None
    asked = _asked(question) if exact else []
    if exact and not asked:
        return None
    keyed = keyed_words(question.lexicon, question.typed)
    if _CONFIRMING in keyed.values():  # "did A confirm paying B 5 dollars": the sum is confirmed, or it is not
        keyed = {i: key for i, key in keyed.items() if key not in _PAYING}
    keys = frozenset(keyed.values())
    beside = frozenset([key for i, key in keyed.items() if i not in question.timed()])
    if len(beside) < _FEWEST:
        return None
    ending = {root(t.lemma) for i, t in enumerate(question.typed) if t.lemma in english.STOPPING and i not in question.timed()}
    past = any(t.low in english.PAST for t in question.typed)
    parties = {m.party for m in question.mentions}
    found = []
    for dispute in _titled(question, asked, keys) if exact else _holding(question, beside | {f"@{party}" for party in parties}):
        begun = bool(question.moments) and all(any(m.start <= day < m.end for day in dispute.days) for m in question.moments)
        if not (beside if begun else keys) <= dispute.all or not parties <= dispute.parties:
            continue
        if not ending <= dispute.title:  # "did it end", of whether it is still so: what is preferred there is told the other way round
            continue
        if past and not dispute.past and not begun:  # "was it": at some time, perhaps; "is it" is of today
            continue
        if not exact and len(dispute.title & keys) < _FEWEST_OF_TITLE:
            continue
        if amount and not _numbers(keys) & dispute.title:
            continue
        own = amount and dispute.title <= keys | _plain(dispute.title)  # it asks the same in other words
        document = question.lexicon.document(f"dispute:{dispute.id}")
        says = asserted(question.lexicon, document, keys | {key for key in dispute.title if key[:1] != "="} if own else keys)
        more = _plain(dispute.title) - keys  # "was 5 paid" does not ask whether the second part was paid as one 5
        if says is not None and (says or not _numbers(keys) or len(more) <= max(1, len(_plain(dispute.title)) // 2)):
            found.append((len(dispute.title & keys) / len(dispute.title), dispute.id))
    found.sort(reverse=True)
    if not found or (len(found) > 1 and found[0][0] == found[1][0]):
        return None
    reading = Reading("state", None)
    reading.target = ("dispute", found[0][1], 0)
    reading.known, reading.corrections = question.known, question.corrections
    reading.why = ["what sources disagree about"]
    reading.in_other_words = amount
    return reading


def _is_hearsay(question: Question) -> bool:
    """``is A said to have done X``: that it is said, whatever is preferred to it."""
    lows = question.question.casefold().split()
    return any(one in english.HELD_TO_BE and two == "to" for one, two in pairwise(lows))


def _asked(question: Question) -> list[str]:
    """The disputes of whose own question the rarest word is in this one, and all words that only themselves can stand for."""

    def read(words: list[str]) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {word: [] for word in words}
        sql = f"SELECT key, target FROM told WHERE kind = '{ASKED}' AND key IN ({','.join('?' * len(words))})"
        for word, name in question.store.fetch(sql, *words):
            found[word].append(name)
        return found

    said = question.store.once_each("asked", ["", *(root(t.lemma) for t in question.typed)], read)
    return sorted({name for names in said.values() for name in names if _plain(title_keys(question, name)) <= said.keys()})


def title_keys(question: Question, name: str) -> frozenset[str]:
    """The words of a dispute's own question; worked out once for all questions."""

    def read() -> frozenset[str]:
        return _text(question.lexicon, str(question.lexicon.document(f"dispute:{name}")["title"]))

    return question.store.once(("dispute title", name), read, len)


def _plain(keys: frozenset[str]) -> set[str]:
    """Those of the keys that stand for no word but their own."""
    return {key for key in keys if key[:1] not in "@=" and key != _ONLY}


def _titled(question: Question, asked: list[str], keys: frozenset[str]) -> list[Disputed]:
    """Those of these disputes whose own question holds no other words: few, and only of these all words are worked out."""
    return [words_of(question, question.lexicon.document(f"dispute:{name}")) for name in asked if title_keys(question, name) <= keys]


def _holding(question: Question, keys: frozenset[str]) -> list[Disputed]:
    """The disputes that, with what they are about, can hold all of these words and parties."""
    said = sorted(keys - {_ONLY})
    sql = f"SELECT target FROM told WHERE kind = '{MATTER}' AND key IN ({','.join('?' * len(said))}) GROUP BY target HAVING count(*) = {len(said)}"
    return [words_of(question, question.lexicon.document(f"dispute:{name}")) for (name,) in question.store.query(sql, *said)]


def words_of(question: Question, doc: Document) -> Disputed:
    """A dispute as sets of words; worked out once for all questions."""

    def read() -> Disputed:
        about = [question.lexicon.document(str(name)) for name in doc.get("about", ())]
        texts = [str(doc["title"]), *doc.get("names", ()), *doc.get("words", ()), *(f"{p['says']} {p.get('value') or ''}" for p in doc["positions"])]
        texts += [f"{d.get('text') or ''} {d.get('label') or ''} {d.get('scope') or ''} {d.get('title') or ''}" for d in about]
        named, sides = question.lexicon.parties_in(" ".join(texts)), sides_of(about)
        names = [str(question.lexicon.document(f"party:{p}").get("name") or "") for p in named | sides]
        aliases = [a for p in named | sides for a in question.lexicon.document(f"party:{p}").get("aliases", ())]
        past = any(t.low in english.PAST for t in tokens(str(doc["title"])))
        begins = (d.get("from") or d.get("announced") or d.get("date") for d in about)
        days = [day for begin in begins if begin and (day := Edtf.parse(str(begin)).lo) is not None]
        words = frozenset().union(*(_text(question.lexicon, text) for text in (*texts, *names, *aliases)), (f"@{p}" for p in named | sides))
        return Disputed(doc["id"], _text(question.lexicon, str(doc["title"])), words, frozenset(named | sides), past, days)

    return question.store.once(("dispute words", str(doc["id"])), read, lambda made: len(made.all))
