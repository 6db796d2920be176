"""Who is who in a question about a term: subject, holder, scope, and so the lineages that answer it.

The order of words decides where a pattern fits, then possessives and prepositions, then what the records hold. What stays open is asked back.
"""

from __future__ import annotations

from itertools import pairwise

from tenor.ask.interpreting.amounts import amount_in
from tenor.ask.language.english import EXCLUSIVE, MODALS, OWNING, WHO
from tenor.ask.language.words import ARTICLES, key, lemma, tokens
from tenor.ask.parties.lineages import goes_through, narrow_by_product, speaks_of, take_lineages
from tenor.ask.parties.sides import GIVING, acting_slot, had_by, known_of
from tenor.ask.phrasing.negation import both_ways
from tenor.ask.reading import Refusal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from tenor.ask.interpreting.question import Question
    from tenor.ask.names.patterns import Fit
    from tenor.ask.parties.sides import Known
    from tenor.ask.reading import Candidate, Mention, Reading

_BOTH = 2
_MODEL = lemma("model")
_SLOTS = ("subject", "holder")
#: In the sentence of a term that is called after what its holder is to its subject.
CALLED_SO = " of {subject} {is|was} {holder}"
#: Prepositions between what somebody is and whose.
_BEHIND_A_NOUN = ("of", "to", "in", "for")
#: Prepositions before a noun for the state that somebody is in: "under contract", "on loan".
_STATES = ("under", "on")
#: Kinds of question in which a verb says who does it to whom.
_WITH_VERBS = ("state", "start", "end", "value", "keyword", "list")


def settle(question: Question, candidate: Candidate) -> None:
    """Fill subject, holder, scope and lineages of the candidate's reading.

    Raises:
        Refusal: two parties could be meant, or a party has no part in this term.
    """
    reading = candidate.reading
    term = reading.term or ""
    document = question.lexicon.document(f"term:{term}")
    known = known_of(question.store, term)
    mentions = _party_mentions(question, reading, known, candidate.fits)
    chosen: dict[str, Mention] = {}
    if _both_ways(question):
        _take_both(question, reading, known, mentions)
        return
    if called := _is_one(question, candidate, document):
        chosen = called
    elif candidate.fits and not candidate.noun:
        kept = {m.party: m for m in mentions}
        chosen = {slot: kept[question.mentions[n].party] for slot, n in _likely(question, candidate, known, mentions).items()}
    by_name = any(why.startswith("names") for why in reading.why)
    if candidate.fits and not by_name and (stranger := _stranger(question, candidate, known)) is not None:
        raise Refusal("no-record", f"Nothing is recorded on this for {stranger.said}.", terms=[term])
    for slot, mention in (
        list(chosen.items()) if by_name else ()
    ):  # "what credits can pay for X", of credits by what each pays for: X is no program that pays
        if _is_scope(question, mention, known):
            del chosen[slot]
    if (
        len(chosen) == _BOTH and chosen["subject"].party == chosen["holder"].party
    ):  # "can A end the contract on A's site": one side of it, and not both
        del chosen["subject" if chosen["holder"].party in known.holders else "holder"]
    rest = [m for m in mentions if m not in chosen.values()]
    rest = _without_scopes(question, reading, known, chosen, rest)
    if len(rest) > 2:
        raise Refusal("ambiguous", "The question names more parties than one right has: " + ", ".join(m.said for m in mentions) + ".", terms=[term])
    _place(question, reading, known, chosen, rest)
    sides = [chosen[slot].party for slot in _SLOTS if slot in chosen]
    mutual = len(sides) == _BOTH and not {(sides[0], sides[1]), (sides[1], sides[0])}.isdisjoint(known.pairs) and _mutual(question, term)
    if mutual and (sides[0], sides[1]) not in known.pairs:
        chosen["subject"], chosen["holder"] = chosen["holder"], chosen["subject"]
    both = len(chosen) == _BOTH and reading.raw in _WITH_VERBS
    if not mutual and chosen and (both or (question.relative is None and reading.raw in ("keyword", "list", "value", "what", "holder"))):
        _refuse_turned(question, reading, chosen, both=both)
    if reading.raw in ("holder", "list") and not mutual and question.mentions:
        chosen = _done_to(question, reading, known, chosen)
    if len(chosen) == 1 and reading.raw == "value":
        _refuse_other_doer(question, reading, *chosen.items())
    if "subject" in chosen:
        reading.subject = chosen["subject"].party
        if chosen["subject"].product:
            reading.product = reading.product or (chosen["subject"].product if "holder" not in chosen else None)
    if "holder" in chosen:
        reading.holder = chosen["holder"].party
        reading.product = chosen["holder"].product
    elif reading.raw == "state" and _called_after_itself(question, reading.subject, known):
        reading.holder = reading.subject
    asks_who = reading.kind in ("holder", "list") or not WHO.isdisjoint(question.lows())
    if asks_who:
        reading.asks = "subject" if reading.subject is None and reading.holder is not None else "holder"
    if reading.raw == "holder" and reading.subject is not None and reading.holder is not None and not candidate.fits and not document.get("many"):
        raise Refusal(
            "not-understood", f"The question asks who and names {question.store.name('party', reading.holder)} at the same time.", terms=[term]
        )
    if reading.raw == "holder" and reading.asks == "holder" and "holder" in chosen and _is_object(question, chosen["holder"]):
        raise Refusal("not-understood", f"Who has a part in {chosen['holder'].said} is not told by this.", terms=[term])
    if reading.subject is None and "holder" in chosen and len(question.mentions) == 1 and _of_its_own(question, candidate):
        raise Refusal("no-record", f"Nothing is recorded on this for {chosen['holder'].said}.", terms=[term])
    if reading.subject is None and reading.asks != "subject" and reading.pair is None:
        _default_subject(question, reading, known, document)
        _refuse_namesake(question, reading, known)
    take_lineages(question, reading, known, document)
    subject_product = chosen["subject"].product if "subject" in chosen else None
    if subject_product and not candidate.used & set(range(chosen["subject"].start, chosen["subject"].end)):
        narrow_by_product(question, reading, chosen["subject"])
    through = [m for m in question.mentions if m.product and m.party == reading.holder]
    if not through or not reading.lineages:
        return
    apart = document.get("answer") == "amount" or any(x.scope for x in reading.lineages)  # told product by product, or for none of them
    mine = [x for x in reading.lineages if any(goes_through(question, x, m) for m in through)] if document.get("many") or apart else []
    owners = {key(question.store.name("party", m.party)) for m in through}
    if apart and not mine and not document.get("many") and not any(speaks_of(question, x, owners) for x in reading.lineages):
        raise Refusal("no-record", f"Nothing is recorded on this for {through[0].said}.", terms=[term])
    reading.lineages = mine or reading.lineages
    if reading.raw == "state":
        _refuse_other_products(question, reading, candidate, through)


def _is_one(question: Question, candidate: Candidate, document: dict[str, Any]) -> dict[str, Mention]:
    """``is A a supplier of B``, ``is A B's supplier``: who is called so, and whose, whatever the records say of the two; empty for any other question."""
    said, named = question.tokens, question.mentions
    if said[0].lemma != lemma("be") or len(named) != _BOTH or named[0].possessive or named[0].party == named[1].party or named[1].product:
        return {}
    one, other = named
    owned = other.possessive and one.end == other.start
    if not owned and (said[one.end].low not in ARTICLES or said[other.start - 1].low not in _BEHIND_A_NOUN):
        return {}
    nouns = {*range(other.end, len(said))} if owned else {*range(one.end + 1, other.start - 1)}
    for slot, turned in (("holder", "subject"), ("subject", "holder")):
        if lemma(str(document.get(f"{slot}_is") or "").rpartition(" ")[2]) in {said[i].lemma for i in nouns}:
            return {slot: one, turned: other}
    named_so = any(m.kind == "term" and m.target == candidate.reading.term and {*range(m.start, m.end)} <= nouns for m in question.matches)
    if named_so and CALLED_SO in str(document.get("sentence")):  # "A be headquarters of B", and not "A be headquartered in B"
        return {"holder": one, "subject": other}
    #: "A be name of B" before "A be named B": the noun has its preposition.
    for way in sorted(candidate.fits, key=lambda way: owned or not way.pattern[-1].startswith("{~")):
        places = [piece.strip("{}~") for piece in way.pattern if piece.strip("{}~") in _SLOTS]
        if way.used & nouns and len(places) == (1 if owned else _BOTH) == len(way.slots):
            mine = next((slot for slot in _SLOTS if way.slots.get(slot) == (1 if owned else 0)), None)
            if mine is not None:
                theirs = _SLOTS[1 - _SLOTS.index(mine)]
                return {theirs: one, mine: other} if owned else {mine: one, theirs: other}
    return {}


def _of_its_own(question: Question, candidate: Candidate) -> bool:
    """``could A host its API`` of a pattern ``{holder} host {subject} api``: what is its own is nobody else's; "its board seat" is what the term is called."""
    named = {m.start for m in question.matches if m.kind == "term" and m.target == candidate.reading.term and m.end - m.start > 1}
    for way in candidate.fits:
        at = way.pattern.index("{subject}") if "{subject}" in way.pattern else -1
        owned = way.pattern[at + 1] if 0 < at < len(way.pattern) - 1 else ""
        if any(question.tokens[i].lemma == owned and i and question.tokens[i - 1].low in OWNING and i not in named for i in way.used):
            return True
    return False


def _called_after_itself(question: Question, party: str | None, known: Known) -> bool:
    """``was the official name of A A``: a name that stands there twice is both sides, where the record has it so."""
    return party is not None and (party, party) in known.pairs and sum(m.party == party for m in question.mentions) > 1


def _is_object(question: Question, mention: Mention) -> bool:
    """``who sold chips C to A``: True for a product right behind the verb of "who"."""
    i = mention.start - 1
    while i > 0 and question.tokens[i].low in ARTICLES:
        i -= 1
    return mention.product is not None and i in question.main_verb()


def _refuse_other_products(question: Question, reading: Reading, candidate: Candidate, through: list[Mention]) -> None:
    """``are chips C part of A's cloud contract``: of two products of the holder, the clauses must speak of each. Raises :class:`Refusal`."""
    others = [m for m in through if not candidate.used & {*range(m.start, m.end)}]
    for mention in others if len({m.product for m in through}) > 1 else ():
        if not any(goes_through(question, x, mention) for x in reading.lineages):
            raise Refusal("no-record", f"Nothing is recorded on this for {mention.said}.", terms=[reading.term or ""])


def _no_part(question: Question, known: Known, mention: Mention, term: str) -> Refusal:
    """That a party has no part in what is asked; of one that has a record of its own, or is on the other side of another's, only that it is another one."""
    if mention.party in known.subjects and "and" in question.lows():
        return Refusal("ambiguous", f"{mention.said} has a record of its own in this: ask of one at a time.", terms=[term])
    if mention.party in known.holders and len(question.mentions) > 1:
        return Refusal(
            "no-record", f"{mention.said} has a part in this on record, but not the one that the question gives it as I read it.", terms=[term]
        )
    return Refusal("no-record", f"Nothing is recorded on this for {mention.said}.", terms=[term])


def _refuse_turned(question: Question, reading: Reading, chosen: dict[str, Mention], *, both: bool) -> None:
    """Raise :class:`Refusal` where the verb, or the preposition behind it, has the two parties the other way round."""
    from tenor.ask.parties.directions import first_of, refuse_turned

    if both:
        first = first_of(question, chosen)
        slot = "subject" if chosen["subject"].party == first.party else "holder"
        if acting_slot(question, reading.term, first) not in ("", slot):
            raise turned_round(first, reading)
    refuse_turned(question, reading, chosen)


def turned_round(first: Mention, reading: Reading) -> Refusal:
    """That nothing is recorded of a party as the one who does it, since somebody does it to that party."""
    refusal = Refusal(
        "no-record", f"Nothing is recorded on this from {first.said}: the record has it the other way round.", terms=[reading.term or ""]
    )
    refusal.turned = True
    return refusal


def _refuse_other_doer(question: Question, reading: Reading, chosen: tuple[str, Mention]) -> None:
    """``how much did A make``. Raises :class:`Refusal` where every pattern has the other side before that verb."""
    slot, mention = chosen
    if mention.end < len(question.tokens) and acting_slot(question, reading.term, mention, light=True) not in ("", slot):
        label = question.lexicon.document(f"term:{reading.term}").get("label", reading.term)
        raise Refusal("no-record", f"In what is recorded as “{label}”, {mention.said} stands on the other side.", terms=[reading.term or ""])


def _done_to(question: Question, reading: Reading, known: Known, chosen: dict[str, Mention]) -> dict[str, Mention]:
    """``who supplies A``: A is supplied. Raises :class:`Refusal` where the record has A on the other side alone."""
    from tenor.ask.parties.directions import done_to

    slot, mention = done_to(question, reading.term or "") or ("", None)
    if mention is None or chosen.get(slot) not in (None, mention):
        return chosen
    if mention.party not in (known.subjects if slot == "subject" else known.holders):
        _refuse_other_side(question, reading, known, mention, slot)
        raise _no_part(question, known, mention, reading.term or "")
    return chosen if slot in chosen else {slot: mention}


def _refuse_other_side(question: Question, reading: Reading, known: Known, mention: Mention, asked: str = "") -> None:
    """``does A have a license``, where B has one to A's. Raises :class:`Refusal` that says so, where the verb alone keeps the party from its own side."""
    slot = asked or acting_slot(question, reading.term, mention)
    document = question.lexicon.document(f"term:{reading.term}")
    sides = {"subject": (known.subjects, document.get("subject_is")), "holder": (known.holders, document.get("holder_is"))}
    other = {"subject": "holder", "holder": "subject"}.get(slot, "")
    if other and mention.party in sides[other][0] and sides[slot][1] and sides[other][1]:
        text = f"In what is recorded as “{document.get('label')}”, {mention.said} is {sides[other][1]}, and not {sides[slot][1]}."
        raise Refusal("no-record", text, terms=[reading.term or ""], final=bool(asked))


def _both_ways(question: Question) -> bool:
    """``who pays whom``, ``which party pays which other``, ``which way does it flow``: who is on either side is asked."""
    lows = question.lows()
    which_way = any(one in ("which", "what") and two in ("way", "direction") for one, two in pairwise(lows[:3]))
    return lows.count("who") + lows.count("whom") > 1 or lows.count("which") > 1 or which_way or bool(both_ways(question.tokens))


def _take_both(question: Question, reading: Reading, known: Known, mentions: list[Mention]) -> None:
    """All that the term has between the parties named; a possessive is the subject, anybody else is on either side."""
    parties = {m.party for m in mentions}
    owner = next((m.party for m in mentions if m.possessive and m.party in known.subjects), None)
    found = [x for x in known.lineages if parties <= {x.subject, *(x.holder or "").split("+")} and owner in (None, x.subject)]
    focus = question.store.meta.get("focus", "")
    if not parties and any(x.subject == focus or x.holder == focus for x in found):
        found = [x for x in found if focus in (x.subject, x.holder)]
    if not found:
        raise Refusal("no-record", f"Nothing is recorded on this between {' and '.join(m.said for m in mentions)}.", terms=[reading.term or ""])
    if both_ways(question.tokens) and len({x.subject for x in found}) == 1:
        raise Refusal(
            "no-record", f"Between {' and '.join(m.said for m in mentions)} this is recorded in one direction alone.", terms=[reading.term or ""]
        )
    reading.lineages, reading.subjects, reading.asks = found, sorted({x.subject for x in found}), "holder"


def _likely(question: Question, candidate: Candidate, known: Known, mentions: list[Mention]) -> dict[str, int]:
    """Of the ways in which the pattern fits, the first whose parties the records have in these roles; the first of all where none is."""
    parties = {m.party for m in mentions}
    ways = [way for way in candidate.fits if all(question.mentions[n].party in parties for n in way.slots.values())]
    ways.sort(key=lambda way: -len(way.slots))  # both parties in their places say more than one
    told = [way for way in ways if len(way.slots) == 2 and _goes_to(question, way)]
    for way in told or ways:
        party = {slot: question.mentions[n].party for slot, n in way.slots.items()}
        if len(party) == 2:
            if (party["subject"], party["holder"]) in known.pairs:
                return way.slots
            owned = not (told or _acts(question, way)) and (
                any(question.mentions[n].possessive for n in way.slots.values()) or any(_as_noun(question, i) for i in way.used)
            )
            if owned and (party["holder"], party["subject"]) in known.pairs:
                return {}  # "A's license to B's models": nouns, whose order says nothing
        elif party.get("subject") in known.subjects or party.get("holder") in known.holders:
            return way.slots
    if told:
        return told[0].slots
    if not ways or (candidate.named and len(ways[0].slots) < 2 and not (ways[0].slots and _acts(question, ways[0]))):
        return {}
    return ways[0].slots


def _acts(question: Question, way: Fit) -> bool:
    """``did A grant B a right``: True where a word of the pattern is the verb of the first party, behind a verb that asks whether."""
    first = min((question.mentions[n] for n in way.slots.values()), key=lambda m: m.start)
    before = question.tokens[max(first.start - 1, 0)]  # "until when does A license B's models"
    asks = any(t.lemma in ("do", "hav") or t.low in MODALS for t in (question.tokens[0], before))
    return asks and not first.possessive and first.end in way.used


def _goes_to(question: Question, way: Fit) -> bool:
    """``A's payments to B``: behind a noun of giving, "to" before a bare name says who receives; "A's license to B's models" does not."""
    if GIVING.isdisjoint(question.lemmas()):
        return False
    first, last = (f(question.mentions[n].start for n in way.slots.values()) for f in (min, max))
    owner, other = (next(m for m in question.mentions if m.start == at) for at in (first, last))
    giving = any(question.tokens[i].lemma in GIVING for i in way.used)
    owns = owner.possessive or _before(question, owner) == "of"
    return giving and owns and not other.possessive and question.tokens[other.start - 1].text.lower() == "to"


def _as_noun(question: Question, i: int) -> bool:
    """True where the word at a position stands as a noun: behind an article, "exclusive", or the preposition of "under contract" and "on loan"."""
    owner = next((m for m in question.mentions if m.end == i), None)  # "the Acme contract"
    before = question.tokens[(owner.start if owner is not None else i) - 1] if i else None
    if before is None or (owner is not None and before.lemma in EXCLUSIVE):
        return False
    return before.text.lower() in ARTICLES or before.lemma in EXCLUSIVE or (owner is None and before.low in _STATES)


def _without_scopes(question: Question, reading: Reading, known: Known, chosen: dict[str, Mention], rest: list[Mention]) -> list[Mention]:
    """Products and parties that only a scope's words can mean become the scope asked about."""
    scopes = known.scopes if rest else []
    left: list[Mention] = []
    for mention in rest:
        named = _scopes_of(question, mention, scopes)
        able = (mention.party in known.subjects and "subject" not in chosen) or (mention.party in known.holders and "holder" not in chosen)
        if named and (not able or len(rest) > 2 or (mention.product is not None and mention.party not in known.holders)):
            kept = [s for s in reading.scopes if s in named] if reading.scopes else named
            if not kept:  # none of the scopes that are meant is called so
                left.append(mention)
                continue
            reading.scopes = kept
        else:
            left.append(mention)
    return left


def _stranger(question: Question, candidate: Candidate, known: Known) -> Mention | None:
    """``can I use X on Y``, of credits that can be used on X: what stands in a place of every pattern and can be no party there; None where one fits."""
    found = None
    for way in candidate.fits:
        found = next((m for n in way.slots.values() if _is_scope(question, m := question.mentions[n], known)), None)
        if found is None:
            return None
    return found


def _is_scope(question: Question, mention: Mention, known: Known) -> bool:
    """True for a product of somebody who has no part in a term whose clauses are about such a product."""
    outside = mention.product is not None and mention.party not in known.subjects and mention.party not in known.holders
    return outside and bool(_scopes_of(question, mention, known.scopes))


def _scopes_of(question: Question, mention: Mention, scopes: Sequence[str]) -> list[str]:
    """The scopes that hold all words of a party's or product's name."""
    said = {key(mention.said)} | ({key(question.store.name("product", mention.product))} if mention.product else set())
    if mention.product is None and [t.lemma for t in question.tokens[mention.end : mention.end + 1]] == [_MODEL]:  # by what they are called
        said |= {key(str(p["name"])) for p in question.lexicon.document(f"party:{mention.party}").get("products", ())}
    return [s for s in scopes if any(set(k.split()) <= set(key(s).split()) for k in said)]


def _party_mentions(question: Question, reading: Reading, known: Known, ways: list[Fit]) -> list[Mention]:
    """Mentions that can be a party of the term: a product inside the term's own name or pattern says nothing more, unless its owner can hold it."""
    named = [m for m in question.matches if m.kind == "term" and m.target == reading.term]
    out: list[Mention] = []
    scopes = [m for m in question.matches if m.kind == "scope" and m.extra == reading.term] if reading.scope is not None else []
    for mention in question.mentions:
        inside = any(n.start <= mention.start and mention.end <= n.end for n in named)
        inside = inside or any(way.used.issuperset(range(mention.start, mention.end)) for way in ways)
        stranger = mention.party not in known.holders and mention.party not in known.subjects
        if stranger and (inside or any(m.start <= mention.start and mention.end <= m.end for m in scopes)):
            continue
        if inside and mention.product is not None and mention.party in known.subjects and mention.party not in known.holders:
            continue
        if any(o.party == mention.party and o is not mention for o in out):
            earlier = next(o for o in out if o.party == mention.party)
            if earlier.product is None and mention.product is not None:
                out[out.index(earlier)] = mention
            continue
        out.append(mention)
    return out


def _behind(question: Question, term: str, rest: list[Mention]) -> dict[str, Mention]:
    from tenor.ask.parties.directions import behind

    return behind(question, term, rest)


def _place(question: Question, reading: Reading, known: Known, chosen: dict[str, Mention], rest: list[Mention]) -> None:
    term = reading.term or ""
    if len(rest) == 2 and not chosen:
        first, second = rest
        forward, backward = (first.party, second.party) in known.pairs, (second.party, first.party) in known.pairs
        if forward and backward and (sides := _behind(question, term, rest)):
            chosen |= sides
        elif forward and backward:
            owner = next((m for m in rest if m.possessive or _before(question, m) in ("of", "for", "by")), None)
            if owner is None and _gives(question, first, second):
                chosen["subject"], chosen["holder"] = first, second
                return
            if owner is None and reading.raw == "keyword":
                reading.subjects = sorted({first.party, second.party})
                reading.pair = (first.party, second.party)
                return
            if owner is None:
                raise Refusal(
                    "ambiguous", f"{first.said} and {second.said} each have this with the other; say who has it and who gives it.", terms=[term]
                )
            chosen["subject"], chosen["holder"] = owner, next(m for m in rest if m is not owner)
        elif forward or backward:
            chosen["subject"], chosen["holder"] = (first, second) if forward else (second, first)
        else:
            owner = next((m for m in rest if m.possessive and m.party in known.subjects), None) or next(
                (m for m in rest if m.party in known.subjects), None
            )
            if owner is None and first.party in known.holders and second.party in known.holders:
                text = f"{first.said} and {second.said} have the same part in this on record: ask of one at a time."
                raise Refusal("ambiguous", text, terms=[term])
            if owner is None:
                raise Refusal("no-record", f"Nothing is recorded on this between {first.said} and {second.said}.", terms=[term])
            chosen["subject"], chosen["holder"] = owner, next(m for m in rest if m is not owner)
            apart = not known.holders and (reading.raw != "state") == (
                chosen["holder"].product is not None
            )  # nobody, or no product, without a part in it
            if apart and not _has_a_part(question, known, {"subject": owner}, chosen["holder"]):
                raise _no_part(question, known, chosen["holder"], term)
        return
    for mention in rest:
        slot = _slot(question, reading, known, chosen, mention)
        if (
            slot is None
            and reading.inside is not None
            and any(m.kind == reading.inside[0] and m.target == reading.inside[1] and m.start <= mention.start < m.end for m in question.matches)
        ):
            continue
        if slot is None:
            _refuse_other_side(question, reading, known, mention)
            raise _no_part(question, known, mention, term)
        if slot == "either":
            raise Refusal("ambiguous", f"{mention.said} is on both sides of this term; say who has it and who gives it.", terms=[term])
        chosen[slot] = mention


def _gives(question: Question, first: Mention, second: Mention) -> bool:
    """``does A share it with B``: the party behind the auxiliary gives, the one behind "to" or "with" receives."""
    i = first.start - 1
    return i >= 0 and question.tokens[i].lemma == "do" and _before(question, second) in ("to", "with")


def _slot(question: Question, reading: Reading, known: Known, chosen: dict[str, Mention], mention: Mention) -> str | None:
    if reading.raw == "holder" and mention.possessive and mention.party not in known.subjects and not _mutual(question, reading.term):
        return None
    acting = acting_slot(question, reading.term, mention)
    can_subject = mention.party in known.subjects and "subject" not in chosen and acting != "holder"
    can_holder = mention.party in known.holders and "holder" not in chosen and acting != "subject"
    if acting and not can_subject and not can_holder:
        return None
    if can_subject and can_holder:
        focus = question.store.meta.get("focus", "")
        if reading.kind in ("holder", "list") or mention.possessive or _before(question, mention) in ("of", "for"):
            return "subject"
        if mention.party == focus:
            return "subject"
        return "holder" if (focus, mention.party) in known.pairs else "either"
    if can_subject:
        return "subject"
    if can_holder:
        return "holder"
    many = bool(question.lexicon.document(f"term:{reading.term}").get("many"))
    if not known.holders and not _has_a_part(question, known, chosen, mention):
        return None  # nobody holds such a right: who has no part in its clauses is not spoken of
    if _has(question, mention) and had_by(question, reading.term or "") != "holder":
        return None  # "does C have a main cloud": that A's is B says nothing of it
    if "holder" not in chosen and not many and reading.kind in ("state", "start", "end"):
        if not known.holders and sum(m.party == mention.party and m.product is not None for m in question.mentions) > 1:
            return None  # two products of one party: the answer cannot leave either out
        return "holder"
    return None


def _mutual(question: Question, term: str | None) -> bool:
    """True where the vocabulary says of each side what it says of the other: whoever has it of A has A of it, too."""
    document = question.lexicon.document(f"term:{term}")
    names = [str(name) for name in document.get("names", ())]
    ways = [way for way in map(str, document.get("asks", ())) if "{subject}" in way and "{holder}" in way]
    by_name = [way for way in ways if any(name in way for name in names) and any(sign in way for sign in (" be ", "'s ", " of {"))]
    asks = {*ways} - {*by_name}  # "A be spouse of B" tells no direction
    return bool(asks) and all(way.replace("{subject}", "{}").replace("{holder}", "{subject}").replace("{}", "{holder}") in asks for way in asks)


def _has(question: Question, mention: Mention) -> bool:
    """``does A have``."""
    beside = [*question.tokens[mention.start - 1 : mention.start], *question.tokens[mention.end : mention.end + 1]]
    return [t.lemma for t in beside] == ["do", "hav"]


def _has_a_part(question: Question, known: Known, chosen: dict[str, Mention], mention: Mention) -> bool:
    """True where a party, or a product by its name, stands in the clauses of the subject that is meant."""
    subject = chosen["subject"].party if "subject" in chosen else None
    mine = (c for x in known.lineages if subject in (None, x.subject) for c in question.store.clauses(x.n))
    support = question.support()
    return any(mention.party in support.parties(c) or support.concerns(c, mention) for c in mine)


def _before(question: Question, mention: Mention) -> str:
    i = mention.start - 1
    while i >= 0 and question.tokens[i].low in ARTICLES:
        i -= 1
    return question.tokens[i].low if i >= 0 else ""


def _refuse_namesake(question: Question, reading: Reading, known: Known) -> None:
    """``was X president``, of whom only A's vice president is on record, and no president but B's: that B had another says nothing. Raises :class:`Refusal`."""
    store, holder, whose = question.store, reading.holder, reading.subject
    if reading.kind != "state" or holder is None or whose in (None, question.store.meta.get("focus")) or holder in known.holders:
        return
    label = store.name("term", reading.term or "")
    said = {t.lemma for t in tokens(label)}
    for subject, term in store.query("SELECT DISTINCT subject, term FROM pair WHERE holder = ? ORDER BY subject, term", holder):
        other = store.name("term", term)
        if subject != whose and said < {t.lemma for t in tokens(other)}:
            text = f"“{label}” is recorded for {store.name('party', whose)} alone, and of {store.name('party', holder)} “{other}” of {store.name('party', subject)}."
            reading.subject = None  # named by nobody
            raise Refusal("ambiguous", f"{text} Say whose is meant.", terms=[reading.term or ""], final=True)


def _default_subject(question: Question, reading: Reading, known: Known, document: dict[str, Any]) -> None:
    focus = question.store.meta.get("focus", "")
    if reading.kind == "change" and not question.mentions and (focus, focus) not in known.pairs and focus in known.holders & known.subjects:
        reading.subjects = sorted({focus, *(s for s, h in known.pairs if h == focus)})  # what goes both ways changed both ways
        return
    able = known.subjects if reading.holder is None else {s for s, h in known.pairs if h == reading.holder} or known.subjects
    if question.relative is not None:  # "before A": of somebody with whom A has it
        able = {s for s, h in known.pairs if s in able and h == question.relative.mention.party} or able
    if focus not in able and len(able) > 1 and reading.kind == "state":
        able = _of_the_sum(question, known, able) or able
    if focus in able:
        reading.subject = focus
    elif len(able) == 1:
        reading.subject = next(iter(able))
    elif not able:
        raise Refusal("no-record", f"Nothing is recorded on {document.get('label', reading.term)}.", terms=[reading.term or ""])
    elif reading.kind in ("list", "value", "holder") or reading.scope is not None:
        reading.subjects = sorted(able)
    else:
        names = [question.store.name("party", party) for party in sorted(able)]
        raise Refusal(
            "ambiguous",
            f"{document.get('label', reading.term)} is recorded for {', '.join(names[:-1])} and {names[-1]}; say which.",
            terms=[reading.term or ""],
        )


def _of_the_sum(question: Question, known: Known, able: set[str]) -> set[str]:
    """Those of several subjects that have the very amount that the question names."""
    amount = amount_in(question, set(range(len(question.tokens))) - question.timed())
    if amount is None:
        return set()
    versions = ((x.subject, doc["value"]) for x in known.lineages if x.subject in able for doc in question.store.versions(x.n))
    return {subject for subject, value in versions if value and amount.same(value)}
