"""A question without what stands around it. Most questions have nothing there, which their first word and their marks show."""

from __future__ import annotations

#: Words with which a question starts.
ASKING_WORDS = frozenset(
    """what which who whom whose when where how why is are was were am do does did has have had can could may might will would shall should must since until till by from under for up at on in to
    isnt arent wasnt werent doesnt dont didnt hasnt havent hadnt cant couldnt wont wouldnt""".split()
)
#: Those that an opening can start with, too: "could you tell me …".
_OPENING = frozenset("is can could would will may might do am".split())
#: Words one of which stands behind those in an opening: "could you …", "is it true that …", "is anyone …".
_OPENED = frozenset(
    """it i we you one someone somebody anyone anybody there the this that these those after asking curious interested keen looking trying wondering
    like love""".split()
)
#: Marks behind which something else than the question can stand.
_MARKS = (". ", "? ", "! ", ": ", "\n", ",", " - ", " – ", "—", ";", "(no")
#: Words before who uses a thing, "when I use it, does …", and for whoever does.
_OF_USERS = ("when", "if", "where")
_USERS = frozenset("i we you someone somebody customers users developers customer user developer startup".split())
#: Those for whom somebody asks.
_OURS = frozenset(f"{who}{s}" for who in ("company", "firm", "business", "employer", "organization", "organisation") for s in ("", "'s", "’s"))
#: Heads behind which "is it that" adds nothing, where at the latest it stands, and that it took long.
_WHICH = ("which", "what")
_LONGEST_NOUN = 6
_AT_LAST = frozenset(("finally", "eventually", "ultimately"))
#: What leads to a time before a question, and the words of such a time beside numbers and months.
_LEADING = frozenset("in on by since before after until as at during back from".split())
_OF_A_TIME = frozenset(
    "in on by since before after until as of at the during back from end start beginning close early late mid first second third fourth half quarter year fiscal q1 q2 q3 q4 h1 h2 to and".split()
)
_MOST_OF_A_TIME = 8
_YEAR = 4
#: What shows that a question has a time or a part of its own, or asks what was known at that time.
_APART = (", ", "? ", ". ", "; ", "known", "public", "said to ", "reported to ", "believed to ", "thought to ", "estimated to ")
_MONTHS = frozenset("jan feb mar apr may jun jul aug sep oct nov dec".split())
#: The fewest words of a name and of what is listed of it.
_FEWEST_LISTED = 2


#: Words with which a courtesy starts, those that do before "you", and what else only a courtesy has.
_COURTEOUS = frozenset(
    "please kindly hi hello hey good tell remind i i'd i’d we so and ok okay well let help just wondering curious any question quick one another my next a short last simple".split()
)
_OF_YOU = frozenset("can could would will do".split())
_COURTESIES = (
    "please",
    " pls",
    " plz",
    "thank",
    " thx",
    "cheers",
    "curious",
    "by the way",
    " btw",
    " again",
    "roughly",
    "approximately",
    "more or less",
    "give or take",
    " you know",
    "? ",
)


def courteous(text: str) -> bool:
    """True where a greeting, a plea or thanks may stand around a question: :mod:`tenor.ask.phrasing.courtesy` tells."""
    low = text.casefold()
    first, second = (*low.replace(",", " ").replace(":", " ").replace("!", " ").split(None, 2), "", "")[:2]
    return first in _COURTEOUS or (first in _OF_YOU and second == "you") or any(words in low for words in _COURTESIES)


#: What stands for the digits that are left out of a year, and how many years ahead such a one may be.
_APOSTROPHES = ("'", "’", "‘")
_AHEAD = 10
#: Verbs of being, and words with which a thing starts, and no verb.
_BEING = ("is", "are", "was", "were")
_OF_A_THING = frozenset("a an the any some part half all its their this that".split())
#: Nouns for what is known by its sum.
_BY_ITS_SUM = ("contract", "agreement", "deal", "order", "lease")


def bare(text: str) -> str:
    """A question without what stands around it; a statement that is to be checked starts with "is it true that"."""
    first, second = (*text.casefold().split(None, 2), "", "")[:2]
    if " my " in text:
        text = _of_us(text)
    if "al $" in text and any(noun in text for noun in _BY_ITS_SUM):  # a document that is known by its sum needs no other word
        text = text.replace(" original $", " $").replace(" initial $", " $")
    if first in ("has", "have") and "now" in (words := text.split())[2:_LONGEST_NOUN]:  # "has A now paid"
        words.remove("now")
        text = " ".join(words)
    if first in _BEING and " entitled to " in text:
        text = _getting(text)
    if first in _LEADING and "," in text:
        text = _dated_last(text)
    if first in _OF_USERS and not _USERS.isdisjoint(text.casefold().split()[1:3]):
        from tenor.ask.again.softened import asked_of_users

        text = asked_of_users(text)
    if first in _WHICH:
        text = _uncleft(text)
    opening = first in _OPENING and (second in _OPENED or first == "do")
    if first in ASKING_WORDS and not opening and not any(mark in text for mark in _MARKS):
        return text
    from tenor.ask.phrasing.openings import stripped

    return stripped(_listed_first(text) if first not in ASKING_WORDS else text)


def _getting(text: str) -> str:
    """``is A entitled to a share`` as "does A get a share"; what A is entitled to do is another matter."""
    who, _, what = text.partition(" entitled to ")
    words = who.split()
    if len(words) < _FEWEST_LISTED or what.split(None, 1)[:1] == [] or what.split(None, 1)[0].casefold() not in _OF_A_THING:
        return text
    does = "does" if words[0].casefold() in ("is", "are") else "did"
    return f"{does.capitalize() if text[:1].isupper() else does} {' '.join(words[1:])} get {what}"


def with_whole_years(text: str, this_year: int) -> str:
    """``in '25`` as "in 2025": behind an apostrophe two digits are a year, of this century up to ten years from now and else of the last."""
    for mark in _APOSTROPHES:
        at = text.find(mark)
        while at >= 0:
            digits, behind = text[at + 1 : at + 3], text[at + 3 : at + 4]
            if len(digits) == len("25") and digits.isdecimal() and not behind.isdecimal() and (at == 0 or text[at - 1] in " (-–/"):
                century = this_year - this_year % 100
                year = century + int(digits) - (0 if century + int(digits) <= this_year + _AHEAD else 100)
                text = f"{text[:at]}{year}{text[at + 3 :]}"
            at = text.find(mark, at + 1)
    return text


def _dated_last(text: str) -> str:
    """``In May 2024, who did X?`` as "who did X in May 2024?"."""
    at = -1
    while (at := text.find(", ", at + 1)) >= 0:
        words = text[:at].replace(",", "").split()
        rest = text[at + 2 :]
        if len(words) > _MOST_OF_A_TIME:
            break
        if not (len(words[-1]) == _YEAR and words[-1].isdigit() and words[-1][:2] in ("19", "20")):
            continue
        lows = [w.casefold() for w in words]
        of_a_time = all(word in _OF_A_TIME or word[:3] in _MONTHS or word.rstrip("stndrh").isdigit() for word in lows)
        asks = [part.split(None, 1)[0].casefold() in ASKING_WORDS for part in rest.split(" and ")]
        if of_a_time and asks[0] and not any(asks[1:]) and not any(mark in rest for mark in _APART):
            return f"{rest[0].upper()}{rest[1:].rstrip('?.! ')} {text[0].lower()}{text[1:at]}?"
    return text


def _of_us(text: str) -> str:
    """``my company's spending``, ``if my company uses X`` as "our spending", "if we use X": who asks is no party."""
    words = text.split()
    for i in range(len(words) - 1):
        if words[i].casefold() == "my" and words[i + 1] in _OURS:
            words[i : i + 2] = ["our"] if words[i + 1][-2:] in ("'s", "’s") else ["we"]
            break
    return " ".join(words)


def _uncleft(text: str) -> str:
    """``which condition was it that finally released X`` as "which condition released X": how long it took, which one it was does not turn on."""
    words = text.split()
    lows = [word.casefold() for word in words]
    at = next((i for i in range(1, min(len(words) - 3, _LONGEST_NOUN)) if lows[i] in ("is", "was") and lows[i + 1 : i + 3] == ["it", "that"]), None)
    if at is not None:
        del words[at : at + 3], lows[at : at + 3]
    return (
        " ".join([word for i, word in enumerate(words) if not (0 < i < _LONGEST_NOUN and lows[i] in _AT_LAST)])
        if len(words) > _FEWEST_LISTED
        else text
    )


def _listed_first(text: str) -> str:
    """``X list`` as "list X"; a year may stand behind it."""
    words = text.rstrip(" ?.!").split()
    year = words.pop() if words and words[-1].isdigit() else ""
    return f"list {' '.join(words[:-1])} {year}".rstrip() if len(words) > _FEWEST_LISTED and words[-1].casefold() == "list" else text
