"""A statement that is to be checked, as the question that it answers: ``is it true that A may sell B`` is ``may A sell B``, and ``A paid B`` is ``did A pay B``."""

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
#: Verbs of doing as statements have them, with the question's own verb and the form behind it; a word that is as often a noun or an adjective is none of them.
_PLAIN = (
    "pay own hold sell lead keep give buy receive get invest owe guarantee lend grant build supply commit take spend provide make rent win pledge agree promise"
    " undertake borrow contract license announce"
)
_PAST = {
    "sell": "sold", "lead": "led", "keep": "kept", "give": "gave", "buy": "bought", "get": "got", "lend": "lent", "build": "built", "commit": "committed", "take": "took",
    "spend": "spent", "make": "made", "win": "won", "undertake": "undertook", "pay": "paid", "hold": "held", "supply": "supplied",
}  # fmt: skip
_DOING = {f"{verb}s" if verb != "supply" else "supplies": ("Does", verb) for verb in _PLAIN.split()} | {
    _PAST.get(verb, f"{verb.removesuffix('e')}ed"): ("Did", verb) for verb in _PLAIN.split()
}
#: The plain forms of those verbs by what "an article has A doing it" calls them.
GOING_ON = {
    f"{verb.removesuffix('e') if verb != 'agree' else verb}{verb[-1] * (verb in ('get', 'commit', 'win'))}ing": verb for verb in _PLAIN.split()
}
#: Words between a name and such a verb, which stay there.
_BETWEEN = frozenset("still now currently already also only once".split())


def inverted(lexicon: Lexicon, question: str) -> str:
    """The question with its verb before the name with which the statement starts; as it is where it does not start so."""
    if question[: len(_CHECKED)].casefold() != _CHECKED:
        return question
    words = question[len(_CHECKED) :].split()
    for n in range(1, min(_LONGEST_NAME, len(words) - 2) + 1):
        name, verb = words[:n], words[n].casefold()
        between = words[n : n + 1] if verb in _BETWEEN else []
        does, plain = _DOING.get(words[n + len(between)].casefold(), ("", ""))
        if not (verb in _BEFORE or does) or name[-1].endswith(("'s", "’s", ",")) or any(word.casefold() in NEGATIONS for word in words[n + 1 :]):
            continue  # whose it is, or a denial, which is told by where it stands
        said = tokens(" ".join(name))
        if any(m.kind in ("party", "product") and m.start == 0 and m.end == len(said) for m in lexicon.matches(said)):
            rest = (*between, plain, *words[n + len(between) + 1 :]) if does else words[n + 1 :]
            return " ".join((does or verb.capitalize(), *name, *rest))
    return question
