"""What a text and a question say, word by word: what each word is looked up by, the sentences and their parts, what is left open, and what is in the passive."""

from __future__ import annotations

from itertools import pairwise

from tenor.ask.language import english
from tenor.ask.language.roots import amounts_in, root
from tenor.ask.language.words import ARTICLES, Token, lemma, tokens
from tenor.ask.times.years import MONTH_NUMBERS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tenor.ask.names.lexicon import Lexicon

_LINKS = frozenset(
    """of for to in on at by with from as it its their his her they them he she we our this that these those there be am is are was were been being do does did and
    about over out up onto into via through within between among toward towards against such own""".split()
)
#: Words that change nothing about what a question asserts.
_ASIDE = frozenset("really actually indeed ever already yet anything something true fact right correct so is it that whether".split())
#: Words between "is it" and "that", before a statement that is put to be checked.
_CHECKING = frozenset("really actually indeed the a true case fact right correct accurate fair so to say write".split())
BE, HAVE = lemma("be"), lemma("have")
#: Words by which a text leaves open whether a thing is so, or says only that somebody says so.
_DOUBTS = frozenset(
    map(
        lemma,
        """earliest consider plan planned plans might may could would should will expect intend aim hope want seek propose talks talk discuss weigh ponder mull negotiate said say tell write testify
        claim allege reckon estimate worry fear if unless whether known likely seem appear rumor threaten ask request try attempt pending early prepare possible near
        about-to tentative preliminary warn predict forecast believe think argue dispute doubt""".split(),
    )
)
SAYING = english.SAY_WORDS | frozenset(map(lemma, ("promise", "announce", "confirm", "predict", "expect")))
_FINDING = frozenset(map(lemma, ("find", "found", "rule", "conclude", "hold", "decide")))
#: How many words before a noun its article stands at the most.
_NEAR = 3
#: Verbs of which one says what the other does.
_ALIKE = {lemma("file"): lemma("submit"), lemma("lodge"): lemma("submit")}


def key_of(token: Token) -> str:
    """What a word is looked up by; some verbs say the same."""
    return root("find" if token.low == "found" else _ALIKE.get(token.lemma, token.lemma))


class Text:
    """Words with what each is looked up by; a party is one word whatever it is called, and "" stands for a word that says nothing alone."""

    __slots__ = ("keys", "said", "start")

    def __init__(self, lexicon: Lexicon, said: Sequence[Token], skip: frozenset[int] = frozenset()) -> None:
        self.said = list(said)
        #: Where a statement begins that is put to be checked ("is it true that"), else 0.
        self.start = 0
        parties: dict[int, str] = {}
        for match in lexicon.matches(self.said):
            if match.kind == "party" and not parties.keys() & set(range(match.start, match.end)):
                parties.update(dict.fromkeys(range(match.start, match.end), f"@{match.target}"))
        amounts = amounts_in(self.said)
        scales = {i + 1 for i in amounts if i + 1 < len(said) and said[i + 1].lemma in english.SCALES}
        self.keys = [
            parties.get(i)
            or (
                ""
                if i in skip or i in scales or t.low in ARTICLES or t.low in _LINKS or t.low == "$" or _auxiliary(said, i)
                else amounts.get(i) or key_of(t)
            )
            for i, t in enumerate(self.said)
        ]

    def order(self) -> list[str]:
        """The keys in their order, each once."""
        return [key for key in dict.fromkeys(self.keys) if key]


def statement(typed: Sequence[Token]) -> int:
    """Where a statement begins that is put to be checked ("is it true that …"), 0 where none is."""
    if [t.low for t in typed[:2]] not in (["is", "it"], ["was", "it"]):
        return 0
    start = next((i + 1 for i, t in enumerate(typed) if t.low == "that"), 0)
    return start if all(t.low in _CHECKING for t in typed[2 : start - 1]) else 0


def asked_of(lexicon: Lexicon, typed: Sequence[Token], skip: frozenset[int] | set[int]) -> Text:
    """A question without the words that assert nothing."""
    start = statement(typed)
    text = Text(lexicon, typed, frozenset(skip | {i for i, t in enumerate(typed) if t.low in _ASIDE or i == 0 or i < start}))
    text.start = start
    return text


def _auxiliary(said: Sequence[Token], i: int) -> bool:
    """``has … been``, ``have ruled``: a verb that only carries the tense of another."""
    after = said[i + 1] if i + 1 < len(said) else None
    return said[i].lemma == HAVE and after is not None and (after.lemma == BE or participle(after))


def participle(token: Token) -> bool:
    """True for the form of a verb that says what is done to a thing: "dismissed"."""
    return (token.low.endswith("ed") and len(token.low) > 3) or token.low in english.PARTICIPLES


def sentences(text: str) -> list[str]:
    """The sentences of a text, parted at semicolons, too."""
    return [part for piece in text.replace("; ", ". ").split(". ") if (part := piece.strip(" ."))]


def parts(text: str) -> list[str]:
    """The sentences, parted at commas and colons and before a second negation as well."""
    return [part for s in sentences(text) for piece in s.replace(": ", ", ").replace(" and no ", ", no ").split(", ") if (part := piece.strip())]


def stretches(lexicon: Lexicon, sentence: str) -> Iterator[Text]:
    """Every run of neighboring parts of a sentence, without what else is only planned ("A has X and plans to sell it"); what stands behind a colon is said by the same one."""
    parts = [p for p in sentence.replace(": ", ", ").split(", ") if p]
    own = [p for p in parts if not p.startswith(("which ", "who ", "including "))]
    if own != parts:  # what else is told of what is named
        yield from stretches(lexicon, ", ".join(own))
    before, aside, after = sentence.partition(" (")
    if aside and ")" in after:
        yield from stretches(lexicon, before + after.partition(")")[2])
    for first in range(len(parts)):
        for last in range(first + 1, len(parts) + 1):
            said = tokens(" and ".join(parts[first:last]))
            yield Text(lexicon, said)
            plans = next((i for i, (one, two) in enumerate(pairwise(said)) if one.low in ("and", "but") and two.lemma in _DOUBTS), 0)
            if plans:
                yield Text(lexicon, said[:plans])
    head, colon, rest = sentence.partition(": ")
    saying, that, _ = head.partition(" that ")
    for piece in rest.split(", ") if colon and that and any(t.lemma in SAYING | _FINDING for t in tokens(saying)) else ():
        yield Text(lexicon, tokens(f"{saying} that {piece}"))


def doubts(said: Sequence[Token], asked: Sequence[Token], *, hedged: bool = False) -> bool:
    """True where a text leaves open what the question takes for a fact; that it is reported leaves it open where it is not told with whose word it is."""
    own = {root(t.lemma) for t in asked}
    to = {a.lemma for a, b in pairwise(asked) if b.low == "to"}
    if any(t.low == "or" for t in said) and all(t.low != "or" for t in asked):  # one of two things is so
        return True
    open_ = [i for i, t in enumerate(said) if t.lemma in _DOUBTS and t.text != "May" and not _bought(said, i)]
    behind = {i for i in open_ if i + 1 in open_ and root(said[i + 1].lemma) in own}  # "early talks" are talks
    return any(root(said[i].lemma) not in own for i in open_ if i not in behind) or any(
        a.lemma in (("offer",) if hedged else ("report", "offer")) and b.low == "to" and a.lemma not in to for a, b in pairwise(said)
    )


def _bought(said: Sequence[Token], i: int) -> bool:
    """``on a paid plan``: a thing that is had, and nothing that is planned."""
    there = said[i].low == "plan" and any(t.low in ("a", "an") for t in said[max(0, i - _NEAR) : i])
    return there and not any(t.low in ("to", "for", "of") for t in said[i + 1 : i + 2])


def negates(said: Sequence[Token]) -> bool:
    """True where a text has a negation."""
    return any(t.low in english.NEGATIONS for t in said)


def run_from(text: Text, start: int) -> list[str]:
    """The keys of the words from a position up to the first that only links."""
    out: list[str] = []
    for i in range(start, len(text.keys)):
        if not text.keys[i] and text.said[i].low not in ARTICLES and text.said[i].lemma not in (BE, HAVE):
            break
        if text.keys[i] and text.said[i].lemma != HAVE:
            out.append(text.keys[i])
    return out


def of_a_date(token: Token) -> bool:
    """True for a month and for a number, of which dates are made."""
    return token.low in MONTH_NUMBERS or token.low.isdigit()


def passive(asked: Text) -> int | None:
    """The position of the participle in ``was X dismissed`` and ``is it true that X was dismissed``."""
    said = asked.said
    been = [
        i for i, t in enumerate(said) if t.lemma == BE and i >= asked.start and (not asked.start or i + 2 >= len(said) or _participle_from(said, i))
    ]
    if not been or (not asked.start and said[0].lemma != BE and not any(t.low == "been" for t in said)):
        return None
    return next((i for i in range(been[0] + 1, len(said)) if asked.keys[i] and asked.keys[i][:1] != "@" and participle(said[i])), None)


def _participle_from(said: Sequence[Token], i: int) -> bool:
    """``was formally dismissed``: a participle behind "be", with nothing but adverbs between."""
    rest = next((t for t in said[i + 1 :] if not t.low.endswith("ly") and t.lemma != BE), None)
    return rest is not None and participle(rest)


def is_passive(text: Text, i: int) -> bool:
    """True where the verb at a position is said of what it is done to."""
    n = i - 1
    while n >= 0 and text.said[n].low.endswith("ly"):
        n -= 1
    return n >= 0 and text.said[n].lemma == BE and participle(text.said[i])
