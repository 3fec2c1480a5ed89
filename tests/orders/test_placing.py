"""Placing an order: what contradicts itself is refused, what cannot be is rejected, the rest goes on."""

from datetime import date
from decimal import Decimal

import pytest
from attrs import evolve as changed

from otcore.orders.details import OrderDetails
from otcore.orders.events import HoldPlaced, OrderCancelled, OrderRejected
from otcore.orders.evolution import evolve
from otcore.orders.lifecycle import Status
from otcore.values.adjustment import Adjustment
from otcore.values.faults import Invalid, Rejected
from otcore.values.party import Identifier
from otcore.values.price import UnitPrice
from otcore.values.tax import TaxCategory
from tests.orders.examples import (
    DAY,
    STANDARD,
    after,
    eur,
    line,
    order_of,
    place_events,
    placed,
    product,
)
from tests.orders.outcomes import PRODUCTS, outcome, rejection

# what is placed


def test_an_order_without_findings_is_just_placed():
    assert outcome(line(), line("2", product="P2")) == ()
    assert placed().status is Status.SUBMITTED


def test_a_line_is_placed_at_the_list_price_and_tax_when_the_buyer_states_none():
    agreed = placed().lines[0].agreed
    assert (agreed.price, agreed.tax, agreed.name) == (UnitPrice("10.00", "EUR"), STANDARD, "Product P1")


def test_what_the_buyer_states_is_what_is_agreed():
    exempt = TaxCategory("Z", Decimal(0))
    request = line(price=UnitPrice("12.00", "EUR"), tax=exempt, name="As we call it", standard_item=Identifier("1"))
    agreed = placed(request).lines[0].agreed
    assert (agreed.price.amount, agreed.tax, agreed.name) == (Decimal(12), exempt, "As we call it")
    assert agreed.standard_item == Identifier("1")


def test_an_order_is_worth_its_lines_with_tax():
    assert placed(line(), line("2", 4, "P2"), products=PRODUCTS).value == eur("132.00")


def test_a_held_order_says_since_when():
    (fact,) = outcome(line(product="?"))
    assert isinstance(fact, HoldPlaced)
    assert fact.hold.since == DAY


# what contradicts itself


def faults(*lines, **more) -> list[tuple[str, str]]:
    with pytest.raises(Invalid) as caught:
        place_events(order_of(*lines, **more), PRODUCTS)
    return [(fault.code, fault.path) for fault in caught.value.faults]


def test_an_order_has_a_line():
    with pytest.raises(Invalid, match="NO_LINES /lines:"):
        place_events(changed(order_of(), lines=()), PRODUCTS)


def test_every_fault_of_the_lines_is_found_and_placed():
    lines = (line("7"), line("7"), line("8", 0), line("9", -1, price=UnitPrice("1", "USD")))
    assert faults(*lines) == [
        ("DUPLICATE_LINE", "/lines/1/id"),
        ("QUANTITY_NOT_POSITIVE", "/lines/2/quantity"),
        ("QUANTITY_NOT_POSITIVE", "/lines/3/quantity"),
        ("CURRENCY_MISMATCH", "/lines/3/price"),
    ]


def test_an_order_is_placed_once():
    with pytest.raises(Rejected, match="ORDER_EXISTS: order=O1"):
        place_events(order_of(), PRODUCTS, order=placed())


# what is rejected


def test_an_order_in_a_currency_that_is_not_agreed_is_rejected():
    priced = line(price=UnitPrice("10", "USD"))
    assert rejection(priced, currency="USD") == ("CURRENCY_NOT_AGREED: ordered in USD, agreed is EUR",)


def test_an_order_in_a_strange_currency_is_rejected_not_refused_when_it_states_no_price():
    assert rejection(line(), currency="USD") == ("CURRENCY_NOT_AGREED: ordered in USD, agreed is EUR",)


def test_an_order_number_of_the_buyer_comes_once():
    earlier = placed(order="O0", details=OrderDetails(reference="PO-7"))
    facts = place_events(order_of(details=OrderDetails(reference="PO-7")), PRODUCTS, same_reference=(earlier,))
    assert facts[1] == OrderRejected(("DUPLICATE_REFERENCE: PO-7 is order O0",))


@pytest.mark.parametrize(
    "over", [OrderCancelled("", eur("1.00")), OrderRejected(("X",))], ids=["cancelled", "rejected"]
)
def test_an_order_that_came_to_nothing_may_come_again_under_its_number(over: OrderCancelled | OrderRejected):
    earlier = evolve(placed(order="O0", details=OrderDetails(reference="PO-7")), over)
    assert len(place_events(order_of(), PRODUCTS, same_reference=(earlier,))) == 1


@pytest.mark.parametrize(("until", "expired"), [(date(2026, 3, 1), True), (DAY, False), (None, False)])
def test_an_offer_that_has_ended_is_rejected(until: date | None, expired: bool):
    facts = outcome(line(), details=OrderDetails(valid_until=until))
    assert facts == (
        (OrderRejected(("OFFER_EXPIRED: valid until 2026-03-01, placed on 2026-03-02",)),) if expired else ()
    )


def test_an_order_of_which_nothing_is_sold_any_more_is_rejected():
    gone = (product(sold=False), product("P2", sold=False))
    reasons = rejection(line(), line("2", product="P2"), products=gone)
    assert reasons == ("NO_LONGER_SOLD: Product P1, Product P2",)


def test_a_line_that_is_not_sold_any_more_is_given_up_from_the_start():
    order = placed(line(), line("2", 4, "P2"), products=(product(), product("P2", sold=False)))
    assert order.status is Status.SUBMITTED
    assert order.lines[1].ledger.open == 0
    assert order.value == eur("120.00")


def test_an_order_that_would_lower_the_debt_is_rejected():
    gift = Adjustment(charge=False, amount=eur("500.00"))
    assert rejection(line(adjustments=(gift,))) == ("VALUE_NEGATIVE: the order comes to -480.00 EUR",)


def test_an_order_worth_nothing_is_placed():
    assert outcome(line(), products=(product(price="0"),)) == ()


def test_every_reason_for_a_rejection_is_given_and_no_hold_beside_it():
    reasons = rejection(
        line(), line("2", product="?"), currency="USD", details=OrderDetails(valid_until=date(2026, 1, 1))
    )
    assert [reason.split(":")[0] for reason in reasons] == ["CURRENCY_NOT_AGREED", "OFFER_EXPIRED"]


def test_a_rejected_order_is_worth_nothing_and_answered():
    order = after(None, place_events(order_of(line(price=UnitPrice(9, "USD")), currency="USD"), PRODUCTS))
    assert (order.status, order.open_value.minor, order.response) == (Status.REJECTED, 0, "RE")
