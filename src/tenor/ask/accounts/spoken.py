"""Whether somebody says what a question asks, and whether what he says is borne out: yes or no only of a claim that holds every word of it."""

from __future__ import annotations

from tenor.ask.accounts.phrased import Text, asked_of
from tenor.ask.language import english
from tenor.ask.language.words import lemma, tokens

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from tenor.ask.interpreting.question import Question

    Document = dict[str, Any]

#: Nouns for what somebody says, adjectives of what is so, and verbs and nouns of bearing it out.
_SAID = frozenset(map(lemma, "view claim opinion inference statement judgment belief argument account take theory word".split()))
_SO = frozenset("right correct true accurate".split())
_BORNE_OUT = frozenset(map(lemma, "support back bear confirm substantiate evidence proof corroborate".split()))
_WITH_IT = frozenset(
    "out up by any anything press report reports reporting record records evidence others other elsewhere sources independent".split()
)
#: What each verdict answers to "is it so" and to "is there anything for it".
_IS_SO = {"supported": True, "contradicted": False}
_HAS_SUPPORT = {**_IS_SO, "unsupported": False, "reported-elsewhere": True}


def spoken(question: Question, claim: Document) -> bool | None:
    """Yes or no to whether the speaker says it, or whether it is so, or has support; None where the claim is not just what is asked, or that is open."""
    typed = question.typed
    if not typed or typed[0].lemma not in english.YES_NO or not question.affirmative() or len(typed) != len(question.tokens):
        return None
    speaker = {i for m in question.mentions if m.party == claim["speaker"] for i in range(m.start, m.end)}
    borne = any(t.lemma in _BORNE_OUT for t in typed)
    that_he_says = bool(speaker) and [t.low for t in typed[max(0, min(speaker) - 1) : min(speaker)]] == ["that"]
    so = any(t.low in _SO for t in typed) and not that_he_says
    said = {i for i, t in enumerate(typed) if t.lemma in english.SAY_WORDS | _SAID | _BORNE_OUT or t.low in _SO or (borne and t.low in _WITH_IT)}
    order = [key for key in asked_of(question.lexicon, typed, question.timed() | said).order() if key != f"@{claim['speaker']}"]
    told = Text(question.lexicon, tokens(str(claim["text"])))
    if not speaker or not said or len(order) < 2 or any(t.low in english.NEGATIONS for t in told.said):
        return None
    places = [told.keys.index(key) for key in order if key in told.keys]
    if len(places) < len(order) or places != sorted(places):
        return None
    if not borne and not so:
        return True
    return (_HAS_SUPPORT if borne else _IS_SO).get(str(claim["verdict"]))
