"""A question without what stands around it. Most questions have nothing there, which their first word and their marks show."""

from __future__ import annotations

#: Words with which a question starts.
ASKING_WORDS = frozenset(
    """what which who whom whose when where how why is are was were am do does did has have had can could may might will would shall should must since until till by from under for up at on in to
    isnt arent wasnt werent doesnt dont didnt hasnt havent hadnt cant couldnt wont wouldnt""".split()
)
#: Those that an opening can start with, too: "could you tell me …".
_OPENING = frozenset("is can could would will may might do am".split())
#: Marks behind which something else than the question can stand.
_MARKS = (". ", "? ", "! ", "\n", ",", " - ", " – ", "—", ";", "(no")
#: Words before who uses a thing, "when I use it, does …", and for whoever does.
_OF_USERS = ("when", "if", "where")
_USERS = frozenset("i we you someone somebody customers users developers customer user developer startup".split())
#: The fewest words of a name and of what is listed of it.
_FEWEST_LISTED = 2


def bare(text: str) -> str:
    """A question without what stands around it; a statement that is to be checked starts with "is it true that"."""
    first = text.split(None, 1)[0].casefold() if text.strip() else ""
    if first in _OF_USERS and not _USERS.isdisjoint(text.casefold().split()[1:3]):
        from tenor.ask.softened import asked_of_users

        text = asked_of_users(text)
    if first in ASKING_WORDS and first not in _OPENING and not any(mark in text for mark in _MARKS):
        return text
    from tenor.ask.openings import stripped

    return stripped(_listed_first(text) if first not in ASKING_WORDS else text)


def _listed_first(text: str) -> str:
    """``X list`` as "list X"; a year may stand behind it."""
    words = text.rstrip(" ?.!").split()
    year = words.pop() if words and words[-1].isdigit() else ""
    return f"list {' '.join(words[:-1])} {year}".rstrip() if len(words) > _FEWEST_LISTED and words[-1].casefold() == "list" else text
