"""The textbook examples of the DSO family, each equal to what is printed in the case files."""

from datetime import date
from decimal import Decimal

import pytest

from otcore.kpi.converting.net import Taxes
from otcore.kpi.dso import DsoSpec, dso
from otcore.kpi.dso_spec import DayBasis, ReceivablesBasis, TaxBasis
from otcore.kpi.months import MonthDays
from otcore.kpi.outstanding.best_possible import BestPossibleSpec, best_possible
from otcore.kpi.outstanding.countback import CountbackSpec, CountbackUnit, countback
from otcore.kpi.outstanding.delinquent import DelinquentSpec, delinquent
from otcore.kpi.outstanding.effectiveness import CeiSales, EffectivenessSpec, effectiveness
from otcore.kpi.outstanding.sales_weighted import SalesWeightedSpec, sales_weighted
from otcore.kpi.outstanding.true_dso import true_dso
from otcore.kpi.outstanding.turnover import TurnoverSpec, turnover
from otcore.kpi.window import Days, Months
from otcore.values import Percentage
from tests.kpi.ledgers import allocated, issued
from tests.kpi.textbook import END, FEBRUARY, JANUARY, MARCH, MONTHS, QUARTER, SALES

QUARTER_DAYS = DsoSpec(90, places=2)
QUARTER_OF_360 = DsoSpec(months=3, day_basis=DayBasis.YEAR_360, places=2)
QUARTER_OF_365 = DsoSpec(months=3, day_basis=DayBasis.YEAR_365, places=2)
AVERAGE = DsoSpec(90, places=2, receivables=ReceivablesBasis.AVERAGE)


def simple(spec):
    return dso(QUARTER, END, "EUR", spec)


def back(unit):
    return countback(QUARTER, END, "EUR", CountbackSpec(unit, places=6))


FIGURES = {
    "dso_simple_ending_90": simple(QUARTER_DAYS),
    "dso_simple_ending_actual_365of_year": simple(QUARTER_OF_365),
    "dso_360": simple(QUARTER_OF_360),
    "dso_average_ar_90": simple(AVERAGE),
    "countback_actual_days": back(CountbackUnit.MONTHS),
    "countback_30_day_months": back(CountbackUnit.THIRTY_DAY_MONTHS),
    "bpdso_90": best_possible(QUARTER, END, "EUR", BestPossibleSpec(QUARTER_DAYS, places=2)),
    "add_90": delinquent(QUARTER, END, "EUR", DelinquentSpec(QUARTER_DAYS, places=2)),
    "cei_full_period_sales": effectiveness(QUARTER, END, "EUR", EffectivenessSpec(Months(3), places=6)),
    "cei_crf_sales_over_N": effectiveness(
        QUARTER, END, "EUR", EffectivenessSpec(Months(3), CeiSales.PER_MONTH, places=6)
    ),
    "ar_turnover_quarter": turnover(QUARTER, END, "EUR", TurnoverSpec(places=6)),
    "ar_turnover_annualised": turnover(QUARTER, END, "EUR", TurnoverSpec(annualised=True, places=6)),
    "sales_weighted_dso_30": sales_weighted(MONTHS, END, "EUR", SalesWeightedSpec(places=6)),
}


@pytest.mark.parametrize("name", FIGURES)
def test_it_is_the_textbooks(name, worked):
    assert FIGURES[name].printed == worked(name)


def test_the_ledger_is_the_textbooks(worked):
    inputs = worked("inputs")
    measure = effectiveness(QUARTER, END, "EUR", EffectivenessSpec(Months(3)))
    beginning, ending, sales = (inputs[name] * 100 for name in ("beginning_ar", "ending_ar", "quarter_sales"))
    assert END.isoformat() == inputs["asof"]
    assert measure.numerator.minor == beginning + sales - ending
    assert measure.denominator.minor == beginning + sales - inputs["current_ar(not past due)"] * 100
    assert [row.amount.minor for row in SALES] == [100 * sold for sold, _ in inputs["credit_sales"].values()]


def net_of_tax(basis):
    """The same sales, to which tax of 20 % was added, and 212,000 open with tax."""
    rows = (
        issued("JAN", "84000", JANUARY),
        issued("FEB", "96000", FEBRUARY),
        issued("MAR", "120000", MARCH),
        issued("OLD", "-88000", date(2024, 12, 1)),
    )
    return dso(rows, END, "EUR", DsoSpec(90, 2, tax=basis), Taxes(Percentage(20)))


@pytest.mark.parametrize(
    ("name", "basis", "sold"),
    [
        ("dso_gross_ar_net_sales_VAT20%", TaxBasis.GROSS_OVER_NET, 250_000_00),
        ("dso_net_of_VAT20%", TaxBasis.NET, 250_000_00),
    ],
)
def test_with_and_without_tax(name, basis, sold, worked):
    measure = net_of_tax(basis)
    assert (measure.printed, measure.denominator.minor) == (worked(name), sold)


def test_with_tax_on_both_sides_the_rows_are_as_they_are():
    measure = net_of_tax(TaxBasis.GROSS)
    assert (measure.numerator.minor, measure.denominator.minor) == (212_000_00, 300_000_00)


def test_true_dso_weighs_each_items_age_by_its_months_sales(worked):
    rows = (
        issued("A", "20000", date(2025, 3, 11)),
        issued("B", "16000", date(2025, 2, 19)),
        issued("C", "80000", MARCH),
        issued("D", "64000", FEBRUARY),
        allocated("C", "R", "80000", END),
        allocated("D", "R", "64000", END),
    )
    assert true_dso(rows, END, "EUR").printed == worked("true_dso_crf")


def test_a_window_of_days_is_annualised_by_its_days():
    measure = turnover(QUARTER, END, "EUR", TurnoverSpec(Days(90), annualised=True))
    plain = turnover(QUARTER, END, "EUR", TurnoverSpec(Days(90)))
    assert plain.value is not None
    assert measure.value == plain.value * 365 / 90


def test_the_months_of_sales_weighted_dso_may_have_their_own_days():
    spec = SalesWeightedSpec(MonthDays.ACTUAL, places=2)
    assert sales_weighted(MONTHS, END, "EUR", spec).printed == Decimal("75.32")
