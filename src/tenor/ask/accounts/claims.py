"""Questions about what somebody said: the claims of a speaker, found by most of the question's words, or listed by their verdicts.

Rare words weigh more than common ones; a word that no claim has weighs most, so that a thing nobody spoke of is not taken for one that somebody did.
Every party and every amount named must have a part in the claim. Where two claims are as near, neither is taken.
"""

from __future__ import annotations

from itertools import pairwise
from math import log

from tenor.ask.language import english
from tenor.ask.language.roots import YEARS, amount_key, amounts_in, counts, root, text_keys
from tenor.ask.language.words import ARTICLES, Token, lemma
from tenor.ask.names.lexicon import sides_of
from tenor.ask.reading import Reading, Refusal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from tenor.ask.interpreting.question import Question
    from tenor.ask.reading import Mention

    Document = dict[str, Any]

#: Nouns for what somebody says something in, and for whoever does.
MEDIA = frozenset(map(lemma, "video podcast episode commentary commentator speaker narrator clip youtuber".split()))
#: Nouns behind "video" that make no recording of it, and verbs of saying that are said of one.
_MEETINGS = frozenset(map(lemma, "call conference meeting chat".split()))
_SPEAKING = frozenset(map(lemma, "say claim assert allege argue mention tell according accuse suggest describe explain get right wrong".split()))
#: Verbs of holding a view, right behind "does X", and nouns for one, right behind "X's".
VIEWING = frozenset(map(lemma, "reckon blame foresee predict infer conclude deduce expect".split()))
_SEEING = VIEWING | frozenset(map(lemma, "see find name regard fear credit hold".split()))
VIEWS = frozenset(map(lemma, "account version eyes telling reckoning estimation book".split()))
_OF = frozenset(("about", "of", "on"))
_HOLDING = frozenset(("does", "do", "as"))
_THINGS = ("event", "observation", "measurement", "dispute")
_THE_CLAIM = frozenset((("the", "claim"), ("this", "claim"), ("a", "claim"), ("any", "claim"), ("claim", "that")))
_PRONOUNS = frozenset(("he", "she", "they"))
_CLAIM = frozenset(map(lemma, "claim assert allege assertion allegation statement remark talk".split()))
#: Words that ask whether a claim is true, and by whom that is known: none of them says which claim is meant.
_CHECKING = frozenset(
    map(
        lemma,
        """true false untrue correct incorrect right wrong accurate inaccurate fact opinion support evidence proof prove proven back bear borne born check hold up out
        confirm verify verdict contradict refute debunk substantiate corroborate stack independent independently record source press report reporting data show find
        elsewhere square conclude else anyone anybody anything something someone somebody turn credible factual basis judge judgment mere speculation inference matter question
        statement remark argument point line idea theory thesis hint any him her himself herself them me my your agree dispute bear really hear heard watch see quote
        confirmation anywhere documented documentation verification verified unsupported unproven unsubstantiated and or nor not no never but than make put go exactly roughly off inside so because lot kind stuff speech talk mention basically bit part now today then first also like regarding concerning""".split(),
    )
)
_SOFT = (
    _CHECKING | VIEWING | _CLAIM | MEDIA | english.SAY_WORDS | english.NOUNS | english.ADVERBS | english.GENERIC | english.LIGHT_VERBS | english.NOW_WORDS
    | english.VALUE_WORDS | english.WHAT_WORDS | english.LIST_WORDS | english.YES_NO | english.SUM_WORDS
)  # fmt: skip
#: Words that say with another what neither says alone.
_WITH_ONE = english.MONEY | {lemma("go")}
#: How much of the question's words, by weight, a claim must hold, and how far the next must be behind.
_LEAST = 0.65
_CLEARLY = 0.12
#: What a word counts that is only in our note on a claim, one that is in it in another form, and one that need not be there.
_NOTED, _ALIKE, _ASIDE = 0.8, 0.75, 0.35
_SHORTEST_ALIKE = 4
_MOST_ALIKE = 4
_UNKNOWN = 0.7
_SHORTEST_ADVERB = 5
#: Verbs of having a source: "where did it come from".
_COMING = frozenset(map(lemma, ("come", "came")))
#: Claims as near as this are told together where they are no more than a few.
_NEARLY_ALL = 0.8
_MOST_TOGETHER = 3
_WHOLE = 0.99
#: Words and places of "which claims are contradicted", "list all claims that are opinions".
_WHICH = frozenset(("which", "what", "list", "show", "name"))
_NEAR_THE_START = 4
_MOST_UNASKED = 8
_NUMBERS = {"one": 1} | english.NUMBERS


class _Claim:
    """A claim as a set of words: its own and its names', and our note's."""

    __slots__ = ("_starting", "days", "id", "noted", "own")

    def __init__(self, id: str, days: tuple[tuple[int, int], tuple[int, int]], own: frozenset[str], noted: frozenset[str]) -> None:
        self.id = id
        #: The days on which it was said, and those of which it speaks.
        self.days = days
        self.own = own
        self.noted = noted
        #: All its words by their first letters; made when first asked for.
        self._starting: dict[str, list[str]] = {}

    def on(self, start: int, end: int) -> bool:
        """True where it was said in that time, or speaks of it."""
        return any(first < end and start <= last for first, last in self.days)

    def holds(self, key: str) -> float:
        """How surely the claim says a word: 1 where it does, less where only our note does or another form of it stands there, 0 where none does."""
        if key in self.own:
            return 1.0
        if key in self.noted:
            return _NOTED
        alike = [word for word in self._starting_with(key[:_SHORTEST_ALIKE]) if _alike(key, word)]
        return max([_ALIKE if word in self.own else _ALIKE * _NOTED for word in alike], default=0.0)

    def _starting_with(self, letters: str) -> Sequence[str]:
        if not self._starting:
            for word in self.own | self.noted:
                self._starting.setdefault(word[:_SHORTEST_ALIKE], []).append(word)
        return self._starting.get(letters, ())


def _alike(one: str, other: str) -> bool:
    """``grow`` and ``growth``: one begins the other and little follows."""
    if not (one.isalpha() and other.isalpha()):
        return False
    short, long = sorted((one, other), key=len)
    return len(short) >= _SHORTEST_ALIKE and long.startswith(short) and len(long) - len(short) <= _MOST_ALIKE


def claim_reading(question: Question, *, fallback: bool = False) -> Reading | None:
    """The claims that a question about what somebody says is about; None where it is about no speaker.

    Raises:
        Refusal: the speaker is recorded, but no claim is clearly the one that is meant.
    """
    found = _speaker(question, fallback)
    if found is None:
        return None
    speaker, used = found
    claims = _claims(question, speaker)
    if not claims:
        return None
    typed = question.typed
    free = [i for i, t in enumerate(typed) if i not in used and t.low not in ARTICLES and t.lemma not in english.FILLER]
    timed = question.timed()
    soft = {i for i in free if i in timed or typed[i].lemma in _SOFT or _adverb(typed[i].low)}
    if any(t.low == "where" for t in typed) and typed[-1].low == "from":  # "where growth came from": of growth alone, no claim tells that
        soft -= {i for i in free if typed[i].lemma in _COMING}
    hard = [i for i in free if i not in soft]
    if len(said := [i for i in hard if not any(m.start <= i < m.end for m in question.mentions)]) == 1:  # "go public", "lose money"
        hard += [i for i in soft & {said[0] - 1, said[0] + 1} if typed[i].lemma in _WITH_ONE]
        soft -= {*hard}
    verdicts = _verdicts(typed) if not hard else ()
    reading = Reading("claim", None)
    reading.known, reading.corrections, reading.subject = question.known, question.corrections, speaker
    name = question.store.name("party", speaker) if speaker else ""
    wholly = fallback and typed[0].lemma in english.YES_NO  # yes or no: every word can turn it
    if verdicts:
        chosen = [c.id for c in claims if question.lexicon.document(c.id).get("verdict") in verdicts]
        if not chosen:
            raise Refusal("no-record", f"No claim{f' of {name}' if name else ''} has the verdict {' or '.join(verdicts)}.")
        reading.why = [f"verdict {' or '.join(verdicts)}"]
    else:
        chosen = _chosen(question, claims, hard, sorted(soft), question.parties(), _WHOLE if wholly else _LEAST)
        if not chosen:
            if fallback or (speaker is None and not {t.lemma for t in typed} & MEDIA):
                return None
            words = " ".join(typed[i].text for i in hard or sorted(soft))
            raise Refusal("no-record", f"No claim{f' of {name}' if name else ''} is clearly meant by “{words}”.")
        reading.why = [f"says {sorted({typed[i].low for i in hard})}"]
    if [t.low for t in typed[:2]] == ["how", "many"] and typed[2:3] and typed[2].lemma not in _CLAIM | {"of"}:
        noun = root(typed[2].lemma)
        if not any(noun in c.own for c in claims if c.id in chosen):
            raise Refusal("no-record", f"No claim{f' of {name}' if name else ''} gives a number of {typed[2].text}.")
    if [t.low for t in typed[:3]] == ["how", "many", "claims"] and not (hard or verdicts):  # in all
        raise Refusal("no-record", f"{len(claims)} claims{f' of {name}' if name else ''} are recorded; ask for those on something, or of a verdict.")
    reading.target = ("claims", " ".join(chosen), 0)
    return reading


def _adverb(low: str) -> bool:
    """True for a word for how something is said or done, but not for how often."""
    return low.endswith("ly") and len(low) > _SHORTEST_ADVERB and low not in english.PERIODICALLY


def _speaker(question: Question, fallback: bool) -> tuple[str | None, set[int]] | None:
    """Whose claims are asked about, and the words that say so; None in place of the party where only "the video" or "he" does."""
    typed = question.typed
    lemmas = {t.lemma for t in typed}
    says = lemmas & english.SAY_WORDS or lemmas & _CLAIM
    checks = lemmas & _CHECKING
    mention = next((m for m in question.mentions if m.product is None and _speaks(question, m.party)), None)
    if mention is not None:
        if _spoken_of(question, mention):
            return None  # "what did B say about X's video"
        things = [m for m in question.matches if m.kind in _THINGS and m.start <= mention.start and mention.end < m.end]
        if things and not lemmas & (_CLAIM | MEDIA):
            return None  # "Ann's survey" is a record of its own
        heads = mention.start == 0 and [t.low for t in typed[mention.end : mention.end + 1]] == ["on"]  # "Ann on X"
        heads = heads or _holds_a_view(typed, mention)
        return (mention.party, set(range(mention.start, mention.end + heads))) if says or heads or checks & _STRONG or fallback else None
    if fallback or not (says or lemmas & VIEWING):
        return None
    spoken = any(a.low in _PRONOUNS and b.lemma in _CLAIM for a, b in pairwise(typed))
    media = any(t.lemma in MEDIA and after.lemma not in _MEETINGS for t, after in zip(typed, [*typed[1:], Token("", "")], strict=True))
    stated = checks & _STRONG and any((a.low, b.low) in _THE_CLAIM for a, b in pairwise(typed))
    listed = checks & _STRONG and not question.mentions and typed[0].low in _WHICH and any(t.low == "claims" for t in typed[1:_NEAR_THE_START])
    return (None, set()) if stated or listed or (media and lemmas & (_SPEAKING | VIEWING)) or spoken else None


def _spoken_of(question: Question, speaker: Mention) -> bool:
    """True where somebody else says something, and of the speaker: ``what did B say about X's video``."""
    typed = question.typed
    before = typed[speaker.start - 1].low if speaker.start else ""
    others = [m for m in question.mentions if m.party != speaker.party and m.end < speaker.start]
    return before in _OF and any(typed[m.end].lemma in english.SAY_WORDS for m in others)


def _holds_a_view(typed: list[Token], mention: Mention) -> bool:
    """``does X foresee``, ``as X sees it``, ``by X's account``."""
    behind = typed[mention.end].lemma if mention.end < len(typed) else ""
    return behind in VIEWS if mention.possessive else behind in _SEEING and mention.start > 0 and typed[mention.start - 1].low in _HOLDING


#: Words of checking that nobody uses of a clause: beside a speaker's name they ask about what was said.
_STRONG = frozenset(
    map(lemma, "true false untrue right wrong fact opinion evidence proof accurate verdict contradict refute debunk correct support".split())
)


def _speaks(question: Question, party: str) -> bool:
    return bool(question.store.query("SELECT 1 FROM claim WHERE speaker = ? LIMIT 1", party))


#: Words for each verdict, strongest first; "not" turns the first two round.
_VERDICT_WORDS: tuple[tuple[str, frozenset[str]], ...] = (
    ("contradicted", frozenset(map(lemma, "contradict refute debunk disprove disproven false untrue wrong incorrect inaccurate".split()))),
    ("unsupported", frozenset(map(lemma, "unsupported unproven unsubstantiated unverified baseless unconfirmed".split()))),
    ("opinion", frozenset(map(lemma, "opinion judgment speculation view".split()))),
    (
        "supported",
        frozenset(
            map(lemma, "support true right correct accurate confirm verify prove proven substantiate fact hold check bear born borne back".split())
        ),
    ),
    ("reported-elsewhere", frozenset(("elsewher",))),
)


def _verdicts(typed: list[Token]) -> tuple[str, ...]:
    """The verdicts that a question asks for: ``which claims are contradicted``."""
    lemmas = [t.lemma for t in typed]
    if not {"claim", "statement", "assertion", "allegation"} & set(lemmas) or not any(
        t.low in ("which", "what", "list", "many", "any", "show", "name", "all") for t in typed
    ):
        return ()
    negated = any(t.low in ("not", "no", "without", "nothing", "nobody") for t in typed)
    if "elsewher" in lemmas and not negated:
        return ("reported-elsewhere",)
    said = [verdict for verdict, words in _VERDICT_WORDS if words & set(lemmas)]
    if "supported" in said and {"part", "partly", "partial", "partially", "half"} & {t.low for t in typed}:
        return ("supported-in-part",)
    if not said or len(said) > 1:
        return ()
    if not negated:
        return (said[0],)
    return {"supported": ("contradicted", "unsupported"), "contradicted": ("supported", "supported-in-part", "reported-elsewhere")}.get(said[0], ())


def _claims(question: Question, speaker: str | None) -> list[_Claim]:
    """The claims of a speaker, or of all, as sets of words; worked out once for all questions."""
    store = question.store

    def read() -> list[_Claim]:
        keys: dict[str, set[str]] = {}
        for target, key in store.query("SELECT target, key FROM told WHERE kind = 'claim'"):
            keys.setdefault(f"commentary:{target}", set()).add(key)
        out = []
        days = {name: ((said, said), (first, last)) for name, said, first, last in store.query("SELECT id, said, day, last_day FROM claim")}
        for doc in store.each("SELECT doc FROM claim WHERE ?1 IS NULL OR speaker = ?1 ORDER BY place", speaker):
            own = frozenset(keys.get(doc["clause"], ()))
            noted = text_keys(doc.get("our_note") or "") | text_keys(" ".join(str(d.get("title") or "") for d in _about(question, doc)))
            out.append(_Claim(doc["clause"], days[doc["clause"]], own, frozenset(noted)))
        return out

    return store.once(("claim words", speaker), read, len)


def _about(question: Question, doc: Document) -> list[Document]:
    """What a claim is about, and what speaks for or against it."""
    return [question.lexicon.document(str(name)) for name in (*doc.get("about", ()), *doc.get("evidence", ()))]


def _parties(question: Question, claim: str) -> frozenset[str]:
    """Everybody whom a claim names, in its own words or in our note, or who has a part in what it is about; worked out once for all questions."""

    def read() -> frozenset[str]:
        doc = question.lexicon.document(claim)
        text = f"{doc['text']} {doc.get('our_note') or ''}"
        return frozenset(question.lexicon.parties_in(text) | sides_of(_about(question, doc)) | {str(doc["speaker"])})

    return question.store.once(("claim parties", claim), read, len)


def _keys(said: list[Token]) -> set[str]:
    """What the words of a time are looked up by."""
    amounts = amounts_in(said)
    return {amounts.get(i) or root(t.lemma) for i, t in enumerate(said) if counts(t)}


def _amounts(typed: list[Token]) -> dict[int, str]:
    """The amounts of a question by place, and its small numbers in words."""
    return amounts_in(typed) | {i: amount_key(_NUMBERS[t.low]) for i, t in enumerate(typed) if t.low in _NUMBERS}


def _chosen(question: Question, claims: list[_Claim], hard: list[int], soft: list[int], parties: set[str], least: float) -> list[str]:
    """The claims that hold clearly more of the words than any other; all that hold every one of them."""
    typed = question.typed
    amounts = _amounts(typed)
    scaled = {i + 1 for i in amounts if i + 1 < len(typed) and typed[i + 1].lemma in english.SCALES}
    keys = {
        amounts.get(i) or root(typed[i].lemma)
        for i in hard
        if i not in scaled - amounts.keys() and typed[i].low != "$" and typed[i].lemma != "dollar"
    }
    if "out on top" in " ".join(t.low for t in typed):  # whoever comes out on top is the winner
        keys = keys - {root(lemma("top"))} | {root(lemma("winner"))}
    beside = {root(typed[i].lemma) for i in soft} - keys
    needed = {amounts[i] for i in hard if i in amounts and i not in question.timed() and typed[i].low != "one"}
    often = {root(typed[i].lemma) for i in hard if typed[i].low in english.PERIODICALLY}
    keys, needed = keys - often, needed | often
    weights = {}
    for key in keys | beside:
        spread = sum(1 for c in claims if key in c.own)
        weights[key] = log(1 + len(claims) / (spread or _UNKNOWN))
    named = {f"commentary:{m.target}" for m in question.matches if m.kind == "claim" and m.end - m.start > 1}
    total = sum(weights[key] for key in keys)
    ranked = []
    things = keys - {key for m in question.mentions if m.product is None for key in (root(typed[i].lemma) for i in range(m.start, m.end))}
    most = sum(weights[key] for key in things)
    for claim in claims:
        if not needed <= claim.own:
            continue
        if not all(claim.on(m.start, m.end) or _keys(typed[m.first : m.last + 1]) <= claim.own for m in question.moments):
            continue
        if most and sum(weights[key] * claim.holds(key) for key in things) / most < _LEAST:
            continue  # who is named is there, and what is said of them is not
        if not parties <= _parties(question, claim.id):
            continue
        held = sum(weights[key] * claim.holds(key) for key in keys)
        own = sum(weights[key] for key in keys if key in claim.own) + sum(weights[key] for key in beside if key in claim.own) * _ASIDE
        ranked.append((held / total if total else 0.0, (held + own) / 2 + (1.0 if claim.id in named else 0.0), claim.id))
    ranked.sort(key=lambda r: (-r[1], r[2]))
    if not total:
        best = [r for r in ranked if r[1] > 0]
        return [r[2] for r in best if best[0][1] - r[1] < _CLEARLY] if best else [r[2] for r in ranked][:_MOST_UNASKED]
    able = [r for r in ranked if r[0] >= least]
    if any((a.low, b.low) in (("how", "much"), ("how", "many")) for a, b in pairwise(typed)):
        counting = {c.id for c in claims if any(key[:1] == "=" and key[1:] not in YEARS for key in c.own)}
        able = [r for r in able if r[2] in counting] or able
    if not able:
        return []
    top = able[0]
    near = [r for r in able if (top[1] - r[1]) / total < _CLEARLY]
    if len(near) == 1:
        return [top[2]]
    whole = [r[2] for r in near if r[0] > _WHOLE]
    if whole:
        return whole
    return [r[2] for r in near] if len(near) <= _MOST_TOGETHER and near[-1][0] >= _NEARLY_ALL else []
