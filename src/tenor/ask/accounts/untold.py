"""What the record of an event does not tell, though its words are in the question: a name, the day of an act, what somebody else did."""

from __future__ import annotations

from itertools import pairwise

from tenor.ask.answers.done import act, tells
from tenor.ask.language import english
from tenor.ask.language.roots import counts, root
from tenor.ask.language.words import ARTICLES, Token, lemma, tokens

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from tenor.ask.interpreting.question import Question

    Document = dict[str, Any]

_BRINGING_OUT = frozenset(map(lemma, ("release", "launch", "introduce", "open")))
#: Verbs by which something begins: as they ask for it, and as it is told.
_BEGINNING = frozenset(map(lemma, ("start", "begin", "commence")))
_BEGUN = {root(lemma(word)) for word in ("start", "begin", "commence", "open", "launch", "release", "introduce", "first")}
_BE = lemma("be")
#: Heads of a question for what was done, and pairs of words for a listing: those that tell that it was, and one that asks for it.
_DONE = frozenset(("did", "has", "have", "had"))
_LISTED = (("went", "public"), ("gone", "public"), ("go", "public"))
_LISTING = frozenset(("ipo", "ipoed", "ipo'd"))  #: As a verb, at the end.
_NAMES = frozenset(("name", "names"))
_NAME_OF = ("name", "of")
#: Verbs, as typed, by which somebody comes into another one's place.
_STEPPING_IN = frozenset(
    [(verb, "over") for verb in ("takes", "took", "taken")]
    + [(verb, "in") for verb in ("steps", "stepped", "fills", "filled", "stands", "stood", "comes", "came")]
)
#: How many words of a row are a name of two words and its verb.
_NAME_AND_VERB = 3


def untold(question: Question, kind: str, document: Document) -> str | None:
    """Why the record does not answer; None where nothing speaks against it."""
    said = question.tokens
    whose = _NAME_OF in pairwise([t.low for t in question.typed])
    if any(t.low in _NAMES for t in said) or ((whose or said[0].low == "who") and not _names_whoever(question, document, whose=whose)):
        return "The record names nobody as that."
    own = tokens(f"{document['says']} {document['title']}")
    if [t.lemma for t in said[:2]] == ["who", _BE] and not {root(t.lemma) for t in said[2:] if counts(t) and t.lemma not in english.NOUNS} & {
        root(t.lemma) for t in own
    } - {root(t.lemma) for m in question.mentions for t in said[m.start : m.end]}:
        return "The record names nobody as that."
    does = {root(question.tokens[i].lemma) for i in question.main_verb()} if kind == "holder" else set()
    told = [t.low.removesuffix("s") for text in _texts(document) for t in tokens(text) if root(t.lemma) in does] if does else []
    if told and all(low.endswith(("er", "or")) for low in told):
        return "The record names nobody as that."  # "who leads A", of who was its leader
    asked = [t.low for t in question.typed]
    done = asked[0] in _DONE or asked[:2] == ["when", "did"]
    listed = any(said[m.end].low in _LISTING for m in question.mentions if m.end < len(said) and said[m.start - 1].low in _DONE) or any(
        pair in _LISTED and asked[i - 1] not in english.MODALS
        for i, pair in enumerate(pairwise(asked))  # "said that A will go public"
    )
    if done and listed and not any((a.low, b.low) in _LISTED[:2] for a, b in pairwise(own)):
        return "The record does not tell that it was done (“go public”)."
    steps = _stepping_in(question.typed) if kind == "holder" else set()
    if steps and not any(steps & _stepping_in(tokens(text)) for text in _texts(document)):
        return "The record does not tell who came into whose place."
    verb = act(question.typed, frozenset()) if question.typed[0].low == "when" else None  # in a name of the event, too, which is taken for its day
    if verb is not None and not any(tells(str(document[text]), verb.lemma, past=True) for text in ("says", "title")):
        return f"The record does not tell on what day it was done (“{verb.low}”)."
    if kind == "start":
        verb = act(said, question.timed())
        texts = (*str(document["says"]).split("; "), str(document["title"]), *document.get("names", ()))
        if verb is not None and not any(tells(text, verb.lemma, past=text in texts[:-1]) for text in texts):
            return f"The record does not tell that it was done (“{verb.low}”), and so gives no day of it."
        if (sides := _done_by_one_to_another(question)) is not None and not any(
            _in_that_order(question, text, *sides) for text in (*texts, *map(str, document.get("words", ())))
        ):
            return "The record does not tell that the one did it to the other."
        out = _brought_out(said) if not any(m.kind == "event" for m in question.matches) else None
        if out is not None and not any(tells(text, same) for text in (str(document["says"]), str(document["title"])) for same in _BRINGING_OUT):
            return f"The record does not tell that it was {out.low}, and so gives no day of it."
    if kind == "what" and (doer := _doer(question)) is not None and not _has(document, doer):
        return f"The record does not tell what “{doer[0].text} {doer[1].text}” did."
    return None


def begun(question: Question, event: str) -> str | None:
    """The event that tells how it began, where ``when did A start to look into B`` is read as one that tells of no beginning: the one beside it.

    It is the event itself where no beginning is asked for; None where nothing tells of it.
    """
    said = question.typed
    verb = next((i for i, t in enumerate(said) if t.lemma in _BEGINNING and said[i - 1].low not in ARTICLES), 0)
    if not verb or said[0].low != "when":
        return event
    sql = """SELECT source FROM link WHERE target = ?1 AND field = 'about' AND source LIKE 'event:%'
        UNION SELECT target FROM link WHERE source = ?1 AND field = 'about' AND target LIKE 'event:%' ORDER BY 1"""
    beside = [str(name) for (name,) in question.store.query(sql, f"event:{event}")]
    wanted = {root(t.lemma) for t in said[verb + 1 :] if counts(t) and t.lemma not in english.NOUNS} - {
        root(t.lemma) for m in question.mentions for t in question.tokens[m.start : m.end]
    }
    for name in (f"event:{event}", *beside):
        texts = _texts(question.lexicon.document(name))
        words = [{root(t.lemma) for t in tokens(text)} for text in texts]
        if any(_BEGUN & told for told in words[: -len(question.lexicon.document(name).get("words", ())) or None]) and (
            name == f"event:{event}" or wanted <= set().union(*words)
        ):
            return name.removeprefix("event:")
    return None


def _stepping_in(said: list[Token]) -> set[tuple[str, str]]:
    """``took over``, ``stepped in``; and ``while``, where who it was in the meantime is asked."""
    lows = [t.low for t in said]
    return {pair for pair in pairwise(lows) if pair in _STEPPING_IN} | {(low, "") for low in lows if low == "while"}


def _texts(document: Document) -> tuple[str, ...]:
    """What the record says, and what it is called and asked for by."""
    return (str(document["says"]), str(document["title"]), *document.get("names", ()), *map(str, document.get("words", ())))


def _done_by_one_to_another(question: Question) -> tuple[str, str, str] | None:
    """Doer, verb and the one it was done to in ``when did A dismiss B``; None where a thing of somebody's stands behind the verb."""
    said = question.tokens
    doer = next((m for m in question.mentions if m.start and said[m.start - 1].low == "did" and not m.possessive and m.end < len(said)), None)
    if doer is None:
        return None
    other = next((m for m in question.mentions if m.start == doer.end + 1 and not m.possessive and m.product is None), None)
    ends = other is not None and (other.end == len(said) or other.end in question.timed() or said[other.end].low in ("in", "on", "as", "from"))
    return (doer.party, root(said[doer.end].lemma), other.party) if other is not None and ends else None


def _in_that_order(question: Question, text: str, doer: str, verb: str, other: str) -> bool:
    """True where a text has the doer before the verb and the other behind it, or the other before and the doer, if at all, behind."""
    words = tokens(text)
    found = [m for m in question.lexicon.matches(words) if m.kind == "party"]
    places = {m.target: m.start for m in reversed(found)}
    at = next((i for i, t in enumerate(words) if root(t.lemma) == verb), None)
    if at is None or other not in places or any(m.target == other and words[m.end - 1].possessive for m in found):
        return False
    behind = places[other] > at
    passive = any(t.lemma == _BE for t in words[max(0, at - 2) : at])
    return places.get(doer, -1) < at if behind else passive and places.get(doer, at + 1) > at


def _brought_out(said: list[Token]) -> Token | None:
    """The verb of ``when was X released``."""
    past = next((i for i, t in enumerate(said) if t.low in ("was", "were", "did")), len(said))
    return next((t for t in said[past:] if t.lemma in _BRINGING_OUT and not t.low.startswith("open")), None)


def _names_whoever(question: Question, document: Document, *, whose: bool) -> bool:
    """False for ``who was the judge``, or the name (``whose``) of the judge, where no name stands beside that word."""
    said = [t for t in question.tokens if counts(t)]
    if not whose and question.tokens[1:2] and question.tokens[1].lemma != "be":
        return True
    wanted = next((t.lemma for t in said), "")
    for part in str(document["says"]).replace(";", ".").split(". "):
        words = tokens(part)
        if any(t.lemma == wanted for t in words) and not any(t.text[:1].isupper() for t in words[1:]):
            return False
    return True


def _doer(question: Question) -> list[Token] | None:
    """The two words of a doer in ``what did the appeals court rule``; None where it has fewer, or is a party."""
    start = next((i for i, t in enumerate(question.tokens) if t.low in ("did", "does")), None)
    party = question.mentioned()
    row = []
    for i in range((start or 0) + 1, len(question.tokens)):
        if counts(question.tokens[i]) and i not in party:
            row.append(question.tokens[i])
        elif row or i in party:
            break
    return row if start is not None and len(row) >= _NAME_AND_VERB and not row[0].possessive else None


def _has(document: Document, doer: list[Token]) -> bool:
    """True where the record has the two words side by side."""
    first, second = root(doer[0].lemma), root(doer[1].lemma)
    texts = (str(document["says"]), str(document["title"]), *document.get("names", ()))
    return any((root(a.lemma), root(b.lemma)) == (first, second) for text in texts for a, b in pairwise(tokens(str(text))))
