"""Targets: what a figure should be, what it is, the gap, and where it goes."""

from decimal import Decimal
from fractions import Fraction

import pytest

from otcore.kpi.dso import dso
from otcore.kpi.targets import Better, Gap, Target, Trend, against
from otcore.values import Invalid
from tests.kpi.ledgers import TODAY, day, issued

ROWS = (issued("A", "100", day(80)), issued("B", "50", day(20)), issued("C", "-50", day(5)))


def gap(target, *ends, better=Better.LOWER):
    return against(Target(target, better), lambda as_of: dso(ROWS, as_of, "EUR"), ends)


def test_the_gap_is_actual_less_target():
    found = gap("60.5", TODAY)
    assert found.actual.value == 90
    assert (found.gap, found.printed, found.met) == (Fraction(59, 2), Decimal("29.5"), False)


@pytest.mark.parametrize(
    ("target", "better", "met"),
    [
        (90, Better.LOWER, True),
        (90, Better.HIGHER, True),
        (91, Better.LOWER, True),
        (91, Better.HIGHER, False),
        (89, Better.LOWER, False),
        (89, Better.HIGHER, True),
    ],
)
def test_a_target_is_met_at_its_value_or_on_its_better_side(target, better, met):
    assert gap(target, TODAY, better=better).met is met


def test_where_there_is_no_figure_there_is_no_gap():
    found = gap(60, day(300))
    assert (found.gap, found.printed, found.met, found.trend) == (None, None, None, Trend.UNKNOWN)


def measures(*days):
    return tuple(dso(ROWS, each, "EUR") for each in days)


@pytest.mark.parametrize(
    ("now", "better", "trend"),
    [
        (day(80), Better.LOWER, Trend.SAME),
        (TODAY, Better.LOWER, Trend.SAME),
        (day(300), Better.LOWER, Trend.UNKNOWN),
    ],
)
def test_the_trend_is_since_the_end_before(now, better, trend):
    assert Gap(Target(60, better), measures(day(70), now)).trend is trend


@pytest.mark.parametrize(
    ("first", "last", "better", "trend"),
    [
        ("2", "1", Better.LOWER, Trend.BETTER),
        ("1", "2", Better.LOWER, Trend.WORSE),
        ("2", "1", Better.HIGHER, Trend.WORSE),
        ("1", "2", Better.HIGHER, Trend.BETTER),
    ],
)
def test_a_change_is_better_or_worse(first, last, better, trend):
    sold = issued("A", "1", day(80))
    ends = [dso((sold, issued("O", old, day(200))), TODAY, "EUR") for old in (first, last)]
    found = Gap(Target(60, better), tuple(ends))
    assert found.trend is trend
    assert found.change == 90 * (int(last) - int(first))


def test_a_change_needs_a_figure_on_both_ends():
    assert Gap(Target(60), measures(day(300), TODAY)).change is None


def test_the_last_end_is_the_day_asked_for_whatever_the_order():
    assert gap(60, TODAY, day(30)).actual.as_of == TODAY


def test_a_gap_needs_a_figure():
    with pytest.raises(Invalid, match="TARGET_MEASURES"):
        gap(60)


@pytest.mark.parametrize("value", ["abc", "NaN", 1.5])
def test_a_target_is_a_number(value):
    with pytest.raises((Invalid, TypeError)):
        Target(value)
