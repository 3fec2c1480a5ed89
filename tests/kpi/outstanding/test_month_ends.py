"""Every figure of the public ledger's twelve month-ends, equal to the last digit printed."""

from collections.abc import Callable
from typing import Any

import pytest
from attrs import evolve

from otcore.kpi.dso import DsoSpec, dso
from otcore.kpi.dso_spec import ReceivablesBasis
from otcore.kpi.measure import Measure
from otcore.kpi.moving.collections import collections
from otcore.kpi.outstanding.best_possible import BestPossibleSpec, best_possible
from otcore.kpi.outstanding.countback import CountbackSpec, CountbackUnit, countback
from otcore.kpi.outstanding.delinquent import DelinquentSpec, delinquent
from otcore.kpi.outstanding.effectiveness import EffectivenessSpec, effectiveness
from otcore.kpi.outstanding.open_age import OPEN_AGE, OVERDUE_AGE, open_age
from otcore.kpi.outstanding.true_dso import TrueDsoSpec, true_dso
from otcore.kpi.risk.percent_current import percent_current
from otcore.kpi.window import Months
from otcore.values.money import Money

QUARTER = DsoSpec(90)
MONTH = DsoSpec(months=1, places=6)

PRINTED: dict[str, tuple[Callable[..., Measure[Any, Any]], Any]] = {
    "dso_month": (dso, MONTH),
    "dso_month_avgAR": (dso, evolve(MONTH, receivables=ReceivablesBasis.AVERAGE)),
    "dso_90": (dso, DsoSpec(90, places=6)),
    "dso_365": (dso, DsoSpec(365, places=6)),
    "bpdso_90": (best_possible, BestPossibleSpec(QUARTER, places=6)),
    "add_90": (delinquent, DelinquentSpec(QUARTER, places=6)),
    "countback_month": (countback, CountbackSpec(places=6)),
    "countback_day": (countback, CountbackSpec(CountbackUnit.DAYS, places=6)),
    "cei": (effectiveness, EffectivenessSpec(places=6)),
    "wavg_open_age": (open_age, evolve(OPEN_AGE, places=6)),
    "wavg_open_overdue": (open_age, evolve(OVERDUE_AGE, places=6)),
    "true_dso_crf": (true_dso, TrueDsoSpec(places=6)),
}


@pytest.mark.parametrize("column", PRINTED)
def test_every_month_end_is_the_references(column, month_ends, ledger):
    figure, spec = PRINTED[column]
    found = [figure(ledger, as_of, "USD", spec).printed for as_of, _ in month_ends]
    assert found == [row[column] for _, row in month_ends]


@pytest.mark.parametrize("unit", [CountbackUnit.MONTHS, CountbackUnit.DAYS])
def test_what_counting_back_leaves_unexplained_is_the_references(unit, month_ends, ledger):
    column = {"MONTHS": "countback_month_unexplained", "DAYS": "countback_day_unexplained"}[unit.name]
    for as_of, row in month_ends:
        assert countback(ledger, as_of, "USD", CountbackSpec(unit)).unexplained.minor == row[column]


def test_what_is_current_is_the_references(month_ends, ledger):
    for as_of, row in month_ends:
        assert percent_current(ledger, as_of, "USD").numerator == Money.from_minor(row["ar_current"], "USD")


def test_sales_and_collections_are_the_references(month_ends, ledger):
    for as_of, row in month_ends:
        assert dso(ledger, as_of, "USD", MONTH).denominator.minor == row["sales"]
        assert collections(ledger, Months(1).period(as_of), "USD").applied.minor == row["collections"]
