"""Whether what a dispute's sources tell says yes or no to a question, and not only something near it.

What is to be paid is not what was, what was paid is not what was made known, and what A lends B is not what B lends A.
"""

from __future__ import annotations

from itertools import pairwise

from tenor.ask.accounts.positions import asserted, keyed_words, said_keys, title_keys, turns
from tenor.ask.answers.borne import said_so
from tenor.ask.answers.decided import turned_round
from tenor.ask.answers.done import undone
from tenor.ask.language.english import REPORTING, SAY_WORDS, SIGN_WORDS, YES_NO
from tenor.ask.language.roots import YEARS, text_keys
from tenor.ask.language.words import lemma, tokens
from tenor.ask.reading import Refusal
from tenor.ask.times.years import MONTH_NUMBERS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from tenor.ask.answers.answer import Answer
    from tenor.ask.language.words import Token
    from tenor.ask.names.lexicon import Lexicon

    Document = dict[str, Any]

_TELLING = REPORTING | SAY_WORDS | SIGN_WORDS
#: Verbs of what the parties themselves make known, and nouns of whoever else does.
_TOLD = frozenset(map(lemma, "confirm publish disclose announce acknowledge admit official officially reveal state specify".split()))
_BY_OTHERS = frozenset(
    map(lemma, "press newspaper paper media report source outlet article journalist analyst anyone anybody someone somebody who leak".split())
)


def told_by_a_side(answer: Answer, document: Document, told: list[Document]) -> bool | None:
    """Yes or no, where the question says what a side of the dispute does; None where that is open.

    Args:
        answer: to the question.
        document: the dispute.
        told: the clauses that it is about.
    """
    typed, lexicon = answer.interpreter.typed, answer.interpreter.lexicon
    if answer.reading.kind == "change":  # "did the 27 percent change": that it is another now is no denial of a change
        return None
    if not typed or answer.reading.undecided or turns(typed) or _of_two(typed) or (answer.reading.kind != "state" and typed[0].lemma not in YES_NO):
        return None
    keys = said_keys(lexicon, typed)
    if answer.reading.in_other_words:
        keys |= {key for key in title_keys(answer.interpreter, str(document["id"])) if key[:1] != "="}  # of two amounts only that which is named
    months = [{t.low for t in said if t.low in MONTH_NUMBERS and t.text[:1].isupper()} for said in (typed, tokens(str(document["title"])))]
    if all(months) and months[0].isdisjoint(months[1]):  # what holds of September says nothing of May
        return None
    yes = asserted(lexicon, document, keys)
    if yes is None and _not_told(typed, document):
        return False
    if yes is not None and _TOLD & {t.lemma for t in typed} and not _tells_who_told(document):
        return None
    if yes and _yet_to_come(typed, str(document["positions"][document["prefers"] - 1].get("value") or "")):
        return None
    if yes and _exchanged(lexicon, typed, str(document["positions"][document["prefers"] - 1]["says"])):
        return False
    return None if yes and (keys & _denied_beside(answer, document) or (told and undone(answer, told))) else yes


def _not_told(typed: Sequence[Token], document: Document) -> bool:
    """True for ``did they ever confirm it``, where the preferred side is that the parties did not: "not published", "no sum given"."""
    prefers = document.get("prefers")
    value = tokens(str(document["positions"][prefers - 1].get("value") or "")) if prefers else []
    untold = value[:1] and value[0].low in ("not", "no") and any(t.lemma in _TOLD for t in value)
    return bool(untold) and any(t.lemma in _TOLD for t in typed) and not any(t.lemma in _BY_OTHERS for t in typed)


def _tells_who_told(document: Document) -> bool:
    """True for a dispute about what was made known, and not only about what is so: "paid, not conditional" is no word of a condition that was disclosed."""
    sides = (f"{p['says']} {p.get('value') or ''}" for p in document["positions"])
    texts = (str(document["title"]), *sides, *document.get("words", ()), *document.get("names", ()), str(document.get("why") or ""))
    return any(t.lemma in _TOLD for text in texts for t in tokens(text))


def _exchanged(lexicon: Lexicon, typed: Sequence[Token], says: str) -> bool:
    """``is A's part 5 and B's 10``, where A's is 10 and B's 5: each amount goes with the party before it, or behind it where an amount comes first."""

    def keys(said: Sequence[Token]) -> list[str]:
        return [key for _, key in sorted(keyed_words(lexicon, said).items()) if key[:1] in "@=" and key[1:] not in YEARS]

    def parts(keyed: list[str]) -> dict[str, str]:
        pairs = [(one, other) for one, other in pairwise(keyed) if one[:1] != other[:1]]
        behind = keyed[:1] and keyed[0][:1] == "="  # "5 from A and 10 from B"
        return {other: one for one, other in pairs if one[:1] == "="} if behind else {one: other for one, other in pairs if one[:1] == "@"}

    told = keys(tokens(says))
    mine, theirs = parts([key for key in keys(typed) if key in told]), parts(told)
    return len(mine) > 1 and mine.keys() == theirs.keys() and mine != theirs


def _yet_to_come(typed: Sequence[Token], value: str) -> bool:
    """True where a question asks for what is to be done, and the preferred side says that it was: "paid" is no yes to "does it still have to pay"."""
    done = {t.lemma: t.low for t in tokens(value) if t.low != t.lemma and not t.low.endswith(("s", "ing"))}
    said = [(i, t) for i, t in enumerate(typed) if t.lemma in done]
    return any(t.low != done[t.lemma] or any(x.low == "to" for x in typed[max(0, i - 2) : i]) for i, t in said)


def way_round(answer: Answer, document: Document) -> None:
    """Raise :class:`Refusal` for ``did A lend to B`` where the dispute is about what B lent to A."""
    asked = answer.interpreter
    made_known = any(t.lemma in _TOLD for t in asked.typed)  # "did A and B confirm it" says of neither what it does
    if not asked.typed or asked.typed[0].lemma not in YES_NO or made_known or any(m.possessive for m in asked.mentions):
        return
    if turned_round(asked.lexicon, str(document["title"]), asked.typed, [m.party for m in asked.mentions]):
        raise Refusal("no-record", f"Recorded is the other way round: {document['title'].rstrip('?')}.")


def _denied_beside(answer: Answer, document: Document) -> set[str]:
    """Words that the clauses of a dispute have only behind a negation, and no side of it has: "not granted at once" is no yes to "at once"."""
    texts = [str(answer.interpreter.lexicon.document(str(name)).get("text") or "") for name in document.get("about", ())]
    sides = (f"{p['says']} {p.get('value') or ''}" for p in document["positions"])
    own = text_keys(" ; ".join((str(document["title"]), *sides, *document.get("names", ()), *document.get("words", ()))))
    return set().union(*map(text_keys, texts)) - set().union(*(said_so(text, set()) for text in texts)) - own


def _of_two(typed: Sequence[Token]) -> bool:
    """``paid or conditional``: one of two things is asked for; "agreed or stated" says one thing twice."""
    return any(t.low == "or" and typed[i - 1].lemma not in _TELLING for i, t in enumerate(typed) if i)
