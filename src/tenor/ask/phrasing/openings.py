"""Who asks and how politely, what the answer should look like, and statements that are put to be checked, as they are said before and behind a question.

It is the text as typed that is looked at, since a sentence's end, a comma and a question mark say where a question starts.
"""

from __future__ import annotations

from functools import lru_cache

from tenor.ask.names.lexicon import SLIPS
from tenor.ask.phrasing.around import ASKING_WORDS
from tenor.ask.phrasing.phrases import (
    ABBREVIATIONS,
    AGAIN,
    ASKER_STARTS,
    ASKERS,
    ASKING,
    CONFIRMING,
    ERRANDS,
    FINITE,
    FINITE_OR_NOT,
    FORM,
    IN_HAND,
    JOINS,
    LABELS,
    LISTING,
    MARKED,
    NEEDING,
    OPENED,
    POINTING,
    POLITE,
    REQUESTS,
    STATING,
    TAGS,
    TELLING,
    VERBS_FIRST,
    WH,
    WISHING,
    WORKING,
    Pattern,
)

_CHECKED = "is it true that "
#: Words that what is asked about has at least, where it stands before the question.
_SHORTEST_SUBJECT = 3
_TWO = 2
#: Marks that can end a sentence.
_ENDING = ".?!\n;:"
#: How many words from the start a text in hand is named at the latest.
_FURTHEST_TEXT = 10
_ITS = ("its", "their")


class _Words:
    """The words of a text in lower case without their marks, and where each starts."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lows: list[str] = []
        self.starts: list[int] = []
        at = 0
        for raw in text.split():
            at = text.index(raw, at)
            word = raw.strip(".,;:!?\"'()[]“”‘’–—-").casefold().replace("’", "'")
            for part in (OPENED.get(word) or word.replace("-", " ")).split() or ([] if not word else [word]):
                self.lows.append(part.replace("n't", "nt") if part.endswith("n't") else part)
                self.starts.append(at)
            at += len(raw)

    def starts_with(self, i: int, patterns: tuple[Pattern, ...]) -> int:
        """How many words the longest has of what these patterns make of the words from a position on; 0 where none fits."""
        first = self.lows[i] if i < len(self.lows) else ""
        return max((self._fits(i, pattern) for pattern in patterns if first in pattern[0]), default=0)

    def _fits(self, i: int, pattern: Pattern) -> int:
        at = i
        for phrases in pattern:
            first = self.lows[at] if at < len(self.lows) else ""
            n = next((len(p) for p in phrases.get(first, ()) if self.lows[at : at + len(p)] == p), 0)
            if not n:
                return 0
            at += n
        return at - i

    def rest(self, i: int) -> str:
        """The text from a word on."""
        return self.text[self.starts[i] :] if i < len(self.starts) else ""

    def mark_before(self, i: int) -> bool:
        """True where a comma, a colon or a dash stands before a word."""
        return i < len(self.starts) and self.text[: self.starts[i]].rstrip()[-1:] in ",:-–—"


@lru_cache(64)
def _words(text: str) -> _Words:
    """The words of a text, which every step looks at again."""
    return _Words(text)


def stripped(text: str) -> str:
    """A question without what stands around it; a statement that is to be checked starts with "is it true that"."""
    for opened in ("(not ", "(no ", "(i.e. not "):  # an aside in brackets is one between commas
        text = text.replace(opened, f", {opened[1:]}").replace(")", ",") if opened in text else text
    from tenor.ask.phrasing.pointing import about_a_thing

    text = about_a_thing(text.strip()) or text
    typed = _sentences(text.strip())
    if len(typed) == _TWO and not IN_HAND.isdisjoint(_words(typed[0]).lows[:_FURTHEST_TEXT]):
        from tenor.ask.again.written import asked_beside

        typed = asked_beside(*typed)
    sentences, checked = _without_tags(typed)
    if len(sentences) == 1 and (said := _of_a_text(sentences[0], _plain(typed[-1]) if checked else "")) is not None:
        return said
    if (whole := _pointing(sentences)) is not None:
        return whole
    rest = " ".join((*sentences[:1], *map(_going_on, sentences[1:])))
    if len(sentences) == _TWO and sentences[0].endswith("?") and _words(sentences[1]).lows[:1] and _words(sentences[1]).lows[0] in ASKING_WORDS:
        rest = f"{sentences[0].rstrip(' ?')} and {_going_on(sentences[1])}"
    rest, tagged = _without_tag(rest)
    rest, labelled = _without_label(_without_concession(rest))
    rest, confirmed = _without_opening(rest)
    rest = _question_first(rest)
    if checked or tagged or labelled or confirmed:
        return _statement(rest)
    return _statement(rest) if _is_sentence(rest) else rest


def _of_a_text(sentence: str, tag: str) -> str | None:
    """What a text in hand says, to be checked; None where the sentence tells of no such text."""
    if IN_HAND.isdisjoint(_words(sentence).lows[:_FURTHEST_TEXT]):
        return None
    from tenor.ask.again.written import said_in_a_text

    said = said_in_a_text(sentence if tag else _without_tag(sentence)[0], tag)
    return None if said is None else _statement(said)


def _sentences(text: str) -> list[str]:
    """The sentences of a text; an abbreviation ends none."""
    out, start = [], 0
    for i, c in enumerate(text[:-1]) if any(mark in text[:-1] for mark in _ENDING) else ():
        if (
            c in ";:"
            and text[i + 1] == " "
            and _at_work(text[start:i])
            and _Words(text[i + 1 :]).lows[:1]
            and _Words(text[i + 1 :]).lows[0] in ASKING_WORDS
        ):
            out.append(text[start : i + 1].strip())
            start = i + 1
            continue
        if c not in ".?!\n" or text[i + 1] not in ' \n"”':
            continue
        word = text[start:i].rsplit(None, 1)[-1:] if c == "." else []
        if word and (word[0].casefold() in ABBREVIATIONS or len(word[0].strip("(")) == 1):
            continue
        out.append(text[start : i + 1].strip())
        start = i + 1
    return [s for s in (*out, text[start:].strip()) if s]


def _pointing(sentences: list[str]) -> str | None:
    """A statement and the question that points to it as one question; None where there is no such question."""
    from tenor.ask.phrasing.pointing import asked_of

    if len(sentences) == _TWO:
        return asked_of(*sentences)
    before, comma, after = sentences[0].rpartition(",") if len(sentences) == 1 else ("", "", "")
    return asked_of(before, after) if comma else None


def _going_on(sentence: str) -> str:
    """A sentence behind another, whose first word is no name where it is one that asks."""
    first = sentence.split(None, 1)[0]
    return f"{first.lower()}{sentence[len(first) :]}" if first.casefold() in ASKING_WORDS else sentence


def _plain(sentence: str) -> str:
    return " ".join(_words(sentence).lows).replace("'", "")


def _without_tags(sentences: list[str]) -> tuple[list[str], bool]:
    """Without sentences that say who asks and what form an answer should have, and without questions whether it is so; whether there were such."""
    checked = False
    while len(sentences) > 1:
        last = _plain(sentences[-1])
        if _is_tag(last):
            checked = True
        elif not _only_form(sentences[-1], last):
            break
        sentences = sentences[:-1]
    while len(sentences) > 1 and _only_form(sentences[0], _plain(sentences[0])):
        sentences = sentences[1:]
    if len(sentences) == _TWO and _at_work(sentences[0]):
        sentences = [sentences[0], _with_name(sentences[1], _subject_of(sentences[0]))]
    while len(sentences) > 1 and _about_the_asker(sentences[0]) and POINTING.isdisjoint(_named_in(sentences)):
        sentences = sentences[1:]
    while len(sentences) > 1 and _about_the_asker(sentences[-1]):
        sentences = sentences[:-1]
    return sentences, checked


def _at_work(sentence: str) -> bool:
    """``I am writing a piece about X``: whoever asks, at work, or at a place of work."""
    words = _Words(sentence)
    return bool(words.starts_with(0, WORKING) or words.starts_with(0, ASKER_STARTS))


def _subject_of(sentence: str) -> str:
    """The one name in a sentence of whoever asks; empty where there is none, or where there are several."""
    raws = sentence.rstrip(".;:! ").split()
    named = [i for i, raw in enumerate(raws) if i and raw[:1].isupper() and raw not in ("I", "I'm", "I’m", "I've")]
    return " ".join(raws[named[0] :]) if named and named == [*range(named[0], len(raws))] else ""


def _with_name(sentence: str, name: str) -> str:
    """A sentence with a name in the place of the first "its"."""
    raws = sentence.split()
    at = next((i for i, raw in enumerate(raws) if raw.casefold().rstrip("?,.") in _ITS), None)
    if not name or at is None:
        return sentence
    said = raws[at].rstrip("?,.")
    return " ".join([*raws[:at], f"{name}'s{raws[at][len(said) :]}", *raws[at + 1 :]])


def _named_in(sentences: list[str]) -> list[str]:
    """The words of the second sentence, where the first names something that one of them could point to."""
    named = any(raw[:1].isupper() for raw in sentences[0].split()[1:] if raw not in ("I", "I'm", "I've"))
    return _words(sentences[1]).lows if named else []


def _is_tag(plain: str) -> bool:
    """``is that so``, ``right``, ``can they``, ``does it not``."""
    words = plain.split()
    short = (
        len(words) in (2, 3)
        and words[0] in VERBS_FIRST
        and words[1] in ("it", "they", "he", "she", "we", "you", "there")
        and words[2:] in ([], ["not"])
    )
    return short or plain in TAGS


def _only_form(sentence: str, plain: str) -> bool:
    words = plain.split()
    return not sentence.endswith("?") and all(w in FORM for w in words)


def _about_the_asker(sentence: str) -> bool:
    """``I am compiling a schedule.``: nothing in it is asked, and no name stands in it."""
    words = _words(sentence)
    if words.starts_with(0, WORKING):
        return not sentence.endswith("?")
    named = any(raw[:1].isupper() or raw[:1].isdigit() for raw in sentence.split()[1:] if raw not in ("I", "I'm", "I've", "I’m"))
    return not sentence.endswith("?") and not named and bool(words.starts_with(0, ASKER_STARTS))


def _without_concession(text: str) -> str:
    """Without ``, notwithstanding A's license`` behind the last comma: it is granted, and not asked."""
    rest, comma, last = text.rpartition(",")
    lows = _words(last).lows
    granted = lows[:1] in (["notwithstanding"], ["despite"]) or lows[:3] == ["in", "spite", "of"]
    return rest if comma and granted and len(_words(rest).lows) > _SHORTEST_SUBJECT else text


def _without_tag(text: str) -> tuple[str, bool]:
    """A tag behind the last comma: ``…, right?``, ``…, no?``."""
    head = text.rstrip(" ?!.")
    for mark in (",", " -", " –", " —", ";", ":"):
        before, found, tag = head.rpartition(mark)
        if found and before.strip() and _is_tag(_plain(tag)):
            return before.rstrip(" ,-–—"), True
    words = _words(text)
    if (
        text.endswith("?")
        and words.lows[-1:]
        and words.lows[-1] in ("right", "correct", "true")
        and words.lows[0] not in ASKING_WORDS
        and len(words.lows) > 3
    ):
        return text[: words.starts[-1]].rstrip(" ,-"), True
    return text, False


def _without_label(text: str) -> tuple[str, bool]:
    """A label before a statement: ``true or false: …``, ``fact check: …``."""
    words = _words(text)
    n = words.starts_with(0, LABELS)
    while n and " ".join(words.lows[:n]) in MARKED and not words.mark_before(n):
        return text, False
    if not n or n >= len(words.lows) - 1 or (words.lows[n] in ("of", "on", "the") and " ".join(words.lows[:n]) in MARKED):
        return text, False
    n += words.lows[n] in ("that", "whether", "if")
    return words.rest(n), True


def _without_opening(text: str) -> tuple[str, bool]:
    """``My user would like to know …``, ``please identify …``: what is asked alone, as a question, and whether it is a statement that is to be confirmed."""
    words = _words(text)
    i, asked, tell = 0, False, ""
    while i < len(words.lows):
        if n := words.starts_with(i, POLITE) or words.starts_with(i, ERRANDS):
            i += n
            continue
        asker = words.starts_with(i, ASKERS)
        wish = asker and (words.starts_with(i + asker, ASKING) or words.starts_with(i + asker, WISHING))
        need = asker and not wish and words.starts_with(i + asker, NEEDING)
        if wish or need:
            i, asked, tell = i + asker + (wish or need), True, "need" if need else tell
            continue
        request = words.starts_with(i, REQUESTS)
        j = i + request
        j += words.starts_with(j, POLITE)
        verb, n = _verb_of_telling(words, j)
        if not verb or (verb == "tell" and not (request or i or asked)):
            break
        i, tell = j + n, verb
        if verb in ("list", "confirm"):
            break
    if not i or i >= len(words.lows):
        return text, False
    return _asked(words, i, tell, asked=asked)


def _verb_of_telling(words: _Words, i: int) -> tuple[str, int]:
    """What sort of telling the verb at a position asks for, and of how many words it is; a noun of the same form is none."""
    found = max(
        (
            (words.starts_with(i, phrases), name)
            for name, phrases in (("list", LISTING), ("state", STATING), ("tell", TELLING), ("confirm", CONFIRMING))
        ),
        key=lambda pair: pair[0],
    )
    n, name = found
    after = words.lows[i + n] if i + n < len(words.lows) else "of"
    behind = words.lows[i + n + 1] if i + n + 1 < len(words.lows) else ""
    noun = after in ("of", "is", "are", "was", "price", "prices") or (after in ("by", "from", "in", "on", "for", "at") and behind not in WH)
    return (name, n) if n and not noun else ("", 0)


def _asked(words: _Words, i: int, tell: str, *, asked: bool) -> tuple[str, bool]:
    """What is left behind an opening, as a question."""
    rest, first = words.rest(i), words.lows[i]
    if first in ("whether", "if"):
        return words.rest(i + 1), True
    if first == "that" and (tell == "confirm" or asked):
        return words.rest(i + 1), True
    if tell == "list":
        return f"list {rest}", False
    if first in WH or (first in VERBS_FIRST and not tell):
        return rest, False
    if (
        first in ("since", "until", "till", "by", "from", "to", "on", "in", "under", "at", "for", "of", "up", "with", "through")
        and len(words.lows) > i + 1
    ):
        return rest, False
    if tell == "confirm":
        return (rest, True) if _has_verb(words.lows[i:]) else (f"what is {rest}", False)
    if tell in ("state", "need") or (asked and not tell):
        many = first in ("each", "every", "all", "both", "any") or words.lows[i : i + 2] in (
            ["the", "two"],
            ["the", "three"],
            ["a", "list"],
            ["the", "names"],
        )
        if words.lows[i : i + 3] in (["a", "list", "of"], ["the", "names", "of"], ["the", "list", "of"]):
            return f"list {words.rest(i + 3)}", False
        return f"{'list' if many else 'what is'} {rest}", False
    return (f"{words.lows[i - 1]} {rest}" if tell and words.lows[i - 1] in ("give", "show", "name", "find") else rest), False


def _question_first(text: str) -> str:
    """``the cap on X - what figure has been reported?``: what is asked, before what it is asked of."""
    for mark in JOINS:
        before, found, after = text.rstrip(" ?").rpartition(mark)
        if not found or len(before.split()) < _SHORTEST_SUBJECT:
            continue
        lows = _words(after).lows
        if not lows or _words(before).lows[0] in ASKING_WORDS:
            continue
        if lows[0] in WH and all(w in AGAIN for w in lows):
            return f"{after} {before}"
        if mark == ": " and lows[0] in VERBS_FIRST and "," in before and text.endswith("?"):  # "X, Y, on D: may it …"
            return f"{after} {before}"
    return text


def _has_verb(lows: list[str]) -> bool:
    return any(w in FINITE_OR_NOT for w in lows[1:8]) or ("no" in lows and "longer" in lows)


def _is_sentence(text: str) -> bool:
    """True for a full sentence: no word in it asks, and a verb stands behind its first words."""
    lows = _words(text).lows
    if any(mark in text for mark in (":", ",", " - ", " – ", "—")) or (text.endswith("?") and lows[1:2] and lows[1] in VERBS_FIRST):
        return False
    if len(lows) < 4 or SLIPS.get(lows[0], lows[0]) in ASKING_WORDS or any(w in WH or w in ("list", "versus", "vs", "that", "or") for w in lows):
        return False
    if any(_words(text).starts_with(0, verbs) for verbs in (LISTING, STATING, TELLING)):
        return False
    dated = any(w[:1].isdigit() for w in lows)
    return any(w in FINITE and not (dated and w == "may") for w in lows[1:5])


def _statement(text: str) -> str:
    """As a question whether it is so; what asks already stays as it is."""
    lows = _words(text).lows
    if not lows or lows[0] in VERBS_FIRST or (lows[0] in WH and lows[0] != "when"):
        return text
    return _CHECKED + text
