"""Where values stand on a chart, in whole numbers."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otcore.formats.kpi_charts.bars import Bars, pairs_chart, stack_chart
from otcore.formats.kpi_charts.chart import Words
from otcore.formats.kpi_charts.lines import Line, line_chart, runs
from otcore.formats.kpi_charts.scale import across, middle, pixels, scale_of, wide
from otcore.formats.kpi_charts.spark import spark
from otcore.formats.markup import Markup
from tests.formats.reading import Page

values = st.fractions(-(10**6), 10**6)


def fractions(*numbers: int) -> tuple[Fraction, ...]:
    return tuple(map(Fraction, numbers))


def words(count: int) -> Words:
    rows = tuple((f"day {number}", str(number)) for number in range(count))
    months = tuple(("Jan", str(2020 + number // 12)) for number in range(count))
    return Words(id="chart", title="Chart", note="of it", months=months, heads=("Month to", "value"), rows=rows)


def drawn(svg: Markup) -> Page:
    return Page(svg)


@pytest.mark.parametrize(
    ("numbers", "ticks"),
    [
        ((0,), (0, Fraction(1, 2))),
        ((7,), (0, 2, 4, 6, 8)),
        ((100, 90), (0, 50, 100)),
        ((-30, 60), (-50, 0, 50)),
        ((-5,), (-6, -4, -2, 0)),
    ],
)
def test_ticks_are_round_and_have_zero_among_them(numbers: tuple[int, ...], ticks: tuple[Fraction | int, ...]):
    found = scale_of(fractions(*numbers), 0, 100).ticks
    assert found == tuple(map(Fraction, ticks))


def test_what_is_a_little_beyond_a_tick_needs_no_further():
    scale = scale_of(fractions(100, -2), 0, 100)
    assert scale.ticks == fractions(0, 50, 100)
    assert scale.low == -2


@given(st.lists(values, min_size=1, max_size=6))
def test_every_value_lies_within_the_chart(found: list[Fraction]):
    scale = scale_of(found, 12, 200)
    assert all(120 <= scale.tenths(value) <= 2000 for value in (*found, Fraction(0), *scale.ticks))
    assert 2 <= len(scale.ticks) <= 8


def test_higher_values_stand_higher():
    scale = scale_of(fractions(0, 10), 0, 100)
    assert (scale.y(Fraction(0)), scale.y(Fraction(10)), scale.y(Fraction(5))) == ("100", "0", "50")


def test_places_are_written_plainly():
    assert [pixels(tenths) for tenths in (125, 120, -5, 0)] == ["12.5", "12", "-0.5", "0"]
    assert (wide(Fraction(1, 4)), wide(Fraction(1, 3))) == ("25.00%", "33.33%")
    assert (across(Fraction(1, 3)), middle(0, 2), middle(1, 2)) == (3333, Fraction(1, 4), Fraction(3, 4))


def test_a_figure_without_a_value_leaves_a_gap():
    line = (*fractions(1, 2), None, *fractions(3))
    assert [[place for place, _ in run] for run in runs(line)] == [[0, 1], [3]]
    page = drawn(line_chart(words(4), (), (Line("k", line), Line("l", line)), str, between=True))
    assert len(page.named("polyline")) == 4
    assert len(page.named("polygon")) == 2
    assert len(page.named("circle")) == 6


def test_a_target_is_a_line_of_its_own_and_on_the_chart():
    page = drawn(line_chart(words(2), (), (Line("k", fractions(1, 2)),), str, Fraction(40)))
    (line,) = [each for each in page.named("line") if each.get("class") == "target"]
    assert 12 <= float(line["y1"]) <= 200
    assert not page.named("polygon")


def test_bars_of_a_month_stand_side_by_side_and_nothing_has_none():
    bars = (Bars("a", fractions(10, 0)), Bars("b", fractions(5, -5)))
    found = [each for each in drawn(pairs_chart(words(2), (), bars, str)).named("rect") if each["class"] != "hit"]
    assert [each["class"] for each in found] == ["a", "b", "b"]
    assert float(found[2]["y"]) > float(found[1]["y"])


def test_parts_stand_one_upon_the_other_and_what_is_negative_hangs_below():
    bars = (Bars("a", fractions(10)), Bars("b", fractions(-5)), Bars("c", fractions(10)))
    found = [each for each in drawn(stack_chart(words(1), (), bars, str)).named("rect") if each["class"] != "hit"]
    first, below, second = (float(each["y"]) for each in found)
    assert second < first < below


def test_what_is_not_zero_is_seen():
    bars = (Bars("a", (Fraction(1), Fraction(10**6))),)
    small, _ = [each for each in drawn(pairs_chart(words(2), (), bars, str)).named("rect") if each["class"] != "hit"]
    assert small["height"] == "1"


def test_many_months_have_room_for_some_of_their_names():
    page = drawn(line_chart(words(30), (), (Line("k", fractions(*range(30))),), str))
    names = [each for each in page.named("text") if each.get("class", "").startswith("month")]
    assert len(names) == 10
    assert sum("spare" in each["class"] for each in names) == 5


def test_a_chart_says_its_figures_in_words_and_as_a_table():
    page = drawn(line_chart(words(2), (), (Line("k", fractions(1, 2)),), str))
    assert page.said("desc") == ["day 1: value 1"]
    assert page.said("td") == ["0", "1"]
    assert "day 0\nvalue: 0" in page.said("title")


def test_without_months_there_is_nothing_to_say():
    assert words(0).said == ""


@pytest.mark.parametrize("way", [(), fractions(1), (*fractions(1, 2), None)])
def test_a_way_needs_two_values_and_one_now(way: tuple[Fraction | None, ...]):
    assert spark(way) == ""


def test_a_way_ends_with_a_dot():
    assert drawn(spark(fractions(1, 3, 2))).named("circle") == [{"class": "now", "cx": "83.33%", "cy": "18", "r": "3"}]
    assert drawn(spark(fractions(2, 2))).named("circle")[0]["cy"] == "32"
