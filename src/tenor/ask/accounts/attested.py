"""Whether what an event's record tells says yes or no to a question.

Yes only where one sentence of it, or its title or a name, holds every word that is asked, with who did it to whom, and neither a negation nor a doubt that
the question lacks. No only where a negation stands directly before one of the asked words, said so or in everyday words for them, or where whoever
is asked to have said a thing ruled it out. Anything else is neither.
"""

from __future__ import annotations

from itertools import islice

from tenor.ask.accounts.aligned import holds
from tenor.ask.accounts.denials import bringing, denials, denied, neither, none_known, ruled_out, ruling_out
from tenor.ask.accounts.phrased import Text, asked_of, doubts, negates, of_a_date, parts, sentences, stretches
from tenor.ask.interpreting.told import event_in_window
from tenor.ask.language import english
from tenor.ask.language.roots import YEARS
from tenor.ask.language.words import ARTICLES, Token, tokens
from tenor.ask.reading import Reading

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from tenor.ask.interpreting.question import Question
    from tenor.ask.names.lexicon import Lexicon

    Document = dict[str, Any]

_FEWEST = 2
#: How many ways to say a question in plain words are held against what is denied.
_MOST_WAYS = 24
_PERSONS = frozenset(("he", "she"))
#: Words before a time by which it is where something begins or ends.
_BOUNDS = frozenset("before after by until till through since from".split())
#: How long a time may be that stands before what somebody said: "on June 8, 2026".
_LONGEST_TIME = len("on September 30, 2026 ")


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
    told = _by_name(lexicon, sentences(str(document["says"])))
    says = [Text(lexicon, tokens(part)) for part in told]
    if not denials(asked):  # a denial of what is denied is no "no"
        everything = _everything(lexicon, document)
        if (
            any(denied(asked, Text(lexicon, tokens(part)), everything) for part in parts(str(document["says"])))
            or none_known(asked, Text(lexicon, tokens(str(document["says"]))), everything)
            or any(neither(asked, text, document, everything) or ruled_out(lexicon, typed, timed | polite, text, everything) for text in says)
        ):
            return False
    done = typed[0].low in ("has", "have", "had")  # what a thing is called says nothing of whether it has been done
    doubted = done or any(doubts(text.said, asked.said) or negates(text.said) or ruling_out(text.said) for text in says)
    names = (str(document["title"]), *(() if doubted else map(str, document.get("names", ()))))
    if document.get("status") == "confirmed":
        told += [own for part in told if (own := _its_own(part))]
    if not _of_its_times(typed, document):
        return None
    texts = [*(text for part in told for text in stretches(lexicon, part)), *(Text(lexicon, tokens(n)) for n in names)]
    if "$" in str(document["says"]):  # a sum of it is money
        order = [key for key in order if all(t.low != "money" for k, t in zip(asked.keys, asked.said, strict=True) if k == key)]
    between = _between_its_own(asked, document)
    bare = [key for key in order if key not in between]
    hedged = document.get("status") in ("reported", "alleged")
    for text in texts:
        keys = order if between & set(text.keys) else bare
        if any(holds(asked, ordered, text, hedged=hedged) for ordered in (keys, _adverbs_first(asked, keys))):
            return True
    return None


def _adverbs_first(asked: Text, order: list[str]) -> list[str]:
    """The words of a question with "quietly did it" for "did it quietly": an adverb says the same on either side of its verb."""
    adverbs = {key for key, t in zip(asked.keys, asked.said, strict=True) if key and t.low.endswith("ly")}
    out = list(order)
    for i in range(1, len(out)):
        if out[i] in adverbs and out[i - 1][:1] not in "@=":
            out[i - 1 : i + 1] = [out[i], out[i - 1]]
    return out


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


def _by_name(lexicon: Lexicon, told: list[str]) -> list[str]:
    """The sentences, with the one person of the sentence before for a pronoun that one starts with: "A was dismissed; he was reinstated"."""
    out: list[str] = []
    for part in told:
        first, _, rest = part.partition(" ")
        before = lexicon.parties_in(out[-1]) if out and first.casefold() in _PERSONS else set()
        people = [who for who in sorted(before) if lexicon.document(f"party:{who}").get("kind") == "person"]
        out.append(f"{lexicon.store.name('party', people[0])} {rest}" if len(people) == 1 else part)
    return out


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
            while n >= 0 and (of_a_date(said[n]) or said[n].low in ARTICLES):
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
    if yes is not None or not any(negates(part) or ruling_out(part) for part in said):
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
    skip |= bringing(question.typed)
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


def _its_own(sentence: str) -> str:
    """``A did X`` for ``A said that it had done X``, which A must know; empty for any other sentence."""
    for verb in (" said ", " announced ", " confirmed "):
        who, _, what = sentence.partition(verb)
        when, _, done = what.partition("that it had ")
        if done and all(word[:1].isupper() for word in who.split()) and (not when or (when.startswith("on ") and len(when) <= _LONGEST_TIME)):
            return f"{who} {done}"
    return ""


def _everything(lexicon: Lexicon, document: Document) -> frozenset[str]:
    """Every word of a record."""

    def read() -> frozenset[str]:
        texts = (str(document["title"]), str(document["says"]), *document.get("names", ()), *document.get("words", ()))
        return frozenset().union(*(Text(lexicon, tokens(str(t))).keys for t in texts)) | {f"@{p}" for p in document.get("parties", ())}

    if "id" not in document:  # no record's, but what was made of one
        return read()
    return lexicon.store.once(("every word", str(document["id"]), str(document["says"])), read, len)
