"""Whether what an event's record tells says yes or no to a question.

Yes only where one sentence of it, or its title or a name, holds every word that is asked, with who did it to whom, and neither a negation nor a doubt that
the question lacks. No only where a negation stands directly before one of the asked words, said so or in everyday words for them, or where whoever
is asked to have said a thing ruled it out. Anything else is neither.
"""

from __future__ import annotations

from itertools import islice, pairwise

from tenor.ask.interpreting.told import event_in_window
from tenor.ask.language import english
from tenor.ask.language.roots import amounts_in, root
from tenor.ask.language.words import ARTICLES, Token, lemma, tokens
from tenor.ask.reading import Reading
from tenor.ask.times.years import MONTH_NUMBERS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Any

    from tenor.ask.interpreting.question import Question
    from tenor.ask.names.lexicon import Lexicon

    Document = dict[str, Any]

_LINKS = frozenset(
    """of for to in on at by with from as it its their his her they them he she we our this that these those there be am is are was were been being do does did and
    about over out up onto into via through within between among toward towards against such own""".split()
)
#: Words that change nothing about what a question asserts.
_ASIDE = frozenset("really actually indeed ever already yet anything something true case fact right correct so is it that whether".split())
_BE = lemma("be")
_NO = frozenset(("not", "no", "never", "neither"))
#: Words by which a text leaves open whether a thing is so, or says only that somebody says so.
_DOUBTS = frozenset(
    map(
        lemma,
        """consider plan planned plans might may could would should will expect intend aim hope want seek propose talks talk discuss weigh ponder mull negotiate said say tell write testify
        claim allege reckon estimate worry fear if unless whether known likely seem appear rumor threaten ask request try attempt pending early prepare possible near
        about-to tentative preliminary warn predict forecast believe think argue dispute doubt""".split(),
    )
)
#: Verbs of saying that a thing is not so, or will not be.
_DENYING = frozenset(map(lemma, ("deny", "reject", "refute", "disclaim")))
_SAYING = english.SAY_WORDS | frozenset(map(lemma, ("promise", "announce", "confirm", "predict", "expect")))
#: Words behind a verb of saying by which nothing is said to be so.
_OPEN = frozenset("whether if what when why how who where which about on".split())
_KNOWN_TO = ["known", "to", "have", "been"]
_OF_DEEDS = frozenset(("has", "have", "had", "did"))
_FEWEST = 2
#: How many ways to say a question in plain words are held against what is denied.
_MOST_WAYS = 24


#: Verbs of which one says what the other does.
_ALIKE = {lemma("file"): lemma("submit"), lemma("lodge"): lemma("submit")}
#: How long a time may be that stands before what somebody said: "on June 8, 2026".
_LONGEST_TIME = len("on September 30, 2026 ")


def _key(token: Token) -> str:
    return root("find" if token.low == "found" else _ALIKE.get(token.lemma, token.lemma))


class Text:
    """Words with what each is looked up by; a party is one word whatever it is called, and "" stands for a word that says nothing alone."""

    __slots__ = ("keys", "said")

    def __init__(self, lexicon: Lexicon, said: Sequence[Token], skip: frozenset[int] = frozenset()) -> None:
        self.said = list(said)
        parties: dict[int, str] = {}
        for match in lexicon.matches(self.said):
            if match.kind == "party" and not parties.keys() & set(range(match.start, match.end)):
                parties.update(dict.fromkeys(range(match.start, match.end), f"@{match.target}"))
        amounts = amounts_in(self.said)
        scales = {i + 1 for i in amounts if i + 1 < len(said) and said[i + 1].lemma in english.SCALES}
        self.keys = [
            parties.get(i) or ("" if i in skip or i in scales or t.low in ARTICLES or t.low in _LINKS or t.low == "$" else amounts.get(i) or _key(t))
            for i, t in enumerate(self.said)
        ]

    def order(self) -> list[str]:
        """The keys in their order, each once."""
        return [key for key in dict.fromkeys(self.keys) if key]


def attested(lexicon: Lexicon, document: Document, typed: Sequence[Token], timed: frozenset[int]) -> bool | None:
    """Yes or no, where the record of an event says so.

    Args:
        lexicon: what the records call things.
        document: the event's.
        typed: the words of the question as typed.
        timed: positions of those that say when.
    """
    if typed[0].lemma not in english.YES_NO:
        return None
    polite = frozenset((1,)) if len(typed) > 1 and typed[1].low == "not" else frozenset()
    asked = asked_of(lexicon, typed, timed | polite)
    if any(t.low in english.NEGATIONS for i, t in enumerate(typed) if i not in polite):
        return None
    order = asked.order()
    if len(order) < _FEWEST or all(key[:1] == "@" for key in order):
        return None
    says = [Text(lexicon, tokens(part)) for part in _sentences(str(document["says"]))]
    if any(denied(asked, Text(lexicon, tokens(part)), _everything(lexicon, document)) for part in parts(str(document["says"]))):
        return False
    if _none_known(asked, Text(lexicon, tokens(str(document["says"]))), _everything(lexicon, document)):
        return False
    if any(
        _ruled_out(lexicon, typed, timed | polite, Text(lexicon, tokens(part)), _everything(lexicon, document))
        for part in _sentences(str(document["says"]))
    ):
        return False
    done = typed[0].low in ("has", "have", "had")  # what a thing is called says nothing of whether it has been done
    doubted = done or any(doubts(text.said, asked.said) or negates(text.said) or _ruling_out(text.said) for text in says)
    names = (str(document["title"]), *(() if doubted else map(str, document.get("names", ()))))
    told = _sentences(str(document["says"]))
    if document.get("status") == "confirmed":
        told += [own for part in told if (own := _its_own(part))]
    texts = [*(text for part in told for text in stretches(lexicon, part)), *(Text(lexicon, tokens(n)) for n in names)]
    return True if any(_holds(asked, order, text) for text in texts) else None


def clauses_attest(question: Question, clauses: list[Document]) -> bool | None:
    """Yes or no, where the own words of all these clauses say so."""
    told = [{"title": "", "says": doc["text"], "status": doc["status"]} for doc in clauses]
    said = {attested(question.lexicon, doc, question.tokens, question.timed()) for doc in told}
    return said.pop() if len(said) == 1 else None


def told_of(question: Question, document: Document) -> bool | None:
    """Yes or no, as :func:`attested`; also where the record denies, or rules out, what is asked in everyday words: "in effect taken over", of "no de facto control"."""
    lexicon, timed = question.lexicon, question.timed()
    yes = attested(lexicon, document, question.typed, timed)
    said = [tokens(part) for part in _sentences(str(document["says"]))]
    if yes is not None or not any(negates(part) or _ruling_out(part) for part in said):
        return yes
    from tenor.ask.again.everyday import plainly_put

    when = {question.typed[i].low for i in timed}
    ways = (tokens(way) for way, _ in islice(plainly_put(question.question, {t.low for t in question.typed}), _MOST_WAYS))
    told = {attested(lexicon, document, way, frozenset(i for i, t in enumerate(way) if t.low in when)) for way in ways}
    return False if False in told else True if True in told else None


def attesting(question: Question) -> Reading | None:
    """The one event that says yes or no to a question which nothing else answers."""
    if question.typed[0].lemma not in english.YES_NO or len(question.typed) != len(question.tokens):
        return None
    skip = question.timed() | {i for i, t in enumerate(question.typed) if i < _FEWEST and (not i or t.low == "not")}
    skip |= _bringing(question.typed)
    skip |= {i for i, t in enumerate(question.typed) if t.lemma in english.SAY_WORDS}  # of which there is no index
    keys = {k for k in asked_of(question.lexicon, question.typed, skip).order() if k[:1] != "@"}
    told = [target for what, target in sorted(question.support().records(keys)) if what == "event"] if keys else []
    found = [name for name in told if event_in_window(question, name) and told_of(question, question.lexicon.document(f"event:{name}")) is not None]
    if len(found) != 1:
        return None
    reading = Reading("state", None)
    reading.target = ("event", found[0], 0)
    reading.known, reading.corrections = question.known, question.corrections
    reading.why = ["what an event's record says yes or no to"]
    return reading


def asked_of(lexicon: Lexicon, typed: Sequence[Token], skip: frozenset[int] | set[int]) -> Text:
    """A question without the words that assert nothing."""
    return Text(lexicon, typed, frozenset(skip | {i for i, t in enumerate(typed) if t.low in _ASIDE or i == 0 or _auxiliary(typed, i)}))


def _auxiliary(said: Sequence[Token], i: int) -> bool:
    """``has … been``, ``have ruled``: a verb that only carries the tense of another."""
    after = said[i + 1] if i + 1 < len(said) else None
    return said[i].lemma == "have" and after is not None and (after.lemma == _BE or _participle(after))


def _participle(token: Token) -> bool:
    return (token.low.endswith("ed") and len(token.low) > 3) or token.low in english.PARTICIPLES


def _its_own(sentence: str) -> str:
    """``A did X`` for ``A said that it had done X``, which A must know; empty for any other sentence."""
    for verb in (" said ", " announced ", " confirmed "):
        who, _, what = sentence.partition(verb)
        when, _, done = what.partition("that it had ")
        if done and all(word[:1].isupper() for word in who.split()) and (not when or (when.startswith("on ") and len(when) <= _LONGEST_TIME)):
            return f"{who} {done}"
    return ""


def _sentences(text: str) -> list[str]:
    return [part for piece in text.replace("; ", ". ").split(". ") if (part := piece.strip(" ."))]


def parts(text: str) -> list[str]:
    """The sentences, parted at commas and colons and before a second negation as well."""
    return [part for s in _sentences(text) for piece in s.replace(": ", ", ").replace(" and no ", ", no ").split(", ") if (part := piece.strip())]


def stretches(lexicon: Lexicon, sentence: str) -> Iterator[Text]:
    """Every run of neighboring parts of a sentence."""
    parts = [p for p in sentence.replace(": ", ", ").split(", ") if p]
    for first in range(len(parts)):
        for last in range(first + 1, len(parts) + 1):
            text = Text(lexicon, tokens(" and ".join(parts[first:last])))
            yield text


def doubts(said: Sequence[Token], asked: Sequence[Token]) -> bool:
    """True where a text leaves open what the question takes for a fact."""
    own = {root(t.lemma) for t in asked}
    return any(t.lemma in _DOUBTS and t.text != "May" and root(t.lemma) not in own for t in said) or any(
        a.lemma in ("report", "offer") and b.low == "to" for a, b in pairwise(said)
    )


def negates(said: Sequence[Token]) -> bool:
    """True where a text has a negation."""
    return any(t.low in english.NEGATIONS for t in said)


def _everything(lexicon: Lexicon, document: Document) -> frozenset[str]:
    """Every word of a record."""

    def read() -> frozenset[str]:
        texts = (str(document["title"]), str(document["says"]), *document.get("names", ()), *document.get("words", ()))
        return frozenset().union(*(Text(lexicon, tokens(str(t))).keys for t in texts)) | {f"@{p}" for p in document.get("parties", ())}

    if "id" not in document:  # no record's, but what was made of one
        return read()
    return lexicon.store.once(("every word", str(document["id"]), str(document["says"])), read, len)


def _run(text: Text, start: int) -> list[str]:
    """The keys of the words from a position up to the first that only links."""
    out: list[str] = []
    for i in range(start, len(text.keys)):
        if not text.keys[i] and text.said[i].low not in ARTICLES and text.said[i].lemma not in (_BE, "have"):
            break
        if text.keys[i] and text.said[i].lemma != "have":
            out.append(text.keys[i])
    return out


def denied(asked: Text, part: Text, everything: frozenset[str]) -> bool:
    """True where a part of a text denies what is asked: "the merits were not decided", "there was no merger"."""
    at = [i for i, t in enumerate(part.said) if t.low in _NO]
    if len(at) != 1 or doubts([t for t in part.said if t.low != "could"], asked.said):
        return False
    i, order = at[0], asked.order()
    plain = {root(word) for word in english.NOUNS}
    denied = _run(part, i + 1)
    if part.said[i].low == "not":
        denied = denied[:1] + [
            key for n, key in enumerate(part.keys[:i]) if key and not _date(part.said[n]) and part.said[n].low not in english.MODALS
        ]
    elif part.said[i].low == "no":
        done = any(_participle(t) and _key(t) == denied[-1] for t in part.said[i:]) if denied else False
        denied = denied if done else [key for key in denied if key not in plain] or denied
        if len(denied) == 1 and not _put_forward(asked, denied[0], plain):
            return False
    return bool(denied) and set(denied) <= set(order) and set(order) <= everything


def _none_known(asked: Text, told: Text, everything: frozenset[str]) -> bool:
    """``has A sued``, where the record of what A was about to do says that no suit is known to have been filed: no, as far as is known."""
    lows = [t.low for t in told.said]
    at = next((i for i in range(len(lows) - len(_KNOWN_TO)) if lows[i : i + len(_KNOWN_TO)] == _KNOWN_TO), 0)
    if at < len(("no", "suit", "is")) or lows[at - 3] != "no" or asked.said[0].low not in _OF_DEEDS:
        return False
    doer, other = (next((key for key in keys if key[:1] == "@"), "") for keys in (asked.order(), told.keys))
    done = told.keys[at + len(_KNOWN_TO)]
    act = next((key for key in asked.order() if key[:1] != "@" and key != done), "")
    return act == told.keys[at - 2] and doer == other != "" and set(asked.order()) <= everything


def _ruling_out(said: Sequence[Token]) -> int:
    """Where a verb ends by which somebody says that a thing is not so; 0 where there is none."""
    for i, (one, two) in enumerate(pairwise(said)):
        if one.lemma in _DENYING:
            return i + 1
        if one.lemma == lemma("rule") and two.low == "out":
            return i + 2
    return 0


def _bringing(said: Sequence[Token]) -> set[int]:
    """``would``, ``would have``, ``will do``: words by which a thing is said to come, which say nothing of it."""
    modals = {i for i, t in enumerate(said) if t.low in english.MODALS}
    return modals | {i for i, t in enumerate(said) if i - 1 in modals and t.low in ("have", "do", "hold", "see", "make")}


def _ruled_out(lexicon: Lexicon, typed: Sequence[Token], skip: frozenset[int], part: Text, everything: frozenset[str]) -> bool:
    """``did A say that B would do X``, where A ruled X out: of the same A, the same B and the same time."""
    at = _ruling_out(part.said)
    saying = next((i for i, t in enumerate(typed) if i and t.lemma in _SAYING), 0)
    modal = next((i for i, t in enumerate(typed) if i > saying and t.low in english.MODALS), 0)
    if not at or not saying or not modal or _ruling_out(typed) or any(t.low in _OPEN for t in typed[saying : modal + 1]):
        return False
    asked = asked_of(lexicon, typed, skip | _bringing(typed))
    order, denied = asked.order(), _run(part, at)
    doer = next((part.keys[i] for i in range(at - 1, -1, -1) if part.keys[i][:1] == "@"), "")
    years = {t.low for i, t in enumerate(typed) if i in skip and t.low.isdigit()}
    of_it = bool(denied) and set(denied) <= set(asked_of(lexicon, typed[modal:], frozenset()).order())
    return of_it and order[0] == doer and set(order) <= everything and years <= {t.low for t in part.said}


def _put_forward(asked: Text, key: str, plain: set[str]) -> bool:
    """True where a question ends with a thing as something that may be or not be: "was a merger", "any merger situation"."""
    places = [i for i, k in enumerate(asked.keys) if k == key]
    if not places or any(k and k not in plain for k in asked.keys[places[-1] + 1 :]):
        return False
    i = places[-1] - 1
    while i >= 0 and asked.keys[i] in plain:
        i -= 1
    return asked.said[i].low in ("a", "an", "any", "no")


def _date(token: Token) -> bool:
    return token.low in MONTH_NUMBERS or token.low.isdigit()


def _holds(asked: Text, order: list[str], text: Text) -> bool:
    """True where a text says all that is asked, of the same doer and the same thing."""
    if not set(order) <= set(text.keys) or negates(text.said) or doubts(text.said, asked.said):
        return False
    verb = _passive(asked)
    if verb is None:
        return _in_order(order, text, passive=False)
    key = asked.keys[verb]
    before = [k for k in dict.fromkeys(asked.keys[:verb]) if k]
    by = next((i for i in range(verb + 1, len(asked.said)) if asked.said[i].low == "by"), None)
    agent = [k for k in dict.fromkeys(asked.keys[by:]) if k] if by is not None else []
    rest = [k for k in order if k not in (*before, *agent, key)]
    return _in_order(order, text, passive=True, verb=key) or _in_order([*agent, key, *before, *rest], text, passive=False)


def _passive(asked: Text) -> int | None:
    """The position of the participle in ``was X dismissed``."""
    said = asked.said
    if said[0].lemma != _BE and not any(t.low == "been" for t in said):
        return None
    return next((i for i in range(1, len(said)) if asked.keys[i] and asked.keys[i][:1] != "@" and _participle(said[i])), None)


def _is_passive(text: Text, i: int) -> bool:
    """True where the verb at a position is said of what it is done to."""
    n = i - 1
    while n >= 0 and text.said[n].low.endswith("ly"):
        n -= 1
    return n >= 0 and text.said[n].lemma == _BE and _participle(text.said[i])


def _in_order(order: list[str], text: Text, *, passive: bool, verb: str = "") -> bool:
    """True where the text has the first word before all others, those that are no parties in this order, and none of them as part of something else."""
    for start in (i for i, key in enumerate(text.keys) if key == order[0]):
        places = {order[0]: start}
        last = start
        for key in order[1:]:
            after = last if key[:1] != "@" else start
            place = next((i for i in range(after + 1, len(text.keys)) if text.keys[i] == key), None)
            if place is None:
                break
            places[key] = place
            if key[:1] != "@":
                last = place
        if len(places) < len(order):
            continue
        verbs = [i for key, i in places.items() if key[:1] != "@" and _is_passive(text, i)]
        fits = any(text.keys[i] == verb for i in verbs) if passive else not verbs
        if fits and all(_stands_alone(text, i, set(places)) for i in places.values()):
            return True
    return False


def _stands_alone(text: Text, i: int, matched: set[str]) -> bool:
    """False for a word that belongs to another one which is not asked about: "the deal of A" is not A, nor is "A's board"."""
    key, end = text.keys[i], i + 1
    while end < len(text.keys) and text.keys[end] == key:
        end += 1
    acting = text.said[end - 1].low.endswith(("ed", "ing")) or text.said[end - 1].low in english.PARTICIPLES
    while acting and end < len(text.keys) and (text.said[end].low in ARTICLES or text.said[end].low.endswith("ly")):
        end += 1
    following = text.keys[end] if end < len(text.keys) else ""
    later = {k for k in text.keys[end:] if k in matched}
    free = not following or following in matched or _date(text.said[end]) or text.said[end].low.endswith("ly") or (acting and bool(later))
    n = i - 1
    while n >= 0 and (text.said[n].low in ARTICLES or text.said[n].low == "and" or text.keys[n][:1] == "@"):
        n -= 1
    if not free or n < 1 or text.said[n].low != "of":
        return free
    while n >= 0 and not text.keys[n]:
        n -= 1
    return n < 0 or text.keys[n] in matched or text.keys[n] == key
