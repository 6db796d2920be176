"""Verbs by which lawyers ask for a right: a refused question, asked with the plain verb that the records' own patterns know.

``who could insist on X`` asks who had X, ``is A bound to do X`` whether it must, ``which N governs X`` which applies to it, ``is there a carve-out from X`` for
what X itself says. Only verbs that say no more than that are read so: to forbid, breach, waive or replace is another matter. To use a right (invoke, exercise)
can take more than to have it: it tells who has it, or that nobody does, and never yes.
"""

from __future__ import annotations

from tenor.ask.again.ways import shape, told_clauses, whatever
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


IN_OTHER_VERBS = (having, bound, applying, excepted, alone)
