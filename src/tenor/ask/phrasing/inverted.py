"""A statement that is to be checked, as the question that it answers: ``is it true that A may sell B`` is ``may A sell B``."""

from __future__ import annotations

from tenor.ask.language.english import NEGATIONS
from tenor.ask.language.words import tokens

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tenor.ask.names.lexicon import Lexicon

#: How such a question starts, and the verbs that may stand before whoever does something.
_CHECKED = "is it true that "
_BEFORE = frozenset("may can could must will was were is are has have had does did do".split())
_LONGEST_NAME = 5


def inverted(lexicon: Lexicon, question: str) -> str:
    """The question with its verb before the name with which the statement starts; as it is where it does not start so."""
    if question[: len(_CHECKED)].casefold() != _CHECKED:
        return question
    words = question[len(_CHECKED) :].split()
    for n in range(1, min(_LONGEST_NAME, len(words) - 2) + 1):
        name, verb = words[:n], words[n].casefold()
        if verb not in _BEFORE or name[-1].endswith(("'s", "’s", ",")) or any(word.casefold() in NEGATIONS for word in words[n + 1 :]):
            continue  # whose it is, or a denial, which is told by where it stands
        said = tokens(" ".join(name))
        if any(m.kind in ("party", "product") and m.start == 0 and m.end == len(said) for m in lexicon.matches(said)):
            return " ".join((verb.capitalize(), *name, *words[n + 1 :]))
    return question
