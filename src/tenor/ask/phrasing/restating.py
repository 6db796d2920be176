"""Questions put into plainer words before they are read: turns of phrase, what is said beside a name, and "A or B".

Every function takes the words and gives them back, as many as before, so that places stay what they are. A word that adds nothing becomes an article.
"""

from __future__ import annotations

from itertools import pairwise

from tenor.ask.language import english
from tenor.ask.language.roots import root
from tenor.ask.language.words import ARTICLES, Token, forms, lemma
from tenor.ask.phrasing.frames import FRAMES
from tenor.ask.times.years import MONTH_NUMBERS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from tenor.ask.names.lexicon import Lexicon, Match
    from tenor.ask.reading import Mention

#: How many words the longest turn of phrase has.
_LONGEST = 1 + max(frame.count(" ") for frame in FRAMES)

#: What the day is called on which a thing ends, in two words.
_ENDS = frozenset(("end", "expiry", "expiration", "last", "final", "closing", "termination"))
_DAYS = frozenset(("date", "day", "month", "year"))
#: How many words "what is the end date of" has.
_OF_AN_END = 6
#: Nouns that can stand beside a name whatever the records say of it.
_ANY_NAME = frozenset(english.LIST_WORDS | {"giant", "group", "startup", "corporation"})
_SCALES = frozenset(("million", "billion", "trillion"))
_PAGES = frozenset("docs documentation site website page pages faq".split())
_MOST_BESIDE = 4
_FEWEST_BEFORE_ONE = 5
_HEADS_OF_NAMES = english.WHO | {"what", "when", "since", "list", "name"}
_OUTLASTING = frozenset(map(lemma, ("survive", "outlive", "outlast")))
#: Words between "other than" and the name.
_BEFORE_EXCEPTED = ARTICLES | {"from", "on", "by", "to", "through", "with", "of", "itself", "in", "for"}
_WHO_OR_WHERE = english.WHO | {"where"}
#: What stands between two names that are left out together.
_JOINTS = ([["and"]], [["or"]])
#: Words between two names that are offered as a choice.
_CHOICE = frozenset(("or", "rather", "by", "to", "from", "with", "on", "through", "the"))


#: Words before an amount for one that came on top of another, and the heads of questions that are no yes or no.
_MORE = frozenset(("extra", "additional", "further", "added"))
_OPEN = english.WHO | {"what", "when", "since", "how", "why", "until"}


def _nothing(token: Token) -> Token:
    return Token(token.text, "the")


#: Nouns for what was agreed, and the words behind them that lead to the date by which one is called.
_DEALS = frozenset(("deal", "contract", "agreement"))
_DATED = (["of"], ["dated"], ["from"])


def framed(tokens: Sequence[Token]) -> list[Token]:
    """Nothing, or one word, in the place of a turn of phrase that adds nothing; "give (it) up" is one verb."""
    out = list(tokens)
    lows = [t.low for t in out]
    for i in [i for i, t in enumerate(out) if t.lemma == "giv"] if "up" in lows else ():
        up = next((j for j in range(i + 1, min(i + 5, len(out))) if out[j].low == "up" and lows[j + 1 : j + 2] != ["to"]), None)  # "give up to N"
        if up is not None and (up == i + 1 or out[i + 1].low in ("it", "them", "this", "that", "its", "their", "the", "these", "those")):
            out[i], out[up] = Token(out[i].text, "relinquished"), _nothing(out[up])
    if not _MORE.isdisjoint(lows) and lows[0] in _OPEN:
        _without_more(out, lows)
    out = _until_when(out) if "what" in lows else out
    if out[0].lemma in english.YES_NO and not _OUTLASTING.isdisjoint([t.lemma for t in out]):  # "did A's right survive the amendment"
        out[1:] = [Token(t.text, "after") if t.lemma in _OUTLASTING else t for t in out[1:]]
    if "more" in lows:
        _without_more_behind(out)
    lows = [t.low for t in out]
    if "as" in lows or "hands" in lows or "close" in lows:
        _put_plainly(out, lows)
    if len(out) > _FEWEST_BEFORE_ONE and lows[-1] == "one" and lows[-3] in ("a", "an"):  # "a binding one"
        out[-1] = _nothing(out[-1])
    if "of" in lows and not MONTH_NUMBERS.keys().isdisjoint(lows):
        out = _dated_first(out)
    lows = [t.low for t in out]
    for i in range(len(lows)):
        for words in (lows[i : i + n] for n in range(min(_LONGEST, len(lows) - i), 0, -1)):
            plain = FRAMES.get(" ".join(words))
            if plain is not None and not _other_turn(lows, i, words, plain):
                if not plain and words[-1] in _DEALS and lows[i + len(words) : i + len(words) + 1] in _DATED:
                    break  # "under the deal of May 2024": which one is said
                for j, word in enumerate([*plain.split(), *["the"] * len(words)][: len(words)], i):
                    lows[j] = word
                    out[j] = Token(out[j].text, word)
                break
    return out


def _without_more(out: list[Token], lows: list[str]) -> None:
    """``A's extra $35 billion`` as "A's $35 billion", where it is not asked whether it was more."""
    for i, low in enumerate(lows[:-1]):
        if low in _MORE and lows[i + 1][:1] == "$":
            out[i] = _nothing(out[i])


def _until_when(said: list[Token]) -> list[Token]:
    """``what is the end date of X`` as "until when does X run"."""
    at = next((i for i, t in enumerate(said[:-_OF_AN_END]) if t.low == "what"), None)
    if at is None:
        return said
    lows = [t.text.lower() for t in said[at : at + _OF_AN_END]]
    if lows[1:3] not in (["is", "the"], ["was", "the"]) or lows[5] != "of" or lows[3] not in _ENDS or lows[4] not in _DAYS:
        return said
    verb = Token(said[at + 5].text, "does" if lows[1] == "is" else "did")
    head = [Token(said[at].text, "until"), Token(said[at + 1].text, "when"), _nothing(said[at + 2]), _nothing(said[at + 3]), verb]
    return [*said[:at], *head, *said[at + _OF_AN_END :], Token("run", "run")]


def _put_plainly(out: list[Token], lows: list[str]) -> None:
    """``as many as 5`` as "up to 5", and ``in A's hands`` as "A's"."""
    for i, low in enumerate(lows):
        if low == "as" and lows[i + 1 : i + 3] in (["many", "as"], ["much", "as"]) and (lows[i + 3 : i + 4] or [""])[0][:1] in (*"0123456789$",):
            out[i : i + 3] = [Token(out[i].text, "up"), Token(out[i + 1].text, "to"), _nothing(out[i + 2])]
        if low == "close" and lows[i + 1 : i + 2] == ["of"] and (lows[i + 2 : i + 3] or [""])[0].isdigit():  # "the close of 2025"
            out[i] = Token(out[i].text, "end")
        if low == "hands" and i and out[i - 1].possessive:
            start = next((j for j in range(i - 1, max(-1, i - _MOST_BESIDE), -1) if lows[j] == "in"), None)
            if start is not None:
                out[start], out[i] = _nothing(out[start]), _nothing(out[i])


_UNITS = frozenset("no not day days week weeks month months year years".split())


def _other_turn(lows: list[str], i: int, words: list[str], plain: str) -> bool:
    """``who stopped being X`` asks who, and "two years later than" counts from a day."""
    if plain == "terminate" and words[0] == "get":  # "how much can one get out of X"
        return lows[0] in ("how", "what") and not {"much", "many", "most", "what"}.isdisjoint(lows[:i])
    if plain == "no longer" and words[0] in ("stopped", "ceased"):
        return lows[0] in _HEADS_OF_NAMES
    if words[-1] == "most":
        return lows[i + len(words) :][:1] == ["recent"]
    return words[-1] == "than" and bool(i) and lows[i - 1] in _UNITS


def _dated_first(tokens: list[Token]) -> list[Token]:
    """``the agreement of October 2025`` as "the October 2025 agreement"."""
    out = list(tokens)
    for i in range(1, len(out) - 3):
        noun, of, month, year = out[i : i + 4]
        dated = month.low in MONTH_NUMBERS and year.low.isdigit() and len(year.low) == len("2026")
        if dated and of.low == "of" and noun.lemma in english.DOCUMENTS and out[i - 1].low == "the":
            out[i : i + 4] = [_nothing(of), month, year, noun]
    return out


def _without_more_behind(out: list[Token]) -> None:
    """``$20 billion more``, ``4.5 gigawatts more of``: the number without "more"."""
    for i in range(1, len(out)):
        if out[i].low == "more" and out[i - 1].low in _SCALES and [t.low for t in out[i + 1 : i + 2]] != ["than"]:
            out[i] = _nothing(out[i])  # "$20 billion more"
        if out[i].low == "more" and i > 1 and out[i - 2].low[:1].isdigit() and [t.low for t in out[i + 1 : i + 2]] == ["of"]:
            out[i] = _nothing(out[i])  # "4.5 gigawatts more of"


def without_descriptions(tokens: Sequence[Token], mentions: Sequence[Mention], commas: Sequence[int], lexicon: Lexicon) -> list[Token]:
    """``AMD, the chip maker, …``, ``chip maker AMD``, ``Ann's company Acme``: what the record of a party says of it, said beside its name."""
    out = list(tokens)
    for n, mention in enumerate(mentions):
        if mention.end in commas:
            end = next((c for c in commas if c > mention.end), len(out))
            if _said(out[mention.end : end], lexicon, mention):
                out[mention.end : end] = map(_nothing, out[mention.end : end])
        start = mention.start
        others = {other.end for other in mentions[:n]} if mention.possessive else ()  # "is A B's landlord": A, whom the record of B names
        while start > max(0, mention.start - _MOST_BESIDE) and start not in others and _said(out[start - 1 : start], lexicon, mention):
            start -= 1
        before = mentions[n - 1] if n and mentions[n - 1].end == start else None
        person = before is not None and _knows(lexicon, before, mention)
        if person and before is not None:
            start = before.start
        asked = start > 0 and out[start - 1].lemma in english.YES_NO and english.LIST_WORDS.isdisjoint([t.lemma for t in out[start : mention.start]])
        if start < mention.start and (person or start == 0 or out[start - 1].low in ARTICLES or asked):
            out[start : mention.start] = map(_nothing, out[start : mention.start])
    return out


def _described(lexicon: Lexicon, party: str) -> frozenset[str]:
    """The roots of the words that the record of a party has of it; worked out once for all questions."""

    def read() -> frozenset[str]:
        document = lexicon.document(f"party:{party}")
        return frozenset(root(word) for word in forms(f"{document.get('body', '')} {document.get('kind', '')}"))

    return lexicon.store.once(("described", party), read, len)


def _said(tokens: Sequence[Token], lexicon: Lexicon, mention: Mention) -> bool:
    """True where every word is one that the record of a party has, and one at least says something."""
    said = [t for t in tokens if t.low not in ARTICLES and t.lemma not in english.FILLER]
    return bool(said) and all(t.lemma in _ANY_NAME or root(t.lemma) in _described(lexicon, mention.party) for t in said)


def _knows(lexicon: Lexicon, one: Mention, other: Mention) -> bool:
    """True where the record of a person names the other, or the other way round: "Ann's Acme", "Acme chief executive Ann"."""
    for a, b in ((one, other), (other, one)):
        document = lexicon.document(f"party:{a.party}")
        name = str(lexicon.document(f"party:{b.party}").get("name", ""))
        if document.get("kind") == "person" and name and forms(name) <= forms(str(document.get("body", ""))):
            return True
    return False


def without_publisher(tokens: list[Token], mentions: Sequence[Mention]) -> list[Token]:
    """``according to A's docs, …``: A's pages tell of many things; that they are A's singles out none of them."""
    if [t.text.lower() for t in tokens[:2]] != ["according", "to"]:
        return tokens
    owner = next((m for m in mentions if m.start == 2 and m.possessive), None)
    if owner is None or tokens[owner.end : owner.end + 1] == [] or tokens[owner.end].low not in _PAGES:
        return tokens
    return [Token(t.text, "the") if i <= owner.end else t for i, t in enumerate(tokens)]


def without_it(tokens: Sequence[Token], mention: Mention) -> list[Token]:
    """``is it A who is X`` as "is A X"."""
    out, after = list(tokens), [t.lemma for t in tokens[mention.end : mention.end + 2]]
    between = all(t.low in ARTICLES for t in out[2 : mention.start])
    if out[0].lemma == "be" and between and len(after) > 1 and after[0] in ("who", "that", "which") and after[1] == "be":
        out[0] = Token(out[0].text, out[mention.end + 1].low)
        out[1] = _nothing(out[1])
        out[mention.end : mention.end + 2] = map(_nothing, out[mention.end : mention.end + 2])
    return out


def without_titles(tokens: Sequence[Token], mentions: Sequence[Mention], matches: Sequence[Match]) -> list[Token]:
    """``Mr Bell``, and ``Pope Pius`` where the office is named once more: titles before names say nothing."""
    out = list(tokens)
    offices = [m for m in matches if m.kind == "term"]
    for mention in mentions:
        before = mention.start - 1
        if before >= 0 and out[before].low in english.TITLES:
            out[before] = _nothing(out[before])
        title = next(
            (m for m in offices if m.end == mention.start and out[m.start].text[:1].isupper() == out[mention.start].text[:1].isupper()), None
        )
        others = [m for m in offices if title is not None and m.target == title.target and (m.end <= title.start or m.start >= mention.end)]
        if title is not None and others:
            out[title.start : title.end] = map(_nothing, out[title.start : title.end])
    return out


def without_exception(tokens: Sequence[Token], mentions: Sequence[Mention]) -> tuple[list[Token], list[Mention]]:
    """``is there a cloud besides A`` as "other cloud", ``which clouds other than A``, ``who besides A and B``, ``who joined A in`` as "which clouds", "who"; whom that leaves out.

    A yes or no that excepts a party and names no noun for the others stays as it is.
    """
    out = list(tokens)
    left: list[Mention] = []
    lows = [t.low for t in out]
    for n, mention in enumerate(mentions):
        joints = [lows[a.end : b.start] for a, b in pairwise(mentions[max(0, n - 1) : n + 2])]
        listed = joints[:1] in _JOINTS or (joints[:1] == [[]] and joints[1:] in _JOINTS)
        if left and n and left[-1] is mentions[n - 1] and listed and not left[-1].possessive:  # "besides A, B and C"
            out[left[-1].end : mention.end] = map(_nothing, out[left[-1].end : mention.end])
            left.append(mention)
            continue
        at = mention.start - 1
        while at >= 0 and lows[at] in _BEFORE_EXCEPTED:
            at -= 1
        if lows[at - 1 : at + 1] in (["other", "than"], ["else", "than"]):
            first = at - 1
        elif lows[at] == "joined" and at + 1 == mention.start and lows[0] in english.WHO and lows[mention.end : mention.end + 1] == ["in"]:
            acting = lows[mention.end + 1 : mention.end + 2]
            first = at if acting and acting[0].endswith("ing") else mention.start  # "joined A in investing in B", "joined A in B's round"
        elif lows[at] in ("besides", "except") or lows[at : at + 2] in (["apart", "from"], ["aside", "from"]):
            first = at
        else:
            continue
        if first and lows[first - 1] == "else":  # "who else besides A"
            first -= 1
        noun = out[first - 1] if first else None
        named = noun is not None and noun.lemma not in english.FILLER and noun.low not in ARTICLES | english.WHO and noun.low != "joined"
        named = named and not any(m.start < first <= m.end for m in mentions)
        if not named and out[0].lemma in english.YES_NO:
            continue
        end = mention.end + (lows[mention.end : mention.end + 1] == ["itself"])
        if mention.possessive and lows[mention.end : mention.end + 1] == ["own"]:
            end = min(mention.end + len(("own", "store")), len(out))  # "other than A's own store"
        out[first:end] = map(_nothing, out[first:end])
        if named and noun is not None and english.WHO.isdisjoint(lows[:first]):  # "is there a cloud other than A": another one
            out[first - 1 : first + 1] = [Token(noun.text, "other"), Token(noun.text, noun.low)]
        left.append(mention)
    return out, left


def _before_names(out: list[Token], start: int) -> bool:
    """True for a verb that leads to who does something, and "either" between that and the names is taken away."""
    if out[start - 1].low == "either":
        out[start - 1] = _nothing(out[start - 1])
        start -= 1
    return start > 1 and out[start - 1].lemma in english.YES_NO and out[start - 1].lemma != "be"


def without_choice(tokens: Sequence[Token], mentions: Sequence[Mention], commas: Sequence[int]) -> list[Token]:
    """``is it A or B``: who it is, is what is asked."""
    out = list(tokens)
    asks = out[0].lemma in english.YES_NO if out else False
    for a, b in pairwise(mentions):
        between = out[a.end : b.start]
        if not asks and b.end == len(out) and a.start in commas and any(t.low == "or" for t in between) and any(t.low in _WHO_OR_WHERE for t in out):
            out[a.start : b.end] = map(_nothing, out[a.start : b.end])  # "who is it, A or B"
            return out
        if (
            not asks
            and a.start == 0
            and [t.low for t in between] in (["or"], ["vs"], ["versus"])
            and any(t.low in english.WHO for t in out[b.end : b.end + 1])
        ):
            out[: b.end] = map(_nothing, out[: b.end])  # "A or B: who is it"
            return out
        if asks and a.start == 1 and len({m.party for m in mentions}) == 2 and [t.low for t in between] == ["or"]:  # "may A or B …": either will do
            out[a.end] = _nothing(out[a.end])
            return out
        if not asks and a.end + 1 == b.start and out[a.end].low == "or" and a.start and _before_names(out, a.start):
            out[a.end] = _nothing(out[a.end])  # "how many days' notice must A or B give": either will do
            return out
        if not asks or a.start == 1:
            continue
        if a.party != b.party and not a.possessive and any(t.low == "or" for t in between) and all(t.low in _CHOICE for t in between):
            first = a.start
            while any(m.end == first for m in mentions):  # "A, B or C"
                first = next(m.start for m in mentions if m.end == first)
            out[first] = Token(out[first].text, "who")
            out[first + 1 : b.end] = map(_nothing, out[first + 1 : b.end])
            return out
    return out
