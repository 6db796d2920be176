"""A question does not wait for what it does not need: what is imported, and what happens to the process when the terminal, disk or reader goes away."""

from __future__ import annotations

import json
import os
import pty
import re
import select
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

#: Slow to import, and of no use to a question. ``re``, ``datetime`` and their kind come with ``json`` and ``sqlite3``, which are left out too.
HEAVY = {
    "argparse", "asyncio", "click", "contextlib", "dataclasses", "datetime", "enum", "importlib.metadata", "inspect", "jinja2", "json", "logging",
    "markdown_it", "pathlib", "pydantic", "rapidfuzz", "re", "rich", "shutil", "sqlalchemy", "sqlite3", "sqlmodel", "subprocess", "tempfile", "textwrap",
    "typer", "typing", "unicodedata", "yaml",
}  # fmt: skip
QUESTION = "who is the landlord in 2025"
MAIN = "from tenor.quick import main; main()"
#: Seconds after which a program that has not ended is given up.
PATIENCE = 60


@pytest.fixture
def environment(bakery: Path) -> dict[str, str]:
    """The environment of a call: a compiled knowledge base, a fixed day, nothing else of note."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "PYTHONPATH") if name in os.environ}
    return {**kept, "TENOR_KB": str(bakery), "TENOR_TODAY": "2026-11-23", "LC_ALL": "C.UTF-8"}


def imported(argv: list[str], environment: dict[str, str]) -> set[str]:
    """The modules of a process after a call."""
    code = f"import sys; from tenor import quick; code = quick.run({argv!r}); sys.stderr.write(' '.join(sys.modules)); sys.exit(code)"
    done = subprocess.run(
        [sys.executable, "-S", "-c", code], env={**environment, "PYTHONPATH": os.pathsep.join(sys.path)}, capture_output=True, text=True, check=True
    )
    assert done.stdout
    return set(done.stderr.split())


@pytest.mark.parametrize(
    "argv", [["ask", QUESTION], ["ask", "--json", QUESTION], ["ask", "-q", *QUESTION.split()], ["--plain", "ask", "--on", "2025", "who is the landlord"],
             ["ask", "is Northgate the landlord in 2025"], ["ask", "who is the lanldord in 2025"]],
    ids=" ".join,
)  # fmt: skip
def test_a_question_imports_nothing_heavy(argv: list[str], environment: dict[str, str]) -> None:
    assert not imported(argv, environment) & HEAVY


#: Rooms that a plain question, or whether something is so, has no use for.
UNUSED = {
    "tenor.ask.answers.parts", "tenor.ask.answers.rates", "tenor.ask.answers.sized", "tenor.ask.answers.whole", "tenor.ask.interpreting.nearest",
    "tenor.ask.interpreting.portions", "tenor.ask.interpreting.told", "tenor.ask.interpreting.wanted", "tenor.ask.parties.ordinal",
}  # fmt: skip


@pytest.mark.parametrize("question", [QUESTION, "is Northgate the landlord in 2025"])
def test_a_plain_question_loads_no_room_that_it_has_no_use_for(question: str, environment: dict[str, str]) -> None:
    assert sorted(imported(["ask", question], environment) & UNUSED) == []


def test_a_page_does_not_wait_for_the_application(environment: dict[str, str]) -> None:
    assert not imported(["ask", "--pretty", QUESTION], environment) & {"typer", "pydantic", "sqlalchemy", "sqlmodel", "yaml"}


def test_where_the_c_halves_are_missing_the_whole_modules_answer(environment: dict[str, str]) -> None:
    code = f"import sys; sys.modules['_json'] = None; from tenor import quick; sys.exit(quick.run(['ask', '--json', {QUESTION!r}]))"
    usual = subprocess.run([sys.executable, "-c", MAIN, "ask", "--json", QUESTION], env=environment, capture_output=True, check=True)
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, check=True)
    assert done.stdout == usual.stdout


# -- the process ----------------------------------------------------------------------------------


def shell(command: str, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """Run a line of bash in which ``tenor`` is the program."""
    line = f"tenor() {{ '{sys.executable}' -c '{MAIN}' \"$@\"; }}; {command}"
    return subprocess.run(["bash", "-c", line], env=environment, capture_output=True, text=True, timeout=60, check=False)


def test_a_reader_who_leaves_is_no_error(environment: dict[str, str]) -> None:
    done = shell("tenor timeline --json | head -c 1; echo ${PIPESTATUS[0]}", environment)
    assert (done.stdout, done.stderr) == ("{141\n", "")


@pytest.mark.parametrize("command", ["ask '" + QUESTION + "'", "--json ask '" + QUESTION + "'", "ask --pretty '" + QUESTION + "'", "--help"])
def test_a_full_disk_is_one_line_and_exit_2(command: str, environment: dict[str, str]) -> None:
    done = shell(f"tenor {command} > /dev/full", environment)
    assert (done.returncode, done.stderr) == (2, "error: the answer cannot be written: No space left on device\n")


def test_a_closed_standard_output_is_one_line_and_exit_2(environment: dict[str, str]) -> None:
    done = shell(f"tenor ask '{QUESTION}' >&-", environment)
    assert (done.returncode, done.stderr) == (2, "error: standard output is closed\n")


def test_a_closed_standard_error_does_not_hide_the_exit_code(environment: dict[str, str]) -> None:
    assert shell("tenor ask 'who is the landlord in 1999' 2>&-", environment).returncode == 1
    assert shell("tenor nothing 2>&-", environment).returncode == 2


def test_a_closed_standard_input_is_no_question(environment: dict[str, str]) -> None:
    done = shell("tenor ask <&-", environment)
    assert (done.returncode, done.stderr.splitlines()[0]) == (2, "error: no question was asked")


def test_a_working_folder_that_is_gone_is_one_line_and_exit_2(environment: dict[str, str], tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    done = shell(f"cd '{gone}'; rmdir '{gone}'; tenor ask '{QUESTION}'", environment)
    assert (done.returncode, done.stderr.splitlines()[0]) == (2, "error: the folder you are in is gone, or cannot be read")


def test_words_that_are_not_utf8_are_answered_all_the_same(environment: dict[str, str]) -> None:
    done = subprocess.run([sys.executable, "-c", MAIN, "ask", "--json", b"who is \xff"], env=environment, capture_output=True, check=False)
    assert done.returncode == 1
    assert json.loads(done.stdout.decode("utf-8"))["status"] != "answered"


@pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
def test_an_output_that_cannot_hold_a_letter_gets_its_escape(encoding: str, environment: dict[str, str]) -> None:
    done = subprocess.run(
        [sys.executable, "-c", MAIN, "ask", "--plain", "who is the landlord in 1999"], env={**environment, "PYTHONIOENCODING": encoding}, capture_output=True, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert b"No record" in done.stderr


# -- a terminal -----------------------------------------------------------------------------------


#: A new prompt, and not one that is drawn again around what was typed.
PROMPT = rb"\n[^\n]*tenor> "
CONTROL_C, CONTROL_D = b"\x03", b"\x04"


def on_terminal(argv: list[str], environment: dict[str, str], *steps: tuple[bytes, bytes], code: str = MAIN) -> tuple[int, str]:
    """Run a call on a terminal of 80 columns; its exit code and all that the terminal got. A step is what to wait for, and what to type then."""
    child, terminal = pty.fork()
    if child == 0:
        os.execve(sys.executable, [sys.executable, "-c", code, *argv], {**environment, "COLUMNS": "80", "TERM": "xterm"})
    seen, answered, last, until = b"", 0, b"", time.monotonic() + PATIENCE
    waiting = list(steps)
    try:
        while time.monotonic() < until:
            if not select.select([terminal], [], [], 2)[0]:
                os.write(terminal, last)  # a key that is struck just as the line is drawn can be lost, and people strike it again
                continue
            seen += os.read(terminal, 4096)
            if waiting and re.search(waiting[0][0], seen[answered:]):
                answered, (_, typed) = len(seen), waiting.pop(0)
                last = typed if typed < b" " else b""
                os.write(terminal, typed)
        os.kill(child, signal.SIGKILL)  # it has not ended
    except OSError:  # what Linux gives at the end of a terminal
        pass
    os.close(terminal)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), seen.decode("utf-8").replace("\r\n", "\n")


def test_a_terminal_gets_color_and_a_pipe_none(environment: dict[str, str]) -> None:
    code, seen = on_terminal(["ask", "--no-pager", QUESTION], environment)
    assert code == 0
    assert "\x1b[" in seen
    for off in ({"NO_COLOR": "1"}, {"TERM": "dumb"}):
        argv = ["-c", f"import os; os.environ.update({off!r}); {MAIN}", "ask", "--no-pager", QUESTION]
        child, terminal = pty.fork()
        if child == 0:
            os.execve(sys.executable, [sys.executable, *argv], environment)
        seen_bytes = b""
        try:
            while piece := os.read(terminal, 4096):
                seen_bytes += piece
        except OSError:
            pass
        os.close(terminal)
        os.waitpid(child, 0)
        assert b"Northgate" in seen_bytes
        assert b"\x1b" not in seen_bytes


def test_a_long_answer_goes_through_the_pager(environment: dict[str, str]) -> None:
    paged = {**environment, "TENOR_PAGER": "sed s/^/paged:/", "LINES": "24"}
    assert "paged:" in on_terminal(["timeline"], paged)[1]
    assert "paged:" not in on_terminal(["timeline", "--no-pager"], paged)[1]
    assert "paged:" not in on_terminal(["ask", "-q", QUESTION], paged)[1]


def test_a_pager_that_is_missing_does_not_lose_the_answer(environment: dict[str, str]) -> None:
    code, seen = on_terminal(["timeline"], {**environment, "TENOR_PAGER": "no-such-pager", "LINES": "24"})
    assert code == 0
    assert "In order" in seen


def test_the_prompt_answers_until_control_d(environment: dict[str, str], tmp_path: Path) -> None:
    home = {**environment, "XDG_STATE_HOME": str(tmp_path), "NO_COLOR": "1"}
    code, seen = on_terminal(["ask"], home, (PROMPT, f"{QUESTION}\n".encode()), (PROMPT, CONTROL_D))
    assert code == 0
    assert "Larkspur Bakery rents the bakehouse" in seen
    assert (tmp_path / "tenor" / "questions").read_text().strip().endswith(QUESTION)


def test_the_prompt_completes_names_and_recalls_questions(environment: dict[str, str], tmp_path: Path) -> None:
    home = {**environment, "XDG_STATE_HOME": str(tmp_path), "NO_COLOR": "1"}
    tab, up = b"\t", b"\x1b[A"
    typed = b"who is the landlo" + tab + b" in 2025\n"
    code, seen = on_terminal(["ask"], home, (PROMPT, typed), (PROMPT, up + b"\n"), (PROMPT, CONTROL_D))
    assert code == 0
    assert seen.count("Larkspur Bakery rents the bakehouse") == 2
    code, seen = on_terminal(["ask"], home, (PROMPT, up + b"\n"), (PROMPT, CONTROL_D))
    assert seen.count("Larkspur Bakery rents the bakehouse") == 1


def test_the_prompt_survives_an_interrupt(environment: dict[str, str], tmp_path: Path) -> None:
    half = b"half a question"
    steps = ((PROMPT, half), (half, CONTROL_C), (PROMPT, CONTROL_D))
    code, seen = on_terminal(["ask"], {**environment, "XDG_STATE_HOME": str(tmp_path)}, *steps)
    assert code == 0
    assert "Traceback" not in seen


def test_the_prompt_keeps_its_questions_where_an_answer_is_interrupted(environment: dict[str, str], tmp_path: Path) -> None:
    code = (
        "from tenor.commands import ask; answer = ask.Asking.answer\n"
        "def slow(self, question):\n    if 'slow' in question: raise KeyboardInterrupt\n    return answer(self, question)\n"
        f"ask.Asking.answer = slow; {MAIN}"
    )
    home = {**environment, "XDG_STATE_HOME": str(tmp_path), "NO_COLOR": "1"}
    ended, seen = on_terminal(["ask"], home, (PROMPT, b"a slow one\n"), (PROMPT, f"{QUESTION}\n".encode()), (PROMPT, CONTROL_D), code=code)
    assert ended == 0
    assert "Larkspur Bakery rents the bakehouse" in seen
    assert "a slow one" in (tmp_path / "tenor" / "questions").read_text()


def test_an_interrupted_call_exits_with_130(environment: dict[str, str]) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", MAIN, "ask", "--json"],
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(f"{QUESTION}\n".encode())
        process.stdin.flush()
        assert json.loads(process.stdout.readline())["status"] == "answered"  # answers come as the questions do
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=30)
    assert (process.returncode, errors) == (130, b"")
