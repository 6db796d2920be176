"""Whether what an event's record tells says yes or no to a question.

Yes only where one sentence of it, or its title or a name, holds every word that is asked, with who did it to whom, and neither a negation nor a doubt that
the question lacks. No only where a negation stands directly before one of the asked words, said so or in everyday words for them, or where whoever
is asked to have said a thing ruled it out. Anything else is neither.
"""

from __future__ import annotations

from itertools import islice, pairwise

from tenor.ask.interpreting.told import event_in_window
from tenor.ask.language import english
from tenor.ask.language.roots import YEARS, amounts_in, root
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
_ASIDE = frozenset("really actually indeed ever already yet anything something true fact right correct so is it that whether".split())
#: Words between "is it" and "that", before a statement that is put to be checked.
_CHECKING = frozenset("really actually indeed the a true case fact right correct accurate fair so to say write".split())
_BE, _HAVE = lemma("be"), lemma("have")
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
#: Prepositions behind which stands something else than the object of a verb.
_PLACING = frozenset("of for to in on at by with from into onto through within between among toward towards against via than".split())
#: Two words of which the first is no such preposition: "the fee of $5", "found it to be late".
_NO_PLACE = frozenset((("of", "$"), ("to", "be")))
#: Verbs of saying that a thing is not so, or will not be.
_DENYING = frozenset(map(lemma, ("deny", "reject", "refute", "disclaim")))
#: Verbs of not doing a thing, or of keeping others from it.
_NOT_DOING = frozenset(map(lemma, "refuse decline cancel abandon drop withdraw block prevent avoid lack fail oppose halt scrap exclude".split()))
_SAYING = english.SAY_WORDS | frozenset(map(lemma, ("promise", "announce", "confirm", "predict", "expect")))
_FINDING = frozenset(map(lemma, ("find", "found", "rule", "conclude", "hold", "decide")))
#: Words behind a verb of saying by which nothing is said to be so.
_OPEN = frozenset("whether if what when why how who where which about on".split())
_FIGURES = frozenset(root(lemma(word)) for word in ("figure", "number", "amount", "sum"))
_KNOWN_TO = ["known", "to", "have", "been"]
_OF_DEEDS = frozenset(("has", "have", "had", "did"))
_FEWEST = 2
#: How many words before a noun its article stands at the most.
_NEAR = 3
#: How many ways to say a question in plain words are held against what is denied.
_MOST_WAYS = 24


#: Verbs of which one says what the other does.
_ALIKE = {lemma("file"): lemma("submit"), lemma("lodge"): lemma("submit")}
#: Words that lead to a noun.
_LED_BY = ARTICLES | {"and", "$", "its", "their", "his", "her", "about"}
#: Words that join a clause or a time to what stands before it.
_JOINING = frozenset("but and or while when because although though if whereas since after before until till during".split())
#: Words before a time by which it is where something begins or ends.
_BOUNDS = frozenset("before after by until till through since from".split())
#: How long a time may be that stands before what somebody said: "on June 8, 2026".
_LONGEST_TIME = len("on September 30, 2026 ")


def _key(token: Token) -> str:
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
                else amounts.get(i) or _key(t)
            )
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
    document = {**document, "says": _with_initials(str(document["says"]), typed)}
    order = asked.order()
    if len(order) < _FEWEST or all(key[:1] == "@" for key in order):
        return None
    told = sentences(str(document["says"]))
    says = [Text(lexicon, tokens(part)) for part in told]
    if not denials(asked):  # a denial of what is denied is no "no"
        everything = _everything(lexicon, document)
        if (
            any(denied(asked, Text(lexicon, tokens(part)), everything) for part in parts(str(document["says"])))
            or _none_known(asked, Text(lexicon, tokens(str(document["says"]))), everything)
            or any(_neither(asked, text, document, everything) or _ruled_out(lexicon, typed, timed | polite, text, everything) for text in says)
        ):
            return False
    done = typed[0].low in ("has", "have", "had")  # what a thing is called says nothing of whether it has been done
    doubted = done or any(doubts(text.said, asked.said) or negates(text.said) or _ruling_out(text.said) for text in says)
    names = (str(document["title"]), *(() if doubted else map(str, document.get("names", ()))))
    if document.get("status") == "confirmed":
        told += [own for part in told if (own := _its_own(part))]
    if not _of_its_times(typed, document):
        return None
    texts = [*(text for part in told for text in stretches(lexicon, part)), *(Text(lexicon, tokens(n)) for n in names)]
    between = _between_its_own(asked, document)
    bare = [key for key in order if key not in between]
    return True if any(_holds(asked, order if between & set(text.keys) else bare, text) for text in texts) else None


def _between_its_own(asked: Text, document: Document) -> set[str]:
    """The two of whom a record is, where a question ends with them: "a merger between A and B"."""
    own = {f"@{party}" for party in document.get("parties", ())}
    at = next((i for i, t in enumerate(asked.said) if t.low == "between"), len(asked.said))
    behind = {key for key in asked.keys[at:] if key}
    return own if len(own) == len("AB") and behind == own and own.isdisjoint(asked.keys[:at]) else set()


def _with_initials(text: str, typed: Sequence[Token]) -> str:
    """A text with a name by its initials, where the question has them: "CMA" for "Competition and Markets Authority"."""
    for initials in {t.text for t in typed if len(t.text) > _FEWEST and t.text.isalpha() and t.text.isupper() and t.text not in text}:
        words = text.split(" ")
        for i in range(len(words)):
            named, j = "", i
            while j < len(words) and len(named) < len(initials) and (words[j][:1].isupper() or (named and words[j] in ("and", "of", "the", "for"))):
                named += words[j][:1] if words[j][:1].isupper() else ""
                j += 1
            if named == initials:
                text = " ".join([*words[:i], initials, *words[j:]])
                break
    return text


def _of_its_times(typed: Sequence[Token], document: Document) -> bool:
    """False for ``did A say that X runs through 2030``, of which the record has "through 2032": a time that is told of, and not when it was told."""
    date = str(document.get("date") or "")
    told = _years(tokens(str(document["says"])))
    asked = _years(typed)
    apart = {year for year in told if year not in date}
    for year, leading in asked.items():
        if year in told and leading.isdisjoint(told[year]) and not (leading | told[year]).isdisjoint(_BOUNDS):
            return False
        if year not in told and year not in date and apart:
            return False
    return True


def _years(said: Sequence[Token]) -> dict[str, set[str]]:
    """The years that are named, each with the words that lead to it: "through 2032", "in 2018"."""
    out: dict[str, set[str]] = {}
    for i, token in enumerate(said):
        if token.low in YEARS:
            n = i - 1
            while n >= 0 and (_date(said[n]) or said[n].low in ARTICLES):
                n -= 1
            out.setdefault(token.low, set()).add(said[n].low if n >= 0 else "")
    return out


def clauses_attest(question: Question, clauses: list[Document]) -> bool | None:
    """Yes or no, where the own words of all these clauses say so."""
    told = [{"title": "", "says": doc["text"], "status": doc["status"]} for doc in clauses]
    said = {attested(question.lexicon, doc, question.tokens, question.timed()) for doc in told}
    return said.pop() if len(said) == 1 else None


def told_of(question: Question, document: Document) -> bool | None:
    """Yes or no, as :func:`attested`; also where the record denies, or rules out, what is asked in everyday words: "in effect taken over", of "no de facto control"."""
    lexicon, timed = question.lexicon, question.timed()
    yes = attested(lexicon, document, question.typed, timed)
    said = [tokens(part) for part in sentences(str(document["says"]))]
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
    return said[i].lemma == _HAVE and after is not None and (after.lemma == _BE or _participle(after))


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
    for piece in rest.split(", ") if colon and that and any(t.lemma in _SAYING | _FINDING for t in tokens(saying)) else ():
        yield Text(lexicon, tokens(f"{saying} that {piece}"))


def doubts(said: Sequence[Token], asked: Sequence[Token]) -> bool:
    """True where a text leaves open what the question takes for a fact."""
    own = {root(t.lemma) for t in asked}
    to = {a.lemma for a, b in pairwise(asked) if b.low == "to"}
    if any(t.low == "or" for t in said) and all(t.low != "or" for t in asked):  # one of two things is so
        return True
    return any(t.lemma in _DOUBTS and t.text != "May" and root(t.lemma) not in own and not _bought(said, i) for i, t in enumerate(said)) or any(
        a.lemma in ("report", "offer") and b.low == "to" and a.lemma not in to for a, b in pairwise(said)
    )


def _bought(said: Sequence[Token], i: int) -> bool:
    """``on a paid plan``: a thing that is had, and nothing that is planned."""
    there = said[i].low == "plan" and any(t.low in ("a", "an") for t in said[max(0, i - _NEAR) : i])
    return there and not any(t.low in ("to", "for", "of") for t in said[i + 1 : i + 2])


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
        if not text.keys[i] and text.said[i].low not in ARTICLES and text.said[i].lemma not in (_BE, _HAVE):
            break
        if text.keys[i] and text.said[i].lemma != _HAVE:
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


def _neither(asked: Text, told: Text, document: Document, everything: frozenset[str]) -> bool:
    """``have A and B confirmed 5 dollars``, where "neither company has confirmed the figure": the two of whom the record is."""
    lows = [t.low for t in told.said]
    done = next((i for i, t in enumerate(told.said) if i > _FEWEST and told.keys[i] and _participle(t)), 0)
    if lows[:1] != ["neither"] or lows[2:3] not in (["has"], ["have"], ["had"]) or told.said[1].lemma not in english.SIDES or not done:
        return False
    of_it = _run(told, done + 1)
    place = next((i for i, key in enumerate(asked.keys) if key == told.keys[done]), 0)
    doers = {key[1:] for key in asked.keys[:place] if key[:1] == "@"}
    others = [
        t
        for t, key in zip(asked.said[:place], asked.keys, strict=False)
        if key and key[:1] != "@" and t.low != "either" and t.lemma not in english.SIDES
    ]
    figure = bool(of_it) and all(key in _FIGURES for key in of_it) and any(key[:1] == "=" for key in asked.keys[place:])
    known = {*document.get("parties", ())}
    rest = {key for key in asked.keys[place:] if key}
    return (
        place > 0
        and not others
        and doers <= known
        and len(known) == len("AB")
        and rest <= everything
        and (figure or (bool(of_it) and set(of_it) <= rest))
    )


def _none_known(asked: Text, told: Text, everything: frozenset[str]) -> bool:
    """``has A sued``, where the record of what A was about to do says that no suit is known to have been filed: no, as far as is known."""
    lows = [t.low for t in told.said]
    at = next((i for i in range(len(lows) - len(_KNOWN_TO)) if lows[i : i + len(_KNOWN_TO)] == _KNOWN_TO), 0)
    if at < len(("no", "suit", "is")) or lows[at - 3] != "no" or not _of_a_deed(asked):
        return False
    doer, other = (next((key for key in keys if key[:1] == "@"), "") for keys in (asked.order(), told.keys))
    done = told.keys[at + len(_KNOWN_TO)]
    act = next((key for key in asked.order() if key[:1] != "@" and key != done), "")
    return act == told.keys[at - 2] and doer == other != "" and set(asked.order()) <= everything


def _of_a_deed(asked: Text) -> bool:
    """``has A done it``, ``is it true that A did it``: whether it has been done, and not whether it is being done."""
    return asked.said[0].low in _OF_DEEDS or (asked.start > 0 and any(_participle(t) for t in asked.said[asked.start :]))


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
    """True where a text says all that is asked, of the same doer and the same thing, and denies what the question denies."""
    if (
        not set(order) <= set(text.keys)
        or denials(text) != denials(asked)
        or doubts(text.said, asked.said)
        or turned_down(text, asked)
        or of_others(asked, text)
    ):
        return False
    verb = passive(asked)
    if verb is None:
        return any(_in_order(asked, way, text, passive=False) for way in _ways_round(asked, order, text))
    key = asked.keys[verb]
    before = [k for k in dict.fromkeys(asked.keys[:verb]) if k]
    by = next((i for i in range(verb + 1, len(asked.said)) if asked.said[i].low == "by"), None)
    agent = [k for k in dict.fromkeys(asked.keys[by:]) if k] if by is not None else []
    rest = [k for k in order if k not in (*before, *agent, key)]
    if _in_order(asked, order, text, passive=True, verb=key):
        return True
    return _in_order(asked, list(dict.fromkeys([*agent, key, *before, *rest])), text, passive=False)


def turned_down(text: Text, asked: Text) -> bool:
    """True where a text tells that somebody did not do a thing, or ruled it out, and a question says nothing of that."""
    own = {root(t.lemma) for t in asked.said}
    against = any(t.lemma in _NOT_DOING and root(t.lemma) not in own for t in text.said)
    return against or bool(_ruling_out(text.said) and not _ruling_out(asked.said))


def of_others(asked: Text, text: Text) -> bool:
    """True where a question has a thing of somebody that a text has only of others: "A's share", of "B's share"."""
    told = _owners(text)
    return any(key in told and whose.isdisjoint(told[key]) for key, whose in _owners(asked).items())


def _owners(text: Text) -> dict[str, set[str]]:
    """Whose each thing is: "A's share price", "the share of A"."""
    out: dict[str, set[str]] = {}
    for i, key in enumerate(text.keys):
        if key[:1] != "@":
            continue
        behind = next((n for n in range(i + 1, len(text.keys)) if text.keys[n][:1] != "@"), len(text.keys))
        while behind < len(text.keys) and text.keys[behind] and text.keys[behind][:1] != "@" and not _acts(text.said[behind]):
            out.setdefault(text.keys[behind], set()).add(key)
            behind += 1
        of = i - 1
        while of > 0 and (text.keys[of][:1] == "@" or text.said[of].low in ("and", *ARTICLES)):
            of -= 1
        if of > 0 and text.said[of].low == "of" and text.keys[of - 1] and text.keys[of - 1][:1] != "@":
            out.setdefault(text.keys[of - 1], set()).add(key)
    return out


def _acts(token: Token) -> bool:
    """True for what may be a verb: behind a name it is no thing of whoever has the name."""
    return _participle(token) or token.low.endswith("ing") or (token.low.endswith("s") and not token.low.endswith("ss"))


def denials(text: Text) -> list[tuple[str, ...]]:
    """Each negation with what it denies: all of "no relevant merger situation", and the word behind "not"."""
    found = []
    for i, t in enumerate(text.said):
        if t.low in english.NEGATIONS and i >= text.start and text.keys[i]:
            run = _run(text, i + 1)
            found.append((t.low, *(run if t.low == "no" else run[:1])))
    return sorted(found)


def passive(asked: Text) -> int | None:
    """The position of the participle in ``was X dismissed`` and ``is it true that X was dismissed``."""
    said = asked.said
    been = [
        i for i, t in enumerate(said) if t.lemma == _BE and i >= asked.start and (not asked.start or i + 2 >= len(said) or _participle_from(said, i))
    ]
    if not been or (not asked.start and said[0].lemma != _BE and not any(t.low == "been" for t in said)):
        return None
    return next((i for i in range(been[0] + 1, len(said)) if asked.keys[i] and asked.keys[i][:1] != "@" and _participle(said[i])), None)


def _participle_from(said: Sequence[Token], i: int) -> bool:
    """``was formally dismissed``: a participle behind "be", with nothing but adverbs between."""
    rest = next((t for t in said[i + 1 :] if not t.low.endswith("ly") and t.lemma != _BE), None)
    return rest is not None and _participle(rest)


def is_passive(text: Text, i: int) -> bool:
    """True where the verb at a position is said of what it is done to."""
    n = i - 1
    while n >= 0 and text.said[n].low.endswith("ly"):
        n -= 1
    return n >= 0 and text.said[n].lemma == _BE and _participle(text.said[i])


def _ways_round(asked: Text, order: list[str], text: Text) -> Iterator[list[str]]:
    """The order of what is asked, and with two parties turned round that are named together in both: "A and B", "B and A"."""
    yield order
    for i, (one, two) in enumerate(pairwise(order)):
        if one[:1] == two[:1] == "@" and _together(asked, one, two) and _together(text, two, one):
            yield [*order[:i], two, one, *order[i + 2 :]]


def _together(text: Text, one: str, two: str) -> bool:
    """``A and B``, ``A-B``: True where nothing else stands between two parties."""
    i, j = _last(text.keys, one), next((n for n, key in enumerate(text.keys) if key == two), -1)
    return i < j and all(t.low == "and" for t in text.said[i + 1 : j])


def _last(keys: list[str], key: str) -> int:
    """Where the first run of a key ends."""
    i = keys.index(key)
    while i + 1 < len(keys) and keys[i + 1] == key:
        i += 1
    return i


def _in_order(asked: Text, order: list[str], text: Text, *, passive: bool, verb: str = "") -> bool:
    """True where the text has the words in this order, and none of them as part of something else.

    Only what is said to be of a thing may stand on either side of it: "A's offer" is "the offer of A", and "a 5 dollar fee" is "a fee of 5 dollars".
    """
    next_to = _neighbors(asked)

    def fits(places: dict[str, int]) -> bool:
        verbs = [i for key, i in places.items() if key[:1] != "@" and is_passive(text, i)]
        good = any(text.keys[i] == verb for i in verbs) if passive else not verbs
        return good and all(_stands_alone(text, i, set(places)) for i in places.values())

    def found(n: int, last: float, places: dict[str, int]) -> bool:
        if n == len(order):
            return fits(places)
        key, before = order[n], order[n - 1] if n else ""
        for i, place in ((j, place) for j, k in enumerate(text.keys) if k == key for place in _where(asked, order, n, text, j)):
            close = n > 0 and (before, key) in next_to and place == i
            if place <= last or (close and places[before] < i and _parted(text, places[before], i, set(order))):
                continue
            if found(n + 1, place, {**places, key: i}):
                return True
        return False

    return found(0, -1, {})


def _where(asked: Text, order: list[str], n: int, text: Text, i: int) -> Iterator[float]:
    """The places at which a word of a text may count: its own, and for what is said to be of a thing also the other side of that thing."""
    yield i
    key = order[n]
    if key[:1] not in "@=" or (i and text.keys[i - 1] == key):
        return
    first = i
    while first and (text.keys[first - 1][:1] == "@" or text.said[first - 1].low in ("and", "$", "about", *ARTICLES)):
        first -= 1
    if first and text.said[first - 1].low == "of":  # "the fee of 5 dollars", asked about as "the 5 dollar fee"
        start = first - 1
        while start and text.keys[start - 1]:
            start -= 1
        behind = next((k for k in order[n + 1 :] if k[:1] != "@"), "")
        does = key[:1] == "@" and n == 0 and (asked.start or asked.said[0].lemma != _BE)  # "has A offered it" asks for no offer of A
        if not does and behind in text.keys[start : first - 1] and _apart_by(asked, key, behind, frozenset(("and",))):
            yield start - 0.5 + i / 1000
    end = i + 1
    while end < len(text.keys) and text.keys[end] == key:
        end += 1
    end += 1 if end < len(text.said) and text.said[end].lemma in english.SCALES else 0
    stop = end
    while stop < len(text.keys) and text.keys[stop] and text.keys[stop][:1] != "@":
        stop += 1
    if n and order[n - 1] in text.keys[end:stop] and _apart_by(asked, order[n - 1], key, frozenset(("of", "$", "about", *ARTICLES)), must="of"):
        yield stop - 0.5


def _apart_by(asked: Text, one: str, two: str, words: frozenset[str], must: str = "") -> bool:
    """True where in a question nothing stands between two of its words but these, parties, amounts and words of the same noun."""
    i, j = _last(asked.keys, one), next((n for n, key in enumerate(asked.keys) if key == two), -1)
    between = [t.low for n, t in enumerate(asked.said[i + 1 : j], i + 1) if not asked.keys[n] and t.lemma not in english.SCALES]
    return i < j and all(low in words for low in between) and (not must or must in between)


def _neighbors(asked: Text) -> set[tuple[str, str]]:
    """Each two words between which nothing stands in the question but an article: a verb and its object, the parts of a name."""
    at = [i for i, key in enumerate(asked.keys) if key]
    return {
        (asked.keys[i], asked.keys[j])
        for i, j in pairwise(at)
        if asked.keys[i] != asked.keys[j] and all(t.low in ARTICLES or t.low == "$" for t in asked.said[i + 1 : j])
    }


def _parted(text: Text, i: int, j: int, asked: set[str]) -> bool:
    """True where a preposition stands between two words of a text that makes the second one part of something else that is not asked about.

    One of time does not, nor what stands before "that".
    """
    said = text.said[i + 1 : j + 1]
    if any(t.low == "that" for t in said) or {key for key in text.keys[i + 1 : j] if key} <= asked:
        return False
    return any(one.low in _PLACING and not _date(two) and (one.low, two.low) not in _NO_PLACE for one, two in pairwise(said))


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
    free = (
        not following
        or following in matched
        or _date(text.said[end])
        or text.said[end].low.endswith("ly")
        or text.said[end].low in _JOINING
        or (acting and bool(later))
    )
    n = i - 1
    while n >= 0 and (text.said[n].low in _LED_BY or (text.keys[n] and not _participle(text.said[n]) and text.said[n].low not in english.NEGATIONS)):
        n -= 1
    if not free or n < 1 or text.said[n].low != "of":
        return free
    while n >= 0 and not text.keys[n]:
        n -= 1
    return n < 0 or text.keys[n] in matched or text.keys[n] == key
