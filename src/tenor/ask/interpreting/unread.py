"""Why a question was not understood: which of its words found no place, and which of several of a name may be meant."""

from __future__ import annotations

from tenor.ask.interpreting.kinds import kind_words
from tenor.ask.reading import Refusal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tenor.ask.interpreting.question import Question

_SHORTEST_NAME = 3
_MOST_NAMESAKES = 6


def not_understood(question: Question) -> Refusal:
    """What stayed unread, in words."""
    if not question.candidates:
        known = {i for m in question.matches for i in range(m.start, m.end)} | {i for m in question.moments for i in range(m.first, m.last + 1)}
        unknown = [question.tokens[i].text for i in sorted(question.content() - known) if question.tokens[i].lemma not in kind_words("keyword")]
        text = (
            f"No term of the record fits this question; I do not know {_listed(unknown)}." if unknown else "No term of the record fits this question."
        )
        return _without(Refusal("not-understood", text), unknown)
    nearest = next((c for c in question.candidates if c.leftover), None)
    if nearest is None:
        return Refusal(
            "ambiguous", "The question can be read in more than one way.", terms=[c.reading.term for c in question.candidates if c.reading.term][:3]
        )
    if (namesakes := _namesakes(question, nearest.leftover)) is not None:
        return namesakes
    words = [question.tokens[i].text for i in nearest.leftover]
    text = f"I do not know what {_listed(words)} {'means' if len(words) == 1 else 'mean'} here, and leaving it out could change the answer."
    terms = list(dict.fromkeys(c.reading.term for c in question.candidates[:6] if c.reading.term))
    return _without(Refusal("not-understood", text, terms=terms[:3]), words)


def _without(refusal: Refusal, words: list[str]) -> Refusal:
    refusal.unread = words
    return refusal


def names_several(question: Question) -> Refusal | None:
    """``until when was Bell president``, ``who was deputy under Bell``, where two holders are called so; "which Bell" asks which."""
    known = question.covered() | question.timed() | question.mentioned()
    for i in sorted(question.content() - known):
        word, before = question.tokens[i].text, question.tokens[i - 1].low if i else ""
        if word.isalpha() and before not in ("which", "what") and sum(_holds(question, party) for party, _ in question.lexicon.called(word)) > 1:
            return _namesakes(question, [i])
    return None


def _holds(question: Question, party: str) -> bool:
    """True for whoever ever held anything."""
    return bool(question.store.query("SELECT 1 FROM pair WHERE holder = ? LIMIT 1", party))


def _namesakes(question: Question, leftover: list[int]) -> Refusal | None:
    """A word that stayed unread and is part of the names of parties: which of them is meant is asked back."""
    named = question.mentioned()
    for i in leftover:
        word = question.tokens[i].text
        if (
            i in named
            or question.begins_another_name(i)
            or len(word) < _SHORTEST_NAME
            or not word.isalpha()
            or (word.islower() and not question.question.islower())
        ):
            continue
        names = sorted(name for _, name in question.lexicon.called(word))[:_MOST_NAMESAKES]
        if names and word not in names:  # whose whole name it is needs no other
            choices = ", ".join(names[:-1]) + f" or {names[-1]}" if len(names) > 1 else names[0]
            asks = [question.question.replace(said, name) for name in names if (said := _part_said(question, i, name)) in question.question]
            return Refusal("ambiguous", f"“{word}” can be {choices}; write the whole name.", asks)
    return None


def _part_said(question: Question, i: int, name: str) -> str:
    """What of a name the question says around a position: "Ann Bell" of "Ann Bell Ltd"."""
    words = {word.casefold() for word in name.replace("-", " ").split()}
    first, last = i, i
    while first and question.tokens[first - 1].low in words:
        first -= 1
    while last + 1 < len(question.tokens) and question.tokens[last + 1].low in words:
        last += 1
    return " ".join(t.text for t in question.tokens[first : last + 1])


def _listed(words: list[str]) -> str:
    quoted = [f"“{w}”" for w in dict.fromkeys(words)]
    return quoted[0] if len(quoted) == 1 else ", ".join(quoted[:-1]) + f" and {quoted[-1]}" if quoted else ""
