from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otcore.formats.aging_chart import aging_chart, mix, shade
from otcore.kpi.aging import Aging, aging
from otcore.kpi.buckets import AgingSpec
from tests.formats.reading import Page
from tests.kpi import ledgers
from tests.kpi.ledgers import TODAY, day, euros, issued


def chart(*rows, spec=None) -> Page:
    report: Aging = aging(rows, TODAY, "EUR", spec or AgingSpec())
    return Page(aging_chart(report, "en"))


def late(item, amount, days):
    return issued(item, amount, day(days), due=day(days))


def bars(page: Page):
    """Left end and width of each bar, in percent."""
    return [(Decimal(bar["x"].rstrip("%")), Decimal(bar["width"].rstrip("%"))) for bar in page.named("rect")]


def test_bars_are_as_long_as_their_amounts():
    page = chart(late("A", "100", 0), late("B", "25", 10), late("C", "50", 100))
    assert [width for _, width in bars(page)] == [100, 25, 0, 0, 50]


def test_each_bar_has_its_name_share_and_amount():
    page = chart(late("A", "75", 0), late("B", "25", 100))
    assert page.said("text")[:2] == ["Not due", "€75.00"]
    assert page.said("tspan") == ["75.0%", "0.0%", "0.0%", "0.0%", "25.0%"]


def test_a_credit_stands_left_of_the_zero_line():
    page = chart(late("A", "75", 0), late("B", "-25", 100))
    assert bars(page)[0] == (25, 75)
    assert bars(page)[4] == (0, 25)
    assert {line["x1"] for line in page.named("line")} == {"25.00%"}


def test_without_credits_there_is_no_zero_line():
    assert chart(late("A", "75", 0)).named("line") == []


def test_with_credits_there_are_no_shares():
    page = chart(late("A", "75", 0), late("B", "-25", 100))
    assert page.said("text")[:2] == ["Not due", "€75.00"]
    assert page.said("tspan") == []


def test_the_smallest_amount_is_still_seen():
    page = chart(late("A", "10000000", 0), late("B", "0.01", 10), late("C", "-0.01", 100))
    assert min(width for _, width in bars(page) if width) == Decimal("0.30")


def test_an_empty_aging_has_no_bars():
    assert {width for _, width in bars(chart())} == {0}


def test_the_chart_says_its_figures_to_those_who_do_not_see_it():
    page = chart(late("A", "75", 0))
    (svg,) = [found for found in page.named("svg") if found.get("role") == "img"]
    assert svg["aria-labelledby"] == "chart-EUR chart-EUR-says"
    assert page.said("title") == ["Open balance by age, EUR"]
    assert page.said("desc")[0].startswith("Not due: €75.00; ")


def test_a_mix_is_the_buckets_shares_side_by_side():
    assert bars(Page(mix([euros("60"), euros("0"), euros("40")]))) == [(0, 60), (60, 40)]


@pytest.mark.parametrize("sums", [["0", "0"], ["60", "-10"]])
def test_there_is_no_mix_of_nothing_or_of_credits(sums):
    assert mix([euros(each) for each in sums]) == ""


@pytest.mark.parametrize(
    ("count", "shades"), [(5, [0, 1, 2, 3, 4]), (2, [0, 4]), (3, [0, 2, 4]), (9, [0, 1, 1, 2, 2, 3, 3, 4, 4])]
)
def test_colours_run_from_first_to_last_bucket(count, shades):
    assert [shade(place, count) for place in range(count)] == [f"age{number}" for number in shades]


@given(ledgers.ledgers)
def test_bars_never_leave_the_page(rows):
    for left, width in bars(chart(*rows)):
        assert left >= 0
        assert left + width <= Decimal("100.3")


@given(st.lists(st.integers(0, 10**15), min_size=2, max_size=9).filter(any))
def test_a_mix_fills_its_strip_without_gaps(sizes):
    end = Decimal(0)
    for left, width in bars(Page(mix([euros("0.01") * size for size in sizes]))):
        assert left == end
        end = left + width
    assert end == 100
