"""The same question in another form has the same answer; with a qualifier or a year that no record has, of another product or with an opposite, it has not."""

from __future__ import annotations

from collections import Counter

import pytest

from scripted import script

EACH = 12


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Counter[str]]:
    """For each form, how many answers to every twelfth question are the same, refused and others."""
    module = script("variants")
    store = module.compiled(module.ROOT / "kb", tmp_path_factory.mktemp("variants") / "kb.db")
    asked = module.questions(store, EACH)
    return {form.__name__: Counter(outcome for _, outcome, _ in module.asked_anew(store, form, asked)) for form in (*module.SAME, *module.OTHER)}


@pytest.mark.parametrize(
    ("form", "least"),
    [
        ("slip", 0.94),
        ("small", 0.97),
        ("unmarked", 0.94),
        ("courteous", 0.98),
        ("ticker", 0.98),
        ("apart", 0.98),
        ("noted", 0.96),
        ("dated", 0.94),
        ("stated", 0.9),
    ],
)
def test_a_form_that_changes_nothing_changes_no_answer(outcomes: dict[str, Counter[str]], form: str, least: float) -> None:
    assert outcomes[form].total() >= 10
    assert outcomes[form]["same"] >= least * outcomes[form].total(), outcomes[form]
    assert outcomes[form]["other"] <= 0.02 * outcomes[form].total(), outcomes[form]


@pytest.mark.parametrize(("form", "most"), [("qualified", 0.03), ("long_ago", 0.05), ("another_product", 0.12), ("opposite", 0.1)])
def test_what_no_record_has_is_not_passed_over(outcomes: dict[str, Counter[str]], form: str, most: float) -> None:
    assert outcomes[form].total() >= 30
    assert outcomes[form]["same"] <= most * outcomes[form].total(), outcomes[form]
