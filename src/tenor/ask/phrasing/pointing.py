"""A statement or a name, and a question that points to it: ``X is sold by only one cloud. Which one?``, ``I hold X, can I sell them?``, ``what about X: does A have it?``."""

from __future__ import annotations

from tenor.ask.phrasing.around import ASKING_WORDS

_MARKS = ".,:;!? "
#: Whoever asks, and verbs of having: what stands behind them is what the question points to.
_OWNERS = frozenset(("i", "we", "my", "our", "i've", "we've", "i’ve", "we’ve"))
_PEOPLE = frozenset("user client customer founder friend colleague team startup".split())
_HAVING = frozenset("have has had hold holds got get received own owns use uses bought won given granted".split())
_THEM = frozenset(("it", "them", "they", "those", "these"))
_POINTING = frozenset(("this", "that", "these", "those", "such"))
_SORTS = frozenset(("kind", "kinds", "sort", "sorts", "type", "types"))
#: From whom somebody has a thing that they hold.
_FROM = (["from", "a"], ["from", "an"], ["from", "the"], ["from", "our"], ["from", "my"])
_FURTHEST_VERB = 5
#: Questions that ask which or who of a statement about one, and when of any.
_WHICH = frozenset(
    phrase.strip()
    for phrase in """which; which one; which is it; which one is it; which one is that; which is that; who; who is it; who is that; what is it; which one was it; which was it; who was it
    which one would that be; which company; which company is it; which one exactly""".replace("\n", ";").split(";")
)
_ONES = ("only one", "just one", "exactly one", "only a single", "just a single", "one single", "a single", "one")
_TIMES = {
    "since when": ("since when", "from when", "since what date", "since when is that so", "since when is that the case", "since which day", "as of when", "from what date", "since what day"),
    "until when": ("until when", "till when", "until what date", "for how long", "how long", "until which year", "until which day", "when does that end", "when does it end", "when will that end", "when did that end"),
    "when": ("when", "when was that", "when did that happen", "when did this happen", "when was this", "when did it happen", "on what date", "on which date", "on what day", "on which day"),
    "by when": ("by when", "by what date", "by which year"),
    "how much": ("how much", "how much is it", "how much is that", "how much was it", "how much exactly"),
}  # fmt: skip
_STARTS = frozenset(
    f"when {verb} {that} {begin}" for verb in ("does", "did", "will") for that in ("it", "that", "this") for begin in ("begin", "start")
)
_HEADS = {said: head for head, phrases in _TIMES.items() for said in phrases}


#: What leads to a thing by its name alone.
_LEADS = (
    ["what", "about"],
    ["how", "about"],
    ["as", "for"],
    ["as", "to"],
    ["as", "regards"],
    ["with", "regard", "to"],
    ["regarding"],
    ["concerning"],
    ["about"],
    ["on"],
)
_LONGEST_NAME = 9
#: Marks between a thing and the question about it; a comma only behind what leads to it.
_PARTING = (": ", "? ", " - ", " – ", " — ", ", ")
#: What "it" stands for nothing before.
_FOR_NOTHING = frozenset("true that clear known possible likely because so correct right fair disputed said reported".split())
_ITS = frozenset(("its", "their"))
_SHORTEST_QUESTION = 3
#: Words with which a question of three words asks for no more than who or what it is.
_HEADING = frozenset(("who", "what", "which"))


def about_a_thing(text: str) -> str | None:
    """``what about X: does A have rights to it?`` as "does A have rights to X"; None for a text of another shape.

    What stands before the thing, behind a comma, goes behind the question: "under the agreement of D, what about X: …".
    """
    for mark in _PARTING:
        before, found, after = text.partition(mark) if mark != ", " else text.rpartition(mark)
        raws, words = after.split(), before.split()
        short = len(raws) < _SHORTEST_QUESTION + (raws[0].casefold() in _HEADING if raws else 0)
        if not found or short or raws[0].casefold() not in ASKING_WORDS:
            continue
        aside, comma, named = before.rpartition(", ")
        aside, thing = (aside, named.split()) if comma and _lead(named.split()) else ("", words)
        lead = _lead(thing)
        thing = thing[lead:]
        lows = [w.casefold().strip(_MARKS) for w in thing]
        if (
            not thing
            or len(thing) > _LONGEST_NAME
            or (mark in (", ", "? ") and not lead)
            or "," in " ".join(thing)
            or "and" in lows
            or lows[0] in ASKING_WORDS
        ):
            continue
        asked = _with_the_thing(raws, thing)
        if asked is not None:
            return f"{asked.rstrip(_MARKS)}, {aside[:1].lower()}{aside[1:]}?" if aside else asked
    return None


def _lead(words: list[str]) -> int:
    """How many words lead to a thing."""
    lows = [w.casefold() for w in words]
    return next((len(lead) for lead in _LEADS if lows[: len(lead)] == lead and len(lows) > len(lead)), 0)


def _with_the_thing(raws: list[str], thing: list[str]) -> str | None:
    """A question with a thing in the place of the one pronoun that stands for it."""
    lows = [raw.casefold().strip(_MARKS) for raw in raws]
    places = [i for i, low in enumerate(lows) if low in ("it", "them", "they") or low in _ITS]
    if len(places) != 1 or "and" in lows or (lows[places[0] + 1 : places[0] + 2] and lows[places[0] + 1] in _FOR_NOTHING):
        return None
    i = places[0]
    mark = raws[i][len(raws[i].rstrip(_MARKS)) :]
    said = thing if lows[i] not in _ITS else [*thing[:-1], f"{thing[-1]}{chr(39) if thing[-1].endswith('s') else chr(39) + 's'}"]
    said = [said[0][:1].lower() + said[0][1:], *said[1:]] if said[0] in ("The", "A", "An", "Our", "My") else said
    return f"{' '.join((raws[0].lower(), *raws[1:i], *said))}{mark}{''.join(f' {raw}' for raw in raws[i + 1 :])}"


def asked_of(statement: str, question: str) -> str | None:
    """Both as one question; None where the question points to nothing that the statement says."""
    words = statement.rstrip(_MARKS).split()
    lows = [w.casefold().strip(_MARKS) for w in words]
    plain = " ".join(w.strip(_MARKS).casefold() for w in question.split()).replace("what's", "what is").replace("who's", "who is")
    if len(words) < len(("who", "does", "what")) or lows[0] in ASKING_WORDS:
        return None
    if plain in _HEADS:
        return " ".join((_HEADS[plain], *words))
    if plain in _STARTS:
        return " ".join(("when", *words, "start"))
    if plain in _WHICH:
        return _which(words, lows)
    return _of_what_is_held(words, lows, question)


def _which(words: list[str], lows: list[str]) -> str | None:
    """``X is sold by only one cloud`` as "X is sold by which cloud"."""
    for ones in _ONES:
        said = ones.split()
        at = next((i for i in range(1, len(lows) - len(said)) if lows[i : i + len(said)] == said), None)
        if at is not None:
            return " ".join((*words[:at], "which", *words[at + len(said) :]))
    return None


def _of_what_is_held(words: list[str], lows: list[str], question: str) -> str | None:
    """The question with what its asker holds in the place of "them", or of "this kind of N" where what is held is an N."""
    verb = next((i for i in range(1, min(len(lows), _FURTHEST_VERB)) if lows[i] in _HAVING), None)
    owner = lows[0] in _OWNERS or (lows[0] in ("a", "an") and lows[1] in _PEOPLE)
    raws = question.split()
    if not owner or verb is None or raws[0].casefold() not in ASKING_WORDS:
        return None
    thing = words[verb + 1 + (lows[verb : verb + 2] in (["have", "got"], ["has", "got"])) :]
    thing = thing[lows[-len(thing)] in ("a", "an", "some", "the") :] if thing else []
    thing = _without_origin(thing)
    start, end = _pointed(raws, {w.casefold().strip(_MARKS).removesuffix("s") for w in thing})
    if start == end or not (any(w[:1].isupper() or w[:1].isdigit() for w in thing) or question.islower()):
        return None
    mark = raws[end - 1][len(raws[end - 1].rstrip(_MARKS)) :]
    if any(w.endswith(",") for w in thing) and not mark and end < len(raws):  # "an X, not a Y, …"
        mark = ","
    return " ".join((raws[0].lower(), *raws[1:start], *thing)) + mark + "".join(f" {raw}" for raw in raws[end:])


def _without_origin(thing: list[str]) -> list[str]:
    """What somebody holds without where it is from: "X from a friend"; a name stays."""
    at = next((i for i in range(1, len(thing)) if [w.casefold() for w in thing[i : i + 2]] in _FROM), len(thing))
    return thing if any(w[:1].isupper() for w in thing[at:]) else thing[:at]


def _pointed(raws: list[str], nouns: set[str]) -> tuple[int, int]:
    """Where the words that point to the thing stand: "them", "this N", "such a kind of N"; an empty place where none do."""
    lows = [raw.casefold().strip(_MARKS) for raw in raws]
    for i, low in enumerate(lows):
        j = i + 1 + (lows[i + 1 : i + 2] == ["a"])
        j += 2 if lows[j : j + 1] and lows[j] in _SORTS and lows[j + 1 : j + 2] == ["of"] else 0
        if low in _POINTING and j < len(lows) and lows[j].removesuffix("s") in nouns:
            return i, j + 1
        if low in _THEM or (i == 1 and low in ("that", "this")):
            return i, i + 1
    return 0, 0
