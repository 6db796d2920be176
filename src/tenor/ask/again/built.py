"""Sentences that are built another way and ask the same: a refused question, asked as the plainer one.

A relative clause (``a firm that has X may use it for Y``), an inverted condition (``had X been ended``), what must be done before something else, who is unable to do
a thing, what somebody is to have done, and how sure an answer is. What is left out of the question, the answer has to bear out.
"""

from __future__ import annotations

import re

from tenor.ask.again.ways import MONTH, its_sides, shape, told_clauses, whatever
from tenor.ask.language import english
from tenor.ask.language.roots import counts, root, text_keys
from tenor.ask.language.words import forms, lemma, tokens
from tenor.dates import iso

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from tenor.ask.again.ways import Way
    from tenor.ask.interpreting.question import Question

    Document = dict[str, Any]

_HAD_BEEN = shape(r"^(?P<would>(?:what|who|how much|would|could) .+?),? had (?P<what>.+?) (?P<been>been \w+ed|ended|lapsed|expired|failed)\b")


def inverted(question: Question) -> Iterator[Way]:
    """``what would have happened to Y had X been ended``: what would happen to it if X was ended."""
    found = _HAD_BEEN.match(question.question)
    if found is None:
        return
    would = found["would"].replace("would have happened", "would happen")
    done = found["been"].removeprefix("been ")
    condition = text_keys(f"{found['what'].split()[-1]} {done}")
    yield (
        f"{would} if {found['what']} was {done}{question.question[found.end() :]}",
        lambda document: all(condition <= text_keys(str(c["text"])) for c in told_clauses(document)),
    )


_UNLESS = shape(
    r"^(?P<rest>(?:is|are|do|does|will|can|may|must) .+?),? (?:unless|except (?:if|when|where)) (?:i|we|you|they|he|she|it|one|the \w+|an? \w+|\w+s) (?P<what>[^?]+?)[?.]*$"
)


def unless(question: Question) -> Iterator[Way]:
    """``does A do X unless B opts in``: whether it does X, where every text that is told has the same exception."""
    found = _UNLESS.match(question.question)
    if found is None:
        return
    condition = {t.lemma for t in tokens(found["what"])}

    def excepts(document: Document) -> bool:
        texts = [str(c["text"]).partition(" unless ")[2] for c in told_clauses(document)]
        return all(condition <= {t.lemma for t in tokens(text)} for text in texts)

    yield f"{found['rest']}?", excepts


_LIVE = shape(r"^(when|since when|on what date) (did|does|has|have|is|was) (.+?) (?:go(?:ne)?|come|been|get) live\b(.*?)[?.]*$")


def live(question: Question) -> Iterator[Way]:
    """``when did X go live``: when it became available, where every text that is told says that it did."""
    found = _LIVE.match(question.question)
    if found is not None:
        available = root(lemma("available"))
        yield (
            f"{found[1]} {found[2]} {found[3]} become available{found[4]}?",
            lambda document: all(available in text_keys(str(c["text"])) for c in told_clauses(document)),
        )


_USE = r"(?P<verb>spend|use|put|apply|redeem)"
_WHOEVER = r"(?P<who>(?:an?|any) [\w-]+(?: [\w-]+)?) (?:(?:that|who|which) )?(?:only |just )?(?:has|have|holds?|with|having|holding)(?: only| just)? (?P<what>.+?)"
_ON = r"(?: (?:it|them|that|those|these)) (?P<on>on|for|towards?) (?P<of>.+)$"
_RELATIVE = (
    shape(rf"^(?P<may>is|are) {_WHOEVER} (?:entitled|allowed|able|free|permitted|at liberty) to {_USE}{_ON}"),
    shape(rf"^(?P<may>can|may|could|might) {_WHOEVER} {_USE}{_ON}"),
)


def relative(question: Question) -> Iterator[Way]:
    """``is a startup that has X entitled to spend it on Y``: can it spend X on Y."""
    found = next((found for pattern in _RELATIVE if (found := pattern.match(question.question))), None)
    if found is not None:
        may = "Can" if found["may"] in ("is", "are", "Is", "Are") else found["may"]
        yield f"{may} {found['who']} {found['verb']} {found['what']} {found['on']} {found['of']}", whatever


_BEFORE = shape(
    r"^what (?P<must>must|does|do|did|has to|will) (?P<who>.+?) (?:(?:have|need|had) to )?(?P<verb>[a-z]+)(?P<more> .+?)? before (?P<what>.+?) (?P<act>vests?|vested|becomes? \w+|falls? due|(?:is|are) (?P<done>\w+ed))(?P<rest>[ ,].+?)?[?.]*$"
)
_CONDITION = shape(r"\b(?:only|if|when|once|unless|until|after|provided|subject)\b")


def beforehand(question: Question) -> Iterator[Way]:
    """``what must A buy before its X vest``: what it must buy for them to vest, where all that is told makes that a condition."""
    found = _BEFORE.match(question.question)
    if found is None or found["verb"] in ("happen", "be", "come"):
        return
    act = f"be {found['done']}" if found["done"] else found["act"].removesuffix("s").replace("vested", "vest").replace("becomes ", "become ")
    verb = root(lemma(found["verb"]))

    def a_condition(document: Document) -> bool:
        told = told_clauses(document)
        return all(_CONDITION.search(str(c["text"])) and verb in text_keys(str(c["text"])) for c in told)

    yield f"what must {found['who']} {found['verb']}{found['more'] or ''} for {found['what']} to {act}{found['rest'] or ''}?", a_condition


_UNABLE = shape(
    r"^(?P<part>(?:what|which) (?:part|share|portion|percentage|fraction|amount)) of (?P<what>.+?) (?:(?:is|are|was|were) (?:it|they|[A-Z]\w+) (?:unable|not able|not free|not allowed) to"
    r"|can (?:it|they|[A-Z]\w+) not|(?:can't|cannot) (?:it|they|[A-Z]\w+)) (?P<verb>[a-z]+)(?P<rest>,.*|[?.]*)$"
)


def unable(question: Question) -> Iterator[Way]:
    """``what part of X is A unable to cancel``: what part of it cannot be canceled."""
    found = _UNABLE.match(question.question)
    if found is not None:
        done = f"{found['verb']}{'d' if found['verb'].endswith('e') else 'ed'}"
        yield f"{'how much' if found['part'].endswith('amount') else 'what share'} of {found['what']} cannot be {done}{found['rest']}", whatever


_TO_HAVE_DONE = shape(
    r"^(?P<when>by when|until when|when) (?P<be>is|are|was|were|must|does|do|will|should) (?P<who>.+?) (?:(?:supposed|due|expected|meant|bound|obliged|set|scheduled|required) )?(?:to )?have "
    r"(?:all (?:of )?)?(?P<what>(?!to\b).+?) (?P<done>\w+ed|built|sent|paid|sold|bought)(?P<rest> .+?)?[?.]*$"
)


def to_have_done(question: Question) -> Iterator[Way]:
    """``by when is A supposed to have all of X deployed``: by when will A have deployed X."""
    found = _TO_HAVE_DONE.match(question.question)
    if found is not None:
        yield f"{found['when']} will {found['who']} have {found['done']} {found['what']}{found['rest'] or ''}?", whatever


_OVER_TO = shape(
    r"\b(?P<verb>hand|pass|turn|give)(?P<s>s|es|ed)? (?P<what>(?:(?:our|my|your|the|its|their|any|users'|customers'?) )?[\w-]+(?: [\w-]+)?) (?:over|on|along) to\b"
)


def passed_on(question: Question) -> Iterator[Way]:
    """``does A hand our X over to B``: does it share them with B."""
    if _OVER_TO.search(question.question) is not None:
        yield _OVER_TO.sub(r"share \g<what> with", question.question), whatever


_ONE = shape(r"^(?P<be>is|was) there (?:just |only )?(?:one|a single) (?=\w)")


def a_single(question: Question) -> Iterator[Way]:
    """``is there one X``: whether there is an X at all; that there is one is no answer, for there may be more."""
    if (found := _ONE.match(question.question)) is not None:
        yield (
            f"{found['be']} there a {question.question[found.end() :]}",
            lambda document: not any(c.get("yes") for c in told_clauses(document)),
        )


_MADE_PUBLIC = shape(
    r"\bwhat (?:had|have|has|did) (?P<who>.+?) (?:(?:made|make) (?:public|known)|disclosed?|revealed?|published?|announced?|(?:said|say) publicly|stated? publicly) (?:about|on|of) (?=how|when|who|until|since|what|which)"
)


def made_public(question: Question) -> Iterator[Way]:
    """``by D, what had A and B made public about how long …``: what was public about it, where it is their own word."""
    found = _MADE_PUBLIC.search(question.question)
    who = question.lexicon.parties_in(found["who"]) if found is not None else set()
    if found is None or not who:
        return
    text = question.question

    def their_word(document: Document) -> bool:
        return all(c["status"] == "confirmed" and who & its_sides(c) for c in told_clauses(document))

    yield f"{text[: found.start()]}what was public about {text[found.end() :]}", their_word


_SURE = r"(?:solid|firm|reliable|sure|certain|trustworthy|well[- ]sourced|well[- ]founded|well[- ]documented|sound|dependable|credible|official|confirmed|accurate|believable)"
#: ``and does A itself say so``: whose word it is.
_SAYING_SO = r"(?:does|do|did|has|have) (?:the )?[\w.&'’-]+(?: [\w.&'’-]+)? (?:(?:itself|themselves|ever|actually|really) )*(?:say|said|state|stated|confirm|confirmed|acknowledged?) (?:so|that|this|it)"
_HOW_SURE = shape(
    rf"^(?P<first>.+?),? and (?:how {_SURE} (?:is|are|was|were) (?:that|this|the|those|these|it)|(?:is|are|was) (?:that|this|it) {_SURE}|{_SAYING_SO})(?: \w+)?[?.]*$"
)


def how_sure(question: Question) -> Iterator[Way]:
    """``how much does A get, and how solid is that number``: how much, with whose word it is."""
    found = _HOW_SURE.match(question.question)
    if found is None:
        return

    def with_its_status(document: Document) -> bool:
        statuses = sorted({str((c.get("value") or {}).get("status") or c["status"]) for c in told_clauses(document)})
        document["text"] += f" Status in the record: {', '.join(statuses)}." if statuses else ""
        return bool(statuses)

    yield f"{found['first']}?", with_its_status


_COMES_WITH = shape(
    r"^(?P<do>do|does|did) (?P<who>\S+(?: \S+)??)['’]s? (?:stake|investment|money|share|shareholding|funding) in (?P<in>\S+) (?:come with|carry|include|bring(?: it)?|give it|entail) (?P<what>an? .+|any .+)$"
)


def comes_with(question: Question) -> Iterator[Way]:
    """``does A's stake in B come with a seat``: not where A has none; that it has one does not say that it has it by its stake."""
    found = _COMES_WITH.match(question.question)
    if found is not None:
        yield (
            f"{found['do']} {found['who']} have {found['what'].rstrip('?. ')} at {found['in']}?",
            lambda document: all(c.get("yes") is False for c in told_clauses(document)),
        )


_HOW_MANY = shape(r"^how many (?P<which>(?:different |other )?[a-z]+ (?!one|ones).+)$")


def how_many_parties(question: Question) -> Iterator[Way]:
    """``how many companies sell X``: which they are, counted."""
    found = _HOW_MANY.match(question.question)
    if found is None or not question.counts_parties():
        return

    def counted(document: Document) -> bool:
        told, read = told_clauses(document), document["read_as"]
        if read["kind"] not in ("list", "holder") or any(c["state"] == "no" for c in told):
            return False
        whose = {c["subject"] for c in told} if read["holder"] else {p for c in told for p in (c["holder"], *c["holders"]) if p}
        document["text"] = f"{len(whose)} on record: {document['text']}"
        return bool(whose)

    yield f"which {found['which']}", counted


_REMAINING = shape(
    r"(?P<head>^|, )(?P<do>do|does) (?P<who>.+?) (?:remain|stay|continue to be|continue as|act as|serve as) (?=(?:the|an?|its|their|\w+['’]s?) )"
)


def remaining(question: Question) -> Iterator[Way]:
    """``does A remain the X``: is A still the X, or is it then, where a time is named."""
    found = _REMAINING.search(question.question)
    if found is not None:
        be, still = "is" if found["do"].casefold() == "does" else "are", "" if question.moments else "still "
        yield f"{question.question[: found.start()]}{found['head']}{be} {found['who']} {still}{question.question[found.end() :]}", whatever


_OR_ONLY = shape(
    r"^(?P<first>(?:is|are|was|were|do|does|did|has|have|had|can|could|may|might|will|would) .+?),? or (?:is|was|did|does|do|has|had) (?:it|that|this|they|there|these|those) "
    r"(?P<other>(?:all |so far |to date )?(?:only|just|merely|simply|rather|really|still|ever|more of) .+?)[?.]*$"
)


def or_only(question: Question) -> Iterator[Way]:
    """``has A sued, or was it only said to consider it``: whether it has, where what is told speaks of the other thing, too."""
    found = _OR_ONLY.match(question.question)
    if found is None:
        return
    other = {root(t.lemma) for t in tokens(found["other"]) if counts(t)}

    def speaks_of_it(document: Document) -> bool:
        return any(other & text_keys(str(c["text"])) for c in told_clauses(document))

    yield f"{found['first']}?", speaks_of_it


_DAY = rf"(?:(?:\d{{1,2}} )?{MONTH}(?: \d{{1,2}},?)? \d{{4}})"
_ENDING = r"(?:put (?:an end|a stop|paid) to|bring an end to|do away with|get rid of|take away|end|terminate|lift|remove|abolish|cancel|kill off|kill|scrap|extinguish|strip away)"
_ENDED_BY = tuple(
    shape(rf"^did the {document} {_ENDING} (?P<what>.+?)[?.]*$")
    for document in (
        rf"(?P<who>[\w .'’-]+?) (?P<noun>amendment|agreement|deal|contract|arrangement|pact|memorandum) (?:of|from) (?P<date>{_DAY})",
        rf"(?P<date>{_DAY}) (?P<who>[\w .'’-]+?) (?P<noun>amendment|agreement|deal|contract|arrangement|pact|memorandum)",
    )
)


def ended_by(question: Question) -> Iterator[Way]:
    """``did the A amendment of D put an end to X``: did X end on the day of that document, which may be between others than those who have X."""
    found = next((found for pattern in _ENDED_BY if (found := pattern.match(question.question))), None)
    who = question.lexicon.parties_in(found["who"]) if found is not None else set()
    moment = question.moments[0] if len(question.moments) == 1 else None
    if found is None or moment is None or len(who) != 1 or moment.record:
        return
    sql = """SELECT DISTINCT i.announced FROM instrument AS i JOIN record AS r ON r.id = i.id WHERE i.announced >= ? AND i.announced_last < ?
        AND i.kind IN ('agreement', 'amendment', 'announcement', 'memorandum', 'license', 'lease') AND json_extract(r.doc, '$.parties') LIKE ?"""
    days = question.store.query(sql, moment.start, moment.end, f'%"{next(iter(who))}"%')
    if len(days) == 1:
        yield f"Did {found['what']} end on {iso(days[0][0])}?", whatever


_WHETHER = r"(?:is|was|are|were|can|could|may|might|does|do|did|has|have|had|will|would|must)"
_CLAUSE = r"(?:it|they|he|she|[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*)?) (?:had |has |have )?(?P<verb>\w+)"
_AFTER_CLAUSE = (
    shape(
        rf"^(?P<rest>{_WHETHER} .+?),? (?:even )?(?:after|once|although|even though|despite the fact that|now that) (?P<told>(?-i:{_CLAUSE}).+?)[?.]*$"
    ),
    shape(rf"^(?:after|once|although|even though|now that) (?P<told>(?-i:{_CLAUSE}).+?), (?P<rest>{_WHETHER} .+?)[?.]*$"),
)
_GOING_ON = shape(r"\b(?:go(?:es)? on|went on|carry on|carries on|carried on|keeps?(?: on)?|kept(?: on)?|continues?|continued) (?=\w+ing\b)")
#: Verbs of coming to have something: that somebody did so is told by what it has.
_COMING = forms("take took taken get got obtain obtained receive received acquire acquired sign signed grant granted")


def after_all_that(question: Question) -> Iterator[Way]:
    """``could A sell X after it had licensed Y to B``: could it sell X, where what is told speaks of all that the other clause says."""
    text = _GOING_ON.sub("", question.question)
    if text != question.question:
        yield text, whatever
    found = next((found for pattern in _AFTER_CLAUSE if (found := pattern.match(text))), None)
    if found is None:
        return
    said = [t for t in tokens(found["told"]) if counts(t) and t.lemma not in english.FILLER | english.STEADY | _COMING]
    named = [m for m in question.mentions if m.product is not None and m.said in found["told"]]
    rest = found["rest"]
    if re.search(r"\bit$", rest) and named:
        rest = f"{rest.removesuffix('it')}{named[0].said}"
    parties = {m.party for m in question.mentions if m.said in found["told"]}

    def speaks_of_it(document: Document) -> bool:
        for clause in told_clauses(document):
            own = text_keys(str(clause["text"]))
            sides = its_sides(clause) | question.lexicon.parties_in(str(clause["text"]))
            words = {root(t.lemma) for t in said if not question.lexicon.parties_in(t.text)}
            if not words <= own or not parties <= sides:
                return False
        return True

    yield f"{rest}?", speaks_of_it


_FOR_MONEY = shape(
    rf"^(?P<rest>{_WHETHER} .+?),? (?:for|in return for|in exchange for) (?:all (?:of )?)?(?:the|its|their|that|those|such) (?:\w+ )?(?:money|cash|millions|billions|funding|investments?|payments?)"
    r"(?: (?:that |which )?(?:it|they|[A-Z]\w+) (?:has |have |had )?(?:\w+)(?: in(?:to it)?)?)?[?.]*$"
)


def for_its_money(question: Question) -> Iterator[Way]:
    """``does A get a seat for all the money it has put in``: where it gets none at all, it gets none for that."""
    found = _FOR_MONEY.match(question.question)
    if found is not None:
        yield f"{found['rest']}?", lambda document: all(c.get("yes") is False for c in told_clauses(document))


_OR_ONE = shape(
    r",? or (?:is|would|does|do|will) (?:only |just )?(?:one|either|any one)(?: of (?:them|the two|these|those))? (?:enough|do|suffice|be enough|sufficient)[?.]*$"
)


def or_one(question: Question) -> Iterator[Way]:
    """``does A have to be both X and Y, or is one enough``: whether it has to be both, where what is told is what sources say of that."""
    text = _OR_ONE.sub("", question.question)
    if text != question.question:
        yield f"{text}?", lambda document: document["read_as"]["term"] is None and question.parties() <= question.lexicon.parties_in(document["text"])


_UNDER = shape(
    r",? (?:under|in|by|per|according to) (?:the|its|their) (?P<who>[\w-]+(?: [\w-]+)?) (?:deal|contract|agreement|partnership|arrangement)(?=[?., ]|$)"
)


def under_their_deal(question: Question) -> Iterator[Way]:
    """``who decides on X under the A contract``: who decides on it, where A has a part in all that is told."""
    found = _UNDER.search(question.question)
    parties = question.lexicon.parties_in(found["who"]) if found is not None else set()
    if found is not None and parties and not question.moments:
        yield (
            question.question[: found.start()] + question.question[found.end() :],
            lambda document: all(parties <= question.support().parties(str(c["clause"])) for c in told_clauses(document)),
        )


BUILT_OTHERWISE = (
    under_their_deal,
    ended_by,
    after_all_that,
    for_its_money,
    or_one,
    inverted,
    unless,
    live,
    relative,
    beforehand,
    unable,
    to_have_done,
    passed_on,
    a_single,
    made_public,
    how_sure,
    or_only,
    remaining,
    how_many_parties,
    comes_with,
)
