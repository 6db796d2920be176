"""A refused question put another way: words that only stress taken out, another word for one that stayed unread, a document by its name.

Each way gives questions that mean the same, and says which of their answers counts. Only refused questions come here.
"""

from __future__ import annotations

from itertools import pairwise

from tenor.ask.again.in_place_of import asks_in_place_of
from tenor.ask.again.ways import shape
from tenor.ask.interpreting.kinds import kind_words
from tenor.ask.language import english
from tenor.ask.language.plain import PLAIN
from tenor.ask.language.roots import amounts_in, counts, root, text_keys
from tenor.ask.language.words import ARTICLES, tokens
from tenor.ask.names.support import OWN

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from tenor.ask.interpreting.question import Question
    from tenor.ask.language.words import Token

    Document = dict[str, Any]
    #: Gives the answer to a question, or None where it has none.
    Asked = Callable[[str], Document | None]

_MOST_WAYS = 4
#: A word in no more records than these may still be put plainly, where nothing was found by it.
_RARE = 8
#: A word in more records than these has a sense of its own there, and is put plainly nowhere.
_COMMON = 50
#: Words of a plain phrase that may be missing where it is told.
_OF_WHOM = ARTICLES | {"his", "its", "in", "into", "on", "for", "to", "of", "with"}
#: Words that ask what will or should be, to which what was agreed is no answer.
_FORESEEN = frozenset(("will", "should", "would"))
#: Words of the farthest bound, as typed, which "at" leads to.
_BOUNDS = frozenset("most least latest earliest maximum minimum longest soonest".split())
#: Describing words, as typed, and those that are tried in their place; an empty one is none at all.
_INSTEAD = {
    **dict.fromkeys("ordinary regular normal standard generic usual plain".split(), ("general", "ordinary", "")),
    **dict.fromkeys("overall combined aggregate cumulative collective".split(), ("total",)),
    **dict.fromkeys("additional extra further incremental added".split(), ("more", "additional")),
    **dict.fromkeys("initial original earliest".split(), ("first",)), **dict.fromkeys("ultimate closing concluding".split(), ("last", "final")),
    **dict.fromkeys("present existing".split(), ("current",)), **dict.fromkeys("former prior preceding".split(), ("previous",)),
    **dict.fromkeys("subsequent ensuing".split(), ("later",)), **dict.fromkeys("rough approximate ballpark".split(), ("about", "")),
    "single": ("",),
    **dict.fromkeys("slash slashed trim trimmed shave shaved chop chopped knock knocked".split(), ("cut", "reduce")),
    **dict.fromkeys("hike hiked boost boosted bump bumped".split(), ("raise", "increase")),
    **dict.fromkeys("annually yearly".split(), ("annual",)), **dict.fromkeys("entire complete".split(), ("whole", "all")),
    **dict.fromkeys("separate individual respective various specific separately individually respectively".split(), ("",)),
}  # fmt: skip
#: Days of a month, and letters by which a verb and its noun are alike.
_A_MONTH = 31
_STEM = 5


def reworded(question: Question, asked: Asked) -> tuple[Document, list[tuple[str, str]]] | None:
    """The answer to a refused question that was put another way, with the words that were put right; None where no way has one."""
    from tenor.ask.again.recast import entered, in_person, public_since

    for way in (
        _unbounded,
        _documented,
        _of_the_whole,
        _in_other_words,
        in_person,
        public_since,
        entered,
    ):
        found = way(question, asked)
        if found is not None:
            return found
    return None


Found = tuple["Document", list[tuple[str, str]]]


def _own(clause: Document) -> str:
    value = clause.get("value") or {}
    texts = (*(clause.get(name) for name in ("text", "label", "scope")), value.get("text"), value.get("unit"))
    return " ".join(str(text) for text in texts if text)


def _unbounded(question: Question, asked: Asked) -> Found | None:
    """``until when at most``: the far end is what is told anyway; an amount behind it compares, and stays."""
    words = question.question.split()
    lows = [w.strip(" ?,;:.!").casefold() for w in words]
    if not english.ASKING & set(lows):
        return None
    for i in range(len(lows) - 1):
        n = i + 2 + (lows[i + 1] in ("the", "a", "very")) + (lows[i + 1 : i + 3] == ["the", "very"])
        if lows[i] == "at" and n <= len(lows) and lows[n - 1] in _BOUNDS and not "".join(lows[n : n + 1]).lstrip("$")[:1].isdigit():
            mark = words[n - 1][len(words[n - 1].rstrip("?,;:.!")) :]
            document = asked(" ".join((*words[:i], *words[n:])) + (mark if n == len(words) else ""))
            return (document, []) if document is not None else None
    return None


def _documented(question: Question, asked: Asked) -> Found | None:
    """``A's expansion of September 2025``: words for the one document of that month between those parties, for a name that it has."""
    dated = [m for m in question.moments if m.record is None and m.end - m.start <= _A_MONTH]
    if len(dated) != 1 or not question.mentions:
        return None
    sql = """SELECT i.id, json_extract(r.doc, '$.title') || ' ' || json_extract(r.doc, '$.names'), json_extract(r.doc, '$.parties'), json_extract(r.doc, '$.names[0]')
        FROM instrument AS i JOIN record AS r ON r.id = i.id WHERE i.announced >= ? AND i.announced_last < ?"""
    for mention in question.mentions:
        able = [row for row in question.store.query(sql, dated[0].start, dated[0].end) if f'"{mention.party}"' in str(row[2])]
        if len(able) != 1 or not able[0][3]:
            continue
        first, last = min(mention.start, dated[0].first), max(mention.end, dated[0].last + 1)
        last += question.tokens[last].lemma in english.DOCUMENTS if last < len(question.tokens) else 0
        first -= first > 0 and counts(question.tokens[first - 1]) and _like(question.tokens[first - 1].low, str(able[0][1]))
        first -= first > 0 and question.tokens[first - 1].low in ARTICLES
        inner = [question.tokens[i] for i in range(first, last) if i not in question.timed() and not mention.start <= i < mention.end]
        if any(counts(t) for t in inner) and all(not counts(t) or t.lemma in english.DOCUMENTS or _like(t.low, str(able[0][1])) for t in inner):
            words = [t.text for t in question.tokens]
            name = str(able[0][3])
            document = asked(" ".join((*words[:first], name, *words[last:])) + "?")
            if document is not None:
                return document, []
    return None


def _like(word: str, text: str) -> bool:
    """True where a text has the word, or one that starts as it does: "expanded" of an expansion."""
    return any(t.low == word or (len(word) > _STEM and t.low[:_STEM] == word[:_STEM]) for t in tokens(text))


_THE_WHOLE = shape(r"^(how much) of (?:the|its|their|that|this) [$€£]?[\d.,]+ ?(?:bn|billion|million|trillion|m)?\b")


def _of_the_whole(question: Question, asked: Asked) -> Found | None:
    """``how much of the $13 billion had A funded``: how much A had funded, where what is told speaks of that sum."""
    whole = _THE_WHOLE.match(question.question)
    document = asked(_THE_WHOLE.sub(r"\1", question.question)) if whole is not None else None
    if whole is None or document is None:
        return None
    sums = set(amounts_in(tokens(whole[0])).values())
    return (document, []) if any(sums & text_keys(_own(c)) for c in document["answers"] if c["clause"]) else None


def _in_other_words(question: Question, asked: Asked) -> Found | None:
    """``ordinary`` for what the records call general: other words for those that stayed unread, where all that lead to an answer lead to the same."""
    unread = dict.fromkeys(c.leftover[0] for c in question.candidates[:_MOST_WAYS] if len(c.leftover) == 1)
    for i in unread:
        typed = question.tokens[i].text
        if i in question.capitals():
            continue
        found: dict[tuple[str, ...], tuple[Document, str]] = {}
        for other in _INSTEAD.get(typed.casefold(), ()):
            import re

            document = asked(re.sub(rf"\b{re.escape(typed)}\b", other, question.question, count=1))
            if document is not None and _speaks_of(question, document, other) and (typed.casefold() != "single" or _of_one(document)):
                found.setdefault(tuple(c["clause"] or "" for c in document["answers"]), (document, other))
        if len(found) == 1:
            document, other = found.popitem()[1]
            return document, [(typed, other)] if other else []
    return None


def _of_one(document: Document) -> bool:
    """``a single contract worth $5 billion``: true where one is told, and where there is none of that sort, single or not."""
    told = [c for c in document["answers"] if c["clause"]]
    return len(told) == 1 or all(c.get("yes") is False for c in told)


def in_plain_words(question: Question, asked: Asked, *, understood: bool) -> Found | None:
    """``fork over`` for "pay": the plain words for what people say, where all that lead to an answer lead to the same.

    Of a question that was ``understood``, only what no record says is put in other words.
    """
    from tenor.ask.again.everyday import plainly_put

    if not question.typed or asks_in_place_of(question.question):  # "get in" is no phrase of "get in place of"
        return None
    last = question.question.rstrip(" ?.!").rpartition(". ")
    if last[1] and tokens(last[2])[0].lemma in english.YES_NO:  # yes or no of what a sentence before it says: each word of that counts
        return None
    support = question.support()
    held = {t.low: support.spread(root(t.lemma)) for t in question.typed if counts(t)}
    leftovers = [{question.tokens[i].low for i in c.leftover} for c in question.candidates[:_MOST_WAYS]]
    left = set().union(*leftovers) if leftovers and not understood else set(held)
    terms = {question.tokens[m.start].low for m in question.matches if m.kind == "term" and m.end - m.start == 1}
    left -= {one.low for the, one in pairwise(question.tokens) if the.low in ARTICLES and one.low in terms}  # "the guarantee" is what it is called
    most = 0 if understood else _COMMON if leftovers else _RARE
    unread = {low for low in left if held.get(low, most) <= most} if question.typed[0].lemma not in _FORESEEN else set()
    needed = {t.low for t in question.typed if _says_nothing(t, held) and all(t.low in leftover for leftover in leftovers)} if leftovers else set()

    rare = {low for low, spread in held.items() if spread <= _RARE} if understood else None
    parties = {m.party for m in question.mentions}

    def stands(plain: str) -> bool:
        keys = {root(t.lemma) for t in tokens(plain) if counts(t)}
        return not keys or bool(support.records(keys)) or any(parties <= support.parties(c) for c in support.clauses(keys))

    found: dict[tuple[str, ...], Found] = {}
    fewest = 0
    for text, put in plainly_put(question.question, unread, rare, needed, stands):
        if fewest and len(put) > fewest:
            break
        document = asked(text)
        if document is not None and _decides(document) and all(_speaks_of(question, document, plain) for _, plain in put):
            found.setdefault(tuple(sorted(c["clause"] or "" for c in document["answers"])), (document, put))
            fewest = len(put)
    disputed = [told for told in found if told[0].startswith("dispute:")]  # tells what each of the others says
    return found[disputed[0]] if len(disputed) == 1 else found.popitem()[1] if len(found) == 1 else None


def _says_nothing(token: Token, held: dict[str, int]) -> bool:
    """True for a word that no record says, and that asks nothing either."""
    return token.low.isalpha() and token.lemma not in PLAIN and held.get(token.low) == 0


def _decides(document: Document) -> bool:
    """False where a yes or no is asked and the record says neither."""
    return "The record does not say yes or no." not in document["text"]


def _speaks_of(question: Question, document: Document, other: str) -> bool:
    """True where the word that was put in asks no more than the kind of question does, or stands in what answers or in the names of its term."""
    kind, term = document["read_as"]["kind"], document["read_as"]["term"]
    called = question.lexicon.document(f"term:{term}") if term else {}
    names = " ".join((str(called.get("label", "")), *called.get("names", ()), *called.get("asks", ())))
    told = [c for c in document["answers"] if c["clause"]]
    spoken = english.SAY_WORDS if kind == "claim" else frozenset()  # whoever claims a thing says it
    said = {root(t.lemma) for t in tokens(other) if t.low not in _OF_WHOM and t.lemma not in kind_words(kind) | spoken}
    return all(
        said <= text_keys(f"{_own(c)} {names}") | _held(question, c["clause"], said)
        for c in told[: 1 if told and told[0]["clause"].startswith("dispute:") else None]
    )


def _held(question: Question, told: str, keys: set[str]) -> set[str]:
    """Those of the keys that are said in what answers, by whatever it tells or is asked by."""
    if "#" not in told:
        document = question.lexicon.document(told)
        return text_keys(
            " ".join(map(str, (document.get("title", ""), document.get("says", ""), *document.get("names", ()), *document.get("asks", ()))))
        )
    if ":" in told:
        return set()
    support = question.support()
    return {key for key in keys if told in support.clauses((key,), OWN, support.term_of(told))}
