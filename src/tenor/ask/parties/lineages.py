"""Which lineages a reading is about, once it is known who is who: by its scopes, its document, its clauses and the products that are named."""

from __future__ import annotations

from tenor.ask.language.words import key
from tenor.ask.reading import Refusal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from tenor.ask.interpreting.question import Question
    from tenor.ask.parties.sides import Known
    from tenor.ask.reading import Mention, Reading
    from tenor.store.read import Lineage, Store


def take_lineages(question: Question, reading: Reading, known: Known, document: dict[str, Any]) -> None:
    """The lineages of the term for this subject, holder and scope."""
    found = known.lineages
    if reading.subject is not None:
        found = [x for x in found if x.subject == reading.subject]
    elif reading.subjects:
        found = [x for x in found if x.subject in reading.subjects]
    if reading.holder is not None and document.get("many"):
        found = [x for x in found if x.holder is None or reading.holder in x.holder.split("+")]
    elif reading.holder is not None and reading.asks == "subject":
        held = {s for s, h in known.pairs if h == reading.holder}
        found = [x for x in found if x.subject in held]
    if reading.pair is not None:
        found = [x for x in found if x.subject in reading.pair and (x.holder is None or x.holder in reading.pair)]
    compared = reading.kind == "change" and len(question.moments) > 1  # what differs is not in one document alone
    if (reading.inside is not None and not compared) or reading.only:
        found = _within(question, reading, found)
    if reading.scopes:
        scoped = [x for x in found if x.scope and any(x.scope == s or x.scope.startswith(f"{s} ") for s in reading.scopes)]
        found = scoped if scoped or not (_in_a_name(question, reading.scopes) or _in_a_verb(question, reading.scopes)) else found
    reading.lineages = found


def _in_a_name(question: Question, scopes: list[str]) -> bool:
    """True where the words of the scopes stand only inside the names of parties."""
    said = [m for m in question.matches if m.kind == "scope" and m.target in scopes]
    return bool(said) and all(any(p.start <= m.start and m.end <= p.end for p in question.mentions) for m in said)


def _in_a_verb(question: Question, scopes: list[str]) -> bool:
    """True where a scope of one word is said in another form: ``did A pay``, for what is "paid"."""
    said = [question.tokens[m.start].low for m in question.matches if m.kind == "scope" and m.target in scopes and m.end - m.start == 1]
    return bool(said) and not set(said) & set(scopes)


def _within(question: Question, reading: Reading, found: list[Lineage]) -> list[Lineage]:
    """Lineages with a clause of the deal or instrument that the question names, or with one that its words single out."""
    wanted = set(reading.only)
    if reading.inside is not None:
        kind, target = reading.inside
        sql = (
            "SELECT c.id FROM listed_in AS l JOIN clause AS c ON c.n = l.clause WHERE l.deal = ?"
            if kind == "deal"
            else "SELECT id FROM clause WHERE instrument = ?"
        )
        mine = {row[0] for row in question.store.query(sql, target)}
        if wanted and not wanted & mine:
            raise Refusal("no-record", "Nothing of that kind is recorded there.", terms=[reading.term or ""])
        wanted = wanted & mine if wanted else mine
    if reading.place.startswith(("paid", "parts")):  # what is part of it may have come by another instrument
        from tenor.ask.interpreting.portions import with_portions

        wanted = set(with_portions(question, sorted(wanted)))
    if (reading.inside is None or reading.inside[0] == "instrument") and reading.kind != "change":
        reading.only = sorted(wanted)
    numbers = {row[0] for c in wanted for row in question.store.query("SELECT lineage FROM clause WHERE id = ?", c)}
    return [x for x in found if x.n in numbers]


def narrow_by_product(question: Question, reading: Reading, mention: Mention) -> None:
    """Every product of the subject that is named must be spoken of by clauses that answer. Raises :class:`Refusal` where one is not."""
    owner = key(str(question.lexicon.document(f"party:{reading.subject}").get("name", "")))
    term = question.lexicon.document(f"term:{reading.term}")
    own = key(" ".join((*term.get("names", ()), *term.get("words", ()), str(term.get("label", "")))))
    beside = {key(m.said): m.said for m in question.mentions if m.party == mention.party and m.product}
    kept: set[int] = set()
    for name, said in {key(mention.said): mention.said, **beside}.items():
        names = {name, name.removeprefix(f"{owner} ")}
        speaking = {x.n for x in reading.lineages if speaks_of(question, x, names)}
        if not speaking and any(f" {n} " in f" {own} " for n in names):
            return
        if not speaking and len(beside) > 1 and reading.scopes:
            raise Refusal("not-understood", "The question names more than one thing; ask for one.", terms=[reading.term or ""])
        if not speaking:
            raise Refusal("no-record", f"Nothing is recorded on this for {said}.", terms=[reading.term or ""])
        kept |= speaking
    reading.lineages = [x for x in reading.lineages if x.n in kept]


def speaks_of(question: Question, lineage: Lineage, names: set[str]) -> bool:
    """True where a version of the lineage has one of these names in its words; a name that is a common word must be written as a name there."""
    texts = _texts(question.store, lineage)
    found = {name for _, words in texts for name in names if f" {name} " in words}
    if not found:
        return False
    from tenor.ask.language.dictionary import is_word

    return any(not is_word(name) or name.capitalize() in text for name in found for text, _ in texts)


def _texts(store: Store, lineage: Lineage) -> list[tuple[str, str]]:
    """The text of each version of a lineage, and its words in normal form between spaces; worked out once for all questions."""

    def read() -> list[tuple[str, str]]:
        texts = [" ".join(str(d.get(field) or "") for field in ("text", "scope", "label")) for d in store.versions(lineage.n)]
        return [(text, f" {key(text)} ") for text in texts]

    return store.once(("spoken", lineage.n), read, len)


def goes_through(question: Question, lineage: Lineage, mention: Mention) -> bool:
    """True where a version of the lineage goes through the product that is mentioned, or one that is named after it, or speaks of it."""
    said = key(mention.said)
    through = {str(d["via"]) for d in question.store.versions(lineage.n) if d["via"]}
    sql = "SELECT key FROM phrase WHERE kind = 'product' AND target = ?"
    if mention.product in through or speaks_of(question, lineage, {said, *(str(name) for (name,) in question.store.query(sql, mention.product))}):
        return True
    return any(f" {said} " in f" {name} " for product in sorted(through) for (name,) in question.store.query(sql, product))
