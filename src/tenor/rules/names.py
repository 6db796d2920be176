"""T5xx: words that lead to one thing, sentences that can be filled in, and ids that follow from what they name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tenor.findings import Finding, Severity, at
from tenor.model import Records
from tenor.rules.base import Rule

_SLOT = re.compile(r"\{([^{}]*)\}")
_SLOTS = ("subject", "holder", "value", "scope")


def _key(text: str) -> str:
    return " ".join(text.casefold().split())


def shared_term_names(records: Records) -> Iterator[Finding]:
    """T501."""
    taken: dict[str, str] = {}
    for term in records.terms.values():
        for number, name in enumerate(term.names):
            other = taken.setdefault(_key(name), term.id)
            if other != term.id:
                yield at(term.origin, "T501", f"“{name}” also means the term `{other}`", key=f"names.{number}", id=f"term:{term.id}")


def shared_aliases(records: Records) -> Iterator[Finding]:
    """T502."""
    taken: dict[str, str] = {}
    surnames = records.surnames()
    whole = {_key(name) for party in records.parties.values() for name in (party.name, party.full_name) if name}
    for party in records.parties.values():
        mine = [("name", party.name), ("full_name", party.full_name)]
        #: A last name gives way to whoever has no other name.
        mine += [(f"aliases.{n}", a) for n, a in enumerate(party.aliases) if (party.id, a) not in surnames or _key(a) not in whole]
        for product in party.products:
            mine += [("products", product.name), *(("products", alias) for alias in product.aliases)]
        for key, name in mine:
            other = taken.setdefault(_key(name), party.id) if name else party.id
            if other != party.id:
                yield at(party.origin, "T502", f"“{name}” also means the party `{other}`", key=key, id=f"party:{party.id}")


def bad_slots(records: Records) -> Iterator[Finding]:
    """T503."""
    for term in records.terms.values():
        phrases = [("sentence", term.sentence), ("negative", term.negative), *((f"asks.{n}", ask) for n, ask in enumerate(term.asks))]
        for key, text in phrases:
            pattern = key.startswith("asks")
            for slot in _SLOT.findall(text):
                if slot not in _SLOTS and (pattern or "|" not in slot):
                    kinds = "{subject}, {holder}, {value} or {scope}" + ("" if pattern else ", or two words with a bar between, such as {is|was}")
                    yield at(term.origin, "T503", f"the slot {{{slot}}} cannot be filled", key=key, id=f"term:{term.id}", fix=f"write {kinds}")
            if _SLOT.sub("", text).count("{") or _SLOT.sub("", text).count("}"):
                yield at(term.origin, "T503", "a brace is not closed", key=key, id=f"term:{term.id}")


def no_negative(records: Records) -> Iterator[Finding]:
    """T504."""
    for term in records.terms.values():
        if term.answer == "yes-no" and not term.negative:
            yield at(term.origin, "T504", f"`{term.id}` answers yes or no, and has no sentence for no", key="answer", id=f"term:{term.id}")


def unasked(records: Records) -> Iterator[Finding]:
    """T505."""
    for term in records.terms.values():
        if not term.names and not term.asks:
            yield at(term.origin, "T505", f"no question can mean `{term.id}`", id=f"term:{term.id}")


def no_sentence(records: Records) -> Iterator[Finding]:
    """T506."""
    for term in records.terms.values():
        if not term.sentence:
            yield at(term.origin, "T506", f"`{term.id}` has no sentence to answer with", id=f"term:{term.id}")


def clause_id(records: Records) -> Iterator[Finding]:
    """T508."""
    for clause in records.clauses.values():
        local = clause.id.partition("#")[2]
        if clause.term in records.terms and local != clause.term and not local.startswith(f"{clause.term}-"):
            yield at(clause.origin, "T508", f"`{local}` does not start with its term, `{clause.term}`", key="id", id=clause.id)


def file_name(records: Records) -> Iterator[Finding]:
    """T509."""
    for instrument in records.instruments.values():
        stem = instrument.id.partition("/")[2]
        day = instrument.announced or instrument.published
        if day is None:
            continue
        written = day.text.rstrip("~?%")
        if stem != written and not stem.startswith(f"{written}-") and day.precision in ("day", "month", "year") and "X" not in written:
            yield at(
                instrument.origin, "T509", f"the file is named {stem}, and the document was announced {day.text}", key="announced", id=instrument.id
            )


_TERM = "=== terms/{}.md\n---\nlabel: Treasurer\nanswer: {}\nsentence: {}\n{}---\n"
_SENTENCE = '"{holder} {is|was} treasurer of {subject}"'
_GOOD = _TERM.format("treasurer", "holder", _SENTENCE, "names: [treasurer]\n")
_CLAUSE = """
=== clauses
- id: {}
  term: rent
  subject: club
  holder: bob
  from: 2022-03-01
  says: The club rents the mill from Bob Ray.
  status: confirmed
  cites: [{{source: club-2022-03-01}}]
"""
_NOTICE = "=== deals/club/2021-05.md\n---\ntitle: Notice\nkind: notice\nannounced: {}\n---\n"

RULES: tuple[Rule, ...] = (
    Rule(
        "T501", "shared-term-name", "a name means one term", "the program would have to guess, or ask back", "drop the name from one of them; put it under `words`",
        _GOOD, _TERM.format("treasurer", "holder", _SENTENCE, "names: [Chairperson] # <--\n"), shared_term_names,
    ),
    Rule(
        "T502", "shared-alias", "a name means one party", "an answer would be about somebody else", "drop the name from one of them",
        "=== parties/cy.md\n---\nname: Cy\naliases: [The Yard]\n---\n", "=== parties/cy.md\n---\nname: Cy\naliases: [The Mill] # <--\n---\n", shared_aliases,
    ),
    Rule(
        "T503", "bad-slot", "sentences and patterns have only slots that can be filled", "answers would print the braces", "correct the slot",
        _GOOD, _TERM.format("treasurer", "holder", '"{who} {is|was} treasurer" # <--', "names: [treasurer]\n"), bad_slots,
    ),
    Rule(
        "T504", "no-negative", "a term that answers yes or no has a sentence for no", "a no would have to be printed as the denial of a sentence", "add `negative:`",
        _TERM.format("pets", "yes-no", '"{subject} {allows|allowed} pets"', 'negative: "{subject} {forbids|forbade} pets"\nnames: [pets]\n'),
        _TERM.format("pets", "yes-no # <--", '"{subject} {allows|allowed} pets"', "names: [pets]\n"), no_negative,
    ),
    Rule(
        "T505", "unasked-term", "a term has names, or patterns of questions", "its clauses could never be an answer", "add `names:` or `asks:`",
        _GOOD, _TERM.format("treasurer", "holder", _SENTENCE, "").replace("label: Treasurer", "label: Treasurer # <--"), unasked, Severity.WARNING,
    ),
    Rule(
        "T506", "no-sentence", "a term has a sentence", "answers are made from it", "add `sentence:`",
        _GOOD, _GOOD.replace(f"sentence: {_SENTENCE}\n", "").replace("label: Treasurer", "label: Treasurer # <--"), no_sentence, Severity.WARNING,
    ),
    Rule(
        "T508", "clause-id", "a clause's id is its term's id, or that with -<scope>", "ids can then be guessed, and read aloud", "rename the clause, and keep the old id under `formerly`",
        _CLAUSE.format("rent-mill"), _CLAUSE.format("mill # <--"), clause_id, Severity.WARNING,
    ),
    Rule(
        "T509", "file-name", "a document's file is named by the day on which it was announced", "the id is a date that readers take at its word",
        "rename the file, and keep the old id under `formerly`", _NOTICE.format("2021-05"), _NOTICE.format("2021-06-02 # <--"), file_name, Severity.WARNING,
    ),
)  # fmt: skip
