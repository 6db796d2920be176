"""``gcp startup credit claude vertex ai``: keywords that name a party and, one by one, the products of one of its scopes."""

from __future__ import annotations

from tenor.ask.language.words import forms
from tenor.ask.reading import Reading
from tenor.ask.times.windows import window_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tenor.ask.interpreting.question import Question
    from tenor.ask.reading import Mention


def scope_reading(question: Question) -> Reading | None:
    """The one right of a party whose scope has every product that is named, where the other words are words of its term; None where there is none."""
    owners = [m for m in question.mentions if m.product is None]
    products = [m for m in question.mentions if m.product is not None]
    if len(owners) != 1 or not products:
        return None
    wanted = frozenset().union(*(_words(question, m) for m in products))
    rows = question.store.query(
        "SELECT DISTINCT term, scope FROM lineage WHERE subject = ? AND scope IS NOT NULL ORDER BY term, scope", owners[0].party
    )
    found = [(str(term), str(scope)) for term, scope in rows if wanted <= forms(scope)]
    if len(found) != 1:
        return None
    term, scope = found[0]
    taken = question.mentioned() | question.timed()
    document = question.lexicon.document(f"term:{term}")
    told = forms(" ".join((str(document["label"]), *document.get("names", ()), *document.get("words", ()), scope)))
    if any(question.tokens[i].lemma not in told for i in question.content() - taken):
        return None
    reading = Reading("state", term)
    reading.raw, reading.subject, reading.scope, reading.scopes = "keyword", owners[0].party, scope, [scope]
    reading.known, reading.corrections = question.known, question.corrections
    reading.lineages = [x for x in question.store.lineages(term, owners[0].party) if x.scope == scope]
    reading.window = window_of(question, reading)
    reading.why = [f"{owners[0].said} with {scope}"]
    return reading


def _words(question: Question, mention: Mention) -> frozenset[str]:
    """The words of a product's name, without its owner's."""
    return forms(question.store.name("product", str(mention.product))) - forms(question.store.name("party", mention.party))
