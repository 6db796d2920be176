"""Whether what was found is about what is asked: a no from another product, another party's amount, another document or a later day is none.

Each check raises :class:`Refusal` where the versions are not about what the question asks.
"""

from __future__ import annotations

from itertools import pairwise

from tenor.ask.answers.beyond import beyond_record, own_words
from tenor.ask.answers.wording import joined
from tenor.ask.interpreting.amounts import MONEY, is_measure, unit_of
from tenor.ask.language import english
from tenor.ask.language.roots import amount_key, counts, root, text_keys
from tenor.ask.language.words import ARTICLES, forms, lemma, tokens
from tenor.ask.names.support import OWN
from tenor.ask.parties.roles import CALLED_SO
from tenor.ask.parties.sides import sides_of
from tenor.ask.reading import Refusal
from tenor.ask.times.windows import of_then
from tenor.dates import iso, parse_day

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from tenor.ask.answers.answer import Answer
    from tenor.ask.language.words import Token
    from tenor.ask.names.lexicon import Lexicon

    Document = dict[str, Any]

#: Verbs of giving money away, which nobody does who only answers for it.
_PAYING = frozenset(map(lemma, ("pay", "owe", "repay")))

#: Words that ask for something else of whoever has it, where they stand before what somebody does; and verbs that leave that the question.
_NEVER_WHO = frozenset(("what", "where", "how", "whom"))
_DOING = frozenset(map(lemma, ("do", "have", "will", "would", "can", "could")))
_BEING = frozenset(map(lemma, ("be", "become", "change", "switch", "move")))
#: Words for whoever comes first among several.
_FIRST = frozenset(
    map(lemma, "primary primarily main mainly mostly lead leading preferred principal principally chief chiefly first biggest largest".split())
)
#: Verbs of making a contract, which is an act of people.
_SIGNING = frozenset(map(lemma, "sign ink agree announce strike make negotiate".split()))
_PLANNING = frozenset(map(lemma, ("plan", "intend", "mean")))
#: The same of what nobody has promised yet.
_SEEKING = frozenset(map(lemma, ("seek", "want", "target", "wish", "aim", "hope")))
#: Verbs that stand before those.
_WANTING = frozenset(map(lemma, ("do", "be", "have")))
#: Words for having to do with a thing.
_BEHIND = text_keys("behind part party member participant involved")
_PROMISING = text_keys("commit commitment promise agree")
#: Verbs of giving money, each as good as paying it.
_GIVING = frozenset(map(lemma, "fund put invest transfer lend spend buy purchase commit disburse".split()))


def decided(answer: Answer, segments: list[Document]) -> None:
    """Raise :class:`Refusal` where no version is of the product, the party, the document or the time that the question asks about."""
    told = [s for s in segments if s["clause"]]
    if not told:
        return
    if answer.reading.kind == "holder":
        _whose_other_side(answer)
        _whom(answer)
        _does_it(answer, told)
        _what_it_does(answer, told)
        _of_those_named(answer, told)
    if answer.reading.kind in ("holder", "list"):
        _names_who(answer, segments)
    if answer.reading.kind == "value":
        _of_one_of_all(answer, told)
        _still_when(answer)
        _planned(answer, told)
    _owed(answer, told)
    if answer.reading.kind != "state" or answer.reading.raw != "state":
        return
    _by_another(answer, told)
    _of_the_document(answer, told)
    for moment in of_then(answer.interpreter):  # "is the 2020 price still in force", of the one that came after it
        for doc in told:
            doc["yes"] = None if doc.get("yes") and iso(moment.end) <= (doc["bounds"]["from"][0] or "") else doc.get("yes")
    _first_among_others(answer, told)
    if "report" in answer.interpreter.lows() or "filing" in answer.interpreter.lows():
        from tenor.ask.answers.reports import in_another_report

        if in_another_report(answer.interpreter, told):
            raise beyond_record(answer, "The record does not tell that this is in that report.", told)
    _of_the_product(answer, segments)
    _of_whose_amount(answer, told)
    _of_nothing_else(answer, told)
    valued = [s for s in told if s["value"]]
    if answer.reading.amount is not None and valued and all(s.get("yes") is False for s in told):
        _of_nothing_named(answer)
        if whole := _in_parts(answer, valued):
            raise beyond_record(answer, "The record has several amounts of that time, which come to this together.", whole)
        from tenor.ask.answers.sized import of_that_part

        part = [doc for doc in of_that_part(answer, valued) if answer.reading.amount.same(doc["value"]) and doc not in told]
        if part:  # "is it 1 GW in 2027", of what is 10 GW in all
            raise beyond_record(answer, "The record has that for a part of the time, and another amount for the whole.", part)
    money = answer.reading.amount is not None and answer.reading.amount.unit in MONEY
    units = {unit_of(s["value"]) for s in valued}
    if money and any(map(is_measure, units)) and MONEY.isdisjoint(units) and not any(s.get("yes") for s in told):
        raise beyond_record(answer, "The record tells no sum of money here.", told)
    pays = any(t.lemma in _PAYING for t in answer.interpreter.tokens) and bool(_PAYING & forms(str(answer.term.get("sentence"))))
    if answer.reading.amount is not None and pays and not valued and all(s["holder"] and s.get("yes") is False for s in told):
        raise beyond_record(answer, "The record tells no sum here.", told)  # that A pays B no share of X is no "no" to a sum of something else
    if answer.reading.amount is not None and valued:
        from tenor.ask.answers.qualified import rate
        from tenor.ask.answers.sized import seen_later

        if why := rate(answer, valued):
            raise beyond_record(answer, why, told)
        left, why = seen_later(answer, valued)
        if not left:
            raise beyond_record(answer, why, told)


def _of_one_of_all(answer: Answer, told: list[Document]) -> None:
    """``what does A owe B in total``, of what A owes all. Raises :class:`Refusal` where only a part of what is told is B's."""
    holder = answer.reading.holder
    if holder is None or any(holder in (s["holder"], *s["holders"]) for s in told):
        return
    from tenor.ask.interpreting.portions import with_portions

    parts = [answer.store.record(name) or {} for name in with_portions(answer.interpreter, [doc["clause"] for doc in told])]
    if mine := [part for part in parts if part.get("holder") == holder]:
        raise beyond_record(answer, f"The record tells that of all together, and of {answer.store.name('party', holder)} its part.", mine)


def _by_another(answer: Answer, told: list[Document]) -> None:
    """``did A file for X``, of rules on X in an agreement that B filed: no word of what A did. Raises :class:`Refusal`."""
    from tenor.ask.answers.borne import act_of, does

    if answer.term.get("answer") != "text" or (at := act_of(answer)) < 0:
        return
    verb = answer.interpreter.typed[at]
    if not any(does(answer, doc, verb, root(verb.lemma), set()) for doc in told):
        raise beyond_record(answer, f"The record does not tell that of whom the question names (“{verb.text}”).", told)


def _in_parts(answer: Answer, valued: list[Document]) -> list[Document]:
    """``did A put 10 into B in the second quarter``, of two payments of 5 in that time: what comes to the amount together; empty where nothing does."""
    window, amount = answer.reading.window, answer.reading.amount
    if window is None or amount is None:
        return []
    days = [
        (s, s["bounds"]["from"])
        for s in valued
        if s["value"]["basis"] == "increment" and s["value"]["amount"] is not None and all(s["bounds"]["from"])
    ]
    parts = [s for s, (first, last) in days if window[0] <= parse_day(first) and parse_day(last) <= window[1]]
    units = {s["value"]["unit"] for s in parts}
    if len(parts) < len(("one", "other")) or len(units) > 1:
        return []
    return parts if amount.same({**parts[0]["value"], "amount": sum(s["value"]["amount"] for s in parts)}) else []


def _of_nothing_else(answer: Answer, told: list[Document]) -> None:
    """``does A get 20 percent of B's profit``, ``is it confirmed``: that its share of the stock is another, or that it is over, is no no."""
    vouched = any(t.low in ("confirmed", "confirm") for t in answer.interpreter.typed)
    done = [t.low for t in answer.interpreter.typed[:1]] in (["did"], ["has"], ["had"])  # "has A sold it", of a word that only goes with it
    named = any(m.kind == "term" and m.target == answer.reading.term for m in answer.interpreter.matches)
    vouched = vouched or (done and not named and any(m.start == 1 and m.end in answer.reading.loose for m in answer.interpreter.mentions))
    if (answer.reading.amount is None and not vouched) or any(s.get("yes") is not False for s in told):
        return
    from tenor.ask.answers.borne import unborne

    word = unborne(answer, told, told)
    if word:
        raise beyond_record(answer, f"The record does not say “{word}” here.", told)


def _whose_other_side(answer: Answer) -> None:
    """``who finances A's suppliers``, of what suppliers give A: who does that to them is not who they are."""
    question = answer.interpreter
    sides = {root(word) for word in forms(f"{answer.term.get('holder_is') or ''} {answer.term.get('label') or ''}")} - {root(lemma("who"))}
    for mention in question.mentions:
        behind = question.typed[mention.end : mention.end + 1]
        plural = [t for t in behind if t.low.endswith("s") and root(t.lemma) in sides]
        does = question.typed[1].lemma != lemma("be") and any(counts(t) for t in question.typed[1 : mention.start])
        if mention.possessive and plural and does:
            who = answer.store.name("party", mention.party)
            text = f"The record tells who does that for {who} itself, and not for its {plural[0].text}."
            raise Refusal("no-record", text, terms=[answer.reading.term or ""])


def _whom(answer: Answer) -> None:
    """``who does A guarantee``, of what others guarantee A. Raises :class:`Refusal` where every pattern of the verb has the other side do it."""
    question, reading = answer.interpreter, answer.reading
    typed = question.typed
    doer = next((m for m in question.mentions if m.start == len(("who", "does")) and typed[1].lemma == lemma("do")), None)
    if doer is None or doer.party != reading.subject or not typed[doer.end : doer.end + 1]:
        return
    verb = typed[doer.end]
    ways = [str(way) for way in answer.term.get("asks", ()) if verb.lemma in forms(str(way)) and "{holder}" in way and "{subject}" in way]
    if ways and all(way.index("{holder}") < way.index("{subject}") and way.startswith("{holder}") for way in ways):
        raise Refusal("no-record", f"The record has this the other way round (“{answer.term.get('label')}”).", terms=[reading.term or ""])


def _does_it(answer: Answer, told: list[Document]) -> None:
    """``who pays A's rent``, of what B guarantees, ``who signed the contract``, of what B has by it: the one who does something else with it is not who is asked for."""
    from tenor.ask.answers.borne import called

    typed = answer.interpreter.typed
    signs = len(typed) > 1 and typed[1].lemma in _SIGNING and any(t.lemma in english.DEAL_WORDS | english.DOCUMENTS for t in typed[2:])
    if len(typed) < len(("who", "pays", "it")) or typed[0].low != "who" or (typed[1].lemma not in _PAYING and not signs):
        return
    said = {t.lemma for doc in told for t in tokens(own_words(doc))}
    known = set().union(*called(answer))
    doing = frozenset((typed[1].lemma,)) if signs else _PAYING | _GIVING
    if root(typed[1].lemma) not in known and (signs or {root(verb) for verb in _GIVING}.isdisjoint(known)) and doing.isdisjoint(said):
        raise beyond_record(answer, f"The record does not say who “{typed[1].text}” here.", told)


def _what_it_does(answer: Answer, told: list[Document]) -> None:
    """``what did the president earn``, ``where does the president live``, of who is president. Raises :class:`Refusal`."""
    question, lows = answer.interpreter, answer.interpreter.lows()
    if answer.term.get("answer") != "holder" or answer.reading.asks == "subject" or _NEVER_WHO.isdisjoint(lows[:1]):
        return
    named = {i for m in question.matches if m.kind == "term" and m.target == answer.reading.term for i in range(m.start, m.end)}
    whoever = named | question.mentioned() | {i for i, low in enumerate(lows) if low in ARTICLES or low == "of"}
    behind = next((i for i in range(2, len(lows)) if i not in whoever), 0)
    acts = question.tokens[1].lemma in _DOING and not named.isdisjoint(range(2, behind)) and question.tokens[behind].lemma not in _BEING
    says = bool(named) and any(t.lemma in english.SAY_WORDS for t in question.tokens[max(named) + 1 :])
    people = any(answer.store.query("SELECT 1 FROM party WHERE id = ? AND kind = 'person'", s["holder"]) for s in told)
    if (people and lows[0] == "where") or ((acts or says) and (people or CALLED_SO in str(answer.term.get("sentence")))):
        raise beyond_record(answer, "The record tells who that was, and nothing else of whoever it was.", told)


def _of_those_named(answer: Answer, told: list[Document]) -> None:
    """``under the agreement of A and C, who decides on X``: what is told of A and B, in which C has no part, is no answer."""
    support = answer.interpreter.support()
    for mention in answer.interpreter.mentions:
        sides = {side for doc in told for side in sides_of(doc)}
        if mention.party not in sides and not any(support.concerns(doc["clause"], mention) for doc in told):
            raise beyond_record(answer, f"The record tells nothing of {mention.said} here.", told)


def _names_who(answer: Answer, segments: list[Document]) -> None:
    """``who runs X``, of a term that has nobody on its other side: only a text that says it, in its own words, tells who."""
    reading, question, told = answer.reading, answer.interpreter, [s for s in segments if s["clause"]]
    nobody = not answer.term.get("holder_is") and not any(s["holder"] or s["holders"] for s in told)
    companies = (
        reading.raw == "list" and question.lows()[:1] in (("which",), ("what",)) and any(t.lemma in english.BODIES for t in question.tokens[1:2])
    )
    if not (reading.raw == "holder" or companies) or reading.asks == "subject" or answer.term.get("answer") == "holder" or not nobody:
        return
    named = {i for m in question.matches if m.kind == "term" and m.target == reading.term for i in range(m.start, m.end)}
    asked = question.content() - question.timed() - question.mentioned() - named
    keys = {
        root(question.tokens[i].lemma)
        for i in asked
        if counts(question.tokens[i]) and question.tokens[i].low not in english.WHO and i not in range(1, 1 + companies)
    }
    saying = [s for s in told if keys <= text_keys(own_words(s))]
    if not saying and keys <= _BEHIND:  # "who is behind X": a text that names several
        saying = [s for s in told if len(question.lexicon.parties_in(str(s["text"]))) > 1]
    if companies:  # a text that names others tells who, also where it calls them by no such noun
        plain = {root(lemma) for lemma in english.GENERIC | english.SAY_WORDS}
        other = {root(question.tokens[i].lemma) for m in question.matches if m.kind == "term" for i in range(m.start, m.end)}
        saying = saying or [s for s in told if keys - plain - other <= text_keys(own_words(s))]
        known = {reading.subject} | question.parties()
        saying = [s for s in saying if question.lexicon.parties_in(str(s["text"])) - known]
    if not saying and "where" in question.lows():
        return
    if not saying:
        raise beyond_record(answer, "The record does not say who that is.", told)
    segments[:] = [s for s in segments if s in saying]
    reading.kind, reading.raw = "state", "what"  # told in the words that say so


def _still_when(answer: Answer) -> None:
    """``what did A still owe``: at some time, which the question does not name."""
    lows = [t.text.lower() for t in answer.interpreter.typed]
    if (
        "still" in lows
        and any(low in ("did", "was", "were", "had") for low in lows)
        and not any(m.first != m.last or m.record for m in answer.interpreter.moments)
    ):
        raise Refusal("not-understood", "“Still” at what time? Name a day.", terms=[answer.reading.term or ""])


def _owed(answer: Answer, told: list[Document]) -> None:
    """``how much was A owed``: a debt on that day, which no sum is that will be paid for what is yet to come; ``what did A pay in May``: no thing that it pays for."""
    typed, lows = answer.interpreter.typed, [t.low for t in answer.interpreter.typed]
    owed = answer.reading.kind == "value" and "owed" in lows and any(t.lemma == lemma("be") for t in typed)
    if owed and not any(root(lemma("owe")) in text_keys(own_words(doc)) for doc in told):
        raise beyond_record(answer, "The record does not say what was owed.", told)
    doer = next((m.end for m in answer.interpreter.mentions if lows[: m.start] in (["what", "did"], ["what", "does"])), len(lows))
    if "pay" in lows[doer : doer + 2] and "for" not in lows and answer.term.get("answer") == "yes-no":
        raise beyond_record(answer, "The record tells no sum here.", told)


def _planned(answer: Answer, told: list[Document]) -> None:
    """``how much does A plan to give``, ``what price is A seeking``: no sum that was given, but what is to be given at most, or what a text says is planned."""
    typed = answer.interpreter.typed
    plan = next((t for t, after in pairwise([*typed, *typed[:1]]) if t.lemma in _SEEKING or (t.lemma in _PLANNING and after.low == "to")), None)
    if plan is None or _WANTING.isdisjoint([t.lemma for t in typed]) or not any(s["value"] for s in told):
        return
    known = {root(t) for t in _PLANNING | _SEEKING} & text_keys(" ".join((*map(own_words, told), *map(str, answer.term.get("names", ())))))
    promised = plan.lemma in _PLANNING and all(not _PROMISING.isdisjoint(text_keys(own_words(s))) for s in told)
    if not known and not promised and not any(s["value"] and s["value"]["hedge"] == "up-to" for s in told):
        raise beyond_record(answer, f"The record does not tell what is planned here (“{plan.text}”).", told)


def _of_the_document(answer: Answer, told: list[Document]) -> None:
    """``was the May 2025 agreement binding``, ``the agreement of May 2025``: what is told of another document says nothing of that one."""
    question, window = answer.interpreter, answer.reading.window
    typed = question.typed
    moment = question.moments[0] if len(question.moments) == 1 else None
    if moment is None or window is None or typed[0].lemma != lemma("be") or question.mentions:
        return
    leading = moment.first <= len(("was", "the")) and any(t.lemma in english.DOCUMENTS for t in typed[moment.last + 1 : moment.last + 2])
    of = next((i for i in (moment.first - 1, moment.first) if typed[i].low in ("of", "from")), 0)
    if not leading and (not of or typed[of - 1].lemma not in english.DOCUMENTS):
        return
    sql = "SELECT 1 FROM instrument WHERE id = ? AND announced < ? AND announced_last >= ?"
    if not any(answer.store.query(sql, doc["instrument"], window[1], window[0]) for doc in told):
        raise beyond_record(answer, "The record does not say that of this document, and tells it of another.", told)


def _of_the_product(answer: Answer, segments: list[Document]) -> None:
    """``does A's credit pay for X``, where each clause is on some product: those on X answer, or else those on what its maker has."""
    told = [s for s in segments if s["clause"]]
    if answer.term.get("answer") == "text":
        return
    sides = {side for doc in told for side in sides_of(doc)}
    for mention in answer.interpreter.mentions:
        if mention.product is None or mention.party in sides or not all(doc["scope"] and not doc["holder"] for doc in told):
            continue
        maker = text_keys(answer.store.name("party", mention.party))
        from tenor.ask.answers.outlets import speaks_of

        mine = [doc for doc in told if speaks_of(answer, text_keys(own_words(doc)), mention)] or [
            doc for doc in told if maker <= text_keys(str(doc["scope"]))
        ]
        if not mine:
            raise beyond_record(answer, f"The record does not speak of {mention.said} here.", told)
        segments[:] = mine


def _first_among_others(answer: Answer, told: list[Document]) -> None:
    """``does A train on B``, where C is A's main partner, ``is B part of S``, where C is alone with something: that is no no. Raises :class:`Refusal`."""
    reading = answer.reading
    label = forms(str(answer.term.get("label")))
    others = reading.holder is not None and all(s.get("yes") is False and reading.holder not in (s["holder"], *s["holders"]) for s in told)
    named = any(m.kind == "term" and m.target == reading.term for m in answer.interpreter.matches)
    if reading.holder and others and not named and reading.scope is not None and all(why.startswith("names") for why in reading.why if why):
        raise beyond_record(answer, f"The record does not tell what part {answer.store.name('party', reading.holder)} has there.", told)
    if reading.holder is None or reading.negated or not label & _FIRST or {t.lemma for t in answer.interpreter.typed} & (_FIRST | english.EXCLUSIVE):
        return
    if others and all(s["exclusive"] is False for s in told):
        raise beyond_record(answer, "The record tells who comes first, and not that there is nobody else.", told)


def _of_nothing_named(answer: Answer) -> None:
    """No "no" from the amounts of one term, where another that is named has just that amount between the same. Raises :class:`Refusal`."""
    question, amount = answer.interpreter, answer.reading.amount
    named = {m.target for m in question.matches if m.kind == "term"} - {answer.reading.term}
    support = question.support()
    for name in sorted(support.clauses({amount_key(amount.number)}, OWN)) if named and amount is not None else ():
        record = answer.store.record(name) or {}
        tells = amount is not None and amount_key(amount.number) in text_keys(str(record.get("text")))
        if tells and support.term_of(name) in named and question.parties() <= support.parties(name):
            raise Refusal(
                "no-record", f"That amount is recorded, of something else: {str(record.get('text')).rstrip('.')}.", terms=[support.term_of(name)]
            )


def _of_whose_amount(answer: Answer, told: list[Document]) -> None:
    """``was the $4 billion paid``, where nobody is named whose it is: an answer about one party is none where only another has that amount."""
    reading, support = answer.reading, answer.interpreter.support()
    keys = set(support.amounts.values())
    if not keys or reading.subject is None or reading.subject in answer.interpreter.parties() or any(s.get("yes") for s in told):
        return
    numbers = (answer.store.clause_number(name) for name in support.clauses(keys, OWN, reading.term))
    of = {answer.store.clause(n)["subject"] for n in numbers if n is not None}
    if of and reading.subject not in of:
        names = joined(sorted(answer.store.name("party", who) for who in of))
        raise Refusal("ambiguous", f"That amount is recorded of {names}; name whose it is.", terms=[reading.term or ""])


def turned_round(lexicon: Lexicon, title: str, said: Sequence[Token], parties: Sequence[str]) -> bool:
    """True where a question has the two parties of a dispute's own question the other way round, and neither is in the passive."""
    order = list(dict.fromkeys(m.target for m in sorted(lexicon.matches(tokens(title)), key=lambda m: m.start) if m.kind == "party"))
    asked = list(dict.fromkeys(parties))
    if len(asked) < len(("one", "other")) or not order or order[0] == asked[0] or order[0] not in asked:
        return False
    if "and" in {t.low for t in said} and " and " in title:  # of both together
        return False
    passive = any(t.low in ("by", "from") for t in said) != (" by " in title or " from " in title)
    return not passive and _does(said) and _does(tokens(title)) and (len(order) == 1 or asked[0] in order)


def _does(said: Sequence[Token]) -> bool:
    """True where the question asks what somebody does, and not what something is."""
    return any(t.lemma in (lemma("do"), lemma("have")) for t in said)
