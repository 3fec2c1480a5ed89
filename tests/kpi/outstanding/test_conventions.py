"""What each convention of the DSO family changes, and where there is no figure."""

from datetime import date
from fractions import Fraction

import pytest

from otcore.kpi.buckets import Anchor
from otcore.kpi.dso import DsoSpec, dso
from otcore.kpi.dso_spec import DayBasis, NoSales, ReceivablesBasis
from otcore.kpi.months import MonthDays, days_of, month_of, months_back
from otcore.kpi.outstanding.cash_cycle import CashCycleSpec, cash_cycle
from otcore.kpi.outstanding.countback import CountbackSpec, CountbackUnit, Step, countback
from otcore.kpi.outstanding.effectiveness import CeiSales, EffectivenessSpec, effectiveness
from otcore.kpi.outstanding.open_age import OPEN_AGE, OVERDUE_AGE, OpenAgeSpec, open_age
from otcore.kpi.outstanding.sales_weighted import sales_weighted
from otcore.kpi.outstanding.true_dso import true_dso
from otcore.kpi.outstanding.turnover import TurnoverSpec, turnover
from otcore.kpi.population import LeftOut
from otcore.kpi.risk.percent_current import percent_current
from otcore.kpi.sales import SalesBasis
from otcore.kpi.window import Days
from otcore.values import Invalid
from otcore.values.period import Period
from tests.kpi.ledgers import TODAY, allocated, credited, day, euros, issued, received
from tests.kpi.textbook import END, QUARTER

BILL = issued("A", "100", day(10))


def test_credits_are_taken_off_sales_or_not():
    rows = (BILL, credited("A", "CN", "40", day(5)))
    assert dso(rows, TODAY, "EUR").denominator == euros("60")
    assert dso(rows, TODAY, "EUR", DsoSpec(sales=SalesBasis.INVOICED)).denominator == euros("100")


def test_receivables_may_be_less_unapplied_cash():
    rows = (BILL, received("R", "30", day(5)))
    assert dso(rows, TODAY, "EUR", DsoSpec(less_unapplied=True)).numerator == euros("70")


def test_without_sales_it_may_be_zero():
    measure = dso((issued("A", "100", day(200)),), TODAY, "EUR", DsoSpec(no_sales=NoSales.ZERO))
    assert measure.value == 0
    assert (measure.reason, measure.numerator) == ("", euros("100"))
    credit = dso((issued("A", "-100", day(2)),), TODAY, "EUR", DsoSpec(no_sales=NoSales.ZERO))
    assert credit.reason == "NEGATIVE_SALES"


def test_average_receivables_keep_both_ends_whole():
    rows = (issued("O", "1.00", day(200)), issued("A", "0.01", day(10)))
    measure = dso(rows, TODAY, "EUR", DsoSpec(31, receivables=ReceivablesBasis.AVERAGE))
    assert (measure.numerator, measure.factor) == (euros("2.01"), Fraction(31, 2))
    assert measure.value == Fraction(201, 1) * 31 / 2


def test_before_the_calendar_nothing_was_owed():
    rows = (issued("A", "1.00", date(1, 1, 2)),)
    measure = dso(rows, date(1, 1, 5), "EUR", DsoSpec(receivables=ReceivablesBasis.AVERAGE))
    assert measure.numerator == euros("1.00")


@pytest.mark.parametrize(
    ("basis", "factor"), [(DayBasis.ACTUAL, 90), (DayBasis.YEAR_360, 90), (DayBasis.YEAR_365, Fraction(365, 4))]
)
def test_a_quarter_counts_by_the_day_basis(basis, factor):
    assert dso(QUARTER, END, "EUR", DsoSpec(months=3, day_basis=basis)).factor == factor


def test_a_window_of_less_than_no_months_is_refused():
    with pytest.raises(Invalid, match="DSO_DAYS"):
        DsoSpec(months=-1)


def test_what_is_behind_a_dso_is_listed():
    rows = (BILL, issued("OLD", "9", day(300)), issued("GONE", "5", day(300)), allocated("GONE", "R", "5", day(200)))
    found = dso(rows, TODAY, "EUR").population
    assert found.counted == ("A", "OLD")
    assert found.left_out == (LeftOut("SETTLED_AND_SOLD_EARLIER", ("GONE",)),)


def test_counting_back_says_each_step():
    rows = (issued("J", "60", date(2025, 1, 9)), issued("M", "50", date(2025, 3, 9)))
    found = countback((*rows, allocated("J", "R", "45", TODAY)), TODAY, "EUR")
    assert found.steps == (
        Step(date(2025, 3, 1), euros("50"), euros("50"), Fraction(31)),
        Step(date(2025, 2, 1), euros("0"), euros("0"), Fraction(28)),
        Step(date(2025, 1, 1), euros("60"), euros("15"), Fraction(31, 4)),
    )
    assert (found.value, found.unexplained) == (Fraction(267, 4), euros("0"))


def test_what_no_sales_explain_is_said():
    rows = (BILL, allocated("Z", "R", "-30", day(5)))
    found = countback(rows, TODAY, "EUR", CountbackSpec(CountbackUnit.DAYS))
    assert found.value == 11
    assert found.unexplained == euros("30")


@pytest.mark.parametrize(
    ("rows", "value", "reason"),
    [
        ((), 0, ""),
        ((BILL, allocated("A", "R", "100", day(1))), 0, ""),
        ((BILL, allocated("A", "R", "130", day(1))), None, "CREDIT_BALANCE"),
        ((allocated("A", "R", "-5", day(1)),), None, "NO_SALES"),
    ],
)
def test_where_nothing_is_owed_counting_back_is_short(rows, value, reason):
    found = countback(rows, TODAY, "EUR")
    assert (found.value, found.reason) == (value, reason)


def test_a_month_that_is_not_over_counts_its_days():
    fifth = date(2025, 2, 5)
    assert [days_of(month_of(fifth), fifth, each) for each in MonthDays] == [5, 5]
    assert [days_of(date(2025, 1, 1), fifth, each) for each in MonthDays] == [31, 30]
    assert [days_of(month_of(END), END, each) for each in MonthDays] == [31, 30]
    assert [days_of(date(2025, 2, 1), date(2025, 2, 28), each) for each in MonthDays] == [28, 30]


def test_months_run_back_to_that_of_the_first_day():
    assert list(months_back(date(2025, 1, 5), date(2024, 12, 31))) == [date(2025, 1, 1), date(2024, 12, 1)]
    assert list(months_back(date(2025, 1, 5), date(2025, 2, 1))) == []


def test_items_of_months_without_sales_are_left_out():
    rows = (BILL, allocated("P", "R", "5", day(2)), issued("N", "-7", date(2025, 1, 9)))
    for measure in (sales_weighted(rows, TODAY, "EUR"), true_dso(rows, TODAY, "EUR")):
        assert measure.population.counted == ("A",)
        assert measure.population.left_out == (LeftOut("NOT_ISSUED", ("P",)), LeftOut("NO_SALES_IN_MONTH", ("N",)))


def test_an_open_age_leaves_credits_out():
    rows = (BILL, issued("C", "-30", day(20)), allocated("P", "R", "5", day(2)))
    measure = open_age(rows, TODAY, "EUR")
    assert measure.value == 10
    assert measure.population.left_out == (LeftOut("CREDIT", ("C",)), LeftOut("NOT_ISSUED", ("P",)))


def test_an_overdue_age_counts_only_what_is_late():
    rows = (issued("A", "100", day(50), due=day(20)), issued("A", "100", day(50), due=TODAY), issued("B", "5", TODAY))
    measure = open_age(rows, TODAY, "EUR", OVERDUE_AGE)
    assert measure.value == 20
    assert measure.population.counted == ("A",)
    assert measure.population.left_out == (LeftOut("NOT_OVERDUE", ("B",)),)
    assert open_age(rows, TODAY, "EUR", OpenAgeSpec(Anchor.DUE)).value == Fraction(20 * 100 - 30 * 5, 205)


@pytest.mark.parametrize(("spec", "reason"), [(OPEN_AGE, "NOTHING_OPEN"), (OVERDUE_AGE, "NOTHING_OVERDUE")])
def test_where_nothing_is_open_there_is_no_age(spec, reason):
    assert open_age((), TODAY, "EUR", spec).reason == reason


def test_where_nothing_could_be_collected_there_is_no_effectiveness():
    assert effectiveness((), TODAY, "EUR").reason == "NOTHING_TO_COLLECT"


def test_sales_per_month_need_a_window_of_months():
    with pytest.raises(Invalid, match="CEI_WINDOW"):
        EffectivenessSpec(Days(90), CeiSales.PER_MONTH)


@pytest.mark.parametrize(
    ("rows", "reason"), [((), "NOTHING_OPEN"), ((BILL, allocated("A", "R", "130", day(1))), "CREDIT_BALANCE")]
)
def test_without_receivables_nothing_turns_over(rows, reason):
    spec = TurnoverSpec(receivables=ReceivablesBasis.ENDING)
    assert turnover(rows, TODAY, "EUR", spec).reason == reason
    assert percent_current(rows, TODAY, "EUR").reason == reason


def test_the_cash_cycle_is_the_textbooks(worked):
    measure = dso(QUARTER, END, "EUR", DsoSpec(90))
    assert cash_cycle(measure, Fraction(40), Fraction(35), CashCycleSpec(2)).printed == worked("ccc")


def test_without_a_dso_there_is_no_cash_cycle():
    assert cash_cycle(dso((), TODAY, "EUR"), Fraction(40), Fraction(35)).reason == "NO_SALES"


def test_a_window_of_months_begins_with_the_first():
    assert DsoSpec(months=2).period(date(2025, 3, 5)) == Period(date(2025, 2, 1), date(2025, 3, 5))
