"""Who asks and how politely, what the answer should look like, and statements that are put to be checked, as they are said before and behind a question.

It is the text as typed that is looked at, since a sentence's end, a comma and a question mark say where a question starts.
"""

from __future__ import annotations

from tenor.ask.around import ASKING_WORDS
from tenor.ask.lexicon import SLIPS

_CHECKED = "is it true that "


#: Phrases as words by their first word, the longest first.
Phrases = dict[str, list[list[str]]]
#: Parts that follow each other, each one of its phrases.
Pattern = tuple[Phrases, ...]


def _phrases(text: str) -> Phrases:
    """Phrases that are parted by semicolons or lines."""
    found: Phrases = {}
    for phrase in sorted((p.split() for p in text.replace("\n", ";").split(";")), key=len, reverse=True):
        if phrase:
            found.setdefault(phrase[0], []).append(phrase)
    return found


def _pattern(*texts: str) -> Pattern:
    return tuple(map(_phrases, texts))


_READERS = "user; client; reader; listener; customer; colleague; boss; editor; team; manager; principal; friend; student; viewer; desk"
#: Whoever asks, in whose name.
_ASKERS = (
    _pattern("my; our; the; a; one of our; one of my; another", _READERS),
    _pattern("i; we; someone; somebody; users; readers; listeners; counsel"),
)
_ASKING = (
    _pattern(
        """asks; ask; asked; is asking; am asking; are asking; has asked; have asked; asks me; asked me; has asked me; wonders; wonder; is wondering; am wondering; was wondering
    are wondering; is curious; am curious; was asked; have been asked; am trying to find out; is trying to find out; are trying to find out; am trying to establish; is interested to know
    is interested in; am interested in; wants me to find out; wants me to check; asks me to find out; is keen to know; am keen to know; asks us; asks about; is asking about"""
    ),
)
_WISHING = (
    _pattern(
        "want; wants; wish; wishes; need; needs; would like; would love; should like; seek; seeks",
        "to know; to find out; to learn; to ask; to establish; to understand; to be told; to hear; to see; to ask about; to know about; to have",
    ),
)
_NEEDING = (
    _pattern(
        "needs; wants; requires; require; would like; should like; is looking for; am looking for; are looking for; is after; am after; seeks; requests"
    ),
)
#: Openings that lead to a verb of telling, and to nothing else.
_REQUESTS = (
    _pattern("could you; can you; would you; will you; might you; can someone; could someone; can anybody; be so kind as to; help me; help me to; do; i ask you to"),
    _pattern("i; we", "would like you to; need you to; want you to; ask you to; would ask you to; should like you to"),
    _pattern("i; we; it", "should be; would be; shall be; will be; am; are", "grateful; obliged; thankful; glad; happy; helpful; great; good; nice", "if you would; if you could; if you can; for you to"),
    _pattern("i; we", "would; should", "appreciate it if you would; appreciate it if you could; appreciate if you could; be so grateful if you could"),
    _pattern("would you be so kind as to; could you be so kind as to; it would help if you could; grateful if you could; grateful if you would"),
)  # fmt: skip
_POLITE = (
    _pattern(
        """please; kindly; pls; plz; hello; hi; hey; good morning; good afternoon; good evening; dear all; thanks in advance; may i ask; may we ask; might i ask; if i may ask; if i may; could i ask
    can i ask; so; ok; okay; well; now then; one more thing; next question; another question; follow up; follow up question; question; a question; my question is; my question; the question is; here is my question"""
    ),
)
_ERRANDS = (
    _pattern("on behalf of; for; at the request of; on the instruction of; on the instructions of; asking for", "my; our; the; a; an", _READERS),
    _pattern("on", "my; our; the; a", "user's; client's; reader's", "behalf"),
    _pattern("for", "my; our; a; an; the", "article; memo; report; brief; podcast; schedule; file; records; record; story; filing; slide; deck; thesis; paper; newsletter; summary; table; spreadsheet; chronology; timeline; piece"),
)  # fmt: skip
#: Verbs of telling: what is listed, what is named, what is told as it is, and what is confirmed.
_LISTING = (
    _pattern(
        "list; enumerate; list out; itemize; itemise; list for me; give me a list of; give a list of; provide a list of; provide me with a list of; compile a list of; draw up a list of"
    ),
)
_STATING = (
    _pattern(
        """identify; specify; state; provide; provide me with; provide us with; describe; explain; outline; indicate; set out; set forth; summarize; summarise; detail; report; determine; establish
    ascertain; supply; clarify; quote; advise; advise me; spell out; lay out; walk me through; pin down; work out; identify for me; describe for me; describe to me; explain to me; let me have; furnish"""
    ),
)
_TELLING = (
    _pattern(
        "tell me; tell us; let me know; let us know; inform me; inform us; advise me as to; tell my user; tell the user; say; show; show me; show us; give; give me; give us; find; find out; look up; name; check; see; remind me; point out; note"
    ),
)
_CONFIRMING = (
    _pattern(
        "confirm; confirm that; confirm to me that; verify; verify that; check that; check; fact check; double check; double check that; fact check that; fact check whether; fact check if; validate that; validate"
    ),
)
#: Labels before a statement that is to be checked.
_LABELS = (_pattern(
    """yes or no; answer yes or no; answer with yes or no; reply with yes or no; just yes or no; in one word; in one sentence; in short; in brief; briefly; short answer; quick answer
    fact check; fact check this; factcheck; true or false; true false; t f; true or not; right or wrong; correct or not; correct or incorrect; correct or false; fact or fiction; claim check; check this
    check this claim; verify; verify this; verify this claim; please verify; statement; statement to check; claim to check; to check; is this true; is this right; is this correct; is it true; true
    correct me if i am wrong; correct me if im wrong; check; fact checking; fact checking this; please check; please check this; please fact check; quick fact check; myth or fact; fact or myth; accurate or not
    say whether this is true; say if this is true; say true or false; i read that; i heard that; i have read that; i have heard that; i have heard; i heard; i read; we heard that; someone told me; someone told me that; somebody told me that
    i was told that; i was told; i understand that; i take it that; i take it; i assume that; i believe that; i gather that; i gather; am i right that; am i correct that; am i right in thinking that; am i right to think that
    am i correct in thinking that; would i be right that; would i be right in saying that; would i be correct in saying that; can i say that; may i write that; can i write that; can we write that; is it safe to say that
    claim; rate this claim; rate this; rate; is this statement accurate; is this statement true; is this statement correct; is the following correct; is the following true; is the following accurate
    is the following statement correct; is the following statement true; debunk or confirm; confirm or debunk; confirm or deny; assess; assess this; assess this claim; evaluate; evaluate this claim; sanity check; reality check
    double check; do i understand correctly that; do i understand it right that; do i have it right that; if i understand correctly; if i understand it right; if i am not mistaken; if im not mistaken; as i understand it
    as far as i understand; as far as i can tell; i think; i think that; i believe; i thought; i thought that; am i correct in saying that; am i correct to say that; am i correct in assuming that
    can you confirm; can you confirm that; could you confirm; could you confirm that; someone says; someone claims; someone claims that; someone says that; people say; people say that; they say; they say that; it is said that"""
    ),
    _pattern(
        "a; an; one; some; my; our; this; another",
        "podcast; article; post; newspaper; tweet; blog; report; colleague; friend; source; listener; commenter; reader; guest; paper; note; notes; headline; newsletter; student; client; user; editor",
        "said that; says that; says; said; say; say that; claims that; claimed that; claims; claimed; writes that; wrote that; told me that; reports that; argues that; states that; believes that; thinks that",
    ),
)  # fmt: skip
#: Labels that lead to a statement only behind a colon, a dash or a comma.
_MARKED = frozenset(
    ("claim", "rate", "assess", "evaluate", "check", "verify", "statement", "true", "to check", "is it true", "t f", "please check", "please verify")
)
#: Questions behind a statement, that ask whether it is so.
_TAGS = frozenset(
    phrase.strip()
    for phrase in """
    verdict; your verdict; what is the verdict; what do the records say; what does the record say; supported; is it supported; is that supported; is this supported; confirmed; is that confirmed; proven
    correct; right; true; no; yes; is that so; is that right; is that correct; is that true; is this right; is this correct; is this true; is this so; is it true; is it so; is it right; is it correct
    true or false; false or true; yes or no; right or wrong; fact or fiction; true or not; correct or not; is that accurate; is this accurate; accurate; is that a fact; is that the case; is this the case; is it the case
    isnt it; isnt that so; isnt that right; isnt that true; isnt that correct; arent they; doesnt it; dont they; didnt it; didnt they; hasnt it; havent they; wasnt it; werent they; cant it; cant they
    is it not; is that not so; does it not; did it not; was it not; do they not; has it not; does the record agree; do the records agree; do the records bear this out; does the record bear this out; does that hold
    does this hold; does that stand; does the record support that; do the records support that; do the records support this; is that borne out; is this borne out; can you confirm; can you confirm that; can you confirm this
    could you confirm; please confirm; please confirm this; please confirm or deny; confirm or deny; fact check; fact check please; please check; am i right; am i correct; have i got that right; did i get that right; eh; huh
    is that still true; is that still so; is that still the case; is this still true; is this still the case; still true; agreed; or not; is it; are they; is this statement true; is this statement correct; is the statement true
    is that statement true; is that statement correct; is the statement correct; is the statement accurate; is that claim true; is this claim true; is the claim true; is this claim correct; is that claim correct""".replace(
        "\n", ";"
    ).split(";")
    if phrase.strip()
)
#: Words of a sentence that only says what the answer should look like.
_FORM = frozenset(
    """please kindly just only give provide state answer reply respond cite quote name list include add say show tell me us with in and or the a an both all each every any its their exact full short brief briefly
    one two three word words sentence sentences line lines yes no date dates day days number numbers figure figures amount amounts sum sums source sources name names year years month months if known
    hi hello hey there good morning afternoon evening dear team quick question possible available where citation citations reference references link links percentage percentages percent dollars keep it i need want would like will do to be thanks thank you very much in advance for your
    help us dollars usd as well too and nothing else no commentary concise precise plain english bullet points bullets list table""".split()
)
_ASKER_STARTS = (
    _pattern(
        "i am; we are; my user is; my client is; our client is; the user is; i work; we work; i have been asked; this is for; it is for; context; background; for context; for background; i write; i was asked; i need this for; we need this for"
    ),
)
#: Whoever asks, at work on a text: what that is about is no part of a question that says itself what it is about.
_WORKING = (
    _pattern(
        "i am; we are; my user is; our client is; my client is; the user is; i'm",
        "writing; preparing; drafting; researching; compiling; putting together; working on; fact checking; checking; reporting; reviewing; summarizing; editing; looking into",
    ),
)
_POINTING = frozenset(("it", "they", "them", "this", "that", "there", "he", "she", "his", "their", "its", "these", "those"))
_ABBREVIATIONS = frozenset("i.e e.g vs inc corp ltd co u.s u.k no nos mr ms mrs dr st approx cf p pp sec art fig a.k.a".split())
_WH = frozenset("what which who whom whose when where how why".split())
_VERBS_FIRST = frozenset(
    "is are was were am do does did has have had can could may might will would shall should must isnt arent wasnt werent doesnt dont didnt hasnt havent hadnt cant couldnt wont wouldnt".split()
)
#: Verbs that make a sentence of what stands before and behind them.
#: Verbs that can be no participle: "the stake held by A" is no sentence.
_FINITE = frozenset(
    """is are was were has had can cannot cant may must will isnt arent wasnt werent doesnt didnt hasnt hadnt does did pays owns holds sits sells leads keeps gives buys receives gets invests remains becomes
    owes guarantees lends grants builds covers supplies commits decides verifies expires includes requires distributes takes belongs depends""".split()
)
_FINITE_OR_NOT = _FINITE | frozenset(
    """paid owned held sat sold led kept lost gave bought received got invested runs remained became won leased built owed guaranteed lent granted signed ended committed supplied pledged agreed decided uses ends starts
    offers offered hosts took used""".split()
)
#: What may stand behind a question that only asks it once more.
_AGAIN = frozenset(
    "what is was it that figure has been have reported how much many the number amount sum which one who when are they does say records record do stated recorded known given disclosed published in all value".split()
)
_TWO = 2
#: Words that what is asked about has at least, where it stands before the question.
_SHORTEST_SUBJECT = 3
_JOINS = (" - ", " – ", " — ", "? ", ": ")


class _Words:
    """The words of a text in lower case without their marks, and where each starts and ends."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lows: list[str] = []
        self.starts: list[int] = []
        at = 0
        for raw in text.split():
            at = text.index(raw, at)
            word = raw.strip(".,;:!?\"'()[]“”‘’–—-").casefold().replace("’", "'")
            for part in (_OPENED.get(word) or word.replace("-", " ")).split() or ([] if not word else [word]):
                self.lows.append(part.replace("n't", "nt") if part.endswith("n't") else part)
                self.starts.append(at)
            at += len(raw)

    def starts_with(self, i: int, patterns: tuple[Pattern, ...]) -> int:
        """How many words the longest has of what these patterns make of the words from a position on; 0 where none fits."""
        return max((self._fits(i, pattern) for pattern in patterns), default=0)

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


_OPENED = {"i'd": "i would", "we'd": "we would", "i'm": "i am", "we're": "we are", "i've": "i have", "we've": "we have", "it'd": "it would", "what's": "what is", "t/f": "t f", "true/false": "true false"}  # fmt: skip


def stripped(text: str) -> str:
    """A question without what stands around it; a statement that is to be checked starts with "is it true that"."""
    for opened in ("(not ", "(no ", "(i.e. not "):  # an aside in brackets is one between commas
        text = text.replace(opened, f", {opened[1:]}").replace(")", ",") if opened in text else text
    sentences, checked = _without_tags(_sentences(text.strip()))
    rest = " ".join(sentences)
    if len(sentences) == _TWO and sentences[0].endswith("?") and _Words(sentences[1]).lows[:1] and _Words(sentences[1]).lows[0] in ASKING_WORDS:
        rest = f"{sentences[0].rstrip(' ?')} and {sentences[1]}"
    rest, tagged = _without_tag(rest)
    rest, labelled = _without_label(rest)
    rest, confirmed = _without_opening(rest)
    rest = _question_first(rest)
    if checked or tagged or labelled or confirmed:
        return _statement(rest)
    return _statement(rest) if _is_sentence(rest) else rest


def _sentences(text: str) -> list[str]:
    """The sentences of a text; an abbreviation ends none."""
    out, start = [], 0
    for i, c in enumerate(text[:-1]):
        if c not in ".?!\n" or text[i + 1] not in ' \n"”':
            continue
        word = text[start:i].rsplit(None, 1)[-1:] if c == "." else []
        if word and (word[0].casefold() in _ABBREVIATIONS or len(word[0].strip("(")) == 1):
            continue
        out.append(text[start : i + 1].strip())
        start = i + 1
    return [s for s in (*out, text[start:].strip()) if s]


def _plain(sentence: str) -> str:
    return " ".join(_Words(sentence).lows).replace("'", "")


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
    while len(sentences) > 1 and _about_the_asker(sentences[0]) and _POINTING.isdisjoint(_named_in(sentences)):
        sentences = sentences[1:]
    while len(sentences) > 1 and _about_the_asker(sentences[-1]):
        sentences = sentences[:-1]
    return sentences, checked


def _named_in(sentences: list[str]) -> list[str]:
    """The words of the second sentence, where the first names something that one of them could point to."""
    named = any(raw[:1].isupper() for raw in sentences[0].split()[1:] if raw not in ("I", "I'm", "I've"))
    return _Words(sentences[1]).lows if named else []


def _is_tag(plain: str) -> bool:
    """``is that so``, ``right``, ``can they``, ``does it not``."""
    words = plain.split()
    short = (
        len(words) in (2, 3)
        and words[0] in _VERBS_FIRST
        and words[1] in ("it", "they", "he", "she", "we", "you", "there")
        and words[2:] in ([], ["not"])
    )
    return short or plain in _TAGS


def _only_form(sentence: str, plain: str) -> bool:
    words = plain.split()
    return not sentence.endswith("?") and all(w in _FORM for w in words)


def _about_the_asker(sentence: str) -> bool:
    """``I am compiling a schedule.``: nothing in it is asked, and no name stands in it."""
    words = _Words(sentence)
    if words.starts_with(0, _WORKING):
        return not sentence.endswith("?")
    named = any(raw[:1].isupper() or raw[:1].isdigit() for raw in sentence.split()[1:] if raw not in ("I", "I'm", "I've", "I’m"))
    return not sentence.endswith("?") and not named and bool(words.starts_with(0, _ASKER_STARTS))


def _without_tag(text: str) -> tuple[str, bool]:
    """A tag behind the last comma: ``…, right?``, ``…, no?``."""
    head = text.rstrip(" ?!.")
    for mark in (",", " -", " –", " —", ";", ":"):
        before, found, tag = head.rpartition(mark)
        if found and before.strip() and _is_tag(_plain(tag)):
            return before.rstrip(" ,-–—"), True
    words = _Words(text)
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
    words = _Words(text)
    n = words.starts_with(0, _LABELS)
    while n and " ".join(words.lows[:n]) in _MARKED and not words.mark_before(n):
        return text, False
    if not n or n >= len(words.lows) - 1 or (words.lows[n] in ("of", "on", "the") and " ".join(words.lows[:n]) in _MARKED):
        return text, False
    n += words.lows[n] in ("that", "whether", "if")
    return words.rest(n), True


def _without_opening(text: str) -> tuple[str, bool]:
    """``My user would like to know …``, ``please identify …``: what is asked alone, as a question, and whether it is a statement that is to be confirmed."""
    words = _Words(text)
    i, asked, tell = 0, False, ""
    while i < len(words.lows):
        if n := words.starts_with(i, _POLITE) or words.starts_with(i, _ERRANDS):
            i += n
            continue
        asker = words.starts_with(i, _ASKERS)
        wish = asker and (words.starts_with(i + asker, _ASKING) or words.starts_with(i + asker, _WISHING))
        need = asker and not wish and words.starts_with(i + asker, _NEEDING)
        if wish or need:
            i, asked, tell = i + asker + (wish or need), True, "need" if need else tell
            continue
        request = words.starts_with(i, _REQUESTS)
        j = i + request
        j += words.starts_with(j, _POLITE)
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
            for name, phrases in (("list", _LISTING), ("state", _STATING), ("tell", _TELLING), ("confirm", _CONFIRMING))
        ),
        key=lambda pair: pair[0],
    )
    n, name = found
    after = words.lows[i + n] if i + n < len(words.lows) else "of"
    behind = words.lows[i + n + 1] if i + n + 1 < len(words.lows) else ""
    noun = after in ("of", "is", "are", "was", "price", "prices") or (after in ("by", "from", "in", "on", "for", "at") and behind not in _WH)
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
    if first in _WH or (first in _VERBS_FIRST and not tell):
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
    for mark in _JOINS:
        before, found, after = text.rstrip(" ?").rpartition(mark)
        lows = _Words(after).lows
        if not found or len(before.split()) < _SHORTEST_SUBJECT or not lows or _Words(before).lows[0] in ASKING_WORDS:
            continue
        if lows[0] in _WH and all(w in _AGAIN for w in lows):
            return f"{after} {before}"
        if mark == ": " and lows[0] in _VERBS_FIRST and "," in before and text.endswith("?"):  # "X, Y, on D: may it …"
            return f"{after} {before}"
    return text


def _has_verb(lows: list[str]) -> bool:
    return any(w in _FINITE_OR_NOT for w in lows[1:8]) or ("no" in lows and "longer" in lows)


def _is_sentence(text: str) -> bool:
    """True for a full sentence: no word in it asks, and a verb stands behind its first words."""
    lows = _Words(text).lows
    if any(mark in text for mark in (":", ",", " - ", " – ", "—")) or (text.endswith("?") and lows[1:2] and lows[1] in _VERBS_FIRST):
        return False
    words = _Words(text)
    if any(words.starts_with(0, verbs) for verbs in (_LISTING, _STATING, _TELLING)):
        return False
    if len(lows) < 4 or SLIPS.get(lows[0], lows[0]) in ASKING_WORDS or any(w in _WH or w in ("list", "versus", "vs", "that", "or") for w in lows):
        return False
    dated = any(w[:1].isdigit() for w in lows)
    return any(w in _FINITE and not (dated and w == "may") for w in lows[1:5])


def _statement(text: str) -> str:
    """As a question whether it is so; what asks already stays as it is."""
    lows = _Words(text).lows
    if not lows or lows[0] in _VERBS_FIRST or (lows[0] in _WH and lows[0] != "when"):
        return text
    return _CHECKED + text
