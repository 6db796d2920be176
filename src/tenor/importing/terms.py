"""The record of a term that a table brings: its sentence, the patterns of its questions, and one question that must be answered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from tenor.ask.language.dictionary import is_word
from tenor.ask.language.english import FILLER, NOW_WORDS, SCALES
from tenor.ask.language.words import lemma
from tenor.dates import DAWN, FOREVER, iso
from tenor.importing.called import called
from tenor.importing.facts import Fact
from tenor.importing.people import office
from tenor.importing.table import UNNAMED
from tenor.importing.text import Node, record
from tenor.importing.wordlists import Relation, is_body, is_land, relation

_PREPOSITIONS = {"of", "in", "to", "by", "at", "for", "with", "from", "on", "under", "as", "into", "over"}
_OFFICES = ("office", "post", "position", "job")
_OFFICE_WORDS = (*_OFFICES, "hold", "fill", "serve", "become", "term", "tenure", "appointed", "incumbent")
#: Of what somebody has.
_HAD = ("{{holder}} have {} of {{subject}}", "{{holder}} be in possession of {}", "{} belong to {{holder}}", "{} be in hands of {{holder}}")
#: What a holder can be called: whoever holds an office, whoever is paid, and any other of whom no list says more.
_SOMEBODY, _PAID, _SOMETHING = (
    ("politician", "official", "leader"),
    ("supplier", "provider", "contractor", "vendor"),
    ("company", "brand", "organization"),
)
_HEADING = ("{holder} head {subject}", "{holder} be head of {subject}")
#: Of whatever somebody or something has.
_HELD_WORDS = ("hold", "become", "holder")
#: Names of columns that say nothing of what stands in them.
_COLUMNS = frozenset("object value subject entity item name property relation key".split())
#: Of whoever has what is paid for.
_SUPPLYING = ("supplier", "provider", "contractor", "vendor", "provide", "supply")
#: Of who has a price, in a question about how much.
_PAYING = ("pay for", "spend on")
#: What whoever is paid does with what is paid for, and what whoever pays does.
_SERVING = "supply; provide; deliver; handle; perform; run; manage; operate; look after; take care of; be responsible for; be in charge of".split(
    "; "
)
_BUYING = ("buy", "purchase", "procure")
_HIRING = ("use", "hire", "employ", "engage", "contract")
#: Of what has a price.
_WORTH = ("worth", "value", "cost", "price")
#: What somebody in a column of that name does, for questions that ask by the verb.
_DOES = {
    **dict.fromkeys(("supplier", "provider", "contractor", "vendor"), "provide supply"),
    "employer": "employ",
    "owner": "own",
    "operator": "operate",
}
#: What whoever is called so does with what stands before the word: a kit supplier supplies the kit.
_AGENTS = {
    **dict.fromkeys(("supplier", "provider"), ("supply", "provide")),
    **{
        noun: (verb,)
        for noun, verb in (("sponsor", "sponsor"), ("operator", "operate"), ("manufacturer", "make"), ("maker", "make"), ("auditor", "audit"))
    },
}
#: Of what is paid time and again, where a heading says how often.
_PERIODS = (("annual", "yearly", "annually", "annum", "per year"), ("monthly", "per month"), ("quarterly", "per quarter"), ("weekly", "per week"))
#: Of what countries have.
_LANDS = ("country", "nation", "state", "power", "territory")
#: How many subjects must be called by the same noun for that to be what they are.
_FEWEST_OF_A_SORT = 3
#: Initials so short that only an office is called by them.
_PAIR = 2
_SMALL = {"of", "the", "and", "for", "in", "to", "a", "an"}


def _by_countries(facts: Sequence[Fact]) -> bool:
    """True where most holders are countries."""
    holders = {name for fact in facts for name in fact.holders}
    return 2 * sum(map(is_land, holders)) > len(holders)


def _sorts(facts: Sequence[Fact]) -> list[str]:
    """``airline``, where several subjects are called so and so Airlines: the plain noun with which names end says what sort of thing has it."""
    last = Counter(name.split()[-1].casefold().removesuffix("s") for name in {fact.subject for fact in facts} if " " in name)
    return [word for word, n in last.items() if n >= _FEWEST_OF_A_SORT and is_word(word)]


def trailing(label: str) -> bool:
    """True for a relation that ends in a preposition, such as ``member of``: its holder comes behind it."""
    return label.casefold().rpartition(" ")[2] in _PREPOSITIONS


def sentences(label: str, *, held: bool, valued: bool, amounts: bool, named: bool = True, paid: bool = False) -> tuple[str, str, list[str]]:
    """``sentence``, ``negative`` and ``asks`` of a new term; ``named`` where its subject has a name, ``paid`` where its holder is somebody who supplies it."""
    if held and not named:
        tail = ", {value}" if amounts else ""
        return f"the {label} {{is|was}} {{holder}}{tail}", f"there {{is|was}} no {label}", [f"{{holder}} be {label}", f"{{holder}} serve as {label}"]
    if held:
        tail = ", {value}" if amounts else ""
        if label.casefold().endswith(" by"):
            return (
                f"{{subject}} {{is|was}} {label} {{holder}}{tail}",
                f"{{subject}} {{is|was}} {label} nobody",
                [f"{{holder}} {label[:-3]} {{subject}}"],
            )
        if trailing(label):
            return (
                f"{{subject}} {{is|was}} {label} {{holder}}{tail}",
                f"{{subject}} {{is|was}} {label} nobody",
                [f"{{subject}} be {label} {{holder}}"],
            )
        return (
            f"the {label} of {{subject}} {{is|was}} {{holder}}{tail}",
            f"{{subject}} {{has|had}} no {label}",
            [
                f"{{holder}} be {label} of {{subject}}",
                f"{{holder}} serve as {label} of {{subject}}",
                *([*(f"{{subject}} {verb} {label}" for verb in _PAYING), f"{{holder}} charge for {label}"] if amounts else []),
                *([way for noun in _PAID for way in (f"{{holder}} be {noun} of {label}", f"{{holder}} be {label} {noun}")] if paid else []),
                *([f"{{holder}} {verb} {label} for {{subject}}" for verb in _SERVING] if paid else []),
                *([f"{{subject}} {verb} {label} from {{holder}}" for verb in _BUYING] if paid else []),
                *([f"{{subject}} {verb} {{holder}} for {label}" for verb in _HIRING] if paid else []),
                *_done(label),
            ],
        )
    if valued:
        paying = [f"{{subject}} {verb} {label}" for verb in _PAYING] if amounts and not relation(label).unit else []
        return f"the {label} of {{subject}} {{is|was}} {{value}}", f"{{subject}} {{has|had}} no {label}", [f"{{subject}} have {label}", *paying]
    return f"{{subject}} {{has|had}} {label}", f"{{subject}} {{has|had}} no {label}", [f"{{subject}} have {label}"]


def _done(label: str) -> list[str]:
    """``supply kit of``, for ``kit supplier``: patterns with the verb for what such a holder does."""
    thing, _, noun = label.rpartition(" ")
    verbs = _AGENTS.get(noun.casefold(), ()) if thing else ()
    return [
        f"{{holder}} {verb} {way}"
        for verb in verbs
        for way in (f"{thing} of {{subject}}", *([f"{{subject}} with {thing}"] if len(verbs) > 1 else []))
    ]


def short_label(label: str) -> str:
    """``CEO`` for ``chief executive officer``, ``PM`` for ``prime minister``; nothing for one word, and nothing that is a word itself."""
    words = [w for w in label.replace("-", " ").split() if w.casefold() not in _SMALL]
    short = "".join(w[0] for w in words).upper()
    plain = lemma(short.casefold()) in FILLER | NOW_WORDS or short.casefold() in SCALES
    return short if len(words) > 1 and short.isalpha() and not plain else ""


def office_head(label: str) -> str:
    """``Chancellor`` of ``Chancellor of Freedonia``; nothing where the name has no such part."""
    return label.partition(" of ")[0] if " of " in label else ""


def term_record(
    label: str,
    facts: Sequence[Fact],
    question: list[Node],
    headings: Sequence[str],
    *,
    many: bool,
    people: bool,
    taken: frozenset[str],
    others: Sequence[str] = (),
) -> str:
    """The file of a term. ``headings`` are what the table calls its columns, ``taken`` names (in lower case) that mean something else already,
    ``others`` the labels of all terms beside it.

    ``people`` says that people hold it, as an office.
    """
    held = any(f.holders for f in facts)
    amounts = any(f.value and f.value.amount is not None for f in facts)
    valued = any(f.value for f in facts)
    answer = "holder" if held and not amounts else "amount" if amounts else "text" if valued else "yes-no"
    named = any(f.subject != UNNAMED for f in facts)
    paid = held and (amounts or not {*headings}.isdisjoint(_PAID))
    says, negative, asks = sentences(label, held=held, valued=valued, amounts=amounts, named=named, paid=paid)
    names = [label, *([label.replace("-", " ")] if "-" in label else [])]
    if not named and (head := office_head(label)) and head.casefold() not in taken:
        names.append(head)
    if (short := short_label(label)) and short.casefold() not in taken and (len(short) > _PAIR or answer == "holder"):
        names.append(short)
    listed = relation(label)
    if held and not trailing(label):
        names += [name for name in called(label, others) if name.casefold() not in taken]
    #: A relation of everyday life is no office: "the position of P" asks for something else than P's capital or spouse.
    private = "subject" in listed.people
    in_office = held and not private and (people or office(label) or (listed == Relation() and label[:1].isupper() and not paid))
    if answer == "holder" and in_office and not trailing(label):
        names += [f"{noun} of {label}" for noun in _OFFICES]
    if held and not trailing(label):
        names += [f"{heading} of {label}" for heading in headings if " " not in heading and heading.casefold() not in _COLUMNS]
    if held and amounts and not trailing(label):
        names += [f"{noun} of {label}" for noun in ("price", "cost")]
    names += [name for name in listed.names if name.casefold() not in taken]
    #: A contract is had by its supplier.
    had = held and named and listed == Relation() and not people and not trailing(label)
    #: The president of a body is its head, and that of a country need not be.
    headed = label.casefold() == "president" and all(is_body(f.subject) for f in facts)
    asks = [*asks, *(way.format(label) for way in _HAD if had), *listed.asks, *_HEADING * headed]
    return record(
        {
            "label": label[:1].upper() + label[1:],
            "answer": answer,
            "holders": "many" if many else "one",
            "sentence": says + (" ({scope})" if all(f.scope for f in facts) else ""),
            "negative": negative,
            "names": list(dict.fromkeys(names)),
            "asks": asks,
            "words": list(
                dict.fromkeys(
                    (
                        *(_OFFICE_WORDS if in_office else _HELD_WORDS if held else ()),
                        *(heading for heading in headings if heading.casefold() not in _COLUMNS),
                        *(_DOES[h] for h in headings if h in _DOES and held),
                        *_SUPPLYING * paid,
                        *_WORTH * (amounts and not listed.unit),
                        *(
                            word
                            for words in _PERIODS
                            if amounts and any(w in words for h in headings for w in h.casefold().split())
                            for word in words
                        ),
                        *_LANDS * (held and _by_countries(facts)),
                        *(_sorts(facts) if held and named else ()),
                    )
                )
            ),
            "questions": question,
        },
        _what_it_is(
            (*listed.sorts, *_LANDS[:1] * _by_countries(facts))
            or (_SOMEBODY if people and in_office else _PAID if paid else () if people or private else _SOMETHING)
        )
        if held
        else "",
    )


def _what_it_is(sorts: Sequence[str]) -> str:
    """``Its holder is a town, a city or a place.``: the nouns by which a question can ask for it."""
    nouns = [f"{'an' if sort[0] in 'aeio' else 'a'} {sort}" for sort in sorts]
    return f"Its holder is {' or '.join(part for part in (', '.join(nouns[:-1]), nouns[-1]) if part)}." if nouns else ""


def own_question(label: str, facts: Sequence[Fact], beside: Mapping[str, Sequence[Fact]], ids: Mapping[int, str]) -> list[Node]:
    """A question that the records must answer, about a day on which just one of them holds. ``beside`` has all facts of the term by subject."""
    for fact in facts:
        if fact.start is None or not fact.start.exact or fact.state or (not fact.holders and fact.value is None):
            continue
        day = fact.start.lo
        others = [f for f in beside[fact.subject.casefold()] if f is not fact]
        if any((f.start.lo if f.start else DAWN) <= day < (f.end.hi if f.end else FOREVER) for f in others):
            continue
        ask = "who" if fact.holders else "how much" if fact.value and fact.value.amount is not None else "what"
        head = (
            f"{ask} was {label} {fact.holders[0]}"
            if trailing(label) and fact.holders
            else f"{ask} was {'' if fact.holders else 'the '}{label}" + (f" of {fact.subject}" if fact.subject != UNNAMED else "")
        )
        return [{"ask": f"{head} on {iso(day)}", "clauses": [ids[id(fact)]]}]
    return []
