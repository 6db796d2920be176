"""The chart's arithmetic: where days stand, where labels fit, and which colors may be used."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tenor.dates import DAWN, FOREVER, day_number
from tenor.errors import TenorError
from tenor.site import colors
from tenor.site.axis import Scale, axis, ticks
from tenor.site.chart import BUCKETS, fits

days = st.integers(day_number(1700, 1, 1), day_number(2040, 1, 1))


@given(st.lists(days, min_size=1, max_size=30), st.lists(days, max_size=5), days, st.lists(days, min_size=2, max_size=8))
def test_a_later_day_never_stands_left_of_an_earlier_one(changes: list[int], ends: list[int], checked: int, asked: list[int]) -> None:
    scale = axis(changes, ends, checked)
    places = [scale.at(d) for d in sorted(asked)]
    assert places == sorted(places)
    assert all(0 <= x <= 100 for x in places)
    assert (scale.at(scale.first), scale.at(scale.last)) == (0, 100)
    assert [t.x for t in ticks(scale) if t.kind == "y"] == sorted(t.x for t in ticks(scale) if t.kind == "y")


def test_the_busiest_years_get_half_the_width() -> None:
    scale = axis(
        [day_number(2016, 11, 1), day_number(2019, 7, 1), *(day_number(2025, m, 1) for m in range(1, 13))], [FOREVER, DAWN], day_number(2025, 12, 31)
    )
    assert scale.wide == (day_number(2025, 1, 1), day_number(2026, 1, 1))
    assert scale.at(scale.wide[1]) - scale.at(scale.wide[0]) == pytest.approx(50, abs=0.1)
    assert scale.even().at(day_number(2025, 1, 1)) > 50


def test_a_label_appears_only_where_it_fits() -> None:
    assert fits("x" * 10, 100) == 0
    number = fits("x" * 30, 40)
    assert number is not None
    assert BUCKETS[number] * 0.4 >= 30 * 6.5
    assert fits("x" * 30, 5) is None


def test_a_day_outside_the_axis_is_put_at_its_end() -> None:
    assert Scale(((0, 0.0), (10, 100.0))).at(99) == 100


def test_colors_can_be_read_and_told_apart() -> None:
    assert colors.problems() == []


def test_a_palette_that_a_color_blind_reader_cannot_tell_apart_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    red, green = colors.Hue("h1", ("#991608",) * 3, ("#991608",) * 3), colors.Hue("h2", ("#1b4003",) * 3, ("#1b4003",) * 3)
    assert any("apart" in p for p in colors.problems((red, green)))
    monkeypatch.setitem(colors.TOKENS, "mute", ("#cccccc", "#a5a59f"))
    with pytest.raises(TenorError, match="contrast"):
        colors.check()


def test_contrast_is_that_of_the_standard() -> None:
    assert colors.contrast("#000000", "#ffffff") == pytest.approx(21)
    assert colors.contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
