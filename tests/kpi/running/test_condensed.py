"""Condensed rows: they answer what the ledger's own rows answer, or refuse."""

from collections.abc import Callable
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given

from otcore.kpi.aging import aging
from otcore.kpi.catalogue import CATALOGUE
from otcore.kpi.dso import dso
from otcore.kpi.dso_spec import DsoSpec, ReceivablesBasis, TaxBasis
from otcore.kpi.grouping import by_customers_group, by_items_group
from otcore.kpi.kpi import Kpi
from otcore.kpi.outstanding.best_possible import BestPossibleSpec, best_possible
from otcore.kpi.outstanding.delinquent import DelinquentSpec, delinquent
from otcore.kpi.population import UNCOUNTED
from otcore.kpi.risk.concentration import herfindahl, top_share
from otcore.kpi.running.ledger import RunningLedger
from otcore.values import Invalid
from tests.kpi.ledgers import allocated, books, day, issued

ROWS = (
    issued("I1", "60.00", day(80), day(50)),
    allocated("I1", "R1", "60.00", day(40)),
    issued("I2", "900.00", day(10), party="BOLT"),
    issued("I3", "20.00", day(10)),
)
LATEST = day(-40)
AVERAGE = DsoSpec(receivables=ReceivablesBasis.AVERAGE)
NEEDING_ITEMS = {
    *("DAYS_TO_PAY", "DAYS_TO_PAY_SIMPLE", "DAYS_LATE", "DAYS_LATE_ONLY", "PAID_LATE", "PROMISES_KEPT"),
    *("DISPUTE_RATE", "TOP_TEN", "HERFINDAHL", "UNAPPLIED", "APPLICATION_RATE"),
}


def condensed(rows: tuple[Any, ...], by_customer: bool = False):
    ledger = RunningLedger()
    ledger.take_all(rows)
    return ledger.of("EUR").rows(LATEST, by_customer)


def refused(ask: Callable[[], object]) -> str:
    with pytest.raises(Invalid) as caught:
        ask()
    return caught.value.faults[0].code


@given(books)
def test_every_figure_of_the_catalogue_is_that_of_all_rows_or_refused(rows):
    few = condensed(rows)
    for kpi in (kpi for kpi in CATALOGUE if kpi.code not in NEEDING_ITEMS):
        of_few, of_all = (kpi.measure(each, LATEST, "EUR") for each in (few, rows))
        assert evolve(of_few, population=UNCOUNTED) == evolve(of_all, population=UNCOUNTED), kpi.code


@pytest.mark.parametrize("kpi", [kpi for kpi in CATALOGUE if kpi.code in NEEDING_ITEMS], ids=lambda kpi: kpi.code)
def test_what_needs_single_items_is_refused(kpi: Kpi):
    assert refused(lambda: kpi.measure(condensed(ROWS), LATEST, "EUR")) == "FIGURE_NEEDS_ITEMS"


@pytest.mark.parametrize("figure", [top_share, herfindahl])
def test_of_rows_by_customer_concentration_can_be_asked(figure):
    of_few, of_all = (figure(each, LATEST, "EUR") for each in (condensed(ROWS, by_customer=True), ROWS))
    assert of_few == of_all


def test_of_rows_by_customer_groups_of_customers_can_be_asked():
    by = by_customers_group({"ACME": "north"})
    of_few, of_all = (aging(each, LATEST, "EUR", by=by) for each in (condensed(ROWS, by_customer=True), ROWS))
    assert of_few == of_all
    assert refused(lambda: aging(condensed(ROWS), LATEST, "EUR", by=by)) == "FIGURE_NEEDS_ITEMS"


@pytest.mark.parametrize(
    "ask",
    [
        lambda few: aging(few, LATEST, "EUR", by=by_items_group({"I1": "Ann"})),
        lambda few: best_possible(few, LATEST, "EUR", BestPossibleSpec(AVERAGE)),
        lambda few: delinquent(few, LATEST, "EUR", DelinquentSpec(AVERAGE)),
        lambda few: dso(few, LATEST, "EUR", DsoSpec(tax=TaxBasis.NET)),
    ],
    ids=["aging by salesperson", "best possible, average", "delinquent, average", "without tax"],
)
def test_conventions_that_need_items_are_refused(ask):
    assert refused(lambda: ask(condensed(ROWS, by_customer=True))) == "FIGURE_NEEDS_ITEMS"
