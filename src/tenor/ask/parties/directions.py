"""Which way a thing goes between two parties, by the words in front of them: "from A", "to B", "did A give".

Where every pattern of a term has the same side behind a preposition, or before a verb, a question with the other side there asks for the other way round.
"""

from __future__ import annotations

from tenor.ask.language.english import BODIES, YES_NO
from tenor.ask.language.words import ARTICLES, lemma
from tenor.ask.parties.sides import known_of
from tenor.ask.reading import Refusal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from tenor.ask.interpreting.question import Question
    from tenor.ask.names.lexicon import Lexicon
    from tenor.ask.reading import Mention, Reading

_PAIR = "SELECT 1 FROM pair WHERE term = ? AND subject = ? AND holder = ? LIMIT 1"
_SLOTS = ("{subject}", "{holder}")
_PREPOSITIONS = frozenset(("from", "to", "at", "in"))
#: Prepositions that say which side is behind them beside a certain verb alone: "sell it through A".
_BESIDE_A_VERB = _PREPOSITIONS | frozenset(("through", "on", "by", "over", "into", "of", "for"))
#: Words before a verb that change nothing in who does it.
_ADVERBS = frozenset("also always alone currently ever exclusively just never now only really still".split())
#: Words behind a party that leave it a party, and do not make it an owner of what follows.
_BEHIND = frozenset("for as in on at by since until with under through and of".split())


def refuse_turned(question: Question, reading: Reading, chosen: dict[str, Mention]) -> None:
    """Raise :class:`Refusal` where the words say that it goes from the one to the other, and the record has it the other way round."""
    first, last = first_of(question, chosen), max(chosen.values(), key=lambda m: m.start)
    slot = next(slot for slot, mention in chosen.items() if mention is last)
    if last.product is not None and any(m.party == last.party and m.product is None for m in question.mentions):
        return  # "content from A's product with A": it is A that stands for A
    before, behind = _word(question, last.start - 1, -1), _word(question, last.end, 1)
    if first is not last and _is_turned(question, reading.term or "", first, last, slot):
        raise _turned(question, reading, chosen, final=True)
    if before == "of" and not last.possessive and _side_of(question, reading.term or "", last.start - 1) not in ("", slot):
        raise _turned(question, reading, chosen, final=False)
    if last.possessive or before not in _PREPOSITIONS or not (behind in _BEHIND or last.end == len(question.tokens) or last.end in question.timed()):
        return
    told, verb = _sides(question.lexicon, reading.term or ""), "" if first is last else _verb(question, first.end)
    own = told.get((before, verb), frozenset())  # "A's payments to B"
    either = first.possessive and before != "in"  # "A's stake in B" goes one way only
    sides = own or (frozenset() if either else told.get((before, ""), frozenset()))
    if sides and slot not in sides:
        raise _turned(question, reading, chosen, final=behind_do(question, first))


def _side_of(question: Question, term: str, i: int) -> str:
    """``what was part of A``: the side of A where the term is called "part of", and its sentence has one behind that; else empty."""
    at = i - (question.tokens[i].low in ARTICLES)
    called = any(m.kind == "term" and m.target == term and m.end == at + 1 and m.start < at for m in question.matches)
    told = str(question.lexicon.document(f"term:{term}").get("sentence")) if called else ""
    return next((slot.strip("{}") for slot in _SLOTS if f" of {slot}" in told), "")


def first_of(question: Question, chosen: dict[str, Mention]) -> Mention:
    """The first of two sides as it is named first: "does A rent A's site from B" has A do it, also where the site stands for A."""
    first = min(chosen.values(), key=lambda m: m.start)
    return next((m for m in question.mentions if m.party == first.party and m.start == 1 and not m.possessive), first)


def behind_do(question: Question, mention: Mention) -> bool:
    """``how much did A lend``: who stands right behind "do" is the one who does it."""
    return mention.start > 0 and question.tokens[mention.start - 1].lemma == "do"


def _turned(question: Question, reading: Reading, chosen: dict[str, Mention], *, final: bool) -> Refusal:
    """The refusal of what is recorded the other way round; of two sides that have no part in it, that nothing is recorded."""
    label = question.lexicon.document(f"term:{reading.term}").get("label", reading.term)
    known = known_of(question.store, reading.term or "")
    text, parties = f"The record has this the other way round (“{label}”).", sorted(question.parties())
    if {m.party for m in chosen.values()}.isdisjoint(known.subjects | known.holders):
        text = f"Nothing is recorded on this for {next(iter(chosen.values())).said}."
    elif len(parties) > 1 and not any(question.store.query(_PAIR, reading.term, one, two) for one in parties for two in parties if one != two):
        text = f"Nothing is recorded on “{label}” between {' and '.join(question.store.name('party', party) for party in parties)}."
    refusal = Refusal("no-record", text, terms=[reading.term or ""])
    refusal.final, refusal.turned = final, True
    return refusal


def _is_turned(question: Question, term: str, first: Mention, last: Mention, slot: str) -> bool:
    """``does A sell B's models``, ``does A sell them through B``: whether every pattern with that verb has the other side as what B is there."""
    document = question.lexicon.document(f"term:{term}")
    if question.tokens[0].lemma == "be" and first.start == 1 and last.possessive and last.start == first.end and document.get("answer") == "holder":
        kinds = {lemma(word) for word in str(document.get("subject_is", "")).split() if word not in ARTICLES}
        return slot == "holder" and kinds.isdisjoint(question.lemmas())  # "is A B's main cloud"
    at = first.end
    while at < len(question.tokens) and question.tokens[at].low in _ADVERBS:
        at += 1
    if _has_to(question, at):
        at += 2
    to = question.tokens[0].lemma == "be" and question.tokens[at].low == "to"  # "is A to make it for B"
    at += to
    asked = (to or question.tokens[0].lemma in YES_NO - {"be"}) and first.start == 1
    asked = asked or first.possessive or behind_do(question, first)
    if not asked or at >= last.start:
        return False
    if last.start == at + 1 and question.tokens[at].lemma in _done_by_others(
        question.lexicon, term
    ):  # "does A buy B's models", which people buy from A
        return True
    joint = "" if last.start == at + 1 else question.tokens[last.start - 1].low
    sides = _objects(question.lexicon, term).get((joint, first.possessive, question.tokens[at].lemma), frozenset())
    return len(sides) == 1 and slot not in sides


def done_to(question: Question, term: str) -> tuple[str, Mention] | None:
    """``who supplies A``, ``who lends to A``, ``which firm pays A``: the side of A, where every pattern with that verb has the same there; None for any other question."""
    said = question.tokens
    firm = said[0].low in ("which", "what") and len(said) > 1 and said[1].lemma in BODIES
    at = 1 + firm
    at += len(said) > at + 1 and said[at].low in ("has", "have") and said[at + 1].low not in ARTICLES
    last = next((m for m in question.mentions if m.start > at), None)
    asked = (firm or said[0].low == "who") and [t.lemma for t in said[at : at + 1]] not in (["be"], ["do"])
    if not asked or last is None or last.product is not None or last.possessive:
        return None
    behind = said[last.end].low if last.end < len(said) else "with"
    if last.end not in question.timed() and behind not in _BEHIND | ARTICLES:  # "who supplies A chips to B"
        return None
    joint = "" if last.start == at + 1 else _word(question, last.start - 1, -1)
    sides = _objects(question.lexicon, term).get((joint, False, said[at].lemma), frozenset())
    sides = sides or (_sides(question.lexicon, term).get((joint, ""), frozenset()) if joint else sides)
    return (next(iter(sides)), last) if len(sides) == 1 else None


def slot_behind(question: Question, term: str, mention: Mention) -> str:
    """The side behind the preposition in front of a party, where every pattern of a term has the same there; else empty."""
    sides = _sides(question.lexicon, term).get((_word(question, mention.start - 1, -1), ""), frozenset())
    return next(iter(sides)) if len(sides) == 1 else ""


def behind(question: Question, term: str, named: Sequence[Mention]) -> dict[str, Mention]:
    """``A's payments from B``: the sides of two parties by the preposition before the last, where every pattern has the same side behind it; else empty."""
    first, last = named
    slot = slot_behind(question, term, last)
    if last.possessive or not slot:
        return {}
    return {slot: last, "holder" if slot == "subject" else "subject": first}


def _verb(question: Question, i: int) -> str:
    """What somebody does: "buy" of "does A have to buy from B"."""
    return lemma(_word(question, i + 2 if _has_to(question, i) else i, 1))


def _has_to(question: Question, i: int) -> bool:
    return [t.text.lower() for t in question.tokens[i : i + 2]] in (["have", "to"], ["has", "to"])


def _word(question: Question, i: int, step: int) -> str:
    """The first word from a position on that is no article, in lower case; empty where there is none."""
    while 0 <= i < len(question.tokens) and question.tokens[i].low in ARTICLES:
        i += step
    return question.tokens[i].low if 0 <= i < len(question.tokens) else ""


def _objects(lexicon: Lexicon, term: str) -> dict[tuple[str, bool, str], frozenset[str]]:
    """The slots right behind a verb, or behind it and a preposition, where the other side stands in front, or owns it; worked out once for all questions."""

    def read() -> dict[tuple[str, bool, str], frozenset[str]]:
        found: dict[tuple[str, bool, str], set[str]] = {}
        for ask in lexicon.document(f"term:{term}").get("asks", ()):
            words = [w for w in str(ask).split() if w not in _ADVERBS]
            at = [i for i, w in enumerate(words) if w.removesuffix("'s") in _SLOTS]
            if len(at) != len(_SLOTS) or at[0] != 0 or at[1] == 1:
                continue
            joint = "" if at[1] == len((words[0], "verb")) else words[at[1] - 1]
            if joint in _BESIDE_A_VERB | {""}:
                owns = words[0] not in _SLOTS
                found.setdefault((joint, owns, lemma(words[1])), set()).add(words[at[1]].removesuffix("'s").strip("{}"))
        return {word: frozenset(slots) for word, slots in found.items()}

    return lexicon.store.once(("objects of", term), read, len)


def _done_by_others(lexicon: Lexicon, term: str) -> frozenset[str]:
    """Verbs that begin a pattern in which both sides follow, and that no pattern has behind a side: neither of them does that; worked out once for all questions."""

    def read() -> frozenset[str]:
        patterns = [str(ask).replace("'s", "").split() for ask in lexicon.document(f"term:{term}").get("asks", ())]
        alone = {lemma(words[0]) for words in patterns if words[0] not in _SLOTS and {*_SLOTS} <= {*words}}
        return frozenset(alone - {lemma(word) for words in patterns if words[0] in _SLOTS for word in words[1:]})

    return lexicon.store.once(("done by others", term), read, len)


def _sides(lexicon: Lexicon, term: str) -> dict[tuple[str, str], frozenset[str]]:
    """The slots that stand behind a preposition (and a certain verb), and alone, as the second party of a pattern; worked out once for all questions."""

    def read() -> dict[tuple[str, str], frozenset[str]]:
        found: dict[tuple[str, str], set[str]] = {}
        for ask in lexicon.document(f"term:{term}").get("asks", ()):
            words = str(ask).split()
            at = [i for i, w in enumerate(words) if w.removesuffix("'s") in _SLOTS]
            if len(at) != len(_SLOTS) or words[at[1]] not in _SLOTS or words[at[1] - 1] not in _PREPOSITIONS:
                continue
            if words[at[1] + 1 :] and words[at[1] + 1] not in _BEHIND:
                continue
            for verb in ("", lemma(words[at[0] + 1])):
                found.setdefault((words[at[1] - 1], verb), set()).add(words[at[1]].strip("{}"))
        return {word: frozenset(slots) for word, slots in found.items()}

    return lexicon.store.once(("sides of", term), read, len)
