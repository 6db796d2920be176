"""What parties are called for short: a person by the last name, a firm without its legal form. Only where nobody else and no term has the word."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from tenor.ask.language.english import FILLER, TITLES, WHO
from tenor.ask.language.words import key, lemma
from tenor.dates import MONTHS
from tenor.importing.text import unaccented
from tenor.importing.wordlists import also_called

#: Words in the name of a term that say that people hold it.
_OFFICES = frozenset(
    """president presidency minister premier chancellor secretary king queen monarch emperor empress tsar sultan pope bishop archbishop patriarch mayor governor
    head leader chief chair chairman chairwoman chairperson chairship chairmanship speaker director officer ceo cfo coo cto executive treasurer judge justice
    commissioner ambassador attorney sheriff senator representative deputy delegate captain coach commander general admiral marshal dean rector principal
    headteacher editor conductor curator warden abbot abbess duke duchess prince princess earl count spouse husband wife father mother child sibling
    keeper clerk boss manager""".split()
)  # fmt: skip
_LEMMAS = frozenset(map(lemma, _OFFICES))
#: How the noun for a thing ends, and how the noun for whoever has it does.
_ENDINGS = (("ship", ""), ("ency", "ent"), ("aincy", "ain"), ("ancy", "ant"))
#: Nouns for whoever has something, in normal form.
_HAVING = _LEMMAS | frozenset(map(lemma, "champion owner tenant sponsor regent leaseholder".split()))
_PARTICLES = frozenset(
    "van von der den de del della di da du la le el bin al ibn ben abu ter ten te zu zum zur dos das des af av st mc mac o".split()
)
_SUFFIX = re.compile(r"(?:jr|sr|esq|ph\.?d|m\.?d|kc|qc|[ivx]{1,6})\.?", re.IGNORECASE)
_LEGAL = re.compile(
    r"[,\s]+(?:inc|incorporated|ltd|limited|llc|llp|lp|plc|gmbh|mbh|ag|kg|se|s\.?a|s\.?p\.?a|s\.?r\.?l|n\.?v|b\.?v|a\.?b|oyj?|pty|corp|corporation|company|co)\.?$",
    re.IGNORECASE,
)
_CLUB = re.compile(r"^(?:A?FC|CF|SC|AC|AS|SV|BC|RC)\s|\s(?:A?\.?F\.?C|C\.?F|S\.?C|B\.?C)\.?$")
_WORD = r"(?:[^\W\d_][\w'’.-]*)"
#: A particle that is written with the name behind it.
_OF = re.compile(r"[dl]['’][A-Z]")
_PERSON = re.compile(rf"{_WORD}(?:\s+{_WORD}){{1,5}}")
_SHORTEST = 3
_MONTHS = frozenset(month[:3] for month in MONTHS)
#: Words of two letters that initials can look like, and that mean nobody.
_WORDS = frozenset("us am pm is it he we me my no so to do go or of on in at as an be by if up ok ad bc".split()) | _PARTICLES
_JOINING = frozenset(("and", "of", "the", "for", "in", "de", "du", "der", "und", "et"))
#: Words that begin many names and stand for none.
_BEGINNINGS = frozenset(
    """new old united royal national north south east west northern southern eastern western great grand first second third general international saint san santa
    los las the big little upper lower central public state city town county federal total free care open global european american british world fc cf sc ac afc""".split()
)


def held_by_people(label: str, holders: Iterable[str]) -> bool:
    """True for a term whose name is an office's and whose holders are called as people are."""
    if not office(label):
        return False
    shaped = [like_a_person(name) for name in set(holders)]
    return bool(shaped) and sum(shaped) >= 0.8 * len(shaped)


def office(label: str) -> bool:
    """True for a term whose name is that of an office that people hold."""
    low = label.casefold()
    return any(lemma(word) in _LEMMAS for word in (*re.findall(r"[a-z]+", low), *re.findall(r"[a-z]+", having(low))))


def having(label: str) -> str:
    """``world chess champion``, ``chairman of the board``: whoever has a championship, a chairmanship; empty where no rule tells."""
    head, of, rest = label.partition(" of ")
    before, space, noun = head.rpartition(" ")
    for ending, other in _ENDINGS:
        if noun.casefold().endswith(ending):
            person = noun[: -len(ending)] + other
            if lemma(person.casefold()) in _HAVING:
                return f"{before}{space}{person}{of}{rest}"
    return ""


def is_suffix(text: str) -> bool:
    """``Jr.``, ``III``: what can stand behind the comma of a name."""
    return _SUFFIX.fullmatch(text.strip()) is not None


def capitalized(last: str) -> bool:
    """True for a last name: a capital first, or behind particles (``de la Cruz``)."""
    first = next((w for w in last.split() if w not in _PARTICLES), last)
    return first[0].isupper()


def like_a_person(name: str) -> bool:
    """True for a name of the shape that people's names have."""
    words = [w for w in (_bare(name) or [name])[0].replace(",", " ").split() if not _SUFFIX.fullmatch(w)]
    capital = [w for w in words if w.casefold() not in _PARTICLES]
    return bool(_PERSON.fullmatch(" ".join(words))) and all(w[0].isupper() or _OF.match(w) for w in capital) and not _LEGAL.search(name)


class ShortNames:
    """The short names that are free beside all ``names`` and ``terms``."""

    def __init__(self, names: Iterable[str], terms: Iterable[str]) -> None:
        names, terms = list(names), list(terms)
        self.taken = {key(said) for said in (*names, *terms)}
        self.words = Counter(word for name in {n.casefold() for n in names} for word in set(_words(name)))
        self.of_terms = {word for term in terms for word in key(term).split()}

    def of(self, people: Mapping[str, str], firms: Mapping[str, str]) -> dict[str, list[str]]:
        """For each party by id the short names that are its own: ``people`` and ``firms`` give the names of each."""
        wanted = {id: [s for n in (name, *_bare(name)) for s in (*_of_person(n), *_initials_of(n))] + _bare(name) for id, name in people.items()}
        for short in wanted.values():
            short += [plain for said in short if len(said) <= len(plain := unaccented(said)) and plain != said]  # and nothing of another script
        countries = {id: list(also_called(name)) for id, name in firms.items()}
        for id, name in firms.items():
            wanted.setdefault(id, []).extend(
                (*_last_of_several(name), *_bare(name), *_of_firm(name), *_of_club(name), *_beginnings(name), *_initials(name))
            )
        said = Counter(said for id in {**wanted, **countries} for said in {key(short) for short in (*wanted.get(id, ()), *countries.get(id, ()))})
        return {
            id: [
                s
                for s in dict.fromkeys((*countries.get(id, ()), *short))
                if said[key(s)] == 1 and (key(s) not in self.taken if s in countries.get(id, ()) else self._free(s))
            ]
            for id, short in wanted.items()
        }

    def _free(self, short: str) -> bool:
        if key(short) in self.taken or not key(short):
            return False
        words = key(short).split()
        if len(words) > 1:
            return True
        low = short.casefold()
        common = low in _BEGINNINGS or words[0] in self.of_terms
        return (len(low) >= _SHORTEST or short.isupper()) and low not in _WORDS and not common and self.words[_words(low)[0]] <= 1


def _words(name: str) -> list[str]:
    return [w.strip(",.") for w in name.split()]


def _of_person(name: str) -> list[str]:
    """The last name, and the first and last without those between."""
    words = [w for w in name.replace(",", " ").split() if not _SUFFIX.fullmatch(w)]
    if len(words) < 2 or not (words[-1][0].isupper() or _OF.match(words[-1])):
        return []
    at = len(words) - 1
    while at > 1 and words[at - 1].casefold() in _PARTICLES:
        at -= 1
    last = " ".join(words[at:])
    out = [last, words[-1], f"{words[0]} {last}"]
    if words[at - 1].casefold() in ("de", "van", "von") and at == 1:
        out = [last, words[-1]]
    out += [" ".join(words[n:]) for n in range(1, at) if len(words[n].rstrip(".")) > 1]  # "Giscard d'Estaing", and no initial
    return [s for s in dict.fromkeys(out) if s != name]


def _last_of_several(name: str) -> list[str]:
    """``El Guerrouj``, ``Ter-Ovanesyan``: the last name of what is written as people's names are, where it is more than one word."""
    last = _of_person(name)[:1] if like_a_person(name) else []
    return [said for said in last if any(mark in said for mark in " -'’")]


def _initials_of(name: str) -> list[str]:
    """``FDR`` of a person of three names."""
    words = name.replace(".", " ").split()
    if words[0].casefold() in TITLES or "".join(w[:1] for w in words).title() in _MONTHS:  # "Sep" is a month
        return []
    return ["".join(w[0] for w in words)] if len(words) == 3 and all(w[0].isupper() and w.isalpha() for w in words) else []


def _bare(name: str) -> list[str]:
    """The name without what is added in brackets: ``(acting)``, ``(UK)``."""
    short = re.sub(r"\s*[(\[][^)\]]*[)\]]", "", name).strip()
    return [short] if short and short != name else []


def _of_firm(name: str) -> list[str]:
    short = _LEGAL.sub("", name)
    return [short] if short not in (name, "") else []


def _of_club(name: str) -> list[str]:
    """``Redtown`` of ``Redtown F.C.`` and ``FC Redtown``."""
    short = _CLUB.sub("", name).strip()
    return [short] if short not in (name, "") else []


def _beginnings(name: str) -> list[str]:
    """What a firm of several words is called for short: its first word, its first two, and so on. ``Mitie`` of ``Mitie Group plc``."""
    words = (_of_firm(name) or [name])[0].split()
    parts = [words[:n] for n in range(len(words) - 1, 0, -1)]
    return [" ".join(part) for part in parts if part[-1][-1].isalnum() and part[-1].casefold() not in _JOINING | _PARTICLES]


def _initials(name: str) -> list[str]:
    """``UK`` for United Kingdom, ``BoE`` for Bank of England: where every word but the small ones begins with a capital, and there are several."""
    said = name.replace("-", " ").replace(",", "").split()
    words = [w for w in said if w.casefold() not in _JOINING]
    if len(words) <= 1 or _LEGAL.search(name) or not all(w.isalpha() and w[0].isupper() for w in words):
        return []
    short = ["".join(w[0] for w in words), *(["".join(w[0] for w in said)] if [*said[1:2], *said[3:]] == ["of"] else [])]
    return [s for s in short if s.casefold() not in FILLER | WHO and s.title() not in _MONTHS]
