"""Answers for people on a terminal: one module for each kind of answer, from a document to text with or without color."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from tenor.outputs.look import Look
from tenor.outputs.pretty.changes import diff
from tenor.outputs.pretty.lanes import history, timeline
from tenor.outputs.pretty.listing import clauses, search, show
from tenor.store.read import Store

#: Makes a page: the document, the store (for names), the look, today, and the options of the call.
Renderer = Callable[[dict[str, Any], Store, Look, int, Mapping[str, object]], str]

PAGES: dict[str, Renderer] = {"clauses": clauses, "search": search, "show": show, "history": history, "timeline": timeline, "diff": diff}
