"""Credit: what counts, which checks stop an order, what a release covers, and who may order at all."""

from datetime import UTC, date, datetime, time
from decimal import Decimal
from typing import Any

import otcore as ot
from otcore.customers.commands import BlockCustomer, CloseCustomer
from otcore.customers.credit.commands import ChangeCreditLimit
from otcore.customers.credit.queries import AskCreditStanding
from otcore.customers.credit.risk_class import RiskClass
from otcore.orders.amendment import LineChange, Side
from otcore.orders.amendments.commands import AcceptAmendment, ProposeAmendment
from otcore.orders.commands import CloseOrder, ReopenOrder
from otcore.orders.hold import HoldKind
from otcore.values.rates import Rate
from tests.scenarios.registry import Case, decided_otherwise, holds
from tests.scenarios.world import DAY, World, eur


def shop(limit: str | int | None = None, price: str | int = 115, **more: Any) -> World:
    """A world with plenty of a product of this price, and a customer B under this limit or class."""
    risk = more.pop("risk", None)
    world = World(risk_classes=(risk,) if risk else (), **more.pop("house", {}))
    world.product(on_hand=1000, price=price)
    world.customer("B", limit, risk_class=risk.name if risk else "", **more)
    return world


def exposure(world: World) -> tuple[str, ...]:
    """What stands in each stage."""
    account = world.account("B")
    return tuple(str(stage.amount) for stage in (account.orders, account.deliveries, account.invoices))


def codes(order: Any) -> set[str]:
    return {hold.code for hold in order.holds}


@holds("OCA-RSK-1")
def a_confirmed_order_counts(case: Case) -> None:
    world = shop()
    world.order(1, customer="B")
    assert exposure(world) == ("115.00", "0.00", "0.00")


@holds("OCA-RSK-2", "OCA-RSK-3")
def a_stage_has_a_bound_of_its_own(case: Case) -> None:
    bound = 99 if case["id"] == "OCA-RSK-2" else 150
    world = shop(risk=RiskClass(name="bounded", most_orders=eur(bound)))
    first = world.place(1, id="first", customer="B")
    second = world.place(1, id="second", customer="B")
    assert codes(second) == {"ORDERS_LIMIT_EXCEEDED"}
    assert bool(first.holds) is (bound < 115)


@holds("OCA-RSK-4")
def who_may_goes_on_all_the_same(case: Case) -> None:
    world = shop(limit=100)
    for id in ("first", "second"):
        assert codes(world.place(1, id=id, customer="B")) == {"CREDIT_LIMIT_EXCEEDED"}
        world.do(ot.ReleaseHold(order=id, kind=HoldKind.CREDIT, reason="known to pay", day=DAY))
    assert world.account("B").exposure == eur(230)


@holds("OCA-RSK-5", "OCA-RSK-6")
def value_moves_on_and_never_counts_twice(case: Case) -> None:
    world = shop()
    world.order(1, customer="B")
    world.ship(1)
    assert exposure(world) == ("0.00", "115.00", "0.00")
    if case["id"] == "OCA-RSK-6":
        world.bill()
        assert exposure(world) == ("0.00", "0.00", "115.00")


@holds("OCA-RSK-7")
def an_item_past_due_is_seen_as_such(case: Case) -> None:
    world = shop()
    world.order(1, customer="B")
    world.ship(1)
    world.bill()
    world.later(31)
    world.otc.tick(datetime.combine(world.day, time(), UTC))
    standing = world.otc.ask(AskCreditStanding(customer="B", day=world.day))
    assert standing.debt.overdue == eur(115)


@holds("TRY-CRD-1")
def what_is_owed_and_ordered_together_count(case: Case) -> None:
    world = shop(limit=100, price=50)
    world.order(2, id="old", customer="B")
    world.ship(2, order="old")
    world.bill()
    assert codes(world.place(1, customer="B")) == {"CREDIT_LIMIT_EXCEEDED"}


@holds("TRY-CRD-3")
def a_lowered_limit_does_not_stop_what_was_cleared(case: Case) -> None:
    world = shop(limit=1000)
    world.order(2, customer="B")
    world.do(ChangeCreditLimit(account="B", limit=eur(100)))
    world.ship(2)
    assert not world.the().holds


@holds("ISS-07")
def a_reopened_order_is_checked_again(case: Case) -> None:
    world = shop(limit=200)
    world.order(1, id="old", customer="B")
    world.do(CloseOrder(order="old", day=DAY, reason="enough"))
    assert not world.order(1, id="new", customer="B").holds
    reopened = world.do(ReopenOrder(order="old", day=DAY, reason="after all"))
    assert codes(reopened) == {"CREDIT_LIMIT_EXCEEDED"}
    assert world.account("B").exposure == eur(115)


class TenToOne:
    """Ten US dollars for one euro."""

    def rate(self, source: str, target: str, day: date) -> Rate | None:
        return Rate(source, target, "0.1")


@holds("ISS-10")
def the_limit_is_compared_in_its_own_currency(case: Case) -> None:
    world = shop(limit=50, price=50, house={"rates": TenToOne()}, currencies=("USD",))
    line = ot.RequestedLine(id="1", product="P", quantity=ot.Quantity(1, "C62"), price=ot.UnitPrice(50, "USD"))
    order = world.do(ot.PlaceOrder(order="O", customer="B", day=DAY, currency="USD", lines=(line,)))
    assert "CREDIT_LIMIT_EXCEEDED" not in codes(order)
    held_for_its_price = {hold.kind for hold in order.holds}
    for kind in held_for_its_price:
        world.do(ot.ReleaseHold(order="O", kind=kind, reason="agreed", day=DAY))
    assert world.account("B").orders == eur(5)


@holds("SAP-REC-2", "SAP-REC-4", "SAP-REC-5", "SAP-REC-6")
def a_release_covers_so_much_for_so_long(case: Case) -> None:
    given, when = case["given"], case["when"]
    terms = {"deviation": ot.Percentage(given["deviation%"]), "released_days": given["valid_days"]}
    world = shop(limit=0, price=1, risk=RiskClass(name="released", **terms), house={})
    world.do(ot.ReceiveStock("P", "main", ot.Quantity(1000, "C62")))
    world.place(given["released_value"], customer="B")
    world.do(ot.ReleaseHold(order="O", kind=HoldKind.CREDIT, reason="insured elsewhere", day=DAY))
    world.confirm()
    world.later(when["days_since_release"])
    change = LineChange(line="1", quantity=ot.Quantity(Decimal(when["value"]), "C62"))
    world.do(ProposeAmendment(order="O", day=world.day, by=Side.BUYER, changes=(change,)))
    amended = world.do(AcceptAmendment(order="O", day=world.day, by=Side.SELLER))
    assert bool(amended.holds) is (case["then"] == "re-check")


@decided_otherwise(
    "ERP-CUS-1",
    rule="credit is checked where value enters: new orders wait, cleared ones are delivered and billed",
    record="0018-credit-by-checks.md",
)
def a_limit_below_what_is_owed_stops_new_orders_only(case: Case) -> None:
    world = shop(limit=200, price=50)
    world.order(3, customer="B")
    world.do(ChangeCreditLimit(account="B", limit=eur(100)))
    assert codes(world.place(1, id="new", customer="B")) == {"CREDIT_LIMIT_EXCEEDED"}
    world.ship(3)
    assert world.bill().payable == eur(150)


@holds("ERP-CUS-4", "ERP-CUS-5")
def who_is_blocked_or_closed_orders_nothing(case: Case) -> None:
    frozen = case["id"] == "ERP-CUS-4"
    world = shop()
    world.do(BlockCustomer("B", "unpaid") if frozen else CloseCustomer("B", "gone"))
    order = world.place(1, customer="B")
    assert order.status.value == "rejected"
    assert order.reasons[0].startswith("CUSTOMER_BLOCKED" if frozen else "CUSTOMER_CLOSED")
