from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otcore.kpi.dso import QUARTERLY_DSO, DsoSpec, dso
from otcore.kpi.open_items import as_of_rows
from otcore.receivables.ledger import control
from otcore.values import Invalid, Period
from tests.kpi import ledgers
from tests.kpi.ledgers import TODAY, allocated, day, euros, issued, received


def test_it_is_receivables_over_sales_times_days():
    rows = (issued("A", "200.00", day(80)), issued("B", "100.00", day(10)), allocated("A", "R", "150.00", day(1)))
    measure = dso(rows, TODAY, "EUR")
    assert (measure.numerator, measure.denominator, measure.factor) == (euros("150.00"), euros("300.00"), 90)
    assert measure.value == 45


def test_the_period_ends_with_the_day_and_has_so_many_days():
    assert DsoSpec(days=31).period(TODAY) == Period(date(2025, 3, 1), TODAY)


def test_sales_on_the_first_day_of_the_period_count_and_those_of_the_day_before_do_not():
    rows = (issued("A", "1.00", day(89)), issued("B", "2.00", day(90)))
    assert dso(rows, TODAY, "EUR").denominator == euros("1.00")


def test_older_debts_are_receivables_though_no_sales_of_the_period():
    rows = (issued("A", "1.00", day(89)), issued("B", "2.00", day(90)))
    assert dso(rows, TODAY, "EUR").numerator == euros("3.00")


def test_cash_counts_only_when_it_is_applied():
    rows = (issued("A", "100.00", day(10)), received("R", "40.00", day(1)))
    assert dso(rows, TODAY, "EUR").value == 90


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        ((), "NO_SALES"),
        ((issued("A", "100.00", day(200)),), "NO_SALES"),
        ((issued("C", "-100.00", day(20)),), "NEGATIVE_SALES"),
    ],
)
def test_without_sales_there_is_no_dso_but_a_reason(rows, reason):
    measure = dso(rows, TODAY, "EUR")
    assert (measure.value, measure.printed, measure.reason) == (None, None, reason)


def test_it_is_exact_inside_and_printed_half_up_to_one_decimal():
    rows = (issued("A", "3.00", day(10)), allocated("A", "R", "1.05", day(1)))
    measure = dso(rows, TODAY, "EUR", DsoSpec(days=1001))
    assert measure.value == Fraction(65065, 100)
    assert measure.printed == Decimal("650.7")


def test_a_balance_in_the_customers_favour_makes_a_negative_dso():
    rows = (issued("A", "100.00", day(10)), issued("C", "-150.00", day(100)))
    assert dso(rows, TODAY, "EUR").printed == Decimal("-45.0")


def test_a_period_that_begins_before_the_calendar_begins_with_it():
    assert QUARTERLY_DSO.period(date(1, 1, 5)) == Period(date.min, date(1, 1, 5))


@pytest.mark.parametrize("days", [0, -1])
def test_a_period_has_a_day_at_least(days):
    with pytest.raises(Invalid, match="DSO_DAYS"):
        DsoSpec(days=days)


@given(ledgers.ledgers, ledgers.days, st.integers(1, 800))
def test_value_times_sales_is_receivables_times_days(rows, as_of, days):
    measure = dso(rows, as_of, "EUR", DsoSpec(days))
    receivables = control(as_of_rows(rows, as_of, "EUR"), "EUR").minor
    if measure.value is None:
        assert measure.denominator.minor <= 0
    else:
        assert measure.value * measure.denominator.minor == receivables * days


@given(ledgers.ledgers, ledgers.days, st.integers(0, 6))
def test_what_is_printed_is_within_half_a_unit_of_the_value(rows, as_of, places):
    measure = dso(rows, as_of, "EUR", DsoSpec(places=places))
    if measure.printed is not None and measure.value is not None:
        assert abs(Fraction(measure.printed) - measure.value) <= Fraction(1, 2 * 10**places)
        assert measure.printed.as_tuple().exponent == -places
