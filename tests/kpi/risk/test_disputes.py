"""Deductions and disputes, from rows of their own."""

from datetime import UTC, datetime
from typing import Any

import pytest
from attrs import evolve

from otcore.kpi.basis import Basis
from otcore.kpi.disputes import dispute_rows
from otcore.kpi.facts import DisputeRow, Facts, rounds_known
from otcore.kpi.population import LeftOut
from otcore.kpi.risk.deductions import DeductionsSpec, deductions
from otcore.kpi.risk.dispute_rate import DISPUTE_RATE, DisputedBy, DisputeRateSpec, dispute_rate
from otcore.kpi.window import Days
from otcore.ports.aggregates import DISPUTE
from otcore.receivables.dispute import DisputeReason, Resolution
from otcore.support.events import DisputeCaseNoted, DisputeCaseOpened, DisputeCaseReopened, DisputeCaseSettled
from otcore.values import Invalid, Money
from otcore.values.recorded import Recorded, Stream
from otcore.values.scope import Scope
from tests.kpi.ledgers import TODAY, day, euros, issued


def row(id, amount, *, opened, settled=None, deduction=True, item="A", currency="EUR"):
    return DisputeRow(
        id=id,
        item=item,
        customer="ACME",
        amount=Money(amount, currency),
        opened=day(opened),
        settled=None if settled is None else day(settled),
        deduction=deduction,
    )


@pytest.mark.parametrize(
    ("name", "by", "amount"), [("ddo_amount", Basis.AMOUNT, "2250"), ("ddo_count", Basis.COUNT, "1")]
)
def test_days_deductions_outstanding_are_the_textbooks(name, by, amount, worked):
    still = [row(f"O{place}", amount, opened=30) for place in range(20)]
    gone = [row(f"S{place}", amount, opened=60, settled=40) for place in range(40)]
    measure = deductions((*still, *gone), TODAY, "EUR", DeductionsSpec(by))
    assert measure.printed == worked(name)


def test_a_deduction_of_before_counts_while_it_is_open():
    measure = deductions((row("D1", "10", opened=200), row("D2", "40", opened=3, settled=0)), TODAY, "EUR")
    assert (measure.numerator, measure.denominator, measure.factor) == (10_00, 40_00, 90)


def test_claims_and_what_was_settled_before_are_left_out():
    rows = (row("C", "10", opened=3, deduction=False), row("D", "10", opened=200, settled=150))
    measure = deductions(rows, TODAY, "EUR")
    assert measure.population.left_out == (LeftOut("CLAIM", ("C",)), LeftOut("SETTLED_EARLIER", ("D",)))
    assert measure.reason == "NO_DEDUCTIONS"


def test_deductions_of_later_days_and_other_currencies_are_not_known():
    rows = (row("D1", "10", opened=-1), row("D2", "10", opened=1, currency="JPY"))
    assert deductions(rows, TODAY, "EUR").population.counted == ()
    with pytest.raises(Invalid, match="CURRENCY_UNKNOWN"):
        deductions(rows, TODAY, "EURO")


BILLS = (issued("A", "100", day(40)), issued("B", "300", day(10)), issued("C", "-50", day(10)))


@pytest.mark.parametrize(
    ("by", "top", "bottom"),
    [(DisputedBy.COUNT, 1, 2), (DisputedBy.INVOICE, 100_00, 400_00), (DisputedBy.AMOUNT, 30_00, 400_00)],
)
def test_the_dispute_rate_by_number_invoice_and_amount(by, top, bottom):
    measure = dispute_rate(BILLS, TODAY, "EUR", DisputeRateSpec(by), (row("D", "30", opened=20, settled=10),))
    assert (measure.numerator, measure.denominator) == (top, bottom)
    assert measure.population.left_out == (LeftOut("CREDIT", ("C",)),)


def test_no_more_is_in_dispute_than_was_invoiced():
    rows = (row("D", "80", opened=20), row("E", "80", opened=20))
    assert dispute_rate(BILLS, TODAY, "EUR", DisputeRateSpec(DisputedBy.AMOUNT), rows).numerator == 100_00


def test_a_window_leaves_other_invoices_out():
    measure = dispute_rate(BILLS, TODAY, "EUR", DisputeRateSpec(window=Days(30)), (row("D", "30", opened=20),))
    assert (measure.numerator, measure.denominator) == (0, 1)
    assert LeftOut("OUTSIDE_WINDOW", ("A",)) in measure.population.left_out


def test_disputes_of_later_days_and_other_currencies_are_not_known():
    rows = (row("D", "30", opened=-1), row("E", "30", opened=3, currency="JPY"))
    assert dispute_rate(BILLS, TODAY, "EUR", DISPUTE_RATE, rows).numerator == 0


def test_without_an_invoice_there_is_no_rate():
    assert dispute_rate((), TODAY, "EUR").reason == "NO_SALES"


def fact(sequence, event, case="A:D1"):
    return Recorded(Stream(SCOPE, DISPUTE.name, case), sequence, datetime(2025, 3, 31, tzinfo=UTC), "ann", event)


SCOPE = Scope("t", "le")
SAID: dict[str, Any] = {"amount": euros("30"), "reason": DisputeReason.PRICE, "said": "too dear", "by": "ann"}
ENDED: dict[str, Any] = {"resolution": Resolution.WITHDRAWN, "outcome": "withdrawn", "by": "ann"}
STORY = (
    fact(1, DisputeCaseOpened(dispute="D1", item="A", customer="ACME", day=day(20), receipt="R1", **SAID)),
    fact(2, DisputeCaseNoted(text="asked the carrier", day=day(19), by="ann")),
    fact(3, DisputeCaseSettled(day=day(15), **ENDED)),
    fact(4, DisputeCaseReopened(day=day(5), **SAID)),
)


def test_every_round_of_a_dispute_is_a_row():
    first = row("A:D1", "30", opened=20, settled=15)
    assert dispute_rows(reversed(STORY)) == (first, row("A:D1", "30", opened=5, deduction=False))
    assert dispute_rows(STORY[:1]) == (evolve(first, settled=None),)


@pytest.mark.parametrize(("on", "stood"), [(21, []), (20, [True]), (15, [False]), (5, [True])])
def test_of_its_rounds_the_last_that_had_begun_counts(on, stood):
    assert [each.open_on(day(on)) for each in rounds_known(dispute_rows(STORY), day(on), "EUR")] == stood


def test_a_dispute_that_came_up_again_is_disputed_once():
    rate = dispute_rate(BILLS, TODAY, "EUR", DisputeRateSpec(DisputedBy.AMOUNT), dispute_rows(STORY))
    assert rate.numerator == 30_00


def test_an_item_that_was_disputed_stays_so_in_the_facts():
    facts = Facts(disputes=(row("D", "30", opened=20, settled=10), row("E", "3", opened=-2, item="B")))
    assert facts.disputed(TODAY) == {"A"}
    assert [row("D", "3", opened=2, settled=1).open_on(day(on)) for on in (3, 2, 1)] == [False, True, False]
