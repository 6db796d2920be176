"""``tenor ask``: one question, many from standard input, or a prompt."""

from __future__ import annotations

import sys

from tenor.ask.answering import ask
from tenor.errors import TenorError, UsageError
from tenor.outputs import rows
from tenor.outputs.look import is_terminal
from tenor.outputs.marks import clean, to_ascii
from tenor.outputs.out import note, page, write
from tenor.queries.options import current_day, option_day, option_window
from tenor.store.locate import open_store

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from tenor.options import Call
    from tenor.outputs.look import Look

    Document = dict[str, Any]


class Asking:
    """The open knowledge base and the options that every question of a call shares."""

    def __init__(self, call: Call, look: Look) -> None:
        self.look = look
        self.today = current_day()
        on, known = call.text("on"), call.text("known_at")
        self.on = option_window(on, today=self.today, option="--on") if on is not None else None
        self.known = option_day(known, today=self.today, option="--known-at") if known is not None else None
        self.explain = call.on("explain")
        self.store = open_store(call.text("kb"))

    def answer(self, question: str) -> Document:
        """The contract's document for one question."""
        return ask(self.store, question, today=self.today, on=self.on, known_at=self.known, explain=self.explain)

    def print(self, doc: Document, *, before: tuple[str, ...] = ()) -> int:
        """Print an answer in the look that was asked for; the exit code. ``before`` are cells that stand before each row."""
        look = self.look
        answered = doc["status"] == "answered"
        if look.format == "json":
            from tenor.outputs.jsonout import dumps

            write(dumps(doc, ascii=look.ascii) + "\n")
        elif look.quiet:
            write(self._own(clean(doc["text"])) + "\n")
        elif look.format == "pretty":
            from tenor.outputs.pretty.answer import answer

            page(answer(doc, self.store, look, self.today), look)
        else:
            found = [[*map(clean, before), *row] for row in rows.rows("ask", doc, self.store)]
            if look.format == "csv":
                write(rows.csv((*("question" for _ in before), *rows.COLUMNS["ask"]), found, ascii=look.ascii))
            else:
                write(rows.tsv(found + explained(doc), ascii=look.ascii))
            if not answered:
                note(self._own(clean(doc["text"])))
        if look.format != "json" and not look.quiet:
            note(*([""] if doc["suggestions"] else []), *(f"  tip: tenor ask {quoted(clean(s))}" for s in doc["suggestions"]))
        return 0 if answered else 1

    def _own(self, text: str) -> str:
        return to_ascii(text) if self.look.ascii else text


def run(call: Call, look: Look) -> int:
    """Answer the question of the call, or those on standard input, or those typed at a prompt."""
    if call.words:
        asking = Asking(call, look)
        return asking.print(asking.answer(" ".join(call.words)))
    if is_terminal(sys.stdin):
        if look.format != "pretty":
            raise UsageError("no question was asked", hint='tenor ask "QUESTION"')
        from tenor.commands.prompt import prompt

        return prompt(Asking(call, look))
    return _lines(Asking(call, look), _typed(sys.stdin.buffer) if sys.stdin is not None else ())


def _typed(piped: Any) -> Iterable[str]:
    """The lines of standard input, however their ends are written: UTF-8, or UTF-16 where it says so, as a shell of Windows writes it."""
    from io import TextIOWrapper

    begins = piped.peek(2)[:2] if hasattr(piped, "peek") else b""
    encoding = "utf-16" if begins in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    return TextIOWrapper(piped, encoding=encoding, errors="replace")


def _lines(asking: Asking, lines: Iterable[str]) -> int:
    """One answer a line of questions, in their order; with ``--json`` one compact document a line, whatever a line holds."""
    from tenor.outputs.jsonout import dumps, error

    code, asked = 0, False
    for line in lines:
        asked = True
        question = line.strip()
        if asking.look.format != "json":
            code = max(code, asking.print(asking.answer(question), before=(question,)) if question else 0)
            continue
        try:
            doc = asking.answer(question)
            code = max(code, 0 if doc["status"] == "answered" else 1)
        except TenorError as wrong:
            doc = error(wrong.code, wrong.message, where=wrong.where, hint=wrong.hint)
            code = max(code, wrong.exit_code)
        write(dumps(doc, compact=True, ascii=asking.look.ascii) + "\n")
    if not asked and asking.look.format != "json":
        raise UsageError("no question was asked", hint='tenor ask "QUESTION"')
    return code


def explained(doc: Document) -> list[list[str]]:
    """How a question was read, as rows: what, and of what kind."""
    told = doc.get("explain")
    if not told:
        return []
    out = [["explain", "word", t["typed"], t["form"]] for t in told["tokens"]]
    out += [["explain", "date", f"{m['from'] or '..'} to {m['to'] or '..'}", m["relation"]] for m in told["moments"]]
    out += [["explain", "party", p["said"], p["product"] or p["party"]] for p in told["parties"]]
    for c in told["candidates"]:
        left = f", left over: {' '.join(c['left over'])}" if c["left over"] else ""
        out.append(
            [
                "explain",
                "reading",
                str(c["term"] or " ".join(map(str, c["record"] or ()))),
                f"{c['score']}: {', '.join(map(str, c['because']))}{left}",
            ]
        )
    out += [["explain", "sql", s] for s in told["sql"]]
    return [[clean(cell) for cell in row] for row in out]


def quoted(question: str) -> str:
    """A question as a shell takes it."""
    if not any(mark in question for mark in '"$`\\!'):
        return f'"{question}"'
    return "'" + question.replace("'", "'\\''") + "'"
