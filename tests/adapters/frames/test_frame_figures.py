"""Figures over frames are those of the exact core, on every engine."""

from typing import Any

import pytest
from attrs import evolve
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from otcore.adapters.frames.ledger import FrameLedger
from otcore.adapters.frames.month_ends import month_ends as frames_month_ends
from otcore.kpi.aging import aging
from otcore.kpi.buckets import DUE_DATE_AGING, INVOICE_DATE_AGING, AgingSpec, Treatment
from otcore.kpi.dso import DsoSpec, dso
from otcore.kpi.outstanding.best_possible import best_possible
from otcore.kpi.outstanding.countback import CountbackSpec, CountbackUnit, countback
from otcore.kpi.outstanding.delinquent import delinquent
from otcore.kpi.outstanding.effectiveness import effectiveness
from otcore.kpi.outstanding.open_age import OVERDUE_AGE, open_age
from otcore.kpi.outstanding.sales_weighted import sales_weighted
from otcore.kpi.outstanding.true_dso import true_dso
from otcore.kpi.outstanding.turnover import turnover
from otcore.kpi.population import UNCOUNTED
from otcore.kpi.running.month_ends import month_ends
from otcore.kpi.running.standing import StandingSpec
from tests.adapters.frames.engines import ENGINES, arrow
from tests.kpi import ledgers

FIGURES: tuple[Any, ...] = (
    (dso,),
    (dso, DsoSpec(months=1, less_unapplied=True)),
    (countback,),
    (countback, CountbackSpec(CountbackUnit.DAYS)),
    (best_possible,),
    (delinquent,),
    (effectiveness,),
    (turnover,),
    (open_age,),
    (open_age, OVERDUE_AGE),
    (sales_weighted,),
    (true_dso,),
)
AGINGS = (DUE_DATE_AGING, INVOICE_DATE_AGING, AgingSpec(cash=Treatment.OLDEST_FIRST, credits=Treatment.SEPARATE))
STANDINGS = (
    StandingSpec(),
    StandingSpec(INVOICE_DATE_AGING, DsoSpec(months=2), CountbackSpec(CountbackUnit.THIRTY_DAY_MONTHS)),
    StandingSpec(AgingSpec(edges=(-5, 10))),
)
# An engine takes as long for a few rows as for a thousand: one table holds many ledgers, and examples are few.
several = st.lists(ledgers.books, min_size=8, max_size=12)
engines = pytest.mark.parametrize("engine", ENGINES)
few = settings(max_examples=3, phases=[Phase.explicit, Phase.generate])


def of(engine, entries, **columns):
    return FrameLedger.of(ENGINES[engine](arrow(entries, **columns)))


def together(books):
    """One ledger of many: nobody's name is in two of them."""
    return tuple(
        evolve(
            row,
            party=f"{row.party} {number}" if row.party else "",
            item=f"{row.item} {number}",
            receipt=f"{row.receipt} {number}",
        )
        for number, book in enumerate(books)
        for row in book
    )


@engines
@few
@given(several, ledgers.days, st.sampled_from(AGINGS))
def test_the_aging_by_customer_is_that_of_the_rows(engine, books, as_of, spec):
    rows = together(books)
    assert of(engine, rows).aging(as_of, "EUR", spec) == aging(rows, as_of, "EUR", spec)


@engines
@few
@given(several, ledgers.days)
def test_every_figure_of_every_group_is_that_of_its_rows(engine, books, as_of):
    numbers = [number for number, book in enumerate(books) for _ in book]
    table = of(engine, [row for book in books for row in book], book=numbers)
    found = table.condensed(as_of, "EUR", by=["book"])
    for number, book in enumerate(books):
        for figure, *spec in FIGURES:
            expected = figure(book, as_of, "EUR", *spec)
            assert uncounted(figure(found.get((str(number),), ()), as_of, "EUR", *spec)) == uncounted(expected)


@engines
@few
@given(several, st.lists(ledgers.days, max_size=3), st.sampled_from(STANDINGS))
def test_many_days_and_customers_are_those_of_the_rows(engine, books, days, spec):
    rows = together(books)
    assert frames_month_ends(of(engine, rows), days, "EUR", spec) == month_ends(rows, days, "EUR", spec)


def uncounted(measure):
    return evolve(measure, population=UNCOUNTED)
