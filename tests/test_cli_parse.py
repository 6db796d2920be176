"""The quick path and the typer application read every call alike; where the quick path does not read a call, the application explains it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tenor import cli
from tenor.errors import TenorError, UsageError
from tenor.options import BY_NAME, COMMANDS, GLOBAL, Call, parse

TRICKY = [
    ["ask"],
    ["ask", "who", "is", "the", "landlord"],
    ["ask", "who is", "--json", "the landlord"],
    ["ask", "--", "--json"],
    ["ask", "--", "-q", "--", "x"],
    ["ask", "a", "--", "b", "--json"],
    ["ask", "--on=2026", "who"],
    ["ask", "--on", "2026", "--on", "2025", "who"],
    ["ask", "--on="],
    ["ask", "--on"],
    ["ask", "--on", "--json"],
    ["ask", "--on", "-q", "x"],
    ["ask", "--on", "-1", "x"],
    ["ask", "--on=--json", "x"],
    ["ask", "--on==", "x"],
    ["ask", "--json=yes", "x"],
    ["ask", "--jso", "x"],
    ["ask", "-q", "x"],
    ["ask", "-qq", "x"],
    ["ask", "-qx", "x"],
    ["ask", "-q=1", "x"],
    ["ask", "-", "x"],
    ["ask", "", "x"],
    ["ask", "--known-at", "", "x"],
    ["ask", "-h"],
    ["ask", "--help", "x"],
    ["ask", "x", "--nope"],
    ["ask", "ünï", "\udcff"],
    ["--json", "ask", "x"],
    ["--json", "--kb", "a", "ask", "--kb", "b", "x"],
    ["--kb=a", "ask", "x"],
    ["--kb", "ask", "x"],
    ["--kb"],
    ["-q", "ask", "x", "-q"],
    ["--on", "2026", "ask", "x"],
    ["--", "ask", "x"],
    ["-", "ask"],
    [],
    ["-h"],
    ["nope"],
    ["nope", "--json"],
    ["clauses", "--between", "2024", "2025"],
    ["clauses", "--between", "2024"],
    ["clauses", "--between=2024", "2025"],
    ["clauses", "--between", "2024", "--json"],
    ["clauses", "--limit", "3"],
    ["clauses", "--limit", "x"],
    ["history", "a", "b"],
    ["cite", "a#b", "--style", "apa", "c#d"],
    ["build", "-o", "x.db"],
    ["build", "-ox.db"],
    ["build", "--output", "x.db", "--schema"],
    ["check", "--explain", "T203"],
    ["ask", "--explain", "x"],
]


def by_application(argv: list[str]) -> Call | None:
    """The call as the application reads it, None where it refuses it or prints help."""
    found: list[Call] = []

    def keep(call: Call) -> int:
        found.append(call)
        return 0

    try:
        cli.run(argv, keep)
    except TenorError:
        return None
    return found[0] if found else None


def same(one: Call, other: Call) -> bool:
    return (one.command.name, one.words, one.options) == (other.command.name, other.words, other.options)


@pytest.mark.parametrize("argv", TRICKY, ids=" ".join)
def test_what_the_quick_path_reads_the_application_reads_alike(argv: list[str], bakery: object, capsys: pytest.CaptureFixture[str]) -> None:
    del bakery
    quick = parse(argv)
    if quick is not None:
        application = by_application(argv)
        assert application is not None
        assert same(quick, application)


_FLAGS = sorted({flag for c in COMMANDS for o in (*GLOBAL, *c.options) for flag in o.flags})
_PIECES = st.one_of(
    st.sampled_from(_FLAGS),
    st.sampled_from([f"{flag}=x" for flag in _FLAGS]),
    st.sampled_from(["--", "-", "", "x", "2026", "--nope", "-x", "-qx", "=", "--=", "a b"]),
    st.text("-=qx o", max_size=4),
)


@settings(max_examples=300)
@given(before=st.lists(_PIECES, max_size=2), command=st.sampled_from(sorted(BY_NAME)), after=st.lists(_PIECES, max_size=5))
def test_any_mix_of_pieces_is_read_alike(before: list[str], command: str, after: list[str]) -> None:
    argv = [*before, command, *after]
    quick = parse(argv)
    if quick is not None:
        application = by_application(argv)
        assert application is not None
        assert same(quick, application)


def test_ordinary_calls_take_the_quick_path() -> None:
    for argv in (
        ["ask", "who"],
        ["ask", "--json", "who"],
        ["--kb", "x", "ask", "--on", "2026", "who"],
        ["clauses", "--between", "2024", "2025", "-q"],
    ):
        assert parse(argv) is not None


def test_an_option_after_the_command_wins_over_one_before_it() -> None:
    call = parse(["--kb", "one", "ask", "x", "--kb", "two"])
    assert call is not None
    assert call.text("kb") == "two"


@pytest.mark.parametrize(
    ("argv", "message"),
    [
        (["history"], "'tenor history' needs TERM"),
        (["diff", "2024"], "'tenor diff' needs A B"),
        (["diff", "1", "2", "3"], "'tenor diff' does not take '3'"),
        (["clauses", "x"], "'tenor clauses' does not take 'x'"),
        (["clauses", "--limit", "0"], "--limit is a number from 1 up, not '0'"),
        (["clauses", "--limit", "x"], "--limit is a number from 1 up, not 'x'"),
        (["clauses", "--limit", "²"], "--limit is a number from 1 up, not '²'"),
        (["clauses", "--status", "sure"], "--status cannot be 'sure'"),
        (["ask", "x", "--color", "maybe"], "--color cannot be 'maybe'"),
    ],
)
def test_words_and_values_are_checked(argv: list[str], message: str) -> None:
    call = parse(argv)
    assert call is not None
    with pytest.raises(UsageError) as wrong:
        call.checked()
    assert str(wrong.value) == message


@pytest.mark.parametrize(
    ("argv", "message", "hint"),
    [
        (["ask", "--nope"], "no such option: --nope", "tenor ask --help"),
        (["ask", "--on"], "option '--on' requires an argument", "tenor ask --help"),
        (["ask", "--json=1"], "option '--json' does not take a value", "tenor ask --help"),
        (["aks"], "no such command 'aks'", "tenor --help"),
        (["who is the landlord"], "no such command 'who is the landlord'", 'tenor ask "who is the landlord"'),
    ],
)
def test_the_application_says_what_is_wrong(argv: list[str], message: str, hint: str) -> None:
    with pytest.raises(UsageError) as wrong:
        cli.run(argv)
    assert str(wrong.value).startswith(message)
    assert wrong.value.hint == hint
