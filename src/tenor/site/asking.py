"""The index with which a page answers in the browser: names, lineages with their stretches and sentences. Loaded on use, so that it may not grow large."""

from __future__ import annotations

import json
import re

from tenor.ask.answers.wording import span_words
from tenor.ask.language.english import FILLER, GENERIC
from tenor.ask.language.words import irregular, lemma, tokens
from tenor.ask.names.patterns import parts
from tenor.dates import iso, iso_or_none
from tenor.site.data import Document, Lane, Site, Version
from tenor.site.pages import unique

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

#: Words that ask are read by the script itself; none of them may pass as one that adds nothing.
_ASKING = frozenset(
    lemma(w)
    for w in "who whom whose which what when where how why whether if say name first last latest end start begin not no more less most least other".split()
)

#: Longer names and patterns are left to the command: few questions hold them whole, and the index may not grow.
_WORDS, _PATTERN_WORDS = 5, 4


def ask_index(site: Site) -> str:
    """The index, as a script that a page can load from a disk too. Names are in the normal form in which questions are read."""
    data: Document = {
        "focus": site.focus, "checked": iso(site.checked), "small": sorted((FILLER | GENERIC) - _ASKING), "forms": {},
        "terms": [_term(name, doc) for name, doc in site.of("term").items()], "parties": [_party(name, doc) for name, doc in site.of("party").items()],
        "lanes": [_lane(site, x) for x in site.lanes],
    }  # fmt: skip
    known = {
        low
        for text in _texts([data["small"], data["terms"], data["parties"], [lane[:4] for lane in data["lanes"]]])
        for t in tokens(text)
        for low in (t.low, t.lemma)
    }
    data["forms"] = {
        word: form for word, form in irregular().items() if not known.isdisjoint((word, form))
    }  # any other is left over, whatever its form
    return "window.tenorAsk=" + json.dumps(data, ensure_ascii=False, separators=(",", ":")) + ";\n"


def _texts(data: object) -> Iterator[str]:
    """Every text in lists in lists."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, list):
        for part in data:
            yield from _texts(part)


def normal(text: str) -> str:
    """A text as its words in normal form."""
    return " ".join(t.lemma for t in tokens(text))


def _term(name: str, doc: Document) -> list[object]:
    """Its id, what it answers, its names, words that add nothing beside a name, whether its subject does it to its holder, what people read, and its patterns."""
    said = re.sub(r"\{(\w+)\}", "", str(doc["sentence"] or "")).replace("|", " ").translate(str.maketrans("{}", "  "))
    names = _short(normal(n) for n in (doc["label"], *doc["names"]))
    known = {*" ".join(names).split(), *FILLER, *GENERIC, *_ASKING}
    own = [w for w in normal(" ".join([said, *doc["words"]])).split() if w.isalpha() and w not in known]
    active = re.match(r"\{subject\} \{\w+\|\w+\} \{holder\}", str(doc["sentence"] or "")) is not None
    return [
        name,
        doc["answer"],
        names,
        unique(own),
        int(active),
        doc["label"],
        _short(map(_pattern, doc["asks"]), _PATTERN_WORDS),
    ]


def _short(texts: Iterable[str], most: int = _WORDS) -> list[str]:
    return [text for text in unique(texts) if len(text.split()) <= most]


def _pattern(text: str) -> str:
    """A pattern as its words in normal form, with ``<`` for its subject and ``>`` for its holder."""
    return " ".join(
        {"subject": "<", "holder": ">"}.get(p.strip("{~}"), p) for p in parts(text) if p.strip("{~}") in ("subject", "holder") or p[0] != "{"
    )


def _party(name: str, doc: Document) -> list[object]:
    """Its id, its names, and those of its products, each with the product's id."""
    own = unique(normal(n).removeprefix("the ") for n in (doc["name"], name, doc["full_name"], *doc["aliases"]) if n)
    return [name, own, [[p["id"], [n for n in unique(normal(n) for n in (p["name"], *p["aliases"])) if n not in own]] for p in doc["products"]]]


def _lane(site: Site, lane: Lane) -> list[object]:
    return [lane.term, lane.subject, lane.holder, lane.scope or 0, [_version(site, v) for v in lane.versions]]


def _version(site: Site, version: Version) -> list[object]:
    """Its clause, its days, those on which it surely held where they are fewer, whether it stands beside others, its state, holder, product, sentence and when it held, in words."""
    doc = version.doc
    return [
        doc["clause"], iso_or_none(version.start), iso_or_none(version.end),
        iso_or_none(version.sure_from) if version.sure_from != version.start else 0, iso_or_none(version.sure_to) if version.sure_to != version.end else 0,
        int(version.role != "version"), {"yes": 1, "no": 0, "partly": 2}.get(doc["state"] or ""), doc["holder"] or "+".join(doc["holders"]),
        doc["via"], site.says(doc), span_words(doc, site.checked),
    ]  # fmt: skip
