"""What a house asks of an order, and what follows when it is not so."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from attrs import evolve as changed

from otcore.catalog.pricing import Priced
from otcore.customers.onboarding import Status as Standing
from otcore.orders.details import Delivery, OrderDetails
from otcore.orders.events import HoldPlaced, OrderCancelled, OrderDrafted, OrderRejected
from otcore.orders.evolution import evolve
from otcore.orders.hold import HoldKind
from otcore.orders.order import Order
from otcore.orders.policy import (
    Assortment,
    DeliveryPolicy,
    Deviation,
    Duplicates,
    OrderPolicy,
    PricePolicy,
    Required,
    SizePolicy,
)
from otcore.orders.verdict import ACCEPTED, HELD, INCOMPLETE, REJECTED
from otcore.schemas import command_of, json_of
from otcore.values.adjustment import Adjustment
from otcore.values.calendar import WorkCalendar
from otcore.values.faults import Invalid
from otcore.values.money import Money
from otcore.values.percentage import Percentage
from otcore.values.period import Period
from otcore.values.price import UnitPrice
from otcore.values.tax import TaxCategory
from tests.orders.examples import DAY, after, customer, eur, line, order_of, place_events, placed, product

PRODUCTS = (product(), product("P2", "2.50"))
FRIDAY, SATURDAY, SUNDAY, MONDAY = (date(2026, 3, day) for day in (13, 14, 15, 16))


def found(*lines: Any, policy: OrderPolicy, given: dict[str, Any] | None = None, **more: Any) -> list[str]:
    """The findings beyond the placing: how the order goes on, and why."""
    _, *facts = place_events(order_of(*lines, **more), PRODUCTS, policy=policy, **given or {})
    if facts and isinstance(facts[0], OrderRejected):
        return [f"reject {reason}" for reason in facts[0].reasons]
    holds = [fact.hold for fact in facts if isinstance(fact, HoldPlaced)]
    return [f"{hold.kind} {hold.code}: {hold.why}" for hold in holds]


def test_a_policy_is_data():
    policy = OrderPolicy(
        required=(Required("delivery.address"),),
        prices=PricePolicy(below=Deviation(Percentage("2.5"), Decimal("0.10"))),
        size=SizePolicy(least=(eur("50.00"),), lines=100),
        assortment=Assortment(never=("P9",)),
        duplicates=Duplicates(within=30, then=HELD),
        delivery=DeliveryPolicy(working=True, lead=2, latest=DAY),
    )
    assert command_of(json_of(policy), OrderPolicy) == policy


# required fields


@pytest.mark.parametrize("field", ["references", "lines.colour", "delivery.speed", "buyer.name", "lines", "."])
def test_only_what_an_order_has_can_be_required(field: str):
    with pytest.raises(Invalid, match="FIELD_UNKNOWN"):
        Required(field)


def test_what_the_house_needs_is_filled_in():
    policy = OrderPolicy(required=(Required("buyer_reference", REJECTED), Required("delivery.address")))
    assert found(policy=policy) == ["reject FIELD_REQUIRED: buyer_reference"]


def test_what_is_missing_keeps_the_order_waiting():
    policy = OrderPolicy(required=(Required("delivery.address"), Required("lines.buyer_item", HELD)))
    details = OrderDetails(delivery=Delivery(name="Gate 3"))
    assert found(line(), line("2", buyer_item="B-2"), policy=policy, details=details) == [
        "incomplete FIELD_REQUIRED: delivery.address",
        "manual FIELD_REQUIRED: line 1: buyer_item",
    ]


def test_what_is_filled_in_is_not_missed():
    policy = OrderPolicy(required=(Required("reference"), Required("lines.quantity"), Required("contract", ACCEPTED)))
    assert found(policy=policy, details=OrderDetails(reference="PO-1")) == []


# size


@pytest.mark.parametrize(("quantity", "enough"), [(5, True), (4, False)])
def test_an_order_comes_to_a_minimum_without_tax(quantity: int, enough: bool):
    policy = OrderPolicy(size=SizePolicy(least=(eur("50.00"),)))
    net = eur("50.00") if enough else eur("49.99")
    expected = [] if enough else ["reject VALUE_BELOW_MINIMUM: 49.99 EUR without tax, 50.00 EUR at least"]
    assert found(line(quantity=quantity), policy=policy, given={"net": net}) == expected


def test_a_minimum_in_another_currency_says_nothing():
    assert found(policy=OrderPolicy(size=SizePolicy(least=(Money("1000.00", "USD"),)))) == []


def test_an_order_has_no_more_lines_than_the_house_takes():
    policy = OrderPolicy(size=SizePolicy(lines=1, lines_then=HELD))
    assert found(policy=policy) == []
    assert found(line(), line("2"), policy=policy) == ["manual TOO_MANY_LINES: 2 lines, 1 at most"]


# assortment


def test_goods_that_a_customer_may_not_order_are_held():
    lines = (line(), line("2", product="P2"), line("3", product="?"))
    only = found(*lines, policy=OrderPolicy(assortment=Assortment(only=("P1",))))
    assert only == ["incomplete PRODUCT_UNKNOWN: line 3: ?", "manual PRODUCT_NOT_ALLOWED: line 2: P2"]
    never = found(*lines[:2], policy=OrderPolicy(assortment=Assortment(never=("P1",), then=REJECTED)))
    assert never == ["reject PRODUCT_NOT_ALLOWED: line 1: P1"]


# duplicates


def earlier(order: str = "O0", day: date = DAY) -> Order:
    return placed(order=order, day=day, details=OrderDetails(reference="PO-7"))


@pytest.mark.parametrize(
    ("then", "expected"),
    [
        (REJECTED, ["reject DUPLICATE_REFERENCE: PO-7 is order O0"]),
        (HELD, ["manual DUPLICATE_REFERENCE: PO-7 is order O0"]),
        (ACCEPTED, []),
    ],
)
def test_a_house_says_what_follows_when_an_order_number_comes_again(then, expected):
    assert (
        found(policy=OrderPolicy(duplicates=Duplicates(then=then)), given={"same_reference": (earlier(),)}) == expected
    )


@pytest.mark.parametrize(("day", "again"), [(date(2026, 1, 31), True), (date(2026, 1, 30), False)])
def test_an_order_number_may_come_again_after_a_while(day: date, again: bool):
    policy = OrderPolicy(duplicates=Duplicates(within=30))
    assert bool(found(policy=policy, given={"same_reference": (earlier(day=day),)})) is again


def test_a_draft_or_a_cancelled_order_does_not_use_its_number():
    came = earlier()
    draft = evolve(None, OrderDrafted("O0", "C1", DAY, "EUR", came.lines, (), came.details, came.value, (line(),)))
    over = evolve(came, OrderCancelled("", came.value))
    assert found(policy=OrderPolicy(), given={"same_reference": (draft, over)}) == []


# prices


def priced(amount: str, quantity: str | int = 10, **more: Any):
    return line(quantity=quantity, price=UnitPrice(amount, "EUR"), **more)


def prices(**more: Any) -> OrderPolicy:
    return OrderPolicy(prices=PricePolicy(**more))


TOLERANT = prices(below=Deviation(Percentage(5)), above=Deviation(Percentage(10), Decimal("0.50")), above_then=HELD)


@pytest.mark.parametrize(
    ("price", "expected"),
    [
        ("9.50", []),
        ("9.4999", ["price PRICE_BELOW_LIST: line 1: 9.4999 EUR instead of 10.00 EUR"]),
        ("10.50", []),
        ("10.5001", ["manual PRICE_ABOVE_LIST: line 1: 10.5001 EUR instead of 10.00 EUR"]),
    ],
)
def test_a_price_may_differ_as_far_as_both_tolerances_allow(price: str, expected: list[str]):
    assert found(priced(price), policy=TOLERANT) == expected


def test_a_house_may_accept_any_price():
    assert found(priced("0.01"), policy=prices(below_then=ACCEPTED)) == []


ALLOWANCES = [
    Adjustment(charge=False, amount=eur("5.00")),
    Adjustment(charge=False, percent=Decimal(10)),
    Adjustment(charge=False, percent=Decimal(10), base=eur("20.00")),
    Adjustment(charge=True, amount=eur("50.00")),
]


def test_what_the_buyer_takes_off_a_line_lowers_its_price_where_the_house_says_so():
    off = line(adjustments=tuple(ALLOWANCES))
    assert found(off, policy=OrderPolicy()) == []
    assert found(off, policy=prices(net=True)) == [
        "price PRICE_BELOW_LIST: line 1: 10.00 EUR less 17 EUR of allowances instead of 10.00 EUR"
    ]


def test_a_higher_price_may_carry_an_allowance_and_a_charge_gives_no_room():
    assert found(priced("11.00", adjustments=(ALLOWANCES[0],)), policy=prices(net=True)) == []
    assert found(priced("11.00", adjustments=(ALLOWANCES[1],)), policy=prices(net=True)) != []
    assert found(priced("9.90", adjustments=(ALLOWANCES[3],)), policy=prices(net=True)) != []
    assert found(line(adjustments=(ALLOWANCES[3],)), policy=prices(net=True)) == []


@pytest.mark.parametrize("quantity", ["0.001", 1, 3, "999999.999999"])
def test_the_list_price_itself_is_never_below_or_above_it(quantity):
    stated = line(quantity=quantity, price=UnitPrice("10.00", "EUR", 1))
    assert found(stated, policy=prices(above_then=HELD, net=True)) == []


def test_another_tax_than_the_products_is_for_the_house_to_judge():
    zero = line(tax=TaxCategory("K", Decimal(0)))
    assert found(zero, policy=OrderPolicy()) == []
    assert found(zero, policy=prices(tax=INCOMPLETE)) == ["incomplete TAX_DIFFERS: line 1: K 0 % instead of S 20 %"]
    assert found(line(tax=TaxCategory("S", Decimal("20.0"))), policy=prices(tax=INCOMPLETE)) == []
    assert found(line(product="?", tax=TaxCategory("S", Decimal(7))), policy=prices(tax=REJECTED)) == [
        "incomplete PRODUCT_UNKNOWN: line 1: ?"
    ]


# days


def wanted(first: date, last: date | None = None) -> dict[str, Any]:
    return {"details": OrderDetails(delivery=Delivery(requested=Period(first, last or first)))}


@pytest.mark.parametrize(
    ("first", "last", "fits"), [(FRIDAY, FRIDAY, True), (SATURDAY, SUNDAY, False), (SATURDAY, MONDAY, True)]
)
def test_goods_are_wanted_on_some_working_day(first: date, last: date, fits: bool):
    policy = OrderPolicy(delivery=DeliveryPolicy(working=True))
    expected = [] if fits else ["incomplete DELIVERY_NOT_WORKING_DAY: order: 2026-03-14/2026-03-15"]
    assert [each.replace("no work is done on ", "") for each in found(policy=policy, **wanted(first, last))] == expected


def test_a_holiday_of_the_house_is_no_working_day():
    policy = OrderPolicy(delivery=DeliveryPolicy(working=True, then=HELD))
    closed = {"calendar": WorkCalendar(holidays={FRIDAY})}
    assert found(line(requested=Period(FRIDAY, SUNDAY)), policy=policy, given=closed) == [
        "manual DELIVERY_NOT_WORKING_DAY: line 1: no work is done on 2026-03-13/2026-03-15"
    ]


@pytest.mark.parametrize(
    ("policy", "possible"),
    [
        (DeliveryPolicy(lead=10), "2026-03-16"),
        (DeliveryPolicy(earliest=date(2026, 3, 20)), "2026-03-20"),
        (DeliveryPolicy(lead=10, earliest=date(2026, 3, 20)), "2026-03-20"),
        (DeliveryPolicy(lead=15, earliest=date(2026, 3, 20)), "2026-03-23"),
    ],
)
def test_goods_need_time(policy: DeliveryPolicy, possible: str):
    assert found(policy=OrderPolicy(delivery=policy), **wanted(DAY, FRIDAY)) == [
        f"incomplete DELIVERY_TOO_EARLY: order: wanted by 2026-03-13, possible from {possible}"
    ]
    assert found(policy=OrderPolicy(delivery=policy), **wanted(DAY, date(2026, 3, 23))) == []


def test_goods_are_not_wanted_for_ever_later():
    policy = OrderPolicy(delivery=DeliveryPolicy(latest=FRIDAY))
    assert found(policy=policy, **wanted(FRIDAY, MONDAY)) == []
    assert found(policy=policy, **wanted(SATURDAY)) == [
        "incomplete DELIVERY_TOO_LATE: order: wanted from 2026-03-14, possible until 2026-03-13"
    ]


# the customer


@pytest.mark.parametrize(
    ("currencies", "text"),
    [((), "ordered in USD, agreed is EUR"), (("SEK",), "ordered in USD, agreed is EUR, SEK")],
)
def test_an_order_comes_in_a_currency_that_was_agreed(currencies: tuple[str, ...], text: str):
    assert found(policy=OrderPolicy(), currency="USD", given={"customer": customer(currencies=currencies)}) == [
        f"reject CURRENCY_NOT_AGREED: {text}"
    ]


def test_a_customer_may_order_in_every_currency_that_was_agreed():
    dollars = found(policy=OrderPolicy(), currency="USD", given={"customer": customer(currencies=("SEK", "USD"))})
    assert dollars == ["incomplete PRICE_UNKNOWN: line 1: no list price in USD"]


@pytest.mark.parametrize(
    ("standing", "reason", "text"),
    [
        (Standing.BLOCKED, "unpaid", "CUSTOMER_BLOCKED: unpaid"),
        (Standing.CLOSED, "gone", "CUSTOMER_CLOSED: gone"),
        (Standing.APPLIED, "", "CUSTOMER_NOT_ACTIVE: customer C1 is applied"),
    ],
)
def test_nobody_orders_who_is_no_active_customer(standing: Standing, reason: str, text: str):
    asking = changed(customer(), status=standing, reason=reason)
    assert found(policy=OrderPolicy(), given={"customer": asking}) == [f"reject {text}"]


# what is agreed


def test_a_line_keeps_what_the_product_says_of_its_delivery():
    ours = product(drop_shipped=True, over_delivery=Percentage(5), under_delivery=Percentage(0))
    agreed = placed(products=(ours,)).lines[0].agreed
    assert (agreed.drop_shipped, agreed.over_delivery, agreed.under_delivery) == (True, Percentage(5), Percentage(0))


def test_a_line_is_wanted_when_the_order_is_unless_it_says_otherwise():
    own = Period(FRIDAY, FRIDAY)
    order = placed(line(), line("2", requested=own), line("3", product="?"), **wanted(SATURDAY))
    assert [each.agreed.requested for each in order.lines] == [
        Period(SATURDAY, SATURDAY),
        own,
        Period(SATURDAY, SATURDAY),
    ]
    assert after(None, place_events(order_of(), PRODUCTS)).lines[0].agreed.requested is None


def test_holds_name_who_looks_at_them():
    _, fact = place_events(order_of(priced("9.00")), PRODUCTS)
    assert fact.hold.kind is HoldKind.PRICE


# against the price lists


VIP = {"1": Priced(UnitPrice("8.00", "EUR"), "VIP", "VIP: 8.00 EUR from 0 C62 (before list price: 10.00 EUR)")}


def test_a_stated_price_is_compared_with_the_price_that_was_found():
    assert found(priced("8.00"), policy=OrderPolicy(), given={"prices": VIP}) == []
    assert found(priced("7.99"), policy=OrderPolicy(), given={"prices": VIP}) == [
        "price PRICE_BELOW_LIST: line 1: 7.99 EUR instead of 8.00 EUR; "
        "VIP: 8.00 EUR from 0 C62 (before list price: 10.00 EUR)"
    ]


def test_an_allowance_is_taken_off_the_price_that_was_found():
    off = line(adjustments=(ALLOWANCES[0],))
    (text,) = found(off, policy=prices(net=True), given={"prices": VIP})
    assert text.startswith("price PRICE_BELOW_LIST: line 1: 8.00 EUR less 5 EUR of allowances instead of 8.00 EUR; VIP")
