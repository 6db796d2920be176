"""``tenor cite``, ``tenor lint`` and ``tenor export``: what writers need."""

from __future__ import annotations

import sys
from typing import Any

from tenor.errors import UnknownName, UsageError
from tenor.files import write_whole
from tenor.options import Call
from tenor.outputs.jsonout import dumps
from tenor.outputs.look import Look
from tenor.outputs.marks import clean, to_ascii
from tenor.outputs.out import note, page, write
from tenor.queries.options import current_day, option_day
from tenor.store.locate import open_store

Document = dict[str, Any]


def run(call: Call, look: Look) -> int:
    """Cite, lint or export."""
    return {"cite": _cite, "lint": _lint, "export": _export}[call.command.name](call, look)


# -- cite -----------------------------------------------------------------------------------------


def _cite(call: Call, look: Look) -> int:
    from tenor.citing import cite

    if call.text("writeup") is not None:
        return _writeup(call, look)
    for option in ("as", "output"):
        if call.text(option) is not None:
            raise UsageError(f"--{option} goes with --writeup", where=f"--{option}", hint="tenor cite --writeup draft.md -o out.md")
    doc = cite(
        open_store(call.text("kb")),
        call.words,
        format=call.text("format") or "text",
        style=call.text("style"),
        on=call.text("on"),
        today=current_day(),
    )
    if look.format == "json":
        write(dumps(doc, ascii=look.ascii) + "\n")
        return 0
    texts = [c["text"].rstrip("\n") for c in doc["citations"]]
    if doc["citations"][0]["format"] == "csl-json" and len(texts) > 1:
        texts = ["[\n" + ",\n".join(texts) + "\n]"]
    whole = "\n\n".join("\n".join(clean(line) for line in text.split("\n")) for text in texts) + "\n"
    write(to_ascii(whole) if look.ascii else whole)
    for citation in doc["citations"]:
        note(*(f"warning: {clean(w)}" for w in citation["warnings"]))
    if look.format == "pretty" and not look.quiet:
        note("", "  tip: --style NAME picks a style; --format bibtex, ris, csl-json, wikipedia and others give other forms")
    return 0


def _writeup(call: Call, look: Look) -> int:
    from tenor.citing.writeup import refuse_overwriting, resolve_writeup
    from tenor.linting.lint import read_text

    source, target = str(call.text("writeup")), call.text("output")
    if call.words:
        raise UsageError("--writeup takes no ids", where="--writeup", hint="leave the ids out, or leave --writeup out")
    if call.text("format") is not None:
        raise UsageError("--writeup takes no --format", where="--format", hint="choose --as footnotes or --as author-date")
    if target is not None and target != "-":
        refuse_overwriting(source, target)
    today = current_day()
    on = option_day(str(call.text("on")), today=today, option="--on") if call.text("on") is not None else None
    written = read_text(source)
    resolved = resolve_writeup(
        open_store(call.text("kb")), written, today=today, on=on, form=call.text("as") or "footnotes", style=call.text("style"), path=source
    )
    if "\r\n" in written:
        resolved.text = resolved.text.replace("\n", "\r\n")
    if look.format == "json":
        write(dumps({"schema": 1, "ids": resolved.ids, "text": resolved.text, "warnings": resolved.warnings}, ascii=look.ascii) + "\n")
    if target is not None and target != "-":
        write_whole(target, [resolved.text])
    elif look.format != "json":
        write(resolved.text)
    if look.format != "json":
        note(*(f"warning: {clean(w)}" for w in resolved.warnings))
    return 0


# -- lint -----------------------------------------------------------------------------------------


def _lint(call: Call, look: Look) -> int:
    from tenor.linting.lint import files, lint_files
    from tenor.outputs import findings as forms
    from tenor.outputs.look import is_terminal

    if call.text("explain") is not None:
        return _explain(str(call.text("explain")), look)
    words = call.words
    if not words:
        if is_terminal(sys.stdin):
            raise UsageError("'tenor lint' needs FILE", hint="tenor lint draft.md")
        words = ["-"]
    today = current_day()
    on = option_day(str(call.text("on")), today=today, option="--on") if call.text("on") is not None else None
    paths = files(words)
    fix = call.on("fix")
    store = open_store(call.text("kb"))
    linted = lint_files(store, paths, today=today, on=on, fix=fix)
    found = [f for one in linted for f in one.findings]
    texts = {one.path: one.text.split("\n") for one in linted}
    form = call.text("format") or {"json": "json", "pretty": "full"}.get(look.format, "concise")
    if fix and "-" in paths:
        write(next(one.given for one in linted if one.path == "<stdin>"))
        note(forms.concise(found), f"{forms.summary(found, None)}") if found else None
        return int(forms.counts(found)["errors"] > 0)
    counts = {**forms.counts(found), "checked": len(linted)}
    if form == "json":
        write(dumps({"schema": 1, "kb": store.kb(), **forms.document(found, counts)}, ascii=look.ascii) + "\n")
    elif form == "sarif":
        write(forms.sarif(found) + "\n")
    elif form == "full":
        shown = forms.full(found, lambda path: texts.get(path, []), color=look.color, width=max(look.width - 8, 20))
        text = (f"{shown}\n\n" if shown and not look.quiet else "") + _summary(found, linted) + "\n"
        page(to_ascii(text) if look.ascii else text, look)
    else:
        text = forms.github(found) if form == "github" else forms.concise(found)
        write(f"{text}\n" if text else "")
        if not look.quiet:
            note(_summary(found, linted))
    return int(counts["errors"] > 0)


def _summary(found: list[Any], linted: list[Any]) -> str:
    from tenor.outputs import findings as forms

    checked = f"{len(linted):,} file{'' if len(linted) == 1 else 's'}"
    if not found:
        return f"Nothing found in {checked}."
    fixable = sum(len({e for e in one.edits if e is not None}) for one in linted)
    return forms.summary(found, None) + (f" {fixable} can be put right with 'tenor lint --fix'." if fixable else "")


def _explain(code: str, look: Look) -> int:
    from tenor.linting.codes import BY_CODE
    from tenor.outputs import findings as forms
    from tenor.queries.names import near

    rule = BY_CODE.get(code.upper())
    if rule is None:
        close = near(code.upper(), BY_CODE)
        raise UnknownName(
            f"no finding has the code {code!r}", hint=f"near: {', '.join(close)}" if close else "codes look like L102", where="--explain"
        )
    if look.format == "json":
        own = {"code": rule.code, "name": rule.name, "severity": rule.severity.value, "what": rule.summary, "why": rule.why, "fix": rule.fix}
        write(dumps({"schema": 1, "rule": {**own, "bad": rule.bad, "good": rule.good}}, ascii=look.ascii) + "\n")
    else:
        text = forms.explain(rule) + "\n"
        page(to_ascii(text) if look.ascii else text, look)
    return 0


# -- export ---------------------------------------------------------------------------------------


def _export(call: Call, look: Look) -> int:
    from tenor.exporting import export

    store = open_store(call.text("kb"))
    pieces = export(store, call.words[0], current_day())
    target = call.text("output")
    if target is None or target == "-":
        write("".join(pieces))
        return 0
    size = write_whole(target, pieces)
    if not look.quiet:
        note(f"Wrote {target} ({size / 1e3:,.0f} kB).")
    return 0
