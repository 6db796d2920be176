"""Verbs by which lawyers ask for a right: a refused question, asked with the plain verb that the records' own patterns know.

``who could insist on X`` asks who had X, ``is A bound to do X`` whether it must, ``which N governs X`` which applies to it, ``is there a carve-out from X`` for
what X itself says. Only verbs that say no more than that are read so: to forbid, breach, waive or replace is another matter. To use a right (invoke, exercise)
can take more than to have it: it tells who has it, or that nobody does, and never yes.
"""

from __future__ import annotations

from tenor.ask.again.ways import its_sides, shape, told_clauses, whatever
from tenor.ask.language.roots import counts, root, text_keys
from tenor.ask.language.words import forms, lemma, tokens

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from tenor.ask.again.ways import Shape, Way
    from tenor.ask.interpreting.question import Question

    Document = dict[str, Any]

_MAY = r"(?:can|could|may|might|will|would|is|are|was|were)"
_ABLE = r"(?: (?:be )?(?:able|entitled|free|allowed|at liberty|in a position) to)?"
_HAVING = shape(rf"\b(?P<may>{_MAY})(?P<who>(?: [\w.'’-]+){{0,3}}?){_ABLE} insist (?:up)?on (?P<being>being |getting |having |receiving )?")
_USING = shape(
    rf"\b(?P<may>{_MAY})(?P<who>(?: [\w.'’-]+){{0,3}}?){_ABLE} (?:invoke|exercise|assert|enforce|call on|rely on|rely upon|fall back on|avail itself of|claim|make use of)"
    r" (?P<what>(?:a|an|the|its|their|any|such an?) |[\w.]+['’]s? )"
)
_BENEFIT = shape(r"\b(?P<have>has|had|have) (?:the )?(?:full )?(?:benefit|enjoyment|advantage) of ")


def having(question: Question) -> Iterator[Way]:
    """``who could insist on X``, ``who had the benefit of X``: who could have it; ``could A invoke X``: no, where A has none."""
    text = question.question
    if (found := _HAVING.search(text)) is not None:
        verb = "be" if found["being"] == "being " else "have"
        insisting = question.lexicon.parties_in(found["who"])

        def theirs(document: Document, insisting: set[str] = insisting) -> bool:
            return all(not c.get("yes") or insisting & {c["holder"] or c["subject"], *c["holders"]} for c in told_clauses(document) if insisting)

        yield f"{text[: found.start()]}{found['may']}{found['who']} {verb} {text[found.end() :]}", theirs
    if (found := _BENEFIT.search(text)) is not None:
        yield f"{text[: found.start()]}{found['have']} {text[found.end() :]}", whatever
    if (found := _USING.search(text)) is not None:
        said = f"{text[: found.start()]}{found['may']}{found['who']} have {found['what']}{text[found.end() :]}"

        def nobody_or_who(document: Document) -> bool:
            told, term = told_clauses(document), question.lexicon.document(f"term:{document['read_as']['term']}")
            denied = document["read_as"]["kind"] == "state" and all(c.get("yes") is False for c in told)
            return denied or (document["read_as"]["kind"] in ("holder", "list") and term.get("answer") == "holder")

        yield said, nobody_or_who


#: Behind "bound to", what has to be done: no name, and nothing of which one says that somebody is tied to it.
_BOUND = shape(r"\bbound to (?=(?-i:[a-z])[a-z]+\b)(?!(?:a|an|the|its|their|any|one|no|each|only)\b)")
_BOUND_BY = shape(
    r"^(?P<be>is|are|was|were) (?P<who>.+?) (?P<still>still )?(?:bound by|tied to|tied by|held to|burdened (?:by|with)|constrained by) (?=(?:a|an|the|any)\b)"
)


_BINDING = lemma("binding")
_PAPER = r"(?:agreement|contract|deal|amendment|letter|letters|memorandum|memo|term sheet|statement|pact|accord)"
_BOUND_BY_PAPER = shape(
    rf"^(?P<be>is|are|was|were) (?P<who>.+?) (?:legally |contractually )?bound (?:(?:to|in) (?:anything|something|any way) )?(?:by|under) (?:its|their) (?P<paper>.*\b{_PAPER}\b.*?)[?.]*$"
)


def bound(question: Question) -> Iterator[Way]:
    """``is A bound to do X``: is it obliged to; ``is A bound by a Y``: is it subject to one, where the clause is one of A's own; ``by its letter``: is that binding."""
    text = question.question
    if (found := _BOUND_BY_PAPER.match(text)) is not None:

        def of_what_binds(document: Document) -> bool:
            term = question.lexicon.document(f"term:{document['read_as']['term']}")
            return _BINDING in forms(" ".join((str(term.get("label", "")), *term.get("names", ()))))

        yield f"{found['be']} {found['who']}'s {found['paper']} binding?", of_what_binds
    if _BOUND.search(text) is not None:
        yield _BOUND.sub("obliged to ", text), whatever
    if (found := _BOUND_BY.match(text)) is not None:
        parties = question.lexicon.parties_in(found["who"])
        yield (
            _BOUND_BY.sub(rf"{found['be']} {found['who']} {found['still'] or ''}subject to ", text),
            lambda document: all(c["subject"] in parties for c in told_clauses(document)),
        )


_GOVERNING = shape(
    r"^(?P<ask>(?:under |by )?(?:what|which)) (?P<noun>[\w -]+?) (?P<does>governs?|regulates?|underlies|underlie|governed|regulated|underlay) (?P<of>.+?)[?.]*$"
)
_GOVERNED_ONCE = ("governed", "regulated", "underlay")
_GOVERNED = shape(
    r"^(?:(?:by|under) )?(?P<ask>what|which) (?P<noun>[\w -]+?) (?P<be>is|are|was|were) (?P<of>.+?) (?:governed|regulated)(?: by| under)?[?.]*$"
)


def applying(question: Question) -> Iterator[Way]:
    """``which N governs X``: which applies to X; what is told must be called an N."""
    found = _GOVERNING.match(question.question) or _GOVERNED.match(question.question)
    if found is None:
        return
    past = found.groupdict().get("be") in ("was", "were") or found.groupdict().get("does", "").casefold() in _GOVERNED_ONCE
    nouns = {root(t.lemma) for t in tokens(found["noun"]) if counts(t)}

    def called_so(document: Document) -> bool:
        term = question.lexicon.document(f"term:{document['read_as']['term']}")
        names = text_keys(" ".join((str(term.get("label", "")), *term.get("names", ()))))
        return all(nouns <= names | text_keys(f"{c['text']} {c.get('scope') or ''}") for c in told_clauses(document))

    yield f"{found['ask'].split()[-1]} {found['noun']} {'applied' if past else 'applies'} to {found['of']}?", called_so


_EXCEPTION_NOUN = r"(?:carve-?outs?|exceptions?|exemptions?|derogations?|loopholes?|let-?outs?|way out|ways out|escape (?:clause|hatch|route)s?|opt-?outs?|exclusions?|provisos?)"
_EXCEPTED = tuple(
    shape(pattern)
    for pattern in (
        rf"^(?P<first>.+?),? (?:and|or|but) (?:is|are|was|were) there (?:any |an? |some |no )?{_EXCEPTION_NOUN}"
        rf"(?: (?:to|from|of|out of|for) (?:that|this|it|the|such an?)(?: \w+)?)?[?.]*$",
        rf"^(?:is|are|was|were) there (?:any |an? |some )?{_EXCEPTION_NOUN} (?:to|from|of|for|in|under) (?P<of>.+?)[?.]*$",
        rf"^what (?:is|are|was|were) the {_EXCEPTION_NOUN} (?:to|from|of|for|in|under) (?P<of>.+?)[?.]*$",
        rf"^what {_EXCEPTION_NOUN} (?:is|are|was|were) there (?:to|from|of|for|in|under) (?P<of>.+?)[?.]*$",
    )
)
#: Words by which a text makes an exception, and those by which it makes a condition.
_EXCEPTING = shape(r"\b(?:unless|except|excepted|carved? out|only (?:if|where|when)|provided that|other than|save (?:for|that|where))\b")
_CONDITIONED = shape(r"\b(?:unless|except|only (?:if|where|when)|provided|if)\b")
_NOT_HAVING_TO = tuple(
    shape(pattern)
    for pattern in (
        r"^((?:under|in|on) (?:what|which) (?:condition|circumstance|case|situation)s? (?:does|do|is|are|would|did) .+?) not ((?:have|need|required|obliged|bound) to .+)$",
        r"^when (does|do|did|is|are)(?:n't|n’t) (.+? (?:have|need|required|obliged|bound) to .+)$",
        r"^when (does|do|did|is|are) (.+?) not ((?:have|need|required|obliged|bound) to .+)$",
    )
)


def unless(question: Question) -> Iterator[Way]:
    """``under what condition does A not have to do X``: what A has to do, where all that is told has its exception in it."""
    for n, pattern in enumerate(_NOT_HAVING_TO):
        found = pattern.match(question.question)
        if found is not None:
            asked = " ".join(found.groups()) if not n else f"under what condition {' '.join(found.groups())}"
            yield asked, lambda document: _told_with_its_own(document, _CONDITIONED)
            return


def excepted(question: Question) -> Iterator[Way]:
    """``must A do X, and is there any way out of that duty``, ``what is the carve-out from X``: what X says, where all that is told has an exception in it."""
    found = next((found for pattern in _EXCEPTED if (found := pattern.match(question.question)) is not None), None)
    if found is not None:
        yield (f"{found['first']}?" if "first" in found.groupdict() else f"what is {found['of']}?"), _told_with_its_exception


def _told_with_its_exception(document: Document) -> bool:
    """True where every clause holds and makes an exception."""
    told = told_clauses(document)
    return all(c.get("yes") is not False and c["state"] != "no" for c in told) and _told_with_its_own(document, _EXCEPTING)


def _told_with_its_own(document: Document, words: Shape) -> bool:
    """True where every clause has such words of its own, in which it is told then."""
    own = {str(c["text"]).rstrip("."): str(c["status"]) for c in told_clauses(document)}
    if not own or not all(map(words.search, own)):
        return False
    document["text"] += "".join(
        f" {text}{'' if status == 'confirmed' else f' ({status})'}." for text, status in own.items() if text not in document["text"]
    )
    return True


_DECIDING = lemma("decide")
_LAST_WORD = shape(
    r"\b(?P<have>has|have|had|gets|holds) (?:the )?(?:final|last|ultimate|deciding) (?:say|word|decision|call)(?: (?:on|over|about|as to|in))? (?P<that>whether |if |that )?"
)


def deciding(question: Question) -> Iterator[Way]:
    """``who has the final say on X``: who decides on it."""
    text = question.question
    if (found := _LAST_WORD.search(text)) is not None:
        verb = "decided" if found["have"] == "had" else "decide" if found["have"] == "have" else "decides"

        def of_a_decision(document: Document) -> bool:
            term = question.lexicon.document(f"term:{document['read_as']['term']}")
            return _DECIDING in forms(" ".join((*term.get("names", ()), *term.get("asks", ()))))

        yield f"{text[: found.start()]}{verb} {found['that'] or 'on '}{text[found.end() :]}", of_a_decision


_LASTING = shape(
    r"^(?P<be>is|are|was|were) (?P<what>.+?) (?:limited in time|time[- ]limited|unlimited in time|perpetual|indefinite|open[- ]ended|evergreen|for a (?:fixed|limited) (?:term|time)"
    r"|of (?:unlimited|limited|fixed|indefinite) duration|in perpetuity)[?.]*$"
)


def lasting(question: Question) -> Iterator[Way]:
    """``is A's right perpetual``, ``is it limited in time``: until when it lasts, which says it without a yes or no."""
    found = _LASTING.match(question.question)
    if found is not None and "or" not in found["what"].split():
        does = {"is": "does", "are": "do"}.get(found["be"].casefold(), "did")
        yield f"Until when {does} {found['what']} last?", lambda document: document["read_as"]["kind"] == "end"


_DONE = {"revocable": "revoked", "terminable": "terminated", "negotiable": "negotiated", "severable": "severed", "divisible": "divided"}
_IS_ABLE = shape(r"^(?P<be>is|are|was|were) (?P<what>.+?) (?P<able>\w+[aei]ble)(?P<rest> (?:by|to|on|without|before|after|for) .+?)?[?.]*$")


def able(question: Question) -> Iterator[Way]:
    """``is X transferable``: can X be transferred."""
    found = _IS_ABLE.match(question.question)
    if found is None or "or" in found["what"].split() or found["able"] in ("able", "available", "liable", "possible", "eligible", "responsible"):
        return
    base = found["able"].casefold()[:-4]
    done = _DONE.get(found["able"].casefold(), f"{base}red" if base.endswith("fer") else f"{base}ed")
    yield f"{'Can' if found['be'].casefold() in ('is', 'are') else 'Could'} {found['what']} be {done}{found['rest'] or ''}?", whatever


_TRIGGER = shape(r"^what (?:would |will |could )?(?:triggers?|triggered|sets? off|brings? about|activates?) (?P<what>.+?)[?.]*$")
_CONDITION = shape(r"\b(?:if|once|when|unless|until|only|after|on|what)\b")


def triggered(question: Question) -> Iterator[Way]:
    """``what triggers X``: on what condition X is due, where all that is told has a condition in it."""
    found = _TRIGGER.match(question.question)
    if found is not None:
        yield f"Under what condition is {found['what']} due?", lambda document: all(_CONDITION.search(str(c["text"])) for c in told_clauses(document))


_AFTER_HOW_LONG = shape(
    r"^after how (?:long|many (?P<unit>days|weeks|months|years)) (?P<do>do|does|did|will|would) (?P<what>.+?) (?:lapse|expire|end|run out|terminate|cease|stop)[?.]*$"
)
_ENTITLED_TO = shape(r"^how (?P<how>many|much)(?P<what> .+?)? (?:is|are|was|were) (?P<who>.+?) (?:entitled to|owed|due)(?P<rest> .+?)?[?.]*$")
_REMADE = shape(
    r"^(?:did|have|has) (?P<who>the parties|they|both (?:sides|parties)|.+? and .+?) (?:renegotiated?|amend(?:ed)?|revised?|rework(?:ed)?|rewrite|rewritten|modify|modified|alter(?:ed)?|vary|varied|restructured?)"
    r" (?P<what>.+?)(?P<when> (?:in|on|between|after|since|during) [^?]*\d[^?]*)?[?.]*$"
)


#: The same of the agreement itself, in which "again" adds nothing: to change it is to agree on an amendment.
_REWRITTEN = shape(
    r"^(?:did|have|has) (?P<who>.+? and .+?) (?:renegotiated?|amend(?:ed)?|revised?|rework(?:ed)?|rewrite|rewritten|modify|modified|alter(?:ed)?|changed?|updated?)"
    r" their (?:deal|agreement|contract|partnership agreement)(?: (?:again|once more))?(?P<when> (?:in|on|between|after|since|during) [^?]*\d[^?]*)[?.]*$"
)


_WITHOUT = shape(r"^(?P<what>.+?) without (?P<whom>[\w.&-]+(?: [\w.&-]+)?)[?.]*$")
_ALONE = shape(r"\b(?:by (?:itself|themselves)|on (?:its|their) own|alone|independently)\b")


def alone(question: Question) -> Iterator[Way]:
    """``may A do X without B``: may it do so on its own, where that is told in so many words, in a document that B is a party to."""
    found = _WITHOUT.match(question.question)
    named = question.lexicon.parties_in(found["whom"]) if found is not None else set()
    if found is None or not named:
        return

    def told_of_both(document: Document) -> bool:
        told = [c for c in told_clauses(document) if c.get("yes") is not False and c.get("state") not in (False, "no")]
        papers = [question.lexicon.document(str(c["clause"]).partition("#")[0]) for c in told]
        told_of = {str(c["subject"]) for c in told}
        return (
            bool(told)
            and not named & told_of
            and all(_ALONE.search(str(c["text"])) for c in told)
            and all(named <= set(p.get("parties", ())) for p in papers)
        )

    yield f"{found['what']} on its own?", told_of_both


_UNDER = shape(r"^(?P<what>.+?) (?:under|in|by) (?:the|its|their) (?P<whom>[\w.&-]+) (?:contract|deal|agreement)[?.]*$")


def under_a_deal(question: Question) -> Iterator[Way]:
    """``who decides on X under the A contract``: who decides on it, where all that is told stands in documents to which A is a party."""
    found = _UNDER.match(question.question)
    named = question.lexicon.parties_in(found["whom"]) if found is not None else set()

    def of_that_deal(document: Document) -> bool:
        papers = [question.lexicon.document(str(c["clause"]).partition("#")[0]) for c in told_clauses(document)]
        return bool(papers) and all(named <= set(p.get("parties", ())) for p in papers)

    if found is not None and named:
        yield f"{found['what']}?", of_that_deal


def plainer(question: Question) -> Iterator[Way]:
    """``after how long does X lapse``, ``how many X is A entitled to``, ``did they renegotiate X in T``: how long it lasts, how many it gets, did it change."""
    if (found := _AFTER_HOW_LONG.match(question.question)) is not None:
        yield f"How {f'many {found[1]}' if found['unit'] else 'long'} {found['do']} {found['what']} last?", whatever
    if (found := _ENTITLED_TO.match(question.question)) is not None:
        yield f"How {found['how']}{found['what'] or ''} does {found['who']} get{found['rest'] or ''}?", whatever
    if (found := _REWRITTEN.match(question.question)) is not None:
        yield f"Did {found['who']} sign an amendment{found['when']}?", lambda document: any(c.get("yes") is not None for c in document["answers"])
    if (found := _REMADE.match(question.question)) is not None:
        sides = question.lexicon.parties_in(found["who"])

        def between_them(document: Document) -> bool:
            told = told_clauses(document)
            return document["read_as"]["kind"] == "change" and len(told) > 1 and all(sides <= its_sides(c) for c in told)

        yield f"How did {found['what']} change{found['when'] or ''}?", between_them


#: Nouns for what somebody has to do, and their verbs.
_DONE = {
    "verification": "verify", "approval": "approve", "confirmation": "confirm", "permission": "permit", "consent": "consent to", "authorization": "authorize",
    "signature": "sign", "certification": "certify",
}  # fmt: skip
_WHOSE = shape(
    rf"\bwhose (?P<noun>{'|'.join(_DONE)}) (?P<be>is|was|are|were) (?:needed|required|necessary|called for) (?:for|to)(?P<a> an?| the| any)? "
)
_END_DATE = shape(
    r"^(?P<do>do|does|did) (?P<what>.+?) (?:carry|have|bear|come with|include|contain|state|specify) (?:an?|any|the) (?:\w+ )?(?:end|expiry|expiration|termination|sunset) date[?.]*$"
)


def needed(question: Question) -> Iterator[Way]:
    """``whose approval was needed for X``: who had to approve it, where all that is told says so in that word."""
    found = _WHOSE.search(question.question)
    if found is None:
        return
    plain = _DONE[found["noun"].casefold()]
    verb = root(lemma(plain.split()[0]))
    has_to = "has to" if found["be"].casefold() in ("is", "are") else "had to"

    def says_so(document: Document) -> bool:
        texts = (f"{c['text']} {(c.get('value') or {}).get('text') or ''} {c.get('via') or ''} {document['text']}" for c in told_clauses(document))
        return all(verb in text_keys(text) for text in texts)

    yield f"{question.question[: found.start()]}who {has_to} {plain}{found['a'] or ''} {question.question[found.end() :]}", says_so


def end_date(question: Question) -> Iterator[Way]:
    """``does X carry an end date``: until when it lasts."""
    found = _END_DATE.match(question.question)
    if found is not None:
        did = "did" if found["do"].casefold() == "did" else "does"
        yield f"until when {did} {found['what']} last?", whatever


IN_OTHER_VERBS = (needed, end_date, having, bound, applying, deciding, unless, excepted, lasting, able, triggered, alone, under_a_deal, plainer)
