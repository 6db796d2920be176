"""Through which product: what goes through one product of a party, or is about one, is no answer about another product of the same party."""

from __future__ import annotations

from tenor.ask.answers.beyond import beyond_record, own_words
from tenor.ask.answers.wording import joined
from tenor.ask.language import english
from tenor.ask.language.roots import text_keys
from tenor.ask.language.words import key
from tenor.ask.parties.sides import sides_of
from tenor.ask.reading import Refusal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from tenor.ask.answers.answer import Answer
    from tenor.ask.reading import Mention

    Document = dict[str, Any]


def refuse_other_outlets(answer: Answer, segments: list[Document]) -> None:
    """Raise :class:`Refusal` where a product is named of which no version is told, though its maker has a part in all of them."""
    question = answer.interpreter
    told = [s for s in segments if s["clause"]]
    for mention in question.mentions:
        behind = question.tokens[mention.end : mention.end + 1]
        if mention.product is None or mention.start in question.timed() or (behind and behind[0].lemma in english.DOCUMENTS):
            continue
        if told and all(mention.party in sides_of(doc) and doc.get("yes") is not False and not _of_it(answer, doc, mention) for doc in told):
            raise beyond_record(answer, f"The record does not speak of {mention.said} here.", told)


def refuse_told_of_another(answer: Answer, text: str) -> None:
    """Raise :class:`Refusal` where what a dispute, a claim or an event tells is of another product of the same maker, and of this one it tells nothing."""
    question = answer.interpreter
    own = text_keys(text)
    for mention in question.mentions:
        if mention.product is None or mention.start in question.timed():
            continue
        named = {product: any(text_keys(name) <= own for name in names) for product, names in _names(answer, mention.party).items()}
        if any(named.values()) and not speaks_of(answer, own, mention):
            raise Refusal("no-record", f"The record does not speak of {mention.said} here, and of {_listed(answer, named)}.")


def speaks_of(answer: Answer, own: set[str], mention: Mention) -> bool:
    """True where a text, by its roots, names a product, as the question calls it or by another of its names."""
    return any(text_keys(name) <= own for name in (mention.said, *_names(answer, mention.party)[str(mention.product)]))


def _listed(answer: Answer, named: dict[str, bool]) -> str:
    return joined([answer.store.name("product", product) for product, told in named.items() if told])


def _names(answer: Answer, party: str) -> dict[str, list[str]]:
    """The normal forms of all names of each product of a party, the first product first."""
    products = answer.interpreter.lexicon.document(f"party:{party}").get("products", ())
    return {product["id"]: [key(name) for name in (product["name"], *product.get("aliases", ()))] for product in products}


def _of_it(answer: Answer, doc: Document, mention: Mention) -> bool:
    """True where a version goes through a product, or is about it, or about no product of that maker; the maker's first stands for what goes through any."""
    said, via = mention.said, doc["via"]
    own = text_keys(f"{own_words(doc)} {answer.term.get('label')}")
    if any(letter.isdigit() for letter in said):  # of several generations under one name, the one that is meant
        return text_keys(said) <= own or not any(letter.isdigit() for letter in doc["scope"] or "")
    names = _names(answer, mention.party)
    if speaks_of(answer, own, mention):
        return True
    if via is not None and via in names and mention.party in (doc["holder"], *doc["holders"]):
        return via == mention.product or next(iter(names)) == mention.product or any(f" {key(said)} " in f" {name} " for name in names[via])
    named = [text_keys(name) for others in names.values() for name in others]
    about = [text_keys(part) for part in str(doc["scope"] or doc["label"] or "").replace(",", " and ").split(" and ")]
    return any(not any(name <= part for name in named) for part in about)
