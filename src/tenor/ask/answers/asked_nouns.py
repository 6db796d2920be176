"""``which regions``, ``how many startups``: a noun that says what is asked for must be one of what is told, and not only a word that may stand beside it."""

from __future__ import annotations

from itertools import pairwise

from tenor.ask.answers.beyond import beyond_record, own_words
from tenor.ask.interpreting.amounts import SCALED, THINGS, is_measure, unit_of, units_asked
from tenor.ask.interpreting.asked import NO_SORT
from tenor.ask.language import english
from tenor.ask.language.roots import YEARS, counts, root, text_keys
from tenor.ask.language.words import lemma, tokens

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from tenor.ask.answers.answer import Answer
    from tenor.ask.interpreting.question import Question
    from tenor.ask.language.words import Token

    Document = dict[str, Any]

#: How many words behind "which" can say what is asked for.
_LONGEST = 4
_NUMBERS = english.NUMBERS.keys() | english.SCALES.keys() | frozenset(("hundreds", "thousands", "millions"))
_BEHIND_A_NOUN = frozenset("of for in with to on from by between at as that per".split())
#: How many words behind "how many" may hold the noun.
_NOUN = 3
_KINDS = ("list", "holder", "value", "what")
#: ``what share of A's sales comes from B``: of what the sales are made up, where "goes to B" asks what B is given.
_PORTIONS = frozenset(map(lemma, "share portion part percentage percent fraction proportion much".split()))
_SHARES = frozenset(map(lemma, "share percentage percent proportion fraction portion".split()))
_PACE = frozenset(map(lemma, "fast quick quickly slow slowly speed pace rate soon rapid rapidly".split()))
_COMING = frozenset(map(lemma, "come derive stem go run flow pass originate be make generate earn".split()))
_SOURCES = frozenset(("from", "through", "via", "over"))
#: Words that a whole of any kind may be described by.
_OF_ANY = english.MEASURES | english.VALUE_WORDS | english.EXTREMES | english.DEAL_WORDS | english.DOCUMENTS
_ANYTHING = (
    english.SIDES
    | english.OUTLETS
    | english.GENERIC
    | english.DOCUMENTS
    | english.DEAL_WORDS
    | english.MEASURES
    | english.VALUE_WORDS
    | english.LIST_WORDS
    | english.EXTREMES
    | english.MONEY
    | frozenset(map(lemma, "event day date time thing way direction volume quantity".split()))
)


def of_what_is_asked(answer: Answer, segments: list[Document]) -> None:
    """Raises :class:`Refusal` where nothing that is told, and no name of its term, has the noun behind "which" or "how many".

    Of a term that is answered by who has it, the noun may be any word for such: ``which side``, ``which town``.
    """
    question, reading = answer.interpreter, answer.reading
    if reading.kind not in _KINDS or reading.sort or reading.asked is not None or answer.term.get("answer") is None:
        return
    if answer.term["answer"] == "holder" and reading.holder is None and not reading.only:
        return
    told = [s for s in segments if s["clause"]]
    asked = _behind_which(question) - question.mentioned() - question.timed()
    nouns = {i for i in asked if counts(question.tokens[i])}
    if not nouns or not told or any(question.tokens[i].lemma in _ANYTHING for i in nouns):
        return
    own = text_keys(
        " ".join(
            [
                *map(own_words, told),
                *(str((s["value"] or {}).get("text") or "") for s in told),
                str(answer.term.get("label")),
                *answer.term.get("names", ()),
                *answer.term.get("asks", ()),
                str(answer.term.get("sentence")),
            ]
        )
    )
    if any(question.tokens[i].lemma in english.CONDITIONS for i in nouns) and not own.isdisjoint(map(root, english.CONDITIONS)):
        return
    if all(root(question.tokens[i].lemma) not in own for i in nouns):
        raise beyond_record(answer, f"The record does not say “{question.tokens[min(nouns)].text}” here.", told)


def of_a_portion(answer: Answer, segments: list[Document]) -> None:
    """``what share of all sales does A have``, ``what share of A's sales comes from B``: no share of anything else, and nothing that A gives B.

    Raises:
        Refusal: nothing that is told, and no name of its term, says what the share is of, or that it comes from there.
    """
    said = answer.interpreter.typed
    portion = next((i for i, (one, of) in enumerate(pairwise(said[: _LONGEST + 2])) if one.lemma in _PORTIONS and of.low == "of"), None)
    told = [s for s in segments if s["clause"]]
    if portion is None or not told:
        return
    asked = next(((a, b) for a, b in pairwise(said[portion:]) if a.lemma in _COMING and b.low in _SOURCES), None)
    if asked is not None and not any(
        root(a.lemma) == root(asked[0].lemma) and b.low == asked[1].low for s in told for a, b in pairwise(tokens(own_words(s)))
    ):
        raise beyond_record(answer, f"The record does not say “{asked[0].text} {asked[1].text}” here.", told)
    called = [str(answer.term.get("label")), *answer.term.get("names", ()), str(answer.term.get("sentence"))]
    own = text_keys(" ".join((*map(own_words, told), *called)))
    share = said[portion].lemma if said[0].low in ("what", "which") and answer.term.get("answer") != "amount" else ""
    if share in _SHARES and own.isdisjoint(map(root, _SHARES)):
        raise beyond_record(answer, f"The record tells no {said[portion].low} here.", told)
    if portion >= _LONGEST - (said[0].low != "what"):  # "how did A's share of B change"
        return
    question = answer.reading.asked or answer.interpreter
    passed = [t.low for i, t in enumerate(question.tokens) if i in question.mentioned() | question.timed()]
    whole: list[Token] = []
    for token in said[portion + 2 :]:
        if token.lemma in NO_SORT | _COMING or token.low in _BEHIND_A_NOUN:
            break
        whole += [token] if counts(token) and token.low not in passed and token.lemma not in _OF_ANY else []
    if unsaid := [t.text for t in whole if root(t.lemma) not in own]:
        raise beyond_record(answer, f"The record does not say “{unsaid[0]}” here.", told)


def of_a_pace(answer: Answer, segments: list[Document]) -> None:
    """``how fast is X``: a price or a size is no pace. Raises :class:`Refusal` where nothing that is told, and no name of its term, speaks of one."""
    fast = next((b for a, b in pairwise(answer.interpreter.typed) if a.low == "how" and b.lemma in _PACE), None)
    told = [s for s in segments if s["clause"]]
    if fast is None or not told or answer.reading.kind != "value":
        return
    if not {root(word) for word in _PACE} & text_keys(
        " ".join((*map(own_words, told), str(answer.term.get("label")), *answer.term.get("names", ())))
    ):
        raise beyond_record(answer, f"The record does not say how {fast.low} it is.", told)


def of_what_is_counted(answer: Answer, segments: list[Document]) -> None:
    """``how many startups``: a sum of money, a share or a size is no number of them. Raises :class:`Refusal` where no version counts them."""
    question = answer.reading.asked or answer.interpreter
    noun = counted_noun(question) if answer.reading.kind in _KINDS and question.counts() == "things" else None
    if (
        noun is None
        or answer.reading.sort
        or question.percent()
        or any(is_measure(unit) for unit, _ in units_asked(question.tokens, question.timed()))
    ):
        return
    told = [s for s in segments if s["clause"]]
    if told and not any(_counts(answer, s, noun) for s in told):
        raise beyond_record(answer, f"The record has no number of “{noun.text}” here.", told)


def names_what_is_counted(question: Question, text: str) -> bool:
    """False for a text that has no word for what is counted, or, of things, no number of them: ``how many years``, of one that tells sums."""
    noun = counted_noun(question) if question.counts() not in ("", "money") else None
    if noun is None or noun.lemma in english.SCALES or question.percent():
        return True
    said = [*tokens(text.replace("-", " ").replace("$", "USD "))]
    at = [i for i, t in enumerate(said) if root(t.lemma) == root(noun.lemma)]
    return bool(at) and (question.counts() != "things" or any(_numbered(_of_one_noun(said[max(0, i - _LONGEST) : i])) for i in at))


def counted_noun(question: Question) -> Token | None:
    """The noun behind "how many": "its A shares" are shares, and "data centers" centers."""
    place, named = question.counted(), question.mentioned()
    if place is None:
        return None
    behind = range(place, min(place + _NOUN, len(question.tokens)))
    end = next((i for i in behind if i > place and question.tokens[i].lemma in NO_SORT), len(question.tokens))
    said = [i for i in behind if i < end and question.tokens[i].low not in english.OWNING]
    plural = [i for i in said if question.tokens[i].low.endswith("s") and not question.tokens[i].low.endswith("ss")]
    found = next((i for i in plural if i not in named), (plural or said or [place])[0])
    return question.tokens[found]


def _counts(answer: Answer, doc: Document, noun: Token) -> bool:
    """True where a version has a number of these things: as its amount, in its words, or as one of them itself: "how many payments"."""
    value, own, keys = doc["value"] or {}, own_words(doc), {root(noun.lemma), root(lemma(noun.low))}
    if any(value.get(name) is not None for name in ("amount", "low", "high")):
        unit = unit_of(value)
        if not unit or noun.lemma in english.SCALES or (not is_measure(unit) and keys & text_keys(f"{own} {unit} {_called(answer, unit)}")):
            return True
        if unit in SCALED:
            return False
        names = map(_head, (str(answer.term.get("label")), *answer.term.get("names", ())))
        if keys & text_keys(" ".join(names)) & text_keys(own):
            return True
    said = [*tokens(own.replace("$", "USD "))]
    return any(root(t.lemma) in keys and _numbered(said[max(0, i - _LONGEST) : i]) for i, t in enumerate(said))


def _called(answer: Answer, unit: str) -> str:
    """What a term calls what it counts: "how many people", of inhabitants; a chip or a share is what it is."""
    names = ("label", "names", "asks", "words") if unit not in THINGS else ()
    return " ".join(str(answer.term.get(name) or "") for name in names)


def _head(name: str) -> str:
    """The noun that a name is about: "size of the round" is a size."""
    words = name.split()
    return words[next((i for i, word in enumerate(words) if i and word in _BEHIND_A_NOUN), len(words)) - 1]


def _of_one_noun(before: list[Token]) -> list[Token]:
    """What of the words before a noun belongs to it: "5 million in contracts" are no 5 million contracts."""
    return before[max((i + 1 for i, t in enumerate(before) if t.low in _BEHIND_A_NOUN and t.low != "of"), default=0) :]


def _numbered(before: list[Token]) -> bool:
    """True for words with a number that is no year and no sum of money."""
    return not any(t.low == "usd" for t in before) and any((t.low[:1].isdigit() and t.low not in YEARS) or t.low in _NUMBERS for t in before)


def _behind_which(question: Question) -> set[int]:
    """The words between "which" or "what" at the start and a verb; a party that stands there is passed over: ``which A regions``."""
    lows, named, timed = question.lows(), question.mentioned(), question.timed()
    start = next((i + 1 for i, low in enumerate(lows[:2]) if low == "which" or (low == "what" and not i)), len(lows))
    out: set[int] = set()
    for j in range(start, min(start + _LONGEST, len(lows))):
        if j in timed or question.tokens[j].lemma in NO_SORT:
            break
        if j not in named:
            out.add(j)
    return out
