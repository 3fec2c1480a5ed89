"""How goods leave: tolerances of customer and product, orders that leave whole, days, and goods that suppliers send."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from otcore.orders.details import Delivery, OrderDetails
from otcore.orders.order import Order
from otcore.orders.shipments.procuring import to_procure
from otcore.orders.shipments.shipping import post
from otcore.orders.shipments.terms import UNDER_TOLERANCE, ShippingTerms
from otcore.orders.windows import late, wanted
from otcore.values.faults import Rejected
from otcore.values.percentage import Percentage
from otcore.values.period import Period
from tests.orders.examples import (
    DAY,
    after,
    confirmed,
    dec,
    despatch,
    left,
    line,
    pieces,
    placed,
    product,
    promised,
    shelf,
)

TENTH = Percentage(10)
WINDOW = Period(date(2026, 3, 10), date(2026, 3, 12))


def ready(*lines: Any, **agreed: Any) -> Order:
    return confirmed(promised(placed(*(lines or (line(),)), products=(product(**agreed), product("P2", **agreed)))))


def posted(order: Order, *said: Any, terms: ShippingTerms, shipment: str = "S1", day: date = DAY) -> Any:
    shelves = {name: {"main": shelf(99, product=name)} for name in ("P1", "P2")}
    return post(order, None, despatch(*said, shipment=shipment, day=day), shelves, terms)


def shipped(order: Order, *said: Any, terms: ShippingTerms, shipment: str = "S1") -> Order:
    return after(order, posted(order, *said, terms=terms, shipment=shipment).order)


def refused(order: Order, *said: Any, terms: ShippingTerms, **more: Any) -> Rejected:
    with pytest.raises(Rejected) as caught:
        posted(order, *said, terms=terms, **more)
    return caught.value


# over-delivery


def test_the_tolerance_of_the_product_goes_before_the_customers():
    generous, strict = ShippingTerms(Percentage(50)), ShippingTerms()
    fault = refused(ready(over_delivery=TENTH), left("1", 12), terms=generous)
    assert (fault.code, fault.facts["at_most"]) == ("OVER_DELIVERY", "11")
    assert shipped(ready(over_delivery=TENTH), left("1", 11), terms=strict).lines[0].ledger.shipped == 11


def test_a_product_without_any_tolerance_takes_none_from_the_customer():
    assert (
        refused(ready(over_delivery=Percentage(0)), left("1", 11), terms=ShippingTerms(TENTH)).code == "OVER_DELIVERY"
    )


def test_the_tolerance_counts_for_all_shipments_of_a_line_together():
    terms = ShippingTerms(Percentage(20))
    order = shipped(ready(), left("1", 7), terms=terms)
    assert refused(order, left("1", 6), terms=terms, shipment="S2").code == "OVER_DELIVERY"
    assert shipped(order, left("1", 5), terms=terms, shipment="S2").lines[0].ledger.shipped == 12


def test_two_rows_of_one_line_do_not_pass_what_one_may_not():
    assert refused(ready(), left("1", 10), left("1", 1), terms=ShippingTerms()).code == "LINE_TWICE"


# under-delivery


def test_a_rest_within_the_tolerance_is_closed_short():
    terms = ShippingTerms(under_delivery=TENTH)
    order = shipped(ready(), left("1", 5), terms=terms)
    assert order.lines[0].ledger.open == 5
    facts = posted(order, left("1", 4), terms=terms, shipment="S2")
    assert (facts.shipment[0].lines[0].cancelled, facts.shipment[0].lines[0].reason) == (dec(1), UNDER_TOLERANCE)
    assert after(order, facts.order).lines[0].ledger.open == 0


def test_a_rest_beyond_the_tolerance_stays_on_backorder():
    assert shipped(ready(), left("1", 8), terms=ShippingTerms(under_delivery=TENTH)).lines[0].ledger.open == 2


def test_a_rest_that_is_said_to_follow_is_not_closed():
    assert shipped(ready(), left("1", 9, 1), terms=ShippingTerms(under_delivery=TENTH)).lines[0].ledger.open == 1


def test_what_does_not_leave_at_all_is_not_closed():
    order = shipped(
        ready(line(), line("2", 1)), left("1", 10), left("2", 0), terms=ShippingTerms(under_delivery=Percentage(100))
    )
    assert order.lines[1].ledger.open == 1


def test_the_under_tolerance_of_the_product_goes_before_the_customers():
    order = ready(under_delivery=Percentage(0))
    assert shipped(order, left("1", 9), terms=ShippingTerms(under_delivery=TENTH)).lines[0].ledger.open == 1


def test_the_reason_of_the_document_stays():
    said = left("1", 9)
    said = type(said)(said.line, said.quantity, None, "AV")
    (fact,) = posted(ready(), said, terms=ShippingTerms(under_delivery=TENTH)).shipment
    assert fact.lines[0].reason == "AV"


# orders that leave whole

WHOLE = ShippingTerms(under_delivery=TENTH, complete=True)


@pytest.mark.parametrize(
    "said",
    [(left("1", 10),), (left("1", 10), left("2", 3)), (left("1", 10), left("2", 3, 0)), (left("2", 4),)],
    ids=["a line missing", "a part missing", "a rest given up", "the other line missing"],
)
def test_an_order_that_leaves_whole_does_not_leave_in_part(said: tuple[Any, ...]):
    fault = refused(ready(line(), line("2", 4)), *said, terms=WHOLE)
    assert fault.code == "SHIP_COMPLETE"


@pytest.mark.parametrize("quantity", [9, 10], ids=["within the tolerance", "all"])
def test_an_order_that_leaves_whole_leaves(quantity: int):
    order = shipped(ready(line(), line("2", 4)), left("1", quantity), left("2", 4), terms=WHOLE)
    assert not any(each.ledger.open for each in order.lines)


def test_what_is_left_of_an_order_leaves_whole():
    order = shipped(ready(line(), line("2", 4)), left("1", 10), terms=ShippingTerms())
    assert shipped(order, left("2", 4), terms=WHOLE, shipment="S2").lines[1].ledger.open == 0


def test_an_order_that_leaves_whole_may_be_given_up_whole():
    assert shipped(ready(), left("1", 0, 0), terms=WHOLE).lines[0].ledger.cancelled == 10


# days


def test_goods_do_not_leave_long_before_they_are_wanted_where_the_house_says_so():
    order = ready(line(requested=WINDOW))
    fault = refused(order, left("1", 10), terms=ShippingTerms(lead_days=2), day=date(2026, 3, 7))
    assert (fault.code, fault.facts["earliest"]) == ("TOO_EARLY", "2026-03-08")
    assert posted(order, left("1", 10), terms=ShippingTerms(lead_days=2), day=date(2026, 3, 8))


def test_goods_leave_at_any_time_where_the_house_says_nothing_or_nobody_asks_for_a_day():
    assert posted(ready(line(requested=WINDOW)), left("1", 10), terms=ShippingTerms())
    assert posted(ready(), left("1", 10), terms=ShippingTerms(lead_days=0))


def test_a_rest_may_be_given_up_early():
    assert posted(ready(line(requested=WINDOW)), left("1", 0, 0), terms=ShippingTerms(lead_days=0))


def test_the_days_of_a_line_go_before_those_of_its_order():
    details = OrderDetails(delivery=Delivery(requested=Period(DAY, DAY)))
    order = placed(line(), line("2", requested=WINDOW), details=details)
    assert [wanted(order, each) for each in order.lines] == [Period(DAY, DAY), WINDOW]


@pytest.mark.parametrize(("day", "lines"), [(date(2026, 3, 12), ()), (date(2026, 3, 13), ("1",))])
def test_a_line_is_late_after_the_last_day_it_is_wanted(day: date, lines: tuple[str, ...]):
    assert late(ready(line(requested=WINDOW), line("2")), day) == lines


def test_what_left_is_not_late():
    order = shipped(ready(line(requested=WINDOW)), left("1", 10), terms=ShippingTerms())
    assert late(order, date(2026, 4, 1)) == ()


# goods that suppliers send


def test_drop_shipped_goods_leave_no_shelf():
    order = ready(line("1", 2), line("2", 2, "P2"), drop_shipped=True)
    facts = posted(order, left("1", 2), left("2", 2), terms=ShippingTerms())
    assert facts.stock == {}
    assert [each.ledger.shipped for each in after(order, facts.order).lines] == [2, 2]


def test_what_a_supplier_sends_is_what_left_not_what_it_was_asked_for():
    order = shipped(ready(drop_shipped=True), left("1", 6), terms=ShippingTerms())
    assert (order.lines[0].ledger.shipped, order.lines[0].ledger.open) == (dec(6), dec(4))


def procured(order: Order, **asked: int) -> dict[str, Decimal]:
    known = {id[1:]: Decimal(quantity) for id, quantity in asked.items()}
    return {each.line: each.quantity.value for each in to_procure(order, known)}


def test_suppliers_are_asked_for_what_they_were_not_asked_for_yet():
    order = ready(line("1", 2), drop_shipped=True)
    assert to_procure(order)[0].quantity == pieces(2)
    assert procured(order, _1=1) == {"1": Decimal(1)}
    assert procured(order, _1=2) == {}
    assert procured(order, _1=3) == {}


def test_what_left_was_asked_for():
    assert procured(shipped(ready(drop_shipped=True), left("1", 6), terms=ShippingTerms())) == {"1": Decimal(4)}


def test_goods_of_our_own_shelves_are_asked_from_nobody():
    assert to_procure(ready()) == ()
