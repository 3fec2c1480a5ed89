"""Placing through the store: products are found, goods are promised, credit is checked; both or neither."""

import pytest
from attrs import evolve as changed

from otcore.orders.details import OrderDetails
from otcore.orders.hold import HoldKind
from otcore.orders.lifecycle import Status
from otcore.ports.aggregates import ORDER
from otcore.ports.errors import NotFound
from otcore.stock.reserving import Allocation
from otcore.values.adjustment import Adjustment
from otcore.values.faults import Invalid, Rejected
from otcore.values.party import Identifier
from otcore.values.price import UnitPrice
from otcore.workflows.ask import Every
from tests.orders.examples import dec, eur, line, order_of, product
from tests.workflows.books import books
from tests.workflows.desk import HOUSE, desk

GTIN = Identifier("07300010000001", "0160")


def test_nobody_but_a_customer_places_orders():
    ready = desk()
    with pytest.raises(NotFound, match="no customer 'C9'"):
        ready.places(customer="C9")


def test_an_order_is_placed_once():
    ready = desk(stocked=10)
    ready.places()
    with pytest.raises(Rejected, match="ORDER_EXISTS"):
        ready.places(line(quantity=1))


def test_an_order_that_contradicts_itself_is_not_stored():
    ready = desk(stocked=10)
    before = books(ready.store)
    with pytest.raises(Invalid, match="DUPLICATE_LINE"):
        ready.places(line(), line())
    assert books(ready.store) == before


def test_an_order_in_a_strange_currency_without_prices_is_stored_as_rejected():
    ready = desk(stocked=10)
    assert ready.places(currency="USD").status is Status.REJECTED
    assert ready.exposure() == ("0.00", "0.00", "0.00")


# which product


def test_a_line_is_found_by_the_standard_number():
    ready = desk()
    ready.lists(product("P3", "7.00", standard_item=GTIN))
    agreed = ready.places(line(product="", standard_item=GTIN)).lines[0].agreed
    assert (agreed.product, agreed.price.amount) == ("P3", dec(7))


def test_the_sellers_number_goes_before_the_standard_number():
    ready = desk()
    ready.lists(product("P3", standard_item=GTIN))
    assert ready.places(line(product="P1", standard_item=GTIN)).lines[0].agreed.product == "P1"


def test_a_number_that_the_catalogue_does_not_have_falls_back_to_the_standard_number():
    ready = desk()
    ready.lists(product("P3", standard_item=GTIN))
    assert ready.places(line(product="their-7", standard_item=GTIN)).lines[0].agreed.product == "P3"


def test_a_line_that_names_no_known_product_is_incomplete():
    ready = desk()
    order = ready.places(line(product="", standard_item=GTIN), line("2"))
    assert [(hold.kind, hold.code) for hold in order.holds] == [(HoldKind.INCOMPLETE, "PRODUCT_UNKNOWN")]
    assert not order.promised


def test_an_order_without_any_number_is_incomplete():
    assert desk().places(line(product="", name="something")).held


# which shelf


def test_goods_are_promised_from_one_shelf_that_has_them_all():
    ready = desk(stocked=4)
    ready.receives(20, location="annex")
    assert ready.places().lines[0].ledger.allocations == (Allocation("annex", dec(10)),)
    assert (ready.shelf(), ready.shelf(location="annex")) == ((4, 0), (20, 10))


def test_else_the_shelves_share_in_the_order_of_their_keys():
    ready = desk(stocked=8)
    ready.receives(4, location="annex")
    assert ready.places().lines[0].ledger.allocations == (Allocation("annex", dec(4)), Allocation("main", dec(6)))


def test_two_lines_of_one_product_are_not_promised_the_same_goods():
    ready = desk(stocked=12)
    order = ready.places(line("1", 8), line("2", 8))
    assert [each.ledger.allocated for each in order.lines] == [8, 4]
    assert order.lines[1].ledger.backordered == 4


def test_two_orders_are_not_promised_the_same_goods():
    ready = desk(stocked=12)
    ready.places()
    assert ready.places(order="O2").lines[0].ledger.allocated == 2


def test_an_order_is_promised_even_when_nothing_is_there():
    ready = desk()
    order = ready.places()
    assert (order.promised, order.lines[0].ledger.backordered) == (True, dec(10))
    assert ready.exposure() == ("120.00", "0.00", "0.00")


def test_services_and_what_is_not_sold_are_promised_nothing():
    ready = desk(stocked=10)
    ready.lists(product("S1", stocked=False), product("P4", sold=False))
    ready.receives(10, "P4")
    order = ready.places(line("1", product="S1"), line("2", product="P4"))
    assert [each.ledger.allocations for each in order.lines] == [(), ()]


def test_goods_of_an_order_in_another_unit_stay_on_the_shelf_when_its_hold_is_lifted():
    ready = desk(stocked=10)
    ready.places(line(unit="KGM"))
    assert ready.releases(HoldKind.INCOMPLETE).promised
    assert ready.shelf() == (10, 0)


# credit


def test_an_order_over_the_limit_is_held_and_gets_no_goods():
    ready = desk(limit="119.99", stocked=10)
    (hold,) = ready.places().holds
    assert (hold.kind, hold.code) == (HoldKind.CREDIT, "CREDIT_LIMIT_EXCEEDED")
    assert hold.why == "0.00 EUR used + 120.00 EUR ordered is over the limit of 119.99 EUR"
    assert dict(hold.figures) == {"exposure": "0.00 EUR", "value": "120.00 EUR", "limit": "119.99 EUR"}
    assert (ready.exposure(), ready.shelf()) == (("0.00", "0.00", "0.00"), (10, 0))


def test_a_second_order_that_does_not_fit_any_more_is_held():
    ready = desk(limit="200.00", stocked=30)
    assert not ready.places().held
    assert ready.places(order="O2").held
    assert not ready.places(line(quantity=6), order="O3").held


def test_a_held_order_fits_when_the_other_is_cancelled_and_its_price_hold_is_lifted():
    ready = desk(limit="200.00", stocked=30)
    ready.places()
    ready.places(line(price=UnitPrice("9.00", "EUR")), order="O2")
    ready.cancels()
    assert not ready.releases(HoldKind.PRICE, "O2").held


def test_lifting_another_hold_does_not_pass_the_credit_check():
    ready = desk(limit="100.00", stocked=30)
    ready.places(line(price=UnitPrice("9.00", "EUR")))
    order = ready.releases(HoldKind.PRICE)
    assert [hold.kind for hold in order.holds] == [HoldKind.CREDIT]
    assert not order.promised


def test_an_order_with_two_holds_waits_for_both():
    ready = desk(stocked=30)
    ready.places(line(price=UnitPrice("9.00", "EUR")), line("2", product="?"))
    assert not ready.releases(HoldKind.PRICE).promised
    assert ready.releases(HoldKind.INCOMPLETE).promised


def test_allowances_cannot_make_room_in_the_limit():
    ready = desk(limit="100.00", stocked=30)
    gift = Adjustment(charge=False, amount=eur("500.00"))
    assert ready.places(line(adjustments=(gift,))).status is Status.REJECTED
    assert ready.places(order="O2").held


# the buyer's number


def test_an_order_number_of_the_buyer_comes_once():
    ready = desk(stocked=30)
    ready.places(details=OrderDetails(reference="PO-7"))
    again = ready.places(order="O2", details=OrderDetails(reference="PO-7"))
    assert again.reasons == ("DUPLICATE_REFERENCE: PO-7 is order O1",)
    assert ready.exposure() == ("120.00", "0.00", "0.00")


def test_another_customer_may_use_the_same_number():
    ready = desk(stocked=30)
    ready.onboards("C2")
    ready.places(details=OrderDetails(reference="PO-7"))
    assert ready.places(order="O2", customer="C2", details=OrderDetails(reference="PO-7")).promised


# the host's rules


def test_a_host_may_do_without_the_rules():
    ready = desk(house=changed(HOUSE, placing=()))
    assert not ready.places(line(price=UnitPrice("1.00", "EUR"))).held


def test_an_order_of_nothing_that_is_sold_is_rejected_when_it_is_answered():
    ready = desk(house=changed(HOUSE, placing=()))
    ready.lists(product("P4", sold=False))
    assert ready.places(line(product="P4")).status is Status.SUBMITTED
    assert ready.acknowledges().status is Status.REJECTED
    assert ready.exposure() == ("0.00", "0.00", "0.00")


def test_the_value_of_an_order_counts_its_allowances_and_charges():
    freight = Adjustment(charge=True, amount=eur("10.00"), tax=product().tax)
    assert desk().places(adjustments=(freight,)).value == eur("132.00")


def test_every_order_is_found():
    ready = desk()
    ready.places()
    ready.places(order="O2", currency="USD")
    assert [order.id for order in ready.otc.ask(Every(ORDER))] == ["O1", "O2"]


def test_an_order_is_checked_before_it_is_stored():
    ready = desk()
    with pytest.raises(Invalid, match="ADJUSTMENT_TAX_MISSING"):
        ready.handle(order_of(adjustments=(Adjustment(charge=True, amount=eur("1.00")),)))
