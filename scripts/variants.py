"""Ask every question that is answered rightly again in other forms, and print how many answers stay the same.

    python scripts/variants.py               the table, a line for each form
    python scripts/variants.py --form slip   that form alone, with every question whose answer is another one
    python scripts/variants.py --each 10     every tenth question

A form changes how a question is written and not what it asks: one letter wrong, no apostrophes, all in small letters, a courtesy around it, a ticker for
a name, a name written apart, a sum or a day in another notation, a statement to be checked. The last ones change what is asked: a qualifier that no
record has, a year before all records, another product of the same maker, a word that excludes what was said; these must not be answered with the same ("no" counts as a refusal). The questions are those of both corpora in tests/questions, the
changes are drawn with a seed that never changes.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from questions import ROOT, TODAY, Line, compiled, corpus, verdict
from tenor.ask.answering import ask
from tenor.dates import MONTHS
from tenor.store.read import Store

#: A question in another form, or None where the form changes nothing in it.
Form = Callable[[Store, random.Random, str], str | None]
COURTESIES = (
    "Could you please tell me: {}",
    "Hi there! {}",
    "{}, please?",
    "{} Thanks!",
    "Quick question: {}",
    "{} I need it for an article.",
    "Do you know: {}",
)
QUALIFIERS = (
    "in Japan",
    "for the army",
    "on Mars",
    "to Apple",
    "by fax",
    "for children",
    "under French law",
    "at the airport",
    "with a mortgage",
    "by satellite",
)

OPPOSITES = {
    "maximum": "minimum", "minimum": "maximum", "median": "maximum", "input": "output", "output": "input", "exclusive": "shared", "allowed": "forbidden",
    "first": "second", "second": "third", "revenue": "profit", "training": "billing", "signed": "rejected", "invested": "lost", "valuation": "fine",
    "stake": "debt", "license": "lawsuit", "models": "offices", "a month": "a year", "billion": "million", "warrant": "fine", "up to": "at least",
}  # fmt: skip


def slip(_: Store, drawn: random.Random, question: str) -> str | None:
    """One letter left out, doubled or swapped with the next, inside a word of five letters or more."""
    words = question.split(" ")
    able = [i for i, word in enumerate(words) if word.isalpha() and word.islower() and len(word) > 4]
    if not able:
        return None
    i = drawn.choice(able)
    word, at, way = words[i], drawn.randrange(1, len(words[i]) - 1), drawn.choice("lds")
    changed = {"l": word[:at] + word[at + 1 :], "d": word[:at] + word[at] + word[at:], "s": word[:at] + word[at + 1] + word[at] + word[at + 2 :]}[way]
    return " ".join([*words[:i], changed, *words[i + 1 :]])


def small(_: Store, __: random.Random, question: str) -> str | None:
    """All in small letters, without a question mark."""
    return question.lower().rstrip("?. ")


def unmarked(_: Store, __: random.Random, question: str) -> str | None:
    """Without apostrophes."""
    return question.replace("'", "").replace("’", "")


def courteous(_: Store, drawn: random.Random, question: str) -> str | None:
    """With a greeting, a plea or thanks around it."""
    form = drawn.choice([form for form in COURTESIES if form[-1] == "}" or question.endswith("?")])
    return form.format(question.rstrip("?. ") if form.startswith("{},") else question)


def ticker(store: Store, drawn: random.Random, question: str) -> str | None:
    """A company by the sign under which it is traded."""
    signs = {
        str(name): str(sign)
        for name, sign in store.query(
            "SELECT party.name, json_extract(record.doc, '$.ids.ticker') FROM party JOIN record ON record.id = 'party:' || party.id"
        )
        if str(sign).isalpha() and sign
    }
    able = [name for name in sorted(signs) if re.search(rf"\b{re.escape(name)}\b", question)]
    name = drawn.choice(able) if able else ""
    return re.sub(rf"\b{re.escape(name)}\b", signs[name], question, count=1) if able else None


def apart(_: Store, __: random.Random, question: str) -> str | None:
    """A name with a capital inside as two words."""
    return re.sub(r"\b([A-Z][a-z]+)([A-Z][A-Za-z]+)\b", r"\1 \2", question)


def noted(_: Store, drawn: random.Random, question: str) -> str | None:
    """A sum in another notation."""
    form = drawn.choice(("US${} billion", "USD {} billion", "${}bn", "${}B"))
    return re.sub(r"\$(\d+(?:\.\d+)?) ?(?:billion|bn)\b", lambda found: form.format(found[1]), question)


def dated(_: Store, drawn: random.Random, question: str) -> str | None:
    """A day or a year in another notation."""
    found = re.search(rf"\b(\d{{1,2}}) ({'|'.join(MONTHS)}) (20\d\d)\b", question)
    if found is None:
        return re.sub(r"\bin 20(\d\d)\b", r"in '\1", question)
    day, month, year = found.groups()
    form = drawn.choice((f"{month} {day}, {year}", f"{year}-{MONTHS.index(month) + 1:02}-{int(day):02}", f"{day} {month[:3]} {year}"))
    return question[: found.start()] + form + question[found.end() :]


def stated(_: Store, __: random.Random, question: str) -> str | None:
    """``does A sell it`` as "A does sell it, right?"."""
    found = re.match(r"(Does|Did|Has|Have|Can|May|Must|Will|Is|Was) ([A-Z]\w*)((?!'s|’s|,)[^,?]*)\?$", question)
    simple = (
        found is not None
        and found[2] in ("OpenAI", "Anthropic", "Microsoft", "Amazon", "Oracle", "SoftBank", "AMD", "Broadcom")
        and " or " not in question
    )
    return f"{found[2]} {found[1].lower()}{found[3]}, right?" if found is not None and simple else None


def qualified(_: Store, drawn: random.Random, question: str) -> str | None:
    """With a qualifier that no record has."""
    return f"{question.rstrip('?. ')} {drawn.choice(QUALIFIERS)}?"


def long_ago(_: Store, __: random.Random, question: str) -> str | None:
    """Of a year before all records."""
    return re.sub(r"\b20[12]\d\b", "1999", question)


def another_product(store: Store, drawn: random.Random, question: str) -> str | None:
    """With another product of the same maker, which is not the maker's first and not part of the name."""
    for (document,) in store.query("SELECT doc FROM record WHERE kind = 'party' ORDER BY id"):
        names = [str(product["name"]) for product in json.loads(document).get("products", ())]
        for name in names:
            others = [other for other in names[1:] if other not in name and name not in other]
            if others and re.search(rf"(?<![\w-]){re.escape(name)}(?![\w.-])", question):
                return re.sub(rf"(?<![\w-]){re.escape(name)}(?![\w.-])", drawn.choice(others), question, count=1)
    return None


def opposite(_: Store, drawn: random.Random, question: str) -> str | None:
    """With one word that excludes what the question said."""
    able = [word for word in OPPOSITES if re.search(rf"\b{word}\b", question)]
    word = drawn.choice(able) if able else ""
    return re.sub(rf"\b{word}\b", OPPOSITES[word], question, count=1) if able else None


SAME: tuple[Form, ...] = (slip, small, unmarked, courteous, ticker, apart, noted, dated, stated)
OTHER: tuple[Form, ...] = (qualified, long_ago, another_product, opposite)


def questions(store: Store, each: int) -> list[tuple[str, list[str]]]:
    """The questions that are answered rightly, with the clauses and records that are told."""
    lines = {line["q"]: line for name in ("blind", "readers") for line in corpus(name) if line["expect"] == "answered" and not line.get("options")}
    found = ((line["q"], verdict(store, line)) for line in [*lines.values()][::each])
    return [(question, told(answer)) for question, (said, answer) in found if said == "right"]


def told(answer: Line) -> list[str]:
    """The clauses and records that an answer tells, in order; none of a refusal."""
    return sorted(str(c["clause"]) for c in answer["answers"]) if answer["status"] == "answered" else []


def asked_anew(store: Store, form: Form, asked: list[tuple[str, list[str]]]) -> Iterator[tuple[str, str, str]]:
    """``(question, outcome, text)`` of each question that the form changes: ``same``, ``refused`` or ``other``."""
    drawn = random.Random(7)
    for question, clauses in asked:
        changed = form(store, drawn, question)
        if changed is None or changed == question:
            continue
        answer = ask(store, changed, today=TODAY)
        denied = form in OTHER and str(answer["text"]).startswith("No.")
        outcome = "refused" if answer["status"] != "answered" or denied else "same" if told(answer) == clauses else "other"
        yield changed, outcome, str(answer["text"])


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description="the same questions in other forms")
    parser.add_argument("--form", choices=[form.__name__ for form in (*SAME, *OTHER)])
    parser.add_argument("--each", type=int, default=1, metavar="N", help="every Nth question")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        store = compiled(ROOT / "kb", Path(folder) / "kb.db")
        asked = questions(store, options.each)
        print(f"{'form':12}{'asked':>8}{'same':>8}{'refused':>9}{'other':>8}")
        for form in (*SAME, *OTHER):
            if options.form not in (None, form.__name__):
                continue
            anew = list(asked_anew(store, form, asked))
            counts = Counter(outcome for _, outcome, _ in anew)
            print(f"{form.__name__:12}{len(anew):8}{counts['same']:8}{counts['refused']:9}{counts['other']:8}")
            wanted = "same" if form in SAME else "refused"
            for question, outcome, text in anew if options.form else ():
                if outcome != wanted and (form in SAME or outcome == "same"):
                    print(f"  [{outcome}] {question}\n      {text[:160]}")


if __name__ == "__main__":
    main()
