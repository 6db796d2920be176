"""Citations and insertions of a writeup, resolved without pandoc."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tenor.citing.writeup import inserted, refuse_overwriting, resolve_writeup
from tenor.dates import parse_day
from tenor.errors import UnknownName, UsageError
from tenor.store.read import Store

ROOT = Path(__file__).parent.parent
TODAY = parse_day("2024-06-01")
FERRY = "ferry/2022-03-01#ferry"


def resolved(store: Store, text: str, form: str = "footnotes", style: str | None = None) -> str:
    return resolve_writeup(store, text, today=TODAY, form=form, style=style).text


def test_a_citation_becomes_a_footnote_with_everything_a_citation_carries(town: Store) -> None:
    body, _, note = resolved(town, f"Bob runs the ferry [@{FERRY}].\n").partition("\n\n")
    assert body == "Bob runs the ferry[^tenor-1]."
    assert note.startswith("[^tenor-1]: From 1 April 2022 through 2025, Bob Ray (The Heron) runs Eastwick's ferry")
    assert f"(tenor, [`{FERRY}`](https://town.example/kb/deals/ferry/2022-03-01/#ferry); record checked through" in note


def test_several_keys_leads_and_locators_of_one_citation(town: Store) -> None:
    text = resolved(town, f"So it is [see @{FERRY}, article 2; @ferry/2020-01-01#toll].")
    assert "So it is[^tenor-1]." in text
    assert "[^tenor-1]: See: From 1 April 2022" in text
    assert "(article 2) From 1 January 2020" in text


def test_author_date_names_the_record_in_brackets_and_lists_it_once(town: Store) -> None:
    text = resolved(town, f"One [@{FERRY}]. Two [@{FERRY}, article 2].", "author-date")
    assert f"One (tenor, {FERRY}, 2022). Two (tenor, {FERRY}, 2022, article 2)." in text
    assert text.count("## References") == 1
    assert text.count("Minutes of 2022-03-01") == 1


def test_a_key_in_the_running_text_stays_a_word_of_the_sentence(town: Store) -> None:
    assert "As tenor[^tenor-1] says, Bob runs it." in resolved(town, f"As @{FERRY} [article 2] says, Bob runs it.")
    assert f"As tenor ({FERRY}, 2022, article 2) says" in resolved(town, f"As @{FERRY} [article 2] says, Bob runs it.", "author-date")


def test_a_style_shapes_notes_and_entries(town: Store) -> None:
    assert "[^tenor-1]: tenor contributors, *Ferry" in resolved(town, f"So [@{FERRY}].", style="bluebook")
    assert "\n\ntenor contributors. (2022, April 1). *Ferry" in resolved(town, f"So [@{FERRY}].", "author-date", "apa")


@pytest.mark.parametrize(
    ("insert", "words"),
    [
        ("[=ferry/2022-03-01#ferry]", "Bob Ray runs the ferry, not exclusively"),
        ("[=ferry/2022-03-01#ferry text]", "Bob Ray runs the ferry, not exclusively"),
        ("[=ferry/2022-03-01#ferry dates]", "2022-04-01 to 2026-01-01"),
        ("[=ferry/2022-03-01#ferry status]", "confirmed"),
        ("[=loans/2021-05-01#loan-ann value]", "$100 (incremental, 2021-05-01)"),
        ("[=loans/2021-05-01:loan-ann value]", "$100 (incremental, 2021-05-01)"),
        ("[=ferry/2020-01-01#toll value]", "$3 (as of 2020-01-01)"),
        ("[=ferry/2023-09-01#toll value]", "about $5 (reported, as of 2023-09-01)"),
        ("[=ferry/2020-01-01#fishing]", "Fishing from the pier is allowed (reported)"),
    ],
)
def test_an_insertion_puts_in_the_records_own_words_so_that_no_number_is_typed(town: Store, insert: str, words: str) -> None:
    assert resolved(town, f"It is {insert}, they say.") == f"It is {words}, they say."


def test_the_value_of_the_issue_reads_as_it_should() -> None:
    value: dict[str, Any] = {"amount": 250 * 10**9, "low": None, "high": None, "unit": "USD", "hedge": "exactly", "basis": "increment", "status": None, "as_of": None,
             "period": None, "items": [], "text": None}  # fmt: skip
    doc: dict[str, Any] = {
        "clause": "a/2025-10-28#b",
        "value": value,
        "from": "2025-10-28",
        "to": None,
        "observed": [],
        "status": "confirmed",
        "text": "x",
    }
    assert inserted(doc, "value") == "$250 billion (incremental, 2025-10-28)"


@pytest.mark.parametrize(
    "text",
    [
        "`[@ferry/1999-01-01#x]`",
        "```\n[=ferry/1999-01-01#x]\n```",
        "> [@ferry/1999-01-01#x]",
        "[@vaswani2017]",
        "[x](https://e.example/@a)",
        "Plain.",
    ],
)
def test_code_quotations_and_other_peoples_keys_stay_as_they_are(town: Store, text: str) -> None:
    assert resolved(town, text) == text


def test_a_citation_shared_with_somebody_elses_key_is_left_to_pandoc_with_a_warning(town: Store) -> None:
    done = resolve_writeup(town, f"So [@{FERRY}; @vaswani2017].", today=TODAY, path="draft.md")
    assert done.text == f"So [@{FERRY}; @vaswani2017]."
    assert done.warnings == ["draft.md:1:4: left as it is, since it also cites somebody else's key"]


def test_what_cannot_be_resolved_is_an_error_with_its_place(town: Store) -> None:
    with pytest.raises(UnknownName) as unknown:
        resolved(town, "One.\n\nSo [@ferry/1999-01-01#ferry].")
    assert unknown.value.where == "<stdin>:3:5"
    with pytest.raises(UsageError, match="asks for 'price'"):
        resolved(town, f"[={FERRY} price]")
    with pytest.raises(UsageError, match="has no value"):
        resolved(town, f"[={FERRY} value]")
    with pytest.raises(UsageError, match="is no clause"):
        resolved(town, "[=ferry/2022-03-01]")


def test_superseded_clauses_warn_unless_the_writeup_is_of_their_time(town: Store) -> None:
    old = "Ann runs it [@ferry/2020-01-01#ferry-monopoly]."
    assert resolve_writeup(town, old, today=TODAY).warnings == [
        "ferry/2020-01-01#ferry-monopoly was superseded on 2022-04-01 by ferry/2022-03-01#ferry-monopoly"
    ]
    assert resolve_writeup(town, f"---\ndate: 2021-01-01\n---\n{old}", today=TODAY).warnings == []


def test_a_resolved_writeup_is_left_alone_when_resolved_again(town: Store) -> None:
    once = resolved(town, f"Bob runs it [@{FERRY}].")
    assert resolved(town, once) == once


# -- the command ----------------------------------------------------------------------------------


def tenor(store: Store, *words: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "TENOR_TODAY": "2024-06-01", "PYTHONPATH": str(ROOT / "src")}
    return subprocess.run(
        [sys.executable, "-m", "tenor", *words, "--kb", store.path], input=stdin, capture_output=True, text=True, env=env, check=False
    )


def test_the_command_writes_another_file_and_refuses_to_overwrite_its_input(town: Store, tmp_path: Path) -> None:
    draft, out = tmp_path / "draft.md", tmp_path / "out.md"
    draft.write_text(f"Bob runs it [@{FERRY}].\n")
    assert tenor(town, "cite", "--writeup", str(draft), "-o", str(out)).returncode == 0
    assert out.read_text().startswith("Bob runs it[^tenor-1].")
    link = tmp_path / "link.md"
    link.symlink_to(draft)
    for target in (draft, link):
        run = tenor(town, "cite", "--writeup", str(draft), "-o", str(target))
        assert (run.returncode, "overwrite" in run.stderr) == (2, True)
    assert draft.read_text() == f"Bob runs it [@{FERRY}].\n"
    with pytest.raises(UsageError):
        refuse_overwriting("a.md", "./a.md")


def test_the_command_reads_standard_input_and_prints(town: Store) -> None:
    run = tenor(town, "cite", "--writeup", "-", "--as", "author-date", stdin=f"Bob [@{FERRY}].\n")
    assert run.stdout.startswith(f"Bob (tenor, {FERRY}, 2022).")
    assert tenor(town, "cite", "--writeup", "-", stdin="[@ferry/1999-01-01#x]").returncode == 2
    assert tenor(town, "cite", FERRY, "-o", "x.md").returncode == 2


def test_cite_prints_the_citation_alone_and_warns_on_standard_error(town: Store) -> None:
    run = tenor(town, "cite", "ferry/2020-01-01#ferry-monopoly", "--format", "bibtex")
    assert run.stdout.startswith("@misc{ferry/2020-01-01:ferry-monopoly,")
    assert run.stderr == "warning: ferry/2020-01-01#ferry-monopoly was superseded on 2022-04-01 by ferry/2022-03-01#ferry-monopoly\n"
    assert tenor(town, "cite").returncode == 2
    assert tenor(town, "cite", "nothing/2020-01-01#x").returncode == 2


def test_every_unknown_id_is_named_with_its_place(town: Store) -> None:
    with pytest.raises(UnknownName) as wrong:
        resolved(town, "One [@no/2020-01-01#a].\n\nTwo [=no/2020-01-01#b value].")
    assert "'no/2020-01-01#a' (" in wrong.value.message
    assert ":1:6)" in wrong.value.message
    assert ":3:5)" in wrong.value.message
