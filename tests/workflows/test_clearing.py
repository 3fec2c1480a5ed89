"""Each credit check that fails holds the order for itself; a release covers what it lifted, and nothing else."""

import pytest
from attrs import evolve

from otcore.customers.credit.commands import BlockCredit, RequirePrepayment, SetRiskClass
from otcore.customers.credit.result import CheckResult, Verdict
from otcore.customers.credit.risk_class import CreditQuestion, RiskClass
from otcore.orders.details import Delivery, OrderDetails
from otcore.orders.hold import Hold, HoldKind
from otcore.orders.lifecycle import Status
from otcore.orders.rules import PLACING, Placing
from otcore.orders.verdict import Finding
from otcore.orders.verdict import Verdict as Outcome
from otcore.values.percentage import Percentage
from otcore.values.period import Period
from otcore.values.price import UnitPrice
from tests.orders.examples import DAY, eur, left, line
from tests.workflows.amendments import change, proposes
from tests.workflows.crediting import account, classed, codes, later, releases
from tests.workflows.desk import HOUSE, billed, desk

SMALL = RiskClass(name="small", most_document=eur("100.00"), released_days=5, deviation=Percentage(10))


def test_every_failing_check_is_a_hold_of_its_own_with_its_figures():
    ready = classed(SMALL, "90.00")
    ready.handle(BlockCredit(account="C1", reason="late"))
    held = ready.places()
    assert codes(held) == ["CREDIT_BLOCKED", "CREDIT_LIMIT_EXCEEDED", "DOCUMENT_VALUE_EXCEEDED"]
    assert held.holds[0] == Hold(HoldKind.CREDIT, "CREDIT_BLOCKED", DAY, "blocked: late", (("reason", "late"),))
    assert held.holds[2].figures == (("value", "120.00 EUR"), ("most", "100.00 EUR"))
    assert ready.exposure() == ("0.00", "0.00", "0.00")


def test_a_release_says_who_why_when_and_for_how_much():
    ready = classed(SMALL)
    ready.places()
    released = releases(ready, actor="ann")
    (release,) = released.releases
    assert (release.by, release.reason, release.day, release.value) == ("ann", "known to pay", DAY, eur("120.00"))
    assert (release.codes, release.of) == (("DOCUMENT_VALUE_EXCEEDED",), eur("120.00"))
    assert ready.exposure() == ("120.00", "0.00", "0.00")


def test_a_release_of_a_hosts_rule_does_not_pass_the_credit_checks():
    def looks_odd(placing: Placing) -> tuple[Finding, ...]:
        return (Finding("LOOKS_ODD", "at night", Outcome.HOLD, HoldKind.CREDIT),)

    ready = desk("100.00", 20, house=evolve(HOUSE, placing=(*PLACING, looks_odd)))
    assert codes(ready.places()) == ["LOOKS_ODD"]
    assert codes(releases(ready)) == ["CREDIT_LIMIT_EXCEEDED"]
    assert releases(ready).promised
    assert ready.exposure() == ("120.00", "0.00", "0.00")


@pytest.mark.parametrize(("days", "codes_then"), [(5, []), (6, ["DOCUMENT_VALUE_EXCEEDED"])])
def test_a_release_covers_for_its_days(days: int, codes_then: list[str]):
    """The credit hold is released first, another one days later: is the release still good then?"""
    ready = classed(SMALL)
    ready.places()
    ready.holds(HoldKind.MANUAL)
    releases(ready)
    assert codes(releases(ready, day=later(days), kind=HoldKind.MANUAL)) == codes_then


def test_a_class_that_the_house_does_not_know_needs_a_person_and_the_standard_checks_count():
    ready = desk("100.00", 20)
    ready.onboards("C2", "100.00", risk_class="gone")
    held = ready.places(customer="C2")
    assert codes(held) == ["RISK_CLASS_UNKNOWN", "CREDIT_LIMIT_EXCEEDED"]
    assert releases(ready).promised


def test_the_accounts_own_class_goes_before_the_customers():
    ready = classed(SMALL)
    ready.house = evolve(ready.house, risk_classes=(SMALL, RiskClass(name="large")))
    ready.handle(SetRiskClass(account="C1", risk_class="large"))
    assert ready.places().promised


def test_a_prepayment_customer_orders_what_its_money_on_account_covers():
    ready = desk(stocked=30)
    ready.handle(RequirePrepayment(account="C1"))
    assert codes(ready.places()) == ["PREPAYMENT_REQUIRED"]
    ready.onboards("C3", bank_accounts=("111",))
    ready.handle(RequirePrepayment(account="C3"))
    ready.gets("150.00", payer_account="111")
    assert ready.places(order="O2", customer="C3").promised
    assert codes(ready.places(line(quantity=3), order="O3", customer="C3")) == ["PREPAYMENT_REQUIRED"]
    assert ready.places(line(quantity="2.5"), order="O4", customer="C3").promised
    assert ready.exposure("C3") == ("150.00", "0.00", "0.00")


def test_open_items_are_looked_at_where_the_class_needs_them():
    late = RiskClass(name="late", oldest_item=0, overdue_share=Percentage(0))
    ready = classed(late)
    billed(ready)  # due after 30 days
    assert ready.places(order="O2", day=later(30)).promised
    held = ready.places(order="O3", day=later(31))
    assert codes(held) == ["OVERDUE_SHARE_EXCEEDED", "OLDEST_ITEM_TOO_OLD"]
    assert held.holds[1].why == "the oldest open item is 1 days past due, at most 0"


def test_items_that_were_marked_overdue_are_late_too():
    ready = classed(RiskClass(name="late", oldest_item=0))
    billed(ready)
    ready.otc.tick(ready.clock.time.replace(month=6))
    assert codes(ready.places(order="O2", day=later(60))) == ["OLDEST_ITEM_TOO_OLD"]


def test_an_order_that_is_wanted_after_the_horizon_does_not_use_the_limit():
    ready = classed(RiskClass(name="dynamic", limit=False, horizon=30), "120.00")
    wanted = OrderDetails(delivery=Delivery(requested=Period(later(31), later(40))))
    assert ready.places(order="O1", details=wanted).promised
    assert account(ready).scheduled[0].due == later(31)
    assert ready.places(order="O2").promised
    assert codes(ready.places(order="O3", day=later(1))) == ["DYNAMIC_LIMIT_EXCEEDED"]
    assert ready.exposure() == ("240.00", "0.00", "0.00")


def test_what_was_scheduled_leaves_the_schedule_with_the_goods():
    ready = desk(stocked=20)
    wanted = OrderDetails(delivery=Delivery(requested=Period(later(9), later(9))))
    ready.places(details=wanted)
    ready.acknowledges()
    ready.ships(left("1", 4))
    assert [str(each.value) for each in account(ready).scheduled] == ["72.00 EUR"]
    ready.closes()
    assert account(ready).scheduled == ()


def test_an_order_that_is_wanted_sooner_moves_in_the_schedule():
    ready = classed(RiskClass(name="dynamic", limit=False, horizon=5), "60.00")
    wanted = OrderDetails(delivery=Delivery(requested=Period(later(9), later(9))))
    ready.places(details=wanted)
    proposes(ready, change(requested=Period(later(8), later(8))))
    assert [(each.due, each.value) for each in account(ready).scheduled] == [(later(8), eur("120.00"))]
    sooner = proposes(ready, change(requested=Period(later(3), later(3))))
    assert codes(sooner) == ["DYNAMIC_LIMIT_EXCEEDED"]
    assert [(each.due, each.value) for each in account(ready).scheduled] == [(later(3), eur("120.00"))]
    assert ready.exposure() == ("120.00", "0.00", "0.00")


def test_a_host_adds_a_check_that_looks_at_items():
    def nothing_open(asked: CreditQuestion) -> CheckResult | None:
        assert asked.debt is not None
        verdict = Verdict.NOT_OK if asked.debt.open else Verdict.OK
        return CheckResult("SOMETHING_OPEN", verdict, "{open} is open", (("open", asked.debt.open),))

    ready = classed(RiskClass(name="cash", items=True, extra=(nothing_open,)))
    billed(ready)
    held = ready.places(order="O2")
    assert (codes(held), held.holds[0].why) == (["SOMETHING_OPEN"], "120.00 EUR is open")
    assert releases(ready, "O2").promised


def test_closed_then_something_new_then_reopened_is_checked_again():
    """close, order, reopen: the reopened order must not pass a limit that only one fits."""
    ready = desk("130.00", 40)
    ready.places()
    ready.acknowledges()
    ready.closes()
    assert ready.exposure() == ("0.00", "0.00", "0.00")
    ready.places(order="O2")
    held = ready.reopens()
    assert (codes(held), held.status, held.promised) == (["CREDIT_LIMIT_EXCEEDED"], Status.CONFIRMED, False)
    assert ready.exposure() == ("120.00", "0.00", "0.00")
    ready.cancels("O2")
    assert releases(ready).promised
    assert ready.exposure() == ("120.00", "0.00", "0.00")


def test_a_reopened_order_that_was_released_is_covered_while_the_release_is_young():
    ready = desk("100.00", 40)
    ready.places()
    releases(ready)
    ready.acknowledges()
    ready.closes()
    assert ready.reopens().promised


def test_a_document_counts_in_one_stage_at_a_time():
    """Ordered, shipped, billed, paid: at each step the same 120.00, in one place."""
    ready = desk(stocked=20)
    ready.places()
    assert ready.exposure() == ("120.00", "0.00", "0.00")
    ready.acknowledges()
    ready.ships(left("1", 10))
    assert ready.exposure() == ("0.00", "120.00", "0.00")
    number = ready.bills().id
    assert ready.exposure() == ("0.00", "0.00", "120.00")
    ready.gets("120.00", text=number)
    ready.applies()
    assert ready.exposure() == ("0.00", "0.00", "0.00")


@pytest.mark.parametrize("price", ["10.00", "0.00"])
def test_what_is_delivered_beyond_the_order_counts_once(price: str):
    ready = desk(stocked=0)
    ready.onboards("C2", over_delivery=Percentage(20))
    ready.receives(20)
    ready.places(line(price=UnitPrice(price, "EUR")), customer="C2")
    for kind in {hold.kind for hold in ready.order().holds}:
        ready.releases(kind)
    ready.acknowledges()
    ready.ships(left("1", 12))
    worth = "144.00" if price == "10.00" else "0.00"
    assert ready.exposure("C2") == ("0.00", worth, "0.00")
    ready.bills()
    assert ready.exposure("C2") == ("0.00", "0.00", worth)
