"""The settled figures of the public ledger, and the textbook examples of days to pay and days late."""

from datetime import date, timedelta
from typing import Any

import pytest
from attrs import evolve

from otcore.kpi.facts import DisputeRow
from otcore.kpi.risk.dispute_rate import DisputedBy, DisputeRateSpec, dispute_rate
from otcore.kpi.settling.days_late import DaysLateSpec, Lateness, days_late
from otcore.kpi.settling.days_to_pay import DaysToPaySpec, days_to_pay
from otcore.kpi.settling.payments import Disputed, PaymentsSpec, Weighting
from otcore.kpi.settling.percent_late import PercentLateSpec, percent_late
from otcore.values import Money
from tests.kpi.ledgers import TODAY, allocated, day, issued

SIMPLE, WEIGHTED = PaymentsSpec(weighting=Weighting.SIMPLE), PaymentsSpec()
LAST = date(2014, 1, 9)


@pytest.fixture(scope="module")
def settled(reference):
    return reference["ibm_accounts_receivable"]["settled_metrics"]


@pytest.fixture(scope="module")
def disputes(records):
    return tuple(
        DisputeRow(
            id=record["invoiceNumber"],
            item=record["invoiceNumber"],
            customer=record["customerID"],
            amount=Money(record["InvoiceAmount"], "USD"),
            opened=date(2012, 1, 1),
        )
        for record in records
        if record["Disputed"] == "Yes"
    )


def to_pay(payments):
    return days_to_pay, DaysToPaySpec(payments, places=6)


def late(lateness, payments):
    return days_late, DaysLateSpec(lateness, payments, places=6)


FIGURES: dict[str, tuple[Any, Any]] = {
    "avg_days_to_pay_simple": to_pay(SIMPLE),
    "avg_days_to_pay_weighted": to_pay(WEIGHTED),
    "avg_days_to_pay_disputed": to_pay(evolve(SIMPLE, disputed=Disputed.ONLY)),
    "avg_days_to_pay_undisputed": to_pay(evolve(SIMPLE, disputed=Disputed.WITHOUT)),
    "avg_days_late_signed_simple": late(Lateness.SIGNED, SIMPLE),
    "avg_days_late_signed_weighted": late(Lateness.SIGNED, WEIGHTED),
    "avg_days_late_floor0_simple": late(Lateness.FLOORED, SIMPLE),
    "avg_days_late_floor0_weighted": late(Lateness.FLOORED, WEIGHTED),
    "avg_days_late_late_only_simple": late(Lateness.LATE_ONLY, SIMPLE),
    "pct_late_count": (percent_late, PercentLateSpec(SIMPLE, places=6)),
    "pct_late_amount": (percent_late, PercentLateSpec(WEIGHTED, places=6)),
}


@pytest.mark.parametrize("name", FIGURES)
def test_it_is_the_references(name, settled, ledger, disputes):
    figure, spec = FIGURES[name]
    disputed = {row.item for row in disputes}
    assert figure(ledger, LAST, "USD", spec, disputed).printed == settled[name]


def test_the_number_of_late_payments_is_the_references(settled, ledger):
    assert percent_late(ledger, LAST, "USD", PercentLateSpec(SIMPLE)).numerator == settled["late_count"]


@pytest.mark.parametrize(
    ("name", "by"),
    [
        ("pct_disputed_count", DisputedBy.COUNT),
        ("pct_disputed_amount", DisputedBy.INVOICE),
        ("pct_disputed_amount", DisputedBy.AMOUNT),
    ],
)
def test_the_share_disputed_is_the_references(name, by, settled, ledger, disputes):
    measure = dispute_rate(ledger, LAST, "USD", DisputeRateSpec(by, places=6), disputes)
    assert measure.printed == settled[name]


def paid(item, amount, *, after, terms=30):
    return (
        issued(item, amount, day(100), due=day(100) + timedelta(days=terms)),
        allocated(item, item, amount, day(100) + timedelta(days=after)),
    )


@pytest.mark.parametrize("weighting", ["simple", "weighted"])
def test_days_to_pay_is_the_textbooks(weighting, worked):
    rows = (*paid("A", "10", after=5), *paid("B", "100", after=10))
    spec = DaysToPaySpec(PaymentsSpec(weighting=Weighting(weighting)), places=6)
    assert days_to_pay(rows, TODAY, "EUR", spec).printed == worked("wadtp")[weighting]


@pytest.mark.parametrize(
    ("name", "lateness", "payments"),
    [
        ("signed_weighted", Lateness.SIGNED, WEIGHTED),
        ("floor0_weighted", Lateness.FLOORED, WEIGHTED),
        ("late_only_weighted", Lateness.LATE_ONLY, WEIGHTED),
        ("signed_simple", Lateness.SIGNED, SIMPLE),
    ],
)
def test_days_late_is_the_textbooks(name, lateness, payments, worked):
    rows = (*paid("A", "1000", after=40), *paid("B", "3000", after=28))
    assert days_late(rows, TODAY, "EUR", DaysLateSpec(lateness, payments)).printed == worked("days_late")[name]
