from hypothesis import given

from otcore.kpi.aging import aging
from otcore.kpi.balance import open_balance, overdue_share
from otcore.kpi.buckets import INVOICE_DATE_AGING
from otcore.kpi.dso import DsoSpec, dso
from otcore.kpi.report import kpi_report
from tests.kpi import ledgers
from tests.kpi.ledgers import TODAY, day, issued


def test_each_currency_has_its_own_figures():
    rows = (issued("A", "7", day(5)), issued("B", "9", day(5), currency="JPY"))
    assert [figures.currency for figures in kpi_report(rows, TODAY).figures] == ["EUR", "JPY"]


def test_the_figures_are_those_of_the_single_questions():
    rows, spec = (issued("A", "7", day(50)),), DsoSpec(30)
    (figures,) = kpi_report(rows, TODAY, INVOICE_DATE_AGING, spec).figures
    assert figures.balance == open_balance(rows, TODAY, "EUR")
    assert figures.overdue == overdue_share(figures.balance)
    assert figures.aging == aging(rows, TODAY, "EUR", INVOICE_DATE_AGING)
    assert figures.dso == dso(rows, TODAY, "EUR", spec)


def test_before_anything_happened_there_are_no_figures():
    assert kpi_report((issued("A", "7", TODAY),), day(1)).figures == ()


@given(ledgers.ledgers, ledgers.ledgers, ledgers.days)
def test_yesterdays_report_asked_again_today_is_the_same(rows, more, as_of):
    later = tuple(row for row in more if row.day > as_of)
    assert kpi_report(rows + later, as_of) == kpi_report(rows, as_of)
