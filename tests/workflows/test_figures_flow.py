"""Figures asked of a store: from its ledger, and what it knows beside the rows."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from otcore.kpi.facts import Facts, PromiseRow
from otcore.kpi.grouping import BY_CURRENCY, by_customers_group
from otcore.kpi.queries import AskAged, AskAging, AskBridge, AskCollections, AskGap, AskKpi, AskKpiBy, AskRollForward
from otcore.kpi.risk.dispute_rate import DisputedBy, DisputeRateSpec
from otcore.kpi.targets import Target, Trend
from otcore.receivables.disputing import OpenDispute
from otcore.values import Invalid
from otcore.values.period import Period
from otcore.values.rates import Quote, Rate, RateTable
from tests.orders.examples import DAY, eur
from tests.workflows.desk import NOW, Desk, billed, desk

INV, PAID = "INV-2026-000001", "INV-2026-000002"
LATER = DAY + timedelta(days=40)
LOSSES = DisputeRateSpec(DisputedBy.AMOUNT)


@pytest.fixture
def ready() -> Desk:
    """An invoice of 120.00, of which 30.00 is disputed, one of 60.00 that was paid, and 7.00 of nobody."""
    ready = desk(stocked=50)
    billed(ready)
    billed(ready, 5, "O2")
    ready.gets("60.00", text=PAID)
    ready.applies()
    ready.gets("7.00", "R2")
    ready.handle(OpenDispute(invoice=INV, dispute="D1", day=DAY, reason="too dear", amount=eur("30.00")))
    return ready


def ask(ready: Desk, code: str, **more):
    return ready.otc.ask(AskKpi(code, LATER, "EUR", **more))


@pytest.mark.parametrize(
    ("code", "printed"),
    [
        ("DSO", "60.0"),
        ("OVERDUE", "100.0"),
        ("DISPUTE_RATE", "50.0"),
        ("UNAPPLIED", "10.4"),
        ("MATCH_RATE", "50.0"),
        ("PROMISES_KEPT", None),
    ],
)
def test_a_figure_is_asked_by_its_code(ready, code, printed):
    assert ask(ready, code).printed == (None if printed is None else Decimal(printed))


def test_a_figure_has_its_own_specification(ready):
    assert ask(ready, "DISPUTE_RATE", spec=LOSSES).printed == Decimal("16.7")


def test_what_was_known_then_is_what_is_asked(ready):
    ready.clock.time = NOW + timedelta(days=1)
    ready.handle(OpenDispute(invoice=INV, dispute="D2", day=DAY, reason="too dear", amount=eur("30.00")))
    ready.gets("7.00", "R3")
    assert ask(ready, "DISPUTE_RATE", spec=LOSSES).printed == Decimal("33.3")
    assert ask(ready, "DISPUTE_RATE", spec=LOSSES, known=NOW).printed == Decimal("16.7")
    assert ask(ready, "MATCH_RATE").denominator == 3
    assert ask(ready, "MATCH_RATE", known=NOW).denominator == 2


def test_facts_that_are_given_take_the_place_of_the_stores(ready):
    promise = PromiseRow(id="P", item=PAID, customer="C1", amount=eur("60.00"), made=DAY, due=DAY + timedelta(days=3))
    facts = Facts(promises=(promise,))
    assert ask(ready, "PROMISES_KEPT", facts=facts).value == 100
    assert ask(ready, "DISPUTE_RATE", facts=facts).value == 0


def test_an_unknown_figure_is_refused(ready):
    with pytest.raises(Invalid, match="KPI_UNKNOWN"):
        ask(ready, "EBITDA")


RATES = RateTable((Quote(date.min, Rate("EUR", "JPY", Decimal(160))),))


def test_amounts_are_converted_by_the_table_that_is_given(ready):
    assert ready.otc.ask(AskKpi("DSO", LATER, "JPY")).reason == "NO_SALES"
    assert ready.otc.ask(AskKpi("DSO", LATER, "JPY", rates=RATES)).numerator.minor == 120 * 160
    found = ready.otc.ask(AskAging(LATER, "JPY", by=BY_CURRENCY, rates=RATES))
    assert [(row.customer, row.open.minor, row.unapplied.minor) for row in found.rows] == [("EUR", 19_200, 1_120)]


def test_an_aging_is_grouped_as_asked(ready):
    found = ready.otc.ask(AskAging(LATER, "EUR", by=by_customers_group({"C1": "north"})))
    assert [row.customer for row in found.rows] == ["", "north"]


def test_what_is_behind_an_aging_is_listed(ready):
    found = ready.otc.ask(AskAged(LATER, "EUR"))
    assert [(each.part.id, each.bucket, each.cash) for each in found] == [(INV, 1, False), ("R2", 2, True)]


def test_a_figure_is_asked_of_each_group(ready):
    found = ready.otc.ask(AskKpiBy("DSO", LATER, "EUR", by_customers_group({"C1": "north"})))
    assert {name: measure.printed for name, measure in found.items()} == {"": None, "north": Decimal("60.0")}


def test_a_figure_stands_beside_its_target(ready):
    found = ready.otc.ask(AskGap("DSO", Target(45), (DAY, LATER), "EUR"))
    assert (found.met, found.trend, found.printed) == (False, Trend.SAME, Decimal("15.0"))


def test_a_gap_needs_a_day(ready):
    with pytest.raises(Invalid, match="TARGET_MEASURES"):
        ready.otc.ask(AskGap("DSO", Target(45), (), "EUR"))


def test_the_change_of_dso_says_why(ready):
    found = ready.otc.ask(AskBridge(DAY, LATER, "EUR"))
    assert found.printed == {
        "terms": Decimal("-45.0"),
        "delinquency": Decimal("45.0"),
        "disputes": Decimal("0.0"),
        "unapplied": Decimal("0.0"),
    }


def test_the_movements_of_a_day(ready):
    (day,) = ready.otc.ask(AskRollForward(Period(DAY, DAY), "EUR"))
    assert (day.invoiced, day.cash, day.closing) == (eur("180.00"), eur("60.00"), eur("120.00"))
    assert ready.otc.ask(AskCollections(Period(DAY, DAY), "EUR")).received == eur("67.00")
