"""Whether a thing was done: what is agreed, and what somebody may do, is not done yet, and a day on which it was agreed is none on which it was done."""

from __future__ import annotations

from itertools import pairwise

from tenor.ask.answers.beyond import DENYING, PLANNED, STRONGER, beyond_record, called_as, denied, own_words
from tenor.ask.answers.wording import value_words
from tenor.ask.interpreting.amounts import recurs
from tenor.ask.language import english
from tenor.ask.language.roots import counts, root, sums_among, text_keys
from tenor.ask.language.words import ARTICLES, Token, forms, lemma, tokens

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from tenor.ask.answers.answer import Answer

    Document = dict[str, Any]

#: How many words before a name a verb of staying may stand.
_FEW = 5
#: Verbs of doing what was agreed.
_DONE = english.CARRYING_OUT | frozenset(
    map(lemma, "put buy purchase provide give lend complete close acquire hand exercise issue grant reimburse repay use deploy take".split())
)
#: Verbs of which one tells that the other was done; those of the last row tell of its day, and not that all of it was.
_ALIKE = tuple(
    frozenset(map(lemma, group.split()))
    for group in (
        "pay disburse fund put invest transfer provide lend borrow take spend",
        "buy purchase acquire complete close",
        "receive issue grant give hand",
    )
)
#: Those of which "did" asks for the act as well.
_ACTS = frozenset(map(lemma, "pay disburse spend deliver receive transfer draw vest ship complete exercise build close lend borrow use".split()))
#: Acts that a clause tells in the present where it is about what may be done.
_MAY = frozenset(map(lemma, ("draw", "lend", "use")))
_LENDING = _MAY - {lemma("use")}
#: Those of which "is any of it drawn" does, too.
_DRAWN = _ACTS - {lemma("use")}
#: Those of which "when did" asks for the day of the act, and not since when a thing holds.
_DATED = (
    _ACTS
    | english.BUYING
    | frozenset(map(lemma, "declare repay reimburse close finish file sue achieve attain lend cancel exercise convert".split()))
)
#: Words of a sentence about a right or a duty; those that ask for just that; and verbs of having one.
_RIGHTS = ("{may|might}", " may ", " must ", "{has|had} the say", "{has|had} right", "{has|had} a right")
_MODAL = frozenset(("may", "must", "option", "right"))
_LET = english.LETTING | frozenset(map(lemma, "able free entitle right say option duty".split()))
_HAVING = frozenset(
    map(lemma, "have get obtain gain receive hold keep retain lose secure reserve win agree start begin become commence come enter introduce".split())
)
_PAST = frozenset(("did", "was", "were", "has", "have", "had"))
_PAY, _RECEIVE, _CLOSE = lemma("pay"), lemma("receive"), lemma("close")
#: Verbs of what is agreed on one day and paid on others.
_PUT_IN = frozenset(map(lemma, ("put", "invest")))
_GET = lemma("got")
_THROUGH = frozenset(("with", "by", "via", "through", "using"))
_PERFECT = frozenset(("has", "have", "had", "been"))
_BARE_PAST = frozenset("used took taken put bought paid spent gave given lent sold built drew drawn".split())
#: What a thing can be only by its own words.
_BINDING = STRONGER | frozenset(map(lemma, ("contract", "obligation")))
#: What "became available" went live.
_AVAILABLE = lemma("available")
_BECAME = frozenset((lemma("become"), _AVAILABLE))
#: Words for being in use, which no agreement on it tells of.
_RUNNING = frozenset(("online", "operational", "live"))
#: Verbs of coming out, which no plan of it tells of.
_OPENING = frozenset(map(lemma, "launch open debut arrive reach deliver ship deploy".split()))
#: What "announce" is not the same as where a thing is declared to be so.
_DECLARE = lemma("declare")
#: Verbs of what was so before, too.
_STAYING = frozenset(map(lemma, ("stay", "remain", "keep", "continue")))
_FAR = 8
_NOT_YET = frozenset("until before once when if unless whether plan planned".split())
#: Words before a verb that make it a thing to come, and words of promising.
_AHEAD = english.MODALS | {"to"}
_PROMISING = frozenset(
    map(
        lemma,
        "guarantee cap commit commitment promise announce pledge agree undertake contract plan intend option right conditional condition follow would will may up tranche".split(),
    )
)


def dated(answer: Answer, segments: list[Document]) -> None:
    """``on what day did A pay B``. Raises :class:`Refusal` where the clauses only say that it was agreed, or who may do it."""
    sums = sums_among(answer.interpreter.support().amounts)
    if sums and (mine := [s for s in segments if s["clause"] and sums <= text_keys(f"{own_words(s)} {value_words(s['value'])}")]):
        segments[:] = mine  # when the $30 billion were paid, no other sum tells
    told = [s for s in segments if s["clause"]]
    verb = act(answer.interpreter.tokens, answer.interpreter.timed() | _office_words(answer))
    if (
        verb is not None
        and told
        and not _asked_for_by(answer.term, verb)
        and not (answer.reading.level and all(recurs(doc["value"]) for doc in told))
        and not (answer.interpreter.typed[0].low in ("from", "since") and verb.lemma in forms(str(answer.term.get("label") or "")))
        and not any(_tells_of(doc, verb.lemma, past=True, given=True) for doc in told)
    ):
        raise beyond_record(answer, f"The record does not tell that it was done (“{verb.low}”), and so gives no day of it.", told)
    if told and (used := _unused(answer, told)):
        raise beyond_record(answer, f"The record does not tell that it was done (“{used}”), and so gives no day of it.", told)
    typed = answer.interpreter.typed
    opened = next((t for i, t in enumerate(typed) if t.lemma in _OPENING and not _noun(t) and _AHEAD.isdisjoint([x.low for x in typed[:i]])), None)
    if (
        opened is not None
        and told
        and (
            _to_come(told[0])
            or " to " in str(answer.term.get("sentence")).partition("{is|was}")[2][:4]
            or (not PLANNED.isdisjoint(forms(called_as(answer))) and promised(answer, told[:1]))
        )
        and not any(_tells_of(doc, opened.lemma, past=True) for doc in told)
    ):
        raise beyond_record(answer, f"The record does not tell that it came about (“{opened.low}”).", told)
    for mention in answer.interpreter.mentions if told else ():
        if mention.product is not None and all(doc["via"] != mention.product and _stays_in(doc, mention.said) for doc in told):
            raise beyond_record(answer, f"The record tells that it stays in {mention.said}, and gives no day on which it came there.", told)
    for word in _turned_into(answer):
        if (
            told
            and (word.low not in _RUNNING or promised(answer, told))
            and not any(root(word.lemma) in text_keys(own_words(doc)) and denied(doc, root(word.lemma)) is None for doc in told)
            and not (word.low == "live" and all(forms(str(doc["text"])) >= _BECAME and denied(doc, root(_AVAILABLE)) is None for doc in told))
        ):
            raise beyond_record(answer, f"The record does not tell that it became “{word.low}”.", told)


def _office_words(answer: Answer) -> set[int]:
    """The words of an office's name: a secretary of transfer transfers nothing."""
    if answer.term.get("answer") != "holder":
        return set()
    named = [m for m in answer.interpreter.matches if m.kind == "term" and m.target == answer.reading.term]
    return {i for m in named if m.end - m.start > 1 for i in range(m.start, m.end)}


def _asked_for_by(term: Document, verb: Token) -> bool:
    """True for a verb of buying by which who has something is asked for: whoever owns a thing bought it on the day on which that began."""
    return term.get("answer") == "holder" and verb.lemma in english.BUYING and _asked_by(term, verb)


def _asked_by(term: Document, verb: Token) -> bool:
    """True for a verb that the ways to ask for a term have."""
    return any(verb.lemma in forms(str(way)) for way in term.get("asks", ()))


def _stays_in(doc: Document, name: str) -> bool:
    """True where a clause tells only that something stays in what is named."""
    said = [t.low for t in tokens(str(doc["text"]))]
    at = said.index(name.lower()) if name.lower() in said else 0
    return any(t.lemma in _STAYING for t in tokens(str(doc["text"]))[max(0, at - _FEW) : at])


def _turned_into(answer: Answer) -> list[Token]:
    """What ``when did X become binding`` and ``when does X come online`` say that it came to be, but for what the term itself is called."""
    typed = answer.interpreter.typed
    became = next((i for i, t in enumerate(typed) if t.low in ("become", "became", "becomes")), len(typed))
    if became == len(typed) and _RUNNING.isdisjoint([t.low for t in typed]):
        return []
    named = {root(word) for text in (called_as(answer), *answer.term.get("names", ())) for word in forms(str(text))}
    return [t for i, t in enumerate(typed) if t.low in _RUNNING or (i > became and t.lemma in _BINDING and root(t.lemma) not in named)]


def carried_out(answer: Answer, segments: list[Document]) -> None:
    """``how much has A paid``, ``how many shares had vested``. Raises :class:`Refusal` where the clauses only promise it."""
    told = [s for s in segments if s["clause"]]
    said = [t for i, t in enumerate(answer.interpreter.tokens) if i not in answer.interpreter.timed()]
    past = next((i for i, t in enumerate(said) if t.low in _PAST), len(said))
    by_now = {("so", "far"), ("to", "date"), ("by", "now")} & {*pairwise(t.low for t in answer.interpreter.typed)}  # "has A got 5 so far": received
    acts = _DONE | _ACTS | {_GET} if by_now and any(t.low in _PERFECT for t in said) else _ACTS
    at = next((i for i, t in enumerate(said) if i > past and t.lemma in acts and not _noun(t)), 0)
    verb = said[at] if at else None
    if at and (said[at - 1].low in ARTICLES or (verb is not None and verb.lemma == _CLOSE and _asked_by(answer.term, verb))):
        return  # "by the close of the year"; of what a round was valued at when it closed
    if verb is None or not told or any(t.low in _AHEAD or t.lemma in _PROMISING for t in said[past:at]):  # "did A commit to pay"
        return
    done = verb.lemma in _MAY or (any(t.low in _PERFECT for t in said[past:at]) and in_past(verb))
    if any(_tells_of(doc, same, past=done) for doc in told for same in {verb.lemma, _PAY if verb.lemma in (_RECEIVE, _GET) else verb.lemma}):
        return
    if done or promised(answer, told):
        raise beyond_record(answer, f"The record tells what was agreed here, and not that it was done (“{verb.low}”).", told)


def act(said: Sequence[Token], timed: frozenset[int]) -> Token | None:
    """The verb of an act whose day is asked for: ``when did A pay``, ``on what date was B acquired``."""
    lows = [t.low for t in said]
    asks = next((i for i, low in enumerate(lows) if low in ("did", "was", "were", "had") and i not in timed), None)
    if asks is None or "since" in lows[:asks]:
        return None
    return next(
        (t for i, t in enumerate(said) if i > asks and i not in timed and t.lemma in _DATED and lows[i - 1] not in _AHEAD and not _noun(t)),
        None,
    )


def _noun(token: Token) -> bool:
    return token.low.endswith(("ing", "ment", "ments", "ion", "ions"))


def undone(answer: Answer, told: list[Document]) -> str:
    """The verb of an act that a question takes for done, where the clauses only promise it; empty where they tell of it, or no act is asked about."""
    said = [t for i, t in enumerate(answer.interpreter.tokens) if i not in answer.interpreter.timed()]
    perfect = any(a.low in _PERFECT and b.low != "to" for a, b in pairwise(said))
    head = next((t.low for t in said if t.lemma in english.YES_NO), "")  # behind a day, too
    acts = _DONE | _ACTS if perfect else _ACTS if head in ("did", "was", "were") else _DRAWN if head in ("is", "are") else frozenset()
    through = {
        i for i in range(len(said) - 2) if said[i + 1].low == "down" and said[i + 2].low in _THROUGH
    }  # "drawn down with X": how, and not whether
    able = [t for i, t in enumerate(said) if i and i not in through]
    behind = [m.end for m in answer.interpreter.mentions if acts is _DRAWN]  # "is A lending money to B"
    going_on = [t for t in answer.interpreter.tokens[behind[0] : behind[0] + 1] if t.low.endswith("ing")] if behind else []
    verb = next((t for t in able if t.lemma in acts and (t in going_on or (not _noun(t) and (in_past(t) or not (perfect or acts is _DRAWN))))), None)
    lends = verb is not None and verb.lemma in _LENDING
    untold = verb is not None and not any(_tells_of(doc, verb.lemma, past=perfect or lends) for doc in told)
    if verb is not None and ((untold and (lends or promised(answer, told))) or all(_of_another_object(answer, doc, verb) for doc in told)):
        return verb.low
    return _unused(answer, told)


def _of_another_object(answer: Answer, doc: Document, verb: Token) -> bool:
    """``has A issued the shares``, of a text by which A issued a right to them: what is asked about stands behind what the verb is told of, after "for"."""
    said, _, behind = str(doc["text"]).partition(" for ")
    nouns = {root(t.lemma) for the, t in pairwise(answer.interpreter.typed) if the.text.lower() in ARTICLES and counts(t)}
    told = any(t.lemma == verb.lemma and in_past(t) for t in tokens(said))
    return told and not nouns.isdisjoint(text_keys(behind)) and nouns.isdisjoint(text_keys(said))


def _unused(answer: Answer, told: list[Document]) -> str:
    """``did A cancel it``, ``is A canceling it``, where A may: the verb of the act, of which a right or a duty to it tells nothing.

    Empty where a text tells that it was done.
    """
    said = [t for i, t in enumerate(answer.interpreter.tokens) if i not in answer.interpreter.timed()]
    sentence = str(answer.term.get("sentence") or "")
    asks = next((i for i, t in enumerate(said) if t.lemma in english.YES_NO), None)
    if asks is None or not _LET.isdisjoint(t.lemma for t in said):
        return ""
    named = next((m.end for m in answer.interpreter.mentions if m.start > asks), len(said))
    head, active = said[asks].low, said[named : named + 1]
    doer = [m for m in answer.interpreter.mentions if m.start == asks + 1]
    if head in ("is", "are") and doer and active and active[0].low.endswith("ing"):
        ends = active[0].lemma in english.ENDING and answer.term.get("answer") != "yes-no"  # of what only runs until a day, too
        verb = active[0] if ends or any(words in sentence for words in _RIGHTS) else None
    elif head in _PAST and any(words in sentence for words in _RIGHTS):
        active = active if head in _PERFECT | {"did"} else []
        verb = next((t for t in (*active, *(t for t in said[asks + 1 :] if in_past(t))) if t.lemma not in _HAVING and counts(t)), None)
    else:
        return ""
    if verb is None or any(_tells_of(doc, verb.lemma, past=True) for doc in told):
        return ""
    for own in (tokens(str(doc["text"])) for doc in told):
        keeps = any(a.lemma in _STAYING and b.low.endswith("ing") and b.lemma == verb.lemma for a, b in pairwise(own))
        if keeps or (
            any(t.lemma in (verb.lemma, verb.lemma.removeprefix("re")) and t.low.endswith("s") for t in own) and _MODAL.isdisjoint(t.low for t in own)
        ):
            return ""  # "keeps selling it", "sells it itself"
    return verb.low


def promised(answer: Answer, told: list[Document]) -> bool:
    """True where every version tells of a promise, or of something to come."""
    called = called_as(answer)
    if "|was} to " in str(answer.term.get("sentence") or ""):
        return True
    return all(any(t.lemma in _PROMISING or t.low in _AHEAD - {"to"} for t in tokens(f"{own_words(doc)} {called}")) or _to_come(doc) for doc in told)


def in_past(token: Token) -> bool:
    """True for a verb as it stands in the past."""
    return token.low in _BARE_PAST or token.low in english.PARTICIPLES or (token.low.endswith("ed") and len(token.low) > len("need"))


def _to_come(doc: Document) -> bool:
    said = tokens(str(doc["text"]))
    return (
        (doc["value"] or {}).get("hedge") == "up-to"
        or any(a.lemma == lemma("be") and b.low == "to" for a, b in pairwise(said))
        or any(t.low in ("forecast", "forecasts") for t in said)
    )


def _tells_of(doc: Document, verb: str, *, past: bool = False, given: bool = False) -> bool:
    """True where a clause tells that something was done: by this verb (in the past), or where it is one of doing what was agreed, by another."""
    return tells(own_words(doc), verb, past=past, given=given)


def tells(text: str, verb: str, *, past: bool = False, given: bool = False) -> bool:
    """True where a text tells that something was done, and not that it is to be, may be or was not."""
    said = tokens(text)
    for i, token in enumerate(said):
        if (_AHEAD | DENYING) & {t.low for t in said[max(0, i - 2) : i]} or _noun(token):
            continue
        before = {t.low for t in said[max(0, i - _FAR) : i]}
        if past and (_NOT_YET & before or DENYING & before):
            continue
        done = in_past(token)
        same = token.lemma == verb or (verb != _DECLARE and root(token.lemma) == root(verb))
        if given and verb == _PAY and token.lemma in _PUT_IN:
            continue
        if (same and (done or not past)) or (done and any(token.lemma in group and verb in group for group in _ALIKE[: None if given else -1])):
            return True
    return False
