"""``in July``, ``on 5 May``, ``last August``: a date that lacks its year is taken for the latest one, where the records know of no other year in which the question has an answer.

``after the July amendment`` is of the one year in which whoever is named has such a thing in a July.
Where several years have one, the question has to have an answer in only one of them.
In every other case the year is asked for: a wrong year is worse than none.
"""

from __future__ import annotations

import re

from tenor.ask.language import english
from tenor.ask.language.roots import root, text_keys
from tenor.ask.language.words import lemma
from tenor.ask.times.dated_documents import AGREED
from tenor.dates import MONTHS, civil

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tenor.ask.interpreting.question import Question

#: How many years are tried.
_YEARS = 6
_ASKS = " of which year?"
#: Words before a month that say no more than that it has been, the longest first, and those that lead to a date.
_LAST = ("this past ", "this last ", "last ")
#: A document, or what was done by one, called by its month alone.
_DOCUMENT = re.compile(
    rf"(?i)(?:\b(?:the|its|their|that|this|after|since|before|under)|['’]s?) (?P<month>{'|'.join(MONTHS)}) (?P<nouns>[a-z][a-z-]+(?: [a-z-]+)?)(?! \d)"
)
_LEADING = ("in", "since", "before", "after", "by", "until", "from", "of", "during", "on")


def dated(asked: Question, refused: str, today: int) -> list[tuple[int, str]]:
    """The question with each of the last years in which that date has come, the latest first; none where no month or day of one lacks its year."""
    question = asked.question
    if (beside := _of_the_range(question) or _of_the_other(question)) is not None:
        return [beside]
    if of_documents := _of_a_document(asked, today):
        return of_documents
    lacking = refused.rstrip(".").removesuffix(_ASKS) if refused.rstrip(".").endswith(_ASKS) else ""
    name = next((w for w in lacking.split() if w in MONTHS), "")
    low = question.casefold()
    at = low.find(lacking.casefold()) if name else -1
    others = [m for m in MONTHS if m != name and m != "May" and m.casefold() in low]
    if at < 0 or low.count(name.casefold()) != 1 or others or any(c.isdigit() for c in lacking.replace(name, "")) != (lacking != name):
        return []
    end = at + len(lacking)
    year, month, _ = civil(today)
    last = year if MONTHS.index(name) + 1 <= month else year - 1
    said = next((word for word in _LAST if low[:at].endswith(word)), "")
    if said:  # the last one that is over, and no other
        before = question[: at - len(said)]
        led = before.split()[-1:] and before.split()[-1].casefold() in _LEADING
        last -= MONTHS.index(name) + 1 == month
        return [(last, f"{before}{'' if led else 'in '}{question[at:end]} {last}{question[end:]}")]
    return [(y, f"{question[:end]} {y}{question[end:]}") for y in range(last, last - _YEARS, -1)]


def of_a_document(question: str) -> bool:
    """True for a question that names a document by its month alone."""
    return _DOCUMENT.search(question) is not None


def _of_a_document(asked: Question, today: int) -> list[tuple[int, str]]:
    """``the July amendment``, ``the July price cut``: each year that has such a thing in that month, of all that is recorded with who or what is named.

    A document of that kind comes before one that only could be called so.
    """
    found = _DOCUMENT.search(asked.question)
    if found is None:
        return []
    month = MONTHS.index(found["month"].title()) + 1
    nouns = [lemma(word) for word in found["nouns"].casefold().split()]
    parties = {m.party for m in asked.mentions}
    terms = {m.target for m in asked.matches if m.kind == "term"}
    sides: dict[str, set[str]] = {}
    held: dict[str, set[str]] = {}
    days: dict[str, tuple[int, str]] = {}
    sql = """SELECT i.id, i.announced, i.kind, c.term, v.party FROM instrument AS i JOIN clause AS c ON c.instrument = i.id
        JOIN involves AS v ON v.clause = c.n WHERE i.announced <= ?"""
    for name, day, kind, term, party in asked.store.query(sql, today):
        if civil(day)[1] == month:
            days[name] = day, kind
            sides.setdefault(name, set()).add(party)
            held.setdefault(name, set()).add(term)
    able = [name for name in days if (parties or terms) and parties <= sides[name] and (parties or held[name] & terms)]
    of_terms = [name for name in able if held[name] & terms]
    of_kind = (
        [name for name in able if days[name][1] in AGREED]
        if not english.AGREEMENTS.isdisjoint(nouns)
        else [n for n in able if lemma(days[n][1]) in nouns]
    )
    end, years = found.end("month"), set[int]()
    for names in (able, of_terms, of_kind):
        called = [name for name in names if _is_called(asked, name, nouns)]
        years = {civil(days[name][0])[0] for name in called} or years
        if len(years) == 1:
            break
    return [(year, f"{asked.question[:end]} {year}{asked.question[end:]}") for year in sorted(years, reverse=True)]


def _is_called(asked: Question, instrument: str, nouns: list[str]) -> bool:
    """True where one of these words is what any document is called, or stands in what is told of this one."""
    if not english.DOCUMENTS.isdisjoint(nouns):
        return True
    document = asked.lexicon.document(instrument)
    clauses = (str(asked.lexicon.document(name).get("text") or "") for name in document.get("clauses", ()))
    told = text_keys(" ".join((str(document["title"]), *document.get("names", ()), *clauses)))
    return any(word.startswith(root(noun)) for noun in nouns if noun not in english.FILLER for word in told)


def _of_the_range(question: str) -> tuple[int, str] | None:
    """``from February 2026 to 31 March``, ``the 2026 round between February and March``: the last date has the only year of the question, or the next."""
    words = question.split()
    bare = [w.strip(".,;:?!()'\"").casefold() for w in words]
    years = [int(w) for w in bare if len(w) == len("2026") and w.isdigit()]
    months = [(n, MONTHS.index(w.title()) + 1) for n, w in enumerate(bare) if w.title() in MONTHS]
    if (
        len(years) != 1
        or len(months) < len(("from", "to"))
        or not {"between", "from"} & set(bare[: months[0][0]])
        or bare.index(str(years[0])) > months[-1][0]
    ):
        return None
    at, month = months[-1]
    at += at + 1 < len(bare) and bare[at + 1].isdigit()
    year = years[0] + any(earlier > month for _, earlier in months[:-1])
    mark = words[at][len(words[at].rstrip(".,;:?!")) :]
    return year, " ".join((*words[:at], words[at].removesuffix(mark), f"{year}{mark}", *words[at + 1 :]))


_NTH = ("first", "second", "third", "fourth")
_NO_VERBS = "|".join(m for m in MONTHS if m not in ("May", "March"))
_PERIOD = re.compile(
    rf"\b(?:(?P<nth>{'|'.join(_NTH)}) (?P<part>quarter|half)|(?P<letter>[QqHh])(?P<n>[1-4])|(?<!\d )(?P<month>{_NO_VERBS}|(?<=in )(?:May|March))(?! \d\d?\b))"
    r"(?:,? (?:of |in )?(?P<year>(?:19|20)\d\d))?\b"
)


def _of_the_other(question: str) -> tuple[int, str] | None:
    """``in the first quarter of 2026, and in the second``: of two periods of a kind, the one without a year is in the only year of the question, or beside it."""
    found = list(_PERIOD.finditer(question))
    places = [_place(period) for period in found]
    lacking = [n for n, period in enumerate(found) if period["year"] is None]
    one_year = len(re.findall(r"\b(?:19|20)\d\d\b", question)) == 1
    if len(found) != len(("one", "other")) or len(lacking) != 1 or not one_year or places[0][0] != places[1][0]:
        return None
    year = int(found[1 - lacking[0]]["year"])
    turned = places[1][1] <= places[0][1]  # "in Q4 2025 and in Q1" is the next year's, "in Q4 and Q1 2026" the year's before
    year += turned * (1 if lacking[0] else -1)
    end = found[lacking[0]].end()
    return year, f"{question[:end]}{' ' if found[lacking[0]]['month'] or found[lacking[0]]['n'] else ' of '}{year}{question[end:]}"


def _place(period: re.Match[str]) -> tuple[str, int]:
    """What sort of period it is, and its place in a year."""
    if period["month"]:
        return "month", MONTHS.index(period["month"])
    if period["nth"]:
        return period["part"][0], _NTH.index(period["nth"]) + 1
    return period["letter"].lower(), int(period["n"])
