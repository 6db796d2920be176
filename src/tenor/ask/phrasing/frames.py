"""Turns of phrase that change nothing about what is asked, and the word or two (or none) that stand for each.

Ways of asking politely, of pointing at the records, of saying "now", and of asking who, when, how long and how much in more words than one.
"""

from __future__ import annotations

#: What adds nothing at all, wherever it stands.
_NOTHING = """
as well; at all; of course; in fact; so far; up to now; to date; in any way; do we know; do you know; do you happen to know; does anyone know; does anybody know
can you tell me; could you tell me; would you tell me; will you tell me; can you say; could you say; can anyone tell me; tell me; please tell me; let me know; help me understand
i would like to know; i want to know; i need to know; i would love to know; i wonder; i was wondering; i am wondering; just wondering; i am curious; out of curiosity; just curious
i am trying to find out; i am trying to work out; we need to know; we want to know; remind me; refresh my memory; any idea; quick question; one more question; just to be sure
just to confirm; to be clear; for the avoidance of doubt; for the record; if you can; if possible; if known; if recorded; if any; if at all; is it known; in your records; in your data
according to the record; according to the records; according to your records; according to public records; according to public sources; according to what is public
going by the record; going by the records; per the records; per the record; based on the records; based on the record; based on public sources; from what is known; from what is public
in the record; in the records; as recorded; as far as is known; as far as known; as far as we know; as far as anyone knows; as far as you know; as far as is public; so far as is known
as far as the record goes; as far as the records go; as far as the records show; to your knowledge; to anyone's knowledge; to the best of your knowledge; publicly known
as reported; as filed; as announced; as disclosed; it is said that; and so on; for that matter; on paper; any kind of; some kind of; any sort of; some sort of; a certain; on the one hand
each other; by the way; or not; these; reportedly; officially; formally; apparently; meant to; supposed to; judging by; judging only by; supposedly; in force; in effect; i run; come to
some; somehow; entire; actual; mere; such; in practice; in principle; in reality; in other words; that is to say; as it happens; in any case; at any rate; first and foremost; in particular
as part of the deal; under the deal; under this deal; under that deal; under the contract; under their deal; under their contract; under their agreement; under the agreement
under the terms; by agreement; by contract; in contract terms; contractually; in public; under the arrangement; in the deal; in their deal; in their agreement; in their contract
with respect to; with regard to; when it comes to; in terms of; in relation to; in connection with; in the context of; in return; in exchange; for its part; on its side
exactly; precisely; roughly speaking; as a matter of fact; in the end; in the first place; at some point; at any point; over time; in the meantime
what i would like to know is; what i want to know is; what we want to know is; what my user wants to know is; what our client wants to know is; what i need to know is; what i am after is
one way or another; the fact that; the case that; as such; on top; right away
"""
_NOW = "rn; atm; for now; by now; as of now; these days; right now; at the moment; at present; at this point; for the time being; as things stand; as it stands; at this time; at this moment; as we speak; to this day; in the present"
_TOTAL = "in total; in all; all in all; all told; altogether; all together; in sum; in aggregate; put together; taken together; added up; summed up; overall"
_WHETHER = """
is it true that; is it correct that; is it right that; is it the case that; is it known whether; do we know whether; do you know whether; do you know if; do we know if; is it a fact that
is it so that; is it confirmed that; would it be true to say that; would it be right to say that; would it be correct to say that; is it fair to say that; is it accurate that
is it accurate to say that; is there any record that; is there a record that; is it recorded that; can it be said that; does the record say that; do the records say that
is it accurate to say; is it fair to say; is it correct to say; would it be accurate to say that; would it be accurate to say; would it be fair to say that; would it be correct to say; is it safe to say
is there evidence that; is there any evidence that; is there proof that; is there any proof that; is there any sign that; has it been confirmed that; has it been shown that
is it false that; is it wrong that; is it untrue that; is it incorrect that; was it false that; is it wrong to say that; is it false to say that; is it incorrect to say that; would it be wrong to say that
is it true or false that; is it true or not that; is it still true that; is it still the case that; was it true that; is it really true that; is it actually true that; is it also true that
is not it true that; is not it the case that; is it indeed true that; is it right to say that; is it correct to say that; does it hold that; is it public that
does the record say whether; do the records say whether; does the record show that; do the records show that; do the records show whether
"""
_WHEN = """
on what day; on which day; on what date; on which date; in what month; in which month; the date on which; the day on which; the date when; the day when; the year in which; the month in which
what is the date on which; what was the date on which; what is the date when; what is the day on which; at what point; at which point; at what time; at what moment; how soon; the moment when; during which periods; during what periods; in which periods; in what periods; over which periods; during which times; during what times; during which years; during what years; in which years; in what years; over which years
"""
_HOW_LONG = """
from when to when; from when until when; from what date to what date; from which date to which date; between which dates; between what dates; for what period; for which period; over what period
the start and end dates of; the start and end date of; the beginning and end of; the start and the end of; the first and last day of; the dates of the start and end of
the start date and end date of; the start date and the end date of; the duration of; over which period; during which period; during what period; the length of; for what length of time; over what time; for how long a period; from which day to which day; what period of time; since when and until when
"""
_HOW_MUCH = "both the amount and the date of; the amount and the date of; the amount and date of; the date and amount of; what is the most; to what extent; what amount of money; what sum of money; what amount of; what kind of money; what sort of money; what kind of sum; to what amount; what order of magnitude of"
_OTHERS = {
    "us dollars": "dollars", "makes it lapse": "ends it", "makes it end": "ends it", "makes it expire": "ends it", "made it lapse": "ended it", "came out on top": "won", "come out on top": "win", "comes out on top": "wins", "came out ahead": "won", "comes out ahead": "wins", "paper signed": "agreement signed", "papers signed": "agreement signed", "document signed": "agreement signed", "deal inked": "agreement signed", "text signed": "agreement signed", "once it": "when it", "once they": "when they", "for the first time": "first", "earlier than": "before", "later than": "after", "up front": "upfront", "very first": "first", "very last": "last", "u.s. dollars": "dollars", "from what to what": "how changed", "from how much to how much": "how changed",
    "the requirement that": "", "the obligation that": "", "the stipulation that": "", "the restriction that": "", "the arrangement that": "", "the provision that": "", "the arrangement by which": "", "the arrangement under which": "",
    "exclusive or non exclusive": "exclusive", "exclusive or nonexclusive": "exclusive", "exclusively or non exclusively": "exclusively",
    "as a table": "", "in a table": "", "in table form": "", "a table of": "list", "table of": "list", "according to the docs": "", "according to the documentation": "", "prior to": "before", "previous to": "before", "in charge as": "as", "in office as": "", "the one who was": "", "act as": "serve as", "acted as": "served as", "man or woman": "person", "the name of the person who was": "who was", "the sitting": "the", "the reigning": "the", "the incumbent": "the current", "immediately prior to": "before", "stepped in as": "became", "step down": "leave", "stepped down": "left", "steps down": "leaves", "sworn in as": "appointed as", "inaugurated as": "appointed as",
    "the first recorded value of": "at first the", "the first value of": "at first the", "was first as": "was the first", "first recorded": "first", "first person to be": "first", "first one to be": "first", "first ever": "first", "first person to become": "first", "first person to serve as": "first", "first person to hold": "first", "first to be": "first", "first to hold": "first", "first to serve as": "first", "last person to be": "last", "last person to serve as": "last", "last person to hold": "last", "last to be": "last", "last to hold": "last", "last to serve as": "last",
    **{f"the next {beside}to": "next" for beside in ("", "one ", "person ")}, "who was next to": "who next", "came next as": "was the next", "in use in": "used in", "first to become": "next", "next person to become": "next", "next one to become": "next", "next person to be": "next", "next to become": "next", "next to be": "next", "next became": "next the", **{f"next {beside}to {verb}": "next" for beside in ("", "one ", "person ") for verb in ("get", "have", "hold", "win", "take", "obtain", "gain")}, "first new": "next", "before joining": "before", "before signing for": "before", "before moving to": "before", **{f"before {it} {moved} to": "before" for it in ("it", "he", "she", "they") for moved in ("moved", "relocated")}, "after leaving": "after", "after divorcing": "after", "before marrying": "before", "first person on record as": "first", "first one on record as": "first", "on file": "ever",
    **{f"{have} the title of": be for have, be in (("had", "was"), ("held", "was"), ("bore", "was"), ("has", "is"), ("holds", "is"), ("have", "serve as"), ("hold", "serve as"), ("bear", "serve as"))},
    "did people call": "was called", "do people call": "is called", "did everyone call": "was called", "did everybody call": "was called",
    "most recent": "latest", "newest": "latest", "back in": "in", "till when": "until when", "as late as": "as of", "in the decade from": "from", "in the years from": "from", "in the period from": "from", "during the period from": "from", "called off": "canceled", "call off": "cancel", "next to": "at", "add up to": "total", "adds up to": "total", "added up to": "total", "going ahead": "", "go ahead": "", "in full": "", "all over again": "", "all to itself": "exclusively", "to itself": "exclusively", "all to themselves": "exclusively",
    "every version of": "history of", "every recorded version of": "history of", "all versions of": "history of", "each version of": "history of", "all recorded versions of": "history of", "on record": "ever", "in the course of": "in", "over the course of": "in", "earlier this year": "this year so far", "chip in": "pay", "chips in": "pays", "chipped in": "paid", "chipping in": "paying", "hand over": "pay", "handed over": "paid", "hands over": "pays",
    "at liberty to": "allowed to", "free to": "allowed to", "under a duty to": "must", "under an obligation to": "must", "obliged to": "must", "obligated to": "must", "required to": "must", "compelled to": "must", "forced to": "must", "relieved of": "exempt from", "relieved from": "exempt from", "released from": "exempt from", "excused from": "exempt from", "absolved from": "exempt from", "precluded from": "barred from", "prevented from": "barred from", "debarred from": "barred from", "disallowed from": "barred from", "identify": "name", "enumerate": "list",
    "brought to an end": "ended", "bring to an end": "end", "come to an end": "end", "came to an end": "ended", "put an end to": "end", "legally bound to": "must", "contractually bound to": "must",
    "the holder of": "who holds", "the end date of": "until when", "the start date of": "since when", "the expiry date of": "until when", "the expiration date of": "until when",
    "upper limit": "maximum", "leaked docs": "leaked documents", "quarterly report": "report", "annual report": "report", "thru": "through", "calendar year": "year", "on the hook for": "owe", "on the hook to": "owe",
    "end up": "", "ends up": "", "ended up": "", "sign up for": "commit", "signed up for": "committed", "end up with": "get", "ended up with": "got", "is it possible for": "can", "is it possible to": "can", "was it possible for": "could", "was it possible to": "could", "each of its": "each", "each of their": "each", "every one of its": "every", "each one of its": "each", "came up with": "calculated", "come up with": "calculate", "arrive at": "calculate", "arrived at": "calculated",

    "is it allowed for": "may", "was it allowed for": "might", "is it permitted for": "may", "can one": "can", "could one": "could", "is one able to": "can", "are customers able to": "can",
    "what is the name of the company": "which company", "what is the name of": "which", "the name of the company": "which company", "identify the": "list", "give the names of": "list",
    "give a list of": "list", "give me a list of": "list", "viewed from": "in", "as seen from": "in", "seen from": "in", "as seen in": "in", "as of the time of": "on", "on the date of": "on the day of", "at the time of": "on",
    "over the whole of": "throughout", "during the whole of": "throughout", "during all of": "throughout", "in the whole of": "throughout", "the whole time from": "from", "for the whole of": "throughout", "for all of": "throughout", "for the whole year": "throughout", "for the entire year": "throughout", "the entire year": "the whole year", "the entire month": "the whole month", "the beginning of the year": "the start of", "turn of the year": "new year", "or else": "or",
    "what became of": "what happened", "what has become of": "what happened", "how come": "how come", "a.k.a.": "", "aka": "", "in light of": "after", "in the wake of": "after",
    "it meant to": "it intended to", "they meant to": "they intended to", "cumulative": "total", "per its filing": "", "according to its filing": "", "per its quarterly filing": "", "per its filings": "", "according to its filings": "", "per its own filings": "", "according to its own filings": "",
    "according to its quarterly filing": "", "per its annual filing": "", "according to its annual filing": "", "per its own filing": "", "according to its own filing": "",
    "as amended on": "on", "as amended in": "in", "as last amended on": "on", "as last amended in": "in", "as revised on": "on", "as revised in": "in", "as restated on": "on", "as restated in": "in",
    "as things stood": "", "as matters stood": "", "as it stood": "", "would have had to": "had to", "would have to": "has to",
    "as a result of": "under", "by virtue of": "under", "by way of": "through", "as per": "per", "by means of": "through", "with my": "with", "with our": "with", "with your": "with", "using my": "using", "using our": "using", "use my": "use", "use our": "use", "in addition to": "besides", "aside from": "besides",
}  # fmt: skip


#: Nouns for the day by which a thing is done, for several days, a number and a person, in the place of a question word.
_NOUNS = {
    **{f"{which} {lies} {where}": where for which in ("that", "which") for lies in ("is", "sits", "stands", "lies", "ranks") for where in ("above", "below")},
    **{f"{now} {state} of": f"{state} of" for now in ("current", "present", "latest") for state in ("state", "status")},
    **{f"{when} {verb} the {day} {joint}": f"by when{act}" for when in ("what", "when") for verb in ("is", "was") for joint in ("for", "of", "to") for day, act in (("deadline", ""), ("application deadline", " apply for"))},
    **{f"{lead} {which} {days}": "when each" for lead in ("on", "at") for which in ("which", "what") for days in ("dates", "days")},
    "what number of": "how many", "for what number of": "for how many", "what amount": "how much", "what sum": "how much",
    "the deadline for": "by when", "which witness": "who", "which executive": "who", "which person": "who", "which individual": "who",
    "how long in years": "how many years",
}  # fmt: skip
#: Verbs and prepositions of more words than one.
_VERBS = {
    "lay down about": "say about", "laid down about": "said about", "according to press reports": "", "according to media reports": "", "according to news reports": "",
    "according to the press": "", "referred to as": "called",
    **{f"{verb} {away}": lapse for verb, lapse in (("fall", "lapse"), ("falls", "lapses"), ("fell", "lapsed"), ("fallen", "lapsed")) for away in ("away", "by the wayside")},
    **{f"{verb} its course": ended for verb, ended in (("run", "end"), ("runs", "ends"), ("ran", "ended"))}, "wind up": "end", "winds up": "ends", "wound up": "ended",
    **{f"{joint} {which} circumstances": "on what condition" for joint in ("under", "in") for which in ("what", "which")},
    "open to": "allowed to", **{f"open to {who}": f"joined by {who}" for who in ("anyone", "anybody", "everyone", "everybody", "all", "any", "every")}, "after going public": "after its ipo", "upon going public": "upon its ipo", "before going public": "before its ipo", "go after": "pursue", "goes after": "pursues", "going after": "pursuing",
    "lose money": "losses", "lost money": "losses", "losing money": "losses", "roll out": "deploy", "rolled out": "deployed", "rolls out": "deploys", "rolling out": "deploying", "can get out of": "can get from", "could get out of": "could get from", "get out of": "terminate", "walk out of": "terminate", "back out of": "terminate",
    **{f"{things} {better}": "it recovered" for things in ("things", "matters") for better in ("got better", "became better", "were better", "improved", "grew better")},
    **{
        f"{who} {just}sign up for": f"{who} join"
        for who in ("anyone", "anybody", "everyone", "everybody", "i", "we", "you", "one", "startup", "startups", "company", "companies")
        for just in ("", "just ", "simply ")
    },
    **{f"{who} try{out}": f"{who} use" for who in ("i", "we", "you", "one", "startups") for out in ("", " out")}, **{f"{who} try to": f"{who} try to" for who in ("i", "we", "you", "one", "startups")},
    "stopped being": "no longer", "stopped to be": "no longer", "ceased being": "no longer", "ceased to be": "no longer", "in law": "", "regarding": "about", "concerning": "about", "annually": "yearly",
    **{f"{things} {come} {to}": f"{things} in all" for things in ("contracts", "commitments", "agreements", "orders") for come, to in (("come", "to"), ("add up", "to"), ("amount", "to"), ("sum up", "to"))},
    **{f"did {it} {out} that": "was it reported that" for it in ("it", "word", "news") for out in ("get out", "come out", "leak", "break")},
    "all the way to": "until", "all the way through": "through", "as far as recorded": "", "be done paying": "stop paying", "done with paying": "no longer paying",
    "the day preceding": "the day before", "the day prior to": "the day before", "going by": "by", "is it currently possible to": "can", "is it now possible to": "can", "is it still possible to": "can still",
}  # fmt: skip

#: "how do I get into X": which rule says who may.
_ENTERING = {
    f"how {may} {who} {enters}": plain
    for may in ("do", "does", "can", "could", "may")
    for who in ("i", "we", "you", "one")
    for enters, plain in (
        ("get into", "what rule is there for"), ("get admitted to", "what rule is there for"), ("get accepted into", "what rule is there for"),
        ("be admitted to", "what rule is there for"), ("get in on", "what rule is there for"), ("qualify for", "what must qualify for"),
    )
}  # fmt: skip


def _phrases(text: str, plain: str) -> dict[str, str]:
    return {phrase.strip(): plain for line in text.splitlines() for phrase in line.split(";") if phrase.strip()}


FRAMES = {
    **_phrases(_NOTHING, ""), **_phrases(_NOW, "now"), **_phrases(_TOTAL, "total"), **_phrases(_WHETHER, "is"), **_phrases(_WHEN, "when"),
    **_phrases(_HOW_LONG, "how long"), **_phrases(_HOW_MUCH, "how much"), **_OTHERS, **_NOUNS, **_VERBS, **_ENTERING,
}  # fmt: skip
