"""Whether a clause that is told in words plainly forbids what a question asks about, or leaves it out."""

from __future__ import annotations

from itertools import pairwise

from tenor.ask.language import english
from tenor.ask.language.roots import counts, root, text_keys
from tenor.ask.language.words import lemma, tokens

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from tenor.ask.language.words import Token

#: Each of these is a transfer, so that whoever may not transfer a thing may not do it.
_TRANSFER, _TRANSFERRING = root(lemma("transfer")), frozenset(map(root, map(lemma, ("sell", "sale", "assign", "resell"))))
_MAY = frozenset(("may", "can", "do", "does", "must"))
_ANYBODY = english.WHOEVER | {"any", "every", "all"}
_INVITED = frozenset(("only", "invitation"))
_BUT = frozenset(("except", "unless", "only", "without", "other"))
#: What "only" leaves out, by the word behind it.
_OPPOSITES = {
    **dict.fromkeys(map(lemma, ("new", "newly", "first-time")), frozenset(map(lemma, "existing old current former returning".split()))),
    **dict.fromkeys(map(lemma, ("existing", "current")), frozenset(map(lemma, "new future prospective".split()))),
    **dict.fromkeys(map(lemma, "difference part half portion remainder rest fraction".split()), frozenset(map(lemma, "full whole entire".split()))),
    lemma("private"): frozenset((lemma("public"),)), lemma("public"): frozenset((lemma("private"),)),
}  # fmt: skip
_LEAVING_OUT = frozenset(map(lemma, "exclude reject refuse bar ban omit leave shut deny ineligible forbid prohibit disqualify only but".split()))


def leaves_out(text: str, asked: Sequence[Token]) -> bool:
    """True for "only new ones", of which the question asks whether old ones are taken, and for "by invitation only", where it asks of anyone."""
    said, wanted = tokens(text), {t.lemma for t in asked}
    if wanted & _LEAVING_OUT:
        return False
    invited = any({a.low, b.low} == _INVITED for a, b in pairwise([t for t in said if t.low != "by"]))
    if invited and not _ANYBODY.isdisjoint([t.low for t in asked]) and root(lemma("invite")) not in {root(w) for w in wanted}:
        return True
    for i in [i for i, t in enumerate(said) if t.low == "only"]:
        kinds = {t.lemma for t in said[i + 1 : i + 3]} & _OPPOSITES.keys()
        if any(wanted & _OPPOSITES[kind] and kind not in wanted for kind in kinds):
            return True
    return False


def forbids(text: str, scope: str, asked: Sequence[Token], *, may: bool = True) -> bool:
    """True for "A may not sell X" and "does not let A sell X", where the question has that verb, the words of the scope and nothing of an exception.

    Whether A does sell X, and not whether A ``may``, is told only where A is not let.
    """
    said = tokens(text)
    i = next((i for i, t in enumerate(said) if t.low == "not" and i and said[i - 1].low in _MAY), None)
    if i is None or i + 1 >= len(said):
        return False
    end = next((n for n, t in enumerate(said) if n > i and t.low in _BUT), len(said))
    allowed = {root(t.lemma) for t in said[end:] if counts(t)}
    verb = said[i + 1]
    letting = verb.lemma in english.LETTING
    denied = {root(t.lemma) for t in said[i + (2 if letting else 1) : end] if counts(t)}
    wanted = {root(t.lemma) for t in asked if counts(t)}
    if _TRANSFERRING & wanted and any(t.low == "to" for t in asked[1:]):  # to whom it goes may be what is forbidden
        wanted.add(_TRANSFER)
    acted = (letting and (may or bool(scope and (denied - text_keys(scope)) & wanted))) or (may and root(verb.lemma) in wanted)
    left_out = (allowed - denied) & wanted
    return acted and not left_out and bool(denied & wanted) and text_keys(scope) <= wanted


def permits(text: str, scope: str, asked: Sequence[Token]) -> bool:
    """True for "A may not sell X except to B", where nothing else is asked than whether A may sell it to B."""
    said = [t for piece in text.replace("; ", ", ").split(", ")[:1] for t in tokens(piece)]
    i = next((i for i, t in enumerate(said) if t.low == "not" and i and said[i - 1].low in _MAY), None)
    end = next((n for n, t in enumerate(said) if i is not None and n > i and t.low == "except"), None)
    if i is None or end is None:
        return False
    denied = {root(t.lemma) for t in said[:end] if counts(t)}
    allowed = {root(t.lemma) for t in said[end + 1 :] if counts(t)}
    wanted = {root(t.lemma) for t in asked[1:] if counts(t)}
    return bool(allowed & wanted) and wanted <= denied | allowed | text_keys(scope) and root(said[i + 1].lemma) in wanted
