"""A shape is a pattern that is compiled only for a text that has what it needs: it fits the same texts as the pattern itself."""

from __future__ import annotations

import importlib
import json
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import tenor.ask
from tenor.ask.again.ways import Shape, needed, shape

QUESTIONS = [json.loads(line)["q"] for line in (Path(__file__).parent / "questions" / "blind.jsonl").read_text(encoding="utf-8").splitlines()]


def shapes() -> Iterator[Shape]:
    """Every shape of the package."""
    for module in pkgutil.walk_packages(tenor.ask.__path__, "tenor.ask."):
        waiting = list(vars(importlib.import_module(module.name)).values())
        while waiting:
            found = waiting.pop()
            if isinstance(found, Shape):
                yield found
            elif isinstance(found, (list, tuple)):
                waiting += found


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        (r"\bat the close of (?=\d)", [("at the close of ",)]),
        (r"^when (?:did|does) (.+?) (?:end|stop)s?$", [("when ",), ("did", "does"), ("end", "stop")]),
        (r"\bsay(?: so)? (\w+)", [("say",)]),
        (r"\bsigned?\b", [("signe",)]),
        (r"\b(?:paid?|sent) (?P<who>Ann|Bob)\b", [("pai", "sent"), ("ann", "bob")]),
        (r"\bx, (?!not)(?<!has )(?=so)", [("x, ",)]),
        (r"the [a-z]+ law", [("the ",), (" law",)]),
        (r"one|other", []),
        (r"(?:one|(?:an)?other) ", []),
        (r"\(one\)", []),
    ],
)  # fmt: skip
def test_what_a_text_must_have(pattern: str, words: list[tuple[str, ...]]) -> None:
    assert needed(pattern) == words


def test_a_shape_fits_what_its_pattern_fits() -> None:
    every = list(shapes())
    assert every
    for one in every:
        pattern = re.compile(one.pattern, re.IGNORECASE)
        for question in QUESTIONS:
            found, wanted = one.search(question), pattern.search(question)
            assert (found and found.span()) == (wanted and wanted.span()), (one.pattern, question)


def test_nothing_is_compiled_for_a_text_that_cannot_fit() -> None:
    one = shape(r"\bin the matter of (\w+)\b")
    assert (one.search("who is it"), one.match("who is it"), one.sub("x", "who is it"), list(one.finditer("who is it"))) == (
        None,
        None,
        "who is it",
        [],
    )
    assert one._compiled is None
    assert one.sub(r"for \1", "asks IN THE MATTER OF Acme") == "asks for Acme"
