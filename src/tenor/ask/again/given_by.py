"""``do A's credits cover X``, where what A gives is recorded for each of its programs: the question asked of each of them."""

from __future__ import annotations

from tenor.ask.inquiry import as_said
from tenor.ask.language import english
from tenor.ask.language.roots import counts
from tenor.ask.language.words import Token, key, tokens

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tenor.ask.interpreting.question import Question
    from tenor.ask.names.lexicon import Lexicon
    from tenor.ask.reading import Mention
    from tenor.store.read import Store

#: How many words may stand between whoever gives it and the noun for it: "A's startup credits".
_BETWEEN = 2


def of_each_program(question: Question) -> list[str]:
    """The question with each program in the place of the party that gives them; empty where it names none that gives what the noun behind it says."""
    if not question.looked_up:
        return []
    said = question.tokens
    if said[0].lemma in english.YES_NO and not english.START_WORDS.isdisjoint(question.lemmas()):
        return []  # "did A start to give X": that a program gives it does not say that it did not before
    for mention in question.mentions:
        end = min(mention.end + 1 + _BETWEEN, *(m.start for m in question.mentions if m.start >= mention.end), len(said))
        for noun in range(mention.end, end):
            if programs := _programs(question.lexicon, mention, tuple(t.lemma for t in said[mention.end : noun + 1])):
                return [as_said([*said[: mention.start], Token(name, name.lower()), *said[noun:]]) + "?" for name in programs]
    return []


def _programs(lexicon: Lexicon, giver: Mention, said: tuple[str, ...]) -> tuple[str, ...]:
    """The names of the other party of each deal of a giver and one more, which is no holder of anything, where the deal's names have the words said.

    A giver that is named by a product must be called so there: "A Cloud credit" is not "A Maps credit".
    """

    def read() -> tuple[str, ...]:
        store, found = lexicon.store, []
        product = key(store.name("product", giver.product)) if giver.product is not None else ""
        for (deal,) in store.query("SELECT id FROM deal ORDER BY id"):
            document = lexicon.document(str(deal))
            others = [p for p in document.get("parties", ()) if p != giver.party]
            if len(others) != 1 or len(document["parties"]) != len((giver.party, *others)) or _holds(store, others[0]):
                continue
            names = [name for name in map(str, document.get("names", ())) if f" {product} ".replace("  ", " ") in f" {key(name)} "]
            if set(said) <= {t.lemma for name in names for t in tokens(name) if counts(t)}:
                found.append(store.name("party", others[0]))
        return tuple(found)

    return lexicon.store.once(("programs", giver.party, giver.product, said), read, len)


def _holds(store: Store, party: str) -> bool:
    return bool(store.query("SELECT 1 FROM pair WHERE holder = ? LIMIT 1", party))
