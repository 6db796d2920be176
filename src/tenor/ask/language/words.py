"""English words in a normal form, the same for the vocabulary and for questions.

No library of the field is used: the path that answers a question has a few milliseconds, and both sides only need to agree with each other.
"""

from __future__ import annotations

from functools import lru_cache

_IRREGULAR = {
    "am": "be", "is": "be", "are": "be", "was": "be", "were": "be", "been": "be", "being": "be",
    "has": "have", "had": "have", "having": "have", "does": "do", "did": "do", "done": "do", "doing": "do",
    "paid": "pay", "paying": "pay", "held": "hold", "sold": "sell", "bought": "buy", "gave": "give", "given": "give", "got": "get", "gotten": "get",
    "ran": "run", "running": "run", "said": "say", "says": "say", "told": "tell", "went": "go", "goes": "go", "gone": "go", "made": "make",
    "making": "make", "took": "take", "taken": "take", "taking": "take", "put": "put", "putting": "put", "kept": "keep", "left": "leave",
    "leaving": "leave", "became": "become", "becoming": "become", "began": "begin", "begun": "begin", "beginning": "begin", "lent": "lend",
    "spent": "spend", "built": "build", "lost": "lose", "losing": "lose", "won": "win", "met": "meet", "led": "lead", "owes": "owe", "owed": "owe",
    "owing": "owe", "using": "use", "used": "use", "uses": "use", "raised": "raise", "raising": "raise", "committed": "commit", "committing": "commit",
    "shipped": "ship", "shipping": "ship", "capped": "cap", "sued": "sue", "suing": "sue", "stopped": "stop", "stopping": "stop", "dropped": "drop", "planned": "plan",
    "agreed": "agree", "agreeing": "agree", "freed": "free", "let": "let", "letting": "let", "set": "set", "setting": "set", "knew": "know",
    "known": "know", "thought": "think", "shown": "show", "wrote": "write", "saw": "see", "spoke": "speak", "spoken": "speak", "written": "write", "chose": "choose", "chosen": "choose",
    "swung": "swing", "rose": "rise", "risen": "rise", "fell": "fall", "fallen": "fall", "grew": "grow", "grown": "grow", "shrank": "shrink", "shrunk": "shrink", "came": "come", "coming": "come", "stood": "stand", "understood": "understand",
    "sat": "sit", "sitting": "sit", "served": "serve", "serving": "serve", "serves": "serve", "succeeded": "succeed", "succeed": "succeed", "succeeds": "succeed", "succeeding": "succeed", "exceed": "exceed", "exceeds": "exceed", "exceeded": "exceed", "proceed": "proceed", "proceeds": "proceed", "proceeded": "proceed", "preceded": "precede",
    "men": "man", "women": "woman", "people": "person", "persons": "person", "children": "child", "ceos": "ceo", "cfos": "cfo", "coos": "coo", "ctos": "cto",
    "rights": "right", "terms": "term", "news": "news", "its": "its", "this": "this", "thus": "thus", "us": "us", "as": "as", "his": "his",
    "less": "less", "plus": "plus", "yes": "yes", "always": "always", "chips": "chip", "series": "series", "process": "process",
    "licence": "license", "licences": "license", "licenced": "license", "licensed": "license", "licensing": "license", "licenses": "license",
    "licensee": "licensee", "programme": "program", "programmes": "program", "centre": "center", "centres": "center", "colour": "color",
    "neighbour": "neighbor", "labour": "labor", "favour": "favor", "defence": "defense", "cancelled": "cancel", "cancelling": "cancel", "cancellable": "cancelable", "noncancellable": "noncancelable",
    "modelling": "model", "modelled": "model", "behaviour": "behavior", "whilst": "while", "amongst": "among", "untill": "until", "till": "until",
    "vs": "versus", "cofounder": "cofounder", "yrs": "year", "yr": "year", "bn": "billion", "mn": "million", "pct": "percent", "%": "percent",
    "dollars": "dollar", "usd": "dollar", "$": "dollar", "during": "during", "something": "something", "anything": "anything", "nothing": "nothing",
    "everything": "everything", "thing": "thing", "king": "king", "ring": "ring", "string": "string", "spring": "spring", "bring": "bring",
    "red": "red", "need": "need", "needed": "need", "speed": "speed", "feed": "feed", "bed": "bed", "indeed": "indeed", "hundred": "hundred",
    "various": "various", "previous": "previous", "status": "status", "bus": "bus", "gas": "gas", "class": "class", "across": "across",
    "business": "business", "access": "access", "address": "address", "loss": "loss", "gross": "gross", "press": "press", "pass": "pass",
    "resold": "resell", "forbade": "forbid", "forbidden": "forbid", "drew": "draw", "drawn": "draw", "undertook": "undertake", "undertaken": "undertake",
    "withdrew": "withdraw", "withdrawn": "withdraw", "forgone": "forgo", "forgoes": "forgo", "forwent": "forgo", "foresaw": "foresee", "foreseen": "foresee",
    "foresee": "foresee", "sought": "seek", "broke": "break", "broken": "break", "bore": "bear", "brought": "bring", "dealt": "deal", "struck": "strike",
    "instalment": "installment", "instalments": "installment", "honour": "honor", "honoured": "honor", "fulfil": "fulfill", "fulfils": "fulfill",
    "plough": "plow", "ploughed": "plow", "rumoured": "rumor", "rumour": "rumor", "pact": "agreement", "pacts": "agreement", "accord": "agreement", "accords": "agreement", "guaranty": "guarantee", "guaranties": "guarantee",
    "controlled": "control", "controlling": "control", "patrolled": "patrol", "patrolling": "patrol", "travelled": "travel", "travelling": "travel",
    "compelled": "compel", "expelled": "expel", "labelled": "label", "exclusively": "exclusive", "solely": "sole", "currently": "current", "presently": "present", "initially": "initial",
}  # fmt: skip

ARTICLES = frozenset(("the", "a", "an"))

_CONTRACTIONS = {
    "whos": ("who", "is"), "whats": ("what", "is"), "hows": ("how", "is"), "wheres": ("where", "is"), "whens": ("when", "is"),
    "isnt": ("is", "not"), "arent": ("are", "not"), "wasnt": ("was", "not"), "werent": ("were", "not"), "doesnt": ("does", "not"),
    "dont": ("do", "not"), "didnt": ("did", "not"), "cant": ("can", "not"), "cannot": ("can", "not"), "couldnt": ("could", "not"),
    "wont": ("will", "not"), "wouldnt": ("would", "not"), "hasnt": ("has", "not"), "havent": ("have", "not"), "hadnt": ("had", "not"),
    "shouldnt": ("should", "not"), "aint": ("is", "not"), "thats": ("that", "is"), "theres": ("there", "is"),
}  # fmt: skip

_POSSESSIVE_WH = frozenset(("who", "what", "how", "where", "when", "that", "there", "it", "he", "she"))


class Token:
    """One word of a question: as typed, in lower case, in normal form, where it stood, and whether it was a possessive."""

    __slots__ = ("lemma", "low", "possessive", "text")

    def __init__(self, text: str, low: str, possessive: bool = False) -> None:
        self.text = text
        self.low = low
        self.lemma = lemma(low)
        self.possessive = possessive

    def __repr__(self) -> str:
        return f"<{self.low}>"


#: How many words and texts that were taken apart are remembered, and how long a text may be for that.
_REMEMBERED = 20_000
_LONGEST_REMEMBERED = 300

#: From this many letters on, a verb in "-ise" has the form of one in "-ize": not "raise".
_SHORTEST_IN_ISE = 5


@lru_cache(_REMEMBERED)
def lemma(word: str) -> str:
    """The normal form of a lower-case word: one form for a verb's or a noun's forms and for both spellings.

    It is a key, not a word: a final ``e`` is dropped (``share``, ``shared`` and ``sharing`` give ``shar``).
    """
    base = _IRREGULAR.get(word) or (_base(word) if len(word) > 3 and word.isalpha() else word)
    if base[-1:] == "s" and base[:1].isalpha() and base[-2:-1].isdigit():  # several of one model: "X450s"
        return base[:-1]
    if len(base) > 3 and base[-1] == "e" and base.isalpha():
        base = base[:-1]
    return f"{base[:-1]}z" if len(base) > _SHORTEST_IN_ISE and base.endswith("is") else base


def irregular() -> dict[str, str]:
    """Words whose normal form no rule gives, with that form."""
    return {word: lemma(word) for word in _IRREGULAR}


def _base(word: str) -> str:
    if word.endswith("isation"):
        return word[:-7] + "ization"
    if word.endswith(("ies", "ied")) and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is", "as", "os")):
        return _base(word[:-1]) if word.endswith(("ings", "eds")) else word[:-1]
    if word.endswith("ing") and len(word) > 5:
        return _undouble(word[:-3])
    if word.endswith("ed") and len(word) > 4:
        return _undouble(word[:-2])
    return word


def _undouble(stem: str) -> str:
    return stem[:-1] if len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in "lsz" else stem


#: What cannot be seen and comes along with copied text: soft hyphens, spaces and joiners without width, marks of direction and of byte order.
_UNSEEN = frozenset((0xAD, 0x61C, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x206A), 0xFEFF))


def legible(question: str) -> str:
    """A question without letters that nobody sees, and without raised digits, which are marks of footnotes and no numbers."""
    if question.isascii():
        return question
    seen = [c for c in question if ord(c) not in _UNSEEN]
    return "".join(" " if c.isdigit() and not c.isdecimal() else c for c in seen)


#: The numbers up to nineteen in words, and the tens from twenty on.
COUNTING = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_COUNTS = frozenset((*COUNTING, *TENS, "hundred", "half", "quarter", "quarters"))
_SCALES = frozenset(("thousand", "million", "billion", "trillion"))
#: Letters of which a text with a number in words that counts as an amount has some.
_OF_AMOUNTS = (
    *("illion", "undred", "housand", "teen", "enty", "irty", "orty", "ifty", "ixty", "ghty", "nety"),
    *("ercent", "er cent", "igawatt", "egawatt", "ollar", " GW", " MW", " pound", " euro", " pence", " cents"),
)


def with_figures(text: str) -> str:
    """A text whose amounts are in figures: ``half a trillion``, ``twenty percent``."""
    if not any(letters in text for letters in _OF_AMOUNTS):
        return text
    words = text.casefold().replace("-", " ").replace("(", " ").replace('"', " ").split()
    if _COUNTS.isdisjoint(words) and not any(word[:8].rstrip("s.,?") in _SCALES and words[i - 1] in ("a", "an") for i, word in enumerate(words)):
        return text
    from tenor.ask.language.figures import in_figures

    return in_figures(text)


def tokens(text: str) -> list[Token]:
    """The words of a text. Hyphens part words but not dates or numbers; ``'s`` is noted and taken off; contractions are opened."""
    return list(_remembered(text) if len(text) <= _LONGEST_REMEMBERED else _tokens(text))


@lru_cache(_REMEMBERED)
def _remembered(text: str) -> tuple[Token, ...]:
    return tuple(_tokens(text))


def _tokens(text: str) -> list[Token]:
    out: list[Token] = []
    text = with_figures(text)
    if not text.isascii():
        text = text.replace("’", "'").replace("‘", "'").replace("–", "-").replace("—", " ").replace("´", "'")
    text = text.replace("`", "'")
    for raw in _ranges_apart(_parted(text)) if "-" in text else _parted(text):
        low = raw.casefold()
        possessive = False
        if "'" in low:
            if low.endswith("n't"):
                bare = low.replace("'", "")
                if bare in _CONTRACTIONS:
                    out.extend(Token(w, w) for w in _CONTRACTIONS[bare])
                    continue
            if low.endswith("'s") and low.count("'") > 1:
                low, raw = low[:-2].replace("'", "") + "'s", raw[:-2].replace("'", "") + "'s"
            head, _, tail = low.partition("'")
            if tail in ("s", ""):
                possessive = True
                low = head
                raw = raw[: len(head)]
                if low in _POSSESSIVE_WH and tail == "s":
                    out.append(Token(raw, low))
                    out.append(Token("is", "is"))
                    continue
            elif tail in ("re", "ve", "ll", "d", "m"):
                out.append(Token(raw[: len(head)], head))
                out.append(Token(tail, {"re": "are", "ve": "have", "ll": "will", "d": "would", "m": "am"}[tail]))
                continue
            else:
                low = low.replace("'", "")
                raw = raw.replace("'", "")
        if low in _CONTRACTIONS:
            out.extend(Token(w, w) for w in _CONTRACTIONS[low])
        elif low:
            out.append(Token(raw, low, possessive))
    return _without_one_by_one(out) if "by" in text else out


#: What is not told one by one: of days, each has an answer of its own.
_PERIODS = frozenset("year month quarter week step".split())
_SHORTEST_NOUN = 4


def _without_one_by_one(found: list[Token]) -> list[Token]:
    """``a supplier-by-supplier list`` as "a list"."""
    for i in range(1, len(found) - 1):
        noun = found[i - 1].low
        if found[i].low == "by" and noun == found[i + 1].low and len(noun) > _SHORTEST_NOUN and noun not in _PERIODS:
            return found[: i - 1] + found[i + 2 :]
    return found


#: Words before two numbers that make a date of them.
_DATING = frozenset("on by since until till before after of".split())
_LONGEST_RANGE = 3


def _ranges_apart(pieces: list[str]) -> list[str]:
    """``2-20 runs`` as "2 to 20 runs": two short numbers before a noun, that no preposition makes a date."""
    out: list[str] = []
    for i, piece in enumerate(pieces):
        if "-" not in piece:
            out.append(piece)
            continue
        low, _, high = piece.partition("-")
        number = low.isdigit() and high.isdigit() and max(len(low), len(high)) <= _LONGEST_RANGE and low[0] != "0" != high[0]
        noun = pieces[i + 1 : i + 2] and pieces[i + 1].isalpha() and pieces[i + 1].casefold() not in _DATING
        dated = out and out[-1].casefold() in _DATING
        out += [low, "to", high] if number and noun and not dated else [piece]
    return out


def _parted(text: str) -> list[str]:
    """Runs of letters, digits and inner marks; ``2026-04-27``, ``04/05/2026``, ``5.5`` and ``$38`` stay whole, ``pre-AGI`` does not."""
    out: list[str] = []
    pieces = text.split()
    for n, piece in enumerate(pieces, 1):
        bare = piece.strip(_AROUND)
        if bare.isalnum():
            out += [bare[:-1], "pence"] if bare[-1:] == "p" and bare[:-1].isdecimal() else [bare]  # "125p"
        elif bare.replace("-", "").isalpha():
            out += [part for part in bare.split("-") if part]
        else:
            _part(piece, out, pieces[n] if n < len(pieces) else "")
    return out


def _undotted(text: str) -> str:
    """``US`` for ``U.S.``: letters of which each has a dot behind it, two at least."""
    out, i = "", 0
    while i < len(text):
        j = i
        while text[j : j + 1].isalpha() and text[j + 1 : j + 2] == "." and not text[i - 1 : i].isalnum():
            j += 2
        initials = j - i > _PAIR and text[i:j].lower() not in _ABBREVIATIONS
        out += text[i:j:2] if initials else text[i : (j := i + 1)]
        i = j
    return out


_PAIR = 2
#: Marks that part words where they stand around one.
_AROUND = '.,;:?!()[]"“”'
_ABBREVIATIONS = frozenset(("i.e.", "e.g.", "a.m.", "p.m.", "a.k.a."))


def _part(text: str, out: list[str], behind: str) -> None:
    """Add the parts of a piece without spaces; a hyphen at its end can join a number to one ``behind`` it."""
    text = _undotted(text) if text.count(".") > 1 else text
    run = ""
    for i, c in enumerate(text + " "):
        after = text[i + 1] if i + 1 < len(text) else " "
        if c == "'" and not run and out and text[i - 1 : i] == "." and after == "s":
            run = out.pop() + c
        elif c.isalnum() or (c == "'" and run):
            run += c
        elif c in "-/.,:~?" and run and run[-1].isdigit() and (after.isdigit() or after == "X") and not (c == "-" and not _datelike(run)):
            run += "" if c == "," else c
        elif c == "-" and run and run.isdigit() and len(run) == 4 and after in "Qq":
            out.append(run)
            run = ""
        else:
            if run:
                out.append(run.rstrip("'") if run.endswith("''") else run)
            run = ""
            if c == "-" and out and out[-1].isdigit() and (text[i + 1 :] or behind)[:1].isdigit():
                out.append("to")
            if c in "%$&":
                out.append("and" if c == "&" else c)


def _datelike(run: str) -> bool:
    run = run.rpartition("/")[2]
    return run.replace("-", "").isdigit() and (len(run) in (4, 7) or (len(run) <= 2) or len(run.split("-")[0]) <= 2)


def key(text: str) -> str:
    """The words of a phrase in normal form, articles left out: how phrases are stored and looked up."""
    return _read_once(text)[0]


@lru_cache(4096)
def _read_once(text: str) -> tuple[str, frozenset[str]]:
    """The key of a text and the set of its words; texts of records come back with every question."""
    found = tokens(text)
    return " ".join(t.lemma for t in found if t.low not in ARTICLES), frozenset(t.lemma for t in found)


def forms(text: str) -> frozenset[str]:
    """The words of a text in normal form."""
    return _read_once(text)[1]


def as_typed(text: object) -> set[str]:
    """The words of a text, as they stand there."""
    return {t.low for t in tokens(str(text))}


def deletions(word: str) -> set[str]:
    """The word and all words with one letter left out: two words one slip apart share one of these (SymSpell)."""
    return {word, *(word[:i] + word[i + 1 :] for i in range(len(word)))}


def slips_between(one: str, other: str) -> int:
    """How far apart two words are: 0, 1 where a letter was left out, added, replaced or swapped with the next, and 2 for anything further.

    The distance of :mod:`rapidfuzz` (OSA) up to there, without its import, which takes longer than the whole answer.
    """
    if one == other:
        return 0
    start = 0
    while one[start : start + 1] == other[start : start + 1]:
        start += 1
    one, other = one[start:], other[start:]
    while one[-1:] == other[-1:] != "":
        one, other = one[:-1], other[:-1]
    swapped = len(one) == 2 and one == other[::-1]
    return 1 if swapped or max(len(one), len(other)) == 1 else 2
