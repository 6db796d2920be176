"""A yes for all that a question says: each of its words stands in the told clause itself, or is what the term is called.

Words by which a term is found say what people ask about, and not what is so: ``is the capacity online``, ``was it the first``, ``does A own 160 million
shares`` of a right to buy them. A name or a pattern of the term bears its own words only where the question holds all of them, and never a word by which
the clauses of that term differ: ``pre-money`` is no word of a valuation that is not told so.
"""

from __future__ import annotations

from itertools import pairwise

from tenor.ask.answers.versions import CONTAINING
from tenor.ask.language import english
from tenor.ask.language.roots import amounts_in, counts, root, sums_among, text_keys
from tenor.ask.language.words import ARTICLES, forms, lemma, tokens
from tenor.ask.names.support import ITSELF

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from tenor.ask.answers.answer import Answer
    from tenor.ask.language.words import Token

    Document = dict[str, Any]

#: Nouns for any right or document and for whoever asks, words for the present, for being free to, and verbs of getting and bringing, by which a right is told: they say
#: nothing of their own. So do those of promising, which is what a clause does.
_EMPTY = (
    english.DEAL_WORDS
    | english.NOW_WORDS
    | english.YES_NO
    | english.MODALS
    | english.TITLES
    | (
        english.NOUNS
        - frozenset(
            map(
                lemma,
                "figure number sum cash whole full complete entire real official formal legal famous effect force cooperation corporation collaboration alliance".split(),
            )
        )
    )
    | (
        english.ADVERBS
        - frozenset(map(lemma, "completely fully totally entirely wholly jointly directly soon recently lately publicly legally".split()))
    )
    | frozenset(
        map(
            lemma,
            """other than one ones not right provision status text document documentation docs party money ever
            pledge promise commit undertake use usage exploit work make go obtain gain secure bring land reach become let possible liberty
            suppose assume imagine like want wish true bill anywhere else new existing unused
            developer customer user enterprise startup""".split(),
        )
    )
)
_WORK, _ABLE = lemma("work"), ("can", "could", "may", "might")
#: Words for having to: of what binds nobody, or is an amount at most, they are not so.
_OBLIGED = frozenset(map(lemma, "oblige obligate require contractually legally must".split())) | {"bound"}
#: Roots of words by which a text says that somebody has bound himself, or is to do what it tells.
_BOUND = frozenset(
    map(
        root,
        map(
            lemma, "must commit commitment undertake agree obligation oblige require bind bound contract owe due payable pay guarantee lease".split()
        ),
    )
)
#: Verbs by which who has something is asked for, where a term is about that.
_DOING = frozenset(map(lemma, "supply provide deliver do worth".split()))
#: Verbs that say no more than "be" before "as".
_SERVING = frozenset(map(lemma, ("serve", "act", "work", "function")))
#: Nouns for having and for whoever has, which that one's having it bears out.
_HAD = frozenset(map(lemma, ("holder", "possession")))
#: Verbs of having, which say more of shares than that there is a right to them; and as what goes on: "is it running".
_HAVING = frozenset(map(lemma, ("own", "hold", "have", "possess")))
_OWNING = frozenset(map(root, _HAVING - {lemma("have")}))
_SHARES = frozenset(map(root, map(lemma, ("share", "stock", "stake", "campus", "site"))))
#: Words for all of something, each as good as another, and the roots of words that say the same beside a cloud or a company.
_ALL = frozenset(map(root, map(lemma, "fully full completely complete entirely entire wholly whole totally all every each always".split())))
_ALIKE = frozenset(
    (root(lemma(said)), root(lemma(told)))
    for said, told in (
        ("outside", "third"), ("different", "other"), ("together", "other"), ("unilaterally", "alone"), ("condition", "criteria"), ("before", "early"),
        ("before", "first"), ("remaining", "still"),
    )
)  # fmt: skip
#: Words before the noun of a deal that say more than which it is.
_TELLING = frozenset(map(root, map(lemma, "first second third final last exclusive definitive binding non-binding amended new".split())))
_COMPARING = frozenset("more less least most over above under below than worth fewer higher lower larger smaller exceed exceeds".split())
#: Verbs that say no more than "be" before an amount, with the word behind each.
_STANDING = frozenset((lemma(verb), joint) for verb, joint in (("stand", "at"), ("stood", "at"), ("sit", "at"), ("lie", "at"), ("amount", "to")))
_ONLY = frozenset(map(root, english.EXCLUSIVE))
#: Particles of a noun that is made of its verb: a payout is what is paid out.
_PARTICLES = ("out", "up")
#: Words behind which a text says what is not so, or on what condition it is.
_DENYING = frozenset("not no none neither nor never without nothing nobody".split())
_CONDITIONS = frozenset("once if unless until before when after".split())


def unborne(answer: Answer, told: list[Document], partly: list[Document]) -> str:
    """A word of the question that no one told clause bears out with all others, and none that is so in part; empty where one does: those that do are left."""
    question = answer.interpreter
    said = _asked(answer)
    if not said:
        return ""
    sure, ways = called(answer)
    act = act_of(answer)
    conditions = any(t.low in _CONDITIONS for t in question.typed)
    sums = sums_among(question.support().amounts)
    in_part = set().union(*(said_so(str(doc["text"]), sums, conditions=conditions) for doc in partly))
    least: list[int] = []
    bearing: list[Document] = []
    given = [_given(answer, doc) for doc in told]
    for doc in told:
        marks = text_keys(f"{_marks(doc)} {doc['ends_when'] or ''} {(doc['value'] or {}).get('unit') or ''} {_title(answer, doc)}")
        so = said_so(str(doc["text"]), sums, conditions=conditions) | in_part
        makers = _makers(f"{_marks(doc)} ; {doc['text']}")
        free = any(given) or _binds_nobody(answer, doc)  # of what was promised, some or all may be given by now
        missing = [
            i
            for i, key in said.items()
            if (
                free
                if _obliges(question.typed, i)
                else (question.typed[i].low.endswith("ed") and question.typed[i].low[:-2] in makers and not _says(answer, question.typed[i].low))
                or not _bears(key, sure, ways - _another_kind(answer, doc, question.typed[i]), marks, so, having=question.typed[i].lemma in _HAVING)
                or (i == act and key not in sure and not does(answer, doc, question.typed[i], key, ways))
            )
        ]
        bearing += [] if missing else [doc]
        least = missing if missing and (not least or len(missing) < len(least)) else least
    if bearing:
        told[:] = told if answer.term.get("answer") == "text" else bearing
        return ""
    return question.typed[least[0]].text


def _asked(answer: Answer) -> dict[int, str]:
    """The words of the question that a yes has to bear out, by position, and their roots."""
    question = answer.interpreter
    named = {i for m in question.matches if m.kind in ("instrument", "deal", "event") for i in range(m.start, m.end)}
    sums = {j for i in question.support().amounts.keys() - question.timed() for j in (i, i + 1)}
    left_out = {i for i, t in enumerate(question.tokens) if t.low in ARTICLES}  # what a turn of phrase had beside
    passed = question.timed() | question.mentioned() | named | sums | left_out | _naming_a_deal(answer)
    passed |= {i for i, t in enumerate(question.typed) if t.low == "whole" and "make" in {x.low for x in question.typed[max(0, i - 3) : i]}}
    passed |= {i for i, (t, to) in enumerate(pairwise(question.typed)) if (t.low, to.low) == ("going", "to") and i + 2 not in question.mentioned()}
    passed |= {i for i, t in enumerate(question.typed) if t.low == "free" and [x.low for x in question.typed[i + 1 : i + 2]] == ["to"]}
    passed |= {i for i, t in enumerate(question.typed) if i > 1 and t.low in ("any", "some")}  # "can any N do it" asks of all of them
    if answer.reading.amount is not None:
        passed |= {i for i, t in enumerate(question.typed) if t.low in _COMPARING}
        passed |= {i for i, (t, after) in enumerate(pairwise(question.typed)) if (t.lemma, after.low) in _STANDING}
    if answer.term.get("answer") == "text":  # that an agreement contains it is what a clause of it says
        passed |= {i for i, t in enumerate(question.typed) if t.lemma in CONTAINING}
    if answer.term.get("answer") == "holder" and not answer.term.get("many"):
        passed |= {i for i, t in enumerate(question.typed) if t.lemma in _DOING or (answer.reading.place and t.low == answer.reading.place)}
    if answer.term.get("answer") == "holder":  # "did A serve as R" says no more than "was A R"
        passed |= {i for i, t in enumerate(question.typed[:-1]) if t.lemma in _SERVING and question.typed[i + 1].low == "as"}
    if answer.reading.holder is not None and "{holder}" in str(answer.term.get("sentence")):
        passed |= {i for i, t in enumerate(question.typed) if t.lemma in _HAD}
    deal = any(t.lemma in english.DEAL_WORDS for t in question.typed)
    called = {i for m in question.matches if m.target == answer.reading.term and m.end - m.start > 1 for i in range(m.start, m.end)}
    called |= {i for m in question.mentions if m.product is None for i in range(m.start, m.end)}  # the Port of A
    shares = any(root(t.lemma) in _SHARES and (t.low == "shares" or i not in called) for i, t in enumerate(question.typed))
    out = {i: root(question.typed[i].lemma) for i in range(len(question.typed)) if _obliges(question.typed, i)}
    if answer.term.get("answer") == "amount" and any(
        t.low in _ABLE for t in question.typed[:1]
    ):  # "can anyone get it": how much it is does not say who may
        out |= {i: root(t.lemma) for i, t in enumerate(question.typed) if t.low in english.WHOEVER}
    for i, token in enumerate(question.typed):
        light = (
            token.lemma in english.LIGHT_VERBS | _HAVING and (deal or not token.low.endswith("ing")) and not (i and shares and token.lemma in _HAVING)
        )
        acting = token.lemma == _WORK and question.typed[0].low in _ABLE  # "can A work with B": what the clause must tell
        if (
            i in passed
            or light
            or (token.lemma in _EMPTY and not acting and not (i and token.lemma in _HAVING))
            or (not counts(token) and token.lemma not in _HAVING)
        ):
            continue
        if not (answer.reading.exclusive and token.lemma in english.EXCLUSIVE):
            out[i] = root(token.lemma)
    return out


def act_of(answer: Answer) -> int:
    """The position of the verb of what somebody or something is said to do: right behind who does it, or before what it is done to; -1 where there is none."""
    typed, mentions = answer.interpreter.typed, answer.interpreter.mentions
    if not typed or typed[0].lemma != lemma("do"):
        return -1
    ends = {m.end for m in mentions if m.start == 1 and not m.possessive}
    return next((i for i in range(2, len(typed) - 1) if i in ends or typed[i + 1].text.lower() in ARTICLES), -1)


def does(answer: Answer, doc: Document, verb: Token, key: str, called: set[str]) -> bool:
    """False where a clause has a verb only as what describes a noun ("training runs"), or tells it of another party than who is asked about; and where
    only a name of the term has it, as a noun that is as good ("a cut", of "lower").
    """
    question = answer.interpreter
    asked = {t.lemma for t in question.typed}
    ways = [str(way) for way in answer.term.get("asks", ()) if verb.lemma in forms(str(way))]
    if any({lemma(word) for word in _bare(way).split()} <= asked and not _turned(answer, way) for way in ways):
        return True
    said = tokens(str(doc["text"]))
    at = [i for i, t in enumerate(said) if root(t.lemma) == key]
    if not at:
        return key not in called or bool(ways) or any(verb.low in str(name).split() for name in answer.term.get("names", ()))
    doer = next((m.party for m in question.mentions if m.start == 1), None)
    doers = {m.end: m.target for m in question.lexicon.matches(said) if m.kind == "party" and not said[m.end - 1].possessive}
    return any(not said[i].low.endswith("ing") and (doer is None or doers.get(i, doer) == doer) for i in at)


def _makers(text: str) -> set[str]:
    """Nouns for who does a thing, by what is left without their ending, of which the text tells nothing else: "founders" is no word of when it was founded."""
    said = [t.low for t in tokens(text)]
    makers = {low.removesuffix("s")[:-2] for low in said if low.removesuffix("s").endswith(("er", "or"))}
    return makers - {low.removesuffix("s").removesuffix("ed") for low in said}


def _says(answer: Answer, low: str) -> bool:
    """True for a word that a pattern of the term has in just this form, or of one side to the other: "{subject} be employed by {holder}", "{holder} operate {subject}"."""
    ways = [str(way) for way in answer.term.get("asks", ())]
    return any(low in way.split() or (lemma(low) in forms(way) and "{holder}" in way and "{subject}" in way) for way in ways)


def _obliges(typed: Sequence[Token], i: int) -> bool:
    """True for a word for having to: "must", "is bound", "has to"."""
    token = typed[i]
    has_to = token.lemma == lemma("have") and [t.low for t in typed[i + 1 : i + 2]] == ["to"]
    return token.lemma in _OBLIGED or token.low in _OBLIGED or has_to


def _binds_nobody(answer: Answer, doc: Document) -> bool:
    """True for what is told of a document that binds nobody, as an amount at most, or as an amount that was given and not promised."""
    bound = answer.interpreter.lexicon.document(str(doc["instrument"])).get("binding")
    return bound == "no" or _given(answer, doc) or (doc["value"] or {}).get("hedge") == "up-to"


def _given(answer: Answer, doc: Document) -> bool:
    """True for an amount of which nothing says that it is promised."""
    return answer.term.get("answer") == "amount" and _BOUND.isdisjoint(text_keys(str(doc["text"])))


def _bears(key: str, sure: set[str], called: set[str], marks: set[str], so: set[str], *, having: bool) -> bool:
    """True where a word stands in the clause, or is what the term is called; that somebody has something, only where the term is about that."""
    if having:
        return not _OWNING.isdisjoint(sure)
    if key in _ALL:
        return not _ALL.isdisjoint(so)
    if key in sure | called:
        return True
    alike = any((key, k) in _ALIKE for k in so | sure)
    return alike or key in marks | so or any(key == f"{k}{p}" for k in so for p in _PARTICLES)


def said_so(text: str, sums: set[str], *, conditions: bool = False) -> set[str]:
    """The roots of what a text says is so: not what stands behind a negation or a condition, nor beside another amount than those that are asked about."""
    found: set[str] = set()
    pieces = text.replace("; ", ", ").replace(": ", ", ").split(", ")
    several = len(sums_among(amounts_in(tokens(text)))) > 1
    for piece in pieces:
        words = tokens(piece)
        stop = next((i for i, t in enumerate(words) if t.low in _DENYING or (t.low in _CONDITIONS and not conditions)), len(words))
        for part in _between_ands(words[:stop]) if several and sums else [words[:stop]]:
            there = sums_among(amounts_in(part))
            if not (several and sums and there) or there & sums:
                found |= {root(t.lemma) for i, t in enumerate(part) if (counts(t) or root(t.lemma) in _ALL) and not (i and part[i - 1].low == "non")}
    return found


def _between_ands(words: list[Token]) -> list[list[Token]]:
    parts: list[list[Token]] = [[]]
    for token in words:
        if token.low == "and":
            parts.append([])
        else:
            parts[-1].append(token)
    return parts


def called(answer: Answer) -> tuple[set[str], set[str]]:
    """The words of the term's label and sentence, and of each name and pattern that the question holds whole, but for those that tell its clauses apart."""
    question = answer.interpreter
    sure, ways = _ways(answer)
    asked = {root(t.lemma) for said in (question.typed, question.tokens) for t in said}
    asked |= _ONLY if any(t.lemma in english.EXCLUSIVE for t in question.typed) else set()
    found = set().union(*(keys for way, keys in ways if keys <= asked and not _turned(answer, way))) - sure
    if not found:
        return sure, found
    versions = (doc for x in answer.store.lineages(answer.reading.term) if x.scope for doc in answer.store.versions(x.n, answer.known))
    return sure, found - text_keys(" ".join(_marks(doc) for doc in versions))


def _another_kind(answer: Answer, doc: Document, said: Token) -> set[str]:
    """The root of a noun for a kind of thing that other clauses of the term speak of, and this one does not: "chips", of capacity in a data center."""
    ways = (
        *(name for name in answer.term.get("names", ()) if " " not in name),
        *(w for way in answer.term.get("asks", ()) for w in str(way).split()),
    )
    if said.lemma not in {lemma(word) for word in ways if word.endswith("s") and word.isalpha()}:  # things by the number: verbs of patterns have no s
        return set()
    key, support = root(said.lemma), answer.interpreter.support()
    if key in text_keys(str(doc["text"])):  # most often it is; to look for it in all clauses takes the longer the more there are
        return set()
    saying = support.clauses({key}, ITSELF, answer.reading.term)
    sides = {doc["holder"], *doc["holders"]}  # "A's cloud" of a cloud
    return {key} if saying and doc["clause"] not in saying and not sides & support.parties_of_sort({key}) else set()


def _ways(answer: Answer) -> tuple[set[str], list[tuple[str, set[str]]]]:
    """The words of the term's label and sentence, and each of its names and patterns with its words; worked out once for all questions."""
    term = answer.term

    def read() -> tuple[set[str], list[tuple[str, set[str]]]]:
        ways = [(str(way), text_keys(_bare(str(way)))) for way in (*term.get("names", ()), *term.get("asks", ()))]
        return text_keys(_bare(f"{term.get('label') or ''} {term.get('sentence') or ''}")), ways

    return answer.store.once(("ways", term.get("id")), read, lambda made: len(made[1]))


def _turned(answer: Answer, way: str) -> bool:
    """True for a pattern that has the two sides in another order than the question, neither in the passive."""
    question, reading = answer.interpreter, answer.reading
    said = [next((m.start for m in question.mentions if m.party == party), None) for party in (reading.subject, reading.holder)]
    one, other = said
    if any(t.low == "by" for t in question.typed):
        return False
    if "{holder}" not in way and way.startswith("{subject} ") and other == 1 and one is not None:  # "does B design A's chip", of what A designs
        return reading.subject != reading.holder
    if one is None or other is None or "{subject}" not in way or "{holder}" not in way:
        return False
    return (one < other) != (way.index("{subject}") < way.index("{holder}"))


def _bare(text: str) -> str:
    """A pattern or a sentence without the places of who and what."""
    for place in ("{subject}'s", "{holder}'s", "{subject}", "{holder}", "{value}", "{scope}"):
        text = text.replace(place, " ")
    return text.replace("|", " ").replace("{", " ").replace("}", " ")


def _marks(doc: Document) -> str:
    """The words by which a clause differs from others of its term."""
    value = doc["value"] or {}
    return f"{doc['scope'] or ''} ; {doc['label'] or ''} ; {value.get('text') or ''} ; {' ; '.join(value.get('items', ()))}"


def _title(answer: Answer, doc: Document) -> str:
    return str(answer.store.query("SELECT title FROM instrument WHERE id = ?", doc["instrument"])[0][0])


def _naming_a_deal(answer: Answer) -> set[int]:
    """``the compute deal``: the word before a deal's noun, where documents of the records are called so."""
    typed = answer.interpreter.typed
    before = [i for i, t in enumerate(typed[1:]) if t.lemma in english.DEAL_WORDS and counts(typed[i])]
    if not before:
        return set()
    store = answer.store
    titles = store.once(("titles",), lambda: text_keys(" ; ".join(str(title) for (title,) in store.fetch("SELECT title FROM instrument"))), len)
    return {i for i in before if root(typed[i].lemma) in titles - _TELLING}
