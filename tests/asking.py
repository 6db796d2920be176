"""How the tests ask: always on the same day."""

from __future__ import annotations

from typing import Any

from tenor.ask.answering import ask
from tenor.dates import parse_day
from tenor.store.read import Store

TODAY = parse_day("2026-11-23")


def answer(store: Store, question: str) -> dict[str, Any]:
    """The document that a question has for an answer."""
    return ask(store, question, today=TODAY)
